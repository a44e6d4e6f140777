//! Who arrives.

pub mod age;
pub mod arrivals;
pub mod intensity;
pub mod persons;
pub mod resettlement;
