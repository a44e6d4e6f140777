//! Minutes a tick, spent in queue order.

use super::lane::Lane;
use super::{Population, Queue, Slot, Tick};

/// What happens to minutes that are kept for a class and that it does not need.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Reserve {
    /// They are lost, and counted as idle.
    Hard,
    /// They are offered to the other classes, after all have had their turn.
    Spill,
}

/// What became of the minutes of one pool: granted = spent + idle + left.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Minutes {
    /// Granted so far \[minutes\].
    pub granted: u64,
    /// Spent on items so far \[minutes\].
    pub spent: u64,
    /// Left over at the end of ticks that are past \[minutes\].
    pub idle: u64,
    /// Not yet spent of this tick \[minutes\].
    pub left: u64,
}

/// Classes that share one reserve: they are served in their order from what is kept for all of them.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) classes: std::ops::Range<usize>,
    share: f64,
    reserve: Reserve,
    /// Left of what is kept for these classes in this tick \[minutes\].
    reserved: u64,
}

#[derive(Debug, Default)]
pub(super) struct Pool {
    pub(super) minutes: Minutes,
    /// Whether minutes were granted in this tick.
    pub(super) open: bool,
}

/// Minutes a tick, spent on waiting items in the order (class, tick joined, tie).
///
/// An item takes at most `per_tick` minutes a tick, keeps what was done and its place, and leaves when its work is done.
/// It may need several pools at once (an officer, an interpreter, a lawyer): every minute of its work then costs a minute of each.
/// Each tick: [`grant`](Self::grant) once (then [`grant_pool`](Self::grant_pool) for other pools), then
/// [`join`](Self::join), [`leave`](Self::leave) and [`serve`](Self::serve) as often as you like. Serving takes time for the items it
/// touches and for the classes, never for the length of the queue.
///
/// ```
/// use doorstroom::engine::{Population, Workforce};
/// let (mut population, mut clerks, mut finished) = (Population::new(), Workforce::new(1, 480), Vec::new());
/// let slot = population.insert("a thick file");
/// clerks.join(&mut population, slot, 0, 1, 0, 600);    // class 0, tick 1, tie 0, 600 minutes of work
/// clerks.grant(2 * 480);                               // two clerks, but one works on a file at a time
/// clerks.serve(&mut population, &mut finished);
/// assert_eq!((finished.len(), clerks.minutes_left()), (0, 480));
/// clerks.grant(2 * 480);
/// clerks.serve(&mut population, &mut finished);
/// assert_eq!(finished, [slot]);
/// assert_eq!((clerks.spent(), clerks.idle()), (600, 480));
/// ```
#[derive(Debug)]
pub struct Workforce {
    pub(super) pools: Vec<Pool>,
    pub(super) lanes: Vec<Lane>,
    sections: Vec<Section>,
    pub(super) per_tick: u32,
}

impl Workforce {
    /// A workforce of one pool that serves this many classes, class 0 first; `per_tick` is the most one item takes in a
    /// tick \[minutes\].
    pub fn new(classes: usize, per_tick: u32) -> Self {
        Workforce {
            pools: vec![Pool::default()],
            lanes: (0..classes).map(|_| Lane::new()).collect(),
            sections: Vec::new(),
            per_tick,
        }
    }

    /// The same with several pools. `crews` says for each class which pools an item needs at once, a bit each
    /// (`0b101`: pools 0 and 2).
    pub fn with_pools(mut self, pools: usize, crews: &[u16]) -> Self {
        assert!((1..=16).contains(&pools), "a workforce has 1 to 16 pools, not {pools}");
        assert!(crews.len() == self.lanes.len(), "{} crews for {} classes", crews.len(), self.lanes.len());
        self.pools = (0..pools).map(|_| Pool::default()).collect();
        for (class, (lane, &crew)) in self.lanes.iter_mut().zip(crews).enumerate() {
            let known = crew != 0 && u32::from(crew) >> pools == 0;
            assert!(
                known,
                "the crew {crew:#b} of class {class} needs at least one of the {pools} pools, and no other"
            );
            lane.crew = crew;
        }
        self
    }

    /// Lets these classes stand in one line: among them, who joined first is served first, whatever the class. A class whose
    /// pools have nothing left is passed over. Items that need different pools then wait their turn together. Classes in
    /// one line can keep no reserve.
    pub fn in_one_line(mut self, classes: std::ops::Range<usize>) -> Self {
        for class in classes.skip(1) {
            self.lanes[class].joined_to_previous = true;
        }
        self
    }

