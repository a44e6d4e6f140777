//! The book of a replication: every series, month by month.

use super::series::{Series, SeriesKind};
use crate::flow::{Applicant, Desk, Exit, News, Outcome, Recorder, Roof, Stage, World};
use crate::policy::Moment;
use crate::time::{Day, Month};

const COUNT: usize = Series::ALL.len();
const DAYS_A_WEEK: f64 = 7.0;
/// Fifteen months, the extended decision term of 2022 to 2025 (Aliens Act 2000 article 42(4)) [days].
const FIFTEEN_MONTHS: i32 = 456;
/// The target is a dwelling within ten to fourteen weeks of the permit (recalled, no publication seen) [days].
const FOURTEEN_WEEKS: i32 = 98;

/// Whether to keep every day beside the months.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Daily {
    /// Months only.
    No,
    /// Every day too.
    Yes,
}

/// The values of every series at each month's end: stocks of that evening, flows summed over the month, mean waits of
/// those who left in it. NaN where there is no value.
#[derive(Clone, Debug)]
pub struct Book {
    /// One row a month, in the order of `Series::ALL`.
    pub months: Vec<[f64; COUNT]>,
    /// One row a day, if asked for.
    pub days: Vec<[f64; COUNT]>,
    daily: Daily,
    last: Day,
    today: Tally,
    month: Tally,
    work: Work,
    work_today: Work,
}

/// What every desk has spent and was granted, in its own units.
type Work = [(u64, u64); Desk::ALL.len()];

/// Sums of flows, and sums and numbers of waits.
#[derive(Copy, Clone, Debug)]
struct Tally {
    flows: [u64; COUNT],
    waits: [(u64, u64); COUNT],
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { flows: [0; COUNT], waits: [(0, 0); COUNT] }
    }
}

impl Tally {
    fn take_in(&mut self, other: &Tally) {
        for i in 0..COUNT {
            self.flows[i] += other.flows[i];
            self.waits[i].0 += other.waits[i].0;
            self.waits[i].1 += other.waits[i].1;
        }
    }
}

impl Book {
    /// An empty book that ends on this day. The last month counts even when the horizon cuts it short.
    pub fn new(end: Day, daily: Daily) -> Book {
        Book {
            months: Vec::new(),
            days: Vec::new(),
            daily,
            last: end,
            today: Tally::default(),
            month: Tally::default(),
            work: [(0, 0); Desk::ALL.len()],
            work_today: [(0, 0); Desk::ALL.len()],
        }
    }

    fn count(&mut self, series: Series, persons: u8) {
        self.today.flows[series as usize] += u64::from(persons);
    }

    fn waited(&mut self, series: Series, since: Option<Day>, day: Day, persons: u8) {
        let Some(since) = since else { return };
        let wait = &mut self.today.waits[series as usize];
        wait.0 += (day - since).0.max(0) as u64 * u64::from(persons);
        wait.1 += u64::from(persons);
    }

    fn row(&self, tally: &Tally, work: &Work, world: &World) -> [f64; COUNT] {
        let mut row = [f64::NAN; COUNT];
        for &series in Series::ALL {
            let i = series as usize;
            row[i] = match series.kind() {
                SeriesKind::Flow => tally.flows[i] as f64,
                SeriesKind::Wait => match tally.waits[i] {
                    (_, 0) => f64::NAN,
                    (days, persons) => days as f64 / persons as f64 / DAYS_A_WEEK,
                },
                SeriesKind::Stock => stock(series, world),
                SeriesKind::Ratio => match desk(series).map(|desk| work[desk as usize]) {
                    Some((_, 0)) => f64::NAN,
                    Some((spent, granted)) => spent as f64 / granted as f64,
                    None => {
                        let places: u32 = world.reception.capacity().iter().sum();
                        stock(Series::ReceptionNeed, world) / f64::from(places.max(1))
                    }
                },
            };
        }
        row
    }
}

/// The desk whose use a ratio is.
fn desk(series: Series) -> Option<Desk> {
    match series {
        Series::RegistrationUse => Some(Desk::Registration),
        Series::DecisionUse => Some(Desk::Decision),
        Series::CourtUse => Some(Desk::Court),
        Series::FamilyUse => Some(Desk::Family),
        Series::HousingUse => Some(Desk::Municipalities),
        _ => None,
    }
}

/// A stock this evening [persons or places].
fn stock(series: Series, world: &World) -> f64 {
    let taken = world.reception.taken();
    let persons = match series {
        Series::WaitingRegistration => world.in_stage(Stage::Registration),
        Series::OpenCases => world.open_cases(),
        Series::OpenOver15Months => over_fifteen_months(world),
        Series::OpenAppeals => world.in_stage(Stage::AppealPreparation) + world.in_stage(Stage::Appeal),
        Series::FamilyPending => world.family_pending(),
        Series::ReceptionNeed => taken.iter().sum::<u32>() + world.reception.without(),
        Series::Reception => taken.iter().sum::<u32>(),
        Series::ReceptionRegular => taken[0],
        Series::ReceptionEmergency => taken[1],
        Series::ReceptionOutside => taken[2],
        Series::WithoutPlace => world.reception.without(),
        Series::ReceptionPlaces => world.reception.capacity().iter().sum(),
        Series::PermitHolders => world.permit_holders(),
        Series::PermitHoldersLong => over_fourteen_weeks(world),
        Series::InDeparture => world.in_stage(Stage::DeparturePeriod) + world.in_stage(Stage::Departure),
        _ => unreachable!("{} is no stock", series.id()),
    };
    f64::from(persons)
}

