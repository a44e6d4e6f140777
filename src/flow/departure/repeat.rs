//! Repeat applications (*herhaalde aanvragen*, HASA).
//!
//! * **Law.** Aliens Act 2000 article 30a(1)(d), before 12 June 2026.
//! * **In.** Those who left without supervision or stayed without right.
//! * **Out.** Registration, with the same key and a higher visit.
//! * **Levers.** `repeat_share`, `repeat_delay`, `entry_ban`, `entry_ban_effect`.
//! * **Simplifications.** Whoever withdrew the application before is one of them too. Every return decision comes with an entry
//!   ban. It keeps nobody from asking by law; whom it keeps in fact is assumed, and nobody unless a scenario says so.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::terms::late::Late;
use crate::policy::Moment;
use crate::policy::levers::departure::{ENTRY_BAN, ENTRY_BAN_EFFECT};
use crate::policy::levers::inflow::{REPEAT_DELAY, REPEAT_SHARE};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// Out of the chain: for good, or until a repeat application.
pub(crate) fn out(case: &Case, exit: Exit) -> Step {
    let can_return = matches!(exit, Exit::Unsupervised | Exit::WithoutRight);
    if can_return
        && case.applicant.visit < u8::MAX
        && case.happens(Draw::RepeatApplication, case.lever(REPEAT_SHARE))
        && !is_kept_out(case)
    {
        Step::Back(exit)
    } else {
        Step::Out(exit)
    }
}

/// Whether an entry ban that still runs on the day on which they would ask again keeps them from it.
fn is_kept_out(case: &Case) -> bool {
    let effect = case.lever(ENTRY_BAN_EFFECT);
    let told = case.applicant.dates.at(Moment::Returned);
    effect > 0.0
        && case.applicant.track != Track::Absconded
        && told.is_some_and(|day| case.today + delay(case) < day + case.lever(ENTRY_BAN))
        && case.happens(Draw::EntryBan, effect)
}

fn delay(case: &Case) -> Days {
    case.time(Draw::RepeatDelay, Duration::Exponential(f64::from(case.lever(REPEAT_DELAY).0)))
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    Hold::For(delay(case))
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
