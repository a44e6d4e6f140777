//! Counts that the two statuses bring: appeals for the other one, relatives who wait, and what is at stake with them; who
//! takes part; who has no right to reception; and displaced persons from Ukraine.

use super::book::Book;
use super::census::Census;
use super::series::Series;
use crate::flow::{Applicant, Stage, StatusNews, World};
use crate::policy::Moment;
use crate::time::Day;

const EUROS_IN_A_MILLION: f64 = 1e6;

impl Book {
    /// Something about the two statuses happened to a household.
    pub(super) fn statuses(&mut self, day: Day, applicant: &Applicant, news: StatusNews) {
        let persons = applicant.persons;
        match news {
            StatusNews::Appealed => self.count(Series::AppealsStatus, persons),
            StatusNews::Ruled => {
                self.waited(Series::WaitAppealStatus, applicant.dates.at(Moment::Decided), day, persons);
            }
            StatusNews::Raised => self.count(Series::StatusRaised, persons),
            StatusNews::Work(minutes) => self.add(Series::StatusHours, u64::from(minutes)),
            StatusNews::FamilyRefused => self.count(Series::FamilyRefusedRule, persons),
        }
    }
}

/// A stock this evening, if it is one of these [persons, or EUR million].
pub(super) fn stock(series: Series, world: &World, census: &Census) -> Option<f64> {
    let stages = |stages: &[Stage]| stages.iter().map(|&stage| world.in_stage(stage)).sum::<u32>();
    let persons = match series {
        Series::OpenAppealsStatus => stages(&[Stage::StatusAppealPreparation, Stage::StatusAppeal]),
        Series::FamilyWaiting => stages(&[Stage::FamilyWaiting]),
        Series::FamilyConditions => stages(&[Stage::FamilyIncome, Stage::FamilyDwelling]),
        Series::PermitHoldersRefugee => census.holders_refugee,
        Series::PermitHoldersSubsidiary => census.holders_subsidiary,
        Series::UkraineRegistered => world.protection.registered(),
        Series::UkraineMunicipal => world.protection.in_places(),
        Series::UkrainePlacesFree => world.protection.free(),
        Series::UkraineWithoutPlace => world.protection.without_place(),
        Series::Unsheltered => world.unsheltered(),
        Series::MayWork => census.may_work,
        Series::Working => census.working,
        Series::Contributions => return Some(world.contributions_of(census.working) / EUROS_IN_A_MILLION),
        Series::FamilyPenaltiesExposed => return Some(census.family_exposed as f64 / EUROS_IN_A_MILLION),
        _ => return None,
    };
    Some(f64::from(persons))
}
