//! Regret: by how much a scenario falls short of the best of those compared, replication by replication. What is robust
//! is never far from the best, whatever the luck (Savage 1951; Lempert and others 2006).

use super::super::replication::Replication;
use super::super::years;
use crate::record::Series;
use crate::stats::Band;
use crate::time::Day;

/// Outcomes of which less is taken to be better. That is a choice, and no finding.
pub const LESS_IS_BETTER: [Series; 7] = [
    Series::OpenCases,
    Series::WaitDecision,
    Series::OpenAppeals,
    Series::ReceptionNeed,
    Series::WithoutPlaceDays,
    Series::PermitHolders,
    Series::CostReception,
];

/// The regret of one scenario in one outcome, in the last year.
#[derive(Clone, Debug)]
pub struct Regret {
    /// Place of the scenario; 0 is the reference.
    pub scenario: usize,
    /// Which outcome.
    pub series: Series,
    /// What it has more than the best, over the replications.
    pub band: Band,
    /// The most of all replications.
    pub most: f64,
    /// Share of the replications in which none does better, 0 to 1.
    pub best: f64,
}

/// The regrets of those that compete, in the outcomes on which they differ.
pub(super) fn regrets(replications: &[Vec<Replication>], competing: &[usize], dates: &[Day]) -> Vec<Regret> {
    let Some(&(_, first, end)) = years::spans(dates).last() else { return Vec::new() };
    let rows: Vec<Vec<years::Row>> = competing
        .iter()
        .map(|&n| replications[n].iter().map(|r| years::row(&r.months[first..end])).collect())
        .collect();
    let count = replications[0].len();
    let mut all = Vec::new();
    for series in LESS_IS_BETTER {
        let value = |n: usize, r: usize| rows[n][r][series as usize];
        let least: Vec<f64> = (0..count)
            .map(|r| {
                (0..rows.len()).map(|n| value(n, r)).filter(|x| !x.is_nan()).fold(f64::INFINITY, f64::min)
            })
            .collect();
        let of = |n: usize| {
            let mut short: Vec<f64> = (0..count).map(|r| value(n, r) - least[r]).collect();
            let band = Band::of(&mut short);
            let best = short.iter().filter(|x| **x == 0.0).count() as f64 / short.len().max(1) as f64;
            Regret { scenario: competing[n], series, band, most: short.last().copied().unwrap_or(0.0), best }
        };
        let found: Vec<Regret> = (0..rows.len()).map(of).collect();
        if found.iter().any(|one| one.most > 0.0) {
            all.extend(found);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_each_replication_has_no_regret_there() {
        let list = |levels: [f64; 2]| -> Vec<Replication> {
            let one = |(number, level): (usize, f64)| Replication {
                number: number as u32,
                months: vec![[level; Series::ALL.len()]],
                days: Vec::new(),
                timelines: None,
                audit: Vec::new(),
            };
            levels.into_iter().enumerate().map(one).collect()
        };
        let lists = [list([5.0, 9.0]), list([7.0, 6.0])];
        let found = regrets(&lists, &[0, 1], &["2026-01-31".parse().unwrap()]);
        let open: Vec<_> = found.iter().filter(|one| one.series == Series::OpenCases).collect();
        assert_eq!((open[0].band.mean, open[0].most, open[0].best), (Some(1.5), 3.0, 0.5));
        assert_eq!((open[1].band.mean, open[1].most, open[1].best), (Some(1.0), 2.0, 0.5));
        assert_eq!(found.len(), 2 * LESS_IS_BETTER.len());
    }
}
