//! `forecast`: monthly counts ahead with bands, and with `--score` how far that would have been off before.

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::console::Console;
use super::exit::{Code, Stop, at};
use super::language::pick;
use super::output::{Folder, sha256};
use super::progress::Progress;
use super::scores::{self, Scores};
use super::{font, help, manifest, official, table};
use crate::diagnostic::{Diagnostic, Language, Text, render};
use crate::report;
use crate::study::forecast::{Forecast, Luck, Read, Rules, forecast, read};
use crate::time::{Day, Month};

/// Paths of a forecast: a hundred lie beyond the 5th percentile.
const PATHS: usize = 2_000;
/// Months ahead at most: beyond five years the bands say only that nobody knows.
const MOST_AHEAD: u64 = 60;
/// Months that figures take to appear, at most.
const MOST_DELAY: u64 = 12;
/// Largest file that is read [bytes]; the reader refuses a smaller one already.
const MOST: u64 = 32 << 20;

pub(super) fn command(language: Language) -> Command {
    let number =
        |id, name, help| super::help::option(language, id, name, help).value_parser(value_parser!(u64));
    let path = value_parser!(PathBuf);
    help::command(
        language,
        "forecast",
        (
            "Raamt maandcijfers vooruit met banden, en toont hoe ver dat er eerder naast zat",
            "Forecasts monthly counts with bands, and shows how far that was off before",
        ),
        &[
            (
                "doorstroom forecast instroom.csv --out out/instroom",
                (
                    "Twee jaar vooruit, uit een bestand period,value",
                    "Two years ahead, from a file period,value",
                ),
            ),
            (
                "doorstroom forecast instroom.csv --score",
                (
                    "Ook: wat er eerder zou zijn gezegd, tegen vier eenvoudige ramingen",
                    "Also: what would have been said before, against four plain forecasts",
                ),
            ),
            (
                "doorstroom forecast --official --out out/official",
                (
                    "Wat elk kwartaal en door officiële ramingen is gezegd, en wat kwam, met grafieken",
                    "What was said each quarter and by official forecasts, and what came, with charts",
                ),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "file",
            "SERIES.csv",
            (
                "Bestand met kolommen period,value of period,value,group; - leest de standaardinvoer",
                "File with columns period,value or period,value,group; - reads standard input",
            ),
        )
        .required_unless_present("official"),
    )
    .arg(font::option(language))
    .arg(number("horizon", "MONTHS", ("Maanden vooruit [standaard: 24]", "Months ahead [default: 24]")))
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Map voor de resultaten [standaard: out/forecast/<bestand>; met --official: geen]",
                "Folder for the results [default: out/forecast/<file>; with --official: none]",
            ),
        )
        .value_parser(path),
    )
    .arg(help::option(
        language,
        "name",
        "NAME",
        ("Naam boven grafiek en pagina", "Name above chart and page"),
    ))
    .arg(help::option(
        language,
        "series",
        "NAME",
        (
            "Welke reeks, als het bestand een kolom series heeft",
            "Which series, when the file has a column series",
        ),
    ))
    .arg(number("seed", "N", ("Begin van het toeval [standaard: 1]", "Seed of the luck [default: 1]")))
    .arg(
        help::flag(
            language,
            "official",
            (
                "Toon officiële ramingen van de totale instroom naast de onze van dezelfde data, met hun fouten",
                "Show official forecasts of the total inflow beside ours of the same dates, with their errors",
            ),
        )
        .conflicts_with("file"),
    )
    .arg(help::flag(
        language,
        "score",
        (
            "Rol het begin van de raming door het verleden en geef elke raming een cijfer",
            "Roll the origin through the past and score every forecast",
        ),
    ))
    .arg(
        help::option(
            language,
            "from",
            "YYYY-MM",
            (
                "Bij --score: laatste bekende maand van de eerste raming",
                "With --score: last known month of the first forecast",
            ),
        )
        .requires("score"),
    )
    .arg(
        number(
            "delay",
            "MONTHS",
            (
                "Bij --score: maanden tot cijfers verschijnen [standaard: 1]",
                "With --score: months until figures appear [default: 1]",
            ),
        )
        .requires("score"),
    )
}

