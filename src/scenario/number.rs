//! Numbers as people write them, the bounds they must keep to, and how both are told.

use super::codes;
use super::problems::{Problems, Spot, both, none};
use crate::policy::{Declaration, Kind};

/// `45.000`, written as Dutch writes forty-five thousand: the digits without the points.
pub(super) fn thousands(written: &str) -> Option<String> {
    let mut groups = written.trim().split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    let grouped =
        (1..=3).contains(&first.len()) && !rest.is_empty() && rest.iter().all(|group| group.len() == 3);
    (grouped && first != "0" && digits(&first) && rest.iter().all(digits))
        .then(|| format!("{first}{}", rest.concat()))
}

/// The number in "70 %", "0,7", "€ 1.250", "2 500".
pub(super) fn loose_number(text: &str) -> Option<f64> {
    let kept: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-')).collect();
    let foreign = text.chars().any(|c| c.is_alphabetic() && !matches!(c, 'e' | 'E'));
    if kept.len() > 20 || (foreign && !text.contains('%')) {
        return None;
    }
    let thousands = kept
        .rsplit_once('.')
        .is_some_and(|(_, tail)| tail.len() == 3 && !kept.starts_with("0.") && !kept.contains(','));
    let plain = if thousands {
        kept.replace('.', "")
    } else if kept.contains(',') {
        kept.replace('.', "").replace(',', ".")
    } else {
        kept
    };
    plain.parse::<f64>().ok().filter(|n| n.is_finite())
}

/// The bounds of one number of a row: its declaration's, and those of its kind.
pub(super) fn bounds(row: &Declaration, kind: Kind) -> (f64, f64) {
    match kind {
        Kind::Share => (row.range.0.max(0.0), row.range.1.min(1.0)),
        Kind::Switch
        | Kind::Count
        | Kind::Minutes
        | Kind::Days
        | Kind::Money
        | Kind::Rate
        | Kind::Choice(_)
        | Kind::Set(_)
        | Kind::ByNationality(_)
        | Kind::Mix(_)
        | Kind::Curve(_) => row.range,
    }
}

/// Checks a number against the bounds of its row.
pub(super) fn within(
    problems: &mut Problems,
    row: &Declaration,
    kind: Kind,
    name: &str,
    number: f64,
    spot: Spot,
) -> Option<f64> {
    if !number.is_finite() {
        problems.error(
            codes::NOT_FINITE,
            spot,
            both(format!("{name} moet een eindig getal zijn"), format!("{name} must be a finite number")),
            none(),
            both(
                format!("schrijf bijvoorbeeld {}", sample(kind)),
                format!("write for example {}", sample(kind)),
            ),
        );
        return None;
    }
    let (low, high) = bounds(row, kind);
    let (nl, en) = says(kind);
    if !(low..=high).contains(&number) {
        let help = if matches!(kind, Kind::Share) {
            let (share, percent) = if number > 2.0 && number <= 100.0 {
                (hundredths(number / 100.0), show(number))
            } else {
                ("0.70".into(), "70".into())
            };
            both(format!("schrijf {share} voor {percent} %"), format!("write {share} for {percent} %"))
        } else {
            let (nearest, nl, en) =
                if number < low { (low, "meer", "more") } else { (high, "minder", "less") };
            let nearest = show(nearest);
            both(format!("schrijf {nearest} of {nl}"), format!("write {nearest} or {en} ({})", row.unit))
        };
        problems.error(
            codes::BOUNDS,
            spot,
            both(
                format!("{name} is {nl}, dus het moet tussen {} en {} liggen", show(low), show(high)),
                format!("{name} is {en}, so it must lie between {} and {}", show(low), show(high)),
            ),
            both("buiten de grenzen", "outside the bounds"),
            help,
        );
        return None;
    }
    if matches!(kind, Kind::Days) && number.fract() != 0.0 {
        problems.error(
            codes::KIND,
            spot,
            both(format!("{name} telt hele dagen"), format!("{name} counts whole days")),
            none(),
            both(format!("schrijf {}", show(number.round())), format!("write {}", show(number.round()))),
        );
        return None;
    }
    Some(number)
}

