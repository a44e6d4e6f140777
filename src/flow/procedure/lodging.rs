//! Lodging a registered application (*indiening*).
//!
//! * **Law.** Regulation (EU) 2024/1348 article 28: within twenty-one days of registration, two months in large numbers. For
//!   applications registered from 12 June 2026; before, making and lodging fall together.
//! * **In.** From screening.
//! * **Out.** Triage, on the day of lodging, from which the term for the decision runs.
//! * **Levers.** `lodging_term`, `lodging_days`.
//! * **Simplifications.** Everyone lodges within the term: those who would not are among the ones who withdraw.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::procedure::triage;
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::transfer::transfer;
use crate::policy::levers::examination::{LODGING_DAYS, LODGING_TERM};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// Screened: the application is still to be lodged, or is.
pub(super) fn after_screening(case: &mut Case) -> Step {
    if case.lever(LODGING_TERM) == Days(0) || transfer::can_still_go(case) {
        return triage::lodged(case);
    }
    Step::To(Stage::Lodging)
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(LODGING_DAYS).0);
    let needs = case.time(Draw::Lodging, Duration::LogNormal(mean, SPREAD));
    Hold::For(Days(needs.0.min(case.lever(LODGING_TERM).0)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    triage::lodged(case)
}
