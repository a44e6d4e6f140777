//! A user's own stocks: what is told takes its place, what is missing is estimated and listed, and every mistake is
//! answered with its code, line, caret and cure.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use doorstroom::diagnostic::{Diagnostic, Language, Severity, render};
use doorstroom::flow::Stage;
use doorstroom::policy::{Nationality, levers};
use doorstroom::record::Daily;
use doorstroom::scenario::{Beginning, Checked, Failed, Form, Request, Scenario, read, read_from, template};
use doorstroom::study::replication::replicate;
use doorstroom::time::Day;

fn baseline() -> Scenario {
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    read(&Request { scenario: "baseline", sets: &[], files: &files }).unwrap().scenario
}

fn begin(table: &str, start: Option<&str>, sets: &[&str]) -> Result<Checked, Failed> {
    let files = |path: &str| match path {
        "s.csv" => Ok(table.as_bytes().to_vec()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    };
    let sets: Vec<String> = sets.iter().map(|s| s.to_string()).collect();
    let request = Request { scenario: "baseline", sets: &sets, files: &files };
    read_from(&request, &Beginning { start, stocks: Some("s.csv") })
}

fn sound(table: &str) -> Scenario {
    match begin(table, None, &[]) {
        Ok(checked) => checked.scenario,
        Err(failed) => panic!("{}", render(&failed.diagnostics, &failed.texts, Language::En, false)),
    }
}

/// A short English table.
fn table(rows: &str) -> String {
    format!("part,item,nationality,age_from_days,age_to_days,month,value,low,high,source\n{rows}")
}

fn value(scenario: &Scenario, lever: &str) -> Vec<f64> {
    scenario.policy.timeline(levers::find(lever).unwrap()).at(scenario.start).to_vec()
}

fn persons(scenario: &Scenario, stage: Stage, nationality: Option<Nationality>) -> u32 {
    let wanted = |c: &&doorstroom::scenario::OpenCases| {
        c.stage == stage && nationality.is_none_or(|n| n == c.nationality)
    };
    scenario.open_cases.iter().filter(wanted).map(|c| c.persons).sum()
}

fn filled(scenario: &Scenario) -> Vec<String> {
    scenario.own.as_ref().unwrap().filled.iter().map(|f| f.what.en.clone()).collect()
}

#[test]
fn a_template_filled_with_the_stocks_of_the_baseline_gives_its_very_results() {
    let base = baseline();
    for language in [Language::Nl, Language::En] {
        let text = template(&base, Form { language, date: base.start, filled: true });
        let own = sound(&text);
        assert_eq!(own.open_cases, base.open_cases);
        assert_eq!(own.policy.uncertainties(), base.policy.uncertainties());
        for row in 0..levers::count() {
            assert_eq!(
                own.policy.timeline(row),
                base.policy.timeline(row),
                "{}",
                levers::declaration(row).name
            );
        }
        assert_eq!((own.start, own.end), (base.start, base.end));
        let told = own.own.as_ref().unwrap();
        // What no row asks for is filled in and told, and nothing else.
        assert_eq!(told.filled.len(), 5, "{:?}", told.filled);
        assert!(told.filled.iter().all(|figure| figure.value.is_empty()));
        assert!(told.told.len() > 10);
        let short = |s: &Scenario| Scenario { end: Day::from_ymd(2026, 6, 30).unwrap(), ..s.clone() };
        let months = |s: &Scenario| format!("{:?}", replicate(&short(s), 1, 3, false, Daily::No).months);
        assert_eq!(months(&own), months(&base));
    }
}

#[test]
fn an_empty_template_tells_nothing_and_says_so() {
    let base = baseline();
    for language in [Language::Nl, Language::En] {
        let text = template(&base, Form { language, date: base.start, filled: false });
        let failed = begin(&text, None, &[]).unwrap_err();
        assert_eq!(failed.diagnostics[0].code, "DS040");
        assert!(failed.diagnostics[0].title.en.contains("not a single value"));
    }
}

#[test]
fn what_excel_makes_of_the_template_reads_the_same() {
    let base = baseline();
    let text = template(&base, Form { language: Language::Nl, date: base.start, filled: true });
    // Excel pads every line to the width of the table, puts comments between quotes and shows months in its own way.
    let mut excel = String::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        if line.starts_with('#') {
            excel.push_str(&format!("\"{line}\";;;;;;;;;;;\r\n"));
        } else {
            let line = line.replace("2025-11", "nov-25").replace("2026-01-01", "1-1-2026");
            excel.push_str(&format!("{line};\r\n"));
        }
    }
    assert_eq!(sound(&excel).open_cases, base.open_cases);
}

