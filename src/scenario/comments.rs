//! Headings left behind `#`: a starter of which the value was freed and its heading was not.

use super::codes;
use super::lines::{Lines, is_heading};
use super::problems::{Problems, Spot, both, none, quoted};
use crate::policy::levers;

/// The text in which every heading that was left behind `#`, over a line that was not, is a heading again; each is told.
/// Every byte keeps its place.
pub(super) fn uncommented(problems: &mut Problems, file: usize, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut waiting: Option<(usize, &str)> = None;
    for (begin, line, free) in Lines::new(text) {
        let trimmed = line.trim();
        if !free || trimmed.is_empty() {
            continue;
        }
        if let Some(comment) = trimmed.strip_prefix('#') {
            if names_a_table(comment.trim_start_matches('#').trim()) {
                waiting = Some((begin, line));
            }
            continue;
        }
        let Some((heading, head)) = waiting.take() else { continue };
        if is_heading(line) || !stands_under_a_heading(trimmed) {
            continue;
        }
        let (from, to) = (head.find('#').unwrap_or(0), head.trim_end().len());
        let name = quoted(head.trim().trim_start_matches(['#', ' ']));
        let below = quoted(trimmed);
        problems.error(
            codes::COMMENTED,
            Spot { file, start: heading + from, end: heading + to },
            both(
                format!("de kop `{name}` staat nog achter #, maar de regel `{below}` eronder niet meer"),
                format!("the heading `{name}` is still behind #, but the line `{below}` below it is not"),
            ),
            none(),
            both(format!("haal # weg: {name}"), format!("take away #: {name}")),
        );
        let marks = head[from..].bytes().take_while(|b| *b == b'#').count();
        bytes[heading + from..heading + from + marks].fill(b' ');
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_string())
}

/// `[levers.name]` of the catalogue, and nothing behind it.
fn names_a_table(text: &str) -> bool {
    let name = |table: &str| text.strip_prefix(table).and_then(|rest| rest.strip_suffix(']'));
    let row = name("[levers.").or_else(|| name("[uncertainties."));
    row.is_some_and(|row| levers::find(row.trim()).is_some())
}

/// The keys that only the table of a lever or an uncertainty has.
pub(super) const KEYS: [&str; 12] = [
    "initial",
    "never",
    "shift",
    "binds",
    "source",
    "legal_status",
    "lapsed_on",
    "value",
    "range",
    "shape",
    "grade",
    "bron",
];

/// Whether a line is one that only the table of a lever or an uncertainty has.
pub(super) fn stands_under_a_heading(line: &str) -> bool {
    let key = line.split('=').next().unwrap_or("").trim().trim_matches('"');
    line.contains('=') && (KEYS.contains(&key) || key.starts_with(|c: char| c.is_ascii_digit()))
}

/// The comment below the heading of an empty table that looks like its value: where it stands, and the line without `#`.
pub(super) fn commented_value(problems: &Problems, heading: Spot) -> Option<(usize, String)> {
    let text = &problems.sources.get(heading.file)?.text;
    let rest = text.get(heading.start..)?;
    let first = crate::diagnostic::line_of(text, heading.start);
    for (place, line) in rest.lines().enumerate().skip(1) {
        let comment = line.trim().strip_prefix('#').map(|c| c.trim_start_matches('#').trim());
        match comment {
            Some(comment) if is_heading(comment) => return None,
            Some(comment) if is_dated(comment) => return Some((first + place, comment.to_string())),
            None if is_heading(line) => return None,
            Some(_) | None => {}
        }
    }
    None
}

fn is_dated(comment: &str) -> bool {
    let Some((key, value)) = comment.split_once('=') else { return false };
    let key = key.trim();
    !value.trim().is_empty()
        && (key.parse::<crate::time::Day>().is_ok() || key == "initial" || key == "value")
}
