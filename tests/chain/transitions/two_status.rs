//! The legal moves that two statuses bring, seen in households that are followed one by one.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{Exit, News, Outcome, Stage, StatusNews};
use doorstroom::policy::Moment;
use doorstroom::time::Day;

/// The day on which the rules of these tests begin.
const FROM: &str = "2026-12-01";

fn from() -> Day {
    Day::from_ymd(2026, 12, 1).expect("a day")
}

/// A small chain in which officers decide much and no queue is long, two statuses differ from a day on, and nothing else
/// that came with them holds unless it is named.
fn diaries(more: &[&str], length: i32) -> Diaries {
    let room = ["decision_staff=3000", "family_capacity=400000", "court_capacity=200000"];
    let none = ["family_pending_at_start=0", "family_travelling_at_start=0", "appeals_at_start=0"];
    let off = [
        "family_wait_b=0",
        "family_income_req_b=false",
        "family_housing_req_b=false",
        "family_nuclear_only=false",
        "family_pending_rule=old",
        "status_appeal_share=0",
    ];
    let name = |set: &str| set.split('=').next().map(str::to_owned);
    let told = |set: &&&str| !more.iter().any(|m| name(m) == name(set));
    let begins = format!("two_status=true@{FROM}");
    let sets: Vec<&str> = room
        .iter()
        .chain(&none)
        .chain(&off)
        .filter(told)
        .chain(more)
        .copied()
        .chain([begins.as_str()])
        .collect();
    Diaries::of(&sets, length)
}

fn on_day(lever: &str) -> String {
    format!("{lever}@{FROM}")
}

#[test]
fn subsidiary_protection_is_appealed_for_refugee_status_while_its_holder_lives_on_as_a_permit_holder() {
    let diaries = diaries(&["status_appeal_share=1", "status_appeal_upheld=1"], 700);
    let mut raised = 0;
    for (way, at) in diaries.who_moved(Stage::Decision, Stage::Matching) {
        let granted = &way[at];
        let file = granted
            .who
            .key
            .relative(1 << 25 | u32::from(granted.who.visit) << 8 | u32::from(granted.who.round));
        let b = granted.who.outcome == Some(Outcome::Subsidiary) && !granted.who.relative;
        let appealed = diaries.moves.get(&file);
        assert_eq!(appealed.is_some(), b && granted.day >= from(), "{granted:?}");
        let Some(file) = appealed else { continue };
        assert_eq!((file[0].to, file[0].day), (Some(Stage::StatusAppealPreparation), granted.day));
        let last = file.last().expect("a step");
        if last.exit != Some(Exit::StatusRaised) {
            continue;
        }
        // Whatever happens to the holder after the ruling happens to a refugee.
        for later in way.iter().filter(|m| m.day > last.day) {
            assert_eq!(later.who.outcome, Some(Outcome::Refugee));
            raised += 1;
        }
        assert!(
            way[at + 1..]
                .iter()
                .all(|m| m.day > last.day || m.who.outcome == Some(Outcome::Subsidiary) || m.day == last.day)
        );
    }
    assert!(raised > 0);
    diaries.who_moved(Stage::StatusAppealPreparation, Stage::StatusAppeal);
}

#[test]
fn a_lost_appeal_for_refugee_status_ends_or_goes_to_the_council_of_state() {
    let diaries = diaries(&["status_appeal_share=1", "status_appeal_upheld=0"], 700);
    diaries.who_moved(Stage::StatusAppeal, Stage::FurtherAppealTerm);
    diaries.who_left(Stage::StatusAppeal, Exit::OnPaper);
    assert!(!diaries.moves.values().flatten().any(|m| m.exit == Some(Exit::StatusRaised)));
}