/// What the command line asks.
struct Asked {
    file: String,
    name: String,
    series: Option<String>,
    horizon: usize,
    luck: Luck,
    score: Option<(Rules, Option<Month>)>,
    out: PathBuf,
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    if matches.get_flag("official") {
        let luck = Luck { seed: matches.get_one("seed").copied().unwrap_or(1), paths: PATHS };
        return official::call(console, luck, matches.get_one::<PathBuf>("out"));
    }
    let asked = asked(matches)?;
    let (bytes, file) = bytes(&asked.file)?;
    let input = sha256(&bytes);
    let Read { series, warnings } = match read(&file, &bytes, asked.series.as_deref()) {
        Ok(read) => read,
        Err(problems) => {
            tell(console, &problems, &file, &bytes);
            return Err(Stop::Told);
        }
    };
    tell(console, &warnings, &file, &bytes);
    // A place that cannot be written is told now, and not after the work.
    drop(Folder::begin(&asked.out)?);
    let scores = match &asked.score {
        Some((rules, from)) => Some(scores::roll(console, &series, rules, *from)?),
        None => None,
    };
    let progress =
        Progress::of(console, u32::try_from(series.len()).unwrap_or(u32::MAX), ("reeksen", "series"));
    let mut done = 0;
    let forecast = forecast(&asked.name, series, asked.horizon, asked.luck, &mut || {
        done += 1;
        progress.done(done);
    });
    progress.end();
    let hash = write(&asked, &forecast, scores.as_ref(), &input, console.language)?;
    match console.print(&summary(&asked, &forecast, scores.as_ref(), &hash, console.language)) {
        Err(Stop::PipeClosed) | Ok(()) => Ok(Code::Done),
        Err(stop) => Err(stop),
    }
}

fn asked(matches: &ArgMatches) -> Result<Asked, Stop> {
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    let within = |id: &str, usual: u64, least: u64, most: u64| match number(id).unwrap_or(usual) {
        months if (least..=most).contains(&months) => Ok(usize::try_from(months).expect("a few months fit")),
        months => Err(Stop::BadInput(Text::new(
            format!("--{id} {months}: moet tussen {least} en {most} liggen"),
            format!("--{id} {months}: must lie between {least} and {most}"),
        ))),
    };
    let file = text("file").unwrap_or_default();
    let stem = Path::new(&file).file_stem().and_then(|stem| stem.to_str()).unwrap_or("-");
    let stem = if stem == "-" { "stdin" } else { stem };
    let luck = Luck { seed: number("seed").unwrap_or(1), paths: PATHS };
    let score = match matches.get_flag("score") {
        true => {
            let delay = within("delay", 1, 0, MOST_DELAY)?;
            let from = text("from").map(|from| first_month(&from)).transpose()?;
            Some((Rules { delay, luck: Luck { paths: PATHS / 4, ..luck } }, from))
        }
        false => None,
    };
    let series = text("series");
    let default =
        Path::new("out").join("forecast").join(series.as_deref().filter(|name| plain(name)).unwrap_or(stem));
    Ok(Asked {
        name: text("name").or_else(|| series.clone()).unwrap_or_else(|| stem.to_owned()),
        horizon: within("horizon", 24, 1, MOST_AHEAD)?,
        out: matches.get_one::<PathBuf>("out").cloned().unwrap_or(default),
        file,
        series,
        luck,
        score,
    })
}

/// Whether a name can be that of a folder anywhere.
fn plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn first_month(text: &str) -> Result<Month, Stop> {
    let day = format!("{text}-01").parse::<Day>();
    day.map(Month::of).map_err(|_| {
        Stop::BadInput(Text::new(
            format!("--from {text}: schrijf jaar en maand als 2016-03"),
            format!("--from {text}: write year and month as 2016-03"),
        ))
    })
}

/// The bytes of a file and the name under which it stands in messages.
fn bytes(name: &str) -> Result<(Vec<u8>, String), Stop> {
    let mut bytes = Vec::new();
    if name == "-" {
        io::stdin().take(MOST).read_to_end(&mut bytes).map_err(|error| at(Path::new("(stdin)"), &error))?;
        return Ok((bytes, "(stdin)".to_owned()));
    }
    let path = Path::new(name);
    let wrong = |error: io::Error| match at(path, &error) {
        Stop::Failed(text) => Stop::BadInput(text),
        stop => stop,
    };
    if path.is_dir() {
        return Err(Stop::BadInput(Text::new(
            format!("{name}: is een map; noem een CSV-bestand"),
            format!("{name}: is a folder; name a CSV file"),
        )));
    }
    std::fs::File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes)).map_err(wrong)?;
    Ok((bytes, name.to_owned()))
}

