//! Calibration: points of a plan held against published figures of some years, so that those that fit are kept.
//!
//! *History matching*: a point is ruled out by an outcome that lies further from what was published than observation,
//! chance and the model's own error allow. *Approximate Bayesian computation*: the nearest points are kept, whether or not
//! they are ruled out. The seed is no dimension of the search: each point has the same replications under the same luck.

mod told;

pub use told::{Parameter, Related, Told, told};

use super::backtest::{self, Part, Point, Target};
use super::replication::Replication;
use crate::scenario::plan::Fit;
use crate::stats::Running;
use crate::time::Day;

/// A published figure that points are held against.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The outcome of which it is one.
    pub target: Target,
    /// Its days and its value.
    pub point: Point,
}

impl Figure {
    /// The heading of its column.
    pub fn column(&self) -> String {
        format!("{}@{}", self.target.name, self.point.span.to)
    }

    /// What a replication says of it.
    pub fn said(&self, replication: &Replication, dates: &[Day]) -> Option<f64> {
        backtest::said(&self.target, self.point.span, replication, dates)
    }

    /// How far what was said lies off, squared, in squared standard errors: of the observation, of the model by itself, and of
    /// chance, which the world has had one throw of and the replications several.
    fn implausibility(&self, said: &[f64], discrepancy: f64) -> Option<f64> {
        let running: Running = said.iter().copied().filter(|x| !x.is_nan()).collect();
        let mean = running.mean()?;
        let (value, n) = (self.point.value, running.count() as f64);
        let chance = running.sd().unwrap_or(0.0).powi(2) * (1.0 + 1.0 / n);
        let known = (self.target.observation_error * value).powi(2) + (discrepancy * value).powi(2);
        Some((mean - value).powi(2) / (known + chance))
    }
}

/// The figures of a fit: every one of a target that is scored and not left out, in the years that are not left out either.
pub fn figures(fit: &Fit) -> Vec<Figure> {
    let fitted = |target: &Target| target.scored && !fit.leave_out.contains(&target.name);
    let of = |target: Target| {
        let points = target.points();
        let within = |point: &Point| {
            let year = Part::year_of(point);
            (fit.years.0..=fit.years.1).contains(&year) && !fit.without.contains(&year) && point.value > 0.0
        };
        points.into_iter().filter(within).map(move |point| Figure { target: target.clone(), point })
    };
    backtest::targets().into_iter().filter(fitted).flat_map(of).collect()
}

/// How far one outcome is off at one point.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Off {
    /// In standard errors, the root of the mean square over its figures; nothing where a run says nothing.
    pub errors: Option<f64>,
    /// As a mean share of its figures; below zero too little was said.
    pub share: Option<f64>,
}

/// A point of the plan, judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Judged {
    /// Its number, from 0.
    pub point: u64,
    /// How far each target is off, in the order of [`Fitted::targets`].
    pub off: Vec<Off>,
    /// How far the point lies off as a whole: the root of the mean over outcomes, each of which counts at most as the cutoff.
    pub distance: f64,
    /// The largest over outcomes.
    pub worst: f64,
}

/// All points, judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Fitted {
    /// The targets that were fitted to, in the order of the table.
    pub targets: Vec<Target>,
    /// How many figures each has.
    pub figures: Vec<usize>,
    /// The points in order of distance, the nearest first.
    pub points: Vec<Judged>,
    /// How many of them are kept.
    pub accepted: usize,
    /// How many are ruled out by no outcome.
    pub possible: usize,
}

impl Fitted {
    /// The points that are kept.
    pub fn kept(&self) -> &[Judged] {
        &self.points[..self.accepted]
    }
}

/// Judges the points. `said` has for each point the figures of its replications: a list a replication, in the order of
/// `figures`.
pub fn judge(fit: &Fit, figures: &[Figure], said: &[Vec<Vec<f64>>]) -> Fitted {
    let mut targets: Vec<Target> = Vec::new();
    for figure in figures {
        if targets.last().is_none_or(|last| last.name != figure.target.name) {
            targets.push(figure.target.clone());
        }
    }
    let of = |name: &str| {
        (0..figures.len()).filter(|place| figures[*place].target.name == name).collect::<Vec<_>>()
    };
    let places: Vec<Vec<usize>> = targets.iter().map(|target| of(&target.name)).collect();
    let mut points: Vec<Judged> = said
        .iter()
        .enumerate()
        .map(|(point, runs)| {
            let off: Vec<Off> = places.iter().map(|of| off(fit, figures, of, runs)).collect();
            let outcomes = by_outcome(&targets, &off);
            let counted = |errors: &f64| errors.powi(2) / (1.0 + (errors / fit.cutoff).powi(2));
            let sum: f64 = outcomes.iter().map(counted).sum();
            Judged {
                point: point as u64,
                distance: (sum / outcomes.len().max(1) as f64).sqrt(),
                worst: outcomes.iter().copied().fold(0.0, f64::max),
                off,
            }
        })
        .collect();
    points.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.point.cmp(&b.point)));
    Fitted {
        figures: places.iter().map(Vec::len).collect(),
        accepted: (fit.accept as usize).min(points.len()),
        possible: points.iter().filter(|one| one.worst <= fit.cutoff).count(),
        targets,
        points,
    }
}

