//! Each legal move of the old law, seen in persons who are followed one by one.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{Exit, Late, News, Outcome, Stage, Track};
use doorstroom::policy::{Language, Moment, Nationality};
use doorstroom::time::Day;

const ALL_CLAIMED: &str = "dublin_share={ syria = 1, eritrea = 1, turkiye = 1, afghanistan = 1, iraq = 1, algeria = 1, iran = 1, unknown = 1, morocco = 1, yemen = 1, somalia = 1, nigeria = 1, stateless = 1, pakistan = 1, albania = 1, ukraine = 1, moldova = 1, sudan = 1, other = 1 }";

#[test]
fn a_claim_is_answered_within_its_terms_and_a_refused_one_opens_the_dutch_procedure() {
    let diaries = Diaries::of(&[ALL_CLAIMED], 400);
    for (way, at) in diaries.who_moved(Stage::Claim, Stage::Interview) {
        assert!(days(way, at - 1, at) <= 91 + 30);
        // The decision term begins on the day the claim failed, not on registration.
        assert_eq!(way[at].who.dates.at(Moment::Responsible), Some(way[at].day));
        assert!(way[at].who.dates.at(Moment::Registered) < Some(way[at].day));
    }
    for (way, at) in diaries.who_moved(Stage::Claim, Stage::Accepted) {
        assert!((15..=91 + 30).contains(&days(way, at - 1, at)));
        assert_eq!(way[at].who.dates.at(Moment::Accepted), Some(way[at].day));
    }
}

/// When the term for a transfer began: on acceptance, or when a court no longer suspended it.
fn clock(step: &Move) -> Option<Day> {
    let dates = step.who.dates;
    dates.at(Moment::Returned).or(dates.at(Moment::Accepted))
}

#[test]
fn no_claim_is_made_on_another_state_for_an_unaccompanied_minor() {
    let diaries = Diaries::of(&[ALL_CLAIMED], 120);
    for (way, at) in diaries.who_moved(Stage::Registration, Stage::Claim) {
        assert!(!way[at].who.unaccompanied);
    }
    let spared = diaries.who_moved(Stage::Registration, Stage::Interview);
    assert!(spared.iter().any(|(way, at)| way[*at].who.unaccompanied));
}

#[test]
fn after_the_transfer_decision_comes_the_transfer_or_the_term_passes_after_six_months() {
    let diaries = Diaries::of(&[ALL_CLAIMED], 700);
    for way in diaries.who_left(Stage::Transfer, Exit::Transferred) {
        let last = way.last().expect("a way has steps");
        let since = clock(last).expect("nobody is transferred without acceptance");
        assert!((last.day - since).0 < if last.who.visit == 0 { 183 } else { 548 });
    }
    let mut on_the_day = 0;
    for (way, at) in diaries.who_moved(Stage::Transfer, Stage::Interview) {
        let since = clock(&way[at]).expect("nothing lapses without acceptance");
        let first = way[at].who.visit == 0;
        assert!((way[at].day - since).0 >= 183);
        on_the_day += usize::from(first && (way[at].day - since).0 == 183);
    }
    assert!(on_the_day > 20);
}

#[test]
fn bound_by_acceptance_a_transfer_has_the_term_of_the_day_on_which_the_other_state_accepted() {
    let text = "[levers.inflow_scale]\ninitial = 0.1\nsource = \"assumption: a test\"\nlegal_status = \"factual\"\n\
                [levers.transfer_term]\nbinds = \"accepted\"\n2026-06-01 = 60\n2026-07-01 = 60\nsource = \"assumption: a test\"\n\
                legal_status = \"hypothetical\"\n";
    let change: Day = "2026-06-01".parse().expect("a date");
    let diaries = Diaries::written(text, 400);
    let (mut kept, mut since) = (0, 0);
    for (way, at) in diaries.who_moved(Stage::Transfer, Stage::Interview) {
        let who = &way[at].who;
        let (Some(accepted), None) = (who.dates.at(Moment::Accepted), who.dates.at(Moment::Returned)) else {
            continue;
        };
        let term = if accepted < change { 183 } else { 60 };
        assert!((way[at].day - accepted).0 >= term, "{:?}", way[at]);
        kept += i32::from(accepted < change && way[at].day >= change);
        since += i32::from(accepted >= change && (way[at].day - accepted).0 < 183);
    }
    assert!(kept > 0 && since > 0, "{kept} {since}");
}

