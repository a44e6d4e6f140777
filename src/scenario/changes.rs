//! What a scenario does otherwise than another, as facts: what changes from when to when, for whom, and on what ground.

use super::scenario::{LegalStatus, Origin, Scenario, Value};
use crate::flow::Stage;
use crate::policy::{Binds, Grade, Lever, Role, Trigger, levers, relations};
use crate::time::{Day, Days};

/// One thing that a scenario does otherwise.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// It runs over another period: first and last day, ours and theirs.
    Period {
        /// First and last day.
        ours: (Day, Day),
        /// Those of the other.
        theirs: (Day, Day),
    },
    /// It begins with other open cases: their persons.
    Stock {
        /// Persons with an open case.
        ours: u64,
        /// Those of the other.
        theirs: u64,
    },
    /// A lever holds another value for a time.
    Lever(LeverChange),
    /// A lever binds others.
    Binds {
        /// Place in the catalogue.
        index: usize,
        /// Whom it binds.
        ours: Binds,
        /// Whom it binds in the other.
        theirs: Binds,
    },
    /// An uncertainty has another value or range.
    Uncertainty {
        /// Place in the catalogue.
        index: usize,
        /// Its numbers in the other.
        old: Vec<f64>,
        /// Its numbers.
        new: Vec<f64>,
        /// The range in the other and here, where it differs.
        ranges: Option<[Option<(f64, f64)>; 2]>,
        /// How sure the value is.
        grade: Option<Grade>,
        /// On what it rests.
        source: Option<String>,
        /// That for a Dutch reader, where there is one.
        source_nl: Option<String>,
    },
    /// A trigger that the other does not have.
    Trigger {
        /// The trigger.
        trigger: Trigger,
        /// Its ground.
        ground: Ground,
        /// What the lever holds on the first day.
        old: Vec<f64>,
        /// The uncertainties on which its effect rests.
        rests: Vec<Rest>,
    },
}

/// On what a value rests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ground {
    /// Its source, or nothing when none is given.
    pub source: Option<String>,
    /// That for a Dutch reader, where there is one.
    pub source_nl: Option<String>,
    /// How far the measure has come.
    pub status: LegalStatus,
    /// The first day on which it is law no longer, when it lapsed.
    pub lapsed_on: Option<Day>,
}

impl Default for Ground {
    /// Nothing is said.
    fn default() -> Ground {
        Ground { source: None, source_nl: None, status: LegalStatus::Unknown, lapsed_on: None }
    }
}

/// A lever that holds another value for a time.
#[derive(Clone, PartialEq, Debug)]
pub struct LeverChange {
    /// Place in the catalogue.
    pub index: usize,
    /// First day; that of the run where it differs from the beginning.
    pub from: Day,
    /// Whether that is the first day of the run.
    pub at_start: bool,
    /// Last day of it; nothing when it lasts to the end of the run.
    pub until: Option<Day>,
    /// What the other holds.
    pub old: Vec<f64>,
    /// What this one holds.
    pub new: Vec<f64>,
    /// Whom it binds.
    pub binds: Binds,
    /// On what it rests.
    pub ground: Ground,
    /// What else decides when it is felt: the place in [`relations::FELT`], and the days.
    pub felt: Option<(usize, f64)>,
    /// The uncertainties on which its effect rests.
    pub rests: Vec<Rest>,
}

/// An uncertainty on which an effect rests.
#[derive(Clone, PartialEq, Debug)]
pub struct Rest {
    /// Place in the catalogue.
    pub index: usize,
    /// Its numbers at the start.
    pub numbers: Vec<f64>,
    /// The range from which replications draw.
    pub range: Option<(f64, f64)>,
    /// How sure it is.
    pub grade: Option<Grade>,
}

/// What a scenario does otherwise than another, such as the law in force, in the order of the catalogue.
pub fn changes(scenario: &Scenario, reference: &Scenario) -> Vec<Change> {
    let mut all = Vec::new();
    frame(scenario, reference, &mut all);
    for (index, row) in levers::all().enumerate() {
        match row.role {
            Role::Lever => lever(scenario, reference, index, &mut all),
            Role::Uncertainty | Role::Behaviour => all.extend(uncertainty(scenario, reference, index)),
        }
    }
    for (trigger, ground) in scenario.triggers.iter().zip(&scenario.trigger_grounds) {
        if !reference.triggers.contains(trigger) {
            all.push(Change::Trigger {
                trigger: trigger.clone(),
                ground: ground.clone(),
                old: scenario.policy.timeline(trigger.lever).at(scenario.start).to_vec(),
                rests: rests(scenario, trigger.lever),
            });
        }
    }
    all
}

