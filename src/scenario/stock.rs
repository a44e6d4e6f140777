//! The cases open when a run begins: a table by nationality and age of case.

use super::codes;
use super::layers::{Layers, beside};
use super::problems::{Problems, Source, Spot, both, none, quoted, unreadable};
use super::scenario::OpenCases;
use super::{Request, library, suggest, syntax};
use crate::flow::Stage;
use crate::policy::Nationality;
use crate::time::Days;

const COLUMNS: [&str; 4] = ["nationality", "age_from_days", "age_to_days", "persons"];

/// No case is older [days].
const OLDEST: i32 = 36_500;

/// No row has more persons.
const MOST: u32 = 1_000_000;

/// Reads the table that the last layer names. Empty when none does.
pub(super) fn read(problems: &mut Problems, request: &Request, layers: &Layers) -> Vec<OpenCases> {
    let named = layers.list.iter().rev().find_map(|a| a.document.open_cases.as_ref().map(|n| (a.file, n)));
    let Some((file, (name, spot))) = named else { return Vec::new() };
    let bytes = match library::reference(name) {
        Some(text) => text.as_bytes().to_vec(),
        None if name.ends_with(".csv") => {
            let path = beside(&problems.sources[file].name, name);
            match (request.files)(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    not_found(problems, *spot, name, Some(&error));
                    return Vec::new();
                }
            }
        }
        None => {
            not_found(problems, *spot, name, None);
            return Vec::new();
        }
    };
    table(problems, name, &bytes, *spot)
}

fn not_found(problems: &mut Problems, spot: Spot, name: &str, error: Option<&std::io::Error>) {
    let shown = quoted(name);
    let title = match error {
        Some(error) => unreadable(&shown, error),
        None => both(format!("er is geen tabel \"{shown}\""), format!("there is no table \"{shown}\"")),
    };
    let names: Vec<&str> = library::references().collect();
    let help = match suggest::nearest(name, names.iter().copied()) {
        Some(meant) => both(format!("bedoelde u \"{meant}\"?"), format!("did you mean \"{meant}\"?")),
        None => both(
            format!("geef een pad dat eindigt op .csv, of een van deze namen: {}", names.join(", ")),
            format!("give a path that ends in .csv, or one of these names: {}", names.join(", ")),
        ),
    };
    problems.error(codes::STOCK, spot, title, none(), help);
}

fn table(problems: &mut Problems, name: &str, bytes: &[u8], asked: Spot) -> Vec<OpenCases> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|t| t.len() <= syntax::LARGEST) else {
        let title = both(
            "de tabel is geen UTF-8-tekst van hooguit 1 MB",
            "the table is not text in UTF-8 of 1 MB at most",
        );
        problems.error(
            codes::STOCK,
            asked,
            title,
            none(),
            both("bewaar haar als CSV in UTF-8", "save it as CSV in UTF-8"),
        );
        return Vec::new();
    };
    let file = problems.sources.len();
    problems.sources.push(Source {
        name: name.to_string(),
        text: text.to_string(),
        embedded: library::reference(name).is_some(),
    });
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let headers = reader.headers().cloned().unwrap_or_default();
    let place = |column: &str| headers.iter().position(|h| h == column);
    let missing: Vec<&str> = COLUMNS.into_iter().filter(|c| place(c).is_none()).collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        problems.error(
            codes::STOCK,
            Spot { file, start: 0, end: text.lines().next().map_or(0, str::len) },
            both(format!("de tabel mist kolommen: {list}"), format!("the table lacks columns: {list}")),
            none(),
            both(
                format!("de eerste regel is {}", COLUMNS.join(",")),
                format!("the first line is {}", COLUMNS.join(",")),
            ),
        );
        return Vec::new();
    }
    let places = COLUMNS.map(place);
    let mut rows = Vec::new();
    for record in reader.records().flatten() {
        let start = record.position().map_or(0, |p| p.byte() as usize).min(text.len());
        // A comment before the record counts as part of it.
        let lead: usize = text[start..]
            .split_inclusive('\n')
            .take_while(|l| l.starts_with('#') || l.trim().is_empty())
            .map(str::len)
            .sum();
        let start = start + lead;
        let length = text[start..].lines().next().map_or(0, str::len);
        let field = |column: usize| places[column].and_then(|place| record.get(place)).unwrap_or("");
        if let Some(row) = row(problems, Spot { file, start, end: start + length }, field) {
            rows.push(row);
        }
    }
    rows
}

fn row<'a>(problems: &mut Problems, spot: Spot, field: impl Fn(usize) -> &'a str) -> Option<OpenCases> {
    let nationality = Nationality::from_key(field(0));
    if nationality.is_none() {
        let help = match suggest::nearest(field(0), Nationality::KEYS) {
            Some(meant) => both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
            None => both("gebruik `other` voor de rest", "use `other` for the rest"),
        };
        let word = quoted(field(0));
        let title =
            both(format!("er is geen nationaliteit `{word}`"), format!("there is no nationality `{word}`"));
        problems.error(codes::STOCK, spot, title, none(), help);
    }
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
