//! Pages of a fixed size on which an event list writes what is pending: who empties a page leaves it to whoever needs one.

use super::Tick;
use super::event_list::{Entry, Order};

/// Events on a page.
const LINES: usize = 8;
/// Pages grow in number by a sixteenth: together they are a good part of what is held.
const GROWTH: usize = 16;
const FIRST_PAGES: usize = 16;
/// Bits of a key that an order takes.
const ORDER_BITS: u32 = 40;
/// Widest window whose ticks fit into a key beside the order, as a power of two of ticks.
const NARROW: u32 = 64 - ORDER_BITS;

/// An event as it is kept: where in its window it lies and its order, in one number.
#[derive(Copy, Clone, Debug)]
struct Line<E> {
    key: u64,
    event: E,
}

impl<E: Copy> Line<E> {
    /// What was written in the window that begins at this tick.
    #[inline]
    fn entry(&self, base: Tick) -> Entry<E> {
        let order = Order::from_bits(self.key & ((1 << ORDER_BITS) - 1));
        Entry { tick: base + (self.key >> ORDER_BITS), order, event: self.event }
    }
}

/// Events on a chain of pages, in no order: the line after the last written. All pages of a pile but the last are full.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Pile(u32);

impl Pile {
    /// Nothing.
    pub(super) const EMPTY: Pile = Pile(0);
}

/// The pages of one event list. Windows are as many ticks wide for all of its piles, and a pile lies in one window.
#[derive(Debug)]
pub(super) struct Pages<E> {
    /// Windows are `1 << window` ticks wide.
    window: u32,
    lines: Vec<Line<E>>,
    /// The ticks of all lines, where windows are too wide for them to fit into a key.
    ticks: Vec<Tick>,
    /// Of each page the one before it in its pile, or among the free ones, counted from 1.
    before: Vec<u32>,
    /// The page that was emptied last, counted from 1.
    free: u32,
    /// The lines of a pile while they are sorted.
    sorting: Vec<Line<E>>,
}

/// A page that was taken out of a pile.
pub(super) struct Page<E> {
    lines: [Line<E>; LINES],
    ticks: [Tick; LINES],
    written: usize,
    is_wide: bool,
}

impl<E: Copy> Page<E> {
    /// Its events, in the window that begins at this tick.
    #[inline]
    pub(super) fn entries(&self, base: Tick) -> impl Iterator<Item = Entry<E>> + '_ {
        self.lines.iter().zip(&self.ticks).take(self.written).map(move |(line, &tick)| match self.is_wide {
            true => Entry { tick, ..line.entry(0) },
            false => line.entry(base),
        })
    }
}

impl<E: Copy + Ord> Pages<E> {
    /// No pages yet, for windows of `1 << window` ticks.
    pub(super) fn new(window: u32) -> Self {
        Pages {
            window,
            lines: Vec::new(),
            ticks: Vec::new(),
            before: Vec::new(),
            free: 0,
            sorting: Vec::new(),
        }
    }

    /// Changes the width of windows, when all piles are empty.
    pub(super) fn set_window(&mut self, window: u32) {
        self.window = window;
        self.ticks = if window > NARROW { vec![0; self.lines.len()] } else { Vec::new() };
    }

    #[inline]
    fn is_wide(&self) -> bool {
        self.window > NARROW
    }

    /// Puts an event on a pile, at this offset from the first tick of its window, and says whether it begins a page.
    ///
    /// Tick, order and event come apart, in registers: an entry put together on the way has to be waited for.
    #[inline]
    pub(super) fn put(&mut self, pile: &mut Pile, tick: Tick, offset: Tick, order: Order, event: E) -> bool {
        let offset = if self.is_wide() { 0 } else { offset };
        self.put_line(pile, offset << ORDER_BITS | order.bits(), event, tick)
    }

