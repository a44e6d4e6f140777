//! What the numbers say, in sentences. The page leads with them, and every chart carries its own.

use super::summary::{Depth, View, borrow};
use super::texts::fill;
use crate::record::Series;
use crate::stats::Band;
use crate::study::years::Year;
use crate::time::Day;

impl<'a> View<'a> {
    fn at_end(&self, series: Series) -> Option<(Day, &'a Band)> {
        let band = self.bands(series)?.last()?;
        Some((*self.outcome.dates.last()?, band))
    }

    /// The first and the last simulated year, of a series that was kept.
    fn years(&self, series: Series) -> Option<(&'a Year, &'a Year)> {
        self.bands(series)?;
        Some((self.outcome.years.first()?, self.outcome.years.last()?))
    }

    /// A flow or a wait in the first and in the last simulated year.
    fn say_years(&self, series: Series, template: &str) -> Option<String> {
        let (first, last) = self.years(series)?;
        let (first_band, last_band) = (first.band(series), last.band(series));
        let values = [
            ("name", self.name(series)),
            ("unit", self.language.unit_word(series.unit())),
            ("first", self.centre(series, first_band)?),
            ("first_year", self.year(first)),
            ("first_band", self.between(series, first_band)),
            ("last", self.centre(series, last_band)?),
            ("last_year", self.year(last)),
            ("last_band", self.between(series, last_band)),
        ];
        Some(fill(template, &borrow(&values)))
    }

    fn say_flow(&self, series: Series) -> Option<String> {
        let one = self.outcome.years.len() == 1;
        self.say_years(series, if one { self.texts().say_flow_one_year } else { self.texts().say_flow })
    }

    fn say_wait(&self, series: Series) -> Option<String> {
        let one = self.outcome.years.len() == 1;
        self.say_years(series, if one { self.texts().say_flow_one_year } else { self.texts().say_wait })
    }

    /// A stock at the end, with its band and the last published point.
    fn say_stock(&self, series: Series) -> Option<String> {
        let (date, band) = self.at_end(series)?;
        let values = [
            ("name", self.name(series)),
            ("date", self.language.date(date)),
            ("value", self.centre(series, band)?),
            ("band", self.between(series, band)),
        ];
        let mut said = fill(self.texts().say_stock, &borrow(&values));
        if let Some(point) = self.last_published(series) {
            let values =
                [("value", self.language.about(point.value)), ("date", self.language.date(point.date))];
            said.push(' ');
            said.push_str(&fill(self.texts().say_stock_past, &borrow(&values)));
        }
        Some(said)
    }

