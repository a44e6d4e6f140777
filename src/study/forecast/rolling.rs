//! The origin rolled through the past: what would have been said, against what came.

use super::baseline::{Baseline, with_errors};
use super::counts::Counts;
use super::past::{MEMBERS, Past};
use super::paths::{Luck, paths};
use crate::random::math::{exp, ln};
use crate::stats::{Band, score};
use crate::time::Month;

/// Months that must be known before the first origin.
pub const BEFORE: usize = 36;
/// Past errors that a rule needs for its bands.
const ERRORS: usize = 8;
/// Single months that are judged, counted from the day the forecast is made.
const LEADS: [usize; 5] = [1, 3, 6, 12, 24];

/// Our method in tables.
pub const OURS: &str = "doorstroom";

/// What is forecast.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// One month, so many months after the forecast was made.
    Month(usize),
    /// The sum of the twelve months after it was made.
    Year,
}

impl Target {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Target> {
        LEADS.into_iter().map(Target::Month).chain([Target::Year])
    }

    /// Its name in tables.
    pub fn id(self) -> String {
        match self {
            Target::Month(lead) => format!("month_{lead}"),
            Target::Year => "next_12_months".to_owned(),
        }
    }

    /// Months after the last one known until its own last.
    pub(super) fn reach(self, delay: usize) -> usize {
        match self {
            Target::Month(lead) => delay + lead,
            Target::Year => delay + 12,
        }
    }

    /// Its value in months that follow the last one known.
    pub(super) fn of(self, months: &[f64], delay: usize) -> f64 {
        match self {
            Target::Month(lead) => months[delay + lead - 1],
            Target::Year => months[delay..delay + 12].iter().sum(),
        }
    }
}

/// How the past is rolled.
#[derive(Copy, Clone, Debug)]
pub struct Rules {
    /// Months between the end of the data and the day the forecast is made, which is how long figures take to appear.
    pub delay: usize,
    /// The luck of the paths.
    pub luck: Luck,
}

/// A forecast of the past and what came.
#[derive(Clone, PartialEq, Debug)]
pub struct Judged {
    /// Name of the group.
    pub group: String,
    /// Which rule: ours, a baseline, or a member of ours.
    pub method: &'static str,
    /// The last month known.
    pub origin: Month,
    /// What was forecast.
    pub target: Target,
    /// What came.
    pub outcome: f64,
    /// The bands.
    pub band: Band,
    /// Ranked score in counts.
    pub crps: f64,
    /// Ranked score of ln(1 + x).
    pub crps_log: f64,
    /// Weighted interval score in counts.
    pub interval: f64,
}

/// Judges every origin of a series at the end of a quarter, by every method on the same origins. `done` is told after
/// each origin.
pub fn roll(counts: &Counts, rules: &Rules, done: &mut dyn FnMut()) -> Vec<Judged> {
    let longest = Target::all().map(|target| target.reach(rules.delay)).max().unwrap_or(0);
    let logs = counts.logs();
    let past = Past::new(logs.clone(), counts.first, longest);
    let ahead: Vec<Rule> = rules_of(counts, &logs, &past, longest);
    let mut judged = Vec::new();
    for known in origins(counts, rules.delay) {
        let fit = past.fit(known);
        let drawn = paths(&[&fit], 0.0, rules.luck).remove(0);
        for target in Target::all() {
            let reach = target.reach(rules.delay);
            let learned = past.judged(known, reach);
            if known + reach > counts.values.len() || learned.len() < ERRORS {
                continue;
            }
            let outcome = target.of(&counts.values[known..], rules.delay);
            let mut judge = |method, mut ensemble: Vec<f64>| {
                ensemble.sort_unstable_by(f64::total_cmp);
                judged.extend(verdict(
                    &counts.group,
                    method,
                    counts.month(known - 1),
                    target,
                    outcome,
                    ensemble,
                ));
            };
            judge(OURS, drawn.iter().map(|path| target.of(path, rules.delay)).collect());
            for rule in &ahead {
                let error = |origin: usize| {
                    let came = target.of(&counts.values[origin..], rules.delay);
                    ln(1.0 + came) - ln(1.0 + target.of(&rule.points[origin], rules.delay))
                };
                let errors: Vec<f64> = learned.clone().map(error).collect();
                judge(rule.name, with_errors(target.of(&rule.points[known], rules.delay), &errors));
            }
        }
        done();
    }
    judged
}

