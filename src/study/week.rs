//! The week in the chain: each quantity now, soon and later, the chance that it passes a threshold, and what binds.

use super::replication::{Replication, replicate};
use super::years::Row;
use crate::record::{Daily, Series};
use crate::scenario::{Scenario, Threshold};
use crate::time::Day;

/// What the first page of a report needs beside the bands.
#[derive(Clone, Debug, Default)]
pub struct Week {
    /// Every series on the first evening with every uncertainty held, in the order of `Series::ALL`. Only stocks and what
    /// is computed from them have a meaning there.
    pub first: Vec<f64>,
    /// Each threshold of the scenario.
    pub passings: Vec<Passing>,
    /// What binds in each month.
    pub binding: Vec<Binding>,
}

/// How often and when a series passes a threshold at a month's end.
#[derive(Clone, Debug)]
pub struct Passing {
    /// The threshold.
    pub threshold: Threshold,
    /// Share of the replications in which the series passes it, 0 to 1.
    pub share: f64,
    /// Of those, the month's end by which half have passed it for the first time.
    pub when: Option<Day>,
}

/// The desk or kind of place that is used most in a month, and above 95 %.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The month's end.
    pub date: Day,
    /// The resources that bind in most replications first, with the share in which each does; none where nothing does.
    pub resources: Vec<(Resource, f64)>,
}

/// Something of which there may be too little.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Resource {
    /// A desk, by the series of its use.
    Desk(Series),
    /// A kind of place, by the series of those in it and of the places that are free.
    Places(Series, Series),
}

/// A resource is said to bind above this use [share].
const BINDS: f64 = 0.95;

/// The desks by the series of their use.
const DESKS: [&str; 7] = [
    "registration_use",
    "decision_use",
    "court_use",
    "council_use",
    "family_use",
    "housing_use",
    "escort_use",
];

/// The kinds of place by the series of those in them and of what is free. Without series of free places, all places
/// together count.
const PLACES: [(&str, &str); 3] = [
    ("reception_regular", "free_regular"),
    ("reception_emergency", "free_emergency"),
    ("reception_outside", "free_outside"),
];

impl Resource {
    /// Those of which this version keeps series.
    pub fn all() -> Vec<Resource> {
        let desks = DESKS.iter().filter_map(|id| Series::from_id(id)).map(Resource::Desk);
        let places = PLACES.iter().filter_map(|(taken, free)| {
            Some(Resource::Places(Series::from_id(taken)?, Series::from_id(free)?))
        });
        let all = Resource::Desk(Series::ReceptionOccupancy);
        let mut found: Vec<Resource> = desks.chain(places).collect();
        if !found.iter().any(|r| matches!(r, Resource::Places(..))) {
            found.push(all);
        }
        found
    }

    /// The part of it that is used; nothing where there is none of it.
    fn used(self, row: &Row) -> Option<f64> {
        let of = |series: Series| row[series as usize];
        let used = match self {
            Resource::Desk(series) => of(series),
            Resource::Places(taken, free) => of(taken) / (of(taken) + of(free)),
        };
        used.is_finite().then_some(used)
    }
}

/// The resource that is used most, if it binds.
fn binds(resources: &[Resource], row: &Row) -> Option<Resource> {
    let used = resources.iter().filter_map(|r| Some((*r, r.used(row)?)));
    // Of equals the first, so that the order of the list decides.
    let most = used.fold(None, |most: Option<(Resource, f64)>, next| match most {
        Some(most) if most.1 >= next.1 => Some(most),
        _ => Some(next),
    });
    most.filter(|(_, used)| *used > BINDS).map(|(resource, _)| resource)
}

/// The week of some replications.
pub(super) fn week(scenario: &Scenario, replications: &[Replication], dates: &[Day], seed: u64) -> Week {
    let evening = Scenario { end: scenario.start, ..scenario.clone() };
    let first = replicate(&evening, seed, 0, true, Daily::Yes).days;
    let resources = Resource::all();
    Week {
        first: first.first().map(|row| row.to_vec()).unwrap_or_default(),
        passings: scenario.thresholds.iter().map(|t| passing(t, replications, dates)).collect(),
        binding: dates
            .iter()
            .enumerate()
            .map(|(n, date)| binding(&resources, replications, n, *date))
            .collect(),
    }
}

fn passing(threshold: &Threshold, replications: &[Replication], dates: &[Day]) -> Passing {
    let beyond = |row: &Row| {
        let value = row[threshold.series as usize];
        if threshold.above { value > threshold.value } else { value < threshold.value }
    };
    let mut first: Vec<usize> =
        replications.iter().filter_map(|r| r.months.iter().position(beyond)).collect();
    first.sort_unstable();
    let share = first.len() as f64 / replications.len().max(1) as f64;
    let when = first.get(first.len().saturating_sub(1) / 2).map(|n| dates[*n]);
    Passing { threshold: threshold.clone(), share, when }
}

fn binding(resources: &[Resource], replications: &[Replication], month: usize, date: Day) -> Binding {
    let mut counts: Vec<(Resource, u32)> = resources.iter().map(|r| (*r, 0)).collect();
    for resource in replications.iter().filter_map(|r| binds(resources, &r.months[month])) {
        if let Some(count) = counts.iter_mut().find(|(r, _)| *r == resource) {
            count.1 += 1;
        }
    }
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(resource, count)| (std::cmp::Reverse(*count), *resource));
    let all = replications.len().max(1) as f64;
    Binding { date, resources: counts.into_iter().map(|(r, count)| (r, f64::from(count) / all)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(open_cases: &[f64], registration: f64, decision: f64) -> Replication {
        let row = |value: &f64| {
            let mut row = [0.0; Series::ALL.len()];
            row[Series::OpenCases as usize] = *value;
            row[Series::RegistrationUse as usize] = registration;
            row[Series::DecisionUse as usize] = decision;
            row
        };
        let months = open_cases.iter().map(row).collect();
        Replication { number: 0, months, days: Vec::new(), timelines: None, audit: Vec::new() }
    }

    fn dates() -> Vec<Day> {
        ["2026-01-31", "2026-02-28", "2026-03-31"].map(|d| d.parse().unwrap()).to_vec()
    }

    #[test]
    fn the_chance_of_passing_counts_replications_and_the_month_is_the_middle_one_of_those_that_pass() {
        let runs: Vec<_> = [[1.0, 9.0, 1.0], [9.0, 9.0, 9.0], [1.0, 1.0, 9.0], [1.0, 1.0, 1.0]]
            .iter()
            .map(|months| replication(months, 0.0, 0.0))
            .collect();
        let (name, source) = (String::new(), String::new());
        let threshold = Threshold { name, series: Series::OpenCases, above: true, value: 5.0, source };
        let above = passing(&threshold, &runs, &dates());
        assert_eq!((above.share, above.when), (0.75, Some(dates()[1])));
        let below = passing(&Threshold { above: false, value: 0.5, ..threshold }, &runs, &dates());
        assert_eq!((below.share, below.when), (0.0, None));
    }

    #[test]
    fn the_most_used_resource_binds_and_one_with_room_does_not() {
        let month = [0.0];
        let runs = [
            replication(&month, 0.96, 0.99),
            replication(&month, 1.0, 0.5),
            replication(&month, 0.97, 0.9),
            replication(&month, 0.9, 0.9),
        ];
        let found = binding(&Resource::all(), &runs, 0, dates()[0]);
        assert_eq!(
            found.resources,
            [(Resource::Desk(Series::RegistrationUse), 0.5), (Resource::Desk(Series::DecisionUse), 0.25)]
        );
    }
}
