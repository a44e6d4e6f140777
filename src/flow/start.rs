//! Who is in the chain on the first day.
//!
//! Open cases come from a published table by nationality and age of case; the other stocks are numbers of persons, drawn
//! from their ranges like every uncertainty. Everyone has a key of (source, group, ordinal), so that a larger stock keeps
//! everyone of the smaller one.

use super::applicant::{Applicant, Outcome, Roof, Track};
use super::case::{Case, SPREAD};
use super::courts::kind::AppealKind;
use super::courts::stock::{self, SHORT_APPEAL_AGE};
use super::departure::departure::until_gone;
use super::departure::stock::{self as departure_stock, Room};
use super::family::rule::status_of_stock;
use super::inflow::arrivals::household_size;
use super::inflow::persons;
use super::procedure::decision;
use super::reception::PlaceKind;
use super::stage::{Hold, Stage};
use super::transfer::transfer;
use crate::policy::lever::kinds::{Count, Days as CalendarDays};
use crate::policy::levers::departure::{DETENTION_OTHERS, DETENTION_PLACES};
use crate::policy::levers::family::{FAMILY_SIZES, FAMILY_TRAVEL, FAMILY_VISA_DAYS, RELATIVES_PER_GRANT};
use crate::policy::levers::inflow::{
    FIRST_APPLICATIONS, HOUSEHOLD_SIZES, RESETTLED_MIX, RESETTLEMENT_QUOTA, UNACCOMPANIED_SHARE,
};
use crate::policy::levers::places::{RESTRICTED_PLACES, TRANSIT_PLACES};
use crate::policy::levers::procedure::{
    EXTENDED_SHARE, GRANT_SHARE, PRIORITY_SHARE, VIEW_EXTENDED, VIEW_WORK, WITHDRAWAL_DAYS, WITHDRAWN_SHARE,
};
use crate::policy::levers::reception::{HOUSING_SUPPLY, MATCHING_DAYS};
use crate::policy::levers::start::{
    APPEAL_TERM_AT_START, APPEALS_AT_START, DUBLIN_APPEALS_AT_START, FAMILY_PENDING_AT_START,
    FAMILY_TRAVELLING_AT_START, FURTHER_APPEALS_AT_START, IN_DEPARTURE_AT_START, PERMIT_HOLDERS_AT_START,
    TRANSFERS_AT_START,
};
use crate::policy::levers::transfer::{
    CLAIM_DAYS, DUBLIN_ACCEPTED, DUBLIN_DESTINATIONS, DUBLIN_SHARE, REPLY_TERM, TRANSFER_DECISION_DAYS,
    TRANSFER_TERM,
};
use crate::policy::{Lever, Moment, Nationality, Policy};
use crate::random::{Dice, Draw, Duration, Key, Source, Stream};
use crate::time::{Day, Days};

/// Persons of one nationality who have been in a stage for so long on the first day: open cases, and other stocks where
/// their make-up is known.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct OpenCases {
    /// The stage; [`Stage::Decision`] for open cases, a claim on another state included.
    pub stage: Stage,
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
    let scene = Scene { start, known: open_cases, policy, stream };
    let mut present = Vec::new();
    for (group, bin) in open_cases.iter().filter(|c| c.stage == Stage::Decision).enumerate() {
        scene.open_cases(group as u64, bin, &mut present);
    }
    let applied: [f64; 19] = Nationality::ALL
        .map(|n| policy.on(FIRST_APPLICATIONS, start, n) * (1.0 - policy.on(WITHDRAWN_SHARE, start, n)));
    let claimed: [f64; 19] =
        Nationality::ALL.map(|n| policy.on(FIRST_APPLICATIONS, start, n) * policy.on(DUBLIN_SHARE, start, n));
    let granted: [f64; 19] = Nationality::ALL.map(|n| applied[n.index()] * policy.on(GRANT_SHARE, start, n));
    let rejected: [f64; 19] = Nationality::ALL.map(|n| applied[n.index()] - granted[n.index()]);
    let kin: [f64; 19] =
        Nationality::ALL.map(|n| granted[n.index()] * policy.on(RELATIVES_PER_GRANT, start, n));
    let count = |lever: Lever<Count>| policy.today(lever, start).round() as u32;
    scene.others(Source::StockAppeal, Stage::Appeal, count(APPEALS_AT_START), &rejected, &mut present);
    let dublin = count(DUBLIN_APPEALS_AT_START);
    scene.others(Source::StockDublinAppeal, Stage::Appeal, dublin, &claimed, &mut present);
    let in_term = count(APPEAL_TERM_AT_START);
    scene.others(Source::StockAppealTerm, Stage::AppealTerm, in_term, &rejected, &mut present);
    let further = count(FURTHER_APPEALS_AT_START);
    scene.others(Source::StockFurtherAppeal, Stage::FurtherAppeal, further, &rejected, &mut present);
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
    scene.others(Source::StockTransfer, Stage::Transfer, count(TRANSFERS_AT_START), &claimed, &mut present);
    scene.others(
        Source::StockDeparture,
        Stage::Departure,
        count(IN_DEPARTURE_AT_START),
        &rejected,
        &mut present,
    );
    let mix = Nationality::ALL.map(|n| policy.on(RESETTLED_MIX, start, n));
    scene.others(Source::StockInvited, Stage::Invited, invited(policy, start), &mix, &mut present);
    present.sort_by_key(|p| (p.since, p.applicant.key));
    present
}

