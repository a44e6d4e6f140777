//! Reception (*opvang*): who has a right to a place, and where it is.
//!
//! * **Law.** Regulation on benefits for asylum seekers (*Rva 2005*), before 12 June 2026.
//! * **In.** Everyone who enters a stage with a right to reception and does not live with others.
//! * **Out.** A dwelling, departure, or the end of the right.
//! * **Levers.** `regular_places`, `emergency_places`, `outside_places`, `own_housing_share`.
//! * **Simplifications.** A household takes the first type of place with room for all of them and stays there; nobody is
//!   moved from emergency to regular reception. Places for minors, families and supervision are not told apart.

use std::collections::VecDeque;

use crate::engine::{Places, Population, Slot, Tier};
use crate::flow::applicant::{Applicant, Roof};
use crate::policy::Policy;
use crate::policy::levers::reception::{EMERGENCY_PLACES, OUTSIDE_PLACES, REGULAR_PLACES};
use crate::random::Key;
use crate::time::Day;

/// The types of place, in the order in which they fill.
pub const TYPES: [&str; 3] = ["regular", "emergency", "outside"];

/// The roof of everyone in the chain.
#[derive(Debug)]
pub struct Reception {
    places: Places,
    /// Households without a place, in the order in which they came to need one. Some have gone since.
    waiting: VecDeque<(Slot, Key)>,
    without: u32,
}

impl Reception {
    /// Empty, with the places of a day.
    pub(crate) fn new(policy: &Policy, today: Day) -> Reception {
        let mut reception = Reception { places: Places::new(&[0; 3]), waiting: VecDeque::new(), without: 0 };
        reception.set_places(policy, today);
        reception
    }

    /// Opens and closes places. Nobody loses one: a type may hold more persons than it has places, and says so.
    pub(crate) fn set_places(&mut self, policy: &Policy, today: Day) {
        let tiers: Vec<Tier> = self.places.tiers().collect();
        for (tier, lever) in tiers.into_iter().zip([REGULAR_PLACES, EMERGENCY_PLACES, OUTSIDE_PLACES]) {
            self.places.set_capacity(tier, policy.today(lever, today).round() as u32);
        }
    }

    /// A household comes to need a place.
    pub(crate) fn seek(&mut self, slot: Slot, applicant: &mut Applicant) {
        let persons = u32::from(applicant.persons);
        applicant.roof = match self.places.take(persons) {
            Some(tier) => Roof::Place(tier),
            None => {
                self.waiting.push_back((slot, applicant.key));
                self.without += persons;
                Roof::Without
            }
        };
    }

    /// A household gives its place back, or needs none any more.
    pub(crate) fn give_back(&mut self, applicant: &mut Applicant) {
        let persons = u32::from(applicant.persons);
        match applicant.roof {
            Roof::Elsewhere => {}
            Roof::Place(tier) => self.places.release(tier, persons),
            Roof::Without => self.without -= persons,
        }
        applicant.roof = Roof::Elsewhere;
    }

    /// Offers free places to those without one, in order.
    pub(crate) fn offer(&mut self, population: &mut Population<Applicant>) {
        while let Some(&(slot, key)) = self.waiting.front() {
            let still_waits = population.get(slot).is_some_and(|a| a.key == key && a.roof == Roof::Without);
            if still_waits {
                let persons = u32::from(population[slot].persons);
                let Some(tier) = self.places.take(persons) else { return };
                population[slot].roof = Roof::Place(tier);
                self.without -= persons;
            }
            self.waiting.pop_front();
        }
    }

    /// Persons in each type of place.
    pub fn taken(&self) -> [u32; 3] {
        self.by_type(|tier| self.places.taken(tier))
    }

    /// Places of each type.
    pub fn capacity(&self) -> [u32; 3] {
        self.by_type(|tier| self.places.capacity(tier))
    }

    /// Persons beyond the places of each type.
    pub fn excess(&self) -> [u32; 3] {
        self.by_type(|tier| self.places.excess(tier))
    }

    /// Persons entitled to a place for whom there is none.
    pub fn without(&self) -> u32 {
        self.without
    }

    fn by_type(&self, number: impl Fn(Tier) -> u32) -> [u32; 3] {
        let mut numbers = [0; 3];
        for tier in self.places.tiers() {
            numbers[tier.index()] = number(tier);
        }
        numbers
    }
}
