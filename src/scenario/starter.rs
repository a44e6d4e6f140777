//! Scenarios to begin with: a commented copy that extends another, and a complete one from nothing.

use std::fmt::Write as _;

use super::scenario::Scenario;
use super::value::{self, show};
use super::{Request, library, read};
use crate::diagnostic::Language;
use crate::policy::{Declaration, Kind, Role, estimate, levers, unit};

/// How many levers a starter shows.
const SHOWN: usize = 10;

/// A commented scenario that extends the named one (an embedded name, or a path), with the commonest levers in it as
/// they are now: what the assignment letter asks for first.
pub fn starter(name: &str, language: Language) -> String {
    let say = |nl: &'static str, en: &'static str| match language {
        Language::Nl => nl,
        Language::En => en,
    };
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    let scenario =
        read(&Request { scenario: name, sets: &[], files: &files }).ok().map(|checked| checked.scenario);
    let title = library::entries().iter().find(|e| e.name == name).map_or(name, |e| match language {
        Language::Nl => e.title_nl,
        Language::En => e.title,
    });
    let start = scenario.as_ref().map_or("2027-01-01".to_string(), |s| s.start.plus_months(12).to_string());
    let mut page = String::new();
    let _ = write!(
        page,
        "{}\nformat = 1\nname = {:?}\n# description = \"...\"\nextends = {name:?}\n# horizon = \"{}\"\n\n{}\n",
        say(
            "# Een eigen scenario. Haal # weg voor de regels van wat u wilt veranderen, en kijk na met:\n\
             #   doorstroom check mijn-scenario.toml",
            "# A scenario of your own. Take away # before the lines of what you want to change, and check it with:\n\
             #   doorstroom check my-scenario.toml",
        ),
        format!("{} {title}", say("Variant op", "Variant of")),
        say("5 jaar", "5 years"),
        say(
            "# Onder een knop staat vanaf welke dag welke waarde geldt; wat daarvoor gold, blijft.\n\
             # legal_status is in_force, adopted, bill, announced, lapsed, factual, hypothetical of unknown; een wat-als is\n\
             # hypothetical. source mag \"assumption\" zijn.",
            "# Under a lever stands from which day on which value holds; what held before, stays.\n\
             # legal_status is in_force, adopted, bill, announced, lapsed, factual, hypothetical or unknown; a what-if is\n\
             # hypothetical. source may be \"assumption\".",
        ),
    );
    let asked = |letter: bool| {
        move |(_, d): &(usize, &Declaration)| d.role == Role::Lever && d.letter.is_empty() != letter
    };
    let rows = || levers::all().enumerate();
    for (index, row) in rows().filter(asked(true)).chain(rows().filter(asked(false))).take(SHOWN) {
        lever(&mut page, index, row, scenario.as_ref(), &start, language);
    }
    page.push_str(say(
        "\n# Alle knoppen, met bandbreedte en bron: doorstroom levers\n",
        "\n# All levers, with range and source: doorstroom levers\n",
    ));
    page
}

