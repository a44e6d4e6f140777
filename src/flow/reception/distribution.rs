//! The distribution act (*Spreidingswet*): which part of the task the provinces take on.
//!
//! * **Law.** Act on the municipal task to make asylum reception possible, 1 February 2024: each two years a national number of
//!   places, parted over provinces by inhabitants and by the socio-economic score of CBS; the minister can provide in place of
//!   who does not.
//! * **In.** The task of the day.
//! * **Out.** Places taken on, which `funding.rs` orders; the share of its task that the province furthest behind takes on.
//! * **Levers.** `distribution_law`, `distribution_task`, `distribution_key`, `distribution_compliance`, `distribution_spread`,
//!   `distribution_enforcement`, `distribution_enforced_after`.
//! * **Simplifications.** Which provinces comply more than others is drawn anew in each replication, and nothing is said of a
//!   certain one. Municipalities of a province are not told apart: they may divide its task among themselves. A task says what
//!   a province lacks; what it has beyond is no help to another. Places taken on open after the lead time of regular places,
//!   wherever they are. Bonuses move nobody.

use crate::policy::Policy;
use crate::policy::levers::places::{
    DISTRIBUTION_COMPLIANCE, DISTRIBUTION_ENFORCED_AFTER, DISTRIBUTION_ENFORCEMENT, DISTRIBUTION_KEY,
    DISTRIBUTION_LAW, DISTRIBUTION_SPREAD, DISTRIBUTION_TASK, PROVINCES,
};
use crate::random::math::exp;
use crate::random::{Draw, Stream, distribution};
use crate::time::Day;

/// Halvings of the interval in which the level of all provinces is sought.
const HALVINGS: u32 = 60;
/// Log odds beyond which a share is none or all.
const FAR: f64 = 60.0;

/// What provinces do about the task.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    /// How much more than the others each province complies, in standard deviations.
    leanings: [f64; PROVINCES.len()],
    task: f64,
    /// The day from which a task of this size has held.
    since: Day,
    /// What decided on `least`, so that it is sought only when that changes.
    decided: Option<[f64; 3]>,
    key: [f64; PROVINCES.len()],
    asked: f64,
    least: f64,
}

impl Distribution {
    pub(crate) fn new(today: Day, stream: Stream) -> Distribution {
        let leaning =
            |province| distribution::normal(stream.uniform(Draw::ProvinceLeaning, province as u64, 0));
        Distribution {
            leanings: std::array::from_fn(leaning),
            task: 0.0,
            since: today,
            decided: None,
            key: [0.0; PROVINCES.len()],
            asked: 0.0,
            least: 1.0,
        }
    }

    /// A day begins.
    pub(crate) fn morning(&mut self, policy: &Policy, today: Day) {
        let task =
            if policy.today(DISTRIBUTION_LAW, today) { policy.today(DISTRIBUTION_TASK, today) } else { 0.0 };
        if task > self.task || task == 0.0 {
            self.since = today;
        }
        self.task = task;
        let complies = policy.today(DISTRIBUTION_COMPLIANCE, today);
        let coerced = today - self.since >= policy.today(DISTRIBUTION_ENFORCED_AFTER, today);
        let enforced = if coerced { policy.today(DISTRIBUTION_ENFORCEMENT, today) } else { 0.0 };
        let spread = policy.today(DISTRIBUTION_SPREAD, today);
        self.asked = task * (complies + enforced * (1.0 - complies));
        let key = policy.today(DISTRIBUTION_KEY, today);
        let decided = [complies, enforced, spread];
        if task == 0.0 {
            (self.least, self.decided) = (1.0, None);
        } else if self.decided != Some(decided) || key != self.key {
            self.decided = Some(decided);
            self.key.copy_from_slice(key);
            let least = self.least_willing(complies, spread);
            self.least = least + enforced * (1.0 - least);
        }
    }

    /// The compliance of the province furthest behind, where all of them together comply with this share of the task.
    fn least_willing(&self, complies: f64, spread: f64) -> f64 {
        let of = |level: f64, leaning: f64| 1.0 / (1.0 + exp(-(level + spread * leaning)));
        if complies <= 0.0 || complies >= 1.0 {
            return complies;
        }
        let provinces = || self.key.iter().zip(&self.leanings).filter(|(part, _)| **part > 0.0);
        let together =
            |level: f64| provinces().map(|(part, leaning)| part * of(level, *leaning)).sum::<f64>();
        let whole: f64 = self.key.iter().sum();
        let (mut low, mut high) = (-FAR, FAR);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if together(middle) < complies * whole { low = middle } else { high = middle }
        }
        provinces().map(|(_, leaning)| of(low, *leaning)).fold(1.0, f64::min)
    }

    /// Places that provinces take on \[places\].
    pub(crate) const fn asked(&self) -> f64 {
        self.asked
    }

    /// The share of its task that the province furthest behind takes on; 1 where nothing is asked.
    pub(crate) const fn least(&self) -> f64 {
        self.least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(leanings: [f64; 12]) -> Distribution {
        let mut one = Distribution::new(Day::from_number(0), Stream::new(1, 0));
        (one.leanings, one.key) = (leanings, [1.0 / 12.0; 12]);
        one
    }

    #[test]
    fn provinces_comply_with_the_task_of_the_country_together_and_one_is_furthest_behind() {
        let equal = of([0.3; 12]);
        assert!((equal.least_willing(0.6, 1.1) - 0.6).abs() < 1e-9, "as all others where all lean alike");
        let mut leanings = [0.0; 12];
        (leanings[3], leanings[7]) = (-2.0, 2.0);
        let apart = of(leanings);
        let [near, far] = [0.5, 1.5].map(|spread| apart.least_willing(0.6, spread));
        assert!(far < near && near < 0.6, "{far} {near}");
        assert!((apart.least_willing(0.6, 0.0) - 0.6).abs() < 1e-9);
        // A province without a task is behind with nothing.
        let mut spared = of(leanings);
        spared.key[3] = 0.0;
        assert!(spared.least_willing(0.6, 1.5) > 0.5);
    }
}
