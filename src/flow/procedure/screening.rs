//! Screening of those who are registered, at the external border or in the country (*screening*).
//!
//! * **Law.** Regulation (EU) 2024/1356 article 8: at most seven days at the external border, three in the country, from the
//!   day of apprehension or of reporting. For applications made from 12 June 2026.
//! * **In.** From registration, if the days have not passed before it.
//! * **Out.** Lodging the application.
//! * **Levers.** `screening_days_border`, `screening_days_territory`.
//! * **Simplifications.** It takes its longest, counted from reporting, and the work of those who register. Who is in the
//!   country without asking asylum is not screened here.

use crate::flow::Case;
use crate::flow::procedure::{border, lodging};
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::transfer::transfer;
use crate::policy::Moment;
use crate::policy::levers::examination::{SCREENING_DAYS_BORDER, SCREENING_DAYS_TERRITORY};
use crate::time::Days;

/// Registered: to be screened for the days that are left, or on.
pub(super) fn after_registration(case: &mut Case) -> Step {
    // Who can still be transferred has been screened before, and lodges nothing new.
    if left(case) == Days(0) || transfer::can_still_go(case) {
        return lodging::after_screening(case);
    }
    Step::To(Stage::Screening)
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    Hold::For(left(case))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    lodging::after_screening(case)
}

fn left(case: &Case) -> Days {
    let lever = if border::is_there(case) { SCREENING_DAYS_BORDER } else { SCREENING_DAYS_TERRITORY };
    let since = case.applicant.dates.at(Moment::Made).unwrap_or(case.today);
    Days((case.lever(lever).0 - (case.today - since).0).max(0))
}
