//! A scenario and what it is held against under the same luck, replication by replication.

use std::sync::atomic::AtomicBool;

use super::replication::{Replication, replicate};
use super::run::Options;
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
    let one = |number| replicate(scenario, options.seed, number, options.fixed, options.daily);
    run_as(scenario, references, options, one, done, stop)
}

/// The same, with what `one` makes of a replication of the scenario by its number.
pub fn run_as<T: Send>(
    scenario: &Scenario,
    references: &[&Scenario],
    options: &Options,
    one: impl Fn(u32) -> T + Sync,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> (Vec<T>, Vec<Vec<Replication>>) {
    let as_long =
        |reference: &&Scenario| Scenario { start: scenario.start, end: scenario.end, ..(*reference).clone() };
    let references: Vec<Scenario> = references.iter().map(as_long).collect();
    let together = |number| {
        let of = |reference: &Scenario| replicate(reference, options.seed, number, options.fixed, Daily::No);
        (one(number), references.iter().map(of).collect::<Vec<Replication>>())
    };
    let mut all: Vec<Vec<Replication>> = references.iter().map(|_| Vec::new()).collect();
    let (ours, rows): (Vec<T>, Vec<_>) =
        super::run::run_as(options, together, done, stop).into_iter().unzip();
    for row in rows {
        all.iter_mut().zip(row).for_each(|(list, replication)| list.push(replication));
    }
    (ours, all)
}
