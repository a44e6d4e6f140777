//! Records in recycled slots, each with the links by which resources thread their queues.

use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use super::Tick;

/// Seats grow by a sixteenth, not by as many again: they are most of what is held.
const GROWTH: usize = 16;
const FIRST_SEATS: usize = 64;

/// The place of a record in a [`Population`]. It is given to another when its occupant is removed.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Slot(NonZeroU32);

impl Slot {
    /// The position of this slot among those of the population, from 0.
    #[inline]
    pub const fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// Comes after every other slot.
    pub(super) const LAST: Slot = Slot(NonZeroU32::MAX);

    fn at(index: usize) -> Slot {
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        Slot(number.expect("a population holds fewer than 2^32 records at a time"))
    }
}

/// A slot and the epoch of its occupant: what an event carries to know, when it is due, whether it still concerns anybody.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Ticket(Slot, u32);

/// Where a record stands with the resource it has joined.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum Standing {
    #[default]
    Apart,
    InQueue,
    /// In a queue that remembers where, so as to find places near it.
    Landmark,
    InService,
}

/// The queue links of one record: it stands in at most one queue, or is served by at most one server.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Link {
    pub(super) joined: Tick,
    pub(super) previous: Option<Slot>,
    pub(super) next: Option<Slot>,
    pub(super) tie: u32,
    /// `Workforce`: minutes of work left. `Servers`: where its service is kept.
    pub(super) work: u32,
    epoch: u32,
    pub(super) standing: Standing,
}

impl Link {
    /// The order in a queue.
    #[inline]
    pub(super) fn key(&self) -> (Tick, u32) {
        (self.joined, self.tie)
    }
}

/// The records of all who are in the system. Slots are recycled, so memory follows the most present at one time, not all
/// who ever came; an epoch per slot tells the events of one occupant from those of the next.
///
/// ```
/// use doorstroom::engine::Population;
/// let mut patients = Population::new();
/// let first = patients.insert("Ada");
/// let planned = patients.ticket(first);           // for an event to carry
/// assert_eq!(patients.holder(planned), Some(first));
/// assert_eq!(patients.remove(first), "Ada");
/// let second = patients.insert("Ben");            // the same slot, another epoch
/// assert_eq!(first, second);
/// assert_eq!(patients.holder(planned), None);
/// ```
#[derive(Debug)]
pub struct Population<R> {
    seats: Vec<Seat<R>>,
    /// The slot that became vacant last, whose link names the one before it.
    vacant: Option<Slot>,
    present: usize,
}

/// All there is to a slot, side by side: who touches one part mostly touches the others.
#[derive(Debug)]
struct Seat<R> {
    link: Link,
    record: Option<R>,
}

impl<R> Default for Population<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R> Population<R> {
    /// A population of nobody.
    pub const fn new() -> Self {
        Population { seats: Vec::new(), vacant: None, present: 0 }
    }

    /// Gives a record a slot: one that became vacant last, or a new one.
    #[inline]
    pub fn insert(&mut self, record: R) -> Slot {
        self.present += 1;
        if let Some(slot) = self.vacant {
            let seat = &mut self.seats[slot.index()];
            self.vacant = seat.link.next.take();
            seat.record = Some(record);
            return slot;
        }
        let slot = Slot::at(self.seats.len());
        if self.seats.len() == self.seats.capacity() {
            self.seats.reserve_exact(self.seats.len() / GROWTH + FIRST_SEATS);
        }
        self.seats.push(Seat { link: Link::default(), record: Some(record) });
        slot
    }

    /// Takes a record out and cancels its pending events. Panics when it still waits or is served: leave there first.
    #[inline]
    pub fn remove(&mut self, slot: Slot) -> R {
        let seat = &mut self.seats[slot.index()];
        assert!(seat.link.standing == Standing::Apart, "{slot:?} was removed while it waits or is served");
        let record = seat.record.take().expect("a slot that is removed has an occupant");
        seat.link.epoch = seat.link.epoch.wrapping_add(1);
        seat.link.next = self.vacant.replace(slot);
        self.present -= 1;
        record
    }

    /// The epoch of a slot. An event that carries another epoch is stale.
    #[inline]
    pub fn epoch(&self, slot: Slot) -> u32 {
        self.link(slot).epoch
    }

    /// Moves the epoch on, which cancels the pending events of this occupant, and returns the new one.
    #[inline]
    pub fn bump(&mut self, slot: Slot) -> u32 {
        let epoch = &mut self.link_mut(slot).epoch;
        *epoch = epoch.wrapping_add(1);
        *epoch
    }

