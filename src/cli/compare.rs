//! `compare`: several scenarios under the same luck, and a folder with what sets them apart.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::output::{Folder, sha256};
use super::progress::Progress;
use super::results::NOT_LAW;
use super::run::{quoted, sound};
use super::{beginning, font, help, interrupt, limits, load, manifest, table};
use crate::diagnostic::{Language, Text};
use crate::policy::levers;
use crate::record::Daily;
use crate::report::{comparison, tables};
use crate::scenario::Scenario;
use crate::study::Options;
use crate::study::compare::{self, Comparison};
use crate::study::run::month_ends;

/// Enough for intervals of the means and bands of 80 %.
const REPLICATIONS: u64 = 100;
const QUICK_REPLICATIONS: u64 = 50;
/// More lines than this nobody can tell apart in a picture.
const MOST: usize = 12;

pub(super) fn command(language: Language) -> Command {
    let number =
        |id, name, help| super::help::option(language, id, name, help).value_parser(value_parser!(u64));
    help::command(
        language,
        "compare",
        (
            "Vergelijkt scenario's onder hetzelfde toeval: wat verschilt, hoe zeker, en wat alleen verplaatst",
            "Compares scenarios under the same luck: what differs, how sure that is, and what only moves elsewhere",
        ),
        &[
            (
                "doorstroom compare fewer_dwellings more_officers",
                ("Twee verhalen, elk tegen het basisscenario", "Two stories, each against the baseline"),
            ),
            (
                "doorstroom compare mijn.toml anders.toml --against mijn.toml",
                ("Een scenario tegen een ander", "One scenario against another"),
            ),
            (
                "doorstroom compare letter_as_written --against letter_as_adopted",
                (
                    "Wat van de opdrachtbrief van het kabinet nog belofte is",
                    "What of the cabinet's assignment letter is still a promise",
                ),
            ),
            (
                "doorstroom compare mijn.toml --interaction",
                (
                    "Elke knop van een scenario apart, samen, en wat ze samen anders doen",
                    "Each lever of a scenario alone, all together, and what they do otherwise together",
                ),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "scenarios",
            "SCENARIO",
            ("Ingebouwde namen of bestanden", "Embedded names or files"),
        )
        .num_args(1..)
        .required(true),
    )
    .arg(
        help::option(
            language,
            "against",
            "SCENARIO",
            (
                "Waartegen wordt vergeleken [standaard: baseline]",
                "What they are held against [default: baseline]",
            ),
        )
        .default_value(load::LAW_IN_FORCE)
        .hide_default_value(true),
    )
    .arg(
        help::option(
            language,
            "set",
            "LEVER=VALUE[@DATE]",
            (
                "Zet een knop in elk van de scenario's, niet in dat waartegen wordt vergeleken; mag vaker",
                "Set a lever in each scenario, not in what they are held against; may be repeated",
            ),
        )
        .action(ArgAction::Append),
    )
    .arg(help::flag(
        language,
        "interaction",
        (
            "Reken ook alles samen door (bij één scenario: elke knop apart) en toon de wisselwerking",
            "Also run all together (of one scenario: each lever alone) and show the interaction",
        ),
    ))
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            ("Map voor de resultaten [standaard: out/compare]", "Folder for the results [default: out/compare]"),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(number(
        "replications",
        "N",
        ("Aantal replicaties van elk scenario [standaard: 100]", "Replications of each scenario [default: 100]"),
    ))
    .arg(help::threads(language))
    .arg(font::option(language))
    .arg(help::seed(language))
    .arg(help::thin(language))
    .arg(help::flag(
        language,
        "fixed",
        ("Houd alle onzekerheden vast: alleen toeval", "Hold every uncertainty: chance only"),
    ))
    .arg(help::flag(language, "quick", ("Een keten van één op tien, 50 replicaties: ruw", "A chain of one in ten, 50 replications: rough")))
    .arg(number(
        "time-limit",
        "SECONDS",
        (
            "Stop na zoveel seconden en schrijf wat er is (uitgangscode 75)",
            "Stop after so many seconds and write what there is (exit code 75)",
        ),
    ))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    let names: Vec<String> = matches.get_many("scenarios").into_iter().flatten().cloned().collect();
    let against = matches.get_one::<String>("against").map_or(load::LAW_IN_FORCE, String::as_str);
    let sets: Vec<String> = matches.get_many("set").into_iter().flatten().cloned().collect();
    let one_in = limits::thin(matches.get_one::<u64>("thin").copied(), matches.get_flag("quick"))?;
    let scenarios = read(console, against, &names, &sets)?.into_iter();
    let mut scenarios: Vec<Scenario> = scenarios.map(|scenario| scenario.thinned(one_in)).collect();
    let combined = match matches.get_flag("interaction") {
        true => Some(combine(&mut scenarios)?),
        false => None,
    };
    // What rests on an assumed effect on who comes stands there without it, too.
    let without: Vec<Scenario> = scenarios.iter().filter_map(Scenario::without_effects).collect();
    scenarios.extend(without);
    if scenarios.len() > MOST + 1 {
        let count = scenarios.len() - 1;
        return Err(Stop::BadInput(Text::new(
            format!("{count} scenario's zijn er te veel om naast elkaar te zien; neem er hooguit {MOST}"),
            format!("{count} scenarios are too many to see side by side; take at most {MOST}"),
        )));
    }
    let options = options(matches, &scenarios)?;
    let target =
        matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| Path::new("out").join("compare"));
    let stop = interrupt::listen(console);
    // A place that cannot be written is told now, and not after the work.
    drop(Folder::begin(&target)?);
    if let Some(&seconds) = matches.get_one::<u64>("time-limit") {
        interrupt::stop_after(Duration::from_secs(seconds));
    }
    let progress = Progress::new(console, options.replications);
    let runs = compare::run(&scenarios, &options, &|number| progress.done(number), stop);
    progress.end();
    if runs[0].is_empty() {
        console.warn(&Text::new(
            "Gestopt voordat er een replicatie klaar was: er is niets geschreven.",
            "Stopped before a replication was done: nothing is written.",
        ));
        return Ok(interrupt::code());
    }
    let combined = combined.as_ref().map(|(whole, parts)| (*whole, parts.as_slice()));
    let mut found = compare::compare(&scenarios, &runs, &options, combined);
    sound(&found.audit)?;
    found.command = repeat(matches, &names, &sets, against, one_in, found.replications.0);
    write(&target, &mut found, &scenarios, &sets, console.language)?;
    match console.print(&summary(&found, &target, console.language)) {
        Err(Stop::PipeClosed) | Ok(()) => {}
        Err(stop) => return Err(stop),
    }
    Ok(if found.partial() { interrupt::code() } else { Code::Done })
}

