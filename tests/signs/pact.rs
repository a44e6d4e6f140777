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
    let (first, fifo) = (of(&[]), of(&["old_cases_order=fifo@2026-06-12"]));
    assert!(total(&first, Series::Grants) < total(&fifo, Series::Grants));
    assert!(total(&first, Series::Rejections) > total(&fifo, Series::Rejections));
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
    let (base, more) = (of(&["border_share=0.8"]), of(&["border_share=0.8", "border_places=2000"]));
    for evening in 0..DAYS as usize {
        assert!(crate::common::on(&base, Series::InBorder, evening) <= 200.0);
    }
    assert!(day(&more) >= day(&base) && day(&more) > 0.0);
}
