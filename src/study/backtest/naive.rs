//! Plain guesses at a published figure, which whoever does better has skill.

use super::targets::{Point, Take, Target};
use crate::study::outcome::Closure;
use crate::time::{Day, Days};

/// A plain guess. The first three know what was known on the first day of the run, as the run does; the other two are told
/// every new year what came, which it is not.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Naive {
    /// The last figure before the run.
    Last,
    /// The line through the last two figures before the run.
    Trend,
    /// The open cases before the run, and every year the applications that came less the decisions of the year before the
    /// run.
    Balance,
    /// The figure of a year before.
    YearBefore,
    /// The open cases of a year before, and the applications that came less the decisions of the year before that.
    BalanceYearBefore,
}

impl Naive {
    /// All of them.
    pub const ALL: [Naive; 5] =
        [Naive::Last, Naive::Trend, Naive::Balance, Naive::YearBefore, Naive::BalanceYearBefore];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Naive::Last => "last",
            Naive::Trend => "trend",
            Naive::Balance => "balance",
            Naive::YearBefore => "year_before",
            Naive::BalanceYearBefore => "balance_year_before",
        }
    }
}

const DAYS_A_YEAR: f64 = 365.25;
/// A figure of a year before may lie so far from the anniversary [days].
const NEAR: i32 = 20;

/// What a plain guess would have said of a figure; `None` where it knows nothing.
pub(super) fn guess(
    naive: Naive,
    target: &Target,
    point: &Point,
    points: &[Point],
    closure: &[Closure],
    start: Day,
) -> Option<f64> {
    let known: Vec<&Point> = points.iter().filter(|p| p.span.to < start).collect();
    match naive {
        Naive::Last => known.last().map(|p| p.value),
        Naive::Trend => {
            let [.., before, last] = known[..] else { return None };
            let years = |from: &Point, to: &Point| f64::from((to.span.to - from.span.to).0) / DAYS_A_YEAR;
            let slope = (last.value - before.value) / years(before, last);
            Some((last.value + slope * years(last, point)).max(0.0))
        }
        Naive::YearBefore => {
            let year = point.span.to.plus_months(-12);
            let near = points.iter().filter(|p| (p.span.to - year).0.abs() <= NEAR);
            near.min_by_key(|p| (p.span.to - year).0.abs()).map(|p| p.value)
        }
        Naive::Balance => {
            let (end, books) = books(target, point, closure)?;
            let before = books.iter().find(|c| c.year == start.year() - 1)?;
            let years = (start.year()..=end).map(|year| books.iter().find(|c| c.year == year));
            let flows = years.map(|c| c.map(|c| c.inflow - before.decisions)).sum::<Option<i64>>()?;
            Some((before.open_end + flows).max(0) as f64)
        }
        Naive::BalanceYearBefore => {
            let (end, books) = books(target, point, closure)?;
            let year = |year: i16| books.iter().find(|c| c.year == year);
            Some((year(end)?.open_start + year(end)?.inflow - year(end - 1)?.decisions).max(0) as f64)
        }
    }
}

/// The published balances in the definition of a target of open cases, and the year at whose end a figure stands.
fn books<'a>(target: &Target, point: &Point, closure: &'a [Closure]) -> Option<(i16, Vec<&'a Closure>)> {
    let definition = target.name.strip_prefix("open_cases_")?.to_uppercase();
    let eve = point.span.to - Days(NEAR);
    let at_the_end =
        target.take == Take::Stock && point.span.to.ymd().1 == 12 && eve.year() == point.span.to.year();
    let books: Vec<&Closure> = closure.iter().filter(|c| c.definition == definition).collect();
    (at_the_end && !books.is_empty()).then(|| (point.span.to.year(), books))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::backtest::targets::targets;
    use crate::study::published::closure;

    fn said(name: &str, day: &str, naive: Naive) -> Option<f64> {
        let target = targets().into_iter().find(|t| t.name == name).unwrap();
        let points = target.points();
        let point = *points.iter().find(|p| p.span.to == day.parse().unwrap()).unwrap();
        guess(naive, &target, &point, &points, &closure(), "2019-01-01".parse().unwrap())
    }

    #[test]
    fn the_plain_guesses_are_sums_of_published_figures() {
        let open = |naive| said("open_cases_unhcr", "2020-12-31", naive);
        assert_eq!(open(Naive::Last), Some(12_303.0));
        // 5,818 at the end of 2017 and 12,303 at the end of 2018: 6,485 more a year.
        assert!((open(Naive::Trend).unwrap() - (12_303.0 + 2.0 * 6_485.0)).abs() < 30.0);
        assert_eq!(open(Naive::YearBefore), Some(15_599.0));
        // Decisions of 2018 were 11,202; applications 25,161 and 15,225.
        assert_eq!(open(Naive::Balance), Some(12_303.0 + 25_161.0 + 15_225.0 - 2.0 * 11_202.0));
        assert_eq!(open(Naive::BalanceYearBefore), Some(15_599.0 + 15_225.0 - 14_135.0));
    }

    #[test]
    fn nothing_is_said_where_nothing_was_known() {
        assert_eq!(said("penalties", "2024-12-31", Naive::Last), None);
        assert_eq!(said("penalties", "2024-12-31", Naive::Balance), None);
        assert_eq!(said("penalties", "2024-12-31", Naive::YearBefore), Some(11.3));
    }
}
