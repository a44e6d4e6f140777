//! What a trigger can look at: a few numbers that the flow keeps up to date every evening.

/// A number that the chain shows each evening.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Indicator {
    /// Persons with a right to a place in reception over all places, 0 to 1 and above.
    ReceptionOccupancyRate,
    /// Persons with an open asylum case.
    OpenCases,
    /// Persons entitled to reception for whom there is no place.
    WithoutPlace,
    /// Permit holders in reception.
    PermitHolders,
    /// Relatives abroad with a pending application for family reunification.
    FamilyPending,
}

impl Indicator {
    /// All of them.
    pub const ALL: [Indicator; 5] = {
        use Indicator::*;
        [ReceptionOccupancyRate, OpenCases, WithoutPlace, PermitHolders, FamilyPending]
    };

    /// The words of scenario files, in the same order.
    pub const WORDS: [&'static str; 5] =
        ["reception_occupancy_rate", "open_cases", "without_place", "permit_holders", "family_pending"];

    /// Whether it grows with the size of the chain, unlike a rate.
    pub(super) fn is_extensive(self) -> bool {
        self != Indicator::ReceptionOccupancyRate
    }

    /// The indicator of this word.
    pub fn from_word(word: &str) -> Option<Indicator> {
        Indicator::WORDS.iter().position(|w| *w == word).map(|i| Indicator::ALL[i])
    }
}

/// The evening's numbers, one an indicator.
pub type Readings = [f64; Indicator::ALL.len()];
