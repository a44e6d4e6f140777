//! From blocks to pages: where each text stands, and which part of the document it is.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{BBox, ListNumbering, Placement, Tag, TagKind};

use super::drawing::Drawing;
use super::face::{Ink, Pen, width, wrap};
use super::grid;
use super::{Block, Style};

/// A4, upright [points].
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const LEFT: f32 = 45.0;
/// The width of text and tables.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
const TOP: f32 = 46.0;
const BOTTOM: f32 = PAGE.1 - 54.0;

/// From one line to the next, as a share of the size.
pub(super) const LINE: f32 = 1.36;
/// From the top of a line to the feet of its letters, as a share of the size.
const FEET: f32 = 1.02;

pub(super) const BLACK: Ink = [0x1a, 0x1a, 0x1a];
pub(super) const QUIET: Ink = [0x55, 0x55, 0x55];
pub(super) const RULE: Ink = [0xd5, 0xd9, 0xdd];
const NAVY: Ink = [0x0b, 0x3c, 0x6f];
const RUST: Ink = [0xb0, 0x48, 0x08];
const PALE: Ink = [0xfb, 0xee, 0xdc];

/// A heading above a figure, and a line between them, leave it this much of a page.
const FIGURE: f32 = BOTTOM - TOP - 72.0;
/// Where the second column of terms begins.
const TERMS: f32 = 130.0;
const BULLET: &str = "•";
const INDENT: f32 = 13.0;

/// Something drawn.
pub(super) enum Draw {
    Text {
        x: f32,
        feet: f32,
        pen: Pen,
        text: String,
    },
    /// A chart by its number, from a corner on, each of its units so many points.
    Drawing {
        x: f32,
        y: f32,
        scale: f32,
        number: usize,
    },
}

/// Things drawn that belong to one part of the document; to none when they only repeat what was read before.
pub(super) struct Mark {
    pub(super) draws: Vec<Draw>,
    pub(super) read: bool,
}

/// A page: areas behind the text, then what stands on it.
#[derive(Default)]
pub(super) struct Page {
    pub(super) ground: Vec<(Rect, Ink)>,
    pub(super) marks: Vec<Mark>,
}

/// A part of the document, by which it is read.
pub(super) struct Element {
    pub(super) tag: TagKind,
    pub(super) children: Vec<Child>,
}

/// What a part consists of.
#[derive(Copy, Clone)]
pub(super) enum Child {
    Element(usize),
    /// A mark, by page and number.
    Mark(usize, usize),
}

/// A place that a reader can go to.
pub(super) struct Bookmark {
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) y: f32,
}

/// The pages while they fill.
pub(super) struct Flow<'a> {
    pub(super) pages: Vec<Page>,
    /// Every part; the first holds all others.
    pub(super) elements: Vec<Element>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) drawings: Vec<&'a Drawing>,
    /// The parts that are open, from the outermost in.
    open: Vec<usize>,
    pub(super) y: f32,
}

