//! Floor 5: replications of a scenario and what comes of them.

pub mod assemble;
pub mod backtest;
pub mod briefing;
pub mod calibrate;
pub mod compare;
pub mod differences;
pub mod forecast;
pub mod levers_path;
pub mod outcome;
pub mod own;
pub mod pairs;
pub mod prove;
pub mod published;
pub mod ranking;
pub mod replication;
pub mod run;
pub mod seek;
pub mod shortage;
pub mod sweep;
pub mod trace;
pub mod verify;
pub mod week;
pub mod years;

pub use outcome::Outcome;
pub use run::{Options, run};
