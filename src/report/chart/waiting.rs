//! How long people wait: the share that still waits after so many weeks, a line for the year in which they began.

use super::axis::{Scale, TimeAxis};
use super::canvas::{Canvas, Pen};
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::theme::{AXIS, LABEL, MARGIN, SERIES, WIDTH};
use crate::report::texts::Language;
use crate::stats::Band;
use crate::time::{Day, Days};

/// Weeks of the longest axis: four years.
pub(in crate::report) const LONGEST: usize = 208;
/// Weeks between two signs on a line.
const SIGNS: usize = 26;

/// A line: what stands at its end, and the shares from week to week, none after the longest axis.
#[derive(Clone, Debug)]
pub(in crate::report) struct Line<'a> {
    pub(in crate::report) text: String,
    pub(in crate::report) shares: &'a [Band],
}

/// What people wait for.
#[derive(Clone, Debug)]
pub(in crate::report) struct Part<'a> {
    pub(in crate::report) heading: String,
    pub(in crate::report) lines: Vec<Line<'a>>,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(in crate::report) struct Waiting<'a> {
    /// What the values are.
    pub(in crate::report) unit: String,
    pub(in crate::report) parts: Vec<Part<'a>>,
}

/// Draws the parts beneath each other; returns where they end.
pub(super) fn paint(canvas: &mut Canvas<'_>, of: &Waiting<'_>, mut y: f64, language: Language) -> f64 {
    let weeks = of.parts.iter().flat_map(|part| &part.lines).map(|line| line.shares.len()).max();
    let weeks = weeks.unwrap_or(1).clamp(2, LONGEST + 1) - 1;
    let plots: Vec<Plot> = of.parts.iter().map(|part| plot(part, &of.unit, weeks)).collect();
    let numbers = plots.iter().map(|plot| plot.axis().label_width(language)).fold(0.0, f64::max);
    let labels = plots.iter().map(Plot::label_room).fold(0.0, f64::max);
    let time = TimeAxis {
        first: Day::from_number(0),
        last: Day::from_number(7 * weeks as i32 - 1),
        left: MARGIN + numbers + 9.0,
        right: WIDTH - MARGIN - labels,
        changes: Vec::new(),
        scale: Scale::Weeks,
    };
    for (n, plot) in plots.iter().enumerate() {
        y += plot.draw(canvas, y, &time, language, WIDTH - MARGIN);
        if n + 1 < plots.len() {
            canvas.path(&[(time.left, y), (time.right, y)], AXIS, 1.0);
            y += 22.0;
        } else {
            y += time.draw(canvas, y, language) + 14.0;
        }
    }
    y
}

fn plot(part: &Part<'_>, unit: &str, weeks: usize) -> Plot {
    let (mut shades, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let day = |week: usize| Day::from_number(0) + Days(7 * week as i32);
    for (n, line) in part.lines.iter().enumerate() {
        let (ink, sign) = (SERIES[n % SERIES.len()], Sign::ALL[n % Sign::ALL.len()]);
        let known = || line.shares.iter().take(weeks + 1).enumerate();
        let band = known().filter_map(|(week, band)| {
            let (low, high) = band.central(80)?;
            Some((day(week), low, high))
        });
        shades.push(Mark::Area { points: band.collect(), ink, alpha: 0.16 });
        let points: Vec<(Day, f64)> =
            known().filter_map(|(week, band)| Some((day(week), band.centre()?))).collect();
        // Signs tell the lines apart without colour, those of no two lines in one week.
        let place = 6 + 6 * n;
        let signed = known().filter(|(week, _)| week % SIGNS == place % SIGNS);
        let signed = signed.filter_map(|(week, band)| Some((day(week), band.centre()?))).collect();
        if let Some(&(end, value)) = points.last() {
            // A line that ends early leads to its label.
            let leader = vec![(end, value), (day(weeks), value)];
            marks.push(Mark::Dashed { points: leader, ink, width: 0.5 });
            labels.push(EndLabel {
                value,
                text: line.text.clone(),
                pen: Pen { ink, ..LABEL },
                broken: false,
                sign: Some(sign),
            });
        }
        marks.push(Mark::Line { points, ink, width: 2.0 });
        marks.push(Mark::Signs { points: signed, ink, sign, open: false });
    }
    // The scale holds everybody and nobody, whatever the lines do.
    marks.push(Mark::Area { points: vec![(day(0), 0.0, 1.0)], ink: SERIES[0], alpha: 0.0 });
    shades.extend(marks);
    Plot {
        heading: part.heading.clone(),
        unit: unit.to_owned(),
        height: 150.0,
        percent: true,
        signed: false,
        marks: shades,
        labels,
    }
}
