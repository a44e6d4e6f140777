//! What the figures tell of the parameters, and what they cannot tell apart.

use super::Fitted;
use crate::stats::{Running, quantile};

/// A parameter is told by the figures from this many standard errors of a standard deviation on.
const CLEAR: f64 = 2.0;
/// Two parameters go together among the points that are kept from this many standard errors of a correlation on: among so many
/// pairs chance makes some of two.
const RELATED: f64 = 3.0;

/// What became of one parameter.
#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    /// The heading of its column.
    pub name: String,
    /// The range of the plan.
    pub prior: (f64, f64),
    /// Quantiles .10, .50 and .90 of the points that are kept.
    pub kept: [f64; 3],
    /// How much narrower it became: one less the standard deviation of the points that are kept over that of all points.
    pub narrowed: f64,
    /// The target whose size it goes with most over all points, with that correlation of ranks.
    pub told_by: Option<(String, f64)>,
}

/// Two parameters that the figures cannot tell apart: among the points that are kept, one makes up for the other.
#[derive(Clone, PartialEq, Debug)]
pub struct Related {
    /// Headings of their columns.
    pub names: (String, String),
    /// The correlation of ranks among the points that are kept.
    pub correlation: f64,
}

/// What the figures tell.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// Each parameter, in the order of the plan.
    pub parameters: Vec<Parameter>,
    /// Pairs that go together, the strongest first.
    pub related: Vec<Related>,
    /// A parameter that became less than so much narrower is not told by the figures: chance alone makes that of as many
    /// points.
    pub least: f64,
}

impl Told {
    /// Whether the figures tell something of a parameter.
    pub fn tells(&self, parameter: &Parameter) -> bool {
        parameter.narrowed >= self.least
    }
}

/// What the figures tell of parameters with these headings and ranges; `places` has their values at each point, by number.
pub fn told(fitted: &Fitted, headings: &[(String, (f64, f64))], places: &[Vec<f64>]) -> Told {
    let numbers = |points: &[super::Judged], place: usize| -> Vec<f64> {
        points.iter().map(|judged| places[judged.point as usize][place]).collect()
    };
    let parameter = |(place, (name, prior)): (usize, &(String, (f64, f64)))| {
        let (all, mut kept) = (numbers(&fitted.points, place), numbers(fitted.kept(), place));
        let sd = |of: &[f64]| of.iter().copied().collect::<Running>().sd().unwrap_or(0.0);
        let narrowed = if sd(&all) > 0.0 { 1.0 - sd(&kept) / sd(&all) } else { 0.0 };
        kept.sort_unstable_by(f64::total_cmp);
        let at = |p: f64| quantile(&kept, p).unwrap_or(f64::NAN);
        let shares = |target: usize| -> Vec<f64> {
            fitted.points.iter().map(|p| p.off[target].share.unwrap_or(f64::NAN)).collect()
        };
        let strongest = (0..fitted.targets.len())
            .filter_map(|target| Some((target, correlation(&all, &shares(target))?)))
            .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        Parameter {
            name: name.clone(),
            prior: *prior,
            kept: [0.1, 0.5, 0.9].map(at),
            narrowed,
            told_by: strongest.map(|(target, by)| (fitted.targets[target].name.clone(), by)),
        }
    };
    let n = fitted.accepted as f64;
    let mut related = Vec::new();
    for one in 0..headings.len() {
        for other in one + 1..headings.len() {
            let (a, b) = (numbers(fitted.kept(), one), numbers(fitted.kept(), other));
            let clear = |by: &f64| by.abs() * (n - 1.0).max(0.0).sqrt() >= RELATED;
            if let Some(correlation) = correlation(&a, &b).filter(clear) {
                let names = (headings[one].0.clone(), headings[other].0.clone());
                related.push(Related { names, correlation });
            }
        }
    }
    related.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    Told {
        parameters: headings.iter().enumerate().map(parameter).collect(),
        related,
        // Two standard errors of a standard deviation of so many.
        least: CLEAR / (2.0 * n).sqrt(),
    }
}

