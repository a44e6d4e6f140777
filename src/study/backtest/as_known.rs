//! The replay as it could have been made on a day: nothing of after it moves the run.
//!
//! Up to the day the run is the replay, told the inflow and the shares of grants that had come. From then on first
//! applications are those of the forecast of that day, a path a replication, by nationality as in the last twelve months;
//! law and capacities are those in force or adopted by then. Values that were derived from later years (the reference tables
//! under m) are not undone.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::simulated::{nearest, value};
use super::targets::{Point, Span, Target, targets};
use crate::policy::levers::{self, family, inflow, procedure};
use crate::record::{Audit, AuditLine};
use crate::scenario::{Scenario, library};
use crate::stats::Band;
use crate::study::forecast::{Luck, ahead};
use crate::study::published;
use crate::study::replication::{Replication, replicate};
use crate::study::run::{Options, each, month_ends};
use crate::time::{Day, Days, Month};

/// The scenario of which the future is forgotten: the replay, told the shares of grants that came up to the day.
pub const AS_KNOWN: &str = "history_realised_grants";
/// How far ahead is looked [months].
pub const AHEAD: i32 = 24;
/// The outcomes that are told.
const OUTCOMES: [&str; 2] = ["reception", "open_cases_unhcr"];
/// A figure counts when it was published so near the day that is asked for [days].
const NEAR: i32 = 16;
/// An official forecast of a day is held beside what came within so many days.
const OFFICIAL_NEAR: i32 = 7;

/// Levers whose steps follow from figures over a year, which are known when it is over.
const OF_A_YEAR: [usize; 4] = [
    procedure::DECISION_STAFF.index(),
    family::FAMILY_CAPACITY.index(),
    inflow::RESETTLEMENT_QUOTA.index(),
    procedure::GRANT_SHARE.index(),
];

/// First days of quarters on which it is told, from the first year after the start to the last with figures to come.
pub fn origins() -> Vec<Day> {
    let first = Day::from_ymd(2020, 1, 1).expect("a day of the calendar");
    (0..=20).map(|quarter| first.plus_months(3 * quarter)).collect()
}

/// What is known of a step on another day than its own.
struct Late {
    row: usize,
    from: Day,
    /// The number, or nothing for what the scenario says.
    value: Option<f64>,
    known: Day,
}

fn late() -> Vec<Late> {
    let row = |row: published::Known| Late {
        row: levers::find(&row.lever).unwrap_or_else(|| panic!("there is a lever {}", row.lever)),
        from: row.from,
        value: row.value,
        known: row.known,
    };
    published::known().into_iter().map(row).collect()
}

/// A scenario as it was known on a day: steps of later days are gone, but for those that had been announced.
pub fn known_on(scenario: &Scenario, day: Day) -> Scenario {
    let late = late();
    let year = Day::from_ymd(day.year(), 1, 1).expect("every year has a first day");
    let mut known = scenario.clone();
    known.policy = scenario.policy.clone().keeping(|row, from| {
        match late.iter().filter(|l| l.row == row && l.from == from).map(|l| l.known).min() {
            Some(known) => known <= day,
            None if OF_A_YEAR.contains(&row) => from < year,
            None => from <= day,
        }
    });
    for step in late.iter().filter(|step| step.known <= day) {
        if let Some(value) = step.value {
            known.policy = known.policy.stepping(step.row, step.from, value);
        }
    }
    known
}

/// One outcome as it would have been told on a day.
#[derive(Clone, Debug)]
pub struct Foreseen {
    /// The first day of the forecast.
    pub origin: Day,
    /// What is told.
    pub target: Target,
    /// The last figure that had been published.
    pub last: Option<Point>,
    /// Month ends from the first to the last.
    pub path: Vec<Told>,
    /// Figures that came.
    pub came: Vec<Came>,
}

/// What would have been told of a day: the run itself, and the last figure with the change that the run says.
#[derive(Copy, Clone, Debug)]
pub struct Told {
    /// The month end.
    pub day: Day,
    /// As the run has it.
    pub run: Band,
    /// As the last figure and the change since.
    pub from_last: Band,
}

