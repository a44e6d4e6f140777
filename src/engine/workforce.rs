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
    pub(super) per_tick: u32,
}

impl Workforce {
    /// A workforce of one pool that serves this many classes, class 0 first; `per_tick` is the most one item takes in a
    /// tick \[minutes\].
    pub fn new(classes: usize, per_tick: u32) -> Self {
        Workforce {
            pools: vec![Pool::default()],
            lanes: (0..classes).map(|_| Lane::new()).collect(),
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
            self.lanes[class].crew & 1 != 0,
            "class {class} does not use pool 0, so none of it can be kept for it"
        );
        self.lanes[class].share = share;
        self.lanes[class].reserve = reserve;
    }

    /// Opens a tick with the minutes of pool 0. What any pool had left of the tick before is counted as idle.
    pub fn grant(&mut self, minutes: u64) {
        let kept: f64 = self.lanes.iter().map(|lane| lane.share).sum();
        assert!(kept <= 1.0 + 1e-9, "the shares kept for classes sum to {kept}: more than there is");
        for pool in &mut self.pools {
            pool.minutes.idle += std::mem::take(&mut pool.minutes.left);
            pool.open = false;
        }
        for lane in &mut self.lanes {
            lane.start_over();
        }
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
        let mut common = self.pools[0].minutes.left.saturating_sub(kept);
        let mut class = 0;
        while class < self.lanes.len() {
            let more = self.lanes[class + 1..].iter().take_while(|lane| lane.joined_to_previous).count();
            if more > 0 {
                common -= self.serve_line(population, class..class + more + 1, common, finished);
            } else {
                let own = self.lanes[class].reserved;
                let spent = self.serve_class(population, class, own + common, finished);
                self.lanes[class].reserved -= spent.min(own);
                common -= spent.saturating_sub(own);
            }
            class += more + 1;
        }
        let spills = |lane: &&mut Lane| lane.reserve == Reserve::Spill;
        let spilled: u64 = self.lanes.iter_mut().filter(spills).map(|lane| lane.reserved).sum();
        if spilled == 0 {
            return;
        }
        let mut spent = 0;
        for class in 0..self.lanes.len() {
            spent += self.serve_class(population, class, spilled - spent, finished);
        }
        for lane in self.lanes.iter_mut().filter(spills) {
            let taken = spent.min(lane.reserved);
            lane.reserved -= taken;
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
mod tests {
    use super::*;

    struct Office {
        people: Population<u32>,
        staff: Workforce,
    }

    impl Office {
        fn new(staff: Workforce) -> Self {
            Office { people: Population::new(), staff }
        }

        fn join(&mut self, name: u32, class: usize, joined: Tick, work: u32) -> Slot {
            let slot = self.people.insert(name);
            self.staff.join(&mut self.people, slot, class, joined, 0, work);
            slot
        }

        /// The names of those whose work is done.
        fn serve(&mut self) -> Vec<u32> {
            let mut finished = Vec::new();
            self.staff.serve(&mut self.people, &mut finished);
            finished.into_iter().map(|slot| self.people.remove(slot)).collect()
        }

        fn day(&mut self, minutes: u64) -> Vec<u32> {
            self.staff.grant(minutes);
            self.serve()
        }
    }

    #[test]
    fn an_item_takes_at_most_per_tick_minutes_however_often_is_served() {
        let mut office = Office::new(Workforce::new(1, 100));
        let slot = office.join(1, 0, 1, 250);
        for left in [150, 50] {
            assert!(office.day(1_000).is_empty());
            assert_eq!((office.serve(), office.serve()), (vec![], vec![]));
            assert_eq!(office.staff.work_left(&office.people, slot), left);
        }
        assert_eq!(office.day(1_000), [1]);
        assert_eq!(office.staff.spent(), 250);
    }

    #[test]
    fn classes_in_one_line_are_served_by_when_they_joined_and_pass_over_who_lacks_a_pool() {
        // Officers, and interpreters of two languages.
        let staff = Workforce::new(3, 480).with_pools(3, &[0b001, 0b011, 0b101]).in_one_line(1..3);
        let mut office = Office::new(staff);
        for (name, class, joined) in [(1, 1, 1), (2, 2, 2), (3, 1, 3), (4, 2, 4), (5, 0, 9)] {
            office.join(name, class, joined, 100);
        }
        office.staff.grant(400);
        office.staff.grant_pool(1, 1_000);
        office.staff.grant_pool(2, 1_000);
        assert_eq!(office.serve(), [5, 1, 2, 3]);
        // Without an interpreter of the second language the fourth waits, and holds up nobody.
        office.join(6, 1, 5, 100);
        office.staff.grant(400);
        office.staff.grant_pool(1, 1_000);
        assert_eq!(office.serve(), [6]);
        assert_eq!((office.staff.waiting(1), office.staff.waiting(2)), (0, 1));
    }

    #[test]
    fn partial_work_is_kept_and_so_is_the_place() {
        let mut office = Office::new(Workforce::new(1, 480));
        office.join(1, 0, 1, 300);
        let second = office.join(2, 0, 2, 100);
        assert!(office.day(200).is_empty());
        assert_eq!(office.day(150), [1]);
        assert_eq!(office.staff.leave(&mut office.people, second, 0), 50);
    }

    #[test]
    fn lower_classes_come_first_and_within_a_class_who_joined_first() {
        let mut office = Office::new(Workforce::new(2, 480));
        for (name, class, joined) in [(1, 1, 1), (2, 0, 9), (3, 0, 3), (4, 1, 0)] {
            office.join(name, class, joined, 10);
        }
        assert_eq!(office.day(35), [3, 2, 4]);
        assert_eq!(office.day(5), [1]);
    }

    #[test]
    fn who_joins_before_those_already_served_today_is_served_too() {
        let mut office = Office::new(Workforce::new(1, 10));
        for name in 0..5 {
            office.join(name, 0, Tick::from(name) + 10, 100);
        }
        assert!(office.day(1_000).is_empty());
        office.join(9, 0, 1, 10);
        let gone = office.join(8, 0, 12, 7);
        office.join(7, 0, 99, 4);
        assert_eq!(office.staff.leave(&mut office.people, gone, 0), 7);
        assert_eq!(office.serve(), [9, 7]);
        assert_eq!(office.staff.spent(), 5 * 10 + 10 + 4);
        assert!(office.serve().is_empty());
    }

    #[test]
    fn leaving_of_the_one_served_last_today_does_not_serve_others_twice() {
        let mut office = Office::new(Workforce::new(1, 10));
        let slots: Vec<Slot> = (0..3).map(|name| office.join(name, 0, 1 + Tick::from(name), 100)).collect();
        office.day(1_000);
        office.staff.leave(&mut office.people, slots[2], 0);
        office.staff.leave(&mut office.people, slots[0], 0);
        office.join(5, 0, 5, 100);
        office.serve();
        assert_eq!(office.staff.spent(), 40);
        assert_eq!(office.staff.work_left(&office.people, slots[1]), 90);
    }

    #[test]
    fn serving_again_does_not_look_at_those_who_had_their_share() {
        let mut office = Office::new(Workforce::new(1, 1));
        for name in 0..200_000 {
            office.join(name, 0, Tick::from(name), 5);
        }
        office.staff.grant(u64::from(u32::MAX));
        for _ in 0..100_000 {
            assert!(office.serve().is_empty());
        }
        assert_eq!(office.staff.spent(), 200_000);
    }

    #[test]
    fn a_hard_reserve_is_lost_and_a_spilled_one_is_offered_last() {
        for (kind, done, spent) in [(Reserve::Hard, vec![1], 60), (Reserve::Spill, vec![1, 2], 100)] {
            let mut office = Office::new(Workforce::new(2, 480));
            office.staff.reserve(1, 0.4, kind);
            office.join(1, 0, 1, 50);
            office.join(2, 0, 2, 50);
            assert_eq!(office.day(100), done);
            office.staff.grant(0);
            assert_eq!((office.staff.spent(), office.staff.idle()), (spent, 100 - spent));
        }
    }

    #[test]
    fn a_class_uses_its_reserve_before_the_common_minutes() {
        let mut office = Office::new(Workforce::new(2, 480));
        office.staff.reserve(1, 0.25, Reserve::Spill);
        office.join(1, 0, 1, 300);
        office.join(2, 1, 1, 20);
        office.join(3, 1, 2, 20);
        assert_eq!(office.day(100), [2]);
        let first = office.people.slots().next().unwrap();
        assert_eq!(office.staff.work_left(&office.people, first), 300 - 75);
        assert_eq!(office.staff.minutes_left(), 0);
    }

    #[test]
    fn shares_may_be_changed_one_by_one_and_are_added_up_when_minutes_are_granted() {
        let mut office = Office::new(Workforce::new(2, 480));
        office.staff.reserve(0, 0.7, Reserve::Hard);
        office.staff.reserve(1, 0.6, Reserve::Hard);
        office.staff.reserve(0, 0.4, Reserve::Hard);
        office.join(1, 1, 1, 60);
        assert_eq!(office.day(100), [1]);
    }

    #[test]
    #[should_panic(expected = "more than there is")]
    fn no_more_is_kept_than_there_is() {
        let mut staff = Workforce::new(2, 480);
        staff.reserve(0, 0.7, Reserve::Hard);
        staff.reserve(1, 0.6, Reserve::Spill);
        staff.grant(100);
    }

    #[test]
    fn a_crew_works_all_at_once_or_not_at_all() {
        let mut office = Office::new(Workforce::new(3, 480).with_pools(2, &[0b11, 0b10, 0b01]));
        office.join(1, 0, 1, 100);
        office.join(2, 1, 1, 30);
        office.join(3, 2, 1, 100);
        office.staff.grant(150);
        assert_eq!(office.serve(), [3]);
        office.staff.grant(200);
        office.staff.grant_pool(1, 70);
        assert!(office.serve().is_empty());
        assert_eq!((office.staff.pool(0).spent, office.staff.pool(1).spent), (170, 70));
        office.staff.grant(30);
        office.staff.grant_pool(1, 100);
        assert_eq!(office.serve(), [1, 2]);
        let interpreters = office.staff.pool(1);
        assert_eq!(interpreters, Minutes { granted: 170, spent: 130, idle: 0, left: 40 });
    }

    #[test]
    fn an_item_without_work_finishes_when_the_workforce_is_open() {
        let mut office = Office::new(Workforce::new(2, 480));
        office.join(1, 1, 1, 0);
        assert!(office.serve().is_empty());
        assert!(office.day(0).is_empty());
        office.join(2, 0, 1, 400);
        assert_eq!(office.day(1), [1]);
    }

    #[test]
    fn every_minute_granted_is_spent_idle_or_left() {
        let mut office = Office::new(Workforce::new(3, 50));
        office.staff.reserve(0, 0.15, Reserve::Hard);
        office.staff.reserve(2, 0.33, Reserve::Spill);
        let mut work = 0;
        for day in 0..500u32 {
            office.staff.grant(u64::from(day * 37 % 301));
            for item in 0..day * 13 % 5 {
                let minutes = day * 7919 % 140 + item;
                work += u64::from(minutes);
                office.join(day, (day + item) as usize % 3, Tick::from(day * 31 % 40), minutes);
                office.serve();
            }
        }
        let staff = &office.staff;
        assert_eq!(staff.granted(), staff.spent() + staff.idle() + staff.minutes_left());
        let left: u64 =
            office.people.slots().map(|slot| u64::from(staff.work_left(&office.people, slot))).sum();
        assert_eq!(staff.spent(), work - left);
    }
}
