//! Cases of a nationality for which nothing is decided for now (*besluitmoratorium*).
//!
//! * **Law.** Aliens Act 2000 article 43, before 12 June 2026: at most a year, and a decision term of twenty-one months.
//! * **In.** From the queue for the interview, on the day the moratorium begins or on joining it later.
//! * **Out.** Back to their old place in that queue, when the moratorium ends or has held them for its longest.
//! * **Levers.** `decision_moratorium`, `moratorium_longest`.
//! * **Simplifications.** Files on which the officers have begun are finished; a case is held once.

use crate::flow::Case;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::terms::{MORATORIUM, MORATORIUM_LONGEST};
use crate::time::Days;

/// Whether somebody who waits for the interview is to be held.
pub(crate) fn holds(case: &Case) -> bool {
    case.lever(MORATORIUM) && !case.applicant.held
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.applicant.held = true;
    Hold::For(case.lever(MORATORIUM_LONGEST))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::To(Stage::Interview)
}

/// The moratorium ended: everyone held is due today. A new longest counts from the day they were held.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    let left = case.lever(MORATORIUM_LONGEST).0 - case.days_here().0;
    Some(Hold::For(Days(if case.lever(MORATORIUM) { left.max(0) } else { 0 })))
}
