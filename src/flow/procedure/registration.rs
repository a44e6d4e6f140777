//! Identification and registration (*aanmelding*, *identificatie en registratie*).
//!
//! * **Law.** Aliens Act 2000 article 37 and Aliens Decree article 3.108 onwards, as they stood before 12 June 2026.
//! * **In.** Everyone who reports, and those who come back for a repeat application.
//! * **Out.** A claim on another state, or the queue for a decision.
//! * **Levers.** `registration_capacity`, `closed_share`, `priority_share`.
//! * **Simplifications.** Making, registering and lodging the application fall on the day of registration; it is known
//!   there whether the case will be closed without a decision on the merits.

use crate::flow::Case;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::procedure::{CLOSED_SHARE, PRIORITY_SHARE};
use crate::random::Draw;

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.note(Moment::Made);
    Hold::Queue { desk: Desk::Registration, class: 0, work: u32::from(case.applicant.persons) * Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::Registered);
    case.note(Moment::Lodged);
    case.announce(if case.applicant.visit == 0 { News::FirstApplication } else { News::RepeatApplication });
    let closes = case.happens(Draw::ClosedEarly, case.lever(CLOSED_SHARE));
    case.applicant.to_close = closes;
    case.applicant.priority = case.happens(Draw::Priority, case.lever(PRIORITY_SHARE));
    Step::To(if closes { Stage::Claim } else { Stage::Decision })
}
