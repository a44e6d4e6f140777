//! Who is in the chain on the first day.
//!
//! Open cases come from a published table by nationality and age of case; the other stocks are numbers of persons, drawn
//! from their ranges like every uncertainty. Everyone has a key of (source, group, ordinal), so that a larger stock keeps
//! everyone of the smaller one.

use super::applicant::{Applicant, Outcome, Roof};
use super::inflow::arrivals::household_size;
use super::procedure::claim::SPREAD;
use super::reception::PlaceKind;
use super::stage::{Hold, Stage};
use crate::policy::lever::kinds::{Count, Days as CalendarDays};
use crate::policy::levers::departure::{FORCED_DAYS, UNSUPERVISED_DAYS, VOLUNTARY_DAYS};
use crate::policy::levers::family::{FAMILY_SIZES, FAMILY_TRAVEL, RELATIVES_PER_GRANT};
use crate::policy::levers::inflow::{FIRST_APPLICATIONS, HOUSEHOLD_SIZES, UNACCOMPANIED_SHARE};
use crate::policy::levers::places::TRANSIT_PLACES;
use crate::policy::levers::procedure::{CLOSED_DAYS, CLOSED_SHARE, GRANT_SHARE, PRIORITY_SHARE};
use crate::policy::levers::reception::MATCHING_DAYS;
use crate::policy::levers::start::{
    APPEALS_AT_START, FAMILY_PENDING_AT_START, FAMILY_TRAVELLING_AT_START, IN_DEPARTURE_AT_START,
    PERMIT_HOLDERS_AT_START,
};
use crate::policy::{Lever, Moment, Nationality, Policy};
use crate::random::{Dice, Draw, Duration, Key, Source, Stream};
use crate::time::{Day, Days};

/// Persons of one nationality whose cases have been open for so long on the first day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct OpenCases {
    /// Nationality.
    pub nationality: Nationality,
    /// Least age of the case, included.
    pub age_from: Days,
    /// Greatest age of the case, excluded.
    pub age_to: Days,
    /// Persons.
    pub persons: u32,
}

/// Somebody in the starting stock: with the day since which they wait, and a clock where the stage has one.
pub(super) struct Present {
    pub(super) applicant: Applicant,
    pub(super) since: Day,
    pub(super) hold: Option<Hold>,
}

/// Everyone, those who wait longest first.
pub(super) fn stock(start: Day, open_cases: &[OpenCases], policy: &Policy, stream: Stream) -> Vec<Present> {
    let scene = Scene { start, policy, stream };
    let mut present = Vec::new();
    for (group, bin) in open_cases.iter().enumerate() {
        scene.open_cases(group as u64, bin, &mut present);
    }
    let applied: [f64; 19] = Nationality::ALL
        .map(|n| policy.on(FIRST_APPLICATIONS, start, n) * (1.0 - policy.on(CLOSED_SHARE, start, n)));
    let granted: [f64; 19] = Nationality::ALL.map(|n| applied[n.index()] * policy.on(GRANT_SHARE, start, n));
    let rejected: [f64; 19] = Nationality::ALL.map(|n| applied[n.index()] - granted[n.index()]);
    let kin: [f64; 19] =
        Nationality::ALL.map(|n| granted[n.index()] * policy.on(RELATIVES_PER_GRANT, start, n));
    let count = |lever: Lever<Count>| policy.today(lever, start).round() as u32;
    scene.others(Source::StockAppeal, Stage::Appeal, count(APPEALS_AT_START), &rejected, &mut present);
    scene.others(
        Source::StockPermitHolder,
        Stage::Housing,
        count(PERMIT_HOLDERS_AT_START),
        &granted,
        &mut present,
    );
    let transit = count(TRANSIT_PLACES);
    scene.others(Source::StockTransit, Stage::Housing, transit, &granted, &mut present);
    scene.others(
        Source::StockFamily,
        Stage::FamilyDecision,
        count(FAMILY_PENDING_AT_START),
        &kin,
        &mut present,
    );
    scene.others(
        Source::StockTravelling,
        Stage::FamilyTravel,
        count(FAMILY_TRAVELLING_AT_START),
        &kin,
        &mut present,
    );
    scene.others(
        Source::StockDeparture,
        Stage::Departure,
        count(IN_DEPARTURE_AT_START),
        &rejected,
        &mut present,
    );
    present.sort_by_key(|p| (p.since, p.applicant.key));
    present
}

/// Throws before somebody in the stock is taken to be decided on the merits.
const THROWS: u32 = 32;
/// [days]
const HALF_A_YEAR: f64 = 182.6;

struct Scene<'a> {
    start: Day,
    policy: &'a Policy,
    stream: Stream,
}

