//! Sweeps: a scenario over a space of levers, dates and uncertainties, run by run, of which only what the plan names is
//! kept. Runs come in chunks, so that memory stays flat and a sweep that was killed goes on where it stopped.

pub mod analysis;
mod design;
mod measure;

use std::sync::atomic::{AtomicBool, Ordering};

pub use design::Design;
pub use measure::{columns, measure};

use super::calibrate::Figure;
use super::replication::{Replication, replicate};
use super::run::{month_ends, share_out};
use crate::policy::{Role, levers};
use crate::record::{Audit, AuditLine, Daily};
use crate::scenario::Scenario;
use crate::scenario::plan::{Factor, Measure, Plan, Subject};
use crate::time::Day;

/// How many runs a chunk holds: enough to share out, few enough to lose.
pub const CHUNK: u64 = 64;

/// A sweep of a known size.
#[derive(Clone, Debug)]
pub struct Sweep {
    /// The plan.
    pub plan: Plan,
    /// Where its points lie.
    pub design: Design,
    /// How many points.
    pub points: u64,
    /// How many runs: every point as often as there are replications.
    pub runs: u64,
    /// The published figures that a calibration holds its points against.
    pub figures: Vec<Figure>,
    /// Whether an effect on inflow is assumed in any of its runs: then each run is made without it too, and stands beside.
    pub with_effects: bool,
}

/// Behind the name of an outcome: without the assumed effects on inflow, under the same luck.
pub const WITHOUT: &str = "_without_effects";

/// One run of a sweep.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Its number, from 0.
    pub run: u64,
    /// The number of its point, from 0.
    pub point: u64,
    /// Its replication, from 0.
    pub replication: u32,
    /// Measures in it that are not law.
    pub not_law: u32,
    /// What the plan asks for, in the order of [`columns`]; NaN where there is nothing.
    pub values: Vec<f64>,
}

impl Sweep {
    /// The sweep of a plan; `None` when it has more runs than can be counted.
    pub fn new(plan: Plan) -> Option<Sweep> {
        let design = Design::new(&plan);
        let points = design.points()?;
        let runs = points.checked_mul(u64::from(plan.replications)).filter(|runs| *runs < 1 << 53)?;
        let figures = plan.fit.as_ref().map(super::calibrate::figures).unwrap_or_default();
        Some(Sweep { plan, design, points, runs, figures, with_effects: false })
    }

    /// The same sweep, and whether an effect on inflow is assumed: by a scenario of the plan, or by one of its factors.
    pub fn beside_effects(mut self, by_scenario: bool) -> Sweep {
        let behaviour = |factor: &Factor| {
            levers::find(factor.name).is_some_and(|row| levers::declaration(row).role == Role::Behaviour)
        };
        self.with_effects = by_scenario || self.plan.factors.iter().any(behaviour);
        self
    }

    /// The headings of what is written down of a run over these months.
    pub fn outcomes(&self, dates: &[Day]) -> Vec<String> {
        let measured = self.plan.measures.iter().flat_map(|of| columns(of, dates));
        let beside = self.plan.measures.iter().filter(|_| self.with_effects).flat_map(|of| {
            let without = Measure { name: format!("{}{WITHOUT}", of.name), ..of.clone() };
            columns(&without, dates)
        });
        measured.chain(beside).chain(self.figures.iter().map(Figure::column)).collect()
    }

    /// What is written down of a run, and of the same without effects on inflow.
    fn values(&self, dates: &[Day], made: &Replication, without: Option<&Replication>) -> Vec<f64> {
        let taken = |made: &Replication| -> Vec<f64> {
            self.plan.measures.iter().flat_map(|of| measure(of, dates, &made.months)).collect()
        };
        let beside = if self.with_effects { taken(without.unwrap_or(made)) } else { Vec::new() };
        let figures = self.figures.iter().map(|figure| figure.said(made, dates).unwrap_or(f64::NAN));
        taken(made).into_iter().chain(beside).chain(figures).collect()
    }

    /// A scenario with what a point multiplies, beside the settings of [`Sweep::settings`].
    pub fn multiplied(&self, point: u64, mut scenario: Scenario) -> Scenario {
        let places = self.design.point(point);
        for (factor, place) in self.plan.factors.iter().zip(&places) {
            let number = place.and_then(|place| factor.written(place)?.parse().ok());
            if let (Subject::Times, Some((row, _)), Some(number)) = (factor.subject, factor.part(), number) {
                scenario.policy = scenario.policy.multiplied(row, number);
            }
        }
        scenario
    }

    /// How many chunks there are.
    pub const fn chunks(&self) -> u64 {
        self.runs.div_ceil(CHUNK)
    }

