//! What makes a briefing repeatable: the plan, every layer beneath it, `manifest.json`, and the same for archives as an
//! RO-Crate (`ro-crate-metadata.json`).

use serde_json::{Map, Value, json};

use super::Prepared;
use crate::cli::font;
use crate::cli::manifest;
use crate::cli::output::sha256;
use crate::diagnostic::Language;
use crate::record::AuditLine;
use crate::scenario::{Scenario, library};
use crate::study::briefing::Briefing;

/// The plan in the bundle.
pub(super) const PLAN: &str = "plan.toml";
/// What archives read.
pub(super) const CRATE: &str = "ro-crate-metadata.json";

/// Adds the plan, the layers, the crate and the manifest, which holds the hash of every other file.
pub(super) fn add(
    files: &mut Vec<(String, Vec<u8>)>,
    prepared: &Prepared,
    briefing: &Briefing,
    audit: &[AuditLine],
    language: Language,
) {
    let results = files.len();
    files.push((PLAN.to_owned(), prepared.bytes.clone()));
    let mut inputs = Vec::new();
    for (number, (path, bytes)) in prepared.inputs.iter().enumerate() {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let file = match prepared.swept.iter().find(|one| one.holds(path)) {
            Some(sweep) => format!("sweeps/{}/{name}", sweep.id()),
            None => format!("layers/{:02}-{name}", number + 1),
        };
        inputs.push(json!({ "path": path, "file": file, "sha256": sha256(bytes) }));
        files.push((file, bytes.clone()));
    }
    let font = font::chosen().map(|font| {
        let name = font.path.rsplit(['/', '\\']).next().unwrap_or(&font.path);
        let file = format!("font/{name}");
        let record = json!({ "path": font.path, "file": file, "sha256": sha256(&font.bytes) });
        files.push((file, font.bytes.clone()));
        record
    });
    for name in embedded(&prepared.scenarios) {
        let text = library::text(&name).unwrap_or_default();
        files.push((format!("layers/{name}.toml"), text.as_bytes().to_vec()));
    }
    files.push((CRATE.to_owned(), pretty(&crate_of(files, results, prepared, briefing, language))));
    let mut manifest = manifest(files, prepared, briefing, audit, &inputs, language);
    // The font goes along, so that the pictures can be made again where it is not installed.
    manifest["font"] = font.into();
    files.push((manifest::NAME.to_owned(), pretty(&manifest)));
}

/// The layers that come with the program, each once.
fn embedded(scenarios: &[Scenario]) -> Vec<String> {
    let mut names: Vec<String> = scenarios
        .iter()
        .flat_map(|scenario| &scenario.layers)
        .filter(|layer| {
            library::text(&layer.name).is_some_and(|text| sha256(text.as_bytes()) == layer.sha256)
        })
        .map(|layer| layer.name.clone())
        .collect();
    names.sort();
    names.dedup();
    names
}

fn pretty(value: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).expect("a manifest is made of texts and numbers");
    (text + "\n").into_bytes()
}

fn manifest(
    files: &[(String, Vec<u8>)],
    prepared: &Prepared,
    briefing: &Briefing,
    audit: &[AuditLine],
    inputs: &[Value],
    language: Language,
) -> Value {
    let first = &briefing.scenarios[0].outcome;
    let hashes: Map<String, Value> =
        files.iter().map(|(name, bytes)| (name.clone(), Value::from(sha256(bytes)))).collect();
    let scenarios = briefing.scenarios.iter().map(|told| {
        let layers = told.layers.iter().map(|layer| json!({ "name": layer.name, "sha256": layer.sha256 }));
        let not_law = told.outcome.not_law.iter();
        let not_law = not_law.map(|(lever, status)| json!({ "lever": lever, "legal_status": status }));
        json!({
            "id": told.id,
            "title": told.outcome.title,
            "stated_probability": told.probability.as_ref().map(|(share, _)| share),
            "layers": layers.collect::<Vec<_>>(),
            "not_law": not_law.collect::<Vec<_>>(),
            "assumed_effects": told.outcome.assumed_effects,
        })
    });
    let audit = audit.iter().map(|line| {
        let kind = if line.violation { "violation" } else { "excess" };
        json!({ "what": line.what.1, "checked": line.checked, "found": line.found, "found_is": kind })
    });
    json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "brief": briefing.title.to(language),
        "plan": { "path": prepared.name, "file": PLAN, "sha256": sha256(&prepared.bytes) },
        "language": language.code(),
        "scenarios": scenarios.collect::<Vec<_>>(),
        "inputs": inputs,
        "seed": first.seed,
        "replications": first.replications.0,
        "thin": first.one_in,
        "data_date": first.data_date.to_string(),
        "period": { "start": first.period.0.to_string(), "end": first.period.1.to_string() },
        "command": briefing.command,
        "files": hashes,
        "audit": audit.collect::<Vec<_>>(),
    })
}

