//! Dates and spans of time as people write them: 2026-06-12, "5 years", "6 maanden".

use super::codes;
use super::problems::{Problems, Spot, both, none, quoted};
use super::syntax::{Node, Raw, wrong_kind};
use crate::time::{Day, Days};

/// A span of time in the unit in which it was written.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Period {
    pub(super) number: i32,
    pub(super) unit: Unit,
}

/// A unit of time.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// Every word for a unit, Dutch and English.
const UNITS: &[(&str, Unit)] = &[
    ("minute", Unit::Minutes),
    ("minutes", Unit::Minutes),
    ("minuut", Unit::Minutes),
    ("minuten", Unit::Minutes),
    ("hour", Unit::Hours),
    ("hours", Unit::Hours),
    ("uur", Unit::Hours),
    ("uren", Unit::Hours),
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("dag", Unit::Days),
    ("dagen", Unit::Days),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("weken", Unit::Weeks),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("maand", Unit::Months),
    ("maanden", Unit::Months),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("jaar", Unit::Years),
    ("jaren", Unit::Years),
];

impl Period {
    /// Reads `6 months`. Nothing when the number or the unit is no such thing.
    pub(super) fn read(text: &str) -> Option<Period> {
        let text = text.trim();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at(text.len() - digits.len() + length);
        let unit = unit.trim().to_ascii_lowercase();
        let unit = UNITS.iter().find(|(word, _)| *word == unit)?.1;
        Some(Period { number: number.parse().ok()?, unit })
    }

    /// The day this much later, if it lies within a thousand years of the epoch.
    pub(super) fn after(self, day: Day) -> Option<Day> {
        let far = |days: i64| i32::try_from(days).ok().filter(|d| (-400_000..=400_000).contains(d));
        match self.unit {
            Unit::Minutes | Unit::Hours => None,
            Unit::Days => Some(day + Days(far(self.number.into())?)),
            Unit::Weeks => Some(day + Days(far(i64::from(self.number) * 7)?)),
            Unit::Months => (self.number.unsigned_abs() <= 12_000).then(|| day.plus_months(self.number)),
            Unit::Years => (self.number.unsigned_abs() <= 1_000).then(|| day.plus_months(self.number * 12)),
        }
    }
}

/// The first and the last day that a scenario may name.
pub(super) fn bounds() -> (Day, Day) {
    let day = |year| Day::from_ymd(year, 1, 1).expect("every year has a first of January");
    (day(1950), day(2200))
}

/// The day that a text names, with a complaint when it names none.
pub(super) fn day_of(problems: &mut Problems, text: &str, spot: Spot) -> Option<Day> {
    let Ok(day) = text.parse::<Day>() else {
        not_a_date(problems, spot, text);
        return None;
    };
    near(problems, day, spot, bounds())
}

/// The day, if it lies within bounds, with a complaint when it does not.
pub(super) fn near(problems: &mut Problems, day: Day, spot: Spot, (first, last): (Day, Day)) -> Option<Day> {
    if (first..=last).contains(&day) {
        return Some(day);
    }
    problems.error(
        codes::START,
        spot,
        both(
            format!("{day} ligt niet tussen {first} en {last}"),
            format!("{day} does not lie between {first} and {last}"),
        ),
        none(),
        both("kijk het jaartal na", "check the year"),
    );
    None
}

/// The day of a value, native or in quotes.
pub(super) fn day(problems: &mut Problems, node: &Node, what: &str) -> Option<Day> {
    day_between(problems, node, what, bounds())
}

/// The day of a value, native or in quotes, within bounds.
pub(super) fn day_between(
    problems: &mut Problems,
    node: &Node,
    what: &str,
    within: (Day, Day),
) -> Option<Day> {
    match &node.raw {
        Raw::Date(day) => near(problems, *day, node.spot, within),
        Raw::Text(text) => match text.parse() {
            Ok(day) => near(problems, day, node.spot, within),
            Err(_) => {
                not_a_date(problems, node.spot, text);
                None
            }
        },
        _ => {
            let cure = ("schrijf een dag als 2026-06-12", "write a day as 2026-06-12");
            wrong_kind(problems, node, what, ("een datum", "a date"), cure);
            None
        }
    }
}

/// Says that a text is no day, and how it should have been written if that can be told.
pub(super) fn not_a_date(problems: &mut Problems, spot: Spot, text: &str) {
    let shown = quoted(text);
    let (nl, en) = match meant(text) {
        Some(day) => (format!("schrijf {day}"), format!("write {day}")),
        None => ("schrijf jaar-maand-dag: 2026-06-12".into(), "write year-month-day: 2026-06-12".into()),
    };
    problems.error(
        codes::NOT_A_DATE,
        spot,
        both(
            format!("`{shown}` is geen dag van de kalender"),
            format!("`{shown}` is not a day of the calendar"),
        ),
        none(),
        both(nl, en),
    );
}

