//! The replay of history, held against published figures.
//!
//! *Conditional*: the run is given what the chain does not decide, inflow, law, staff, places and targets, and is scored on
//! what it does. A second run is told the grant shares that came too, which parts the error into policy and model. Nothing
//! that was published after the first day moves the run on; whoever is told every year what came knows more than it.

mod as_known;
mod experiments;
mod naive;
mod score;
mod simulated;
mod targets;
mod watch;

pub use as_known::{
    AHEAD, AS_KNOWN, AsKnown, Foreseen, Needed, Official, Record, Recorded, Told as Foretold, as_known,
    known_on, needed, origins, record, recorded,
};
pub use experiments::{Answer, Came, EXPERIMENTS, Experiment, FACTOR, MONTHS, Tried};
pub use naive::Naive;
pub use score::{Judged, Part, Score, Scored, Spread, Told};
pub use targets::{Point, Span, Take, Target, targets};

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::outcome::{AuditLine, Closure};
use super::published;
use super::replication::{Replication, watched};
use super::run::{Options, each, month_ends};
use crate::record::Audit;
use crate::scenario::Scenario;
use crate::time::Day;
use experiments::{Pair, Watched};
use score::Runs;
use watch::Watch;

/// The scenario that is replayed.
pub const REPLAY: &str = "history";
/// The same, told the grant shares that came.
pub const WITH_GRANTS: &str = "history_realised_grants";

/// The same as the first, with sets of values that fit the years before the test.
pub const CALIBRATED: &str = "history_calibrated";

/// Everything that was found.
#[derive(Clone, Debug)]
pub struct Backtest {
    /// First and last day of the replay.
    pub period: (Day, Day),
    /// Replications of each run.
    pub replications: u32,
    /// The seed.
    pub seed: u64,
    /// The chain was run at one in so many.
    pub one_in: u32,
    /// A row a target, those that are not scored too.
    pub targets: Vec<Scored>,
    /// Outcomes with more than one definition.
    pub spreads: Vec<Spread>,
    /// What published stocks, applications and decisions leave unexplained, in the years of the replay.
    pub residuals: Vec<Closure>,
    /// The natural experiments.
    pub experiments: Vec<Tried>,
    /// What the audits of all runs found.
    pub audit: Vec<AuditLine>,
    /// Whether fitted values are sets of the user's own, in place of those that came with the program.
    pub own_sets: bool,
}

/// What a replication says of a target in the days of a figure.
pub(super) fn said(target: &Target, span: Span, replication: &Replication, dates: &[Day]) -> Option<f64> {
    simulated::value(target, span, replication, dates)
}

/// The names of the scenarios that [`backtest`] wants, in their order.
pub fn scenarios() -> Vec<&'static str> {
    let mut names = vec![REPLAY, WITH_GRANTS, CALIBRATED];
    for one in EXPERIMENTS.iter().flat_map(|one| [one.without, one.fitted]) {
        if !names.contains(&one) {
            names.push(one);
        }
    }
    names
}

/// Whether a scenario of that name stands for sets of values that were fitted.
pub fn fitted(name: &str) -> bool {
    name == CALIBRATED || EXPERIMENTS.iter().any(|one| one.fitted == name)
}

/// How many runs a back-test has: the scenarios, and each experiment without its lever with fitted values.
pub fn runs() -> u32 {
    (scenarios().len() + EXPERIMENTS.len()) as u32
}

/// Runs the scenarios named by [`scenarios`] under the same luck and scores them. `done` is told how many replications of
/// all runs together are finished. Nothing when it was stopped.
pub fn backtest(
    scenarios: &[Scenario],
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Option<Backtest> {
    let names = self::scenarios();
    let place =
        |name: &str| names.iter().position(|one| *one == name).expect("it is one of those that are run");
    let without = EXPERIMENTS.iter().map(|one| {
        let (without, fitted) = (&scenarios[place(one.without)], &scenarios[place(one.fitted)]);
        let policy = without.policy.clone().with_sets(fitted.policy.sets().cloned());
        Scenario { policy, ..without.clone() }
    });
    let finished = AtomicU32::new(0);
    let all: Vec<Vec<Watched>> = scenarios
        .iter()
        .cloned()
        .chain(without)
        .map(|scenario| {
            let one = |number| {
                let watched = (!stop.load(Ordering::Relaxed)).then(|| watch(&scenario, options, number));
                done(finished.fetch_add(1, Ordering::Relaxed) + 1);
                watched
            };
            each(options, one).into_iter().flatten().collect()
        })
        .collect();
    if all.iter().any(|run| run.len() < options.replications as usize) {
        return None;
    }
    let [replay, with_grants, calibrated, ..] = &all[..] else {
        panic!("a back-test has at least three runs")
    };
    let (start, end) = (scenarios[0].start, scenarios[0].end);
    let dates = month_ends(start, end);
    let closure = published::closure();
    let runs = Runs { replay, with_grants, calibrated, dates: &dates, start };
    let targets: Vec<Scored> =
        targets().into_iter().map(|target| score::score(target, runs, &closure)).collect();
    let audits: Vec<Vec<AuditLine>> = all.iter().flatten().map(|one| one.replication.audit.clone()).collect();
    let tried = |(one, fitted_without): (&Experiment, &Vec<Watched>)| {
        let laid_down = Pair { with: replay, without: &all[place(one.without)] };
        let fitted = Pair { with: &all[place(one.fitted)], without: fitted_without };
        experiments::try_out(one, laid_down, fitted, &dates)
    };
    Some(Backtest {
        period: (start, end),
        replications: options.replications,
        seed: options.seed,
        one_in: scenarios[0].one_in,
        spreads: score::spreads(&targets),
        targets,
        residuals: closure
            .into_iter()
            .filter(|c| (start.year()..=end.year()).contains(&c.year) && c.definition == "UNHCR")
            .collect(),
        experiments: EXPERIMENTS.iter().zip(&all[scenarios.len()..]).map(tried).collect(),
        audit: Audit::add_up(&audits),
        own_sets: scenarios[place(CALIBRATED)].id != CALIBRATED,
    })
}

/// One replication, watched.
fn watch(scenario: &Scenario, options: &Options, number: u32) -> Watched {
    let Options { seed, fixed, daily, .. } = *options;
    let (replication, watch) = watched(scenario, seed, number, fixed, daily, Watch::default());
    let whole = |persons: [i64; 3]| persons.map(|persons| persons as f64 * f64::from(scenario.one_in));
    Watched { replication, watched: watch.months.into_iter().map(whole).collect() }
}
