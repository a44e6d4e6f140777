//! What stands behind an equals sign.

use std::ops::Range;

use super::super::codes;
use super::super::dates::{self, Period};
use super::super::number::{hundredths, show};
use super::super::problems::{Spot, both, none, quoted};
use super::Desk;
use super::words::{is_value, number_meant, truth_meant};

impl Desk<'_> {
    pub(super) fn value(&mut self, begin: usize, line: &str, range: Range<usize>) {
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
}
