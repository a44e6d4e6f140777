//! Who watches the stock that a task force took over: open cases registered before a day.

use crate::flow::{Applicant, Exit, News, Recorder, Stage, World};
use crate::policy::Moment;
use crate::time::{Day, Month};

/// Counts persons with an open case that was registered before a day, month by month.
#[derive(Clone, Debug)]
pub(super) struct OldStock {
    before: Day,
    now: i64,
    /// At each month end, in persons of the chain as it is run.
    pub(super) months: Vec<i64>,
}

impl OldStock {
    pub(super) fn new(before: Day) -> OldStock {
        OldStock { before, now: 0, months: Vec::new() }
    }
}

impl Recorder for OldStock {
    fn moved(
        &mut self,
        _: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        _: Option<Exit>,
    ) {
        if applicant.dates.at(Moment::Registered).is_none_or(|day| day >= self.before) {
            return;
        }
        let open = |stage: Option<Stage>| i64::from(stage.is_some_and(Stage::is_open_case));
        self.now += (open(to) - open(from)) * i64::from(applicant.persons);
    }

    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}

    fn evening(&mut self, day: Day, _: &World) {
        if Month::of(day).last() == day {
            self.months.push(self.now);
        }
    }
}
