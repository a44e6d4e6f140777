//! The way of synthetic persons through the chain, the same persons under several scenarios.

use std::collections::BTreeMap;

use super::replication::watched;
use crate::flow::{Applicant, Exit, News, Outcome, Recorder, Stage, Wait, World};
use crate::policy::Nationality;
use crate::random::Key;
use crate::record::Daily;
use crate::scenario::Scenario;
use crate::time::Day;

/// Which replication is looked at.
#[derive(Copy, Clone, Debug)]
pub struct Luck {
    /// The seed.
    pub seed: u64,
    /// The replication, from 0.
    pub replication: u32,
    /// Whether every uncertainty is held.
    pub fixed: bool,
}

/// A stay in a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stay {
    /// The stage.
    pub stage: Stage,
    /// The day they came.
    pub from: Day,
    /// The day they left; `None` when they are there at the end of the run.
    pub until: Option<Day>,
    /// How they left the chain from here.
    pub exit: Option<Exit>,
    /// What the application had come to when they left.
    pub outcome: Option<Outcome>,
    /// What happened to them here, in order.
    pub news: Vec<(Day, News)>,
}

/// The way of one household.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// Where they come from.
    pub nationality: Nationality,
    /// How many they are, at the last move.
    pub persons: u8,
    /// Whether they are an unaccompanied minor when they come.
    pub unaccompanied: bool,
    /// Their stays in order. A file on paper, such as an appeal of those who live on elsewhere, stands among them.
    pub stays: Vec<Stay>,
}

impl Way {
    /// Days spent waiting for this, up to the end of the run.
    pub fn days(&self, wait: Wait, end: Day) -> i64 {
        let stays = self.stays.iter().filter(|stay| stay.stage.waits_for() == wait);
        stays.map(|stay| i64::from((stay.until.unwrap_or(end) - stay.from).0)).sum()
    }

    /// The first day on which it differs from another way; `None` when it does not.
    pub fn parts_from(&self, other: &Way) -> Option<Day> {
        let pairs = self.stays.iter().zip(&other.stays);
        let same = pairs.take_while(|(a, b)| a == b).count();
        let [ours, theirs] = [&self.stays, &other.stays].map(|stays| stays.get(same));
        match (ours, theirs) {
            (None, None) => None,
            // In the same stage from the same day: they part when the first of them leaves, or something happens to one.
            (Some(a), Some(b)) if (a.stage, a.from) == (b.stage, b.from) => {
                let alike = a.news.iter().zip(&b.news).take_while(|(a, b)| a == b).count();
                let happened = [a, b].map(|stay| stay.news.get(alike).map(|(day, _)| *day));
                happened.into_iter().chain([a.until, b.until]).flatten().min()
            }
            (a, b) => a.into_iter().chain(b).map(|stay| stay.from).min(),
        }
    }

    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        let open = |stay: &&mut Stay| Some(stay.stage) == from && stay.until.is_none();
        if let Some(left) = self.stays.iter_mut().rev().find(open) {
            (left.until, left.exit, left.outcome) = (Some(day), exit, applicant.outcome);
        }
        if let Some(stage) = to {
            self.persons = applicant.persons;
            self.stays.push(Stay {
                stage,
                from: day,
                until: None,
                exit: None,
                outcome: None,
                news: Vec::new(),
            });
        }
    }
}

/// Whose ways are kept.
#[derive(Debug)]
enum Whom {
    /// One person's.
    One(Key),
    /// Those of everybody who comes after the start.
    Newcomers(Day),
}

#[derive(Debug)]
struct Ways {
    whom: Whom,
    ways: BTreeMap<Key, Way>,
}

impl Recorder for Ways {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        let wanted = match self.whom {
            Whom::One(key) => applicant.key == key,
            Whom::Newcomers(start) => {
                self.ways.contains_key(&applicant.key)
                    || (from.is_none() && day > start && to == Some(Stage::Registration))
            }
        };
        if wanted {
            let new = || Way {
                nationality: applicant.nationality,
                persons: applicant.persons,
                unaccompanied: applicant.unaccompanied,
                stays: Vec::new(),
            };
            self.ways.entry(applicant.key).or_insert_with(new).moved(day, applicant, from, to, exit);
        }
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        if matches!(self.whom, Whom::Newcomers(_)) {
            return;
        }
        let Some(way) = self.ways.get_mut(&applicant.key) else { return };
        if let Some(stay) =
            way.stays.iter_mut().rev().find(|stay| stay.stage == applicant.stage && stay.until.is_none())
        {
            stay.news.push((day, news));
        }
    }

    fn evening(&mut self, _: Day, _: &World) {}
}

/// The way of one person under a scenario; `None` when nobody of that key is in the chain.
pub fn way(scenario: &Scenario, luck: Luck, who: Key) -> Option<Way> {
    all(scenario, luck, Whom::One(who)).remove(&who)
}

/// The ways of everybody who comes after the start of the run, without what happened to them on it.
pub fn newcomers(scenario: &Scenario, luck: Luck) -> BTreeMap<Key, Way> {
    all(scenario, luck, Whom::Newcomers(scenario.start))
}

fn all(scenario: &Scenario, luck: Luck, whom: Whom) -> BTreeMap<Key, Way> {
    let ways = Ways { whom, ways: BTreeMap::new() };
    watched(scenario, luck.seed, luck.replication, luck.fixed, Daily::No, ways).1.ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Days;

    fn way(stays: &[(Stage, i32, Option<i32>, &[i32])]) -> Way {
        let day = |number: i32| Day::from_ymd(2026, 1, 1).unwrap() + Days(number);
        let stay = |&(stage, from, until, news): &(Stage, i32, Option<i32>, &[i32])| Stay {
            stage,
            from: day(from),
            until: until.map(day),
            exit: None,
            outcome: None,
            news: news.iter().map(|number| (day(*number), News::FirstApplication)).collect(),
        };
        Way {
            nationality: Nationality::Other,
            persons: 1,
            unaccompanied: false,
            stays: stays.iter().map(stay).collect(),
        }
    }

    #[test]
    fn two_ways_part_on_the_first_day_that_differs() {
        use Stage::{Decision, Interview, Registration};
        let first = (Registration, 0, Some(5), [].as_slice());
        let ours = way(&[first, (Interview, 5, Some(40), &[9, 20])]);
        let parted = |stays: &[(Stage, i32, Option<i32>, &[i32])]| {
            let theirs = way(stays);
            let day = ours.parts_from(&theirs);
            assert_eq!(day, theirs.parts_from(&ours));
            day.map(|day| (day - Day::from_ymd(2026, 1, 1).unwrap()).0)
        };
        assert_eq!(parted(&[first, (Interview, 5, Some(40), &[9, 20])]), None);
        // Another stage, or the same one later: when the first of them comes to it.
        assert_eq!(parted(&[first, (Decision, 5, Some(40), &[])]), Some(5));
        assert_eq!(parted(&[(Registration, 0, Some(7), &[]), (Interview, 7, None, &[])]), Some(5));
        // One of them has no more.
        assert_eq!(parted(&[first]), Some(5));
        // In the same stage from the same day: the first to leave, or the first to whom something happens.
        assert_eq!(parted(&[first, (Interview, 5, None, &[9, 20])]), Some(40));
        assert_eq!(parted(&[first, (Interview, 5, Some(30), &[9, 20])]), Some(30));
        assert_eq!(parted(&[first, (Interview, 5, Some(40), &[9, 12])]), Some(12));
        assert_eq!(parted(&[first, (Interview, 5, Some(40), &[9])]), Some(20));
    }
}
