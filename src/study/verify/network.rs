//! Queues one after another, each with its servers: a model on the public engine of which most cases are settings.

use crate::engine::{EventList, Model, OnDrop, Order, Population, Servers, Slot, Tick, simulate};
use crate::random::{Draw, Stream, distribution};

/// Ticks in a unit of time: so fine that rounding to whole ticks moves a mean by less than a millionth.
const TICKS: f64 = 16_384.0;

/// A distribution of times [units].
#[derive(Copy, Clone, Debug)]
pub(super) enum Law {
    Exponential(f64),
    Constant(f64),
    /// Mean and coefficient of variation.
    LogNormal(f64, f64),
}

impl Law {
    fn ticks(self, u: f64) -> Tick {
        let units = match self {
            Law::Exponential(mean) => distribution::exponential(u, mean),
            Law::Constant(units) => units,
            Law::LogNormal(mean, cv) => distribution::lognormal(u, mean, cv),
        };
        (units * TICKS).round() as Tick
    }

    /// The mean of the square, as a multiple of the square of the mean.
    fn spread(self) -> f64 {
        match self {
            Law::Exponential(_) => 2.0,
            Law::Constant(_) => 1.0,
            Law::LogNormal(_, cv) => 1.0 + cv * cv,
        }
    }

    fn mean(self) -> f64 {
        match self {
            Law::Exponential(mean) | Law::Constant(mean) | Law::LogNormal(mean, _) => mean,
        }
    }
}

/// A queue and its servers.
#[derive(Clone, Debug)]
pub(super) struct Station {
    pub(super) servers: u32,
    pub(super) service: Law,
    /// Mean of the exponential time after which one who waits gives up [units].
    pub(super) patience: Option<f64>,
    /// The most who may be present; who finds it full is lost.
    pub(super) room: Option<u32>,
}

impl Station {
    pub(super) fn new(servers: u32, service: Law) -> Station {
        Station { servers, service, patience: None, room: None }
    }
}

/// Poisson arrivals at a station.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) station: usize,
    /// Class 0 is served before class 1.
    pub(super) class: usize,
    /// Batches a unit of time.
    pub(super) rate: f64,
    /// Mean of the geometric number in a batch; 1 for one by one.
    pub(super) batch: f64,
}

impl Source {
    pub(super) fn new(station: usize, rate: f64) -> Source {
        Source { station, class: 0, rate, batch: 1.0 }
    }
}

/// What is simulated, for how long.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) stations: Vec<Station>,
    pub(super) sources: Vec<Source>,
    /// Where to after each station, as shares by station; the others leave.
    pub(super) routes: Vec<Vec<f64>>,
    /// Simulated before anything is counted, from empty [units].
    pub(super) warm_up: f64,
    /// Counted after that [units].
    pub(super) length: f64,
}

impl Plan {
    /// One station with one stream of customers.
    pub(super) fn single(station: Station, rate: f64, warm_up: f64, length: f64) -> Plan {
        let (stations, sources) = (vec![station], vec![Source::new(0, rate)]);
        Plan { stations, sources, routes: vec![vec![]], warm_up, length }
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    /// From here on is counted.
    Begin,
    Served(Slot, u32),
    GivesUp(Slot, u32),
    Arrival(u8),
}

struct Customer {
    /// The source, and the how-manieth from it.
    id: u64,
    /// When it came to the station where it is.
    since: Tick,
    visit: u32,
    station: u8,
    class: u8,
}

/// What was counted at a station.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Customer-ticks of waiting and of presence.
    waiting: u64,
    present: u64,
    arrived: u64,
    lost: u64,
    gave_up: u64,
    /// Services begun by class, the ticks waited before them, and how many waited at all.
    begun: [u64; 2],
    waited: [u64; 2],
    delayed: u64,
    waited_in_vain: u64,
    /// Services drawn: their sum \[ticks\], and that of their squares as multiples of the squared mean.
    drawn: u64,
    squares: f64,
    /// Server-ticks worked, until the start of counting and until the end.
    busy: (u64, u64),
    units: f64,
    servers: u32,
}

impl Tally {
    /// Mean number waiting.
    pub(super) fn queue(&self) -> f64 {
        self.waiting as f64 / TICKS / self.units
    }

    /// Mean number present.
    pub(super) fn present(&self) -> f64 {
        self.present as f64 / TICKS / self.units
    }

    /// Mean wait before service of a class [units].
    pub(super) fn wait_of(&self, class: usize) -> f64 {
        self.waited[class] as f64 / TICKS / self.begun[class] as f64
    }

