//! The same person has the same luck in every scenario: tested person by person.

use crate::common;
use std::collections::BTreeMap;

use doorstroom::flow::{self, Applicant, Exit, News, Outcome, Recorder, Stage, World};
use doorstroom::random::{Key, Stream};
use doorstroom::scenario::Scenario;
use doorstroom::time::Day;

/// What befell each person, application by application and round by round: everything that is their own luck.
#[derive(Default)]
struct Diary {
    reported: BTreeMap<Key, Day>,
    facts: BTreeMap<(Key, u8, u8), BTreeMap<&'static str, String>>,
}

impl Diary {
    fn note(&mut self, applicant: &Applicant, what: &'static str, value: String) {
        self.facts.entry((applicant.key, applicant.visit, applicant.round)).or_default().insert(what, value);
    }
}

impl Recorder for Diary {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        if from.is_none() && to == Some(Stage::Registration) {
            self.reported.insert(applicant.key, day);
            let who = (applicant.persons, applicant.nationality, applicant.unaccompanied);
            self.note(applicant, "who", format!("{who:?}"));
        }
        // A place in detention is a matter of who else is there.
        let detained = matches!(from, Some(Stage::Detention | Stage::Removal));
        if let Some(exit) = exit.filter(|_| !detained) {
            self.note(applicant, "exit", format!("{exit:?}"));
        }
    }

    fn happened(&mut self, _: Day, applicant: &Applicant, news: News) {
        match news {
            News::FirstApplication | News::Relocated | News::RepeatApplication => {
                self.note(applicant, "registered", format!("{:?}", applicant.track));
            }
            // After a transfer that came too late, the same application is decided a second time.
            News::Decided if applicant.outcome == Some(Outcome::Closed) => {
                self.note(applicant, "closed", format!("{:?}", applicant.track));
            }
            News::Decided => self.note(applicant, "outcome", format!("{:?}", applicant.outcome)),
            News::AppealLodged => self.note(applicant, "appeal", "lodged".into()),
            News::FamilyApplied => self.note(applicant, "family", format!("{}", applicant.persons)),
            News::Accelerated
            | News::Inadmissible
            | News::AppealRuled
            | News::AppealUpheld
            | News::AppealWithdrawn
            | News::InterimRequested
            | News::InterimGranted
            | News::CourtWork(_)
            | News::FurtherAppealLodged
            | News::FurtherAppealRuled
            | News::FurtherAppealUpheld
            | News::FamilyDecided
            | News::FamilyArrived
            | News::Interviewed
            | News::NoticeOfDefault
            | News::LateAppeal
            | News::MinutesLost(_)
            | News::DecidedInTime
            | News::JudicialPenalty(_)
            | News::AdministrativePenalty(_)
            | News::Resettled
            | News::TurnedEighteen
            | News::FoundAdult
            | News::TakenBack
            | News::Claimed
            | News::ClaimAccepted
            | News::TransferLapsed
            | News::AssistedDeparture
            | News::ReceptionEnded
            | News::Released
            | News::FamilyDecidedInTime
            | News::FamilyRefused
            | News::FamilyObjected
            | News::FamilyAppealed
            | News::FamilyReversed
            | News::Article8Applied
            | News::Article8Decided
            | News::Article8DecidedInTime
            | News::Article8Arrived
            | News::Status(_)
            | News::RuledLate
            | News::Paid(_)
            | News::OfficersElsewhere(_) => {}
        }
    }

    fn evening(&mut self, _: Day, _: &World) {}
}

fn diary(scenario: &Scenario) -> Diary {
    let mut diary = Diary::default();
    let policy = scenario.policy.clone().thinned(scenario.one_in);
    flow::run(scenario.start, scenario.end, policy, &scenario.stock(), Stream::new(7, 3), &mut diary);
    diary
}

#[test]
fn raising_a_capacity_changes_nobodys_own_draws() {
    let days = 545;
    // Under the law of before: where a rule binds by a day that a queue decides, who is served sooner falls under another.
    let base = diary(&common::old_law(&[], days));
    let raised = [
        "decision_staff=2100",
        "court_capacity=9000",
        "regular_places=60000",
        "housing_supply=4000",
        "family_capacity=40000",
        "registration_capacity=1000",
    ];
    for change in raised {
        let other = diary(&common::old_law(&[change], days));
        // Those who report for the first time do so on the same day, whatever the chain does.
        for (key, day) in &base.reported {
            if let Some(there) = other.reported.get(key) {
                assert_eq!(day, there, "{change}");
            }
        }
        assert_eq!(base.reported.len(), other.reported.len(), "{change}");
        let mut compared = 0;
        for (person, facts) in &base.facts {
            let Some(there) = other.facts.get(person) else { continue };
            for (what, value) in facts {
                if let Some(value_there) = there.get(what) {
                    assert_eq!(value, value_there, "{change} changed {what} of {person:?}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 3_000, "{change}: only {compared} facts were compared");
    }
}

#[test]
fn a_larger_inflow_keeps_everyone_of_the_smaller_one() {
    let base = diary(&common::baseline(&[], 365));
    let double = diary(&common::baseline(&["inflow_scale=2"], 365));
    for (key, day) in &base.reported {
        assert_eq!(double.reported.get(key), Some(day), "{key:?}");
    }
    assert!(double.reported.len() as f64 > 1.7 * base.reported.len() as f64);
}

#[test]
fn another_seed_or_replication_is_other_luck() {
    let scenario = common::baseline(&[], 30);
    let of = |seed, replication| {
        let mut diary = Diary::default();
        let policy = scenario.policy.clone().thinned(scenario.one_in);
        flow::run(
            scenario.start,
            scenario.end,
            policy,
            &scenario.stock(),
            Stream::new(seed, replication),
            &mut diary,
        );
        diary.facts
    };
    assert_ne!(of(1, 0), of(2, 0));
    assert_ne!(of(1, 0), of(1, 1));
    assert_eq!(of(1, 0), of(1, 0));
}
