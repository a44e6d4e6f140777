//! The words of values as people say them: keys, choices, and on or off. Scenario files keep their own words.

use super::Nationality;
use crate::diagnostic::Language;

/// Words of keys and choices that are not nationalities: as scenario files write them, in Dutch and in English.
const WORDS: [(&str, &str, &str); 72] = [
    ("january", "januari", "January"),
    ("february", "februari", "February"),
    ("march", "maart", "March"),
    ("april", "april", "April"),
    ("may", "mei", "May"),
    ("june", "juni", "June"),
    ("july", "juli", "July"),
    ("august", "augustus", "August"),
    ("september", "september", "September"),
    ("october", "oktober", "October"),
    ("november", "november", "November"),
    ("december", "december", "December"),
    ("arabic", "Arabisch", "Arabic"),
    ("persian", "Perzisch", "Persian"),
    ("tigrinya", "Tigrinya", "Tigrinya"),
    ("somali", "Somalisch", "Somali"),
    ("turkish", "Turks", "Turkish"),
    ("germany", "Duitsland", "Germany"),
    ("france", "Frankrijk", "France"),
    ("italy", "Italië", "Italy"),
    ("under_12", "onder 12 jaar", "under 12"),
    ("12_13", "12 of 13 jaar", "12 or 13"),
    ("14_15", "14 of 15 jaar", "14 or 15"),
    ("16_17", "16 of 17 jaar", "16 or 17"),
    ("single", "één persoon", "one person"),
    ("small", "twee of drie personen", "two or three persons"),
    ("large", "vier personen of meer", "four persons or more"),
    ("voluntary", "zelfstandig", "voluntary"),
    ("unsupervised", "zonder toezicht", "unsupervised"),
    ("stays", "blijft", "stays"),
    ("extended", "verlengde procedure", "extended procedure"),
    ("general", "algemene procedure", "general procedure"),
    ("manifest", "kennelijk ongegrond", "manifestly unfounded"),
    ("dublin", "Dublin", "Dublin"),
    ("application", "bij de aanvraag", "at the application"),
    ("grant", "bij de vergunning", "at the grant"),
    ("fixed", "vast", "fixed"),
    ("yearly", "per jaar", "yearly"),
    ("multi_year", "meerjarig", "over several years"),
    ("fifo", "op volgorde", "in order"),
    ("nobody", "niemand", "nobody"),
    ("by_directive", "volgens de richtlijn", "by the directive"),
    ("low_chances", "iedereen met weinig kans", "everyone with low chances"),
    ("from_the_start", "vanaf het begin", "from the start"),
    ("low_chances_after", "bij weinig kans na een afwijzing", "after a rejection where chances are low"),
    ("all_after", "voor iedereen na een afwijzing", "after a rejection for everyone"),
    ("low_chance_first", "lage kans eerst", "low chance first"),
    ("high_chance_first", "hoge kans eerst", "high chance first"),
    ("penalty_first", "dwangsom eerst", "penalty first"),
    ("old", "oude regels", "old rules"),
    ("pilot_and_freeze", "enkele afgewezen, de andere aangehouden", "a few refused, the others held"),
    ("apply_new", "nieuwe regels", "new rules"),
    ("court_restores_old", "oude regels door een rechter", "old rules by a court"),
    ("groningen", "Groningen", "Groningen"),
    ("friesland", "Friesland", "Friesland"),
    ("drenthe", "Drenthe", "Drenthe"),
    ("overijssel", "Overijssel", "Overijssel"),
    ("flevoland", "Flevoland", "Flevoland"),
    ("gelderland", "Gelderland", "Gelderland"),
    ("noord_holland", "Noord-Holland", "Noord-Holland"),
    ("zuid_holland", "Zuid-Holland", "Zuid-Holland"),
    ("zeeland", "Zeeland", "Zeeland"),
    ("noord_brabant", "Noord-Brabant", "Noord-Brabant"),
    ("limburg", "Limburg", "Limburg"),
    ("utrecht", "Utrecht", "Utrecht"),
    ("below_20000", "minder dan 20.000 inwoners", "below 20,000 inhabitants"),
    ("from_20000", "20.000 tot 50.000 inwoners", "20,000 to 50,000 inhabitants"),
    ("from_50000", "50.000 tot 100.000 inwoners", "50,000 to 100,000 inhabitants"),
    ("from_100000", "andere steden vanaf 100.000 inwoners", "other cities from 100,000 inhabitants"),
    ("four_largest", "de vier grootste", "the four largest"),
    ("true", "aan", "on"),
    ("false", "uit", "off"),
];

