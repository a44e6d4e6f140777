//! Bytes to a tree in which every key and value knows its place. Survives anything.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lines::{Lines, is_heading};
use super::problems::{Problems, Source, Spot, both, none, quoted};
use super::repair::Repaired;
use super::{codes, encoding};
use crate::time::Day;

/// A value with its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) spot: Spot,
    pub(super) raw: Raw,
}

/// What TOML can hold, reduced to what scenarios use.
#[derive(Clone, Debug)]
pub(super) enum Raw {
    Text(String),
    Number(f64),
    Truth(bool),
    Date(Day),
    /// A time, or a date with one.
    Time,
    List(Vec<Node>),
    Table(Vec<(Key, Node)>),
    /// Something that has already been complained about.
    Broken,
}

/// A key with its place.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) spot: Spot,
}

/// The largest file that is read [bytes].
pub(super) const LARGEST: usize = 1 << 20;

/// Scenarios nest at most six deep; more is a mistake.
const DEEPEST: usize = 16;

/// More dots than this on one line can only be a key nested absurdly deep, on which the parser would run out of stack.
const DOTS: usize = 64;

/// Reads the bytes of a text into a source and its tree. The tree is missing when nothing of it can be used.
pub(super) fn read(
    problems: &mut Problems,
    name: &str,
    bytes: &[u8],
    embedded: bool,
) -> (usize, Option<Node>) {
    let file = problems.sources.len();
    let shown = &bytes[..bytes.len().min(LARGEST)];
    let (text, foreign) = encoding::decode(shown);
    problems.sources.push(Source { name: name.to_string(), text, embedded });
    let text = problems.sources[file].text.clone();
    let here = |start: usize, end: usize| Spot { file, start, end };
    if bytes.len() > LARGEST {
        problems.error(
            codes::TOO_LARGE,
            here(0, 0),
            both(
                format!("het bestand is {} bytes groot; een scenario mag 1 MB zijn", bytes.len()),
                format!("the file is {} bytes long; a scenario may be 1 MB", bytes.len()),
            ),
            none(),
            both("is dit wel een scenario?", "check that this is a scenario"),
        );
        return (file, None);
    }
    if let Some(foreign) = foreign {
        let readable = foreign.readable();
        foreign.tell(problems, file);
        if !readable {
            return (file, None);
        }
    }
    if text.trim().is_empty() {
        problems.error(
            codes::EMPTY,
            here(0, 0),
            both("het bestand is leeg", "the file is empty"),
            none(),
            both(
                "begin met `format = 1`, `name = \"...\"` en `extends = \"baseline\"`",
                "begin with `format = 1`, `name = \"...\"` and `extends = \"baseline\"`",
            ),
        );
        return (file, None);
    }
    if let Some(at) = too_many_dots(&text) {
        too_deep(problems, here(at, at));
        return (file, None);
    }
    (file, Some(tree(problems, file, &text)))
}

/// The tree of a text. What is no TOML is put right line by line, and what is left of it is read table by table, so that
/// one mistake hides nothing below it.
fn tree(problems: &mut Problems, file: usize, text: &str) -> Node {
    let whole = super::comments::uncommented(problems, file, text);
    let repaired = match DeTable::parse(&whole) {
        Ok(_) => Repaired::none(&whole),
        Err(_) => super::repair::repair(problems, file, &whole),
    };
    let only_duplicates = |errors: &[toml::de::Error]| errors.iter().all(|e| e.message() == "duplicate key");
    let (tree, errors) = DeTable::parse_recoverable(&repaired.text);
    let spot = Spot { file, start: 0, end: 0 };
    if only_duplicates(&errors) {
        let mut reader = Reader { problems, file, begin: 0, repaired: &repaired };
        reader.complain(&repaired.text, &errors);
        return reader.table(tree.get_ref(), spot, 0);
    }
    let mut entries = Vec::new();
    let mut headings = BTreeSet::new();
    for (begin, part) in tables(&repaired.text) {
        let (tree, errors) = DeTable::parse_recoverable(part);
        let mut reader = Reader { problems: &mut *problems, file, begin, repaired: &repaired };
        reader.complain(part, &errors);
        let heading = part.lines().next().unwrap_or("").split('#').next().unwrap_or("").trim();
        if is_heading(heading) && !heading.starts_with("[[") && !headings.insert(heading) {
            let spot = reader.spot(0..heading.len());
            super::grammar::duplicate(problems, spot);
            continue;
        }
        if let Raw::Table(more) = reader.table(tree.get_ref(), spot, 0).raw {
            join(problems, &mut entries, more);
        }
    }
    entries.sort_by_key(|(key, _)| key.spot.start);
    Node { spot, raw: Raw::Table(entries) }
}

