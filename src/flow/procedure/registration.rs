//! Identification and registration (*aanmelding*, *identificatie en registratie*).
//!
//! * **Law.** Aliens Act 2000 article 37 and Aliens Decree article 3.108 onwards, as they stood before 12 June 2026.
//! * **In.** Everyone who reports, and those who come back for a repeat application.
//! * **Out.** Screening and lodging, or triage at once; those whom another state sent back go on with what was open, or
//!   depart.
//! * **Levers.** `registration_capacity`, `incoming_open_share`.
//! * **Simplifications.** An application is made on the day somebody reports. The term to register (Regulation (EU) 2024/1348
//!   article 27: five days, fifteen in large numbers, four weeks in a crisis) has no consequence for anybody: capacity tells
//!   when they are registered.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::procedure::screening;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::transfer::INCOMING_OPEN_SHARE;
use crate::random::Draw;

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.note(Moment::Made);
    Hold::Queue { desk: Desk::Registration, class: 0, work: u32::from(case.applicant.persons) * Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::Registered);
    if case.applicant.track == Track::TakenBack {
        case.note(Moment::Lodged);
        return taken_back(case);
    }
    let relocated = case.applicant.track == Track::Relocated;
    case.announce(match case.applicant.visit {
        0 if relocated => News::Relocated,
        0 => News::FirstApplication,
        _ => News::RepeatApplication,
    });
    screening::after_registration(case)
}

/// Another state sent them back: the procedure they left goes on, or they were rejected before they left.
fn taken_back(case: &mut Case) -> Step {
    case.announce(News::TakenBack);
    case.applicant.track = Track::Merits;
    if case.happens(Draw::TakenBack, case.lever(INCOMING_OPEN_SHARE)) {
        case.note(Moment::Responsible);
        Step::To(Stage::Interview)
    } else {
        Step::To(Stage::DeparturePeriod)
    }
}
