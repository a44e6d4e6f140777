//! The list against a plain heap, whatever the times.

use super::*;

/// A small generator for the tests: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }
}

type Oracle = BinaryHeap<Reverse<(Tick, Order, u32)>>;

/// Pops both to the end of `now`; some events push others at the same tick or soon after.
fn pop_alike(list: &mut EventList<u32>, heap: &mut Oracle, now: Tick, dice: &mut Dice, delay: u64) {
    loop {
        assert_eq!(list.next_tick(), heap.peek().map(|first| first.0.0));
        let expected = match heap.peek() {
            Some(first) if first.0.0 <= now => heap.pop().map(|first| first.0.2),
            Some(_) | None => None,
        };
        assert_eq!(list.pop_due(now), expected);
        if expected.is_none() {
            break;
        }
        if dice.roll(4) == 0 {
            let (at, order) = (now + dice.roll(delay), Order::new(dice.roll(3) as u8, dice.roll(5) as u32));
            let event = dice.roll(50) as u32;
            list.push(at, order, event);
            heap.push(Reverse((at, order, event)));
        }
    }
    assert_eq!(list.len(), heap.len());
}

#[test]
fn events_come_out_as_from_a_heap_whatever_the_times() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let spread = 1 << dice.roll(40);
        let cluster = 1 << dice.roll(12);
        let mut list = EventList::with_bucket_width(1 << dice.roll(20));
        let mut heap = Oracle::new();
        let mut now = 0;
        for _ in 0..2_000 {
            for _ in 0..dice.roll(8) {
                let at = match dice.roll(10) {
                    0 => now,
                    1 => now + spread * 1_000 + dice.roll(spread),
                    2 | 3 => (now + dice.roll(spread)).next_multiple_of(cluster),
                    _ => now + dice.roll(spread),
                };
                let (order, event) =
                    (Order::new(dice.roll(2) as u8, dice.roll(9) as u32), dice.roll(50) as u32);
                list.push(at, order, event);
                heap.push(Reverse((at, order, event)));
            }
            now = match dice.roll(5) {
                0 => now + dice.roll(spread),
                1 => now,
                _ => heap.peek().map_or(now, |first| first.0.0.max(now)),
            };
            pop_alike(&mut list, &mut heap, now, &mut dice, spread.min(64));
        }
        pop_alike(&mut list, &mut heap, Tick::MAX - (1 << 41), &mut dice, 2);
    }
}

#[test]
fn the_width_follows_a_change_of_density_and_the_order_stays_that_of_a_heap() {
    let mut dice = Dice(7);
    let (mut list, mut heap) = (EventList::new(), Oracle::new());
    for (pending, mean) in [(3_000, 5_000_000_000), (20_000, 900), (200, 3), (2_000, 1_000_000)] {
        for step in 0..3 * pending {
            let at = list.now() + dice.roll(2 * mean);
            list.push(at, Order::default(), step as u32);
            heap.push(Reverse((at, Order::default(), step as u32)));
            while heap.len() > pending {
                let Reverse((now, _, event)) = heap.pop().unwrap();
                assert_eq!(list.pop_due(now), Some(event));
            }
        }
    }
    assert!(list.ahead.shift() > 0);
    pop_alike(&mut list, &mut heap, Tick::MAX / 2, &mut dice, 1);
    assert!(list.is_empty());
}

#[test]
fn order_never_depends_on_insertion() {
    let mut dice = Dice(3);
    let mut entries: Vec<_> = (0..500u32)
        .map(|event| (dice.roll(20), Order::new(dice.roll(2) as u8, dice.roll(4) as u32), event))
        .collect();
    let drain = |entries: &[(Tick, Order, u32)]| {
        let mut list = EventList::new();
        entries.iter().for_each(|&(at, order, event)| list.push(at, order, event));
        std::iter::from_fn(|| list.pop_due(30)).collect::<Vec<_>>()
    };
    let forwards = drain(&entries);
    entries.reverse();
    assert_eq!(forwards, drain(&entries));
    entries.sort();
    assert_eq!(forwards, entries.iter().map(|entry| entry.2).collect::<Vec<_>>());
}

#[test]
fn a_crowd_on_one_tick_does_not_narrow_the_buckets_for_nothing() {
    let mut list = EventList::with_bucket_width(16);
    for day in 1..200 {
        (0..100).for_each(|event| list.push(day * 16, Order::default(), event));
        while list.pop_due(day * 16).is_some() {}
    }
    assert_eq!(list.ahead.shift(), 4);
}

#[test]
fn a_bulk_of_scattered_events_widens_the_buckets_before_anything_is_popped() {
    let mut dice = Dice(1);
    let mut list = EventList::new();
    (0..50_000u32).for_each(|event| list.push(dice.roll(1 << 50), Order::default(), event));
    assert!(list.ahead.shift() > 30, "{}", list.ahead.shift());
    list.push(Tick::MAX, Order::default(), 0);
    assert_eq!(list.len(), 50_001);
}

#[test]
fn what_is_pushed_before_a_bucket_that_was_opened_early_comes_first() {
    for width in [1, 16, 1 << 20] {
        let mut list = EventList::with_bucket_width(width);
        list.push(900 * width, Order::default(), 900);
        assert_eq!(list.next_tick(), Some(900 * width));
        (0..200).rev().for_each(|event: u32| list.push(Tick::from(event) * width, Order::default(), event));
        list.push(700 * width, Order::default(), 700);
        for event in (0..200).chain([700, 900u32]) {
            assert_eq!(list.next_tick(), Some(Tick::from(event) * width));
            assert_eq!(list.pop_due(Tick::from(event) * width), Some(event));
        }
        assert!(list.is_empty());
    }
}

#[test]
fn memory_follows_what_is_pending_not_the_days_that_have_passed() {
    let mut list = EventList::new();
    for day in 0..10_000 {
        (0..100u32).for_each(|event| list.push(day + 1 + Tick::from(event % 10), Order::default(), event));
        while list.pop_due(day).is_some() {}
    }
    assert!(list.ahead.room() < 20 * list.len(), "for {} events", list.len());
}

#[test]
fn an_entry_of_an_eight_byte_event_takes_at_most_24_bytes() {
    assert!(size_of::<Entry<u64>>() <= 24);
    assert!(size_of::<Entry<(u32, u32)>>() <= 24);
}

#[test]
#[should_panic(expected = "scheduled for tick 4, but the clock already stands at tick 5")]
fn what_is_past_cannot_be_planned() {
    let mut list = EventList::new();
    list.advance(5);
    list.push(4, Order::default(), 0);
}

#[test]
#[should_panic(expected = "cannot go back to tick 4")]
fn the_clock_does_not_go_back() {
    let mut list = EventList::<u8>::new();
    list.pop_due(5);
    list.pop_due(4);
}
