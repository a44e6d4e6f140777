//! `[thresholds]`: values of series that readers want to know the chance of passing. They change nothing in a run.

use super::codes;
use super::document::unknown_key;
use super::layers::Layers;
use super::problems::{Problems, both, none, quoted};
use super::suggest;
use super::syntax::{Node, Raw, text, wrong_kind};
use crate::record::Series;

const KEYS: [&str; 4] = ["series", "above", "below", "source"];

/// A value of a series that is watched.
#[derive(Clone, PartialEq, Debug)]
pub struct Threshold {
    /// Its name in the scenario.
    pub name: String,
    /// The series.
    pub series: Series,
    /// Whether passing means rising above it; else it means falling below it.
    pub above: bool,
    /// The value, in the unit of the series.
    pub value: f64,
    /// Where it comes from; `choice: ...` where nobody has laid it down.
    pub source: String,
}

/// Reads the table. A threshold that is wrong has had its complaint and is left out.
pub(super) fn read(problems: &mut Problems, node: &Node) -> Vec<Threshold> {
    let Raw::Table(entries) = &node.raw else {
        let cure = ("schrijf [thresholds.naam]", "write [thresholds.name]");
        wrong_kind(problems, node, "thresholds", ("een tabel", "a table"), cure);
        return Vec::new();
    };
    entries.iter().filter_map(|(key, body)| one(problems, &key.text, body)).collect()
}

fn one(problems: &mut Problems, name: &str, node: &Node) -> Option<Threshold> {
    let Raw::Table(entries) = &node.raw else {
        let example = "{ series = \"open_cases\", above = 60000, source = \"choice\" }";
        let (nl, en) = (format!("schrijf {example}"), format!("write {example}"));
        wrong_kind(problems, node, "thresholds", ("een tabel", "a table"), (&nl, &en));
        return None;
    };
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[thresholds]", &KEYS);
    }
    let series = match field("series") {
        Some(node) => series(problems, node),
        None => {
            lacking(problems, node, name, "series = \"open_cases\"");
            None
        }
    };
    let source = match field("source") {
        Some(node) => text(problems, node, "source"),
        None => {
            lacking(problems, node, name, "source = \"choice: ...\"");
            None
        }
    };
    let limit = match (field("above"), field("below")) {
        (Some(node), None) => number(problems, node).map(|value| (true, value)),
        (None, Some(node)) => number(problems, node).map(|value| (false, value)),
        _ => {
            lacking(problems, node, name, "above = 60000, of/or below = 60000");
            None
        }
    };
    let ((above, value), series, source) = (limit?, series?, source?);
    Some(Threshold { name: name.to_string(), series, above, value, source })
}

fn lacking(problems: &mut Problems, node: &Node, name: &str, line: &str) {
    let name = quoted(name);
    problems.error(
        codes::THRESHOLD,
        node.spot,
        both(
            format!("de drempel `{name}` is niet compleet"),
            format!("the threshold `{name}` is not complete"),
        ),
        none(),
        both(format!("zet erbij: {line}"), format!("add: {line}")),
    );
}

/// The series of this name; an unknown one has its complaint.
pub(super) fn series(problems: &mut Problems, node: &Node) -> Option<Series> {
    let word = text(problems, node, "series")?;
    let found = Series::from_id(&word);
    if found.is_none() {
        let shown = quoted(&word);
        let help = match suggest::nearest(&word, Series::ALL.iter().flat_map(|s| [s.id(), s.dutch()])) {
            Some(meant) => both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
            None => both("`doorstroom series` noemt alle reeksen", "`doorstroom series` lists all series"),
        };
        let title = both(format!("er is geen reeks `{shown}`"), format!("there is no series `{shown}`"));
        problems.error(codes::THRESHOLD, node.spot, title, none(), help);
    }
    found
}

fn number(problems: &mut Problems, node: &Node) -> Option<f64> {
    match node.raw {
        Raw::Number(number) if number.is_finite() && number >= 0.0 => Some(number),
        Raw::Number(_) => {
            problems.error(
                codes::THRESHOLD,
                node.spot,
                both(
                    "een drempel is een eindig getal van 0 of meer",
                    "a threshold is a finite number of 0 or more",
                ),
                none(),
                both("schrijf bijvoorbeeld above = 60000", "write for example above = 60000"),
            );
            None
        }
        _ => {
            let cure = ("schrijf bijvoorbeeld above = 60000", "write for example above = 60000");
            wrong_kind(problems, node, "above, below", ("een getal", "a number"), cure);
            None
        }
    }
}

/// The thresholds of all layers, a later one in the place of an earlier one of the same name.
pub(super) fn merged(layers: &Layers) -> Vec<Threshold> {
    let mut thresholds: Vec<Threshold> = Vec::new();
    for threshold in layers.list.iter().flat_map(|a| &a.document.thresholds) {
        match thresholds.iter_mut().find(|t| t.name == threshold.name) {
            Some(before) => *before = threshold.clone(),
            None => thresholds.push(threshold.clone()),
        }
    }
    thresholds
}

#[cfg(test)]
mod tests {
    use super::super::desk::{read_with, scenario};

    #[test]
    fn a_later_layer_moves_a_threshold_and_adds_its_own() {
        let beneath = (
            "other.toml",
            "extends = \"base.toml\"\n[thresholds.full]\nseries = \"reception\"\nabove = 1\nsource = \"choice\"\n",
        );
        let text = "extends = \"other.toml\"\n[thresholds]\nfull = { series = \"reception\", below = 2, source = \"act\" }\nmany = { series = \"open_cases\", above = 9, source = \"choice\" }\n";
        let found = scenario(text, &[], &[beneath]).thresholds;
        let seen: Vec<_> = found.iter().map(|t| (t.name.as_str(), t.above, t.value)).collect();
        assert_eq!(seen, [("full", false, 2.0), ("many", true, 9.0)]);
    }

    #[test]
    fn what_is_wrong_with_a_threshold_is_told_with_its_cure() {
        let text = "[thresholds]\na = { series = \"open_case\", above = 1, source = \"x\" }\nb = { series = \"open_cases\", above = -1, source = \"x\" }\nc = { series = \"open_cases\", above = 1, below = 2, source = \"x\" }\nd = { series = \"open_cases\", above = 1 }\ne = 5\n";
        let failed = read_with(text, &[], &[]).unwrap_err();
        let cures: Vec<_> = failed.diagnostics.iter().map(|d| d.help.as_ref().unwrap().en.as_str()).collect();
        assert_eq!(failed.diagnostics.iter().filter(|d| d.code == "DS045").count(), 4, "{cures:?}");
        assert!(cures[0].contains("open_cases") && cures[3].contains("source"), "{cures:?}");
        assert_eq!(failed.diagnostics.len(), 5);
    }
}
