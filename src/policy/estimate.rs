//! What is not known of a value by itself: an uncertainty that moves it, drawn anew in every replication.
//!
//! A lever such as `regular_places` has a value that a government chooses, but how many places there are *now* nobody has
//! published. `regular_places_unknown` multiplies what holds at the start of the run, until the lever's next step: what a
//! scenario sets from a later day on is a choice, and exact. So is a value that a layer above the one with the uncertainty
//! gives to the start itself. A keyed value, such as a share by nationality, is moved as a whole.

use super::levers::courts::{
    COUNCIL_CAPACITY, COUNCIL_CAPACITY_UNKNOWN, COURT_CAPACITY, COURT_CAPACITY_UNKNOWN,
};
use super::levers::departure::{
    DETENTION_PLACES, DETENTION_PLACES_UNKNOWN, TRAVEL_DOCUMENT_SHARE, TRAVEL_DOCUMENT_UNKNOWN,
};
use super::levers::family::{
    FAMILY_ARTICLE8_CAPACITY, FAMILY_ARTICLE8_CAPACITY_UNKNOWN, FAMILY_CAPACITY, FAMILY_CAPACITY_UNKNOWN,
    FAMILY_INCOME, FAMILY_INCOME_UNKNOWN, FAMILY_SIZES, FAMILY_SIZES_UNKNOWN, RELATIVES_PER_GRANT,
    RELATIVES_UNKNOWN,
};
use super::levers::inflow::{
    HOUSEHOLD_SIZES, HOUSEHOLD_SIZES_UNKNOWN, UNACCOMPANIED_AGES, UNACCOMPANIED_AGES_UNKNOWN,
    UNACCOMPANIED_SHARE, UNACCOMPANIED_UNKNOWN,
};
use super::levers::procedure::{
    CLOSED_HOURS, CLOSED_HOURS_UNKNOWN, REFUGEE_SHARE, REFUGEE_UNKNOWN, WITHDRAWN_SHARE, WITHDRAWN_UNKNOWN,
};
use super::levers::reception::{
    EMERGENCY_PLACES, EMERGENCY_UNKNOWN, HOUSING_SUPPLY, HOUSING_UNKNOWN, OUTSIDE_PLACES, OUTSIDE_UNKNOWN,
    REGULAR_PLACES, REGULAR_UNKNOWN,
};
use super::levers::status::{
    PERMITS_AT_START, PERMITS_AT_START_UNKNOWN, RENEWAL_REFUSAL_SHARE, RENEWAL_REFUSAL_UNKNOWN,
};
use super::levers::transfer::{DUBLIN_SHARE, DUBLIN_UNKNOWN};
use super::{Lever, levers};
use crate::random::math;

/// How an uncertainty moves the numbers of a value.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Moves {
    /// Multiplies every number; 1 changes nothing.
    Times,
    /// Adds to the log odds of every share; 0 changes nothing. Certainty stays certain.
    LogOdds,
    /// Multiplies the weight of each next key by e to this power once more, and lets the parts add up to one again: a
    /// positive number makes the later keys, such as larger households, more frequent; 0 changes nothing.
    Tilt,
}

impl Moves {
    /// The amount that changes nothing.
    pub const fn neutral(self) -> f64 {
        match self {
            Moves::Times => 1.0,
            Moves::LogOdds | Moves::Tilt => 0.0,
        }
    }

    /// Moves the numbers of a value by an amount, within the bounds of each.
    fn apply(self, numbers: &[f64], amount: f64, (low, high): (f64, f64)) -> Box<[f64]> {
        let within = |number: f64| number.clamp(low, high);
        match self {
            Moves::Times => numbers.iter().map(|n| within(n * amount)).collect(),
            Moves::LogOdds => numbers.iter().map(|n| within(shifted(*n, amount))).collect(),
            Moves::Tilt => {
                let weight = |(place, n): (usize, &f64)| n * math::exp(amount * place as f64);
                let weights: Vec<f64> = numbers.iter().enumerate().map(weight).collect();
                let sum: f64 = weights.iter().sum();
                weights.iter().map(|w| if sum > 0.0 { w / sum } else { *w }).collect()
            }
        }
    }
}

/// A share moved by a number of log odds.
fn shifted(share: f64, log_odds: f64) -> f64 {
    if share <= 0.0 || share >= 1.0 { share } else { math::logistic(math::logit(share) + log_odds) }
}

/// An uncertainty that stands for what is not known of another row.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Estimate {
    /// Place in the catalogue of the value that is not quite known.
    pub of: usize,
    /// Place in the catalogue of the uncertainty that moves it.
    pub by: usize,
    /// How.
    pub how: Moves,
}

impl Estimate {
    const fn new<K, L>(of: Lever<K>, how: Moves, by: Lever<L>) -> Estimate {
        Estimate { of: of.index(), by: by.index(), how }
    }

    /// The numbers of the value, moved by an amount.
    pub(super) fn moved(&self, numbers: &[f64], amount: f64) -> Box<[f64]> {
        self.how.apply(numbers, amount, levers::declaration(self.of).range)
    }
}

