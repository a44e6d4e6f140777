//! A household in the chain: who they are and what has happened to them.

use super::courts::kind::{Appeal, AppealKind, Standing};
use super::reception::PlaceKind;
use super::stage::{Desk, Stage};
use super::terms::late::Late;
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
    /// Who they were when they reported.
    pub members: Members,
    /// The day on which the youngest who was a minor on reporting turns, or turned, eighteen.
    pub adult_on: ShortDay,
    /// Nationality.
    pub nationality: Nationality,
    /// Where they stand.
    pub stage: Stage,
    /// The queue they wait in, with its class.
    pub queue: Option<(Desk, u8)>,
    /// Where they sleep.
    pub roof: Roof,
    /// What the last decision gave; for relatives, what their sponsor has.
    pub outcome: Option<Outcome>,
    /// How manieth application this is, from 0. A repeat application keeps the key and raises the visit.
    pub visit: u8,
    /// How manieth decision on this application this is, from 0.
    pub round: u8,
    /// Unaccompanied minor (*alleenstaande minderjarige vreemdeling*).
    pub unaccompanied: bool,
    /// Relative of a permit holder.
    pub relative: bool,
    /// The way the application goes (*spoor*).
    pub track: Track,
    /// Is taken up with priority; of relatives abroad, that their sponsor worked before the permit.
    pub priority: bool,
    /// Is decided in the extended procedure (*verlengde asielprocedure*).
    pub extended: bool,
    /// Has been held by a moratorium.
    pub held: bool,
    /// How far it has come with a decision that is late.
    pub late: Late,
    /// The appeal against the last decision.
    pub(super) appeal: Appeal,
    /// When its clock for a late decision rings next.
    pub(super) rings: ShortDay,
    /// Last day of its decision term.
    pub(super) term_end: ShortDay,
}

/// Women and girls, and minors, in a household of at most fifteen, in one byte.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Members(u8);

impl Members {
    /// So many women and girls, and so many minors.
    pub(super) const fn new(women: u8, minors: u8) -> Members {
        Members((women & 15) | minors << 4)
    }

    /// Women and girls.
    pub const fn women(self) -> u8 {
        self.0 & 15
    }

    /// Minors, on the day the household reported.
    pub const fn minors(self) -> u8 {
        self.0 >> 4
    }
}

