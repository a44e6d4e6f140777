//! What anybody could say without a model, with bands from how far that was off before.

use super::counts::{Counts, of_year};
use super::paths::count;
use super::season::season;
use crate::random::math::ln;

/// A forecast that needs no model.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Baseline {
    /// The last month goes on.
    Last,
    /// The last month goes on, its season taken out and that of each month put in.
    LastAdjusted,
    /// Each month is the same month of the year before.
    SameMonth,
    /// Each month is the mean of the last twelve.
    LastTwelve,
}

impl Baseline {
    /// All of them.
    pub const ALL: [Baseline; 4] =
        [Baseline::Last, Baseline::LastAdjusted, Baseline::SameMonth, Baseline::LastTwelve];

    /// Its name in tables.
    pub const fn id(self) -> &'static str {
        match self {
            Baseline::Last => "last_value",
            Baseline::LastAdjusted => "last_value_adjusted",
            Baseline::SameMonth => "same_month_last_year",
            Baseline::LastTwelve => "last_12_months",
        }
    }

    /// Counts of the next `steps` months, with the first `known` months known, at least twelve.
    pub(super) fn points(self, counts: &Counts, logs: &[f64], known: usize, steps: usize) -> Vec<f64> {
        let values = &counts.values[..known];
        let last = *values.last().expect("a baseline knows at least a month");
        match self {
            Baseline::Last => vec![last; steps],
            Baseline::LastAdjusted => {
                let season = season(&logs[..known], counts.first);
                let level = logs[known - 1] - season[of_year(counts.first, known - 1)];
                (0..steps).map(|step| count(level + season[of_year(counts.first, known + step)])).collect()
            }
            // Beyond a year ahead it is the same month of the last year known.
            Baseline::SameMonth => (0..steps).map(|step| values[known - 12 + step % 12]).collect(),
            Baseline::LastTwelve => vec![values[known - 12..].iter().sum::<f64>() / 12.0; steps],
        }
    }
}

/// A forecast with the errors of the same rule before it, in ln(1 + x), each in both directions: a rule that was too
/// low so far may be too high next. On the series used for choosing, that beat the errors as they were.
pub(super) fn with_errors(point: f64, errors: &[f64]) -> Vec<f64> {
    let centre = ln(1.0 + point);
    let mut ensemble: Vec<f64> =
        errors.iter().flat_map(|off| [count(centre + off), count(centre - off)]).collect();
    ensemble.sort_unstable_by(f64::total_cmp);
    ensemble
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Day, Month};

    #[test]
    fn the_four_rules_say_what_their_names_say() {
        let first = Month::of(Day::from_ymd(2020, 1, 1).unwrap());
        let values: Vec<f64> = (1..=30).map(f64::from).collect();
        let counts = Counts { group: String::new(), first, values, bridged: Vec::new() };
        let said = |rule: Baseline| rule.points(&counts, &counts.logs(), 24, 14);
        assert_eq!(said(Baseline::Last), vec![24.0; 14]);
        assert_eq!(said(Baseline::SameMonth)[0], 13.0);
        assert_eq!(said(Baseline::SameMonth)[12..], [13.0, 14.0]);
        assert_eq!(said(Baseline::LastTwelve), vec![18.5; 14]);
    }

    #[test]
    fn errors_count_in_both_directions() {
        let ensemble = with_errors(99.0, &[ln(2.0)]);
        assert!((ensemble[0] - 49.0).abs() < 1e-9 && (ensemble[1] - 199.0).abs() < 1e-9);
    }
}
