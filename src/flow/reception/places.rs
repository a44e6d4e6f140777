//! Reception (*opvang*): who has a right to a place, and where it is.
//!
//! * **Law.** Regulation on benefits for asylum seekers (*Rva 2005*), before 12 June 2026.
//! * **In.** Everyone who enters a stage with a right to reception and does not live with others.
//! * **Out.** A dwelling, departure, or the end of the right.
//! * **Levers.** `own_housing_share`, `minor_places`, `central_places`, `restricted_places`, `family_places`,
//!   `supervised_places`, `host_places`, `hotel_places`, `transit_places`, `transit_pay_effect`, `central_days`, `move_to_regular`, `guardians`,
//!   `minors_per_guardian`, `stay_after_18`, and those of the plan.
//! * **Simplifications.** A household takes the first kind of place with room for all of them. Places of a special kind are
//!   part of the regular ones, and of those outside, as COA counts them. Moving takes no time. Whether a minor
//!   has a guardian is counted here, and delays the interview in `procedure/guardian.rs`.

use std::collections::VecDeque;

use super::blocks::{Blocks, Type};
use super::distribution::{ByProvince, Distribution};
use super::funding::{Funding, Plan};
use super::kinds::EVERYONE;
use super::kinds::PlaceKind::{self, Central, Emergency, Host, Hotel, Outside, Regular, Transit};
use crate::engine::{Places, Population, Slot};
use crate::flow::applicant::{Applicant, Roof};
use crate::flow::stage::Stage;
use crate::policy::Policy;
use crate::policy::lever::kinds::Count;
use crate::policy::levers::money::{COST_TRANSIT, TRANSIT_PAY_EFFECT};
use crate::policy::levers::places::{
    BRIDGE_CLOSURES, CENTRAL_DAYS, CENTRAL_PLACES, EMERGENCY_LEAD_DAYS, FAMILY_PLACES, GUARDIANS,
    HOST_PLACES, HOTEL_PLACES, MINOR_PLACES, MINORS_PER_GUARDIAN, MOVE_TO_REGULAR, RESTRICTED_PLACES,
    STAY_AFTER_18, SUPERVISED_PLACES, TRANSIT_PLACES,
};
use crate::policy::{Lever, Moment};
use crate::random::{Key, Stream};
use crate::time::{Day, Days};

/// Places that are part of another kind's number, in the order in which they are set apart.
const PARTS_OF_REGULAR: [(PlaceKind, Lever<Count>); 5] = [
    (PlaceKind::Minors, MINOR_PLACES),
    (PlaceKind::Central, CENTRAL_PLACES),
    (PlaceKind::Restricted, RESTRICTED_PLACES),
    (PlaceKind::Family, FAMILY_PLACES),
    (PlaceKind::Supervised, SUPERVISED_PLACES),
];
const PARTS_OF_OUTSIDE: [(PlaceKind, Lever<Count>); 2] =
    [(PlaceKind::Host, HOST_PLACES), (PlaceKind::Hotel, HOTEL_PLACES)];

const FOR_PERMIT_HOLDERS: &[PlaceKind] = &[Transit, Host, Hotel];

/// A household in a line: its slot and who it was when it joined, since slots are used again.
type Entry = (Slot, Key);

/// The roof of everyone in the chain.
#[derive(Debug)]
pub struct Reception {
    places: Places,
    plan: Plan,
    funding: Funding,
    regular: Blocks,
    /// Regular places under the distribution act, by province.
    act: ByProvince<Blocks>,
    emergency: Blocks,
    today: Day,
    /// What transit housing costs at the start [EUR a day].
    transit_pay: f64,
    central_days: Days,
    move_to_regular: bool,
    stay_after_18: Days,
    /// Minors for whom there is a guardian.
    guarded: u32,
    /// Households without a place, in the order in which they came to need one. Some have gone since, here and in the other lines.
    waiting: VecDeque<Entry>,
    /// Households in the central location, in the order of reporting, with that day.
    central: VecDeque<(Slot, Key, Day)>,
    /// Households in emergency reception and outside, in the order of coming there.
    in_emergency: VecDeque<Entry>,
    /// Minors in places for everyone, in the order of coming there.
    minors: VecDeque<Entry>,
    /// Former minors in places for minors, in the order of turning eighteen, with that day.
    grown: VecDeque<(Slot, Key, Day)>,
    /// Matched permit holders, in the order of matching.
    matched: VecDeque<Entry>,
    without: u32,
}

