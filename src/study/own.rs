//! What a user brings along: stocks of their own, which the results keep to themselves unless asked, and observations.

use super::outcome::{Outcome, Published};
use crate::diagnostic::Text;
use crate::policy::levers;
use crate::record::SeriesKind;
use crate::scenario::{Figure, Observed, Own};

/// A user's own stocks in an outcome.
#[derive(Clone, Debug)]
pub struct OwnStocks {
    /// What was read and filled in; without its numbers where these are withheld.
    pub own: Own,
    /// Whether the numbers may stand in the results.
    pub included: bool,
}

/// A table of observations in an outcome.
#[derive(Clone, Debug)]
pub struct OwnPoints {
    /// Name of the table.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many points it has within the run.
    pub points: usize,
}

/// What stands in the place of a number that is withheld.
const WITHHELD: &str = "…";

/// Notes that a run began with a user's own stocks. Their numbers leave the outcome unless they are `included`: levers and
/// uncertainties keep their names and sources, and the first evening goes. What was computed from them stays.
pub fn note_stocks(outcome: &mut Outcome, own: &Own, included: bool) {
    let mut own = own.clone();
    if !included {
        let names: Vec<&str> = own.rows.iter().map(|row| levers::declaration(*row).name).collect();
        for value in outcome.provenance.iter_mut().filter(|v| names.contains(&v.name.as_str())) {
            value.value = WITHHELD.to_string();
            value.range = String::new();
        }
        let of = |lever: &str| names.contains(&lever.split('.').next().unwrap_or(lever));
        let theirs = outcome.reference.iter_mut().flat_map(|reference| &mut reference.levers);
        for path in outcome.levers.iter_mut().chain(theirs).filter(|p| of(&p.lever)) {
            if let Some(first) = path.steps.first_mut() {
                first.text = WITHHELD.to_string();
                first.value = None;
            }
        }
        for figure in own.told.iter_mut().chain(&mut own.filled) {
            withhold(figure);
        }
        own.balances.clear();
        // The first evening is what was told, but for a day.
        outcome.week.first.clear();
    }
    outcome.own = Some(OwnStocks { own, included });
}

/// Takes the numbers out: the value, and the factor by which something was scaled.
fn withhold(figure: &mut Figure) {
    figure.value.clear();
    for text in [&mut figure.how.nl, &mut figure.how.en] {
        if let Some(at) = text.find('×') {
            text.truncate(at);
            text.push_str("× …");
        }
    }
}

/// Adds observed points to those drawn over the bands.
pub fn note_points(outcome: &mut Outcome, observed: &Observed) {
    let months = |kind| u8::from(matches!(kind, SeriesKind::Flow));
    let points = observed.points.iter().map(|point| Published {
        series: point.series,
        date: match point.series.kind() {
            SeriesKind::Flow => crate::time::Month::of(point.date).last(),
            SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => point.date,
        },
        months: months(point.series.kind()),
        value: point.value,
        source: {
            let source = if point.source.is_empty() { &observed.name } else { &point.source };
            Text::new(source, source)
        },
    });
    outcome.published.extend(points);
    outcome.published.sort_by_key(|p| (p.series, p.date, p.months));
    let (name, sha256) = (observed.name.clone(), observed.sha256.clone());
    outcome.observed = Some(OwnPoints { name, sha256, points: observed.points.len() });
}
