//! The picture of a forecast of monthly counts: the past as a line, the future as a fan.

use super::axis::TimeAxis;
use super::canvas::{Align, Canvas, Pen, draw, width, wrap, wrap_at_most};
use super::plot::{EndLabel, Mark, Plot};
use super::root;
use super::theme::{ABOUT, AXIS, BAND_EDGE, BANDS, GRID, LABEL, MARGIN, NAVY, NOTE, SAY, TEXT, TITLE, WIDTH};
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
    let mut height = 0.0;
    let sheet = draw(|canvas| height = paint(canvas, fan, language));
    let words = format!("{} {}", fan.sentences, fan.note);
    root(fan.name, language, &fan.title, &words, height.ceil(), &sheet.elements)
}

fn paint(canvas: &mut Canvas<'_>, fan: &Fan<'_>, language: Language) -> f64 {
    let room = WIDTH - 2.0 * MARGIN;
    let mut y = MARGIN;
    y += canvas.lines(&wrap(&fan.title, TITLE, room), (MARGIN, y), TITLE) + 3.0;
    y += canvas.lines(&wrap_at_most(&fan.sentences, SAY, room, 4), (MARGIN, y), SAY) + 3.0;
    y += canvas.lines(&wrap_at_most(&fan.about, ABOUT, room, 3), (MARGIN, y), ABOUT) + 12.0;
    let plot = plot(fan);
    let (Some(first), Some(last)) = (fan.past.first(), fan.future.last()) else { return y + MARGIN };
    let time = TimeAxis {
        first: first.0.first(),
        last: last.0.last(),
        left: MARGIN + plot.axis().label_width(language) + 9.0,
        right: WIDTH - MARGIN - plot.label_room(),
        changes: Vec::new(),
    };
    y += plot.draw(canvas, y, &time, language, WIDTH - MARGIN);
    divide(canvas, fan, &time, (y - plot.height, y));
    y += time.draw(canvas, y, language) + 14.0;
    canvas.path(&[(MARGIN, y), (WIDTH - MARGIN, y)], GRID, 1.0);
    y += 8.0;
    y += canvas.lines(&wrap_at_most(&fan.note, NOTE, room, 4), (MARGIN, y), NOTE);
    y + MARGIN - 4.0
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

fn divide(canvas: &mut Canvas<'_>, fan: &Fan<'_>, time: &TimeAxis, (top, bottom): (f64, f64)) {
    let Some((month, _)) = fan.future.first() else { return };
    let x = time.x(month.first());
    canvas.path(&[(x, top - 12.0), (x, bottom)], AXIS, 1.0);
    let y = top - NOTE.size - 3.0;
    let [before, after] = fan.sides;
    if x - 6.0 - width(before, NOTE) >= time.left {
        canvas.text(before, (x - 6.0, y), Align::Right, NOTE);
    }
    if x + 6.0 + width(after, NOTE) <= time.right {
        canvas.text(after, (x + 6.0, y), Align::Left, NOTE);
    }
}
