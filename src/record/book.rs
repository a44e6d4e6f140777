//! The book of a replication: every series, month by month.

use super::census::{Census, PENDING, cohort, must_leave};
use super::desks::desk;
use super::series::{Series, SeriesKind};
use super::statuses;
use super::units::{MINUTES, MONEY};
use crate::flow::reception::housing::size;
use crate::flow::{AppealKind, Applicant, Desk, Exit, News, Outcome, PlaceKind, Recorder, Stage, World};
use crate::policy::Moment;
use crate::time::{Day, Days, Month};

const COUNT: usize = Series::ALL.len();
const DAYS_A_WEEK: f64 = 7.0;
const EUROS_IN_A_MILLION: f64 = 1e6;
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
    /// The most persons without a place on an evening.
    peak_without: u32,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { flows: [0; COUNT], waits: [(0, 0); COUNT], peak_without: 0 }
    }
}

impl Tally {
    fn take_in(&mut self, other: &Tally) {
        for i in 0..COUNT {
            self.flows[i] += other.flows[i];
            self.waits[i].0 += other.waits[i].0;
            self.waits[i].1 += other.waits[i].1;
        }
        self.peak_without = self.peak_without.max(other.peak_without);
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

    pub(super) fn count(&mut self, series: Series, persons: u8) {
        self.add(series, u64::from(persons));
    }

    pub(super) fn add(&mut self, series: Series, amount: u64) {
        self.today.flows[series as usize] += amount;
    }

    /// Counts who comes into some stages, and who goes out of them.
    fn crossed(
        &mut self,
        come: Series,
        gone: Series,
        from: Stage,
        to: Option<Stage>,
        within: impl Fn(Stage) -> bool,
        persons: u8,
    ) {
        match (within(from), to.is_some_and(within)) {
            (false, true) => self.count(come, persons),
            (true, false) => self.count(gone, persons),
            (true, true) | (false, false) => {}
        }
    }

    pub(super) fn waited(&mut self, series: Series, since: Option<Day>, day: Day, persons: u8) {
        let Some(since) = since else { return };
        let wait = &mut self.today.waits[series as usize];
        wait.0 += (day - since).0.max(0) as u64 * u64::from(persons);
        wait.1 += u64::from(persons);
    }

    fn row(&self, tally: &Tally, work: &Work, world: &World) -> [f64; COUNT] {
        let mut row = [f64::NAN; COUNT];
        let census = Census::of(world);
        for &series in Series::ALL {
            let i = series as usize;
            row[i] = match series.kind() {
                SeriesKind::Flow if series == Series::BudgetLeft => {
                    let euros = |series: Series| tally.flows[series as usize] as f64;
                    (euros(Series::BudgetReception) - euros(Series::CostReception)) / EUROS_IN_A_MILLION
                }
                SeriesKind::Flow if MONEY.contains(&series) => tally.flows[i] as f64 / EUROS_IN_A_MILLION,
                SeriesKind::Flow if MINUTES.contains(&series) => tally.flows[i] as f64 / 60.0,
                SeriesKind::Flow => tally.flows[i] as f64,
                SeriesKind::Wait => match tally.waits[i] {
                    (_, 0) => f64::NAN,
                    (days, persons) => days as f64 / persons as f64 / DAYS_A_WEEK,
                },
                SeriesKind::Stock if series == Series::WithoutPlacePeak => tally.peak_without as f64,
                SeriesKind::Stock => stock(series, world, &census),
                SeriesKind::Ratio if series == Series::FamilyShareInTime => {
                    match tally.flows[Series::FamilyDecisions as usize] {
                        0 => f64::NAN,
                        all => tally.flows[Series::FamilyInTime as usize] as f64 / all as f64,
                    }
                }
                SeriesKind::Ratio if series == Series::ShareInTime => {
                    match tally.flows[Series::Grants as usize] + tally.flows[Series::Rejections as usize] {
                        0 => f64::NAN,
                        merits => tally.flows[Series::DecisionsInTime as usize] as f64 / merits as f64,
                    }
                }
                SeriesKind::Ratio if series == Series::UpheldShare => {
                    match tally.flows[Series::AppealRulings as usize] {
                        0 => f64::NAN,
                        rulings => tally.flows[Series::AppealsUpheld as usize] as f64 / rulings as f64,
                    }
                }
                SeriesKind::Ratio if series == Series::DistributionLeast => {
                    world.reception.distribution().least()
                }
                SeriesKind::Ratio if series == Series::DistributionLeastSize => {
                    world.reception.distribution().least_size()
                }
                SeriesKind::Ratio => match desk(series).map(|desk| work[desk as usize]) {
                    Some((_, 0)) => f64::NAN,
                    Some((spent, granted)) => spent as f64 / granted as f64,
                    None => {
                        stock(Series::ReceptionNeed, world, &census)
                            / f64::from(world.reception.all_places().max(1))
                    }
                },
            };
        }
        row
    }
}

/// A stock this evening [persons or places].
fn stock(series: Series, world: &World, census: &Census) -> f64 {
    match series {
        Series::HousingArrears => return world.task.arrears() as f64,
        Series::DistributionTaken => return world.reception.distributed(),
        Series::DistributionOpen => return f64::from(world.reception.distributed_open()),
        Series::HousingTask => return world.task.task() as f64,
        Series::StaffPlanned => return world.staff.planned(),
        Series::StaffEmployed => return world.staff.employed(),
        Series::StaffInTraining => return world.staff.in_training(),
        Series::CourtSeats => return world.bench.trained(),
        _ => {}
    }
    if let Some(found) = statuses::stock(series, world, census) {
        return found;
    }
    let reception = &world.reception;
    let taken = |kinds: &[PlaceKind]| kinds.iter().map(|&kind| reception.taken(kind)).sum::<u32>();
    let free = |kinds: &[PlaceKind]| kinds.iter().map(|&kind| reception.free(kind)).sum::<u32>();
    let persons = match series {
        Series::WaitingRegistration => world.in_stage(Stage::Registration),
        Series::OpenCases => world.open_cases(),
        Series::OpenCasesOld => world.open_cases() - census.open_new,
        Series::InBorder => world.in_stage(Stage::Border),
        Series::OpenCasesNew => census.open_new,
        Series::InScreening => world.in_stage(Stage::Screening),
        Series::AwaitingLodging => world.in_stage(Stage::Lodging),
        Series::InReturnBorder => world.in_stage(Stage::BorderReturn),
        Series::InHubs => world.in_stage(Stage::Hub),
        Series::AwaitingGuardian => world.in_stage(Stage::Guardian),
        Series::AppealsReferred => world.in_stage(Stage::Referred),
        Series::OpenOver15Months => census.over_fifteen_months,
        Series::InTransfer => world.in_stage(Stage::Transfer),
        Series::OpenPastTerm => census.past_term,
        Series::PenaltiesAccrued => return census.penalties as f64 / EUROS_IN_A_MILLION,
        Series::OpenAppeals => PENDING.iter().map(|&stage| world.in_stage(stage)).sum(),
        Series::OpenAppealsShort => {
            census.appeals(AppealKind::General) + census.appeals(AppealKind::Manifest)
        }
        Series::OpenAppealsExtended => census.appeals(AppealKind::Extended),
        Series::OpenAppealsDublin => census.appeals(AppealKind::Dublin),
        Series::OpenFurtherAppeals => {
            world.in_stage(Stage::FurtherAppealPreparation) + world.in_stage(Stage::FurtherAppeal)
        }
        Series::FamilyPending => world.family_pending(),
        Series::FamilyFrozen => world.in_stage(Stage::FamilyHeld),
        Series::FamilyDisputed => {
            world.in_stage(Stage::FamilyObjection) + world.in_stage(Stage::FamilyAppeal)
        }
        Series::FamilyTravelling => world.family_travelling(),
        Series::Article8Pending => world.in_stage(Stage::FamilyArticle8),
        Series::ReceptionNeed => reception.persons() + reception.without(),
        Series::Reception => reception.persons(),
        Series::ReceptionRegular => taken(&PlaceKind::OF_REGULAR),
        Series::ReceptionEmergency => reception.taken(PlaceKind::Emergency),
        Series::ReceptionOutside => taken(&PlaceKind::OF_OUTSIDE),
        Series::WithoutPlace => reception.without(),
        Series::ReceptionPlaces => reception.all_places(),
        Series::ReceptionPlanned => reception.planned(),
        Series::PlacesLost3Months => reception.ending(Days(91)),
        Series::PlacesLost6Months => reception.ending(Days(182)),
        Series::PlacesLost12Months => reception.ending(Days(365)),
        Series::FreeRegular => free(&PlaceKind::OF_REGULAR),
        Series::FreeEmergency => reception.free(PlaceKind::Emergency),
        Series::FreeOutside => free(&PlaceKind::OF_OUTSIDE),
        Series::ReceptionMinors => reception.taken(PlaceKind::Minors),
        Series::MinorsElsewhere => census.minors_elsewhere,
        Series::UnderGuardianship => census.minors.min(reception.guarded()),
        Series::MinorsWithoutGuardian => census.minors.saturating_sub(reception.guarded()),
        Series::ReceptionChildren => census.children,
        Series::ReceptionWomen => census.women,
        Series::ReceptionCentral => reception.taken(PlaceKind::Central),
        Series::CentralPlaces => reception.capacity(PlaceKind::Central),
        Series::ReceptionRestricted => reception.taken(PlaceKind::Restricted),
        Series::ReceptionFamily => reception.taken(PlaceKind::Family),
        Series::ReceptionSupervised => reception.taken(PlaceKind::Supervised),
        Series::ReceptionHosted => taken(&[PlaceKind::Host, PlaceKind::Hotel]),
        Series::InTransit => reception.taken(PlaceKind::Transit),
        Series::PermitHoldersOver14Weeks => census.over_fourteen_weeks,
        Series::PermitHolders => world.permit_holders(),
        Series::PermitsValid => world.permits.valid(),
        Series::PermitsInReview => world.permits.in_review(),
        Series::InDeparture => must_leave(world),
        Series::ReturnCases => must_leave(world) + world.in_stage(Stage::Transfer),
        Series::InDetention => world.in_detention(),
        Series::WaitingDetention => world.detention.persons(&world.population),
        _ => unreachable!("{} is no stock", series.id()),
    };
    f64::from(persons)
}

impl Recorder for Book {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        let persons = applicant.persons;
        // Whoever begins in the chain is no flow.
        if let Some(from) = from {
            let at_the_service = |stage: Stage| stage.must_leave() || stage == Stage::Transfer;
            self.crossed(Series::ReturnCasesIn, Series::ReturnCasesClosed, from, to, at_the_service, persons);
            let detained = |stage: Stage| matches!(stage, Stage::Detention | Stage::Removal);
            self.crossed(Series::DetentionIn, Series::DetentionOut, from, to, detained, persons);
        }
        match exit {
            Some(Exit::JoinedSponsor) if !applicant.is_on_article8() => {
                self.count(Series::JoinedSponsor, persons);
            }
            None
            | Some(
                Exit::JoinedSponsor
                | Exit::PermitKept
                | Exit::FamilyRefused
                | Exit::FamilyStayed
                | Exit::OnPaper
                | Exit::FromHub
                | Exit::StatusRaised,
            ) => {}
            Some(Exit::Housed) => {
                self.count(Series::Housed, persons);
                let since = applicant.dates.at(Moment::Granted);
                self.waited(Series::WaitHousing, since, day, persons);
                let (housed, wait) = match size(persons) {
                    0 => (Series::HousedSingle, Series::WaitHousingSingle),
                    1 => (Series::HousedSmall, Series::WaitHousingFamily),
                    _ => (Series::HousedLarge, Series::WaitHousingFamily),
                };
                self.count(housed, persons);
                self.waited(wait, since, day, persons);
            }
            Some(Exit::Voluntary) => {
                self.count(Series::DepartedVoluntary, persons);
                self.count(Series::DepartedProven, persons);
            }
            Some(Exit::Forced) => {
                self.count(Series::DepartedForced, persons);
                self.count(Series::DepartedForcedAll, persons);
                self.count(Series::DepartedProven, persons);
            }
            Some(Exit::Transferred) => {
                self.count(Series::DepartedForced, persons);
                self.count(Series::DepartedForcedAll, persons);
                self.count(Series::DepartedProven, persons);
                self.count(Series::DublinTransferred, persons);
            }
            Some(Exit::Unsupervised) => self.count(Series::DepartedUnsupervised, persons),
            Some(Exit::WithoutRight) => self.count(Series::StayedWithoutRight, persons),
        }
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        let persons = applicant.persons;
        match news {
            News::FirstApplication => {
                self.count(Series::InflowFirst, persons);
                if applicant.relative {
                    self.count(Series::FamilyOwnApplications, persons);
                }
                self.count(Series::InflowTotal, persons);
                self.count(Series::InflowUnaccompanied, u8::from(applicant.unaccompanied));
                self.count(Series::InflowMinors, applicant.members.minors());
                self.count(Series::InflowWomen, applicant.members.women());
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
                for (decisions, wait) in [(Series::Decisions, Series::WaitDecision), cohort(applicant)] {
                    self.count(decisions, persons);
                    self.waited(wait, applicant.dates.at(Moment::Registered), day, persons);
                }
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
            News::Interviewed => {
                self.waited(Series::WaitInterview, applicant.dates.at(Moment::Registered), day, persons);
            }
            News::NoticeOfDefault => self.add(Series::DefaultNotices, 1),
            News::LateAppeal => self.add(Series::LateAppeals, 1),
            News::MinutesLost(minutes) => self.add(Series::HoursLost, u64::from(minutes)),
            News::DecidedInTime => self.count(Series::DecisionsInTime, persons),
            News::JudicialPenalty(amount) => self.add(Series::PenaltiesJudicial, u64::from(amount)),
            News::AdministrativePenalty(amount) => {
                self.add(Series::PenaltiesAdministrative, u64::from(amount));
            }
            News::Resettled => self.count(Series::InflowResettled, persons),
            News::Relocated => self.count(Series::InflowRelocated, persons),
            News::TurnedEighteen => self.count(Series::TurnedEighteen, persons),
            News::FoundAdult => self.count(Series::FoundAdult, persons),
            News::Accelerated => self.count(Series::InflowAccelerated, persons),
            News::Inadmissible => self.count(Series::RepeatsInadmissible, persons),
            News::TakenBack => self.count(Series::InflowDublin, persons),
            News::Claimed => self.count(Series::DublinClaims, persons),
            News::ClaimAccepted => self.count(Series::DublinAccepted, persons),
            News::TransferLapsed => self.count(Series::DublinLapsed, persons),
            News::AppealLodged => {
                self.count(Series::AppealsLodged, persons);
                self.count(
                    match applicant.appeal() {
                        AppealKind::Extended => Series::AppealsExtended,
                        AppealKind::General | AppealKind::Manifest => Series::AppealsShort,
                        AppealKind::Dublin => Series::AppealsDublin,
                    },
                    persons,
                );
            }
            News::AppealRuled => {
                self.count(Series::AppealRulings, persons);
                let since = applicant.dates.at(Moment::Decided);
                self.waited(Series::WaitAppeal, since, day, persons);
                let wait = match applicant.appeal() {
                    AppealKind::Extended => Series::WaitAppealExtended,
                    AppealKind::General | AppealKind::Manifest => Series::WaitAppealShort,
                    AppealKind::Dublin => Series::WaitAppealDublin,
                };
                self.waited(wait, since, day, persons);
            }
            News::RuledLate => self.count(Series::RulingsLate, persons),
            News::Paid(amount) => self.add(Series::CostProgrammes, u64::from(amount)),
            News::AppealUpheld => self.count(Series::AppealsUpheld, persons),
            News::AppealWithdrawn => self.count(Series::AppealsWithdrawn, persons),
            News::InterimRequested => self.count(Series::InterimRequests, persons),
            News::InterimGranted => self.count(Series::InterimGranted, persons),
            News::CourtWork(_) | News::OfficersElsewhere(_) | News::FurtherAppealUpheld => {}
            News::Status(news) => self.statuses(day, applicant, news),
            News::FurtherAppealLodged => self.count(Series::FurtherAppeals, persons),
            News::FurtherAppealRuled => {
                self.count(Series::FurtherAppealRulings, persons);
                let since = applicant.dates.at(Moment::Returned);
                self.waited(Series::WaitFurtherAppeal, since, day, persons);
            }
            News::AssistedDeparture => self.count(Series::DepartedAssisted, persons),
            News::ReceptionEnded => self.count(Series::ReceptionEnded, persons),
            News::Released => self.count(Series::DetentionReleased, persons),
            News::FamilyApplied => self.count(Series::FamilyApplied, persons),
            News::FamilyDecided => {
                self.count(Series::FamilyDecisions, persons);
                self.waited(Series::WaitFamily, applicant.dates.at(Moment::FamilyApplied), day, persons);
            }
            News::FamilyDecidedInTime => self.count(Series::FamilyInTime, persons),
            News::FamilyRefused => self.count(Series::FamilyRefused, persons),
            News::FamilyObjected => self.count(Series::FamilyObjections, persons),
            News::FamilyAppealed => self.count(Series::FamilyAppeals, persons),
            News::FamilyReversed => self.count(Series::FamilyReversed, persons),
            News::Article8Applied => self.count(Series::Article8Applied, persons),
            News::Article8Decided => self.count(Series::Article8Decisions, persons),
            News::Article8DecidedInTime => self.count(Series::Article8InTime, persons),
            News::Article8Arrived => self.count(Series::Article8Arrived, persons),
        }
    }

