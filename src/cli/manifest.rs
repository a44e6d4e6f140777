//! `manifest.json`: what made the results, so that anybody can make them again and see that they are the same.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::diagnostic::Language;
use crate::record::AuditLine;
use crate::scenario::{Balance, Figure, Scenario};
use crate::study::Outcome;
use crate::study::own::OwnStocks;

/// Name of the file.
pub(super) const NAME: &str = "manifest.json";
const PROGRAM: &str = "doorstroom";

/// Whether a folder holds results of this program.
pub(super) fn is_ours(folder: &Path) -> bool {
    let text = fs::read_to_string(folder.join(NAME)).unwrap_or_default();
    let manifest: Value = serde_json::from_str(&text).unwrap_or_default();
    manifest.get("program").and_then(Value::as_str) == Some(PROGRAM)
}

/// The manifest of an outcome. `files` are names and hashes.
pub(super) fn text(
    outcome: &Outcome,
    scenario: &Scenario,
    sets: &[String],
    files: &[(String, String)],
    language: Language,
) -> String {
    let layers: Vec<Value> =
        scenario.layers.iter().map(|layer| json!({ "name": layer.name, "sha256": layer.sha256 })).collect();
    let files: serde_json::Map<String, Value> =
        files.iter().map(|(name, hash)| (name.clone(), Value::from(hash.as_str()))).collect();
    let (done, asked) = outcome.replications;
    let not_law: Vec<Value> = outcome
        .not_law
        .iter()
        .map(|(lever, status)| json!({ "lever": lever, "legal_status": status }))
        .collect();
    let lapsed: Vec<Value> = outcome
        .lapsed
        .iter()
        .map(|(lever, day)| json!({ "lever": lever, "since": day.to_string() }))
        .collect();
    let manifest = json!({
        "program": PROGRAM,
        "version": env!("CARGO_PKG_VERSION"),
        "scenario": outcome.scenario,
        "title": outcome.title,
        "layers": layers,
        "set": sets,
        "seed": outcome.seed,
        "replications": { "asked": asked, "done": done },
        "fixed": outcome.fixed,
        "thin": outcome.one_in,
        "quick": outcome.quick,
        "partial": outcome.partial,
        "data_date": outcome.data_date.to_string(),
        "period": { "start": outcome.period.0.to_string(), "end": outcome.period.1.to_string() },
        "language": match language { Language::Nl => "nl", Language::En => "en" },
        "not_law": not_law,
        "lapsed": lapsed,
        "assumed_effects": outcome.assumed_effects,
        "reference": outcome.reference.as_ref().map(|reference| &reference.title),
        "stocks": outcome.own.as_ref().map(own),
        "observed": outcome.observed.as_ref().map(|o| json!({ "file": o.name, "sha256": o.sha256, "points": o.points })),
        "series_sha256": outcome.hash,
        "font": super::font::record(),
        "files": files,
        "audit": outcome.audit.iter().map(audit).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers") + "\n"
}

/// The hash of a user's own stocks, and what was filled in; their numbers only where they are included.
fn own(stocks: &OwnStocks) -> Value {
    let own = &stocks.own;
    let figures = |figures: &[Figure]| -> Vec<Value> {
        let one = |figure: &Figure| {
            let mut value = json!({ "what": figure.what.en, "how": figure.how.en });
            if stocks.included && !figure.value.is_empty() {
                value["value"] = figure.value.clone().into();
            }
            value
        };
        figures.iter().map(one).collect()
    };
    let balance = |b: &Balance| json!({ "what": b.what.en, "before": b.before, "came": b.came, "left": b.left, "stock": b.stock, "residual": b.residual });
    json!({
        "file": own.name,
        "sha256": own.sha256,
        "date": own.date.to_string(),
        "figures_included": stocks.included,
        "told": figures(&own.told),
        "filled": figures(&own.filled),
        "balances": own.balances.iter().map(balance).collect::<Vec<_>>(),
    })
}

fn audit(line: &AuditLine) -> Value {
    let kind = if line.violation { "violation" } else { "excess" };
    json!({ "what": line.what.1, "checked": line.checked, "found": line.found, "found_is": kind })
}
