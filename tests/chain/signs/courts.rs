//! A change in the courts moves the chain the way a case worker expects, under the same luck.

use crate::common::{Book, last, old_law as baseline, on, run, total};
use doorstroom::record::Series;

const DAYS: i32 = 540;

fn with(sets: &[&str]) -> Book {
    run(&baseline(sets, DAYS), 3).0
}

/// The mean of a wait over the months' days on which somebody left.
fn mean(book: &Book, series: Series) -> f64 {
    let days: Vec<f64> =
        (0..DAYS as usize).map(|day| on(book, series, day)).filter(|wait| wait.is_finite()).collect();
    days.iter().sum::<f64>() / days.len() as f64
}

#[test]
fn more_appeals_lengthen_the_wait_of_all_appellants_and_fill_reception() {
    // Side channels off: no order among kinds, nothing comes back from the courts, and nobody applies anew.
    let off = [
        "short_appeals_first=false",
        "appeal_upheld=0",
        "dublin_appeal_upheld=0",
        "further_appeal_share=0",
        "repeat_share=0",
    ];
    let of = |share: &str| {
        let sets: Vec<&str> = off.into_iter().chain([share]).collect();
        with(&sets)
    };
    let (few, many) = (of("appeal_share=0.5"), of("appeal_share=0.95"));
    // Where the wait in Dublin appeals moves, a few transfers lapse on another day.
    assert!((total(&few, Series::Rejections) / total(&many, Series::Rejections) - 1.0).abs() < 0.01);
    assert!(total(&many, Series::AppealsLodged) > 1.3 * total(&few, Series::AppealsLodged));
    for wait in [Series::WaitAppealExtended, Series::WaitAppealShort, Series::WaitAppealDublin] {
        assert!(mean(&many, wait) > mean(&few, wait), "{}", wait.id());
    }
    assert!(last(&many, Series::OpenAppeals) > last(&few, Series::OpenAppeals) + 500.0);
    // Whoever appeals may stay in reception, and waits longer there.
    let need = |book: &Book| last(book, Series::ReceptionNeed);
    assert!(need(&many) > need(&few) + 100.0, "{} {}", need(&many), need(&few));
}

#[test]
fn where_short_appeals_go_first_they_wait_less_and_the_others_more() {
    let (first, in_order) = (with(&[]), with(&["short_appeals_first=false"]));
    assert!(mean(&first, Series::WaitAppealShort) < mean(&in_order, Series::WaitAppealShort));
    assert!(mean(&first, Series::WaitAppealExtended) > mean(&in_order, Series::WaitAppealExtended));
}

#[test]
fn a_right_to_remain_for_fewer_kinds_brings_more_interim_requests_and_less_reception() {
    let none = "right_to_remain={ extended = 0, general = 0, manifest = 0, dublin = 0 }";
    let (base, fewer) = (with(&[]), with(&[none, "interim_granted_share=0.3"]));
    assert!(total(&fewer, Series::InterimRequests) > 1.5 * total(&base, Series::InterimRequests));
    assert!(last(&fewer, Series::ReceptionNeed) < last(&base, Series::ReceptionNeed) - 200.0);
}

#[test]
fn judges_come_only_when_they_have_been_trained() {
    let step = "court_capacity=12000@2026-03-01";
    let (base, slow) = (with(&[]), with(&[step]));
    for (one, other) in base.days.iter().zip(&slow.days) {
        assert_eq!(one[Series::AppealRulings as usize], other[Series::AppealRulings as usize]);
    }
    let quick = with(&[step, "judge_training=30", "court_growth=20"]);
    assert_eq!(on(&quick, Series::CourtSeats, 80), on(&base, Series::CourtSeats, 80));
    assert!(last(&quick, Series::CourtSeats) > 11_900.0);
    assert!(total(&quick, Series::AppealRulings) > total(&base, Series::AppealRulings) + 500.0);
    assert!(last(&quick, Series::OpenAppeals) < last(&base, Series::OpenAppeals));
}

#[test]
fn work_on_late_decisions_and_interim_measures_leaves_the_court_less_time_for_appeals() {
    let base = with(&[]);
    for more in ["late_appeal_work=1", "interim_work=1"] {
        let more = with(&[more]);
        assert!(last(&more, Series::OpenAppeals) > last(&base, Series::OpenAppeals) + 200.0);
        assert!(total(&more, Series::AppealRulings) < total(&base, Series::AppealRulings));
    }
}

#[test]
fn fewer_grants_bring_more_appeals() {
    let (base, fewer) = (with(&[]), with(&["grant_shift=-1"]));
    assert!(total(&fewer, Series::AppealsLodged) > 1.05 * total(&base, Series::AppealsLodged));
    assert!(last(&fewer, Series::OpenAppeals) > last(&base, Series::OpenAppeals));
}

#[test]
fn a_council_without_capacity_decides_nothing_and_sends_nobody_back() {
    let none = with(&["council_capacity=0"]);
    assert_eq!(total(&none, Series::FurtherAppealRulings), 0.0);
    let base = with(&[]);
    assert!(last(&none, Series::OpenFurtherAppeals) > last(&base, Series::OpenFurtherAppeals) + 1_000.0);
}

#[test]
fn questions_referred_to_the_court_of_justice_fill_the_courts_and_reception() {
    let (none, some) = (with(&["reference_share=0"]), with(&["reference_share=0.2"]));
    assert!(last(&some, Series::AppealsReferred) > 200.0);
    assert!(last(&some, Series::OpenAppeals) > last(&none, Series::OpenAppeals));
    assert!(last(&some, Series::ReceptionNeed) > last(&none, Series::ReceptionNeed));
}
