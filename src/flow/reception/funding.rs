//! How many places are ordered and paid for (*bekostiging*).
//!
//! * **Law.** None on money: COA is paid by the year after the ministry's production forecast (MPP). The distribution act
//!   (*Spreidingswet*) asks places of municipalities, in cycles of two years.
//! * **In.** The need for reception at the turn of each year.
//! * **Out.** The plan for regular and emergency places.
//! * **Levers.** `regular_places`, `emergency_places`, `outside_places`, `funding_rule`, `occupancy_norm`, `forecast_trend`,
//!   `funding_gap`, `bridge_closures`, and those of `distribution.rs`.
//! * **Simplifications.** The forecast of a rule is the need of the day with a part of last year's change; it knows no
//!   scenario. Places under the distribution act are ordered on the day of the task. Under a rule the plan changes on 1 January
//!   only, and emergency reception takes what regular centres cannot.

use std::collections::VecDeque;

use super::distribution::{ByProvince, Distribution};
use crate::policy::Policy;
use crate::policy::levers::places::{FORECAST_TREND, FUNDING_GAP, FUNDING_RULE, OCCUPANCY_NORM};
use crate::policy::levers::reception::{EMERGENCY_PLACES, OUTSIDE_PLACES, REGULAR_PLACES};
use crate::random::Stream;
use crate::time::Day;

/// The words of `funding_rule`, by place.
const YEARLY: usize = 1;
const MULTI_YEAR: usize = 2;
/// Turns of the year that the multi-year rule looks back on.
const YEARS: usize = 3;

/// Places that are planned \[places\].
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) regular: u32,
    /// Regular places under the distribution act, by province.
    pub(crate) act: ByProvince<u32>,
    pub(crate) emergency: u32,
    pub(crate) outside: u32,
}

impl Plan {
    /// All of them.
    pub(crate) fn total(self) -> u32 {
        self.regular + self.act.iter().sum::<u32>() + self.emergency + self.outside
    }
}

/// What the rule remembers.
#[derive(Clone, Debug)]
pub(crate) struct Funding {
    /// Needs at the turns of the last years, the latest last \[persons\].
    needs: VecDeque<f64>,
    /// Places that the rule pays for, once it has spoken.
    total: Option<f64>,
    distribution: Distribution,
    /// Places that each province took on under the distribution act.
    distributed: ByProvince<f64>,
    /// Whether the plan of the first day, which is there, has been told.
    begun: bool,
}

impl Funding {
    pub(crate) fn new(today: Day, stream: Stream) -> Funding {
        let distribution = Distribution::new(today, stream);
        let distributed = ByProvince::default();
        Funding { needs: VecDeque::new(), total: None, distribution, distributed, begun: false }
    }

    /// The plan of a day, given how many persons need a place and how many places under the distribution act are open in each
    /// province.
    pub(crate) fn plan(&mut self, policy: &Policy, today: Day, need: u32, open: ByProvince<u32>) -> Plan {
        let places = |lever| policy.today(lever, today);
        self.distribution.morning(policy, today);
        self.distribute(open);
        let regular = places(REGULAR_PLACES);
        let distributed = self.distributed();
        let emergency = places(EMERGENCY_PLACES);
        let outside = places(OUTSIDE_PLACES);
        let rule = policy.today(FUNDING_RULE, today);
        if rule != YEARLY && rule != MULTI_YEAR {
            self.total = None;
        } else if today.ymd().1 == 1 && today.ymd().2 == 1 && need > 0 {
            let trend = policy.today(FORECAST_TREND, today);
            let norm = policy.today(OCCUPANCY_NORM, today).max(0.01);
            self.total = Some(self.forecast(rule, f64::from(need), trend) / norm);
        }
        let (regular, act, emergency) = match self.total {
            None => (regular, distributed, emergency),
            Some(total) => {
                let inside = (total - outside).max(0.0);
                let planned = (regular + distributed).min(inside);
                let regular = regular.min(planned);
                // Emergency reception stands in for places of the task until those open.
                let there: u32 = open.iter().sum();
                let to_come = (distributed - f64::from(there)).clamp(0.0, planned);
                (regular, planned - regular, inside - planned + to_come)
            }
        };
        let funded = 1.0 - policy.today(FUNDING_GAP, today);
        let whole = |places: f64| places.round() as u32;
        let of_act = if distributed > 0.0 { act / distributed } else { 0.0 };
        Plan {
            regular: whole(regular * funded),
            act: self.distributed.map(|places| whole(places * of_act * funded)),
            emergency: whole(emergency * funded),
            outside: whole(outside),
        }
    }

    /// Places that each province takes on under the distribution act. When the act ends or asks less, what has not opened is
    /// given up, and what has stays until its contract ends and is not renewed. The chain begins without any.
    fn distribute(&mut self, open: ByProvince<u32>) {
        if !std::mem::replace(&mut self.begun, true) {
            return;
        }
        let taken = self.distribution.taken();
        for ((distributed, taken), open) in self.distributed.iter_mut().zip(taken).zip(open) {
            *distributed = taken.max(distributed.min(f64::from(open)));
        }
    }

    /// Places that municipalities took on under the distribution act, open or on order.
    pub(crate) fn distributed(&self) -> f64 {
        self.distributed.iter().sum()
    }

    /// What provinces and municipalities do about the task of the distribution act.
    pub(crate) const fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    fn forecast(&mut self, rule: usize, need: f64, trend: f64) -> f64 {
        let before = self.needs.back().copied().unwrap_or(need);
        if self.needs.len() == YEARS {
            self.needs.pop_front();
        }
        self.needs.push_back(need);
        let next = (need + trend * (need - before)).max(0.0);
        match rule {
            MULTI_YEAR => self.needs.iter().copied().fold(next, f64::max),
            _ => next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yearly_rule_follows_the_last_change_and_a_multi_year_rule_keeps_what_was_needed_before() {
        let new = || Funding::new(Day::from_number(0), Stream::new(1, 0));
        let (mut yearly, mut multi) = (new(), new());
        let needs = [50_000.0, 30_000.0, 25_000.0, 40_000.0];
        let plans = |funding: &mut Funding, rule| needs.map(|need| funding.forecast(rule, need, 0.5));
        assert_eq!(plans(&mut yearly, YEARLY), [50_000.0, 20_000.0, 22_500.0, 47_500.0]);
        assert_eq!(plans(&mut multi, MULTI_YEAR), [50_000.0, 50_000.0, 50_000.0, 47_500.0]);
    }
}