#[test]
fn relatives_of_subsidiary_protection_wait_from_the_permit_and_those_of_refugees_do_not() {
    let diaries = diaries(&[&on_day("family_wait_b=200")], 900);
    for (way, at) in diaries.who_moved(Stage::FamilyTerm, Stage::FamilyWaiting) {
        assert_eq!(way[at].who.outcome, Some(Outcome::Subsidiary));
        assert!(way[at].day >= from());
    }
    for (way, at) in diaries.who_moved(Stage::FamilyWaiting, Stage::FamilyPreparation) {
        let granted = way[at].who.dates.at(Moment::Granted).expect("a permit");
        assert_eq!((way[at].day - granted).0.max(200), (way[at].day - granted).0);
    }
    for (way, at) in diaries.who_moved(Stage::FamilyTerm, Stage::FamilyPreparation) {
        assert!(way[at].day < from() || way[at].who.outcome != Some(Outcome::Subsidiary));
    }
}

#[test]
fn a_waiting_period_from_the_application_is_over_sooner() {
    let sets = [on_day("family_wait_b=365"), "family_wait_start=application".to_owned()];
    let diaries = diaries(&[&sets[0], &sets[1]], 900);
    let mut sooner = 0;
    for (way, at) in diaries.who_moved(Stage::FamilyWaiting, Stage::FamilyPreparation) {
        let granted = way[at].who.dates.at(Moment::Granted).expect("a permit");
        // Of who was with the courts at the start the application is not known; the permit counts.
        let asked = way[at].who.dates.at(Moment::Made).unwrap_or(granted);
        assert!((way[at].day - asked).0 >= 365);
        sooner += i32::from((way[at].day - granted).0 < 365);
    }
    assert!(sooner > 0);
}

#[test]
fn an_appeal_for_refugee_status_that_is_won_ends_the_waiting_period() {
    let wait = on_day("family_wait_b=3650");
    let diaries = diaries(&[&wait, "status_appeal_share=1", "status_appeal_upheld=1"], 700);
    for (way, at) in diaries.who_moved(Stage::FamilyWaiting, Stage::FamilyPreparation) {
        assert_eq!(way[at].who.outcome, Some(Outcome::Refugee));
    }
}

#[test]
fn relatives_whose_sponsor_lacks_income_wait_for_it() {
    let none = "family_income_share={ 1 = 0, 2 = 0, 3 = 0, 4 = 0, 5 = 0, 6 = 0 }";
    let never = diaries(&[&on_day("family_income_req_b=true"), none], 800);
    never.who_moved(Stage::FamilyWaiting, Stage::FamilyIncome);
    never.nobody_moved(Stage::FamilyIncome, Stage::FamilyPreparation);
    let most = "family_income_share={ 1 = 0.9, 2 = 1, 3 = 1, 4 = 1, 5 = 1, 6 = 1 }";
    let some = diaries(&[&on_day("family_income_req_b=true"), most], 800);
    for (way, at) in some.who_moved(Stage::FamilyIncome, Stage::FamilyPreparation) {
        assert!(days(way, at - 1, at) > 0);
    }
}

#[test]
fn relatives_whose_sponsor_lacks_a_dwelling_apply_on_the_day_it_comes() {
    let diaries = diaries(
        &[
            &on_day("family_housing_req_b=true"),
            "housing_supply=40",
            "permit_holders_at_start=0",
            "transit_places=0",
        ],
        900,
    );
    let mut seen = 0;
    for way in diaries.moves.values() {
        let Some(housed) = way.iter().find(|m| m.exit == Some(Exit::Housed)) else { continue };
        let family = diaries.moves.get(&housed.who.key.relative(u32::from(housed.who.visit)));
        let waited =
            |m: &&Move| m.from == Some(Stage::FamilyDwelling) && m.to == Some(Stage::FamilyPreparation);
        let Some(applied) = family.and_then(|way| way.iter().find(waited)) else { continue };
        if applied.who.outcome == Some(Outcome::Subsidiary) {
            assert!(applied.day >= housed.day);
            seen += i32::from(applied.day == housed.day);
        }
    }
    assert!(seen > 0);
    // Who had to show a dwelling is not sent to reception.
    for (way, at) in diaries.who_moved(Stage::FamilyDwelling, Stage::FamilyPreparation) {
        assert!(!way[at..].iter().any(|m| m.to == Some(Stage::Matching)));
    }
}

