//! The week in the chain: the first page, each quantity on a row.

use serde::Serialize;

use super::summary::{View, capital, is_money};
use super::texts::fill;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::week::{Binding, Passing, Resource};
use crate::time::{Day, Days};

/// The rows, in groups, by the names of `series.csv`. A row whose series is not kept by this version is left out, and so is
/// a group without rows.
const ROWS: [(Group, &[&str]); 6] = [
    (
        Group::Reception,
        &[
            "reception",
            "reception_occupancy",
            "free_regular",
            "free_emergency",
            "free_outside",
            "places_lost_3_months",
            "places_lost_6_months",
            "places_lost_12_months",
            "without_place",
            "without_place_days",
            "without_place_peak",
            "reception_central",
            "central_cap",
            "minors_elsewhere",
        ],
    ),
    (
        Group::Arrivals,
        &[
            "waiting_registration",
            "inflow_first",
            "inflow_repeat",
            "inflow_family",
            "inflow_dublin",
            "inflow_unaccompanied",
            "inflow_resettled",
            "inflow_relocated",
        ],
    ),
    (
        Group::Procedure,
        &[
            "open_cases",
            "open_over_15_months",
            "open_past_term",
            "share_in_time",
            "staff_planned",
            "staff_employed",
            "decisions",
            "wait_decision",
            "default_notices",
            "penalties_judicial",
            "penalties_administrative",
            "penalties_accrued",
            "dublin_accepted",
            "dublin_transferred",
            "dublin_lapsed",
            "open_appeals",
            "wait_appeal",
            "wait_appeal_extended",
            "open_appeals_status",
            "open_further_appeals",
            "family_pending",
            "family_frozen",
            "family_waiting",
            "family_conditions",
            "family_penalties_exposed",
            "article8_pending",
        ],
    ),
    (
        Group::Housing,
        &[
            "permit_holders",
            "permit_holders_refugee",
            "permit_holders_subsidiary",
            "permit_holders_over_14_weeks",
            "in_transit",
            "housed",
            "housing_task",
            "housing_arrears",
        ],
    ),
    (
        Group::Departure,
        &[
            "departed_proven",
            "departed_voluntary",
            "departed_forced",
            "departed_unsupervised",
            "return_cases",
            "in_detention",
            "waiting_detention",
            "reception_ended",
            "reception_restricted",
            "reception_family",
            "reception_supervised",
        ],
    ),
    (
        Group::Other,
        &[
            "ukraine_places_free",
            "cost_reception",
            "cost_emergency_reception",
            "cost_decisions",
            "budget_reception",
            "budget_left",
        ],
    ),
];

#[derive(Copy, Clone)]
enum Group {
    Reception,
    Arrivals,
    Procedure,
    Housing,
    Departure,
    Other,
}

/// How far ahead the page looks before the end [months].
const AHEAD: [i32; 3] = [3, 6, 12];

/// A group of rows as the page shows it.
#[derive(Serialize)]
pub(super) struct Rows {
    name: &'static str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    unit: String,
    start: String,
    /// The last published point, in brief.
    published: String,
    /// The middle and the band at each moment.
    cells: Vec<(String, String)>,
    change: String,
    passings: Vec<String>,
}

/// What the table is.
pub(super) fn about(view: &View<'_>) -> String {
    let texts = view.texts();
    let withheld = view.outcome.own.as_ref().is_some_and(|stocks| !stocks.included);
    let start = if withheld { texts.week_start_withheld } else { texts.week_start_about };
    fill(texts.week_about, &[("numbers", view.what()), ("start", start)])
}

/// The headings of the moments.
pub(super) fn moments(view: &View<'_>) -> Vec<String> {
    let texts = view.texts();
    let ahead = places(view).into_iter().map(|(months, _)| match months {
        Some(months) => fill(texts.week_after, &[("months", &months.to_string())]),
        None => view.language.short_date(view.outcome.period.1),
    });
    ahead.collect()
}

/// Each moment: how many months ahead, nothing for the end, and its place among the dates.
fn places(view: &View<'_>) -> Vec<(Option<i32>, usize)> {
    let (start, dates) = (view.outcome.period.0, &view.outcome.dates);
    let place = |months: i32| {
        let day = start.plus_months(months) - Days(1);
        dates.iter().position(|date| *date >= day).map(|place| (Some(months), place))
    };
    let mut places: Vec<(Option<i32>, usize)> = AHEAD.into_iter().filter_map(place).collect();
    if let Some(last) = dates.len().checked_sub(1) {
        places.retain(|(_, place)| *place < last);
        places.push((None, last));
    }
    places
}

