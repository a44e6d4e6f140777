//! The cases open when a run begins: a table by nationality and age of case.

use super::codes;
use super::layers::Layers;
use super::problems::{Problems, Spot, both, none};
use super::scenario::OpenCases;
use super::{Request, tables};
use crate::flow::Stage;
use crate::time::Days;

const COLUMNS: [&str; 4] = ["nationality", "age_from_days", "age_to_days", "persons"];

/// No case is older [days].
const OLDEST: i32 = 36_500;

/// No row has more persons.
const MOST: u32 = 1_000_000;

/// Reads the table that the last layer names. Empty when none does.
pub(super) fn read(problems: &mut Problems, request: &Request, layers: &Layers) -> Vec<OpenCases> {
    let named = layers.list.iter().rev().find_map(|a| a.document.open_cases.as_ref());
    let Some((name, spot)) = named else { return Vec::new() };
    let Some(table) = tables::find(problems, request, codes::STOCK, (name, *spot)) else { return Vec::new() };
    let mut reader = tables::reader(&table);
    let headers = reader.headers().cloned().unwrap_or_default();
    let Some(places) = tables::columns(problems, codes::STOCK, &table, &headers, COLUMNS) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for record in reader.records().flatten() {
        let field = |column: usize| record.get(places[column]).unwrap_or("");
        rows.extend(row(problems, tables::spot(&table, &record), field));
    }
    rows
}

fn row<'a>(problems: &mut Problems, spot: Spot, field: impl Fn(usize) -> &'a str) -> Option<OpenCases> {
    let nationality = tables::nationality(problems, codes::STOCK, spot, field(0));
    let age = |text: &str| text.parse::<i32>().ok().filter(|age| (0..=OLDEST).contains(age));
    let ages = age(field(1)).zip(age(field(2))).filter(|(from, to)| from <= to);
    if ages.is_none() {
        let title = both("de leeftijd van de zaken klopt niet", "the age of the cases is not right");
        let help = both(
            format!("schrijf hele dagen van 0 tot {OLDEST}, de laagste eerst"),
            format!("write whole days from 0 to {OLDEST}, the lowest first"),
        );
        problems.error(codes::STOCK, spot, title, none(), help);
    }
    let persons = field(3).parse::<u32>().ok().filter(|n| *n <= MOST);
    if persons.is_none() {
        let title = both("het aantal personen klopt niet", "the number of persons is not right");
        let help = both(
            format!("schrijf een geheel getal van 0 tot {MOST}"),
            format!("write a whole number from 0 to {MOST}"),
        );
        problems.error(codes::STOCK, spot, title, none(), help);
    }
    let (from, to) = ages?;
    let stage = Stage::Decision;
    Some(OpenCases {
        stage,
        nationality: nationality?,
        age_from: Days(from),
        age_to: Days(to),
        persons: persons?,
    })
}
