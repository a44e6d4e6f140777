//! `completions`: the command line for shells.

use clap::builder::EnumValueParser;
use clap::{ArgMatches, Command};
use clap_complete::Shell;

use super::console::Console;
use super::exit::{Code, Stop};
use super::help;
use crate::diagnostic::Language;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "completions",
        (
            "Schrijft een script waarmee een shell de opdrachten aanvult",
            "Writes a script with which a shell completes commands",
        ),
        &[(
            "doorstroom completions bash > ~/.local/share/bash-completion/completions/doorstroom",
            ("Voor bash, voortaan", "For bash, from now on"),
        )],
    )
    .arg(
        help::positional(
            language,
            "shell",
            "SHELL",
            ("bash, elvish, fish, powershell of zsh", "bash, elvish, fish, powershell or zsh"),
        )
        .required(true)
        .hide_possible_values(true)
        .value_parser(EnumValueParser::<Shell>::new()),
    )
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let shell = *matches.get_one::<Shell>("shell").expect("the shell is required");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::command(console.language), "doorstroom", &mut script);
    console.print(&String::from_utf8_lossy(&script))?;
    Ok(Code::Done)
}
