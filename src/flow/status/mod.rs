//! Permits, once they are given.

pub mod permits;
