//! Appeal with the district court (*beroep bij de rechtbank*).
//!
//! * **Law.** Aliens Act 2000 articles 69 (term), 82 (right to remain) and 83 (full review), before 12 June 2026.
//! * **In.** Rejections on the merits.
//! * **Out.** Back to the decision officers when upheld, else towards departure.
//! * **Levers.** `appeal_term`, `appeal_share`, `appeal_preparation`, `court_capacity`, `appeal_upheld`.
//! * **Simplifications.** Every appeal gives a right to remain and to reception; no interim measures, no higher appeal;
//!   appeals against closed cases are left out. One appeal a household.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::levers::courts::{APPEAL_PREPARATION, APPEAL_SHARE, APPEAL_TERM, APPEAL_UPHELD};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// The term to appeal runs.
pub(crate) mod term {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        Hold::For(case.lever(APPEAL_TERM))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if case.happens(Draw::AppealLodged, case.lever(APPEAL_SHARE)) {
            case.announce(News::AppealLodged);
            Step::To(Stage::AppealPreparation)
        } else {
            Step::To(Stage::DeparturePeriod)
        }
    }

    /// A new term counts from the day the old one began; whoever has had that time is due today.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        let left = case.lever(APPEAL_TERM).0 - case.days_here().0;
        Some(Hold::For(Days(left.max(0))))
    }
}

/// Files and views are exchanged.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(APPEAL_PREPARATION).0);
        Hold::For(case.time(Draw::AppealFiling, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::Appeal)
    }
}

pub(crate) fn enter(_: &mut Case) -> Hold {
    Hold::Queue { desk: Desk::Court, class: 0, work: Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.announce(News::AppealRuled);
    if case.happens(Draw::AppealUpheld, case.lever(APPEAL_UPHELD)) {
        case.applicant.round = case.applicant.round.saturating_add(1);
        Step::To(Stage::Decision)
    } else {
        Step::To(Stage::DeparturePeriod)
    }
}
