//! How far the mean of independent replications may lie from what it estimates.

use super::Running;
use crate::random::distribution::student_t;

/// A mean and what it is sure of: the interval reaches from `mean - half_width` to `mean + half_width`.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Interval {
    /// The estimate.
    pub mean: f64,
    /// Half the width of the interval; 0 where every replication says the same.
    pub half_width: f64,
}

impl Interval {
    /// The interval with this confidence (0 to 1) for the mean of independent replications, by Student's t. `None` for
    /// fewer than two.
    pub fn of(values: &[f64], confidence: f64) -> Option<Interval> {
        let running: Running = values.iter().copied().collect();
        let (mean, sd) = (running.mean()?, running.sd()?);
        let t = student_t(0.5 + confidence / 2.0, values.len() as f64 - 1.0);
        Some(Interval { mean, half_width: t * sd / (values.len() as f64).sqrt() })
    }

    /// The same, with controls: inputs of each replication of which the expectation is known, given as deviations from
    /// it (row by row, so many a replication). What they explain of the values by linear regression is taken out
    /// (Lavenberg and Welch 1981). Without controls, or where they cannot be told apart, this is [`Interval::of`].
    pub fn controlled(values: &[f64], controls: &[Vec<f64>], confidence: f64) -> Option<Interval> {
        let plain = Interval::of(values, confidence)?;
        let (n, q) = (values.len(), controls.first().map_or(0, Vec::len));
        assert!(controls.iter().all(|row| row.len() == q), "every replication has the same controls");
        if q == 0 || n < q + 3 || controls.len() != n || plain.half_width == 0.0 {
            return Some(plain);
        }
        let mean_of = |column: usize| controls.iter().map(|row| row[column]).sum::<f64>() / n as f64;
        let means: Vec<f64> = (0..q).map(mean_of).collect();
        let centred: Vec<Vec<f64>> =
            controls.iter().map(|row| row.iter().zip(&means).map(|(x, mean)| x - mean).collect()).collect();
        let product = |a: usize, b: usize| centred.iter().map(|row| row[a] * row[b]).sum::<f64>();
        let squares: Vec<Vec<f64>> = (0..q).map(|a| (0..q).map(|b| product(a, b)).collect()).collect();
        let crossed: Vec<f64> = (0..q)
            .map(|a| centred.iter().zip(values).map(|(row, y)| row[a] * (y - plain.mean)).sum())
            .collect();
        let (Some(slopes), Some(leverage)) = (solve(squares.clone(), crossed), solve(squares, means.clone()))
        else {
            return Some(plain);
        };
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
        let residual = |(row, y): (&Vec<f64>, &f64)| {
            let left = y - plain.mean - dot(row, &slopes);
            left * left
        };
        let degrees = (n - q - 1) as f64;
        let variance = centred.iter().zip(values).map(residual).sum::<f64>() / degrees;
        let spread = variance * (1.0 / n as f64 + dot(&means, &leverage));
        let half_width = student_t(0.5 + confidence / 2.0, degrees) * spread.sqrt();
        Some(Interval { mean: plain.mean - dot(&means, &slopes), half_width })
    }

    /// Whether the interval contains a number.
    pub fn contains(&self, number: f64) -> bool {
        (self.mean - number).abs() <= self.half_width
    }
}

/// Solves a small symmetric system by Gaussian elimination; `None` where it is singular.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    let scale: Vec<f64> = (0..n).map(|k| matrix[k][k]).collect();
    for k in 0..n {
        let pivot = (k..n).max_by(|&a, &b| matrix[a][k].abs().total_cmp(&matrix[b][k].abs()))?;
        matrix.swap(k, pivot);
        right.swap(k, pivot);
        if matrix[k][k].abs() <= scale[k].abs() * 1e-12 {
            return None;
        }
        for row in k + 1..n {
            let factor = matrix[row][k] / matrix[k][k];
            let (above, below) = matrix.split_at_mut(row);
            below[0][k..].iter_mut().zip(&above[k][k..]).for_each(|(x, y)| *x -= factor * y);
            right[row] -= factor * right[k];
        }
    }
    for k in (0..n).rev() {
        let known: f64 = (k + 1..n).map(|column| matrix[k][column] * right[column]).sum();
        right[k] = (right[k] - known) / matrix[k][k];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draw, Stream, distribution::normal};

    #[test]
    fn the_interval_of_a_small_sample_is_that_of_the_textbook() {
        // Mean 5, sd 2.138, eight numbers: 95 % is 5 +- 2.3646 x 0.7559.
        let interval = Interval::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0], 0.95).unwrap();
        assert!((interval.half_width - 1.787_5).abs() < 1e-3, "{interval:?}");
        assert!(interval.contains(6.7) && !interval.contains(6.8));
        assert_eq!(Interval::of(&[1.0], 0.95), None);
    }

    /// Samples of which the value leans on two controls, and noise.
    fn sample(number: u32, n: u64) -> (Vec<f64>, Vec<Vec<f64>>) {
        let stream = Stream::new(9, number);
        let draw = |row: u64, k: u64| normal(stream.uniform(Draw::Tie, row, k));
        let controls: Vec<Vec<f64>> =
            (0..n).map(|row| vec![draw(row, 0), draw(row, 1) + 0.5 * draw(row, 0)]).collect();
        let values = (0..n).map(|row| {
            let c = &controls[row as usize];
            10.0 + 3.0 * c[0] - 2.0 * c[1] + 0.5 * draw(row, 2)
        });
        (values.collect(), controls)
    }

    #[test]
    fn controls_take_out_what_they_explain() {
        let (values, controls) = sample(0, 60);
        let plain = Interval::of(&values, 0.999).unwrap();
        let controlled = Interval::controlled(&values, &controls, 0.999).unwrap();
        assert!(controlled.half_width < plain.half_width / 3.0, "{controlled:?} {plain:?}");
        assert_eq!(Interval::controlled(&values, &[], 0.999), Some(plain));
        let doubled: Vec<Vec<f64>> = controls.iter().map(|row| vec![row[0], 2.0 * row[0]]).collect();
        assert_eq!(Interval::controlled(&values, &doubled, 0.999), Some(plain));
    }

    #[test]
    fn a_controlled_interval_covers_as_often_as_it_says() {
        let covered = (1..=4_000).filter(|&number| {
            let (values, controls) = sample(number, 20);
            Interval::controlled(&values, &controls, 0.95).unwrap().contains(10.0)
        });
        let covered = covered.count();
        // Binomial with mean 3,800 and sd 13.8: four of those either way.
        assert!((3_745..=3_855).contains(&covered), "{covered} of 4000");
    }
}
