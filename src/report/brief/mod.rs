//! The page, the pictures and the tables of a briefing: fit to be published, the answer first.

mod accounted;
mod content;
mod likelihood;
#[cfg(feature = "cli")]
mod pdf;
mod sheet;
mod sheets;
mod words;
#[cfg(feature = "cli")]
mod workbook;

pub use accounted::brief_accounts;
#[cfg(feature = "cli")]
pub use pdf::brief_pdf;
pub use sheet::{Cell, Head, Sheet};
#[cfg(feature = "cli")]
pub use workbook::workbook;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};

use super::chart::{BesideFan, CHARTS, Chart, Picture, pictures, scenarios_picture};
use super::summary::{View, capital};
use super::texts::{Language, fill};
use crate::diagnostic::Text;
use crate::record::{Series, SeriesKind};
use crate::study::briefing::{Briefing, Told};
use content::{answer, content};
use sheets::Read;
use words::words;

const TEMPLATE: &str = include_str!("../brief.html");
/// Differences of a scenario that are drawn at most.
const DRAWN: usize = 3;

/// The names of all charts that a plan may choose from.
pub fn chart_names() -> Vec<&'static str> {
    CHARTS.iter().map(|chart| chart.name).collect()
}

/// A title with the probability that a plan states.
pub fn stated(title: &Text, probability: f64) -> Text {
    let of = |language: Language| {
        let share = language.percent(probability);
        fill(words(language).stated, &[("title", title.to(language)), ("share", &share)])
    };
    Text::new(of(Language::Nl), of(Language::En))
}

/// The tables of a briefing, those of a letter first.
pub fn brief_sheets(of: &Briefing, language: Language) -> Vec<Sheet> {
    Read { of, language }.sheets()
}

/// The pictures of a briefing: the charts of the plan, before them the scenarios side by side, and for each scenario beside the first what differs most and those
/// charts that differ.
pub fn brief_pictures(of: &Briefing, language: Language) -> Vec<Vec<Picture>> {
    let one = |(n, told): (usize, &Told)| {
        let view = View { outcome: &told.outcome, language };
        let mut drawn = pictures(&told.outcome, language);
        let differences: Vec<Picture> =
            drawn.iter().filter(|picture| picture.difference.is_some()).take(DRAWN).cloned().collect();
        let mut chosen = if n > 0 { differences } else { Vec::new() };
        for name in &of.charts {
            let differs = chart(name).is_some_and(|chart| n == 0 || moves(&view, chart));
            if let Some(place) = drawn.iter().position(|picture| picture.name == *name).filter(|_| differs) {
                chosen.push(drawn.swap_remove(place));
            }
        }
        let named = |picture: Picture| {
            let name = if n > 0 { format!("{}_{}", told.id, picture.name) } else { picture.name.clone() };
            picture.renamed(name)
        };
        let first = if n > 0 { Vec::new() } else { side_by_side(&Read { of, language }) };
        first.into_iter().chain(chosen.into_iter().map(named)).collect()
    };
    of.scenarios.iter().enumerate().map(one).collect()
}

/// Every scenario in the leading series of each chart, where any of them differs.
fn side_by_side(read: &Read<'_>) -> Vec<Picture> {
    let (of, language, words, first) = (read.of, read.language, read.words(), read.first());
    if of.scenarios.len() == 1 {
        return Vec::new();
    }
    // The picture warns of what any of its scenarios holds.
    let mut outcome = first.outcome.clone();
    for told in &of.scenarios[1..] {
        outcome.not_law.extend(told.outcome.not_law.iter().cloned());
        outcome.lapsed.extend(told.outcome.lapsed.iter().cloned());
        for name in &told.outcome.assumed_effects {
            if !outcome.assumed_effects.contains(name) {
                outcome.assumed_effects.push(name.clone());
            }
        }
    }
    let view = View { outcome: &outcome, language };
    let leading = of.charts.iter().filter_map(|name| chart(name)?.fans().next());
    let moves = |series: &Series| {
        of.scenarios[1..]
            .iter()
            .any(|told| read.view(told).differences_of(*series).is_some_and(|one| one.moves()))
    };
    let picture = |series: Series| {
        let name = capital(language.series(series));
        let beside = BesideFan {
            series,
            title: fill(words.together, &[("name", &name)]),
            sentences: of
                .scenarios
                .iter()
                .filter_map(|told| said_where_they_differ(read, told, series))
                .collect(),
            note: fill(words.together_note, &[("title", &first.outcome.title)]),
            others: of.scenarios[1..]
                .iter()
                .map(|told| (told.outcome.title.clone(), &told.outcome))
                .collect(),
        };
        scenarios_picture(&view, &beside)
    };
    leading.filter(moves).filter_map(picture).collect()
}

/// What a scenario comes to in the year in which the scenarios differ most: the stock at its end, or the flow over it.
fn said_where_they_differ(read: &Read<'_>, told: &Told, series: Series) -> Option<String> {
    let (view, texts) = (read.view(told), read.language.texts());
    let year = told.outcome.years.get(most_different(read, series)?)?;
    let when = match series.kind() {
        SeriesKind::Flow | SeriesKind::Wait => fill(texts.when_year, &[("year", &view.year(year))]),
        SeriesKind::Stock | SeriesKind::Ratio => {
            fill(texts.when_day, &[("date", &read.language.date(year.end))])
        }
    };
    let band = year.band(series);
    let values = [
        ("title", told.outcome.title.clone()),
        ("value", view.centre(series, band)?),
        ("when", when),
        ("band", view.between(series, band)),
    ];
    Some(fill(read.words().together_said, &values.each_ref().map(|(key, value)| (*key, value.as_str()))))
}

/// The place of the year with the largest mean difference of any scenario.
fn most_different(read: &Read<'_>, series: Series) -> Option<usize> {
    let others = || read.of.scenarios[1..].iter().filter_map(|told| read.view(told).differences_of(series));
    let most = |year: &usize| {
        let means = others().filter_map(|one| one.years.get(*year)?.band.mean);
        means.map(f64::abs).fold(0.0, f64::max)
    };
    (0..read.first().outcome.years.len()).max_by(|a, b| most(a).total_cmp(&most(b)))
}

fn chart(name: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.name == name)
}

fn moves(view: &View<'_>, chart: &Chart) -> bool {
    chart.series().into_iter().any(|series| view.reference(series).is_some())
}

/// The page with everything on it, that needs no network.
pub fn brief_html(of: &Briefing, pictures: &[Vec<Picture>], language: Language) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("brief.html", TEMPLATE).expect("the template of the page is well-formed");
    environment.add_template("style.css", super::page::STYLE).expect("the style has nothing to fill in");
    let template = environment.get_template("brief.html").expect("the template was just added");
    let all = Serde(content(of, pictures, language));
    template.render(all).expect("the template asks only for what it is given")
}

/// The sentences that the briefing leads with: those of its charts in their order, the official figures, and how often
/// places run short.
pub fn brief_answer(of: &Briefing, language: Language) -> Vec<String> {
    answer(&Read { of, language })
}

#[cfg(test)]
mod tests;
