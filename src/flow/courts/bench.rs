//! Judges of the district court: planned, trained, in training.
//!
//! * **Law.** None.
//! * **In.** The plan of `court_capacity`.
//! * **Out.** Appeals a year that trained judges can rule on.
//! * **Levers.** `court_capacity`, `judge_training`, `court_growth`.
//! * **Simplifications.** On the first day there are as many as planned. Judges in training rule on nothing; who leaves is
//!   replaced in time. A plan below those there is met that day: judges go to other cases. Clerks and rooms follow.

use std::collections::VecDeque;

use crate::policy::Policy;
use crate::policy::levers::courts::{COURT_CAPACITY, COURT_GROWTH, JUDGE_TRAINING};
use crate::time::{Day, Days};

const DAYS_A_YEAR: f64 = 365.25;
/// Selected within so many days of each other, judges are trained together.
const CLASS: Days = Days(28);

/// What the district court can do \[appeals a year\].
#[derive(Clone, Debug)]
pub struct Bench {
    trained: f64,
    /// What those in training will be able to do, by the day on which they began, the earliest first.
    classes: VecDeque<(Day, f64)>,
}

impl Bench {
    /// As planned, with nobody in training beyond those who replace others.
    pub(crate) fn new(policy: &Policy, start: Day) -> Bench {
        Bench { trained: policy.today(COURT_CAPACITY, start), classes: VecDeque::new() }
    }

    /// A day passes: some have been trained, some are selected.
    pub(crate) fn morning(&mut self, policy: &Policy, today: Day) {
        let training = policy.today(JUDGE_TRAINING, today);
        while let Some(&(began, appeals)) = self.classes.front()
            && today - began >= training
        {
            self.trained += appeals;
            self.classes.pop_front();
        }
        let planned = policy.today(COURT_CAPACITY, today);
        let lacking = planned - self.trained - self.in_training();
        if lacking <= 0.0 {
            self.release(-lacking);
            return;
        }
        let most = self.trained.max(planned) * policy.today(COURT_GROWTH, today) / DAYS_A_YEAR;
        let selected = lacking.min(most);
        match self.classes.back_mut() {
            Some(class) if today - class.0 < CLASS => class.1 += selected,
            _ => self.classes.push_back((today, selected)),
        }
    }

    /// Those in training go first, the latest before the others; then trained judges.
    fn release(&mut self, mut surplus: f64) {
        while let Some(class) = self.classes.back_mut() {
            let gone = surplus.min(class.1);
            class.1 -= gone;
            surplus -= gone;
            if class.1 > 0.0 || surplus <= 0.0 {
                break;
            }
            self.classes.pop_back();
        }
        self.trained = (self.trained - surplus).max(0.0);
    }

    /// What trained judges can do \[appeals a year\].
    pub fn trained(&self) -> f64 {
        self.trained
    }

    /// What those in training will be able to do \[appeals a year\].
    pub fn in_training(&self) -> f64 {
        self.classes.iter().map(|class| class.1).sum()
    }
}