    /// Mean wait of all, those who gave up included [units].
    pub(super) fn wait(&self) -> f64 {
        let (waited, ended) = (self.waited[0] + self.waited[1], self.begun[0] + self.begun[1]);
        (waited + self.waited_in_vain) as f64 / TICKS / (ended + self.gave_up) as f64
    }

    /// Share of those served who waited.
    pub(super) fn delayed(&self) -> f64 {
        self.delayed as f64 / (self.begun[0] + self.begun[1]) as f64
    }

    pub(super) fn gave_up(&self) -> f64 {
        self.gave_up as f64 / self.arrived as f64
    }

    pub(super) fn lost(&self) -> f64 {
        self.lost as f64 / self.arrived as f64
    }

    pub(super) fn arrivals(&self) -> f64 {
        self.arrived as f64
    }

    /// Mean time in the station [units], by Little's law from the mean number present.
    pub(super) fn stay(&self) -> f64 {
        self.present as f64 / TICKS / self.arrived as f64
    }

    pub(super) fn utilisation(&self) -> f64 {
        (self.busy.1 - self.busy.0) as f64 / TICKS / self.units / f64::from(self.servers)
    }
}

/// What a replication says: a tally a station, and how far its inputs lay from their expectations.
pub(super) struct Outcome {
    pub(super) stations: Vec<Tally>,
    /// Relative deviations of the number who came, and of the mean service and its mean square at the first station.
    pub(super) controls: Vec<f64>,
}

struct Network<'a> {
    plan: &'a Plan,
    stream: Stream,
    customers: Population<Customer>,
    servers: Vec<Servers>,
    tallies: Vec<Tally>,
    /// Customers who have come from each source.
    came: Vec<u64>,
    came_before: u64,
    counted: Tick,
}

/// Runs one replication.
pub(super) fn run(plan: &Plan, stream: Stream) -> Outcome {
    let ticks = |units: f64| (units * TICKS).round() as Tick;
    let (begin, end) = (ticks(plan.warm_up), ticks(plan.warm_up + plan.length));
    let mut network = Network {
        plan,
        stream,
        customers: Population::new(),
        servers: plan.stations.iter().map(|station| Servers::new(station.servers, OnDrop::Finish)).collect(),
        tallies: vec![Tally::default(); plan.stations.len()],
        came: vec![0; plan.sources.len()],
        came_before: 0,
        counted: 0,
    };
    let mut events = EventList::new();
    events.push(begin, Order::new(3, 0), Event::Begin);
    (0..plan.sources.len()).for_each(|source| network.expect_next(source, 0, &mut events));
    simulate(&mut network, &mut events, 0, end);
    network.close(end)
}

