//! `--font`: another font than the embedded one for every chart of a command.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::{Arg, ArgMatches, value_parser};
use serde_json::{Value, json};

use super::exit::{Stop, at};
use super::help;
use super::output::sha256;
use crate::diagnostic::{Language, Text};
use crate::report::{Unusable, choose_font};

/// No font for letters is larger [bytes].
const LARGEST: u64 = 32 << 20;
/// Signs that are named where a font lacks them, at most.
const NAMED: usize = 12;

/// The font of this process.
#[derive(Debug)]
pub(super) struct Chosen {
    /// The path as it was given.
    pub(super) path: String,
    /// The bytes of the file.
    pub(super) bytes: Vec<u8>,
}

static CHOSEN: OnceLock<Chosen> = OnceLock::new();

/// The option.
pub(super) fn option(language: Language) -> Arg {
    let help = (
        "Lettertype van de grafieken: een bestand .ttf of .otf [standaard: DejaVu Sans, ingebouwd]",
        "Font of the charts: a file .ttf or .otf [default: DejaVu Sans, built in]",
    );
    help::option(language, "font", "FILE", help).value_parser(value_parser!(PathBuf))
}

/// Takes the font that is asked for, if there is one.
pub(super) fn choose(matches: &ArgMatches) -> Result<(), Stop> {
    let Some(path) = matches.get_one::<PathBuf>("font") else { return Ok(()) };
    take(&path.display().to_string(), read(path)?)
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    use std::io::Read as _;
    let bad = |error: &std::io::Error| match at(path, error) {
        Stop::Failed(text) => Stop::BadInput(text),
        stop => stop,
    };
    let file = std::fs::File::open(path).map_err(|error| bad(&error))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| bad(&error))?;
    if bytes.len() as u64 > LARGEST {
        let shown = path.display();
        return Err(Stop::BadInput(Text::new(
            format!("{shown}: is groter dan 32 MB; kies een lettertype met alleen Latijnse letters"),
            format!("{shown}: is larger than 32 MB; choose a font with Latin letters only"),
        )));
    }
    Ok(bytes)
}

/// Takes a font by its path and bytes, for every chart that is drawn from now on.
pub(super) fn take(path: &str, bytes: Vec<u8>) -> Result<(), Stop> {
    choose_font(bytes.clone()).map_err(|why| refused(path, &why))?;
    let _ = CHOSEN.set(Chosen { path: path.to_owned(), bytes });
    Ok(())
}

fn refused(path: &str, why: &Unusable) -> Stop {
    Stop::BadInput(match why {
        Unusable::NoFont => Text::new(
            format!(
                "{path}: is geen lettertype dat te lezen is; kies een bestand .ttf of .otf (geen verzameling .ttc, geen .woff)"
            ),
            format!(
                "{path}: is no font that can be read; choose a file .ttf or .otf (no collection .ttc, no .woff)"
            ),
        ),
        Unusable::Lacks(signs) => {
            let count = signs.chars().count();
            let shown: Vec<String> = signs.chars().take(NAMED).map(String::from).collect();
            let shown = shown.join(" ");
            let (more_nl, more_en) = match count > NAMED {
                true => (format!(" en nog {}", count - NAMED), format!(" and {} more", count - NAMED)),
                false => (String::new(), String::new()),
            };
            Text::new(
                format!(
                    "{path}: dit lettertype mist {shown}{more_nl}, die in de grafieken staan; kies een ander"
                ),
                format!(
                    "{path}: this font lacks {shown}{more_en}, which stand in the charts; choose another"
                ),
            )
        }
        Unusable::TooLate => Text::new(
            format!("{path}: er is al met een ander lettertype getekend"),
            format!("{path}: something was drawn with another font already"),
        ),
    })
}

/// The font of this process, when it is not the embedded one.
pub(super) fn chosen() -> Option<&'static Chosen> {
    CHOSEN.get()
}

/// For a manifest: the path and the hash of the font; null for the embedded one.
pub(super) fn record() -> Value {
    chosen().map_or(Value::Null, |font| json!({ "path": font.path, "sha256": sha256(&font.bytes) }))
}