impl<'a> Flow<'a> {
    pub(super) fn new() -> Flow<'a> {
        let all = Element { tag: Tag::Part.into(), children: Vec::new() };
        Flow {
            pages: vec![Page::default()],
            elements: vec![all],
            bookmarks: Vec::new(),
            drawings: Vec::new(),
            open: vec![0],
            y: TOP,
        }
    }

    /// Puts blocks below each other. What announces another block stays with its beginning.
    pub(super) fn place(&mut self, blocks: &'a [Block]) {
        for (n, block) in blocks.iter().enumerate() {
            let with = blocks[n..].iter().position(|block| !stays(block)).map_or(1, |more| more + 1);
            let least: f32 = blocks[n..].iter().take(with).map(least).sum();
            let announced = n > 0 && stays(&blocks[n - 1]);
            if stays(block) && !announced && self.room() < least {
                self.turn_unless_empty();
            }
            self.block(block);
        }
        self.open.truncate(1);
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Text(style, text) => {
                self.gap(style.above());
                self.within(Tag::P, |flow| flow.text(text, LEFT, WIDTH, style.pen()));
            }
            Block::Warning(text) => self.warning(text),
            Block::List(style, points) => self.list(style.pen(), points),
            Block::Terms(terms) => self.terms(terms),
            Block::Table(grid) => grid::place(self, grid),
            Block::Figure(drawing) => self.figure(drawing),
            Block::NewPage => self.turn_unless_empty(),
        }
    }

    /// What is left of the page.
    pub(super) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// What a page holds.
    pub(super) fn whole() -> f32 {
        BOTTOM - TOP
    }

    pub(super) fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn turn_unless_empty(&mut self) {
        if self.y > TOP {
            self.turn();
        }
    }

    /// White before a block, except at the top of a page.
    pub(super) fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Opens a part within the one that is open.
    pub(super) fn open(&mut self, tag: impl Into<TagKind>) -> usize {
        let number = self.elements.len();
        self.elements.push(Element { tag: tag.into(), children: Vec::new() });
        let parent = *self.open.last().expect("the whole is always open");
        self.elements[parent].children.push(Child::Element(number));
        self.open.push(number);
        number
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    pub(super) fn within(&mut self, tag: impl Into<TagKind>, fill: impl FnOnce(&mut Flow<'a>)) {
        self.open(tag);
        fill(self);
        self.close();
    }

    /// Draws something that belongs to a part.
    pub(super) fn mark_in(&mut self, element: usize, draws: Vec<Draw>) {
        let page = self.pages.len() - 1;
        let marks = &mut self.pages[page].marks;
        marks.push(Mark { draws, read: true });
        let mark = marks.len() - 1;
        self.elements[element].children.push(Child::Mark(page, mark));
    }

    fn mark(&mut self, draws: Vec<Draw>) {
        self.mark_in(*self.open.last().expect("the whole is always open"), draws);
    }

    /// Draws what only repeats what was read before.
    pub(super) fn repeat(&mut self, draws: Vec<Draw>) {
        self.page().marks.push(Mark { draws, read: false });
    }

    fn page(&mut self) -> &mut Page {
        self.pages.last_mut().expect("there is always a page")
    }

    /// An area behind the text.
    pub(super) fn ground(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.page().ground.push((rect, ink));
        }
    }

    /// Lines of a text, on as many pages as they take; fewer than two of several stand alone on none.
    fn text(&mut self, text: &str, x: f32, limit: f32, pen: Pen) {
        let lines = wrap(text, pen, limit);
        let step = pen.size * LINE;
        let mut rest = &lines[..];
        while !rest.is_empty() {
            let room = (self.room() / step).max(0.0) as usize;
            let mut fits = room.min(rest.len());
            if fits + 1 == rest.len() {
                fits -= usize::from(fits > 0);
            }
            if fits < rest.len() && fits < 2 && self.y > TOP {
                self.turn();
                continue;
            }
            let (now, later) = rest.split_at(fits.max(1));
            let draws = texts(now, x, self.y, pen).collect();
            self.mark(draws);
            self.y += step * now.len() as f32;
            rest = later;
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let pen = heading_pen(level);
        if level == 2 {
            // A section ends where the next begins.
            self.open.truncate(1);
            self.open(Tag::Section);
        }
        self.gap(heading_gap(level));
        if level == 2 {
            self.ground(LEFT, self.y, WIDTH, 1.4, NAVY);
            self.y += 7.0;
        }
        if level > 1 {
            self.bookmark(level, text);
        }
        let number = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
        self.within(Tag::Hn(number, Some(text.to_owned())), |flow| flow.text(text, LEFT, WIDTH, pen));
        self.y += 2.0;
    }

    fn bookmark(&mut self, level: u8, text: &str) {
        let page = self.pages.len() - 1;
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page, y: self.y });
    }

    fn warning(&mut self, text: &str) {
        let pen = Pen { size: 9.5, bold: true, ink: BLACK };
        let height = wrap(text, pen, WIDTH - 22.0).len() as f32 * pen.size * LINE + 10.0;
        self.gap(7.0);
        if self.room() < height {
            self.turn_unless_empty();
        }
        self.ground(LEFT, self.y, WIDTH, height.min(self.room()), PALE);
        self.ground(LEFT, self.y, 4.0, height.min(self.room()), RUST);
        self.y += 5.0;
        self.within(Tag::P, |flow| flow.text(text, LEFT + 12.0, WIDTH - 22.0, pen));
        self.y += 5.0;
    }

    fn list(&mut self, pen: Pen, points: &[String]) {
        if points.is_empty() {
            return;
        }
        self.gap(3.0);
        self.open(Tag::L(ListNumbering::Disc));
        for point in points {
            self.gap(pen.size * 0.4);
            self.item(point, BULLET, INDENT, pen, pen);
        }
        self.close();
    }

    fn terms(&mut self, terms: &[(String, String)]) {
        let pen = Style::Body.pen();
        self.gap(4.0);
        self.open(Tag::L(ListNumbering::None));
        for (term, what) in terms {
            self.gap(2.0);
            self.item(what, term, TERMS, Pen { ink: QUIET, ..pen }, pen);
        }
        self.close();
    }

    /// A label, and beside it a text.
    fn item(&mut self, text: &str, label: &str, indent: f32, labelled: Pen, pen: Pen) {
        let labels = wrap(label, labelled, indent - 6.0);
        let step = pen.size * LINE;
        // Three lines or fewer are not parted, and the first of more stand beside their label.
        let lines = match wrap(text, pen, WIDTH - indent).len() {
            few @ ..=3 => few,
            _ => 2,
        };
        if self.room() < step * labels.len().max(lines) as f32 {
            self.turn_unless_empty();
        }
        let (page, top) = (self.pages.len(), self.y);
        self.within(Tag::LI, |flow| {
            flow.within(Tag::Lbl, |flow| {
                let draws = texts(&labels, LEFT, flow.y, labelled).collect();
                flow.mark(draws);
            });
            flow.within(Tag::LBody, |flow| flow.text(text, LEFT + indent, WIDTH - indent, pen));
        });
        if self.pages.len() == page {
            self.y = self.y.max(top + step * labels.len() as f32);
        }
    }

    fn figure(&mut self, drawing: &'a Drawing) {
        let (width, height) = drawing.size();
        let scale = figure_scale(drawing);
        self.gap(8.0);
        if self.room() < height * scale {
            self.turn_unless_empty();
        }
        self.bookmark(3, &drawing.title);
        let (x, y) = (LEFT + (WIDTH - width * scale) / 2.0, self.y);
        let around = Rect::from_xywh(x, y, width * scale, height * scale);
        let number = self.drawings.len();
        self.drawings.push(drawing);
        let alternative = format!("{}. {}", drawing.title, drawing.description);
        let page = self.pages.len() - 1;
        let tag = Tag::Figure(Some(alternative))
            .with_bbox(around.map(|rect| BBox::new(page, rect)))
            .with_placement(Some(Placement::Block));
        self.within(tag, |flow| flow.mark(vec![Draw::Drawing { x, y, scale, number }]));
        self.y += height * scale + 4.0;
    }
}

