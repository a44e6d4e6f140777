//! Help in two languages: the headings and options that every command shares, and what the program says of itself.

use clap::{Arg, ArgAction, Command, value_parser};

use super::language::pick;
use crate::diagnostic::Language;

/// A line of a command, and what it does in Dutch and in English.
pub(super) type Example = (&'static str, (&'static str, &'static str));

/// A command with headings and a help option in one language.
pub(super) fn command(
    language: Language,
    name: &'static str,
    about: (&'static str, &'static str),
    examples: &[Example],
) -> Command {
    let usage = pick(language, "Gebruik", "Usage");
    Command::new(name)
        .about(pick(language, about.0, about.1))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"))
        .after_help(self::examples(language, examples))
        .subcommand_help_heading(pick(language, "Opdrachten", "Commands"))
        .subcommand_value_name(placeholder(language, "COMMAND"))
        .next_help_heading(pick(language, "Opties", "Options"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(1000).help(pick(
            language,
            "Toon deze hulp",
            "Show this help",
        )))
}

/// The examples at the foot of the help of a command.
pub(super) fn examples(language: Language, examples: &[Example]) -> String {
    let mut text = format!("{}:\n", pick(language, "Voorbeelden", "Examples"));
    for (line, what) in examples {
        text.push_str(&format!("  {line}\n      {}\n", pick(language, what.0, what.1)));
    }
    text.trim_end().to_owned()
}

/// An argument without a name before it.
pub(super) fn positional(
    language: Language,
    id: &'static str,
    name: &'static str,
    help: (&'static str, &'static str),
) -> Arg {
    Arg::new(id)
        .value_name(placeholder(language, name))
        .help_heading(pick(language, "Argumenten", "Arguments"))
        .help(pick(language, help.0, help.1))
}

/// An option with a value.
pub(super) fn option(
    language: Language,
    id: &'static str,
    name: &'static str,
    help: (&'static str, &'static str),
) -> Arg {
    Arg::new(id).long(id).value_name(placeholder(language, name)).help(pick(language, help.0, help.1))
}

/// What stands for a value in a line of help.
fn placeholder(language: Language, english: &'static str) -> &'static str {
    let dutch = match english {
        "COMMAND" => "OPDRACHT",
        "DATE" => "DATUM",
        "DIR" => "MAP",
        "FILE" => "BESTAND",
        "FROM..TO" => "VAN..TOT",
        "LEVER[=VALUE][@DATE]" => "KNOP[=WAARDE][@DATUM]",
        "LEVER=VALUE[@DATE]" => "KNOP=WAARDE[@DATUM]",
        "MONTHS" => "MAANDEN",
        "NAME" => "NAAM",
        "SECONDS" => "SECONDEN",
        "WORD" => "WOORD",
        "YYYY-MM" => "JJJJ-MM",
        other => other,
    };
    pick(language, dutch, english)
}

/// An option that is there or not.
pub(super) fn flag(language: Language, id: &'static str, help: (&'static str, &'static str)) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(pick(language, help.0, help.1))
}

/// The option for the number of threads.
pub(super) fn threads(language: Language) -> Arg {
    let help = (
        "Aantal rekendraden [standaard: alle kernen]; verandert niets aan de uitkomst",
        "Number of threads [default: all cores]; changes nothing in the results",
    );
    option(language, "threads", "N", help).value_parser(value_parser!(u64))
}

/// The option that sets levers, as often as one likes.
pub(super) fn set(language: Language) -> Arg {
    let help = (
        "Zet een knop, zonder datum vanaf het begin; KNOP=never laat de maatregel weg; mag vaker",
        "Set a lever, without a date from the start; LEVER=never leaves the measure out; may be repeated",
    );
    option(language, "set", "LEVER=VALUE[@DATE]", help).action(ArgAction::Append)
}

/// The option for a thinned chain.
pub(super) fn thin(language: Language) -> Arg {
    let help = (
        "Reken op een keten van één op N: sneller en ruwer, om te verkennen",
        "Run a chain of one in N: faster and rougher, to explore",
    );
    option(language, "thin", "N", help).value_parser(value_parser!(u64))
}

/// The option for the seed of a run.
pub(super) fn seed(language: Language) -> Arg {
    option(language, "seed", "N", ("Begin van het toeval [standaard: 1]", "Seed of the luck [default: 1]"))
        .value_parser(value_parser!(u64))
        .default_value("1")
        .hide_default_value(true)
}

/// What the program says when it is called without arguments.
pub(super) fn welcome(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "doorstroom rekent door wat een maatregel doet met de Nederlandse asielketen: instroom, besluiten, beroep,
nareis, opvang, huisvesting en vertrek, met de onzekerheid erbij. Alle personen zijn verzonnen.

Wat wilt u doen?

  doorstroom run
      Het basisscenario doorrekenen; open daarna out/baseline/report.html
  doorstroom run --quick
      Hetzelfde, ruw, binnen tien seconden
  doorstroom run --set decision_staff=1800@2027-01-01
      Eén knop vanaf een datum anders zetten en het verschil zien
  doorstroom levers --search nareis
      De knoppen zoeken die over een onderwerp gaan
  doorstroom scenarios copy baseline mijn.toml
      Een eigen scenario beginnen, met uitleg erin
  doorstroom check mijn.toml
      Nakijken of het klopt, en wat het anders doet dan het basisscenario

Alle opdrachten: doorstroom --help. Over één opdracht: doorstroom run --help. In English: --lang en.
"
        }
        Language::En => {
            "doorstroom works out what a measure does to the Dutch asylum chain: inflow, decisions, appeals, family
reunification, reception, housing and departure, with the uncertainty shown. All persons are synthetic.

What would you like to do?

  doorstroom run
      Run the baseline; then open out/baseline/report.html
  doorstroom run --quick
      The same, roughly, within ten seconds
  doorstroom run --set decision_staff=1800@2027-01-01
      Set one lever from a date on and see the difference
  doorstroom levers --search family
      Find the levers about a subject
  doorstroom scenarios copy baseline mine.toml
      Begin a scenario of your own, with explanations in it
  doorstroom check mine.toml
      See whether it is right, and what it changes against the baseline

All commands: doorstroom --help. About one command: doorstroom run --help. In het Nederlands: --lang nl.
"
        }
    }
}
