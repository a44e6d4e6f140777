//! `run`: many replications of a scenario, and a folder with what comes of them.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::output::Folder;
use super::progress::Progress;
use super::results::{self, Results};
use super::{beginning, font, help, interrupt, limits, load, precision, summary, table};
use crate::diagnostic::{Language, Text};
use crate::policy::{levers, word};
use crate::record::{Audit, AuditLine, Daily};
use crate::report::explain;
use crate::scenario::{self, Scenario};
use crate::study::briefing::{self, Watched};
use crate::study::replication::Replication;
use crate::study::run::{days, month_ends};
use crate::study::{Options, assemble, pairs};
use crate::time::Day;

/// Enough for bands of 90 %: ten replications lie beyond the 5th percentile.
const REPLICATIONS: u64 = 200;
/// What a thinned chain does within ten seconds, also on one slow core: enough for bands of 80 %.
const QUICK_REPLICATIONS: u64 = 50;
/// What `--replications auto` aims at.
const PRECISION: f64 = 0.05;

pub(super) fn command(language: Language) -> Command {
    let number =
        |id, name, help| super::help::option(language, id, name, help).value_parser(value_parser!(u64));
    help::command(
        language,
        "run",
        (
            "Rekent een scenario door en schrijft rapport, grafieken en tabellen in een map",
            "Runs a scenario and writes a report, charts and tables into a folder",
        ),
        &[
            ("doorstroom run", ("Het basisscenario, in out/baseline", "The baseline, into out/baseline")),
            ("doorstroom run --quick", ("Ruw, binnen tien seconden", "Roughly, within ten seconds")),
            (
                "doorstroom run mijn.toml --out out/proef",
                (
                    "Een eigen scenario, met het verschil met het basisscenario",
                    "A scenario of your own, with its difference from the baseline",
                ),
            ),
            (
                "doorstroom run --set decision_staff=1800@2027-01-01 --out out/1800",
                ("Eén knop vanaf een datum anders", "One lever set from a date on"),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "scenario",
            "SCENARIO",
            ("Ingebouwde naam of bestand [standaard: baseline]", "Embedded name or file [default: baseline]"),
        )
        .default_value(load::LAW_IN_FORCE)
        .hide_default_value(true),
    )
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Map voor de resultaten [standaard: out/<scenario>, met --stocks out/<scenario>-<bestand>]",
                "Folder for the results [default: out/<scenario>, with --stocks out/<scenario>-<file>]",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        help::option(
            language,
            "replications",
            "N|auto",
            (
                "Aantal replicaties, of zoveel als --precision vraagt [standaard: 200]",
                "Number of replications, or as many as --precision asks [default: 200]",
            ),
        )
        .value_parser(precision::count),
    )
    .arg(
        help::option(
            language,
            "precision",
            "P%",
            (
                "Ga door tot gemiddelde opvangbehoefte, openstaande zaken en instroom met 95 % zekerheid binnen P% liggen [met auto: 5%]",
                "Go on until the means of reception need, open cases and inflow lie within P% with 95 % confidence [with auto: 5%]",
            ),
        )
        .value_parser(precision::precision),
    )
    .arg(help::threads(language))
    .arg(font::option(language))
    .arg(help::seed(language))
    .arg(help::thin(language))
    .arg(help::set(language))
    .arg(help::flag(
        language,
        "fixed",
        (
            "Houd alle onzekerheden vast: de banden tonen dan alleen toeval",
            "Hold every uncertainty: the bands then show chance only",
        ),
    ))
    .arg(help::flag(
        language,
        "quick",
        (
            "Een keten van één op tien en 50 replicaties: ruw, maar binnen tien seconden",
            "A chain of one in ten and 50 replications: rough, but within ten seconds",
        ),
    ))
    .arg(help::flag(
        language,
        "daily",
        ("Schrijf ook daily.csv, een rij per dag", "Also write daily.csv, a row a day"),
    ))
    .arg(help::flag(
        language,
        "keep-replications",
        (
            "Schrijf ook replications.csv, elke replicatie per maand",
            "Also write replications.csv, every replication by month",
        ),
    ))
    .arg(help::flag(
        language,
        "alone",
        (
            "Reken het basisscenario niet mee door om mee te vergelijken",
            "Do not also run the baseline to compare with",
        ),
    ))
    .arg(number(
        "time-limit",
        "SECONDS",
        (
            "Stop na zoveel seconden en schrijf wat er is (uitgangscode 75)",
            "Stop after so many seconds and write what there is (exit code 75)",
        ),
    ))
}

