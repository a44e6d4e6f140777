//! Which way an application goes (*sporen*, *triage*), on the day it is lodged.
//!
//! * **Law.** Before 12 June 2026 the tracks (*sporen*) of the IND; Regulation (EU) 2024/1348 articles 38 to 45 and Regulation
//!   (EU) 2024/1351 since.
//! * **In.** Every application, when it is lodged: before the Pact on registration.
//! * **Out.** A claim on another state (track 1), a safe country (2), the general and extended procedure (4), or since 12 June
//!   2026 the accelerated one, at the border or not; repeat applications first to the officers who say whether they are
//!   admissible; those who will withdraw.
//! * **Levers.** `dublin_share`, `withdrawn_share`, `safe_country_share`, `safe_third_country_share`, `priority_share`.
//! * **Simplifications.** A safe third country makes an application inadmissible as quickly as a safe country of origin, and
//!   nobody is known to be let in there: they depart as others do. It takes no time and no work of its own; it is known there who will withdraw. Tracks 3 and 5 are not
//!   used. Nobody is sent another way later, but out of the border procedure.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::procedure::{accelerated, admissibility, border};
use crate::flow::recorder::News;
use crate::flow::stage::{Stage, Step};
use crate::flow::transfer::transfer;
use crate::policy::Moment;
use crate::policy::levers::examination::SAFE_THIRD_COUNTRY_SHARE;
use crate::policy::levers::procedure::{PRIORITY_SHARE, SAFE_COUNTRY_SHARE, WITHDRAWN_SHARE};
use crate::policy::levers::transfer::DUBLIN_SHARE;
use crate::random::Draw;

/// The application is lodged today: where to?
pub(crate) fn lodged(case: &mut Case) -> Step {
    case.note(Moment::Lodged);
    if transfer::can_still_go(case) {
        return Step::To(Stage::Transfer);
    }
    // Whoever outlasted the term of a transfer has the Netherlands as the responsible state: no second claim. So has who
    // was relocated: no claim at all.
    let relocated = case.applicant.track == Track::Relocated;
    let outlasted = case.applicant.track == Track::Absconded;
    case.applicant.track = if outlasted { Track::Merits } else { track(case, !relocated) };
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

/// Whether another country outside the Union is held to be safe for them and lets them in.
fn third_country(case: &Case) -> bool {
    !case.applicant.unaccompanied && case.happens(Draw::ThirdCountry, case.lever(SAFE_THIRD_COUNTRY_SHARE))
}

fn track(case: &Case, claimable: bool) -> Track {
    let claimed = claimable && case.happens(Draw::ClosedEarly, case.lever(DUBLIN_SHARE));
    if claimed && !case.applicant.unaccompanied {
        Track::Claimed
    } else if case.happens(Draw::Withdrawal, case.lever(WITHDRAWN_SHARE)) {
        Track::Withdrawn
    } else if case.happens(Draw::SafeCountry, case.lever(SAFE_COUNTRY_SHARE)) || third_country(case) {
        Track::Safe
    } else if admissibility::may_not_stay(case) {
        Track::NoStay
    } else if case.applicant.visit == 0 && accelerated::takes(case) {
        Track::Accelerated
    } else {
        Track::Merits
    }
}
