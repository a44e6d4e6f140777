//! The moves through the courts of the old law, seen in persons who are followed one by one.

use crate::common::diaries::{Diaries, Move, days};
use doorstroom::flow::{AppealKind, Exit, News, Roof, Stage, Standing};
use doorstroom::policy::{Moment, Nationality};

fn every(lever: &str, value: &str) -> String {
    let pairs = Nationality::KEYS.map(|key| format!("{key} = {value}"));
    format!("{lever}={{ {} }}", pairs.join(", "))
}

/// Nobody is in the courts or waits for a transfer at the start, and no other state sends anybody.
const EMPTY: [&str; 6] = [
    "appeals_at_start=0",
    "dublin_appeals_at_start=0",
    "in_appeal_term_at_start=0",
    "further_appeals_at_start=0",
    "transfers_at_start=0",
    "incoming_transfers=0",
];

/// Everybody is claimed from another state, which accepts.
fn claimed(more: &[&str], days: i32) -> Diaries {
    let claims = every("dublin_share", "1");
    let accepted = "dublin_accepted={ germany = 1, france = 1, italy = 1, other = 1 }";
    let grown = every("unaccompanied_share", "0");
    let claims = [claims.as_str(), accepted, grown.as_str()];
    let sets: Vec<&str> = EMPTY.into_iter().chain(claims).chain(more.iter().copied()).collect();
    Diaries::of(&sets, days)
}

/// Everybody is rejected on the merits, and soon: there are officers enough.
fn rejected(more: &[&str], days: i32) -> Diaries {
    let sets = [every("dublin_share", "0"), every("withdrawn_share", "0"), every("grant_share", "0")];
    let officers = ["decision_staff=5000", "decision_hiring=100000", "training_days=0"];
    let sets: Vec<&str> = EMPTY
        .into_iter()
        .chain(sets.iter().map(String::as_str))
        .chain(officers)
        .chain(more.iter().copied())
        .collect();
    Diaries::of(&sets, days)
}

/// Nobody with an appeal against a transfer made this move.
fn no_dublin_move(diaries: &Diaries, from: Stage, to: Stage) {
    let moved = |m: &Move| (m.from, m.to) == (Some(from), Some(to)) && m.who.appeal() == AppealKind::Dublin;
    assert!(!diaries.moves.values().flatten().any(moved), "somebody moved from {from:?} to {to:?}");
}

/// Files on paper that began in this stage.
fn files(diaries: &Diaries, stage: Stage) -> Vec<&[Move]> {
    let begins = |way: &&Vec<Move>| {
        way[0].from.is_none() && way[0].to == Some(stage) && way[0].who.standing() == Standing::OnPaper
    };
    diaries.moves.values().filter(begins).map(Vec::as_slice).collect()
}

#[test]
fn a_transfer_decision_has_a_week_for_an_appeal_and_then_an_interim_measure_is_asked_for() {
    let diaries = claimed(&["dublin_appeal_share=1", "interim_request_share=1"], 330);
    for (way, at) in diaries.who_moved(Stage::Closing, Stage::AppealTerm) {
        assert_eq!(way[at].who.dates.at(Moment::Decided), Some(way[at].day));
    }
    for (way, at) in diaries.who_moved(Stage::AppealTerm, Stage::Interim) {
        assert_eq!(days(way, at - 1, at), 7);
    }
    no_dublin_move(&diaries, Stage::AppealTerm, Stage::AppealPreparation);
    for (way, at) in diaries.who_moved(Stage::Interim, Stage::AppealPreparation) {
        assert_eq!(days(way, at - 1, at), 2);
    }
}

#[test]
fn without_an_appeal_the_transfer_follows_at_once_and_its_term_runs_from_acceptance() {
    let diaries = claimed(&["dublin_appeal_share=0"], 500);
    no_dublin_move(&diaries, Stage::AppealTerm, Stage::Interim);
    for (way, at) in diaries.who_moved(Stage::AppealTerm, Stage::Transfer) {
        assert_eq!(way[at].who.dates.at(Moment::Returned), None);
    }
    for (way, at) in diaries.who_moved(Stage::Transfer, Stage::Interview) {
        let since = way[at].who.dates.at(Moment::Accepted).expect("nothing lapses without acceptance");
        assert!((way[at].day - since).0 >= 183 || way[at].who.visit > 0);
    }
}

