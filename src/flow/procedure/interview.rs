//! The interview (*nader gehoor*), the intention to reject (*voornemen*) and the view on it (*zienswijze*).
//!
//! * **Law.** Aliens Act 2000 articles 37 to 39 and Aliens Decree articles 3.109 to 3.118, before 12 June 2026: general
//!   procedure (*algemene asielprocedure*) of six working days, extended procedure (*verlengde asielprocedure*) where that
//!   is too short; an intention and a view only where the outcome is negative. Lodged from 12 June 2026 (Regulation (EU)
//!   2024/1348): one procedure, no intention and no view.
//! * **In.** Registration in the second and fourth track; a claim that was refused; a transfer whose term passed.
//! * **Out.** A moratorium, or the decision: at once for a grant, after intention and view for a rejection.
//! * **Levers.** `hearing_hours`, `interpreter_hours`, `lawyer_hours`, `extended_share`, `further_interview_share`,
//!   `view_work`, `view_general`, `view_extended`, `one_procedure`, `intention_step`,
//!   `legal_aid`.
//! * **Simplifications.** One interview takes the hours of both; officer, interpreter and lawyer are there for all of it;
//!   the rest period (*rust- en voorbereidingstermijn*) is within the wait. Lawyers bind interviews only, not views and
//!   appeals; where all have legal aid after a rejection alone they bind none, from that day, and where those of low chances have,
//!   they bind as before. It is thrown after the interview whether the case needs the extended procedure, and in it whether there is
//!   another interview, of half the hours of the first; it goes before those in order.

use crate::flow::Case;
use crate::flow::applicant::{Outcome, Track};
use crate::flow::procedure::cohorts;
use crate::flow::procedure::decision::{self, IN_ORDER, ORDERED, PRIORITY, STARTED};
use crate::flow::recorder::News;
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::terms::{late, moratorium};
use crate::policy::Language;
use crate::policy::levers::examination::{INTENTION_STEP, ONE_PROCEDURE};
use crate::policy::levers::procedure::{
    EXTENDED_SHARE, FURTHER_INTERVIEW_SHARE, HEARING_HOURS, VIEW_EXTENDED, VIEW_GENERAL,
};
use crate::random::Draw;
use crate::time::Days;

/// Pools of the decision desk: officers, interpreters by language, lawyers.
pub(crate) const POOLS: usize = 3 + Language::COUNT;
/// The lawyers' pool.
pub(crate) const LAWYERS: usize = 1 + Language::COUNT;

/// No pool of anybody: it is open on the days on which old cases are taken up in order.
pub(crate) const INTAKE: usize = 2 + Language::COUNT;

/// The crew of an interview in a language, a bit a pool.
pub(crate) const fn crew(language: usize) -> u16 {
    1 | 1 << (1 + language) | 1 << LAWYERS
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    if moratorium::holds(case) {
        return Hold::For(Days(0));
    }
    let first = case.applicant.priority || matches!(case.applicant.track, Track::Safe | Track::Accelerated);
    let line = if first {
        PRIORITY
    } else if late::is_first(case) {
        ORDERED
    } else {
        IN_ORDER
    };
    let class = line + case.applicant.nationality.language() as u8;
    let work = decision::minutes(case, hearing(case));
    cohorts::queue(case, class, work)
}

/// A moratorium began for those who wait here.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    moratorium::holds(case).then_some(Hold::For(Days(0)))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if moratorium::holds(case) {
        return Step::To(Stage::Moratorium);
    }
    draft(case);
    if is_heard_again(case) { Step::To(Stage::FurtherInterview) } else { on(case) }
}

/// All has been heard: a grant is written at once, a rejection after an intention and a view.
fn on(case: &Case) -> Step {
    let outcome = case.applicant.outcome;
    let at_once = outcome.is_some_and(Outcome::is_grant) || !case.lever(INTENTION_STEP);
    Step::To(if at_once { Stage::Decision } else { Stage::Intention })
}

/// Somebody has been heard, and the outcome is drafted.
pub(crate) fn draft(case: &mut Case) {
    case.announce(News::Interviewed);
    let safe = case.applicant.track == Track::Safe;
    let two = !safe && case.applicant.stage != Stage::Border && !case.lever(ONE_PROCEDURE);
    case.applicant.extended = two && case.happens(Draw::Extended, case.lever(EXTENDED_SHARE));
    case.applicant.outcome = Some(decision::decide(case));
}

/// Hours of the interview: never more than the whole case takes.
pub(crate) fn hearing(case: &Case) -> f64 {
    case.lever(HEARING_HOURS).min(decision::whole_hours(case) / 2.0)
}

/// Hours of all that is heard.
pub(crate) fn hearings(case: &Case) -> f64 {
    hearing(case) * if is_heard_again(case) { 1.0 + AGAIN } else { 1.0 }
}

/// A further interview as a part of the first.
const AGAIN: f64 = 0.5;

/// Whether the extended procedure asks for another interview.
fn is_heard_again(case: &Case) -> bool {
    case.applicant.extended
        && case.applicant.round == 0
        && case.happens(Draw::FurtherInterview, case.lever(FURTHER_INTERVIEW_SHARE))
}

/// Another interview in the extended procedure (*aanvullend gehoor*).
pub(crate) mod further {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let class = PRIORITY + case.applicant.nationality.language() as u8;
        cohorts::queue(case, class, decision::minutes(case, hearing(case) * AGAIN))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        on(case)
    }
}

/// The intention to reject is written.
pub(crate) mod intention {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let hours = decision::hours_after_interview(case) * decision::without_view(case);
        let work = decision::minutes(case, hours);
        cohorts::queue(case, STARTED, work)
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::View)
    }
}

/// The lawyer has some time for the view.
pub(crate) mod view {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        Hold::For(case.lever(if case.applicant.extended { VIEW_EXTENDED } else { VIEW_GENERAL }))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::Decision)
    }
}
