//! The sum of groups, forecast from the groups together and on its own, judged side by side.

use super::common::common_share;
use super::counts::Counts;
use super::outcome::{added, sum};
use super::past::{Fit, Past};
use super::paths::paths;
use super::rolling::{Judged, Rules, Target, roll, verdict};

/// The name of the sum in tables of scores.
pub const SUM: &str = "(sum)";
/// The sum from its groups, with what they have in common, in tables of scores.
pub const JOINT: &str = "doorstroom_joint";

/// Judges the sum of the groups: by every method as a series of its own, and by our forecasts of the groups added up.
/// What the groups have in common is learned at each origin from the months before it.
pub fn roll_sum(series: &[Counts], rules: &Rules) -> Vec<Judged> {
    let total = Counts { group: SUM.to_owned(), ..sum(series) };
    let mut judged = roll(&total, rules, &mut || ());
    let longest = Target::all().map(|target| target.reach(rules.delay)).max().unwrap_or(0);
    let pasts: Vec<Past> = series.iter().map(|c| Past::new(c.logs(), c.first, longest)).collect();
    let mut joint: Vec<Judged> = Vec::new();
    let mut at = None;
    let mut drawn = Vec::new();
    for (n, one) in judged.iter().enumerate() {
        if n > 0 && (judged[n - 1].origin, judged[n - 1].target) == (one.origin, one.target) {
            continue;
        }
        if at != Some(one.origin) {
            at = Some(one.origin);
            // Every group ends in the same month.
            let after = usize::try_from(total.last().number() - one.origin.number()).unwrap_or(0);
            let known: Vec<Counts> = series
                .iter()
                .map(|c| Counts { values: c.values[..c.values.len() - after].to_vec(), ..c.clone() })
                .collect();
            let fits: Vec<Fit> = pasts.iter().zip(&known).map(|(past, c)| past.fit(c.values.len())).collect();
            let fits: Vec<&Fit> = fits.iter().collect();
            drawn = added(&paths(&fits, common_share(&known), rules.luck));
        }
        let mut ensemble: Vec<f64> = drawn.iter().map(|path| one.target.of(path, rules.delay)).collect();
        ensemble.sort_unstable_by(f64::total_cmp);
        joint.extend(verdict(SUM, JOINT, one.origin, one.target, one.outcome, ensemble));
    }
    judged.extend(joint);
    judged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draw, Stream};
    use crate::study::forecast::{Luck, OURS, summaries};
    use crate::time::{Day, Month};

    fn group(name: &str, which: u64, months: usize) -> Counts {
        let stream = Stream::new(9, 0);
        let first = Month::of(Day::from_ymd(2014, 1, 1).unwrap());
        let value = |n: usize| (300.0 + 300.0 * stream.uniform(Draw::Tie, n as u64, which)).round();
        Counts { group: name.into(), first, values: (0..months).map(value).collect(), bridged: Vec::new() }
    }

    #[test]
    fn the_joint_forecast_is_judged_where_the_others_are_and_knows_no_future() {
        let rules = Rules { delay: 1, luck: Luck { seed: 1, paths: 200 } };
        let series = [group("a", 1, 84), group("b", 2, 84)];
        let judged = roll_sum(&series, &rules);
        let rows = summaries(SUM, &judged);
        for target in Target::all() {
            let n = |method| rows.iter().find(|r| r.target == target && r.method == method).map(|r| r.n);
            assert_eq!(n(OURS), n(JOINT), "{target:?}");
            assert!(n(JOINT).is_some());
        }
        let mut other = series.clone();
        for counts in &mut other {
            counts.values[60..].iter_mut().for_each(|value| *value = 900.0 - *value);
        }
        let said = |judged: &[Judged]| -> Vec<_> {
            let until = series[0].month(59);
            let early = judged.iter().filter(|j| j.method == JOINT && j.origin <= until);
            early.map(|j| (j.origin, j.target, j.band)).collect::<Vec<_>>()
        };
        assert!(said(&judged).len() > 10);
        assert_eq!(said(&judged), said(&roll_sum(&other, &rules)));
    }
}
