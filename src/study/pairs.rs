//! Two scenarios under the same luck, replication by replication.

use std::sync::atomic::AtomicBool;

use super::replication::{Replication, replicate};
use super::run::Options;
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
    let one = |number| replicate(scenario, options.seed, number, options.fixed, options.daily);
    run_as(scenario, reference, options, one, done, stop)
}

/// The same, with what `one` makes of a replication of the scenario by its number.
pub fn run_as<T: Send>(
    scenario: &Scenario,
    reference: &Scenario,
    options: &Options,
    one: impl Fn(u32) -> T + Sync,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> (Vec<T>, Vec<Replication>) {
    let reference = Scenario { start: scenario.start, end: scenario.end, ..reference.clone() };
    let both = |number| (one(number), replicate(&reference, options.seed, number, options.fixed, Daily::No));
    super::run::run_as(options, both, done, stop).into_iter().unzip()
}
