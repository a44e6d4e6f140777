//! The picture of one outcome in several scenarios: mean differences from the reference with what is sure of them.

use super::axis::{Scale, TimeAxis};
use super::canvas::{Align, Canvas, Pen, wrap_at_most};
use super::card::{Card, Drawn};
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::points::moment;
use super::theme::{ABOUT, GRID, HEADING, Ink, LABEL, LEVER, MARGIN, NOT_LAW, SERIES, SMALL, TEXT, WIDTH};
use crate::record::{Series, SeriesKind};
use crate::report::explain::Held;
use crate::report::summary::capital;
use crate::report::texts::{Language, fill};
use crate::study::differences::Difference;
use crate::time::{Day, Month};

/// Room for the names of four scenarios, and more for each beyond.
const HEIGHT: f64 = 240.0;
const MORE: f64 = 48.0;
/// With more scenarios than this each shows one lever only.
const FEW: usize = 4;
/// How thick the bar of a lever is.
const BAR: f64 = 8.0;

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
    /// What each scenario sets otherwise, and when.
    pub(in crate::report) spans: Vec<Vec<Held>>,
}

/// Draws it: SVG with title and description.
pub(in crate::report) fn svg(lines: &Lines<'_>, language: Language) -> String {
    drawn(lines, language).svg
}

pub(super) fn drawn(lines: &Lines<'_>, language: Language) -> Drawn {
    let card = Card {
        name: lines.name.to_owned(),
        title: lines.title.to_owned(),
        banners: lines.banners.to_vec(),
        sentences: lines.sentences.to_owned(),
        about: lines.about.to_owned(),
        note: lines.note.to_owned(),
    };
    let plot = plot(lines, language);
    let body = |canvas: &mut Canvas<'_>, top: f64| {
        let (Some(first), Some(last)) = (lines.dates.first(), lines.dates.last()) else { return top };
        let time = TimeAxis {
            first: Month::of(*first).first(),
            last: *last,
            left: MARGIN + plot.axis().label_width(language) + 9.0,
            right: WIDTH - MARGIN - plot.label_room(),
            changes: Vec::new(),
            scale: Scale::Calendar,
        };
        let y = top + plot.draw(canvas, top, &time, language, WIDTH - MARGIN);
        let y = y + time.draw(canvas, y, language) + 14.0;
        beneath(canvas, lines, y, &time, language)
    };
    card.draw(language, body)
}

/// What each scenario sets otherwise, beneath the axis of time; returns where it ends.
fn beneath(canvas: &mut Canvas<'_>, lines: &Lines<'_>, top: f64, time: &TimeAxis, language: Language) -> f64 {
    let mut y = top;
    let room = WIDTH - 2.0 * MARGIN;
    let most = if lines.sides.len() > FEW { 1 } else { 4 };
    for ((name, _), spans) in lines.sides.iter().zip(&lines.spans).filter(|(_, spans)| !spans.is_empty()) {
        y += canvas.lines(&wrap_at_most(name, HEADING, room, 2), (MARGIN, y), HEADING) + 2.0;
        for span in spans.iter().take(most) {
            y += canvas.lines(&wrap_at_most(&span.says, SMALL, room, 2), (MARGIN, y), SMALL) + 2.0;
            canvas.path(&[(time.left, y + BAR), (time.right, y + BAR)], GRID, 0.75);
            let from = time.x(span.from.clamp(time.first, time.last));
            let end = span.until.map_or(time.last, |day| day.clamp(time.first, time.last)).next();
            let right = time.x(end).max(from + 2.0).min(time.right.max(from));
            if span.law {
                canvas.rectangle((from, y), (right, y + BAR), LEVER);
            } else {
                let frame = [(from, y), (right, y), (right, y + BAR), (from, y + BAR), (from, y)];
                canvas.dashed(&frame, NOT_LAW, 1.25, (4.0, 2.5));
            }
            canvas.path(&[(from, y - 1.0), (from, y + BAR)], TEXT, 2.0);
            y += BAR + 7.0;
        }
        if spans.len() > most {
            let more = (spans.len() - most).to_string();
            let says = match language {
                Language::Nl => "Nog {n}, niet getekend: alle staan in het rapport.",
                Language::En => "{n} more, not drawn: all of them stand in the report.",
            };
            canvas.text(&fill(says, &[("n", &more)]), (MARGIN, y), Align::Left, ABOUT);
            y += ABOUT.size + 5.0;
        }
        y += 6.0;
    }
    y
}

/// Colour of a line, whether it is whole or broken, and its sign: of no two among twelve the same without colour.
fn looks(n: usize) -> (Ink, bool, Sign) {
    let signs = if n < 2 * SERIES.len() { Sign::ALL } else { Sign::MORE };
    (SERIES[n % SERIES.len()], (n / SERIES.len()).is_multiple_of(2), signs[n % signs.len()])
}

fn plot(lines: &Lines<'_>, language: Language) -> Plot {
    let series = lines.series;
    let (mut shades, mut marks, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for (n, (name, months)) in lines.sides.iter().enumerate() {
        let (ink, whole, sign) = looks(n);
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
                broken: !whole,
                sign: Some(sign),
            });
        }
        marks.push(match whole {
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
        height: HEIGHT + MORE * lines.sides.len().saturating_sub(4) as f64,
        percent: series.kind() == SeriesKind::Ratio,
        signed: true,
        marks: shades,
        labels,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_scenarios_are_told_apart_without_colour() {
        let looks: Vec<(bool, Sign)> = (0..12).map(|n| (looks(n).1, looks(n).2)).collect();
        for (n, one) in looks.iter().enumerate() {
            assert!(!looks[..n].contains(one), "{n}: {one:?}");
        }
    }
}
