//! Bytes to a tree in which every key and value knows its place. Survives anything.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::codes;
use super::problems::{Problems, Source, Spot, both, none, quoted};
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
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let shown = &bytes[..bytes.len().min(LARGEST)];
    let (text, wrong) = match std::str::from_utf8(shown) {
        Ok(text) => (text.to_string(), None),
        Err(error) => (String::from_utf8_lossy(shown).into_owned(), Some(error.valid_up_to())),
    };
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
    if let Some(at) = wrong {
        problems.error(
            codes::ENCODING,
            here(at, at + '\u{fffd}'.len_utf8()),
            both("het bestand is geen tekst in UTF-8", "the file is not text in UTF-8"),
            both("vanaf hier", "from here on"),
            both("bewaar het in de editor als UTF-8", "save it as UTF-8 in your editor"),
        );
        return (file, None);
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
    let (tree, errors) = DeTable::parse_recoverable(&text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let end = span.end.min(text.len());
        super::grammar::report(problems, here(span.start.min(end), end), error.message());
    }
    let mut reader = Reader { problems, file };
    let root = reader.table(tree.get_ref(), here(0, 0), 0);
    (file, Some(root))
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
    let node = Reader { problems, file: spot.file }.node(&value, 0);
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
}

impl Reader<'_> {
    fn spot(&self, span: std::ops::Range<usize>) -> Spot {
        Spot { file: self.file, start: span.start, end: span.end }
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
            DeValue::Integer(_) if spot.start == spot.end => Raw::Broken,
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
