//! The line for a place in detention, and what the flow does when somebody comes to a stage of departure.

use std::collections::VecDeque;

use super::detention;
use crate::engine::{EventList, Order, Population, Slot};
use crate::flow::procedure::border;
use crate::flow::world::{World, tick};
use crate::flow::{Applicant, Clock, Due, Flow, Recorder, Stage};
use crate::policy::levers::departure::{DETENTION_OTHERS, DETENTION_PLACES};
use crate::random::Key;

/// Those whom the police want in detention, in the order in which they came to be wanted. Some have gone since.
#[derive(Debug, Default)]
pub struct Line {
    waiting: VecDeque<Wanted>,
}

/// A household, who it was when it joined, and on which application, since slots are used again and people come back.
type Wanted = (Slot, Key, u8);

impl Line {
    /// Persons who are wanted and for whom there is no place.
    pub fn persons(&self, population: &Population<Applicant>) -> u32 {
        let there = self.waiting.iter().filter_map(|wanted| still_waits(wanted, population));
        there.map(|applicant| u32::from(applicant.persons)).sum()
    }
}

fn still_waits<'a>(wanted: &Wanted, population: &'a Population<Applicant>) -> Option<&'a Applicant> {
    let &(slot, key, visit) = wanted;
    population.get(slot).filter(|a| {
        a.key == key && a.visit == visit && matches!(a.stage, Stage::Departure | Stage::Restricted)
    })
}

impl World {
    /// Persons in detention, those who wait there for their flight included.
    pub fn in_detention(&self) -> u32 {
        self.in_stage(Stage::Detention) + self.in_stage(Stage::Removal)
    }

    /// Places in detention that neither somebody from the chain nor anybody else has taken.
    fn free_in_detention(&self) -> u32 {
        let places = self.policy.today(DETENTION_PLACES, self.today);
        let others = self.policy.today(DETENTION_OTHERS, self.today);
        (libm::round(places - others).max(0.0) as u32).saturating_sub(self.in_detention())
    }
}

impl<R: Recorder> Flow<'_, R> {
    /// Somebody has come to a stage: does the line for detention begin for them, or a term that runs while they queue?
    pub(in crate::flow) fn came_to(
        &mut self,
        slot: Slot,
        from: Option<Stage>,
        to: Stage,
        events: &mut EventList<Due>,
    ) {
        let comes_to_be_wanted = matches!(to, Stage::Restricted | Stage::Departure);
        if comes_to_be_wanted
            && from != Some(Stage::Restricted)
            && self.case(slot, |case| detention::is_wanted(case))
        {
            let applicant = &self.world.population[slot];
            let wanted = (slot, applicant.key, applicant.visit);
            self.world.detention.waiting.push_back(wanted);
        }
        if matches!(to, Stage::Removal | Stage::Border) {
            let left = self.case(slot, |case| match to {
                Stage::Removal => detention::removal::left(case),
                _ => border::longest(case),
            });
            let (day, world) = (self.world.today + left, &self.world);
            let tie = world.stream.dice(world.population[slot].key).tie(u32::MAX);
            let epoch = world.population.epoch(slot);
            events.push(tick(day), Order::new(1, tie), Due { slot, epoch, clock: Clock::Stage });
        }
    }

    /// Offers the free places in detention to those who are wanted. Says whether anybody was detained.
    pub(in crate::flow) fn detain(&mut self, events: &mut EventList<Due>) -> bool {
        let mut detained = false;
        while let Some(wanted) = self.world.detention.waiting.front() {
            if let Some(applicant) = still_waits(wanted, &self.world.population) {
                let (slot, from) = (wanted.0, applicant.stage);
                if self.world.free_in_detention() < u32::from(applicant.persons) {
                    break;
                }
                self.move_on(slot, from, Stage::Detention, None, events);
                detained = true;
            }
            self.world.detention.waiting.pop_front();
        }
        detained
    }
}
