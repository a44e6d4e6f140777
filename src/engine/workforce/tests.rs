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
fn classes_of_a_section_share_what_is_kept_and_lend_what_they_do_not_need_only_if_it_spills() {
    let days = [(Reserve::Hard, vec![1, 3], vec![2]), (Reserve::Spill, vec![1, 3, 2], vec![4])];
    for (kind, first, second) in days {
        let staff = Workforce::new(4, 480).in_one_line(0..2).in_one_line(2..4).in_sections(&[0..2, 2..4]);
        let mut office = Office::new(staff);
        office.staff.reserve_section(0, 0.3, kind);
        office.staff.reserve_section(1, 0.7, kind);
        for (name, class) in [(1, 0), (2, 1), (3, 3)] {
            office.join(name, class, Tick::from(name), 30);
        }
        assert_eq!(office.day(100), first);
        // The next day nothing of the day before is left.
        office.join(4, 2, 9, 100);
        assert_eq!(office.day(100), second);
    }
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
    let left: u64 = office.people.slots().map(|slot| u64::from(staff.work_left(&office.people, slot))).sum();
    assert_eq!(staff.spent(), work - left);
}
