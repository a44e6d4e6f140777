//! `explain`: what a scenario does otherwise than the law in force, or than another, in plain sentences.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{beginning, help, load, run, table};
use crate::diagnostic::Language;
use crate::report::explain;
use crate::scenario::{self, Scenario};

/// Characters in a line at most.
const WIDE: usize = 100;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "explain",
        (
            "Legt in gewone zinnen uit wat een scenario anders doet: vanaf wanneer, voor wie, wat, waarom en hoe zeker",
            "Explains in plain sentences what a scenario does otherwise: from when, for whom, what, why and how sure",
        ),
        &[
            (
                "doorstroom explain family_brake",
                ("Wat een verhaal anders doet dan het geldende recht", "What a story does otherwise than the law in force"),
            ),
            (
                "doorstroom explain letter_as_written --against letter_as_adopted",
                (
                    "Wat de opdrachtbrief nog belooft boven wat is aangenomen",
                    "What the assignment letter still promises beyond what is adopted",
                ),
            ),
            (
                "doorstroom explain --set permit_years=5@2027-01-01",
                ("Eén knop, zonder bestand", "One lever, without a file"),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "scenario",
            "SCENARIO",
            ("Ingebouwde naam of bestand [standaard: baseline]", "Embedded name or file [default: baseline]"),
        )
        .default_value(load::LAW_IN_FORCE)
        .hide_default_value(true),
    )
    .arg(
        help::option(
            language,
            "against",
            "SCENARIO",
            ("Waartegen wordt vergeleken [standaard: baseline]", "What it is held against [default: baseline]"),
        )
        .default_value(load::LAW_IN_FORCE)
        .hide_default_value(true),
    )
    .arg(help::set(language))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let text = |id: &str| matches.get_one::<String>(id).map_or(load::LAW_IN_FORCE, String::as_str);
    let sets: Vec<String> = matches.get_many("set").into_iter().flatten().cloned().collect();
    let own = beginning::Asked::default();
    let reference = load::to_begin(console, text("against"), &[], &own.beginning())?;
    let scenario = load::to_begin(console, text("scenario"), &sets, &own.beginning())?;
    console.print(&explained(&scenario, &reference, &sets, console.language))?;
    Ok(Code::Done)
}

fn explained(scenario: &Scenario, reference: &Scenario, sets: &[String], language: Language) -> String {
    let changes = scenario::changes(scenario, reference);
    let (ours, theirs) =
        (run::title(language, scenario.title.to(language), sets), reference.title.to(language));
    let mut text = format!("{ours}\n");
    if changes.is_empty() {
        text.push_str(&pick(
            language,
            format!("Er is niets anders dan in “{theirs}”.\n"),
            format!("Nothing is otherwise than in “{theirs}”.\n"),
        ));
        return text;
    }
    text.push_str(&pick(
        language,
        format!("Wat dit anders doet dan “{theirs}”:\n"),
        format!("What this does otherwise than “{theirs}”:\n"),
    ));
    for told in explain::explain(&changes, scenario.data_date, language) {
        text.push_str(&format!("\n{}\n", told.title));
        text.push_str(&table::wrapped(&told.says, "  ", WIDE));
        for sentence in &told.sentences {
            let lines = table::wrapped(sentence, "    ", WIDE);
            text.push_str(&format!("  - {}", lines.trim_start()));
        }
    }
    let clashes = scenario::clashes(scenario, reference, &changes);
    if !clashes.is_empty() {
        text.push_str(pick(language, "\nLet op\n", "\nWarnings\n"));
        for warning in explain::warnings(&clashes, language) {
            let lines = table::wrapped(&warning, "    ", WIDE);
            text.push_str(&format!("  - {}", lines.trim_start()));
        }
    }
    text
}
