"""A model for the EMA Workbench: levers and uncertainties in, scalars or series out.

::

    from ema_workbench import RealParameter, ScalarOutcome, TimeSeriesOutcome, perform_experiments
    from doorstroom.ema import DoorstroomModel, Total, On

    model = DoorstroomModel(
        "chain",
        outcomes={"open": On("open_cases", "2028-12-31"), "arrived": Total("inflow_total")},
        replications=5, thin=100,
    )
    model.uncertainties = [RealParameter("inflow_scale", 0.5, 2.0)]
    model.levers = [RealParameter("staff", 900, 2000, variable_name=["decision_staff@2027-01-01"])]
    model.outcomes = [ScalarOutcome("open"), ScalarOutcome("arrived")]
    experiments, outcomes = perform_experiments(model, scenarios=1000)

Every experiment has the same luck, so that outcomes differ by what was varied. A parameter whose name is not a word of Python,
such as a lever with a date, is given as its ``variable_name``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from ema_workbench import Model

from . import Results, run

__all__ = ["DoorstroomModel", "Mean", "Monthly", "Most", "On", "Total"]


@dataclass(frozen=True)
class Monthly:
    """A whole series, mean over the replications [the series' own unit, by month]."""

    series: str

    def of(self, results: Results):
        return results[self.series].mean(axis=0)


@dataclass(frozen=True)
class On:
    """A series in the month of a date (``2028-12-31``), mean over the replications."""

    series: str
    date: str

    def of(self, results: Results):
        month = np.flatnonzero(results.dates >= np.datetime64(self.date))
        if not month.size:
            raise ValueError(f"{self.date} lies after the last day of the run, {results.dates[-1]}")
        return results[self.series][:, month[0]].mean()


@dataclass(frozen=True)
class Mean:
    """A series, mean over months and replications."""

    series: str

    def of(self, results: Results):
        return np.nanmean(results[self.series])


@dataclass(frozen=True)
class Most:
    """The largest value of a series in any month, mean over the replications."""

    series: str

    def of(self, results: Results):
        return np.nanmax(results[self.series], axis=1).mean()


@dataclass(frozen=True)
class Total:
    """A flow summed over the run, mean over the replications."""

    series: str

    def of(self, results: Results):
        return np.nansum(results[self.series], axis=1).mean()


@dataclass(frozen=True)
class _Experiment:
    """One experiment: a class and not a closure, so that it can be sent to other processes."""

    scenario: str
    overrides: dict
    replications: int
    seed: int
    fixed: bool
    thin: int
    threads: int
    outcomes: dict

    def __call__(self, **parameters):
        results = run(
            self.scenario,
            {**self.overrides, **parameters},
            self.replications,
            seed=self.seed,
            fixed=self.fixed,
            thin=self.thin,
            threads=self.threads,
            series=dict.fromkeys(one.series for one in self.outcomes.values()),
        )
        return {name: one.of(results) for name, one in self.outcomes.items()}


class DoorstroomModel(Model):
    """A scenario as a model. ``outcomes`` says, by the name of an outcome, what is read from a run; all else is as in
    :func:`doorstroom.run`, but for one thread and uncertainties that are held, since the workbench varies them itself."""

    def __init__(
        self,
        name: str,
        outcomes: Mapping[str, Monthly | On | Mean | Most | Total],
        *,
        scenario: str = "baseline",
        overrides: Mapping[str, object] | None = None,
        replications: int = 5,
        seed: int = 1,
        fixed: bool = True,
        thin: int = 10,
        threads: int = 1,
    ):
        experiment = _Experiment(
            scenario, dict(overrides or {}), replications, seed, fixed, thin, threads, dict(outcomes)
        )
        super().__init__(name, function=experiment)
