//! Calendar months.

use std::fmt;

use super::{Day, Days};

/// A calendar month, stored as months since January 1970.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// The month in which a day lies.
    pub fn of(day: Day) -> Month {
        let (year, month, _) = day.ymd();
        Month((i32::from(year) - 1970) * 12 + i32::from(month) - 1)
    }

    /// Months since January 1970; negative before it.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month so many months since January 1970.
    pub const fn from_number(number: i32) -> Month {
        Month(number)
    }

    /// The calendar year.
    pub const fn year(self) -> i16 {
        (1970 + self.0.div_euclid(12)) as i16
    }

    /// Month of the year, 1 to 12.
    pub const fn month(self) -> i8 {
        (self.0.rem_euclid(12) + 1) as i8
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::from_ymd(self.year(), self.month(), 1).expect("every month has a first day")
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.next().first() - Days(1)
    }

    /// The month after this one.
    pub const fn next(self) -> Month {
        Month(self.0 + 1)
    }

    /// How many days it has, 28 to 31.
    pub fn days(self) -> i32 {
        (self.next().first() - self.first()).0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_on_the_first_and_ends_before_the_next() {
        let month = Month::of("2024-02-10".parse().unwrap());
        assert_eq!(month.first().to_string(), "2024-02-01");
        assert_eq!(month.last().to_string(), "2024-02-29");
        assert_eq!((month.days(), month.to_string().as_str()), (29, "2024-02"));
    }

    #[test]
    fn months_before_1970_are_months_too() {
        let month = Month::of("1969-12-31".parse().unwrap());
        assert_eq!((month.number(), month.year(), month.month()), (-1, 1969, 12));
    }
}
