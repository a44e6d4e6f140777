use super::*;
use crate::report::fixture::Fixture;
use crate::study::briefing::{Chance, Standing, last_needed, official_totals, past, record, standing};

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

fn page(of: &Briefing, language: Language) -> String {
    brief_html(of, &brief_pictures(of, language), language)
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
    let said = brief_answer(&of, Language::En);
    assert!(
        said[0].contains("right to a place") && said.iter().any(|text| text.contains("39,000 to 67,100")),
        "{said:#?}"
    );
}

#[test]
fn a_word_for_a_chance_stands_with_its_percentage_and_only_where_the_record_earns_it() {
    let mut of = made_up(200);
    let need = standing(&of.record, Series::ReceptionNeed).unwrap().clone();
    assert!(need.standing <= Standing::B);
    // Reception passed, on the inflow that it was given; of the inflow itself there is no record.
    let said = brief_answer(&of, Language::Nl).join(" ");
    assert!(said.contains("72\u{a0}%") && !said.contains("aarschijnlijk ("), "{said}");
    // With one that passed, there is a word.
    let mut inflow = need;
    inflow.target.series = vec![Series::InflowTotal];
    of.record.push(inflow);
    let said = brief_answer(&of, Language::Nl).join(" ");
    assert!(said.contains("Waarschijnlijk (72\u{a0}% van de replicaties)"), "{said}");
    of.record.clear();
    let said = brief_answer(&of, Language::Nl).join(" ");
    assert!(
        !said.contains("aarschijnlijk (")
            && said.contains("72\u{a0}%")
            && said.contains("niet aan het verleden getoetst")
    );
}

#[test]
fn tables_say_which_percentile_hide_few_persons_and_carry_the_mark_of_what_is_not_law() {
    let sheets = brief_sheets(&made_up(200), Language::Nl);
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
    let csv = brief_sheets(&small, Language::En)[0].csv();
    assert!(csv.contains("<10") && !csv.contains("measures_not_law"), "{csv}");
}

#[test]
fn means_add_up_and_few_replications_have_no_low_and_high() {
    let sheets = brief_sheets(&made_up(3), Language::En);
    let means = sheets.iter().find(|sheet| sheet.name == "inflow_means").unwrap();
    for row in &means.rows {
        let number = |cell: &Cell| cell.machine().parse::<f64>().unwrap();
        assert_eq!(row[2..5].iter().map(number).sum::<f64>(), number(&row[5]));
    }
    let inflow = &sheets[0];
    assert_eq!(inflow.head[5].label, "Middle (mean)");
    assert!(inflow.rows.iter().all(|row| row[4] == Cell::None && row[6] == Cell::None));
}
