//! `[[triggers]]`: an emergency brake as written (*noodrem*).

use super::codes;
use super::dates::{self, Unit};
use super::document::{legal_status, unknown_key, unknown_row};
use super::problems::{Problems, Spot, both, none, quoted};
use super::status::{SOURCE, STATUS, unsourced};
use super::suggest;
use super::syntax::{Key, Node, Raw, text, wrong_kind};
use super::table::{TriggerTable, Written};
use super::value;
use crate::policy::{Condition, Indicator, Role, levers};

const KEYS: [&str; 7] = ["lever", "value", "when", "until", "source", "source_nl", "legal_status"];
const CONDITION_KEYS: [&str; 4] = ["indicator", "above", "below", "for"];

/// Reads one trigger.
pub(super) fn read(problems: &mut Problems, item: &Node) -> Option<TriggerTable> {
    let Raw::Table(entries) = &item.raw else {
        let cure = (
            "schrijf [[triggers]] en daaronder lever, value en when",
            "write [[triggers]] and below it lever, value and when",
        );
        wrong_kind(problems, item, "triggers", ("een lijst van tabellen", "a list of tables"), cure);
        return None;
    };
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[[triggers]]", &KEYS);
    }
    for name in ["lever", "value", "when"] {
        if field(name).is_none() {
            missing(problems, item.spot, name);
        }
    }
    let row = field("lever").and_then(|node| lever(problems, node));
    let values = match (row, field("value")) {
        (row, Some(node)) => value::of(problems, row.map(levers::declaration), node).map(|v| (v, node.spot)),
        (_, None) => None,
    };
    let when = field("when").map(|node| condition(problems, node));
    let until = field("until").map(|node| condition(problems, node));
    let source = field("source").and_then(|node| text(problems, node, "source"));
    let status = field("legal_status").and_then(|node| legal_status(problems, node));
    let (values, spot) = values?;
    let at = field("lever").map_or(item.spot, |node| node.spot);
    let lines = [source.is_none().then_some(SOURCE), status.is_none().then_some(STATUS)];
    unsourced(problems, at, row.map_or("", |row| levers::declaration(row).name), lines);
    let until = match until {
        Some(until) => Some(until?),
        None => None,
    };
    let source_nl = field("source_nl").and_then(|node| text(problems, node, "source_nl"));
    let value = Written { source, source_nl, status, ..Written::new(None, spot, values) };
    Some(TriggerTable { row: row?, value, when: when??, until })
}

fn missing(problems: &mut Problems, spot: Spot, name: &str) {
    let example = match name {
        "lever" => "lever = \"...\"",
        "value" => "value = ...",
        _ => "when = { indicator = \"reception_occupancy_rate\", above = 1.05, for = \"30 days\" }",
    };
    problems.error(
        codes::TRIGGER,
        spot,
        both(format!("deze noodrem heeft geen `{name}`"), format!("this trigger has no `{name}`")),
        none(),
        both(format!("zet er een regel bij: {example}"), format!("add a line: {example}")),
    );
}

fn lever(problems: &mut Problems, node: &Node) -> Option<usize> {
    let name = text(problems, node, "lever")?;
    let Some(row) = levers::find(&name) else {
        let meant = unknown_row(problems, &Key { text: name, spot: node.spot }, true)?;
        return levers::find(meant.name);
    };
    if levers::declaration(row).role == Role::Lever {
        return Some(row);
    }
    problems.error(
        codes::WRONG_TABLE,
        node.spot,
        both(
            format!("{name} kiest niemand, dus een noodrem kan het niet zetten"),
            format!("{name} is chosen by nobody, so a trigger cannot set it"),
        ),
        none(),
        both("kies een knop: `doorstroom levers` noemt ze", "choose a lever: `doorstroom levers` lists them"),
    );
    None
}

