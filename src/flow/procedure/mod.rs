//! The asylum procedure: from registration to the decision.

pub mod accelerated;
pub mod border;
pub mod closing;
pub mod cohorts;
pub mod decision;
pub mod interview;
pub mod registration;
pub mod withdrawal;
