//! Age assessment (*leeftijdsonderzoek*, *leeftijdsschouw*) of those who say that they are unaccompanied minors.
//!
//! * **Law.** Aliens Decree article 3.109d; regulation 2024/1348 article 25 from 12 June 2026. Under regulation 604/2013
//!   (Dublin III) an adult's claim follows the ordinary criteria, within three months of lodging.
//! * **In.** Unaccompanied minors, from registration.
//! * **Out.** The same stage as an adult: no guardian, no place for minors, and a claim on another state while its term
//!   runs and the interview has not been held.
//! * **Levers.** `age_assessment_share`, `age_assessment_days`, `found_adult_share`.
//! * **Simplifications.** One assessment, on a first application; nobody appeals against its outcome, which is taken as
//!   the truth. It takes no officer's time. Those for whom it confirms the age are not told from those never assessed.

use crate::flow::Case;
use crate::flow::applicant::{Members, ShortDay, Track};
use crate::flow::case::SPREAD;
use crate::flow::stage::Stage;
use crate::policy::Moment;
use crate::policy::levers::inflow::{AGE_ASSESSMENT_DAYS, AGE_ASSESSMENT_SHARE, FOUND_ADULT_SHARE};
use crate::policy::levers::transfer::{CLAIM_TERM, DUBLIN_SHARE};
use crate::random::{Draw, Duration};
use crate::time::Day;

/// The day on which an assessment finds an unaccompanied minor to be an adult, if it ever does.
pub(crate) fn assessed_on(case: &mut Case) -> Option<Day> {
    let registered = case.applicant.dates.at(Moment::Registered)?;
    let found = case.applicant.unaccompanied
        && case.applicant.visit == 0
        && case.happens_for_life(Draw::AgeAssessment, case.lever(AGE_ASSESSMENT_SHARE))
        && case.happens_for_life(Draw::FoundAdult, case.lever(FOUND_ADULT_SHARE));
    let mean = f64::from(case.lever(AGE_ASSESSMENT_DAYS).0);
    found.then(|| registered + case.time_for_life(Draw::AgeAssessmentTime, Duration::LogNormal(mean, SPREAD)))
}

/// Notes that somebody was an adult all along. Whether another state is now asked to take over.
pub(crate) fn find_adult(case: &mut Case) -> bool {
    case.applicant.adult_on = ShortDay::default();
    case.applicant.members = Members::new(case.applicant.members.women(), 0);
    let lodged = case.applicant.dates.at(Moment::Lodged);
    let in_time = lodged.is_some_and(|lodged| case.today - lodged < case.lever(CLAIM_TERM));
    let claimed = matches!(case.applicant.stage, Stage::Interview | Stage::Guardian)
        && case.applicant.track == Track::Merits
        && in_time
        && case.happens(Draw::ClosedEarly, case.lever(DUBLIN_SHARE));
    if claimed {
        case.applicant.track = Track::Claimed;
    }
    claimed
}
