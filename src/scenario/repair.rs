//! What people write instead of TOML, line by line: told with the line as it should have been, and put right in memory, so
//! that one slip of the pen hides nothing that stands below it.
//!
//! Only a text that is not TOML is repaired, so nothing that is right is ever complained of here.

mod signs;
mod values;
mod words;

use std::ops::Range;

use super::codes;
use super::dates;
use super::lines::{Lines, is_heading};
use super::problems::{Problems, Source, Spot, both, none, quoted};
use words::{outside, value_end};

/// A text put right, which knows where each part of it stood.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub(super) text: String,
    /// Where the two texts differ, in order: a range of this text, and the range of the text as written.
    edits: Vec<(Range<usize>, Range<usize>)>,
}

impl Repaired {
    /// A text that needs no repair.
    pub(super) fn none(text: &str) -> Repaired {
        Repaired { text: text.to_string(), edits: Vec::new() }
    }

    /// Where a range of this text stands in the text as written.
    pub(super) fn back(&self, range: Range<usize>) -> Range<usize> {
        let (start, end) = (self.place(range.start, false), self.place(range.end, true));
        start..end.max(start)
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let after = self.edits.partition_point(|(new, _)| new.start < at || (!is_end && new.start == at));
        let Some((new, old)) = after.checked_sub(1).map(|i| &self.edits[i]) else { return at };
        if at < new.end { if is_end { old.end } else { old.start } } else { at - new.end + old.end }
    }
}

/// Puts a text right and tells what was wrong with it.
pub(super) fn repair(problems: &mut Problems, file: usize, text: &str) -> Repaired {
    let mut repaired = Repaired::default();
    let lines: Vec<_> = Lines::new(text).collect();
    let mut desk = Desk { problems, file, edits: Vec::new(), last: false, open: 0 };
    // Whether nothing of the same table follows a line: no line of an open list or brace.
    let mut last = true;
    let mut lasts = vec![true; lines.len()];
    for (place, (_, line, _)) in lines.iter().enumerate().rev() {
        lasts[place] = last;
        if !line.trim().is_empty() && !line.trim().starts_with('#') {
            last = is_heading(line) || super::comments::stands_under_a_heading(line.trim());
        }
    }
    for ((begin, line, _), last) in lines.iter().zip(lasts).filter(|((.., free), _)| *free) {
        desk.last = last;
        desk.line(*begin, line, 0);
    }
    let mut edits = desk.edits;
    edits.sort_by_key(|(old, _)| (old.start, old.end));
    let mut done = 0;
    for (old, new) in edits {
        if old.start < done {
            continue;
        }
        repaired.text.push_str(&text[done..old.start]);
        let begin = repaired.text.len();
        repaired.text.push_str(&new);
        repaired.edits.push((begin..repaired.text.len(), old.clone()));
        done = old.end;
    }
    repaired.text.push_str(&text[done..]);
    repaired
}

struct Desk<'p> {
    problems: &'p mut Problems,
    file: usize,
    /// A range of the text as written, and what stands there instead.
    edits: Vec<(Range<usize>, String)>,
    /// Whether the next line begins something else.
    last: bool,
    /// How many braces and brackets are open around what is looked at.
    open: u32,
}

/// More settings than this on one line are not taken apart.
const MOST_ON_A_LINE: u32 = 8;

/// What stands between more braces than this is left to the parser.
const MOST_OPEN: u32 = 8;

