//! `check`: what is wrong with a scenario, and what it changes against the baseline.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{help, load, table};
use crate::diagnostic::Language;
use crate::policy::levers;
use crate::report::explain;
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
    let baseline = load::law_in_force();
    let names = matches.get_many::<String>("file").into_iter().flatten();
    let mut code = Code::Done;
    let mut open = true;
    for name in names {
        let text = match load::to_check(console, name) {
            Ok(Some(scenario)) => verdict(console.language, name, &scenario, &baseline),
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

fn verdict(language: Language, name: &str, scenario: &Scenario, baseline: &Scenario) -> String {
    let changes = scenario::changes(scenario, baseline);
    let about = table::wrapped(&about(language, baseline), "  ", 100);
    if changes.is_empty() {
        return pick(
            language,
            format!("{name}: klopt; hetzelfde als `{}`\n{about}", baseline.id),
            format!("{name}: sound; the same as `{}`\n{about}", baseline.id),
        );
    }
    let mut text = pick(
        language,
        format!("{name}: klopt; dit is anders dan in `{}`:\n", baseline.id),
        format!("{name}: sound; this differs from `{}`:\n", baseline.id),
    );
    for change in &changes {
        text.push_str(&format!("  - {}\n", explain::line(change, language)));
    }
    for warning in explain::warnings(&scenario::clashes(scenario, baseline, &changes), language) {
        text.push_str(&format!("  ! {warning}\n"));
    }
    text.push_str(&about);
    let run = if name == "-" { String::new() } else { format!("doorstroom run {name}") };
    if !run.is_empty() {
        text.push_str(&pick(
            language,
            format!("  Doorrekenen, met het verschil ernaast: {run}\n"),
            format!("  To run it, with the difference beside it: {run}\n"),
        ));
    }
    text
}

/// What scenarios are compared with: which law the baseline holds, and what of that is law no longer.
fn about(language: Language, baseline: &Scenario) -> String {
    let lapsed = baseline.lapsed();
    let (id, title) = (&baseline.id, baseline.title.to(language));
    let Some(since) = lapsed.iter().map(|(_, day)| day).min() else { return format!("`{id}`: {title}.") };
    let name = |name: &str| {
        let row = levers::find(name).map(levers::declaration);
        pick(language, row.map_or(name, |row| row.dutch), name).to_owned()
    };
    let names = lapsed.iter().map(|(lever, _)| name(lever)).collect::<Vec<_>>().join(", ");
    pick(
        language,
        format!(
            "`{id}` is: {title}. Dat is niet het recht van nu: op {since} zijn vervallen, maar blijven hier staan: \
             {names}."
        ),
        format!(
            "`{id}` is: {title}. That is not the law of today: these lapsed on {since} and are kept here all the same: \
             {names}."
        ),
    )
}

fn layer(language: Language, name: &str) -> String {
    pick(
        language,
        format!("{name}: klopt; een laag om op voort te bouwen, geen compleet scenario\n"),
        format!("{name}: sound; a layer to be extended, not a whole scenario\n"),
    )
}
