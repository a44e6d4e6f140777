//! A count as people write it.

use crate::diagnostic::Text;

/// No count is larger than this.
const MOST: f64 = 1e12;

/// Why a text is no count.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Wrong {
    /// Not to be read as a number; with the cure.
    Number(Text),
    /// Below zero.
    Negative,
    /// Above a million million.
    Large,
}

/// Reads a count. With `comma` a decimal comma is one; else it is refused. A point or comma between groups of three
/// digits is refused in any case: nobody can know which of the two it is.
pub(super) fn count(text: &str, comma: bool) -> Result<f64, Wrong> {
    if let Some(plain) = without_thousands(text) {
        return Err(Wrong::Number(Text::new(
            format!("schrijf {plain}, zonder punt, komma of spatie tussen de duizendtallen"),
            format!("write {plain}, without a point, comma or space between the thousands"),
        )));
    }
    let with_point = if comma { text.replacen(',', ".", 1) } else { text.to_owned() };
    let digits = with_point.strip_prefix(['-', '+']).unwrap_or(&with_point);
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let number = with_point.parse::<f64>().ok().filter(|number| plain && number.is_finite());
    match number {
        Some(number) if number < 0.0 => Err(Wrong::Negative),
        Some(number) if number > MOST => Err(Wrong::Large),
        Some(number) => Ok(number + 0.0),
        None if text.contains(',') => Err(Wrong::Number(Text::new(
            "schrijf een decimaal met een punt, of scheid de kolommen met puntkomma's",
            "write a decimal with a point, or separate the columns with semicolons",
        ))),
        None => Err(Wrong::Number(Text::new(
            "schrijf een getal van nul of meer, of laat de regel weg als het aantal niet bekend is",
            "write a number of zero or more, or leave the row out when the count is not known",
        ))),
    }
}

/// `1.234`, `1,234,567` and `1 234` without their separators; nothing for other texts.
fn without_thousands(text: &str) -> Option<String> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'') {
        return None;
    }
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    let whole = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
    let rest: Vec<&str> = groups.collect();
    let threes = rest.iter().all(|group| group.len() == 3 && digits(group));
    (whole && threes).then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_read_and_a_comma_only_where_columns_are_kept_apart_otherwise() {
        assert_eq!(count("1234", false), Ok(1_234.0));
        assert_eq!(count("12.5", false), Ok(12.5));
        assert_eq!(count("12,5", true), Ok(12.5));
        assert_eq!(count("0", false), Ok(0.0));
        assert!(matches!(count("12,5", false), Err(Wrong::Number(_))));
    }

    #[test]
    fn thousands_are_refused_with_the_plain_number() {
        for text in ["1.234", "1,234", "1 234", "12.345.678", "1\u{a0}234"] {
            let Err(Wrong::Number(cure)) = count(text, true) else { panic!("{text} was read") };
            assert!(cure.en.starts_with("write 1"), "{}", cure.en);
        }
    }

    #[test]
    fn what_is_no_count_is_no_count() {
        assert_eq!(count("-3", false), Err(Wrong::Negative));
        assert!(count("1e300", false).is_err());
        assert_eq!(count("9999999999999", false), Err(Wrong::Large));
        for text in ["", "NaN", "inf", "n/a", "1e3", "--1", ".", "1.2.3"] {
            assert!(matches!(count(text, false), Err(Wrong::Number(_))), "{text}");
        }
        assert_eq!(count("-0", false).map(f64::to_bits), Ok(0.0f64.to_bits()));
    }
}
