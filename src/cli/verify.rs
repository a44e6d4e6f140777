//! `verify`: the engine against closed forms and published models, as a table and a verdict.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use super::console::Console;
use super::document::Document;
use super::exit::{Code, Stop};
use super::language::pick;
use super::progress::Progress;
use super::{help, interrupt, limits, table};
use crate::diagnostic::{Language, Text};
use crate::study::verify::{self, Case, Judge, Measured, Settings, Verdict};

/// What stands in the lines of a document between which the table is put.
const MARK: &str = "verify";

const SEEDS: [u64; 3] = [1, 2, 3];

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "verify",
        (
            "Toetst de motor aan gesloten formules en gepubliceerde modellen",
            "Tests the engine against closed forms and published models",
        ),
        &[
            ("doorstroom verify", ("Alles, met de seeds 1, 2 en 3", "Everything, with seeds 1, 2 and 3")),
            ("doorstroom verify --quick --seed 1", ("Ruw, in een halve minuut", "Roughly, in half a minute")),
            (
                "doorstroom verify --case priority --seed 7",
                ("Eén model, ander toeval", "One model, other luck"),
            ),
        ],
    )
    .arg(
        help::option(
            language,
            "seed",
            "N",
            (
                "Begin van het toeval, mag vaker [standaard: 1, 2 en 3]",
                "Seed of the luck, may be repeated [default: 1, 2 and 3]",
            ),
        )
        .action(ArgAction::Append)
        .value_parser(value_parser!(u64)),
    )
    .arg(
        help::option(
            language,
            "case",
            "NAME",
            (
                "Alleen dit model, mag vaker [standaard: alle]",
                "Only this model, may be repeated [default: all]",
            ),
        )
        .action(ArgAction::Append)
        .hide_possible_values(true)
        .value_parser(verify::cases().iter().map(|case| case.name).collect::<Vec<_>>()),
    )
    .arg(help::flag(
        language,
        "quick",
        (
            "Een tiende van de lengte; de breedte van de intervallen telt dan niet mee",
            "A tenth of the length; the width of the intervals is then not judged",
        ),
    ))
    .arg(help::threads(language))
    .arg(
        help::option(
            language,
            "write",
            "FILE",
            (
                "Vervang ook de tabel in dit document (docs/validation.md)",
                "Also replace the table in this document (docs/validation.md)",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let threads = limits::threads(matches.get_one("threads").copied().unwrap_or(cores))?;
    let mut seeds: Vec<u64> = matches.get_many("seed").into_iter().flatten().copied().collect();
    if seeds.is_empty() {
        seeds = SEEDS.into();
    }
    let wanted: Vec<&String> = matches.get_many("case").into_iter().flatten().collect();
    let mut cases = verify::cases();
    cases.retain(|case| wanted.is_empty() || wanted.iter().any(|name| *name == case.name));
    let document = matches.get_one::<PathBuf>("write").map(|path| Document::read(path, MARK)).transpose()?;
    let settings = Settings { seeds, quick: matches.get_flag("quick"), threads };

    let stop = interrupt::listen(console);
    let progress = Progress::new(console, settings.replications(&cases));
    let verdicts = verify::run(&cases, &settings, &|number| progress.done(number), stop);
    progress.end();
    let Some(verdicts) = verdicts else {
        console
            .warn(&Text::new("Gestopt voor het einde: geen oordeel.", "Stopped before the end: no verdict."));
        return Ok(interrupt::code());
    };
    if let Some(document) = document {
        document.write(&markdown(&cases, &settings, &verdicts))?;
    }
    console.print(&terminal(console.language, &cases, &settings, &verdicts))?;
    Ok(if verdicts.iter().all(Verdict::passes) { Code::Done } else { Code::Failed })
}

fn terminal(language: Language, cases: &[Case], settings: &Settings, verdicts: &[Verdict]) -> String {
    let mut rows = vec![
        pick(
            language,
            ["grootheid", "uitkomst", "gesimuleerd", "halve breedte", "oordeel", "elders gedrukt"],
            ["quantity", "reference", "simulated", "half-width", "verdict", "printed elsewhere"],
        )
        .map(String::from)
        .to_vec(),
    ];
    for case in cases {
        rows.push(vec![pick(language, case.title.0, case.title.1).to_owned() + &format!(" [{}]", case.name)]);
        for verdict in verdicts.iter().filter(|verdict| verdict.case == case.name) {
            let mut row = vec![format!("  {}", verdict.quantity.name.to(language))];
            row.extend(cells(verdict).map(|cell| local(language, cell)));
            row.push(says(language, verdict));
            row.push(verdict.quantity.printed.clone());
            rows.push(row);
        }
    }
    // Titles stand on lines of their own, and do not widen the first column.
    let titles: Vec<Vec<String>> = rows.iter().filter(|row| row.len() == 1).cloned().collect();
    let body: Vec<Vec<String>> =
        rows.iter().map(|row| if row.len() == 1 { vec![String::new()] } else { row.clone() }).collect();
    let mut titles = titles.into_iter().flatten();
    let mut text = String::new();
    for line in table::columns(&body).lines() {
        if line.is_empty() {
            text.push_str(&titles.next().unwrap_or_default());
        }
        text.push_str(line);
        text.push('\n');
    }
    text + "\n" + &conclusion(language, settings, verdicts)
}

/// The reference, what was simulated by seed, and the widest half-width.
fn cells(verdict: &Verdict) -> [String; 3] {
    let reference = verdict.quantity.reference;
    let simulated: Vec<String> =
        verdict.measured.iter().map(|measured| number(measured.interval.mean, reference)).collect();
    let widest = verdict.measured.iter().map(|measured| measured.interval.half_width).fold(0.0, f64::max);
    let width = match verdict.quantity.judge {
        Judge::Within(_) => "-".to_owned(),
        Judge::Interval(_) => format!("{:.2} %", 100.0 * widest / reference.abs()),
    };
    [number(reference, reference), simulated.join("  "), width]
}

/// As many digits as tell five of the reference.
fn number(value: f64, reference: f64) -> String {
    let size = reference.abs();
    let decimals = match size {
        s if s == 0.0 || s >= 10_000.0 => 0,
        s if s >= 1_000.0 => 1,
        s if s >= 100.0 => 2,
        s if s >= 10.0 => 3,
        s if s >= 0.1 => 4,
        s if s >= 0.01 => 5,
        _ => 6,
    };
    format!("{value:.decimals$}")
}

fn local(language: Language, cell: String) -> String {
    if language == Language::Nl { cell.replace('.', ",") } else { cell }
}

fn says(language: Language, verdict: &Verdict) -> String {
    let failing = |wrong: fn(&Measured) -> bool| {
        let seeds: Vec<String> =
            verdict.measured.iter().filter(|m| wrong(m)).map(|m| m.seed.to_string()).collect();
        (!seeds.is_empty()).then(|| seeds.join(" "))
    };
    if let Some(seeds) = failing(|measured| !measured.contains) {
        return pick(language, format!("ERBUITEN bij seed {seeds}"), format!("OUTSIDE for seed {seeds}"));
    }
    if let Some(seeds) = failing(|measured| !measured.narrow) {
        return pick(language, format!("TE BREED bij seed {seeds}"), format!("TOO WIDE for seed {seeds}"));
    }
    pick(language, "erbinnen", "inside").to_owned()
}

fn conclusion(language: Language, settings: &Settings, verdicts: &[Verdict]) -> String {
    let seeds: Vec<String> = settings.seeds.iter().map(u64::to_string).collect();
    let (all, seeds) = (verdicts.len(), seeds.join(", "));
    let inside = verdicts.iter().filter(|verdict| verdict.passes()).count();
    let mut text = pick(
        language,
        format!("{inside} van {all} grootheden erbinnen, bij elke seed ({seeds}); intervallen van 99,9 %.\n"),
        format!("{inside} of {all} quantities inside, for every seed ({seeds}); intervals of 99.9 %.\n"),
    );
    if settings.quick {
        text += pick(
            language,
            "Snelle toets: een tiende van de lengte, en de breedte van de intervallen telt niet mee.\n",
            "Quick test: a tenth of the length, and the width of the intervals is not judged.\n",
        );
    }
    text
}

/// The table as it stands in a document: in English, with the case by its name.
fn markdown(cases: &[Case], settings: &Settings, verdicts: &[Verdict]) -> String {
    let mut text = format!("\n{}\n", conclusion(Language::En, settings, verdicts));
    for case in cases {
        text += &format!("\n### `{}`: {}\n\n", case.name, case.title.1);
        text += "| quantity | reference | simulated, by seed | half-width | verdict | printed elsewhere |\n";
        text += "|---|---|---|---|---|---|\n";
        for verdict in verdicts.iter().filter(|verdict| verdict.case == case.name) {
            let [reference, simulated, width] = cells(verdict);
            let (name, verdict_text) = (&verdict.quantity.name.en, says(Language::En, verdict));
            let simulated = simulated.replace("  ", ", ");
            let printed = &verdict.quantity.printed;
            text +=
                &format!("| {name} | {reference} | {simulated} | {width} | {verdict_text} | {printed} |\n");
        }
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_five_digits_of_the_reference() {
        assert_eq!(number(8.14, 8.145_49), "8.1400");
        assert_eq!(number(41_000.0, 41_000.0), "41000");
        assert_eq!(number(0.019_2, 0.019_213), "0.01920");
        assert_eq!(local(Language::Nl, "1.50".into()), "1,50");
    }
}
