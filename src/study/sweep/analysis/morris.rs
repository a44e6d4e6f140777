//! Elementary effects (Morris 1991; Campolongo and others 2007): what a factor does on its way through its range, and how
//! much that depends on where the others stand.

use super::mean;

/// The effects of one factor over the trajectories, in the unit of the outcome a whole range.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Effect {
    /// Mean effect, with its sign.
    pub mean: f64,
    /// Mean of the size of the effects: 0 means that the factor does nothing.
    pub size: f64,
    /// Standard deviation of the effects: large beside the size where others decide what the factor does, or where its
    /// effect bends.
    pub spread: f64,
    /// Standard error of the size.
    pub error: f64,
}

/// The effects of each factor, from the places and the mean outcomes at the points of trajectories in their order.
/// `None` where there is no whole trajectory, or where a value is missing.
pub fn effects(places: &[Vec<f64>], outcome: &[f64]) -> Option<Vec<Effect>> {
    let factors = places.first()?.len();
    let mut found: Vec<Vec<f64>> = vec![Vec::new(); factors];
    for (points, values) in places.chunks_exact(factors + 1).zip(outcome.chunks_exact(factors + 1)) {
        for step in 0..factors {
            let moved = (0..factors).find(|&f| points[step][f] != points[step + 1][f])?;
            let way = points[step + 1][moved] - points[step][moved];
            found[moved].push((values[step + 1] - values[step]) / way);
        }
    }
    let effect = |list: &Vec<f64>| {
        let n = list.len() as f64;
        let sd = |values: &[f64]| {
            let centre = mean(values);
            (values.iter().map(|x| (x - centre) * (x - centre)).sum::<f64>() / (n - 1.0).max(1.0)).sqrt()
        };
        let sizes: Vec<f64> = list.iter().map(|x| x.abs()).collect();
        let one =
            Effect { mean: mean(list), size: mean(&sizes), spread: sd(list), error: sd(&sizes) / n.sqrt() };
        one.size.is_finite().then_some(one)
    };
    found.iter().map(effect).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_effect_has_no_spread_and_one_that_depends_on_another_has() {
        let places: Vec<Vec<f64>> = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]]
            .map(|row| row.to_vec())
            .to_vec();
        let straight: Vec<f64> = places.iter().map(|x| 3.0 * x[0] - 2.0 * x[1]).collect();
        let found = effects(&places, &straight).unwrap();
        assert_eq!((found[0].mean, found[0].spread), (3.0, 0.0));
        assert_eq!((found[1].mean, found[1].size), (-2.0, 2.0));
        let product: Vec<f64> = places.iter().map(|x| x[0] * x[1]).collect();
        assert!(effects(&places, &product).unwrap()[0].spread > 0.5);
        assert_eq!(effects(&places, &[f64::NAN; 6]), None);
    }
}
