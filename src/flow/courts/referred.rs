//! Appeals that wait for an answer of the Court of Justice (*prejudiciële vragen*).
//!
//! * **Law.** Treaty on the Functioning of the European Union article 267: a court may refer a question, a highest court
//!   must; cases that turn on it wait.
//! * **In.** Appeals that are ready for a hearing.
//! * **Out.** The queue of the district court, when the answer is there.
//! * **Levers.** `reference_share`, `reference_share_new`, `reference_days`.
//! * **Simplifications.** It is thrown for each appeal by itself whether its question is one that was referred. Decisions at
//!   first instance do not wait for an answer, and further appeals do not.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::courts::{REFERENCE_DAYS, REFERENCE_SHARE, REFERENCE_SHARE_NEW};
use crate::policy::levers::examination::ONE_PROCEDURE;
use crate::random::{Draw, Duration};

/// Whether an appeal turns on a question that was referred.
pub(super) fn is_frozen(case: &Case) -> bool {
    let share = case.lever(if case.lever(ONE_PROCEDURE) { REFERENCE_SHARE_NEW } else { REFERENCE_SHARE });
    case.happens(Draw::Reference, share)
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(REFERENCE_DAYS).0);
    Hold::For(case.time(Draw::ReferenceTime, Duration::LogNormal(mean, SPREAD)))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::To(Stage::Appeal)
}