impl Scene<'_> {
    fn open_cases(&self, group: u64, bin: &OpenCases, present: &mut Vec<Present>) {
        let alone = self.policy.on(UNACCOMPANIED_SHARE, self.start, bin.nationality);
        let sizes = self.policy.today(HOUSEHOLD_SIZES, self.start);
        let mut left = bin.persons;
        for ordinal in 0.. {
            if left == 0 {
                break;
            }
            let key = Key::stock(Source::StockOpenCase, group, ordinal);
            let dice = self.stream.dice(key);
            // The share counts persons; the throw is for a household, hence the correction by its mean size.
            let mean: f64 = sizes.iter().enumerate().map(|(i, s)| (i + 1) as f64 * s).sum();
            let unaccompanied = dice.happens(Draw::Minor, 0, alone * mean / (alone * mean + 1.0 - alone));
            let size = if unaccompanied { 1 } else { household_size(self.stream, key, sizes) };
            let size = u32::from(size).min(left);
            left -= size;
            let range = Duration::Uniform(f64::from(bin.age_from.0), f64::from(bin.age_to.0 - 1));
            let age = range.days(dice.uniform(Draw::AgeOfCase, 0));
            let since = self.start - age;
            let mut applicant = Applicant::new(key, bin.nationality, size as u8, Stage::Decision, self.start);
            applicant.unaccompanied = unaccompanied;
            for moment in [Moment::Made, Moment::Registered, Moment::Lodged] {
                applicant.dates.note(moment, since);
            }
            let claim = self.claim_left(dice, bin.nationality, age);
            applicant.to_close = claim.is_some();
            if claim.is_some() {
                applicant.stage = Stage::Claim;
            }
            applicant.priority = self.still_has_priority(dice, age);
            present.push(Present { applicant, since, hold: claim.map(Hold::For) });
        }
    }

    /// Days left of the claim on another state, for those who will be closed and have not been yet. Whoever would have
    /// been closed before the start is not in the stock: such a throw does not count, and the next one is made.
    fn claim_left(&self, dice: Dice, nationality: Nationality, age: Days) -> Option<Days> {
        let share = self.policy.on(CLOSED_SHARE, self.start, nationality);
        let mean = f64::from(self.policy.today(CLOSED_DAYS, self.start).0);
        for throw in 0..THROWS {
            if !dice.happens(Draw::ClosedEarly, throw, share) {
                return None;
            }
            let whole = Duration::LogNormal(mean, SPREAD).days(dice.uniform(Draw::RegistrationTime, throw));
            if whole > age {
                return Some(Days(whole.0 - age.0));
            }
        }
        None
    }

    /// Whether somebody in the stock is among those taken up with priority: these are decided within half a year, evenly,
    /// as in the reconstruction of the open cases.
    fn still_has_priority(&self, dice: Dice, age: Days) -> bool {
        let share = self.policy.today(PRIORITY_SHARE, self.start);
        let left = (1.0 - f64::from(age.0) / HALF_A_YEAR).max(0.0);
        dice.happens(Draw::Priority, 0, share * left / (1.0 - share * (1.0 - left)).max(f64::MIN_POSITIVE))
    }

    fn others(
        &self,
        source: Source,
        stage: Stage,
        persons: u32,
        weights: &[f64; 19],
        present: &mut Vec<Present>,
    ) {
        let total: f64 = weights.iter().sum();
        let shares = weights.map(|w| if total > 0.0 { w / total } else { 1.0 / 19.0 });
        let abroad = matches!(stage, Stage::FamilyDecision | Stage::FamilyTravel);
        let sizes = self.policy.today(if abroad { FAMILY_SIZES } else { HOUSEHOLD_SIZES }, self.start);
        let mut left = persons;
        for ordinal in 0.. {
            if left == 0 {
                break;
            }
            let key = Key::stock(source, 0, ordinal);
            let dice = self.stream.dice(key);
            let nationality = Nationality::ALL[dice.choose(Draw::StockStage, 0, &shares)];
            let size = u32::from(household_size(self.stream, key, sizes)).min(left);
            left -= size;
            let u = dice.uniform(Draw::AgeOfCase, 0);
            let (age, hold) = self.waiting(stage, u, dice);
            let since = self.start - age;
            let stage = if stage == Stage::Housing && hold.is_some() { Stage::Matching } else { stage };
            let mut applicant = Applicant::new(key, nationality, size as u8, stage, self.start);
            applicant.relative = abroad;
            self.history(stage, since, &mut applicant);
            if source == Source::StockTransit {
                applicant.roof = Roof::Place(PlaceKind::Transit.tier());
            }
            present.push(Present { applicant, since, hold });
        }
    }

    /// How long somebody has waited in a stage, and what is left of a clock. Ages are spread evenly over the time that
    /// the queue takes at the start; only the order within the queue and the first waits depend on it.
    fn waiting(&self, stage: Stage, u: f64, dice: Dice) -> (Days, Option<Hold>) {
        let evenly = |most: f64| Duration::Uniform(0.0, most).days(u);
        let days = |lever: Lever<CalendarDays>| f64::from(self.policy.today(lever, self.start).0);
        match stage {
            Stage::Appeal => (evenly(270.0), None),
            Stage::Housing => {
                let whole =
                    Duration::LogNormal(days(MATCHING_DAYS), SPREAD).days(dice.uniform(Draw::Matching, 0));
                let age = evenly(270.0);
                (age, (whole > age).then(|| Hold::For(Days(whole.0 - age.0))))
            }
            Stage::FamilyDecision => (evenly(540.0), None),
            Stage::FamilyTravel => {
                let whole = Duration::LogNormal(days(FAMILY_TRAVEL), SPREAD);
                (Days(0), Some(Hold::For(whole.days_left(dice.uniform(Draw::FamilyTravel, 0), u))))
            }
            _ => {
                let mean = (days(VOLUNTARY_DAYS) + days(FORCED_DAYS) + days(UNSUPERVISED_DAYS)) / 3.0;
                let whole = Duration::LogNormal(mean, SPREAD);
                (Days(0), Some(Hold::For(whole.days_left(dice.uniform(Draw::DepartureTime, 0), u))))
            }
        }
    }

    fn history(&self, stage: Stage, since: Day, applicant: &mut Applicant) {
        match stage {
            Stage::Appeal => {
                applicant.outcome = Some(Outcome::Rejected);
                applicant.dates.note(Moment::Decided, since);
            }
            Stage::Matching | Stage::Housing => {
                applicant.outcome = Some(Outcome::Subsidiary);
                applicant.dates.note(Moment::Granted, since);
            }
            Stage::FamilyDecision | Stage::FamilyTravel => applicant.dates.note(Moment::FamilyApplied, since),
            _ => applicant.dates.note(Moment::Returned, since),
        }
    }
}
