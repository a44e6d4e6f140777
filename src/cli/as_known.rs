//! `backtest --as-known`: what the replay would have said on the first day of each quarter, with what was known then.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::backtest::{embedded, grid, options, rows};
use super::console::Console;
use super::document::Document;
use super::exit::{Code, Stop};
use super::forecast::text as write;
use super::language::pick;
use super::output::Folder;
use super::progress::Progress;
use super::run::sound;
use super::{interrupt, limits, manifest, table};
use crate::diagnostic::{Language, Text};
use crate::report;
use crate::study::backtest::{AS_KNOWN, AsKnown, as_known, origins};

/// What stands in the lines of a document between which the tables are put.
const MARK: &str = "as-known";

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let options = options(matches)?;
    let one_in = limits::thin(matches.get_one::<u64>("thin").copied(), true)?;
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or(Path::new("out").join("as_known"));
    let document = matches.get_one::<PathBuf>("write").map(|path| Document::read(path, MARK)).transpose()?;
    let scenario = embedded(AS_KNOWN).thinned(one_in);
    drop(Folder::begin(&out)?);
    let stop = interrupt::listen(console);
    let origins = origins();
    let runs = u32::try_from(origins.len()).expect("some dozens of quarters");
    let progress = Progress::new(console, options.replications.saturating_mul(runs));
    let found = as_known(&scenario, &origins, &options, &|done| progress.done(done), stop);
    progress.end();
    let Some(found) = found else {
        console.warn(&Text::new(
            "Gestopt voor het einde: er is niets geschreven.",
            "Stopped before the end: nothing is written.",
        ));
        return Ok(interrupt::code());
    };
    sound(&found.audit)?;
    let mut folder = Folder::begin(&out)?;
    write(&mut folder, "as_known.csv", &report::as_known_csv(&found))?;
    write(&mut folder, "record.csv", &report::as_known_record(&found))?;
    let files: serde_json::Map<String, serde_json::Value> =
        folder.files.iter().map(|(name, hash)| (name.clone(), hash.as_str().into())).collect();
    let manifest = json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "scenario": scenario.id,
        "seed": found.seed,
        "replications": found.replications,
        "thin": found.one_in,
        "command": repeat(&found),
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
    write(&mut folder, manifest::NAME, &(manifest + "\n"))?;
    folder.finish()?;
    if let Some(document) = document {
        document.write(&markdown(&found))?;
    }
    console.print(&terminal(&found, &out, console.language))?;
    Ok(Code::Done)
}

fn repeat(found: &AsKnown) -> String {
    let AsKnown { replications, one_in, seed, .. } = found;
    format!("doorstroom backtest --as-known --replications {replications} --thin {one_in} --seed {seed}")
}

fn terminal(found: &AsKnown, out: &Path, language: Language) -> String {
    let mut text: String = report::as_known_sentences(found, language)
        .iter()
        .map(|sentence| table::wrapped(sentence, "", 110))
        .collect();
    let heads = pick(
        language,
        ["Een en twee jaar vooruit", "Naast officiële ramingen van de opvangbehoefte"],
        ["A year and two years ahead", "Beside official forecasts of the need for reception"],
    );
    let tables = [report::as_known_table(found, language), report::as_known_official_table(found, language)];
    for (head, part) in heads.iter().zip(tables) {
        text.push_str(&format!("\n{head}\n{}", table::columns(&rows(part))));
    }
    let folder = pick(language, "Map", "Folder");
    text.push_str(&format!("\n{folder}  {}\n", out.display()));
    text
}

/// The tables as they stand in a document, in English.
fn markdown(found: &AsKnown) -> String {
    let language = Language::En;
    let sentences: String =
        report::as_known_sentences(found, language).iter().map(|s| format!("- {s}\n")).collect();
    let mut text = format!("\nWritten by `{} --write docs/validation.md`.\n\n{sentences}\n", repeat(found));
    text += &grid(report::as_known_official_table(found, language));
    text += "\n";
    text += &grid(report::as_known_table(found, language));
    text + "\n"
}