/// What the command line asks.
struct Asked {
    scenario: Scenario,
    sets: Vec<String>,
    options: Options,
    /// How precise the headline means are to be, when that says how many replications there are.
    precision: Option<f64>,
    quick: bool,
    /// The scenario as it was asked for: a name or a path.
    name: String,
    keep: bool,
    beginning: beginning::Asked,
    observed: Option<scenario::Observed>,
    /// The baseline, when the scenario differs from it.
    law: Option<Scenario>,
    /// The scenario without its assumed effects on inflow, when it has any.
    without: Option<Scenario>,
    /// What probably is not meant in it.
    warnings: Vec<String>,
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    let asked = asked(console, matches)?;
    let target = match matches.get_one::<PathBuf>("out") {
        Some(out) => out.clone(),
        None => asked.beginning.folder(&asked.scenario.id),
    };
    let stop = interrupt::listen(console);
    // A place that cannot be written is told now, and not after the work.
    drop(Folder::begin(&target)?);
    if let Some(&seconds) = matches.get_one::<u64>("time-limit") {
        interrupt::stop_after(Duration::from_secs(seconds));
    }
    let some = |options: &Options, progress: &Progress| {
        let done = |number| progress.done(number);
        let one = |number| briefing::watch(&asked.scenario, options, number);
        let references: Vec<&Scenario> = asked.law.iter().chain(&asked.without).collect();
        pairs::run_as(&asked.scenario, &references, options, one, &done, stop)
    };
    let mut options = asked.options.clone();
    let (ours, mut theirs) = match asked.precision {
        Some(precision) => precision::run(console, &mut options, precision, stop, some),
        None => {
            let progress = Progress::new(console, options.replications);
            let runs = some(&options, &progress);
            progress.end();
            runs
        }
    };
    let (ours, watched): (Vec<Replication>, Vec<Watched>) = ours.into_iter().unzip();
    if ours.is_empty() {
        console.warn(&Text::new(
            "Gestopt voordat er een replicatie klaar was: er is niets geschreven.",
            "Stopped before a replication was done: nothing is written.",
        ));
        return Ok(interrupt::code());
    }
    let audits: Vec<Vec<AuditLine>> =
        ours.iter().chain(theirs.iter().flatten()).map(|r| r.audit.clone()).collect();
    sound(&Audit::add_up(&audits))?;
    let without = asked.without.as_ref().and_then(|scenario| Some((scenario, theirs.pop()?)));
    let against = asked.law.as_ref().and_then(|law| Some((law, theirs.pop()?)));
    let against = against.as_ref().map(|(law, theirs)| (*law, theirs.as_slice()));
    let mut outcome =
        assemble::outcome(&asked.scenario, &ours, &options, asked.quick, console.language, against);
    outcome.without_effects = without.map(|(scenario, theirs)| {
        assemble::against(&ours, scenario, &theirs, &outcome.dates, console.language)
    });
    asked.beginning.note(&mut outcome, &asked.scenario, asked.observed.as_ref());
    outcome.title = title(console.language, &outcome.title, &asked.sets);
    outcome.command = repeat(&asked, outcome.replications.0);
    let (target, mut folder) = match Folder::begin(&target)? {
        // What is finished is worth more than what was cut off: that goes beside it.
        folder if outcome.partial && folder.replaces() => {
            drop(folder);
            let beside = beside(&target);
            let folder = Folder::begin(&beside)?;
            (beside, folder)
        }
        folder => (target, folder),
    };
    let results = Results {
        scenario: &asked.scenario,
        replications: &ours,
        sets: &asked.sets,
        daily: asked.options.daily == Daily::Yes,
        keep: asked.keep,
        seen: briefing::seen(&asked.scenario, &ours, &watched, &outcome.dates, &options),
        language: console.language,
    };
    results::write(&mut folder, &mut outcome, &results)?;
    folder.finish()?;
    // The results are there, whether or not somebody reads this.
    let mut text = summary::text(&outcome, &target, console.language);
    if let Some(precision) = asked.precision {
        console.warn(&precision::told(&ours, precision));
    }
    if let Some(own) = &asked.scenario.own {
        text.push('\n');
        text.push_str(&beginning::told(own, console.language));
    }
    if !asked.warnings.is_empty() {
        text.push_str(pick(console.language, "\nLet op\n", "\nWarnings\n"));
    }
    for warning in &asked.warnings {
        text.push_str(&format!("  ! {}", table::wrapped(warning, "    ", 100).trim_start()));
    }
    match console.print(&text) {
        Err(Stop::PipeClosed) | Ok(()) => {}
        Err(stop) => return Err(stop),
    }
    Ok(if outcome.partial { interrupt::code() } else { Code::Done })
}

