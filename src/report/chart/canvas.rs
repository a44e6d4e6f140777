//! A sheet to draw on: plotters' SVG backend in chart units, with a memory of where the texts stand.
//!
//! One chart unit is four units of the backend, so that its integer coordinates do not wobble. Only the backend of
//! plotters is used, not its charts: texts are measured here with the embedded font, so that nothing asks a system or a
//! browser for one.

use std::collections::BTreeMap;
use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, FontFamily, FontStyle,
};
use plotters_svg::SVGBackend;

use super::theme::Ink;
use super::typeface::typeface;
pub(super) use super::typeface::width;

const SCALE: f64 = 4.0;
/// The backend writes a font size divided by this.
const PLOTTERS_EM: f64 = 1.24;

/// A point in chart units, y downwards.
pub(super) type Point = (f64, f64);

/// Which side of the point the text is on.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Size, weight and colour of a text.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Pen {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

/// Where a text stands.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct TextBox {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// A finished sheet: the elements of the SVG without its root, and where the texts stand.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) elements: String,
    pub(super) boxes: Vec<TextBox>,
}

/// The sheet while it is drawn.
pub(super) struct Canvas<'a> {
    backend: SVGBackend<'a>,
    boxes: Vec<TextBox>,
    /// How many lines were drawn.
    lines: usize,
    /// The broken ones among them, with the lengths of dash and gap. The backend knows no dashes.
    dashes: BTreeMap<usize, (f64, f64)>,
}

/// Colour and width of a line or an area.
struct Stroke {
    colour: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

fn style(ink: Ink, width: f64, alpha: f64) -> Stroke {
    let width = (width * SCALE).round().max(1.0) as u32;
    Stroke { colour: BackendColor { alpha, rgb: ink.0 }, width }
}

/// How a text is written.
struct Letters {
    pen: Pen,
    anchor: HPos,
}

impl BackendTextStyle for Letters {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: self.pen.ink.0 }
    }

    fn size(&self) -> f64 {
        self.pen.size * SCALE * PLOTTERS_EM
    }

    fn style(&self) -> FontStyle {
        if self.pen.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor, VPos::Top)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(&typeface().families)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let (width, height) = (width(text, self.pen) * SCALE, self.pen.size * SCALE);
        Ok(((0, 0), (width.round() as i32, height.round() as i32)))
    }

    /// The backend writes letters as text and draws none.
    fn draw<E, D: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: D,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

