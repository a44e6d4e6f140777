//! From merged layers to a scenario: whether it is complete, and where every value comes from.

use crate::diagnostic::Text;
use std::collections::BTreeSet;

use super::changes::Ground;
use super::codes;
use super::document::Document;
use super::horizon;
use super::layers::{self, Applied, Layers};
use super::merge::{self, Frame, Merged, Said};
use super::problems::{Problems, Spot, both, none};
use super::scenario::{Layer, LegalStatus, Origin, Scenario, Value};
use super::stocks::{self, Beginning, Settled};
use super::table::Written;
use super::{Request, calibrated, given, milestones, number, sets, stock, thresholds};
use crate::policy::{
    Declaration, Estimate, Kind, Policy, Role, Step, Timeline, Trigger, Uncertainty, levers,
};
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
        let document = Document { top, ..Document::default() }.into();
        layers.list.push(Applied { file: sheet.file, document });
    }
    if let Some((file, document)) = sets::read(problems, request.sets, start) {
        layers.list.push(Applied { file, document: document.into() });
    }
    if too_many_steps(problems, &layers) {
        return None;
    }
    let frame = Frame { start, end, alone };
    let mut open_cases = stock::read(problems, request, &layers);
    let given = given::read(problems, request, &layers);
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
        && !sheet.as_ref().is_some_and(|sheet| problems.any_error_in(sheet.file))
    {
        stocks::dated(problems, start, dated, spot);
    }
    if sheet.is_none() && beginning.start.is_none() {
        stocks::moved(problems, &layers);
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
    if let Some(day) = data_date {
        timely(problems, &rows, day);
    }
    if problems.any_error() {
        return None;
    }
    let (start, end, data_date) = (start?, end?, data_date?);
    let document = &layers.list[root].document;
    let sets = calibrated::sets(&layers, &rows);
    Some(Scenario {
        id: id(request.scenario),
        title: in_both(&document.name_nl, &document.name),
        description: in_both(&document.description_nl, &document.description),
        start,
        end,
        data_date,
        policy: policy(&rows, triggers.iter().map(|(t, _)| t.clone()).collect())
            .with_estimates(estimates(&rows, start), start)
            .with_given(given)
            .with_sets(sets.clone()),
        trigger_grounds: triggers.iter().map(|(_, ground)| ground.clone()).collect(),
        triggers: triggers.into_iter().map(|(trigger, _)| trigger).collect(),
        open_cases,
        thresholds: thresholds::merged(&layers),
        milestones: milestones::merged(&layers),
        own: sheet.as_ref().map(|sheet| sheet.own(settled, start)),
        one_in: 1,
        values: rows
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let value = provenance(problems, &layers, index, row, end);
                let of_sets = sets.as_ref().and_then(|sets| sets.between(index));
                let range = of_sets.or(value.range);
                Value { moved_by: estimated(&rows, index, start).map(|e| e.by), range, ..value }
            })
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

/// Holds the legal status of every step against the data date.
fn timely(problems: &mut Problems, rows: &[Merged], data_date: Day) {
    for (row, declaration) in rows.iter().zip(levers::all()).filter(|(_, d)| d.role == Role::Lever) {
        let name = declaration.name;
        let first = row.initial.iter().map(|(_, from)| (None, from));
        for (day, from) in first.chain(row.steps.iter().map(|s| (Some(s.day), &s.from))) {
            if let Some(lapses) = from.lapsed_on.filter(|lapses| *lapses > data_date) {
                problems.error(
                    codes::STATUS,
                    from.spot,
                    both(
                        format!("{name} vervalt pas op {lapses}, en de peildatum is {data_date}"),
                        format!("{name} lapses on {lapses} only, and the data date is {data_date}"),
                    ),
                    none(),
                    both(
                        "schrijf legal_status = \"in_force\" en laat lapsed_on weg, of kies een latere data_date",
                        "write legal_status = \"in_force\" and leave out lapsed_on, or choose a later data_date",
                    ),
                );
            }
            let applies = matches!(from.status, LegalStatus::InForce | LegalStatus::Factual);
            if let Some(day) = day.filter(|day| applies && *day > data_date) {
                let word = from.status.word();
                problems.warning(
                    codes::NOT_YET,
                    from.spot,
                    both(
                        format!("{name} stapt op {day}, na de peildatum {data_date}, en heet toch {word}"),
                        format!("{name} steps on {day}, after the data date {data_date}, and is called {word} all the same"),
                    ),
                    none(),
                    both(
                        "schrijf \"adopted\" voor aangenomen recht dat nog niet geldt, of \"hypothetical\" voor een wat-als",
                        "write \"adopted\" for law that does not apply yet, or \"hypothetical\" for a what-if",
                    ),
                );
            }
        }
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
) -> Vec<(Trigger, Ground)> {
    let mut triggers = Vec::new();
    let tables = layers.list.iter().flat_map(|a| a.document.triggers.iter().map(|table| (a.file, table)));
    for (file, table) in tables {
        let row = levers::declaration(table.row);
        let before = frame.start.and_then(|start| rows[table.row].at(start));
        let value = Written { spot: table.value.spot, ..table.value.clone() };
        let values = merge::fill(problems, row, &value, before, frame).into();
        let trigger = Trigger { lever: table.row, values, when: table.when, until: table.until };
        let status = table.value.status.unwrap_or(LegalStatus::Hypothetical);
        let source = table.value.source.clone();
        let source_nl = dutch(problems, file, &source, &table.value.source_nl);
        triggers.push((trigger, Ground { source, source_nl, status, lapsed_on: None }));
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

/// The values that are estimates in this scenario.
fn estimates(rows: &[Merged], start: Day) -> Vec<&'static Estimate> {
    (0..rows.len()).filter_map(|row| estimated(rows, row, start)).collect()
}

/// The estimate of a row, if its value at the start is one: given by the same layer as its uncertainty, or by one
/// beneath. What a layer above gives to the start is a choice, and exact.
fn estimated(rows: &[Merged], row: usize, start: Day) -> Option<&'static Estimate> {
    let estimate = crate::policy::estimate::of(row)?;
    let step = rows[row].steps.iter().rev().find(|s| s.day <= start).map(|s| &s.from);
    let from = step.or(rows[row].initial.as_ref().map(|(_, from)| from))?;
    rows[estimate.by].layer.filter(|layer| *layer >= from.layer).map(|_| estimate)
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
        value: number::written(declaration, values),
        source: from.source.clone(),
        source_nl: dutch(problems, layers.list[from.layer].file, &from.source, &from.source_nl),
        status: from.status,
        lapsed_on: from.lapsed_on,
        layer: name(from.layer),
        overrides: from.overrides,
    };
    let first = row.initial.iter().map(|(values, from)| origin(None, values, from));
    let steps: Vec<Origin> =
        first.chain(row.steps.iter().map(|s| origin(Some(s.day), &s.values, &s.from))).collect();
    // Each step says its own source, or that it has none: what another layer says of the value before is not its source.
    let mut sources = Text::default();
    let mut before = None;
    for step in &steps {
        let source = step.source.as_deref();
        if before.replace(source) == Some(source) {
            continue;
        }
        let gap = if sources.en.is_empty() { "" } else { "; " };
        let from = step.from.map_or(String::new(), |day| format!("{day}: "));
        let dutch = step.source_nl.as_deref().or(source).unwrap_or("geen bron opgegeven");
        sources.nl.push_str(&format!("{gap}{from}{dutch}"));
        sources.en.push_str(&format!("{gap}{from}{}", source.unwrap_or("no source given")));
    }
    let is_lever = declaration.role == Role::Lever;
    let last = steps.iter().rev().find(|s| s.from.is_none_or(|day| day <= end));
    Value {
        index,
        status: last.filter(|_| is_lever).map(|s| s.status),
        grade: row.grade,
        range: row.range.map(|(range, _)| range),
        moved_by: None,
        sources,
        removed: row.removed,
        replaced: row.replaced.iter().copied().map(name).collect(),
        layer: row.layer.map(name).unwrap_or_default(),
        steps: if steps.is_empty() { vec![unspoken(declaration)] } else { steps },
    }
}

/// A source for a Dutch reader. What users write stands as it is; what comes along is in English unless it says otherwise.
fn dutch(
    problems: &Problems,
    file: usize,
    source: &Option<String>,
    dutch: &Option<String>,
) -> Option<String> {
    let own = !problems.sources[file].embedded;
    dutch.clone().or_else(|| source.clone().filter(|_| own))
}

fn unspoken(row: &Declaration) -> Origin {
    let value =
        if matches!(row.kind, Kind::Choice(_)) { String::new() } else { number::written(row, &zeros(row)) };
    Origin {
        from: None,
        value,
        source: None,
        source_nl: None,
        status: LegalStatus::Unknown,
        lapsed_on: None,
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
mod tests;
