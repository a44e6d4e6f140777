//! Two scenarios under the same luck, replication by replication.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::replication::{Replication, replicate};
use super::run::{Options, each};
use crate::record::Daily;
use crate::scenario::Scenario;

/// Runs each replication of a scenario together with that of a reference, so that whoever is stopped halfway has pairs.
/// The reference gets the horizon of the scenario. `done` and `stop` are as in [`run`](super::run()).
pub fn run(
    scenario: &Scenario,
    reference: &Scenario,
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> (Vec<Replication>, Vec<Replication>) {
    let reference = Scenario { start: scenario.start, end: scenario.end, ..reference.clone() };
    let finished = AtomicU32::new(0);
    let one = |number| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let (seed, fixed) = (options.seed, options.fixed);
        let ours = replicate(scenario, seed, number, fixed, options.daily);
        let theirs = replicate(&reference, seed, number, fixed, Daily::No);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some((ours, theirs))
    };
    each(options, one).into_iter().flatten().unzip()
}