/// Those selected for resettlement who wait abroad for a dwelling: a year's number times the years that the queue of
/// permit holders takes, a year at most.
fn invited(policy: &Policy, start: Day) -> u32 {
    let waiting = policy.today(PERMIT_HOLDERS_AT_START, start) + policy.today(TRANSIT_PLACES, start);
    let years = waiting / (12.0 * policy.today(HOUSING_SUPPLY, start)).max(1.0);
    (policy.today(RESETTLEMENT_QUOTA, start) * years.min(1.0)).round() as u32
}

/// Lets so many of those who wait for the interview have had it, a file an officer: as the line is served, those with
/// priority before those who wait longest.
pub(super) fn put_on_desks(
    stock: &mut [Present],
    officers: usize,
    start: Day,
    policy: &Policy,
    stream: Stream,
) {
    let mut line: Vec<&mut Applicant> =
        stock.iter_mut().map(|p| &mut p.applicant).filter(|a| a.stage == Stage::Interview).collect();
    line.sort_by_key(|applicant| !applicant.priority);
    let mut news = Vec::new();
    for applicant in line.into_iter().take(officers) {
        let dice = stream.dice(applicant.key);
        let case = Case::new(start, applicant, policy, dice, &mut news);
        let outcome = decision::decide(&case);
        // Of the hours on a rejection, the view takes this part, at their end.
        let (view, before) = (case.lever(VIEW_WORK), decision::without_view(&case));
        let intended =
            outcome == Outcome::Rejected && case.uniform(Draw::StockStage) * (before + view) > view;
        case.applicant.extended = case.happens(Draw::Extended, case.lever(EXTENDED_SHARE));
        case.applicant.outcome = Some(outcome);
        case.applicant.stage = if intended { Stage::Intention } else { Stage::Decision };
    }
}

/// For so many officers, each with a file on the desk, one view is awaited at the start: 61 decisions a working day, of which
/// 0.55 negative and 0.47 of those in the extended procedure, for four weeks, make some 315 on 1,400.
pub(super) const OFFICERS_A_VIEW: usize = 5;

/// Lets somebody who waits for the interview be past it, if they will be rejected: their view is awaited.
pub(super) fn awaits_view(present: &mut Present, start: Day, policy: &Policy, stream: Stream) -> bool {
    let (dice, mut news) = (stream.dice(present.applicant.key), Vec::new());
    let case = Case::new(start, &mut present.applicant, policy, dice, &mut news);
    if decision::decide(&case) != Outcome::Rejected {
        return false;
    }
    case.applicant.stage = Stage::View;
    case.applicant.outcome = Some(Outcome::Rejected);
    case.applicant.extended = true;
    let whole = f64::from(case.lever(VIEW_EXTENDED).0);
    present.hold = Some(Hold::For(case.time(Draw::WorkDone, Duration::Uniform(1.0, whole.max(1.0)))));
    true
}

/// How many households a person of the stock are looked at before time under way counts no longer.
const CANDIDATES: u64 = 200;
/// Throws before somebody in the stock is taken to be decided on the merits.
const THROWS: u32 = 32;
/// [days]
const HALF_A_YEAR: f64 = 182.6;

