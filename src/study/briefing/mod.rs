//! What a briefing rests on: its scenarios under the same luck, the published figures beside them, and the record of earlier
//! errors.

mod beside;
mod drivers;
mod flows;
mod record;
mod waiting;

pub use beside::{Needed, Official, Past, last_needed, official_totals, past};
pub use drivers::{Driver, Drivers, INFLOW};
pub use flows::{Flow, FlowYear};
pub use record::{Recorded, Standing, record, standing};
pub use waiting::{Curve, Waiting};

use std::sync::atomic::AtomicBool;

use super::Options;
use super::assemble;
use super::compare::side_by_side;
use super::forecast::{Compared, Luck, official};
use super::outcome::Outcome;
use super::replication::{Replication, watched};
use super::years::spans;
use crate::diagnostic::{Language, Text};
use crate::record::ledger::{Balance, Moves};
use crate::record::{Both, Ledger, Series, Waits};
use crate::scenario::Scenario;
use crate::stats::Band;
use crate::time::{Day, Month};

/// Years of the past that stand before a projection.
pub const YEARS_BEFORE: i16 = 5;
/// Paths behind our own figure in the table of official forecasts.
const PATHS: usize = 2_000;

/// Everything that a briefing is made from.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// Its title.
    pub title: Text,
    /// The scenario that it is about, and those beside it.
    pub scenarios: Vec<Told>,
    /// Names of the charts, in their order.
    pub charts: Vec<String>,
    /// Published totals of past years.
    pub past: Vec<Past>,
    /// The last official forecast of each year of the run for which one was found.
    pub official: Vec<Official>,
    /// The last official figure for the places that are needed.
    pub needed: Option<Needed>,
    /// Official forecasts of earlier years against what came.
    pub rounds: Vec<Compared>,
    /// How far the replay of history was off.
    pub record: Vec<Recorded>,
    /// The command that makes the same briefing again.
    pub command: String,
}

/// A scenario of a briefing.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its short name.
    pub id: String,
    /// Its layers, for the record of provenance.
    pub layers: Vec<crate::scenario::Layer>,
    /// How probable the plan states it to be, 0 to 1, and on whose authority.
    pub probability: Option<(f64, String)>,
    /// What came of it; those beside the first are held against it.
    pub outcome: Outcome,
    /// The busiest month of each whole year.
    pub peaks: Vec<Peak>,
    /// How often the need for reception is above the places, on 1 January and 1 July.
    pub chances: Vec<Chance>,
    /// What was seen of its persons.
    pub seen: Seen,
}

/// What was seen of the persons of a run, beside its series.
#[derive(Clone, Default, Debug)]
pub struct Seen {
    /// Who went from where to where, by calendar year.
    pub flows: Vec<FlowYear>,
    /// How long people wait.
    pub waiting: Vec<Waiting>,
    /// Which uncertainties move the need for reception in the last month; none of too few replications, or where all are held.
    pub drivers: Option<Drivers>,
}

/// What is kept of a replication beside its series.
#[derive(Clone, Debug)]
pub struct Watched {
    /// Who stood on each account at the start [persons].
    pub start: Balance,
    /// Who moved between them, by calendar year [persons].
    pub years: Vec<Moves>,
    /// How long people waited.
    pub waits: Waits,
}

/// The month of a year in which most people came.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Peak {
    /// The year.
    pub year: i16,
    /// The month that is most often the busiest, by its last day.
    pub month: Day,
    /// In which share of the replications it is, 0 to 1.
    pub share: f64,
    /// The total inflow in the busiest month of a replication, whichever it is [persons].
    pub inflow: Band,
}

/// How often the need is above the places.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Chance {
    /// The day at whose beginning.
    pub day: Day,
    /// Which of the months ends on the evening before.
    pub row: usize,
    /// Share of the replications, 0 to 1.
    pub share: f64,
}

/// A scenario that was run for a briefing.
#[derive(Clone, Debug)]
pub struct Ran<'a> {
    /// Its short name.
    pub id: String,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its title, when it is not that of the scenario.
    pub title: Option<&'a Text>,
    /// How probable it is stated to be, and on whose authority.
    pub probability: Option<(f64, String)>,
    /// Its replications.
    pub replications: &'a [Replication],
    /// What else was kept of each.
    pub watched: &'a [Watched],
}

