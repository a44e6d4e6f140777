//! Displaced persons from Ukraine (*ontheemden*), in places of municipalities: a short machine beside the asylum chain.
//!
//! * **Law.** Directive 2001/55; Council Implementing Decision (EU) 2026/1912 (until 4 March 2028); *Regeling opvang ontheemden
//!   Oekraïne*.
//! * **In.** Arrivals.
//! * **Out.** Departure or another right; asylum, when temporary protection ends without a permit.
//! * **Levers.** `ukraine_places`, `temporary_protection`, `ukraine_permit`, `ukraine_permit_by_officers`,
//!   `ukraine_permit_hours`, `ukraine_permit_days`, `ukraine_at_start`, `ukraine_own_housing`,
//!   `ukraine_arrivals_a_month`, `ukraine_departures`, `ukraine_asylum_uptake`, `ukraine_permit_years`,
//!   `ukraine_return_programme`, `ukraine_programme_effect`.
//! * **Simplifications.** Numbers and no persons, until they apply for asylum. Arrivals and departures are Poisson; nobody
//!   moves between a municipal place and housing of their own. Who does not apply for asylum when protection ends is counted
//!   no further, and nobody arrives after that day. Permits do not
//!   change where they live or how many leave; all of them end on one day, on which as many apply for asylum as on the end of
//!   protection.

use super::applicant::Applicant;
use super::inflow::arrivals::household_size;
use super::stage::Stage;
use crate::policy::levers::inflow::HOUSEHOLD_SIZES;
use crate::policy::levers::protection::{
    TEMPORARY_PROTECTION, UKRAINE_ARRIVALS, UKRAINE_AT_START, UKRAINE_DEPARTURES, UKRAINE_OWN_HOUSING,
    UKRAINE_PERMIT, UKRAINE_PERMIT_BY_OFFICERS, UKRAINE_PERMIT_DAYS, UKRAINE_PERMIT_HOURS,
    UKRAINE_PERMIT_YEARS, UKRAINE_PLACES, UKRAINE_PROGRAMME_EFFECT, UKRAINE_RETURN_PROGRAMME, UKRAINE_UPTAKE,
};
use crate::policy::{Nationality, Policy};
use crate::random::{Draw, Key, Source, Stream, poisson};
use crate::time::{Day, Days};

const DAYS_A_YEAR: f64 = 365.25;

/// The stock under temporary protection \[persons\].
#[derive(Copy, Clone, Debug, Default)]
pub struct Protection {
    /// In housing of their own.
    own: u32,
    /// In need of a municipal place.
    need: u32,
    places: u32,
    arrived: u32,
    to_asylum: u32,
    /// Those who are given a permit instead, once protection has ended.
    permits: Option<Permits>,
    /// Work on their permits today \[minutes\].
    work: u64,
    by_officers: u64,
}

/// Permits for those whose protection ended.
#[derive(Copy, Clone, Debug)]
struct Permits {
    /// The day on which protection ended.
    since: Day,
    /// Who had it on that day \[persons\].
    persons: u32,
}

impl Protection {
    /// The stock of the first day.
    pub(crate) fn new(policy: &Policy, start: Day) -> Protection {
        let all = policy.today(UKRAINE_AT_START, start);
        let own = libm::round(all * policy.today(UKRAINE_OWN_HOUSING, start)) as u32;
        let all = libm::round(all) as u32;
        let mut protection = Protection { own, need: all - own.min(all), ..Protection::default() };
        protection.places = places(policy, start);
        protection
    }

