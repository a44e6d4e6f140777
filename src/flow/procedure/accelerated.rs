//! The accelerated procedure (*versnelde procedure*).
//!
//! * **Law.** Regulation (EU) 2024/1348 article 42: among others a safe country of origin (e), and a nationality of which the
//!   Union grants at most a fifth (j), unless that share no longer tells its chances; article 35(3): three months from
//!   lodging. For applications lodged from 12 June 2026.
//! * **In.** Registration, when no other state is asked and the application is not withdrawn.
//! * **Out.** The interview, before those in order; a rejection is manifestly unfounded.
//! * **Levers.** `accelerated_procedure`, `recognition_threshold`, `union_grant_share`, `significant_change`,
//!   `safe_country_of_origin`, `accelerated_other_share`, `accelerated_term`.
//! * **Simplifications.** Unaccompanied minors and persons whom another state should have taken stay in the regular
//!   procedure. Nobody is sent on to the regular procedure when three months pass; the decision is late. The work is that of
//!   a regular case, and so are the chances of a nationality.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::policy::levers::examination::{
    ACCELERATED, ACCELERATED_OTHER, RECOGNITION_THRESHOLD, SAFE_ORIGIN, SIGNIFICANT_CHANGE, UNION_GRANT_SHARE,
};
use crate::random::Draw;

/// Whether an application that is examined on the merits goes to the accelerated procedure.
pub(crate) fn takes(case: &Case) -> bool {
    case.lever(ACCELERATED)
        && !case.applicant.unaccompanied
        && (case.lever(SAFE_ORIGIN)
            || few_are_granted(case)
            || case.happens(Draw::AcceleratedOther, case.lever(ACCELERATED_OTHER)))
}

/// Whether it is accelerated on a ground that keeps somebody from work: (a) to (f), and not a nationality of which few are
/// granted (j), nor a repeat application (g).
pub(crate) fn shuts_out_from_work(case: &Case) -> bool {
    case.applicant.track == Track::Accelerated
        && case.applicant.visit == 0
        && (case.lever(SAFE_ORIGIN) || case.happens(Draw::AcceleratedOther, case.lever(ACCELERATED_OTHER)))
}

/// Ground (j).
fn few_are_granted(case: &Case) -> bool {
    case.lever(UNION_GRANT_SHARE) <= case.lever(RECOGNITION_THRESHOLD) && !case.lever(SIGNIFICANT_CHANGE)
}
