//! Plans, of briefings and of sweeps. That of a sweep: which scenarios, which levers and uncertainties over which values and
//! dates, in which design, and what is written down of each run. A plan is TOML, read as scenarios are: all problems in one
//! pass, each with its place.

mod brief;
mod brief_template;
mod factor;
mod fit;
mod outcome;

use std::collections::BTreeMap;

pub use brief::{Brief, BriefPlanned, Shown, Variant, brief};
pub use brief_template::{BASELINE, brief_template};
pub use factor::{Factor, Levels, Subject};
pub use fit::Fit;
pub use outcome::{Measure, Take};

use super::Failed;
use super::codes;
use super::dates;
use super::document::unknown_key;
use super::problems::{Problems, both, none};
use super::syntax::{self, Node, Raw, text, wrong_kind};
use super::value::word;
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::time::Day;

const KEYS: [&str; 13] = [
    "format",
    "name",
    "name_nl",
    "scenario",
    "replications",
    "seed",
    "until",
    "thin",
    "design",
    "levers",
    "uncertainties",
    "outcomes",
    "fit",
];
const DESIGN_KEYS: [&str; 3] = ["kind", "points", "levels"];

/// How the points of a sweep lie in the space of its factors.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Every combination of levels.
    Grid,
    /// The scenario itself, and each level of each factor alone.
    OneAtATime,
    /// One point in each of as many slices of every factor (McKay, Beckman and Conover 1979).
    LatinHypercube,
    /// Owen-scrambled Sobol points, with the matrices that first-order and total indices need (Saltelli and others 2010).
    Sobol,
    /// Trajectories that move one factor at a time (Morris 1991).
    Morris,
}

impl Kind {
    /// The words of plan files, in the order of the kinds.
    pub const WORDS: [&'static str; 5] = ["grid", "one_at_a_time", "latin_hypercube", "sobol", "morris"];

    const ALL: [Kind; 5] = [Kind::Grid, Kind::OneAtATime, Kind::LatinHypercube, Kind::Sobol, Kind::Morris];

    /// The word in a plan file.
    pub const fn word(self) -> &'static str {
        Kind::WORDS[self as usize]
    }
}

/// A plan that can be carried out.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Its name for readers.
    pub title: Text,
    /// The scenarios: embedded names or paths; more than one are a factor too.
    pub scenarios: Vec<String>,
    /// Replications of each point.
    pub replications: u32,
    /// The seed, of the runs and of the design.
    pub seed: u64,
    /// The last day of every run, when it is not that of the scenario.
    pub until: Option<Day>,
    /// Every run is of a chain of one in so many; one for the whole chain.
    pub one_in: u32,
    /// The design.
    pub kind: Kind,
    /// Points of a Latin hypercube, base points of Sobol, trajectories of Morris.
    pub points: u32,
    /// Levels of a range in a grid, one at a time, or Morris.
    pub levels: u32,
    /// What varies.
    pub factors: Vec<Factor>,
    /// What is written down.
    pub measures: Vec<Measure>,
    /// The published figures that points are held against, for a calibration.
    pub fit: Option<Fit>,
}

/// A plan without errors, with its warnings and the text they point into.
#[derive(Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What the user probably meant otherwise.
    pub warnings: Vec<Diagnostic>,
    /// The text, by name.
    pub texts: BTreeMap<String, String>,
}

/// Reads a plan from the bytes of a file.
pub fn plan(name: &str, bytes: &[u8]) -> Result<Planned, Failed> {
    let mut problems = Problems::default();
    let (_, root) = syntax::read(&mut problems, name, bytes, false);
    let plan = root.and_then(|root| read(&mut problems, &root));
    let (diagnostics, texts) = problems.finish();
    match plan.filter(|_| diagnostics.iter().all(|d| d.severity != Severity::Error)) {
        Some(plan) => Ok(Planned { plan, warnings: diagnostics, texts }),
        None => Err(Failed { diagnostics, texts }),
    }
}

