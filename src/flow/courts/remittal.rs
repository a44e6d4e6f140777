//! A decision was annulled and the IND decides anew (*terugwijzing*).
//!
//! * **Law.** General Administrative Law Act article 8:72(4): the court may set a term for the new decision, and a penalty
//!   for each day beyond it.
//! * **In.** Appeals and further appeals that were upheld.
//! * **Out.** The officers: those with a term of the court before those without. On a transfer decision, a new one or the
//!   Dutch procedure.
//! * **Levers.** `remittal_term_share`, `remittal_term`, `dublin_remitted_taken`, `judicial_penalty`, `judicial_penalty_most`.
//! * **Simplifications.** No new interview, intention or view; no notice of default on a new decision.

use super::kind::Standing;
use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::procedure::decision::{REMITTED, STARTED};
use crate::flow::recorder::News;
use crate::flow::stage::{Stage, Step};
use crate::policy::levers::courts::{DUBLIN_TAKEN, REMITTAL_TERM, REMITTAL_TERM_SHARE};
use crate::policy::levers::terms::{JUDICIAL_PENALTY, JUDICIAL_PENALTY_MOST};
use crate::random::Draw;

/// Back to the officers, for another decision.
pub(super) fn back(case: &mut Case) -> Step {
    case.applicant.round = case.applicant.round.saturating_add(1);
    case.applicant.stands(Standing::Own);
    let dublin = case.applicant.track == Track::Claimed;
    Step::To(if dublin { Stage::Closing } else { Stage::Decision })
}

/// Whether the court set a term for the new decision.
fn has_term(case: &Case) -> bool {
    case.happens(Draw::RemittalTerm, case.lever(REMITTAL_TERM_SHARE))
}

/// The class in which the officers take up a new decision.
pub(crate) fn class(case: &Case) -> u8 {
    if has_term(case) { REMITTED } else { STARTED }
}

/// The new decision: what it costs that it came after the court's term.
pub(crate) fn settle(case: &mut Case) {
    let beyond = case.days_here().0 - case.lever(REMITTAL_TERM).0;
    if has_term(case) && beyond > 0 {
        let due = f64::from(beyond) * case.lever(JUDICIAL_PENALTY);
        case.announce(News::JudicialPenalty(due.min(case.lever(JUDICIAL_PENALTY_MOST)) as u32));
    }
}

/// After a transfer decision was annulled: whether the Netherlands takes the application itself.
pub(crate) fn is_taken(case: &Case) -> bool {
    case.applicant.round > 0 && case.happens(Draw::DublinTaken, case.lever(DUBLIN_TAKEN))
}