/// What a value of a kind is called.
pub(super) fn says(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Switch => ("aan of uit", "on or off"),
        Kind::Share => ("een aandeel", "a share"),
        Kind::Count => ("een aantal", "a count"),
        Kind::Minutes => ("een aantal minuten", "a number of minutes"),
        Kind::Days => ("een aantal dagen", "a number of days"),
        Kind::Money => ("een bedrag in euro's", "an amount in euros"),
        Kind::Rate => ("een getal", "a number"),
        Kind::Choice(_) => ("een woord", "a word"),
        Kind::Set(_) => ("een lijst van woorden", "a list of words"),
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => {
            ("een waarde met sleutels", "a value with keys")
        }
    }
}

/// An example of one number of a kind.
pub(super) fn sample(kind: Kind) -> &'static str {
    match kind {
        Kind::Switch => "true",
        Kind::Share => "0.70",
        Kind::Count => "2500",
        Kind::Minutes => "90",
        Kind::Days => "42",
        Kind::Money => "1250.00",
        Kind::Rate => "1.5",
        Kind::Choice(_) | Kind::Set(_) | Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => "...",
    }
}

/// An example of a value of a row, as it is written.
pub(super) fn example(row: &Declaration) -> String {
    let inner = sample(row.kind.inner());
    match row.kind {
        Kind::ByNationality(_) => format!("{{ syria = {inner}, other = {inner} }}"),
        Kind::Mix(keys) => {
            format!("{{ {} = 0.6, {} = 0.4 }}", keys.first().unwrap_or(&"a"), keys.last().unwrap_or(&"b"))
        }
        Kind::Curve(keys) => {
            format!("{{ {} = 1.1, {} = 0.9 }}", keys.first().unwrap_or(&"a"), keys.last().unwrap_or(&"b"))
        }
        Kind::Set(words) => format!("[\"{}\"]", words.first().unwrap_or(&"")),
        Kind::Choice(words) => format!("\"{}\"", words.first().unwrap_or(&"")),
        Kind::Switch | Kind::Share | Kind::Count | Kind::Minutes | Kind::Days | Kind::Money | Kind::Rate => {
            inner.into()
        }
    }
}

/// A number as a person writes it in TOML.
pub(super) fn show(number: f64) -> String {
    if number != 0.0 && !(1e-6..1e15).contains(&number.abs()) {
        format!("{number:e}")
    } else {
        format!("{number}")
    }
}

/// A share with at least two decimals, as percentages are thought of.
pub(super) fn hundredths(share: f64) -> String {
    let short = format!("{share:.2}");
    if short.parse() == Ok(share) { short } else { show(share) }
}

/// The numbers of a row as they are written in a scenario.
pub fn written(row: &Declaration, numbers: &[f64]) -> String {
    let one = |kind: Kind, number: f64| match kind {
        Kind::Switch => if number != 0.0 { "true" } else { "false" }.to_string(),
        _ => show(number),
    };
    match row.kind {
        Kind::Choice(words) => format!("\"{}\"", words.get(numbers[0] as usize).unwrap_or(&"")),
        Kind::Set(words) => {
            let chosen =
                words.iter().zip(numbers).filter(|(_, n)| **n != 0.0).map(|(w, _)| format!("\"{w}\""));
            format!("[{}]", chosen.collect::<Vec<_>>().join(", "))
        }
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => {
            let keys = row.kind.keys().unwrap_or(&[]);
            let parts = keys.iter().zip(numbers).map(|(k, n)| format!("{k} = {}", one(row.kind.inner(), *n)));
            format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
        }
        kind => one(kind, numbers[0]),
    }
}
