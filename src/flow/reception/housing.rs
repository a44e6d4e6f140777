//! Housing of permit holders in municipalities (*huisvesting van vergunninghouders*, *taakstelling*).
//!
//! * **Law.** Housing Act 2014 articles 28 and 29: a half-yearly task for every municipality.
//! * **In.** Grants, and relatives who arrive before their sponsor has a dwelling.
//! * **Out.** A dwelling, and with it out of the chain.
//! * **Levers.** `matching_days`, `task_force`, `task_force_saves`, `housing_supply`, `housing_priority`, `supply_without_priority`, `dwelling_mix`,
//!   `dwellings_shared`, and what labour migration takes or frees (`flow/labour.rs`).
//! * **Simplifications.** One national supply in persons a month, parted over three sizes of household and first come first
//!   served within each; supply that nobody takes is lost. Municipalities are not told apart. Permit holders who lodge with
//!   others wait for a dwelling too.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::labour;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::Policy;
use crate::policy::levers::housing::{HOUSING_PRIORITY, SUPPLY_WITHOUT_PRIORITY};
use crate::policy::levers::reception::{HOUSING_SUPPLY, MATCHING_DAYS};
use crate::random::{Draw, Duration};
use crate::time::Day;

/// Sizes of household that dwellings are for: one person, two or three, four or more.
pub(crate) const SIZES: usize = 3;

/// The size of a household, by place in `dwelling_mix`.
pub const fn size(persons: u8) -> u8 {
    match persons {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => 2,
    }
}

/// Permit holders whom municipalities can house in a month.
pub(crate) fn supply(policy: &Policy, today: Day) -> f64 {
    let part = if policy.today(HOUSING_PRIORITY, today) {
        1.0
    } else {
        policy.today(SUPPLY_WITHOUT_PRIORITY, today)
    };
    (policy.today(HOUSING_SUPPLY, today) * part + labour::housed_beside(policy, today)).max(0.0)
}

/// To be matched to a municipality (*koppelen*).
pub(crate) mod matching {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = case.between_agencies(MATCHING_DAYS);
        Hold::For(case.time(Draw::Matching, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::Housing)
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let persons = case.applicant.persons;
    Hold::Queue { desk: Desk::Municipalities, class: size(persons), work: u32::from(persons) * Desk::UNIT }
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::Out(Exit::Housed)
}
