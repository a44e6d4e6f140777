//! Everybody's way through the chain, person by person.

use std::collections::HashMap;

use doorstroom::flow::{self, Applicant, Exit, News, Recorder, Stage, World};
use doorstroom::random::{Key, Stream};
use doorstroom::scenario::Scenario;
use doorstroom::time::Day;

/// One step of somebody's way through the chain.
#[derive(Clone, Debug)]
pub(crate) struct Move {
    pub(crate) day: Day,
    pub(crate) from: Option<Stage>,
    pub(crate) to: Option<Stage>,
    pub(crate) exit: Option<Exit>,
    pub(crate) who: Applicant,
}

/// Everybody's way, by person.
#[derive(Default)]
pub(crate) struct Diaries {
    pub(crate) moves: HashMap<Key, Vec<Move>>,
    pub(crate) news: HashMap<Key, Vec<(Day, News)>>,
}

impl Recorder for Diaries {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        self.moves.entry(applicant.key).or_default().push(Move { day, from, to, exit, who: *applicant });
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        self.news.entry(applicant.key).or_default().push((day, news));
    }

    fn evening(&mut self, _: Day, _: &World) {}
}

impl Diaries {
    /// Everybody in a small chain under the law of before 12 June 2026, changed by these settings: a tenth of the inflow, and
    /// nobody waits for registration.
    pub(crate) fn of(sets: &[&str], days: i32) -> Diaries {
        Diaries::under(super::old_law, sets, days)
    }

    /// The same under the law in force.
    pub(crate) fn in_force(sets: &[&str], days: i32) -> Diaries {
        Diaries::under(super::baseline, sets, days)
    }

    fn under(law: fn(&[&str], i32) -> Scenario, sets: &[&str], days: i32) -> Diaries {
        let small = ["inflow_scale=0.1", "registration_capacity=10000"];
        let sets: Vec<&str> = small.iter().chain(sets).copied().collect();
        Diaries::through(law(&sets, days))
    }

    /// Everybody in the law in force with these tables in place of what it says.
    pub(crate) fn written(tables: &str, days: i32) -> Diaries {
        Diaries::through(super::written(tables, days))
    }

    fn through(scenario: Scenario) -> Diaries {
        let mut diaries = Diaries::default();
        let policy = scenario.policy.clone();
        flow::run(scenario.start, scenario.end, policy, &[], Stream::new(7, 0), &mut diaries);
        diaries
    }

    /// The ways of those who made this move, with its place in them.
    pub(crate) fn who_moved(&self, from: Stage, to: Stage) -> Vec<(&[Move], usize)> {
        let mut found: Vec<(&[Move], usize)> = Vec::new();
        for way in self.moves.values() {
            let at = way.iter().position(|m| (m.from, m.to) == (Some(from), Some(to)));
            found.extend(at.map(|at| (way.as_slice(), at)));
        }
        assert!(!found.is_empty(), "nobody moved from {from:?} to {to:?}");
        found
    }

    pub(crate) fn who_left(&self, from: Stage, exit: Exit) -> Vec<&[Move]> {
        let left = |way: &&Vec<Move>| way.iter().any(|m| m.from == Some(from) && m.exit == Some(exit));
        let found: Vec<&[Move]> = self.moves.values().filter(left).map(Vec::as_slice).collect();
        assert!(!found.is_empty(), "nobody left from {from:?} by {exit:?}");
        found
    }

    pub(crate) fn nobody_moved(&self, from: Stage, to: Stage) {
        let moved = |m: &Move| (m.from, m.to) == (Some(from), Some(to));
        assert!(!self.moves.values().flatten().any(moved), "somebody moved from {from:?} to {to:?}");
    }
}

/// Days between two steps of a way.
pub(crate) fn days(way: &[Move], from: usize, to: usize) -> i32 {
    (way[to].day - way[from].day).0
}