fn condition(problems: &mut Problems, node: &Node) -> Option<Condition> {
    let Raw::Table(entries) = &node.raw else {
        let example = "{ indicator = \"open_cases\", above = 50000, for = \"30 days\" }";
        let (nl, en) = (format!("schrijf {example}"), format!("write {example}"));
        wrong_kind(problems, node, "when, until", ("een tabel", "a table"), (&nl, &en));
        return None;
    };
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !CONDITION_KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "when, until", &CONDITION_KEYS);
    }
    let indicator = match field("indicator") {
        Some(node) => indicator(problems, node),
        None => {
            let list = Indicator::WORDS.join(", ");
            complain(
                problems,
                node.spot,
                ("de voorwaarde noemt geen meter", "the condition names no indicator"),
                (
                    &format!("zet er indicator = \"...\" bij; kies uit {list}"),
                    &format!("add indicator = \"...\"; choose from {list}"),
                ),
            );
            None
        }
    };
    let days = field("for").map_or(Some(1), |node| evenings(problems, node));
    let limit = match (field("above"), field("below")) {
        (Some(node), None) => threshold(problems, node).map(|t| (true, t)),
        (None, Some(node)) => threshold(problems, node).map(|t| (false, t)),
        (Some(_), Some(below)) => {
            complain(
                problems,
                below.spot,
                ("de voorwaarde heeft zowel above als below", "the condition has both above and below"),
                ("laat er één staan", "keep one of the two"),
            );
            None
        }
        (None, None) => {
            complain(
                problems,
                node.spot,
                ("de voorwaarde heeft geen drempel", "the condition has no threshold"),
                ("zet er above = ... of below = ... bij", "add above = ... or below = ..."),
            );
            None
        }
    };
    let (above, threshold) = limit?;
    Some(Condition { indicator: indicator?, above, threshold, days: days? })
}

fn complain(problems: &mut Problems, spot: Spot, title: (&str, &str), help: (&str, &str)) {
    problems.error(codes::TRIGGER, spot, both(title.0, title.1), none(), both(help.0, help.1));
}

fn indicator(problems: &mut Problems, node: &Node) -> Option<Indicator> {
    let word = text(problems, node, "indicator")?;
    let found = Indicator::from_word(&word);
    if found.is_none() {
        let list = Indicator::WORDS.join(", ");
        let help = match suggest::word(&word, Indicator::WORDS) {
            Some(meant) => both(format!("bedoelde u \"{meant}\"?"), format!("did you mean \"{meant}\"?")),
            None => both(format!("kies uit {list}"), format!("choose from {list}")),
        };
        let word = quoted(&word);
        let title = both(format!("er is geen meter \"{word}\""), format!("there is no indicator \"{word}\""));
        problems.error(codes::INDICATOR, node.spot, title, none(), help);
    }
    found
}

fn threshold(problems: &mut Problems, node: &Node) -> Option<f64> {
    match node.raw {
        Raw::Number(number) if number.is_finite() => Some(number),
        Raw::Number(_) => {
            problems.error(
                codes::NOT_FINITE,
                node.spot,
                both("de drempel moet een eindig getal zijn", "the threshold must be a finite number"),
                none(),
                both("schrijf bijvoorbeeld 1.05", "write for example 1.05"),
            );
            None
        }
        _ => {
            let cure = ("schrijf bijvoorbeeld 1.05", "write for example 1.05");
            wrong_kind(problems, node, "above, below", ("een getal", "a number"), cure);
            None
        }
    }
}

/// How many evenings in a row.
fn evenings(problems: &mut Problems, node: &Node) -> Option<u32> {
    let period = dates::period(problems, node, "for", "30 days")?;
    let days = match period.unit {
        Unit::Days => i64::from(period.number),
        Unit::Weeks => i64::from(period.number) * 7,
        Unit::Minutes | Unit::Hours | Unit::Months | Unit::Years => {
            problems.error(
                codes::UNIT,
                node.spot,
                both(
                    "`for` telt avonden, dus in dagen of weken",
                    "`for` counts evenings, so in days or weeks",
                ),
                none(),
                both("schrijf bijvoorbeeld \"30 dagen\"", "write for example \"30 days\""),
            );
            return None;
        }
    };
    if (1..=36_500).contains(&days) {
        return u32::try_from(days).ok();
    }
    problems.error(
        codes::TRIGGER,
        node.spot,
        both(
            "`for` moet ten minste één dag zijn, en hooguit honderd jaar",
            "`for` must be at least one day, and at most a hundred years",
        ),
        none(),
        both("schrijf bijvoorbeeld \"30 dagen\"", "write for example \"30 days\""),
    );
    None
}
