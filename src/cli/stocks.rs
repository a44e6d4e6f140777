//! `stocks`: a table for stocks of one's own, and what is wrong with it.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{beginning, help, load, scenarios};
use crate::diagnostic::Language;
use crate::scenario::{self, Form};

pub(super) fn command(language: Language) -> Command {
    let template = help::command(
        language,
        "template",
        (
            "Schrijft een lege tabel om in te vullen, met uitleg: in het Nederlands zoals Excel haar opent",
            "Writes an empty table to fill in, explained: in English with commas",
        ),
        &[
            ("doorstroom stocks template", ("De tabel op het scherm", "The table on the screen")),
            (
                "doorstroom stocks template --start 2026-11-01 --out stocks.csv",
                ("Een bestand voor de stand van 1 november", "A file for the stocks of 1 November"),
            ),
        ],
    )
    .arg(
        help::option(language, "out", "FILE", ("Het nieuwe bestand", "The new file"))
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(beginning::start(language))
    .arg(help::flag(
        language,
        "filled",
        ("Vul de voorraden van het basisscenario in", "Fill in the stocks of the baseline"),
    ))
    .arg(help::flag(
        language,
        "force",
        ("Vervang het bestand als het er al is", "Replace the file if it is there"),
    ));
    let check = help::command(
        language,
        "check",
        (
            "Leest een ingevulde tabel: alles wat niet klopt, of wat gelezen is en wat wordt aangevuld",
            "Reads a filled table: everything that is wrong, or what was read and what is filled in",
        ),
        &[("doorstroom stocks check stocks.csv", ("Nakijken", "Check it"))],
    )
    .arg(help::positional(language, "file", "FILE", ("De tabel", "The table")).required(true))
    .arg(beginning::start(language));
    help::command(
        language,
        "stocks",
        (
            "Eigen voorraden: een tabel om in te vullen, en wat eraan niet klopt",
            "Stocks of your own: a table to fill in, and what is wrong with it",
        ),
        &[
            ("doorstroom stocks template --out stocks.csv", ("Een lege tabel", "An empty table")),
            ("doorstroom stocks check stocks.csv", ("Nakijken", "Check it")),
            ("doorstroom run --stocks stocks.csv", ("Ermee beginnen", "Begin with it")),
        ],
    )
    .subcommand_required(true)
    .subcommands([template, check])
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let (what, matches) = matches.subcommand().expect("clap requires a subcommand");
    let start = matches.get_one::<String>("start").cloned();
    if what == "check" {
        let file = matches.get_one::<String>("file").map_or("", String::as_str);
        return check(console, file, start);
    }
    let law = load::law_in_force();
    let date = match &start {
        Some(text) => load::day(console, text)?,
        None => law.start,
    };
    let form = Form { language: console.language, date, filled: matches.get_flag("filled") };
    let text = scenario::template(&law, form);
    match matches.get_one::<PathBuf>("out") {
        Some(file) => write(console, file, &text, matches.get_flag("force"))?,
        None => console.print(&text)?,
    }
    Ok(Code::Done)
}

fn write(console: &Console, file: &Path, text: &str, force: bool) -> Result<(), Stop> {
    scenarios::copy(file, text, force)?;
    let file = file.display();
    console.print(&pick(
        console.language,
        format!(
            "Geschreven: {file}\nVul de kolom waarde in, en kijk het na met: doorstroom stocks check {file}\n"
        ),
        format!(
            "Written: {file}\nFill in the column value, and check it with: doorstroom stocks check {file}\n"
        ),
    ))
}

fn check(console: &Console, file: &str, start: Option<String>) -> Result<Code, Stop> {
    let asked = beginning::Asked::to_check(file, start);
    let scenario = load::to_begin(console, load::LAW_IN_FORCE, &[], &asked.beginning())?;
    if let Some(own) = &scenario.own {
        console.print(&beginning::told(own, console.language))?;
        console.print(&pick(console.language, format!("{file}: klopt\n"), format!("{file}: sound\n")))?;
    }
    Ok(Code::Done)
}