impl Network<'_> {
    fn expect_next(&self, source: usize, now: Tick, events: &mut EventList<Event>) {
        let u = self.stream.uniform(Draw::BetweenArrivals, source as u64, self.came[source]);
        let at = now + Law::Exponential(1.0 / self.plan.sources[source].rate).ticks(u);
        events.push(at, Order::new(2, source as u32), Event::Arrival(source as u8));
    }

    fn arrive(&mut self, source: usize, now: Tick, events: &mut EventList<Event>) {
        let from = &self.plan.sources[source];
        let u = |came| self.stream.uniform(Draw::BatchSize, source as u64, came);
        let size =
            if from.batch > 1.0 { distribution::geometric(u(self.came[source]), from.batch) } else { 1 };
        for _ in 0..size {
            let id = (source as u64) << 48 | self.came[source];
            self.came[source] += 1;
            let (station, class) = (from.station, from.class as u8);
            let customer = Customer { id, since: now, visit: 0, station: station as u8, class };
            let slot = self.customers.insert(customer);
            self.enter(slot, station, now, events);
        }
        self.expect_next(source, now, events);
    }

    fn enter(&mut self, slot: Slot, station: usize, now: Tick, events: &mut EventList<Event>) {
        let (plan, servers) = (&self.plan.stations[station], &mut self.servers[station]);
        self.tallies[station].arrived += 1;
        if plan.room.is_some_and(|room| servers.busy() + servers.waiting() >= room) {
            self.tallies[station].lost += 1;
            self.customers.remove(slot);
            return;
        }
        let customer = &mut self.customers[slot];
        customer.station = station as u8;
        customer.since = now;
        let (id, visit) = (customer.id, u64::from(customer.visit));
        // Class 1 stands behind all of class 0: as if it joined after the end of time.
        let joined = now + (u64::from(customer.class) << 62);
        let free = servers.busy() < servers.capacity() && servers.waiting() == 0;
        servers.join(&mut self.customers, slot, joined, self.stream.rank(id, visit));
        // Who is served at once needs no patience.
        if let Some(mean) = plan.patience.filter(|_| !free) {
            let u = self.stream.uniform(Draw::Patience, id, visit);
            let event = Event::GivesUp(slot, self.customers.epoch(slot));
            events.push(now + Law::Exponential(mean).ticks(u), Order::new(1, 0), event);
        }
    }

    fn give_up(&mut self, slot: Slot, now: Tick) {
        let customer = &self.customers[slot];
        let station = usize::from(customer.station);
        self.tallies[station].gave_up += 1;
        self.tallies[station].waited_in_vain += now - customer.since;
        self.servers[station].leave(&mut self.customers, slot);
        self.customers.remove(slot);
    }

    fn served(&mut self, slot: Slot, now: Tick, events: &mut EventList<Event>) {
        let station = usize::from(self.customers[slot].station);
        self.servers[station].complete(&mut self.customers, slot);
        let routes = &self.plan.routes[station];
        let customer = &mut self.customers[slot];
        let visit = customer.visit;
        customer.visit += 1;
        let mut next = None;
        if !routes.is_empty() {
            let u = self.stream.uniform(Draw::Route, customer.id, u64::from(visit));
            let mut sum = 0.0;
            next = routes.iter().position(|share| {
                sum += share;
                u < sum
            });
        }
        match next {
            Some(next) => self.enter(slot, next, now, events),
            None => drop(self.customers.remove(slot)),
        }
    }

    fn begin(&mut self, now: Tick) {
        for (tally, servers) in self.tallies.iter_mut().zip(&self.servers) {
            *tally = Tally { busy: (servers.busy_time(now), 0), ..Tally::default() };
        }
        self.came_before = self.came.iter().sum();
    }

    fn count_until(&mut self, now: Tick) {
        let ticks = now - self.counted;
        for (tally, servers) in self.tallies.iter_mut().zip(&self.servers) {
            tally.waiting += ticks * u64::from(servers.waiting());
            tally.present += ticks * u64::from(servers.waiting() + servers.busy());
        }
        self.counted = now;
    }

    fn close(mut self, end: Tick) -> Outcome {
        self.count_until(end);
        for (tally, servers) in self.tallies.iter_mut().zip(&self.servers) {
            tally.busy.1 = servers.busy_time(end);
            tally.units = self.plan.length;
            tally.servers = servers.capacity();
        }
        let rate: f64 = self.plan.sources.iter().map(|source| source.rate * source.batch).sum();
        let came = self.came.iter().sum::<u64>() - self.came_before;
        let first = &self.tallies[0];
        let begun = (first.begun[0] + first.begun[1]) as f64;
        let mut controls = vec![came as f64 / (rate * self.plan.length) - 1.0];
        let law = self.plan.stations[0].service;
        if !matches!(law, Law::Constant(_)) {
            controls.push(first.drawn as f64 / TICKS / begun / law.mean() - 1.0);
            controls.push(first.squares / begun / law.spread() - 1.0);
        }
        Outcome { stations: self.tallies, controls }
    }
}

impl Model for Network<'_> {
    type Event = Event;

    fn law(&mut self, now: Tick, _: &mut EventList<Event>) {
        self.count_until(now);
    }

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        match event {
            Event::Begin => self.begin(now),
            Event::Arrival(source) => self.arrive(usize::from(source), now, events),
            Event::Served(slot, epoch) if self.customers.epoch(slot) == epoch => {
                self.served(slot, now, events);
            }
            Event::GivesUp(slot, epoch) if self.customers.epoch(slot) == epoch => self.give_up(slot, now),
            // They have moved on since.
            Event::Served(..) | Event::GivesUp(..) => {}
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
        let Network { plan, stream, customers, servers, tallies, .. } = self;
        let mut served = false;
        for (station, servers) in servers.iter_mut().enumerate() {
            let law = plan.stations[station].service;
            let ticks = |_: Slot, customer: &mut Customer| {
                law.ticks(stream.uniform(Draw::ServiceTime, customer.id, u64::from(customer.visit)))
            };
            while let Some((slot, end)) = servers.start(customers, now, ticks) {
                let (customer, tally) = (&customers[slot], &mut tallies[station]);
                let wait = now - customer.since;
                tally.begun[usize::from(customer.class)] += 1;
                tally.waited[usize::from(customer.class)] += wait;
                tally.delayed += u64::from(wait > 0);
                tally.drawn += end - now;
                let relative = (end - now) as f64 / TICKS / law.mean();
                tally.squares += relative * relative;
                events.push(end, Order::new(0, 0), Event::Served(slot, customers.bump(slot)));
                served = true;
            }
        }
        served
    }
}
