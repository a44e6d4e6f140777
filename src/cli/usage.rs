//! Arguments that cannot be read, told in the language of the user.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// What is wrong with the arguments, in Dutch. clap's own words serve for English.
pub(super) fn dutch(error: &Error) -> String {
    let argument = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue);
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => format!("onbekende optie of te veel: '{argument}'"),
        ErrorKind::InvalidSubcommand => {
            format!("onbekende opdracht: '{}'", first(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {argument}"),
        ErrorKind::MissingSubcommand => "er ontbreekt een opdracht".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("'{argument}' vraagt om een waarde"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("'{value}' is geen geldige waarde voor '{argument}'")
        }
        ErrorKind::ArgumentConflict => {
            let other = first(error, ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                format!("'{argument}' mag maar één keer")
            } else {
                format!("'{argument}' gaat niet samen met '{other}'")
            }
        }
        ErrorKind::InvalidUtf8 => "een argument is geen geldige tekst (UTF-8)".to_owned(),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("'{argument}' heeft een ander aantal waarden")
        }
        _ => error.kind().to_string(),
    };
    let valid = first(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        text.push_str(&format!("\n  mogelijk: {valid}"));
    }
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = meant.map(|kind| first(error, kind)).into_iter().find(|meant| !meant.is_empty()) {
        text.push_str(&format!("\n  tip: bedoelt u '{meant}'?"));
    }
    format!("fout: {text}\n\nZie --help voor uitleg en voorbeelden.\n")
}

fn first(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
