//! The frame of a chart: everything a cropped copy must keep stands inside the picture.

use super::axis::{Scale, TimeAxis};
use super::canvas::{Align, Canvas, Sheet, draw, whole_sentences, width, wrap, wrap_at_most};
use super::card::banner;
use super::milestones;
use super::plot::Plot;
use super::points::{first_day, past};
use super::strip::{self, Strip};
use super::theme::{ABOUT, AXIS, GRID, MARGIN, NOTE, SAY, TITLE, WIDTH};
use crate::record::Series;
use crate::report::summary::View;
use crate::report::texts::fill;
use crate::study::outcome::Outcome;

/// What goes into a frame.
pub(super) struct Content<'a> {
    pub(super) title: String,
    pub(super) about: &'a str,
    pub(super) sentences: &'a [String],
    pub(super) plots: &'a [Plot],
    /// The series whose published past is shown.
    pub(super) series: &'a [Series],
    /// The series it shows: levers that move them stand first beneath it.
    pub(super) near: &'a [Series],
    /// Other scenarios in it, by title: what they set stands beneath too.
    pub(super) beside: Vec<(&'a str, View<'a>)>,
    /// What lines and bands are.
    pub(super) notes: Vec<String>,
}

/// Draws a chart; returns the sheet and its height.
pub(super) fn compose(view: &View<'_>, content: &Content<'_>) -> (Sheet, f64) {
    let mut height = 0.0;
    let sheet = draw(|canvas| height = paint(canvas, view, content));
    (sheet, height)
}

fn paint(canvas: &mut Canvas<'_>, view: &View<'_>, content: &Content<'_>) -> f64 {
    let room = WIDTH - 2.0 * MARGIN;
    let mut y = MARGIN;
    y += banner(canvas, &banners(view), y);
    y += canvas.lines(&wrap(&content.title, TITLE, room), (MARGIN, y), TITLE) + 3.0;
    y += canvas.lines(&whole_sentences(&content.sentences.join(" "), SAY, room, 4), (MARGIN, y), SAY) + 3.0;
    y += canvas.lines(&wrap_at_most(content.about, ABOUT, room, 3), (MARGIN, y), ABOUT) + 10.0;
    let time = time_axis(view, content);
    for (n, plot) in content.plots.iter().enumerate() {
        let top = y;
        y += plot.draw(canvas, y, &time, view.language, WIDTH - MARGIN);
        divide(canvas, view, &time, (y - plot.height, y), n == 0);
        let last = n + 1 == content.plots.len();
        y += if last {
            time.draw(canvas, y, view.language) + 16.0
        } else {
            bare_axis(canvas, &time, y) + 20.0
        };
        debug_assert!(y > top, "a plot takes room");
    }
    for strip in strips(view, content) {
        y += strip::draw(canvas, &strip, content.near, y, &time) + 12.0;
    }
    let taken = milestones::draw(canvas, view, y, &time);
    y += if taken > 0.0 { taken + 10.0 } else { 0.0 };
    canvas.path(&[(MARGIN, y), (WIDTH - MARGIN, y)], GRID, 1.0);
    y += 8.0;
    y += canvas.lines(&wrap(&notes(view, content), NOTE, room), (MARGIN, y), NOTE);
    y += canvas.lines(&wrap_at_most(&past_note(view, content.series), NOTE, room, 3), (MARGIN, y), NOTE);
    y + MARGIN - 4.0
}

/// The levers beneath: those of the scenario, and what others in the chart set otherwise.
fn strips<'a>(view: &View<'a>, content: &Content<'a>) -> Vec<Strip<'a>> {
    let beside = content.beside.iter().map(|(title, view)| Strip::own(view, title));
    let mut all: Vec<Strip<'a>> = std::iter::once(Strip::all(view)).chain(beside).collect();
    if all.len() > 1 {
        all[0].title = Some(&view.outcome.title);
    }
    all
}

fn bare_axis(canvas: &mut Canvas<'_>, time: &TimeAxis, y: f64) -> f64 {
    canvas.path(&[(time.left, y), (time.right, y)], AXIS, 1.0);
    1.0
}

/// The warnings that belong above every chart.
pub(in crate::report) fn banners(view: &View<'_>) -> Vec<String> {
    let (outcome, texts) = (view.outcome, view.texts());
    let mut all = Vec::new();
    if !outcome.not_law.is_empty() {
        all.push(fill(texts.banner_not_law, &[("date", &view.language.date(outcome.data_date))]));
    }
    if let Some(since) = outcome.lapsed.iter().map(|(_, day)| *day).min() {
        all.push(fill(texts.banner_lapsed, &[("date", &view.language.date(since))]));
    }
    if !outcome.assumed_effects.is_empty() {
        let names =
            outcome.assumed_effects.iter().map(|name| view.lever(name)).collect::<Vec<_>>().join(", ");
        all.push(fill(texts.banner_assumed, &[("names", &names)]));
    }
    if outcome.partial {
        let (done, asked) = counts(view, outcome);
        all.push(fill(texts.banner_partial, &[("done", &done), ("asked", &asked)]));
    }
    if outcome.quick {
        all.push(texts.banner_rough.to_owned());
    }
    if outcome.fixed {
        all.push(texts.banner_chance.to_owned());
    }
    if outcome.one_in > 1 {
        all.push(fill(texts.banner_thinned, &[("n", &outcome.one_in.to_string())]));
    }
    all
}

