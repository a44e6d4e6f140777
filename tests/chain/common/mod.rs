//! What several tests share.
#![allow(dead_code, reason = "not every test uses every helper")]

pub(crate) mod diaries;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use doorstroom::record::{AuditLine, Daily, Series};
use doorstroom::scenario::{self, Request, Scenario};
use doorstroom::study::replication::replicate;
use doorstroom::time::{Day, Days};

/// The tests run a chain of one in so many: whole simulations in a small part of the time. What they count is of the whole
/// chain; `thinned(1)` makes a scenario whole where a test needs it.
const ONE_IN: u32 = 20;

/// The baseline, which is the law in force, with some levers set, cut to so many days.
pub(crate) fn baseline(sets: &[&str], days: i32) -> Scenario {
    embedded("baseline", sets, days)
}

/// The same under the law of before 12 June 2026, unchanged: what is tested of that law does not change with a later one.
pub(crate) fn old_law(sets: &[&str], days: i32) -> Scenario {
    embedded("old_law_unchanged", sets, days)
}

/// Layers that come along, on top of each other.
pub(crate) fn layered(names: &[&str], days: i32) -> Scenario {
    let list: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let text = format!("format = 1\nname = \"Layers\"\nextends = [{}]\n", list.join(", "));
    from(LAYERED, &[], days, &text)
}

/// The baseline with some tables as a file has them, for what `--set` cannot say, cut to so many days.
pub(crate) fn written(tables: &str, days: i32) -> Scenario {
    let text = format!("format = 1\nname = \"Written\"\nextends = \"baseline\"\n{tables}");
    from(LAYERED, &[], days, &text)
}

/// The file in which layers are put on top of each other.
const LAYERED: &str = "layers.toml";

pub(crate) fn embedded(name: &str, sets: &[&str], days: i32) -> Scenario {
    from(name, sets, days, "")
}

fn from(name: &str, sets: &[&str], days: i32, text: &str) -> Scenario {
    let sets: Vec<String> = sets.iter().map(|s| (*s).to_string()).collect();
    let files = |path: &str| match path {
        LAYERED => Ok(text.as_bytes().to_vec()),
        _ => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
    };
    let request = Request { scenario: name, sets: &sets, files: &files };
    let checked = scenario::read(&request).unwrap_or_else(|failed| {
        let titles: Vec<_> = failed.diagnostics.iter().map(|d| d.title.en.clone()).collect();
        panic!("{name} reads: {titles:?}")
    });
    let mut scenario = checked.scenario;
    scenario.end = scenario.start + Days(days - 1);
    scenario.thinned(ONE_IN)
}

/// One replication by month and by day, in the order of `Series::ALL`.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) months: Vec<[f64; Series::ALL.len()]>,
    pub(crate) days: Vec<[f64; Series::ALL.len()]>,
}

type Ran = (Book, Vec<AuditLine>);

/// One replication with every uncertainty held: the book and the audit. The same run is made once, however many tests of a
/// file ask for it.
pub(crate) fn run(scenario: &Scenario, seed: u64) -> Ran {
    static RUNS: OnceLock<Mutex<HashMap<String, Arc<OnceLock<Ran>>>>> = OnceLock::new();
    let key = format!("{seed} {scenario:?}");
    let runs = RUNS.get_or_init(Mutex::default);
    let one = Arc::clone(runs.lock().unwrap_or_else(|broken| broken.into_inner()).entry(key).or_default());
    let ran = one.get_or_init(|| {
        let done = replicate(scenario, seed, 0, true, Daily::Yes);
        (Book { months: done.months, days: done.days }, done.audit)
    });
    ran.clone()
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
