//! Family reunification of permit holders on favourable terms (*nareis*).
//!
//! * **Law.** Aliens Act 2000 article 29(2) and (4), before 12 June 2026: three months to apply, the same right for every
//!   status. Article 2u: decision within 90 days, which the IND may extend by three months.
//! * **In.** A grant brings forth the relatives abroad: a record of their own.
//! * **Out.** First to a waiting period, or outside the rule, where the two-status act says so. To the visa; or refused: objection, then what relatives outside the rule do.
//! * **Levers.** `relatives_per_grant`, `parents_right`, `family_sizes`, `family_scope`, `family_term`, `family_preparation`,
//!   `family_capacity`, `family_accepted`, `family_decision_term`, `family_extension`, `family_extended_share`,
//!   `family_held_share`, `remitted_grant`; those of `rule`.
//! * **Simplifications.** One application a sponsor's household; the order is that of application, and nobody's lateness
//!   moves them up: notices of default and penalties in family cases are left out. Who falls outside a smaller scope is a
//!   household, not a single relative, and knows it when the sponsor gets the permit.

use crate::flow::Case;
use crate::flow::applicant::{Applicant, Track};
use crate::flow::case::SPREAD;
use crate::flow::family::{journey, objection, outside, rule};
use crate::flow::participation;
use crate::flow::recorder::{News, StatusNews};
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::courts::REMITTED_GRANT;
use crate::policy::levers::family::{
    FAMILY_ACCEPTED, FAMILY_DECISION_TERM, FAMILY_EXTENDED_SHARE, FAMILY_EXTENSION, FAMILY_HELD_SHARE,
    FAMILY_PREPARATION, FAMILY_SCOPE, FAMILY_SIZES, FAMILY_TERM, PARENTS_RIGHT, RELATIVES_PER_GRANT,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// The second word of `parents_right`.
const AT_GRANT: usize = 1;

/// The classes of the desk: new decisions after a court annulled a refusal, and then all others.
pub(crate) const CLASSES: usize = 2;
const ANEW: u8 = 0;
const IN_ORDER: u8 = 1;

/// The relatives of a household that was just granted a permit, if there are any who will try to come.
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
    let wanted = sponsor.lever(RELATIVES_PER_GRANT) * f64::from(sponsor.applicant.persons) / mean;
    if !sponsor.happens(Draw::RelativesCount, wanted) {
        return None;
    }
    let within = sponsor.happens(Draw::RelativesCount, wanted.min(1.0) * sponsor.lever(FAMILY_SCOPE));
    let size = sponsor.choose(Draw::HouseholdSize, sizes) + 1;
    let key = sponsor.applicant.key.relative(u32::from(sponsor.applicant.visit));
    let nationality = sponsor.applicant.nationality;
    let stage = if within { Stage::FamilyTerm } else { Stage::FamilyOutside };
    let asked = sponsor.applicant.dates.at(Moment::Made).or(sponsor.applicant.dates.at(Moment::Registered));
    let mut family = Applicant::new(key, nationality, size as u8, stage, sponsor.today);
    family.relative = true;
    family.outcome = sponsor.applicant.outcome;
    family.priority = participation::worked(sponsor);
    family.dates.note(Moment::Granted, sponsor.today);
    if let Some(asked) = asked {
        // Of relatives abroad it is the sponsor's own application: a waiting period may count from it.
        family.dates.note(Moment::Made, asked);
    }
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
        if !rule::is_within(case) {
            Step::To(Stage::FamilyOutside)
        } else if rule::may_apply(case) {
            applies(case)
        } else {
            outside::another_way(case).unwrap_or(Step::To(Stage::FamilyWaiting))
        }
    }
}

/// Family reunification is asked for.
pub(super) fn applies(case: &mut Case) -> Step {
    case.note(Moment::FamilyApplied);
    case.announce(News::FamilyApplied);
    Step::To(Stage::FamilyPreparation)
}

/// Documents, interviews and research (*DNA-onderzoek*) are gathered before anyone can decide.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(FAMILY_PREPARATION).0);
        Hold::For(case.time(Draw::FamilyPreparation, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        Step::To(if held::holds(case) { Stage::FamilyHeld } else { Stage::FamilyDecision })
    }
}

/// Prepared, and the decision is held (*aangehouden*).
pub(crate) mod held {
    use super::*;

    /// Longer than any horizon: only a change of the lever ends it.
    const UNTIL_RELEASED: Days = Days(36_525);

    /// Whether a decision on them is held.
    pub(crate) fn holds(case: &Case) -> bool {
        let all = || case.happens(Draw::FamilyHeld, case.lever(FAMILY_HELD_SHARE));
        case.applicant.round == 0 && (all() || rule::holds(case))
    }

    pub(crate) fn enter(_: &mut Case) -> Hold {
        Hold::For(UNTIL_RELEASED)
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::FamilyDecision)
    }

    /// Whoever is held no longer is due today.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        (!holds(case)).then_some(Hold::For(Days(0)))
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    if held::holds(case) {
        return Hold::For(Days(0));
    }
    let class = if case.applicant.round > 0 { ANEW } else { IN_ORDER };
    Hold::Queue { desk: Desk::Family, class, work: u32::from(case.applicant.persons) * Desk::UNIT }
}

/// Decisions are held from today on.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    held::holds(case).then_some(Hold::For(Days(0)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if held::holds(case) {
        return Step::To(Stage::FamilyHeld);
    }
    if case.applicant.round > 0 {
        return decide_anew(case);
    }
    case.note(Moment::FamilyDecided);
    case.announce(News::FamilyDecided);
    if in_time(case) {
        case.announce(News::FamilyDecidedInTime);
    }
    if rule::refuses(case) {
        case.announce(News::FamilyRefused);
        case.announce(News::Status(StatusNews::FamilyRefused));
        case.applicant.track = Track::NewRule;
        return objection::against(case);
    }
    if case.happens(Draw::FamilyOutcome, case.lever(FAMILY_ACCEPTED)) {
        journey::granted(case)
    } else {
        case.announce(News::FamilyRefused);
        objection::against(case)
    }
}

/// A court annulled the refusal.
fn decide_anew(case: &mut Case) -> Step {
    if case.happens(Draw::FamilyRemitted, case.lever(REMITTED_GRANT)) {
        case.announce(News::FamilyReversed);
        journey::granted(case)
    } else {
        outside::next(case)
    }
}

/// Whether the decision of today falls within its term.
fn in_time(case: &Case) -> bool {
    case.applicant.dates.at(Moment::FamilyApplied).is_some() && days_late(case) <= 0
}

/// Days by which a decision of today is late; below zero it is in time.
pub(crate) fn days_late(case: &Case) -> i32 {
    let extended = case.happens(Draw::FamilyExtended, case.lever(FAMILY_EXTENDED_SHARE));
    let extension = if extended { case.lever(FAMILY_EXTENSION).0 } else { 0 };
    let applied = case.applicant.dates.at(Moment::FamilyApplied);
    let term = case.lever(FAMILY_DECISION_TERM).0 + extension;
    applied.map_or(0, |applied| (case.today - applied).0 - term)
}
