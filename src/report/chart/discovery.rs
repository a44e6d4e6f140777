//! Where in the space of a sweep something happens: the way from all runs to few (coverage against density), and the box
//! that was chosen on it, a row a factor.

use super::axis::ValueAxis;
use super::canvas::{Align, Canvas, Pen, Point, TextBox, shorten, width, wrap_at_most};
use super::theme::{
    AXIS, BAND_EDGE, HEADING, LABEL, LEVER, MARGIN, NAVY, RUST, SMALL, TICK, UNIT, WHITE, WIDTH,
};
use crate::report::texts::Language;

/// A box on the way.
#[derive(Clone, Debug)]
pub(in crate::report) struct Stop {
    /// The part of all that happened which lies in it, 0 to 1.
    pub(in crate::report) coverage: f64,
    /// The part of what lies in it that happened, 0 to 1.
    pub(in crate::report) density: f64,
    /// How many factors it binds.
    pub(in crate::report) bound: usize,
    /// The same in words: `3 factors`.
    pub(in crate::report) text: String,
}

/// What the chosen box keeps of a factor.
#[derive(Clone, Debug)]
pub(in crate::report) struct Kept {
    pub(in crate::report) name: String,
    /// Between which parts of its range, 0 to 1.
    pub(in crate::report) between: (f64, f64),
    /// The ends of its range in words.
    pub(in crate::report) ends: [String; 2],
    /// What is kept, in words.
    pub(in crate::report) text: String,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(in crate::report) struct Discovery {
    /// Above the way and above the box.
    pub(in crate::report) headings: [String; 2],
    /// The names of the axes: coverage from left to right, density upwards.
    pub(in crate::report) axes: [String; 2],
    /// What stands by the chosen box.
    pub(in crate::report) chosen_text: String,
    pub(in crate::report) way: Vec<Stop>,
    /// Which of them was chosen.
    pub(in crate::report) chosen: usize,
    pub(in crate::report) kept: Vec<Kept>,
}

const HEIGHT: f64 = 210.0;
/// Room for names.
const NAMES: f64 = 222.0;
/// Room for the ends of a range, on either side of it.
const ENDS: f64 = 92.0;
const ROW: f64 = 40.0;

/// Draws the way and beneath it the box; returns where they end.
pub(super) fn paint(canvas: &mut Canvas<'_>, of: &Discovery, top: f64, language: Language) -> f64 {
    let y = way(canvas, of, top, language);
    kept(canvas, of, y + 14.0)
}

fn way(canvas: &mut Canvas<'_>, of: &Discovery, top: f64, language: Language) -> f64 {
    canvas.text(&of.headings[0], (MARGIN, top), Align::Left, HEADING);
    let above = top + HEADING.size + 6.0;
    canvas.text(&of.axes[1], (MARGIN, above), Align::Left, UNIT);
    let top = above + UNIT.size + 14.0;
    let bottom = top + HEIGHT;
    let density = ValueAxis::new(1.0, 4.0, true).between(top, bottom);
    let left = MARGIN + density.label_width(language) + 9.0;
    let right = WIDTH - MARGIN - 130.0;
    let coverage = ValueAxis::new(1.0, 5.0, true).between(right, left);
    density.draw(canvas, (left, right), language);
    let below = coverage.draw_across(canvas, (top, bottom), language);
    canvas.path(&[(left, bottom), (right, bottom)], AXIS, 1.0);
    canvas.text(&of.axes[0], (left, bottom + below + 3.0), Align::Left, TICK);
    let at = |stop: &Stop| -> Point { (coverage.y(stop.coverage), density.y(stop.density)) };
    let points: Vec<Point> = of.way.iter().map(at).collect();
    canvas.path(&points, BAND_EDGE, 1.25);
    for point in &points {
        canvas.dot(*point, 2.5, NAVY);
    }
    let mut taken: Vec<TextBox> = Vec::new();
    if let Some(point) = points.get(of.chosen) {
        canvas.dot(*point, 6.5, RUST);
        canvas.dot(*point, 4.0, WHITE);
        canvas.dot(*point, 2.5, NAVY);
        let pen = Pen { ink: RUST, ..LABEL };
        write(canvas, &of.chosen_text, (point.0 + 4.0, point.1 - pen.size - 12.0), pen, &mut taken);
    }
    // The first box in which one more factor is bound says how many there are.
    let mut known = 0;
    for (n, stop) in of.way.iter().enumerate() {
        if stop.bound > known {
            known = stop.bound;
            let place = (points[n].0 + 8.0, points[n].1 - SMALL.size - 4.0);
            write(canvas, &stop.text, place, SMALL, &mut taken);
        }
    }
    bottom + below + TICK.size + 8.0
}

/// Writes a text where there is room for it: at its place, or beneath.
fn write(canvas: &mut Canvas<'_>, text: &str, (x, y): Point, pen: Pen, taken: &mut Vec<TextBox>) {
    let long = width(text, pen);
    let x = x.min(WIDTH - MARGIN - long);
    for y in [y, y - 16.0, y + 30.0] {
        let place = TextBox { text: text.to_owned(), left: x, top: y, right: x + long, bottom: y + pen.size };
        let apart = |one: &TextBox| {
            place.right + 3.0 <= one.left
                || one.right + 3.0 <= place.left
                || place.bottom + 1.0 <= one.top
                || one.bottom + 1.0 <= place.top
        };
        if taken.iter().all(apart) {
            canvas.text(text, (x, y), Align::Left, pen);
            taken.push(place);
            return;
        }
    }
}

fn kept(canvas: &mut Canvas<'_>, of: &Discovery, top: f64) -> f64 {
    canvas.text(&of.headings[1], (MARGIN, top), Align::Left, HEADING);
    let (left, right) = (MARGIN + NAMES + ENDS, WIDTH - MARGIN - ENDS);
    let mut y = top + HEADING.size + 10.0;
    for one in &of.kept {
        let middle = y + 24.0;
        let lines = wrap_at_most(&one.name, SMALL, NAMES - 8.0, 2);
        for (n, line) in lines.iter().enumerate() {
            let first = middle - SMALL.size * 0.62 * lines.len() as f64;
            canvas.text(line, (MARGIN, first + SMALL.size * 1.25 * n as f64), Align::Left, SMALL);
        }
        let frame = [
            (left, middle - 4.0),
            (right, middle - 4.0),
            (right, middle + 4.0),
            (left, middle + 4.0),
            (left, middle - 4.0),
        ];
        canvas.rectangle(frame[0], frame[2], LEVER);
        canvas.path(&frame, AXIS, 0.75);
        let at = |place: f64| left + (right - left) * place.clamp(0.0, 1.0);
        let (from, to) = (at(one.between.0), at(one.between.1));
        canvas.rectangle((from, middle - 5.5), (to.max(from + 2.0), middle + 5.5), NAVY);
        for (end, x, align) in
            [(&one.ends[0], left - 6.0, Align::Right), (&one.ends[1], right + 6.0, Align::Left)]
        {
            let end = shorten(end, TICK, ENDS - 10.0);
            canvas.text(&end, (x, middle - TICK.size / 2.0), align, TICK);
        }
        let pen = Pen { ink: NAVY, size: 11.0, ..LABEL };
        let text = shorten(&one.text, pen, right - left + 2.0 * ENDS);
        let long = width(&text, pen);
        let x =
            ((from + to - long) / 2.0).clamp(left - ENDS + 2.0, (right + ENDS - long).max(left - ENDS + 2.0));
        canvas.text(&text, (x, middle - 6.0 - pen.size - 2.5), Align::Left, pen);
        y += ROW;
    }
    y + 8.0
}
