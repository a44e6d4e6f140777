//! `run --replications auto`: as many replications as the means of the headline outcomes take.

use std::sync::atomic::{AtomicBool, Ordering};

use super::console::Console;
use super::language::pick;
use super::progress::Progress;
use crate::diagnostic::{Language, Text};
use crate::record::{Series, SeriesKind};
use crate::stats::Interval;
use crate::study::Options;
use crate::study::briefing::Watched;
use crate::study::replication::Replication;

/// Replications between two looks.
const BATCH: u32 = 50;
/// Where it stops whatever the precision.
pub(super) const MOST: u32 = 2_000;
/// Whose means are watched: stocks on the last evening, flows over the last twelve months.
const WATCHED: [Series; 3] = [Series::ReceptionNeed, Series::OpenCases, Series::InflowTotal];
const CONFIDENCE: f64 = 0.95;

/// How many replications are asked for.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) enum Count {
    /// So many.
    Of(u64),
    /// As many as the precision takes.
    Auto,
}

/// Reads `200` or `auto`.
pub(super) fn count(text: &str) -> Result<Count, String> {
    match text {
        "auto" => Ok(Count::Auto),
        number => number.parse().map(Count::Of).map_err(|_| "a whole number, or auto".to_owned()),
    }
}

/// Reads `5%`, `5` or `0.05`: half the width of the interval of 95 % over the mean.
pub(super) fn precision(text: &str) -> Result<f64, String> {
    let digits = text.trim_end_matches('%').replace(',', ".");
    let wrong = || "a percentage from 0.1% to 50%, such as 5%".to_owned();
    let value: f64 = digits.trim().parse().map_err(|_| wrong())?;
    let share = if text.ends_with('%') || value >= 0.5 { value / 100.0 } else { value };
    if (0.001..=0.5).contains(&share) { Ok(share) } else { Err(wrong()) }
}

type Pairs = (Vec<(Replication, Watched)>, Vec<Vec<Replication>>);

/// Runs batch after batch until the means are as precise as asked. `run` runs one.
pub(super) fn run(
    console: &Console,
    options: &mut Options,
    precision: f64,
    stop: &AtomicBool,
    run: impl Fn(&Options, &Progress) -> Pairs,
) -> Pairs {
    let (mut ours, mut theirs): Pairs = (Vec::new(), Vec::new());
    let mut asked = BATCH;
    loop {
        let first = ours.len() as u32;
        let batch = Options { first, replications: asked - first, ..options.clone() };
        let progress = Progress::new(console, batch.replications);
        let (more, reference) = run(&batch, &progress);
        progress.end();
        ours.extend(more);
        if theirs.is_empty() {
            theirs = reference;
        } else {
            theirs.iter_mut().zip(reference).for_each(|(list, more)| list.extend(more));
        }
        options.replications = asked;
        let stopped = stop.load(Ordering::Relaxed) || (ours.len() as u32) < asked;
        let widest = widest(ours.iter().map(|(one, _)| one));
        if stopped || widest <= precision || asked >= MOST {
            return (ours, theirs);
        }
        // Half-widths shrink with the root of the number; a look too many costs less than a batch too many.
        let needed = f64::from(asked) * (widest / precision).powi(2);
        let next = (needed * 0.9).min(f64::from(4 * asked)) as u32 / BATCH * BATCH;
        asked = next.max(asked + BATCH).min(MOST);
    }
}

/// The largest half-width of a watched mean, as a share of it.
fn widest<'a>(ours: impl Iterator<Item = &'a Replication> + Clone) -> f64 {
    WATCHED
        .iter()
        .map(|series| half_width(ours.clone(), *series).unwrap_or(f64::INFINITY))
        .fold(0.0, f64::max)
}

/// Half the width of the interval of a mean, as a share of that mean.
fn half_width<'a>(ours: impl Iterator<Item = &'a Replication>, series: Series) -> Option<f64> {
    let values: Vec<f64> = ours
        .map(|one| {
            let mut months = one.months.iter().map(|row| row[series as usize]).rev();
            match series.kind() {
                SeriesKind::Flow => months.take(12).sum(),
                _ => months.next().unwrap_or(f64::NAN),
            }
        })
        .collect();
    let interval = Interval::of(&values, CONFIDENCE)?;
    Some(if interval.half_width == 0.0 { 0.0 } else { interval.half_width / interval.mean.abs() })
}

/// What came of it, for the terminal.
pub(super) fn told(ours: &[Replication], precision: f64) -> Text {
    let percent = |share: f64, language: Language| {
        let text = format!("{:.1} %", share * 100.0);
        pick(language, text.replace('.', ","), text)
    };
    let said = |language: Language| {
        let one = |series: &Series| {
            let share = half_width(ours.iter(), *series)?;
            Some(format!("{} {}", language.series(*series), percent(share, language)))
        };
        WATCHED.iter().filter_map(one).collect::<Vec<_>>().join(", ")
    };
    let count = ours.len();
    let (nl, en) = (percent(precision, Language::Nl), percent(precision, Language::En));
    let (nl, en) = match widest(ours.iter()) <= precision {
        true => (format!("{count} replicaties voor {nl}"), format!("{count} replications for {en}")),
        false => (
            format!("na {count} replicaties is {nl} niet gehaald"),
            format!("after {count} replications {en} is not reached"),
        ),
    };
    Text::new(
        format!("precisie: {nl}; het gemiddelde ligt met 95 % zekerheid binnen: {}", said(Language::Nl)),
        format!("precision: {en}; with 95 % confidence the mean lies within: {}", said(Language::En)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_precisions_are_read() {
        assert_eq!(count("auto"), Ok(Count::Auto));
        assert_eq!(count("200"), Ok(Count::Of(200)));
        assert!(count("many").is_err() && count("-1").is_err());
        for (text, share) in [("5%", 0.05), ("2,5%", 0.025), ("5", 0.05), ("0.05", 0.05)] {
            assert!((precision(text).unwrap() - share).abs() < 1e-12, "{text}");
        }
        assert!(precision("0%").is_err() && precision("99%").is_err() && precision("x").is_err());
    }
}
