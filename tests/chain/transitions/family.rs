//! The legal moves of relatives under the old law, seen in households that are followed one by one.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{Applicant, Exit, News, Stage, Track};
use doorstroom::policy::{Moment, Nationality};
use doorstroom::time::Day;

/// A small chain in which officers decide much and the family unit has room.
fn diaries(more: &[&str], length: i32) -> Diaries {
    let room = ["decision_staff=3000", "family_capacity=400000", "court_capacity=200000"];
    let none = ["family_pending_at_start=0", "family_travelling_at_start=0", "appeals_at_start=0"];
    let name = |set: &str| set.split('=').next().map(str::to_owned);
    let told = |set: &&&str| !more.iter().any(|m| name(m) == name(set));
    let sets: Vec<&str> = room.iter().chain(&none).filter(told).chain(more).copied().collect();
    Diaries::of(&sets, length)
}

/// Days between two moments of a household, at a step of its way.
fn between(who: &Applicant, from: Moment, to: Moment) -> i32 {
    (who.dates.at(to).expect("it came") - who.dates.at(from).expect("it came")).0
}

fn announced(diaries: &Diaries, wanted: News) -> Vec<(Day, &Vec<Move>)> {
    let said = |news: &Vec<(Day, News)>| news.iter().find(|(_, n)| *n == wanted).map(|(day, _)| *day);
    diaries.news.iter().filter_map(|(key, news)| Some((said(news)?, &diaries.moves[key]))).collect()
}

#[test]
fn a_grant_brings_an_application_within_three_months_and_another_household_of_the_same_nationality() {
    let diaries = diaries(&[], 400);
    for (way, at) in diaries.who_moved(Stage::FamilyTerm, Stage::FamilyPreparation) {
        assert!((0..=90).contains(&between(&way[at].who, Moment::Granted, Moment::FamilyApplied)));
        assert_eq!(way[0].from, None);
        assert!(way[0].who.relative);
    }
    // Albania and Morocco: nobody applies for relatives.
    let none = [Nationality::Albania, Nationality::Morocco, Nationality::Algeria, Nationality::Moldova];
    let applied = diaries.who_moved(Stage::FamilyTerm, Stage::FamilyPreparation);
    assert!(applied.iter().all(|(way, _)| !none.contains(&way[0].who.nationality)));
}

#[test]
fn a_granted_application_has_a_visa_collected_within_ninety_days_and_then_a_journey() {
    let diaries = diaries(&[], 600);
    diaries.who_moved(Stage::FamilyDecision, Stage::FamilyVisa);
    for (way, at) in diaries.who_moved(Stage::FamilyVisa, Stage::FamilyTravel) {
        assert!(days(way, at - 1, at) <= 90);
    }
    diaries.who_moved(Stage::FamilyTravel, Stage::Matching);
    diaries.who_left(Stage::FamilyTravel, Exit::JoinedSponsor);
    // A visa that is not collected lapses on its last day.
    for way in diaries.who_left(Stage::FamilyVisa, Exit::FamilyStayed) {
        assert_eq!(days(way, way.len() - 2, way.len() - 1), 90);
    }
    let (arrived, way) = announced(&diaries, News::FamilyArrived)[0];
    assert!(way.iter().any(|m| m.day == arrived && m.from == Some(Stage::FamilyTravel)));
}

#[test]
fn a_refusal_goes_to_objection_and_appeal_and_each_can_reverse_it() {
    let diaries = diaries(&["family_accepted=0.3"], 900);
    for (way, at) in diaries.who_moved(Stage::FamilyDecision, Stage::FamilyObjection) {
        assert_eq!(way[at].who.round, 0);
    }
    diaries.who_moved(Stage::FamilyObjection, Stage::FamilyVisa);
    diaries.who_moved(Stage::FamilyObjection, Stage::FamilyAppeal);
    diaries.who_left(Stage::FamilyDecision, Exit::FamilyRefused);
    diaries.who_left(Stage::FamilyObjection, Exit::FamilyRefused);
    diaries.who_left(Stage::FamilyAppeal, Exit::FamilyRefused);
    let anew = diaries.who_moved(Stage::FamilyAppeal, Stage::FamilyDecision);
    // The new decision grants, or is the last.
    for (way, at) in &anew {
        if let Some(next) = way.get(at + 1) {
            assert!(next.to == Some(Stage::FamilyVisa) || next.to != Some(Stage::FamilyObjection));
            assert_eq!(next.who.round, 1);
        }
    }
    let reversed = announced(&diaries, News::FamilyReversed);
    assert!(
        reversed
            .iter()
            .all(|(day, way)| { way.iter().any(|m| m.day == *day && m.to == Some(Stage::FamilyVisa)) })
    );
}

