//! One replication: the chain under one throw of all dice.

use crate::flow::{self, Recorder};
use crate::policy::Timeline;
use crate::random::Stream;
use crate::record::{Audit, AuditLine, Book, Both, Daily, Series, SeriesKind};
use crate::scenario::Scenario;

/// The results of one replication.
#[derive(Clone, Debug)]
pub struct Replication {
    /// Its number, from 0.
    pub number: u32,
    /// Series at each month's end, in the order of `Series::ALL`.
    pub months: Vec<[f64; Series::ALL.len()]>,
    /// Series on each evening, if asked for.
    pub days: Vec<[f64; Series::ALL.len()]>,
    /// The levers' timelines, where triggers may have changed them.
    pub timelines: Option<Vec<Timeline>>,
    /// What the audit found.
    pub audit: Vec<AuditLine>,
}

/// Runs replication `number` of a scenario under a seed. `fixed` holds every uncertainty at its value.
pub fn replicate(scenario: &Scenario, seed: u64, number: u32, fixed: bool, daily: Daily) -> Replication {
    watched(scenario, seed, number, fixed, daily, ()).0
}

/// The same, with somebody who watches beside the usual recorders.
pub fn watched<R: Recorder>(
    scenario: &Scenario,
    seed: u64,
    number: u32,
    fixed: bool,
    daily: Daily,
    watcher: R,
) -> (Replication, R) {
    let stream = Stream::new(seed, number);
    let policy = if fixed { scenario.policy.held() } else { scenario.policy.drawn(stream, number) };
    let policy = policy.thinned(scenario.one_in);
    let mut recorders = Both(Both(Book::new(scenario.end, daily), Audit::default()), watcher);
    let world = flow::run(scenario.start, scenario.end, policy, &scenario.stock(), stream, &mut recorders);
    let Both(Both(book, mut audit), watcher) = recorders;
    audit.close(&world);
    let (mut months, mut days) = (book.months, book.days);
    if scenario.one_in > 1 {
        months.iter_mut().chain(&mut days).for_each(|row| make_whole(row, scenario.one_in));
    }
    let timelines = scenario.policy.has_triggers().then(|| {
        (0..crate::policy::levers::count()).map(|i| world.policy.stated_whole(i, scenario.one_in)).collect()
    });
    (Replication { number, months, days, timelines, audit: audit.lines() }, watcher)
}

/// What a thinned chain counts, as of the whole one. Waits and shares are what they are.
fn make_whole(row: &mut [f64; Series::ALL.len()], one_in: u32) {
    let counted = |series: &&Series| matches!(series.kind(), SeriesKind::Stock | SeriesKind::Flow);
    for series in Series::ALL.iter().filter(counted) {
        row[*series as usize] *= f64::from(one_in);
    }
}