fn lever(
    page: &mut String,
    index: usize,
    row: &Declaration,
    scenario: Option<&Scenario>,
    start: &str,
    language: Language,
) {
    let dutch = language == Language::Nl;
    let (low, high) = value::bounds(row, row.kind.inner());
    let now = scenario.map(|s| value::written(row, s.policy.timeline(index).at(s.start)));
    let bounds = match row.kind {
        Kind::Choice(words) | Kind::Set(words) => {
            format!("{} {}", if dutch { "keuze uit" } else { "one of" }, words.join(", "))
        }
        Kind::Switch => if dutch { "true of false" } else { "true or false" }.to_string(),
        Kind::Share
        | Kind::Count
        | Kind::Minutes
        | Kind::Days
        | Kind::Money
        | Kind::Rate
        | Kind::ByNationality(_)
        | Kind::Mix(_)
        | Kind::Curve(_) => {
            let (to, unit) = if dutch { ("tot", unit::dutch(row.unit)) } else { ("to", row.unit) };
            format!("{} {to} {}, {unit}", show(low), show(high))
        }
    };
    let about = if dutch {
        format!("{}: {}", capital(row.dutch), row.dutch_says)
    } else {
        row.says.trim().to_string()
    };
    let _ = write!(page, "\n# {about}\n# {bounds}");
    if let Some(now) = &now {
        let _ = write!(page, "; {} {now}", if dutch { "nu" } else { "now" });
    }
    let example = now.unwrap_or_else(|| value::example(row));
    let _ = write!(
        page,
        "\n# [levers.{}]\n# {start} = {example}\n# source = \"assumption\"\n# legal_status = \"hypothetical\"\n",
        row.name
    );
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A complete scenario from nothing, in which every lever and uncertainty has the least remarkable value that its
/// declaration allows. It extends nothing, so it is what tests stand on.
pub fn template() -> String {
    let mut page = String::from(
        "format = 1\nname = \"Template\"\nstart = 2026-01-01\nhorizon = \"5 years\"\ndata_date = 2026-11-23\n",
    );
    for row in levers::all() {
        let value = value::written(row, &least(row));
        let _ = match row.role {
            Role::Lever => write!(
                page,
                "\n[levers.{}]\ninitial = {value}\nsource = \"assumption\"\nlegal_status = \"in_force\"\n",
                row.name
            ),
            Role::Uncertainty | Role::Behaviour => {
                write!(
                    page,
                    "\n[uncertainties.{}]\nvalue = {value}\nsource = \"assumption\"\ngrade = \"C\"\n",
                    row.name
                )
            }
        };
    }
    page
}

/// One where it may be one, else the nearest bound; a mix is even, a choice its first word.
fn least(row: &Declaration) -> Vec<f64> {
    let width = row.kind.width();
    let (low, high) = value::bounds(row, row.kind.inner());
    match row.kind {
        Kind::Mix(_) => vec![1.0 / width as f64; width],
        Kind::Choice(_) | Kind::Set(_) | Kind::Switch => vec![0.0; width],
        Kind::Share
        | Kind::Count
        | Kind::Minutes
        | Kind::Days
        | Kind::Money
        | Kind::Rate
        | Kind::ByNationality(_)
        | Kind::Curve(_) => {
            let neutral = levers::find(row.name).and_then(estimate::by).map(|e| e.how.neutral());
            let wanted = neutral.unwrap_or(if row.role == Role::Behaviour { 0.0 } else { 1.0 });
            vec![f64::clamp(wanted, low, high).round().clamp(low, high); width]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::check;

    #[test]
    fn a_starter_is_a_sound_layer_with_and_without_its_comments() {
        let page = starter("baseline", Language::Nl);
        assert!(page.contains("# [levers.inflow_scale]"));
        let bare: Vec<&str> = page.lines().filter(|l| !l.starts_with("extends")).collect();
        let open = |l: &&str| {
            let line = l.trim_start_matches("# ");
            let code = line.starts_with("[levers.")
                || line.starts_with("source = ")
                || line.starts_with("legal_status = ")
                || line.starts_with(|c: char| c.is_ascii_digit());
            if code && l.starts_with("# ") && !line.contains(" tot ") {
                line.to_string()
            } else {
                l.to_string()
            }
        };
        let opened: Vec<String> = bare.iter().map(open).collect();
        for text in [bare.join("\n"), opened.join("\n")] {
            let files = |_: &str| Ok(text.clone().into_bytes());
            let checked = check(&Request { scenario: "mine.toml", sets: &[], files: &files });
            assert!(checked.is_ok(), "{text}\n{:#?}", checked.unwrap_err().diagnostics);
        }
    }

    #[test]
    fn the_template_is_complete_and_says_nothing_strange() {
        let files = |_: &str| Ok(template().into_bytes());
        let checked = read(&Request { scenario: "template.toml", sets: &[], files: &files });
        assert!(checked.is_ok(), "{:#?}", checked.unwrap_err().diagnostics);
    }
}
