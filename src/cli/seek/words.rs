//! What a search says: what is sought, what was tried, and the answer.

use super::super::language::pick;
use super::super::run::in_words;
use super::row::Row;
use crate::diagnostic::Language;
use crate::record::SeriesKind;
use crate::scenario::Scenario;
use crate::study::Options;
use crate::study::seek::{Answer, Found, Goal, Seen};

/// What is sought, and on what.
pub(super) fn heading(
    row: &Row,
    goal: &Goal,
    chance: f64,
    scenario: &Scenario,
    options: &Options,
    language: Language,
) -> String {
    let sought = match row {
        Row::Values { .. } => in_words(language, &row.set(0)).replacen(&row.said(0, language), "?", 1),
        Row::Dates { set, .. } => {
            format!("{} {}", in_words(language, set), pick(language, "vanaf ?", "from ?"))
        }
    };
    let (low, high) = (row.said(0, language), row.said(row.last(), language));
    let mut text = pick(
        language,
        format!("Gezocht:  {sought}, tussen {low} en {high}\n"),
        format!("Sought:   {sought}, between {low} and {high}\n"),
    );
    text.push_str(&pick(
        language,
        format!("Zodat:    {}, in minstens {} van de replicaties\n", said(goal, language), share(chance)),
        format!("So that:  {}, in at least {} of the replications\n", said(goal, language), share(chance)),
    ));
    let (title, count) = (scenario.title.to(language), options.replications);
    text.push_str(&pick(
        language,
        format!("Scenario: {title}; {count} replicaties van elke waarde, met steeds hetzelfde toeval\n"),
        format!("Scenario: {title}; {count} replications of each value, always with the same luck\n"),
    ));
    let measures = scenario.not_law().len();
    if measures > 0 {
        text.push_str(&pick(
            language,
            format!("Let op:   bevat maatregelen die geen geldend recht zijn ({measures})\n"),
            format!("Mind:     contains measures that are not law ({measures})\n"),
        ));
    }
    if scenario.one_in > 1 {
        text.push_str(&pick(
            language,
            format!("RUW:      uitgedunde keten, één op {}; --thin 1 rekent de hele\n", scenario.one_in),
            format!("ROUGH:    thinned chain, one in {}; --thin 1 runs all of it\n", scenario.one_in),
        ));
    }
    text.push('\n');
    text
}

/// The goal in words.
fn said(goal: &Goal, language: Language) -> String {
    let name = pick(language, goal.series.dutch().to_owned(), goal.series.id().replace('_', " "));
    let day = language.date(goal.day);
    let when = match goal.series.kind() {
        SeriesKind::Stock => pick(language, format!("op {day}"), format!("on {day}")),
        SeriesKind::Flow => pick(
            language,
            format!("in de twaalf maanden tot {day}"),
            format!("in the twelve months to {day}"),
        ),
        SeriesKind::Wait | SeriesKind::Ratio => {
            let month = language.month(goal.day);
            pick(language, format!("in {month}"), format!("in {month}"))
        }
    };
    let most = match goal.below {
        true => pick(language, "hooguit", "at most"),
        false => pick(language, "minstens", "at least"),
    };
    format!("{name} {when} {most} {}", language.lean(goal.level, 4))
}

/// A candidate that was run, on a line.
pub(super) fn line(row: &Row, seen: Seen, language: Language) -> String {
    let (low, high) = seen.interval();
    let value = row.said(seen.place, language);
    let (holds, of) = (seen.holds, seen.of);
    pick(
        language,
        format!("  {value:>18}  gehaald in {holds} van {of}  (95 %: {} tot {})\n", share(low), share(high)),
        format!("  {value:>18}  holds in {holds} of {of}  (95 %: {} to {})\n", share(low), share(high)),
    )
}

