//! The door to Python: reads a scenario, runs it without holding the interpreter's lock, and hands over one array.
//!
//! Words, units and errors are those of the program. `doorstroom/__init__.py` gives this its Python face.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use doorstroom::diagnostic::{self, Language};
use doorstroom::policy::{Kind, Role, levers as catalogue};
use doorstroom::record::{Daily, Series, SeriesKind};
use doorstroom::scenario::{self, Request, Scenario};
use doorstroom::study::replication::replicate;
use doorstroom::study::run::month_ends;
use numpy::PyArray1;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// How often a run looks whether it was interrupted.
const LOOK: Duration = Duration::from_millis(100);

/// The values by replication, month and series, the last running fastest.
type Values = Vec<f64>;

/// Reads a scenario, with the warnings of `check` if there are any; or says everything that is wrong with it.
fn read(name: &str, sets: &[String], thin: u32) -> PyResult<(Scenario, Option<String>)> {
    let request = Request { scenario: name, sets, files: &|path| std::fs::read(path) };
    let checked = scenario::read(&request).map_err(|failed| {
        PyValueError::new_err(diagnostic::render(&failed.diagnostics, &failed.texts, Language::En, false))
    })?;
    let warnings = match checked.warnings.as_slice() {
        [] => None,
        some => Some(diagnostic::render(some, &checked.texts, Language::En, false)),
    };
    Ok((checked.scenario.thinned(thin), warnings))
}

/// What a run gives: the last day of each month; the values as one flat array, by replication, month and series in the order
/// asked for; the measures in it that are not law; and the warnings of `check`.
type Ran<'py> = (Vec<String>, Bound<'py, PyArray1<f64>>, Vec<String>, Option<String>);

/// Runs replications of a scenario. Raises `ValueError` with every problem of the scenario.
#[pyfunction]
#[pyo3(signature = (scenario, sets, numbers, seed, fixed, thin, threads, series))]
#[expect(clippy::too_many_arguments, reason = "the Python face names them all")]
fn run<'py>(
    py: Python<'py>,
    scenario: &str,
    sets: Vec<String>,
    numbers: Vec<u32>,
    seed: u64,
    fixed: bool,
    thin: u32,
    threads: usize,
    series: Vec<String>,
) -> PyResult<Ran<'py>> {
    let rows: Vec<usize> = series
        .iter()
        .map(|id| {
            let found = Series::from_id(id);
            found.map(|series| series as usize).ok_or_else(|| {
                PyValueError::new_err(format!("no series {id:?}; doorstroom.series() lists them"))
            })
        })
        .collect::<PyResult<_>>()?;
    let (scenario, warnings) = read(scenario, &sets, thin)?;
    let dates = month_ends(scenario.start, scenario.end).iter().map(ToString::to_string).collect();
    let values = replications(py, &scenario, &numbers, seed, fixed, threads, &rows)?;
    let not_law = scenario.not_law().into_iter().map(|(measure, _)| measure).collect();
    Ok((dates, PyArray1::from_vec(py, values), not_law, warnings))
}

/// The replications on so many threads, without the interpreter's lock. An interrupt stops them after those at hand.
fn replications(
    py: Python<'_>,
    scenario: &Scenario,
    numbers: &[u32],
    seed: u64,
    fixed: bool,
    threads: usize,
    rows: &[usize],
) -> PyResult<Values> {
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let done = py.detach(|| {
        let mut done: Vec<Option<Values>> = vec![None; numbers.len()];
        let (send, receive) = mpsc::channel::<(usize, Values)>();
        std::thread::scope(|scope| {
            for _ in 0..threads.clamp(1, numbers.len().max(1)) {
                let (send, next, stop) = (send.clone(), &next, &stop);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(&number) = numbers.get(at) else { return };
                        let months = replicate(scenario, seed, number, fixed, Daily::No).months;
                        let values =
                            months.iter().flat_map(|month| rows.iter().map(|&row| month[row])).collect();
                        if send.send((at, values)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(send);
            loop {
                match receive.recv_timeout(LOOK) {
                    Ok((at, values)) => done[at] = Some(values),
                    Err(RecvTimeoutError::Disconnected) => return Ok(done),
                    Err(RecvTimeoutError::Timeout) => {
                        if let Err(interrupt) = Python::attach(|py| py.check_signals()) {
                            stop.store(true, Ordering::Relaxed);
                            return Err(interrupt);
                        }
                    }
                }
            }
        })
    });
    Ok(done?.into_iter().flatten().flatten().collect())
}

/// Every series: name, kind, unit, definition.
#[pyfunction]
fn series(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyDict>>> {
    let row = |series: &Series| {
        let row = PyDict::new(py);
        row.set_item("name", series.id())?;
        row.set_item(
            "kind",
            match series.kind() {
                SeriesKind::Stock => "stock",
                SeriesKind::Flow => "flow",
                SeriesKind::Wait => "wait",
                SeriesKind::Ratio => "ratio",
            },
        )?;
        row.set_item("unit", series.unit())?;
        row.set_item("says", series.definition().trim())?;
        Ok(row)
    };
    Series::ALL.iter().map(row).collect()
}

/// Every lever and uncertainty: name, role, unit, bounds, definition, and whether it is a single number.
#[pyfunction]
fn levers(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyDict>>> {
    catalogue::all()
        .map(|declared| {
            let row = PyDict::new(py);
            row.set_item("name", declared.name)?;
            row.set_item(
                "role",
                match declared.role {
                    Role::Lever => "lever",
                    Role::Uncertainty => "uncertainty",
                    Role::Behaviour => "behaviour",
                },
            )?;
            row.set_item("unit", declared.unit)?;
            row.set_item("low", declared.range.0)?;
            row.set_item("high", declared.range.1)?;
            row.set_item("keys", declared.kind.keys())?;
            row.set_item(
                "words",
                match declared.kind.inner() {
                    Kind::Choice(words) => Some(words),
                    _ => None,
                },
            )?;
            row.set_item("says", declared.says.trim())?;
            Ok(row)
        })
        .collect()
}

/// Names of the scenarios in the package.
#[pyfunction]
fn scenarios() -> Vec<&'static str> {
    scenario::library::entries().iter().map(|entry| entry.name).collect()
}

#[pymodule]
fn _doorstroom(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(run, module)?)?;
    module.add_function(wrap_pyfunction!(series, module)?)?;
    module.add_function(wrap_pyfunction!(levers, module)?)?;
    module.add_function(wrap_pyfunction!(scenarios, module)?)?;
    Ok(())
}
