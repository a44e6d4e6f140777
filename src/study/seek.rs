//! The least change for which an outcome holds with a given chance: a number of officers, places or dwellings, or a date.
//!
//! Candidates lie in a row, from one end of a range to the other. Every candidate is run with the same luck, so each
//! replication holds from some candidate on and fails before it, where the effect runs one way; the candidate that is sought
//! is then a quantile of those turning points, and bisection finds it in a few runs.

use super::replication::Replication;
use super::years::Row;
use crate::record::{Series, SeriesKind};
use crate::stats::wilson;
use crate::time::{Day, Month};

/// Months over which a flow is summed.
const YEAR: usize = 12;

/// What must hold.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Goal {
    /// Of which series.
    pub series: Series,
    /// Whether it must lie at or below the level; else at or above it.
    pub below: bool,
    /// The level, in the unit of the series.
    pub level: f64,
    /// On which day.
    pub day: Day,
}

impl Goal {
    /// The number that is held against the level: of a stock, a wait or a ratio that of the month in which the day lies; of
    /// a flow the sum over the twelve months up to and with that month, or over those that there are. NaN where there is
    /// none.
    pub fn number(&self, dates: &[Day], months: &[Row]) -> f64 {
        let Some(at) = dates.iter().position(|date| Month::of(*date) == Month::of(self.day)) else {
            return f64::NAN;
        };
        let value = |row: &Row| row[self.series as usize];
        match self.series.kind() {
            SeriesKind::Flow => months[(at + 1).saturating_sub(YEAR)..=at].iter().map(value).sum(),
            SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => value(&months[at]),
        }
    }

    /// In how many of the replications it holds.
    pub fn count(&self, dates: &[Day], replications: &[Replication]) -> u32 {
        let holds = |one: &&Replication| {
            let number = self.number(dates, &one.months);
            if self.below { number <= self.level } else { number >= self.level }
        };
        replications.iter().filter(holds).count() as u32
    }
}

/// What was seen at a candidate.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Its place in the row.
    pub place: usize,
    /// In so many replications the outcome holds.
    pub holds: u32,
    /// Of so many.
    pub of: u32,
}

impl Seen {
    /// The share in which it holds.
    pub fn share(&self) -> f64 {
        f64::from(self.holds) / f64::from(self.of.max(1))
    }

    /// The interval of 95 % of that share.
    pub fn interval(&self) -> (f64, f64) {
        wilson(self.holds, self.of)
    }
}

/// What came of it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The candidate closest to the end at which it does not hold.
    At {
        /// Its place.
        place: usize,
        /// The places between which it lies with 95 % confidence, in ascending order; nothing on a side on which the
        /// range ends before it is sure.
        between: (Option<usize>, Option<usize>),
        /// Whether it holds from there up; else from there down.
        rising: bool,
    },
    /// It holds with that chance at both ends of the range.
    Everywhere,
    /// At neither end.
    Nowhere,
}

/// An answer, and on what it rests.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// The answer.
    pub answer: Answer,
    /// Every candidate that was run, in order of place.
    pub seen: Vec<Seen>,
}

impl Found {
    /// Whether some candidate holds surely less often than one before it: the effect then runs both ways, and there may be
    /// other answers.
    pub fn runs_both_ways(&self) -> bool {
        let rising = self.seen.first().map(Seen::share) <= self.seen.last().map(Seen::share);
        let mut best = 0.0_f64;
        let mut back = false;
        let mut look = |seen: &Seen| {
            let (low, high) = seen.interval();
            back |= high < best;
            best = best.max(low);
        };
        if rising {
            self.seen.iter().for_each(&mut look)
        } else {
            self.seen.iter().rev().for_each(&mut look)
        }
        back
    }
}

