//! `scenarios`: what comes with the program, and a copy to begin with.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop, at};
use super::language::pick;
use super::{help, search, table};
use crate::diagnostic::{Language, Text};
use crate::scenario::library::{self, Place};

pub(super) fn command(language: Language) -> Command {
    let name = || {
        help::positional(
            language,
            "name",
            "NAME",
            ("Naam van een ingebouwd scenario", "Name of an embedded scenario"),
        )
        .required(true)
    };
    let list = help::command(
        language,
        "list",
        ("Noemt de ingebouwde scenario's", "Lists the embedded scenarios"),
        &[("doorstroom scenarios list", ("Wat er is", "What there is"))],
    );
    let show = help::command(
        language,
        "show",
        ("Toont de tekst van een ingebouwd scenario", "Shows the text of an embedded scenario"),
        &[("doorstroom scenarios show baseline", ("Het basisscenario lezen", "Read the baseline"))],
    )
    .arg(name());
    let copy = help::command(
        language,
        "copy",
        (
            "Schrijft een eigen scenario om mee te beginnen: met uitleg en de tien meest gebruikte knoppen",
            "Writes a scenario of your own to begin with: explained, with the ten commonest levers",
        ),
        &[(
            "doorstroom scenarios copy baseline mijn.toml",
            ("Voortbouwen op het basisscenario", "Build on the baseline"),
        )],
    )
    .arg(name())
    .arg(
        help::positional(
            language,
            "file",
            "FILE",
            ("Het nieuwe bestand [standaard: mijn-<naam>.toml]", "The new file [default: my-<name>.toml]"),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(help::flag(
        language,
        "force",
        ("Vervang het bestand als het er al is", "Replace the file if it is there"),
    ));
    help::command(
        language,
        "scenarios",
        (
            "Noemt, toont en kopieert de ingebouwde scenario's",
            "Lists, shows and copies the embedded scenarios",
        ),
        &[
            ("doorstroom scenarios list", ("Wat er is", "What there is")),
            (
                "doorstroom scenarios copy baseline mijn.toml",
                ("Een eigen scenario beginnen", "Begin a scenario of your own"),
            ),
        ],
    )
    .subcommand_required(true)
    .subcommands([list, show, copy])
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let (what, matches) = matches.subcommand().expect("clap requires a subcommand");
    if what == "list" {
        console.print(&listing(console.language))?;
        return Ok(Code::Done);
    }
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    let Some(text) = library::text(name) else { return Err(unknown(name)) };
    if what == "show" {
        console.print(text)?;
        return Ok(Code::Done);
    }
    let file = match matches.get_one::<PathBuf>("file") {
        Some(file) => file.clone(),
        None => {
            let short = name.rsplit('/').next().unwrap_or(name);
            PathBuf::from(pick(console.language, format!("mijn-{short}.toml"), format!("my-{short}.toml")))
        }
    };
    let shown = file.display().to_string();
    copy(&file, &library::starter(name, &shown, console.language), matches.get_flag("force"))?;
    console.print(&pick(
        console.language,
        format!("Geschreven: {shown}\nPas het aan, en kijk het na met: doorstroom check {shown}\n"),
        format!("Written: {shown}\nChange it, and check it with: doorstroom check {shown}\n"),
    ))?;
    Ok(Code::Done)
}

fn listing(language: Language) -> String {
    let headings = [
        (Place::Baseline, pick(language, "Het basisscenario", "The baseline")),
        (Place::Story, pick(language, "Wat als", "What if")),
        (Place::History, pick(language, "Het verleden nagespeeld", "The past replayed")),
        (Place::Regime, pick(language, "Lagen om op voort te bouwen", "Layers to build on")),
    ];
    let mut text = String::new();
    for (kind, heading) in headings {
        let rows: Vec<Vec<String>> = library::entries()
            .iter()
            .filter(|entry| entry.kind == kind)
            .map(|entry| {
                vec![format!("  {}", entry.name), pick(language, entry.title_nl, entry.title).to_owned()]
            })
            .collect();
        if !rows.is_empty() {
            let gap = if text.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{gap}{heading}\n{}", table::columns(&rows)));
        }
    }
    text
}

fn unknown(name: &str) -> Stop {
    let names = library::entries().iter().map(|entry| (entry.name, entry.name));
    let mut text = Text::new(
        format!("er is geen ingebouwd scenario '{name}'"),
        format!("there is no embedded scenario '{name}'"),
    );
    if let Some(meant) = search::nearest(name, names) {
        text.nl.push_str(&format!("; bedoelt u '{meant}'?"));
        text.en.push_str(&format!("; did you mean '{meant}'?"));
    }
    text.nl.push_str("\nZie doorstroom scenarios list");
    text.en.push_str("\nSee doorstroom scenarios list");
    Stop::BadInput(text)
}

/// Writes a new file; one that is there is replaced only by force.
pub(super) fn copy(file: &Path, text: &str, force: bool) -> Result<(), Stop> {
    if force {
        return fs::write(file, text).map_err(|error| at(file, &error));
    }
    let mut new = match OpenOptions::new().write(true).create_new(true).open(file) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let file = file.display();
            return Err(Stop::BadInput(Text::new(
                format!("{file}: bestaat al; kies een andere naam, of vervang het met --force"),
                format!("{file}: exists; choose another name, or replace it with --force"),
            )));
        }
        other => other.map_err(|error| at(file, &error))?,
    };
    new.write_all(text.as_bytes()).map_err(|error| at(file, &error))
}
