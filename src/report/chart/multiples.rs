//! Small multiples: one outcome in several scenarios, a fan each on one scale, with what each sets beneath it.

use super::axis::{Scale, TimeAxis};
use super::canvas::{Canvas, wrap_at_most};
use super::card::{Card, Drawn};
use super::fan;
use super::frame::{bands_note, banners, divide, past_note, run_note};
use super::milestones;
use super::plot::{Mark, Plot};
use super::points::{first_day, past, past_from};
use super::strip::{self, Strip};
use super::theme::{HEADING, MARGIN, NAVY, WIDTH};
use super::{Picture, years};
use crate::record::Series;
use crate::report::summary::{View, capital};
use crate::report::texts::Language;
use crate::study::outcome::Outcome;

const HEIGHT: f64 = 120.0;

/// What is drawn, and the words around it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Multiples<'a> {
    pub(in crate::report) series: Series,
    /// What it shows.
    pub(in crate::report) title: String,
    /// What it says, a sentence a scenario.
    pub(in crate::report) sentences: Vec<String>,
    /// What is drawn how.
    pub(in crate::report) note: String,
    /// The scenarios with their titles, the one that the others are held against first.
    pub(in crate::report) all: Vec<(String, &'a Outcome)>,
}

/// The picture; `None` where the outcomes do not have the series.
pub(in crate::report) fn picture(view: &View<'_>, of: &Multiples<'_>) -> Option<Picture> {
    let drawn = drawing(view, of)?;
    let name = format!("multiples_{}", of.series.id());
    Some(Picture { name, difference: None, svg: drawn.svg, title: of.title.clone() })
}

/// The drawing. `view` shows the first with the warnings of all.
pub(super) fn drawing(view: &View<'_>, of: &Multiples<'_>) -> Option<Drawn> {
    let language = view.language;
    let views = || of.all.iter().map(|(title, outcome)| (title, View { outcome, language }));
    let mut plots: Vec<(&str, View<'_>, Plot)> = views()
        .filter_map(|(title, view)| Some((title.as_str(), view, fan::plot(&view, of.series, None, HEIGHT)?)))
        .collect();
    // One scale holds them all.
    let most = plots.iter().map(|(.., plot)| plot.most()).fold(0.0, f64::max);
    let (start, last) = view.outcome.period;
    for (.., plot) in &mut plots {
        plot.heading = capital(language.series(of.series));
        plot.marks.push(Mark::Area { points: vec![(start, 0.0, most)], ink: NAVY, alpha: 0.0 });
    }
    let (_, first, first_plot) = plots.first()?;
    let earliest = past(first, of.series).into_iter().map(first_day).chain([start]).min().unwrap_or(start);
    let numbers = first_plot.axis().label_width(language);
    let labels = plots.iter().map(|(.., plot)| plot.label_room()).fold(0.0, f64::max);
    let time = TimeAxis {
        first: earliest.max(past_from(first)),
        last,
        left: MARGIN + numbers + 9.0,
        right: WIDTH - MARGIN - labels,
        changes: Vec::new(),
        scale: Scale::Calendar,
    };
    let definition = match language {
        Language::Nl => of.series.definition_nl(),
        Language::En => of.series.definition().trim(),
    };
    let mut note = vec![view.texts().note_projection.to_owned(), of.note.clone()];
    note.extend(bands_note(first, &[of.series], false, false));
    note.extend([run_note(first), past_note(first, &[of.series])]);
    let card = Card {
        name: format!("multiples_{}", of.series.id()),
        title: format!("{}, {}", of.title, years(view)),
        banners: banners(view),
        sentences: of.sentences.join(" "),
        about: capital(definition),
        note: note.join(" "),
    };
    let near = [of.series];
    let drawn = card.draw(language, |canvas: &mut Canvas<'_>, mut y| {
        for (n, (title, view, plot)) in plots.iter().enumerate() {
            y += canvas.lines(&wrap_at_most(title, HEADING, WIDTH - 2.0 * MARGIN, 2), (MARGIN, y), HEADING)
                + 4.0;
            y += plot.draw(canvas, y, &time, language, WIDTH - MARGIN);
            divide(canvas, view, &time, (y - plot.height, y), n == 0);
            y += time.draw(canvas, y, language) + 10.0;
            let strip =
                if n == 0 { Strip::all(view) } else { Strip { title: None, ..Strip::own(view, title) } };
            y += strip::draw(canvas, &strip, &near, y, &time) + 18.0;
        }
        y + milestones::draw(canvas, first, y, &time)
    });
    Some(drawn)
}
