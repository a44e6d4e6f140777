//! A household in the chain: who they are and what has happened to them.

use super::stage::{Desk, Stage};
use crate::engine::Tier;
use crate::policy::{Moment, Nationality};
use crate::random::Key;
use crate::time::Day;

/// Persons who go through the chain together: one dossier, one roof.
#[derive(Copy, Clone, Debug)]
pub struct Applicant {
    /// Who they are in every scenario.
    pub key: Key,
    /// The timestamps that say which law binds them.
    pub dates: Dates,
    /// First day in the present stage.
    pub entered: Day,
    /// Persons in the household.
    pub persons: u8,
    /// Nationality.
    pub nationality: Nationality,
    /// Where they stand.
    pub stage: Stage,
    /// The queue they wait in, with its class.
    pub queue: Option<(Desk, u8)>,
    /// Where they sleep.
    pub roof: Roof,
    /// What the last decision gave.
    pub outcome: Option<Outcome>,
    /// How manieth application this is, from 0. A repeat application keeps the key and raises the visit.
    pub visit: u8,
    /// How manieth decision on this application this is, from 0.
    pub round: u8,
    /// Unaccompanied minor (*alleenstaande minderjarige vreemdeling*).
    pub unaccompanied: bool,
    /// Relative of a permit holder.
    pub relative: bool,
    /// Will be closed without a decision on the merits.
    pub to_close: bool,
    /// Is taken up with priority.
    pub priority: bool,
}

/// Where a household sleeps.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Roof {
    /// With others, abroad, or without right: no place in reception.
    Elsewhere,
    /// In reception, in this tier of places.
    Place(Tier),
    /// Entitled to a place, and there is none.
    Without,
}

/// What a decision gives.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Outcome {
    /// Refugee status (A).
    Refugee,
    /// Subsidiary protection (B).
    Subsidiary,
    /// Humanitarian grounds.
    Humanitarian,
    /// Rejected on the merits.
    Rejected,
    /// Closed without a decision on the merits.
    Closed,
}

impl Outcome {
    /// Whether it is a permit.
    pub const fn is_grant(self) -> bool {
        match self {
            Outcome::Refugee | Outcome::Subsidiary | Outcome::Humanitarian => true,
            Outcome::Rejected | Outcome::Closed => false,
        }
    }
}

/// The moments of a case, at most one day each.
#[derive(Copy, Clone, Debug, Default)]
pub struct Dates {
    /// Days since 1970 plus one; 0 is "not yet".
    days: [u16; Moment::ALL.len()],
}

impl Dates {
    /// The day of a moment, if it has come.
    pub fn at(&self, moment: Moment) -> Option<Day> {
        match self.days[moment as usize] {
            0 => None,
            number => Some(Day::from_number(i32::from(number) - 1)),
        }
    }

    /// Notes that a moment came on this day. Days outside 1970 to 2149 are kept at the nearest bound.
    pub fn note(&mut self, moment: Moment, day: Day) {
        self.days[moment as usize] = (day.number() + 1).clamp(1, i32::from(u16::MAX)) as u16;
    }

    /// Forgets every moment: a new application begins.
    pub fn clear(&mut self) {
        *self = Dates::default();
    }
}

impl Applicant {
    /// A household that reports today for the first time.
    pub fn new(key: Key, nationality: Nationality, persons: u8, stage: Stage, today: Day) -> Applicant {
        Applicant {
            key,
            dates: Dates::default(),
            entered: today,
            persons,
            nationality,
            stage,
            queue: None,
            roof: Roof::Elsewhere,
            outcome: None,
            visit: 0,
            round: 0,
            unaccompanied: false,
            relative: false,
            to_close: false,
            priority: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_has_not_come_has_no_day() {
        let mut dates = Dates::default();
        assert_eq!(dates.at(Moment::Lodged), None);
        dates.note(Moment::Lodged, Day::from_number(0));
        assert_eq!(dates.at(Moment::Lodged), Some(Day::from_number(0)));
    }

    #[test]
    fn a_household_stays_small_in_memory() {
        assert!(std::mem::size_of::<Applicant>() <= 56, "{}", std::mem::size_of::<Applicant>());
    }
}
