//! The two axes: days along the bottom, a nice round scale from zero up the side.

use super::canvas::{Align, Canvas, Point, width};
use super::theme::{AXIS, GRID, TICK};
use crate::report::texts::{Decimals, Language};
use crate::time::{Day, Days, Month};

/// What is written along a time axis.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Scale {
    /// Months and years.
    Calendar,
    /// Weeks since the first day.
    Weeks,
}

/// Days from left to right.
#[derive(Clone, Debug)]
pub(super) struct TimeAxis {
    pub(super) first: Day,
    /// The last day that is shown.
    pub(super) last: Day,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Days on which a lever changes.
    pub(super) changes: Vec<Day>,
    pub(super) scale: Scale,
}

impl TimeAxis {
    /// Where the morning of a day is.
    pub(super) fn x(&self, day: Day) -> f64 {
        let days = f64::from((self.last.next() - self.first).0.max(1));
        self.left + (self.right - self.left) * f64::from((day - self.first).0) / days
    }

    fn first_days(&self) -> impl Iterator<Item = Month> {
        let (mut month, last) = (Month::of(self.first), Month::of(self.last));
        std::iter::from_fn(move || {
            let now = month;
            month = month.next();
            (now <= last).then_some(now)
        })
    }

    /// Lines at new years, or at the weeks that are written, down through the plot.
    pub(super) fn years(&self, canvas: &mut Canvas<'_>, top: f64, bottom: f64) {
        if self.scale == Scale::Weeks {
            for week in self.weeks().filter(|week| *week > 0) {
                let x = self.x(self.first + Days(7 * week));
                canvas.path(&[(x, top), (x, bottom)], GRID, 0.75);
            }
            return;
        }
        for month in self.first_days().filter(|m| m.month() == 1 && m.first() > self.first) {
            let x = self.x(month.first());
            canvas.path(&[(x, top), (x, bottom)], GRID, 0.75);
        }
    }

    /// Hairlines where a lever changes, down to the strip that says which.
    pub(super) fn changes(&self, canvas: &mut Canvas<'_>, top: f64, bottom: f64) {
        for day in &self.changes {
            let x = self.x(*day);
            canvas.dashed(&[(x, top), (x, bottom)], AXIS, 0.5, (1.5, 3.0));
        }
    }

    /// Ticks and labels below `y`: months or quarters where there is room, years always. Returns the height it takes.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, y: f64, language: Language) -> f64 {
        canvas.path(&[(self.left, y), (self.right, y)], AXIS, 1.0);
        if self.scale == Scale::Weeks {
            return self.draw_weeks(canvas, y, language);
        }
        let month_width =
            (self.right - self.left) / f64::from((self.last.next() - self.first).0.max(1)) * 30.4;
        let names = &language.texts().short_months;
        let widest = names.iter().map(|name| width(name, TICK)).fold(0.0, f64::max) + 6.0;
        let every = [1, 3, 6].into_iter().find(|n| f64::from(*n) * month_width >= widest);
        let tick_every = if month_width >= 6.0 { 1 } else { 3 };
        let mut free_from = self.left - 1.0;
        for month in self.first_days() {
            let x = self.x(month.first().max(self.first));
            let of_year = i32::from(month.month()) - 1;
            let new_year = of_year == 0;
            if month.first() >= self.first && (new_year || of_year % tick_every == 0) {
                canvas.path(&[(x, y), (x, y + if new_year { 8.0 } else { 4.0 })], AXIS, 1.0);
            }
            if let Some(every) = every.filter(|every| of_year % every == 0) {
                let end = self.x(month.last().next().min(self.last.next()));
                let name = names[of_year as usize];
                // A month is named in its own middle, a quarter or half-year at its first month.
                let middle = if every == 1 { (x + end) / 2.0 } else { x + width(name, TICK) / 2.0 + 2.0 };
                let half = width(name, TICK) / 2.0;
                if middle - half >= free_from && middle + half <= self.right + 1.0 {
                    free_from = middle + half + 4.0;
                    canvas.text(name, (middle, y + 7.0), Align::Centre, TICK);
                }
            }
        }
        let years_top = if every.is_some() { y + 22.0 } else { y + 9.0 };
        self.name_years(canvas, years_top);
        years_top - y + TICK.size + 4.0
    }

    /// Every quarter, or as many together as leave room for their numbers.
    fn weeks(&self) -> impl Iterator<Item = i32> + use<> {
        const QUARTER: i32 = 13;
        let all = (self.last.next() - self.first).0 / 7;
        let a_week = (self.right - self.left) / f64::from(all.max(1));
        let room = width("000", TICK) + 10.0;
        let fits = |every: &i32| f64::from(*every) * a_week >= room;
        let every = [1, 2, 4, 8, 16].map(|quarters| quarters * QUARTER).into_iter().find(fits);
        (0..=all).step_by(every.unwrap_or(32 * QUARTER) as usize)
    }

    fn draw_weeks(&self, canvas: &mut Canvas<'_>, y: f64, language: Language) -> f64 {
        for week in self.weeks() {
            let x = self.x(self.first + Days(7 * week));
            canvas.path(&[(x, y), (x, y + 5.0)], AXIS, 1.0);
            canvas.text(&week.to_string(), (x, y + 8.0), Align::Centre, TICK);
        }
        let below = y + 8.0 + TICK.size + 4.0;
        canvas.text(language.texts().weeks_waited, (self.left, below), Align::Left, TICK);
        below - y + TICK.size + 4.0
    }

    fn name_years(&self, canvas: &mut Canvas<'_>, top: f64) {
        let a_year = (self.right - self.left) / f64::from((self.last.next() - self.first).0.max(1)) * 365.25;
        let widest = width("2026", TICK) + 4.0;
        let every = [1, 2, 5, 10].into_iter().find(|n| f64::from(*n) * a_year >= widest).unwrap_or(25);
        for year in (self.first.year()..=self.last.year()).filter(|year| year % every == 0) {
            let start = Day::from_ymd(year, 1, 1).map_or(self.first, |day| day.max(self.first));
            let end = Day::from_ymd(year, 12, 31).map_or(self.last, |day| day.min(self.last)).next();
            let (left, right) = (self.x(start), self.x(end));
            let middle = (left + right) / 2.0;
            // Part of a year is named where there is room for its name.
            let fits = right - left >= widest || (every > 1 && end - start > Days(300));
            if fits && middle - widest / 2.0 >= self.left - 4.0 && middle + widest / 2.0 <= self.right + 4.0 {
                canvas.text(&year.to_string(), (middle, top), Align::Centre, TICK);
            }
        }
    }
}

