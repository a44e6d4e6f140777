//! Family reunification, and what relatives do who fall outside its rule.

pub mod journey;
pub mod objection;
pub mod outside;
pub mod reunification;
pub mod rule;
pub(in crate::flow) mod ties;
pub mod waiting;
