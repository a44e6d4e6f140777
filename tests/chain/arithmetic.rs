//! Arithmetic that anyone can do by hand, done by the model: toy scenarios in which all but one queue is switched off. None
//! of their figures is a forecast, and none appears in a report.

use crate::common::diaries::Diaries;
use crate::common::{last, old_law as baseline, on, run, total};
use doorstroom::flow::{self, News, OpenCases, Stage};
use doorstroom::policy::Nationality;
use doorstroom::random::Stream;
use doorstroom::record::Series;
use doorstroom::scenario::Scenario;
use doorstroom::time::{Day, Days, workdays_between};

const DAYS_A_YEAR: f64 = 365.25;
/// Officers, few enough that the files on their desks at the start weigh nothing: one in five hundred of the stock.
const OFFICERS: f64 = 100.0;

/// The interview takes half of the hours of a case: a short one would fill what is left of a day, and let many be heard long
/// before anyone has time to decide on them, in no order among those of a day.
const HALF_HEARD: &str = "hearing_hours=200";

/// Off: repeat applications, transfers and those who come back from them, withdrawals, the safe-country track, remittals
/// (everyone is granted), permits that are lost, priority, notices of default and the hours and places ahead that they bring, families, and
/// every other stock. On: officers alone, who hear and decide in the order of lodging.
const OFF: &str = "inflow_scale=0
    household_sizes={ 1 = 1, 2 = 0, 3 = 0, 4 = 0, 5 = 0, 6 = 0 }
    unaccompanied_share={ALL 0}
    earlier_repeat_applications={ALL 0}
    repeat_share=0
    incoming_transfers=0
    dublin_share={ALL 0}
    withdrawn_share={ALL 0}
    safe_country_share={ALL 0}
    grant_share={ALL 1}
    view_turns=0
    relatives_per_grant={ALL 0}
    priority_share=0
    court_priority_share=0
    notice_share=0
    further_extension_share=0
    resettlement_quota=0
    registration_capacity=100000
    interpreter_hours={ arabic = 100000, persian = 100000, tigrinya = 100000, somali = 100000, turkish = 100000, other = 100000 }
    lawyer_hours=100000
    work_variation=0
    view_work=0
    productivity=1
    productive_minutes=360
    training_days=0
    staff_attrition=0
    appeals_at_start=0
    dublin_appeals_at_start=0
    in_appeal_term_at_start=0
    further_appeals_at_start=0
    permits_at_start={ALL 0}
    renewal_refusal_share={ALL 0}
    withdrawal_rate=0
    permit_holders_at_start=0
    family_pending_at_start=0
    family_travelling_at_start=0
    transfers_at_start=0
    in_departure_at_start=0
    transit_places=0
    housing_supply=10000";

/// The same value for every nationality.
fn all(value: f64) -> String {
    let keys = Nationality::KEYS.map(|key| format!("{key} = {value}"));
    format!("{{ {} }}", keys.join(", "))
}

/// A toy scenario that begins with so many open cases of one person, lodged in the year before.
fn toy(changes: &[String], persons: u32, days: i32) -> Scenario {
    let name = |set: &str| set.split('=').next().map(str::to_owned);
    let changed: Vec<Option<String>> = changes.iter().map(|set| name(set)).collect();
    let off: Vec<String> = OFF
        .lines()
        .map(|line| line.trim().replace("{ALL 0}", &all(0.0)).replace("{ALL 1}", &all(1.0)))
        .filter(|set| !changed.contains(&name(set)))
        .chain(changes.iter().cloned())
        .collect();
    let sets: Vec<&str> = off.iter().map(String::as_str).collect();
    let mut scenario = baseline(&sets, days);
    scenario.open_cases = vec![OpenCases {
        stage: Stage::Decision,
        nationality: Nationality::Syria,
        age_from: Days(1),
        age_to: Days(366),
        persons,
    }];
    scenario
}

/// Officers and hours with which so many cases are decided a year, over the years of a run.
fn capacity(a_year: f64, years: i16) -> Vec<String> {
    let first = Day::from_ymd(2026, 1, 1).expect("a day");
    let last = Day::from_ymd(2025 + years, 12, 31).expect("a day");
    let workdays = f64::from(workdays_between(first, last)) / f64::from(years);
    let hours = OFFICERS * 6.0 * workdays / a_year;
    vec![format!("decision_staff={OFFICERS}"), format!("decision_hours={hours}"), HALF_HEARD.into()]
}

