//! A sweep is the same table however it came about: at once, in parts, or killed and gone on with.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

const PLAN: &str = r#"
format = 1
name = "Officers and courts"
replications = 22
thin = 10
until = 2026-01-31

[design]
kind = "latin_hypercube"
points = 3

[levers.decision_staff]
range = [1200, 1800]

[uncertainties.appeal_share]
range = [0.8, 0.95]

[outcomes.open_end]
series = "open_cases"

[outcomes.path]
series = "decisions"
take = "months"
"#;

fn doorstroom() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
    command.args(["--lang", "en", "sweep"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a part of the plan, or all of it; whether it went well, and what it said.
fn sweep(plan: &Path, out: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output =
        doorstroom().arg(plan).arg("--out").arg(out).args(more).output().expect("the program starts");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).expect("it speaks UTF-8"))
}

#[test]
fn parts_that_begin_at_once_share_one_folder() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = scratch.path().join("plan.toml");
    // One chunk for one of the parts, none for the others: they only open the folder.
    fs::write(
        &plan,
        PLAN.replace("replications = 22", "replications = 1").replace("points = 3", "points = 1"),
    )
    .unwrap();
    let parts: Vec<_> = (1..=8)
        .map(|part| {
            let shard = format!("{part}/8");
            doorstroom()
                .arg(&plan)
                .arg("--out")
                .arg(scratch.path().join("all"))
                .args(["--shard", &shard])
                .spawn()
                .unwrap()
        })
        .collect();
    for part in parts {
        let output = part.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let names: Vec<_> =
        fs::read_dir(scratch.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing is left beside it: {names:?}");
}

#[test]
fn a_sweep_at_once_in_parts_or_killed_and_resumed_gives_the_same_bytes() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = scratch.path().join("plan.toml");
    fs::write(&plan, PLAN).unwrap();
    let [whole, parts, killed] = ["whole", "parts", "killed"].map(|name| scratch.path().join(name));

    let (code, said) = sweep(&plan, &whole, &["--threads", "2"]);
    assert_eq!(code, Some(0), "{said}");
    let table = fs::read(whole.join("runs.csv")).unwrap();
    let text = String::from_utf8(table.clone()).unwrap();
    assert!(
        text.starts_with(
            "run,point,replication,measures_not_law,decision_staff,appeal_share,open_end,path@2026-01-31\n0,0,0,1,"
        ),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1 + 66);
    assert!(!whole.join("chunks").exists());
    assert!(fs::read_to_string(whole.join("NOT-LAW.txt")).unwrap().contains("decision_staff (hypothetical)"));
    let parquet = fs::read(whole.join("runs.parquet")).unwrap();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));

    // Parts on other threads; what is missing is named before it is there.
    assert_eq!(sweep(&plan, &parts, &["--shard", "2/2", "--threads", "1"]).0, Some(0));
    let merge = doorstroom().arg("merge").arg(&parts).output().unwrap();
    assert_eq!(merge.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&merge.stderr).contains("runs 0-63"), "{merge:?}");
    assert_eq!(sweep(&plan, &parts, &["--shard", "1/2"]).0, Some(0));
    assert!(doorstroom().arg("merge").arg(&parts).status().unwrap().success());
    assert_eq!(fs::read(parts.join("runs.csv")).unwrap(), table);
    assert_eq!(fs::read(parts.join("runs.parquet")).unwrap(), parquet);

    // Killed without warning, as a power cut does, and gone on with.
    let mut child = doorstroom().arg(&plan).arg("--out").arg(&killed).spawn().unwrap();
    for _ in 0..600 {
        sleep(Duration::from_millis(50));
        if killed.join("chunks/00000000.csv").exists() || child.try_wait().unwrap().is_some() {
            break;
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    assert!(killed.join("chunks/00000000.csv").exists() || killed.join("runs.csv").exists());
    let (code, said) = sweep(&plan, &killed, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(fs::read(killed.join("runs.csv")).unwrap(), table);
    assert_eq!(fs::read(killed.join("runs.parquet")).unwrap(), parquet);

    // Another plan does not touch what stands there.
    fs::write(&plan, PLAN.replace("points = 3", "points = 4")).unwrap();
    let (code, said) = sweep(&plan, &whole, &[]);
    assert_eq!(code, Some(2));
    assert!(said.contains("another plan"), "{said}");
}

#[test]
fn a_dry_run_says_how_many_and_a_time_limit_ends_with_its_own_code() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = scratch.path().join("plan.toml");
    fs::write(&plan, PLAN).unwrap();
    let out = scratch.path().join("out");
    let (code, said) = sweep(&plan, &out, &["--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("66") && said.contains("latin_hypercube") && !out.exists(), "{said}");
    let (code, said) = sweep(&plan, &out, &["--time-limit", "0"]);
    assert_eq!(code, Some(75), "{said}");
    assert!(!out.join("runs.csv").exists());
    let slurm = doorstroom().arg("slurm").arg(&plan).args(["--shards", "4"]).output().unwrap();
    let script = String::from_utf8(slurm.stdout).unwrap();
    assert!(script.contains("--array=1-4") && script.contains("\"$SLURM_ARRAY_TASK_ID/4\""), "{script}");
    let checked = Command::new("bash").arg("-n").arg("-c").arg(&script).status();
    assert!(checked.is_err() || checked.unwrap().success(), "{script}");
}

#[test]
fn an_analysis_says_what_drives_an_outcome_and_draws_it() {
    let scratch = tempfile::tempdir().unwrap();
    let [plan, out, drawn] = ["plan.toml", "out", "drawn"].map(|name| scratch.path().join(name));
    let text = PLAN.replace("latin_hypercube", "one_at_a_time").replace("points = 3", "levels = 2");
    fs::write(&plan, text.replace("replications = 22", "replications = 3").replace("thin = 10", "thin = 50"))
        .unwrap();
    assert_eq!(sweep(&plan, &out, &[]).0, Some(0));
    let analyse = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        command.args(["--lang", "en", "analyse"]).arg(&out).arg("--out").arg(&drawn).args(more);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = analyse(&["--outcome", "open_end"]);
    assert!(said.contains("lowest difference") && said.contains("decision_staff"), "{said}");
    let read = |name: &str| fs::read_to_string(drawn.join(name)).unwrap();
    let picture = read("charts/tornado_open_end.svg");
    assert!(
        picture.contains("What drives: open asylum cases, in the last month") && picture.contains("1,800")
    );
    let table = read("tables/tornado_open_end.csv");
    assert!(table.starts_with("factor,at_lowest,lowest,") && table.lines().count() == 3, "{table}");
    assert!(read("report.html").contains("<svg") && read("manifest.json").contains("\"font\": null"));
    // More officers leave fewer cases open.
    let staff: Vec<&str> =
        table.lines().find(|row| row.starts_with("decision_staff")).unwrap().split(',').collect();
    assert_eq!((staff[1], staff[5]), ("1800", "1200"), "{table}");
    shown_in_a_briefing(scratch.path(), &out);
}

/// A briefing shows what a finished sweep says, keeps the sweep in its own folder, and notices when a run of it is another.
fn shown_in_a_briefing(place: &Path, out: &Path) {
    let (plan, bundle) = (place.join("briefing.toml"), place.join("bundle"));
    let brief = |folder: &Path, more: &str| {
        let text = format!(
            "format = 1\nname = \"January\"\nreplications = 1\nthin = 100\nuntil = 2026-01-31\ncharts = [\"inflow\"]\n\
             [sweeps.staff]\nfolder = '{}'\n{more}\n",
            folder.display()
        );
        fs::write(&plan, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        let output =
            command.args(["--lang", "en", "brief"]).arg(&plan).arg("--out").arg(&bundle).output().unwrap();
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    // What cannot be shown is told before anything is run.
    let half = place.join("half");
    fs::create_dir(&half).unwrap();
    for name in ["plan.toml", "manifest.json"] {
        let text = fs::read_to_string(out.join(name)).unwrap();
        fs::write(half.join(name), text.replace("\"finished\": true", "\"finished\": false")).unwrap();
    }
    for (folder, more, why) in [
        (place.join("nowhere").as_path(), "", "here stands no sweep"),
        (half.as_path(), "", "the sweep is not finished"),
        (out, "outcome = \"open\"", "there is no outcome open; the sweep has open_end"),
        (out, "outcome = \"open_end\"\nbelow = \"few\"", "write a number"),
    ] {
        let (code, said) = brief(folder, more);
        assert_eq!((code, said.contains(why), bundle.exists()), (Some(2), true, false), "{said}");
    }
    let (code, said) = brief(out, "outcome = \"open_end\"");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("From the sweep ‘Officers and courts’"), "{said}");
    let read = |name: &str| fs::read_to_string(bundle.join(name)).unwrap();
    assert!(read("briefing.html").contains("id=\"staff_tornado_open_end-title\""));
    assert!(read("tables/staff_tornado_open_end.csv").starts_with("factor,at_lowest,"));
    assert_eq!(read("sweeps/staff/runs.csv"), fs::read_to_string(out.join("runs.csv")).unwrap());
    // The folder stands alone: the sweep may be gone.
    fs::rename(out, place.join("elsewhere")).unwrap();
    let rerun = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        let output = command.args(["--lang", "en", "rerun"]).arg(&bundle).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let said = rerun();
    assert!(said.contains("Identical"), "{said}");
    let runs = read("sweeps/staff/runs.csv");
    fs::write(bundle.join("sweeps/staff/runs.csv"), runs.replace("1800", "1801")).unwrap();
    let said = rerun();
    assert!(said.contains("not the table that the sweep wrote"), "{said}");
}

#[test]
fn runs_of_a_chunk_that_is_cut_off_are_kept_and_not_run_again() {
    let scratch = tempfile::tempdir().unwrap();
    let (plan, out) = (scratch.path().join("plan.toml"), scratch.path().join("out"));
    // Two years of the whole chain, so that no chunk is done within the seconds.
    fs::write(&plan, PLAN.replace("2026-01-31", "2027-12-31").replace("thin = 10\n", "")).unwrap();
    let part = out.join("chunks").join("00000000.part.csv");
    let rows = || fs::read_to_string(&part).unwrap();
    let mut seconds = 2;
    while !part.exists() || rows().is_empty() {
        let (code, said) = sweep(&plan, &out, &["--time-limit", &seconds.to_string()]);
        assert_eq!(code, Some(75), "{said}");
        seconds += 2;
    }
    // A mark that no run leaves: whoever finds it again has not run that run again.
    let kept = rows();
    let (first, others) = kept.split_once('\n').unwrap();
    let marked = format!("{},987654.5\n{others}", first.rsplit_once(',').unwrap().0);
    fs::write(&part, marked).unwrap();
    assert_eq!(sweep(&plan, &out, &["--time-limit", "2"]).0, Some(75));
    assert!(rows().contains("987654.5"), "{}", rows());
    assert!(rows().lines().count() >= kept.lines().count());
}

#[test]
fn what_is_wrong_with_a_plan_is_told_with_its_line() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = scratch.path().join("plan.toml");
    let wrong =
        PLAN.replace("range = [1200, 1800]", "range = [1200, -5]").replace("open_cases", "open_kases");
    fs::write(&plan, &wrong).unwrap();
    let (code, said) = sweep(&plan, &scratch.path().join("out"), &[]);
    assert_eq!(code, Some(2));
    for part in ["plan.toml:13", "plan.toml:19", "open_cases"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

const FIT: &str = r#"
format = 1
name = "The first year"
scenario = "history"
replications = 2
thin = 100
until = 2019-12-31

[design]
kind = "latin_hypercube"
points = 6

[levers.family_capacity]
times = [0.3, 1.2]

[uncertainties.matching_days]
range = [56, 330]

[fit]
years = [2019, 2019]
accept = 3
"#;

#[test]
fn a_calibration_that_was_stopped_gives_the_same_bytes_and_sets_that_a_run_draws_from() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = scratch.path().join("plan.toml");
    fs::write(&plan, FIT).unwrap();
    let [whole, stopped, run] = ["whole", "stopped", "run"].map(|name| scratch.path().join(name));
    let calibrate = |out: &Path, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        command.args(["--lang", "en", "calibrate"]).arg(&plan).arg("--out").arg(out).args(more);
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (code, said) = calibrate(&whole, &["--threads", "2"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("6 points were held against") && said.contains("Cannot be told apart"), "{said}");
    let (code, said) = calibrate(&stopped, &["--time-limit", "0"]);
    assert_eq!(code, Some(75), "{said}");
    assert!(!stopped.join("accepted.toml").exists());
    let (code, said) = calibrate(&stopped, &["--threads", "1"]);
    assert_eq!(code, Some(0), "{said}");
    let files = [
        "runs.csv",
        "points.csv",
        "accepted.csv",
        "accepted.toml",
        "parameters.csv",
        "correlations.csv",
        "report.md",
    ];
    for file in files {
        assert_eq!(fs::read(whole.join(file)).unwrap(), fs::read(stopped.join(file)).unwrap(), "{file}");
    }
    let accepted = fs::read_to_string(whole.join("accepted.csv")).unwrap();
    assert!(
        accepted.starts_with("set,point,distance,worst,times_family_capacity,matching_days\n0,"),
        "{accepted}"
    );
    assert_eq!(accepted.lines().count(), 1 + 3);
    let toml = fs::read_to_string(whole.join("accepted.toml")).unwrap();
    assert!(
        toml.contains("extends = \"history\"") && toml.contains("\n[calibrated]\ntimes_family_capacity = ["),
        "{toml}"
    );

    // A run draws from the sets, and a sweep does not take such a plan for its own.
    let output = Command::new(env!("CARGO_BIN_EXE_doorstroom"))
        .args(["--lang", "en", "run", "--replications", "1", "--thin", "100", "--out"])
        .args([&run, &whole.join("accepted.toml")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (code, said) = sweep(&plan, &run, &[]);
    assert_eq!(code, Some(2));
    assert!(said.contains("doorstroom calibrate"), "{said}");
}

#[test]
fn an_effect_on_inflow_puts_each_outcome_without_it_beside_and_a_plan_without_one_has_no_such_column() {
    let scratch = tempfile::tempdir().unwrap();
    let plan = |name: &str, deterrence: &str| {
        let path = scratch.path().join(name);
        let factors = format!(
            "[uncertainties.deterrence]\nvalues = {deterrence}\n\n[uncertainties.inflow_effects_after]\nvalues = [0]\n"
        );
        let text = PLAN
            .replace("[levers.decision_staff]\nrange = [1200, 1800]\n", &factors)
            .replace("[uncertainties.appeal_share]\nrange = [0.8, 0.95]\n", "")
            .replace("latin_hypercube\"\npoints = 3", "grid\"")
            .replace("replications = 22", "replications = 2")
            .replace("thin = 10", "thin = 20");
        let series = "[outcomes.come]\nseries = \"inflow_first\"\ntake = \"total\"\n";
        fs::write(&path, format!("{text}\n{series}")).unwrap();
        path
    };
    let out = scratch.path().join("effects");
    let (code, said) = sweep(&plan("effects.toml", "[0, 0.3]"), &out, &[]);
    assert_eq!(code, Some(0), "{said}");
    let table = fs::read_to_string(out.join("runs.csv")).unwrap();
    let mut lines = table.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| {
        heads.iter().position(|head| *head == name).unwrap_or_else(|| panic!("{name} in {heads:?}"))
    };
    let (with, without, effect) = (at("come"), at("come_without_effects"), at("deterrence"));
    at("path_without_effects@2026-01-31");
    let mut fewer = 0;
    for line in lines {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap_or(f64::NAN)).collect();
        assert!(cells[with] <= cells[without], "{line}");
        assert_eq!(cells[with] < cells[without], cells[effect] > 0.0, "{line}");
        fewer += usize::from(cells[with] < cells[without]);
    }
    assert_eq!(fewer, 2);
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    assert!(manifest.contains("open_end_without_effects"), "{manifest}");
    let none = scratch.path().join("none.toml");
    fs::write(
        &none,
        PLAN.replace("replications = 22", "replications = 1").replace("points = 3", "points = 1"),
    )
    .unwrap();
    let (code, _) = sweep(&none, &scratch.path().join("none"), &[]);
    assert_eq!(code, Some(0));
    let table = fs::read_to_string(scratch.path().join("none/runs.csv")).unwrap();
    assert!(!table.contains("without_effects"));
}
