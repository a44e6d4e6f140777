//! From merged layers to a scenario: whether it is complete, and where every value comes from.

use crate::diagnostic::Text;
use std::collections::BTreeSet;

use super::codes;
use super::document::Document;
use super::horizon;
use super::layers::{self, Applied, Layers};
use super::merge::{self, Frame, Merged, Said};
use super::problems::{Problems, Spot, both, none};
use super::scenario::{Layer, LegalStatus, Origin, Scenario, Value};
use super::stocks::{self, Beginning, Settled};
use super::table::Written;
use super::{Request, sets, stock, thresholds, value};
use crate::policy::{Declaration, Kind, Policy, Role, Step, Timeline, Trigger, Uncertainty, levers};
use crate::time::Day;

/// All layers together have at most so many steps.
const MOST_STEPS: usize = 100_000;

/// Reads, merges and checks. The scenario is missing when something is wrong, or when it is a layer on its own and that
/// is allowed.
pub(super) fn examine(
    problems: &mut Problems,
    request: &Request,
    beginning: &Beginning,
    may_be_layer: bool,
) -> Option<Scenario> {
    let mut layers = layers::load(problems, request);
    if layers.list.is_empty() {
        return None;
    }
    let root = layers.list.len() - 1;
    let runs = |a: &Applied| {
        a.document.start.is_some() || a.document.horizon.is_some() || a.document.open_cases.is_some()
    };
    let alone = may_be_layer && !layers.list.iter().any(runs);
    let dated = layers.list.iter().rev().find_map(|a| a.document.start).map(|(day, _)| day);
    let sheet = stocks::open(problems, request, beginning);
    let (start, start_spot) = stocks::start(problems, beginning, sheet.as_ref(), dated);
    let end = start.and_then(|start| horizon::end(problems, &layers, start, dated));
    let own_layer = layers.list.len();
    if let Some(sheet) = &sheet {
        // An empty layer: what the table says is settled in its place.
        let top = layers.list[root].document.top;
        layers.list.push(Applied { file: sheet.file, document: Document { top, ..Document::default() } });
    }
    if let Some((file, document)) = sets::read(problems, request.sets, start) {
        layers.list.push(Applied { file, document });
    }
    if too_many_steps(problems, &layers) {
        return None;
    }
    let frame = Frame { start, end, alone };
    let mut open_cases = stock::read(problems, request, &layers);
    let mut settled = Settled::default();
    let mut settle = |problems: &mut Problems, rows: &mut [Merged]| {
        if let (Some(sheet), Some(start)) = (&sheet, start) {
            settled = sheet.settle(problems, rows, own_layer, start, &open_cases);
        }
    };
    let place = if sheet.is_some() { own_layer } else { usize::MAX };
    let rows = merge::merge(problems, &layers, frame, (place, &mut settle));
    if let (Some(start), Some(dated), Some(spot), false) = (start, dated, start_spot, settled.open_cases)
        && !open_cases.is_empty()
    {
        stocks::dated(problems, start, dated, spot);
    }
    if sheet.is_some() {
        open_cases = std::mem::take(&mut settled.cohorts);
    }
    let triggers = triggers(problems, &layers, &rows, frame);
    if alone {
        return None;
    }
    let data_date = layers.list.iter().rev().find_map(|a| a.document.data_date).map(|(day, _)| day);
    complete(problems, &layers, root);
    valued(problems, &layers, &rows, start);
    if problems.any_error() {
        return None;
    }
    let (start, end, data_date) = (start?, end?, data_date?);
    let document = &layers.list[root].document;
    Some(Scenario {
        id: id(request.scenario),
        title: in_both(&document.name_nl, &document.name),
        description: in_both(&document.description_nl, &document.description),
        start,
        end,
        data_date,
        policy: policy(&rows, triggers.iter().map(|(t, _)| t.clone()).collect()),
        trigger_statuses: triggers.iter().map(|(_, status)| *status).collect(),
        triggers: triggers.into_iter().map(|(trigger, _)| trigger).collect(),
        open_cases,
        thresholds: thresholds::merged(&layers),
        own: sheet.as_ref().map(|sheet| sheet.own(settled, start)),
        values: rows
            .iter()
            .enumerate()
            .map(|(index, row)| provenance(problems, &layers, index, row, end))
            .collect(),
        layers: layers.list.iter().map(|applied| layer(problems, applied, sheet.as_ref())).collect(),
    })
}