/// Runs each replication of all scenarios together, watched. `done` and `stop` are as in [`run`](super::run()). A list of
/// replications a scenario.
pub fn run(
    scenarios: &[Scenario],
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Vec<Vec<(Replication, Watched)>> {
    side_by_side(scenarios, options, |scenario, number| watch(scenario, options, number), done, stop)
}

/// Runs a replication, and keeps who went where and how long people waited.
pub fn watch(scenario: &Scenario, options: &Options, number: u32) -> (Replication, Watched) {
    let watcher = Both(Ledger::new(scenario.end), Waits::new(scenario.start, scenario.end));
    let (replication, Both(ledger, waits)) =
        watched(scenario, options.seed, number, options.fixed, options.daily, watcher);
    let Ledger { mut start, mut years, .. } = ledger;
    let moved = years.iter_mut().flatten().flatten();
    start.iter_mut().chain(moved).for_each(|persons| *persons *= i64::from(scenario.one_in));
    (replication, Watched { start, years, waits })
}

/// What was seen of the persons of a run, each of whose replications was watched, to the ends of these months.
pub fn seen(
    scenario: &Scenario,
    replications: &[Replication],
    watched: &[Watched],
    dates: &[Day],
    options: &Options,
) -> Seen {
    let last = dates.last().copied().unwrap_or(scenario.end);
    let drivers = || drivers::drivers(scenario, replications, options.seed, Series::ReceptionNeed);
    Seen {
        flows: flows::flows(watched, dates),
        waiting: waiting::waiting(watched, (scenario.start, last), scenario.one_in),
        drivers: if options.fixed { None } else { drivers() },
    }
}

/// Puts the scenarios of a briefing together; the first is what the others are held against.
pub fn told(ran: &[Ran<'_>], options: &Options, language: Language) -> Vec<Told> {
    let first = &ran[0];
    let tell = |(n, one): (usize, &Ran<'_>)| {
        let against = (n > 0).then_some((first.scenario, first.replications));
        let mut outcome =
            assemble::outcome(one.scenario, one.replications, options, false, language, against);
        if let Some(title) = one.title {
            outcome.title = title.to(language).to_owned();
        }
        if let (Some(reference), Some(title)) = (&mut outcome.reference, first.title) {
            reference.title = title.to(language).to_owned();
        }
        Told {
            id: one.id.clone(),
            layers: one.scenario.layers.clone(),
            probability: one.probability.clone(),
            peaks: peaks(one.replications, &outcome.dates),
            chances: chances(one.replications, &outcome.dates),
            seen: seen(one.scenario, one.replications, one.watched, &outcome.dates, options),
            outcome,
        }
    };
    ran.iter().enumerate().map(tell).collect()
}

/// Official forecasts of earlier years, ours for the same dates, and what came.
pub fn rounds() -> Vec<Compared> {
    official(Luck { seed: 1, paths: PATHS })
}

fn peaks(replications: &[Replication], dates: &[Day]) -> Vec<Peak> {
    let whole = spans(dates).into_iter().filter(|(_, first, end)| end - first == 12);
    let peak = |(year, first, end): (i16, usize, usize)| {
        let inflow = |r: &Replication, month: usize| r.months[month][Series::InflowTotal as usize];
        let mut often = [0_u32; 12];
        let mut most = Vec::with_capacity(replications.len());
        for one in replications {
            // Of two equal months the earlier one.
            let busiest = (first..end).rev().max_by(|a, b| inflow(one, *a).total_cmp(&inflow(one, *b)));
            let busiest = busiest.unwrap_or(first);
            often[busiest - first] += 1;
            most.push(inflow(one, busiest));
        }
        let place = (0..12).rev().max_by_key(|month| often[*month]).unwrap_or(0);
        let share = f64::from(often[place]) / replications.len().max(1) as f64;
        Peak { year, month: dates[first + place], share, inflow: Band::of(&mut most) }
    };
    whole.map(peak).collect()
}

/// The halves of the years as they begin: the evening before is the end of a month.
fn chances(replications: &[Replication], dates: &[Day]) -> Vec<Chance> {
    let ends = dates.iter().enumerate().filter(|(_, day)| **day == Month::of(**day).last());
    let halves = ends.filter(|(_, day)| Month::of(**day).month() % 6 == 0);
    let chance = |(row, day): (usize, &Day)| {
        let above = |r: &&Replication| {
            let month = &r.months[row];
            month[Series::ReceptionNeed as usize] > month[Series::ReceptionPlaces as usize]
        };
        let share = replications.iter().filter(above).count() as f64 / replications.len().max(1) as f64;
        Chance { day: day.next(), row, share }
    };
    halves.map(chance).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(number: u32, inflow: impl Fn(usize) -> f64, need: f64) -> Replication {
        let mut months = vec![[0.0; Series::ALL.len()]; 12];
        for (n, month) in months.iter_mut().enumerate() {
            month[Series::InflowTotal as usize] = inflow(n);
            month[Series::ReceptionNeed as usize] = need;
            month[Series::ReceptionPlaces as usize] = 100.0;
        }
        Replication { number, months, days: Vec::new(), timelines: None, audit: Vec::new() }
    }

    fn year() -> Vec<Day> {
        super::super::run::month_ends("2027-01-01".parse().unwrap(), "2027-12-31".parse().unwrap())
    }

    #[test]
    fn the_busiest_month_is_the_one_that_most_replications_name_and_its_inflow_that_of_each() {
        let peak_in = |place: usize| move |n: usize| if n == place { 50.0 } else { 10.0 };
        let all = [
            replication(0, peak_in(9), 0.0),
            replication(1, peak_in(9), 0.0),
            replication(2, peak_in(2), 0.0),
        ];
        let peak = peaks(&all, &year())[0];
        assert_eq!((peak.year, peak.month.to_string()), (2027, "2027-10-31".to_owned()));
        assert_eq!((peak.share, peak.inflow.mean), (2.0 / 3.0, Some(50.0)));
        // Part of a year has no busiest month of the year.
        assert!(peaks(&all, &year()[..11]).is_empty());
    }

    #[test]
    fn a_half_year_begins_with_the_stock_of_the_evening_before() {
        let all = [replication(0, |_| 0.0, 90.0), replication(1, |_| 0.0, 110.0)];
        let found = chances(&all, &year());
        let days: Vec<String> = found.iter().map(|one| one.day.to_string()).collect();
        assert_eq!(days, ["2027-07-01", "2028-01-01"]);
        assert!(found.iter().all(|one| one.share == 0.5));
    }
}
