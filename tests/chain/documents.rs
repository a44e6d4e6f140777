//! Documents that are written from the model: they stand in `docs/` and may not grow stale.
//!
//! `DOORSTROOM_BLESS=1 cargo test generated_documents` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use crate::common;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use doorstroom::flow::{EDGES, Stage};
use doorstroom::policy::inventory::{BEYOND, SECTIONS};
use doorstroom::policy::letter::{MEASURES, TASKS};
use doorstroom::policy::subjects::SUBJECTS;
use doorstroom::policy::{Declaration, Grade, Kind, Role, levers, proof};
use doorstroom::record::{Series, SeriesKind};
use doorstroom::report::accounts::accounts;
use doorstroom::scenario::{Scenario, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_sign_test_that_the_table_names_exists() {
    let quality = fs::read_to_string(root().join("docs/quality.md")).unwrap();
    let folders = ["tests/chain", "tests/chain/signs", "tests/chain/transitions"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let rust =
        files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let tests: String = rust.map(|path| fs::read_to_string(path).unwrap()).collect();
    let table = quality.split("## Signs").nth(1).unwrap().split("## ").next().unwrap();
    for number in 1..=30 {
        let row = table.lines().find(|line| line.starts_with(&format!("| {number} |"))).unwrap();
        let test = row.split('`').nth(1).unwrap();
        assert!(tests.contains(&format!("fn {test}()")), "{number}: {test}");
    }
}

#[test]
fn generated_documents_are_fresh() {
    let baseline = common::baseline(&[], 365);
    let mut documents = accounts(&doorstroom::study::assemble::provenance(&baseline), None);
    documents.extend([
        ("assumptions.md", assumptions(&baseline)),
        ("diagnostics.md", diagnostics()),
        ("inventory.md", inventory()),
        ("letter.md", letter()),
        ("levers.md", catalogue(&baseline)),
        ("process.md", process()),
        ("series.md", series()),
    ]);
    let bless = std::env::var_os("DOORSTROOM_BLESS").is_some();
    let mut stale = Vec::new();
    for (name, text) in documents {
        let path = root().join("docs").join(name);
        if bless {
            fs::write(&path, &text).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default().replace('\r', "") != text {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "{stale:?} are stale: run DOORSTROOM_BLESS=1 cargo test generated_documents");
}

/// The codes of problems in scenarios.
fn diagnostics() -> String {
    let mut page = heading(
        "Codes of problems in scenarios",
        "DS001 to DS049 are errors, DS050 and up are warnings. A code keeps its meaning.",
    );
    page.push_str("\n| code | English | Nederlands |\n|---|---|---|\n");
    for (code, nl, en) in doorstroom::scenario::CODES {
        let _ = writeln!(page, "| {code} | {en} | {nl} |");
    }
    page
}

/// It takes minutes to write, and so is not held against the model here, but for the names in it and what it found.
#[test]
fn the_proof_on_file_names_levers_that_exist_and_found_none_otherwise_than_said() {
    let text = fs::read_to_string(root().join("docs/prove.md")).unwrap();
    let named: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .collect();
    assert!(named.len() > 150 && text.contains(", 0 otherwise than said."), "{}", named.len());
    for name in named {
        assert!(levers::find(name).is_some(), "{name} is no lever: write docs/prove.md anew");
    }
}

/// Briefings carry the record of the replay as a table; the page says the same, in percents.
#[test]
fn the_record_that_briefings_carry_is_that_of_the_validation_page() {
    let page = fs::read_to_string(root().join("docs/validation.md")).unwrap().replace('\u{a0}', " ");
    let record = doorstroom::study::briefing::record();
    assert!(record.len() > 15);
    for one in record {
        let signed = |share: f64| match (share * 100.0).round() {
            percent if percent > 0.0 => format!("+{percent} %"),
            percent if percent < 0.0 => format!("−{} %", -percent),
            _ => "0 %".to_owned(),
        };
        let start = format!(
            "| {} | {} | {} | {} % | {} |",
            one.target.definition.en,
            one.years.replace('/', "–"),
            one.n,
            (one.error * 100.0).round(),
            signed(one.bias),
        );
        let row =
            page.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no row {start}"));
        assert!(row.contains(&format!("| {} of {} |", one.inside, one.n)), "{row}");
        let verdict = one.met.map_or("", |met| if met { "| met (" } else { "| missed (" });
        assert!(row.contains(verdict), "{row}");
    }
}

fn heading(title: &str, says: &str) -> String {
    format!(
        "# {title}\n\n{says}\n\nWritten from the model by `tests/chain/documents.rs`; do not edit by hand.\n"
    )
}

/// A cell of a table: no line breaks, no bars.
fn cell(text: &str) -> String {
    text.trim().replace('\n', " ").replace('|', "\\|")
}

fn value_text(value: &Value, declaration: &Declaration) -> String {
    let steps = value.steps.iter().map(|step| match step.from {
        Some(day) => format!("{day}: {}", step.value),
        None => step.value.clone(),
    });
    let text = steps.collect::<Vec<_>>().join("; ");
    match declaration.kind {
        Kind::ByNationality(_) => format!("`{text}`"),
        _ => text,
    }
}

fn range_text(value: &Value) -> String {
    let moved = value.moved_by.map(|by| format!("through `{}`", levers::declaration(by).name));
    value.range.map(|(low, high)| format!("from {low} to {high}")).or(moved).unwrap_or_default()
}

fn grade_text(value: &Value) -> &'static str {
    match value.grade {
        Some(Grade::A) => "A",
        Some(Grade::B) => "B",
        Some(Grade::C) => "C",
        None => "",
    }
}

fn assumptions(scenario: &Scenario) -> String {
    let mut out = heading(
        "Assumptions",
        "Every value of the baseline that is not a published figure or the text of the law: what rests on an assumption, on \
         memory (`recalled`), or is graded C. Replications draw from the range; a value without a range is held, and its \
         uncertainty is then not in the bands. `through` names the uncertainty that moves a value at the start.",
    );
    out += "\n## Values\n\n| name | Dutch | value | range | grade | ground |\n|---|---|---|---|---|---|\n";
    for value in &scenario.values {
        let declaration = levers::declaration(value.index);
        let ground = value.sources.en.to_lowercase();
        let assumed =
            ["assumption", "recalled", "judgement", "rough"].iter().any(|word| ground.contains(word));
        if assumed || value.grade == Some(Grade::C) {
            let row = [
                format!("`{}`", declaration.name),
                declaration.dutch.to_string(),
                value_text(value, declaration),
                range_text(value),
                grade_text(value).to_string(),
                value.sources.en.clone(),
            ];
            writeln!(out, "| {} |", row.map(|c| cell(&c)).join(" | ")).unwrap();
        }
    }
    out += "\n## Simplifications\n\nWhat each stage leaves out, in the words of its own file.\n\n";
    for path in stages() {
        let text = fs::read_to_string(&path).unwrap();
        let Some(simplifications) = simplifications(&text) else { continue };
        let room = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
        writeln!(out, "- `{room}`: {simplifications}").unwrap();
    }
    out += "\n## Constants of the program\n\n\
        - Procedural times are lognormal with a coefficient of variation of 0.6, the middle of the suggested 0.5 to 0.7.\n\
        - Ages of the stocks other than open cases are spread evenly over 270 days (appeals, permit holders), 175 days \
        (further appeals), 56 days (appeals with a term of a week) and 540 days (family reunification): they set the order of the queue and the first waits only.\n\
        - At the start each officer has one case under way, with an even part of its work left, and for every five officers one \
        view is awaited.\n";
    out
}

fn stages() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src/flow")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The paragraph under the heading Simplifications of a stage's module documentation.
fn simplifications(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().take_while(|l| l.starts_with("//!")).map(|l| l[3..].trim()).collect();
    let start = lines.iter().position(|l| l.contains("**Simplifications.**"))?;
    let paragraph = lines[start..].join(" ");
    Some(paragraph.split_once("**Simplifications.**")?.1.trim().to_string())
}

fn catalogue(scenario: &Scenario) -> String {
    let mut out = heading(
        "Levers and uncertainties",
        "Everything a scenario can set. A lever is what a government chooses; an uncertainty is what it does not, and is drawn \
         in every replication where it has a range.",
    );
    let mut chapter = "";
    for (index, declaration) in levers::all().enumerate() {
        if declaration.chapter != chapter {
            chapter = declaration.chapter;
            write!(out, "\n## {chapter}\n").unwrap();
        }
        let value = scenario.values.iter().find(|v| v.index == index).expect("the baseline sets every row");
        let role = match declaration.role {
            Role::Lever => "lever",
            Role::Uncertainty => "uncertainty",
            Role::Behaviour => "behaviour",
        };
        write!(
            out,
            "\n### `{}`\n\n{} ({role}). {}\n\n",
            declaration.name,
            capital(declaration.dutch),
            declaration.says.trim()
        )
        .unwrap();
        let (low, high) = declaration.range;
        writeln!(
            out,
            "- Unit: {}; allowed: {low} to {high}; binds: {}.",
            declaration.unit,
            declaration.binds.word()
        )
        .unwrap();
        let range = range_text(value);
        let drawn = if range.is_empty() { String::new() } else { format!("; drawn {range}") };
        writeln!(out, "- Baseline: {}{drawn}.", value_text(value, declaration)).unwrap();
        let standing =
            value.status.map_or_else(|| format!("grade {}", grade_text(value)), |s| s.word().to_string());
        let since = value.steps.iter().find_map(|s| s.lapsed_on);
        let standing = since.map_or(standing.clone(), |day| format!("{standing} since {day}"));
        writeln!(out, "- Source ({standing}): {}.", value.sources.en.trim_end_matches('.')).unwrap();
        for phrase in declaration.letter {
            writeln!(out, "- Letter: \"{phrase}\".").unwrap();
        }
        if !declaration.moves.is_empty() {
            writeln!(out, "- When it rises: {}.", declaration.moves).unwrap();
        }
        if let Some((_, why)) = proof::alone(declaration.name) {
            writeln!(out, "- Moves nothing else: {why}.").unwrap();
        }
        for (_, series, _, why) in proof::EITHER.iter().filter(|row| row.0 == declaration.name) {
            writeln!(out, "- `{series}` either way: {why}.").unwrap();
        }
        if declaration.role == Role::Lever {
            let trial = proof::trial(declaration.name);
            let sets: Vec<String> = trial.sets.iter().map(|set| format!("`{set}`")).collect();
            let with = if sets.is_empty() { String::new() } else { format!(" with {}", sets.join(", ")) };
            writeln!(out, "- Stepped by `levers --prove` in `{}`{with}.", trial.world).unwrap();
        }
    }
    out += "\n## Subjects without a lever of their own\n\nWhere they stand instead, or why they are left out.\n\n";
    for subject in SUBJECTS {
        let nearest = subject.nearest.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let nearest = if nearest.is_empty() { nearest } else { format!(" Nearest: {nearest}.") };
        writeln!(out, "- *{}*: {}.{nearest}", subject.words.join(", "), subject.why.1).unwrap();
    }
    out
}

#[test]
fn what_rows_of_the_inventory_have_become_exists() {
    let exists =
        |name: &str| levers::find(name).is_some() || Series::ALL.iter().any(|series| series.id() == name);
    for row in SECTIONS.iter().flat_map(|section| section.rows) {
        for name in row.names() {
            assert!(exists(name), "{} {}: {name}", row.number, row.name.1);
        }
    }
}

fn inventory() -> String {
    let mut out = heading(
        "The inventory",
        "Every measure, capacity and response that a model of the chain was asked to have, by its number, and what it has become: a \
         lever, an uncertainty or an outcome that the model computes, or a part of another row, with the reason. Value, \
         range, date, source, legal status, the letter's phrase and the grade of each name stand in [levers.md](levers.md), \
         definitions of outcomes in [series.md](series.md). An uncertainty that is *nought unless set* is an assumed effect on who \
         comes: a scenario that sets one shows its outcomes with and without it. `doorstroom levers --inventory --lang nl` says the \
         same in Dutch.",
    );
    let rows = || SECTIONS.iter().flat_map(|section| section.rows);
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for row in rows() {
        match kinds.iter_mut().find(|(kind, _)| *kind == row.kind().1) {
            Some((_, count)) => *count += 1,
            None => kinds.push((row.kind().1, 1)),
        }
    }
    let counted: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    writeln!(out, "\n{} rows: {}.", rows().count(), counted.join("; ")).unwrap();
    let names = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    for section in SECTIONS {
        write!(out, "\n## {} {}\n\n", section.number, section.name.1).unwrap();
        out += "| # | row | Dutch | has become | names | why |\n|---|---|---|---|---|---|\n";
        for row in section.rows {
            let cells = [
                row.number.to_string(),
                row.name.1.to_owned(),
                row.name.0.to_owned(),
                row.kind().1.to_owned(),
                names(row.names()),
                row.subject().map_or("", |subject| subject.why.1).to_owned(),
            ];
            writeln!(out, "| {} |", cells.map(|one| cell(&one)).join(" | ")).unwrap();
        }
    }
    out += "\n## Levers that the inventory does not ask for\n\n";
    for (levers, (_, why)) in BEYOND {
        writeln!(out, "- {}: {why}.", names(levers)).unwrap();
    }
    out
}

fn letter() -> String {
    let mut out = heading(
        "The assignment letter",
        "The cabinet's letter on asylum and migration (*opdrachtbrief*), measure by measure: what it asks, how far that has come \
         on 23 November 2026, its levers, the outcomes that they move, and what of it no lever covers. The words between quotes \
         are those of the letter. `doorstroom levers --letter --lang nl` says the same in Dutch. `letter_as_written` and \
         `letter_as_adopted` are its scenarios: `doorstroom compare letter_as_written --against letter_as_adopted` writes the \
         report on what lies between them, the part of the letter that is still a promise, and `explain` with the same words \
         tells it in sentences.",
    );
    let mut task = None;
    for measure in MEASURES {
        if task.replace(measure.task) != Some(measure.task) {
            write!(out, "\n## {}\n", TASKS[usize::from(measure.task)].1).unwrap();
        }
        let code =
            |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let rows = |levers: bool| {
            let of = measure.rows().filter(move |(_, row)| (row.role == Role::Lever) == levers);
            code(of.map(|(_, row)| row.name).collect())
        };
        let lines = [
            ("Asks", measure.asks.1.to_string()),
            ("Stands", measure.stands.1.to_string()),
            ("Levers", rows(true)),
            ("Uncertainties", rows(false)),
            ("Outcomes", code(measure.outcomes())),
            ("Not covered", measure.missing.1.to_string()),
        ];
        write!(out, "\n### “{}”\n\n", measure.phrases[0]).unwrap();
        for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
            writeln!(out, "- {name}: {}{}", value, if value.ends_with('.') { "" } else { "." }).unwrap();
        }
    }
    out
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn process() -> String {
    let mut out = heading(
        "The process",
        "The stages of the chain and the legal moves between them, as the program enforces them.",
    );
    out += "\n```mermaid\nflowchart LR\n";
    for stage in Stage::ALL {
        writeln!(out, "    {}[\"{}\"]", stage.id(), stage.id().replace('_', " ")).unwrap();
    }
    for (from, to) in EDGES {
        writeln!(out, "    {} --> {}", from.id(), to.id()).unwrap();
    }
    out += "```\n\n| from | to |\n|---|---|\n";
    for (from, to) in EDGES {
        writeln!(out, "| {} | {} |", from.id(), to.id()).unwrap();
    }
    out
}

fn series() -> String {
    let mut out = heading("Series", "What `series.csv` holds: one series a definition.");
    out += "\n| name | kind | unit | definition | Dutch | published |\n|---|---|---|---|---|---|\n";
    for series in Series::ALL {
        let kind = match series.kind() {
            SeriesKind::Stock => "stock on the evening of the date",
            SeriesKind::Flow => "sum over the month",
            SeriesKind::Wait => "mean over those who left in the month",
            SeriesKind::Ratio => "ratio",
        };
        let row = [
            &format!("`{}`", series.id()),
            kind,
            series.unit(),
            series.definition(),
            series.dutch(),
            series.published(),
        ];
        writeln!(out, "| {} |", row.map(cell).join(" | ")).unwrap();
    }
    out
}
