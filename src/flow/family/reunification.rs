//! Family reunification of permit holders on favourable terms (*nareis*).
//!
//! * **Law.** Aliens Act 2000 article 29(2) and (4), before 12 June 2026: three months to apply, the same right for every
//!   status.
//! * **In.** A grant brings forth the relatives abroad: a record of their own.
//! * **Out.** Arrival, into reception or with the sponsor; or refusal.
//! * **Levers.** `relatives_per_grant`, `parents_right`, `family_sizes`, `family_term`, `family_preparation`,
//!   `family_capacity`, `family_accepted`,
//!   `family_arrived`, `family_travel`, `family_to_reception`.
//! * **Simplifications.** One application a sponsor's household; no objection or appeal against a refusal; whether the
//!   sponsor is housed on arrival is a share, not that sponsor's own fate.

use crate::flow::Case;
use crate::flow::applicant::Applicant;
use crate::flow::case::SPREAD;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::family::{
    FAMILY_ACCEPTED, FAMILY_ARRIVED, FAMILY_PREPARATION, FAMILY_SIZES, FAMILY_TERM, FAMILY_TO_RECEPTION,
    FAMILY_TRAVEL, PARENTS_RIGHT, RELATIVES_PER_GRANT,
};
use crate::random::{Draw, Duration};

/// The second word of `parents_right`.
const AT_GRANT: usize = 1;

/// The relatives for whom a household that was just granted a permit will apply, if any.
pub(crate) fn relatives(sponsor: &Case) -> Option<Applicant> {
    if sponsor.applicant.relative {
        return None;
    }
    // Whoever came as a minor keeps the right of the day of the application, unless the law asks for another day.
    let grown = sponsor.applicant.came_as_minor() && !sponsor.applicant.unaccompanied;
    if grown && sponsor.lever(PARENTS_RIGHT) == AT_GRANT {
        return None;
    }
    let sizes = sponsor.lever(FAMILY_SIZES);
    let mean: f64 = sizes.iter().enumerate().map(|(i, share)| (i + 1) as f64 * share).sum();
    let wanted = sponsor.lever(RELATIVES_PER_GRANT) * f64::from(sponsor.applicant.persons);
    if !sponsor.happens(Draw::RelativesCount, wanted / mean) {
        return None;
    }
    let size = sponsor.choose(Draw::HouseholdSize, sizes) + 1;
    let key = sponsor.applicant.key.relative(u32::from(sponsor.applicant.visit));
    let nationality = sponsor.applicant.nationality;
    let mut family = Applicant::new(key, nationality, size as u8, Stage::FamilyTerm, sponsor.today);
    family.relative = true;
    family.dates.note(Moment::Granted, sponsor.today);
    Some(family)
}

/// The sponsor has some months to apply.
pub(crate) mod term {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let term = f64::from(case.lever(FAMILY_TERM).0);
        Hold::For(case.time(Draw::FamilyApplication, Duration::Uniform(0.0, term)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        case.note(Moment::FamilyApplied);
        case.announce(News::FamilyApplied);
        Step::To(Stage::FamilyPreparation)
    }
}

/// Documents, interviews and research (*DNA-onderzoek*) are gathered before anyone can decide.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(FAMILY_PREPARATION).0);
        Hold::For(case.time(Draw::FamilyPreparation, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::FamilyDecision)
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    Hold::Queue { desk: Desk::Family, class: 0, work: u32::from(case.applicant.persons) * Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::FamilyDecided);
    case.announce(News::FamilyDecided);
    if case.happens(Draw::FamilyOutcome, case.lever(FAMILY_ACCEPTED)) {
        Step::To(Stage::FamilyTravel)
    } else {
        Step::Out(Exit::FamilyRefused)
    }
}

/// A visa to collect, a journey to make.
pub(crate) mod travel {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(FAMILY_TRAVEL).0);
        Hold::For(case.time(Draw::FamilyTravel, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if !case.happens(Draw::FamilyArrived, case.lever(FAMILY_ARRIVED)) {
            return Step::Out(Exit::FamilyStayed);
        }
        case.announce(News::FamilyArrived);
        // Their wait for a dwelling counts from arrival.
        case.note(Moment::Granted);
        if case.happens(Draw::FamilyReception, case.lever(FAMILY_TO_RECEPTION)) {
            Step::To(Stage::Matching)
        } else {
            Step::Out(Exit::JoinedSponsor)
        }
    }
}
