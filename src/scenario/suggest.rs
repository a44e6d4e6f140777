//! Did you mean: the nearest word, by its own letters or by the other names people use for it.

use crate::policy::{Declaration, levers};

/// The nearest of some words.
pub(super) fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    best(word, words.into_iter().map(|w| (w, w)))
}

/// The row that was probably meant: by its name, its Dutch name or another word for it.
pub(super) fn row(word: &str) -> Option<&'static Declaration> {
    let names = levers::all().map(|d| (d.name, d));
    let others = levers::all()
        .flat_map(|d| std::iter::once(d.dutch).chain(d.aliases.iter().copied()).map(move |other| (other, d)));
    best(word, names.chain(others))
}

/// Of pairs of a word and what it stands for, the one whose word is nearest; the first among equals.
fn best<'a, T>(word: &str, pairs: impl Iterator<Item = (&'a str, T)>) -> Option<T> {
    let word = plain(word);
    let mut found: Option<(f64, T)> = None;
    for (other, meant) in pairs {
        let other = plain(other);
        let score = likeness(&word, &other);
        if score >= 0.82 && found.as_ref().is_none_or(|(best, _)| score > *best) {
            found = Some((score, meant));
        }
    }
    found.map(|(_, meant)| meant)
}

fn likeness(word: &str, other: &str) -> f64 {
    if word == other {
        return 2.0;
    }
    if word.is_empty() || other.is_empty() {
        return 0.0;
    }
    let edits = strsim::normalized_damerau_levenshtein(word, other);
    // A long common beginning says less about short words.
    if word.len() >= 4 { edits.max(strsim::jaro_winkler(word, other) - 0.06) } else { edits + 0.2 }
}

/// Small letters and underscores; only the beginning of something absurdly long.
fn plain(word: &str) -> String {
    let small = word.trim().chars().take(64).flat_map(char::to_lowercase);
    small.map(|c| if c == '-' || c == ' ' { '_' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_or_dutch_name_finds_its_row() {
        for word in [
            "inflow_scal",
            "inflow-scale",
            "Inflow Scale",
            "instroomscenario",
            "instroomscenarios",
            "inflow_scael",
        ] {
            assert_eq!(row(word).map(|d| d.name), Some("inflow_scale"), "{word}");
        }
        assert_eq!(row("zzzzqqq").map(|d| d.name), None);
    }

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let words = ["adopted", "announced", "hypothetical"];
        assert_eq!(nearest("adoptd", words), Some("adopted"));
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest("", words), None);
    }
}
