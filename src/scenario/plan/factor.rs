//! What varies in a plan: the value of a lever or an uncertainty, or the date of a lever's step.

use super::super::calibrated;
use super::super::codes;
use super::super::dates;
use super::super::document::{unknown_key, unknown_row};
use super::super::number::show;
use super::super::problems::{Problems, Spot, both, none};
use super::super::syntax::{Node, Raw, wrong_kind};
use super::super::value;
use crate::policy::{Declaration, Kind, Part, Role, levers};
use crate::time::{Day, Days};

const LEVER_KEYS: [&str; 7] = ["from", "value", "values", "range", "times", "dates", "date_range"];
const UNCERTAINTY_KEYS: [&str; 2] = ["values", "range"];

/// What a factor moves.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A lever's value, from a day on or from the start.
    Value(Option<Day>),
    /// The date of a lever's step.
    Date,
    /// Every step of a lever, multiplied.
    Times,
    /// An uncertainty, which is held at the value instead of being drawn.
    Held,
}

/// The values that a factor takes.
#[derive(Clone, PartialEq, Debug)]
pub enum Levels {
    /// These, as a scenario writes them. `None` leaves the scenario as it is.
    Listed(Vec<Option<String>>),
    /// Numbers between two bounds; whole ones only, where the kind asks for that.
    Between {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
        /// Whether only whole numbers are taken.
        whole: bool,
    },
    /// Days between two, both included.
    Days(Day, Day),
}

impl Levels {
    /// How many levels there are in a grid.
    pub const fn count(&self, levels: u32) -> usize {
        match self {
            Levels::Listed(list) => list.len(),
            Levels::Between { .. } | Levels::Days(..) => levels as usize,
        }
    }

    /// Where in a grid the levels lie, between 0 and 1.
    pub fn at(&self, place: usize, levels: u32) -> f64 {
        match self {
            // The middle of each part, so that no rounding moves it to a neighbour.
            Levels::Listed(list) => (place as f64 + 0.5) / list.len() as f64,
            Levels::Between { .. } | Levels::Days(..) => place as f64 / f64::from(levels - 1),
        }
    }
}

/// One of the things that vary.
#[derive(Clone, PartialEq, Debug)]
pub struct Factor {
    /// The name of the lever or the uncertainty.
    pub name: &'static str,
    /// What of it varies.
    pub subject: Subject,
    /// For dates: the value from the day on.
    pub value: String,
    /// Over which values.
    pub levels: Levels,
}

impl Factor {
    /// The heading of its column.
    pub fn column(&self) -> String {
        match self.subject {
            Subject::Date => format!("{}@", self.name),
            Subject::Times => Part::Times.heading(self.name),
            Subject::Value(_) | Subject::Held => self.name.to_owned(),
        }
    }

    /// The row of the catalogue and how a set speaks of it, where it can.
    pub fn part(&self) -> Option<(usize, Part)> {
        let part = match self.subject {
            Subject::Times => Part::Times,
            Subject::Held => Part::Value,
            Subject::Value(_) | Subject::Date => return None,
        };
        let row = levers::find(self.name)?;
        calibrated::can(levers::declaration(row), part).then_some((row, part))
    }

    /// The value at a place between 0 and 1, as a scenario writes it; `None` leaves the scenario as it is.
    pub fn written(&self, place: f64) -> Option<String> {
        match &self.levels {
            Levels::Listed(list) => {
                let n = (place * list.len() as f64) as usize;
                list[n.min(list.len() - 1)].clone()
            }
            Levels::Between { low, high, whole } => {
                let number = low + place * (high - low);
                Some(show(if *whole { number.round() } else { number }))
            }
            Levels::Days(first, last) => {
                let days = f64::from((*last - *first).0);
                Some((*first + Days((place * days).round() as i32)).to_string())
            }
        }
    }

    /// The same as a setting of the command line; nothing for what multiplies, since that is no setting.
    pub fn set(&self, place: f64) -> Option<String> {
        let written = self.written(place)?;
        Some(match self.subject {
            Subject::Times => return None,
            Subject::Value(Some(day)) => format!("{}={written}@{day}", self.name),
            Subject::Value(None) | Subject::Held => format!("{}={written}", self.name),
            Subject::Date => format!("{}={}@{written}", self.name, self.value),
        })
    }
}