/// A figure that came, and what had been told.
#[derive(Copy, Clone, Debug)]
pub struct Came {
    /// The figure.
    pub point: Point,
    /// What had been told of the month end next to it.
    pub told: Told,
}

impl Foreseen {
    /// What had been told of a number of months ahead, if it was.
    pub fn ahead(&self, months: i32) -> Option<&Told> {
        let day = self.origin.plus_months(months) - Days(1);
        self.path.iter().find(|told| told.day == day)
    }

    /// The figure that came so many months ahead.
    pub fn came_ahead(&self, months: i32) -> Option<f64> {
        let day = self.origin.plus_months(months) - Days(1);
        let near = |came: &&Came| (came.point.span.to - day).0.abs() <= NEAR;
        let nearest = self.came.iter().filter(near).min_by_key(|came| (came.point.span.to - day).0.abs());
        nearest.map(|came| came.point.value)
    }
}

/// An official forecast of the places that reception would need on a day, and ours of the quarter in which it was made.
#[derive(Clone, Debug)]
pub struct Official {
    /// The day of which it was made.
    pub day: Day,
    /// When it was made: year and month.
    pub made: Month,
    /// Places.
    pub places: f64,
    /// The same in persons, at the occupancy that was then the norm.
    pub persons: f64,
    /// Ours, from the first day of that quarter.
    pub told: Told,
    /// Persons in reception, within days of it; nothing where no figure was found.
    pub came: Option<f64>,
}

/// What all days come to.
#[derive(Clone, Debug)]
pub struct AsKnown {
    /// Each origin and outcome.
    pub foreseen: Vec<Foreseen>,
    /// Official forecasts of the need for reception.
    pub official: Vec<Official>,
    /// Replications of each origin.
    pub replications: u32,
    /// The seed.
    pub seed: u64,
    /// The chain was run at one in so many.
    pub one_in: u32,
    /// What the audits of all runs found.
    pub audit: Vec<AuditLine>,
}

/// Runs the scenario as it was known on each of some days. `done` is told how many replications of all runs are finished.
/// Nothing when it was stopped.
pub fn as_known(
    scenario: &Scenario,
    origins: &[Day],
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Option<AsKnown> {
    let finished = AtomicU32::new(0);
    let (mut foreseen, mut audits) = (Vec::new(), Vec::new());
    for &origin in origins {
        let known = known_on(scenario, origin);
        let given = known.policy.given().cloned().expect("the replay is given the inflow");
        // Paths come in mirrored pairs.
        let paths = options.replications.next_multiple_of(2) as usize;
        let paths = ahead(origin, Luck { seed: options.seed, paths });
        let end = origin.plus_months(AHEAD) - Days(1);
        let one = |number: u32| {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let path = &paths[(number - options.first) as usize % paths.len()];
            let mut scenario = Scenario { end, ..known.clone() };
            let given = given.going_on(Month::of(origin), &path[..AHEAD as usize]);
            scenario.policy = scenario.policy.with_given(Some(given));
            let made = replicate(&scenario, options.seed, number, false, options.daily);
            done(finished.fetch_add(1, Ordering::Relaxed) + 1);
            Some(made)
        };
        let made: Vec<Replication> = each(options, one).into_iter().collect::<Option<_>>()?;
        let dates = month_ends(known.start, end);
        let told = targets().into_iter().filter(|target| OUTCOMES.contains(&target.name.as_str()));
        foreseen.extend(told.map(|target| tell(target, origin, &made, &dates)));
        audits.extend(made.into_iter().map(|one| one.audit));
    }
    Some(AsKnown {
        official: official(&foreseen),
        foreseen,
        replications: options.replications,
        seed: options.seed,
        one_in: scenario.one_in,
        audit: Audit::add_up(&audits),
    })
}

fn tell(target: Target, origin: Day, made: &[Replication], dates: &[Day]) -> Foreseen {
    let points = target.points();
    let last =
        points.iter().rfind(|point| point.span.to <= origin && nearest(point.span.to, dates).is_some());
    let at = |day: Day, one: &Replication| value(&target, Span { to: day, from: day }, one, dates);
    let told = |day: Day| {
        let run = |one: &Replication| at(day, one);
        let since = |one: &Replication| {
            let last = last?;
            Some((last.value + at(day, one)? - at(last.span.to, one)?).max(0.0))
        };
        Told {
            day,
            run: Band::of(&mut made.iter().filter_map(run).collect()),
            from_last: Band::of(&mut made.iter().filter_map(since).collect()),
        }
    };
    let path: Vec<Told> = dates.iter().filter(|day| **day > origin).map(|day| told(*day)).collect();
    let to_come = points.iter().filter(|point| point.span.to > origin);
    let came = to_come.filter_map(|point| {
        let day = dates[nearest(point.span.to, dates)?];
        Some(Came { point: *point, told: *path.iter().find(|told| told.day == day)? })
    });
    Foreseen { origin, last: last.copied(), came: came.collect(), path, target }
}

/// An official forecast of the places that reception would need on a day.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Needed {
    /// The day of which it was made.
    pub day: Day,
    /// When it was made: year and month.
    pub made: Month,
    /// Places.
    pub places: f64,
    /// The same in persons, at the occupancy that was then the norm.
    pub persons: f64,
    /// Persons in reception, within days of it; nothing where no figure was found.
    pub came: Option<f64>,
}

