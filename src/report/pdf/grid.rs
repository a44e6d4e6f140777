//! A table on pages: columns as wide as their cells ask, its head on every page, rows that stay whole.

use std::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::face::{Ink, Pen, longest_word, printable, width, wrap};
use super::flow::{BLACK, Draw, Flow, LEFT, LINE, RULE, WIDTH, texts, texts_right};

/// White between two columns [points].
const BETWEEN: f32 = 8.0;
/// White above and below the text of a row.
const PAD: f32 = 2.2;
/// A text asks for no more than this when widths are shared.
const LONGEST: f32 = 320.0;
/// A table that leaves room takes at most this much more for each column.
const SPREAD: f32 = 36.0;
/// The smallest letters.
const SMALLEST: f32 = 6.0;
const TOTAL: Ink = [0xf3, 0xf5, 0xf7];

/// A table.
pub(in crate::report) struct Grid {
    /// What it is, for who hears it.
    pub(in crate::report) title: String,
    /// Size of its letters [points].
    pub(in crate::report) size: f32,
    /// The headings, and whether a column stands right.
    pub(in crate::report) head: Vec<(String, bool)>,
    pub(in crate::report) bodies: Vec<Body>,
    /// The language of each column, where it is not that of the document.
    pub(in crate::report) languages: Vec<Option<&'static str>>,
}

/// Rows that belong together.
pub(in crate::report) struct Body {
    /// Their heading.
    pub(in crate::report) group: Option<String>,
    pub(in crate::report) rows: Vec<Line>,
}

/// A row: the first of its cells is its heading.
pub(in crate::report) struct Line {
    pub(in crate::report) cells: Vec<String>,
    /// Whether it is the total of others.
    pub(in crate::report) total: bool,
}

/// A column on the page.
#[derive(Copy, Clone)]
struct Column {
    left: f32,
    width: f32,
    right_aligned: bool,
}

/// A table whose widths are known.
struct Set<'a> {
    grid: &'a Grid,
    columns: Vec<Column>,
    pen: Pen,
}

/// Puts a table on the page and, where it does not fit, on the next.
pub(super) fn place(flow: &mut Flow<'_>, grid: &Grid) {
    let set = set(grid);
    flow.gap(5.0);
    flow.open(Tag::Table.with_summary(Some(grid.title.clone())));
    let head = set.head();
    if flow.room() < set.height(&head) * 2.0 {
        flow.turn();
    }
    flow.open(Tag::THead);
    let cells = set.parts(flow, head.len(), |_| Tag::TH(TableHeaderScope::Column).into());
    set.draw(flow, &head, set.bold(), Some(&cells));
    set.rule(flow, 0.9, BLACK);
    flow.close();
    for body in &grid.bodies {
        flow.open(Tag::TBody);
        if let Some(group) = &body.group {
            set.group(flow, group, body.rows.first());
        }
        for row in &body.rows {
            set.row(flow, row);
        }
        flow.close();
    }
    flow.close();
    flow.y += 6.0;
}

/// The height of the head and the first rows.
pub(super) fn beginning(grid: &Grid) -> f32 {
    let set = set(grid);
    let rows = grid.bodies.iter().flat_map(|body| &body.rows).take(2);
    let group = if grid.bodies.iter().any(|body| body.group.is_some()) { 20.0 } else { 0.0 };
    let height: f32 = rows.map(|row| set.height(&set.cells(row))).sum();
    (5.0 + group + set.height(&set.head()) + height).min(Flow::whole() / 2.0)
}

/// How wide the columns are: as their longest cells, or shared by what they ask beyond their longest words.
fn set(grid: &Grid) -> Set<'_> {
    let mut size = grid.size;
    loop {
        let pen = Pen { size, bold: false, ink: BLACK };
        let bold = Pen { bold: true, ..pen };
        let room = WIDTH - BETWEEN * grid.head.len().saturating_sub(1) as f32;
        let mut natural: Vec<f32> = Vec::new();
        let mut least: Vec<f32> = Vec::new();
        for (column, (heading, _)) in grid.head.iter().enumerate() {
            let rows = grid.bodies.iter().flat_map(|body| &body.rows);
            let cells =
                rows.filter_map(|row| Some((row.cells.get(column)?, if row.total { bold } else { pen })));
            let (mut all, mut word) = (longest_word(heading, bold), longest_word(heading, bold));
            for (cell, pen) in cells {
                all = all.max(width(&printable(cell), pen));
                word = word.max(longest_word(cell, pen));
            }
            natural.push(all.min(LONGEST).max(word.min(LONGEST)));
            least.push(word.min(room / 3.0));
        }
        let (asked, needed) = (natural.iter().sum::<f32>(), least.iter().sum::<f32>());
        if asked > room && needed > room && size - 0.5 >= SMALLEST {
            size -= 0.5;
            continue;
        }
        let share = |n: usize| {
            if asked <= room {
                natural[n] + ((room - asked) / grid.head.len() as f32).min(SPREAD)
            } else if needed <= room {
                let more = (asked - needed).max(f32::MIN_POSITIVE);
                least[n] + (room - needed) * ((natural[n] - least[n]).max(0.0) / more).min(1.0)
            } else {
                room * least[n] / needed
            }
        };
        let mut left = LEFT;
        let mut columns = Vec::new();
        for (n, (_, right_aligned)) in grid.head.iter().enumerate() {
            // A hair more, so that what was measured fits.
            columns.push(Column { left, width: share(n) + 0.01, right_aligned: *right_aligned });
            left += share(n) + BETWEEN;
        }
        return Set { grid, columns, pen };
    }
}

