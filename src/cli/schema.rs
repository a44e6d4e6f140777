//! `schema`: the JSON Schema of scenario files, for editors.

use clap::Command;

use super::console::Console;
use super::exit::{Code, Stop};
use super::help;
use crate::diagnostic::Language;
use crate::scenario;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "schema",
        (
            "Schrijft het JSON Schema van scenariobestanden, waarmee een editor meedenkt",
            "Writes the JSON Schema of scenario files, with which an editor helps along",
        ),
        &[(
            "doorstroom schema > doorstroom.schema.json",
            ("Het schema in een bestand", "The schema into a file"),
        )],
    )
}

pub(super) fn call(console: &Console) -> Result<Code, Stop> {
    let schema = scenario::schema(console.language);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is made of texts and numbers");
    console.print(&format!("{text}\n"))?;
    Ok(Code::Done)
}
