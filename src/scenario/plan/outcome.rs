//! What is written down of each run of a sweep.

use super::super::codes;
use super::super::dates;
use super::super::document::unknown_key;
use super::super::problems::{Problems, both, none, quoted};
use super::super::syntax::{Node, Raw, wrong_kind};
use super::super::thresholds::series;
use super::super::value::word;
use crate::record::Series;
use crate::time::Day;

const KEYS: [&str; 4] = ["series", "take", "at", "level"];
const TAKES: [&str; 8] = ["last", "at", "mean", "maximum", "minimum", "total", "first_above", "months"];

/// Which number of a series.
#[derive(Copy, Clone, PartialEq, Debug)]
pub enum Take {
    /// That of the last month.
    Last,
    /// That of the month in which this day lies.
    At(Day),
    /// The mean over the months.
    Mean,
    /// The largest of the months.
    Maximum,
    /// The smallest.
    Minimum,
    /// The sum over the months.
    Total,
    /// The first month in which the series lies above this level, counted from 1; nothing if it never does.
    FirstAbove(f64),
    /// Every month, a column each.
    Months,
}

/// One outcome of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Measure {
    /// Its name: the heading of its column.
    pub name: String,
    /// Of which series.
    pub series: Series,
    /// What of it.
    pub take: Take,
}

/// Reads the table of outcomes. One that is wrong has had its complaint and is left out.
pub(super) fn read(problems: &mut Problems, node: &Node) -> Vec<Measure> {
    let Raw::Table(entries) = &node.raw else {
        let cure = ("schrijf [outcomes.naam]", "write [outcomes.name]");
        wrong_kind(problems, node, "outcomes", ("een tabel", "a table"), cure);
        return Vec::new();
    };
    entries.iter().filter_map(|(key, body)| one(problems, &key.text, body)).collect()
}

fn one(problems: &mut Problems, name: &str, node: &Node) -> Option<Measure> {
    let Raw::Table(entries) = &node.raw else {
        let cure = (
            "schrijf { series = \"open_cases\", take = \"last\" }",
            "write { series = \"open_cases\", take = \"last\" }",
        );
        wrong_kind(problems, node, name, ("een tabel", "a table"), cure);
        return None;
    };
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[outcomes]", &KEYS);
    }
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    let series = match field("series") {
        Some(node) => series(problems, node),
        None => {
            lacks(problems, node, name, "series = \"open_cases\"");
            None
        }
    };
    let take = match field("take") {
        Some(take) => match word(problems, take, "take", &TAKES)? {
            0 => Take::Last,
            1 => match field("at") {
                Some(day) => Take::At(dates::day(problems, day, "at")?),
                None => {
                    lacks(problems, node, name, "at = 2028-12-31");
                    return None;
                }
            },
            2 => Take::Mean,
            3 => Take::Maximum,
            4 => Take::Minimum,
            5 => Take::Total,
            6 => match field("level").map(|level| &level.raw) {
                Some(Raw::Number(level)) if level.is_finite() => Take::FirstAbove(*level),
                _ => {
                    lacks(problems, node, name, "level = 75000");
                    return None;
                }
            },
            _ => Take::Months,
        },
        None => Take::Last,
    };
    Some(Measure { name: name.to_owned(), series: series?, take })
}

fn lacks(problems: &mut Problems, node: &Node, name: &str, line: &str) {
    let name = quoted(name);
    problems.error(
        codes::MISSING,
        node.spot,
        both(
            format!("de uitkomst `{name}` is niet compleet"),
            format!("the outcome `{name}` is not complete"),
        ),
        none(),
        both(format!("zet erbij: {line}"), format!("add: {line}")),
    );
}
