//! The command `forecast` as its users meet it: any monthly counts in, a folder with bands out, or every mistake at once.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn with(self, name: &str, text: impl AsRef<[u8]>) -> Desk {
        fs::write(self.0.path().join(name), text).unwrap();
        self
    }

    fn call(&self, arguments: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        command.current_dir(self.0.path()).env("LC_ALL", "C").env_remove("LANGUAGE");
        Said::from(command.args(arguments.split_whitespace()).output().unwrap())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn exists(&self, name: &str) -> bool {
        self.0.path().join(name).exists()
    }
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Said {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Said {
    #[track_caller]
    fn with(self, code: i32) -> Said {
        assert_eq!(self.code, Some(code), "out: {}\nerr: {}", self.out, self.err);
        self
    }

    #[track_caller]
    fn has(self, parts: &[&str]) -> Said {
        for part in parts {
            assert!(self.err.contains(part), "{part} is missing in:\n{}", self.err);
        }
        self
    }
}

/// A file of counts from January 2018 on.
fn counts(months: usize, value: impl Fn(usize) -> String) -> String {
    let row = |n: usize| format!("{}-{:02},{}\n", 2018 + n / 12, n % 12 + 1, value(n));
    format!("period,value\n{}", (0..months).map(row).collect::<String>())
}

fn wave(n: usize) -> String {
    (1_000 + 40 * (n % 12) + 13 * ((n * n) % 17)).to_string()
}

/// The numbers of a table without its first column.
fn numbers(table: &str) -> Vec<Vec<f64>> {
    table.lines().skip(1).map(|l| l.split(',').skip(1).map(|x| x.parse().unwrap()).collect()).collect()
}

#[test]
fn a_forecast_is_a_folder_with_a_table_a_chart_and_a_page() {
    let desk = Desk::new().with("in.csv", counts(60, wave));
    let said = desk.call("forecast in.csv --out a --name Instroom --lang nl").with(0);
    assert!(said.out.contains("De komende twaalf maanden samen"), "{}", said.out);
    let table = desk.read("a/forecast.csv");
    assert!(table.starts_with("period,mean,p05,p10,p25,p50,p75,p90,p95\n2023-01,"), "{table}");
    assert_eq!(table.lines().count(), 25);
    for row in numbers(&table) {
        assert!(row[1..].windows(2).all(|w| w[0] <= w[1]) && row.iter().all(|x| x.is_finite() && *x >= 0.0));
    }
    assert!(desk.read("a/report.html").contains("<svg"));
    assert!(desk.exists("a/charts/forecast.svg") && desk.exists("a/charts/forecast.png"));
    let manifest: serde_json::Value = serde_json::from_str(&desk.read("a/manifest.json")).unwrap();
    assert_eq!(manifest["program"], "doorstroom");
    assert_eq!(manifest["files"].as_object().unwrap().len(), 4);
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_results_may_be_replaced() {
    let desk = Desk::new().with("in.csv", counts(60, wave));
    desk.call("forecast in.csv --out a --seed 7 --horizon 6").with(0);
    let first = desk.read("a/forecast.csv");
    desk.call("forecast in.csv --out a --seed 7 --horizon 6").with(0);
    assert_eq!(desk.read("a/forecast.csv"), first);
    desk.call("forecast in.csv --out a --seed 8 --horizon 6").with(0);
    assert_ne!(desk.read("a/forecast.csv"), first);
}

#[test]
fn groups_are_forecast_together_with_their_sum() {
    let mut text = "period,value,group\n".to_owned();
    for row in counts(48, wave).lines().skip(1) {
        text.push_str(&format!("{row},syria\n{row},\"over, ig\"\n"));
    }
    let desk = Desk::new().with("in.csv", text);
    desk.call("forecast in.csv --out a --horizon 3").with(0);
    let table = desk.read("a/forecast.csv");
    assert!(table.starts_with("period,mean,p05,p10,p25,p50,p75,p90,p95,group\n"), "{table}");
    assert_eq!(table.lines().count(), 1 + 3 * 3);
    assert!(table.contains(",\"over, ig\"\n") && table.contains(",syria\n"));
    assert!(desk.exists("a/charts/forecast_02.svg"));
}

#[test]
fn every_mistake_is_told_in_one_pass_with_its_line_and_cure() {
    let good = counts(30, wave);
    let bad = good
        .replace("2018-03,", "2018-03,-")
        .replace("2018-05,1", "2018-05,1.")
        .replace("2018-07,", "2018-06,")
        .replace("2018-09,1", "2018-09,x")
        .replace("2018-11,", "2018-13,");
    let desk = Desk::new().with("in.csv", bad);
    let said = desk.call("forecast in.csv --out a").with(2);
    said.has(&[
        "error[FC005]",
        "in.csv:4:",
        "error[FC004]",
        "in.csv:6:",
        "without a point",
        "error[FC006]",
        "see line 7",
    ])
    .has(&[
        "in.csv:8:",
        "in.csv:10:",
        "error[FC003]",
        "in.csv:12:",
        "write year and month as 2024-03",
        "5 errors",
    ]);
    assert!(!desk.exists("a") && !desk.exists("out"), "nothing is written");
    let said = desk.call("forecast in.csv --lang nl").with(2);
    said.has(&["fout[FC005]", "schrijf jaar en maand als 2024-03", "5 fouten"]);
}

#[test]
fn files_as_spreadsheets_write_them_are_read() {
    let plain = counts(36, wave);
    let desk = Desk::new()
        .with("plain.csv", &plain)
        .with("bom.csv", format!("\u{feff}{}", plain.replace('\n', "\r\n")))
        .with("semicolon.csv", plain.replace(',', ";"))
        .with("decimal.csv", plain.replace(',', ";").replace('\n', ",0\n").replace("value,0", "value"))
        .with("quoted.csv", plain.replace("2018-01,1000", "\"2018-01\",\"1000\""));
    desk.call("forecast plain.csv --out a --horizon 2").with(0);
    let expected = desk.read("a/forecast.csv");
    for name in ["bom", "semicolon", "decimal", "quoted"] {
        desk.call(&format!("forecast {name}.csv --out b --horizon 2")).with(0);
        assert_eq!(desk.read("b/forecast.csv"), expected, "{name}");
    }
}

#[test]
fn files_that_are_no_series_are_refused_with_the_reason() {
    let quarters = "period,value\n2018-Q1,4\n2018-Q2,5\n".to_owned();
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("empty", Vec::new(), &["FC001"]),
        ("latin", b"period,value\n2018-01,\xe9\n".to_vec(), &["FC001", "UTF-8"]),
        ("header", b"2018-01,5\n2018-02,6\n".to_vec(), &["FC002", "the first line is `period,value`"]),
        ("column", b"period,value,colour\n2018-01,5,red\n".to_vec(), &["FC002", "'colour' is unknown"]),
        ("short", counts(23, wave).into_bytes(), &["FC008", "23 months; 24 to 1200"]),
        ("quarters", quarters.into_bytes(), &["FC003", "quarters and years are not read"]),
        ("comma", b"period,value\n2018-01,1,5\n".to_vec(), &["FC012", "3 fields, the header 2"]),
        (
            "thousands",
            counts(30, |n| format!("\"1,{:03}\"", n)).into_bytes(),
            &["FC004", "write 1000", "10 more rows"],
        ),
        ("only", b"period,value\n".to_vec(), &["FC011", "no months"]),
        ("huge", counts(30, |_| "99999999999999".to_owned()).into_bytes(), &["FC010"]),
    ];
    for (name, bytes, parts) in cases {
        let desk = Desk::new().with("in.csv", bytes);
        let said = desk.call("forecast in.csv --out a").with(2);
        assert!(!said.err.contains("panicked"), "{name}: {}", said.err);
        said.has(parts);
        assert!(!desk.exists("a"), "{name}");
    }
    Desk::new().call("forecast gone.csv").with(2).has(&["gone.csv: does not exist"]);
    Desk::new().call("forecast").with(2);
}

#[test]
fn groups_must_end_together_and_a_series_must_be_chosen() {
    let early = "period,value,group\n".to_owned()
        + &counts(30, wave).lines().skip(1).map(|l| format!("{l},a\n")).collect::<String>()
        + &counts(40, wave).lines().skip(1).map(|l| format!("{l},b\n")).collect::<String>();
    Desk::new().with("in.csv", early).call("forecast in.csv").with(2).has(&["FC009", "ends in 2020-06"]);
    let two = "period,series,value,unit,mark,source\n".to_owned()
        + &counts(30, wave)
            .lines()
            .skip(1)
            .map(|l| {
                let (period, value) = l.split_once(',').unwrap();
                format!("{period},one,{value},persons,found,x\n{period},two,{value},persons,found,x\n")
            })
            .collect::<String>();
    let desk = Desk::new().with("in.csv", two);
    desk.call("forecast in.csv").with(2).has(&["FC011", "choose with --series from: one, two"]);
    desk.call("forecast in.csv --series three").with(2).has(&["there is no series 'three'", "one, two"]);
    desk.call("forecast in.csv --series two --out a").with(0);
    assert!(desk.exists("a/forecast.csv"));
}

#[test]
fn odd_series_have_finite_bands_that_are_not_negative() {
    let value = |name: &str, n: usize| match name {
        "zero" => "0".to_owned(),
        "constant" => "250".to_owned(),
        "rare" => usize::from(n % 8 == 3).to_string(),
        "exploding" => (1u64 << n.min(39)).to_string(),
        "gappy" if n % 12 == 5 => String::new(),
        _ => wave(n),
    };
    for name in ["zero", "constant", "rare", "exploding", "gappy"] {
        let desk = Desk::new().with("in.csv", counts(40, |n| value(name, n)));
        let said = desk.call("forecast in.csv --out a --horizon 60 --score").with(0);
        assert_eq!(name == "gappy", said.err.contains("FC050"), "{name}: {}", said.err);
        for row in numbers(&desk.read("a/forecast.csv")) {
            assert!(row.iter().all(|x| x.is_finite() && *x >= 0.0), "{name} {row:?}");
            assert!(row[1..].windows(2).all(|w| w[0] <= w[1]), "{name} {row:?}");
        }
        assert!(!desk.read("a/scores.csv").contains("NaN"), "{name}");
    }
}

#[test]
fn scores_compare_every_method_on_the_same_origins() {
    let desk = Desk::new().with("in.csv", counts(90, wave));
    let said = desk.call("forecast in.csv --out a --score").with(0);
    assert!(
        said.out.contains("Sum of the next 12 months") && said.out.contains("doorstroom"),
        "{}",
        said.out
    );
    let scores = desk.read("a/scores.csv");
    for method in
        ["doorstroom", "last_value", "last_value_adjusted", "same_month_last_year", "last_12_months"]
    {
        for target in ["month_1", "month_3", "month_6", "month_12", "month_24", "next_12_months"] {
            assert!(scores.contains(&format!("\n,{method},{target},")), "{method} {target}\n{scores}");
        }
    }
    assert_eq!(desk.read("a/skill.csv").lines().count(), 5);
    // A later first origin leaves fewer of them; too late a one is refused.
    desk.call("forecast in.csv --out b --score --from 2023-06").with(0);
    assert!(desk.read("b/origins.csv").lines().count() < desk.read("a/origins.csv").lines().count());
    desk.call("forecast in.csv --out c --score --from 2030-01").with(2).has(&["--from must not be too late"]);
    desk.call("forecast in.csv --out c --horizon 0").with(2).has(&["--horizon 0"]);
    assert!(!desk.exists("c"));
}

#[test]
fn a_blank_future_changes_no_earlier_forecast() {
    let whole = counts(96, wave);
    let part: String = whole.lines().take(1 + 72).map(|l| format!("{l}\n")).collect();
    let desk = Desk::new().with("whole.csv", whole).with("part.csv", part);
    desk.call("forecast whole.csv --out a --score --delay 0").with(0);
    desk.call("forecast part.csv --out b --score --delay 0").with(0);
    let whole = desk.read("a/origins.csv");
    let part = desk.read("b/origins.csv");
    assert!(part.lines().count() > 300);
    for line in part.lines() {
        assert!(whole.contains(line), "{line}");
    }
}

#[test]
fn the_record_of_the_dutch_series_is_no_worse_than_the_best_plain_forecast() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/reference/first_applications_linked.csv");
    let desk = Desk::new();
    desk.call(&format!("forecast {file} --score --from 2013-12 --out a --horizon 1")).with(0);
    let skill = desk.read("a/skill.csv");
    let best: Vec<&str> = skill.lines().nth(1).unwrap().split(',').collect();
    assert!(best[3].parse::<f64>().unwrap() > 0.0, "{skill}");
    let scores = desk.read("a/scores.csv");
    let ours = scores.lines().find(|l| l.starts_with(",doorstroom,next_12_months,")).unwrap();
    let cover80: f64 = ours.split(',').nth(8).unwrap().parse().unwrap();
    assert!((0.72..=0.88).contains(&cover80), "{ours}");
}

#[test]
fn official_forecasts_stand_beside_ours_with_their_number_and_caveats() {
    let english = Desk::new().call("forecast --official").with(0).out;
    for part in ["n = 7 years", "58,000", "31,642", "that is our convention", "prove no superiority"] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let dutch = Desk::new().call("forecast --official --lang nl").with(0).out;
    assert!(dutch.contains("n = 7 jaren") && dutch.contains("bewijzen geen voorrang"), "{dutch}");
}
