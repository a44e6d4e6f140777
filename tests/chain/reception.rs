//! Places: blocks that end and open, kinds for whom they are, and nobody lost between them.

use crate::common;
use crate::common::{Book, last, old_law as baseline, on, run, total};
use doorstroom::record::{AuditLine, Series};

/// Held still beside what a test is about: nothing ends, nothing is renewed, nobody is moved from emergency reception.
const QUIET: [&str; 4] =
    ["regular_renewal=1", "emergency_renewal=1", "bridge_closures=false", "move_to_regular=false"];

fn quiet(changes: &[&str], days: i32) -> Book {
    let sets: Vec<&str> = QUIET.iter().chain(changes).copied().collect();
    run(&baseline(&sets, days), 3).0
}

fn violations(lines: &[AuditLine]) -> u64 {
    lines.iter().filter(|line| line.violation).map(|line| line.found).sum()
}

#[test]
fn planned_places_open_after_their_lead_time() {
    // Regular places take 18 to 36 months in the baseline; a month here.
    let order = "regular_places=45000@2026-03-01";
    let places = |book: &Book, day| on(book, Series::ReceptionPlaces, day);
    let (base, soon) = (quiet(&[], 120), quiet(&[order, "regular_lead_days=30"], 120));
    let late = quiet(&[order], 120);
    assert_eq!(on(&soon, Series::ReceptionPlanned, 59), on(&base, Series::ReceptionPlanned, 59) + 6_000.0);
    assert_eq!(places(&soon, 78), places(&base, 78));
    assert_eq!(places(&soon, 100), places(&base, 100) + 6_000.0);
    assert_eq!(places(&late, 119), places(&base, 119));
    let at_once = quiet(&[order, "regular_lead_days=0"], 120);
    assert_eq!(places(&at_once, 59), places(&base, 59) + 6_000.0);
}

#[test]
fn what_is_lost_if_nothing_is_renewed_is_lost_when_nothing_is() {
    // Side channels off: no new places within the year, none that stand in.
    let off = ["regular_lead_days=3650", "emergency_lead_days=3650", "bridge_closures=false"];
    let sets: Vec<&str> = off.iter().chain(&["regular_renewal=0", "emergency_renewal=0"]).copied().collect();
    let book = run(&baseline(&sets, 366), 3).0;
    let places = |day| on(&book, Series::ReceptionPlaces, day);
    assert!(places(365) < places(0) - 5_000.0);
    for (series, days) in
        [(Series::PlacesLost3Months, 91), (Series::PlacesLost6Months, 182), (Series::PlacesLost12Months, 365)]
    {
        assert_eq!(on(&book, series, 0), places(0) - places(days), "{}", series.id());
    }
}

#[test]
fn contracts_that_are_always_renewed_lose_no_place() {
    let book = quiet(&[], 400);
    assert_eq!(on(&book, Series::ReceptionPlaces, 0), last(&book, Series::ReceptionPlaces));
    assert!(on(&book, Series::PlacesLost12Months, 0) > 10_000.0);
}

#[test]
fn emergency_reception_stands_in_for_regular_places_that_close() {
    // Side channels off: emergency contracts do not end, nobody moves to regular reception.
    let still =
        ["emergency_renewal=1", "move_to_regular=false", "regular_renewal=0", "emergency_lead_days=10"];
    let with = |more: &[&str]| {
        let sets: Vec<&str> = still.iter().chain(more).copied().collect();
        run(&baseline(&sets, 700), 3).0
    };
    let (alone, bridged) = (with(&["bridge_closures=false"]), with(&["bridge_closures=true"]));
    assert!(last(&alone, Series::ReceptionPlaces) < on(&alone, Series::ReceptionPlaces, 0) - 3_000.0);
    assert!(last(&bridged, Series::ReceptionPlaces) > on(&bridged, Series::ReceptionPlaces, 0) - 500.0);
    assert!(last(&bridged, Series::ReceptionEmergency) > last(&alone, Series::ReceptionEmergency));
}

