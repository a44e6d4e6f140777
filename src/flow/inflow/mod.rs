//! Who arrives.

pub mod arrivals;
pub mod intensity;
