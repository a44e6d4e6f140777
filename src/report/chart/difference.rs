//! What a scenario changes in one outcome: the differences of the replications month by month, around zero.

use super::canvas::{Pen, TextBox};
use super::frame::{Content, percents, with_percents};
use super::plot::{EndLabel, Mark, Plot};
use super::points::moment;
use super::theme::{BAND_EDGE, BANDS, LABEL, NAVY, NOTE, RUST};
use super::{Picture, finish, years};
use crate::record::{Series, SeriesKind};
use crate::report::summary::{View, capital};
use crate::report::texts::fill;
use crate::study::differences::{Difference, SeriesDifferences};
use crate::study::ranking::{Interest, interest};
use crate::time::Day;

/// How many differences are drawn at most.
const DRAWN: usize = 6;
const HEIGHT: f64 = 200.0;

/// The outcomes whose difference is drawn: those that move most, whoever has no place among them if that moves at all. What
/// a scenario sets is no outcome; a capacity is drawn only where nothing else moves.
pub(super) fn shown(view: &View<'_>) -> Vec<Series> {
    let Some(reference) = &view.outcome.reference else { return Vec::new() };
    let movers: Vec<Series> = reference.movers().into_iter().map(|one| one.series).collect();
    let effects = movers.iter().copied().filter(|series| interest(*series) != Interest::Means);
    let mut shown: Vec<Series> = effects.take(DRAWN).collect();
    if movers.contains(&Series::WithoutPlace) && !shown.contains(&Series::WithoutPlace) {
        shown.truncate(DRAWN - 1);
        shown.push(Series::WithoutPlace);
    }
    if shown.is_empty() { movers.into_iter().take(DRAWN).collect() } else { shown }
}

/// The picture of the difference in one outcome.
pub(super) fn picture(view: &View<'_>, series: Series) -> Option<(Picture, Vec<TextBox>, f64)> {
    let texts = view.texts();
    let reference = view.outcome.reference.as_ref()?;
    let one = view.differences_of(series)?;
    let (plot, notes) = plot(view, one)?;
    let title = fill(texts.difference_title, &[("name", view.language.series(series))]);
    let sentences: Vec<String> = view.say_difference(series).into_iter().collect();
    let against = fill(texts.compared_with, &[("title", &reference.title)]);
    let content = Content {
        title: format!("{title}, {}", years(view)),
        about: &format!("{against}. {}", texts.difference_of),
        sentences: &sentences,
        plots: &[plot],
        series: &[],
        near: &[series],
        beside: Vec::new(),
        notes,
    };
    let (picture, boxes, height) = finish(view, format!("difference_{}", series.id()), &title, &content);
    Some((Picture { difference: Some(series), ..picture }, boxes, height))
}

fn plot(view: &View<'_>, one: &SeriesDifferences) -> Option<(Plot, Vec<String>)> {
    let (series, texts) = (one.series, view.texts());
    let months: Vec<(Day, &Difference)> = view
        .outcome
        .dates
        .iter()
        .zip(&one.months)
        .filter(|(_, difference)| difference.extremes.is_some())
        .map(|(date, difference)| (moment(series, *date), difference))
        .collect();
    let (_, last) = *months.last()?;
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut notes = vec![fill(texts.note_zero, &[("centre", view.centre_word())])];
    let drawn = |percent: u8| months.iter().any(|(_, difference)| difference.band.central(percent).is_some());
    let ranges = |bounds: &dyn Fn(&Difference) -> Option<(f64, f64)>| -> Vec<(Day, f64, f64)> {
        let known = months.iter().filter_map(|(day, difference)| Some((*day, bounds(difference)?)));
        known.map(|(day, (low, high))| (day, low, high)).collect()
    };
    if !drawn(80) {
        marks.extend(area(ranges(&|difference| difference.extremes), BANDS[0]));
        if let Some((low, high)) = last.extremes {
            labels.push(label(view, series, texts.extremes, (low, high)));
        }
        notes.push(texts.note_extremes.to_owned());
    }
    for (percent, ink) in [90, 80, 50].into_iter().zip(BANDS) {
        if !drawn(percent) {
            continue;
        }
        marks.extend(area(ranges(&|difference| difference.band.central(percent)), ink));
        if let Some(bounds) = last.band.central(percent) {
            labels.push(label(view, series, &format!("{percent}\u{a0}%"), bounds));
        }
    }
    if let Some(percents) = percents(view, drawn) {
        notes.push(with_percents(view, &percents));
    }
    let medians: Vec<(Day, f64)> =
        months.iter().filter_map(|(day, difference)| Some((*day, difference.band.centre()?))).collect();
    let still = medians.iter().all(|(_, value)| *value == 0.0);
    marks.push(Mark::Line { points: medians, ink: NAVY, width: 2.5 });
    if let Some(value) = last.band.centre() {
        let word = if last.band.quantiles[3].is_some() { texts.median } else { texts.mean };
        labels.push(end(view, series, word, value, Pen { ink: NAVY, ..LABEL }, false));
    }
    if still {
        // Where only some replications move, the median hides them.
        let means: Vec<(Day, f64)> =
            months.iter().filter_map(|(day, difference)| Some((*day, difference.band.mean?))).collect();
        if let Some((_, value)) = means.last().copied() {
            labels.push(end(view, series, texts.mean, value, Pen { ink: RUST, ..LABEL }, true));
        }
        marks.push(Mark::Dashed { points: means, ink: RUST, width: 2.0 });
        notes.push(texts.note_zero_mean.to_owned());
    }
    let points = series.kind() == SeriesKind::Ratio;
    let plot = Plot {
        heading: capital(view.language.series(series)),
        unit: if points { texts.points_long.to_owned() } else { view.language.unit(series) },
        height: HEIGHT,
        percent: points,
        signed: true,
        marks,
        labels,
    };
    Some((plot, notes))
}

fn area(points: Vec<(Day, f64, f64)>, ink: super::theme::Ink) -> Vec<Mark> {
    let edge = |side: fn(&(Day, f64, f64)) -> (Day, f64)| Mark::Line {
        points: points.iter().map(side).collect(),
        ink: BAND_EDGE,
        width: 0.5,
    };
    let edges = [edge(|(day, low, _)| (*day, *low)), edge(|(day, _, high)| (*day, *high))];
    std::iter::once(Mark::Area { points: points.clone(), ink, alpha: 1.0 }).chain(edges).collect()
}

fn label(view: &View<'_>, series: Series, word: &str, (low, high): (f64, f64)) -> EndLabel {
    let bounds = [low, high].map(|value| view.change(series, value));
    let text = match series.kind() {
        // The last month of a flow is no better than another, so its numbers are not named.
        SeriesKind::Flow => word.to_owned(),
        SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => match bounds[0] == bounds[1] {
            true => format!("{word}: {}", bounds[0]),
            false => format!("{word}: {} {} {}", bounds[0], view.texts().to, bounds[1]),
        },
    };
    let value = if high.abs() > low.abs() { high } else { low };
    EndLabel { value, text, pen: NOTE, broken: false, sign: None }
}

fn end(view: &View<'_>, series: Series, word: &str, value: f64, pen: Pen, broken: bool) -> EndLabel {
    let text = match series.kind() {
        SeriesKind::Flow => word.to_owned(),
        SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => {
            format!("{word} {}", view.change(series, value))
        }
    };
    EndLabel { value, text, pen, broken, sign: None }
}
