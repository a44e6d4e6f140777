//! The state of the chain: everybody in it, the desks, the roofs, the law of this replication and the day.

use super::applicant::{Applicant, Track};
use super::case::Case;
use super::courts::appeal;
use super::courts::bench::Bench;
use super::departure::line::Line;
use super::departure::others::Others;
use super::family::reunification;
use super::family::ties::Ties;
use super::inflow::intensity::Intensity;
use super::inflow::{arrivals, persons};
use super::money::{self, Decided, Money, Programmes};
use super::participation::{self, Work};
use super::procedure::border::AtBorder;
use super::procedure::guardian::Guardianship;
use super::procedure::{cohorts, decision, interview};
use super::reception::places::Reception;
use super::reception::task::Task;
use super::reception::{PlaceKind, housing};
use super::staff::Staff;
use super::stage::{Desk, Exit, Stage};
use super::status::permits::{self, Permits};
use super::temporary_protection::Protection;
use super::terms::late::{self, Late};
use crate::engine::{Population, Reserve, Slot, Tick, Workforce};
use crate::policy::indicator::Readings;
use crate::policy::levers::cohorts::OLD_CASES_OPEN;
use crate::policy::levers::courts::COUNCIL_CAPACITY;
use crate::policy::levers::departure::ESCORT_CAPACITY;
use crate::policy::levers::examination::LEGAL_AID;
use crate::policy::levers::family::{FAMILY_ARTICLE8_CAPACITY, FAMILY_CAPACITY};
use crate::policy::levers::housing::{DWELLING_MIX, DWELLINGS_SHARED};
use crate::policy::levers::participation::{OWN_CONTRIBUTION, WORK_WAGE};
use crate::policy::levers::procedure::{
    INTERPRETER_HOURS, LAWYER_HOURS, PRODUCTIVE_MINUTES, REGISTRATION_CAPACITY,
};
use crate::policy::{Indicator, Policy};
use crate::random::Stream;
use crate::time::{Day, is_workday, workdays_between};

/// The chain on a day.
#[derive(Debug)]
pub struct World {
    /// First simulated day.
    pub start: Day,
    /// Today.
    pub today: Day,
    /// The law of this replication.
    pub policy: Policy,
    /// Everybody in the chain.
    pub population: Population<Applicant>,
    /// Reception.
    pub reception: Reception,
    /// Decision officers.
    pub staff: Staff,
    /// Judges of the district court.
    pub bench: Bench,
    /// The task of municipalities.
    pub task: Task,
    /// Displaced persons from Ukraine.
    pub protection: Protection,
    /// Those who are wanted in detention.
    pub detention: Line,
    /// Valid permits of those who left reception.
    pub permits: Permits,
    /// What today costs.
    pub money: Money,
    pub(super) decided: Decided,
    pub(super) ties: Ties,
    /// Persons by stage.
    pub persons: [u32; Stage::COUNT],
    /// Of those, persons in reception or waiting for a place in it.
    pub sheltered: [u32; Stage::COUNT],
    pub(super) stream: Stream,
    pub(super) desks: [Workforce; Desk::ALL.len()],
    pub(super) intensity: Intensity,
    pub(super) readings: Readings,
    /// Work that officers lost to late decisions and that is not yet taken off their days [minutes].
    pub(super) minutes_lost: u64,
    /// Persons examined at the border since the day on which the yearly ceiling began anew.
    pub(super) at_border: AtBorder,
    /// Unaccompanied minors with a guardian, and those who wait for one.
    pub(super) guardianship: Guardianship,
    /// Work that the district court spent beside its appeals and that is not yet taken off its days [thousandths of an appeal].
    pub(super) court_owes: u64,
    /// Persons who were never in the chain and leave from detention.
    pub(super) others: Others,
    /// Escorts that went with transfers to other states and are not yet taken off their days [units of the desk].
    pub(super) escorts_taken: u64,
    workdays: (i16, u32),
}

