//! `series`: what a run publishes, one a definition.

use clap::{ArgMatches, Command};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::{help, search, table};
use crate::diagnostic::{Language, Text};
use crate::policy::unit;
use crate::record::{Series, SeriesKind};

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "series",
        (
            "Noemt de reeksen in series.csv, met definitie, eenheid en het gepubliceerde cijfer",
            "Lists the series in series.csv, with definition, unit and the published figure",
        ),
        &[
            ("doorstroom series", ("Alle reeksen", "All series")),
            ("doorstroom series open_cases", ("Alles over één reeks", "Everything about one series")),
            ("doorstroom series --search opvang", ("Zoeken", "Search")),
        ],
    )
    .arg(help::positional(language, "name", "NAME", ("Naam van een reeks", "Name of a series")))
    .arg(
        help::option(
            language,
            "search",
            "WORD",
            ("Zoek in namen en definities", "Search names and definitions"),
        )
        .conflicts_with("name"),
    )
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let language = console.language;
    if let Some(name) = matches.get_one::<String>("name") {
        let series = named(name)?;
        console.print(&entry(series, language))?;
        return Ok(Code::Done);
    }
    let word = matches.get_one::<String>("search");
    let found = |series: Series| {
        let texts =
            [series.id(), series.dutch(), series.definition(), series.definition_nl(), series.published()];
        word.is_none_or(|word| search::matches(word, texts))
    };
    let row = |series: Series| {
        let what = pick(language, series.dutch(), series.definition().trim());
        [
            series.id(),
            kind(series.kind(), language).0,
            pick(language, unit::dutch(series.unit()), series.unit()),
            what,
        ]
        .map(String::from)
        .to_vec()
    };
    let rows: Vec<Vec<String>> = Series::ALL.iter().copied().filter(|s| found(*s)).map(row).collect();
    let nothing = pick(
        language,
        "Niets gevonden. Alle reeksen: doorstroom series\n",
        "Nothing found. All series: doorstroom series\n",
    );
    console.print(&if rows.is_empty() { nothing.to_owned() } else { table::columns(&rows) })?;
    Ok(Code::Done)
}

fn entry(series: Series, language: Language) -> String {
    let (kind, rule) = kind(series.kind(), language);
    let published = match series.published() {
        "" => pick(language, "niets gepubliceerd", "none published"),
        published => published,
    };
    let says = pick(language, series.definition_nl(), series.definition().trim());
    let mut text = format!("{} ({})\n{}\n", series.id(), series.dutch(), table::wrapped(says, "  ", 110));
    let rows = [
        (pick(language, "soort", "kind"), format!("{kind}: {rule}")),
        (
            pick(language, "eenheid", "unit"),
            pick(language, unit::dutch(series.unit()), series.unit()).to_owned(),
        ),
        (pick(language, "gepubliceerd", "published"), published.to_owned()),
    ];
    for (name, value) in rows {
        text.push_str(&format!("  {name:<14}{value}\n"));
    }
    text
}

fn kind(kind: SeriesKind, language: Language) -> (&'static str, &'static str) {
    match kind {
        SeriesKind::Stock => pick(
            language,
            ("voorraad", "geteld op de avond van de laatste dag van de maand"),
            ("stock", "counted on the evening of the last day of the month"),
        ),
        SeriesKind::Flow => {
            pick(language, ("stroom", "opgeteld over de maand"), ("flow", "summed over the month"))
        }
        SeriesKind::Wait => pick(
            language,
            ("wachttijd", "gemiddeld over wie in de maand vertrok uit de wachtrij"),
            ("wait", "mean over those who left the queue in the month"),
        ),
        SeriesKind::Ratio => {
            pick(language, ("verhouding", "een deel van een geheel"), ("ratio", "a part of a whole"))
        }
    }
}

/// The series of a name.
pub(super) fn named(name: &str) -> Result<Series, Stop> {
    if let Some(series) = Series::from_id(name) {
        return Ok(series);
    }
    let names = Series::ALL.iter().flat_map(|s| [(s.id(), s.id()), (s.dutch(), s.id())]);
    let mut text = Text::new(format!("er is geen reeks '{name}'"), format!("there is no series '{name}'"));
    if let Some(meant) = search::nearest(name, names) {
        text.nl.push_str(&format!("; bedoelt u '{meant}'?"));
        text.en.push_str(&format!("; did you mean '{meant}'?"));
    }
    text.nl.push_str("\nZie doorstroom series");
    text.en.push_str("\nSee doorstroom series");
    Err(Stop::BadInput(text))
}
