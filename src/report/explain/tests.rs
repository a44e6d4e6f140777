use super::*;
use crate::scenario::{Request, Scenario, changes, clashes, read};

fn scenario(name: &str, sets: &[&str]) -> Scenario {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    read(&Request { scenario: name, sets: &sets, files: &files }).unwrap().scenario
}

fn sentences(name: &str, sets: &[&str], language: Language) -> (Vec<Told>, Vec<String>) {
    let (ours, law) = (scenario(name, sets), scenario("baseline", &[]));
    let found = changes(&ours, &law);
    let warned = warnings(&clashes(&ours, &law, &found), language);
    (explain(&found, ours.data_date, language), warned)
}

#[test]
fn officers_are_told_with_date_unit_ground_status_and_what_is_assumed() {
    let (told, warned) = sentences("more_officers", &[], Language::Nl);
    let [one] = &told[..] else { panic!("{told:#?}") };
    assert!(one.title.ends_with("(decision_staff)"), "{one:#?}");
    assert!(one.sentences[0].starts_with("Vanaf 1 januari 2027: 1.750 fte in plaats van 1.400;"), "{one:#?}");
    assert_eq!(one.sentences[1], "Dit bindt iedereen vanaf die dag.");
    assert_eq!(one.sentences[2], "Grond (Engels): assumption: a what-if.");
    assert_eq!(one.sentences[3], "Status: hypothetisch; op 23 november 2026 geen recht.");
    assert!(
        one.sentences[4].starts_with("In de aanname dat ") && one.sentences[4].contains("omhoog: "),
        "{one:#?}"
    );
    assert!(warned.is_empty(), "{warned:?}");
    let (told, _) = sentences("more_officers", &[], Language::En);
    let said = told[0].sentences.join(" ");
    assert!(said.contains("From 1 January 2027: 1,750 full-time equivalents instead of 1,400;"), "{said}");
    assert!(said.contains("Under the assumption that training of a new officer is "), "{said}");
    assert!(said.contains("Status: hypothetical; not law on 23 November 2026."), "{said}");
}

#[test]
fn a_brake_tells_when_it_is_pulled_and_let_go() {
    let (told, _) = sentences("family_brake", &[], Language::En);
    let brake = told.iter().find(|one| one.title.starts_with("family_brake_b")).unwrap();
    let said = "As soon as the occupancy of reception has been above 100\u{a0}% for 30 days: on, until the occupancy of \
                reception has been below 95\u{a0}% for 30 days.";
    assert_eq!(brake.sentences[0], said);
}

#[test]
fn an_act_that_is_put_off_is_told_for_the_year_without_it() {
    let (told, _) = sentences("two_status_a_year_late", &[], Language::En);
    let act = told.iter().find(|one| one.title.starts_with("two_status ")).unwrap();
    assert_eq!(act.sentences[0], "From 12 June 2026 until 11 June 2027: off instead of on.");
    let binds = "It binds decisions from then on; for earlier ones what held goes on; its rules for relatives bind everyone \
                 from that day on, those with an earlier permit too.";
    assert_eq!(act.sentences[1], binds);
    assert!(act.sentences.iter().any(|s| s.contains("not law on")), "{act:#?}");
}

#[test]
fn warnings_name_what_clashes_in_both_languages() {
    let sets = ["two_status=false@2026-06-12", "family_wait_b=900@2027-01-01"];
    let (_, warned) = sentences("baseline", &sets, Language::En);
    assert!(warned.iter().any(|w| w.starts_with("Binds nobody: “waiting period for family")), "{warned:?}");
    let (_, warned) = sentences("baseline", &sets, Language::Nl);
    assert!(warned.iter().any(|w| w.starts_with("Bindt niemand: “")), "{warned:?}");
}

#[test]
fn one_line_of_a_change_has_name_value_for_whom_and_status() {
    let (ours, law) = (scenario("baseline", &["appeal_term=21@2027-01-01"]), scenario("baseline", &[]));
    let found = changes(&ours, &law);
    assert_eq!(
        line(&found[0], Language::En),
        "appeal_term (beroepstermijn): from 1 January 2027: 21 days instead of 14; for applications lodged from then on; \
         hypothetical"
    );
}