impl Set<'_> {
    fn bold(&self) -> Pen {
        Pen { bold: true, ..self.pen }
    }

    fn step(&self) -> f32 {
        self.pen.size * LINE
    }

    fn height(&self, cells: &[Vec<String>]) -> f32 {
        cells.iter().map(Vec::len).max().unwrap_or(1) as f32 * self.step() + 2.0 * PAD
    }

    fn head(&self) -> Vec<Vec<String>> {
        let columns = self.grid.head.iter().zip(&self.columns);
        columns.map(|((heading, _), column)| wrap(heading, self.bold(), column.width)).collect()
    }

    fn cells(&self, row: &Line) -> Vec<Vec<String>> {
        let pen = self.pen_of(row);
        row.cells.iter().zip(&self.columns).map(|(cell, column)| wrap(cell, pen, column.width)).collect()
    }

    fn pen_of(&self, row: &Line) -> Pen {
        if row.total { self.bold() } else { self.pen }
    }

    /// The parts of a row, one for each cell.
    fn parts(&self, flow: &mut Flow<'_>, count: usize, tag: impl Fn(usize) -> TagKind) -> Vec<usize> {
        flow.open(Tag::TR);
        let parts = (0..count).map(|column| {
            let language = self.grid.languages.get(column).copied().flatten();
            let part = flow.open(tag(column).with_lang(language.map(str::to_owned)));
            flow.close();
            part
        });
        let parts = parts.collect();
        flow.close();
        parts
    }

    /// Draws the lines of each cell from the present place on, as parts of the document or as a repetition.
    fn draw(&self, flow: &mut Flow<'_>, cells: &[Vec<String>], pen: Pen, parts: Option<&[usize]>) {
        let top = flow.y + PAD;
        let mut again = Vec::new();
        for (n, (lines, column)) in cells.iter().zip(&self.columns).enumerate() {
            let draws: Vec<Draw> = if column.right_aligned {
                texts_right(lines, column.left + column.width, top, pen).collect()
            } else {
                texts(lines, column.left, top, pen).collect()
            };
            match parts {
                Some(parts) if !draws.is_empty() => flow.mark_in(parts[n], draws),
                Some(_) => {}
                None => again.extend(draws),
            }
        }
        if parts.is_none() {
            flow.repeat(again);
        }
        flow.y += self.height(cells);
    }

    /// From the first column to the end of the last.
    fn across(&self) -> f32 {
        self.columns.last().map_or(WIDTH, |column| column.left + column.width - LEFT)
    }

    fn rule(&self, flow: &mut Flow<'_>, thick: f32, ink: Ink) {
        flow.ground(LEFT, flow.y - thick, self.across(), thick, ink);
    }

    /// A new page with the head again, which was read before.
    fn turn(&self, flow: &mut Flow<'_>) {
        flow.turn();
        let head = self.head();
        self.draw(flow, &head, self.bold(), None);
        self.rule(flow, 0.9, BLACK);
    }

    /// The heading of a group, with its first row.
    fn group(&self, flow: &mut Flow<'_>, group: &str, first: Option<&Line>) {
        let lines = wrap(group, self.bold(), WIDTH);
        let height = lines.len() as f32 * self.step() + 3.0 * PAD;
        let with = first.map_or(0.0, |row| self.height(&self.cells(row)));
        if flow.room() < height + with.min(Flow::whole() / 2.0) {
            self.turn(flow);
        }
        flow.open(Tag::TR);
        let all = NonZeroU32::new(self.columns.len() as u32);
        let part = flow.open(Tag::TH(TableHeaderScope::Column).with_col_span(all));
        flow.close();
        flow.close();
        let draws = texts(&lines, LEFT, flow.y + 2.0 * PAD, self.bold()).collect();
        flow.mark_in(part, draws);
        flow.y += height;
        self.rule(flow, 0.5, RULE);
    }

    /// A row: whole on a page, or, when no page holds it, line by line.
    fn row(&self, flow: &mut Flow<'_>, row: &Line) {
        let cells = self.cells(row);
        let pen = self.pen_of(row);
        let tag = |column| if column == 0 { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() };
        let parts = self.parts(flow, cells.len(), tag);
        let height = self.height(&cells);
        let head = self.height(&self.head());
        if flow.room() < height && head + height <= Flow::whole() {
            self.turn(flow);
        }
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let (mut from, mut turned) = (0, false);
        while from < lines {
            let fits = ((flow.room() - 2.0 * PAD) / self.step()).max(0.0) as usize;
            if fits == 0 && !turned {
                self.turn(flow);
                turned = true;
                continue;
            }
            let to = (from + fits.max(1)).min(lines);
            let some = |lines: &Vec<String>| lines[from.min(lines.len())..to.min(lines.len())].to_vec();
            let now: Vec<Vec<String>> = cells.iter().map(some).collect();
            if row.total {
                flow.ground(LEFT, flow.y, self.across(), self.height(&now), TOTAL);
            }
            self.draw(flow, &now, pen, Some(&parts));
            self.rule(flow, 0.5, RULE);
            (from, turned) = (to, false);
        }
    }
}
