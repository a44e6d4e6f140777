//! The engine against theory and against plainer programs that must agree with it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::hint::black_box;
use std::time::Instant;

use doorstroom::engine::{
    EventList, Model, OnDrop, Order, Population, Reserve, Servers, Slot, Tick, Workforce, simulate,
};

/// A small generator for the tests: SplitMix64.
struct Dice(u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.bits() % bound
    }

    fn exponential(&mut self, mean: f64) -> Tick {
        let uniform = (self.bits() >> 11) as f64 / (1u64 << 53) as f64;
        libm::round(-mean * libm::log1p(-uniform)) as Tick
    }
}

/// Mean service time [ticks]; fine, so that rounding to whole ticks does not show.
const SERVICE: f64 = 10_000.0;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    Arrival,
    GivesUp(Slot, u32),
    Served(Slot, u32),
}

/// How long a service takes.
#[derive(Copy, Clone)]
enum Law {
    Exponential,
    Constant,
}

struct Customer {
    arrived: Tick,
    urgent: bool,
}

/// A station with Poisson arrivals, in batches if wished, some urgent, who give up after an exponential patience.
struct Station {
    customers: Population<Customer>,
    servers: Servers,
    dice: Dice,
    between: f64,
    batch: u32,
    law: Law,
    urgent_share: f64,
    patience: Option<f64>,
    started: [u64; 2],
    waited: [u64; 2],
    arrived: u64,
    gave_up: u64,
    /// Area under the number that wait [customer-ticks], and the tick until which it is counted.
    area: u64,
    counted: Tick,
}

impl Station {
    fn new(servers: u32, load: f64) -> Self {
        Station {
            customers: Population::new(),
            servers: Servers::new(servers, OnDrop::Finish),
            dice: Dice(20_260_612),
            between: SERVICE / (load * f64::from(servers)),
            batch: 1,
            law: Law::Exponential,
            urgent_share: 0.0,
            patience: None,
            started: [0; 2],
            waited: [0; 2],
            arrived: 0,
            gave_up: 0,
            area: 0,
            counted: 0,
        }
    }

    /// Runs for so many service times.
    fn run(mut self, services: u64) -> Self {
        let mut events = EventList::new();
        events.push(0, Order::default(), Event::Arrival);
        simulate(&mut self, &mut events, 0, services * SERVICE as Tick);
        self
    }

    /// Mean wait before service, of a class [service times].
    fn wait(&self, class: usize) -> f64 {
        self.waited[class] as f64 / self.started[class] as f64 / SERVICE
    }

    /// Mean number that wait.
    fn queue(&self) -> f64 {
        self.area as f64 / self.counted as f64
    }
}

impl Model for Station {
    type Event = Event;

    fn law(&mut self, now: Tick, _: &mut EventList<Event>) {
        self.area += (now - self.counted) * u64::from(self.servers.waiting());
        self.counted = now;
    }

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        match event {
            Event::Arrival => {
                for _ in 0..self.batch {
                    let urgent = (self.dice.below(1 << 20) as f64) < self.urgent_share * (1u64 << 20) as f64;
                    let slot = self.customers.insert(Customer { arrived: now, urgent });
                    // The urgent stand before all others: as if they had joined long ago.
                    let joined = if urgent { now } else { now + (1 << 60) };
                    self.servers.join(&mut self.customers, slot, joined, self.dice.bits() as u32);
                    self.arrived += 1;
                    if let Some(patience) = self.patience {
                        let end = now + self.dice.exponential(patience);
                        events.push(end, Order::new(1, 0), Event::GivesUp(slot, self.customers.epoch(slot)));
                    }
                }
                let next = now + self.dice.exponential(self.between);
                events.push(next, Order::new(2, 0), Event::Arrival);
            }
            Event::GivesUp(slot, epoch) if self.customers.epoch(slot) == epoch => {
                self.servers.leave(&mut self.customers, slot);
                self.customers.remove(slot);
                self.gave_up += 1;
            }
            Event::Served(slot, epoch) if self.customers.epoch(slot) == epoch => {
                self.servers.complete(&mut self.customers, slot);
                self.customers.remove(slot);
            }
            Event::GivesUp(..) | Event::Served(..) => {}
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
        let (dice, law) = (&mut self.dice, self.law);
        let mut served = false;
        let mut ticks = |_: Slot, _: &mut Customer| match law {
            Law::Exponential => dice.exponential(SERVICE),
            Law::Constant => SERVICE as Tick,
        };
        while let Some((slot, end)) = self.servers.start(&mut self.customers, now, &mut ticks) {
            let class = usize::from(!self.customers[slot].urgent);
            self.started[class] += 1;
            self.waited[class] += now - self.customers[slot].arrived;
            events.push(end, Order::new(0, 0), Event::Served(slot, self.customers.bump(slot)));
            served = true;
        }
        served
    }
}

