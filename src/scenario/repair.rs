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
    let mut desk = Desk { problems, file, edits: Vec::new(), last: false };
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
}

/// More settings than this on one line are not taken apart.
const MOST_ON_A_LINE: u32 = 8;

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
            return self.joined(begin, line, close, depth);
        }
        let Some(equals) = outside(line, '=') else { return self.without_equals(begin, line) };
        self.key(begin, line, equals);
        let from = equals + 1 + (line[equals + 1..].len() - line[equals + 1..].trim_start().len());
        let until = value_end(line, from);
        let value = line[from..until].trim_end();
        let range = from..from + value.len();
        if !value.is_empty() {
            self.value(begin, line, range.clone());
        }
        self.joined(begin, line, until, depth);
    }

    /// Signs that look like others: curly quotes, long dashes, spaces that are no spaces. The whole line is replaced.

    fn tell(&mut self, spot: Spot, title: (&str, &str), instead: &str) {
        self.problems.error(
            codes::SYNTAX,
            spot,
            both(title.0, title.1),
            none(),
            both(format!("schrijf {instead}"), format!("write {instead}")),
        );
    }

    /// The same, to be left out when something else is wrong with the line too: that is told with its own cure.
    fn mention(&mut self, spot: Spot, title: (&str, &str), instead: &str) {
        self.tell(spot, title, instead);
        self.problems.last_is_soft();
    }

    /// `name: value`, or nothing that can be understood.
    fn without_equals(&mut self, begin: usize, line: &str) {
        let Some(colon) = outside(line, ':') else { return };
        let (key, value) = (line[..colon].trim(), line[colon + 1..].trim());
        if key.is_empty() || value.is_empty() || key.contains('[') {
            return;
        }
        let instead = quoted(&format!("{key} = {value}"));
        self.tell(
            self.spot(begin, colon..colon + 1),
            (
                "tussen sleutel en waarde hoort `=`, geen dubbele punt",
                "`=` belongs between key and value, no colon",
            ),
            &instead,
        );
        self.edit(begin, colon..colon + 1, " =");
    }

    /// A date as it is written in a letter: `1 juli 2027`, `1/7/2027`.
    fn key(&mut self, begin: usize, line: &str, equals: usize) {
        let key = line[..equals].trim();
        let from = line.len() - line.trim_start().len();
        let bare = key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if bare || key.is_empty() || key.starts_with(['"', '\'']) {
            return;
        }
        let range = from..from + key.len();
        let Some(day) = dates::meant(key) else { return };
        dates::not_a_date(self.problems, self.spot(begin, range.clone()), key);
        self.edit(begin, range, day.to_string());
    }

    /// What stands behind the equals sign.
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
        self.edit(begin, until..from, "\n");
        self.line(begin + from, next, depth + 1);
    }
}

/// One line put right, with nobody told.
fn alone(line: &str) -> String {
    let mut nobody = Problems::default();
    nobody.sources.push(Source { name: String::new(), text: line.to_string(), embedded: false });
    repair(&mut nobody, 0, line).text
}
