//! Permits: the legal moves from a dwelling to a review, and from a review to a new term, to none needed any more, or to
//! the term to appeal.

use std::collections::HashSet;

use crate::common::diaries::Diaries;
use crate::common::{Book, last, old_law as baseline, on, run, total, written};
use doorstroom::flow::{self, Applicant, Exit, News, Recorder, Roof, Stage, Track, World};
use doorstroom::policy::Nationality;
use doorstroom::random::{Key, Stream};
use doorstroom::record::Series;
use doorstroom::time::Day;

fn all(lever: &str, value: f64) -> String {
    format!("{lever}={{ {} }}", Nationality::KEYS.map(|n| format!("{n} = {value}")).join(", "))
}

/// The baseline without its open cases, which permits do not need.
fn book(sets: &[&str], days: i32) -> Book {
    let mut scenario = baseline(sets, days);
    scenario.open_cases.clear();
    run(&scenario, 3).0
}

/// The sum of a flow up to and with a day.
fn until(book: &Book, series: Series, day: usize) -> f64 {
    (0..=day).map(|d| on(book, series, d)).sum()
}

#[test]
fn who_moved_into_a_dwelling_is_reviewed_three_months_before_the_permit_ends() {
    let none = all("permits_at_start", 0.0);
    let sets = [&none, "permit_years=1", "permit_from_application=false", "withdrawal_rate=0"];
    let book = book(&sets, 500);
    assert_eq!(on(&book, Series::PermitsDue, 0), 0.0);
    assert!(total(&book, Series::PermitsDue) > 1_000.0);
    assert!(
        total(&book, Series::PermitsDue)
            <= last(&book, Series::PermitsValid)
                + total(&book, Series::PermitsSettled)
                + total(&book, Series::PermitsWithdrawn)
    );
    // With five years nobody who was granted a permit since April 2025 is reviewed within the year and a half.
    let five = self::book(&[&none, "permit_from_application=false", "withdrawal_rate=0"], 500);
    assert_eq!(total(&five, Series::PermitsDue), 0.0);
    assert!(last(&five, Series::PermitsValid) > 10_000.0);
}

#[test]
fn a_review_ends_after_its_time_in_a_permit_for_good_or_a_refusal() {
    let none = all("permits_at_start", 0.0);
    let refused = all("renewal_refusal_share", 0.1);
    let sets = [
        &none,
        &refused,
        "permit_years=1",
        "permit_from_application=false",
        "withdrawal_rate=0",
        "appeal_share=0",
    ];
    let book = book(&sets, 500);
    for day in 120..500 {
        let outcomes =
            until(&book, Series::PermitsSettled, day) + until(&book, Series::PermitsWithdrawn, day);
        assert_eq!(outcomes, until(&book, Series::PermitsDue, day - 120), "day {day}");
    }
    assert_eq!(total(&book, Series::PermitsRenewed), 0.0);
    let share = total(&book, Series::PermitsWithdrawn)
        / (total(&book, Series::PermitsWithdrawn) + total(&book, Series::PermitsSettled));
    assert!((0.08..0.12).contains(&share), "{share}");
    // An hour and a half each.
    let hours = total(&book, Series::RenewalHours);
    let outcomes = total(&book, Series::PermitsSettled) + total(&book, Series::PermitsWithdrawn);
    assert!((hours / outcomes - 1.5).abs() < 0.01, "{hours} hours");
}

#[test]
fn without_permits_for_indefinite_time_a_review_ends_in_a_new_term_until_naturalisation() {
    let sets = ["indefinite_permit=false", "naturalisation_years=50"];
    let book = book(&sets, 400);
    assert!(total(&book, Series::PermitsRenewed) > 10_000.0);
    assert_eq!(total(&book, Series::PermitsSettled), 0.0);
    // Five years after the first permit some have become Dutch.
    let dutch = self::book(&["indefinite_permit=false", "naturalised_share=0.5"], 400);
    let (renewed, settled) = (total(&dutch, Series::PermitsRenewed), total(&dutch, Series::PermitsSettled));
    assert!((renewed / settled - 1.0).abs() < 0.06, "{renewed} {settled}");
}

