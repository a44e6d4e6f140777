//! Floor 4: what someone proposes. TOML text becomes a checked [`Scenario`], or a list of everything that is wrong.
//!
//! Data flows once: text, a tree in which every key knows its place (`syntax`), a document understood on its own
//! (`document`, `table`, `brake`, `value`), the layers beneath it (`layers`), row by row on top of each other (`merge`),
//! and a complete scenario with the origin of every value (`check`).

mod brake;
mod calibrated;
mod changes;
mod check;
mod clashes;
mod codes;
mod combine;
mod comments;
mod dates;
mod document;
mod encoding;
mod given;
mod grammar;
mod horizon;
mod layers;
pub mod library;
mod lines;
mod meant;
mod merge;
mod milestones;
mod number;
mod overlap;
pub mod plan;
mod problems;
mod repair;
#[allow(clippy::module_inception, reason = "a scenario is what this floor makes")]
mod scenario;
mod schema;
mod sets;
mod starter;
mod status;
mod stock;
mod stocks;
mod suggest;
mod syntax;
mod table;
mod tables;
mod thresholds;
mod uncertainty;
mod value;

use std::collections::BTreeMap;
use std::fmt;

pub use changes::{Change, Ground, LeverChange, Rest, changes};
pub use clashes::{Clash, clashes};
pub use codes::ALL as CODES;
pub use combine::without_effects;
pub use milestones::Milestone;
pub use number::written;
pub use scenario::{Layer, LegalStatus, OpenCases, Origin, Scenario, Value};
pub use schema::schema;
pub use stocks::{Balance, Beginning, Figure, Form, Observed, Own, Point, first_day, observed, template};
pub use thresholds::Threshold;

use crate::diagnostic::{Diagnostic, Severity};
use problems::Problems;

/// Which scenario to read, and how.
pub struct Request<'a> {
    /// Name of an embedded scenario, or a path.
    pub scenario: &'a str,
    /// `LEVER=VALUE` or `LEVER=VALUE@DATE`, from the command line.
    pub sets: &'a [String],
    /// How to read a path: the core has no file system.
    pub files: &'a dyn Fn(&str) -> std::io::Result<Vec<u8>>,
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("scenario", &self.scenario)
            .field("sets", &self.sets)
            .finish_non_exhaustive()
    }
}

/// A scenario that can be run.
#[derive(Debug)]
pub struct Checked {
    /// The scenario.
    pub scenario: Scenario,
    /// What the user probably meant otherwise.
    pub warnings: Vec<Diagnostic>,
    /// The texts that the warnings point into, by name.
    pub texts: BTreeMap<String, String>,
}

/// A text without errors, which need not be a whole scenario.
#[derive(Debug)]
pub struct Sound {
    /// The scenario; nothing when the text is a layer on its own, to be extended.
    pub scenario: Option<Scenario>,
    /// What the user probably meant otherwise.
    pub warnings: Vec<Diagnostic>,
    /// The texts that the warnings point into, by name.
    pub texts: BTreeMap<String, String>,
}

/// Everything that is wrong.
#[derive(Debug)]
pub struct Failed {
    /// Errors and warnings, in the order of file and line.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that they point into, by name.
    pub texts: BTreeMap<String, String>,
}

/// Reads a scenario that is to be run: every lever and uncertainty must have a value.
pub fn read(request: &Request) -> Result<Checked, Failed> {
    read_from(request, &Beginning::default())
}

/// The same, with a beginning of the user's own: another first day, and the stocks on it.
pub fn read_from(request: &Request, beginning: &Beginning) -> Result<Checked, Failed> {
    let sound = examine(request, beginning, false)?;
    let scenario = sound.scenario.expect("a complete scenario without errors has been built");
    Ok(Checked { scenario, warnings: sound.warnings, texts: sound.texts })
}

/// Reads a scenario that is to be run, or a layer on its own, which need not be complete.
pub fn check(request: &Request) -> Result<Sound, Failed> {
    examine(request, &Beginning::default(), true)
}

fn examine(request: &Request, beginning: &Beginning, may_be_layer: bool) -> Result<Sound, Failed> {
    let mut problems = Problems::default();
    let scenario = check::examine(&mut problems, request, beginning, may_be_layer);
    let (diagnostics, texts) = problems.finish();
    if diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return Err(Failed { diagnostics, texts });
    }
    Ok(Sound { scenario, warnings: diagnostics, texts })
}

#[cfg(test)]
mod desk {
    //! Scenarios for the tests of this floor, on top of `base.toml`: a complete one from nothing.

    use super::*;

    /// Reads a text that extends `base.toml`, with other files beside it.
    pub(super) fn read_with(text: &str, sets: &[&str], beside: &[(&str, &str)]) -> Result<Checked, Failed> {
        let head = "format = 1\nname = \"Test\"\n";
        let extends = if text.contains("extends") { "" } else { "extends = \"base.toml\"\n" };
        let files = |path: &str| match beside.iter().find(|(name, _)| *name == path) {
            Some((_, text)) => Ok(format!("{head}{text}").into_bytes()),
            None if path == "base.toml" => Ok(library::template().into_bytes()),
            None if path == "test.toml" => Ok(format!("{head}{extends}{text}").into_bytes()),
            None => Err(std::io::ErrorKind::NotFound.into()),
        };
        let sets: Vec<String> = sets.iter().map(|s| s.to_string()).collect();
        read(&Request { scenario: "test.toml", sets: &sets, files: &files })
    }

    /// A scenario that is right.
    pub(super) fn scenario(text: &str, sets: &[&str], beside: &[(&str, &str)]) -> Scenario {
        match read_with(text, sets, beside) {
            Ok(checked) => checked.scenario,
            Err(failed) => panic!("{:#?}", failed.diagnostics),
        }
    }

    /// What `inflow_scale` is worth on some days.
    pub(super) fn inflow(scenario: &Scenario, days: &[&str]) -> Vec<f64> {
        let lever = crate::policy::levers::inflow::INFLOW_SCALE;
        days.iter().map(|day| scenario.policy.today(lever, day.parse().unwrap())).collect()
    }
}
