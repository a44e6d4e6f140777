//! The command line of `sweep`.

use std::path::PathBuf;

use clap::{Command, value_parser};

use super::super::help;
use super::slurm;
use crate::diagnostic::Language;

pub(in crate::cli) fn command(language: Language) -> Command {
    let number = |id, name, help| help::option(language, id, name, help).value_parser(value_parser!(u64));
    let plan = || {
        help::positional(language, "plan", "PLAN.toml", ("Het plan", "The plan"))
            .value_parser(value_parser!(PathBuf))
    };
    let out = || {
        help::option(
            language,
            "out",
            "DIR",
            ("Map van de sweep [standaard: out/<plan>]", "Folder of the sweep [default: out/<plan>]"),
        )
        .value_parser(value_parser!(PathBuf))
    };
    help::command(
        language,
        "sweep",
        (
            "Voert een plan uit: scenario's over waarden, data en onzekerheden, te stoppen en te hervatten",
            "Carries out a plan: scenarios over values, dates and uncertainties, to be stopped and resumed",
        ),
        &[
            (
                "doorstroom sweep plan.toml --dry-run",
                ("Hoeveel runs, hoe lang en hoe groot", "How many runs, how long, how large"),
            ),
            (
                "doorstroom sweep plan.toml",
                (
                    "Uitvoeren; dezelfde opdracht gaat verder waar hij stopte",
                    "Carry it out; the same command goes on where it stopped",
                ),
            ),
            (
                "doorstroom sweep plan.toml --shard 3/16",
                ("Het derde van zestien delen", "The third of sixteen parts"),
            ),
            ("doorstroom sweep merge out/plan", ("Delen samenvoegen", "Put the parts together")),
        ],
    )
    .args_conflicts_with_subcommands(true)
    .arg(plan().required(true))
    .arg(out())
    .arg(help::threads(language))
    .arg(help::option(
        language,
        "shard",
        "I/N",
        (
            "Alleen deel I van N; voeg ze samen met sweep merge",
            "Part I of N only; put them together with sweep merge",
        ),
    ))
    .arg(number(
        "time-limit",
        "SECONDS",
        (
            "Stop na zoveel seconden (uitgangscode 75); dezelfde opdracht gaat verder",
            "Stop after so many seconds (exit code 75); the same command goes on",
        ),
    ))
    .arg(help::flag(
        language,
        "dry-run",
        ("Zeg alleen hoeveel runs, hoe lang en hoe groot", "Only say how many runs, how long and how large"),
    ))
    .subcommand(
        help::command(
            language,
            "merge",
            (
                "Voegt de delen in een map samen tot één tabel, of zegt wat ontbreekt",
                "Puts the parts in a folder together into one table, or says what is missing",
            ),
            &[("doorstroom sweep merge out/plan", ("", ""))],
        )
        .arg(
            help::positional(language, "dir", "DIR", ("De map van de sweep", "The folder of the sweep"))
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        ),
    )
    .subcommand(slurm::command(language, plan().required(true), out()))
}
