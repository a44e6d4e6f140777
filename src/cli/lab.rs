//! `lab`: one HTML file in which measures are tested, with the simulator itself inside.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop, at};
use super::language::pick;
use super::{help, load};
use crate::diagnostic::{Language, Text};
use crate::lab::{Brought, is_lab, is_own, page};
use crate::scenario::{Request, Scenario, read};

/// The core that was taken in when this program was built; empty where none was.
static CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.wasm"));

/// Where the page goes unless somebody says otherwise.
const PAGE: &str = "lab.html";

/// What makes a core: arguments of cargo.
const MAKE: &str = "rustc --locked --lib --crate-type cdylib --profile lab --no-default-features --target wasm32-unknown-unknown";
/// What cargo calls that core, in the folder of what it builds.
const MADE: &str = "wasm32-unknown-unknown/lab/doorstroom.wasm";

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "lab",
        (
            "Maakt één HTML-bestand om maatregelen in te proberen: het model zelf zit erin, en het werkt zonder netwerk",
            "Makes one HTML file to try measures in: the model itself is inside, and it works without a network",
        ),
        &[
            ("doorstroom lab", ("Het laboratorium, in lab.html", "The lab, in lab.html")),
            (
                "doorstroom lab mijn.toml --out lab.html",
                ("Met een eigen scenario om mee te beginnen", "With a scenario of your own to begin from"),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "scenario",
            "SCENARIO",
            (
                "Eigen scenario's om mee te beginnen, naast de ingebouwde verhalen",
                "Scenarios of your own to begin from, beside the embedded stories",
            ),
        )
        .num_args(0..),
    )
    .arg(
        help::option(
            language,
            "out",
            "FILE",
            ("Het bestand [standaard: lab.html]", "The file [default: lab.html]"),
        )
        .value_parser(value_parser!(PathBuf))
        .default_value(PAGE)
        .hide_default_value(true),
    )
    .arg(
        help::option(
            language,
            "core",
            "FILE",
            (
                "Het model als wasm, waar het niet in dit programma zit",
                "The model as wasm, where it is not inside this program",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let language = console.language;
    let out = matches.get_one::<PathBuf>("out").map_or_else(|| PathBuf::from(PAGE), PathBuf::clone);
    if out.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("html")) {
        let path = out.display();
        return Err(Stop::BadInput(Text::new(
            format!("--out {path}: geef een bestand dat eindigt op .html"),
            format!("--out {path}: give a file that ends in .html"),
        )));
    }
    if fs::read(&out).is_ok_and(|there| !is_lab(&there)) {
        let path = out.display();
        return Err(Stop::BadInput(Text::new(
            format!(
                "{path} bestaat al en is geen laboratorium van doorstroom; kies een andere naam met --out"
            ),
            format!("{path} exists and is no lab of doorstroom; choose another name with --out"),
        )));
    }
    let names: Vec<&String> = matches.get_many("scenario").into_iter().flatten().collect();
    let (brought, files) = bring(console, &names)?;
    let core = core(console, matches.get_one::<PathBuf>("core"))?;
    let page = page(&core, &brought, &files, language);
    fs::write(&out, &page).map_err(|error| at(&out, &error))?;
    let megabytes = language.lean(page.len() as f64 / 1e6, 1);
    let path = out.display();
    console.print(&pick(
        language,
        format!("{path} ({megabytes} MB): open het in een browser.\n"),
        format!("{path} ({megabytes} MB): open it in a browser.\n"),
    ))?;
    Ok(Code::Done)
}

/// The scenarios of the user, and every file that they read, under the names that hold in the folder of each.
fn bring(console: &Console, names: &[&String]) -> Result<(Vec<Brought>, BTreeMap<String, String>), Stop> {
    let mut brought = Vec::new();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for name in names {
        let path = Path::new(name.as_str());
        let file = path.file_name().map(|file| file.to_string_lossy().into_owned());
        let Some(file) = file.filter(|file| file.ends_with(".toml")) else {
            return Err(Stop::BadInput(Text::new(
                format!(
                    "{name}: geef een bestand dat eindigt op .toml; de ingebouwde scenario's zitten al in de pagina"
                ),
                format!(
                    "{name}: give a file that ends in .toml; the embedded scenarios are in the page already"
                ),
            )));
        };
        let seen = RefCell::new(BTreeMap::new());
        let scenario = reading(console, path.parent().unwrap_or(Path::new("")), &file, &seen)?;
        for (part, text) in seen.into_inner() {
            if files.insert(part.clone(), text.clone()).is_some_and(|other| other != text) {
                return Err(Stop::BadInput(Text::new(
                    format!(
                        "{part}: twee verschillende bestanden met deze naam; geef er een een andere naam"
                    ),
                    format!("{part}: two different files of this name; give one of them another name"),
                )));
            }
        }
        brought.push(Brought { name: file, title: scenario.title, about: scenario.description });
    }
    Ok((brought, files))
}

/// Reads a scenario from its own folder, and notes what was read.
fn reading(
    console: &Console,
    folder: &Path,
    file: &str,
    seen: &RefCell<BTreeMap<String, String>>,
) -> Result<Scenario, Stop> {
    let files = |name: &str| {
        let bytes = load::read(&folder.join(name).to_string_lossy())?;
        seen.borrow_mut().insert(name.to_owned(), String::from_utf8_lossy(&bytes).into_owned());
        Ok(bytes)
    };
    match read(&Request { scenario: file, sets: &[], files: &files }) {
        Ok(checked) => {
            load::tell(console, &checked.warnings, &checked.texts);
            Ok(checked.scenario)
        }
        Err(failed) => Err(load::wrong(console, &failed)),
    }
}

/// The core: the one that was given, the one inside this program, or else one that cargo makes, where cargo runs this program.
fn core(console: &Console, given: Option<&PathBuf>) -> Result<Vec<u8>, Stop> {
    if let Some(path) = given {
        return own(path, fs::read(path).map_err(|error| at(path, &error))?);
    }
    if !CORE.is_empty() {
        return Ok(CORE.to_vec());
    }
    // What `cargo run` tells the program that it runs.
    let told = std::env::var_os("CARGO_MANIFEST_DIR");
    let ours = std::env::var_os("CARGO_PKG_NAME").is_some_and(|name| name == env!("CARGO_PKG_NAME"));
    let Some(package) = told.filter(|_| ours) else {
        return Err(Stop::BadInput(Text::new(
            format!(
                "in dit programma zit het model niet als wasm. Maak het in de map van de broncode met\n  cargo {MAKE}\nen geef \
                 het met --core target/{MADE}; of gebruik een uitgave van doorstroom, waar het in zit"
            ),
            format!(
                "the model as wasm is not inside this program. Make it in the folder of the sources with\n  cargo {MAKE}\nand \
                 give it with --core target/{MADE}; or use a release of doorstroom, which has it inside"
            ),
        )));
    };
    console.warn(&Text::new(
        "Het model wordt als wasm gemaakt; de eerste keer duurt dat enkele minuten.",
        "The model is being made as wasm; the first time that takes some minutes.",
    ));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    make(Path::new(&cargo), Path::new(&package))
}

/// Has cargo make the core, in a folder of its own: other flags than those of the program.
fn make(cargo: &Path, package: &Path) -> Result<Vec<u8>, Stop> {
    let target = package.join("target");
    let done = process::Command::new(cargo)
        .args(MAKE.split(' '))
        .arg("--target-dir")
        .arg(&target)
        .arg("--manifest-path")
        .arg(package.join("Cargo.toml"))
        .status()
        .map_err(|error| at(cargo, &error))?;
    if !done.success() {
        return Err(Stop::Failed(Text::new(
            "het model kon niet als wasm worden gemaakt; staat er hierboven dat het doel wasm32-unknown-unknown ontbreekt, dan \
             helpt: rustup target add wasm32-unknown-unknown",
            "the model could not be made as wasm; if it says above that the target wasm32-unknown-unknown is missing, this \
             helps: rustup target add wasm32-unknown-unknown",
        )));
    }
    let path = target.join(MADE);
    own(&path, fs::read(&path).map_err(|error| at(&path, &error))?)
}

/// A core, if it is of the sources of this program: another would give other numbers.
fn own(path: &Path, core: Vec<u8>) -> Result<Vec<u8>, Stop> {
    if is_own(&core) {
        return Ok(core);
    }
    let path = path.display();
    Err(Stop::BadInput(Text::new(
        format!(
            "{path} hoort niet bij dit programma: het is van een andere versie, of geen model van doorstroom. Maak het opnieuw \
             met\n  cargo {MAKE}"
        ),
        format!(
            "{path} does not belong to this program: it is of another version, or no model of doorstroom. Make it anew with\n  \
             cargo {MAKE}"
        ),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_core_of_other_sources_is_refused() {
        let path = Path::new("core.wasm");
        assert!(matches!(own(path, b"\0asm doorstroom core 0.0.1 0".to_vec()), Err(Stop::BadInput(_))));
        let mut core = b"\0asm ".to_vec();
        core.extend(crate::lab::MARK.as_bytes());
        assert!(own(path, core).is_ok());
    }
}
