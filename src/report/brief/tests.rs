use super::*;
use crate::record::{Account, Awaited, Series};
use crate::report::fixture::Fixture;
use crate::study::briefing::{
    Chance, Curve, Flow, FlowYear, Seen, Standing, Told, Waiting, last_needed, official_totals, past, record,
    standing,
};
use crate::study::outcome::{LeverPath, LeverStep};

/// A briefing on made-up outcomes.
fn made_up(replications: u32) -> Briefing {
    let told = |id: &str, outcome: crate::study::Outcome| Told {
        id: id.to_owned(),
        layers: Vec::new(),
        probability: None,
        chances: vec![
            Chance { day: "2027-01-01".parse().unwrap(), row: 11, share: 0.72 },
            Chance { day: "2030-07-01".parse().unwrap(), row: 53, share: 0.05 },
        ],
        peaks: Vec::new(),
        seen: Seen::default(),
        outcome,
    };
    let mut late = told("late", Fixture { replications, ..Fixture::rich() }.outcome());
    late.probability = Some((0.2, "<het ministerie>".to_owned()));
    Briefing {
        title: Text::new("Verwachte <instroom>", "Projected <inflow>"),
        scenarios: vec![told("law", Fixture { replications, ..Fixture::default() }.outcome()), late],
        charts: ["reception", "inflow"].map(str::to_owned).to_vec(),
        past: past(2021, 2026),
        official: official_totals(2026, 2030),
        needed: last_needed(),
        rounds: Vec::new(),
        record: record(),
        command: "doorstroom brief".to_owned(),
    }
}

/// The same with all charts of a briefing, and what they are drawn from.
fn with_every_chart() -> Briefing {
    let mut of = made_up(200);
    of.charts = chart_names().into_iter().map(str::to_owned).collect();
    let day = |text: &str| text.parse::<crate::time::Day>().unwrap();
    let band = |value: f64| crate::stats::Band { mean: Some(value), sd: None, quantiles: [Some(value); 7] };
    for told in &mut of.scenarios {
        let move_of = |from, to, persons| Flow { from, to, persons: band(persons) };
        let year = |year| {
            let mut start = vec![0.0; Account::ALL.len()];
            (start[Account::OpenCase as usize], start[Account::ToHouse as usize]) = (40_000.0, 3.0);
            let end = start.clone();
            let moves = vec![
                move_of(Account::Came, Account::Unregistered, 30_000.0),
                move_of(Account::Unregistered, Account::OpenCase, 29_000.0),
                move_of(Account::OpenCase, Account::ToHouse, 17_000.0),
                move_of(Account::InAppeal, Account::OpenCase, 900.0),
                move_of(Account::OutOfSight, Account::Unregistered, 4.0),
                move_of(Account::ToHouse, Account::Housed, 17_000.0),
                move_of(Account::OpenCase, Account::InAppeal, 9_000.0),
                move_of(Account::CameAsRelative, Account::Housed, 8_000.0),
            ];
            FlowYear { year, months: 12, start, end, moves }
        };
        told.seen.flows = vec![year(2026), year(2027), year(2028)];
        let curve = |year: i16, weeks: i32| Curve {
            year,
            persons: 30_000.0,
            shares: (0..=weeks).map(|week| band(1.0 / (1.0 + f64::from(week) / 40.0))).collect(),
        };
        told.seen.waiting = [Awaited::Decision, Awaited::Family, Awaited::Dwelling]
            .map(|what| Waiting { what, curves: vec![curve(2026, 230), curve(2027, 90), curve(2030, 26)] })
            .to_vec();
        let lever = |name: &str, value: f64| LeverPath {
            lever: name.to_owned(),
            dutch: String::new(),
            unit: String::new(),
            steps: vec![LeverStep {
                date: day("2026-01-01"),
                text: value.to_string(),
                value: Some(value),
                share: 1.0,
                triggered: false,
                status: "in_force".to_owned(),
            }],
        };
        told.outcome.levers.extend([
            lever("distribution_law", 1.0),
            lever("distribution_task", 38_000.0),
            lever("distribution_key.zuid_holland", 0.6),
            lever("distribution_key.noord_brabant", 0.4),
            lever("distribution_key.groningen", 0.0),
            lever("distribution_sizes.below_20000", 0.25),
            lever("distribution_sizes.four_largest", 0.75),
        ]);
    }
    of
}

#[test]
fn charts_of_a_briefing_alone_come_with_their_figures_and_name_no_province_that_fails() {
    let of = with_every_chart();
    let pictures = brief_pictures(&of, Language::Nl);
    let names: Vec<&str> = pictures[0].iter().map(|picture| picture.name.as_str()).collect();
    for name in ["flows", "still_waiting", "provinces"] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(pictures[1].iter().any(|picture| picture.name == "late_flows"));
    let sheets = brief_sheets(&of, &[], Language::Nl);
    let sheet = |name: &str| sheets.iter().find(|sheet| sheet.name == name).unwrap().csv();
    // Forty thousand at the start, with those who came, less those who went; few persons are not shown.
    let flows = sheet("flows");
    assert!(flows.contains("law,2026,start,open_case,,40000,"), "{flows}");
    assert!(
        flows.contains("law,2026,start,to_house,,<10,")
            && flows.contains("law,2026,came,unregistered,30000,30000,30000")
    );
    let waits = sheet("still_waiting");
    assert!(waits.contains("law,decision,2026,30000,52,0.4348,0.4348,0.4348"), "{waits}");
    let provinces = sheet("provinces");
    for row in ["law,province,zuid_holland,22800,", "law,size,below_20000,9500,"] {
        assert!(provinces.contains(row) && !provinces.contains("groningen"), "{provinces}");
    }
    let page = page(&of, Language::Nl);
    assert!(
        page.contains("geen voorspelling voor een provincie of gemeente") && page.contains("Kaplan-Meier")
    );
    assert!(page.contains("Na een jaar") || page.contains("na een jaar nog"));
    // A task of nothing is said, and not drawn.
    let mut none = of.clone();
    for told in &mut none.scenarios {
        told.outcome.levers.retain(|path| path.lever != "distribution_task");
    }
    assert!(brief_pictures(&none, Language::Nl)[0].iter().all(|picture| picture.name != "provinces"));
    assert!(brief_answer(&none, &[], Language::Nl).join(" ").contains("geen opgave onder de Spreidingswet"));
}

