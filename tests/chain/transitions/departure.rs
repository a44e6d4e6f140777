//! Each legal move of the return of the old law, seen in persons who are followed one by one.

use crate::common::diaries::{Diaries, Move};
use doorstroom::flow::{Exit, News, PlaceKind, Roof, Stage, Track};
use doorstroom::policy::{Moment, Nationality};
use doorstroom::time::Day;

/// A value for every nationality.
fn every(lever: &str, value: &str) -> String {
    let pairs: Vec<String> = Nationality::KEYS.iter().map(|key| format!("{key} = {value}")).collect();
    format!("{lever}={{ {} }}", pairs.join(", "))
}

/// Everybody who left a stage: the step, with the day on which they had come to the stage.
fn leavers(diaries: &Diaries, from: Stage) -> Vec<&Move> {
    let found: Vec<&Move> = diaries.moves.values().flatten().filter(|m| m.from == Some(from)).collect();
    assert!(!found.is_empty(), "nobody left {from:?}");
    found
}

/// Days that somebody was in the stage they leave.
fn stay(step: &Move) -> i32 {
    (step.day - step.who.entered).0
}

const NOBODY_LEAVES: &str = "departure_intent={ voluntary = 0, unsupervised = 0, stays = 1 }";
const EVERYBODY_LEAVES: &str = "departure_intent={ voluntary = 1, unsupervised = 0, stays = 0 }";
const FULL_DETENTION: &str = "detention_places=0";

#[test]
fn who_leaves_voluntarily_within_the_period_is_gone_and_the_others_are_told_to_go_on_its_last_day() {
    let diaries = Diaries::of(&["voluntary_days=25"], 400);
    for way in diaries.who_left(Stage::DeparturePeriod, Exit::Voluntary) {
        let last = way.last().expect("a way has steps");
        assert!(stay(last) <= 28);
    }
    for (way, at) in diaries.who_moved(Stage::DeparturePeriod, Stage::Departure) {
        assert_eq!(stay(&way[at]), if way[at].who.track == Track::Safe { 0 } else { 28 });
        assert_eq!(way[at].who.dates.at(Moment::Returned), Some(way[at].who.entered));
    }
}

#[test]
fn a_rejection_as_manifestly_unfounded_leaves_no_time() {
    let diaries = Diaries::of(&[&every("safe_country_share", "1")], 400);
    let ends = leavers(&diaries, Stage::DeparturePeriod);
    let unfounded: Vec<_> = ends.iter().filter(|m| m.who.track == Track::Safe).collect();
    assert!(unfounded.len() > 20, "{}", unfounded.len());
    assert!(unfounded.iter().all(|m| stay(m) == 0));
}

#[test]
fn with_the_period_reception_ends_and_is_counted_as_ended_and_not_as_a_place_that_is_missing() {
    let diaries = Diaries::of(&["restricted_places=0"], 300);
    let mut counted = 0;
    for (way, at) in diaries.who_moved(Stage::DeparturePeriod, Stage::Departure) {
        let ended = |news: &Vec<(Day, News)>| news.contains(&(way[at].day, News::ReceptionEnded));
        let told = diaries.news.get(&way[at].who.key).is_some_and(ended);
        assert_eq!(told, way[at].who.roof != Roof::Elsewhere);
        counted += usize::from(told);
        if let Some(next) = way.get(at + 1) {
            assert_eq!(next.who.roof, Roof::Elsewhere);
        }
    }
    assert!(counted > 50, "{counted}");
}

#[test]
fn who_works_on_departure_has_twelve_weeks_in_a_freedom_restricting_location_if_it_has_a_place() {
    let diaries = Diaries::of(&[EVERYBODY_LEAVES, "restricted_places=25", "voluntary_days=150"], 500);
    let (mut turned_away, mut whole_term) = (0, 0);
    for (way, at) in diaries.who_moved(Stage::DeparturePeriod, Stage::Restricted) {
        assert!(!way[at].who.has_minors(way[at].day));
    }
    for step in leavers(&diaries, Stage::Restricted) {
        let has_place =
            step.who.roof == Roof::Place(doorstroom::engine::Tier::new(PlaceKind::Restricted as u8));
        if step.to == Some(Stage::Departure) {
            assert_eq!(stay(step), if has_place { 84 } else { 0 });
            turned_away += usize::from(!has_place);
            whole_term += usize::from(has_place);
        } else {
            assert!(stay(step) <= 84 && step.exit == Some(Exit::Voluntary));
        }
    }
    assert!(turned_away > 20 && whole_term > 20, "{turned_away} {whole_term}");
}

