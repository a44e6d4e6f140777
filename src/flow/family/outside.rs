//! Relatives outside the rule of family reunification: article 8 of the Convention, or on their own.
//!
//! * **Law.** European Convention on Human Rights article 8; Aliens Decree article 3.13 onwards (the regular family
//!   procedure, with its own queue); decision within 90 days, which may be extended by as many.
//! * **In.** Families whose refusal is final, those whom a smaller `family_scope` or the nuclear family shuts out, and those
//!   who must wait two years and do not.
//! * **Out.** Article 8: to the visa; or refused, and then objection and appeal. On their own: registration, where they are
//!   first applications. Otherwise out.
//! * **Levers.** `family_article8_share`, `family_article8_hours`, `family_article8_capacity`, `family_article8_granted`,
//!   `family_article8_term`, `family_article8_extension`, `irregular_family_arrivals`, `irregular_family_days`.
//! * **Simplifications.** They apply on article 8 the day they know that the rule is closed to them; fees and the income
//!   requirement are within the share granted. Relatives who ask asylum themselves today are among the first applications
//!   of their nationality already: `irregular_family_arrivals` adds to these, and is nought until a scenario says
//!   otherwise. They bring no relatives of their own.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::case::SPREAD;
use crate::flow::family::{objection, rule};
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::courts::REMITTED_GRANT;
use crate::policy::levers::family::{
    FAMILY_ARTICLE8_EXTENSION, FAMILY_ARTICLE8_GRANTED, FAMILY_ARTICLE8_HOURS, FAMILY_ARTICLE8_SHARE,
    FAMILY_ARTICLE8_TERM, IRREGULAR_FAMILY_ARRIVALS, IRREGULAR_FAMILY_DAYS,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// What they do now that a way is closed to them. Whom only a new rule refused can ask anew once they meet it.
pub(crate) fn next(case: &mut Case) -> Step {
    let ask_anew = case.applicant.track == Track::NewRule && rule::is_within(case);
    if let Some(step) = another_way(case) {
        step
    } else if ask_anew {
        case.applicant.track = Track::Merits;
        // Another application, with throws of its own.
        (case.applicant.visit, case.applicant.round) = (2, 0);
        case.applicant.dates.forget(Moment::FamilyApplied);
        Step::To(Stage::FamilyWaiting)
    } else {
        Step::Out(Exit::FamilyRefused)
    }
}

/// Article 8, or on their own, for those who choose it.
pub(super) fn another_way(case: &mut Case) -> Option<Step> {
    let first = case.applicant.track != Track::Article8;
    if first && case.happens(Draw::Article8, case.lever(FAMILY_ARTICLE8_SHARE)) {
        case.applicant.track = Track::Article8;
        // A procedure of its own, with throws of its own.
        (case.applicant.visit, case.applicant.round) = (1, 0);
        case.note(Moment::FamilyApplied);
        case.announce(News::Article8Applied);
        Some(Step::To(Stage::FamilyArticle8))
    } else if case.happens(Draw::IrregularFamily, case.lever(IRREGULAR_FAMILY_ARRIVALS)) {
        Some(Step::To(Stage::FamilyOnTheirOwn))
    } else {
        None
    }
}

/// Shut out by the scope of the rule: they decide today what to do.
pub(crate) mod scope {
    use super::*;

    pub(crate) fn enter(_: &mut Case) -> Hold {
        Hold::For(Days(0))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        next(case)
    }
}

/// In the queue of the regular family unit.
pub(crate) mod article8 {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let minutes = libm::round(case.lever(FAMILY_ARTICLE8_HOURS) * 60.0).max(1.0);
        Hold::Queue { desk: Desk::Article8, class: 0, work: minutes as u32 }
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if case.applicant.round > 0 {
            return decide_anew(case);
        }
        case.note(Moment::FamilyDecided);
        case.announce(News::Article8Decided);
        let term = case.lever(FAMILY_ARTICLE8_TERM).0 + case.lever(FAMILY_ARTICLE8_EXTENSION).0;
        let applied = case.applicant.dates.at(Moment::FamilyApplied);
        if applied.is_some_and(|applied| (case.today - applied).0 <= term) {
            case.announce(News::Article8DecidedInTime);
        }
        if case.happens(Draw::Article8Outcome, case.lever(FAMILY_ARTICLE8_GRANTED)) {
            Step::To(Stage::FamilyVisa)
        } else {
            objection::against(case)
        }
    }

    fn decide_anew(case: &mut Case) -> Step {
        if case.happens(Draw::FamilyRemitted, case.lever(REMITTED_GRANT)) {
            case.announce(News::FamilyReversed);
            Step::To(Stage::FamilyVisa)
        } else {
            next(case)
        }
    }
}

/// On the way without a visa.
pub(crate) mod on_their_own {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(IRREGULAR_FAMILY_DAYS).0);
        Hold::For(case.time(Draw::IrregularTime, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        case.applicant.track = Track::Merits;
        case.applicant.outcome = None;
        (case.applicant.visit, case.applicant.round) = (0, 0);
        case.applicant.dates.clear();
        Step::To(Stage::Registration)
    }
}