/// The scenarios, that which the others are held against first. All of them must begin on the same day.
fn read(console: &Console, against: &str, names: &[String], sets: &[String]) -> Result<Vec<Scenario>, Stop> {
    let own = beginning::Asked::default();
    let beginning = own.beginning();
    let reference = load::to_begin(console, against, &[], &beginning)?;
    let mut scenarios = vec![reference];
    for name in names {
        scenarios.push(load::to_begin(console, name, sets, &beginning)?);
    }
    let start = scenarios[0].start;
    if let Some(other) = scenarios.iter().find(|scenario| scenario.start != start) {
        return Err(Stop::BadInput(Text::new(
            format!(
                "{} begint op {} en {against} op {start}; alleen scenario's die op dezelfde dag beginnen zijn te \
                 vergelijken",
                other.id, other.start
            ),
            format!(
                "{} begins on {} and {against} on {start}; only scenarios that begin on the same day can be compared",
                other.id, other.start
            ),
        )));
    }
    let end = scenarios.iter().map(|scenario| scenario.end).min().unwrap_or(start);
    let mut seen = BTreeSet::new();
    for scenario in &mut scenarios {
        scenario.end = end;
        let id = scenario.id.clone();
        for number in 2.. {
            if seen.insert(scenario.id.clone()) {
                break;
            }
            scenario.id = format!("{id}_{number}");
        }
    }
    for scenario in &scenarios[1..] {
        if scenario.changed_rows(&scenarios[0]).is_empty() && scenario.open_cases == scenarios[0].open_cases {
            console.warn(&Text::new(
                format!("let op: {} is gelijk aan {against}", scenario.id),
                format!("note: {} is equal to {against}", scenario.id),
            ));
        }
    }
    Ok(scenarios)
}

