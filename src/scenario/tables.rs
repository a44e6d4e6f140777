//! Tables that a scenario names: those that come with the program, and CSV files beside it.

use super::layers::beside;
use super::problems::{Problems, Source, Spot, both, none, quoted, unreadable};
use super::{Request, library, suggest, syntax};
use crate::policy::Nationality;

/// A table that was found, and its place among the texts.
pub(super) struct Table {
    pub(super) file: usize,
    pub(super) text: String,
}

/// Finds a table that is named at a spot of a text, or complains with this code.
pub(super) fn find(
    problems: &mut Problems,
    request: &Request,
    code: &'static str,
    (name, spot): (&str, Spot),
) -> Option<Table> {
    let bytes = match library::reference(name) {
        Some(text) => text.as_bytes().to_vec(),
        None if name.ends_with(".csv") => {
            let path = beside(&problems.sources[spot.file].name, name);
            match (request.files)(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    not_found(problems, code, spot, name, Some(&error));
                    return None;
                }
            }
        }
        None => {
            not_found(problems, code, spot, name, None);
            return None;
        }
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|t| t.len() <= syntax::LARGEST) else {
        let title = both(
            "de tabel is geen UTF-8-tekst van hooguit 1 MB",
            "the table is not text in UTF-8 of 1 MB at most",
        );
        problems.error(
            code,
            spot,
            title,
            none(),
            both("bewaar haar als CSV in UTF-8", "save it as CSV in UTF-8"),
        );
        return None;
    };
    let file = problems.sources.len();
    let embedded = library::reference(name).is_some();
    problems.sources.push(Source { name: name.to_string(), text: text.to_string(), embedded });
    Some(Table { file, text: text.to_string() })
}

fn not_found(
    problems: &mut Problems,
    code: &'static str,
    spot: Spot,
    name: &str,
    error: Option<&std::io::Error>,
) {
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
    problems.error(code, spot, title, none(), help);
}

/// The places of columns in a header, or a complaint about those that are missing.
pub(super) fn columns<const N: usize>(
    problems: &mut Problems,
    code: &'static str,
    table: &Table,
    headers: &csv::StringRecord,
    wanted: [&str; N],
) -> Option<[usize; N]> {
    let place = |column: &str| headers.iter().position(|h| h == column);
    let missing: Vec<&str> = wanted.into_iter().filter(|c| place(c).is_none()).collect();
    if missing.is_empty() {
        return Some(wanted.map(|c| place(c).unwrap_or_default()));
    }
    let (list, all) = (missing.join(", "), wanted.join(","));
    problems.error(
        code,
        Spot { file: table.file, start: 0, end: table.text.lines().next().map_or(0, str::len) },
        both(format!("de tabel mist kolommen: {list}"), format!("the table lacks columns: {list}")),
        none(),
        both(format!("de eerste regel is {all}"), format!("the first line is {all}")),
    );
    None
}

/// A reader of the rows, in which `#` begins a comment.
pub(super) fn reader(table: &Table) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(table.text.as_bytes())
}

/// Where a row stands.
pub(super) fn spot(table: &Table, record: &csv::StringRecord) -> Spot {
    let text = &table.text;
    let start = record.position().map_or(0, |p| p.byte() as usize).min(text.len());
    // A comment before the record counts as part of it.
    let lead: usize = text[start..]
        .split_inclusive('\n')
        .take_while(|l| l.starts_with('#') || l.trim().is_empty())
        .map(str::len)
        .sum();
    let start = start + lead;
    let length = text[start..].lines().next().map_or(0, str::len);
    Spot { file: table.file, start, end: start + length }
}

/// The nationality of a cell, or a complaint.
pub(super) fn nationality(
    problems: &mut Problems,
    code: &'static str,
    spot: Spot,
    cell: &str,
) -> Option<Nationality> {
    let found = Nationality::from_key(cell);
    if found.is_none() {
        let help = match suggest::nearest(cell, Nationality::KEYS) {
            Some(meant) => both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
            None => both("gebruik `other` voor de rest", "use `other` for the rest"),
        };
        let word = quoted(cell);
        let title =
            both(format!("er is geen nationaliteit `{word}`"), format!("there is no nationality `{word}`"));
        problems.error(code, spot, title, none(), help);
    }
    found
}
