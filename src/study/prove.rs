//! Whether a lever is wired: stepped once up and once down in a world in which it binds somebody, under the same luck, nothing
//! may differ before its day, and the outcomes of its declaration must move the way it says. It shows that a lever does
//! something, and not that what it does is right.

mod step;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::replication::{Replication, replicate};
use super::run::share_out;
use crate::policy::proof::{self, Trial};
use crate::policy::relations::{NEEDS, State};
use crate::policy::{Declaration, Kind, Role, levers};
use crate::record::{Daily, Series, SeriesKind};
use crate::scenario::{self, Request, Scenario};
use crate::time::{Day, Days, Month};

/// How levers are proved.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The chain is one in so many.
    pub one_in: u32,
    /// Replications of each run, with every uncertainty held.
    pub replications: u32,
    /// The seed.
    pub seed: u64,
    /// Threads; results do not depend on it.
    pub threads: usize,
    /// Months from the step to the end of the run.
    pub months: u32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { one_in: 10, replications: 2, seed: 1, threads: 1, months: 30 }
    }
}

/// The day of every step: the first of a month, so that the months before it lie before it whole.
pub fn stepped_on() -> Day {
    "2027-01-01".parse().expect("a day")
}

/// Series that say what a lever is set to, and no effect of it.
const ITSELF: [Series; 12] = [
    Series::DistributionTaken,
    Series::ReceptionPlanned,
    Series::ReceptionPlaces,
    Series::CentralPlaces,
    Series::CourtSeats,
    Series::HousingTask,
    Series::HousingArrears,
    Series::StaffPlanned,
    Series::StaffEmployed,
    Series::StaffInTraining,
    Series::UkrainePlacesFree,
    Series::RulingsLate,
];

/// Whether a series is no effect: money, or the lever itself.
fn is_no_effect(series: Series) -> bool {
    series.unit() == "EUR million" || ITSELF.contains(&series)
}

/// Which way the declaration says that an outcome moves when the lever rises.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Sign {
    /// It rises.
    More,
    /// It falls.
    Less,
    /// Either, for reasons that the catalogue names.
    Either,
}

/// An outcome of the sign column, before and after.
#[derive(Copy, Clone, Debug)]
pub struct Outcome {
    /// The series.
    pub series: Series,
    /// What the declaration says.
    pub sign: Sign,
    /// What it comes to after the day without the step: the sum of a flow, the mean of everything else.
    pub without: f64,
    /// The same with the step up, and with the step down, where there is one.
    pub stepped: [Option<f64>; 2],
}

impl Outcome {
    /// Whether it moves the other way than said, in a step that it moves in at all.
    fn is_against(&self) -> bool {
        let wrong = |place: usize, says: Sign| {
            let moved = self.stepped[place].map_or(0.0, |with| with - self.without);
            let rises = if place == 0 { moved } else { -moved };
            match says {
                Sign::More => rises < 0.0,
                Sign::Less => rises > 0.0,
                Sign::Either => false,
            }
        };
        wrong(0, self.sign) || wrong(1, self.sign)
    }

    /// Whether it moves in neither step.
    fn is_still(&self) -> bool {
        self.stepped.iter().flatten().all(|with| *with == self.without)
    }
}

/// What is found of a lever.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Every outcome moves as said in one step at least, and in none the other way.
    Wired,
    /// Nothing moves but the lever itself or money, and the catalogue says why.
    Alone,
    /// The books of a run do not add up.
    Unsound,
    /// Something differs before its day.
    Before,
    /// Nothing moves but the lever itself or money.
    WithoutEffect,
    /// These outcomes move in neither step.
    Still(Vec<Series>),
    /// These outcomes move the other way.
    Against(Vec<Series>),
    /// The catalogue says that it moves nothing but itself, and these move.
    NotAlone(Vec<Series>),
}

impl Verdict {
    /// Whether the lever is as the catalogue says.
    pub fn holds(&self) -> bool {
        matches!(self, Verdict::Wired | Verdict::Alone)
    }
}

/// A lever, how it was stepped, and what came of it.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Its row of the catalogue.
    pub lever: &'static Declaration,
    /// How it is stepped.
    pub trial: Trial,
    /// All that is set in the world in which it is stepped.
    pub sets: Vec<String>,
    /// The value held before the step.
    pub from: String,
    /// The values stepped up and down to.
    pub to: [Option<String>; 2],
    /// The outcomes of its sign column.
    pub outcomes: Vec<Outcome>,
    /// How many series move in either step that are effects.
    pub moved: usize,
    /// What is found.
    pub verdict: Verdict,
}