/// Draws a sheet.
pub(super) fn draw(paint: impl FnOnce(&mut Canvas<'_>)) -> Sheet {
    let mut svg = String::new();
    let backend = SVGBackend::with_string(&mut svg, (1, 1));
    let mut canvas = Canvas { backend, boxes: Vec::new(), lines: 0, dashes: BTreeMap::new() };
    paint(&mut canvas);
    let (boxes, dashes) = (std::mem::take(&mut canvas.boxes), std::mem::take(&mut canvas.dashes));
    // The backend writes the end of its document when it goes.
    drop(canvas);
    let body = svg.find('>').expect("the backend opens its root") + 1;
    let end = svg.rfind("</svg>").expect("the backend closes its root");
    Sheet { elements: with_dashes(svg[body..end].trim(), &dashes), boxes }
}

/// Gives the broken lines their dashes.
fn with_dashes(elements: &str, dashes: &BTreeMap<usize, (f64, f64)>) -> String {
    const LINE: &str = "<polyline";
    let mut out = String::with_capacity(elements.len() + 32 * dashes.len());
    for (n, part) in elements.split(LINE).enumerate() {
        if let Some(line) = n.checked_sub(1) {
            out.push_str(LINE);
            if let Some((on, off)) = dashes.get(&line) {
                out.push_str(&format!(" stroke-dasharray=\"{} {}\"", on * SCALE, off * SCALE));
            }
        }
        out.push_str(part);
    }
    out
}

/// Breaks a text into lines of at most `limit` chart units; a word that is longer is cut with an ellipsis.
pub(super) fn wrap(text: &str, pen: Pen, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A number keeps its sign and what it counts on the line.
    let kept = [(" %", "\u{a0}%"), (" replicati", "\u{a0}replicati"), ("doorstroom 0", "doorstroom\u{a0}0")];
    let text = kept.into_iter().fold(text.to_owned(), |text, (parted, whole)| text.replace(parted, whole));
    for words in together(&text) {
        // Words that belong together and are longer than a line go each on their own.
        let whole = width(&words, pen) <= limit;
        let parts: Vec<&str> = if whole { vec![&words] } else { words.split(' ').collect() };
        for word in parts {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match joined.filter(|line| width(line, pen) <= limit) {
                Some(line) => *lines.last_mut().expect("a joined line has a predecessor") = line,
                None => lines.push(shorten(word, pen, limit)),
            }
        }
    }
    lines
}

/// The words of a text; what a line may not part is one: a day and its month, a band and its numbers, a number in brackets and what
/// it numbers.
fn together(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_ascii_whitespace() {
        match all.last_mut().filter(|_| open) {
            Some(last) => *last = format!("{last} {word}"),
            None => all.push(word.to_owned()),
        }
        let bare = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(word);
        let small = (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
        open = small || word.ends_with("%:");
    }
    all
}

/// Wraps into at most `most` lines: as many whole sentences as fit, then an ellipsis; words where not even the first fits.
pub(super) fn whole_sentences(text: &str, pen: Pen, limit: f64, most: usize) -> Vec<String> {
    let all = wrap(text, pen, limit);
    if all.len() <= most {
        return all;
    }
    let ends = text.match_indices(". ").map(|(end, _)| end + 1);
    let kept = ends.map(|end| wrap(&format!("{} …", &text[..end]), pen, limit));
    kept.take_while(|lines| lines.len() <= most)
        .last()
        .unwrap_or_else(|| wrap_at_most(text, pen, limit, most))
}

/// Wraps into at most `most` lines; what does not fit is cut with an ellipsis.
pub(super) fn wrap_at_most(text: &str, pen: Pen, limit: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, pen, limit);
    if lines.len() > most {
        lines.truncate(most);
        // Words go as a whole: half a number would be another number.
        while let Some((line, last)) = lines.pop().map(|line| (format!("{line} …"), line)) {
            if width(&line, pen) <= limit {
                lines.push(line);
                break;
            }
            lines.extend(
                last.rsplit_once(' ').map(|(kept, _)| kept.trim_end_matches(['–', '·', ';']).to_owned()),
            );
        }
    }
    lines
}

/// The text without the control characters that XML forbids.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect()
}

/// Cuts a text to a width with an ellipsis.
pub(super) fn shorten(text: &str, pen: Pen, limit: f64) -> String {
    if width(text, pen) <= limit {
        return text.to_owned();
    }
    let mut short: String = text.to_owned();
    while !short.is_empty() {
        short.pop();
        let cut = format!("{}…", short.trim_end());
        if width(&cut, pen) <= limit {
            return cut;
        }
    }
    String::new()
}

fn at((x, y): Point) -> (i32, i32) {
    ((x * SCALE).round() as i32, (y * SCALE).round() as i32)
}

const NEVER_FAILS: &str = "writing SVG into a string cannot fail";

