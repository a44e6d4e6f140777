//! Beds for stroke patients: the model of Monks et al. (2016, BMC Health Services Research 16:530), re-implemented by others as
//! `pydesrap_stroke` (MIT). Days.
//!
//! Beds are never short in it: the occupancy is audited once a day, and the delay at n beds is read off as P(N = n) / P(N <= n).
//! So each unit is a station of infinite servers, its occupancy is Poisson, and the delay is Erlang B exactly. Patients
//! do not meet; one run therefore serves three scenarios: those who would come extra, and the neurological patients, are
//! counted apart (a Poisson stream that is split stays Poisson).

use super::theory::last_place;
use super::{Case, Pair, Quantity, Sample};
use crate::engine::{EventList, Model, Order, Places, Tick, Tier, simulate};
use crate::random::{Draw, Stream, distribution};

const TICKS: f64 = 1_000.0;
const WARM_UP: f64 = 1_095.0;
/// Days audited in a replication.
const LENGTH: f64 = 950_000.0;

/// Mean and standard deviation of a stay.
#[derive(Copy, Clone, Debug)]
struct Stay(f64, f64);

impl Stay {
    fn days(self, u: f64) -> f64 {
        distribution::lognormal(u, self.0, self.1 / self.0)
    }
}

/// A kind of patient. Times between arrivals; `None` where they do not come.
struct Kind {
    acute: Option<f64>,
    direct: Option<f64>,
    /// Shares who go on to rehabilitation, to supported discharge (ESD), elsewhere; and their acute stays.
    onward: [f64; 3],
    stays: [Stay; 3],
    /// Share and stay of each kind of rehabilitation.
    rehab: [(f64, Stay); 2],
}

const NEURO: usize = 2;

const KINDS: [Kind; 4] = [
    // Stroke.
    Kind {
        acute: Some(1.2),
        direct: Some(21.8),
        onward: [0.24, 0.13, 0.63],
        stays: [Stay(7.4, 8.61), Stay(4.6, 4.8), Stay(7.0, 8.7)],
        rehab: [(0.6, Stay(28.4, 27.2)), (0.4, Stay(30.3, 23.1))],
    },
    // Transient ischaemic attack.
    Kind {
        acute: Some(9.3),
        direct: None,
        onward: [0.01, 0.01, 0.98],
        stays: [Stay(1.8, 2.3); 3],
        rehab: [(1.0, Stay(18.7, 23.5)), (0.0, Stay(18.7, 23.5))],
    },
    // Complex neurological.
    Kind {
        acute: Some(3.6),
        direct: Some(31.7),
        onward: [0.11, 0.05, 0.84],
        stays: [Stay(4.0, 5.0); 3],
        rehab: [(1.0, Stay(27.6, 28.4)), (0.0, Stay(27.6, 28.4))],
    },
    // Other.
    Kind {
        acute: Some(3.2),
        direct: Some(28.6),
        onward: [0.05, 0.10, 0.85],
        stays: [Stay(3.8, 5.2); 3],
        rehab: [(1.0, Stay(16.1, 14.1)), (0.0, Stay(16.1, 14.1))],
    },
];

impl Kind {
    fn acute_stay(&self) -> f64 {
        self.onward.iter().zip(self.stays).map(|(share, stay)| share * stay.0).sum()
    }

    fn rehab_stay(&self) -> f64 {
        self.rehab.iter().map(|(share, stay)| share * stay.0).sum()
    }

    /// Mean occupancy of the acute unit and of rehabilitation, with so many times the acute arrivals.
    fn occupancy(&self, acute: f64) -> (f64, f64) {
        let came = acute * self.acute.map_or(0.0, |between| 1.0 / between);
        let direct = self.direct.map_or(0.0, |between| 1.0 / between);
        (came * self.acute_stay(), (came * self.onward[0] + direct) * self.rehab_stay())
    }
}

/// Who is counted with whom.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Group {
    Core,
    Neuro,
    /// The twentieth more who come to the acute unit in one of the scenarios.
    Extra,
}

/// The scenarios: whether the groups take part, and their names.
const SCENARIOS: [([bool; 3], Pair); 3] = [
    ([true, true, false], ("", "")),
    ([true, true, true], ("5 % meer acuut: ", "5 % more acute: ")),
    ([true, false, false], ("zonder neurologie: ", "no neurological: ")),
];

/// Mean occupancy of both units in a scenario.
fn occupancy(scenario: usize) -> (f64, f64) {
    let counts = SCENARIOS[scenario].0;
    let (mut acute, mut rehab) = (0.0, 0.0);
    for (number, kind) in KINDS.iter().enumerate() {
        if number == NEURO && !counts[Group::Neuro as usize] {
            continue;
        }
        let (a, r) = kind.occupancy(if counts[Group::Extra as usize] { 1.05 } else { 1.0 });
        acute += a;
        rehab += r;
    }
    (acute, rehab)
}

/// A stream of arrivals.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Door {
    kind: u8,
    direct: bool,
    group: Group,
}

