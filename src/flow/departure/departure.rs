//! Departure after an application ended without a permit (*vertrek*).
//!
//! * **Law.** Aliens Act 2000 articles 61 to 63 (duty to leave, 28 days, removal); directive 2008/115.
//! * **In.** Rejections that are final, and closed cases.
//! * **Out.** Proven voluntary or forced departure, departure without supervision, or staying without right.
//! * **Levers.** `departure_period`, `departure_mix`, `voluntary_days`, `forced_days`, `unsupervised_days`, `repeat_share`,
//!   `repeat_delay`.
//! * **Simplifications.** One mix for everyone but those whom another state takes (see `transfer/transfer`); no detention,
//!   no freedom-restricting or family locations: reception lasts until departure, and ends after the departure period
//!   for those who stay.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::departure::repeat;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::departure::{
    DEPARTURE_MIX, DEPARTURE_PERIOD, FORCED_DAYS, UNSUPERVISED_DAYS, VOLUNTARY_DAYS,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// The departure period runs.
pub(crate) mod period {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        case.note(Moment::Returned);
        Hold::For(case.lever(DEPARTURE_PERIOD))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        match kind(case) {
            Exit::WithoutRight => repeat::out(case, Exit::WithoutRight),
            _ => Step::To(Stage::Departure),
        }
    }

    /// A new period counts from the day the old one began; whoever has had that time is due today.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        let left = case.lever(DEPARTURE_PERIOD).0 - case.days_here().0;
        Some(Hold::For(Days(left.max(0))))
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = match kind(case) {
        Exit::Voluntary => case.lever(VOLUNTARY_DAYS),
        Exit::Forced => case.lever(FORCED_DAYS),
        _ => case.lever(UNSUPERVISED_DAYS),
    };
    let whole = case.time(Draw::DepartureTime, Duration::LogNormal(f64::from(mean.0), SPREAD));
    // The time counts from the final decision; the departure period is behind them.
    let since = case.applicant.dates.at(Moment::Returned).map_or(Days(0), |day| case.today - day);
    Hold::For(Days((whole.0 - since.0).max(0)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    let exit = kind(case);
    repeat::out(case, exit)
}

/// How they will leave: thrown once an application.
fn kind(case: &Case) -> Exit {
    match case.choose(Draw::DepartureKind, case.lever(DEPARTURE_MIX)) {
        0 => Exit::Voluntary,
        1 => Exit::Forced,
        2 => Exit::Unsupervised,
        _ => Exit::WithoutRight,
    }
}
