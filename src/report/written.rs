//! Values as a scenario file writes them, read in the language of the reader: `{ syria = 3297 }`, `1400; 2027-01-01: 2200`.

use super::summary::View;
use super::texts::{Language, fill};
use crate::policy::word;
use crate::time::Day;

/// Decimals of a number at most.
const DECIMALS: usize = 4;

impl View<'_> {
    /// A value, or its steps with their dates.
    pub(super) fn written(&self, text: &str) -> String {
        let step = |step: &str| match step.split_once(": ").map(|(day, value)| (day.parse::<Day>(), value)) {
            Some((Ok(day), value)) => {
                let date = fill(self.texts().from_day, &[("date", &self.language.short_date(day))]);
                format!("{date}: {}", self.language.written(value))
            }
            _ => self.language.written(step),
        };
        text.split("; ").map(step).collect::<Vec<_>>().join("; ")
    }

    /// A range with the name of its form: `0.92 – 0.97 (pert)`.
    pub(super) fn written_range(&self, text: &str) -> String {
        let (bounds, form) = match text.split_once(" (") {
            Some((bounds, form)) => (bounds, format!(" ({form}")),
            None => (text, String::new()),
        };
        let bounds: Vec<String> =
            bounds.split(" – ").filter(|b| !b.is_empty()).map(|b| self.language.atom(b)).collect();
        bounds.join(" – ") + &form
    }

    /// A source, with what the program itself says in it in the language of the reader.
    pub(super) fn source(&self, text: &str) -> String {
        let texts = self.texts();
        text.replace("no source given", texts.no_source)
            .replace("own stocks: ", &format!("{}: ", texts.own_source))
    }
}

impl Language {
    /// A value as a scenario file writes it, without dates: a number, a word, on or off, a list, or keys with their values.
    pub fn written(self, text: &str) -> String {
        let text = text.trim();
        let keyed = text.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
        let list = text.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
        match (keyed, list) {
            (Some(keyed), _) => {
                let parts = keyed.split(',').map(|part| match part.split_once('=') {
                    Some((key, value)) => {
                        let key = word::said(key.trim().trim_matches('"'), self);
                        format!("{key} {}", self.atom(value))
                    }
                    None => part.to_owned(),
                });
                parts.collect::<Vec<_>>().join("; ")
            }
            (None, Some(list)) => list.split(',').map(|atom| self.atom(atom)).collect::<Vec<_>>().join(", "),
            (None, None) => self.atom(text),
        }
    }

    /// A number, a word, or on and off.
    fn atom(self, text: &str) -> String {
        let text = text.trim();
        match text.parse::<f64>() {
            // What would be rounded away is shown as it is written.
            Ok(number) if number == 0.0 || number.abs() >= 1e-4 => self.lean(number, DECIMALS),
            _ => word::said(text.trim_matches('"'), self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;

    #[test]
    fn values_are_said_in_the_words_and_numbers_of_the_reader() {
        let outcome = Fixture::default().outcome();
        let nl = View { outcome: &outcome, language: Language::Nl };
        let en = View { outcome: &outcome, language: Language::En };
        for (text, dutch, english) in [
            ("{ syria = 3297, other = 0.5 }", "Syrië 3.297; overig 0,5", "Syria 3,297; other 0.5"),
            ("0; 2022-09-27: 274", "0; vanaf 27 sep 2022: 274", "0; from 27 Sep 2022: 274"),
            ("true; 2027-01-01: false", "aan; vanaf 1 jan 2027: uit", "on; from 1 Jan 2027: off"),
            ("\"multi_year\"", "meerjarig", "over several years"),
            ("…", "…", "…"),
            ("0.00001", "0.00001", "0.00001"),
        ] {
            assert_eq!((nl.written(text).as_str(), en.written(text).as_str()), (dutch, english), "{text}");
        }
        assert_eq!(nl.written_range("-0.35 – 1100 (pert)"), "−0,35 – 1.100 (pert)");
        assert_eq!(nl.written_range(""), "");
        assert_eq!(nl.source("2027-01-01: no source given"), "2027-01-01: geen bron opgegeven");
    }
}
