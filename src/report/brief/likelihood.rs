//! Words for chances: a fixed table in two languages, after the scale of the IPCC (Mastrandrea and others 2010). A word
//! stands only with an outcome whose record is worth an A or a B, and never without its percentage.

use crate::diagnostic::Text;
use crate::report::texts::Language;

/// From this share up, to the next row: the words, in Dutch and in English.
const WORDS: [(f64, &str, &str); 7] = [
    (0.99, "vrijwel zeker", "virtually certain"),
    (0.90, "zeer waarschijnlijk", "very likely"),
    (0.66, "waarschijnlijk", "likely"),
    (0.33, "ongeveer even waarschijnlijk als niet", "about as likely as not"),
    (0.10, "onwaarschijnlijk", "unlikely"),
    (0.01, "zeer onwaarschijnlijk", "very unlikely"),
    (0.0, "vrijwel uitgesloten", "exceptionally unlikely"),
];

/// The word for a share of the replications, 0 to 1.
pub(super) fn word(share: f64, language: Language) -> &'static str {
    let row = WORDS.iter().find(|(from, ..)| share >= *from).unwrap_or(&WORDS[WORDS.len() - 1]);
    match language {
        Language::Nl => row.1,
        Language::En => row.2,
    }
}

/// The table: bounds, Dutch and English words.
pub(super) fn table() -> Vec<[Text; 3]> {
    let mut until = 1.0;
    let row = |(from, nl, en): &(f64, &str, &str)| {
        let [low, high] = [*from, until].map(|share| format!("{}", (share * 100.0).round()));
        until = *from;
        let bounds = format!("{low}–{high}\u{a0}%");
        [bounds.as_str(), nl, en].map(|text| Text::new(text, text))
    };
    WORDS.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_share_has_a_word_and_the_words_go_down_with_it() {
        assert_eq!(word(1.0, Language::Nl), "vrijwel zeker");
        assert_eq!(word(0.72, Language::En), "likely");
        assert_eq!(word(0.5, Language::Nl), "ongeveer even waarschijnlijk als niet");
        assert_eq!(word(0.0, Language::En), "exceptionally unlikely");
        assert!(WORDS.windows(2).all(|pair| pair[0].0 > pair[1].0));
        let table = table();
        assert_eq!((table[0][0].en.as_str(), table[6][0].en.as_str()), ("99–100\u{a0}%", "0–1\u{a0}%"));
    }
}
