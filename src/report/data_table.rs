//! The figures beneath a chart: half-yearly rows, and the totals of the years for flows.

use serde::Serialize;

use super::summary::{View, YearSum, capital};
use super::texts::fill;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::time::Month;

/// The rows of one series.
#[derive(Debug, Serialize)]
pub(super) struct Rows {
    name: String,
    unit: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    when: String,
    /// Mean, 10 %, median, 90 %.
    cells: [String; 4],
    /// Whether it is the total of a year.
    total: bool,
}

/// The rows of every series of a chart.
pub(super) fn rows(view: &View<'_>, all: &[Series]) -> Vec<Rows> {
    all.iter().filter_map(|series| Some(of_series(view, *series, view.bands(*series)?))).collect()
}

fn of_series(view: &View<'_>, series: Series, bands: &[Band]) -> Rows {
    let sums = if series.kind() == SeriesKind::Flow { view.year_sums(bands) } else { Vec::new() };
    let mut rows = Vec::new();
    let dates = &view.outcome.dates;
    for (n, (date, band)) in dates.iter().zip(bands).enumerate() {
        let month = Month::of(*date);
        if month.month() % 6 == 0 || n + 1 == dates.len() {
            let figure = |value| view.figure(series, value);
            let [_, p10, _, p50, _, p90, _] = band.quantiles;
            let when = match series.kind() {
                SeriesKind::Stock => view.language.date(*date),
                SeriesKind::Flow | SeriesKind::Wait | SeriesKind::Ratio => view.language.month(*date),
            };
            rows.push(Row { when, cells: [band.mean, p10, p50, p90].map(figure), total: false });
        }
        let year_ends = dates.get(n + 1).is_none_or(|next| next.year() != date.year());
        if let Some(sum) = sums.iter().find(|sum| year_ends && sum.year == date.year()) {
            rows.push(total(view, sum));
        }
    }
    Rows { name: capital(view.language.series(series)), unit: view.language.unit(series), rows }
}

fn total(view: &View<'_>, sum: &YearSum) -> Row {
    let texts = view.texts();
    let template = if sum.months == 12 { texts.year_total } else { texts.year_total_part };
    let (year, months) = (sum.year.to_string(), view.months(sum.months));
    let values: &[(&str, &str)] = &[("year", &year), ("months", &months)];
    let none = || String::from("–");
    Row {
        when: capital(&fill(template, values)),
        cells: [view.language.whole(sum.sum), none(), none(), none()],
        total: true,
    }
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
    fn a_stock_stands_on_its_evening() {
        let outcome = Fixture { months: 12, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::En };
        let rows = rows(&view, &[Series::OpenCases]);
        assert_eq!(rows[0].rows[0].when, "30 June 2026");
        assert_eq!(rows[0].rows.len(), 2);
    }
}
