//! Parts of a line, and what they were meant to be.

use super::super::number::loose_number;

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

/// The number in `30 %`, `0,7`, `45.000.000`, `45 000`, `1750 fte`, `€ 1.250`.
pub(super) fn number_meant(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['€', ' ', '-', '+', '.', ',']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || text.contains(['"', '=', '{', '[', ':', '/']) {
        return None;
    }
    let number: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit() && *c != '-')
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-'))
        .collect();
    let number = number.trim();
    let comma = number.rsplit_once(',');
    // One comma with three digits behind it parts thousands, as in 1,750 officers; never behind a nought.
    let grouped = comma.is_some_and(|(whole, tail)| {
        tail.len() == 3 && whole != "0" && !whole.contains([',', '.']) && whole.len() <= 3
    });
    let number = if grouped { number.replace(',', "") } else { number.to_string() };
    loose_number(&number)
}

/// What a word for on or off is called in TOML.
pub(super) fn truth_meant(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "aan" | "waar" => Some("true"),
        "false" | "no" | "off" | "nee" | "uit" | "onwaar" => Some("false"),
        _ => None,
    }
}
