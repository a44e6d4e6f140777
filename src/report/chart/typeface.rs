//! The font of the charts: the embedded one, or another that is chosen once, before anything is drawn.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

use super::canvas::Pen;

/// The embedded font, regular and bold: DejaVu Sans, subset to Latin.
const EMBEDDED: [&[u8]; 2] =
    [include_bytes!("../font/DejaVuSans.ttf"), include_bytes!("../font/DejaVuSans-Bold.ttf")];
#[cfg(feature = "cli")]
const EMBEDDED_FAMILY: &str = "DejaVu Sans";
/// What a browser takes where it lacks the font: Verdana has nearly the widths of DejaVu Sans.
const OTHERWISE: &str = "DejaVu Sans, Verdana, sans-serif";
/// What texts are made of beside the letters, digits and signs of ASCII.
#[cfg(any(feature = "cli", test))]
const BEYOND_ASCII: &str = "\u{a0}±·×àáâäçèéêëìíîïñòóôöùúûüÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÚÛÜ–‘’“”…€−→";

/// A font, regular and bold.
#[derive(Debug)]
pub(in crate::report) struct Typeface {
    /// The files.
    #[cfg(feature = "cli")]
    pub(in crate::report) faces: [&'static [u8]; 2],
    /// Its name, as files call it.
    #[cfg(feature = "cli")]
    pub(in crate::report) family: String,
    /// The families that a browser tries in their order.
    pub(super) families: String,
    fonts: [FontRef<'static>; 2],
}

/// Why a font cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unusable {
    /// It cannot be read as TrueType or OpenType.
    NoFont,
    /// It lacks these letters and signs.
    Lacks(String),
    /// Another was chosen, or something was drawn already.
    TooLate,
}

static CHOSEN: OnceLock<Typeface> = OnceLock::new();

/// The font in which charts are drawn.
pub(in crate::report) fn typeface() -> &'static Typeface {
    CHOSEN.get_or_init(|| Typeface {
        #[cfg(feature = "cli")]
        faces: EMBEDDED,
        #[cfg(feature = "cli")]
        family: EMBEDDED_FAMILY.to_owned(),
        families: OTHERWISE.to_owned(),
        fonts: EMBEDDED.map(|face| FontRef::try_from_slice(face).expect("the embedded font can be read")),
    })
}

/// Chooses another font for every chart of this process: the bytes of its regular file, and the name of its family. It
/// stands for bold too.
#[cfg(feature = "cli")]
pub(in crate::report) fn choose(bytes: Vec<u8>, family: &str) -> Result<(), Unusable> {
    let read = |bytes: &[u8]| FontRef::try_from_slice(bytes).is_ok();
    if !read(&bytes) {
        return Err(Unusable::NoFont);
    }
    // It is kept until the process ends, as the embedded one is.
    let face: &'static [u8] = bytes.leak();
    let font = || FontRef::try_from_slice(face).map_err(|_| Unusable::NoFont);
    let lacks = lacking(&font()?);
    if !lacks.is_empty() {
        return Err(Unusable::Lacks(lacks));
    }
    let families = format!("{}, {OTHERWISE}", family.replace(['"', '\'', ',', ';', '<', '&'], " ").trim());
    let chosen =
        Typeface { faces: [face, face], family: family.to_owned(), families, fonts: [font()?, font()?] };
    CHOSEN.set(chosen).map_err(|_| Unusable::TooLate)
}

/// What a text may need and the font does not have.
#[cfg(any(feature = "cli", test))]
fn lacking(font: &FontRef<'_>) -> String {
    let ascii = (' '..='~').chain(BEYOND_ASCII.chars());
    // A space may be empty; any other sign that is glyph 0 is missing.
    ascii.filter(|sign| !sign.is_whitespace() && font.glyph_id(*sign).0 == 0).collect()
}

/// The width of a text in chart units.
pub(super) fn width(text: &str, pen: Pen) -> f64 {
    let font = &typeface().fonts[usize::from(pen.bold)];
    // Glyphs are measured by the height of the line.
    let em = font.units_per_em().unwrap_or(1_000.0);
    let line = f64::from(font.height_unscaled()) / f64::from(em);
    let font = font.as_scaled(PxScale::from((pen.size * line) as f32));
    let glyphs: Vec<_> = text.chars().map(|letter| font.glyph_id(letter)).collect();
    let advances: f32 = glyphs.iter().map(|&glyph| font.h_advance(glyph)).sum();
    let kerning: f32 = glyphs.windows(2).map(|pair| font.kern(pair[0], pair[1])).sum();
    f64::from(advances + kerning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_font_has_all_that_texts_are_made_of() {
        for font in &typeface().fonts {
            assert_eq!(lacking(font), "");
        }
    }
}
