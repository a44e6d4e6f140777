//! The two tiers in which an event list keeps what lies beyond the bucket it has open.

use std::collections::{BTreeMap, VecDeque};

use super::Tick;
use super::event_list::{Entry, Order};

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
/// A near window grows by a quarter of what it holds and this many events: together the windows hold most that is pending.
const FIRST_ROOM: usize = 16;
/// Emptied windows that are kept for their memory. One is given to a window that grows if it has at most twice its room, and
/// these more: a larger one would pass its room on to windows that never fill it.
const SPARE_WINDOWS: usize = 16;
const SMALL: usize = 64;

/// A ring of unsorted buckets, a power of two of ticks wide each, for the window that is open (one turn of the ring); and the
/// far future, window by window.
#[derive(Debug)]
pub(super) struct Buckets<E> {
    /// A bucket is `1 << shift` ticks wide.
    shift: u32,
    /// The bucket that was opened last: all that is kept here lies beyond it.
    open: u64,
    ring: Box<[Vec<Entry<E>>; RING as usize]>,
    /// Which buckets of the ring hold something, a bit each.
    occupied: [u64; WORDS],
    /// The windows after the open one, in order.
    near: VecDeque<Vec<Entry<E>>>,
    /// Windows that lay beyond those when an event came.
    far: BTreeMap<u64, Vec<Entry<E>>>,
    /// Emptied windows and buckets, kept for their memory: what is held follows what is pending, not all slots used ever.
    spare_windows: Vec<Vec<Entry<E>>>,
    spare_buckets: Vec<Vec<Entry<E>>>,
    /// Earliest tick kept here, when it is known.
    earliest: Option<Tick>,
}

impl<E: Copy + Ord> Buckets<E> {
    /// Nothing, in buckets of at least this many ticks.
    pub(super) fn new(width: Tick) -> Self {
        Buckets {
            shift: width.clamp(1, 1 << WIDEST).next_power_of_two().ilog2(),
            open: 0,
            ring: Box::new(std::array::from_fn(|_| Vec::new())),
            occupied: [0; WORDS],
            near: VecDeque::new(),
            far: BTreeMap::new(),
            spare_windows: Vec::new(),
            spare_buckets: Vec::new(),
            earliest: None,
        }
    }

    /// The width of a bucket, as a power of two of ticks.
    pub(super) fn shift(&self) -> u32 {
        self.shift
    }

    /// Whether a tick lies in the bucket that was opened last, or before it.
    #[inline]
    pub(super) fn is_open(&self, tick: Tick) -> bool {
        tick >> self.shift <= self.open
    }

    /// The earliest tick kept here.
    pub(super) fn earliest(&mut self) -> Option<Tick> {
        if self.earliest.is_none() {
            let first = |entries: &Vec<Entry<E>>| entries.iter().map(|entry| entry.tick).min();
            self.earliest = match self.next_occupied() {
                Some(slot) => first(&self.ring[slot]),
                // A window of the far future may lie among the near ones by now.
                None => {
                    let near = self.near.iter().find(|window| !window.is_empty()).and_then(first);
                    let far = self.far.first_key_value().and_then(|(_, window)| first(window));
                    near.into_iter().chain(far).min()
                }
            };
        }
        self.earliest
    }

