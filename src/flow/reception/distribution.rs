//! The distribution act (*Spreidingswet*): which part of the task provinces and municipalities take on.
//!
//! * **Law.** Act on the municipal task to make asylum reception possible, 1 February 2024: each two years a national number of
//!   places, parted over provinces, and within them over municipalities, by inhabitants and by the socio-economic score of CBS;
//!   the minister can provide in place of who does not.
//! * **In.** The task of the day.
//! * **Out.** Places that each province takes on, which `funding.rs` orders there; the share of its part that the province, and
//!   the size of municipality, furthest behind takes on.
//! * **Levers.** `distribution_law`, `distribution_task`, `distribution_key`, `distribution_sizes`, `distribution_compliance`,
//!   `distribution_voluntary`, `distribution_spread`, `distribution_size_spread`, `distribution_enforcement`,
//!   `distribution_enforced_after`, `place_bonus`, `place_bonus_effect`.
//! * **Simplifications.** The same task is parted twice, over provinces and over municipalities by size, and how the two go
//!   together is not said. Who complies more than others is drawn anew in each replication, and nothing is said of a certain
//!   province or municipality. Municipalities of a size, or of a province, may divide their task among themselves. A task says
//!   what they lack; what one has beyond is no help to another. Where a place stands matters to nobody in it: COA fills the
//!   places of all provinces as one. Places taken on open after the lead time of regular places, wherever they are. What a
//!   bonus does is assumed, and nothing unless a scenario says so.

use crate::policy::Policy;
use crate::policy::levers::places::{
    DISTRIBUTION_COMPLIANCE, DISTRIBUTION_ENFORCED_AFTER, DISTRIBUTION_ENFORCEMENT, DISTRIBUTION_KEY,
    DISTRIBUTION_LAW, DISTRIBUTION_SIZE_SPREAD, DISTRIBUTION_SIZES, DISTRIBUTION_SPREAD, DISTRIBUTION_TASK,
    DISTRIBUTION_VOLUNTARY, PLACE_BONUS, PLACE_BONUS_EFFECT, PROVINCES, SIZES,
};
use crate::random::math::exp;
use crate::random::{Draw, Stream, distribution};
use crate::time::Day;

/// Halvings of the interval in which the level of all parts is sought.
const HALVINGS: u32 = 60;
/// Log odds beyond which a share is none or all.
const FAR: f64 = 60.0;

/// A number for each province.
pub(crate) type ByProvince<T> = [T; PROVINCES.len()];

/// With which part of what they do under the act municipalities go on today: all of it while it is law.
pub(super) fn willingness(policy: &Policy, today: Day) -> f64 {
    if policy.today(DISTRIBUTION_LAW, today) { 1.0 } else { policy.today(DISTRIBUTION_VOLUNTARY, today) }
}

/// A task parted, over provinces or over municipalities by size, and what each takes on of its part.
#[derive(Clone, Debug)]
struct Parts<const N: usize> {
    /// How much more than the others each complies, in standard deviations.
    leanings: [f64; N],
    key: [f64; N],
    /// The compliance of all together and the spread that decided on `shares`, so that they are sought only when that changes.
    decided: Option<[f64; 2]>,
    /// The share of its part that each takes on.
    shares: [f64; N],
}

impl<const N: usize> Parts<N> {
    fn new(stream: Stream, draw: Draw) -> Parts<N> {
        let leaning = |part| distribution::normal(stream.uniform(draw, part as u64, 0));
        Parts { leanings: std::array::from_fn(leaning), key: [0.0; N], decided: None, shares: [0.0; N] }
    }

    /// What each takes on where all of them together comply with this share of the task.
    fn comply(&mut self, key: &[f64], complies: f64, spread: f64) {
        if self.decided == Some([complies, spread]) && key == self.key {
            return;
        }
        self.decided = Some([complies, spread]);
        self.key.copy_from_slice(key);
        if complies <= 0.0 || complies >= 1.0 {
            self.shares = [complies; N];
            return;
        }
        let at = |level: f64| self.leanings.map(|leaning| 1.0 / (1.0 + exp(-(level + spread * leaning))));
        let together =
            |shares: [f64; N]| shares.iter().zip(key).map(|(share, part)| share * part).sum::<f64>();
        let wanted = complies * key.iter().sum::<f64>();
        let (mut low, mut high) = (-FAR, FAR);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if together(at(middle)) < wanted { low = middle } else { high = middle }
        }
        self.shares = at(low);
    }

    /// The share of its part that the one furthest behind takes on. A part without a task is behind with nothing.
    fn least(&self) -> f64 {
        let shares = self.shares.iter().zip(&self.key).filter(|(_, part)| **part > 0.0);
        shares.map(|(share, _)| *share).fold(1.0, f64::min)
    }
}

