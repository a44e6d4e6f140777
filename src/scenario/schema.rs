//! JSON Schema of scenario files, generated from the catalogue: completion and help in an editor.

use serde_json::{Map, Value, json};

use super::number;
use super::scenario::LegalStatus;
use crate::diagnostic::Language;
use crate::policy::{Declaration, Indicator, Kind, Moment, Role, levers};

/// The schema (draft 2020-12), with descriptions in a language.
pub fn schema(language: Language) -> Value {
    let say = |nl: &str, en: &str| match language {
        Language::Nl => nl.to_string(),
        Language::En => en.to_string(),
    };
    let mut chosen = Map::new();
    let mut drawn = Map::new();
    for row in levers::all() {
        match row.role {
            Role::Lever => chosen.insert(row.name.into(), lever(row, language)),
            Role::Uncertainty | Role::Behaviour => drawn.insert(row.name.into(), uncertainty(row, language)),
        };
    }
    let date = |text: String| json!({ "type": "string", "pattern": DATE, "description": text });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say("doorstroom: een scenario", "doorstroom: a scenario"),
        "type": "object",
        "required": ["format", "name"],
        "additionalProperties": false,
        "properties": {
            "format": { "const": 1, "description": say("Altijd 1.", "Always 1.") },
            "name": { "type": "string", "minLength": 1, "description": say("Naam voor lezers.", "Name for readers.") },
            "description": { "type": "string", "description": say("Waar het over gaat.", "What it is about.") },
            "name_nl": { "type": "string", "minLength": 1, "description": say("Naam voor lezers in het Nederlands.", "Name for readers in Dutch.") },
            "description_nl": { "type": "string", "description": say("Waar het over gaat, in het Nederlands.", "What it is about, in Dutch.") },
            "extends": {
                "description": say("Laag of lagen waarop dit voortbouwt, van links naar rechts.", "Layer or layers beneath this one, applied left to right."),
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
            },
            "without": {
                "description": say("Laag of lagen die hierbij wegblijven uit wat eronder ligt.", "Layer or layers that are left out of what lies beneath."),
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
            },
            "start": date(say("Eerste dag van de simulatie.", "First simulated day.")),
            "data_date": date(say("Dag tot waar recht en cijfers bekend zijn.", "Day up to which law and figures are known.")),
            "horizon": {
                "type": "string",
                "description": say("Looptijd (\"5 jaar\") of laatste dag.", "How long (\"5 years\") or the last day."),
            },
            "stock": {
                "type": "object",
                "additionalProperties": false,
                "properties": { "open_cases": { "type": "string", "description": say("Tabel met openstaande zaken.", "Table of open cases.") } },
            },
            "given": {
                "type": "object",
                "additionalProperties": false,
                "properties": { "first_applications": { "type": "string", "description": say("Tabel met eerste aanvragen per maand en nationaliteit, die dan niet worden getrokken.", "Table of first applications by month and nationality, which are then not drawn.") } },
            },
            "calibrated": {
                "type": "object",
                "description": say("Sets van waarden die samen bij het verleden passen: elke replicatie neemt er een, in volgorde. Per onzekerheid een lijst waarden, per knop onder times_... waarmee hij wordt vermenigvuldigd.", "Sets of values that fit the past together: each replication takes one, in their order. Of an uncertainty a list of values; of a lever, under times_..., what multiplies it."),
                "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "number" } },
            },
            "levers": {
                "type": "object",
                "additionalProperties": false,
                "description": say("Wat een overheid kiest.", "What a government chooses."),
                "properties": chosen,
            },
            "uncertainties": {
                "type": "object",
                "additionalProperties": false,
                "description": say("Wat niemand kiest.", "What nobody chooses."),
                "properties": drawn,
            },
            "thresholds": {
                "type": "object",
                "description": say("Waarden van reeksen waarvan het rapport zegt hoe groot de kans is ze te passeren.", "Values of series of which the report says how likely they are to be passed."),
                "additionalProperties": {
                    "type": "object",
                    "required": ["series", "source"],
                    "additionalProperties": false,
                    "properties": {
                        "series": { "enum": crate::record::Series::ALL.iter().map(|s| s.id()).collect::<Vec<_>>() },
                        "above": { "type": "number", "minimum": 0 },
                        "below": { "type": "number", "minimum": 0 },
                        "source": { "type": "string" },
                    },
                },
            },
            "milestones": {
                "type": "object",
                "description": say("Gedateerde gebeurtenissen die onder elke grafiek staan; zij veranderen niets.", "Dated events that stand beneath every chart; they change nothing."),
                "additionalProperties": {
                    "type": "object",
                    "required": ["date", "nl", "en", "source"],
                    "additionalProperties": false,
                    "properties": {
                        "date": date(say("De dag.", "The day.")),
                        "nl": { "type": "string" },
                        "en": { "type": "string" },
                        "source": { "type": "string" },
                    },
                },
            },
            "triggers": {
                "type": "array",
                "description": say("Noodremmen die de simulatie zelf trekt.", "Emergency brakes that the simulation pulls."),
                "items": {
                    "type": "object",
                    "required": ["lever", "value", "when"],
                    "additionalProperties": false,
                    "properties": {
                        "lever": { "enum": levers::all().filter(|d| d.role == Role::Lever).map(|d| d.name).collect::<Vec<_>>() },
                        "value": {},
                        "when": condition(),
                        "until": condition(),
                        "source": { "type": "string" },
                        "source_nl": { "type": "string", "description": say("De bron in het Nederlands.", "The source in Dutch.") },
                        "legal_status": statuses(language),
                    },
                },
            },
        },
    })
}

