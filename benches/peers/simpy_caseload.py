"""The reference caseload in SimPy: a process an applicant, resources for servers and beds, a race of events for patience."""

import simpy
from common import (COURT, DECISION, FILING, HOUSING, INTERVIEW, NOTIFICATION, REGISTRATION, RETURN, SCREENING, Luck,
                    Parameters, Record, arguments)


class Network:
    def __init__(self, scale, seed):
        self.p = p = Parameters(scale)
        self.luck = Luck(p, seed)
        self.record = Record()
        self.env = env = simpy.Environment()
        self.beds = simpy.Resource(env, p.beds)
        self.registration = simpy.Resource(env, p.registration_servers)
        self.interview = simpy.PriorityResource(env, p.interview_servers)
        self.decision = simpy.PriorityResource(env, p.decision_servers)
        self.court = simpy.Resource(env, p.court_servers)

    def run(self):
        self.env.process(self.arrivals())
        self.env.process(self.months())
        self.env.run(until=self.p.horizon_days + 1e-9)
        return self.record

    def months(self):
        while True:
            yield self.env.timeout(self.p.month_days)
            self.record.close()

    def arrivals(self):
        between = 1 / self.p.arrivals_a_day
        while True:
            yield self.env.timeout(self.luck.exponential(between))
            self.record.arrived += 1
            self.env.process(self.applicant(*self.luck.applicant()))

    def applicant(self, nationality, track):
        p, luck = self.p, self.luck
        while (yield from self.stay(nationality, track)) and luck.happens(p.reentry_share):
            yield self.env.timeout(luck.exponential(p.reentry_mean))
            self.record.reentered += 1

    def stay(self, nationality, track):
        """One stay, from a bed to the exit; says whether it ended in return."""
        entered = self.env.now
        bed = None
        if self.beds.count < self.beds.capacity:
            bed = self.beds.request()
            self.record.beds += 1
        else:
            self.record.overflow += 1
        stage, returned = yield from self.procedure(nationality, track)
        self.record.stock[stage] -= 1
        if bed is not None:
            self.beds.release(bed)
            self.record.beds -= 1
        self.record.completed += 1
        self.record.days += self.env.now - entered
        return returned

    def move(self, old, new):
        self.record.stock[old] -= 1
        self.record.stock[new] += 1

    def procedure(self, nationality, track):
        p, luck, env, stock = self.p, self.luck, self.env, self.record.stock
        stock[REGISTRATION] += 1
        with self.registration.request() as turn:
            yield turn
            yield env.timeout(luck.lognormal(p.registration_mean, p.registration_cv))
        self.move(REGISTRATION, SCREENING)
        yield env.timeout(luck.uniform(p.screening_days))
        self.move(SCREENING, INTERVIEW)
        with self.interview.request(priority=p.priority_of_track[track]) as turn:
            if not (yield from self.waited(turn)):
                return INTERVIEW, False
            yield env.timeout(luck.lognormal(p.interview_mean_of_track[track], p.interview_cv))
        self.move(INTERVIEW, DECISION)
        with self.decision.request(priority=p.priority_of_track[track]) as turn:
            if not (yield from self.waited(turn)):
                return DECISION, False
            yield env.timeout(luck.exponential(p.decision_mean_of_track[track]))
        self.move(DECISION, NOTIFICATION)
        yield env.timeout(luck.exponential(p.notification_mean))
        stage, granted = NOTIFICATION, luck.granted(nationality, track)
        if not granted and luck.happens(p.appeal_share):
            self.move(NOTIFICATION, FILING)
            yield env.timeout(luck.uniform(p.filing_days))
            self.move(FILING, COURT)
            with self.court.request() as turn:
                if not (yield from self.waited(turn)):
                    return COURT, False
                yield env.timeout(luck.exponential(p.court_mean))
            stage, granted = COURT, luck.happens(p.overturned_share)
        if granted:
            self.move(stage, HOUSING)
            yield env.timeout(luck.lognormal(p.housing_mean, p.housing_cv))
            return HOUSING, False
        self.move(stage, RETURN)
        yield env.timeout(luck.exponential(p.return_mean))
        return RETURN, True

    def waited(self, turn):
        """Waits for a turn until patience ends; says whether the turn came."""
        if turn.triggered:
            yield turn
            return True
        yield turn | self.env.timeout(self.luck.exponential(self.p.absconding_mean))
        if turn.triggered:
            return True
        self.record.absconded += 1
        return False


if __name__ == "__main__":
    given = arguments()
    Network(given.scale, given.seed).run().write()
