//! A return hub in a state outside the Union (*terugkeerhub*).
//!
//! * **Law.** The Return Regulation (COM(2025) 101), adopted by the Council on 1 October 2026: on an agreement with that state;
//!   no unaccompanied minors. Usable from its entry into force; the Netherlands and Uganda signed a letter of intent.
//! * **In.** Those released from detention without a travel document, of the nationalities that an agreement covers, while
//!   there is a place.
//! * **Out.** On from there, and out of the chain.
//! * **Levers.** `hub_places`, `hub_nationalities`, `hub_days`.
//! * **Simplifications.** Whoever goes there has left, and counts as a forced departure; nobody comes back from it. Families are
//!   not detained here, and so do not go. No deterrence.

use crate::engine::Slot;
use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::flow::world::World;
use crate::policy::levers::departure::{HUB_DAYS, HUB_NATIONALITIES, HUB_PLACES};
use crate::random::{Draw, Duration};

/// Whether a hub would take somebody, if it has a place.
pub(crate) fn covers(case: &Case) -> bool {
    case.lever(HUB_PLACES) > 0.0 && case.lever(HUB_NATIONALITIES) && !case.applicant.unaccompanied
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(HUB_DAYS).0);
    Hold::For(case.time(Draw::HubTime, Duration::LogNormal(mean, SPREAD)))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::Out(Exit::FromHub)
}

impl World {
    /// Whether the hubs have a place for a household; if so an escort goes with it.
    pub(in crate::flow) fn hub_has_room(&mut self, slot: Slot) -> bool {
        let persons = u32::from(self.population[slot].persons);
        let places = self.policy.today(HUB_PLACES, self.today);
        let fits = f64::from(self.in_stage(Stage::Hub) + persons) <= places;
        self.escorts_taken += if fits { u64::from(persons) * u64::from(Desk::UNIT) } else { 0 };
        fits
    }
}
