//! The calendar of what is still to happen.
//!
//! Two tiers. The near future is a ring of unsorted buckets, each a power of two of ticks wide; the bucket that is open
//! is sorted once, and what is pushed into it meanwhile is put in its place, or waits in a heap where the bucket is crowded. The far future is kept by *window* (one turn
//! of the ring), and a window is dealt into the ring when its turn comes, so an event is moved at most twice. The
//! width of a bucket follows the density of events: it is looked at again after about as many events as are pending.
//! None of this shows: events come out by (tick, order, event), whatever the width and the order of insertion.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Tick;
use super::buckets::{Buckets, WIDEST};

/// Events a bucket should hold when it is opened; a width is kept while the mean lies between `SPARSE` and `CROWDED`.
const TARGET: u64 = 8;
const SPARSE: u64 = 3;
const CROWDED: u64 = 24;
/// Events in the open bucket up to which a newcomer is put in its place by moving those before it.
const MOVED_ALONG: usize = 64;
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

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Entry<E> {
    pub(super) tick: Tick,
    pub(super) order: Order,
    pub(super) event: E,
}

impl<E> Entry<E> {
    /// Tick and order as one number, which takes one comparison.
    #[inline]
    fn key(&self) -> u128 {
        u128::from(self.tick) << 64 | u128::from(self.order.0)
    }
}

impl<E: Ord> Ord for Entry<E> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        // Sorting asks for nothing but `Less`.
        if self < other {
            Ordering::Less
        } else if other < self {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}

impl<E: Ord> PartialOrd for Entry<E> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    #[inline]
    fn lt(&self, other: &Self) -> bool {
        let (here, there) = (self.key(), other.key());
        if here == there { self.event < other.event } else { here < there }
    }

    #[inline]
    fn gt(&self, other: &Self) -> bool {
        other.lt(self)
    }
}

/// What was seen since the width of a bucket was last looked at.
#[derive(Debug, Default)]
struct Watch {
    /// Pushed beyond the ring.
    far: u64,
    /// Events of the buckets opened, and pushed into the open one.
    passed: u64,
    /// Buckets opened.
    opened: u64,
    /// Different ticks among the events of the buckets opened; where these hold few, as many as events.
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
    /// The open bucket, latest first. It never lies beyond the clock.
    current: Vec<Entry<E>>,
    /// What was pushed into the open bucket after it was sorted.
    inserts: BinaryHeap<Reverse<Entry<E>>>,
    /// What lies beyond it.
    ahead: Buckets<E>,
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

