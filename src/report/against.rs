//! The first simulated year beside the last published figures.

use serde::Serialize;

use super::summary::{View, capital};
use super::texts::{Decimals, Texts};
use crate::record::{Series, SeriesKind};
use crate::study::outcome::Published;
use crate::time::{Day, Month};

/// A series, and why the first year may be near the figure whatever the model is worth.
type Row = (Series, fn(&Texts) -> &'static str);

/// What is compared, and how the baseline's values came about: `scenarios/reference/README.md` derives them.
const ROWS: [Row; 10] = [
    (Series::OpenCases, |t| t.by_start),
    (Series::Decisions, |t| t.by_capacity),
    (Series::Grants, |t| t.by_partly),
    (Series::InflowFirst, |t| t.by_inflow),
    (Series::InflowFamily, |t| t.by_capacity),
    (Series::Housed, |t| t.by_capacity),
    (Series::Reception, |t| t.by_start_assumed),
    (Series::PermitHolders, |t| t.by_start_assumed),
    (Series::FamilyPending, |t| t.by_start_assumed),
    (Series::WaitDecision, |t| t.by_nothing),
];

/// A series in the table.
#[derive(Debug, Serialize)]
pub(super) struct Against {
    name: String,
    simulated: String,
    published: String,
    when: String,
    source: String,
    deviation: String,
    construction: &'static str,
}

/// A published figure of a whole year, or of a day.
struct Figure<'a> {
    value: f64,
    when: String,
    sources: Vec<&'a str>,
}

impl<'a> View<'a> {
    /// The rows of the table; none where the first year is not simulated whole.
    pub(super) fn against(&self) -> Vec<Against> {
        let Some(year) = self.outcome.years.first().filter(|year| year.months == 12) else {
            return Vec::new();
        };
        let row = |(series, why): &Row| {
            self.bands(*series)?;
            let simulated = year.band(*series).centre()?;
            let figure = self.published_year(*series)?;
            let off = (simulated / figure.value - 1.0) * 100.0;
            let name = capital(self.language.series(*series));
            Some(Against {
                name: format!("{name} ({})", self.language.unit_word(series.unit())),
                simulated: self.figure(*series, Some(simulated)),
                published: self.figure(*series, Some(figure.value)),
                when: figure.when,
                source: figure.sources.join("; "),
                deviation: format!("{}\u{a0}%", self.language.signed_number(off, Decimals(1))),
                construction: why(self.texts()),
            })
        };
        ROWS.iter().filter_map(row).collect()
    }

    /// The calendar year of [`against`](View::against).
    pub(super) fn first_year(&self) -> Option<i16> {
        self.outcome.years.first().map(|year| year.year)
    }

    fn published_year(&self, series: Series) -> Option<Figure<'a>> {
        match series.kind() {
            SeriesKind::Flow => self.last_whole_year(series),
            SeriesKind::Stock => self.last_published(series).map(|point| self.of_day(point)),
            SeriesKind::Wait | SeriesKind::Ratio => self.last_published(series).map(|point| {
                let when = point.date.year().to_string();
                Figure { when, ..self.of_day(point) }
            }),
        }
    }

    fn of_day(&self, point: &'a Published) -> Figure<'a> {
        let when = self.language.date(point.date);
        Figure { value: point.value, when, sources: vec![point.source.to(self.language)] }
    }

    /// The last calendar year of which a flow is published whole: as a year, or in all its months and quarters.
    fn last_whole_year(&self, series: Series) -> Option<Figure<'a>> {
        let points: Vec<&Published> = self
            .outcome
            .published
            .iter()
            .filter(|p| p.series == series && p.months > 0 && p.date < self.outcome.period.0)
            .collect();
        let mut years: Vec<i16> = points.iter().map(|p| p.date.year()).collect();
        years.dedup();
        years.into_iter().rev().find_map(|year| {
            let within: Vec<&&Published> = points.iter().filter(|p| inside(p, year)).collect();
            let whole: Vec<&&Published> = match within.iter().find(|p| p.months == 12) {
                Some(point) => vec![*point],
                None => within,
            };
            if whole.iter().map(|p| u32::from(p.months)).sum::<u32>() != 12 {
                return None;
            }
            let mut sources: Vec<&str> = whole.iter().map(|p| p.source.to(self.language)).collect();
            sources.dedup();
            let value = whole.iter().map(|p| p.value * f64::from(p.months)).sum();
            Some(Figure { value, when: year.to_string(), sources })
        })
    }
}

/// Whether all months that a point covers are of the year.
fn inside(point: &Published, year: i16) -> bool {
    let first: Day = Month::of(point.date).first().plus_months(1 - i32::from(point.months));
    point.date.year() == year && first.year() == year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;
    use crate::report::fixture::Fixture;

    #[test]
    fn months_of_a_whole_year_are_added_up_and_half_a_year_is_no_year() {
        let mut outcome = Fixture::default().outcome();
        outcome.published.retain(|p| p.series == Series::InflowFirst);
        for point in &mut outcome.published {
            point.value = 100.0;
        }
        let whole = |outcome: &crate::study::Outcome| {
            let view = View { outcome, language: Language::En };
            let figure = view.published_year(Series::InflowFirst).unwrap();
            (figure.value, figure.when)
        };
        assert_eq!(whole(&outcome), (1_200.0, "2025".to_owned()));
        outcome.published.retain(|p| p.date < Day::from_ymd(2025, 7, 1).unwrap());
        assert_eq!(whole(&outcome), (1_200.0, "2024".to_owned()));
    }

    #[test]
    fn every_row_names_its_source_and_whether_it_is_near_by_construction() {
        let outcome = Fixture::default().outcome();
        let rows = View { outcome: &outcome, language: Language::Nl }.against();
        assert!(rows.len() >= 6);
        assert!(rows.iter().all(|row| !row.source.is_empty() && !row.construction.is_empty()));
        let wait = rows.iter().find(|row| row.name.starts_with("Wachttijd")).unwrap();
        assert_eq!((wait.construction, wait.when.as_str()), ("nee", "2025"));
    }
}
