//! The simple forecasts of which ours is made.

use super::counts::of_year;
use super::season::season;
use crate::stats::quantile;
use crate::time::Month;

/// How many there are.
pub(super) const COUNT: usize = 4;

/// Their names: in the order of [`members`].
pub const NAMES: [&str; COUNT] = ["member_last", "member_adjusted", "member_quarter", "member_return"];

/// Months in which the usual level is looked for.
const USUAL: usize = 36;
/// Within this distance of its usual level a series is as likely to go on as to return [ln].
const NEAR: f64 = 0.8;
/// The part of what lies beyond that is expected to be lost.
const RETURN: f64 = 0.5;

/// The centre of ln(1 + count) for each of the next `steps` months, by each member:
/// the last value; the last value with its season taken out and that of the month put in; the same from the mean of
/// three months; the same from the last value, with half of what lies further than `NEAR` from the median of three
/// years given back.
pub(super) fn members(logs: &[f64], first: Month, steps: usize) -> [Vec<f64>; COUNT] {
    let season = season(logs, first);
    let adjusted: Vec<f64> =
        logs.iter().enumerate().map(|(place, log)| log - season[of_year(first, place)]).collect();
    let last = adjusted.last().copied().unwrap_or(0.0);
    let quarter = mean(&adjusted[adjusted.len().saturating_sub(3)..]);
    let mut usual = adjusted[adjusted.len().saturating_sub(USUAL)..].to_vec();
    usual.sort_unstable_by(f64::total_cmp);
    let off = last - quantile(&usual, 0.5).unwrap_or(last);
    let beyond = (off.abs() - NEAR).max(0.0).copysign(off);
    let from = |level: f64| -> Vec<f64> {
        (0..steps).map(|step| level + season[of_year(first, logs.len() + step)]).collect()
    };
    [
        vec![logs.last().copied().unwrap_or(0.0); steps],
        from(last),
        from(quarter),
        from(last - RETURN * beyond),
    ]
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn first() -> Month {
        Month::of(Day::from_ymd(2015, 1, 1).unwrap())
    }

    #[test]
    fn a_level_series_stays_level_by_every_member() {
        for member in members(&[2.0; 40], first(), 14) {
            assert!(member.iter().all(|x| (x - 2.0).abs() < 1e-9), "{member:?}");
        }
    }

    #[test]
    fn half_of_what_lies_far_off_is_given_back() {
        let mut logs = vec![5.0; 30];
        logs.push(5.0 + NEAR + 1.0);
        let [last, _, _, back] = members(&logs, first(), 1);
        assert!((last[0] - 6.8).abs() < 1e-9);
        assert!(back[0] < last[0] && back[0] > 6.0, "{back:?}");
        // Nearby there is nothing to give back.
        let mut logs = vec![5.0; 20];
        logs.push(5.5);
        let [last, _, _, back] = members(&logs, first(), 1);
        assert_eq!(last, back);
    }
}