fn time_axis(view: &View<'_>, content: &Content<'_>) -> TimeAxis {
    let (start, last) = view.outcome.period;
    let past = content.series.iter().flat_map(|series| past(view, *series)).map(first_day);
    let numbers = content.plots.iter().map(|plot| plot.axis().label_width(view.language)).fold(0.0, f64::max);
    let labels = content.plots.iter().map(Plot::label_room).fold(0.0, f64::max);
    TimeAxis {
        first: past.chain([start]).min().unwrap_or(start).max(super::points::past_from(view)),
        last,
        left: MARGIN + numbers + 9.0,
        right: WIDTH - MARGIN - labels,
        changes: strip::dates_of_change(&strips(view, content), content.near),
        scale: Scale::Calendar,
    }
}

/// The line between what was published and what is projected.
pub(super) fn divide(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    time: &TimeAxis,
    (top, bottom): (f64, f64),
    named: bool,
) {
    let x = time.x(view.outcome.period.0);
    if x <= time.left + 1.0 {
        return;
    }
    canvas.path(&[(x, top - 12.0), (x, bottom)], AXIS, 1.0);
    if named {
        let texts = view.texts();
        let y = top - NOTE.size - 3.0;
        if x - 6.0 - width(texts.past, NOTE) >= time.left {
            canvas.text(texts.past, (x - 6.0, y), Align::Right, NOTE);
        }
        if x + 6.0 + width(texts.projection, NOTE) <= time.right {
            canvas.text(texts.projection, (x + 6.0, y), Align::Left, NOTE);
        }
    }
}

/// What the lines and bands are, what was run, and where the past comes from.
fn notes(view: &View<'_>, content: &Content<'_>) -> String {
    let mut all = vec![view.texts().note_projection.to_owned()];
    all.extend(content.notes.iter().cloned());
    all.push(run_note(view));
    all.join(" ")
}

/// What was run.
pub(in crate::report) fn run_note(view: &View<'_>) -> String {
    let (outcome, texts) = (view.outcome, view.texts());
    let (replications, seed) = (counts(view, outcome).0, outcome.seed.to_string());
    let values = [
        ("replications", replications.as_str()),
        ("seed", &seed),
        ("data_date", &view.language.date(outcome.data_date)),
        ("scenario", &outcome.title),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    fill(texts.note_run, &values)
}

/// Where the published points of these series come from.
pub(super) fn past_note(view: &View<'_>, series: &[Series]) -> String {
    let texts = view.texts();
    let past: Vec<_> = series.iter().flat_map(|series| past(view, *series)).collect();
    let mut sources: Vec<&str> = Vec::new();
    for source in past.iter().map(|point| point.source.to(view.language)) {
        if !source.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let mut all = Vec::new();
    if past.iter().any(|p| p.months > 1) {
        all.push(texts.note_past_mean.to_owned());
    }
    if !sources.is_empty() {
        all.push(fill(texts.note_past, &[("sources", &sources.join("; "))]));
    }
    all.join(" ")
}

fn counts(view: &View<'_>, outcome: &Outcome) -> (String, String) {
    let (done, asked) = outcome.replications;
    (view.language.count(done.into()), view.language.count(asked.into()))
}

/// What lines and bands are in plots of these series; `lines` and `stack` say whether some plot is one of parts.
pub(super) fn bands_note(view: &View<'_>, series: &[Series], lines: bool, stack: bool) -> Vec<String> {
    let texts = view.texts();
    let bands = || series.iter().filter_map(|series| view.bands(*series)).flatten();
    let mut all = Vec::new();
    let median = bands().any(|band| band.quantiles[3].is_some());
    all.push(if median { texts.note_median } else { texts.note_mean_only }.to_owned());
    match percents(view, |percent| bands().any(|band| band.central(percent).is_some())) {
        Some(percents) => all.push(with_percents(view, &percents)),
        None if view.outcome.fixed => all.push(texts.note_chance.to_owned()),
        None => {}
    }
    if lines && bands().any(|band| band.central(80).is_some()) {
        all.push(texts.note_shaded.to_owned());
    }
    if stack && median {
        all.push(texts.note_stack.to_owned());
    }
    if let Some(reference) = &view.outcome.reference {
        let drawn = series.iter().any(|series| view.reference(*series).is_some());
        let note = if drawn { texts.note_reference } else { texts.note_same };
        all.push(fill(note, &[("title", &reference.title)]));
    }
    all
}

/// `50, 80 en 90 %`: the bands that are drawn, from narrow to wide.
pub(super) fn percents(view: &View<'_>, drawn: impl Fn(u8) -> bool) -> Option<String> {
    let drawn: Vec<String> = [50, 80, 90]
        .into_iter()
        .filter(|percent| drawn(*percent))
        .map(|percent| percent.to_string())
        .collect();
    let (last, others) = drawn.split_last()?;
    Some(match others {
        [] => format!("{last}\u{a0}%"),
        _ => format!("{} {} {last}\u{a0}%", others.join(", "), view.texts().and),
    })
}

/// The note on bands.
pub(super) fn with_percents(view: &View<'_>, percents: &str) -> String {
    let texts = view.texts();
    let note = if view.outcome.fixed { texts.note_bands_chance } else { texts.note_bands };
    fill(note, &[("percents", percents)])
}
