//! A change in return moves the chain the way a case worker expects, under the same luck.

use crate::common::{Book, last, old_law as baseline, on, run, total};
use doorstroom::policy::Nationality;
use doorstroom::record::Series;

const DAYS: i32 = 540;

fn with(sets: &[&str]) -> Book {
    run(&baseline(sets, DAYS), 3).0
}

fn every(lever: &str, value: f64) -> String {
    let pairs: Vec<String> = Nationality::KEYS.iter().map(|key| format!("{key} = {value}")).collect();
    format!("{lever}={{ {} }}", pairs.join(", "))
}

/// Out of sight, or in the country without right.
fn unproven(book: &Book) -> f64 {
    total(book, Series::DepartedUnsupervised) + total(book, Series::StayedWithoutRight)
}

#[test]
fn more_detention_places_bring_more_forced_and_fewer_unsupervised_departures() {
    // Side channel off: escorts enough for everyone.
    let escorts = "escort_capacity=1000";
    let of = |sets: &[&str]| run(&baseline(sets, DAYS).thinned(2), 3).0;
    let (base, more) = (of(&[escorts]), of(&[escorts, "detention_places=900"]));
    assert!(last(&more, Series::InDetention) > last(&base, Series::InDetention));
    assert!(total(&more, Series::DepartedForced) > total(&base, Series::DepartedForced) + 100.0);
    assert!(total(&more, Series::DepartedUnsupervised) < total(&base, Series::DepartedUnsupervised));
    assert!(unproven(&more) < unproven(&base) - 100.0, "{} {}", unproven(&more), unproven(&base));
    assert!(total(&more, Series::WaitingDetention) < total(&base, Series::WaitingDetention));
}

#[test]
fn detention_without_travel_documents_ends_in_release_and_hardly_in_return() {
    let (base, few) = (with(&[]), with(&[&every("travel_document_share", 0.02)]));
    let forced = |book: &Book| total(book, Series::DepartedForced) - total(book, Series::DublinTransferred);
    assert!(forced(&few) < 0.15 * forced(&base), "{} {}", forced(&few), forced(&base));
    assert!(total(&few, Series::DetentionReleased) > total(&base, Series::DetentionReleased) + 100.0);
    assert!(last(&few, Series::InDetention) > 0.9 * last(&base, Series::InDetention));
    assert!(unproven(&few) > unproven(&base) + 500.0);
}

#[test]
fn agreements_with_more_states_on_documents_bring_more_forced_departures_and_fewer_releases() {
    let (base, more) = (with(&[]), with(&[&every("travel_document_share", 0.8)]));
    assert!(total(&more, Series::DepartedForced) > total(&base, Series::DepartedForced) + 200.0);
    assert!(total(&more, Series::DetentionReleased) < total(&base, Series::DetentionReleased));
    assert!(unproven(&more) < unproven(&base));
    // Agreements that end bind those too who wait for a document, families among them.
    let end = format!("{}@2026-09-01", every("travel_document_share", 0.0));
    let ended = with(&[&every("travel_document_share", 0.8), &end]);
    assert!(total(&ended, Series::DepartedForced) < total(&more, Series::DepartedForced) - 200.0);
}

#[test]
fn with_few_escorts_fewer_are_removed_and_transfers_go_first() {
    let (base, few) = (with(&[]), with(&["escort_capacity=40"]));
    let removed = |book: &Book| total(book, Series::DepartedForced) - total(book, Series::DublinTransferred);
    assert!(removed(&few) < removed(&base) - 100.0, "{} {}", removed(&few), removed(&base));
    let transferred = |book: &Book| total(book, Series::DublinTransferred);
    assert!(transferred(&few) > 0.95 * transferred(&base));
    // Who waits for a flight keeps a place in detention from another.
    assert!(total(&few, Series::DetentionIn) < total(&base, Series::DetentionIn));
}

