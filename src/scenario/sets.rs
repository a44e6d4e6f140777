//! `--set LEVER=VALUE` and `--set LEVER=VALUE@DATE`: a last layer, written on the command line.

use super::codes;
use super::dates;
use super::document::{Document, unknown_row};
use super::problems::{Problems, Source, Spot, both, none, quoted};
use super::syntax::{self, Key, Node, Raw};
use super::table::{LeverTable, UncertaintyTable, Written};
use super::value;
use crate::policy::{Kind, Role, levers};
use crate::time::Day;

/// The name under which command-line text stands in messages.
pub(super) const NAME: &str = "--set";

/// Reads the settings of a request into a document, with the file it stands in. Nothing when there are none.
/// A setting without a date holds from the start.
pub(super) fn read(
    problems: &mut Problems,
    sets: &[String],
    start: Option<Day>,
) -> Option<(usize, Document)> {
    if sets.is_empty() {
        return None;
    }
    let file = problems.sources.len();
    let clean: Vec<String> = sets.iter().map(|s| s.replace(['\n', '\r'], " ")).collect();
    problems.sources.push(Source { name: NAME.into(), text: clean.join("\n"), embedded: false });
    let mut document = Document::default();
    let mut begin = 0;
    for set in &clean {
        let spot = Spot { file, start: begin, end: begin + set.len() };
        begin += set.len() + 1;
        if set.len() > 100_000 {
            unreadable(problems, Spot { end: spot.start, ..spot });
            continue;
        }
        one(problems, set, spot, start, &mut document);
    }
    Some((file, document))
}

fn one(problems: &mut Problems, set: &str, spot: Spot, start: Option<Day>, document: &mut Document) {
    let Some((name, rest)) = set.split_once('=') else { return unreadable(problems, spot) };
    let place = |from: usize, length: usize| Spot {
        start: spot.start + from,
        end: spot.start + from + length,
        ..spot
    };
    let key = Key { text: name.trim().to_string(), spot: place(0, name.len()) };
    let behind = name.len() + 1;
    let (written, date) = match rest.rsplit_once('@') {
        Some((written, date)) => {
            (written, Some((date.trim(), place(behind + written.len() + 1, date.len()))))
        }
        None => (rest, None),
    };
    let spot = place(behind, written.len());
    let (row_name, part) = match key.text.split_once('.') {
        Some((row, part)) => (row, Some(part)),
        None => (key.text.as_str(), None),
    };
    let Some(row) = levers::find(row_name) else {
        // The value is looked at all the same.
        let key = Key { text: row_name.to_string(), ..key };
        if let Some(row) = unknown_row(problems, &key, true) {
            let node = node(problems, written, spot, row.kind, part, key.spot);
            value::read(problems, row, &node);
        }
        return;
    };
    document.mentioned.insert(row);
    let declaration = levers::declaration(row);
    let is_never = matches!(written.trim(), "never" | "nooit") && part.is_none() && date.is_none();
    if is_never && declaration.role == Role::Lever {
        return never(problems, document, row, key.spot, spot);
    }
    let node = node(problems, written, spot, declaration.kind, part, key.spot);
    let values = value::read(problems, declaration, &node);
    let day = match date {
        Some((text, at)) if declaration.role == Role::Lever => match dates::day_of(problems, text, at) {
            Some(day) => Some(day),
            None => return,
        },
        Some((_, at)) => {
            problems.error(
                codes::SET,
                at,
                both(
                    format!("{row_name} is een onzekerheid en heeft geen datum"),
                    format!("{row_name} is an uncertainty and has no date"),
                ),
                none(),
                both("laat @ en de datum weg", "leave out @ and the date"),
            );
            return;
        }
        None => start,
    };
    let Some(values) = values else { return };
    let written = Written::new(day, spot, values);
    if declaration.role == Role::Lever {
        lever(problems, document, row, key.spot, written);
    } else {
        uncertainty(problems, document, row, key.spot, written);
    }
}

/// The measure is left out: no step of it after the start, as `never = true` in a file.
fn never(problems: &mut Problems, document: &mut Document, row: usize, key: Spot, spot: Spot) {
    let table = table(document, row, key);
    if table.never.is_some() || table.initial.is_some() || !table.steps.is_empty() {
        return twice(problems, spot);
    }
    table.never = Some(spot);
}

/// The table of a lever, which begins with the first setting of it.
fn table(document: &mut Document, row: usize, key: Spot) -> &mut LeverTable {
    let place = document.levers.iter().position(|t| t.row == row).unwrap_or_else(|| {
        document.levers.push(LeverTable {
            row,
            key,
            initial: None,
            steps: Vec::new(),
            never: None,
            shift: None,
            binds: None,
            source: Some(NAME.into()),
            source_nl: None,
            status: None,
            lapsed_on: None,
            sound: true,
        });
        document.levers.len() - 1
    });
    &mut document.levers[place]
}