impl Door {
    fn between(self) -> Option<f64> {
        let kind = &KINDS[usize::from(self.kind)];
        match (self.direct, self.group) {
            (true, Group::Extra) => None,
            (true, _) => kind.direct,
            (false, Group::Extra) => kind.acute.map(|between| between / 0.05),
            (false, _) => kind.acute,
        }
    }

    fn number(self) -> u64 {
        u64::from(self.kind) << 4 | u64::from(self.direct) << 3 | self.group as u64
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    LeavesRehab(Group),
    LeavesAcute(Door, u32, bool),
    Arrival(Door, u32),
    Audit,
}

const MOST: usize = 96;

struct Hospital {
    stream: Stream,
    /// A tier a unit and group.
    beds: Places,
    begin: Tick,
    /// Days on which so many beds were taken: by scenario the acute unit, rehabilitation and both.
    audited: [[[u64; MOST]; 3]; 3],
    /// Bed-days that came to each unit since counting began, the extra left out.
    work: [f64; 2],
}

fn ticks(days: f64) -> Tick {
    (days * TICKS).round() as Tick
}

fn tier(unit: u8, group: Group) -> Tier {
    Tier::new(unit * 3 + group as u8)
}

impl Hospital {
    fn occupy(&mut self, unit: u8, group: Group, days: f64, now: Tick) {
        self.beds.hold(tier(unit, group), 1);
        if now >= self.begin && group != Group::Extra {
            self.work[usize::from(unit)] += days;
        }
    }

    fn arrive(&mut self, door: Door, number: u32, now: Tick, events: &mut EventList<Event>) {
        let (stream, kind) = (self.stream, &KINDS[usize::from(door.kind)]);
        let u = |draw| stream.uniform(draw, door.number(), u64::from(number));
        if door.direct {
            self.rehabilitate(door, number, now, events);
        } else {
            let onward = distribution::choose(u(Draw::Route), &kind.onward);
            let days = kind.stays[onward].days(u(Draw::ServiceTime));
            self.occupy(0, door.group, days, now);
            let leaves = Event::LeavesAcute(door, number, onward == 0);
            events.push(now + ticks(days), Order::default(), leaves);
        }
        if let Some(between) = door.between() {
            let gap = distribution::exponential(u(Draw::BetweenArrivals), between);
            events.push(now + ticks(gap), Order::new(1, 0), Event::Arrival(door, number + 1));
        }
    }

    fn rehabilitate(&mut self, door: Door, number: u32, now: Tick, events: &mut EventList<Event>) {
        let kind = &KINDS[usize::from(door.kind)];
        // A second visit, as its draws go.
        let u = |draw| self.stream.uniform(draw, 1 << 32 | door.number(), u64::from(number));
        let which = usize::from(u(Draw::Route) >= kind.rehab[0].0);
        let days = kind.rehab[which].1.days(u(Draw::ServiceTime));
        self.occupy(1, door.group, days, now);
        events.push(now + ticks(days), Order::default(), Event::LeavesRehab(door.group));
    }

    fn audit(&mut self) {
        const GROUPS: [Group; 3] = [Group::Core, Group::Neuro, Group::Extra];
        for (counts, audited) in SCENARIOS.map(|scenario| scenario.0).iter().zip(&mut self.audited) {
            let mut taken = [0; 3];
            for (group, _) in GROUPS.into_iter().zip(counts).filter(|(_, counts)| **counts) {
                taken[0] += self.beds.taken(tier(0, group)) as usize;
                taken[1] += self.beds.taken(tier(1, group)) as usize;
            }
            taken[2] = taken[0] + taken[1];
            for (days, taken) in audited.iter_mut().zip(taken) {
                days[taken.min(MOST - 1)] += 1;
            }
        }
    }
}

impl Model for Hospital {
    type Event = Event;

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        match event {
            Event::Arrival(door, number) => self.arrive(door, number, now, events),
            Event::LeavesAcute(door, number, onward) => {
                self.beds.release(tier(0, door.group), 1);
                if onward {
                    self.rehabilitate(door, number, now, events);
                }
            }
            Event::LeavesRehab(group) => self.beds.release(tier(1, group), 1),
            Event::Audit => {
                self.audit();
                events.push(now + ticks(1.0), Order::new(2, 0), Event::Audit);
            }
        }
    }
}

fn doors() -> impl Iterator<Item = Door> {
    (0..4u8).flat_map(|kind| {
        let own = if usize::from(kind) == NEURO { Group::Neuro } else { Group::Core };
        [(false, own), (false, Group::Extra), (true, own)].into_iter().map(move |(direct, group)| Door {
            kind,
            direct,
            group,
        })
    })
}

