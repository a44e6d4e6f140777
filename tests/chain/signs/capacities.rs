//! More of a capacity moves the chain the way a case worker expects, under the same luck.

use crate::common::{Book, last, old_law as baseline, on, run, total};
use doorstroom::policy::Nationality;
use doorstroom::record::Series;

const DAYS: i32 = 540;

fn pair(change: &str) -> (Book, Book) {
    (run(&baseline(&[], DAYS), 3).0, run(&baseline(&[change], DAYS), 3).0)
}

#[test]
fn more_officers_decide_more_and_leave_fewer_open() {
    let (base, more) = pair("decision_staff=1800");
    assert!(total(&more, Series::Decisions) > total(&base, Series::Decisions) + 3_000.0);
    assert!(last(&more, Series::OpenCases) < last(&base, Series::OpenCases) - 3_000.0);
}

#[test]
fn fewer_hours_a_case_do_the_same_as_more_officers() {
    let (base, less) = pair("decision_hours=100");
    assert!(total(&less, Series::Decisions) > total(&base, Series::Decisions) + 3_000.0);
}

#[test]
fn more_dwellings_empty_the_centres() {
    let (base, more) = pair("housing_supply=4000");
    assert!(total(&more, Series::Housed) > total(&base, Series::Housed));
    assert!(last(&more, Series::PermitHolders) < last(&base, Series::PermitHolders));
    // Of those in reception only the need tells: where places run short they stay full.
    assert!(last(&more, Series::ReceptionNeed) <= last(&base, Series::ReceptionNeed));
}

#[test]
fn no_dwellings_keep_permit_holders_in_reception() {
    // Side channels off: who is housed can lose the permit, appeal, and come back to the officers; and a court with less time for
    // relatives whose sponsor lacks a dwelling has less for others too.
    let kept = [
        "permits_at_start_unknown=0.1",
        "withdrawal_rate=0",
        "renewal_refusal_share_unknown=0.1",
        "late_appeal_again_share=0",
    ];
    let none: Vec<&str> = kept.iter().copied().chain(["housing_supply=0"]).collect();
    let (base, none) =
        (run(&baseline(&kept, DAYS).thinned(10), 3).0, run(&baseline(&none, DAYS).thinned(10), 3).0);
    assert_eq!(total(&none, Series::Housed), 0.0);
    assert!(last(&none, Series::PermitHolders) > last(&base, Series::PermitHolders) + 10_000.0);
    // Housing binds nobody's asylum case.
    assert_eq!(total(&none, Series::Decisions), total(&base, Series::Decisions));
}

#[test]
fn a_full_centre_sends_newcomers_to_emergency_reception() {
    let (base, fewer) = pair("regular_places=30000@2026-02-01");
    let autumn = |book: &Book, series| on(book, series, 270);
    assert!(autumn(&fewer, Series::ReceptionRegular) < autumn(&base, Series::ReceptionRegular));
    let beyond = |book: &Book| {
        let kinds = [Series::ReceptionEmergency, Series::ReceptionOutside, Series::WithoutPlace];
        kinds.map(|series| autumn(book, series)).iter().sum::<f64>()
    };
    assert!(beyond(&fewer) > beyond(&base) + 1_000.0);
    assert_eq!(total(&fewer, Series::Decisions), total(&base, Series::Decisions));
}

#[test]
fn more_inflow_without_more_officers_is_more_stock_and_no_more_decisions_on_the_merits() {
    let registered = "registration_capacity=10000";
    let (base, more) = (
        run(&baseline(&[registered], DAYS).thinned(5), 3).0,
        run(&baseline(&[registered, "inflow_scale=1.5"], DAYS).thinned(5), 3).0,
    );
    assert!(total(&more, Series::InflowFirst) > 1.4 * total(&base, Series::InflowFirst));
    assert!(last(&more, Series::OpenCases) > last(&base, Series::OpenCases) + 5_000.0);
    // Inadmissible repeat applications take a day, and are not on the merits.
    let quick = |book: &Book| total(book, Series::Closed) + total(book, Series::RepeatsInadmissible);
    let merits = |book: &Book| total(book, Series::Decisions) - quick(book);
    // What a case takes differs from case to case: in a thinned chain that is within a hundredth of the sum.
    assert!(merits(&more) <= 1.01 * merits(&base), "{} {}", merits(&more), merits(&base));
}

