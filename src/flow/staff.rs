//! Decision officers: planned, employed, in training.
//!
//! * **Law.** None.
//! * **In.** The plan of `decision_staff`.
//! * **Out.** Trained officers' worth of work, for the desk of the decision officers.
//! * **Levers.** `decision_staff`, `decision_hiring`, `training_days`, `trainee_output`, `staff_attrition`,
//!   `transition_loss`.
//! * **Simplifications.** On the first day as many are employed as planned, with the usual share in training, and the hours a
//!   decision takes are counted for that mix. Officers leave evenly, whatever their experience. A plan below those employed
//!   is met that day, by contracts that end. Registration, the family unit and the courts get their plan at once.

use std::collections::VecDeque;

use crate::policy::Policy;
use crate::policy::levers::procedure::DECISION_STAFF;
use crate::policy::levers::staff::{
    DECISION_HIRING, STAFF_ATTRITION, TRAINEE_OUTPUT, TRAINING_DAYS, TRANSITION_LOSS,
};
use crate::random::math;
use crate::time::{Day, Days};

const DAYS_A_YEAR: f64 = 365.25;
/// Hired within so many days of each other, officers are trained together.
const CLASS: Days = Days(28);

/// Who decides \[full-time equivalents\].
#[derive(Clone, Debug)]
pub struct Staff {
    planned: f64,
    trained: f64,
    /// Those in training by the day of hiring, the earliest first.
    classes: VecDeque<(Day, f64)>,
    /// What the officers of the first day produce, a head, in trained officers.
    usual: f64,
    output: f64,
    /// The part of a day's work that is kept while new ways are learnt.
    kept: f64,
}

impl Staff {
    /// As planned, with the share in training that hiring for those who leave keeps up.
    pub(crate) fn new(policy: &Policy, start: Day) -> Staff {
        let planned = policy.today(DECISION_STAFF, start);
        let training = policy.today(TRAINING_DAYS, start).0;
        let output = policy.today(TRAINEE_OUTPUT, start);
        let new = 1.0 - math::exp(-yearly(policy, start) * f64::from(training) / DAYS_A_YEAR);
        let count = (training / CLASS.0).max(1);
        let hired = |i: i32| start - Days(training * (2 * (count - i) - 1) / (2 * count));
        let size = planned * new / f64::from(count);
        Staff {
            planned,
            trained: planned * (1.0 - new),
            classes: (0..count).map(|i| (hired(i), size)).collect(),
            usual: 1.0 - new * (1.0 - output),
            output,
            kept: 1.0 - policy.today(TRANSITION_LOSS, start),
        }
    }

    /// A day passes: some leave, some have been trained, some are hired.
    pub(crate) fn morning(&mut self, policy: &Policy, today: Day) {
        self.planned = policy.today(DECISION_STAFF, today);
        self.output = policy.today(TRAINEE_OUTPUT, today);
        self.kept = 1.0 - policy.today(TRANSITION_LOSS, today);
        self.keep(math::exp(-yearly(policy, today) / DAYS_A_YEAR));
        let training = policy.today(TRAINING_DAYS, today);
        while let Some(&(hired, officers)) = self.classes.front()
            && today - hired >= training
        {
            self.trained += officers;
            self.classes.pop_front();
        }
        let lacking = self.planned - self.employed();
        if lacking < 0.0 {
            self.keep(self.planned / self.employed());
        } else {
            self.hire(lacking.min(policy.today(DECISION_HIRING, today) * 12.0 / DAYS_A_YEAR), today);
        }
    }

    fn keep(&mut self, share: f64) {
        self.trained *= share;
        self.classes.iter_mut().for_each(|class| class.1 *= share);
    }

    fn hire(&mut self, officers: f64, today: Day) {
        match self.classes.back_mut() {
            Some(class) if today - class.0 < CLASS => class.1 += officers,
            _ if officers > 0.0 => self.classes.push_back((today, officers)),
            _ => {}
        }
    }

    /// How many are wanted.
    pub fn planned(&self) -> f64 {
        self.planned
    }

    /// How many there are.
    pub fn employed(&self) -> f64 {
        self.trained + self.in_training()
    }

    /// How many of them are in training.
    pub fn in_training(&self) -> f64 {
        self.classes.iter().map(|class| class.1).sum()
    }

    /// What they produce, in officers of the usual mix: the unit in which hours a decision are counted.
    pub(crate) fn effective(&self) -> f64 {
        self.kept * (self.trained + self.output * self.in_training()) / self.usual.max(1e-9)
    }
}

/// The rate at which officers leave \[a year\].
fn yearly(policy: &Policy, today: Day) -> f64 {
    // A share a year of 1 would be an endless rate.
    -math::ln(1.0 - policy.today(STAFF_ATTRITION, today).min(0.999))
}
