//! The two tiers in which an event list keeps what lies beyond the bucket it has open.

use std::collections::{BTreeMap, VecDeque};

use super::Tick;
use super::event_list::{Entry, Order};
use super::pages::{Pages, Pile};

/// Buckets in the ring: a power of two.
const RING: u64 = 1 << RING_BITS;
const RING_BITS: u32 = 9;
const WORDS: usize = (RING / 64) as usize;
/// Widest bucket, as a power of two of ticks.
pub(super) const WIDEST: u32 = 63 - RING_BITS;
/// Windows after the open one that are kept side by side; later ones are looked up.
const NEAR: u64 = 256;
/// Windows that are looked up without asking whether they are worth it.
const WINDOWS: usize = 512;

/// A ring of unsorted buckets, a power of two of ticks wide each, for the window that is open (one turn of the ring); and the
/// far future, window by window.
#[derive(Debug)]
pub(super) struct Buckets<E> {
    /// A bucket is `1 << shift` ticks wide.
    shift: u32,
    /// The bucket that was opened last: all that is kept here lies beyond it.
    open: u64,
    /// Its last tick, and the first tick of its window.
    open_until: Tick,
    base: Tick,
    pages: Pages<E>,
    ring: Box<[Pile; RING as usize]>,
    /// Which buckets of the ring hold something, a bit each.
    occupied: [u64; WORDS],
    /// The windows after the open one, in order.
    near: VecDeque<Pile>,
    /// Windows that lay beyond those when an event came.
    far: BTreeMap<u64, Pile>,
    /// Earliest tick beyond the open window, when it is known.
    earliest_far: Option<Tick>,
}

impl<E: Copy + Ord> Buckets<E> {
    /// Nothing, in buckets of at least this many ticks.
    pub(super) fn new(width: Tick) -> Self {
        let shift = width.clamp(1, 1 << WIDEST).next_power_of_two().ilog2();
        Buckets {
            shift,
            open: 0,
            open_until: (1 << shift) - 1,
            base: 0,
            pages: Pages::new(shift + RING_BITS),
            ring: Box::new([Pile::EMPTY; RING as usize]),
            occupied: [0; WORDS],
            near: VecDeque::new(),
            far: BTreeMap::new(),
            earliest_far: None,
        }
    }

    /// The width of a bucket, as a power of two of ticks.
    pub(super) fn shift(&self) -> u32 {
        self.shift
    }

    /// Whether a tick lies in the bucket that was opened last, or before it.
    #[inline]
    pub(super) fn is_open(&self, tick: Tick) -> bool {
        tick <= self.open_until
    }

    /// The earliest tick kept here.
    pub(super) fn earliest(&mut self) -> Option<Tick> {
        if let Some(slot) = self.next_occupied() {
            // A bucket of one tick need not be looked into.
            return match self.shift {
                0 => Some(self.base + slot as u64),
                _ => self.pages.earliest(self.ring[slot], self.base),
            };
        }
        if self.earliest_far.is_none() {
            // A window of the far future may lie among the near ones by now.
            let near = self.near.iter().zip(self.window() + 1..).find(|(pile, _)| **pile != Pile::EMPTY);
            let near = near.and_then(|(&pile, window)| self.pages.earliest(pile, self.base(window)));
            let far = self.far.first_key_value();
            let far = far.and_then(|(&window, &pile)| self.pages.earliest(pile, self.base(window)));
            self.earliest_far = near.into_iter().chain(far).min();
        }
        self.earliest_far
    }

    /// The window that is open.
    #[inline]
    fn window(&self) -> u64 {
        self.open >> RING_BITS
    }

    /// The first tick of a window.
    #[inline]
    fn base(&self, window: u64) -> Tick {
        window << RING_BITS << self.shift
    }

    /// Notes which bucket was opened last.
    fn set_open(&mut self, bucket: u64) {
        self.open = bucket;
        self.open_until = (bucket << self.shift) | ((1 << self.shift) - 1);
        self.base = self.base(self.window());
    }

    /// Whether a tick, which lies beyond the open bucket, lies in the window that is open.
    #[inline]
    pub(super) fn is_in_open_window(&self, tick: Tick) -> bool {
        (tick - self.base) >> self.shift < RING
    }

    /// Keeps an event that lies beyond the open bucket.
    pub(super) fn place(&mut self, tick: Tick, order: Order, event: E) {
        if self.is_in_open_window(tick) {
            self.place_in_ring(tick, order, event);
        } else {
            self.place_far(tick, order, event);
        }
    }

    /// Keeps an event that lies beyond the open window.
    pub(super) fn place_far(&mut self, tick: Tick, order: Order, event: E) {
        if let Some(earliest) = &mut self.earliest_far {
            *earliest = tick.min(*earliest);
        }
        let window = tick >> self.shift >> RING_BITS;
        let after = window - self.window() - 1;
        let pile = if after < NEAR {
            let after = after as usize;
            if self.near.len() <= after {
                self.near.resize(after + 1, Pile::EMPTY);
            }
            &mut self.near[after]
        } else {
            self.far.entry(window).or_default()
        };
        let offset = tick & ((1 << (self.shift + RING_BITS)) - 1);
        self.pages.put(pile, tick, offset, order, event);
    }

    /// Opens the next bucket that holds something: moves its events to `opened`, which is empty, latest first.
    pub(super) fn open_next(&mut self, opened: &mut Vec<Entry<E>>) {
        let Some(slot) = self.next_occupied().or_else(|| self.open_window()) else { return };
        self.set_open((self.open & !(RING - 1)) | slot as u64);
        self.pages.take_sorted(&mut self.ring[slot], self.base, opened);
        self.occupied[slot / 64] &= !(1 << (slot % 64));
    }

