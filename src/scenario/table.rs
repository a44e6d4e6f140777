//! The tables of a document: what it says of one lever or one uncertainty.

use super::codes;
use super::comments;
use super::dates::{self, Period};
use super::document::{legal_status, unknown_key};
use super::number;
use super::problems::{Problems, Spot, both, none, quoted};
use super::scenario::LegalStatus;
use super::status::{SOURCE, STATUS, lapse, unsourced};
use super::syntax::{Key, Node, Raw, text, wrong_kind};
use super::value::{self, Partial};
use crate::policy::{Binds, Declaration, Grade, Moment, Shape, levers};
use crate::time::Day;

/// A value as written, with what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// First day; nothing for `initial` and for uncertainties.
    pub(super) from: Option<Day>,
    pub(super) spot: Spot,
    pub(super) values: Partial,
    pub(super) source: Option<String>,
    /// The source in Dutch.
    pub(super) source_nl: Option<String>,
    pub(super) status: Option<LegalStatus>,
    /// The first day on which it is law no longer.
    pub(super) lapsed_on: Option<Day>,
}

impl Written {
    /// A value of which nothing is said.
    pub(super) fn new(from: Option<Day>, spot: Spot, values: Partial) -> Written {
        Written { from, spot, values, source: None, source_nl: None, status: None, lapsed_on: None }
    }
}

/// What a text says of a lever.
#[derive(Debug)]
pub(super) struct LeverTable {
    pub(super) row: usize,
    pub(super) key: Spot,
    pub(super) initial: Option<Written>,
    /// In ascending order of day, no two on one day.
    pub(super) steps: Vec<Written>,
    pub(super) never: Option<Spot>,
    pub(super) shift: Option<(Period, Spot)>,
    pub(super) binds: Option<Binds>,
    pub(super) source: Option<String>,
    /// The source in Dutch.
    pub(super) source_nl: Option<String>,
    pub(super) status: Option<LegalStatus>,
    pub(super) lapsed_on: Option<Day>,
    /// Whether every line of it was understood.
    pub(super) sound: bool,
}

/// What a text says of an uncertainty.
#[derive(Debug)]
pub(super) struct UncertaintyTable {
    pub(super) row: usize,
    pub(super) key: Spot,
    pub(super) value: Option<Written>,
    pub(super) range: Option<((f64, f64), Spot)>,
    /// Whether the value is to be held, whatever range was inherited.
    pub(super) held: bool,
    pub(super) shape: Option<Shape>,
    pub(super) source: Option<String>,
    pub(super) grade: Option<Grade>,
    pub(super) sound: bool,
}

/// What a text says of a trigger.
#[derive(Debug)]
pub(super) struct TriggerTable {
    pub(super) row: usize,
    pub(super) value: Written,
    pub(super) when: crate::policy::Condition,
    pub(super) until: Option<crate::policy::Condition>,
}

const LEVER_KEYS: [&str; 8] =
    ["initial", "never", "shift", "binds", "source", "source_nl", "legal_status", "lapsed_on"];

