//! `levers`: what can be set, what it is worth, and where that comes from.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::lever::entry;
use super::{help, inventory, letter, load, prove, search, table, topics};
use crate::diagnostic::{Language, Text};
use crate::policy::word::chapter;
use crate::policy::{Declaration, Role, levers, unit};
use crate::scenario::Scenario;
use crate::time::Day;

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "levers",
        (
            "Noemt de knoppen en onzekerheden, met waarde, grenzen, bron en wie ze binden",
            "Lists the levers and uncertainties, with value, bounds, source and whom they bind",
        ),
        &[
            ("doorstroom levers", ("Alle knoppen", "All levers")),
            (
                "doorstroom levers --search instroom",
                ("Zoeken, in het Nederlands of het Engels", "Search, in Dutch or English"),
            ),
            ("doorstroom levers regular_places", ("Alles over één knop", "Everything about one lever")),
            (
                "doorstroom levers --letter",
                ("De opdrachtbrief, zin voor zin", "The assignment letter, sentence by sentence"),
            ),
            (
                "doorstroom levers --prove decision_staff housing_supply",
                ("Toetsen of knoppen zijn aangesloten", "Prove that levers are wired"),
            ),
        ],
    )
    .arg(
        help::positional(
            language,
            "name",
            "NAME",
            ("Naam van een knop, mag vaker", "Name of a lever, may be repeated"),
        )
        .num_args(1..),
    )
    .arg(
        help::option(
            language,
            "search",
            "WORD",
            (
                "Zoek in namen, omschrijvingen, andere woorden en zinnen van de opdrachtbrief",
                "Search names, descriptions, other words and phrases of the assignment letter",
            ),
        )
        .conflicts_with("name"),
    )
    .arg(
        help::flag(
            language,
            "letter",
            (
                "De opdrachtbrief: elke maatregel met zijn knoppen, uitkomsten en wat er ontbreekt",
                "The assignment letter: each measure with its levers, outcomes and what is missing",
            ),
        )
        .conflicts_with_all(["name", "search"]),
    )
    .arg(
        help::flag(
            language,
            "inventory",
            (
                "De inventaris: elke gevraagde maatregel met wat die is geworden, en waarom",
                "The inventory: each measure that was asked for with what it has become, and why",
            ),
        )
        .conflicts_with_all(["name", "search", "letter"]),
    )
    .args(prove::options(language))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let language = console.language;
    if matches.get_flag("letter") {
        console.print(&letter::listing(language))?;
        return Ok(Code::Done);
    }
    if matches.get_flag("inventory") {
        console.print(&inventory::listing(language))?;
        return Ok(Code::Done);
    }
    let named = matches.get_many::<String>("name").into_iter().flatten();
    let named: Vec<usize> = named.map(|name| row(name)).collect::<Result<_, _>>()?;
    if matches.get_flag("prove") {
        return prove::call(
            console,
            if named.is_empty() { crate::study::prove::all() } else { proved(named)? },
            matches,
        );
    }
    let law = load::law_in_force();
    if !named.is_empty() {
        let entries: Vec<String> = named.iter().map(|index| entry(*index, &law, language)).collect();
        console.print(&entries.join("\n"))?;
        return Ok(Code::Done);
    }
    let Some(word) = matches.get_one::<String>("search") else {
        let all: Vec<usize> = (0..levers::count()).collect();
        console.print(&listing(&all, &law, language))?;
        return Ok(Code::Done);
    };
    let rows = found(word);
    if rows.is_empty() {
        console.print(&nothing(word, &law, language))?;
        return Ok(Code::Done);
    }
    console.print(&listing(&rows, &law, language))?;
    Ok(Code::Done)
}

/// The row of this name; the key of a keyed lever, `grant_share.syria`, leads to the lever.
fn row(name: &str) -> Result<usize, Stop> {
    let row = levers::find(name).or_else(|| levers::find(name.split('.').next().unwrap_or(name)));
    row.ok_or_else(|| unknown(name))
}

