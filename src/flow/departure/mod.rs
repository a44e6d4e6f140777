//! Departure.

pub mod departure;
pub mod repeat;
