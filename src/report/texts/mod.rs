//! Words and number forms in two languages. Every text stands in `nl.rs` and in `en.rs`, in the same order.

mod en;
mod en_series;
mod fill;
mod nl;
mod numbers;

pub(super) use fill::fill;
pub(super) use numbers::Decimals;

use serde::Serialize;

use crate::record::Series;
use crate::time::{Day, Month};

pub use crate::diagnostic::Language;

impl Language {
    /// The code for `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// Every text of the report.
    pub(super) const fn texts(self) -> &'static Texts {
        match self {
            Language::Nl => &nl::TEXTS,
            Language::En => &en::TEXTS,
        }
    }

    /// `1 januari 2026`, `1 January 2026`.
    pub fn date(self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        format!("{day} {} {year}", self.texts().months[month as usize - 1])
    }

    /// `1 jan 2026`, for narrow places.
    pub fn short_date(self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        format!("{day} {} {year}", self.texts().short_months[month as usize - 1])
    }

    /// `januari 2026`.
    pub fn month(self, day: Day) -> String {
        let month = Month::of(day);
        format!("{} {}", self.texts().months[month.month() as usize - 1], month.year())
    }

    /// The name of a series as charts and sentences use it.
    pub const fn series(self, series: Series) -> &'static str {
        match self {
            Language::Nl => series.dutch(),
            Language::En => en_series::name(series),
        }
    }

    /// The unit of a series, a month added for flows.
    pub(super) fn unit(self, series: Series) -> String {
        use crate::record::SeriesKind;
        let unit = self.unit_word(series.unit());
        match series.kind() {
            SeriesKind::Flow => format!("{unit} {}", self.texts().per_month),
            SeriesKind::Stock | SeriesKind::Wait | SeriesKind::Ratio => unit,
        }
    }

    /// A unit word of the program in this language; an unknown one as it is.
    pub(super) fn unit_word(self, unit: &str) -> String {
        match self {
            Language::Nl => crate::policy::unit::dutch(unit),
            Language::En if unit == "EUR million" => "million euros",
            Language::En => unit,
        }
        .to_owned()
    }

    /// A legal status, a role or a grade word of the scenario in this language; an unknown one as it is.
    pub(super) fn standing(self, word: &str) -> String {
        match self {
            Language::Nl => nl::standing(word),
            Language::En => en::standing(word),
        }
        .map_or_else(|| word.replace('_', " "), str::to_owned)
    }
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident,)+) => {
        /// The texts of one language. Words in braces are filled in.
        #[derive(Debug, Serialize)]
        pub(super) struct Texts {
            pub(super) months: [&'static str; 12],
            pub(super) short_months: [&'static str; 12],
            $($(#[doc = $doc])* pub(super) $name: &'static str,)+
        }

        #[cfg(test)]
        impl Texts {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    };
}

texts! {
    weeks_waited, per_month, inflow_title, inflow_about, open_cases_title, open_cases_about, decisions_title,
    decisions_about, waiting_title, waiting_about, terms_title, terms_about, appeals_title, appeals_about, family_title, family_about, permits_title, permits_about, reception_title,
    reception_about, reception_stack, permit_holders_title, permit_holders_about, housing_title,
    housing_about, departures_title, departures_about, costs_title, costs_about, lines_applications, lines_cohorts, lines_outcomes, lines_late, lines_procedures, lines_decided, lines_held, lines_permits, lines_departures, lines_costs, say_flow, say_flow_one_year,
    say_inflow_parts, say_stock, say_stock_past, say_wait, say_above_places, say_too_few, say_departures,
    say_reference_luck, no_numbers, when_year, when_day, median, mean, past, projection, levers_heading,
    levers_none, milestones, levers_more, levers_own, levers_same, keys_more, was_reference, levers_dashed, levers_grey, from_day, share_over_time, in_replications, and,
    note_projection, note_median, note_bands, note_bands_chance, note_shaded, note_mean_only, note_chance,
    note_run, note_past, note_past_mean, note_reference, note_without, banner_not_law, banner_assumed, effects, effects_about, effects_say, with_effects, without_effects, banner_partial,
    banner_rough, banner_chance, banner_thinned, page_kind, page_period, in_short, compared_with, charts, data, data_note,
    date, p10, p90, year_total, year_total_part, year_part, months_many, months_one, levers, levers_about,
    lever, levers_value, levers_status, provenance, provenance_about, name, role, value, range, standing,
    source, assumption, closure, closure_about, year, definition, open_start, inflow, decisions, open_end,
    residual, audit, audit_about, audit_what, audit_checked, audit_found, audit_result, audit_ok,
    audit_excess, audit_fault, reproduce, reproduce_about, version, scenario, seed, replications,
    replications_of, data_date, hash, command, limits, limit_synthetic, limit_individual, limit_official,
    limit_model, scroll_hint, numbers_median, numbers_median_only, numbers_mean, band_80, say_need,
    say_never_too_few, say_without_place, say_shortage_end, say_shortage_ever, say_shortage_same_end,
    say_shortage_same_ever, say_switches, say_without_place_difference, say_without_place_same,
    say_difference, say_difference_rare, say_difference_none, between_80, between_all, more, fewer,
    still_all, still_short, still_some, still_every, still_named, difference_with, difference_title,
    changes, changes_about, warned, difference_of, difference_about, difference_table, difference_table_about, reference, this_scenario,
    difference, above, below, extremes, note_zero, note_zero_mean, note_extremes, note_same, reference_line, without_line,
    drivers, driver_open_cases, driver_family_worked_off, driver_family_queue, driver_family_held, driver_arrivals,
    driver_housing_short, driver_housing_full, driver_ground, ground, ground_range, derived, sourced,
    against, against_about, simulated, published, published_when, deviation, by_construction, by_start,
    by_start_assumed, by_capacity, by_inflow, by_partly, by_nothing, note_stack, year_mean, to, side_more,
    side_fewer, points, driver_arrivals_queue, reference_places, banner_lapsed, contents,
    week, week_about, week_quantity, week_start, week_after, week_change, week_chance, week_reception,
    week_arrivals, week_procedure, week_housing, week_departure, week_other, week_above, week_below,
    week_nothing, binding, binding_about, binding_when, binding_what, binding_share, thresholds,
    thresholds_about, own_stocks, own_stocks_about, own_withheld, own_told, own_filled, own_balances,
    own_before, own_came, own_left, own_stock, observed, what_band, what_median, what_mean, week_start_about, week_start_withheld, begins, begins_own, difference_spread_band, difference_spread_all, the_median, the_mean, points_long, no_source, own_source,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn braces(text: &str) -> Vec<String> {
        let mut found: Vec<String> =
            text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or("").to_owned()).collect();
        found.sort();
        found.dedup();
        found
    }

    #[test]
    fn both_languages_fill_in_the_same_words() {
        for ((name, nl), (_, en)) in Language::Nl.texts().all().into_iter().zip(Language::En.texts().all()) {
            assert_eq!(braces(nl), braces(en), "{name}");
            assert!(!nl.is_empty() && !en.is_empty(), "{name}");
        }
    }

    #[test]
    fn dates_are_written_out() {
        let day = "2026-01-01".parse().unwrap();
        assert_eq!(Language::Nl.date(day), "1 januari 2026");
        assert_eq!(Language::En.date(day), "1 January 2026");
        assert_eq!(Language::Nl.month(day), "januari 2026");
    }
}