/// The way an application goes through the procedure (*spoor*).
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Track {
    /// To a decision on the merits, in the general or the extended procedure (*spoor 4*).
    Merits,
    /// To a quick rejection: a safe country of origin, or protection in another state of the Union (*spoor 2*).
    Safe,
    /// To a decision on the merits, in the accelerated procedure (*versnelde procedure*).
    Accelerated,
    /// Another state is asked to take over (*spoor 1*, Dublin).
    Claimed,
    /// Accepted by another state, and out of sight before the transfer.
    Absconded,
    /// Will withdraw, or not appear.
    Withdrawn,
    /// Transferred to the Netherlands by another state.
    TakenBack,
    /// Relocated to the Netherlands from another state, whose application is not registered yet.
    Relocated,
    /// Applies once more, without a right to remain until the application is found admissible.
    NoStay,
    /// Rejected at the border, and held there without a right to remain.
    AtBorder,
    /// Lost a permit, and lives in a dwelling of their own.
    PermitWithdrawn,
    /// Relatives abroad: on article 8 of the Convention, outside the rule of family reunification.
    Article8,
    /// Relatives abroad: refused by a rule that came after their application.
    NewRule,
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

/// A day, or none, in two bytes: days since 1970 plus one, 0 for none. Days outside 1970 to 2149 are kept at the nearest
/// bound.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct ShortDay(u16);

impl ShortDay {
    /// The day, if there is one.
    pub fn get(self) -> Option<Day> {
        (self.0 > 0).then(|| Day::from_number(i32::from(self.0) - 1))
    }
}

impl From<Option<Day>> for ShortDay {
    fn from(day: Option<Day>) -> ShortDay {
        ShortDay(day.map_or(0, |day| (day.number() + 1).clamp(1, i32::from(u16::MAX)) as u16))
    }
}

/// The moments of a case, at most one day each.
#[derive(Copy, Clone, Debug, Default)]
pub struct Dates {
    days: [ShortDay; Moment::ALL.len()],
}

impl Dates {
    /// The day of a moment, if it has come.
    pub fn at(&self, moment: Moment) -> Option<Day> {
        self.days[moment as usize].get()
    }

    /// Notes that a moment came on this day. Days outside 1970 to 2149 are kept at the nearest bound.
    pub fn note(&mut self, moment: Moment, day: Day) {
        self.days[moment as usize] = Some(day).into();
    }

    /// Forgets every moment but these: a new application begins.
    pub fn clear_but(&mut self, moments: &[Moment]) {
        let before = *self;
        self.clear();
        for &moment in moments {
            self.days[moment as usize] = before.days[moment as usize];
        }
    }

    /// Forgets a moment: it did not come after all.
    pub fn forget(&mut self, moment: Moment) {
        self.days[moment as usize] = ShortDay::default();
    }

    /// Forgets every moment: a new application begins.
    pub fn clear(&mut self) {
        *self = Dates::default();
    }
}

impl Applicant {
    /// Whether they are relatives on article 8, whose permit is no asylum permit.
    pub fn is_on_article8(&self) -> bool {
        self.track == Track::Article8
    }

    /// What the appeal against the last decision is against.
    pub const fn appeal(&self) -> AppealKind {
        self.appeal.kind()
    }

    /// Where it stands with the courts.
    pub const fn standing(&self) -> Standing {
        self.appeal.standing()
    }

    /// Keeps the kind of the appeal and changes where it stands.
    pub(super) const fn stands(&mut self, standing: Standing) {
        self.appeal = Appeal::new(self.appeal.kind(), standing);
    }

    /// Whether there is a right to a place in reception. An appeal on paper gives none.
    pub fn entitled_to_reception(&self) -> bool {
        self.stage.entitled_to_reception()
            && self.standing() != Standing::OnPaper
            && !matches!(self.track, Track::NoStay | Track::AtBorder)
    }

    /// A household that reports today for the first time.
    pub fn new(key: Key, nationality: Nationality, persons: u8, stage: Stage, today: Day) -> Applicant {
        Applicant {
            key,
            dates: Dates::default(),
            entered: today,
            persons,
            members: Members::default(),
            adult_on: ShortDay::default(),
            nationality,
            stage,
            queue: None,
            roof: Roof::Elsewhere,
            outcome: None,
            visit: 0,
            round: 0,
            unaccompanied: false,
            relative: false,
            track: Track::Merits,
            priority: false,
            extended: false,
            held: false,
            late: Late::No,
            appeal: Appeal::default(),
            rings: ShortDay::default(),
            term_end: ShortDay::default(),
        }
    }

    /// Whether somebody reported as an unaccompanied minor, whatever their age today.
    pub fn came_as_minor(&self) -> bool {
        self.persons == 1 && !self.relative && self.adult_on.get().is_some()
    }

    /// Whether they are in reception, transit housing aside, or wait for a place there.
    pub fn is_in_reception(&self) -> bool {
        ![Roof::Elsewhere, Roof::Place(PlaceKind::Transit.tier())].contains(&self.roof)
    }

    /// Relatives abroad: whether their sponsor worked before the permit. They have no procedure here, and no priority in it.
    pub(super) fn sponsor_worked(&self) -> bool {
        self.relative && self.priority
    }

    /// Whether anybody of the household is a minor on a day.
    pub fn has_minors(&self, day: Day) -> bool {
        self.adult_on.get().is_some_and(|adult| day < adult)
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
    fn members_are_told_apart_in_one_byte() {
        let members = Members::new(3, 5);
        assert_eq!((members.women(), members.minors()), (3, 5));
    }

    #[test]
    fn a_household_stays_small_in_memory() {
        // One cache line.
        assert!(std::mem::size_of::<Applicant>() <= 64, "{}", std::mem::size_of::<Applicant>());
    }
}