/// The name of a scenario: without folder and ending.
fn id(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    stem.strip_suffix(".toml").unwrap_or(stem).to_string()
}

fn too_many_steps(problems: &mut Problems, layers: &Layers) -> bool {
    let mut steps = 0;
    for applied in &layers.list {
        steps += applied.document.levers.iter().map(|t| t.steps.len()).sum::<usize>();
        if steps > MOST_STEPS {
            problems.error(
                codes::TOO_MANY,
                applied.document.top,
                both(
                    format!("het scenario heeft meer dan {MOST_STEPS} stappen"),
                    format!("the scenario has more than {MOST_STEPS} steps"),
                ),
                none(),
                both(
                    "een stap is een wijziging van beleid: schrijf alleen die",
                    "a step is a change of policy: write only those",
                ),
            );
            return true;
        }
    }
    false
}

/// Complains about what a run needs and no layer says.
fn complete(problems: &mut Problems, layers: &Layers, root: usize) {
    let at = layers.list[root].document.top;
    // What was written but wrong has had its complaint.
    let written = |key: &str| layers.list.iter().any(|a| a.document.keys.contains(key));
    let wanted = [("start", "2026-01-01"), ("horizon", "\"5 years\""), ("data_date", "2026-11-23")];
    for (key, example) in wanted.into_iter().filter(|(key, _)| !written(key)) {
        problems.error(
            codes::INCOMPLETE,
            at,
            both(
                format!("het scenario en zijn lagen zeggen niets over `{key}`"),
                format!("the scenario and its layers do not say `{key}`"),
            ),
            none(),
            both(
                format!("schrijf extends = \"baseline\", of {key} = {example}"),
                format!("write extends = \"baseline\", or {key} = {example}"),
            ),
        );
    }
    if written("start") && !written("stock") {
        problems.warning(
            codes::NO_STOCK,
            at,
            both("de simulatie begint zonder openstaande zaken", "the run begins without open cases"),
            none(),
            both("schrijf [stock] met open_cases = \"...\"", "write [stock] with open_cases = \"...\""),
        );
    }
}

/// Complains about rows without a value at the start.
fn valued(problems: &mut Problems, layers: &Layers, rows: &[Merged], start: Option<Day>) {
    let mentioned: BTreeSet<usize> =
        layers.list.iter().flat_map(|a| a.document.mentioned.iter().copied()).collect();
    let mut missing = Vec::new();
    for (declaration, (index, row)) in levers::all().zip(rows.iter().enumerate()) {
        if row.is_empty() && declaration.role != Role::Behaviour && !mentioned.contains(&index) {
            missing.push(declaration.name);
        }
        let late =
            row.steps.first().filter(|s| row.initial.is_none() && start.is_some_and(|start| s.day > start));
        if let Some(step) = late {
            problems.error(
                codes::NOTHING_BEFORE,
                step.from.spot,
                both(
                    format!(
                        "{} geldt pas vanaf {}, en niets zegt wat er daarvoor geldt",
                        declaration.name, step.day
                    ),
                    format!(
                        "{} holds from {} only, and nothing says what holds before",
                        declaration.name, step.day
                    ),
                ),
                none(),
                both("zet er een regel `initial = ...` bij", "add a line `initial = ...`"),
            );
        }
        // Whatever could not be read has had its complaint; a table without any value has not.
        if row.is_empty() && mentioned.contains(&index) && declaration.role == Role::Lever {
            let tables = layers.list.iter().flat_map(|a| a.document.levers.iter());
            if let Some(table) = tables.filter(|t| t.row == index).find(|t| t.sound) {
                no_value(problems, declaration, table.key);
            }
        }
    }
    if missing.is_empty() {
        return;
    }
    let count = missing.len();
    let mut list = missing.iter().take(12).copied().collect::<Vec<_>>().join(", ");
    if count > 12 {
        list.push_str(", ...");
    }
    let root = layers.list.iter().rev().find(|a| problems.sources[a.file].name != sets::NAME);
    problems.error(
        codes::INCOMPLETE,
        root.map_or(Spot::default(), |a| a.document.top),
        both(
            format!("{count} van de {} knoppen en onzekerheden hebben geen waarde: {list}", levers::count()),
            format!("{count} of the {} levers and uncertainties have no value: {list}", levers::count()),
        ),
        none(),
        both(
            "schrijf extends = \"baseline\", of geef ze een waarde",
            "write extends = \"baseline\", or give them a value",
        ),
    );
}

