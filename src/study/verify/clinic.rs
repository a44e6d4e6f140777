//! An appointment clinic, M/M/s: the published model `pydesrap_mms` (MIT), and its grid of nurses and arrivals. Minutes.

use super::network::{Law, Plan, Station, run};
use super::queues::{QUEUE, UTILISATION, planned};
use super::theory::mmc_queue;
use super::{Case, Pair, Quantity, Sample};
use crate::random::Stream;

const CONSULT: f64 = 10.0;
const WAIT: Pair = ("gemiddelde wachttijd [min]", "mean wait [min]");

fn plan(between: f64, nurses: u32, warm_up: f64, length: f64) -> Plan {
    Plan::single(Station::new(nurses, Law::Exponential(CONSULT)), 1.0 / between, warm_up, length)
}

fn queue(between: f64, nurses: u32) -> f64 {
    mmc_queue(nurses, CONSULT / between)
}

pub(super) fn cases() -> Vec<Case> {
    vec![five_nurses(), four_nurses(), utilisations(), waits()]
}

/// Minutes in a published run, and how many of those a replication here has.
const PUBLISHED_LENGTH: f64 = 43_200.0;
const RUNS: f64 = 36.0;

fn five_nurses() -> Case {
    planned(
        "clinic",
        ("Spreekuur, vijf verpleegkundigen", "Clinic, five nurses"),
        60,
        plan(4.0, 5, 38_880.0, RUNS * PUBLISHED_LENGTH),
        vec![
            Quantity::mean(("aankomsten in 43.200 min", "arrivals in 43,200 min"), PUBLISHED_LENGTH / 4.0)
                .plain()
                .printed("10,755.2"),
            Quantity::mean(WAIT, queue(4.0, 5) * 4.0).printed("0.488 (0.465-0.512)"),
            Quantity::mean(UTILISATION, 0.5).plain().printed("0.4968 (0.4941-0.4995)"),
            Quantity::mean(QUEUE, queue(4.0, 5)).printed("0.1217 (0.116-0.128)"),
        ],
        |outcome| {
            let station = &outcome.stations[0];
            let arrivals = PUBLISHED_LENGTH / 4.0 * (1.0 + outcome.controls[0]);
            vec![arrivals, station.wait(), station.utilisation(), station.queue()]
        },
    )
}

fn four_nurses() -> Case {
    planned(
        "clinic-four-nurses",
        ("Spreekuur, vier verpleegkundigen", "Clinic, four nurses"),
        60,
        plan(4.0, 4, 3_000.0, 850_000.0),
        vec![
            Quantity::mean(WAIT, queue(4.0, 4) * 4.0).printed("2.114 (1.113-3.116)"),
            Quantity::mean(UTILISATION, 0.625).plain().printed("0.640"),
            Quantity::mean(QUEUE, queue(4.0, 4)).printed("0.531"),
        ],
        |outcome| {
            let station = &outcome.stations[0];
            vec![station.wait(), station.utilisation(), station.queue()]
        },
    )
}

/// The published grid: minutes between arrivals, and the utilisations printed for five to eight nurses.
const GRID: [(u32, [&str; 4]); 5] = [
    (3, ["0.66", "0.55", "0.47", "0.42"]),
    (4, ["0.50", "0.41", "0.35", "0.31"]),
    (5, ["0.40", "0.33", "0.28", "0.25"]),
    (6, ["0.33", "0.28", "0.24", "0.21"]),
    (7, ["0.29", "0.24", "0.20", "0.18"]),
];

/// The combinations of the grid: minutes between arrivals, nurses, and the utilisation printed.
fn grid() -> impl Iterator<Item = (u32, u32, &'static str)> {
    GRID.into_iter()
        .flat_map(|(between, printed)| (5..).zip(printed).map(move |(n, text)| (between, n, text)))
}

/// The name of a combination and of what is measured of it.
fn of(between: u32, nurses: u32, what: Pair) -> (String, String) {
    (
        format!("om de {between} min, {nurses} verpleegkundigen: {}", what.0),
        format!("each {between} min, {nurses} nurses: {}", what.1),
    )
}

fn utilisations() -> Case {
    let quantity = |(between, nurses, printed)| {
        let load = CONSULT / f64::from(between) / f64::from(nurses);
        Quantity::mean(of(between, nurses, UTILISATION), load).printed(printed)
    };
    let simulate = |stream: Stream, share: f64| {
        // Each combination has luck of its own.
        let values = grid().map(|(between, nurses, _)| {
            let part = stream.branch(&format!("{between} {nurses}"));
            let plan = plan(f64::from(between), nurses, 1_000.0, 36_000.0 * share);
            run(&plan, part).stations[0].utilisation()
        });
        Sample { values: values.collect(), controls: vec![] }
    };
    Case {
        name: "clinic-grid",
        title: ("Spreekuur, drukte en bezetting", "Clinic, arrivals and nurses"),
        quantities: grid().map(quantity).collect(),
        replications: 60,
        simulate: Box::new(simulate),
    }
}

/// Minutes between arrivals, nurses, and thousands of minutes in a replication.
const WAITS: [(u32, u32, f64); 4] = [(3, 5, 1_200.0), (3, 6, 2_200.0), (3, 7, 3_300.0), (4, 6, 4_000.0)];

fn waits() -> Case {
    let quantity = |(between, nurses, _)| {
        let minutes = f64::from(between);
        Quantity::mean(of(between, nurses, WAIT), queue(minutes, nurses) * minutes)
    };
    let simulate = |stream: Stream, share: f64| {
        let (mut values, mut controls) = (Vec::new(), Vec::new());
        for (between, nurses, thousands) in WAITS {
            let plan = plan(f64::from(between), nurses, 2_000.0, thousands * 1_000.0 * share);
            let outcome = run(&plan, stream.branch(&format!("{between} {nurses}")));
            values.push(outcome.stations[0].wait());
            controls.extend(outcome.controls);
        }
        Sample { values, controls }
    };
    Case {
        name: "clinic-waits",
        title: ("Spreekuur, wachttijden", "Clinic, waits"),
        quantities: WAITS.map(quantity).into(),
        replications: 60,
        simulate: Box::new(simulate),
    }
}