/// A day as a key or a value.
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

fn condition() -> Value {
    json!({
        "type": "object",
        "required": ["indicator"],
        "additionalProperties": false,
        "properties": {
            "indicator": { "enum": Indicator::WORDS },
            "above": { "type": "number" },
            "below": { "type": "number" },
            "for": { "type": "string" },
        },
    })
}

/// The words of legal status, each with what it means.
fn statuses(language: Language) -> Value {
    let word = |status: LegalStatus| {
        let meaning = match language {
            Language::Nl => status.dutch(),
            Language::En => status.english(),
        };
        json!({ "const": status.word(), "description": meaning })
    };
    let says = match language {
        Language::Nl => "Juridische status op de peildatum (data_date).",
        Language::En => "Legal status on the data date.",
    };
    json!({ "description": says, "oneOf": LegalStatus::ALL.map(word) })
}

fn description(row: &Declaration, language: Language) -> String {
    match language {
        Language::Nl => format!("{}: {} [{}]", row.dutch, row.dutch_says, row.unit),
        Language::En => format!("{} ({}) [{}]", row.says.trim(), row.dutch, row.unit),
    }
}

fn lever(row: &Declaration, language: Language) -> Value {
    let value = kind(row, row.kind);
    let step = json!({
        "anyOf": [value, {
            "type": "object",
            "required": ["value"],
            "additionalProperties": false,
            "properties": {
                "value": value,
                "source": { "type": "string" },
                "source_nl": { "type": "string" },
                "legal_status": statuses(language),
                "lapsed_on": { "type": "string", "pattern": DATE },
            },
        }],
    });
    let lapsed_on = match language {
        Language::Nl => "Eerste dag waarop vervallen recht niet meer geldt.",
        Language::En => "First day on which law that lapsed applies no longer.",
    };
    let source_nl = match language {
        Language::Nl => "De bron in het Nederlands; zonder haar staat source er, als Engels gemerkt.",
        Language::En => "The source in Dutch; without it source stands there, marked as English.",
    };
    let mut moments = vec!["today"];
    moments.extend(Moment::WORDS);
    json!({
        "type": "object",
        "description": description(row, language),
        "additionalProperties": false,
        "patternProperties": { DATE: step },
        "properties": {
            "initial": step,
            "never": { "const": true },
            "shift": { "type": "string" },
            "binds": { "enum": moments, "default": row.binds.word() },
            "source": { "type": "string" },
            "source_nl": { "type": "string", "description": source_nl },
            "legal_status": statuses(language),
            "lapsed_on": { "type": "string", "pattern": DATE, "description": lapsed_on },
        },
    })
}

fn uncertainty(row: &Declaration, language: Language) -> Value {
    let value = kind(row, row.kind);
    let mut properties = Map::new();
    properties.insert("value".into(), value.clone());
    if row.kind.keys().is_none() {
        properties
            .insert("range".into(), json!({ "type": "array", "items": value, "minItems": 2, "maxItems": 2 }));
        properties.insert("shape".into(), json!({ "enum": ["pert", "uniform"] }));
    }
    properties.insert("source".into(), json!({ "type": "string" }));
    properties.insert("grade".into(), json!({ "enum": ["A", "B", "C"] }));
    json!({
        "type": "object",
        "description": description(row, language),
        "additionalProperties": false,
        "properties": properties,
    })
}

fn kind(row: &Declaration, of: Kind) -> Value {
    let (low, high) = number::bounds(row, of);
    let number = json!({ "type": "number", "minimum": low, "maximum": high });
    match of {
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Share | Kind::Count | Kind::Money | Kind::Rate => number,
        Kind::Days | Kind::Minutes => json!({ "anyOf": [number, { "type": "string" }] }),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Set(words) => json!({ "type": "array", "items": { "enum": words }, "uniqueItems": true }),
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => {
            let inner = kind(row, of.inner());
            let keys = of.keys().unwrap_or(&[]);
            let properties: Map<String, Value> =
                keys.iter().map(|k| (k.to_string(), inner.clone())).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": properties })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_catalogue_is_in_the_schema_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let schema = schema(language);
            for row in levers::all() {
                let table = if row.role == Role::Lever { "levers" } else { "uncertainties" };
                let entry = &schema["properties"][table]["properties"][row.name];
                assert!(entry["description"].as_str().is_some_and(|d| !d.is_empty()), "{}", row.name);
            }
        }
        assert_ne!(schema(Language::Nl), schema(Language::En));
    }
}
