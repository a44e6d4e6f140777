//! From an outcome to points: the simulated months of a series, and its published past.

use super::plot::{Dated, Mark, Sign};
use super::theme::Ink;
use crate::record::{Series, SeriesKind};
use crate::report::summary::View;
use crate::stats::Band;
use crate::study::outcome::Published;
use crate::time::{Day, Days, Month};

/// Where a month's value stands: a stock on its evening, all else in the middle of the month.
pub(super) fn moment(series: Series, date: Day) -> Day {
    match series.kind() {
        SeriesKind::Stock => date,
        SeriesKind::Flow | SeriesKind::Wait | SeriesKind::Ratio => {
            let month = Month::of(date);
            month.first() + Days(month.days() / 2)
        }
    }
}

/// The months that have a value, in runs without a gap.
pub(super) fn runs<T>(
    view: &View<'_>,
    series: Series,
    bands: &[Band],
    value: impl Fn(&Band) -> Option<T>,
) -> Vec<Vec<(Day, T)>> {
    let mut runs: Vec<Vec<(Day, T)>> = Vec::new();
    let mut open = false;
    for (date, band) in view.outcome.dates.iter().zip(bands) {
        match value(band) {
            Some(value) => {
                if !open {
                    runs.push(Vec::new());
                }
                runs.last_mut().expect("a run was opened").push((moment(series, *date), value));
                open = true;
            }
            None => open = false,
        }
    }
    runs
}

/// The first day of the past that charts show: three fifths of the length of the projection, two to four years.
pub(super) fn past_from(view: &View<'_>) -> Day {
    let (start, end) = view.outcome.period;
    let months = Month::of(end).number() - Month::of(start).number() + 1;
    start.plus_months(-(months * 3 / 5).clamp(24, 48))
}

/// The published points of a series that charts show; a coarse one only where no finer one covers its period.
pub(super) fn past<'a>(view: &View<'a>, series: Series) -> Vec<&'a Published> {
    let from = past_from(view);
    let mut points: Vec<&Published> = view
        .outcome
        .published
        .iter()
        .filter(|p| {
            p.series == series && p.date >= from && p.date <= view.outcome.period.1 && p.value.is_finite()
        })
        .collect();
    points.sort_by_key(|p| (p.date, p.months));
    let finer = |coarse: &Published| {
        points.iter().any(|p| {
            p.months < coarse.months && p.months > 0 && p.date <= coarse.date && p.date > first_day(coarse)
        })
    };
    points.iter().copied().filter(|p| !finer(p)).collect()
}

/// The first day a published flow covers; the day itself for a stock.
pub(super) fn first_day(point: &Published) -> Day {
    if point.months == 0 {
        return point.date;
    }
    Month::of(point.date).first().plus_months(1 - i32::from(point.months))
}

/// The published past as marks: months as a line, quarters and years as bars, stocks and what was observed since the start
/// as open signs. In a plot of several series the bars bear the sign too, which tells them apart without colour.
pub(super) fn past_marks(view: &View<'_>, series: Series, ink: Ink, sign: Sign, several: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut line: Vec<Dated> = Vec::new();
    let mut stocks: Vec<Dated> = Vec::new();
    let mut observed: Vec<Dated> = Vec::new();
    for point in past(view, series) {
        match point.months {
            0 => stocks.push((point.date, point.value)),
            1 => {
                let at = moment(series, point.date);
                if line.last().is_some_and(|(last, _)| (at - *last).0 > 45) {
                    marks.push(Mark::Line { points: std::mem::take(&mut line), ink, width: 1.5 });
                }
                if point.date >= view.outcome.period.0 {
                    observed.push((at, point.value));
                }
                line.push((at, point.value));
            }
            _ => marks.push(Mark::Bar {
                from: first_day(point),
                to: point.date,
                value: point.value,
                ink,
                sign: several.then_some(sign),
            }),
        }
    }
    if several && let [.., last] = line[..] {
        // The line of a month has a sign at its end, where it could be taken for another.
        observed.push(last);
    }
    if !line.is_empty() {
        marks.push(Mark::Line { points: line, ink, width: 1.5 });
    }
    if !stocks.is_empty() {
        marks.push(Mark::Line { points: stocks.clone(), ink, width: 1.0 });
    }
    marks.push(Mark::Signs { points: stocks, ink, sign, open: true });
    marks.push(Mark::Signs { points: observed, ink, sign, open: true });
    marks
}
