//! `series.csv` and `levers.csv`: the files other programs read. Their form never depends on the language.
//!
//! A table that rests on measures that are not law says so in its own columns, and not in a comment or a column more, over
//! which programs would stumble: its first rows are those of one more series, `measures_not_law`, which counts them and has
//! the sentence for a unit. Where everything is law there are no such rows. Effects on inflow that are assumed are told in the same
//! way, by `assumed_effects`.

use crate::record::SeriesKind;
use crate::stats::Band;
use crate::study::differences::SeriesDifferences;
use crate::study::outcome::{Outcome, SeriesBands};
use crate::time::Day;

/// The name under which a table says that it rests on measures that are not law.
pub const NOT_LAW: &str = "measures_not_law";
/// The name under which a table says that it rests on assumed effects on inflow.
const ASSUMED: &str = "assumed_effects";

/// The unit of that series: the sentence that belongs on every table.
pub fn not_law_unit(data_date: Day) -> String {
    format!("contains measures that are not law on {data_date}")
}

/// What stands beside tables that rest on measures that are not law: which ones, by scenario. Nothing where there are none.
pub fn not_law_text<'a>(
    data_date: Day,
    scenarios: impl Iterator<Item = (&'a str, &'a [(String, String)])>,
) -> Option<String> {
    let told: Vec<String> = scenarios
        .filter(|(_, measures)| !measures.is_empty())
        .map(|(title, measures)| {
            let of = measures.iter().map(|(lever, status)| format!("  {lever} ({status})\n"));
            format!("\n{title}\n{}", of.collect::<String>())
        })
        .collect();
    let sentence = format!(
        "Bevat maatregelen die op {data_date} geen geldend recht zijn. Dat geldt voor elk bestand in deze map.\n\
         Contains measures that are not law on {data_date}. That goes for every file in this folder.\n"
    );
    (!told.is_empty()).then(|| sentence + &told.concat())
}

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
    let effects = &outcome.assumed_effects;
    let marks = [
        (NOT_LAW, outcome.not_law.len(), not_law_unit(outcome.data_date)),
        (ASSUMED, effects.len(), format!("contains assumed behavioural effects: {}", effects.join(" "))),
    ];
    let columns = header.len();
    let marks = marks.into_iter().filter(|(_, count, _)| *count > 0).flat_map(|(name, count, unit)| {
        outcome.dates.iter().map(move |date| {
            let mut row = vec![date.to_string(), name.to_owned(), unit.clone()];
            row.extend([count, 0].map(|x| x.to_string()));
            row.extend(std::iter::repeat_n(count.to_string(), columns - row.len()));
            row
        })
    });
    write(header.to_vec(), marks.chain(rows))
}

/// The differences from the reference in the same form: bands of what the pairs of replications differ; `None` without one.
pub fn difference_csv(outcome: &Outcome) -> Option<String> {
    let reference = outcome.reference.as_ref()?;
    let series = reference.differences.iter().map(SeriesDifferences::bands).collect();
    Some(series_csv(&Outcome { series, ..outcome.clone() }))
}

/// The bands of every series without the assumed effects on inflow, and the differences that those make, in the same form;
/// `None` where there are none.
pub fn without_effects_csv(outcome: &Outcome) -> Option<[String; 2]> {
    let beside = outcome.beside_itself()?;
    let series = outcome.without_effects.as_ref()?.series.clone();
    let without = Outcome { series, assumed_effects: Vec::new(), ..outcome.clone() };
    Some([series_csv(&without), difference_csv(&beside)?])
}

/// Every lever over time: `date,lever,unit,value,share`, the share of replications in which the value holds (0 to 1).
pub fn levers_csv(outcome: &Outcome) -> String {
    let header = ["date", "lever", "unit", "value", "share"].map(String::from);
    let names: Vec<&str> = outcome.not_law.iter().map(|(lever, _)| lever.as_str()).collect();
    let (start, unit) = (outcome.period.0.to_string(), not_law_unit(outcome.data_date));
    let mark =
        (!names.is_empty()).then(|| vec![start, NOT_LAW.to_owned(), unit, names.join(" "), "1".to_owned()]);
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
    write(header.to_vec(), mark.into_iter().chain(rows))
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
    fn a_table_that_rests_on_measures_that_are_not_law_says_so_in_its_own_columns() {
        let outcome = Fixture { reference: true, ..Fixture::default() }.outcome();
        let unit = "contains measures that are not law on 2025-12-31";
        let series = series_csv(&outcome);
        let rows: Vec<Vec<&str>> = series.lines().map(|line| line.split(',').collect()).collect();
        assert!(rows.iter().all(|row| row.len() == 12));
        assert_eq!(rows[1][..5], ["2026-01-31", NOT_LAW, unit, "1", "0"]);
        for mark in [NOT_LAW, ASSUMED] {
            assert_eq!(rows.iter().filter(|row| row[1] == mark).count(), outcome.dates.len());
        }
        assert!(series.contains("contains assumed behavioural effects: deterrence_two_status"));
        let levers = levers_csv(&outcome);
        assert!(
            levers.lines().nth(1).unwrap().ends_with(&format!("{NOT_LAW},{unit},border_procedure_share,1"))
        );
        // Where everything is law nothing is added.
        let law = Fixture { reference: false, ..Fixture::default() }.outcome();
        assert!([NOT_LAW, ASSUMED].iter().all(|mark| !series_csv(&law).contains(mark)));
        assert!(!levers_csv(&law).contains(NOT_LAW));
        let of = |outcome: &Outcome| {
            let told = [("A", outcome.not_law.as_slice()), ("B", &[])];
            not_law_text(outcome.data_date, told.into_iter())
        };
        assert!(of(&law).is_none());
        let told = of(&outcome).unwrap();
        assert!(told.contains("\nA\n  border_procedure_share (bill)\n") && !told.contains("\nB\n"), "{told}");
        assert!(
            told.contains("geen geldend recht")
                && told.contains("Contains measures that are not law on 2025-12-31"),
            "{told}"
        );
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
