//! Appeal of subsidiary protection for refugee status (*doorprocederen*, B for A), while the permit holds.
//!
//! * **Law.** Two-status act (Kamerstuk 36 703), since 12 June 2026: the two statuses give different rights, and with them
//!   an interest in the other one; General Administrative Law Act article 8:1.
//! * **In.** Grants of subsidiary protection since the two statuses differ: a file of its own, while its persons go on as
//!   permit holders.
//! * **Out.** Refugee status for the household and its relatives; dismissed; or to the Council of State.
//! * **Levers.** `two_status`, `status_appeal_share`, `status_appeal_upheld`, `status_appeal_work`, `status_appeal_hours`,
//!   `status_appeal_by_officers`, `appeal_preparation`, `further_appeal_share`.
//! * **Simplifications.** Lodged on the day of the grant; no withdrawal. The ruling itself gives the status, with no new
//!   decision of the IND. A further appeal is dismissed. Permits given before the two statuses differed are not appealed.

use crate::flow::Case;
use crate::flow::applicant::{Applicant, Outcome, Roof, ShortDay};
use crate::flow::case::SPREAD;
use crate::flow::courts::appeal::IN_ORDER;
use crate::flow::courts::further_appeal;
use crate::flow::courts::kind::Standing;
use crate::flow::recorder::{News, StatusNews};
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::flow::terms::late::Late;
use crate::policy::levers::courts::APPEAL_PREPARATION;
use crate::policy::levers::status::{
    STATUS_APPEAL_BY_OFFICERS, STATUS_APPEAL_HOURS, STATUS_APPEAL_SHARE, STATUS_APPEAL_UPHELD,
    STATUS_APPEAL_WORK, STATUS_MOTIVATION_HOURS, TWO_STATUS,
};
use crate::random::{Draw, Duration};

/// The ordinal of the file among those that follow from a household; relatives and other files have smaller ones.
const ORDINAL: u32 = 1 << 25;

/// The appeal of somebody who was just given subsidiary protection, if they lodge one.
pub(crate) fn file(holder: &Case) -> Option<Applicant> {
    let lodges = holder.applicant.outcome == Some(Outcome::Subsidiary)
        && !holder.applicant.relative
        && holder.lever(TWO_STATUS)
        && holder.happens(Draw::StatusAppeal, holder.lever(STATUS_APPEAL_SHARE));
    if !lodges {
        return None;
    }
    let mut file = *holder.applicant;
    file.key = file.key.relative(ORDINAL | u32::from(file.visit) << 8 | u32::from(file.round));
    file.stands(Standing::OnPaper);
    file.stage = Stage::StatusAppealPreparation;
    file.entered = holder.today;
    file.roof = Roof::Elsewhere;
    file.queue = None;
    file.unaccompanied = false;
    file.late = Late::No;
    file.rings = ShortDay::default();
    Some(file)
}

/// Extra hours of an officer on a grant, to say why it is this status.
pub(crate) fn motivation_hours(case: &Case) -> f64 {
    if case.lever(TWO_STATUS) { case.lever(STATUS_MOTIVATION_HOURS) } else { 0.0 }
}

/// Files and views are exchanged.
pub(crate) mod preparation {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        case.announce(News::Status(StatusNews::Appealed));
        let minutes = case.lever(STATUS_APPEAL_HOURS) * 60.0;
        let by_officers = minutes * case.lever(STATUS_APPEAL_BY_OFFICERS);
        case.announce(News::Status(StatusNews::Work(libm::round(minutes) as u32)));
        case.announce(News::OfficersElsewhere(libm::round(by_officers) as u32));
        let mean = f64::from(case.lever(APPEAL_PREPARATION).0);
        Hold::For(case.time(Draw::AppealFiling, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::StatusAppeal)
    }
}

/// In the queue of the district court, among all others in order.
pub(crate) fn enter(case: &mut Case) -> Hold {
    let work = libm::round(case.lever(STATUS_APPEAL_WORK) * f64::from(Desk::UNIT)).max(1.0) as u32;
    Hold::Queue { desk: Desk::Court, class: IN_ORDER, work }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.announce(News::Status(StatusNews::Ruled));
    if case.happens(Draw::StatusAppealUpheld, case.lever(STATUS_APPEAL_UPHELD)) {
        case.announce(News::Status(StatusNews::Raised));
        Step::Out(Exit::StatusRaised)
    } else if further_appeal::lodges(case) {
        Step::To(Stage::FurtherAppealTerm)
    } else {
        Step::Out(Exit::OnPaper)
    }
}
