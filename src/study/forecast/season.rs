//! The season of a series, pooled towards none as far as the years disagree.

use super::counts::of_year;
use crate::stats::quantile;
use crate::time::Month;

/// No season is looked for in fewer months than this: each month of the year must have been seen beside its neighbours.
const FEWEST: usize = 24;

/// What each month of the year adds to ln(1 + count); adds up to nothing.
///
/// Deviations from the centred mean of twelve months, cut off at three robust standard deviations, averaged by month of
/// the year, and shrunk by the share of their variance that is not explained by the years disagreeing (James and Stein).
pub(super) fn season(logs: &[f64], first: Month) -> [f64; 12] {
    let mut season = [0.0; 12];
    if logs.len() < FEWEST {
        return season;
    }
    let deviations = deviations(logs);
    let mut sizes: Vec<f64> = deviations.iter().map(|d| d.abs()).collect();
    sizes.sort_unstable_by(f64::total_cmp);
    // 1.4826 times the median size is the standard deviation of a normal.
    let most = 3.0 * 1.4826 * quantile(&sizes, 0.5).unwrap_or(0.0) + 1e-9;
    let mut of_month: [Vec<f64>; 12] = Default::default();
    for (place, deviation) in deviations.iter().enumerate() {
        of_month[of_year(first, place + 6)].push(deviation.clamp(-most, most));
    }
    let means = of_month.each_ref().map(|of| of.iter().sum::<f64>() / of.len().max(1) as f64);
    let squares: f64 = of_month
        .iter()
        .zip(means)
        .flat_map(|(of, mean)| of.iter().map(move |d| (d - mean) * (d - mean)))
        .sum();
    let within = squares / deviations.len().saturating_sub(12).max(1) as f64;
    let noise = of_month.each_ref().map(|of| within / of.len().max(1) as f64);
    let between = means.iter().map(|m| m * m).sum::<f64>() / 12.0 - noise.iter().sum::<f64>() / 12.0;
    let between = between.max(0.0);
    for ((month, mean), noise) in season.iter_mut().zip(means).zip(noise) {
        *month = mean * between / (between + noise + 1e-12);
    }
    let shift = season.iter().sum::<f64>() / 12.0;
    season.map(|month| month - shift)
}

/// Differences from the centred mean over twelve months, from the seventh month to the seventh from the end.
fn deviations(logs: &[f64]) -> Vec<f64> {
    logs.windows(13)
        .map(|around| {
            let inner: f64 = around[1..12].iter().sum();
            around[6] - (inner + 0.5 * (around[0] + around[12])) / 12.0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn first() -> Month {
        Month::of(Day::from_ymd(2015, 1, 1).unwrap())
    }

    #[test]
    fn a_season_that_returns_each_year_is_found_and_a_trend_is_not_taken_for_one() {
        let wave = |n: i32| 0.1 * f64::from((n % 12 - 6).abs() - 3);
        let logs: Vec<f64> = (0..72).map(|n| 5.0 + 0.01 * f64::from(n) + wave(n)).collect();
        let season = season(&logs, first());
        for (month, found) in (0..).zip(season) {
            assert!((found - wave(month)).abs() < 0.02, "{season:?}");
        }
    }

    #[test]
    fn years_that_disagree_give_almost_no_season() {
        let stream = crate::random::Stream::new(3, 0);
        let draw = |n| stream.uniform(crate::random::Draw::Tie, n, 0) - 0.5;
        let logs: Vec<f64> = (0..72).map(draw).collect();
        let strongest = season(&logs, first()).iter().fold(0.0f64, |most, x| most.max(x.abs()));
        assert!(strongest < 0.2, "{strongest}");
    }

    #[test]
    fn a_short_series_has_no_season() {
        assert_eq!(season(&[1.0; 23], first()), [0.0; 12]);
    }
}
