//! How long something takes.

use super::distribution;
use crate::time::Days;

/// A distribution of times [days], sampled by inversion and rounded to the nearest day, once, here: rounding up would
/// add half a day a stage.
#[derive(Copy, Clone, PartialEq, Debug)]
pub enum Duration {
    /// Always the same [days].
    Fixed(f64),
    /// Evenly between two bounds [days].
    Uniform(f64, f64),
    /// Exponential with this mean [days].
    Exponential(f64),
    /// Lognormal with this mean [days] and coefficient of variation.
    LogNormal(f64, f64),
}

impl Duration {
    /// What is left of a time that was under way on a day chosen by chance, for two uniform numbers: long times are more
    /// often under way than short ones, and the day falls evenly within them.
    pub fn days_left(&self, u: f64, within: f64) -> Days {
        let days = match *self {
            Duration::Fixed(days) => days * within,
            // The distribution function of a length-weighted uniform time is quadratic.
            Duration::Uniform(low, high) => {
                (low * low + u * (high * high - low * low)).max(0.0).sqrt() * within
            }
            // Weighted by length and cut evenly, an exponential time is exponential again.
            Duration::Exponential(mean) => distribution::exponential(u, mean),
            Duration::LogNormal(mean, _) if mean <= 0.0 => 0.0,
            Duration::LogNormal(mean, cv) => distribution::lognormal(u, mean * (1.0 + cv * cv), cv) * within,
        };
        rounded(days)
    }

    /// The days for a uniform number.
    pub fn days(&self, u: f64) -> Days {
        let days = match *self {
            Duration::Fixed(days) => days,
            Duration::Uniform(low, high) => low + u * (high - low),
            Duration::Exponential(mean) => distribution::exponential(u, mean),
            Duration::LogNormal(mean, _) if mean <= 0.0 => 0.0,
            Duration::LogNormal(mean, cv) => distribution::lognormal(u, mean, cv),
        };
        rounded(days)
    }
}

fn rounded(days: f64) -> Days {
    // A century is longer than any horizon and keeps the sum of two within the calendar.
    Days(libm::round(days.clamp(0.0, 36_525.0)) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded_to_the_nearest_day() {
        assert_eq!(Duration::Fixed(2.4).days(0.5), Days(2));
        assert_eq!(Duration::Fixed(2.6).days(0.5), Days(3));
    }

    #[test]
    fn what_is_left_of_a_time_under_way_has_the_mean_of_renewal_theory() {
        // Mean residual life: (mean^2 + variance) / (2 mean).
        let n = 300;
        let mean_left = |duration: Duration| {
            let points = (0..n).flat_map(|i| (0..n).map(move |j| (f64::from(i) + 0.5, f64::from(j) + 0.5)));
            let days =
                points.map(|(a, b)| f64::from(duration.days_left(a / f64::from(n), b / f64::from(n)).0));
            days.sum::<f64>() / f64::from(n * n)
        };
        let near =
            |left: f64, theory: f64| assert!((left / theory - 1.0).abs() < 0.01, "{left} against {theory}");
        near(mean_left(Duration::LogNormal(100.0, 0.6)), (1.0 + 0.36) * 50.0);
        near(mean_left(Duration::Exponential(100.0)), 100.0);
        near(mean_left(Duration::Uniform(0.0, 90.0)), 30.0);
        near(mean_left(Duration::Fixed(100.0)), 50.0);
    }

    #[test]
    fn an_endless_wait_stays_within_the_calendar() {
        assert_eq!(Duration::Exponential(1e12).days(0.999), Days(36_525));
    }
}
