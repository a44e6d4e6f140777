//! The asylum procedure: from registration to the decision.

pub mod accelerated;
pub mod admissibility;
pub mod border;
pub mod closing;
pub mod cohorts;
pub mod decision;
pub mod guardian;
pub mod interview;
pub mod lodging;
pub mod registration;
pub mod screening;
pub mod triage;
pub mod withdrawal;