fn frame(scenario: &Scenario, reference: &Scenario, all: &mut Vec<Change>) {
    let [ours, theirs] = [scenario, reference].map(|s| (s.start, s.end));
    if ours != theirs {
        all.push(Change::Period { ours, theirs });
    }
    if scenario.open_cases != reference.open_cases {
        let persons = |s: &Scenario| {
            let open = s.open_cases.iter().filter(|c| c.stage == Stage::Decision);
            open.map(|c| u64::from(c.persons)).sum::<u64>()
        };
        all.push(Change::Stock { ours: persons(scenario), theirs: persons(reference) });
    }
}

fn lever(scenario: &Scenario, reference: &Scenario, index: usize, all: &mut Vec<Change>) {
    let (ours, theirs) = (scenario.policy.timeline(index), reference.policy.timeline(index));
    let steps = ours.steps().iter().chain(theirs.steps()).map(|s| s.from);
    let mut days: Vec<Day> = steps.filter(|day| *day > scenario.start && *day <= scenario.end).collect();
    days.push(scenario.start);
    days.sort_unstable();
    days.dedup();
    let bound = |s: &Scenario| s.policy.binds(Lever::<()>::new(index));
    let mut last: Option<(&[f64], &[f64])> = None;
    let mut open = false;
    for day in days {
        let pair = (theirs.at(day), ours.at(day));
        if last.replace(pair) == Some(pair) {
            continue;
        }
        if std::mem::take(&mut open)
            && let Some(Change::Lever(change)) = all.last_mut()
        {
            change.until = Some(day - Days(1));
        }
        if pair.0 == pair.1 {
            continue;
        }
        open = true;
        all.push(Change::Lever(LeverChange {
            index,
            from: day,
            at_start: day == scenario.start,
            until: None,
            old: pair.0.to_vec(),
            new: pair.1.to_vec(),
            binds: bound(scenario),
            ground: ground(&scenario.values[index], &reference.values[index], day),
            felt: felt(scenario, index, day),
            rests: rests(scenario, index),
        }));
    }
    if bound(scenario) != bound(reference) {
        all.push(Change::Binds { index, ours: bound(scenario), theirs: bound(reference) });
    }
}

/// On what it rests that a lever holds another value on a day: its step, or where the other alone steps what took that step
/// away or put it off.
fn ground(ours: &Value, theirs: &Value, day: Day) -> Ground {
    let holds = |step: &&Origin| step.from.is_none_or(|from| from <= day);
    let same = |step: &Origin| theirs.steps.contains(step);
    let step = ours.steps.iter().rev().find(holds);
    let later = ours.steps.iter().find(|step| !holds(step) && !same(step));
    let said = match (step, later, ours.removed) {
        (Some(step), Some(later), _) if same(step) => Some(later),
        (Some(step), None, Some(status)) if same(step) => {
            return Ground { status, lapsed_on: step.lapsed_on, ..Ground::default() };
        }
        (step, ..) => step,
    };
    said.map_or(Ground::default(), |said| Ground {
        source: said.source.clone(),
        source_nl: said.source_nl.clone(),
        status: said.status,
        lapsed_on: said.lapsed_on,
    })
}

/// What else decides when a step of a lever is felt; nothing where the step lowers the value or is the beginning.
fn felt(scenario: &Scenario, index: usize, day: Day) -> Option<(usize, f64)> {
    let name = levers::declaration(index).name;
    let place = relations::FELT.iter().position(|(lever, ..)| *lever == name)?;
    let line = scenario.policy.timeline(index);
    let (before, after) = (line.at(day - Days(1)), line.at(day));
    let raises = before.iter().zip(after).any(|(before, after)| after > before);
    if day <= scenario.start || !raises {
        return None;
    }
    let days = scenario.policy.timeline(levers::find(relations::FELT[place].1)?).at(day);
    Some((place, days.first().copied()?))
}