/// The parts of a text that begin with a heading, and what stands before the first, each with its first byte.
fn tables(text: &str) -> Vec<(usize, &str)> {
    let heads = Lines::new(text).filter(|(_, line, free)| *free && is_heading(line));
    let mut begins: Vec<usize> = heads.map(|(begin, ..)| begin).collect();
    if begins.first() != Some(&0) {
        begins.insert(0, 0);
    }
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    begins.iter().zip(ends).map(|(begin, end)| (*begin, &text[*begin..end])).collect()
}

/// Adds entries of one part to those of the parts before it.
fn join(problems: &mut Problems, entries: &mut Vec<(Key, Node)>, more: Vec<(Key, Node)>) {
    for (key, node) in more {
        let Some((_, before)) = entries.iter_mut().find(|(k, _)| k.text == key.text) else {
            entries.push((key, node));
            continue;
        };
        match (&mut before.raw, node.raw) {
            (Raw::Table(under), Raw::Table(more)) => join(problems, under, more),
            (Raw::List(items), Raw::List(more)) => items.extend(more),
            (Raw::Broken, raw) => before.raw = raw,
            (_, Raw::Broken) => {}
            _ => super::grammar::duplicate(problems, key.spot),
        }
    }
}

/// Reads one value, as on the command line. Nothing when it is not a value of TOML.
pub(super) fn value(problems: &mut Problems, spot: Spot) -> Option<Node> {
    let text = problems.written(spot).to_string();
    if too_many_dots(&text).is_some() {
        return None;
    }
    let (value, errors) = DeValue::parse_recoverable(&text);
    if !errors.is_empty() {
        return None;
    }
    let repaired = Repaired::none("");
    let node = Reader { problems, file: spot.file, begin: 0, repaired: &repaired }.node(&value, 0);
    Some(moved(node, spot.start))
}

fn moved(mut node: Node, by: usize) -> Node {
    let shift = |spot: &mut Spot| {
        spot.start += by;
        spot.end += by;
    };
    shift(&mut node.spot);
    node.raw = match node.raw {
        Raw::List(items) => Raw::List(items.into_iter().map(|n| moved(n, by)).collect()),
        Raw::Table(entries) => {
            let entry = |(mut key, node): (Key, Node)| {
                shift(&mut key.spot);
                (key, moved(node, by))
            };
            Raw::Table(entries.into_iter().map(entry).collect())
        }
        other => other,
    };
    node
}

fn too_many_dots(text: &str) -> Option<usize> {
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        // Prose has a letter or a space after each full stop too, but seldom this many on one line.
        if line.bytes().filter(|b| *b == b'.').count() > DOTS {
            return Some(begin);
        }
        begin += line.len();
    }
    None
}

fn too_deep(problems: &mut Problems, spot: Spot) {
    problems.error(
        codes::TOO_DEEP,
        spot,
        both("hier staan tabellen of punten te diep in elkaar", "tables or dots are nested too deep here"),
        none(),
        both(
            "een scenario heeft er hooguit zes; breek lange teksten af over meer regels tussen \"\"\"",
            "a scenario has six levels at most; break long texts over several lines between \"\"\"",
        ),
    );
}

struct Reader<'p> {
    problems: &'p mut Problems,
    file: usize,
    /// Where the text that is parsed begins.
    begin: usize,
    repaired: &'p Repaired,
}