impl Reception {
    /// Empty, with the places of a day.
    pub(crate) fn new(policy: &Policy, today: Day, stream: Stream) -> Reception {
        let mut funding = Funding::new(today, stream);
        let plan = funding.plan(policy, today, 0, ByProvince::default());
        let blocks = |kind, line, plan| Blocks::new((kind, line), plan, policy, today, stream);
        let mut reception = Reception {
            places: Places::new(&[0; PlaceKind::COUNT]),
            plan,
            funding,
            regular: blocks(Type::Regular, 0, plan.regular),
            emergency: blocks(Type::Emergency, 1, plan.emergency),
            act: std::array::from_fn(|province| blocks(Type::Act, 2 + province as u64, plan.act[province])),
            today,
            transit_pay: policy.today(COST_TRANSIT, today),
            central_days: Days(0),
            move_to_regular: false,
            stay_after_18: Days(0),
            guarded: 0,
            waiting: VecDeque::new(),
            central: VecDeque::new(),
            in_emergency: VecDeque::new(),
            minors: VecDeque::new(),
            grown: VecDeque::new(),
            matched: VecDeque::new(),
            without: 0,
        };
        reception.set_places(policy, today, stream);
        reception
    }

    /// Opens and closes places. Nobody loses one: a kind may hold more persons than it has places, and says so.
    pub(crate) fn set_places(&mut self, policy: &Policy, today: Day, stream: Stream) {
        self.today = today;
        self.central_days = policy.today(CENTRAL_DAYS, today);
        self.move_to_regular = policy.today(MOVE_TO_REGULAR, today);
        self.stay_after_18 = policy.today(STAY_AFTER_18, today);
        let minors = policy.today(GUARDIANS, today) * policy.today(MINORS_PER_GUARDIAN, today);
        self.guarded = minors.round() as u32;
        let need = self.persons() + self.without;
        let open = self.act.each_ref().map(|blocks| blocks.open(today));
        self.plan = self.funding.plan(policy, today, need, open);
        self.regular.morning(self.plan.regular, policy, today, stream);
        for (blocks, plan) in self.act.iter_mut().zip(self.plan.act) {
            blocks.morning(plan, policy, today, stream);
        }
        if policy.today(BRIDGE_CLOSURES, today) {
            let later = today + policy.today(EMERGENCY_LEAD_DAYS, today);
            self.plan.emergency += self.in_regular(|blocks| blocks.lost(today, later));
        }
        self.emergency.morning(self.plan.emergency, policy, today, stream);
        let regular = self.in_regular(|blocks| blocks.open(today));
        self.set_apart(Regular, regular, &PARTS_OF_REGULAR, policy);
        self.set_apart(Outside, self.plan.outside, &PARTS_OF_OUTSIDE, policy);
        self.places.set_capacity(Emergency.tier(), self.emergency.open(today));
        self.places.set_capacity(Transit.tier(), self.in_transit_housing(policy));
    }

    /// Places in transit housing, with what comes or goes as more or less is paid for them than at the start.
    fn in_transit_housing(&self, policy: &Policy) -> u32 {
        let places = policy.today(TRANSIT_PLACES, self.today);
        let pay = policy.today(COST_TRANSIT, self.today) / self.transit_pay.max(1e-9);
        let more = 1.0 + policy.today(TRANSIT_PAY_EFFECT, self.today) * (pay - 1.0);
        (places * more).round().max(0.0) as u32
    }

    /// A count of all regular places, those under the distribution act included.
    fn in_regular(&self, count: impl Fn(&Blocks) -> u32) -> u32 {
        std::iter::once(&self.regular).chain(&self.act).map(count).sum()
    }

    /// Divides a number of places over the special kinds within it; the rest takes everyone.
    fn set_apart(&mut self, rest: PlaceKind, all: u32, parts: &[(PlaceKind, Lever<Count>)], policy: &Policy) {
        let mut left = all;
        for &(kind, lever) in parts {
            let places = count(policy, lever, self.today).min(left);
            self.places.set_capacity(kind.tier(), places);
            left -= places;
        }
        self.places.set_capacity(rest.tier(), left);
    }

    /// A household comes to need a place, of one of these kinds.
    pub(crate) fn seek(&mut self, slot: Slot, applicant: &mut Applicant, kinds: &[PlaceKind]) {
        let persons = u32::from(applicant.persons);
        match self.room(persons, kinds) {
            Some(kind) => self.take(slot, applicant, kind),
            None => {
                self.waiting.push_back((slot, applicant.key));
                self.without += persons;
                applicant.roof = Roof::Without;
            }
        }
    }