    #[inline]
    fn put_line(&mut self, pile: &mut Pile, key: u64, event: E, tick: Tick) -> bool {
        let mut at = pile.0 as usize;
        let begins = at.is_multiple_of(LINES);
        if begins {
            at = self.begin_page(pile.0, event);
        }
        pile.0 = at as u32 + 1;
        self.lines[at] = Line { key, event };
        if self.is_wide() {
            self.ticks[at] = tick;
        }
        begins
    }

    /// Moves all that is on a pile to the piles of the buckets, `1 << shift` ticks wide each, in which it lies; `marked` is told
    /// of each bucket that was empty.
    pub(super) fn deal(
        &mut self,
        pile: &mut Pile,
        buckets: &mut [Pile],
        shift: u32,
        mut marked: impl FnMut(usize),
    ) {
        let within = buckets.len() as u64 - 1;
        while let Some(page) = self.take_page(pile) {
            for (line, &tick) in page.lines.iter().zip(&page.ticks).take(page.written) {
                let bucket = if self.is_wide() { tick } else { line.key >> ORDER_BITS } >> shift & within;
                let bucket = bucket as usize;
                if self.put_line(&mut buckets[bucket], line.key, line.event, tick) {
                    marked(bucket);
                }
            }
        }
    }

    /// Gives a pile that ends here another page, and returns its first line.
    #[inline(never)]
    fn begin_page(&mut self, end: u32, any: E) -> usize {
        if self.free == 0 {
            self.add_page(any);
        }
        let page = self.free;
        let before = &mut self.before[page as usize - 1];
        self.free = *before;
        *before = end / LINES as u32;
        (page as usize - 1) * LINES
    }

    #[cold]
    fn add_page(&mut self, any: E) {
        if self.before.len() == self.before.capacity() {
            let more = self.before.len() / GROWTH + FIRST_PAGES;
            self.before.reserve_exact(more);
            self.lines.reserve_exact(more * LINES);
        }
        self.before.push(self.free);
        let lines = self.before.len() * LINES;
        assert!(u32::try_from(lines).is_ok(), "an event list holds fewer than 2^32 events at a time");
        self.lines.resize(lines, Line { key: 0, event: any });
        if self.is_wide() {
            self.ticks.resize(lines, 0);
        }
        self.free = self.before.len() as u32;
    }

    /// Takes the last page off a pile.
    #[inline]
    pub(super) fn take_page(&mut self, pile: &mut Pile) -> Option<Page<E>> {
        let (page, from) = self.last_page(*pile)?;
        let (lines, _) = self.lines[from..].split_first_chunk()?;
        let mut ticks = [0; LINES];
        if self.is_wide() {
            ticks.copy_from_slice(&self.ticks[from..from + LINES]);
        }
        let taken = Page { lines: *lines, ticks, written: pile.0 as usize - from, is_wide: self.is_wide() };
        self.free_last_page(pile, page);
        Some(taken)
    }

    /// Takes all that is on a pile, which lies in the window that begins at this tick: latest first.
    pub(super) fn take_sorted(&mut self, pile: &mut Pile, base: Tick, sorted: &mut Vec<Entry<E>>) {
        if self.is_wide() {
            while let Some(page) = self.take_page(pile) {
                sorted.extend(page.entries(base));
            }
            return sorted.sort_unstable_by(|a, b| b.cmp(a));
        }
        self.sorting.clear();
        while let Some((page, from)) = self.last_page(*pile) {
            // A whole page is quicker to copy than a part of it.
            if let Some((lines, _)) = self.lines[from..].split_first_chunk::<LINES>() {
                self.sorting.extend_from_slice(lines);
                self.sorting.truncate(self.sorting.len() - (from + LINES - pile.0 as usize));
            }
            self.free_last_page(pile, page);
        }
        self.sorting.sort_unstable_by_key(|line| !line.key);
        let (mut last, mut tied) = (None, false);
        sorted.extend(self.sorting.iter().map(|line| {
            tied |= last.replace(line.key) == Some(line.key);
            line.entry(base)
        }));
        if tied {
            // Equals in tick and order come by the event itself.
            sorted.sort_unstable_by(|a, b| b.cmp(a));
        }
    }

