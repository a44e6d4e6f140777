//! `[milestones]`: dated events that stand beneath every chart, such as those of a planning. They change nothing in a run.

use super::codes;
use super::document::{anchor, unknown_key};
use super::layers::Layers;
use super::problems::{Problems, both, none, quoted};
use super::syntax::{Node, Raw, text, wrong_kind};
use crate::diagnostic::Text;
use crate::time::Day;

const KEYS: [&str; 4] = ["date", "nl", "en", "source"];

/// A dated event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// Its name in the scenario.
    pub name: String,
    /// Its day.
    pub date: Day,
    /// What it is, in a few words.
    pub says: Text,
    /// Where it comes from.
    pub source: String,
}

/// Reads the table. A milestone that is wrong has had its complaint and is left out.
pub(super) fn read(problems: &mut Problems, node: &Node) -> Vec<Milestone> {
    let Raw::Table(entries) = &node.raw else {
        let cure = ("schrijf [milestones.naam]", "write [milestones.name]");
        wrong_kind(problems, node, "milestones", ("een tabel", "a table"), cure);
        return Vec::new();
    };
    entries.iter().filter_map(|(key, body)| one(problems, &key.text, body)).collect()
}

fn one(problems: &mut Problems, name: &str, node: &Node) -> Option<Milestone> {
    let Raw::Table(entries) = &node.raw else {
        let example = "{ date = 2027-06-12, nl = \"...\", en = \"...\", source = \"...\" }";
        let (nl, en) = (format!("schrijf {example}"), format!("write {example}"));
        wrong_kind(problems, node, "milestones", ("een tabel", "a table"), (&nl, &en));
        return None;
    };
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[milestones]", &KEYS);
    }
    let mut found = KEYS.map(|key| match field(key) {
        Some(node) => Some(node),
        None => {
            let line =
                if key == "date" { "date = 2027-06-12".to_owned() } else { format!("{key} = \"...\"") };
            lacking(problems, node, name, &line);
            None
        }
    });
    let date = found[0].take().and_then(|node| anchor(problems, node, "date"));
    let mut said = |n: usize| found[n].take().and_then(|node| text(problems, node, KEYS[n]));
    let (nl, en, source) = (said(1), said(2), said(3));
    Some(Milestone { name: name.to_string(), date: date?, says: Text::new(nl?, en?), source: source? })
}

fn lacking(problems: &mut Problems, node: &Node, name: &str, line: &str) {
    let name = quoted(name);
    problems.error(
        codes::MILESTONE,
        node.spot,
        both(
            format!("de mijlpaal `{name}` is niet compleet"),
            format!("the milestone `{name}` is not complete"),
        ),
        none(),
        both(format!("zet erbij: {line}"), format!("add: {line}")),
    );
}

/// The milestones of all layers by date, a later one in the place of an earlier one of the same name.
pub(super) fn merged(layers: &Layers) -> Vec<Milestone> {
    let mut milestones: Vec<Milestone> = Vec::new();
    for milestone in layers.list.iter().flat_map(|a| &a.document.milestones) {
        match milestones.iter_mut().find(|m| m.name == milestone.name) {
            Some(before) => *before = milestone.clone(),
            None => milestones.push(milestone.clone()),
        }
    }
    milestones.sort_by(|a, b| (a.date, &a.name).cmp(&(b.date, &b.name)));
    milestones
}

#[cfg(test)]
mod tests {
    use super::super::desk::{read_with, scenario};

    #[test]
    fn a_later_layer_moves_a_milestone_and_adds_its_own_in_the_order_of_their_days() {
        let beneath = (
            "other.toml",
            "extends = \"base.toml\"\n[milestones.plan]\ndate = 2026-10-01\nnl = \"plan\"\nen = \"plan\"\nsource = \"letter\"\n",
        );
        let text = "extends = \"other.toml\"\n[milestones]\nplan = { date = 2026-12-01, nl = \"plan\", en = \"a plan\", source = \"letter\" }\nlaw = { date = 2026-06-12, nl = \"wet\", en = \"act\", source = \"act\" }\n";
        let found = scenario(text, &[], &[beneath]).milestones;
        let seen: Vec<_> = found.iter().map(|m| (m.date.to_string(), m.says.en.to_string())).collect();
        let told = [("2026-06-12", "act"), ("2026-12-01", "a plan")];
        assert_eq!(seen, told.map(|(day, says)| (day.to_owned(), says.to_owned())));
    }

    #[test]
    fn what_is_wrong_with_a_milestone_is_told_with_its_cure() {
        let text = "[milestones]\na = { date = 2026-10-01, nl = \"x\", en = \"x\" }\nb = 5\nc = { date = 2026-10-01, nl = \"x\", en = \"x\", source = \"x\", where = \"x\" }\n";
        let failed = read_with(text, &[], &[]).unwrap_err();
        let cures: Vec<_> =
            failed.diagnostics.iter().map(|d| d.help.as_ref().unwrap().en.to_string()).collect();
        assert_eq!(failed.diagnostics.iter().filter(|d| d.code == "DS048").count(), 1, "{cures:?}");
        assert!(cures[0].contains("source") && cures.len() == 3, "{cures:?}");
    }
}
