//! Which share of those who began to wait in a year still waits after so many weeks (Kaplan and Meier 1958): who still waits
//! on the last day is one of those who wait up to then, and of no week after it.

use super::Watched;
use crate::record::Awaited;
use crate::record::waits::Cohort;
use crate::stats::Band;
use crate::time::Day;

/// A line must be known over so many weeks at least.
const SHORTEST: usize = 26;

/// What people wait for, by the year in which they began.
#[derive(Clone, PartialEq, Debug)]
pub struct Waiting {
    /// What they wait for.
    pub what: Awaited,
    /// The years, as far as they are known long enough.
    pub curves: Vec<Curve>,
}

/// Those who began to wait in a year.
#[derive(Clone, PartialEq, Debug)]
pub struct Curve {
    /// The year.
    pub year: i16,
    /// How many they are, in the mean [persons].
    pub persons: f64,
    /// The share that still waits after so many weeks, from none on, over the replications. It ends where fewer than half
    /// of them can be followed, for the run ends.
    pub shares: Vec<Band>,
}

impl Curve {
    /// The first week after which at most half still waits, by the median of the replications; `None` where the line ends
    /// before that.
    pub fn half(&self) -> Option<usize> {
        self.shares.iter().position(|band| band.centre().is_some_and(|share| share <= 0.5))
    }
}

/// The lines of a run between two days, each of whose replications was watched; one in so many persons was.
pub(super) fn waiting(watched: &[Watched], (start, end): (Day, Day), one_in: u32) -> Vec<Waiting> {
    let of = |what: Awaited| {
        let years = watched.first().map_or(&[][..], |one| one.waits.cohorts[what as usize].as_slice());
        let curve = |(place, first): (usize, &Cohort)| {
            let cohorts = || watched.iter().map(|one| &one.waits.cohorts[what as usize][place]);
            let begun: u64 =
                cohorts().flat_map(|one| one.ended.iter().chain(&one.open)).map(|n| u64::from(*n)).sum();
            let known = followed(first.year, start, end);
            if known < SHORTEST || begun == 0 {
                return None;
            }
            let lines: Vec<Vec<f64>> = cohorts().map(still_waiting).collect();
            let band = |week: usize| {
                let mut shares: Vec<f64> = lines.iter().filter_map(|line| line.get(week).copied()).collect();
                Band::of(&mut shares)
            };
            Some(Curve {
                year: first.year,
                persons: begun as f64 * f64::from(one_in) / watched.len() as f64,
                shares: (0..=known).map(band).collect(),
            })
        };
        Waiting { what, curves: years.iter().enumerate().filter_map(curve).collect() }
    };
    Awaited::ALL.map(of).into_iter().filter(|one| !one.curves.is_empty()).collect()
}

/// Weeks over which half of those can be followed who begin evenly over the simulated part of a year.
fn followed(year: i16, start: Day, end: Day) -> usize {
    let first = Day::from_ymd(year, 1, 1).map_or(start, |day| day.max(start));
    let last = Day::from_ymd(year, 12, 31).map_or(end, |day| day.min(end));
    let middle = (first.number() + last.number()) / 2;
    usize::try_from((end.number() - middle) / 7).unwrap_or(0)
}

/// The share that still waits as each week begins. A week in which nobody is left to end waiting leaves it as it is; one of
/// which nothing is known has none.
fn still_waiting(cohort: &Cohort) -> Vec<f64> {
    let all: u32 = cohort.ended.iter().chain(&cohort.open).sum();
    let (mut waiting, mut share) = (all, 1.0);
    let mut line = Vec::with_capacity(cohort.ended.len() + 1);
    for (ended, open) in cohort.ended.iter().zip(&cohort.open) {
        line.push(if all > 0 { share } else { f64::NAN });
        if waiting > 0 {
            share *= f64::from(waiting - ended) / f64::from(waiting);
        }
        waiting -= ended + open;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Waits;

    fn cohort(ended: &[u32], open: &[u32]) -> Cohort {
        Cohort { year: 2026, ended: ended.to_vec(), open: open.to_vec() }
    }

    #[test]
    fn whoever_still_waits_on_the_last_day_counts_up_to_then() {
        // Of ten, two are done in the first week; four of the other eight are not followed beyond the second.
        let line = still_waiting(&cohort(&[2, 0, 2, 0], &[0, 4, 0, 2]));
        assert_eq!(line, [1.0, 0.8, 0.8, 0.4]);
        // Without anybody cut off it is the share that is left.
        assert_eq!(still_waiting(&cohort(&[1, 2, 1, 0], &[0, 0, 0, 0])), [1.0, 0.75, 0.25, 0.0]);
        assert!(still_waiting(&cohort(&[0, 0], &[0, 0])).iter().all(|share| share.is_nan()));
    }

    #[test]
    fn a_year_of_which_too_little_is_known_has_no_line() {
        let days: (Day, Day) = ("2026-01-01".parse().unwrap(), "2028-03-31".parse().unwrap());
        let mut waits = Waits::new(days.0, days.1);
        for cohort in &mut waits.cohorts[Awaited::Decision as usize] {
            cohort.ended[3] = 5;
        }
        let one = Watched { start: Default::default(), years: Vec::new(), waits };
        let found = waiting(&[one], days, 10);
        let years: Vec<i16> = found[0].curves.iter().map(|curve| curve.year).collect();
        assert_eq!((found.len(), years), (1, vec![2026, 2027]));
        let curve = &found[0].curves[0];
        assert_eq!((curve.persons, curve.half(), curve.shares.len()), (50.0, Some(4), 92));
    }
}