/// Reads `[levers.name]`; of an unknown lever with no row, whose table is good for nothing but to tell what is wrong in it.
pub(super) fn lever(
    problems: &mut Problems,
    row: Option<usize>,
    key: &Key,
    body: &Node,
) -> Option<LeverTable> {
    let declaration = row.map(levers::declaration);
    let name = &declaration.map_or_else(|| quoted(&key.text), |row| row.name.to_string());
    let Raw::Table(entries) = &body.raw else {
        let written = quoted(problems.written(body.spot));
        let nl = format!("schrijf [levers.{name}] en daaronder een datum: 2027-01-01 = {written}");
        let en = format!("write [levers.{name}] and below it a date: 2027-01-01 = {written}");
        wrong_kind(problems, body, name, ("een tabel met data", "a table with dates"), (&nl, &en));
        return None;
    };
    let mut table = LeverTable {
        row: row.unwrap_or(usize::MAX),
        key: key.spot,
        initial: None,
        steps: Vec::new(),
        never: None,
        shift: None,
        binds: None,
        source: None,
        source_nl: None,
        status: None,
        lapsed_on: None,
        sound: true,
    };
    let mut said = [None; 2];
    let mut days = Vec::new();
    for (key, node) in entries {
        let sound = match key.text.as_str() {
            "initial" => {
                table.initial = step(problems, declaration, None, key, node);
                table.initial.is_some()
            }
            "never" => {
                table.never = never(problems, node);
                table.never.is_some()
            }
            "shift" => {
                table.shift = dates::period(problems, node, "shift", "6 months").map(|p| (p, node.spot));
                table.shift.is_some()
            }
            "binds" => {
                table.binds = binds(problems, node);
                table.binds.is_some()
            }
            "source" => {
                table.source = text(problems, node, "source");
                true
            }
            "source_nl" => {
                table.source_nl = text(problems, node, "source_nl");
                true
            }
            "legal_status" => {
                table.status = legal_status(problems, node);
                said[0] = Some(node.spot);
                table.status.is_some()
            }
            "lapsed_on" => {
                table.lapsed_on = dates::day(problems, node, "lapsed_on");
                said[1] = Some(node.spot);
                table.lapsed_on.is_some()
            }
            _ => dated(problems, (declaration, name), key, node, (&mut table, &mut days)),
        };
        table.sound &= sound;
    }
    if table.sound {
        lapse(problems, said, table.status, table.lapsed_on);
    }
    let silent = table.initial.is_none() && table.steps.is_empty() && table.never.is_none();
    if table.sound && silent && table.shift.is_none() && table.binds.is_none() {
        no_value(problems, (declaration, name), key);
        table.sound = false;
    }
    order(problems, &days, &mut table);
    if table.sound {
        let steps = || table.initial.iter().chain(&table.steps);
        let every = |says: fn(&Written) -> bool| steps().next().is_some() && steps().all(says);
        let no_source = table.source.is_none() && !every(|step| step.source.is_some());
        let no_status = table.status.is_none() && !every(|step| step.status.is_some());
        unsourced(problems, key.spot, name, [no_source.then_some(SOURCE), no_status.then_some(STATUS)]);
    }
    if let (Some(spot), false) = (table.never, table.steps.is_empty()) {
        problems.error(
            codes::NEVER,
            spot,
            both(
                format!("never = true bij {name} staat naast eigen stappen"),
                format!("never = true of {name} stands beside steps of its own"),
            ),
            none(),
            both(
                "laat never weg: eigen stappen vervangen al wat er na hun eerste datum gold",
                "leave out never: own steps already replace what held from their first date on",
            ),
        );
    }
    Some(table)
}

/// A key that is a date, or should have been.
fn dated(
    problems: &mut Problems,
    (row, name): (Option<&Declaration>, &str),
    key: &Key,
    node: &Node,
    (table, days): (&mut LeverTable, &mut Vec<(Day, Spot)>),
) -> bool {
    if !key.text.starts_with(|c: char| c.is_ascii_digit()) {
        if key.text == "value" {
            let written = quoted(problems.written(node.spot));
            problems.error(
                codes::UNKNOWN_KEY,
                key.spot,
                both(
                    "de waarde van een knop staat achter een datum",
                    "the value of a lever stands behind a date",
                ),
                none(),
                both(
                    format!("schrijf 2027-01-01 = {written} of initial = {written}"),
                    format!("write 2027-01-01 = {written} or initial = {written}"),
                ),
            );
        } else {
            unknown_key(problems, key, &format!("[levers.{name}]"), &LEVER_KEYS);
        }
        return false;
    }
    if let Some((text, spot)) = dotted(key, node) {
        dates::not_a_date(problems, spot, &text);
        return false;
    }
    let day = dates::day_of(problems, &key.text, key.spot);
    days.extend(day.map(|day| (day, key.spot)));
    match (step(problems, row, day, key, node), day) {
        (Some(step), Some(_)) => {
            table.steps.push(step);
            true
        }
        _ => false,
    }
}

/// A date with points, `01.07.2027`, which TOML takes for tables within tables.
fn dotted(key: &Key, node: &Node) -> Option<(String, Spot)> {
    let (mut text, mut spot, mut node) = (key.text.clone(), key.spot, node);
    while let Raw::Table(entries) = &node.raw
        && let [(next, under)] = entries.as_slice()
        && next.text.bytes().all(|b| b.is_ascii_digit())
        && key.text.len() <= 4
    {
        text = format!("{text}.{}", next.text);
        spot.end = spot.end.max(next.spot.end);
        node = under;
    }
    (text != key.text && dates::meant(&text).is_some()).then_some((text, spot))
}

