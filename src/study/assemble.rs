//! From replications to an [`Outcome`]: everything that files and reports are made from.

use super::outcome::{Outcome, Provenance, Reference};
use super::published;
use super::replication::Replication;
use super::run::{Options, bands, month_ends};
use super::{differences, levers_path, shortage, week, years};
use crate::diagnostic::Language;
use crate::policy::{Grade, Policy, Role, Shape, Timeline, levers};
use crate::record::Audit;
use crate::scenario::{self, LegalStatus, Origin, Scenario, Value};
use crate::time::Day;

/// With fewer replications than this an answer is rough, whatever was asked for.
const ROUGH: u32 = 20;

/// The outcome of the replications of a scenario. `reference` holds what it is compared with and the replications of that
/// under the same luck, when the scenario differs from it; `quick` says that few replications were asked for on purpose.
/// The command and the hash stay empty: whoever was asked, and writes `series.csv`, knows them.
pub fn outcome(
    scenario: &Scenario,
    replications: &[Replication],
    options: &Options,
    quick: bool,
    language: Language,
    reference: Option<(&Scenario, &[Replication])>,
) -> Outcome {
    let dates = month_ends(scenario.start, scenario.end);
    let audits: Vec<_> = replications.iter().map(|r| r.audit.clone()).collect();
    let changes = reference.map_or_else(Vec::new, |(law, _)| scenario::changes(scenario, law));
    let clashes = reference.map_or_else(Vec::new, |(law, _)| scenario::clashes(scenario, law, &changes));
    let done = u32::try_from(replications.len()).expect("no more replications are done than were asked for");
    Outcome {
        scenario: scenario.id.clone(),
        title: scenario.title.to(language).to_string(),
        description: scenario.description.to(language).to_string(),
        period: (scenario.start, scenario.end),
        data_date: scenario.data_date,
        replications: (done, options.replications),
        seed: options.seed,
        fixed: options.fixed,
        one_in: scenario.one_in,
        quick: quick || done < ROUGH,
        partial: done < options.replications,
        not_law: scenario.not_law(),
        lapsed: scenario.lapsed(),
        assumed_effects: scenario.assumed_effects(),
        changes,
        clashes,
        series: bands(|r| &replications[r].months, replications.len(), dates.len()),
        levers: paths(scenario, replications),
        milestones: scenario.milestones.clone(),
        published: published::points(),
        closure: published::closure(),
        years: years::years(replications, &dates),
        week: week::week(scenario, replications, &dates, options.seed),
        shortage: shortage::shortage(replications),
        reference: reference.map(|(law, theirs)| against(replications, law, theirs, &dates, language)),
        without_effects: None,
        provenance: provenance(scenario),
        own: None,
        observed: None,
        audit: Audit::add_up(&audits),
        command: String::new(),
        hash: String::new(),
        dates,
    }
}

/// The replications of a scenario held against those of a reference under the same luck.
pub fn against(
    ours: &[Replication],
    law: &Scenario,
    theirs: &[Replication],
    dates: &[Day],
    language: Language,
) -> Reference {
    let pairs = differences::pairs(ours, theirs);
    Reference {
        title: law.title.to(language).to_string(),
        levers: paths(law, theirs),
        series: bands(|r| &theirs[r].months, theirs.len(), dates.len()),
        years: years::years(theirs, dates),
        shortage: shortage::shortage(theirs),
        differences: differences::differences(&pairs, dates),
        shortage_difference: shortage::difference(&pairs),
    }
}

fn paths(scenario: &Scenario, replications: &[Replication]) -> Vec<super::outcome::LeverPath> {
    let plan: Vec<Timeline> = (0..levers::count()).map(|i| scenario.policy.timeline(i).clone()).collect();
    let mut lived: Vec<&[Timeline]> = replications.iter().filter_map(|r| r.timelines.as_deref()).collect();
    if lived.is_empty() {
        lived.push(&plan);
    }
    let status = |index: usize, day: Day, triggered: bool| status(scenario, index, day, triggered);
    levers_path::paths(&lived, scenario.start, scenario.end, status)
}

/// The legal status of what a lever holds on a day: that of its last step until then, or of the trigger that set it.
fn status(scenario: &Scenario, index: usize, day: Day, triggered: bool) -> String {
    let by_trigger = || {
        let triggers = scenario.triggers.iter().zip(&scenario.trigger_grounds);
        triggers.into_iter().find(|(trigger, _)| trigger.lever == index).map(|(_, ground)| ground.status)
    };
    let by_step = || {
        let mut steps =
            scenario.values.iter().filter(|value| value.index == index).flat_map(|value| &value.steps);
        steps.rfind(|step| step.from.is_none_or(|from| from <= day)).map(|step| step.status)
    };
    let found = if triggered { by_trigger().or_else(by_step) } else { by_step() };
    found.map_or("", LegalStatus::word).to_string()
}

/// Where every value of a scenario comes from.
pub fn provenance(scenario: &Scenario) -> Vec<Provenance> {
    scenario.values.iter().map(|value| ground(value, &scenario.policy)).collect()
}

fn ground(value: &Value, policy: &Policy) -> Provenance {
    let declaration = levers::declaration(value.index);
    let role = match declaration.role {
        Role::Lever => "lever",
        Role::Uncertainty => "uncertainty",
        Role::Behaviour => "behavioural",
    };
    let step = |step: &Origin| match step.from {
        Some(day) => format!("{day}: {}", step.value),
        None => step.value.clone(),
    };
    let shape = policy.uncertainties().iter().find(|u| u.index == value.index).map(|u| match u.shape {
        Shape::Pert => "pert",
        Shape::Uniform => "uniform",
    });
    let range = value.range.map(|(low, high)| match shape {
        Some(shape) => format!("{low} – {high} ({shape})"),
        None => format!("{low} – {high}"),
    });
    let grade = value.grade.map(|grade| match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
    });
    Provenance {
        name: declaration.name.to_string(),
        dutch: declaration.dutch.to_string(),
        role: role.to_string(),
        value: value.steps.iter().map(step).collect::<Vec<_>>().join("; "),
        range: range.unwrap_or_default(),
        standing: grade.or(value.status.map(LegalStatus::word)).unwrap_or("").to_string(),
        source: value.sources.clone(),
    }
}