/// The rows that can be stepped: what nobody chooses has no day.
fn proved(named: Vec<usize>) -> Result<Vec<usize>, Stop> {
    match named.iter().map(|index| levers::declaration(*index)).find(|row| row.role != Role::Lever) {
        None => Ok(named),
        Some(row) => Err(Stop::BadInput(Text::new(
            format!("{} is een onzekerheid en heeft geen datum waarop zij verandert", row.name),
            format!("{} is an uncertainty and has no date on which it changes", row.name),
        ))),
    }
}

/// The rows in whose words all of what is sought stands; without plural endings when it does not stand there as it is.
fn found(sought: &str) -> Vec<usize> {
    let with = |sought: &str| -> Vec<usize> {
        let fits = |index: &usize| search::matches(sought, words(levers::declaration(*index)));
        (0..levers::count()).filter(fits).collect()
    };
    let rows = with(sought);
    if rows.is_empty() { with(&search::stems(sought)) } else { rows }
}

/// That there is no lever, why not where that is known, and what comes nearest.
fn nothing(sought: &str, law: &Scenario, language: Language) -> String {
    // More rows than this are no answer.
    const MOST: usize = 12;
    let (why, rows): (String, Vec<usize>) = match topics::find(sought) {
        Some(topic) => {
            let why = pick(language, topic.why.0, topic.why.1);
            let rows = topic.nearest.iter().filter_map(|name| levers::find(name)).collect();
            (format!(": {why}"), rows)
        }
        None => {
            let parts = search::stems(sought);
            let parts = parts.split(' ').filter(|part| part.chars().count() >= 4).map(found);
            let near = levers::all()
                .enumerate()
                .find(|(_, d)| search::nearest(sought, words(d).map(|word| (word, d.name))).is_some());
            let few = parts.filter(|rows| (1..=MOST).contains(&rows.len())).min_by_key(Vec::len);
            (String::new(), few.or(near.map(|(index, _)| vec![index])).unwrap_or_default())
        }
    };
    let all = pick(language, "Alle knoppen: doorstroom levers", "All levers: doorstroom levers");
    if rows.is_empty() {
        return pick(
            language,
            format!("Er is geen knop voor '{sought}'{why}. {all}\n"),
            format!("There is no lever for '{sought}'{why}. {all}\n"),
        );
    }
    pick(
        language,
        format!(
            "Er is geen knop voor '{sought}'{why}. Het dichtst erbij:\n\n{}",
            listing(&rows, law, language)
        ),
        format!("There is no lever for '{sought}'{why}. Nearest to it:\n\n{}", listing(&rows, law, language)),
    )
}

