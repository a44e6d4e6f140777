//! Values: what is written, against the kind and the bounds of the row, with a cure for what people write instead.

use super::codes;
use super::dates::{Period, Unit};
use super::meant::{Loose, loose, sum, truth};
use super::number::{bounds, cure, example, sample, says, show, thousands, within};
use super::problems::{Problems, Spot, both, none, quoted};
use super::suggest;
use super::syntax::{Key, Node, Raw, wrong_kind};
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

/// Reads a value of a row, or of none: then all that is told is what is wrong for every kind.
pub(super) fn of(problems: &mut Problems, row: Option<&Declaration>, node: &Node) -> Option<Partial> {
    match row {
        Some(row) => read(problems, row, node),
        None => any(problems, node).then(|| vec![None]),
    }
}

/// Whether a value may be right for some kind of row.
fn any(problems: &mut Problems, node: &Node) -> bool {
    let spot = node.spot;
    let mut tell = |nl: String, en: String, cure: String| {
        let help = both(format!("schrijf {cure}"), format!("write {cure}"));
        problems.error(codes::KIND, spot, both(nl, en), none(), help);
        false
    };
    match &node.raw {
        Raw::Number(number) if !number.is_finite() => {
            tell("een waarde is een eindig getal".into(), "a value is a finite number".into(), "1.5".into())
        }
        Raw::Number(number) => {
            let written = problems.written(spot).to_string();
            match thousands(&written).filter(|meant| meant.ends_with("000") || meant.len() > 4) {
                Some(meant) => {
                    thousands_told(problems, "", (&written, &meant), *number, spot);
                    false
                }
                None => true,
            }
        }
        Raw::Text(text) => match (loose(text), sum(text), truth(text)) {
            (None, None, None) => true,
            _ if Period::read(text).is_some() => true,
            (Some(Loose { value, .. }), _, _) | (None, Some(value), _) => tell(
                format!("\"{}\" is een tekst, geen getal", quoted(text)),
                format!("\"{}\" is a text, no number", quoted(text)),
                show(value),
            ),
            (None, None, Some(word)) => tell(
                format!("\"{}\" is een tekst", quoted(text)),
                format!("\"{}\" is a text", quoted(text)),
                word.into(),
            ),
        },
        Raw::Time | Raw::Date(_) => {
            let (nl, en) = node.raw.says();
            tell(format!("{nl} is geen waarde"), format!("{en} is no value"), "1.5".into())
        }
        // Every part is looked at, whatever is wrong with those before it.
        Raw::List(items) => items.iter().filter(|node| !any(problems, node)).count() == 0,
        Raw::Table(entries) => entries.iter().filter(|(_, node)| !any(problems, node)).count() == 0,
        Raw::Truth(_) | Raw::Broken => true,
    }
}

/// A list of keys where switches are asked for, such as `[syria, iraq]`, as it should be written.
fn switched_on(problems: &Problems, row: &Declaration, keys: &[&str], node: &Node) -> Option<String> {
    let Raw::List(items) = &node.raw else { return None };
    let named = |item: &Node| {
        let word = problems.written(item.spot).trim_matches('"').to_lowercase();
        keys.contains(&word.as_str()).then(|| format!("{word} = true"))
    };
    let on: Vec<String> = items.iter().filter_map(named).collect();
    let whole = row.kind.inner() == Kind::Switch && !on.is_empty() && on.len() == items.len();
    whole.then(|| format!("{{ {} }}", on.join(", ")))
}

