//! One plot: marks in days and values, on two axes, with labels at the end of the lines.

use super::axis::{TimeAxis, ValueAxis};
use super::canvas::{Align, Canvas, Pen, Point, shorten, width, wrap_at_most};
use super::labels::spread;
use super::theme::{AXIS, HEADING, Ink, UNIT, WHITE};
use crate::report::texts::Language;
use crate::time::{Day, Days};

/// A moment on the time axis with a value. Values of a whole month stand in its middle.
pub(super) type Dated = (Day, f64);

/// Something that is drawn in a plot.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Between a lower and an upper value.
    Area { points: Vec<(Day, f64, f64)>, ink: Ink, alpha: f64 },
    /// Through the points.
    Line { points: Vec<Dated>, ink: Ink, width: f64 },
    /// The same, broken.
    Dashed { points: Vec<Dated>, ink: Ink, width: f64 },
    /// A sign at each point: open for what was published or observed, filled for what is simulated.
    Signs { points: Vec<Dated>, ink: Ink, sign: Sign, open: bool },
    /// A published level over a period, with an open sign in its middle where several series share the plot.
    Bar { from: Day, to: Day, value: f64, ink: Ink, sign: Option<Sign> },
}

/// The form of a sign: series are told apart without colour.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cone,
    Plus,
    Cross,
    Hourglass,
}

impl Sign {
    pub(super) const ALL: [Sign; 4] = [Sign::Circle, Sign::Square, Sign::Triangle, Sign::Diamond];
    /// Those of the lines beyond eight, which have each colour and each of the others, whole and broken.
    pub(super) const MORE: [Sign; 4] = [Sign::Cone, Sign::Plus, Sign::Cross, Sign::Hourglass];
}

/// A label right of the plot, at the height of a value.
#[derive(Clone, Debug)]
pub(super) struct EndLabel {
    pub(super) value: f64,
    pub(super) text: String,
    pub(super) pen: Pen,
    /// Whether its line is broken: the leader to the label then is too, which makes it the legend.
    pub(super) broken: bool,
    /// The sign of its line, where several lines share the plot: the legend without colour.
    pub(super) sign: Option<Sign>,
}

impl EndLabel {
    /// Room for its sign before the text.
    fn indent(&self) -> f64 {
        if self.sign.is_some() { 10.0 } else { 0.0 }
    }
}

/// A plot before it has a place on the sheet.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub(super) heading: String,
    pub(super) unit: String,
    pub(super) height: f64,
    pub(super) percent: bool,
    /// Whether the values are differences, around zero.
    pub(super) signed: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) labels: Vec<EndLabel>,
}

/// Room right of a plot for its labels at most [chart units].
const LABELS_AT_MOST: f64 = 168.0;
/// From the end of the plot to the labels.
const GAP: f64 = 14.0;

impl Plot {
    /// The axis that holds every mark.
    pub(super) fn axis(&self) -> ValueAxis {
        let values = || self.marks.iter().flat_map(Mark::values).filter(|x| x.is_finite());
        let most = values().fold(0.0, f64::max);
        let lines = (self.height / 42.0).clamp(2.0, 5.0);
        if self.signed {
            return ValueAxis::around_zero(values().fold(0.0, f64::min), most, lines, self.percent);
        }
        ValueAxis::new(most, lines, self.percent)
    }

    /// The largest value of its marks.
    pub(super) fn most(&self) -> f64 {
        self.marks.iter().flat_map(Mark::values).filter(|x| x.is_finite()).fold(0.0, f64::max)
    }

    /// The room its labels want right of the plot.
    pub(super) fn label_room(&self) -> f64 {
        let wide = |label: &EndLabel| width(&label.text, label.pen).min(LABELS_AT_MOST) + label.indent();
        let widest = self.labels.iter().map(wide).fold(0.0, f64::max);
        GAP + widest + 2.0
    }

    /// Draws heading, grid, marks and labels; returns the height from `top` to the time axis.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        top: f64,
        time: &TimeAxis,
        language: Language,
        edge: f64,
    ) -> f64 {
        let mut y = top;
        let heading = shorten(&self.heading, HEADING, edge - time.left);
        canvas.text(&heading, (time.left, y), Align::Left, HEADING);
        let after = time.left + width(&heading, HEADING) + 8.0;
        if after + width(&self.unit, UNIT) <= edge {
            canvas.text(&self.unit, (after, y), Align::Left, UNIT);
            y += HEADING.size + 16.0;
        } else {
            canvas.text(&self.unit, (time.left, y + HEADING.size + 4.0), Align::Left, UNIT);
            y += HEADING.size + UNIT.size + 20.0;
        }
        let values = self.axis().between(y, y + self.height);
        let bottom = y + self.height;
        values.draw(canvas, (time.left, time.right), language);
        time.years(canvas, y, bottom);
        time.changes(canvas, y, bottom);
        if self.signed {
            let zero = values.y(0.0);
            canvas.path(&[(time.left, zero), (time.right, zero)], AXIS, 1.0);
        }
        for mark in &self.marks {
            mark.draw(canvas, time, &values);
        }
        self.draw_labels(canvas, (y - 6.0, bottom + 10.0), time.right, &values);
        bottom - top
    }

    fn draw_labels(&self, canvas: &mut Canvas<'_>, (top, bottom): (f64, f64), x: f64, values: &ValueAxis) {
        let line = |label: &EndLabel| label.pen.size * 1.25;
        let wrapped = |most: usize| -> Vec<Vec<String>> {
            let lines = |label: &EndLabel| wrap_at_most(&label.text, label.pen, LABELS_AT_MOST, most);
            self.labels.iter().map(lines).collect()
        };
        let fits = |texts: &Vec<Vec<String>>| {
            let heights =
                self.labels.iter().zip(texts).map(|(label, lines)| line(label) * lines.len() as f64 + 1.0);
            heights.sum::<f64>() <= bottom - top
        };
        // A name keeps all its lines where there is room: what it has reached stands at its end.
        let texts = [6, 5, 4].map(wrapped).into_iter().find(fits).unwrap_or_else(|| wrapped(3));
        let wishes: Vec<(f64, f64)> = self
            .labels
            .iter()
            .zip(&texts)
            .map(|(label, lines)| (values.y(label.value), line(label) * lines.len() as f64 + 1.0))
            .collect();
        let places = spread(&wishes, top, bottom);
        for (((label, lines), middle), (wish, height)) in
            self.labels.iter().zip(&texts).zip(places).zip(wishes)
        {
            let leader = [(x + 2.0, wish), (x + GAP - 3.0, middle)];
            if label.broken {
                canvas.dashed(&leader, label.pen.ink, 1.5, (3.5, 2.0));
            } else {
                canvas.path(&leader, label.pen.ink, 0.75);
            }
            let first = middle - height / 2.0 + (line(label) - label.pen.size) / 2.0 + 0.5;
            if let Some(sign) = label.sign {
                sign.draw(canvas, (x + GAP + 3.5, first + label.pen.size / 2.0), label.pen.ink, false);
            }
            for (n, text) in lines.iter().enumerate() {
                canvas.text(
                    text,
                    (x + GAP + label.indent(), first + line(label) * n as f64),
                    Align::Left,
                    label.pen,
                );
            }
        }
    }
}

