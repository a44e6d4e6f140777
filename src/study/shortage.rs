//! When places in reception run short: in how many replications, and for how many persons.

use super::differences::Difference;
use super::replication::Replication;
use crate::record::Series;
use crate::stats::Band;

/// How often and how far places run short under one scenario.
#[derive(Clone, PartialEq, Debug)]
pub struct Shortage {
    /// Share of the replications in which somebody has no place on the last evening, 0 to 1.
    pub at_end: f64,
    /// The same on the last evening of at least one month.
    pub ever: f64,
    /// Persons without a place, as a mean over the month ends of a replication. In most replications it may be zero while
    /// it is thousands in others, so its mean says what its median hides.
    pub persons: Band,
}

/// The same replications under two scenarios.
#[derive(Clone, PartialEq, Debug)]
pub struct ShortageDifference {
    /// Short on the last evening.
    pub at_end: Switches,
    /// Short on the last evening of at least one month.
    pub ever: Switches,
    /// Persons without a place, ours minus the reference's.
    pub persons: Difference,
}

/// In how many pairs something holds under one scenario and not under the other.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Switches {
    /// Under ours only.
    pub ours: u32,
    /// Under the reference only.
    pub theirs: u32,
    /// All pairs.
    pub pairs: u32,
}

impl Switches {
    /// The difference of the two shares, -1 to 1.
    pub fn difference(self) -> f64 {
        (f64::from(self.ours) - f64::from(self.theirs)) / f64::from(self.pairs.max(1))
    }

    /// Where the difference of shares lies with 80 % confidence, as the number of pairs allows: the interval of Agresti and
    /// Min (2005) for paired shares, a half added to each of the four cells. `None` where no pair switches.
    pub fn interval(self) -> Option<(f64, f64)> {
        /// The 90th percentile of the standard normal distribution.
        const Z: f64 = 1.281_551_565_544_6;
        if self.ours + self.theirs == 0 {
            return None;
        }
        let (ours, theirs) = (f64::from(self.ours) + 0.5, f64::from(self.theirs) + 0.5);
        let pairs = f64::from(self.pairs) + 2.0;
        let middle = (ours - theirs) / pairs;
        let margin = Z * ((ours + theirs) - (ours - theirs) * (ours - theirs) / pairs).sqrt() / pairs;
        Some(((middle - margin).max(-1.0), (middle + margin).min(1.0)))
    }
}

fn lacking(month: &[f64; Series::ALL.len()]) -> bool {
    month[Series::WithoutPlace as usize] > 0.0
}

fn at_end(replication: &Replication) -> bool {
    replication.months.last().is_some_and(lacking)
}

fn ever(replication: &Replication) -> bool {
    replication.months.iter().any(lacking)
}

fn persons(replication: &Replication) -> f64 {
    let all: f64 = replication.months.iter().map(|month| month[Series::WithoutPlace as usize]).sum();
    all / replication.months.len().max(1) as f64
}

/// The shortage of some replications.
pub(super) fn shortage(replications: &[Replication]) -> Shortage {
    let share = |of: fn(&Replication) -> bool| {
        replications.iter().filter(|r| of(r)).count() as f64 / replications.len().max(1) as f64
    };
    let persons = Band::of(&mut replications.iter().map(persons).collect());
    Shortage { at_end: share(at_end), ever: share(ever), persons }
}

/// The difference in shortage, pair by pair.
pub(super) fn difference(pairs: &[(&Replication, &Replication)]) -> ShortageDifference {
    let switches = |of: fn(&Replication) -> bool| {
        let count = |wanted: fn(bool, bool) -> bool| {
            pairs.iter().filter(|(a, b)| wanted(of(a), of(b))).count() as u32
        };
        Switches {
            ours: count(|ours, theirs| ours && !theirs),
            theirs: count(|ours, theirs| theirs && !ours),
            pairs: pairs.len() as u32,
        }
    };
    let persons = Difference::of(&mut pairs.iter().map(|(a, b)| persons(a) - persons(b)).collect());
    ShortageDifference { at_end: switches(at_end), ever: switches(ever), persons }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(lacking: [f64; 2]) -> Replication {
        let months = lacking.map(|value| {
            let mut month = [0.0; Series::ALL.len()];
            month[Series::WithoutPlace as usize] = value;
            month
        });
        Replication {
            number: 0,
            months: months.to_vec(),
            days: Vec::new(),
            timelines: None,
            audit: Vec::new(),
        }
    }

    #[test]
    fn a_shortage_that_has_passed_counts_as_ever_and_not_at_the_end() {
        let found = shortage(&[replication([40.0, 0.0]), replication([0.0, 0.0])]);
        assert_eq!((found.at_end, found.ever, found.persons.mean), (0.0, 0.5, Some(10.0)));
    }

    #[test]
    fn pairs_are_compared_one_by_one() {
        let (short, fine) = (replication([40.0, 40.0]), replication([0.0, 0.0]));
        let found = difference(&[(&fine, &short), (&fine, &short), (&short, &short), (&fine, &fine)]);
        assert_eq!(found.at_end, Switches { ours: 0, theirs: 2, pairs: 4 });
        assert_eq!((found.at_end.difference(), found.persons.band.mean), (-0.5, Some(-20.0)));
    }

    #[test]
    fn the_interval_of_a_share_narrows_with_more_pairs_and_holds_the_difference() {
        let width = |n: u32| {
            let switches = Switches { ours: n, theirs: 3 * n, pairs: 10 * n };
            let (low, high) = switches.interval().unwrap();
            assert!(low < switches.difference() && switches.difference() < high);
            high - low
        };
        assert!(width(100) < width(10) && width(10) < width(1));
        assert_eq!(Switches { ours: 0, theirs: 0, pairs: 9 }.interval(), None);
    }
}
