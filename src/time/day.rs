//! A calendar day, and a number of days.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

/// A calendar day in the proleptic Gregorian calendar, stored as days since 1 January 1970.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Day(i32);

/// A signed number of calendar days.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Days(pub i32);

/// A text or a triple of numbers that names no day of the calendar.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NotADay;

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The day that lies `number` days after 1 January 1970.
    pub const fn from_number(number: i32) -> Day {
        Day(number)
    }

    /// Days since 1 January 1970; negative before it.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of this year, month (1-12) and day of the month, if the calendar has it.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        let date = Date::new(year, month, day).ok()?;
        Some(Day::from_date(date))
    }

    fn from_date(date: Date) -> Day {
        let days = date.duration_since(EPOCH).as_hours() / 24;
        Day(i32::try_from(days).expect("years -9999 to 9999 fit in i32 days"))
    }

    fn date(self) -> Date {
        EPOCH.checked_add(self.0.days()).expect("a Day lies between the years -9999 and 9999")
    }

    /// Year, month (1-12) and day of the month (1-31).
    pub fn ymd(self) -> (i16, i8, i8) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// Day of the week, 1 (Monday) to 7 (Sunday).
    pub const fn weekday(self) -> i32 {
        // 1 January 1970 was a Thursday.
        (self.0 + 3).rem_euclid(7) + 1
    }

    /// The same day of the month `months` later (earlier if negative), or that month's last day.
    pub fn plus_months(self, months: i32) -> Day {
        let date = self.date().checked_add(months.months()).expect("the date lies before the year 9999");
        Day::from_date(date)
    }

    /// The day after this one.
    pub const fn next(self) -> Day {
        Day(self.0 + 1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `2026-06-12`.
    fn from_str(text: &str) -> Result<Day, NotADay> {
        let mut parts = text.splitn(3, '-');
        let mut part = |width| {
            parts
                .next()
                .filter(|p: &&str| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))
                .ok_or(NotADay)
        };
        let year = part(4)?.parse().map_err(|_| NotADay)?;
        let month = part(2)?.parse().map_err(|_| NotADay)?;
        let day = part(2)?.parse().map_err(|_| NotADay)?;
        Day::from_ymd(year, month, day).ok_or(NotADay)
    }
}

impl Add<Days> for Day {
    type Output = Day;

    fn add(self, days: Days) -> Day {
        Day(self.0 + days.0)
    }
}

impl Sub<Days> for Day {
    type Output = Day;

    fn sub(self, days: Days) -> Day {
        Day(self.0 - days.0)
    }
}

impl Sub for Day {
    type Output = Days;

    fn sub(self, other: Day) -> Days {
        Days(self.0 - other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for text in ["1970-01-01", "2024-02-29", "2026-06-12", "1999-12-31"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn days_that_the_calendar_lacks_are_refused() {
        for text in ["2025-02-29", "2025-13-01", "2025-1-1", "25-01-01", "2025-01-01x", "", "2025/01/01"] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        assert_eq!("2026-11-23".parse::<Day>().unwrap().weekday(), 1);
        assert_eq!("1969-12-28".parse::<Day>().unwrap().weekday(), 7);
    }

    #[test]
    fn a_month_after_the_last_of_january_is_the_last_of_february() {
        assert_eq!("2026-01-31".parse::<Day>().unwrap().plus_months(1).to_string(), "2026-02-28");
    }
}
