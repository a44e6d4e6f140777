//! Official forecasts of the total inflow against what came, beside last year's figure and ours for the same dates.

use super::counts::Counts;
use super::past::Past;
use super::paths::{Luck, paths};
use super::read::read;
use super::rolling::{OURS, Rules, Target, roll};
use crate::scenario::library;
use crate::stats::Band;
use crate::time::{Day, Month};

/// A forecast of a year's total inflow (first and repeat applications and family arrivals).
struct Round {
    /// The year that is forecast.
    year: i16,
    /// When it was made: year and month.
    made: (i16, i8),
    /// Its rows in `forecasts.csv`: one, or the two ends of a band.
    rows: &'static [&'static str],
}

/// The first forecast of each year of which the date and the figure were found, as in `forecasts.csv`. The one for 2025
/// has no date; it was published between November 2024 and the spring of 2025, and the earliest month is taken.
const ROUNDS: [Round; 7] = [
    Round { year: 2016, made: (2016, 1), rows: &["forecast_total_inflow__cabinet_2016_01"] },
    Round { year: 2017, made: (2016, 9), rows: &["forecast_total_inflow__budget_2016_09"] },
    Round { year: 2018, made: (2017, 9), rows: &["forecast_total_inflow__budget_2017_09"] },
    Round { year: 2022, made: (2021, 9), rows: &["forecast_total_inflow__mpp_2021_09"] },
    Round { year: 2023, made: (2022, 9), rows: &["forecast_total_inflow__2022_09"] },
    Round {
        year: 2024,
        made: (2023, 11),
        rows: &["forecast_total_inflow_min__mpp_2023_11", "forecast_total_inflow_max__mpp_2023_11"],
    },
    Round {
        year: 2025,
        made: (2024, 11),
        rows: &["forecast_total_inflow_min__mpp_2025_spring", "forecast_total_inflow_max__mpp_2025_spring"],
    },
];

/// One year: the official forecast, the figures known on its date, ours, and what came [persons].
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// The year that was forecast.
    pub year: i16,
    /// The month in which the official forecast was made.
    pub made: Month,
    /// The official figure: the middle where a band was published.
    pub official: f64,
    /// The published band, if it was one.
    pub between: Option<(f64, f64)>,
    /// The total of the year before, whether or not it was known on that date.
    pub year_before: f64,
    /// The total of the last full year known on that date.
    pub last_known: f64,
    /// Ours from the figures known on that date.
    pub ours: Band,
    /// What came.
    pub came: f64,
}

/// Every round, with ours made for the same date: our forecast of the first applications of that year, and repeat
/// applications and family arrivals as in the last full year known.
pub fn official(luck: Luck) -> Vec<Compared> {
    let counts = first_applications();
    let past = Past::new(counts.logs(), counts.first, 30);
    ROUNDS.iter().map(|round| compare(round, &counts, &past, luck)).collect()
}

/// Published first applications by month.
fn first_applications() -> Counts {
    let text = library::reference("first_applications_linked").expect("the series is embedded");
    read("first_applications_linked.csv", text.as_bytes(), None)
        .unwrap_or_else(|wrong| {
            panic!("the embedded series is sound: {:?}", wrong.first().map(|d| &d.title.en))
        })
        .series
        .remove(0)
}

/// First applications of each month from the one of a day on, a path of months for each future, as the forecast of that day has
/// them: what came up to the month before is known [persons].
pub fn ahead(from: Day, luck: Luck) -> Vec<Vec<f64>> {
    let counts = first_applications();
    let known = usize::try_from(Month::of(from).number() - counts.first.number())
        .expect("the series begins before any day that is asked for");
    let past = Past::new(counts.logs(), counts.first, 30);
    paths(&[&past.fit(known)], 0.0, luck).remove(0)
}

/// What would have been said at the end of a quarter of the first applications of the twelve months after the day it was
/// made, a month later [persons].
#[derive(Clone, PartialEq, Debug)]
pub struct Vintage {
    /// The last month known.
    pub origin: Month,
    /// The last of the twelve months.
    pub until: Month,
    /// The twelve months up to the last one known.
    pub before: f64,
    /// What would have been said.
    pub said: Band,
    /// What came.
    pub came: f64,
}

/// The first quarter of the record: the cabinet's forecasts begin with the year 2016.
const RECORD_FROM: (i16, i8) = (2015, 12);
/// Months until figures appear.
const DELAY: usize = 1;

/// The record: a vintage for every quarter since the end of 2015 of which the twelve months have come.
pub fn vintages(luck: Luck) -> Vec<Vintage> {
    let counts = first_applications();
    let from = month(RECORD_FROM.0, RECORD_FROM.1).number();
    let judged = roll(&counts, &Rules { delay: DELAY, luck }, &mut || ());
    let ours = judged
        .into_iter()
        .filter(|one| one.method == OURS && one.target == Target::Year && one.origin.number() >= from);
    ours.map(|one| {
        let known = usize::try_from(one.origin.number() - counts.first.number() + 1).unwrap_or(0);
        let last_of_year = Target::Year.reach(DELAY) as i32;
        Vintage {
            origin: one.origin,
            until: (0..last_of_year).fold(one.origin, |month, _| month.next()),
            before: counts.values[known - 12..known].iter().sum(),
            said: one.band,
            came: one.outcome,
        }
    })
    .collect()
}