#[test]
fn a_faster_family_unit_brings_arrivals_forward() {
    let (base, more) = pair("family_capacity=40000");
    assert!(total(&more, Series::InflowFamily) > total(&base, Series::InflowFamily) + 5_000.0);
    assert!(last(&more, Series::FamilyPending) < last(&base, Series::FamilyPending));
}

#[test]
fn a_step_in_the_future_changes_nothing_before_its_day() {
    let base = run(&baseline(&[], 200), 3).0;
    let later = run(&baseline(&["decision_staff=3000@2026-05-01"], 200), 3).0;
    let first_change = (0..200).find(|&d| base.days[d].map(f64::to_bits) != later.days[d].map(f64::to_bits));
    // 1 May 2026 is a Friday, day 120 counted from 1 January; the cases that the new officers begin take some days.
    assert!(first_change.is_some_and(|day| (120..=135).contains(&day)), "{first_change:?}");
}

#[test]
fn ending_the_departure_period_makes_everyone_in_it_due_that_day() {
    let (base, ended) =
        (run(&baseline(&[], 130), 3).0, run(&baseline(&["departure_period=0@2026-05-01"], 130), 3).0);
    let left = |book: &Book, day: usize| on(book, Series::ReceptionEnded, day);
    assert_eq!(left(&base, 119), left(&ended, 119));
    // Four weeks of those who lose reception come out on one day.
    assert!(
        left(&ended, 120) > 10.0 * left(&base, 120).max(1.0),
        "{} {}",
        left(&ended, 120),
        left(&base, 120)
    );
}

#[test]
fn an_appeal_term_binds_from_the_decision() {
    // The new term holds for decisions from 1 May on; nobody decided before that is moved.
    let (base, longer) =
        (run(&baseline(&[], 150), 3).0, run(&baseline(&["appeal_term=56@2026-05-01"], 150), 3).0);
    let lodged = |book: &Book, range: std::ops::Range<usize>| {
        range.map(|day| on(book, Series::AppealsLodged, day)).sum::<f64>()
    };
    assert_eq!(lodged(&base, 0..148), lodged(&longer, 0..120) + lodged(&base, 120..148));
    assert_eq!(lodged(&base, 120..148), lodged(&longer, 120..148));
    assert!(lodged(&longer, 148..150) < lodged(&base, 148..150));
}

#[test]
fn more_officers_bring_more_permit_holders_into_reception_while_housing_stays_as_it_is() {
    // Side channel off: no relatives arrive.
    let none = ["family_capacity=0", "family_travelling_at_start=0"];
    let more: Vec<&str> = none.iter().copied().chain(["decision_staff=2100"]).collect();
    let (base, more) = (run(&baseline(&none, 200), 3).0, run(&baseline(&more, 200), 3).0);
    assert!(last(&more, Series::OpenCases) < last(&base, Series::OpenCases));
    let waiting = |book: &Book| last(book, Series::PermitHolders) + last(book, Series::InTransit);
    assert!(waiting(&more) > waiting(&base));
}

#[test]
fn fewer_relatives_shorten_the_wait_of_singles_only_if_dwellings_are_shared() {
    // Side channels off: officers and arrivals are the same; only relatives stay away.
    let none = ["family_capacity=0", "family_travelling_at_start=0"];
    let singles = |shared: &str, more: &[&str]| {
        let sets: Vec<&str> = [shared].into_iter().chain(more.iter().copied()).collect();
        total(&run(&baseline(&sets, DAYS), 3).0, Series::HousedSingle)
    };
    assert!(singles("dwellings_shared=true", &none) > singles("dwellings_shared=true", &[]));
    // And fewer dwellings are needed: those who got one and those who still wait for it.
    let needed = |sets: &[&str]| {
        let book = run(&baseline(sets, DAYS), 3).0;
        total(&book, Series::Housed) + last(&book, Series::PermitHolders)
    };
    let (all, alone) = (needed(&[]), needed(&none));
    assert!(alone < all - 1_000.0, "{alone} {all}");
    // A few relatives are singles themselves, and take dwellings of that size.
    let (kept, fewer) = (singles("dwellings_shared=false", &[]), singles("dwellings_shared=false", &none));
    assert!(fewer <= kept, "{fewer} {kept}");
}

