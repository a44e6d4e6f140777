//! A fan: the published past, the median and the bands of 50, 80 and 90 % of one series.

use super::canvas::Pen;
use super::plot::{Dated, EndLabel, Mark, Plot, Sign};
use super::points::{past_marks, runs};
use super::theme::{BAND_EDGE, BANDS, Ink, LABEL, NAVY, NOTE, RUST, TEXT};
use crate::record::{Series, SeriesKind};
use crate::report::summary::{View, capital};
use crate::stats::Band;
use crate::time::Month;

/// The plot of a series, with the line of another (places) over it.
pub(super) fn plot(view: &View<'_>, series: Series, ceiling: Option<Series>, height: f64) -> Option<Plot> {
    let bands = view.bands(series)?;
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    for (percent, ink) in [90, 80, 50].into_iter().zip(BANDS) {
        for run in runs(view, series, bands, |band| band.central(percent)) {
            let points: Vec<_> = run.into_iter().map(|(day, (low, high))| (day, low, high)).collect();
            marks.push(Mark::Area { points, ink, alpha: 1.0 });
        }
        if let Some((low, high)) = bands.last().and_then(|band| band.central(percent)) {
            labels.push(EndLabel {
                value: high,
                text: range(view, series, percent, low, high),
                pen: NOTE,
                broken: false,
                sign: None,
            });
        }
    }
    let widest = [90, 80, 50].into_iter().find(|p| bands.iter().any(|band| band.central(*p).is_some()));
    if let Some(widest) = widest {
        for run in runs(view, series, bands, |band| band.central(widest)) {
            for edge in [|(low, _): (f64, f64)| low, |(_, high): (f64, f64)| high] {
                let points = run.iter().map(|(day, band)| (*day, edge(*band))).collect();
                marks.push(Mark::Line { points, ink: BAND_EDGE, width: 0.75 });
            }
        }
    }
    let mut beside = |series: Series,
                      bands: &[Band],
                      word: &str,
                      (look, broken): (Ink, bool),
                      mark: &dyn Fn(Vec<Dated>) -> Mark| {
        marks.extend(runs(view, series, bands, |band| band.centre()).into_iter().map(mark));
        let value = bands.last().and_then(|band| band.centre());
        labels.extend(value.map(|value| EndLabel {
            value,
            text: with_value(view, series, word, value),
            pen: ink(look),
            broken,
            sign: None,
        }));
    };
    let texts = view.texts();
    if let Some(reference) = view.reference(series) {
        let mark = |points| Mark::Dashed { points, ink: RUST, width: 2.0 };
        beside(series, reference, texts.reference_line, (RUST, true), &mark);
    }
    if let Some(without) = view.without_effects(series) {
        let mark = |points| Mark::Line { points, ink: RUST, width: 1.25 };
        beside(series, without, texts.without_line, (RUST, false), &mark);
    }
    if let Some((ceiling, places)) = ceiling.and_then(|c| Some((c, view.reference(c)?))) {
        let mark = |points: Vec<Dated>| Mark::Dashed { points: steps(&points), ink: TEXT, width: 1.25 };
        beside(ceiling, places, texts.reference_places, (TEXT, true), &mark);
    }
    if let Some((ceiling, places)) = ceiling.and_then(|c| Some((c, view.bands(c)?))) {
        for points in runs(view, ceiling, places, |band| band.centre()) {
            // Squares tell the places from the median without colour.
            let signs = points.iter().copied().filter(|(day, _)| Month::of(*day).month() == 8).collect();
            marks.push(Mark::Line { points: steps(&points), ink: TEXT, width: 2.0 });
            marks.push(Mark::Signs { points: signs, ink: TEXT, sign: Sign::Square, open: false });
        }
        if let Some(value) = places.last().and_then(|band| band.centre()) {
            let text = with_value(view, ceiling, view.language.series(ceiling), value);
            let sign = Some(Sign::Square);
            labels.push(EndLabel { value, text, pen: ink(TEXT), broken: false, sign });
        }
    }
    for points in runs(view, series, bands, |band| band.centre()) {
        marks.push(Mark::Line { points, ink: NAVY, width: 2.5 });
    }
    if let Some((band, value)) = bands.last().and_then(|band| Some((band, band.centre()?))) {
        let word = if band.quantiles[3].is_some() { view.texts().median } else { view.texts().mean };
        labels.push(EndLabel {
            value,
            text: with_value(view, series, word, value),
            pen: ink(NAVY),
            broken: false,
            sign: None,
        });
    }
    marks.extend(past_marks(view, series, TEXT, Sign::Circle, false));
    Some(Plot {
        heading: capital(view.language.series(series)),
        unit: view.language.unit(series),
        height,
        percent: series.kind() == SeriesKind::Ratio,
        signed: false,
        marks,
        labels,
    })
}

/// Month ends as what held through each month: places change from one day to the next.
fn steps(points: &[Dated]) -> Vec<Dated> {
    points.iter().flat_map(|(day, value)| [(Month::of(*day).first(), *value), (*day, *value)]).collect()
}

const fn ink(ink: Ink) -> Pen {
    Pen { ink, ..LABEL }
}

/// `mediaan 45.100`. The last month of a flow is no better than another, so its number is not named.
pub(super) fn with_value(view: &View<'_>, series: Series, word: &str, value: f64) -> String {
    // After a year or another number the value would run on.
    let after = if word.ends_with(|last: char| last.is_ascii_digit()) { ":" } else { "" };
    match series.kind() {
        SeriesKind::Flow => word.to_owned(),
        SeriesKind::Stock | SeriesKind::Wait => format!("{word}{after} {}", view.language.about(value)),
        SeriesKind::Ratio => format!("{word}{after} {}", view.figure(series, Some(value))),
    }
}

fn range(view: &View<'_>, series: Series, percent: u8, low: f64, high: f64) -> String {
    match series.kind() {
        SeriesKind::Flow => format!("{percent}\u{a0}%"),
        SeriesKind::Stock | SeriesKind::Wait => {
            let about = |value| view.language.about(value);
            format!("{percent}\u{a0}%: {}", view.language.range(&about(low), &about(high)))
        }
        SeriesKind::Ratio => {
            let figure = |value| view.figure(series, Some(value));
            format!("{percent}\u{a0}%: {}", view.language.range(&figure(low), &figure(high)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;
    use crate::report::texts::Language;

    #[test]
    fn a_value_does_not_run_on_from_a_year() {
        let outcome = Fixture::rich().outcome();
        let view = View { outcome: &outcome, language: Language::En };
        let label = |word: &str| with_value(&view, Series::OpenCases, word, 84.0);
        assert_eq!(
            [label("median"), label("twice as many from 2027")],
            ["median 84", "twice as many from 2027: 84"]
        );
    }
}