fn lever(problems: &mut Problems, document: &mut Document, row: usize, key: Spot, written: Written) {
    let table = table(document, row, key);
    if table.never.is_some() {
        return twice(problems, written.spot);
    }
    if written.from.is_none() {
        table.initial = Some(written);
        return;
    }
    if let Some(before) = table.steps.iter_mut().find(|s| s.from == written.from) {
        // Two keys of one value, `a.syria=1` and `a.other=2`, are one step.
        let apart = before.values.iter().zip(&written.values).all(|(a, b)| a.is_none() || b.is_none());
        if !apart {
            return twice(problems, written.spot);
        }
        before.values.iter_mut().zip(&written.values).for_each(|(a, b)| *a = a.or(*b));
        return;
    }
    table.steps.push(written);
    table.steps.sort_by_key(|s| s.from);
}

fn uncertainty(problems: &mut Problems, document: &mut Document, row: usize, key: Spot, written: Written) {
    let written = Written { from: None, ..written };
    if let Some(table) = document.uncertainties.iter_mut().find(|t| t.row == row) {
        if let Some(before) = &mut table.value {
            let apart = before.values.iter().zip(&written.values).all(|(a, b)| a.is_none() || b.is_none());
            if !apart {
                return twice(problems, written.spot);
            }
            before.values.iter_mut().zip(&written.values).for_each(|(a, b)| *a = a.or(*b));
        }
        return;
    }
    document.uncertainties.push(UncertaintyTable {
        row,
        key,
        value: Some(written),
        range: None,
        held: true,
        shape: None,
        source: Some(NAME.into()),
        grade: None,
        sound: true,
    });
}

/// The value as a tree: TOML, or a bare word where the lever takes words; under its key where one was named.
fn node(
    problems: &mut Problems,
    written: &str,
    spot: Spot,
    kind: Kind,
    part: Option<&str>,
    key: Spot,
) -> Node {
    let trimmed = written.trim();
    let lead = written.len() - written.trim_start().len();
    let spot = Spot { start: spot.start + lead, end: spot.start + lead + trimmed.len(), ..spot };
    let bare = Node { spot, raw: Raw::Text(trimmed.to_string()) };
    let node = syntax::value(problems, spot).unwrap_or(bare);
    match (part, kind) {
        (Some(part), _) => {
            let key = Key { text: part.to_string(), spot: key };
            Node { spot, raw: Raw::Table(vec![(key, node)]) }
        }
        // A single word is a list of one.
        (None, Kind::Set(_)) if matches!(node.raw, Raw::Text(_)) => Node { spot, raw: Raw::List(vec![node]) },
        (None, _) => node,
    }
}

fn unreadable(problems: &mut Problems, spot: Spot) {
    let shown = quoted(problems.written(spot));
    problems.error(
        codes::SET,
        spot,
        both(format!("`{shown}` is geen instelling"), format!("`{shown}` is not a setting")),
        none(),
        both(
            "schrijf --set KNOP=WAARDE of --set KNOP=WAARDE@2027-01-01",
            "write --set LEVER=VALUE or --set LEVER=VALUE@2027-01-01",
        ),
    );
}

fn twice(problems: &mut Problems, spot: Spot) {
    problems.error(
        codes::DUPLICATE,
        spot,
        both("dit wordt twee keer gezet", "this is set twice"),
        none(),
        both("laat er één weg", "leave one of the two out"),
    );
}

#[cfg(test)]
mod tests {
    use super::super::desk::{read_with, scenario};
    use crate::policy::levers;

    #[test]
    fn never_leaves_a_measure_out_as_a_file_does_and_stands_beside_no_other_setting() {
        let text = "[levers.inflow_scale]\n2027-01-01 = 0.8\n";
        let row = levers::find("inflow_scale").unwrap();
        let steps = |sets: &[&str]| scenario(text, sets, &[]).policy.timeline(row).steps().len();
        assert_eq!(steps(&[]), steps(&["inflow_scale=never"]) + 1);
        assert_eq!(steps(&["inflow_scale=nooit"]), steps(&["inflow_scale=never"]));
        for sets in [
            ["inflow_scale=never", "inflow_scale=0.9@2027-06-01"],
            ["inflow_scale=0.9@2027-06-01", "inflow_scale=never"],
        ] {
            assert!(read_with(text, &sets, &[]).is_err());
        }
    }
}
