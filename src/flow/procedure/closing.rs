//! Decisions that are not on the merits: a transfer decision (*overdrachtsbesluit*), or the application is set aside after a
//! withdrawal or a no-show (*buiten behandeling*).
//!
//! * **Law.** Aliens Act 2000 articles 30 (another state is responsible) and 30c (set aside), before 12 June 2026.
//! * **In.** Accepted claims on another state, and applications withdrawn.
//! * **Out.** A transfer decision has a term to appeal; a new one after a remittal may be to take the application after all.
//!   The others go towards departure.
//! * **Levers.** `closed_hours`, `dublin_remitted_taken`.
//! * **Simplifications.** The same hours for either; taken up before all other work.

use crate::flow::Case;
use crate::flow::applicant::{Outcome, Track};
use crate::flow::courts::remittal;
use crate::flow::procedure::cohorts;
use crate::flow::procedure::decision::{self, CLOSING};
use crate::flow::recorder::News;
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::transfer::transfer;
use crate::policy::Moment;
use crate::policy::levers::procedure::CLOSED_HOURS;

pub(crate) fn enter(case: &mut Case) -> Hold {
    let work = decision::minutes(case, case.lever(CLOSED_HOURS));
    cohorts::queue(case, CLOSING, work)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if case.applicant.round > 0 {
        remittal::settle(case);
    }
    if case.applicant.track == Track::Claimed && remittal::is_taken(case) {
        return transfer::responsible(case);
    }
    case.note(Moment::Decided);
    case.applicant.outcome = Some(Outcome::Closed);
    case.announce(News::Decided);
    Step::To(if case.applicant.track == Track::Claimed { Stage::AppealTerm } else { Stage::DeparturePeriod })
}
