//! The return border procedure (*terugkeergrensprocedure*).
//!
//! * **Law.** Regulation (EU) 2024/1349 article 4: at most twelve weeks from the day the right to remain ends, at or near the
//!   border, not counted as entry; then the ordinary return procedure goes on.
//! * **In.** Those rejected in the asylum border procedure, when they appeal no more or no court lets them stay.
//! * **Out.** Voluntary departure; removal, with a travel document; after twelve weeks the ordinary procedure, in the country.
//! * **Levers.** `return_border_longest`, and those of intent and travel documents.
//! * **Simplifications.** It takes places of the border procedure. Everyone who will not leave is removed once there is a
//!   document, with the chances of detention in the country. No period to leave after it.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::departure::departure::{Intent, gone, intent, until_gone};
use crate::flow::departure::detention::document;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::departure::RETURN_BORDER_LONGEST;
use crate::time::Days;

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.note(Moment::Returned);
    Hold::For(left(case))
}

/// Until they are gone, there is a document, or the weeks are over.
fn left(case: &Case) -> Days {
    let weeks = case.lever(RETURN_BORDER_LONGEST).0 - case.days_here().0;
    let paper = papers(case).map_or(i32::MAX, |days| days.0 - case.days_here().0);
    Days(weeks.min(paper).min(until_gone(case).0).max(0))
}

/// When there will be a document for somebody who would not leave.
fn papers(case: &Case) -> Option<Days> {
    document(case).filter(|_| intent(case) != Intent::Voluntary)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if papers(case).is_some_and(|days| days <= case.days_here()) {
        return Step::To(Stage::Removal);
    }
    gone(case).unwrap_or_else(|| {
        case.applicant.track = Track::Accelerated;
        Step::To(Stage::Departure)
    })
}

/// A new longest counts from the day it began.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(Hold::For(left(case)))
}
