//! `rerun`: makes a briefing again from its own folder, and says that it is identical or what differs.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::Value;

use super::bundle::PLAN;
use super::{make, prepare};
use crate::cli::console::Console;
use crate::cli::exit::{Code, Stop, at};
use crate::cli::language::pick;
use crate::cli::output::sha256;
use crate::cli::{font, help, interrupt, limits, manifest, table};
use crate::diagnostic::{Language, Text};
use crate::scenario::library;

/// Files that differ that are told one by one.
const TOLD: usize = 10;

pub(in crate::cli) fn command(language: Language) -> Command {
    help::command(
        language,
        "rerun",
        (
            "Rekent een briefing na uit haar eigen map en zegt of zij gelijk is, of wat er verschilt",
            "Makes a briefing again from its own folder and says that it is identical, or what differs",
        ),
        &[("doorstroom rerun out/briefing", ("Klopt deze map?", "Does this folder hold?"))],
    )
    .arg(
        help::positional(language, "bundle", "DIR", ("De map van de briefing", "The folder of the briefing"))
            .required(true)
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(help::threads(language))
}

pub(in crate::cli) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let folder = matches.get_one::<PathBuf>("bundle").cloned().unwrap_or_default();
    let manifest = read_manifest(&folder)?;
    let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
    let version = env!("CARGO_PKG_VERSION");
    if let Some(made) = text("/version").filter(|made| *made != version) {
        console.warn(&Text::new(
            format!("Gemaakt met doorstroom {made}; dit is {version}. Alleen dezelfde versie belooft dezelfde bytes."),
            format!("Made with doorstroom {made}; this is {version}. Only the same version promises the same bytes."),
        ));
    }
    for (name, hash) in layers(&manifest) {
        if library::text(&name).is_some_and(|text| sha256(text.as_bytes()) != hash)
            && !name.ends_with(".toml")
        {
            console.warn(&Text::new(
                format!("De laag {name} is in deze versie anders dan in de map."),
                format!("The layer {name} is other in this version than in the folder."),
            ));
        }
    }
    let inputs = inputs(&folder, &manifest)?;
    if let (Some(path), Some(file)) = (text("/font/path"), text("/font/file")) {
        font::take(path, inside(&folder, file)?)?;
    }
    let files =
        |path: &str| inputs.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
    let bytes = fs::read(folder.join(PLAN)).map_err(|error| at(&folder.join(PLAN), &error))?;
    let language = match text("/language") {
        Some("nl") => Language::Nl,
        _ => Language::En,
    };
    let name = text("/plan/path").map(str::to_owned);
    let prepared = prepare(console, name, bytes, &files)?;
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let threads = limits::threads(matches.get_one::<u64>("threads").copied().unwrap_or(cores))?;
    let stop = interrupt::listen(console);
    let Some(made) = make(console, &prepared, threads, stop, language)? else {
        console.warn(&Text::new("Gestopt: er is niets vergeleken.", "Stopped: nothing is compared."));
        return Ok(interrupt::code());
    };
    let differences = differences(&folder, &made.files)?;
    if differences.is_empty() {
        let count = made.files.len();
        console.print(&pick(
            console.language,
            format!(
                "Identiek: alle {count} bestanden van {} zijn byte voor byte gelijk.\n",
                folder.display()
            ),
            format!("Identical: all {count} files of {} are equal, byte for byte.\n", folder.display()),
        ))?;
        return Ok(Code::Done);
    }
    console.print(&told(&differences, made.files.len(), console.language))?;
    Ok(Code::Failed)
}

fn read_manifest(folder: &Path) -> Result<Value, Stop> {
    let none = || {
        let shown = folder.display();
        Stop::BadInput(Text::new(
            format!("{shown}: hier staat geen briefing van doorstroom"),
            format!("{shown}: here stands no briefing of doorstroom"),
        ))
    };
    let text = fs::read_to_string(folder.join(manifest::NAME)).map_err(|_| none())?;
    let manifest: Value = serde_json::from_str(&text).map_err(|_| none())?;
    if manifest.get("brief").is_none() { Err(none()) } else { Ok(manifest) }
}

