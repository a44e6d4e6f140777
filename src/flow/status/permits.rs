//! Permits that run, come up for review and end (*geldigheidsduur*, *herbeoordeling*): a short machine beside the chain.
//!
//! * **Law.** Aliens Act 2000 article 28 (five years), 44(2) (from the day of the application), 34 (indefinite after five
//!   years), 32 (withdrawal and refusal to renew), before 12 June 2026; Netherlands Nationality Act article 8.
//! * **In.** Permit holders who move into a dwelling, and relatives who join their sponsor.
//! * **Out.** An indefinite permit or Dutch nationality; a new term; or withdrawn, and then the term to appeal.
//! * **Levers.** `permit_years`, `permit_from_application`, `indefinite_permit`, `naturalisation_years`,
//!   `naturalised_share`, `review_days`, `renewal_hours`, `temporary_renewal_hours`, `renewal_by_officers`, `renewal_refusal_share`,
//!   `withdrawal_rate`, `permits_at_start`, `permits_end_mix`.
//! * **Simplifications.** Numbers by nationality, month of expiry and month of first permit, and no persons, until a permit
//!   is withdrawn: some hundred thousand records would sleep for years. The permits of a month come up for review evenly
//!   over the days of the month that lies three months before. Permits of those still in reception are not reviewed before
//!   they are housed. Relatives have a term of their own, from arrival. Nobody dies, leaves the country or is naturalised
//!   before the review. A withdrawn permit is that of one person, who lives in a dwelling of their own until departure; a
//!   court that annuls it sends it to the decision officers. Review takes a time and hours, no queue. An application for a
//!   permit for indefinite time that is open when these end is one of the reviews under way, and becomes a renewal.

use std::collections::BTreeMap;

use crate::flow::applicant::{Applicant, Outcome, Track};
use crate::flow::case::Case;
use crate::flow::stage::Stage;
use crate::policy::levers::status::{
    INDEFINITE_PERMIT, NATURALISATION_YEARS, NATURALISED_SHARE, PERMIT_FROM_APPLICATION, PERMIT_YEARS,
    PERMITS_AT_START, PERMITS_END_MIX, RENEWAL_BY_OFFICERS, RENEWAL_HOURS, RENEWAL_REFUSAL_SHARE,
    REVIEW_DAYS, TEMPORARY_RENEWAL_HOURS, WITHDRAWAL_RATE,
};
use crate::policy::{Binds, Moment, Nationality, Policy};
use crate::random::{Draw, Key, Source, Stream, poisson};
use crate::time::{Day, Days, Month};

/// Review begins so long before the permit ends [months].
pub(crate) const BEFORE_THE_END: i32 = 3;
const MONTHS_A_YEAR: f64 = 12.0;

type ByNationality = [u32; Nationality::ALL.len()];

/// The month of expiry and the month in which the first permit began, since January 1970.
type Cohort = (i32, i32);

/// Permits that came up for review on one day.
#[derive(Copy, Clone, Debug)]
struct Review {
    began: Day,
    outcome: Day,
    cohort: Cohort,
    persons: ByNationality,
}

/// Valid permits of those who have left reception \[persons\].
#[derive(Clone, Debug, Default)]
pub struct Permits {
    running: BTreeMap<Cohort, ByNationality>,
    reviews: Vec<Review>,
    valid: u32,
    in_review: u32,
    today: Turnover,
}

/// What a day did to permits \[persons\].
#[derive(Copy, Clone, Debug, Default)]
pub struct Turnover {
    /// Came up for review.
    pub due: u32,
    /// Given a new term.
    pub renewed: u32,
    /// Given an indefinite permit, or naturalised: no further review.
    pub settled: u32,
    /// Refused a new term, or withdrawn before the end of one.
    pub withdrawn: u32,
    /// Work on reviews \[minutes\].
    pub minutes: u64,
    /// Of that, work that decision officers do \[minutes\].
    pub by_officers: u64,
}

/// When the permit of a household began, and how many months it runs.
pub(crate) fn term(case: &Case) -> (Day, i32) {
    let granted = case.applicant.dates.at(Moment::Granted).unwrap_or(case.today);
    // Lodged on the day of registration; of who was with the courts at the start only a bound on that day is known.
    let applied = case.applicant.dates.at(Moment::Registered).filter(|_| case.lever(PERMIT_FROM_APPLICATION));
    (applied.unwrap_or(granted), months(case.lever(PERMIT_YEARS)))
}

fn months(years: f64) -> i32 {
    libm::round(years * MONTHS_A_YEAR) as i32
}