#[test]
fn the_end_of_temporary_protection_without_a_permit_makes_the_asylum_stock_jump() {
    // Side channel off: registration takes everyone who comes.
    let registered = "registration_capacity=100000";
    let base = run(&baseline(&[registered], 90), 3).0;
    let ended = run(&baseline(&[registered, "temporary_protection=false@2026-03-04"], 90), 3).0;
    let day = 62; // 4 March
    let there = on(&base, Series::UkraineRegistered, day);
    let applied = total(&ended, Series::UkraineToAsylum);
    assert!((0.43..0.47).contains(&(applied / there)), "{applied} of {there}");
    assert_eq!(on(&ended, Series::UkraineRegistered, day), 0.0);
    let jump = on(&ended, Series::OpenCases, day + 5) - on(&base, Series::OpenCases, day + 5);
    assert!((jump - applied).abs() < 0.02 * applied, "{jump} of {applied}");
    // With a permit there is no jump, and work for the unit that issues it.
    let permit = [registered, "temporary_protection=false@2026-03-04", "ukraine_permit=true@2026-03-04"];
    let permit = run(&baseline(&permit, 90), 3).0;
    assert_eq!(total(&permit, Series::UkraineToAsylum), 0.0);
    assert_eq!(on(&permit, Series::OpenCases, day + 5), on(&base, Series::OpenCases, day + 5));
    assert!(on(&permit, Series::UkraineRegistered, day) > 0.99 * there);
    // 0.6 hours each, a hundred and eightieth of them a day for 28 days.
    let hours = 0.6 * there * 28.0 / 180.0;
    assert!((total(&permit, Series::UkrainePermitHours) / hours - 1.0).abs() < 0.02);
    assert_eq!(total(&base, Series::UkraineToAsylum), 0.0);
    assert!(on(&base, Series::OpenCases, day + 5) < on(&base, Series::OpenCases, day) + 1_000.0);
}

#[test]
fn a_transfer_term_of_three_years_lets_fewer_transfers_lapse() {
    // Side channel off: from the start on it would also change who awaits a transfer then. One stays on: who may stay for an
    // appeal has a new term from the ruling, in both.
    let (base, longer) = pair("transfer_term=1095@2026-01-02");
    assert!(total(&longer, Series::DublinLapsed) < 0.5 * total(&base, Series::DublinLapsed));
    assert!(total(&longer, Series::DublinTransferred) > total(&base, Series::DublinTransferred));
    assert!(last(&longer, Series::OpenCases) < last(&base, Series::OpenCases));
}

#[test]
fn three_years_for_who_absconded_bring_fewer_back_into_the_procedure_from_eighteen_months_on() {
    // From the second day on, for it would also change who has absconded before the first.
    let of = |sets: &[&str]| run(&baseline(sets, 1_095), 3).0;
    let (base, longer) = (of(&[]), of(&["absconded_term=1095@2026-01-02"]));
    let lapsed = |book: &Book, days: std::ops::Range<usize>| {
        days.map(|day| on(book, Series::DublinLapsed, day)).sum::<f64>()
    };
    let (then, before) = (lapsed(&longer, 600..1_095), lapsed(&base, 600..1_095));
    assert!(then < 0.95 * before, "{then} of {before}");
    let early = (lapsed(&longer, 0..365), lapsed(&base, 0..365));
    assert!((early.0 / early.1 - 1.0).abs() < 0.02, "{early:?}");
}

