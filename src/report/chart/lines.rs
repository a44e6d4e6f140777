//! Several series in one plot: medians as lines with signs, the bands of 80 % as shades, names at the end.

use super::canvas::Pen;
use super::fan::with_value;
use super::plot::{EndLabel, Mark, Plot, Sign};
use super::points::{past_marks, runs};
use super::theme::{LABEL, SERIES};
use crate::record::{Series, SeriesKind};
use crate::report::summary::View;
use crate::time::Month;

/// The plot of series of the same unit.
pub(super) fn plot(view: &View<'_>, heading: String, all: &[Series], height: f64) -> Option<Plot> {
    let shown: Vec<Series> = all.iter().copied().filter(|s| view.bands(*s).is_some()).collect();
    let first = *shown.first()?;
    let mut plot = Plot {
        heading,
        unit: view.language.unit(first),
        height,
        percent: first.kind() == SeriesKind::Ratio,
        signed: false,
        marks: Vec::new(),
        labels: Vec::new(),
    };
    // A sign a year tells the lines apart without colour, fewer over decades.
    let months = i32::try_from(view.outcome.dates.len()).unwrap_or(i32::MAX);
    let every = 12 * (months / 120 + 1);
    let (mut shades, mut lines) = (Vec::new(), Vec::new());
    for (n, series) in shown.into_iter().enumerate() {
        let (ink, sign) = (SERIES[n % SERIES.len()], Sign::ALL[n % Sign::ALL.len()]);
        let Some(bands) = view.bands(series) else { continue };
        for run in runs(view, series, bands, |band| band.central(80)) {
            let points = run.into_iter().map(|(day, (low, high))| (day, low, high)).collect();
            shades.push(Mark::Area { points, ink, alpha: 0.16 });
        }
        if let Some(reference) = view.reference(series) {
            for points in runs(view, series, reference, |band| band.centre()) {
                // The sign at its end says whose reference it is, without colour.
                let end = points.last().copied().into_iter().collect();
                lines.push(Mark::Dashed { points, ink, width: 1.25 });
                lines.push(Mark::Signs { points: end, ink, sign, open: false });
            }
        }
        let mut signs = Vec::new();
        for points in runs(view, series, bands, |band| band.centre()) {
            signs.extend(
                points.iter().copied().filter(|(day, _)| {
                    Month::of(*day).number().rem_euclid(every) == (2 + 3 * n as i32) % every
                }),
            );
            lines.push(Mark::Line { points, ink, width: 2.0 });
        }
        lines.push(Mark::Signs { points: signs, ink, sign, open: false });
        lines.extend(past_marks(view, series, ink, sign, true));
        if let Some(value) = bands.last().and_then(|band| band.centre()) {
            let text = with_value(view, series, view.language.series(series), value);
            plot.labels.push(EndLabel {
                value,
                text,
                pen: Pen { ink, ..LABEL },
                broken: false,
                sign: Some(sign),
            });
        }
    }
    plot.marks.extend(shades);
    plot.marks.extend(lines);
    Some(plot)
}