#[test]
fn a_total_alone_is_spread_as_in_the_baseline_and_the_rest_is_scaled_with_it() {
    let base = baseline();
    let own = sound(&table("stock,open_cases,,,,,99324,,,\n"));
    assert_eq!(persons(&own, Stage::Decision, None), 99_324);
    let syrians = |s: &Scenario| persons(s, Stage::Decision, Some(Nationality::Syria));
    assert_eq!(syrians(&own), 2 * syrians(&base));
    assert_eq!(value(&own, "appeals_at_start"), [2.0 * value(&base, "appeals_at_start")[0]]);
    let appeals = &own.values[levers::find("appeals_at_start").unwrap()];
    assert_eq!(appeals.range, Some((5_600.0, 16_200.0)));
    assert!(appeals.sources.en.contains("estimate"), "{}", appeals.sources.en);
    assert_eq!(value(&own, "decision_staff"), value(&base, "decision_staff"));
    let filled = filled(&own);
    for what in
        ["open_cases by nationality: all nationalities", "appeals", "decision_staff", "first_applications"]
    {
        assert!(filled.iter().any(|f| f == what), "{what}: {filled:?}");
    }
}

#[test]
fn a_part_of_the_nationalities_leaves_the_rest_of_the_total_to_the_others() {
    let own = sound(&table(
        "stock,open_cases,,,,,50000,,,\nstock,open_cases,syria,,,,20000,,,\nstock,open_cases,Eritrea,0,100,,1000,,,\nstock,open_cases,eritrea,100,200,,500,,,\n",
    ));
    assert_eq!(persons(&own, Stage::Decision, None), 50_000);
    assert_eq!(persons(&own, Stage::Decision, Some(Nationality::Syria)), 20_000);
    assert_eq!(persons(&own, Stage::Decision, Some(Nationality::Eritrea)), 1_500);
    let eritreans: Vec<_> = own
        .open_cases
        .iter()
        .filter(|c| c.nationality == Nationality::Eritrea)
        .map(|c| (c.age_from.0, c.persons))
        .collect();
    assert_eq!(eritreans, [(0, 1_000), (100, 500)]);
}

#[test]
fn another_stock_by_nationality_begins_with_those_nationalities() {
    let own = sound(&table("stock,appeals,iraq,,,,700,,,\nstock,appeals,iran,0,90,,300,,,\n"));
    assert_eq!(value(&own, "appeals_at_start"), [1_000.0]);
    assert_eq!(own.values[levers::find("appeals_at_start").unwrap()].range, None);
    assert_eq!(persons(&own, Stage::Appeal, Some(Nationality::Iraq)), 700);
    assert_eq!(persons(&own, Stage::Appeal, None), 1_000);
    let short = Scenario { end: own.start, ..own };
    let row = replicate(&short, 1, 0, true, Daily::Yes).days[0];
    use doorstroom::record::Series::{OpenAppeals, OpenAppealsDublin};
    let appeals = row[OpenAppeals as usize] - row[OpenAppealsDublin as usize];
    assert!((950.0..=1_020.0).contains(&appeals), "{appeals}");
}

#[test]
fn months_of_inflow_give_a_level_without_their_season() {
    let base = baseline();
    let level = |s: &Scenario| value(s, "first_applications").iter().sum::<f64>();
    let own = sound(&table("inflow,first_applications,,,,2025-10,2567.4666,,,\n"));
    // October is 1.28 of the mean month: a year of 24,070 persons.
    assert!((level(&own) - level(&base)).abs() < 1.0, "{}", level(&own));
    let own = sound(&table("inflow,first_applications,syria,,,,6594,,,\n"));
    assert_eq!(level(&own) - level(&base), 3_297.0);
}

