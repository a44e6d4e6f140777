//! Runs that are too large to begin.

use super::exit::Stop;
use crate::diagnostic::Text;
use crate::record::Series;

/// More replications say nothing new: a quantile is then known to a thousandth of its spread.
const MOST_REPLICATIONS: u64 = 1_000_000;
const MOST_THREADS: u64 = 1_024;
/// Beyond this, kinds of place and nationalities are empty.
const MOST_THINNED: u64 = 100;
/// What `--quick` runs.
const QUICK_ONE_IN: u64 = 10;
/// What the results of all replications may take in memory [bytes].
const MOST_MEMORY: u64 = 4 << 30;

/// The number of replications, if it can be run.
pub(super) fn replications(number: u64) -> Result<u32, Stop> {
    if (1..=MOST_REPLICATIONS).contains(&number) {
        return Ok(u32::try_from(number).expect("a million fits"));
    }
    Err(Stop::BadInput(Text::new(
        format!("--replications {number}: moet tussen 1 en 1.000.000 liggen; 200 is de gewone keus"),
        format!("--replications {number}: must lie between 1 and 1,000,000; 200 is the usual choice"),
    )))
}

/// How far a chain is thinned, if anybody is left in it: as asked, and otherwise not, or as `--quick` does.
pub(super) fn thin(number: Option<u64>, quick: bool) -> Result<u32, Stop> {
    match number.unwrap_or(if quick { QUICK_ONE_IN } else { 1 }) {
        number if (1..=MOST_THINNED).contains(&number) => Ok(u32::try_from(number).expect("a hundred fits")),
        number => Err(Stop::BadInput(Text::new(
            format!("--thin {number}: moet tussen 1 en {MOST_THINNED} liggen; 10 is de gewone keus"),
            format!("--thin {number}: must lie between 1 and {MOST_THINNED}; 10 is the usual choice"),
        ))),
    }
}

/// The number of threads, if a computer can have it.
pub(super) fn threads(number: u64) -> Result<usize, Stop> {
    if (1..=MOST_THREADS).contains(&number) {
        return Ok(usize::try_from(number).expect("a thousand fits"));
    }
    Err(Stop::BadInput(Text::new(
        format!("--threads {number}: moet tussen 1 en 1024 liggen; laat het weg om alle kernen te gebruiken"),
        format!("--threads {number}: must lie between 1 and 1024; leave it out to use all cores"),
    )))
}

/// Refuses a run whose results would not fit in memory: `rows` dates for each of the replications, of `runs` scenarios.
pub(super) fn memory(replications: u32, rows: usize, runs: u64) -> Result<(), Stop> {
    let one = (rows * Series::ALL.len() * size_of::<f64>()) as u64 * runs;
    let needed = one * u64::from(replications);
    if needed <= MOST_MEMORY {
        return Ok(());
    }
    let (gigabytes, fit) = (needed >> 30, MOST_MEMORY / one.max(1));
    Err(Stop::BadInput(Text::new(
        format!(
            "{replications} replicaties van {rows} datums vragen {gigabytes} GB geheugen; neem er hooguit {fit}, laat \
             --daily weg of kort de looptijd in"
        ),
        format!(
            "{replications} replications of {rows} dates take {gigabytes} GB of memory; take at most {fit}, leave out \
             --daily or shorten the horizon"
        ),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absurd_numbers_are_refused_and_usual_ones_are_not() {
        assert!(replications(0).is_err() && replications(1_000_001).is_err());
        assert_eq!(replications(200).unwrap(), 200);
        assert!(threads(0).is_err() && threads(1_025).is_err());
        assert_eq!(threads(2).unwrap(), 2);
    }

    #[test]
    fn a_million_replications_do_not_fit_but_two_hundred_days_by_day_do() {
        assert!(memory(1_000_000, 60, 1).is_err());
        assert!(memory(200, 60 + 1_826, 2).is_ok());
    }
}