#[test]
fn keyed_values_name_the_keys_that_differ_in_the_language_of_the_reader() {
    let (ours, law) = (
        scenario("baseline", &["decision_moratorium={ syria = true }@2027-01-01"]),
        scenario("baseline", &[]),
    );
    let found = changes(&ours, &law);
    assert!(line(&found[0], Language::Nl).contains("Syrië aan in plaats van Syrië uit;"), "{:?}", found[0]);
}

#[test]
fn a_dutch_source_stands_as_it_is_and_an_english_one_is_marked() {
    let ground = |name: &str, sets: &[&str], lever: &str| {
        let (ours, law) = (scenario(name, sets), scenario("old_law_unchanged", &[]));
        let told = explain(&changes(&ours, &law), ours.data_date, Language::Nl);
        let one = told.into_iter().find(|one| one.title.ends_with(&format!("({lever})"))).unwrap();
        one.sentences.into_iter().find(|said| said.starts_with("Grond")).unwrap()
    };
    let promised = ground("letter_as_written", &[], "transit_places");
    assert!(
        promised.starts_with("Grond: de brief: een bindend convenant; aanname: 10.000 plekken"),
        "{promised}"
    );
    assert!(ground("baseline", &[], "two_status").starts_with("Grond: Wet invoering tweestatusstelsel"));
    assert!(ground("baseline", &[], "one_procedure").starts_with("Grond (Engels): "));
    assert_eq!(ground("baseline", &["escort_capacity=1"], "escort_capacity"), "Grond: --set.");
}

#[test]
fn every_measure_that_the_letter_promises_and_of_two_statuses_has_a_dutch_source() {
    for name in ["letter_as_written", "baseline"] {
        let of = scenario(name, &[]);
        let steps = of.values.iter().flat_map(|value| &value.steps);
        let grounds = of.trigger_grounds.iter().map(|ground| (&ground.source, &ground.source_nl));
        let layers = ["letter_promised", "two_status"];
        let steps = steps.filter(|step| layers.contains(&step.layer.as_str()));
        for (source, dutch) in steps.map(|step| (&step.source, &step.source_nl)).chain(grounds) {
            assert!(dutch.is_some(), "{source:?}");
            // Marks stay what they are.
            let marks = |text: &Option<String>, mark| text.as_ref().is_some_and(|text| text.contains(mark));
            assert!(!marks(source, "assumption") || marks(dutch, "aanname"), "{dutch:?}");
        }
    }
}

#[test]
fn choices_and_brakes_tell_what_they_are_expected_to_change() {
    let said = |name: &str, sets: &[&str], lever: &str| {
        let (told, _) = sentences(name, sets, Language::En);
        told.into_iter().find(|one| one.title.starts_with(lever)).unwrap().sentences.join(" ")
    };
    let of = said("baseline", &["work_excluded=low_chances@2027-01-01"], "work_excluded");
    assert!(of.contains("Under the assumption that share who find work is "), "{of}");
    assert!(of.contains(": expected to change: "), "{of}");
    assert!(said("family_brake", &[], "family_brake_b").contains("expected up: "));
}

#[test]
fn assumptions_are_said_in_words_and_not_by_the_name_in_a_file() {
    for (_, on) in relations::RESTS {
        for name in *on {
            let row = levers::declaration(levers::find(name).unwrap());
            assert!(!row.english.is_empty(), "{name} has an English name");
        }
    }
}

#[test]
fn numbers_that_cannot_hold_together_say_what_then_happens() {
    let (_, warned) = sentences("baseline", &["detention_others=5000"], Language::Nl);
    let [one] = &warned[..] else { panic!("{warned:#?}") };
    assert!(one.starts_with("Gaat niet samen: ") && one.contains("niemand uit de keten"), "{one}");
    let (_, warned) = sentences("baseline", &["supervised_places=90000@2027-01-01"], Language::En);
    let [one] = &warned[..] else { panic!("{warned:#?}") };
    assert!(one.ends_with("others have no regular place."), "{one}");
}

#[test]
fn a_permit_after_the_end_of_protection_binds_nobody() {
    let sets = ["temporary_protection=false@2028-03-05", "ukraine_permit=true@2029-01-01"];
    let (_, warned) = sentences("baseline", &sets, Language::Nl);
    let [one] = &warned[..] else { panic!("{warned:#?}") };
    assert!(one.starts_with("Bindt niemand: ") && one.contains("5 maart 2028"), "{one}");
    let (_, warned) = sentences("baseline", &["permit_years=5@2027-01-01"], Language::Nl);
    assert!(warned.is_empty(), "{warned:#?}");
}
