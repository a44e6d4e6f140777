//! Floor 7: the front door, one file a command. Only this floor prints, reads files and writes them.

mod as_known;
mod backtest;
mod beginning;
mod brief;
mod calibrate;
mod check;
mod compare;
mod completions;
mod console;
mod document;
mod exit;
mod explain;
mod font;
mod forecast;
mod help;
mod interrupt;
mod inventory;
mod lab;
mod language;
mod letter;
mod lever;
mod levers;
mod limits;
mod load;
mod manifest;
mod official;
mod output;
mod precision;
mod progress;
mod prove;
mod results;
mod run;
mod scenarios;
mod schema;
mod scores;
mod search;
mod seek;
mod series;
mod stocks;
mod summary;
mod sweep;
mod table;
mod topics;
mod trace;
mod usage;
mod verify;

pub use exit::Code;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use crate::diagnostic::{Language, Text};
use console::Console;
use exit::Stop;
use language::pick;

/// Does what the arguments of the process ask.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let console = Console::new(language::of(&arguments));
    let code = match catch_unwind(AssertUnwindSafe(|| call(&console, arguments))) {
        Ok(Ok(code)) => code,
        Ok(Err(stop)) => stopped(&console, stop),
        // The message of the panic has been printed.
        Err(_) => {
            console.warn(&Text::new(
                "fout: dit is een fout in doorstroom zelf. Meld hem met het scenario, de opdracht en de tekst hierboven.",
                "error: this is a fault in doorstroom itself. Report it with the scenario, the command and the text above.",
            ));
            Code::Failed
        }
    };
    ExitCode::from(code as u8)
}

fn stopped(console: &Console, stop: Stop) -> Code {
    let (text, code) = match stop {
        Stop::PipeClosed => return Code::Done,
        Stop::Told => return Code::BadInput,
        Stop::Failed(text) => (text, Code::Failed),
        Stop::BadInput(text) => (text, Code::BadInput),
    };
    console.warn(&Text::new(format!("fout: {}", text.nl), format!("error: {}", text.en)));
    code
}

fn call(console: &Console, arguments: Vec<OsString>) -> Result<Code, Stop> {
    let matches = match command(console.language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return misread(console, &error),
    };
    let (name, matches): (&str, &ArgMatches) = match matches.subcommand() {
        Some(found) => found,
        None => {
            console.print(help::welcome(console.language))?;
            return Ok(Code::Done);
        }
    };
    match name {
        "run" => run::call(console, matches),
        "compare" => compare::call(console, matches),
        "brief" => brief::call(console, matches),
        "rerun" => brief::rerun::call(console, matches),
        "sweep" => sweep::call(console, matches),
        "analyse" => sweep::analyse::call(console, matches),
        "check" => check::call(console, matches),
        "explain" => explain::call(console, matches),
        "trace" => trace::call(console, matches),
        "seek" => seek::call(console, matches),
        "scenarios" => scenarios::call(console, matches),
        "stocks" => stocks::call(console, matches),
        "levers" => levers::call(console, matches),
        "series" => series::call(console, matches),
        "forecast" => forecast::call(console, matches),
        "backtest" => backtest::call(console, matches),
        "calibrate" => calibrate::call(console, matches),
        "lab" => lab::call(console, matches),
        "schema" => schema::call(console),
        "verify" => verify::call(console, matches),
        "completions" => completions::call(console, matches),
        other => unreachable!("clap knows no command {other}"),
    }
}

/// Help and the version are no errors; everything else is bad input.
fn misread(console: &Console, error: &clap::Error) -> Result<Code, Stop> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.print(&error.render().to_string())?;
            Ok(Code::Done)
        }
        _ => {
            let text = pick(console.language, usage::dutch(error), error.render().to_string());
            console.complain(&text);
            Ok(Code::BadInput)
        }
    }
}

/// The whole command line.
fn command(language: Language) -> Command {
    help::command(
        language,
        "doorstroom",
        (
            "Rekent door wat een maatregel doet met de Nederlandse asielketen, met de onzekerheid erbij.",
            "Works out what a measure does to the Dutch asylum chain, with the uncertainty shown.",
        ),
        EXAMPLES,
    )
    .after_help(format!(
        "{}\n\n{}",
        help::examples(language, EXAMPLES),
        pick(
            language,
            "Uitgangscodes: 0 gelukt, 1 mislukt, 2 verkeerde invoer, 75 gestopt op de tijdslimiet, 130 onderbroken.",
            "Exit codes: 0 done, 1 run failed, 2 bad input, 75 stopped at the time limit, 130 interrupted.",
        )
    ))
    .version(env!("CARGO_PKG_VERSION"))
    .disable_version_flag(true)
    .arg(
        clap::Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .display_order(1001)
            .help(pick(language, "Toon de versie", "Show the version")),
    )
    .arg(
        help::option(
            language,
            "lang",
            "nl|en",
            (
                "Taal van meldingen, lijsten en rapporten; anders de taal van het systeem",
                "Language of messages, listings and reports; else the language of the system",
            ),
        )
        .global(true)
        .display_order(999)
        .hide_possible_values(true)
        .value_parser(["nl", "en"]),
    )
    .subcommands([
        beginning::options(language, run::command(language)),
        compare::command(language),
        brief::command(language),
        brief::rerun::command(language),
        sweep::command(language),
        sweep::analyse::command(language),
        check::command(language),
        explain::command(language),
        trace::command(language),
        seek::command(language),
        scenarios::command(language),
        stocks::command(language),
        levers::command(language),
        series::command(language),
        forecast::command(language),
        backtest::command(language),
        calibrate::command(language),
        lab::command(language),
        schema::command(language),
        verify::command(language),
        completions::command(language),
    ])
}

const EXAMPLES: &[help::Example] = &[
    (
        "doorstroom run",
        ("Het basisscenario doorrekenen, in out/baseline", "Run the baseline, into out/baseline"),
    ),
    ("doorstroom levers --search nareis", ("Knoppen zoeken", "Search the levers")),
    ("doorstroom check mijn.toml", ("Een eigen scenario nakijken", "Check a scenario of your own")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        command(Language::Nl).debug_assert();
        command(Language::En).debug_assert();
    }

    #[test]
    fn every_option_explains_itself() {
        for language in [Language::Nl, Language::En] {
            for sub in command(language).get_subcommands() {
                assert!(sub.get_about().is_some(), "{}", sub.get_name());
                assert!(sub.get_arguments().all(|a| a.get_help().is_some()), "{}", sub.get_name());
                assert!(sub.get_after_help().is_some(), "{} has examples", sub.get_name());
            }
        }
    }
}
