//! Luck: a die per person per purpose.
//!
//! Every draw is keyed by (seed, replication, person, purpose, visit), and the mixed key *is* the uniform number. Two
//! scenarios then share all luck, person by person, and their difference is the policy. Nothing here keeps a state, so
//! a draw more or less for one person moves nobody else.

mod arrivals;
mod count;
pub mod distribution;
mod draw;
mod duration;
mod key;
pub mod math;

pub use arrivals::Arrivals;
pub use count::poisson;
pub use draw::Draw;
pub use duration::Duration;
pub use key::{Dice, Key, Source, Stream};
