//! Sets of values that fit the past together, of which a replication takes one: what a calibration writes.

use super::codes;
use super::document::unknown_row;
use super::layers::Layers;
use super::merge::Merged;
use super::number::within;
use super::problems::{Problems, Spot, both, none};
use super::syntax::{Key, Node, Raw, wrong_kind};
use crate::policy::{Declaration, Kind, Part, Role, Sets, levers};

/// No list has more sets.
const MOST: usize = 100_000;
/// A lever is multiplied by so much at most.
const LARGEST: f64 = 1_000.0;

/// A list of numbers under `[calibrated]`, one a set.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    row: usize,
    part: Part,
    numbers: Vec<f64>,
}

/// Reads `[calibrated]`: names of uncertainties, or of levers behind `times_`, each with as many numbers.
pub(super) fn read(problems: &mut Problems, node: &Node) -> Option<Vec<Column>> {
    let Raw::Table(entries) = &node.raw else {
        let cure = (
            "schrijf [calibrated] en daaronder matching_days = [56, 60]",
            "write [calibrated] and below it matching_days = [56, 60]",
        );
        wrong_kind(problems, node, "calibrated", ("een tabel", "a table"), cure);
        return None;
    };
    let columns: Vec<Column> = entries.iter().filter_map(|(key, list)| column(problems, key, list)).collect();
    if columns.len() < entries.len() || columns.is_empty() {
        return None;
    }
    let count = columns[0].numbers.len();
    if let Some(place) = columns.iter().position(|column| column.numbers.len() != count) {
        let found = columns[place].numbers.len();
        problems.error(
            codes::CALIBRATED,
            entries[place].0.spot,
            both(
                format!("hier staan {found} getallen en in de eerste lijst {count}"),
                format!("here stand {found} numbers and in the first list {count}"),
            ),
            none(),
            both("elke lijst heeft een getal per set", "each list has a number for each set"),
        );
        return None;
    }
    Some(columns)
}

fn column(problems: &mut Problems, key: &Key, list: &Node) -> Option<Column> {
    let (part, name) = match key.text.strip_prefix(Part::TIMES) {
        Some(name) => (Part::Times, name),
        None => (Part::Value, key.text.as_str()),
    };
    let Some(row) = levers::find(name) else {
        unknown_row(problems, &Key { text: name.to_owned(), spot: key.spot }, part == Part::Times);
        return None;
    };
    let declaration = levers::declaration(row);
    let numbers: Vec<f64> = match &list.raw {
        Raw::List(items) if can(declaration, part) && (1..=MOST).contains(&items.len()) => {
            items.iter().filter_map(|item| number(problems, declaration, part, item)).collect()
        }
        _ => {
            refused(problems, declaration, key.spot);
            return None;
        }
    };
    let Raw::List(items) = &list.raw else { return None };
    (numbers.len() == items.len()).then_some(Column { row, part, numbers })
}

/// Whether a row can stand in a set in this way: an uncertainty by its value, a lever by what multiplies it.
pub(super) fn can(row: &Declaration, part: Part) -> bool {
    use Kind::{Count, Days, Minutes, Mix, Money, Rate, Share};
    let amount = |kind: Kind| matches!(kind, Share | Count | Minutes | Money | Rate);
    match part {
        Part::Value => row.role != Role::Lever && (amount(row.kind) || matches!(row.kind, Days)),
        Part::Times => row.role == Role::Lever && amount(row.kind.inner()) && !matches!(row.kind, Mix(_)),
    }
}

fn number(problems: &mut Problems, row: &Declaration, part: Part, item: &Node) -> Option<f64> {
    let Raw::Number(number) = item.raw else {
        wrong_kind(problems, item, row.name, ("een getal", "a number"), ("schrijf 1.0", "write 1.0"));
        return None;
    };
    match part {
        Part::Value => within(problems, row, row.kind, row.name, number, item.spot),
        Part::Times if (0.0..=LARGEST).contains(&number) => Some(number),
        Part::Times => {
            problems.error(
                codes::BOUNDS,
                item.spot,
                both(
                    format!("een knop wordt met 0 tot {LARGEST} vermenigvuldigd"),
                    format!("a lever is multiplied by 0 to {LARGEST}"),
                ),
                none(),
                both("schrijf 1.0 om niets te veranderen", "write 1.0 to change nothing"),
            );
            None
        }
    }
}

