//! Finding by word: without regard to case, accents, hyphens and underscores.

/// A word or a phrase as it is compared: small letters without accents, single spaces.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' => out.push('a'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' | 'ı' => out.push('i'),
            'ò'..='ö' => out.push('o'),
            'ù'..='ü' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            // What is left of a capital with a dot or a letter written in two parts.
            '\u{300}'..='\u{36f}' => {}
            '_' | '-' | '‑' | '–' | '/' | '.' | ',' | ';' | '(' | ')' | ':' => out.push(' '),
            '’' | '‘' => out.push('\''),
            _ => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words that say which way and not what.
const WAYS: [&str; 16] = [
    "extra", "meer", "minder", "hoger", "hogere", "lager", "lagere", "sneller", "snellere", "korter",
    "kortere", "more", "fewer", "higher", "lower", "faster",
];
/// Words of at most so many letters are sought as they are, and not within others.
const SHORT: usize = 3;

/// Whether every word of what is sought stands somewhere in the texts; words that only say which way do not count.
pub(super) fn matches<'a>(sought: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let all = texts.into_iter().map(plain).collect::<Vec<_>>().join("\n");
    let sought = plain(sought);
    let mut words: Vec<&str> = sought.split(' ').filter(|word| !WAYS.contains(word)).collect();
    if words.is_empty() {
        words = sought.split(' ').collect();
    }
    let stands = |word: &&str| match word.len() <= SHORT {
        true => all.split([' ', '\n']).any(|other| other == *word),
        false => all.contains(*word),
    };
    words.iter().all(stands)
}

/// The words of what is sought without their plural endings, Dutch or English: `dwangsommen` as `dwangsom`.
pub(super) fn stems(sought: &str) -> String {
    plain(sought).split(' ').map(stem).collect::<Vec<_>>().join(" ")
}

fn stem(word: &str) -> &str {
    // Shorter words lose too much with two letters less.
    const LEAST: usize = 4;
    let cut = ["en", "s", "n"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    if cut.len() < LEAST || !cut.is_ascii() {
        return word;
    }
    let bytes = cut.as_bytes();
    let doubled =
        bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && !b"aeiou".contains(&bytes[bytes.len() - 1]);
    if doubled && word.ends_with("en") { &cut[..cut.len() - 1] } else { cut }
}

/// The name that was probably meant, by any of the words that stand for it.
pub(super) fn nearest<'a>(word: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    // Beyond this nobody would call it a slip of the pen.
    const LIKE: f64 = 0.75;
    let word = plain(&word.chars().take(100).collect::<String>());
    let mut best: Option<(f64, &str)> = None;
    for (other, name) in names {
        let other = plain(other);
        let likeness =
            strsim::jaro_winkler(&word, &other).max(strsim::normalized_damerau_levenshtein(&word, &other));
        if likeness > best.map_or(LIKE, |(best, _)| best) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_hyphens_do_not_matter() {
        assert_eq!(plain("Türkiye — één_ding"), "turkiye — een ding");
        assert!(matches("EEN-ding", ["Eén ding"]));
        assert!(matches("place regular", ["regular_places"]));
        assert!(!matches("irregular place", ["regular_places"]));
        assert!(matches("extra places", ["regular_places"]) && matches("extra", ["extra places"]));
        assert!(matches("IND", ["uren van de IND"]) && !matches("IND", ["kinderen"]));
    }

    #[test]
    fn plural_endings_do_not_matter_to_stems() {
        for (word, cut) in [
            ("dwangsommen", "dwangsom"),
            ("beslistermijnen", "beslistermijn"),
            ("wet", "wet"),
            ("judges", "judge"),
        ] {
            assert_eq!(stems(word), cut);
        }
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_name() {
        let names = ["inflow_scale", "regular_places", "border_share"];
        let of = |word| nearest(word, names.iter().map(|n| (*n, *n)));
        assert_eq!(of("regular-place"), Some("regular_places"));
        assert_eq!(of("inflwo_scale"), Some("inflow_scale"));
        assert_eq!(of("xyz"), None);
    }
}