#[test]
fn who_absconds_and_comes_back_within_eighteen_months_can_still_be_transferred() {
    let back = ["dublin_absconding=1", "absconding_days=20", "repeat_share=1", "repeat_delay=60"];
    let sets: Vec<&str> = back.iter().chain(&[ALL_CLAIMED]).copied().collect();
    let diaries = Diaries::of(&sets, 900);
    diaries.who_moved(Stage::Transfer, Stage::Away);
    for (way, at) in diaries.who_moved(Stage::Registration, Stage::Transfer) {
        let since = clock(&way[at]).expect("they were accepted before");
        assert!((way[at].day - since).0 < 548);
    }
    // Beyond that the Netherlands decides, and makes no second claim.
    for (way, at) in diaries.who_moved(Stage::Registration, Stage::Interview) {
        if let Some(since) = way[at].who.dates.at(Moment::Accepted) {
            assert!((way[at].day - since).0 >= 548);
        }
    }
}

#[test]
fn a_shorter_transfer_term_makes_those_beyond_it_due_that_day() {
    let diaries = Diaries::of(&[ALL_CLAIMED, "transfer_term=30@2026-10-01"], 330);
    let cut = Day::from_ymd(2026, 10, 1).expect("a day");
    let lapsed_that_day = diaries.who_moved(Stage::Transfer, Stage::Interview);
    assert!(lapsed_that_day.iter().filter(|(way, at)| way[*at].day == cut).count() > 20);
}

#[test]
fn who_withdraws_is_closed_and_departs() {
    let diaries = Diaries::of(&[], 500);
    for (way, at) in diaries.who_moved(Stage::Withdrawal, Stage::Closing) {
        if let Some(next) = way.get(at + 1) {
            assert_eq!(next.to, Some(Stage::DeparturePeriod));
        }
    }
}

#[test]
fn who_is_sent_back_by_another_state_goes_on_with_an_open_case_or_departs() {
    let diaries = Diaries::of(&["incoming_transfers=5000"], 60);
    diaries.who_moved(Stage::Registration, Stage::DeparturePeriod);
    let none = Diaries::of(&["incoming_transfers=0"], 60);
    none.nobody_moved(Stage::Registration, Stage::DeparturePeriod);
}

const NOBODY_DECIDES: &str = "decision_staff=0";

#[test]
fn a_rejection_has_an_intention_and_a_view_and_a_grant_has_neither() {
    let diaries = Diaries::of(
        &[
            "withdrawn_share={ syria = 0, eritrea = 0, turkiye = 0, afghanistan = 0, iraq = 0, algeria = 0, iran = 0, unknown = 0, morocco = 0, yemen = 0, somalia = 0, nigeria = 0, stateless = 0, pakistan = 0, albania = 0, ukraine = 0, moldova = 0, sudan = 0, other = 0 }",
        ],
        300,
    );
    for (way, at) in diaries.who_moved(Stage::Interview, Stage::Intention) {
        if let Some(next) = way.get(at + 1) {
            assert_eq!(next.to, Some(Stage::View));
        }
    }
    for (way, at) in diaries.who_moved(Stage::View, Stage::Decision) {
        // A day in the general procedure, four weeks in the extended one.
        assert_eq!(days(way, at - 1, at), if way[at].who.extended { 28 } else { 1 });
    }
    for (way, at) in diaries.who_moved(Stage::Decision, Stage::Matching) {
        let turned = way[at - 1].from == Some(Stage::View);
        let heard = matches!(way[at - 1].from, Some(Stage::Interview | Stage::FurtherInterview));
        assert!(turned || heard || way[at].who.round > 0);
    }
    for (way, at) in diaries.who_moved(Stage::Decision, Stage::AppealTerm) {
        assert!(way[at - 1].from == Some(Stage::View) || way[at].who.round > 0);
    }
}

#[test]
fn without_an_interpreter_of_their_language_nobody_is_heard_and_others_are() {
    let hours = "interpreter_hours={ arabic = 400, persian = 400, tigrinya = 0, somali = 400, turkish = 400, other = 400 }";
    let diaries = Diaries::of(&[hours], 120);
    let heard = diaries.who_moved(Stage::Interview, Stage::Decision);
    let language = |way: &[Move]| way[0].who.nationality.language();
    assert!(heard.iter().all(|(way, _)| language(way) != Language::Tigrinya));
    assert!(heard.iter().any(|(way, _)| language(way) == Language::Arabic));
}

