//! Numbers, sums and words for on and off as people write them, and what they mean.

/// A number as somebody wrote it.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Loose {
    /// What it is worth: 0.3 for 30 %, 45000 for 45.000 or 45 duizend.
    pub(super) value: f64,
    /// Whether it was written as a percentage.
    pub(super) percent: bool,
    /// Whether a unit or another word stands with it.
    pub(super) words: bool,
    /// Whether it was written as a rise, with a plus sign or a word such as `more`.
    pub(super) change: bool,
}

/// Words for thousands and millions behind a number.
const TIMES: &[(&str, f64)] = &[
    ("duizend", 1e3),
    ("thousand", 1e3),
    ("dzd", 1e3),
    ("k", 1e3),
    ("miljoen", 1e6),
    ("million", 1e6),
    ("mln", 1e6),
    ("mio", 1e6),
    ("miljard", 1e9),
    ("billion", 1e9),
    ("mld", 1e9),
];

/// Words behind a number that make it a rise, and those that make it a fall.
const RISE: [&str; 8] = ["meer", "more", "extra", "erbij", "hoger", "higher", "omhoog", "up"];
const FALL: [&str; 7] = ["minder", "less", "fewer", "lager", "lower", "omlaag", "down"];

/// Words and signs before a number that only say how sure it is, or that it is money.
const BEFORE: [&str; 11] =
    ["€", "eur ", "euro ", "±", "~", "≈", "circa ", "ca. ", "ca ", "ongeveer ", "about "];

/// The number in `30 %`, `0,7`, `45.000.000`, `45 000`, `1750 fte`, `€ 1.250`, `1,5 miljoen`. Nothing when there is another
/// digit behind it.
pub(super) fn loose(text: &str) -> Option<Loose> {
    let small = text.trim().to_lowercase();
    if small.len() > 60 || small.contains(['"', '=', '{', '[', ':', '/', '@']) {
        return None;
    }
    let mut rest = small.as_str();
    let mut words = false;
    while let Some(less) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        (rest, words) = (less.trim_start(), true);
    }
    let (plus, minus) = (rest.starts_with('+'), rest.starts_with('-'));
    rest = rest.trim_start_matches(['+', '-']).trim_start();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '\'' | ' ');
    let (digits, behind) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
    let behind = behind.trim();
    if behind.contains(|c: char| c.is_ascii_digit() || matches!(c, '+' | '*' | '×' | '-')) {
        return None;
    }
    let number = plain(digits.trim())?;
    let said = |words: &[&str]| behind.split_whitespace().any(|word| words.contains(&word.trim_matches('%')));
    let (change, negative) = (plus || said(&RISE), minus || said(&FALL));
    let percent = ["%", "procent", "percent", "pct"].iter().any(|word| behind.starts_with(word));
    let word = behind.split_whitespace().next().unwrap_or("").trim_end_matches('.');
    let times = TIMES.iter().find(|(name, _)| *name == word).map_or(1.0, |(_, times)| *times);
    let value = if percent { number / 100.0 } else { number * times };
    let value = if negative { -value } else { value };
    words |= !percent && !behind.is_empty();
    value.is_finite().then_some(Loose { value, percent, words, change })
}

