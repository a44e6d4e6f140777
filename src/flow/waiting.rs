//! What moves those who wait: a changed lever, the clock for a late decision, a birthday.

use super::doors::{APPEAL_TERMS, FAMILY_RULES, MORATORIUM, TRANSFER_TERMS, amend, enter};
use super::procedure::cohorts;
use super::world::tick;
use super::{Case, Clock, Desk, Due, Flow, Hold, News, Recorder, Roof, Stage, departure, inflow, terms};
use crate::engine::{EventList, Order, Slot};
use crate::policy::Moment;
use crate::time::Day;

impl<R: Recorder> Flow<'_, R> {
    /// The day from which a place in the queue counts: at interviews the one on which the Netherlands became responsible,
    /// so that a moratorium costs nobody their place; and the application of relatives, whose decision may be held too.
    pub(super) fn joins(&self, slot: Slot) -> Day {
        let applicant = &self.world.population[slot];
        let moment = match applicant.stage {
            Stage::Interview => return self.case_order(slot),
            Stage::FamilyDecision => applicant.dates.at(Moment::FamilyApplied),
            _ => None,
        };
        moment.unwrap_or(self.world.today)
    }

    /// The place in the queue for the interview, in the order of the old stock where there is one.
    fn case_order(&self, slot: Slot) -> Day {
        let world = &self.world;
        let mut applicant = world.population[slot];
        let (dice, mut news) = (world.stream.dice(applicant.key), Vec::new());
        cohorts::place(&Case::new(world.today, &mut applicant, &world.policy, dice, &mut news))
    }

    /// The clock for a late decision rings, or is set.
    pub(super) fn ring(&mut self, slot: Slot, at_start: bool, events: &mut EventList<Due>) {
        let rung = self.case(slot, |case| terms::late::ring(case, at_start));
        let world = &mut self.world;
        world.population[slot].rings = rung.next.into();
        if let Some(day) = rung.next {
            let tie = world.stream.dice(world.population[slot].key).tie(u32::MAX);
            events.push(tick(day), Order::new(1, tie), Due { slot, epoch: 0, clock: Clock::Late });
        }
        if rung.moved_up && world.population[slot].stage == Stage::Interview {
            self.stand_anew(slot, events);
        }
    }

    /// An unaccompanied minor has a birthday ahead.
    pub(super) fn await_birthday(&mut self, slot: Slot, events: &mut EventList<Due>) {
        let applicant = &self.world.population[slot];
        let day = applicant.adult_on.get().expect("an unaccompanied minor has an eighteenth birthday ahead");
        let tie = self.world.stream.dice(applicant.key).tie(u32::MAX - 1);
        events.push(tick(day), Order::new(2, tie), Due { slot, epoch: 0, clock: Clock::Birthday });
    }

    /// An age assessment will find somebody who was just registered as a minor to be an adult, if it does.
    pub(super) fn await_assessment(&mut self, slot: Slot, events: &mut EventList<Due>) {
        if let Some(day) = self.case(slot, inflow::age::assessed_on) {
            let tie = self.world.stream.dice(self.world.population[slot].key).tie(u32::MAX - 2);
            events.push(tick(day), Order::new(2, tie), Due { slot, epoch: 0, clock: Clock::Assessment });
        }
    }

    /// Somebody is an unaccompanied minor no longer: no guardian and no place for minors from today. The stage stays.
    pub(super) fn come_of_age(&mut self, slot: Slot, news: News) {
        self.world.count_guardian(slot, false);
        self.case(slot, |case| {
            case.applicant.unaccompanied = false;
            case.announce(news);
        });
        self.world.reception.outgrow(slot, &self.world.population[slot]);
    }

    /// An age assessment found an adult, for whom a claim on another state is still open within its term.
    pub(super) fn found_adult(&mut self, slot: Slot, events: &mut EventList<Due>) {
        self.come_of_age(slot, News::FoundAdult);
        let from = self.world.population[slot].stage;
        if self.case(slot, inflow::age::find_adult) {
            self.leave_queue(slot);
            self.move_on(slot, from, Stage::Claim, None, events);
        } else if from == Stage::Guardian {
            self.move_on(slot, from, Stage::Interview, None, events);
        }
    }

    /// Takes somebody who waits for the interview out of the queue and puts them where they now belong.
    pub(super) fn stand_anew(&mut self, slot: Slot, events: &mut EventList<Due>) {
        let left = self.leave_queue(slot);
        self.stand(slot, left, events);
    }

    /// Puts somebody who left a queue with this work where they now belong.
    fn stand(&mut self, slot: Slot, left: Option<u32>, events: &mut EventList<Due>) {
        let hold = match (self.case(slot, enter), left) {
            (Hold::Queue { desk, class, .. }, Some(work)) => Hold::Queue { desk, class, work },
            (hold, _) => hold,
        };
        let since = self.joins(slot);
        self.world.population.bump(slot);
        self.wait(slot, since, hold, events);
    }

    /// News of somebody else reached relatives who wait: how long now?
    pub(super) fn ask_again(&mut self, slot: Slot, events: &mut EventList<Due>) {
        let hold = self.case(slot, enter);
        self.world.population.bump(slot);
        self.wait(slot, self.world.today, hold, events);
    }

    /// The officers' time is parted in another way: everyone who waits for them stands where they now belong. All leave, and
    /// come back in the order of their places, so that each is last of the line as it grows.
    fn part_anew(&mut self, events: &mut EventList<Due>) {
        let slots: Vec<Slot> = self.world.population.slots().collect();
        let waits =
            |slot: &Slot| self.world.population[*slot].queue.is_some_and(|(desk, _)| desk == Desk::Decision);
        let mut waiting: Vec<(Day, u32, Slot)> =
            slots.into_iter().filter(waits).map(|slot| (self.joins(slot), self.rank(slot), slot)).collect();
        waiting.sort_unstable_by_key(|(since, tie, _)| (*since, *tie));
        let left: Vec<Option<u32>> = waiting.iter().map(|(.., slot)| self.leave_queue(*slot)).collect();
        for ((.., slot), left) in waiting.into_iter().zip(left) {
            self.stand(slot, left, events);
        }
    }

    /// Takes a household out of the queue it stands in, if any, and returns the work left.
    pub(super) fn leave_queue(&mut self, slot: Slot) -> Option<u32> {
        let world = &mut self.world;
        let (desk, class) = world.population[slot].queue.take()?;
        Some(world.desks[desk as usize].leave(&mut world.population, slot, usize::from(class)))
    }

    /// Everyone whom a changed lever concerns is asked what it does to their wait.
    pub(super) fn amend_waiting(&mut self, events: &mut EventList<Due>) {
        let changed = std::mem::take(&mut self.changed);
        let concerned = |lever: &&usize| {
            APPEAL_TERMS.contains(lever)
                || departure::CLOCKS.contains(lever)
                || TRANSFER_TERMS.contains(lever)
                || MORATORIUM.contains(lever)
                || FAMILY_RULES.contains(lever)
        };
        if changed.iter().any(|lever| cohorts::PARTS.contains(lever)) {
            self.part_anew(events);
        }
        for &lever in changed.iter().filter(concerned) {
            let waiting: Vec<Slot> = self.world.population.slots().collect();
            for slot in waiting {
                if let Some(hold) = self.case(slot, |case| amend(case, lever)) {
                    self.leave_queue(slot);
                    self.world.population.bump(slot);
                    self.wait(slot, self.world.today, hold, events);
                }
            }
        }
        self.changed = changed;
    }

    /// Keeps the count of those in reception by stage.
    pub(super) fn count_roof(&mut self, slot: Slot, stage: Stage, comes: bool) {
        let applicant = &self.world.population[slot];
        if applicant.roof != Roof::Elsewhere {
            let sheltered = &mut self.world.sheltered[stage as usize];
            let persons = u32::from(applicant.persons);
            *sheltered = if comes { *sheltered + persons } else { *sheltered - persons };
        }
    }
}