#[test]
fn a_late_decision_brings_notice_then_appeal_then_a_term_of_the_court_and_a_penalty() {
    // The term is shorter for those for whom the Netherlands is responsible from a day in June on.
    let change: Day = "2026-06-01".parse().expect("a date");
    let late = [
        "notice_share=1",
        "notice_delay=0",
        "late_appeal_share=1",
        "decision_staff=1500@2027-09-01",
        "decision_term=100@2026-06-01",
    ];
    // Officers come at once: neither hired one by one nor trained first.
    let small =
        ["decision_staff=0", "further_extension_share=0", "decision_hiring=100000", "training_days=0"];
    let sets: Vec<&str> = small.iter().chain(&late).copied().collect();
    let diaries = Diaries::of(&sets, 760);
    let (mut paid, mut kept, mut since) = (0, 0, 0);
    for news in diaries.news.values() {
        let day = |wanted: fn(&News) -> bool| news.iter().find(|(_, n)| wanted(n)).map(|(day, _)| *day);
        let Some(notice) = day(|n| matches!(n, News::NoticeOfDefault)) else { continue };
        // A repeat application has a term, and perhaps a penalty, of its own.
        if day(|n| matches!(n, News::RepeatApplication)).is_some() {
            continue;
        }
        let registered = day(|n| matches!(n, News::FirstApplication));
        if let (Some(registered), None) = (registered, day(|n| matches!(n, News::Claimed))) {
            // Six months or a hundred days, and the day after.
            assert_eq!((notice - registered).0, if registered < change { 184 } else { 101 });
            kept += i32::from(registered < change && notice >= change);
            since += i32::from(registered >= change);
        }
        if let Some(appeal) = day(|n| matches!(n, News::LateAppeal)) {
            assert_eq!((appeal - notice).0, 14);
        }
        // Who was in the chain on the first day may have had an earlier notice, of which nothing is told here.
        let mut since_notice = news.iter().skip_while(|(day, _)| *day < notice);
        let penalty = since_notice.find_map(|(day, n)| match n {
            News::JudicialPenalty(amount) => Some((*day, *amount)),
            _ => None,
        });
        if let Some((decided, amount)) = penalty {
            // Two weeks, eight weeks of the court, its term of sixteen, and then a hundred euros a day up to 15,000.
            let beyond = (decided - notice).0 - 14 - 56 - 112;
            assert_eq!(i64::from(amount), (i64::from(beyond) * 100).min(15_000));
            paid += 1;
        }
    }
    assert!(paid > 50 && kept > 0 && since > 0, "{paid} penalties; {kept} {since}");
}

#[test]
fn a_decision_within_the_term_brings_no_notice() {
    let diaries = Diaries::of(&["notice_share=1", "notice_delay=0", "decision_term=700"], 500);
    let notices = |news: &Vec<(Day, News)>| news.iter().any(|(_, n)| matches!(n, News::NoticeOfDefault));
    assert!(!diaries.news.values().any(notices));
}

#[test]
fn a_moratorium_holds_its_nationality_and_lets_them_back_into_their_place() {
    let off = "syria = false, eritrea = false, turkiye = false, afghanistan = false, iraq = false, algeria = false, iran = false, unknown = false, morocco = false, yemen = false, somalia = false, nigeria = false, stateless = false, pakistan = false, albania = false, ukraine = false, moldova = false, sudan = false, other = false";
    let on = off.replace("syria = false", "syria = true");
    let from = format!("decision_moratorium={{ {on} }}@2026-03-02");
    let until = format!("decision_moratorium={{ {off} }}@2026-09-01");
    let diaries = Diaries::of(&[NOBODY_DECIDES, &from, &until], 400);
    let (first, last) =
        (Day::from_ymd(2026, 3, 2).expect("a day"), Day::from_ymd(2026, 9, 1).expect("a day"));
    for (way, at) in diaries.who_moved(Stage::Interview, Stage::Moratorium) {
        assert_eq!(way[at].who.nationality, Nationality::Syria);
        assert!(way[at].day >= first && way[at].day <= last);
    }
    for (way, at) in diaries.who_moved(Stage::Moratorium, Stage::Interview) {
        assert_eq!(way[at].day, last);
        // Twenty-one months, counted from the day on which their term began.
        assert!(way[at].who.held);
    }
}

#[test]
fn a_grant_is_matched_within_its_time_and_waits_for_a_dwelling_only_where_there_is_none() {
    let ample = Diaries::of(&["housing_supply=100000", "permit_holders_at_start=0"], 400);
    for (way, at) in ample.who_moved(Stage::Decision, Stage::Matching) {
        assert!(way[at].who.outcome.is_some_and(Outcome::is_grant));
    }
    let mut housed = 0;
    for way in ample.who_left(Stage::Housing, Exit::Housed) {
        let at = way.iter().position(|m| m.to == Some(Stage::Housing)).expect("they came there");
        let Some(left) = way.get(at + 1).filter(|m| m.exit == Some(Exit::Housed)) else { continue };
        // A day's dwellings are given out in the evening; a weekend or two lies between at most.
        assert!((left.day - way[at].day).0 <= 4, "{:?}", left.day - way[at].day);
        housed += usize::from(way[at].from == Some(Stage::Matching));
    }
    assert!(housed > 100, "{housed}");
    let none = Diaries::of(&["housing_supply=0"], 400);
    assert!(!none.moves.values().flatten().any(|m| m.exit == Some(Exit::Housed)));
    assert!(!none.who_moved(Stage::Matching, Stage::Housing).is_empty());
}