fn assert_near(measured: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(((measured - expected) / expected).abs() < tolerance, "{what}: {measured} instead of {expected}");
}

/// Probability of waiting in M/M/c (Erlang C), with the load offered in servers' work.
fn erlang_c(servers: u32, offered: f64) -> f64 {
    let blocked =
        (1..=servers).fold(1.0, |blocked, n| offered * blocked / (f64::from(n) + offered * blocked));
    let load = offered / f64::from(servers);
    blocked / (1.0 - load + load * blocked)
}

#[test]
fn one_server_waits_as_the_closed_form_says_and_little_s_law_holds() {
    let station = Station::new(1, 0.8).run(1_000_000);
    assert_near(station.wait(1), 0.8 / (1.0 - 0.8), 0.04, "wait in M/M/1");
    assert_near(station.queue(), 0.8 * station.wait(1), 0.002, "Little: queue = rate x wait");
    assert_near(station.servers.utilisation(station.counted).unwrap(), 0.8, 0.01, "utilisation");
}

#[test]
fn several_servers_wait_as_erlang_c_says() {
    for (servers, load) in [(2, 0.7), (5, 0.85), (20, 0.9)] {
        let station = Station::new(servers, load).run(400_000);
        let offered = load * f64::from(servers);
        let expected = erlang_c(servers, offered) / (f64::from(servers) * (1.0 - load));
        assert_near(station.wait(1), expected, 0.05, &format!("wait in M/M/{servers}"));
    }
}

#[test]
fn a_constant_service_halves_the_wait() {
    let station = Station { law: Law::Constant, ..Station::new(1, 0.8) }.run(1_000_000);
    assert_near(station.wait(1), 0.8 / (2.0 * (1.0 - 0.8)), 0.03, "wait in M/D/1 (Pollaczek-Khinchine)");
}

#[test]
fn the_urgent_wait_as_a_priority_queue_says() {
    let station = Station { urgent_share: 0.3, ..Station::new(1, 0.8) }.run(1_000_000);
    // Cobham: the work in service met on arrival is 0.8; the urgent bring a load of 0.24.
    assert_near(station.wait(0), 0.8 / (1.0 - 0.24), 0.03, "wait of the urgent");
    assert_near(station.wait(1), 0.8 / ((1.0 - 0.24) * (1.0 - 0.8)), 0.05, "wait of the others");
}

#[test]
fn arrivals_in_batches_wait_for_their_own_too() {
    let batch = 4;
    let load = 0.7;
    let station = Station { batch, between: SERVICE * f64::from(batch) / load, ..Station::new(1, load) };
    let station = station.run(1_000_000);
    // M^[k]/M/1: L = load (k + 1) / (2 (1 - load)); the wait before service follows by Little.
    let present = load * (f64::from(batch) + 1.0) / (2.0 * (1.0 - load));
    assert_near(station.wait(1), present / load - 1.0, 0.04, "wait in M[4]/M/1");
}

#[test]
fn an_overloaded_queue_is_held_in_check_by_those_who_give_up() {
    let station = Station { patience: Some(2.0 * SERVICE), ..Station::new(3, 1.2) }.run(300_000);
    // M/M/3+M (Erlang A): a birth-death chain, solved by its balance equations.
    let (servers, arrival, patience) = (3.0, 1.2 * 3.0, 2.0);
    let (mut weight, mut total, mut waiting) = (1.0, 1.0, 0.0);
    for present in 1..200u32 {
        let present = f64::from(present);
        let beyond = (present - servers).max(0.0);
        weight *= arrival / (present.min(servers) + beyond / patience);
        total += weight;
        waiting += weight * beyond;
    }
    let expected = waiting / total;
    assert_near(station.queue(), expected, 0.02, "queue with abandonment");
    let gave_up = station.gave_up as f64 / station.arrived as f64;
    assert_near(gave_up, expected / patience / arrival, 0.02, "share who give up");
    assert!(station.customers.capacity() < 100, "slots are recycled: {}", station.customers.capacity());
}

