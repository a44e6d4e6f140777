//! Reception after the departure period: the freedom-restricting location and the family location.
//!
//! * **Law.** Aliens Act 2000 articles 56 and 57 (freedom-restricting measure, twelve weeks); Rva 2005, and the ruling of the
//!   Supreme Court of 21 September 2012 (ECLI:NL:HR:2012:BW5328): no family with minors is put on the street.
//! * **In.** Those who work on their departure when the period ends, and families and unaccompanied minors.
//! * **Out.** Departure; the street when the weeks are over, there is no place, or the youngest turns eighteen; detention;
//!   families also to their removal.
//! * **Levers.** `restricted_days`, `restricted_places`, `family_places`, `cooperation_share`, `family_removal_share`,
//!   `travel_document_share`, `travel_document_days`.
//! * **Simplifications.** Who finds no place in a freedom-restricting location on the day the period ends leaves reception
//!   and is not asked again. Families for whom a family location has no place stay where they are.

use crate::flow::Case;
use crate::flow::departure::departure::{Intent, end_reception, gone, has_minors, intent, until_gone};
use crate::flow::departure::detention::document;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::departure::{COOPERATION_SHARE, FAMILY_REMOVAL_SHARE, RESTRICTED_DAYS};
use crate::random::Draw;
use crate::time::Days;

/// The freedom-restricting location (*vrijheidsbeperkende locatie*, VBL).
pub(crate) mod restricted {
    use super::*;
    use crate::flow::PlaceKind;
    use crate::flow::applicant::Roof;

    /// Whether they are offered a place: those in reception who will leave, and others who say so.
    pub(crate) fn is_asked(case: &Case) -> bool {
        case.applicant.roof != Roof::Elsewhere && would_come(case)
    }

    /// Whether they would take it.
    pub(crate) fn would_come(case: &Case) -> bool {
        let willing = intent(case) == Intent::Voluntary;
        !has_minors(case) && (willing || case.happens(Draw::ReturnCooperation, case.lever(COOPERATION_SHARE)))
    }

    /// Without a place there nobody stays a day.
    pub(crate) fn enter(case: &mut Case) -> Hold {
        let has_place = case.applicant.roof == Roof::Place(PlaceKind::Restricted.tier());
        Hold::For(if has_place { left(case) } else { Days(0) })
    }

    fn left(case: &Case) -> Days {
        let left = case.lever(RESTRICTED_DAYS).0 - case.days_here().0;
        Days(left.min(until_gone(case).0).max(0))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        gone(case).unwrap_or_else(|| {
            end_reception(case);
            Step::To(Stage::Departure)
        })
    }

    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        Some(Hold::For(left(case)))
    }
}

/// Families with minors, in a family location (*gezinslocatie*, GL) if it has a place, and unaccompanied minors.
pub(crate) mod with_minors {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let stay = until_gone(case).0.min(until_eighteen(case).0);
        let stay = if is_removed(case) { stay.min(until_document(case)) } else { stay };
        Hold::For(Days(stay.max(0)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if !has_minors(case) {
            end_reception(case);
            return Step::To(Stage::Departure);
        }
        if is_removed(case) && until_document(case) <= 0 {
            return Step::To(Stage::Removal);
        }
        gone(case).expect("somebody leaves by age, by removal, or because they are gone")
    }

    /// A document that their state now gives, or gives no more, moves the day of their removal.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        Some(enter(case))
    }

    /// Days until the youngest turns eighteen.
    fn until_eighteen(case: &Case) -> Days {
        case.applicant.adult_on.get().map_or(Days(0), |day| day - case.today)
    }

    /// Whether a family that stays is removed once there is a travel document.
    fn is_removed(case: &Case) -> bool {
        !case.applicant.unaccompanied
            && intent(case) != Intent::Voluntary
            && case.happens(Draw::FamilyRemoval, case.lever(FAMILY_REMOVAL_SHARE))
            && document(case).is_some()
    }

    fn until_document(case: &Case) -> i32 {
        document(case).map_or(i32::MAX, |days| days.0 - case.days_here().0)
    }
}
