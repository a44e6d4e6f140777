//! The candidates of a search: values of a lever, or dates of one value of it.

use super::super::exit::Stop;
use crate::diagnostic::{Language, Text};
use crate::policy::{Kind, levers};
use crate::random::math;
use crate::time::{Day, Days};

/// Candidates in a range at most, less one.
const STEPS: usize = 128;

/// What varies: the values of a lever, or the dates of one value of it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Row {
    Values { lever: String, from: Option<String>, low: f64, high: f64, whole: bool },
    Dates { set: String, first: Day, days: i32 },
}

impl Row {
    /// Reads the options. `None` where the lever does not exist: the reader of scenarios says which is meant.
    pub(super) fn read(lever: &str, between: &str) -> Result<Row, Stop> {
        let wrong = || {
            Stop::BadInput(Text::new(
                format!(
                    "--between {between}: schrijf twee getallen of twee datums, de kleinste eerst, zoals 1000..4000 of 2027-01-01..2029-12-31"
                ),
                format!(
                    "--between {between}: write two numbers or two dates, the smaller first, such as 1000..4000 or 2027-01-01..2029-12-31"
                ),
            ))
        };
        let (low, high) = between.split_once("..").ok_or_else(wrong)?;
        if lever.contains('=') {
            if lever.contains('@') {
                return Err(Stop::BadInput(Text::new(
                    format!(
                        "--lever {lever}: met een waarde én een datum valt er niets te zoeken; laat één van beide weg"
                    ),
                    format!(
                        "--lever {lever}: with a value and a date there is nothing to seek; leave one of them out"
                    ),
                )));
            }
            let day = |text: &str| text.trim().parse::<Day>().map_err(|_| wrong());
            let (first, last) = (day(low)?, day(high)?);
            if first >= last {
                return Err(wrong());
            }
            return Ok(Row::Dates { set: lever.to_owned(), first, days: (last - first).0 });
        }
        let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().map_err(|_| wrong());
        let (low, high) = (number(low)?, number(high)?);
        if !(low < high && (high - low).is_finite()) {
            return Err(wrong());
        }
        let (lever, from) = match lever.split_once('@') {
            Some((lever, from)) => (lever, Some(from.to_owned())),
            None => (lever, None),
        };
        let kind =
            levers::find(lever.split('.').next().unwrap_or(lever)).map(|row| levers::declaration(row).kind);
        let inner = match kind {
            Some(Kind::ByNationality(inner)) => Some(*inner),
            other => other,
        };
        let whole = matches!(inner, Some(Kind::Count | Kind::Minutes | Kind::Days | Kind::Money));
        if whole && (low.fract() != 0.0 || high.fract() != 0.0) {
            return Err(wrong());
        }
        if matches!(inner, Some(Kind::Switch | Kind::Choice(_) | Kind::Set(_))) {
            return Err(Stop::BadInput(Text::new(
                format!(
                    "{lever} is geen getal: zoek de datum, met --lever {lever}=WAARDE --between DATUM..DATUM"
                ),
                format!(
                    "{lever} is no number: seek the date, with --lever {lever}=VALUE --between DATE..DATE"
                ),
            )));
        }
        Ok(Row::Values { lever: lever.to_owned(), from, low, high, whole })
    }

    /// The last place of the row.
    pub(super) fn last(&self) -> usize {
        match self {
            Row::Values { low, high, whole: true, .. } => (high - low).min(STEPS as f64) as usize,
            Row::Values { .. } => STEPS,
            Row::Dates { days, .. } => (*days as usize).min(STEPS),
        }
    }

    /// How far a place lies between the ends, whole numbers and days rounded.
    fn along(&self, place: usize, length: f64, whole: bool) -> f64 {
        let along = length * place as f64 / self.last() as f64;
        if whole { along.round() } else { along }
    }

    /// The value or the date at a place, as a scenario writes it.
    pub(super) fn written(&self, place: usize) -> String {
        match self {
            Row::Values { low, high, whole, .. } => {
                let value = low + self.along(place, high - low, *whole);
                // Sixths of a percent of the range: no more digits than that takes.
                let digits =
                    if *whole { 0 } else { (3.0 - math::log10(high - low).floor()).clamp(0.0, 9.0) as usize };
                format!("{value:.digits$}")
            }
            Row::Dates { first, days, .. } => {
                (*first + Days(self.along(place, f64::from(*days), true) as i32)).to_string()
            }
        }
    }

    /// The setting that makes it.
    pub(super) fn set(&self, place: usize) -> String {
        let written = self.written(place);
        match self {
            Row::Values { lever, from, .. } => {
                let from = from.as_ref().map(|from| format!("@{from}"));
                format!("{lever}={written}{}", from.unwrap_or_default())
            }
            Row::Dates { set, .. } => format!("{set}@{written}"),
        }
    }

    /// The value or the date as a reader says it.
    pub(super) fn said(&self, place: usize, language: Language) -> String {
        let written = self.written(place);
        match (self, written.parse::<Day>()) {
            (Row::Dates { .. }, Ok(day)) => language.date(day),
            _ => language.written(&written),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_values_keeps_to_whole_numbers_where_the_lever_does() {
        let row = Row::read("decision_staff@2027-01-01", "1000..1010").unwrap();
        assert_eq!((row.last(), row.set(3)), (10, "decision_staff=1003@2027-01-01".to_owned()));
        let row = Row::read("decision_staff", "1000..3000").unwrap();
        assert_eq!((row.last(), row.set(64)), (128, "decision_staff=2000".to_owned()));
        let row = Row::read("inflow_scale", "0,5..1.5").unwrap();
        assert_eq!(
            (row.set(0), row.set(64)),
            ("inflow_scale=0.500".to_owned(), "inflow_scale=1.000".to_owned())
        );
    }

    #[test]
    fn a_row_of_dates_runs_from_the_first_to_the_last() {
        let row = Row::read("housing_supply=4500", "2026-07-01..2027-07-01").unwrap();
        assert_eq!(row.set(0), "housing_supply=4500@2026-07-01");
        assert_eq!(row.set(row.last()), "housing_supply=4500@2027-07-01");
        assert_eq!(row.said(0, Language::Nl), "1 juli 2026");
    }

    #[test]
    fn what_cannot_be_sought_is_refused_with_the_cure() {
        let english = |lever: &str, between: &str| match Row::read(lever, between) {
            Err(Stop::BadInput(text)) => text.en,
            other => panic!("{other:?}"),
        };
        assert!(english("decision_staff", "4000").contains("1000..4000"));
        assert!(english("decision_staff", "4000..1000").contains("smaller first"));
        assert!(english("decision_staff=5@2027-01-01", "1..2").contains("nothing to seek"));
        assert!(english("housing_priority", "0..1").contains("seek the date"));
        assert!(english("decision_staff=5", "1..2").contains("two dates"));
    }
}