#[test]
fn an_interim_measure_that_is_refused_lets_the_transfer_go_on_while_the_appeal_goes_on_on_paper() {
    let diaries = claimed(&["dublin_appeal_share=1", "interim_granted_share=0"], 400);
    diaries.nobody_moved(Stage::Interim, Stage::AppealPreparation);
    let refused = diaries.who_moved(Stage::Interim, Stage::Transfer);
    assert!(refused.iter().all(|(way, at)| way[*at].who.dates.at(Moment::Returned).is_none()));
    let files = files(&diaries, Stage::AppealPreparation);
    assert!(files.len() >= refused.len());
    for file in &files {
        // Nobody sleeps in a file, and none is upheld.
        assert!(file.iter().all(|step| step.who.roof == Roof::Elsewhere));
        let news = diaries.news.get(&file[0].who.key);
        assert!(!news.into_iter().flatten().any(|(_, news)| *news == News::AppealUpheld));
    }
    assert!(files.iter().any(|file| file.last().and_then(|step| step.exit) == Some(Exit::OnPaper)));
    diaries.nobody_moved(Stage::Appeal, Stage::Transfer);
}

#[test]
fn after_a_suspension_the_term_of_a_transfer_runs_from_the_ruling() {
    let suspended = [
        "dublin_appeal_share=1",
        "interim_request_share=1",
        "interim_granted_share=1",
        "dublin_absconding=0",
    ];
    let more = ["dublin_appeal_upheld=0", "further_appeal_share=0"];
    let sets: Vec<&str> = suspended.into_iter().chain(more).collect();
    let diaries = claimed(&sets, 700);
    for (way, at) in diaries.who_moved(Stage::Appeal, Stage::Transfer) {
        assert_eq!(way[at].who.dates.at(Moment::Returned), Some(way[at].day));
        if let Some(next) = way.get(at + 1)
            && next.to == Some(Stage::Interview)
        {
            assert_eq!(days(way, at, at + 1), 183);
            assert!((next.day - next.who.dates.at(Moment::Accepted).expect("accepted")).0 > 183 + 7);
        }
    }
    let lapsed = diaries.who_moved(Stage::Transfer, Stage::Interview);
    // The Dutch procedure knows nothing of that clock any more.
    assert!(lapsed.iter().all(|(way, at)| way[*at].who.dates.at(Moment::Returned).is_none()));
}

#[test]
fn an_annulled_transfer_decision_is_taken_anew_or_the_netherlands_takes_the_application() {
    let won = ["dublin_appeal_share=1", "interim_granted_share=1", "dublin_appeal_upheld=1"];
    let more = ["state_further_appeal_share=0", "dublin_remitted_taken=0.5"];
    let sets: Vec<&str> = won.into_iter().chain(more).collect();
    let diaries = claimed(&sets, 500);
    for (way, at) in diaries.who_moved(Stage::Appeal, Stage::Closing) {
        assert_eq!(way[at].who.round, 1);
    }
    for (way, at) in diaries.who_moved(Stage::Closing, Stage::Interview) {
        assert_eq!(way[at].who.round, 0);
        assert_eq!(way[at].who.dates.at(Moment::Responsible), Some(way[at].day));
    }
    let anew = diaries.moves.values().filter(|way| {
        way.iter().filter(|m| (m.from, m.to) == (Some(Stage::Closing), Some(Stage::AppealTerm))).count() > 1
    });
    assert!(anew.count() > 20);
}

#[test]
fn a_rejection_has_the_term_of_its_kind_and_the_right_to_remain_too() {
    let diaries = rejected(&["appeal_share=1", "interim_request_share=1"], 400);
    for (way, at) in diaries.who_moved(Stage::AppealTerm, Stage::AppealPreparation) {
        let kind = way[at].who.appeal();
        assert!(matches!(kind, AppealKind::Extended | AppealKind::General));
        assert_eq!(days(way, at - 1, at), if kind == AppealKind::Extended { 28 } else { 7 });
        assert_eq!(way[at].who.extended, kind == AppealKind::Extended);
    }
    for (way, at) in diaries.who_moved(Stage::AppealTerm, Stage::Interim) {
        assert_eq!((way[at].who.appeal(), days(way, at - 1, at)), (AppealKind::Manifest, 7));
    }
}

#[test]
fn who_asks_for_no_interim_measure_departs_and_keeps_no_place_for_the_appeal() {
    let none = "right_to_remain={ extended = 0, general = 0, manifest = 0, dublin = 0 }";
    let diaries = rejected(&["appeal_share=1", "interim_request_share=0", none], 300);
    diaries.nobody_moved(Stage::AppealTerm, Stage::AppealPreparation);
    diaries.who_moved(Stage::AppealTerm, Stage::DeparturePeriod);
    let files = files(&diaries, Stage::AppealPreparation);
    assert!(files.len() > 50);
    assert!(files.iter().flat_map(|file| file.iter()).all(|step| step.who.roof == Roof::Elsewhere));
}

#[test]
fn an_appeal_that_is_withdrawn_is_ruled_on_by_nobody() {
    let diaries = rejected(&["appeal_share=1", "appeal_withdrawn_share=1"], 400);
    diaries.nobody_moved(Stage::AppealPreparation, Stage::Appeal);
    for (way, _) in diaries.who_moved(Stage::AppealPreparation, Stage::DeparturePeriod) {
        let news = &diaries.news[&way[0].who.key];
        assert!(news.iter().any(|(_, n)| *n == News::AppealWithdrawn));
        assert!(!news.iter().any(|(_, n)| *n == News::AppealRuled));
    }
}

