//! One text as a document: every line understood on its own, before layers are put together.

use std::collections::BTreeSet;

use super::calibrated;
use super::codes;
use super::dates::{self, Period};
use super::milestones::{self, Milestone};
use super::problems::{Problems, Spot, both, none, quoted};
use super::scenario::LegalStatus;
use super::suggest;
use super::syntax::{Key, Node, Raw, text, wrong_kind};
use super::table::{self, LeverTable, TriggerTable, UncertaintyTable};
use super::thresholds::{self, Threshold};
use super::uncertainty;
use crate::policy::{Declaration, Role, levers};
use crate::time::Day;

/// What one text says.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) name_nl: Option<String>,
    pub(super) description_nl: Option<String>,
    pub(super) extends: Vec<(String, Spot)>,
    /// Layers that are left out of what it extends.
    pub(super) without: Vec<(String, Spot)>,
    pub(super) start: Option<(Day, Spot)>,
    pub(super) horizon: Option<(Horizon, Spot)>,
    pub(super) data_date: Option<(Day, Spot)>,
    pub(super) open_cases: Option<(String, Spot)>,
    pub(super) given: Option<(String, Spot)>,
    pub(super) calibrated: Option<Vec<calibrated::Column>>,
    pub(super) levers: Vec<LeverTable>,
    pub(super) uncertainties: Vec<UncertaintyTable>,
    pub(super) triggers: Vec<TriggerTable>,
    pub(super) thresholds: Vec<Threshold>,
    pub(super) milestones: Vec<Milestone>,
    /// The first key: where what is missing is complained of.
    pub(super) top: Spot,
    /// Dates and tables that the text mentions, understood or not.
    pub(super) keys: BTreeSet<String>,
    /// Rows that the text mentions, understood or not.
    pub(super) mentioned: BTreeSet<usize>,
}

/// How long a run lasts.
#[derive(Copy, Clone, Debug)]
pub(super) enum Horizon {
    /// So long from the start.
    For(Period),
    /// Up to and including this day.
    Until(Day),
}

pub(super) const KEYS: [&str; 18] = [
    "format",
    "name",
    "description",
    "name_nl",
    "description_nl",
    "extends",
    "without",
    "start",
    "horizon",
    "data_date",
    "stock",
    "given",
    "calibrated",
    "levers",
    "uncertainties",
    "triggers",
    "thresholds",
    "milestones",
];

/// Reads the tree of a text.
pub(super) fn read(problems: &mut Problems, root: &Node) -> Document {
    let mut document = Document::default();
    let Raw::Table(entries) = &root.raw else { return document };
    let (mut format, mut named) = (false, false);
    document.top = entries.first().map_or(Spot { end: root.spot.start, ..root.spot }, |(key, _)| key.spot);
    for (key, node) in entries {
        document.keys.insert(key.text.clone());
        match key.text.as_str() {
            "format" => {
                format = true;
                check_format(problems, node);
            }
            "name" => document.name = name(problems, node),
            "description" => document.description = text(problems, node, "description"),
            "name_nl" => document.name_nl = name(problems, node),
            "description_nl" => document.description_nl = text(problems, node, "description_nl"),
            "extends" => document.extends = names(problems, node, "extends", "baseline"),
            "without" => document.without = names(problems, node, "without", "two_status"),
            "start" => document.start = anchor(problems, node, "start").map(|day| (day, node.spot)),
            "data_date" => document.data_date = anchor(problems, node, "data_date").map(|d| (d, node.spot)),
            "horizon" => document.horizon = horizon(problems, node).map(|h| (h, node.spot)),
            "stock" => document.open_cases = table_name(problems, node, ("stock", "open_cases")),
            "given" => document.given = table_name(problems, node, ("given", "first_applications")),
            "calibrated" => document.calibrated = calibrated::read(problems, node),
            "levers" => rows(problems, node, true, &mut document),
            "uncertainties" => rows(problems, node, false, &mut document),
            "triggers" => document.triggers = triggers(problems, node),
            "thresholds" => document.thresholds = thresholds::read(problems, node),
            "milestones" => document.milestones = milestones::read(problems, node),
            _ => {
                unknown_top(problems, key);
                // What stands under a Dutch heading is looked at all the same.
                match suggest::from_dutch(&key.text, KEYS) {
                    Some("levers") => rows(problems, node, true, &mut document),
                    Some("uncertainties") => rows(problems, node, false, &mut document),
                    Some(meant) => {
                        document.keys.insert(meant.to_string());
                        format |= meant == "format";
                        named |= meant == "name";
                    }
                    None => {}
                }
            }
        }
    }
    let top = document.top;
    if !format {
        problems.error(
            codes::NO_FORMAT,
            top,
            both("de regel `format = 1` ontbreekt", "the line `format = 1` is missing"),
            none(),
            both("zet `format = 1` bovenaan het bestand", "put `format = 1` at the top of the file"),
        );
    }
    named |= entries.iter().any(|(key, _)| key.text == "name");
    if !named {
        problems.error(
            codes::MISSING,
            top,
            both("het scenario heeft geen naam", "the scenario has no name"),
            none(),
            both("zet er een regel `name = \"...\"` bij", "add a line `name = \"...\"`"),
        );
    }
    document
}

