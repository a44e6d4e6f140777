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
    /// The days for a uniform number.
    pub fn days(&self, u: f64) -> Days {
        let days = match *self {
            Duration::Fixed(days) => days,
            Duration::Uniform(low, high) => low + u * (high - low),
            Duration::Exponential(mean) => distribution::exponential(u, mean),
            Duration::LogNormal(mean, _) if mean <= 0.0 => 0.0,
            Duration::LogNormal(mean, cv) => distribution::lognormal(u, mean, cv),
        };
        // A century is longer than any horizon and keeps the sum of two within the calendar.
        Days(libm::round(days.clamp(0.0, 36_525.0)) as i32)
    }
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
    fn an_endless_wait_stays_within_the_calendar() {
        assert_eq!(Duration::Exponential(1e12).days(0.999), Days(36_525));
    }
}
