//! Widths and lines of text in the font of the charts.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};
use krilla::text::{GlyphId, KrillaGlyph};

use crate::report::chart::typeface;

/// A colour: red, green, blue.
pub(super) type Ink = [u8; 3];

/// Size [points], weight and colour of a text.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Pen {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

static FONTS: LazyLock<[FontRef<'static>; 2]> = LazyLock::new(|| {
    typeface().faces.map(|face| FontRef::try_from_slice(face).expect("the font of the charts can be read"))
});

/// Where a long word may be cut before it is cut anywhere.
const SOFT: [char; 6] = ['/', '-', '_', '.', ',', '='];
/// What stands for a letter that the font lacks; the text itself keeps the letter.
const UNKNOWN: char = '?';

/// The glyph of a letter.
fn glyph(letter: char, bold: bool) -> ab_glyph::GlyphId {
    let font = &FONTS[usize::from(bold)];
    match font.glyph_id(letter) {
        missing if missing.0 == 0 => font.glyph_id(UNKNOWN),
        found => found,
    }
}

/// The number of the glyph that stands for what the font lacks.
pub(super) fn unknown(bold: bool) -> u32 {
    u32::from(glyph(UNKNOWN, bold).0)
}

/// The width of a letter as a share of the size.
fn advance(glyph: ab_glyph::GlyphId, bold: bool) -> f32 {
    let font = &FONTS[usize::from(bold)];
    font.h_advance_unscaled(glyph) / font.units_per_em().expect("the font of the charts has a size")
}

/// The width of a text [points].
pub(super) fn width(text: &str, pen: Pen) -> f32 {
    text.chars().map(|letter| advance(glyph(letter, pen.bold), pen.bold)).sum::<f32>() * pen.size
}

/// The glyphs of a text, with the letters that they stand for.
pub(super) fn glyphs(text: &str, bold: bool) -> Vec<KrillaGlyph> {
    let of = |(at, letter): (usize, char)| {
        let id = glyph(letter, bold);
        let range = at..at + letter.len_utf8();
        KrillaGlyph::new(GlyphId::new(u32::from(id.0)), advance(id, bold), 0.0, 0.0, 0.0, range, None)
    };
    text.char_indices().map(of).collect()
}

/// A text without what cannot be printed: breaks are spaces, and marks without a width are left out.
pub(super) fn printable(text: &str) -> String {
    let unseen = |c: &char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let plain = text.chars().map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c });
    plain.filter(|c| !unseen(c)).collect()
}

/// Breaks a text into lines of at most `limit` points. A line that ends at a space keeps it, so that words stay apart for
/// who hears them; a word that is longer than a line is cut.
pub(super) fn wrap(text: &str, pen: Pen, limit: f32) -> Vec<String> {
    let space = width(" ", pen);
    let mut lines: Vec<String> = Vec::new();
    let mut long = 0.0;
    for word in printable(text).split_ascii_whitespace() {
        for (n, piece) in pieces(word, pen, limit).into_iter().enumerate() {
            let own = width(piece, pen);
            match lines.last_mut() {
                Some(line) if n == 0 && long + space + own <= limit => {
                    line.push(' ');
                    line.push_str(piece);
                    long += space + own;
                }
                before => {
                    if let Some(line) = before.filter(|_| n == 0) {
                        line.push(' ');
                    }
                    lines.push(piece.to_owned());
                    long = own;
                }
            }
        }
    }
    if lines.is_empty() {
        lines.push(" ".to_owned());
    }
    lines
}

/// A word in pieces that each fit on a line.
fn pieces(word: &str, pen: Pen, limit: f32) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = word;
    while width(rest, pen) > limit {
        let (mut long, mut cut, mut soft) = (0.0, 0, 0);
        for (at, letter) in rest.char_indices() {
            long += advance(glyph(letter, pen.bold), pen.bold) * pen.size;
            if long > limit && cut > 0 {
                break;
            }
            cut = at + letter.len_utf8();
            if SOFT.contains(&letter) {
                soft = cut;
            }
        }
        let (piece, after) = rest.split_at(if soft > 0 { soft } else { cut });
        all.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        all.push(rest);
    }
    all
}

/// The longest word of a text [points].
pub(super) fn longest_word(text: &str, pen: Pen) -> f32 {
    printable(text).split_ascii_whitespace().map(|word| width(word, pen)).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEN: Pen = Pen { size: 10.0, bold: false, ink: [0; 3] };

    #[test]
    fn lines_fit_keep_their_words_apart_and_long_words_are_cut() {
        let text =
            "Gemeentelijkeopvangvoorzieningencoördinator in\u{a0}2027 en scenarios/reference/README.md";
        let lines = wrap(text, PEN, 90.0);
        assert!(lines.iter().all(|line| width(line.trim_end_matches(' '), PEN) <= 90.0), "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert!(lines.iter().any(|line| line.ends_with("scenarios/")), "{lines:?}");
        assert_eq!(wrap("", PEN, 90.0), [" "]);
    }

    #[test]
    fn a_letter_that_the_font_lacks_is_a_question_mark_that_keeps_its_text() {
        let shown = glyphs("é\u{634}", false);
        assert_eq!(shown[1].glyph_id.to_u32(), unknown(false));
        assert_ne!(shown[0].glyph_id.to_u32(), unknown(false));
        assert_eq!(shown[1].text_range, 2..4);
        assert_eq!(printable("a\tb\u{feff}\u{0}\u{ad}c"), "a bc");
    }
}
