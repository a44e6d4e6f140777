//! Nobody appears or vanishes, no day is lost, no capacity is exceeded in silence: under every scenario, however odd.

use crate::common;
use doorstroom::record::{AuditLine, Series};

fn violations(lines: &[AuditLine]) -> Vec<&AuditLine> {
    lines.iter().filter(|line| line.violation && line.found > 0).collect()
}

#[test]
fn the_audit_holds_in_odd_scenarios() {
    let odd: &[&[&str]] = &[
        &[],
        &["decision_staff=0"],
        &["registration_capacity=0"],
        &["court_capacity=0", "family_capacity=0"],
        &["regular_places=0", "emergency_places=0", "outside_places=0"],
        &["housing_supply=0"],
        &["housing_supply=1000000", "decision_staff=100000"],
        &["inflow_scale=10"],
        &["inflow_scale=0"],
        &["departure_period=0", "appeal_term=0"],
        &["regular_places=1000@2026-03-01", "departure_period=90@2026-04-01"],
        &["priority_share=1"],
        &["family_term=0"],
    ];
    for sets in odd {
        let (book, audit) = common::run(&common::baseline(sets, 300).thinned(40), 11);
        assert!(violations(&audit).is_empty(), "{sets:?}: {:?}", violations(&audit));
        assert!(
            audit.iter().all(|line| line.checked > 0),
            "{sets:?}: an audit that checks nothing holds nothing"
        );
        assert_eq!(book.days.len(), 300);
    }
}

#[test]
fn inflow_is_the_sum_of_its_parts_and_outcomes_of_theirs() {
    let (book, _) = common::run(&common::baseline(&[], 365), 5);
    let sum = |series: &[Series]| series.iter().map(|&s| common::total(&book, s)).sum::<f64>();
    assert_eq!(
        common::total(&book, Series::InflowTotal),
        sum(&[Series::InflowFirst, Series::InflowRepeat, Series::InflowFamily])
    );
    assert_eq!(
        common::total(&book, Series::Decisions),
        sum(&[Series::Grants, Series::Rejections, Series::Closed])
    );
    assert_eq!(
        common::total(&book, Series::Grants),
        sum(&[Series::GrantsRefugee, Series::GrantsSubsidiary, Series::GrantsHumanitarian])
    );
}

#[test]
fn everyone_in_reception_has_a_place_or_is_counted_without_one() {
    let (book, _) = common::run(&common::baseline(&["regular_places=20000@2026-02-01"], 200), 5);
    for day in 0..200 {
        let on = |series| common::on(&book, series, day);
        let by_type =
            on(Series::ReceptionRegular) + on(Series::ReceptionEmergency) + on(Series::ReceptionOutside);
        assert_eq!(on(Series::Reception), by_type, "day {day}");
        assert_eq!(on(Series::ReceptionNeed), by_type + on(Series::WithoutPlace), "day {day}");
    }
}

#[test]
fn places_that_close_leave_an_excess_that_the_audit_reports() {
    let (_, audit) = common::run(&common::baseline(&["regular_places=20000@2026-02-01"], 60), 5);
    let excess = audit.iter().find(|line| !line.violation).expect("the audit reports an excess");
    assert!(excess.found > 0);
}
