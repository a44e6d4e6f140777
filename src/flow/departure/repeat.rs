//! Repeat applications (*herhaalde aanvragen*, HASA).
//!
//! * **Law.** Aliens Act 2000 article 30a(1)(d), before 12 June 2026.
//! * **In.** Those who left without supervision or stayed without right.
//! * **Out.** Registration, with the same key and a higher visit.
//! * **Levers.** `repeat_share`, `repeat_delay`.
//! * **Simplifications.** Whoever withdrew the application before is one of them too.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::terms::late::Late;
use crate::policy::Moment;
use crate::policy::levers::inflow::{REPEAT_DELAY, REPEAT_SHARE};
use crate::random::{Draw, Duration};

/// Out of the chain: for good, or until a repeat application.
pub(crate) fn out(case: &Case, exit: Exit) -> Step {
    let can_return = matches!(exit, Exit::Unsupervised | Exit::WithoutRight);
    if can_return
        && case.applicant.visit < u8::MAX
        && case.happens(Draw::RepeatApplication, case.lever(REPEAT_SHARE))
    {
        Step::Back(exit)
    } else {
        Step::Out(exit)
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(REPEAT_DELAY).0);
    Hold::For(case.time(Draw::RepeatDelay, Duration::Exponential(mean)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.applicant.visit += 1;
    case.applicant.round = 0;
    case.applicant.outcome = None;
    case.applicant.priority = false;
    case.applicant.extended = false;
    case.applicant.held = false;
    case.applicant.late = Late::No;
    if case.applicant.track == Track::Absconded {
        // The eighteen months of a transfer run on.
        case.applicant.dates.clear_but(&[Moment::Accepted, Moment::Returned]);
    } else {
        case.applicant.track = Track::Merits;
        case.applicant.dates.clear();
    }
    Step::To(Stage::Registration)
}
