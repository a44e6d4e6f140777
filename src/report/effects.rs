//! What a scenario comes to with its assumed effects on inflow, and without them.

use serde::Serialize;

use super::compare::Rows;
use super::summary::View;
use super::texts::fill;
use crate::record::Series;

/// What a reader asks about first: who comes, who waits, who has a place.
pub(super) const HEADLINES: [Series; 6] = [
    Series::InflowFirst,
    Series::OpenCases,
    Series::ReceptionNeed,
    Series::Reception,
    Series::WithoutPlace,
    Series::PermitHolders,
];

/// The section as the page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Effects {
    about: String,
    rows: Vec<Rows>,
}

/// The same of the last year in sentences; none where the scenario assumes no effect.
pub(super) fn sentences(view: &View<'_>) -> Vec<String> {
    let Some(effects) = effects(view) else { return Vec::new() };
    let said = |rows: &Rows| {
        let (year, [without, with, difference, ..]) = rows.rows.last()?;
        let values = [("name", &rows.name), ("unit", &rows.unit), ("year", year)];
        let numbers = [("without", without), ("with", with), ("difference", difference)];
        let values: Vec<(&str, &str)> =
            values.iter().chain(&numbers).map(|(key, value)| (*key, value.as_str())).collect();
        Some(fill(view.texts().effects_say, &values))
    };
    effects.rows.iter().filter_map(said).collect()
}

/// The headline outcomes by year without and with the effects; nothing where the scenario assumes none.
pub(super) fn effects(view: &View<'_>) -> Option<Effects> {
    let outcome = view.outcome.beside_itself()?;
    let beside = View { outcome: &outcome, language: view.language };
    let names: Vec<String> = outcome.assumed_effects.iter().map(|name| view.lever(name)).collect();
    Some(Effects {
        about: fill(view.texts().effects_about, &[("names", &names.join(", "))]),
        rows: beside.difference_rows(&HEADLINES),
    })
}
