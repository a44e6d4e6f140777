//! `levers --prove` on a few levers of every kind: the whole catalogue takes minutes, and has a command of its own.

use doorstroom::policy::levers;
use doorstroom::study::prove::{Settings, Verdict, all, prove};
use std::sync::atomic::AtomicBool;

/// A small chain and a short while: enough for levers that bind at once.
fn verdicts(names: &[&str]) -> Vec<(String, Verdict)> {
    over(names, 50, 12)
}

fn over(names: &[&str], one_in: u32, months: u32) -> Vec<(String, Verdict)> {
    let rows: Vec<usize> = names.iter().map(|name| levers::find(name).expect("a lever")).collect();
    let settings = Settings { one_in, replications: 1, months, threads: 2, ..Settings::default() };
    let proofs = prove(&rows, &settings, &|_| (), &AtomicBool::new(false)).expect("nobody stops it");
    proofs.into_iter().map(|proof| (proof.lever.name.to_string(), proof.verdict)).collect()
}

#[test]
fn a_lever_of_every_kind_is_wired() {
    // A count, a share, a switch, days, a value by nationality, a choice.
    let names =
        ["housing_supply", "new_cases_share", "dwellings_shared", "screening_days_territory", "grant_share"];
    for (name, verdict) in verdicts(&names) {
        assert_eq!(verdict, Verdict::Wired, "{name}");
    }
}

#[test]
fn measures_of_which_the_effect_is_assumed_are_wired_under_an_assumption() {
    let names = [
        "return_support",
        "return_sanctions",
        "unlawful_stay_crime",
        "undesirability",
        "entry_ban",
        "mutual_recognition",
        "shelter_places",
        "legal_aid",
        "place_bonus",
        "cost_transit",
        "area_restriction",
        "work_weeks",
        "day_activities",
        "trauma_care",
        "ukraine_permit_years",
        "ukraine_return_programme",
        "labour_inspection",
        "task_force",
    ];
    let wrong: Vec<_> =
        over(&names, 20, 20).into_iter().filter(|(_, verdict)| *verdict != Verdict::Wired).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    for (name, verdict) in over(&["ruling_term", "short_ruling_term"], 20, 20) {
        assert_eq!(verdict, Verdict::Alone, "{name}");
    }
}

#[test]
fn a_price_moves_nothing_but_money_and_that_is_told_apart() {
    for (name, verdict) in verdicts(&["cost_regular", "own_contribution"]) {
        assert_eq!(verdict, Verdict::Alone, "{name}");
    }
    assert!(all().len() > 150 && !Verdict::WithoutEffect.holds());
}