/// The official forecasts of places. A year before the norm of 91 % was published COA counted with 96 %.
pub fn needed() -> Vec<Needed> {
    const NAME: &str = "capacity_needed_forecast_of_";
    let norm = |made: Month| if made.year() < 2023 { 0.96 } else { 0.91 };
    let reception = targets().into_iter().find(|target| target.name == OUTCOMES[0]);
    let points = reception.map_or_else(Vec::new, |target| target.points());
    let rows = published::read("reception").into_iter().filter_map(|row| {
        let made = made(row.series.strip_prefix(NAME)?)?;
        let day: Day = row.period.parse().ok()?;
        let came = points.iter().find(|point| (point.span.to - day).0.abs() <= OFFICIAL_NEAR);
        let came = came.map(|point| point.value);
        Some(Needed { day, made, places: row.value, persons: row.value * norm(made), came })
    });
    let mut all: Vec<Needed> = rows.collect();
    all.sort_by_key(|one| (one.day, one.made.number()));
    all
}

/// Those forecasts, held beside the run of the quarter in which they were made.
fn official(foreseen: &[Foreseen]) -> Vec<Official> {
    let reception = || foreseen.iter().filter(|one| one.target.name == OUTCOMES[0]);
    let beside = |Needed { day, made, places, persons, came }: Needed| {
        let quarter = Day::from_ymd(made.year(), (made.month() - 1) / 3 * 3 + 1, 1)?;
        let one = reception().find(|one| one.origin == quarter)?;
        let told = *one.path.iter().find(|told| told.day == day - Days(1))?;
        Some(Official { day, made, places, persons, told, came })
    };
    needed().into_iter().filter_map(beside).collect()
}

/// `nov_2022` as a month.
fn made(text: &str) -> Option<Month> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (month, year) = text.split_once('_')?;
    let place = MONTHS.iter().position(|name| *name == month)?;
    Day::from_ymd(year.parse().ok()?, place as i8 + 1, 1).map(Month::of)
}

/// One outcome as it would have been told a year ahead, from the record that comes with the program.
#[derive(Clone, PartialEq, Debug)]
pub struct Recorded {
    /// Name of the target.
    pub target: String,
    /// First day of the forecast.
    pub origin: Day,
    /// The last figure before it.
    pub before: f64,
    /// The day of which it was told.
    pub until: Day,
    /// The median, with the band of 80 %.
    pub median: f64,
    /// The band of 80 %.
    pub band: (f64, f64),
    /// The figure that came, where one was published.
    pub came: Option<f64>,
}

/// What would have been told a year ahead on the first day of each quarter.
pub fn recorded() -> Vec<Recorded> {
    let text = library::reference("as_known").expect("the record is embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("the record can be read: {error}"));
        let day =
            |place: usize| record[place].parse().unwrap_or_else(|_| panic!("{} is a day", &record[place]));
        let number =
            |place: usize| record[place].parse().unwrap_or_else(|_| panic!("{} is a number", &record[place]));
        Recorded {
            target: record[0].to_owned(),
            origin: day(1),
            before: number(2),
            until: day(3),
            band: (number(4), number(6)),
            median: number(5),
            came: record[7].parse().ok(),
        }
    });
    rows.collect()
}

