//! What several tests share.
#![allow(dead_code, reason = "not every test uses every helper")]

pub(crate) mod diaries;

use doorstroom::flow;
use doorstroom::random::Stream;
use doorstroom::record::{Audit, AuditLine, Book, Both, Daily, Series};
use doorstroom::scenario::{self, Request, Scenario};
use doorstroom::time::{Day, Days};

/// The baseline, which is the law in force, with some levers set, cut to so many days.
pub(crate) fn baseline(sets: &[&str], days: i32) -> Scenario {
    embedded("baseline", sets, days)
}

/// The same under the law of before 12 June 2026, unchanged: what is tested of that law does not change with a later one.
pub(crate) fn old_law(sets: &[&str], days: i32) -> Scenario {
    embedded("old_law_unchanged", sets, days)
}

fn embedded(name: &str, sets: &[&str], days: i32) -> Scenario {
    let sets: Vec<String> = sets.iter().map(|s| (*s).to_string()).collect();
    let no_files = |_: &str| Err(std::io::Error::from(std::io::ErrorKind::NotFound));
    let request = Request { scenario: name, sets: &sets, files: &no_files };
    let checked = scenario::read(&request).unwrap_or_else(|failed| {
        let titles: Vec<_> = failed.diagnostics.iter().map(|d| d.title.en.clone()).collect();
        panic!("{name} reads: {titles:?}")
    });
    let mut scenario = checked.scenario;
    scenario.end = scenario.start + Days(days - 1);
    scenario
}

/// One replication with every uncertainty held: the book and the audit.
pub(crate) fn run(scenario: &Scenario, seed: u64) -> (Book, Vec<AuditLine>) {
    let mut recorders = Both(Book::new(scenario.end, Daily::Yes), Audit::default());
    let stream = Stream::new(seed, 0);
    let policy = scenario.policy.held();
    let world = flow::run(scenario.start, scenario.end, policy, &scenario.open_cases, stream, &mut recorders);
    let Both(book, mut audit) = recorders;
    audit.close(&world);
    (book, audit.lines())
}

/// The sum of a flow, or the last value of a stock.
pub(crate) fn total(book: &Book, series: Series) -> f64 {
    book.days.iter().map(|day| day[series as usize]).sum()
}

/// A stock on the last evening.
pub(crate) fn last(book: &Book, series: Series) -> f64 {
    book.days.last().expect("a book has days")[series as usize]
}

/// A stock on an evening, counted from the first day.
pub(crate) fn on(book: &Book, series: Series, day: usize) -> f64 {
    book.days[day][series as usize]
}

/// The day that lies so many days after the start of the baseline.
pub(crate) fn day(scenario: &Scenario, after: i32) -> Day {
    scenario.start + Days(after)
}