#[test]
fn places_paid_for_by_the_year_close_after_a_fall_and_are_short_after_a_rise() {
    // Inflow falls away for two years and then trebles. Side channels off: contracts do not end, and nothing stands in.
    let path = [
        "inflow_scale=0.3",
        "inflow_scale=3@2028-03-01",
        "family_capacity=4000",
        "decision_staff=3000",
        "housing_supply=4500",
        "regular_renewal=1",
        "emergency_renewal=1",
        "bridge_closures=false",
        "emergency_lead_days=365",
        "registration_capacity=5000",
    ];
    let under = |rule: &str| {
        let sets: Vec<&str> = path.iter().copied().chain([rule]).collect();
        run(&baseline(&sets, 1_460), 3).0
    };
    let (yearly, multi) = (under("funding_rule=yearly"), under("funding_rule=multi_year"));
    let spring_2028 = |book: &Book| on(book, Series::ReceptionPlaces, 800);
    assert!(spring_2028(&yearly) < 0.8 * on(&yearly, Series::ReceptionPlaces, 0));
    assert!(spring_2028(&multi) > 1.1 * spring_2028(&yearly));
    let nights = |book: &Book| total(book, Series::WithoutPlaceDays);
    assert!(nights(&yearly) > nights(&multi) + 1_000.0);
}

#[test]
fn minors_fill_their_own_places_first_and_are_counted_when_these_are_short() {
    let (base, fewer) = (quiet(&[], 200), quiet(&["minor_places=1000"], 200));
    let all = |book: &Book| last(book, Series::ReceptionMinors) + last(book, Series::MinorsElsewhere);
    assert_eq!(last(&fewer, Series::ReceptionMinors), 1_000.0);
    assert_eq!(all(&base), all(&fewer));
    assert!(last(&fewer, Series::MinorsElsewhere) > last(&base, Series::MinorsElsewhere) + 1_000.0);
    // Places for minors are part of the regular ones.
    assert_eq!(last(&base, Series::ReceptionPlaces), last(&fewer, Series::ReceptionPlaces));
}

#[test]
fn more_guardians_leave_fewer_minors_without_one() {
    let (few, more) = (quiet(&["guardians=100"], 60), quiet(&["guardians=1000"], 60));
    assert!(last(&few, Series::MinorsWithoutGuardian) > 1_000.0);
    assert_eq!(last(&more, Series::MinorsWithoutGuardian), 0.0);
}

#[test]
fn the_central_location_never_holds_more_than_its_cap_and_a_lower_one_sends_newcomers_elsewhere() {
    let (base, lower) = (quiet(&[], 200), quiet(&["central_places=500"], 200));
    for day in 0..200 {
        for book in [&base, &lower] {
            assert!(on(book, Series::ReceptionCentral, day) <= on(book, Series::CentralPlaces, day));
        }
    }
    assert!(last(&base, Series::ReceptionCentral) > 1_000.0, "{}", last(&base, Series::ReceptionCentral));
    assert_eq!(total(&base, Series::Decisions), total(&lower, Series::Decisions));
}

#[test]
fn a_full_country_keeps_newcomers_in_the_central_location_up_to_its_cap() {
    let full = quiet(&["regular_places=30000", "emergency_places=20000", "outside_places=3000"], 120);
    assert!(on(&full, Series::WithoutPlace, 100) > 1_000.0);
    assert!(on(&full, Series::ReceptionCentral, 100) > 0.99 * on(&full, Series::CentralPlaces, 100));
}

#[test]
fn more_transit_housing_takes_permit_holders_out_of_reception_at_once_and_houses_nobody_sooner() {
    let base = quiet(&[], 300);
    let more = quiet(&["transit_places=7000@2026-03-01"], 300);
    let on = |book: &Book, series, day| common::on(book, series, day);
    assert_eq!(on(&more, Series::InTransit, 60), on(&base, Series::InTransit, 60) + 5_000.0);
    assert_eq!(on(&more, Series::PermitHolders, 60), on(&base, Series::PermitHolders, 60) - 5_000.0);
    assert_eq!(total(&base, Series::Housed), total(&more, Series::Housed));
    let waiting = |book: &Book| last(book, Series::PermitHolders) + last(book, Series::InTransit);
    assert_eq!(waiting(&base), waiting(&more));
}

