"""The package from outside: the same numbers as the program, errors that say all, and models for other tools.

    pip install 'python/[test]' && pytest python/tests

With DOORSTROOM naming the program, its results are compared too.
"""

import csv
import os
import signal
import subprocess
import sys
import threading
import time
import warnings

import numpy as np
import pytest

import doorstroom

QUICK = dict(thin=100, series=["open_cases", "decisions"])


def test_a_run_gives_replications_by_months_by_series():
    run = doorstroom.run("baseline", replications=3, **QUICK)
    assert run.values.shape == (3, 60, 2)
    assert run.dates[0] == np.datetime64("2026-01-31") and run.dates[-1] == np.datetime64("2030-12-31")
    assert run["open_cases"].shape == (3, 60)
    assert (run["open_cases"][0] != run["open_cases"][1]).any()


def test_the_same_luck_whatever_the_number_of_threads_and_the_order_of_replications():
    one = doorstroom.run("baseline", replications=4, threads=1, **QUICK)
    two = doorstroom.run("baseline", replications=[3, 1], threads=2, **QUICK)
    assert np.array_equal(one.values[[3, 1]], two.values, equal_nan=True)


def test_nothing_differs_before_the_day_of_an_override():
    law = doorstroom.run("baseline", replications=2, **QUICK)
    more = doorstroom.run("baseline", {"decision_staff@2028-01-01": 3000}, 2, **QUICK)
    same = law.dates < np.datetime64("2028-01-01")
    assert np.array_equal(law.values[:, same], more.values[:, same], equal_nan=True)
    assert more["decisions"][:, ~same].sum() > law["decisions"][:, ~same].sum()


def test_every_problem_is_told_at_once_with_its_bound():
    with pytest.raises(ValueError) as told:
        doorstroom.run("baseline", {"decision_staff": -5, "no_such_lever": 1})
    assert "decision_staff" in str(told.value) and "no_such_lever" in str(told.value)


def test_measures_that_are_not_law_are_named():
    with pytest.warns(doorstroom.NotLawWarning, match="decision_staff"):
        run = doorstroom.run("baseline", {"decision_staff@2028-01-01": 3000}, 1, **QUICK)
    assert "decision_staff" in run.not_law
    with warnings.catch_warnings():
        warnings.simplefilter("error", doorstroom.NotLawWarning)
        assert doorstroom.run("baseline", replications=1, **QUICK).not_law == ()


def test_unknown_series_and_empty_requests_are_refused():
    with pytest.raises(ValueError, match="no_such_series"):
        doorstroom.run("baseline", replications=1, series=["no_such_series"])
    with pytest.raises(ValueError, match="at least one"):
        doorstroom.run("baseline", replications=0)
    with pytest.raises(TypeError):
        doorstroom.run("baseline", {"decision_staff": [1]})
    run = doorstroom.run("baseline", replications=1, **QUICK)
    with pytest.raises(KeyError):
        run["housed"]


def test_other_threads_go_on_while_a_run_goes_on():
    """The interpreter's lock is released: a thread of Python counts meanwhile."""
    counted, over = [], threading.Event()

    def count():
        while not over.is_set():
            counted.append(time.monotonic())
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    began = time.monotonic()
    doorstroom.run("baseline", replications=4, thin=20, threads=1, series=["housed"])
    ended = time.monotonic()
    over.set()
    thread.join()
    during = [at for at in counted if began < at < ended]
    assert ended - began < 1 or len(during) > 50
    assert len(during) > 5


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_stops_a_long_run():
    long = "import doorstroom; print('begun', flush=True); doorstroom.run(replications=10_000, threads=2)"
    child = subprocess.Popen([sys.executable, "-c", long], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.readline()
    time.sleep(1.5)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert b"KeyboardInterrupt" in said


@pytest.mark.skipif("DOORSTROOM" not in os.environ, reason="DOORSTROOM names no program")
def test_the_numbers_are_those_of_the_program(tmp_path):
    out = tmp_path / "out"
    words = ["run", "baseline", "--alone", "--replications", "6", "--thin", "100", "--seed", "7", "--lang", "en"]
    subprocess.run([os.environ["DOORSTROOM"], *words, "--out", str(out)], check=True, capture_output=True)
    with open(out / "series.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["mean"]]
    run = doorstroom.run("baseline", replications=6, seed=7, thin=100)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        means = np.nanmean(run.values, axis=0)
    at = {str(date): row for row, date in enumerate(run.dates)}
    compared = 0
    for row in rows:
        ours = means[at[row["date"]], run.series.index(row["series"])]
        assert float(row["mean"]) == pytest.approx(ours, rel=1e-3, abs=1e-2), row
        compared += 1
    assert compared > 5_000


def test_the_workbench_drives_a_model():
    workbench = pytest.importorskip("ema_workbench")
    from doorstroom.ema import DoorstroomModel, Most, On, Total

    model = DoorstroomModel(
        "chain",
        outcomes={"open": On("open_cases", "2028-12-31"), "arrived": Total("inflow_total"), "peak": Most("reception_need")},
        replications=1,
        thin=100,
    )
    model.uncertainties = [workbench.RealParameter("inflow_scale", 0.5, 2.0)]
    model.levers = [workbench.RealParameter("staff", 900, 2000, variable_name=["decision_staff@2027-01-01"])]
    model.outcomes = [workbench.ScalarOutcome(name) for name in ("open", "arrived", "peak")]
    experiments, outcomes = workbench.perform_experiments(model, scenarios=4, policies=2)
    assert len(experiments) == 8 and outcomes["open"].shape == (8,)
    assert np.corrcoef(experiments["inflow_scale"].astype(float), outcomes["arrived"])[0, 1] > 0.9
