//! From replications to an [`Outcome`]: everything that files and reports are made from.

use super::levers_path;
use super::outcome::{Outcome, Provenance, SeriesBands};
use super::published;
use super::replication::Replication;
use super::run::{Options, bands, month_ends};
use crate::diagnostic::Language;
use crate::policy::{Grade, Policy, Role, Shape, Timeline, levers};
use crate::record::{Audit, Series};
use crate::scenario::{LegalStatus, Origin, Scenario, Value};

/// The outcome of the replications of a scenario. `reference` holds the title of the law in force and its replications
/// under the same luck, when the scenario differs from it; `quick` says that few replications were asked for on purpose.
/// The command and the hash stay empty: whoever was
/// asked, and writes `series.csv`, knows them.
pub fn outcome(
    scenario: &Scenario,
    replications: &[Replication],
    options: &Options,
    quick: bool,
    language: Language,
    reference: Option<(&str, &[Replication])>,
) -> Outcome {
    let dates = month_ends(scenario.start, scenario.end);
    let monthly = |from: &[Replication]| bands(|r| &from[r].months, from.len(), dates.len());
    let audits: Vec<_> = replications.iter().map(|r| r.audit.clone()).collect();
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
        quick,
        partial: done < options.replications,
        not_law: scenario.not_law(),
        assumed_effects: scenario.assumed_effects(),
        series: monthly(replications),
        levers: paths(scenario, replications),
        published: published::points(),
        closure: published::closure(),
        differences: reference.map(|(_, theirs)| differences(replications, theirs)),
        too_few_places: too_few_places(replications),
        reference: reference.map(|(title, theirs)| (title.to_string(), monthly(theirs))),
        provenance: scenario.values.iter().map(|value| provenance(value, &scenario.policy)).collect(),
        own: None,
        observed: None,
        audit: Audit::add_up(&audits),
        command: String::new(),
        hash: String::new(),
        dates,
    }
}

/// In which share of the replications somebody has no place on the last evening, and on any month's.
fn too_few_places(replications: &[Replication]) -> (f64, f64) {
    let lacking = |month: &[f64; Series::ALL.len()]| month[Series::WithoutPlace as usize] > 0.0;
    let share = |count: usize| count as f64 / replications.len().max(1) as f64;
    let end = replications.iter().filter(|r| r.months.last().is_some_and(lacking)).count();
    let ever = replications.iter().filter(|r| r.months.iter().any(lacking)).count();
    (share(end), share(ever))
}

/// The bands of the differences, replication by replication, of two runs under the same luck: ours minus theirs. A
/// month in which either has no value has no difference.
pub fn differences(ours: &[Replication], theirs: &[Replication]) -> Vec<SeriesBands> {
    let mut theirs = theirs.iter().peekable();
    let mut rows: Vec<Vec<[f64; Series::ALL.len()]>> = Vec::new();
    for one in ours {
        while theirs.next_if(|other| other.number < one.number).is_some() {}
        let Some(other) = theirs.next_if(|other| other.number == one.number) else { continue };
        let row = |(a, b): (&[f64; Series::ALL.len()], &[f64; Series::ALL.len()])| {
            std::array::from_fn(|i| a[i] - b[i])
        };
        rows.push(one.months.iter().zip(&other.months).map(row).collect());
    }
    let dates = rows.first().map_or(0, Vec::len);
    bands(|r| &rows[r], rows.len(), dates)
}

fn paths(scenario: &Scenario, replications: &[Replication]) -> Vec<super::outcome::LeverPath> {
    let plan: Vec<Timeline> = (0..levers::count()).map(|i| scenario.policy.timeline(i).clone()).collect();
    let mut lived: Vec<&[Timeline]> = replications.iter().filter_map(|r| r.timelines.as_deref()).collect();
    if lived.is_empty() {
        lived.push(&plan);
    }
    let status = |index: usize| statuses(&scenario.values, index);
    levers_path::paths(&lived, scenario.start, scenario.end, status)
}

/// The legal status words of a lever's values in order of date, each once.
fn statuses(values: &[Value], index: usize) -> String {
    let steps = values.iter().filter(|value| value.index == index).flat_map(|value| &value.steps);
    let mut words: Vec<&str> = Vec::new();
    for word in steps.map(|step| step.status.word()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}

fn provenance(value: &Value, policy: &Policy) -> Provenance {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(number: u32, level: f64) -> Replication {
        let months = vec![[level; Series::ALL.len()]; 2];
        Replication { number, months, days: Vec::new(), timelines: None, audit: Vec::new() }
    }

    #[test]
    fn differences_pair_replications_by_number() {
        let ours = [replication(0, 5.0), replication(2, 9.0)];
        let theirs = [replication(0, 4.0), replication(1, 100.0), replication(2, 6.0), replication(3, 0.0)];
        let bands = differences(&ours, &theirs);
        assert_eq!(bands.len(), Series::ALL.len());
        assert_eq!(bands[0].bands.len(), 2);
        assert_eq!(bands[0].bands[1].mean, Some(2.0));
    }

    #[test]
    fn runs_without_a_replication_in_common_have_no_differences() {
        let bands = differences(&[replication(0, 5.0)], &[replication(1, 4.0)]);
        assert!(bands.iter().all(|one| one.bands.is_empty()));
    }
}
