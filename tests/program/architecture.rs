//! The floors of the house: imports point only downwards, and each package has one home.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

/// Floors from the ground up: (name of the room under `src/`, floor).
const FLOORS: &[(&str, u8)] = &[
    ("diagnostic", 0),
    ("time", 0),
    ("random", 0),
    ("stats", 0),
    ("engine", 1),
    ("policy", 2),
    ("flow", 3),
    ("record", 3),
    ("scenario", 4),
    ("study", 5),
    ("report", 6),
    ("lab", 6),
    ("cli", 7),
];

/// Packages that one room alone may name.
const HOMES: &[(&str, &[&str])] = &[
    ("toml", &["scenario"]),
    ("plotters_backend", &["report/chart"]),
    ("plotters_svg", &["report/chart"]),
    ("ab_glyph", &["report/chart", "report/pdf"]),
    ("krilla", &["report/pdf"]),
    ("resvg", &["report"]),
    ("minijinja", &["report"]),
    ("annotate_snippets", &["diagnostic"]),
    ("indicatif", &["cli"]),
    ("clap", &["cli"]),
    ("ctrlc", &["cli"]),
    ("jiff", &["time"]),
    ("base64", &["lab"]),
    ("flate2", &["lab"]),
    ("libm", &["random", "flow", "report/chart"]),
];

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                walk(&entry, found);
            } else if entry.extension().is_some_and(|e| e == "rs") {
                found.push(entry);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    assert!(found.len() > 40, "the house has many rooms");
    found
}

/// The path below `src/`, with forward slashes.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    below.to_string_lossy().replace('\\', "/")
}

fn floor(name: &str) -> Option<u8> {
    let name = name.split(['/', '.']).next().unwrap_or(name);
    FLOORS.iter().find(|f| f.0 == name).map(|f| f.1)
}

/// Every room of this crate that a line imports or names by path.
fn imports(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or("");
    code.match_indices("crate::")
        .filter_map(|(at, _)| {
            let rest = &code[at + "crate::".len()..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            (!name.is_empty()).then_some(name)
        })
        .collect()
}

#[test]
fn imports_point_only_downwards() {
    let mut wrong = Vec::new();
    for path in sources() {
        let room = room(&path);
        let Some(here) = floor(&room) else { continue };
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            for name in imports(line) {
                let Some(there) = floor(&name) else { continue };
                let forbidden = there > here
                    || (room.starts_with("flow") && name == "record")
                    || (room.starts_with("policy") && name == "flow");
                if forbidden {
                    wrong.push(format!(
                        "src/{room}:{}: floor {here} imports {name}, floor {there}",
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_package_has_one_home() {
    let mut wrong = Vec::new();
    for path in sources() {
        let room = room(&path);
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for (package, homes) in HOMES {
                let named =
                    code.contains(&format!("use {package}::")) || code.contains(&format!(" {package}::"));
                if named && !homes.iter().any(|home| room.starts_with(home)) {
                    wrong.push(format!(
                        "src/{room}:{}: {package} lives in {}",
                        number + 1,
                        homes.join(" and ")
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The door of the lab gives names to its functions, which counts as unsafe; an unsafe block stands nowhere.
#[test]
fn nothing_unsafe_stands_outside_the_door_of_the_lab() {
    for path in sources() {
        let (room, text) = (room(&path), fs::read_to_string(&path).unwrap());
        assert!(!text.contains("unsafe {") && !text.contains("unsafe fn"), "src/{room}");
        assert!(room == "lab/door.rs" || !text.contains("unsafe_code"), "src/{room}");
    }
}

#[test]
fn the_engine_has_no_asylum_words() {
    let words = ["asylum", "applicant", "nationality", "reception", "permit", "dublin"];
    for path in sources().into_iter().filter(|p| room(p).starts_with("engine")) {
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        for word in words {
            assert!(!text.contains(word), "{} says {word}", path.display());
        }
    }
}

#[test]
fn no_room_has_grown_past_five_hundred_lines() {
    for path in sources() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 500, "src/{} has {lines} lines: is there a second topic in it?", room(&path));
    }
}

#[test]
fn every_stage_has_its_five_headings() {
    let stages = [
        "procedure/registration",
        "procedure/admissibility",
        "procedure/guardian",
        "procedure/lodging",
        "procedure/screening",
        "procedure/triage",
        "procedure/interview",
        "procedure/decision",
        "procedure/closing",
        "procedure/border",
        "procedure/cohorts",
        "procedure/accelerated",
        "procedure/withdrawal",
        "terms/late",
        "terms/moratorium",
        "transfer/claim",
        "transfer/transfer",
        "courts/appeal",
        "courts/interim",
        "courts/further_appeal",
        "courts/remittal",
        "courts/bench",
        "courts/referred",
        "courts/status",
        "family/reunification",
        "family/rule",
        "family/waiting",
        "reception/places",
        "reception/housing",
        "reception/blocks",
        "reception/funding",
        "reception/kinds",
        "reception/task",
        "staff",
        "money",
        "temporary_protection",
        "departure/departure",
        "departure/location",
        "departure/border_return",
        "departure/hub",
        "departure/others",
        "departure/detention",
        "departure/repeat",
        "inflow/age",
        "inflow/arrivals",
        "inflow/persons",
        "inflow/resettlement",
    ];
    for stage in stages {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/flow/{stage}.rs"));
        let text = fs::read_to_string(&path).unwrap();
        for heading in ["**Law.**", "**In.**", "**Out.**", "**Levers.**", "**Simplifications.**"] {
            assert!(text.contains(heading), "{} lacks {heading}", path.display());
        }
    }
}