/// Reads the factors of a table, with the places where they stand. One that is wrong has had its complaint and is left out.
pub(super) fn read(problems: &mut Problems, node: &Node, of_levers: bool) -> Vec<(Factor, Spot)> {
    let table = if of_levers { "levers" } else { "uncertainties" };
    let Raw::Table(entries) = &node.raw else {
        let (nl, en) = (format!("schrijf [{table}.naam]"), format!("write [{table}.name]"));
        wrong_kind(problems, node, table, ("een tabel", "a table"), (&nl, &en));
        return Vec::new();
    };
    let mut factors = Vec::new();
    for (key, body) in entries {
        let Some(row) = levers::find(&key.text) else {
            unknown_row(problems, key, of_levers);
            continue;
        };
        let declaration = levers::declaration(row);
        if (declaration.role == Role::Lever) != of_levers {
            let right = if of_levers { "uncertainties" } else { "levers" };
            problems.error(
                codes::WRONG_TABLE,
                key.spot,
                both(
                    format!("{} hoort onder [{right}]", declaration.name),
                    format!("{} belongs under [{right}]", declaration.name),
                ),
                none(),
                both(
                    format!("schrijf [{right}.{}]", declaration.name),
                    format!("write [{right}.{}]", declaration.name),
                ),
            );
        }
        let Raw::Table(fields) = &body.raw else {
            let (nl, en) = (
                format!("schrijf [{table}.{}]", declaration.name),
                format!("write [{table}.{}]", declaration.name),
            );
            wrong_kind(problems, body, declaration.name, ("een tabel", "a table"), (&nl, &en));
            continue;
        };
        let known: &[&str] = if of_levers { &LEVER_KEYS } else { &UNCERTAINTY_KEYS };
        for (key, _) in fields.iter().filter(|(key, _)| !known.contains(&key.text.as_str())) {
            unknown_key(problems, key, declaration.name, known);
        }
        let field = |name: &str| fields.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
        let found = match of_levers {
            true => lever(problems, declaration, key.spot, &field),
            false => uncertainty(problems, declaration, key.spot, &field),
        };
        factors.extend(found.map(|factor| (factor, key.spot)));
    }
    factors
}

fn lever<'n>(
    problems: &mut Problems,
    row: &'static Declaration,
    at: Spot,
    field: &dyn Fn(&str) -> Option<&'n Node>,
) -> Option<Factor> {
    let from = match field("from") {
        Some(node) => Some(dates::day(problems, node, "from")?),
        None => None,
    };
    let ways =
        ["values", "range", "times", "dates", "date_range"].map(|name| field(name).map(|node| (name, node)));
    let mut ways = ways.into_iter().flatten();
    let (Some((name, node)), None) = (ways.next(), ways.next()) else {
        let ways = "values = [...], range = [a, b], times = [a, b], dates = [...], date_range = [a, b]";
        not_one_way(problems, row, at, ways);
        return None;
    };
    if name == "times" {
        let levels = times(problems, row, node)?;
        return Some(Factor { name: row.name, subject: Subject::Times, value: String::new(), levels });
    }
    if name == "values" || name == "range" {
        let levels =
            if name == "values" { listed(problems, row, node) } else { between(problems, row, node) };
        return Some(Factor {
            name: row.name,
            subject: Subject::Value(from),
            value: String::new(),
            levels: levels?,
        });
    }
    let value = match field("value") {
        Some(node) => {
            value::read(problems, row, node)?;
            problems.written(node.spot).to_owned()
        }
        None => {
            problems.error(
                codes::MISSING,
                at,
                both(
                    format!("welke waarde {} vanaf de datum krijgt, staat er niet", row.name),
                    format!("which value {} takes from the date on is not said", row.name),
                ),
                none(),
                both("zet erbij: value = ...", "add: value = ..."),
            );
            return None;
        }
    };
    let levels = if name == "dates" { dated(problems, node) } else { days(problems, node) };
    Some(Factor { name: row.name, subject: Subject::Date, value, levels: levels? })
}

fn uncertainty<'n>(
    problems: &mut Problems,
    row: &'static Declaration,
    at: Spot,
    field: &dyn Fn(&str) -> Option<&'n Node>,
) -> Option<Factor> {
    let levels = match (field("values"), field("range")) {
        (Some(node), None) => listed(problems, row, node),
        (None, Some(node)) => between(problems, row, node),
        // Without a word: what the catalogue allows, which is wide; the plan's own range is better.
        (None, None) => usual(problems, row, at),
        (Some(_), Some(_)) => {
            not_one_way(problems, row, at, "values = [...], range = [a, b]");
            None
        }
    };
    Some(Factor { name: row.name, subject: Subject::Held, value: String::new(), levels: levels? })
}

fn usual(problems: &mut Problems, row: &Declaration, at: Spot) -> Option<Levels> {
    match (row.kind.keys(), baseline_range(row.name)) {
        (None, Some((low, high))) => Some(Levels::Between { low, high, whole: whole(row) }),
        _ => {
            not_one_way(problems, row, at, "values = [...], range = [a, b]");
            None
        }
    }
}

/// The range of an uncertainty in the baseline.
fn baseline_range(name: &str) -> Option<(f64, f64)> {
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    let request = super::super::Request { scenario: "baseline", sets: &[], files: &files };
    let scenario = super::super::read(&request).ok()?.scenario;
    scenario.values.iter().find(|value| levers::declaration(value.index).name == name)?.range
}

fn not_one_way(problems: &mut Problems, row: &Declaration, at: Spot, ways: &str) {
    problems.error(
        codes::MISSING,
        at,
        both(
            format!("{} varieert op één manier: {ways}", row.name),
            format!("{} varies in one way: {ways}", row.name),
        ),
        none(),
        both("schrijf bijvoorbeeld range = [a, b]", "write for example range = [a, b]"),
    );
}

