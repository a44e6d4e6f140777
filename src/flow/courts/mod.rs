//! The courts.

pub mod appeal;
