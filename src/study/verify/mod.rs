//! The engine against results that nobody here produced: closed forms, and models that others published.
//!
//! Each [`Case`] is a small model on the public engine. It is simulated in independent replications, each with keyed luck of
//! its own, and judged by seed: the 99.9 % interval of a mean over the replications must contain the reference, and its
//! half-width may be at most 1 % of the reference (2 % for a probability below 0.1). The lengths were chosen from
//! the half-widths of short runs. Inputs of which the expectation is known (how many came, how long their services
//! took) serve as controls, see [`Interval::controlled`]. What others' programs printed is shown beside it and judges
//! nothing.

mod backlog;
mod beds;
mod clinic;
mod courts;
mod network;
mod networks;
mod queues;
mod stroke;
mod theory;

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::run::{Options, each};
use crate::diagnostic::Text;
use crate::random::Stream;
use crate::record::Daily;
use crate::stats::Interval;

/// Confidence of the intervals that judge.
pub const CONFIDENCE: f64 = 0.999;

/// What rounding to ticks may move a mean by, as a share of it: no interval is taken to be narrower.
const ROUNDING: f64 = 1e-6;

/// A text in Dutch and in English.
pub type Pair = (&'static str, &'static str);

/// When a simulated quantity is right.
#[derive(Copy, Clone, PartialEq, Debug)]
pub enum Judge {
    /// The interval contains the reference, and is narrower either way than this share of it.
    Interval(f64),
    /// Every replication lies within this of the reference: there is no luck in it.
    Within(f64),
}

/// One number that a case measures.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Its name, with unit.
    pub name: Text,
    /// What it must be: a closed form without approximation, or a balance in whole numbers.
    pub reference: f64,
    /// How it is judged.
    pub judge: Judge,
    /// Whether controls sharpen the interval: not where one of them nearly is the quantity.
    controlled: bool,
    /// What other programs printed, for comparison only.
    pub printed: String,
}

impl Quantity {
    /// A mean: 1 % either way.
    fn mean(name: (impl Into<String>, impl Into<String>), reference: f64) -> Quantity {
        let name = Text::new(name.0, name.1);
        let (judge, printed) = (Judge::Interval(0.01), String::new());
        Quantity { name, reference, judge, controlled: true, printed }
    }

    /// A probability: 2 % either way below 0.1, else 1 %.
    fn probability(name: (impl Into<String>, impl Into<String>), reference: f64) -> Quantity {
        let width = if reference < 0.1 { 0.02 } else { 0.01 };
        Quantity { judge: Judge::Interval(width), ..Quantity::mean(name, reference) }
    }

    /// A number without luck, that may differ by this much.
    fn balance(name: (impl Into<String>, impl Into<String>), reference: f64, within: f64) -> Quantity {
        Quantity { judge: Judge::Within(within), ..Quantity::mean(name, reference) }
    }

    /// Without controls.
    fn plain(self) -> Quantity {
        Quantity { controlled: false, ..self }
    }

    fn printed(self, printed: impl Into<String>) -> Quantity {
        Quantity { printed: printed.into(), ..self }
    }
}

/// What one replication gave: a value a quantity, and how far its inputs lay from their expectations.
#[derive(Clone, PartialEq, Debug)]
pub struct Sample {
    values: Vec<f64>,
    controls: Vec<f64>,
}

type Simulate = Box<dyn Fn(Stream, f64) -> Sample + Send + Sync>;

/// A model with results that are known.
pub struct Case {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is a model of.
    pub title: Pair,
    /// What it measures.
    pub quantities: Vec<Quantity>,
    replications: u32,
    /// One replication, of this share of the usual length.
    simulate: Simulate,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case").field("name", &self.name).finish_non_exhaustive()
    }
}

/// All cases, in the order of the table.
pub fn cases() -> Vec<Case> {
    let mut all = queues::cases();
    all.extend(beds::cases());
    all.extend(backlog::cases());
    all.extend(networks::cases());
    all.extend(clinic::cases());
    all.extend(stroke::cases());
    all.extend(courts::cases());
    all
}

/// How cases are simulated.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The seeds; each must pass by itself.
    pub seeds: Vec<u64>,
    /// Simulate a tenth of the length: the intervals are about three times as wide, and their width is not judged.
    pub quick: bool,
    /// Threads; results do not depend on it.
    pub threads: usize,
}

impl Settings {
    /// Replications of these cases.
    pub fn replications(&self, cases: &[Case]) -> u32 {
        self.seeds.len() as u32 * cases.iter().map(|case| case.replications).sum::<u32>()
    }
}

/// What one seed gave for a quantity.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Measured {
    /// The seed.
    pub seed: u64,
    /// The interval.
    pub interval: Interval,
    /// Whether it contains the reference.
    pub contains: bool,
    /// Whether it is as narrow as it should be.
    pub narrow: bool,
}

/// What was measured of a quantity.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The name of the case.
    pub case: &'static str,
    /// The quantity.
    pub quantity: Quantity,
    /// By seed.
    pub measured: Vec<Measured>,
}

impl Verdict {
    /// Whether every seed passes.
    pub fn passes(&self) -> bool {
        self.measured.iter().all(|measured| measured.contains && measured.narrow)
    }
}

