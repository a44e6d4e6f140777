//! Keys and the numbers they give.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use super::Draw;
use super::distribution;

/// The luck of one replication.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Stream(u64);

/// Who somebody is: the same in every scenario. Made of where and when they come from, never of what a queue decided.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key(u64);

/// Where a person comes from.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u16)]
#[allow(missing_docs, reason = "a source is its own description")]
pub enum Source {
    FirstApplication = 1,
    EarlierRejection = 2,
    StockOpenCase = 3,
    StockAppeal = 4,
    StockPermitHolder = 5,
    StockFamily = 6,
    StockDeparture = 7,
    StockTravelling = 8,
    IncomingTransfer = 9,
    StockTransfer = 10,
    Block = 40,
    StockTransit = 41,
    Displaced = 42,
    Permit = 43,
    PermitWithdrawn = 44,
    Resettled = 60,
    Relocated = 61,
    StockInvited = 62,
    StockDublinAppeal = 70,
    StockAppealTerm = 71,
    StockFurtherAppeal = 72,
}

/// A person's own dice in one replication.
#[derive(Copy, Clone, Debug)]
pub struct Dice {
    run: u64,
    person: u64,
}

/// The finaliser of splitmix64 (Steele, Lea and Flood 2014): every input bit moves every output bit.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

const fn fold(state: u64, word: u64) -> u64 {
    mix(state.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ word.wrapping_mul(0xd6e8_feb8_6659_fd93))
}

/// A number strictly between 0 and 1 from the upper 52 bits: with one more, half a step below 1 would round to 1.
const fn unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * (1.0 / (1u64 << 52) as f64)
}

impl Stream {
    /// The luck of a replication under a seed.
    pub const fn new(seed: u64, replication: u32) -> Stream {
        Stream(fold(mix(seed ^ 0x5eed), replication as u64))
    }

    /// The dice of a person.
    pub const fn dice(self, key: Key) -> Dice {
        Dice { run: self.0, person: key.0 }
    }

    /// A uniform number that belongs to no person: keyed by purpose and two numbers, such as a month and a group.
    pub const fn uniform(self, draw: Draw, first: u64, second: u64) -> f64 {
        unit(fold(fold(fold(self.0, draw as u64 ^ 0xf00d_0000), first), second))
    }

    /// The luck of a part with a name of its own: unrelated to this luck and to that of every other name.
    pub fn branch(self, name: &str) -> Stream {
        Stream(name.bytes().fold(mix(self.0 ^ 0xb4a9_c400), |state, byte| fold(state, u64::from(byte))))
    }

    /// A rank among equals that belongs to no person, keyed as [`uniform`](Self::uniform) is.
    pub const fn rank(self, first: u64, second: u64) -> u32 {
        (fold(fold(fold(self.0, Draw::Tie as u64 ^ 0xf00d_0000), first), second) >> 32) as u32
    }

    /// A uniform number keyed by a name: the draw of an uncertainty.
    pub fn named(self, name: &str) -> f64 {
        unit(name.bytes().fold(mix(self.0 ^ 0x0bad_cafe), |state, byte| fold(state, u64::from(byte))))
    }
}

impl Key {
    /// An exogenous arrival: the day, where from, which group, and the how-manieth of that day and group.
    pub const fn arrival(source: Source, day: i32, group: u64, ordinal: u32) -> Key {
        let place = fold(fold(0xa441, source as u64), group);
        Key(fold(fold(place, day as u64), ordinal as u64))
    }

    /// Somebody who was in the chain at the start.
    pub const fn stock(source: Source, group: u64, ordinal: u32) -> Key {
        Key(fold(fold(fold(0x570c, source as u64), group), ordinal as u64))
    }

    /// Somebody who follows from another person: their relatives abroad.
    pub const fn relative(self, ordinal: u32) -> Key {
        Key(fold(fold(self.0, 0xfa_417), ordinal as u64))
    }
}

impl fmt::Display for Key {
    /// Sixteen hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Key {
    type Err = ParseIntError;

    /// Reads what [`Display`](fmt::Display) writes.
    fn from_str(text: &str) -> Result<Key, ParseIntError> {
        u64::from_str_radix(text, 16).map(Key)
    }
}

impl Dice {
    /// A uniform number strictly between 0 and 1 for this purpose and visit.
    pub const fn uniform(self, draw: Draw, visit: u32) -> f64 {
        let purpose = (draw as u64) << 32 | visit as u64;
        unit(fold(fold(self.run, self.person), purpose))
    }

    /// Whether something with this probability happens.
    pub const fn happens(self, draw: Draw, visit: u32, probability: f64) -> bool {
        self.uniform(draw, visit) < probability
    }

    /// Which of several outcomes with these shares happens; the last takes what the shares leave.
    pub fn choose(self, draw: Draw, visit: u32, shares: &[f64]) -> usize {
        distribution::choose(self.uniform(draw, visit), shares)
    }

    /// The rank among equals of one tick: keyed, so that nobody profits from where a list put them.
    pub const fn tie(self, visit: u32) -> u32 {
        (fold(fold(self.run, self.person), (Draw::Tie as u64) << 32 | visit as u64) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_keys_give_unrelated_numbers() {
        let stream = Stream::new(1, 0);
        let draws: Vec<f64> = (0..20_000)
            .map(|i| stream.dice(Key::arrival(Source::FirstApplication, 5, 0, i)).uniform(Draw::Tie, 0))
            .collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let lag = draws.windows(2).map(|w| (w[0] - 0.5) * (w[1] - 0.5)).sum::<f64>() / 19_999.0 * 12.0;
        assert!((mean - 0.5).abs() < 4.0 * (1.0f64 / 12.0 / 20_000.0).sqrt(), "mean {mean}");
        assert!(lag.abs() < 4.0 / (20_000.0f64).sqrt(), "correlation {lag}");
    }

    #[test]
    fn purpose_visit_person_replication_and_seed_each_change_the_number() {
        let key = Key::stock(Source::StockOpenCase, 3, 7);
        let at =
            |seed, replication, draw, visit| Stream::new(seed, replication).dice(key).uniform(draw, visit);
        let all = [
            at(1, 0, Draw::Tie, 0),
            at(2, 0, Draw::Tie, 0),
            at(1, 1, Draw::Tie, 0),
            at(1, 0, Draw::Status, 0),
            at(1, 0, Draw::Tie, 1),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|b| a != b));
        }
        assert_ne!(Stream::new(1, 0).dice(key.relative(0)).uniform(Draw::Tie, 0), all[0]);
    }

    #[test]
    fn a_uniform_number_is_never_0_and_never_1() {
        assert!(unit(0) > 0.0 && unit(u64::MAX) < 1.0);
        assert_eq!(unit(0), 1.0 - unit(u64::MAX));
    }

    #[test]
    fn the_numbers_are_the_same_on_every_platform() {
        let key = Key::arrival(Source::FirstApplication, 20_454, 3, 11);
        assert_eq!(Stream::new(42, 7).dice(key).uniform(Draw::HouseholdSize, 2).to_bits(), PINNED);
    }

    const PINNED: u64 = 4_599_003_083_044_148_018;
}
