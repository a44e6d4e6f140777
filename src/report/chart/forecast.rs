//! The picture of a forecast of monthly counts: the past as a line, the future as a fan.

use super::canvas::Pen;
use super::card::Drawn;
use super::plot::{EndLabel, Mark, Plot};
use super::single::{self, Sheet};
use super::theme::{BAND_EDGE, BANDS, LABEL, NAVY, NOTE, TEXT};
use crate::report::texts::Language;
use crate::stats::Band;
use crate::time::{Day, Days, Month};

/// What is drawn, and the words beside it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Fan<'a> {
    /// Stem of the file name.
    pub(in crate::report) name: &'a str,
    pub(in crate::report) title: String,
    pub(in crate::report) sentences: String,
    pub(in crate::report) about: String,
    pub(in crate::report) heading: String,
    pub(in crate::report) unit: &'a str,
    pub(in crate::report) note: String,
    /// The words before and after the line between past and future.
    pub(in crate::report) sides: [&'a str; 2],
    pub(in crate::report) median: &'a str,
    pub(in crate::report) past: Vec<(Month, f64)>,
    pub(in crate::report) future: Vec<(Month, Band)>,
}

/// Draws it: SVG with title and description.
pub(in crate::report) fn svg(fan: &Fan<'_>, language: Language) -> String {
    drawn(fan, language).svg
}

pub(super) fn drawn(fan: &Fan<'_>, language: Language) -> Drawn {
    let first = fan.past.first().map(|(month, _)| month.first());
    let last = fan.future.last().map(|(month, _)| month.last());
    let sheet = Sheet {
        name: fan.name,
        title: &fan.title,
        sentences: &fan.sentences,
        about: &fan.about,
        note: &fan.note,
        days: first.zip(last).unwrap_or_default(),
        parted: fan.future.first().map(|(month, _)| (month.first(), fan.sides)),
    };
    single::drawn(&sheet, &plot(fan), language)
}

/// A month stands in its middle.
fn middle(month: Month) -> Day {
    month.first() + Days(14)
}

fn plot(fan: &Fan<'_>) -> Plot {
    let (mut marks, mut labels) = (Vec::new(), Vec::new());
    let future = |of: &dyn Fn(&Band) -> Option<f64>| -> Vec<(Day, f64)> {
        fan.future.iter().filter_map(|(month, band)| Some((middle(*month), of(band)?))).collect()
    };
    for (percent, ink) in [90, 80, 50].into_iter().zip(BANDS) {
        let lows = future(&|band| band.central(percent).map(|(low, _)| low));
        let highs = future(&|band| band.central(percent).map(|(_, high)| high));
        let points = lows.into_iter().zip(highs).map(|((day, low), (_, high))| (day, low, high)).collect();
        marks.push(Mark::Area { points, ink, alpha: 1.0 });
        if let Some((_, high)) = fan.future.last().and_then(|(_, band)| band.central(percent)) {
            labels.push(EndLabel {
                value: high,
                text: format!("{percent}\u{a0}%"),
                pen: NOTE,
                broken: false,
                sign: None,
            });
        }
    }
    for edge in [0, 6] {
        marks.push(Mark::Line { points: future(&|band| band.quantiles[edge]), ink: BAND_EDGE, width: 0.75 });
    }
    marks.push(Mark::Line { points: future(&Band::centre), ink: NAVY, width: 2.5 });
    if let Some(value) = fan.future.last().and_then(|(_, band)| band.centre()) {
        labels.push(EndLabel {
            value,
            text: fan.median.to_owned(),
            pen: Pen { ink: NAVY, ..LABEL },
            broken: false,
            sign: None,
        });
    }
    let past = fan.past.iter().map(|(month, value)| (middle(*month), *value)).collect();
    marks.push(Mark::Line { points: past, ink: TEXT, width: 1.5 });
    Plot {
        heading: fan.heading.clone(),
        unit: fan.unit.to_owned(),
        height: 260.0,
        percent: false,
        signed: false,
        marks,
        labels,
    }
}