    fn evening(&mut self, day: Day, world: &World) {
        let work = Desk::ALL.map(|desk| (world.desk(desk).spent(), world.desk(desk).granted()));
        let since = |before: &Work| -> Work {
            std::array::from_fn(|i| (work[i].0 - before[i].0, work[i].1 - before[i].1))
        };
        let without = world.reception.without();
        self.today.flows[Series::WithoutPlaceDays as usize] = u64::from(without);
        self.today.peak_without = without;
        let (money, protection, permits) = (world.money, world.protection, world.permits.turnover());
        let others = u64::from(world.others_left());
        self.add(Series::DepartedForcedAll, others);
        self.add(Series::CostProgrammes, money.programmes);
        for (series, amount) in [
            (Series::DepartedForcedOthers, others),
            (Series::CostReception, money.reception),
            (Series::CostEmergency, money.emergency),
            (Series::CostDecisions, money.decisions),
            (Series::BudgetReception, money.budget),
            (Series::UkraineArrived, protection.arrived().into()),
            (Series::UkraineToAsylum, protection.to_asylum().into()),
            (Series::UkrainePermitHours, protection.permit_work()),
            (Series::PermitsDue, permits.due.into()),
            (Series::PermitsRenewed, permits.renewed.into()),
            (Series::PermitsSettled, permits.settled.into()),
            (Series::PermitsWithdrawn, permits.withdrawn.into()),
            (Series::RenewalHours, permits.minutes),
        ] {
            self.today.flows[series as usize] = amount;
        }
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
