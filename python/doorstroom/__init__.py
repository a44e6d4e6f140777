"""doorstroom: a discrete-event simulator of the Dutch asylum chain.

A scenario and its luck go in, arrays come out::

    import doorstroom

    law = doorstroom.run("baseline", replications=20, thin=10)
    more = doorstroom.run("baseline", {"decision_staff@2027-07-01": 1750}, replications=20, thin=10)
    difference = more["open_cases"] - law["open_cases"]      # replications x months, under the same luck
    print(difference[:, -1].mean())

The same seed and replication number are the same luck in every scenario, so that a difference is the measure and not noise.
All persons are synthetic. Nothing here is an official forecast, and nothing is meant for decisions about persons.
"""

from __future__ import annotations

import os
import warnings as _warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from . import _doorstroom

__version__ = _doorstroom.__version__
__all__ = ["NotLawWarning", "Results", "levers", "run", "scenarios", "series"]


class NotLawWarning(UserWarning):
    """The scenario contains measures that are not law on its data date."""


@dataclass(frozen=True)
class Results:
    """What a run gives.

    ``values`` has the shape replications x months x series and holds not-a-number where a series has no value in a month.
    Stocks are those of the last evening of the month [persons, unless ``series()`` says otherwise], flows are summed over the
    month, waits are those of who left in it [weeks].
    """

    #: Last day of each month.
    dates: np.ndarray
    #: Names of the series, in the order of the last axis.
    series: tuple[str, ...]
    #: Numbers of the replications, in the order of the first axis.
    replications: tuple[int, ...]
    #: The values.
    values: np.ndarray
    #: Measures in the scenario that are not law on its data date: say so wherever these values go.
    not_law: tuple[str, ...]

    def __getitem__(self, name: str) -> np.ndarray:
        """One series: replications x months."""
        try:
            return self.values[:, :, self.series.index(name)]
        except ValueError:
            raise KeyError(f"{name!r} was not asked for; this run has {len(self.series)} series") from None

    def frame(self):
        """The values as a pandas frame: one row for each replication and date, one column for each series."""
        import pandas

        index = pandas.MultiIndex.from_product([self.replications, self.dates], names=["replication", "date"])
        return pandas.DataFrame(self.values.reshape(-1, len(self.series)), index=index, columns=list(self.series))


def _said(value: object) -> str:
    """A value as a scenario file writes it."""
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    if isinstance(value, str):
        return value
    raise TypeError(f"a lever takes a number, a truth value or a word, not {type(value).__name__}")


def run(
    scenario: str | os.PathLike[str] = "baseline",
    overrides: Mapping[str, object] | None = None,
    replications: int | Iterable[int] = 20,
    *,
    seed: int = 1,
    fixed: bool = False,
    thin: int = 1,
    threads: int | None = None,
    series: Iterable[str] | None = None,
) -> Results:
    """Runs a scenario.

    ``scenario`` is the name of one in the package (``scenarios()``) or the path of a TOML file. ``overrides`` sets levers and
    uncertainties on top of it: ``{"decision_staff": 1750}`` from the start, ``{"decision_staff@2027-07-01": 1750}`` from a day.
    ``replications`` says how many, or which by number; with ``seed`` they are the luck of the run. ``fixed`` holds every
    uncertainty at its value, so that only chance is left. ``thin=10`` simulates one in ten persons with a tenth of every
    capacity, and multiplies what is counted. ``series`` names those to keep; without it, all. Results do not depend on
    ``threads`` (all cores by default). The interpreter's lock is released meanwhile, and Ctrl-C stops the run.

    Raises ``ValueError`` with every problem in the scenario or the overrides, each with its bound and cure, and warns with
    ``NotLawWarning`` where the scenario contains measures that are not law.
    """
    numbers = list(range(replications)) if isinstance(replications, (int, np.integer)) else [int(n) for n in replications]
    if not numbers or min(numbers) < 0:
        raise ValueError("replications: at least one, numbered from 0")
    if not 1 <= thin <= 1000:
        raise ValueError(f"thin: one person in 1 to 1000, not {thin}")
    names = [row["name"] for row in _doorstroom.series()] if series is None else list(series)
    sets = []
    for name, value in (overrides or {}).items():
        lever, at, date = name.partition("@")
        sets.append(f"{lever}={_said(value)}{at}{date}")
    threads = threads or os.cpu_count() or 1
    dates, values, not_law, warned = _doorstroom.run(
        os.fspath(scenario), sets, numbers, seed, fixed, thin, threads, names
    )
    if warned:
        _warnings.warn(warned, stacklevel=2)
    if not_law:
        _warnings.warn("contains measures that are not law: " + ", ".join(not_law), NotLawWarning, stacklevel=2)
    return Results(
        dates=np.array(dates, dtype="datetime64[D]"),
        series=tuple(names),
        replications=tuple(numbers),
        values=values.reshape(len(numbers), len(dates), len(names)),
        not_law=tuple(not_law),
    )


def series() -> list[dict]:
    """Every series: ``name``, ``kind`` (stock, flow, wait, ratio), ``unit``, ``says``."""
    return _doorstroom.series()


def levers() -> list[dict]:
    """Every lever and uncertainty: ``name``, ``role``, ``unit``, ``low``, ``high``, ``keys`` of a keyed value, ``words`` of a
    choice, ``says``."""
    return _doorstroom.levers()


def scenarios() -> list[str]:
    """Names of the scenarios in the package."""
    return _doorstroom.scenarios()
