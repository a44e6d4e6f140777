//! What a scenario does otherwise, in plain sentences: from when, for whom, what changes, on what ground, how far the measure
//! has come, and what is assumed. The one source of these sentences for `check`, `explain`, `compare` and the report.

mod warned;
mod words;

use serde::Serialize;

use super::summary::capital;
use super::texts::Language;
use crate::policy::{Condition, Declaration, Grade, Indicator, Kind, Trigger, levers, relations};
use crate::record::Series;
use crate::scenario::{Change, Ground, LegalStatus, LeverChange, Rest};
use crate::time::Day;
use words::{amount, name, place, values};

pub use warned::warnings;

/// One lever, uncertainty or trigger, and what a scenario does with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Told {
    /// Its place in the catalogue; `None` for what is no lever and no uncertainty.
    #[serde(skip)]
    pub row: Option<usize>,
    /// Its name in both languages.
    pub title: String,
    /// What it is.
    pub says: String,
    /// What the scenario does with it, a sentence each.
    pub sentences: Vec<String>,
}

/// One of two texts.
pub(super) fn pick<T>(language: Language, nl: T, en: T) -> T {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// Whom a lever binds from the day on which it steps: it goes on from `it binds`.
pub fn bound(binds: crate::policy::Binds, language: Language) -> &'static str {
    words::binds(binds, language)
}

/// A change in one line: name, value, for whom, legal status.
pub fn line(change: &Change, language: Language) -> String {
    match change {
        Change::Lever(one) => {
            let row = levers::declaration(one.index);
            let status = status_word(one.ground.status, language);
            format!("{}: {}; {}; {status}", name(row, language), changed(one, language), whom(one, language))
        }
        Change::Binds { index, ours, theirs } => {
            let [ours, theirs] = [ours, theirs].map(|binds| words::binds(*binds, language));
            let row = name(levers::declaration(*index), language);
            pick(
                language,
                format!("{row}: {ours}; anders {theirs}"),
                format!("{row}: {ours}; otherwise {theirs}"),
            )
        }
        Change::Uncertainty { index, .. } => {
            let row = name(levers::declaration(*index), language);
            let what = uncertain(change, language);
            pick(language, format!("{row}, onzekerheid: {what}"), format!("{row}, uncertainty: {what}"))
        }
        Change::Trigger { trigger, ground, .. } => {
            let row = name(levers::declaration(trigger.lever), language);
            let status = status_word(ground.status, language);
            let head = pick(language, "noodrem", "trigger");
            format!("{head}: {row}: {}; {status}", pulled(trigger, language))
        }
        Change::Period { .. } | Change::Stock { .. } => frame(change, language),
    }
}

/// What a lever does otherwise for a time, for the time axis of a chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// Name, value and legal status.
    pub says: String,
    /// First day.
    pub from: Day,
    /// Last day; nothing when it lasts to the end of the run.
    pub until: Option<Day>,
    /// Whether it is law or fact.
    pub law: bool,
}

/// The levers among the changes, each with its days.
pub fn spans(changes: &[Change], language: Language) -> Vec<Held> {
    let levers = changes.iter().filter_map(|change| match change {
        Change::Lever(one) => Some(one),
        _ => None,
    });
    levers
        .map(|one| {
            let name = capital(&levers::declaration(one.index).title(language));
            let says = format!("{name}, {}", changed(&LeverChange { felt: None, ..one.clone() }, language));
            let status = status_word(one.ground.status, language);
            let law = matches!(one.ground.status, LegalStatus::InForce | LegalStatus::Factual);
            Held { says: format!("{says} · {status}"), from: one.from, until: one.until, law }
        })
        .collect()
}

/// Everything that a scenario does otherwise, lever by lever. `data_date` is the day up to which the law is known.
pub fn explain(changes: &[Change], data_date: Day, language: Language) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for change in changes {
        let (row, sentences) = told(change, data_date, language);
        let (title, says) = match row.map(levers::declaration) {
            Some(row) => {
                let title = pick(language, capital(&name(row, language)), name(row, language));
                (title, pick(language, row.dutch_says, row.says.trim()).to_owned())
            }
            None => (capital(pick(language, "de simulatie", "the run")), String::new()),
        };
        if all.last().is_none_or(|last| last.title != title) {
            all.push(Told { row, title, says, sentences: Vec::new() });
        }
        let Some(last) = all.last_mut() else { continue };
        // What has been said of the same lever is not said again.
        for sentence in sentences {
            if !last.sentences.contains(&sentence) {
                last.sentences.push(sentence);
            }
        }
    }
    all
}

