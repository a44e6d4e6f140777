//! What holds for a case: every lever's timeline, whom it binds, and the triggers.

use super::estimate::Estimate;
use super::given::Given;
use super::indicator::Readings;
use super::lever::kinds::{Days as Term, Reads};
use super::levers;
use super::sets::{Part, Sets};
use super::trigger::{Move, TriggerState};
use super::{Binds, Lever, Nationality, Step, Timeline, Trigger, Uncertainty, unit};
use crate::random::Stream;
use crate::time::{Day, Days};

/// Takes out of a list what concerns something, and puts in what another list has of it.
fn adopt<T: Clone>(list: &mut Vec<T>, other: &[T], concerns: impl Fn(&T) -> bool) {
    list.retain(|one| !concerns(one));
    list.extend(other.iter().filter(|one| concerns(one)).cloned());
}

/// The law of one scenario, or of one replication of it.
#[derive(Clone, Debug)]
pub struct Policy {
    timelines: Vec<Timeline>,
    binds: Vec<Binds>,
    uncertainties: Vec<Uncertainty>,
    triggers: Vec<Trigger>,
    plans: Vec<Timeline>,
    states: Vec<TriggerState>,
    estimates: Vec<&'static Estimate>,
    start: Day,
    /// Rows that an estimate has moved, with what was stated of them.
    moved: Vec<(usize, Timeline, Timeline)>,
    /// First applications that are given.
    given: Option<Given>,
    /// Values that fit together, of which a replication takes a set.
    sets: Option<Sets>,
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
        let (estimates, moved, start) = (Vec::new(), Vec::new(), Day::from_number(0));
        let (given, sets) = (None, None);
        Policy {
            timelines,
            binds,
            uncertainties,
            triggers,
            plans,
            states,
            estimates,
            start,
            moved,
            given,
            sets,
        }
    }

    /// The same policy in which these values are estimates at the start of the run, moved by their uncertainties.
    pub fn with_estimates(mut self, estimates: Vec<&'static Estimate>, start: Day) -> Policy {
        (self.estimates, self.start) = (estimates, start);
        self
    }

    /// The same policy with first applications that are given month by month, where a scenario gives them.
    pub fn with_given(mut self, given: Option<Given>) -> Policy {
        self.given = given;
        self
    }

    /// The same policy in which a replication takes one of these sets, and no longer draws what they speak of.
    pub fn with_sets(mut self, sets: Option<Sets>) -> Policy {
        if let Some(sets) = &sets {
            self.uncertainties.retain(|one| sets.rows().iter().all(|(row, _)| *row != one.index));
        }
        self.sets = sets;
        self
    }

    /// The sets of which a replication takes one, if there are any.
    pub fn sets(&self) -> Option<&Sets> {
        self.sets.as_ref()
    }

    /// The first applications that are given, if any are.
    pub fn given(&self) -> Option<&Given> {
        self.given.as_ref()
    }

    /// This policy with some rows of the catalogue as others have them: the timeline, whom it binds, its range, its triggers
    /// and whether its value is an estimate.
    pub fn adopting(&self, rows: &[(usize, &Policy)]) -> Policy {
        let mut all = self.clone();
        for &(row, other) in rows {
            all.timelines[row] = other.timelines[row].clone();
            all.binds[row] = other.binds[row];
            adopt(&mut all.uncertainties, &other.uncertainties, |one| one.index == row);
            adopt(&mut all.triggers, &other.triggers, |one| one.lever == row);
            adopt(&mut all.estimates, &other.estimates, |one| one.of == row);
        }
        Policy::new(all.timelines, all.binds, all.uncertainties, all.triggers)
            .with_estimates(all.estimates, self.start)
            .with_given(all.given)
            .with_sets(all.sets)
    }

    /// Whether a row of the catalogue is in every way as another policy has it.
    pub fn agrees(&self, other: &Policy, row: usize) -> bool {
        fn of<'a, T: 'a>(all: &'a [T], has: impl Fn(&T) -> bool) -> Vec<&'a T> {
            all.iter().filter(|one| has(one)).collect()
        }
        self.timelines[row] == other.timelines[row]
            && self.binds[row] == other.binds[row]
            && of(&self.uncertainties, |one| one.index == row)
                == of(&other.uncertainties, |one| one.index == row)
            && of(&self.triggers, |one| one.lever == row) == of(&other.triggers, |one| one.lever == row)
    }

    /// The policy of one replication: every uncertainty takes a value drawn from its range, but for those of which a set
    /// says what they are worth.
    pub fn drawn(&self, stream: Stream, replication: u32) -> Policy {
        let mut policy = self.clone();
        for uncertainty in &self.uncertainties {
            policy.timelines[uncertainty.index] = Timeline::constant([uncertainty.draw(stream)].into());
        }
        policy = policy.with_set_of(replication);
        policy.move_estimates();
        policy.lay_given();
        policy
    }

    /// The policy of a run in which every uncertainty keeps its value; of sets it takes the first.
    pub fn held(&self) -> Policy {
        let mut policy = self.clone().with_set_of(0);
        policy.move_estimates();
        policy.lay_given();
        policy
    }

    /// The same policy with only those steps of its rows, by place in the catalogue and day, that are kept. What holds from the
    /// beginning stays.
    pub fn keeping(mut self, keep: impl Fn(usize, Day) -> bool) -> Policy {
        for (row, line) in self.timelines.iter_mut().enumerate() {
            let kept = line.steps().iter().enumerate().filter(|(n, step)| *n == 0 || keep(row, step.from));
            *line = Timeline::new(kept.map(|(_, step)| step.clone()).collect());
        }
        if !self.plans.is_empty() {
            self.plans = self.timelines.clone();
        }
        self
    }

    /// The same policy with one step more of a row, to this number in every place, in place of one on the same day.
    pub fn stepping(mut self, row: usize, from: Day, value: f64) -> Policy {
        let others = self.timelines[row].steps().iter().filter(|step| step.from != from).cloned();
        let step = Step {
            from,
            values: vec![value; levers::declaration(row).kind.width()].into(),
            triggered: false,
        };
        let mut steps: Vec<Step> = others.chain([step]).collect();
        steps.sort_by_key(|step| step.from);
        self.lay(row, Timeline::new(steps));
        self
    }

    /// The same policy in which these rows are nought in every replication.
    pub fn without(mut self, rows: &[usize]) -> Policy {
        self.uncertainties.retain(|one| !rows.contains(&one.index));
        self.sets = self.sets.take().map(|sets| sets.without(rows));
        for &row in rows {
            let width = levers::declaration(row).kind.width();
            self.lay(row, Timeline::constant(vec![0.0; width].into()));
        }
        self
    }

    /// The same policy with every step of a row so many times as large, within the bounds of the row.
    pub fn multiplied(mut self, row: usize, times: f64) -> Policy {
        let (low, high) = levers::declaration(row).range;
        let line = self.timelines[row].changed(|number| (number * times).clamp(low, high));
        self.lay(row, line);
        self
    }

    fn lay(&mut self, row: usize, line: Timeline) {
        if let Some(plan) = self.plans.get_mut(row) {
            *plan = line.clone();
        }
        self.timelines[row] = line;
    }

    /// The set of a replication in place of what was drawn.
    fn with_set_of(mut self, replication: u32) -> Policy {
        let Some(sets) = self.sets.take() else { return self };
        for (row, part, number) in sets.of(replication) {
            match part {
                Part::Value => self.lay(row, Timeline::constant([number].into())),
                Part::Times => self = self.multiplied(row, number),
            }
        }
        self.sets = Some(sets);
        self
    }

    /// Lays what is given over what was drawn or held.
    fn lay_given(&mut self) {
        let Some(given) = &self.given else { return };
        for row in Given::ROWS {
            self.timelines[row] = given.over(row, &self.timelines[row]);
            if let Some(plan) = self.plans.get_mut(row) {
                *plan = given.over(row, plan);
            }
        }
    }

    fn move_estimates(&mut self) {
        for estimate in std::mem::take(&mut self.estimates) {
            let amount = self.timelines[estimate.by].at(self.start)[0];
            if amount == estimate.how.neutral() {
                continue;
            }
            let stated = self.timelines[estimate.of].clone();
            let line = &mut self.timelines[estimate.of];
            line.revise(self.start, |numbers| estimate.moved(numbers, amount));
            if let Some(plan) = self.plans.get_mut(estimate.of) {
                *plan = line.clone();
            }
            self.moved.push((estimate.of, line.clone(), stated));
        }
    }

    /// The policy of a chain of one in so many: every number that grows with the size of the chain, stocks, arrivals and
    /// capacities, is that many times as small. Estimates have been moved before.
    pub fn thinned(mut self, one_in: u32) -> Policy {
        if one_in == 1 {
            return self;
        }
        let part = |number: f64| number / f64::from(one_in);
        let extensive = |row: usize| unit::is_extensive(levers::declaration(row).unit);
        for row in (0..self.timelines.len()).filter(|row| extensive(*row)) {
            self.timelines[row] = self.timelines[row].changed(part);
            if let Some(plan) = self.plans.get_mut(row) {
                *plan = plan.changed(part);
            }
        }
        for trigger in &mut self.triggers {
            if extensive(trigger.lever) {
                trigger.values.iter_mut().for_each(|number| *number = part(*number));
            }
            for condition in std::iter::once(&mut trigger.when).chain(&mut trigger.until) {
                if condition.indicator.is_extensive() {
                    condition.threshold = part(condition.threshold);
                }
            }
        }
        for (row, moved, stated) in self.moved.iter_mut().filter(|(row, ..)| extensive(*row)) {
            *moved = self.timelines[*row].clone();
            *stated = stated.changed(part);
        }
        self
    }

    /// What a row of a chain of one in so many says of the whole chain, to a millionth.
    pub fn stated_whole(&self, index: usize, one_in: u32) -> Timeline {
        let stated = self.stated(index);
        if one_in == 1 || !unit::is_extensive(levers::declaration(index).unit) {
            return stated;
        }
        stated.changed(|number| (number * f64::from(one_in) * 1e6).round() / 1e6)
    }

    /// The timeline of a row as scenario and triggers have it: where an estimate moved it, what was stated.
    pub fn stated(&self, index: usize) -> Timeline {
        let line = &self.timelines[index];
        match self.moved.iter().find(|(row, ..)| *row == index) {
            Some((_, moved, stated)) => line.retold(moved, stated),
            None => line.clone(),
        }
    }

    /// What a lever is worth on a day, for a nationality where it is keyed by it.
    pub fn on<K: Reads>(&self, lever: Lever<K>, day: Day, nationality: Nationality) -> K::Value<'_> {
        K::read(self.timelines[lever.index()].at(day), nationality)
    }

    /// What a lever that does not depend on nationality is worth on a day.
    pub fn today<K: Reads>(&self, lever: Lever<K>, day: Day) -> K::Value<'_> {
        self.on(lever, day, Nationality::Other)
    }

    /// The first day on which, by the law of that day, as many days have passed since a day as a lever says. Who has come so
    /// far under one law stays there under a later one.
    pub fn first_after(&self, lever: Lever<Term>, since: Day) -> Option<Day> {
        let steps = self.timelines[lever.index()].steps();
        let until = steps.iter().skip(1).map(|next| Some(next.from)).chain([None]);
        steps.iter().zip(until).find_map(|(step, until)| {
            let day = (since + Days(step.values[0] as i32)).max(step.from);
            until.is_none_or(|until| day < until).then_some(day)
        })
    }

    /// Whom a lever binds.
    pub fn binds<K>(&self, lever: Lever<K>) -> Binds {
        self.binds[lever.index()]
    }

    /// Whom a row of the catalogue binds.
    pub fn binding(&self, row: usize) -> Binds {
        self.binds[row]
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
