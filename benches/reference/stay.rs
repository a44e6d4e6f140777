//! What happens to an applicant from arrival to exit.

use doorstroom::random::Key;

use super::calendar::Calendar;
use super::caseload::{Luck, Parameters, Record, Stage, TICKS_A_DAY};
use super::queue::Station;

pub const NOBODY: u32 = u32::MAX;
/// Calendar events of one applicant, stale ones included: with this the calendar chooses its width.
const EVENTS_EACH: f64 = 10.0;

/// Two records fit a line of the cache, and none lies across two.
#[derive(Copy, Clone)]
#[repr(align(32))]
pub struct Applicant {
    key: Key,
    tie: u32,
    entered: u32,
    pub previous: u32,
    pub next: u32,
    epoch: u32,
    visit: u16,
    place: Place,
    /// Bit 7: a bed; bits 3 and 4: the track; bits 0 to 2: the nationality.
    marks: u8,
}

const BED: u8 = 0x80;

/// The stage, and where it has a queue, whether they still stand in it.
#[derive(Copy, Clone, PartialEq, Eq)]
#[repr(u8)]
enum Place {
    Registration,
    Screening,
    InterviewQueue,
    Interview,
    DecisionQueue,
    Decision,
    Notification,
    Filing,
    CourtQueue,
    Court,
    Housing,
    Return,
    Away,
}

struct Network<'a> {
    luck: &'a Luck,
    class: [usize; 4],
    record: Record,
    applicants: Vec<Applicant>,
    vacant: Vec<u32>,
    calendar: Calendar,
    registration: Station<1>,
    interview: Station<4>,
    decision: Station<4>,
    court: Station<1>,
    beds: u32,
}

pub fn simulate_caseload(parameters: &Parameters, luck: &Luck) -> Record {
    let a_tick = parameters.arrivals_a_day / f64::from(TICKS_A_DAY);
    let mut network = Network {
        luck,
        class: parameters.priority_of_track.map(usize::from),
        record: Record::new(parameters),
        applicants: Vec::new(),
        vacant: Vec::new(),
        calendar: Calendar::new(EVENTS_EACH * a_tick, parameters.end()),
        registration: Station::new(parameters.registration_servers),
        interview: Station::new(parameters.interview_servers),
        decision: Station::new(parameters.decision_servers),
        court: Station::new(parameters.court_servers),
        beds: parameters.beds as u32,
    };
    network.run(parameters.end());
    network.record.close(parameters.end());
    network.record
}

