//! Taking part (*meedoen*): who of those in the procedure may work, and who does.
//!
//! * **Law.** Directive (EU) 2024/1346 article 17: work at the latest six months after registration without a decision, and
//!   none where the merits are examined in the accelerated procedure on grounds (a) to (f); that binds by the day, and takes
//!   away what was given. Aliens Employment Act: a permit (*tewerkstellingsvergunning*). After three months for those with a
//!   good chance: announced on 3 November 2025.
//! * **In.** Registration.
//! * **Out.** Who may work and who does, of the evening; a sponsor who already worked has enough income for relatives sooner.
//! * **Levers.** `work_after`, `work_after_good_chance`, `good_chance_from`, `work_excluded`, `work_registration_days`,
//!   `language_lessons`, `language_effect`, `employment_share`, `job_search_days`, `work_wage`, `own_contribution`,
//!   `work_head_start`, `work_weeks`, `trauma_care`, `care_work_effect`.
//! * **Simplifications.** One adult of a household works, or nobody; never an unaccompanied minor, and only until the first
//!   decision. Whoever has a job keeps it; an employment permit takes no time of its own, and a new wait for registration
//!   holds for those too whose job it postpones. Work changes nobody's procedure, place or conduct. What a resident
//!   contributes comes off no other cost. Where work is allowed in some weeks a year alone, whoever has a job works in the first of
//!   them and is without it in the others; for the income of relatives the job counts.

use super::Case;
use super::applicant::Track;
use super::case::SPREAD;
use super::procedure::accelerated;
use crate::policy::Moment;
use crate::policy::levers::participation::{
    CARE_WORK_EFFECT, EMPLOYMENT_SHARE, GOOD_CHANCE_FROM, JOB_SEARCH_DAYS, LANGUAGE_EFFECT, LANGUAGE_LESSONS,
    TRAUMA_CARE, WORK_AFTER, WORK_AFTER_GOOD_CHANCE, WORK_EXCLUDED, WORK_REGISTRATION_DAYS, WORK_WEEKS,
};
use crate::policy::levers::procedure::GRANT_SHARE;
use crate::random::{Draw, Duration};
use crate::time::Day;

/// The words of `work_excluded` beyond the first.
const BY_DIRECTIVE: usize = 1;
const LOW_CHANCES: usize = 2;

/// How somebody takes part.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Work {
    /// May not work, or not yet.
    Not,
    /// May work, and does not.
    May,
    /// Works.
    Does,
}

/// How a household with an open case takes part today.
pub(crate) fn work(case: &Case) -> Work {
    if !case.applicant.stage.is_open_case() || is_excluded(case) {
        return Work::Not;
    }
    match may_from(case) {
        Some(day) if day <= case.today => {
            if job_from(case, day).is_some_and(|job| job <= case.today && is_a_week_of_work(case, job)) {
                Work::Does
            } else {
                Work::May
            }
        }
        _ => Work::Not,
    }
}

/// Whether somebody who is granted a permit today works already.
pub(crate) fn worked(case: &Case) -> bool {
    let may = may_from(case).filter(|day| *day <= case.today && !is_excluded(case));
    may.and_then(|day| job_from(case, day)).is_some_and(|job| job <= case.today)
}

/// The day from which a household may work, by the law of each day.
fn may_from(case: &Case) -> Option<Day> {
    if case.applicant.unaccompanied {
        return None;
    }
    let registered = case.applicant.dates.at(Moment::Registered)?;
    let good = case.lever(GRANT_SHARE) >= case.lever(GOOD_CHANCE_FROM);
    let lever = if good { WORK_AFTER_GOOD_CHANCE } else { WORK_AFTER };
    case.first_after(lever, registered)
}

/// Whether today lies in the weeks of the year in which the law lets somebody work who has had a job since a day.
fn is_a_week_of_work(case: &Case, job: Day) -> bool {
    const WEEKS: i32 = 52;
    let week = (case.today - job).0 / 7 % WEEKS;
    f64::from(week) < case.lever(WORK_WEEKS)
}

/// The day from which they have a job, if they ever find one.
fn job_from(case: &Case, may: Day) -> Option<Day> {
    let lessons = if case.lever(LANGUAGE_LESSONS) { case.lever(LANGUAGE_EFFECT) } else { 1.0 };
    let effect = lessons * (1.0 + case.lever(TRAUMA_CARE) * (case.lever(CARE_WORK_EFFECT) - 1.0));
    let found = case.happens_for_life(Draw::Works, (case.lever(EMPLOYMENT_SHARE) * effect).min(1.0));
    let mean = f64::from(case.lever(JOB_SEARCH_DAYS).0);
    found.then(|| {
        may + case.lever(WORK_REGISTRATION_DAYS)
            + case.time_for_life(Draw::JobSearch, Duration::LogNormal(mean, SPREAD))
    })
}

/// Whether the law of today keeps them from work whatever time has passed.
fn is_excluded(case: &Case) -> bool {
    let low =
        matches!(case.applicant.track, Track::Accelerated | Track::Safe | Track::Claimed | Track::NoStay);
    match case.lever(WORK_EXCLUDED) {
        BY_DIRECTIVE => accelerated::shuts_out_from_work(case),
        LOW_CHANCES => low,
        _ => false,
    }
}
