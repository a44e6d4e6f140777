//! Arrivals one by one, at a rate that steps.

use super::distribution::exponential;

/// Poisson arrivals at a rate that is constant between steps, exact: no thinning, no slices of time.
///
/// The arrivals of a rate that changes are those of a rate of 1 on a clock that runs as fast as the rate (Cinlar 1975). So
/// each arrival lies one standard exponential further on that clock, and the inverse of the cumulated rate tells when.
///
/// ```
/// use doorstroom::random::Arrivals;
/// let arrivals = Arrivals::new(&[(0, 0.5), (100, 0.0), (200, 2.0)]);
/// assert_eq!(arrivals.expected(150.0), 50.0);
/// assert_eq!(arrivals.moment(50.0), Some(100.0));
/// assert_eq!(arrivals.moment(52.0), Some(201.0));      // nobody comes between 100 and 200
/// ```
#[derive(Clone, Debug)]
pub struct Arrivals {
    /// From which tick, at which rate \[a tick\], and how many were expected until then.
    steps: Vec<(f64, f64, f64)>,
}

impl Arrivals {
    /// Rates \[arrivals a tick\], each from a tick on, in order of time; nobody comes before the first.
    ///
    /// # Panics
    /// When the ticks do not rise, or a rate is negative or not a number.
    pub fn new(steps: &[(u64, f64)]) -> Arrivals {
        let mut known: Vec<(f64, f64, f64)> = Vec::with_capacity(steps.len());
        for &(from, rate) in steps {
            assert!(rate >= 0.0 && rate.is_finite(), "a rate is a number from 0, not {rate}");
            let from = from as f64;
            let expected = match known.last() {
                Some(&(before, pace, sum)) => {
                    assert!(from > before, "the steps of a rate come in order of time");
                    sum + (from - before) * pace
                }
                None => 0.0,
            };
            known.push((from, rate, expected));
        }
        Arrivals { steps: known }
    }

    /// How many are expected until a moment \[ticks\].
    pub fn expected(&self, moment: f64) -> f64 {
        let after = self.steps.partition_point(|step| step.0 <= moment);
        let Some(&(from, rate, sum)) = after.checked_sub(1).map(|last| &self.steps[last]) else { return 0.0 };
        sum + (moment - from) * rate
    }

    /// The moment \[ticks\] until which so many are expected; `None` when so many never come.
    pub fn moment(&self, expected: f64) -> Option<f64> {
        // The last step that begins before so many have come, and lets somebody in.
        let after = self.steps.partition_point(|step| step.2 < expected);
        let &(from, rate, sum) = self.steps[..after].last()?;
        (rate > 0.0).then(|| from + (expected - sum) / rate)
    }

    /// When the next one comes \[tick\], for a uniform number: `expected` stands where the last one came on the clock of the
    /// rate, 0 at first, and is moved on.
    pub fn next(&self, expected: &mut f64, u: f64) -> Option<u64> {
        *expected += exponential(u, 1.0);
        self.moment(*expected).map(|moment| libm::round(moment) as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_and_what_is_expected_until_then_undo_each_other() {
        let arrivals = Arrivals::new(&[(10, 0.25), (50, 0.0), (60, 3.0), (61, 0.5)]);
        assert_eq!(arrivals.expected(10.0), 0.0);
        assert_eq!(arrivals.expected(3.0), 0.0);
        for expected in [0.1, 9.99, 10.01, 12.9, 13.1, 500.0] {
            let moment = arrivals.moment(expected).unwrap();
            assert!((arrivals.expected(moment) - expected).abs() < 1e-9, "{expected} {moment}");
            assert!(!(50.0 + 1e-9..60.0).contains(&moment), "{moment}: nobody comes then");
        }
    }

    #[test]
    fn who_never_comes_has_no_moment() {
        assert_eq!(Arrivals::new(&[(0, 1.0), (10, 0.0)]).moment(10.5), None);
        assert_eq!(Arrivals::new(&[(0, 0.0)]).moment(0.5), None);
        assert_eq!(Arrivals::new(&[]).moment(0.5), None);
    }

    #[test]
    #[should_panic(expected = "come in order of time")]
    fn steps_come_in_order() {
        Arrivals::new(&[(5, 1.0), (5, 2.0)]);
    }
}
