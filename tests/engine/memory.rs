//! Memory and time of the engine under an overload that lasts a century: no drift, no overflow, no allocation an event.
//!
//! The allocations of this thread are counted, in this test program only: other threads of it do not disturb.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use allocation_counter::{AllocationInfo, measure};
use doorstroom::engine::{
    EventList, Model, OnDrop, Order, Population, Servers, Slot, Tick, Workforce, simulate,
};
use doorstroom::random::{Draw, Stream, distribution};

/// Seconds: a century has 3.2 thousand million of them.
const YEAR: Tick = 365 * 24 * 3_600;
const CENTURY: Tick = 100 * YEAR;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    Arrival,
    GivesUp(Slot, u32),
    Served(Slot, u32),
}

/// A desk at which more come than can be served.
struct Desk {
    people: Population<(u64, Tick)>,
    servers: Servers,
    stream: Stream,
    between: f64,
    service: f64,
    patience: Option<f64>,
    came: u64,
    left: u64,
    events: u64,
    /// Person-seconds in the queue and at the desk: under the curve, and by those who left.
    area: u64,
    counted: Tick,
    stays: u64,
}

impl Desk {
    fn new(between: f64, service: f64, patience: Option<f64>) -> Desk {
        Desk {
            people: Population::new(),
            servers: Servers::new(4, OnDrop::Finish),
            stream: Stream::new(5, 0),
            between,
            service,
            patience,
            came: 0,
            left: 0,
            events: 0,
            area: 0,
            counted: 0,
            stays: 0,
        }
    }

    fn draw(&self, draw: Draw, id: u64, mean: f64) -> Tick {
        libm::round(distribution::exponential(self.stream.uniform(draw, 0, id), mean)) as Tick
    }

    fn leave(&mut self, slot: Slot, now: Tick) {
        let (_, came) = self.people.remove(slot);
        self.left += 1;
        self.stays += now - came;
    }
}

impl Model for Desk {
    type Event = Event;

    fn law(&mut self, now: Tick, _: &mut EventList<Event>) {
        self.area += (now - self.counted) * self.people.len() as u64;
        self.counted = now;
    }

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        self.events += 1;
        match event {
            Event::Arrival => {
                let id = self.came;
                self.came += 1;
                let slot = self.people.insert((id, now));
                self.servers.join(&mut self.people, slot, now, id as u32);
                if let Some(mean) = self.patience {
                    let at = now + self.draw(Draw::Patience, id, mean);
                    events.push(at, Order::new(1, 0), Event::GivesUp(slot, self.people.epoch(slot)));
                }
                let next = now + self.draw(Draw::BetweenArrivals, id, self.between);
                events.push(next, Order::new(2, 0), Event::Arrival);
            }
            Event::GivesUp(slot, epoch) if self.people.epoch(slot) == epoch => {
                self.servers.leave(&mut self.people, slot);
                self.leave(slot, now);
            }
            Event::Served(slot, epoch) if self.people.epoch(slot) == epoch => {
                self.servers.complete(&mut self.people, slot);
                self.leave(slot, now);
            }
            Event::GivesUp(..) | Event::Served(..) => {}
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
        let mut served = false;
        let (stream, mean) = (self.stream, self.service);
        let ticks = |_: Slot, &mut (id, _): &mut (u64, Tick)| {
            libm::round(distribution::exponential(stream.uniform(Draw::ServiceTime, 0, id), mean)) as Tick
        };
        while let Some((slot, end)) = self.servers.start(&mut self.people, now, ticks) {
            events.push(end, Order::new(0, 0), Event::Served(slot, self.people.bump(slot)));
            served = true;
        }
        served
    }
}

fn begun() -> EventList<Event> {
    let mut events = EventList::new();
    events.push(0, Order::default(), Event::Arrival);
    events
}

#[test]
fn a_century_of_overload_keeps_its_books_to_the_second_and_its_memory_to_the_stock() {
    // One comes every hour, and one is served every 75 minutes.
    let (hour, mut desk) = (3_600.0, Desk::new(3_600.0, 4.0 * 75.0 * 60.0, None));
    let mut events = begun();
    let used = measure(|| simulate(&mut desk, &mut events, 0, CENTURY));
    assert_eq!(desk.people.len() as u64, desk.came - desk.left, "nobody is lost");
    // Those present, counted until the last tick that was visited, which is where the area ends.
    let still: u64 = desk.people.slots().map(|slot| desk.counted - desk.people[slot].1).sum();
    assert_eq!(desk.area, desk.stays + still, "Little's law, to the second");
    // The desk is never idle once begun, and its pace does not drift: the last year serves as many as the mean year.
    assert!(desk.servers.utilisation(CENTURY).unwrap() > 0.999);
    let (served, per_year) = (desk.left as f64, YEAR as f64 / (hour * 1.25));
    assert!((served / (100.0 * per_year) - 1.0).abs() < 4.0 / served.sqrt(), "{served}");
    let stock = desk.people.len() as u64;
    assert!(stock > 150_000, "{stock}");
    // A record, its links and its epoch, in lists that double as they grow.
    assert!(used.bytes_max < 256 * stock + 1_000_000, "{used:?} for {stock}");
    assert!(events.len() <= 5);
}

#[test]
fn once_warm_the_event_loop_allocates_nothing() {
    // Overload held in check by patience: about 2,000 present, each with a pending event.
    let mut desk = Desk::new(100.0, 4.0 * 200.0, Some(400_000.0));
    let mut events = begun();
    simulate(&mut desk, &mut events, 0, 40_000_000);
    let (before, slots) = (desk.events, desk.people.capacity());
    let used: AllocationInfo = measure(|| simulate(&mut desk, &mut events, 40_000_001, 140_000_000));
    let happened = desk.events - before;
    assert!(happened > 2_000_000, "{happened}");
    // What is left is the calendar that finds another width, and a record of the number present.
    assert!(used.count_total * 10_000 < happened, "{} allocations in {happened} events", used.count_total);
    assert!(used.bytes_max < 1_000_000, "{used:?}");
    assert!(desk.people.capacity() < slots + slots / 5, "{} after {slots}", desk.people.capacity());
}

#[test]
fn a_workforce_that_is_short_for_a_century_allocates_for_its_stock_alone() {
    let (mut people, mut staff, mut finished) = (Population::new(), Workforce::new(2, 480), Vec::new());
    let (mut came, mut left) = (0u64, 0u64);
    let days = 36_500u64;
    let mut day_of =
        |day: u64, people: &mut Population<()>, staff: &mut Workforce, finished: &mut Vec<Slot>| {
            for number in 0..6 {
                let slot = people.insert(());
                staff.join(people, slot, (number % 2) as usize, day, number, 300);
                came += 1;
            }
            staff.grant(5 * 300);
            staff.serve(people, finished);
            for slot in finished.drain(..) {
                people.remove(slot);
                left += 1;
            }
            assert_eq!(people.len() as u64, came - left);
        };
    let used = measure(|| (1..=days).for_each(|day| day_of(day, &mut people, &mut staff, &mut finished)));
    assert_eq!((staff.spent(), staff.idle(), people.len() as u64), (days * 1_500, 0, days));
    // One list a column of the population doubles now and then; nothing else grows.
    assert!(used.count_total < 200, "{used:?}");
    assert!(used.bytes_max < 256 * days, "{used:?}");
}
