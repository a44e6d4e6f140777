//! The calendar of what is still to happen.
//!
//! Two tiers. The near future is a ring of unsorted buckets, each a power of two of ticks wide; the bucket that is open
//! is sorted once, and what is pushed into it meanwhile waits in a small heap. The far future is kept by *window* (one turn
//! of the ring), and a window is dealt into the ring when its turn comes, so an event is moved at most twice. The
//! width of a bucket follows the density of events: it is looked at again after about as many events as are pending.
//! None of this shows: events come out by (tick, order, event), whatever the width and the order of insertion.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::Tick;

/// Buckets in the ring: a power of two.
const RING: u64 = 1 << RING_BITS;
const RING_BITS: u32 = 9;
const WORDS: usize = (RING / 64) as usize;
/// Widest bucket, as a power of two of ticks.
const WIDEST: u32 = 63 - RING_BITS;
/// Events a bucket should hold when it is opened; a width is kept while the mean lies between `SPARSE` and `CROWDED`.
const TARGET: u64 = 16;
const SPARSE: u64 = 4;
const CROWDED: u64 = 64;
/// Windows of the far future that are kept without asking whether they are worth it.
const WINDOWS: usize = 512;
/// Fewest events after which the width is looked at.
const PERIOD: u64 = 1024;

/// Order among the events of one tick: lower first. It means something, and is never the order of insertion.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Order(u64);

