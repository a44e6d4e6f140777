//! Further appeal with the Administrative Jurisdiction Division of the Council of State (*hoger beroep*, *ABRvS*).
//!
//! * **Law.** Aliens Act 2000 articles 69 (four weeks, or one), 84 and 91(2) (dismissal without full reasons), before 12 June
//!   2026; no right to remain, unless the Council grants an interim measure.
//! * **In.** Appeals that the district court dismissed, by the applicant; and those that it upheld, by the IND.
//! * **Out.** Dismissed or won by the IND: towards departure or transfer. Won by the applicant: back to the officers.
//! * **Levers.** `further_appeal_share`, `further_appeal_term`, `short_further_appeal_term`, `further_appeal_preparation`,
//!   `further_appeal_stay`, `further_appeal_upheld`, `state_further_appeal_share`, `state_further_appeal_won`,
//!   `council_capacity`.
//! * **Simplifications.** The Council grants the measure to those whose further appeal is best, all who win among them; the
//!   others go on to their departure, and theirs goes on on paper. Its capacity counts cases of the usual mix, three quarters
//!   of them dismissed in short. While the IND is in further appeal the applicant stays and waits. No questions are referred
//!   to the Court of Justice.

use super::kind::Standing;
use super::{is_short, over_after_stay, remittal};
use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::courts::{
    FURTHER_PREPARATION, FURTHER_SHARE, FURTHER_STAY, FURTHER_TERM, FURTHER_UPHELD, SHORT_FURTHER_TERM,
    STATE_FURTHER_SHARE, STATE_FURTHER_WON,
};
use crate::random::{Draw, Duration};

/// Whether the applicant lodges one.
pub(super) fn lodges(case: &Case) -> bool {
    case.happens(Draw::FurtherAppealLodged, case.lever(FURTHER_SHARE))
}

/// Whether the Council lets the applicant stay for it.
pub(super) fn may_remain(case: &Case) -> bool {
    case.happens(Draw::FurtherAppealUpheld, case.lever(FURTHER_STAY))
}

/// Whether the IND lodges one.
pub(super) fn by_the_state(case: &Case) -> bool {
    case.happens(Draw::StateFurtherAppeal, case.lever(STATE_FURTHER_SHARE))
}

/// Lost at the district court, and the term for a further appeal runs.
pub(crate) mod term {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        // The ruling of the district court makes the return decision enforceable.
        case.note(Moment::Returned);
        Hold::For(case.lever(if is_short(case) { SHORT_FURTHER_TERM } else { FURTHER_TERM }))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        case.announce(News::FurtherAppealLodged);
        Step::To(Stage::FurtherAppealPreparation)
    }
}

/// The Council asks for the file, and sorts it.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = f64::from(case.lever(FURTHER_PREPARATION).0);
        Hold::For(case.time(Draw::FurtherAppealFiling, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::FurtherAppeal)
    }
}

pub(crate) fn enter(_: &mut Case) -> Hold {
    Hold::Queue { desk: Desk::Council, class: 0, work: Desk::UNIT }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.announce(News::FurtherAppealRuled);
    match case.applicant.standing() {
        Standing::OnPaper => Step::Out(Exit::OnPaper),
        Standing::Won if case.happens(Draw::StateFurtherAppealWon, case.lever(STATE_FURTHER_WON)) => {
            case.applicant.stands(Standing::Own);
            over_after_stay(case)
        }
        Standing::Won => remittal::back(case),
        Standing::Own if case.happens(Draw::FurtherAppealUpheld, case.lever(FURTHER_UPHELD)) => {
            case.announce(News::FurtherAppealUpheld);
            remittal::back(case)
        }
        Standing::Own => over_after_stay(case),
    }
}
