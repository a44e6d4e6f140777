//! Transfer to the state that is responsible (*overdracht*).
//!
//! * **Law.** Regulation 604/2013 (Dublin III) articles 27 and 29: six months from acceptance, or from the end of a suspension
//!   by a court; eighteen when the person absconds; after that responsibility shifts to the Netherlands.
//! * **In.** From the transfer decision, where nobody appeals or the court lets nobody stay; from the courts; and those who
//!   come back before their eighteen months are over.
//! * **Out.** Transferred; absconded, perhaps to come back; or the term passes, and the Dutch procedure begins.
//! * **Levers.** `transfer_term`, `absconded_term`, `dublin_absconding`, `absconding_days`, `dublin_takes`, `transfer_days`,
//!   `transfer_days_after_ruling`, `area_restriction`, `area_restriction_effect`.
//! * **Simplifications.** No detention before transfer; escorts do not bind; who comes back may be transferred or may abscond once more.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::case::SPREAD;
use crate::flow::departure::repeat;
use crate::flow::recorder::News;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::transfer::claim::destination;
use crate::policy::Moment;
use crate::policy::levers::transfer::{
    ABSCONDED_TERM, ABSCONDING_DAYS, AREA_RESTRICTION, AREA_RESTRICTION_EFFECT, DUBLIN_ABSCONDING,
    DUBLIN_TAKES, TRANSFER_DAYS, TRANSFER_DAYS_AFTER_RULING, TRANSFER_TERM,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

pub(crate) fn enter(case: &mut Case) -> Hold {
    let until = if absconds(case) {
        let mean = f64::from(case.lever(ABSCONDING_DAYS).0);
        let since = case.applicant.dates.at(Moment::Decided).map_or(case.days_here(), |day| case.today - day);
        case.time(Draw::TransferTime, Duration::LogNormal(mean, SPREAD)).0 - since.0
    } else if is_taken(case) {
        let suspended = case.applicant.dates.at(Moment::Returned).is_some();
        let lever = if suspended { TRANSFER_DAYS_AFTER_RULING } else { TRANSFER_DAYS };
        let mean = f64::from(case.lever(lever).0);
        let came_back = case.applicant.track == Track::Absconded;
        let since = if came_back { case.days_here() } else { since_clock(case) };
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

/// A new term counts from the same day; whoever has had that time is due today.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(enter(case))
}

/// The Netherlands is responsible: the application is decided here, and its term begins today.
pub(crate) fn responsible(case: &mut Case) -> Step {
    case.applicant.track = Track::Merits;
    case.applicant.outcome = None;
    case.applicant.round = 0;
    case.applicant.dates.forget(Moment::Returned);
    case.note(Moment::Responsible);
    Step::To(Stage::Interview)
}

/// Whether somebody who comes back can still be transferred.
pub(crate) fn can_still_go(case: &Case) -> bool {
    case.applicant.track == Track::Absconded && left(case).0 > 0
}

fn absconds(case: &Case) -> bool {
    // Who will go out of sight is settled on acceptance, whatever comes later.
    let accepted = case.applicant.dates.at(Moment::Accepted).unwrap_or(case.today);
    let restricted = case.on(AREA_RESTRICTION, accepted);
    let times = 1.0 + restricted * (case.lever(AREA_RESTRICTION_EFFECT) - 1.0);
    case.happens(Draw::Absconding, (case.lever(DUBLIN_ABSCONDING) * times).min(1.0))
}

/// Whether the other state takes people back in practice.
fn is_taken(case: &Case) -> bool {
    case.happens(Draw::TransferFate, case.lever(DUBLIN_TAKES)[destination(case)])
}

/// Days since the term began: on acceptance, or when a court that had suspended the transfer no longer did.
fn since_clock(case: &Case) -> Days {
    let dates = &case.applicant.dates;
    let began = dates.at(Moment::Returned).or(dates.at(Moment::Accepted));
    began.map_or(Days(0), |day| case.today - day)
}

/// Days until responsibility shifts.
fn left(case: &Case) -> Days {
    let absconded = case.applicant.track == Track::Absconded;
    let term = case.lever(if absconded { ABSCONDED_TERM } else { TRANSFER_TERM });
    Days(term.0 - since_clock(case).0)
}
