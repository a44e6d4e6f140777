//! The calendar: days, months, working days. Never `f64` time, never a year as `2021.0`.

mod day;
mod period;
mod workdays;

pub use day::{Day, Days, NotADay};
pub use period::Month;
pub use workdays::{holiday, is_workday, workdays_between};
