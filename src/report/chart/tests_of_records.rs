//! Forecasts, replays, records and comparisons keep their texts apart too, whatever they show.

use super::card::Drawn;
use super::comparison::{self, Lines};
use super::forecast::{self, Fan};
use super::hedgehog::{self, Hedgehog, Rounds, Spine, Words};
use super::history::{self, Replayed};
use super::tests::{apart, well_formed};
use crate::record::Series;
use crate::report::explain::Held;
use crate::report::texts::Language;
use crate::stats::{Band, Interval};
use crate::study::backtest::{Point, Span, Told};
use crate::study::differences::Difference;
use crate::study::forecast::Compared;
use crate::time::{Day, Days, Month};

const LONG: &str = "Gemeentelijkeopvangvoorzieningencoördinatiebeleid: arbeidsmarktparticipatiebevorderingsmaatregelen en meer";

/// What a value is called and how large it is as time goes on.
type Shape = (&'static str, fn(usize) -> f64);

/// How large a value is as time goes on: nothing, one size, a thousandfold peak, falling to nothing, and less than one.
const SHAPES: [Shape; 5] = [
    ("all zero", |_| 0.0),
    ("one size", |_| 40_000.0),
    ("a thousandfold peak", |n| if n == 7 { 4e7 } else { 40_000.0 }),
    ("falling to nothing", |n| 90_000.0 / (1.0 + (n * n) as f64)),
    ("less than one", |n| 0.3 + 0.1 * (n % 3) as f64),
];

fn band(value: f64) -> Band {
    let quantiles = [0.4, 0.5, 0.8, 1.0, 1.3, 1.9, 2.4].map(|times| Some(times * value));
    Band { mean: Some(value), sd: None, quantiles }
}

fn day(number: usize) -> Day {
    Day::from_ymd(2019, 1, 31).expect("a day of the calendar") + Days(91 * number as i32)
}

fn words(name: &'static str) -> Words<'static> {
    Words {
        name,
        title: LONG.to_owned(),
        sentences: format!("Een zin van 80 %. {LONG}"),
        about: LONG.to_owned(),
        heading: LONG,
        unit: "personen",
        note: format!("Geen officiële raming. {LONG}"),
    }
}

/// Every kind over so many moments.
fn drawn(of: fn(usize) -> f64, moments: usize, scenarios: usize) -> Vec<(&'static str, Drawn)> {
    let language = Language::Nl;
    let mut all = Vec::new();
    let spine = |n: usize| Spine {
        from: (day(n), of(n)),
        until: day(n + 4),
        median: Some(of(n + 4)),
        band: Some((0.5 * of(n), 2.0 * of(n))),
    };
    let hedgehog = Hedgehog {
        words: words("hedgehog"),
        came: (0..moments).map(|n| (day(n), of(n))).collect(),
        said: (0..moments).map(spine).collect(),
        official: (0..moments).map(|n| [(day(n), of(n)), (day(n + 6), 1.3 * of(n))]).collect(),
        labels: ["gekomen", "gezegd", "officieel"],
    };
    all.push(("hedgehog", hedgehog::hedgehog(&hedgehog, language)));
    let compared = |n: usize| Compared {
        year: 2016 + n as i16,
        made: Month::of(day(n)),
        official: of(n),
        between: n.is_multiple_of(2).then(|| (0.7 * of(n), 1.4 * of(n))),
        year_before: of(n),
        last_known: of(n),
        ours: band(of(n)),
        came: 1.1 * of(n),
    };
    let compared: Vec<Compared> = (0..moments.min(12)).map(compared).collect();
    let rounds =
        Rounds { words: words("rounds"), all: &compared, labels: ["gekomen", "officieel", "doorstroom"] };
    all.push(("rounds", hedgehog::rounds(&rounds, language)));
    let span = |n: usize| Span { from: day(n), to: day(n + 1) };
    let path: Vec<Told> = (0..moments)
        .map(|n| Told { span: span(n), said: band(of(n)), with_grants: band(0.9 * of(n)) })
        .collect();
    let replayed = Replayed {
        name: "replayed",
        title: LONG,
        sentences: LONG.to_owned(),
        about: LONG.to_owned(),
        unit: "personen",
        note: "Geen officiële raming.",
        days: (day(0), day(moments)),
        parted: (day(moments / 2), ["afgeleid", "getoetst"]),
        lines: ["nagespeeld", LONG],
        path: &path,
        published: (0..moments).map(|n| Point { span: span(n), value: of(n) }).collect(),
    };
    all.push(("replayed", history::drawn(&replayed, language)));
    let month = |n: usize| Month::from_number(Month::of(day(0)).number() + n as i32);
    let fan = Fan {
        name: "fan",
        title: LONG.to_owned(),
        sentences: LONG.to_owned(),
        about: LONG.to_owned(),
        heading: LONG.to_owned(),
        unit: "personen",
        note: "Geen officiële raming.".to_owned(),
        sides: ["bekend", "raming"],
        median: "mediaan",
        past: (0..moments).map(|n| (month(n), of(n))).collect(),
        future: (moments..2 * moments).map(|n| (month(n), band(of(n)))).collect(),
    };
    all.push(("fan", forecast::drawn(&fan, language)));
    let difference = |n: usize, sign: f64| Difference {
        band: band(sign * of(n)),
        extremes: None,
        above: 0.5,
        below: 0.5,
        interval: Some(Interval { mean: sign * of(n), half_width: 0.2 * of(n) }),
    };
    let months: Vec<Vec<Difference>> = (0..scenarios)
        .map(|side| (0..moments).map(|n| difference(n, 1.0 - 2.0 * (side % 2) as f64)).collect())
        .collect();
    let dates: Vec<Day> = (0..moments).map(|n| month(n).last()).collect();
    let names: Vec<String> = (0..scenarios).map(|side| format!("{side} {LONG}")).collect();
    let lines = Lines {
        name: "comparison",
        title: LONG.to_owned(),
        banners: &[format!("Bevat maatregelen: {LONG}")],
        sentences: LONG.to_owned(),
        about: LONG.to_owned(),
        note: "Geen officiële raming.".to_owned(),
        series: Series::ReceptionNeed,
        dates: &dates,
        sides: names.iter().map(String::as_str).zip(months.iter().map(Vec::as_slice)).collect(),
        spans: (0..scenarios).map(|side| vec![held(&dates, side); side]).collect(),
    };
    all.push(("comparison", comparison::drawn(&lines, language)));
    all
}

/// A lever that a scenario of a comparison sets for a time: within the months, before them, or from their last day on.
fn held(dates: &[Day], side: usize) -> Held {
    let from = dates[(3 * side) % dates.len()];
    Held {
        says: LONG.to_owned(),
        from,
        until: side.is_multiple_of(2).then_some(from + Days(90)),
        law: side.is_multiple_of(3),
    }
}

#[test]
fn records_and_comparisons_keep_their_texts_apart_and_say_what_they_are() {
    for (shape, of) in SHAPES {
        for (moments, scenarios) in [(1, 1), (12, 4), (40, 20)] {
            for (kind, one) in drawn(of, moments, scenarios) {
                let case = format!("{kind}, {shape}, {moments} moments, {scenarios} scenarios");
                apart(&case, &one.sheet.boxes, one.height);
                well_formed(&one.svg, &case);
                let words = one.sheet.boxes.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ");
                assert!(words.to_lowercase().contains("geen officiële"), "{case}");
                for bad in ["NaN", "inf\"", "2147483647", "-2147483648"] {
                    assert!(!one.svg.contains(bad), "{case}: {bad}");
                }
            }
        }
    }
}
