//! What two statuses move, the way a case worker expects it, under the same luck.

use crate::common::{Book, last, old_law, on, run, total};
use doorstroom::policy::Nationality;
use doorstroom::record::Series;

/// Nothing of the two-status act holds but what a test names.
const OFF: [&str; 9] = [
    "two_status=true",
    "family_wait_b=0",
    "family_income_req_b=false",
    "family_housing_req_b=false",
    "family_nuclear_only=false",
    "family_pending_rule=old",
    "status_appeal_share=0",
    "permit_years=5",
    "indefinite_permit=true",
];

fn named(set: &str) -> &str {
    set.split('=').next().unwrap_or_default()
}

/// A chain without its open cases in which these levers are set and the other rules of two statuses are off.
fn with(sets: &[&str], days: i32) -> Book {
    let told = |off: &&&str| !sets.iter().any(|set| named(set) == named(off));
    let all: Vec<&str> = OFF.iter().filter(told).chain(sets).copied().collect();
    let mut scenario = old_law(&all, days);
    scenario.open_cases.clear();
    run(&scenario, 3).0
}

fn sum(book: &Book, series: Series, days: std::ops::Range<usize>) -> f64 {
    days.map(|day| on(book, series, day)).sum()
}

#[test]
fn two_statuses_without_appeals_leave_those_on_the_merits_alone_and_take_applications_of_relatives() {
    // Side channels off: hours for reasons, which cost decisions; appeals of relatives, which stand in the same line;
    // relatives who come by themselves are nought already; permits that end, which bring appeals.
    let calm = ["status_motivation_hours=0", "family_objection_share=0", "withdrawal_rate=0"];
    let one: Vec<&str> = calm.iter().copied().chain(["two_status=false"]).collect();
    let two: Vec<&str> = calm.iter().copied().chain(["family_wait_b=730"]).collect();
    let (one, two) = (with(&one, 400), with(&two, 400));
    assert_eq!(total(&two, Series::AppealsStatus), 0.0);
    assert_eq!(total(&one, Series::AppealsLodged), total(&two, Series::AppealsLodged));
    assert!(total(&two, Series::FamilyApplied) < 0.6 * total(&one, Series::FamilyApplied));
}

#[test]
fn appeals_for_refugee_status_lengthen_the_wait_of_all_appellants() {
    // Side channel off: short appeals go first, so that the line of the others would bear it all. Nobody is raised.
    let court =
        ["short_appeals_first=false", "court_capacity=5000", "status_appeal_upheld=0", "decision_staff=2500"];
    let more: Vec<&str> = court.iter().copied().chain(["status_appeal_share=0.75"]).collect();
    let (none, more) = (with(&court, 540), with(&more, 540));
    assert!(total(&more, Series::AppealsStatus) > 500.0);
    assert_eq!(total(&none, Series::AppealsStatus), 0.0);
    let wait = |book: &Book, series| {
        let days = (300..540).map(|day| on(book, series, day)).filter(|wait| !wait.is_nan());
        let (sum, n) = days.fold((0.0, 0), |(sum, n), wait| (sum + wait, n + 1));
        sum / f64::from(n)
    };
    for series in [Series::WaitAppealExtended, Series::WaitAppealShort, Series::WaitAppealDublin] {
        assert!(wait(&more, series) > wait(&none, series) + 1.0, "{series:?}");
    }
    assert!(last(&more, Series::OpenAppeals) > last(&none, Series::OpenAppeals));
    assert!(total(&more, Series::StatusHours) > 20.0 * total(&more, Series::AppealsStatus) / 1.5);
}

#[test]
fn a_waiting_period_takes_applications_at_once_and_arrivals_only_where_no_queue_fills_the_unit() {
    let day = "family_wait_b=730@2026-06-12";
    let full = (with(&[], 540), with(&[day], 540));
    let applied = |pair: &(Book, Book)| {
        let after = |book: &Book| sum(book, Series::FamilyApplied, 200..540);
        after(&pair.1) / after(&pair.0)
    };
    assert!(applied(&full) < 0.6);
    // A queue of earlier applications keeps the unit busy.
    assert_eq!(total(&full.1, Series::InflowFamily), total(&full.0, Series::InflowFamily));
    let empty = ["family_pending_at_start=0", "family_capacity=400000"];
    let small: Vec<&str> = empty.iter().copied().chain([day]).collect();
    let drained = (with(&empty, 540), with(&small, 540));
    assert!(applied(&drained) < 0.6);
    let arrived = |book: &Book| sum(book, Series::InflowFamily, 400..540);
    assert!(arrived(&drained.1) < 0.7 * arrived(&drained.0));
}

#[test]
fn after_a_waiting_period_applications_partly_recover() {
    // Side channel off: nobody is refused a permit or raised, and the unit has room.
    let calm = ["family_pending_at_start=0", "family_capacity=400000", "inflow_scale=0.3"];
    let long: Vec<&str> = calm.iter().copied().chain(["family_wait_b=400"]).collect();
    let (free, wait) = (with(&calm, 1_200), with(&long, 1_200));
    let fall = |days: usize| {
        let all = sum(&free, Series::FamilyApplied, 0..days);
        (all - sum(&wait, Series::FamilyApplied, 0..days)) / all
    };
    assert!(fall(1_200) > 0.0 && fall(1_200) < 0.8 * fall(400), "{} {}", fall(400), fall(1_200));
}

