//! Sample quantiles.

/// The quantile `p` (0 to 1) of numbers in ascending order, by linear interpolation between order statistics (type 7
/// of Hyndman and Fan 1996). `None` for an empty sample.
pub fn quantile(ascending: &[f64], p: f64) -> Option<f64> {
    debug_assert!((0.0..=1.0).contains(&p), "a quantile is asked for a probability, not {p}");
    let last = ascending.len().checked_sub(1)?;
    let place = p * last as f64;
    let below = (place.floor() as usize).min(last);
    let above = (below + 1).min(last);
    let weight = place - below as f64;
    Some(ascending[below] + weight * (ascending[above] - ascending[below]))
}

/// The quantile, only where at least five numbers lie beyond it: an extreme quantile of a few replications says more
/// about luck than about the chain.
pub fn quantile_if_supported(ascending: &[f64], p: f64) -> Option<f64> {
    let beyond = p.min(1.0 - p) * ascending.len() as f64;
    if beyond + 1e-9 >= 5.0 { quantile(ascending, p) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_sample_lies_between_the_middle_two() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 10.0], 0.5), Some(2.5));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn a_fifth_percentile_needs_a_hundred_replications() {
        let sample: Vec<f64> = (0..99).map(f64::from).collect();
        assert_eq!(quantile_if_supported(&sample, 0.05), None);
        let sample: Vec<f64> = (0..101).map(f64::from).collect();
        assert_eq!(quantile_if_supported(&sample, 0.05), Some(5.0));
    }
}
