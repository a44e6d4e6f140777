//! A share of independent trials, and how sure that is.

/// Standard normal quantile of 0.975: intervals hold the true share in 95 of 100 samples.
const Z: f64 = 1.959_963_984_540_054;

/// The interval of 95 % for a share of which `holds` of `of` trials were seen, by Wilson's score (1927): it stays between 0
/// and 1, and says something where none or all of the trials hold. `(0, 1)` without trials.
pub fn wilson(holds: u32, of: u32) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (n, z2) = (f64::from(of), Z * Z);
    let share = f64::from(holds) / n;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    // Where all or none hold, the bound is exact.
    let low = if holds == 0 { 0.0 } else { middle - half };
    let high = if holds == of { 1.0 } else { middle + half };
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_the_textbook() {
        // Newcombe 1998, table I: 81 of 263, 15 of 148, none of 20.
        for ((holds, of), (low, high)) in
            [((81, 263), (0.2553, 0.3662)), ((15, 148), (0.0624, 0.1605)), ((0, 20), (0.0, 0.1611))]
        {
            let found = wilson(holds, of);
            assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{found:?}");
        }
        assert_eq!((wilson(20, 20).1, wilson(0, 0)), (1.0, (0.0, 1.0)));
    }
}
