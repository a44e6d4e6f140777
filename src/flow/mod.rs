//! Floor 3: the chain itself. This page is its table of contents.
//!
//! | chapter | what happens there |
//! |---|---|
//! | [`inflow`] | who arrives |
//! | [`procedure`] | registration, the interview, the decision, or a closing without one |
//! | [`terms`] | decisions that come late, and what that costs |
//! | [`transfer`] | a claim on another state, and the transfer to it |
//! | [`courts`] | appeal, interim measure, further appeal, and what they send back |
//! | [`family`] | family reunification, article 8, relatives who come by themselves |
//! | [`status`] | permits that run, come up for review and end |
//! | [`reception`] | a place, and then a dwelling |
//! | [`departure`] | departure, and back for a repeat application |
//!
//! Beside the chain stand five short machines: decision officers hired and trained (`staff`), what it costs (`money`), who works
//! (`participation`), displaced persons from Ukraine (`temporary_protection`), and labour migration (`labour`).
//!
//! A stage is a file with three doors: `enter` says how long or in whose queue one waits, `leave` where to next, `amend`
//! what a change of law does to those who wait. It sees one [`Case`] and never another person.

mod applicant;
mod case;
pub mod courts;
pub mod departure;
mod desk;
mod doors;
pub mod family;
pub mod inflow;
mod labour;
mod money;
mod participation;
pub mod procedure;
pub mod reception;
mod recorder;
mod staff;
mod stage;
mod start;
pub mod status;
mod temporary_protection;
pub mod terms;
pub mod transfer;
mod wait;
mod waiting;
mod world;

pub use applicant::{Applicant, Dates, Members, Outcome, Roof, ShortDay, Track};
pub use case::Case;
pub use courts::bench::Bench;
pub use courts::kind::{AppealKind, Standing};
pub use money::Money;
pub use participation::Work;
pub use reception::PlaceKind;
pub use reception::places::Reception;
pub use reception::task::Task;
pub use recorder::{News, Recorder, StatusNews};
pub use staff::Staff;
pub use stage::{Desk, EDGES, Exit, Hold, Stage, Step};
pub use start::{OpenCases, usual_age};
pub use temporary_protection::Protection;
pub use terms::late::Late;
pub use wait::Wait;
pub use world::World;

use crate::engine::{EventList, Model, Order, Slot, Tick, simulate};
use crate::policy::levers::procedure::DECISION_STAFF;
use crate::policy::levers::reception::OWN_HOUSING_SHARE;
use crate::policy::{Moment, Policy};
use crate::random::{Draw, Stream};
use crate::time::Day;
use doors::{enter, leave};
use world::tick;

/// Runs the chain from `start` to `end` (both included) under a policy and announces everything to the recorder.
pub fn run<R: Recorder>(
    start: Day,
    end: Day,
    policy: Policy,
    open_cases: &[OpenCases],
    stream: Stream,
    recorder: &mut R,
) -> World {
    let mut flow = Flow {
        world: World::new(start, policy, stream),
        recorder,
        news: Vec::new(),
        changed: Vec::new(),
        finished: Vec::new(),
        arrived: Vec::new(),
    };
    let mut events = EventList::new();
    let officers = flow.world.policy.today(DECISION_STAFF, start) as usize;
    let mut awaited = officers / start::OFFICERS_A_VIEW;
    let mut stock = start::stock(start, open_cases, &flow.world.policy, stream);
    start::put_on_desks(&mut stock, officers, start, &flow.world.policy, stream);
    for mut present in stock {
        // Whoever is in the chain at the start applied before it: no later rule on applications binds them.
        // Permits of those who hold one already begin as they did.
        let refused = present.applicant.outcome.is_some_and(|outcome| !outcome.is_grant());
        if refused && present.applicant.dates.at(Moment::Lodged).is_none() {
            present.applicant.dates.note(Moment::Lodged, present.since);
            if present.applicant.track == Track::Claimed {
                // Registration tells which rules on the responsible state bind.
                present.applicant.dates.note(Moment::Registered, present.since);
            }
        }
        if present.applicant.stage == Stage::Interview && awaited > 0 {
            awaited -= usize::from(start::awaits_view(&mut present, start, &flow.world.policy, stream));
        }
        flow.admit(present.applicant, present.since, present.hold, &mut events);
    }
    simulate(&mut flow, &mut events, tick(start), tick(end));
    flow.world
}

/// A household's clock that runs out. Stale once the household has moved on and its epoch with it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Due {
    slot: Slot,
    epoch: u32,
    clock: Clock,
}

/// What a clock is for. All but the first run on from stage to stage: the household knows the day of each, which tells
/// whether one is stale.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Clock {
    /// The stage, whose epoch tells whether it is stale.
    Stage,
    /// A late decision.
    Late,
    /// The eighteenth birthday of an unaccompanied minor.
    Birthday,
    /// The outcome of an age assessment.
    Assessment,
}

