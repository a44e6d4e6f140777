//! A finished sweep in a briefing: what drives its outcomes, or where in its space one happens. Read through whoever keeps what
//! was read, so that the briefing can be made again from its own folder.

use std::path::Path;

use serde_json::Value;

use super::super::console::Console;
use super::super::exit::Stop;
use super::super::load::{Files, MOST};
use super::super::manifest;
use super::super::output::sha256;
use super::analyse::{self, Runs};
use super::drawn::swept;
use super::{Prepared, prepare_from};
use crate::diagnostic::{Language, Text};
use crate::report::analysis::{self, Analysed};
use crate::scenario::plan::Shown;

/// The table of all runs.
const RUNS: &str = "runs.csv";

/// A finished sweep, and what a briefing asks of it.
pub(in crate::cli) struct Finished {
    wanted: Shown,
    prepared: Prepared,
    runs: Runs,
}

/// Reads the folder of a sweep that the plan of a briefing names, and refuses one that is not there, not finished, not of this
/// version and these scenarios, or without what is asked.
pub(in crate::cli) fn finished(
    console: &Console,
    plan: &str,
    wanted: &Shown,
    files: Files<'_>,
) -> Result<Finished, Stop> {
    let within = |name: &str| format!("{}/{name}", wanted.folder.trim_end_matches(['/', '\\']));
    let bad = |nl: &str, en: &str| {
        let at = format!("{plan}: [sweeps.{}]: {}", wanted.id, wanted.folder);
        Stop::BadInput(Text::new(format!("{at}: {nl}"), format!("{at}: {en}")))
    };
    let about =
        files(&within(manifest::NAME)).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let about = about.filter(|about| about.get("sweep_sha256").is_some());
    let (Some(about), Ok(bytes)) = (about, files(&within("plan.toml"))) else {
        return Err(bad(
            "hier staat geen sweep; maak hem met doorstroom sweep PLAN --out MAP",
            "here stands no sweep; make it with doorstroom sweep PLAN --out DIR",
        ));
    };
    let says = |key: &str| about.get(key).and_then(Value::as_str).unwrap_or_default();
    if about.get("finished") != Some(&Value::Bool(true)) {
        return Err(bad(
            "de sweep is niet af; dezelfde opdracht doorstroom sweep gaat verder",
            "the sweep is not finished; the same command doorstroom sweep goes on",
        ));
    }
    let prepared = prepare_from(console, &within("plan.toml"), bytes, files)?;
    if prepared.hash != says("sweep_sha256") {
        return Err(bad(
            "gemaakt met andere scenario's of een andere versie; reken de sweep opnieuw",
            "made with other scenarios or another version; run the sweep again",
        ));
    }
    let table = files(&within(RUNS)).unwrap_or_default();
    if table.len() as u64 >= MOST {
        return Err(bad(
            "de tabel van deze sweep is te groot om in een briefing mee te gaan (64 MB)",
            "the table of this sweep is too large to go into a briefing (64 MB)",
        ));
    }
    if sha256(&table) != says("runs_sha256") {
        return Err(bad(
            "runs.csv is niet de tabel die de sweep schreef",
            "runs.csv is not the table that the sweep wrote",
        ));
    }
    let runs = analyse::runs(table.as_slice(), Path::new(&within(RUNS)), &prepared)?;
    let finished = Finished { wanted: wanted.clone(), prepared, runs };
    // What cannot be shown is told now, and not after the work.
    if finished.analysed(console.language)?.pieces.is_empty() {
        console.warn(&Text::new(
            format!(
                "[sweeps.{}]: er is niets te tekenen, want de uitkomst is in elke run gelijk of komt nooit over de grens.",
                wanted.id
            ),
            format!(
                "[sweeps.{}]: there is nothing to draw, since the outcome is the same in every run or never passes the limit.",
                wanted.id
            ),
        ));
    }
    Ok(finished)
}

impl Finished {
    pub(in crate::cli) fn id(&self) -> &str {
        &self.wanted.id
    }

    /// Whether a file was read from its folder.
    pub(in crate::cli) fn holds(&self, path: &str) -> bool {
        let folder = self.wanted.folder.trim_end_matches(['/', '\\']);
        path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Which measures of it are not law, where there are any, under its short name.
    pub(in crate::cli) fn not_law(&self) -> Option<(&str, &str)> {
        Some((self.id(), self.prepared.not_law.as_deref()?))
    }

    /// Its pictures with their tables and sentences.
    pub(in crate::cli) fn analysed(&self, language: Language) -> Result<Analysed, Stop> {
        let asked = (self.wanted.outcome.as_deref(), self.wanted.limit);
        let answers = analyse::answers(&self.prepared, &self.runs, asked, language)?;
        let pieces = answers.into_iter().filter_map(|(.., piece)| piece).collect();
        Ok(analysis::analysed(&swept(&self.prepared), self.id(), pieces, language))
    }
}
