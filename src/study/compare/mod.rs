//! Scenarios side by side under the same luck: what sets each apart from a reference, how sure that is, what only moves
//! elsewhere, what measures do together, and what is regretted when luck turns out otherwise.

mod interaction;
mod moved;
mod regret;

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

pub use interaction::Interaction;
pub use moved::{Fall, Moved, by_year as moved_by_year};
pub use regret::{LESS_IS_BETTER, Regret};

use super::differences::{self, SeriesDifferences};
use super::ranking::{Interest, interest, weight};
use super::replication::{Replication, watched};
use super::run::{Options, each, month_ends};
use super::years::{self, Year};
use crate::diagnostic::Text;
use crate::record::ledger::Balance;
use crate::record::{AuditLine, Ledger, Series};
use crate::scenario::{Change, Clash, Scenario, changes, clashes};
use crate::time::Day;

/// A replication with the ledger of where everybody went.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its series.
    pub replication: Replication,
    /// Persons by account at each month's end.
    pub ledger: Vec<Balance>,
}

/// Runs each replication of all scenarios together, so that whoever is stopped halfway has whole rows. The first is the
/// reference; all get its first and last day. `done` and `stop` are as in [`run`](super::run()). A list of replications a
/// scenario.
pub fn run(
    scenarios: &[Scenario],
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Vec<Vec<Run>> {
    let one = |scenario: &Scenario, number| {
        let ledger = Ledger::new(scenario.end);
        let (replication, ledger) =
            watched(scenario, options.seed, number, options.fixed, options.daily, ledger);
        let mut months = ledger.months;
        months.iter_mut().flatten().for_each(|persons| *persons *= i64::from(scenario.one_in));
        Run { replication, ledger: months }
    };
    side_by_side(scenarios, options, one, done, stop)
}

/// The same, with what `one` makes of a replication of a scenario.
pub fn side_by_side<T: Send>(
    scenarios: &[Scenario],
    options: &Options,
    one: impl Fn(&Scenario, u32) -> T + Sync,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Vec<Vec<T>> {
    let finished = AtomicU32::new(0);
    let row = |number| {
        let mut row = Vec::with_capacity(scenarios.len());
        for scenario in scenarios {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            row.push(one(scenario, number));
        }
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some(row)
    };
    let mut all: Vec<Vec<T>> = scenarios.iter().map(|_| Vec::new()).collect();
    for row in each(options, row).into_iter().flatten() {
        all.iter_mut().zip(row).for_each(|(list, run)| list.push(run));
    }
    all
}

/// One of the scenarios that are compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it changes against the reference.
    pub changes: Vec<Change>,
    /// What it is warned of.
    pub clashes: Vec<Clash>,
    /// Levers with a value that is not law on the data date, with their legal status.
    pub not_law: Vec<(String, String)>,
    /// Behavioural effects above zero that take part.
    pub assumed_effects: Vec<String>,
    /// Its outcomes by calendar year.
    pub years: Vec<Year>,
    /// Its differences from the reference, in the order of `Series::ALL`; none for the reference itself.
    pub differences: Vec<SeriesDifferences>,
    /// Where its persons went otherwise, by the end of each year; none for the reference itself.
    pub moved: Vec<Moved>,
}

/// How much smaller pairing makes the variance of a difference.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Gain {
    /// Which outcome, in the last year.
    pub series: Series,
    /// Variance of the difference of unpaired replications, over that of paired ones.
    pub ratio: f64,
}

/// Everything that a comparison has to say.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What the others are held against.
    pub reference: Side,
    /// The others.
    pub sides: Vec<Side>,
    /// Month ends.
    pub dates: Vec<Day>,
    /// The day up to which published figures and law are taken into account.
    pub data_date: Day,
    /// Replications that are in the results, and that were asked for.
    pub replications: (u32, u32),
    /// The seed.
    pub seed: u64,
    /// Whether every uncertainty was held.
    pub fixed: bool,
    /// The chain was run at one in so many; one for the whole chain.
    pub one_in: u32,
    /// What several changes do together beyond what each does alone.
    pub interaction: Option<Interaction>,
    /// By how much each scenario falls short of the best, over the luck and the uncertainties.
    pub regrets: Vec<Regret>,
    /// What the audit found in all runs.
    pub audit: Vec<AuditLine>,
    /// The command that makes it again.
    pub command: String,
    /// SHA-256 of `differences.csv`.
    pub hash: String,
}

