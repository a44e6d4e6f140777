//! Seasonal inflow into beds that are never full: Mt/M/inf, on the engine's places. Days.

use std::f64::consts::PI;

use super::{Case, Quantity, Sample};
use crate::engine::{EventList, Model, Order, Places, Tick, Tier, simulate};
use crate::random::math::{atan2, cos, sin};
use crate::random::{Draw, Stream, distribution, poisson};

const TICKS: f64 = 1_000.0;
const YEAR: f64 = 365.0;
const RATE: f64 = 100.0;
const SWING: f64 = 0.5;
const STAY: f64 = 30.0;
/// Years in a replication.
const YEARS: f64 = 15.0;

fn angle(day: f64) -> f64 {
    2.0 * PI * day / YEAR
}

/// What is known of the mean stock: a wave that is flatter and later than that of the inflow.
struct Wave {
    mean: f64,
    /// As a share of the mean.
    amplitude: f64,
    lag: f64,
}

fn wave() -> Wave {
    let turned = 2.0 * PI * STAY / YEAR;
    let lag = atan2(turned, 1.0) * YEAR / (2.0 * PI);
    Wave { mean: RATE * STAY, amplitude: SWING / (1.0 + turned * turned).sqrt(), lag }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Event {
    Leaves,
    /// Perhaps somebody comes: thinning of a steady stream at the highest rate (Lewis and Shedler 1979).
    Perhaps,
    Evening,
    Peak,
    Trough,
}

struct Beds {
    stream: Stream,
    beds: Places,
    perhaps: u64,
    came: u64,
    stays: f64,
    days: u64,
    sums: [f64; 3],
    peak: (u64, u64),
    trough: (u64, u64),
}

const BEDS: Tier = Tier::new(0);

fn ticks(days: f64) -> Tick {
    (days * TICKS).round() as Tick
}

impl Beds {
    fn occupied(&self) -> u64 {
        u64::from(self.beds.taken(BEDS))
    }

    fn perhaps(&mut self, now: Tick, events: &mut EventList<Event>) {
        let number = self.perhaps;
        self.perhaps += 1;
        let rate = RATE * (1.0 + SWING * sin(angle(now as f64 / TICKS)));
        let most = RATE * (1.0 + SWING);
        if self.stream.uniform(Draw::Kept, 0, number) * most < rate {
            let stay = distribution::exponential(self.stream.uniform(Draw::ServiceTime, 0, number), STAY);
            self.beds.take(1).expect("there is always a bed");
            events.push(now + ticks(stay), Order::new(0, self.stream.rank(0, number)), Event::Leaves);
            self.came += 1;
            self.stays += stay;
        }
        let gap =
            distribution::exponential(self.stream.uniform(Draw::BetweenArrivals, 0, number), 1.0 / most);
        events.push(now + ticks(gap), Order::new(1, 0), Event::Perhaps);
    }
}

impl Model for Beds {
    type Event = Event;

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        let occupied = self.occupied();
        match event {
            Event::Leaves => self.beds.release(BEDS, 1),
            Event::Perhaps => self.perhaps(now, events),
            Event::Peak => {
                self.peak = (self.peak.0 + occupied, self.peak.1 + 1);
                events.push(now + ticks(YEAR), Order::new(2, 1), Event::Peak);
            }
            Event::Trough => {
                self.trough = (self.trough.0 + occupied, self.trough.1 + 1);
                events.push(now + ticks(YEAR), Order::new(2, 2), Event::Trough);
            }
            Event::Evening => {
                let (turned, occupied) = (angle(self.days as f64), occupied as f64);
                self.days += 1;
                self.sums[0] += occupied;
                self.sums[1] += occupied * sin(turned);
                self.sums[2] += occupied * cos(turned);
                events.push(now + ticks(1.0), Order::new(2, 0), Event::Evening);
            }
        }
    }
}

fn replicate(stream: Stream, share: f64) -> Sample {
    let years = ((YEARS * share).round() as u64).max(1);
    let known = wave();
    let beds = Places::new(&[u32::MAX]);
    let mut model = Beds {
        stream,
        beds,
        perhaps: 0,
        came: 0,
        stays: 0.0,
        days: 0,
        sums: [0.0; 3],
        peak: (0, 0),
        trough: (0, 0),
    };
    let mut events = EventList::new();
    // The exact law on the first of January: a Poisson number, each with an exponential time left.
    let mean = known.mean * (1.0 + known.amplitude * sin(-angle(known.lag)));
    let present = poisson(stream.uniform(Draw::Arrivals, 0, 0), mean);
    model.beds.hold(BEDS, present);
    for number in 0..u64::from(present) {
        let left = distribution::exponential(stream.uniform(Draw::ServiceTime, 1, number), STAY);
        events.push(ticks(left), Order::new(0, stream.rank(1, number)), Event::Leaves);
    }
    events.push(0, Order::new(1, 0), Event::Perhaps);
    events.push(0, Order::new(2, 0), Event::Evening);
    events.push(ticks(YEAR / 4.0 + known.lag), Order::new(2, 1), Event::Peak);
    events.push(ticks(YEAR * 0.75 + known.lag), Order::new(2, 2), Event::Trough);
    simulate(&mut model, &mut events, 0, years * ticks(YEAR) - 1);
    let days = model.days as f64;
    let (mean, sine, cosine) = (model.sums[0] / days, 2.0 * model.sums[1] / days, 2.0 * model.sums[2] / days);
    let expected = RATE * YEAR * years as f64;
    Sample {
        values: vec![
            mean,
            100.0 * (sine * sine + cosine * cosine).sqrt() / mean,
            atan2(-cosine, sine) * YEAR / (2.0 * PI),
            model.peak.0 as f64 / model.peak.1 as f64,
            model.trough.0 as f64 / model.trough.1 as f64,
        ],
        controls: vec![model.came as f64 / expected - 1.0, model.stays / model.came as f64 / STAY - 1.0],
    }
}

pub(super) fn cases() -> Vec<Case> {
    let known = wave();
    vec![Case {
        name: "seasonal-beds",
        title: ("Instroom met seizoen in bedden (Mt/M/oneindig)", "Seasonal inflow into beds (Mt/M/inf)"),
        quantities: vec![
            Quantity::mean(("gemiddelde bezetting", "mean occupancy"), known.mean),
            Quantity::mean(("uitslag [%]", "amplitude [%]"), 100.0 * known.amplitude),
            Quantity::mean(("achterstand van de top [d]", "lag of the peak [d]"), known.lag),
            Quantity::mean(("hoogste verwachting", "highest expected"), known.mean * (1.0 + known.amplitude)),
            Quantity::mean(("laagste verwachting", "lowest expected"), known.mean * (1.0 - known.amplitude)),
        ],
        replications: 40,
        simulate: Box::new(replicate),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wave_is_the_one_that_others_print() {
        let known = wave();
        assert!((known.amplitude - 0.444_3).abs() < 5e-5 && (known.lag - 27.69).abs() < 5e-3);
        assert!((known.mean * (1.0 + known.amplitude) - 4_332.8).abs() < 0.05);
        assert!((known.mean * (1.0 - known.amplitude) - 1_667.2).abs() < 0.05);
    }
}
