//! Work and language for those in the procedure, under the same luck.

use crate::common::{Book, baseline, last, on, run, total};
use doorstroom::record::Series;

const DAYS: i32 = 540;
/// After the day of the step the effect has a year.
const STEP: &str = "2026-06-01";

fn with(sets: &[&str]) -> Book {
    run(&baseline(sets, DAYS), 3).0
}

fn sooner(value: u32) -> String {
    format!("work_after_good_chance={value}@{STEP}")
}

#[test]
fn work_after_three_months_brings_more_to_work_and_less_so_when_decisions_are_fast() {
    let more = |sets: &[&str]| {
        let step = sooner(91);
        let stepped: Vec<&str> = sets.iter().copied().chain([step.as_str()]).collect();
        let (base, soon) = (with(sets), with(&stepped));
        // Nobody works sooner before the day, and nothing of the procedure moves.
        assert_eq!(on(&base, Series::Working, 150), on(&soon, Series::Working, 150));
        assert_eq!(total(&base, Series::Decisions), total(&soon, Series::Decisions));
        last(&soon, Series::Working) - last(&base, Series::Working)
    };
    let (slow, fast) = (more(&[]), more(&["decision_hours=5"]));
    assert!(slow > 0.0 && (0.0..0.7 * slow).contains(&fast), "{slow} and {fast}");
}

#[test]
fn whom_the_directive_excludes_loses_work_and_a_wider_exclusion_takes_more() {
    let of = |word: &str| last(&with(&[&format!("work_excluded={word}@2026-09-01")]), Series::MayWork);
    let (nobody, directive, low) = (of("nobody"), of("by_directive"), of("low_chances"));
    assert!(nobody > directive && directive > low, "{nobody} {directive} {low}");
}

#[test]
fn language_lessons_bring_those_registered_since_to_work_only_as_far_as_is_assumed() {
    let (lessons, none) = ("language_lessons=true", "language_effect=1");
    assert!(last(&with(&[lessons]), Series::Working) > last(&with(&[]), Series::Working));
    assert_eq!(last(&with(&[lessons, none]), Series::Working), last(&with(&[none]), Series::Working));
}

#[test]
fn a_sponsor_who_worked_has_income_for_relatives_sooner() {
    // Side channels off: no waiting period and no dwelling asked for, so that income alone keeps relatives back; decisions in
    // between, since who waits for long may work under either law and who is decided at once under none.
    let only = [
        "family_wait_b=0@2026-06-12",
        "family_housing_req_b=false@2026-06-12",
        "decision_hours=60",
        "good_chance_from=0",
        "work_registration_days=0",
        "job_search_days=1",
        "employment_share=1",
        "work_head_start=365",
    ];
    let of = |more: &[&str]| {
        let sets: Vec<&str> = only.iter().chain(more).copied().collect();
        with(&sets)
    };
    let (late, soon) = (of(&["work_after_good_chance=365"]), of(&["work_after_good_chance=0"]));
    let kept = |book: &Book| last(book, Series::FamilyConditions);
    assert!(kept(&soon) < kept(&late), "{} {}", kept(&soon), kept(&late));
}

#[test]
fn labour_migrants_take_dwellings_of_permit_holders_unless_they_must_have_one_and_hours_where_officers_give_them()
 {
    // Dwellings so few that all of them are taken.
    let of =
        |sets: &[&str]| run(&baseline(&[&["housing_supply=1500"], sets].concat(), DAYS).thinned(30), 3).0;
    let base = of(&[]);
    let pilot = ["labour_quota=60000", "labour_dwelling_share=0.1"];
    let taken = of(&pilot);
    // 500 of 1,500 a month.
    let share = total(&taken, Series::Housed) / total(&base, Series::Housed);
    assert!((share - 2.0 / 3.0).abs() < 0.02, "{share}");
    assert!(last(&taken, Series::PermitHolders) > last(&base, Series::PermitHolders));
    let required = of(&[&pilot[..], &["labour_housing_requirement=true"]].concat());
    assert!(
        series_agrees(&required, &base, Series::Housed) && series_agrees(&required, &base, Series::Decisions)
    );
    let freed = of(&["labour_dwellings_freed=300"]);
    assert!((total(&freed, Series::Housed) / total(&base, Series::Housed) - 1.2).abs() < 0.02);
    let worked = of(&["labour_quota=60000", "labour_housing_requirement=true", "labour_by_officers=1"]);
    assert!(total(&worked, Series::Decisions) < total(&base, Series::Decisions));
}

fn series_agrees(one: &Book, other: &Book, series: Series) -> bool {
    (0..DAYS as usize).all(|day| on(one, series, day) == on(other, series, day))
}