fn no_value(problems: &mut Problems, row: &Declaration, spot: Spot) {
    problems.error(
        codes::INCOMPLETE,
        spot,
        both(format!("{} krijgt nergens een waarde", row.name), format!("{} gets a value nowhere", row.name)),
        none(),
        both("zet er een regel `initial = ...` bij", "add a line `initial = ...`"),
    );
}

fn triggers(
    problems: &mut Problems,
    layers: &Layers,
    rows: &[Merged],
    frame: Frame,
) -> Vec<(Trigger, LegalStatus)> {
    let mut triggers = Vec::new();
    for table in layers.list.iter().flat_map(|a| &a.document.triggers) {
        let row = levers::declaration(table.row);
        let before = frame.start.and_then(|start| rows[table.row].at(start));
        let value = Written { spot: table.value.spot, ..table.value.clone() };
        let values = merge::fill(problems, row, &value, before, frame).into();
        let trigger = Trigger { lever: table.row, values, when: table.when, until: table.until };
        triggers.push((trigger, table.value.status.unwrap_or(LegalStatus::Hypothetical)));
    }
    triggers
}

fn policy(rows: &[Merged], triggers: Vec<Trigger>) -> Policy {
    let timeline = |(row, declaration): (&Merged, &Declaration)| {
        let first = row.initial.as_ref().map(|(values, _)| Timeline::constant(values.as_slice().into()));
        let mut steps: Vec<Step> = first.map(|t| t.steps().to_vec()).unwrap_or_default();
        steps.extend(row.steps.iter().map(|s| Step {
            from: s.day,
            values: s.values.as_slice().into(),
            triggered: false,
        }));
        if steps.is_empty() {
            return Timeline::constant(zeros(declaration).into());
        }
        Timeline::new(steps)
    };
    let timelines = rows.iter().zip(levers::all()).map(timeline).collect();
    let drawn = |(index, row): (usize, &Merged)| {
        let (range, _) = row.range?;
        let (values, _) = row.initial.as_ref()?;
        Some(Uncertainty { index, value: *values.first()?, range, shape: row.shape })
    };
    let uncertainties = rows.iter().enumerate().filter_map(drawn).collect();
    Policy::new(timelines, rows.iter().map(|r| r.binds).collect(), uncertainties, triggers)
}

/// What a behavioural response is worth when no layer speaks of it: nothing.
fn zeros(row: &Declaration) -> Vec<f64> {
    vec![0.0_f64.clamp(row.range.0, row.range.1); row.kind.width()]
}

