//! A forecast as it is written and drawn.

use super::common::common_share;
use super::counts::Counts;
use super::past::{Fit, Past};
use super::paths::{Luck, paths};
use crate::stats::Band;
use crate::time::Month;

/// A forecast of every group, and of their sum.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// What is forecast, for titles.
    pub name: String,
    /// The months ahead.
    pub months: Vec<Month>,
    /// The groups in order of name. With several groups their sum stands before them, with an empty name.
    pub groups: Vec<Group>,
    /// The share of variance that the groups have in common.
    pub common: f64,
    /// The luck.
    pub luck: Luck,
}

/// A group ahead.
#[derive(Clone, Debug)]
pub struct Group {
    /// The past; of the sum, only the months that every group has.
    pub counts: Counts,
    /// Bands by month.
    pub bands: Vec<Band>,
    /// Band of the sum of the first twelve months, where there are so many.
    pub year: Option<Band>,
    /// Sum of the last twelve months known.
    pub last_year: f64,
    /// The fit; nothing for the sum.
    pub fit: Option<Fit>,
}

impl Forecast {
    /// Whether the groups are summed up.
    pub fn has_total(&self) -> bool {
        self.groups.first().is_some_and(|group| group.fit.is_none())
    }
}

/// Forecasts every series for `horizon` months after its last. `done` is told after each one.
pub fn forecast(
    name: &str,
    series: Vec<Counts>,
    horizon: usize,
    luck: Luck,
    done: &mut dyn FnMut(),
) -> Forecast {
    let fits: Vec<Fit> = series
        .iter()
        .map(|counts| {
            let fit = Past::new(counts.logs(), counts.first, horizon).fit(counts.values.len());
            done();
            fit
        })
        .collect();
    let common = common_share(&series);
    let drawn = paths(&fits.iter().collect::<Vec<_>>(), common, luck);
    let last = series.first().map_or(Month::of(crate::time::Day::from_number(0)), Counts::last);
    let months = std::iter::successors(Some(last.next()), |month| Some(month.next())).take(horizon).collect();
    let mut groups = Vec::new();
    // A group without a name beside others is a total that the file brings itself.
    if series.len() > 1 && series.iter().all(|counts| !counts.group.is_empty()) {
        groups.push(group(sum(&series), &added(&drawn), horizon, None));
    }
    groups.extend(
        series
            .into_iter()
            .zip(&drawn)
            .zip(fits)
            .map(|((counts, paths), fit)| group(counts, paths, horizon, Some(fit))),
    );
    Forecast { name: name.to_owned(), months, groups, common, luck }
}

fn group(counts: Counts, paths: &[Vec<f64>], horizon: usize, fit: Option<Fit>) -> Group {
    let band = |of: &dyn Fn(&[f64]) -> f64| Band::of(&mut paths.iter().map(|path| of(path)).collect());
    let bands = (0..horizon).map(|step| band(&|path| path[step])).collect();
    let year = (horizon >= 12).then(|| band(&|path| path[..12].iter().sum()));
    let last_year = counts.values.iter().rev().take(12).sum();
    Group { counts, bands, year, last_year, fit }
}

/// The sum over groups, path by path.
pub(super) fn added(drawn: &[Vec<Vec<f64>>]) -> Vec<Vec<f64>> {
    let Some((first, others)) = drawn.split_first() else { return Vec::new() };
    let mut sum = first.clone();
    for paths in others {
        for (sum, path) in sum.iter_mut().zip(paths) {
            sum.iter_mut().zip(path).for_each(|(sum, value)| *sum += value);
        }
    }
    sum
}

/// The sum over groups of the months that all have; they end in the same month.
pub(super) fn sum(series: &[Counts]) -> Counts {
    let first = series.iter().map(|counts| counts.first).max().expect("there are several groups");
    let months = series.iter().map(|counts| counts.values.len()).min().unwrap_or(0);
    let value =
        |back: usize| series.iter().map(|counts| counts.values[counts.values.len() - months + back]).sum();
    Counts { group: String::new(), first, values: (0..months).map(value).collect(), bridged: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn counts(group: &str, months: usize, value: impl Fn(usize) -> f64) -> Counts {
        let first = Month::of(Day::from_ymd(2018, 1, 1).unwrap());
        Counts { group: group.into(), first, values: (0..months).map(value).collect(), bridged: Vec::new() }
    }

    fn of(series: Vec<Counts>) -> Forecast {
        forecast("proef", series, 24, Luck { seed: 1, paths: 400 }, &mut || ())
    }

    #[test]
    fn odd_series_give_finite_bands_that_are_not_negative() {
        let zero = counts("", 24, |_| 0.0);
        let constant = counts("", 30, |_| 400.0);
        let rare = counts("", 60, |n| if n % 9 == 4 { 2.0 } else { 0.0 });
        let exploding = counts("", 40, |n| (1u64 << n) as f64);
        let vanishing = counts("", 40, |n| (1u64 << (39 - n)) as f64);
        for series in [zero, constant, rare, exploding, vanishing] {
            let forecast = of(vec![series]);
            for band in &forecast.groups[0].bands {
                let all: Vec<f64> = band.quantiles.iter().map(|q| q.unwrap()).chain(band.mean).collect();
                assert!(all.iter().all(|x| x.is_finite() && *x >= 0.0), "{band:?}");
                assert!(band.quantiles.windows(2).all(|w| w[0] <= w[1]), "{band:?}");
            }
        }
    }

    #[test]
    fn the_band_of_a_year_is_narrower_than_the_sum_of_the_bands_of_its_months() {
        let wave = |n: usize| 500.0 + 200.0 * ((n * 7) % 11) as f64;
        let forecast = of(vec![counts("", 96, wave)]);
        let group = &forecast.groups[0];
        let width = |band: &Band| band.central(80).map(|(low, high)| high - low).unwrap();
        let months: f64 = group.bands[..12].iter().map(width).sum();
        assert!(width(&group.year.unwrap()) < months);
    }

    #[test]
    fn groups_have_a_sum_unless_the_file_brings_one() {
        let both = of(vec![counts("a", 40, |_| 10.0), counts("b", 30, |_| 20.0)]);
        assert!(both.has_total());
        assert_eq!(both.groups[0].counts.values, vec![30.0; 30]);
        assert!((both.groups[0].bands[0].quantiles[3].unwrap() - 30.0).abs() < 3.0);
        let brought = of(vec![counts("", 40, |_| 30.0), counts("a", 40, |_| 10.0)]);
        assert!(!brought.has_total());
        assert_eq!(brought.groups.len(), 2);
    }
}
