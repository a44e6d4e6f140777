//! What stands behind an equals sign, and between braces.

use std::ops::Range;

use super::super::codes;
use super::super::dates::{self, Period};
use super::super::meant::{Loose, loose, sum, truth};
use super::super::number::{hundredths, show};
use super::super::problems::{both, none, quoted};
use super::words::{entries, is_value, outside};
use super::{Desk, MOST_OPEN};

impl Desk<'_> {
    /// What stands behind the equals sign.
    pub(super) fn value(&mut self, begin: usize, line: &str, range: Range<usize>) {
        let value = &line[range.clone()];
        let spot = self.spot(begin, range.clone());
        if value.starts_with(['{', '[']) {
            if self.open < MOST_OPEN {
                self.open += 1;
                self.within(begin, line, range);
                self.open -= 1;
            }
            return;
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
        if self.number(begin, line, range.clone()) {
            return;
        }
        if let Some(truth) = truth(value) {
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

    /// A number that is none in TOML. What is told of it goes when the number that is meant is wrong too.
    fn number(&mut self, begin: usize, line: &str, range: Range<usize>) -> bool {
        let value = &line[range.clone()];
        let (title, shown, percent) = match (loose(value), sum(value)) {
            (Some(Loose { value: number, percent, words, change }), _) => {
                let title = if percent {
                    (
                        "een percentage wordt geschreven als deel van één",
                        "a percentage is written as a part of one",
                    )
                } else if words {
                    ("achter een getal hoort geen eenheid", "no unit belongs with a number")
                } else {
                    (
                        "een getal heeft geen komma: een punt staat voor de decimalen, en niets tussen duizendtallen",
                        "a number has no comma: a point comes before decimals, and nothing between thousands",
                    )
                };
                let shown = if percent { hundredths(number) } else { show(number) };
                (title, if change { format!("+{shown}") } else { shown }, percent)
            }
            (None, Some(total)) => {
                let title = (
                    "hier wordt niet gerekend: een waarde is één getal",
                    "no sums are worked out here: a value is one number",
                );
                (title, show(total), false)
            }
            (None, None) => return false,
        };
        let help = match percent {
            true => {
                let of = quoted(value);
                both(format!("schrijf {shown} voor {of}"), format!("write {shown} for {of}"))
            }
            false => both(format!("schrijf {shown}"), format!("write {shown}")),
        };
        let spot = self.spot(begin, range.clone());
        self.problems.error(codes::SYNTAX, spot, both(title.0, title.1), none(), help);
        self.problems.last_is_soft();
        self.edit(begin, range, shown);
        true
    }

    /// What stands between braces or brackets, entry by entry.
    fn within(&mut self, begin: usize, line: &str, range: Range<usize>) {
        let value = &line[range.clone()];
        let (close, list) = if value.starts_with('{') { ("}", "`{`") } else { ("]", "`[`") };
        let closed = value.ends_with(close);
        if self.last && !closed {
            let spot = self.spot(begin, range.start..range.start + 1);
            self.problems.error(
                codes::SYNTAX,
                spot,
                both(format!("{list} wordt niet gesloten"), format!("{list} is not closed")),
                none(),
                both(format!("sluit met `{close}`"), format!("close it with `{close}`")),
            );
            self.problems.last_is_mended();
            self.edit(begin, range.end..range.end, close);
        }
        let inner = range.start + 1..if closed { range.end - 1 } else { range.end };
        for part in entries(&line[inner.clone()], close == "}") {
            let text = &line[inner.start + part.start..inner.start + part.end];
            let from = inner.start + part.start + text.len() - text.trim_start().len();
            let entry = from..from + text.trim().len();
            if close == "}" {
                self.entry(begin, line, entry);
            } else if !entry.is_empty() {
                self.value(begin, line, entry);
            }
        }
    }

    /// `syria = ja`, `Syria: true`: one entry between braces.
    fn entry(&mut self, begin: usize, line: &str, entry: Range<usize>) {
        let text = &line[entry.clone()];
        let Some(sign) = outside(text, '=').or_else(|| outside(text, ':')) else { return };
        let (key, behind) = (&text[..sign], &text[sign + 1..]);
        if text[sign..].starts_with(':') {
            self.colon(begin, entry.start + sign, key, behind);
        }
        self.key(begin, line, entry.start..entry.start + key.trim_end().len());
        let from = entry.start + sign + 1 + behind.len() - behind.trim_start().len();
        if from < entry.end {
            self.value(begin, line, from..entry.end);
        }
    }
}