fn asked(console: &Console, matches: &ArgMatches) -> Result<Asked, Stop> {
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let quick = matches.get_flag("quick");
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let threads = limits::threads(number("threads").unwrap_or(cores))?;
    let sets: Vec<String> = matches.get_many("set").into_iter().flatten().cloned().collect();
    let name = matches.get_one::<String>("scenario").map_or(load::LAW_IN_FORCE, String::as_str);
    let beginning = beginning::asked(matches);
    let scenario = load::to_begin(console, name, &sets, &beginning.beginning())?;
    let one_in = limits::thin(number("thin"), quick)?;
    let warnings = warnings(&scenario, &beginning, console.language);
    let scenario = scenario.thinned(one_in);
    let law = beginning::law(&beginning.beginning()).filter(|law| {
        // The past was not under the law in force: a replay of it is held against published figures, by `backtest`.
        let past = scenario.policy.given().is_some();
        let alone = matches.get_flag("alone") || past || (name == load::LAW_IN_FORCE && sets.is_empty());
        !alone && !scenario::changes(&scenario, law).is_empty()
    });
    let law = law.map(|law| law.thinned(one_in));
    let usual = if quick { QUICK_REPLICATIONS } else { REPLICATIONS };
    let count = matches.get_one::<precision::Count>("replications").copied();
    let precision = matches.get_one::<f64>("precision").copied();
    let (replications, precision) = match (count, precision) {
        (Some(precision::Count::Of(_)), Some(_)) => {
            return Err(Stop::BadInput(Text::new(
                "--precision bepaalt zelf hoeveel replicaties er nodig zijn: laat --replications weg, of schrijf auto",
                "--precision finds by itself how many replications it takes: leave --replications out, or write auto",
            )));
        }
        (Some(precision::Count::Auto), precision) => (precision::MOST, Some(precision.unwrap_or(PRECISION))),
        (None, Some(precision)) => (precision::MOST, Some(precision)),
        (Some(precision::Count::Of(number)), None) => (limits::replications(number)?, None),
        (None, None) => (limits::replications(usual)?, None),
    };
    let daily = if matches.get_flag("daily") { Daily::Yes } else { Daily::No };
    let rows = month_ends(scenario.start, scenario.end).len()
        + if daily == Daily::Yes { days(scenario.start, scenario.end).len() } else { 0 };
    let without = scenario.without_effects();
    let beside = u64::from(law.is_some()) + u64::from(without.is_some());
    limits::memory(replications, rows, 1 + 2 * beside)?;
    let options = Options {
        first: 0,
        replications,
        seed: number("seed").unwrap_or(1),
        fixed: matches.get_flag("fixed"),
        daily,
        threads,
    };
    Ok(Asked {
        name: name.to_owned(),
        sets,
        options,
        precision,
        quick,
        keep: matches.get_flag("keep-replications"),
        observed: beginning.observed(console, &scenario)?,
        beginning,
        scenario,
        law,
        without,
        warnings,
    })
}

/// What probably is not meant in a scenario, held against the law in force; of a replay of the past nothing.
fn warnings(scenario: &Scenario, beginning: &beginning::Asked, language: Language) -> Vec<String> {
    let law = beginning::law(&beginning.beginning()).filter(|_| scenario.policy.given().is_none());
    law.map_or_else(Vec::new, |law| {
        let changes = scenario::changes(scenario, &law);
        explain::warnings(&scenario::clashes(scenario, &law, &changes), language)
    })
}

/// The command that gives the same `series.csv` again.
fn repeat(asked: &Asked, done: u32) -> String {
    let mut words = vec!["doorstroom".to_owned(), "run".to_owned(), quoted(&asked.name)];
    for set in &asked.sets {
        words.extend(["--set".to_owned(), quoted(set)]);
    }
    for (option, value) in asked.beginning.words() {
        words.push(option.to_owned());
        words.extend(value.map(quoted));
    }
    words.extend(["--replications".to_owned(), done.to_string()]);
    words.extend(["--seed".to_owned(), asked.options.seed.to_string()]);
    if asked.options.fixed {
        words.push("--fixed".to_owned());
    }
    if asked.scenario.one_in > 1 {
        words.extend(["--thin".to_owned(), asked.scenario.one_in.to_string()]);
    }
    words.join(" ")
}

