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
    assert_eq!(one.sentences[2], "Grond: assumption: a what-if.");
    assert_eq!(one.sentences[3], "Status: hypothetisch; op 23 november 2026 geen recht.");
    assert!(
        one.sentences[4].starts_with("In de aanname dat ") && one.sentences[4].contains("omhoog: "),
        "{one:#?}"
    );
    assert!(warned.is_empty(), "{warned:?}");
    let (told, _) = sentences("more_officers", &[], Language::En);
    let said = told[0].sentences.join(" ");
    assert!(said.contains("From 1 January 2027: 1,750 full-time equivalents instead of 1,400;"), "{said}");
    assert!(said.contains("Under the assumption that training days is "), "{said}");
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
    assert_eq!(act.sentences[1], "It binds decisions from then on; for earlier ones what held goes on.");
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