/// A value with, perhaps, a source and a status of its own.
fn step(
    problems: &mut Problems,
    row: Option<&Declaration>,
    from: Option<Day>,
    key: &Key,
    node: &Node,
) -> Option<Written> {
    let mut step = Written::new(from, key.spot, Vec::new());
    let own = ["value", "source", "source_nl", "legal_status", "lapsed_on"];
    let entries = match &node.raw {
        Raw::Table(entries) if entries.iter().any(|(k, _)| own.contains(&k.text.as_str())) => entries,
        _ => {
            step.values = value::of(problems, row, node)?;
            return Some(step);
        }
    };
    let mut values = None;
    let mut said = [None; 2];
    for (key, node) in entries {
        match key.text.as_str() {
            "value" => values = Some(value::of(problems, row, node)),
            "source" => step.source = text(problems, node, "source"),
            "source_nl" => step.source_nl = text(problems, node, "source_nl"),
            "legal_status" => {
                step.status = legal_status(problems, node);
                said[0] = step.status.map(|_| node.spot);
            }
            "lapsed_on" => {
                step.lapsed_on = dates::day(problems, node, "lapsed_on");
                said[1] = step.lapsed_on.map(|_| node.spot);
            }
            _ => unknown_key(problems, key, row.map_or("een stap", |row| row.name), &own),
        }
    }
    lapse(problems, said, step.status, step.lapsed_on);
    if values.is_none() {
        let example = row.map_or("...".into(), number::example);
        problems.error(
            codes::MISSING,
            key.spot,
            both("deze stap heeft geen waarde", "this step has no value"),
            none(),
            both(
                format!("schrijf {{ value = {example}, source = \"...\" }}"),
                format!("write {{ value = {example}, source = \"...\" }}"),
            ),
        );
    }
    step.values = values??;
    Some(step)
}

/// Says that a table gives its lever no value, and where one was left behind `#`.
fn no_value(problems: &mut Problems, (row, name): (Option<&Declaration>, &str), key: &Key) {
    if let Some((line, value)) = comments::commented_value(problems, key.spot) {
        let value = quoted(&value);
        return problems.error(
            codes::COMMENTED,
            key.spot,
            both(
                format!("[levers.{name}] heeft geen waarde: die staat nog achter # op regel {line}"),
                format!("[levers.{name}] has no value: it is still behind # on line {line}"),
            ),
            none(),
            both(
                format!("haal # weg voor `{value}` (regel {line}), of zet # voor de kop"),
                format!("take away # before `{value}` (line {line}), or put # before the heading"),
            ),
        );
    }
    let example = row.map_or("...".into(), number::example);
    problems.error(
        codes::MISSING,
        key.spot,
        both(
            format!("onder [levers.{name}] staat geen waarde"),
            format!("[levers.{name}] has no value below it"),
        ),
        none(),
        both(
            format!("zet er een regel bij: 2027-01-01 = {example}"),
            format!("add a line: 2027-01-01 = {example}"),
        ),
    );
}

fn never(problems: &mut Problems, node: &Node) -> Option<Spot> {
    if let Raw::Truth(true) = node.raw {
        return Some(node.spot);
    }
    wrong_kind(
        problems,
        node,
        "never",
        ("true", "true"),
        ("schrijf never = true, of laat de regel weg", "write never = true, or leave the line out"),
    );
    None
}

fn binds(problems: &mut Problems, node: &Node) -> Option<Binds> {
    let mut words = vec!["today"];
    words.extend(Moment::WORDS);
    let place = value::word(problems, node, "binds", &words)?;
    Binds::from_word(words[place])
}

/// Complains about dates out of order or given twice, and puts the steps in order.
fn order(problems: &mut Problems, days: &[(Day, Spot)], table: &mut LeverTable) {
    for pair in days.windows(2) {
        let ((before, _), (after, spot)) = (pair[0], pair[1]);
        if before == after {
            problems.error(
                codes::DUPLICATE,
                spot,
                both(format!("{after} staat er twee keer"), format!("{after} stands here twice")),
                none(),
                both("laat er één staan", "keep one of the two"),
            );
        } else if after < before {
            problems.error(
                codes::DISORDER,
                spot,
                both(format!("{after} staat onder {before}"), format!("{after} stands below {before}")),
                both("de data lopen op", "dates ascend"),
                both("zet de oudste datum bovenaan", "put the oldest date first"),
            );
        }
    }
    table.steps.sort_by_key(|s| s.from);
    table.steps.dedup_by_key(|s| s.from);
}