/// Compares the runs of scenarios, the first of which is the reference. `parts` are the places of those that are parts of
/// another, `whole`, where an interaction is asked for; parts are left out where scenarios compete.
pub fn compare(
    scenarios: &[Scenario],
    runs: &[Vec<Run>],
    options: &Options,
    combined: Option<(usize, &[usize])>,
) -> Comparison {
    let reference = &scenarios[0];
    let dates = month_ends(reference.start, reference.end);
    let replications: Vec<Vec<Replication>> =
        runs.iter().map(|list| list.iter().map(|run| run.replication.clone()).collect()).collect();
    let side = |n: usize| {
        let scenario = &scenarios[n];
        let other = n > 0;
        let changes = changes(scenario, reference);
        let pairs = differences::pairs(&replications[n], &replications[0]);
        Side {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            clashes: clashes(scenario, reference, &changes),
            changes,
            not_law: scenario.not_law(),
            assumed_effects: scenario.assumed_effects(),
            years: years::years(&replications[n], &dates),
            differences: if other { differences::differences(&pairs, &dates) } else { Vec::new() },
            moved: if other { moved::by_year(&runs[n], &runs[0], &dates) } else { Vec::new() },
        }
    };
    let competing: Vec<usize> = (0..scenarios.len())
        .filter(|n| combined.is_none_or(|(_, parts)| parts.len() == 1 || !parts.contains(n)))
        .collect();
    let audits: Vec<_> = runs.iter().flatten().map(|run| run.replication.audit.clone()).collect();
    Comparison {
        reference: side(0),
        sides: (1..scenarios.len()).map(side).collect(),
        data_date: scenarios.iter().map(|scenario| scenario.data_date).max().unwrap_or(reference.data_date),
        replications: (runs[0].len() as u32, options.replications),
        seed: options.seed,
        fixed: options.fixed,
        one_in: reference.one_in,
        interaction: combined.map(|(whole, parts)| interaction::of(&replications, whole, parts, &dates)),
        regrets: regret::regrets(&replications, &competing, &dates),
        audit: crate::record::Audit::add_up(&audits),
        command: String::new(),
        hash: String::new(),
        dates,
    }
}

impl Comparison {
    /// The outcomes that move in any of the scenarios, those first that a reader asks about, and among those whose
    /// difference is largest and surest in one of them.
    pub fn movers(&self) -> Vec<Series> {
        self.ranked(&self.sides.iter().collect::<Vec<_>>())
    }

    /// The same for one scenario.
    pub fn moved_by(&self, side: &Side) -> Vec<Series> {
        self.ranked(&[side])
    }

    fn ranked(&self, sides: &[&Side]) -> Vec<Series> {
        let moves = |series: Series| sides.iter().any(|side| side.differences[series as usize].moves());
        let weight = |series: Series| {
            let of = |side: &&Side| weight(&side.differences[series as usize], &self.reference.years);
            sides.iter().map(of).fold(0.0, f64::max)
        };
        let moving = Series::ALL.iter().copied().filter(|series| moves(*series));
        let mut ranked: Vec<(Interest, f64, Series)> =
            moving.map(|series| (interest(series), weight(series), series)).collect();
        ranked.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        ranked.into_iter().map(|(.., series)| series).collect()
    }

    /// What pairing gains for a scenario in an outcome, in the last year; `None` where nothing moves or nothing varies.
    pub fn gain(&self, side: &Side, series: Series) -> Option<Gain> {
        let variance = |sd: Option<f64>| sd.map(|sd| sd * sd);
        let of = |side: &Side| variance(side.years.last()?.band(series).sd);
        let paired =
            variance(side.differences[series as usize].years.last()?.band.sd).filter(|v| *v > 0.0)?;
        Some(Gain { series, ratio: (of(side)? + of(&self.reference)?) / paired })
    }

    /// Whether the run was stopped before all replications were done.
    pub const fn partial(&self) -> bool {
        self.replications.0 < self.replications.1
    }
}
