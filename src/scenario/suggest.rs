//! Did you mean: the nearest word, by its own letters or by the other names people use for it.

use crate::policy::{Declaration, Role, levers};

/// The nearest of some words.
pub(super) fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    best(word, words.into_iter().map(|w| (w, w)))
}

/// What Dutch writers call the words of scenario files: keys, statuses, moments, months, parts of values.
const DUTCH: &[(&str, &str)] = &[
    ("formaat", "format"),
    ("naam", "name"),
    ("titel", "name"),
    ("beschrijving", "description"),
    ("omschrijving", "description"),
    ("toelichting", "description"),
    ("bouwt_voort_op", "extends"),
    ("gebaseerd_op", "extends"),
    ("basis", "extends"),
    ("zonder", "without"),
    ("begin", "start"),
    ("startdatum", "start"),
    ("begindatum", "start"),
    ("looptijd", "horizon"),
    ("duur", "horizon"),
    ("einddatum", "horizon"),
    ("peildatum", "data_date"),
    ("voorraad", "stock"),
    ("beginvoorraad", "stock"),
    ("openstaande_zaken", "open_cases"),
    ("knop", "lever"),
    ("knop", "levers"),
    ("knoppen", "levers"),
    ("maatregel", "lever"),
    ("maatregelen", "levers"),
    ("onzekerheid", "uncertainties"),
    ("onzekerheden", "uncertainties"),
    ("noodrem", "triggers"),
    ("noodremmen", "triggers"),
    ("bron", "source"),
    ("status", "legal_status"),
    ("juridische_status", "legal_status"),
    ("rechtsstatus", "legal_status"),
    ("vervallen_op", "lapsed_on"),
    ("vervallen_per", "lapsed_on"),
    ("waarde", "value"),
    ("bandbreedte", "range"),
    ("marge", "range"),
    ("bereik", "range"),
    ("vorm", "shape"),
    ("verdeling", "shape"),
    ("zekerheid", "grade"),
    ("beginwaarde", "initial"),
    ("aanvankelijk", "initial"),
    ("nooit", "never"),
    ("verschuiving", "shift"),
    ("uitstel", "shift"),
    ("bindt", "binds"),
    ("geldt_voor", "binds"),
    ("meter", "indicator"),
    ("boven", "above"),
    ("onder", "below"),
    ("gedurende", "for"),
    ("wanneer", "when"),
    ("als", "when"),
    ("zodra", "when"),
    ("tot", "until"),
    ("totdat", "until"),
    ("geldend", "in_force"),
    ("geldend_recht", "in_force"),
    ("van_kracht", "in_force"),
    ("aangenomen", "adopted"),
    ("wetsvoorstel", "bill"),
    ("aangekondigd", "announced"),
    ("vervallen", "lapsed"),
    ("feitelijk", "factual"),
    ("feit", "factual"),
    ("hypothetisch", "hypothetical"),
    ("wat_als", "hypothetical"),
    ("onbekend", "unknown"),
    ("vandaag", "today"),
    ("iedereen", "today"),
    ("asielwens", "made"),
    ("geregistreerd", "registered"),
    ("ingediend", "lodged"),
    ("besloten", "decided"),
    ("beslist", "decided"),
    ("verleend", "granted"),
    ("ingewilligd", "granted"),
    ("nareis_aangevraagd", "family_applied"),
    ("nareis_beslist", "family_decided"),
    ("verlenging", "renewed"),
    ("gelijkmatig", "uniform"),
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march"),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("oktober", "october"),
    ("zelfstandig", "voluntary"),
    ("vrijwillig", "voluntary"),
    ("gedwongen", "forced"),
    ("zonder_toezicht", "unsupervised"),
    ("blijft", "stays"),
    ("bezetting", "reception_occupancy_rate"),
    ("bezettingsgraad", "reception_occupancy_rate"),
    ("zonder_plek", "without_place"),
    ("vergunninghouders", "permit_holders"),
    ("statushouders", "permit_holders"),
    ("nareis", "family_pending"),
];

