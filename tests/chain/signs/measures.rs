//! Measures whose effect nobody knows: under an assumed effect they move what they say, and without one they move nothing.

use crate::common::{Book, baseline, last, on, run, total};
use doorstroom::record::{Series, SeriesKind};

const DAYS: i32 = 540;

fn with(sets: &[&str]) -> Book {
    run(&baseline(sets, DAYS), 3).0
}

/// The sum of a flow, the last value of a stock, the mean of a wait where there is one.
fn of(book: &Book, series: Series) -> f64 {
    match series.kind() {
        SeriesKind::Flow => total(book, series),
        SeriesKind::Stock => last(book, series),
        SeriesKind::Wait | SeriesKind::Ratio => {
            let values: Vec<f64> =
                book.days.iter().map(|day| day[series as usize]).filter(|x| !x.is_nan()).collect();
            values.iter().sum::<f64>() / values.len() as f64
        }
    }
}

/// A measure, the effect that is assumed of it, the world in which it binds, and what it moves: up or down.
type Row = (&'static str, &'static [&'static str], &'static [&'static str], &'static [(Series, bool)]);

const UP: bool = true;
const DOWN: bool = false;
const PRESSED: &[&str] = &["pressure_departure=0.3", "pressure_out_of_sight=0.4"];
/// Nobody is forced to leave, so that what people intend comes about.
const FREE: &[&str] = &["detention_places=0", "family_removal_share=0"];
const SCARCE: &[&str] = &["housing_supply=1500"];

const TABLE: &[Row] = &[
    ("return_support=5000", &["return_support_effect=0.05"], FREE, &[(Series::DepartedVoluntary, UP)]),
    (
        "return_sanctions=0.5",
        PRESSED,
        FREE,
        &[
            (Series::DepartedVoluntary, UP),
            (Series::DepartedUnsupervised, UP),
            (Series::StayedWithoutRight, DOWN),
        ],
    ),
    (
        "unlawful_stay_crime=true",
        PRESSED,
        FREE,
        &[(Series::DepartedVoluntary, UP), (Series::DepartedUnsupervised, UP)],
    ),
    ("undesirability=true", &["undesirable_share=0.3"], &[], &[(Series::WaitingDetention, UP)]),
    (
        "entry_ban=3653@2026-02-01",
        &["entry_ban_effect=0.8"],
        &["entry_ban=0"],
        &[(Series::InflowRepeat, DOWN)],
    ),
    ("mutual_recognition=true", &["recognition_saves=0.5"], &[], &[(Series::Decisions, UP)]),
    ("legal_aid=low_chances_after", &["late_aid_upheld=0.5"], &[], &[(Series::AppealsUpheld, UP)]),
    ("legal_aid=all_after", &["late_aid_upheld=0.2"], &[], &[(Series::AppealsUpheld, UP)]),
    (
        "place_bonus=2000@2026-03-01",
        &["place_bonus_effect=0.2"],
        &["distribution_task=38000", "regular_lead_days=180"],
        &[(Series::ReceptionRegular, UP), (Series::CostProgrammes, UP)],
    ),
    (
        "cost_transit=90@2026-03-01",
        &["transit_pay_effect=1"],
        &[],
        &[(Series::InTransit, UP), (Series::PermitHolders, DOWN)],
    ),
    ("area_restriction=1", &["area_restriction_effect=0.3"], &[], &[(Series::DublinTransferred, UP)]),
    (
        "area_restriction=1 ",
        &["area_restriction_effect=2"],
        &["dublin_takes={ germany = 1, france = 1, italy = 1, other = 1 }"],
        &[(Series::DublinTransferred, DOWN)],
    ),
    (
        "day_activities=1",
        &["prevention_effect=0.5"],
        &["supervised_places=5000"],
        &[(Series::ReceptionSupervised, DOWN)],
    ),
    (
        "trauma_care=1",
        &["prevention_effect=0.5", "care_work_effect=1.5"],
        &["supervised_places=5000"],
        &[(Series::ReceptionSupervised, DOWN), (Series::Working, UP)],
    ),
    (
        "ukraine_return_programme=true",
        &["ukraine_programme_effect=2"],
        &[],
        &[(Series::UkraineRegistered, DOWN)],
    ),
    (
        "labour_inspection=300",
        &["inspection_dwellings=1"],
        SCARCE,
        &[(Series::Housed, UP), (Series::PermitHolders, DOWN)],
    ),
    ("task_force=true", &["task_force_saves=0.5"], &[], &[(Series::WaitHousing, DOWN)]),
];

#[test]
fn a_measure_moves_what_it_says_as_far_as_is_assumed_and_without_an_assumption_it_moves_money_alone() {
    for (measure, assumed, world, outcomes) in TABLE {
        let measure = measure.trim();
        let base = with(&[*world, *assumed].concat());
        let stepped = with(&[*world, *assumed, &[measure]].concat());
        for (series, up) in *outcomes {
            let (before, after) = (of(&base, *series), of(&stepped, *series));
            let right = if *up == UP { after > before } else { after < before };
            assert!(right, "{measure}: {} goes from {before} to {after}", series.id());
        }
        if measure.ends_with("all_after") {
            // Lawyers sit in no interview any more, whatever that does to appeals.
            continue;
        }
        let (none, alone) = (with(world), with(&[*world, &[measure]].concat()));
        for series in Series::ALL.iter().filter(|series| series.unit() != "EUR million") {
            let bits = |book: &Book| -> Vec<u64> {
                book.days.iter().map(|day| day[*series as usize].to_bits()).collect()
            };
            assert_eq!(bits(&none), bits(&alone), "{measure} moves {} by itself", series.id());
        }
    }
}

#[test]
fn a_measure_binds_who_is_told_to_leave_since_its_day_and_a_scenario_may_bind_those_on_their_way() {
    // Who is on their way is asked again, and nobody is lost on the way.
    let tables = "[levers.return_support]\ninitial = 0\n2026-09-01 = 20000\nbinds = \"today\"\nsource = \"a test\"\n\
                  [uncertainties.return_support_effect]\nvalue = 0.05\nsource = \"a test\"\n";
    let (book, audit) = run(&crate::common::written(tables, DAYS), 3);
    assert!(audit.iter().all(|line| !line.violation || line.found == 0));
    let later = with(&["return_support=20000@2026-09-01", "return_support_effect=0.05"]);
    let base = with(&["return_support_effect=0.05"]);
    let voluntary = |book: &Book| total(book, Series::DepartedVoluntary);
    assert!(voluntary(&book) > voluntary(&later) && voluntary(&later) > voluntary(&base));
}

#[test]
fn support_for_return_is_paid_to_each_who_leaves_voluntarily() {
    // From the beginning, so that it binds those too who were told to leave before the first day.
    let tables = "[levers.return_support]\ninitial = 2000\nsource = \"a test\"\n";
    let book = run(&crate::common::written(tables, DAYS), 3).0;
    let paid = total(&book, Series::DepartedVoluntary) * 2_000.0 / 1e6;
    let cost = total(&book, Series::CostProgrammes);
    assert!((cost / paid - 1.0).abs() < 1e-9, "{cost} for {paid}");
    assert_eq!(total(&with(&[]), Series::CostProgrammes), 0.0);
}

#[test]
fn places_for_those_without_a_right_take_as_many_off_the_street_and_nobody_else() {
    let (base, some) = (with(&["price_level=1"]), with(&["shelter_places=1000", "price_level=1"]));
    let street = |book: &Book| last(book, Series::Unsheltered);
    assert_eq!(street(&base) - street(&some), 1_000.0);
    assert_eq!(street(&with(&["shelter_places=100000"])), 0.0);
    assert_eq!(last(&base, Series::InDeparture), last(&some, Series::InDeparture));
    let days = on(&some, Series::CostProgrammes, 500) * 1e6;
    assert!((days / (1_000.0 * 20_000.0 / 365.25) - 1.0).abs() < 0.01, "{days}");
}

#[test]
fn a_longer_term_for_a_ruling_moves_no_case_and_leaves_fewer_rulings_late() {
    let (base, long) = (with(&[]), with(&["ruling_term=700", "short_ruling_term=700"]));
    assert!(total(&base, Series::RulingsLate) > 0.0);
    assert!(total(&base, Series::RulingsLate) <= total(&base, Series::AppealRulings));
    assert_eq!(total(&long, Series::RulingsLate), 0.0);
    assert_eq!(total(&base, Series::AppealRulings), total(&long, Series::AppealRulings));
    let all_late = with(&["ruling_term=1", "short_ruling_term=1"]);
    assert!(total(&all_late, Series::RulingsLate) > total(&base, Series::RulingsLate));
}

#[test]
fn without_lawyers_at_interviews_their_hours_bind_nobody() {
    let few = "lawyer_hours=100";
    let (base, after) = (with(&[few]), with(&[few, "legal_aid=all_after"]));
    assert!(total(&after, Series::Decisions) > total(&base, Series::Decisions));
}

#[test]
fn with_half_the_weeks_of_work_half_as_many_work_and_contribute() {
    let (base, half) = (with(&[]), with(&["work_weeks=26"]));
    // The first weeks are those of work: whoever found a job lately works.
    assert!(last(&half, Series::Working) < last(&base, Series::Working));
    assert!(last(&half, Series::Contributions) < last(&base, Series::Contributions));
    assert_eq!(last(&with(&["work_weeks=0"]), Series::Working), 0.0);
    assert_eq!(total(&base, Series::Decisions), total(&half, Series::Decisions));
}

#[test]
fn permits_for_ukrainians_end_after_their_years_and_then_a_part_applies_for_asylum() {
    let on_the_day = |years: &str| {
        let sets = [
            "temporary_protection=false@2026-06-01",
            "ukraine_permit=true@2026-06-01",
            &format!("ukraine_permit_years={years}"),
        ];
        with(&sets)
    };
    let (half, long) = (on_the_day("0.5"), on_the_day("3"));
    assert_eq!(total(&long, Series::UkraineToAsylum), 0.0);
    assert!(total(&half, Series::UkraineToAsylum) > 10_000.0);
    assert_eq!(last(&half, Series::UkraineRegistered), 0.0);
    let first = (0..DAYS as usize).find(|day| on(&half, Series::UkraineToAsylum, *day) > 0.0);
    // 151 days to 1 June, and half a year.
    assert_eq!(first, Some(151 + 183));
}

#[test]
fn hubs_and_applications_dealt_with_abroad_cost_what_they_hold() {
    let hubs = [
        "hub_places=100",
        "hub_nationalities.algeria=true",
        "hub_nationalities.morocco=true",
        "price_level=1",
        "escort_capacity=1000",
    ];
    let book = with(&hubs);
    let persons: f64 = (0..DAYS as usize).map(|day| on(&book, Series::InHubs, day)).sum();
    let cost = total(&book, Series::CostProgrammes) * 1e6;
    assert!(persons > 0.0 && (cost / (persons * 60_000.0 / 365.25) - 1.0).abs() < 0.01, "{cost}");
    // Side channel off: nobody waits to be registered, which is where they are counted.
    let free = "registration_capacity=100000";
    let abroad = [free, "external_processing=0.2", "inflow_effects_after=0", "price_level=1"];
    let (base, abroad) = (with(&[free]), with(&abroad));
    let fewer = total(&base, Series::InflowFirst) - total(&abroad, Series::InflowFirst);
    let cost = total(&abroad, Series::CostProgrammes) * 1e6;
    assert!((cost / (fewer * 50_000.0) - 1.0).abs() < 0.1, "{cost} for {fewer}");
}
