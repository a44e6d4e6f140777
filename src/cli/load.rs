//! Reading scenarios from files, from standard input and from the program itself.

use std::io::{self, Read};

use super::console::Console;
use super::exit::Stop;
use crate::diagnostic::{Diagnostic, render};
use crate::scenario::{self, Beginning, Failed, Request, Scenario};
use crate::time::Day;

/// The baseline scenario.
pub(super) const LAW_IN_FORCE: &str = "baseline";

/// The name under which standard input stands in messages.
const STDIN: &str = "(stdin).toml";

/// No file larger than this is read [bytes]. The reader refuses far smaller ones; this spares the memory.
pub(super) const MOST: u64 = 64 << 20;

/// Reads a file by its path.
pub(super) type Files<'a> = &'a dyn Fn(&str) -> io::Result<Vec<u8>>;

/// Reads a scenario to run it, begun where the user says; tells what is wrong with it.
pub(super) fn to_begin(
    console: &Console,
    name: &str,
    sets: &[String],
    beginning: &Beginning<'_>,
) -> Result<Scenario, Stop> {
    match scenario::read_from(&Request { scenario: name, sets, files: &read }, beginning) {
        Ok(checked) => {
            tell(console, &checked.warnings, &checked.texts);
            Ok(checked.scenario)
        }
        Err(failed) => Err(wrong(console, &failed)),
    }
}

/// The same from its own start, with its files read through `files`.
pub(super) fn through(console: &Console, name: &str, files: Files<'_>) -> Result<Scenario, Stop> {
    let request = Request { scenario: name, sets: &[], files };
    let checked =
        scenario::read_from(&request, &Beginning::default()).map_err(|failed| wrong(console, &failed))?;
    tell(console, &checked.warnings, &checked.texts);
    Ok(checked.scenario)
}

/// Reads a scenario, or a layer on its own, to check it; `-` is standard input. Nothing when it is a layer.
pub(super) fn to_check(console: &Console, name: &str) -> Result<Option<Scenario>, Stop> {
    let name = if name == "-" { STDIN } else { name };
    match scenario::check(&Request { scenario: name, sets: &[], files: &read }) {
        Ok(sound) => {
            tell(console, &sound.warnings, &sound.texts);
            Ok(sound.scenario)
        }
        Err(failed) => Err(wrong(console, &failed)),
    }
}

/// The baseline, which comes with the program.
pub(super) fn law_in_force() -> Scenario {
    let files = |_: &str| Err(io::ErrorKind::NotFound.into());
    match scenario::read(&Request { scenario: LAW_IN_FORCE, sets: &[], files: &files }) {
        Ok(checked) => checked.scenario,
        Err(failed) => {
            panic!("the embedded baseline is sound: {:?}", failed.diagnostics.first().map(|d| &d.title.en))
        }
    }
}

/// Tells what is wrong.
pub(super) fn wrong(console: &Console, failed: &Failed) -> Stop {
    tell(console, &failed.diagnostics, &failed.texts);
    Stop::Told
}

/// Tells what the user probably meant otherwise.
pub(super) fn tell(
    console: &Console,
    diagnostics: &[Diagnostic],
    texts: &std::collections::BTreeMap<String, String>,
) {
    if !diagnostics.is_empty() {
        console.complain(&render(diagnostics, texts, console.language, console.colour));
    }
}

/// The day of an option, with a complaint when it is none.
pub(super) fn day(console: &Console, text: &str) -> Result<Day, Stop> {
    scenario::first_day(text).map_err(|failed| wrong(console, &failed))
}

/// The bytes of a file, or of standard input.
pub(super) fn read(path: &str) -> io::Result<Vec<u8>> {
    let source: Box<dyn Read> = match path {
        STDIN => Box::new(io::stdin()),
        _ => Box::new(std::fs::File::open(path)?),
    };
    let mut bytes = Vec::new();
    source.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
