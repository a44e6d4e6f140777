//! Scenario discovery by the patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert 2010): the box of
//! factors in which an outcome happens, found by peeling thin slices off the space of the sweep.

/// Part of the runs in the box that a slice takes off.
const SLICE: f64 = 0.05;
/// No box holds less than this part of all runs.
const SMALLEST: f64 = 0.05;

/// One run: where its factors lie, between 0 and 1, and whether the outcome happened.
#[derive(Clone, PartialEq, Debug)]
pub struct Case {
    /// The place of each factor.
    pub places: Vec<f64>,
    /// Whether what is looked for happened.
    pub happened: bool,
}

/// The part of a factor's range that a box keeps, both ends included.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Limit {
    /// Lower end, 0 to 1.
    pub low: f64,
    /// Upper end, 0 to 1.
    pub high: f64,
}

impl Limit {
    /// Whether it leaves anything out.
    pub fn binds(&self) -> bool {
        self.low > 0.0 || self.high < 1.0
    }

    fn holds(&self, place: f64) -> bool {
        (self.low..=self.high).contains(&place)
    }
}

/// A box on the way from everything to little.
#[derive(Clone, PartialEq, Debug)]
pub struct Peel {
    /// What it keeps of each factor.
    pub limits: Vec<Limit>,
    /// Part of all that happened which lies in it.
    pub coverage: f64,
    /// Part of what lies in it that happened.
    pub density: f64,
    /// Part of all runs that lies in it.
    pub mass: f64,
}

/// The boxes from all runs to the smallest, each a slice less than the one before. Empty where nothing happened.
pub fn discover(cases: &[Case]) -> Vec<Peel> {
    let happened = cases.iter().filter(|case| case.happened).count();
    let factors = cases.first().map_or(0, |case| case.places.len());
    if happened == 0 {
        return Vec::new();
    }
    let mut inside: Vec<&Case> = cases.iter().collect();
    let mut limits = vec![Limit { low: 0.0, high: 1.0 }; factors];
    let mut way = Vec::new();
    loop {
        let hits = inside.iter().filter(|case| case.happened).count() as f64;
        way.push(Peel {
            limits: limits.clone(),
            coverage: hits / happened as f64,
            density: hits / inside.len() as f64,
            mass: inside.len() as f64 / cases.len() as f64,
        });
        let Some((factor, limit)) = best_slice(&inside, &limits) else { return way };
        let left: Vec<&Case> =
            inside.iter().copied().filter(|case| limit.holds(case.places[factor])).collect();
        if (left.len() as f64) < SMALLEST * cases.len() as f64 || left.len() == inside.len() {
            return way;
        }
        limits[factor] = limit;
        inside = left;
    }
}

/// The slice after which what happened is densest, for how little it takes off.
fn best_slice(inside: &[&Case], limits: &[Limit]) -> Option<(usize, Limit)> {
    let hits = |cases: &mut dyn Iterator<Item = &&Case>| {
        cases.fold((0.0, 0.0), |(hits, all), case| (hits + f64::from(u8::from(case.happened)), all + 1.0))
    };
    let (now, all) = hits(&mut inside.iter());
    let mut best: Option<(f64, usize, Limit)> = None;
    for (factor, limit) in limits.iter().enumerate() {
        let mut places: Vec<f64> = inside.iter().map(|case| case.places[factor]).collect();
        places.sort_by(f64::total_cmp);
        let cut = ((SLICE * places.len() as f64).ceil() as usize).max(1);
        let (Some(&low), Some(&high)) = (places.get(cut), places.get(places.len().wrapping_sub(cut + 1)))
        else {
            continue;
        };
        // Equal places go together: a list of values is cut between two of them.
        let up = places.iter().copied().find(|place| *place > places[0].max(places[cut - 1]));
        let down = places.iter().rev().copied().find(|place| *place < places[places.len() - cut]);
        let tries =
            [Limit { low: up.unwrap_or(low), ..*limit }, Limit { high: down.unwrap_or(high), ..*limit }];
        for tried in tries {
            let kept = &mut inside.iter().filter(|case| tried.holds(case.places[factor]));
            let (left, size) = hits(kept);
            if size == 0.0 || size == all {
                continue;
            }
            // Gain in density a run given up (Kwakkel and Jaxa-Rozen 2016 call this lenient).
            let gain = (left / size - now / all) / (all - size) * all;
            if best.is_none_or(|(most, ..)| gain > most) {
                best = Some((gain, factor, tried));
            }
        }
    }
    best.filter(|(gain, ..)| *gain > 0.0).map(|(_, factor, limit)| (factor, limit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draw, Stream};

    fn cases(count: u64, happened: impl Fn(&[f64], f64) -> bool) -> Vec<Case> {
        let stream = Stream::new(3, 0);
        let one = |n: u64| {
            let places: Vec<f64> = (0..4).map(|factor| stream.uniform(Draw::Tie, n, factor)).collect();
            let happened = happened(&places, stream.uniform(Draw::Tie, n, 99));
            Case { places, happened }
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_known_box_is_found_and_no_other_factor_is_blamed() {
        let way = discover(&cases(4_000, |x, _| x[0] > 0.6 && x[2] < 0.5));
        let found = way.iter().find(|peel| peel.density > 0.98).unwrap();
        assert!(
            (found.limits[0].low - 0.6).abs() < 0.04 && (found.limits[2].high - 0.5).abs() < 0.04,
            "{found:?}"
        );
        assert!(!found.limits[1].binds() && !found.limits[3].binds(), "{found:?}");
        assert!(found.coverage > 0.9 && (found.mass - 0.2).abs() < 0.04, "{found:?}");
    }

    #[test]
    fn boxes_grow_denser_and_smaller_along_the_way() {
        let way = discover(&cases(2_000, |x, u| u < if x[1] > 0.7 { 0.8 } else { 0.1 }));
        assert!((way[0].coverage, way[0].mass) == (1.0, 1.0));
        assert!(
            way.windows(2)
                .all(|pair| pair[1].mass < pair[0].mass && pair[1].density >= pair[0].density - 1e-12)
        );
        assert!(way.last().unwrap().density > 0.7);
    }

    #[test]
    fn nothing_that_happened_has_no_box() {
        assert!(discover(&cases(50, |_, _| false)).is_empty());
        assert_eq!(discover(&cases(50, |_, _| true)).len(), 1);
    }
}
