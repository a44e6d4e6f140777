//! Published figures of the past, read from the embedded reference tables, as points beneath a projection.

use super::outcome::{Closure, Published};
use crate::diagnostic::Text;
use crate::record::Series;
use crate::scenario::library;
use crate::time::{Day, Month};

/// Whose figures they are, in Dutch and in English.
type Whose = (&'static str, &'static str);

const fn body(name: &'static str) -> Whose {
    (name, name)
}

const IND: Whose = body("IND");
const COA: Whose = body("COA");
const DTV: Whose = body("DT&V");
// Where a figure counts otherwise than the series does, it says so: scenarios/reference/README.md, the tables.
/// Open cases of UNHCR.
const UNHCR_OPEN: Whose = (
    "UNHCR (telt in 2022–2024 4.000 tot 6.000 minder dan de IND)",
    "UNHCR (in 2022–2024 it counts 4,000 to 6,000 fewer than the IND)",
);
/// Cases closed without a decision, and totals that hold them.
const UNHCR_CLOSED: Whose =
    ("UNHCR (overig afgedaan is vóór 2024 onvolledig)", "UNHCR (closed cases are incomplete before 2024)");
/// Family reunification, pending at the end of 2024.
const IND_PENDING: Whose = (
    "IND (eind 2024 ruimer geteld, met artikel 8 voor minderjarigen)",
    "IND (counted wider at the end of 2024, with article 8 for minors)",
);
/// Figures of these bodies, some of which are known from a newspaper only.
const PARTLY_PRESS: Whose = ("IND en CBS, deels via de pers", "IND and CBS, partly by way of the press");
const COA_QUOTED: Whose = ("COA, via AIDA en de pers", "COA, by way of AIDA and the press");
const UPDAY: Whose = (
    "pers (upday.com, laatst 3 februari 2026), die de IND aanhaalt (gemiddelde doorlooptijd, andere definitie)",
    "press (upday.com, last 3 February 2026), citing the IND (mean lead time, defined otherwise)",
);

/// Where the published points of a series stand: whose figures they are, the table, and the rows that are summed.
const TABLES: &[(Series, Whose, &str, &[&str])] = &[
    (
        Series::InflowFirst,
        ("IND, CBS, Eurostat", "IND, CBS, Eurostat"),
        "inflow_monthly",
        &["first_applications"],
    ),
    (Series::InflowFamily, PARTLY_PRESS, "inflow_monthly", &["nareis_arrivals"]),
    (Series::InflowFamily, PARTLY_PRESS, "inflow_yearly", &["nareis_arrivals"]),
    (Series::InflowTotal, IND, "inflow_yearly", &["total_inflow"]),
    (Series::OpenCases, UNHCR_OPEN, "open_cases_yearly", &["open_cases_unhcr"]),
    (
        Series::Decisions,
        UNHCR_CLOSED,
        "decisions_yearly",
        &["first_instance__total", "repeat_application__total"],
    ),
    (
        Series::Rejections,
        UNHCR_CLOSED,
        "decisions_yearly",
        &["first_instance__rejected", "repeat_application__rejected"],
    ),
    (
        Series::Closed,
        UNHCR_CLOSED,
        "decisions_yearly",
        &["first_instance__closed", "repeat_application__closed"],
    ),
    (
        Series::Grants,
        UNHCR_CLOSED,
        "decisions_yearly",
        &[
            "first_instance__recognised",
            "first_instance__humanitarian",
            "repeat_application__recognised",
            "repeat_application__humanitarian",
        ],
    ),
    (Series::WaitDecision, UPDAY, "lead_times", &["asylum_average_lead_time"]),
    (
        Series::DefaultNotices,
        ("IND (misschien met nareiszaken)", "IND (perhaps with family cases)"),
        "history",
        &["default_notices"],
    ),
    (
        Series::PenaltiesJudicial,
        ("IND en pers (betaalde dwangsommen, beide soorten)", "IND and press (penalties paid, both kinds)"),
        "staff_cost",
        &["penalty_payments"],
    ),
    (Series::FamilyPending, IND_PENDING, "family", &["nareis__pending"]),
    (Series::ReceptionNeed, COA, "reception", &["occupancy_total"]),
    (Series::Reception, COA, "reception", &["occupancy_total"]),
    (Series::ReceptionRegular, COA, "reception", &["occupancy_regular"]),
    (Series::ReceptionEmergency, COA, "reception", &["occupancy_emergency"]),
    (Series::ReceptionOutside, COA, "reception", &["occupancy_outside"]),
    (Series::PermitHolders, COA_QUOTED, "reception", &["permit_holders_in_reception"]),
    (
        Series::PermitHoldersOver14Weeks,
        ("pers (dutchnews.nl)", "press (dutchnews.nl)"),
        "housing",
        &["permit_holders_waiting_over_14_weeks"],
    ),
    (Series::Housed, ("pers (dutchnews.nl)", "press (dutchnews.nl)"), "housing", &["housed"]),
    (
        Series::Housed,
        ("Tweede Kamer 2025D08674", "House of Representatives 2025D08674"),
        "housing",
        &["permit_holders_left_coa_reception"],
    ),
    (Series::DepartedVoluntary, DTV, "departures", &["departure_independent"]),
    (Series::DepartedForcedAll, DTV, "departures", &["departure_forced"]),
    (Series::DepartedUnsupervised, DTV, "departures", &["departure_unsupervised"]),
    (Series::ReturnCasesClosed, DTV, "departures", &["cases_closed_total"]),
];

