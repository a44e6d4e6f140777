//! Against a refusal of relatives: objection with the IND (*bezwaar*), then appeal with the district court (*beroep*).
//!
//! * **Law.** General Administrative Law Act articles 6:7 (six weeks; four by Aliens Act 2000 article 69), 7:10 (decision
//!   on the objection) and 8:1.
//! * **In.** Refusals of family reunification and on article 8.
//! * **Out.** To the visa, when the objection is upheld; to a new decision, when the appeal is; or what relatives outside
//!   the rule do.
//! * **Levers.** `family_objection_share`, `family_objection_days`, `family_objection_upheld`, `family_appeal_share`,
//!   `family_appeal_upheld`; on article 8 `family_article8_appeal_share` and `family_article8_upheld`.
//! * **Simplifications.** Lodging and deciding an objection are one delay, from the refusal on; the objection takes no hours
//!   of the family unit. An appeal takes its place in the queue of the district court among those of asylum cases, with
//!   the same work. Against a second refusal there is nothing. Against a refusal by a rule that came after the application they succeed
//!   once that rule binds them no longer, and not before: whether it holds is for a scenario to say.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::case::SPREAD;
use crate::flow::courts::appeal::IN_ORDER;
use crate::flow::family::{journey, outside, rule};
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::Lever;
use crate::policy::lever::kinds::Share;
use crate::policy::levers::family::{
    FAMILY_APPEAL_SHARE, FAMILY_APPEAL_UPHELD, FAMILY_ARTICLE8_APPEAL_SHARE, FAMILY_ARTICLE8_UPHELD,
    FAMILY_OBJECTION_DAYS, FAMILY_OBJECTION_SHARE, FAMILY_OBJECTION_UPHELD,
};
use crate::random::{Draw, Duration};

/// They were refused: on to the objection, if they lodge one.
pub(crate) fn against(case: &mut Case) -> Step {
    let share = on_article8(case, FAMILY_ARTICLE8_APPEAL_SHARE, FAMILY_OBJECTION_SHARE);
    if case.happens(Draw::FamilyObjection, share) {
        case.announce(News::FamilyObjected);
        Step::To(Stage::FamilyObjection)
    } else {
        outside::next(case)
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(FAMILY_OBJECTION_DAYS).0);
    Hold::For(case.time(Draw::FamilyObjectionTime, Duration::LogNormal(mean, SPREAD)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if case.applicant.track == Track::NewRule {
        if !rule::refuses(case) {
            return back_to_the_unit(case);
        }
    } else if case.happens(
        Draw::FamilyObjectionUpheld,
        on_article8(case, FAMILY_ARTICLE8_UPHELD, FAMILY_OBJECTION_UPHELD),
    ) {
        case.announce(News::FamilyReversed);
        return journey::granted(case);
    }
    let share = on_article8(case, FAMILY_ARTICLE8_APPEAL_SHARE, FAMILY_APPEAL_SHARE);
    if case.happens(Draw::FamilyAppeal, share) {
        case.announce(News::FamilyAppealed);
        Step::To(Stage::FamilyAppeal)
    } else {
        outside::next(case)
    }
}

/// The rule by which they were refused binds them no longer: their application is decided as others are.
fn back_to_the_unit(case: &mut Case) -> Step {
    case.applicant.track = Track::Merits;
    case.announce(News::FamilyReversed);
    Step::To(Stage::FamilyDecision)
}

/// The share that holds on article 8, or that for family reunification.
fn on_article8(case: &Case, article8: Lever<Share>, reunification: Lever<Share>) -> f64 {
    case.lever(if case.applicant.track == Track::Article8 { article8 } else { reunification })
}

/// In the queue of the district court.
pub(crate) mod appeal {
    use super::*;

    pub(crate) fn enter(_: &mut Case) -> Hold {
        Hold::Queue { desk: Desk::Court, class: IN_ORDER, work: Desk::UNIT }
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if case.applicant.track == Track::NewRule {
            return if rule::refuses(case) { outside::next(case) } else { back_to_the_unit(case) };
        }
        let upheld = on_article8(case, FAMILY_ARTICLE8_UPHELD, FAMILY_APPEAL_UPHELD);
        if !case.happens(Draw::FamilyAppealUpheld, upheld) {
            return outside::next(case);
        }
        case.applicant.round = case.applicant.round.saturating_add(1);
        Step::To(match case.applicant.track {
            Track::Article8 => Stage::FamilyArticle8,
            _ => Stage::FamilyDecision,
        })
    }
}