#[test]
fn a_told_capacity_holds_until_the_scenario_changes_it() {
    let rows = table("places,regular_places,,,,,41000,,,COA\nstaff,decision_staff,,,,,1500,,,\n");
    let own =
        begin(&rows, None, &["regular_places=45000@2027-01-01", "decision_staff=1300"]).unwrap().scenario;
    let places = own.policy.timeline(levers::find("regular_places").unwrap());
    assert_eq!(places.at(own.start), [41_000.0]);
    assert_eq!(places.at(Day::from_ymd(2027, 1, 1).unwrap()), [45_000.0]);
    assert_eq!(value(&own, "decision_staff"), [1_300.0], "the command line speaks last");
    assert!(own.not_law().iter().all(|(lever, _)| lever == "regular_places" || lever == "decision_staff"));
    assert!(sound(&rows).not_law().is_empty(), "a count is no measure");
}

#[test]
fn the_start_moves_and_the_horizon_keeps_its_length() {
    let rows = table("date,date,,,,,1-11-2026,,,\nstock,open_cases,,,,,53000,,,\n");
    let own = sound(&rows);
    assert_eq!((own.start.to_string(), own.end.to_string()), ("2026-11-01".into(), "2031-10-31".into()));
    let own = begin(&table("stock,open_cases,,,,,53000,,,\n"), Some("2026-07-01"), &[]).unwrap().scenario;
    assert_eq!(own.end.to_string(), "2031-06-30");
    let failed = begin(&rows, Some("2026-07-01"), &[]).unwrap_err();
    assert_eq!(failed.diagnostics[0].code, "DS044");
}

#[test]
fn a_start_without_stocks_must_lie_near_the_day_of_the_scenarios_stocks() {
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    let from = |start| {
        let request = Request { scenario: "baseline", sets: &[], files: &files };
        read_from(&request, &Beginning { start: Some(start), stocks: None })
    };
    assert!(from("2026-01-01").unwrap().warnings.is_empty());
    assert_eq!(from("2026-01-20").unwrap().warnings[0].code, "DS056");
    for (start, code) in
        [("2026-11-01", "DS044"), ("2026-02-30", "DS014"), ("soon", "DS014"), ("1850-01-01", "DS021")]
    {
        let failed = from(start).unwrap_err();
        assert_eq!((failed.diagnostics[0].code, failed.diagnostics[0].file.as_str()), (code, "--start"));
        assert!(failed.diagnostics[0].help.is_some());
    }
    let failed = begin(&table("places,regular_places,,,,,41000,,,\n"), Some("2026-11-01"), &[]).unwrap_err();
    assert_eq!(failed.diagnostics[0].code, "DS044", "places alone are no stock");
}

#[test]
fn every_mistake_is_told_in_one_pass_with_its_line_and_cure() {
    let rows = table(
        "stok,open_cases,,,,,1,,,\n\
         stock,open_case,,,,,1,,,\n\
         stock,open_cases,syrai,,,,1,,,\n\
         stock,open_cases,,,,,\"49,662\",,,\n\
         stock,open_cases,iraq,200,100,,5,,,\n\
         stock,appeals,,,,,5,9,7,\n\
         places,regular_places,syria,,,,5,,,\n\
         staff,decision_staff,,,,,-5,,,\n\
         stock,in_departure,iraq,0,90,,5,,,\n\
         inflow,first_applications,,,,2025-13,5,,,\n\
         stock,appeals,,,,,7,,,\n\
         stock,permit_holders,,,,,many,,,\n\
         stock,permit_holders,,,,,10.5,,,\n\
         stock,open_cases,,0,90,,5,,,\n\
         date,date,,,,,yesterday,,,\n",
    );
    let expected = [
        ("DS041", 2, "stock"),
        ("DS041", 3, "open_cases"),
        ("DS041", 4, "syria"),
        ("DS042", 5, "49662"),
        ("DS041", 6, "182"),
        ("DS041", 7, "all three"),
        ("DS041", 8, "leave the cell empty"),
        ("DS042", 9, "write for example 0"),
        ("DS041", 10, "leave the cell empty"),
        ("DS041", 11, "year-month"),
        ("DS041", 12, "leave one"),
        ("DS042", 13, "leave the cell empty"),
        ("DS042", 14, "write for example"),
        ("DS041", 15, "split the row"),
        ("DS041", 16, "2026-11-01"),
    ];
    let failed = begin(&rows, None, &[]).unwrap_err();
    let page = render(&failed.diagnostics, &failed.texts, Language::En, false);
    let line = |d: &Diagnostic| d.line(&failed.texts);
    for (code, number, cure) in expected {
        let found = failed.diagnostics.iter().any(|d| {
            let help = d.help.as_ref().unwrap();
            d.code == code && line(d) == Some(number) && help.en.contains(cure) && help.nl != help.en
        });
        assert!(found, "{code} line {number}: {cure}\n{page}");
    }
    assert_eq!(failed.diagnostics.len(), expected.len(), "{page}");
    assert!(page.contains("s.csv:5:23"), "{page}");
    assert!(render(&failed.diagnostics, &failed.texts, Language::Nl, false).contains("bedoelde u `stock`"));
}

