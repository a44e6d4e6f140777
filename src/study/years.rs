//! A run by calendar year: what each replication makes of a year, and the bands of that over the replications.
//!
//! A total is summed within a replication before the replications are laid side by side, so that its band is its own: the
//! sum of the medians of twelve months is the median of no year.

use super::replication::Replication;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::time::Day;

/// The values of all series, in the order of `Series::ALL`.
pub type Row = [f64; Series::ALL.len()];

/// The simulated part of a calendar year.
#[derive(Clone, Debug)]
pub struct Year {
    /// Calendar year.
    pub year: i16,
    /// How many of its months are simulated, 1 to 12.
    pub months: u32,
    /// Its last simulated day.
    pub end: Day,
    /// The bands over the replications, in the order of `Series::ALL`: flows summed over the year, stocks and ratios of its
    /// last month, waits as the mean over those who left in the year.
    pub bands: Vec<Band>,
}

impl Year {
    /// The band of a series.
    pub fn band(&self, series: Series) -> &Band {
        &self.bands[series as usize]
    }
}

/// Where a year begins and ends among the months: (year, first, one past the last).
pub(super) fn spans(dates: &[Day]) -> Vec<(i16, usize, usize)> {
    let mut spans: Vec<(i16, usize, usize)> = Vec::new();
    for (n, date) in dates.iter().enumerate() {
        match spans.last_mut().filter(|span| span.0 == date.year()) {
            Some(span) => span.2 = n + 1,
            None => spans.push((date.year(), n, n + 1)),
        }
    }
    spans
}

/// Those over whom a wait is a mean: as many as left in the month.
const fn leavers(wait: Series) -> Option<Series> {
    match wait {
        Series::WaitDecision => Some(Series::Decisions),
        Series::WaitAppeal => Some(Series::AppealRulings),
        Series::WaitFurtherAppeal => Some(Series::FurtherAppealRulings),
        Series::WaitFamily => Some(Series::FamilyDecisions),
        Series::WaitHousing => Some(Series::Housed),
        _ => None,
    }
}

/// The year of one replication, made of its months.
pub(super) fn row(months: &[Row]) -> Row {
    std::array::from_fn(|index| {
        let series = Series::ALL[index];
        match series.kind() {
            SeriesKind::Flow => months.iter().map(|month| month[index]).sum(),
            SeriesKind::Stock | SeriesKind::Ratio => months.last().map_or(f64::NAN, |month| month[index]),
            SeriesKind::Wait => mean_wait(months, series),
        }
    })
}

/// The mean over everyone who left in the year; a month in which nobody left has no say.
fn mean_wait(months: &[Row], wait: Series) -> f64 {
    let (mut sum, mut persons) = (0.0, 0.0);
    for month in months.iter().filter(|month| !month[wait as usize].is_nan()) {
        let weight = leavers(wait).map_or(1.0, |of| month[of as usize]);
        sum += weight * month[wait as usize];
        persons += weight;
    }
    // Nobody left: no wait, which is not a wait of zero.
    if persons > 0.0 { sum / persons } else { f64::NAN }
}

/// The years of some replications.
pub(super) fn years(replications: &[Replication], dates: &[Day]) -> Vec<Year> {
    let of = |&(year, first, end): &(i16, usize, usize)| {
        let rows: Vec<Row> = replications.iter().map(|r| row(&r.months[first..end])).collect();
        Year { year, months: (end - first) as u32, end: dates[end - 1], bands: bands(&rows) }
    };
    spans(dates).iter().map(of).collect()
}

fn bands(rows: &[Row]) -> Vec<Band> {
    let mut values = Vec::with_capacity(rows.len());
    let mut band = |series: &Series| {
        values.clear();
        values.extend(rows.iter().map(|row| row[*series as usize]));
        Band::of(&mut values)
    };
    Series::ALL.iter().map(&mut band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(value: f64) -> Row {
        [value; Series::ALL.len()]
    }

    #[test]
    fn a_year_sums_flows_keeps_the_last_stock_and_weighs_waits_by_those_who_left() {
        let mut months = [month(10.0), month(30.0)];
        (months[0][Series::WaitDecision as usize], months[1][Series::WaitDecision as usize]) = (8.0, 4.0);
        months[1][Series::WaitHousing as usize] = f64::NAN;
        let year = row(&months);
        assert_eq!(year[Series::InflowTotal as usize], 40.0);
        assert_eq!(year[Series::OpenCases as usize], 30.0);
        assert_eq!(year[Series::WaitDecision as usize], (10.0 * 8.0 + 30.0 * 4.0) / 40.0);
        assert_eq!(year[Series::WaitHousing as usize], 10.0);
    }

    #[test]
    fn the_band_of_a_year_is_that_of_the_sums_and_not_the_sum_of_bands() {
        let dates = ["2026-01-31", "2026-02-28"].map(|day| day.parse().unwrap());
        let one = |number: u32, first: f64, second: f64| Replication {
            number,
            months: vec![month(first), month(second)],
            days: Vec::new(),
            timelines: None,
            audit: Vec::new(),
        };
        // A high first month goes with a low second one: every year is 100, and no month is 50.
        let replications: Vec<_> = (0..60).map(|n| one(n, f64::from(n), 100.0 - f64::from(n))).collect();
        let year = &years(&replications, &dates)[0];
        assert_eq!((year.year, year.months, year.end), (2026, 2, dates[1]));
        assert_eq!(year.band(Series::InflowTotal).central(80), Some((100.0, 100.0)));
    }
}
