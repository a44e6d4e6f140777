//! `seek`: the least of a lever, or the latest date, for which an outcome holds with a given chance.

mod row;
mod tried;
mod words;

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::progress::Progress;
use super::run::sound;
use super::{beginning, help, interrupt, limits, load, series};
use crate::diagnostic::{Language, Text};
use crate::record::{Audit, AuditLine, Daily};
use crate::scenario::Scenario;
use crate::study::run::month_ends;
use crate::study::seek::{Goal, Seen, seek};
use crate::study::sweep::WITHOUT;
use crate::study::{Options, run};
use crate::time::Day;
use row::Row;
use tried::Tried;
use words::{answer, heading, line};

/// Fifty leave the answer a seventh of the chance unsure; a hundred a tenth.
const REPLICATIONS: u64 = 100;
/// The chain is thinned unless somebody asks for all of it: a search is some twenty runs.
const ONE_IN: u64 = 10;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "seek",
        (
            "Zoekt de kleinste waarde van een knop, of de laatste datum, waarbij een uitkomst met een gegeven kans wordt gehaald",
            "Seeks the least value of a lever, or the latest date, for which an outcome holds with a given chance",
        ),
        &[
            (
                "doorstroom seek --lever regular_places@2027-01-01 --between 40000..120000 --series without_place --below 0 --on 2028-12-31",
                (
                    "Hoeveel reguliere plekken er nodig zijn om eind 2028 niemand zonder plek te hebben",
                    "How many regular places it takes to have nobody without a place at the end of 2028",
                ),
            ),
            (
                "doorstroom seek --lever regular_places=90000 --between 2027-01-01..2029-12-31 --series without_place --below 5000 --on 2029-12-31 --chance 75%",
                (
                    "Tot wanneer 90.000 reguliere plekken kunnen wachten",
                    "Until when 90,000 regular places can wait",
                ),
            ),
        ],
    )
    .arg(help::positional(
        language,
        "scenario",
        "SCENARIO",
        ("Naam of bestand [standaard: baseline]", "Name or file [default: baseline]"),
    ))
    .arg(
        help::option(
            language,
            "lever",
            "LEVER[=VALUE][@DATE]",
            (
                "Welke knop: KNOP of KNOP@DATUM om een waarde te zoeken, KNOP=WAARDE om de datum te zoeken",
                "Which lever: LEVER or LEVER@DATE to seek a value, LEVER=VALUE to seek the date",
            ),
        )
        .required(true),
    )
    .arg(
        help::option(
            language,
            "between",
            "FROM..TO",
            ("Waartussen: twee getallen of twee datums", "Between which: two numbers or two dates"),
        )
        .required(true)
        .allow_hyphen_values(true),
    )
    .arg(
        help::option(
            language,
            "series",
            "NAME",
            (
                "Van welke reeks; een stroom telt over de twaalf maanden tot en met de datum",
                "Of which series; a flow counts over the twelve months up to the date",
            ),
        )
        .required(true),
    )
    .arg(level(language, "below", ("Hooguit zoveel", "At most so many")))
    .arg(level(language, "above", ("Minstens zoveel", "At least so many")))
    .group(clap::ArgGroup::new("level").args(["below", "above"]).required(true))
    .arg(help::option(
        language,
        "on",
        "DATE",
        ("Op welke dag [standaard: de laatste]", "On which day [default: the last]"),
    ))
    .arg(
        help::option(
            language,
            "chance",
            "P",
            (
                "In welk deel van de replicaties het moet lukken [standaard: 80%]",
                "In which share of the replications it must hold [default: 80%]",
            ),
        )
        .value_parser(chance)
        .default_value("80%")
        .hide_default_value(true),
    )
    .arg(help::set(language))
    .arg(
        help::option(
            language,
            "replications",
            "N",
            (
                "Aantal replicaties van elke waarde [standaard: 100]",
                "Number of replications of each value [default: 100]",
            ),
        )
        .value_parser(value_parser!(u64)),
    )
    .arg(
        help::option(
            language,
            "thin",
            "N",
            (
                "Reken op een keten van één op N [standaard: 10]; 1 is de hele keten, en duurt tien keer zo lang",
                "Run a chain of one in N [default: 10]; 1 is the whole chain, and takes ten times as long",
            ),
        )
        .value_parser(value_parser!(u64)),
    )
    .arg(help::seed(language))
    .arg(help::flag(language, "fixed", ("Houd alle onzekerheden vast", "Hold every uncertainty")))
    .arg(help::threads(language))
    .arg(
        help::option(
            language,
            "out",
            "FILE",
            (
                "Schrijf elke geprobeerde waarde in een CSV-bestand, steeds zodra zij klaar is; dezelfde opdracht gaat daarmee verder",
                "Write each value that was tried into a CSV file, as soon as it is done; the same command goes on from there",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        help::option(
            language,
            "time-limit",
            "SECONDS",
            ("Stop na zoveel seconden", "Stop after so many seconds"),
        )
        .value_parser(value_parser!(u64)),
    )
}

fn level(language: Language, id: &'static str, about: (&'static str, &'static str)) -> clap::Arg {
    help::option(language, id, "N", about).value_parser(value_parser!(f64)).allow_hyphen_values(true)
}

/// Reads `80%`, `80` or `0.8`.
fn chance(text: &str) -> Result<f64, String> {
    let wrong = || "a percentage between 1% and 99%, such as 80%".to_owned();
    let value: f64 = text.trim_end_matches('%').replace(',', ".").trim().parse().map_err(|_| wrong())?;
    let share = if text.ends_with('%') || value >= 1.0 { value / 100.0 } else { value };
    if (0.01..=0.99).contains(&share) { Ok(share) } else { Err(wrong()) }
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let text = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let row = Row::read(text("lever").unwrap_or_default(), text("between").unwrap_or_default())?;
    let series = series::named(text("series").unwrap_or_default())?;
    let chance = matches.get_one::<f64>("chance").copied().unwrap_or(0.8);
    let (below, level) = match matches.get_one::<f64>("below") {
        Some(level) => (true, *level),
        None => (false, matches.get_one::<f64>("above").copied().unwrap_or_default()),
    };
    let name = text("scenario").unwrap_or(load::LAW_IN_FORCE);
    let sets: Vec<String> = matches.get_many("set").into_iter().flatten().cloned().collect();
    let one_in = limits::thin(Some(number("thin").unwrap_or(ONE_IN)), false)?;
    let own = beginning::Asked::default();
    let begin = |console: &Console, place: usize| -> Result<Scenario, Stop> {
        let sets: Vec<String> = sets.iter().cloned().chain([row.set(place)]).collect();
        Ok(load::to_begin(console, name, &sets, &own.beginning())?.thinned(one_in))
    };
    // Both ends are read before anything runs: what is wrong with one is told now. What may be meant otherwise is told once.
    let (far, scenario) = (begin(console, row.last())?, begin(console, 0)?);
    let on = match text("on") {
        Some(text) => load::day(console, text)?,
        None => scenario.end,
    };
    if !(scenario.start..=scenario.end).contains(&on) {
        let (start, end) = (scenario.start, scenario.end);
        return Err(Stop::BadInput(Text::new(
            format!("--on {on}: het scenario loopt van {start} tot en met {end}"),
            format!("--on {on}: the scenario runs from {start} to {end}"),
        )));
    }
    let goal = Goal { series, below, level, day: on };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let options = Options {
        first: 0,
        replications: limits::replications(number("replications").unwrap_or(REPLICATIONS))?,
        seed: number("seed").unwrap_or(1),
        fixed: matches.get_flag("fixed"),
        daily: Daily::No,
        threads: limits::threads(number("threads").unwrap_or(cores))?,
    };
    let dates = month_ends(scenario.start, scenario.end);
    limits::memory(options.replications, dates.len(), 1)?;
    let stop = interrupt::listen(console);
    if let Some(seconds) = number("time-limit") {
        interrupt::stop_after(Duration::from_secs(seconds));
    }
    let search =
        Search { console, row: &row, goal: &goal, chance, options: &options, one_in, dates: &dates, stop };
    let file = matches.get_one::<PathBuf>("out");
    let code = search.carry_out(file, &begin)?;
    // With an assumed effect on inflow the same is sought without it, under the same luck.
    let assumed = [&far, &scenario].iter().any(|end| end.without_effects().is_some());
    if code != Code::Done || !assumed {
        return Ok(code);
    }
    console.print("")?;
    let beside = file.map(|file| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let kind = file.extension().map_or_else(String::new, |kind| format!(".{}", kind.to_string_lossy()));
        file.with_file_name(format!("{stem}{WITHOUT}{kind}"))
    });
    search.carry_out(beside.as_ref(), &|console, place| {
        let scenario = begin(console, place)?;
        Ok(scenario.without_effects().unwrap_or(scenario))
    })
}

