//! What the numbers say, in sentences. The page leads with them, and every chart carries its own.

use super::texts::{Decimals, Language, Texts, fill};
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::outcome::{Outcome, Published, SeriesBands};
use crate::time::Day;

/// An outcome, read in a language.
#[derive(Copy, Clone, Debug)]
pub(super) struct View<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) language: Language,
}

/// The sum of a flow's monthly means over the simulated part of a calendar year.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct YearSum {
    pub(super) year: i16,
    pub(super) months: u32,
    pub(super) sum: f64,
}

impl<'a> View<'a> {
    pub(super) fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    /// The bands of a series; `None` if the run did not keep it.
    pub(super) fn bands(&self, series: Series) -> Option<&'a [Band]> {
        find(&self.outcome.series, series)
    }

    /// The bands of a series under the law in force.
    pub(super) fn reference(&self, series: Series) -> Option<&'a [Band]> {
        find(&self.outcome.reference.as_ref()?.1, series)
    }

    /// Sums of the monthly means by calendar year.
    pub(super) fn year_sums(&self, bands: &[Band]) -> Vec<YearSum> {
        let mut years: Vec<YearSum> = Vec::new();
        for (date, band) in self.outcome.dates.iter().zip(bands) {
            let Some(mean) = band.mean else { continue };
            match years.last_mut().filter(|last| last.year == date.year()) {
                Some(last) => {
                    last.months += 1;
                    last.sum += mean;
                }
                None => years.push(YearSum { year: date.year(), months: 1, sum: mean }),
            }
        }
        years
    }

    /// `2026`, or `2026 (6 maanden)` for part of a year.
    pub(super) fn year(&self, year: &YearSum) -> String {
        if year.months == 12 {
            return year.year.to_string();
        }
        let values = [("year", year.year.to_string()), ("months", self.months(year.months))];
        fill(self.texts().year_part, &borrow(&values))
    }

    /// `1 maand`, `6 maanden`.
    pub(super) fn months(&self, months: u32) -> String {
        if months == 1 {
            return self.texts().months_one.to_owned();
        }
        fill(self.texts().months_many, &[("n", &months.to_string())])
    }

    /// The name of a series with a capital, for the start of a sentence.
    pub(super) fn name(&self, series: Series) -> String {
        capital(self.language.series(series))
    }

    /// The name of a lever or an uncertainty in this language.
    pub(super) fn lever(&self, name: &str) -> String {
        let dutch = || {
            let paths = self.outcome.levers.iter().map(|path| (&path.lever, &path.dutch));
            let sources = self.outcome.provenance.iter().map(|source| (&source.name, &source.dutch));
            paths
                .chain(sources)
                .find(|(id, dutch)| *id == name && !dutch.is_empty())
                .map(|(_, dutch)| dutch.clone())
        };
        let known = if self.language == Language::Nl { dutch() } else { None };
        known.unwrap_or_else(|| name.replacen('.', ": ", 1).replace('_', " "))
    }

    /// A number of a series as a table shows it.
    pub(super) fn figure(&self, series: Series, value: Option<f64>) -> String {
        let Some(value) = value else { return "–".to_owned() };
        match series.kind() {
            SeriesKind::Stock | SeriesKind::Flow => self.language.whole(value),
            SeriesKind::Wait => self.language.number(value, Decimals(1)),
            SeriesKind::Ratio => self.language.percent(value),
        }
    }

    /// The last published point of a series before the simulation.
    fn last_published(&self, series: Series) -> Option<&'a Published> {
        let points = self.outcome.published.iter();
        points
            .filter(|p| p.series == series && p.date < self.outcome.period.0)
            .max_by_key(|p| (p.date, p.months))
    }

    fn at_end(&self, series: Series) -> Option<(Day, &'a Band)> {
        let band = self.bands(series)?.last()?;
        Some((*self.outcome.dates.last()?, band))
    }

    /// A flow in the first and in the last simulated year.
    fn say_flow(&self, series: Series) -> Option<String> {
        let years = self.year_sums(self.bands(series)?);
        let (first, last) = (years.first()?, years.last()?);
        let unit = self.language.unit_word(series.unit());
        let values = [
            ("name", self.name(series)),
            ("unit", unit),
            ("first", self.language.about(first.sum)),
            ("first_year", self.year(first)),
            ("last", self.language.about(last.sum)),
            ("last_year", self.year(last)),
        ];
        let template = if first == last { self.texts().say_flow_one_year } else { self.texts().say_flow };
        Some(fill(template, &borrow(&values)))
    }

    /// A stock at the end, with its band and the last published point.
    fn say_stock(&self, series: Series) -> Option<String> {
        let (date, band) = self.at_end(series)?;
        let (name, date) = (self.name(series), self.language.date(date));
        let mut said = match (band.quantiles[3], band.central(80)) {
            (Some(median), Some((low, high))) => {
                let values = [
                    ("name", name),
                    ("date", date),
                    ("value", self.language.about(median)),
                    ("low", self.language.about(low)),
                    ("high", self.language.about(high)),
                ];
                fill(self.texts().say_stock_band, &borrow(&values))
            }
            _ => {
                let values = [("name", name), ("date", date), ("value", self.language.about(band.mean?))];
                fill(self.texts().say_stock, &borrow(&values))
            }
        };
        if let Some(point) = self.last_published(series) {
            let values =
                [("value", self.language.about(point.value)), ("date", self.language.date(point.date))];
            said.push(' ');
            said.push_str(&fill(self.texts().say_stock_past, &borrow(&values)));
        }
        Some(said)
    }

    /// What `Band::centre` is in this outcome: medians, or means where there are too few replications.
    fn centre(&self, series: Series) -> &'static str {
        let medians =
            self.bands(series).is_some_and(|all| all.iter().any(|band| band.quantiles[3].is_some()));
        if medians { self.texts().medians } else { self.texts().means }
    }

    /// A wait in the first and the last month that have one.
    fn say_wait(&self, series: Series) -> Option<String> {
        let bands = self.bands(series)?;
        let known: Vec<(Day, f64)> =
            self.outcome.dates.iter().zip(bands).filter_map(|(d, b)| Some((*d, b.centre()?))).collect();
        let (first, last) = (known.first()?, known.last()?);
        let values = [
            ("name", self.name(series)),
            ("first", self.language.whole(first.1)),
            ("first_month", self.language.month(first.0)),
            ("last", self.language.whole(last.1)),
            ("last_month", self.language.month(last.0)),
            ("centre", self.centre(series).to_owned()),
        ];
        Some(fill(self.texts().say_wait, &borrow(&values)))
    }

    pub(super) fn say_inflow(&self) -> Vec<String> {
        let parts = || {
            let last = |series| self.year_sums(self.bands(series)?).last().copied();
            let first = last(Series::InflowFirst)?;
            let values = [
                ("year", self.year(&first)),
                ("first", self.language.about(first.sum)),
                ("repeat", self.language.about(last(Series::InflowRepeat)?.sum)),
                ("family", self.language.about(last(Series::InflowFamily)?.sum)),
            ];
            Some(fill(self.texts().say_inflow_parts, &borrow(&values)))
        };
        [self.say_flow(Series::InflowTotal), parts()].into_iter().flatten().collect()
    }

    pub(super) fn say_open_cases(&self) -> Vec<String> {
        self.say_stock(Series::OpenCases).into_iter().collect()
    }

    pub(super) fn say_decisions(&self) -> Vec<String> {
        [self.say_flow(Series::Decisions), self.say_flow(Series::Grants)].into_iter().flatten().collect()
    }

    pub(super) fn say_waiting(&self) -> Vec<String> {
        [Series::WaitDecision, Series::WaitFamily, Series::WaitHousing]
            .into_iter()
            .filter_map(|series| self.say_wait(series))
            .collect()
    }

    pub(super) fn say_family(&self) -> Vec<String> {
        [self.say_stock(Series::FamilyPending), self.say_flow(Series::InflowFamily)]
            .into_iter()
            .flatten()
            .collect()
    }

    pub(super) fn say_reception(&self) -> Vec<String> {
        self.try_say_reception().unwrap_or_default()
    }

    fn try_say_reception(&self) -> Option<Vec<String>> {
        let (persons, places) = (self.bands(Series::ReceptionNeed)?, self.bands(Series::ReceptionPlaces)?);
        let (date, last) = self.at_end(Series::ReceptionNeed)?;
        let centre = self.centre(Series::ReceptionNeed);
        let values = [
            ("date", self.language.date(date)),
            ("places", self.language.about(places.last()?.centre()?)),
            ("persons", self.language.about(last.centre()?)),
            ("centre", centre.to_owned()),
        ];
        let mut said = vec![fill(self.texts().say_places_end, &borrow(&values))];
        let (end, ever) = self.outcome.too_few_places;
        let shares = [self.language.percent(end), self.language.percent(ever)];
        said.push(fill(self.texts().say_too_few, &[("end", &shares[0]), ("ever", &shares[1])]));
        let above = self.outcome.dates.iter().zip(persons.iter().zip(places)).find(|(_, (persons, places))| {
            matches!((persons.centre(), places.centre()), (Some(a), Some(b)) if a > b)
        });
        if let Some((date, _)) = above {
            let month = self.language.month(*date);
            said.push(fill(self.texts().say_above_places, &[("month", &month), ("centre", centre)]));
        }
        Some(said)
    }

    pub(super) fn say_permit_holders(&self) -> Vec<String> {
        self.say_stock(Series::PermitHolders).into_iter().collect()
    }

    pub(super) fn say_housing(&self) -> Vec<String> {
        self.say_flow(Series::Housed).into_iter().collect()
    }

    pub(super) fn say_departures(&self) -> Vec<String> {
        let last = |series| self.year_sums(self.bands(series)?).last().copied();
        let said = || {
            let voluntary = last(Series::DepartedVoluntary)?;
            let values = [
                ("year", self.year(&voluntary)),
                ("voluntary", self.language.about(voluntary.sum)),
                ("forced", self.language.about(last(Series::DepartedForced)?.sum)),
                ("unsupervised", self.language.about(last(Series::DepartedUnsupervised)?.sum)),
            ];
            Some(fill(self.texts().say_departures, &borrow(&values)))
        };
        said().into_iter().collect()
    }

    /// The answer: what the page begins with.
    pub(super) fn in_short(&self) -> Vec<String> {
        let paragraphs = [
            self.say_inflow(),
            self.say_open_cases(),
            self.say_wait(Series::WaitDecision).into_iter().collect(),
            self.say_reception(),
            self.say_permit_holders(),
            self.say_housing(),
        ];
        paragraphs.into_iter().filter(|p| !p.is_empty()).map(|p| p.join(" ")).collect()
    }

    /// What differs from the law in force, in means: those of the last year and of the last evening.
    pub(super) fn differences(&self) -> Vec<String> {
        [
            Series::InflowTotal,
            Series::OpenCases,
            Series::ReceptionNeed,
            Series::WithoutPlace,
            Series::PermitHolders,
            Series::Housed,
        ]
        .into_iter()
        .filter_map(|series| self.difference(series))
        .collect()
    }

    fn difference(&self, series: Series) -> Option<String> {
        let (here, there) = (self.bands(series)?, self.reference(series)?);
        let (value, reference, when) = if series.kind() == SeriesKind::Flow {
            let (here, there) = (*self.year_sums(here).last()?, *self.year_sums(there).last()?);
            (here.sum, there.sum, fill(self.texts().when_year, &[("year", &self.year(&here))]))
        } else {
            let date = self.language.date(*self.outcome.dates.last()?);
            (here.last()?.centre()?, there.last()?.centre()?, fill(self.texts().when_day, &[("date", &date)]))
        };
        let paired = self.paired(series).filter(|_| series.kind() != SeriesKind::Flow);
        let difference = paired.and_then(|band| band.centre()).unwrap_or(value - reference);
        if difference.abs() < 0.5 {
            let values =
                [("name", self.name(series)), ("when", when), ("reference", self.language.about(reference))];
            return Some(fill(self.texts().say_equal, &borrow(&values)));
        }
        let direction = if difference < 0.0 { self.texts().say_fewer } else { self.texts().say_more };
        let values = [
            ("name", self.name(series)),
            ("when", when),
            ("difference", self.language.about(difference.abs())),
            ("direction", direction.to_owned()),
            ("reference", self.language.about(reference)),
        ];
        let said = fill(self.texts().say_reference, &borrow(&values));
        let between = paired.and_then(|band| band.central(80)).map(|(low, high)| {
            let bounds = [self.language.about(low), self.language.about(high)];
            fill(self.texts().say_paired, &[("low", &bounds[0]), ("high", &bounds[1])])
        });
        Some(match between {
            Some(between) => format!("{said} {between}"),
            None => said,
        })
    }

    /// The band of the paired difference on the last evening: ours minus the reference, replication by replication.
    fn paired(&self, series: Series) -> Option<&'a Band> {
        find(self.outcome.differences.as_deref()?, series)?.last()
    }
}