/// Values from zero upwards, or around zero.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct ValueAxis {
    /// Between two grid lines.
    step: f64,
    /// How many steps the axis has.
    steps: u32,
    /// How many of them lie below zero.
    below: u32,
    decimals: Decimals,
    percent: bool,
    /// Whether values bear their sign; shares are then points of a hundredth, without the sign of a per cent.
    signed: bool,
    top: f64,
    bottom: f64,
}

impl ValueAxis {
    /// A scale that holds every value up to `most`, in about `lines` steps of 1, 2, 2.5 or 5 times a power of ten.
    pub(super) fn new(most: f64, lines: f64, percent: bool) -> ValueAxis {
        // Persons and weeks are not cut up; shares are.
        let least_step = if percent { 0.0 } else { 1.0 };
        ValueAxis::spanning((0.0, most), lines, percent, least_step)
    }

    /// The same around zero, for differences: these may be less than one.
    pub(super) fn around_zero(least: f64, most: f64, lines: f64, percent: bool) -> ValueAxis {
        let least = if least.is_finite() { least.min(0.0) } else { 0.0 };
        ValueAxis { signed: true, ..ValueAxis::spanning((least, most), lines, percent, 0.0) }
    }

    /// The same for parts of one, which bear no sign of a difference where error takes them below zero.
    pub(super) fn parts(least: f64, most: f64, lines: f64) -> ValueAxis {
        ValueAxis { signed: false, ..ValueAxis::around_zero(least, most, lines, false) }
    }

    fn spanning((least, most): (f64, f64), lines: f64, percent: bool, least_step: f64) -> ValueAxis {
        let most = if most.is_finite() && most > 0.0 { most } else { 0.0 };
        let most = if most - least > 0.0 { most } else { 1.0 };
        let rough = (most - least) / lines;
        let mut power = 1.0;
        while power > rough {
            power /= 10.0;
        }
        while power * 10.0 <= rough {
            power *= 10.0;
        }
        let factor =
            [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|f| f * power >= rough * 0.999).unwrap_or(10.0);
        let step = (factor * power).max(least_step);
        let mut decimals = 0;
        let mut shown = if percent { step * 100.0 } else { step };
        while (shown - shown.round()).abs() > 1e-6 * shown && decimals < 6 {
            shown *= 10.0;
            decimals += 1;
        }
        // A fiftieth of a step beyond the last line is no reason for another one; what is whole stays within.
        let spill = if least_step > 0.0 || percent { 1e-9 } else { 0.02 };
        let below = (-least / step - spill).ceil().max(0.0) as u32;
        let above = (most / step - spill).ceil().max(if below == 0 { 1.0 } else { 0.0 }) as u32;
        let steps = below + above;
        ValueAxis {
            step,
            steps,
            below,
            decimals: Decimals(decimals),
            percent,
            signed: false,
            top: 0.0,
            bottom: 1.0,
        }
    }

    /// The same scale between two heights of the sheet.
    pub(super) fn between(mut self, top: f64, bottom: f64) -> ValueAxis {
        (self.top, self.bottom) = (top, bottom);
        self
    }

    /// Where a value is.
    pub(super) fn y(&self, value: f64) -> f64 {
        let from_bottom = value + self.step * f64::from(self.below);
        self.bottom - (self.bottom - self.top) * from_bottom / (self.step * f64::from(self.steps))
    }

