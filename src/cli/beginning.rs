//! Where a run begins and what it is held against: the options that `run` and `stocks check` share.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::console::Console;
use super::exit::Stop;
use super::{help, load};
use crate::diagnostic::Language;
use crate::scenario::{self, Beginning, Observed, Own, Scenario};
use crate::study::{Outcome, own};

/// What the command line asks.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    start: Option<String>,
    stocks: Option<String>,
    observed: Option<String>,
    /// Whether the figures of the tables may stand in the results.
    pub(super) include: bool,
}

/// Adds the options to `run`.
pub(super) fn options(language: Language, command: Command) -> Command {
    command
        .arg(help::option(
            language,
            "stocks",
            "FILE",
            (
                "Begin met eigen voorraden uit een CSV-tabel; zie doorstroom stocks --help",
                "Begin with stocks of your own from a CSV table; see doorstroom stocks --help",
            ),
        ))
        .arg(start(language))
        .arg(help::option(
            language,
            "observed",
            "FILE",
            (
                "Teken waarnemingen sinds de start over de banden; CSV met date,series,value,source",
                "Draw observations since the start over the bands; CSV with date,series,value,source",
            ),
        ))
        .arg(help::flag(
            language,
            "include-stocks",
            (
                "Neem de cijfers uit --stocks op in de resultaten; anders alleen de hash van het bestand",
                "Put the figures of --stocks in the results; else only the hash of the file",
            ),
        ))
}

/// The option for the first day.
pub(super) fn start(language: Language) -> Arg {
    help::option(
        language,
        "start",
        "DATE",
        (
            "Begin op deze dag; de looptijd blijft even lang en knoppen houden hun datum",
            "Begin on this day; the horizon keeps its length and levers keep their dates",
        ),
    )
}

/// Reads the options of `run`.
pub(super) fn asked(matches: &ArgMatches) -> Asked {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    Asked {
        start: text("start"),
        stocks: text("stocks"),
        observed: text("observed"),
        include: matches.get_flag("include-stocks"),
    }
}

impl Asked {
    /// The folder for the results of a scenario: those on stocks of one's own never take the place of its own.
    pub(super) fn folder(&self, scenario: &str) -> PathBuf {
        let stocks = self.stocks.as_deref().and_then(|file| Path::new(file).file_stem()?.to_str());
        Path::new("out").join(stocks.map_or_else(|| scenario.to_owned(), |stem| format!("{scenario}-{stem}")))
    }

    /// What `stocks check` asks.
    pub(super) fn to_check(file: &str, start: Option<String>) -> Asked {
        Asked { start, stocks: Some(file.to_owned()), ..Asked::default() }
    }

    /// For the reader of scenarios.
    pub(super) fn beginning(&self) -> Beginning<'_> {
        Beginning { start: self.start.as_deref(), stocks: self.stocks.as_deref() }
    }

    /// The observed points, when there are any to read.
    pub(super) fn observed(&self, console: &Console, scenario: &Scenario) -> Result<Option<Observed>, Stop> {
        let Some(name) = &self.observed else { return Ok(None) };
        match scenario::observed(name, &load::read, (scenario.start, scenario.end)) {
            Ok(observed) => {
                load::tell(console, &observed.warnings, &observed.texts);
                Ok(Some(observed))
            }
            Err(failed) => Err(load::wrong(console, &failed)),
        }
    }

    /// Notes in the outcome what the user brought along.
    pub(super) fn note(&self, outcome: &mut Outcome, scenario: &Scenario, observed: Option<&Observed>) {
        if let Some(stocks) = &scenario.own {
            own::note_stocks(outcome, stocks, self.include);
        }
        if let Some(observed) = observed {
            own::note_points(outcome, observed);
        }
    }

    /// The options as words of a command that repeats the run.
    pub(super) fn words(&self) -> Vec<(&'static str, Option<&str>)> {
        let mut words: Vec<(&'static str, Option<&str>)> = Vec::new();
        let valued = [("--stocks", &self.stocks), ("--start", &self.start), ("--observed", &self.observed)];
        words.extend(valued.into_iter().filter_map(|(name, value)| Some((name, Some(value.as_deref()?)))));
        if self.include {
            words.push(("--include-stocks", None));
        }
        words
    }
}

/// The law in force, begun in the same way, to compare with.
pub(super) fn law(beginning: &Beginning<'_>) -> Option<Scenario> {
    if beginning.start.is_none() && beginning.stocks.is_none() {
        return Some(load::law_in_force());
    }
    let files = |path: &str| match beginning.stocks {
        Some(name) if name == path => load::read(path),
        _ => Err(io::ErrorKind::NotFound.into()),
    };
    let request = scenario::Request { scenario: load::LAW_IN_FORCE, sets: &[], files: &files };
    // Told already, if it is wrong: the scenario itself has been read from the same table.
    scenario::read_from(&request, beginning).ok().map(|checked| checked.scenario)
}

/// What was read from a table of stocks and what was filled in, for the terminal.
pub(super) fn told(own: &Own, language: Language) -> String {
    use super::language::pick;
    let line = |figure: &scenario::Figure| {
        vec![
            format!("  {}", pick(language, &figure.what.nl, &figure.what.en)),
            figure.value.clone(),
            figure.how.to(language).to_owned(),
        ]
    };
    let list = |heading: &str, figures: &[scenario::Figure]| {
        if figures.is_empty() {
            return String::new();
        }
        let rows: Vec<Vec<String>> = figures.iter().map(line).collect();
        format!("{heading}\n{}", super::table::columns(&rows))
    };
    let (name, date) = (&own.name, own.date);
    let mut text = list(
        &pick(
            language,
            format!("Gelezen uit {name}, voorraden van {date}:"),
            format!("Read from {name}, stocks of {date}:"),
        ),
        &own.told,
    );
    text.push_str(&list(
        pick(language, "Aangevuld met een schatting:", "Filled in by estimate:"),
        &own.filled,
    ));
    let rows: Vec<Vec<String>> = own
        .balances
        .iter()
        .map(|b| {
            let sum = format!("{} + {} - {} = {}", b.before, b.came, b.left, b.before + b.came - b.left);
            let residual = pick(
                language,
                format!("voorraad {}, rest {}", b.stock, b.residual),
                format!("stock {}, residual {}", b.stock, b.residual),
            );
            vec![format!("  {}", b.what.to(language)), sum, residual]
        })
        .collect();
    if !rows.is_empty() {
        text.push_str(pick(language, "Sluit het:\n", "Does it close:\n"));
        text.push_str(&super::table::columns(&rows));
    }
    text
}