#[test]
fn moving_people_on_fills_regular_centres_and_empties_emergency_reception() {
    // Side channels off: contracts do not end, and nobody comes in.
    let still = [
        "regular_renewal=1",
        "emergency_renewal=1",
        "housing_supply=4500",
        "inflow_scale=0",
        "family_capacity=0",
        "family_travelling_at_start=0",
    ];
    let with = |more: &str| {
        let sets: Vec<&str> = still.iter().copied().chain([more]).collect();
        run(&baseline(&sets, 365), 3).0
    };
    let (stay, moved) = (with("move_to_regular=false"), with("move_to_regular=true"));
    assert!(last(&moved, Series::ReceptionEmergency) < last(&stay, Series::ReceptionEmergency) - 500.0);
    assert!(last(&moved, Series::ReceptionRegular) > last(&stay, Series::ReceptionRegular) + 500.0);
    assert_eq!(last(&moved, Series::ReceptionNeed), last(&stay, Series::ReceptionNeed));
}

#[test]
fn those_without_a_place_are_counted_by_day_and_peak() {
    let short = quiet(&["regular_places=30000", "emergency_places=25000"], 90);
    let evenings: f64 = (0..90).map(|day| on(&short, Series::WithoutPlace, day)).sum();
    assert_eq!(total(&short, Series::WithoutPlaceDays), evenings);
    let january = (0..31).map(|day| on(&short, Series::WithoutPlace, day)).fold(0.0, f64::max);
    assert_eq!(short.months[0][Series::WithoutPlacePeak as usize], january);
    assert!(january > 0.0);
}

#[test]
fn the_audit_holds_whatever_the_kinds_of_place() {
    let odd: &[&[&str]] = &[
        &["regular_places=0", "emergency_places=0", "outside_places=0", "transit_places=0"],
        &["regular_renewal=0", "emergency_renewal=0", "renewal_notice=0", "emergency_block_days=1"],
        &["central_places=0", "minor_places=100000"],
        &["central_days=0", "transit_places=100000@2026-03-01", "transit_places=0@2026-05-01"],
        &["funding_rule=yearly", "occupancy_norm=0.5", "forecast_trend=1"],
        &["funding_gap=1"],
        &["supervised_places=5000", "nuisance_share=1", "family_places=10000", "restricted_places=10000"],
    ];
    for sets in odd {
        let (_, audit) = run(&baseline(sets, 200), 11);
        assert_eq!(violations(&audit), 0, "{sets:?}");
    }
}

#[test]
fn dwellings_are_parted_by_household_size_and_the_parts_add_up() {
    let base = quiet(&[], 200);
    let parts = [Series::HousedSingle, Series::HousedSmall, Series::HousedLarge];
    assert_eq!(parts.map(|s| total(&base, s)).iter().sum::<f64>(), total(&base, Series::Housed));
    let singles_only = ["dwelling_mix={ single = 1, small = 0, large = 0 }", "dwellings_shared=false"];
    let single = quiet(&singles_only, 200);
    assert_eq!(total(&single, Series::Housed), total(&single, Series::HousedSingle));
    assert!(total(&single, Series::HousedSingle) > total(&base, Series::HousedSingle));
}

#[test]
fn what_municipalities_did_not_do_is_added_to_the_next_half_year() {
    let book = quiet(&["housing_target=20000", "housing_arrears_at_start=5000", "housing_supply=1500"], 366);
    let (spring, summer) = (100, 181);
    // Relatives who move in with their sponsor are housed too.
    let housed: f64 =
        (0..181).map(|day| on(&book, Series::Housed, day) + on(&book, Series::JoinedSponsor, day)).sum();
    assert_eq!(on(&book, Series::HousingTask, spring), 25_000.0);
    assert_eq!(on(&book, Series::HousingArrears, summer - 1), 5_000.0);
    assert_eq!(on(&book, Series::HousingArrears, summer), 25_000.0 - housed);
    assert_eq!(last(&book, Series::HousingTask), last(&book, Series::HousingArrears) + 20_000.0);
}

#[test]
fn a_larger_plan_becomes_officers_as_they_are_hired_and_output_as_they_are_trained() {
    let plan = "decision_staff=1750@2026-03-01";
    let (base, slow) = (quiet(&[], 540), quiet(&[plan], 540));
    let at_once = quiet(&[plan, "decision_hiring=100000", "training_days=0"], 540);
    let day = 59;
    assert_eq!(on(&base, Series::StaffEmployed, day), on(&base, Series::StaffPlanned, day));
    assert_eq!(on(&slow, Series::StaffPlanned, day), 1_750.0);
    assert!(on(&slow, Series::StaffEmployed, day) < 1_402.0);
    assert!((on(&at_once, Series::StaffEmployed, day) - 1_750.0).abs() < 1e-6);
    let after_half_a_year = on(&slow, Series::StaffEmployed, 240);
    assert!((1_450.0..1_600.0).contains(&after_half_a_year), "{after_half_a_year}");
    assert!(on(&slow, Series::StaffInTraining, 240) > on(&base, Series::StaffInTraining, 240));
    let decisions = |book: &Book| total(book, Series::Decisions);
    assert!(decisions(&slow) > decisions(&base));
    assert!(decisions(&at_once) > decisions(&slow) + 1_000.0);
}

