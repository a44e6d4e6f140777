//! `trace`: the way of one synthetic person, under a scenario and under another, with the same luck.

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{beginning, help, limits, load, table};
use crate::diagnostic::{Language, Text};
use crate::random::Key;
use crate::report::trace::{ending, rows, total, who};
use crate::scenario::Scenario;
use crate::study::trace::{Luck, Way, newcomers, way};

/// Digits in the number of a person.
const DIGITS: usize = 16;
/// Persons that are named to choose from.
const NAMED: usize = 12;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "trace",
        (
            "Vertelt de weg van één verzonnen persoon, in twee scenario's met hetzelfde toeval",
            "Tells the way of one synthetic person, in two scenarios with the same luck",
        ),
        &[
            (
                "doorstroom trace more_officers",
                (
                    "Wie het in dit scenario anders vergaat: twaalf om uit te kiezen",
                    "Whom this scenario treats otherwise: twelve to choose from",
                ),
            ),
            (
                "doorstroom trace more_officers 00a1b2c3d4e5f607",
                ("De weg van één van hen, stap voor stap", "The way of one of them, step by step"),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "what",
            "SCENARIO|PERSON",
            (
                "Een scenario, het nummer van een persoon (zestien tekens), of allebei",
                "A scenario, the number of a person (sixteen digits), or both",
            ),
        )
        .num_args(0..=2),
    )
    .arg(
        help::option(
            language,
            "against",
            "SCENARIO",
            (
                "Waartegen wordt vergeleken [standaard: baseline]",
                "What it is held against [default: baseline]",
            ),
        )
        .default_value(load::LAW_IN_FORCE)
        .hide_default_value(true),
    )
    .arg(help::set(language))
    .arg(help::seed(language))
    .arg(
        help::option(
            language,
            "replication",
            "N",
            ("Welke replicatie, vanaf 1 [standaard: 1]", "Which replication, from 1 [default: 1]"),
        )
        .value_parser(value_parser!(u64).range(1..=1_000_000)),
    )
    .arg(help::flag(language, "fixed", ("Houd alle onzekerheden vast", "Hold every uncertainty")))
    .arg(help::thin(language))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let language = console.language;
    let words: Vec<&String> = matches.get_many("what").into_iter().flatten().collect();
    let (people, names): (Vec<&String>, Vec<&String>) = words.into_iter().partition(|word| is_person(word));
    if people.len() > 1 || names.len() > 1 {
        return Err(Stop::BadInput(Text::new(
            "geef één scenario en één persoon; een tweede scenario geeft u met --against",
            "give one scenario and one person; a second scenario goes with --against",
        )));
    }
    let text = |id: &str| matches.get_one::<String>(id).map_or(load::LAW_IN_FORCE, String::as_str);
    let sets: Vec<String> = matches.get_many("set").into_iter().flatten().cloned().collect();
    let own = beginning::Asked::default();
    let one_in = limits::thin(matches.get_one::<u64>("thin").copied(), false)?;
    let name = names.first().map_or(load::LAW_IN_FORCE, |name| name.as_str());
    let reference = load::to_begin(console, text("against"), &[], &own.beginning())?.thinned(one_in);
    let scenario = load::to_begin(console, name, &sets, &own.beginning())?.thinned(one_in);
    let number = |id: &str| matches.get_one::<u64>(id).copied();
    let luck = Luck {
        seed: number("seed").unwrap_or(1),
        replication: number("replication").map_or(0, |number| (number - 1) as u32),
        fixed: matches.get_flag("fixed"),
    };
    let same = crate::scenario::changes(&scenario, &reference).is_empty();
    let worlds: Vec<&Scenario> = if same { vec![&scenario] } else { vec![&scenario, &reference] };
    let said = match people.first() {
        Some(person) => tell(&worlds, luck, person, language)?,
        None => choose(&worlds, luck, language),
    };
    let assumed: String = worlds.iter().map(|world| effects(world, language)).collect();
    console.print(&format!("{assumed}{said}"))?;
    Ok(Code::Done)
}

/// That a scenario assumes an effect on inflow, and what that is here.
fn effects(world: &Scenario, language: Language) -> String {
    let names = world.assumed_effects().join(", ");
    if names.is_empty() {
        return String::new();
    }
    let title = world.title.to(language);
    pick(
        language,
        format!(
            "{title} neemt een effect op instroom aan ({names}). Wie daardoor wegblijft komt hier niet voor; zonder dat effect: --set {}=0.\n",
            names.replace(", ", "=0 --set ")
        ),
        format!(
            "{title} assumes an effect on inflow ({names}). Whoever stays away by it is not among these; without that effect: --set {}=0.\n",
            names.replace(", ", "=0 --set ")
        ),
    )
}