#[test]
fn parts_that_do_not_add_up_are_told_with_their_difference() {
    for (rows, difference) in [
        ("stock,open_cases,,,,,10,,,\nstock,open_cases,syria,,,,12,,,\n", "difference -2"),
        ("stock,open_cases,syria,,,,10,,,\nstock,open_cases,syria,0,90,,9,,,\n", "difference 1"),
        ("inflow,first_applications,,,,,10,,,\ninflow,first_applications,syria,,,,12,,,\n", "difference -2"),
        ("stock,open_cases,,,,,50000,,,\nbefore,open_cases,,,,,48000,,,\n", "balance of open_cases"),
    ] {
        let failed = begin(&table(rows), None, &[]).unwrap_err();
        let page = render(&failed.diagnostics, &failed.texts, Language::En, false);
        assert!(failed.diagnostics.iter().any(|d| d.code == "DS043") && page.contains(difference), "{page}");
    }
}

#[test]
fn the_residual_of_a_balance_is_shown_and_a_wide_one_is_warned_of() {
    let rows = |came: u32| {
        table(&format!(
            "stock,open_cases,,,,,50000,,,\nbefore,open_cases,,,,,48000,,,\ncame,open_cases,,,,,{came},,,\nleft,open_cases,,,,,20000,,,\n"
        ))
    };
    let checked = begin(&rows(22_100), None, &[]).unwrap();
    assert_eq!(checked.scenario.own.unwrap().balances[0].residual, -100.0);
    assert!(checked.warnings.is_empty());
    let checked = begin(&rows(30_000), None, &[]).unwrap();
    assert_eq!((checked.warnings[0].code, checked.warnings[0].severity), ("DS055", Severity::Warning));
    assert_eq!(checked.scenario.own.unwrap().balances[0].residual, -8_000.0);
}

#[test]
fn a_table_that_is_not_there_or_no_table_is_told() {
    for text in ["", "part,item\n", "PK\u{3}\u{4}", "a,b,c\n1,2,3\n"] {
        let failed = begin(text, None, &[]).unwrap_err();
        assert_eq!(failed.diagnostics[0].code, "DS040", "{text:?}");
    }
}

#[test]
fn a_told_capacity_is_exact_without_bounds_and_drawn_with_them() {
    let moved = |table: &str| {
        let own = sound(table);
        let row = levers::find("regular_places").unwrap();
        let by = own.values[row].moved_by;
        (value(&own, "regular_places"), by.and_then(|by| own.values[by].range))
    };
    assert_eq!(moved(&table("places,regular_places,,,,,40000,,,\n")), (vec![40_000.0], None));
    let drawn = moved(&table("places,regular_places,,,,,40000,36000,50000,\n"));
    assert_eq!(drawn, (vec![40_000.0], Some((0.9, 1.25))));
    let failed = begin(&table("staff,decision_staff,,,,,1400,1300,1500,\n"), None, &[]).unwrap_err();
    assert!(failed.diagnostics[0].title.en.contains("not asked by range"));
}

/// A folder with a short scenario in it, and the program called there.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        let short = "format = 1\nname = \"Short\"\nextends = \"baseline\"\nhorizon = \"3 months\"\n";
        desk.write("short.toml", short);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// Exit code, standard output and standard error.
    fn call(&self, words: &str) -> (Option<i32>, String, String) {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        command.current_dir(self.0.path()).env("LC_ALL", "C").env_remove("LANGUAGE");
        let said = command.args(words.split_whitespace()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (said.status.code(), text(said.stdout), text(said.stderr))
    }
}

