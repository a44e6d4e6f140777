//! A stack: how a total is made up, in means, which add up where medians do not.

use super::fan::with_value;
use super::plot::{EndLabel, Mark, Plot};
use super::points::moment;
use super::theme::{LABEL, LAYERS, TEXT, WHITE};
use crate::record::Series;
use crate::report::summary::View;

/// The plot of layers on each other, the first at the bottom. A layer that is zero all the time is left out.
pub(super) fn plot(view: &View<'_>, heading: String, layers: &[Series], height: f64) -> Option<Plot> {
    let first = *layers.first()?;
    let mut plot = Plot {
        heading,
        unit: view.language.unit(first),
        height,
        percent: false,
        signed: false,
        marks: Vec::new(),
        labels: Vec::new(),
    };
    let mut floor = vec![0.0; view.outcome.dates.len()];
    let mut seams = Vec::new();
    for (layer, ink) in layers.iter().copied().zip(LAYERS) {
        let Some(bands) = view.bands(layer) else { continue };
        if bands.iter().all(|band| band.mean.unwrap_or(0.0) < 0.5) {
            continue;
        }
        let points: Vec<_> = view
            .outcome
            .dates
            .iter()
            .zip(bands)
            .zip(&mut floor)
            .map(|((date, band), floor)| {
                let low = *floor;
                *floor += band.mean.unwrap_or(0.0).max(0.0);
                (moment(layer, *date), low, *floor)
            })
            .collect();
        if let Some((_, low, high)) = points.last().copied() {
            let text = with_value(view, layer, view.language.series(layer), high - low);
            plot.labels.push(EndLabel {
                value: (low + high) / 2.0,
                text,
                pen: LABEL,
                broken: false,
                sign: None,
            });
        }
        let seam: Vec<_> = points.iter().map(|(day, _, high)| (*day, *high)).collect();
        seams.push(Mark::Line { points: seam, ink: WHITE, width: 1.25 });
        plot.marks.push(Mark::Area { points, ink, alpha: 1.0 });
    }
    if let Some(Mark::Line { ink, .. }) = seams.last_mut() {
        *ink = TEXT;
    }
    plot.marks.extend(seams);
    // From the top down: names of layers that have come to nothing keep the order of the stack.
    plot.labels.reverse();
    (!plot.marks.is_empty()).then_some(plot)
}