    /// Lets classes share a reserve: these ranges, in ascending order, each a whole number of lines. A class of a section keeps
    /// nothing for itself.
    pub fn in_sections(mut self, sections: &[std::ops::Range<usize>]) -> Self {
        let mut next = 0;
        for classes in sections {
            let whole = |class: usize| self.lanes.get(class).is_none_or(|lane| !lane.joined_to_previous);
            assert!(
                next <= classes.start && classes.start < classes.end && classes.end <= self.lanes.len(),
                "sections ascend within the classes"
            );
            assert!(whole(classes.start) && whole(classes.end), "a section holds whole lines");
            next = classes.end;
        }
        let empty = |classes: &std::ops::Range<usize>| Section {
            classes: classes.clone(),
            share: 0.0,
            reserve: Reserve::Hard,
            reserved: 0,
        };
        self.sections = sections.iter().map(empty).collect();
        self
    }

    /// Keeps a share of pool 0's minutes for a section, from the next [`grant`](Self::grant) on; 0 keeps none.
    pub fn reserve_section(&mut self, section: usize, share: f64, reserve: Reserve) {
        assert!((0.0..=1.0).contains(&share), "a reserved share lies between 0 and 1, not at {share}");
        let section = &mut self.sections[section];
        (section.share, section.reserve) = (share, reserve);
    }

    /// Changes the most one item takes in a tick \[minutes\]. Items that had their share of this tick wait for the next.
    pub fn set_per_tick(&mut self, minutes: u32) {
        self.per_tick = minutes;
    }

    /// Keeps a share of pool 0's minutes for a class, from the next [`grant`](Self::grant) on; 0 keeps none. The shares may
    /// not sum to more than 1 when minutes are granted.
    pub fn reserve(&mut self, class: usize, share: f64, reserve: Reserve) {
        let in_line = |class: usize| self.lanes.get(class).is_some_and(|lane| lane.joined_to_previous);
        assert!(
            !in_line(class) && !in_line(class + 1),
            "class {class} stands in one line with another and keeps nothing"
        );
        assert!((0.0..=1.0).contains(&share), "a reserved share lies between 0 and 1, not at {share}");
        assert!(
            self.sections.iter().all(|section| !section.classes.contains(&class)),
            "class {class} stands in a section and keeps nothing for itself"
        );
        assert!(
            self.lanes[class].crew & 1 != 0,
            "class {class} does not use pool 0, so none of it can be kept for it"
        );
        self.lanes[class].share = share;
        self.lanes[class].reserve = reserve;
    }

    /// Opens a tick with the minutes of pool 0. What any pool had left of the tick before is counted as idle.
    pub fn grant(&mut self, minutes: u64) {
        let kept: f64 = self.lanes.iter().map(|lane| lane.share).sum();
        let kept = kept + self.sections.iter().map(|section| section.share).sum::<f64>();
        assert!(kept <= 1.0 + 1e-9, "the shares kept for classes sum to {kept}: more than there is");
        for pool in &mut self.pools {
            pool.minutes.idle += std::mem::take(&mut pool.minutes.left);
            pool.open = false;
        }
        for lane in &mut self.lanes {
            lane.start_over();
        }
        self.sections.iter_mut().for_each(|section| section.reserved = 0);
        self.grant_pool(0, minutes);
    }

    /// Adds minutes to a pool for the tick that [`grant`](Self::grant) has opened.
    pub fn grant_pool(&mut self, pool: usize, minutes: u64) {
        let granted = &mut self.pools[pool];
        granted.minutes.granted += minutes;
        granted.minutes.left += minutes;
        granted.open |= minutes > 0;
        if pool == 0 {
            // Rounded down, so that the shares never sum to more than there is.
            self.lanes.iter_mut().for_each(|lane| lane.reserved += (minutes as f64 * lane.share) as u64);
            for section in &mut self.sections {
                section.reserved += (minutes as f64 * section.share) as u64;
            }
        }
    }

    /// Lets a record join the queue of a class with this much work \[minutes\]. It has taken nothing of this tick yet.
    pub fn join<R>(
        &mut self,
        population: &mut Population<R>,
        slot: Slot,
        class: usize,
        joined: Tick,
        tie: u32,
        work: u32,
    ) {
        self.lanes[class].join(population, slot, joined, tie);
        population.link_mut(slot).work = work;
    }