struct Flow<'r, R> {
    world: World,
    recorder: &'r mut R,
    news: Vec<News>,
    changed: Vec<usize>,
    finished: Vec<Slot>,
    arrived: Vec<Applicant>,
}

impl<R: Recorder> Flow<'_, R> {
    /// Somebody enters the chain, waiting since a day, with a clock of their own if they have one. Work on a decision for
    /// which they wait has begun before.
    fn admit(
        &mut self,
        mut applicant: Applicant,
        since: Day,
        hold: Option<Hold>,
        events: &mut EventList<Due>,
    ) -> Slot {
        let stage = applicant.stage;
        inflow::persons::meet(&mut applicant, &self.world.policy, self.world.stream, since);
        applicant.unaccompanied &= applicant.has_minors(self.world.today);
        let slot = self.world.population.insert(applicant);
        self.world.persons[stage as usize] += u32::from(applicant.persons);
        self.recorder.moved(self.world.today, &applicant, None, Some(stage), None);
        if applicant.roof != Roof::Elsewhere {
            self.world.reception.begin_in_transit(slot, &mut self.world.population[slot]);
        } else if applicant.entitled_to_reception() {
            // Permit holders of the starting stock are counted in reception, as published, and so is who is in a location.
            self.find_roof(slot, matches!(stage, Stage::Matching | Stage::Housing | Stage::Restricted));
            self.reconsider_roof(slot);
        }
        self.count_roof(slot, stage, true);
        self.world.count_guardian(slot, true);
        let hold = match hold {
            Some(hold) => hold,
            None => self.case(slot, enter),
        };
        let hold = match hold {
            Hold::Queue { desk: Desk::Decision, class, work }
                if matches!(stage, Stage::Intention | Stage::Decision) =>
            {
                let left = self.case(slot, |case| procedure::decision::work_left(case));
                Hold::Queue { desk: Desk::Decision, class, work: (f64::from(work) * left) as u32 + 1 }
            }
            hold => hold,
        };
        self.wait(slot, since, hold, events);
        self.came_to(slot, None, stage, events);
        if stage.is_first_examination() {
            self.ring(slot, since < self.world.today, events);
        }
        if applicant.unaccompanied {
            self.await_birthday(slot, events);
        }
        slot
    }

    /// Opens the door of a stage for one household.
    fn case<T>(&mut self, slot: Slot, door: impl FnOnce(&mut Case) -> T) -> T {
        let world = &mut self.world;
        let applicant = &mut world.population[slot];
        let dice = world.stream.dice(applicant.key);
        let answer = door(&mut Case::new(world.today, applicant, &world.policy, dice, &mut self.news));
        for news in self.news.drain(..) {
            if news == News::Decided {
                let closed = world.population[slot].outcome == Some(Outcome::Closed);
                let count = if closed { &mut world.decided.closed } else { &mut world.decided.on_the_merits };
                *count += 1;
            }
            if let News::MinutesLost(minutes) | News::OfficersElsewhere(minutes) = news {
                world.minutes_lost += u64::from(minutes);
            }
            if let News::CourtWork(work) = news {
                world.court_owes += u64::from(work);
            }
            self.recorder.happened(world.today, &world.population[slot], news);
        }
        answer
    }

    /// The rank of a household among equals.
    fn rank(&self, slot: Slot) -> u32 {
        let applicant = &self.world.population[slot];
        let place = u32::from(applicant.visit) * 256 + u32::from(applicant.round);
        self.world.stream.dice(applicant.key).tie(place)
    }

    /// Starts the clock, or joins the queue.
    fn wait(&mut self, slot: Slot, since: Day, hold: Hold, events: &mut EventList<Due>) {
        let tie = self.rank(slot);
        let world = &mut self.world;
        let applicant = &mut world.population[slot];
        match hold {
            Hold::For(days) => {
                applicant.queue = None;
                let epoch = world.population.epoch(slot);
                events.push(
                    tick(world.today + days),
                    Order::new(0, tie),
                    Due { slot, epoch, clock: Clock::Stage },
                );
            }
            Hold::Queue { desk, class, work } => {
                applicant.queue = Some((desk, class));
                let joined = tick(since);
                world.desks[desk as usize].join(
                    &mut world.population,
                    slot,
                    usize::from(class),
                    joined,
                    tie,
                    work,
                );
            }
        }
    }

    /// A household's clock ran out, or its work is done: on to the next stage.
    fn proceed(&mut self, slot: Slot, events: &mut EventList<Due>) {
        let from = self.world.population[slot].stage;
        let hold = match from {
            Stage::FamilyDwelling => self.waits_for_sponsor(slot),
            Stage::FamilyVisaHeld => self.visa_waits(slot),
            _ => None,
        };
        if let Some(hold) = hold {
            self.world.population.bump(slot);
            self.wait(slot, self.world.today, hold, events);
            return;
        }
        let step = match self.case(slot, leave) {
            Step::To(Stage::Hub) if !self.world.hub_has_room(slot) => {
                self.case(slot, departure::detention::release)
            }
            step => step,
        };
        match step {
            Step::To(Stage::Hub) => self.move_on(slot, from, Stage::Hub, Some(Exit::Forced), events),
            Step::To(Stage::Border) if !self.world.admits_at_border(slot) => {
                self.move_on(slot, from, Stage::Interview, None, events);
            }
            Step::To(Stage::Interview)
                if procedure::guardian::is_needed(from) && self.world.lacks_guardian(slot) =>
            {
                self.move_on(slot, from, Stage::Guardian, None, events);
                self.await_guardian(slot);
            }
            Step::To(stage) => self.move_on(slot, from, stage, None, events),
            Step::Back(exit) => self.move_on(slot, from, Stage::Away, Some(exit), events),
            Step::Out(exit) => {
                self.count_roof(slot, from, false);
                self.world.count_guardian(slot, false);
                if exit == Exit::Housed {
                    self.sponsor_is_housed(slot, events);
                }
                let world = &mut self.world;
                let applicant = &mut world.population[slot];
                if exit == Exit::Housed || exit == Exit::JoinedSponsor && !applicant.is_on_article8() {
                    world.task.housed(applicant.persons);
                }
                if exit == Exit::Transferred {
                    world.escorts_taken += u64::from(applicant.persons) * u64::from(Desk::UNIT);
                }
                world.count_permit(slot, exit);
                let applicant = &mut world.population[slot];
                world.reception.give_back(applicant);
                world.persons[from as usize] -= u32::from(applicant.persons);
                let applicant = world.population.remove(slot);
                self.recorder.moved(world.today, &applicant, Some(from), None, Some(exit));
                if matches!(exit, Exit::StatusRaised | Exit::OnPaper) {
                    self.status_is_settled(applicant.key, exit == Exit::StatusRaised, events);
                }
            }
        }
    }

    fn move_on(
        &mut self,
        slot: Slot,
        from: Stage,
        to: Stage,
        exit: Option<Exit>,
        events: &mut EventList<Due>,
    ) {
        debug_assert!(EDGES.contains(&(from, to)), "nobody moves from {from:?} to {to:?}");
        self.count_roof(slot, from, false);
        self.world.count_guardian(slot, false);
        let world = &mut self.world;
        let today = world.today;
        world.population.bump(slot);
        let persons = u32::from(world.population[slot].persons);
        world.persons[from as usize] -= persons;
        world.persons[to as usize] += persons;
        self.recorder.moved(today, &world.population[slot], Some(from), Some(to), exit);
        let applicant = &mut world.population[slot];
        applicant.stage = to;
        applicant.entered = today;
        if matches!(from, Stage::FamilyTravel | Stage::FamilyOnTheirOwn) {
            inflow::persons::meet(applicant, &world.policy, world.stream, today);
        }
        let on_paper = applicant.standing() == Standing::OnPaper;
        let entitled = applicant.entitled_to_reception();
        // Whoever had no right to remain has none to a place either, until they are found to have one after all.
        let regains = applicant.roof == Roof::Elsewhere
            && matches!(from, Stage::Admissibility | Stage::AppealTerm | Stage::Interim);
        if on_paper {
            // Its persons sleep where they are.
        } else if from.entitled_to_reception() && !entitled {
            world.reception.give_back(applicant);
        } else if entitled && (!from.entitled_to_reception() || regains) {
            self.find_roof(slot, false);
        } else if entitled {
            self.reconsider_roof(slot);
        }
        self.count_roof(slot, to, true);
        self.world.count_guardian(slot, true);
        if matches!(from, Stage::Decision | Stage::Border) && to == Stage::Matching {
            let (family, file) =
                self.case(slot, |case| (family::reunification::relatives(case), courts::status::file(case)));
            let family = family.map(|family| self.admit(family, today, None, events));
            let file = file.map(|file| self.admit(file, today, None, events));
            self.tie(slot, family, file);
        }
        if matches!(to, Stage::Transfer | Stage::DeparturePeriod | Stage::BorderReturn)
            && let Some(file) = self.case(slot, |case| courts::on_paper(case, from))
        {
            self.admit(file, today, None, events);
        }
        let hold = self.case(slot, enter);
        let since = self.joins(slot);
        self.wait(slot, since, hold, events);
        self.came_to(slot, Some(from), to, events);
        if from == Stage::Registration {
            self.await_assessment(slot, events);
        }
        let is_examined_anew =
            matches!(to, Stage::Interview | Stage::Border | Stage::Guardian | Stage::Admissibility);
        if is_examined_anew {
            self.ring(slot, false, events);
        }
    }

    /// A place for those who do not live with others; for everyone, if `always`.
    fn find_roof(&mut self, slot: Slot, always: bool) {
        let lives_elsewhere = self.case(slot, |case| {
            let at_home_with_others = case.happens(Draw::OwnHousing, case.lever(OWN_HOUSING_SHARE));
            let in_a_dwelling = case.applicant.track == Track::PermitWithdrawn;
            in_a_dwelling || (at_home_with_others && !case.applicant.relative && !always)
        });
        if !lives_elsewhere {
            let kinds = self.case(slot, |case| reception::kinds::at_arrival(case));
            self.world.reception.seek(slot, &mut self.world.population[slot], kinds);
        }
    }

    /// Another kind of place, where the stage they have come to asks for one.
    fn reconsider_roof(&mut self, slot: Slot) {
        let better = self.case(slot, |case| reception::kinds::better(case));
        self.world.reception.reconsider(slot, &mut self.world.population[slot], better);
    }
}