impl Order {
    /// An order by priority (lower first), and among equals by a tie (lower first), usually a draw of the person's own.
    pub const fn new(priority: u8, tie: u32) -> Self {
        Order((priority as u64) << 32 | tie as u64)
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Entry<E> {
    tick: Tick,
    order: Order,
    event: E,
}

/// What was seen since the width of a bucket was last looked at.
#[derive(Debug, Default)]
struct Watch {
    pushed: u64,
    popped: u64,
    /// Buckets opened.
    opened: u64,
    /// Different ticks among the events popped.
    ticks: u64,
}

/// Pending events, taken out by tick, then by [`Order`], then by the event itself.
///
/// The list keeps the clock: [`pop_due`](Self::pop_due) and [`advance`](Self::advance) move it on, and it never goes back.
/// Nothing is removed from the middle: to cancel an event, let it carry the
/// [epoch](super::Population::epoch) of the one it concerns, and ignore it when the epoch has moved on.
///
/// ```
/// use doorstroom::engine::{EventList, Order};
/// let mut events = EventList::new();
/// events.push(3, Order::default(), "third");
/// events.push(1, Order::new(2, 0), "late on the first");
/// events.push(1, Order::new(1, 0), "early on the first");
/// assert_eq!(events.pop_due(1), Some("early on the first"));
/// assert_eq!(events.pop_due(1), Some("late on the first"));
/// assert_eq!(events.pop_due(1), None);
/// assert_eq!(events.next_tick(), Some(3));
/// ```
#[derive(Debug)]
pub struct EventList<E> {
    now: Tick,
    len: usize,
    /// A bucket is `1 << shift` ticks wide.
    shift: u32,
    /// The bucket that is open: all events up to it are in `current` or `inserts`. Never beyond the clock.
    open: u64,
    /// The open bucket, latest first.
    current: Vec<Entry<E>>,
    /// What was pushed into the open bucket after it was sorted.
    inserts: BinaryHeap<Reverse<Entry<E>>>,
    /// The buckets of the open window, unsorted, and which of them hold something.
    ring: Vec<Vec<Entry<E>>>,
    occupied: [u64; WORDS],
    in_ring: usize,
    /// The far future, by window.
    overflow: BTreeMap<u64, Vec<Entry<E>>>,
    /// Emptied windows, kept for their memory.
    spare: Vec<Vec<Entry<E>>>,
    /// Earliest tick in `ring` and `overflow`, when it is known.
    ahead: Option<Tick>,
    last_popped: Option<Tick>,
    watch: Watch,
}

impl<E: Copy + Ord> Default for EventList<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: Copy + Ord> EventList<E> {
    /// An empty list at tick 0, with buckets of one tick until it knows better.
    pub fn new() -> Self {
        Self::with_bucket_width(1)
    }

    /// An empty list whose buckets are at first about this wide [ticks]: a hint that only saves time.
    pub fn with_bucket_width(ticks: Tick) -> Self {
        EventList {
            now: 0,
            len: 0,
            shift: ticks.clamp(1, 1 << WIDEST).next_power_of_two().ilog2(),
            open: 0,
            current: Vec::new(),
            inserts: BinaryHeap::new(),
            ring: (0..RING).map(|_| Vec::new()).collect(),
            occupied: [0; WORDS],
            in_ring: 0,
            overflow: BTreeMap::new(),
            spare: Vec::new(),
            ahead: None,
            last_popped: None,
            watch: Watch::default(),
        }
    }

    /// The tick at which the clock stands.
    pub fn now(&self) -> Tick {
        self.now
    }

    /// Events pending.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing is pending.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Moves the clock on. Panics when it would go back.
    pub fn advance(&mut self, now: Tick) {
        assert!(now >= self.now, "the clock stands at tick {} and cannot go back to tick {now}", self.now);
        self.now = now;
    }

    /// Schedules an event. Panics when `at` lies before the clock: what is past cannot be planned.
    pub fn push(&mut self, at: Tick, order: Order, event: E) {
        assert!(
            at >= self.now,
            "an event was scheduled for tick {at}, but the clock already stands at tick {}",
            self.now
        );
        self.len += 1;
        self.watch.pushed += 1;
        let entry = Entry { tick: at, order, event };
        if at >> self.shift <= self.open {
            self.inserts.push(Reverse(entry));
        } else {
            self.place_ahead(entry);
            if self.overflow.len() > WINDOWS && self.overflow.len() * 8 > self.len {
                self.widen_for_far_future();
            }
        }
    }

    /// The tick of the earliest pending event.
    pub fn next_tick(&mut self) -> Option<Tick> {
        match (self.current.last(), self.inserts.peek()) {
            (Some(sorted), Some(Reverse(inserted))) => Some(sorted.tick.min(inserted.tick)),
            (Some(sorted), None) => Some(sorted.tick),
            (None, Some(Reverse(inserted))) => Some(inserted.tick),
            (None, None) => self.earliest_ahead(),
        }
    }

    /// Moves the clock to `now`, and takes out the earliest event that is due by then, if there is one.
    pub fn pop_due(&mut self, now: Tick) -> Option<E> {
        self.advance(now);
        if self.current.is_empty() && self.inserts.is_empty() && !self.open_due() {
            return None;
        }
        let inserted_first = match (self.current.last(), self.inserts.peek()) {
            (Some(sorted), Some(Reverse(inserted))) => inserted < sorted,
            (sorted, _) => sorted.is_none(),
        };
        let entry = if inserted_first {
            self.inserts.peek().map(|first| first.0)
        } else {
            self.current.last().copied()
        };
        let entry = entry.filter(|entry| entry.tick <= now)?;
        if inserted_first {
            self.inserts.pop();
        } else {
            self.current.pop();
        }
        self.len -= 1;
        self.watch.popped += 1;
        if self.last_popped != Some(entry.tick) {
            self.watch.ticks += 1;
            self.last_popped = Some(entry.tick);
        }
        Some(entry.event)
    }

    /// An upper bound of the events due now: those of the open bucket.
    pub(super) fn due_at_most(&mut self) -> usize {
        if self.current.is_empty() && self.inserts.is_empty() {
            self.open_due();
        }
        self.current.len() + self.inserts.len()
    }

    /// Opens the next bucket if it holds something due, and says so.
    fn open_due(&mut self) -> bool {
        if self.earliest_ahead().is_none_or(|earliest| earliest > self.now) {
            return false;
        }
        if self.watch.popped >= PERIOD.max(self.len as u64) {
            self.adapt();
        }
        if self.current.is_empty() {
            self.open_next();
        }
        true
    }

    /// Opens the next bucket that holds something; the open one is empty.
    fn open_next(&mut self) {
        self.ahead = None;
        self.watch.opened += 1;
        if let Some(slot) = self.next_occupied() {
            self.open = (self.open & !(RING - 1)) | slot as u64;
            std::mem::swap(&mut self.current, &mut self.ring[slot]);
            self.occupied[slot / 64] &= !(1 << (slot % 64));
            self.in_ring -= self.current.len();
        } else if let Some((_, mut entries)) = self.overflow.pop_first() {
            let shift = self.shift;
            self.open = entries.iter().map(|entry| entry.tick >> shift).min().unwrap_or(self.open);
            for entry in entries.drain(..) {
                if entry.tick >> shift == self.open {
                    self.current.push(entry);
                } else {
                    self.place_in_ring(entry);
                }
            }
            self.keep(entries);
        }
        self.current.sort_unstable_by(|a, b| b.cmp(a));
    }

    /// The next bucket of the ring that holds something.
    fn next_occupied(&self) -> Option<usize> {
        if self.in_ring == 0 {
            return None;
        }
        let from = (self.open & (RING - 1)) as usize;
        let mut word = from / 64;
        let mut bits = self.occupied[word] & (!0 << (from % 64));
        while bits == 0 {
            word += 1;
            bits = *self.occupied.get(word)?;
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }

    /// The earliest tick beyond the open bucket.
    fn earliest_ahead(&mut self) -> Option<Tick> {
        if self.ahead.is_none() {
            let first = match self.next_occupied() {
                Some(slot) => Some(&self.ring[slot]),
                None => self.overflow.first_key_value().map(|(_, entries)| entries),
            };
            self.ahead = first.and_then(|entries| entries.iter().map(|entry| entry.tick).min());
        }
        self.ahead
    }

    /// Files an event that lies beyond the open bucket.
    fn place_ahead(&mut self, entry: Entry<E>) {
        self.ahead = match self.ahead {
            Some(earliest) => Some(earliest.min(entry.tick)),
            None if self.in_ring == 0 && self.overflow.is_empty() => Some(entry.tick),
            None => None,
        };
        let window = entry.tick >> self.shift >> RING_BITS;
        if window == self.open >> RING_BITS {
            self.place_in_ring(entry);
        } else {
            let spare = &mut self.spare;
            self.overflow.entry(window).or_insert_with(|| spare.pop().unwrap_or_default()).push(entry);
        }
    }

    fn place_in_ring(&mut self, entry: Entry<E>) {
        let slot = (entry.tick >> self.shift & (RING - 1)) as usize;
        self.ring[slot].push(entry);
        self.occupied[slot / 64] |= 1 << (slot % 64);
        self.in_ring += 1;
    }

    fn keep(&mut self, emptied: Vec<Entry<E>>) {
        if self.spare.len() < 8 {
            self.spare.push(emptied);
        }
    }

    /// Narrows or widens the buckets after what was seen since the last look. A bucket crowded by one tick stays as it is.
    fn adapt(&mut self) {
        let Watch { popped, opened, ticks, .. } = std::mem::take(&mut self.watch);
        let opened = opened.max(1);
        let load = (popped / opened).max(1);
        if load > CROWDED {
            let narrower = (load / TARGET).min(ticks / opened).max(1).ilog2().min(self.shift);
            self.rebuild(self.shift - narrower);
        } else if load < SPARSE {
            self.rebuild((self.shift + (TARGET / load).ilog2()).min(WIDEST));
        }
    }

    /// Widens the buckets when the far future lies in windows of hardly an event each, at most once in a while.
    fn widen_for_far_future(&mut self) {
        if self.watch.pushed < self.len as u64 / 2 {
            return;
        }
        let mut wider = 0;
        loop {
            wider += 1;
            let mut windows = 0;
            let mut last = None;
            for window in self.overflow.keys().map(|key| key >> wider) {
                windows += usize::from(last != Some(window));
                last = Some(window);
            }
            if windows <= WINDOWS / 2 || windows * 32 <= self.len || self.shift + wider >= WIDEST {
                break;
            }
        }
        self.watch = Watch::default();
        self.rebuild((self.shift + wider).min(WIDEST));
    }

    /// Files all events anew under another width.
    fn rebuild(&mut self, shift: u32) {
        if shift == self.shift {
            return;
        }
        let mut entries = std::mem::take(&mut self.current);
        entries.extend(self.inserts.drain().map(|inserted| inserted.0));
        self.ring.iter_mut().for_each(|bucket| entries.append(bucket));
        while let Some((_, mut window)) = self.overflow.pop_first() {
            entries.append(&mut window);
            self.keep(window);
        }
        self.occupied = [0; WORDS];
        self.in_ring = 0;
        self.ahead = None;
        self.shift = shift;
        self.open = self.now >> shift;
        for entry in entries.drain(..) {
            if entry.tick >> shift <= self.open {
                self.current.push(entry);
            } else {
                self.place_ahead(entry);
            }
        }
        self.keep(entries);
        self.current.sort_unstable_by(|a, b| b.cmp(a));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator for the tests: SplitMix64.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, below: u64) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            (z ^ (z >> 31)) % below
        }
    }

    type Oracle = BinaryHeap<Reverse<(Tick, Order, u32)>>;

    /// Pops both to the end of `now`; some events push others at the same tick or soon after.
    fn pop_alike(list: &mut EventList<u32>, heap: &mut Oracle, now: Tick, dice: &mut Dice, delay: u64) {
        loop {
            assert_eq!(list.next_tick(), heap.peek().map(|first| first.0.0));
            let expected = match heap.peek() {
                Some(first) if first.0.0 <= now => heap.pop().map(|first| first.0.2),
                Some(_) | None => None,
            };
            assert_eq!(list.pop_due(now), expected);
            if expected.is_none() {
                break;
            }
            if dice.roll(4) == 0 {
                let (at, order) =
                    (now + dice.roll(delay), Order::new(dice.roll(3) as u8, dice.roll(5) as u32));
                let event = dice.roll(50) as u32;
                list.push(at, order, event);
                heap.push(Reverse((at, order, event)));
            }
        }
        assert_eq!(list.len(), heap.len());
    }

    #[test]
    fn events_come_out_as_from_a_heap_whatever_the_times() {
        for seed in 0..60 {
            let mut dice = Dice(seed);
            let spread = 1 << dice.roll(40);
            let cluster = 1 << dice.roll(12);
            let mut list = EventList::with_bucket_width(1 << dice.roll(20));
            let mut heap = Oracle::new();
            let mut now = 0;
            for _ in 0..2_000 {
                for _ in 0..dice.roll(8) {
                    let at = match dice.roll(10) {
                        0 => now,
                        1 => now + spread * 1_000 + dice.roll(spread),
                        2 | 3 => (now + dice.roll(spread)).next_multiple_of(cluster),
                        _ => now + dice.roll(spread),
                    };
                    let (order, event) =
                        (Order::new(dice.roll(2) as u8, dice.roll(9) as u32), dice.roll(50) as u32);
                    list.push(at, order, event);
                    heap.push(Reverse((at, order, event)));
                }
                now = match dice.roll(5) {
                    0 => now + dice.roll(spread),
                    1 => now,
                    _ => heap.peek().map_or(now, |first| first.0.0.max(now)),
                };
                pop_alike(&mut list, &mut heap, now, &mut dice, spread.min(64));
            }
            pop_alike(&mut list, &mut heap, Tick::MAX - (1 << 41), &mut dice, 2);
        }
    }

    #[test]
    fn the_width_follows_a_change_of_density_and_the_order_stays_that_of_a_heap() {
        let mut dice = Dice(7);
        let (mut list, mut heap) = (EventList::new(), Oracle::new());
        for (pending, mean) in [(3_000, 5_000_000_000), (20_000, 900), (200, 3), (2_000, 1_000_000)] {
            for step in 0..3 * pending {
                let at = list.now() + dice.roll(2 * mean);
                list.push(at, Order::default(), step as u32);
                heap.push(Reverse((at, Order::default(), step as u32)));
                while heap.len() > pending {
                    let Reverse((now, _, event)) = heap.pop().unwrap();
                    assert_eq!(list.pop_due(now), Some(event));
                }
            }
        }
        assert!(list.shift > 0);
        pop_alike(&mut list, &mut heap, Tick::MAX / 2, &mut dice, 1);
        assert!(list.is_empty());
    }

    #[test]
    fn order_never_depends_on_insertion() {
        let mut dice = Dice(3);
        let mut entries: Vec<_> = (0..500u32)
            .map(|event| (dice.roll(20), Order::new(dice.roll(2) as u8, dice.roll(4) as u32), event))
            .collect();
        let drain = |entries: &[(Tick, Order, u32)]| {
            let mut list = EventList::new();
            entries.iter().for_each(|&(at, order, event)| list.push(at, order, event));
            std::iter::from_fn(|| list.pop_due(30)).collect::<Vec<_>>()
        };
        let forwards = drain(&entries);
        entries.reverse();
        assert_eq!(forwards, drain(&entries));
        entries.sort();
        assert_eq!(forwards, entries.iter().map(|entry| entry.2).collect::<Vec<_>>());
    }

    #[test]
    fn a_crowd_on_one_tick_does_not_narrow_the_buckets_for_nothing() {
        let mut list = EventList::with_bucket_width(16);
        for day in 1..200 {
            (0..100).for_each(|event| list.push(day * 16, Order::default(), event));
            while list.pop_due(day * 16).is_some() {}
        }
        assert_eq!(list.shift, 4);
    }

    #[test]
    fn a_bulk_of_scattered_events_widens_the_buckets_before_anything_is_popped() {
        let mut dice = Dice(1);
        let mut list = EventList::new();
        (0..50_000u32).for_each(|event| list.push(dice.roll(1 << 50), Order::default(), event));
        assert!(list.overflow.len() <= WINDOWS.max(list.len / 8) + 1, "{} windows", list.overflow.len());
        list.push(Tick::MAX, Order::default(), 0);
        assert_eq!(list.len(), 50_001);
    }

    #[test]
    fn an_entry_of_an_eight_byte_event_takes_at_most_24_bytes() {
        assert!(size_of::<Entry<u64>>() <= 24);
        assert!(size_of::<Entry<(u32, u32)>>() <= 24);
    }

    #[test]
    #[should_panic(expected = "scheduled for tick 4, but the clock already stands at tick 5")]
    fn what_is_past_cannot_be_planned() {
        let mut list = EventList::new();
        list.advance(5);
        list.push(4, Order::default(), 0);
    }

    #[test]
    #[should_panic(expected = "cannot go back to tick 4")]
    fn the_clock_does_not_go_back() {
        let mut list = EventList::<u8>::new();
        list.pop_due(5);
        list.pop_due(4);
    }
}