    /// Deals the next window that holds something into the ring, and returns its first bucket.
    #[inline(never)]
    fn open_window(&mut self) -> Option<usize> {
        let earliest = self.earliest()?;
        self.earliest_far = None;
        let before = self.window();
        self.set_open(earliest >> self.shift);
        let window = self.window();
        // Nothing lies in the windows between.
        self.near.drain(..self.near.len().min((window - before - 1) as usize));
        for mut pile in self.near.pop_front().into_iter().chain(self.far.remove(&window)) {
            let mark = |slot: usize| self.occupied[slot / 64] |= 1 << (slot % 64);
            self.pages.deal(&mut pile, &mut self.ring[..], self.shift, mark);
        }
        self.next_occupied()
    }

    /// Throws out the events for which `keep` says no, and says how many are left.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&E) -> bool) -> usize {
        self.earliest_far = None;
        let mut kept = 0;
        for (slot, pile) in self.ring.iter_mut().enumerate() {
            kept += self.pages.retain(pile, &mut keep);
            if *pile == Pile::EMPTY {
                self.occupied[slot / 64] &= !(1 << (slot % 64));
            }
        }
        for pile in self.near.iter_mut().chain(self.far.values_mut()) {
            kept += self.pages.retain(pile, &mut keep);
        }
        self.far.retain(|_, pile| *pile != Pile::EMPTY);
        kept
    }

    /// How much wider the buckets should be [powers of two] when the far future lies in windows of hardly an event each.
    pub(super) fn too_narrow_for_far_future(&self, pending: usize) -> Option<u32> {
        if self.far.len() <= WINDOWS || self.far.len() * 8 <= pending {
            return None;
        }
        let windows_when = |wider: &u32| {
            let (mut windows, mut last) = (0, None);
            for window in self.far.keys().map(|key| key >> wider) {
                windows += usize::from(last != Some(window));
                last = Some(window);
            }
            windows
        };
        let enough = |wider: &u32| {
            let windows = windows_when(wider);
            windows <= WINDOWS / 2 || windows * 32 <= pending
        };
        (1..WIDEST.saturating_sub(self.shift)).find(enough)
    }

    /// Takes everything out and starts anew with another width; the bucket of `now` counts as open.
    pub(super) fn restart(&mut self, now: Tick, shift: u32, entries: &mut Vec<Entry<E>>) {
        let (window, base) = (self.window(), |window| window << RING_BITS << self.shift);
        let ring = self.ring.iter_mut().map(|pile| (window, std::mem::take(pile)));
        let near = (window + 1..).zip(self.near.drain(..));
        for (window, mut pile) in ring.chain(near).chain(std::mem::take(&mut self.far)) {
            while let Some(page) = self.pages.take_page(&mut pile) {
                entries.extend(page.entries(base(window)));
            }
        }
        self.occupied = [0; WORDS];
        self.earliest_far = None;
        self.shift = shift;
        self.pages.set_window(shift + RING_BITS);
        self.set_open(now >> shift);
    }

    /// The next bucket of the ring that holds something.
    fn next_occupied(&self) -> Option<usize> {
        let from = (self.open & (RING - 1)) as usize;
        let mut word = from / 64;
        let mut bits = self.occupied[word] & (!0 << (from % 64));
        while bits == 0 {
            word += 1;
            bits = *self.occupied.get(word)?;
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }

    /// Keeps an event that lies beyond the open bucket, in the open window.
    #[inline]
    pub(super) fn place_in_ring(&mut self, tick: Tick, order: Order, event: E) {
        let offset = tick - self.base;
        let slot = (offset >> self.shift & (RING - 1)) as usize;
        if self.pages.put(&mut self.ring[slot], tick, offset, order, event) {
            self.occupied[slot / 64] |= 1 << (slot % 64);
        }
    }

    /// Room held, in events.
    #[cfg(test)]
    pub(super) fn room(&self) -> usize {
        self.pages.room()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(buckets: &mut Buckets<u32>, tick: Tick) {
        buckets.place(tick, Order::default(), 0);
    }

    #[test]
    fn buckets_open_in_order_through_the_ring_and_the_windows_beyond() {
        let mut buckets = Buckets::new(4);
        let ticks = [9, 5, 4 * RING + 1, 4 * RING + 2, 40 * RING, Tick::MAX];
        ticks.iter().rev().for_each(|&tick| place(&mut buckets, tick));
        let mut opened = Vec::new();
        for expected in [&ticks[1..2], &ticks[..1], &[ticks[3], ticks[2]], &ticks[4..5], &ticks[5..]] {
            assert_eq!(buckets.earliest(), expected.iter().copied().min());
            opened.clear();
            buckets.open_next(&mut opened);
            assert_eq!(opened.iter().map(|entry| entry.tick).collect::<Vec<_>>(), expected);
            assert!(buckets.is_open(expected[0]));
        }
        assert_eq!(buckets.earliest(), None);
    }

    #[test]
    fn scattered_windows_ask_for_wider_buckets_whatever_lies_at_the_end_of_time() {
        let mut buckets = Buckets::new(1);
        (1..=1_000).for_each(|window| place(&mut buckets, window * RING));
        place(&mut buckets, Tick::MAX);
        assert_eq!(buckets.too_narrow_for_far_future(1_001), Some(2));
        assert_eq!(buckets.too_narrow_for_far_future(10_000), None);
    }
}
