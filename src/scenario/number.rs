//! Numbers as people write them, the bounds they must keep to, and how both are told.

use super::codes;
use super::problems::{Problems, Spot, both, none};
use crate::policy::{Declaration, Kind, unit};

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

/// What to write for a number: itself, or the share for a percentage, if that keeps to the bounds; else the nearest bound.
pub(super) fn cure(row: &Declaration, kind: Kind, number: f64) -> (String, String) {
    let (low, high) = bounds(row, kind);
    let share = matches!(kind, Kind::Share);
    let percent = share && number > 2.0 && number <= 100.0;
    let meant = if percent { number / 100.0 } else { number };
    if (low..=high).contains(&meant) {
        let shown = if share { hundredths(meant) } else { show(meant) };
        let of = show(tidy(meant * 100.0));
        return match share {
            true => (format!("schrijf {shown} voor {of} %"), format!("write {shown} for {of} %")),
            false => (format!("schrijf {shown}"), format!("write {shown}")),
        };
    }
    if share && (1.0..=2.0).contains(&number) && (low..=high).contains(&0.7) && high == 1.0 {
        return ("schrijf 0.70 voor 70 %".into(), "write 0.70 for 70 %".into());
    }
    let (bound, nl, en) = if meant < low { (low, "meer", "more") } else { (high, "minder", "less") };
    let bound = show(bound);
    let (mut dutch, mut english) = (format!("schrijf {bound} of {nl}"), format!("write {bound} or {en}"));
    if percent {
        let (shown, of) = (hundredths(meant), show(number));
        dutch.push_str(&format!(" ({of} % is {shown})"));
        english.push_str(&format!(" ({of} % is {shown})"));
    } else if !share {
        dutch.push_str(&format!(" ({})", unit::dutch(row.unit)));
        english.push_str(&format!(" ({})", row.unit));
    }
    if number < 0.0 && low >= 0.0 {
        dutch.push_str("; een daling is een nieuwe, lagere waarde");
        english.push_str("; a fall is a new, lower value");
    }
    (dutch, english)
}

/// Without the last bits that a conversion leaves.
pub(super) fn tidy(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
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
                format!("schrijf bijvoorbeeld {}", sample(row, kind)),
                format!("write for example {}", sample(row, kind)),
            ),
        );
        return None;
    }
    let (low, high) = bounds(row, kind);
    let (nl, en) = says(kind);
    if !(low..=high).contains(&number) {
        let (nl_cure, en_cure) = cure(row, kind, number);
        problems.error(
            codes::BOUNDS,
            spot,
            both(
                format!("{name} is {nl}, dus het moet tussen {} en {} liggen", show(low), show(high)),
                format!("{name} is {en}, so it must lie between {} and {}", show(low), show(high)),
            ),
            both("buiten de grenzen", "outside the bounds"),
            both(nl_cure, en_cure),
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

/// An example of one number of a row, within its bounds.
pub(super) fn sample(row: &Declaration, kind: Kind) -> String {
    let usual: f64 = match kind {
        Kind::Switch => return "true".into(),
        Kind::Choice(_) | Kind::Set(_) | Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => {
            return "...".into();
        }
        Kind::Share => 0.7,
        Kind::Count => 2_500.0,
        Kind::Minutes => 90.0,
        Kind::Days => 42.0,
        Kind::Money => 1_250.0,
        Kind::Rate => 1.5,
    };
    let (low, high) = bounds(row, kind);
    let number = usual.clamp(low, high);
    if matches!(kind, Kind::Share) { hundredths(number) } else { show(number) }
}

/// An example of a value of a row, as it is written.
pub(super) fn example(row: &Declaration) -> String {
    let inner = sample(row, row.kind.inner());
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
            inner
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
