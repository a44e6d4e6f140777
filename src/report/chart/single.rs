//! A sheet with one plot: title, sentences, the plot over its time axis, a line between two parts of it, and a note.

use super::axis::{Scale, TimeAxis};
use super::canvas::{Align, Canvas, width};
use super::card::{Card, Drawn};
use super::plot::Plot;
use super::theme::{AXIS, MARGIN, NOTE, WIDTH};
use crate::report::texts::Language;
use crate::time::Day;

/// The words around a plot, and its days.
#[derive(Clone, Debug)]
pub(super) struct Sheet<'a> {
    /// Stem of the file name.
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    pub(super) sentences: &'a str,
    pub(super) about: &'a str,
    pub(super) note: &'a str,
    /// First and last day.
    pub(super) days: (Day, Day),
    /// Where the second part begins, and the words before and after.
    pub(super) parted: Option<(Day, [&'a str; 2])>,
}

/// Draws it, with title and description.
pub(super) fn drawn(sheet: &Sheet<'_>, plot: &Plot, language: Language) -> Drawn {
    let card = Card {
        name: sheet.name.to_owned(),
        title: sheet.title.to_owned(),
        banners: Vec::new(),
        sentences: sheet.sentences.to_owned(),
        about: sheet.about.to_owned(),
        note: sheet.note.to_owned(),
    };
    let time = TimeAxis {
        first: sheet.days.0,
        last: sheet.days.1,
        left: MARGIN + plot.axis().label_width(language) + 9.0,
        right: WIDTH - MARGIN - plot.label_room(),
        changes: Vec::new(),
        scale: Scale::Calendar,
    };
    let body = |canvas: &mut Canvas<'_>, top: f64| {
        let y = top + plot.draw(canvas, top, &time, language, WIDTH - MARGIN);
        if let Some((day, sides)) = sheet.parted {
            divide(canvas, (day, sides), &time, (y - plot.height, y));
        }
        y + time.draw(canvas, y, language) + 14.0
    };
    card.draw(language, body)
}

fn divide(
    canvas: &mut Canvas<'_>,
    (day, [before, after]): (Day, [&str; 2]),
    time: &TimeAxis,
    (top, bottom): (f64, f64),
) {
    let x = time.x(day);
    canvas.path(&[(x, top - 12.0), (x, bottom)], AXIS, 1.0);
    let y = top - NOTE.size - 3.0;
    if x - 6.0 - width(before, NOTE) >= time.left {
        canvas.text(before, (x - 6.0, y), Align::Right, NOTE);
    }
    if x + 6.0 + width(after, NOTE) <= time.right {
        canvas.text(after, (x + 6.0, y), Align::Left, NOTE);
    }
}