/// Every value that is moved by an uncertainty of its own; no row is named twice on either side.
pub static ESTIMATES: &[Estimate] = &[
    Estimate::new(HOUSEHOLD_SIZES, Moves::Tilt, HOUSEHOLD_SIZES_UNKNOWN),
    Estimate::new(UNACCOMPANIED_SHARE, Moves::Times, UNACCOMPANIED_UNKNOWN),
    Estimate::new(UNACCOMPANIED_AGES, Moves::Tilt, UNACCOMPANIED_AGES_UNKNOWN),
    Estimate::new(DUBLIN_SHARE, Moves::LogOdds, DUBLIN_UNKNOWN),
    Estimate::new(WITHDRAWN_SHARE, Moves::LogOdds, WITHDRAWN_UNKNOWN),
    Estimate::new(CLOSED_HOURS, Moves::Times, CLOSED_HOURS_UNKNOWN),
    Estimate::new(REFUGEE_SHARE, Moves::LogOdds, REFUGEE_UNKNOWN),
    Estimate::new(COURT_CAPACITY, Moves::Times, COURT_CAPACITY_UNKNOWN),
    Estimate::new(COUNCIL_CAPACITY, Moves::Times, COUNCIL_CAPACITY_UNKNOWN),
    Estimate::new(RELATIVES_PER_GRANT, Moves::Times, RELATIVES_UNKNOWN),
    Estimate::new(FAMILY_SIZES, Moves::Tilt, FAMILY_SIZES_UNKNOWN),
    Estimate::new(FAMILY_CAPACITY, Moves::Times, FAMILY_CAPACITY_UNKNOWN),
    Estimate::new(FAMILY_INCOME, Moves::Times, FAMILY_INCOME_UNKNOWN),
    Estimate::new(FAMILY_ARTICLE8_CAPACITY, Moves::Times, FAMILY_ARTICLE8_CAPACITY_UNKNOWN),
    Estimate::new(RENEWAL_REFUSAL_SHARE, Moves::Times, RENEWAL_REFUSAL_UNKNOWN),
    Estimate::new(PERMITS_AT_START, Moves::Times, PERMITS_AT_START_UNKNOWN),
    Estimate::new(REGULAR_PLACES, Moves::Times, REGULAR_UNKNOWN),
    Estimate::new(EMERGENCY_PLACES, Moves::Times, EMERGENCY_UNKNOWN),
    Estimate::new(OUTSIDE_PLACES, Moves::Times, OUTSIDE_UNKNOWN),
    Estimate::new(HOUSING_SUPPLY, Moves::Times, HOUSING_UNKNOWN),
    Estimate::new(DETENTION_PLACES, Moves::Times, DETENTION_PLACES_UNKNOWN),
    Estimate::new(TRAVEL_DOCUMENT_SHARE, Moves::LogOdds, TRAVEL_DOCUMENT_UNKNOWN),
];

/// The estimate whose value stands in this row.
pub fn of(row: usize) -> Option<&'static Estimate> {
    ESTIMATES.iter().find(|e| e.of == row)
}

/// The estimate whose uncertainty stands in this row.
pub fn by(row: usize) -> Option<&'static Estimate> {
    ESTIMATES.iter().find(|e| e.by == row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Role;

    #[test]
    fn the_neutral_amount_changes_nothing() {
        let mix = [0.5, 0.3, 0.2];
        for how in [Moves::Times, Moves::LogOdds, Moves::Tilt] {
            let same = how.apply(&mix, how.neutral(), (0.0, 1.0));
            assert!(same.iter().zip(&mix).all(|(a, b)| (a - b).abs() < 1e-12), "{how:?}");
        }
    }

    #[test]
    fn a_tilt_raises_the_mean_size_and_keeps_the_parts_adding_up() {
        // The ends of the published range of the mean household, 1.25 to 1.35, from 1.295.
        let sizes = [0.84, 0.085, 0.035, 0.025, 0.010, 0.005];
        for (tilt, mean) in [(-0.0767, 1.25), (0.0, 1.295), (0.0766, 1.35)] {
            let tilted = Moves::Tilt.apply(&sizes, tilt, (0.0, 1.0));
            let found: f64 = tilted.iter().enumerate().map(|(i, share)| (i + 1) as f64 * share).sum();
            assert!((tilted.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!((found - mean).abs() < 5e-4, "{found}");
        }
    }

    #[test]
    fn certainty_stays_certain_and_bounds_hold() {
        assert_eq!(*Moves::LogOdds.apply(&[0.0, 1.0], 2.0, (0.0, 1.0)), [0.0, 1.0]);
        assert_eq!(*Moves::Times.apply(&[0.8], 1.5, (0.0, 1.0)), [1.0]);
    }

    #[test]
    fn no_row_is_estimated_twice_and_uncertainties_stand_for_one_row() {
        for estimate in ESTIMATES {
            assert_eq!(ESTIMATES.iter().filter(|e| e.of == estimate.of || e.by == estimate.by).count(), 1);
            assert_eq!(levers::declaration(estimate.by).role, Role::Uncertainty);
            assert!(levers::declaration(estimate.by).name.ends_with("_unknown"));
        }
    }
}