    /// An empty list whose buckets are at first about this wide \[ticks\]: a hint that only saves time.
    pub fn with_bucket_width(ticks: Tick) -> Self {
        EventList {
            now: 0,
            len: 0,
            current: Vec::new(),
            inserts: BinaryHeap::new(),
            ahead: Buckets::new(ticks),
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
    #[inline]
    pub fn advance(&mut self, now: Tick) {
        assert!(now >= self.now, "the clock stands at tick {} and cannot go back to tick {now}", self.now);
        self.now = now;
    }

    /// Schedules an event. Panics when `at` lies before the clock: what is past cannot be planned.
    #[inline]
    pub fn push(&mut self, at: Tick, order: Order, event: E) {
        assert!(
            at >= self.now,
            "an event was scheduled for tick {at}, but the clock already stands at tick {}",
            self.now
        );
        self.len += 1;
        if self.ahead.is_open(at) {
            self.insert_open(at, order, event);
        } else if self.ahead.is_in_open_window(at) {
            self.ahead.place_in_ring(at, order, event);
        } else {
            self.push_far(at, order, event);
        }
    }

    /// Puts an event into the open bucket.
    #[inline(never)]
    fn insert_open(&mut self, tick: Tick, order: Order, event: E) {
        let entry = Entry { tick, order, event };
        self.watch.passed += 1;
        if self.current.len() <= MOVED_ALONG {
            let place = self.current.partition_point(|other| *other > entry);
            self.current.insert(place, entry);
        } else {
            self.inserts.push(Reverse(entry));
        }
    }

    /// Keeps an event beyond the ring.
    fn push_far(&mut self, tick: Tick, order: Order, event: E) {
        self.ahead.place_far(tick, order, event);
        self.watch.far += 1;
        // At most once in a while, since it costs a look at everything that is pending.
        if self.watch.far >= self.len as u64 / 2
            && let Some(wider) = self.ahead.too_narrow_for_far_future(self.len)
        {
            self.watch = Watch::default();
            self.rebuild(self.ahead.shift() + wider);
        }
    }

    /// Schedules an event of a model in which the order of one tick is that of its events themselves. Panics as
    /// [`push`](Self::push) does.
    pub fn plan(&mut self, at: Tick, event: E) {
        self.push(at, Order::default(), event);
    }

    /// The tick of the earliest pending event.
    #[inline]
    pub fn next_tick(&mut self) -> Option<Tick> {
        match self.current.last() {
            Some(sorted) if self.inserts.is_empty() => Some(sorted.tick),
            _ => self.next_tick_beyond(),
        }
    }

    /// The same where the open bucket is empty or crowded.
    #[inline(never)]
    fn next_tick_beyond(&mut self) -> Option<Tick> {
        match (self.current.last(), self.inserts.peek()) {
            (Some(sorted), Some(Reverse(inserted))) => Some(sorted.tick.min(inserted.tick)),
            (Some(sorted), None) => Some(sorted.tick),
            (None, Some(Reverse(inserted))) => Some(inserted.tick),
            (None, None) => self.ahead.earliest(),
        }
    }

    /// Moves the clock to `now`, and takes out the earliest event that is due by then, if there is one.
    #[inline]
    pub fn pop_due(&mut self, now: Tick) -> Option<E> {
        self.advance(now);
        self.take_due(now)
    }

    /// Takes out the earliest event that is due by `now`, where the clock stands.
    #[inline]
    pub(super) fn take_due(&mut self, now: Tick) -> Option<E> {
        if !self.inserts.is_empty() {
            return self.pop_crowded();
        }
        if self.current.is_empty() && !self.open_due() {
            return None;
        }
        let entry = self.current.pop_if(|entry| entry.tick <= now)?;
        self.len -= 1;
        Some(entry.event)
    }

    /// The same where some events of the open bucket wait in the heap.
    #[cold]
    fn pop_crowded(&mut self) -> Option<E> {
        let inserted_first = match (self.current.last(), self.inserts.peek()) {
            (Some(sorted), Some(Reverse(inserted))) => inserted < sorted,
            (sorted, _) => sorted.is_none(),
        };
        let now = self.now;
        let entry = if inserted_first {
            self.inserts.peek().filter(|first| first.0.tick <= now)?;
            self.inserts.pop()?.0
        } else {
            self.current.pop_if(|entry| entry.tick <= now)?
        };
        self.len -= 1;
        Some(entry.event)
    }

    /// Throws out the events for which `keep` says no: those that were cancelled. It looks at all that are pending, so a
    /// model does well to wait until most of them are; the order of the others stays.
    ///
    /// ```
    /// use doorstroom::engine::{EventList, Order};
    /// let mut events = EventList::new();
    /// (0..9u32).for_each(|event| events.push(u64::from(event), Order::default(), event));
    /// events.retain(|event| event % 4 == 0);
    /// assert_eq!((events.len(), events.pop_due(0), events.next_tick()), (3, Some(0), Some(4)));
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(&E) -> bool) {
        self.current.retain(|entry| keep(&entry.event));
        self.inserts.retain(|inserted| keep(&inserted.0.event));
        self.len = self.current.len() + self.inserts.len() + self.ahead.retain(keep);
    }

    /// An upper bound of the events due now: those of the open bucket.
    pub(super) fn due_at_most(&mut self) -> usize {
        if self.current.is_empty() && self.inserts.is_empty() {
            self.open_due();
        }
        self.current.len() + self.inserts.len()
    }

    /// Opens the next bucket if it holds something due, and says so.
    #[inline(never)]
    fn open_due(&mut self) -> bool {
        if self.ahead.earliest().is_none_or(|earliest| earliest > self.now) {
            return false;
        }
        if self.watch.passed >= PERIOD.max(self.len as u64) {
            self.adapt();
        }
        if self.current.is_empty() {
            self.ahead.open_next(&mut self.current);
            self.current.sort_unstable_by(|a, b| b.cmp(a));
            self.watch.opened += 1;
            self.watch.passed += self.current.len() as u64;
            self.watch.ticks += match self.current.len() {
                few if few as u64 <= CROWDED => few as u64,
                _ => self.current.chunk_by(|a, b| a.tick == b.tick).count() as u64,
            };
        }
        true
    }

    /// Narrows or widens the buckets after what was seen since the last look. A bucket crowded by one tick stays as it is.
    fn adapt(&mut self) {
        let Watch { passed, opened, ticks, .. } = std::mem::take(&mut self.watch);
        let shift = self.ahead.shift();
        let opened = opened.max(1);
        let load = (passed / opened).max(1);
        if load > CROWDED {
            let narrower = (load / TARGET).min(ticks / opened).max(1).ilog2();
            self.rebuild(shift.saturating_sub(narrower));
        } else if load < SPARSE {
            self.rebuild(shift + (TARGET / load).ilog2());
        }
    }

    /// Files all events anew under another width.
    fn rebuild(&mut self, shift: u32) {
        let shift = shift.min(WIDEST);
        if shift == self.ahead.shift() {
            return;
        }
        let mut entries = std::mem::take(&mut self.current);
        entries.extend(self.inserts.drain().map(|inserted| inserted.0));
        self.ahead.restart(self.now, shift, &mut entries);
        for entry in entries {
            if self.ahead.is_open(entry.tick) {
                self.current.push(entry);
            } else {
                self.ahead.place(entry.tick, entry.order, entry.event);
            }
        }
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
        assert!(list.ahead.shift() > 0);
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
        assert_eq!(list.ahead.shift(), 4);
    }

    #[test]
    fn a_bulk_of_scattered_events_widens_the_buckets_before_anything_is_popped() {
        let mut dice = Dice(1);
        let mut list = EventList::new();
        (0..50_000u32).for_each(|event| list.push(dice.roll(1 << 50), Order::default(), event));
        assert!(list.ahead.shift() > 30, "{}", list.ahead.shift());
        list.push(Tick::MAX, Order::default(), 0);
        assert_eq!(list.len(), 50_001);
    }

    #[test]
    fn memory_follows_what_is_pending_not_the_days_that_have_passed() {
        let mut list = EventList::new();
        for day in 0..10_000 {
            (0..100u32)
                .for_each(|event| list.push(day + 1 + Tick::from(event % 10), Order::default(), event));
            while list.pop_due(day).is_some() {}
        }
        assert!(list.ahead.room() < 20 * list.len(), "for {} events", list.len());
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