fn rests(scenario: &Scenario, index: usize) -> Vec<Rest> {
    let names = relations::rests_on(levers::declaration(index).name);
    let rest = |index: usize| Rest {
        index,
        numbers: scenario.policy.timeline(index).at(scenario.start).to_vec(),
        range: scenario.values[index].range,
        grade: scenario.values[index].grade,
    };
    names.iter().filter_map(|name| levers::find(name)).map(rest).collect()
}

fn uncertainty(scenario: &Scenario, reference: &Scenario, index: usize) -> Option<Change> {
    let first = |s: &Scenario| s.policy.timeline(index).at(s.start).to_vec();
    let (new, old) = (first(scenario), first(reference));
    let range = |s: &Scenario| s.values[index].range;
    let (ours, theirs) = (range(scenario), range(reference));
    (new != old || ours != theirs).then(|| Change::Uncertainty {
        index,
        old,
        new,
        ranges: (ours != theirs).then_some([theirs, ours]),
        grade: scenario.values[index].grade,
        source: scenario.values[index].steps.first().and_then(|step| step.source.clone()),
        source_nl: scenario.values[index].steps.first().and_then(|step| step.source_nl.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::desk::scenario;
    use super::*;

    fn levers_of(changes: &[Change]) -> Vec<&LeverChange> {
        let levers = changes.iter().filter_map(|change| match change {
            Change::Lever(change) => Some(change),
            _ => None,
        });
        levers.collect()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_value_that_holds_for_a_time_is_one_change_with_its_last_day() {
        let law = scenario("", &[], &[]);
        assert!(changes(&law, &law).is_empty());
        let text = "[levers.inflow_scale]\n2027-01-01 = 0.8\n2028-01-01 = 1.0\nsource = \"a plan\"\nlegal_status = \"bill\"\n";
        let all = changes(&scenario(text, &[], &[]), &law);
        let [one] = levers_of(&all)[..] else { panic!("one change: {all:?}") };
        assert_eq!((one.from, one.until), (day("2027-01-01"), Some(day("2027-12-31"))));
        assert_eq!((one.old.as_slice(), one.new.as_slice()), ([1.0].as_slice(), [0.8].as_slice()));
        assert_eq!((one.ground.source.as_deref(), one.ground.status), (Some("a plan"), LegalStatus::Bill));
    }

    #[test]
    fn a_measure_that_is_put_off_rests_on_who_puts_it_off() {
        let law =
            "[levers.inflow_scale]\n2027-01-01 = 0.8\nlegal_status = \"in_force\"\nsource = \"the law\"\n";
        let late = "extends = \"law.toml\"\n[levers.inflow_scale]\nshift = \"1 year\"\nlegal_status = \"hypothetical\"\nsource = \"a what-if\"\n";
        let beside = [("law.toml", &*format!("extends = \"base.toml\"\n{law}"))];
        let (law, late) = (scenario(law, &[], &[]), scenario(late, &[], &beside));
        let all = changes(&late, &law);
        let [one] = levers_of(&all)[..] else { panic!("one change: {all:?}") };
        assert_eq!((one.from, one.until), (day("2027-01-01"), Some(day("2027-12-31"))));
        assert_eq!(one.ground.status, LegalStatus::Hypothetical);
        assert_eq!(one.ground.source.as_deref(), Some("a what-if"));
        assert_eq!(late.not_law(), [("inflow_scale".to_owned(), "hypothetical".to_owned())]);
    }

    #[test]
    fn a_step_in_places_tells_when_they_open_and_a_fall_does_not() {
        let law = scenario("", &[], &[]);
        let places = law.policy.timeline(levers::find("regular_places").unwrap()).at(law.start)[0];
        let text = format!(
            "[levers.regular_lead_days]\ninitial = 400\n[levers.regular_places]\n2027-01-01 = {}\n2028-01-01 = {}\n",
            places + 100.0,
            places + 10.0
        );
        let all = changes(&scenario(&text, &[], &[]), &law);
        let index = levers::find("regular_places").unwrap();
        let of: Vec<_> = levers_of(&all).into_iter().filter(|change| change.index == index).collect();
        assert_eq!(of[0].felt.map(|(_, days)| days), Some(400.0));
        assert_eq!(of[1].felt, None);
    }
}
