//! What a scenario changes, in plain sentences: for the end of `check`.

use super::number::{show, written};
use super::scenario::{Scenario, Value};
use crate::diagnostic::{Language, Text};
use crate::flow::Stage;
use crate::policy::{Binds, Declaration, Kind, Lever, Moment, Role, Timeline, Trigger, levers, word};
use crate::time::{Day, Days};

/// How a scenario differs from another, such as the law in force: a sentence a change, in the order of the catalogue.
pub fn differences(scenario: &Scenario, reference: &Scenario) -> Vec<Text> {
    let mut sentences = Vec::new();
    frame(scenario, reference, &mut sentences);
    for (index, row) in levers::all().enumerate() {
        match row.role {
            Role::Lever => lever(scenario, reference, index, row, &mut sentences),
            Role::Uncertainty | Role::Behaviour => {
                uncertainty(scenario, reference, index, row, &mut sentences)
            }
        }
    }
    for (trigger, status) in scenario.triggers.iter().zip(&scenario.trigger_statuses) {
        if !reference.triggers.contains(trigger) {
            let (nl, en) = brake(trigger);
            sentences
                .push(Text::new(format!("{nl}; {}", status.dutch()), format!("{en}; {}", status.english())));
        }
    }
    sentences
}

fn frame(scenario: &Scenario, reference: &Scenario, sentences: &mut Vec<Text>) {
    if (scenario.start, scenario.end) != (reference.start, reference.end) {
        sentences.push(Text::new(
            format!(
                "loopt van {} tot en met {}, in plaats van {} tot en met {}",
                scenario.start, scenario.end, reference.start, reference.end
            ),
            format!(
                "runs from {} to {}, instead of {} to {}",
                scenario.start, scenario.end, reference.start, reference.end
            ),
        ));
    }
    if scenario.open_cases != reference.open_cases {
        let persons = |s: &Scenario| {
            let open = s.open_cases.iter().filter(|c| c.stage == Stage::Decision);
            open.map(|c| u64::from(c.persons)).sum::<u64>()
        };
        let (ours, theirs) = (persons(scenario), persons(reference));
        sentences.push(Text::new(
            format!(
                "begint met een andere voorraad: {ours} personen met een open zaak, in plaats van {theirs}"
            ),
            format!("begins with another stock: {ours} persons with an open case, instead of {theirs}"),
        ));
    }
}

fn lever(
    scenario: &Scenario,
    reference: &Scenario,
    index: usize,
    row: &Declaration,
    sentences: &mut Vec<Text>,
) {
    let (ours, theirs) = (scenario.policy.timeline(index), reference.policy.timeline(index));
    let steps = ours.steps().iter().chain(theirs.steps()).map(|s| s.from);
    let mut days: Vec<Day> = steps.filter(|day| *day > scenario.start && *day <= scenario.end).collect();
    days.push(scenario.start);
    days.sort_unstable();
    days.dedup();
    let bound = |s: &Scenario| s.policy.binds(Lever::<()>::new(index));
    let (nl_binds, en_binds) = binds(bound(scenario));
    let mut last: Option<(&[f64], &[f64])> = None;
    for day in days {
        let pair = (theirs.at(day), ours.at(day));
        if last == Some(pair) {
            continue;
        }
        if pair.0 != pair.1 {
            let (old, new) = told(row, pair.0, pair.1);
            let status = status_on(&scenario.values[index], day);
            let then = then(scenario, row, day, ours);
            sentences.push(Text::new(
                format!(
                    "{} ({}): vanaf {day} {} in plaats van {}{}; {nl_binds}; {}",
                    row.dutch, row.name, new.nl, old.nl, then.nl, status.0
                ),
                format!(
                    "{} ({}): from {day} {} instead of {}{}; {en_binds}; {}",
                    row.name, row.dutch, new.en, old.en, then.en, status.1
                ),
            ));
        } else if last.is_some_and(|(old, new)| old != new) {
            sentences.push(Text::new(
                format!("{} ({}): vanaf {day} weer gelijk", row.dutch, row.name),
                format!("{} ({}): from {day} the same again", row.name, row.dutch),
            ));
        }
        last = Some(pair);
    }
    if bound(scenario) != bound(reference) {
        let old = binds(bound(reference));
        sentences.push(Text::new(
            format!("{} ({}): {nl_binds}; anders {}", row.dutch, row.name, old.0),
            format!("{} ({}): {en_binds}; otherwise {}", row.name, row.dutch, old.1),
        ));
    }
}

fn status_on(value: &Value, day: Day) -> (&'static str, &'static str) {
    let step = value.steps.iter().rev().find(|s| s.from.is_none_or(|from| from <= day));
    step.map_or(("", ""), |s| (s.status.dutch(), s.status.english()))
}

