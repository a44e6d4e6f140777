//! `check`: what is wrong with a scenario, and what it changes against the baseline.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{help, load};
use crate::diagnostic::Language;
use crate::scenario::{self, Scenario};

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "check",
        (
            "Kijkt scenario's na: alles wat niet klopt, en daarna wat ze anders doen dan het basisscenario",
            "Checks scenarios: everything that is wrong, and then what they change against the baseline",
        ),
        &[
            ("doorstroom check mijn.toml", ("Een eigen scenario nakijken", "Check a scenario of your own")),
            (
                "doorstroom check a.toml b.toml baseline",
                ("Meer tegelijk; ook ingebouwde mogen", "Several at once; embedded ones may be among them"),
            ),
            ("doorstroom check -", ("Van standaardinvoer lezen", "Read from standard input")),
        ],
    )
    .arg(
        help::positional(
            language,
            "file",
            "FILE",
            (
                "Bestanden, namen van ingebouwde scenario's, of - voor standaardinvoer",
                "Files, names of embedded scenarios, or - for standard input",
            ),
        )
        .num_args(1..)
        .required(true),
    )
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let law = load::law_in_force();
    let names = matches.get_many::<String>("file").into_iter().flatten();
    let mut code = Code::Done;
    let mut open = true;
    for name in names {
        let text = match load::to_check(console, name) {
            Ok(Some(scenario)) => verdict(console.language, name, &scenario, &law),
            Ok(None) => layer(console.language, name),
            Err(Stop::Told) => {
                code = Code::BadInput;
                continue;
            }
            Err(stop) => return Err(stop),
        };
        // The verdict on all files is the exit code, whether or not somebody reads on.
        match if open { console.print(&text) } else { Ok(()) } {
            Err(Stop::PipeClosed) => open = false,
            other => other?,
        }
    }
    Ok(code)
}

fn verdict(language: Language, name: &str, scenario: &Scenario, law: &Scenario) -> String {
    let differences = scenario::differences(scenario, law);
    if differences.is_empty() {
        return pick(
            language,
            format!("{name}: klopt; gelijk aan het basisscenario\n"),
            format!("{name}: sound; the same as the baseline\n"),
        );
    }
    let mut text = pick(
        language,
        format!("{name}: klopt; anders dan het basisscenario ({}):\n", law.title.nl),
        format!("{name}: sound; different from the baseline ({}):\n", law.title.en),
    );
    for difference in &differences {
        text.push_str(&format!("  - {}\n", difference.to(language)));
    }
    text
}

fn layer(language: Language, name: &str) -> String {
    pick(
        language,
        format!("{name}: klopt; een laag om op voort te bouwen, geen compleet scenario\n"),
        format!("{name}: sound; a layer to be extended, not a whole scenario\n"),
    )
}