/// Adds what an interaction needs: all changes together, or of one scenario each of its levers alone. Returns the place of
/// the whole and those of its parts.
fn combine(scenarios: &mut Vec<Scenario>) -> Result<(usize, Vec<usize>), Stop> {
    let reference = scenarios[0].clone();
    if let [_, only] = scenarios.as_slice() {
        let (only, rows) = (only.clone(), only.changed_rows(&reference));
        if rows.len() < 2 {
            return Err(Stop::BadInput(Text::new(
                format!("{} verandert minder dan twee knoppen: er is geen wisselwerking", only.id),
                format!("{} changes fewer than two levers: there is no interaction", only.id),
            )));
        }
        for row in rows {
            let lever = levers::declaration(row);
            let title = Text::new(lever.dutch, lever.title(Language::En));
            scenarios.push(reference.adopting(&[(row, &only)], lever.name.to_owned(), title));
        }
        return Ok((1, (2..scenarios.len()).collect()));
    }
    let mut rows: Vec<(usize, &Scenario)> = Vec::new();
    for scenario in &scenarios[1..] {
        for row in scenario.changed_rows(&reference) {
            if let Some((_, other)) = rows.iter().find(|(taken, _)| *taken == row) {
                let name = levers::declaration(row).name;
                return Err(Stop::BadInput(Text::new(
                    format!(
                        "{} en {} zetten allebei {name}: wat ze samen doen, is niet gezegd; haal de knop uit één van beide",
                        other.id, scenario.id
                    ),
                    format!(
                        "{} and {} both set {name}: what they do together is not said; take the lever out of one",
                        other.id, scenario.id
                    ),
                )));
            }
            rows.push((row, scenario));
        }
    }
    let all = reference.adopting(&rows, "together".to_owned(), Text::new("Alles samen", "All together"));
    let parts = (1..scenarios.len()).collect();
    scenarios.push(all);
    Ok((scenarios.len() - 1, parts))
}

fn options(matches: &ArgMatches, scenarios: &[Scenario]) -> Result<Options, Stop> {
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let usual = if matches.get_flag("quick") { QUICK_REPLICATIONS } else { REPLICATIONS };
    let replications = limits::replications(number("replications").unwrap_or(usual))?;
    let rows = month_ends(scenarios[0].start, scenarios[0].end).len();
    limits::memory(replications, rows, 2 * scenarios.len() as u64)?;
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    Ok(Options {
        first: 0,
        replications,
        seed: number("seed").unwrap_or(1),
        fixed: matches.get_flag("fixed"),
        daily: Daily::No,
        threads: limits::threads(number("threads").unwrap_or(cores))?,
    })
}

/// The command that gives the same files again.
fn repeat(
    matches: &ArgMatches,
    names: &[String],
    sets: &[String],
    against: &str,
    one_in: u32,
    done: u32,
) -> String {
    let mut words = vec!["doorstroom".to_owned(), "compare".to_owned()];
    words.extend(names.iter().map(|name| quoted(name)));
    words.extend(["--against".to_owned(), quoted(against)]);
    for set in sets {
        words.extend(["--set".to_owned(), quoted(set)]);
    }
    for flag in ["interaction", "fixed"] {
        if matches.get_flag(flag) {
            words.push(format!("--{flag}"));
        }
    }
    let seed = matches.get_one::<u64>("seed").copied().unwrap_or(1);
    if one_in > 1 {
        words.push(format!("--thin {one_in}"));
    }
    words.extend([format!("--replications {done}"), format!("--seed {seed}")]);
    words.join(" ")
}

