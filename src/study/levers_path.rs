//! The levers over time, as the replications met them.

use std::collections::BTreeSet;

use super::outcome::{LeverPath, LeverStep};
use crate::policy::{Declaration, Kind, Role, Timeline, levers};
use crate::time::Day;

/// The path of every lever between two days: from each day on which any replication changes it, the values that hold and
/// the share of replications in which each does. `status` knows the legal status of what a lever holds on a day, by a trigger
/// or not.
pub fn paths(
    timelines: &[&[Timeline]],
    start: Day,
    end: Day,
    status: impl Fn(usize, Day, bool) -> String,
) -> Vec<LeverPath> {
    let mut paths = Vec::new();
    for (index, declaration) in levers::all().enumerate().filter(|(_, d)| d.role == Role::Lever) {
        let keys = declaration.kind.keys();
        for place in 0..declaration.kind.width() {
            let name = match keys {
                Some(keys) => format!("{}.{}", declaration.name, keys[place]),
                None => declaration.name.to_string(),
            };
            let lines: Vec<&Timeline> = timelines.iter().map(|t| &t[index]).collect();
            paths.push(LeverPath {
                lever: name,
                dutch: declaration.dutch.to_string(),
                unit: declaration.unit.to_string(),
                steps: steps(declaration, &lines, place, (start, end), |day, by| status(index, day, by)),
            });
        }
    }
    paths
}

fn steps(
    declaration: &Declaration,
    lines: &[&Timeline],
    place: usize,
    (start, end): (Day, Day),
    status: impl Fn(Day, bool) -> String,
) -> Vec<LeverStep> {
    let mut dates = BTreeSet::from([start]);
    for line in lines {
        dates.extend(line.steps().iter().map(|s| s.from).filter(|d| (start..=end).contains(d)));
    }
    let mut steps: Vec<LeverStep> = Vec::new();
    let mut before: Vec<(u64, f64)> = Vec::new();
    for date in dates {
        let mut shares: Vec<(u64, f64)> = Vec::new();
        let mut triggered = BTreeSet::new();
        for line in lines {
            let value = line.at(date)[place];
            if line.steps().iter().any(|s| s.triggered && s.from <= date && s.values[place] == value) {
                triggered.insert(value.to_bits());
            }
            match shares.iter_mut().find(|s| s.0 == value.to_bits()) {
                Some(share) => share.1 += 1.0,
                None => shares.push((value.to_bits(), 1.0)),
            }
        }
        shares.sort_by(|a, b| f64::from_bits(a.0).total_cmp(&f64::from_bits(b.0)));
        if shares == before {
            continue;
        }
        for &(bits, count) in &shares {
            let value = f64::from_bits(bits);
            let text = text(declaration.kind.inner(), value);
            let number = !matches!(declaration.kind.inner(), Kind::Choice(_));
            steps.push(LeverStep {
                date,
                text,
                value: number.then_some(value),
                share: count / lines.len() as f64,
                triggered: triggered.contains(&bits),
                status: status(date, triggered.contains(&bits)),
            });
        }
        before = shares;
    }
    steps
}

/// A number of a lever as a scenario file writes it.
pub fn text(kind: Kind, value: f64) -> String {
    match kind {
        Kind::Switch => if value != 0.0 { "true" } else { "false" }.to_string(),
        Kind::Choice(words) => words.get(value as usize).copied().unwrap_or("?").to_string(),
        _ => format!("{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Step;

    #[test]
    fn a_trigger_that_fired_in_half_of_the_replications_has_a_share_of_a_half() {
        let index = levers::find("regular_places").unwrap();
        let quiet: Vec<Timeline> = (0..levers::count())
            .map(|i| Timeline::constant(vec![1.0; levers::declaration(i).kind.width()].into()))
            .collect();
        let day = Day::from_number;
        let mut fired = quiet.clone();
        fired[index] = Timeline::new(vec![
            Step { from: day(0), values: [1.0].into(), triggered: false },
            Step { from: day(50), values: [2.0].into(), triggered: true },
        ]);
        let paths = paths(&[&quiet, &fired], day(10), day(100), |_, _, _| String::new());
        let path = paths.iter().find(|p| p.lever == "regular_places").unwrap();
        let seen: Vec<_> =
            path.steps.iter().map(|s| (s.date.number(), s.value, s.share, s.triggered)).collect();
        assert_eq!(
            seen,
            [(10, Some(1.0), 1.0, false), (50, Some(1.0), 0.5, false), (50, Some(2.0), 0.5, true)]
        );
    }
}
