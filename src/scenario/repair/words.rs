//! Parts of a line, and what they were meant to be.

use std::ops::Range;

use super::super::dates;

/// The first place of a sign outside quotes and comments.
pub(super) fn outside(line: &str, sign: char) -> Option<usize> {
    let mut inside: Option<char> = None;
    for (at, c) in line.char_indices() {
        match inside {
            Some(open) if c == open => inside = None,
            Some(_) => {}
            None if c == sign => return Some(at),
            None if c == '#' => return None,
            None if c == '"' || c == '\'' => inside = Some(c),
            None => {}
        }
    }
    None
}

/// Where a value ends that begins at a byte: behind its closing sign, before a comment, or before the next `key =`.
pub(super) fn value_end(line: &str, from: usize) -> usize {
    let rest = &line[from..];
    let ends = |close: usize| from + close;
    match rest.chars().next() {
        Some(open @ ('"' | '\'')) => {
            let mut escaped = false;
            for (at, c) in rest.char_indices().skip(1) {
                if c == open && !escaped {
                    return ends(at + 1);
                }
                escaped = c == '\\' && !escaped && open == '"';
            }
            line.len()
        }
        Some(open @ ('{' | '[')) => {
            let close = if open == '{' { '}' } else { ']' };
            let (mut level, mut inside) = (0_usize, None);
            for (at, c) in rest.char_indices() {
                match inside {
                    Some(quote) if c == quote => inside = None,
                    Some(_) => {}
                    None if c == '"' || c == '\'' => inside = Some(c),
                    None if c == open => level += 1,
                    None if c == close => {
                        level -= 1;
                        if level == 0 {
                            return ends(at + 1);
                        }
                    }
                    None => {}
                }
            }
            line.len()
        }
        _ => {
            let end = rest.find('#').unwrap_or(rest.len());
            let bare = &rest[..end];
            // A bare word before a further equals sign is the key of another setting.
            let Some(equals) = outside(bare, '=') else { return ends(end) };
            let key = bare[..equals].trim_end();
            let word = key.rfind(char::is_whitespace).unwrap_or(key.len());
            if word == key.len() { ends(end) } else { ends(bare[..word].trim_end().len()) }
        }
    }
}

/// Whether a bare word is a value of TOML, or close enough that the parser should speak of it.
pub(super) fn is_value(text: &str) -> bool {
    let number = text.replace('_', "");
    let float = number.parse::<f64>().is_ok() && !number.ends_with('.') && !number.starts_with('.');
    float || matches!(text, "true" | "false") || text.parse::<crate::time::Day>().is_ok()
}

/// The entries between braces or brackets: parted by commas that stand outside quotes and further brackets. Between braces
/// a comma before something that is no `key =` or `key:` belongs to a number.
pub(super) fn entries(text: &str, keyed: bool) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let (mut from, mut level, mut inside) = (0, 0_usize, None);
    for (at, c) in text.char_indices() {
        match (inside, c) {
            (Some(quote), _) if c == quote => inside = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => inside = Some(c),
            (None, '{' | '[') => level += 1,
            (None, '}' | ']') => level = level.saturating_sub(1),
            (None, ',') if level == 0 => {
                parts.push(from..at);
                from = at + 1;
            }
            (None, _) => {}
        }
    }
    parts.push(from..text.len());
    if !keyed {
        return parts;
    }
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let word = &text[part.clone()];
        let decimals = word.starts_with(|c: char| c.is_ascii_digit()) && outside(word, '=').is_none();
        match joined.last_mut().filter(|_| decimals && outside(word, ':').is_none()) {
            Some(before) => before.end = part.end,
            None => joined.push(part),
        }
    }
    joined
}

/// Whether a key may stand in TOML as it is: letters, digits, hyphens and underscores, with points between; or in quotes.
pub(super) fn is_key(key: &str) -> bool {
    let bare = |part: &str| {
        let part = part.trim();
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    key.contains(['"', '\'']) || key.split('.').all(bare)
}

/// A word as a key: small letters without accents, an underscore for anything else.
pub(super) fn spelled(word: &str) -> String {
    let mut out = String::new();
    for c in word.trim().to_lowercase().chars() {
        match c {
            'à'..='å' => out.push('a'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' => out.push('i'),
            'ò'..='ö' => out.push('o'),
            'ù'..='ü' => out.push('u'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.ends_with('_') => {}
            _ => out.push('_'),
        }
    }
    out
}

/// Where a key ends behind which the equals sign is missing: a day, a word of scenario files, or a name before a brace or a
/// quote.
pub(super) fn key_without_equals(line: &str) -> Option<Range<usize>> {
    let from = line.len() - line.trim_start().len();
    let spaces = line.char_indices().filter(|(at, c)| *at > from && c.is_whitespace()).map(|(at, _)| at);
    for at in spaces {
        let (key, value) = (line[from..at].trim_end(), line[at..].trim());
        let value_follows = value.starts_with(|c: char| c.is_ascii_digit() || "\"'{[+-€".contains(c));
        let dated = key.len() > 4 && dates::meant(key).is_some();
        let known =
            super::super::comments::KEYS.contains(&key) || super::super::document::KEYS.contains(&key);
        let named = is_key(key) && value.starts_with(['"', '\'', '{', '[']);
        let word = !value.is_empty() && !value.starts_with('#');
        if (dated && value_follows) || (known && word) || named {
            return Some(from..from + key.len());
        }
    }
    None
}