fn provenance(problems: &Problems, layers: &Layers, index: usize, row: &Merged, end: Day) -> Value {
    let declaration = levers::declaration(index);
    let name = |layer: usize| problems.sources[layers.list[layer].file].name.clone();
    let origin = |day: Option<Day>, values: &[f64], from: &Said| Origin {
        from: day,
        value: value::written(declaration, values),
        source: from.source.clone(),
        status: from.status,
        layer: name(from.layer),
        overrides: from.overrides,
    };
    let first = row.initial.iter().map(|(values, from)| origin(None, values, from));
    let steps: Vec<Origin> =
        first.chain(row.steps.iter().map(|s| origin(Some(s.day), &s.values, &s.from))).collect();
    let mut sources: Vec<&str> = Vec::new();
    for source in steps.iter().filter_map(|s| s.source.as_deref()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let is_lever = declaration.role == Role::Lever;
    let last = steps.iter().rev().find(|s| s.from.is_none_or(|day| day <= end));
    Value {
        index,
        status: last.filter(|_| is_lever).map(|s| s.status),
        grade: row.grade,
        range: row.range.map(|(range, _)| range),
        sources: sources.join("; "),
        removed: row.removed,
        layer: row.layer.map(name).unwrap_or_default(),
        steps: if steps.is_empty() { vec![unspoken(declaration)] } else { steps },
    }
}

fn unspoken(row: &Declaration) -> Origin {
    let value =
        if matches!(row.kind, Kind::Choice(_)) { String::new() } else { value::written(row, &zeros(row)) };
    Origin {
        from: None,
        value,
        source: None,
        status: LegalStatus::Unknown,
        layer: String::new(),
        overrides: false,
    }
}

fn layer(problems: &Problems, applied: &Applied, sheet: Option<&stocks::Sheet>) -> Layer {
    let source = &problems.sources[applied.file];
    let sha256 = match sheet.filter(|sheet| sheet.file == applied.file) {
        Some(sheet) => sheet.sha256.clone(),
        None => stocks::sha256(source.text.as_bytes()),
    };
    Layer { name: source.name.clone(), sha256 }
}

/// A text in both languages; where there is one only, it serves for both.
fn in_both(dutch: &Option<String>, english: &Option<String>) -> Text {
    let english = english.clone().unwrap_or_default();
    Text::new(dutch.clone().unwrap_or_else(|| english.clone()), english)
}

#[cfg(test)]
mod tests {
    use super::super::desk::{inflow, read_with, scenario};
    use super::*;
    use crate::policy::{Binds, Moment};
    use crate::time::Days;

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
            super::super::desk::scenario("extends = \"measure.toml\"\n", &["inflow_scale=2"], &[MEASURE]);
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
        assert!(scenario.fixed().uncertainties().is_empty());
    }

    #[test]
    fn every_value_says_where_it_comes_from() {
        let text = "[levers.inflow_scale]\n2027-01-01 = { value = 2.0, source = \"act\", legal_status = \"adopted\" }\n2028-01-01 = 3.0\nsource = \"assumption\"\nlegal_status = \"bill\"\n";
        let scenario = scenario(text, &[], &[]);
        let value = &scenario.values[levers::find("inflow_scale").unwrap()];
        assert_eq!((value.sources.as_str(), value.layer.as_str()), ("assumption; act", "test.toml"));
        assert_eq!(value.status, Some(LegalStatus::Bill));
        let said: Vec<_> =
            value.steps.iter().map(|s| (s.value.as_str(), s.status, s.layer.as_str())).collect();
        let base = ("1", LegalStatus::InForce, "base.toml");
        assert_eq!(
            said,
            [base, ("2", LegalStatus::Adopted, "test.toml"), ("3", LegalStatus::Bill, "test.toml")]
        );
        let not_law = scenario.not_law();
        assert_eq!(
            not_law,
            [("inflow_scale".into(), "adopted".into()), ("inflow_scale".into(), "bill".into())]
        );
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
                "folder/base.toml" => Ok(super::super::library::template().into_bytes()),
                "folder/stock.csv" => Ok(table.as_bytes().to_vec()),
                _ => Err(std::io::ErrorKind::NotFound.into()),
            };
            super::super::read(&Request { scenario: "folder/test.toml", sets: &[], files: &files })
        };
        let scenario = read(table).unwrap().scenario;
        assert_eq!(scenario.open_cases.len(), 2);
        assert_eq!((scenario.open_cases[0].persons, scenario.open_cases[0].age_to), (120, Days(181)));
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
}