#[test]
fn a_family_stays_in_reception_until_its_youngest_is_eighteen() {
    let sets = [NOBODY_LEAVES, "family_staying_days=4000", "family_removal_share=0"];
    let diaries = Diaries::of(&sets, 1_000);
    for (way, at) in diaries.who_moved(Stage::DeparturePeriod, Stage::WithMinors) {
        let had = way[at].who.roof;
        assert!(way[at].who.has_minors(way[at].day));
        // Whoever has left has given the place back.
        if let Some(next) = way.get(at + 1).filter(|next| next.to.is_some()) {
            assert_eq!(next.who.roof == Roof::Elsewhere, had == Roof::Elsewhere);
        }
    }
    let grown = diaries.who_moved(Stage::WithMinors, Stage::Departure);
    assert!(grown.iter().all(|(way, at)| !way[*at].who.has_minors(way[*at].day)));
    // In a thousand days some do, and most do not.
    let came = diaries.who_moved(Stage::DeparturePeriod, Stage::WithMinors).len();
    assert!(grown.len() < came, "{} of {came}", grown.len());
}

#[test]
fn who_will_not_leave_is_detained_from_the_street_or_a_freedom_restricting_location_and_no_family_is() {
    let diaries = Diaries::of(&["cooperation_share=1", "restricted_places=200"], 400);
    for from in [Stage::Departure, Stage::Restricted] {
        for (way, at) in diaries.who_moved(from, Stage::Detention) {
            assert!(!way[at].who.has_minors(way[at].day));
        }
    }
    diaries.nobody_moved(Stage::WithMinors, Stage::Detention);
    diaries.nobody_moved(Stage::DeparturePeriod, Stage::Detention);
    let none = Diaries::of(&[FULL_DETENTION, "cooperation_share=1"], 300);
    none.nobody_moved(Stage::Departure, Stage::Detention);
    none.nobody_moved(Stage::Restricted, Stage::Detention);
}

#[test]
fn with_a_travel_document_and_an_escort_somebody_is_removed_and_without_one_nobody_is() {
    let diaries = Diaries::of(&[], 400);
    for way in diaries.who_left(Stage::Removal, Exit::Forced) {
        let before = way.iter().rev().nth(1);
        let from = before.and_then(|step| step.from);
        assert!(matches!(from, None | Some(Stage::Detention | Stage::WithMinors)), "{from:?}");
    }
    let no_documents = Diaries::of(&[&every("travel_document_share", "0")], 300);
    no_documents.nobody_moved(Stage::Departure, Stage::Detention);
    no_documents.nobody_moved(Stage::Detention, Stage::Removal);
    no_documents.nobody_moved(Stage::WithMinors, Stage::Removal);
}

#[test]
fn who_is_detained_without_prospect_or_for_the_longest_term_is_released() {
    let short = ["detention_term=20", "detention_extension=0", "escort_capacity=0", "family_removal_share=0"];
    let diaries = Diaries::of(&short, 300);
    diaries.who_moved(Stage::Detention, Stage::Removal);
    for step in leavers(&diaries, Stage::Detention) {
        assert!(stay(step) <= 20);
    }
    for way in diaries.who_left(Stage::Removal, Exit::WithoutRight) {
        let last = way.iter().find(|m| m.from == Some(Stage::Removal)).expect("they waited for a flight");
        let before = |m: &&Move| m.from == Some(Stage::Detention) && m.who.visit == last.who.visit;
        let inside = way.iter().find(before).map_or(0, stay);
        // The time for the document and the wait for the flight together.
        assert_eq!(inside + stay(last), 20);
    }
    let free = Diaries::of(&[], 400);
    for way in free.who_left(Stage::Detention, Exit::WithoutRight) {
        let last = way.iter().find(|m| m.from == Some(Stage::Detention)).expect("they were detained");
        assert!(stay(last) <= 183 + 365);
    }
}

