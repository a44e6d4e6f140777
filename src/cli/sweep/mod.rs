//! `sweep`: a plan carried out run by run into a folder, on one machine or in shards on many.

pub(super) mod analyse;
mod command;
mod drawn;
pub(super) mod finished;
mod parquet;
mod slurm;
mod store;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::exit::{Code, Stop, at};
use super::language::pick;
use super::progress::Progress;
use super::run::sound;
use super::{interrupt, limits, load, table};
use crate::diagnostic::{Language, Text};
use crate::record::Daily;
use crate::report::tables;
use crate::scenario::plan::{Planned, plan};
use crate::scenario::{Request, Scenario, read};
use crate::study::replication::replicate;
use crate::study::run::month_ends;
use crate::study::sweep::{CHUNK, Row, Sweep};
use crate::time::Day;
pub(super) use command::command;
use store::Store;

/// Largest plan that is read [bytes].
const LARGEST: u64 = 1 << 20;
/// What a number takes in a table, about [bytes].
const CELL: u64 = 10;
/// Points whose settings are read before the work begins, spread over the sweep.
const TRIED: u64 = 50;

/// A plan that was read, with all that its runs need.
pub(super) struct Prepared {
    pub(super) sweep: Sweep,
    /// The bytes of the plan.
    bytes: Vec<u8>,
    /// The scenarios, for the manifest.
    about: Vec<Value>,
    hash: String,
    /// The headings of the outcomes.
    outcomes: Vec<String>,
    /// Which measures of its scenarios are not law, where there are any.
    not_law: Option<String>,
    /// How many they are.
    measures: usize,
    /// The day up to which published figures and law are taken into account.
    data_date: Option<Day>,
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    match matches.subcommand() {
        Some(("merge", matches)) => merge(console, matches),
        Some(("slurm", matches)) => slurm::call(console, matches),
        _ => carry_out(console, matches),
    }
}

fn carry_out(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let path = matches.get_one::<PathBuf>("plan").cloned().unwrap_or_default();
    let prepared = prepare(console, &path)?;
    if prepared.sweep.plan.fit.is_some() {
        return Err(Stop::BadInput(Text::new(
            format!("{}: dit plan kalibreert; schrijf doorstroom calibrate", path.display()),
            format!("{}: this plan calibrates; write doorstroom calibrate", path.display()),
        )));
    }
    let folder = folder(matches, &path);
    let how = How { shard: shard(matches)?, ..how(matches)? };
    match work(console, &prepared, &folder, &how)? {
        Work::Left(code) => Ok(code),
        Work::Done(hash) => {
            console.print(&told(console.language, &folder, &prepared.sweep, hash.as_deref()))?;
            Ok(Code::Done)
        }
    }
}

/// How the runs of a plan are carried out.
pub(super) struct How {
    threads: usize,
    dry_run: bool,
    /// Which part of how many, the parts counted from 0.
    shard: (u64, u64),
}

/// What the command line says of that; the clock of a time limit begins to run.
pub(super) fn how(matches: &ArgMatches) -> Result<How, Stop> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let threads = limits::threads(matches.get_one::<u64>("threads").copied().unwrap_or(cores))?;
    let dry_run = matches.get_flag("dry-run");
    if let Some(&seconds) = matches.get_one::<u64>("time-limit").filter(|_| !dry_run) {
        interrupt::stop_after(Duration::from_secs(seconds));
    }
    Ok(How { threads, dry_run, shard: (0, 1) })
}

/// Whether the table of all runs is there.
pub(super) enum Work {
    /// It is, with its hash if it was made now.
    Done(Option<String>),
    /// It is not, and the program ends like this.
    Left(Code),
}

