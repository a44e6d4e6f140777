//! What the replay would have said with what was known on a day: tables, and sentences.

use super::Table;
use super::texts::{Language, fill};
use crate::study::backtest::{AsKnown, Foreseen, Foretold, record};
use crate::time::Day;

/// Months ahead of which the table tells.
const TOLD: [i32; 2] = [12, 24];

fn pick<T>(language: Language, nl: T, en: T) -> T {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

fn cell(told: &Foretold, language: Language, of: impl Fn(&Foretold) -> crate::stats::Band) -> String {
    let band = of(told);
    let whole = |x: f64| language.whole(x);
    let Some(median) = band.centre() else { return "–".to_owned() };
    match band.central(80) {
        Some((low, high)) => format!("{} ({}–{})", whole(median), whole(low), whole(high)),
        None => whole(median),
    }
}

fn off(said: Option<f64>, came: Option<f64>, language: Language) -> String {
    said.zip(came).map_or_else(String::new, |(said, came)| {
        format!("{}\u{a0}%", language.signed((said / came - 1.0) * 100.0))
    })
}

/// What was told of a year and of two years ahead, and what came: a row an origin at the turn of a year, outcome and time ahead.
pub fn as_known_table(found: &AsKnown, language: Language) -> Table {
    let head = pick(
        language,
        [
            "uitkomst",
            "gezegd op",
            "van",
            "laatste cijfer",
            "keten (80 %)",
            "laatste cijfer en verandering (80 %)",
            "kwam",
            "fout keten",
            "fout met laatste cijfer",
            "fout laatste cijfer",
        ],
        [
            "outcome",
            "told on",
            "of",
            "last figure",
            "chain (80 %)",
            "last figure and change (80 %)",
            "came",
            "error of the chain",
            "error from the last figure",
            "error of the last figure",
        ],
    );
    let shown = |one: &&Foreseen| one.origin.ymd().1 == 1;
    let mut rows = Vec::new();
    for one in found.foreseen.iter().filter(shown) {
        for months in TOLD {
            let (Some(told), Some(last)) = (one.ahead(months), one.last) else { continue };
            let came = one.came_ahead(months);
            rows.push(vec![
                one.target.definition.to(language).to_owned(),
                one.origin.to_string(),
                told.day.to_string(),
                language.whole(last.value),
                cell(told, language, |told| told.run),
                cell(told, language, |told| told.from_last),
                came.map_or_else(|| "–".to_owned(), |came| language.whole(came)),
                off(told.run.centre(), came, language),
                off(told.from_last.centre(), came, language),
                off(Some(last.value), came, language),
            ]);
        }
    }
    Table { head: head.map(str::to_owned).to_vec(), rows }
}

/// Official forecasts of the need for reception beside ours of the quarter in which they were made, and what came.
pub fn as_known_official_table(found: &AsKnown, language: Language) -> Table {
    let head = pick(
        language,
        [
            "van",
            "officieel gemaakt",
            "officieel, plekken",
            "in personen",
            "keten (80 %)",
            "laatste cijfer en verandering (80 %)",
            "kwam",
            "fout officieel",
            "fout keten",
            "fout met laatste cijfer",
        ],
        [
            "of",
            "officially made",
            "official, places",
            "in persons",
            "chain (80 %)",
            "last figure and change (80 %)",
            "came",
            "error of the official",
            "error of the chain",
            "error from the last figure",
        ],
    );
    let row = |one: &crate::study::backtest::Official| {
        vec![
            one.day.to_string(),
            one.made.to_string(),
            language.whole(one.places),
            language.whole(one.persons),
            cell(&one.told, language, |told| told.run),
            cell(&one.told, language, |told| told.from_last),
            one.came.map_or_else(|| "–".to_owned(), |came| language.whole(came)),
            off(Some(one.persons), one.came, language),
            off(one.told.run.centre(), one.came, language),
            off(one.told.from_last.centre(), one.came, language),
        ]
    };
    Table { head: head.map(str::to_owned).to_vec(), rows: found.official.iter().map(row).collect() }
}

/// The record in short: a sentence an outcome, over all origins and over those of the test.
pub fn as_known_sentences(found: &AsKnown, language: Language) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for one in &found.foreseen {
        if !names.contains(&one.target.name.as_str()) {
            names.push(&one.target.name);
        }
    }
    let test = Day::from_ymd(2023, 1, 1).expect("a day of the calendar");
    let text = pick(
        language,
        "{what}, gezegd {when}: over {n} cijfers van hooguit twee jaar vooruit zat de keten er gemiddeld {run} naast, het laatste cijfer met haar verandering {from_last}, het laatste cijfer zelf {last}; de band van 80 % hield er {inside} van {of}.",
        "{what}, told {when}: over {n} figures at most two years ahead the chain was {run} off on average, the last figure with its change {from_last}, the last figure itself {last}; the band of 80 % held {inside} of {of}.",
    );
    let whens = pick(
        language,
        ["op alle kwartalen", "sinds 1 januari 2023"],
        ["on all quarters", "since 1 January 2023"],
    );
    let mut sentences = Vec::new();
    for name in names {
        for (when, from) in whens.iter().zip([None, Some(test)]) {
            let of = || {
                found
                    .foreseen
                    .iter()
                    .filter(|one| one.target.name == name && from.is_none_or(|from| one.origin >= from))
            };
            let Some(first) = of().next() else { continue };
            let sum = record(of());
            let percent = |share: f64| format!("{}\u{a0}%", language.whole(share * 100.0));
            let values = [
                ("what", first.target.definition.to(language).to_owned()),
                ("when", (*when).to_owned()),
                ("n", sum.n.to_string()),
                ("run", percent(sum.run)),
                ("from_last", percent(sum.from_last)),
                ("last", percent(sum.last)),
                ("inside", sum.inside.0.to_string()),
                ("of", sum.inside.1.to_string()),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, &**value)).collect();
            sentences.push(fill(text, &values));
        }
    }
    sentences
}