#[test]
fn only_a_decision_within_the_term_and_its_extension_counts_as_in_time() {
    let late = ["family_capacity=20000", "family_accepted=1"];
    let diaries = diaries(&late, 800);
    let in_time = announced(&diaries, News::FamilyDecidedInTime);
    let all = announced(&diaries, News::FamilyDecided);
    assert!(!in_time.is_empty() && in_time.len() < all.len());
    let waited = |(day, way): &(Day, &Vec<Move>)| {
        let decided = way.iter().find(|m| m.from == Some(Stage::FamilyDecision)).expect("it was decided");
        (*day - decided.who.dates.at(Moment::FamilyApplied).expect("it was asked")).0
    };
    assert!(in_time.iter().all(|one| waited(one) <= 90 + 92));
    let late = all.iter().filter(|one| waited(one) > 90 + 92).count();
    assert_eq!(late + in_time.len(), all.len());
}

#[test]
fn each_term_of_relatives_has_the_law_of_its_own_event() {
    let change: Day = "2026-09-01".parse().expect("a date");
    let sets = [
        "family_term=10@2026-09-01",
        "family_visa_term=20@2026-09-01",
        "family_decision_term=30@2026-09-01",
        "family_extension=0",
        "family_preparation=30",
    ];
    let diaries = diaries(&sets, 600);
    // Old law that is applied after the change, and new law.
    let (mut kept, mut since) = ([0; 3], [0; 3]);
    let mut follow = |place: usize, bound: Day, ends: Day| {
        kept[place] += i32::from(bound < change && ends >= change);
        since[place] += i32::from(bound >= change);
        bound < change
    };
    let of = |who: &Applicant, moment| who.dates.at(moment).expect("it came");
    // Who was granted a permit before has ninety days to apply, whoever gets one since has ten.
    for (way, at) in diaries.who_moved(Stage::FamilyTerm, Stage::FamilyPreparation) {
        let (granted, applied) = (of(&way[at].who, Moment::Granted), of(&way[at].who, Moment::FamilyApplied));
        let term = if follow(0, granted, applied) { 90 } else { 10 };
        assert!((applied - granted).0 <= term, "{:?}", way[at]);
    }
    // A decision is in time by the term of the day of the application.
    for (decided, way) in announced(&diaries, News::FamilyDecidedInTime) {
        let step = way.iter().find(|step| step.from == Some(Stage::FamilyDecision)).expect("it was decided");
        let applied = of(&step.who, Moment::FamilyApplied);
        let term = if follow(1, applied, decided) { 90 } else { 30 };
        assert!((decided - applied).0 <= term, "{step:?}");
    }
    // The visa is to be collected within the term of the day of the decision.
    for way in diaries.who_left(Stage::FamilyVisa, Exit::FamilyStayed) {
        let last = way.len() - 1;
        let decided = of(&way[last].who, Moment::FamilyDecided);
        let term = if follow(2, decided, way[last].day) { 90 } else { 20 };
        assert_eq!(days(way, last - 1, last), term, "{:?}", way[last]);
    }
    assert!(kept.iter().chain(&since).all(|count| *count > 0), "{kept:?} {since:?}");
}

#[test]
fn held_decisions_wait_until_they_are_released_and_keep_their_place() {
    let diaries = diaries(
        &["family_held_share=1@2026-09-01", "family_held_share=0@2027-02-01", "family_capacity=500"],
        700,
    );
    let (from, until) =
        (Day::from_ymd(2026, 9, 1).expect("a day"), Day::from_ymd(2027, 2, 1).expect("a day"));
    for (way, at) in diaries.who_moved(Stage::FamilyDecision, Stage::FamilyHeld) {
        assert_eq!(way[at].day, from);
    }
    diaries.who_moved(Stage::FamilyPreparation, Stage::FamilyHeld);
    let released = diaries.who_moved(Stage::FamilyHeld, Stage::FamilyDecision);
    assert!(released.iter().all(|(way, at)| way[*at].day == until));
    // Nothing is decided while it lasts.
    let decided = announced(&diaries, News::FamilyDecided);
    assert!(decided.iter().all(|(day, _)| *day < from || *day >= until));
    // First applied, first decided: those decided in the first month had applied before those who still wait at the end.
    let applied = |way: &[Move]| way.last().expect("a step").who.dates.at(Moment::FamilyApplied);
    let month = Day::from_ymd(2027, 3, 1).expect("a day");
    let early: Vec<_> =
        decided.iter().filter(|(day, _)| (until..month).contains(day)).map(|(_, way)| applied(way)).collect();
    let waits = |m: &&Vec<Move>| m.last().is_some_and(|m| m.to == Some(Stage::FamilyDecision));
    let still: Vec<_> = diaries.moves.values().filter(waits).map(|way| applied(way)).collect();
    assert!(!early.is_empty() && !still.is_empty());
    assert!(early.iter().max() <= still.iter().min());
}