#[test]
fn states_that_take_people_back_leave_fewer_cases_open_with_the_same_claims() {
    // Side channel off: repeat applications, which are claimed in their turn.
    let off = ["repeat_share=0", "dublin_takes={ germany = 1, france = 1, italy = 1, other = 1 }"];
    let (base, more) = (run(&baseline(&off[..1], DAYS), 3).0, run(&baseline(&off, DAYS), 3).0);
    assert!(total(&more, Series::DublinTransferred) > total(&base, Series::DublinTransferred) + 300.0);
    assert!(last(&more, Series::OpenCases) < last(&base, Series::OpenCases) - 300.0);
    assert_eq!(total(&more, Series::DublinClaims), total(&base, Series::DublinClaims));
}

#[test]
fn a_shorter_decision_term_without_capacity_costs_penalties_and_saves_no_time() {
    // Off: the hours that late decisions cost officers and the court, and the place ahead that a court's term gives.
    let off = ["notice_hours=0", "late_appeal_hours=0", "late_appeal_work=0", "court_priority_share=0"];
    let shorter: Vec<&str> = off.iter().copied().chain(["decision_term=91"]).collect();
    let (base, shorter) = (run(&baseline(&off, DAYS), 3).0, run(&baseline(&shorter, DAYS), 3).0);
    assert!(total(&shorter, Series::DefaultNotices) > total(&base, Series::DefaultNotices));
    let cost = |book: &Book| total(book, Series::PenaltiesJudicial) + last(book, Series::PenaltiesAccrued);
    assert!(cost(&shorter) > cost(&base));
    for (one, other) in base.days.iter().zip(&shorter.days) {
        for series in [Series::Decisions, Series::OpenCases, Series::WaitDecision] {
            assert_eq!(one[series as usize].to_bits(), other[series as usize].to_bits());
        }
    }
}

#[test]
fn without_penalties_nothing_is_paid_and_the_order_of_cases_stays() {
    // Off: another appeal after a full penalty, which takes officers' hours, and comes only where there is a penalty.
    let sets = ["late_appeal_again_share=0", "judicial_penalty=0"];
    let (base, none) = (run(&baseline(&sets[..1], DAYS), 3).0, run(&baseline(&sets, DAYS), 3).0);
    // What courts ruled before the first day is full at the latest 112 and 150 days later.
    let since =
        |book: &Book| (263..DAYS as usize).map(|day| on(book, Series::PenaltiesJudicial, day)).sum::<f64>();
    assert!(since(&base) > 0.0);
    assert_eq!(since(&none) + last(&none, Series::PenaltiesAccrued), 0.0);
    assert_eq!(total(&none, Series::Decisions), total(&base, Series::Decisions));
    // Who has a term of the court goes first, whatever the penalty: nobody waits shorter or longer without it.
    for day in 0..DAYS as usize {
        let wait = |book: &Book| on(book, Series::WaitDecision, day).to_bits();
        assert_eq!(wait(&none), wait(&base), "day {day}");
    }
}

#[test]
fn a_full_penalty_is_owed_before_the_decision_and_may_be_followed_by_another() {
    let of = |sets: &[&str]| run(&baseline(&[&["decision_staff=300"], sets].concat(), 900), 3).0;
    let (once, again) = (of(&["late_appeal_again_share=0"]), of(&["late_appeal_again_share=1"]));
    assert!(total(&again, Series::LateAppeals) > total(&once, Series::LateAppeals) + 100.0);
    assert!(total(&again, Series::PenaltiesJudicial) > total(&once, Series::PenaltiesJudicial));
    assert!(total(&again, Series::HoursLost) > total(&once, Series::HoursLost));
    // Nothing more runs up in a case whose penalty was full; with another it does.
    assert!(last(&again, Series::PenaltiesAccrued) > last(&once, Series::PenaltiesAccrued));
    // A longer next term leaves less to pay.
    let longer = of(&["late_appeal_again_share=1", "court_term_again=365"]);
    let cost = |book: &Book| total(book, Series::PenaltiesJudicial) + last(book, Series::PenaltiesAccrued);
    assert!(cost(&longer) < cost(&again));
    // A lower most is full sooner and comes to less in all where nobody appeals again.
    let lower = of(&["late_appeal_again_share=0", "judicial_penalty_most=7500"]);
    assert!(cost(&lower) < cost(&once));
}

