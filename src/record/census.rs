//! Everybody counted in one round: they are many, and a look at each is dear.

use std::sync::LazyLock;

use super::series::Series;
use crate::flow::{AppealKind, Applicant, Outcome, PlaceKind, Roof, Stage, Work, World};
use crate::policy::Moment;
use crate::time::Day;

/// Fifteen months, the extended decision term of 2022 to 2025 (Aliens Act 2000 article 42(4)) [days].
const FIFTEEN_MONTHS: i32 = 456;
const FOURTEEN_WEEKS: i32 = 98;
/// Where an appeal against the decision is pending in first instance.
pub(super) const PENDING: [Stage; 4] =
    [Stage::Interim, Stage::AppealPreparation, Stage::Referred, Stage::Appeal];

/// What no counter of the world tells, this evening.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Census {
    /// With a case open for more than fifteen months [persons].
    pub(super) over_fifteen_months: u32,
    /// With an open case lodged since the start of the Pact [persons].
    pub(super) open_new: u32,
    /// Permit holders in reception for more than fourteen weeks [persons].
    pub(super) over_fourteen_weeks: u32,
    /// With an open case whose decision term has passed [persons].
    pub(super) past_term: u32,
    /// Penalties that have run up in open cases, of both kinds [EUR].
    pub(super) penalties: u64,
    /// Unaccompanied minors with a right to reception who do not live with others.
    pub(super) minors: u32,
    /// Those of them in no place for minors.
    pub(super) minors_elsewhere: u32,
    /// Minors in reception or without a place, unaccompanied or not.
    pub(super) children: u32,
    /// Permit holders in reception with refugee status [persons].
    pub(super) holders_refugee: u32,
    /// Permit holders in reception with subsidiary protection [persons].
    pub(super) holders_subsidiary: u32,
    /// Penalties that pending applications for family reunification could cost at most [EUR].
    pub(super) family_exposed: u64,
    /// Women and girls with a right to reception who do not live with others.
    pub(super) women: u32,
    /// In the procedure, with the right to work [persons, one a household].
    pub(super) may_work: u32,
    /// Of those, who work.
    pub(super) working: u32,
    /// With an appeal pending, those without a right to remain included, by kind [persons].
    appeals: [u32; AppealKind::COUNT],
}

impl Census {
    /// Looks at everybody.
    pub(super) fn of(world: &World) -> Census {
        let mut census = Census::default();
        let for_minors = Roof::Place(PlaceKind::Minors.tier());
        for applicant in world.population.records() {
            let persons = u32::from(applicant.persons);
            let longer = |since: Moment, days: i32| {
                applicant.dates.at(since).is_some_and(|since| (world.today - since).0 > days)
            };
            if applicant.stage.is_open_case() && longer(Moment::Registered, FIFTEEN_MONTHS) {
                census.over_fifteen_months += persons;
            }
            if applicant.stage.is_open_case() && is_new(applicant) {
                census.open_new += persons;
            }
            if waits_for_housing(applicant) && longer(Moment::Granted, FOURTEEN_WEEKS) {
                census.over_fourteen_weeks += persons;
            }
            if world.is_past_term(applicant) {
                census.past_term += persons;
            }
            if applicant.stage.is_open_case() {
                let work = world.work_of(applicant);
                census.may_work += u32::from(work != Work::Not);
                census.working += u32::from(work == Work::Does);
            }
            if PENDING.contains(&applicant.stage) {
                census.appeals[applicant.appeal() as usize] += persons;
            }
            census.penalties += world.penalties_of(applicant);
            census.family_exposed += u64::from(world.family_exposure_of(applicant));
            if applicant.is_in_reception() && matches!(applicant.stage, Stage::Matching | Stage::Housing) {
                match applicant.outcome {
                    Some(Outcome::Refugee) => census.holders_refugee += persons,
                    Some(Outcome::Subsidiary) => census.holders_subsidiary += persons,
                    _ => {}
                }
            }
            if applicant.unaccompanied && applicant.roof != Roof::Elsewhere {
                census.minors += persons;
                census.minors_elsewhere += if applicant.roof == for_minors { 0 } else { persons };
            }
            if applicant.is_in_reception() {
                census.children += world.minors_in(applicant);
                census.women += u32::from(applicant.members.women());
            }
        }
        census
    }

    /// Persons whose appeal of a kind is pending.
    pub(super) fn appeals(&self, kind: AppealKind) -> u32 {
        self.appeals[kind as usize]
    }
}

/// The day from which Regulation (EU) 2024/1348 binds applications (its article 79, second-hand).
static PACT: LazyLock<Day> = LazyLock::new(|| Day::from_ymd(2026, 6, 12).expect("a day of the calendar"));

/// Whether an application was lodged under the Pact. How cases are counted is no lever: what the law says of them is.
fn is_new(applicant: &Applicant) -> bool {
    // Screening and a term to lodge came with it: who is there has still to lodge.
    let to_lodge = matches!(applicant.stage, Stage::Screening | Stage::Lodging);
    to_lodge || applicant.dates.at(Moment::Lodged).is_some_and(|lodged| lodged >= *PACT)
}

/// The series of outcomes and waits of an applicant's cohort.
pub(super) fn cohort(applicant: &Applicant) -> (Series, Series) {
    if is_new(applicant) {
        (Series::DecisionsNew, Series::WaitDecisionNew)
    } else {
        (Series::DecisionsOld, Series::WaitDecisionOld)
    }
}

/// A permit holder who lives in reception.
fn waits_for_housing(applicant: &Applicant) -> bool {
    matches!(applicant.stage, Stage::Matching | Stage::Housing) && applicant.roof != Roof::Elsewhere
}

/// Persons who must leave and have not left.
pub(super) fn must_leave(world: &World) -> u32 {
    Stage::ALL.iter().filter(|stage| stage.must_leave()).map(|&stage| world.in_stage(stage)).sum()
}