    #[inline]
    fn free_last_page(&mut self, pile: &mut Pile, page: usize) {
        let before = &mut self.before[page];
        pile.0 = *before * LINES as u32;
        *before = self.free;
        self.free = page as u32 + 1;
    }

    /// The last page of a pile and its first line.
    #[inline]
    fn last_page(&self, pile: Pile) -> Option<(usize, usize)> {
        let page = pile.0.checked_sub(1)? as usize / LINES;
        Some((page, page * LINES))
    }

    /// The earliest tick of a pile that lies in the window which begins at this tick.
    pub(super) fn earliest(&self, mut pile: Pile, base: Tick) -> Option<Tick> {
        let mut earliest = None;
        while let Some((page, from)) = self.last_page(pile) {
            let until = pile.0 as usize;
            let first = if self.is_wide() {
                self.ticks[from..until].iter().copied().min()
            } else {
                self.lines[from..until]
                    .iter()
                    .map(|line| line.key)
                    .min()
                    .map(|key| base + (key >> ORDER_BITS))
            };
            earliest = first.into_iter().chain(earliest).min();
            pile.0 = self.before[page] * LINES as u32;
        }
        earliest
    }

    /// Throws the events out of a pile for which `keep` says no, and says how many are left.
    pub(super) fn retain(&mut self, pile: &mut Pile, mut keep: impl FnMut(&E) -> bool) -> usize {
        let (mut all, mut kept) = (std::mem::take(pile), 0);
        while let Some(page) = self.take_page(&mut all) {
            for (line, &tick) in page.lines.iter().zip(&page.ticks).take(page.written) {
                if keep(&line.event) {
                    self.put_line(pile, line.key, line.event, tick);
                    kept += 1;
                }
            }
        }
        kept
    }

    /// Room held, in events.
    #[cfg(test)]
    pub(super) fn room(&self) -> usize {
        self.lines.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_an_eight_byte_event_takes_sixteen() {
        assert_eq!(size_of::<Line<u64>>(), 16);
        assert_eq!(size_of::<Line<(u32, u32)>>(), 16);
    }

    #[test]
    fn piles_give_back_what_was_put_on_them_and_share_their_pages() {
        for window in [9, NARROW, NARROW + 1, 60] {
            let mut pages = Pages::new(0);
            pages.set_window(window);
            let base = 3 << window;
            let mut piles = [Pile::EMPTY; 5];
            for round in 0..20u64 {
                for number in 0..100u64 {
                    let tick = base + number * 5 % (1 << 9);
                    pages.put(
                        &mut piles[number as usize % 5],
                        tick,
                        tick - base,
                        Order::new(255, number as u32),
                        number,
                    );
                }
                for (first, pile) in piles.iter_mut().enumerate() {
                    assert_eq!(pages.earliest(*pile, base), Some(base + first as u64 * 5));
                    assert_eq!(pages.retain(pile, |number| number % 2 == round % 2), 10);
                    let mut found = Vec::new();
                    while let Some(page) = pages.take_page(pile) {
                        found.extend(page.entries(base));
                    }
                    found.sort();
                    let expected = (first as u64..100).step_by(5).filter(|number| number % 2 == round % 2);
                    let entry = |number: u64| Entry {
                        tick: base + number * 5 % (1 << 9),
                        order: Order::new(255, number as u32),
                        event: number,
                    };
                    let mut expected: Vec<_> = expected.map(entry).collect();
                    expected.sort();
                    assert_eq!(found, expected);
                    assert_eq!(*pile, Pile::EMPTY);
                }
            }
            assert!(pages.room() <= 5 * 24 + FIRST_PAGES * LINES, "{}", pages.room());
        }
    }
}
