//! Published figures that stand beside a projection: totals of past years, and the last official forecast.

use crate::record::Series;
use crate::study::published::{Row, read};
use crate::time::Day;

/// A published total of a year [persons].
#[derive(Clone, PartialEq, Debug)]
pub struct Past {
    /// The year.
    pub year: i16,
    /// What is counted.
    pub series: Series,
    /// The figure.
    pub value: f64,
    /// Where it was found.
    pub source: String,
}

/// An official forecast of the total inflow of a year [persons].
#[derive(Clone, PartialEq, Debug)]
pub struct Official {
    /// The year that is forecast.
    pub year: i16,
    /// The lower and the upper figure; equal where one figure was published.
    pub between: (f64, f64),
    /// When it was made, as far as that is known: `2025-09`.
    pub made: String,
    /// Where it was found.
    pub source: String,
}

/// The places that an official body says are needed on a day.
#[derive(Clone, PartialEq, Debug)]
pub struct Needed {
    /// The day.
    pub day: Day,
    /// The places.
    pub places: f64,
    /// When it was said: year and month.
    pub made: (i16, i8),
    /// Where it was found.
    pub source: String,
}

/// The rows of the yearly table and the series that count the same.
const TOTALS: [(&str, Series); 5] = [
    ("total_inflow", Series::InflowTotal),
    ("first_applications_ind", Series::InflowFirst),
    ("repeat_applications_ind", Series::InflowRepeat),
    ("nareis_arrivals", Series::InflowFamily),
    ("resettled", Series::InflowResettled),
];

/// Published totals of the years from `from` to before `until`, in order of series and year. Figures that are only recalled
/// are left out. The total of 2025 stands among the forecasts, since it was added up from rounded figures.
pub fn past(from: i16, until: i16) -> Vec<Past> {
    let mut all = Vec::new();
    for (name, series) in TOTALS {
        let rows = read("inflow_yearly").into_iter().filter(|row| row.series == name && row.whole);
        let added = read("forecasts")
            .into_iter()
            .filter(|row| series == Series::InflowTotal && row.series == "realised_total_inflow");
        for row in rows.chain(added).filter(|row| row.mark != "recalled") {
            let Some(year) = year(&row).filter(|year| (from..until).contains(year)) else { continue };
            if !all.iter().any(|one: &Past| one.series == series && one.year == year) {
                all.push(Past { year, series, value: row.value, source: row.source });
            }
        }
    }
    all.sort_by_key(|one| (one.series, one.year));
    all
}

fn year(row: &Row) -> Option<i16> {
    row.period.parse().ok()
}

/// The last official forecast of the total inflow of each year from `from` to `until`.
pub fn official_totals(from: i16, until: i16) -> Vec<Official> {
    let rows: Vec<(Row, &'static str, String)> = read("forecasts")
        .into_iter()
        .filter_map(|row| {
            let rest = row.series.strip_prefix("forecast_total_inflow")?.to_owned();
            let (end, round) = rest.split_once("__")?;
            let end = match end {
                "_min" => "min",
                "_max" => "max",
                "" => "one",
                _ => return None,
            };
            Some((row, end, made(round)?))
        })
        .collect();
    let of = |wanted: i16| {
        let of_year = || rows.iter().filter(|(row, ..)| year(row) == Some(wanted));
        let last = of_year().map(|(.., made)| made).max()?;
        let figure =
            |end: &str| of_year().find(|(_, which, made)| made == last && *which == end).map(|(row, ..)| row);
        let (low, high) = match figure("one") {
            Some(one) => (one, one),
            None => (figure("min")?, figure("max")?),
        };
        Some(Official {
            year: wanted,
            between: (low.value, high.value),
            made: last.clone(),
            source: low.source.clone(),
        })
    };
    (from..=until).filter_map(of).collect()
}

/// `mpp_2025_09` as `2025-09`; a round that is known by its season only as its year, which sorts before its months.
fn made(round: &str) -> Option<String> {
    let mut words = round.split('_').skip_while(|word| word.parse::<i16>().is_err());
    let year = words.next()?;
    Some(match words.next().filter(|month| month.parse::<i8>().is_ok()) {
        Some(month) => format!("{year}-{month}"),
        None => year.to_owned(),
    })
}

/// The last figure of COA for the places that are needed, and of that the last day.
pub fn last_needed() -> Option<Needed> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let needed = read("reception").into_iter().filter_map(|row| {
        let made = row.series.strip_prefix("capacity_needed_forecast_of_")?;
        let (month, year) = made.split_once('_')?;
        let month = MONTHS.iter().position(|name| *name == month)?;
        let made = (year.parse().ok()?, i8::try_from(month).ok()? + 1);
        Some(Needed { day: row.period.parse().ok()?, places: row.value, made, source: row.source })
    });
    needed.max_by_key(|one| (one.made, one.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_round_for_a_year_counts() {
        let found = official_totals(2026, 2030);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].between, found[0].made.as_str()), ((39_000.0, 67_100.0), "2025-09"));
        // A later round of two figures stands in the place of an earlier one.
        assert_eq!(official_totals(2025, 2025)[0].between, (40_000.0, 55_300.0));
        assert_eq!(official_totals(2022, 2022)[0].between, (48_200.0, 48_200.0));
    }

    #[test]
    fn past_totals_are_published_ones_only() {
        let all = past(2023, 2026);
        let of = |series: Series, year: i16| all.iter().find(|one| one.series == series && one.year == year);
        assert_eq!(of(Series::InflowTotal, 2025).map(|one| one.value), Some(42_000.0));
        assert_eq!(of(Series::InflowFirst, 2025).map(|one| one.value), Some(24_070.0));
        assert_eq!(of(Series::InflowRepeat, 2025), None);
        assert!(
            past(2018, 2019).iter().all(|one| one.series == Series::InflowTotal),
            "the parts are recalled"
        );
    }

    #[test]
    fn the_last_official_figure_for_places_is_that_of_november_2024() {
        let found = last_needed().unwrap();
        assert_eq!(
            (found.made, found.places, found.day.to_string()),
            ((2024, 11), 115_000.0, "2026-01-01".into())
        );
    }
}
