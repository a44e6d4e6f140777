//! A scenario and what it is held against under the same luck, replication by replication.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::replication::{Replication, replicate};
use super::run::{Options, each};
use crate::record::Daily;
use crate::scenario::Scenario;

/// The replications of a scenario, and those of each reference in the same order.
pub type Pairs = (Vec<Replication>, Vec<Vec<Replication>>);

/// Runs each replication of a scenario together with that of each reference, so that whoever is stopped halfway has pairs.
/// The references get the horizon of the scenario. `done` and `stop` are as in [`run`](super::run()).
pub fn run(
    scenario: &Scenario,
    references: &[&Scenario],
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Pairs {
    let as_long =
        |reference: &&Scenario| Scenario { start: scenario.start, end: scenario.end, ..(*reference).clone() };
    let references: Vec<Scenario> = references.iter().map(as_long).collect();
    let finished = AtomicU32::new(0);
    let one = |number| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let (seed, fixed) = (options.seed, options.fixed);
        let ours = replicate(scenario, seed, number, fixed, options.daily);
        let of = |reference: &Scenario| replicate(reference, seed, number, fixed, Daily::No);
        let theirs: Vec<Replication> = references.iter().map(of).collect();
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some((ours, theirs))
    };
    let mut all: Vec<Vec<Replication>> = references.iter().map(|_| Vec::new()).collect();
    let (ours, rows): (Vec<_>, Vec<_>) = each(options, one).into_iter().flatten().unzip();
    for row in rows {
        all.iter_mut().zip(row).for_each(|(list, replication)| list.push(replication));
    }
    (ours, all)
}