impl Desk<'_> {
    fn spot(&self, begin: usize, part: Range<usize>) -> Spot {
        Spot { file: self.file, start: begin + part.start, end: begin + part.end }
    }

    fn edit(&mut self, begin: usize, part: Range<usize>, text: impl Into<String>) {
        self.edits.push((begin + part.start..begin + part.end, text.into()));
    }

    /// Looks at one line, or at what is left of it behind another setting.
    fn line(&mut self, begin: usize, line: &str, depth: u32) {
        let trimmed = line.trim_start();
        if trimmed.is_empty() || trimmed.starts_with('#') || depth > MOST_ON_A_LINE {
            return;
        }
        if self.strange(begin, line) {
            return;
        }
        if is_heading(line) {
            let close = line
                .find(']')
                .map_or(line.len(), |i| i + line[i..].bytes().take_while(|b| *b == b']').count());
            self.heading(begin, &line[..close]);
            return self.joined(begin, line, close, depth);
        }
        let equals = outside(line, '=').filter(|at| !line[..*at].contains(['{', '[']));
        let from = line.len() - line.trim_start().len();
        let (key, behind) = match equals {
            Some(at) => (from..line[..at].trim_end().len().max(from), at + 1),
            None => match self.without_equals(begin, line) {
                Some(found) => found,
                None => return,
            },
        };
        self.key(begin, line, key);
        let from = behind + (line[behind..].len() - line[behind..].trim_start().len());
        let until = value_end(line, from);
        let value = line[from..until].trim_end();
        let range = from..from + value.len();
        if !value.is_empty() {
            self.value(begin, line, range.clone());
        }
        self.joined(begin, line, until, depth);
    }

    fn tell(&mut self, spot: Spot, title: (&str, &str), instead: &str) {
        self.problems.error(
            codes::SYNTAX,
            spot,
            both(title.0, title.1),
            none(),
            both(format!("schrijf {instead}"), format!("write {instead}")),
        );
        self.problems.last_is_mended();
    }

    /// The same, to be left out when something else is wrong with the line too: that is told with its own cure.
    fn mention(&mut self, spot: Spot, title: (&str, &str), instead: &str) {
        self.tell(spot, title, instead);
        self.problems.last_is_soft();
    }

    /// `name: value`, `2027-01-01 45000`, or nothing that can be understood. Where the key stands, and where what is behind
    /// it begins.
    fn without_equals(&mut self, begin: usize, line: &str) -> Option<(Range<usize>, usize)> {
        let from = line.len() - line.trim_start().len();
        let to = line.split('#').next().unwrap_or(line).trim_end().len();
        if line[from..].starts_with('[') && !line.contains(']') {
            self.problems.error(
                codes::SYNTAX,
                self.spot(begin, to..to),
                both("`[` wordt niet gesloten", "`[` is not closed"),
                none(),
                both("sluit de kop met `]`", "close the heading with `]`"),
            );
            self.problems.last_is_mended();
            let double = line[from..].starts_with("[[");
            self.edit(begin, to..to, if double { "]]" } else { "]" });
            return None;
        }
        if let Some(table) = heading_meant(line.trim()) {
            let spot = self.spot(begin, from..line.trim_end().len());
            self.mention(spot, ("een kop staat tussen haken", "a heading stands between brackets"), &table);
            self.edit(begin, from..line.trim_end().len(), table);
            return None;
        }
        let colon = outside(line, ':').filter(|at| !line[..*at].contains(['{', '[']));
        if let Some(at) = colon.filter(|at| *at > from && !line[at + 1..].trim().is_empty()) {
            self.colon(begin, at, &line[..at], &line[at + 1..]);
            return Some((from..line[..at].trim_end().len(), at + 1));
        }
        let key = words::key_without_equals(line)?;
        let (name, value) = (&line[key.clone()], line[key.end..].split('#').next().unwrap_or("").trim());
        let title = ("tussen sleutel en waarde ontbreekt `=`", "`=` is missing between key and value");
        let behind = key.end + line[key.end..].len() - line[key.end..].trim_start().len();
        let spot = self.spot(begin, behind..behind + value.len());
        self.tell(spot, title, &quoted(&format!("{name} = {value}")));
        self.edit(begin, key.end..key.end, " =");
        Some((key.clone(), key.end))
    }

    /// A colon where `=` belongs.
    fn colon(&mut self, begin: usize, at: usize, key: &str, value: &str) {
        let instead = quoted(&format!("{} = {}", key.trim(), value.trim()));
        let title = (
            "tussen sleutel en waarde hoort `=`, geen dubbele punt",
            "`=` belongs between key and value, no colon",
        );
        self.tell(self.spot(begin, at..at + 1), title, &instead);
        self.edit(begin, at..at + 1, " =");
    }

    /// A date as it is written in a letter, `1 juli 2027` or `1/7/2027`, or a name that TOML wants between quotes.
    fn key(&mut self, begin: usize, line: &str, range: Range<usize>) {
        let key = &line[range.clone()];
        if key.is_empty() || words::is_key(key) {
            return;
        }
        let spot = self.spot(begin, range.clone());
        if let Some(day) = dates::meant(key) {
            dates::not_a_date(self.problems, spot, key);
            return self.edit(begin, range, day.to_string());
        }
        let title = (
            "een sleutel bestaat uit gewone letters, cijfers, - en _",
            "a key is made of plain letters, digits, - and _",
        );
        self.mention(spot, title, &words::spelled(key));
        self.edit(begin, range, format!("\"{}\"", key.replace(['"', '\\'], "_")));
    }

    /// The name in a heading, `[levers.regular places]`: between quotes it can be read, and is told by whoever reads it.
    fn heading(&mut self, begin: usize, heading: &str) {
        let from = heading.rfind('[').map_or(0, |at| at + 1);
        let to = heading.find(']').unwrap_or(heading.len()).max(from);
        let Some(point) = heading[from..to].find('.') else { return self.key(begin, heading, from..to) };
        let name = from + point + 1..to;
        if !words::is_key(heading[from..to].trim()) && !name.is_empty() {
            self.key(begin, heading, name);
        }
    }

    /// Another setting behind the first, on the same line.
    fn joined(&mut self, begin: usize, line: &str, until: usize, depth: u32) {
        let rest = &line[until..];
        let from = until + rest.len() - rest.trim_start_matches([' ', '\t', ',', ';']).len();
        let next = &line[from..];
        if next.is_empty() || next.starts_with('#') {
            return;
        }
        let is_setting = outside(next, '=').is_some_and(|at| at > 0) || is_heading(next);
        if !is_setting || from == until {
            return;
        }
        let shown = quoted(next.split('#').next().unwrap_or(next).trim());
        self.problems.error(
            codes::SYNTAX,
            self.spot(begin, from..line.len()),
            both("hier staan twee regels achter elkaar", "two lines stand one behind the other here"),
            none(),
            both(format!("zet `{shown}` op een eigen regel"), format!("put `{shown}` on a line of its own")),
        );
        self.problems.last_is_mended();
        self.edit(begin, until..from, "\n");
        self.line(begin + from, next, depth + 1);
    }
}

/// `[levers.name]` for a heading that lacks one of its brackets, or both.
fn heading_meant(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or(line).trim();
    let inner = line.trim_start_matches(['[', '(']).trim_end_matches([']', ')']).trim();
    let (table, name) = inner.split_once('.').unwrap_or((inner, ""));
    let is_table = ["levers", "uncertainties", "knoppen", "onzekerheden"].contains(&table.trim());
    let is_name = !name.trim().is_empty() && !name.contains(['.', '[', ']', '{', '"', ':', '=']);
    let double = inner == "triggers" || inner == "thresholds";
    match (is_table && is_name, double) {
        (true, _) => Some(format!("[{}.{}]", table.trim(), words::spelled(name))),
        (false, true) => Some(format!("[[{inner}]]")),
        (false, false) => None,
    }
}

/// One line put right, with nobody told.
fn alone(line: &str) -> String {
    let mut nobody = Problems::default();
    nobody.sources.push(Source { name: String::new(), text: line.to_string(), embedded: false });
    repair(&mut nobody, 0, line).text
}