/// Numbers of months known at the origins that are judged: ends of quarters, since many published months are quarters
/// spread over their months.
pub fn origins(counts: &Counts, delay: usize) -> impl Iterator<Item = usize> + '_ {
    let last = counts.values.len().saturating_sub(Target::Month(1).reach(delay));
    (BEFORE..=last).filter(|known| counts.month(known - 1).month() % 3 == 0)
}

/// A rule that gives one number a month, by number of months known.
struct Rule {
    name: &'static str,
    points: Vec<Vec<f64>>,
}

fn rules_of(counts: &Counts, logs: &[f64], past: &Past, steps: usize) -> Vec<Rule> {
    let from = past.judged(0, 1).start;
    let each = |points: &dyn Fn(usize) -> Vec<f64>| -> Vec<Vec<f64>> {
        (0..=counts.values.len()).map(|known| if known < from { Vec::new() } else { points(known) }).collect()
    };
    let baselines = Baseline::ALL.into_iter().map(|baseline| Rule {
        name: baseline.id(),
        points: each(&|known| baseline.points(counts, logs, known, steps)),
    });
    let members = MEMBERS.into_iter().enumerate().map(|(member, name)| Rule {
        name,
        points: each(&|known| {
            past.member(known, member).iter().map(|log| super::paths::count(*log)).collect()
        }),
    });
    // The first two members are baselines.
    baselines.chain(members.skip(2)).collect()
}

/// The scores of an ensemble in ascending order; nothing for an empty one.
pub(super) fn verdict(
    group: &str,
    method: &'static str,
    origin: Month,
    target: Target,
    outcome: f64,
    mut ensemble: Vec<f64>,
) -> Option<Judged> {
    let crps = score::crps(&ensemble, outcome)?;
    let logs: Vec<f64> = ensemble.iter().map(|x| ln(1.0 + x)).collect();
    let crps_log = score::crps(&logs, ln(1.0 + outcome))?;
    let band = band(&mut ensemble);
    let interval = score::weighted_interval(&band, outcome)?;
    Some(Judged { group: group.to_owned(), method, origin, target, outcome, band, crps, crps_log, interval })
}

/// The band of an ensemble of any size: a rule with few past errors must still show its bands to be judged.
fn band(ensemble: &mut Vec<f64>) -> Band {
    let mut band = Band::of(ensemble);
    for (quantile, p) in band.quantiles.iter_mut().zip(Band::PROBABILITIES) {
        *quantile = crate::stats::quantile(ensemble, p);
    }
    band
}

/// The scores of one method for one target over origins.
#[derive(Clone, PartialEq, Debug)]
pub struct Summary {
    /// Name of the group; empty over all groups.
    pub group: String,
    /// Which rule.
    pub method: &'static str,
    /// What was forecast.
    pub target: Target,
    /// Number of origins.
    pub n: usize,
    /// Mean ranked score in counts.
    pub crps: f64,
    /// Mean ranked score of ln(1 + x).
    pub crps_log: f64,
    /// Mean weighted interval score in counts.
    pub interval: f64,
    /// Share of outcomes inside the bands of 50, 80 and 90 %.
    pub cover: [f64; 3],
    /// Mean of median less outcome, in counts.
    pub bias: f64,
    /// Geometric mean of (1 + median) / (1 + outcome), less one.
    pub bias_ratio: f64,
}

