//! The levers under a chart, on its time axis: what changes, when, to what, and in how many replications.

use super::axis::TimeAxis;
use super::canvas::{Align, Canvas, shorten, width, wrap_at_most};
use super::changed::{Changed, Which, changed_near, value};
use super::theme::{ABOUT, HEADING, LEVER, MARGIN, NOT_LAW, NOTE, QUIET, SMALL, TEXT, WHITE, WIDTH};
use crate::record::Series;
use crate::report::summary::{View, capital};
use crate::report::texts::fill;
use crate::study::outcome::{LeverPath, LeverStep};
use crate::time::Day;

/// Rows that a chart shows at most; the others are in `levers.csv`.
const ROWS: usize = 8;
/// The same for a scenario beside the first.
const OWN_ROWS: usize = 4;
/// Hairlines that a plot bears.
const HAIRLINES: usize = 10;
const BAR: f64 = 17.0;
/// Room left of the bars from which names stand there.
const BESIDE: f64 = 150.0;
const PAD: f64 = 5.0;
/// Shares above this are all replications: they are written with a tenth of a per cent at most.
const ALL: f64 = 0.9995;

/// A value of a lever over a period; several values where triggers make replications differ.
struct Segment<'a> {
    from: Day,
    /// The first day on which it holds no more.
    until: Day,
    steps: Vec<&'a LeverStep>,
    /// What holds under the reference instead, where that is said.
    was: Option<&'a LeverStep>,
    /// Whether another value has taken its place by the data date.
    over: bool,
}

impl Segment<'_> {
    /// The legal status of its values: the first that is not law, where there is one.
    fn status(&self) -> &str {
        let not_law = self.steps.iter().find(|step| !is_law(&step.status));
        not_law.or(self.steps.first()).map_or("", |step| &step.status)
    }

    /// Whether its values are law, or were until they lapsed and have given way to others by the data date.
    fn in_force(&self) -> bool {
        is_law(self.status()) || (self.status() == "lapsed" && self.over)
    }
}

fn is_law(status: &str) -> bool {
    matches!(status, "" | "in_force" | "factual")
}

/// The levers of one scenario, drawn beneath a chart.
#[derive(Copy, Clone, Debug)]
pub(super) struct Strip<'a> {
    pub(super) view: View<'a>,
    /// Whose levers they are, where a chart has those of several scenarios.
    pub(super) title: Option<&'a str>,
    pub(super) which: Which,
}

impl<'a> Strip<'a> {
    /// All that change in a scenario that has a chart of its own.
    pub(super) fn all(view: &View<'a>) -> Strip<'a> {
        Strip { view: *view, title: None, which: Which::All }
    }

    /// What a scenario sets otherwise than the reference, under its title.
    pub(super) fn own(view: &View<'a>, title: &'a str) -> Strip<'a> {
        Strip { view: *view, title: Some(title), which: Which::Own }
    }

    fn rows(&self) -> usize {
        match self.which {
            Which::All => ROWS,
            Which::Own => OWN_ROWS,
        }
    }
}

