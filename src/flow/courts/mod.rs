//! The courts: appeal with the district court, the interim measure, further appeal with the Council of State, and what they
//! send back.

pub mod appeal;
pub mod bench;
pub mod further_appeal;
pub mod interim;
pub mod kind;
pub mod referred;
pub mod remittal;
pub mod status;
pub(in crate::flow) mod stock;

use crate::flow::Case;
use crate::flow::applicant::{Applicant, Roof, ShortDay, Track};
use crate::flow::stage::{Stage, Step};
use crate::flow::terms::late::Late;
use crate::policy::Moment;
use kind::{AppealKind, Standing};

/// No court holds the decision up any more: to the transfer, or towards departure.
fn over(case: &Case) -> Step {
    Step::To(match case.applicant.track {
        Track::Claimed => Stage::Transfer,
        Track::AtBorder => Stage::BorderReturn,
        _ => Stage::DeparturePeriod,
    })
}

/// A court, or the law, lets somebody stay for the appeal who had no right to remain until now.
fn let_stay(case: &mut Case) {
    case.applicant.track = match case.applicant.track {
        Track::AtBorder => Track::Accelerated,
        Track::NoStay => Track::Merits,
        track => track,
    };
}

/// The same for somebody whom a court let stay until now: the term of a transfer begins anew today.
fn over_after_stay(case: &mut Case) -> Step {
    if case.applicant.track == Track::Claimed {
        case.note(Moment::Returned);
    }
    over(case)
}

/// What goes on with a court on paper while the household, which has no right to remain, goes on to its departure or
/// transfer: a record of its own, with the persons of the appeal and without a roof.
pub(crate) fn on_paper(case: &Case, from: Stage) -> Option<Applicant> {
    let stage = match from {
        Stage::AppealTerm if appeal::lodges(case) => Stage::AppealPreparation,
        Stage::Interim => Stage::AppealPreparation,
        Stage::Appeal if further_appeal::lodges(case) => Stage::FurtherAppealTerm,
        _ => return None,
    };
    let mut file = *case.applicant;
    let (visit, round) = (u32::from(file.visit), u32::from(file.round));
    file.key = file.key.relative(1 << 24 | visit << 16 | round << 8 | stage as u32);
    file.stands(Standing::OnPaper);
    file.stage = stage;
    file.entered = case.today;
    file.roof = Roof::Elsewhere;
    file.queue = None;
    file.unaccompanied = false;
    file.late = Late::No;
    file.rings = ShortDay::default();
    Some(file)
}

/// Whether it was the appeal of somebody in the short procedure or with a claim on another state: the week's term.
fn is_short(case: &Case) -> bool {
    case.applicant.appeal() != AppealKind::Extended
}
