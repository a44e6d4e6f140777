//! What the law in force since 12 June 2026 does to the procedure, under the same luck.

use crate::common::{Book, baseline, last, run, total};
use doorstroom::record::Series;

const DAYS: i32 = 540;
/// All cases in one line, in order of lodging.
const ONE_LINE: [&str; 3] =
    ["new_cases_share=0@2026-06-12", "old_cases_open=true@2026-06-12", "old_cases_order=fifo@2026-06-12"];

fn of(sets: &[&str]) -> Book {
    run(&baseline(sets, DAYS), 3).0
}

#[test]
fn officers_kept_for_new_cases_decide_those_sooner_and_the_old_stock_later() {
    // Side channels off: with the accelerated procedure and priority, new cases go ahead of the old stock in one line too.
    let off = ["accelerated_procedure=false@2026-06-12", "priority_share=0@2026-06-12"];
    let line: Vec<&str> = ONE_LINE.iter().chain(&off).copied().collect();
    let (line, parted) = (of(&line), of(&off));
    assert!(total(&parted, Series::DecisionsNew) > total(&line, Series::DecisionsNew) + 1_000.0);
    assert!(total(&parted, Series::DecisionsOld) < total(&line, Series::DecisionsOld) - 1_000.0);
    assert!(last(&parted, Series::OpenCasesNew) < last(&line, Series::OpenCasesNew));
    assert!(last(&parted, Series::OpenCasesOld) > last(&line, Series::OpenCasesOld));
    // Time in the system by Little's law, stock over throughput, for the mean of those decided misses whoever still waits: it
    // falls for new cases and rises for the old stock, and with it what late decisions cost.
    let time = |book: &Book, stock, decided| total(book, stock) / total(book, decided);
    let new = |book: &Book| time(book, Series::OpenCasesNew, Series::DecisionsNew);
    let old = |book: &Book| time(book, Series::OpenCasesOld, Series::DecisionsOld);
    assert!(new(&parted) < 0.5 * new(&line) && old(&parted) > 1.2 * old(&line));
    assert!(last(&parted, Series::PenaltiesAccrued) > 1.2 * last(&line, Series::PenaltiesAccrued));
    // Officers decide as many in all, but for the intention that new cases do without.
    let ratio = total(&parted, Series::Decisions) / total(&line, Series::Decisions);
    assert!((ratio - 1.0).abs() < 0.06, "{ratio}");
}

#[test]
fn a_later_start_on_the_old_stock_leaves_more_of_it() {
    let later = of(&["old_cases_open=false@2026-06-12"]);
    assert!(last(&later, Series::OpenCasesOld) > last(&of(&[]), Series::OpenCasesOld) + 1_000.0);
}

#[test]
fn time_that_may_not_be_lent_is_lost() {
    let most = "new_cases_share=0.95@2026-06-12";
    let (lent, lost) = (of(&[most]), of(&[most, "cohorts_help=false@2026-06-12"]));
    assert!(total(&lost, Series::Decisions) < total(&lent, Series::Decisions));
}

#[test]
fn low_chances_first_brings_rejections_forward() {
    let of = |sets: &[&str]| run(&baseline(sets, DAYS).thinned(10), 3).0;
    let (first, fifo) = (of(&[]), of(&["old_cases_order=fifo@2026-06-12"]));
    assert!(total(&first, Series::Grants) < total(&fifo, Series::Grants));
    // A rejection of the old stock takes an intention and a view, so that fewer are decided in all; of those more are rejected.
    let rejected = |book: &Book| {
        let rejections = total(book, Series::Rejections);
        rejections / (rejections + total(book, Series::Grants))
    };
    assert!(rejected(&first) > rejected(&fifo), "{} {}", rejected(&first), rejected(&fifo));
}

#[test]
fn without_an_intention_more_is_decided_and_courts_send_more_back() {
    let (without, with) = (of(&[]), of(&["intention_step=true@2026-06-12"]));
    assert!(total(&without, Series::Decisions) > total(&with, Series::Decisions));
    let upheld = |book: &Book| total(book, Series::AppealsUpheld) / total(book, Series::AppealRulings);
    assert!(upheld(&without) > upheld(&with), "{} {}", upheld(&without), upheld(&with));
}

