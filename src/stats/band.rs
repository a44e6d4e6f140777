//! What a series looks like across replications on one date.

use super::{Running, quantile_if_supported};

/// Mean, spread and quantiles of one outcome on one date across replications. A quantile with fewer than five
/// replications beyond it is `None`.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub struct Band {
    /// Mean; `None` where no replication has a value (a mean wait in a month in which nobody left).
    pub mean: Option<f64>,
    /// Standard deviation across replications.
    pub sd: Option<f64>,
    /// Quantiles .05, .10, .25, .50, .75, .90 and .95.
    pub quantiles: [Option<f64>; 7],
}

impl Band {
    /// The probabilities of `quantiles`, in order.
    pub const PROBABILITIES: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    /// Sorts the replications' values (those that are NaN mean "no value" and are left out) and sums them up.
    pub fn of(values: &mut Vec<f64>) -> Band {
        values.retain(|x| !x.is_nan());
        let running: Running = values.iter().copied().collect();
        values.sort_unstable_by(f64::total_cmp);
        Band {
            mean: running.mean(),
            sd: running.sd(),
            quantiles: Band::PROBABILITIES.map(|p| quantile_if_supported(values, p)),
        }
    }

    /// The median, or the mean where there are too few replications for a median.
    pub fn centre(&self) -> Option<f64> {
        self.quantiles[3].or(self.mean)
    }

    /// The lower and upper bound of the central band that holds 50, 80 or 90 % of the replications.
    pub fn central(&self, percent: u8) -> Option<(f64, f64)> {
        let (low, high) = match percent {
            90 => (0, 6),
            80 => (1, 5),
            50 => (2, 4),
            _ => panic!("bands of 50, 80 and 90 % are kept, not {percent} %"),
        };
        Some((self.quantiles[low]?, self.quantiles[high]?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_a_value_leave_the_others_alone() {
        let band = Band::of(&mut vec![f64::NAN, 2.0, 4.0]);
        assert_eq!((band.mean, band.quantiles[3]), (Some(3.0), None));
    }

    #[test]
    fn two_hundred_replications_carry_every_quantile() {
        let band = Band::of(&mut (0..=200).map(f64::from).collect());
        assert_eq!(band.central(90), Some((10.0, 190.0)));
        assert_eq!(band.centre(), Some(100.0));
    }
}