fn refused(problems: &mut Problems, row: &Declaration, spot: Spot) {
    let name = row.name;
    problems.error(
        codes::CALIBRATED,
        spot,
        both(
            format!("{name} kan zo niet in een set staan"),
            format!("{name} cannot stand in a set in this way"),
        ),
        none(),
        both(
            "schrijf een lijst getallen: bij een onzekerheid de waarde, bij een knop `times_` en waarmee hij wordt vermenigvuldigd",
            "write a list of numbers: of an uncertainty the value, of a lever `times_` and what multiplies it",
        ),
    );
}

/// The sets of the last layer that has them. What a layer above it says of a row is a choice, and holds instead.
pub(super) fn sets(layers: &Layers, rows: &[Merged]) -> Option<Sets> {
    let (place, columns) = layers
        .list
        .iter()
        .enumerate()
        .rev()
        .find_map(|(place, applied)| Some((place, applied.document.calibrated.as_ref()?)))?;
    let free = |column: &&Column| rows[column.row].layer.is_none_or(|layer| layer <= place);
    let kept: Vec<&Column> = columns.iter().filter(free).collect();
    let count = kept.first()?.numbers.len();
    let of = |set: usize| kept.iter().map(|column| column.numbers[set]).collect();
    let heads = kept.iter().map(|column| (column.row, column.part)).collect();
    Some(Sets::new(heads, (0..count).map(of).collect()))
}

#[cfg(test)]
mod tests {
    use crate::policy::levers::inflow::INFLOW_SCALE;
    use crate::policy::levers::reception::MATCHING_DAYS;
    use crate::random::Stream;
    use crate::scenario::desk::{read_with, scenario};

    const SETS: &str = "[calibrated]\nmatching_days = [40, 60]\ntimes_inflow_scale = [0.5, 2]\n";

    #[test]
    fn a_replication_takes_the_set_of_its_number() {
        let scenario = scenario(SETS, &[], &[]);
        let day = scenario.start;
        let said = |replication: u32| {
            let policy = scenario.policy.drawn(Stream::new(1, replication), replication);
            (policy.today(MATCHING_DAYS, day).0, policy.today(INFLOW_SCALE, day))
        };
        assert_eq!([said(0), said(1), said(2)], [(40, 0.5), (60, 2.0), (40, 0.5)]);
        assert_eq!(scenario.policy.held().today(MATCHING_DAYS, day).0, 40);
        assert!(scenario.policy.uncertainties().iter().all(|one| one.index != MATCHING_DAYS.index()));
    }

    #[test]
    fn what_is_set_above_holds_instead_of_a_set() {
        let scenario = scenario(SETS, &["matching_days=77", "inflow_scale=1"], &[]);
        let policy = scenario.policy.drawn(Stream::new(1, 1), 1);
        assert_eq!(policy.today(MATCHING_DAYS, scenario.start).0, 77);
        assert_eq!(policy.today(INFLOW_SCALE, scenario.start), 1.0);
    }

    #[test]
    fn lists_that_cannot_be_sets_are_told() {
        let codes = |text: &str| -> Vec<&'static str> {
            let failed = read_with(&format!("[calibrated]\n{text}"), &[], &[]).unwrap_err();
            failed.diagnostics.iter().map(|d| d.code).collect()
        };
        assert_eq!(codes("matching_days = [40, 60]\nappeal_share = [0.8]"), ["DS047"]);
        assert_eq!(codes("matching_days = 40"), ["DS047"]);
        assert_eq!(codes("inflow_scale = [1]"), ["DS047"]);
        assert_eq!(codes("appeal_share = [0.8, 80]"), ["DS012"]);
        assert_eq!(codes("times_inflow_scale = [-1]"), ["DS012"]);
        assert_eq!(codes("matching_dayz = [40]"), ["DS007"]);
    }
}