/// What provinces and municipalities do about the task.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    provinces: Parts<{ PROVINCES.len() }>,
    sizes: Parts<{ SIZES.len() }>,
    task: f64,
    /// The day from which a task of this size has held under the act.
    since: Day,
    /// Of what is not taken on, the part in which the minister provides.
    enforced: f64,
    /// The most places that were taken on until yesterday, of all provinces.
    taken_before: f64,
    /// Places beyond them that are taken on today.
    taken_on: f64,
}

impl Distribution {
    pub(crate) fn new(today: Day, stream: Stream) -> Distribution {
        Distribution {
            provinces: Parts::new(stream, Draw::ProvinceLeaning),
            sizes: Parts::new(stream, Draw::SizeLeaning),
            task: 0.0,
            since: today,
            enforced: 0.0,
            taken_before: f64::NAN,
            taken_on: 0.0,
        }
    }

    /// A day begins. What was taken on before the first one is paid for.
    pub(crate) fn morning(&mut self, policy: &Policy, today: Day) {
        self.consider(policy, today);
        let taken: f64 = self.taken().iter().sum();
        let before = if self.taken_before.is_nan() { taken } else { self.taken_before };
        self.taken_on = (taken - before).max(0.0);
        self.taken_before = taken.max(before);
    }

    fn consider(&mut self, policy: &Policy, today: Day) {
        let law = policy.today(DISTRIBUTION_LAW, today);
        let task = policy.today(DISTRIBUTION_TASK, today);
        if !law || task == 0.0 || task > self.task {
            self.since = today;
        }
        self.task = task;
        if task == 0.0 {
            return;
        }
        let coerced = law && today - self.since >= policy.today(DISTRIBUTION_ENFORCED_AFTER, today);
        self.enforced = if coerced { policy.today(DISTRIBUTION_ENFORCEMENT, today) } else { 0.0 };
        let complies = policy.today(DISTRIBUTION_COMPLIANCE, today);
        let bonus = policy.today(PLACE_BONUS, today) / 1_000.0 * policy.today(PLACE_BONUS_EFFECT, today);
        let complies = (complies + (1.0 - complies) * bonus.min(1.0)) * willingness(policy, today);
        let spreads = [DISTRIBUTION_SPREAD, DISTRIBUTION_SIZE_SPREAD].map(|lever| policy.today(lever, today));
        self.provinces.comply(policy.today(DISTRIBUTION_KEY, today), complies, spreads[0]);
        self.sizes.comply(policy.today(DISTRIBUTION_SIZES, today), complies, spreads[1]);
    }

    /// What comes of a share, with what the minister provides.
    fn provided(&self, share: f64) -> f64 {
        share + self.enforced * (1.0 - share)
    }

    /// Places that each province takes on \[places\].
    pub(crate) fn taken(&self) -> ByProvince<f64> {
        if self.task == 0.0 {
            return [0.0; PROVINCES.len()];
        }
        let parts = &self.provinces;
        let whole: f64 = parts.key.iter().sum();
        std::array::from_fn(|p| self.task * parts.key[p] / whole * self.provided(parts.shares[p]))
    }

    /// Places that come to be taken on today, of all provinces.
    pub(crate) fn taken_on_today(&self) -> f64 {
        self.taken_on
    }

    /// The share of its task that the province furthest behind takes on; 1 where nothing is asked.
    pub(crate) fn least(&self) -> f64 {
        if self.task == 0.0 { 1.0 } else { self.provided(self.provinces.least()) }
    }

    /// The share of their task that the municipalities of the size furthest behind take on; 1 where nothing is asked.
    pub(crate) fn least_size(&self) -> f64 {
        if self.task == 0.0 { 1.0 } else { self.provided(self.sizes.least()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [f64; 12] = [1.0 / 12.0; 12];

    fn least(leanings: [f64; 12], key: [f64; 12], spread: f64) -> f64 {
        let mut parts = Parts::new(Stream::new(1, 0), Draw::ProvinceLeaning);
        parts.leanings = leanings;
        parts.comply(&key, 0.6, spread);
        let together: f64 = parts.shares.iter().zip(key).map(|(share, part)| share * part).sum();
        assert!((together / key.iter().sum::<f64>() - 0.6).abs() < 1e-9, "{together}");
        parts.least()
    }

    #[test]
    fn parts_comply_with_the_task_together_and_one_is_furthest_behind() {
        assert!((least([0.3; 12], KEY, 1.1) - 0.6).abs() < 1e-9, "as all others where all lean alike");
        let mut leanings = [0.0; 12];
        (leanings[3], leanings[7]) = (-2.0, 2.0);
        let [near, far] = [0.5, 1.5].map(|spread| least(leanings, KEY, spread));
        assert!(far < near && near < 0.6, "{far} {near}");
        assert!((least(leanings, KEY, 0.0) - 0.6).abs() < 1e-9);
        // A province without a task is behind with nothing.
        let mut spared = KEY;
        spared[3] = 0.0;
        assert!(least(leanings, spared, 1.5) > 0.5);
    }
}
