//! The reference caseload on the engine, as a user would write it: events, a population, servers and places.

use doorstroom::engine::{
    EventList, Model, OnDrop, Order, Places, Population, Servers, Slot, Tick, Ticket, Tier, simulate,
};
use doorstroom::random::Key;

use crate::caseload::{Luck, Parameters, Record, Stage};

/// What is scheduled: a delay is over, a service ends, or patience does; which of them, the applicant's stage says.
type Event = Ticket;

/// One applicant, from arrival until they leave for good.
struct Applicant {
    key: Key,
    tie: u32,
    entered: u32,
    visit: u16,
    nationality: u8,
    track: u8,
    /// Where they are; nowhere between two stays.
    stage: Option<Stage>,
    bed: bool,
}

struct Network<'a> {
    luck: &'a Luck,
    priority: &'a [u8],
    record: Record,
    applicants: Population<Applicant>,
    registration: Servers,
    interview: Servers,
    decision: Servers,
    court: Servers,
    beds: Places,
    arrivals: u32,
    /// The moment of the next arrival \[ticks\], exact and rounded.
    clock: f64,
    next: Tick,
}

const BED: Tier = Tier::new(0);

pub fn simulate_caseload(parameters: &Parameters, luck: &Luck) -> Record {
    let servers = |number: f64| Servers::new(number as u32, OnDrop::Finish);
    let mut network = Network {
        luck,
        priority: &parameters.priority_of_track,
        record: Record::new(parameters),
        applicants: Population::new(),
        registration: servers(parameters.registration_servers),
        interview: servers(parameters.interview_servers),
        decision: servers(parameters.decision_servers),
        court: servers(parameters.court_servers),
        beds: Places::new(&[parameters.beds as u32]),
        arrivals: 0,
        clock: 0.0,
        next: 0,
    };
    let mut events = EventList::new();
    network.announce();
    simulate(&mut network, &mut events, 0, Tick::from(parameters.end()));
    network.record.close(parameters.end());
    network.record
}

impl Model for Network<'_> {
    type Event = Event;

    fn law(&mut self, now: Tick, events: &mut EventList<Event>) {
        // Most patience is cancelled long before it would end.
        if events.len() > 2 * self.applicants.len() + 1024 {
            let applicants = &self.applicants;
            events.retain(|&event| applicants.holder(event).is_some());
        }
        if now >= Tick::from(self.record.due()) {
            self.record.close(now as u32);
        }
    }

    #[inline]
    fn arrivals(&mut self, now: Tick, events: &mut EventList<Event>) {
        while self.next == now {
            self.arrive(now, events);
        }
    }

    fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
        if let Some(slot) = self.applicants.holder(event) {
            self.go_on(slot, now, events);
        }
    }

    #[inline]
    fn upcoming(&self, event: Event) {
        if let Some(slot) = self.applicants.holder(event) {
            std::hint::black_box(self.applicants[slot].key);
        }
    }

    #[inline]
    fn wake(&self, _: Tick) -> Option<Tick> {
        Some(self.next)
    }
}