#[test]
fn without_a_departure_period_reception_is_smaller_by_the_period_times_the_flow() {
    // Off: nobody waits for a place, and nobody goes on to a location.
    let off = ["restricted_places=0", "registration_capacity=10000"];
    let none: Vec<&str> = off.iter().copied().chain(["departure_period=0"]).collect();
    let (base, none) = (with(&off), with(&none));
    let mean = |book: &Book, series| (300..540).map(|day| on(book, series, day)).sum::<f64>() / 240.0;
    let fewer = mean(&base, Series::ReceptionNeed) - mean(&none, Series::ReceptionNeed);
    // Those who are not families, nine in ten of whom are in reception.
    let ended = (300..540).map(|day| on(&base, Series::ReceptionEnded, day)).sum::<f64>() / 240.0;
    assert!((fewer / (28.0 * ended) - 1.0).abs() < 0.25, "{fewer} of {}", 28.0 * ended);
}

#[test]
fn fewer_grants_mean_more_appeals_fewer_permit_holders_and_more_returns_but_fewer_than_rejections() {
    // Off: housing takes no part, and what a decision leads to comes within the year and a half.
    let off = ["court_capacity=100000", "appeal_preparation=7", "family_capacity=0"];
    let fewer: Vec<&str> = off.iter().copied().chain(["grant_shift=-1"]).collect();
    let (base, fewer) = (with(&off), with(&fewer));
    let more = |series| total(&fewer, series) - total(&base, series);
    assert!(more(Series::AppealsLodged) > 500.0);
    assert!(last(&fewer, Series::PermitHolders) < last(&base, Series::PermitHolders));
    assert!(last(&fewer, Series::InDeparture) > last(&base, Series::InDeparture));
    assert!(more(Series::DepartedProven) > 0.0);
    assert!(more(Series::DepartedProven) < more(Series::Rejections));
}

#[test]
fn more_places_in_freedom_restricting_locations_keep_more_in_reception_to_the_end_of_their_weeks() {
    let (base, more) = (with(&["restricted_places=100"]), with(&["restricted_places=600"]));
    assert!(last(&more, Series::ReceptionRestricted) > last(&base, Series::ReceptionRestricted) + 50.0);
    assert!(last(&more, Series::ReceptionNeed) > last(&base, Series::ReceptionNeed));
    // Voluntary departure is their own affair.
    assert_eq!(total(&more, Series::DepartedVoluntary), total(&base, Series::DepartedVoluntary));
}

#[test]
fn more_places_in_family_locations_move_families_and_take_nobody_in() {
    let (base, more) = (with(&["family_places=500"]), with(&["family_places=3000"]));
    assert!(last(&more, Series::ReceptionFamily) > last(&base, Series::ReceptionFamily) + 300.0);
    // To within a few households, who stand elsewhere in the lines for a place.
    let need = |book: &Book| last(book, Series::ReceptionNeed);
    assert!((need(&more) - need(&base)).abs() < 50.0, "{} {}", need(&more), need(&base));
}

#[test]
fn who_comes_into_detention_leaves_it_or_is_there_and_so_with_cases_at_the_service() {
    let book = with(&[]);
    for (stock, come, gone) in [
        (Series::InDetention, Series::DetentionIn, Series::DetentionOut),
        (Series::ReturnCases, Series::ReturnCasesIn, Series::ReturnCasesClosed),
    ] {
        let first = on(&book, stock, 0);
        let flow = |series| (1..DAYS as usize).map(|day| on(&book, series, day)).sum::<f64>();
        assert_eq!(first + flow(come) - flow(gone), last(&book, stock), "{stock:?}");
        assert!(flow(come) > 0.0);
    }
}

#[test]
fn detention_holds_no_more_than_its_places() {
    let book = with(&["detention_places=400", "detention_others=200"]);
    // Families come on top, for the last days before their flight.
    let off = with(&["detention_places=400", "detention_others=200", "family_removal_share=0"]);
    assert!((0..DAYS as usize).all(|day| on(&off, Series::InDetention, day) <= 200.0));
    assert!(last(&book, Series::InDetention) > 190.0);
}