/// What is sought, and how.
struct Search<'a> {
    console: &'a Console,
    row: &'a Row,
    goal: &'a Goal,
    chance: f64,
    options: &'a Options,
    one_in: u32,
    dates: &'a [Day],
    stop: &'a AtomicBool,
}

/// Reads the scenario of a candidate.
type Begin<'a> = &'a dyn Fn(&Console, usize) -> Result<Scenario, Stop>;

impl Search<'_> {
    /// Seeks, and tells what is tried and found.
    fn carry_out(&self, file: Option<&PathBuf>, begin: Begin<'_>) -> Result<Code, Stop> {
        let Search { console, row, goal, chance, options, one_in, dates, stop } = *self;
        let language = console.language;
        let scenario = begin(console, 0)?;
        let mark = tried::mark(row, goal, &scenario, options, one_in);
        let mut tried = Tried::take_up(file, mark, row)?;
        let head = heading(row, goal, chance, &scenario, options, language);
        console.print(&head)?;
        let mut failed: Option<Stop> = None;
        let mut try_at = |place: usize| -> Result<Option<Seen>, Stop> {
            let seen = match tried.at(place) {
                Some(seen) => seen,
                None => {
                    let scenario = begin(console, place)?;
                    let Some(holds) = look(console, &scenario, options, goal, dates, stop)? else {
                        return Ok(None);
                    };
                    let seen = Seen { place, holds, of: options.replications };
                    tried.add(seen, row)?;
                    seen
                }
            };
            console.print(&line(row, seen, language))?;
            Ok(Some(seen))
        };
        let found = seek(row.last(), chance, |place| match try_at(place) {
            Ok(seen) => seen.map(|seen| (seen.holds, seen.of)),
            Err(error) => {
                failed = Some(error);
                None
            }
        });
        if let Some(error) = failed {
            return Err(error);
        }
        let Some(found) = found else {
            console.warn(&Text::new(
                "Gestopt voordat het antwoord vaststond; wat hierboven staat is geprobeerd.",
                "Stopped before the answer was known; what stands above was tried.",
            ));
            return Ok(interrupt::code());
        };
        console.print(&answer(row, &found, chance, goal, &scenario, language))?;
        Ok(Code::Done)
    }
}

/// Runs one candidate: in how many replications the goal holds. Nothing once somebody stopped it.
fn look(
    console: &Console,
    scenario: &Scenario,
    options: &Options,
    goal: &Goal,
    dates: &[Day],
    stop: &AtomicBool,
) -> Result<Option<u32>, Stop> {
    let progress = Progress::new(console, options.replications);
    let done = |number| progress.done(number);
    let replications = run(scenario, options, &done, stop);
    progress.end();
    if replications.len() < options.replications as usize {
        return Ok(None);
    }
    let audits: Vec<Vec<AuditLine>> = replications.iter().map(|one| one.audit.clone()).collect();
    sound(&Audit::add_up(&audits))?;
    Ok(Some(goal.count(dates, &replications)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_read_as_people_write_them() {
        for (text, share) in [("80%", 0.8), ("80", 0.8), ("0.8", 0.8), ("97,5%", 0.975)] {
            assert!((chance(text).unwrap() - share).abs() < 1e-12, "{text}");
        }
        assert!(chance("100%").is_err() && chance("0").is_err() && chance("x").is_err());
    }
}
