//! What moves relatives the way a case worker expects, under the same luck.

use crate::common::{Book, last, old_law as baseline, on, run, total};
use doorstroom::record::Series;

const DAYS: i32 = 540;

fn with(sets: &[&str], days: i32) -> Book {
    run(&baseline(sets, days), 3).0
}

#[test]
fn a_smaller_scope_means_fewer_applications_at_once_and_fewer_arrivals_only_once_the_queue_is_empty() {
    let full = (with(&[], DAYS), with(&["family_scope=0.5"], DAYS));
    let applied = |book: &Book| total(book, Series::FamilyApplied);
    assert!(applied(&full.1) < 0.65 * applied(&full.0));
    // A queue of earlier applications keeps the unit busy: arrivals stay.
    assert_eq!(total(&full.1, Series::InflowFamily), total(&full.0, Series::InflowFamily));
    let empty = ["family_pending_at_start=0", "family_capacity=400000"];
    let small: Vec<&str> = empty.iter().copied().chain(["family_scope=0.5"]).collect();
    let drained = (with(&empty, DAYS), with(&small, DAYS));
    let arrived = |book: &Book| total(book, Series::InflowFamily) - 4_800.0;
    assert!(arrived(&drained.1) < 0.75 * arrived(&drained.0));
}

#[test]
fn arrivals_overshoot_when_a_hold_on_decisions_is_lifted() {
    // Side channel off: the unit decides all who are released at once.
    let free = ["family_pending_at_start=0", "family_capacity=400000"];
    let hold = ["family_held_share=1@2026-03-01", "family_held_share=0@2026-11-01"];
    let held: Vec<&str> = free.iter().chain(&hold).copied().collect();
    let (base, held) = (with(&free, DAYS), with(&held, DAYS));
    let arrived = |book: &Book, days: std::ops::Range<usize>| {
        days.map(|d| on(book, Series::InflowFamily, d)).sum::<f64>()
    };
    // From 90 days after the beginning of the hold nobody is under way any more; it is lifted on day 304.
    assert!(arrived(&held, 200..304) < 0.1 * arrived(&base, 200..304));
    assert!(arrived(&held, 304..470) > 1.3 * arrived(&base, 304..470));
    assert!(on(&held, Series::FamilyFrozen, 300) > 0.0);
    assert_eq!(last(&held, Series::FamilyFrozen), 0.0);
    assert_eq!(total(&base, Series::FamilyFrozen), 0.0);
}

#[test]
fn relatives_who_come_by_themselves_add_to_first_applications_and_are_counted_once() {
    let off = ["family_article8_share=0", "family_scope=0.5"];
    let on_their_own: Vec<&str> = off.iter().copied().chain(["irregular_family_arrivals=0.4"]).collect();
    let registered = "registration_capacity=10000";
    let (base, more) = (
        with(&[off[0], off[1], registered], DAYS),
        with(&on_their_own.iter().copied().chain([registered]).collect::<Vec<_>>(), DAYS),
    );
    let own = total(&more, Series::FamilyOwnApplications);
    assert!(own > 100.0);
    assert_eq!(total(&base, Series::FamilyOwnApplications), 0.0);
    assert_eq!(total(&more, Series::InflowFirst) - total(&base, Series::InflowFirst), own);
    let parts = [Series::InflowFirst, Series::InflowRepeat, Series::InflowFamily];
    let sum: f64 = parts.iter().map(|&series| total(&more, series)).sum();
    assert_eq!(total(&more, Series::InflowTotal), sum);
}

#[test]
fn more_families_on_article_8_load_their_own_unit_and_not_that_of_family_reunification() {
    let of = |sets: &[&str]| run(&baseline(sets, DAYS).thinned(10), 3).0;
    let (base, more) = (of(&[]), of(&["family_article8_share=0.3"]));
    assert!(total(&more, Series::Article8Applied) > 3.0 * total(&base, Series::Article8Applied));
    assert!(last(&more, Series::Article8Pending) > last(&base, Series::Article8Pending));
    assert_eq!(total(&more, Series::FamilyDecisions), total(&base, Series::FamilyDecisions));
    let faster = of(&["family_article8_share=0.3", "family_article8_capacity=20000"]);
    assert!(last(&faster, Series::Article8Pending) < last(&more, Series::Article8Pending));
    assert!(total(&faster, Series::Article8Decisions) > total(&more, Series::Article8Decisions));
}

#[test]
fn more_refusals_of_relatives_lengthen_the_wait_of_everyone_at_the_court() {
    // A side channel stays: fewer rulings send fewer asylum cases back to the officers.
    // Side channel off: short appeals go first, so that the line of the others hardly moves.
    let in_line = "short_appeals_first=false";
    let base = with(&[in_line], DAYS);
    let more = with(&[in_line, "family_accepted=0.3", "family_objection_days=60"], DAYS);
    assert!(total(&more, Series::FamilyAppeals) > 3.0 * total(&base, Series::FamilyAppeals));
    assert!(total(&more, Series::AppealRulings) < total(&base, Series::AppealRulings));
    assert!(last(&more, Series::OpenAppeals) > last(&base, Series::OpenAppeals));
}

#[test]
fn a_shorter_term_for_family_decisions_moves_the_share_within_it_and_nobody() {
    // Side channel off: a unit that keeps up, else no share is within the term.
    let free = ["family_pending_at_start=0", "family_capacity=400000"];
    let short: Vec<&str> = free.iter().copied().chain(["family_extension=0"]).collect();
    let (base, short) = (with(&free, DAYS), with(&short, DAYS));
    assert!(total(&short, Series::FamilyInTime) < total(&base, Series::FamilyInTime));
    assert_eq!(total(&short, Series::InflowFamily), total(&base, Series::InflowFamily));
}

#[test]
fn a_visa_that_waits_for_a_dwelling_comes_later_and_most_of_all_where_dwellings_lack() {
    // Side channel off: nobody waits for a decision.
    let free = ["family_pending_at_start=0", "family_capacity=400000", "family_preparation=30"];
    let bound = ["family_visa_dwelling=true@2026-02-01", "family_visa_dwelling=false@2026-11-01"];
    let of = |more: &[&str]| with(&[&free, more].concat(), DAYS);
    let (base, held) = (of(&[]), of(&bound));
    let arrived = |book: &Book, days: std::ops::Range<usize>| {
        days.map(|d| on(book, Series::InflowFamily, d)).sum::<f64>()
    };
    // The measure ends on day 304: whoever waited comes then, and nobody is refused.
    assert!(arrived(&held, 100..304) < 0.9 * arrived(&base, 100..304));
    assert!(arrived(&held, 304..470) > arrived(&base, 304..470));
    assert_eq!(total(&held, Series::FamilyDecisions), total(&base, Series::FamilyDecisions));
    assert!(on(&held, Series::FamilyTravelling, 300) > on(&base, Series::FamilyTravelling, 300));
    let without = of(&[&bound[..], &["housing_supply=0@2026-02-01"]].concat());
    assert!(arrived(&without, 100..304) < arrived(&held, 100..304));
}
