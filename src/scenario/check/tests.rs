//! What layers, settings, estimates and origins come to.

use super::*;
use crate::policy::{Binds, Moment};
use crate::scenario::desk::{inflow, read_with, scenario};

const MEASURE: (&str, &str) = (
    "measure.toml",
    "extends = \"base.toml\"\n[levers.inflow_scale]\n2026-06-12 = 0.9\n2027-01-01 = 0.8\n2028-01-01 = 0.7\n",
);
const DAYS: [&str; 5] = ["2026-01-01", "2026-06-12", "2027-01-01", "2028-01-01", "2029-06-01"];

#[test]
fn own_steps_replace_inherited_ones_from_their_first_date_on() {
    let text = "extends = \"measure.toml\"\n[levers.inflow_scale]\n2027-06-01 = 1.5\n2029-01-01 = 2.0\n";
    let scenario = scenario(text, &[], &[MEASURE]);
    assert_eq!(inflow(&scenario, &DAYS), [1.0, 0.9, 0.8, 1.5, 2.0]);
}

#[test]
fn never_removes_inherited_steps_after_the_start_only() {
    let text = "extends = \"measure.toml\"\nstart = 2026-07-01\n[levers.inflow_scale]\nnever = true\n";
    let scenario = scenario(text, &[], &[MEASURE]);
    assert_eq!(inflow(&scenario, &DAYS), [1.0, 0.9, 0.9, 0.9, 0.9]);
    assert_eq!(scenario.not_law(), [("inflow_scale".to_string(), "hypothetical".to_string())]);
}

#[test]
fn a_shift_moves_inherited_and_own_steps_after_the_start_and_never_the_past() {
    let text = "extends = \"measure.toml\"\nstart = 2026-07-01\n[levers.inflow_scale]\n2028-03-01 = 0.5\nshift = \"6 maanden\"\n";
    let scenario = scenario(text, &[], &[MEASURE]);
    let days = ["2026-06-12", "2027-06-30", "2027-07-01", "2028-07-01", "2028-09-01"];
    assert_eq!(inflow(&scenario, &days), [0.9, 0.9, 0.8, 0.7, 0.5]);
}

#[test]
fn initial_holds_before_the_first_date() {
    let scenario = scenario("[levers.inflow_scale]\ninitial = 0.1\n2027-01-01 = 0.5\n", &[], &[]);
    assert_eq!(inflow(&scenario, &["1999-01-01", "2026-12-31", "2027-01-01"]), [0.1, 0.1, 0.5]);
}

#[test]
fn layers_apply_from_left_to_right_and_one_met_twice_applies_once() {
    let other = ("other.toml", "extends = \"base.toml\"\n[levers.inflow_scale]\n2029-01-01 = 3.0\n");
    let text = "extends = [\"measure.toml\", \"other.toml\"]\n";
    let scenario = scenario(text, &[], &[MEASURE, other]);
    assert_eq!(inflow(&scenario, &DAYS), [1.0, 0.9, 0.8, 0.7, 3.0]);
    let names: Vec<_> = scenario.layers.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(names, ["base.toml", "measure.toml", "other.toml", "test.toml"]);
    assert!(scenario.layers.iter().all(|l| l.sha256.len() == 64));
}

#[test]
fn a_setting_is_the_last_layer_and_holds_from_its_date_or_from_the_start() {
    let scenario = scenario("extends = \"measure.toml\"\n", &["inflow_scale=2@2027-06-01"], &[MEASURE]);
    assert_eq!(inflow(&scenario, &DAYS), [1.0, 0.9, 0.8, 2.0, 2.0]);
    let scenario =
        crate::scenario::desk::scenario("extends = \"measure.toml\"\n", &["inflow_scale=2"], &[MEASURE]);
    assert_eq!(inflow(&scenario, &DAYS), [2.0; 5]);
    assert_eq!(inflow(&scenario, &["2025-12-31"]), [1.0]);
    assert_eq!(scenario.layers.last().unwrap().name, "--set");
}

#[test]
fn a_key_that_is_left_out_keeps_what_held_before() {
    let text = "[uncertainties.first_applications]\nvalue = { syria = 5000 }\n";
    let scenario = scenario(text, &["first_applications.eritrea=70"], &[]);
    let index = levers::find("first_applications").unwrap();
    let values = scenario.policy.timeline(index).at(scenario.start);
    assert_eq!((values[0], values[1], values[2]), (5000.0, 70.0, 1.0));
}

