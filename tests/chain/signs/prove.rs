//! `levers --prove` on a few levers of every kind: the whole catalogue takes minutes, and has a command of its own.

use doorstroom::policy::levers;
use doorstroom::study::prove::{Settings, Verdict, all, prove};
use std::sync::atomic::AtomicBool;

fn verdicts(names: &[&str]) -> Vec<(String, Verdict)> {
    let rows: Vec<usize> = names.iter().map(|name| levers::find(name).expect("a lever")).collect();
    // A small chain and a short while: enough for levers that bind at once.
    let settings = Settings { one_in: 50, replications: 1, months: 12, threads: 2, ..Settings::default() };
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
fn a_price_moves_nothing_but_money_and_that_is_told_apart() {
    for (name, verdict) in verdicts(&["cost_regular", "own_contribution"]) {
        assert_eq!(verdict, Verdict::Alone, "{name}");
    }
    assert!(all().len() > 150 && !Verdict::WithoutEffect.holds());
}