fn tell(console: &Console, problems: &[Diagnostic], file: &str, bytes: &[u8]) {
    if !problems.is_empty() {
        let texts = BTreeMap::from([(file.to_owned(), String::from_utf8_lossy(bytes).into_owned())]);
        console.complain(&render(problems, &texts, console.language, console.colour));
    }
}

/// Writes everything, the manifest last; returns the hash of the table.
fn write(
    asked: &Asked,
    forecast: &Forecast,
    scores: Option<&Scores>,
    input: &str,
    language: Language,
) -> Result<String, Stop> {
    let mut folder = Folder::begin(&asked.out)?;
    let table = report::forecast_csv(forecast);
    let hash = sha256(table.as_bytes());
    text(&mut folder, "forecast.csv", &table)?;
    if let Some(scores) = scores {
        text(&mut folder, "scores.csv", &scores.table())?;
        text(&mut folder, "skill.csv", &scores.skill_table())?;
        text(&mut folder, "origins.csv", &scores.origins())?;
    }
    let pictures = report::forecast_pictures(forecast, language);
    let drawings: Vec<_> = pictures.iter().map(|p| (p.name.as_str(), p.svg.as_str())).collect();
    folder.pictures(&drawings)?;
    text(&mut folder, "report.html", &report::forecast_html(forecast, &pictures, &repeat(asked), language))?;
    let files: serde_json::Map<String, serde_json::Value> =
        folder.files.iter().map(|(name, hash)| (name.clone(), hash.as_str().into())).collect();
    let manifest = json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "forecast": asked.name,
        "input": { "file": asked.file, "sha256": input },
        "horizon": asked.horizon,
        "seed": asked.luck.seed,
        "paths": asked.luck.paths,
        "common_share": forecast.common,
        "command": repeat(asked),
        "font": font::record(),
        "files": files,
    });
    let manifest = serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
    text(&mut folder, manifest::NAME, &(manifest + "\n"))?;
    folder.finish()?;
    Ok(hash)
}

pub(super) fn text(folder: &mut Folder, name: &str, text: &str) -> Result<(), Stop> {
    folder.write(name, |file| file.write_all(text.as_bytes()))
}

/// The command that gives the same files again.
fn repeat(asked: &Asked) -> String {
    let quoted = |word: &str| match word.contains(' ') {
        true => format!("\"{word}\""),
        false => word.to_owned(),
    };
    let mut words = vec!["doorstroom forecast".to_owned(), quoted(&asked.file)];
    if let Some(series) = &asked.series {
        words.push(format!("--series {}", quoted(series)));
    }
    words.push(format!("--horizon {} --seed {}", asked.horizon, asked.luck.seed));
    if let Some((rules, from)) = &asked.score {
        words.push(format!("--score --delay {}", rules.delay));
        words.extend(from.map(|from| format!("--from {from}")));
    }
    words.join(" ")
}

fn summary(
    asked: &Asked,
    forecast: &Forecast,
    scores: Option<&Scores>,
    hash: &str,
    language: Language,
) -> String {
    let mut text = format!("{}\n\n", asked.name);
    for group in &forecast.groups {
        let name = match group.counts.group.as_str() {
            "" => String::new(),
            name => format!("{name}: "),
        };
        text.push_str(&format!("{name}{}\n", report::forecast_sentence(forecast, group, language)));
    }
    text.push('\n');
    if let Some(scores) = scores {
        text.push_str(&scores.text(language));
        text.push('\n');
    }
    let [folder, page] = pick(language, ["Map", "Pagina"], ["Folder", "Page"]);
    text.push_str(&table::columns(&[
        vec![folder.to_owned(), asked.out.display().to_string()],
        vec![page.to_owned(), asked.out.join("report.html").display().to_string()],
        vec!["SHA-256".to_owned(), format!("{hash}  forecast.csv")],
    ]));
    text
}
