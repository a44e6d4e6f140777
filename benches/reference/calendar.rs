//! A two-tier calendar: a ring of unsorted buckets for the near future, windows of one turn each for the rest.

/// Buckets in the ring.
const RING: u32 = 2048;

/// Sixteen bytes: what orders events, and whom they concern.
#[derive(Copy, Clone)]
pub struct Entry {
    /// Tick in the upper half, tie in the lower.
    pub key: u64,
    pub slot: u32,
    pub epoch: u32,
}

impl Entry {
    #[inline]
    pub fn tick(self) -> u32 {
        (self.key >> 32) as u32
    }
}

pub struct Calendar {
    shift: u32,
    end: u32,
    /// The open bucket, latest first, and its number.
    current: Vec<Entry>,
    open: u32,
    ring: Vec<Vec<Entry>>,
    windows: Vec<Vec<Entry>>,
    pub len: usize,
}

impl Calendar {
    /// Buckets wide enough for about sixteen of the events that are expected a tick; nothing beyond `end` is kept.
    pub fn new(events_a_tick: f64, end: u32) -> Calendar {
        let width = (16.0 / events_a_tick).max(1.0);
        let shift = (width as u32).ilog2();
        let windows = (end >> shift) / RING + 1;
        Calendar {
            shift,
            end,
            current: Vec::with_capacity(64),
            open: 0,
            ring: (0..RING).map(|_| Vec::new()).collect(),
            windows: (0..windows).map(|_| Vec::new()).collect(),
            len: 0,
        }
    }

    #[inline]
    pub fn push(&mut self, tick: u32, tie: u32, slot: u32, epoch: u32) {
        if tick > self.end {
            return;
        }
        self.len += 1;
        let entry = Entry { key: u64::from(tick) << 32 | u64::from(tie), slot, epoch };
        let bucket = tick >> self.shift;
        if bucket <= self.open {
            let place = self.current.partition_point(|other| other.key > entry.key);
            self.current.insert(place, entry);
        } else if bucket / RING == self.open / RING {
            self.ring[(bucket % RING) as usize].push(entry);
        } else {
            self.windows[(bucket / RING) as usize].push(entry);
        }
    }

    /// Takes out the earliest event if it comes before this key.
    #[inline]
    pub fn pop_before(&mut self, key: u64) -> Option<Entry> {
        if self.current.is_empty() && !self.turn((key >> 32) as u32 >> self.shift) {
            return None;
        }
        let entry = self.current.pop_if(|entry| entry.key < key);
        self.len -= usize::from(entry.is_some());
        entry
    }

    /// The event after the next one, as far as the open bucket shows.
    #[inline]
    pub fn upcoming(&self) -> Option<u32> {
        Some(self.current[self.current.len().checked_sub(2)?].slot)
    }

    /// Throws out what was cancelled.
    #[cold]
    pub fn purge(&mut self, live: impl Fn(&Entry) -> bool) {
        self.len = 0;
        for bucket in self.windows.iter_mut().chain(&mut self.ring).chain([&mut self.current]) {
            bucket.retain(&live);
            self.len += bucket.len();
        }
    }

    /// Opens the next bucket that holds something, up to this one.
    fn turn(&mut self, last: u32) -> bool {
        while self.open < last {
            self.open += 1;
            if self.open.is_multiple_of(RING) {
                let window = (self.open / RING) as usize;
                let Some(window) = self.windows.get_mut(window) else { return false };
                for entry in std::mem::take(window) {
                    self.ring[(entry.tick() >> self.shift & (RING - 1)) as usize].push(entry);
                }
            }
            let bucket = &mut self.ring[(self.open % RING) as usize];
            if !bucket.is_empty() {
                std::mem::swap(&mut self.current, bucket);
                self.current.sort_unstable_by_key(|entry| !entry.key);
                return true;
            }
        }
        false
    }
}
