//! Rules that act when the simulated chain says so (*noodremprocedure*).

use super::Indicator;
use super::indicator::Readings;

/// A number above or below a threshold, for a number of evenings in a row.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Condition {
    /// What is looked at.
    pub indicator: Indicator,
    /// Whether it must lie above the threshold (else below).
    pub above: bool,
    /// The threshold, in the unit of the indicator.
    pub threshold: f64,
    /// Evenings in a row on which it must hold.
    pub days: u32,
}

impl Condition {
    fn holds(&self, readings: &Readings) -> bool {
        let reading = readings[self.indicator as usize];
        if self.above { reading > self.threshold } else { reading < self.threshold }
    }
}

/// Sets a lever when a condition holds, and releases it when another does.
#[derive(Clone, PartialEq, Debug)]
pub struct Trigger {
    /// Place of the lever in the catalogue.
    pub lever: usize,
    /// The numbers it sets.
    pub values: Box<[f64]>,
    /// When it fires.
    pub when: Condition,
    /// When it is released; `None` means never.
    pub until: Option<Condition>,
}

/// How far a trigger is on its way.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct TriggerState {
    active: bool,
    evenings: u32,
}

/// What a trigger does this morning.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Move {
    Fire,
    Release,
}

impl TriggerState {
    /// Reads last evening's numbers.
    pub(super) fn morning(&mut self, trigger: &Trigger, readings: &Readings) -> Option<Move> {
        let condition = if self.active { trigger.until.as_ref()? } else { &trigger.when };
        if !condition.holds(readings) {
            self.evenings = 0;
            return None;
        }
        self.evenings += 1;
        if self.evenings < condition.days {
            return None;
        }
        self.evenings = 0;
        self.active = !self.active;
        Some(if self.active { Move::Fire } else { Move::Release })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brake_needs_its_evenings_in_a_row() {
        let at =
            |above, threshold, days| Condition { indicator: Indicator::OpenCases, above, threshold, days };
        let trigger = Trigger {
            lever: 0,
            values: [1.0].into(),
            when: at(true, 10.0, 2),
            until: Some(at(false, 5.0, 1)),
        };
        let mut state = TriggerState::default();
        let mut morning = |open| state.morning(&trigger, &[0.0, open, 0.0, 0.0, 0.0]);
        let seen: Vec<_> = [11.0, 9.0, 11.0, 12.0, 12.0, 6.0, 4.0].map(&mut morning).into();
        assert_eq!(seen, [None, None, None, Some(Move::Fire), None, None, Some(Move::Release)]);
    }
}
