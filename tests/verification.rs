//! The page of verification says what the program verifies; and some of its cases, shortened, on every run of the tests.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use doorstroom::study::verify::{self, Case, Settings};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/validation.md");
    fs::read_to_string(path).unwrap().replace('\r', "")
}

#[test]
fn the_page_lists_the_cases_and_quantities_of_the_program_in_its_order() {
    let page = page();
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("### `")).collect();
    let cases = verify::cases();
    let expected: Vec<String> =
        cases.iter().map(|case| format!("### `{}`: {}", case.name, case.title.1)).collect();
    assert_eq!(headings, expected, "write the table anew: doorstroom verify --write docs/validation.md");
    for case in &cases {
        let table = page.split(&format!("### `{}`:", case.name)).nth(1).unwrap();
        let table = table.split("\n### ").next().unwrap().split("<!--").next().unwrap();
        let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
        let names: Vec<&str> = rows.iter().map(|row| row.split('|').nth(1).unwrap().trim()).collect();
        let expected: Vec<&str> = case.quantities.iter().map(|quantity| quantity.name.en.as_str()).collect();
        assert_eq!(names, expected, "{}", case.name);
        assert!(rows.iter().all(|row| row.contains("| inside |")), "{}: not all inside", case.name);
    }
}

#[test]
fn the_page_explains_every_case() {
    let page = page();
    let (_, explained) = page.split_once("## What each case shows").unwrap();
    for case in verify::cases() {
        assert!(explained.contains(&format!("`{}`", case.name)), "{} is not explained", case.name);
    }
}

fn quick(names: &[&str]) {
    let cases: Vec<Case> = verify::cases().into_iter().filter(|case| names.contains(&case.name)).collect();
    assert_eq!(cases.len(), names.len());
    let settings = Settings { seeds: vec![1], quick: true, threads: 2 };
    let verdicts = verify::run(&cases, &settings, &|_| {}, &AtomicBool::new(false)).unwrap();
    let wrong: Vec<_> = verdicts.iter().filter(|verdict| !verdict.passes()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn stocks_without_luck_come_out_to_the_person() {
    quick(&["overloaded-stock", "little"]);
}

#[test]
fn short_runs_of_some_queues_contain_their_closed_forms() {
    quick(&["priority", "constant", "families", "loss", "cafe-from-empty"]);
}
