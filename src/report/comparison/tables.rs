//! A comparison as files.

use super::super::tables::{NOT_LAW, not_law_unit, plain, write};
use crate::record::Account;
use crate::stats::Interval;
use crate::study::compare::Comparison;

/// A number, or nothing where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| plain(value, 4))
}

fn bounds(interval: Option<Interval>) -> [String; 2] {
    [-1.0, 1.0].map(|side| number(interval.map(|i| i.mean + side * i.half_width)))
}

fn head(names: &str) -> Vec<String> {
    names.split(',').map(str::to_owned).collect()
}

/// The first row of a table without dates: so many measures are not law. It is as wide as the table.
fn mark(of: &Comparison, names: &str, measures: usize, cells: &[&str]) -> Vec<String> {
    let unit = not_law_unit(of.data_date);
    let mut row: Vec<String> = cells.iter().map(|&cell| cell.to_owned()).collect();
    row.push(NOT_LAW.to_owned());
    row.extend(names.contains(",unit,").then_some(unit));
    row.push(measures.to_string());
    row.resize(head(names).len(), String::new());
    row
}

/// Those marks for each scenario with such measures, and for what they are held against.
fn marks(of: &Comparison, names: &str) -> Vec<Vec<String>> {
    let sides = of.sides.iter().chain([&of.reference]).filter(|side| !side.not_law.is_empty());
    sides.map(|side| mark(of, names, side.not_law.len(), &[&side.id])).collect()
}

/// `scenario,date,series,unit,mean,low95,high95,sd,p05,...,p95,above,below`: the differences of every outcome that moves,
/// by month. A quantile with fewer than five replications beyond it is empty. Rows of `measures_not_law` go first: how many
/// measures of the scenario, and of what it is held against, are not law.
pub fn differences_csv(of: &Comparison) -> String {
    let names = "scenario,date,series,unit,mean,low95,high95,sd,p05,p10,p25,p50,p75,p90,p95,above,below";
    let mut rows = Vec::new();
    for side in of.sides.iter().chain([&of.reference]).filter(|side| !side.not_law.is_empty()) {
        let measures = side.not_law.len().to_string();
        for date in &of.dates {
            let mut cells =
                vec![side.id.clone(), date.to_string(), NOT_LAW.to_owned(), not_law_unit(of.data_date)];
            cells.push(measures.clone());
            cells.resize(head(names).len(), String::new());
            rows.push(cells);
        }
    }
    for side in &of.sides {
        for one in side.differences.iter().filter(|one| one.moves()) {
            for (date, difference) in of.dates.iter().zip(&one.months) {
                let band = &difference.band;
                let [low, high] = bounds(difference.interval);
                let mut cells = vec![side.id.clone(), date.to_string(), one.series.id().to_owned()];
                cells.extend([one.series.unit().to_owned(), number(band.mean), low, high, number(band.sd)]);
                cells.extend(band.quantiles.map(number));
                cells.extend([difference.above, difference.below].map(|share| number(Some(share))));
                rows.push(cells);
            }
        }
    }
    write(head(names), rows.into_iter())
}

/// `scenario,date,account,place,mean,low95,high95`: persons by account at each year's end, less those of the reference.
/// `place` is `chain`, `outside` or `came`; the first two add up to the third. Rows of the account `measures_not_law` go
/// first, with the sentence for a place.
pub fn moved_csv(of: &Comparison) -> String {
    let names = "scenario,date,account,place,mean,low95,high95";
    let mut rows = Vec::new();
    let ends: Vec<_> = of.sides.first().map_or(&[][..], |side| &side.moved).iter().map(|m| m.date).collect();
    for side in of.sides.iter().chain([&of.reference]).filter(|side| !side.not_law.is_empty()) {
        for date in &ends {
            let mut cells = vec![side.id.clone(), date.to_string(), NOT_LAW.to_owned()];
            cells.extend([not_law_unit(of.data_date), side.not_law.len().to_string()]);
            cells.resize(head(names).len(), String::new());
            rows.push(cells);
        }
    }
    for side in &of.sides {
        for moved in &side.moved {
            for (account, difference) in Account::ALL.iter().zip(&moved.accounts) {
                let place = match (account.is_source(), account.in_chain()) {
                    (true, _) => "came",
                    (false, true) => "chain",
                    (false, false) => "outside",
                };
                let mut cells = vec![side.id.clone(), moved.date.to_string()];
                cells.extend([account.id().to_owned(), place.to_owned(), number(difference.band.mean)]);
                cells.extend(bounds(difference.interval));
                rows.push(cells);
            }
        }
    }
    write(head(names), rows.into_iter())
}

/// `year,series,unit,together,sum,interaction,low95,high95`: what all changes do together, what they do alone, added up,
/// and the rest. `None` where no interaction was asked for. A row of `measures_not_law` a year goes first: how many measures
/// of all changes together are not law.
pub fn interaction_csv(of: &Comparison) -> Option<String> {
    let interaction = of.interaction.as_ref()?;
    let whole = &of.sides[interaction.whole - 1];
    let movers = of.movers();
    let names = "year,series,unit,together,sum,interaction,low95,high95";
    let measures = whole.not_law.len();
    let years = of.reference.years.iter().filter(|_| measures > 0);
    let mut rows: Vec<_> = years.map(|year| mark(of, names, measures, &[&year.year.to_string()])).collect();
    for (n, year) in of.reference.years.iter().enumerate() {
        for &series in &movers {
            let together = whole.differences[series as usize].years[n].band.mean;
            let beyond = &interaction.years[n][series as usize];
            let sum = together.zip(beyond.band.mean).map(|(all, rest)| all - rest);
            let mut cells = vec![year.year.to_string(), series.id().to_owned(), series.unit().to_owned()];
            cells.extend([together, sum, beyond.band.mean].map(number));
            cells.extend(bounds(beyond.interval));
            rows.push(cells);
        }
    }
    Some(write(head(names), rows.into_iter()))
}

/// `scenario,series,unit,mean,p90,most,best`: regret in the last year, for outcomes of which less is taken to be better.
/// Rows of `measures_not_law` go first.
pub fn regret_csv(of: &Comparison) -> String {
    let names = "scenario,series,unit,mean,p90,most,best";
    let rows = of.regrets.iter().map(|one| {
        let side = if one.scenario == 0 { &of.reference } else { &of.sides[one.scenario - 1] };
        let mut cells = vec![side.id.clone(), one.series.id().to_owned(), one.series.unit().to_owned()];
        cells.extend([one.band.mean, one.band.quantiles[5], Some(one.most), Some(one.best)].map(number));
        cells
    });
    write(head(names), marks(of, names).into_iter().chain(rows))
}

/// `scenario,series,ratio`: the variance of a difference without pairing over that with it, in the last year. Rows of
/// `measures_not_law`, which count them in place of a ratio, go first.
pub fn pairing_csv(of: &Comparison) -> String {
    let names = "scenario,series,ratio";
    let movers = of.movers();
    let rows = of.sides.iter().flat_map(|side| {
        let gains = movers.iter().filter_map(|series| of.gain(side, *series));
        gains.map(|gain| vec![side.id.clone(), gain.series.id().to_owned(), number(Some(gain.ratio))])
    });
    write(head(names), marks(of, names).into_iter().chain(rows))
}
