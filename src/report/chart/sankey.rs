//! Flows between stages (Sankey): places in columns from left to right, and bands between them as thick as the persons who
//! move. Several periods stand beneath each other on one scale.

use super::canvas::{Align, Canvas, Pen, Point, TextBox, width, wrap_at_most};
use super::theme::{
    BAND_EDGE, BANDS, HEADING, Ink, LABEL, MARGIN, NAVY, NOTE, SAND, SAND_EDGE, SMALL, UNIT, WHITE, WIDTH,
};

/// Where people stand, come from or go to.
#[derive(Clone, Debug)]
pub(in crate::report) struct Node {
    pub(in crate::report) name: String,
    /// What stands beneath the name.
    pub(in crate::report) number: String,
    /// From left to right, 0 to 5.
    pub(in crate::report) column: usize,
    /// Where it wishes to stand in its column, 0 at the top to 1.
    pub(in crate::report) rank: f64,
}

/// Those who move from one node to another further right.
#[derive(Clone, Debug)]
pub(in crate::report) struct Link {
    pub(in crate::report) from: usize,
    pub(in crate::report) to: usize,
    pub(in crate::report) persons: f64,
    /// How the number is written on it.
    pub(in crate::report) text: String,
    /// Whether it leads out of the chain, or towards that: drawn in another tint.
    pub(in crate::report) leaves: bool,
}

/// A period.
#[derive(Clone, Debug)]
pub(in crate::report) struct Period {
    pub(in crate::report) heading: String,
    pub(in crate::report) unit: String,
    pub(in crate::report) nodes: Vec<Node>,
    pub(in crate::report) links: Vec<Link>,
}

/// Height of a period [chart units].
const HEIGHT: f64 = 340.0;
const COLUMNS: usize = 6;
/// Width of a node.
const BAR: f64 = 9.0;
/// Room right of the last column for its labels.
const LAST: f64 = 132.0;
/// Between what stands above each other.
const GAP: f64 = 9.0;
/// No band is thinner, or it would not be seen.
const THINNEST: f64 = 0.75;
/// A band that is thinner bears no number.
const WRITTEN: f64 = 11.0;
const LABEL_LINE: f64 = 13.5;
const NAME: Pen = Pen { size: 11.0, ..LABEL };
const NUMBER: Pen = Pen { size: 11.0, ..SMALL };
/// Points along the side of a band.
const CURVE: usize = 28;

/// Draws the periods beneath each other; returns where they end.
pub(super) fn paint(canvas: &mut Canvas<'_>, periods: &[Period], mut y: f64) -> f64 {
    let laid: Vec<Layout<'_>> = periods.iter().map(Layout::new).collect();
    let scale = laid.iter().map(Layout::largest_scale).fold(f64::INFINITY, f64::min);
    for one in &laid {
        canvas.text(&one.period.heading, (MARGIN, y), Align::Left, HEADING);
        let after = MARGIN + width(&one.period.heading, HEADING) + 8.0;
        canvas.text(&one.period.unit, (after, y), Align::Left, UNIT);
        y += HEADING.size + 10.0;
        one.paint(canvas, y, if scale.is_finite() { scale } else { 0.0 });
        y += HEIGHT + 16.0;
    }
    y
}

/// Something that takes room in a column: a node, or a link on its way past.
#[derive(Copy, Clone, Debug)]
enum Slot {
    Node(usize),
    Passing(usize),
}

/// The slots of each column from top to bottom.
struct Layout<'a> {
    period: &'a Period,
    columns: Vec<Vec<Slot>>,
}

