//! First applications that are given, month by month, and not drawn: what a replay of the past begins with.
//!
//! In the months that are given, the yearly rate of each nationality is that of its month, and the season and every shock
//! to the inflow are at rest. Before them and after them holds what the scenario says.

use super::levers::inflow::{COMMON_VOLATILITY, FIRST_APPLICATIONS, MONTH_NOISE, OWN_VOLATILITY, SEASON};
use super::{Nationality, Step, Timeline};
use crate::time::{Day, Month};

const DAYS_A_YEAR: f64 = 365.25;

/// First applications by month and nationality, of months without a gap.
#[derive(Clone, PartialEq, Debug)]
pub struct Given {
    first: Month,
    /// Persons, a row a month, in the order of [`Nationality::ALL`].
    months: Vec<[f64; Nationality::ALL.len()]>,
}

impl Given {
    /// Persons of each month from the first on. Panics when there are no months: the reader has checked that.
    pub fn new(first: Month, months: Vec<[f64; Nationality::ALL.len()]>) -> Given {
        assert!(!months.is_empty(), "some month is given");
        Given { first, months }
    }

    /// The same up to a month, and from that month on these totals, with every nationality's share of the twelve months before.
    /// Panics when the month does not lie within what is given.
    pub fn going_on(&self, from: Month, totals: &[f64]) -> Given {
        let known =
            usize::try_from(from.number() - self.first.number()).expect("the month lies after the first");
        let mut months = self.months[..known].to_vec();
        let year = &months[known.saturating_sub(12)..];
        let all: f64 = year.iter().flatten().sum();
        let share = |nationality: usize| year.iter().map(|month| month[nationality]).sum::<f64>() / all;
        let shares: [f64; Nationality::ALL.len()] = std::array::from_fn(share);
        months.extend(totals.iter().map(|total| shares.map(|share| share * total)));
        Given::new(self.first, months)
    }

    /// The first day of the months that are given.
    pub fn begins(&self) -> Day {
        self.first.first()
    }

    /// The first day after them.
    pub fn ends(&self) -> Day {
        self.first.first().plus_months(self.months.len() as i32)
    }

    /// The rows of the catalogue that it changes.
    pub(super) const ROWS: [usize; 5] = [
        FIRST_APPLICATIONS.index(),
        SEASON.index(),
        COMMON_VOLATILITY.index(),
        OWN_VOLATILITY.index(),
        MONTH_NOISE.index(),
    ];

    /// A row with the months laid over it.
    pub(super) fn over(&self, row: usize, line: &Timeline) -> Timeline {
        if row == FIRST_APPLICATIONS.index() {
            return self.between(line, self.rates());
        }
        let width = line.at(self.begins()).len();
        let rest = if row == SEASON.index() { 1.0 } else { 0.0 };
        self.between(line, vec![step(self.begins(), vec![rest; width])])
    }

    /// Yearly rates, a step a month.
    fn rates(&self) -> Vec<Step> {
        let mut month = self.first;
        let mut steps = Vec::with_capacity(self.months.len());
        for persons in &self.months {
            let rate = persons.iter().map(|n| n * DAYS_A_YEAR / f64::from(month.days())).collect();
            steps.push(step(month.first(), rate));
            month = month.next();
        }
        steps
    }

    /// What a line says before and after the months, with these steps in between.
    fn between(&self, line: &Timeline, given: Vec<Step>) -> Timeline {
        let (begins, ends) = (self.begins(), self.ends());
        let before = line.steps().iter().filter(|s| s.from < begins).cloned();
        let after = line.steps().iter().filter(|s| s.from > ends).cloned();
        Timeline::new(before.chain(given).chain([step(ends, line.at(ends).to_vec())]).chain(after).collect())
    }
}

fn step(from: Day, values: Vec<f64>) -> Step {
    Step { from, values: values.into(), triggered: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_its_persons_whatever_its_length_and_afterwards_the_line_goes_on() {
        let first = Month::of("2020-02-01".parse().unwrap());
        let given = Given::new(first, vec![[29.0; 19], [31.0; 19]]);
        let line = Timeline::constant([500.0; 19].into());
        let over = given.over(FIRST_APPLICATIONS.index(), &line);
        let rate = |day: &str| over.at(day.parse().unwrap())[0];
        // Twenty-nine persons in a February of twenty-nine days, and thirty-one in March: one a day.
        assert!((rate("2020-02-29") - DAYS_A_YEAR).abs() < 1e-9);
        assert!((rate("2020-03-31") - DAYS_A_YEAR).abs() < 1e-9);
        assert_eq!((rate("2020-01-31"), rate("2020-04-01")), (500.0, 500.0));
        let shock = given.over(MONTH_NOISE.index(), &Timeline::constant([0.1].into()));
        assert_eq!(shock.at("2020-03-01".parse().unwrap()), [0.0]);
        assert_eq!(shock.at("2020-04-01".parse().unwrap()), [0.1]);
    }
}
