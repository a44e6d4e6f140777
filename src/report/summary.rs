//! An outcome read in a language: its names, dates and numbers, each in the one form in which texts show them.
//!
//! One convention holds for texts, charts and tables: a number is the median of the replications, with the band of 80 %
//! beside it where there are enough of them; the mean where there are too few even for a median.

use super::texts::{Decimals, Language, Texts, fill};
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::differences::SeriesDifferences;
use crate::study::outcome::{Outcome, Published, SeriesBands};
use crate::study::years::Year;

/// What there are enough replications for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Depth {
    /// Medians and bands of 80 %.
    Band,
    /// Medians.
    Median,
    /// Means.
    Mean,
}

/// An outcome, read in a language.
#[derive(Copy, Clone, Debug)]
pub(super) struct View<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) language: Language,
}

impl<'a> View<'a> {
    pub(super) fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    /// The bands of a series; `None` if the run did not keep it.
    pub(super) fn bands(&self, series: Series) -> Option<&'a [Band]> {
        find(&self.outcome.series, series)
    }

    /// The bands of a series under the law in force, where they are other than ours in any replication.
    pub(super) fn reference(&self, series: Series) -> Option<&'a [Band]> {
        let moves = self.differences_of(series).is_none_or(SeriesDifferences::moves);
        find(&self.outcome.reference.as_ref()?.series, series).filter(|_| moves)
    }

    /// The bands of a series without the assumed effects on inflow, where those move it in any replication.
    pub(super) fn without_effects(&self, series: Series) -> Option<&'a [Band]> {
        let without = self.outcome.without_effects.as_ref()?;
        let moves = without.differences.iter().find(|one| one.series == series)?.moves();
        find(&without.series, series).filter(|_| moves)
    }

    /// The paired differences of a series from the law in force.
    pub(super) fn differences_of(&self, series: Series) -> Option<&'a SeriesDifferences> {
        self.outcome.reference.as_ref()?.differences.iter().find(|one| one.series == series)
    }

    /// `2026`, or `2026 (6 maanden)` for part of a year.
    pub(super) fn year(&self, year: &Year) -> String {
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
            _ if is_money(series) => self.language.number(value, Decimals(1)),
            SeriesKind::Stock | SeriesKind::Flow => self.language.whole(value),
            SeriesKind::Wait => self.language.number(value, Decimals(1)),
            SeriesKind::Ratio => {
                format!("{}\u{a0}%", self.language.number(value * 100.0, Decimals(1)))
            }
        }
    }

    /// A number of a series as a sentence says it.
    pub(super) fn about(&self, series: Series, value: f64) -> String {
        match series.kind() {
            SeriesKind::Stock | SeriesKind::Flow | SeriesKind::Wait => self.language.about(value),
            SeriesKind::Ratio => format!("{}\u{a0}%", self.language.whole(value * 100.0)),
        }
    }

    /// The number a sentence gives for a band: its median, or its mean where there are too few replications.
    pub(super) fn centre(&self, series: Series, band: &Band) -> Option<String> {
        Some(self.about(series, band.centre()?))
    }

    /// ` (80 %: 44.100–100.800)`, or nothing where there are too few replications.
    pub(super) fn between(&self, series: Series, band: &Band) -> String {
        band.central(80).map_or_else(String::new, |(low, high)| {
            let bounds = [low, high].map(|value| self.about(series, value));
            fill(self.texts().band_80, &[("low", &bounds[0]), ("high", &bounds[1])])
        })
    }

    /// How much the replications of this outcome carry.
    pub(super) fn depth(&self) -> Depth {
        let any = |has: fn(&Band) -> bool| self.outcome.series.iter().any(|one| one.bands.iter().any(has));
        if any(|band| band.central(80).is_some()) {
            Depth::Band
        } else if any(|band| band.quantiles[3].is_some()) {
            Depth::Median
        } else {
            Depth::Mean
        }
    }

    /// What the numbers of sentences are in this outcome.
    pub(super) fn numbers(&self) -> &'static str {
        match self.depth() {
            Depth::Band => self.texts().numbers_median,
            Depth::Median => self.texts().numbers_median_only,
            Depth::Mean => self.texts().numbers_mean,
        }
    }

    /// What the numbers of a table are.
    pub(super) fn what(&self) -> &'static str {
        match self.depth() {
            Depth::Band => self.texts().what_band,
            Depth::Median => self.texts().what_median,
            Depth::Mean => self.texts().what_mean,
        }
    }

    /// The word for the number in the middle: median, or mean where there are too few replications.
    pub(super) fn centre_word(&self) -> &'static str {
        match self.depth() {
            Depth::Band | Depth::Median => self.texts().median,
            Depth::Mean => self.texts().mean,
        }
    }

    /// The last published point of a series before the simulation.
    pub(super) fn last_published(&self, series: Series) -> Option<&'a Published> {
        let points = self.outcome.published.iter();
        points
            .filter(|p| p.series == series && p.date < self.outcome.period.0)
            .max_by_key(|p| (p.date, p.months))
    }
}

/// Whether a series counts millions, of which a whole one says too little.
pub(super) fn is_money(series: Series) -> bool {
    series.unit() == "EUR million"
}

fn find(all: &[SeriesBands], series: Series) -> Option<&[Band]> {
    all.iter()
        .find(|one| one.series == series)
        .map(|one| one.bands.as_slice())
        .filter(|bands| !bands.is_empty())
}

pub(super) fn borrow<'a, const N: usize>(values: &'a [(&'a str, String); N]) -> [(&'a str, &'a str); N] {
    values.each_ref().map(|(key, value)| (*key, value.as_str()))
}

/// The text with its first letter in upper case.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
