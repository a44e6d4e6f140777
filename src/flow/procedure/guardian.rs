//! Unaccompanied minors for whom there is no guardian (*voogd*, Nidos) yet.
//!
//! * **Law.** Civil Code 1:302 and 1:303 and Aliens Decree article 3.109d, before 12 June 2026: a minor is heard with a
//!   guardian; directive (EU) 2024/1346 article 27: within fifteen working days of the application.
//! * **In.** From registration, when the guardians have as many minors as they can take.
//! * **Out.** The interview, in the place of their registration, once a guardian is free or they turn eighteen; a claim on
//!   another state, if an age assessment finds an adult.
//! * **Levers.** `guardians`, `minors_per_guardian_most`.
//! * **Simplifications.** Guardians take the minors in order of registration, and keep them until they turn eighteen, go, or
//!   have a dwelling. Minors of the starting stock have one. The decision term runs on.

use std::collections::VecDeque;

use crate::engine::{EventList, Population, Slot};
use crate::flow::stage::{Hold, Stage, Step};
use crate::flow::world::World;
use crate::flow::{Applicant, Case, Due, Flow, Recorder};
use crate::policy::levers::places::{GUARDIANS, MINORS_PER_GUARDIAN_MOST};
use crate::random::Key;
use crate::time::Days;

pub(crate) fn enter(case: &mut Case) -> Hold {
    let until_eighteen = case.applicant.adult_on.get().map_or(0, |day| (day - case.today).0);
    Hold::For(Days(until_eighteen.max(0)))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::To(Stage::Interview)
}

/// The minors whom guardians have, and those who wait for one, in the order in which they came to. Some have gone since.
#[derive(Debug, Default)]
pub(crate) struct Guardianship {
    minors: u32,
    waiting: VecDeque<(Slot, Key)>,
}

/// Whether somebody comes to the interview from here for the first time, and so is heard with a guardian to be found.
pub(in crate::flow) fn is_needed(from: Stage) -> bool {
    matches!(from, Stage::Registration | Stage::Screening | Stage::Lodging | Stage::Admissibility)
}

/// Whether somebody has a guardian.
fn has_guardian(applicant: &Applicant) -> bool {
    let without = matches!(
        applicant.stage,
        Stage::Registration
            | Stage::Screening
            | Stage::Lodging
            | Stage::Guardian
            | Stage::Away
            | Stage::Invited
    );
    applicant.unaccompanied && !without
}

fn still_waits(waiting: (Slot, Key), population: &Population<Applicant>) -> bool {
    let (slot, key) = waiting;
    population.get(slot).is_some_and(|a| a.key == key && a.stage == Stage::Guardian)
}

impl World {
    /// Keeps the count of those with a guardian: somebody comes to be as they are, or is so no longer.
    pub(in crate::flow) fn count_guardian(&mut self, slot: Slot, comes: bool) {
        if has_guardian(&self.population[slot]) {
            let minors = &mut self.guardianship.minors;
            *minors = if comes { *minors + 1 } else { *minors - 1 };
        }
    }

    /// Whether somebody must wait for a guardian before the interview.
    pub(in crate::flow) fn lacks_guardian(&self, slot: Slot) -> bool {
        let line = !self.guardianship.waiting.is_empty();
        self.population[slot].unaccompanied && (line || !self.guardian_is_free())
    }

    fn guardian_is_free(&self) -> bool {
        let most = self.policy.today(MINORS_PER_GUARDIAN_MOST, self.today);
        f64::from(self.guardianship.minors) < self.policy.today(GUARDIANS, self.today) * most
    }
}

impl<R: Recorder> Flow<'_, R> {
    /// Somebody stands in the line for a guardian.
    pub(in crate::flow) fn await_guardian(&mut self, slot: Slot) {
        let key = self.world.population[slot].key;
        self.world.guardianship.waiting.push_back((slot, key));
    }

    /// Gives free guardians to those who wait for one. Says whether anybody got one.
    pub(in crate::flow) fn appoint_guardians(&mut self, events: &mut EventList<Due>) -> bool {
        let mut appointed = false;
        while let Some(&waiting) = self.world.guardianship.waiting.front() {
            if still_waits(waiting, &self.world.population) {
                if !self.world.guardian_is_free() {
                    break;
                }
                self.move_on(waiting.0, Stage::Guardian, Stage::Interview, None, events);
                appointed = true;
            }
            self.world.guardianship.waiting.pop_front();
        }
        appointed
    }
}
