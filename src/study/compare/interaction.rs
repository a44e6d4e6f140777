//! What several changes do together beyond what each of them does alone.

use super::super::differences::Difference;
use super::super::replication::Replication;
use super::super::years;
use crate::record::Series;
use crate::time::Day;

/// The whole, its parts, and what the parts do not explain, pair by pair.
#[derive(Clone, Debug)]
pub struct Interaction {
    /// Place among the scenarios (0 is the reference) of the one with all changes.
    pub whole: usize,
    /// Places of those with one part of the changes each.
    pub parts: Vec<usize>,
    /// By calendar year, in the order of `Series::ALL`: the difference of the whole, less those of the parts.
    pub years: Vec<Vec<Difference>>,
}

/// The interaction of the parts in the whole; every list of replications holds the same numbers in the same order.
pub(super) fn of(
    replications: &[Vec<Replication>],
    whole: usize,
    parts: &[usize],
    dates: &[Day],
) -> Interaction {
    let year = |&(_, first, end): &(i16, usize, usize)| {
        let row = |n: usize, r: usize| years::row(&replications[n][r].months[first..end]);
        let beyond: Vec<years::Row> = (0..replications[0].len())
            .map(|r| {
                let (base, all) = (row(0, r), row(whole, r));
                let alone: Vec<years::Row> = parts.iter().map(|part| row(*part, r)).collect();
                std::array::from_fn(|s| {
                    let explained: f64 = alone.iter().map(|part| part[s] - base[s]).sum();
                    all[s] - base[s] - explained
                })
            })
            .collect();
        let difference =
            |series: &Series| Difference::of(&mut beyond.iter().map(|row| row[*series as usize]).collect());
        Series::ALL.iter().map(difference).collect()
    };
    Interaction { whole, parts: parts.to_vec(), years: years::spans(dates).iter().map(year).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_add_up_have_no_interaction_and_others_do() {
        let one = |level: f64| {
            let months = vec![[level; Series::ALL.len()]];
            vec![Replication { number: 0, months, days: Vec::new(), timelines: None, audit: Vec::new() }]
        };
        let date = ["2026-01-31".parse().unwrap()];
        let beyond = |whole: f64| {
            let lists = [one(10.0), one(13.0), one(8.0), one(whole)];
            of(&lists, 3, &[1, 2], &date).years[0][Series::OpenCases as usize].band.mean
        };
        assert_eq!((beyond(11.0), beyond(20.0)), (Some(0.0), Some(9.0)));
    }
}