fn told(change: &Change, data_date: Day, language: Language) -> (Option<usize>, Vec<String>) {
    match change {
        Change::Lever(one) => {
            let mut sentences = vec![
                format!("{}.", capital(&changed(one, language))),
                format!("{}.", capital(&binding(one, language))),
                grounded(&one.ground, language),
                standing(&one.ground, data_date, language),
            ];
            sentences.extend(effect(one.index, [&one.old, &one.new], &one.rests, language));
            (Some(one.index), sentences)
        }
        Change::Binds { index, ours, theirs } => {
            let [ours, theirs] = [ours, theirs].map(|binds| words::binds(*binds, language));
            let text = pick(
                language,
                format!("De knop bindt {ours}, en anders {theirs}."),
                format!("It binds {ours}, and otherwise {theirs}."),
            );
            (Some(*index), vec![text])
        }
        Change::Uncertainty { index, grade, source, source_nl, .. } => {
            let what = uncertain(change, language);
            let row = levers::declaration(*index);
            let it = words::alone(row, language);
            let assumed = match grade {
                Some(Grade::A | Grade::B) => format!("{}: {what}.", capital(&it)),
                Some(Grade::C) | None => {
                    format!(
                        "{} {it} {}: {what}.",
                        assumption(language),
                        pick(language, "anders is", "is otherwise")
                    )
                }
            };
            (Some(*index), vec![assumed, on_ground(source, source_nl, language)])
        }
        Change::Trigger { trigger, ground, old, rests } => {
            let mut sentences = vec![
                format!("{}.", capital(&pulled(trigger, language))),
                grounded(ground, language),
                standing(ground, data_date, language),
            ];
            sentences.extend(effect(trigger.lever, [old, &trigger.values], rests, language));
            (Some(trigger.lever), sentences)
        }
        Change::Period { .. } | Change::Stock { .. } => {
            (None, vec![format!("{}.", capital(&frame(change, language)))])
        }
    }
}

/// `from 1 January 2027 until 31 December 2027: 0.8 times instead of 1`.
fn changed(one: &LeverChange, language: Language) -> String {
    let row = levers::declaration(one.index);
    let (old, new) = values(row, &one.old, &one.new, language);
    let from = match one.at_start {
        true => pick(language, "vanaf het begin van de simulatie", "from the start of the run").to_owned(),
        false => format!("{} {}", pick(language, "vanaf", "from"), language.date(one.from)),
    };
    let until = one.until.map_or(String::new(), |day| {
        format!(" {} {}", pick(language, "tot en met", "until"), language.date(day))
    });
    let felt = one.felt.map_or(String::new(), |(place, days)| {
        let (_, other, nl, en) = relations::FELT[place];
        let sentence = pick(language, nl, en).replace("{}", &language.lean(days, 0));
        format!("; {sentence} ({other})")
    });
    let instead = pick(language, "in plaats van", "instead of");
    format!("{from}{until}: {new} {instead} {old}{felt}")
}

fn whom(one: &LeverChange, language: Language) -> String {
    let binds = words::binds(one.binds, language);
    pick(language, format!("voor {binds}"), format!("for {binds}"))
}

fn binding(one: &LeverChange, language: Language) -> String {
    let binds = words::binds(one.binds, language);
    let rest = match one.binds {
        crate::policy::Binds::Today => "",
        crate::policy::Binds::At(_) => {
            pick(language, "; voor eerdere blijft gelden wat gold", "; for earlier ones what held goes on")
        }
    };
    let row = levers::declaration(one.index).name;
    let also = relations::BINDS_ALSO.iter().find(|(lever, ..)| *lever == row);
    let also = also.map_or(String::new(), |(_, nl, en)| format!("; {}", pick(language, nl, en)));
    pick(language, format!("dit bindt {binds}{rest}{also}"), format!("it binds {binds}{rest}{also}"))
}

fn grounded(ground: &Ground, language: Language) -> String {
    on_ground(&ground.source, &ground.source_nl, language)
}

/// `Ground: the letter.`; a Dutch reader is told that a source is in English.
fn on_ground(source: &Option<String>, dutch: &Option<String>, language: Language) -> String {
    let (head, said) = match (language, source, dutch) {
        (_, None, _) => (pick(language, "Grond", "Ground"), words::no_source(language)),
        (Language::Nl, _, Some(dutch)) => ("Grond", dutch.as_str()),
        (Language::Nl, Some(source), None) => ("Grond (Engels)", source.as_str()),
        (Language::En, Some(source), _) => ("Ground", source.as_str()),
    };
    format!("{head}: {}.", said.trim_end_matches('.'))
}

/// The word for a legal status.
fn status_word(status: LegalStatus, language: Language) -> &'static str {
    pick(language, status.dutch(), status.english())
}

