//! A roof: reception, and then a dwelling.

pub mod housing;
pub mod places;
