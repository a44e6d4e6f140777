//! `brief`: from a plan to a folder that can be published, with all that is needed to make it again.

mod bundle;
pub(super) mod rerun;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop, at};
use super::language::pick;
use super::output::{Folder, chart_files};
use super::progress::Progress;
use super::results::NOT_LAW;
use super::run::{quoted, sound};
use super::sweep::finished::{Finished, finished};
use super::{font, help, interrupt, limits, load, table};
use crate::diagnostic::{Language, Text};
use crate::record::{Audit, AuditLine, Daily};
use crate::report::analysis::Analysed;
use crate::report::{brief as page, tables};
use crate::scenario::plan::{BASELINE, Brief, BriefPlanned, Variant, brief, brief_template};
use crate::scenario::{Scenario, without_effects};
use crate::study::Options;
use crate::study::briefing::{self, Briefing, Ran, Watched};
use crate::study::replication::Replication;
use crate::study::run::month_ends;

/// The name of the plan that comes with the program.
const OWN: &str = "baseline";
/// The briefing on paper, for who reads and who hears it.
const PDF: &str = "briefing.pdf";

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "brief",
        (
            "Maakt een briefing die gepubliceerd kan worden: pagina, grafieken, tabellen en herkomst",
            "Makes a briefing that can be published: page, charts, tables and provenance",
        ),
        &[
            (
                "doorstroom brief --template > plan.toml",
                ("Een plan om mee te beginnen", "A plan to begin with"),
            ),
            (
                "doorstroom brief plan.toml --lang nl --out out/briefing",
                ("De briefing in het Nederlands", "The briefing in Dutch"),
            ),
            ("doorstroom brief", ("Over het basisscenario, zonder plan", "On the baseline, without a plan")),
        ],
    )
    .arg(
        help::positional(
            language,
            "plan",
            "PLAN",
            (
                "Bestand met het plan [standaard: het basisscenario]",
                "File with the plan [default: the baseline]",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Map voor de briefing [standaard: out/brief-<plan>]",
                "Folder for the briefing [default: out/brief-<plan>]",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(help::flag(
        language,
        "template",
        ("Schrijf een plan om mee te beginnen naar het scherm", "Write a plan to begin with to the screen"),
    ))
    .arg(help::threads(language))
    .arg(font::option(language))
    .arg(
        help::option(
            language,
            "time-limit",
            "SECONDS",
            (
                "Stop na zoveel seconden; er wordt dan niets geschreven (uitgangscode 75)",
                "Stop after so many seconds; nothing is written then (exit code 75)",
            ),
        )
        .value_parser(value_parser!(u64)),
    )
}

/// A plan with all that it names.
struct Prepared {
    plan: Brief,
    /// The path under which the plan was asked for; nothing for that of the program.
    name: Option<String>,
    /// The bytes of the plan.
    bytes: Vec<u8>,
    /// The scenario that it is about, and those beside it.
    scenarios: Vec<Scenario>,
    /// The finished sweeps that it shows.
    swept: Vec<Finished>,
    /// Every file that was read for them, by its path.
    inputs: BTreeMap<String, Vec<u8>>,
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    if matches.get_flag("template") {
        console.print(&brief_template(&page::chart_names(), console.language))?;
        return Ok(Code::Done);
    }
    let path = matches.get_one::<PathBuf>("plan");
    let (name, bytes) = match path {
        Some(path) => {
            let shown = path.display().to_string();
            let bytes = load::read(&shown).map_err(|error| bad(path, &error))?;
            (Some(shown), bytes)
        }
        None => (None, BASELINE.as_bytes().to_vec()),
    };
    let prepared = prepare(console, name, bytes, &load::read)?;
    let target = match matches.get_one::<PathBuf>("out") {
        Some(out) => out.clone(),
        None => {
            let stem =
                path.and_then(|path| path.file_stem()).map_or(OWN.into(), |stem| stem.to_string_lossy());
            Path::new("out").join(format!("brief-{stem}"))
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let threads = limits::threads(matches.get_one::<u64>("threads").copied().unwrap_or(cores))?;
    let stop = interrupt::listen(console);
    // A place that cannot be written is told now, and not after the work.
    drop(Folder::begin(&target)?);
    if let Some(&seconds) = matches.get_one::<u64>("time-limit") {
        interrupt::stop_after(Duration::from_secs(seconds));
    }
    let Some(made) = make(console, &prepared, threads, stop, console.language)? else {
        console.warn(&Text::new(
            "Gestopt voordat alle replicaties klaar waren: er is niets geschreven, want een halve briefing is er geen.",
            "Stopped before all replications were done: nothing is written, since half a briefing is none.",
        ));
        return Ok(interrupt::code());
    };
    let mut folder = Folder::begin(&target)?;
    for (name, bytes) in &made.files {
        folder.write(name, |file| file.write_all(bytes))?;
    }
    let target = folder.finish()?;
    console.print(&summary(&made, &target, console.language))?;
    Ok(Code::Done)
}

/// A plan that cannot be read is bad input, and no fault of the machine.
fn bad(path: &Path, error: &io::Error) -> Stop {
    match at(path, error) {
        Stop::Failed(text) => Stop::BadInput(text),
        other => other,
    }
}

/// Reads a plan and its scenarios through `files`, and keeps what was read.
fn prepare(
    console: &Console,
    name: Option<String>,
    bytes: Vec<u8>,
    files: load::Files<'_>,
) -> Result<Prepared, Stop> {
    let shown = name.as_deref().unwrap_or(OWN);
    let BriefPlanned { mut plan, warnings, texts } =
        brief(shown, &bytes, &page::chart_names()).map_err(|failed| load::wrong(console, &failed))?;
    load::tell(console, &warnings, &texts);
    let inputs = RefCell::new(BTreeMap::new());
    let keeping = |path: &str| -> io::Result<Vec<u8>> {
        let bytes = files(path)?;
        inputs.borrow_mut().insert(path.to_owned(), bytes.clone());
        Ok(bytes)
    };
    let mut scenarios: Vec<Scenario> = Vec::new();
    let wanted = std::iter::once(&plan.scenario).chain(plan.variants.iter().map(|variant| &variant.scenario));
    for wanted in wanted {
        scenarios.push(load::through(console, wanted, &keeping)?.thinned(plan.one_in));
    }
    let (start, own) = (scenarios[0].start, scenarios[0].end);
    let end = plan.until.unwrap_or_else(|| scenarios.iter().map(|one| one.end).min().unwrap_or(own));
    for scenario in &mut scenarios {
        if scenario.start != start || end <= start || end > scenario.end {
            let (id, from, to) = (&scenario.id, scenario.start, scenario.end);
            return Err(Stop::BadInput(Text::new(
                format!(
                    "{shown}: {id} loopt van {from} tot en met {to}; de briefing van {start} tot en met {end}"
                ),
                format!("{shown}: {id} runs from {from} to {to}; the briefing from {start} to {end}"),
            )));
        }
        scenario.end = end;
    }
    // What rests on an assumed effect on who comes stands there without it, too.
    for n in 0..scenarios.len() {
        let Some(mut without) = scenarios[n].without_effects() else { continue };
        let variant = n.checked_sub(1).map(|n| plan.variants[n].clone());
        if let Some(title) = variant.as_ref().and_then(|variant| variant.title.as_ref()) {
            without.title = without_effects(title);
        }
        plan.variants.push(Variant {
            id: format!("{}_without_effects", variant.map_or(scenarios[n].id.clone(), |variant| variant.id)),
            title: None,
            scenario: without.id.clone(),
            probability: None,
        });
        scenarios.push(without);
    }
    let swept = plan.sweeps.iter().map(|wanted| finished(console, shown, wanted, &keeping));
    let swept = swept.collect::<Result<Vec<Finished>, Stop>>()?;
    Ok(Prepared { plan, name, bytes, scenarios, swept, inputs: inputs.into_inner() })
}

/// A briefing and its files, the manifest last.
struct Made {
    briefing: Briefing,
    analysed: Vec<Analysed>,
    files: Vec<(String, Vec<u8>)>,
}

/// Runs what the plan asks, and makes every file of it. Nothing when it was stopped.
fn make(
    console: &Console,
    prepared: &Prepared,
    threads: usize,
    stop: &AtomicBool,
    language: Language,
) -> Result<Option<Made>, Stop> {
    let plan = &prepared.plan;
    let scenarios = &prepared.scenarios;
    let rows = month_ends(scenarios[0].start, scenarios[0].end).len();
    limits::memory(plan.replications, rows, 2 * scenarios.len() as u64)?;
    let options = Options {
        first: 0,
        replications: plan.replications,
        seed: plan.seed,
        fixed: false,
        daily: Daily::No,
        threads,
    };
    let progress = Progress::new(console, options.replications);
    let runs = briefing::run(scenarios, &options, &|number| progress.done(number), stop);
    progress.end();
    if runs.iter().any(|list| list.len() < plan.replications as usize) {
        return Ok(None);
    }
    let runs: Vec<(Vec<Replication>, Vec<Watched>)> =
        runs.into_iter().map(|list| list.into_iter().unzip()).collect();
    let audits: Vec<Vec<AuditLine>> =
        runs.iter().flat_map(|(replications, _)| replications).map(|r| r.audit.clone()).collect();
    let audit = Audit::add_up(&audits);
    sound(&audit)?;
    let briefing = briefing(prepared, &runs, &options, language);
    let analysed =
        prepared.swept.iter().map(|one| one.analysed(language)).collect::<Result<Vec<_>, Stop>>()?;
    let files = files(prepared, &briefing, &analysed, &audit, language);
    Ok(Some(Made { briefing, analysed, files }))
}

fn briefing(
    prepared: &Prepared,
    runs: &[(Vec<Replication>, Vec<Watched>)],
    options: &Options,
    language: Language,
) -> Briefing {
    let plan = &prepared.plan;
    let titles: Vec<Option<Text>> = std::iter::once(None)
        .chain(plan.variants.iter().zip(&prepared.scenarios[1..]).map(|(variant, scenario)| {
            let title = variant.title.clone().unwrap_or_else(|| scenario.title.clone());
            Some(match &variant.probability {
                Some((share, _)) => page::stated(&title, *share),
                None => title,
            })
        }))
        .collect();
    let mut seen = BTreeSet::new();
    let ran: Vec<Ran<'_>> = (0..prepared.scenarios.len())
        .map(|n| {
            let scenario = &prepared.scenarios[n];
            let variant = n.checked_sub(1).map(|n| &plan.variants[n]);
            let mut id = variant.map_or_else(|| scenario.id.clone(), |variant| variant.id.clone());
            while !seen.insert(id.clone()) {
                id.push('_');
            }
            Ran {
                id,
                scenario,
                title: titles[n].as_ref(),
                probability: variant.and_then(|variant| variant.probability.clone()),
                replications: &runs[n].0,
                watched: &runs[n].1,
            }
        })
        .collect();
    let scenarios = briefing::told(&ran, options, language);
    let (start, end) = scenarios[0].outcome.period;
    let past = start.year() - briefing::YEARS_BEFORE;
    Briefing {
        title: plan.title.clone(),
        scenarios,
        charts: plan.charts.clone(),
        past: briefing::past(past, start.year()),
        official: briefing::official_totals(start.year(), end.year()),
        needed: briefing::last_needed(),
        rounds: briefing::rounds(),
        record: briefing::record(),
        command: again(prepared, language),
    }
}

/// The command that makes the same briefing again.
fn again(prepared: &Prepared, language: Language) -> String {
    let plan = prepared.name.as_ref().map_or_else(String::new, |name| format!(" {}", quoted(name)));
    let font = font::chosen().map_or_else(String::new, |font| format!(" --font {}", quoted(&font.path)));
    format!("doorstroom brief{plan} --lang {}{font}", language.code())
}

/// Every file of the folder by its name: page, tables, charts, what is not law, plan and layers, manifest and crate.
fn files(
    prepared: &Prepared,
    briefing: &Briefing,
    analysed: &[Analysed],
    audit: &[AuditLine],
    language: Language,
) -> Vec<(String, Vec<u8>)> {
    let pictures = page::brief_pictures(briefing, language);
    let html = page::brief_html(briefing, &pictures, analysed, language);
    let pdf = page::brief_pdf(briefing, &pictures, analysed, language);
    let mut files = vec![("briefing.html".to_owned(), html.into_bytes()), (PDF.to_owned(), pdf)];
    let sheets = page::brief_sheets(briefing, analysed, language);
    files.push(("briefing.xlsx".to_owned(), page::workbook(briefing, analysed, &sheets, language)));
    for sheet in &sheets {
        files.push((format!("tables/{}.csv", sheet.name), sheet.csv().into_bytes()));
        files.push((format!("tables/{}.nl.csv", sheet.name), sheet.csv_dutch().into_bytes()));
    }
    for (n, told) in briefing.scenarios.iter().enumerate() {
        let name = if n > 0 { format!("levers_{}.csv", told.id) } else { "levers.csv".to_owned() };
        files.push((name, tables::levers_csv(&told.outcome).into_bytes()));
    }
    let of_sweeps = analysed.iter().flat_map(|one| &one.pieces).map(|piece| &piece.picture);
    let drawings: Vec<(&str, &str)> = pictures
        .iter()
        .flatten()
        .chain(of_sweeps)
        .map(|picture| (picture.name.as_str(), picture.svg.as_str()))
        .collect();
    files.extend(chart_files(&drawings));
    let told =
        briefing.scenarios.iter().map(|told| (told.outcome.title.as_str(), told.outcome.not_law.as_slice()));
    if let Some(text) = tables::not_law_text(briefing.scenarios[0].outcome.data_date, told) {
        files.push((NOT_LAW.to_owned(), text.into_bytes()));
    }
    for (id, text) in prepared.swept.iter().filter_map(Finished::not_law) {
        files.push((format!("sweeps/{id}/{NOT_LAW}"), text.as_bytes().to_vec()));
    }
    let accounts = page::brief_accounts(briefing).into_iter();
    files.extend(accounts.map(|(name, text)| (format!("accounts/{name}"), text.into_bytes())));
    bundle::add(&mut files, prepared, briefing, audit, language);
    files
}

fn summary(made: &Made, target: &Path, language: Language) -> String {
    let mut text = format!("{}\n", made.briefing.title.to(language));
    for sentence in page::brief_answer(&made.briefing, &made.analysed, language) {
        text.push('\n');
        text.push_str(&table::wrapped(&sentence, "", 110));
    }
    let [folder, file] = pick(language, ["Map", "Briefing"], ["Folder", "Briefing"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![folder.to_owned(), target.display().to_string()],
        vec![file.to_owned(), target.join("briefing.html").display().to_string()],
        vec!["PDF".to_owned(), target.join(PDF).display().to_string()],
    ]));
    text
}