/// The correlation of ranks (Spearman 1904) of pairs of which both are known; nothing when one of them does not vary.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> =
        a.iter().copied().zip(b.iter().copied()).filter(|(x, y)| !x.is_nan() && !y.is_nan()).collect();
    let (a, b) = (ranks(pairs.iter().map(|p| p.0)), ranks(pairs.iter().map(|p| p.1)));
    let of = |ranks: &[f64]| ranks.iter().copied().collect::<Running>();
    let (mean_a, mean_b) = (of(&a).mean()?, of(&b).mean()?);
    let product = of(&a).sd()? * of(&b).sd()? * (pairs.len() as f64 - 1.0);
    let sum: f64 = a.iter().zip(&b).map(|(x, y)| (x - mean_a) * (y - mean_b)).sum();
    (product > 0.0).then(|| sum / product)
}

/// The rank of each number, from 0; equal ones share theirs.
fn ranks(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let numbers: Vec<f64> = numbers.collect();
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
    let mut ranks = vec![0.0; numbers.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|place| numbers[**place] == numbers[order[from]]).count();
        for place in &order[from..from + same] {
            ranks[*place] = from as f64 + (same as f64 - 1.0) / 2.0;
        }
        from += same;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::super::{Judged, Off};
    use super::*;
    use crate::study::backtest::targets;

    #[test]
    fn ranks_go_together_perfectly_against_and_not_at_all() {
        let up: Vec<f64> = (0..20).map(f64::from).collect();
        let down: Vec<f64> = up.iter().map(|x| -x * x * x).collect();
        assert!((correlation(&up, &up).unwrap() - 1.0).abs() < 1e-12);
        assert!((correlation(&up, &down).unwrap() + 1.0).abs() < 1e-12);
        assert_eq!(correlation(&up, &[1.0; 20]), None);
        assert_eq!(ranks([3.0, 1.0, 3.0].into_iter()), [1.5, 0.0, 1.5]);
    }

    #[test]
    fn what_the_figures_tell_is_told_apart_from_what_they_do_not() {
        // Points on a grid: the first number decides how near a point lies, the second nothing, and the third makes up for
        // the fourth.
        let places: Vec<Vec<f64>> = (0..400)
            .map(|n| {
                let x = |k: u64| {
                    (f64::from(n) * [0.618_034, 0.754_878, 0.569_840, 0.819_173][k as usize]).fract()
                };
                vec![x(0), x(1), x(2), x(3)]
            })
            .collect();
        let distance = |p: &[f64]| (p[0] - 0.3).abs() + (p[2] + p[3] - 1.0).abs();
        let mut points: Vec<Judged> = places
            .iter()
            .enumerate()
            .map(|(point, p)| Judged {
                point: point as u64,
                off: vec![Off { errors: Some(distance(p)), share: Some(p[0] - 0.3) }],
                distance: distance(p),
                worst: distance(p),
            })
            .collect();
        points.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        let targets = targets()[..1].to_vec();
        let fitted = Fitted { figures: vec![1], targets, points, accepted: 40, possible: 40 };
        let headings = ["a", "b", "c", "d"].map(|name| (name.to_owned(), (0.0, 1.0)));
        let told = told(&fitted, &headings, &places);
        let tells: Vec<bool> = told.parameters.iter().map(|one| told.tells(one)).collect();
        assert!(tells[0] && !tells[1], "{told:?}");
        assert!((told.parameters[0].kept[1] - 0.3).abs() < 0.1);
        assert_eq!(told.parameters[0].told_by.as_ref().unwrap().0, "open_cases_unhcr");
        let first = &told.related[0];
        assert_eq!(first.names, ("c".to_owned(), "d".to_owned()));
        assert!(first.correlation < -0.8, "{told:?}");
    }
}