fn read(problems: &mut Problems, root: &Node) -> Option<Plan> {
    let Raw::Table(entries) = &root.raw else { return None };
    let top = entries.first().map_or(root.spot, |(key, _)| key.spot);
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "plan", &KEYS);
    }
    let mut lacks = |what: &str, line: &str, code: &'static str| {
        problems.error(
            code,
            top,
            both(format!("in het plan ontbreekt {what}"), format!("the plan lacks {what}")),
            none(),
            both(format!("zet erbij: {line}"), format!("add: {line}")),
        );
    };
    if field("format").is_none() {
        lacks("format", "format = 1", codes::NO_FORMAT);
    }
    for (what, line) in
        [("name", "name = \"...\""), ("[design]", "[design]\nkind = \"latin_hypercube\"\npoints = 100")]
    {
        if field(what.trim_matches(['[', ']'])).is_none() {
            lacks(what, line, codes::MISSING);
        }
    }
    if field("levers").is_none() && field("uncertainties").is_none() {
        lacks("[levers.*]", "[levers.decision_staff]\nrange = [1200, 1800]", codes::MISSING);
    }
    if field("outcomes").is_none() && field("fit").is_none() {
        let line = "[outcomes.open_cases_end]\nseries = \"open_cases\"\ntake = \"last\"";
        lacks("[outcomes.*]", line, codes::MISSING);
    }
    let name = field("name").and_then(|node| text(problems, node, "name"));
    let name_nl = field("name_nl").and_then(|node| text(problems, node, "name_nl"));
    let scenarios = match field("scenario") {
        Some(node) => scenarios(problems, node),
        None => vec!["baseline".to_owned()],
    };
    let mut whole = |name: &str, usual: u64, bounds: (u64, u64)| match field(name) {
        Some(node) => count(problems, node, name, bounds),
        None => Some(usual),
    };
    let replications = whole("replications", 10, (1, 1_000_000));
    let seed = whole("seed", 1, (0, 1 << 53));
    let thin = whole("thin", 1, (1, 100));
    let until = field("until").and_then(|node| dates::day(problems, node, "until"));
    let design = field("design").and_then(|node| design(problems, node));
    let mut factors = Vec::new();
    for (table, of_levers) in [("levers", true), ("uncertainties", false)] {
        if let Some(node) = field(table) {
            factors.extend(factor::read(problems, node, of_levers));
        }
    }
    let measures = field("outcomes").map(|node| outcome::read(problems, node)).unwrap_or_default();
    if let Some((Kind::Sobol | Kind::Morris | Kind::LatinHypercube, ..)) = design {
        factor::continuous(problems, &factors);
    }
    let fit = match field("fit") {
        Some(node) => Some(fit::read(problems, node, &factors)?),
        None => None,
    };
    let (kind, points, levels) = design?;
    let title = name?;
    Some(Plan {
        title: Text::new(name_nl.unwrap_or_else(|| title.clone()), title),
        scenarios,
        replications: u32::try_from(replications?).ok()?,
        seed: seed?,
        until,
        one_in: u32::try_from(thin?).ok()?,
        kind,
        points,
        levels,
        factors: factors.into_iter().map(|(factor, _)| factor).collect(),
        measures,
        fit,
    })
}

fn scenarios(problems: &mut Problems, node: &Node) -> Vec<String> {
    match &node.raw {
        Raw::Text(name) => vec![name.clone()],
        Raw::List(items) if !items.is_empty() => {
            items.iter().filter_map(|item| text(problems, item, "scenario")).collect()
        }
        _ => {
            let cure = ("schrijf scenario = \"baseline\"", "write scenario = \"baseline\"");
            wrong_kind(
                problems,
                node,
                "scenario",
                ("een naam of een lijst van namen", "a name or a list of names"),
                cure,
            );
            Vec::new()
        }
    }
}

/// A whole number within bounds.
fn count(problems: &mut Problems, node: &Node, name: &str, (low, high): (u64, u64)) -> Option<u64> {
    match node.raw {
        Raw::Number(number)
            if number.is_finite()
                && number.fract() == 0.0
                && number >= low as f64
                && number <= high as f64 =>
        {
            Some(number as u64)
        }
        Raw::Number(_) => {
            problems.error(
                codes::BOUNDS,
                node.spot,
                both(
                    format!("{name} is een geheel getal van {low} tot en met {high}"),
                    format!("{name} is a whole number from {low} to {high}"),
                ),
                none(),
                both(
                    format!("schrijf bijvoorbeeld {name} = {}", low.max(10)),
                    format!("write for example {name} = {}", low.max(10)),
                ),
            );
            None
        }
        _ => {
            let cure =
                (format!("schrijf {name} = {}", low.max(10)), format!("write {name} = {}", low.max(10)));
            wrong_kind(problems, node, name, ("een getal", "a number"), (&cure.0, &cure.1));
            None
        }
    }
}