/// The days on which a lever of the strips changes; none where they would be a fence.
pub(super) fn dates_of_change(strips: &[Strip<'_>], near: &[Series]) -> Vec<Day> {
    let Some(view) = strips.first().map(|strip| strip.view) else { return Vec::new() };
    let mut days: Vec<Day> = Vec::new();
    for strip in strips {
        let shown = changed_near(&strip.view, near, strip.which).into_iter().take(strip.rows());
        days.extend(shown.flat_map(|one| one.path.steps.iter().skip(1).map(|step| step.date)));
    }
    days.sort_unstable();
    days.dedup();
    days.retain(|day| *day > view.outcome.period.0 && *day <= view.outcome.period.1);
    if days.len() > HAIRLINES {
        days.clear();
    }
    days
}

/// Draws the strip beneath a chart of these series; returns its height.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    strip: &Strip<'_>,
    near: &[Series],
    top: f64,
    time: &TimeAxis,
) -> f64 {
    let view = &strip.view;
    let texts = view.texts();
    let all = changed_near(view, near, strip.which);
    let mut y = top;
    match strip.title {
        Some(title) => {
            y += canvas.lines(&wrap_at_most(title, HEADING, WIDTH - 2.0 * MARGIN, 2), (MARGIN, y), HEADING)
                + 3.0
        }
        None => {
            let heading = match strip.which {
                Which::All => texts.levers_heading,
                Which::Own => texts.levers_own,
            };
            canvas.text(heading, (MARGIN, y), Align::Left, HEADING);
            y += HEADING.size + 7.0;
        }
    }
    if all.is_empty() {
        let none = match strip.which {
            Which::All => texts.levers_none,
            Which::Own => texts.levers_same,
        };
        canvas.text(none, (MARGIN, y), Align::Left, ABOUT);
        return y + ABOUT.size - top;
    }
    let most = strip.rows();
    let rows: Vec<(&Changed<'_>, Vec<Segment<'_>>)> =
        all.iter().take(most).map(|one| (one, segments(view, one))).collect();
    let dashed = rows.iter().any(|(_, row)| row.iter().any(|segment| !segment.in_force()));
    let date = view.language.date(view.outcome.data_date);
    let legend = if dashed { texts.levers_dashed } else { texts.levers_grey };
    canvas.text(&capital(&fill(legend, &[("date", &date)])), (MARGIN, y), Align::Left, NOTE);
    y += NOTE.size + 7.0;
    // Beside the bars where the published past leaves room, else above them.
    let beside = Some(time.x(view.outcome.period.0) - MARGIN - 12.0).filter(|room| *room >= BESIDE);
    for (one, row) in &rows {
        let (above, below) = label(canvas, &one.name(view), y, beside);
        y += above;
        draw_row(canvas, view, one.path, row, y, time);
        y += BAR;
        let rest = spelled_out(view, one.path, row, time);
        let written = if rest.is_empty() { 0.0 } else { 3.0 + crowded(canvas, view, &rest, y + 3.0, time) };
        y += written.max(below) + 9.0;
    }
    if all.len() > most {
        let more = (all.len() - most).to_string();
        y += 4.0;
        canvas.text(&fill(texts.levers_more, &[("n", &more)]), (MARGIN, y), Align::Left, ABOUT);
        y += ABOUT.size + 4.0;
    }
    y - top
}

/// Names a row; returns what it takes above the bar and beneath it.
fn label(canvas: &mut Canvas<'_>, name: &str, y: f64, beside: Option<f64>) -> (f64, f64) {
    let Some(room) = beside else {
        canvas.text(&shorten(name, SMALL, WIDTH - 2.0 * MARGIN), (MARGIN, y), Align::Left, SMALL);
        return (SMALL.size + 4.0, 0.0);
    };
    let lines = wrap_at_most(name, SMALL, room, 3);
    let step = SMALL.size * 1.25;
    let above = (step * lines.len() as f64 - BAR).max(0.0) / 2.0;
    let mut line_y = y + above + (BAR - step * lines.len() as f64) / 2.0 + 1.5;
    for line in &lines {
        canvas.text(line, (MARGIN, line_y), Align::Left, SMALL);
        line_y += step;
    }
    (above + 2.0, (above - 6.0).max(0.0))
}

/// Writes the values for which a row has no room beneath it; returns the height.
fn crowded(canvas: &mut Canvas<'_>, view: &View<'_>, values: &str, y: f64, time: &TimeAxis) -> f64 {
    let left = time.x(view.outcome.period.0);
    let lines = wrap_at_most(values, NOTE, WIDTH - MARGIN - left, 2);
    canvas.lines(&lines, (left, y), NOTE)
}