impl<R: Recorder> Model for Flow<'_, R> {
    type Event = Due;

    fn law(&mut self, now: Tick, events: &mut EventList<Due>) {
        let world = &mut self.world;
        world.today = Day::from_number(now as i32);
        world.policy.morning(world.today, &world.readings, &mut self.changed);
        world.reception.set_places(&world.policy, world.today, world.stream);
        world.task.morning(&world.policy, world.today);
        if world.today > world.start {
            world.staff.morning(&world.policy, world.today);
            world.bench.morning(&world.policy, world.today);
        }
        world.let_others_leave();
        world.open_desks();
        self.amend_waiting(events);
    }

    fn arrivals(&mut self, _: Tick, events: &mut EventList<Due>) {
        let mut arrived = std::mem::take(&mut self.arrived);
        let world = &mut self.world;
        let (today, start) = (world.today, world.start);
        let intensity = &mut world.intensity;
        inflow::arrivals::of_day(today, start, &world.policy, world.stream, intensity, &mut arrived);
        world.protection.day(&world.policy, today, world.stream, &mut arrived);
        world.permits.day(&world.policy, today, world.stream, &mut arrived);
        world.minutes_lost += world.permits.turnover().by_officers
            + world.protection.permit_work_by_officers()
            + labour::minutes_of_officers(&world.policy, today);
        // The last place of the day goes by each household's own draw, not by the order in which nationalities are listed.
        let stream = world.stream;
        arrived.sort_by_key(|applicant| (stream.dice(applicant.key).tie(0), applicant.key));
        for applicant in arrived.drain(..) {
            self.admit(applicant, today, None, events);
        }
        self.arrived = arrived;
    }

    fn event(&mut self, due: Due, _: Tick, events: &mut EventList<Due>) {
        let today = self.world.today;
        let concerns = |still: fn(&Applicant, Day) -> bool| {
            self.world.population.get(due.slot).is_some_and(|applicant| still(applicant, today))
        };
        match due.clock {
            Clock::Stage => {
                if self.world.population.epoch(due.slot) == due.epoch {
                    // A clock may run while somebody queues: its end takes them out of the queue.
                    self.leave_queue(due.slot);
                    self.proceed(due.slot, events);
                }
            }
            Clock::Late => {
                if concerns(|a, today| {
                    a.rings.get() == Some(today) && a.stage.is_first_examination() && a.round == 0
                }) {
                    self.ring(due.slot, false, events);
                }
            }
            Clock::Birthday => {
                if concerns(|a, today| a.unaccompanied && a.adult_on.get() == Some(today)) {
                    self.come_of_age(due.slot, News::TurnedEighteen);
                }
            }
            Clock::Assessment => {
                if concerns(|a, _| a.unaccompanied)
                    && self.case(due.slot, inflow::age::assessed_on) == Some(today)
                {
                    self.found_adult(due.slot, events);
                }
            }
        }
    }

    fn service(&mut self, _: Tick, events: &mut EventList<Due>) -> bool {
        let mut finished = std::mem::take(&mut self.finished);
        let mut served = false;
        for desk in Desk::ALL {
            self.world.desks[desk as usize].serve(&mut self.world.population, &mut finished);
            served |= !finished.is_empty();
            for slot in finished.drain(..) {
                self.proceed(slot, events);
            }
        }
        self.finished = finished;
        served |= self.detain(events);
        served |= self.appoint_guardians(events);
        self.world.reception.offer(&mut self.world.population);
        served
    }

    fn observe(&mut self, _: Tick) {
        self.world.count_money();
        self.world.read_indicators();
        self.recorder.evening(self.world.today, &self.world);
    }

    fn wake(&self, after: Tick) -> Option<Tick> {
        Some(after + 1)
    }
}
