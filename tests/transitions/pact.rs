//! Two persons at the change of law: one lodged before 12 June 2026, one since, each under the procedure that binds them.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{AppealKind, Outcome, Stage, Track};
use doorstroom::policy::Moment;
use doorstroom::time::Day;

fn pact() -> Day {
    "2026-06-12".parse().expect("a date")
}

fn lodged(step: &Move) -> Day {
    step.who.dates.at(Moment::Lodged).expect("whoever is heard has lodged an application")
}

/// Old cases that wait on the day of the change are heard from 2027 on only.
fn slow() -> Diaries {
    let sets = [
        "decision_staff=150",
        "old_cases_open=false@2026-06-12",
        "old_cases_open=true@2027-01-01",
        "new_cases_share=0.5@2026-06-12",
    ];
    Diaries::in_force(&sets, 900)
}

/// Everybody in whom the officers took up the first application.
fn heard(diaries: &Diaries) -> impl Iterator<Item = (&[Move], usize)> {
    diaries.moves.values().filter_map(|way| {
        let at =
            way.iter().position(|m| m.from == Some(Stage::Interview) && m.to != Some(Stage::Moratorium))?;
        (way[at].who.track != Track::Claimed && way[at].to != Some(Stage::Claim))
            .then_some((way.as_slice(), at))
    })
}

#[test]
fn who_lodged_before_keeps_the_intention_however_late_the_decision() {
    let diaries = slow();
    let mut late = 0;
    for (way, at) in heard(&diaries) {
        let rejected = way[at].who.outcome == Some(Outcome::Rejected);
        let intended = way[at].to == Some(Stage::Intention);
        assert_eq!(intended, rejected && lodged(&way[at]) < pact(), "{:?}", way[at]);
        late += i32::from(intended && way[at].day >= "2027-01-01".parse().unwrap());
    }
    assert!(late > 0, "nobody lodged before the Pact was decided in 2027");
}

#[test]
fn the_term_to_appeal_is_that_of_the_law_on_the_day_of_lodging() {
    let diaries = slow();
    let (mut before, mut since) = (0, 0);
    for way in diaries.moves.values() {
        for at in 1..way.len() {
            let step = &way[at];
            let whole = way[at - 1].to == Some(Stage::AppealTerm) && way[at - 1].from.is_some();
            if step.from != Some(Stage::AppealTerm) || !whole || step.who.round > 0 || step.who.visit > 0 {
                continue;
            }
            let term = days(way, at - 1, at);
            let new = lodged(step) >= pact();
            match (step.who.appeal(), new) {
                (AppealKind::Extended, false) => assert_eq!(term, 28),
                (AppealKind::Extended, true) => assert_eq!(term, 14),
                (_, _) => assert_eq!(term, 7),
            }
            // Nobody who lodged since has the short term of the general procedure.
            assert!(!new || step.who.appeal() != AppealKind::General);
            *(if new { &mut since } else { &mut before }) += 1;
        }
    }
    assert!(before > 0 && since > 0, "{before} {since}");
}

#[test]
fn only_who_lodged_since_is_accelerated_and_no_unaccompanied_minor_is() {
    let diaries = slow();
    let mut accelerated = 0;
    for (way, at) in heard(&diaries) {
        if way[at].who.track == Track::Accelerated {
            assert!(lodged(&way[at]) >= pact());
            assert!(!way[at].who.unaccompanied);
            accelerated += 1;
        }
    }
    assert!(accelerated > 0);
}

#[test]
fn nobody_of_the_old_stock_is_heard_in_order_while_it_is_not_taken_up() {
    let diaries = slow();
    let closed = pact().."2026-10-01".parse().unwrap();
    for (way, at) in heard(&diaries) {
        let ahead = way[at].who.priority || way[at].who.track == Track::Safe;
        // Taken up before, the interview may end on the first days.
        let begun = closed.contains(&way[at].day) && (way[at].day - pact()).0 > 7;
        assert!(!begun || ahead || lodged(&way[at]) >= pact(), "{:?}", way[at]);
    }
}

#[test]
fn whoever_is_at_the_border_is_decided_there_or_let_in_after_twelve_weeks() {
    let diaries = Diaries::in_force(&["border_share=1", "decision_staff=60"], 900);
    let (mut decided, mut let_in) = (0, 0);
    for way in diaries.moves.values() {
        for at in 1..way.len() {
            let step = &way[at];
            if step.from != Some(Stage::Border) {
                continue;
            }
            assert!(lodged(step) >= pact() && !step.who.unaccompanied && !step.who.has_minors(step.day));
            let stay = days(way, at - 1, at);
            if step.to == Some(Stage::Interview) {
                assert_eq!(stay, 84);
                let_in += 1;
            } else {
                assert!(stay <= 84);
                decided += 1;
            }
        }
    }
    assert!(decided > 0, "{decided} decided, {let_in} let in");
}

#[test]
fn a_border_without_officers_lets_everyone_in_after_twelve_weeks() {
    let diaries = Diaries::in_force(&["border_share=1", "decision_staff=0@2026-06-01"], 500);
    for (way, at) in diaries.who_moved(Stage::Border, Stage::Interview) {
        assert_eq!(days(way, at - 1, at), 84);
    }
    diaries.nobody_moved(Stage::Border, Stage::AppealTerm);
}

#[test]
fn a_border_without_places_takes_nobody() {
    Diaries::in_force(&["border_share=1", "border_places=0"], 500)
        .nobody_moved(Stage::Registration, Stage::Border);
}
