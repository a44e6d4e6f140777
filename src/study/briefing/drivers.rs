//! Which uncertainties move an outcome: what the replications say of it that drew them high or low. Who comes is one of them,
//! though no row of a scenario: its path is drawn month by month. Only what stands out from chance is told, with as many looked
//! at as there are.

use crate::policy::{Uncertainty, levers};
use crate::random::{Stream, distribution};
use crate::record::Series;
use crate::scenario::Scenario;
use crate::stats::Interval;
use crate::study::replication::Replication;

/// Replications that it takes: ten in each fifth.
const FEWEST: usize = 50;
/// The chance that anything stands out where nothing does.
const CHANCE: f64 = 0.05;

/// The driver that is no row of a scenario: first applications over the whole run.
pub const INFLOW: Series = Series::InflowFirst;

/// The uncertainties that move an outcome in the last month.
#[derive(Clone, PartialEq, Debug)]
pub struct Drivers {
    /// The outcome.
    pub series: Series,
    /// Its mean over the replications.
    pub mean: f64,
    /// How many uncertainties were looked at.
    pub looked_at: usize,
    /// Those that stand out: who came, then the uncertainties, the strongest first.
    pub found: Vec<Driver>,
}

/// An uncertainty that stands out.
#[derive(Clone, PartialEq, Debug)]
pub struct Driver {
    /// Its name in scenario files; [`INFLOW`] for who comes.
    pub name: &'static str,
    /// Rank correlation with the outcome (Spearman), -1 to 1; of an uncertainty with what who came leaves of the outcome.
    pub correlation: f64,
    /// The outcome in the fifth of the replications with its lowest values, less the mean of all, with 95 % confidence; of an
    /// uncertainty less what follows from who came.
    pub lowest: Interval,
    /// The same in the fifth with its highest.
    pub highest: Interval,
}

/// Those of a scenario under a seed; `None` where there are too few replications, or where the outcome does not vary.
pub(super) fn drivers(
    scenario: &Scenario,
    replications: &[Replication],
    seed: u64,
    series: Series,
) -> Option<Drivers> {
    let outcome: Option<Vec<f64>> =
        replications.iter().map(|one| one.months.last().map(|month| month[series as usize])).collect();
    let outcome =
        outcome.filter(|list| list.len() >= FEWEST && list.iter().all(|value| value.is_finite()))?;
    let drawn = |one: &Uncertainty| {
        let values = replications.iter().map(|replication| one.draw(Stream::new(seed, replication.number)));
        (levers::declaration(one.index).name, values.collect())
    };
    let came =
        |replication: &Replication| replication.months.iter().map(|month| month[INFLOW as usize]).sum();
    let came: Vec<f64> = replications.iter().map(came).collect();
    Some(standing_out(series, &outcome, &came, scenario.policy.uncertainties().iter().map(drawn).collect()))
}