    /// A day of arrivals and departures; on the day that protection ends, those who apply for asylum come in.
    pub(crate) fn day(
        &mut self,
        policy: &Policy,
        today: Day,
        stream: Stream,
        to_asylum: &mut Vec<Applicant>,
    ) {
        self.places = places(policy, today);
        (self.arrived, self.to_asylum, self.work, self.by_officers) = (0, 0, 0, 0);
        let protected = policy.today(TEMPORARY_PROTECTION, today);
        if !protected && (!policy.today(UKRAINE_PERMIT, today) || self.permits_end(policy, today)) {
            self.end(policy, today, stream, to_asylum);
            return;
        }
        self.issue(policy, today, protected);
        let arrivals = if protected { policy.today(UKRAINE_ARRIVALS, today) } else { 0.0 };
        let a_day = arrivals * 12.0 / DAYS_A_YEAR;
        let own = policy.today(UKRAINE_OWN_HOUSING, today);
        let supported = policy.today(UKRAINE_RETURN_PROGRAMME, today);
        let times = if supported { policy.today(UKRAINE_PROGRAMME_EFFECT, today) } else { 1.0 };
        let leaving = policy.today(UKRAINE_DEPARTURES, today) * times / DAYS_A_YEAR;
        let number = |draw, group, mean| poisson(stream.uniform(draw, today.number() as u64, group), mean);
        for (group, pool, share) in [(0, &mut self.own, own), (1, &mut self.need, 1.0 - own)] {
            let gone = number(Draw::UkraineDepartures, group, f64::from(*pool) * leaving);
            let come = number(Draw::UkraineArrivals, group, a_day * share);
            *pool = pool.saturating_sub(gone).saturating_add(come);
            self.arrived += come;
        }
    }

    /// Whether the years of the permits that took the place of protection are over.
    fn permits_end(&self, policy: &Policy, today: Day) -> bool {
        let days = libm::round(policy.today(UKRAINE_PERMIT_YEARS, today) * DAYS_A_YEAR) as i32;
        self.permits.is_some_and(|permits| today - permits.since >= Days(days))
    }

    /// The day's share of the permits that take the place of protection.
    fn issue(&mut self, policy: &Policy, today: Day, protected: bool) {
        if protected {
            self.permits = None;
            return;
        }
        let persons = self.registered();
        let of = *self.permits.get_or_insert(Permits { since: today, persons });
        let days = policy.today(UKRAINE_PERMIT_DAYS, today).0.max(1);
        if (today - of.since).0 < days {
            let hours = policy.today(UKRAINE_PERMIT_HOURS, today) * f64::from(of.persons) / f64::from(days);
            let minutes = hours * 60.0;
            self.work = libm::round(minutes) as u64;
            self.by_officers = libm::round(minutes * policy.today(UKRAINE_PERMIT_BY_OFFICERS, today)) as u64;
        }
    }

    fn end(&mut self, policy: &Policy, today: Day, stream: Stream, to_asylum: &mut Vec<Applicant>) {
        let sizes = policy.today(HOUSEHOLD_SIZES, today);
        let share = policy.today(UKRAINE_UPTAKE, today);
        let mut left = self.registered();
        for ordinal in 0.. {
            if left == 0 {
                break;
            }
            let key = Key::stock(Source::Displaced, 0, ordinal);
            let size = household_size(stream, key, sizes).min(left.min(255) as u8);
            left -= u32::from(size);
            if stream.dice(key).happens(Draw::UkraineUptake, 0, share) {
                self.to_asylum += u32::from(size);
                to_asylum.push(Applicant::new(key, Nationality::Ukraine, size, Stage::Registration, today));
            }
        }
        (self.own, self.need) = (0, 0);
    }

    /// Work on permits today \[minutes\].
    pub fn permit_work(&self) -> u64 {
        self.work
    }

    /// Of that, work that asylum decision officers do \[minutes\].
    pub(crate) fn permit_work_by_officers(&self) -> u64 {
        self.by_officers
    }

    /// Registered under temporary protection, or with the permit that took its place.
    pub fn registered(&self) -> u32 {
        self.own + self.need
    }

    /// In municipal places.
    pub fn in_places(&self) -> u32 {
        self.need.min(self.places)
    }

    /// In need of a municipal place for whom there is none.
    pub fn without_place(&self) -> u32 {
        self.need - self.in_places()
    }

    /// Municipal places that are free.
    pub fn free(&self) -> u32 {
        self.places - self.in_places()
    }

    /// Arrived today.
    pub fn arrived(&self) -> u32 {
        self.arrived
    }

    /// Applied for asylum today, since protection ended.
    pub fn to_asylum(&self) -> u32 {
        self.to_asylum
    }
}

fn places(policy: &Policy, today: Day) -> u32 {
    libm::round(policy.today(UKRAINE_PLACES, today)) as u32
}
