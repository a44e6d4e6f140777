//! A forecast of monthly counts with bands, and the record of what it would have said.
//!
//! The forecast is a mixture of four plain ones, weighed by how far each was off; its bands are as wide as its own
//! errors were, drawn towards what asylum series usually do. docs/forecast.md has the choices and the scores.

mod baseline;
mod codes;
mod common;
mod counts;
mod gaps;
mod joint;
mod members;
mod number;
mod official;
mod outcome;
mod past;
mod paths;
mod read;
mod rolling;
mod season;
mod skill;

pub use baseline::Baseline;
pub use codes::CODES;
pub use common::common_share;
pub use counts::Counts;
pub use gaps::FEWEST;
pub use joint::{JOINT, SUM, roll_sum};
pub use official::{Compared, Vintage, ahead, official, twelve_months, vintages};
pub use outcome::{Forecast, Group, forecast};
pub use past::{Fit, MEMBERS, Past};
pub use paths::{Luck, paths};
pub use read::{Read, read};
pub use rolling::{BEFORE, Judged, OURS, Rules, Summary, Target, origins, roll, summaries};
pub use skill::{Skill, skills};
