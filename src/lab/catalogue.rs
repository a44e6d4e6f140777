//! What there is to choose: the scenarios to begin from, the assignment letter measure by measure, and every lever.

use std::io;

use serde_json::{Map, Value, json};

use super::capital;
use super::desk::LAW;
use super::texts::TEXTS;
use crate::diagnostic::Language;
use crate::policy::letter::{MEASURES, TASKS};
use crate::policy::{Declaration, Grade, Kind, Role, levers, relations, unit, word};
use crate::report::{answer, explain};
use crate::scenario::library::{self, COMMONEST, Place};
use crate::scenario::{LegalStatus, Request, Scenario, read};
use crate::time::Day;

/// Everything that the page needs to know before the core has answered, in both languages.
pub(super) fn catalogue() -> Value {
    let law = embedded(LAW);
    let all: Vec<Value> = rows().map(|(index, row)| lever(index, row, &law)).collect();
    let stories = library::entries().iter().filter(|entry| entry.kind == Place::Story);
    // What somebody proposes takes effect on the first of January after the day up to which the law is known.
    let first = Day::from_ymd(law.data_date.year() + 1, 1, 1).unwrap_or(law.start);
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "texts": { "nl": texts(Language::Nl), "en": texts(Language::En) },
        "law": story(LAW),
        "stories": stories.map(|entry| story(entry.name)).collect::<Vec<_>>(),
        "common": COMMONEST.map(|index| levers::declaration(index).name),
        "tasks": tasks(),
        "levers": all,
        "views": answer::views(Language::Nl).iter().zip(answer::views(Language::En)).map(|(nl, en)| {
            json!({ "name": nl.name, "title": both(nl.title, en.title) })
        }).collect::<Vec<_>>(),
        "statuses": LegalStatus::ALL.iter().map(|status| {
            json!({ "word": status.word(), "title": both(status.dutch(), status.english()) })
        }).collect::<Vec<_>>(),
        "first": first.to_string(),
        "start": law.start.to_string(),
        "end": law.end.to_string(),
    })
}

fn texts(language: Language) -> Value {
    let said = |&(key, nl, en): &(&str, &str, &str)| {
        (key.to_owned(), Value::from(if language == Language::Nl { nl } else { en }))
    };
    Value::Object(TEXTS.iter().map(said).collect::<Map<_, _>>())
}

fn both(nl: &str, en: &str) -> Value {
    json!({ "nl": nl, "en": en })
}

fn rows() -> impl Iterator<Item = (usize, &'static Declaration)> {
    levers::all().enumerate().filter(|(_, row)| row.role == Role::Lever)
}

fn embedded(name: &str) -> Scenario {
    let files = |_: &str| Err(io::ErrorKind::NotFound.into());
    let checked = read(&Request { scenario: name, sets: &[], files: &files });
    checked.map(|checked| checked.scenario).expect("an embedded scenario is sound")
}

fn story(name: &str) -> Value {
    let scenario = embedded(name);
    // Names of scenarios stand between backticks in their files.
    let about = [&scenario.description.nl, &scenario.description.en].map(|text| text.replace('`', ""));
    json!({
        "name": name,
        "title": both(&scenario.title.nl, &scenario.title.en),
        "about": both(&about[0], &about[1]),
    })
}

/// The letter in its order and words, with the levers of each measure.
fn tasks() -> Vec<Value> {
    let task = |(number, (nl, en)): (usize, &(&str, &str))| {
        let measures = MEASURES.iter().filter(|measure| usize::from(measure.task) == number);
        let measures = measures.map(|measure| {
            let of = measure.rows().filter(|(_, row)| row.role == Role::Lever);
            json!({
                "phrase": measure.phrases[0],
                "asks": both(measure.asks.0, measure.asks.1),
                "stands": both(measure.stands.0, measure.stands.1),
                "missing": both(measure.missing.0, measure.missing.1),
                "levers": of.map(|(_, row)| row.name).collect::<Vec<_>>(),
            })
        });
        json!({ "title": both(nl, en), "measures": measures.collect::<Vec<_>>() })
    };
    TASKS.iter().enumerate().map(task).collect()
}

fn lever(index: usize, row: &'static Declaration, law: &Scenario) -> Value {
    let inner = row.kind.inner();
    let words: &[&str] = match row.kind {
        Kind::Choice(words) => words,
        kind => kind.keys().unwrap_or(&[]),
    };
    let words = words.iter().map(|word| {
        json!({ "word": word, "nl": word::said(word, Language::Nl), "en": word::said(word, Language::En) })
    });
    let (low, high) = match inner {
        Kind::Share => (row.range.0.max(0.0), row.range.1.min(1.0)),
        _ => row.range,
    };
    let value = &law.values[index];
    let status = value.status.unwrap_or(LegalStatus::Unknown);
    json!({
        "name": row.name,
        "title": both(&capital(row.dutch), &capital(&row.title(Language::En))),
        "says": both(row.dutch_says, row.says.trim()),
        "unit": both(unit::dutch(row.unit), row.unit),
        "kind": kind(row.kind),
        "inner": kind(inner),
        "words": words.collect::<Vec<_>>(),
        "low": low,
        "high": high,
        "binds": both(explain::bound(row.binds, Language::Nl), explain::bound(row.binds, Language::En)),
        "aliases": row.aliases,
        "chapter": both(word::chapter(row.chapter), row.chapter),
        "source": both(&value.sources.nl, &value.sources.en),
        "status": both(status.dutch(), status.english()),
        "rests": rests(row, value.moved_by, law),
        "effect": effect(row, law),
    })
}

/// What the effect of a lever is made of: mechanical where it follows from rules and capacities alone; sourced or assumed where
/// it also rests on what nobody chooses, by the least sure of that.
fn effect(row: &Declaration, law: &Scenario) -> &'static str {
    let on = relations::rests_on(row.name);
    let sure = |name: &&str| {
        let grade = levers::find(name).and_then(|index| law.values[index].grade);
        matches!(grade, Some(Grade::A | Grade::B))
    };
    match (row.role, on.is_empty()) {
        (Role::Lever, true) => "mechanical",
        (Role::Lever, false) if on.iter().all(sure) => "sourced",
        (Role::Lever, false) | (Role::Behaviour | Role::Uncertainty, _) => "assumed",
    }
}

/// The uncertainties on which a value or its effect rests, with how sure each is.
fn rests(row: &Declaration, moved_by: Option<usize>, law: &Scenario) -> Vec<Value> {
    let named = relations::rests_on(row.name).iter().filter_map(|name| levers::find(name));
    let mut all: Vec<usize> = moved_by.into_iter().chain(named).collect();
    all.dedup();
    let rest = |index: usize| {
        let row = levers::declaration(index);
        let grade = law.values[index].grade.map(|grade| match grade {
            Grade::A => "A",
            Grade::B => "B",
            Grade::C => "C",
        });
        json!({ "title": both(row.dutch, &row.title(Language::En)), "grade": grade })
    };
    all.into_iter().map(rest).collect()
}

/// The name of a kind for the page.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Switch => "switch",
        Kind::Share => "share",
        Kind::Count => "count",
        Kind::Minutes => "minutes",
        Kind::Days => "days",
        Kind::Money => "money",
        Kind::Rate => "rate",
        Kind::Choice(_) => "choice",
        Kind::Set(_) => "set",
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => "keyed",
    }
}
