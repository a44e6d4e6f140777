//! What a calibration holds its points against: published figures of some years.

use super::super::codes;
use super::super::document::unknown_key;
use super::super::library;
use super::super::problems::{Problems, Spot, both, none};
use super::super::syntax::{Node, Raw, text, wrong_kind};
use super::super::value::word;
use super::count;
use super::factor::{Factor, Levels};
use crate::diagnostic::Text;

const KEYS: [&str; 9] =
    ["years", "without", "accept", "cutoff", "discrepancy", "leave_out", "extends", "also", "also_without"];

/// Points are held against published figures, and the nearest are kept.
#[derive(Clone, PartialEq, Debug)]
pub struct Fit {
    /// First and last year of the figures.
    pub years: (i16, i16),
    /// Years between them that are not fitted to.
    pub without: Vec<i16>,
    /// How many points are kept.
    pub accept: u32,
    /// A point is ruled out by an outcome that lies further off than so many standard errors.
    pub cutoff: f64,
    /// How far the model may be off by itself, as a share of a figure, 0 to 1.
    pub discrepancy: f64,
    /// Targets that are scored and are not fitted to.
    pub leave_out: Vec<String>,
    /// What the scenario with the sets extends; nothing for the one that was fitted.
    pub extends: Option<String>,
    /// Another scenario that may draw from the sets, and the columns that mean something else there.
    pub also: Option<(String, Vec<String>)>,
}

impl Fit {
    /// Its years, in words.
    pub fn span(&self) -> Text {
        let (first, last) = self.years;
        let (mut nl, mut en) = (format!("{first} tot en met {last}"), format!("{first} to {last}"));
        if !self.without.is_empty() {
            let list = |and: &str| {
                let years: Vec<String> = self.without.iter().map(i16::to_string).collect();
                years.join(and)
            };
            nl += &format!(" zonder {}", list(" en "));
            en += &format!(" without {}", list(" and "));
        }
        Text::new(nl, en)
    }
}

/// Reads `[fit]`. A calibration moves uncertainties and multiplies levers, over ranges, since that is what a set can say.
pub(super) fn read(problems: &mut Problems, node: &Node, factors: &[(Factor, Spot)]) -> Option<Fit> {
    let Raw::Table(entries) = &node.raw else {
        let cure = (
            "schrijf [fit] en daaronder years = [2019, 2022]",
            "write [fit] and below it years = [2019, 2022]",
        );
        wrong_kind(problems, node, "fit", ("een tabel", "a table"), cure);
        return None;
    };
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "[fit]", &KEYS);
    }
    for (factor, spot) in factors {
        if factor.part().is_none() || !matches!(factor.levels, Levels::Between { .. }) {
            problems.error(
                codes::CALIBRATED,
                *spot,
                both(
                    format!("{} kan niet worden gekalibreerd", factor.name),
                    format!("{} cannot be calibrated", factor.name),
                ),
                none(),
                both(
                    "kies range = [a, b] voor een onzekerheid of times = [a, b] voor een knop",
                    "choose range = [a, b] for an uncertainty or times = [a, b] for a lever",
                ),
            );
        }
    }
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    let years = years(problems, node, field("years"));
    let without = field("without").map_or(Some(Vec::new()), |node| left_out(problems, node, years));
    let accept = match field("accept") {
        Some(node) => count(problems, node, "accept", (1, 100_000)),
        None => Some(50),
    };
    let cutoff = number(problems, field("cutoff"), "cutoff", 3.0, (0.1, 100.0));
    let discrepancy = number(problems, field("discrepancy"), "discrepancy", 0.1, (0.0, 1.0));
    let extends = field("extends").map(|node| text(problems, node, "extends"));
    let also = field("also").map(|node| text(problems, node, "also"));
    let columns: Vec<String> = factors.iter().map(|(factor, _)| factor.column()).collect();
    let also_without = field("also_without")
        .map_or(Some(Vec::new()), |node| chosen(problems, node, "also_without", &columns));
    let leave_out = field("leave_out").map_or(Some(Vec::new()), |node| targets(problems, node));
    Some(Fit {
        years: years?,
        without: without?,
        accept: u32::try_from(accept?).ok()?,
        cutoff: cutoff?,
        discrepancy: discrepancy?,
        leave_out: leave_out?,
        extends: match extends {
            Some(name) => Some(name?),
            None => None,
        },
        also: match also {
            Some(name) => Some((name?, also_without?)),
            None => None,
        },
    })
}

fn years(problems: &mut Problems, table: &Node, node: Option<&Node>) -> Option<(i16, i16)> {
    let numbers: Vec<f64> = match node.map(|node| &node.raw) {
        Some(Raw::List(items)) => items
            .iter()
            .filter_map(|item| if let Raw::Number(number) = item.raw { Some(number) } else { None })
            .collect(),
        _ => Vec::new(),
    };
    let is_year = |number: f64| number.fract() == 0.0 && (1990.0..=2100.0).contains(&number);
    match numbers[..] {
        [first, last] if is_year(first) && is_year(last) && first <= last => {
            Some((first as i16, last as i16))
        }
        _ => {
            problems.error(
                codes::RANGE,
                node.unwrap_or(table).spot,
                both(
                    "de jaren lopen van het eerste naar het laatste",
                    "the years go from the first to the last",
                ),
                none(),
                both("schrijf years = [2019, 2022]", "write years = [2019, 2022]"),
            );
            None
        }
    }
}