/// Lines below each other, the first with its top at `y`.
pub(super) fn texts(lines: &[String], x: f32, y: f32, pen: Pen) -> impl Iterator<Item = Draw> {
    let of = move |(n, text): (usize, &String)| {
        let feet = y + pen.size * (FEET + LINE * n as f32);
        Draw::Text { x, feet, pen, text: text.clone() }
    };
    lines.iter().enumerate().map(of)
}

/// The same, ending at `right`.
pub(super) fn texts_right(lines: &[String], right: f32, y: f32, pen: Pen) -> impl Iterator<Item = Draw> {
    texts(lines, 0.0, y, pen).map(move |draw| match draw {
        Draw::Text { feet, pen, text, .. } => {
            Draw::Text { x: right - width(text.trim_end_matches(' '), pen), feet, pen, text }
        }
        other @ Draw::Drawing { .. } => other,
    })
}

fn figure_scale(drawing: &Drawing) -> f32 {
    let (width, height) = drawing.size();
    (WIDTH / width).min(FIGURE / height)
}

fn heading_pen(level: u8) -> Pen {
    let size = match level {
        1 => 18.0,
        2 => 13.0,
        _ => 10.5,
    };
    Pen { size, bold: true, ink: BLACK }
}

fn heading_gap(level: u8) -> f32 {
    match level {
        1 => 2.0,
        2 => 20.0,
        _ => 12.0,
    }
}

impl Style {
    fn pen(self) -> Pen {
        let (size, ink) = match self {
            Style::Lead => (10.5, BLACK),
            Style::Body => (9.5, BLACK),
            Style::Quiet | Style::QuietAbove => (8.5, QUIET),
        };
        Pen { size, bold: false, ink }
    }

    fn above(self) -> f32 {
        match self {
            Style::Lead | Style::Body => 6.0,
            Style::Quiet | Style::QuietAbove => 3.0,
        }
    }
}

/// Whether a block stays with the one that follows.
fn stays(block: &Block) -> bool {
    match block {
        Block::Heading(..) | Block::Text(Style::QuietAbove, _) => true,
        Block::Text(..)
        | Block::Warning(_)
        | Block::List(..)
        | Block::Terms(_)
        | Block::Table(_)
        | Block::Figure(_)
        | Block::NewPage => false,
    }
}

/// The least height that a block begins with; the whole of one that stays with the next.
fn least(block: &Block) -> f32 {
    let lines = |text: &str, pen: Pen| wrap(text, pen, WIDTH).len() as f32 * pen.size * LINE;
    match block {
        Block::Heading(level, text) => lines(text, heading_pen(*level)) + heading_gap(*level) + 9.0,
        Block::Text(Style::QuietAbove, text) => lines(text, Style::QuietAbove.pen()) + 3.0,
        Block::Text(style, _) | Block::List(style, _) => 3.0 * style.pen().size * LINE,
        Block::Warning(_) | Block::Terms(_) => 40.0,
        Block::Table(grid) => grid::beginning(grid),
        Block::Figure(drawing) => drawing.size().1 * figure_scale(drawing) + 8.0,
        Block::NewPage => 0.0,
    }
}
