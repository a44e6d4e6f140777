//! Others in detention, who were never in the chain: from the street, at the border, before a transfer.
//!
//! * **Law.** Aliens Act 2000 articles 6 and 59.
//! * **In.** The places of `detention_others`, which are always full.
//! * **Out.** So many of them leave demonstrably, as the published forced departures count them, with an escort.
//! * **Levers.** `detention_others`, `others_leave_share`, `others_days`.
//! * **Simplifications.** A steady flow: places over the mean stay. They are no persons of the chain, and no lever on travel
//!   documents or terms of detention moves them.

use crate::flow::stage::Desk;
use crate::flow::world::World;
use crate::policy::levers::departure::{DETENTION_OTHERS, OTHERS_DAYS, OTHERS_LEAVE_SHARE};

/// Who leaves from detention without having been in the chain.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Others {
    /// Today [persons].
    left: u32,
    /// Parts of a person.
    carried: f64,
}

impl World {
    /// A day of those who were never in the chain.
    pub(in crate::flow) fn let_others_leave(&mut self) {
        let today = |lever| self.policy.today(lever, self.today);
        let stay = f64::from(self.policy.today(OTHERS_DAYS, self.today).0.max(1));
        let due = self.others.carried
            + today(DETENTION_OTHERS) * self.policy.today(OTHERS_LEAVE_SHARE, self.today) / stay;
        self.others = Others { left: due as u32, carried: due.fract() };
        self.escorts_taken += u64::from(self.others.left) * u64::from(Desk::UNIT);
    }

    /// Persons who left from detention today without having been in the chain.
    pub fn others_left(&self) -> u32 {
        self.others.left
    }
}
