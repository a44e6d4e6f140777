//! Mean and standard deviation of a stream of numbers.

/// Mean and variance by the updating formulas of Welford (1962).
#[derive(Copy, Clone, Debug, Default)]
pub struct Running {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Running {
    /// Takes in one more number.
    pub fn push(&mut self, x: f64) {
        self.count += 1;
        let before = x - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (x - self.mean);
    }

    /// How many numbers were taken in.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Their mean; `None` before the first.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Their standard deviation with divisor n - 1; `None` before the second.
    pub fn sd(&self) -> Option<f64> {
        (self.count > 1).then(|| (self.squares / (self.count - 1) as f64).sqrt())
    }
}

impl FromIterator<f64> for Running {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Running {
        let mut running = Running::default();
        numbers.into_iter().for_each(|x| running.push(x));
        running
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_sd_of_a_small_sample_are_those_of_the_textbook() {
        let running: Running = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter().collect();
        assert_eq!(running.mean(), Some(5.0));
        assert!((running.sd().unwrap() - (32.0f64 / 7.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn one_number_has_a_mean_and_no_spread() {
        let running: Running = [3.0].into_iter().collect();
        assert_eq!((running.mean(), running.sd()), (Some(3.0), None));
    }
}
