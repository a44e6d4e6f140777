//! The engine where it is hard: rates and capacities that step, to nothing and to more than anybody needs; those in service
//! when capacity drops; blocking; leaving in the moment of being called; batches; several workforces; ties.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::collections::BTreeMap;

use doorstroom::engine::{
    EventList, Model, OnDrop, Order, Places, Population, Reserve, Servers, Slot, Tick, Tier, Workforce,
    simulate,
};
use doorstroom::random::{Arrivals, Draw, Stream, distribution};
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Each test of a law raises a false alarm once in ten thousand seeds; the seed is fixed, so it passes always or never.
const FALSE_ALARM: f64 = 1e-4;

fn uniform(stream: Stream, number: u64) -> f64 {
    stream.uniform(Draw::BetweenArrivals, 0, number)
}

/// The ticks of all arrivals until `end`.
fn arrivals(rate: &Arrivals, stream: Stream, end: Tick) -> Vec<Tick> {
    let (mut clock, mut number, mut found) = (0.0, 0, Vec::new());
    while let Some(at) = rate.next(&mut clock, uniform(stream, number)).filter(|&at| at < end) {
        found.push(at);
        number += 1;
    }
    found
}

/// Kolmogorov's statistic of numbers that should be uniform, against its critical value for large samples.
fn assert_uniform(mut numbers: Vec<f64>, what: &str) {
    numbers.sort_unstable_by(f64::total_cmp);
    let n = numbers.len() as f64;
    let far = |(k, x): (usize, &f64)| (x - k as f64 / n).abs().max((x - (k as f64 + 1.0) / n).abs());
    let most = numbers.iter().enumerate().map(far).fold(0.0, f64::max) * n.sqrt();
    // P(K > x) is about 2 exp(-2 x^2).
    let critical = (-0.5 * libm::log(FALSE_ALARM / 2.0)).sqrt();
    assert!(most < critical, "{what}: Kolmogorov {most} beyond {critical}, n = {n}");
}

/// A rate that steps, with a gap: ticks from, and arrivals a tick.
const STEPS: [(Tick, f64); 5] =
    [(0, 0.000_2), (1_000_000, 0.002), (1_500_000, 0.0), (2_500_000, 0.001), (3_000_000, 0.000_05)];
const END: Tick = 4_000_000;

#[test]
fn arrivals_at_a_rate_that_steps_have_poisson_counts_in_every_piece() {
    let rate = Arrivals::new(&STEPS);
    let runs = 400;
    let mut statistic = 0.0;
    for (piece, &(from, pace)) in STEPS.iter().enumerate() {
        let until = STEPS.get(piece + 1).map_or(END, |next| next.0);
        let expected = pace * (until - from) as f64;
        for run in 0..runs {
            let came = arrivals(&rate, Stream::new(20, run), END);
            let count = came.iter().filter(|at| (from..until).contains(at)).count() as f64;
            if expected == 0.0 {
                assert_eq!(count, 0.0, "nobody comes in the gap");
            } else {
                statistic += (count - expected) * (count - expected) / expected;
            }
        }
    }
    // The dispersion of counts with means of 50 to 1,000 is chi-square, with a degree of freedom a count.
    let law = ChiSquared::new(f64::from(4 * runs)).unwrap();
    let (low, high) = (law.inverse_cdf(FALSE_ALARM / 2.0), law.inverse_cdf(1.0 - FALSE_ALARM / 2.0));
    assert!((low..high).contains(&statistic), "{statistic} outside {low} to {high}");
}

#[test]
fn arrivals_at_a_rate_that_steps_lie_evenly_on_the_clock_of_the_rate() {
    let rate = Arrivals::new(&STEPS);
    let all = rate.expected(END as f64);
    let mut places = Vec::new();
    let mut gaps = Vec::new();
    for run in 0..20 {
        let came = arrivals(&rate, Stream::new(21, run), END);
        let clock: Vec<f64> = came.iter().map(|&at| rate.expected(at as f64)).collect();
        places.extend(clock.iter().map(|expected| expected / all));
        gaps.extend(clock.windows(2).map(|pair| 1.0 - libm::exp(pair[0] - pair[1])));
    }
    assert_uniform(places, "times of arrival");
    assert_uniform(gaps, "times between arrivals");
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    Shift(u32),
    Arrival(u32),
    GivesUp(Slot, u32),
    Served(Slot, u32),
}

/// One queue under a roster, that writes down when services begin and end.
struct Ward {
    people: Population<u32>,
    servers: Servers,
    service: Tick,
    log: Vec<(Tick, &'static str, u32)>,
}

impl Ward {
    fn new(capacity: u32, on_drop: OnDrop, service: Tick) -> Ward {
        let servers = Servers::new(capacity, on_drop);
        Ward { people: Population::new(), servers, service, log: Vec::new() }
    }