/// Seeks among the candidates `0..=last` the one from which on an outcome holds with this chance (0 to 1). `look` runs a
/// candidate; it is asked once for each. `None` as soon as it gives nothing: somebody stopped the search.
pub fn seek(last: usize, chance: f64, mut look: impl FnMut(usize) -> Option<(u32, u32)>) -> Option<Found> {
    let mut seen: Vec<Seen> = Vec::new();
    let mut at = |place: usize| -> Option<Seen> {
        match seen.binary_search_by_key(&place, |one| one.place) {
            Ok(known) => Some(seen[known]),
            Err(between) => {
                let (holds, of) = look(place)?;
                seen.insert(between, Seen { place, holds, of });
                Some(seen[between])
            }
        }
    };
    let (first, end) = (at(0)?, at(last)?);
    let rising = end.share() >= first.share();
    let enough = |one: &Seen| one.share() >= chance;
    let answer = match (enough(&first), enough(&end)) {
        (true, true) => Answer::Everywhere,
        (false, false) => Answer::Nowhere,
        _ => {
            // Steps are counted from the end at which it does not hold.
            let place = |step: usize| if rising { step } else { last - step };
            let mut turn = |holds: &dyn Fn(&Seen) -> bool| -> Option<Option<usize>> {
                if holds(&at(place(0))?) || !holds(&at(place(last))?) {
                    return Some(None);
                }
                let (mut no, mut yes) = (0, last);
                while yes - no > 1 {
                    let middle = no + (yes - no) / 2;
                    if holds(&at(place(middle))?) { yes = middle } else { no = middle }
                }
                Some(Some(yes))
            };
            let found = turn(&enough)?.unwrap_or(last);
            let possible = turn(&|one| one.interval().1 >= chance)?;
            let sure = turn(&|one| one.interval().0 >= chance)?;
            let between = (possible.map(place), sure.map(place));
            let between = if rising { between } else { (between.1, between.0) };
            Answer::At { place: place(found), between, rising }
        }
    };
    Some(Found { answer, seen })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hundred replications, each with a turning point of its own: it holds from there on.
    fn turning(points: impl Fn(u32) -> usize + Copy) -> impl FnMut(usize) -> Option<(u32, u32)> {
        move |place| Some(((0..100).filter(|one| points(*one) <= place).count() as u32, 100))
    }

    #[test]
    fn the_answer_is_the_quantile_of_the_turning_points_and_few_candidates_are_run() {
        // Turning points 20, 21, ..., 119: eighty of them lie at or before 99.
        let found = seek(128, 0.8, turning(|one| 20 + one as usize)).unwrap();
        let Answer::At { place, between, rising } = found.answer else { panic!("{found:?}") };
        assert_eq!((place, rising), (99, true));
        // Wilson: 71 of 100 may be a share of 0.8 (0.614 to 0.790 may not: 72 may), 87 of 100 surely is.
        let (Some(low), Some(high)) = between else { panic!("{between:?}") };
        assert!(low < 99 && high > 99 && found.seen.len() < 25, "{between:?} {}", found.seen.len());
        let share = |place: usize| (place - 19) as u32;
        assert!(wilson(share(low), 100).1 >= 0.8 && wilson(share(low) - 1, 100).1 < 0.8);
        assert!(wilson(share(high), 100).0 >= 0.8 && wilson(share(high) - 1, 100).0 < 0.8);
        assert!(!found.runs_both_ways());
    }

    #[test]
    fn an_effect_that_falls_along_the_row_gives_the_last_candidate_that_holds() {
        let found = seek(128, 0.8, |place| Some((100 - (place as u32 * 100 / 128), 100))).unwrap();
        let Answer::At { place, rising: false, between } = found.answer else { panic!("{found:?}") };
        // 100 - 25 = 75 at place 32 is too few; 20 at place 26 leaves eighty.
        assert_eq!(place, 26);
        assert!(between.0.unwrap() < 26 && between.1.unwrap() > 26, "{between:?}");
        assert!(!found.runs_both_ways());
    }

    #[test]
    fn ends_that_agree_and_searches_that_are_stopped_are_said() {
        assert_eq!(seek(10, 0.8, |_| Some((90, 100))).unwrap().answer, Answer::Everywhere);
        assert_eq!(seek(10, 0.8, |_| Some((10, 100))).unwrap().answer, Answer::Nowhere);
        let mut runs = 0;
        let stopped = seek(10, 0.8, |place| {
            runs += 1;
            (runs < 3).then_some((place as u32 * 10, 100))
        });
        assert_eq!(stopped, None);
    }

    #[test]
    fn an_end_that_is_not_sure_leaves_that_side_open() {
        let found = seek(10, 0.8, |place| Some((place as u32 * 8, 100))).unwrap();
        let Answer::At { place, between, .. } = found.answer else { panic!("{found:?}") };
        assert_eq!((place, between.1), (10, None));
    }

    #[test]
    fn an_effect_that_runs_both_ways_is_noticed() {
        let humps = |place: usize| Some((if place == 5 { 100 } else { place as u32 * 17 / 2 }, 100));
        let found = seek(10, 0.8, humps).unwrap();
        assert!(found.runs_both_ways(), "{found:?}");
    }

    #[test]
    fn stocks_are_read_on_the_day_and_flows_over_the_year_to_it() {
        let dates: Vec<Day> = (1..=14)
            .map(|n| Day::from_ymd(2026 + (n - 1) / 12, ((n - 1) % 12 + 1) as i8, 20).unwrap())
            .collect();
        let months: Vec<Row> = (1..=14).map(|n| [f64::from(n); Series::ALL.len()]).collect();
        let goal = |series| Goal { series, below: true, level: 0.0, day: "2027-01-05".parse().unwrap() };
        assert_eq!(goal(Series::OpenCases).number(&dates, &months), 13.0);
        assert_eq!(goal(Series::Decisions).number(&dates, &months), (2..=13).sum::<i32>() as f64);
        let before = Goal { day: "2025-12-31".parse().unwrap(), ..goal(Series::OpenCases) };
        assert!(before.number(&dates, &months).is_nan());
    }
}
