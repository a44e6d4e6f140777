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
/// How many events ahead a model is told what is upcoming.
const LOOK_AHEAD: usize = 2;
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

    /// As a number of 40 bits.
    #[inline]
    pub(super) const fn bits(self) -> u64 {
        self.0
    }

    /// The order of this number.
    #[inline]
    pub(super) const fn from_bits(bits: u64) -> Self {
        Order(bits)
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
    /// The open bucket, latest first.
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
            // Most are due soon, and so come near the end.
            self.current.push(entry);
            let mut at = self.current.len() - 1;
            while at > 0 && self.current[at - 1] < entry {
                self.current[at] = self.current[at - 1];
                at -= 1;
            }
            self.current[at] = entry;
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
        if !self.inserts.is_empty() {
            return self.next_tick_beyond();
        }
        match self.current.last() {
            Some(sorted) => Some(sorted.tick),
            None => self.next_tick_beyond(),
        }
    }

    /// The same where the open bucket is empty or crowded.
    #[inline(never)]
    fn next_tick_beyond(&mut self) -> Option<Tick> {
        match (self.current.last(), self.inserts.peek()) {
            (Some(sorted), Some(Reverse(inserted))) => Some(sorted.tick.min(inserted.tick)),
            (Some(sorted), None) => Some(sorted.tick),
            (None, Some(Reverse(inserted))) => Some(inserted.tick),
            (None, None) if self.opens_early() => {
                self.open_due();
                self.current.last().map(|first| first.tick)
            }
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

    /// The event after the next one, as far as the open bucket shows.
    #[inline]
    pub(super) fn upcoming(&self) -> Option<E> {
        let at = self.current.len().checked_sub(LOOK_AHEAD)?;
        Some(self.current[at].event)
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

    /// Whether the next bucket is opened before its time: where it holds several ticks, that is how the first becomes known.
    /// A bucket of one tick may still be filled by the ticks before it.
    #[inline]
    fn opens_early(&self) -> bool {
        self.ahead.shift() > 0
    }

    /// Opens the next bucket, where buckets hold one tick only if it is due, and says whether there was one.
    #[inline(never)]
    fn open_due(&mut self) -> bool {
        if !self.opens_early() && self.ahead.earliest().is_none_or(|earliest| earliest > self.now) {
            return false;
        }
        if self.watch.passed >= PERIOD.max(self.len as u64) {
            self.adapt();
        }
        if self.current.is_empty() {
            self.ahead.open_next(&mut self.current);
            self.watch.opened += 1;
            self.watch.passed += self.current.len() as u64;
            self.watch.ticks += match self.current.len() {
                few if few as u64 <= CROWDED => few as u64,
                _ => self.current.chunk_by(|a, b| a.tick == b.tick).count() as u64,
            };
        }
        !self.current.is_empty()
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
mod tests;