#[test]
fn the_administrative_penalty_moves_money_and_no_case() {
    let (base, on) = pair("administrative_penalty=34");
    assert_eq!(total(&base, Series::PenaltiesAdministrative), 0.0);
    assert!(total(&on, Series::PenaltiesAdministrative) > 0.0);
    assert_eq!(total(&on, Series::PenaltiesJudicial), total(&base, Series::PenaltiesJudicial));
    assert_eq!(last(&on, Series::OpenCases), last(&base, Series::OpenCases));
}

#[test]
fn officers_who_lose_hours_to_late_decisions_decide_less() {
    let (base, more) = pair("late_appeal_hours=60");
    assert!(total(&more, Series::HoursLost) > total(&base, Series::HoursLost));
    assert!(total(&more, Series::Decisions) < total(&base, Series::Decisions));
}

#[test]
fn a_moratorium_for_everyone_stops_grants_and_the_stock_grows() {
    let value = |on: bool| Nationality::KEYS.map(|n| format!("{n} = {on}")).join(", ");
    let from = format!("decision_moratorium={{ {} }}@2026-03-02", value(true));
    let until = format!("decision_moratorium={{ {} }}@2026-12-01", value(false));
    let base = run(&baseline(&[], DAYS), 3).0;
    let held = run(&baseline(&[&from, &until], DAYS), 3).0;
    let grants = |book: &Book, days: std::ops::Range<usize>| -> f64 {
        days.map(|day| on(book, Series::Grants, day)).sum()
    };
    // What the officers had begun is finished in the first months.
    assert!(grants(&held, 180..330) < 0.1 * grants(&base, 180..330));
    assert!(on(&held, Series::OpenCases, 333) > on(&base, Series::OpenCases, 333) + 5_000.0);
    assert!(grants(&held, 400..540) > 0.9 * grants(&base, 400..540));
}

#[test]
fn after_a_moratorium_decisions_surge_and_reception_is_fullest_after_it() {
    // Side channel off: officers have room, so that they decide as many as come in.
    let world = |sets: &[&str]| {
        let mut scenario = baseline(&[&["inflow_scale=0.3"], sets].concat(), 900).thinned(10);
        scenario.open_cases.clear();
        run(&scenario, 3).0
    };
    let value = |on: bool| Nationality::KEYS.map(|n| format!("{n} = {on}")).join(", ");
    let from = format!("decision_moratorium={{ {} }}@2026-07-01", value(true));
    let until = format!("decision_moratorium={{ {} }}@2027-04-01", value(false));
    let (base, held) = (world(&[]), world(&[&from, &until]));
    // 1 October 2026 to 1 April 2027, and the nine months that follow.
    let (during, after) = (273..455, 455..730);
    let decisions = |book: &Book, days: &std::ops::Range<usize>| -> f64 {
        days.clone().map(|day| on(book, Series::Decisions, day)).sum()
    };
    assert!(decisions(&held, &during) < 0.5 * decisions(&base, &during));
    assert!(decisions(&held, &after) > 1.2 * decisions(&base, &after));
    let most = |days: std::ops::Range<usize>, book: &Book| {
        let more = days.map(|day| on(book, Series::Reception, day) - on(&base, Series::Reception, day));
        more.fold(f64::MIN, f64::max)
    };
    assert!(most(after, &held) > most(181..455, &held));
}

#[test]
fn without_the_time_for_a_view_rejections_come_sooner() {
    let base = run(&baseline(&[], DAYS).thinned(10), 3).0;
    let without = run(&baseline(&["view_general=0", "view_extended=0"], DAYS).thinned(10), 3).0;
    assert!(total(&without, Series::Rejections) > total(&base, Series::Rejections));
    let appeals = |book: &Book| total(book, Series::AppealsLodged) / total(book, Series::Rejections);
    assert!(appeals(&without) > 0.97 * appeals(&base));
}