/// Month names, Dutch and English; three letters are enough.
const MONTHS: [[&str; 2]; 12] = [
    ["januari", "january"],
    ["februari", "february"],
    ["maart", "march"],
    ["april", "april"],
    ["mei", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["augustus", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

fn month_named(word: &str) -> Option<i16> {
    let fits = |name: &str| {
        word == name || word.len() == 3 && name.starts_with(word) || (word, name) == ("mrt", "maart")
    };
    let place = MONTHS.iter().position(|names| names.iter().any(|name| fits(name)))?;
    i16::try_from(place + 1).ok()
}

/// The day that was probably meant: 12-6-2026, 1 juli 2027, July 1st 2027, 2026-6-12, 2026-02-30, juli 2027, 2027.
pub(super) fn meant(text: &str) -> Option<Day> {
    let small = text.trim().trim_matches(['"', '\'']).to_lowercase();
    let small = ["vanaf ", "per ", "from "].iter().find_map(|w| small.strip_prefix(w)).unwrap_or(&small);
    if small.len() > 40 {
        return None;
    }
    let parts: Vec<&str> = small
        .split(['-', '/', '.', ' ', ',', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'])
        .collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let number = |part: &str| {
        let digits = ["st", "nd", "rd", "th", "e"].iter().find_map(|w| part.strip_suffix(w)).unwrap_or(part);
        digits.parse::<i16>().ok().filter(|n| *n >= 0)
    };
    let month = |part: &str| month_named(part).or_else(|| number(part));
    let year = |part: &str| match part.len() {
        4 => number(part),
        2 => Some(2000 + number(part)?),
        _ => None,
    };
    let (year, month, day) = match parts.as_slice() {
        [y] if y.len() == 4 => (number(y)?, 1, 1),
        [y, m] if y.len() == 4 && number(y).is_some() => (number(y)?, month(m)?, 1),
        [m, y] if y.len() == 4 => (number(y)?, month(m)?, 1),
        [y, m, d] if y.len() == 4 && number(y).is_some() => (number(y)?, month(m)?, number(d)?),
        [m, d, y] if month_named(m).is_some() => (year(y)?, month_named(m)?, number(d)?),
        [d, m, y] => (year(y)?, month(m)?, number(d)?),
        _ => return None,
    };
    let month = i8::try_from(month).ok()?;
    let day = i8::try_from(day).ok()?;
    // A day too many in a short month becomes that month's last.
    let found = Day::from_ymd(year, month, day)
        .or_else(|| (28..=30).rev().find_map(|d| Day::from_ymd(year, month, d)));
    found.filter(|d| *d >= bounds().0 && *d <= bounds().1 && day <= 31)
}

/// A span of time between quotes, with a complaint when it is none.
pub(super) fn period(problems: &mut Problems, node: &Node, what: &str, example: &str) -> Option<Period> {
    let cure = (format!("schrijf bijvoorbeeld \"{example}\""), format!("write for example \"{example}\""));
    let Raw::Text(text) = &node.raw else {
        let asked = ("een tijd tussen aanhalingstekens", "a span of time between quotes");
        wrong_kind(problems, node, what, asked, (&cure.0, &cure.1));
        return None;
    };
    let period = Period::read(text).filter(|p| !matches!(p.unit, Unit::Minutes | Unit::Hours));
    if period.is_none() {
        let shown = quoted(text);
        problems.error(
            codes::UNIT,
            node.spot,
            both(
                format!("{what}: \"{shown}\" is geen tijd"),
                format!("{what}: \"{shown}\" is not a span of time"),
            ),
            both("een geheel getal en een eenheid", "a whole number and a unit"),
            both(
                format!("{}; eenheden zijn dagen, weken, maanden en jaar", cure.0),
                format!("{}; the units are days, weeks, months and years", cure.1),
            ),
        );
    }
    period
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_time_are_read_in_both_languages() {
        for (text, number, unit) in [
            ("5 years", 5, Unit::Years),
            ("5 jaar", 5, Unit::Years),
            ("-3 maanden", -3, Unit::Months),
            (" 12weken ", 12, Unit::Weeks),
        ] {
            assert_eq!(Period::read(text), Some(Period { number, unit }), "{text}");
        }
        for text in ["", "5", "years", "1.5 years", "99999999999 days", "5 eeuwen", "--5 days", "é", "5 é"]
        {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_that_was_meant_is_suggested() {
        for (text, day) in [
            ("12-6-2026", "2026-06-12"),
            ("2026-6-1", "2026-06-01"),
            ("2026-02-30", "2026-02-28"),
            ("2027", "2027-01-01"),
        ] {
            assert_eq!(meant(text).map(|d| d.to_string()).as_deref(), Some(day));
        }
        assert_eq!(meant("2026-13-45"), None);
    }

    #[test]
    fn no_span_of_time_leads_beyond_the_calendar() {
        let day = Day::from_ymd(2026, 1, 1).unwrap();
        for text in ["999999999 years", "-999999999 days", "999999999 weeks", "2147483647 months"] {
            assert_eq!(Period::read(text).unwrap().after(day), None, "{text}");
        }
    }
}
