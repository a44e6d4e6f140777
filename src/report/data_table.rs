//! The figures beneath a chart: half-yearly rows, and the totals of the years for flows.

use serde::Serialize;

use super::summary::{Depth, View, borrow, capital};
use super::texts::fill;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::years::Year;
use crate::time::Month;

/// The rows of one series.
#[derive(Debug, Serialize)]
pub(super) struct Rows {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) rows: Vec<Row>,
}

/// The values of one moment, or of one year.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) when: String,
    /// Median, or mean where there are too few replications; 10 % and 90 % where there are enough for a band.
    pub(super) cells: Vec<String>,
    /// Whether it is the total of a year.
    pub(super) total: bool,
}

/// The rows of every series of a chart.
pub(super) fn rows(view: &View<'_>, all: &[Series]) -> Vec<Rows> {
    all.iter().filter_map(|series| Some(of_series(view, *series, view.bands(*series)?))).collect()
}

fn of_series(view: &View<'_>, series: Series, bands: &[Band]) -> Rows {
    let mut rows = Vec::new();
    let dates = &view.outcome.dates;
    for (n, (date, band)) in dates.iter().zip(bands).enumerate() {
        let month = Month::of(*date);
        if month.month() % 6 == 0 || n + 1 == dates.len() {
            let when = match series.kind() {
                SeriesKind::Stock => view.language.date(*date),
                SeriesKind::Flow | SeriesKind::Wait | SeriesKind::Ratio => view.language.month(*date),
            };
            rows.push(Row { when, cells: cells(view, series, band), total: false });
        }
        let year_ends = dates.get(n + 1).is_none_or(|next| next.year() != date.year());
        let years = view.outcome.years.iter();
        if let Some(year) = years.into_iter().find(|year| year_ends && year.year == date.year()) {
            match series.kind() {
                SeriesKind::Flow | SeriesKind::Wait => rows.push(whole_year(view, series, year)),
                SeriesKind::Stock | SeriesKind::Ratio => {}
            }
        }
    }
    Rows { name: capital(view.language.series(series)), unit: view.language.unit(series), rows }
}

fn cells(view: &View<'_>, series: Series, band: &Band) -> Vec<String> {
    let [_, p10, _, _, _, p90, _] = band.quantiles;
    let shown = if view.depth() == Depth::Band { 3 } else { 1 };
    [band.centre(), p10, p90].into_iter().take(shown).map(|value| view.figure(series, value)).collect()
}

fn whole_year(view: &View<'_>, series: Series, year: &Year) -> Row {
    let texts = view.texts();
    let template = match (series.kind(), year.months) {
        (SeriesKind::Wait, _) => texts.year_mean,
        (_, 12) => texts.year_total,
        _ => texts.year_total_part,
    };
    let values = [("year", year.year.to_string()), ("months", view.months(year.months))];
    let when = capital(&fill(template, &borrow(&values)));
    Row { when, cells: cells(view, series, year.band(series)), total: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;
    use crate::report::fixture::Fixture;

    #[test]
    fn a_flow_has_two_months_and_a_total_a_year() {
        let outcome = Fixture { months: 15, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::Nl };
        let rows = rows(&view, &[Series::InflowTotal]);
        let when: Vec<&str> = rows[0].rows.iter().map(|row| row.when.as_str()).collect();
        assert_eq!(
            when,
            ["Juni 2026", "December 2026", "Totaal 2026", "Maart 2027", "Totaal 2027 (3 maanden)"]
                .map(|w| if w.starts_with("Totaal") { w.to_owned() } else { w.to_lowercase() })
        );
    }

    #[test]
    fn the_total_of_a_year_has_a_band_of_its_own() {
        let outcome = Fixture { months: 12, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::Nl };
        let rows = rows(&view, &[Series::InflowTotal]);
        let total = rows[0].rows.iter().find(|row| row.total).unwrap();
        let band = outcome.years[0].band(Series::InflowTotal);
        assert_eq!(total.cells[1], Language::Nl.whole(band.quantiles[1].unwrap()));
        assert!(total.cells.iter().all(|cell| cell != "–"));
    }

    #[test]
    fn a_stock_stands_on_its_evening() {
        let outcome = Fixture { months: 12, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::En };
        let rows = rows(&view, &[Series::OpenCases]);
        assert_eq!(rows[0].rows[0].when, "30 June 2026");
        assert_eq!(rows[0].rows.len(), 2);
    }
}