fn find(all: &[SeriesBands], series: Series) -> Option<&[Band]> {
    all.iter()
        .find(|one| one.series == series)
        .map(|one| one.bands.as_slice())
        .filter(|bands| !bands.is_empty())
}

fn borrow<'a, const N: usize>(values: &'a [(&'a str, String); N]) -> [(&'a str, &'a str); N] {
    values.each_ref().map(|(key, value)| (*key, value.as_str()))
}

/// The text with its first letter in upper case.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;

    fn text(fixture: &Fixture, language: Language) -> String {
        let outcome = fixture.outcome();
        let view = View { outcome: &outcome, language };
        let mut all = view.in_short();
        all.extend(view.differences());
        all.join("\n")
    }

    #[test]
    fn years_are_sums_of_monthly_means() {
        let mut outcome = Fixture { months: 14, ..Fixture::default() }.outcome();
        for one in &mut outcome.series {
            one.bands.iter_mut().for_each(|b| b.mean = Some(100.0));
        }
        let view = View { outcome: &outcome, language: Language::En };
        let sums = view.year_sums(view.bands(Series::InflowTotal).unwrap());
        assert_eq!(sums[0], YearSum { year: 2026, months: 12, sum: 1200.0 });
        assert_eq!(view.year(&sums[1]), "2027 (2 months)");
        assert!(view.say_inflow()[0].contains("1,200 persons on average in 2026 and 200 in 2027 (2 months)"));
    }

    #[test]
    fn the_first_month_above_the_places_is_named() {
        let mut outcome = Fixture { months: 24, ..Fixture::default() }.outcome();
        for one in &mut outcome.series {
            let level = if one.series == Series::ReceptionPlaces { 100.0 } else { 90.0 };
            for (month, band) in one.bands.iter_mut().enumerate() {
                let more = if one.series == Series::ReceptionNeed && month >= 15 { 20.0 } else { 0.0 };
                band.quantiles = [Some(level + more); 7];
            }
        }
        let view = View { outcome: &outcome, language: Language::Nl };
        assert!(view.say_reception().join(" ").contains("komt in april 2027 voor het eerst boven"));
    }

    #[test]
    fn few_replications_give_means_and_no_bands() {
        let said = text(&Fixture { replications: 3, ..Fixture::default() }, Language::Nl);
        assert!(
            said.contains("gemiddeld") && !said.contains("80\u{a0}%") && !said.contains("media"),
            "{said}"
        );
    }

    #[test]
    fn differences_carry_a_direction() {
        let said = text(&Fixture::rich(), Language::Nl);
        assert!(said.contains(" meer dan ") && !said.contains('-'), "{said}");
    }

    #[test]
    fn an_outcome_without_series_says_nothing_and_does_not_fall_over() {
        let mut outcome = Fixture::default().outcome();
        outcome.series.clear();
        let view = View { outcome: &outcome, language: Language::En };
        assert!(view.in_short().is_empty());
    }
}