    /// A household that has come to a stage for which another kind of place fits better moves there if there is room. Matched
    /// permit holders join the line for hosts, hotels and transit housing.
    pub(crate) fn reconsider(&mut self, slot: Slot, applicant: &mut Applicant, better: Option<PlaceKind>) {
        if applicant.roof == Roof::Elsewhere {
            return;
        }
        if applicant.stage == Stage::Housing {
            self.matched.push_back((slot, applicant.key));
        }
        if let Some(kind) = better
            && applicant.roof != Roof::Place(kind.tier())
            && self.free(kind) >= u32::from(applicant.persons)
        {
            self.move_to(slot, applicant, kind);
        }
    }

    /// A household gives its place back, or needs none any more.
    pub(crate) fn give_back(&mut self, applicant: &mut Applicant) {
        let persons = u32::from(applicant.persons);
        match applicant.roof {
            Roof::Elsewhere => {}
            Roof::Place(tier) => self.places.release(tier, persons),
            Roof::Without => self.without -= persons,
        }
        applicant.roof = Roof::Elsewhere;
    }

    /// Somebody is a minor no longer, and joins the line for a place for adults if they are in one for minors.
    pub(crate) fn outgrow(&mut self, slot: Slot, applicant: &Applicant) {
        if applicant.roof == Roof::Place(PlaceKind::Minors.tier()) {
            self.grown.push_back((slot, applicant.key, self.today));
        }
    }

    fn take(&mut self, slot: Slot, applicant: &mut Applicant, kind: PlaceKind) {
        self.places.hold(kind.tier(), u32::from(applicant.persons));
        applicant.roof = Roof::Place(kind.tier());
        if applicant.unaccompanied && kind != PlaceKind::Minors {
            self.minors.push_back((slot, applicant.key));
        }
        match kind {
            Central => {
                let since = applicant.dates.at(Moment::Made).unwrap_or(self.today);
                self.central.push_back((slot, applicant.key, since));
            }
            Emergency | Outside => self.in_emergency.push_back((slot, applicant.key)),
            _ => {}
        }
    }

    fn move_to(&mut self, slot: Slot, applicant: &mut Applicant, kind: PlaceKind) {
        self.give_back(applicant);
        self.take(slot, applicant, kind);
    }

    /// A household of permit holders who begin in transit housing.
    pub(crate) fn begin_in_transit(&mut self, slot: Slot, applicant: &mut Applicant) {
        self.take(slot, applicant, Transit);
    }

    /// Offers what is free: to those without a place; to those who have had their days in the central location; places for
    /// minors to minors elsewhere; to permit holders, with hosts, in hotels and in transit housing; and regular places to
    /// those in emergency reception.
    pub(crate) fn offer(&mut self, population: &mut Population<Applicant>) {
        self.advance(|r| &mut r.waiting, population, |a| a.roof == Roof::Without, EVERYONE);
        self.leave_central(population);
        self.leave_minors(population);
        let minor = |a: &Applicant| a.unaccompanied && under_another_roof(a, &[PlaceKind::Minors]);
        self.advance(|r| &mut r.minors, population, minor, &[PlaceKind::Minors]);
        let matched = |a: &Applicant| a.stage == Stage::Housing && under_another_roof(a, FOR_PERMIT_HOLDERS);
        self.advance(|r| &mut r.matched, population, matched, FOR_PERMIT_HOLDERS);
        if self.move_to_regular {
            let crowded = |a: &Applicant| {
                [Roof::Place(Emergency.tier()), Roof::Place(Outside.tier())].contains(&a.roof)
            };
            self.advance(|r| &mut r.in_emergency, population, crowded, &[Regular]);
        }
    }

    fn leave_central(&mut self, population: &mut Population<Applicant>) {
        while let Some(&(slot, key, since)) = self.central.front() {
            if self.today - since < self.central_days {
                return;
            }
            let there = |a: &Applicant| a.key == key && a.roof == Roof::Place(Central.tier());
            if population.get(slot).is_some_and(there) {
                let applicant = &mut population[slot];
                let kind = self.room(u32::from(applicant.persons), EVERYONE);
                let Some(kind) = kind.filter(|_| applicant.stage != Stage::Registration) else { return };
                self.move_to(slot, applicant, kind);
            }
            self.central.pop_front();
        }
    }

