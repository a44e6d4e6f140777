//! The command line as its users meet it: exit codes, files, languages, and folders that are whole or not there.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::pdf::{Part, Pdf};

/// A short horizon: four months of the baseline.
const SHORT: &str = "format = 1\nname = \"Kort\"\nextends = \"baseline\"\nhorizon = \"4 months\"\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty folder with a short scenario in it.
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("kort.toml"), SHORT).unwrap();
        Desk { folder }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstroom"));
        command.current_dir(self.folder.path()).args(arguments).env("LC_ALL", "C").env_remove("LANGUAGE");
        command
    }

    fn call(&self, arguments: &str) -> Said {
        Said::from(self.command(&arguments.split_whitespace().collect::<Vec<_>>()).output().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Everything that stands in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
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
}

fn manifest(folder: &Path) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap()
}

#[test]
fn without_arguments_the_program_explains_itself() {
    let said = Desk::new().call("").with(0);
    assert!(said.out.contains("doorstroom run") && said.out.contains("doorstroom check"));
    assert_eq!(said.err, "");
}

#[test]
fn help_has_examples_in_both_languages() {
    let desk = Desk::new();
    for command in [
        "",
        "run",
        "brief",
        "rerun",
        "check",
        "explain",
        "trace",
        "seek",
        "scenarios",
        "scenarios copy",
        "levers",
        "series",
        "schema",
        "verify",
        "completions",
    ] {
        let english = desk.call(&format!("{command} --help")).with(0).out;
        assert!(english.contains("Examples:") && english.contains("Usage:"), "{command}: {english}");
        let dutch = desk.call(&format!("{command} --help --lang nl")).with(0).out;
        assert!(dutch.contains("Voorbeelden:") && dutch.contains("Gebruik:"), "{command}: {dutch}");
        assert!(dutch.contains("Opties:") && !dutch.contains("Options:"), "{command}: {dutch}");
    }
}

#[test]
fn the_language_of_the_system_counts_unless_another_is_asked_for() {
    let desk = Desk::new();
    let mut command = desk.command(&["levers", "no_such"]);
    let said = Said::from(command.env("LC_ALL", "nl_NL.UTF-8").env("LANG", "nl_NL.UTF-8").output().unwrap());
    assert!(said.err.starts_with("fout: er is geen knop"), "{}", said.err);
    assert!(desk.call("levers no_such").err.starts_with("error: there is no lever"));
    assert!(desk.call("levers no_such --lang nl").err.starts_with("fout:"));
    desk.call("levers --lang fr").with(2);
}

#[test]
fn arguments_that_cannot_be_read_are_bad_input() {
    let desk = Desk::new();
    for arguments in
        ["rum", "run --replicationz 3", "run --replications many", "check", "scenarios", "completions cmd"]
    {
        let english = desk.call(arguments).with(2);
        assert!(english.err.starts_with("error: ") && english.out.is_empty(), "{arguments}: {}", english.err);
        let dutch = desk.call(&format!("{arguments} --lang nl")).with(2);
        assert!(
            dutch.err.starts_with("fout: ") && !dutch.err.contains("error"),
            "{arguments}: {}",
            dutch.err
        );
    }
    assert!(desk.call("run --replicationz 3 --lang nl").err.contains("bedoelt u '--replications'?"));
}

#[test]
fn absurd_sizes_are_refused_with_a_cure_and_nothing_is_written() {
    let desk = Desk::new();
    for arguments in [
        "--replications 0",
        "--replications 1000001",
        "--threads 0",
        "--threads 1025",
        "--replications 1000000 --daily",
        "--seed -1",
    ] {
        let said = desk.call(&format!("run kort.toml {arguments}")).with(2);
        assert!(!said.err.is_empty(), "{arguments}");
    }
    assert!(desk.call("run --replications 1000000").with(2).err.contains("take at most"));
    assert_eq!(desk.names(), ["kort.toml"]);
}

#[test]
fn a_run_leaves_a_whole_folder_and_says_where() {
    let desk = Desk::new();
    let said = desk.call("run kort.toml --replications 3 --daily --keep-replications --alone").with(0);
    let folder = desk.path("out/kort");
    let manifest = manifest(&folder);
    let hash = manifest["series_sha256"].as_str().unwrap();
    assert!(said.out.contains(hash) && said.out.contains("report.html"), "{}", said.out);
    assert_eq!(manifest["replications"], serde_json::json!({ "asked": 3, "done": 3 }));
    assert_eq!(manifest["files"]["series.csv"], hash);
    let files = manifest["files"].as_object().unwrap();
    for name in ["report.html", "series.csv", "levers.csv", "daily.csv", "replications.csv"] {
        assert!(files.contains_key(name) && folder.join(name).is_file(), "{name}");
    }
    assert!(files.keys().all(|name| folder.join(name).is_file()));
    assert!(files.keys().any(|n| n.ends_with(".svg")) && files.keys().any(|n| n.ends_with(".png")));
    assert_eq!(desk.names(), ["kort.toml", "out"]);
    assert_eq!(fs::read_dir(desk.path("out")).unwrap().count(), 1);
}

