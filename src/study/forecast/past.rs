//! What the method would have said in every month so far, and how far it was off: from that the bands are learned.

use super::members::{self, COUNT, members};
use crate::random::math::{exp, ln};
use crate::time::Month;

/// Months of data before the first forecast from which is learned.
const FEWEST: usize = 12;
/// Steps that are judged when members are weighed: a year.
const YEAR: usize = 12;
/// The spread of a forecast of the next year's sum before anything is learned [ln]: about what totals of first
/// applications moved in a year; chosen on the series named in docs/forecast.md.
const PRIOR_SD: f64 = 0.45;
/// How many independent forecasts that spread counts for.
const PRIOR_WEIGHT: f64 = 6.0;
/// The same for the weighing of members.
const MEMBER_WEIGHT: f64 = 4.0;
/// Members are weighed by their mean squared error to the power of minus this.
const POWER: i32 = 2;
/// Months whose changes say how restless it is now.
const RESTLESS: usize = 12;
/// The spread follows that restlessness between half and twice.
const RESTLESS_MOST: f64 = 2.0;
/// Changes that every series is granted [ln], so that a quiet stretch promises nothing.
const RESTLESS_LEAST: f64 = 0.05;
/// No spread is larger than this [ln]: beyond it a band says nothing.
const SD_MOST: f64 = 2.0;

/// A series with the forecasts that could have been made of it, month after month.
#[derive(Clone, Debug)]
pub struct Past {
    logs: Vec<f64>,
    steps: usize,
    /// By number of months known: what each member said.
    members: Vec<[Vec<f64>; COUNT]>,
    /// By number of months known: the combination.
    centres: Vec<Vec<f64>>,
    weights: Vec<[f64; COUNT]>,
}

/// A forecast at an origin, before it is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Fit {
    /// Median of ln(1 + count) by step.
    pub centre: Vec<f64>,
    /// Standard deviation around it by step.
    pub sd: Vec<f64>,
    /// The part of that standard deviation that a month has of its own.
    pub noise: f64,
    /// The weights of the members.
    pub weights: [f64; COUNT],
}

impl Past {
    /// Makes every forecast of `steps` months that this series allows. What is said with n months known is computed from
    /// those n months alone.
    pub fn new(logs: Vec<f64>, first: Month, steps: usize) -> Past {
        let steps = steps.max(YEAR + 1);
        let mut past = Past { logs, steps, members: Vec::new(), centres: Vec::new(), weights: Vec::new() };
        for known in 0..=past.logs.len() {
            let said =
                if known < FEWEST { Default::default() } else { members(&past.logs[..known], first, steps) };
            past.members.push(said);
            let weights = past.weigh(known);
            let centre = past.combine(known, &weights);
            past.weights.push(weights);
            past.centres.push(centre);
        }
        past
    }

    /// The forecast with the first `known` months known.
    pub fn fit(&self, known: usize) -> Fit {
        let mut fit = Fit {
            centre: self.centres[known].clone(),
            sd: self.spread(known),
            noise: 0.0,
            weights: self.weights[known],
        };
        // A month's own noise is what a line through the first variances leaves at no distance.
        let (one, four) = (fit.sd[0] * fit.sd[0], fit.sd[3] * fit.sd[3]);
        fit.noise = (one - (four - one) / 3.0).clamp(0.0, 0.9 * one).sqrt();
        // The months give the form, the sum over a year the size: it is what most forecasts are read for.
        let size = self.year_sd(known) * self.restless(known) / fit.year_sd();
        let size = size.min(SD_MOST / fit.sd[YEAR]);
        fit.sd.iter_mut().for_each(|sd| *sd *= size);
        fit.noise *= size;
        fit
    }

    /// What one member said, with the first `known` months known.
    pub(super) fn member(&self, known: usize, member: usize) -> &[f64] {
        &self.members[known][member]
    }

    /// Origins before `known` of which `steps` months are known by then.
    pub(super) fn judged(&self, known: usize, steps: usize) -> std::ops::Range<usize> {
        FEWEST..(known + 1).saturating_sub(steps).max(FEWEST)
    }

    fn combine(&self, known: usize, weights: &[f64; COUNT]) -> Vec<f64> {
        let said = &self.members[known];
        if said[0].is_empty() {
            return Vec::new();
        }
        (0..self.steps).map(|step| (0..COUNT).map(|m| weights[m] * said[m][step]).sum()).collect()
    }

    /// Weights from the errors in the sum over a year, all of them known by then.
    fn weigh(&self, known: usize) -> [f64; COUNT] {
        let origins = self.judged(known, YEAR);
        let independent = origins.len() as f64 / (YEAR as f64 / 2.0);
        let mut weights = [0.0; COUNT];
        for (member, weight) in weights.iter_mut().enumerate() {
            let square = |origin: usize| {
                let off = year(&self.logs[origin..]) - year(&self.members[origin][member]);
                off * off
            };
            let squares = origins.clone().map(square).sum::<f64>() / (YEAR as f64 / 2.0);
            let mean = (MEMBER_WEIGHT * PRIOR_SD * PRIOR_SD + squares) / (MEMBER_WEIGHT + independent);
            *weight = mean.powi(-POWER);
        }
        let sum: f64 = weights.iter().sum();
        weights.map(|weight| weight / sum)
    }