/// The rows of the page.
pub(super) fn rows(view: &View<'_>) -> Vec<Rows> {
    let texts = view.texts();
    let places = places(view);
    let groups = ROWS.into_iter().map(|(group, ids)| {
        let name = match group {
            Group::Reception => texts.week_reception,
            Group::Arrivals => texts.week_arrivals,
            Group::Procedure => texts.week_procedure,
            Group::Housing => texts.week_housing,
            Group::Departure => texts.week_departure,
            Group::Other => texts.week_other,
        };
        let rows = ids.iter().filter_map(|id| row(view, Series::from_id(id)?, &places));
        Rows { name, rows: rows.collect() }
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
}

fn row(view: &View<'_>, series: Series, places: &[(Option<i32>, usize)]) -> Option<Row> {
    let bands = view.bands(series)?;
    let published = view.last_published(series);
    let first = view.outcome.week.first.get(series as usize).copied().filter(|value| value.is_finite());
    // A month's flow or wait has no value on the first evening: the last published one stands there.
    let now = match series.kind() {
        SeriesKind::Stock | SeriesKind::Ratio => first,
        SeriesKind::Flow | SeriesKind::Wait => None,
    };
    let start = now.or(published.map(|p| p.value));
    let number = |value: f64| number(view, series, value);
    let cell = |(_, place): &(Option<i32>, usize)| {
        let band = &bands[*place];
        let between = band.central(80).map(|(low, high)| match low == high {
            true => String::new(),
            false => view.language.range(&number(low), &number(high)),
        });
        (band.centre().map_or_else(|| "–".to_owned(), number), between.unwrap_or_default())
    };
    let year = places.iter().find(|(months, _)| *months == Some(12)).or(places.last());
    let later = year.and_then(|(_, place)| bands.get(*place).and_then(Band::centre));
    let point = published.map(|p| {
        let date = view.language.short_date(p.date);
        match now {
            Some(_) => format!("{} ({date})", number(p.value)),
            None => date,
        }
    });
    Some(Row {
        name: capital(view.language.series(series)),
        unit: unit(view, series),
        start: start.map_or_else(|| "–".to_owned(), number),
        published: point.unwrap_or_default(),
        cells: places.iter().map(cell).collect(),
        // What is published is a month or a year before the start, or its mean: no difference is taken from it.
        change: match now.zip(later) {
            Some((start, later)) => change(view, series, later - start),
            None => "–".to_owned(),
        },
        passings: view
            .outcome
            .week
            .passings
            .iter()
            .filter(|p| p.threshold.series == series)
            .map(|p| passing(view, p))
            .collect(),
    })
}

/// A number as the rows show it.
fn number(view: &View<'_>, series: Series, value: f64) -> String {
    if is_money(series) { view.figure(series, Some(value)) } else { view.about(series, value) }
}

/// The unit, which goes without saying for persons.
fn unit(view: &View<'_>, series: Series) -> String {
    match (series.unit(), series.kind()) {
        ("persons", SeriesKind::Flow) => view.texts().per_month.to_owned(),
        ("persons" | "share", _) => String::new(),
        _ => view.language.unit(series),
    }
}

fn change(view: &View<'_>, series: Series, difference: f64) -> String {
    let text = match series.kind() {
        SeriesKind::Ratio => {
            format!("{}\u{a0}{}", view.language.whole(difference * 100.0), view.texts().points)
        }
        SeriesKind::Stock | SeriesKind::Flow | SeriesKind::Wait => number(view, series, difference),
    };
    let zero = !text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    if difference > 0.0 && !zero { format!("+{text}") } else { text }
}

/// `above 59,600: 62 %, March 2028`.
fn passing(view: &View<'_>, passing: &Passing) -> String {
    let (texts, threshold) = (view.texts(), &passing.threshold);
    let value = match threshold.series.kind() {
        SeriesKind::Ratio => view.language.percent(threshold.value),
        SeriesKind::Stock | SeriesKind::Flow | SeriesKind::Wait => view.language.lean(threshold.value, 1),
    };
    let share = view.language.of_replications(passing.share);
    let text = fill(
        if threshold.above { texts.week_above } else { texts.week_below },
        &[("value", &value), ("share", &share)],
    );
    match passing.when {
        Some(day) => format!("{text}, {}", month(view, day)),
        None => text,
    }
}

/// `mrt 2028`.
fn month(view: &View<'_>, day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{} {year}", view.texts().short_months[month as usize - 1])
}

/// What binds, a line for each run of months in which the same resource does.
pub(super) fn binding(view: &View<'_>) -> Vec<[String; 3]> {
    let mut runs: Vec<(Option<Resource>, &Binding, &Binding, f64, f64)> = Vec::new();
    for one in &view.outcome.week.binding {
        let (resource, share) = one.resources.first().map_or((None, 0.0), |(r, share)| (Some(*r), *share));
        match runs.last_mut().filter(|run| run.0 == resource) {
            Some(run) => {
                run.2 = one;
                (run.3, run.4) = (run.3.min(share), run.4.max(share));
            }
            None => runs.push((resource, one, one, share, share)),
        }
    }
    let line = |(resource, first, last, low, high): &(Option<Resource>, &Binding, &Binding, f64, f64)| {
        let when = match first.date == last.date {
            true => month(view, first.date),
            false => format!("{} – {}", month(view, first.date), month(view, last.date)),
        };
        let name = match resource {
            None => view.texts().week_nothing.to_owned(),
            Some(Resource::Desk(series)) => capital(view.language.series(*series)),
            Some(Resource::Places(taken, _)) => capital(view.language.series(*taken)),
        };
        let share = |share: f64| view.language.of_replications(share);
        let shares = match resource {
            None => String::new(),
            Some(_) if share(*low) == share(*high) => share(*low),
            Some(_) => format!("{}–{}", share(*low), share(*high)),
        };
        [when, name, shares]
    };
    runs.iter().map(line).collect()
}

/// The thresholds with their sources.
pub(super) fn thresholds(view: &View<'_>) -> Vec<[String; 3]> {
    let line = |p: &Passing| {
        let value = match p.threshold.series.kind() {
            SeriesKind::Ratio => view.language.percent(p.threshold.value),
            SeriesKind::Stock | SeriesKind::Flow | SeriesKind::Wait => {
                view.language.lean(p.threshold.value, 1)
            }
        };
        let sign = if p.threshold.above { ">" } else { "<" };
        let name = capital(view.language.series(p.threshold.series));
        [name, format!("{sign} {value}"), p.threshold.source.clone()]
    };
    view.outcome.week.passings.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;
    use crate::report::texts::Language;
    use crate::scenario::Threshold;

    #[test]
    fn every_row_has_a_series_and_none_stands_twice() {
        let ids: Vec<&str> = ROWS.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len());
        for id in ids {
            assert!(Series::from_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_row_shows_its_moments_and_its_thresholds_in_both_languages() {
        let mut outcome = Fixture::default().outcome();
        let threshold = Threshold {
            name: "many".into(),
            series: Series::OpenCases,
            above: true,
            value: 59_600.0,
            source: "choice".into(),
        };
        let when = Some(Day::from_ymd(2028, 3, 31).unwrap());
        outcome.week.passings = vec![Passing { threshold, share: 0.617, when }];
        for (language, said, heading) in [
            (Language::Nl, "boven 59.600: 62\u{a0}%, mrt 2028", "+3 mnd"),
            (Language::En, "above 59,600: 62\u{a0}%, Mar 2028", "+3 mo"),
        ] {
            let view = View { outcome: &outcome, language };
            assert_eq!(moments(&view).len(), 4);
            assert_eq!(moments(&view)[0], heading);
            let rows = rows(&view);
            let all: Vec<&Row> = rows.iter().flat_map(|group| &group.rows).collect();
            let open = all.iter().find(|row| !row.passings.is_empty()).unwrap();
            assert_eq!(open.passings, [said]);
            assert!(all.iter().all(|row| row.cells.len() == 4));
        }
    }

    #[test]
    fn months_in_which_the_same_thing_binds_are_one_line() {
        let mut outcome = Fixture::default().outcome();
        let day = |month| Day::from_ymd(2026, month, 28).unwrap();
        let desk = |series, share| vec![(Resource::Desk(series), share)];
        outcome.week.binding = vec![
            Binding { date: day(1), resources: desk(Series::DecisionUse, 0.9) },
            Binding { date: day(2), resources: desk(Series::DecisionUse, 0.8) },
            Binding { date: day(3), resources: Vec::new() },
        ];
        let view = View { outcome: &outcome, language: Language::En };
        let lines = binding(&view);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0][0], "Jan 2026 – Feb 2026");
        assert_eq!(lines[0][2], "80\u{a0}%–90\u{a0}%");
        assert_eq!(lines[1][2], "");
    }
}
