//! What the lab shows of an outcome: what to know first, what differs, one view with its charts and figures.

use serde::Serialize;

use super::chart::{CHARTS, COSTS, Chart, with_difference};
use super::page::{difference_table_about, page_banners};
use super::summary::{Depth, View, capital};
use super::texts::Language;
use super::{compare, data_table, effects};
use crate::study::outcome::Outcome;

/// A view of the lab, by name and title.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
}

/// The charts of every report in its order, and what it all costs.
fn charts() -> impl Iterator<Item = &'static Chart> {
    CHARTS.iter().chain([&COSTS])
}

/// The views, in their order.
pub fn views(language: Language) -> Vec<Choice> {
    charts().map(|chart| Choice { name: chart.name, title: (chart.title)(language.texts()) }).collect()
}

/// What an outcome says.
#[derive(Debug, Serialize)]
pub struct Answer {
    title: String,
    /// What a reader must know before the first number.
    banners: Vec<String>,
    /// What the numbers are.
    numbers: &'static str,
    /// What differs from the reference, in sentences; then what does with and without assumed effects on inflow.
    differences: Vec<String>,
    /// What each view leads with, by year: reference, scenario, difference, its spread, more, fewer.
    leading: Vec<Leading>,
    /// What the spread is.
    spread: String,
    /// Every outcome that differs, and what the columns are.
    table: Vec<compare::Rows>,
    table_about: String,
    shown: Shown,
    replications: u32,
    one_in: u32,
}

#[derive(Debug, Serialize)]
struct Leading {
    view: &'static str,
    rows: compare::Rows,
}

/// One view: its chart with the reference in it, the difference, sentences and figures.
#[derive(Debug, Serialize)]
struct Shown {
    name: &'static str,
    title: &'static str,
    sentences: Vec<String>,
    chart: Option<String>,
    difference: Option<String>,
    tables: Vec<data_table::Rows>,
    /// Whether the figures have a band beside the number in the middle.
    banded: bool,
    centre: String,
}

/// What an outcome says in a language, with a view; the first one where there is none of that name.
pub fn answer(outcome: &Outcome, language: Language, view: &str) -> Answer {
    let name = view;
    let view = View { outcome, language };
    let chart = charts().find(|chart| chart.name == name).unwrap_or(&CHARTS[0]);
    let leading = |chart: &Chart| {
        let rows = view.beside(*chart.series().first()?)?;
        Some(Leading { view: chart.name, rows })
    };
    Answer {
        title: outcome.title.clone(),
        banners: page_banners(&view),
        numbers: view.numbers(),
        differences: [view.differences(), effects::sentences(&view)].concat(),
        leading: charts().filter_map(leading).collect(),
        spread: match view.depth() {
            Depth::Band => "80\u{a0}%".to_owned(),
            Depth::Median | Depth::Mean => capital(view.texts().extremes),
        },
        table: view.difference_table(),
        table_about: difference_table_about(&view),
        shown: shown(&view, chart),
        replications: outcome.replications.0,
        one_in: outcome.one_in,
    }
}

fn shown(view: &View<'_>, chart: &Chart) -> Shown {
    let [drawn, difference] = with_difference(view, chart).map(|picture| picture.map(|picture| picture.svg));
    Shown {
        name: chart.name,
        title: (chart.title)(view.texts()),
        sentences: (chart.say)(view),
        chart: drawn,
        difference,
        tables: data_table::rows(view, &chart.series()),
        banded: view.depth() == Depth::Band,
        centre: capital(view.centre_word()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;

    #[test]
    fn every_view_has_a_chart_and_leads_with_both_sides() {
        let outcome = Fixture::rich().outcome();
        for choice in views(Language::Nl) {
            let answer = answer(&outcome, Language::Nl, choice.name);
            assert_eq!(answer.shown.name, choice.name);
            assert!(answer.shown.chart.as_ref().is_some_and(|svg| svg.contains("<title")), "{}", choice.name);
            assert!(!answer.shown.tables.is_empty() && !answer.shown.sentences.is_empty(), "{}", choice.name);
            assert_eq!(answer.leading.len(), charts().count());
        }
    }
}
