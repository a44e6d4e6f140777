//! What holds for a case: every lever's timeline, whom it binds, and the triggers.

use super::indicator::Readings;
use super::lever::kinds::Reads;
use super::levers;
use super::trigger::{Move, TriggerState};
use super::{Binds, Lever, Nationality, Timeline, Trigger, Uncertainty};
use crate::random::Stream;
use crate::time::Day;

/// The law of one scenario, or of one replication of it.
#[derive(Clone, Debug)]
pub struct Policy {
    timelines: Vec<Timeline>,
    binds: Vec<Binds>,
    uncertainties: Vec<Uncertainty>,
    triggers: Vec<Trigger>,
    plans: Vec<Timeline>,
    states: Vec<TriggerState>,
}

impl Policy {
    /// A policy with a timeline for every row of the catalogue. Panics when one is missing: the scenario reader has
    /// checked that.
    pub fn new(
        timelines: Vec<Timeline>,
        binds: Vec<Binds>,
        uncertainties: Vec<Uncertainty>,
        triggers: Vec<Trigger>,
    ) -> Policy {
        assert_eq!(timelines.len(), levers::count(), "a policy has a timeline for every lever");
        assert_eq!(binds.len(), levers::count(), "a policy knows whom every lever binds");
        let plans = if triggers.is_empty() { Vec::new() } else { timelines.clone() };
        let states = vec![TriggerState::default(); triggers.len()];
        Policy { timelines, binds, uncertainties, triggers, plans, states }
    }

    /// The policy of one replication: every uncertainty takes a value drawn from its range.
    pub fn drawn(&self, stream: Stream) -> Policy {
        let mut policy = self.clone();
        for uncertainty in &self.uncertainties {
            policy.timelines[uncertainty.index] = Timeline::constant([uncertainty.draw(stream)].into());
        }
        policy
    }

    /// What a lever is worth on a day, for a nationality where it is keyed by it.
    pub fn on<K: Reads>(&self, lever: Lever<K>, day: Day, nationality: Nationality) -> K::Value<'_> {
        K::read(self.timelines[lever.index()].at(day), nationality)
    }

    /// What a lever that does not depend on nationality is worth on a day.
    pub fn today<K: Reads>(&self, lever: Lever<K>, day: Day) -> K::Value<'_> {
        self.on(lever, day, Nationality::Other)
    }

    /// Whom a lever binds.
    pub fn binds<K>(&self, lever: Lever<K>) -> Binds {
        self.binds[lever.index()]
    }

    /// The timeline of a row of the catalogue.
    pub fn timeline(&self, index: usize) -> &Timeline {
        &self.timelines[index]
    }

    /// The uncertainties that replications draw.
    pub fn uncertainties(&self) -> &[Uncertainty] {
        &self.uncertainties
    }

    /// Whether triggers may change a lever during the run.
    pub fn has_triggers(&self) -> bool {
        !self.triggers.is_empty()
    }

    /// The morning of a day: triggers read last evening's numbers. Returns the rows whose value changes today, whether
    /// by the plan or by a trigger.
    pub fn morning(&mut self, day: Day, readings: &Readings, changed: &mut Vec<usize>) {
        changed.clear();
        changed.extend((0..self.timelines.len()).filter(|&i| self.timelines[i].steps_on(day)));
        for (trigger, state) in self.triggers.iter().zip(&mut self.states) {
            let timeline = &mut self.timelines[trigger.lever];
            match state.morning(trigger, readings) {
                None => continue,
                Some(Move::Fire) => timeline.override_from(day, trigger.values.clone()),
                Some(Move::Release) => timeline.resume_from(day, &self.plans[trigger.lever]),
            }
            if !changed.contains(&trigger.lever) {
                changed.push(trigger.lever);
            }
        }
    }
}