    fn run(&mut self, plan: &[(Tick, Event)], until: Tick) {
        let mut events = EventList::new();
        for &(at, event) in plan {
            let first = matches!(event, Event::Shift(_));
            events.push(at, Order::new(if first { 0 } else { 2 }, 0), event);
        }
        simulate(self, &mut events, 0, until);
    }

    fn said(&self, what: &str) -> Vec<(Tick, u32)> {
        self.log.iter().filter(|line| line.1 == what).map(|line| (line.0, line.2)).collect()
    }
}

impl Model for Ward {
    type Event = Event;

    fn event(&mut self, event: Event, now: Tick, _: &mut EventList<Event>) {
        match event {
            Event::Shift(capacity) => {
                for slot in self.servers.set_capacity(&mut self.people, now, capacity) {
                    self.people.bump(slot);
                    self.log.push((now, "interrupted", self.people[slot]));
                }
            }
            Event::Arrival(name) => {
                let slot = self.people.insert(name);
                self.servers.join(&mut self.people, slot, now, name);
            }
            Event::GivesUp(slot, epoch) if self.people.epoch(slot) == epoch => {
                self.servers.leave(&mut self.people, slot);
                self.log.push((now, "gave up", self.people.remove(slot)));
            }
            Event::Served(slot, epoch) if self.people.epoch(slot) == epoch => {
                self.servers.complete(&mut self.people, slot);
                self.log.push((now, "served", self.people.remove(slot)));
            }
            Event::GivesUp(..) | Event::Served(..) => {}
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
        let mut served = false;
        while let Some((slot, end)) = self.servers.start(&mut self.people, now, |_, _| self.service) {
            self.log.push((now, "begun", self.people[slot]));
            events.push(end, Order::new(1, 0), Event::Served(slot, self.people.bump(slot)));
            served = true;
        }
        served
    }
}

#[test]
fn nobody_is_served_in_a_shift_of_nobody_and_all_at_once_in_one_without_bound() {
    let mut ward = Ward::new(0, OnDrop::Finish, 7);
    let mut plan: Vec<(Tick, Event)> =
        (0..100).map(|name| (Tick::from(name), Event::Arrival(name))).collect();
    plan.extend([(500, Event::Shift(u32::MAX)), (600, Event::Shift(0)), (700, Event::Shift(u32::MAX))]);
    plan.push((650, Event::Arrival(999)));
    ward.run(&plan, 2_000);
    let begun = ward.said("begun");
    assert_eq!(begun.len(), 101);
    assert!(begun[..100].iter().all(|line| line.0 == 500), "the whole queue at once");
    assert_eq!(begun[100], (700, 999));
    assert_eq!(ward.servers.busy_time(2_000), 101 * 7);
    // So many server-ticks that they no longer fit: counted up to the most there can be, and no fault.
    ward.servers.set_capacity(&mut ward.people, 1 << 60, u32::MAX);
    ward.servers.set_capacity(&mut ward.people, 1 << 61, 1);
    assert!(ward.servers.utilisation(1 << 62).unwrap() < 1e-6);
}

/// Three who come at 0, 1 and 2 to three servers for ten ticks each; at 5 one server is left, at 30 three again.
fn shifts(on_drop: OnDrop) -> Ward {
    let mut ward = Ward::new(3, on_drop, 10);
    let plan = [
        (0, Event::Arrival(1)),
        (1, Event::Arrival(2)),
        (2, Event::Arrival(3)),
        (5, Event::Shift(1)),
        (30, Event::Shift(3)),
    ];
    ward.run(&plan, 100);
    ward
}

#[test]
fn those_in_service_when_capacity_drops_finish_resume_or_start_anew() {
    let finish = shifts(OnDrop::Finish);
    assert_eq!(finish.said("served"), [(10, 1), (11, 2), (12, 3)]);
    let resume = shifts(OnDrop::Resume);
    assert_eq!(resume.said("interrupted"), [(5, 2), (5, 3)]);
    // Six ticks were left to the second, and then seven to the third.
    assert_eq!(resume.said("served"), [(10, 1), (16, 2), (23, 3)]);
    assert_eq!(resume.servers.busy_time(100), 30, "no work is done twice");
    let requeue = shifts(OnDrop::Requeue);
    assert_eq!(requeue.said("served"), [(10, 1), (20, 2), (30, 3)]);
    assert_eq!(requeue.servers.busy_time(100), 30 + 4 + 3, "what was begun is lost");
}

#[test]
fn who_gives_up_in_the_tick_in_which_a_server_comes_free_leaves_before_the_call() {
    // All events of a tick come before its service, whichever of these two comes first.
    for order in [0, 2] {
        let mut ward = Ward::new(1, OnDrop::Finish, 10);
        let mut events = EventList::new();
        events.push(0, Order::new(2, 0), Event::Arrival(1));
        events.push(1, Order::new(2, 0), Event::Arrival(2));
        events.push(1, Order::new(2, 1), Event::Arrival(3));
        simulate(&mut ward, &mut events, 0, 5);
        let waiting = ward.servers.queue().first().unwrap();
        let patience = Event::GivesUp(waiting, ward.people.epoch(waiting));
        events.push(10, Order::new(order, 0), patience);
        simulate(&mut ward, &mut events, 6, 50);
        assert_eq!(ward.said("gave up"), [(10, 2)]);
        assert_eq!(ward.said("served"), [(10, 1), (20, 3)]);
        assert!(ward.people.is_empty());
    }
}

#[test]
fn who_is_called_at_a_tick_is_no_longer_there_to_leave_in_its_later_rounds() {
    // The call comes in the service phase of tick 10; the patience is pushed for the same tick after it.
    let mut ward = Ward::new(1, OnDrop::Finish, 10);
    let (first, second) = (ward.people.insert(1), ward.people.insert(2));
    ward.servers.join(&mut ward.people, first, 0, 0);
    ward.servers.join(&mut ward.people, second, 0, 1);
    let stale = Event::GivesUp(second, ward.people.epoch(second));
    let mut events = EventList::new();
    simulate(&mut ward, &mut events, 0, 10);
    assert_eq!(ward.said("begun"), [(0, 1), (10, 2)]);
    events.push(11, Order::new(0, 0), stale);
    simulate(&mut ward, &mut events, 11, 60);
    assert_eq!(ward.said("served"), [(10, 1), (20, 2)]);
    assert!(ward.said("gave up").is_empty());
}

/// Two stations without room between them: who is done at the first stays in its server until the second is free.
struct Tandem {
    people: Population<u64>,
    first: Servers,
    second: Servers,
    blocked: Option<Slot>,
    stream: Stream,
    came: u64,
    through: u64,
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Done {
    First(Slot),
    Second(Slot),
}

impl Tandem {
    fn draw(&self, id: u64, visit: u64) -> Tick {
        libm::round(distribution::exponential(self.stream.uniform(Draw::ServiceTime, id, visit), 1e4)) as Tick
    }