fn uncertainty(
    scenario: &Scenario,
    reference: &Scenario,
    index: usize,
    row: &Declaration,
    sentences: &mut Vec<Text>,
) {
    let first = |s: &'_ Scenario| s.policy.timeline(index).at(s.start).to_vec();
    let (ours, theirs) = (first(scenario), first(reference));
    let range = |s: &Scenario| s.values[index].range;
    if ours == theirs && range(scenario) == range(reference) {
        return;
    }
    let (old, new) = told(row, &theirs, &ours);
    let words = |range: Option<(f64, f64)>| match range {
        Some((low, high)) => {
            (format!(" [{} tot {}]", show(low), show(high)), format!(" [{} to {}]", show(low), show(high)))
        }
        None => (" (vast)".to_string(), " (fixed)".to_string()),
    };
    let (mine, its) = if range(scenario) == range(reference) {
        Default::default()
    } else {
        (words(range(scenario)), words(range(reference)))
    };
    sentences.push(Text::new(
        format!(
            "{} ({}), onzekerheid: {}{} in plaats van {}{}",
            row.dutch, row.name, new.nl, mine.0, old.nl, its.0
        ),
        format!(
            "{} ({}), uncertainty: {}{} instead of {}{}",
            row.name, row.dutch, new.en, mine.1, old.en, its.1
        ),
    ));
}

/// An old and a new value in words; of keyed values only the keys that differ.
fn told(row: &Declaration, old: &[f64], new: &[f64]) -> (Text, Text) {
    let one = |number: f64, language| match row.kind.inner() {
        Kind::Switch => word::switch(number, language),
        _ => show(number),
    };
    let keys = match row.kind {
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => row.kind.keys().unwrap_or(&[]),
        Kind::Switch => {
            return (both(|language| one(old[0], language)), both(|language| one(new[0], language)));
        }
        _ => return (both(|_| written(row, old)), both(|_| written(row, new))),
    };
    let differs: Vec<usize> = (0..keys.len()).filter(|&i| old.get(i) != new.get(i)).collect();
    let list = |numbers: &[f64]| {
        both(|language| {
            let key = |&i: &usize| format!("{} {}", word::said(keys[i], language), one(numbers[i], language));
            let shown: Vec<String> = differs.iter().take(4).map(key).collect();
            let more = if differs.len() > 4 { ", ..." } else { "" };
            format!("{}{more}", shown.join(", "))
        })
    };
    (list(old), list(new))
}

/// Levers whose step takes effect later, or for a while only, because another value says so: the two names, and the sentence
/// with `{}` for what the other is worth.
const THEN: &[(&str, &str, &str, &str)] = &[
    (
        "regular_places",
        "regular_lead_days",
        "wat erbij komt opent na ongeveer {} dagen",
        "what is added opens after about {} days",
    ),
    (
        "emergency_places",
        "emergency_lead_days",
        "wat erbij komt opent na ongeveer {} dagen",
        "what is added opens after about {} days",
    ),
    (
        "decision_staff",
        "training_days",
        "wie erbij komt wordt eerst geworven en {} dagen opgeleid",
        "who is added is hired first and trained for {} days",
    ),
    (
        "decision_moratorium",
        "moratorium_longest",
        "houdt een zaak hoogstens {} dagen aan",
        "holds a case for {} days at most",
    ),
];

/// What else decides when a step of a lever is felt; nothing where the step lowers the value or is the beginning.
fn then(scenario: &Scenario, row: &Declaration, day: Day, ours: &Timeline) -> Text {
    let Some((_, other, nl, en)) = THEN.iter().find(|(name, ..)| *name == row.name) else {
        return Text::default();
    };
    let raises = || {
        let (before, after) = (ours.at(day - Days(1)), ours.at(day));
        before.iter().zip(after).any(|(before, after)| after > before)
    };
    let Some(index) = levers::find(other).filter(|_| day > scenario.start && raises()) else {
        return Text::default();
    };
    let value = scenario.policy.timeline(index).at(day).first().copied().unwrap_or(0.0);
    let tell = |text: &str| format!("; {} ({other})", text.replace("{}", &show(value)));
    Text::new(tell(nl), tell(en))
}

fn both(say: impl Fn(Language) -> String) -> Text {
    Text::new(say(Language::Nl), say(Language::En))
}