#[test]
fn a_higher_threshold_sends_more_to_the_accelerated_procedure() {
    let (base, more, none) = (
        of(&[]),
        of(&["recognition_threshold=0.45@2026-06-12"]),
        of(&["accelerated_procedure=false@2026-06-12"]),
    );
    let accelerated = |book: &Book| total(book, Series::InflowAccelerated);
    assert!(accelerated(&more) > 1.2 * accelerated(&base));
    assert_eq!(accelerated(&none), 0.0);
}

#[test]
fn the_cohorts_add_up_to_all_cases() {
    let book = of(&[]);
    assert_eq!(
        total(&book, Series::Decisions),
        total(&book, Series::DecisionsOld) + total(&book, Series::DecisionsNew)
    );
    assert_eq!(
        last(&book, Series::OpenCases),
        last(&book, Series::OpenCasesOld) + last(&book, Series::OpenCasesNew)
    );
}

#[test]
fn the_border_never_holds_more_than_it_has_places_and_more_places_hold_more() {
    let day = |book: &Book| crate::common::on(book, Series::InBorder, 400);
    let (base, more) = (of(&["border_share=0.8"]), of(&["border_share=0.8", "border_places=20000"]));
    for evening in 0..DAYS as usize {
        assert!(crate::common::on(&base, Series::InBorder, evening) <= 200.0);
    }
    assert!(day(&more) >= day(&base) && day(&more) > 0.0);
    // Once all who may be held have a place, more places hold nobody more.
    let most = of(&["border_share=0.8", "border_places=50000"]);
    let held = |book: &Book| sum(book, Series::InBorder, 0..DAYS as usize);
    assert!(held(&more) > held(&base));
    assert_eq!(held(&most), held(&more));
}

/// The law in force with a layer of what may come on it, on a chain of one in twenty, for three years.
fn with_layer(name: &str) -> (doorstroom::scenario::Scenario, Book) {
    let scenario = crate::common::layered(&["baseline", name], 1_095).thinned(20);
    let (book, audit) = run(&scenario, 3);
    assert!(audit.iter().all(|line| !line.violation || line.found == 0), "{audit:?}");
    (scenario, book)
}

fn sum(book: &Book, series: Series, days: std::ops::Range<usize>) -> f64 {
    days.map(|day| crate::common::on(book, series, day)).sum()
}

#[test]
fn the_crisis_regulation_binds_for_its_year_and_the_return_regulation_from_its_day() {
    let law = run(&baseline(&[], 1_095).thinned(20), 3).0;
    let ((crisis, in_crisis), (rule, regulated)) = (with_layer("crisis"), with_layer("return_regulation"));
    assert!(!crisis.not_law().is_empty() && !rule.not_law().is_empty());
    // 1 January 2027 to 2028.
    let (year, after) = (365..730, 760..1_095);
    let accelerated = |book: &Book, days| sum(book, Series::InflowAccelerated, days);
    assert_eq!(accelerated(&in_crisis, 0..365), accelerated(&law, 0..365));
    assert!(accelerated(&in_crisis, year.clone()) > 1.2 * accelerated(&law, year));
    let ratio = accelerated(&in_crisis, after.clone()) / accelerated(&law, after);
    assert!((ratio - 1.0).abs() < 0.1, "{ratio}");
    // 1 November 2027: forced return without a period to leave, and longer detention.
    let wanted = |book: &Book, days: std::ops::Range<usize>| sum(book, Series::WaitingDetention, days);
    assert_eq!(wanted(&regulated, 0..669), wanted(&law, 0..669));
    assert!(wanted(&regulated, 730..1_095) > wanted(&law, 730..1_095));
}

#[test]
fn officers_for_new_cases_alone_leave_the_old_stock_as_it_is() {
    // Side channels off: nobody lends time, courts send nothing back, and no transfer lapses.
    let claims = doorstroom::policy::Nationality::KEYS.map(|key| format!("{key} = 0")).join(", ");
    let claims = format!("dublin_share={{ {claims} }}");
    let sets = [
        "new_cases_share=1@2026-06-12",
        "cohorts_help=false@2026-06-12",
        "court_capacity=0",
        "transfers_at_start=0",
        "incoming_transfers=0",
        claims.as_str(),
    ];
    let book = of(&sets);
    // Work that was begun on the day before may be finished on the day.
    let after = 165..DAYS as usize;
    assert_eq!(sum(&book, Series::DecisionsOld, after.clone()), 0.0);
    let stock = |day: usize| crate::common::on(&book, Series::OpenCasesOld, day);
    assert_eq!(stock(after.start), stock(DAYS as usize - 1));
    assert!(sum(&book, Series::DecisionsNew, after) > 1_000.0);
}