    /// Whether a tick lies in the window that is open.
    #[inline]
    pub(super) fn is_in_open_window(&self, tick: Tick) -> bool {
        tick >> self.shift >> RING_BITS == self.open >> RING_BITS
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
    ///
    /// Tick, order and event come apart, in registers: an entry put together on the way has to be waited for.
    pub(super) fn place_far(&mut self, tick: Tick, order: Order, event: E) {
        self.note_earlier(tick);
        let window = tick >> self.shift >> RING_BITS;
        let after = window - (self.open >> RING_BITS) - 1;
        let spare = &mut self.spare_windows;
        if after < NEAR {
            let after = after as usize;
            if self.near.len() <= after {
                self.near.resize_with(after + 1, Vec::new);
            }
            let entries = &mut self.near[after];
            if entries.len() == entries.capacity() {
                make_room(entries, spare);
            }
            entries.push(Entry { tick, order, event });
        } else {
            let entries = self.far.entry(window).or_insert_with(|| spare.pop().unwrap_or_default());
            entries.push(Entry { tick, order, event });
        }
    }

    #[inline]
    fn note_earlier(&mut self, tick: Tick) {
        if let Some(earliest) = &mut self.earliest {
            *earliest = tick.min(*earliest);
        }
    }

    /// Opens the next bucket that holds something: moves its events to `opened`, which is empty, unsorted.
    pub(super) fn open_next(&mut self, opened: &mut Vec<Entry<E>>) {
        if let Some(slot) = self.next_occupied() {
            self.open = (self.open & !(RING - 1)) | slot as u64;
            let bucket = std::mem::take(&mut self.ring[slot]);
            self.spare_buckets.push(std::mem::replace(opened, bucket));
            self.occupied[slot / 64] &= !(1 << (slot % 64));
        } else if let Some(earliest) = self.earliest() {
            let before = self.open >> RING_BITS;
            self.open = earliest >> self.shift;
            let window = self.open >> RING_BITS;
            for _ in before + 1..window {
                // Nothing lies in these.
                let Some(empty) = self.near.pop_front() else { break };
                self.keep_window(empty);
            }
            for mut entries in self.near.pop_front().into_iter().chain(self.far.remove(&window)) {
                for entry in entries.drain(..) {
                    if self.is_open(entry.tick) {
                        opened.push(entry);
                    } else {
                        self.place_in_ring(entry.tick, entry.order, entry.event);
                    }
                }
                self.keep_window(entries);
            }
        }
        self.earliest = None;
    }

    /// Throws out the events for which `keep` says no, and says how many are left.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&E) -> bool) -> usize {
        self.earliest = None;
        let mut kept = 0;
        for (slot, bucket) in self.ring.iter_mut().enumerate().filter(|(_, bucket)| !bucket.is_empty()) {
            bucket.retain(|entry| keep(&entry.event));
            kept += bucket.len();
            if bucket.is_empty() {
                self.occupied[slot / 64] &= !(1 << (slot % 64));
            }
        }
        for window in self.near.iter_mut().chain(self.far.values_mut()) {
            window.retain(|entry| keep(&entry.event));
            window.shrink_to(2 * window.len());
            kept += window.len();
        }
        self.far.retain(|_, window| !window.is_empty());
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
        self.ring.iter_mut().for_each(|bucket| entries.append(bucket));
        while let Some(mut window) = self.near.pop_front().or_else(|| Some(self.far.pop_first()?.1)) {
            entries.append(&mut window);
            self.keep_window(window);
        }
        self.occupied = [0; WORDS];
        self.earliest = None;
        self.shift = shift;
        self.open = now >> shift;
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
        self.note_earlier(tick);
        let slot = (tick >> self.shift & (RING - 1)) as usize;
        let bucket = &mut self.ring[slot];
        if bucket.capacity() == 0 {
            *bucket = self.spare_buckets.pop().unwrap_or_default();
        }
        bucket.push(Entry { tick, order, event });
        self.occupied[slot / 64] |= 1 << (slot % 64);
    }

    fn keep_window(&mut self, emptied: Vec<Entry<E>>) {
        if emptied.capacity() > 0 && self.spare_windows.len() < SPARE_WINDOWS {
            self.spare_windows.push(emptied);
        }
    }

    /// Room held, in events.
    #[cfg(test)]
    pub(super) fn room(&self) -> usize {
        let held = self
            .ring
            .iter()
            .chain(&self.spare_buckets)
            .chain(&self.spare_windows)
            .chain(&self.near)
            .chain(self.far.values());
        held.map(Vec::capacity).sum()
    }
}

/// Gives a full window more room: that of a spare one next in size, whose place its own takes, or else a quarter more. As
/// windows fill while their turn comes nearer, room passes from those that were emptied to those that grow, step by step.
#[cold]
fn make_room<E: Copy>(window: &mut Vec<Entry<E>>, spare: &mut Vec<Vec<Entry<E>>>) {
    let held = window.capacity();
    let fits = |room: usize| room > held && room <= 2 * held + SMALL;
    let next = (0..spare.len()).filter(|&i| fits(spare[i].capacity())).min_by_key(|&i| spare[i].capacity());
    match next {
        Some(i) => {
            spare[i].append(window);
            std::mem::swap(window, &mut spare[i]);
            if held == 0 {
                spare.swap_remove(i);
            }
        }
        None => window.reserve_exact(held / 4 + FIRST_ROOM),
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