/// The same rules as a workforce, written down plainly: everything is scanned, nothing is remembered.
#[derive(Default)]
struct PlainWorkforce {
    /// (class, joined, tie) -> (slot, work left, taken this tick)
    items: BTreeMap<(usize, Tick, u32), (Slot, u32, u32)>,
    left: [u64; 2],
    open: [bool; 2],
    reserved: [u64; 3],
    spent: [u64; 2],
}

const PER_TICK: u32 = 40;
/// Classes 0 and 1 need pool 0; class 2 needs both.
const CREWS: [u16; 3] = [0b01, 0b01, 0b11];
const SHARES: [(f64, Reserve); 3] = [(0.1, Reserve::Hard), (0.2, Reserve::Spill), (0.3, Reserve::Spill)];

impl PlainWorkforce {
    fn grant(&mut self, minutes: [u64; 2]) {
        self.left = minutes;
        self.open = minutes.map(|minutes| minutes > 0);
        self.reserved = SHARES.map(|(share, _)| (minutes[0] as f64 * share) as u64);
        self.items.values_mut().for_each(|item| item.2 = 0);
    }

    fn serve(&mut self) -> Vec<Slot> {
        let mut finished = Vec::new();
        for spilling in [false, true] {
            if spilling && self.reserved[1] + self.reserved[2] == 0 {
                break;
            }
            for class in 0..3 {
                let keys: Vec<_> = self.items.keys().copied().filter(|key| key.0 == class).collect();
                for key in keys {
                    if !self.serve_item(key, spilling, &mut finished) {
                        break;
                    }
                }
            }
        }
        finished
    }

    /// Says whether the next of the class may be looked at.
    fn serve_item(&mut self, key: (usize, Tick, u32), spilling: bool, finished: &mut Vec<Slot>) -> bool {
        let class = key.0;
        let both = CREWS[class] == 0b11;
        if !self.open[0] || both && !self.open[1] {
            return false;
        }
        let common = self.left[0] - self.reserved.iter().sum::<u64>();
        let mut purse =
            if spilling { self.reserved[1] + self.reserved[2] } else { self.reserved[class] + common };
        if both {
            purse = purse.min(self.left[1]);
        }
        let (slot, work, taken) = self.items[&key];
        let minutes = u64::from(work.min(PER_TICK - taken)).min(purse);
        self.left[0] -= minutes;
        self.spent[0] += minutes;
        if both {
            self.left[1] -= minutes;
            self.spent[1] += minutes;
        }
        let mut from_reserve = minutes;
        for kept in if spilling { 1..3 } else { class..class + 1 } {
            let part = from_reserve.min(self.reserved[kept]);
            self.reserved[kept] -= part;
            from_reserve -= part;
        }
        let (work, taken) = (work - minutes as u32, taken + minutes as u32);
        if work == 0 {
            self.items.remove(&key);
            finished.push(slot);
        } else {
            self.items.insert(key, (slot, work, taken));
        }
        work == 0 || taken == PER_TICK
    }
}

#[test]
fn a_workforce_serves_the_same_as_one_that_scans_everything() {
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let mut people = Population::new();
        let mut staff = Workforce::new(3, PER_TICK).with_pools(2, &CREWS);
        for (class, (share, reserve)) in SHARES.into_iter().enumerate() {
            staff.reserve(class, share, reserve);
        }
        let mut plain = PlainWorkforce::default();
        let mut finished = Vec::new();
        for day in 0..300 {
            let minutes = [dice.below(400), dice.below(3) * dice.below(100)];
            staff.grant(minutes[0]);
            staff.grant_pool(1, minutes[1]);
            plain.grant(minutes);
            for _ in 0..dice.below(12) {
                match dice.below(4) {
                    0 if !plain.items.is_empty() => {
                        let chosen = dice.below(plain.items.len() as u64) as usize;
                        let (&key, &(slot, work, _)) = plain.items.iter().nth(chosen).unwrap();
                        plain.items.remove(&key);
                        assert_eq!(staff.leave(&mut people, slot, key.0), work);
                        people.remove(slot);
                    }
                    1 => {
                        finished.clear();
                        staff.serve(&mut people, &mut finished);
                        assert_eq!(finished, plain.serve(), "day {day} of seed {seed}");
                        finished.iter().for_each(|&slot| people.remove(slot));
                    }
                    _ => {
                        let class = dice.below(3) as usize;
                        let joined = day + 20 - dice.below(20);
                        let (tie, work) = (dice.bits() as u32, dice.below(120) as u32);
                        let slot = people.insert(());
                        staff.join(&mut people, slot, class, joined, tie, work);
                        plain.items.insert((class, joined, tie), (slot, work, 0));
                    }
                }
                assert_eq!([staff.pool(0).left, staff.pool(1).left], plain.left);
            }
        }
        assert_eq!([staff.pool(0).spent, staff.pool(1).spent], plain.spent);
        assert_eq!(people.len(), plain.items.len());
        for class in 0..3 {
            assert_eq!(
                staff.waiting(class) as usize,
                plain.items.keys().filter(|key| key.0 == class).count()
            );
        }
    }
}

