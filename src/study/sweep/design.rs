//! The points of a sweep: where each factor lies, between 0 and 1. The same plan gives the same points on every machine,
//! and a point can be had without the others.

use crate::random::{Draw, Stream};
use crate::scenario::plan::{Kind, Plan};

/// The design of a plan, with the choice of scenario as a factor where there are several.
#[derive(Clone, Debug)]
pub struct Design {
    kind: Kind,
    /// Levels of each factor in a grid.
    counts: Vec<usize>,
    plan: Plan,
    stream: Stream,
    base: u64,
}

impl Design {
    /// The design of a plan.
    pub fn new(plan: &Plan) -> Design {
        let mut counts: Vec<usize> =
            plan.factors.iter().map(|factor| factor.levels.count(plan.levels)).collect();
        if plan.scenarios.len() > 1 {
            counts.push(plan.scenarios.len());
        }
        let stream = Stream::new(plan.seed, 0).branch("design");
        Design { kind: plan.kind, counts, stream, base: u64::from(plan.points), plan: plan.clone() }
    }

    /// How many factors there are, the scenario included where it is one.
    pub fn factors(&self) -> usize {
        self.counts.len()
    }

    /// How many points there are; `None` beyond what can be counted.
    pub fn points(&self) -> Option<u64> {
        let k = self.factors() as u64;
        match self.kind {
            Kind::Grid => self.counts.iter().try_fold(1u64, |all, &count| all.checked_mul(count as u64)),
            Kind::OneAtATime => Some(1 + self.counts.iter().map(|&count| count as u64).sum::<u64>()),
            Kind::LatinHypercube => Some(self.base),
            Kind::Sobol => self.base.checked_mul(k + 2),
            Kind::Morris => self.base.checked_mul(k + 1),
        }
    }

    /// Where the factors of a point lie; `None` for one that is left as the scenario has it.
    pub fn point(&self, number: u64) -> Vec<Option<f64>> {
        match self.kind {
            Kind::Grid => self.grid(number),
            Kind::OneAtATime => self.one_at_a_time(number),
            Kind::LatinHypercube => {
                (0..self.factors()).map(|factor| Some(self.hypercube(number, factor as u64))).collect()
            }
            Kind::Sobol => self.sobol(number),
            Kind::Morris => self.morris(number),
        }
    }

    /// Where a level of a factor lies.
    fn level(&self, factor: usize, place: usize) -> f64 {
        match self.plan.factors.get(factor) {
            Some(factor) => factor.levels.at(place, self.plan.levels),
            None => (place as f64 + 0.5) / self.counts[factor] as f64,
        }
    }

    fn grid(&self, mut number: u64) -> Vec<Option<f64>> {
        // The last factor runs fastest, as in nested loops.
        let mut places = vec![None; self.factors()];
        for factor in (0..self.factors()).rev() {
            let count = self.counts[factor] as u64;
            places[factor] = Some(self.level(factor, (number % count) as usize));
            number /= count;
        }
        places
    }

    fn one_at_a_time(&self, number: u64) -> Vec<Option<f64>> {
        let mut places = vec![None; self.factors()];
        // Point 0 moves nothing; then come the levels of each factor in turn.
        let Some(mut level) = number.checked_sub(1) else { return places };
        for (factor, &count) in self.counts.iter().enumerate() {
            if level < count as u64 {
                places[factor] = Some(self.level(factor, level as usize));
                break;
            }
            level -= count as u64;
        }
        places
    }

    /// A point of a Latin hypercube: the slices of each factor in an order of its own, and a place within the slice.
    fn hypercube(&self, number: u64, factor: u64) -> f64 {
        let slice = permuted(number, self.base, |round| self.stream.rank(factor << 8 | round, 0));
        (slice as f64 + self.stream.uniform(Draw::Tie, factor, number)) / self.base as f64
    }

    /// Rows of Saltelli's scheme: for each base point A, B, and A with each column in turn from B.
    fn sobol(&self, number: u64) -> Vec<Option<f64>> {
        let k = self.factors();
        let rows = k as u64 + 2;
        let (base, row) = (number / rows, (number % rows) as usize);
        let seed = self.stream.rank(0, 1);
        let at = |matrix: usize, factor: usize| {
            let dimension = u32::try_from(matrix * k + factor).expect("a plan has fewer factors than that");
            let index = u32::try_from(base).expect("ten million points fit");
            // The middle of the finest step: never 0 and never 1.
            f64::from(sobol_burley::sample(index, dimension, seed)) + f64::from(f32::EPSILON) / 4.0
        };
        let of = |factor: usize| match row {
            0 => at(0, factor),
            1 => at(1, factor),
            column if column - 2 == factor => at(1, factor),
            _ => at(0, factor),
        };
        (0..k).map(|factor| Some(of(factor))).collect()
    }