#[test]
fn the_end_of_the_indefinite_permit_binds_renewals_or_by_choice_permits_granted_from_then_on() {
    let text = |binds: &str| {
        format!(
            "[levers.naturalisation_years]\ninitial = 50\nsource = \"assumption: a test\"\nlegal_status = \"factual\"\n\
             [levers.indefinite_permit]\nbinds = \"{binds}\"\n2026-06-12 = false\nsource = \"assumption: a test\"\n\
             legal_status = \"hypothetical\"\n"
        )
    };
    let of = |binds: &str| {
        let mut scenario = written(&text(binds), 400);
        scenario.open_cases.clear();
        run(&scenario, 3).0
    };
    let [renewed, granted, today] = ["renewed", "granted", "today"].map(of);
    // 12 June 2026 is day 162: a review that is decided from then on ends in a new term, whenever it began.
    let counts = |book: &Book, series, days: std::ops::Range<usize>| -> f64 {
        days.map(|day| on(book, series, day)).sum()
    };
    assert!(counts(&renewed, Series::PermitsSettled, 0..162) > 1_000.0);
    assert_eq!(counts(&renewed, Series::PermitsRenewed, 0..162), 0.0);
    assert_eq!(counts(&renewed, Series::PermitsSettled, 162..400), 0.0);
    assert!(counts(&renewed, Series::PermitsRenewed, 162..400) > 1_000.0);
    // Permits that are reviewed in these years were first granted before that day: bound by the grant, they all keep the end.
    assert_eq!(total(&granted, Series::PermitsRenewed), 0.0);
    assert!(total(&granted, Series::PermitsSettled) > total(&renewed, Series::PermitsSettled));
    let same = |day| on(&renewed, Series::PermitsRenewed, day) == on(&today, Series::PermitsRenewed, day);
    assert!((0..400).all(same));
}

#[test]
fn permits_that_begin_run_and_end_add_up_every_day() {
    // Nobody leaves reception, and no relatives come: permits only end.
    let sets = [
        "housing_supply=0",
        "family_travelling_at_start=0",
        "family_capacity=0",
        "family_article8_share=0",
        "appeal_share=0",
    ];
    let book = book(&sets, 400);
    let out =
        |day: usize| until(&book, Series::PermitsSettled, day) + until(&book, Series::PermitsWithdrawn, day);
    for day in 0..400 {
        let all = on(&book, Series::PermitsValid, day) + out(day);
        assert_eq!(all, on(&book, Series::PermitsValid, 0) + out(0), "day {day}");
        assert!(on(&book, Series::PermitsInReview, day) <= on(&book, Series::PermitsValid, day));
    }
}

#[test]
fn who_loses_a_permit_appeals_from_a_dwelling_and_departs_or_keeps_it() {
    let refused = all("renewal_refusal_share", 0.2);
    let sets = [refused.as_str(), "decision_staff=3000", "court_capacity=100000", "remitted_grant=1"];
    let diaries = Diaries::of(&sets, 600);
    let theirs = |track: Track| move |way: &&Vec<crate::common::diaries::Move>| way[0].who.track == track;
    // A further appeal that gives no right to remain goes on as a file of its own.
    let (files, lost): (Vec<_>, Vec<_>) = diaries
        .moves
        .values()
        .filter(theirs(Track::PermitWithdrawn))
        .partition(|way| way[0].to == Some(Stage::FurtherAppealTerm));
    assert!(files.len() < lost.len());
    assert!(lost.len() > 1_000);
    for way in &lost {
        assert_eq!((way[0].from, way[0].to), (None, Some(Stage::AppealTerm)));
        // They live in a dwelling, whatever the stage; only a new application brings a place in reception.
        let first = way.iter().take_while(|m| m.from != Some(Stage::Away));
        assert!(first.filter(|m| m.who.visit == 0).all(|m| m.who.roof == Roof::Elsewhere));
    }
    let went = |stage: Stage| lost.iter().filter(|way| way.iter().any(|m| m.to == Some(stage))).count();
    assert!(went(Stage::AppealPreparation) > 0 && went(Stage::DeparturePeriod) > 0);
    let kept = lost.iter().filter(|way| way.last().is_some_and(|m| m.exit == Some(Exit::PermitKept)));
    for way in kept.clone() {
        assert!(way.iter().any(|m| m.from == Some(Stage::Appeal)));
    }
    assert!(kept.count() > 10);
    // No decision at first instance is counted for them.
    let decided = |way: &&&Vec<crate::common::diaries::Move>| {
        let news = diaries.news.get(&way[0].who.key).into_iter().flatten();
        way[0].who.visit == 0 && news.filter(|(_, n)| *n == News::FirstApplication).count() > 0
    };
    assert_eq!(lost.iter().filter(decided).count(), 0);
}

