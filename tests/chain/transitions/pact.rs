//! Two persons at the change of law: one lodged before 12 June 2026, one since, each under the procedure that binds them.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{AppealKind, Outcome, Roof, Stage, Track};
use doorstroom::policy::{Moment, Nationality};
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
        "further_interview_share=0",
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
fn a_higher_threshold_sends_more_of_those_who_get_protection_through_the_accelerated_procedure() {
    let granted = |threshold: f64| {
        let set = format!("recognition_threshold={threshold}@2026-06-12");
        let diaries = Diaries::in_force(&[&set], 540);
        let found = diaries.moves.values().filter(|way| {
            let accelerated = way.iter().any(|step| step.who.track == Track::Accelerated);
            accelerated && way.iter().any(|step| step.who.outcome.is_some_and(Outcome::is_grant))
        });
        found.count()
    };
    let (fifth, half) = (granted(0.2), granted(0.5));
    assert!(fifth > 0 && half > fifth, "{fifth} {half}");
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
        for step in way.iter().skip(1) {
            if step.from != Some(Stage::Border) {
                continue;
            }
            assert!(!step.who.unaccompanied && !step.who.has_minors(step.day));
            let longest = if lodged(step) >= pact() { 84 } else { 28 };
            // Screening and lodging are within the weeks.
            let stay = (step.day - step.who.dates.at(Moment::Registered).expect("registered")).0;
            if step.to == Some(Stage::Interview) {
                assert_eq!(stay, longest);
                let_in += 1;
            } else {
                assert!(stay <= longest);
                decided += 1;
            }
        }
    }
    assert!(decided > 0, "{decided} decided, {let_in} let in");
}

#[test]
fn a_border_without_officers_lets_everyone_in_after_twelve_weeks() {
    let diaries = Diaries::in_force(&["border_share=1", "decision_staff=0@2026-06-01"], 500);
    let mut let_in = 0;
    for (way, at) in diaries.who_moved(Stage::Border, Stage::Interview) {
        if lodged(&way[at]) >= pact() {
            assert_eq!((way[at].day - way[at].who.dates.at(Moment::Registered).expect("registered")).0, 84);
            let_in += 1;
        }
    }
    assert!(let_in > 20, "{let_in}");
    let decided = |m: &Move| m.from == Some(Stage::Border) && m.to == Some(Stage::AppealTerm);
    assert!(!diaries.moves.values().flatten().any(|m| decided(m) && lodged(m) >= pact()));
}

#[test]
fn a_border_without_places_takes_nobody() {
    Diaries::in_force(&["border_share=1", "border_places=0"], 500)
        .nobody_moved(Stage::Lodging, Stage::Border);
}

#[test]
fn what_could_have_been_said_before_makes_a_repeat_application_inadmissible_only_if_it_is_lodged_since() {
    let sets =
        ["repeat_share=1", "repeat_delay=40", "could_have_share=1", "registration_capacity=5000@2026-01-02"];
    let diaries = Diaries::in_force(&sets, 700);
    let (mut before, mut since) = (0, 0);
    for way in diaries.moves.values() {
        for at in 1..way.len() {
            let step = &way[at];
            if step.from != Some(Stage::Admissibility) || way[at - 1].from.is_none() {
                continue;
            }
            assert!(step.who.visit > 0);
            if lodged(step) >= pact() {
                assert_eq!((step.to, step.who.outcome), (Some(Stage::AppealTerm), Some(Outcome::Rejected)));
                since += 1;
            } else {
                before += i32::from(step.to == Some(Stage::Interview));
            }
        }
    }
    assert!(before > 10 && since > 100, "{before} {since}");
}

#[test]
fn who_applies_for_a_third_time_since_the_pact_has_no_place_while_it_is_examined_and_who_applies_twice_has() {
    let sets = ["repeat_share=1", "repeat_delay=20", "staying_days=20", "unsupervised_days=20"];
    let more = ["inadmissible_share=1", "own_housing_share=0", "appeal_share=0", "detention_places=0"];
    let sets: Vec<&str> = sets.into_iter().chain(more).collect();
    let diaries = Diaries::in_force(&sets, 900);
    let (mut without, mut with) = (0, 0);
    for (way, at) in diaries.moves.values().flat_map(|way| (1..way.len()).map(move |at| (way, at))) {
        let step = &way[at];
        if step.from != Some(Stage::Admissibility) || lodged(step) < pact() {
            continue;
        }
        if step.who.visit > 1 {
            assert_eq!(step.who.roof, Roof::Elsewhere, "{step:?}");
            without += 1;
        } else {
            assert_ne!(step.who.roof, Roof::Elsewhere, "{step:?}");
            with += 1;
        }
    }
    assert!(without > 10 && with > 50, "{without} {with}");
}