impl Mark {
    fn values(&self) -> Vec<f64> {
        match self {
            Mark::Area { points, .. } => points.iter().flat_map(|(_, low, high)| [*low, *high]).collect(),
            Mark::Line { points, .. } | Mark::Dashed { points, .. } | Mark::Signs { points, .. } => {
                points.iter().map(|(_, value)| *value).collect()
            }
            Mark::Bar { value, .. } => vec![*value],
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, time: &TimeAxis, values: &ValueAxis) {
        let place = |points: &[Dated]| -> Vec<Point> {
            points.iter().map(|(day, value)| (time.x(*day), values.y(*value))).collect()
        };
        match self {
            Mark::Area { points, ink, alpha } => {
                let upper = points.iter().map(|(day, _, high)| (time.x(*day), values.y(*high)));
                let lower = points.iter().rev().map(|(day, low, _)| (time.x(*day), values.y(*low)));
                canvas.area(&upper.chain(lower).collect::<Vec<_>>(), *ink, *alpha);
            }
            Mark::Line { points, ink, width } => {
                let points = place(points);
                canvas.path(&points, *ink, *width);
                // A line of one point would not be seen.
                if let [only] = points[..] {
                    canvas.dot(only, width + 0.5, *ink);
                }
            }
            Mark::Dashed { points, ink, width } => canvas.dashed(&place(points), *ink, *width, (7.0, 4.0)),
            Mark::Signs { points, ink, sign, open } => {
                place(points).into_iter().for_each(|point| sign.draw(canvas, point, *ink, *open));
            }
            Mark::Bar { from, to, value, ink, sign } => {
                let (y, from, to) =
                    (values.y(*value), time.x((*from).max(time.first)), time.x(*to + Days(1)));
                canvas.path(&[(from + 1.0, y), (to - 1.0, y)], *ink, 2.0);
                if let Some(sign) = sign {
                    sign.draw(canvas, ((from + to) / 2.0, y), *ink, true);
                }
            }
        }
    }
}

impl Sign {
    fn draw(self, canvas: &mut Canvas<'_>, point: Point, ink: Ink, open: bool) {
        if open {
            self.fill(canvas, point, ink, 4.0);
            self.fill(canvas, point, WHITE, 2.1);
        } else {
            self.fill(canvas, point, ink, 3.2);
        }
    }

    /// The form with this radius [chart units].
    fn fill(self, canvas: &mut Canvas<'_>, (x, y): Point, ink: Ink, r: f64) {
        match self {
            Sign::Circle => canvas.dot((x, y), r * 0.95, ink),
            Sign::Square => canvas.rectangle((x - r * 0.9, y - r * 0.9), (x + r * 0.9, y + r * 0.9), ink),
            Sign::Triangle => {
                canvas.area(
                    &[(x, y - r * 1.25), (x + r * 1.2, y + r * 0.9), (x - r * 1.2, y + r * 0.9)],
                    ink,
                    1.0,
                );
            }
            Sign::Cone => {
                canvas.area(
                    &[(x, y + r * 1.25), (x + r * 1.2, y - r * 0.9), (x - r * 1.2, y - r * 0.9)],
                    ink,
                    1.0,
                );
            }
            Sign::Plus => {
                canvas.rectangle((x - r * 1.3, y - r * 0.4), (x + r * 1.3, y + r * 0.4), ink);
                canvas.rectangle((x - r * 0.4, y - r * 1.3), (x + r * 0.4, y + r * 1.3), ink);
            }
            Sign::Cross => {
                for up in [1.0, -1.0] {
                    let from = (x - r, y - r * up);
                    canvas.path(&[from, (x + r, y + r * up)], ink, r * 0.7);
                }
            }
            Sign::Hourglass => {
                for up in [1.0, -1.0] {
                    let edge = y + r * 1.2 * up;
                    canvas.area(&[(x, y), (x + r * 1.1, edge), (x - r * 1.1, edge)], ink, 1.0);
                }
            }
            Sign::Diamond => {
                canvas.area(
                    &[(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)],
                    ink,
                    1.0,
                );
            }
        }
    }
}