/// First applications of the twelve months up to each month, from the year before the record on [persons].
pub fn twelve_months() -> Vec<(Month, f64)> {
    let counts = first_applications();
    let from = month(RECORD_FROM.0 - 1, RECORD_FROM.1).number();
    let sum = |end: usize| counts.values[end + 1 - 12..=end].iter().sum();
    let ends = (11..counts.values.len()).filter(|end| counts.month(*end).number() >= from);
    ends.map(|end| (counts.month(end), sum(end))).collect()
}

fn compare(round: &Round, counts: &Counts, past: &Past, luck: Luck) -> Compared {
    let made = month(round.made.0, round.made.1);
    // The last quarter that had ended and been published, which takes a month.
    let known = (0..counts.values.len())
        .rev()
        .find(|place| {
            let end = counts.month(*place);
            end.month() % 3 == 0 && end.number() < made.number()
        })
        .map_or(0, |place| place + 1);
    let last = counts.month(known - 1);
    let full = if last.month() == 12 { last.year() } else { last.year() - 1 };
    let first_of = |year: i16| -> f64 {
        (0..counts.values.len()).filter(|p| counts.month(*p).year() == year).map(|p| counts.values[p]).sum()
    };
    let others = total(full) - first_of(full);
    let start = usize::try_from(month(round.year, 1).number() - last.number() - 1).unwrap_or(0);
    let drawn = paths(&[&past.fit(known)], 0.0, luck).remove(0);
    let mut sums = drawn.iter().map(|path| path[start..start + 12].iter().sum::<f64>() + others).collect();
    let values: Vec<f64> = round.rows.iter().map(|row| figure("forecasts", row, round.year)).collect();
    Compared {
        year: round.year,
        made,
        official: values.iter().sum::<f64>() / values.len() as f64,
        between: (values.len() == 2).then(|| (values[0], values[1])),
        year_before: total(round.year - 1),
        last_known: total(full),
        ours: Band::of(&mut sums),
        came: total(round.year),
    }
}

fn month(year: i16, month: i8) -> Month {
    Month::of(Day::from_ymd(year, month, 1).expect("a month of the calendar"))
}

/// The total inflow of a year; that of 2025 stands among the forecasts, since it was added up from rounded figures.
fn total(year: i16) -> f64 {
    match year {
        2025 => figure("forecasts", "realised_total_inflow", year),
        _ => figure("inflow_yearly", "total_inflow", year),
    }
}

/// A figure of a reference table over all nationalities.
fn figure(table: &str, series: &str, year: i16) -> f64 {
    let text = library::reference(table).expect("the reference tables are embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().expect("a reference table has a header").clone();
    let place = |name: &str| headers.iter().position(|header| header == name);
    let (period, name, value) = (place("period"), place("series"), place("value"));
    let year = year.to_string();
    let row = reader.records().map_while(Result::ok).find(|row| {
        let at = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default();
        at(period) == year && at(name) == series
    });
    row.and_then(|row| row.get(value?)?.parse().ok())
        .unwrap_or_else(|| panic!("{series} of {year} stands in the reference table {table}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_round_of_ours_knows_more_than_its_date_allows() {
        let all = official(Luck { seed: 1, paths: 400 });
        assert_eq!(all.len(), 7);
        // The budget of September 2016 knew 2015 in full, and the quarter up to June 2016.
        let of_2017 = all.iter().find(|c| c.year == 2017).unwrap();
        assert_eq!((of_2017.last_known, of_2017.year_before), (58_880.0, 31_642.0));
        assert_eq!(of_2017.came, 31_327.0);
        assert!(all.iter().all(|c| c.ours.central(80).is_some_and(|(low, high)| low > 0.0 && low < high)));
    }

    #[test]
    fn a_published_band_is_taken_at_its_middle() {
        let all = official(Luck { seed: 1, paths: 200 });
        let of_2024 = all.iter().find(|c| c.year == 2024).unwrap();
        assert_eq!((of_2024.official, of_2024.between), (62_500.0, Some((49_000.0, 76_000.0))));
    }

    #[test]
    fn a_vintage_of_the_record_begins_where_the_published_year_ended() {
        let (all, years) = (vintages(Luck { seed: 1, paths: 50 }), twelve_months());
        assert!(all.len() > 30, "{}", all.len());
        let published = |month: Month| years.iter().find(|(at, _)| *at == month).map(|(_, sum)| *sum);
        for one in &all {
            assert_eq!(published(one.origin), Some(one.before), "{}", one.origin);
            assert_eq!(published(one.until), Some(one.came), "{}", one.origin);
        }
        assert_eq!(all[0].origin.to_string(), "2015-12");
    }
}