/// Whether who passes a review that is decided today gets a permit for indefinite time: by the law of today, or by that of the
/// month in which the first permit began where a scenario binds it by the grant.
fn is_for_good(policy: &Policy, (_, first): Cohort, today: Day) -> bool {
    let granted = policy.binds(INDEFINITE_PERMIT) == Binds::At(Moment::Granted);
    policy.today(INDEFINITE_PERMIT, if granted { Month::from_number(first).first() } else { today })
}

/// A number with the chance of its fraction rounded up.
fn rounded(number: f64, u: f64) -> u32 {
    (number + u) as u32
}

impl Permits {
    /// The permits of the first day. Those that end within three months are under review already.
    pub(crate) fn new(policy: &Policy, start: Day) -> Permits {
        let mut permits = Permits::default();
        let mix = policy.today(PERMITS_END_MIX, start);
        let first = Month::of(start).number();
        for nationality in Nationality::ALL {
            let all = policy.on(PERMITS_AT_START, start, nationality);
            let (mut before, mut given) = (0.0, 0);
            for (month, share) in (0..).zip(mix.iter().flat_map(|year| [year / MONTHS_A_YEAR; 12])) {
                before += all * share;
                let persons = libm::round(before) as u32 - given;
                given += persons;
                let cohort = (first + month, first + month - 5 * 12);
                permits.running.entry(cohort).or_default()[nationality.index()] += persons;
                permits.valid += persons;
            }
        }
        let review = policy.today(REVIEW_DAYS, start).0;
        for month in 0..BEFORE_THE_END {
            let cohort = (first + month, first + month - 5 * 12);
            let persons = permits.running.remove(&cohort).unwrap_or_default();
            let days = 30;
            for day in 0..days {
                let part = |n: u32| n * (day + 1) / days - n * day / days;
                let began = start - Days(BEFORE_THE_END * 30 - month * 30 - day as i32);
                let outcome = Day::from_number((began + Days(review)).number().max(start.number()));
                let persons = persons.map(part);
                permits.in_review += persons.iter().sum::<u32>();
                permits.reviews.push(Review { began, outcome, cohort, persons });
            }
        }
        permits
    }

    /// A household with a permit leaves reception.
    pub(crate) fn join(&mut self, nationality: Nationality, persons: u8, (from, months): (Day, i32)) {
        let first = Month::of(from).number();
        self.running.entry((first + months, first)).or_default()[nationality.index()] += u32::from(persons);
        self.valid += u32::from(persons);
    }

    /// A withdrawn permit is given back: a court annulled the withdrawal, and the officers decided anew.
    pub(crate) fn give_back(&mut self, policy: &Policy, today: Day, nationality: Nationality, persons: u8) {
        let term = months(policy.on(PERMIT_YEARS, today, nationality));
        self.join(nationality, persons, (today, term));
    }

    /// A day of reviews and withdrawals. Those who lose their permit come in.
    pub(crate) fn day(
        &mut self,
        policy: &Policy,
        today: Day,
        stream: Stream,
        withdrawn: &mut Vec<Applicant>,
    ) {
        self.today = Turnover::default();
        self.decide(policy, today, stream, withdrawn);
        self.come_up(policy, today, stream);
        if today == Month::of(today).first() {
            self.withdraw(policy, today, stream, withdrawn);
        }
    }

    /// The permits that end in three months come up for review, evenly over the days of the month.
    fn come_up(&mut self, policy: &Policy, today: Day, stream: Stream) {
        let month = Month::of(today);
        let days_left = (month.last() - today).0 + 1;
        let last = (month.number() + BEFORE_THE_END, i32::MAX);
        let outcome = today + Days(policy.today(REVIEW_DAYS, today).0.max(1));
        for (&cohort, running) in self.running.range_mut(..=last) {
            let mut persons = ByNationality::default();
            for (n, (left, part)) in (0u64..).zip(running.iter_mut().zip(&mut persons)) {
                let whole = cohort.0 < last.0 || days_left == 1;
                let u = if whole || *left == 0 {
                    0.0
                } else {
                    stream.uniform(Draw::PermitDue, today.number() as u64, n)
                };
                *part = if whole {
                    *left
                } else {
                    rounded(f64::from(*left) / f64::from(days_left), u).min(*left)
                };
                *left -= *part;
            }
            let sum = persons.iter().sum::<u32>();
            if sum > 0 {
                self.reviews.push(Review { began: today, outcome, cohort, persons });
                (self.in_review, self.today.due) = (self.in_review + sum, self.today.due + sum);
            }
        }
        self.running.retain(|_, persons| persons.iter().any(|n| *n > 0));
    }

