//! `backtest`: history replayed, and how far that was off.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::console::Console;
use super::document::Document;
use super::exit::{Code, Stop};
use super::language::pick;
use super::output::{Folder, sha256};
use super::progress::Progress;
use super::run::sound;
use super::{beginning, font, help, interrupt, limits, load, manifest, table};
use crate::diagnostic::{Language, Text};
use crate::record::Daily;
use crate::report::{self, Table};
use crate::scenario::{self, Request, Scenario};
use crate::study::Options;
use crate::study::backtest::{self, Backtest};
use crate::study::run::month_ends;

/// The band of 80 % wants fifty; ten more, so that none falls away.
const REPLICATIONS: u64 = 60;
/// Width of the PNG [pixels].
const PNG_WIDTH: u32 = 1_600;
/// What stands in the lines of a document between which the table is put.
const MARK: &str = "backtest";

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "backtest",
        (
            "Speelt 2019 tot en met 2025 na en toont hoe ver dat naast de gepubliceerde cijfers ligt",
            "Replays 2019 to 2025 and shows how far that lies from the published figures",
        ),
        &[
            (
                "doorstroom backtest",
                (
                    "Zestig replicaties van een keten van één op tien, naar out/backtest",
                    "Sixty replications of a chain of one in ten, into out/backtest",
                ),
            ),
            (
                "doorstroom backtest --replications 200 --thin 1 --out out/heel",
                ("De hele keten, met smallere fouten", "The whole chain, with smaller errors"),
            ),
        ],
    )
    .arg(
        help::option(
            language,
            "replications",
            "N",
            (
                "Aantal replicaties van elke run [standaard: 60]; onder de 50 is er geen band van 80 %",
                "Replications of each run [default: 60]; below 50 there is no band of 80 %",
            ),
        )
        .value_parser(value_parser!(u64)),
    )
    .arg(
        help::option(
            language,
            "thin",
            "N",
            ("Reken op een keten van één op N [standaard: 10]", "Run a chain of one in N [default: 10]"),
        )
        .value_parser(value_parser!(u64)),
    )
    .arg(help::seed(language))
    .arg(help::threads(language))
    .arg(font::option(language))
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Map voor de resultaten [standaard: out/backtest]",
                "Folder for the results [default: out/backtest]",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        help::option(
            language,
            "sets",
            "FILE",
            (
                "Scenario met sets van calibrate, in plaats van history_calibrated en de andere ingebouwde sets",
                "Scenario with sets of calibrate, in place of history_calibrated and the other embedded sets",
            ),
        )
        .value_parser(value_parser!(PathBuf))
        .conflicts_with_all(["as-known", "write"]),
    )
    .arg(help::flag(
        language,
        "as-known",
        (
            "Wat op de eerste dag van elk kwartaal zou zijn gezegd met wat toen bekend was, naar out/as_known",
            "What would have been said on the first day of each quarter with what was known then, into out/as_known",
        ),
    ))
    .arg(
        help::option(
            language,
            "write",
            "FILE",
            (
                "Vervang ook de tabellen in dit document (docs/validation.md)",
                "Also replace the tables in this document (docs/validation.md)",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
}

/// How many replications, under which luck, on how many threads.
pub(super) fn options(matches: &ArgMatches) -> Result<Options, Stop> {
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    Ok(Options {
        first: 0,
        replications: limits::replications(number("replications").unwrap_or(REPLICATIONS))?,
        seed: number("seed").unwrap_or(1),
        fixed: false,
        daily: Daily::No,
        threads: limits::threads(number("threads").unwrap_or(cores))?,
    })
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    if matches.get_flag("as-known") {
        return super::as_known::call(console, matches);
    }
    let options = options(matches)?;
    let one_in = limits::thin(matches.get_one::<u64>("thin").copied(), true)?;
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or(Path::new("out").join("backtest"));
    let document = matches.get_one::<PathBuf>("write").map(|path| Document::read(path, MARK)).transpose()?;
    let of = matches.get_one::<PathBuf>("sets").cloned();
    let sets = of.as_deref().map(|path| sets(console, path)).transpose()?;
    let one = |name: &str| sets.clone().filter(|_| backtest::fitted(name)).unwrap_or_else(|| embedded(name));
    let scenarios: Vec<Scenario> =
        backtest::scenarios().into_iter().map(|name| one(name).thinned(one_in)).collect();
    let rows = month_ends(scenarios[0].start, scenarios[0].end).len();
    let runs = backtest::runs();
    limits::memory(options.replications, rows, u64::from(runs))?;
    // A place that cannot be written is told now, and not after the work.
    drop(Folder::begin(&out)?);
    let stop = interrupt::listen(console);
    let progress = Progress::new(console, options.replications.saturating_mul(runs));
    let found = backtest::backtest(&scenarios, &options, &|done| progress.done(done), stop);
    progress.end();
    let Some(found) = found else {
        console.warn(&Text::new(
            "Gestopt voor het einde: er is niets geschreven.",
            "Stopped before the end: nothing is written.",
        ));
        return Ok(interrupt::code());
    };
    sound(&found.audit)?;
    let hash = write(&out, &found, &scenarios, of.as_deref(), console.language)?;
    if let Some(document) = document {
        document.write(&markdown(&found))?;
    }
    match console.print(&terminal(&found, &out, &hash, console.language)) {
        Err(Stop::PipeClosed) | Ok(()) => Ok(Code::Done),
        Err(stop) => Err(stop),
    }
}

/// A scenario with sets of the user's own, which runs over the days of the replay.
fn sets(console: &Console, path: &Path) -> Result<Scenario, Stop> {
    let name = path.display().to_string();
    let scenario = load::to_begin(console, &name, &[], &beginning::Asked::default().beginning())?;
    let replay = embedded(backtest::REPLAY);
    if scenario.policy.sets().is_none() || (scenario.start, scenario.end) != (replay.start, replay.end) {
        return Err(Stop::BadInput(Text::new(
            format!("{name}: hierin staat geen [calibrated], of het loopt over andere dagen dan history"),
            format!("{name}: there is no [calibrated] in it, or it runs over other days than history"),
        )));
    }
    Ok(scenario)
}

pub(super) fn embedded(name: &str) -> Scenario {
    let request = Request { scenario: name, sets: &[], files: &load::read };
    match scenario::read(&request) {
        Ok(checked) => checked.scenario,
        Err(failed) => panic!(
            "the embedded scenario {name} is sound: {:?}",
            failed.diagnostics.first().map(|d| &d.title.en)
        ),
    }
}

/// Writes everything, the manifest last; returns the hash of the table of scores.
fn write(
    out: &Path,
    found: &Backtest,
    scenarios: &[Scenario],
    sets: Option<&Path>,
    language: Language,
) -> Result<String, Stop> {
    let mut folder = Folder::begin(out)?;
    let scores = report::backtest_csv(found);
    let hash = sha256(scores.as_bytes());
    text(&mut folder, "backtest.csv", &scores)?;
    text(&mut folder, "points.csv", &report::points_csv(found))?;
    text(&mut folder, "experiments.csv", &report::experiments_csv(found))?;
    let pictures = report::backtest_pictures(found, language);
    for picture in &pictures {
        text(&mut folder, &format!("charts/{}.svg", picture.name), &picture.svg)?;
        let png = report::png(&picture.svg, PNG_WIDTH);
        folder.write(&format!("charts/{}.png", picture.name), |file| file.write_all(&png))?;
    }
    text(
        &mut folder,
        "report.html",
        &report::backtest_html(found, &pictures, &repeat(found, sets), language),
    )?;
    let files: serde_json::Map<String, serde_json::Value> =
        folder.files.iter().map(|(name, hash)| (name.clone(), hash.as_str().into())).collect();
    let layers = |scenario: &Scenario| -> Vec<serde_json::Value> {
        scenario.layers.iter().map(|layer| json!({ "name": layer.name, "sha256": layer.sha256 })).collect()
    };
    let runs: Vec<serde_json::Value> =
        scenarios.iter().map(|one| json!({ "scenario": one.id, "layers": layers(one) })).collect();
    let manifest = json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "backtest": runs,
        "period": { "start": found.period.0.to_string(), "end": found.period.1.to_string() },
        "seed": found.seed,
        "replications": found.replications,
        "thin": found.one_in,
        "command": repeat(found, sets),
        "font": font::record(),
        "scores_sha256": hash,
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
    text(&mut folder, manifest::NAME, &(manifest + "\n"))?;
    folder.finish()?;
    Ok(hash)
}

fn text(folder: &mut Folder, name: &str, text: &str) -> Result<(), Stop> {
    folder.write(name, |file| file.write_all(text.as_bytes()))
}

/// The command that gives the same files again.
fn repeat(found: &Backtest, sets: Option<&Path>) -> String {
    let Backtest { replications, one_in, seed, .. } = found;
    let sets = sets.map(|path| format!(" --sets {}", path.display())).unwrap_or_default();
    format!("doorstroom backtest --replications {replications} --thin {one_in} --seed {seed}{sets}")
}

pub(super) fn rows(table: Table) -> Vec<Vec<String>> {
    std::iter::once(table.head).chain(table.rows).collect()
}

fn terminal(found: &Backtest, out: &Path, hash: &str, language: Language) -> String {
    let mut text = report::backtest_sentences(found, language)
        .iter()
        .map(|sentence| table::wrapped(sentence, "", 110))
        .collect::<String>();
    for (heading, part) in [
        (
            pick(language, "Natuurlijke experimenten", "Natural experiments"),
            report::experiment_table(found, language),
        ),
        (pick(language, "Uitkomsten", "Outcomes"), report::score_table(found, language)),
        (
            pick(language, "Waar bronnen verschillen", "Where sources differ"),
            report::spread_table(found, language),
        ),
        (
            pick(language, "Voorraad, instroom en uitstroom", "Stock, inflow and outflow"),
            report::residual_table(found, language),
        ),
        (pick(language, "Niet meegeteld", "Not scored"), report::left_out(found, language)),
    ] {
        text.push_str(&format!("\n{heading}\n{}", table::columns(&rows(part))));
    }
    let [folder, page] = pick(language, ["Map", "Pagina"], ["Folder", "Page"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![folder.to_owned(), out.display().to_string()],
        vec![page.to_owned(), out.join("report.html").display().to_string()],
        vec!["SHA-256".to_owned(), format!("{hash}  backtest.csv")],
    ]));
    text
}

/// The tables as they stand in a document: in English, the natural experiments first.
fn markdown(found: &Backtest) -> String {
    let language = Language::En;
    let sentences: Vec<String> =
        report::backtest_sentences(found, language).into_iter().map(|s| format!("- {s}\n")).collect();
    let mut text = format!("\nWritten by `{} --write docs/validation.md`.\n\n", repeat(found, None));
    text += &grid(report::experiment_table(found, language));
    text += "\n";
    text += &sentences.concat();
    text += "\n";
    text += &grid(report::score_table(found, language));
    text += "\n";
    text += &grid(report::spread_table(found, language));
    text += "\n";
    text += &grid(report::residual_table(found, language));
    text += "\n";
    text += &grid(report::left_out(found, language));
    text + "\n"
}

pub(super) fn grid(table: Table) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace('\u{a0}', " "));
    let rule = format!("|{}\n", "---|".repeat(table.head.len()));
    let rows: String = table.rows.iter().map(|row| line(row)).collect();
    line(&table.head) + &rule + &rows
}