const WEEKS_A_YEAR: f64 = 365.25 / 7.0;

/// The tick of a day: the engine counts from 1 January 1970.
pub(super) fn tick(day: Day) -> Tick {
    u64::try_from(day.number()).expect("a scenario starts after 1970")
}

impl World {
    /// An empty chain on the first day.
    pub(super) fn new(start: Day, policy: Policy, stream: Stream) -> World {
        let reception = Reception::new(&policy, start, stream);
        let intensity = Intensity::before(start, &policy, stream);
        let staff = Staff::new(&policy, start);
        let bench = Bench::new(&policy, start);
        let task = Task::new(&policy, start);
        let protection = Protection::new(&policy, start);
        let permits = Permits::new(&policy, start);
        let desk = |desk| match desk {
            Desk::Decision => decision::desk(),
            Desk::Municipalities => Workforce::new(housing::SIZES, u32::MAX),
            Desk::Court => Workforce::new(appeal::CLASSES, u32::MAX),
            Desk::Family => Workforce::new(reunification::CLASSES, u32::MAX),
            Desk::Registration | Desk::Council | Desk::Article8 | Desk::Escorts => {
                Workforce::new(1, u32::MAX)
            }
        };
        World {
            start,
            today: start,
            policy,
            population: Population::new(),
            reception,
            staff,
            bench,
            task,
            protection,
            detention: Line::default(),
            permits,
            money: Money::default(),
            decided: Decided::default(),
            ties: Ties::default(),
            persons: [0; Stage::COUNT],
            sheltered: [0; Stage::COUNT],
            stream,
            desks: Desk::ALL.map(desk),
            intensity,
            readings: Readings::default(),
            minutes_lost: 0,
            at_border: AtBorder::default(),
            guardianship: Guardianship::default(),
            court_owes: 0,
            others: Others::default(),
            escorts_taken: 0,
            workdays: (0, 1),
        }
    }

    /// Counts the permit of a household that leaves the chain with one.
    pub(super) fn count_permit(&mut self, slot: Slot, exit: Exit) {
        let applicant = &mut self.population[slot];
        let (nationality, persons) = (applicant.nationality, applicant.persons);
        let on_article8 = applicant.track == Track::Article8;
        if exit == Exit::PermitKept {
            self.permits.give_back(&self.policy, self.today, nationality, persons);
        } else if exit == Exit::Housed || exit == Exit::JoinedSponsor && !on_article8 {
            let dice = self.stream.dice(applicant.key);
            let mut news = Vec::new();
            let case = Case::new(self.today, applicant, &self.policy, dice, &mut news);
            self.permits.join(nationality, persons, permits::term(&case));
        }
    }

    /// Persons in a stage.
    pub fn in_stage(&self, stage: Stage) -> u32 {
        self.persons[stage as usize]
    }

    /// The desk's workforce.
    pub fn desk(&self, desk: Desk) -> &Workforce {
        &self.desks[desk as usize]
    }

