//! How long a run lasts.

use super::codes;
use super::document::Horizon;
use super::layers::Layers;
use super::problems::{Problems, both, none};
use crate::time::{Day, Days};

/// A run lasts at most so long [years].
const LONGEST: i32 = 50;

/// The last day. A scenario that is begun on another day than it says keeps the length of its horizon.
pub(super) fn end(problems: &mut Problems, layers: &Layers, start: Day, dated: Option<Day>) -> Option<Day> {
    let (horizon, spot) = layers.list.iter().rev().find_map(|a| a.document.horizon)?;
    let end = match horizon {
        Horizon::For(period) => period.after(start).map(|day| day - Days(1)),
        Horizon::Until(day) => Some(dated.map_or(day, |dated| day + (start - dated))),
    };
    let longest = start.plus_months(12 * LONGEST);
    let (title, help) = match end {
        Some(end) if end >= start && end < longest => return Some(end),
        Some(end) if end < start => (
            both(
                format!("de looptijd is nul of negatief: de simulatie begint op {start}"),
                format!("the horizon is zero or negative: the run begins on {start}"),
            ),
            both("schrijf \"5 jaar\" of een latere einddatum", "write \"5 years\" or a later end date"),
        ),
        Some(_) | None => (
            both(
                format!("de looptijd is langer dan {LONGEST} jaar"),
                format!("the horizon is longer than {LONGEST} years"),
            ),
            both("schrijf bijvoorbeeld \"5 jaar\"", "write for example \"5 years\""),
        ),
    };
    problems.error(codes::HORIZON, spot, title, none(), help);
    None
}
