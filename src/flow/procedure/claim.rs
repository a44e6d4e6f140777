//! Cases that end without a decision on the merits: another state is responsible (*spoor 1*, Dublin), the application is
//! withdrawn or not processed (*buiten behandeling*).
//!
//! * **Law.** Regulation 604/2013 (Dublin III); Aliens Act 2000 articles 30 to 30c.
//! * **In.** From registration.
//! * **Out.** The desk of the decision officers, with priority.
//! * **Levers.** `closed_days`.
//! * **Simplifications.** One clock for claim and answer; no transfer, no lapse back into the procedure.

use crate::flow::Case;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::procedure::CLOSED_DAYS;
use crate::random::{Draw, Duration};

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(CLOSED_DAYS).0);
    Hold::For(case.time(Draw::RegistrationTime, Duration::LogNormal(mean, SPREAD)))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::To(Stage::Decision)
}

/// Coefficient of variation of procedural times: the suggested 0.5 to 0.7 of the calibration sheet, its middle.
pub(crate) const SPREAD: f64 = 0.6;
