"""Which of four inputs drives the need for reception? Sobol indices by SALib.

    python examples/salib_sobol.py [BASE]

BASE is the number of base samples, a power of two (default 64, which is 384 runs and some seconds; the intervals it prints say
whether that was enough). Needs: pip install 'doorstroom[salib]'.
"""

import sys

import numpy as np
from SALib.analyze import sobol as analyse
from SALib.sample import sobol as sample

import doorstroom

PROBLEM = {
    "num_vars": 4,
    "names": ["inflow_scale", "decision_staff@2027-01-01", "housing_supply@2027-01-01", "staff_attrition"],
    "bounds": [[0.5, 1.5], [900, 1800], [1000, 3000], [0.05, 0.25]],
}


def need(point):
    """Persons with a right to a place on the last day, one replication of a chain of one in a hundred under fixed luck."""
    overrides = dict(zip(PROBLEM["names"], point))
    run = doorstroom.run("baseline", overrides, [0], fixed=True, thin=100, series=["reception_need"])
    return run["reception_need"][0, -1]


def main():
    base = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    points = sample.sample(PROBLEM, base, calc_second_order=False, seed=1)
    outcomes = np.array([need(point) for point in points])
    found = analyse.analyze(PROBLEM, outcomes, calc_second_order=False, seed=1)
    print(f"{len(points)} runs; need for reception {outcomes.mean():,.0f}, standard deviation {outcomes.std():,.0f}")
    print(f"{'input':<28} {'first order':>16} {'total':>16}")
    for row, name in enumerate(PROBLEM["names"]):
        first, total = (f"{found[k][row]:6.2f} ± {found[k + '_conf'][row]:.2f}" for k in ("S1", "ST"))
        print(f"{name:<28} {first:>16} {total:>16}")


if __name__ == "__main__":
    main()