/// The mean absolute error over figures that came, of the run, of the last figure with its change, and of the last figure as
/// it was, with how many lie in the band of 80 % of the second.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub struct Record {
    /// Figures.
    pub n: usize,
    /// Of the run.
    pub run: f64,
    /// Of the last figure and the change that the run says.
    pub from_last: f64,
    /// Of the last figure.
    pub last: f64,
    /// Figures within the band of 80 %, and of how many it is known.
    pub inside: (usize, usize),
}

/// The record of some of what was told.
pub fn record<'a>(foreseen: impl Iterator<Item = &'a Foreseen>) -> Record {
    let mut record = Record::default();
    for one in foreseen {
        let Some(last) = one.last else { continue };
        for came in &one.came {
            let value = came.point.value;
            let (Some(run), Some(ours)) = (came.told.run.centre(), came.told.from_last.centre()) else {
                continue;
            };
            record.n += 1;
            record.run += (run / value - 1.0).abs();
            record.from_last += (ours / value - 1.0).abs();
            record.last += (last.value / value - 1.0).abs();
            if let Some((low, high)) = came.told.from_last.central(80) {
                record.inside.1 += 1;
                record.inside.0 += usize::from((low..=high).contains(&value));
            }
        }
    }
    let n = record.n.max(1) as f64;
    Record { run: record.run / n, from_last: record.from_last / n, last: record.last / n, ..record }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Nationality;
    use crate::policy::levers::reception::HOUSING_SUPPLY;
    use crate::policy::levers::terms::GENERAL_EXTENSION;
    use crate::scenario::{Request, read};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn scenario() -> Scenario {
        let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
        read(&Request { scenario: AS_KNOWN, sets: &[], files: &files }).unwrap().scenario
    }

    #[test]
    fn no_step_of_after_the_day_is_left_but_what_had_been_announced() {
        let scenario = scenario();
        for origin in origins() {
            let known = known_on(&scenario, origin);
            let announced = late();
            for row in 0..levers::count() {
                for step in known.policy.timeline(row).steps() {
                    let told =
                        announced.iter().any(|l| l.row == row && l.from == step.from && l.known <= origin);
                    assert!(
                        step.from <= origin || told,
                        "{} of {}",
                        levers::declaration(row).name,
                        step.from
                    );
                }
            }
        }
        let on = |origin: &str| known_on(&scenario, day(origin)).policy;
        let staff = |origin: &str| on(origin).today(procedure::DECISION_STAFF, day("2025-12-01"));
        assert!(staff("2023-01-01") < staff("2024-01-01"), "the year before is held");
        assert_eq!(staff("2023-01-01"), scenario.policy.today(procedure::DECISION_STAFF, day("2022-06-01")));
        // The extension was withdrawn in May 2025, for applications since January 2024.
        let extension =
            |origin: &str| on(origin).on(GENERAL_EXTENSION, day("2024-06-01"), Nationality::Other).0;
        assert_eq!((extension("2025-01-01"), extension("2025-07-01")), (274, 0));
        assert_eq!(on("2023-07-01").today(HOUSING_SUPPLY, day("2023-08-01")), 4550.0);
        assert_eq!(on("2024-01-01").today(HOUSING_SUPPLY, day("2023-08-01")), 2933.0);
    }

    #[test]
    fn the_inflow_of_after_the_day_does_not_move_it() {
        let scenario = scenario();
        let origin = day("2023-01-01");
        let given = scenario.policy.given().unwrap();
        let path: Vec<f64> = vec![2_000.0; 24];
        let told = given.going_on(Month::of(origin), &path);
        assert_eq!(told.ends(), day("2025-01-01"));
        // Another future, the same past: the same.
        let other = given.going_on(Month::of(origin), &[9_000.0; 24]);
        assert_eq!(other.going_on(Month::of(origin), &path), told);
        assert_ne!(other, told);
    }

    #[test]
    fn official_forecasts_of_places_have_a_month() {
        assert_eq!(made("nov_2022").unwrap().to_string(), "2022-11");
        assert_eq!(made("spring_2022"), None);
    }
}
