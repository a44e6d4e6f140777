//! Who went from where to where in a calendar year, in means: those of the parts add up, so that the books close.

use super::super::years::spans;
use super::Watched;
use crate::record::Account;
use crate::stats::Band;
use crate::time::Day;

/// The simulated part of a calendar year.
#[derive(Clone, Debug)]
pub struct FlowYear {
    /// The year.
    pub year: i16,
    /// How many of its months are simulated, 1 to 12.
    pub months: u32,
    /// Mean persons on each account as it begins, in the order of [`Account::ALL`].
    pub start: Vec<f64>,
    /// The same as it ends: the start, and who came, less who went.
    pub end: Vec<f64>,
    /// Who moved, the largest first.
    pub moves: Vec<Flow>,
}

/// Those who moved from an account to another.
#[derive(Copy, Clone, Debug)]
pub struct Flow {
    /// Where they stood, or that they came.
    pub from: Account,
    /// Where they went.
    pub to: Account,
    /// How many, over the replications [persons].
    pub persons: Band,
}

/// The years of a run, each of whose replications was watched.
pub(super) fn flows(watched: &[Watched], dates: &[Day]) -> Vec<FlowYear> {
    let replications = watched.len().max(1) as f64;
    let place = |account: Account| account as usize;
    let mut now: Vec<f64> = Account::ALL
        .iter()
        .map(|account| {
            watched.iter().map(|one| one.start[place(*account)] as f64).sum::<f64>() / replications
        })
        .collect();
    let mut values = Vec::with_capacity(watched.len());
    let year = |(n, (year, first, end)): (usize, (i16, usize, usize))| {
        let start = now.clone();
        let mut moves = Vec::new();
        for &from in Account::ALL {
            for &to in Account::ALL {
                values.clear();
                values.extend(watched.iter().map(|one| one.years[n][place(from)][place(to)] as f64));
                if values.iter().all(|persons| *persons == 0.0) {
                    continue;
                }
                let persons = Band::of(&mut values);
                let mean = persons.mean.unwrap_or(0.0);
                now[place(to)] += mean;
                if !from.is_source() {
                    now[place(from)] -= mean;
                }
                moves.push(Flow { from, to, persons });
            }
        }
        let mean = |flow: &Flow| flow.persons.mean.unwrap_or(0.0);
        moves.sort_by(|a, b| mean(b).total_cmp(&mean(a)));
        FlowYear { year, months: (end - first) as u32, start, end: now.clone(), moves }
    };
    spans(dates).into_iter().enumerate().map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Waits;

    #[test]
    fn a_year_ends_with_its_start_and_who_came_less_who_went() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let watched = |housed: i64| {
            let count = Account::ALL.len();
            let mut one = Watched {
                start: [0; Account::ALL.len()],
                years: vec![[[0; Account::ALL.len()]; Account::ALL.len()]; 2],
                waits: Waits::new(day("2026-01-01"), day("2027-06-30")),
            };
            assert_eq!(one.start.len(), count);
            one.start[Account::ToHouse as usize] = 100;
            one.years[0][Account::CameAsRelative as usize][Account::ToHouse as usize] = 30;
            one.years[0][Account::ToHouse as usize][Account::Housed as usize] = housed;
            one.years[1][Account::ToHouse as usize][Account::Housed as usize] = 10;
            one
        };
        let dates = crate::study::run::month_ends(day("2026-01-01"), day("2027-06-30"));
        let found = flows(&[watched(40), watched(60)], &dates);
        let at = |of: &[f64]| of[Account::ToHouse as usize];
        assert_eq!((at(&found[0].start), at(&found[0].end), at(&found[1].end)), (100.0, 80.0, 70.0));
        assert_eq!((found[0].months, found[1].months), (12, 6));
        let first = found[0].moves[0];
        assert_eq!(
            (first.from, first.to, first.persons.mean),
            (Account::ToHouse, Account::Housed, Some(50.0))
        );
    }
}
