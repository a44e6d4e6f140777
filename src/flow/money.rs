//! What the chain costs, and what the budget grants.
//!
//! * **Law.** Central Agency for the Reception of Asylum Seekers Act (*Wet COA*); the budget act of each year.
//! * **In.** Those who sleep in each kind of place; decisions; those in hubs and shelters, applications dealt with abroad, and places
//!   of the distribution act taken on.
//! * **Out.** Euros a day.
//! * **Levers.** `cost_regular`, `cost_emergency`, `cost_outside`, `cost_transit`, `cost_decision`, `decision_hours`,
//!   `closed_hours`, `price_level`, `reception_budget`, `hub_cost`, `shelter_cost`, `external_processing_cost`, `place_bonus`.
//! * **Simplifications.** A cost per resident and no cost of empty places; places of special kinds cost what regular ones
//!   do. Day activities, care, lessons, registration, courts, family unit, legal aid, departure, penalties, municipalities and displaced persons from
//!   Ukraine are not priced. Costs move nobody: a budget that is overrun closes no place.

use super::reception::PlaceKind;
use super::reception::places::Reception;
use crate::policy::Policy;
use crate::policy::levers::departure::{HUB_COST, SHELTER_COST};
use crate::policy::levers::inflow::EXTERNAL_PROCESSING_COST;
use crate::policy::levers::money::{
    COST_DECISION, COST_EMERGENCY, COST_OUTSIDE, COST_REGULAR, COST_TRANSIT, PRICE_LEVEL, RECEPTION_BUDGET,
};
use crate::policy::levers::places::PLACE_BONUS;
use crate::policy::levers::procedure::{CLOSED_HOURS, DECISION_HOURS};
use crate::time::Day;

const DAYS_A_YEAR: f64 = 365.25;

/// A day's money, rounded to whole euros.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Money {
    /// Reception and transit housing.
    pub reception: u64,
    /// Of that, emergency reception and places outside the locations of COA.
    pub emergency: u64,
    /// Decisions at first instance.
    pub decisions: u64,
    /// Hubs, shelters, applications dealt with abroad, and bonuses for places.
    pub programmes: u64,
    /// What the budget grants for reception.
    pub budget: u64,
}

/// Applications decided today.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Decided {
    /// On the merits.
    pub(crate) on_the_merits: u32,
    /// Closed otherwise.
    pub(crate) closed: u32,
}

/// What programmes beside reception and decisions do on a day.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Programmes {
    /// Persons in return hubs.
    pub(crate) in_hubs: u32,
    /// Persons in places for those without a right to reception.
    pub(crate) sheltered: u32,
    /// Persons whose applications are dealt with outside Europe today.
    pub(crate) abroad: f64,
    /// Places of the distribution act that are taken on today.
    pub(crate) places_taken_on: f64,
}

/// The money of a day.
pub(crate) fn of_day(
    policy: &Policy,
    today: Day,
    reception: &Reception,
    decided: Decided,
    programmes: Programmes,
) -> Money {
    let price = policy.today(PRICE_LEVEL, today);
    let persons =
        |kinds: &[PlaceKind]| kinds.iter().map(|&kind| f64::from(reception.taken(kind))).sum::<f64>();
    let a_day = |lever| policy.today(lever, today) / DAYS_A_YEAR;
    let regular = persons(&PlaceKind::OF_REGULAR) * a_day(COST_REGULAR);
    let dear = persons(&[PlaceKind::Emergency]) * a_day(COST_EMERGENCY)
        + persons(&PlaceKind::OF_OUTSIDE) * a_day(COST_OUTSIDE);
    let transit = persons(&[PlaceKind::Transit]) * policy.today(COST_TRANSIT, today);
    let closing = policy.today(CLOSED_HOURS, today) / policy.today(DECISION_HOURS, today);
    let decisions = f64::from(decided.on_the_merits) + f64::from(decided.closed) * closing;
    let programmes = f64::from(programmes.in_hubs) * a_day(HUB_COST)
        + f64::from(programmes.sheltered) * a_day(SHELTER_COST)
        + programmes.abroad * policy.today(EXTERNAL_PROCESSING_COST, today)
        + programmes.places_taken_on * policy.today(PLACE_BONUS, today);
    let euros = |amount: f64| libm::round(amount * price) as u64;
    Money {
        reception: euros(regular + dear + transit),
        emergency: euros(dear),
        decisions: euros(decisions * policy.today(COST_DECISION, today)),
        programmes: euros(programmes),
        budget: libm::round(a_day(RECEPTION_BUDGET)) as u64,
    }
}