impl<'a> Layout<'a> {
    fn new(period: &'a Period) -> Layout<'a> {
        let mut columns: Vec<Vec<(f64, Slot)>> = vec![Vec::new(); COLUMNS];
        for (n, node) in period.nodes.iter().enumerate() {
            if persons(period, n) > 0.0 {
                columns[node.column].push((node.rank, Slot::Node(n)));
            }
        }
        for (n, link) in period.links.iter().enumerate() {
            let (from, to) = (&period.nodes[link.from], &period.nodes[link.to]);
            let between = columns.iter_mut().enumerate().take(to.column).skip(from.column + 1);
            for (column, slots) in between {
                let way = (column - from.column) as f64 / (to.column - from.column) as f64;
                slots.push((from.rank + way * (to.rank - from.rank), Slot::Passing(n)));
            }
        }
        let sorted = columns.into_iter().map(|mut column| {
            column.sort_by(|a, b| a.0.total_cmp(&b.0));
            column.into_iter().map(|(_, slot)| slot).collect()
        });
        Layout { period, columns: sorted.collect() }
    }

    /// The name of a node and the number beneath it, in lines.
    fn label(&self, node: usize) -> Vec<(String, Pen)> {
        let node = &self.period.nodes[node];
        let last = node.column + 1 == COLUMNS;
        let room = if last { LAST - BAR - 6.0 } else { step() - 10.0 };
        let lines = |text: &str, pen: Pen| {
            wrap_at_most(text, pen, room, 2).into_iter().map(move |line| (line, pen)).collect::<Vec<_>>()
        };
        [lines(&node.name, NAME), lines(&node.number, NUMBER)].concat()
    }

    /// The room that the labels of a column and the gaps between its slots take.
    fn overhead(&self, column: &[Slot]) -> f64 {
        let label = |slot: &Slot| match slot {
            Slot::Node(node) => LABEL_LINE * self.label(*node).len() as f64,
            Slot::Passing(_) => 0.0,
        };
        column.iter().map(label).sum::<f64>() + GAP * column.len().saturating_sub(1) as f64
    }

    fn size(&self, slot: Slot) -> f64 {
        match slot {
            Slot::Node(node) => persons(self.period, node),
            Slot::Passing(link) => self.period.links[link].persons,
        }
    }

    /// The most chart units a person that let every column fit.
    fn largest_scale(&self) -> f64 {
        let of = |column: &Vec<Slot>| {
            let sum: f64 = column.iter().map(|slot| self.size(*slot)).sum();
            if sum > 0.0 { (HEIGHT - self.overhead(column)).max(20.0) / sum } else { f64::INFINITY }
        };
        self.columns.iter().map(of).fold(f64::INFINITY, f64::min)
    }

    fn paint(&self, canvas: &mut Canvas<'_>, top: f64, scale: f64) {
        let (mut nodes, mut passing) = (vec![(0.0, 0.0); self.period.nodes.len()], Vec::new());
        for (column, slots) in self.columns.iter().enumerate() {
            let used: f64 =
                self.overhead(slots) + slots.iter().map(|slot| self.size(*slot) * scale).sum::<f64>();
            let mut y = top + (HEIGHT - used).max(0.0) / 2.0;
            for slot in slots {
                let size = self.size(*slot) * scale;
                match slot {
                    Slot::Node(node) => {
                        y += LABEL_LINE * self.label(*node).len() as f64;
                        nodes[*node] = (x(column), y);
                    }
                    Slot::Passing(link) => passing.push((*link, column, y)),
                }
                y += size + GAP;
            }
        }
        let ways = self.ways(&nodes, &passing, scale);
        for (link, way) in ways.iter().enumerate() {
            self.band(canvas, way, self.period.links[link].persons * scale, self.period.links[link].leaves);
        }
        let mut taken: Vec<TextBox> = Vec::new();
        for (n, (x, y)) in nodes.iter().enumerate().filter(|(n, _)| persons(self.period, *n) > 0.0) {
            let height = (persons(self.period, n) * scale).max(2.0);
            canvas.rectangle((*x, *y), (*x + BAR, *y + height), NAVY);
            self.write(canvas, n, (*x, *y), height, &mut taken);
        }
        for (link, way) in ways.iter().enumerate() {
            let thick = self.period.links[link].persons * scale;
            if thick >= WRITTEN {
                self.number(canvas, link, way, thick, &mut taken);
            }
        }
    }

    /// The upper left corners that each link passes, from its node to the other.
    fn ways(&self, nodes: &[Point], passing: &[(usize, usize, f64)], scale: f64) -> Vec<Vec<Point>> {
        let links = &self.period.links;
        let mut ways: Vec<Vec<Point>> = (0..links.len())
            .map(|link| {
                let mut way = vec![(0.0, 0.0)];
                for (_, column, y) in passing.iter().filter(|one| one.0 == link) {
                    way.extend([(x(*column), *y), (x(*column) + BAR, *y)]);
                }
                way.push((0.0, 0.0));
                way
            })
            .collect();
        // At each node the bands lie in the order in which they go on, so that as few as possible cross.
        for (node, (x, top)) in nodes.iter().enumerate() {
            for out in [true, false] {
                let of = |link: &usize| if out { links[*link].from } else { links[*link].to } == node;
                let mut there: Vec<usize> = (0..links.len()).filter(of).collect();
                let next = |link: &usize| {
                    let way = &ways[*link];
                    match (way.len(), out) {
                        (2, true) => nodes[links[*link].to].1,
                        (2, false) => nodes[links[*link].from].1,
                        (_, true) => way[1].1,
                        (count, false) => way[count - 2].1,
                    }
                };
                there.sort_by(|a, b| next(a).total_cmp(&next(b)).then(a.cmp(b)));
                let mut y = *top;
                for link in there {
                    let end = if out { 0 } else { ways[link].len() - 1 };
                    ways[link][end] = (if out { x + BAR } else { *x }, y);
                    y += links[link].persons * scale;
                }
            }
        }
        ways
    }

    fn band(&self, canvas: &mut Canvas<'_>, way: &[Point], thick: f64, leaves: bool) {
        let upper: Vec<Point> = way.windows(2).flat_map(|pair| curve(pair[0], pair[1])).collect();
        let thick = thick.max(THINNEST);
        let lower: Vec<Point> = upper.iter().map(|(x, y)| (*x, y + thick)).collect();
        let (fill, edge): (Ink, Ink) = if leaves { (SAND, SAND_EDGE) } else { (BANDS[1], BAND_EDGE) };
        canvas.area(
            &upper.iter().copied().chain(lower.iter().rev().copied()).collect::<Vec<_>>(),
            fill,
            0.85,
        );
        canvas.path(&upper, edge, 0.5);
        canvas.path(&lower, edge, 0.5);
    }

    /// Writes the name and the number of a node above it, or beside it in the last column.
    fn write(&self, canvas: &mut Canvas<'_>, n: usize, (x, y): Point, height: f64, taken: &mut Vec<TextBox>) {
        let lines = self.label(n);
        let above = y - LABEL_LINE * lines.len() as f64;
        let beside = self.period.nodes[n].column + 1 == COLUMNS;
        let (left, mut line_y) = match beside {
            true => (x + BAR + 6.0, y + (height - LABEL_LINE * lines.len() as f64) / 2.0),
            false => (x, above),
        };
        for (line, pen) in &lines {
            let (text, right, bottom) = (line.clone(), left + width(line, *pen), line_y + pen.size);
            if !beside {
                // A name stays legible where a band curves past.
                let (low, high) = ((left - 1.5, line_y - 1.0), (right + 1.5, bottom + 1.5));
                canvas.area(&[low, (high.0, low.1), high, (low.0, high.1)], WHITE, 0.8);
            }
            canvas.text(line, (left, line_y), Align::Left, *pen);
            taken.push(TextBox { text, left, top: line_y, right, bottom });
            line_y += LABEL_LINE;
        }
    }

    /// Writes the number of a link where it begins, in its middle or where it ends, if there is room.
    fn number(
        &self,
        canvas: &mut Canvas<'_>,
        link: usize,
        way: &[Point],
        thick: f64,
        taken: &mut Vec<TextBox>,
    ) {
        let text = &self.period.links[link].text;
        let long = width(text, NOTE_ON);
        let (first, last) = (way[0], way[way.len() - 1]);
        for (left, y) in [(first.0 + 4.0, first.1), (last.0 - 4.0 - long, last.1)] {
            let top = y + (thick - NOTE_ON.size) / 2.0;
            let place =
                TextBox { text: text.clone(), left, top, right: left + long, bottom: top + NOTE_ON.size };
            let free = taken.iter().all(|one| {
                place.right + 2.0 <= one.left
                    || one.right + 2.0 <= place.left
                    || place.bottom + 1.0 <= one.top
                    || one.bottom + 1.0 <= place.top
            });
            if free {
                canvas.text(text, (left, top), Align::Left, NOTE_ON);
                taken.push(place);
                return;
            }
        }
    }
}

/// A number on a band.
const NOTE_ON: Pen = Pen { ink: super::theme::TEXT, ..NOTE };

/// From one column to the next.
fn step() -> f64 {
    (WIDTH - 2.0 * MARGIN - LAST) / (COLUMNS - 1) as f64
}

fn x(column: usize) -> f64 {
    MARGIN + step() * column as f64
}

/// Those who come to a node or go from it, whichever are more.
fn persons(period: &Period, node: usize) -> f64 {
    let sum = |of: &dyn Fn(&Link) -> bool| {
        period.links.iter().filter(|link| of(link)).map(|link| link.persons).sum::<f64>()
    };
    sum(&|link| link.to == node).max(sum(&|link| link.from == node))
}

/// A way between two points that begins and ends level.
fn curve(from: Point, to: Point) -> Vec<Point> {
    let at = |n: usize| {
        let t = n as f64 / CURVE as f64;
        let eased = t * t * (3.0 - 2.0 * t);
        (from.0 + t * (to.0 - from.0), from.1 + eased * (to.1 - from.1))
    };
    if (to.1 - from.1).abs() < 1e-9 { vec![from, to] } else { (0..=CURVE).map(at).collect() }
}