fn name(problems: &mut Problems, node: &Node) -> Option<String> {
    let name = text(problems, node, "name")?;
    if name.trim().is_empty() {
        problems.error(
            codes::MISSING,
            node.spot,
            both("de naam is leeg", "the name is empty"),
            none(),
            both(
                "schrijf in een paar woorden wat het scenario is",
                "write in a few words what the scenario is",
            ),
        );
    }
    Some(name)
}

fn check_format(problems: &mut Problems, node: &Node) {
    match node.raw {
        Raw::Number(1.0) => {}
        Raw::Number(number) => {
            let (nl, en) = if number > 1.0 {
                (
                    "het bestand is voor een nieuwere versie van doorstroom: werk het programma bij, of schrijf `format = 1`",
                    "the file is for a newer version of doorstroom: update the program, or write `format = 1`",
                )
            } else {
                ("schrijf `format = 1`", "write `format = 1`")
            };
            let title = both("deze versie leest alleen format 1", "this version reads format 1 only");
            problems.error(codes::OTHER_FORMAT, node.spot, title, none(), both(nl, en));
        }
        _ => {
            let cure = ("schrijf `format = 1`", "write `format = 1`");
            wrong_kind(problems, node, "format", ("een getal", "a number"), cure);
        }
    }
}

/// A name of a layer, or a list of them, under `extends` or `without`.
fn names(problems: &mut Problems, node: &Node, key: &str, example: &str) -> Vec<(String, Spot)> {
    match &node.raw {
        Raw::List(items) => items.iter().filter_map(|n| Some((text(problems, n, key)?, n.spot))).collect(),
        Raw::Text(name) => vec![(name.clone(), node.spot)],
        _ => {
            // Said as a layer that cannot be found, since all that it would have brought is missing now.
            problems.error(
                codes::NO_LAYER,
                node.spot,
                both(
                    format!("{key} moet een naam of een lijst van namen zijn"),
                    format!("{key} must be a name or a list of names"),
                ),
                none(),
                both(format!("schrijf {key} = \"{example}\""), format!("write {key} = \"{example}\"")),
            );
            Vec::new()
        }
    }
}

/// A day from which a run counts: within living memory and foresight.
pub(super) fn anchor(problems: &mut Problems, node: &Node, what: &str) -> Option<Day> {
    let year = |year, month, day| Day::from_ymd(year, month, day).expect("every year has this day");
    dates::day_between(problems, node, what, (year(1990, 1, 1), year(2100, 12, 31)))
}

