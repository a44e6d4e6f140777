//! Cases lodged before and since the start of the Pact: whose officers take up which, and in what order.
//!
//! * **Law.** None: a choice of the IND. Regulation (EU) 2024/1348 binds applications lodged from 12 June 2026; older ones
//!   keep the procedure in which they were lodged.
//! * **In.** Everything that waits for the decision officers.
//! * **Out.** A class of their desk, and a place in it.
//! * **Levers.** `new_cases`, `new_cases_share`, `old_cases_open`, `cohorts_help`, `old_cases_order`, `low_chance_below`.
//! * **Simplifications.** Officers' time alone is parted; interpreters and lawyers serve both. Where old cases are not taken
//!   up, those with priority or with a term of the court are, and what was begun is finished. Who lost a permit, and never
//!   lodged an application in this run, stands with the old stock.

use crate::engine::{Reserve, Workforce};
use crate::flow::Case;
use crate::flow::procedure::decision::CLASSES;
use crate::flow::stage::{Desk, Hold};
use crate::flow::terms::late::Late;
use crate::policy::levers::cohorts::{
    COHORTS_HELP, LOW_CHANCE_BELOW, NEW_CASES, NEW_CASES_SHARE, OLD_CASES_ORDER,
};
use crate::policy::levers::procedure::GRANT_SHARE;
use crate::policy::{Moment, Policy};
use crate::time::{Day, Days};

/// The old stock, and new cases.
pub(crate) const COHORTS: usize = 2;
const OLD: usize = 0;
const NEW: usize = 1;

/// Levers that move people between the classes of the desk, or within one.
pub(crate) const PARTS: [usize; 3] =
    [NEW_CASES_SHARE.index(), OLD_CASES_ORDER.index(), LOW_CHANCE_BELOW.index()];

/// Whether an application is a new case.
pub(crate) fn is_new(case: &Case) -> bool {
    case.applicant.dates.at(Moment::Lodged).is_some() && case.lever(NEW_CASES)
}

/// The queue of the officers, in the cohort's own class where their time is parted.
pub(crate) fn queue(case: &Case, class: u8, work: u32) -> Hold {
    let parted = case.lever(NEW_CASES_SHARE) > 0.0 && is_new(case);
    let class = if parted { class + CLASSES as u8 } else { class };
    Hold::Queue { desk: Desk::Decision, class, work }
}

/// Parts the day's minutes over the cohorts.
pub(crate) fn part(officers: &mut Workforce, policy: &Policy, today: Day) {
    let share = policy.today(NEW_CASES_SHARE, today);
    let unused = if policy.today(COHORTS_HELP, today) { Reserve::Spill } else { Reserve::Hard };
    officers.reserve_section(OLD, if share > 0.0 { 1.0 - share } else { 0.0 }, unused);
    officers.reserve_section(NEW, share, unused);
}

/// Cases that are to go first stand as if lodged so much earlier: before all others, and in order of lodging among
/// themselves.
const AHEAD: Days = Days(10_000);

/// The day by which a household that waits for the interview has its place in the line: the one on which the Netherlands
/// became responsible, so that a moratorium costs nobody their place; earlier for those of the old stock who go first.
pub(crate) fn place(case: &Case) -> Day {
    let since = case.applicant.dates.at(Moment::Responsible).unwrap_or(case.today);
    if goes_first(case) { since - AHEAD } else { since }
}

/// Whether the order of the old stock puts a case before others.
fn goes_first(case: &Case) -> bool {
    let low_chance = || case.lever(GRANT_SHARE) < case.lever(LOW_CHANCE_BELOW);
    match case.lever(OLD_CASES_ORDER) {
        1 => low_chance() && !is_new(case),
        2 => !low_chance() && !is_new(case),
        3 => case.applicant.late != Late::No && !is_new(case),
        _ => false,
    }
}

/// Whether a notice of default moves a case up in its line.
pub(crate) fn heeds_notices(case: &Case) -> bool {
    case.lever(OLD_CASES_ORDER) == 3 && !is_new(case)
}