/// Digits with points and commas between them. A comma comes before decimals, unless three digits follow it, as in 1,750
/// officers; one point with three digits behind it parts thousands.
fn plain(digits: &str) -> Option<f64> {
    let digits: String = digits.chars().filter(|c| !matches!(c, ' ' | '_' | '\'')).collect();
    let digits = digits.trim_end_matches(['.', ',']);
    let points = digits.matches('.').count();
    let text = match digits.rsplit_once(',') {
        Some((whole, tail)) => {
            let grouped =
                tail.len() == 3 && !["0", ""].contains(&whole) && !whole.contains('.') && whole.len() <= 7;
            if grouped || digits.matches(',').count() > 1 {
                digits.replace(',', "")
            } else if let Some(point) = digits.rfind('.').filter(|point| *point > whole.len()) {
                // 1,250.50 as English writes it.
                format!("{}{}", digits[..point].replace(',', ""), &digits[point..])
            } else {
                digits.replace('.', "").replace(',', ".")
            }
        }
        None if points > 1 => digits.replace('.', ""),
        None if digits.rsplit_once('.').is_some_and(|(whole, tail)| tail.len() == 3 && whole != "0") => {
            digits.replace('.', "")
        }
        None => digits.to_string(),
    };
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// What a sum such as `39000 + 6000` or `39.000 x 1,1` comes to. Nothing when it is none.
pub(super) fn sum(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.len() > 60 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let signed: String = text.replace(" x ", "*").replace(['×', '⋅', '·'], "*").replace([':', '÷'], "/");
    if !signed.chars().all(|c| c.is_ascii_digit() || " .,_+-*/%".contains(c)) {
        return None;
    }
    let mut total = 0.0;
    let mut found = false;
    let mut sign = 1.0;
    for (place, term) in signed.split_inclusive(['+', '-']).enumerate() {
        let next = if term.ends_with('-') { -1.0 } else { 1.0 };
        let term = term.trim_end_matches(['+', '-']);
        found |= place > 0;
        let mut product = None;
        for (place, factor) in term.split('*').enumerate() {
            found |= place > 0;
            for (place, part) in factor.split('/').enumerate() {
                found |= place > 0;
                let number = loose(part)?.value;
                product = Some(match (product, place) {
                    (None, _) => number,
                    (Some(before), 0) => before * number,
                    (Some(before), _) => before / number,
                });
            }
        }
        total += sign * product?;
        sign = next;
    }
    (found && total.is_finite()).then(|| (total * 1e9).round() / 1e9)
}

/// What a word for on or off is called in TOML.
pub(super) fn truth(text: &str) -> Option<&'static str> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "aan" | "waar" | "wel" => Some("true"),
        "false" | "no" | "off" | "nee" | "uit" | "onwaar" | "niet" => Some("false"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_dutch_and_english_write_them() {
        for (text, value) in [
            ("0,7", 0.7),
            ("45.000", 45_000.0),
            ("45 000 plekken", 45_000.0),
            ("1.250.000", 1_250_000.0),
            ("€ 1.250,50", 1_250.5),
            ("1,250.50", 1_250.5),
            ("1,750 fte", 1_750.0),
            ("0,125", 0.125),
            ("0.125", 0.125),
            ("30 %", 0.3),
            ("12,5 procent", 0.125),
            ("1,5 miljoen", 1_500_000.0),
            ("45k", 45_000.0),
            ("ca. 45.000", 45_000.0),
            ("-5", -5.0),
            ("40.", 40.0),
        ] {
            assert_eq!(loose(text).map(|l| l.value), Some(value), "{text}");
        }
        for text in ["", "ja", "39000 + 6000", "2027-01-01", "1/7/2027", "5 of 6", "{ 5", "-", "€"] {
            assert_eq!(loose(text), None, "{text}");
        }
        for rise in ["+10%", "10% meer", "10 % more"] {
            assert!(loose(rise).is_some_and(|l| l.change && l.percent && l.value == 0.1), "{rise}");
        }
        assert!(loose("300 extra").is_some_and(|l| l.change));
        assert_eq!(loose("300 minder").map(|l| (l.value, l.change)), Some((-300.0, false)));
    }

    #[test]
    fn sums_are_worked_out_so_that_their_outcome_can_be_written() {
        for (text, value) in [
            ("39000 + 6000", 45_000.0),
            ("39.000+6.000", 45_000.0),
            ("45000 - 2000 + 1", 43_001.0),
            ("39000 * 1,1", 42_900.0),
            ("52 x 7", 364.0),
            ("10/4", 2.5),
        ] {
            assert_eq!(sum(text), Some(value), "{text}");
        }
        for text in ["45000", "0,7", "vijf + zes", "+6000", "", "5 +", "1/0", "/", "+"] {
            assert_eq!(sum(text), None, "{text}");
        }
    }
}