/// How far a measure has come, as a sentence.
fn standing(ground: &Ground, data_date: Day, language: Language) -> String {
    use LegalStatus::*;
    let date = language.date(data_date);
    let lapsed = ground.lapsed_on.map(|day| language.date(day));
    let (nl, en) = match ground.status {
        InForce => ("Status: geldend recht.".to_owned(), "Status: law in force.".to_owned()),
        Factual => (
            "Status: een feit of een capaciteit, geen recht.".to_owned(),
            "Status: a fact or a capacity, no law.".to_owned(),
        ),
        Lapsed => match lapsed {
            Some(day) => (
                format!("Status: vervallen recht; het gold tot {day}."),
                format!("Status: law that lapsed; it held until {day}."),
            ),
            None => ("Status: vervallen recht.".to_owned(), "Status: law that lapsed.".to_owned()),
        },
        Adopted => (
            format!("Status: aangenomen; het geldt op {date} nog niet."),
            format!("Status: adopted; it does not apply yet on {date}."),
        ),
        Bill => (
            format!("Status: wetsvoorstel; op {date} geen recht."),
            format!("Status: a bill; not law on {date}."),
        ),
        Announced => (
            format!("Status: aangekondigd; op {date} geen recht."),
            format!("Status: announced; not law on {date}."),
        ),
        Hypothetical => (
            format!("Status: hypothetisch; op {date} geen recht."),
            format!("Status: hypothetical; not law on {date}."),
        ),
        Unknown => (
            format!("Status: onbekend; het telt op {date} niet als recht."),
            format!("Status: unknown; it does not count as law on {date}."),
        ),
    };
    pick(language, nl, en)
}

/// What the lever is expected to move, and under which assumptions.
fn effect(index: usize, [old, new]: [&[f64]; 2], on: &[Rest], language: Language) -> Option<String> {
    let row = levers::declaration(index);
    let moved = expected(row, old, new, language)?;
    let assumed = on.iter().any(|rest| !matches!(rest.grade, Some(Grade::A | Grade::B)));
    let rests: Vec<String> = on.iter().map(|rest| rest_of(rest, language)).collect();
    let list = rests.join(pick(language, " en ", " and "));
    if relations::WHOLLY_ASSUMED.contains(&row.name) && on.iter().all(is_nought) {
        let (head, none) = (assumption(language), pick(language, "er beweegt niets", "nothing moves"));
        let else_ = pick(language, "zet een scenario het anders", "where a scenario sets otherwise");
        return Some(format!("{head} {list}: {none}; {else_}, {moved}."));
    }
    Some(match (rests.is_empty(), assumed) {
        (true, _) => format!("{}.", capital(&moved)),
        (false, true) => format!("{} {list}: {moved}.", assumption(language)),
        (false, false) => {
            format!(
                "{}; {} {list}.",
                capital(&moved),
                pick(language, "dat rust erop dat", "that rests on this:")
            )
        }
    })
}

/// Whether an assumed effect is none: as many times, or a share of nought, and no range from which it is drawn.
fn is_nought(rest: &Rest) -> bool {
    let none = if levers::declaration(rest.index).unit == "times" { 1.0 } else { 0.0 };
    rest.range.is_none() && rest.numbers.iter().all(|number| *number == none)
}

/// How a sentence begins that rests on an assumption.
fn assumption(language: Language) -> &'static str {
    pick(language, "In de aanname dat", "Under the assumption that")
}

fn rest_of(rest: &Rest, language: Language) -> String {
    let row = levers::declaration(rest.index);
    let drawn = rest.range.map_or(String::new(), |(low, high)| {
        let [low, high] = [low, high].map(|bound| amount(row, bound, language));
        pick(
            language,
            format!(" (getrokken tussen {low} en {high})"),
            format!(" (drawn between {low} and {high})"),
        )
    });
    let (name, value) = (words::alone(row, language), values(row, &[], &rest.numbers, language).1);
    pick(language, format!("{name} {value} is{drawn}"), format!("{name} is {value}{drawn}"))
}