    /// Those who have turned eighteen go to a place for adults, if there is room.
    fn leave_minors(&mut self, population: &mut Population<Applicant>) {
        while let Some(&(slot, key, since)) = self.grown.front() {
            if self.today - since < self.stay_after_18 {
                return;
            }
            let there = |a: &Applicant| a.key == key && a.roof == Roof::Place(PlaceKind::Minors.tier());
            if population.get(slot).is_some_and(there) {
                let applicant = &mut population[slot];
                let Some(kind) = self.room(u32::from(applicant.persons), EVERYONE) else { return };
                self.move_to(slot, applicant, kind);
            }
            self.grown.pop_front();
        }
    }

    /// Moves households of a line to one of these kinds as long as the first of those who still wait fits.
    fn advance(
        &mut self,
        line: fn(&mut Reception) -> &mut VecDeque<Entry>,
        population: &mut Population<Applicant>,
        waits: impl Fn(&Applicant) -> bool,
        kinds: &[PlaceKind],
    ) {
        while let Some(&(slot, key)) = line(self).front() {
            if population.get(slot).is_some_and(|a| a.key == key && waits(a)) {
                let applicant = &mut population[slot];
                let Some(kind) = self.room(u32::from(applicant.persons), kinds) else { return };
                self.move_to(slot, applicant, kind);
            }
            line(self).pop_front();
        }
    }

    /// The first of these kinds with room for so many.
    fn room(&self, persons: u32, kinds: &[PlaceKind]) -> Option<PlaceKind> {
        kinds.iter().copied().find(|&kind| self.free(kind) >= persons)
    }

    /// Persons in a kind of place.
    pub fn taken(&self, kind: PlaceKind) -> u32 {
        self.places.taken(kind.tier())
    }

    /// Places of a kind.
    pub fn capacity(&self, kind: PlaceKind) -> u32 {
        self.places.capacity(kind.tier())
    }

    /// Places of a kind that nobody has taken.
    pub fn free(&self, kind: PlaceKind) -> u32 {
        self.places.free(kind.tier())
    }

    /// Persons beyond the places of all kinds.
    pub fn excess(&self) -> u32 {
        PlaceKind::ALL.iter().map(|kind| self.places.excess(kind.tier())).sum()
    }

    /// Persons in reception: in every kind of place but transit housing.
    pub fn persons(&self) -> u32 {
        PlaceKind::ALL.iter().filter(|kind| **kind != Transit).map(|&kind| self.taken(kind)).sum()
    }

    /// Places in reception: of every kind but transit housing.
    pub fn all_places(&self) -> u32 {
        PlaceKind::ALL.iter().filter(|kind| **kind != Transit).map(|&kind| self.capacity(kind)).sum()
    }

    /// Places that municipalities have taken on under the distribution act, open or on order.
    pub fn distributed(&self) -> f64 {
        self.funding.distributed()
    }

    /// Of those, the places that are open.
    pub fn distributed_open(&self) -> u32 {
        self.act.iter().map(|blocks| blocks.open(self.today)).sum()
    }

    /// What provinces and municipalities do about the task of the distribution act.
    pub(crate) fn distribution(&self) -> &Distribution {
        self.funding.distribution()
    }

    /// Places that are ordered and paid for, those that stand in for closed ones included; not those that municipalities gave up.
    pub fn planned(&self) -> u32 {
        let given_up = self.in_regular(Blocks::given_up) + self.emergency.given_up();
        self.plan.total() - given_up.min(self.plan.total())
    }

    /// Places that are gone within so many days if no contract is renewed.
    pub fn ending(&self, within: Days) -> u32 {
        let ending = |blocks: &Blocks| blocks.ending(self.today, within);
        self.in_regular(ending) + ending(&self.emergency)
    }

    /// Unaccompanied minors of whom guardians can take care.
    pub fn guarded(&self) -> u32 {
        self.guarded
    }

    /// Persons entitled to a place for whom there is none.
    pub fn without(&self) -> u32 {
        self.without
    }
}

fn count(policy: &Policy, lever: Lever<Count>, today: Day) -> u32 {
    policy.today(lever, today).round() as u32
}

/// In reception, or waiting for it, and not in one of these kinds.
fn under_another_roof(applicant: &Applicant, kinds: &[PlaceKind]) -> bool {
    let there = |kind: &PlaceKind| applicant.roof == Roof::Place(kind.tier());
    applicant.roof != Roof::Elsewhere && !kinds.iter().any(there)
}