#[test]
fn refused_for_good_some_apply_on_article_8_with_a_procedure_of_its_own() {
    let diaries = diaries(
        &["family_accepted=0.2", "family_article8_share=0.9", "family_article8_capacity=100000"],
        1000,
    );
    for (from, to) in [
        (Stage::FamilyDecision, Stage::FamilyArticle8),
        (Stage::FamilyObjection, Stage::FamilyArticle8),
        (Stage::FamilyArticle8, Stage::FamilyVisa),
        (Stage::FamilyArticle8, Stage::FamilyObjection),
    ] {
        diaries.who_moved(from, to);
    }
    // They join their sponsor and take no place in reception.
    for (_, way) in announced(&diaries, News::Article8Arrived) {
        let last = way.last().expect("a step");
        assert_eq!((last.from, last.exit), (Some(Stage::FamilyTravel), Some(Exit::JoinedSponsor)));
        assert_eq!(last.who.track, Track::Article8);
    }
    assert!(!announced(&diaries, News::Article8Arrived).is_empty());
    let one_unit = announced(&diaries, News::Article8Decided);
    assert!(one_unit.iter().all(|(_, way)| way.iter().any(|m| m.to == Some(Stage::FamilyArticle8))));
}

#[test]
fn relatives_who_come_by_themselves_are_first_applications_once_and_no_family_arrivals() {
    let sets = ["family_scope=0", "family_article8_share=0", "irregular_family_arrivals=1"];
    let diaries = diaries(&sets, 800);
    diaries.who_moved(Stage::FamilyOutside, Stage::FamilyOnTheirOwn);
    for (way, at) in diaries.who_moved(Stage::FamilyOnTheirOwn, Stage::Registration) {
        let key = way[at].who.key;
        let news: Vec<News> = diaries.news.get(&key).into_iter().flatten().map(|(_, n)| *n).collect();
        assert!(news.iter().filter(|n| **n == News::FirstApplication).count() <= 1);
        assert!(!news.contains(&News::FamilyArrived) && !news.contains(&News::FamilyApplied));
        assert!(way[at].who.relative && way[at].who.dates.at(Moment::Granted).is_none());
    }
    // They bring nobody in their turn.
    let theirs = diaries.who_moved(Stage::FamilyOnTheirOwn, Stage::Registration);
    for (way, _) in &theirs {
        let granted = way.iter().any(|m| m.to == Some(Stage::Matching));
        let brought = diaries.moves.contains_key(&way[0].who.key.relative(0));
        assert!(!(granted && brought));
    }
    // With nobody to come by themselves, who is shut out stays where they are.
    let none = Diaries::of(&["family_scope=0", "family_article8_share=0", "decision_staff=3000"], 400);
    none.nobody_moved(Stage::FamilyOutside, Stage::FamilyOnTheirOwn);
    none.who_left(Stage::FamilyOutside, Exit::FamilyRefused);
}

#[test]
fn a_visa_waits_until_the_sponsor_has_a_dwelling_or_its_time_is_over() {
    let sets = [
        "family_visa_dwelling=true",
        "family_preparation=30",
        "family_capacity=400000",
        "housing_supply=1500",
        "family_accepted=1",
    ];
    let first = diaries(&sets, 700);
    let (mut sooner, mut longest) = (0, 0);
    for (way, at) in first.who_moved(Stage::FamilyVisaHeld, Stage::FamilyVisa) {
        let waited = days(way, at - 1, at);
        let applied = between(&way[at].who, Moment::FamilyApplied, Moment::FamilyDecided);
        let most = 182.min(457 - applied).max(0);
        assert!(waited <= most, "{:?}", way[at]);
        sooner += usize::from(waited < most);
        longest += usize::from(waited == most);
    }
    assert!(sooner > 0 && longest > 0, "{sooner} {longest}");
    // It ends for everybody when the measure does.
    let ended = diaries(&[&sets[..], &["family_visa_dwelling=false@2026-08-01"]].concat(), 400);
    let end: Day = "2026-08-01".parse().expect("a day");
    for (way, at) in ended.who_moved(Stage::FamilyVisaHeld, Stage::FamilyVisa) {
        assert!(way[at].day <= end);
    }
}
