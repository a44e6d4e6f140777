//! Small networks from the documentation of other simulators: Ciw and simmer.

use super::network::{Law, Plan, Source, Station, run};
use super::queues::{PRESENT, QUEUE, planned};
use super::theory::{erlang_c, mmc_queue, with_room};
use super::{Case, Quantity, Sample};
use crate::random::Stream;

pub(super) fn cases() -> Vec<Case> {
    vec![three_servers(), cafe(), cafe_from_empty(), loss()]
}

fn three_servers() -> Case {
    let station = Station::new(3, Law::Exponential(10.0));
    let waiting = mmc_queue(3, 2.0);
    planned(
        "three-servers",
        ("M/M/3 (Ciw)", "M/M/3 (Ciw)"),
        60,
        Plan::single(station, 0.2, 5_000.0, 900_000.0),
        vec![
            Quantity::mean(("gemiddelde wachttijd", "mean wait"), waiting / 0.2)
                .printed("Ciw 4.2305 (1,440 from empty, one seed)"),
            Quantity::probability(("kans op wachten", "probability of waiting"), erlang_c(3, 2.0)),
            Quantity::mean(QUEUE, waiting),
        ],
        |outcome| {
            let station = &outcome.stations[0];
            vec![station.wait(), station.delayed(), station.queue()]
        },
    )
}

/// Cold food, hot food, till: a share of the cold go on to the hot, and all to the till. Minutes.
fn kitchen(warm_up: f64, length: f64) -> Plan {
    let station = |servers, rate: f64| Station::new(servers, Law::Exponential(1.0 / rate));
    Plan {
        stations: vec![station(1, 1.0), station(2, 0.4), station(2, 0.5)],
        sources: vec![Source::new(0, 0.3), Source::new(1, 0.2)],
        routes: vec![vec![0.0, 0.3, 0.7], vec![0.0, 0.0, 1.0], vec![]],
        warm_up,
        length,
    }
}

/// Arrivals at the three stations [a minute], and mean numbers waiting and present there.
fn jackson() -> [(f64, f64, f64); 3] {
    let at = |arrivals: f64, servers, rate: f64| {
        let waiting = mmc_queue(servers, arrivals / rate);
        (arrivals, waiting, waiting + arrivals / rate)
    };
    [at(0.3, 1, 1.0), at(0.2 + 0.3 * 0.3, 2, 0.4), at(0.5, 2, 0.5)]
}

fn cafe() -> Case {
    let [cold, hot, till] = jackson();
    planned(
        "cafe",
        ("Café, drie stations (Jackson)", "Cafe, three stations (Jackson)"),
        60,
        kitchen(1_000.0, 600_000.0),
        vec![
            Quantity::mean(("koud: gemiddeld aantal", "cold: mean number"), cold.2),
            Quantity::mean(("warm: gemiddeld aantal", "hot: mean number"), hot.2),
            Quantity::mean(("kassa: gemiddeld aantal", "till: mean number"), till.2),
            Quantity::mean(("koud: wachttijd [min]", "cold: wait [min]"), cold.1 / cold.0),
            Quantity::mean(("warm: wachttijd [min]", "hot: wait [min]"), hot.1 / hot.0),
            Quantity::mean(("kassa: wachttijd [min]", "till: wait [min]"), till.1 / till.0),
        ],
        |outcome| {
            let present = outcome.stations.iter().map(|station| station.present());
            present.chain(outcome.stations.iter().map(|station| station.wait())).collect()
        },
    )
}

/// Days from empty in one replication of the case below.
const TRIALS: u64 = 250;

fn cafe_from_empty() -> Case {
    let [cold, hot, _] = jackson();
    // Who came by minute 180 and is not at the till yet is at one of the two stations, which are long steady by then.
    let expected = 0.5 * 180.0 - cold.2 - hot.2;
    let count = Quantity::mean(
        ("aankomsten aan de kassa in 180 min", "arrivals at the till within 180 min"),
        expected,
    )
    .printed("Ciw 81.9 (10 trials); 88.75 +- 0.13 (20,000 trials)");
    let simulate = |stream: Stream, share: f64| {
        let plan = kitchen(0.0, 180.0);
        let trials = (TRIALS as f64 * share) as u64;
        let (mut came, mut early) = (0.0, 0.0);
        for trial in 0..trials {
            let outcome = run(&plan, stream.branch(&trial.to_string()));
            came += outcome.stations[2].arrivals();
            early += outcome.controls[0];
        }
        Sample { values: vec![came / trials as f64], controls: vec![early / trials as f64] }
    };
    Case {
        name: "cafe-from-empty",
        title: ("Café, de eerste drie uur", "Cafe, the first three hours"),
        quantities: vec![count],
        replications: 60,
        simulate: Box::new(simulate),
    }
}

fn loss() -> Case {
    let (lost, present) = with_room(3.0, 0.25, 2, 3);
    let station = Station { room: Some(3), ..Station::new(2, Law::Exponential(0.25)) };
    planned(
        "loss",
        ("M/M/2/3 (simmer): wie een vol huis vindt, gaat", "M/M/2/3 (simmer): who finds it full is lost"),
        60,
        Plan::single(station, 3.0, 100.0, 10_000.0),
        vec![
            Quantity::probability(("kans op verlies", "probability of loss"), lost),
            Quantity::mean(PRESENT, present),
        ],
        |outcome| vec![outcome.stations[0].lost(), outcome.stations[0].present()],
    )
}
