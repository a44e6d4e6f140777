//! What one lever is worth over time.

use crate::time::Day;

/// From this day on, these numbers hold.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// First day.
    pub from: Day,
    /// The stored numbers, one or one a key.
    pub values: Box<[f64]>,
    /// Whether a trigger set it during the run.
    pub triggered: bool,
}

/// The steps of one lever in order of day. The first one holds before its day too.
#[derive(Clone, PartialEq, Debug)]
pub struct Timeline {
    steps: Vec<Step>,
}

impl Timeline {
    /// A value that never changes.
    pub fn constant(values: Box<[f64]>) -> Timeline {
        Timeline { steps: vec![Step { from: Day::from_number(i32::MIN), values, triggered: false }] }
    }

    /// Steps in strictly ascending order of day. Panics when there are none or the order is another: the scenario
    /// reader has checked both.
    pub fn new(steps: Vec<Step>) -> Timeline {
        assert!(!steps.is_empty(), "a timeline has at least one step");
        assert!(steps.windows(2).all(|w| w[0].from < w[1].from), "the steps of a timeline ascend");
        Timeline { steps }
    }

    /// The numbers that hold on a day.
    pub fn at(&self, day: Day) -> &[f64] {
        // Most timelines have one to five steps: a walk from the end beats a search.
        let step = self.steps.iter().rev().find(|s| s.from <= day).unwrap_or(&self.steps[0]);
        &step.values
    }

    /// The steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether a step takes effect on exactly this day and differs from what held before.
    pub fn steps_on(&self, day: Day) -> bool {
        self.steps.windows(2).any(|w| w[1].from == day && w[0].values != w[1].values)
    }

    /// Revises the numbers that hold on `day`, from the step that set them until the next.
    pub(super) fn revise(&mut self, day: Day, revised: impl Fn(&[f64]) -> Box<[f64]>) {
        let place = self.steps.iter().rposition(|s| s.from <= day).unwrap_or(0);
        self.steps[place].values = revised(&self.steps[place].values);
    }

    /// The same steps with every number changed in the same way.
    pub(super) fn changed(&self, change: impl Fn(f64) -> f64) -> Timeline {
        let mut line = self.clone();
        line.steps
            .iter_mut()
            .flat_map(|step| step.values.iter_mut())
            .for_each(|number| *number = change(*number));
        line
    }

    /// The same line in which every step that agrees with one line says what another says on its day.
    pub(super) fn retold(&self, told: &Timeline, instead: &Timeline) -> Timeline {
        let mut line = self.clone();
        for step in line.steps.iter_mut().filter(|s| *s.values == *told.at(s.from)) {
            step.values = instead.at(step.from).into();
        }
        line
    }

    /// From `day` on these values hold, whatever was planned: a trigger fired.
    pub(super) fn override_from(&mut self, day: Day, values: Box<[f64]>) {
        self.steps.retain(|s| s.from < day);
        self.steps.push(Step { from: day, values, triggered: true });
    }

    /// From `day` on the plan holds again: a trigger was released.
    pub(super) fn resume_from(&mut self, day: Day, plan: &Timeline) {
        self.steps.retain(|s| s.from < day);
        self.steps.push(Step { from: day, values: plan.at(day).into(), triggered: true });
        self.steps.extend(plan.steps.iter().filter(|s| s.from > day).cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Day {
        Day::from_number(number)
    }

    fn timeline(steps: &[(i32, f64)]) -> Timeline {
        let step =
            |&(from, value): &(i32, f64)| Step { from: day(from), values: [value].into(), triggered: false };
        Timeline::new(steps.iter().map(step).collect())
    }

    #[test]
    fn a_step_holds_from_its_own_day_and_the_first_before_it_too() {
        let line = timeline(&[(10, 1.0), (20, 2.0)]);
        assert_eq!((line.at(day(0))[0], line.at(day(19))[0], line.at(day(20))[0]), (1.0, 1.0, 2.0));
        assert!(line.steps_on(day(20)) && !line.steps_on(day(10)));
    }

    #[test]
    fn a_released_trigger_gives_way_to_the_plan() {
        let plan = timeline(&[(0, 1.0), (50, 2.0)]);
        let mut line = plan.clone();
        line.override_from(day(10), [9.0].into());
        assert_eq!((line.at(day(9))[0], line.at(day(60))[0]), (1.0, 9.0));
        line.resume_from(day(60), &plan);
        assert_eq!((line.at(day(59))[0], line.at(day(60))[0]), (9.0, 2.0));
    }
}
