//! Transfer to the state that is responsible (*overdracht*).
//!
//! * **Law.** Regulation 604/2013 (Dublin III) article 29: six months from acceptance, eighteen when the person absconds;
//!   after that responsibility shifts to the Netherlands.
//! * **In.** From the transfer decision; and those who come back before their eighteen months are over.
//! * **Out.** Transferred; absconded, perhaps to come back; or the term passes, and the Dutch procedure begins.
//! * **Levers.** `transfer_term`, `absconded_term`, `dublin_absconding`, `absconding_days`, `dublin_takes`, `transfer_days`.
//! * **Simplifications.** Appeal and interim measure are within the time to transfer and do not restart the term; no
//!   detention before transfer; escorts do not bind; who comes back may be transferred or may abscond once more.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::case::SPREAD;
use crate::flow::departure::repeat;
use crate::flow::recorder::News;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::transfer::claim::destination;
use crate::policy::Moment;
use crate::policy::levers::transfer::{
    ABSCONDED_TERM, ABSCONDING_DAYS, DUBLIN_ABSCONDING, DUBLIN_TAKES, TRANSFER_DAYS, TRANSFER_TERM,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

pub(crate) fn enter(case: &mut Case) -> Hold {
    let until = if absconds(case) {
        let mean = f64::from(case.lever(ABSCONDING_DAYS).0);
        case.time(Draw::TransferTime, Duration::LogNormal(mean, SPREAD)).0 - case.days_here().0
    } else if is_taken(case) {
        let mean = f64::from(case.lever(TRANSFER_DAYS).0);
        let came_back = case.applicant.track == Track::Absconded;
        let since = if came_back { case.days_here() } else { since_acceptance(case) };
        case.time(Draw::TransferTime, Duration::LogNormal(mean, SPREAD)).0 - since.0
    } else {
        i32::MAX
    };
    Hold::For(Days(until.min(left(case).0).max(0)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if left(case).0 <= 0 {
        case.announce(News::TransferLapsed);
        return responsible(case);
    }
    if absconds(case) {
        case.applicant.track = Track::Absconded;
        return repeat::out(case, Exit::Unsupervised);
    }
    Step::Out(Exit::Transferred)
}

/// A new term counts from the same acceptance; whoever has had that time is due today.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(enter(case))
}

/// The Netherlands is responsible: the application is decided here, and its term begins today.
pub(crate) fn responsible(case: &mut Case) -> Step {
    case.applicant.track = Track::Merits;
    case.applicant.outcome = None;
    case.note(Moment::Responsible);
    Step::To(Stage::Interview)
}

/// Whether somebody who comes back can still be transferred.
pub(crate) fn can_still_go(case: &Case) -> bool {
    case.applicant.track == Track::Absconded && left(case).0 > 0
}

fn absconds(case: &Case) -> bool {
    case.happens(Draw::Absconding, case.lever(DUBLIN_ABSCONDING))
}

/// Whether the other state takes people back in practice.
fn is_taken(case: &Case) -> bool {
    case.happens(Draw::TransferFate, case.lever(DUBLIN_TAKES)[destination(case)])
}

fn since_acceptance(case: &Case) -> Days {
    case.applicant.dates.at(Moment::Accepted).map_or(Days(0), |day| case.today - day)
}

/// Days until responsibility shifts.
fn left(case: &Case) -> Days {
    let absconded = case.applicant.track == Track::Absconded;
    let term = case.lever(if absconded { ABSCONDED_TERM } else { TRANSFER_TERM });
    Days(term.0 - since_acceptance(case).0)
}