fn over_fifteen_months(world: &World) -> u32 {
    let old = |slot| {
        let applicant: &Applicant = &world.population[slot];
        let open = matches!(applicant.stage, Stage::Claim | Stage::Decision);
        let since = applicant.dates.at(Moment::Registered)?;
        (open && (world.today - since).0 > FIFTEEN_MONTHS).then_some(u32::from(applicant.persons))
    };
    world.population.slots().filter_map(old).sum()
}

fn over_fourteen_weeks(world: &World) -> u32 {
    let long = |slot| {
        let applicant: &Applicant = &world.population[slot];
        let waits = matches!(applicant.stage, Stage::Matching | Stage::Housing);
        let since = applicant.dates.at(Moment::Granted)?;
        let inside = applicant.roof != Roof::Elsewhere;
        (waits && inside && (world.today - since).0 > FOURTEEN_WEEKS).then_some(u32::from(applicant.persons))
    };
    world.population.slots().filter_map(long).sum()
}

impl Recorder for Book {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        _: Option<Stage>,
        _: Option<Stage>,
        exit: Option<Exit>,
    ) {
        let persons = applicant.persons;
        match exit {
            None | Some(Exit::JoinedSponsor | Exit::FamilyRefused | Exit::FamilyStayed) => {}
            Some(Exit::Housed) => {
                self.count(Series::Housed, persons);
                self.waited(Series::WaitHousing, applicant.dates.at(Moment::Granted), day, persons);
            }
            Some(Exit::Voluntary) => self.count(Series::DepartedVoluntary, persons),
            Some(Exit::Forced) => self.count(Series::DepartedForced, persons),
            Some(Exit::Unsupervised) => self.count(Series::DepartedUnsupervised, persons),
            Some(Exit::WithoutRight) => self.count(Series::StayedWithoutRight, persons),
        }
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        let persons = applicant.persons;
        match news {
            News::FirstApplication => {
                self.count(Series::InflowFirst, persons);
                self.count(Series::InflowTotal, persons);
            }
            News::RepeatApplication => {
                self.count(Series::InflowRepeat, persons);
                self.count(Series::InflowTotal, persons);
            }
            News::FamilyArrived => {
                self.count(Series::InflowFamily, persons);
                self.count(Series::InflowTotal, persons);
            }
            News::Decided if applicant.round == 0 => {
                let outcome = applicant.outcome.expect("a decision has an outcome");
                self.count(Series::Decisions, persons);
                self.waited(Series::WaitDecision, applicant.dates.at(Moment::Registered), day, persons);
                if outcome.is_grant() {
                    self.count(Series::Grants, persons);
                }
                self.count(
                    match outcome {
                        Outcome::Refugee => Series::GrantsRefugee,
                        Outcome::Subsidiary => Series::GrantsSubsidiary,
                        Outcome::Humanitarian => Series::GrantsHumanitarian,
                        Outcome::Rejected => Series::Rejections,
                        Outcome::Closed => Series::Closed,
                    },
                    persons,
                );
            }
            // A new decision after a remittal is no first-instance outcome.
            News::Decided => {}
            News::AppealLodged => self.count(Series::AppealsLodged, persons),
            News::AppealRuled => {
                self.count(Series::AppealRulings, persons);
                self.waited(Series::WaitAppeal, applicant.dates.at(Moment::Decided), day, persons);
            }
            News::FamilyApplied => {}
            News::FamilyDecided => {
                self.count(Series::FamilyDecisions, persons);
                self.waited(Series::WaitFamily, applicant.dates.at(Moment::FamilyApplied), day, persons);
            }
        }
    }

    fn evening(&mut self, day: Day, world: &World) {
        let work = Desk::ALL.map(|desk| (world.desk(desk).spent(), world.desk(desk).granted()));
        let since = |before: &Work| -> Work {
            std::array::from_fn(|i| (work[i].0 - before[i].0, work[i].1 - before[i].1))
        };
        if self.daily == Daily::Yes {
            self.days.push(self.row(&self.today, &since(&self.work_today), world));
            self.work_today = work;
        }
        self.month.take_in(&self.today);
        self.today = Tally::default();
        if day == self.last || day == Month::of(day).last() {
            self.months.push(self.row(&self.month, &since(&self.work), world));
            self.month = Tally::default();
            self.work = work;
        }
    }
}