/// Mean of a wait over some days, each day's mean counting once.
fn mean_wait(book: &Book, series: Series, days: std::ops::Range<usize>) -> f64 {
    let waits: Vec<f64> = days.map(|day| on(book, series, day)).filter(|wait| wait.is_finite()).collect();
    waits.iter().sum::<f64>() / waits.len() as f64
}

#[test]
fn without_a_queue_dropping_the_view_gains_more_of_the_time_than_with_a_long_one() {
    let free = [
        "decision_staff=20000",
        "decision_hiring=20000",
        "training_days=0",
        "lawyer_hours=100000",
        "registration_capacity=10000",
        "interpreter_hours={ arabic = 90000, persian = 90000, tigrinya = 90000, somali = 90000, turkish = 90000, other = 90000 }",
    ];
    let gain = |sets: &[&str]| {
        let without: Vec<&str> = sets.iter().copied().chain(["view_general=0", "view_extended=0"]).collect();
        let wait =
            |sets: &[&str]| mean_wait(&run(&baseline(sets, DAYS), 3).0, Series::WaitDecision, 360..540);
        1.0 - wait(&without) / wait(sets)
    };
    let (queue, none) = (gain(&[]), gain(&free));
    assert!(none > queue && none > 0.0, "{none} without a queue, {queue} with one");
}

#[test]
fn when_inflow_halves_the_time_of_those_decided_rises_first_and_falls_later() {
    // Side channels off: new cases with priority, at the border, or inadmissible are decided at once and would be fewer among
    // those decided; and inflow that drifts to where half of it is more than is decided.
    let half = [
        "border_procedure=false",
        "inadmissible_share=0",
        "priority_share=0",
        "inflow_common_volatility=0",
        "inflow_own_volatility=0",
        "inflow_scale=0.5@2026-02-01",
    ];
    let of = |sets: &[&str]| run(&baseline(sets, 1_825).thinned(25), 3).0;
    let (base, less) = (of(&half[..5]), of(&half));
    let wait = |book: &Book, days| mean_wait(book, Series::WaitDecision, days);
    assert!(wait(&less, 120..300) > wait(&base, 120..300));
    // The old cases, which waited long, have been decided by then.
    let late = 1_600..1_825;
    assert!(wait(&less, late.clone()) < wait(&base, late));
}

