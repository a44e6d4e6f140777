//! Values nobody chooses, drawn anew in every replication.

use super::levers;
use crate::random::{Stream, distribution};

/// How sure one is of a value.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Grade {
    /// Back-tested against what happened.
    A,
    /// Sourced but untested.
    B,
    /// Assumed.
    C,
}

/// The shape of the distribution between the bounds.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// PERT: a smooth hill with its top at the value.
    Pert,
    /// Every value between the bounds equally likely.
    Uniform,
}

/// A value with the range from which replications draw.
#[derive(Clone, PartialEq, Debug)]
pub struct Uncertainty {
    /// Place in the catalogue.
    pub index: usize,
    /// Most likely value.
    pub value: f64,
    /// Bounds.
    pub range: (f64, f64),
    /// Shape between them.
    pub shape: Shape,
}

impl Uncertainty {
    /// The value in one replication. The draw is keyed by the name, so that a new uncertainty moves no other.
    pub fn draw(&self, stream: Stream) -> f64 {
        let u = stream.named(levers::declaration(self.index).name);
        let (low, high) = self.range;
        if low == high {
            return self.value;
        }
        match self.shape {
            Shape::Uniform => low + u * (high - low),
            Shape::Pert => distribution::pert(u, low, self.value, high),
        }
    }
}
