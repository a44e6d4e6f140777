//! Whether a repeat application is admissible (*ontvankelijk*): the one-day review of old, the preliminary examination now.
//!
//! * **Law.** Aliens Act 2000 article 30a(1)(d), before 12 June 2026: inadmissible without new elements or findings, after
//!   the one-day review (*eendagstoets*). Regulation (EU) 2024/1348 articles 38(2), 55 and 56, lodged since: also where the
//!   applicant could have brought them forward before; two months from lodging (article 35(1)), and a decision that is late
//!   makes nothing admissible; whoever lodges a second or later one after a final rejection has no right to remain.
//! * **In.** Repeat applications, from registration.
//! * **Out.** Inadmissible: a rejection, with a term to appeal. Admissible: the interview, since 12 June 2026 in the
//!   accelerated procedure (article 42(1)(g)).
//! * **Levers.** `admissibility_hours`, `inadmissible_share`, `fault_test`, `could_have_share`, `repeat_stay`.
//! * **Simplifications.** Taken up before all other work on the merits. An admissible one takes as much work as a first
//!   application, and stands in its queue from that day. The officer sees at once what the outcome on the merits would be:
//!   what would be granted is inadmissible only for the applicant's own fault.

use crate::flow::Case;
use crate::flow::applicant::{Outcome, Track};
use crate::flow::procedure::cohorts;
use crate::flow::procedure::decision::{self, CLOSING};
use crate::flow::recorder::News;
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::terms::late;
use crate::policy::Moment;
use crate::policy::levers::courts::INADMISSIBLE_SHARE;
use crate::policy::levers::examination::{ACCELERATED, COULD_HAVE_SHARE, FAULT_TEST, REPEAT_STAY};
use crate::policy::levers::procedure::ADMISSIBILITY_HOURS;
use crate::random::Draw;

/// Whether somebody may not stay while a repeat application is examined: it is not the first, and the law says so.
pub(crate) fn may_not_stay(case: &Case) -> bool {
    case.applicant.visit > 1 && !case.lever(REPEAT_STAY)
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let work = decision::minutes(case, case.lever(ADMISSIBILITY_HOURS));
    cohorts::queue(case, CLOSING, work)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if !is_inadmissible(case) {
        case.applicant.track = Track::Merits;
        if case.lever(ACCELERATED) && !case.applicant.unaccompanied {
            case.applicant.track = Track::Accelerated;
            case.announce(News::Accelerated);
        }
        return Step::To(Stage::Interview);
    }
    case.note(Moment::Decided);
    case.applicant.outcome = Some(Outcome::Rejected);
    case.announce(News::Inadmissible);
    case.announce(News::Decided);
    late::settle(case);
    Step::To(Stage::AppealTerm)
}

/// Whether a repeat application is, or a rejection of one was, inadmissible.
pub(crate) fn is_inadmissible(case: &Case) -> bool {
    let nothing_new = || {
        decision::decide(case) == Outcome::Rejected
            && case.happens(Draw::Inadmissible, case.lever(INADMISSIBLE_SHARE))
    };
    let own_fault = || case.lever(FAULT_TEST) && case.happens(Draw::CouldHave, case.lever(COULD_HAVE_SHARE));
    case.applicant.visit > 0 && (own_fault() || nothing_new())
}