/// A key, a choice or the value of a switch as a sentence says it: `Syrië` for `syria`, `aan` for `true`. A word that is
/// not known, such as the number of a household, is shown as it is, its underscores as spaces.
pub fn said(word: &str, language: Language) -> String {
    if let Some(nationality) = Nationality::from_key(word) {
        return match language {
            Language::Nl => Nationality::DUTCH[nationality.index()].to_owned(),
            Language::En => english(word),
        };
    }
    let known = WORDS.iter().find(|(file, ..)| *file == word);
    known.map_or_else(
        || word.replace('_', " "),
        |(_, nl, en)| match language {
            Language::Nl => (*nl).to_owned(),
            Language::En => (*en).to_owned(),
        },
    )
}

/// A number of a switch as a sentence says it.
pub fn switch(value: f64, language: Language) -> String {
    said(if value == 0.0 { "false" } else { "true" }, language)
}

/// The Dutch word for a chapter of the catalogue, by which people look too.
pub fn chapter(english: &'static str) -> &'static str {
    match english {
        "cohorts" => "oude en nieuwe zaken",
        "courts" => "rechtspraak",
        "departure" => "vertrek",
        "examination" => "behandeling onder het pact",
        "family" => "nareis, gezinshereniging",
        "housing" => "huisvesting van statushouders",
        "inflow" => "instroom",
        "money" => "geld",
        "participation" => "meedoen: werk en taal",
        "labour" => "arbeidsmigratie",
        "places" => "opvangplekken",
        "procedure" => "procedure",
        "protection" => "tijdelijke bescherming, Oekraïners",
        "reception" => "opvang",
        "staff" => "personeel",
        "start" => "beginstand",
        "status" => "verblijfsstatus van statushouders",
        "terms" => "termijnen",
        "transfer" => "Dublin, overdracht",
        other => other,
    }
}

/// The English name of a nationality: its key with a capital, but for those that are no country.
fn english(key: &str) -> String {
    match key {
        "turkiye" => "Türkiye".to_owned(),
        "unknown" | "stateless" | "other" => key.to_owned(),
        country => {
            let mut letters = country.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Kind, levers};

    #[test]
    fn every_key_and_choice_of_the_catalogue_has_a_dutch_word() {
        for row in levers::all() {
            let words: &[&str] = match row.kind {
                Kind::Choice(words) => words,
                kind => kind.keys().unwrap_or(&[]),
            };
            for word in words.iter().filter(|word| word.parse::<u32>().is_err()) {
                let known = Nationality::from_key(word).is_some() || WORDS.iter().any(|(w, ..)| w == word);
                assert!(known, "{word} of {}", row.name);
            }
        }
    }

    #[test]
    fn nationalities_and_switches_are_said_in_the_language_of_the_reader() {
        assert_eq!(said("syria", Language::Nl), "Syrië");
        assert_eq!(said("turkiye", Language::En), "Türkiye");
        assert_eq!(said("other", Language::En), "other");
        assert_eq!((switch(1.0, Language::Nl), switch(0.0, Language::En)), ("aan".into(), "off".into()));
        assert_eq!(said("16_17", Language::Nl), "16 of 17 jaar");
        assert_eq!(said("3", Language::Nl), "3");
    }
}
