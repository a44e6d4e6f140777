//! Appeal with the district court (*beroep bij de rechtbank*).
//!
//! * **Law.** Aliens Act 2000 articles 69 (four weeks; one in the general procedure, for a transfer decision, and where the
//!   application is inadmissible or manifestly unfounded), 82 (right to remain) and 83 (full review), before 12 June 2026.
//! * **In.** Rejections on the merits, and transfer decisions.
//! * **Out.** Back to the officers when upheld; to the Council of State; else towards departure or transfer. Who may not
//!   stay departs, and the appeal goes on on paper.
//! * **Levers.** `appeal_term`, `short_appeal_term`, `manifest_share`, `inadmissible_share`, `appeal_share`,
//!   `dublin_appeal_share`, `right_to_remain`, `appeal_preparation`, `short_appeal_preparation`, `appeal_withdrawn`,
//!   `court_capacity`, `short_appeal_work`, `short_appeals_first`, `appeal_upheld`, `dublin_appeal_upheld`,
//!   `ruling_term`, `short_ruling_term`.
//! * **Simplifications.** An appeal on paper is always dismissed: whoever will win asks for the interim measure and gets it.
//!   Applications set aside after a withdrawal or a no-show are not appealed. Everyone may stay in reception during the
//!   term itself. Without an intention, the court upholds the appeal of those whom a view would have helped. Who will abscond does so when the court has ruled. One appeal a household.

use super::kind::{self, Appeal, AppealKind, Standing};
use super::{further_appeal, interim, is_short, let_stay, over, over_after_stay, referred, remittal};
use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::procedure::decision;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::courts::{
    APPEAL_PREPARATION, APPEAL_SHARE, APPEAL_TERM, APPEAL_UPHELD, APPEAL_WITHDRAWN, DUBLIN_APPEAL_SHARE,
    DUBLIN_APPEAL_UPHELD, INTERIM_SHARE, RIGHT_TO_REMAIN, RULING_TERM, SHORT_APPEAL_PREPARATION,
    SHORT_APPEAL_TERM, SHORT_APPEAL_WORK, SHORT_APPEALS_FIRST, SHORT_RULING_TERM,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// Classes of the court's desk: short procedures and transfers, where these go first; all others.
pub(crate) const CLASSES: usize = 2;
const FIRST: u8 = 0;
/// The class of those in order, appeals on relatives among them.
pub(crate) const IN_ORDER: u8 = 1;

/// The term to appeal runs.
pub(crate) mod term {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        case.applicant.appeal = Appeal::new(kind::of(case), Standing::Own);
        Hold::For(length(case))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if !lodges(case) {
            return over(case);
        }
        case.announce(News::AppealLodged);
        if may_remain(case) {
            let_stay(case);
            Step::To(Stage::AppealPreparation)
        } else if interim::asks(case) {
            Step::To(Stage::Interim)
        } else {
            over(case)
        }
    }

    /// A new term counts from the day the old one began; whoever has had that time is due today.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        let left = length(case).0 - case.days_here().0;
        Some(Hold::For(Days(left.max(0))))
    }

    pub(super) fn length(case: &Case) -> Days {
        case.lever(if is_short(case) { SHORT_APPEAL_TERM } else { APPEAL_TERM })
    }
}

/// Whether an appeal is lodged against the decision.
pub(super) fn lodges(case: &Case) -> bool {
    if is_dublin(case) {
        case.happens(Draw::DublinAppealLodged, case.lever(DUBLIN_APPEAL_SHARE))
    } else {
        case.happens(Draw::AppealLodged, case.lever(APPEAL_SHARE))
    }
}

fn is_dublin(case: &Case) -> bool {
    case.applicant.appeal() == AppealKind::Dublin
}

/// Whether the appeal by itself gives a right to remain (Aliens Act 2000 article 82).
fn may_remain(case: &Case) -> bool {
    case.happens(Draw::RightToRemain, right(case))
}

fn right(case: &Case) -> f64 {
    case.lever(RIGHT_TO_REMAIN)[case.applicant.appeal() as usize]
}

/// What decides over the appeal: the lower, the better it is.
pub(super) fn merit(case: &Case) -> f64 {
    if decision::goes_unheard(case) {
        return 0.0;
    }
    case.uniform(if is_dublin(case) { Draw::DublinAppealUpheld } else { Draw::AppealUpheld })
}

/// Whether the court upholds it. The share is over all appeals of a kind, those on paper included, none of which is upheld.
fn is_upheld(case: &Case) -> bool {
    let share = case.lever(if is_dublin(case) { DUBLIN_APPEAL_UPHELD } else { APPEAL_UPHELD });
    let right = right(case);
    let heard = right + (1.0 - right) * case.lever(INTERIM_SHARE);
    case.applicant.standing() != Standing::OnPaper && heard > 0.0 && merit(case) < share / heard
}

/// Files and views are exchanged.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let lever = if is_short(case) { SHORT_APPEAL_PREPARATION } else { APPEAL_PREPARATION };
        let mean = f64::from(case.lever(lever).0);
        Hold::For(case.time(Draw::AppealFiling, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if !case.happens(Draw::AppealWithdrawn, case.lever(APPEAL_WITHDRAWN)) {
            let frozen = !is_dublin(case) && referred::is_frozen(case);
            return Step::To(if frozen { Stage::Referred } else { Stage::Appeal });
        }
        case.announce(News::AppealWithdrawn);
        ended(case)
    }
}

/// An appeal came to nothing: on paper the file is closed, and nobody moves.
fn ended(case: &mut Case) -> Step {
    if case.applicant.standing() == Standing::OnPaper {
        Step::Out(Exit::OnPaper)
    } else {
        over_after_stay(case)
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let first = is_short(case) && case.lever(SHORT_APPEALS_FIRST);
    let weight = if is_short(case) { case.lever(SHORT_APPEAL_WORK) } else { 1.0 };
    let work = libm::round(weight * f64::from(Desk::UNIT)).max(1.0) as u32;
    Hold::Queue { desk: Desk::Court, class: if first { FIRST } else { IN_ORDER }, work }
}

/// Whether the term for a ruling has passed. Whoever appeals does so on the last day.
fn is_late(case: &Case) -> bool {
    let term = case.lever(if is_short(case) { SHORT_RULING_TERM } else { RULING_TERM });
    let decided = case.applicant.dates.at(Moment::Decided);
    decided.is_some_and(|day| case.today - day > Days(term::length(case).0 + term.0))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.announce(News::AppealRuled);
    if is_late(case) {
        case.announce(News::RuledLate);
    }
    if is_upheld(case) {
        case.announce(News::AppealUpheld);
        return if further_appeal::by_the_state(case) {
            case.applicant.stands(Standing::Won);
            Step::To(Stage::FurtherAppealTerm)
        } else {
            remittal::back(case)
        };
    }
    let on_paper = case.applicant.standing() == Standing::OnPaper;
    if further_appeal::lodges(case) && (on_paper || further_appeal::may_remain(case)) {
        Step::To(Stage::FurtherAppealTerm)
    } else {
        ended(case)
    }
}