fn segments<'a>(view: &View<'_>, one: &Changed<'a>) -> Vec<Segment<'a>> {
    let (start, end) = view.outcome.period;
    let mut all: Vec<Segment<'a>> = Vec::new();
    for step in one.path.steps.iter().filter(|step| step.date <= end) {
        let from = step.date.max(start);
        match all.last_mut().filter(|last| last.from == from) {
            Some(last) => last.steps.push(step),
            None => {
                if let Some(last) = all.last_mut() {
                    last.until = from;
                    last.over = from <= view.outcome.data_date;
                }
                let was = one.was.filter(|_| all.is_empty());
                all.push(Segment { from, until: end.next(), steps: vec![step], was, over: false });
            }
        }
    }
    all
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    view: &View<'_>,
    path: &LeverPath,
    row: &[Segment<'_>],
    y: f64,
    time: &TimeAxis,
) {
    if row.len() > HAIRLINES {
        draw_shares(canvas, row, y, time);
        return;
    }
    for (n, segment) in row.iter().enumerate() {
        let (left, right) = (time.x(segment.from), time.x(segment.until) - 1.0);
        let mut floor = y + BAR;
        for (rank, step) in segment.steps.iter().enumerate() {
            let ceiling = floor - BAR * step.share.clamp(0.0, 1.0);
            let fill = if segment.in_force() && rank == 0 { LEVER } else { WHITE };
            canvas.rectangle((left, ceiling), (right, floor), fill);
            canvas.path(&[(left, ceiling), (right, ceiling)], QUIET, 0.5);
            floor = ceiling;
        }
        let frame = [(left, y), (right, y), (right, y + BAR), (left, y + BAR), (left, y)];
        if segment.in_force() {
            canvas.path(&frame, QUIET, 0.75);
        } else {
            canvas.dashed(&frame, NOT_LAW, 1.25, (4.0, 2.5));
        }
        if n > 0 {
            // The marker of the change.
            canvas.path(&[(left, y - 3.0), (left, y + BAR)], TEXT, 2.0);
        }
        if let Some((text, x)) = wording(view, path, row, n, time) {
            canvas.text(&text, (x, y + (BAR - SMALL.size) / 2.0 + 0.5), Align::Left, SMALL);
        }
    }
}

/// A row whose replications differ ever anew: the share of them in which the first value does not hold, as an area in one frame,
/// since frames and markers of so many changes would hide it.
fn draw_shares(canvas: &mut Canvas<'_>, row: &[Segment<'_>], y: f64, time: &TimeAxis) {
    let (Some(begin), Some(end)) = (row.first(), row.last()) else { return };
    let usual = commonest(begin).map(|step| step.text.as_str());
    for segment in row {
        let other = segment.steps.iter().filter(|step| Some(step.text.as_str()) != usual);
        let share: f64 = other.map(|step| step.share).sum();
        let ink = if segment.in_force() { QUIET } else { NOT_LAW };
        let (left, right) = (time.x(segment.from), time.x(segment.until));
        if share > 0.0 {
            canvas.rectangle((left, y + BAR * (1.0 - share.min(1.0))), (right, y + BAR), ink);
        }
    }
    let (left, right) = (time.x(begin.from), time.x(end.until) - 1.0);
    let frame = [(left, y), (right, y), (right, y + BAR), (left, y + BAR), (left, y)];
    if row.iter().all(Segment::in_force) {
        canvas.path(&frame, QUIET, 0.75);
    } else {
        canvas.dashed(&frame, NOT_LAW, 1.25, (4.0, 2.5));
    }
}