/// Every text by which people may look for it.
fn words(declaration: &'static Declaration) -> impl Iterator<Item = &'static str> {
    let texts = [declaration.name, declaration.dutch, declaration.says, declaration.dutch_says];
    texts
        .into_iter()
        .chain([declaration.chapter, chapter(declaration.chapter)])
        .chain(declaration.aliases.iter().copied())
        .chain(declaration.letter.iter().copied())
}

fn listing(rows: &[usize], law: &Scenario, language: Language) -> String {
    let headings = [
        (Role::Lever, pick(language, "Knoppen: wat een kabinet kiest", "Levers: what a government chooses")),
        (
            Role::Uncertainty,
            pick(language, "Onzekerheden: wat niemand kiest", "Uncertainties: what nobody chooses"),
        ),
        (
            Role::Behaviour,
            pick(language, "Gedrag: aangenomen reacties op beleid", "Behaviour: assumed responses to policy"),
        ),
    ];
    let mut text = String::new();
    for (role, heading) in headings {
        let of_role = rows.iter().copied().filter(|&index| levers::declaration(index).role == role);
        let rows: Vec<Vec<String>> = of_role.map(|index| line(index, law, language)).collect();
        if !rows.is_empty() {
            text.push_str(&format!("{heading}\n{}\n", table::columns(&rows)));
        }
    }
    text.push_str(pick(
        language,
        "Alles over één knop: doorstroom levers NAAM\n",
        "Everything about one lever: doorstroom levers NAME\n",
    ));
    text
}

fn line(index: usize, law: &Scenario, language: Language) -> Vec<String> {
    let declaration = levers::declaration(index);
    let known = |day: Option<Day>| day.is_none_or(|day| day <= law.data_date);
    let steps = law.values.iter().find(|value| value.index == index).map(|value| &value.steps);
    let now = steps.and_then(|steps| steps.iter().rev().find(|step| known(step.from)).or(steps.first()));
    let value = match declaration.kind.keys() {
        Some(keys) => pick(language, format!("{} waarden", keys.len()), format!("{} values", keys.len())),
        None => now.map(|step| step.value.clone()).unwrap_or_default(),
    };
    let what = pick(language, declaration.dutch, declaration.says.trim());
    vec![
        format!("  {}", declaration.name),
        value,
        pick(language, unit::dutch(declaration.unit), declaration.unit).to_owned(),
        what.to_owned(),
    ]
}

fn unknown(name: &str) -> Stop {
    let names = levers::all().flat_map(|d| {
        [d.name, d.dutch].into_iter().chain(d.aliases.iter().copied()).map(move |word| (word, d.name))
    });
    let mut text = Text::new(format!("er is geen knop '{name}'"), format!("there is no lever '{name}'"));
    if let Some(meant) = search::nearest(name, names) {
        text.nl.push_str(&format!("; bedoelt u '{meant}'?"));
        text.en.push_str(&format!("; did you mean '{meant}'?"));
    }
    text.nl.push_str("\nZoek met doorstroom levers --search WOORD");
    text.en.push_str("\nSearch with doorstroom levers --search WORD");
    Stop::BadInput(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_word_finds_the_lever_that_the_letter_means() {
        let found = |word: &str| {
            super::found(word).into_iter().map(|row| levers::declaration(row).name).collect::<Vec<_>>()
        };
        assert!(found("instroom").contains(&"inflow_scale"));
        assert!(found("AZC").contains(&"regular_places"));
        assert!(found("nareis").len() > 1);
        assert!(found("opvang").contains(&"family_places"));
        assert!(found("zzz").is_empty());
    }

    #[test]
    fn words_of_policy_staff_find_their_levers() {
        for (word, lever) in [
            ("detentie", "detention_places"),
            ("huisvesting statushouders", "housing_supply"),
            ("gezinshereniging", "family_term"),
            ("extra opvangplekken", "regular_places"),
            ("dwangsommen", "judicial_penalty"),
            ("aanmeldloket", "registration_capacity"),
            ("Ter Apel", "registration_capacity"),
            ("Oekraïners", "ukraine_places"),
            ("beslistermijnen", "decision_term"),
            ("vrijwillig vertrek", "departure_intent"),
            ("hotelregeling", "hotel_places"),
            ("doorstroomlocaties", "transit_places"),
        ] {
            let rows = found(word);
            assert!(rows.iter().any(|row| levers::declaration(*row).name == lever), "{word}");
        }
    }

    #[test]
    fn a_subject_without_a_lever_says_so_and_names_the_nearest() {
        let law = load::law_in_force();
        let dutch = nothing("kennismigranten", &law, Language::Nl);
        assert!(
            dutch.starts_with("Er is geen knop voor 'kennismigranten': wie voor werk of studie komt"),
            "{dutch}"
        );
        assert!(dutch.contains("labour_quota"), "{dutch}");
        let english = nothing("fiets", &law, Language::En);
        assert!(english.starts_with("There is no lever for 'fiets'."), "{english}");
    }

    #[test]
    fn every_chapter_has_a_dutch_word() {
        for declaration in levers::all().filter(|d| d.chapter != "procedure") {
            assert_ne!(chapter(declaration.chapter), declaration.chapter);
        }
    }
}
