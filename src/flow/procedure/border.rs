//! The asylum border procedure (*asielgrensprocedure*).
//!
//! * **Law.** Regulation (EU) 2024/1348 articles 43 to 54: mandatory at the external border for those who mislead, endanger
//!   public order or come from a country of which the Union grants at most a fifth; at most twelve weeks from registration;
//!   no unaccompanied minors; a yearly ceiling of two, three and then four times the places. For applications lodged from
//!   12 June 2026. Before: Aliens Act 2000 article 3 and Aliens Decree article 3.109b, at most four weeks for those who are
//!   likely to be rejected as inadmissible or manifestly unfounded.
//! * **In.** Accelerated applications, and before 12 June 2026 those of a safe country or likely to be manifestly unfounded,
//!   of those who came to the border and were not let in, while there is a place and the ceiling is not reached.
//! * **Out.** A decision; or, after twelve weeks (four), the interview in the country.
//! * **Levers.** `border_procedure`, `border_share`, `border_places`, `border_longest`, `border_ceiling`, `border_families`.
//! * **Simplifications.** Those who are rejected stay at the border without a place during the term to appeal and the answer on
//!   an interim measure, if a return border procedure follows; before, and if a court lets them stay, they appeal from
//!   reception. Those in the return border procedure take places too. Persons are let in when places are full, security
//!   cases too.
//!   Before 12 June 2026 nobody is held there on account of a claim on another state. Work done there is lost to who is let
//!   in.

use crate::engine::Slot;
use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::courts::kind;
use crate::flow::procedure::decision::{self, PRIORITY};
use crate::flow::procedure::{cohorts, interview};
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::world::World;
use crate::policy::Moment;
use crate::policy::levers::departure::RETURN_BORDER_LONGEST;
use crate::policy::levers::examination::{
    BORDER_CEILING, BORDER_FAMILIES, BORDER_LONGEST, BORDER_PLACES, BORDER_PROCEDURE, BORDER_SHARE,
    ONE_PROCEDURE,
};
use crate::random::Draw;
use crate::time::{Day, Days};

/// Whether an application is examined at the border, if there is room: under the Pact one that is accelerated, before it one
/// that is likely to be rejected as manifestly unfounded.
pub(crate) fn takes(case: &Case) -> bool {
    let kind = match case.applicant.track {
        Track::Accelerated => true,
        Track::Safe => !case.lever(ONE_PROCEDURE),
        Track::Merits => !case.lever(ONE_PROCEDURE) && kind::is_manifest(case),
        _ => false,
    };
    kind && case.lever(BORDER_PROCEDURE)
        && !case.applicant.unaccompanied
        && (case.lever(BORDER_FAMILIES) || !case.applicant.has_minors(case.today))
        && is_there(case)
}

/// Whether somebody came to the external border and was not let in.
pub(super) fn is_there(case: &Case) -> bool {
    case.happens(Draw::AtBorder, case.lever(BORDER_SHARE))
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let class = PRIORITY + case.applicant.nationality.language() as u8;
    let work = decision::minutes(case, decision::whole_hours(case));
    cohorts::queue(case, class, work)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if longest(case) == Days(0) {
        return Step::To(Stage::Interview);
    }
    interview::draft(case);
    let step = decision::leave(case);
    if step == Step::To(Stage::AppealTerm) && case.lever(RETURN_BORDER_LONGEST) > Days(0) {
        case.applicant.track = Track::AtBorder;
    }
    step
}

/// Days left of the longest stay, which runs from registration.
pub(crate) fn longest(case: &Case) -> Days {
    let since = case.applicant.dates.at(Moment::Registered).unwrap_or(case.today);
    Days((since + case.lever(BORDER_LONGEST) - case.today).0.max(0))
}

/// Who has been admitted to the border procedure in a year of the ceiling.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct AtBorder {
    year: i32,
    persons: u32,
}

/// The day from which years of the ceiling count, its anniversaries included.
fn year(today: Day) -> i32 {
    let pact = Day::from_ymd(2026, 6, 12).expect("a day of the calendar");
    (today - pact).0.div_euclid(365)
}

impl World {
    /// Whether the border has a place for a household and the ceiling of the year lets it in; if so it is counted.
    pub(crate) fn admits_at_border(&mut self, slot: Slot) -> bool {
        let persons = u32::from(self.population[slot].persons);
        let places = self.policy.today(BORDER_PLACES, self.today);
        let ceiling = places * self.policy.today(BORDER_CEILING, self.today);
        let year = year(self.today);
        if self.at_border.year != year {
            self.at_border = AtBorder { year, persons: 0 };
        }
        let there = self.in_stage(Stage::Border) + self.in_stage(Stage::BorderReturn);
        let fits =
            f64::from(there + persons) <= places && f64::from(self.at_border.persons + persons) <= ceiling;
        self.at_border.persons += if fits { persons } else { 0 };
        fits
    }
}