fn horizon(problems: &mut Problems, node: &Node) -> Option<Horizon> {
    match &node.raw {
        Raw::Date(_) => dates::day(problems, node, "horizon").map(Horizon::Until),
        Raw::Text(written) if written.parse::<Day>().is_ok() => {
            dates::day(problems, node, "horizon").map(Horizon::Until)
        }
        Raw::Text(_) => dates::period(problems, node, "horizon", "5 years").map(Horizon::For),
        Raw::Number(number) => {
            let years = if *number > 0.0 && number.fract() == 0.0 && *number <= 50.0 { *number } else { 5.0 };
            let (nl, en) = (format!("schrijf \"{years} jaar\""), format!("write \"{years} years\""));
            wrong_kind(
                problems,
                node,
                "horizon",
                ("een tijd of een einddatum", "a span of time or an end date"),
                (&nl, &en),
            );
            None
        }
        _ => {
            let cure = ("schrijf \"5 jaar\" of een einddatum", "write \"5 years\" or an end date");
            wrong_kind(
                problems,
                node,
                "horizon",
                ("een tijd of een einddatum", "a span of time or an end date"),
                cure,
            );
            None
        }
    }
}

/// The name of a table under the only key of a heading.
fn table_name(problems: &mut Problems, node: &Node, (heading, only): (&str, &str)) -> Option<(String, Spot)> {
    let Raw::Table(entries) = &node.raw else {
        let nl = format!("schrijf [{heading}] en daaronder {only} = \"...\"");
        let en = format!("write [{heading}] and below it {only} = \"...\"");
        wrong_kind(problems, node, heading, ("een tabel", "a table"), (&nl, &en));
        return None;
    };
    let mut found = None;
    for (key, value) in entries {
        if key.text == only {
            found = text(problems, value, only).map(|name| (name, value.spot));
        } else {
            unknown_key(problems, key, &format!("[{heading}]"), &[only]);
        }
    }
    found
}

fn rows(problems: &mut Problems, node: &Node, of_levers: bool, document: &mut Document) {
    let table = if of_levers { "levers" } else { "uncertainties" };
    let Raw::Table(entries) = &node.raw else {
        let (nl, en) = (format!("schrijf [{table}.naam]"), format!("write [{table}.name]"));
        return wrong_kind(problems, node, table, ("een tabel", "a table"), (&nl, &en));
    };
    for (key, body) in entries {
        let Some(row) = levers::find(&key.text) else {
            // What stands under an unknown name is looked at all the same: as if the name that was meant stood there.
            let meant = unknown_row(problems, key, of_levers);
            let row = meant.and_then(|meant| levers::find(meant.name));
            look(problems, row, row.map_or(of_levers, is_lever), key, body);
            continue;
        };
        document.mentioned.insert(row);
        if !belongs(problems, row, of_levers, key) {
            look(problems, Some(row), is_lever(row), key, body);
            continue;
        }
        if of_levers {
            document.levers.extend(table::lever(problems, Some(row), key, body));
        } else {
            document.uncertainties.extend(uncertainty::read(problems, Some(row), key, body));
        }
    }
}

fn is_lever(row: usize) -> bool {
    levers::declaration(row).role == Role::Lever
}

/// Tells what is wrong in a table that cannot be used.
fn look(problems: &mut Problems, row: Option<usize>, of_levers: bool, key: &Key, body: &Node) {
    if of_levers {
        table::lever(problems, row, key, body);
    } else {
        uncertainty::read(problems, row, key, body);
    }
}

/// Whether a row stands in the right table, with a complaint when it does not.
fn belongs(problems: &mut Problems, row: usize, of_levers: bool, key: &Key) -> bool {
    let declaration = levers::declaration(row);
    let is_lever = declaration.role == Role::Lever;
    if is_lever == of_levers {
        return true;
    }
    let name = declaration.name;
    let (title, help) = if is_lever {
        (
            both(
                format!("{name} is een keuze van een overheid, dus een knop"),
                format!("{name} is what a government chooses, so it is a lever"),
            ),
            both(format!("schrijf [levers.{name}]"), format!("write [levers.{name}]")),
        )
    } else {
        (
            both(
                format!("{name} kiest niemand, dus het is een onzekerheid"),
                format!("{name} is chosen by nobody, so it is an uncertainty"),
            ),
            both(
                format!("schrijf [uncertainties.{name}] met `value = ...`"),
                format!("write [uncertainties.{name}] with `value = ...`"),
            ),
        )
    };
    problems.error(codes::WRONG_TABLE, key.spot, title, none(), help);
    false
}