/// What stands out among who came and the uncertainties, with the values that the replications drew.
fn standing_out(
    series: Series,
    outcome: &[f64],
    came: &[f64],
    drawn: Vec<(&'static str, Vec<f64>)>,
) -> Drivers {
    let mean = outcome.iter().sum::<f64>() / outcome.len() as f64;
    let varied: Vec<(&'static str, Vec<f64>)> =
        drawn.into_iter().filter(|(_, list)| list.iter().any(|value| *value != list[0])).collect();
    let looked_at = varied.len() + 1;
    // Bonferroni: of so many, none is to stand out by chance.
    let bound = distribution::normal(1.0 - CHANCE / (2.0 * looked_at as f64));
    let bound = bound / (outcome.len() as f64 - 1.0).sqrt();
    let of = |name: &'static str, values: &[f64], outcome: &[f64]| {
        let correlation = correlation(&ranks(values), &ranks(outcome));
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
        let fifth = values.len() / 5;
        let side = |places: &[usize]| {
            let differences: Vec<f64> = places.iter().map(|place| outcome[*place]).collect();
            Interval::of(&differences, 0.95)
        };
        let (lowest, highest) = (side(&order[..fifth])?, side(&order[values.len() - fifth..])?);
        (correlation.abs() > bound).then_some(Driver { name, correlation, lowest, highest })
    };
    let from_mean: Vec<f64> = outcome.iter().map(|value| value - mean).collect();
    let left = beside(&from_mean, came);
    let mut found: Vec<Driver> = varied.iter().filter_map(|(name, values)| of(name, values, &left)).collect();
    found.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    found.splice(0..0, of(INFLOW.id(), came, &from_mean));
    Drivers { series, mean, looked_at, found }
}

/// What is left of an outcome once who came is taken out: its distance from a parabola through both, by least squares.
/// Without that, who comes drowns everything else.
fn beside(outcome: &[f64], came: &[f64]) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let without = |list: Vec<f64>, by: &[f64]| -> Vec<f64> {
        let size = dot(by, by);
        let slope = if size > 0.0 { dot(&list, by) / size } else { 0.0 };
        list.iter().zip(by).map(|(value, by)| value - slope * by).collect()
    };
    let level = vec![1.0; came.len()];
    let line = without(came.to_vec(), &level);
    let square: Vec<f64> = line.iter().map(|value| value * value).collect();
    let curve = without(without(square, &level), &line);
    [level, line, curve].iter().fold(outcome.to_vec(), |left, by| without(left, by))
}

/// The rank of each value; equal ones share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    while first < order.len() {
        let equal = order[first..].iter().take_while(|place| values[**place] == values[order[first]]).count();
        let shared = first as f64 + (equal as f64 - 1.0) / 2.0;
        order[first..first + equal].iter().for_each(|place| ranks[*place] = shared);
        first += equal;
    }
    ranks
}

/// The correlation of two lists; none where one does not vary.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (centre_a, centre_b) = (mean(a), mean(b));
    let product = |x: &[f64], x0: f64, y: &[f64], y0: f64| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - x0) * (y - y0)).sum()
    };
    let scale = (product(a, centre_a, a, centre_a) * product(b, centre_b, b, centre_b)).sqrt();
    if scale > 0.0 { product(a, centre_a, b, centre_b) / scale } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Draw;

    #[test]
    fn what_moves_the_outcome_stands_out_and_what_does_not_is_left_out() {
        let stream = Stream::new(5, 0);
        let drawn =
            |which: u64| -> Vec<f64> { (0..200).map(|n| stream.uniform(Draw::Tie, which, n)).collect() };
        let (strong, weak, idle) = (drawn(0), drawn(1), drawn(2));
        let noise = drawn(3);
        let came: Vec<f64> = drawn(4).iter().map(|u| 100.0 + 50.0 * u).collect();
        let outcome: Vec<f64> = (0..200)
            .map(|n| 100.0 * strong[n] - 40.0 * weak[n] + 20.0 * noise[n] + 0.1 * came[n] * came[n])
            .collect();
        let held = vec![1.0; 200];
        let all = vec![("weak", weak), ("idle", idle), ("strong", strong), ("held", held)];
        let found = standing_out(Series::ReceptionNeed, &outcome, &came, all);
        let names: Vec<&str> = found.found.iter().map(|one| one.name).collect();
        // Who came moves the outcome by some hundreds, and hides neither of the others.
        assert_eq!((names, found.looked_at), (vec![INFLOW.id(), "strong", "weak"], 4));
        assert!(found.found[0].highest.mean > 400.0);
        let strong = &found.found[1];
        assert!(strong.correlation > 0.8 && found.found[2].correlation < -0.2);
        // The highest fifth of an even draw lies four tenths of its range above its mean.
        assert!((strong.highest.mean - 40.0).abs() < 6.0 && (strong.lowest.mean + 40.0).abs() < 6.0);
    }

    #[test]
    fn equal_values_share_a_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 9.0]), [1.5, 0.0, 1.5, 3.0]);
        assert_eq!(correlation(&[1.0, 1.0], &[0.0, 5.0]), 0.0);
    }
}