/// A word of a command line, between quotes where a shell would take it apart.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./=@:,+\\".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("\"{}\"", word.replace('"', "'")) }
}

/// Where a cut-off run goes when finished results stand in its place.
fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push("-partial");
    target.with_file_name(name)
}

/// The title of a scenario with what the command line set in it, so that no report passes for the scenario itself.
pub(super) fn title(language: Language, title: &str, sets: &[String]) -> String {
    const SHOWN: usize = 3;
    let shown = sets.iter().take(SHOWN).map(|set| in_words(language, set));
    let more = (sets.len() > SHOWN).then(|| "...".to_owned());
    std::iter::once(title.to_owned()).chain(shown).chain(more).collect::<Vec<_>>().join(" + ")
}

/// `regular_places=45000@2027-01-01` as a reader says it: `regular reception places 45,000 from 1 January 2027`.
pub(super) fn in_words(language: Language, set: &str) -> String {
    let Some((name, rest)) = set.split_once('=') else { return set.to_owned() };
    let (value, day) =
        rest.rsplit_once('@').map_or((rest, None), |(value, day)| (value, day.parse::<Day>().ok()));
    let (name, key) = match name.trim().split_once('.') {
        Some((name, key)) => (name, format!(": {}", word::said(key, language))),
        None => (name.trim(), String::new()),
    };
    let row = levers::find(name).map(levers::declaration);
    let name = row.map_or_else(|| name.replace('_', " "), |row| row.title(language)) + &key;
    let value = language.written(value);
    let from = day.map(|day| format!(" {} {}", pick(language, "vanaf", "from"), language.date(day)));
    format!("{name} {value}{}", from.unwrap_or_default())
}

/// Refuses results in which the books do not add up, those of the baseline included.
pub(super) fn sound(lines: &[AuditLine]) -> Result<(), Stop> {
    let wrong: Vec<&AuditLine> = lines.iter().filter(|line| line.violation && line.found > 0).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let mut text = Text::new(
        "de controle klopt niet; er is niets geschreven. Dit is een fout in doorstroom: meld hem met het scenario.",
        "the audit does not add up; nothing is written. This is a fault in doorstroom: report it with the scenario.",
    );
    for line in wrong {
        text.nl.push_str(&format!("\n  {}: {} van {} keer niet", line.what.0, line.found, line.checked));
        text.en.push_str(&format!("\n  {}: {} of {} times not", line.what.1, line.found, line.checked));
    }
    Err(Stop::Failed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_what_was_set() {
        let set = |n: usize| vec!["a=1".to_owned(); n];
        let title = |sets: &[String]| title(Language::En, "Law", sets);
        assert_eq!(title(&[]), "Law");
        assert_eq!(title(&set(2)), "Law + a 1 + a 1");
        assert_eq!(title(&set(4)), "Law + a 1 + a 1 + a 1 + ...");
    }

    #[test]
    fn a_title_says_in_words_what_is_set() {
        let say = |language, set: &str| title(language, "Basis", &[set.to_owned()]);
        assert_eq!(
            say(Language::Nl, "regular_places=45000@2027-01-01"),
            "Basis + reguliere opvangplekken 45.000 vanaf 1 januari 2027"
        );
        assert_eq!(say(Language::En, "grant_share.syria=0.5"), "Basis + share of grants: Syria 0.5");
        assert_eq!(
            say(Language::Nl, "decision_moratorium={ syria = true }"),
            "Basis + besluitmoratorium Syrië aan"
        );
        assert_eq!(say(Language::En, "temporary_protection=false"), "Basis + temporary protection off");
    }

    #[test]
    fn a_violation_fails_the_run_and_an_excess_does_not() {
        let line = |found, violation| {
            vec![AuditLine { what: ("behoud", "conservation"), checked: 10, found, violation }]
        };
        assert!(sound(&line(3, false)).is_ok());
        let both = Audit::add_up(&[line(0, true), line(2, true)]);
        let Err(Stop::Failed(text)) = sound(&both) else {
            panic!("a violation in the reference fails the run too")
        };
        assert!(text.en.contains("conservation: 2 of 20 times not"), "{}", text.en);
    }
}