    pub(super) fn say_inflow(&self) -> Vec<String> {
        let parts = || {
            let (_, year) = self.years(Series::InflowTotal)?;
            let of = |series: Series| {
                let band = year.band(series);
                Some((self.centre(series, band)?, self.between(series, band)))
            };
            let (first, first_band) = of(Series::InflowFirst)?;
            let (repeat, repeat_band) = of(Series::InflowRepeat)?;
            let (family, family_band) = of(Series::InflowFamily)?;
            let values = [
                ("year", self.year(year)),
                ("first", first),
                ("first_band", first_band),
                ("repeat", repeat),
                ("repeat_band", repeat_band),
                ("family", family),
                ("family_band", family_band),
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

    pub(super) fn say_terms(&self) -> Vec<String> {
        [
            self.say_stock(Series::OpenPastTerm),
            self.say_flow(Series::DefaultNotices),
            self.say_flow(Series::PenaltiesJudicial),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn say_appeals(&self) -> Vec<String> {
        [self.say_stock(Series::OpenAppeals), self.say_wait(Series::WaitAppeal)]
            .into_iter()
            .flatten()
            .collect()
    }

    pub(super) fn say_permits(&self) -> Vec<String> {
        self.say_flow(Series::PermitsDue).into_iter().collect()
    }

    pub(super) fn say_family(&self) -> Vec<String> {
        [self.say_stock(Series::FamilyPending), self.say_flow(Series::InflowFamily)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Need against places, how often places run short, and how many persons have none.
    pub(super) fn say_reception(&self) -> Vec<String> {
        self.try_say_reception().unwrap_or_default()
    }

    fn try_say_reception(&self) -> Option<Vec<String>> {
        let (persons, places) = (self.bands(Series::ReceptionNeed)?, self.bands(Series::ReceptionPlaces)?);
        let (date, last) = self.at_end(Series::ReceptionNeed)?;
        let values = [
            ("date", self.language.date(date)),
            ("persons", self.centre(Series::ReceptionNeed, last)?),
            ("band", self.between(Series::ReceptionNeed, last)),
            ("places", self.centre(Series::ReceptionPlaces, places.last()?)?),
        ];
        let mut said = vec![fill(self.texts().say_need, &borrow(&values))];
        let shortage = &self.outcome.shortage;
        if shortage.ever == 0.0 {
            said.push(self.texts().say_never_too_few.to_owned());
            return Some(said);
        }
        let shares = [shortage.at_end, shortage.ever].map(|share| self.language.of_replications(share));
        said.push(fill(self.texts().say_too_few, &[("end", &shares[0]), ("ever", &shares[1])]));
        if let Some(mean) = shortage.persons.mean {
            let values = [
                ("persons", self.language.about(mean)),
                ("band", self.between(Series::WithoutPlace, &shortage.persons)),
            ];
            said.push(fill(self.texts().say_without_place, &borrow(&values)));
        }
        let above = self.outcome.dates.iter().zip(persons.iter().zip(places)).find(|(_, (persons, places))| {
            matches!((persons.centre(), places.centre()), (Some(a), Some(b)) if a > b)
        });
        if let Some((date, _)) = above {
            let month = self.language.month(*date);
            let centre = match self.depth() {
                Depth::Band | Depth::Median => self.texts().the_median,
                Depth::Mean => self.texts().the_mean,
            };
            said.push(fill(self.texts().say_above_places, &[("month", &month), ("centre", centre)]));
        }
        Some(said)
    }

    pub(super) fn say_costs(&self) -> Vec<String> {
        [Series::CostReception, Series::CostDecisions]
            .into_iter()
            .filter_map(|cost| self.say_flow(cost))
            .collect()
    }

    pub(super) fn say_permit_holders(&self) -> Vec<String> {
        self.say_stock(Series::PermitHolders).into_iter().collect()
    }

    pub(super) fn say_housing(&self) -> Vec<String> {
        self.say_flow(Series::Housed).into_iter().collect()
    }

    pub(super) fn say_departures(&self) -> Vec<String> {
        let said = || {
            let (_, year) = self.years(Series::DepartedVoluntary)?;
            let of = |series: Series| {
                let band = year.band(series);
                Some((self.centre(series, band)?, self.between(series, band)))
            };
            let (voluntary, voluntary_band) = of(Series::DepartedVoluntary)?;
            let (forced, forced_band) = of(Series::DepartedForced)?;
            let (unsupervised, unsupervised_band) = of(Series::DepartedUnsupervised)?;
            let values = [
                ("year", self.year(year)),
                ("voluntary", voluntary),
                ("voluntary_band", voluntary_band),
                ("forced", forced),
                ("forced_band", forced_band),
                ("unsupervised", unsupervised),
                ("unsupervised_band", unsupervised_band),
            ];
            Some(fill(self.texts().say_departures, &borrow(&values)))
        };
        said().into_iter().collect()
    }

    /// The answer: what the page begins with.
    pub(super) fn in_short(&self) -> Vec<String> {
        let paragraphs = [
            self.say_reception(),
            self.say_open_cases(),
            self.say_wait(Series::WaitDecision).into_iter().collect(),
            self.say_inflow(),
            self.say_permit_holders(),
            self.say_housing(),
        ];
        paragraphs.into_iter().filter(|p| !p.is_empty()).map(|p| p.join(" ")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;
    use crate::report::fixture::Fixture;

    #[test]
    fn a_total_comes_with_a_band_of_its_own() {
        let mut outcome = Fixture { months: 14, ..Fixture::default() }.outcome();
        for year in &mut outcome.years {
            let level = 100.0 * f64::from(year.months);
            year.bands[Series::InflowTotal as usize].quantiles =
                [0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3].map(|factor| Some(level * factor));
        }
        let view = View { outcome: &outcome, language: Language::En };
        assert_eq!(
            view.say_inflow()[0],
            "Total asylum inflow: 1,200 persons in 2026 (80\u{a0}%: 960–1,440) and 200 in 2027 (2 months) \
             (80\u{a0}%: 160–240)."
        );
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
    fn places_that_never_run_short_are_said_to() {
        let mut outcome = Fixture::default().outcome();
        (outcome.shortage.at_end, outcome.shortage.ever) = (0.0, 0.0);
        let view = View { outcome: &outcome, language: Language::En };
        assert!(
            view.say_reception()
                .join(" ")
                .ends_with("In no replication are there too few places at the end of a month.")
        );
    }

    #[test]
    fn few_replications_give_means_and_no_bands() {
        let outcome = Fixture { replications: 3, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::Nl };
        let said = view.in_short().join("\n");
        assert!(!said.contains("80\u{a0}%"), "{said}");
        assert!(view.numbers().contains("gemiddelde"));
        let outcome = Fixture { replications: 20, ..Fixture::default() }.outcome();
        let view = View { outcome: &outcome, language: Language::Nl };
        assert!(view.numbers().contains("mediaan") && view.numbers().contains("te weinig"));
    }

    #[test]
    fn an_outcome_without_series_says_nothing_and_does_not_fall_over() {
        let mut outcome = Fixture::default().outcome();
        outcome.series.clear();
        let view = View { outcome: &outcome, language: Language::En };
        assert!(view.in_short().is_empty());
    }
}
