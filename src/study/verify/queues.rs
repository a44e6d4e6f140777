//! One queue: giving up, priority, times that vary, families that come together.

use super::network::{Law, Outcome, Plan, Source, Station, run};
use super::theory::{erlang_a, geometric_batches_present, mg1_wait, priority_waits};
use super::{Case, Pair, Quantity, Sample};

pub(super) const GAVE_UP: Pair = ("kans om weg te gaan", "probability of giving up");
pub(super) const QUEUE: Pair = ("gemiddeld aantal wachtenden", "mean number waiting");
pub(super) const PRESENT: Pair = ("gemiddeld aantal aanwezig", "mean number present");
pub(super) const UTILISATION: Pair = ("bezettingsgraad", "utilisation");

/// A case that is one plan; `measure` reads the values of its quantities off the outcome.
pub(super) fn planned(
    name: &'static str,
    title: Pair,
    replications: u32,
    plan: Plan,
    quantities: Vec<Quantity>,
    measure: fn(&Outcome) -> Vec<f64>,
) -> Case {
    let simulate = move |stream, share: f64| {
        let plan = Plan { length: plan.length * share, ..plan.clone() };
        let outcome = run(&plan, stream);
        Sample { values: measure(&outcome), controls: outcome.controls }
    };
    Case { name, title, quantities, replications, simulate: Box::new(simulate) }
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        giving_up(
            "giving-up",
            ("Intrekkingen, krap (Erlang A)", "Withdrawal, tight (Erlang A)"),
            50.0,
            8_000.0,
        ),
        giving_up(
            "giving-up-overloaded",
            ("Intrekkingen, overbelast (Erlang A)", "Withdrawal, overloaded (Erlang A)"),
            60.0,
            2_000.0,
        ),
        priority(),
        varied(),
        constant(),
        families(),
    ]
}

fn giving_up(name: &'static str, title: Pair, arrivals: f64, length: f64) -> Case {
    let known = erlang_a(arrivals, 2.5, 120, 200.0);
    let station = Station { patience: Some(200.0), ..Station::new(120, Law::Exponential(2.5)) };
    let wait = ("gemiddelde wachttijd van allen [d]", "mean wait of all [d]");
    planned(
        name,
        title,
        40,
        Plan::single(station, arrivals, 2_000.0, length),
        vec![
            Quantity::probability(GAVE_UP, known.gave_up),
            Quantity::mean(QUEUE, known.queue),
            Quantity::mean(wait, known.wait),
            Quantity::mean(UTILISATION, known.utilisation).plain(),
        ],
        |outcome| {
            let station = &outcome.stations[0];
            vec![station.gave_up(), station.queue(), station.wait(), station.utilisation()]
        },
    )
}

fn priority() -> Case {
    let (urgent, others) = priority_waits(0.3, 0.4, 1.0);
    let mut plan = Plan::single(Station::new(1, Law::Exponential(1.0)), 0.3, 2_000.0, 180_000.0);
    plan.sources.push(Source { class: 1, ..Source::new(0, 0.4) });
    planned(
        "priority",
        ("Voorrang in twee klassen, M/M/1", "Priority in two classes, M/M/1"),
        60,
        plan,
        vec![
            Quantity::mean(("gemiddelde wachttijd met voorrang", "mean wait of the first class"), urgent),
            Quantity::mean(("gemiddelde wachttijd van de anderen", "mean wait of the second class"), others),
        ],
        |outcome| vec![outcome.stations[0].wait_of(0), outcome.stations[0].wait_of(1)],
    )
}

const WAIT: Pair = ("gemiddelde wachttijd", "mean wait");

fn varied() -> Case {
    // A squared coefficient of variation of 4 is a coefficient of 2.
    let station = Station::new(1, Law::LogNormal(1.0, 2.0));
    planned(
        "varied",
        ("M/G/1, lognormale duur", "M/G/1, lognormal service"),
        60,
        Plan::single(station, 0.7, 5_000.0, 550_000.0),
        vec![Quantity::mean(WAIT, mg1_wait(0.7, 1.0, 4.0))],
        |outcome| vec![outcome.stations[0].wait()],
    )
}

fn constant() -> Case {
    planned(
        "constant",
        ("M/D/1, vaste duur", "M/D/1, constant service"),
        60,
        Plan::single(Station::new(1, Law::Constant(1.0)), 0.7, 1_000.0, 75_000.0),
        vec![Quantity::mean(WAIT, mg1_wait(0.7, 1.0, 0.0))],
        |outcome| vec![outcome.stations[0].wait()],
    )
}

fn families() -> Case {
    let present = geometric_batches_present(0.3, 2.0, 1.0);
    let mut plan = Plan::single(Station::new(1, Law::Exponential(1.0)), 0.3, 1_000.0, 140_000.0);
    plan.sources[0].batch = 2.0;
    planned(
        "families",
        ("Gezinnen: geometrische groepen van gemiddeld 2", "Families: geometric batches of 2 on average"),
        60,
        plan,
        vec![
            Quantity::mean(PRESENT, present),
            Quantity::mean(("gemiddeld verblijf", "mean stay"), present / 0.6),
        ],
        |outcome| vec![outcome.stations[0].present(), outcome.stations[0].stay()],
    )
}
