//! What the groups of a series have in common.

use super::counts::Counts;

/// Months over which changes are compared: single months are mostly noise.
const OVER: usize = 3;
/// However much groups moved together so far, a part stays their own.
const MOST: f64 = 0.9;

/// The mean correlation of the groups' changes over a quarter on the log scale: the share of the variance of a group
/// that all have in common; between 0 and 0.9.
pub fn common_share(groups: &[Counts]) -> f64 {
    let changes: Vec<Vec<f64>> = groups.iter().map(changes).collect();
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (n, one) in changes.iter().enumerate() {
        for other in &changes[n + 1..] {
            if let Some(correlation) = correlation(one, other) {
                sum += correlation;
                pairs += 1.0;
            }
        }
    }
    if pairs > 0.0 { (sum / pairs).clamp(0.0, MOST) } else { 0.0 }
}

fn changes(counts: &Counts) -> Vec<f64> {
    let logs = counts.logs();
    (OVER..logs.len()).map(|n| logs[n] - logs[n - OVER]).collect()
}

/// Of the months that both have, which are the last ones.
fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let n = one.len().min(other.len());
    let (one, other) = (&one[one.len() - n..], &other[other.len() - n..]);
    let mean = |of: &[f64]| of.iter().sum::<f64>() / n as f64;
    let (a, b) = (mean(one), mean(other));
    let sum = |f: &dyn Fn(f64, f64) -> f64| one.iter().zip(other).map(|(x, y)| f(x - a, y - b)).sum::<f64>();
    let spread = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (spread > 1e-12).then(|| sum(&|x, y| x * y) / spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Day, Month};

    fn group(value: impl Fn(i32) -> f64) -> Counts {
        let first = Month::of(Day::from_ymd(2020, 1, 1).unwrap());
        Counts { group: String::new(), first, values: (0..40).map(value).collect(), bridged: Vec::new() }
    }

    #[test]
    fn groups_that_move_together_have_much_in_common_and_a_constant_has_nothing() {
        let wave = |n: i32| 100.0 + 50.0 * f64::from(n % 7);
        assert_eq!(common_share(&[group(wave), group(|n| 2.0 * wave(n) + 1.0)]), MOST);
        assert_eq!(common_share(&[group(wave), group(|_| 9.0)]), 0.0);
        assert_eq!(common_share(&[group(wave)]), 0.0);
    }
}
