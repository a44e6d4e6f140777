//! Bytes to text: UTF-8, and what word processors and older editors write instead.

use super::codes;
use super::problems::{Problems, Spot, both};

/// A text that is not UTF-8, and how it was read all the same.
#[derive(Debug)]
pub(super) struct Foreign {
    kind: Kind,
    /// First byte, in the text as read, that shows it.
    at: usize,
    /// The sign that stands there, as read.
    sign: String,
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Kind {
    Windows1252,
    Utf16,
    Unknown,
}

/// The text of some bytes, without a byte order mark. Whatever it is, a text comes out.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Foreign>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, unit)) = wide {
        let units = rest.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        return (text, Some(Foreign { kind: Kind::Utf16, at: 0, sign: String::new() }));
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return (text.to_string(), None),
        Err(error) => error,
    };
    let at = error.valid_up_to();
    // A file that was cut off at the largest size may end within a sign.
    if bytes.iter().any(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r')) {
        let sign = char::REPLACEMENT_CHARACTER.to_string();
        return (
            String::from_utf8_lossy(bytes).into_owned(),
            Some(Foreign { kind: Kind::Unknown, at, sign }),
        );
    }
    let text = bytes.iter().map(|b| windows_1252(*b)).collect::<String>();
    let at: usize = bytes[..at].iter().map(|b| windows_1252(*b).len_utf8()).sum();
    let sign = text[at..].chars().next().map(String::from).unwrap_or_default();
    (text, Some(Foreign { kind: Kind::Windows1252, at, sign }))
}

/// The signs of Windows-1252 that Latin-1 has no sign for, from 0x80.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

impl Foreign {
    /// Whether the text as read can be looked at further.
    pub(super) fn readable(&self) -> bool {
        self.kind != Kind::Unknown
    }

    /// Says what the file is, and how to save it.
    pub(super) fn tell(self, problems: &mut Problems, file: usize) {
        let (title, label) = match self.kind {
            Kind::Windows1252 => (
                both(
                    "het bestand is geen UTF-8 maar waarschijnlijk Windows-1252 (ANSI)",
                    "the file is not text in UTF-8 but probably Windows-1252 (ANSI)",
                ),
                both(format!("hier staat \"{}\"", self.sign), format!("here stands \"{}\"", self.sign)),
            ),
            Kind::Utf16 => (
                both(
                    "het bestand is UTF-16 (in Kladblok: Unicode), geen UTF-8",
                    "the file is UTF-16 (in Notepad: Unicode), not UTF-8",
                ),
                both("het hele bestand", "the whole file"),
            ),
            Kind::Unknown => (
                both("het bestand is geen tekst in UTF-8", "the file is not text in UTF-8"),
                both("vanaf hier", "from here on"),
            ),
        };
        let spot = Spot { file, start: self.at, end: self.at + self.sign.len() };
        let help = both(
            "bewaar het in de editor als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8)",
            "save it as UTF-8 in your editor (in Notepad: Save as, Encoding UTF-8)",
        );
        problems.error(codes::ENCODING, spot, title, label, help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_read_with_its_own_signs() {
        let (text, foreign) = decode(b"name = \x93Itali\xeb\x94 \x96 \x80 5");
        assert_eq!(text, "name = “Italië” – € 5");
        let foreign = foreign.unwrap();
        assert_eq!((foreign.kind, foreign.at, foreign.sign.as_str()), (Kind::Windows1252, 7, "“"));
    }

    #[test]
    fn utf_16_is_read_in_either_order_and_an_odd_byte_is_dropped() {
        assert_eq!(decode(b"\xff\xfea\x00\xeb\x00").0, "aë");
        assert_eq!(decode(b"\xfe\xff\x00a\x00\xeb\x00").0, "aë");
    }

    #[test]
    fn utf_8_with_or_without_a_mark_is_as_it_should_be() {
        for bytes in ["\u{feff}é", "é"] {
            let (text, foreign) = decode(bytes.as_bytes());
            assert!(text == "é" && foreign.is_none());
        }
    }
}