impl Network<'_> {
    fn run(&mut self, end: u32) {
        let (mut ordinal, mut clock) = (0, 0.0);
        let mut due = self.record.due();
        loop {
            let luck = self.luck;
            let key = luck.key(ordinal);
            let draws = luck.of(key, 0);
            clock += draws.between();
            let arrival = (clock + 0.5) as u32;
            // Who arrives goes before whatever else happens at the tick.
            while let Some(entry) = self.calendar.pop_before(u64::from(arrival) << 32) {
                if let Some(slot) = self.calendar.upcoming() {
                    // Read now, it is in the cache when its turn comes.
                    std::hint::black_box(self.applicants[slot as usize].epoch);
                }
                let now = entry.tick();
                if now >= due {
                    self.record.close(now);
                    due = self.record.due();
                }
                if self.applicants[entry.slot as usize].epoch == entry.epoch {
                    self.go_on(entry.slot, now);
                }
            }
            if arrival > end {
                return;
            }
            if self.calendar.len > 2 * self.record.live as usize + 1024 {
                let applicants = &self.applicants;
                self.calendar.purge(|entry| applicants[entry.slot as usize].epoch == entry.epoch);
            }
            if arrival >= due {
                self.record.close(arrival);
                due = self.record.due();
            }
            let nationality = draws.nationality();
            let track = draws.track(nationality);
            let marks = nationality as u8 | (track as u8) << 3;
            self.arrive(key, draws.tie(), marks, arrival);
            ordinal += 1;
        }
    }

    #[inline]
    fn arrive(&mut self, key: Key, tie: u32, marks: u8, now: u32) {
        let vacant = self.vacant.pop();
        let epoch = vacant.map_or(0, |slot| self.applicants[slot as usize].epoch);
        let applicant = Applicant {
            key,
            tie,
            entered: now,
            previous: NOBODY,
            next: NOBODY,
            epoch,
            visit: 0,
            place: Place::Registration,
            marks,
        };
        let slot = match vacant {
            Some(slot) => {
                self.applicants[slot as usize] = applicant;
                slot
            }
            None => {
                self.applicants.push(applicant);
                self.applicants.len() as u32 - 1
            }
        };
        self.record.flows.arrived += 1;
        self.record.logical += 1;
        self.record.comes();
        self.enter(slot, now);
    }

    #[inline]
    fn enter(&mut self, slot: u32, now: u32) {
        let applicant = &mut self.applicants[slot as usize];
        applicant.place = Place::Registration;
        applicant.entered = now;
        if self.record.beds < self.beds {
            self.record.beds += 1;
            self.record.logical += 1;
            applicant.marks |= BED;
        } else {
            self.record.flows.overflow += 1;
        }
        self.record.stock[Stage::Registration as usize] += 1;
        if self.registration.seize() {
            self.register(slot, now);
        } else {
            self.registration.join(&mut self.applicants, slot, 0);
        }
    }

    #[inline]
    fn register(&mut self, slot: u32, now: u32) {
        let Applicant { key, visit, .. } = self.applicants[slot as usize];
        self.record.logical += 1;
        let ticks = self.luck.of(key, visit).registration();
        self.schedule(slot, now + ticks);
    }

    #[inline]
    fn schedule(&mut self, slot: u32, at: u32) {
        let Applicant { tie, epoch, .. } = self.applicants[slot as usize];
        self.calendar.push(at, tie, slot, epoch);
    }

    #[inline]
    fn delay(&mut self, slot: u32, place: Place, at: u32, from: Stage, to: Stage) {
        self.applicants[slot as usize].place = place;
        self.record.stock[from as usize] -= 1;
        self.record.stock[to as usize] += 1;
        self.schedule(slot, at);
    }

    /// A service begins that somebody may have waited for.
    #[inline]
    fn serve(&mut self, slot: u32, place: Place, end: u32) {
        let applicant = &mut self.applicants[slot as usize];
        applicant.place = place;
        applicant.epoch = applicant.epoch.wrapping_add(1);
        self.record.logical += 2;
        self.schedule(slot, end);
    }

    #[inline]
    fn hear(&mut self, slot: u32, now: u32) {
        let Applicant { key, visit, marks, .. } = self.applicants[slot as usize];
        let ticks = self.luck.of(key, visit).interview(track(marks));
        self.serve(slot, Place::Interview, now + ticks);
    }

    #[inline]
    fn decide(&mut self, slot: u32, now: u32) {
        let Applicant { key, visit, marks, .. } = self.applicants[slot as usize];
        let ticks = self.luck.of(key, visit).decision(track(marks));
        self.serve(slot, Place::Decision, now + ticks);
    }

    #[inline]
    fn judge(&mut self, slot: u32, now: u32) {
        let Applicant { key, visit, .. } = self.applicants[slot as usize];
        let ticks = self.luck.of(key, visit).court();
        self.serve(slot, Place::Court, now + ticks);
    }

    #[inline]
    fn go_on(&mut self, slot: u32, now: u32) {
        self.record.logical += 1;
        let Applicant { key, visit, marks, place, .. } = self.applicants[slot as usize];
        let draws = self.luck.of(key, visit);
        match place {
            Place::Registration => {
                let at = now + draws.screening();
                self.delay(slot, Place::Screening, at, Stage::Registration, Stage::Screening);
                if let Some(next) = self.registration.release(&mut self.applicants) {
                    self.register(next, now);
                }
            }
            Place::Screening => {
                self.record.stock[Stage::Screening as usize] -= 1;
                self.record.stock[Stage::Interview as usize] += 1;
                self.record.logical += 1;
                if self.interview.seize() {
                    self.hear(slot, now);
                } else {
                    let at = now + draws.interview_patience();
                    self.applicants[slot as usize].place = Place::InterviewQueue;
                    self.interview.join(&mut self.applicants, slot, self.class[track(marks)]);
                    self.schedule(slot, at);
                }
            }
            Place::Interview => {
                self.record.stock[Stage::Interview as usize] -= 1;
                self.record.stock[Stage::Decision as usize] += 1;
                self.record.logical += 1;
                if self.decision.seize() {
                    self.decide(slot, now);
                } else {
                    let at = now + draws.decision_patience();
                    self.applicants[slot as usize].place = Place::DecisionQueue;
                    self.decision.join(&mut self.applicants, slot, self.class[track(marks)]);
                    self.schedule(slot, at);
                }
                if let Some(next) = self.interview.release(&mut self.applicants) {
                    self.hear(next, now);
                }
            }
            Place::Decision => {
                let at = now + draws.notification();
                self.delay(slot, Place::Notification, at, Stage::Decision, Stage::Notification);
                if let Some(next) = self.decision.release(&mut self.applicants) {
                    self.decide(next, now);
                }
            }
            Place::Notification => {
                let nationality = usize::from(marks & 7);
                if draws.granted(nationality, track(marks)) {
                    let at = now + draws.housing();
                    self.delay(slot, Place::Housing, at, Stage::Notification, Stage::Housing);
                } else if draws.appeals() {
                    let at = now + draws.filing();
                    self.delay(slot, Place::Filing, at, Stage::Notification, Stage::Filing);
                } else {
                    let at = now + draws.departure();
                    self.delay(slot, Place::Return, at, Stage::Notification, Stage::Return);
                }
            }
            Place::Filing => {
                self.record.stock[Stage::Filing as usize] -= 1;
                self.record.stock[Stage::Court as usize] += 1;
                self.record.logical += 1;
                if self.court.seize() {
                    self.judge(slot, now);
                } else {
                    let at = now + draws.court_patience();
                    self.applicants[slot as usize].place = Place::CourtQueue;
                    self.court.join(&mut self.applicants, slot, 0);
                    self.schedule(slot, at);
                }
            }
            Place::Court => {
                if draws.overturned() {
                    let at = now + draws.housing();
                    self.delay(slot, Place::Housing, at, Stage::Court, Stage::Housing);
                } else {
                    let at = now + draws.departure();
                    self.delay(slot, Place::Return, at, Stage::Court, Stage::Return);
                }
                if let Some(next) = self.court.release(&mut self.applicants) {
                    self.judge(next, now);
                }
            }
            Place::Housing => self.leave(slot, now, Stage::Housing),
            Place::Return => {
                if draws.comes_back() {
                    let at = now + draws.away();
                    self.exit(slot, now, Stage::Return);
                    self.applicants[slot as usize].place = Place::Away;
                    self.schedule(slot, at);
                } else {
                    self.leave(slot, now, Stage::Return);
                }
            }
            Place::Away => {
                self.record.flows.reentered += 1;
                let tie = self.luck.of(key, visit + 1).tie();
                let applicant = &mut self.applicants[slot as usize];
                applicant.visit = visit + 1;
                applicant.tie = tie;
                self.enter(slot, now);
            }
            Place::InterviewQueue => {
                self.interview.leave(&mut self.applicants, slot, self.class[track(marks)]);
                self.abscond(slot, now, Stage::Interview);
            }
            Place::DecisionQueue => {
                self.decision.leave(&mut self.applicants, slot, self.class[track(marks)]);
                self.abscond(slot, now, Stage::Decision);
            }
            Place::CourtQueue => {
                self.court.leave(&mut self.applicants, slot, 0);
                self.abscond(slot, now, Stage::Court);
            }
        }
    }

    #[inline]
    fn abscond(&mut self, slot: u32, now: u32, from: Stage) {
        self.record.flows.absconded += 1;
        self.leave(slot, now, from);
    }

    #[inline]
    fn leave(&mut self, slot: u32, now: u32, from: Stage) {
        self.exit(slot, now, from);
        let epoch = &mut self.applicants[slot as usize].epoch;
        *epoch = epoch.wrapping_add(1);
        self.record.live -= 1;
        self.vacant.push(slot);
    }

    #[inline]
    fn exit(&mut self, slot: u32, now: u32, from: Stage) {
        let applicant = &mut self.applicants[slot as usize];
        if applicant.marks & BED != 0 {
            applicant.marks &= !BED;
            self.record.beds -= 1;
            self.record.logical += 1;
        }
        self.record.stock[from as usize] -= 1;
        self.record.flows.completed += 1;
        self.record.flows.ticks += u64::from(now - applicant.entered);
    }
}

#[inline]
fn track(marks: u8) -> usize {
    usize::from(marks >> 3 & 3)
}
