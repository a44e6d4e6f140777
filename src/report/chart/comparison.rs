//! The picture of one outcome in several scenarios: mean differences from the reference with what is sure of them.

use super::axis::TimeAxis;
use super::canvas::{Canvas, Pen, draw, wrap, wrap_at_most};
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::points::moment;
use super::root;
use super::theme::{ABOUT, BANNER, GRID, HEADING, LABEL, MARGIN, NOT_LAW, NOTE, SAY, SERIES, TITLE, WIDTH};
use crate::record::{Series, SeriesKind};
use crate::report::summary::capital;
use crate::report::texts::Language;
use crate::study::differences::Difference;
use crate::time::{Day, Month};

const HEIGHT: f64 = 240.0;

/// What is drawn, and the words beside it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Lines<'a> {
    /// Stem of the file name.
    pub(in crate::report) name: &'a str,
    pub(in crate::report) title: String,
    pub(in crate::report) banners: &'a [String],
    pub(in crate::report) sentences: String,
    pub(in crate::report) about: String,
    pub(in crate::report) note: String,
    pub(in crate::report) series: Series,
    pub(in crate::report) dates: &'a [Day],
    /// A name and its differences by month, for each scenario.
    pub(in crate::report) sides: Vec<(&'a str, &'a [Difference])>,
}

/// Draws it: SVG with title and description.
pub(in crate::report) fn svg(lines: &Lines<'_>, language: Language) -> String {
    let mut height = 0.0;
    let sheet = draw(|canvas| height = paint(canvas, lines, language));
    let words = format!("{} {} {}", lines.banners.join(" "), lines.sentences, lines.note);
    root(lines.name, language, &lines.title, words.trim(), height.ceil(), &sheet.elements)
}

fn paint(canvas: &mut Canvas<'_>, lines: &Lines<'_>, language: Language) -> f64 {
    let room = WIDTH - 2.0 * MARGIN;
    let mut y = MARGIN;
    let pen = Pen { size: 12.0, ..HEADING };
    let warnings: Vec<String> =
        lines.banners.iter().flat_map(|text| wrap_at_most(text, pen, room - 20.0, 2)).collect();
    if !warnings.is_empty() {
        let height = pen.size * 1.32 * warnings.len() as f64 + 10.0;
        canvas.rectangle((MARGIN, y), (WIDTH - MARGIN, y + height), BANNER);
        canvas.rectangle((MARGIN, y), (MARGIN + 5.0, y + height), NOT_LAW);
        canvas.lines(&warnings, (MARGIN + 14.0, y + 7.0), pen);
        y += height + 10.0;
    }
    y += canvas.lines(&wrap(&lines.title, TITLE, room), (MARGIN, y), TITLE) + 3.0;
    y += canvas.lines(&wrap_at_most(&lines.sentences, SAY, room, 6), (MARGIN, y), SAY) + 3.0;
    y += canvas.lines(&wrap_at_most(&lines.about, ABOUT, room, 3), (MARGIN, y), ABOUT) + 12.0;
    let plot = plot(lines, language);
    let (Some(first), Some(last)) = (lines.dates.first(), lines.dates.last()) else { return y + MARGIN };
    let time = TimeAxis {
        first: Month::of(*first).first(),
        last: *last,
        left: MARGIN + plot.axis().label_width(language) + 9.0,
        right: WIDTH - MARGIN - plot.label_room(),
        changes: Vec::new(),
    };
    y += plot.draw(canvas, y, &time, language, WIDTH - MARGIN);
    y += time.draw(canvas, y, language) + 14.0;
    canvas.path(&[(MARGIN, y), (WIDTH - MARGIN, y)], GRID, 1.0);
    y += 8.0;
    y += canvas.lines(&wrap_at_most(&lines.note, NOTE, room, 5), (MARGIN, y), NOTE);
    y + MARGIN - 4.0
}

fn plot(lines: &Lines<'_>, language: Language) -> Plot {
    let series = lines.series;
    let (mut shades, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for (n, (name, months)) in lines.sides.iter().enumerate() {
        let (ink, sign) = (SERIES[n % SERIES.len()], Sign::ALL[n % Sign::ALL.len()]);
        let dated = || lines.dates.iter().zip(*months);
        let sure = dated().filter_map(|(date, one)| {
            let interval = one.interval?;
            let day = moment(series, *date);
            Some((day, interval.mean - interval.half_width, interval.mean + interval.half_width))
        });
        shades.push(Mark::Area { points: sure.collect(), ink, alpha: 0.22 });
        let points: Vec<(Day, f64)> =
            dated().filter_map(|(date, one)| Some((moment(series, *date), one.band.mean?))).collect();
        // Two signs a year tell the lines apart without colour.
        let signed = points
            .iter()
            .copied()
            .filter(|(day, _)| Month::of(*day).number().rem_euclid(6) == (1 + 2 * n as i32).rem_euclid(6));
        marks.push(Mark::Signs { points: signed.collect(), ink, sign, open: false });
        if let Some((_, value)) = points.last() {
            let text = (*name).to_owned();
            labels.push(EndLabel {
                value: *value,
                text,
                pen: Pen { ink, ..LABEL },
                broken: n >= SERIES.len(),
                sign: Some(sign),
            });
        }
        marks.push(match n < SERIES.len() {
            true => Mark::Line { points, ink, width: 2.0 },
            false => Mark::Dashed { points, ink, width: 2.0 },
        });
    }
    shades.extend(marks);
    Plot {
        heading: capital(language.series(series)),
        unit: match series.kind() {
            SeriesKind::Ratio => language.texts().points_long.to_owned(),
            SeriesKind::Stock | SeriesKind::Flow | SeriesKind::Wait => language.unit(series),
        },
        height: HEIGHT,
        percent: series.kind() == SeriesKind::Ratio,
        signed: true,
        marks: shades,
        labels,
    }
}
