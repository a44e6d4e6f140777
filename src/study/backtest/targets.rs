//! What is scored, read from `scenarios/reference/targets.csv`, and the published figures of each target.

use crate::diagnostic::Text;
use crate::record::{Series, SeriesKind};
use crate::scenario::library;
use crate::study::published::{self, Row};
use crate::time::{Day, Month};

/// How a published figure and the simulated months are compared.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Take {
    /// The stock on a day, held against that of the month end next to it.
    Stock,
    /// The sum over a calendar year.
    Year,
    /// The sum over a quarter.
    Quarter,
    /// The mean over a calendar year of those decided in it.
    Mean,
}

/// An outcome with a definition of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// Its name: `open_cases_unhcr`.
    pub name: String,
    /// The outcome of which it is a definition: `open_cases`. Targets of one group count the same thing otherwise.
    pub group: String,
    /// The series that add up to it.
    pub series: Vec<Series>,
    /// The table in which its figures stand.
    pub table: String,
    /// Its rows there, which add up, and whether one may be missing: it then is within another, or nought.
    rows: Vec<(String, bool)>,
    /// How they are compared.
    pub take: Take,
    /// What is counted: persons, cases.
    pub unit: String,
    /// How far a figure may be off by itself, as a share, 0 to 1.
    pub observation_error: f64,
    /// The mean absolute error, as a share, at which the test is met; nothing where none was laid down.
    pub limit: Option<f64>,
    /// Whether it is scored.
    pub scored: bool,
    /// Whose figures they are.
    pub source: Text,
    /// Its definition.
    pub definition: Text,
    /// Why it is not scored; empty if it is.
    pub why_not: Text,
}

/// Some days of which a figure was published: one day for a stock.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Span {
    /// Last day.
    pub to: Day,
    /// First day.
    pub from: Day,
}

/// A published figure.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Point {
    /// The days it covers.
    pub span: Span,
    /// The figure, in the unit of its target.
    pub value: f64,
}

/// The rows of a figure: which part each is of, whether it is over all nationalities, and its value.
type Parts = Vec<(usize, bool, f64)>;

/// Every target, in the order of the table.
pub fn targets() -> Vec<Target> {
    let text = library::reference("targets").expect("the table of targets is embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().expect("the table of targets has a header").clone();
    let place = |name: &str| {
        headers.iter().position(|h| h == name).unwrap_or_else(|| panic!("targets have a column {name}"))
    };
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("the table of targets can be read: {error}"));
        let cell = |name: &str| record.get(place(name)).unwrap_or_default().to_string();
        let known = |id: &str| Series::from_id(id).unwrap_or_else(|| panic!("there is a series {id}"));
        Target {
            name: cell("target"),
            group: cell("group"),
            series: cell("series").split('+').map(known).collect(),
            table: cell("table"),
            rows: cell("rows")
                .split('+')
                .map(|row| (row.trim_end_matches('?').into(), row.ends_with('?')))
                .collect(),
            take: take(&cell("take")),
            unit: cell("unit"),
            observation_error: cell("observation_error").parse().expect("an error is a share"),
            limit: cell("limit").parse().ok(),
            scored: cell("scored") == "yes",
            source: Text::new(cell("source_nl"), cell("source")),
            definition: Text::new(cell("definition_nl"), cell("definition")),
            why_not: Text::new(cell("why_not_nl"), cell("why_not")),
        }
    });
    rows.collect()
}

fn take(word: &str) -> Take {
    match word {
        "stock" => Take::Stock,
        "year" => Take::Year,
        "quarter" => Take::Quarter,
        "mean" => Take::Mean,
        other => panic!("{other} is no way to compare"),
    }
}

