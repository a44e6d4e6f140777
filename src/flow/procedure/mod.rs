//! The asylum procedure: from registration to the decision.

pub mod claim;
pub mod decision;
pub mod registration;
