//! `levers`: what can be set, what it is worth, and where that comes from.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{help, letter, load, search, table, topics};
use crate::diagnostic::{Language, Text};
use crate::policy::{Binds, Declaration, Kind, Moment, Role, levers, unit, word};
use crate::scenario::{LegalStatus, Scenario};

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
        ],
    )
    .arg(help::positional(language, "name", "NAME", ("Naam van een knop", "Name of a lever")))
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
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let language = console.language;
    if matches.get_flag("letter") {
        console.print(&letter::listing(language))?;
        return Ok(Code::Done);
    }
    let law = load::law_in_force();
    if let Some(name) = matches.get_one::<String>("name") {
        // The key of a keyed lever, `grant_share.syria`, leads to the lever.
        let row = levers::find(name).or_else(|| levers::find(name.split('.').next().unwrap_or(name)));
        let Some(index) = row else { return Err(unknown(name)) };
        console.print(&entry(index, &law, language))?;
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
            let why = pick(language, topic.dutch, topic.english);
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

/// The Dutch word for a chapter of the catalogue, by which people look too.
fn chapter(english: &'static str) -> &'static str {
    match english {
        "cohorts" => "oude en nieuwe zaken",
        "courts" => "rechtspraak",
        "departure" => "vertrek",
        "examination" => "behandeling onder het pact",
        "family" => "nareis, gezinshereniging",
        "housing" => "huisvesting van statushouders",
        "inflow" => "instroom",
        "money" => "geld",
        "places" => "opvangplekken",
        "procedure" => "procedure",
        "protection" => "tijdelijke bescherming, Oekraïners",
        "reception" => "opvang",
        "staff" => "personeel",
        "start" => "beginstand",
        "status" => "verblijfsstatus van statushouders",
        "terms" => "termijnen",
        "transfer" => "Dublin, overdracht",
        other => other,
    }
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
    let now = law.values.iter().find(|value| value.index == index).and_then(|value| value.steps.first());
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

fn entry(index: usize, law: &Scenario, language: Language) -> String {
    let declaration = levers::declaration(index);
    let (low, high) = declaration.range;
    let role = match declaration.role {
        Role::Lever => pick(language, "knop: een kabinet kiest", "lever: a government chooses it"),
        Role::Uncertainty => pick(language, "onzekerheid: niemand kiest", "uncertainty: nobody chooses it"),
        Role::Behaviour => pick(language, "gedrag: een aangenomen reactie", "behaviour: an assumed response"),
    };
    let mut rows = vec![
        (pick(language, "soort", "role"), role.to_owned()),
        (
            pick(language, "hoofdstuk", "chapter"),
            pick(language, chapter(declaration.chapter), declaration.chapter).to_owned(),
        ),
        (pick(language, "waarde", "kind"), kind(declaration.kind, language)),
        (
            pick(language, "eenheid", "unit"),
            pick(language, unit::dutch(declaration.unit), declaration.unit).to_owned(),
        ),
    ];
    if !matches!(declaration.kind.inner(), Kind::Choice(_) | Kind::Switch) {
        rows.push((
            pick(language, "grenzen", "range"),
            pick(language, format!("{low} tot {high}"), format!("{low} to {high}")),
        ));
    }
    if let Some(keys) = declaration.kind.keys() {
        let named = |key: &&str| {
            let said = word::said(key, language);
            if said.to_lowercase() == *key { key.to_string() } else { format!("{key} ({said})") }
        };
        let keys: Vec<String> = keys.iter().map(named).collect();
        rows.push((pick(language, "sleutels", "keys"), keys.join(", ")));
    }
    if declaration.role == Role::Lever {
        rows.push((pick(language, "bindt", "binds"), binds(declaration.binds, language).to_owned()));
    }
    rows.extend(
        law.values
            .iter()
            .find(|value| value.index == index)
            .into_iter()
            .flat_map(|value| values(value, language)),
    );
    if !declaration.aliases.is_empty() {
        rows.push((pick(language, "ook wel", "also"), declaration.aliases.join(", ")));
    }
    for phrase in declaration.letter {
        rows.push((pick(language, "de brief", "the letter"), format!("“{phrase}”")));
    }
    if !declaration.moves.is_empty() {
        rows.push((pick(language, "verwacht", "expected"), signs(declaration.moves, language)));
    }
    let (title, other) = (declaration.name, declaration.dutch);
    let says = pick(language, declaration.dutch_says, declaration.says.trim());
    let mut text = format!("{title} ({other})\n{}\n", table::wrapped(says, "  ", 110));
    for (name, value) in rows {
        let lines = table::wrapped(&value, "                ", 110);
        text.push_str(&format!("  {name:<14}{}", lines.trim_start()));
    }
    text
}

/// What it is worth in the baseline, and where that comes from.
fn values(value: &crate::scenario::Value, language: Language) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    for step in &value.steps {
        let shown = match step.from {
            Some(day) => {
                pick(language, format!("vanaf {day}: {}", step.value), format!("from {day}: {}", step.value))
            }
            None => step.value.clone(),
        };
        let since = step
            .lapsed_on
            .map_or(String::new(), |day| pick(language, format!(" sinds {day}"), format!(" since {day}")));
        let status =
            value.status.map(|_| format!(" ({}{since})", status(step.status, language))).unwrap_or_default();
        rows.push(("baseline", format!("{shown}{status}")));
        if let Some(source) = &step.source {
            rows.push((pick(language, "bron (Engels)", "source"), source.clone()));
        }
    }
    if let Some((low, high)) = value.range {
        rows.push((
            pick(language, "trekt uit", "drawn from"),
            pick(language, format!("{low} tot {high}"), format!("{low} to {high}")),
        ));
    }
    if let Some(by) = value.moved_by {
        let name = levers::declaration(by).name;
        rows.push((
            pick(language, "trekt uit", "drawn from"),
            pick(
                language,
                format!("de bandbreedte van {name}, tot de volgende stap"),
                format!("the range of {name}, until the next step"),
            ),
        ));
    }
    if let Some(grade) = value.grade {
        use crate::policy::Grade;
        let grade = match grade {
            Grade::A => pick(language, "A: getoetst aan wat gebeurde", "A: tested against what happened"),
            Grade::B => pick(language, "B: met bron, niet getoetst", "B: sourced, not tested"),
            Grade::C => pick(language, "C: aangenomen", "C: assumed"),
        };
        rows.push((pick(language, "zekerheid", "grade"), grade.to_owned()));
    }
    rows
}

fn status(status: LegalStatus, language: Language) -> String {
    pick(language, status.dutch(), status.english()).to_owned()
}

fn kind(kind: Kind, language: Language) -> String {
    match kind {
        Kind::Switch => pick(language, "aan of uit: true of false", "on or off: true or false").to_owned(),
        Kind::Share => pick(language, "aandeel, 0 tot 1", "share, 0 to 1").to_owned(),
        Kind::Count => pick(language, "aantal", "count").to_owned(),
        Kind::Minutes => pick(language, "minuten", "minutes").to_owned(),
        Kind::Days => pick(language, "dagen", "days").to_owned(),
        Kind::Money => pick(language, "euro's", "euros").to_owned(),
        Kind::Rate => pick(language, "getal", "number").to_owned(),
        Kind::Choice(words) => format!("{}: {}", pick(language, "één van", "one of"), words.join(", ")),
        Kind::Set(words) => format!("{}: {}", pick(language, "enkele van", "some of"), words.join(", ")),
        Kind::ByNationality(inner) => {
            format!(
                "{}, {}",
                self::kind(*inner, language),
                pick(language, "per nationaliteit", "by nationality")
            )
        }
        Kind::Mix(_) => pick(language, "delen die optellen tot 1", "parts that add up to 1").to_owned(),
        Kind::Curve(_) => pick(language, "een getal per sleutel", "a number for each key").to_owned(),
    }
}

fn binds(binds: Binds, language: Language) -> &'static str {
    let moment = match binds {
        Binds::Today => {
            return pick(
                language,
                "iedereen, vanaf de dag dat het ingaat",
                "everyone, from the day it takes effect",
            );
        }
        Binds::At(moment) => moment,
    };
    match moment {
        Moment::Made => pick(
            language,
            "wie de asielwens uit op of na die dag",
            "those who make their application on or after that day",
        ),
        Moment::Registered => pick(
            language,
            "wie wordt geregistreerd op of na die dag",
            "those registered on or after that day",
        ),
        Moment::Lodged => {
            pick(language, "aanvragen ingediend op of na die dag", "applications lodged on or after that day")
        }
        Moment::Decided => pick(language, "besluiten op of na die dag", "decisions on or after that day"),
        Moment::Granted => {
            pick(language, "vergunningen verleend op of na die dag", "permits granted on or after that day")
        }
        Moment::Accepted => {
            pick(language, "claims geaccepteerd op of na die dag", "claims accepted on or after that day")
        }
        Moment::Responsible => pick(
            language,
            "wie Nederland verantwoordelijk wordt op of na die dag",
            "those for whom the Netherlands becomes responsible on or after that day",
        ),
        Moment::FamilyApplied => {
            pick(language, "nareisaanvragen op of na die dag", "family applications on or after that day")
        }
        Moment::FamilyDecided => {
            pick(language, "nareisbesluiten op of na die dag", "family decisions on or after that day")
        }
        Moment::Returned => pick(
            language,
            "terugkeerbesluiten die gelden op of na die dag",
            "return decisions enforceable on or after that day",
        ),
        Moment::RenewalDue => {
            pick(language, "verlengingen op of na die dag", "renewals due on or after that day")
        }
    }
}

/// `open_cases +, reception -` in words.
fn signs(moves: &str, language: Language) -> String {
    let words = moves.split(',').map(str::trim).map(|part| match part.rsplit_once(' ') {
        Some((series, "+")) => pick(language, format!("meer {series}"), format!("more {series}")),
        Some((series, "-")) => pick(language, format!("minder {series}"), format!("less {series}")),
        _ => part.to_owned(),
    });
    let list = words.collect::<Vec<_>>().join(", ");
    pick(language, format!("hoger geeft {list}"), format!("higher gives {list}"))
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
        let dutch = nothing("spreidingswet", &law, Language::Nl);
        assert!(
            dutch.starts_with("Er is geen knop voor 'spreidingswet': het model kent geen kaart"),
            "{dutch}"
        );
        assert!(dutch.contains("regular_places"), "{dutch}");
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