#[test]
fn the_horizon_ends_the_day_before_the_anniversary_or_on_the_day_named() {
    assert_eq!(scenario("horizon = \"2 jaar\"\n", &[], &[]).end.to_string(), "2027-12-31");
    assert_eq!(scenario("horizon = 2027-06-30\n", &[], &[]).end.to_string(), "2027-06-30");
    assert_eq!(scenario("horizon = \"2027-06-30\"\n", &[], &[]).end.to_string(), "2027-06-30");
}

#[test]
fn whom_a_lever_binds_can_be_overridden() {
    let scenario = scenario("[levers.inflow_scale]\n2027-01-01 = 2.0\nbinds = \"lodged\"\n", &[], &[]);
    assert_eq!(scenario.policy.binds(levers::inflow::INFLOW_SCALE), Binds::At(Moment::Lodged));
}

#[test]
fn every_value_says_where_it_comes_from() {
    let text = "[levers.inflow_scale]\n2027-01-01 = { value = 2.0, source = \"act\", legal_status = \"adopted\" }\n2028-01-01 = 3.0\nsource = \"assumption\"\nlegal_status = \"bill\"\n";
    let scenario = scenario(text, &[], &[]);
    let value = &scenario.values[levers::find("inflow_scale").unwrap()];
    let sources = "assumption; 2027-01-01: act; 2028-01-01: assumption";
    assert_eq!((value.sources.en.as_str(), value.layer.as_str()), (sources, "test.toml"));
    let without = self::scenario("[levers.inflow_scale]\n2027-01-01 = 2.0\n", &[], &[]);
    let sources = &without.values[levers::find("inflow_scale").unwrap()].sources;
    assert_eq!(sources.en, "assumption; 2027-01-01: no source given");
    assert_eq!(sources.nl, "assumption; 2027-01-01: geen bron opgegeven");
    assert_eq!(value.status, Some(LegalStatus::Bill));
    let said: Vec<_> = value.steps.iter().map(|s| (s.value.as_str(), s.status, s.layer.as_str())).collect();
    let base = ("1", LegalStatus::InForce, "base.toml");
    assert_eq!(said, [base, ("2", LegalStatus::Adopted, "test.toml"), ("3", LegalStatus::Bill, "test.toml")]);
    let not_law = scenario.not_law();
    assert_eq!(not_law, [("inflow_scale".into(), "adopted".into()), ("inflow_scale".into(), "bill".into())]);
}

#[test]
fn law_that_lapsed_is_told_while_it_still_holds_and_facts_are_no_departure() {
    let old = (
        "old.toml",
        "extends = \"base.toml\"\n[levers.inflow_scale]\ninitial = 0.5\nlegal_status = \"lapsed\"\nlapsed_on = 2026-06-12\n",
    );
    let told = |text: &str| scenario(&format!("extends = \"old.toml\"\n{text}"), &[], &[old]);
    let lapsed = [("inflow_scale".to_string(), "2026-06-12".parse().unwrap())];
    assert_eq!(told("").lapsed(), lapsed);
    assert_eq!(told("[levers.inflow_scale]\n2026-06-13 = 0.7\n").lapsed(), lapsed);
    assert_eq!(told("[levers.inflow_scale]\n2026-06-12 = 0.7\n").lapsed(), []);
    assert_eq!(told("horizon = 2026-06-11\n").lapsed(), []);
    assert!(told("").not_law().is_empty());
    let fact = told("[levers.inflow_scale]\n2026-03-01 = 0.7\nlegal_status = \"factual\"\n");
    assert!(fact.not_law().is_empty());
}

/// What `regular_places` is worth on some days when its uncertainty is at one and a half.
fn places(text: &str, sets: &[&str]) -> Vec<f64> {
    let unknown =
        "[uncertainties.regular_places_unknown]\nvalue = 1.5\n[levers.regular_places]\ninitial = 100\n";
    let under = format!("extends = \"base.toml\"\n{unknown}");
    let scenario = scenario(&format!("extends = \"under.toml\"\n{text}"), sets, &[("under.toml", &under)]);
    let policy = scenario.policy.held();
    let lever = levers::reception::REGULAR_PLACES;
    ["2026-01-01", "2027-01-01"].map(|day| policy.today(lever, day.parse().unwrap())).to_vec()
}

