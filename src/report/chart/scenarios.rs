//! Scenarios side by side in one outcome: the fan of the first, and the medians of the others with their names at the end.

use super::canvas::{Pen, TextBox};
use super::fan::{self, with_value};
use super::frame::{Content, bands_note};
use super::plot::{EndLabel, Mark, Sign};
use super::points::runs;
use super::theme::{LABEL, NAVY, SERIES};
use super::{Picture, finish, years};
use crate::record::Series;
use crate::report::summary::{View, capital};
use crate::report::texts::Language;
use crate::study::outcome::Outcome;
use crate::time::Month;

/// Room for the names of three scenarios, and more for each beyond.
const HEIGHT: f64 = 270.0;
const MORE: f64 = 40.0;

/// What is drawn beside a fan, and the words around it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Beside<'a> {
    pub(in crate::report) series: Series,
    /// What it shows.
    pub(in crate::report) title: String,
    /// What it says, a sentence a scenario.
    pub(in crate::report) sentences: Vec<String>,
    /// Whose the bands are.
    pub(in crate::report) note: String,
    /// The names of the others and their outcomes.
    pub(in crate::report) others: Vec<(String, &'a Outcome)>,
}

/// The picture; `None` when the outcome does not have the series.
pub(in crate::report) fn picture(view: &View<'_>, beside: &Beside<'_>) -> Option<Picture> {
    drawing(view, beside).map(|(picture, ..)| picture)
}

/// The picture with where its texts stand, and its height.
pub(super) fn drawing(view: &View<'_>, beside: &Beside<'_>) -> Option<(Picture, Vec<TextBox>, f64)> {
    let series = beside.series;
    let height = HEIGHT + MORE * beside.others.len().saturating_sub(3) as f64;
    let mut plot = fan::plot(view, series, None, height)?;
    // Beside others the line of the first goes by its name too.
    for label in plot.labels.iter_mut().filter(|label| label.pen.ink == NAVY) {
        label.text = with_value(view, series, &view.outcome.title, label.value);
    }
    let mut lines = Vec::new();
    for (n, (name, outcome)) in beside.others.iter().enumerate() {
        let other = View { outcome, language: view.language };
        let Some(bands) = other.bands(series) else { continue };
        // Navy is the median of the fan.
        let inks = SERIES.len() - 1;
        let (ink, sign) = (SERIES[1 + n % inks], Sign::ALL[(1 + n) % Sign::ALL.len()]);
        let mut signs = Vec::new();
        for points in runs(&other, series, bands, |band| band.centre()) {
            // Two signs a year tell the lines apart without colour, those of no two lines in one month.
            let place = (1 + 2 * n as i32).rem_euclid(6);
            signs.extend(
                points.iter().copied().filter(|(day, _)| Month::of(*day).number().rem_euclid(6) == place),
            );
            lines.push(match n < inks {
                true => Mark::Line { points, ink, width: 2.0 },
                false => Mark::Dashed { points, ink, width: 2.0 },
            });
        }
        lines.push(Mark::Signs { points: signs, ink, sign, open: false });
        if let Some(value) = bands.last().and_then(|band| band.centre()) {
            plot.labels.push(EndLabel {
                value,
                text: with_value(&other, series, name, value),
                pen: Pen { ink, ..LABEL },
                broken: n >= inks,
                sign: Some(sign),
            });
        }
    }
    plot.marks.extend(lines);
    let definition = match view.language {
        Language::Nl => series.definition_nl(),
        Language::En => series.definition().trim(),
    };
    let mut notes = vec![beside.note.clone()];
    notes.extend(bands_note(view, &[series], false, false));
    let content = Content {
        title: format!("{}, {}", beside.title, years(view)),
        about: &capital(definition),
        sentences: &beside.sentences,
        plots: &[plot],
        series: &[series],
        near: &[series],
        beside: beside
            .others
            .iter()
            .map(|(name, outcome)| (name.as_str(), View { outcome, language: view.language }))
            .collect(),
        notes,
    };
    Some(finish(view, format!("scenarios_{}", series.id()), &beside.title, &content))
}
