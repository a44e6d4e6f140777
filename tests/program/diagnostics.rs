//! Broken scenarios are answered with the right code, line and cure, in two languages, and nothing makes the reader panic.
//!
//! `tests/bad/` holds one broken scenario a file. Each begins with what is expected, a line a problem:
//! `# expect: DS012 line 6 "write 0.70" "schrijf 0.70"`; the Dutch cure may be left out. A word such as `@share` stands for the first lever of that kind in the
//! catalogue, so that the cases outlive the names of levers.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};

use doorstroom::diagnostic::{Diagnostic, Language, Severity, render};
use doorstroom::policy::{Declaration, Kind, Role, levers};
use doorstroom::scenario::{Failed, Request, check, library, read};
use proptest::prelude::*;

/// What stands beside the broken scenarios.
fn beside(path: &str) -> Result<Vec<u8>> {
    let text = match path.rsplit('/').next() {
        Some("base.toml") => library::template(),
        Some("bare.toml") => {
            let template = library::template();
            let at = template.find("[levers.inflow_scale]").expect("the catalogue has inflow_scale");
            let end = template[at + 1..].find("\n[").map_or(template.len(), |i| at + 1 + i);
            format!("{}{}", &template[..at], &template[end..])
        }
        Some("high.toml") => {
            "format = 1\nname = \"High\"\n[levers.inflow_scale]\n2027-01-01 = 2.0\n2029-01-01 = 3.0\n".into()
        }
        Some("low.toml") => "format = 1\nname = \"Low\"\n[levers.inflow_scale]\n2028-01-01 = 0.5\n".into(),
        _ => return Err(Error::from(ErrorKind::NotFound)),
    };
    Ok(text.into_bytes())
}

/// Everything that is said of a text, errors or warnings, with the texts it points into.
fn said(name: &str, bytes: &[u8], sets: &[String]) -> (Vec<Diagnostic>, BTreeMap<String, String>) {
    let files = |path: &str| if path == name { Ok(bytes.to_vec()) } else { beside(path) };
    match read(&Request { scenario: name, sets, files: &files }) {
        Ok(checked) => (checked.warnings, checked.texts),
        Err(Failed { diagnostics, texts }) => (diagnostics, texts),
    }
}

fn page(diagnostics: &[Diagnostic], texts: &BTreeMap<String, String>) -> String {
    render(diagnostics, texts, Language::En, false)
}

/// Puts names of the catalogue in the place of `@share` and the like. Nothing when it has no such lever yet.
fn named(text: &str) -> Option<String> {
    let find = |role: Role, fits: fn(&Declaration) -> bool| {
        levers::all().find(|d| (d.role == Role::Lever) == (role == Role::Lever) && fits(d))
    };
    let lever = |fits| find(Role::Lever, fits);
    let mut text = text.to_string();
    let mut put = |word: &str, with: Option<&str>| {
        if text.contains(word) {
            text = text.replace(word, with?);
        }
        Some(())
    };
    let words = |kind: Option<&'static Declaration>| match kind?.kind {
        Kind::Choice(words) | Kind::Set(words) | Kind::Mix(words) => words.first().copied(),
        _ => None,
    };
    let set = lever(|d| matches!(d.kind, Kind::Set(_)));
    let mix = find(Role::Uncertainty, |d| matches!(d.kind, Kind::Mix(_)));
    let second = mix.and_then(|d| d.kind.keys()?.get(1).copied());
    put("@share", lever(|d| d.kind == Kind::Share && d.range == (0.0, 1.0)).map(|d| d.name))?;
    put(
        "@ushare",
        find(Role::Uncertainty, |d| d.kind == Kind::Share && d.range == (0.0, 1.0)).map(|d| d.name),
    )?;
    put("@switch", lever(|d| d.kind == Kind::Switch).map(|d| d.name))?;
    put("@days", lever(|d| d.kind == Kind::Days && d.range.1 >= 200.0).map(|d| d.name))?;
    put("@choice", lever(|d| matches!(d.kind, Kind::Choice(_))).map(|d| d.name))?;
    put("@set", set.map(|d| d.name))?;
    put("@word", words(set))?;
    put("@mix", mix.map(|d| d.name))?;
    put("@first", words(mix))?;
    put("@second", second)?;
    Some(text)
}

