//! What a stage sees: one household, the law that binds it, its own dice, and the day.

use super::applicant::Applicant;
use super::recorder::News;
use crate::policy::lever::kinds::{Days as Term, Reads};
use crate::policy::levers::staff::{TASK_FORCE, TASK_FORCE_SAVES};
use crate::policy::{Binds, Lever, Moment, Policy};
use crate::random::{Dice, Draw, Duration};
use crate::time::{Day, Days};

/// Coefficient of variation of procedural times: the suggested 0.5 to 0.7 of the calibration sheet, its middle.
pub(crate) const SPREAD: f64 = 0.6;

/// One household at the door of a stage.
#[derive(Debug)]
pub struct Case<'a> {
    /// Today.
    pub today: Day,
    /// The household.
    pub applicant: &'a mut Applicant,
    policy: &'a Policy,
    dice: Dice,
    news: &'a mut Vec<News>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        today: Day,
        applicant: &'a mut Applicant,
        policy: &'a Policy,
        dice: Dice,
        news: &'a mut Vec<News>,
    ) -> Case<'a> {
        Case { today, applicant, policy, dice, news }
    }

    /// What a lever is worth for this household: the value of today, or of the day of the moment that binds it. Where
    /// that moment has not come yet, today's value binds.
    pub fn lever<K: Reads>(&self, lever: Lever<K>) -> K::Value<'a> {
        let day = match self.policy.binds(lever) {
            Binds::Today => self.today,
            Binds::At(moment) => self.applicant.dates.at(moment).unwrap_or(self.today),
        };
        self.policy.on(lever, day, self.applicant.nationality)
    }

    /// What a lever is worth for those of their nationality whom the law of a day binds.
    pub fn on<K: Reads>(&self, lever: Lever<K>, day: Day) -> K::Value<'a> {
        self.policy.on(lever, day, self.applicant.nationality)
    }

    /// The first day on which, by the law of that day, as many days have passed since a day as a lever says.
    pub fn first_after(&self, lever: Lever<Term>, since: Day) -> Option<Day> {
        self.policy.first_after(lever, since)
    }

    /// Whether something with this probability happens to them on this application.
    pub fn happens(&self, draw: Draw, probability: f64) -> bool {
        self.dice.happens(draw, self.visit(), probability)
    }

    /// Which of several outcomes with these shares happens; the last takes what the shares leave.
    pub fn choose(&self, draw: Draw, shares: &[f64]) -> usize {
        self.dice.choose(draw, self.visit(), shares)
    }

    /// Which of several outcomes happens to them, whatever application this is: the state that took their fingerprints.
    pub fn choose_for_life(&self, draw: Draw, shares: &[f64]) -> usize {
        self.dice.choose(draw, 0, shares)
    }

    /// Whether something happens to them, whatever application and round this is.
    pub fn happens_for_life(&self, draw: Draw, probability: f64) -> bool {
        self.dice.happens(draw, 0, probability)
    }

    /// Their uniform number for a purpose, whatever application and round this is.
    pub fn uniform_for_life(&self, draw: Draw) -> f64 {
        self.dice.uniform(draw, 0)
    }

    /// How long something takes them, whatever application and round this is.
    pub fn time_for_life(&self, draw: Draw, duration: Duration) -> Days {
        duration.days(self.dice.uniform(draw, 0))
    }

    /// A mean time between two agencies, as a task force leaves it [days].
    pub(crate) fn between_agencies(&self, lever: Lever<Term>) -> f64 {
        let saved = if self.lever(TASK_FORCE) { self.lever(TASK_FORCE_SAVES) } else { 0.0 };
        f64::from(self.lever(lever).0) * (1.0 - saved)
    }

    /// How long something takes them.
    pub fn time(&self, draw: Draw, duration: Duration) -> Days {
        duration.days(self.dice.uniform(draw, self.visit()))
    }

    /// Their uniform number for a purpose.
    pub fn uniform(&self, draw: Draw) -> f64 {
        self.dice.uniform(draw, self.visit())
    }

    /// Application and round together: a second decision is a new throw.
    fn visit(&self) -> u32 {
        u32::from(self.applicant.visit) * 256 + u32::from(self.applicant.round)
    }

    /// Notes that a moment of the case came today.
    pub fn note(&mut self, moment: Moment) {
        self.applicant.dates.note(moment, self.today);
    }

    /// Tells whoever listens.
    pub fn announce(&mut self, news: News) {
        self.news.push(news);
    }

    /// Days since they entered the stage they are in.
    pub fn days_here(&self) -> Days {
        self.today - self.applicant.entered
    }
}
