"""The reference caseload in Ciw: a node a stage, delays as nodes with servers without end, a route drawn at arrival, reneging
for patience. Ciw has no beds: a state tracker counts them, and keeps the record."""

import random

import ciw
from common import (COURT, DECISION, FILING, HOUSING, INTERVIEW, NOTIFICATION, REGISTRATION, RETURN, SCREENING, Luck,
                    Parameters, Record, arguments)

# After the nine stages, those who will come back are in a tenth node: away. Ciw counts nodes from 1.
AWAY = 9
NODES = 10
# Priority holds in interview and decision only, and in Ciw it belongs to the class: elsewhere all are of this one.
ALIKE = "alike"


class Stage(ciw.Node):
    """A node that puts individuals in the class of their track before the interview, and back after the decision."""

    def change_customer_class(self, individual):
        if self.id_number - 1 in (SCREENING, DECISION):
            individual.previous_class = individual.customer_class
            individual.customer_class = individual.track if self.id_number - 1 == SCREENING else ALIKE
            individual.priority_class = self.simulation.network.priority_class_mapping[individual.customer_class]

    def accept(self, next_individual, completed=False):
        # Ciw takes individuals out of the line of their previous priority: here, the one they now come to stand in.
        next_individual.prev_priority_class = next_individual.priority_class
        super().accept(next_individual, completed)


class Chain(ciw.trackers.StateTracker):
    """Counts stocks, beds and flows."""

    def __init__(self, p):
        self.p = p
        self.record = Record()

    def initialise(self, simulation):
        super().initialise(simulation)
        self.due = self.p.month_days

    def close(self):
        while self.simulation.current_time >= self.due:
            self.record.close()
            self.due += self.p.month_days

    def change_state_accept(self, node, ind):
        self.close()
        stage = node.id_number - 1
        if stage == AWAY:
            return
        record = self.record
        record.stock[stage] += 1
        if stage == REGISTRATION:
            if ind.returns:
                record.reentered += 1
            else:
                record.arrived += 1
            ind.entered = self.simulation.current_time
            ind.bed = record.beds < self.p.beds
            record.beds += ind.bed
            record.overflow += not ind.bed

    def change_state_release(self, node, destination, ind, blocked):
        self.close()
        stage = node.id_number - 1
        if stage == AWAY:
            ind.returns = True
            return
        record = self.record
        record.stock[stage] -= 1
        if destination.id_number in (-1, AWAY + 1):
            record.beds -= ind.bed
            record.completed += 1
            record.days += self.simulation.current_time - ind.entered

    def change_state_renege(self, node, destination, ind, blocked):
        self.change_state_release(node, destination, ind, blocked)
        self.record.absconded += 1


def network(p, luck):
    def route(ind, simulation):
        """All that chance decides of the way through, drawn at once; who absconds leaves it."""
        nationality, track = luck.applicant()
        ind.track, ind.returns = p.tracks[track], False
        stages = []
        while True:
            stages += [REGISTRATION, SCREENING, INTERVIEW, DECISION, NOTIFICATION]
            granted = luck.granted(nationality, track)
            if not granted and luck.happens(p.appeal_share):
                stages += [FILING, COURT]
                granted = luck.happens(p.overturned_share)
            stages.append(HOUSING if granted else RETURN)
            if granted or not luck.happens(p.reentry_share):
                # Ciw itself sends everyone to the first stage.
                return [stage + 1 for stage in stages[1:]]
            stages.append(AWAY)

    exponential = lambda mean: ciw.dists.Exponential(1 / mean)
    lognormal = lambda mean, cv: ciw.dists.Lognormal(*luck.lognormal_parameters(mean, cv))
    classes = [ALIKE, *p.tracks]
    times, patience = {}, {}
    for name in classes:
        # Of the class that is alike, nobody comes to interview or decision; Ciw wants a time all the same.
        track = p.tracks.index(name) if name != ALIKE else 0
        times[name] = [lognormal(p.registration_mean, p.registration_cv), ciw.dists.Uniform(*p.screening_days),
                       lognormal(p.interview_mean_of_track[track], p.interview_cv),
                       exponential(p.decision_mean_of_track[track]), exponential(p.notification_mean),
                       ciw.dists.Uniform(*p.filing_days), exponential(p.court_mean),
                       lognormal(p.housing_mean, p.housing_cv), exponential(p.return_mean), exponential(p.reentry_mean)]
        patience[name] = [exponential(p.absconding_mean) if stage in (INTERVIEW, DECISION, COURT) else None
                          for stage in range(NODES)]
    arrivals = {name: [None] * NODES for name in classes}
    arrivals[ALIKE][REGISTRATION] = exponential(1 / p.arrivals_a_day)
    servers = [float("inf")] * NODES
    servers[REGISTRATION], servers[INTERVIEW] = p.registration_servers, p.interview_servers
    servers[DECISION], servers[COURT] = p.decision_servers, p.court_servers
    routing = ciw.routing.ProcessBased(route)
    return ciw.create_network(
        arrival_distributions=arrivals, service_distributions=times, reneging_time_distributions=patience,
        routing={name: routing for name in classes}, number_of_servers=servers,
        priority_classes={ALIKE: 0, **dict(zip(p.tracks, p.priority_of_track))})


if __name__ == "__main__":
    given = arguments()
    ciw.seed(given.seed)
    p = Parameters(given.scale)
    # Ciw draws from Python's own generator; so do our draws of the route.
    luck = Luck(p, given.seed)
    luck.rng = random
    chain = Chain(p)
    simulation = ciw.Simulation(network(p, luck), tracker=chain, node_class=Stage)
    simulation.simulate_until_max_time(p.horizon_days)
    chain.close()
    chain.record.write()
