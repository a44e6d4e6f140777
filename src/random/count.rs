//! How many.

use super::distribution;
use super::math::{exp, ln, ln_gamma};

/// The Poisson quantile: how many arrivals come when `mean` are expected, monotone in both arguments, so that a larger
/// inflow keeps everyone of the smaller one.
pub fn poisson(u: f64, mean: f64) -> u32 {
    if mean <= 0.0 {
        return 0;
    }
    if mean > 1e6 {
        // Beyond a million the quantile and its normal approximation differ by less than one in ten thousand.
        return (mean + mean.sqrt() * distribution::normal(u)).max(0.0).min(f64::from(u32::MAX)) as u32;
    }
    if u < 1.0 - mean {
        // The chance that nobody comes is more than that.
        return 0;
    }
    if mean < 30.0 {
        let nobody = exp(-mean);
        return upwards(u, mean, 0, nobody, nobody);
    }
    // Start near the quantile: sum the distribution function there, then walk.
    let guess = (mean + mean.sqrt() * distribution::normal(u)).max(0.0) as u32;
    let probability = |k: u32| exp(f64::from(k) * ln(mean) - mean - ln_gamma(f64::from(k) + 1.0));
    let low = guess.saturating_sub((2.0 * mean.sqrt()) as u32 + 8);
    // The distribution function at `low`, summed downwards until the terms vanish.
    let mut term = probability(low);
    let mut sum = term;
    let mut k = low;
    while k > 0 && term > sum * 1e-17 {
        term *= f64::from(k) / mean;
        sum += term;
        k -= 1;
    }
    if sum > u { downwards(u, mean) } else { upwards(u, mean, low, probability(low), sum) }
}

/// Walks up from `k`, whose probability and distribution function are given.
fn upwards(u: f64, mean: f64, mut k: u32, mut probability: f64, mut sum: f64) -> u32 {
    while sum <= u && probability > 0.0 {
        k += 1;
        probability *= mean / f64::from(k);
        let before = sum;
        sum += probability;
        if sum == before && f64::from(k) > mean {
            break;
        }
    }
    k
}

/// The far lower tail: walk from zero in logarithms.
fn downwards(u: f64, mean: f64) -> u32 {
    let mut sum = 0.0;
    let mut k = 0;
    loop {
        sum += exp(f64::from(k) * ln(mean) - mean - ln_gamma(f64::from(k) + 1.0));
        if sum > u || f64::from(k) > mean {
            return k;
        }
        k += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{DiscreteCDF, Poisson};

    #[test]
    fn the_poisson_quantile_is_the_least_count_whose_probability_exceeds_u() {
        for mean in [0.01, 0.7, 3.0, 29.9, 30.1, 250.0, 4_000.0] {
            let oracle = Poisson::new(mean).unwrap();
            for i in 1..200 {
                let u = f64::from(i) / 200.0 + 1e-4;
                let k = poisson(u, mean);
                assert!(oracle.cdf(u64::from(k)) > u - 1e-9, "{mean} {u} {k}");
                assert!(k == 0 || oracle.cdf(u64::from(k) - 1) <= u + 1e-9, "{mean} {u} {k}");
            }
        }
    }

    #[test]
    fn a_larger_mean_never_brings_fewer() {
        for i in 0..100 {
            let u = (f64::from(i) + 0.5) / 100.0;
            let counts: Vec<u32> = (1..400).map(|m| poisson(u, f64::from(m) * 0.25)).collect();
            assert!(counts.windows(2).all(|w| w[0] <= w[1]), "{u}");
        }
    }

    #[test]
    fn nobody_comes_when_nobody_is_expected() {
        assert_eq!(poisson(0.999_999, 0.0), 0);
    }
}
