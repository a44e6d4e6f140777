//! Subjects that people look for and that no lever of their own governs, found by a word.

use super::search;
use crate::policy::subjects::{SUBJECTS, Subject};

/// The subject that is looked for: one of whose words is what is sought, but for a plural or a slip of the pen.
pub(super) fn find(sought: &str) -> Option<&'static Subject> {
    let names = SUBJECTS.iter().flat_map(|subject| subject.words.iter().map(move |word| (*word, subject)));
    let plain = search::stems(sought);
    names
        .clone()
        .find(|(word, _)| search::stems(word) == plain)
        .or_else(|| {
            let near = |word: &str| {
                strsim::normalized_damerau_levenshtein(&search::plain(word), &search::plain(sought)) >= 0.8
            };
            names.clone().find(|(word, _)| near(word))
        })
        .map(|(_, subject)| subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_found_by_a_plural_and_by_a_slip_of_the_pen() {
        for word in ["Asielstop", "asielquotums", "kenismigranten", "Wachttijden"] {
            assert!(find(word).is_some(), "{word}");
        }
        assert!(find("fiets").is_none());
    }
}