    /// Reviews whose time is over: a new term, none needed any more, or refused.
    fn decide(&mut self, policy: &Policy, today: Day, stream: Stream, withdrawn: &mut Vec<Applicant>) {
        let ended = |review: &mut Review| review.outcome <= today;
        for review in self.reviews.extract_if(.., ended).collect::<Vec<_>>() {
            for nationality in Nationality::ALL {
                let n = review.persons[nationality.index()];
                if n == 0 {
                    continue;
                }
                let group = nationality.index() as u64 | (review.cohort.0 as u64) << 8;
                let share = policy.on(RENEWAL_REFUSAL_SHARE, today, nationality);
                let mut kept = n;
                for ordinal in 0..n {
                    let key = Key::arrival(Source::Permit, review.began.number(), group, ordinal);
                    if stream.dice(key).happens(Draw::PermitRefused, 0, share) {
                        withdrawn.push(without_permit(key, nationality, today));
                        kept -= 1;
                    }
                }
                self.today.withdrawn += n - kept;
                self.valid -= n - kept;
                self.in_review -= n;
                self.keep(policy, today, stream, review.cohort, nationality, kept);
                let for_good = is_for_good(policy, review.cohort, today);
                let hours = if for_good { RENEWAL_HOURS } else { TEMPORARY_RENEWAL_HOURS };
                let minutes = policy.today(hours, today) * 60.0 * f64::from(n);
                let officers = minutes * policy.today(RENEWAL_BY_OFFICERS, today);
                self.today.minutes += libm::round(minutes) as u64;
                self.today.by_officers += libm::round(officers) as u64;
            }
        }
    }

    /// The review is passed.
    fn keep(
        &mut self,
        policy: &Policy,
        today: Day,
        stream: Stream,
        (end, first): Cohort,
        nationality: Nationality,
        persons: u32,
    ) {
        let resident = f64::from(end - first) / MONTHS_A_YEAR;
        let settled = if is_for_good(policy, (end, first), today) {
            persons
        } else if resident >= policy.today(NATURALISATION_YEARS, today) {
            let group = nationality.index() as u64 | (end as u64) << 8;
            let u = stream.uniform(Draw::Naturalised, today.number() as u64, group);
            rounded(f64::from(persons) * policy.today(NATURALISED_SHARE, today), u).min(persons)
        } else {
            0
        };
        self.today.settled += settled;
        self.valid -= settled;
        let renewed = persons - settled;
        if renewed > 0 {
            self.today.renewed += renewed;
            let end = end + months(policy.on(PERMIT_YEARS, today, nationality)).max(BEFORE_THE_END + 1);
            self.running.entry((end, first)).or_default()[nationality.index()] += renewed;
        }
    }

    /// Permits withdrawn within their term in a month: fraud, public order, protection no longer needed.
    fn withdraw(&mut self, policy: &Policy, today: Day, stream: Stream, withdrawn: &mut Vec<Applicant>) {
        let a_month = policy.today(WITHDRAWAL_RATE, today) / MONTHS_A_YEAR;
        for nationality in Nationality::ALL {
            let n = nationality.index();
            let stock: u32 = self.running.values().map(|persons| persons[n]).sum();
            let u = stream.uniform(Draw::PermitWithdrawn, today.number() as u64, n as u64);
            let gone = poisson(u, f64::from(stock) * a_month).min(stock);
            for ordinal in 0..gone {
                let key = Key::arrival(Source::PermitWithdrawn, today.number(), n as u64, ordinal);
                // Whose it is falls evenly over the stock, in order of expiry.
                let left = stock - ordinal;
                let mut place = (stream.dice(key).uniform(Draw::PermitWithdrawn, 0) * f64::from(left)) as u32;
                for persons in self.running.values_mut() {
                    if place < persons[n] {
                        persons[n] -= 1;
                        break;
                    }
                    place -= persons[n];
                }
                withdrawn.push(without_permit(key, nationality, today));
            }
            self.today.withdrawn += gone;
            self.valid -= gone;
        }
    }

    /// Valid permits, those under review included.
    pub fn valid(&self) -> u32 {
        self.valid
    }

    /// Permits under review.
    pub fn in_review(&self) -> u32 {
        self.in_review
    }

    /// What today did.
    pub fn turnover(&self) -> Turnover {
        self.today
    }
}

/// Somebody whose permit was withdrawn today: the term to appeal begins.
fn without_permit(key: Key, nationality: Nationality, today: Day) -> Applicant {
    let mut person = Applicant::new(key, nationality, 1, Stage::AppealTerm, today);
    // Four weeks to appeal, and a right to remain for it, as after the extended procedure.
    person.extended = true;
    person.outcome = Some(Outcome::Rejected);
    person.track = Track::PermitWithdrawn;
    person.dates.note(Moment::Decided, today);
    person
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn a_fraction_is_rounded_up_as_often_as_it_is_large() {
        let up = (0..1_000).filter(|i| rounded(2.3, (f64::from(*i) + 0.5) / 1_000.0) == 3).count();
        assert_eq!(up, 300);
    }
}