impl Network<'_> {
    /// Draws when the next comes.
    fn announce(&mut self) {
        let draws = self.luck.of(self.luck.key(self.arrivals), 0);
        self.clock += draws.between();
        self.next = (self.clock + 0.5) as Tick;
    }

    #[inline(never)]
    fn arrive(&mut self, now: Tick, events: &mut EventList<Event>) {
        let key = self.luck.key(self.arrivals);
        let draws = self.luck.of(key, 0);
        let nationality = draws.nationality();
        let track = draws.track(nationality) as u8;
        let applicant = Applicant {
            key,
            tie: draws.tie(),
            entered: now as u32,
            visit: 0,
            nationality: nationality as u8,
            track,
            stage: None,
            bed: false,
        };
        let slot = self.applicants.insert(applicant);
        self.arrivals += 1;
        self.record.logical += 1;
        self.record.flows.arrived += 1;
        self.record.comes();
        self.enter(slot, now, events);
        self.announce();
    }

    /// A stay begins: a bed if there is one, and on to registration.
    fn enter(&mut self, slot: Slot, now: Tick, events: &mut EventList<Event>) {
        let bed = self.beds.take(1).is_some();
        self.applicants[slot].bed = bed;
        if bed {
            self.record.beds += 1;
            self.record.logical += 1;
        } else {
            self.record.flows.overflow += 1;
        }
        self.move_to(slot, Stage::Registration);
        self.registration.join(&mut self.applicants, slot, now, 0);
        self.register(now, events);
    }

    fn go_on(&mut self, slot: Slot, now: Tick, events: &mut EventList<Event>) {
        self.record.logical += 1;
        let Some(stage) = self.applicants[slot].stage else {
            let applicant = &mut self.applicants[slot];
            applicant.visit += 1;
            applicant.tie = self.luck.of(applicant.key, applicant.visit).tie();
            applicant.entered = now as u32;
            self.record.flows.reentered += 1;
            return self.enter(slot, now, events);
        };
        if self.applicants.is_waiting(slot) {
            return self.abscond(slot, stage, now);
        }
        let applicant = &self.applicants[slot];
        let draws = self.luck.of(applicant.key, applicant.visit);
        let (nationality, track) = (usize::from(applicant.nationality), usize::from(applicant.track));
        match stage {
            Stage::Registration => {
                let ticks = draws.screening();
                self.registration.complete(&mut self.applicants, slot);
                self.delay(slot, Stage::Screening, now, ticks, events);
                self.register(now, events);
            }
            Stage::Screening => {
                let patience = draws.interview_patience();
                self.move_to(slot, Stage::Interview);
                let place = self.place(track, now);
                self.interview.join(&mut self.applicants, slot, place, 0);
                self.hear(now, events);
                self.may_abscond(slot, now, patience, events);
            }
            Stage::Interview => {
                let patience = draws.decision_patience();
                self.interview.complete(&mut self.applicants, slot);
                self.move_to(slot, Stage::Decision);
                let place = self.place(track, now);
                self.decision.join(&mut self.applicants, slot, place, 0);
                self.decide(now, events);
                self.may_abscond(slot, now, patience, events);
                self.hear(now, events);
            }
            Stage::Decision => {
                let ticks = draws.notification();
                self.decision.complete(&mut self.applicants, slot);
                self.delay(slot, Stage::Notification, now, ticks, events);
                self.decide(now, events);
            }
            Stage::Notification if draws.granted(nationality, track) => {
                let ticks = draws.housing();
                self.delay(slot, Stage::Housing, now, ticks, events);
            }
            Stage::Notification if draws.appeals() => {
                let ticks = draws.filing();
                self.delay(slot, Stage::Filing, now, ticks, events);
            }
            Stage::Notification => {
                let ticks = draws.departure();
                self.delay(slot, Stage::Return, now, ticks, events);
            }
            Stage::Filing => {
                let patience = draws.court_patience();
                self.move_to(slot, Stage::Court);
                self.court.join(&mut self.applicants, slot, now, 0);
                self.judge(now, events);
                self.may_abscond(slot, now, patience, events);
            }
            Stage::Court => {
                let (stage, ticks) = if draws.overturned() {
                    (Stage::Housing, draws.housing())
                } else {
                    (Stage::Return, draws.departure())
                };
                self.court.complete(&mut self.applicants, slot);
                self.delay(slot, stage, now, ticks, events);
                self.judge(now, events);
            }
            Stage::Housing => self.leave(slot, now),
            Stage::Return if draws.comes_back() => {
                let ticks = Tick::from(draws.away());
                self.exit(slot, now);
                self.applicants[slot].stage = None;
                self.schedule(slot, now + ticks, events);
            }
            Stage::Return => self.leave(slot, now),
        }
    }

    /// Where somebody of this track stands in a queue: before all of a lower priority.
    fn place(&self, track: usize, now: Tick) -> Tick {
        now + (Tick::from(self.priority[track]) << 60)
    }

    fn register(&mut self, now: Tick, events: &mut EventList<Event>) {
        let luck = self.luck;
        let service = |_, of: &mut Applicant| Tick::from(luck.of(of.key, of.visit).registration());
        if let Some((slot, end)) = self.registration.start(&mut self.applicants, now, service) {
            self.record.logical += 1;
            self.schedule(slot, end, events);
        }
    }

    fn hear(&mut self, now: Tick, events: &mut EventList<Event>) {
        let luck = self.luck;
        let service =
            |_, of: &mut Applicant| Tick::from(luck.of(of.key, of.visit).interview(usize::from(of.track)));
        if let Some((slot, end)) = self.interview.start(&mut self.applicants, now, service) {
            self.served(slot, end, events);
        }
    }

    fn decide(&mut self, now: Tick, events: &mut EventList<Event>) {
        let luck = self.luck;
        let service =
            |_, of: &mut Applicant| Tick::from(luck.of(of.key, of.visit).decision(usize::from(of.track)));
        if let Some((slot, end)) = self.decision.start(&mut self.applicants, now, service) {
            self.served(slot, end, events);
        }
    }

    fn judge(&mut self, now: Tick, events: &mut EventList<Event>) {
        let luck = self.luck;
        let service = |_, of: &mut Applicant| Tick::from(luck.of(of.key, of.visit).court());
        if let Some((slot, end)) = self.court.start(&mut self.applicants, now, service) {
            self.served(slot, end, events);
        }
    }

    /// A service begins, which cancels the patience of who waited for it.
    fn served(&mut self, slot: Slot, end: Tick, events: &mut EventList<Event>) {
        self.record.logical += 2;
        self.applicants.bump(slot);
        self.schedule(slot, end, events);
    }

    /// Sets the patience of somebody who has to wait.
    fn may_abscond(&mut self, slot: Slot, now: Tick, patience: u32, events: &mut EventList<Event>) {
        self.record.logical += 1;
        if self.applicants.is_waiting(slot) {
            self.schedule(slot, now + Tick::from(patience), events);
        }
    }

    fn delay(&mut self, slot: Slot, stage: Stage, now: Tick, ticks: u32, events: &mut EventList<Event>) {
        self.move_to(slot, stage);
        self.schedule(slot, now + Tick::from(ticks), events);
    }

    fn schedule(&mut self, slot: Slot, at: Tick, events: &mut EventList<Event>) {
        let order = Order::new(0, self.applicants[slot].tie);
        events.push(at, order, self.applicants.ticket(slot));
    }

    fn move_to(&mut self, slot: Slot, stage: Stage) {
        self.record.stock[stage as usize] += 1;
        if let Some(from) = self.applicants[slot].stage.replace(stage) {
            self.record.stock[from as usize] -= 1;
        }
    }

    fn abscond(&mut self, slot: Slot, stage: Stage, now: Tick) {
        let servers = match stage {
            Stage::Interview => &mut self.interview,
            Stage::Decision => &mut self.decision,
            _ => &mut self.court,
        };
        servers.leave(&mut self.applicants, slot);
        self.record.flows.absconded += 1;
        self.leave(slot, now);
    }

    /// Somebody leaves for good.
    fn leave(&mut self, slot: Slot, now: Tick) {
        self.exit(slot, now);
        self.applicants.remove(slot);
        self.record.live -= 1;
    }

    /// A stay ends.
    fn exit(&mut self, slot: Slot, now: Tick) {
        let applicant = &self.applicants[slot];
        if applicant.bed {
            self.beds.release(BED, 1);
            self.record.beds -= 1;
            self.record.logical += 1;
        }
        if let Some(stage) = applicant.stage {
            self.record.stock[stage as usize] -= 1;
        }
        self.record.flows.completed += 1;
        self.record.flows.ticks += now - Tick::from(applicant.entered);
    }
}