/// Carries out what is left of a plan.
pub(super) fn work(console: &Console, prepared: &Prepared, folder: &Path, how: &How) -> Result<Work, Stop> {
    let (threads, (shard, shards)) = (how.threads, how.shard);
    if how.dry_run {
        console.print(&forecast(console.language, prepared, threads))?;
        return Ok(Work::Left(Code::Done));
    }
    let sweep = &prepared.sweep;
    let about = store::about(sweep, &prepared.hash, &prepared.about);
    let store = Store::open(folder, prepared.hash.clone(), &prepared.bytes, &about)?;
    if store.is_finished() {
        return Ok(Work::Done(None));
    }
    let stop = interrupt::listen(console);
    let mine: Vec<u64> = store.missing(sweep).into_iter().filter(|chunk| chunk % shards == shard).collect();
    let runs: u64 = mine.iter().map(|chunk| sweep.of_chunk(*chunk).count() as u64).sum();
    let progress = Progress::of(console, u32::try_from(runs).unwrap_or(u32::MAX), ("runs", "runs"));
    let done = AtomicU32::new(0);
    let scenario = |point: u64| of_point(sweep, point);
    for chunk in mine {
        let had = store.kept(chunk, sweep);
        done.fetch_add(had.len() as u32, Ordering::Relaxed);
        let journal = Mutex::new(store.journal(chunk, sweep, &had)?);
        let one = |row: &Row| {
            progress.done(done.fetch_add(1, Ordering::Relaxed) + 1);
            if !journal.lock().unwrap_or_else(PoisonError::into_inner).add(sweep, row) {
                stop.store(true, Ordering::Relaxed);
            }
        };
        let run = sweep.run(chunk, had, threads, &scenario, &one, stop);
        let journal = journal.into_inner().unwrap_or_else(PoisonError::into_inner);
        match run {
            Ok(Some(rows)) => store.keep(chunk, sweep, &rows)?,
            Ok(None) => {
                progress.end();
                journal.close()?;
                console.warn(&Text::new(
                    "Gestopt; wat af is, is bewaard. Dezelfde opdracht gaat verder.",
                    "Stopped; what is done is kept. The same command goes on.",
                ));
                return Ok(Work::Left(interrupt::code()));
            }
            Err(lines) => {
                progress.end();
                return sound(&lines).map(|()| Work::Left(Code::Failed));
            }
        }
    }
    progress.end();
    if shards > 1 {
        let left = store.missing(sweep).len();
        console.print(&pick(
            console.language,
            format!(
                "Deel {} van {shards} is af; {left} brokken ontbreken nog in {}\n",
                shard + 1,
                folder.display()
            ),
            format!(
                "Part {} of {shards} is done; {left} chunks are still missing in {}\n",
                shard + 1,
                folder.display()
            ),
        ))?;
        return Ok(Work::Left(Code::Done));
    }
    let hash = store.finish(sweep, &prepared.outcomes, about, prepared.not_law.as_deref())?;
    Ok(Work::Done(Some(hash)))
}

fn merge(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    let path = folder.join("plan.toml");
    let Some(hash) = store::written(&folder) else {
        return Err(Stop::BadInput(Text::new(
            format!("{}: hier staat geen sweep", folder.display()),
            format!("{}: here stands no sweep", folder.display()),
        )));
    };
    let prepared = prepare(console, &path)?;
    let about = store::about(&prepared.sweep, &prepared.hash, &prepared.about);
    if hash != prepared.hash {
        return Err(Stop::BadInput(Text::new(
            format!("{}: gemaakt met andere scenario's of een andere versie", folder.display()),
            format!("{}: made with other scenarios or another version", folder.display()),
        )));
    }
    let store = Store::open(&folder, hash, &prepared.bytes, &about)?;
    if !store.is_finished() {
        let missing = store.missing(&prepared.sweep);
        if !missing.is_empty() {
            let runs: Vec<String> = missing
                .iter()
                .take(20)
                .map(|chunk| {
                    let runs = prepared.sweep.of_chunk(*chunk);
                    format!("{}-{}", runs.start, runs.end - 1)
                })
                .collect();
            let (count, list) = (missing.len(), runs.join(", "));
            let more = if missing.len() > 20 { ", ..." } else { "" };
            return Err(Stop::BadInput(Text::new(
                format!(
                    "{}: {count} brokken ontbreken, runs {list}{more}; voer de delen opnieuw uit",
                    folder.display()
                ),
                format!(
                    "{}: {count} chunks are missing, runs {list}{more}; carry out the parts again",
                    folder.display()
                ),
            )));
        }
        store.finish(&prepared.sweep, &prepared.outcomes, about, prepared.not_law.as_deref())?;
    }
    console.print(&told(console.language, &folder, &prepared.sweep, None))?;
    Ok(Code::Done)
}

/// Reads the plan and its scenarios, and tries points of it, so that what is wrong is told before the work.
pub(super) fn prepare(console: &Console, path: &Path) -> Result<Prepared, Stop> {
    prepare_from(console, &path.display().to_string(), bytes(path)?, &load::read)
}

