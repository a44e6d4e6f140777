//! What stands around a drawing so that a cropped copy keeps it: warnings, title, sentences, what is shown, and notes.

use super::canvas::{Canvas, Pen, Sheet, draw, whole_sentences, wrap, wrap_at_most};
use super::theme::{ABOUT, BANNER, GRID, LABEL, MARGIN, NOT_LAW, NOTE, SAY, TITLE, WIDTH};
use super::{root, spoken};
use crate::report::texts::Language;

/// Lines of the note at most.
const NOTE_LINES: usize = 6;

/// The words around a drawing.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Card {
    /// Stem of the file name.
    pub(in crate::report) name: String,
    pub(in crate::report) title: String,
    /// Warnings above everything else.
    pub(in crate::report) banners: Vec<String>,
    /// What it says.
    pub(in crate::report) sentences: String,
    /// What is shown, and how it is counted.
    pub(in crate::report) about: String,
    /// What the marks are, what was run, and whose the figures are.
    pub(in crate::report) note: String,
}

/// A picture with where its texts stand, and its height.
pub(super) struct Drawn {
    pub(super) svg: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "tests look whether texts overlap"))]
    pub(super) sheet: Sheet,
    #[cfg_attr(not(test), expect(dead_code, reason = "tests look whether texts leave the sheet"))]
    pub(super) height: f64,
}

impl Card {
    /// Draws the words, and between them the body, which begins at a height and says where it ends.
    pub(super) fn draw(&self, language: Language, body: impl FnOnce(&mut Canvas<'_>, f64) -> f64) -> Drawn {
        let room = WIDTH - 2.0 * MARGIN;
        let mut y = MARGIN;
        let sheet = draw(|canvas| {
            y += banner(canvas, &self.banners, y);
            y += canvas.lines(&wrap(&self.title, TITLE, room), (MARGIN, y), TITLE) + 3.0;
            y += canvas.lines(&whole_sentences(&self.sentences, SAY, room, 6), (MARGIN, y), SAY) + 3.0;
            y += canvas.lines(&wrap_at_most(&self.about, ABOUT, room, 3), (MARGIN, y), ABOUT) + 12.0;
            y = body(canvas, y);
            canvas.path(&[(MARGIN, y), (WIDTH - MARGIN, y)], GRID, 1.0);
            y += 8.0;
            y += canvas.lines(&wrap_at_most(&self.note, NOTE, room, NOTE_LINES), (MARGIN, y), NOTE);
        });
        let height = (y + MARGIN - 4.0).ceil();
        let words = [self.banners.as_slice(), &[self.sentences.clone(), self.note.clone()]].concat();
        let svg = root(&self.name, language, &self.title, &spoken(&words), height, &sheet.elements);
        Drawn { svg, sheet, height }
    }
}

/// The warnings above everything else; returns the height they take.
pub(super) fn banner(canvas: &mut Canvas<'_>, warnings: &[String], top: f64) -> f64 {
    let pen = Pen { size: 12.5, ..LABEL };
    let room = WIDTH - 2.0 * MARGIN - 22.0;
    let lines: Vec<String> = warnings.iter().flat_map(|text| wrap_at_most(text, pen, room, 2)).collect();
    if lines.is_empty() {
        return 0.0;
    }
    let height = pen.size * 1.32 * lines.len() as f64 + 10.0;
    canvas.rectangle((MARGIN, top), (WIDTH - MARGIN, top + height), BANNER);
    canvas.rectangle((MARGIN, top), (MARGIN + 5.0, top + height), NOT_LAW);
    canvas.lines(&lines, (MARGIN + 14.0, top + 7.0), pen);
    height + 10.0
}
