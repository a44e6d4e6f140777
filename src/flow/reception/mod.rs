//! A roof: reception, and then a dwelling.

pub(crate) mod blocks;
pub(crate) mod distribution;
pub(crate) mod funding;
pub mod housing;
pub mod kinds;
pub mod places;
pub mod task;

pub use kinds::PlaceKind;