/// The same from the bytes of a plan, with its scenarios read through `files`.
fn prepare_from(
    console: &Console,
    name: &str,
    bytes: Vec<u8>,
    files: load::Files<'_>,
) -> Result<Prepared, Stop> {
    let Planned { plan, warnings, texts } =
        plan(name, &bytes).map_err(|failed| load::wrong(console, &failed))?;
    load::tell(console, &warnings, &texts);
    let mut about = Vec::new();
    let mut dates = Vec::new();
    let mut with_effects = false;
    for name in &plan.scenarios {
        let scenario = load::through(console, name, files)?;
        with_effects |= !scenario.assumed_effects().is_empty();
        let layers = scenario.layers.iter().map(|l| json!({ "name": l.name, "sha256": l.sha256 }));
        about.push(json!({ "id": scenario.id, "layers": layers.collect::<Vec<_>>() }));
        if let Some(until) = plan.until
            && (until <= scenario.start || until > scenario.end)
        {
            let (start, end) = (scenario.start, scenario.end);
            return Err(Stop::BadInput(Text::new(
                format!("until = {until}: {name} loopt van {start} tot en met {end}"),
                format!("until = {until}: {name} runs from {start} to {end}"),
            )));
        }
        let ends = month_ends(scenario.start, plan.until.unwrap_or(scenario.end));
        if !dates.is_empty() && dates != ends {
            return Err(Stop::BadInput(Text::new(
                format!("{name} loopt over andere maanden dan de andere scenario's van het plan"),
                format!("{name} runs over other months than the other scenarios of the plan"),
            )));
        }
        dates = ends;
    }
    let hash = store::identity(&bytes, &about);
    let Some(sweep) = Sweep::new(plan) else {
        return Err(Stop::BadInput(Text::new(
            "het plan heeft meer runs dan te tellen zijn; neem minder waarden of een latin_hypercube",
            "the plan has more runs than can be counted; take fewer values or a latin_hypercube",
        )));
    };
    let sweep = sweep.beside_effects(with_effects);
    let outcomes = sweep.outcomes(&dates);
    // Settings that each are right may not go together, such as a date after the horizon: some points show it.
    let step = sweep.points.div_ceil(TRIED).max(1);
    let mut not_law = vec![Vec::new(); sweep.plan.scenarios.len()];
    let mut data_date = None;
    for point in (0..sweep.points).step_by(usize::try_from(step).unwrap_or(usize::MAX)) {
        let (which, sets) = sweep.settings(point);
        let request = Request { scenario: &sweep.plan.scenarios[which], sets: &sets, files };
        let scenario = read(&request).map_err(|failed| load::wrong(console, &failed))?.scenario;
        data_date = Some(scenario.data_date);
        let found: &mut Vec<(String, String)> = &mut not_law[which];
        found.extend(scenario.not_law());
        found.sort();
        found.dedup();
    }
    let told = sweep.plan.scenarios.iter().zip(&not_law).map(|(name, all)| (name.as_str(), all.as_slice()));
    let not_law_text = data_date.and_then(|date| tables::not_law_text(date, told));
    let measures = not_law.iter().map(Vec::len).max().unwrap_or(0);
    Ok(Prepared { sweep, bytes, about, hash, outcomes, not_law: not_law_text, measures, data_date })
}

/// The scenario of a point.
fn of_point(sweep: &Sweep, point: u64) -> Scenario {
    let (which, sets) = sweep.settings(point);
    let request = Request { scenario: &sweep.plan.scenarios[which], sets: &sets, files: &load::read };
    let mut scenario = match read(&request) {
        Ok(checked) => checked.scenario,
        Err(failed) => {
            let why = failed.diagnostics.first().map(|d| d.title.en.clone()).unwrap_or_default();
            panic!("the values of a plan were checked when it was read: point {point}, {sets:?}: {why}")
        }
    };
    if let Some(until) = sweep.plan.until {
        scenario.end = until;
    }
    sweep.multiplied(point, scenario).thinned(sweep.plan.one_in)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(2 * LARGEST).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => match at(path, &error) {
            Stop::Failed(text) => Err(Stop::BadInput(text)),
            stop => Err(stop),
        },
    }
}

/// Writes a file into the folder of a sweep: whole, or not there.
pub(super) fn put(folder: &Path, name: &str, text: &str) -> Result<(), Stop> {
    Store { folder: folder.to_path_buf(), hash: String::new() }.put(name, text.as_bytes())
}