#[test]
fn the_first_months_are_no_different_from_those_that_follow() {
    let book = with(&[]);
    let quarter = |series, from: usize| (from..from + 90).map(|day| on(&book, series, day)).sum::<f64>();
    for series in [Series::DepartedVoluntary, Series::DepartedUnsupervised] {
        let (first, fourth) = (quarter(series, 0), quarter(series, 270));
        assert!((first / fourth - 1.0).abs() < 0.25, "{series:?}: {first} and then {fourth}");
    }
}

#[test]
fn others_in_detention_leave_at_their_own_pace_and_move_nobody_in_the_chain_where_escorts_suffice() {
    // Side channel off: escorts enough for everyone.
    let escorts = "escort_capacity=1000";
    let of = |sets: &[&str]| run(&baseline(sets, DAYS).thinned(10), 3).0;
    let (base, more) = (of(&[escorts]), of(&[escorts, "others_leave_share=0.58"]));
    let years = f64::from(DAYS) / 365.0;
    let others = total(&base, Series::DepartedForcedOthers) / years;
    assert!((190.0 * 0.49 / 56.0 * 365.0 / others - 1.0).abs() < 0.01, "{others}");
    let sum = total(&base, Series::DepartedForced) + total(&base, Series::DepartedForcedOthers);
    assert_eq!(total(&base, Series::DepartedForcedAll), sum);
    assert!(total(&more, Series::DepartedForcedOthers) > total(&base, Series::DepartedForcedOthers));
    assert_eq!(total(&more, Series::DepartedForced), total(&base, Series::DepartedForced));
}

#[test]
fn a_hundred_places_in_hubs_bring_at_most_a_hundred_more_proven_returns_a_cycle() {
    // Side channels off: nobody is wanted because of the hub who would not have been, and escorts suffice.
    let covered = Nationality::KEYS.map(|key| format!("{key} = true")).join(", ");
    let covered = format!("hub_nationalities={{ {covered} }}");
    let off = ["escort_capacity=1000", "hub_days=180"];
    let hubs: Vec<&str> = off.iter().copied().chain([covered.as_str(), "hub_places=100"]).collect();
    let (base, hubs) = (with(&off), with(&hubs));
    assert!((0..DAYS as usize).all(|day| on(&hubs, Series::InHubs, day) <= 100.0));
    let more = total(&hubs, Series::DepartedProven) - total(&base, Series::DepartedProven);
    let cycles = f64::from(DAYS) / 180.0;
    assert!(more > 50.0 && more < 100.0 * (cycles + 1.0), "{more} in {cycles} cycles");
}

#[test]
fn the_return_regulation_without_documents_fills_detention_and_hardly_brings_returns() {
    let none = every("travel_document_share", 0.02);
    let rule = ["mandatory_forced_share=0.8", "detention_term=731", "detention_extension=183"];
    let rule: Vec<&str> = rule.iter().copied().chain([none.as_str()]).collect();
    let (base, rule) = (with(&[&none]), with(&rule));
    assert!(total(&rule, Series::WaitingDetention) > total(&base, Series::WaitingDetention));
    let forced = |book: &Book| total(book, Series::DepartedForced) - total(book, Series::DublinTransferred);
    assert!(forced(&rule) - forced(&base) < 50.0, "{} {}", forced(&rule), forced(&base));
    let held = |book: &Book| total(book, Series::InDetention);
    assert!(held(&rule) > held(&base), "{} {}", held(&rule), held(&base));
    let unseen = |book: &Book| total(book, Series::DepartedUnsupervised);
    assert!(unseen(&rule) > 0.95 * unseen(&base), "{} {}", unseen(&rule), unseen(&base));
}