    /// Which runs a chunk holds.
    pub fn of_chunk(&self, chunk: u64) -> std::ops::Range<u64> {
        chunk * CHUNK..((chunk + 1) * CHUNK).min(self.runs)
    }

    /// Which scenario a point takes, and the settings on top of it.
    pub fn settings(&self, point: u64) -> (usize, Vec<String>) {
        let places = self.design.point(point);
        let sets = self.plan.factors.iter().zip(&places).filter_map(|(factor, place)| factor.set((*place)?));
        let count = self.plan.scenarios.len();
        let which = match places.get(self.plan.factors.len()).copied().flatten() {
            Some(place) => ((place * count as f64) as usize).min(count - 1),
            None => 0,
        };
        (which, sets.collect())
    }

    /// The columns of a point: the scenario where there are several, and the value of each factor; empty where the scenario
    /// is left as it is.
    pub fn described(&self, point: u64) -> Vec<String> {
        let places = self.design.point(point);
        let (which, _) = self.settings(point);
        let several = (self.plan.scenarios.len() > 1).then(|| self.plan.scenarios[which].clone());
        let values = self.plan.factors.iter().zip(&places);
        several
            .into_iter()
            .chain(
                values
                    .map(|(factor, place)| place.and_then(|place| factor.written(place)).unwrap_or_default()),
            )
            .collect()
    }

    /// The headings of those columns.
    pub fn factor_columns(&self) -> Vec<String> {
        let several = (self.plan.scenarios.len() > 1).then(|| "scenario".to_owned());
        several.into_iter().chain(self.plan.factors.iter().map(|factor| factor.column())).collect()
    }

    /// The factors in the order of the design, in which the choice of scenario is the last.
    pub fn factors(&self) -> Vec<String> {
        let mut names = self.factor_columns();
        if self.plan.scenarios.len() > 1 {
            names.rotate_left(1);
        }
        names
    }

    /// Runs what is left of a chunk on this many threads: `had` are the runs of it that are done. `read` gives the scenario of
    /// a point, and is asked once for each; `done` is told of each run that is finished. Once `stop` is set, nothing is returned.
    /// A violation of the audit is returned as its lines.
    pub fn run(
        &self,
        chunk: u64,
        had: Vec<Row>,
        threads: usize,
        read: &(dyn Fn(u64) -> Scenario + Sync),
        done: &(dyn Fn(&Row) + Sync),
        stop: &AtomicBool,
    ) -> Result<Option<Vec<Row>>, Vec<AuditLine>> {
        let left = |run: &u64| had.iter().all(|row| row.run != *run);
        let runs: Vec<u64> = self.of_chunk(chunk).filter(left).collect();
        let replications = u64::from(self.plan.replications);
        let first = runs.first().map_or(0, |run| run / replications);
        let last = runs.last().map_or(0, |run| run / replications);
        let points = if runs.is_empty() { 0 } else { last - first + 1 };
        let scenarios = share_out(points as usize, threads, |n| {
            let scenario = read(first + n as u64);
            let without = scenario.without_effects();
            (scenario, without)
        });
        let one = |n: usize| {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let run = runs[n];
            let (point, replication) = (run / replications, (run % replications) as u32);
            let (scenario, without) = &scenarios[(point - first) as usize];
            let made = replicate(scenario, self.plan.seed, replication, false, Daily::No);
            let without = without.as_ref().filter(|_| self.with_effects);
            let beside = without.map(|one| replicate(one, self.plan.seed, replication, false, Daily::No));
            let dates = month_ends(scenario.start, scenario.end);
            let values = self.values(&dates, &made, beside.as_ref());
            let not_law = scenario.not_law().len() as u32;
            let row = Row { run, point, replication, not_law, values };
            let audits: Vec<Vec<AuditLine>> =
                std::iter::once(made).chain(beside).map(|replication| replication.audit).collect();
            if audits.iter().all(|audit| !violated(audit)) {
                done(&row);
            }
            Some((row, audits))
        };
        let rows: Option<Vec<(Row, Vec<Vec<AuditLine>>)>> =
            share_out(runs.len(), threads, one).into_iter().collect();
        let Some(rows) = rows else { return Ok(None) };
        let (rows, audits): (Vec<Row>, Vec<Vec<Vec<AuditLine>>>) = rows.into_iter().unzip();
        let lines = Audit::add_up(&audits.concat());
        if violated(&lines) {
            return Err(lines);
        }
        let mut rows = [had, rows].concat();
        rows.sort_by_key(|row| row.run);
        Ok(Some(rows))
    }
}

fn violated(lines: &[AuditLine]) -> bool {
    lines.iter().any(|line| line.violation && line.found > 0)
}
