//! A stock that grows because more come than leave: without luck, to the person; and Little's law with luck, to the day.

use super::{Case, Quantity, Sample};
use crate::engine::{EventList, Model, OnDrop, Order, Population, Servers, Slot, Tick, Workforce, simulate};
use crate::random::{Draw, Stream, distribution, poisson};

/// Days in a year, which is also the work in a file \[minutes\]: so many files a year are then so many minutes a day.
const YEAR: u64 = 365;

/// An office that works off a stock by the day: its files join evenly, and each takes the same work.
#[derive(Copy, Clone, Debug)]
pub(super) struct Office {
    pub(super) stock: u64,
    /// Files a year.
    pub(super) incoming: u64,
    pub(super) outgoing: u64,
}

/// How an office stands after some days.
#[derive(Copy, Clone, Debug)]
pub(super) struct After {
    pub(super) stock: u64,
    /// Days after which nobody was left for the first time.
    pub(super) empty: Option<u64>,
}

impl Office {
    /// Works so many days.
    pub(super) fn run(self, days: u64) -> After {
        let (mut files, mut staff) = (Population::new(), Workforce::new(1, YEAR as u32));
        let mut finished = Vec::new();
        let join = |files: &mut Population<()>, staff: &mut Workforce, day, many| {
            for tie in 0..many {
                let slot = files.insert(());
                staff.join(files, slot, 0, day, tie as u32, YEAR as u32);
            }
        };
        join(&mut files, &mut staff, 0, self.stock);
        let mut empty = None;
        for day in 1..=days {
            join(&mut files, &mut staff, day, day * self.incoming / YEAR - (day - 1) * self.incoming / YEAR);
            staff.grant(self.outgoing);
            staff.serve(&mut files, &mut finished);
            finished.drain(..).for_each(|slot| files.remove(slot));
            if files.is_empty() && empty.is_none() {
                empty = Some(day);
            }
        }
        After { stock: files.len() as u64, empty }
    }
}

/// Ticks in a year, between arrivals (40,000 a year) and in a service (35,000 a year).
const TICKS: Tick = 280_000;
const BETWEEN: Tick = 7;
const SERVICE: Tick = 8;
const STOCK: u64 = 36_000;
const INCOMING: u64 = TICKS / BETWEEN;
const OUTGOING: u64 = TICKS / SERVICE;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    Served(Slot),
    Arrival,
}

/// One desk at a constant pace, first come first served.
struct Desk {
    files: Population<Tick>,
    desk: Servers,
    /// Waits of the first newcomer, and of the last one of the first year \[ticks\].
    waits: [Option<Tick>; 2],
    after_a_year: usize,
}

impl Model for Desk {
    type Event = Event;

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        match event {
            Event::Arrival => {
                let slot = self.files.insert(now);
                self.desk.join(&mut self.files, slot, now, 0);
                events.push(now + BETWEEN, Order::new(1, 0), Event::Arrival);
            }
            Event::Served(slot) => {
                self.desk.complete(&mut self.files, slot);
                self.files.remove(slot);
            }
        }
    }

    fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
        let started = self.desk.start(&mut self.files, now, |_, _| SERVICE);
        if let Some((slot, end)) = started {
            events.push(end, Order::default(), Event::Served(slot));
            let joined = self.files[slot];
            for (wait, of) in self.waits.iter_mut().zip([BETWEEN, TICKS]) {
                if joined == of {
                    *wait = Some(now - joined);
                }
            }
        }
        started.is_some()
    }

    fn observe(&mut self, now: Tick) {
        if now == TICKS {
            self.after_a_year = self.files.len();
        }
    }
}

fn overloaded(_: Stream, _: f64) -> Sample {
    let desk = Servers::new(1, OnDrop::Finish);
    let mut model = Desk { files: Population::new(), desk, waits: [None; 2], after_a_year: 0 };
    let mut events = EventList::new();
    for tie in 0..STOCK as u32 {
        let slot = model.files.insert(0);
        model.desk.join(&mut model.files, slot, 0, tie);
    }
    events.push(BETWEEN, Order::new(1, 0), Event::Arrival);
    simulate(&mut model, &mut events, 0, TICKS * 5 / 2);
    let days = |wait: Option<Tick>| wait.map_or(f64::NAN, |ticks| ticks as f64 * YEAR as f64 / TICKS as f64);
    let by_day = Office { stock: STOCK, incoming: INCOMING, outgoing: OUTGOING }.run(YEAR);
    let stocks = [model.after_a_year as f64, by_day.stock as f64];
    Sample {
        values: vec![stocks[0], stocks[1], days(model.waits[0]), days(model.waits[1])],
        controls: vec![],
    }
}

