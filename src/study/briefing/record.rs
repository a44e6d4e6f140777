//! The record of earlier errors: how far the replay of history was off, as `backtest` found it.

use crate::record::Series;
use crate::scenario::library;
use crate::study::backtest::{Target, targets};

/// What an outcome's record is worth. The rule is a convention of this program, laid down before any briefing was made.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// The limit of the test is met, over five figures or more, and the band of 80 % held at least six in ten of them.
    A,
    /// The limit of the test is met, over three figures or more, and the band held at least half of them.
    B,
    /// Anything else that was scored.
    C,
}

/// One scored outcome, over the figures to which nothing was fitted.
#[derive(Clone, PartialEq, Debug)]
pub struct Recorded {
    /// What was scored.
    pub target: Target,
    /// The years: `2023/2025`.
    pub years: String,
    /// How many published figures.
    pub n: u32,
    /// Mean absolute error as a share of the figure.
    pub error: f64,
    /// Mean error as a share; above zero too much was said.
    pub bias: f64,
    /// How many figures lay in the band of 80 %.
    pub inside: u32,
    /// Whether the limit that was laid down is met; nothing where there was none.
    pub met: Option<bool>,
    /// When the record was made: `2026-11-30`.
    pub made: String,
    /// What it is worth.
    pub standing: Standing,
}

/// Every scored outcome of the years of the test, in the order of the table.
pub fn record() -> Vec<Recorded> {
    let targets = targets();
    let text = library::reference("record").expect("the record is embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().expect("the record has a header").clone();
    let place = |name: &str| {
        headers.iter().position(|h| h == name).unwrap_or_else(|| panic!("the record has a column {name}"))
    };
    let rows = reader.records().filter_map(|row| {
        let row = row.unwrap_or_else(|error| panic!("the record can be read: {error}"));
        let cell = |name: &str| row.get(place(name)).unwrap_or_default();
        let tested = cell("scored") == "yes" && cell("period").starts_with("2023");
        let target = targets.iter().find(|target| target.name == cell("target")).filter(|_| tested)?;
        let (n, inside) = (cell("n").parse().ok()?, cell("inside_80").parse().ok()?);
        let met = match cell("met") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        Some(Recorded {
            target: target.clone(),
            years: cell("period").to_owned(),
            n,
            error: cell("error").parse().ok()?,
            bias: cell("bias").parse().ok()?,
            inside,
            met,
            made: cell("made").to_owned(),
            standing: worth(n, inside, met),
        })
    });
    rows.collect()
}

fn worth(n: u32, inside: u32, met: Option<bool>) -> Standing {
    let held = f64::from(inside) / f64::from(n.max(1));
    match met {
        Some(true) if n >= 5 && held >= 0.6 => Standing::A,
        Some(true) if n >= 3 && held >= 0.5 => Standing::B,
        _ => Standing::C,
    }
}

/// What the record of a series is worth: the worst of the outcomes that count it alone, for where published figures differ
/// nobody may choose the one that flatters. Nothing where none was scored.
pub fn standing(record: &[Recorded], series: Series) -> Option<&Recorded> {
    record.iter().filter(|one| one.target.series == [series]).max_by_key(|one| one.standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_on_file_is_of_targets_that_exist_and_is_worth_what_it_says() {
        let record = record();
        assert!(record.len() > 15);
        let need = standing(&record, Series::ReceptionNeed).unwrap();
        assert_eq!(
            need.standing == Standing::A,
            need.met == Some(true) && need.n >= 5 && need.inside * 5 >= need.n * 3
        );
        // Of the published figures of decisions one was met and one was not.
        assert_eq!(standing(&record, Series::Decisions).unwrap().standing, Standing::C);
        // Inflow was given to the replay and so has no record.
        assert!(standing(&record, Series::InflowTotal).is_none());
        assert!(record.iter().all(|one| one.made.len() == 10 && one.inside <= one.n));
    }

    #[test]
    fn few_figures_or_narrow_bands_earn_no_good_standing() {
        assert_eq!(worth(7, 6, Some(true)), Standing::A);
        assert_eq!(worth(3, 2, Some(true)), Standing::B);
        assert_eq!(worth(7, 2, Some(true)), Standing::C);
        assert_eq!(worth(1, 1, Some(true)), Standing::C);
        assert_eq!(worth(7, 7, Some(false)), Standing::C);
        assert_eq!(worth(7, 7, None), Standing::C);
    }
}
