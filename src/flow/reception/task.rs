//! The task of municipalities (*taakstelling*), half-year by half-year, and what is left of it.
//!
//! * **Law.** Housing Act 2014 articles 28 and 29: the minister sets the number twice a year; what is not done is added to
//!   the next half-year.
//! * **In.** Permit holders who move into a dwelling, and relatives who move in with a sponsor who has one: they count too
//!   (VNG, February 2018).
//! * **Out.** The task of the half-year and the arrears.
//! * **Levers.** `housing_target`, `housing_arrears_at_start`.
//! * **Simplifications.** One task for the country. It is counted and moves nobody: how many dwellings there are is
//!   `housing_supply`. Relatives on article 8 are not counted, those in transit housing not before they have a dwelling.

use crate::policy::Policy;
use crate::policy::levers::housing::{HOUSING_ARREARS, HOUSING_TARGET};
use crate::time::Day;

/// The books of the task \[persons\].
#[derive(Copy, Clone, Debug, Default)]
pub struct Task {
    half: (i16, bool),
    target: i64,
    arrears: i64,
    housed: i64,
}

impl Task {
    pub(crate) fn new(policy: &Policy, start: Day) -> Task {
        let arrears = policy.today(HOUSING_ARREARS, start).round() as i64;
        let mut task = Task { half: half(start), target: 0, arrears, housed: 0 };
        task.set(policy, start);
        task
    }

    fn set(&mut self, policy: &Policy, today: Day) {
        self.target = policy.today(HOUSING_TARGET, today).round() as i64;
    }

    /// A new half-year begins with what was left of the last one.
    pub(crate) fn morning(&mut self, policy: &Policy, today: Day) {
        if self.half != half(today) {
            self.half = half(today);
            self.arrears = self.left();
            self.housed = 0;
            self.set(policy, today);
        }
    }

    pub(crate) fn housed(&mut self, persons: u8) {
        self.housed += i64::from(persons);
    }

    /// The target of the half-year and the arrears with which it began.
    pub fn task(&self) -> i64 {
        self.target + self.arrears
    }

    /// What is left to do in the half-year.
    fn left(&self) -> i64 {
        self.task() - self.housed
    }

    /// The arrears with which the half-year began; below zero when municipalities were ahead.
    pub fn arrears(&self) -> i64 {
        self.arrears
    }
}

fn half(day: Day) -> (i16, bool) {
    let (year, month, _) = day.ymd();
    (year, month > 6)
}
