//! Identification and registration (*aanmelding*, *identificatie en registratie*).
//!
//! * **Law.** Aliens Act 2000 article 37 and Aliens Decree article 3.108 onwards, as they stood before 12 June 2026.
//! * **In.** Everyone who reports, and those who come back for a repeat application.
//! * **Out.** By track (*spoor*): a claim on another state (1), a safe country (2), or the general and extended procedure
//!   (4), or, since 12 June 2026, the accelerated one; those whom another state sent back go on with what was open, or depart.
//! * **Levers.** `registration_capacity`, `dublin_share`, `withdrawn_share`, `safe_country_share`, `priority_share`,
//!   `incoming_open_share`.
//! * **Simplifications.** Making, registering and lodging the application fall on the day of registration; it is known
//!   there who will withdraw. Tracks 3 and 5 are not used.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::procedure::{accelerated, admissibility, border};
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::flow::transfer::transfer;
use crate::policy::Moment;
use crate::policy::levers::procedure::{PRIORITY_SHARE, SAFE_COUNTRY_SHARE, WITHDRAWN_SHARE};
use crate::policy::levers::transfer::{DUBLIN_SHARE, INCOMING_OPEN_SHARE};
use crate::random::Draw;

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.note(Moment::Made);
    Hold::Queue { desk: Desk::Registration, class: 0, work: u32::from(case.applicant.persons) * Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::Registered);
    case.note(Moment::Lodged);
    if case.applicant.track == Track::TakenBack {
        return taken_back(case);
    }
    let relocated = case.applicant.track == Track::Relocated;
    case.announce(match case.applicant.visit {
        0 if relocated => News::Relocated,
        0 => News::FirstApplication,
        _ => News::RepeatApplication,
    });
    if transfer::can_still_go(case) {
        return Step::To(Stage::Transfer);
    }
    // Whoever outlasted the term of a transfer has the Netherlands as the responsible state: no second claim. So has who
    // was relocated: no claim at all.
    let outlasted = case.applicant.track == Track::Absconded;
    case.applicant.track = if outlasted { Track::Merits } else { triage(case, !relocated) };
    if case.applicant.track == Track::Accelerated {
        case.announce(News::Accelerated);
    }
    case.applicant.priority = case.happens(Draw::Priority, case.lever(PRIORITY_SHARE));
    if case.applicant.track == Track::Claimed {
        return Step::To(Stage::Claim);
    }
    case.note(Moment::Responsible);
    Step::To(match case.applicant.track {
        Track::Withdrawn => Stage::Withdrawal,
        Track::Merits | Track::NoStay if case.applicant.visit > 0 && !outlasted => Stage::Admissibility,
        _ if border::takes(case) => Stage::Border,
        _ => Stage::Interview,
    })
}

fn triage(case: &Case, claimable: bool) -> Track {
    let claimed = claimable && case.happens(Draw::ClosedEarly, case.lever(DUBLIN_SHARE));
    if claimed && !case.applicant.unaccompanied {
        Track::Claimed
    } else if case.happens(Draw::Withdrawal, case.lever(WITHDRAWN_SHARE)) {
        Track::Withdrawn
    } else if case.happens(Draw::SafeCountry, case.lever(SAFE_COUNTRY_SHARE)) {
        Track::Safe
    } else if admissibility::may_not_stay(case) {
        Track::NoStay
    } else if case.applicant.visit == 0 && accelerated::takes(case) {
        Track::Accelerated
    } else {
        Track::Merits
    }
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