/// Every published point that corresponds to a series, in order of series and date. Figures that are only recalled are
/// left out.
pub fn points() -> Vec<Published> {
    let mut points: Vec<Published> =
        TABLES.iter().flat_map(|&(series, whose, table, rows)| of(series, whose, table, rows)).collect();
    points.sort_by_key(|p| (p.series, p.date, p.months));
    // Where a quarter and its months are both published, the quarter stands.
    let quarters: Vec<(Series, Day)> =
        points.iter().filter(|p| p.months == 3).map(|p| (p.series, p.date)).collect();
    points.retain(|p| {
        p.months != 1
            || !quarters.iter().any(|&(series, end)| series == p.series && within_quarter(p.date, end))
    });
    points
}

fn within_quarter(date: Day, end: Day) -> bool {
    (0..3).contains(&(Month::of(end).number() - Month::of(date).number()))
}

fn of(series: Series, whose: Whose, table: &str, rows: &[&str]) -> Vec<Published> {
    let mut found: Vec<(Published, bool)> = Vec::new();
    for row in read(table) {
        let wanted = rows.contains(&row.series.as_str()) && row.mark != "recalled";
        let Some((date, months)) = span(&row.period, series).filter(|_| wanted) else { continue };
        let value = if months > 1 { row.value / f64::from(months) } else { row.value };
        match found.iter_mut().find(|(p, _)| p.date == date && p.months == months) {
            // The rows of a group add up; a total over all nationalities stands instead of its parts.
            Some((point, whole)) if !*whole || row.whole => point.value += value,
            Some(_) => {}
            None => {
                let source = Text::new(whose.0, whose.1);
                found.push((Published { series, date, months, value, source }, row.whole));
            }
        }
    }
    found.into_iter().map(|(point, _)| point).collect()
}

/// The last day that a period covers and how many months it is; 0 for a stock or a wait on a day.
fn span(period: &str, series: Series) -> Option<(Day, u8)> {
    use crate::record::SeriesKind::{Flow, Ratio, Stock, Wait};
    let end = |year: i16, month: i8| Day::from_ymd(year, month, 1).map(|day| Month::of(day).last());
    let flow = match series.kind() {
        Flow => true,
        Stock | Wait | Ratio => false,
    };
    if let Ok(day) = period.parse::<Day>() {
        return Some((day, 0));
    }
    let year: i16 = period.get(..4)?.parse().ok()?;
    let (date, months) = match period.get(4..)? {
        "" => (end(year, 12)?, 12),
        rest => match rest.strip_prefix("-Q") {
            Some(quarter) => (end(year, quarter.parse::<i8>().ok()? * 3)?, 3),
            None => (end(year, rest.strip_prefix('-')?.parse().ok()?)?, 1),
        },
    };
    Some((date, if flow { months } else { 0 }))
}

