//! Relatives who may come: visa (*mvv*), journey, arrival.
//!
//! * **Law.** Aliens Act 2000 articles 2p and 2u: the visa is collected at an embassy within 90 days of the decision.
//!   The measure of 26 August 2022: the visa once the sponsor has a dwelling, six months after the decision or fifteen after
//!   the application; held unlawful by the courts.
//! * **In.** Family reunification granted, at once or after objection or appeal; article 8 granted.
//! * **Out.** Into reception or to the sponsor; or the visa lapses.
//! * **Levers.** `family_visa_dwelling`, `family_visa_dwelling_days`, `family_visa_dwelling_applied`, `family_visa_term`,
//!   `family_visa_days`, `family_arrived`, `family_travel`, `family_to_reception`.
//! * **Simplifications.** Nobody gets the term extended: who would be later collects on its last day. Whether the sponsor is
//!   housed on arrival is a share, not that sponsor's own fate, unless the rule asks for a dwelling. Relatives on article 8
//!   join their sponsor. The sponsors of relatives who waited abroad on the first day count as housed when a visa asks for it.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::case::SPREAD;
use crate::flow::family::rule;
use crate::flow::recorder::News;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::family::{
    FAMILY_ARRIVED, FAMILY_TO_RECEPTION, FAMILY_TRAVEL, FAMILY_VISA_DAYS, FAMILY_VISA_DWELLING,
    FAMILY_VISA_DWELLING_APPLIED, FAMILY_VISA_DWELLING_DAYS, FAMILY_VISA_TERM,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// Relatives may come: on to the visa, or to a wait for it.
pub(crate) fn granted(case: &Case) -> Step {
    let held = case.lever(FAMILY_VISA_DWELLING) && case.applicant.track != Track::Article8;
    Step::To(if held { Stage::FamilyVisaHeld } else { Stage::FamilyVisa })
}

/// The visa waits for a dwelling of the sponsor: whether there is one is known to `ties`.
pub(crate) mod held {
    use super::*;

    pub(crate) fn enter(_: &mut Case) -> Hold {
        Hold::For(Days(0))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::FamilyVisa)
    }

    /// How long it is held without one.
    pub(in crate::flow) fn left(case: &Case) -> Days {
        if !case.lever(FAMILY_VISA_DWELLING) {
            return Days(0);
        }
        let decided = case.lever(FAMILY_VISA_DWELLING_DAYS).0 - case.days_here().0;
        let applied = case.applicant.dates.at(Moment::FamilyApplied);
        let applied = applied.map(|day| case.lever(FAMILY_VISA_DWELLING_APPLIED).0 - (case.today - day).0);
        Days(applied.map_or(decided, |applied| applied.min(decided)).max(0))
    }
}

/// A visa to collect at the embassy.
pub(crate) mod visa {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let term = case.lever(FAMILY_VISA_TERM);
        if !comes(case) {
            return Hold::For(term);
        }
        let mean = f64::from(case.lever(FAMILY_VISA_DAYS).0);
        Hold::For(case.time(Draw::FamilyVisa, Duration::LogNormal(mean, SPREAD)).min(term))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if comes(case) { Step::To(Stage::FamilyTravel) } else { Step::Out(Exit::FamilyStayed) }
    }

    fn comes(case: &Case) -> bool {
        case.happens(Draw::FamilyArrived, case.lever(FAMILY_ARRIVED))
    }
}

/// On the way.
pub(crate) mod travel {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(FAMILY_TRAVEL).0);
        Hold::For(case.time(Draw::FamilyTravel, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        // Their wait for a dwelling counts from arrival.
        case.note(Moment::Granted);
        if case.applicant.track == Track::Article8 {
            case.announce(News::Article8Arrived);
            return Step::Out(Exit::JoinedSponsor);
        }
        case.announce(News::FamilyArrived);
        let without_dwelling = case.happens(Draw::FamilyReception, case.lever(FAMILY_TO_RECEPTION));
        if without_dwelling && !rule::asked_for_dwelling(case) {
            Step::To(Stage::Matching)
        } else {
            Step::Out(Exit::JoinedSponsor)
        }
    }
}
