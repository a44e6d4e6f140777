//! One at a time: how far an outcome swings when a factor goes to the ends of its range and all else stays as it is. The
//! replications of two points share their luck, so that each difference is taken within a pair.

use super::Estimate;
use crate::stats::Interval;

/// The outcome at a level of a factor, less that of the scenario as it is.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Swing {
    /// Where the level lies, 0 to 1.
    pub place: f64,
    /// The mean difference, with its interval of 95 %; without one where there is a single replication.
    pub difference: Estimate,
}

/// The lowest and the highest swing of each factor, from the places of all points and the values of their replications. The
/// first point leaves everything as it is. `None` where that one has no value.
pub fn swings(places: &[Vec<Option<f64>>], values: &[Vec<f64>]) -> Option<Vec<[Swing; 2]>> {
    let (base, factors) = (values.first()?, places.first()?.len());
    if base.is_empty() || base.iter().any(|value| value.is_nan()) {
        return None;
    }
    let of = |factor: usize| {
        let levels = places.iter().zip(values).filter_map(|(point, values)| {
            let differences: Vec<f64> = values.iter().zip(base).map(|(value, base)| value - base).collect();
            Some(Swing { place: point[factor]?, difference: estimate(&differences)? })
        });
        let levels: Vec<Swing> = levels.collect();
        let order = |a: &&Swing, b: &&Swing| a.difference.value.total_cmp(&b.difference.value);
        Some([*levels.iter().min_by(order)?, *levels.iter().max_by(order)?])
    };
    (0..factors).map(of).collect()
}

fn estimate(differences: &[f64]) -> Option<Estimate> {
    if differences.is_empty() || differences.iter().any(|value| value.is_nan()) {
        return None;
    }
    let mean = super::mean(differences);
    let half = Interval::of(differences, 0.95).map_or(0.0, |interval| interval.half_width);
    Some(Estimate { value: mean, low: mean - half, high: mean + half })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_factor_swings_between_its_lowest_and_its_highest_outcome() {
        let places = [
            vec![None, None],
            vec![Some(0.0), None],
            vec![Some(1.0), None],
            vec![None, Some(0.0)],
            vec![None, Some(0.5)],
            vec![None, Some(1.0)],
        ];
        // Two replications whose luck is 100 and 200: it drops out of the differences.
        let at = |level: f64| vec![100.0 + level, 200.0 + level];
        let values = [at(0.0), at(-5.0), at(9.0), at(1.0), at(7.0), at(2.0)];
        let found = swings(&places, &values).unwrap();
        let told: Vec<[(f64, f64); 2]> =
            found.iter().map(|pair| pair.map(|one| (one.place, one.difference.value))).collect();
        assert_eq!(told, [[(0.0, -5.0), (1.0, 9.0)], [(0.0, 1.0), (0.5, 7.0)]]);
        assert!(found.iter().flatten().all(|one| one.difference.half_width() < 1e-9));
        assert_eq!(swings(&places, &[vec![f64::NAN], vec![1.0]]), None);
    }
}