#[test]
fn an_uncertainty_moves_the_start_until_the_next_step_and_nothing_that_somebody_sets() {
    assert_eq!(places("", &[]), [150.0, 150.0]);
    assert_eq!(places("[levers.regular_places]\n2027-01-01 = 200\n", &[]), [150.0, 200.0]);
    assert_eq!(places("[levers.regular_places]\n2026-01-01 = 200\n", &[]), [200.0, 200.0]);
    assert_eq!(places("", &["regular_places=200"]), [200.0, 200.0]);
    assert_eq!(places("", &["regular_places=200", "regular_places_unknown=2"]), [400.0, 400.0]);
}

#[test]
fn a_released_trigger_gives_back_what_was_drawn_and_is_told_as_stated() {
    let text = "[uncertainties.regular_places_unknown]\nvalue = 1.5\n[levers.regular_places]\ninitial = 100\n\
        [[triggers]]\nlever = \"regular_places\"\nvalue = 300\nwhen = { indicator = \"open_cases\", above = 10 }\n\
        until = { indicator = \"open_cases\", below = 5 }\n";
    let mut policy = scenario(text, &[], &[]).policy.held();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let mut readings = crate::policy::indicator::Readings::default();
    let mut changed = Vec::new();
    for (date, open) in [("2026-02-01", 20.0), ("2026-03-01", 1.0)] {
        readings[crate::policy::Indicator::OpenCases as usize] = open;
        policy.morning(day(date), &readings, &mut changed);
    }
    let lever = levers::reception::REGULAR_PLACES;
    let days = ["2026-01-01", "2026-02-01", "2026-03-01"];
    assert_eq!(days.map(|d| policy.today(lever, day(d))), [150.0, 300.0, 150.0]);
    assert_eq!(days.map(|d| policy.stated(lever.index()).at(day(d))[0]), [100.0, 300.0, 100.0]);
}

#[test]
fn a_trigger_reaches_the_policy_and_counts_as_a_measure() {
    let text = "[[triggers]]\nlever = \"inflow_scale\"\nvalue = 0.5\nwhen = { indicator = \"open_cases\", above = 10, for = \"2 weeks\" }\n";
    let scenario = scenario(text, &[], &[]);
    assert!(scenario.policy.has_triggers());
    assert_eq!(scenario.triggers[0].when.days, 14);
    assert_eq!(scenario.not_law().len(), 1);
}

#[test]
fn the_stock_is_read_from_a_table_beside_the_scenario() {
    let table = "nationality,age_from_days,age_to_days,persons,mark,source\n# young cases\nsyria,0,181,120,x,assumption\nother,182,364,7,,\n";
    let text = format!(
        "{}[stock]\nopen_cases = \"stock.csv\"\n",
        "format = 1\nname = \"Stock\"\nextends = \"base.toml\"\n"
    );
    let read = |table: &str| {
        let files = |path: &str| match path {
            "folder/test.toml" => Ok(text.clone().into_bytes()),
            "folder/base.toml" => Ok(crate::scenario::library::template().into_bytes()),
            "folder/stock.csv" => Ok(table.as_bytes().to_vec()),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        };
        crate::scenario::read(&Request { scenario: "folder/test.toml", sets: &[], files: &files })
    };
    let scenario = read(table).unwrap().scenario;
    assert_eq!(scenario.open_cases.len(), 2);
    assert_eq!(
        (scenario.open_cases[0].persons, scenario.open_cases[0].age_to),
        (120, crate::time::Days(181))
    );
    let failed = read(&table.replace("other,182", "ohter,999")).unwrap_err();
    let lines: Vec<_> = failed.diagnostics.iter().map(|d| (d.code, d.line(&failed.texts))).collect();
    assert_eq!(lines, [("DS033", Some(4)), ("DS033", Some(4))]);
}

#[test]
fn what_is_missing_is_told_once() {
    let failed = read_with("extends = \"other.toml\"\n", &[], &[("other.toml", "")]).unwrap_err();
    assert!(failed.diagnostics.iter().all(|d| d.code == "DS034"));
    assert_eq!(failed.diagnostics.len(), 4);
}