/// The longest wording of a segment that fits into it, and where it stands; that of the last may stand after it.
fn wording(
    view: &View<'_>,
    path: &LeverPath,
    row: &[Segment<'_>],
    n: usize,
    time: &TimeAxis,
) -> Option<(String, f64)> {
    if row.len() > HAIRLINES {
        return None;
    }
    let (left, right) = (time.x(row[n].from) + PAD, time.x(row[n].until) - 1.0);
    wordings(view, path, &row[n], n > 0).into_iter().find_map(|text| {
        let long = width(&text, SMALL);
        let after = n + 1 == row.len() && right + PAD + long <= WIDTH - MARGIN;
        if left + long <= right - PAD { Some((text, left)) } else { after.then_some((text, right + PAD)) }
    })
}

/// The values with their dates that have no room in their row.
fn spelled_out(view: &View<'_>, path: &LeverPath, row: &[Segment<'_>], time: &TimeAxis) -> String {
    if row.len() > HAIRLINES {
        return shares_over_time(view, path, row);
    }
    let values: Vec<String> = row
        .iter()
        .enumerate()
        .filter(|(n, _)| wording(view, path, row, *n, time).is_none())
        .filter_map(|(n, segment)| {
            let value = short_value(view, path, segment)?;
            let date = fill(view.texts().from_day, &[("date", &view.language.short_date(segment.from))]);
            Some(if n == 0 { value } else { format!("{value} {date}") })
        })
        .collect();
    values.join("; ")
}

/// For a row whose replications differ ever anew: how far each value that did not hold at first comes.
fn shares_over_time(view: &View<'_>, path: &LeverPath, row: &[Segment<'_>]) -> String {
    let first = row.first().and_then(commonest).map(|step| step.text.as_str());
    let mut told: Vec<(&LeverStep, f64)> = Vec::new();
    for step in row.iter().flat_map(|segment| &segment.steps).filter(|step| Some(step.text.as_str()) != first)
    {
        match told.iter_mut().find(|(known, _)| known.text == step.text) {
            Some((_, most)) => *most = most.max(step.share),
            None => told.push((step, step.share)),
        }
    }
    let last = |text: &str| {
        let steps = row.last().map_or(&[][..], |segment| &segment.steps);
        steps.iter().find(|step| step.text == text).map_or(0.0, |step| step.share)
    };
    let say = |(step, most): (&LeverStep, f64)| {
        let shares = [view.language.percent(most), view.language.percent(last(&step.text))];
        let value = value(view, path, step);
        fill(view.texts().share_over_time, &[("value", &value), ("most", &shares[0]), ("last", &shares[1])])
    };
    told.into_iter().map(say).collect::<Vec<_>>().join("; ")
}

/// The value that holds in most replications, with that share if it is not all.
fn short_value(view: &View<'_>, path: &LeverPath, segment: &Segment<'_>) -> Option<String> {
    let most = commonest(segment)?;
    let value = value(view, path, most);
    Some(if most.share < ALL { format!("{value} ({})", view.language.percent(most.share)) } else { value })
}

fn commonest<'a>(segment: &Segment<'a>) -> Option<&'a LeverStep> {
    segment.steps.iter().copied().max_by(|a, b| a.share.total_cmp(&b.share))
}

/// What a segment may say, from all there is to say to the value alone.
fn wordings(view: &View<'_>, path: &LeverPath, segment: &Segment<'_>, dated: bool) -> Vec<String> {
    let (Some(most), Some(short)) = (commonest(segment), short_value(view, path, segment)) else {
        return Vec::new();
    };
    let mut long = value(view, path, most);
    if most.share < ALL {
        let share = view.language.percent(most.share);
        long = format!("{long} {}", fill(view.texts().in_replications, &[("share", &share)]));
    }
    let date = fill(view.texts().from_day, &[("date", &view.language.short_date(segment.from))]);
    let status = view.language.standing(segment.status());
    let mut wordings = Vec::new();
    if let Some(was) = segment.was {
        let was = fill(view.texts().was_reference, &[("value", &value(view, path, was))]);
        if !segment.in_force() {
            wordings.push(format!("{long} ({was}) · {status}"));
        }
        wordings.extend([format!("{long} ({was})"), format!("{short} ({was})")]);
    }
    for value in [&long, &short] {
        let dated_value = if dated { format!("{value} {date}") } else { value.clone() };
        if !segment.in_force() {
            wordings.push(format!("{dated_value} · {status}"));
        }
        wordings.push(dated_value);
    }
    wordings.extend([long, short]);
    wordings
}