#[test]
fn shorter_permits_without_an_end_bring_work_on_reviews_that_does_not_fade() {
    // Side channels off: permits run from the grant, so that the work begins three years after the change and not sooner;
    // nobody loses one, so that the courts and the officers have the same to do.
    let refused = all("renewal_refusal_share", 0.0);
    let grant = "permit_from_application=false";
    let small = ["inflow_scale=0.2", "withdrawal_rate=0", refused.as_str()];
    let change =
        ["permit_years=3@2026-07-01", "indefinite_permit=false@2026-07-01", "naturalisation_years=50"];
    let sets: Vec<&str> = [grant].iter().chain(&small).chain(&change).copied().collect();
    let base: Vec<&str> = [grant].iter().chain(&small).copied().collect();
    let days = 1_826;
    let (base, short) = (book(&base, days), book(&sets, days));
    let hours = |book: &Book, years: std::ops::Range<usize>| {
        (years.start * 365..years.end * 365).map(|d| on(book, Series::PermitsDue, d)).sum::<f64>()
    };
    // Two and a half years in, nothing has changed: the first reviews of new permits come on 1 April 2029.
    assert_eq!(hours(&base, 0..3), hours(&short, 0..3));
    // Then permits that were given before end, as they would have, and those renewed for three years come a second time.
    assert!(hours(&short, 4..5) > hours(&base, 4..5) + 10_000.0);
    assert!(total(&short, Series::RenewalHours) > total(&base, Series::RenewalHours));
    assert_eq!(total(&short, Series::Decisions), total(&base, Series::Decisions));
}

/// Who was matched in reception, then slept in transit housing, and left it for a dwelling.
#[derive(Default)]
struct Nights {
    reception: HashSet<Key>,
    transit: HashSet<Key>,
    housed_from_transit: usize,
}

impl Recorder for Nights {
    fn moved(&mut self, _: Day, who: &Applicant, _: Option<Stage>, _: Option<Stage>, exit: Option<Exit>) {
        self.housed_from_transit +=
            usize::from(exit == Some(Exit::Housed) && self.transit.contains(&who.key));
    }

    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}

    fn evening(&mut self, _: Day, world: &World) {
        for slot in world.population.slots() {
            let who = &world.population[slot];
            if who.stage == Stage::Housing {
                if who.is_in_reception() {
                    self.reception.insert(who.key);
                } else if self.reception.contains(&who.key) {
                    self.transit.insert(who.key);
                }
            }
        }
    }
}

#[test]
fn who_is_matched_may_leave_reception_for_transit_housing_and_goes_from_there_to_a_dwelling() {
    // Too few dwellings, so that people wait for one after they were matched.
    let scarce = ["housing_supply=1000", "transit_places=0"];
    let open: Vec<&str> = scarce.iter().copied().chain(["transit_places=100000@2026-06-01"]).collect();
    let moved_out = |sets: &[&str]| {
        let sets = [&["registration_capacity=10000"], sets].concat();
        let scenario = baseline(&sets, 400);
        let mut nights = Nights::default();
        let policy = scenario.policy.clone().thinned(scenario.one_in);
        flow::run(scenario.start, scenario.end, policy, &[], Stream::new(7, 0), &mut nights);
        nights.housed_from_transit
    };
    assert_eq!(moved_out(&scarce), 0);
    let open = moved_out(&open);
    assert!(open > 10, "{open}");
}

#[test]
fn reviews_by_decision_officers_cost_decisions() {
    let sets = ["renewal_by_officers=1"];
    let (base, more) = (run(&baseline(&[], 200), 3).0, run(&baseline(&sets, 200), 3).0);
    assert!(total(&more, Series::Decisions) < total(&base, Series::Decisions));
    assert_eq!(total(&more, Series::RenewalHours), total(&base, Series::RenewalHours));
}

#[test]
fn a_country_that_is_safe_again_withdraws_permits_and_fills_the_courts() {
    let refused = all("renewal_refusal_share", 0.005).replace("syria = 0.005", "syria = 0.1");
    let (base, more) = (book(&[], 400), book(&[&refused], 400));
    assert!(total(&more, Series::PermitsWithdrawn) > total(&base, Series::PermitsWithdrawn) + 500.0);
    assert!(total(&more, Series::AppealsLodged) > total(&base, Series::AppealsLodged));
    let gone = |book: &Book| {
        [Series::DepartedVoluntary, Series::DepartedForced]
            .map(|series| total(book, series))
            .iter()
            .sum::<f64>()
    };
    // Proven departures rise by less than permits are withdrawn.
    assert!(
        gone(&more) - gone(&base)
            < total(&more, Series::PermitsWithdrawn) - total(&base, Series::PermitsWithdrawn)
    );
}