impl Reader<'_> {
    fn spot(&self, span: std::ops::Range<usize>) -> Spot {
        let place = self.repaired.back(self.begin + span.start..self.begin + span.end);
        Spot { file: self.file, start: place.start, end: place.end }
    }

    fn complain(&mut self, part: &str, errors: &[toml::de::Error]) {
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            // What is never closed is found missing at the end of the part: it is told where it opens.
            let marks: &[&str] =
                if error.message().contains("multi-line") { &["\"\"\"", "'''"] } else { &[] };
            let opening = marks.iter().filter_map(|mark| part.rfind(mark)).max();
            let last = part.trim_end().len();
            let span = opening.map_or(span.start.min(last)..span.end.min(part.len()), |at| at..at + 3);
            let spot = self.spot(span);
            let end = spot.end.min(self.problems.sources[self.file].text.len());
            let spot = Spot { start: spot.start.min(end), end, ..spot };
            super::grammar::report(self.problems, spot, error.message());
        }
    }

    fn table(&mut self, table: &DeTable<'_>, spot: Spot, depth: usize) -> Node {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        for (key, value) in table.iter() {
            let spot = self.spot(key.span());
            entries.push((Key { text: key.get_ref().to_string(), spot }, self.node(value, depth)));
        }
        entries.sort_by_key(|(key, _)| key.spot.start);
        Node { spot, raw: Raw::Table(entries) }
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Node {
        let spot = self.spot(value.span());
        if depth > DEEPEST {
            if !self.problems.has(codes::TOO_DEEP, self.file) {
                too_deep(self.problems, spot);
            }
            return Node { spot, raw: Raw::Broken };
        }
        let raw = match value.get_ref() {
            DeValue::String(text) => Raw::Text(text.to_string()),
            DeValue::Integer(_) if value.span().is_empty() => Raw::Broken,
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Raw::Number(number as f64),
                Err(_) => Raw::Number(number.as_str().parse().unwrap_or(f64::INFINITY)),
            },
            DeValue::Float(number) => Raw::Number(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(truth) => Raw::Truth(*truth),
            DeValue::Datetime(time) => match (time.date, time.time, time.offset) {
                (None, None, None) => Raw::Broken,
                (Some(date), None, None) => {
                    let day = i16::try_from(date.year)
                        .ok()
                        .and_then(|year| Day::from_ymd(year, date.month as i8, date.day as i8));
                    day.map_or_else(|| Raw::Text(date.to_string()), Raw::Date)
                }
                _ => Raw::Time,
            },
            DeValue::Array(items) => Raw::List(items.iter().map(|n| self.node(n, depth + 1)).collect()),
            DeValue::Table(table) => return self.table(table, spot, depth + 1),
        };
        Node { spot, raw }
    }
}

impl Raw {
    /// What it is, in words.
    pub(super) fn says(&self) -> (&'static str, &'static str) {
        match self {
            Raw::Text(_) => ("een tekst", "a text"),
            Raw::Number(_) => ("een getal", "a number"),
            Raw::Truth(true) => ("true", "true"),
            Raw::Truth(false) => ("false", "false"),
            Raw::Date(_) => ("een datum", "a date"),
            Raw::Time => ("een tijdstip", "a time"),
            Raw::List(_) => ("een lijst", "a list"),
            Raw::Table(_) => ("een tabel", "a table"),
            Raw::Broken => ("onleesbaar", "unreadable"),
        }
    }
}

/// Says that a value is of another kind than asked for. Silent about what has been complained about.
pub(super) fn wrong_kind(
    problems: &mut Problems,
    node: &Node,
    what: &str,
    asked: (&str, &str),
    cure: (&str, &str),
) {
    if matches!(node.raw, Raw::Broken) {
        return;
    }
    let (nl, en) = node.raw.says();
    problems.error(
        codes::KIND,
        node.spot,
        both(format!("{what} moet {} zijn", asked.0), format!("{what} must be {}", asked.1)),
        both(format!("dit is {nl}"), format!("this is {en}")),
        both(cure.0, cure.1),
    );
}

/// A text, or a complaint.
pub(super) fn text(problems: &mut Problems, node: &Node, what: &str) -> Option<String> {
    if let Raw::Text(text) = &node.raw {
        return Some(text.clone());
    }
    let written = quoted(problems.written(node.spot));
    let nl = format!("zet het tussen aanhalingstekens: \"{written}\"");
    let en = format!("put it between quotes: \"{written}\"");
    wrong_kind(problems, node, what, ("een tekst", "a text"), (&nl, &en));
    None
}