    /// A point of a trajectory: it starts on a random level, and moves each factor once, in a random order, by half the
    /// levels.
    fn morris(&self, number: u64) -> Vec<Option<f64>> {
        let (k, levels) = (self.factors() as u64, u64::from(self.plan.levels));
        let (trajectory, step) = (number / (k + 1), number % (k + 1));
        let leap = (levels / 2).max(1);
        let place = |factor: u64| {
            let draw = |what: u64| self.stream.uniform(Draw::Tie, trajectory << 16 | factor, 1 << 40 | what);
            // From the lower half upwards, or from the upper half downwards.
            let low = (draw(0) * (levels - leap) as f64) as u64;
            let up = draw(1) < 0.5;
            let turn = permuted(factor, k, |round| self.stream.rank(trajectory << 8 | round, 2));
            let moved = step > turn;
            let level = if up == moved { low + leap } else { low };
            level as f64 / (levels - 1) as f64
        };
        (0..k).map(|factor| Some(place(factor))).collect()
    }
}

/// Where a number goes in a keyed permutation of the numbers below `count`: a Feistel cipher on the next power of four,
/// walked until it falls within (Black and Rogaway 2002).
fn permuted(number: u64, count: u64, key: impl Fn(u64) -> u32) -> u64 {
    let bits = u64::BITS - count.saturating_sub(1).leading_zeros();
    let half = bits.div_ceil(2).max(1);
    let mask = (1u64 << half) - 1;
    let mix = |round: u64, right: u64| {
        let mut x = (right ^ u64::from(key(round))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        x ^= x >> 29;
        x.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 31
    };
    let mut number = number;
    loop {
        let (mut left, mut right) = (number >> half, number & mask);
        for round in 0..4 {
            (left, right) = (right, left ^ (mix(round, right) & mask));
        }
        number = left << half | right;
        if number < count {
            return number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::plan::plan;

    fn design(kind: &str, points: u32, factors: &str) -> Design {
        let text = format!(
            "format = 1\nname = \"t\"\n[design]\nkind = \"{kind}\"\npoints = {points}\nlevels = 4\n{factors}\n[outcomes.o]\nseries = \"open_cases\"\n"
        );
        let planned = plan("t.toml", text.as_bytes()).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics));
        Design::new(&planned.plan)
    }

    const TWO: &str =
        "[levers.decision_staff]\nrange = [1000, 2000]\n[levers.court_growth]\nvalues = [0.05, 0.1, 0.15]";

    fn all(design: &Design) -> Vec<Vec<Option<f64>>> {
        (0..design.points().unwrap()).map(|number| design.point(number)).collect()
    }

    #[test]
    fn a_grid_holds_every_combination_once_and_the_last_factor_runs_fastest() {
        let design = design("grid", 1, TWO);
        let points = all(&design);
        assert_eq!(points.len(), 12);
        assert_eq!((points[0][0], points[1][0], points[3][0]), (Some(0.0), Some(0.0), Some(1.0 / 3.0)));
        assert!(points.iter().enumerate().all(|(n, point)| !points[n + 1..].contains(point)));
    }

    #[test]
    fn one_at_a_time_leaves_all_but_one_factor_alone() {
        let points = all(&design("one_at_a_time", 1, TWO));
        assert_eq!(points.len(), 1 + 4 + 3);
        assert!(points[0].iter().all(Option::is_none));
        assert!(points[1..].iter().all(|point| point.iter().flatten().count() == 1));
        assert!(points[1..].iter().enumerate().all(|(n, point)| !points[n + 2..].contains(point)));
        assert_eq!((points[1][0], points[4][0], points[5][1]), (Some(0.0), Some(1.0), Some(0.5 / 3.0)));
    }

    #[test]
    fn a_latin_hypercube_has_one_point_in_each_slice_of_each_factor() {
        for count in [1, 7, 64, 100] {
            let points = all(&design("latin_hypercube", count, TWO));
            for factor in 0..2 {
                let mut slices: Vec<u32> =
                    points.iter().map(|point| (point[factor].unwrap() * f64::from(count)) as u32).collect();
                slices.sort_unstable();
                assert!(slices.into_iter().eq(0..count), "{count}");
            }
        }
    }

    #[test]
    fn sobol_points_share_all_columns_but_one_between_the_matrices() {
        let design = design("sobol", 8, TWO);
        let points = all(&design);
        assert_eq!(points.len(), 8 * 4);
        for rows in points.chunks(4) {
            assert_eq!((rows[2][0], rows[2][1]), (rows[1][0], rows[0][1]));
            assert_eq!((rows[3][0], rows[3][1]), (rows[0][0], rows[1][1]));
        }
        let mean: f64 = points.iter().step_by(4).map(|point| point[0].unwrap()).sum::<f64>() / 8.0;
        assert!((mean - 0.5).abs() < 0.07, "{mean}");
    }

    #[test]
    fn a_trajectory_moves_each_factor_once_by_half_the_levels() {
        let points = all(&design("morris", 10, TWO));
        assert_eq!(points.len(), 30);
        for rows in points.chunks(3) {
            let mut moved = [0; 2];
            for pair in rows.windows(2) {
                let steps: Vec<f64> =
                    (0..2).map(|f| (pair[1][f].unwrap() - pair[0][f].unwrap()).abs()).collect();
                let which = steps.iter().position(|step| *step > 0.0).unwrap();
                moved[which] += 1;
                assert!((steps[which] - 2.0 / 3.0).abs() < 1e-12 && steps[1 - which] == 0.0);
            }
            assert_eq!(moved, [1, 1]);
        }
    }
}
