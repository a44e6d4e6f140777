//! How long people wait: by the year in which a wait began, how many it took how many weeks, and who still waits at the end
//! of the run.

use crate::flow::{Applicant, Exit, News, Recorder, Stage, World};
use crate::policy::Moment;
use crate::time::Day;

/// What people wait for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Awaited {
    /// From registration to the first decision, whichever, withdrawal included.
    Decision,
    /// Relatives abroad: from the application to the first decision.
    Family,
    /// Permit holders: from the permit, or from arrival for relatives, to a dwelling.
    Dwelling,
}

impl Awaited {
    /// All of them.
    pub const ALL: [Awaited; 3] = [Awaited::Decision, Awaited::Family, Awaited::Dwelling];

    /// Whether somebody in this stage waits for it.
    const fn in_stage(self, stage: Stage) -> bool {
        match self {
            Awaited::Decision => stage.is_open_case(),
            Awaited::Family => {
                matches!(stage, Stage::FamilyPreparation | Stage::FamilyDecision | Stage::FamilyHeld)
            }
            Awaited::Dwelling => matches!(stage, Stage::Matching | Stage::Housing),
        }
    }

    /// Since when somebody waits for it. A decision that a court has ordered anew is another wait.
    fn since(self, applicant: &Applicant) -> Option<Day> {
        let (moment, first) = match self {
            Awaited::Decision => (Moment::Registered, true),
            Awaited::Family => (Moment::FamilyApplied, true),
            Awaited::Dwelling => (Moment::Granted, false),
        };
        applicant.dates.at(moment).filter(|_| !first || applicant.round == 0)
    }
}

/// The waits that began in a calendar year, in persons by whole weeks.
#[derive(Clone, PartialEq, Debug)]
pub struct Cohort {
    /// The year.
    pub year: i16,
    /// Waits that ended after so many weeks.
    pub ended: Vec<u32>,
    /// Waits of so many weeks that had not ended on the last day.
    pub open: Vec<u32>,
}

/// Keeps the waits that begin in a run. Those that began before it are left out: whose wait was over is not known.
#[derive(Clone, Debug)]
pub struct Waits {
    start: Day,
    end: Day,
    /// By what people wait for, in the order of [`Awaited::ALL`], the years of the run.
    pub cohorts: [Vec<Cohort>; Awaited::ALL.len()],
}

impl Waits {
    /// No waits yet, of a run between two days.
    pub fn new(start: Day, end: Day) -> Waits {
        let year = |year: i16| {
            let first = Day::from_ymd(year, 1, 1).map_or(start, |day| day.max(start));
            let weeks = usize::try_from((end - first).0 / 7 + 1).unwrap_or(0);
            Cohort { year, ended: vec![0; weeks], open: vec![0; weeks] }
        };
        let years: Vec<Cohort> = (start.year()..=end.year()).map(year).collect();
        Waits { start, end, cohorts: [years.clone(), years.clone(), years] }
    }

    /// The count to which a wait of these persons belongs, that began on one day and is looked at on another.
    fn count(&mut self, what: Awaited, since: Option<Day>, today: Day, open: bool) -> Option<&mut u32> {
        let since = since.filter(|since| *since >= self.start)?;
        let place = usize::try_from(since.year() - self.start.year()).ok()?;
        let cohort = self.cohorts[what as usize].get_mut(place)?;
        let weeks = usize::try_from((today - since).0 / 7).ok()?;
        if open { &mut cohort.open } else { &mut cohort.ended }.get_mut(weeks)
    }
}

impl Recorder for Waits {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        _: Option<Exit>,
    ) {
        let Some(from) = from else { return };
        for what in [Awaited::Family, Awaited::Dwelling] {
            if what.in_stage(from)
                && !to.is_some_and(|to| what.in_stage(to))
                && let Some(count) = self.count(what, what.since(applicant), day, false)
            {
                *count += u32::from(applicant.persons);
            }
        }
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        if news == News::Decided
            && let Some(count) = self.count(Awaited::Decision, Awaited::Decision.since(applicant), day, false)
        {
            *count += u32::from(applicant.persons);
        }
    }

    fn evening(&mut self, day: Day, world: &World) {
        if day != self.end {
            return;
        }
        for applicant in world.population.records() {
            for what in Awaited::ALL {
                if what.in_stage(applicant.stage)
                    && let Some(count) = self.count(what, what.since(applicant), day, true)
                {
                    *count += u32::from(applicant.persons);
                }
            }
        }
    }
}
