//! Departure.

pub mod border_return;
pub mod departure;
pub mod detention;
pub mod hub;
pub mod line;
pub mod location;
pub(crate) mod others;
pub mod repeat;
pub(crate) mod stock;

use crate::policy::levers::departure::{
    DEPARTURE_PERIOD, DEPARTURE_PERIOD_UNFOUNDED, DETENTION_EXTENSION, DETENTION_TERM,
    MANDATORY_FORCED_SHARE, RESTRICTED_DAYS, RETURN_BORDER_LONGEST, RETURN_SANCTIONS, RETURN_SUPPORT,
    TRAVEL_DOCUMENT_SHARE, UNLAWFUL_STAY_CRIME,
};

/// Levers that move the clocks of those who must leave.
pub(crate) const CLOCKS: [usize; 11] = [
    DEPARTURE_PERIOD.index(),
    DEPARTURE_PERIOD_UNFOUNDED.index(),
    RESTRICTED_DAYS.index(),
    DETENTION_TERM.index(),
    DETENTION_EXTENSION.index(),
    MANDATORY_FORCED_SHARE.index(),
    RETURN_BORDER_LONGEST.index(),
    TRAVEL_DOCUMENT_SHARE.index(),
    RETURN_SUPPORT.index(),
    RETURN_SANCTIONS.index(),
    UNLAWFUL_STAY_CRIME.index(),
];