#[test]
fn an_upheld_appeal_goes_back_for_a_new_decision_and_a_court_s_term_that_passes_costs_a_penalty() {
    let upheld = ["appeal_share=1", "appeal_upheld=1", "state_further_appeal_share=0"];
    let term = ["remittal_term_share=1", "remittal_term=0", "notice_share=0"];
    let sets: Vec<&str> = upheld.into_iter().chain(term).collect();
    let diaries = rejected(&sets, 500);
    let mut paid = 0;
    for (way, at) in diaries.who_moved(Stage::Appeal, Stage::Decision) {
        let Some(next) = way.get(at + 1) else { continue };
        assert_eq!(next.who.round, 1);
        let penalty = diaries.news[&way[0].who.key].iter().find_map(|(day, news)| match news {
            News::JudicialPenalty(amount) if *day == next.day => Some(i64::from(*amount)),
            _ => None,
        });
        let waited = i64::from(days(way, at, at + 1));
        assert_eq!(penalty.unwrap_or(0), (waited * 100).min(15_000));
        paid += usize::from(penalty.is_some());
    }
    assert!(paid > 20, "{paid} penalties");
}

#[test]
fn a_dismissed_appeal_ends_in_departure_or_goes_on_to_the_council_on_paper() {
    let diaries = rejected(&["appeal_share=1", "appeal_upheld=0", "further_appeal_stay=0"], 600);
    let dismissed = diaries.who_moved(Stage::Appeal, Stage::DeparturePeriod);
    let files = files(&diaries, Stage::FurtherAppealTerm);
    let share = files.len() as f64 / dismissed.len() as f64;
    assert!((0.35..0.65).contains(&share), "{share}");
    for file in &files {
        if let Some(lodged) = file.iter().position(|m| m.to == Some(Stage::FurtherAppealPreparation)) {
            let extended = file[0].who.appeal() == AppealKind::Extended;
            assert_eq!(days(file, lodged - 1, lodged), if extended { 28 } else { 7 });
        }
    }
    assert!(files.iter().any(|file| file.last().and_then(|step| step.exit) == Some(Exit::OnPaper)));
}

#[test]
fn with_an_interim_measure_of_the_council_they_wait_and_go_back_when_it_upholds_and_depart_when_not() {
    let stay = ["appeal_share=1", "appeal_upheld=0", "further_appeal_share=1", "further_appeal_stay=1"];
    let more = ["further_appeal_upheld=0.3", "further_appeal_preparation=20"];
    let sets: Vec<&str> = stay.into_iter().chain(more).collect();
    let diaries = rejected(&sets, 600);
    for (way, at) in diaries.who_moved(Stage::FurtherAppeal, Stage::DeparturePeriod) {
        assert_eq!(way[at].who.standing(), Standing::Own);
    }
    for (way, at) in diaries.who_moved(Stage::FurtherAppeal, Stage::Decision) {
        assert!(diaries.news[&way[at].who.key].iter().any(|(_, n)| *n == News::FurtherAppealUpheld));
    }
}

#[test]
fn the_state_lodges_a_further_appeal_too_and_what_it_loses_is_decided_anew() {
    let state = ["appeal_share=1", "appeal_upheld=1", "state_further_appeal_share=1"];
    let more = ["state_further_appeal_won=0.5", "further_appeal_preparation=20"];
    let sets: Vec<&str> = state.into_iter().chain(more).collect();
    let diaries = rejected(&sets, 600);
    diaries.nobody_moved(Stage::Appeal, Stage::Decision);
    diaries.who_moved(Stage::FurtherAppeal, Stage::Decision);
    diaries.who_moved(Stage::FurtherAppeal, Stage::DeparturePeriod);
}

#[test]
fn an_appeal_on_a_question_that_was_referred_waits_for_the_answer_and_then_for_the_court() {
    let diaries = rejected(&["appeal_share=1", "reference_share=1", "reference_days=60"], 500);
    diaries.nobody_moved(Stage::AppealPreparation, Stage::Appeal);
    for (way, at) in diaries.who_moved(Stage::AppealPreparation, Stage::Referred) {
        assert_ne!(way[at].who.appeal(), AppealKind::Dublin);
    }
    let waits: Vec<i32> = diaries
        .who_moved(Stage::Referred, Stage::Appeal)
        .iter()
        .map(|(way, at)| days(way, at - 1, *at))
        .collect();
    let mean = f64::from(waits.iter().sum::<i32>()) / waits.len() as f64;
    assert!((40.0..80.0).contains(&mean), "{mean}");
    rejected(&["appeal_share=1", "reference_share=0"], 300)
        .nobody_moved(Stage::AppealPreparation, Stage::Referred);
}