    fn pass_on(&mut self, slot: Slot, now: Tick) {
        self.first.complete(&mut self.people, slot);
        self.second.join(&mut self.people, slot, now, 0);
    }
}

impl Model for Tandem {
    type Event = Done;

    fn event(&mut self, event: Done, now: Tick, _: &mut EventList<Done>) {
        match event {
            Done::First(slot) if self.second.busy() == 0 => self.pass_on(slot, now),
            Done::First(slot) => self.blocked = Some(slot),
            Done::Second(slot) => {
                self.second.complete(&mut self.people, slot);
                self.people.remove(slot);
                self.through += 1;
                if let Some(slot) = self.blocked.take() {
                    self.pass_on(slot, now);
                }
            }
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Done>) -> bool {
        if self.first.waiting() == 0 && self.first.busy() == 0 {
            let slot = self.people.insert(self.came);
            self.came += 1;
            self.first.join(&mut self.people, slot, now, 0);
        }
        let mut served = false;
        let id = |people: &Population<u64>, slot: Option<Slot>| slot.map_or(0, |slot| people[slot]);
        let ticks = self.draw(id(&self.people, self.first.queue().first()), 0);
        if let Some((slot, end)) = self.first.start(&mut self.people, now, |_, _| ticks) {
            events.push(end, Order::new(1, 0), Done::First(slot));
            served = true;
        }
        let ticks = self.draw(id(&self.people, self.second.queue().first()), 1);
        if let Some((slot, end)) = self.second.start(&mut self.people, now, |_, _| ticks) {
            events.push(end, Order::new(0, 0), Done::Second(slot));
            served = true;
        }
        served
    }
}

#[test]
fn a_server_that_is_blocked_by_the_next_station_is_held_until_that_is_free() {
    let mut tandem = Tandem {
        people: Population::new(),
        first: Servers::new(1, OnDrop::Finish),
        second: Servers::new(1, OnDrop::Finish),
        blocked: None,
        stream: Stream::new(3, 0),
        came: 0,
        through: 0,
    };
    let services = 300_000;
    simulate(&mut tandem, &mut EventList::new(), 0, services * 10_000);
    // Each turn takes the longer of two exponential services, 1.5 on average: two thirds a service time get through. The
    // variance of that maximum is 1.25, so 4 standard errors of the rate are 4 x sqrt(1.25 / 1.5^3 x 300,000).
    let expected = services as f64 / 1.5;
    let error = 4.0 * (1.25 / 3.375 * services as f64).sqrt();
    assert!((tandem.through as f64 - expected).abs() < error, "{} through, not {expected}", tandem.through);
    // Being blocked is no work: both stations are busy two thirds of the time.
    for servers in [&tandem.first, &tandem.second] {
        let busy = servers.busy_time(services * 10_000) as f64 / (services * 10_000) as f64;
        assert!((busy - 2.0 / 3.0).abs() < 0.01, "{busy}");
    }
    assert!(tandem.people.capacity() <= 3);
}

#[test]
fn a_batch_larger_than_the_capacity_waits_for_its_own() {
    let mut ward = Ward::new(3, OnDrop::Finish, 10);
    let plan: Vec<(Tick, Event)> = (0..8).map(|name| (5, Event::Arrival(name))).collect();
    ward.run(&plan, 100);
    let ends = ward.said("served");
    assert_eq!(ends.iter().map(|line| line.0).collect::<Vec<_>>(), [15, 15, 15, 25, 25, 25, 35, 35]);
    // A household larger than any tier is refused whole, and counted in persons.
    let mut beds = Places::new(&[3, 4]);
    assert_eq!((beds.take(5), beds.refused(), beds.taken(Tier::new(1))), (None, 5, 0));
}

#[test]
fn work_that_needs_two_workforces_at_once_is_done_at_the_pace_of_the_scarcer() {
    let mut people = Population::new();
    // Class 0 needs officers and interpreters, class 1 officers only.
    let mut staff = Workforce::new(2, 480).with_pools(2, &[0b11, 0b01]);
    let mut done: BTreeMap<u32, Tick> = BTreeMap::new();
    for name in 0..20u32 {
        let slot = people.insert(name);
        staff.join(&mut people, slot, (name % 2) as usize, 0, name, 240);
    }
    let mut finished = Vec::new();
    for day in 1..=20 {
        staff.grant(1_440);
        staff.grant_pool(1, 240);
        staff.serve(&mut people, &mut finished);
        done.extend(finished.drain(..).map(|slot| (people.remove(slot), day)));
    }
    // One with an interpreter a day; five others a day with what the officers have left.
    for name in 0..20u32 {
        let expected = if name % 2 == 0 { name / 2 + 1 } else { name / 2 / 5 + 1 };
        assert_eq!(done[&name], Tick::from(expected), "{name}");
    }
    assert_eq!((staff.pool(1).spent, staff.pool(0).spent), (10 * 240, 20 * 240));
    assert_eq!(staff.pool(1).idle + staff.pool(1).left, 10 * 240);
}

#[test]
fn a_hard_reserve_stays_idle_and_a_spilled_one_serves_others_every_tick() {
    for (reserve, files) in [(Reserve::Hard, 6), (Reserve::Spill, 10)] {
        let (mut people, mut staff) = (Population::new(), Workforce::new(2, 100));
        staff.reserve(0, 0.4, reserve);
        for tie in 0..1_000 {
            let slot = people.insert(());
            staff.join(&mut people, slot, 1, 0, tie, 10);
        }
        let mut finished = Vec::new();
        for day in 1..=50u64 {
            staff.grant(100);
            staff.serve(&mut people, &mut finished);
            assert_eq!(finished.len() as u64, day * files);
        }
        staff.grant(0);
        assert_eq!(staff.idle(), 50 * (100 - 10 * files));
    }
}

#[test]
fn equals_go_by_their_tie_whatever_the_order_in_which_they_were_put_in() {
    let order = |names: &[u32]| {
        let mut ward = Ward::new(1, OnDrop::Finish, 1);
        for &name in names {
            let slot = ward.people.insert(name);
            ward.servers.join(&mut ward.people, slot, 0, name ^ 0x55);
        }
        simulate(&mut ward, &mut EventList::new(), 0, 100);
        ward.said("begun")
    };
    let forwards: Vec<u32> = (0..32).collect();
    let backwards: Vec<u32> = forwards.iter().rev().copied().collect();
    assert_eq!(order(&forwards), order(&backwards));
    let mut events = EventList::new();
    for &tie in &[3, 1, 2, 0] {
        events.push(4, Order::new(1, tie), tie);
    }
    assert_eq!([(); 4].map(|()| events.pop_due(4).unwrap()), [0, 1, 2, 3]);
}