#[test]
fn a_stock_of_51_000_and_21_180_decisions_a_year_are_a_wait_of_two_years_and_five_months_for_a_new_case() {
    let mut changes = capacity(21_180.0, 3);
    // Some new cases, whose wait is measured; they stand behind the stock.
    changes.push("inflow_scale=0.2".into());
    let scenario = toy(&changes, 51_000, 960);
    let mut diaries = Diaries::default();
    let policy = scenario.policy.held();
    flow::run(scenario.start, scenario.end, policy, &scenario.open_cases, Stream::new(3, 0), &mut diaries);
    let mut waits = Vec::new();
    for news in diaries.news.values() {
        let day = |wanted: News| news.iter().find(|(_, n)| *n == wanted).map(|(day, _)| *day);
        let Some(applied) = day(News::FirstApplication).filter(|day| *day < scenario.start + Days(8)) else {
            continue;
        };
        let decided = day(News::Decided).expect("they are decided on before the end of the run");
        waits.push(f64::from((decided - applied).0));
    }
    assert!(waits.len() > 50, "{}", waits.len());
    let mean = waits.iter().sum::<f64>() / waits.len() as f64 / DAYS_A_YEAR;
    // The tick is a day, officers work on workdays, and the week in which they applied is a week: one in a hundred.
    let by_hand = 51_000.0 / 21_180.0;
    assert!((mean / by_hand - 1.0).abs() < 0.01, "{mean} years, {by_hand} by hand");
}

#[test]
fn old_cases_with_three_tenths_of_24_000_decisions_a_year_last_seven_years_and_a_half() {
    let scenario = toy(&capacity(0.3 * 24_000.0, 8), 54_000, 2_922);
    let (book, _) = run(&scenario, 3);
    let cleared = (0..2_922).find(|&day| on(&book, Series::OpenCases, day) == 0.0).expect("it is cleared");
    let years = cleared as f64 / DAYS_A_YEAR;
    // Years have 250 to 256 workdays, and the last case takes a day or two: one in a hundred.
    assert!((years / 7.5 - 1.0).abs() < 0.01, "{years} years");
    assert_eq!(total(&book, Series::Decisions), 54_000.0);
}

#[test]
fn new_cases_with_seven_tenths_of_the_decisions_still_build_a_stock() {
    const YEARS: i16 = 4;
    let flat = "season={ january = 1, february = 1, march = 1, april = 1, may = 1, june = 1, july = 1, august = 1, september = 1, october = 1, november = 1, december = 1 }";
    let mut changes = capacity(0.7 * 24_000.0, YEARS);
    for change in [
        // 24,070 first applications a year, evenly; 19 % of them are claimed, accepted, and transferred for good.
        "inflow_scale=1",
        flat,
        "inflow_common_volatility=0",
        "inflow_own_volatility=0",
        "inflow_month_noise=0",
        "dublin_accepted={ germany = 1, france = 1, italy = 1, other = 1 }",
        "dublin_takes={ germany = 1, france = 1, italy = 1, other = 1 }",
        "dublin_absconding=0",
        "transfer_days=30",
        "transfer_term=2000",
        // A transfer decision takes none of the work that is shared out here.
        "closed_hours=0.1",
    ] {
        changes.push(change.into());
    }
    changes.push(format!("dublin_share={}", all(0.19)));
    let days = i32::from(YEARS) * 365 + 1;
    let (book, _) = run(&toy(&changes, 0, days).thinned(10), 3);
    let a_year = |series| total(&book, series) / (f64::from(days) / DAYS_A_YEAR);
    let (applied, claimed) = (a_year(Series::InflowFirst), a_year(Series::DublinClaims));
    // Arrivals are drawn: three standard deviations of a Poisson number over the years.
    assert!((applied - 24_070.0).abs() < 3.0 * (24_070.0 / f64::from(YEARS)).sqrt(), "{applied}");
    assert!((claimed / applied - 0.19).abs() < 0.01);
    let on_the_merits = a_year(Series::Grants);
    assert!((on_the_merits / 16_800.0 - 1.0).abs() < 0.01, "{on_the_merits}");
    // 24,070 x 0.81 - 16,800 = 2,700 a year. Claims under way are no part of it: their number is the same each year.
    let growth = (last(&book, Series::OpenCases) - on(&book, Series::OpenCases, 364)) / f64::from(YEARS - 1);
    assert!((2_500.0..3_000.0).contains(&growth), "{growth}");
}

#[test]
fn the_penalties_of_54_000_cases_that_nobody_decides_come_to_810_million_euros() {
    let changes = [
        "decision_staff=0",
        "notice_share=1",
        "notice_delay=0",
        "late_appeal_share=1",
        "late_appeal_again_share=0",
    ];
    let scenario = toy(&changes.map(String::from), 54_000, 540);
    let (book, _) = run(&scenario, 3);
    // 183 days, the day after, 14 of the notice, 56 of the court, 112 of its term and 150 of EUR 100 are 516.
    let euros = 54_000.0 * 15_000.0 / 1e6;
    assert_eq!(euros, 810.0);
    // A penalty that is full is owed, without a decision.
    assert_eq!(last(&book, Series::PenaltiesAccrued), 0.0);
    assert!((total(&book, Series::PenaltiesJudicial) - euros).abs() < 1e-6);
}
