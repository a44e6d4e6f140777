//! doorstroom: a discrete-event simulator of the Dutch asylum chain.
//!
//! The house has floors, and imports point only downwards.
#![warn(missing_debug_implementations)]

pub mod diagnostic;
pub mod random;
pub mod stats;
pub mod time;

pub mod engine;

pub mod policy;

pub mod flow;
pub mod record;

pub mod scenario;

pub mod study;

pub mod report;

#[cfg(feature = "cli")]
pub mod cli;
