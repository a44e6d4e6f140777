//! The tables of a document: what it says of one uncertainty.

use super::codes;
use super::document::unknown_key;
use super::number::show;
use super::problems::{Problems, both, none, quoted};
use super::status::{GRADE, SOURCE, unsourced};
use super::syntax::{Key, Node, Raw, text, wrong_kind};
use super::table::{UncertaintyTable, Written};
use super::value;
use crate::policy::{Declaration, Grade, Shape, levers};

const KEYS: [&str; 5] = ["value", "range", "shape", "source", "grade"];
const GRADES: [&str; 3] = ["A", "B", "C"];
const SHAPES: [&str; 2] = ["pert", "uniform"];

/// Reads `[uncertainties.name]`; of an unknown uncertainty with no row, to tell what is wrong in its table.
pub(super) fn read(
    problems: &mut Problems,
    row: Option<usize>,
    key: &Key,
    body: &Node,
) -> Option<UncertaintyTable> {
    let declaration = row.map(levers::declaration);
    let name = &declaration.map_or_else(|| quoted(&key.text), |row| row.name.to_string());
    let Raw::Table(entries) = &body.raw else {
        let written = quoted(problems.written(body.spot));
        let nl = format!("schrijf [uncertainties.{name}] en daaronder value = {written}");
        let en = format!("write [uncertainties.{name}] and below it value = {written}");
        wrong_kind(problems, body, name, ("een tabel met een waarde", "a table with a value"), (&nl, &en));
        return None;
    };
    let mut table = UncertaintyTable {
        row: row.unwrap_or(usize::MAX),
        key: key.spot,
        value: None,
        range: None,
        held: false,
        shape: None,
        source: None,
        grade: None,
        sound: true,
    };
    for (key, node) in entries {
        match key.text.as_str() {
            "value" => {
                let values = value::of(problems, declaration, node);
                table.sound &= values.is_some();
                let written = |values| Written::new(None, node.spot, values);
                table.value = values.map(written);
            }
            "range" => {
                table.range = range(problems, declaration, key, node).map(|r| (r, node.spot));
                table.sound &= table.range.is_some();
            }
            "shape" => {
                let place = value::word(problems, node, "shape", &SHAPES);
                table.shape = place.map(|p| [Shape::Pert, Shape::Uniform][p]);
            }
            "source" => table.source = text(problems, node, "source"),
            "grade" => {
                let place = value::word(problems, node, "grade", &GRADES);
                table.grade = place.map(|p| [Grade::A, Grade::B, Grade::C][p]);
            }
            _ => undated(problems, name, key, node),
        }
    }
    if table.value.is_some() || table.range.is_some() {
        let no_grade = table.grade.is_none().then_some(GRADE);
        let no_source = table.source.is_none().then_some(SOURCE);
        unsourced(problems, key.spot, name, [no_source, no_grade]);
    }
    Some(table)
}

fn undated(problems: &mut Problems, name: &str, key: &Key, node: &Node) {
    if key.text == "initial" || key.text.starts_with(|c: char| c.is_ascii_digit()) {
        let written = quoted(problems.written(node.spot));
        return problems.error(
            codes::UNKNOWN_KEY,
            key.spot,
            both(
                format!("{name} is een onzekerheid en heeft geen data"),
                format!("{name} is an uncertainty and has no dates"),
            ),
            none(),
            both(format!("schrijf value = {written}"), format!("write value = {written}")),
        );
    }
    unknown_key(problems, key, &format!("[uncertainties.{name}]"), &KEYS);
}

fn range(problems: &mut Problems, row: Option<&Declaration>, key: &Key, node: &Node) -> Option<(f64, f64)> {
    if let Some(row) = row.filter(|row| {
        row.kind.keys().is_some()
            || matches!(row.kind, crate::policy::Kind::Choice(_) | crate::policy::Kind::Switch)
    }) {
        problems.error(
            codes::KEYED_RANGE,
            key.spot,
            both(
                format!("{} is niet één getal en kan geen bandbreedte hebben", row.name),
                format!("{} is not a single number and cannot have a range", row.name),
            ),
            none(),
            both("laat range weg", "leave out range"),
        );
        return None;
    }
    let bounds = match &node.raw {
        Raw::List(items) => match items.as_slice() {
            [low, high] => Some((low, high)),
            // Decimal commas part numbers here: [0,7, 0,9] is a list of four.
            [a, b, c, d] => {
                let number = |whole: &Node, part: &Node| {
                    let digits = |node: &Node| problems.written(node.spot).trim().to_string();
                    format!("{}.{}", digits(whole), digits(part))
                };
                let meant = format!("range = [{}, {}]", number(a, b), number(c, d));
                problems.error(
                    codes::KIND,
                    node.spot,
                    both(
                        "range is een lijst van twee getallen, en een getal heeft geen komma",
                        "range is a list of two numbers, and a number has no comma",
                    ),
                    none(),
                    both(format!("schrijf {meant}"), format!("write {meant}")),
                );
                return None;
            }
            _ => None,
        },
        _ => None,
    };
    let Some((low, high)) = bounds else {
        let cure = ("schrijf range = [laagste, hoogste]", "write range = [lowest, highest]");
        let asked = ("een lijst van twee getallen", "a list of two numbers");
        wrong_kind(problems, node, "range", asked, cure);
        return None;
    };
    let number = |problems: &mut Problems, node| {
        value::of(problems, row, node).and_then(|v| v.first().copied().flatten())
    };
    let (low, high) = (number(problems, low), number(problems, high));
    let (low, high) = (low?, high?);
    if low > high {
        problems.error(
            codes::RANGE,
            node.spot,
            both("de bandbreedte is omgekeerd", "the range is reversed"),
            none(),
            both(
                format!("schrijf range = [{}, {}]", show(high), show(low)),
                format!("write range = [{}, {}]", show(high), show(low)),
            ),
        );
        return None;
    }
    Some((low, high))
}
