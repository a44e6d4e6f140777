//! The values that a lever is stepped up and down to, by its kind.

use crate::policy::proof::Trial;
use crate::policy::{Declaration, Kind};
use crate::scenario::written;

/// The values up and down, as `--set` takes them; nothing where the bounds leave no step.
pub(super) fn values(lever: &Declaration, trial: &Trial, held: &[f64]) -> [Option<String>; 2] {
    let stepped = |given: &str, numbers: Vec<f64>| {
        if !given.is_empty() {
            return Some(given.to_string());
        }
        (numbers != held).then(|| written(lever, &numbers))
    };
    [stepped(trial.up, up(lever, held)), stepped(trial.down, down(lever, held))]
}

fn up(lever: &Declaration, held: &[f64]) -> Vec<f64> {
    let (_, high) = lever.range;
    match lever.kind.inner() {
        Kind::Switch => vec![1.0; held.len()],
        Kind::Choice(words) => vec![(held[0] + 1.0).min((words.len() - 1) as f64)],
        Kind::Share if matches!(lever.kind, Kind::Mix(_)) => tilted(held, 2.0),
        // Halfway to the most that is allowed, where that is near.
        _ if high <= 1.0 => held.iter().map(|x| exact(x + (high - x) / 2.0)).collect(),
        kind => held.iter().map(|x| whole(kind, (2.0 * x).min(high))).collect(),
    }
}

fn down(lever: &Declaration, held: &[f64]) -> Vec<f64> {
    let (low, high) = lever.range;
    match lever.kind.inner() {
        Kind::Switch => vec![0.0; held.len()],
        Kind::Choice(_) => vec![(held[0] - 1.0).max(0.0)],
        Kind::Share if matches!(lever.kind, Kind::Mix(_)) => tilted(held, 0.5),
        _ if high <= 1.0 => held.iter().map(|x| exact(low + (x - low) / 2.0)).collect(),
        kind => held.iter().map(|x| whole(kind, (x / 4.0).max(low))).collect(),
    }
}

/// Shares in which each next key weighs so many times more; they add up to one.
fn tilted(held: &[f64], times: f64) -> Vec<f64> {
    let mut weight = 1.0 / times;
    let weighed: Vec<f64> = held
        .iter()
        .map(|x| {
            weight *= times;
            x * weight
        })
        .collect();
    let sum: f64 = weighed.iter().sum();
    let mut shares: Vec<f64> = weighed.iter().map(|x| exact(x / sum)).collect();
    let rest: f64 = shares[1..].iter().sum();
    shares[0] = exact(1.0 - rest);
    shares
}

/// To four decimals, as people write shares.
fn exact(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

/// Whole where the kind is.
fn whole(kind: Kind, x: f64) -> f64 {
    match kind {
        Kind::Count | Kind::Days | Kind::Minutes => x.round(),
        _ => exact(x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{levers, proof};

    fn steps(name: &'static str, held: &[f64]) -> [Option<String>; 2] {
        let lever = levers::declaration(levers::find(name).unwrap());
        values(lever, &proof::trial(name), held)
    }

    #[test]
    fn a_lever_is_stepped_within_its_bounds() {
        let text = |x: &str| Some(x.to_string());
        assert_eq!(steps("decision_staff", &[1400.0]), [text("2800"), text("350")]);
        assert_eq!(steps("new_cases_share", &[0.7]), [text("0.85"), text("0.35")]);
        assert_eq!(steps("accelerated_procedure", &[1.0]), [None, text("false")]);
        assert_eq!(steps("family_wait_start", &[0.0]).map(|step| step.is_some()), [true, false]);
        assert_eq!(steps("detention_term", &[0.0]), [None, None]);
        assert_eq!(tilted(&[0.5, 0.5], 2.0), [0.3333, 0.6667]);
    }
}
