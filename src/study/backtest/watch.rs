//! Who watches what no series tells, for the natural experiments: the stock that a task force took over, and Syrians.

use crate::flow::{Applicant, Exit, News, Recorder, Stage, World};
use crate::policy::{Moment, Nationality};
use crate::time::{Day, Month};

/// What is watched.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Watches {
    /// Persons with an open case that was registered before the task force took over.
    OldStock,
    /// Syrians with an open case.
    OpenSyrians,
    /// Syrians whose case was closed in the month, by a decision or otherwise.
    ClosedSyrians,
}

impl Watches {
    const COUNT: usize = 3;
}

/// The task force took over what had been applied for before this day.
pub(super) fn taken_over() -> Day {
    Day::from_ymd(2020, 4, 1).expect("a day of the calendar")
}

/// Counts month by month, in persons of the chain as it is run.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    taken_over: Day,
    now: [i64; Watches::COUNT],
    /// At or over each month, in the order of [`Watches`].
    pub(super) months: Vec<[i64; Watches::COUNT]>,
}

impl Default for Watch {
    fn default() -> Watch {
        Watch { taken_over: taken_over(), now: [0; Watches::COUNT], months: Vec::new() }
    }
}

impl Recorder for Watch {
    fn moved(
        &mut self,
        _: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        _: Option<Exit>,
    ) {
        let open = |stage: Option<Stage>| i64::from(stage.is_some_and(Stage::is_open_case));
        let persons = (open(to) - open(from)) * i64::from(applicant.persons);
        if applicant.dates.at(Moment::Registered).is_some_and(|day| day < self.taken_over) {
            self.now[Watches::OldStock as usize] += persons;
        }
        if applicant.nationality == Nationality::Syria && !applicant.relative {
            self.now[Watches::OpenSyrians as usize] += persons;
            self.now[Watches::ClosedSyrians as usize] -= persons.min(0);
        }
    }

    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}

    fn evening(&mut self, day: Day, _: &World) {
        if Month::of(day).last() == day {
            self.months.push(self.now);
            self.now[Watches::ClosedSyrians as usize] = 0;
        }
    }
}