/// Says that there is no such lever or uncertainty, and which one was probably meant; returned when there is hardly a doubt.
pub(super) fn unknown_row(
    problems: &mut Problems,
    key: &Key,
    of_levers: bool,
) -> Option<&'static Declaration> {
    let word = quoted(&key.text);
    let (nl, en) = if of_levers { ("knop", "lever") } else { ("onzekerheid", "uncertainty") };
    let meant = suggest::rows(&key.text, of_levers);
    let list = |or: &str| {
        let names: Vec<String> =
            meant.rows.iter().map(|row| format!("`{}` ({})", row.name, row.dutch)).collect();
        match names.split_last() {
            Some((last, before)) if !before.is_empty() => format!("{} {or} {last}", before.join(", ")),
            _ => names.concat(),
        }
    };
    let help = if meant.rows.is_empty() {
        both(
            format!("`doorstroom levers --search \"{word}\"` zoekt in alle namen"),
            format!("`doorstroom levers --search \"{word}\"` searches all names"),
        )
    } else {
        both(format!("bedoelde u {}?", list("of")), format!("did you mean {}?", list("or")))
    };
    problems.error(
        codes::UNKNOWN_LEVER,
        key.spot,
        both(format!("er is geen {nl} `{word}`"), format!("there is no {en} `{word}`")),
        none(),
        help,
    );
    meant.rows.first().copied().filter(|_| meant.sure)
}

fn triggers(problems: &mut Problems, node: &Node) -> Vec<TriggerTable> {
    let Raw::List(items) = &node.raw else {
        let cure = ("schrijf [[triggers]], met dubbele haken", "write [[triggers]], with double brackets");
        wrong_kind(problems, node, "triggers", ("een lijst van tabellen", "a list of tables"), cure);
        return Vec::new();
    };
    items.iter().filter_map(|item| super::brake::read(problems, item)).collect()
}

fn unknown_top(problems: &mut Problems, key: &Key) {
    if key.text.starts_with(|c: char| c.is_ascii_digit()) && dates::meant(&key.text).is_some() {
        return problems.error(
            codes::UNKNOWN_KEY,
            key.spot,
            both("boven deze datum staat geen knop", "no lever stands above this date"),
            none(),
            both(
                "zet er een kop boven, bijvoorbeeld [levers.regular_places]",
                "put a heading above it, for example [levers.regular_places]",
            ),
        );
    }
    if let Some(row) = levers::find(&key.text) {
        let row = levers::declaration(row);
        let table = if row.role == Role::Lever { "levers" } else { "uncertainties" };
        return problems.error(
            codes::UNKNOWN_KEY,
            key.spot,
            both(
                format!("{} staat hier op de verkeerde plaats", row.name),
                format!("{} stands in the wrong place here", row.name),
            ),
            none(),
            both(format!("schrijf [{table}.{}]", row.name), format!("write [{table}.{}]", row.name)),
        );
    }
    unknown_key(problems, key, "het scenario", &KEYS);
}

/// Says that a table does not know a key, and which one was probably meant.
pub(super) fn unknown_key(problems: &mut Problems, key: &Key, table: &str, keys: &[&str]) {
    let word = quoted(&key.text);
    let list = keys.join(", ");
    let help = match suggest::word(&key.text, keys.iter().copied()) {
        Some(meant) => both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
        None => both(format!("de sleutels hier zijn {list}"), format!("the keys here are {list}")),
    };
    let english = if table == "het scenario" { "the scenario" } else { table };
    problems.error(
        codes::UNKNOWN_KEY,
        key.spot,
        both(format!("{table} kent geen sleutel `{word}`"), format!("{english} has no key `{word}`")),
        none(),
        help,
    );
}

/// The legal status of a table or a step.
pub(super) fn legal_status(problems: &mut Problems, node: &Node) -> Option<LegalStatus> {
    let place = super::value::word(problems, node, "legal_status", &LegalStatus::WORDS)?;
    Some(LegalStatus::ALL[place])
}
