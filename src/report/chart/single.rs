//! A sheet with one plot: title, sentences, the plot over its time axis, a line between two parts of it, and a note.

use super::axis::TimeAxis;
use super::canvas::{Align, Canvas, draw, width, wrap, wrap_at_most};
use super::plot::Plot;
use super::root;
use super::theme::{ABOUT, AXIS, GRID, MARGIN, NOTE, SAY, TITLE, WIDTH};
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

/// Draws it: SVG with title and description.
pub(super) fn svg(sheet: &Sheet<'_>, plot: &Plot, language: Language) -> String {
    let mut height = 0.0;
    let drawn = draw(|canvas| height = paint(canvas, sheet, plot, language));
    let words = format!("{} {}", sheet.sentences, sheet.note);
    root(sheet.name, language, sheet.title, &words, height.ceil(), &drawn.elements)
}

fn paint(canvas: &mut Canvas<'_>, sheet: &Sheet<'_>, plot: &Plot, language: Language) -> f64 {
    let room = WIDTH - 2.0 * MARGIN;
    let mut y = MARGIN;
    y += canvas.lines(&wrap(sheet.title, TITLE, room), (MARGIN, y), TITLE) + 3.0;
    y += canvas.lines(&wrap_at_most(sheet.sentences, SAY, room, 4), (MARGIN, y), SAY) + 3.0;
    y += canvas.lines(&wrap_at_most(sheet.about, ABOUT, room, 3), (MARGIN, y), ABOUT) + 12.0;
    let time = TimeAxis {
        first: sheet.days.0,
        last: sheet.days.1,
        left: MARGIN + plot.axis().label_width(language) + 9.0,
        right: WIDTH - MARGIN - plot.label_room(),
        changes: Vec::new(),
    };
    y += plot.draw(canvas, y, &time, language, WIDTH - MARGIN);
    if let Some((day, sides)) = sheet.parted {
        divide(canvas, (day, sides), &time, (y - plot.height, y));
    }
    y += time.draw(canvas, y, language) + 14.0;
    canvas.path(&[(MARGIN, y), (WIDTH - MARGIN, y)], GRID, 1.0);
    y += 8.0;
    y += canvas.lines(&wrap_at_most(sheet.note, NOTE, room, 4), (MARGIN, y), NOTE);
    y + MARGIN - 4.0
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