pub(super) fn folder(matches: &ArgMatches, plan: &Path) -> PathBuf {
    let stem = plan.file_stem().unwrap_or_default();
    matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| Path::new("out").join(stem))
}

/// `3/16` as the third part, counted from 0, of sixteen.
fn shard(matches: &ArgMatches) -> Result<(u64, u64), Stop> {
    let Some(text) = matches.get_one::<String>("shard") else { return Ok((0, 1)) };
    let parts =
        text.split_once('/').and_then(|(i, n)| Some((i.parse::<u64>().ok()?, n.parse::<u64>().ok()?)));
    match parts {
        Some((i, n)) if (1..=n).contains(&i) => Ok((i - 1, n)),
        _ => Err(Stop::BadInput(Text::new(
            format!("--shard {text}: schrijf deel en aantal als 3/16"),
            format!("--shard {text}: write part and count as 3/16"),
        ))),
    }
}

/// How many runs, how long and how large: one run is timed.
fn forecast(language: Language, prepared: &Prepared, threads: usize) -> String {
    let sweep = &prepared.sweep;
    let scenario = of_point(sweep, 0);
    let begin = Instant::now();
    replicate(&scenario, sweep.plan.seed, 0, false, Daily::No);
    // Where an effect on inflow is assumed a run is made twice.
    let one = begin.elapsed().as_secs_f64() * if sweep.with_effects { 2.0 } else { 1.0 };
    let minutes = one * sweep.runs as f64 / threads as f64 / 60.0;
    let cells = (store::FIRST.len() + sweep.factor_columns().len() + prepared.outcomes.len()) as u64;
    let megabytes = (sweep.runs * cells * CELL) as f64 / 1e6;
    let time = match minutes {
        m if m < 2.0 => format!("{:.0} s", (m * 60.0).max(1.0)),
        m if m < 120.0 => format!("{m:.0} min"),
        m => format!("{} {}", language.lean(m / 60.0, 1), pick(language, "uur", "h")),
    };
    let (one, megabytes) = (language.lean(one, 2), language.lean(megabytes, 1));
    let words = pick(
        language,
        ["Ontwerp", "Factoren", "Punten", "Replicaties", "Runs", "Duur", "Grootte", "Brokken"],
        ["Design", "Factors", "Points", "Replications", "Runs", "Time", "Size", "Chunks"],
    );
    let about = pick(
        language,
        format!("ongeveer {time} op {threads} draden ({one} s per run)"),
        format!("about {time} on {threads} threads ({one} s a run)"),
    );
    let values = [
        sweep.plan.kind.word().to_owned(),
        sweep.factor_columns().join(", "),
        sweep.points.to_string(),
        sweep.plan.replications.to_string(),
        sweep.runs.to_string(),
        about,
        pick(language, format!("ongeveer {megabytes} MB als CSV"), format!("about {megabytes} MB as CSV")),
        pick(
            language,
            format!(
                "{} van {CHUNK} runs; bij een stroomstoring gaat hooguit het werk van {} seconden verloren",
                sweep.chunks(),
                store::SYNCED.as_secs()
            ),
            format!(
                "{} of {CHUNK} runs; a power cut loses the work of {} seconds at most",
                sweep.chunks(),
                store::SYNCED.as_secs()
            ),
        ),
    ];
    let rows: Vec<Vec<String>> =
        words.iter().zip(values).map(|(word, value)| vec![(*word).to_owned(), value]).collect();
    table::columns(&rows)
}

fn told(language: Language, folder: &Path, sweep: &Sweep, hash: Option<&str>) -> String {
    let words = pick(language, ["Runs", "Map", "Tabel"], ["Runs", "Folder", "Table"]);
    let mut rows = vec![
        vec![words[0].to_owned(), sweep.runs.to_string()],
        vec![words[1].to_owned(), folder.display().to_string()],
        vec![words[2].to_owned(), "runs.csv, runs.parquet".to_owned()],
    ];
    if let Some(hash) = hash {
        rows.push(vec!["SHA-256".to_owned(), format!("{hash}  runs.csv")]);
    }
    table::columns(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_a_part_and_a_count() {
        let of = |text: &str| {
            let command = command(Language::En);
            shard(&command.get_matches_from(["sweep", "p.toml", "--shard", text]))
        };
        assert_eq!(of("3/16").unwrap(), (2, 16));
        assert!(["0/4", "5/4", "3", "a/b", "1/0"].iter().all(|text| of(text).is_err()));
    }
}