#[test]
fn a_plan_that_stays_keeps_its_output_whoever_leaves() {
    let (base, nobody_leaves) = (quiet(&[], 540), quiet(&["staff_attrition=0"], 540));
    let share = total(&base, Series::Decisions) / total(&nobody_leaves, Series::Decisions);
    assert!((0.98..1.02).contains(&share), "{share}");
    // Where too few can be hired, the officers dwindle.
    let none_hired = quiet(&["decision_hiring=0"], 540);
    assert!(last(&none_hired, Series::StaffEmployed) < 1_250.0);
    assert!(total(&none_hired, Series::Decisions) < total(&base, Series::Decisions));
}

#[test]
fn reception_costs_what_its_residents_cost_and_the_budget_keeps_the_rest() {
    let book = quiet(&[], 120);
    let mut euros = 0.0;
    for day in 0..120 {
        let on = |series| on(&book, series, day);
        let residents = on(Series::ReceptionRegular) * 30_400.0
            + (on(Series::ReceptionEmergency) + on(Series::ReceptionOutside)) * 69_400.0;
        euros += residents / 365.25 + on(Series::InTransit) * 60.0;
    }
    let cost = total(&book, Series::CostReception);
    assert!((cost - euros / 1e6).abs() < 1e-3, "{cost} {euros}");
    let left = total(&book, Series::BudgetReception) - cost;
    assert!((total(&book, Series::BudgetLeft) - left).abs() < 1e-6);
    let dearer = quiet(&["price_level=1.1"], 120);
    assert!((total(&dearer, Series::CostReception) / cost - 1.1).abs() < 1e-5);
    assert!(total(&book, Series::CostDecisions) > 0.0);
}

#[test]
fn the_same_people_in_regular_instead_of_emergency_reception_cost_less() {
    // Side channels off: the same need, the same number of places; nobody is moved.
    let cheaper = quiet(&["regular_places=45000", "emergency_places=27000"], 200);
    let base = quiet(&[], 200);
    assert_eq!(last(&base, Series::ReceptionNeed), last(&cheaper, Series::ReceptionNeed));
    assert!(total(&cheaper, Series::CostReception) < total(&base, Series::CostReception) - 50.0);
}

#[test]
fn displaced_persons_beyond_the_municipal_places_are_counted() {
    let (base, more) = (quiet(&[], 200), quiet(&["ukraine_places=120000@2026-03-01"], 200));
    for book in [&base, &more] {
        for day in 0..200 {
            let on = |series| on(book, series, day);
            assert!(on(Series::UkrainePlacesFree) == 0.0 || on(Series::UkraineWithoutPlace) == 0.0);
        }
    }
    assert_eq!(last(&base, Series::UkraineRegistered), last(&more, Series::UkraineRegistered));
    assert!(last(&base, Series::UkraineWithoutPlace) > 0.0);
    assert!(last(&more, Series::UkrainePlacesFree) > 10_000.0);
}

#[test]
fn a_ban_on_priority_for_dwellings_keeps_permit_holders_in_reception_and_takes_beds_from_others() {
    let (allowed, banned) = (quiet(&[], 500), quiet(&["housing_priority=false@2026-03-01"], 500));
    assert!(total(&banned, Series::Housed) < total(&allowed, Series::Housed) - 1_000.0);
    assert!(last(&banned, Series::PermitHolders) > last(&allowed, Series::PermitHolders) + 1_000.0);
    assert!(last(&banned, Series::ReceptionNeed) > last(&allowed, Series::ReceptionNeed) + 1_000.0);
    // Beyond the regular places: emergency reception, places outside, and then no place.
    let beyond = |book: &Book| {
        let kinds = [Series::ReceptionEmergency, Series::ReceptionOutside, Series::WithoutPlace];
        kinds.map(|series| last(book, series)).iter().sum::<f64>()
    };
    assert!(beyond(&banned) > beyond(&allowed) + 500.0, "{} {}", beyond(&banned), beyond(&allowed));
}
