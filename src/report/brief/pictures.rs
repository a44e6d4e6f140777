//! The pictures of a briefing: the charts that its plan asks for, of each scenario, and the scenarios side by side.

use super::sheets::Read;
use super::special::Special;
use crate::record::{Series, SeriesKind};
use crate::report::chart::{
    BesideFan, CHARTS, Chart, Multiples, Picture, multiples_picture, pictures, scenarios_picture,
};
use crate::report::summary::{View, capital};
use crate::report::texts::{Language, fill};
use crate::study::briefing::{Briefing, Told};

/// Differences of a scenario that are drawn at most.
const DRAWN: usize = 3;

/// The names of all charts that a plan may choose from.
pub fn chart_names() -> Vec<&'static str> {
    CHARTS.iter().map(|chart| chart.name).chain(Special::ALL.map(Special::name)).collect()
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
            if let Some(special) = Special::find(name) {
                chosen.extend(special.picture(view, &told.seen));
                continue;
            }
            let differs = chart(name).is_some_and(|chart| n == 0 || moves(&view, chart));
            if let Some(place) = drawn.iter().position(|picture| picture.name == *name).filter(|_| differs) {
                chosen.push(drawn.swap_remove(place));
            }
        }
        let named = |picture: Picture| {
            let name = if n > 0 { format!("{}_{}", told.id, picture.name) } else { picture.name.clone() };
            picture.renamed(name)
        };
        let first = if n > 0 { Vec::new() } else { side_by_side(&Read { of, analysed: &[], language }) };
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
    let said = |series: Series| -> Vec<String> {
        of.scenarios.iter().filter_map(|told| said_where_they_differ(read, told, series)).collect()
    };
    let picture = |series: Series| {
        let name = capital(language.series(series));
        let beside = BesideFan {
            series,
            title: fill(words.together, &[("name", &name)]),
            sentences: said(series),
            note: fill(words.together_note, &[("title", &first.outcome.title)]),
            others: of.scenarios[1..]
                .iter()
                .map(|told| (told.outcome.title.clone(), &told.outcome))
                .collect(),
        };
        scenarios_picture(&view, &beside)
    };
    let multiples = |series: Series| {
        let name = capital(language.series(series));
        let of = Multiples {
            series,
            title: fill(words.multiples, &[("name", &name)]),
            sentences: said(series),
            note: fill(words.multiples_note, &[("title", &first.outcome.title)]),
            all: of.scenarios.iter().map(|told| (told.outcome.title.clone(), &told.outcome)).collect(),
        };
        multiples_picture(&view, &of)
    };
    // Two can be read in one plot; the bands of more need a plot each.
    let several = of.scenarios.len() > 2;
    leading
        .filter(moves)
        .flat_map(|series| {
            let multiples = if several { multiples(series) } else { None };
            picture(series).into_iter().chain(multiples)
        })
        .collect()
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
    let unit = match (series.kind(), series.unit()) {
        (SeriesKind::Ratio, _) | (_, "persons") => String::new(),
        (_, unit) => format!(" {}", read.language.unit_word(unit)),
    };
    let values = [
        ("title", told.outcome.title.clone()),
        ("value", format!("{}{unit}", view.centre(series, band)?)),
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

pub(super) fn chart(name: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.name == name)
}

fn moves(view: &View<'_>, chart: &Chart) -> bool {
    chart.series().into_iter().any(|series| view.reference(series).is_some())
}
