//! How far a forecast with a spread was from what came.

use super::Band;

/// The continuous ranked probability score of an ensemble in ascending order, in the unit of the outcome: the mean
/// distance to the outcome less half the mean distance between two members (Gneiting and Raftery 2007, equation 21).
/// Zero is a certain and right forecast; of a single number it is the absolute error. `None` for an empty ensemble.
pub fn crps(ascending: &[f64], outcome: f64) -> Option<f64> {
    let n = ascending.len() as f64;
    if ascending.is_empty() {
        return None;
    }
    let distance = ascending.iter().map(|x| (x - outcome).abs()).sum::<f64>() / n;
    // The mean distance between two members, from their order: each x counts as often as it lies above others.
    let spread =
        ascending.iter().enumerate().map(|(i, x)| (2.0 * i as f64 + 1.0 - n) * x).sum::<f64>() / (n * n);
    Some(distance - spread)
}

/// The weighted interval score of the median and the central intervals of 50, 80 and 90 % (Bracher and others 2021,
/// equation 1), in the unit of the outcome. `None` where a quantile is missing.
pub fn weighted_interval(band: &Band, outcome: f64) -> Option<f64> {
    const PERCENTS: [u8; 3] = [50, 80, 90];
    let mut sum = 0.5 * (outcome - band.quantiles[3]?).abs();
    for percent in PERCENTS {
        let alpha = 1.0 - f64::from(percent) / 100.0;
        let (low, high) = band.central(percent)?;
        let outside = (low - outcome).max(0.0) + (outcome - high).max(0.0);
        sum += alpha / 2.0 * (high - low) + outside;
    }
    Some(sum / (PERCENTS.len() as f64 + 0.5))
}

/// Whether the central interval of 50, 80 or 90 % holds the outcome, its bounds included.
pub fn covers(band: &Band, percent: u8, outcome: f64) -> Option<bool> {
    band.central(percent).map(|(low, high)| (low..=high).contains(&outcome))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::distribution::normal;

    fn normals(mean: f64, sd: f64, n: u32) -> Vec<f64> {
        (0..n).map(|i| mean + sd * normal((f64::from(i) + 0.5) / f64::from(n))).collect()
    }

    #[test]
    fn an_ensemble_of_normals_scores_as_the_normal_does() {
        // Gneiting and Raftery 2007, equation 22: at the mean the score is sd (2 phi(0) - 1 / sqrt(pi)).
        let pi = std::f64::consts::PI;
        let at_mean = 2.0 / (2.0 * pi).sqrt() - 1.0 / pi.sqrt();
        assert!((crps(&normals(5.0, 2.0, 20_000), 5.0).unwrap() - 2.0 * at_mean).abs() < 1e-3);
        // One sd off: z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi) at z = 1, with Phi(1) = 0.841 344 746.
        let off = 2.0 * 0.841_344_746 - 1.0 + 2.0 * crate::random::math::exp(-0.5) / (2.0 * pi).sqrt()
            - 1.0 / pi.sqrt();
        assert!((crps(&normals(5.0, 2.0, 20_000), 7.0).unwrap() - 2.0 * off).abs() < 1e-3);
    }

    #[test]
    fn a_single_number_scores_its_absolute_error() {
        assert_eq!(crps(&[3.0], 5.0), Some(2.0));
        assert_eq!(crps(&[], 5.0), None);
    }

    #[test]
    fn the_score_is_the_integral_over_the_squared_distance_of_the_distribution_functions() {
        // Of {0, 1, 4} at 2: (1/3)^2 on (0, 1), (2/3)^2 on (1, 2), (1/3)^2 on (2, 4).
        let by_hand = (1.0 + 4.0 + 2.0) / 9.0;
        assert!((crps(&[0.0, 1.0, 4.0], 2.0).unwrap() - by_hand).abs() < 1e-12);
    }

    #[test]
    fn an_interval_is_charged_its_width_and_what_it_missed() {
        let mut sample: Vec<f64> = (0..=200).map(f64::from).collect();
        let band = Band::of(&mut sample);
        // Widths 100, 160 and 180 at the median: (0.25 * 100 + 0.1 * 160 + 0.05 * 180) / 3.5.
        assert!((weighted_interval(&band, 100.0).unwrap() - 50.0 / 3.5).abs() < 1e-9);
        // The widths cost the same; then half of 100 above the median, 50, 20 and 10 above the three bands.
        let missed = 50.0 + 50.0 + 50.0 + 20.0 + 10.0;
        assert!((weighted_interval(&band, 200.0).unwrap() - missed / 3.5).abs() < 1e-9);
    }

    #[test]
    fn a_bound_belongs_to_its_interval() {
        let band = Band::of(&mut (0..=200).map(f64::from).collect());
        assert_eq!(covers(&band, 80, 20.0), Some(true));
        assert_eq!(covers(&band, 80, 19.9), Some(false));
    }
}