fn binds(binds: Binds) -> (&'static str, &'static str) {
    match binds {
        Binds::Today => ("voor iedereen vanaf die dag", "for everyone from that day on"),
        Binds::At(Moment::Made) => {
            ("voor wie daarna de asielwens uit", "for those who make their application from then on")
        }
        Binds::At(Moment::Registered) => {
            ("voor wie daarna wordt geregistreerd", "for those registered from then on")
        }
        Binds::At(Moment::Lodged) => {
            ("voor aanvragen die daarna zijn ingediend", "for applications lodged from then on")
        }
        Binds::At(Moment::Decided) => ("voor besluiten vanaf die dag", "for decisions from then on"),
        Binds::At(Moment::Granted) => {
            ("voor vergunningen die daarna zijn verleend", "for permits granted from then on")
        }
        Binds::At(Moment::FamilyApplied) => {
            ("voor nareisaanvragen vanaf die dag", "for family applications from then on")
        }
        Binds::At(Moment::FamilyDecided) => {
            ("voor nareisbesluiten vanaf die dag", "for family decisions from then on")
        }
        Binds::At(Moment::Accepted) => {
            ("voor claims die daarna zijn geaccepteerd", "for claims accepted from then on")
        }
        Binds::At(Moment::Responsible) => (
            "voor wie Nederland daarna verantwoordelijk wordt",
            "for those for whom the Netherlands becomes responsible from then on",
        ),
        Binds::At(Moment::Returned) => {
            ("voor terugkeerbesluiten vanaf die dag", "for return decisions from then on")
        }
        Binds::At(Moment::RenewalDue) => ("voor verlengingen vanaf die dag", "for renewals due from then on"),
    }
}

pub(super) fn brake(trigger: &Trigger) -> (String, String) {
    let row = levers::declaration(trigger.lever);
    let condition = |c: &crate::policy::Condition| {
        let word = crate::policy::Indicator::WORDS[c.indicator as usize];
        let (nl, en) = if c.above { ("boven", "above") } else { ("onder", "below") };
        let limit = show(c.threshold);
        (
            format!("{word} {} dagen {nl} {limit} ligt", c.days),
            format!("{word} lies {en} {limit} for {} days", c.days),
        )
    };
    let (value, when) = (written(row, &trigger.values), condition(&trigger.when));
    let (mut nl, mut en) = (
        format!("noodrem: {} ({}) wordt {value} zodra {}", row.dutch, row.name, when.0),
        format!("trigger: {} ({}) becomes {value} once {}", row.name, row.dutch, when.1),
    );
    if let Some(until) = trigger.until.as_ref().map(condition) {
        nl.push_str(&format!(", tot {}", until.0));
        en.push_str(&format!(", until {}", until.1));
    }
    (nl, en)
}

#[cfg(test)]
mod tests {
    use super::super::desk::scenario;
    use super::*;

    #[test]
    fn what_differs_is_said_in_plain_sentences() {
        let law = scenario("", &[], &[]);
        assert!(differences(&law, &law).is_empty());
        let text = "[levers.inflow_scale]\n2027-01-01 = 0.8\n2028-01-01 = 1.0\nlegal_status = \"bill\"\n[uncertainties.first_applications]\nvalue = { syria = 9 }\n";
        let other = scenario(text, &[], &[]);
        let said: Vec<_> = differences(&other, &law).into_iter().map(|t| t.en).collect();
        let name = "inflow_scale (instroomscenario)";
        assert_eq!(
            said[0],
            format!("{name}: from 2027-01-01 0.8 instead of 1; for everyone from that day on; bill")
        );
        assert_eq!(said[1], format!("{name}: from 2028-01-01 the same again"));
        assert_eq!(
            said[2],
            "first_applications (eerste aanvragen per jaar), uncertainty: Syria 9 instead of Syria 1"
        );
        assert_eq!(said.len(), 3);
    }

    #[test]
    fn keyed_switches_are_on_or_off_and_nationalities_have_their_dutch_names() {
        let law = scenario("", &[], &[]);
        let text = "[levers.decision_moratorium]\n2027-01-01 = { syria = false, morocco = false }\n2028-01-01 = { syria = true }\n";
        let said = differences(&scenario(text, &[], &[]), &law);
        let (dutch, english) = (&said[0].nl, &said[0].en);
        assert!(dutch.contains("Syrië uit, Marokko uit in plaats van Syrië aan, Marokko aan;"), "{dutch}");
        assert!(english.contains("Syria off, Morocco off instead of Syria on, Morocco on;"), "{english}");
        assert!(!dutch.contains("moratorium_longest"), "{dutch}");
        assert!(said[1].nl.contains("dagen aan (moratorium_longest)"), "{}", said[1].nl);
    }

    #[test]
    fn a_step_in_places_tells_when_they_open_and_a_fall_does_not() {
        let law = scenario("", &[], &[]);
        let places = law.policy.timeline(levers::find("regular_places").unwrap()).at(law.start)[0];
        let text = format!(
            "[levers.regular_lead_days]\ninitial = 400\n[levers.regular_places]\n2027-01-01 = {}\n2028-01-01 = {}\n",
            places + 100.0,
            places + 10.0
        );
        let said = differences(&scenario(&text, &[], &[]), &law);
        let of: Vec<_> = said.iter().filter(|t| t.en.starts_with("regular_places ")).collect();
        assert!(
            of[0].en.contains("what is added opens after about 400 days (regular_lead_days)"),
            "{}",
            of[0].en
        );
        assert!(!of[1].en.contains("opens"), "{}", of[1].en);
    }
}
