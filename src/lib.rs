//! A discrete-event simulator of the Dutch asylum chain: see what a measure moves, and how sure that is.
//!
//! Synthetic households arrive, are registered, decided on, heard in appeal, joined by relatives, sheltered, housed, or
//! leave. What a government can set is a *lever*: a dated, sourced value in a scenario file. What nobody sets is an
//! *uncertainty*, drawn anew in each replication. The results are monthly series with bands.
//!
//! # The tour
//!
//! The house has floors, and imports point only downwards. From the ground:
//!
//! | floor | rooms | what they know |
//! |---|---|---|
//! | 0 | [`time`], [`random`], [`stats`], [`diagnostic`] | days and working days; a die per person per purpose; bands; problems with a place in a text |
//! | 1 | [`engine`] | events, queues, servers, workforces and places on an integer clock; no asylum words; usable alone |
//! | 2 | [`policy`] | the law as data: what each lever is, what it is worth from which day, and whom it binds |
//! | 3 | [`flow`], [`record`] | the chain, a stage a file with three doors; those who watch it, count and audit |
//! | 4 | [`scenario`] | TOML text becomes a checked scenario, or a list of everything that is wrong |
//! | 5 | [`study`] | replications of a scenario, folded in order into bands |
//! | 6 | [`report`], [`lab`] | charts, tables and the page, in Dutch and English; the page in which measures are tested |
//! | 7 | `cli` | the command line: the only floor that prints, reads files and writes them |
//!
//! A reader in a hurry takes [`flow`], whose page lists the chapters of the chain, then one stage, then the chapter of the
//! same name in [`policy::levers`].
//!
//! # The ground
//!
//! Time is a [`time::Day`], never a fraction. A [`stats::Band`] says how replications lie on a date, and stays silent about a quantile
//! beyond which fewer than five of them lie.
//!
//! ```
//! use doorstroom::stats::Band;
//! use doorstroom::time::{Day, Days, is_workday};
//!
//! let start: Day = "2026-01-01".parse().unwrap();
//! assert!(!is_workday(start));                                    // New Year's Day
//! assert_eq!((start + Days(162)).to_string(), "2026-06-12");
//!
//! let mut open_cases: Vec<f64> = (0..=20).map(f64::from).collect();
//! let band = Band::of(&mut open_cases);
//! assert_eq!(band.centre(), Some(10.0));
//! assert_eq!(band.central(50), Some((5.0, 15.0)));
//! assert_eq!(band.central(90), None);                             // one replication beyond each bound is too few
//! ```
//!
//! # The chain
//!
//! A scenario is read with a function that finds files, since the core has no file system. Replications with the same
//! seed share all luck, whatever the scenario, and come in order whatever the number of threads.
//!
//! ```no_run
//! use std::sync::atomic::AtomicBool;
//!
//! use doorstroom::record::{Daily, Series};
//! use doorstroom::scenario::{self, Request};
//! use doorstroom::study::{self, Options};
//!
//! let sets = ["decision_staff=1750@2027-07-01".to_string()];
//! let request = Request { scenario: "baseline", sets: &sets, files: &|path| std::fs::read(path) };
//! let checked = scenario::read(&request).expect("the baseline is sound");
//!
//! let options = Options { first: 0, replications: 20, seed: 1, fixed: false, daily: Daily::No, threads: 2 };
//! let replications = study::run(&checked.scenario, &options, &|_done| {}, &AtomicBool::new(false));
//! for replication in &replications {
//!     let evening = replication.months.last().expect("a run has a month");
//!     println!("{} open cases at the end", evening[Series::OpenCases as usize]);
//! }
//! ```
//!
//! # Features
//!
//! `cli`, on by default, adds the command line, threads and PNG pictures. Without it the crate is the core: no threads and
//! no files, also for `wasm32-unknown-unknown`.
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

pub mod lab;

#[cfg(feature = "cli")]
pub mod cli;
