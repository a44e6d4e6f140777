//! Past forecasts against what happened: a spine for each, over the line of what came (the hedgehog), and a year's rounds side
//! by side.

use super::canvas::Pen;
use super::card::Drawn;
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::single::{self, Sheet};
use super::theme::{BAND_EDGE, LABEL, NAVY, RUST, TEXT};
use crate::report::texts::Language;
use crate::study::forecast::Compared;
use crate::time::{Day, Month};

/// The words of a picture.
#[derive(Clone, Debug)]
pub(in crate::report) struct Words<'a> {
    /// Stem of the file name.
    pub(in crate::report) name: &'a str,
    pub(in crate::report) title: String,
    pub(in crate::report) sentences: String,
    pub(in crate::report) about: String,
    pub(in crate::report) heading: &'a str,
    pub(in crate::report) unit: &'a str,
    pub(in crate::report) note: String,
}

/// What was said on a day of another: a line from what was known then to the median, and the band of 80 % at its end.
#[derive(Copy, Clone, Debug)]
pub(in crate::report) struct Spine {
    pub(in crate::report) from: (Day, f64),
    pub(in crate::report) until: Day,
    pub(in crate::report) median: Option<f64>,
    pub(in crate::report) band: Option<(f64, f64)>,
}

/// Spines over what came, what officials said on a day of another (from what was known then), and the labels of the line, of
/// the spines and of these.
#[derive(Clone, Debug)]
pub(in crate::report) struct Hedgehog<'a> {
    pub(in crate::report) words: Words<'a>,
    pub(in crate::report) came: Vec<(Day, f64)>,
    pub(in crate::report) said: Vec<Spine>,
    pub(in crate::report) official: Vec<[(Day, f64); 2]>,
    pub(in crate::report) labels: [&'a str; 3],
}

/// Rounds by year, and the labels of what came, of the official forecast and of ours.
#[derive(Clone, Debug)]
pub(in crate::report) struct Rounds<'a> {
    pub(in crate::report) words: Words<'a>,
    pub(in crate::report) all: &'a [Compared],
    pub(in crate::report) labels: [&'a str; 3],
}

fn sheet<'a>(words: &'a Words<'_>, days: (Day, Day)) -> Sheet<'a> {
    Sheet {
        name: words.name,
        title: &words.title,
        sentences: &words.sentences,
        about: &words.about,
        note: &words.note,
        days,
        parted: None,
    }
}

fn plot(words: &Words<'_>, marks: Vec<Mark>, labels: Vec<EndLabel>) -> Plot {
    let (heading, unit) = (words.heading.to_owned(), words.unit.to_owned());
    Plot { heading, unit, height: 280.0, percent: false, signed: false, marks, labels }
}

/// Draws the hedgehog: SVG with title and description.
pub(in crate::report) fn hedgehog_svg(of: &Hedgehog<'_>, language: Language) -> String {
    hedgehog(of, language).svg
}

pub(super) fn hedgehog(of: &Hedgehog<'_>, language: Language) -> Drawn {
    let mut marks = Vec::new();
    for one in &of.said {
        if let Some((low, high)) = one.band {
            let points = vec![(one.until, low), (one.until, high)];
            marks.push(Mark::Line { points, ink: BAND_EDGE, width: 1.75 });
        }
    }
    for one in &of.said {
        if let Some(median) = one.median {
            marks.push(Mark::Line { points: vec![one.from, (one.until, median)], ink: RUST, width: 1.5 });
        }
    }
    let came = of.came.clone();
    let label = |value, text: &str, ink, sign| EndLabel {
        value,
        text: text.to_owned(),
        pen: Pen { ink, ..LABEL },
        broken: false,
        sign,
    };
    let [line, spines, officials] = of.labels;
    let last_said = of.said.last().and_then(|one| one.median).map(|value| label(value, spines, RUST, None));
    let last_official = of.official.last().map(|one| label(one[1].1, officials, TEXT, Some(Sign::Square)));
    let labels = came.last().map(|(_, value)| label(*value, line, NAVY, None)).into_iter();
    let labels = labels.chain(last_said).chain(last_official);
    let days_said = || of.said.iter().map(|one| one.until).chain(of.official.iter().map(|one| one[1].0));
    let ends = || days_said().chain(came.iter().map(|(day, _)| *day));
    let days = came.first().zip(ends().max()).map(|((first, _), last)| (*first, last));
    let labels = labels.collect();
    // A line that ends early leads to its label.
    if let Some((&(end, value), (_, last))) = came.last().zip(days) {
        marks.push(Mark::Dashed { points: vec![(end, value), (last, value)], ink: NAVY, width: 0.5 });
    }
    marks.push(Mark::Line { points: came, ink: NAVY, width: 2.5 });
    for one in &of.official {
        marks.push(Mark::Dashed { points: one.to_vec(), ink: TEXT, width: 1.0 });
    }
    if !of.official.is_empty() {
        let points = of.official.iter().map(|one| one[1]).collect();
        marks.push(Mark::Signs { points, ink: TEXT, sign: Sign::Square, open: false });
    }
    single::drawn(&sheet(&of.words, days.unwrap_or_default()), &plot(&of.words, marks, labels), language)
}

/// Draws the rounds: SVG with title and description.
pub(in crate::report) fn rounds_svg(of: &Rounds<'_>, language: Language) -> String {
    rounds(of, language).svg
}

pub(super) fn rounds(of: &Rounds<'_>, language: Language) -> Drawn {
    let day = |year: i16, month: i8| Day::from_ymd(year, month, 1).expect("a day of the calendar");
    let (mut marks, mut official, mut ours) = (Vec::new(), Vec::new(), Vec::new());
    for one in of.all {
        let (theirs_at, ours_at) = (day(one.year, 4), day(one.year, 9));
        marks.push(Mark::Bar {
            from: day(one.year, 1),
            to: Month::of(day(one.year, 12)).last(),
            value: one.came,
            ink: TEXT,
            sign: None,
        });
        if let Some((low, high)) = one.between {
            marks.push(Mark::Line {
                points: vec![(theirs_at, low), (theirs_at, high)],
                ink: RUST,
                width: 2.0,
            });
        }
        official.push((theirs_at, one.official));
        if let Some((low, high)) = one.ours.central(80) {
            marks.push(Mark::Line {
                points: vec![(ours_at, low), (ours_at, high)],
                ink: BAND_EDGE,
                width: 2.0,
            });
        }
        ours.extend(one.ours.centre().map(|median| (ours_at, median)));
    }
    let label = |value: f64, text: &str, ink, sign| EndLabel {
        value,
        text: text.to_owned(),
        pen: Pen { ink, ..LABEL },
        broken: false,
        sign,
    };
    let [came, theirs, own] = of.labels;
    let last = |points: &[(Day, f64)]| points.last().map(|(_, value)| *value);
    let labels = [
        of.all.last().map(|one| label(one.came, came, TEXT, None)),
        last(&official).map(|value| label(value, theirs, RUST, Some(Sign::Square))),
        last(&ours).map(|value| label(value, own, NAVY, Some(Sign::Circle))),
    ];
    let days = of.all.first().zip(of.all.last());
    let days = days.map(|(first, last)| (day(first.year, 1), Month::of(day(last.year, 12)).last()));
    marks.push(Mark::Signs { points: official, ink: RUST, sign: Sign::Square, open: false });
    marks.push(Mark::Signs { points: ours, ink: NAVY, sign: Sign::Circle, open: false });
    let labels = labels.into_iter().flatten().collect();
    single::drawn(&sheet(&of.words, days.unwrap_or_default()), &plot(&of.words, marks, labels), language)
}