/// Sums up the origins of each method and target, in the order in which methods first appear.
pub fn summaries(group: &str, judged: &[Judged]) -> Vec<Summary> {
    let mut all = Vec::new();
    for target in Target::all() {
        let mut methods: Vec<&'static str> = Vec::new();
        for one in judged {
            if !methods.contains(&one.method) {
                methods.push(one.method);
            }
        }
        for method in methods {
            let rows: Vec<&Judged> =
                judged.iter().filter(|j| j.target == target && j.method == method).collect();
            if !rows.is_empty() {
                all.push(summary(group, method, target, &rows));
            }
        }
    }
    all
}

fn summary(group: &str, method: &'static str, target: Target, rows: &[&Judged]) -> Summary {
    let n = rows.len();
    let mean = |of: &dyn Fn(&Judged) -> f64| rows.iter().map(|row| of(row)).sum::<f64>() / n as f64;
    let cover = [50, 80, 90].map(|percent| {
        mean(&|row| f64::from(u8::from(score::covers(&row.band, percent, row.outcome) == Some(true))))
    });
    let median = |row: &Judged| row.band.quantiles[3].unwrap_or(row.outcome);
    Summary {
        group: group.to_owned(),
        method,
        target,
        n,
        crps: mean(&|row| row.crps),
        crps_log: mean(&|row| row.crps_log),
        interval: mean(&|row| row.interval),
        cover,
        bias: mean(&|row| median(row) - row.outcome),
        bias_ratio: exp(mean(&|row| ln(1.0 + median(row)) - ln(1.0 + row.outcome))) - 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draw, Stream};
    use crate::time::Day;

    const RULES: Rules = Rules { delay: 1, luck: Luck { seed: 1, paths: 200 } };

    fn counts(months: usize) -> Counts {
        let stream = Stream::new(5, 0);
        let first = Month::of(Day::from_ymd(2012, 1, 1).unwrap());
        let values = (0..months as u64).map(|n| (1_000.0 + 900.0 * stream.uniform(Draw::Tie, n, 0)).round());
        Counts { group: String::new(), first, values: values.collect(), bridged: Vec::new() }
    }

    #[test]
    fn a_scrambled_future_leaves_every_earlier_forecast_as_it_was() {
        let ours = counts(120);
        let mut theirs = ours.clone();
        for value in &mut theirs.values[84..] {
            *value = 5_000.0 - *value;
        }
        let said = |counts: &Counts| -> Vec<(&'static str, Month, Target, Band)> {
            let judged = roll(counts, &RULES, &mut || ());
            judged.into_iter().map(|j| (j.method, j.origin, j.target, j.band)).collect()
        };
        let (ours, theirs) = (said(&ours), said(&theirs));
        let before = ours[0].1..=counts(84).last();
        let early = |all: &[(&'static str, Month, Target, Band)]| -> Vec<_> {
            all.iter().filter(|one| before.contains(&one.1)).cloned().collect::<Vec<_>>()
        };
        assert!(early(&ours).len() > 500);
        assert_eq!(early(&ours), early(&theirs));
        assert_ne!(ours, theirs);
    }

    #[test]
    fn every_method_is_judged_on_the_same_origins() {
        let judged = roll(&counts(120), &RULES, &mut || ());
        let rows = summaries("", &judged);
        for target in Target::all() {
            let n: Vec<usize> = rows.iter().filter(|row| row.target == target).map(|row| row.n).collect();
            assert_eq!(n.len(), 7, "{target:?}");
            assert!(n.iter().all(|one| *one == n[0]) && n[0] > 5, "{target:?} {n:?}");
        }
    }

    #[test]
    fn origins_are_ends_of_quarters_after_three_years() {
        let counts = counts(60);
        let months: Vec<String> = origins(&counts, 1).map(|n| counts.month(n - 1).to_string()).collect();
        assert_eq!(months[0], "2014-12");
        assert!(months.iter().all(|month| ["03", "06", "09", "12"].contains(&&month[5..])), "{months:?}");
    }
}