fn replicate(stream: Stream, share: f64) -> Sample {
    let length = (LENGTH * share).round();
    let mut hospital = Hospital {
        stream,
        beds: Places::new(&[u32::MAX; 6]),
        begin: ticks(WARM_UP),
        audited: [[[0; MOST]; 3]; 3],
        work: [0.0; 2],
    };
    let mut events = EventList::new();
    for door in doors() {
        if let Some(between) = door.between() {
            let u = stream.uniform(Draw::BetweenArrivals, 1 << 33 | door.number(), 0);
            events.push(
                ticks(distribution::exponential(u, between)),
                Order::new(1, 0),
                Event::Arrival(door, 0),
            );
        }
    }
    events.push(ticks(WARM_UP), Order::new(2, 0), Event::Audit);
    simulate(&mut hospital, &mut events, 0, ticks(WARM_UP + length) - 1);
    let mean =
        |days: &[u64]| (0u64..).zip(days).map(|(taken, &days)| taken * days).sum::<u64>() as f64 / length;
    let base = &hospital.audited[0];
    let mut values = vec![mean(&base[0]), mean(&base[1])];
    for delay in delays() {
        let days = &hospital.audited[delay.scenario][delay.unit];
        values
            .push(days[delay.beds as usize] as f64 / days[..=delay.beds as usize].iter().sum::<u64>() as f64);
    }
    let known = occupancy(0);
    let controls = vec![hospital.work[0] / length / known.0 - 1.0, hospital.work[1] / length / known.1 - 1.0];
    Sample { values, controls }
}

/// A probability of delay: scenario, unit (acute, rehabilitation, both), beds, and what others printed.
struct Delay {
    scenario: usize,
    unit: usize,
    beds: u32,
    printed: &'static str,
}

const UNITS: [Pair; 3] = [("acuut", "acute unit"), ("revalidatie", "rehabilitation"), ("samen", "pooled")];

#[rustfmt::skip]
const PRINTED: [(usize, u32, [&str; 3]); 11] = [
    (0, 10, ["0.14 / 0.13", "0.16 / 0.15", "RAP 0.08"]),
    (0, 11, ["0.09 / 0.08", "0.11 / 0.10", "RAP 0.05"]),
    (0, 12, ["0.06 / 0.06", "0.07 / 0.07", "RAP 0.03"]),
    (0, 13, ["0.04 / 0.03", "0.05 / 0.04", "RAP 0.01"]),
    (0, 14, ["0.02 / 0.02", "0.03 / 0.03", "RAP 0.01"]),
    (1, 12, ["0.11 / 0.11", "0.13 / 0.13", "RAP 0.06"]),
    (1, 13, ["0.08 / 0.08", "0.09 / 0.09", "RAP 0.03"]),
    (1, 14, ["0.05 / 0.05", "0.07 / 0.06", "RAP 0.02"]),
    (1, 16, ["0.02 / 0.02", "0.02 / 0.03", "RAP 0.01"]),
    (2, 22, ["0.057 / 0.065", "", ""]),
    (2, 26, ["0.016 / 0.016", "", ""]),
];

fn delays() -> impl Iterator<Item = Delay> {
    (0..SCENARIOS.len()).flat_map(|scenario| {
        let rows = PRINTED.into_iter().filter(move |row| !row.2[scenario].is_empty());
        rows.map(move |(unit, beds, printed)| Delay { scenario, unit, beds, printed: printed[scenario] })
    })
}

pub(super) fn cases() -> Vec<Case> {
    let (acute, rehab) = occupancy(0);
    let mut quantities = vec![
        Quantity::mean(("acuut: gemiddelde bezetting", "acute unit: mean occupancy"), acute).plain(),
        Quantity::mean(("revalidatie: gemiddelde bezetting", "rehabilitation: mean occupancy"), rehab)
            .plain(),
    ];
    quantities.extend(delays().map(|delay| {
        let (acute, rehab) = occupancy(delay.scenario);
        let mean = [acute, rehab, acute + rehab][delay.unit];
        let (scenario, unit) = (SCENARIOS[delay.scenario].1, UNITS[delay.unit]);
        let name = (
            format!("{}{}, {} bedden: kans op vertraging", scenario.0, unit.0, delay.beds),
            format!("{}{}, {} beds: probability of delay", scenario.1, unit.1, delay.beds),
        );
        Quantity::probability(name, last_place(mean, delay.beds)).printed(delay.printed)
    }));
    vec![Case {
        name: "stroke",
        title: ("Bedden voor beroertes (artikel / RAP)", "Stroke beds (paper / RAP)"),
        quantities,
        replications: 60,
        simulate: Box::new(replicate),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occupancies_and_delays_are_the_ones_that_others_print() {
        let (acute, rehab) = occupancy(0);
        assert!((acute - 8.145_49).abs() < 6e-6 && (rehab - 9.718_22).abs() < 6e-6, "{acute} {rehab}");
        let exact: Vec<f64> = cases()[0].quantities[2..].iter().map(|quantity| quantity.reference).collect();
        let printed = [
            0.1283, 0.0867, 0.0556, 0.0337, 0.0192, 0.1091, 0.0754, 0.0497, 0.0186, 0.0629, 0.0158, 0.1471,
            0.1026, 0.0681, 0.0429, 0.0255, 0.1223, 0.0865, 0.0585, 0.0232, 0.0801, 0.0487, 0.0278, 0.0148,
            0.0074, 0.0515, 0.0307, 0.0173, 0.0045,
        ];
        assert_eq!(exact.len(), printed.len());
        for (value, print) in exact.iter().zip(printed) {
            assert!((value - print).abs() <= 0.000_051, "{value} {print}");
        }
    }
}