/// Simulates the cases. `done` is told after each replication how many are finished; `None` when `stop` was set before
/// the end.
pub fn run(
    cases: &[Case],
    settings: &Settings,
    done: &(dyn Fn(u32) + Sync),
    stop: &AtomicBool,
) -> Option<Vec<Verdict>> {
    let mut tasks: Vec<(&Case, u64, u32)> = Vec::new();
    for case in cases {
        for &seed in &settings.seeds {
            tasks.extend((0..case.replications).map(|number| (case, seed, number)));
        }
    }
    let share = if settings.quick { 0.1 } else { 1.0 };
    let finished = AtomicU32::new(0);
    let one = |task: u32| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let (case, seed, number) = tasks[task as usize];
        let sample = (case.simulate)(Stream::new(seed, number).branch(case.name), share);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some(sample)
    };
    let (replications, threads) = (tasks.len() as u32, settings.threads);
    let options = Options { first: 0, replications, seed: 0, fixed: false, daily: Daily::No, threads };
    let samples: Vec<Sample> = each(&options, one).into_iter().collect::<Option<_>>()?;
    Some(verdicts(cases, settings, &samples))
}

fn verdicts(cases: &[Case], settings: &Settings, mut samples: &[Sample]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for case in cases {
        let mut measured = vec![Vec::new(); case.quantities.len()];
        for &seed in &settings.seeds {
            let (ours, rest) = samples.split_at(case.replications as usize);
            samples = rest;
            for (number, quantity) in case.quantities.iter().enumerate() {
                measured[number].push(judge(quantity, number, ours, seed, settings.quick));
            }
        }
        let of = |(quantity, measured): (&Quantity, Vec<Measured>)| Verdict {
            case: case.name,
            quantity: quantity.clone(),
            measured,
        };
        verdicts.extend(case.quantities.iter().zip(measured).map(of));
    }
    verdicts
}

fn judge(quantity: &Quantity, number: usize, samples: &[Sample], seed: u64, quick: bool) -> Measured {
    let values: Vec<f64> = samples.iter().map(|sample| sample.values[number]).collect();
    let reference = quantity.reference;
    match quantity.judge {
        Judge::Within(most) => {
            let off = |value: &&f64| (**value - reference).abs();
            let far = values.iter().max_by(|a, b| off(a).total_cmp(&off(b))).copied().unwrap_or(f64::NAN);
            let interval = Interval { mean: far, half_width: 0.0 };
            Measured { seed, interval, contains: (far - reference).abs() <= most, narrow: true }
        }
        Judge::Interval(share) => {
            let mut controls: Vec<Vec<f64>> = samples.iter().map(|sample| sample.controls.clone()).collect();
            if !quantity.controlled {
                controls.clear();
            }
            let mut interval = Interval::controlled(&values, &controls, CONFIDENCE)
                .expect("a case with luck in it has more than one replication");
            interval.half_width = interval.half_width.max(ROUNDING * reference.abs());
            let narrow = quick || interval.half_width <= share * reference.abs();
            Measured { seed, interval, contains: interval.contains(reference), narrow }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(values: Vec<f64>) -> Sample {
        Sample { values, controls: vec![] }
    }

    #[test]
    fn a_reference_outside_the_interval_and_an_interval_too_wide_both_fail() {
        let samples: Vec<Sample> =
            (0..40).map(|n| sample(vec![10.0 + 0.01 * f64::from(n % 5), 10.0 + f64::from(n % 5)])).collect();
        let pass = |reference, number, quick| {
            let quantity = Quantity::mean(("", ""), reference);
            let measured = judge(&quantity, number, &samples, 1, quick);
            (measured.contains, measured.narrow)
        };
        assert_eq!(pass(10.02, 0, false), (true, true));
        assert_eq!(pass(10.2, 0, false), (false, true));
        assert_eq!(pass(12.0, 1, false), (true, false));
        assert_eq!(pass(12.0, 1, true), (true, true));
    }

    #[test]
    fn a_balance_is_judged_by_its_worst_replication() {
        let samples = [sample(vec![5.0]), sample(vec![5.5]), sample(vec![4.9])];
        let measured = |within| judge(&Quantity::balance(("", ""), 5.0, within), 0, &samples, 1, false);
        assert_eq!((measured(0.4).contains, measured(0.5).contains), (false, true));
        assert_eq!(measured(0.5).interval.mean, 5.5);
    }

    #[test]
    fn names_are_unique_and_every_quantity_has_a_name_in_both_languages() {
        let cases = cases();
        for (number, case) in cases.iter().enumerate() {
            assert!(cases[number + 1..].iter().all(|other| other.name != case.name), "{}", case.name);
            assert!(!case.title.0.is_empty() && !case.title.1.is_empty());
            for quantity in &case.quantities {
                assert!(!quantity.name.nl.is_empty() && !quantity.name.en.is_empty(), "{}", case.name);
                assert!(quantity.reference.is_finite());
            }
        }
    }

    #[test]
    fn results_do_not_depend_on_threads() {
        let cases: Vec<Case> = cases().into_iter().filter(|case| case.name == "loss").collect();
        let with = |threads| {
            let settings = Settings { seeds: vec![4], quick: true, threads };
            let verdicts = run(&cases, &settings, &|_| {}, &AtomicBool::new(false)).unwrap();
            verdicts.iter().map(|verdict| verdict.measured[0].interval.mean.to_bits()).collect::<Vec<_>>()
        };
        assert_eq!(with(1), with(3));
    }

    #[test]
    fn who_is_stopped_gives_no_verdict() {
        let settings = Settings { seeds: vec![1], quick: true, threads: 1 };
        assert!(run(&cases(), &settings, &|_| {}, &AtomicBool::new(true)).is_none());
    }
}