#[test]
fn a_shorter_term_of_detention_releases_those_beyond_it_that_day() {
    let diaries = Diaries::of(
        &["detention_term=10@2026-06-01", "detention_extension=0@2026-06-01", "no_prospect_days=400"],
        200,
    );
    let day = Day::from_ymd(2026, 6, 1).expect("a day");
    let released = leavers(&diaries, Stage::Detention).into_iter().filter(|m| m.day == day).count();
    assert!(released > 50, "{released}");
    let later = leavers(&diaries, Stage::Detention).into_iter().filter(|m| m.day > day);
    assert!(later.into_iter().all(|m| stay(m) <= 10));
}

#[test]
fn who_went_out_of_sight_or_was_released_may_apply_again() {
    let diaries = Diaries::of(&["repeat_share=1", "repeat_delay=40"], 500);
    for from in [Stage::Departure, Stage::Detention, Stage::WithMinors] {
        diaries.who_moved(from, Stage::Away);
    }
    for (way, at) in diaries.who_moved(Stage::Away, Stage::Registration) {
        assert!(matches!(way[at - 1].exit, Some(Exit::Unsupervised | Exit::WithoutRight)));
    }
    for (way, at) in diaries.who_moved(Stage::Registration, Stage::Admissibility) {
        assert!(way[at].who.visit > 0);
    }
    for (way, at) in diaries.who_moved(Stage::Admissibility, Stage::AppealTerm) {
        assert!(diaries.news[&way[at].who.key].contains(&(way[at].day, News::Inadmissible)));
    }
    diaries.who_moved(Stage::Admissibility, Stage::Interview);
    let repeated = |news: &Vec<(Day, News)>| news.iter().any(|(_, n)| *n == News::RepeatApplication);
    assert!(diaries.news.values().filter(|news| repeated(news)).count() > 100);
}

#[test]
fn whose_return_is_forced_by_law_has_no_period_to_leave_and_whoever_was_told_to_leave_before_keeps_theirs() {
    let sets = ["mandatory_forced_share=1@2026-06-01", "departure_period=30@2026-06-01"];
    let diaries = Diaries::of(&[NOBODY_LEAVES, sets[0], sets[1], "staying_days=1500"], 300);
    let from = Day::from_ymd(2026, 6, 1).expect("a day");
    let (mut before, mut since) = (0, 0);
    for (way, at) in diaries.who_moved(Stage::DeparturePeriod, Stage::Departure) {
        let told = way[at].who.dates.at(Moment::Returned).expect("they were told");
        if way[at].who.track == Track::Safe {
            continue;
        }
        if told >= from {
            assert_eq!(stay(&way[at]), 0);
            since += 1;
        } else {
            assert!(stay(&way[at]) >= 28 || way[at].day >= from);
            before += 1;
        }
    }
    assert!(before > 20 && since > 20, "{before} {since}");
}

#[test]
fn who_is_released_without_a_document_goes_to_a_hub_while_it_has_a_place_and_no_longer_stays() {
    let sets = [every("hub_nationalities", "true"), every("travel_document_share", "0")];
    let diaries = Diaries::of(&[&sets[0], &sets[1], "hub_places=30", "hub_days=60"], 400);
    let mut there: Vec<(Day, i32)> = Vec::new();
    for step in diaries.moves.values().flatten() {
        let persons = i32::from(step.who.persons);
        if step.to == Some(Stage::Hub) {
            assert_eq!((step.from, step.exit), (Some(Stage::Detention), Some(Exit::Forced)));
            assert!(!step.who.unaccompanied);
            there.push((step.day, persons));
        } else if step.from == Some(Stage::Hub) {
            assert_eq!(step.exit, Some(Exit::FromHub));
            there.push((step.day, -persons));
        }
    }
    there.sort();
    let mut now = 0;
    assert!(there.iter().all(|(_, change)| {
        now += change;
        (0..=30).contains(&now)
    }));
    assert!(there.len() > 50, "{}", there.len());
    let none = Diaries::of(&[&sets[1]], 200);
    none.nobody_moved(Stage::Detention, Stage::Hub);
}