#[test]
fn series_come_by_name_and_month_and_quantiles_need_replications() {
    let desk = Desk::new();
    desk.call("run kort.toml --replications 3 --daily --keep-replications --alone --out a").with(0);
    let text = desk.read("a/series.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "date,series,unit,mean,sd,p05,p10,p25,p50,p75,p90,p95");
    let dates: Vec<&str> = lines[1..5].iter().map(|line| &line[..10]).collect();
    assert_eq!(dates, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
    assert!(lines[1..5].iter().all(|line| line.contains(",inflow_first,persons,")));
    assert!(lines[1..].iter().all(|line| line.ends_with(",,,,,,,") && line.matches(',').count() == 11));
    let daily = desk.read("a/daily.csv");
    assert_eq!(daily.lines().next(), Some(lines[0]));
    let series = (lines.len() - 1) / 4;
    assert_eq!(daily.lines().count(), 1 + series * 120, "31 + 28 + 31 + 30 days");
    let each = desk.read("a/replications.csv");
    assert!(each.starts_with("replication,date,series,value\n1,2026-01-31,inflow_first,"));
    assert_eq!(each.lines().count(), 1 + 3 * series * 4);
    assert!(desk.read("a/levers.csv").starts_with("date,lever,unit,value,share\n"));
    assert!(!text.contains("measures_not_law") && !desk.path("a/NOT-LAW.txt").exists());
}

#[test]
fn the_number_of_threads_changes_no_byte_of_the_results() {
    let desk = Desk::new();
    for threads in ["1", "2"] {
        desk.call(&format!("run kort.toml --replications 4 --alone --threads {threads} --out t{threads}"))
            .with(0);
    }
    assert!(desk.read("t1/series.csv") == desk.read("t2/series.csv"));
    desk.call("run kort.toml --replications 4 --alone --seed 2 --out other").with(0);
    assert!(desk.read("t1/series.csv") != desk.read("other/series.csv"));
}

#[test]
fn a_measure_is_compared_with_the_law_in_force_under_the_same_luck() {
    let desk = Desk::new();
    let run = "run kort.toml --replications 2 --set inflow_scale=2";
    desk.call(&format!("{run} --out a")).with(0);
    let difference = desk.read("a/difference.csv");
    // What is set on the command line is no law, and the table says so before anything else.
    let mark = "2026-01-31,measures_not_law,contains measures that are not law on 2026-11-23,1,0,";
    assert!(difference.lines().nth(1).unwrap().starts_with(mark), "{difference}");
    assert!(desk.read("a/NOT-LAW.txt").contains("inflow_scale (hypothetical)"));
    let first = difference.lines().find(|line| line.contains(",inflow_first,")).unwrap();
    let mean: f64 = first.split(',').nth(3).unwrap().parse().unwrap();
    assert!(first.starts_with("2026-01-31,inflow_first,persons,") && mean > 500.0, "{first}");
    assert!(manifest(&desk.path("a"))["reference"].is_string());
    desk.call(&format!("{run} --alone --out b")).with(0);
    assert!(!desk.path("b/difference.csv").exists());
    assert!(desk.read("a/series.csv") == desk.read("b/series.csv"));
    let report = desk.read("a/report.html");
    assert!(
        report.contains("id=\"changes\"")
            && report.contains("From the start of the run: 2 times instead of 1.")
    );
    // Charts over time and one that stands on no calendar are in the page and beside it.
    for chart in ["inflow", "departures", "flows"] {
        let drawn = desk.path(&format!("a/charts/{chart}.svg")).exists();
        assert!(drawn && report.contains(&format!("id=\"{chart}\"")), "{chart}: drawn {drawn}");
    }
    assert!(!desk.read("b/report.html").contains("id=\"changes\""));
}

#[test]
fn an_assumed_effect_on_inflow_stands_with_and_without_it_and_without_is_the_scenario_that_has_none() {
    let desk = Desk::new();
    let effect = "[uncertainties.deterrence]\nvalue = 0.3\nsource = \"assumption: a test\"\ngrade = \"C\"\n\
                  [uncertainties.inflow_effects_after]\nvalue = 0\nrange = [0, 0]\nsource = \"assumption: a test\"\ngrade = \"C\"\n";
    fs::write(desk.path("effect.toml"), format!("{SHORT}{effect}")).unwrap();
    let said = desk.call("run effect.toml --replications 2 --thin 20 --alone --out a").with(0);
    assert!(said.out.contains("assumed effects on inflow (deterrence), under the same luck"), "{}", said.out);
    assert!(desk.read("a/report.html").contains("id=\"effects\""));
    desk.call("run kort.toml --replications 2 --thin 20 --alone --out b").with(0);
    assert_eq!(desk.read("a/series_without_effects.csv"), desk.read("b/series.csv"));
    assert!(!desk.path("b/series_without_effects.csv").exists());
    let difference = desk.read("a/difference_of_effects.csv");
    let first = difference.lines().filter(|line| line.contains(",inflow_first,"));
    let means: Vec<f64> = first.map(|line| line.split(',').nth(3).unwrap().parse().unwrap()).collect();
    assert!(means.len() >= 4 && means[..4].iter().all(|mean| *mean < -100.0), "{means:?}");
    let said =
        desk.call("compare effect.toml --against kort.toml --replications 2 --thin 20 --out c").with(0);
    assert!(said.out.contains("without effects on inflow"), "{}", said.out);
    let seek = "seek effect.toml --lever decision_staff --between 1000..1100 --series staff_planned --above 1040 --chance 50% \
                --replications 2 --thin 20 --out s.csv";
    let sought = desk.call(seek).with(0).out;
    assert_eq!(sought.matches("Scenario: ").count(), 2, "{sought}");
    assert!(sought.contains("without effects on inflow") && desk.path("s_without_effects.csv").exists());
    let traced = desk.call("trace effect.toml --thin 50").with(0).out;
    assert!(traced.contains("assumes an effect on inflow (deterrence)"), "{traced}");
}

#[test]
fn more_places_show_in_the_headlines_and_in_pictures_and_the_rest_is_said_not_to_move() {
    let desk = Desk::new();
    let said = desk
        .call("run kort.toml --replications 2 --set regular_places=36000@2026-01-01 --set emergency_places=0 --out a")
        .with(0);
    for headline in [
        "reception need on",
        "too few places on",
        "too few places in any month",
        "without a place, on average",
    ] {
        assert!(said.out.contains(headline), "{}", said.out);
    }
    let lacking = said.out.lines().find(|line| line.starts_with("without a place")).unwrap();
    assert!(lacking.contains('+') && lacking.contains("all: "), "{lacking}");
    assert!(said.out.contains("the others are equal in every replication"), "{}", said.out);
    assert!(desk.path("a/charts/difference_without_place.svg").exists());
    assert!(desk.path("a/charts/difference_without_place.png").exists());
    let report = desk.read("a/report.html");
    let (difference, inflow) =
        (report.find("id=\"difference\"").unwrap(), report.find("id=\"inflow\"").unwrap());
    assert!(difference < inflow);
}

#[test]
fn a_folder_of_somebody_else_is_never_replaced() {
    let desk = Desk::new();
    fs::create_dir(desk.path("thesis")).unwrap();
    fs::write(desk.path("thesis/chapter.txt"), "years of work").unwrap();
    fs::write(desk.path("thesis/manifest.json"), "{\"program\": \"another\"}").unwrap();
    let said = desk.call("run kort.toml --replications 1 --alone --out thesis").with(2);
    assert!(said.err.contains("thesis"), "{}", said.err);
    assert_eq!(desk.read("thesis/chapter.txt"), "years of work");
    desk.call("run kort.toml --replications 1 --alone --out kort.toml").with(2);
    desk.call("run kort.toml --replications 1 --alone --out .").with(2);
    assert_eq!(desk.names(), ["kort.toml", "thesis"]);
}

#[test]
fn earlier_results_are_replaced_as_a_whole() {
    let desk = Desk::new();
    let run = "run kort.toml --replications 1 --alone --out a";
    desk.call(&format!("{run} --daily")).with(0);
    assert!(desk.path("a/daily.csv").exists());
    desk.call(run).with(0);
    assert!(!desk.path("a/daily.csv").exists() && desk.path("a/report.html").exists());
    assert_eq!(desk.names(), ["a", "kort.toml"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_fails_the_run() {
    let desk = Desk::new();
    let said = desk.call("run kort.toml --replications 1 --alone --out kort.toml/deeper").with(1);
    assert!(said.err.contains("kort.toml") && said.err.contains("not a folder"), "{}", said.err);
}

#[test]
fn settings_that_make_no_sense_are_told_and_nothing_is_written() {
    let desk = Desk::new();
    for (set, part) in [
        ("no_such=1", "DS007"),
        ("inflow_scale=a_lot", "DS0"),
        ("inflow_scale=1e9", "DS012"),
        ("inflow_scale=nan", "DS013"),
        ("inflow_scale=1@2026-02-30", "DS014"),
        ("inflow_scale", "DS037"),
    ] {
        let said = desk.call(&format!("run kort.toml --replications 1 --set {set}")).with(2);
        assert!(said.err.contains(part) && said.err.contains("--set"), "{set}: {}", said.err);
    }
    assert_eq!(desk.names(), ["kort.toml"]);
}

#[test]
fn check_tells_what_is_wrong_and_what_differs() {
    let desk = Desk::new();
    fs::write(desk.path("bad.toml"), format!("{SHORT}[levers.housing_supply]\n2026-02-01 = -5\n")).unwrap();
    let wrong = desk.call("check bad.toml kort.toml").with(2);
    assert!(wrong.err.contains("bad.toml:6") && wrong.err.contains("DS012"), "{}", wrong.err);
    assert!(wrong.out.contains("kort.toml: sound"), "{}", wrong.out);
    assert!(desk.call("check baseline").with(0).out.contains("the same as `baseline`"));
    let dutch = desk.call("check kort.toml --lang nl").with(0).out;
    assert!(dutch.contains("anders dan in `baseline`") && dutch.contains("30 april 2026"), "{dutch}");
    assert!(!dutch.contains("vervallen"), "the baseline is the law in force: {dutch}");
    let before = desk.call("check old_law_unchanged --lang nl").with(0).out;
    assert!(before.contains("beroepstermijn") && before.contains("vervallen"), "{before}");
    desk.call("check no_such_scenario").with(2);
    desk.call("check missing.toml").with(2);
}

#[test]
fn explain_says_from_when_for_whom_what_why_and_what_is_assumed() {
    let desk = Desk::new();
    let english = desk.call("explain family_rule_upheld").with(0).out;
    let whole = english.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "family_pending_rule (lopende nareisaanvragen)",
        "From 1 July 2027: new rules (apply_new) instead of a few refused, the others held (pilot_and_freeze).",
        "It binds everyone from that day on.",
        "Ground: assumption: a what-if.",
        "Status: hypothetical; not law on 23 November 2026.",
    ] {
        assert!(whole.contains(part), "{part}: {english}");
    }
    let dutch = desk.call("explain more_officers --lang nl").with(0).out;
    assert!(
        dutch.contains("In de aanname dat") && dutch.contains("Vanaf 1 januari 2027: 1.750 fte"),
        "{dutch}"
    );
    assert!(desk.call("explain baseline").with(0).out.contains("Nothing is otherwise"));
    let between = desk.call("explain family_rule_upheld --against family_rule_struck_down").with(0).out;
    assert!(between.contains("instead of old rules by a court"), "{between}");
    let early =
        desk.call("explain --set two_status=false@2026-06-12 --set family_wait_b=900@2027-01-01").with(0);
    assert!(early.out.contains("Binds nobody: "), "{}", early.out);
    let letter = desk.call("explain letter_as_written --against letter_as_adopted --lang nl").with(0).out;
    assert!(letter.contains("(transit_places)") && letter.contains("Status: aangekondigd"), "{letter}");
    let act =
        desk.call("explain pact_emergency").with(0).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        act.contains(
            "share who go out of sight under pressure is 0 %: nothing moves; where a scenario sets otherwise"
        ),
        "{act}"
    );
    let left_out = desk.call("explain --set two_status=never").with(0).out;
    assert!(left_out.starts_with("Law in force + ") && left_out.contains("off instead of on"), "{left_out}");
    let set = "--set hub_places=100@2027-07-01";
    let run = desk.call(&format!("run {set} --thin 100 --replications 1 --alone --out out/hub")).with(0).out;
    assert!(run.contains("  ! Binds nobody: "), "{run}");
    assert!(desk.call("check national").with(0).out.contains("one_procedure"));
    assert!(desk.call("levers --letter --lang nl").with(0).out.contains("“een driejarige pilot”"));
    desk.call("levers --letter --search nareis").with(2);
    desk.call("explain no_such_scenario").with(2);
    desk.call("explain more_officers --against no_such_scenario").with(2);
    assert!(desk.call("explain --set inflow_scale=nan --lang nl").with(2).err.contains("DS013"));
}

#[test]
fn check_reads_standard_input() {
    let desk = Desk::new();
    let said = Said::from(desk.command(&["check", "-"]).write_stdin(SHORT).output().unwrap()).with(0);
    assert!(said.out.contains("sound"), "{}", said.out);
    Said::from(desk.command(&["check", "-"]).write_stdin("format = \n").output().unwrap()).with(2);
}

#[test]
fn a_copied_scenario_is_sound_and_is_not_overwritten() {
    let desk = Desk::new();
    desk.call("scenarios copy baseline mijn.toml").with(0);
    let copy = desk.read("mijn.toml");
    assert!(copy.contains("extends = \"baseline\"") && copy.matches("# [levers.").count() == 10, "{copy}");
    desk.call("check mijn.toml").with(0);
    fs::write(desk.path("mijn.toml"), "mine").unwrap();
    desk.call("scenarios copy baseline mijn.toml").with(2);
    assert_eq!(desk.read("mijn.toml"), "mine");
    desk.call("scenarios copy baseline mijn.toml --force").with(0);
    assert_eq!(desk.read("mijn.toml"), copy);
}

#[test]
fn embedded_scenarios_are_listed_and_shown() {
    let desk = Desk::new();
    assert!(desk.call("scenarios list").with(0).out.contains("baseline"));
    assert!(desk.call("scenarios show baseline").with(0).out.starts_with("format = 1"));
    assert!(desk.call("scenarios show baselin").with(2).err.contains("did you mean 'baseline'?"));
}

#[test]
fn levers_are_found_by_dutch_words_and_by_the_letter() {
    let desk = Desk::new();
    for word in ["instroom", "INSTROOM", "meerjarenprognose"] {
        let said = desk.call(&format!("levers --search {word}")).with(0);
        assert!(said.out.contains("inflow_scale"), "{word}: {}", said.out);
    }
    let all = desk.call("levers").with(0).out;
    let one = desk.call("levers inflow_scale").with(0).out;
    assert!(all.contains("regular_places") && all.contains("first_applications"));
    for part in ["instroomscenario", "0 to 10", "everyone", "baseline", "source", "meerjarenprognose"] {
        assert!(one.contains(part), "{part}: {one}");
    }
    let inventory = desk.call("levers --inventory").with(0).out;
    assert!(inventory.contains("191  start of the statuses: part of another"), "{inventory}");
    assert!(desk.call("levers inflow_scle").with(2).err.contains("did you mean 'inflow_scale'?"));
    assert!(desk.call("levers instroomscenario").with(2).err.contains("'inflow_scale'"));
}

#[test]
fn replications_go_on_until_the_means_are_precise() {
    let desk = Desk::new();
    let said =
        desk.call("run kort.toml --replications auto --precision 50% --thin 20 --alone --out auto").with(0);
    assert!(said.err.contains("50 replications for 50.0 %"), "{}", said.err);
    // The same command with the number that it took.
    desk.call("run kort.toml --replications 50 --thin 20 --alone --out fifty").with(0);
    let bytes = |name: &str| fs::read(desk.path(name).join("series.csv")).unwrap();
    assert!(bytes("auto") == bytes("fifty"));
    desk.call("run kort.toml --replications 50 --precision 5%").with(2);
    desk.call("run --replications few").with(2);
}

#[test]
fn trace_tells_the_way_of_one_person_in_both_worlds() {
    let desk = Desk::new();
    let small = "--thin 100 --fixed --replication 2";
    let listed = desk.call(&format!("trace fewer_officers {small}")).with(0).out;
    let is_person = |word: &&str| word.len() == 16 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let people: Vec<&str> =
        listed.lines().filter_map(|line| line.split(' ').next().filter(is_person)).collect();
    assert_eq!(people.len(), 12, "{listed}");
    let told = desk.call(&format!("trace fewer_officers {} {small} --lang nl", people[0])).with(0).out;
    assert!(told.contains("Tot 20") && told.contains(" in beide hetzelfde"), "{told}");
    assert_eq!(told.matches("registratie ").count(), 2, "{told}");
    assert!(told.contains("wachtrij") && told.contains(" dagen\n"), "{told}");
    // Alone, in the law in force; and twice the same.
    let alone = desk.call(&format!("trace {} {small}", people[0])).with(0).out;
    assert_eq!(alone.matches("registration ").count(), 1, "{alone}");
    assert_eq!(alone, desk.call(&format!("trace {} {small}", people[0])).with(0).out);
    assert!(
        desk.call(&format!("trace ffffffffffffffff {small}")).with(2).err.contains("nobody of that number")
    );
    desk.call("trace baseline more_officers").with(2);
}

#[test]
fn series_explain_themselves() {
    let desk = Desk::new();
    assert!(desk.call("series").with(0).out.contains("open_cases"));
    let one = desk.call("series open_cases --lang nl").with(0).out;
    assert!(one.contains("voorraad") && one.contains("gepubliceerd"), "{one}");
    assert!(desk.call("series open_case").with(2).err.contains("did you mean 'open_cases'?"));
    assert!(desk.call("series --search opvang").with(0).out.contains("reception"));
}

#[test]
fn the_schema_is_json_and_completions_are_scripts() {
    let desk = Desk::new();
    let schema: serde_json::Value = serde_json::from_str(&desk.call("schema").with(0).out).unwrap();
    assert!(schema["$schema"].is_string());
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(desk.call(&format!("completions {shell}")).with(0).out.contains("doorstroom"));
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    for arguments in
        [&["levers"][..], &["scenarios", "show", "baseline"], &["schema"], &["check", "kort.toml"]]
    {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_doorstroom"))
            .current_dir(desk.folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let said = Said::from(child.wait_with_output().unwrap()).with(0);
        assert_eq!(said.err, "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let desk = Desk::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_doorstroom"))
        .current_dir(desk.folder.path())
        .args(["levers", "--lang", "en"])
        .stdout(full)
        .output()
        .unwrap();
    let said = Said::from(output).with(1);
    assert!(said.err.contains("disk is full"), "{}", said.err);
}

#[test]
fn a_time_limit_of_nothing_writes_nothing() {
    let desk = Desk::new();
    let said = desk.call("run --replications 500 --threads 1 --time-limit 0 --out a/b");
    // The first replication may have begun before the clock did.
    assert_eq!(said.code, Some(75), "{}", said.err);
    let whole = desk.path("a/b/manifest.json").exists();
    assert!(whole || desk.names() == ["kort.toml"], "{:?}", desk.names());
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_a_whole_folder_that_says_it_is_partial() {
    let desk = Desk::new();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_doorstroom"))
        .current_dir(desk.folder.path())
        .args(["run", "kort.toml", "--alone", "--replications", "100000", "--threads", "1", "--out", "a"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Long enough for some replications of four months, far too short for all.
    std::thread::sleep(std::time::Duration::from_secs(4));
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    if !kill.is_ok_and(|status| status.success()) {
        child.kill().unwrap();
        child.wait().unwrap();
        return;
    }
    let said = Said::from(child.wait_with_output().unwrap()).with(130);
    assert!(said.err.contains("Interrupted") && said.out.contains("PARTIAL"), "{}\n{}", said.err, said.out);
    let manifest = manifest(&desk.path("a"));
    let done = manifest["replications"]["done"].as_u64().unwrap();
    assert!(manifest["partial"] == true && (1..100_000).contains(&done));
    assert!(desk.path("a/report.html").exists());
    assert_eq!(desk.names(), ["a", "kort.toml"]);
}

#[test]
fn the_engine_is_verified_in_both_languages_and_into_a_document_with_a_place_for_the_table() {
    let desk = Desk::new();
    let english = desk.call("verify --case overloaded-stock --case little --seed 4").with(0).out;
    assert!(
        english.contains("after a year, one desk") && english.contains("6 of 6 quantities inside"),
        "{english}"
    );
    let dutch = desk.call("verify --case little --seed 4 --lang nl").with(0).out;
    assert!(dutch.contains("2 van 2 grootheden erbinnen, bij elke seed (4)"), "{dutch}");
    assert!(desk.call("verify --case no-such").with(2).err.contains("little"));

    fs::write(desk.path("page.md"), "before\n<!-- verify: begin -->\nold\n<!-- verify: end -->\nafter\n")
        .unwrap();
    desk.call("verify --case little --seed 4 --write page.md").with(0);
    let page = desk.read("page.md");
    assert!(page.starts_with("before\n") && page.ends_with("\nafter\n") && !page.contains("old"), "{page}");
    assert!(page.contains("### `little`: Little's law, to the day"), "{page}");
    assert!(desk.call("verify --case little --write kort.toml").with(2).err.contains("verify: begin"));
}

#[test]
fn history_is_replayed_into_a_whole_folder_in_both_languages() {
    let desk = Desk::new();
    let sets = "format = 1\nname = \"s\"\nname_nl = \"s\"\ndescription = \"s\"\ndescription_nl = \"s\"\nextends = \"history\"\n\n[calibrated]\nproductivity = [1.1, 1.2]\n";
    fs::write(desk.path("sets.toml"), sets).unwrap();
    let said = desk.call("backtest --replications 1 --thin 100 --seed 4 --sets sets.toml").with(0).out;
    assert!(said.contains("Natural experiments") && said.contains("Stock, inflow and outflow"), "{said}");
    let scores = desk.read("out/backtest/backtest.csv");
    assert!(scores.lines().any(|line| line.starts_with("stock_flow_residual,")), "{scores}");
    assert!(
        scores.lines().any(|line| line.starts_with("penalties,penalties,EUR million,yes,2023/2025,3,")),
        "{scores}"
    );
    assert!(desk.path("out/backtest/charts/open_cases_unhcr.png").exists());
    assert_eq!(manifest(&desk.path("out/backtest"))["replications"], 1);
    let page = desk.read("out/backtest/report.html");
    let again = "doorstroom backtest --replications 1 --thin 100 --seed 4 --sets sets.toml";
    assert!(page.contains(again), "{page}");
    assert_eq!(manifest(&desk.path("out/backtest"))["command"], again);

    fs::write(desk.path("page.md"), "before\n<!-- backtest: begin -->\nold\n<!-- backtest: end -->\nafter\n")
        .unwrap();
    let dutch = desk.call("backtest --replications 1 --thin 100 --lang nl --write page.md").with(0).out;
    assert!(dutch.contains("Nareismaatregel") && dutch.contains("Niet meegeteld"), "{dutch}");
    let page = desk.read("page.md");
    assert!(page.contains("| Penalty task force") && !page.contains("old\n"), "{page}");
    assert!(desk.call("backtest --thin 1000").with(2).err.contains("--thin 1000"));
}

#[test]
fn what_would_have_been_said_each_quarter_is_told_without_what_came_after() {
    let desk = Desk::new();
    fs::write(desk.path("page.md"), "<!-- as-known: begin -->\nold\n<!-- as-known: end -->\n").unwrap();
    let said =
        desk.call("backtest --as-known --replications 1 --thin 100 --seed 4 --write page.md").with(0).out;
    assert!(said.contains("Beside official forecasts of the need for reception"), "{said}");
    assert_eq!(
        manifest(&desk.path("out/as_known"))["command"],
        "doorstroom backtest --as-known --replications 1 --thin 100 --seed 4"
    );
    let table = desk.read("out/as_known/as_known.csv");
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let of = |target: &str, origin: &str| -> Vec<&Vec<&str>> {
        rows.iter().filter(|row| row[0] == target && row[1] == origin).collect()
    };
    // Both outcomes, on each of twenty-one quarters, for two years.
    for target in ["reception", "open_cases_unhcr"] {
        let origins: std::collections::BTreeSet<&str> =
            rows.iter().filter(|row| row[0] == target).map(|row| row[1]).collect();
        assert_eq!(origins.len(), 21, "{origins:?}");
    }
    let told = of("reception", "2023-01-01");
    assert!(told.len() > 20 && told.iter().all(|row| row[2] > row[1]), "{told:?}");
    // The last figure is that of before the day, and what came is that of after it.
    assert!(told.iter().all(|row| row[3] == "51805"), "{told:?}");
    let end = told.iter().find(|row| row[2] == "2023-12-31").unwrap();
    assert_eq!(end.last().unwrap(), &"64405");
    // The run itself, and the last figure with the change that the run says: one replication carries no band, but a middle.
    assert!(end[5].parse::<f64>().unwrap() > 0.0 && end[8].parse::<f64>().unwrap() > 0.0, "{end:?}");
    let page = desk.read("page.md");
    assert!(page.contains("| 2024-01-01 | 2022-11 | 75,544 |") && !page.contains("old\n"), "{page}");
}

#[test]
fn the_lab_asks_for_its_own_core_and_replaces_no_other_page() {
    let desk = Desk::new();
    let call = |arguments: &[&str]| {
        // Where cargo runs the program, it makes the core; here nobody does.
        let mut command = desk.command(arguments);
        let said = command.env_remove("CARGO_MANIFEST_DIR").output().unwrap();
        Said::from(said)
    };
    if option_env!("DOORSTROOM_CORE").is_none() {
        let english = call(&["lab"]).with(2).err;
        assert!(
            english.contains("--target wasm32-unknown-unknown") && english.contains("--core"),
            "{english}"
        );
        assert!(call(&["lab", "--lang", "nl"]).with(2).err.contains("het model niet als wasm"));
    }
    fs::write(desk.path("other.wasm"), b"\0asm doorstroom core").unwrap();
    assert!(call(&["lab", "--core", "other.wasm"]).with(2).err.contains("does not belong to this program"));
    fs::write(desk.path("other.html"), "<html>mine</html>").unwrap();
    assert!(call(&["lab", "--out", "other.html"]).with(2).err.contains("is no lab"));
    assert!(call(&["lab", "--out", "lab.txt"]).with(2).err.contains(".html"));
    assert!(call(&["lab", "baseline"]).with(2).err.contains(".toml"));
    assert_eq!(desk.names(), ["kort.toml", "other.html", "other.wasm"]);
}

#[test]
fn seek_finds_the_value_from_which_an_outcome_holds() {
    let desk = Desk::new();
    // As many officers are planned as the lever says: the answer is known, and the same in every replication. Ten of ten is
    // surely more than half, and none of ten surely less.
    let seek = "seek kort.toml --lever decision_staff --series staff_planned --above 1040 --chance 50% --replications 10 --thin 20";
    let said = desk.call(&format!("{seek} --between 1000..1100 --out seek.csv")).with(0);
    assert!(
        said.out.contains("At least 1,040; with 95 % confidence between 1,040 and 1,040."),
        "{}",
        said.out
    );
    assert!(said.out.contains("thinned chain, one in 20"), "{}", said.out);
    let table = desk.read("seek.csv");
    assert!(
        table.starts_with("value,holds,replications,share,p025,p975,search\n1000,0,10,0.0000,0.0000,"),
        "{table}"
    );
    // Killed after three values: the same command takes them up, and ends as if nothing had happened. So it does for another
    // chance; another search leaves the file alone.
    let left: Vec<&str> = table.lines().take(4).collect();
    fs::write(desk.path("seek.csv"), left.join("\n") + "\n").unwrap();
    let again = desk.call(&format!("{seek} --between 1000..1100 --out seek.csv")).with(0);
    assert_eq!((again.out, desk.read("seek.csv")), (said.out, table.clone()));
    desk.call(&format!("{} --between 1000..1100 --out seek.csv", seek.replace("50%", "90%"))).with(0);
    let nowhere = desk.call(&format!("{seek} --between 1000..1100 --out none/seek.csv")).with(1);
    assert!(nowhere.out.is_empty(), "told before anything runs: {}", nowhere.out);
    let other = desk.call(&format!("{seek} --between 1000..1100 --seed 2 --out seek.csv")).with(2);
    assert!(
        other.err.contains("no values of this search") && desk.read("seek.csv") == table,
        "{}",
        other.err
    );
    assert_eq!(desk.names(), ["kort.toml", "seek.csv"]);
    let nowhere = desk.call(&format!("{seek} --between 900..1000 --lang nl")).with(0).out;
    assert!(nowhere.contains("Het lukt nergens in deze reeks"), "{nowhere}");
    // What is wrong is told before anything runs.
    for (change, part) in [
        ("--between 900..1e9", "DS012"),
        ("--between 900", "1000..4000"),
        ("--between 900..1000 --on 2036-01-01", "runs from"),
    ] {
        let said = desk.call(&format!("{seek} {change}")).with(2);
        assert!(said.err.contains(part) && said.out.is_empty(), "{change}: {}", said.err);
    }
}

/// Four months of a thinned chain, beside a scenario of the user's own.
const PLAN: &str = "format = 1\nname = \"Reception until May\"\nname_nl = \"Opvang tot mei\"\nreplications = 2\nthin = 50\n\
                    until = 2026-07-31\ncharts = [\"reception\", \"inflow\", \"flows\"]\n[variants.minder]\n\
                    scenario = \"minder.toml\"\nprobability = 0.25\nsource = \"a test\"\n";
const FEWER: &str = "format = 1\nname = \"Fewer places\"\nname_nl = \"Minder plekken\"\nextends = \"baseline\"\n\
                     [levers.regular_places]\n2026-02-01 = 20000\nsource = \"assumption: a test\"\nlegal_status = \"hypothetical\"\n\
                     [uncertainties.deterrence]\nvalue = 0.3\nsource = \"assumption: a test\"\ngrade = \"C\"\n\
                     [uncertainties.inflow_effects_after]\nvalue = 0\nrange = [0, 0]\nsource = \"assumption: a test\"\ngrade = \"C\"\n";

#[test]
fn a_briefing_is_whole_and_can_be_made_again_and_one_changed_digit_is_named() {
    let desk = Desk::new();
    fs::write(desk.path("plan.toml"), PLAN).unwrap();
    fs::write(desk.path("minder.toml"), FEWER).unwrap();
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/font/DejaVuSans.ttf");
    fs::copy(font, desk.path("house.ttf")).unwrap();
    let said = desk.call("brief plan.toml --lang nl --out b --font plan.toml").with(2);
    assert!(said.err.contains("geen lettertype dat te lezen is") && !desk.path("b").exists(), "{}", said.err);
    let said = desk.call("brief plan.toml --lang nl --out b --font house.ttf").with(0);
    assert!(said.out.starts_with("Opvang tot mei\n") && said.out.contains("b/briefing.html"), "{}", said.out);
    let made = manifest(&desk.path("b"));
    for (name, hash) in made["files"].as_object().unwrap() {
        let path = desk.path("b").join(name);
        assert!(path.exists() && hash.as_str().unwrap().len() == 64, "{name}");
    }
    for name in [
        "briefing.html",
        "briefing.pdf",
        "briefing.xlsx",
        "accounts/stress-des.md",
        "accounts/algorithm-register.md",
        "accounts/iama.md",
        "NOT-LAW.txt",
        "plan.toml",
        "layers/01-minder.toml",
        "layers/legacy.toml",
        "tables/inflow.csv",
        "tables/inflow.nl.csv",
        "charts/reception.svg",
        "charts/minder_reception.png",
        "charts/minder_without_effects_reception.png",
        "charts/flows.svg",
        "tables/flows.nl.csv",
        "font/house.ttf",
        "ro-crate-metadata.json",
    ] {
        assert!(!made["files"][name].is_null(), "{name}: {:#?}", made["files"]);
    }
    let page = desk.read("b/briefing.html");
    assert!(page.contains("opgegeven kans 25") && page.contains("geen geldend recht"));
    assert!(page.contains("Minder plekken, zonder effecten op instroom"));
    for table in ["inflow", "reception", "differences", "months_reception_need"] {
        assert_eq!(
            numbers_in_workbook(&desk.path("b/briefing.xlsx"), table),
            numbers_in_csv(&desk, table),
            "{table}"
        );
    }
    the_pdf_is_read_as_the_page_is(&desk);
    // The folder alone is enough: the scenario's own file may be gone, and the font.
    fs::remove_file(desk.path("minder.toml")).unwrap();
    fs::remove_file(desk.path("house.ttf")).unwrap();
    let said = desk.call("rerun b --threads 1 --lang nl").with(0);
    assert!(said.out.starts_with("Identiek: alle "), "{}", said.out);
    let table = desk.read("b/tables/reception.csv");
    let (row, line) = table.lines().enumerate().find(|(_, line)| line.starts_with("baseline,")).unwrap();
    let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
    cells[3] = format!("{}1", cells[3]);
    fs::write(desk.path("b/tables/reception.csv"), table.replacen(line, &cells.join(","), 1)).unwrap();
    let said = desk.call("rerun b --lang en").with(1);
    assert!(said.out.contains("1 of ") && said.out.contains("tables/reception.csv"), "{}", said.out);
    assert!(
        said.out.contains(&format!("row {}", row + 1)) && said.out.contains("column middle"),
        "{}",
        said.out
    );
}

/// Its parts, its alternatives and its numbers; that it has the same bytes again is for `rerun` to say.
fn the_pdf_is_read_as_the_page_is(desk: &Desk) {
    let bytes = fs::read(desk.path("b/briefing.pdf")).unwrap();
    let pdf = Pdf::read(&bytes);
    assert!(pdf.properties().contains("pdfuaid:part"), "{}", pdf.properties());
    assert!(
        pdf.catalogue().contains("/Lang(nl)") && pdf.catalogue().contains("/Outlines"),
        "{}",
        pdf.catalogue()
    );
    let document = pdf.document();
    let all = |kind: &str| {
        let mut found = Vec::new();
        document.all(kind, &mut found);
        found
    };
    let page = desk.read("b/briefing.html");
    assert_eq!(all("H1")[0].text, "Opvang tot mei");
    // One figure for each chart of the page, each with the words of that chart.
    let figures = all("Figure");
    let words: Vec<&str> =
        page.split("<desc ").skip(1).map(|rest| rest.split(['>', '<']).nth(1).unwrap()).collect();
    assert_eq!(figures.len(), words.len());
    for (figure, words) in figures.iter().zip(words) {
        assert!(figure.alternative().ends_with(words), "{} is not {words}", figure.alternative());
        assert!(figure.head.contains("/BBox"), "{}", figure.head);
    }
    // Head cells say which cells they are of, and rows are as long as the head.
    assert!(all("TH").iter().all(|cell| cell.head.contains("/Scope /")));
    assert!(all("LI").iter().all(|item| item.parts.len() == 2));
    for (place, table) in ["inflow", "inflow_means", "reception", "differences"].into_iter().enumerate() {
        let rows = numbers_in_pdf(all("Table")[place]);
        assert_eq!(rows, numbers_in_csv(desk, table), "{table}");
    }
}

/// The numbers of each row of a table, but for its heading: of a share the part of one.
fn numbers_in_pdf(table: &Part) -> Vec<Vec<f64>> {
    let (mut rows, plain) =
        (Vec::new(), |text: &str| text.replace(['.', '\u{a0}', ' ', '+'], "").replace(',', "."));
    table.all("TR", &mut rows);
    let number = |cell: &Part| -> Option<f64> {
        let text = plain(&cell.text).replace('\u{2212}', "-");
        match text.strip_suffix('%') {
            Some(share) => share.parse::<f64>().ok().map(|share| share / 100.0),
            None => text.parse().ok(),
        }
    };
    let rows = rows.into_iter().filter(|row| row.parts.iter().any(|cell| cell.kind == "TD"));
    rows.map(|row| row.parts.iter().skip(1).filter_map(number).collect()).collect()
}

#[test]
fn a_plan_of_a_briefing_is_read_as_scenarios_are_and_nothing_is_written_until_it_is_right() {
    let desk = Desk::new();
    let template = desk.call("brief --template --lang nl").with(0).out;
    assert!(template.starts_with("## Plan van een briefing"));
    fs::write(desk.path("plan.toml"), PLAN.replace("name =", "nam =").replace("0.25", "25")).unwrap();
    let said = desk.call("brief plan.toml --out b").with(2);
    assert!(said.err.contains("plan.toml:1") && said.err.contains("did you mean `name`?"), "{}", said.err);
    assert!(said.err.contains("write probability = 0.25"), "{}", said.err);
    fs::write(desk.path("plan.toml"), PLAN.replace("2026-07-31", "2041-04-30")).unwrap();
    fs::write(desk.path("minder.toml"), FEWER).unwrap();
    assert!(desk.call("brief plan.toml --out b").with(2).err.contains("2041-04-30"));
    desk.call("brief no_plan.toml --out b").with(2);
    desk.call("rerun b").with(2);
    assert!(!desk.path("b").exists());
}

/// The numbers of each row of a table, in order.
fn numbers_in_csv(desk: &Desk, table: &str) -> Vec<Vec<f64>> {
    let text = desk.read(&format!("b/tables/{table}.csv"));
    let rows = text.lines().skip(1).filter(|row| !row.starts_with("measures_not_law"));
    let words = ["year", "day", "date", "official_made"];
    let head: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let number =
        |(column, cell): (usize, &str)| if words.contains(&head[column]) { None } else { cell.parse().ok() };
    rows.map(|row| row.split(',').enumerate().filter_map(number).collect()).collect()
}

/// The numbers of each row of a sheet of that name below its headings, those of formulas left out.
fn numbers_in_workbook(path: &Path, table: &str) -> Vec<Vec<f64>> {
    let mut book = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| std::io::read_to_string(book.by_name(name).unwrap()).unwrap();
    let sheets = part("xl/workbook.xml");
    let place =
        sheets.split("<sheet ").position(|sheet| sheet.starts_with(&format!("name=\"{table}\""))).unwrap();
    let sheet = part(&format!("xl/worksheets/sheet{place}.xml"));
    let cells = |row: &str| -> Vec<f64> {
        let cells =
            row.split("<c ").skip(1).filter(|cell| !cell.contains("t=\"s\"") && !cell.contains("<f>"));
        cells
            .map(|cell| cell.split("<v>").nth(1).unwrap().split("</v>").next().unwrap().parse().unwrap())
            .collect()
    };
    // Title, explanation, headings and the mark of what is not law stand above.
    sheet.split("<row ").skip(1).map(cells).skip_while(Vec::is_empty).collect()
}
