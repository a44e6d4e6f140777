//! Family reunification.

pub mod reunification;