#[test]
fn who_reports_since_the_pact_is_screened_and_lodges_within_three_weeks_and_the_term_runs_from_then() {
    // Screening is shorter for who reports since a day in September, and lodging for who is registered since.
    let change = "2026-09-01".parse().expect("a date");
    let sets = ["border_share=0.3", "screening_days_territory=1@2026-09-01", "lodging_term=8@2026-09-01"];
    let diaries = Diaries::in_force(&sets, 330);
    let (mut short, mut long) = (0, 0);
    for (way, at) in diaries.who_moved(Stage::Screening, Stage::Lodging) {
        let dates = way[at].who.dates;
        let made = dates.at(Moment::Made).expect("they reported");
        assert!(made >= pact());
        let inland = if made < change { 3 } else { 1 };
        assert!([inland, 7].contains(&(way[at].day - made).0), "{:?}", way[at]);
        short += i32::from(made >= change);
        long += i32::from(made < change && way[at].day >= change);
    }
    assert!(short > 0 && long > 0, "{short} {long}");
    let mut kept = 0;
    let mut lodged_then = 0;
    for way in diaries.moves.values() {
        for at in 1..way.len() {
            let step = &way[at];
            let lodging = way[at - 1].to == Some(Stage::Lodging) && step.from == Some(Stage::Lodging);
            if !lodging {
                continue;
            }
            let registered = step.who.dates.at(Moment::Registered).expect("it was registered");
            assert!(days(way, at - 1, at) <= if registered < change { 21 } else { 8 });
            kept += i32::from(registered < change && step.day >= change && days(way, at - 1, at) > 8);
            assert_eq!(lodged(step), step.day);
            if step.to == Some(Stage::Interview) {
                assert_eq!(step.who.dates.at(Moment::Responsible), Some(step.day));
            }
            lodged_then += 1;
        }
    }
    assert!(lodged_then > 100 && kept > 0, "{lodged_then} {kept}");
    // Before the Pact an application is lodged on registration.
    let before = Diaries::of(&[], 200);
    before.nobody_moved(Stage::Registration, Stage::Screening);
    before.nobody_moved(Stage::Registration, Stage::Lodging);
}

#[test]
fn who_is_rejected_at_the_border_is_held_for_the_return_for_twelve_weeks_at_most_and_then_let_in() {
    let diaries =
        Diaries::in_force(&["border_share=1", "border_places=2000", "interim_granted_share=0"], 600);
    let (mut held, mut let_in) = (0, 0);
    for (way, at) in diaries.moves.values().flat_map(|way| (1..way.len()).map(move |at| (way, at))) {
        let step = &way[at];
        if step.from == Some(Stage::BorderReturn) {
            let stay = days(way, at - 1, at);
            assert!(stay <= 84);
            assert_eq!(step.who.roof, Roof::Elsewhere);
            if step.to == Some(Stage::Departure) {
                assert_eq!(stay, 84);
                let_in += 1;
            }
            held += 1;
        }
    }
    assert!(held > 20 && let_in > 0, "{held} {let_in}");
    diaries.who_moved(Stage::BorderReturn, Stage::Removal);
    Diaries::in_force(&["border_share=1", "return_border_longest=0@2026-06-12"], 400)
        .nobody_moved(Stage::AppealTerm, Stage::BorderReturn);
}

#[test]
fn each_clock_of_one_case_has_the_law_of_its_own_event() {
    let claimed = Nationality::KEYS.map(|nationality| format!("{nationality} = 0.6")).join(", ");
    let claimed = format!("dublin_share={{ {claimed} }}");
    let refused = "dublin_accepted={ germany = 0.4, france = 0.4, italy = 0.4, other = 0.4 }";
    let diaries = Diaries::in_force(&[&claimed, refused, "status_appeal_share=1"], 480);
    let july = "2026-07-01".parse().expect("a date");
    let (mut long, mut since, mut between) = (0, 0, 0);
    for (way, at) in diaries.moves.values().flat_map(|way| (1..way.len()).map(move |at| (way, at))) {
        let (step, dates) = (&way[at], way[at].who.dates);
        if way[at - 1].from.is_none() || step.who.visit > 0 || step.who.round > 0 {
            continue;
        }
        let Some(registered) = dates.at(Moment::Registered) else { continue };
        // The claim has the terms of the day of registration: Dublin III until 1 July.
        if step.from == Some(Stage::Claim) {
            let longest = if registered >= july { 61 + 14 } else { 91 + 30 };
            assert!(days(way, at - 1, at) <= longest, "{step:?}");
            long += i32::from(days(way, at - 1, at) > 61 + 14);
            since += i32::from(registered >= july);
        }
        // The procedure has that of lodging: some have a claim of the old law and a procedure of the new one.
        let heard = step.from == Some(Stage::Interview) && step.who.outcome == Some(Outcome::Rejected);
        if heard && lodged(step) >= pact() && registered < july && dates.at(Moment::Responsible).is_some() {
            assert_ne!(step.to, Some(Stage::Intention), "{step:?}");
            between += i32::from(way.iter().any(|step| step.from == Some(Stage::Claim)));
        }
    }
    assert!(long > 0 && since > 50 && between > 0, "{long} {since} {between}");
    // The status has that of the first decision, whatever law the procedure had.
    let (mut old, mut new) = (0, 0);
    for (way, at) in diaries.who_moved(Stage::Decision, Stage::Matching) {
        let who = way[at].who;
        if who.outcome != Some(Outcome::Subsidiary) || who.relative || who.visit > 0 || who.round > 0 {
            continue;
        }
        let decided = who.dates.at(Moment::Decided).expect("a grant is a decision");
        let appealed = diaries.moves.contains_key(&who.key.relative(1 << 25));
        assert_eq!(appealed, decided >= pact(), "{:?}", way[at]);
        *(if appealed { &mut new } else { &mut old }) += i32::from(lodged(&way[at]) < pact());
    }
    assert!(old > 0 && new > 0, "{old} {new}");
}