/// `DS012 line 6 "write 0.70" "schrijf 0.70"`: code, line, and the cure in English and perhaps in Dutch.
fn expected(text: &str) -> Vec<(String, usize, String, String)> {
    let lines = text.lines().map_while(|line| line.strip_prefix("# expect: "));
    lines
        .map(|line| {
            let (code, rest) = line.split_once(" line ").expect("a code and a line");
            let (number, cures) = rest.split_once(' ').expect("a line and a cure");
            let cures = &cures[1..cures.len() - 1];
            let (english, dutch) = cures.split_once("\" \"").unwrap_or((cures, ""));
            let number = number.parse().expect("a line is a number");
            (code.to_string(), number, english.to_string(), dutch.to_string())
        })
        .collect()
}

#[test]
fn every_broken_scenario_is_answered_with_its_code_line_and_cure() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 45);
    let mut wrong = Vec::new();
    let mut without = Vec::new();
    for path in &paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let Some(text) = named(&std::fs::read_to_string(path).unwrap()) else {
            without.push(name.to_string());
            continue;
        };
        let expected = expected(&text);
        assert!(!expected.is_empty(), "{name} expects nothing");
        let (said, texts) = said(name, text.as_bytes(), &[]);
        let found = |(code, line, english, dutch): &(String, usize, String, String)| {
            said.iter().any(|d| {
                d.code == code
                    && d.line(&texts) == Some(*line)
                    && d.help.as_ref().is_some_and(|h| h.en.contains(english) && h.nl.contains(dutch))
            })
        };
        let errors = said.iter().filter(|d| d.severity == Severity::Error).count();
        let wanted = expected.iter().filter(|(code, ..)| code.as_str() < "DS050").count();
        let dutch = said.iter().all(|d| {
            let help = d.help.as_ref().unwrap();
            !d.title.nl.is_empty() && d.title.nl != d.title.en && !help.nl.is_empty() && (help.nl != help.en)
        });
        if !expected.iter().all(found) || errors != wanted || !dutch {
            wrong.push(format!("{name}: {expected:?}\n{}", page(&said, &texts)));
        }
        for language in [Language::Nl, Language::En] {
            assert!(!render(&said, &texts, language, true).is_empty());
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), paths.len(), wrong.join("\n"));
    assert!(paths.len() - without.len() >= 45, "the catalogue has no lever for {without:?}");
}

#[test]
fn a_file_in_another_encoding_is_named_with_the_first_strange_byte() {
    let (said, texts) = said("latin.toml", b"format = 1\nname = \"Itali\xeb\"\n", &[]);
    assert_eq!((said[0].code, said[0].line(&texts)), ("DS002", Some(2)));
    assert!(page(&said, &texts).contains("save it as UTF-8"));
    for bytes in [b"\xff\xfef\x00o\x00".as_slice(), b"\x80", b"PK\x03\x04\x00\x00\xff"] {
        let (said, _) = self::said("strange.toml", bytes, &[]);
        assert!(said.iter().any(|d| ["DS001", "DS002"].contains(&d.code)));
    }
}

