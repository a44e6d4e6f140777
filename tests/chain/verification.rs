//! The page of validation says what the program verifies and replays; and some of that, shortened, on every run of the tests.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use doorstroom::record::{Daily, Series};
use doorstroom::scenario::{Request, Scenario, read};
use doorstroom::study::Options;
use doorstroom::study::backtest::{self, Backtest, Part, backtest};
use doorstroom::study::replication::replicate;
use doorstroom::study::run::month_ends;
use doorstroom::study::verify::{self, Case, Settings};
use doorstroom::time::Day;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/validation.md");
    fs::read_to_string(path).unwrap().replace('\r', "")
}

#[test]
fn the_page_lists_the_cases_and_quantities_of_the_program_in_its_order() {
    let page = page();
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("### `")).collect();
    let cases = verify::cases();
    let expected: Vec<String> =
        cases.iter().map(|case| format!("### `{}`: {}", case.name, case.title.1)).collect();
    assert_eq!(headings, expected, "write the table anew: doorstroom verify --write docs/validation.md");
    for case in &cases {
        let table = page.split(&format!("### `{}`:", case.name)).nth(1).unwrap();
        let table = table.split("\n### ").next().unwrap().split("<!--").next().unwrap();
        let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
        let names: Vec<&str> = rows.iter().map(|row| row.split('|').nth(1).unwrap().trim()).collect();
        let expected: Vec<&str> = case.quantities.iter().map(|quantity| quantity.name.en.as_str()).collect();
        assert_eq!(names, expected, "{}", case.name);
        assert!(rows.iter().all(|row| row.contains("| inside |")), "{}: not all inside", case.name);
    }
}

#[test]
fn the_page_explains_every_case() {
    let page = page();
    let (_, explained) = page.split_once("## What each case shows").unwrap();
    for case in verify::cases() {
        assert!(explained.contains(&format!("`{}`", case.name)), "{} is not explained", case.name);
    }
}

fn quick(names: &[&str]) {
    let cases: Vec<Case> = verify::cases().into_iter().filter(|case| names.contains(&case.name)).collect();
    assert_eq!(cases.len(), names.len());
    let settings = Settings { seeds: vec![1], quick: true, threads: 2 };
    let verdicts = verify::run(&cases, &settings, &|_| {}, &AtomicBool::new(false)).unwrap();
    let wrong: Vec<_> = verdicts.iter().filter(|verdict| !verdict.passes()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn stocks_without_luck_come_out_to_the_person() {
    quick(&["overloaded-stock", "little"]);
}

#[test]
fn short_runs_of_some_queues_contain_their_closed_forms() {
    quick(&["priority", "constant", "families", "loss", "cafe-from-empty"]);
}

fn embedded(name: &str) -> Scenario {
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    read(&Request { scenario: name, sets: &[], files: &files }).unwrap().scenario
}

fn replayed(threads: usize) -> Backtest {
    let scenarios: Vec<Scenario> =
        backtest::scenarios().into_iter().map(|name| embedded(name).thinned(100)).collect();
    let options = Options { first: 0, replications: 2, seed: 1, fixed: false, daily: Daily::No, threads };
    backtest(&scenarios, &options, &|_| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn a_replay_is_scored_on_the_figures_of_its_own_years_whatever_the_number_of_threads() {
    let found = replayed(2);
    let again = replayed(1);
    let start: Day = "2019-01-01".parse().unwrap();
    for (one, other) in found.targets.iter().zip(&again.targets) {
        assert_eq!(one.scores, other.scores, "{}", one.target.name);
        assert!(one.points.iter().all(|judged| judged.point.span.from >= start), "{}", one.target.name);
        let parts: usize =
            [Part::Fitted, Part::Tested].iter().filter_map(|p| one.score(*p)).map(|s| s.n).sum();
        assert_eq!(parts, one.points.len(), "{}: every figure is in one period", one.target.name);
        // Two replications carry no band: nothing is said of coverage.
        assert!(one.scores.iter().all(|score| score.inside == (0, 0)), "{}", one.target.name);
    }
    let open = found.targets.iter().find(|one| one.target.name == "open_cases_unhcr").unwrap();
    assert_eq!(open.points.len(), 7);
    assert!(
        open.score(Part::Tested).unwrap().skill.iter().all(Option::is_some),
        "every guess knows open cases"
    );
    assert!(found.audit.iter().all(|line| !line.violation || line.found == 0), "{:?}", found.audit);
}

#[test]
fn the_applications_that_are_given_are_those_that_come() {
    let scenario = embedded("history").thinned(20);
    let replication = replicate(&scenario, 3, 0, false, Daily::No);
    let dates = month_ends(scenario.start, scenario.end);
    let of = |year: i16| -> f64 {
        let rows = dates.iter().zip(&replication.months).filter(|(date, _)| date.year() == year);
        rows.map(|(_, row)| row[Series::InflowFirst as usize]).sum()
    };
    for (year, given) in [(2019, 22_433.0), (2020, 13_673.0), (2022, 35_535.0), (2025, 24_070.0_f64)] {
        // One in twenty, in households: five standard deviations of a count in which each counts for about thirty.
        let bound = 5.0 * (30.0 * given).sqrt();
        assert!((of(year) - given).abs() < bound, "{year}: {} of {given}", of(year));
    }
}
