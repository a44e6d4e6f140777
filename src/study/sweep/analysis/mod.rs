//! What drives an outcome: indices from the points of a sweep, and the box in which an outcome happens.

mod morris;
mod prim;
mod sobol;
mod swings;

pub use morris::{Effect, effects};
pub use prim::{Case, Limit, Peel, discover};
pub use sobol::{Index, indices};
pub use swings::{Swing, swings};

/// An estimate with the interval that holds it in 95 % of samples.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl Estimate {
    /// The value, and the middle 95 % of its resampled values.
    fn of(value: f64, mut resampled: Vec<f64>) -> Estimate {
        resampled.sort_by(f64::total_cmp);
        let at = |p: f64| {
            let place = (p * (resampled.len() as f64 - 1.0)).round() as usize;
            resampled.get(place).copied().unwrap_or(value)
        };
        Estimate { value, low: at(0.025), high: at(0.975) }
    }

    /// Half of the width of the interval.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

/// The mean of some numbers; NaN of none.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