/// `expected up: decisions; down: open asylum cases`, from the sign column of the declaration.
fn expected(row: &Declaration, old: &[f64], new: &[f64], language: Language) -> Option<String> {
    let up = old.iter().zip(new).all(|(old, new)| new >= old);
    let down = old.iter().zip(new).all(|(old, new)| new <= old);
    // Of a word in a list, or of shares that add up to one, nobody can say whether it rises.
    if matches!(row.kind, Kind::Choice(_) | Kind::Mix(_)) || up == down {
        let moved: Vec<&str> = signs(row.moves).map(|(series, _)| language.series(series)).collect();
        let head = pick(language, "naar verwachting verandert", "expected to change");
        return (!moved.is_empty()).then(|| format!("{head}: {}", moved.join(", ")));
    }
    let mut parts: [Vec<&str>; 3] = Default::default();
    for (series, sign) in signs(row.moves) {
        let place = match (sign, up) {
            ('+', true) | ('-', false) => 0,
            ('-', true) | ('+', false) => 1,
            _ => 2,
        };
        parts[place].push(language.series(series));
    }
    let words = pick(language, ["omhoog", "omlaag", "beide kanten op"], ["up", "down", "either way"]);
    let parts = words.iter().zip(&parts).filter(|(_, list)| !list.is_empty());
    let text =
        parts.map(|(word, list)| format!("{word}: {}", list.join(", "))).collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then(|| format!("{} {text}", pick(language, "naar verwachting", "expected")))
}

/// The series of a sign column with their signs: `open_cases +, decisions ?`.
pub(crate) fn signs(moves: &'static str) -> impl Iterator<Item = (Series, char)> {
    moves.split(',').filter_map(|part| {
        let (id, sign) = part.trim().rsplit_once(' ')?;
        let series = Series::ALL.iter().copied().find(|series| series.id() == id)?;
        Some((series, sign.chars().next()?))
    })
}

fn uncertain(change: &Change, language: Language) -> String {
    let Change::Uncertainty { index, old, new, ranges, .. } = change else { return String::new() };
    let row = levers::declaration(*index);
    let (was, is) = values(row, old, new, language);
    let drawn = |range: &Option<(f64, f64)>| match range {
        Some((low, high)) => {
            let [low, high] = [*low, *high].map(|bound| amount(row, bound, language));
            pick(language, format!(" (tussen {low} en {high})"), format!(" (between {low} and {high})"))
        }
        None => pick(language, " (vast)", " (held)").to_owned(),
    };
    let [theirs, ours] = ranges.as_ref().map_or_else(Default::default, |both| both.each_ref().map(drawn));
    let instead = pick(language, "in plaats van", "instead of");
    format!("{is}{ours} {instead} {was}{theirs}")
}

/// What a trigger does, and when.
fn pulled(trigger: &Trigger, language: Language) -> String {
    let row = levers::declaration(trigger.lever);
    let value = values(row, &[], &trigger.values, language).1;
    let when = condition(&trigger.when, language);
    let until = trigger.until.as_ref().map_or(String::new(), |until| {
        format!(", {} {}", pick(language, "tot", "until"), condition(until, language))
    });
    pick(language, format!("zodra {when}: {value}{until}"), format!("as soon as {when}: {value}{until}"))
}

fn condition(of: &Condition, language: Language) -> String {
    let (what, limit) = match of.indicator {
        Indicator::ReceptionOccupancyRate => (
            pick(language, "de bezetting van de opvang", "the occupancy of reception"),
            language.percent(of.threshold),
        ),
        Indicator::OpenCases => (language.series(Series::OpenCases), language.lean(of.threshold, 0)),
        Indicator::WithoutPlace => (language.series(Series::WithoutPlace), language.lean(of.threshold, 0)),
        Indicator::PermitHolders => (language.series(Series::PermitHolders), language.lean(of.threshold, 0)),
        Indicator::FamilyPending => (language.series(Series::FamilyPending), language.lean(of.threshold, 0)),
    };
    let beyond = match of.above {
        true => pick(language, "boven", "above"),
        false => pick(language, "onder", "below"),
    };
    let days = place(of.days, language);
    pick(
        language,
        format!("{what} {days} lang {beyond} {limit} ligt"),
        format!("{what} has been {beyond} {limit} for {days}"),
    )
}

fn frame(change: &Change, language: Language) -> String {
    let date = |day| language.date(day);
    let count = |n: u64| language.lean(n as f64, 0);
    match change {
        Change::Period { ours, theirs } => {
            let [a, b, c, d] = [ours.0, ours.1, theirs.0, theirs.1].map(date);
            pick(
                language,
                format!("loopt van {a} tot en met {b}, in plaats van {c} tot en met {d}"),
                format!("runs from {a} to {b}, instead of {c} to {d}"),
            )
        }
        Change::Stock { ours, theirs } => {
            let (ours, theirs) = (count(*ours), count(*theirs));
            pick(
                language,
                format!("begint met {ours} personen met een open zaak, in plaats van {theirs}"),
                format!("begins with {ours} persons with an open case, instead of {theirs}"),
            )
        }
        Change::Lever(_) | Change::Binds { .. } | Change::Uncertainty { .. } | Change::Trigger { .. } => {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests;
