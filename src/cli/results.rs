//! The files of a run.

use std::io::{self, Write};

use super::exit::Stop;
use super::manifest;
use super::output::{Folder, sha256};
use crate::diagnostic::Language;
use crate::record::Series;
use crate::report;
use crate::scenario::Scenario;
use crate::study::briefing::Seen;
use crate::study::replication::Replication;
use crate::study::{Outcome, run};

/// Name of the file that says which measures are not law; there is none where all are.
pub(super) const NOT_LAW: &str = "NOT-LAW.txt";

/// What is written of a run.
#[derive(Debug)]
pub(super) struct Results<'a> {
    /// What was run.
    pub(super) scenario: &'a Scenario,
    /// Its replications.
    pub(super) replications: &'a [Replication],
    /// The settings of the command line.
    pub(super) sets: &'a [String],
    /// Whether every day was kept, to be written.
    pub(super) daily: bool,
    /// Whether each replication is written.
    pub(super) keep: bool,
    /// What was seen of its persons.
    pub(super) seen: Seen,
    /// The language of the report.
    pub(super) language: Language,
}

/// Writes everything, the manifest last, and completes the outcome with the hash of its results.
pub(super) fn write(folder: &mut Folder, outcome: &mut Outcome, results: &Results<'_>) -> Result<(), Stop> {
    let series = report::tables::series_csv(outcome);
    outcome.hash = sha256(series.as_bytes());
    text(folder, "series.csv", &series)?;
    text(folder, "levers.csv", &report::tables::levers_csv(outcome))?;
    if let Some(difference) = report::tables::difference_csv(outcome) {
        text(folder, "difference.csv", &difference)?;
    }
    if let Some([series, difference]) = report::tables::without_effects_csv(outcome) {
        text(folder, "series_without_effects.csv", &series)?;
        text(folder, "difference_of_effects.csv", &difference)?;
    }
    if results.daily {
        let days = run::days(outcome.period.0, outcome.period.1);
        let rows = |r: usize| results.replications[r].days.as_slice();
        let bands = run::bands(rows, results.replications.len(), days.len());
        let daily = Outcome { dates: days, series: bands, ..outcome.clone() };
        text(folder, "daily.csv", &report::tables::series_csv(&daily))?;
    }
    if results.keep {
        folder.write("replications.csv", |file| each(file, outcome, results.replications))?;
    }
    let told = [(outcome.title.as_str(), outcome.not_law.as_slice())];
    if let Some(told) = report::tables::not_law_text(outcome.data_date, told.into_iter()) {
        text(folder, NOT_LAW, &told)?;
    }
    let pictures = report::pictures(outcome, results.language);
    let beyond = report::brief::beyond(outcome, &results.seen, results.language);
    let drawn = pictures.iter().chain(beyond.iter().map(|one| &one.picture));
    let drawings: Vec<_> = drawn.map(|p| (p.name.as_str(), p.svg.as_str())).collect();
    folder.pictures(&drawings)?;
    text(folder, "report.html", &report::html(outcome, &pictures, &beyond, results.language))?;
    let manifest = manifest::text(outcome, results.scenario, results.sets, &folder.files, results.language);
    text(folder, manifest::NAME, &manifest)
}

fn text(folder: &mut Folder, name: &str, text: &str) -> Result<(), Stop> {
    folder.write(name, |file| file.write_all(text.as_bytes()))
}

/// Every replication, counted from 1: `replication,date,series,value`. A month without a value is empty.
fn each(file: &mut dyn Write, outcome: &Outcome, replications: &[Replication]) -> io::Result<()> {
    let (dates, measures) = (&outcome.dates, outcome.not_law.len());
    writeln!(file, "replication,date,series,value")?;
    for replication in replications {
        let number = replication.number + 1;
        for date in dates.iter().filter(|_| measures > 0) {
            writeln!(file, "{number},{date},{},{measures}", report::tables::NOT_LAW)?;
        }
        for &series in Series::ALL {
            for (date, row) in dates.iter().zip(&replication.months) {
                let value = row[series as usize];
                let value = if value.is_nan() { String::new() } else { value.to_string() };
                writeln!(file, "{number},{date},{},{value}", series.id())?;
            }
        }
    }
    Ok(())
}
