//! A line of those who wait, threaded through the links of the population.

use std::collections::BTreeSet;

use super::population::Standing;
use super::{Population, Slot, Tick};

/// Who walked past more than so many to find a place becomes a landmark: of those who come between others, about one in so many.
const FAR: u32 = 24;

/// Those who wait, ordered by (tick joined, tie). Leaving takes the same time from any place.
///
/// Joining is quickest for who joins last or goes first. Who comes in between walks to the place from the nearest landmark
/// on either side: those who had to walk far before. A record stands in at most one queue.
#[derive(Debug, Default)]
pub struct Queue {
    first: Option<Slot>,
    last: Option<Slot>,
    len: u32,
    /// Some of those who wait, by key. Empty in a queue that is joined at its ends.
    landmarks: BTreeSet<(Tick, u32, Slot)>,
}

impl Queue {
    /// A queue of nobody.
    pub const fn new() -> Self {
        Queue { first: None, last: None, len: 0, landmarks: BTreeSet::new() }
    }

    /// Puts a record in its place, by tick joined and then by tie. Panics when it waits or is served already.
    pub fn push<R>(&mut self, population: &mut Population<R>, slot: Slot, joined: Tick, tie: u32) {
        let link = population.link_mut(slot);
        assert!(
            link.standing == Standing::Apart,
            "{slot:?} joined a queue while it waits or is served elsewhere"
        );
        link.standing = Standing::InQueue;
        link.joined = joined;
        link.tie = tie;
        match self.last {
            None => self.first = Some(slot),
            Some(last) => {
                let end = population.link_mut(last);
                if end.key() > (joined, tie) {
                    return self.push_between(population, slot);
                }
                end.next = Some(slot);
                population.link_mut(slot).previous = Some(last);
            }
        }
        self.last = Some(slot);
        self.len += 1;
    }

    /// Puts a record, whose key is noted, in its place before the last.
    #[inline(never)]
    fn push_between<R>(&mut self, population: &mut Population<R>, slot: Slot) {
        let (joined, tie) = population.link(slot).key();
        let (previous, next, passed) = self.place(population, (joined, tie));
        let link = population.link_mut(slot);
        if passed > FAR {
            link.standing = Standing::Landmark;
            self.landmarks.insert((joined, tie, slot));
        }
        link.previous = previous;
        link.next = next;
        self.join_up(population, previous, Some(slot));
        self.join_up(population, Some(slot), next);
        self.len += 1;
    }

    /// Takes out who is first.
    #[inline]
    pub(super) fn pop_first<R>(&mut self, population: &mut Population<R>) -> Option<Slot> {
        let slot = self.first?;
        let link = population.link_mut(slot);
        if link.standing == Standing::Landmark {
            self.landmarks.remove(&(link.joined, link.tie, slot));
        }
        link.standing = Standing::Apart;
        self.first = link.next.take();
        match self.first {
            Some(next) => population.link_mut(next).previous = None,
            None => self.last = None,
        }
        self.len -= 1;
        Some(slot)
    }

    /// Takes a record out, from whatever place. It must stand in this queue.
    pub fn remove<R>(&mut self, population: &mut Population<R>, slot: Slot) {
        let link = population.link_mut(slot);
        match link.standing {
            Standing::InQueue => {}
            Standing::Landmark => {
                self.landmarks.remove(&(link.joined, link.tie, slot));
            }
            _ => panic!("{slot:?} left a queue in which it does not wait"),
        }
        link.standing = Standing::Apart;
        let (previous, next) = (link.previous.take(), link.next.take());
        assert!(previous.is_some() || self.first == Some(slot), "{slot:?} waits in another queue");
        assert!(next.is_some() || self.last == Some(slot), "{slot:?} waits in another queue");
        self.join_up(population, previous, next);
        self.len -= 1;
    }

    /// Who is first.
    pub fn first(&self) -> Option<Slot> {
        self.first
    }

    /// Who is last.
    pub fn last(&self) -> Option<Slot> {
        self.last
    }

    /// Who comes after this one.
    pub fn next<R>(&self, population: &Population<R>, slot: Slot) -> Option<Slot> {
        population.link(slot).next
    }

