//! Would a case worker believe the baseline's first year? It is held against the last published points.

use crate::common;
use doorstroom::record::{Daily, Series};
use doorstroom::study::run::{bands, month_ends, run};
use doorstroom::study::{Options, published};
use doorstroom::time::Day;
use std::sync::atomic::AtomicBool;

/// Medians of the months of 2026 over thirty replications of a chain of one in eight, by series.
fn first_year() -> impl Fn(Series) -> Vec<f64> {
    let scenario = common::baseline(&[], 365).thinned(8);
    let options = Options { first: 0, replications: 30, seed: 1, fixed: false, daily: Daily::No, threads: 2 };
    let replications = run(&scenario, &options, &|_| (), &AtomicBool::new(false));
    let dates = month_ends(scenario.start, scenario.end);
    let bands = bands(|r| &replications[r].months, replications.len(), dates.len());
    move |series| {
        let of = bands.iter().find(|b| b.series == series).expect("every series is there");
        of.bands.iter().map(|band| band.centre().expect("thirty replications have a median")).collect()
    }
}

/// The last published point of a series: a stock, or a flow a month.
fn last_published(series: Series) -> (Day, f64) {
    let points = published::points();
    let last = points.iter().filter(|p| p.series == series).max_by_key(|p| p.date).expect("it is published");
    (last.date, last.value)
}

fn within(what: &str, simulated: f64, published: (Day, f64), share: f64) {
    let (date, value) = published;
    let off = simulated / value - 1.0;
    assert!(off.abs() <= share, "{what}: {simulated:.0} is {:.1} % off {value:.0} of {date}", off * 100.0);
}

#[test]
fn the_first_year_lies_near_the_last_published_points() {
    let year = first_year();
    let mean = |series| {
        let months: Vec<f64> = year(series);
        months.iter().sum::<f64>() / 12.0
    };
    let end = |series| *year(series).last().expect("a year has a last month");
    within("open cases", end(Series::OpenCases), last_published(Series::OpenCases), 0.10);
    within("decisions", mean(Series::Decisions), last_published(Series::Decisions), 0.10);
    within("housed", mean(Series::Housed), last_published(Series::Housed), 0.10);
    for occupancy in year(Series::Reception) {
        within("reception", occupancy, last_published(Series::Reception), 0.15);
    }
}

#[test]
fn the_starting_stock_is_the_published_one() {
    let scenario = common::baseline(&[], 1).thinned(1);
    let stock: u32 = scenario.open_cases.iter().map(|cases| cases.persons).sum();
    assert_eq!(f64::from(stock), last_published(Series::OpenCases).1);
    let (book, _) = common::run(&scenario, 1);
    // One day's registrations and outcomes lie between the stock and the first evening: 1 January is a holiday.
    assert_eq!(common::last(&book, Series::OpenCases), f64::from(stock));
}
