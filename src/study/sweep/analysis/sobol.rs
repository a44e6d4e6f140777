//! Sobol indices: which part of the variance of an outcome each factor explains alone, and which part goes when it is
//! known (Saltelli and others 2010, tables 2b and 2f).
//!
//! Replications are noise here. They are split into two halves with luck of their own, and every product takes one factor
//! from each half, so that noise has no expectation in it: what is estimated is the variance of the expected outcome.

use super::{Estimate, mean};
use crate::random::{Draw, Stream};

/// How often the base points are drawn again for an interval.
const RESAMPLED: u64 = 400;

/// The indices of one factor.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Index {
    /// What the factor explains alone, as a part of the variance.
    pub first: Estimate,
    /// What it explains alone or together with others.
    pub total: Estimate,
}

/// What a base point adds to the sums, by factor.
struct Base {
    /// Both halves of the rows A and B.
    a: [f64; 2],
    b: [f64; 2],
    /// Both halves of A with the column of each factor from B.
    mixed: Vec<[f64; 2]>,
}

/// The indices of each of so many factors, from the outcome at the points of a Sobol design in their order: the values of
/// the replications of each. `None` where the outcome does not vary, or where a value is missing.
pub fn indices(factors: usize, points: &[Vec<f64>], seed: u64) -> Option<Vec<Index>> {
    let bases: Option<Vec<Base>> = points.chunks_exact(factors + 2).map(base).collect();
    let bases = bases.filter(|bases| bases.len() >= 2)?;
    let all: Vec<usize> = (0..bases.len()).collect();
    let found = estimates(&bases, &all, factors)?;
    let stream = Stream::new(seed, 0).branch("sobol");
    let mut resampled: Vec<Vec<(f64, f64)>> = vec![Vec::new(); factors];
    for round in 0..RESAMPLED {
        let pick = |n: usize| (stream.uniform(Draw::Tie, round, n as u64) * bases.len() as f64) as usize;
        let drawn: Vec<usize> = (0..bases.len()).map(pick).collect();
        if let Some(again) = estimates(&bases, &drawn, factors) {
            resampled.iter_mut().zip(again).for_each(|(list, one)| list.push(one));
        }
    }
    let index = |((first, total), again): ((f64, f64), Vec<(f64, f64)>)| Index {
        first: Estimate::of(first, again.iter().map(|one| one.0).collect()),
        total: Estimate::of(total, again.iter().map(|one| one.1).collect()),
    };
    Some(found.into_iter().zip(resampled).map(index).collect())
}

/// The rows of one base point; `None` where a value is missing.
fn base(rows: &[Vec<f64>]) -> Option<Base> {
    let halves = |values: &Vec<f64>| {
        if values.is_empty() || values.iter().any(|value| value.is_nan()) {
            return None;
        }
        // One replication is its own other half: its noise stays in.
        let (one, other) = values.split_at(values.len() / 2);
        Some([mean(if one.is_empty() { other } else { one }), mean(other)])
    };
    let mixed: Option<Vec<[f64; 2]>> = rows[2..].iter().map(halves).collect();
    Some(Base { a: halves(&rows[0])?, b: halves(&rows[1])?, mixed: mixed? })
}

