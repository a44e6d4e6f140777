//! Simulated futures, so that bands of sums over months and over groups follow from bands of months.

use super::past::Fit;
use crate::random::distribution::normal;
use crate::random::math::exp;
use crate::random::{Draw, Stream};

/// Keeps the luck of forecasts apart from that of replications under the same seed.
const APART: u64 = 0xf07e_ca57;
/// No path departs further from the centre than this [ln]: fifty times as much, or a fiftieth.
const FURTHEST: f64 = 3.912;

/// How many futures are drawn, and under which luck.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Luck {
    /// The seed.
    pub seed: u64,
    /// Number of paths; an even number.
    pub paths: usize,
}

/// The futures of each group: by group, by path, by step, in counts.
///
/// On the log scale a path is the centre plus a walk of independent normal steps plus a month's own noise, all times
/// one random size per path, the square root of a gamma number of shape two and mean one. Each month then has the
/// standard deviation of the fit and heavy tails (a variance-gamma distribution, of kurtosis 4.5); large errors last
/// over months and come in all groups together.
/// `common` is the share of a group's variance that all groups have in common. Paths come in mirrored pairs, so that
/// the median is the centre.
pub fn paths(fits: &[&Fit], common: f64, luck: Luck) -> Vec<Vec<Vec<f64>>> {
    let pairs = luck.paths.div_ceil(2);
    let shared = u64::MAX;
    let mut all: Vec<Vec<Vec<f64>>> = fits.iter().map(|_| Vec::with_capacity(2 * pairs)).collect();
    for pair in 0..pairs {
        let stream =
            Stream::new(luck.seed ^ APART, u32::try_from(pair).expect("paths are counted in thousands"));
        // One size from each of as many equal slices of its distribution.
        let size = (gamma((pair as f64 + 0.5) / pairs as f64) / 2.0).sqrt();
        let steps = fits.iter().map(|fit| fit.sd.len()).max().unwrap_or(0);
        let together = walk(stream, Draw::InflowCommon, shared, steps);
        for (group, (fit, paths)) in fits.iter().zip(&mut all).enumerate() {
            let own = walk(stream, Draw::InflowOwn, group as u64, fit.sd.len());
            let mix = |step: usize| common.sqrt() * together[step] + (1.0 - common).sqrt() * own[step];
            let offs: Vec<f64> = (0..fit.sd.len())
                .map(|step| {
                    let noise = normal(stream.uniform(Draw::InflowNoise, group as u64, step as u64));
                    let lasting = (fit.sd[step] * fit.sd[step] - fit.noise * fit.noise).max(0.0).sqrt();
                    (size * (lasting * mix(step) + fit.noise * noise)).clamp(-FURTHEST, FURTHEST)
                })
                .collect();
            for sign in [1.0, -1.0] {
                let path = fit.centre.iter().zip(&offs).map(|(centre, off)| count(centre + sign * off));
                paths.push(path.collect());
            }
        }
    }
    all
}

/// The quantile of the gamma distribution of shape two and scale one, by bisection of 1 - (1 + x) exp(-x).
fn gamma(u: f64) -> f64 {
    let (mut low, mut high) = (0.0, 60.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if 1.0 - (1.0 + middle) * exp(-middle) < u { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// A count from its ln(1 + count).
pub(super) fn count(log: f64) -> f64 {
    (exp(log) - 1.0).max(0.0)
}

/// A walk of standard normal steps, each place divided by its own standard deviation.
fn walk(stream: Stream, draw: Draw, which: u64, steps: usize) -> Vec<f64> {
    let mut sum = 0.0;
    (0..steps)
        .map(|step| {
            sum += normal(stream.uniform(draw, which, step as u64));
            sum / (step as f64 + 1.0).sqrt()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::math::ln;
    use crate::stats::quantile;

    fn fit(sd: f64) -> Fit {
        Fit { centre: vec![7.0; 12], sd: vec![sd; 12], noise: 0.1, weights: [0.25; 4] }
    }

    fn logs(paths: &[Vec<f64>], step: usize) -> Vec<f64> {
        let mut logs: Vec<f64> = paths.iter().map(|path| ln(1.0 + path[step])).collect();
        logs.sort_unstable_by(f64::total_cmp);
        logs
    }

    #[test]
    fn a_month_has_the_median_and_the_tails_that_are_meant() {
        let sd = 0.4;
        let drawn = paths(&[&fit(sd)], 0.0, Luck { seed: 1, paths: 20_000 });
        let logs = logs(&drawn[0], 5);
        assert!((quantile(&logs, 0.5).unwrap() - 7.0).abs() < 0.01);
        // It is the sum of two Laplace numbers of scale sd / 2: P(X > t sd / 2) = (1 + t / 2) exp(-t) / 2.
        for t in [1.0, 2.0, 4.0] {
            let beyond = logs.iter().filter(|x| **x > 7.0 + t * sd / 2.0).count() as f64 / logs.len() as f64;
            let meant = 0.5 * (1.0 + t / 2.0) * exp(-t);
            assert!((beyond - meant).abs() < 0.006, "{t}: {beyond} {meant}");
        }
    }

    #[test]
    fn what_groups_have_in_common_makes_their_sum_less_sure() {
        let both = [&fit(0.4), &fit(0.4)];
        let width = |common| {
            let drawn = paths(&both, common, Luck { seed: 1, paths: 4_000 });
            let mut sums: Vec<f64> = drawn[0].iter().zip(&drawn[1]).map(|(a, b)| a[11] + b[11]).collect();
            sums.sort_unstable_by(f64::total_cmp);
            quantile(&sums, 0.9).unwrap() - quantile(&sums, 0.1).unwrap()
        };
        assert!(width(0.8) > 1.1 * width(0.0));
    }

    #[test]
    fn nothing_is_negative_or_without_bound() {
        let wild = Fit { centre: vec![0.1, 27.0], sd: vec![1.2; 2], noise: 0.0, weights: [0.25; 4] };
        let drawn = paths(&[&wild], 0.0, Luck { seed: 1, paths: 2_000 });
        assert!(drawn[0].iter().flatten().all(|x| *x >= 0.0 && x.is_finite()));
    }
}
