//! The picture of a replayed outcome: what was simulated as a fan, what was published as signs and bars over it.

use super::canvas::Pen;
use super::card::Drawn;
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::single::{self, Sheet};
use super::theme::{BAND_EDGE, BANDS, LABEL, NAVY, NOTE, RUST, TEXT};
use crate::report::texts::Language;
use crate::stats::Band;
use crate::study::backtest::{Point, Span, Told};
use crate::time::Day;

/// What is drawn, and the words beside it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Replayed<'a> {
    /// Stem of the file name.
    pub(in crate::report) name: &'a str,
    pub(in crate::report) title: &'a str,
    pub(in crate::report) sentences: String,
    pub(in crate::report) about: String,
    pub(in crate::report) unit: &'a str,
    pub(in crate::report) note: &'a str,
    /// First and last day of the replay.
    pub(in crate::report) days: (Day, Day),
    /// Where the test begins, and the words before and after.
    pub(in crate::report) parted: (Day, [&'a str; 2]),
    /// The words for the replay and for that with the grant shares that came.
    pub(in crate::report) lines: [&'a str; 2],
    pub(in crate::report) path: &'a [Told],
    pub(in crate::report) published: Vec<Point>,
}

/// Draws it: SVG with title and description.
pub(in crate::report) fn svg(replayed: &Replayed<'_>, language: Language) -> String {
    drawn(replayed, language).svg
}

pub(super) fn drawn(replayed: &Replayed<'_>, language: Language) -> Drawn {
    let sheet = Sheet {
        name: replayed.name,
        title: replayed.title,
        sentences: &replayed.sentences,
        about: &replayed.about,
        note: replayed.note,
        days: replayed.days,
        parted: Some(replayed.parted),
    };
    single::drawn(&sheet, &plot(replayed), language)
}

/// A value over its days: one point for a stock, a level for a flow.
fn over<T: Copy>(span: Span, value: T) -> Vec<(Day, T)> {
    if span.from == span.to { vec![(span.to, value)] } else { vec![(span.from, value), (span.to, value)] }
}

fn plot(replayed: &Replayed<'_>) -> Plot {
    let (mut marks, mut labels) = (Vec::new(), Vec::new());
    let line = |of: &dyn Fn(&Told) -> Option<f64>| -> Vec<(Day, f64)> {
        replayed.path.iter().filter_map(|told| Some(over(told.span, of(told)?))).flatten().collect()
    };
    let last = |of: &dyn Fn(&Told) -> Option<f64>| replayed.path.iter().rev().find_map(of);
    for (percent, ink) in [90, 80, 50].into_iter().zip(BANDS) {
        let edges = |told: &Told| Some(over(told.span, told.said.central(percent)?));
        let points = replayed.path.iter().filter_map(edges).flatten();
        let points: Vec<_> = points.map(|(day, (low, high))| (day, low, high)).collect();
        marks.push(Mark::Area { points: points.clone(), ink, alpha: 1.0 });
        if percent == 80 {
            for edge in [|(_, low, _): &(Day, f64, f64)| *low, |(_, _, high): &(Day, f64, f64)| *high] {
                let points = points.iter().map(|point| (point.0, edge(point))).collect();
                marks.push(Mark::Line { points, ink: BAND_EDGE, width: 0.75 });
            }
            if let Some(value) = last(&|told: &Told| told.said.central(80).map(|(_, high)| high)) {
                let text = "80\u{a0}%".to_owned();
                labels.push(EndLabel { value, text, pen: NOTE, broken: false, sign: None });
            }
        }
    }
    let with_grants = |told: &Told| told.with_grants.centre();
    marks.push(Mark::Dashed { points: line(&with_grants), ink: RUST, width: 2.0 });
    let centre = |told: &Told| Band::centre(&told.said);
    marks.push(Mark::Line { points: line(&centre), ink: NAVY, width: 2.5 });
    let [ours, theirs] = replayed.lines;
    let label = |value, text: &str, ink, broken| EndLabel {
        value,
        text: text.to_owned(),
        pen: Pen { ink, ..LABEL },
        broken,
        sign: None,
    };
    labels.extend(last(&centre).map(|value| label(value, ours, NAVY, false)));
    labels.extend(last(&with_grants).map(|value| label(value, theirs, RUST, true)));
    let (days, periods): (Vec<Point>, Vec<Point>) =
        replayed.published.iter().copied().partition(|p: &Point| p.span.from == p.span.to);
    for Point { span, value } in periods {
        marks.push(Mark::Bar { from: span.from, to: span.to, value, ink: TEXT, sign: Some(Sign::Circle) });
    }
    let points = days.into_iter().map(|p| (p.span.to, p.value)).collect();
    marks.push(Mark::Signs { points, ink: TEXT, sign: Sign::Circle, open: true });
    Plot {
        heading: replayed.title.to_owned(),
        unit: replayed.unit.to_owned(),
        height: 240.0,
        percent: false,
        signed: false,
        marks,
        labels,
    }
}