#[test]
fn the_stocks_of_the_baseline_give_its_series_to_the_byte() {
    let desk = Desk::new();
    assert_eq!(desk.call("stocks template --filled --lang nl --out own.csv").0, Some(0));
    let run = "run short.toml --alone --replications 2 --threads 1";
    assert_eq!(desk.call(&format!("{run} --out base")).0, Some(0));
    let (code, out, _) = desk.call(&format!("{run} --stocks own.csv --out own"));
    assert_eq!(code, Some(0));
    assert!(out.contains("Read from own.csv, stocks of 2026-01-01"), "{out}");
    assert!(desk.read("own/series.csv") == desk.read("base/series.csv"), "series.csv is the same");
    let (code, _, err) = desk.call("stocks template --out own.csv");
    assert_eq!(code, Some(2), "a file that is there is kept");
    assert!(err.contains("--force"));
}

#[test]
fn the_figures_of_a_table_stay_out_of_the_results_unless_asked_for() {
    let desk = Desk::new();
    desk.write("own.csv", &table("stock,open_cases,,,,,50017,,,\nstock,permit_holders,,,,,17123,,,\nplaces,regular_places,,,,,40777,,,\n"));
    desk.write("seen.csv", "date;series;value;source\n28-2-2026;open_cases;50500;Eigen telling\n");
    let run =
        "run short.toml --alone --replications 2 --threads 1 --lang nl --stocks own.csv --observed seen.csv";
    assert_eq!(desk.call(&format!("{run} --out without")).0, Some(0));
    assert_eq!(desk.call(&format!("{run} --include-stocks --out with")).0, Some(0));
    let figures = ["50017", "17123", "40777", "50.017", "17.123", "40.777"];
    for file in ["manifest.json", "levers.csv", "report.html"] {
        let text = desk.read(&format!("without/{file}"));
        assert!(figures.iter().all(|figure| !text.contains(figure)), "{file}");
    }
    assert!(desk.read("with/manifest.json").contains("17123"));
    assert!(desk.read("with/levers.csv").contains("40777"));
    let page = desk.read("without/report.html");
    assert!(page.contains("De week in de keten") && page.contains("Eigen voorraden"));
    assert!(page.contains("met eigen voorraden uit own.csv"), "the page says what it begins with");
    // The first evening is what was told, but for a day: without the figures the last published one stands in its place.
    let start = |page: &str| {
        let row = page.split("Vergunninghouders in de opvang</th><td class=\"n\">").nth(1).unwrap();
        row.split('<').next().unwrap().to_owned()
    };
    assert_eq!(start(&page), "18.700");
    assert_ne!(start(&desk.read("with/report.html")), "18.700");
    let manifest = desk.read("without/manifest.json");
    for part in ["\"stocks\"", "\"figures_included\": false", "\"observed\"", "seen.csv"] {
        assert!(manifest.contains(part), "{part}: {manifest}");
    }
    assert_eq!(desk.read("with/series.csv"), desk.read("without/series.csv"));
}

#[test]
fn a_wrong_table_stops_the_run_before_anything_is_written() {
    let desk = Desk::new();
    desk.write(
        "own.csv",
        "onderdeel;post;waarde\nvoorraad;openstaande asielzaken;49.662\nvoorraad;beroepen;-1\n",
    );
    for call in ["run --stocks own.csv --out out --lang nl", "stocks check own.csv --lang nl"] {
        let (code, out, err) = desk.call(call);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{call}");
        assert!(
            err.contains("fout[DS042]") && err.contains("own.csv:2:33") && err.contains("schrijf 49662"),
            "{err}"
        );
        assert!(err.contains("2 fouten"), "{err}");
    }
    assert!(!desk.0.path().join("out").exists());
    desk.write("seen.csv", "date,series,value\n2026-02-01,open_case,5\n");
    let (code, _, err) = desk.call("run --observed seen.csv --out out");
    assert_eq!(code, Some(2));
    assert!(err.contains("did you mean `open_cases`"), "{err}");
    let (code, _, err) = desk.call("run --start 2027-01-01 --out out");
    assert_eq!(code, Some(2));
    assert!(err.contains("error[DS044]") && err.contains("--start:1:1"), "{err}");
    assert!(!desk.0.path().join("out").exists());
}

#[test]
fn a_number_that_cannot_be_read_is_told_without_a_complaint_about_the_date() {
    let failed =
        begin(&table("date,date,,,,,2026-11-01,,,\nstock,open_cases,,,,,veel,,,\n"), None, &[]).unwrap_err();
    let codes: Vec<_> = failed.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["DS042"]);
}
