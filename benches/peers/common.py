"""What the Python peers share: parameters, samplers over one generator a run, and the recorded months."""

import argparse
import json
import math
import random
import sys
from pathlib import Path

STAGES = ["registration", "screening", "interview", "decision", "notification", "filing", "court", "housing", "return"]
REGISTRATION, SCREENING, INTERVIEW, DECISION, NOTIFICATION, FILING, COURT, HOUSING, RETURN = range(9)
DUBLIN = 0


class Parameters:
    """caseload.json, scaled: arrivals and every capacity, rounded half up and at least 1."""

    def __init__(self, scale):
        path = Path(__file__).resolve().parent.parent / "caseload.json"
        self.__dict__.update(json.loads(path.read_text()))
        self.arrivals_a_day *= scale
        for name in ("beds", "registration_servers", "interview_servers", "decision_servers", "court_servers"):
            setattr(self, name, max(1, math.floor(getattr(self, name) * scale + 0.5)))


class Luck:
    """The usual way of these tools: one sequential generator a run."""

    def __init__(self, p, seed):
        self.rng = random.Random(seed)
        self.p = p
        self.nationalities = range(len(p.nationality_shares))
        self.tracks = range(len(p.tracks))

    @staticmethod
    def lognormal_parameters(mean, cv):
        variance = math.log(1 + cv * cv)
        return math.log(mean) - variance / 2, math.sqrt(variance)

    def lognormal(self, mean, cv):
        mu, sigma = self.lognormal_parameters(mean, cv)
        return self.rng.lognormvariate(mu, sigma)

    def exponential(self, mean):
        return self.rng.expovariate(1 / mean)

    def uniform(self, bounds):
        return self.rng.uniform(*bounds)

    def happens(self, share):
        return self.rng.random() < share

    def applicant(self):
        """Nationality and track."""
        nationality = self.rng.choices(self.nationalities, self.p.nationality_shares)[0]
        return nationality, self.rng.choices(self.tracks, self.p.track_shares[nationality])[0]

    def granted(self, nationality, track):
        p = self.p
        return self.happens(p.grant_share_dublin if track == DUBLIN else p.grant_share_of_nationality[nationality])


class Record:
    """Stocks now, and flows since the last month's end."""

    HEADING = "month,arrived,reentered,overflow,absconded,completed,days," + ",".join(STAGES) + ",beds"

    def __init__(self):
        self.stock = [0] * len(STAGES)
        self.beds = 0
        self.rows = []
        self.clear()

    def clear(self):
        self.arrived = self.reentered = self.overflow = self.absconded = self.completed = 0
        self.days = 0.0

    def close(self):
        """Closes a month."""
        flows = [self.arrived, self.reentered, self.overflow, self.absconded, self.completed]
        self.rows.append([len(self.rows) + 1, *flows, f"{self.days:.3f}", *self.stock, self.beds])
        self.clear()

    def write(self):
        print(self.HEADING)
        for row in self.rows:
            print(",".join(map(str, row)))
        print(f"applicants {sum(row[1] for row in self.rows)}", file=sys.stderr)


def arguments():
    """Scale and seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()
