//! What people write instead of TOML, line by line: told with the line as it should have been, and put right in memory, so
//! that one slip of the pen hides nothing that stands below it.
//!
//! Only a text that is not TOML is repaired, so nothing that is right is ever complained of here.

use std::ops::Range;

use super::codes;
use super::dates::{self, Period};
use super::lines::{Lines, is_heading};
use super::problems::{Problems, Source, Spot, both, none, quoted};
use super::value::{hundredths, loose_number, show};

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
    fn strange(&mut self, begin: usize, line: &str) -> bool {
        let mut clean = String::with_capacity(line.len());
        let mut inside: Option<char> = None;
        let mut first: Option<(usize, char)> = None;
        let mut comment = false;
        for (at, c) in line.char_indices() {
            let mut put = c;
            if comment {
                clean.push(c);
                continue;
            }
            let plain = match c {
                '“' | '”' | '„' | '‟' | '«' | '»' if inside != Some('s') => Some('"'),
                '‘' | '’' | '‚' | '‛' if matches!(inside, None | Some('s')) => Some('"'),
                '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' | '\u{200b}' | '\u{3000}' | '\u{feff}' => {
                    Some(' ')
                }
                '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
                _ => None,
            };
            match (plain, inside) {
                // Within a text between straight quotes everything may stand; a curly quote may still have to close it.
                (Some('"'), Some('"')) if !line[at + c.len_utf8()..].contains(['"', '”', '“', '’']) => {
                    put = '"';
                    inside = None;
                    first = first.or(Some((at, c)));
                }
                (Some('"'), Some('c' | 's')) => {
                    put = '"';
                    inside = None;
                }
                (Some('"'), None) => {
                    put = '"';
                    inside = Some(if matches!(c, '‘' | '’' | '‚' | '‛') { 's' } else { 'c' });
                    first = first.or(Some((at, c)));
                }
                (Some(plain), None) => {
                    put = plain;
                    first = first.or(Some((at, c)));
                }
                (None, None) if c == '"' || c == '\'' => inside = Some(c),
                (None, Some(open)) if c == open || (open == 'c' && c == '"') => inside = None,
                (None, None) if c == '#' => comment = true,
                _ => {}
            }
            clean.push(put);
        }
        let Some((at, sign)) = first else { return false };
        let spot = self.spot(begin, at..at + sign.len_utf8());
        let clean = alone(&clean);
        let shown = quoted(clean.trim());
        let (nl, en) = match sign {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' => (
                "dit zijn gekrulde aanhalingstekens, zoals een tekstverwerker die maakt",
                "these are curly quotes, as a word processor makes them",
            ),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                ("dit is een lang streepje, geen koppelteken", "this is a long dash, no hyphen")
            }
            _ => (
                "hier staat een vaste of onzichtbare spatie",
                "a non-breaking or invisible space stands here",
            ),
        };
        self.tell(spot, (nl, en), &shown);
        self.edit(begin, 0..line.len(), clean);
        true
    }

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
    fn value(&mut self, begin: usize, line: &str, range: Range<usize>) {
        let value = &line[range.clone()];
        let spot = self.spot(begin, range.clone());
        if let Some(open) = value.chars().next().filter(|c| matches!(c, '{' | '[')) {
            let (close, list) = if open == '{' { ("}", "`{`") } else { ("]", "`[`") };
            if self.last && !value.ends_with(close) {
                let spot = Spot { end: spot.start + 1, ..spot };
                self.problems.error(
                    codes::SYNTAX,
                    spot,
                    both(format!("{list} wordt niet gesloten"), format!("{list} is not closed")),
                    none(),
                    both(format!("sluit met `{close}`"), format!("close it with `{close}`")),
                );
                self.edit(begin, range.end..range.end, close);
            }
            return self.commas(begin, value, range.start);
        }
        if let Some(open) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            if value.len() < 2 || !value.ends_with(open) {
                let instead = quoted(&format!("{value}{open}"));
                self.tell(spot, ("deze tekst wordt niet gesloten", "this text is not closed"), &instead);
                self.edit(begin, range.end..range.end, open);
            }
            return;
        }
        let plain = value.trim_end_matches([',', ';']).trim_end();
        if plain.len() < value.len() && (is_value(plain) || plain.ends_with(['"', '\''])) {
            let title = (
                "achter een waarde hoort geen komma of puntkomma",
                "no comma or semicolon belongs behind a value",
            );
            self.tell(spot, title, plain);
            return self.edit(begin, range, plain);
        }
        if is_value(value) {
            return;
        }
        let starts_with_digit = value.starts_with(|c: char| c.is_ascii_digit());
        if starts_with_digit && let Some(day) = dates::meant(value).filter(|_| value.len() > 4) {
            dates::not_a_date(self.problems, spot, value);
            return self.edit(begin, range, day.to_string());
        }
        if Period::read(value).is_some() {
            let text = format!("\"{value}\"");
            let title = (
                "een tijd met een eenheid staat tussen aanhalingstekens",
                "a time with a unit stands between quotes",
            );
            self.mention(spot, title, &text);
            return self.edit(begin, range, text);
        }
        if let Some(number) = number_meant(value) {
            let percent = value.contains('%');
            let number = if percent { number / 100.0 } else { number };
            let shown = if percent { hundredths(number) } else { show(number) };
            let title = if percent {
                (
                    "een percentage wordt geschreven als deel van één",
                    "a percentage is written as a part of one",
                )
            } else if value.chars().any(char::is_alphabetic) || value.contains('€') {
                ("achter een getal hoort geen eenheid", "no unit belongs with a number")
            } else {
                (
                    "een getal heeft geen komma: een punt staat voor de decimalen, en niets tussen duizendtallen",
                    "a number has no comma: a point comes before decimals, and nothing between thousands",
                )
            };
            let instead = if percent { format!("{shown} voor {value}") } else { shown.clone() };
            let english = if percent { format!("{shown} for {value}") } else { shown.clone() };
            self.problems.error(
                codes::SYNTAX,
                spot,
                both(title.0, title.1),
                none(),
                both(format!("schrijf {instead}"), format!("write {english}")),
            );
            self.problems.last_is_soft();
            return self.edit(begin, range, shown);
        }
        if let Some(truth) = truth_meant(value) {
            let title =
                ("aan of uit heet in TOML true of false", "on or off is called true or false in TOML");
            self.mention(spot, title, truth);
            return self.edit(begin, range, truth);
        }
        if value.starts_with(char::is_alphabetic) && !value.contains(['"', '=', '{', '[']) {
            let text = format!("\"{value}\"");
            let title = (
                "een tekst als waarde staat tussen aanhalingstekens",
                "a text as a value stands between quotes",
            );
            self.mention(spot, title, &quoted(&text));
            self.edit(begin, range, text);
        }
    }

    /// `0,7` within braces or brackets, where a comma with no space around it stands between digits.
    fn commas(&mut self, begin: usize, value: &str, from: usize) {
        if value.starts_with('[') {
            return;
        }
        let bytes = value.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        for at in 1..bytes.len() {
            if bytes[at] == b',' && digit(at - 1) && digit(at + 1) {
                let before = value[..at].bytes().rev().take_while(|b| b.is_ascii_digit()).count();
                let after = value[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
                let number = format!("{}.{}", &value[at - before..at], &value[at + 1..at + 1 + after]);
                let spot = self.spot(begin, from + at - before..from + at + 1 + after);
                let title = (
                    "een getal heeft geen komma: een punt staat voor de decimalen",
                    "a number has no comma: a point comes before decimals",
                );
                self.tell(spot, title, &number);
                self.edit(begin, from + at..from + at + 1, ".");
            }
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

/// The first place of a sign outside quotes and comments.
fn outside(line: &str, sign: char) -> Option<usize> {
    let mut inside: Option<char> = None;
    for (at, c) in line.char_indices() {
        match inside {
            Some(open) if c == open => inside = None,
            Some(_) => {}
            None if c == sign => return Some(at),
            None if c == '#' => return None,
            None if c == '"' || c == '\'' => inside = Some(c),
            None => {}
        }
    }
    None
}

/// Where a value ends that begins at a byte: behind its closing sign, before a comment, or before the next `key =`.
fn value_end(line: &str, from: usize) -> usize {
    let rest = &line[from..];
    let ends = |close: usize| from + close;
    match rest.chars().next() {
        Some(open @ ('"' | '\'')) => {
            let mut escaped = false;
            for (at, c) in rest.char_indices().skip(1) {
                if c == open && !escaped {
                    return ends(at + 1);
                }
                escaped = c == '\\' && !escaped && open == '"';
            }
            line.len()
        }
        Some(open @ ('{' | '[')) => {
            let close = if open == '{' { '}' } else { ']' };
            let (mut level, mut inside) = (0_usize, None);
            for (at, c) in rest.char_indices() {
                match inside {
                    Some(quote) if c == quote => inside = None,
                    Some(_) => {}
                    None if c == '"' || c == '\'' => inside = Some(c),
                    None if c == open => level += 1,
                    None if c == close => {
                        level -= 1;
                        if level == 0 {
                            return ends(at + 1);
                        }
                    }
                    None => {}
                }
            }
            line.len()
        }
        _ => {
            let end = rest.find('#').unwrap_or(rest.len());
            let bare = &rest[..end];
            // A bare word before a further equals sign is the key of another setting.
            let Some(equals) = outside(bare, '=') else { return ends(end) };
            let key = bare[..equals].trim_end();
            let word = key.rfind(char::is_whitespace).unwrap_or(key.len());
            if word == key.len() { ends(end) } else { ends(bare[..word].trim_end().len()) }
        }
    }
}

/// Whether a bare word is a value of TOML, or close enough that the parser should speak of it.
fn is_value(text: &str) -> bool {
    let number = text.replace('_', "");
    let float = number.parse::<f64>().is_ok() && !number.ends_with('.') && !number.starts_with('.');
    float || matches!(text, "true" | "false") || text.parse::<crate::time::Day>().is_ok()
}

/// The number in `30 %`, `0,7`, `45.000.000`, `45 000`, `1750 fte`, `€ 1.250`.
fn number_meant(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['€', ' ', '-', '+', '.', ',']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || text.contains(['"', '=', '{', '[', ':', '/']) {
        return None;
    }
    let number: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit() && *c != '-')
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-'))
        .collect();
    let number = number.trim();
    let comma = number.rsplit_once(',');
    // One comma with three digits behind it parts thousands, as in 1,750 officers; never behind a nought.
    let grouped = comma.is_some_and(|(whole, tail)| {
        tail.len() == 3 && whole != "0" && !whole.contains([',', '.']) && whole.len() <= 3
    });
    let number = if grouped { number.replace(',', "") } else { number.to_string() };
    loose_number(&number)
}

/// What a word for on or off is called in TOML.
fn truth_meant(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "aan" | "waar" => Some("true"),
        "false" | "no" | "off" | "nee" | "uit" | "onwaar" => Some("false"),
        _ => None,
    }
}