#[test]
fn a_backlog_ten_times_as_long_costs_as_much_to_serve() {
    // In items looked at this would be a factor of ten; the time of a whole run may differ by what caches do.
    let nanoseconds = |backlog: u64| {
        let (mut people, mut staff, mut finished) = (Population::new(), Workforce::new(1, 480), Vec::new());
        for joined in 0..backlog {
            let slot = people.insert(());
            staff.join(&mut people, slot, 0, joined, 0, 300);
        }
        let started = Instant::now();
        for day in 0..2_000 {
            staff.grant(3_000);
            finished.clear();
            staff.serve(&mut people, &mut finished);
            for &slot in &finished {
                people.remove(slot);
                let slot = people.insert(());
                staff.join(&mut people, slot, 0, backlog + day, 0, 300);
            }
            assert_eq!(finished.len(), 10);
        }
        started.elapsed().as_nanos()
    };
    let best = |backlog| (0..5).map(|_| nanoseconds(backlog)).min().unwrap();
    assert!(best(100_000) < 5 * best(10_000) + 1_000_000);
}

/// A hold: take the earliest event, and put it back an exponential delay later. Nanoseconds a push and pop.
fn hold(pending: u64, mean: f64, heap: bool) -> f64 {
    let mut dice = Dice(pending);
    let delays: Vec<Tick> = (0..1 << 16).map(|_| dice.exponential(mean)).collect();
    let steps = (4 * pending).max(2_000_000);
    let delay = |step: u64| delays[(step & 0xFFFF) as usize];
    if heap {
        let mut heap = BinaryHeap::new();
        (0..pending).for_each(|event| heap.push(Reverse((dice.exponential(mean), Order::default(), event))));
        let mut turn = |step: u64| {
            let Reverse((at, _, event)) = heap.pop().expect("the heap holds as many as before");
            heap.push(Reverse((at + delay(step), Order::default(), event)));
        };
        return timed(steps, &mut turn);
    }
    let mut list = EventList::new();
    (0..pending).for_each(|event| list.push(dice.exponential(mean), Order::default(), event));
    let mut turn = |step: u64| {
        let now = list.next_tick().expect("the list holds as many as before");
        let event = list.pop_due(now).expect("the earliest is due");
        list.push(now + delay(step), Order::default(), event);
    };
    timed(steps, &mut turn)
}

fn timed(steps: u64, turn: &mut impl FnMut(u64)) -> f64 {
    (0..steps / 2).for_each(&mut *turn);
    let started = Instant::now();
    (0..steps).for_each(|step| turn(black_box(step)));
    started.elapsed().as_nanos() as f64 / steps as f64
}

#[test]
#[ignore = "a measurement: cargo test --release --test engine -- --ignored --nocapture"]
fn push_and_pop_cost_a_few_tens_of_nanoseconds() {
    println!("pending    mean delay   event list   binary heap   [ns a push and pop]");
    for pending in [1_000, 10_000, 100_000, 1_000_000] {
        for mean in [1_000.0, 1e9] {
            let best = |heap| (0..3).map(|_| hold(pending, mean, heap)).fold(f64::INFINITY, f64::min);
            println!("{pending:>9} {mean:>11} {:>12.1} {:>13.1}", best(false), best(true));
        }
    }
}