/// First-order and total index of each factor, from these base points.
fn estimates(bases: &[Base], drawn: &[usize], factors: usize) -> Option<Vec<(f64, f64)>> {
    let n = drawn.len() as f64;
    let sum = |of: &dyn Fn(&Base) -> f64| drawn.iter().map(|&base| of(&bases[base])).sum::<f64>() / n;
    // The mean of both rows is taken off first, which makes the sums far less noisy.
    let centre = [0, 1].map(|half| sum(&|base| (base.a[half] + base.b[half]) / 2.0));
    let product = |x: [f64; 2], y: [f64; 2]| {
        let off = |value: [f64; 2], half: usize| value[half] - centre[half];
        (off(x, 0) * off(y, 1) + off(x, 1) * off(y, 0)) / 2.0
    };
    let variance = sum(&|base| (product(base.a, base.a) + product(base.b, base.b)) / 2.0);
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    let of = |factor: usize| {
        let first = sum(&|base| product(base.b, base.mixed[factor]) - product(base.b, base.a));
        let total = sum(&|base| {
            let step = [0, 1].map(|half| base.a[half] - base.mixed[factor][half]);
            step[0] * step[1] / 2.0
        });
        (first / variance, total / variance)
    };
    Some((0..factors).map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::math;
    use crate::scenario::plan::plan;
    use crate::study::sweep::Design;

    const FACTORS: [&str; 5] =
        ["decision_staff", "court_growth", "regular_places", "housing_supply", "registration_capacity"];

    /// The outcome of a function of places between 0 and 1, at the points of a Sobol design, in the path of a sweep.
    fn points(factors: usize, base: u32, f: impl Fn(&[f64], u64) -> Vec<f64>) -> Vec<Vec<f64>> {
        let mut text = format!(
            "format = 1\nname = \"t\"\n[design]\nkind = \"sobol\"\npoints = {base}\n[outcomes.o]\nseries = \"open_cases\"\n"
        );
        for name in &FACTORS[..factors] {
            let range = if *name == "court_growth" { "[0.01, 0.2]" } else { "[100, 200]" };
            text.push_str(&format!("[levers.{name}]\nrange = {range}\n"));
        }
        let planned = plan("t.toml", text.as_bytes()).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics));
        let design = Design::new(&planned.plan);
        let at = |point: u64| {
            let places: Vec<f64> = design.point(point).into_iter().map(Option::unwrap).collect();
            f(&places, point)
        };
        (0..design.points().unwrap()).map(at).collect()
    }

    fn close(found: &[Index], first: &[f64], total: &[f64], within: f64) {
        for (n, index) in found.iter().enumerate() {
            assert!((index.first.value - first[n]).abs() < within, "first {n}: {found:?}");
            assert!((index.total.value - total[n]).abs() < within, "total {n}: {found:?}");
            assert!(index.first.low <= index.first.value && index.first.value <= index.first.high);
        }
    }

    #[test]
    fn the_function_of_ishigami_has_the_indices_of_its_closed_form() {
        let pi = std::f64::consts::PI;
        let f = |x: &[f64], _: u64| {
            let x: Vec<f64> = x.iter().map(|u| pi * (2.0 * u - 1.0)).collect();
            let sine = math::sin(x[1]);
            vec![math::sin(x[0]) + 7.0 * sine * sine + 0.1 * math::pow(x[2], 4.0) * math::sin(x[0])]
        };
        let found = indices(3, &points(3, 4_096, f), 1).unwrap();
        // With a = 7 and b = 0.1 (Ishigami and Homma 1990).
        close(&found, &[0.313_9, 0.442_4, 0.0], &[0.557_6, 0.442_4, 0.243_7], 0.02);
    }

    #[test]
    fn the_g_function_has_the_indices_of_its_closed_form() {
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        let f = |x: &[f64], _: u64| {
            vec![x.iter().zip(a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product::<f64>()]
        };
        let part = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let whole = part.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
        let first: Vec<f64> = part.iter().map(|v| v / whole).collect();
        let total: Vec<f64> = part.iter().map(|v| v * (whole + 1.0) / (1.0 + v) / whole).collect();
        close(&indices(5, &points(5, 4_096, f), 1).unwrap(), &first, &total, 0.02);
    }

    #[test]
    fn the_noise_of_replications_does_not_pass_for_variance_of_a_factor() {
        // Half of the variance of a single replication is noise that no factor explains.
        let stream = Stream::new(7, 0);
        let f = |x: &[f64], point: u64| {
            let noise = |r: u64| (stream.uniform(Draw::Tie, point, r) - 0.5) * std::f64::consts::SQRT_2;
            (0..4).map(|r| x[0] + noise(r)).collect()
        };
        let found = indices(2, &points(2, 4_096, f), 1).unwrap();
        close(&found, &[1.0, 0.0], &[1.0, 0.0], 0.06);
    }

    #[test]
    fn an_outcome_that_does_not_vary_has_no_indices() {
        assert_eq!(indices(2, &points(2, 8, |_, _| vec![3.0, 3.0]), 1), None);
        assert_eq!(indices(2, &points(2, 8, |_, _| vec![f64::NAN]), 1), None);
    }
}
