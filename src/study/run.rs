//! Many replications of one scenario, folded in order into bands.

use std::sync::atomic::{AtomicBool, Ordering};

use super::outcome::SeriesBands;
use super::replication::{Replication, replicate};
use crate::record::{Daily, Series};
use crate::scenario::Scenario;
use crate::stats::Band;
use crate::time::{Day, Month};

/// How a scenario is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The first replication, from 0.
    pub first: u32,
    /// How many replications.
    pub replications: u32,
    /// The seed.
    pub seed: u64,
    /// Hold every uncertainty at its value: the bands then show chance only.
    pub fixed: bool,
    /// Keep every day.
    pub daily: Daily,
    /// Threads; results do not depend on it.
    pub threads: usize,
}

/// Runs the replications. `done` is told after each one how many are finished; once `stop` is set, no new one begins and
/// those finished are returned. They come in order of number whatever the number of threads.
pub fn run(
    scenario: &Scenario,
    options: &Options,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Vec<Replication> {
    run_as(
        options,
        |number| replicate(scenario, options.seed, number, options.fixed, options.daily),
        done,
        stop,
    )
}

/// The same, with what `one` makes of a replication by its number.
pub fn run_as<T: Send>(
    options: &Options,
    one: impl Fn(u32) -> T + Sync,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Vec<T> {
    let finished = std::sync::atomic::AtomicU32::new(0);
    let one = |number| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let made = one(number);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some(made)
    };
    each(options, one).into_iter().flatten().collect()
}

pub(super) fn each<T: Send>(options: &Options, one: impl Fn(u32) -> T + Sync) -> Vec<T> {
    share_out(options.replications as usize, options.threads, |number| one(options.first + number as u32))
}

/// The results of so many pieces of work in their order, whatever the number of threads.
#[cfg(feature = "cli")]
pub(super) fn share_out<T: Send>(count: usize, threads: usize, one: impl Fn(usize) -> T + Sync) -> Vec<T> {
    use rayon::prelude::*;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    match pool {
        Ok(pool) => pool.install(|| (0..count).into_par_iter().map(&one).collect()),
        // A system that gives no threads still gets its answer.
        Err(_) => (0..count).map(one).collect(),
    }
}

/// The same without threads.
#[cfg(not(feature = "cli"))]
pub(super) fn share_out<T: Send>(count: usize, _: usize, one: impl Fn(usize) -> T + Sync) -> Vec<T> {
    (0..count).map(one).collect()
}

/// The last day of each month of the horizon: the dates of the monthly rows.
pub fn month_ends(start: Day, end: Day) -> Vec<Day> {
    let mut dates = Vec::new();
    let mut month = Month::of(start);
    while month.last() < end {
        dates.push(month.last());
        month = month.next();
    }
    dates.push(end);
    dates
}

/// Every day of the horizon.
pub fn days(start: Day, end: Day) -> Vec<Day> {
    (start.number()..=end.number()).map(Day::from_number).collect()
}

/// The bands of every series over the rows of the replications.
pub fn bands<'a>(
    rows: impl Fn(usize) -> &'a [[f64; Series::ALL.len()]],
    replications: usize,
    dates: usize,
) -> Vec<SeriesBands> {
    let mut values = Vec::with_capacity(replications);
    let mut band = |series: Series, date: usize| {
        values.clear();
        values.extend((0..replications).map(|r| rows(r)[date][series as usize]));
        Band::of(&mut values)
    };
    let of =
        |&series: &Series| SeriesBands { series, bands: (0..dates).map(|date| band(series, date)).collect() };
    Series::ALL.iter().map(of).collect()
}
