//! Bars from left to right, two a row: the swings of a tornado, indices, a task and what is delivered of it.

use super::axis::ValueAxis;
use super::canvas::{Align, Canvas, Pen, shorten, width, wrap_at_most};
use super::theme::{AXIS, BAND_EDGE, BANDS, HEADING, MARGIN, NAVY, SMALL, TEXT, UNIT, WHITE, WIDTH};
use crate::report::texts::Language;

/// A bar from zero to a value.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::report) struct Bar {
    pub(in crate::report) value: f64,
    /// How sure it is: a line between two values.
    pub(in crate::report) range: Option<(f64, f64)>,
    /// What stands at its end.
    pub(in crate::report) text: String,
}

/// A row: a dark bar above a light one.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::report) struct Row {
    pub(in crate::report) name: String,
    pub(in crate::report) bars: [Option<Bar>; 2],
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(in crate::report) struct Bars {
    pub(in crate::report) heading: String,
    pub(in crate::report) unit: String,
    /// What the dark and the light bars are.
    pub(in crate::report) legend: [String; 2],
    /// Whether the values are differences, around zero.
    pub(in crate::report) signed: bool,
    /// Whether the values are parts of one, which are written as such and may lie below zero by error.
    pub(in crate::report) parts: bool,
    pub(in crate::report) rows: Vec<Row>,
}

/// Room for names [chart units].
const NAMES: f64 = 222.0;
/// Room for what stands at the end of a bar.
const TEXTS: f64 = 104.0;
const THICK: f64 = 11.0;
const ROW: f64 = 2.0 * THICK + 9.0;
const END: Pen = Pen { size: 10.5, ..SMALL };

/// Draws the groups beneath each other; returns where they end.
pub(super) fn paint(canvas: &mut Canvas<'_>, groups: &[Bars], top: f64, language: Language) -> f64 {
    groups.iter().fold(top, |y, bars| group(canvas, bars, y, language))
}

/// Draws the rows beneath what their bars are; returns where they end.
fn group(canvas: &mut Canvas<'_>, bars: &Bars, top: f64, language: Language) -> f64 {
    let mut y = top;
    let heading = shorten(&bars.heading, HEADING, WIDTH - 2.0 * MARGIN);
    canvas.text(&heading, (MARGIN, y), Align::Left, HEADING);
    let after = MARGIN + width(&heading, HEADING) + 8.0;
    if after + width(&bars.unit, UNIT) <= WIDTH - MARGIN {
        canvas.text(&bars.unit, (after, y), Align::Left, UNIT);
    } else {
        y += HEADING.size + 4.0;
        canvas.text(&bars.unit, (MARGIN, y), Align::Left, UNIT);
    }
    y += HEADING.size + 9.0;
    y += legend(canvas, bars, y);
    let left = MARGIN + NAMES + if bars.signed { TEXTS } else { 8.0 };
    let axis = axis(bars).between(WIDTH - MARGIN - TEXTS, left);
    let bottom = y + ROW * bars.rows.len().max(1) as f64 + 4.0;
    let below = axis.draw_across(canvas, (y, bottom), language);
    let zero = axis.y(0.0);
    for (n, row) in bars.rows.iter().enumerate() {
        let middle = y + 4.0 + ROW * n as f64 + THICK;
        let lines = wrap_at_most(&row.name, SMALL, NAMES - 6.0, 2);
        let first = middle - SMALL.size * 0.62 * lines.len() as f64;
        for (m, line) in lines.iter().enumerate() {
            canvas.text(line, (MARGIN, first + SMALL.size * 1.25 * m as f64), Align::Left, SMALL);
        }
        let alone = row.bars.iter().flatten().count() == 1;
        for (place, bar) in row.bars.iter().enumerate() {
            if let Some(bar) = bar {
                let top = if alone { middle - THICK / 2.0 } else { middle - THICK + THICK * place as f64 };
                draw_bar(canvas, bar, place == 0, &axis, top);
            }
        }
    }
    canvas.path(&[(zero, y), (zero, bottom)], AXIS, 1.0);
    bottom + below + 12.0
}

/// What the two kinds of bar are; returns the height it takes.
fn legend(canvas: &mut Canvas<'_>, bars: &Bars, top: f64) -> f64 {
    let (mut x, mut y) = (MARGIN, top);
    for (place, text) in
        bars.legend.iter().enumerate().filter(|(place, text)| {
            !text.is_empty() && bars.rows.iter().any(|row| row.bars[*place].is_some())
        })
    {
        let text = &shorten(text, SMALL, WIDTH - 2.0 * MARGIN - 22.0);
        let long = 22.0 + width(text, SMALL);
        if x > MARGIN && x + long > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + SMALL.size * 1.4);
        }
        swatch(canvas, (x, y + 1.0), (x + 16.0, y + SMALL.size), place == 0);
        canvas.text(text, (x + 22.0, y), Align::Left, SMALL);
        x += long + 18.0;
    }
    y + SMALL.size + 9.0 - top
}

fn swatch(canvas: &mut Canvas<'_>, low: (f64, f64), high: (f64, f64), dark: bool) {
    if dark {
        canvas.rectangle(low, high, NAVY);
    } else {
        canvas.rectangle(low, high, BANDS[1]);
        canvas.path(&[low, (high.0, low.1), high, (low.0, high.1), low], BAND_EDGE, 0.75);
    }
}

fn draw_bar(canvas: &mut Canvas<'_>, bar: &Bar, dark: bool, axis: &ValueAxis, top: f64) {
    let (zero, end) = (axis.y(0.0), axis.y(bar.value));
    let (left, right) = if end < zero { (end, zero) } else { (zero, end) };
    let bottom = top + THICK - 1.0;
    // A bar of nothing is seen as a line.
    swatch(canvas, (left, top), (right.max(left + 0.75), bottom), dark);
    let (mut far_left, mut far_right) = (left, right);
    if let Some((low, high)) = bar.range {
        let (low, high, middle) = (axis.y(low), axis.y(high), (top + bottom) / 2.0);
        // Light where it lies on a dark bar, dark where it sticks out.
        canvas.path(&[(low, middle), (high, middle)], AXIS, 2.25);
        canvas.path(&[(low, middle), (high, middle)], WHITE, 0.75);
        for x in [low, high] {
            canvas.path(&[(x, middle - 3.5), (x, middle + 3.5)], TEXT, 1.25);
        }
        (far_left, far_right) = (far_left.min(low), far_right.max(high));
    }
    let text_top = top + (THICK - 1.0 - END.size) / 2.0;
    let text = shorten(&bar.text, END, TEXTS - 10.0);
    if bar.value < 0.0 {
        canvas.text(&text, (far_left - 5.0, text_top), Align::Right, END);
    } else {
        canvas.text(&text, (far_right + 5.0, text_top), Align::Left, END);
    }
}

/// The axis that holds every bar.
fn axis(bars: &Bars) -> ValueAxis {
    let all = bars.rows.iter().flat_map(|row| row.bars.iter().flatten());
    let values = all.flat_map(|bar| {
        let (low, high) = bar.range.unwrap_or((bar.value, bar.value));
        [bar.value, low, high]
    });
    let values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    let least = values.iter().copied().fold(0.0, f64::min);
    if bars.parts {
        return ValueAxis::parts(least, most, 4.0);
    }
    if bars.signed || least < 0.0 {
        return ValueAxis::around_zero(least, most, 4.0, false);
    }
    ValueAxis::new(most, 4.0, false)
}
