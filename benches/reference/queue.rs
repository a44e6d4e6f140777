//! Servers with a queue by priority, threaded through the records.

use crate::stay::{Applicant, NOBODY};

/// Ends of one line of those who wait.
#[derive(Copy, Clone)]
struct Line {
    first: u32,
    last: u32,
}

pub struct Station<const CLASSES: usize> {
    free: u32,
    waiting: u32,
    lines: [Line; CLASSES],
}

impl<const CLASSES: usize> Station<CLASSES> {
    pub fn new(servers: f64) -> Self {
        Station { free: servers as u32, waiting: 0, lines: [Line { first: NOBODY, last: NOBODY }; CLASSES] }
    }

    /// Takes a server if one is free: then nobody waits.
    #[inline]
    pub fn seize(&mut self) -> bool {
        let free = self.free > 0;
        self.free -= u32::from(free);
        free
    }

    #[inline]
    pub fn join(&mut self, applicants: &mut [Applicant], slot: u32, class: usize) {
        let line = &mut self.lines[class];
        applicants[slot as usize].previous = line.last;
        applicants[slot as usize].next = NOBODY;
        match line.last {
            NOBODY => line.first = slot,
            last => applicants[last as usize].next = slot,
        }
        line.last = slot;
        self.waiting += 1;
    }

    #[inline]
    pub fn leave(&mut self, applicants: &mut [Applicant], slot: u32, class: usize) {
        let Applicant { previous, next, .. } = applicants[slot as usize];
        let line = &mut self.lines[class];
        match previous {
            NOBODY => line.first = next,
            previous => applicants[previous as usize].next = next,
        }
        match next {
            NOBODY => line.last = previous,
            next => applicants[next as usize].previous = previous,
        }
        self.waiting -= 1;
    }

    /// A server is done with one and takes the next, if anybody waits.
    #[inline]
    pub fn release(&mut self, applicants: &mut [Applicant]) -> Option<u32> {
        if self.waiting == 0 {
            self.free += 1;
            return None;
        }
        let class = self.lines.iter().position(|line| line.first != NOBODY)?;
        let slot = self.lines[class].first;
        self.leave(applicants, slot, class);
        Some(slot)
    }
}