/// `target,origin,day,published,run_p10,…,last_p90`: a row a month end after each origin.
pub fn as_known_csv(found: &AsKnown) -> String {
    let head =
        "target,origin,day,last,run_p10,run_p50,run_p90,from_last_p10,from_last_p50,from_last_p90,came";
    let mut rows = vec![head.split(',').map(str::to_owned).collect::<Vec<_>>()];
    for one in &found.foreseen {
        for told in &one.path {
            let mut row = vec![one.target.name.clone(), one.origin.to_string(), told.day.to_string()];
            row.push(number(one.last.map(|last| last.value)));
            for band in [told.run, told.from_last] {
                let central = band.central(80);
                row.extend([central.map(|c| c.0), band.centre(), central.map(|c| c.1)].map(number));
            }
            let came = one.came.iter().find(|came| came.told.day == told.day);
            row.push(number(came.map(|came| came.point.value)));
            rows.push(row);
        }
    }
    csv(&rows)
}

/// The record as it comes with the program, of a year ahead: `target,origin,before,until,p10,p50,p90,came`.
pub fn as_known_record(found: &AsKnown) -> String {
    let head = "target,origin,before,until,p10,p50,p90,came";
    let mut rows = vec![head.split(',').map(str::to_owned).collect::<Vec<_>>()];
    for one in &found.foreseen {
        let (Some(told), Some(last)) = (one.ahead(TOLD[0]), one.last) else { continue };
        let Some((low, high)) = told.from_last.central(80) else { continue };
        rows.push(vec![
            one.target.name.clone(),
            one.origin.to_string(),
            number(Some(last.value)),
            told.day.to_string(),
            number(Some(low)),
            number(told.from_last.centre()),
            number(Some(high)),
            number(one.came_ahead(TOLD[0])),
        ]);
    }
    csv(&rows)
}

fn number(value: Option<f64>) -> String {
    value.map(|value| format!("{value:.0}")).unwrap_or_default()
}

fn csv(rows: &[Vec<String>]) -> String {
    let never = "a table in memory can be written";
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).expect(never);
    }
    String::from_utf8(csv.into_inner().expect(never)).expect("a table of numbers and names is text")
}