#[test]
fn the_task_of_the_distribution_act_opens_places_and_its_repeal_is_not_felt_before_they_would_have() {
    // Side channels off: no contract ends, so that the task alone moves the places; and nobody does without the act what it
    // asks, so that its repeal ends all of that.
    let still =
        ["regular_renewal=1", "emergency_renewal=1", "regular_lead_days=300", "distribution_voluntary=0"];
    let contracts = ["regular_block_days=36500", "emergency_block_days=36500"];
    let task = "distribution_task=20000@2026-03-01";
    let repealed = "distribution_law=false@2026-06-01";
    let of = |more: &[&str]| {
        let sets: Vec<&str> = still.iter().chain(&contracts).chain(more).copied().collect();
        run(&baseline(&sets, DAYS).thinned(40), 3).0
    };
    let (none, kept, gone) = (of(&[]), of(&[task]), of(&[task, repealed]));
    let places = |book: &Book, day: usize| on(book, Series::ReceptionPlaces, day);
    // The first places open after two thirds of the lead time, day 259, and all of them after four thirds.
    assert!((0..255).all(|day| places(&kept, day) == places(&none, day)));
    let (all, delivered) = (20_000.0, places(&kept, 500) - places(&none, 500));
    assert!((delivered / (0.6 * all) - 1.0).abs() < 0.02, "{delivered}");
    assert_eq!(on(&kept, Series::DistributionOpen, 500), delivered, "they are those that the act brought");
    // Of contracts that end, which here are few, none goes on without the act.
    assert!(places(&gone, 500) <= places(&none, 500) && places(&gone, 500) > 0.95 * places(&none, 500));
    assert_eq!(last(&gone, Series::DistributionOpen), 0.0);
    assert!(last(&kept, Series::ReceptionRegular) > last(&gone, Series::ReceptionRegular));
    // Repealed once they are there, they stay until their contracts end.
    let late = of(&[task, "distribution_law=false@2027-05-01"]);
    assert_eq!(on(&late, Series::DistributionOpen, 500), delivered);
    // Provinces take on six tenths together, and one of them less, and so do municipalities by size; where all are alike none
    // is behind.
    let (taken, behind) =
        (Series::DistributionTaken, [Series::DistributionLeast, Series::DistributionLeastSize]);
    for least in behind {
        assert_eq!((on(&none, taken, 100), on(&none, least, 100)), (0.0, 1.0));
        assert!((0.05..0.55).contains(&on(&kept, least, 100)), "{}", on(&kept, least, 100));
    }
    assert!((on(&kept, taken, 100) / (0.6 * all) - 1.0).abs() < 1e-9);
    // The minister provides the rest in their place when the time is over, and those places open later.
    let alike = ["distribution_spread=0", "distribution_size_spread=0"];
    let forced = ["distribution_enforcement=1", "distribution_enforced_after=60"];
    let (free, forced) =
        (of(&[&[task], &alike[..]].concat()), of(&[&[task], &alike[..], &forced[..]].concat()));
    for least in behind {
        assert!((on(&forced, least, 100) - 0.6).abs() < 1e-9);
        assert_eq!(on(&forced, least, 119), 1.0);
    }
    assert_eq!((on(&forced, taken, 118), on(&forced, taken, 119)), (on(&free, taken, 118), all));
    assert!((0..315).all(|day| places(&forced, day) == places(&free, day)));
    assert!(
        ((last(&forced, Series::ReceptionPlaces) - last(&none, Series::ReceptionPlaces)) / all - 1.0).abs()
            < 0.02
    );
}

#[test]
fn without_the_distribution_act_a_part_of_the_places_whose_contract_ends_is_given_up_and_comes_back_with_it()
{
    // Contracts of a year, all renewed: what ends is told by the act alone.
    let short = ["emergency_block_days=365", "emergency_renewal=1", "regular_block_days=36500"];
    let repealed = "distribution_law=false@2026-06-01";
    let of = |more: &[&str]| {
        let sets: Vec<&str> = short.iter().chain(more).copied().collect();
        run(&baseline(&sets, DAYS), 3).0
    };
    let (kept, gone) = (of(&[]), of(&[repealed, "distribution_voluntary=0.5"]));
    let back = of(&[repealed, "distribution_law=true@2027-01-01", "distribution_voluntary=0.5"]);
    let places = |book: &Book, day: usize| on(book, Series::ReceptionPlaces, day);
    // Who goes on with everything without the act does as under it, to the place.
    let all_go_on = of(&[repealed, "distribution_voluntary=1"]);
    assert!((0..DAYS as usize).all(|day| places(&all_go_on, day) == places(&kept, day)));
    // The last contracts renewed under the act are those with a notice of four months; the others end one by one, half of them
    // for good.
    assert!((0..270).all(|day| places(&gone, day) == places(&kept, day)));
    let lost = |book: &Book, day| (places(&kept, day) - places(book, day)) / 33_000.0;
    let in_a_year = lost(&gone, 539) / (539.0 - 271.0) * 365.0;
    assert!((0.4..0.6).contains(&in_a_year), "{in_a_year}");
    assert!(lost(&gone, 539) > lost(&gone, 400) && lost(&gone, 400) > 0.1);
    // Nobody orders what a municipality has given up; under the act it is ordered again, and soon there.
    assert!(last(&gone, Series::ReceptionPlanned) < 0.85 * last(&kept, Series::ReceptionPlanned));
    assert!(lost(&back, 539) < 0.05, "{}", lost(&back, 539));
}
