//! Places held across stages, in tiers that overflow one into the next.

/// One of the tiers of [`Places`]; the first is filled first.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Tier(u8);

impl Tier {
    /// The tier at this position in the overflow order, from 0.
    pub const fn new(index: u8) -> Self {
        Tier(index)
    }

    /// The position of this tier in the overflow order, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Copy, Clone, Debug)]
struct Counter {
    capacity: u32,
    taken: u32,
}

/// Places in tiers, taken in overflow order. A capacity may shrink below what is taken: nobody is put out, but the
/// [excess](Self::excess) shows and nobody enters until it is gone.
#[derive(Clone, Debug)]
pub struct Places {
    tiers: Vec<Counter>,
    refused: u64,
}

impl Places {
    /// Empty tiers with these capacities \[places\], in overflow order: at most 256.
    pub fn new(capacities: &[u32]) -> Self {
        assert!(capacities.len() <= 256, "places come in at most 256 tiers");
        Places {
            tiers: capacities.iter().map(|&capacity| Counter { capacity, taken: 0 }).collect(),
            refused: 0,
        }
    }

    /// Changes the capacity of a tier \[places\], also to below what is taken.
    pub fn set_capacity(&mut self, tier: Tier, places: u32) {
        self.tiers[tier.index()].capacity = places;
    }

    /// Takes places for persons who stay together, in the first tier with room for all of them. Without such a tier they
    /// are refused, and counted.
    pub fn take(&mut self, persons: u32) -> Option<Tier> {
        let tier = self.tiers().find(|&tier| self.free(tier) >= persons);
        match tier {
            Some(tier) => self.tiers[tier.index()].taken += persons,
            None => self.refused += u64::from(persons),
        }
        tier
    }

    /// Takes places in a tier without looking at its capacity: the initial stock, or a transfer by order.
    pub fn hold(&mut self, tier: Tier, persons: u32) {
        self.tiers[tier.index()].taken += persons;
    }

    /// Gives places back. Panics when more are given back than were taken.
    pub fn release(&mut self, tier: Tier, persons: u32) {
        let taken = &mut self.tiers[tier.index()].taken;
        *taken = taken
            .checked_sub(persons)
            .unwrap_or_else(|| panic!("{persons} places were released in {tier:?}, where {taken} are taken"));
    }

    /// Capacity of a tier \[places\].
    pub fn capacity(&self, tier: Tier) -> u32 {
        self.tiers[tier.index()].capacity
    }

    /// Places taken in a tier.
    pub fn taken(&self, tier: Tier) -> u32 {
        self.tiers[tier.index()].taken
    }

    /// Places free in a tier.
    pub fn free(&self, tier: Tier) -> u32 {
        self.capacity(tier).saturating_sub(self.taken(tier))
    }

    /// Places taken in a tier beyond its capacity.
    pub fn excess(&self, tier: Tier) -> u32 {
        self.taken(tier).saturating_sub(self.capacity(tier))
    }

    /// Persons refused so far. Who asks again is counted again.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// The tiers, in overflow order.
    pub fn tiers(&self) -> impl Iterator<Item = Tier> + use<> {
        (0..self.tiers.len()).map(|index| Tier(index as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: Tier = Tier::new(0);
    const EMERGENCY: Tier = Tier::new(1);

    #[test]
    fn a_full_tier_overflows_into_the_next_and_the_last_refuses() {
        let mut places = Places::new(&[2, 3]);
        assert_eq!(
            [(); 6].map(|()| places.take(1)),
            [Some(MAIN), Some(MAIN), Some(EMERGENCY), Some(EMERGENCY), Some(EMERGENCY), None]
        );
        assert_eq!(places.refused(), 1);
        places.release(MAIN, 1);
        assert_eq!(places.take(1), Some(MAIN));
    }

    #[test]
    fn persons_who_stay_together_are_not_split_over_tiers() {
        let mut places = Places::new(&[3, 4]);
        places.take(1);
        assert_eq!(places.take(4), Some(EMERGENCY));
        assert_eq!(places.take(3), None);
        assert_eq!(places.refused(), 3);
        assert_eq!(places.take(2), Some(MAIN));
    }

    #[test]
    fn a_tier_that_shrinks_below_what_is_taken_shows_its_excess_and_lets_nobody_in() {
        let mut places = Places::new(&[10]);
        places.take(10);
        places.set_capacity(MAIN, 7);
        assert_eq!((places.taken(MAIN), places.excess(MAIN), places.free(MAIN)), (10, 3, 0));
        places.release(MAIN, 3);
        assert_eq!((places.excess(MAIN), places.take(1)), (0, None));
        places.release(MAIN, 1);
        assert_eq!(places.take(1), Some(MAIN));
    }

    #[test]
    fn an_initial_stock_is_held_whatever_the_capacity() {
        let mut places = Places::new(&[1, 1]);
        places.hold(MAIN, 5);
        assert_eq!((places.excess(MAIN), places.refused()), (4, 0));
        assert_eq!(places.tiers().map(|tier| places.taken(tier)).collect::<Vec<_>>(), [5, 0]);
    }

    #[test]
    #[should_panic(expected = "2 places were released in Tier(0), where 1 are taken")]
    fn no_more_is_released_than_was_taken() {
        let mut places = Places::new(&[5]);
        places.take(1);
        places.release(MAIN, 2);
    }
}
