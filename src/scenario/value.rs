//! Values: what is written, against the kind and the bounds of the row, with a cure for what people write instead.

use super::codes;
use super::dates::{Period, Unit};
use super::number::{example, hundredths, loose_number, sample, says, show, thousands, within};
use super::problems::{Problems, Spot, both, none, quoted};
use super::suggest;
use super::syntax::{Node, Raw, wrong_kind};
use crate::policy::{Declaration, Kind, Nationality};

/// The numbers of a value; a key that was left out has none and keeps what held before.
pub(super) type Partial = Vec<Option<f64>>;

/// Reads a value. Complains and returns nothing when there is no way to read it.
pub(super) fn read(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Partial> {
    let kind = row.kind;
    match kind {
        Kind::Set(words) => set(problems, row, node, words),
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => keyed(problems, row, node),
        Kind::Choice(words) => choice(problems, row, node, words).map(|n| vec![Some(n)]),
        Kind::Switch | Kind::Share | Kind::Count | Kind::Minutes | Kind::Days | Kind::Money | Kind::Rate => {
            single(problems, row, kind, row.name, node).map(|n| vec![Some(n)])
        }
    }
}

fn keyed(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Partial> {
    let keys = row.kind.keys()?;
    let Raw::Table(entries) = &node.raw else {
        let (nl, en) = (format!("schrijf {}", example(row)), format!("write {}", example(row)));
        let asked = ("een waarde met sleutels", "a value with keys");
        wrong_kind(problems, node, row.name, asked, (&nl, &en));
        return None;
    };
    let mut numbers = vec![None; keys.len()];
    let mut sound = true;
    for (key, value) in entries {
        match keys.iter().position(|k| *k == key.text) {
            Some(place) => {
                let name = format!("{}.{}", row.name, key.text);
                numbers[place] = single(problems, row, row.kind.inner(), &name, value);
                sound &= numbers[place].is_some();
            }
            None => {
                unknown_part(problems, row, keys, &key.text, key.spot);
                sound = false;
            }
        }
    }
    if entries.is_empty() {
        let (nl, en) = (format!("schrijf {}", example(row)), format!("write {}", example(row)));
        let title = both(
            format!("{} heeft hier geen enkele sleutel", row.name),
            format!("{} has no key at all here", row.name),
        );
        problems.error(codes::MISSING_PART, node.spot, title, none(), both(nl, en));
        return None;
    }
    sound.then_some(numbers)
}

/// Says that a keyed value has no such key.
pub(super) fn unknown_part(
    problems: &mut Problems,
    row: &Declaration,
    keys: &[&str],
    word: &str,
    spot: Spot,
) {
    let meant = suggest::word(word, keys.iter().copied()).or_else(|| {
        let dutch = suggest::nearest(word, Nationality::DUTCH)
            .filter(|_| matches!(row.kind, Kind::ByNationality(_)))?;
        Nationality::DUTCH.iter().position(|d| *d == dutch).map(|place| Nationality::KEYS[place])
    });
    let list = keys.join(", ");
    let help = match meant {
        Some(key) => both(format!("bedoelde u `{key}`?"), format!("did you mean `{key}`?")),
        None if matches!(row.kind, Kind::ByNationality(_)) => both(
            format!("gebruik `other` voor de rest; de sleutels zijn {list}"),
            format!("use `other` for the rest; the keys are {list}"),
        ),
        None => both(format!("de sleutels zijn {list}"), format!("the keys are {list}")),
    };
    let word = quoted(word);
    problems.error(
        codes::UNKNOWN_PART,
        spot,
        both(
            format!("{} heeft geen sleutel `{word}`", row.name),
            format!("{} has no key `{word}`", row.name),
        ),
        none(),
        help,
    );
}

fn set(problems: &mut Problems, row: &Declaration, node: &Node, words: &[&str]) -> Option<Partial> {
    let Raw::List(items) = &node.raw else {
        let (nl, en) = (format!("schrijf {}", example(row)), format!("write {}", example(row)));
        wrong_kind(problems, node, row.name, ("een lijst van woorden", "a list of words"), (&nl, &en));
        return None;
    };
    let mut numbers = vec![Some(0.0); words.len()];
    let mut sound = true;
    for item in items {
        let Some(place) = choice(problems, row, item, words) else {
            sound = false;
            continue;
        };
        if numbers[place as usize].replace(1.0) == Some(1.0) {
            let word = quoted(words[place as usize]);
            problems.error(
                codes::DUPLICATE,
                item.spot,
                both(
                    format!("\"{word}\" staat twee keer in de lijst"),
                    format!("\"{word}\" stands in the list twice"),
                ),
                none(),
                both("laat er één staan", "keep one of the two"),
            );
        }
    }
    sound.then_some(numbers)
}

fn choice(problems: &mut Problems, row: &Declaration, node: &Node, words: &[&str]) -> Option<f64> {
    let word = word(problems, node, row.name, words)?;
    Some(word as f64)
}

/// The place of a word in the list of words that are allowed.
pub(super) fn word(problems: &mut Problems, node: &Node, what: &str, words: &[&str]) -> Option<usize> {
    let list = words.join(", ");
    let Raw::Text(text) = &node.raw else {
        let (nl, en) = (format!("kies uit {list}"), format!("choose from {list}"));
        let asked = ("een woord tussen aanhalingstekens", "a word between quotes");
        wrong_kind(problems, node, what, asked, (&nl, &en));
        return None;
    };
    let place = words.iter().position(|w| w == text);
    if place.is_none() {
        let help = match suggest::word(text, words.iter().copied()) {
            Some(word) => both(
                format!("bedoelde u \"{word}\"? de keuze is {list}"),
                format!("did you mean \"{word}\"? the choices are {list}"),
            ),
            None => both(format!("kies uit {list}"), format!("choose from {list}")),
        };
        let text = quoted(text);
        problems.error(
            codes::WORD,
            node.spot,
            both(
                format!("{what} kent het woord \"{text}\" niet"),
                format!("{what} does not know the word \"{text}\""),
            ),
            none(),
            help,
        );
    }
    place
}

/// Reads one number of a value.
fn single(problems: &mut Problems, row: &Declaration, kind: Kind, name: &str, node: &Node) -> Option<f64> {
    if let Kind::Switch = kind {
        return switch(problems, name, node);
    }
    let number = match &node.raw {
        Raw::Number(number) => {
            let whole = matches!(kind, Kind::Count | Kind::Money | Kind::Minutes | Kind::Days);
            if let Some(meant) = thousands(problems.written(node.spot)).filter(|_| whole) {
                let written = quoted(problems.written(node.spot));
                // One point makes it a fraction; with more it is no number at all.
                let (title, help) = if written.matches('.').count() == 1 {
                    let is = show(*number);
                    (
                        both(
                            format!("{name}: {written} is hier {is}, want een punt scheidt decimalen"),
                            format!("{name}: {written} means {is} here, since a point comes before decimals"),
                        ),
                        both(
                            format!("schrijf {meant}, zonder punt"),
                            format!("write {meant}, without a point"),
                        ),
                    )
                } else {
                    (
                        both(
                            format!("{name}: tussen duizendtallen staat niets"),
                            format!("{name}: nothing stands between thousands"),
                        ),
                        both(
                            format!("schrijf {meant}, zonder punten"),
                            format!("write {meant}, without points"),
                        ),
                    )
                };
                problems.error(codes::KIND, node.spot, title, none(), help);
                return None;
            }
            *number
        }
        Raw::Text(text) => in_words(problems, kind, name, text, node.spot)?,
        _ => {
            let (nl, en) = says(kind);
            let sample = sample(kind);
            let cure = (format!("schrijf bijvoorbeeld {sample}"), format!("write for example {sample}"));
            wrong_kind(problems, node, name, (nl, en), (&cure.0, &cure.1));
            return None;
        }
    };
    within(problems, row, kind, name, number, node.spot)
}

fn switch(problems: &mut Problems, name: &str, node: &Node) -> Option<f64> {
    if let Raw::Truth(truth) = node.raw {
        return Some(f64::from(u8::from(truth)));
    }
    let meant = match &node.raw {
        Raw::Number(n) if *n == 0.0 => Some("false"),
        Raw::Number(n) if *n == 1.0 => Some("true"),
        Raw::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" | "ja" | "aan" | "waar" => Some("true"),
            "false" | "no" | "off" | "nee" | "uit" | "onwaar" => Some("false"),
            _ => None,
        },
        _ => None,
    };
    let (nl, en) = match meant {
        Some(word) => {
            (format!("schrijf {word}, zonder aanhalingstekens"), format!("write {word}, without quotes"))
        }
        None => ("schrijf true of false".into(), "write true or false".into()),
    };
    wrong_kind(problems, node, name, ("aan of uit", "on or off"), (&nl, &en));
    None
}

/// A quantity between quotes: with a unit that can be converted exactly it is a number, otherwise a complaint with a cure.
fn in_words(problems: &mut Problems, kind: Kind, name: &str, text: &str, spot: Spot) -> Option<f64> {
    let period = Period::read(text);
    let count = period.map(|p| f64::from(p.number));
    match (kind, period.map(|p| p.unit)) {
        (Kind::Days, Some(Unit::Days)) | (Kind::Minutes, Some(Unit::Minutes)) => return count,
        (Kind::Days, Some(Unit::Weeks)) => return count.map(|n| n * 7.0),
        (Kind::Minutes, Some(Unit::Hours)) => return count.map(|n| n * 60.0),
        _ => {}
    }
    let shown = quoted(text);
    let number = loose_number(text);
    let (nl, en) = match (kind, period.map(|p| p.unit), number) {
        (Kind::Days, Some(Unit::Months), _) => {
            let days = show((count.unwrap_or(0.0) * 365.25 / 12.0).round());
            (
                format!("een maand heeft geen vast aantal dagen: schrijf {days} of \"... weeks\""),
                format!("a month has no fixed number of days: write {days} or \"... weeks\""),
            )
        }
        (Kind::Days, Some(Unit::Years), _) => {
            let days = show((count.unwrap_or(0.0) * 365.25).round());
            (
                format!("een jaar heeft geen vast aantal dagen: schrijf {days}"),
                format!("a year has no fixed number of days: write {days}"),
            )
        }
        (Kind::Share, None, Some(n)) if text.contains('%') => {
            let share = hundredths(n / 100.0);
            (format!("schrijf {share} voor {} %", show(n)), format!("write {share} for {} %", show(n)))
        }
        (_, None, Some(n)) => (
            format!("schrijf {}, zonder aanhalingstekens", show(n)),
            format!("write {}, without quotes", show(n)),
        ),
        _ => {
            let sample = sample(kind);
            (format!("schrijf bijvoorbeeld {sample}"), format!("write for example {sample}"))
        }
    };
    let (asked_nl, asked_en) = says(kind);
    problems.error(
        codes::UNIT,
        spot,
        both(
            format!("{name} moet {asked_nl} zijn, niet \"{shown}\""),
            format!("{name} must be {asked_en}, not \"{shown}\""),
        ),
        none(),
        both(nl, en),
    );
    None
}