    /// Grid lines and their labels where the values run from left to right: the bottom of the axis is its left, its top its
    /// right. Returns the height that the labels take below `bottom`.
    pub(super) fn draw_across(
        &self,
        canvas: &mut Canvas<'_>,
        (top, bottom): (f64, f64),
        language: Language,
    ) -> f64 {
        let mut free_from = f64::NEG_INFINITY;
        for value in self.ticks() {
            let x = self.y(value);
            canvas.path(&[(x, top), (x, bottom)], GRID, 0.75);
            let label = self.name(value, language);
            let half = width(&label, TICK) / 2.0;
            if x - half >= free_from {
                canvas.text(&label, (x, bottom + 8.0), Align::Centre, TICK);
                free_from = x + half + 6.0;
            }
        }
        TICK.size + 12.0
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let (step, below) = (self.step, f64::from(self.below));
        (0..=self.steps).map(move |n| step * (f64::from(n) - below))
    }

    fn name(&self, value: f64, language: Language) -> String {
        let shown = if self.percent { value * 100.0 } else { value };
        match (self.signed, self.percent) {
            (true, _) => language.signed_number(shown, self.decimals),
            (false, true) => format!("{}\u{a0}%", language.number(shown, self.decimals)),
            (false, false) => language.number(shown, self.decimals),
        }
    }

    /// The width of the widest label.
    pub(super) fn label_width(&self, language: Language) -> f64 {
        self.ticks().map(|value| width(&self.name(value, language), TICK)).fold(0.0, f64::max)
    }

    /// Grid lines and their labels.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, (left, right): (f64, f64), language: Language) {
        for value in self.ticks() {
            let y = self.y(value);
            let line: [Point; 2] = [(left, y), (right, y)];
            canvas.path(&line, GRID, 0.75);
            let label = self.name(value, language);
            canvas.text(&label, (left - 7.0, y - TICK.size / 2.0), Align::Right, TICK);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_round_and_hold_their_values() {
        for (most, ticks) in [
            (4_800.0, vec![0.0, 1_000.0, 2_000.0, 3_000.0, 4_000.0, 5_000.0]),
            (0.0, vec![0.0, 1.0]),
            (97.0, vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
        ] {
            let axis = ValueAxis::new(most, 5.0, false);
            let found: Vec<f64> = axis.ticks().map(|x| (x * 10.0).round() / 10.0).collect();
            assert_eq!(found, ticks, "{most}");
        }
        for most in [1e-3, 0.3, 7.0, 999.0, 1_001.0, 3.4e6, 1e9] {
            let axis = ValueAxis::new(most, 5.0, false).between(0.0, 100.0);
            assert!(axis.y(most) >= -1e-6 && axis.ticks().count() <= 7, "{most}");
        }
    }

    #[test]
    fn a_scale_around_zero_holds_both_sides_and_zero() {
        for (least, most) in [(-6_000.0, 0.0), (-0.4, 3.0), (0.0, 900.0), (-12.0, 45.0), (0.0, 0.0)] {
            let axis = ValueAxis::around_zero(least, most, 4.0, false).between(0.0, 100.0);
            assert!(axis.y(least) <= 101.0 && axis.y(most) >= -1.0, "{least} {most}");
            assert!(axis.ticks().any(|tick| tick == 0.0) && axis.ticks().count() <= 8, "{least} {most}");
        }
    }

    #[test]
    fn small_steps_keep_their_decimals() {
        assert_eq!(ValueAxis::new(10.0, 4.0, false).name(2.5, Language::Nl), "2,5");
        assert_eq!(ValueAxis::new(1.1, 4.0, true).name(0.5, Language::En), "50\u{a0}%");
    }

    #[test]
    fn differences_bear_their_sign_and_those_of_shares_are_points() {
        let index = ValueAxis::parts(-0.14, 1.6, 4.0);
        assert_eq!(
            index.ticks().map(|tick| index.name(tick, Language::En)).collect::<Vec<_>>().join(" "),
            "−0.5 0.0 0.5 1.0 1.5 2.0"
        );
        let points = ValueAxis::around_zero(-0.6, 0.0, 4.0, true);
        assert_eq!(points.name(-0.2, Language::Nl), "−20");
        assert_eq!(ValueAxis::around_zero(0.0, 900.0, 4.0, false).name(200.0, Language::Nl), "+200");
        assert_eq!(points.name(0.0, Language::Nl), "0");
    }

    #[test]
    fn time_runs_from_edge_to_edge() {
        let day = |text: &str| text.parse().unwrap();
        let axis = TimeAxis {
            first: day("2026-01-01"),
            last: day("2026-12-31"),
            left: 10.0,
            right: 375.0,
            changes: Vec::new(),
            scale: Scale::Calendar,
        };
        assert_eq!(axis.x(day("2026-01-01")), 10.0);
        assert_eq!(axis.x(day("2027-01-01")), 375.0);
        assert_eq!(axis.x(day("2026-01-11")), 20.0);
    }
}