/// Persons in one stage, to be put into households.
struct Crowd {
    source: Source,
    group: u64,
    stage: Stage,
    persons: u32,
}

/// The greatest age of a stock whose ages are not known: about the time that its queue takes at the start. Nought where a
/// clock runs instead.
pub fn usual_age(stage: Stage) -> Days {
    match stage {
        Stage::Appeal | Stage::Housing | Stage::Invited => Days(270),
        Stage::FurtherAppeal => Days(175),
        Stage::FamilyDecision => Days(540),
        _ => Days(0),
    }
}

struct Scene<'a> {
    start: Day,
    known: &'a [OpenCases],
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
            let mut applicant =
                Applicant::new(key, bin.nationality, size as u8, Stage::Interview, self.start);
            applicant.unaccompanied = unaccompanied;
            for moment in [Moment::Made, Moment::Registered, Moment::Lodged, Moment::Responsible] {
                applicant.dates.note(moment, since);
            }
            let closing = self.time_to_closing(dice, bin.nationality, unaccompanied, age);
            if let Some((track, _)) = closing {
                applicant.track = track;
                applicant.stage = if track == Track::Claimed { Stage::Accepted } else { Stage::Withdrawal };
                applicant.dates.note(Moment::Accepted, self.start);
            }
            applicant.priority = self.still_has_priority(dice, age);
            present.push(Present { applicant, since, hold: closing.map(|(_, left)| Hold::For(left)) });
        }
    }

    /// The track and the days left until the officers can close the case, for those who will be closed and have not been
    /// yet. Whoever would have been closed before the start is not in the stock: such a throw does not count, and the
    /// next one is made. Claims of the stock are taken as accepted, at the end of what is left of them.
    fn time_to_closing(
        &self,
        dice: Dice,
        nationality: Nationality,
        unaccompanied: bool,
        age: Days,
    ) -> Option<(Track, Days)> {
        let days = |lever: Lever<CalendarDays>| f64::from(self.policy.today(lever, self.start).0);
        let accepted = self.accepted_share();
        let dublin = self.policy.on(DUBLIN_SHARE, self.start, nationality) * accepted;
        let withdrawn = self.policy.on(WITHDRAWN_SHARE, self.start, nationality);
        for throw in 0..THROWS {
            let claimed = dice.happens(Draw::ClosedEarly, throw, dublin) && !unaccompanied;
            let (track, mean) = if claimed {
                (Track::Claimed, days(CLAIM_DAYS) + days(REPLY_TERM) + days(TRANSFER_DECISION_DAYS))
            } else if dice.happens(Draw::Withdrawal, throw, withdrawn) {
                (Track::Withdrawn, days(WITHDRAWAL_DAYS))
            } else {
                return None;
            };
            let whole = Duration::LogNormal(mean, SPREAD).days(dice.uniform(Draw::RegistrationTime, throw));
            if whole > age {
                return Some((track, Days(whole.0 - age.0)));
            }
        }
        None
    }

    /// Accepted claims over all claims.
    fn accepted_share(&self) -> f64 {
        let (claims, accepted) = (
            self.policy.today(DUBLIN_DESTINATIONS, self.start),
            self.policy.today(DUBLIN_ACCEPTED, self.start),
        );
        claims.iter().zip(accepted).map(|(share, accepted)| share * accepted).sum()
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
        // Of two stocks in one stage, only one can be told by nationality.
        let second = matches!(source, Source::StockTransit | Source::StockDublinAppeal);
        let known = || self.known.iter().filter(|c| c.stage == stage && !second);
        if known().next().is_some() {
            // Group 0 is that of a stock whose make-up is not known.
            for (group, cohort) in (1..).zip(known()) {
                let crowd = Crowd { source, group, stage, persons: cohort.persons };
                self.crowd(&crowd, |_| cohort.nationality, Some(cohort), present);
            }
            return;
        }
        let total: f64 = weights.iter().sum();
        let shares = weights.map(|w| if total > 0.0 { w / total } else { 1.0 / 19.0 });
        let nationality = |dice: Dice| Nationality::ALL[dice.choose(Draw::StockStage, 0, &shares)];
        self.crowd(&Crowd { source, group: 0, stage, persons }, nationality, None, present);
    }

    fn crowd(
        &self,
        crowd: &Crowd,
        nationality: impl Fn(Dice) -> Nationality,
        cohort: Option<&OpenCases>,
        present: &mut Vec<Present>,
    ) {
        let abroad = matches!(crowd.stage, Stage::FamilyDecision | Stage::FamilyTravel);
        let sizes = self.policy.today(if abroad { FAMILY_SIZES } else { HOUSEHOLD_SIZES }, self.start);
        let mut room = self.room();
        let mut left = crowd.persons;
        for ordinal in 0.. {
            if left == 0 {
                break;
            }
            let key = Key::stock(crowd.source, crowd.group, ordinal);
            let dice = self.stream.dice(key);
            let nationality = nationality(dice);
            let size = u32::from(household_size(self.stream, key, sizes)).min(left);
            let u = dice.uniform(Draw::AgeOfCase, 0);
            if crowd.stage == Stage::Departure {
                let applicant = Applicant::new(key, nationality, size as u8, crowd.stage, self.start);
                let last_resort = u64::from(ordinal) > CANDIDATES * u64::from(crowd.persons);
                if let Some(one) = self.on_the_way_out(applicant, u, &mut room, last_resort) {
                    left -= size;
                    present.push(one);
                }
                continue;
            }
            if crowd.stage == Stage::Transfer {
                let mut applicant = Applicant::new(key, nationality, size as u8, crowd.stage, self.start);
                self.history(crowd.stage, self.start, &mut applicant);
                let last_resort = u64::from(ordinal) > CANDIDATES * u64::from(crowd.persons);
                if let Some(hold) = self.transfer_left(&mut applicant, u, last_resort) {
                    left -= size;
                    present.push(Present { applicant, since: self.start, hold: Some(hold) });
                }
                continue;
            }
            left -= size;
            let appeal = stock::appeal(self.policy, self.start, crowd.source, dice);
            let ages = match cohort {
                Some(cohort) => (cohort.age_from, Days(cohort.age_to.0 - 1)),
                None if crowd.stage == Stage::AppealTerm => {
                    (Days(0), Days(stock::term(self.policy, self.start, appeal).0.max(1) - 1))
                }
                None if crowd.stage == Stage::Appeal && appeal != AppealKind::Extended => {
                    (Days(0), SHORT_APPEAL_AGE)
                }
                None => (Days(0), usual_age(crowd.stage)),
            };
            let stage = match crowd.stage {
                Stage::FamilyTravel if self.at_embassy(dice) => Stage::FamilyVisa,
                stage => stage,
            };
            let (age, hold) = self.waiting(stage, ages, u, dice);
            let since = self.start - age;
            let stage = if stage == Stage::Housing && hold.is_some() { Stage::Matching } else { stage };
            let mut applicant = Applicant::new(key, nationality, size as u8, stage, self.start);
            applicant.relative = abroad;
            applicant.outcome = Some(status_of_stock(self.policy, self.start, &applicant, dice));
            self.history(stage, since, &mut applicant);
            stock::appellant(self.policy, self.start, (crowd.stage, appeal), dice, &mut applicant);
            let hold = if stage == Stage::AppealTerm {
                Some(Hold::For(Days(stock::term(self.policy, self.start, appeal).0 - age.0)))
            } else {
                hold
            };
            if crowd.source == Source::StockTransit {
                applicant.roof = Roof::Place(PlaceKind::Transit.tier());
            }
            present.push(Present { applicant, since, hold });
        }
    }

    /// The places for those who must leave that the starting stock may fill.
    fn room(&self) -> Room {
        let count = |lever: Lever<Count>| self.policy.today(lever, self.start);
        Room {
            restricted: count(RESTRICTED_PLACES).round() as u32,
            detention: (count(DETENTION_PLACES) - count(DETENTION_OTHERS)).max(0.0).round() as u32,
        }
    }

    /// A household that must leave, where a steady flow would have brought it; nothing where it would be gone. With the
    /// last resort it is there in any case, at the end of the period.
    fn on_the_way_out(
        &self,
        mut applicant: Applicant,
        within: f64,
        room: &mut Room,
        last_resort: bool,
    ) -> Option<Present> {
        let (dice, mut news) = (self.stream.dice(applicant.key), Vec::new());
        applicant.outcome = Some(Outcome::Rejected);
        let case = Case::new(self.start, &mut applicant, self.policy, dice, &mut news);
        if !last_resort && !departure_stock::might_be_there(&case) {
            return None;
        }
        persons::meet(&mut applicant, self.policy, self.stream, self.start);
        let mut case = Case::new(self.start, &mut applicant, self.policy, dice, &mut news);
        let hold = departure_stock::place(&mut case, within, room)
            .or_else(|| last_resort.then(|| Hold::For(until_gone(&case))))?;
        Some(Present { applicant, since: self.start, hold: Some(hold) })
    }

    /// How long somebody has waited in a stage, and what is left of a clock. Ages are spread evenly over the time that
    /// the queue takes at the start; only the order within the queue and the first waits depend on it.
    fn waiting(&self, stage: Stage, ages: (Days, Days), u: f64, dice: Dice) -> (Days, Option<Hold>) {
        let evenly = || Duration::Uniform(f64::from(ages.0.0), f64::from(ages.1.0)).days(u);
        let days = |lever: Lever<CalendarDays>| f64::from(self.policy.today(lever, self.start).0);
        match stage {
            Stage::AppealTerm | Stage::Appeal | Stage::FurtherAppeal | Stage::Invited => (evenly(), None),
            Stage::Housing => {
                let whole =
                    Duration::LogNormal(days(MATCHING_DAYS), SPREAD).days(dice.uniform(Draw::Matching, 0));
                let age = evenly();
                (age, (whole > age).then(|| Hold::For(Days(whole.0 - age.0))))
            }
            Stage::FamilyDecision => (evenly(), None),
            Stage::FamilyVisa | Stage::FamilyTravel => {
                let (mean, draw) = match stage {
                    Stage::FamilyVisa => (FAMILY_VISA_DAYS, Draw::FamilyVisa),
                    _ => (FAMILY_TRAVEL, Draw::FamilyTravel),
                };
                let whole = Duration::LogNormal(days(mean), SPREAD);
                (Days(0), Some(Hold::For(whole.days_left(dice.uniform(draw, 0), u))))
            }
            _ => (Days(0), None),
        }
    }

    /// Whether relatives who were granted have their visa still to collect: as long as that takes of the whole way.
    fn at_embassy(&self, dice: Dice) -> bool {
        let days = |lever: Lever<CalendarDays>| f64::from(self.policy.today(lever, self.start).0);
        let (visa, travel) = (days(FAMILY_VISA_DAYS), days(FAMILY_TRAVEL));
        dice.happens(Draw::StockVisa, 0, visa / (visa + travel).max(1.0))
    }

    /// What is left of a transfer that was accepted at an even moment of the time it takes; nothing where it is not under
    /// way, as short ones seldom are. With the last resort it is in any case.
    fn transfer_left(&self, applicant: &mut Applicant, u: f64, last_resort: bool) -> Option<Hold> {
        applicant.track = Track::Claimed;
        applicant.outcome = Some(Outcome::Closed);
        applicant.dates.note(Moment::Accepted, self.start);
        let (dice, mut news) = (self.stream.dice(applicant.key), Vec::new());
        let hold = transfer::enter(&mut Case::new(self.start, applicant, self.policy, dice, &mut news));
        let Hold::For(whole) = hold else { return None };
        let longest = f64::from(self.policy.today(TRANSFER_TERM, self.start).0);
        if dice.uniform(Draw::StockPresence, 0) >= f64::from(whole.0) / longest && !last_resort {
            return None;
        }
        let age = Duration::Uniform(0.0, f64::from(whole.0)).days(u).0.min(whole.0 - 2).max(0);
        applicant.dates.note(Moment::Accepted, self.start - Days(age));
        Some(Hold::For(Days(whole.0 - age)))
    }

    fn history(&self, stage: Stage, since: Day, applicant: &mut Applicant) {
        match stage {
            Stage::AppealTerm | Stage::Appeal | Stage::FurtherAppeal => {
                applicant.outcome = Some(Outcome::Rejected);
                applicant.dates.note(Moment::Decided, since);
            }
            Stage::Matching | Stage::Housing => {
                applicant.dates.note(Moment::Granted, since);
            }
            Stage::FamilyDecision | Stage::FamilyVisa | Stage::FamilyTravel => {
                applicant.dates.note(Moment::FamilyApplied, since);
            }
            Stage::Invited => {}
            _ => applicant.dates.note(Moment::Decided, since),
        }
    }
}
