//! The scenarios and tables that come with the program: it runs anywhere as one file.

use std::sync::LazyLock;

use toml::de::DeTable;

/// What an embedded scenario is for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A measure or a list of measures, without stocks: to be extended.
    Regime,
    /// The law in force today with real stocks: what stories extend.
    Baseline,
    /// One what-if.
    Story,
    /// The past, to be held against published figures.
    History,
}

/// An embedded scenario.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The name by which it is run and extended.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it is for.
    pub kind: Place,
    /// Its own name for readers.
    pub title: &'static str,
    /// The same in Dutch.
    pub title_nl: &'static str,
    /// What it is about.
    pub description: &'static str,
}

/// Everything embedded from `scenarios/`: a line a file.
macro_rules! embed {
    ($($kind:ident $name:literal = $path:literal;)*) => {
        &[$((Place::$kind, $name, include_str!(concat!("../../scenarios/", $path)))),*]
    };
}

static SCENARIOS: &[(Place, &str, &str)] = embed! {
    Regime "legacy" = "regimes/legacy.toml";
    Regime "pact" = "regimes/pact.toml";
    Regime "pact_procedure" = "regimes/pact_procedure.toml";
    Regime "two_status" = "regimes/two_status.toml";
    Regime "pact_responsibility" = "regimes/pact_responsibility.toml";
    Regime "reception_directive" = "regimes/reception_directive.toml";
    Regime "return_regulation" = "regimes/return_regulation.toml";
    Regime "return" = "regimes/return.toml";
    Regime "crisis" = "regimes/crisis.toml";
    Regime "emergency_act" = "regimes/emergency_act.toml";
    Regime "letter_promised" = "regimes/letter_promised.toml";
    Baseline "baseline" = "baseline.toml";
    Story "letter_as_adopted" = "regimes/letter_as_adopted.toml";
    Story "letter_as_written" = "regimes/letter_as_written.toml";
    Story "national" = "regimes/national.toml";
    Story "pact_emergency" = "regimes/pact_emergency.toml";
    Story "old_law_unchanged" = "stories/old_law_unchanged.toml";
    Story "two_status_a_year_late" = "stories/two_status_a_year_late.toml";
    Story "family_rule_struck_down" = "stories/family_rule_struck_down.toml";
    Story "family_rule_upheld" = "stories/family_rule_upheld.toml";
    Story "family_brake" = "stories/family_brake.toml";
    Story "more_officers" = "stories/more_officers.toml";
    Story "inflow_doubled" = "stories/inflow_doubled.toml";
    Story "fewer_officers" = "stories/fewer_officers.toml";
    Story "fewer_dwellings" = "stories/fewer_dwellings.toml";
    Story "no_housing_priority" = "stories/no_housing_priority.toml";
    Story "distribution_law_repealed" = "stories/distribution_law_repealed.toml";
    Story "detention_without_documents" = "stories/detention_without_documents.toml";
    Story "hubs_without_documents" = "stories/hubs_without_documents.toml";
    Story "no_permit_for_ukrainians" = "stories/no_permit_for_ukrainians.toml";
    Story "emergency_places_on_demand" = "stories/emergency_places_on_demand.toml";
    History "history" = "history/conditional.toml";
    History "history_realised_grants" = "history/realised_grants.toml";
    History "history_calibrated" = "history/calibrated.toml";
    History "history_calibrated_before_2022" = "history/calibrated_before_2022.toml";
    History "history_calibrated_around_task_force" = "history/calibrated_around_task_force.toml";
    History "history_calibrated_all_years" = "history/calibrated_all_years.toml";
    History "baseline_calibrated" = "history/baseline_calibrated.toml";
    History "history_no_family_measure" = "history/no_family_measure.toml";
    History "history_no_task_force" = "history/no_task_force.toml";
    History "history_extension_kept" = "history/extension_kept.toml";
    History "history_no_moratorium" = "history/no_moratorium.toml";
};

macro_rules! tables {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../scenarios/reference/", $name, ".csv")))),*]
    };
}

static REFERENCES: &[(&str, &str)] = tables! {
    "appeals" "as_known" "closure" "decisions_yearly" "departures" "distribution" "family" "first_applications_by_month"
    "first_applications_linked" "forecasts" "history" "housing" "inflow_monthly" "inflow_yearly" "known" "lead_times"
    "open_cases_2019" "open_cases_2026" "open_cases_yearly" "reception" "record" "staff_cost" "targets" "union_grant_share"
};

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |(kind, name, text): &(Place, &'static str, &'static str)| {
        let [title, title_nl, description] = said(text);
        let title_nl = if title_nl.is_empty() { title } else { title_nl };
        Entry { name, text, kind: *kind, title, title_nl, description }
    };
    SCENARIOS.iter().map(entry).collect()
});

/// The name, the Dutch name and the description that a text gives itself.
fn said(text: &'static str) -> [&'static str; 3] {
    let (tree, _) = DeTable::parse_recoverable(text);
    let field = |key: &str| {
        let span = tree.get_ref().get(key).map(|node| node.span());
        span.and_then(|s| text.get(s)).map_or("", |s| s.trim_matches('"').trim())
    };
    [field("name"), field("name_nl"), field("description")]
}

/// All embedded scenarios, regimes first.
pub fn entries() -> &'static [Entry] {
    &ENTRIES
}

/// The text of an embedded scenario.
pub fn text(name: &str) -> Option<&'static str> {
    SCENARIOS.iter().find(|(_, n, _)| *n == name).map(|(_, _, text)| *text)
}

/// The text of an embedded table of published figures.
pub fn reference(name: &str) -> Option<&'static str> {
    REFERENCES.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

/// The names of the embedded tables.
pub fn references() -> impl Iterator<Item = &'static str> {
    REFERENCES.iter().map(|(name, _)| *name)
}

pub use super::starter::{COMMONEST, starter, template};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Language, render};
    use crate::scenario::{Request, check};

    #[test]
    fn every_embedded_scenario_is_sound_and_names_itself() {
        for entry in entries() {
            assert!(!entry.title.is_empty(), "{} has no name", entry.name);
            let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
            let request = Request { scenario: entry.name, sets: &[], files: &files };
            if let Err(failed) = check(&request) {
                panic!("{}", render(&failed.diagnostics, &failed.texts, Language::En, false));
            }
        }
    }
}
