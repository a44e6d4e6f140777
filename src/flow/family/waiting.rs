//! Relatives of subsidiary protection: the waiting period, and then what their sponsor still lacks.
//!
//! * **Law.** Two-status act (Kamerstuk 36 703), since 12 June 2026: two years, enough income, a dwelling of one's own.
//! * **In.** Who would apply and may not yet; and who was refused only for that.
//! * **Out.** The application, once time, income and dwelling are there or no longer asked for.
//! * **Levers.** Those of `rule`; `family_transit_counts`, `family_article8_share`, `irregular_family_arrivals`.
//! * **Simplifications.** They apply on the first day on which they may. Some choose another way at the beginning instead,
//!   article 8 or coming by themselves, and do not come back to this one.

use crate::flow::Case;
use crate::flow::family::reunification::applies;
use crate::flow::family::rule::{self, Lacks};
use crate::flow::stage::{Hold, Stage, Step};
use crate::time::{Day, Days};

/// Longer than any horizon: only news of the sponsor or a change of law ends it.
pub(super) const UNTIL_TOLD: Days = Days(36_525);

fn until(case: &Case, day: Day) -> Hold {
    Hold::For(Days((day - case.today).0.max(0)))
}

/// The waiting period runs.
pub(crate) fn enter(case: &mut Case) -> Hold {
    match rule::wait_ends(case) {
        Some(end) => until(case, end),
        None => Hold::For(Days(0)),
    }
}

/// On to what is lacking, or to the application.
pub(crate) fn leave(case: &mut Case) -> Step {
    match rule::lacks(case) {
        Lacks::Nothing => applies(case),
        Lacks::Income(_) => Step::To(Stage::FamilyIncome),
        Lacks::Dwelling(_) => Step::To(Stage::FamilyDwelling),
    }
}

/// The rule changed, or the sponsor has another status.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(enter(case))
}

/// The sponsor earns too little.
pub(crate) mod income {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let day = match rule::lacks(case) {
            Lacks::Income(Some(day)) => day,
            Lacks::Income(None) => return Hold::For(UNTIL_TOLD),
            Lacks::Nothing | Lacks::Dwelling(_) => case.today,
        };
        // The waiting period may have been made longer.
        until(case, rule::wait_ends(case).map_or(day, |end| end.max(day)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        match rule::lacks(case) {
            Lacks::Dwelling(_) => Step::To(Stage::FamilyDwelling),
            Lacks::Nothing | Lacks::Income(_) => applies(case),
        }
    }

    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        Some(enter(case))
    }
}

/// The sponsor lacks a dwelling: who belongs to whom is known to `ties`, which says how long.
pub(crate) mod dwelling {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        match rule::lacks(case) {
            Lacks::Dwelling(Some(day)) => until(case, day),
            Lacks::Nothing | Lacks::Income(_) | Lacks::Dwelling(None) => Hold::For(Days(0)),
        }
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        applies(case)
    }

    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        Some(enter(case))
    }
}