/// Years between the first and the last that are not fitted to.
fn left_out(problems: &mut Problems, node: &Node, years: Option<(i16, i16)>) -> Option<Vec<i16>> {
    let between = |number: f64| {
        let inside = years.is_none_or(|(first, last)| (f64::from(first)..=f64::from(last)).contains(&number));
        number.fract() == 0.0 && inside
    };
    let year = |item: &Node| match item.raw {
        Raw::Number(number) if between(number) => Some(number as i16),
        _ => None,
    };
    let list = match &node.raw {
        Raw::List(items) => items.iter().map(year).collect(),
        _ => None,
    };
    if list.is_none() {
        problems.error(
            codes::RANGE,
            node.spot,
            both(
                "without is een lijst van jaren tussen het eerste en het laatste van years",
                "without is a list of years between the first and the last of years",
            ),
            none(),
            both("schrijf without = [2020, 2021]", "write without = [2020, 2021]"),
        );
    }
    list
}

fn number(
    problems: &mut Problems,
    node: Option<&Node>,
    name: &str,
    usual: f64,
    (low, high): (f64, f64),
) -> Option<f64> {
    let Some(node) = node else { return Some(usual) };
    match node.raw {
        Raw::Number(number) if (low..=high).contains(&number) => Some(number),
        _ => {
            problems.error(
                codes::BOUNDS,
                node.spot,
                both(
                    format!("{name} is een getal van {low} tot {high}"),
                    format!("{name} is a number from {low} to {high}"),
                ),
                none(),
                both(format!("schrijf {name} = {usual}"), format!("write {name} = {usual}")),
            );
            None
        }
    }
}

/// Names of targets that are scored.
fn targets(problems: &mut Problems, node: &Node) -> Option<Vec<String>> {
    let table = library::reference("targets").unwrap_or_default();
    let names = table.lines().skip(1).filter_map(|line| line.split(',').next());
    chosen(problems, node, "leave_out", &names.map(str::to_owned).collect::<Vec<_>>())
}

/// A list of some of these names.
fn chosen(problems: &mut Problems, node: &Node, key: &str, names: &[String]) -> Option<Vec<String>> {
    let Raw::List(items) = &node.raw else {
        let first = names.first().map_or("", String::as_str);
        let cure = (format!("schrijf {key} = [\"{first}\"]"), format!("write {key} = [\"{first}\"]"));
        wrong_kind(problems, node, key, ("een lijst van namen", "a list of names"), (&cure.0, &cure.1));
        return None;
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let one = |item: &Node| word(problems, item, key, &names).map(|place| names[place].to_owned());
    items.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use crate::scenario::plan::{Fit, plan};

    const PLAN: &str = "format = 1\nname = \"t\"\nscenario = \"history\"\n[design]\nkind = \"latin_hypercube\"\npoints = 9\n\
        [levers.family_capacity]\ntimes = [0.3, 1.2]\n[uncertainties.matching_days]\nrange = [56, 300]\n";

    #[test]
    fn a_fit_says_which_years_and_how_many_are_kept() {
        let text = format!(
            "{PLAN}[fit]\nyears = [2019, 2022]\nwithout = [2020, 2021]\naccept = 4\nleave_out = [\"grants\"]\n"
        );
        let plan = plan("p.toml", text.as_bytes()).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics)).plan;
        let wanted = Fit {
            years: (2019, 2022),
            without: vec![2020, 2021],
            accept: 4,
            cutoff: 3.0,
            discrepancy: 0.1,
            leave_out: vec!["grants".to_owned()],
            extends: None,
            also: None,
        };
        let more = format!("{text}also = \"baseline\"\nalso_without = [\"times_family_capacity\"]\n");
        let more =
            super::super::plan("p.toml", more.as_bytes()).unwrap_or_else(|f| panic!("{:#?}", f.diagnostics));
        let also = more.plan.fit.and_then(|fit| fit.also);
        assert_eq!(also, Some(("baseline".to_owned(), vec!["times_family_capacity".to_owned()])));
        assert_eq!(wanted.span().nl, "2019 tot en met 2022 zonder 2020 en 2021");
        assert_eq!(plan.fit, Some(wanted));
        assert_eq!(plan.factors[0].column(), "times_family_capacity");
        assert_eq!(plan.factors[0].set(0.5), None);
    }

    #[test]
    fn years_left_out_lie_between_the_first_and_the_last() {
        for without in ["[2018]", "[2019.5]", "2020", "[\"2020\"]"] {
            let text = format!("{PLAN}[fit]\nyears = [2019, 2022]\nwithout = {without}\n");
            let failed = plan("p.toml", text.as_bytes()).expect_err(without);
            let codes: Vec<&str> = failed.diagnostics.iter().map(|d| d.code).collect();
            assert_eq!(codes, ["DS023"], "{without}");
        }
    }

    #[test]
    fn a_fit_over_what_no_set_can_say_is_refused() {
        let text = format!(
            "{}[fit]\nyears = [2022, 2019]\nleave_out = [\"grantz\"]\n",
            PLAN.replace("times = [0.3, 1.2]", "range = [10, 20]")
                .replace("matching_days", "household_sizes")
        );
        let failed = plan("p.toml", text.as_bytes()).unwrap_err();
        let codes: Vec<&str> = failed.diagnostics.iter().map(|d| d.code).collect();
        assert!(
            codes.contains(&"DS047") && codes.contains(&"DS023") && codes.contains(&"DS022"),
            "{codes:?}"
        );
    }
}