fn layers(manifest: &Value) -> Vec<(String, String)> {
    let scenarios = manifest.get("scenarios").and_then(Value::as_array);
    let layers = scenarios.into_iter().flatten().filter_map(|one| one.get("layers")?.as_array()).flatten();
    let mut all: Vec<(String, String)> = layers
        .filter_map(|layer| {
            Some((layer.get("name")?.as_str()?.to_owned(), layer.get("sha256")?.as_str()?.to_owned()))
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The files that the plan's scenarios were read from, by the paths under which they were asked for. They are taken from
/// the folder alone.
fn inputs(folder: &Path, manifest: &Value) -> Result<BTreeMap<String, Vec<u8>>, Stop> {
    let mut all = BTreeMap::new();
    for one in manifest.get("inputs").and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| one.get(key).and_then(Value::as_str);
        let (Some(path), Some(file)) = (text("path"), text("file")) else { continue };
        all.insert(path.to_owned(), inside(folder, file)?);
    }
    Ok(all)
}

/// The bytes of a file in the folder. A name that leads out of it is refused.
fn inside(folder: &Path, file: &str) -> Result<Vec<u8>, Stop> {
    if !Path::new(file).components().all(|part| matches!(part, std::path::Component::Normal(_))) {
        let shown = folder.join(manifest::NAME);
        let shown = shown.display();
        return Err(Stop::BadInput(Text::new(
            format!("{shown}: het bestand {file} ligt buiten de map"),
            format!("{shown}: the file {file} lies outside the folder"),
        )));
    }
    fs::read(folder.join(file)).map_err(|error| at(&folder.join(file), &error))
}

/// A file that is not as it was made again, and the first place where.
#[derive(Debug)]
struct Differs {
    file: String,
    place: Text,
}

fn differences(folder: &Path, again: &[(String, Vec<u8>)]) -> Result<Vec<Differs>, Stop> {
    let mut all = Vec::new();
    for (file, bytes) in again {
        let path = folder.join(file);
        let place = match fs::read(&path) {
            Ok(there) if there == *bytes => continue,
            Ok(there) => place(file, &there, bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Text::new("ontbreekt in de map", "is missing in the folder")
            }
            Err(error) => return Err(at(&path, &error)),
        };
        all.push(Differs { file: file.clone(), place });
    }
    Ok(all)
}

/// Where two versions of a file part: row and column of a table, the line of another text.
fn place(file: &str, there: &[u8], again: &[u8]) -> Text {
    let (Ok(there), Ok(again)) = (std::str::from_utf8(there), std::str::from_utf8(again)) else {
        return Text::new("verschilt", "differs");
    };
    if file.ends_with(".csv") {
        let delimiter = if file.ends_with(".nl.csv") { b';' } else { b',' };
        if let Some(text) = cell(there, again, delimiter) {
            return text;
        }
    }
    let lines = there.lines().zip(again.lines());
    let line = 1 + lines.take_while(|(a, b)| a == b).count();
    let of = |text: &str| shortened(text.lines().nth(line - 1).unwrap_or_default().trim());
    let (a, b) = (of(there), of(again));
    Text::new(
        format!("regel {line}: in de map `{a}`, opnieuw `{b}`"),
        format!("line {line}: in the folder `{a}`, made again `{b}`"),
    )
}

fn cell(there: &str, again: &str, delimiter: u8) -> Option<Text> {
    let rows = |text: &str| -> Option<Vec<Vec<String>>> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        reader.records().map(|row| Some(row.ok()?.iter().map(str::to_owned).collect())).collect()
    };
    let (there, again) = (rows(there)?, rows(again)?);
    let head = again.first()?;
    let pair = there.iter().zip(&again).position(|(a, b)| a != b);
    let Some(row) = pair else {
        let (a, b) = (there.len(), again.len());
        return (a != b).then(|| {
            Text::new(
                format!("{a} rijen in de map, opnieuw {b}"),
                format!("{a} rows in the folder, made again {b}"),
            )
        });
    };
    let (a, b) = (&there[row], &again[row]);
    let column = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or_else(|| a.len().min(b.len()));
    let name = head.get(column).map_or("", String::as_str);
    let names: Vec<&str> = b.iter().take(3.min(column)).map(String::as_str).collect();
    let names = names.join(", ");
    let of = |row: &[String]| shortened(row.get(column).map_or("", String::as_str));
    let (a, b, row) = (of(a), of(b), row + 1);
    Some(Text::new(
        format!("rij {row} ({names}), kolom {name}: in de map `{a}`, opnieuw `{b}`"),
        format!("row {row} ({names}), column {name}: in the folder `{a}`, made again `{b}`"),
    ))
}

fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}

fn told(differences: &[Differs], files: usize, language: Language) -> String {
    let count = differences.len();
    let mut text = pick(
        language,
        format!("Niet identiek: {count} van {files} bestanden verschillen.\n"),
        format!("Not identical: {count} of {files} files differ.\n"),
    );
    for one in differences.iter().take(TOLD) {
        text.push_str(&table::wrapped(&format!("{}: {}", one.file, one.place.to(language)), "  ", 110));
    }
    if count > TOLD {
        text.push_str("  ...\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_digit_is_named_by_row_and_column() {
        let again = "scenario,year,middle\nlaw,2026,44100\nlaw,2027,45000\n";
        let there = again.replace("45000", "45001");
        let said = place("tables/x.csv", there.as_bytes(), again.as_bytes()).en;
        assert_eq!(said, "row 3 (law, 2027), column middle: in the folder `45001`, made again `45000`");
        let dutch =
            place("tables/x.nl.csv", b"\xef\xbb\xbfA;B\r\n1,5;2\r\n", b"\xef\xbb\xbfA;B\r\n1,5;3\r\n").nl;
        assert_eq!(dutch, "rij 2 (1,5), kolom B: in de map `2`, opnieuw `3`");
    }

    #[test]
    fn other_files_are_told_apart_by_line_and_missing_rows_by_their_number() {
        assert!(place("a.svg", b"x\ny\n", b"x\nz\n").en.starts_with("line 2: in the folder `y`"));
        assert_eq!(place("a.csv", b"a,b\n1,2\n", b"a,b\n").en, "2 rows in the folder, made again 1");
        assert_eq!(place("a.png", b"\x89\xff", b"\x89\xfe").en, "differs");
    }
}
