//! Monthly counts without holes, ready to be forecast.

use crate::random::math::ln;
use crate::time::Month;

/// The counts of one group, month after month.
#[derive(Clone, PartialEq, Debug)]
pub struct Counts {
    /// Name of the group; empty when there is only one.
    pub group: String,
    /// The first month.
    pub first: Month,
    /// One count a month, at least zero.
    pub values: Vec<f64>,
    /// Months that were not in the file and were bridged.
    pub bridged: Vec<Month>,
}

impl Counts {
    /// The last month.
    pub fn last(&self) -> Month {
        self.month(self.values.len().saturating_sub(1))
    }

    /// The month of a place in `values`, or after them.
    pub fn month(&self, place: usize) -> Month {
        (0..place).fold(self.first, |month, _| month.next())
    }

    /// ln(1 + count): equal steps are equal ratios, and a month without anybody is no trouble.
    pub fn logs(&self) -> Vec<f64> {
        self.values.iter().map(|value| ln(1.0 + value)).collect()
    }
}

/// The place of a month in the year, 0 to 11, `place` months after `first`.
pub(super) fn of_year(first: Month, place: usize) -> usize {
    (usize::try_from(first.month() - 1).expect("months count from one") + place) % 12
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    #[test]
    fn places_and_months_agree_across_a_new_year() {
        let first = Month::of(Day::from_ymd(2024, 11, 1).unwrap());
        let counts = Counts { group: String::new(), first, values: vec![0.0; 4], bridged: Vec::new() };
        assert_eq!(counts.last().to_string(), "2025-02");
        assert_eq!((of_year(first, 0), of_year(first, 2)), (10, 0));
        assert_eq!(counts.logs(), vec![0.0; 4]);
    }
}