    /// Standard deviations by step: those of past errors, drawn towards a walk of the size of the prior.
    fn spread(&self, known: usize) -> Vec<f64> {
        // A walk with a month's noise of its own: its sum over a year has about the variance of its sixth step.
        let walk = |step: usize| PRIOR_SD * PRIOR_SD * (step as f64 + 1.5) / 7.0;
        let learned: Vec<(f64, f64)> = (0..self.steps).map(|step| self.errors(known, step)).collect();
        let within = &learned[..YEAR];
        let ratio: f64 =
            within.iter().enumerate().map(|(step, (square, _))| square / walk(step)).sum::<f64>()
                / YEAR as f64;
        let independent = within[YEAR - 1].1;
        let size = (PRIOR_WEIGHT + independent * ratio) / (PRIOR_WEIGHT + independent);
        let mut most = 0.0f64;
        let variances = learned.iter().enumerate().map(|(step, (square, independent))| {
            let drawn =
                (PRIOR_WEIGHT * size * walk(step) + independent * square) / (PRIOR_WEIGHT + independent);
            // Further away is never surer.
            most = most.max(drawn);
            most.sqrt()
        });
        variances.collect()
    }

    /// The standard deviation of the log of the sum over a year: of past errors, drawn towards the prior.
    fn year_sd(&self, known: usize) -> f64 {
        let origins = self.judged(known, YEAR);
        let independent = origins.len() as f64 / (YEAR as f64 / 2.0);
        let squares: f64 = origins
            .map(|origin| {
                let off = year(&self.logs[origin..]) - year(&self.centres[origin]);
                off * off
            })
            .sum();
        let squares = squares / (YEAR as f64 / 2.0);
        ((PRIOR_WEIGHT * PRIOR_SD * PRIOR_SD + squares) / (PRIOR_WEIGHT + independent)).sqrt()
    }

    /// The mean square of the errors at a step, and how many independent ones they count for.
    fn errors(&self, known: usize, step: usize) -> (f64, f64) {
        let origins = self.judged(known, step + 1);
        let n = origins.len() as f64;
        let squares = origins.map(|origin| {
            let off = self.logs[origin + step] - self.centres[origin][step];
            off * off
        });
        // Forecasts of k months overlap for k months: each second half of that is new.
        let independent = n / ((step as f64 + 1.0) / 2.0).max(1.0);
        (if n > 0.0 { squares.sum::<f64>() / n } else { 0.0 }, independent)
    }

    /// How restless the last year was against all the time before: asylum shocks come together.
    fn restless(&self, known: usize) -> f64 {
        let changes: Vec<f64> = self.logs[..known].windows(2).map(|w| (w[1] - w[0]).abs()).collect();
        let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len().max(1) as f64;
        let now = mean(&changes[changes.len().saturating_sub(RESTLESS)..]) + RESTLESS_LEAST;
        (now / (mean(&changes) + RESTLESS_LEAST)).clamp(1.0 / RESTLESS_MOST, RESTLESS_MOST)
    }
}

impl Fit {
    /// The standard deviation of the log of the sum over a year that follows from the months, to first order.
    fn year_sd(&self) -> f64 {
        let counts: Vec<f64> = self.centre[..YEAR].iter().map(|log| exp(*log)).collect();
        let sum: f64 = counts.iter().sum();
        let lasting = |step: usize| (self.sd[step] * self.sd[step] - self.noise * self.noise).max(0.0).sqrt();
        let mut variance = 0.0;
        for (i, a) in counts.iter().enumerate() {
            for (j, b) in counts.iter().enumerate() {
                let together = ((i.min(j) + 1) as f64 / (i.max(j) + 1) as f64).sqrt();
                let own = if i == j { self.noise * self.noise } else { 0.0 };
                variance += a * b / (sum * sum) * (lasting(i) * lasting(j) * together + own);
            }
        }
        variance.sqrt().max(1e-9)
    }
}

/// ln(1 + sum) of the first twelve months from their ln(1 + count).
fn year(logs: &[f64]) -> f64 {
    ln(1.0 + logs[..YEAR].iter().map(|log| exp(*log) - 1.0).sum::<f64>())
}

/// Names of the members, for those who print weights.
pub use members::NAMES as MEMBERS;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draw, Stream, distribution::normal};
    use crate::time::Day;

    fn first() -> Month {
        Month::of(Day::from_ymd(2010, 1, 1).unwrap())
    }

    fn walk(months: usize, sd: f64) -> Vec<f64> {
        let stream = Stream::new(11, 0);
        let mut level = 7.0;
        (0..months as u64)
            .map(|n| {
                level += sd * normal(stream.uniform(Draw::InflowNoise, n, 0));
                level
            })
            .collect()
    }

    #[test]
    fn the_future_of_a_series_changes_nothing_that_was_said_before_it() {
        let logs = walk(120, 0.1);
        let mut other = logs.clone();
        for log in &mut other[80..] {
            *log = 20.0 - *log;
        }
        let (ours, theirs) = (Past::new(logs, first(), 24), Past::new(other, first(), 24));
        for known in 24..=80 {
            assert_eq!(ours.fit(known), theirs.fit(known), "{known}");
        }
        assert_ne!(ours.fit(90), theirs.fit(90));
    }

    #[test]
    fn a_walk_is_given_the_spread_of_a_walk() {
        let fit = Past::new(walk(600, 0.1), first(), 24).fit(600);
        let expected = 0.1 * 12.0f64.sqrt();
        assert!((fit.sd[11] / expected - 1.0).abs() < 0.35, "{} {expected}", fit.sd[11]);
        assert!(fit.sd.windows(2).all(|w| w[0] <= w[1]), "further away is never surer");
    }

    #[test]
    fn weights_are_shares_and_the_better_member_gets_more() {
        // A strong season that returns: the last value is a poor forecast of single months and of years.
        let logs: Vec<f64> = (0..120).map(|n| if n % 12 < 6 { 6.0 } else { 8.0 }).collect();
        let fit = Past::new(logs, first(), 24).fit(120);
        assert!((fit.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(fit.weights[1] > fit.weights[0], "{:?}", fit.weights);
    }
}
