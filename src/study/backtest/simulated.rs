//! What a replication has to say of the days of a published figure.

use super::targets::{Span, Take, Target};
use crate::record::Series;
use crate::study::replication::Replication;
use crate::time::{Day, Month};

/// A stock that was published on another day is held against the month end next to it, so far away at most [days].
const NEAR: i32 = 16;

/// What the simulated months come to in the days of a figure. `None` where they do not cover them, or where nobody was
/// decided in them.
pub(super) fn value(target: &Target, span: Span, replication: &Replication, dates: &[Day]) -> Option<f64> {
    let at = |row: usize, series: Series| replication.months[row][series as usize];
    let sum = |row: usize| target.series.iter().map(|series| at(row, *series)).sum::<f64>();
    let value = match target.take {
        Take::Stock => sum(nearest(span.to, dates)?),
        Take::Year | Take::Quarter => within(span, dates)?.map(sum).sum(),
        Take::Mean => {
            let (mut total, mut decided) = (0.0, 0.0);
            for row in within(span, dates)?.filter(|row| sum(*row).is_finite()) {
                let weight = at(row, Series::Decisions);
                total += weight * sum(row);
                decided += weight;
            }
            total / decided
        }
    };
    value.is_finite().then_some(value)
}

/// The month end next to a day.
pub(super) fn nearest(day: Day, dates: &[Day]) -> Option<usize> {
    let apart = |row: usize| (dates[row] - day).0.abs();
    (0..dates.len()).min_by_key(|row| apart(*row)).filter(|row| apart(*row) <= NEAR)
}

/// The months that lie in some days, if all of these are simulated.
pub(super) fn within(span: Span, dates: &[Day]) -> Option<std::ops::Range<usize>> {
    let first = dates.iter().position(|date| Month::of(*date) == Month::of(span.from))?;
    let last = dates.iter().position(|date| *date == span.to)?;
    Some(first..last + 1)
}

/// The days of which a target tells something, whether or not anything was published: every month end, quarter or year.
pub(super) fn spans(target: &Target, dates: &[Day]) -> Vec<Span> {
    let months = match target.take {
        Take::Stock => return dates.iter().map(|&day| Span { to: day, from: day }).collect(),
        Take::Year | Take::Mean => 12,
        Take::Quarter => 3,
    };
    let ends = dates.iter().filter(|date| i32::from(date.ymd().1) % months == 0);
    ends.map(|&to| Span { to, from: Month::of(to).first().plus_months(1 - months) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::run::month_ends;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_counts_when_all_its_months_are_there() {
        let dates = month_ends(day("2019-01-01"), day("2020-06-30"));
        let year = |from: &str, to: &str| within(Span { from: day(from), to: day(to) }, &dates);
        assert_eq!(year("2019-01-01", "2019-12-31"), Some(0..12));
        assert_eq!(year("2020-04-01", "2020-06-30"), Some(15..18));
        assert_eq!(year("2020-01-01", "2020-12-31"), None);
        assert_eq!(year("2018-01-01", "2018-12-31"), None);
    }

    #[test]
    fn a_stock_of_new_year_is_that_of_old_years_day() {
        let dates = month_ends(day("2019-01-01"), day("2023-12-31"));
        assert_eq!(nearest(day("2023-01-02"), &dates), Some(47));
        assert_eq!(nearest(day("2018-12-31"), &dates), None);
    }
}