    /// A ticket for an event that concerns this occupant, valid until [`bump`](Self::bump) or [`remove`](Self::remove).
    #[inline]
    pub fn ticket(&self, slot: Slot) -> Ticket {
        Ticket(slot, self.epoch(slot))
    }

    /// The slot of a ticket that is still valid; nothing when its event is stale.
    #[inline]
    pub fn holder(&self, ticket: Ticket) -> Option<Slot> {
        (self.epoch(ticket.0) == ticket.1).then_some(ticket.0)
    }

    /// The record in a slot, if the slot has an occupant.
    #[inline]
    pub fn get(&self, slot: Slot) -> Option<&R> {
        self.seats.get(slot.index()).and_then(|seat| seat.record.as_ref())
    }

    /// Records present.
    #[inline]
    pub fn len(&self) -> usize {
        self.present
    }

    /// Whether nobody is present.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Slots in use or vacant: the most records that were ever present together.
    pub fn capacity(&self) -> usize {
        self.seats.len()
    }

    /// The slots with an occupant, in slot order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.seats
            .iter()
            .enumerate()
            .filter(|(_, seat)| seat.record.is_some())
            .map(|(index, _)| Slot::at(index))
    }

    /// The records, in slot order.
    pub fn records(&self) -> impl Iterator<Item = &R> {
        self.seats.iter().filter_map(|seat| seat.record.as_ref())
    }

    /// Whether this record waits in the queue of some resource.
    #[inline]
    pub fn is_waiting(&self, slot: Slot) -> bool {
        self.link(slot).standing == Standing::InQueue
    }

    /// The tick at which this record joined the queue it stands in, or stood in last.
    pub fn joined(&self, slot: Slot) -> Tick {
        self.link(slot).joined
    }

    #[inline]
    pub(super) fn link(&self, slot: Slot) -> &Link {
        &self.seats[slot.index()].link
    }

    #[inline]
    pub(super) fn link_mut(&mut self, slot: Slot) -> &mut Link {
        &mut self.seats[slot.index()].link
    }
}

impl<R> Index<Slot> for Population<R> {
    type Output = R;

    #[inline]
    fn index(&self, slot: Slot) -> &R {
        self.seats[slot.index()].record.as_ref().expect("a slot that is read has an occupant")
    }
}

impl<R> IndexMut<Slot> for Population<R> {
    #[inline]
    fn index_mut(&mut self, slot: Slot) -> &mut R {
        self.seats[slot.index()].record.as_mut().expect("a slot that is written has an occupant")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Queue;

    #[test]
    fn slots_are_recycled_so_memory_follows_the_most_present_at_once() {
        let mut population = Population::new();
        let mut present: Vec<Slot> = (0..100).map(|number| population.insert(number)).collect();
        for number in 100..100_000 {
            let gone = present.swap_remove(number % 100);
            population.remove(gone);
            present.push(population.insert(number));
        }
        assert_eq!(population.len(), 100);
        assert_eq!(population.capacity(), 100);
        assert_eq!(population.slots().count(), 100);
    }

    #[test]
    fn events_of_a_former_occupant_are_recognised_by_their_epoch() {
        let mut population = Population::new();
        let slot = population.insert('a');
        let planned = population.epoch(slot);
        population.remove(slot);
        assert_eq!(population.insert('b'), slot);
        assert_ne!(population.epoch(slot), planned);
        let planned = population.epoch(slot);
        assert_eq!(population.bump(slot), planned.wrapping_add(1));
    }

    #[test]
    fn live_slots_come_in_slot_order_and_skip_the_vacant() {
        let mut population = Population::new();
        let slots: Vec<Slot> = (0..4).map(|number| population.insert(number)).collect();
        population.remove(slots[1]);
        assert_eq!(population.slots().map(|slot| population[slot]).collect::<Vec<_>>(), [0, 2, 3]);
        assert!(population.records().eq(&[0, 2, 3]));
        assert_eq!(population.get(slots[1]), None);
        population[slots[3]] += 1;
        assert_eq!(population[slots[3]], 4);
    }

    #[test]
    #[should_panic(expected = "while it waits or is served")]
    fn nobody_is_removed_from_under_a_queue() {
        let (mut population, mut queue) = (Population::new(), Queue::new());
        let slot = population.insert(());
        queue.push(&mut population, slot, 0, 0);
        population.remove(slot);
    }

    #[test]
    fn a_link_stays_small() {
        assert!(size_of::<Link>() <= 32);
    }
}