fn is_person(word: &str) -> bool {
    word.len() == DIGITS && word.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// The way of one person in each of the worlds.
fn tell(worlds: &[&Scenario], luck: Luck, person: &str, language: Language) -> Result<String, Stop> {
    let unknown = || {
        Stop::BadInput(Text::new(
            format!(
                "{person}: zo iemand komt in deze replicatie niet voor; `doorstroom trace` zonder nummer noemt er twaalf. Een nummer hoort bij één seed en replicatie"
            ),
            format!(
                "{person}: nobody of that number is in this replication; `doorstroom trace` without a number names twelve. A number belongs to one seed and replication"
            ),
        ))
    };
    let key: Key = person.parse().map_err(|_| unknown())?;
    let ways: Vec<Option<Way>> = worlds.iter().map(|world| way(world, luck, key)).collect();
    let first = ways.iter().flatten().next().ok_or_else(unknown)?;
    let mut text = format!("{person}: {}\n", who(first, language));
    text.push_str(pick(
        language,
        "Verzonnen: dit is niemand, en zegt niets over een echte zaak.\n",
        "Synthetic: this is nobody, and says nothing about a real case.\n",
    ));
    if let [Some(ours), Some(theirs)] = ways.as_slice() {
        text.push_str(&match ours.parts_from(theirs) {
            None => pick(language, "In beide hetzelfde.\n", "The same in both.\n").to_owned(),
            Some(day) => pick(
                language,
                format!("Tot {day} in beide hetzelfde.\n"),
                format!("The same in both until {day}.\n"),
            ),
        });
    }
    for (world, way) in worlds.iter().zip(&ways) {
        text.push_str(&format!("\n{}\n", world.title.to(language)));
        match way {
            None => text.push_str(pick(language, "  komt hier niet\n", "  does not come here\n")),
            Some(way) => {
                for line in table::columns(&rows(way, world.end, language)).lines() {
                    text.push_str(&format!("  {line}\n"));
                }
                text.push_str(&format!("  {}\n", total(way, world.end, language)));
            }
        }
    }
    Ok(text)
}

/// Persons to choose from: of those who come after the start, some whose ways differ, or some of all.
fn choose(worlds: &[&Scenario], luck: Luck, language: Language) -> String {
    let ways: Vec<_> = worlds.iter().map(|world| newcomers(world, luck)).collect();
    let (ours, theirs) = (&ways[0], ways.get(1));
    let differs = |(key, way): &(&Key, &Way)| theirs.is_none_or(|theirs| theirs.get(key) != Some(way));
    let found: Vec<(&Key, &Way)> = ours.iter().filter(differs).collect();
    let heads =
        pick(language, ["persoon", "wie", "meldt zich"], ["person", "who", "reports"]).map(str::to_owned);
    let titles = worlds.iter().map(|world| world.title.to(language).to_owned());
    let mut table_of = vec![heads.into_iter().chain(titles).collect::<Vec<String>>()];
    for (key, way) in found.iter().take(NAMED) {
        let came = way.stays.first().map_or_else(String::new, |stay| stay.from.to_string());
        let absent = pick(language, "komt niet", "does not come");
        let ends = ways
            .iter()
            .map(|world| world.get(key).map_or_else(|| absent.to_owned(), |way| ending(way, language)));
        table_of.push([key.to_string(), who(way, language), came].into_iter().chain(ends).collect());
    }
    let (count, all) = (found.len(), ours.len());
    let mut text = match (theirs, count) {
        (Some(_), 0) => pick(
            language,
            format!("Van de {all} huishoudens die komen, gaat het er geen anders.\n"),
            format!("Of the {all} households that come, none fares otherwise.\n"),
        ),
        (Some(_), _) => pick(
            language,
            format!("Van de {all} huishoudens die komen, gaat het {count} anders. Een greep daaruit:\n\n"),
            format!("Of the {all} households that come, {count} fare otherwise. Some of them:\n\n"),
        ),
        (None, _) => pick(
            language,
            format!("Er komen {all} huishoudens. Een greep daaruit:\n\n"),
            format!("{all} households come. Some of them:\n\n"),
        ),
    };
    if count > 0 {
        text.push_str(&table::columns(&table_of));
        text.push_str(pick(
            language,
            "\nDe weg van één van hen: dezelfde opdracht met het nummer erachter. Allen zijn verzonnen.\n",
            "\nThe way of one of them: the same command with the number behind it. All are synthetic.\n",
        ));
    }
    text
}
