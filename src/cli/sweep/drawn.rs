//! What `analyse --out` writes: charts, tables, a page, and the manifest.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::exit::Stop;
use super::super::output::{Folder, sha256};
use super::super::results::NOT_LAW;
use super::super::run::quoted;
use super::super::{font, manifest};
use super::Prepared;
use crate::diagnostic::Language;
use crate::report::analysis::{self, Piece, Swept};

/// Writes charts, tables and page, the manifest last.
pub(super) fn write(
    target: &Path,
    sweep: &Path,
    prepared: &Prepared,
    pieces: &[Piece],
    matches: &ArgMatches,
    language: Language,
) -> Result<PathBuf, Stop> {
    let mut words = vec!["doorstroom analyse".to_owned(), quoted(&sweep.display().to_string())];
    if let Some(outcome) = matches.get_one::<String>("outcome") {
        words.push(format!("--outcome {}", quoted(outcome)));
    }
    for side in ["above", "below"] {
        words.extend(matches.get_one::<f64>(side).map(|limit| format!("--{side} {limit}")));
    }
    words.push(format!("--out {}", quoted(&target.display().to_string())));
    let command = words.join(" ");
    let mut folder = Folder::begin(target)?;
    let drawings: Vec<(&str, &str)> =
        pieces.iter().map(|piece| (piece.picture.name.as_str(), piece.picture.svg.as_str())).collect();
    folder.pictures(&drawings)?;
    let text = |folder: &mut Folder, name: &str, text: &str| {
        folder.write(name, |file| file.write_all(text.as_bytes()))
    };
    for piece in pieces {
        text(&mut folder, &format!("tables/{}.csv", piece.sheet.name), &piece.sheet.csv())?;
        text(&mut folder, &format!("tables/{}.nl.csv", piece.sheet.name), &piece.sheet.csv_dutch())?;
    }
    if let Some(not_law) = &prepared.not_law {
        text(&mut folder, NOT_LAW, not_law)?;
    }
    let page = analysis::analysis_html(&swept(prepared), pieces, &command, language);
    text(&mut folder, "report.html", &page)?;
    let files: serde_json::Map<String, Value> =
        folder.files.iter().map(|(name, hash)| (name.clone(), Value::from(hash.as_str()))).collect();
    let manifest = json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "analysis": prepared.sweep.plan.title.to(language),
        "plan": sha256(&prepared.bytes),
        "sweep": prepared.hash,
        "language": language.code(),
        "command": command,
        "font": font::record(),
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
    text(&mut folder, manifest::NAME, &(manifest + "\n"))?;
    folder.finish()
}

/// The sweep as its pictures know it.
pub(super) fn swept(prepared: &Prepared) -> Swept<'_> {
    Swept {
        plan: &prepared.sweep.plan,
        points: prepared.sweep.points,
        data_date: prepared.data_date,
        not_law: prepared.measures,
    }
}