/// A row of a reference table.
pub(super) struct Row {
    /// As it is written: `2024`, `2024-Q1`, `2024-03`, `2024-03-31`.
    pub(super) period: String,
    /// The name of the figure.
    pub(super) series: String,
    /// Whether it is over all nationalities.
    pub(super) whole: bool,
    pub(super) value: f64,
    /// `found`, `derived`, `recalled` or `assumption`.
    pub(super) mark: String,
    /// Where it was found.
    pub(super) source: String,
}

/// The rows of a reference table.
pub(super) fn read(table: &str) -> Vec<Row> {
    let text = library::reference(table).expect("the reference tables are embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().expect("a reference table has a header").clone();
    let column = |name: &str| headers.iter().position(|h| h == name);
    let text = |record: &csv::StringRecord, name: &str| {
        column(name).and_then(|c| record.get(c)).unwrap_or_default().to_string()
    };
    let rows = reader.records().map(|record| {
        let record =
            record.unwrap_or_else(|error| panic!("the reference table {table} can be read: {error}"));
        let value = text(&record, "value");
        Row {
            period: text(&record, "period"),
            series: text(&record, "series"),
            whole: text(&record, "nationality").is_empty(),
            value: value
                .parse()
                .unwrap_or_else(|_| panic!("{value} in the reference table {table} is a number")),
            mark: text(&record, "mark"),
            source: text(&record, "source"),
        }
    });
    rows.collect()
}

/// A step of a lever that was known on another day than its own.
pub(super) struct Known {
    pub(super) lever: String,
    /// The day of the step.
    pub(super) from: Day,
    /// The number; nothing for what a scenario says.
    pub(super) value: Option<f64>,
    /// The day on which it was known.
    pub(super) known: Day,
}

/// Steps of the past that were known before or after their own day.
pub(super) fn known() -> Vec<Known> {
    let text = library::reference("known").expect("the table of what was known when is embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let day = |cell: &str| cell.parse().unwrap_or_else(|_| panic!("{cell} is a day"));
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("the table can be read: {error}"));
        Known {
            lever: record[0].to_owned(),
            from: day(&record[1]),
            value: record[2].parse().ok(),
            known: day(&record[3]),
        }
    });
    rows.collect()
}

/// Stock, inflow and decisions of each year in the published figures, and what they leave unexplained.
pub fn closure() -> Vec<Closure> {
    let text = library::reference("closure").expect("the closure table is embedded");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let lines = reader.records().filter_map(|record| {
        let record = record.expect("the closure table can be read");
        let number = |column: usize| record.get(column)?.parse::<i64>().ok();
        Some(Closure {
            year: record.get(0)?.parse().ok()?,
            definition: record.get(1)?.to_uppercase(),
            open_start: number(2)?,
            inflow: number(3)?,
            decisions: number(4)?,
            open_end: number(6)?,
            residual: number(7)?,
        })
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closure_table_adds_up() {
        let closure = closure();
        assert!(closure.len() >= 11);
        for line in closure {
            assert_eq!(
                line.residual,
                line.open_end - (line.open_start + line.inflow - line.decisions),
                "{line:?}"
            );
        }
    }

    #[test]
    fn every_published_series_has_points_and_they_lie_before_the_baseline() {
        let points = points();
        for &(series, ..) in TABLES {
            assert!(points.iter().any(|p| p.series == series), "{series:?}");
        }
        assert!(points.iter().all(|p| p.value >= 0.0 && p.date < Day::from_ymd(2026, 2, 1).unwrap()));
    }

    #[test]
    fn the_open_cases_of_2025_are_those_of_the_starting_stock() {
        let end = Day::from_ymd(2025, 12, 31).unwrap();
        let point = points().into_iter().find(|p| p.series == Series::OpenCases && p.date == end).unwrap();
        assert_eq!(point.value, 49_662.0);
    }

    #[test]
    fn a_year_of_decisions_is_shown_as_its_mean_month() {
        let end = Day::from_ymd(2025, 12, 31).unwrap();
        let point = points().into_iter().find(|p| p.series == Series::Decisions && p.date == end).unwrap();
        assert_eq!((point.months, point.value.round()), (12, 1_905.0));
    }
}