    /// All who wait, in order.
    pub fn iter<'a, R>(&self, population: &'a Population<R>) -> impl Iterator<Item = Slot> + 'a {
        std::iter::successors(self.first, |&slot| population.link(slot).next)
    }

    /// How many wait.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The neighbours of a newcomer with this key, who comes after all equals, and how many were passed on the way. Looks
    /// from both sides at once.
    fn place<R>(&self, population: &Population<R>, key: (Tick, u32)) -> (Option<Slot>, Option<Slot>, u32) {
        let here = (key.0, key.1, Slot::LAST);
        let before = self.landmarks.range(..=here).next_back().map(|&(_, _, slot)| slot);
        let after = self.landmarks.range(here..).next().map(|&(_, _, slot)| slot);
        let (mut front, mut back) = (before.or(self.first), after.or(self.last));
        let mut passed = 0;
        loop {
            match back {
                Some(slot) if population.link(slot).key() > key => back = population.link(slot).previous,
                Some(slot) => return (back, population.link(slot).next, passed),
                None => return (None, self.first, passed),
            }
            match front {
                Some(slot) if population.link(slot).key() <= key => front = population.link(slot).next,
                Some(slot) => return (population.link(slot).previous, front, passed),
                None => return (self.last, None, passed),
            }
            passed += 1;
        }
    }

    /// Makes two neighbours of each other, or an end of the queue.
    fn join_up<R>(&mut self, population: &mut Population<R>, previous: Option<Slot>, next: Option<Slot>) {
        match previous {
            Some(slot) => population.link_mut(slot).next = next,
            None => self.first = next,
        }
        match next {
            Some(slot) => population.link_mut(slot).previous = previous,
            None => self.last = previous,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_is_ordered_by_tick_joined_and_tie_whatever_the_order_of_joining() {
        let keys = [(5, 1), (3, 9), (5, 0), (9, 9), (1, 1), (3, 2), (9, 0), (4, 4)];
        for turn in 0..keys.len() {
            let (mut population, mut queue) = (Population::new(), Queue::new());
            for step in 0..keys.len() {
                let key = keys[(turn + step * 3) % keys.len()];
                let slot = population.insert(key);
                queue.push(&mut population, slot, key.0, key.1);
            }
            let mut expected = keys;
            expected.sort();
            assert_eq!(queue.iter(&population).map(|slot| population[slot]).collect::<Vec<_>>(), expected);
            assert_eq!(queue.len(), 8);
        }
    }

    #[test]
    fn leaving_from_any_place_keeps_the_others_in_order() {
        let (mut population, mut queue) = (Population::new(), Queue::new());
        let slots: Vec<Slot> = (0..5).map(|number| population.insert(number)).collect();
        for (number, &slot) in slots.iter().enumerate() {
            queue.push(&mut population, slot, number as Tick, 0);
        }
        for gone in [2, 0, 4] {
            queue.remove(&mut population, slots[gone]);
        }
        assert_eq!(queue.iter(&population).collect::<Vec<_>>(), [slots[1], slots[3]]);
        assert_eq!((queue.first(), queue.last()), (Some(slots[1]), Some(slots[3])));
        queue.remove(&mut population, slots[1]);
        queue.remove(&mut population, slots[3]);
        assert!(queue.is_empty() && queue.first().is_none() && queue.last().is_none());
    }

    #[test]
    fn joins_in_order_and_joins_at_the_front_do_not_walk_the_queue() {
        let (mut population, mut queue) = (Population::new(), Queue::new());
        for number in 0..200_000u64 {
            let joined = if number % 2 == 0 { 1_000_000 + number } else { 1_000_000 - number };
            let slot = population.insert(());
            queue.push(&mut population, slot, joined, 0);
        }
        assert_eq!(queue.len(), 200_000);
    }

    #[test]
    fn joins_in_between_walk_from_a_landmark_and_leave_it_behind() {
        let (mut population, mut queue) = (Population::new(), Queue::new());
        let mut slots = Vec::new();
        let mut keys = Vec::new();
        let mut passed = 0;
        for number in 0..20_000u64 {
            // Every second one comes anywhere between those who came before.
            let joined = if number % 2 == 0 { number } else { number * 7_919 % (number + 1) };
            let slot = population.insert(joined);
            if queue.last().is_some_and(|last| population[last] > joined) {
                passed += u64::from(queue.place(&population, (joined, 0)).2);
            }
            queue.push(&mut population, slot, joined, 0);
            slots.push(slot);
            keys.push(joined);
        }
        keys.sort_unstable();
        assert_eq!(queue.iter(&population).map(|slot| population[slot]).collect::<Vec<_>>(), keys);
        assert!(passed < 20_000 * u64::from(FAR), "{passed} were passed");
        assert!(!queue.landmarks.is_empty() && queue.landmarks.len() < 5_000, "{}", queue.landmarks.len());
        while queue.len() > 10_000 {
            queue.pop_first(&mut population);
        }
        for slot in slots {
            if population.link(slot).standing != Standing::Apart {
                queue.remove(&mut population, slot);
            }
        }
        assert!(queue.is_empty() && queue.landmarks.is_empty());
    }

    #[test]
    #[should_panic(expected = "while it waits or is served elsewhere")]
    fn nobody_stands_in_two_queues() {
        let (mut population, mut one, mut other) = (Population::new(), Queue::new(), Queue::new());
        let slot = population.insert(());
        one.push(&mut population, slot, 0, 0);
        other.push(&mut population, slot, 0, 0);
    }

    #[test]
    #[should_panic(expected = "waits in another queue")]
    fn nobody_leaves_a_queue_of_others() {
        let (mut population, mut one, mut other) = (Population::new(), Queue::new(), Queue::new());
        let slot = population.insert(());
        one.push(&mut population, slot, 0, 0);
        other.remove(&mut population, slot);
    }
}