#[test]
fn a_waiting_period_takes_less_of_six_years_than_of_two() {
    // Side channel off: a decision term that a longer queue would pass, and reviews that take officers.
    let empty = ["family_pending_at_start=0", "family_capacity=400000", "inflow_scale=0.3"];
    let full = ["inflow_scale=0.3"];
    let day = "family_wait_b=730@2026-06-12";
    let (two, six) = (893, 2_353_usize);
    for unit in [&empty[..], &full[..]] {
        let waits: Vec<&str> = unit.iter().copied().chain([day]).collect();
        let (free, wait) = (with(unit, six as i32), with(&waits, six as i32));
        let fall = |series, days: usize| {
            let all = sum(&free, series, 163..days);
            (all - sum(&wait, series, 163..days)) / all
        };
        let [applied, arrived] = [Series::FamilyApplied, Series::InflowFamily];
        assert!(fall(applied, two) > 0.4, "{unit:?}: {}", fall(applied, two));
        assert!(fall(applied, six) > 0.0, "{unit:?}: {}", fall(applied, six));
        assert!(fall(applied, six) < 0.8 * fall(applied, two), "{unit:?}: {}", fall(applied, six));
        if unit.len() == empty.len() {
            assert!(
                fall(arrived, six) < 0.8 * fall(arrived, two),
                "{} {}",
                fall(arrived, two),
                fall(arrived, six)
            );
        } else {
            // The queue of before still feeds the unit: arrivals fall later, and less by then than applications have.
            assert!(fall(arrived, two) < fall(applied, two), "{} {}", fall(arrived, two), fall(applied, two));
        }
    }
}

#[test]
fn a_dwelling_is_a_wall_where_dwellings_are_scarce_and_transit_housing_a_door_where_it_counts() {
    let scarce = ["housing_supply=100", "family_housing_req_b=true", "permit_holders_at_start=0"];
    let no_transit: Vec<&str> = scarce.iter().copied().chain(["transit_places=0"]).collect();
    let counts: Vec<&str> = scarce
        .iter()
        .copied()
        .chain(["transit_places=60000@2026-02-01", "family_transit_counts=true"])
        .collect();
    let free = with(&["housing_supply=100", "permit_holders_at_start=0", "transit_places=0"], 540);
    let (wall, door) = (with(&no_transit, 540), with(&counts, 540));
    let later = |book: &Book| sum(book, Series::FamilyApplied, 180..540);
    assert!(last(&wall, Series::FamilyConditions) > 0.0);
    // What is left are relatives of refugees.
    assert!(later(&wall) < 0.6 * later(&free));
    let (behind, through) = (last(&wall, Series::FamilyConditions), last(&door, Series::FamilyConditions));
    assert!(through < 0.7 * behind, "{through} {behind}");
    assert!(later(&door) > 1.2 * later(&wall));
}

#[test]
fn without_dwellings_and_without_refugees_hardly_any_relative_may_apply() {
    // Side channels off: relatives of refugees, who meet no such rule; transit housing; permits of before; sponsors with a place of
    // their own.
    let none: Vec<String> = Nationality::KEYS.iter().map(|key| format!("{key} = 0")).collect();
    let none = format!("refugee_share={{ {} }}", none.join(", "));
    let free = [
        "housing_supply=1",
        "permit_holders_at_start=0",
        "transit_places=0",
        "own_housing_share=0",
        none.as_str(),
    ];
    let wall: Vec<&str> = free.iter().copied().chain(["family_housing_req_b=true"]).collect();
    let later = |sets: &[&str]| sum(&with(sets, 540), Series::FamilyApplied, 180..540);
    let (free, wall) = (later(&free), later(&wall));
    assert!(wall < 0.1 * free, "{wall} of {free}");
}

#[test]
fn a_rule_that_is_frozen_and_struck_down_brings_arrivals_back_above_their_path() {
    // Side channel off: a unit that has soon decided on those whom the rule does not touch, and is busy without the rule.
    let day = ["family_wait_b=730@2026-06-12", "family_pending_rule=pilot_and_freeze@2026-06-12"];
    let held: Vec<&str> = day.into_iter().chain(["family_capacity=40000"]).collect();
    let struck: Vec<&str> = held
        .iter()
        .copied()
        .chain(["family_pending_rule=court_restores_old@2027-06-01", "family_wait_b=0@2027-06-01"])
        .collect();
    let old = with(&["family_capacity=40000"], 800);
    let (held, struck) = (with(&held, 800), with(&struck, 800));
    assert!(on(&held, Series::FamilyFrozen, 270) > 10_000.0);
    assert_eq!(last(&struck, Series::FamilyFrozen), 0.0);
    assert!(
        on(&held, Series::FamilyPenaltiesExposed, 790) > on(&struck, Series::FamilyPenaltiesExposed, 790)
    );
    // Day 516 is the first of June 2027. At first those whom the rule does not touch keep the unit busy.
    let before = |book: &Book| sum(book, Series::InflowFamily, 430..516);
    assert!(before(&struck) < 0.6 * before(&old), "{} {}", before(&struck), before(&old));
    let after = |book: &Book| sum(book, Series::InflowFamily, 580..800);
    assert!(after(&struck) > after(&old) && after(&struck) > 2.0 * after(&held));
}

#[test]
fn permits_of_three_years_without_an_end_bring_reviews_that_take_more_hours() {
    let (five, three) = (with(&[], 500), with(&["permit_years=3", "indefinite_permit=false"], 500));
    let hours = |book: &Book| total(book, Series::RenewalHours) / total(book, Series::PermitsDue);
    assert!(hours(&three) > 1.5 * hours(&five));
    assert!(total(&three, Series::PermitsRenewed) > 0.0);
    assert_eq!(total(&five, Series::PermitsRenewed), 0.0);
}
