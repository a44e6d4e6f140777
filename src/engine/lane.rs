//! One class of a workforce's items, and how far a tick's service has come in it.

use std::collections::BTreeSet;

use super::{Population, Queue, Reserve, Slot, Tick};

/// One class of items: its queue, its pools, its reserve, and how far this tick's service has come.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) queue: Queue,
    /// The pools that an item needs at once, a bit each.
    pub(super) crew: u16,
    /// Whether it stands in one line with the class before it.
    pub(super) joined_to_previous: bool,
    pub(super) share: f64,
    pub(super) reserve: Reserve,
    /// Left of what is kept for this class in this tick \[minutes\].
    pub(super) reserved: u64,
    /// The last item that has had its share of this tick: those before it have too, but for `late`.
    passed: Option<Slot>,
    /// Items that joined before `passed` after it was served.
    late: BTreeSet<(Tick, u32, Slot)>,
    /// Items that were up when the minutes ran out, and what each has taken of this tick \[minutes\]: hardly ever more than one.
    begun: Vec<(Slot, u32)>,
}

impl Lane {
    /// A class of nobody, that needs pool 0 and has nothing kept for it.
    pub(super) fn new() -> Self {
        Lane {
            queue: Queue::new(),
            crew: 1,
            joined_to_previous: false,
            share: 0.0,
            reserve: Reserve::Hard,
            reserved: 0,
            passed: None,
            late: BTreeSet::new(),
            begun: Vec::new(),
        }
    }

    /// Opens another tick: nobody has had a share of it, and nothing is kept for this class yet.
    pub(super) fn start_over(&mut self) {
        self.reserved = 0;
        self.passed = None;
        self.late.clear();
        self.begun.clear();
    }

    /// Who is to be served next in this tick.
    pub(super) fn next_up<R>(&self, population: &Population<R>) -> Option<Slot> {
        match (self.late.first(), self.passed) {
            (Some(&(_, _, slot)), _) => Some(slot),
            (None, Some(passed)) => self.queue.next(population, passed),
            (None, None) => self.queue.first(),
        }
    }

    /// Notes that this item, which was up, has had its share of this tick.
    pub(super) fn pass(&mut self, slot: Slot) {
        if self.late.pop_first().is_none() {
            self.passed = Some(slot);
        }
    }

    /// Gives who is next up as much of the available minutes as it may take in this tick, and says whether the next may
    /// follow: not when nobody waits, or the minutes ran out.
    pub(super) fn serve_one<R>(
        &mut self,
        population: &mut Population<R>,
        available: u64,
        per_tick: u32,
        finished: &mut Vec<Slot>,
    ) -> (u64, bool) {
        let Some(slot) = self.next_up(population) else { return (0, false) };
        let before = self.begun.iter().position(|&(begun, _)| begun == slot);
        let taken = before.map_or(0, |at| self.begun[at].1);
        let link = population.link_mut(slot);
        let allowed = u64::from(per_tick.saturating_sub(taken));
        let minutes = allowed.min(available).min(u64::from(link.work));
        link.work -= minutes as u32;
        let (done, taken) = (link.work == 0, taken + minutes as u32);
        if done {
            self.remove(population, slot);
            finished.push(slot);
        } else if taken >= per_tick && per_tick > 0 {
            self.pass(slot);
        } else {
            match before {
                Some(at) => self.begun[at].1 = taken,
                None => self.begun.push((slot, taken)),
            }
            return (minutes, false);
        }
        (minutes, true)
    }

    /// Puts an item in its place.
    pub(super) fn join<R>(&mut self, population: &mut Population<R>, slot: Slot, joined: Tick, tie: u32) {
        self.queue.push(population, slot, joined, tie);
        if self.passed.is_some_and(|passed| (joined, tie) < population.link(passed).key()) {
            self.late.insert((joined, tie, slot));
        }
    }

    /// Takes an item out, from whatever place.
    pub(super) fn remove<R>(&mut self, population: &mut Population<R>, slot: Slot) {
        if !self.late.is_empty() {
            let (joined, tie) = population.link(slot).key();
            self.late.remove(&(joined, tie, slot));
        }
        if !self.begun.is_empty() {
            self.begun.retain(|&(begun, _)| begun != slot);
        }
        if self.passed == Some(slot) {
            self.passed = population.link(slot).previous;
        }
        self.queue.remove(population, slot);
    }
}