/// Whether only whole numbers make sense.
const fn whole(row: &Declaration) -> bool {
    matches!(row.kind, Kind::Count | Kind::Days | Kind::Minutes)
}

fn listed(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Levels> {
    let Raw::List(items) = &node.raw else {
        wrong_kind(
            problems,
            node,
            "values",
            ("een lijst", "a list"),
            ("schrijf values = [1, 2]", "write values = [1, 2]"),
        );
        return None;
    };
    // Each of them is looked at, for all problems are told at once.
    let wrong = items.iter().filter(|item| value::read(problems, row, item).is_none()).count();
    if items.is_empty() {
        not_one_way(problems, row, node.spot, "values = [...]");
    }
    (wrong == 0 && !items.is_empty()).then(|| {
        Levels::Listed(items.iter().map(|item| Some(problems.written(item.spot).to_owned())).collect())
    })
}

fn between(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Levels> {
    let numbers: Vec<f64> = match &node.raw {
        Raw::List(items) if row.kind.keys().is_none() => items
            .iter()
            .filter(|item| value::read(problems, row, item).is_some())
            .filter_map(|item| if let Raw::Number(number) = item.raw { Some(number) } else { None })
            .collect(),
        _ => Vec::new(),
    };
    match numbers[..] {
        [low, high] if low < high => Some(Levels::Between { low, high, whole: whole(row) }),
        _ => {
            problems.error(
                codes::RANGE,
                node.spot,
                both(
                    format!("{} krijgt een bandbreedte van laag naar hoog", row.name),
                    format!("{} takes a range from low to high", row.name),
                ),
                none(),
                both(
                    "schrijf range = [laag, hoog]; een waarde met sleutels varieert met values = [...]",
                    "write range = [low, high]; a keyed value varies with values = [...]",
                ),
            );
            None
        }
    }
}

/// What a lever is multiplied by: two numbers from nought on.
fn times(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Levels> {
    let Raw::List(items) = &node.raw else { return refused(problems, row, node) };
    let numbers: Vec<f64> = items
        .iter()
        .filter_map(|item| if let Raw::Number(number) = item.raw { Some(number) } else { None })
        .collect();
    match numbers[..] {
        [low, high] if 0.0 <= low && low < high && high <= 1_000.0 && calibrated::can(row, Part::Times) => {
            Some(Levels::Between { low, high, whole: false })
        }
        _ => refused(problems, row, node),
    }
}

fn refused(problems: &mut Problems, row: &Declaration, node: &Node) -> Option<Levels> {
    problems.error(
        codes::RANGE,
        node.spot,
        both(
            format!("{} kan niet zo worden vermenigvuldigd", row.name),
            format!("{} cannot be multiplied in this way", row.name),
        ),
        none(),
        both(
            "schrijf times = [0.5, 1.5]; alleen voor getallen",
            "write times = [0.5, 1.5]; for numbers only",
        ),
    );
    None
}

fn dated(problems: &mut Problems, node: &Node) -> Option<Levels> {
    let Raw::List(items) = &node.raw else {
        let cure = ("schrijf dates = [2027-01-01, \"never\"]", "write dates = [2027-01-01, \"never\"]");
        wrong_kind(problems, node, "dates", ("een lijst van dagen", "a list of days"), cure);
        return None;
    };
    let mut list = Vec::new();
    for item in items {
        match &item.raw {
            Raw::Text(word) if word == "never" || word == "nooit" => list.push(None),
            _ => list.push(Some(dates::day(problems, item, "dates")?.to_string())),
        }
    }
    (!list.is_empty()).then_some(Levels::Listed(list))
}

fn days(problems: &mut Problems, node: &Node) -> Option<Levels> {
    if let Raw::List(items) = &node.raw
        && let [first, last] = items.as_slice()
    {
        let (first, last) =
            (dates::day(problems, first, "date_range")?, dates::day(problems, last, "date_range")?);
        if first < last {
            return Some(Levels::Days(first, last));
        }
    }
    problems.error(
        codes::DISORDER,
        node.spot,
        both(
            "een bandbreedte van dagen loopt van vroeg naar laat",
            "a range of days goes from early to late",
        ),
        none(),
        both("schrijf date_range = [2026-06-12, 2028-06-12]", "write date_range = [2026-06-12, 2028-06-12]"),
    );
    None
}

/// Warns of lists in a design that samples ranges: their values are as likely as there are many of them, and an index
/// takes them in order.
pub(super) fn continuous(problems: &mut Problems, factors: &[(Factor, Spot)]) {
    for (factor, spot) in factors {
        if matches!(&factor.levels, Levels::Listed(list) if list.len() == 1) {
            problems.warning(
                codes::NO_EFFECT,
                *spot,
                both(
                    format!("{} heeft maar één waarde en varieert niet", factor.name),
                    format!("{} has one value only and does not vary", factor.name),
                ),
                none(),
                both("geef meer waarden of een bandbreedte", "give more values or a range"),
            );
        }
    }
}