fn off(fit: &Fit, figures: &[Figure], of: &[usize], runs: &[Vec<f64>]) -> Off {
    let said = |place: usize| -> Vec<f64> { runs.iter().map(|run| run[place]).collect() };
    let squares = of.iter().filter_map(|&place| figures[place].implausibility(&said(place), fit.discrepancy));
    let shares = of.iter().filter_map(|&place| {
        let mean: Running = said(place).into_iter().filter(|x| !x.is_nan()).collect();
        Some(mean.mean()? / figures[place].point.value - 1.0)
    });
    Off {
        errors: squares.collect::<Running>().mean().map(f64::sqrt),
        share: shares.collect::<Running>().mean(),
    }
}

/// How far each outcome is off: where it has several definitions, by the one that lies nearest, since no chain meets all.
fn by_outcome(targets: &[Target], off: &[Off]) -> Vec<f64> {
    let mut outcomes: Vec<(&str, f64)> = Vec::new();
    for (target, off) in targets.iter().zip(off) {
        let Some(errors) = off.errors else { continue };
        match outcomes.iter_mut().find(|(group, _)| *group == target.group) {
            Some((_, least)) => *least = least.min(errors),
            None => outcomes.push((&target.group, errors)),
        }
    }
    outcomes.into_iter().map(|(_, errors)| errors).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit() -> Fit {
        Fit {
            years: (2019, 2022),
            without: Vec::new(),
            accept: 2,
            cutoff: 3.0,
            discrepancy: 0.1,
            leave_out: vec!["grants".to_owned()],
            extends: None,
            also: None,
        }
    }

    #[test]
    fn figures_of_the_years_are_fitted_to_and_no_others() {
        let figures = figures(&fit());
        let of = |name: &str| figures.iter().filter(|f| f.target.name == name).count();
        assert_eq!((of("open_cases_unhcr"), of("permit_holders"), of("grants")), (4, 11, 0));
        assert_eq!(of("decisions_ind"), 0, "it is not scored");
        let last = figures.iter().map(|f| f.point.span.to).max().unwrap();
        assert_eq!(last.to_string(), "2023-01-02", "a stock of New Year's day is that of the year before");
        let without = super::figures(&Fit { without: vec![2020, 2021], ..fit() });
        let years: Vec<i16> = without.iter().map(|figure| Part::year_of(&figure.point)).collect();
        assert!(
            years.contains(&2019)
                && years.contains(&2022)
                && !years.contains(&2020)
                && !years.contains(&2021)
        );
    }

    #[test]
    fn a_point_that_says_what_was_published_is_the_nearest_whatever_one_outcome_does() {
        let figures = figures(&fit());
        let truth: Vec<f64> = figures.iter().map(|f| f.point.value).collect();
        let times = |by: f64| vec![truth.iter().map(|x| x * by).collect::<Vec<f64>>(); 2];
        let without_notices = |by: f64| {
            let said = |f: &Figure| {
                let times = if f.target.name == "default_notices" { 0.01 } else { by };
                f.point.value * times
            };
            vec![figures.iter().map(said).collect::<Vec<f64>>(); 2]
        };
        let fitted = judge(&fit(), &figures, &[times(1.5), without_notices(1.0), times(1.02), times(1.2)]);
        let order: Vec<u64> = fitted.points.iter().map(|p| p.point).collect();
        assert_eq!(order, [2, 1, 3, 0]);
        assert_eq!((fitted.accepted, fitted.possible), (2, 2));
        assert!(fitted.points[1].worst > 8.0, "one outcome rules it out all the same");
        // Off by a half, where observation and model may be off by 0.5 and 10 %.
        let open = fitted.targets.iter().position(|t| t.name == "open_cases_unhcr").unwrap();
        let errors = fitted.points[3].off[open].errors.unwrap();
        assert!((errors - 0.5 / (0.005_f64.powi(2) + 0.01).sqrt()).abs() < 1e-9, "{errors}");
    }

    #[test]
    fn chance_widens_what_is_allowed() {
        let figures = figures(&fit());
        let figure = &figures[0];
        let off = |said: &[f64]| figure.implausibility(said, 0.1).unwrap();
        let value = figure.point.value;
        assert!(off(&[value * 1.2, value * 1.4]) < off(&[value * 1.3, value * 1.3]));
        assert_eq!(figure.implausibility(&[f64::NAN], 0.1), None);
    }
}