fn keyed(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Partial> {
    let keys = row.kind.keys()?;
    let Raw::Table(entries) = &node.raw else {
        let meant = switched_on(problems, row, keys, node).unwrap_or_else(|| example(row));
        let (nl, en) = (format!("schrijf {meant}"), format!("write {meant}"));
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
        let meant = match &node.raw {
            Raw::Table(entries) => listed(entries),
            _ => None,
        };
        let meant = meant.unwrap_or_else(|| example(row));
        let (nl, en) = (format!("schrijf {meant}"), format!("write {meant}"));
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

/// `{ a = true, b = false }` as a list of words: those that are on.
fn listed(entries: &[(Key, Node)]) -> Option<String> {
    let is_on = |node: &Node| match &node.raw {
        Raw::Truth(on) => Some(*on),
        Raw::Text(text) => truth(text).map(|word| word == "true"),
        _ => None,
    };
    let mut words = Vec::new();
    for (key, node) in entries {
        if is_on(node)? {
            words.push(format!("\"{}\"", quoted(&key.text)));
        }
    }
    Some(format!("[{}]", words.join(", ")))
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
            if problems.written(node.spot).starts_with('+')
                && bounds(row, kind).0 >= 0.0
                && number.is_finite()
            {
                change(problems, name, *number, node.spot);
                return None;
            }
            let whole = matches!(kind, Kind::Count | Kind::Money | Kind::Minutes | Kind::Days);
            let written = problems.written(node.spot).to_string();
            if let Some(meant) = thousands(&written).filter(|_| whole) {
                thousands_told(problems, &format!("{name}: "), (&written, &meant), *number, node.spot);
                return None;
            }
            *number
        }
        Raw::Text(text) => in_words(problems, row, kind, name, text, node.spot)?,
        _ => {
            let (nl, en) = says(kind);
            let sample = sample(row, kind);
            let cure = (format!("schrijf bijvoorbeeld {sample}"), format!("write for example {sample}"));
            wrong_kind(problems, node, name, (nl, en), (&cure.0, &cure.1));
            return None;
        }
    };
    within(problems, row, kind, name, number, node.spot)
}

/// Says that points between thousands make another number.
fn thousands_told(
    problems: &mut Problems,
    name: &str,
    (written, meant): (&str, &str),
    number: f64,
    spot: Spot,
) {
    let written = quoted(written);
    // One point makes it a fraction; with more it is no number at all.
    let (title, help) = if written.matches('.').count() == 1 {
        let is = show(number);
        (
            both(
                format!("{name}{written} is hier {is}, want een punt scheidt decimalen"),
                format!("{name}{written} means {is} here, since a point comes before decimals"),
            ),
            both(format!("schrijf {meant}, zonder punt"), format!("write {meant}, without a point")),
        )
    } else {
        (
            both(
                format!("{name}tussen duizendtallen staat niets"),
                format!("{name}nothing stands between thousands"),
            ),
            both(format!("schrijf {meant}, zonder punten"), format!("write {meant}, without points")),
        )
    };
    problems.error(codes::KIND, spot, title, none(), help);
}

fn switch(problems: &mut Problems, name: &str, node: &Node) -> Option<f64> {
    if let Raw::Truth(truth) = node.raw {
        return Some(f64::from(u8::from(truth)));
    }
    let meant = match &node.raw {
        Raw::Number(n) if *n == 0.0 => Some("false"),
        Raw::Number(n) if *n == 1.0 => Some("true"),
        Raw::Text(text) => truth(text),
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

/// Says that a number with a plus sign is no rise.
fn change(problems: &mut Problems, name: &str, number: f64, spot: Spot) {
    let (written, is) = (quoted(problems.written(spot)), show(number));
    problems.error(
        codes::KIND,
        spot,
        both(
            format!("{name}: {written} is hier {is} zelf, geen verhoging"),
            format!("{name}: {written} means {is} itself here, no rise"),
        ),
        none(),
        both(
            format!("schrijf {is} als dat de nieuwe waarde is; reken een verhoging zelf uit"),
            format!("write {is} if that is the new value; work out a rise yourself"),
        ),
    );
}

/// A quantity between quotes: with a unit that can be converted exactly it is a number, otherwise a complaint with a cure.
fn in_words(
    problems: &mut Problems,
    row: &Declaration,
    kind: Kind,
    name: &str,
    text: &str,
    spot: Spot,
) -> Option<f64> {
    let period = Period::read(text);
    let count = period.map(|p| f64::from(p.number));
    match (kind, period.map(|p| p.unit)) {
        (Kind::Days, Some(Unit::Days)) | (Kind::Minutes, Some(Unit::Minutes)) => return count,
        (Kind::Days, Some(Unit::Weeks)) => return count.map(|n| n * 7.0),
        (Kind::Minutes, Some(Unit::Hours)) => return count.map(|n| n * 60.0),
        _ => {}
    }
    let loose = loose(text);
    if let Some(Loose { value, change: true, .. }) = loose
        && bounds(row, kind).0 >= 0.0
    {
        change(problems, name, value, spot);
        return None;
    }
    let asked = number_of(kind, period, loose, sum(text));
    let (nl, en) = match asked {
        None => {
            let sample = sample(row, kind);
            (format!("schrijf bijvoorbeeld {sample}"), format!("write for example {sample}"))
        }
        Some((number, nl, en)) => {
            let (nl_cure, en_cure) = cure(row, kind, number);
            (format!("{nl}{nl_cure}"), format!("{en}{en_cure}"))
        }
    };
    let without =
        |cure: String, plain: bool, words: &str| if plain { format!("{cure}, {words}") } else { cure };
    let plain = asked.is_some_and(|(_, nl, _)| nl.is_empty()) && !loose.is_some_and(|l| l.percent);
    let shown = quoted(text);
    let (asked_nl, asked_en) = says(kind);
    problems.error(
        codes::UNIT,
        spot,
        both(
            format!("{name} moet {asked_nl} zijn, niet \"{shown}\""),
            format!("{name} must be {asked_en}, not \"{shown}\""),
        ),
        none(),
        both(without(nl, plain, "zonder aanhalingstekens"), without(en, plain, "without quotes")),
    );
    None
}

/// The number that words between quotes come to, and what is to be said of how.
fn number_of(
    kind: Kind,
    period: Option<Period>,
    loose: Option<Loose>,
    sum: Option<f64>,
) -> Option<(f64, &'static str, &'static str)> {
    let count = period.map(|p| f64::from(p.number));
    match (kind, period.map(|p| p.unit), loose) {
        (Kind::Days, Some(Unit::Months), _) => {
            let days = (count? * 365.25 / 12.0).round();
            Some((days, "een maand heeft geen vast aantal dagen: ", "a month has no fixed number of days: "))
        }
        (Kind::Days, Some(Unit::Years), _) => {
            let days = (count? * 365.25).round();
            Some((days, "een jaar heeft geen vast aantal dagen: ", "a year has no fixed number of days: "))
        }
        (_, _, Some(loose)) => Some((loose.value, "", "")),
        (_, _, None) => Some((sum?, "er wordt niet gerekend: ", "no sums are worked out: ")),
    }
}