impl Target {
    /// Its published figures in order of day; what is only recalled is left out. A figure stands where each of its rows
    /// has one.
    pub fn points(&self) -> Vec<Point> {
        let rows = published::read(&self.table);
        let mut found: Vec<(Span, Parts)> = Vec::new();
        for row in rows.iter().filter(|row| row.mark != "recalled") {
            let Some(part) = self.rows.iter().position(|(name, _)| *name == row.series) else { continue };
            let Some(span) = self.span(row) else { continue };
            match found.iter_mut().find(|(known, _)| *known == span) {
                Some((_, values)) => values.push((part, row.whole, row.value)),
                None => found.push((span, vec![(part, row.whole, row.value)])),
            }
        }
        let total = |(span, values): (Span, Parts)| {
            let parts = self.rows.iter().enumerate();
            let part = |(part, (_, may_miss)): (usize, &(String, bool))| {
                sum(&values, part).or(may_miss.then_some(0.0))
            };
            let value = parts.map(part).sum::<Option<f64>>()?;
            Some(Point { span, value })
        };
        let mut points: Vec<Point> = found.into_iter().filter_map(total).collect();
        points.sort_by_key(|point| point.span);
        points
    }

    /// The days that a row covers, if it is compared in this way.
    fn span(&self, row: &Row) -> Option<Span> {
        let period = row.period.as_str();
        if self.take == Take::Stock {
            let day = period.parse::<Day>().ok().or_else(|| last(period));
            return day.map(|day| Span { to: day, from: day });
        }
        let quarter = period.contains("-Q");
        let months = if quarter { 3 } else { 12 };
        let fits = quarter == (self.take == Take::Quarter) && (quarter || period.len() == 4);
        let to = last(period).filter(|_| fits)?;
        Some(Span { to, from: Month::of(to).first().plus_months(1 - months) })
    }

    /// Whether its model series are shares or waits, which no sum is made of.
    pub fn is_mean(&self) -> bool {
        self.series.iter().any(|series| matches!(series.kind(), SeriesKind::Wait | SeriesKind::Ratio))
    }
}

/// A part of a figure: the total over all nationalities, or else the sum of its rows.
fn sum(values: &[(usize, bool, f64)], part: usize) -> Option<f64> {
    let of = || values.iter().filter(|(of, ..)| *of == part);
    if let Some((.., total)) = of().find(|(_, whole, _)| *whole) {
        return Some(*total);
    }
    of().next().is_some().then(|| of().map(|(.., value)| value).sum())
}

/// The last day of a year, quarter or month.
fn last(period: &str) -> Option<Day> {
    let year: i16 = period.get(..4)?.parse().ok()?;
    let month: i8 = match period.get(4..)? {
        "" => 12,
        rest => match rest.strip_prefix("-Q") {
            Some(quarter) => quarter.parse::<i8>().ok()? * 3,
            None => rest.strip_prefix('-')?.parse().ok()?,
        },
    };
    Some(Month::of(Day::from_ymd(year, month, 1)?).last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(name: &str, day: &str) -> Option<f64> {
        let target = targets().into_iter().find(|t| t.name == name).unwrap();
        let day: Day = day.parse().unwrap();
        target.points().into_iter().find(|p| p.span.to == day).map(|p| p.value)
    }

    #[test]
    fn every_scored_target_has_figures_and_says_what_it_is() {
        for target in targets() {
            assert!(!target.points().is_empty(), "{} has no published figure", target.name);
            assert!(!target.definition.en.is_empty() && !target.definition.nl.is_empty(), "{}", target.name);
            assert_eq!(
                target.scored,
                target.why_not.en.is_empty(),
                "{} says why it is not scored",
                target.name
            );
            assert_eq!(
                target.scored,
                target.why_not.nl.is_empty(),
                "{} says why it is not scored",
                target.name
            );
            assert!((0.0..0.5).contains(&target.observation_error), "{}", target.name);
            assert_eq!(target.is_mean(), target.take == Take::Mean, "{}", target.name);
        }
    }

    #[test]
    fn nationalities_add_up_and_a_total_stands_instead_of_them() {
        assert_eq!(point("open_cases_unhcr", "2018-12-31"), Some(12_303.0));
        assert_eq!(point("decisions_unhcr", "2025-12-31"), Some(22_855.0));
        assert_eq!(point("decisions_merits", "2019-12-31"), Some(10_805.0));
        assert_eq!(point("reception_emergency", "2024-01-01"), Some(24_618.0 + 7_120.0));
    }

    #[test]
    fn what_is_recalled_is_no_target() {
        assert_eq!(point("permit_holders", "2017-12-31"), None);
        assert_eq!(point("family_arrivals", "2018-12-31"), None);
    }
}
