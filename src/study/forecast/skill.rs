//! How much better than a baseline, and how sure that is.

use super::baseline::Baseline;
use super::rolling::{Judged, OURS, Target};
use crate::random::{Draw, Stream};
use crate::stats::quantile;
use crate::time::Month;

/// Quarters that are drawn together: forecasts of a year overlap for four, and their errors last a little longer.
const BLOCK: usize = 6;
/// Resamples.
const RESAMPLES: u32 = 2_000;

/// Our log score of the next twelve months against a baseline's.
#[derive(Clone, PartialEq, Debug)]
pub struct Skill {
    /// Against which.
    pub against: Baseline,
    /// Its mean log score, averaged over groups.
    pub theirs: f64,
    /// Ours.
    pub ours: f64,
    /// 1 - ours / theirs: above zero is better.
    pub skill: f64,
    /// Interval of 90 % by resampling blocks of origins, the same for all groups.
    pub between: (f64, f64),
    /// Origins over all groups.
    pub n: usize,
    /// Groups.
    pub groups: usize,
}

/// The skill against each baseline, the strongest baseline first. Empty when no year could be judged.
pub fn skills(judged: &[Judged], seed: u64) -> Vec<Skill> {
    let mut all: Vec<Skill> = Baseline::ALL.iter().filter_map(|b| skill(judged, *b, seed)).collect();
    all.sort_by(|a, b| a.theirs.total_cmp(&b.theirs).then(a.against.cmp(&b.against)));
    all
}

fn skill(judged: &[Judged], against: Baseline, seed: u64) -> Option<Skill> {
    let pairs = pairs(judged, against);
    let mut groups: Vec<&str> = pairs.iter().map(|pair| pair.group).collect();
    groups.dedup();
    let mut origins: Vec<Month> = pairs.iter().map(|pair| pair.origin).collect();
    origins.sort_unstable();
    origins.dedup();
    let (ours, theirs) = means(&pairs, &groups, &origins)?;
    let stream = Stream::new(seed, 0);
    let mut resampled: Vec<f64> = (0..RESAMPLES)
        .filter_map(|resample| {
            let drawn = blocks(&origins, |block| stream.uniform(Draw::Tie, u64::from(resample), block));
            means(&pairs, &groups, &drawn).map(|(ours, theirs)| 1.0 - ours / theirs)
        })
        .collect();
    resampled.sort_unstable_by(f64::total_cmp);
    let between = (quantile(&resampled, 0.05)?, quantile(&resampled, 0.95)?);
    Some(Skill {
        against,
        theirs,
        ours,
        skill: 1.0 - ours / theirs,
        between,
        n: pairs.len(),
        groups: groups.len(),
    })
}

/// Our score and theirs for one year of one group.
struct Pair<'a> {
    group: &'a str,
    origin: Month,
    ours: f64,
    theirs: f64,
}

fn pairs(judged: &[Judged], against: Baseline) -> Vec<Pair<'_>> {
    let of =
        |method: &'static str| judged.iter().filter(move |j| j.target == Target::Year && j.method == method);
    // Every method is judged on the same origins, in the same order.
    of(OURS)
        .zip(of(against.id()))
        .map(|(ours, theirs)| Pair {
            group: &ours.group,
            origin: ours.origin,
            ours: ours.crps_log,
            theirs: theirs.crps_log,
        })
        .collect()
}

/// Mean scores over the drawn origins within each group, then over groups: a large group counts for one.
fn means(pairs: &[Pair<'_>], groups: &[&str], origins: &[Month]) -> Option<(f64, f64)> {
    let mut times = std::collections::BTreeMap::new();
    for origin in origins {
        *times.entry(*origin).or_insert(0.0) += 1.0;
    }
    let (mut ours, mut theirs, mut seen) = (0.0, 0.0, 0.0);
    for group in groups {
        let (mut a, mut b, mut n) = (0.0, 0.0, 0.0);
        for pair in pairs.iter().filter(|pair| pair.group == *group) {
            let weight = times.get(&pair.origin).copied().unwrap_or(0.0);
            a += weight * pair.ours;
            b += weight * pair.theirs;
            n += weight;
        }
        if n > 0.0 {
            ours += a / n;
            theirs += b / n;
            seen += 1.0;
        }
    }
    (seen > 0.0 && theirs > 0.0).then(|| (ours / seen, theirs / seen))
}

/// As many origins as there are, in blocks that begin anywhere and run on from the end to the start.
fn blocks(origins: &[Month], uniform: impl Fn(u64) -> f64) -> Vec<Month> {
    let n = origins.len();
    (0..n.div_ceil(BLOCK))
        .flat_map(|block| {
            let start = (uniform(block as u64) * n as f64) as usize;
            (0..BLOCK).map(move |place| (start + place) % n)
        })
        .take(n)
        .map(|place| origins[place])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Band;
    use crate::time::Day;

    fn judged(method: &'static str, quarter: i16, crps_log: f64) -> Judged {
        let origin = Month::of(
            Day::from_ymd(2000 + quarter / 4, i8::try_from(quarter % 4).unwrap() * 3 + 1, 1).unwrap(),
        );
        Judged {
            group: String::new(),
            method,
            origin,
            target: Target::Year,
            outcome: 1.0,
            band: Band::default(),
            crps: 0.0,
            crps_log,
            interval: 0.0,
        }
    }

    fn all(ours: impl Fn(i16) -> f64) -> Vec<Judged> {
        let mut all: Vec<Judged> = (0..40).map(|q| judged(OURS, q, ours(q))).collect();
        for (n, baseline) in Baseline::ALL.into_iter().enumerate() {
            all.extend((0..40).map(|q| judged(baseline.id(), q, 0.3 + 0.1 * n as f64)));
        }
        all
    }

    #[test]
    fn the_same_gain_everywhere_is_certain_and_the_strongest_baseline_stands_first() {
        let skills = skills(&all(|_| 0.24), 1);
        assert_eq!(skills[0].against, Baseline::Last);
        assert!((skills[0].skill - 0.2).abs() < 1e-9);
        assert!((skills[0].between.0 - 0.2).abs() < 1e-9 && (skills[0].between.1 - 0.2).abs() < 1e-9);
        assert_eq!((skills[0].n, skills[0].groups), (40, 1));
    }

    #[test]
    fn a_gain_that_comes_from_one_stretch_is_not_sure() {
        let skills = skills(&all(|q| if q < 8 { 0.05 } else { 0.31 }), 1);
        assert!(skills[0].skill > 0.1, "{:?}", skills[0]);
        assert!(skills[0].between.0 < 0.05 && skills[0].between.1 > 0.2, "{:?}", skills[0]);
    }
}
