//! Any bytes as a scenario: `cargo +nightly fuzz run scenario`. Words to begin with: `-dict=fuzz/scenario.dict`.
#![no_main]

use doorstroom::diagnostic::{Language, render};
use doorstroom::scenario::{Request, check, library, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The bytes after a zero are what stands on the command line.
    let mut parts = bytes.split(|b| *b == 0);
    let text = parts.next().unwrap_or(&[]);
    let sets: Vec<String> = parts.take(4).map(|p| String::from_utf8_lossy(p).into_owned()).collect();
    let files = |path: &str| match path {
        "x.toml" => Ok(text.to_vec()),
        "base.toml" => Ok(library::template().into_bytes()),
        "stock.csv" => Ok(bytes.to_vec()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    };
    let request = Request { scenario: "x.toml", sets: &sets, files: &files };
    let _ = check(&request);
    if let Err(failed) = read(&request) {
        render(&failed.diagnostics, &failed.texts, Language::Nl, false);
        render(&failed.diagnostics, &failed.texts, Language::En, true);
    }
});
