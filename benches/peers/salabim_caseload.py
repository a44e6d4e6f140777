"""The reference caseload in salabim: a component an applicant, resources for servers, a request with a deadline for patience."""

import salabim as sim
from common import (COURT, DECISION, FILING, HOUSING, INTERVIEW, NOTIFICATION, REGISTRATION, RETURN, SCREENING, Luck,
                    Parameters, Record, arguments)

sim.yieldless(False)


class Network:
    def __init__(self, scale, seed):
        self.p = p = Parameters(scale)
        self.luck = Luck(p, seed)
        self.record = Record()
        self.env = sim.Environment(trace=False, random_seed=None)
        servers = lambda name, capacity: sim.Resource(name, capacity=capacity, monitor=False)
        self.registration = servers("registration", p.registration_servers)
        self.interview = servers("interview", p.interview_servers)
        self.decision = servers("decision", p.decision_servers)
        self.court = servers("court", p.court_servers)


class Months(sim.Component):
    def process(self):
        while True:
            yield self.hold(network.p.month_days)
            network.record.close()


class Arrivals(sim.Component):
    def process(self):
        luck = network.luck
        while True:
            yield self.hold(luck.exponential(1 / network.p.arrivals_a_day))
            network.record.arrived += 1
            Applicant(name="")


class Applicant(sim.Component):
    def setup(self):
        self.nationality, self.track = network.luck.applicant()

    def process(self):
        p, luck, record = network.p, network.luck, network.record
        while True:
            entered = self.env.now()
            bed = record.beds < p.beds
            if bed:
                record.beds += 1
            else:
                record.overflow += 1
            stage, returned = yield from self.procedure()
            record.stock[stage] -= 1
            record.beds -= bed
            record.completed += 1
            record.days += self.env.now() - entered
            if not returned or not luck.happens(p.reentry_share):
                return
            yield self.hold(luck.exponential(p.reentry_mean))
            record.reentered += 1

    def move(self, old, new):
        network.record.stock[old] -= 1
        network.record.stock[new] += 1

    def served(self, servers, time, priority=0, patient=False):
        """Waits for a server and is served; says no when patience ended first."""
        if patient:
            yield self.request((servers, 1, priority), fail_delay=network.luck.exponential(network.p.absconding_mean))
            if self.failed():
                network.record.absconded += 1
                return False
        else:
            yield self.request((servers, 1, priority))
        yield self.hold(time())
        self.release(servers)
        return True

    def procedure(self):
        p, luck = network.p, network.luck
        priority = p.priority_of_track[self.track]
        network.record.stock[REGISTRATION] += 1
        yield from self.served(network.registration, lambda: luck.lognormal(p.registration_mean, p.registration_cv))
        self.move(REGISTRATION, SCREENING)
        yield self.hold(luck.uniform(p.screening_days))
        self.move(SCREENING, INTERVIEW)
        interview = lambda: luck.lognormal(p.interview_mean_of_track[self.track], p.interview_cv)
        if not (yield from self.served(network.interview, interview, priority, patient=True)):
            return INTERVIEW, False
        self.move(INTERVIEW, DECISION)
        decision = lambda: luck.exponential(p.decision_mean_of_track[self.track])
        if not (yield from self.served(network.decision, decision, priority, patient=True)):
            return DECISION, False
        self.move(DECISION, NOTIFICATION)
        yield self.hold(luck.exponential(p.notification_mean))
        stage, granted = NOTIFICATION, luck.granted(self.nationality, self.track)
        if not granted and luck.happens(p.appeal_share):
            self.move(NOTIFICATION, FILING)
            yield self.hold(luck.uniform(p.filing_days))
            self.move(FILING, COURT)
            if not (yield from self.served(network.court, lambda: luck.exponential(p.court_mean), patient=True)):
                return COURT, False
            stage, granted = COURT, luck.happens(p.overturned_share)
        if granted:
            self.move(stage, HOUSING)
            yield self.hold(luck.lognormal(p.housing_mean, p.housing_cv))
            return HOUSING, False
        self.move(stage, RETURN)
        yield self.hold(luck.exponential(p.return_mean))
        return RETURN, True


if __name__ == "__main__":
    given = arguments()
    network = Network(given.scale, given.seed)
    Arrivals()
    Months()
    network.env.run(till=network.p.horizon_days + 1e-9)
    network.record.write()