/// A world and the step that is made in it, if any.
type Key = (&'static str, Vec<String>, Option<String>);

/// A lever that is ready to be stepped.
struct Prepared {
    row: usize,
    trial: Trial,
    sets: Vec<String>,
    from: String,
    to: [Option<String>; 2],
    /// How many months of its world end before the step.
    before: usize,
}

impl Prepared {
    fn key(&self, step: Option<&String>) -> Key {
        let name = levers::declaration(self.row).name;
        let step = step.map(|value| format!("{name}={value}@{}", stepped_on()));
        (self.trial.world, self.sets.clone(), step)
    }
}

/// Every lever of the catalogue.
pub fn all() -> Vec<usize> {
    levers::all().enumerate().filter(|(_, row)| row.role == Role::Lever).map(|(index, _)| index).collect()
}

/// How many runs it takes at most: for the progress shown.
pub fn runs(rows: &[usize], settings: &Settings) -> u32 {
    rows.len() as u32 * 3 * settings.replications
}

/// Proves these levers. `done` is told how many runs are finished; nothing once `stop` is set.
pub fn prove(
    rows: &[usize],
    settings: &Settings,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Option<Vec<Proof>> {
    let prepared = share_out(rows.len(), settings.threads, |place| prepare(rows[place]));
    // The same world is run once, however many levers are stepped in it.
    let mut keys: Vec<Key> = Vec::new();
    for lever in &prepared {
        keys.push(lever.key(None));
        keys.extend(lever.to.iter().flatten().map(|value| lever.key(Some(value))));
    }
    keys.sort();
    keys.dedup();
    let finished = AtomicU32::new(0);
    let each = settings.replications as usize;
    let ran = share_out(keys.len() * each, settings.threads, |place| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let (world, sets, step) = &keys[place / each];
        let sets: Vec<String> = sets.iter().chain(step).cloned().collect();
        let scenario = read(world, &sets, settings);
        let replication = replicate(&scenario, settings.seed, (place % each) as u32, true, Daily::No);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some(replication)
    });
    let ran: Vec<Replication> = ran.into_iter().collect::<Option<_>>()?;
    let of: BTreeMap<&Key, &[Replication]> = keys.iter().zip(ran.chunks(each)).collect();
    Some(prepared.into_iter().map(|lever| judged(lever, &of)).collect())
}

/// A scenario that comes along, changed; ends so many months after the step.
fn read(world: &str, sets: &[String], settings: &Settings) -> Scenario {
    let no_files = |_: &str| Err(std::io::Error::from(std::io::ErrorKind::NotFound));
    let request = Request { scenario: world, sets, files: &no_files };
    match scenario::read(&request) {
        Ok(checked) => {
            let mut scenario = checked.scenario.thinned(settings.one_in);
            let after = (0..settings.months).fold(Month::of(stepped_on()), |month, _| month.next());
            scenario.end = after.first() - Days(1);
            scenario
        }
        Err(failed) => panic!("{world} with {sets:?}: {:?}", failed.diagnostics.first().map(|d| &d.title.en)),
    }
}

/// The world of a lever, with what it needs, and the two values.
fn prepare(row: usize) -> Prepared {
    let lever = levers::declaration(row);
    let trial = proof::trial(lever.name);
    let mut sets: Vec<String> = trial.sets.iter().map(|set| (*set).to_string()).collect();
    let mut world = read(trial.world, &sets, &Settings::default());
    for (_, other, state) in NEEDS.iter().filter(|need| need.0 == lever.name) {
        let other = levers::find(other).expect("a need is a row");
        let declaration = levers::declaration(other);
        if state.met(declaration, world.policy.timeline(other).at(stepped_on())) {
            continue;
        }
        let value = match (state, declaration.kind) {
            (State::Word(word), _) => (*word).to_string(),
            (State::Some, Kind::Switch) => "true".to_string(),
            (State::None, Kind::Switch) => "false".to_string(),
            _ => panic!("{} needs a value of {}: give it in policy/proof.rs", lever.name, declaration.name),
        };
        sets.push(format!("{}={value}@{}", declaration.name, stepped_on()));
        world = read(trial.world, &sets, &Settings::default());
    }
    let held = world.policy.timeline(row).at(stepped_on());
    let to = step::values(lever, &trial, held);
    let before = (Month::of(stepped_on()).number() - Month::of(world.start).number()) as usize;
    Prepared { row, trial, from: scenario::written(lever, held), to, sets, before }
}

/// The world in which a lever is stepped, all that is set in it, and the values that it is stepped up and down to.
pub fn step_of(row: usize) -> (&'static str, Vec<String>, [Option<String>; 2]) {
    let lever = prepare(row);
    (lever.trial.world, lever.sets, lever.to)
}

fn judged(lever: Prepared, of: &BTreeMap<&Key, &[Replication]>) -> Proof {
    let base = of[&lever.key(None)];
    let stepped = [0, 1].map(|way| lever.to[way].as_ref().map(|value| of[&lever.key(Some(value))]));
    let row = levers::declaration(lever.row);
    let measured = |of: &[Replication], series| measured(lever.before, of, series);
    let whole = stepped.iter().flatten().all(|with| is_same_before(lever.before, base, with));
    let moves = |series: &Series| {
        stepped.iter().flatten().any(|with| measured(with, *series) != measured(base, *series))
    };
    let effects: Vec<Series> =
        Series::ALL.iter().copied().filter(|series| !is_no_effect(*series) && moves(series)).collect();
    let outcome = |(series, sign): (Series, Sign)| Outcome {
        series,
        sign,
        without: measured(base, series),
        stepped: stepped.map(|with| with.map(|with| measured(with, series))),
    };
    let outcomes: Vec<Outcome> = signs(row.moves).into_iter().map(outcome).collect();
    let runs = stepped.iter().flatten().flat_map(|with| with.iter()).chain(base);
    let sound = runs.flat_map(|run| &run.audit).all(|line| !line.violation || line.found == 0);
    let verdict = if sound {
        verdict(whole, proof::alone(row.name).is_some(), &effects, &outcomes)
    } else {
        Verdict::Unsound
    };
    let Prepared { trial, sets, from, to, .. } = lever;
    Proof { lever: row, trial, sets, from, to, outcomes, moved: effects.len(), verdict }
}

fn verdict(whole: bool, alone: bool, effects: &[Series], outcomes: &[Outcome]) -> Verdict {
    let named = |wanted: fn(&Outcome) -> bool| -> Vec<Series> {
        outcomes.iter().filter(|outcome| wanted(outcome)).map(|outcome| outcome.series).collect()
    };
    let (against, still) = (named(Outcome::is_against), named(Outcome::is_still));
    if !whole {
        Verdict::Before
    } else if !against.is_empty() {
        Verdict::Against(against)
    } else if !still.is_empty() {
        Verdict::Still(still)
    } else if alone && !effects.is_empty() {
        Verdict::NotAlone(effects.to_vec())
    } else if alone {
        Verdict::Alone
    } else if effects.is_empty() {
        Verdict::WithoutEffect
    } else {
        Verdict::Wired
    }
}

/// The sign column: `open_cases +, reception -`.
fn signs(moves: &str) -> Vec<(Series, Sign)> {
    let one = |part: &str| {
        let (series, sign) = part.trim().rsplit_once(' ')?;
        let sign = match sign {
            "+" => Sign::More,
            "-" => Sign::Less,
            _ => Sign::Either,
        };
        Some((Series::from_id(series)?, sign))
    };
    moves.split(',').filter_map(one).collect()
}

/// Whether every series is the same to the bit in every month that ends before the day of the step.
fn is_same_before(before: usize, base: &[Replication], with: &[Replication]) -> bool {
    let bits = |one: &Replication| -> Vec<u64> {
        one.months[..before].iter().flatten().map(|number| number.to_bits()).collect()
    };
    base.iter().zip(with).all(|(base, with)| bits(base) == bits(with))
}

/// What a series comes to after the first so many months: the sum of a flow, else the mean over the months with a value.
fn measured(before: usize, of: &[Replication], series: Series) -> f64 {
    let rows = of.iter().flat_map(|one| &one.months[before..]);
    let values: Vec<f64> = rows.map(|row| row[series as usize]).filter(|value| !value.is_nan()).collect();
    let sum: f64 = values.iter().sum();
    match series.kind() {
        SeriesKind::Flow => sum / of.len().max(1) as f64,
        SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => sum / values.len().max(1) as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(sign: Sign, up: f64, down: f64) -> Outcome {
        Outcome { series: Series::Decisions, sign, without: 100.0, stepped: [Some(up), Some(down)] }
    }

    #[test]
    fn a_lever_holds_only_when_its_outcomes_move_as_said_and_nothing_differs_before_its_day() {
        let effects = [Series::Decisions];
        let judge = |outcome| verdict(true, false, &effects, &[outcome]);
        assert_eq!(judge(outcome(Sign::More, 120.0, 80.0)), Verdict::Wired);
        // Saturated in one step.
        assert_eq!(judge(outcome(Sign::More, 100.0, 80.0)), Verdict::Wired);
        assert_eq!(judge(outcome(Sign::Less, 120.0, 80.0)), Verdict::Against(effects.into()));
        assert_eq!(judge(outcome(Sign::More, 120.0, 101.0)), Verdict::Against(effects.into()));
        assert_eq!(judge(outcome(Sign::More, 100.0, 100.0)), Verdict::Still(effects.into()));
        assert_eq!(judge(outcome(Sign::Either, 120.0, 120.0)), Verdict::Wired);
        let fine = [outcome(Sign::More, 120.0, 80.0)];
        assert_eq!(verdict(false, false, &effects, &fine), Verdict::Before);
        assert_eq!(verdict(true, false, &[], &fine), Verdict::WithoutEffect);
        assert_eq!(verdict(true, true, &[], &fine), Verdict::Alone);
        assert_eq!(verdict(true, true, &effects, &fine), Verdict::NotAlone(effects.into()));
        assert!(Verdict::Alone.holds() && !Verdict::WithoutEffect.holds() && !Verdict::Before.holds());
    }

    #[test]
    fn money_and_what_a_lever_is_set_to_are_no_effects() {
        assert!(is_no_effect(Series::CostReception) && is_no_effect(Series::PenaltiesJudicial));
        assert!(is_no_effect(Series::ReceptionPlaces) && !is_no_effect(Series::ReceptionRegular));
    }
}