/// Writes everything, the manifest last, and completes the comparison with the hash of its differences.
fn write(
    target: &Path,
    found: &mut Comparison,
    scenarios: &[Scenario],
    sets: &[String],
    language: Language,
) -> Result<(), Stop> {
    let mut folder = Folder::begin(target)?;
    let differences = comparison::differences_csv(found);
    found.hash = sha256(differences.as_bytes());
    text(&mut folder, "differences.csv", &differences)?;
    text(&mut folder, "moved.csv", &comparison::moved_csv(found))?;
    if let Some(table) = comparison::interaction_csv(found) {
        text(&mut folder, "interaction.csv", &table)?;
    }
    text(&mut folder, "regret.csv", &comparison::regret_csv(found))?;
    text(&mut folder, "pairing.csv", &comparison::pairing_csv(found))?;
    let pictures = comparison::comparison_pictures(found, language);
    let drawings: Vec<_> = pictures.iter().map(|p| (p.name.as_str(), p.svg.as_str())).collect();
    folder.pictures(&drawings)?;
    text(&mut folder, "report.html", &comparison::comparison_html(found, &pictures, language))?;
    let sides = std::iter::once(&found.reference).chain(&found.sides);
    let sides = sides.map(|side| (side.title.to(language), side.not_law.as_slice()));
    if let Some(told) = tables::not_law_text(found.data_date, sides) {
        text(&mut folder, NOT_LAW, &told)?;
    }
    let files: serde_json::Map<String, serde_json::Value> =
        folder.files.iter().map(|(name, hash)| (name.clone(), hash.as_str().into())).collect();
    let of = |scenario: &Scenario| {
        let layers = scenario.layers.iter().map(|l| json!({ "name": l.name, "sha256": l.sha256 }));
        let not_law = scenario.not_law();
        let not_law = not_law.iter().map(|(lever, status)| json!({ "lever": lever, "legal_status": status }));
        json!({
            "id": scenario.id,
            "title": scenario.title.to(language),
            "not_law": not_law.collect::<Vec<_>>(),
            "layers": layers.collect::<Vec<_>>(),
        })
    };
    let (done, asked) = found.replications;
    let manifest = json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "compare": scenarios[1..].iter().map(of).collect::<Vec<_>>(),
        "against": of(&scenarios[0]),
        "set": sets,
        "seed": found.seed,
        "replications": { "asked": asked, "done": done },
        "fixed": found.fixed,
        "thin": found.one_in,
        "partial": found.partial(),
        "data_date": found.data_date.to_string(),
        "command": found.command,
        "font": font::record(),
        "differences_sha256": found.hash,
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
    text(&mut folder, manifest::NAME, &(manifest + "\n"))?;
    folder.finish()?;
    Ok(())
}

fn text(folder: &mut Folder, name: &str, text: &str) -> Result<(), Stop> {
    folder.write(name, |file| file.write_all(text.as_bytes()))
}

fn summary(found: &Comparison, target: &Path, language: Language) -> String {
    let mut text = String::new();
    for banner in comparison::comparison_banners(found, language) {
        text.push_str(&table::wrapped(&banner, "", 110));
    }
    for (title, sentences) in comparison::comparison_sentences(found, language) {
        text.push_str(&format!("\n{title}\n"));
        for sentence in sentences {
            text.push_str(&table::wrapped(&sentence, "  ", 110));
        }
    }
    let [folder, page] = pick(language, ["Map", "Pagina"], ["Folder", "Page"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![folder.to_owned(), target.display().to_string()],
        vec![page.to_owned(), target.join("report.html").display().to_string()],
        vec!["SHA-256".to_owned(), format!("{}  differences.csv", found.hash)],
    ]));
    text
}