fn page(of: &Briefing, language: Language) -> String {
    brief_html(of, &brief_pictures(of, language), &[], language)
}

#[test]
fn the_page_leads_with_the_answer_stands_alone_and_escapes_what_users_write() {
    let of = made_up(200);
    for language in [Language::Nl, Language::En] {
        let page = page(&of, language);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("src="));
        assert!(!page.contains("NaN") && !page.contains("<het ministerie>") && !page.contains("<instroom>"));
        assert!(page.find("id=\"answer\"").unwrap() < page.find("<svg").unwrap());
        // Every id once, though two scenarios have the same charts.
        let ids: Vec<&str> =
            page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        assert!(
            page.split("<table").skip(1).all(|table| table
                .split("<thead")
                .next()
                .unwrap()
                .contains("<caption"))
        );
    }
    // The plan puts reception first, and so does the answer.
    let said = brief_answer(&of, &[], Language::En);
    assert!(
        said[0].contains("right to a place") && said.iter().any(|text| text.contains("39,000 to 67,100")),
        "{said:#?}"
    );
}

#[test]
fn a_word_for_a_chance_stands_with_its_percentage_and_only_where_the_record_earns_it() {
    let mut of = made_up(200);
    // Whatever the record says today: reception passed, on the inflow that it was given; of the inflow itself there is none.
    for one in of.record.iter_mut().filter(|one| one.target.series.contains(&Series::ReceptionNeed)) {
        one.standing = Standing::B;
    }
    let need = standing(&of.record, Series::ReceptionNeed).unwrap().clone();
    let said = brief_answer(&of, &[], Language::Nl).join(" ");
    assert!(said.contains("72\u{a0}%") && !said.contains("aarschijnlijk ("), "{said}");
    // With one that passed, there is a word.
    let mut inflow = need;
    inflow.target.series = vec![Series::InflowTotal];
    of.record.push(inflow);
    let said = brief_answer(&of, &[], Language::Nl).join(" ");
    assert!(said.contains("Waarschijnlijk (72\u{a0}% van de replicaties)"), "{said}");
    of.record.clear();
    let said = brief_answer(&of, &[], Language::Nl).join(" ");
    assert!(
        !said.contains("aarschijnlijk (")
            && said.contains("72\u{a0}%")
            && said.contains("niet aan het verleden getoetst")
    );
}

#[test]
fn tables_say_which_percentile_hide_few_persons_and_carry_the_mark_of_what_is_not_law() {
    let sheets = brief_sheets(&made_up(200), &[], Language::Nl);
    let inflow = &sheets[0];
    assert!(inflow.csv().starts_with("scenario,series,year,realised,low_p10,middle,high_p90,official_low"));
    assert!(inflow.csv_dutch().contains("Laag (10e percentiel)"));
    let rows: Vec<String> = inflow.csv().lines().map(str::to_owned).collect();
    assert!(rows.iter().any(|row| row.starts_with("law,inflow_total,2025,42000,")), "{rows:#?}");
    assert!(
        rows.iter()
            .any(|row| row.starts_with("law,inflow_total,2026,,") && row.ends_with(",39000,67100,2025-09"))
    );
    for sheet in &sheets {
        assert!(
            sheet.csv().lines().nth(1).unwrap().starts_with("measures_not_law,1,contains measures"),
            "{}",
            sheet.name
        );
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()), "{}", sheet.name);
    }
    let small = Briefing {
        scenarios: vec![Told {
            outcome: Fixture { scale: 1e-4, ..Fixture::default() }.outcome(),
            ..made_up(200).scenarios.remove(0)
        }],
        ..made_up(200)
    };
    let csv = brief_sheets(&small, &[], Language::En)[0].csv();
    assert!(csv.contains("<10") && !csv.contains("measures_not_law"), "{csv}");
}

#[test]
fn means_add_up_and_few_replications_have_no_low_and_high() {
    let sheets = brief_sheets(&made_up(3), &[], Language::En);
    let means = sheets.iter().find(|sheet| sheet.name == "inflow_means").unwrap();
    for row in &means.rows {
        let number = |cell: &Cell| cell.machine().parse::<f64>().unwrap();
        assert_eq!(row[2..5].iter().map(number).sum::<f64>(), number(&row[5]));
    }
    let inflow = &sheets[0];
    assert_eq!(inflow.head[5].label, "Middle (mean)");
    assert!(inflow.rows.iter().all(|row| row[4] == Cell::None && row[6] == Cell::None));
}