/// The one of some words that a Dutch word stands for.
pub(super) fn from_dutch<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let small = plain(word);
    let meant: Vec<&str> = DUTCH.iter().filter(|(dutch, _)| *dutch == small).map(|(_, word)| *word).collect();
    words.into_iter().find(|word| meant.contains(word))
}

/// The one of some words that a word stands for in Dutch, or that is nearest to it.
pub(super) fn word<'a>(word: &str, words: impl IntoIterator<Item = &'a str> + Clone) -> Option<&'a str> {
    from_dutch(word, words.clone()).or_else(|| nearest(word, words))
}

/// The rows that were probably meant by a word, best first.
#[derive(Clone, Debug, Default)]
pub(super) struct Meant {
    /// Those that fit; nothing when none does.
    pub(super) rows: Vec<&'static Declaration>,
    /// Whether there is hardly a doubt: it is the name of one row, its Dutch name or another word for it, but for a slip of
    /// the pen.
    pub(super) sure: bool,
}

/// More rows than this are no answer.
const MOST_ROWS: usize = 4;

/// The rows that were probably meant: by their names, their Dutch names or other words for them. When a word is none of
/// those, the rows in whose names it stands as a whole, and otherwise the one that is nearest.
///
/// `of_levers` says in which of the two tables the word stands: where rows of both kinds fit, those of that table are meant.
pub(super) fn rows(word: &str, of_levers: bool) -> Meant {
    let word = plain(word);
    let here = |d: &&Declaration| (d.role == Role::Lever) == of_levers;
    let known = |d: &'static Declaration| [d.name, d.dutch].into_iter().chain(d.aliases.iter().copied());
    let some = |fits: &dyn Fn(&str) -> bool| -> Vec<&'static Declaration> {
        let rows: Vec<_> = levers::all().filter(|d| known(d).any(|name| fits(&plain(name)))).collect();
        let own: Vec<_> = rows.iter().copied().filter(|d| here(d)).collect();
        if own.is_empty() { rows } else { own }
    };
    let mut rows = some(&|name| name == word);
    let sure = rows.len() == 1;
    if rows.is_empty() && word.len() >= 4 {
        rows = some(&|name| name.split('_').any(|part| part == word));
    }
    if (1..=MOST_ROWS).contains(&rows.len()) {
        return Meant { rows, sure };
    }
    let names = levers::all().map(|d| (d.name, d));
    let others = levers::all().flat_map(|d| known(d).skip(1).map(move |other| (other, d)));
    let Some(row) = best(&word, names.chain(others)) else { return Meant::default() };
    let near = |name: &str| strsim::normalized_damerau_levenshtein(&word, &plain(name)) >= 0.85;
    Meant { rows: vec![row], sure: known(row).any(near) }
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
            let meant = rows(word, true);
            assert_eq!(meant.rows.first().map(|d| d.name), Some("inflow_scale"), "{word}");
            assert!(meant.sure, "{word}");
        }
        assert!(rows("zzzzqqq", true).rows.is_empty());
    }

    #[test]
    fn a_word_that_stands_in_several_names_finds_them_all_and_is_not_sure() {
        let meant = rows("beroepstermijn", true);
        assert!(meant.rows.iter().any(|d| d.name == "appeal_term"), "{meant:?}");
        let meant = rows("opvangplekken", true);
        assert_eq!(meant.rows.first().map(|d| d.name), Some("regular_places"));
        let meant = rows("amv", true);
        assert!(!meant.sure || meant.rows.len() == 1);
    }

    #[test]
    fn a_dutch_word_finds_the_word_of_its_own_table() {
        assert_eq!(word("Bron", ["value", "source"]), Some("source"));
        assert_eq!(word("juridische status", ["source", "legal_status"]), Some("legal_status"));
        assert_eq!(word("vervallen", ["lapsed", "bill"]), Some("lapsed"));
        assert_eq!(word("maart", ["may", "march"]), Some("march"));
        assert_eq!(word("bron", ["january"]), None);
    }

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let words = ["adopted", "announced", "hypothetical"];
        assert_eq!(nearest("adoptd", words), Some("adopted"));
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest("", words), None);
    }
}