    /// Grants every desk its work of today: nothing on days nobody works.
    pub(super) fn open_desks(&mut self) {
        let (today, policy) = (self.today, &self.policy);
        if self.workdays.0 != today.year() {
            let first = Day::from_ymd(today.year(), 1, 1).expect("a year begins");
            let last = Day::from_ymd(today.year(), 12, 31).expect("a year ends");
            self.workdays = (today.year(), workdays_between(first, last));
        }
        let open = is_workday(today);
        let days = f64::from(self.workdays.1);
        let unit = f64::from(Desk::UNIT);
        let minutes = policy.today(PRODUCTIVE_MINUTES, today);
        for desk in Desk::ALL {
            let work = match desk {
                Desk::Registration => policy.today(REGISTRATION_CAPACITY, today) * unit,
                Desk::Decision => self.staff.effective() * minutes,
                Desk::Court => self.bench.trained() * unit / days,
                Desk::Council => policy.today(COUNCIL_CAPACITY, today) * unit / days,
                Desk::Family => policy.today(FAMILY_CAPACITY, today) * unit / days,
                Desk::Municipalities => housing::supply(policy, today) * 12.0 * unit / days,
                Desk::Article8 => policy.today(FAMILY_ARTICLE8_CAPACITY, today) * 60.0 / days,
                Desk::Escorts => policy.today(ESCORT_CAPACITY, today) * WEEKS_A_YEAR * unit / days,
            };
            let workforce = &mut self.desks[desk as usize];
            match desk {
                Desk::Municipalities => offer_by_size(workforce, policy, today),
                Desk::Decision => cohorts::part(workforce, policy, today),
                Desk::Registration
                | Desk::Court
                | Desk::Council
                | Desk::Family
                | Desk::Article8
                | Desk::Escorts => {}
            }
            let mut work = if open { libm::round(work) as u64 } else { 0 };
            let elsewhere = match desk {
                Desk::Decision => &mut self.minutes_lost,
                Desk::Court => &mut self.court_owes,
                Desk::Escorts => &mut self.escorts_taken,
                Desk::Registration | Desk::Council | Desk::Family | Desk::Municipalities | Desk::Article8 => {
                    &mut 0
                }
            };
            let lost = work.min(*elsewhere);
            *elsewhere -= lost;
            work -= lost;
            workforce.grant(work);
            if desk == Desk::Decision {
                let part = if open { 60.0 } else { 0.0 };
                for (language, hours) in policy.today(INTERPRETER_HOURS, today).iter().enumerate() {
                    workforce.grant_pool(1 + language, libm::round(hours * part) as u64);
                }
                let lawyers = libm::round(policy.today(LAWYER_HOURS, today) * part) as u64;
                // With legal aid after a rejection alone no interview waits for a lawyer.
                let nobody = policy.today(LEGAL_AID, today) == decision::AID_ALL_AFTER;
                workforce.grant_pool(interview::LAWYERS, if nobody { work } else { lawyers });
                let intake = policy.today(OLD_CASES_OPEN, today);
                workforce.grant_pool(interview::INTAKE, if intake { work } else { 0 });
                workforce.set_per_tick(libm::round(minutes) as u32);
            }
        }
    }

    /// What the day cost, once everyone sleeps.
    pub(super) fn count_money(&mut self) {
        let decided = std::mem::take(&mut self.decided);
        let programmes = Programmes {
            in_hubs: self.in_stage(Stage::Hub),
            sheltered: self.sheltered(),
            abroad: arrivals::abroad(&self.policy, self.today, self.start, &self.intensity),
            places_taken_on: self.reception.distribution().taken_on_today(),
        };
        self.money = money::of_day(&self.policy, self.today, &self.reception, decided, programmes);
    }

    /// The numbers that triggers read tomorrow morning.
    pub(super) fn read_indicators(&mut self) {
        let places = self.reception.all_places();
        let housed = f64::from(self.reception.persons() + self.reception.without());
        for indicator in Indicator::ALL {
            self.readings[indicator as usize] = match indicator {
                Indicator::ReceptionOccupancyRate => housed / f64::from(places.max(1)),
                Indicator::OpenCases => f64::from(self.open_cases()),
                Indicator::WithoutPlace => f64::from(self.reception.without()),
                Indicator::PermitHolders => f64::from(self.permit_holders()),
                Indicator::FamilyPending => f64::from(self.family_pending()),
            };
        }
    }

    /// Persons with a registered application and no decision on it.
    pub fn open_cases(&self) -> u32 {
        Stage::ALL.iter().filter(|stage| stage.is_open_case()).map(|&stage| self.in_stage(stage)).sum()
    }