#[test]
fn who_reports_is_registered_in_the_order_of_reporting_as_far_as_the_places_of_the_day_go() {
    let diaries = Diaries::of(&["registration_capacity=2@2026-01-02"], 200);
    let mut registered: Vec<(Day, Day)> = Vec::new();
    for way in diaries.moves.values() {
        let left = way.iter().find(|m| m.from == Some(Stage::Registration) && m.who.visit == 0);
        let Some(step) = left else { continue };
        registered.push((step.day, step.who.dates.at(Moment::Made).expect("they reported")));
        assert_eq!(step.who.dates.at(Moment::Registered), Some(step.day));
    }
    registered.sort();
    assert!(registered.len() > 100);
    assert!(registered.windows(2).all(|two| two[0].1 <= two[1].1 || two[0].0 == two[1].0));
    let (last, made) = registered.last().expect("somebody was registered");
    assert!((*last - *made).0 > 30, "nobody waited");
}

#[test]
fn in_the_extended_procedure_some_are_heard_again_and_nobody_else_is() {
    let diaries = Diaries::of(&["further_interview_share=0.5"], 300);
    for (way, at) in diaries.who_moved(Stage::Interview, Stage::FurtherInterview) {
        assert!(way[at].who.extended);
    }
    for (way, at) in diaries.who_moved(Stage::FurtherInterview, Stage::Intention) {
        assert_eq!(way[at].who.outcome, Some(Outcome::Rejected));
    }
    for (way, at) in diaries.who_moved(Stage::FurtherInterview, Stage::Decision) {
        assert!(way[at].who.outcome.is_some_and(Outcome::is_grant));
    }
    Diaries::of(&["further_interview_share=0"], 200).nobody_moved(Stage::Interview, Stage::FurtherInterview);
}

#[test]
fn before_the_pact_the_likely_manifestly_unfounded_are_held_at_the_border_for_four_weeks_at_most() {
    let sets = ["border_share=1", "decision_staff=0@2026-03-02", "old_cases_open=true"];
    let diaries = Diaries::of(&sets, 200);
    for (way, at) in diaries.who_moved(Stage::Registration, Stage::Border) {
        assert!(matches!(way[at].who.track, Track::Safe | Track::Merits));
        assert!(!way[at].who.unaccompanied && !way[at].who.has_minors(way[at].day));
    }
    for (way, at) in diaries.who_moved(Stage::Border, Stage::Interview) {
        assert_eq!(days(way, at - 1, at), 28);
    }
    for (way, at) in diaries.who_moved(Stage::Border, Stage::AppealTerm) {
        assert!(days(way, at - 1, at) <= 28);
        assert_eq!(way[at].who.outcome, Some(Outcome::Rejected));
    }
}

#[test]
fn a_term_of_the_court_that_is_heeded_puts_a_case_before_others() {
    let late = ["notice_share=0.4", "notice_delay=0", "late_appeal_share=1", "priority_share=0"];
    let wait = |heeded: &str| {
        let sets: Vec<&str> = late.iter().copied().chain(["decision_staff=60", heeded]).collect();
        let diaries = Diaries::of(&sets, 950);
        let mut ordered = (0, 0);
        for (way, at) in diaries.who_moved(Stage::Interview, Stage::Decision) {
            let since = way[at].who.dates.at(Moment::Responsible).expect("their term began");
            let wait = (way[at].day - since).0;
            let late = way[at].who.late;
            if way[at].who.visit == 0
                && matches!(late, Late::Ordered(..) | Late::Owed(..) | Late::OrderedAgain(..))
            {
                ordered = (ordered.0 + wait, ordered.1 + 1);
            }
        }
        assert!(ordered.1 > 10, "{ordered:?}");
        f64::from(ordered.0) / f64::from(ordered.1)
    };
    let (heeded, unheeded) = (wait("court_priority_share=1"), wait("court_priority_share=0"));
    assert!(heeded < unheeded - 10.0, "{heeded} {unheeded}");
}