#[test]
fn of_the_wider_family_nobody_may_apply_and_some_look_for_another_way() {
    let sets = [on_day("family_nuclear_only=true"), "family_nuclear_share=0.5".to_owned()];
    let diaries = diaries(&[&sets[0], &sets[1], "family_article8_share=0.5"], 800);
    for (way, at) in diaries.who_moved(Stage::FamilyTerm, Stage::FamilyOutside) {
        assert!(way[at].day >= from());
    }
    diaries.who_moved(Stage::FamilyOutside, Stage::FamilyArticle8);
}

/// Applications pile up before that day, since the unit is slow.
fn pending(rule: &[&str], length: i32) -> Diaries {
    let wait = on_day("family_wait_b=730");
    let slow: Vec<&str> = ["family_capacity=400", "family_pilot_share=0.1", wait.as_str()]
        .into_iter()
        .chain(rule.iter().copied())
        .collect();
    diaries(&slow, length)
}

#[test]
fn pending_applications_that_the_rule_touches_are_held_but_for_a_few_that_are_refused() {
    let rule = on_day("family_pending_rule=pilot_and_freeze");
    let diaries = pending(&[&rule, "family_pending_rule=court_restores_old@2027-08-01"], 1_100);
    let until = Day::from_ymd(2027, 8, 1).expect("a day");
    for (way, at) in diaries.who_moved(Stage::FamilyDecision, Stage::FamilyHeld) {
        assert_eq!(way[at].day, from());
        assert_eq!(way[at].who.outcome, Some(Outcome::Subsidiary));
    }
    for (way, at) in diaries.who_moved(Stage::FamilyHeld, Stage::FamilyDecision) {
        assert_eq!(way[at].day, until);
    }
    let refused =
        |news: &Vec<(Day, News)>| news.iter().any(|(_, n)| *n == News::Status(StatusNews::FamilyRefused));
    let pilots: Vec<_> = diaries.news.iter().filter(|(_, news)| refused(news)).collect();
    assert!(!pilots.is_empty());
    // A court that restores the old law gives the pilots their decision too.
    diaries.who_moved(Stage::FamilyObjection, Stage::FamilyDecision);
    // Relatives of refugees are decided on meanwhile.
    let decided = diaries.who_moved(Stage::FamilyDecision, Stage::FamilyVisa);
    let meanwhile = decided.iter().filter(|(way, at)| (from()..until).contains(&way[*at].day));
    assert!(meanwhile.clone().count() > 0);
    for (way, at) in meanwhile {
        assert_ne!(way[*at].who.outcome, Some(Outcome::Subsidiary));
    }
}

#[test]
fn under_the_new_rule_pending_applications_are_refused_and_asked_anew_after_the_wait() {
    let rule = on_day("family_pending_rule=apply_new");
    let sets = [rule.as_str(), "family_wait_b=300@2028-02-01", "family_objection_share=0"];
    let diaries = pending(&sets, 1_100);
    for (way, at) in diaries.who_moved(Stage::FamilyDecision, Stage::FamilyWaiting) {
        assert!(way[at].day >= from());
        assert_eq!(way[at].who.outcome, Some(Outcome::Subsidiary));
    }
    let back = diaries.who_moved(Stage::FamilyWaiting, Stage::FamilyPreparation);
    assert!(back.iter().any(|(way, at)| way[..*at].iter().any(|m| m.from == Some(Stage::FamilyDecision))));
    diaries.nobody_moved(Stage::FamilyDecision, Stage::FamilyHeld);
}

#[test]
fn the_emergency_brake_holds_subsidiary_protection_only_and_lets_hardship_through() {
    let sets = [on_day("family_brake_b=true"), "family_brake_hardship=0.3".to_owned()];
    let diaries = diaries(&[&sets[0], &sets[1]], 700);
    for (way, at) in diaries.who_moved(Stage::FamilyPreparation, Stage::FamilyHeld) {
        assert_eq!(way[at].who.outcome, Some(Outcome::Subsidiary));
    }
    let decided = diaries.who_moved(Stage::FamilyPreparation, Stage::FamilyDecision);
    let hard = |(way, at): &&(&[Move], usize)| {
        way[*at].day > from() && way[*at].who.outcome == Some(Outcome::Subsidiary)
    };
    assert!(decided.iter().any(|one| hard(&one)));
}
