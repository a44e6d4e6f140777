//! Departure.

pub mod departure;
pub mod detention;
pub mod line;
pub mod location;
pub mod repeat;
pub(crate) mod stock;

use crate::policy::levers::departure::{
    DEPARTURE_PERIOD, DEPARTURE_PERIOD_UNFOUNDED, DETENTION_EXTENSION, DETENTION_TERM, RESTRICTED_DAYS,
    TRAVEL_DOCUMENT_SHARE,
};

/// Levers that move the clocks of those who must leave.
pub(crate) const CLOCKS: [usize; 6] = [
    DEPARTURE_PERIOD.index(),
    DEPARTURE_PERIOD_UNFOUNDED.index(),
    RESTRICTED_DAYS.index(),
    DETENTION_TERM.index(),
    DETENTION_EXTENSION.index(),
    TRAVEL_DOCUMENT_SHARE.index(),
];
