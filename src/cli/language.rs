//! Dutch or English: what was asked for, or else the language of the system.

use std::ffi::OsString;

use crate::diagnostic::Language;

/// The language of this call. It must be known before the arguments are read, since their help and their errors are in
/// it too; a `--lang` that names no language is refused later.
pub(super) fn of(arguments: &[OsString]) -> Language {
    asked(arguments).unwrap_or_else(|| system(sys_locale::get_locale().as_deref()))
}

fn asked(arguments: &[OsString]) -> Option<Language> {
    let words = arguments.iter().map(|word| word.to_str().unwrap_or("")).take_while(|word| *word != "--");
    let words: Vec<&str> = words.collect();
    words.iter().enumerate().rev().find_map(|(place, word)| match word.strip_prefix("--lang") {
        Some("") => from_word(words.get(place + 1)?),
        Some(rest) => from_word(rest.strip_prefix('=')?),
        None => None,
    })
}

fn from_word(word: &str) -> Option<Language> {
    match word {
        "nl" => Some(Language::Nl),
        "en" => Some(Language::En),
        _ => None,
    }
}

fn system(locale: Option<&str>) -> Language {
    let dutch = locale.is_some_and(|locale| locale.to_ascii_lowercase().starts_with("nl"));
    if dutch { Language::Nl } else { Language::En }
}

/// One of two texts.
pub(super) fn pick<T>(language: Language, nl: T, en: T) -> T {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_language_that_was_asked_for_counts() {
        let of = |words: &[&str]| asked(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["run", "--lang", "nl"]), Some(Language::Nl));
        assert_eq!(of(&["--lang=nl", "run", "--lang=en"]), Some(Language::En));
        assert_eq!(of(&["check", "--", "--lang=nl"]), None);
        assert_eq!(of(&["run", "--lang"]), None);
        assert_eq!(of(&["run", "--lang", "fr"]), None);
    }

    #[test]
    fn a_dutch_system_speaks_dutch_and_every_other_english() {
        assert_eq!(system(Some("nl-NL")), Language::Nl);
        assert_eq!(system(Some("nl_BE.UTF-8")), Language::Nl);
        assert_eq!(system(Some("fr-FR")), Language::En);
        assert_eq!(system(None), Language::En);
    }
}