    /// Whether an application is examined here for the first time, and its term has passed.
    pub fn is_past_term(&self, applicant: &Applicant) -> bool {
        is_examined(applicant) && applicant.term_end.get().is_some_and(|end| end < self.today)
    }

    /// Penalties that have run up in an open case, of both kinds [EUR].
    pub fn penalties_of(&self, applicant: &Applicant) -> u64 {
        if applicant.late == Late::No || !is_examined(applicant) {
            return 0;
        }
        let (dice, mut news) = (self.stream.dice(applicant.key), Vec::new());
        let mut applicant = *applicant;
        let case = Case::new(self.today, &mut applicant, &self.policy, dice, &mut news);
        let (judicial, administrative) = late::penalties(&case);
        u64::from(judicial) + u64::from(administrative)
    }

    /// What the decision on relatives could cost in judicial penalties today, had they given notice and appealed on the
    /// first day it was late [EUR].
    pub fn family_exposure_of(&self, applicant: &Applicant) -> u32 {
        let pending =
            matches!(applicant.stage, Stage::FamilyPreparation | Stage::FamilyDecision | Stage::FamilyHeld);
        if !pending || applicant.round > 0 {
            return 0;
        }
        let (dice, mut news) = (self.stream.dice(applicant.key), Vec::new());
        let mut applicant = *applicant;
        let case = Case::new(self.today, &mut applicant, &self.policy, dice, &mut news);
        late::at_most(&case, reunification::days_late(&case))
    }

    /// How a household takes part.
    pub fn work_of(&self, applicant: &Applicant) -> Work {
        let (dice, mut news) = (self.stream.dice(applicant.key), Vec::new());
        let mut applicant = *applicant;
        participation::work(&Case::new(self.today, &mut applicant, &self.policy, dice, &mut news))
    }

    /// What so many who work contribute in a year [EUR].
    pub fn contributions_of(&self, working: u32) -> f64 {
        const MONTHS_A_YEAR: f64 = 12.0;
        let wage = self.policy.today(WORK_WAGE, self.today);
        f64::from(working) * wage * MONTHS_A_YEAR * self.policy.today(OWN_CONTRIBUTION, self.today)
    }

    /// Minors in a household.
    pub fn minors_in(&self, applicant: &Applicant) -> u32 {
        persons::minors(applicant, &self.policy, self.stream, self.today)
    }

    /// Relatives who may come and have not arrived.
    pub fn family_travelling(&self) -> u32 {
        [Stage::FamilyVisaHeld, Stage::FamilyVisa, Stage::FamilyTravel]
            .map(|stage| self.in_stage(stage))
            .iter()
            .sum()
    }

    /// Relatives abroad for whom an application is pending.
    pub fn family_pending(&self) -> u32 {
        [Stage::FamilyPreparation, Stage::FamilyDecision, Stage::FamilyHeld]
            .map(|s| self.in_stage(s))
            .iter()
            .sum()
    }

    /// Permit holders in reception: those in transit housing have left it.
    pub fn permit_holders(&self) -> u32 {
        let holders = self.sheltered[Stage::Matching as usize] + self.sheltered[Stage::Housing as usize];
        holders - self.reception.taken(PlaceKind::Transit)
    }
}

/// Whether an application is examined here for the first time.
fn is_examined(applicant: &Applicant) -> bool {
    applicant.stage.is_first_examination() && applicant.round == 0
}

/// Parts the day's dwellings over the sizes of household. The shares are kept a hair below one in sum, whatever their
/// rounding.
fn offer_by_size(municipalities: &mut Workforce, policy: &Policy, today: Day) {
    let mix = policy.today(DWELLING_MIX, today);
    let sum: f64 = mix.iter().sum();
    let unused = if policy.today(DWELLINGS_SHARED, today) { Reserve::Spill } else { Reserve::Hard };
    for (size, share) in mix.iter().enumerate() {
        municipalities.reserve(size, share / sum.max(1e-9) * (1.0 - 1e-9), unused);
    }
}
