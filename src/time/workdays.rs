//! Dutch working days (*werkdagen*).

use super::{Day, Days};

/// The public holiday on a day, if there is one: the days named in article 3 of the General Extension of Time-Limits
/// Act (*Algemene termijnenwet*), by their Dutch names. Liberation Day counts every year, as that act says.
pub fn holiday(day: Day) -> Option<&'static str> {
    let (year, month, date) = day.ymd();
    match (month, date) {
        (1, 1) => return Some("Nieuwjaarsdag"),
        (5, 5) => return Some("Bevrijdingsdag"),
        (12, 25) => return Some("Eerste Kerstdag"),
        (12, 26) => return Some("Tweede Kerstdag"),
        _ => {}
    }
    if day == kings_day(year) {
        return Some("Koningsdag");
    }
    match (day - easter(year)).0 {
        -2 => Some("Goede Vrijdag"),
        0 => Some("Eerste Paasdag"),
        1 => Some("Tweede Paasdag"),
        39 => Some("Hemelvaartsdag"),
        49 => Some("Eerste Pinksterdag"),
        50 => Some("Tweede Pinksterdag"),
        _ => None,
    }
}

/// Whether the services work on this day: no Saturday, no Sunday, no public holiday.
pub fn is_workday(day: Day) -> bool {
    day.weekday() <= 5 && holiday(day).is_none()
}

/// Working days from `first` up to and including `last`.
pub fn workdays_between(first: Day, last: Day) -> u32 {
    (first.number()..=last.number()).filter(|&n| is_workday(Day::from_number(n))).count() as u32
}

/// 27 April, or the Saturday before it when that is a Sunday (since 2014).
fn kings_day(year: i16) -> Day {
    let day = Day::from_ymd(year, 4, 27).expect("April has 27 days");
    if day.weekday() == 7 { day - Days(1) } else { day }
}

/// Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher.
fn easter(year: i16) -> Day {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::from_ymd(year, month as i8, day as i8).expect("the computus yields a day in March or April")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn easter_moves_as_the_church_says() {
        for (year, text) in
            [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
        {
            assert_eq!(easter(year).to_string(), text);
        }
    }

    #[test]
    fn nobody_works_on_weekends_and_holidays() {
        for text in
            ["2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25", "2026-11-21", "2026-11-22"]
        {
            assert!(!is_workday(day(text)), "{text}");
        }
        assert_eq!(holiday(day("2025-04-26")), Some("Koningsdag"));
        assert!(is_workday(day("2026-11-23")));
    }

    #[test]
    fn the_year_2026_has_253_working_days() {
        // 261 weekdays, less New Year, Good Friday, Easter Monday, King's Day, Liberation Day, Ascension Day, Whit
        // Monday, Christmas Day; Boxing Day falls on a Saturday.
        assert_eq!(workdays_between(day("2026-01-01"), day("2026-12-31")), 253);
    }
}
