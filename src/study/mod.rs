//! Floor 5: replications of a scenario and what comes of them.

pub mod outcome;
