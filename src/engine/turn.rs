//! Whose turn it is at a workforce, and what it takes of the minutes.

use std::ops::Range;

use super::{Population, Slot, Workforce};

impl Workforce {
    /// Serves classes that stand in one line from at most `purse` of pool 0's minutes, and returns how many of those it
    /// spent.
    pub(super) fn serve_line<R>(
        &mut self,
        population: &mut Population<R>,
        classes: Range<usize>,
        purse: u64,
        finished: &mut Vec<Slot>,
    ) -> u64 {
        let (mut spent, mut exhausted) = (0, 0u64);
        loop {
            let next = classes
                .clone()
                .filter(|class| exhausted >> (class - classes.start) & 1 == 0)
                .filter_map(|class| {
                    let slot = self.lanes[class].next_up(population)?;
                    Some((population.link(slot).key(), class))
                })
                .min();
            let Some((_, class)) = next else { return spent };
            let (minutes, goes_on) = match self.available(class, purse - spent) {
                Some(available) => {
                    let lane = &mut self.lanes[class];
                    lane.serve_one(population, available, self.per_tick, finished)
                }
                None => (0, false),
            };
            self.take(class, minutes);
            spent += if self.lanes[class].crew & 1 != 0 { minutes } else { 0 };
            if !goes_on {
                exhausted |= 1 << (class - classes.start);
            }
        }
    }

    /// Serves one class from at most `purse` of pool 0's minutes, and returns how many of those it spent.
    pub(super) fn serve_class<R>(
        &mut self,
        population: &mut Population<R>,
        class: usize,
        purse: u64,
        finished: &mut Vec<Slot>,
    ) -> u64 {
        if self.lanes[class].queue.is_empty() {
            return 0;
        }
        let Some(whole) = self.available(class, purse) else { return 0 };
        let mut left = whole;
        loop {
            let (minutes, goes_on) = self.lanes[class].serve_one(population, left, self.per_tick, finished);
            left -= minutes;
            if !goes_on {
                break;
            }
        }
        let spent = whole - left;
        self.take(class, spent);
        if self.lanes[class].crew & 1 != 0 { spent } else { 0 }
    }

    /// Minutes that all pools of a class's crew have, with at most `purse` of pool 0; none while one is not open.
    fn available(&self, class: usize, purse: u64) -> Option<u64> {
        let crew = self.lanes[class].crew;
        let mut available = u64::MAX;
        for (number, pool) in self.pools.iter().enumerate().filter(|&(number, _)| crew >> number & 1 != 0) {
            if !pool.open {
                return None;
            }
            available =
                available.min(if number == 0 { purse.min(pool.minutes.left) } else { pool.minutes.left });
        }
        Some(available)
    }

    /// Takes minutes out of every pool of a class's crew.
    fn take(&mut self, class: usize, minutes: u64) {
        let crew = self.lanes[class].crew;
        let pools = self.pools.iter_mut().enumerate().filter(|&(number, _)| crew >> number & 1 != 0);
        for (_, pool) in pools {
            pool.minutes.left -= minutes;
            pool.minutes.spent += minutes;
        }
    }
}