/// The same as linked data, by the specification of RO-Crate 1.1. The first `results` files are what the run made.
fn crate_of(
    files: &[(String, Vec<u8>)],
    results: usize,
    prepared: &Prepared,
    briefing: &Briefing,
    language: Language,
) -> Value {
    let first = &briefing.scenarios[0].outcome;
    let link = |id: &str| json!({ "@id": id });
    let links =
        |files: &[(String, Vec<u8>)]| -> Vec<Value> { files.iter().map(|(name, _)| link(name)).collect() };
    let settings = [
        ("seed", json!(first.seed)),
        ("replications", json!(first.replications.0)),
        ("thin", json!(first.one_in)),
        ("period", json!(format!("{}/{}", first.period.0, first.period.1))),
    ];
    let mut inputs = links(&files[results..]);
    inputs.extend(settings.iter().map(|(name, _)| link(&format!("#{name}"))));
    let mut parts = links(files);
    parts.push(link(manifest::NAME));
    let mut graph = vec![
        json!({
            "@id": CRATE,
            "@type": "CreativeWork",
            "conformsTo": link("https://w3id.org/ro/crate/1.1"),
            "about": link("./"),
        }),
        json!({
            "@id": "./",
            "@type": "Dataset",
            "name": briefing.title.to(language),
            "description": "Briefing made by doorstroom, a simulator of the Dutch asylum chain: a projection, not the official \
                            forecast. datePublished is the day up to which figures and law are taken into account.",
            "datePublished": first.data_date.to_string(),
            "inLanguage": language.code(),
            "license": link("https://spdx.org/licenses/EUPL-1.2"),
            "hasPart": parts,
            "mentions": link("#run"),
        }),
        json!({
            "@id": "https://spdx.org/licenses/EUPL-1.2",
            "@type": "CreativeWork",
            "name": "European Union Public License 1.2",
            "description": "The licence of the program and of the files it makes.",
        }),
        json!({
            "@id": "#doorstroom",
            "@type": "SoftwareApplication",
            "name": "doorstroom",
            "version": env!("CARGO_PKG_VERSION"),
        }),
        json!({
            "@id": "#run",
            "@type": "CreateAction",
            "name": super::again(prepared, language),
            "instrument": link("#doorstroom"),
            "object": inputs,
            "result": links(&files[..results]),
        }),
    ];
    graph.extend(settings.iter().map(|(name, value)| {
        json!({ "@id": format!("#{name}"), "@type": "PropertyValue", "name": name, "value": value })
    }));
    graph.extend(files.iter().map(|(name, bytes)| {
        json!({
            "@id": name,
            "@type": "File",
            "name": name,
            "encodingFormat": format_of(name),
            "contentSize": bytes.len().to_string(),
            "sha256": sha256(bytes),
        })
    }));
    graph.push(json!({
        "@id": manifest::NAME,
        "@type": "File",
        "name": manifest::NAME,
        "encodingFormat": format_of(manifest::NAME),
    }));
    json!({
        "@context": ["https://w3id.org/ro/crate/1.1/context", { "sha256": "https://schema.org/sha256" }],
        "@graph": graph,
    })
}

fn format_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "csv" => "text/csv",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "md" => "text/markdown",
        "toml" => "application/toml",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/plain",
    }
}
