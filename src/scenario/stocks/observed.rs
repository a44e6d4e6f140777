//! Points observed since the start, to be drawn over a projection: `date,series,value,source`.

use std::collections::BTreeMap;

use super::sheet::{self, Column};
use super::told::day;
use super::{bytes, sha256};
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::Series;
use crate::scenario::problems::{Problems, both, none, quoted};
use crate::scenario::{Failed, codes, suggest};
use crate::time::Day;

const COLUMNS: [Column; 4] = [
    Column { name: "date", dutch: "datum", needed: true },
    Column { name: "series", dutch: "reeks", needed: true },
    Column { name: "value", dutch: "waarde", needed: true },
    Column { name: "source", dutch: "bron", needed: false },
];

/// An observed point.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// The series that it belongs to.
    pub series: Series,
    /// The day of a stock, or a day in the month of anything else.
    pub date: Day,
    /// The figure, in the unit of the series; a flow is that of the month.
    pub value: f64,
    /// Whose figure it is; may be empty.
    pub source: String,
}

/// A table of observed points.
#[derive(Clone, PartialEq, Debug)]
pub struct Observed {
    /// Name of the table.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The points, in the order of series and date.
    pub points: Vec<Point>,
    /// What the user probably meant otherwise.
    pub warnings: Vec<Diagnostic>,
    /// The texts that the warnings point into, by name.
    pub texts: BTreeMap<String, String>,
}

/// Reads a table of observed points, to be drawn between two days.
pub fn observed(
    name: &str,
    files: &dyn Fn(&str) -> std::io::Result<Vec<u8>>,
    (start, end): (Day, Day),
) -> Result<Observed, Failed> {
    let mut problems = Problems::default();
    let (mut points, mut hash) = (Vec::new(), String::new());
    if let Some(bytes) = bytes(&mut problems, files, name) {
        hash = sha256(&bytes);
        points = read(&mut problems, name, &bytes, (start, end));
    }
    let (diagnostics, texts) = problems.finish();
    if diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return Err(Failed { diagnostics, texts });
    }
    points.sort_by_key(|p: &Point| (p.series, p.date));
    Ok(Observed { name: name.to_string(), sha256: hash, points, warnings: diagnostics, texts })
}

fn read(problems: &mut Problems, name: &str, bytes: &[u8], (start, end): (Day, Day)) -> Vec<Point> {
    let Some(table) = sheet::read(problems, name, bytes, &COLUMNS) else { return Vec::new() };
    let mut points: Vec<Point> = Vec::new();
    for row in &table.rows {
        let [date, series, value, source] = [0, 1, 2, 3].map(|place| &row.cells[place]);
        let on = day(&date.text).or_else(|| day(&format!("{}-01", date.text)));
        if on.is_none() {
            let shown = quoted(&date.text);
            let title = both(format!("`{shown}` is geen dag"), format!("`{shown}` is not a day"));
            problems.error(
                codes::ROW,
                date.spot,
                title,
                none(),
                both("schrijf 2026-11-01", "write 2026-11-01"),
            );
        }
        let word = series.text.to_lowercase();
        let found = Series::ALL.iter().copied().find(|s| s.id() == word || s.dutch() == word);
        if found.is_none() {
            let shown = quoted(&series.text);
            let names = Series::ALL.iter().flat_map(|s| [s.id(), s.dutch()]);
            let help = match suggest::nearest(&word, names) {
                Some(meant) => both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
                None => {
                    both("`doorstroom series` noemt alle reeksen", "`doorstroom series` lists all series")
                }
            };
            let title = both(format!("er is geen reeks `{shown}`"), format!("there is no series `{shown}`"));
            problems.error(codes::ROW, series.spot, title, none(), help);
        }
        if value.text.is_empty() {
            continue;
        }
        // Nobody counts thousandths of a person: `52.000` is fifty-two thousand, whatever the table has for decimals.
        let counted = found.is_some_and(|series| matches!(series.unit(), "persons" | "places"));
        let comma = table.comma || (counted && value.text.contains('.'));
        let Some(number) = sheet::number(problems, value, comma) else { continue };
        if number < 0.0 {
            let title = both("een waarneming is niet negatief", "an observation is not negative");
            let help = both("schrijf een getal van 0 of meer", "write a number of 0 or more");
            problems.error(codes::CELL, value.spot, title, none(), help);
        }
        let (Some(series), Some(date_found)) = (found, on) else { continue };
        if points.iter().any(|p| p.series == series && p.date == date_found) {
            let title = both("deze dag staat er twee keer", "this day stands here twice");
            let help = both("laat er één weg", "leave one of the two out");
            problems.error(codes::ROW, date.spot, title, none(), help);
        }
        if !(start..=end).contains(&date_found) {
            let title = both(
                format!("{date_found} ligt buiten de run, die loopt van {start} tot en met {end}"),
                format!("{date_found} lies outside the run, from {start} to {end}"),
            );
            let help = both("dit punt wordt niet getekend", "this point is not drawn");
            problems.warning(codes::OUTSIDE, date.spot, title, none(), help);
            continue;
        }
        let source = source.text.clone();
        points.push(Point { series, date: date_found, value: number, source });
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Observed, Failed> {
        let days = (Day::from_ymd(2026, 1, 1).unwrap(), Day::from_ymd(2026, 12, 31).unwrap());
        observed("o.csv", &|_| Ok(text.as_bytes().to_vec()), days)
    }

    #[test]
    fn points_are_read_in_both_styles() {
        let english =
            "date,series,value,source\n2026-02-28,open_cases,50000,IND\n2026-03-31,wait_decision,61.5,\n";
        let dutch = "\u{feff}datum;reeks;waarde;bron\r\n28-2-2026;openstaande asielzaken;50000;IND\r\n31-3-2026;wait_decision;61,5;\r\n";
        let (english, dutch) = (of(english).unwrap(), of(dutch).unwrap());
        assert_eq!(english.points, dutch.points);
        assert_eq!(english.points.len(), 2);
        assert_ne!(english.sha256, dutch.sha256);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let text = "date,series,value\n2026-02-30,open_cases,5\n2026-02-28,open_case,-5\n2026-02-28,reception,five\n2027-02-28,reception,5\n";
        let failed = of(text).unwrap_err();
        let said: Vec<_> = failed.diagnostics.iter().map(|d| (d.code, d.line(&failed.texts))).collect();
        let expected =
            [("DS041", 2), ("DS041", 3), ("DS042", 3), ("DS042", 4), ("DS050", 5)].map(|(c, l)| (c, Some(l)));
        assert_eq!(said, expected);
        assert!(of("date,series,value\n2027-02-28,reception,5\n").unwrap().points.is_empty());
        let thousands = of("date,series,value\n2026-02-28,open_cases,52.000\n").unwrap_err();
        assert_eq!(thousands.diagnostics[0].help.as_ref().unwrap().nl, "schrijf 52000");
        assert!(of("date,series,value\n2026-02-28,share_in_time,0.125\n").is_ok());
        let missing = observed(
            "o.csv",
            &|_| Err(std::io::ErrorKind::NotFound.into()),
            (Day::from_number(0), Day::from_number(1)),
        );
        assert_eq!(missing.unwrap_err().diagnostics[0].code, "DS040");
    }
}
