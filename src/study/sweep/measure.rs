//! What a plan writes down of a run.

use super::super::years::Row;
use crate::scenario::plan::{Measure, Take};
use crate::time::{Day, Month};

/// The headings of a measure: its name, or a heading a month.
pub fn columns(of: &Measure, dates: &[Day]) -> Vec<String> {
    match of.take {
        Take::Months => dates.iter().map(|date| format!("{}@{date}", of.name)).collect(),
        Take::Last
        | Take::At(_)
        | Take::Mean
        | Take::Maximum
        | Take::Minimum
        | Take::Total
        | Take::FirstAbove(_) => vec![of.name.clone()],
    }
}

/// The numbers under those headings; NaN where there is nothing.
pub fn measure(of: &Measure, dates: &[Day], months: &[Row]) -> Vec<f64> {
    let series = of.series as usize;
    let values = || months.iter().map(|month| month[series]).filter(|value| !value.is_nan());
    let one = match of.take {
        Take::Last => months.last().map_or(f64::NAN, |month| month[series]),
        Take::At(day) => {
            let place = dates.iter().position(|date| Month::of(*date) == Month::of(day));
            place.map_or(f64::NAN, |place| months[place][series])
        }
        Take::Mean => {
            let (count, sum) = values().fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
            if count > 0.0 { sum / count } else { f64::NAN }
        }
        Take::Maximum => values().reduce(f64::max).unwrap_or(f64::NAN),
        Take::Minimum => values().reduce(f64::min).unwrap_or(f64::NAN),
        Take::Total => values().sum(),
        Take::FirstAbove(level) => {
            let place = months.iter().position(|month| month[series] > level);
            place.map_or(f64::NAN, |place| place as f64 + 1.0)
        }
        Take::Months => return months.iter().map(|month| month[series]).collect(),
    };
    vec![one]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Series;

    #[test]
    fn each_way_takes_its_number_from_the_months() {
        let dates: Vec<Day> = ["2026-01-31", "2026-02-28", "2026-03-31"].map(|d| d.parse().unwrap()).to_vec();
        let months: Vec<Row> = [4.0, 9.0, 2.0].map(|level| [level; Series::ALL.len()]).to_vec();
        let take = |take: Take| {
            let of = Measure { name: "o".into(), series: Series::OpenCases, take };
            let values = measure(&of, &dates, &months);
            assert_eq!(values.len(), columns(&of, &dates).len());
            values
        };
        assert_eq!(take(Take::Last), [2.0]);
        assert_eq!(take(Take::At("2026-02-10".parse().unwrap())), [9.0]);
        assert_eq!(
            (take(Take::Mean), take(Take::Maximum), take(Take::Minimum)),
            (vec![5.0], vec![9.0], vec![2.0])
        );
        assert_eq!((take(Take::Total), take(Take::FirstAbove(5.0))), (vec![15.0], vec![2.0]));
        assert!(take(Take::FirstAbove(50.0))[0].is_nan());
        assert_eq!(take(Take::Months), [4.0, 9.0, 2.0]);
    }
}