#[test]
fn an_empty_file_is_called_empty() {
    for text in ["", "\n", "\u{feff}", "   \r\n\t\n"] {
        let (said, _) = said("empty.toml", text.as_bytes(), &[]);
        assert_eq!(said[0].code, "DS003");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted_and_places_stay_right() {
    let text = "\u{feff}format = 1\r\nname = \"Vénster\"\r\nextends = \"base.toml\"\r\n[levers.inflow_scale]\r\n2027-01-01 = 70\r\n";
    let (said, texts) = said("windows.toml", text.as_bytes(), &[]);
    assert!(said.iter().any(|d| (d.code, d.line(&texts)) == ("DS012", Some(5))));
    assert!(page(&said, &texts).contains("windows.toml:5:14"), "{}", page(&said, &texts));
    let (said, texts) = self::said("windows.toml", text.replace("70", "2").as_bytes(), &[]);
    assert!(said.iter().all(|d| d.severity == Severity::Warning), "{}", page(&said, &texts));
}

#[test]
fn absurd_sizes_are_refused_quickly() {
    let long = format!("format = 1\nname = \"{}\"\n", "x".repeat(2 << 20));
    let deep = format!("a = {}", "[{b=".repeat(40_000));
    let dots = format!("[{}]", "a.".repeat(60_000));
    let errors = "= \n".repeat(100_000);
    for (text, code) in [(&long, "DS004"), (&deep, "DS005"), (&dots, "DS005"), (&errors, "DS001")] {
        let (said, texts) = said("absurd.toml", text.as_bytes(), &[]);
        assert!(said.iter().any(|d| d.code == code), "{code}");
        assert!(said.len() <= 200);
        page(&said, &texts);
    }
    let mut steps =
        String::from("format = 1\nname = \"Steps\"\nextends = \"base.toml\"\n[levers.inflow_scale]\n");
    for day in 0..60_000 {
        let day = doorstroom::time::Day::from_number(day);
        steps.push_str(&format!("{day}=1\n"));
    }
    let (said, _) = said("steps.toml", steps.as_bytes(), &[]);
    assert!(!said.is_empty());
}

#[test]
fn tables_within_tables_do_not_exhaust_the_stack() {
    // Dotted keys inside nested inline tables reach the greatest depth that the limits let through.
    let level = format!("{{ {}a = ", "a.".repeat(60));
    let text = format!("x = {}1{}", format!("{level}\n").repeat(78), "}".repeat(78));
    std::thread::Builder::new()
        .stack_size(1 << 20)
        .spawn(move || assert!(!said("deep.toml", text.as_bytes(), &[]).0.is_empty()))
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn a_scenario_that_does_not_exist_says_where_to_look() {
    let none = |_: &str| Err(Error::from(ErrorKind::NotFound));
    for (name, cure) in [("nowhere.toml", "check the path"), ("nowhere", ".toml")] {
        let failed = read(&Request { scenario: name, sets: &[], files: &none }).unwrap_err();
        assert_eq!((failed.diagnostics[0].code, failed.diagnostics[0].file.as_str()), ("DS017", name));
        assert!(failed.diagnostics[0].help.as_ref().unwrap().en.contains(cure));
    }
    let denied = |_: &str| Err(Error::from(ErrorKind::PermissionDenied));
    let failed = read(&Request { scenario: "secret.toml", sets: &[], files: &denied }).unwrap_err();
    assert!(failed.diagnostics[0].title.en.contains("cannot be read"));
}

#[test]
fn layers_in_a_circle_are_named_in_order() {
    let files = |path: &str| {
        let other = if path == "a.toml" { "b.toml" } else { "a.toml" };
        Ok(format!("format = 1\nname = \"Circle\"\nextends = \"{other}\"\n").into_bytes())
    };
    let failed = read(&Request { scenario: "a.toml", sets: &[], files: &files }).unwrap_err();
    let circle = failed.diagnostics.iter().find(|d| d.code == "DS018").unwrap();
    assert!(circle.title.en.contains("a.toml -> b.toml -> a.toml"));
    let growing = |path: &str| {
        Ok(format!("format = 1\nname = \"x\"\nextends = \"x/{}\"", path.rsplit('/').next().unwrap())
            .into_bytes())
    };
    let failed = read(&Request { scenario: "a.toml", sets: &[], files: &growing }).unwrap_err();
    assert!(failed.diagnostics.iter().any(|d| d.code == "DS036"));
}

#[test]
fn problems_on_the_command_line_point_at_the_command_line() {
    for (set, code, column, cure) in [
        ("inflow_scael=2", "DS007", 1, "inflow_scale"),
        ("inflow_scale=70", "DS012", 14, "write 10 or less"),
        ("inflow_scale", "DS037", 1, "LEVER=VALUE"),
        ("inflow_scale=2@2027-02-30", "DS014", 16, "write 2027-02-28"),
        ("inflow_scale=2@tomorrow", "DS014", 16, "year-month-day"),
        ("inflow_scale=", "DS028", 14, "1.5"),
        ("season={january=1.2}@2027-01-01", "DS037", 22, "leave out"),
        ("first_applications.syrai=2", "DS025", 1, "syria"),
        ("first_applications.syria=-2", "DS012", 26, "write 0"),
    ] {
        let sets = ["inflow_scale=1.5".to_string(), set.to_string()];
        let text = "format = 1\nname = \"Set\"\nextends = \"base.toml\"\n";
        let (said, texts) = said("set.toml", text.as_bytes(), &sets);
        let shown = page(&said, &texts);
        let problem =
            said.iter().find(|d| d.code == code).unwrap_or_else(|| panic!("{set}: {code}\n{shown}"));
        assert_eq!((problem.file.as_str(), problem.line(&texts)), ("--set", Some(2)), "{set}");
        assert!(shown.contains(&format!("--set:2:{column}\n")), "{set}\n{shown}");
        assert!(problem.help.as_ref().unwrap().en.contains(cure), "{set}\n{shown}");
    }
}

#[test]
fn a_layer_on_its_own_need_not_be_complete() {
    let text =
        b"format = 1\nname = \"Measure\"\n[levers.inflow_scale]\n2027-01-01 = 0.8\nshift = \"6 months\"\n";
    let files = |_: &str| Ok(text.to_vec());
    let request = Request { scenario: "measure.toml", sets: &[], files: &files };
    assert!(check(&request).unwrap().scenario.is_none());
    let failed = read(&request).unwrap_err();
    let mut errors = failed.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    assert!(errors.all(|d| d.code == "DS034"));
}

/// What holds whatever the bytes are: no panic, and an error points into a text.
fn survives(bytes: &[u8], sets: &[String]) {
    let files = |path: &str| if path == "x.toml" { Ok(bytes.to_vec()) } else { beside(path) };
    let request = Request { scenario: "x.toml", sets, files: &files };
    let _ = check(&request).map(|sound| render(&sound.warnings, &sound.texts, Language::Nl, true));
    let Err(failed) = read(&request) else { return };
    let points = |d: &Diagnostic| {
        let text = failed.texts.get(&d.file);
        d.span.as_ref().is_some_and(|s| text.is_some_and(|t| s.start <= s.end && s.end <= t.len()))
    };
    assert!(failed.diagnostics.iter().all(points), "{:?}", failed.diagnostics);
    assert!(failed.diagnostics.iter().any(|d| d.severity == Severity::Error));
    for language in [Language::Nl, Language::En] {
        render(&failed.diagnostics, &failed.texts, language, false);
    }
}

const VALID: &str = r#"format = 1
name = "Valid"
description = """
Two lines."""
extends = ["base.toml", "high.toml"]
start = 2026-01-01
horizon = "5 jaar"
data_date = "2026-11-23"

[levers.inflow_scale]
initial = 0.9
2026-06-12 = 0.50
2027-01-01 = { value = 1.25, source = "assumption", legal_status = "adopted" }
shift = "6 months"
binds = "lodged"
source = "assumption"
legal_status = "bill"

[uncertainties.first_applications]
value = { syria = 1_000, other = 6e2 }
source = "assumption"
grade = "C"

[uncertainties]
season.value = { january = 1.5, february = 0.5 }

[[triggers]]
lever = "inflow_scale"
value = 0.5
when = { indicator = "reception_occupancy_rate", above = 1.05, for = "30 days" }
until = { indicator = "reception_occupancy_rate", below = 0.98, for = "60 dagen" }
"#;

const PIECES: [&str; 32] = [
    "[",
    "]",
    "{",
    "}",
    "=",
    "\"",
    "'",
    "\"\"\"",
    "\n",
    "\r",
    ".",
    ",",
    "#",
    "nan",
    "-inf",
    "1e308",
    "0x",
    "99999999999999999999999999",
    "2026-02-30",
    "2027-01-01 = 3\n",
    "never = true\n",
    "[levers.inflow_scale]\n",
    "[[triggers]]\n",
    "é",
    "\u{0}",
    "\u{feff}",
    "range = [0, 1]\n",
    "shift = \"-900 years\"\n",
    "horizon = \"2147483647 days\"\n",
    "start = 9999-12-31\n",
    "extends = \"x.toml\"\n",
    "[stock]\nopen_cases = \"x\"\n",
];

/// One way to spoil a text.
#[derive(Clone, Debug)]
enum Harm {
    Flip(usize, u8),
    Cut(usize),
    Drop(usize, usize),
    Swap(usize, usize),
    Insert(usize, usize),
    Double(usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let place = || any::<usize>();
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, bits)| Harm::Flip(at, bits)),
        place().prop_map(Harm::Cut),
        (place(), 0..40_usize).prop_map(|(at, count)| Harm::Drop(at, count)),
        (place(), place()).prop_map(|(a, b)| Harm::Swap(a, b)),
        (place(), place()).prop_map(|(at, piece)| Harm::Insert(at, piece)),
        place().prop_map(Harm::Double),
    ]
}

fn spoil(bytes: &mut Vec<u8>, harm: &Harm) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match harm {
        Harm::Flip(at, bits) => bytes[at % length] ^= bits,
        Harm::Cut(at) => bytes.truncate(at % length),
        Harm::Drop(at, count) => {
            let at = at % length;
            bytes.drain(at..(at + count).min(length));
        }
        Harm::Insert(at, piece) => {
            let at = at % length;
            bytes.splice(at..at, PIECES[piece % PIECES.len()].bytes());
        }
        Harm::Swap(a, b) => {
            let mut lines: Vec<Vec<u8>> = bytes.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
            let count = lines.len();
            lines.swap(a % count, b % count);
            *bytes = lines.join(&b'\n');
        }
        Harm::Double(at) => {
            let mut lines: Vec<Vec<u8>> = bytes.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
            let line = lines[at % lines.len()].clone();
            lines.push(line);
            *bytes = lines.join(&b'\n');
        }
    }
}

#[test]
fn the_valid_scenario_that_is_spoilt_below_is_valid() {
    let (said, texts) = said("x.toml", VALID.as_bytes(), &[]);
    assert!(said.iter().all(|d| d.severity == Severity::Warning), "{}", page(&said, &texts));
}

/// How many spoilt texts: `PROPTEST_CASES` asks for another number.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(250), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_spoilt_scenario_makes_the_reader_panic(harms in prop::collection::vec(harm(), 1..8)) {
        let mut bytes = VALID.as_bytes().to_vec();
        harms.iter().for_each(|h| spoil(&mut bytes, h));
        survives(&bytes, &[]);
    }

    #[test]
    fn no_setting_makes_the_reader_panic(name in "(inflow_scale|season|first_applications)?(\\.[a-z]{0,5})?", rest in "\\PC{0,20}", set in "\\PC{0,30}") {
        let text = b"format = 1\nname = \"Set\"\nextends = \"base.toml\"\n";
        survives(text, &[format!("{name}={rest}"), set]);
    }
}