fn design(problems: &mut Problems, node: &Node) -> Option<(Kind, u32, u32)> {
    let Raw::Table(entries) = &node.raw else {
        let cure =
            ("schrijf [design] en daaronder kind = \"grid\"", "write [design] and below it kind = \"grid\"");
        wrong_kind(problems, node, "design", ("een tabel", "a table"), cure);
        return None;
    };
    for (key, _) in entries.iter().filter(|(key, _)| !DESIGN_KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[design]", &DESIGN_KEYS);
    }
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    let kind = match field("kind") {
        Some(node) => Kind::ALL.get(word(problems, node, "kind", &Kind::WORDS)?).copied(),
        None => {
            problems.error(
                codes::MISSING,
                node.spot,
                both("het ontwerp heeft geen soort", "the design has no kind"),
                none(),
                both("zet erbij: kind = \"latin_hypercube\"", "add: kind = \"latin_hypercube\""),
            );
            None
        }
    };
    let mut whole = |name: &str, usual: u64, bounds: (u64, u64)| match field(name) {
        Some(node) => count(problems, node, name, bounds),
        None => Some(usual),
    };
    let points = whole("points", 100, (1, 10_000_000));
    let levels = whole("levels", 4, (2, 1_000));
    Some((kind?, u32::try_from(points?).ok()?, u32::try_from(levels?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
format = 1
name = "Officers and dwellings"
scenario = "baseline"
replications = 4
until = 2027-12-31

[design]
kind = "grid"
levels = 3

[levers.decision_staff]
from = 2027-01-01
range = [1200, 1800]

[levers.court_growth]
values = [0.05, 0.10]

[levers.family_held_share]
value = 1.0
dates = [2026-06-12, 2027-06-12, "never"]

[uncertainties.appeal_share]

[outcomes.open_end]
series = "open_cases"
take = "last"

[outcomes.full]
series = "reception_need"
take = "first_above"
level = 75000
"#;

    #[test]
    fn a_plan_says_what_varies_and_what_is_written_down() {
        let plan = plan("plan.toml", GOOD.as_bytes()).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics)).plan;
        assert_eq!((plan.kind, plan.levels, plan.replications, plan.factors.len()), (Kind::Grid, 3, 4, 4));
        let counts: Vec<usize> = plan.factors.iter().map(|factor| factor.levels.count(plan.levels)).collect();
        assert_eq!(counts, [3, 2, 3, 3]);
        assert_eq!(plan.factors[0].set(0.5).unwrap(), "decision_staff=1500@2027-01-01");
        assert_eq!(plan.factors[2].set(0.0).unwrap(), "family_held_share=1.0@2026-06-12");
        assert_eq!(plan.factors[2].set(0.999), None);
        assert!(plan.factors[3].set(0.25).unwrap().starts_with("appeal_share="));
        assert_eq!(plan.measures.len(), 2);
    }

    #[test]
    fn everything_that_is_wrong_with_a_plan_is_told_at_once() {
        let text = GOOD
            .replace("kind = \"grid\"", "kind = \"gird\"")
            .replace("[1200, 1800]", "[1800, 1200]")
            .replace("[0.05, 0.10]", "[0.05, 3000]")
            .replace("\"open_cases\"", "\"open_case\"")
            .replace("replications = 4", "replications = 0")
            .replace("appeal_share", "apeal_share");
        let failed = plan("plan.toml", text.as_bytes()).unwrap_err();
        let lines: Vec<usize> = failed.diagnostics.iter().filter_map(|d| d.line(&failed.texts)).collect();
        let line = |part: &str| 1 + text.lines().position(|line| line.contains(part)).unwrap();
        for part in ["gird", "[1800, 1200]", "3000", "\"open_case\"", "replications = 0", "apeal_share"] {
            assert!(lines.contains(&line(part)), "{part}: {:#?}", failed.diagnostics);
        }
        assert!(failed.diagnostics.iter().all(|d| d.help.is_some()));
    }
}