fn share(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// The answer in sentences.
pub(super) fn answer(
    row: &Row,
    found: &Found,
    chance: f64,
    goal: &Goal,
    scenario: &Scenario,
    language: Language,
) -> String {
    let ends = [0, row.last()];
    let shares = ends.map(|end| found.seen.iter().find(|one| one.place == end).map_or(0.0, Seen::share));
    let [low, high] = ends.map(|end| row.said(end, language));
    let [at_low, at_high] = shares.map(share);
    let mut text = String::from("\n");
    match found.answer {
        Answer::Everywhere => text.push_str(&pick(
            language,
            format!("Het lukt al in de hele reeks: bij {low} in {at_low} van de replicaties, bij {high} in {at_high}. Zoek verder weg.\n"),
            format!("It holds all along the range: at {low} in {at_low} of the replications, at {high} in {at_high}. Seek further away.\n"),
        )),
        Answer::Nowhere => text.push_str(&pick(
            language,
            format!("Het lukt nergens in deze reeks: bij {low} in {at_low} van de replicaties, bij {high} in {at_high}, en {} is gevraagd.\n", share(chance)),
            format!("It holds nowhere in this range: at {low} in {at_low} of the replications, at {high} in {at_high}, and {} is asked.\n", share(chance)),
        )),
        Answer::At { place, between, rising } => {
            let value = row.said(place, language);
            let bound = match (row, rising) {
                (Row::Values { .. }, true) => pick(language, "Minstens", "At least"),
                (Row::Values { .. }, false) => pick(language, "Hooguit", "At most"),
                (Row::Dates { .. }, true) => pick(language, "Op zijn vroegst", "At the earliest"),
                (Row::Dates { .. }, false) => pick(language, "Uiterlijk", "At the latest"),
            };
            text.push_str(&format!("{bound} {value}"));
            let side = |place: Option<usize>| place.map(|place| row.said(place, language));
            text.push_str(&match (side(between.0), side(between.1)) {
                (Some(low), Some(high)) => pick(
                    language,
                    format!("; met 95 % zekerheid tussen {low} en {high}.\n"),
                    format!("; with 95 % confidence between {low} and {high}.\n"),
                ),
                (low, high) => {
                    let bound = one_side(row, low, high, language).unwrap_or_default();
                    pick(
                        language,
                        format!("; {bound}de reeks is niet lang genoeg om het aan beide kanten zeker te weten: neem meer replicaties of een langere reeks.\n"),
                        format!("; {bound}the range is not long enough to be sure on both sides: take more replications or a longer range.\n"),
                    )
                }
            });
            text.push_str(&pick(
                language,
                format!("Dan: {}, in {} van de replicaties.\n", said(goal, language), share(found.seen.iter().find(|one| one.place == place).map_or(0.0, Seen::share))),
                format!("Then: {}, in {} of the replications.\n", said(goal, language), share(found.seen.iter().find(|one| one.place == place).map_or(0.0, Seen::share))),
            ));
        }
    }
    if matches!(found.answer, Answer::Everywhere | Answer::Nowhere) && shares[0] == shares[1] {
        text.push_str(pick(
            language,
            "De waarde verandert hier niets: werkt de knop op deze reeks, en zet het scenario hem later niet opnieuw? Zie doorstroom levers en doorstroom series.\n",
            "The value changes nothing here: does the lever act on this series, and does the scenario not set it again later? See doorstroom levers and doorstroom series.\n",
        ));
    }
    if found.runs_both_ways() {
        text.push_str(pick(
            language,
            "Let op: het effect loopt niet één kant op; er kunnen meer antwoorden zijn. Bekijk de reeks hierboven, of een sweep.\n",
            "Mind: the effect does not run one way; there may be more answers. Look at the row above, or at a sweep.\n",
        ));
    }
    if scenario.one_in > 1 {
        text.push_str(pick(
            language,
            "Ruw: reken de uitkomst na op de hele keten, met doorstroom run --set.\n",
            "Rough: run the outcome on the whole chain, with doorstroom run --set.\n",
        ));
    }
    text
}

/// The side of the interval that is known, where the other lies beyond the range.
fn one_side(row: &Row, low: Option<String>, high: Option<String>, language: Language) -> Option<String> {
    let dates = matches!(row, Row::Dates { .. });
    let said = match (low, high) {
        (Some(low), _) => match dates {
            true => pick(language, format!("niet eerder dan {low}"), format!("not before {low}")),
            false => pick(language, format!("niet minder dan {low}"), format!("not less than {low}")),
        },
        (None, Some(high)) => match dates {
            true => pick(language, format!("niet later dan {high}"), format!("not after {high}")),
            false => pick(language, format!("niet meer dan {high}"), format!("not more than {high}")),
        },
        (None, None) => return None,
    };
    Some(pick(
        language,
        format!("met 95 % zekerheid {said}, en "),
        format!("with 95 % confidence {said}, and "),
    ))
}
