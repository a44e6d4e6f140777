//! How many first applications are expected, month by month and nationality by nationality.
//!
//! The logarithm of a nationality's yearly rate is its middle, plus the season, plus a deviation shared by all and one of
//! its own, each an autoregressive path of order one in monthly steps that starts at zero, plus noise without memory. The
//! band therefore widens as its past says, and levels off. The shared deviation is centred on its median: "no change" is
//! the plain forecast. The own deviations and the noise are centred on their mean, or their spread would lift the total. The shocks are keyed by month: every scenario meets the same.

use crate::policy::levers::inflow::{
    COMMON_PERSISTENCE, COMMON_VOLATILITY, MONTH_NOISE, OWN_PERSISTENCE, OWN_VOLATILITY,
};
use crate::policy::{Nationality, Policy};
use crate::random::{Draw, Stream, distribution, math};
use crate::time::{Day, Month};

/// The deviations of one month.
#[derive(Clone, Debug)]
pub(crate) struct Intensity {
    month: Month,
    common: f64,
    own: [f64; 19],
    /// Variance of an own deviation, the same for every nationality.
    variance: f64,
    factor: [f64; 19],
}

impl Intensity {
    /// The month before the first one: no deviation yet.
    pub(crate) fn before(start: Day, policy: &Policy, stream: Stream) -> Intensity {
        let first = Month::of(start);
        let mut intensity =
            Intensity { month: first, common: 0.0, own: [0.0; 19], variance: 0.0, factor: [1.0; 19] };
        intensity.shock(start, policy, stream);
        intensity
    }

    /// The multipliers of the month in which `day` lies, one a nationality; steps forward when a month has begun.
    pub(crate) fn on(&mut self, day: Day, policy: &Policy, stream: Stream) -> &[f64; 19] {
        while self.month < Month::of(day) {
            self.month = self.month.next();
            self.shock(day, policy, stream);
        }
        &self.factor
    }

    /// The multipliers of the month that has come.
    pub(crate) fn now(&self) -> &[f64; 19] {
        &self.factor
    }

    fn shock(&mut self, day: Day, policy: &Policy, stream: Stream) {
        let month = self.month.number() as u64;
        let normal = |draw, group| distribution::normal(stream.uniform(draw, month, group));
        let step = |x: f64, persistence, volatility, e: f64| persistence * x + volatility * e;
        let today = |lever| policy.today(lever, day);
        let (persistence, volatility) = (today(COMMON_PERSISTENCE), policy.today(COMMON_VOLATILITY, day));
        self.common = step(self.common, persistence, volatility, normal(Draw::InflowCommon, 0));
        let (persistence, volatility) = (today(OWN_PERSISTENCE), policy.today(OWN_VOLATILITY, day));
        let noise = policy.today(MONTH_NOISE, day);
        self.variance = persistence * persistence * self.variance + volatility * volatility;
        let centre = (self.variance + noise * noise) / 2.0;
        for nationality in Nationality::ALL {
            let (i, group) = (nationality.index(), nationality as u64);
            self.own[i] = step(self.own[i], persistence, volatility, normal(Draw::InflowOwn, group));
            // A year of ten thousand times the middle is beyond any sense; the bound keeps it from filling the memory.
            let log = self.common + self.own[i] - centre + noise * normal(Draw::InflowNoise, group);
            self.factor[i] = math::exp(log.min(9.2));
        }
    }
}
