//! What sets a scenario apart from its reference: replication by replication, ours minus theirs, under the same luck.

use super::outcome::SeriesBands;
use super::replication::Replication;
use super::years::{self, Row};
use crate::record::Series;
use crate::stats::{Band, Interval};
use crate::time::Day;

/// How sure the interval of a mean difference is.
const CONFIDENCE: f64 = 0.95;

/// A difference over the pairs of replications.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub struct Difference {
    /// Its mean, spread and quantiles.
    pub band: Band,
    /// The least and the most of all pairs; `None` without a pair that has a value on both sides.
    pub extremes: Option<(f64, f64)>,
    /// Share of the pairs in which ours is more, 0 to 1.
    pub above: f64,
    /// Share of the pairs in which ours is less, 0 to 1.
    pub below: f64,
    /// The interval of 95 % of the mean; `None` for fewer than two pairs.
    pub interval: Option<Interval>,
}

impl Difference {
    /// Of the differences of the pairs; one that is NaN has no value on one of its sides and is left out.
    pub fn of(values: &mut Vec<f64>) -> Difference {
        let band = Band::of(values);
        let count = values.len().max(1) as f64;
        let share =
            |wanted: fn(&f64) -> bool| values.iter().filter(|value| wanted(value)).count() as f64 / count;
        Difference {
            band,
            // `Band::of` has put them in order.
            extremes: values.first().copied().zip(values.last().copied()),
            above: share(|value| *value > 0.0),
            below: share(|value| *value < 0.0),
            interval: Interval::of(values, CONFIDENCE),
        }
    }

    /// Which way the mean goes for certain: 1 or −1 where the interval leaves zero out, else 0.
    pub fn certain(&self) -> i8 {
        match self.interval {
            Some(interval) if !interval.contains(0.0) => interval.mean.signum() as i8,
            _ => 0,
        }
    }

    /// Whether the pairs are equal, each of them.
    pub fn none(&self) -> bool {
        self.above == 0.0 && self.below == 0.0
    }
}

/// Months for which a difference must last before it counts as certain.
const LASTING: usize = 6;

/// The differences of one series.
#[derive(Clone, Debug)]
pub struct SeriesDifferences {
    /// Which series.
    pub series: Series,
    /// By month, one per date of the outcome.
    pub months: Vec<Difference>,
    /// By calendar year, as in [`Year`](super::years::Year).
    pub years: Vec<Difference>,
}

impl SeriesDifferences {
    /// Whether any pair differs in any month.
    pub fn moves(&self) -> bool {
        self.months.iter().any(|month| !month.none())
    }

    /// The first of the dates from which on the mean difference goes one way for certain, to the last date. Among many outcomes
    /// some do so in the last month by chance: less than half a year of it is nothing.
    pub fn certain_from(&self, dates: &[Day]) -> Option<Day> {
        let way = self.months.last()?.certain();
        let still = self.months.iter().rev().take_while(|month| month.certain() == way).count();
        (way != 0 && still >= LASTING.min(self.months.len())).then(|| dates[self.months.len() - still])
    }

    /// The bands of the months.
    pub fn bands(&self) -> SeriesBands {
        SeriesBands { series: self.series, bands: self.months.iter().map(|month| month.band).collect() }
    }
}

/// The replications that both have, side by side. Both come in order of number.
pub fn pairs<'a>(
    ours: &'a [Replication],
    theirs: &'a [Replication],
) -> Vec<(&'a Replication, &'a Replication)> {
    let mut theirs = theirs.iter().peekable();
    let mut pairs = Vec::new();
    for one in ours {
        while theirs.next_if(|other| other.number < one.number).is_some() {}
        pairs.extend(theirs.next_if(|other| other.number == one.number).map(|other| (one, other)));
    }
    pairs
}

/// The differences of every series, by month and by year. A month in which either has no value has no difference.
pub fn differences(pairs: &[(&Replication, &Replication)], dates: &[Day]) -> Vec<SeriesDifferences> {
    let months: Vec<Vec<Row>> = pairs
        .iter()
        .map(|(ours, theirs)| ours.months.iter().zip(&theirs.months).map(|(a, b)| less(a, b)).collect())
        .collect();
    let spans = years::spans(dates);
    let years: Vec<Vec<Row>> = pairs
        .iter()
        .map(|(ours, theirs)| {
            let year = |&(_, first, end): &(i16, usize, usize)| {
                less(&years::row(&ours.months[first..end]), &years::row(&theirs.months[first..end]))
            };
            spans.iter().map(year).collect()
        })
        .collect();
    let mut values = Vec::with_capacity(pairs.len());
    let mut along = |rows: &[Vec<Row>], count: usize, series: Series| -> Vec<Difference> {
        (0..count)
            .map(|place| {
                values.clear();
                values.extend(rows.iter().map(|row| row[place][series as usize]));
                Difference::of(&mut values)
            })
            .collect()
    };
    let of = |&series: &Series| SeriesDifferences {
        series,
        months: along(&months, dates.len(), series),
        years: along(&years, spans.len(), series),
    };
    Series::ALL.iter().map(of).collect()
}

fn less(ours: &Row, theirs: &Row) -> Row {
    std::array::from_fn(|index| ours[index] - theirs[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(number: u32, level: f64) -> Replication {
        let months = vec![[level; Series::ALL.len()]; 2];
        Replication { number, months, days: Vec::new(), timelines: None, audit: Vec::new() }
    }

    fn dates() -> Vec<Day> {
        ["2026-01-31", "2026-02-28"].map(|day| day.parse().unwrap()).to_vec()
    }

    #[test]
    fn differences_pair_replications_by_number() {
        let ours = [replication(0, 5.0), replication(2, 9.0)];
        let theirs = [replication(0, 4.0), replication(1, 100.0), replication(2, 6.0), replication(3, 0.0)];
        let found = differences(&pairs(&ours, &theirs), &dates());
        assert_eq!(found.len(), Series::ALL.len());
        let inflow = &found[Series::InflowTotal as usize];
        assert_eq!(inflow.months[1].band.mean, Some(2.0));
        assert_eq!(inflow.months[1].extremes, Some((1.0, 3.0)));
        assert_eq!((inflow.years[0].band.mean, inflow.years[0].above), (Some(4.0), 1.0));
        assert!(inflow.moves());
    }

    #[test]
    fn runs_without_a_replication_in_common_have_no_differences() {
        let found = differences(&pairs(&[replication(0, 5.0)], &[replication(1, 4.0)]), &dates());
        assert!(found.iter().all(|one| !one.moves() && one.months[0].band.mean.is_none()));
    }

    #[test]
    fn equal_pairs_do_not_move_and_one_odd_pair_does() {
        let equal = Difference::of(&mut vec![0.0; 20]);
        assert!(equal.none());
        let mut values = vec![0.0; 19];
        values.push(-7.0);
        let odd = Difference::of(&mut values);
        assert!(!odd.none());
        assert_eq!((odd.band.centre(), odd.below, odd.extremes), (Some(0.0), 0.05, Some((-7.0, 0.0))));
    }
}