impl Canvas<'_> {
    /// A line through points.
    pub(super) fn path(&mut self, points: &[Point], ink: Ink, width: f64) {
        if points.len() > 1 {
            self.lines += 1;
            self.backend
                .draw_path(points.iter().copied().map(at), &style(ink, width, 1.0))
                .expect(NEVER_FAILS);
        }
    }

    /// A broken line: `on` units drawn, `off` units not.
    pub(super) fn dashed(&mut self, points: &[Point], ink: Ink, width: f64, (on, off): (f64, f64)) {
        if points.len() > 1 {
            self.dashes.insert(self.lines, (on, off));
            self.path(points, ink, width);
        }
    }

    /// A filled shape.
    pub(super) fn area(&mut self, points: &[Point], ink: Ink, alpha: f64) {
        if points.len() > 2 {
            self.backend
                .fill_polygon(points.iter().copied().map(at), &style(ink, 0.0, alpha))
                .expect(NEVER_FAILS);
        }
    }

    /// A filled rectangle.
    pub(super) fn rectangle(&mut self, top_left: Point, bottom_right: Point, ink: Ink) {
        self.backend
            .draw_rect(at(top_left), at(bottom_right), &style(ink, 0.0, 1.0), true)
            .expect(NEVER_FAILS);
    }

    /// A filled dot.
    pub(super) fn dot(&mut self, centre: Point, radius: f64, ink: Ink) {
        let radius = (radius * SCALE).round().max(1.0) as u32;
        self.backend.draw_circle(at(centre), radius, &style(ink, 0.0, 1.0), true).expect(NEVER_FAILS);
    }

    /// One line of text with its top at `y`.
    pub(super) fn text(&mut self, text: &str, (x, y): Point, align: Align, pen: Pen) {
        let text = &printable(text);
        if text.is_empty() {
            return;
        }
        let long = width(text, pen);
        let (left, anchor) = match align {
            Align::Left => (x, HPos::Left),
            Align::Centre => (x - long / 2.0, HPos::Center),
            Align::Right => (x - long, HPos::Right),
        };
        self.boxes.push(TextBox {
            text: text.to_owned(),
            left,
            top: y,
            right: left + long,
            bottom: y + pen.size,
        });
        self.backend.draw_text(text, &Letters { pen, anchor }, at((x, y))).expect(NEVER_FAILS);
    }

    /// Lines of text under each other; the height they take.
    pub(super) fn lines(&mut self, lines: &[String], (x, y): Point, pen: Pen) -> f64 {
        let step = pen.size * 1.32;
        for (n, line) in lines.iter().enumerate() {
            self.text(line, (x, y + step * n as f64), Align::Left, pen);
        }
        step * lines.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::theme;

    const PEN: Pen = Pen { size: 12.0, bold: false, ink: theme::TEXT };

    #[test]
    fn the_elements_come_without_the_root() {
        let sheet = draw(|canvas| canvas.text("é < ž", (1.0, 2.0), Align::Left, PEN));
        assert!(sheet.elements.starts_with("<text x=\"4\" y=\"8\""), "{}", sheet.elements);
        assert!(sheet.elements.contains("é &lt; ž") && !sheet.elements.contains("svg"));
        assert_eq!(sheet.boxes.len(), 1);
    }

    #[test]
    fn wrapped_lines_fit_and_long_words_are_cut() {
        let lines = wrap("een lang woord: gemeentelijkeopvangvoorzieningencoördinator", PEN, 120.0);
        assert!(lines.len() >= 2 && lines.iter().all(|line| width(line, PEN) <= 120.0), "{lines:?}");
        assert!(lines.last().unwrap().ends_with('…'));
        assert_eq!(wrap_at_most("a b c d e f g h i j", PEN, 30.0, 2).len(), 2);
    }

    #[test]
    fn a_line_parts_no_date_no_band_and_no_number_from_what_it_numbers() {
        for text in [
            "op 23 november 2026 nog",
            "nog (80 %: 13.500–56.800) en",
            "van dag; (7) 15 okt 2027",
            "na 60 replicaties, doorstroom 0.1.0",
        ] {
            for limit in 60..240 {
                let lines = wrap(text, PEN, f64::from(limit));
                let ends = |end: &str| lines.iter().any(|line| line.ends_with(end));
                let whole = width("13.500–56.800)", PEN) + width("(80\u{a0}%: ", PEN) <= f64::from(limit);
                assert!(!whole || !(ends("23") || ends(":") || ends("(7)") || ends("15")), "{lines:?}");
                assert!(!ends(" 60") && !ends("doorstroom"), "{lines:?}");
            }
        }
    }

    #[test]
    fn what_is_cut_ends_with_a_whole_sentence() {
        let text = "De eerste zin. De tweede zin is 12,5. De derde zin is veel te lang om nog te passen.";
        let lines = whole_sentences(text, PEN, 160.0, 2);
        assert!(lines.len() == 2 && lines[1].ends_with("12,5. …"), "{lines:?}");
        assert_eq!(whole_sentences(text, PEN, 160.0, 9), wrap(text, PEN, 160.0));
        assert!(whole_sentences("Eén lange zin zonder einde die niet past", PEN, 90.0, 2)[1].ends_with(" …"));
    }

    #[test]
    fn bold_is_wider() {
        assert!(width("instroom", Pen { bold: true, ..PEN }) > width("instroom", PEN));
    }

    #[test]
    fn only_broken_lines_have_dashes() {
        let sheet = draw(|canvas| {
            canvas.path(&[(0.0, 0.0), (30.0, 0.0)], theme::TEXT, 1.0);
            canvas.dashed(&[(0.0, 0.0), (30.0, 0.0)], theme::TEXT, 1.0, (4.0, 2.5));
            canvas.text("<polyline", (0.0, 0.0), Align::Left, PEN);
        });
        let lines: Vec<&str> = sheet.elements.split("<polyline").collect();
        assert!(!lines[1].contains("dasharray") && lines[2].contains("stroke-dasharray=\"16 10\""));
    }
}
