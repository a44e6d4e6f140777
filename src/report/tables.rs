//! `series.csv` and `levers.csv`: the files other programs read. Their form never depends on the language.

use crate::record::SeriesKind;
use crate::stats::Band;
use crate::study::outcome::{Outcome, SeriesBands};

/// Monthly bands of every series: `date,series,unit,mean,sd,p05,p10,p25,p50,p75,p90,p95`. A missing value is empty.
pub fn series_csv(outcome: &Outcome) -> String {
    let header = ["date", "series", "unit", "mean", "sd", "p05", "p10", "p25", "p50", "p75", "p90", "p95"]
        .map(String::from);
    let rows = in_order(&outcome.series).into_iter().flat_map(|one| {
        let decimals = if one.series.kind() == SeriesKind::Ratio { 6 } else { 4 };
        outcome.dates.iter().zip(&one.bands).map(move |(date, band)| {
            let mut row = vec![date.to_string(), one.series.id().to_owned(), one.series.unit().to_owned()];
            row.extend(values(band).map(|value| value.map_or_else(String::new, |x| plain(x, decimals))));
            row
        })
    });
    write(header.to_vec(), rows)
}

/// Every lever over time: `date,lever,unit,value,share`, the share of replications in which the value holds (0 to 1).
pub fn levers_csv(outcome: &Outcome) -> String {
    let header = ["date", "lever", "unit", "value", "share"].map(String::from);
    let rows = outcome.levers.iter().flat_map(|path| {
        path.steps.iter().map(|step| {
            vec![
                step.date.to_string(),
                path.lever.clone(),
                path.unit.clone(),
                step.text.clone(),
                plain(step.share, 4),
            ]
        })
    });
    write(header.to_vec(), rows)
}

fn in_order(series: &[SeriesBands]) -> Vec<&SeriesBands> {
    let mut sorted: Vec<&SeriesBands> = series.iter().collect();
    sorted.sort_by_key(|one| one.series);
    sorted
}

fn values(band: &Band) -> impl Iterator<Item = Option<f64>> {
    [band.mean, band.sd].into_iter().chain(band.quantiles)
}

pub(super) fn write(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row).expect("a vector takes every byte and all rows are equally long");
    }
    let bytes = writer.into_inner().expect("a vector takes every byte");
    String::from_utf8(bytes).expect("strings in, strings out")
}

/// A number in the one form all platforms write: at most `decimals` decimals, no trailing zeros, no exponent, no -0.
pub(super) fn plain(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Series;
    use crate::report::fixture::Fixture;

    #[test]
    fn numbers_have_one_form() {
        for (value, text) in [
            (1234.0, "1234"),
            (0.1 + 0.2, "0.3"),
            (-0.000_01, "0"),
            (1e9, "1000000000"),
            (1200.0, "1200"),
            (2.345_67, "2.3457"),
            (f64::NAN, ""),
        ] {
            assert_eq!(plain(value, 4), text);
        }
    }

    #[test]
    fn series_come_in_their_own_order_and_then_by_date() {
        let mut outcome = Fixture::default().outcome();
        outcome.series.reverse();
        let text = series_csv(&outcome);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "date,series,unit,mean,sd,p05,p10,p25,p50,p75,p90,p95");
        assert!(lines[1].starts_with("2026-01-31,inflow_first,persons,"));
        assert!(lines[2].starts_with("2026-02-28,inflow_first,persons,"));
        assert_eq!(lines.len(), 1 + Series::ALL.len() * outcome.dates.len());
        assert!(text.ends_with('\n') && !text.contains('\r'));
    }

    #[test]
    fn missing_values_are_empty() {
        let text = series_csv(&Fixture { replications: 3, ..Fixture::default() }.outcome());
        assert!(text.lines().nth(1).unwrap().ends_with(",,,,,,,"));
    }

    #[test]
    fn lever_values_with_commas_are_quoted() {
        let mut outcome = Fixture::default().outcome();
        outcome.levers[0].steps[0].text = "a, b".to_owned();
        outcome.levers[0].steps[0].share = 0.123_456;
        let text = levers_csv(&outcome);
        assert!(text.starts_with("date,lever,unit,value,share\n"));
        assert!(text.lines().nth(1).unwrap().ends_with(",\"a, b\",0.1235"));
    }
}