    /// Takes a record out of the queue of its class, from whatever place, and returns the work left \[minutes\].
    pub fn leave<R>(&mut self, population: &mut Population<R>, slot: Slot, class: usize) -> u32 {
        self.lanes[class].remove(population, slot);
        population.link(slot).work
    }

    /// Spends what is left of this tick's minutes. Items whose work is done leave, and are appended to `finished`.
    pub fn serve<R>(&mut self, population: &mut Population<R>, finished: &mut Vec<Slot>) {
        let kept: u64 = self.lanes.iter().map(|lane| lane.reserved).sum();
        let kept = kept + self.sections.iter().map(|section| section.reserved).sum::<u64>();
        let mut common = self.pools[0].minutes.left.saturating_sub(kept);
        let mut class = 0;
        while class < self.lanes.len() {
            let line = self.line(class);
            let section = self.sections.iter().position(|section| section.classes.contains(&class));
            let own = section.map_or(self.lanes[class].reserved, |at| self.sections[at].reserved);
            let spent = self.serve_whole(population, line.clone(), own + common, finished);
            let reserved = match section {
                Some(at) => &mut self.sections[at].reserved,
                None => &mut self.lanes[class].reserved,
            };
            *reserved -= spent.min(own);
            common -= spent.saturating_sub(own);
            class = line.end;
        }
        self.serve_spilled(population, finished);
    }

    /// The classes that stand in one line with this one, the first of them; most stand alone.
    fn line(&self, class: usize) -> std::ops::Range<usize> {
        let more = self.lanes[class + 1..].iter().take_while(|lane| lane.joined_to_previous).count();
        class..class + more + 1
    }

    /// Serves a line, or a class that stands alone, from at most `purse` of pool 0's minutes.
    fn serve_whole<R>(
        &mut self,
        population: &mut Population<R>,
        line: std::ops::Range<usize>,
        purse: u64,
        finished: &mut Vec<Slot>,
    ) -> u64 {
        if line.len() > 1 {
            self.serve_line(population, line, purse, finished)
        } else {
            self.serve_class(population, line.start, purse, finished)
        }
    }

    /// Offers what spills to all classes, in their order.
    fn serve_spilled<R>(&mut self, population: &mut Population<R>, finished: &mut Vec<Slot>) {
        let spills = |lane: &&mut Lane| lane.reserve == Reserve::Spill;
        let spill = |section: &&mut Section| section.reserve == Reserve::Spill;
        let spilled: u64 = self.lanes.iter_mut().filter(spills).map(|lane| lane.reserved).sum();
        let spilled =
            spilled + self.sections.iter_mut().filter(spill).map(|section| section.reserved).sum::<u64>();
        if spilled == 0 {
            return;
        }
        let (mut spent, mut class) = (0, 0);
        while class < self.lanes.len() {
            let line = self.line(class);
            spent += self.serve_whole(population, line.clone(), spilled - spent, finished);
            class = line.end;
        }
        let lanes = self.lanes.iter_mut().filter(spills).map(|lane| &mut lane.reserved);
        for reserved in
            lanes.chain(self.sections.iter_mut().filter(spill).map(|section| &mut section.reserved))
        {
            let taken = spent.min(*reserved);
            *reserved -= taken;
            spent -= taken;
        }
    }

    /// Items of a class that wait, partly served ones included.
    pub fn waiting(&self, class: usize) -> u32 {
        self.lanes[class].queue.len()
    }

    /// The queue of a class, to look at.
    pub fn queue(&self, class: usize) -> &Queue {
        &self.lanes[class].queue
    }

    /// Work left of a waiting item \[minutes\].
    pub fn work_left<R>(&self, population: &Population<R>, slot: Slot) -> u32 {
        population.link(slot).work
    }

    /// What became of the minutes of a pool.
    pub fn pool(&self, pool: usize) -> Minutes {
        self.pools[pool].minutes
    }

    /// Granted to pool 0 so far \[minutes\].
    pub fn granted(&self) -> u64 {
        self.pool(0).granted
    }

    /// Spent by pool 0 so far \[minutes\].
    pub fn spent(&self) -> u64 {
        self.pool(0).spent
    }

    /// Left over by pool 0 at the end of ticks that are past \[minutes\].
    pub fn idle(&self) -> u64 {
        self.pool(0).idle
    }

    /// What pool 0 has left of this tick, reserves included \[minutes\].
    pub fn minutes_left(&self) -> u64 {
        self.pool(0).left
    }
}

#[cfg(test)]
mod tests;