/// An office with luck: a daily Poisson number joins, work varies, and some give up. Counts itself twice.
fn little(stream: Stream, _: f64) -> Sample {
    const DAYS: u64 = 2_000;
    let (mut files, mut staff, mut finished) = (Population::new(), Workforce::new(1, 480), Vec::new());
    let (mut came, mut left, mut of_stock, mut of_stays, mut wrong) = (0u64, 0u64, 0u64, 0u64, 0u64);
    // Those who lose patience on a day.
    let mut gives_up: Vec<Vec<(Slot, u32)>> = vec![Vec::new(); DAYS as usize + 1];
    for day in 0..DAYS {
        let many = if day == 0 { 500 } else { poisson(stream.uniform(Draw::Arrivals, 0, day), 11.0) };
        for number in 0..u64::from(many) {
            let id = day << 20 | number;
            let u = |draw| stream.uniform(draw, id, 0);
            let work = 1 + distribution::exponential(u(Draw::ServiceTime), 480.0) as u32;
            let patience = 1 + distribution::exponential(u(Draw::Patience), 300.0) as u64;
            let slot = files.insert(day);
            staff.join(&mut files, slot, 0, day, stream.rank(id, 0), work);
            gives_up[(day + patience).min(DAYS) as usize].push((slot, files.epoch(slot)));
            came += 1;
        }
        for (slot, epoch) in std::mem::take(&mut gives_up[day as usize]) {
            if files.epoch(slot) == epoch {
                staff.leave(&mut files, slot, 0);
                of_stays += day - files.remove(slot);
                left += 1;
            }
        }
        staff.grant(10 * 480);
        staff.serve(&mut files, &mut finished);
        for slot in finished.drain(..) {
            of_stays += day - files.remove(slot);
            left += 1;
        }
        let evening = u64::from(staff.waiting(0));
        of_stock += evening;
        wrong += u64::from(evening != came - left);
    }
    let still: Vec<Slot> = files.slots().collect();
    of_stays += still.iter().map(|&slot| DAYS - files[slot]).sum::<u64>();
    Sample { values: vec![of_stock as f64 - of_stays as f64, wrong as f64], controls: vec![] }
}

pub(super) fn cases() -> Vec<Case> {
    let years = |stock: u64| stock as f64 / OUTGOING as f64 * YEAR as f64;
    let a_service = years(1);
    let after = (STOCK + INCOMING - OUTGOING) as f64;
    vec![
        Case {
            name: "overloaded-stock",
            title: ("Overbelaste voorraad, zonder toeval", "Overloaded stock, without luck"),
            quantities: vec![
                Quantity::balance(("na een jaar, één loket", "after a year, one desk"), after, 0.0),
                Quantity::balance(("na een jaar, werk per dag", "after a year, work by the day"), after, 0.0),
                Quantity::balance(
                    ("wachttijd van de eerste nieuwe [d]", "wait of the first newcomer [d]"),
                    years(STOCK),
                    a_service,
                ),
                Quantity::balance(
                    ("wachttijd van de laatste van het jaar [d]", "wait of the last of the year [d]"),
                    // He finds all others of his year before him.
                    years(STOCK + INCOMING - 1 - OUTGOING),
                    a_service,
                ),
            ],
            replications: 1,
            simulate: Box::new(overloaded),
        },
        Case {
            name: "little",
            title: ("De wet van Little, op de dag", "Little's law, to the day"),
            quantities: vec![
                Quantity::balance(
                    ("persoonsdagen: avonden min verblijven", "person-days: evenings less stays"),
                    0.0,
                    0.0,
                ),
                Quantity::balance(
                    ("dagen waarop de voorraad niet klopt", "days on which the stock does not add up"),
                    0.0,
                    0.0,
                ),
            ],
            replications: 20,
            simulate: Box::new(little),
        },
    ]
}
