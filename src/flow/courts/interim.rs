//! The interim measure of the district court (*voorlopige voorziening*), asked with an appeal that gives no right to remain.
//!
//! * **Law.** General Administrative Law Act article 8:81; Aliens Act 2000 article 82(2), before 12 June 2026.
//! * **In.** Appeals without a right to remain, where the measure is asked for.
//! * **Out.** Granted: the appeal goes on, with a right to remain and to reception. Refused: towards departure or transfer,
//!   and the appeal goes on on paper.
//! * **Levers.** `interim_request_share`, `interim_days`, `interim_granted`, `interim_work`.
//! * **Simplifications.** Until the answer they may stay. The court answers in its time whatever its queue, and what that
//!   takes comes off its capacity for appeals. It grants those whose appeal is best.

use super::{appeal, let_stay, over};
use crate::flow::Case;
use crate::flow::recorder::News;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::courts::{INTERIM_DAYS, INTERIM_GRANTED, INTERIM_SHARE, INTERIM_WORK};
use crate::random::Draw;

/// Whether the measure is asked for.
pub(super) fn asks(case: &Case) -> bool {
    case.happens(Draw::InterimAsked, case.lever(INTERIM_SHARE))
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.announce(News::InterimRequested);
    case.announce(News::court_work(case.lever(INTERIM_WORK)));
    Hold::For(case.lever(INTERIM_DAYS))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if appeal::merit(case) < case.lever(INTERIM_GRANTED) {
        case.announce(News::InterimGranted);
        let_stay(case);
        Step::To(Stage::AppealPreparation)
    } else {
        over(case)
    }
}
