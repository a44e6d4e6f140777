//! Scenarios to begin with: a commented copy that extends another, and a complete one from nothing.

use std::fmt::Write as _;

use super::library::Place;
use super::number::{self, show};
use super::scenario::Scenario;
use super::{Request, library, read};
use crate::diagnostic::Language;
use crate::policy::levers::courts::COURT_CAPACITY;
use crate::policy::levers::departure::DEPARTURE_PERIOD;
use crate::policy::levers::family::FAMILY_CAPACITY;
use crate::policy::levers::inflow::INFLOW_SCALE;
use crate::policy::levers::procedure::{DECISION_HOURS, DECISION_STAFF};
use crate::policy::levers::reception::{EMERGENCY_PLACES, HOUSING_SUPPLY, REGULAR_PLACES};
use crate::policy::levers::terms::MORATORIUM;
use crate::policy::{Condition, Declaration, Indicator, Kind, Role, Trigger, estimate, levers, unit};
use crate::time::Day;

/// The levers that a starter shows after those of the scenario itself: one for each link of the chain that the assignment
/// letter wants moved, in the order of the chain.
pub const COMMONEST: [usize; 10] = [
    INFLOW_SCALE.index(),
    DECISION_STAFF.index(),
    DECISION_HOURS.index(),
    MORATORIUM.index(),
    COURT_CAPACITY.index(),
    FAMILY_CAPACITY.index(),
    REGULAR_PLACES.index(),
    EMERGENCY_PLACES.index(),
    HOUSING_SUPPLY.index(),
    DEPARTURE_PERIOD.index(),
];

/// A commented scenario, to be written to `file`, that extends the named one (an embedded name, or a path), with the ten
/// commonest levers in it as they are now.
pub fn starter(name: &str, file: &str, language: Language) -> String {
    let say = |nl: &'static str, en: &'static str| match language {
        Language::Nl => nl,
        Language::En => en,
    };
    let files = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    let scenario =
        read(&Request { scenario: name, sets: &[], files: &files }).ok().map(|checked| checked.scenario);
    // The first of January after the day up to which law and figures are known.
    let first = |s: &Scenario| Day::from_ymd(s.data_date.year() + 1, 1, 1).unwrap_or(s.start).max(s.start);
    let example = scenario.as_ref().map(first);
    let mut page = String::new();
    let _ = write!(
        page,
        "{}\n#   doorstroom check {file}\n# {}\n#   doorstroom run {file}\nformat = 1\nname = {:?}\n# description = \"...\"\n\
         extends = {name:?}\n# horizon = \"{}\"\n\n{}\n",
        say(
            "# Een eigen scenario. Haal # weg voor de regels van wat u wilt veranderen, en kijk na met:",
            "# A scenario of your own. Take away # before the lines of what you want to change, and check it with:",
        ),
        say("Reken het daarna door, met het verschil, met:", "Then run it, and see the difference, with:"),
        say("Mijn variant", "My variant"),
        say("5 jaar", "5 years"),
        say(
            "# Onder een knop staat vanaf welke dag welke waarde geldt; wat daarvoor gold, blijft.\n\
             # legal_status is in_force, adopted, bill, announced, lapsed (dan ook lapsed_on), factual,\n\
             # hypothetical of unknown; een wat-als is hypothetical. source mag \"assumption\" zijn.",
            "# Under a lever stands from which day on which value holds; what held before, stays.\n\
             # legal_status is in_force, adopted, bill, announced, lapsed (then also lapsed_on), factual,\n\
             # hypothetical or unknown; a what-if is hypothetical. source may be \"assumption\".",
        ),
    );
    for index in commonest(name, scenario.as_ref()) {
        lever(&mut page, index, scenario.as_ref().zip(example), language);
    }
    page.push_str(say(
        "\n# Alle knoppen: doorstroom levers. Zoeken: doorstroom levers --search opvang. Een knop met waarden en bron:\n\
         # doorstroom levers regular_places. Een knop die hier niet staat, schrijft u op dezelfde manier.\n",
        "\n# All levers: doorstroom levers. Look for some: doorstroom levers --search reception. One with values and source:\n\
         # doorstroom levers regular_places. A lever that is not shown here is written in the same way.\n",
    ));
    page
}

/// The levers that the scenario itself sets, and then the commonest.
fn commonest(name: &str, scenario: Option<&Scenario>) -> Vec<usize> {
    let is_lever = |index: &usize| levers::declaration(*index).role == Role::Lever;
    let set = |s: &Scenario| -> Vec<usize> {
        let own = s.values.iter().filter(|value| value.layer == name).map(|value| value.index);
        own.chain(s.triggers.iter().map(|trigger| trigger.lever)).collect()
    };
    // The baseline and the layers of law set nearly every lever: they have no measure of their own.
    let is_story = library::entries().iter().any(|e| e.name == name && e.kind == Place::Story);
    let own = scenario.filter(|_| is_story).map(set).unwrap_or_default();
    let mut chosen: Vec<usize> = Vec::new();
    for index in own.into_iter().chain(COMMONEST) {
        if is_lever(&index) && !chosen.contains(&index) && chosen.len() < COMMONEST.len() {
            chosen.push(index);
        }
    }
    chosen
}

/// One lever, commented out: what it is, its bounds, what it is worth and will be, and lines to free.
fn lever(page: &mut String, index: usize, told: Option<(&Scenario, Day)>, language: Language) {
    let row = levers::declaration(index);
    let dutch = language == Language::Nl;
    let about = if dutch {
        format!("{}: {}", capital(row.dutch), row.dutch_says)
    } else {
        row.says.trim().to_string()
    };
    let _ = write!(page, "\n## {about}\n## {}", bounds(row, dutch));
    if let Some((scenario, _)) = told {
        worth(page, index, row, scenario, dutch);
    }
    let (day, value) = match told {
        Some((scenario, day)) => (day.to_string(), short(row, scenario.policy.timeline(index).at(day))),
        None => ("2027-01-01".to_string(), number::example(row)),
    };
    let _ = write!(
        page,
        "\n# [levers.{}]\n# {day} = {value}\n# source = \"assumption\"\n# legal_status = \"hypothetical\"\n",
        row.name
    );
}

fn bounds(row: &Declaration, dutch: bool) -> String {
    let (low, high) = number::bounds(row, row.kind.inner());
    match row.kind {
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
    }
}

/// What a lever is worth on the data date, what it will be next, what may set it, and how sure the value is.
fn worth(page: &mut String, index: usize, row: &Declaration, scenario: &Scenario, dutch: bool) {
    let timeline = scenario.policy.timeline(index);
    let say = |nl: String, en: String| if dutch { nl } else { en };
    if let (Kind::ByNationality(_) | Kind::Curve(_), Some(keys)) = (row.kind, row.kind.keys()) {
        let (name, number) = (row.name, keys.len());
        page.push_str(&say(
            format!("; de {number} waarden van nu: doorstroom levers {name}"),
            format!("; its {number} values of now: doorstroom levers {name}"),
        ));
    } else {
        let now = short(row, timeline.at(scenario.data_date));
        let _ = write!(page, "; {} {now}", if dutch { "nu" } else { "now" });
    }
    if let Some(next) = timeline.steps().iter().find(|s| s.from > scenario.data_date) {
        let value = short(row, &next.values);
        let day = next.from;
        page.push_str(&say(format!("; vanaf {day} {value}"), format!("; from {day} {value}")));
    }
    if matches!(row.kind, Kind::ByNationality(_) | Kind::Curve(_)) {
        page.push_str(&say(
            "\n## Een sleutel die u weglaat, houdt haar waarde.".into(),
            "\n## A key that you leave out keeps its value.".into(),
        ));
    }
    if let Some(by) = scenario.values[index].moved_by {
        let by = levers::declaration(by).name;
        page.push_str(&say(
            format!("\n## Hoeveel het nu is, is onzeker ({by}); wat u hier zet, geldt precies."),
            format!("\n## What it is now is uncertain ({by}); what you set here is exact."),
        ));
    }
    for trigger in scenario.triggers.iter().filter(|trigger| trigger.lever == index) {
        let (nl, en) = brake(trigger);
        let _ = write!(page, "\n## {}", say(nl, en));
    }
}

/// A trigger in the words of the file, in Dutch and in English.
fn brake(trigger: &Trigger) -> (String, String) {
    let row = levers::declaration(trigger.lever);
    let condition = |c: &Condition| {
        let word = Indicator::WORDS[c.indicator as usize];
        let (nl, en) = if c.above { ("boven", "above") } else { ("onder", "below") };
        let limit = show(c.threshold);
        (
            format!("{word} {} dagen {nl} {limit} ligt", c.days),
            format!("{word} lies {en} {limit} for {} days", c.days),
        )
    };
    let (value, when) = (number::written(row, &trigger.values), condition(&trigger.when));
    let (mut nl, mut en) = (
        format!("noodrem: {} ({}) wordt {value} zodra {}", row.dutch, row.name, when.0),
        format!("trigger: {} ({}) becomes {value} once {}", row.name, row.dutch, when.1),
    );
    if let Some(until) = trigger.until.as_ref().map(condition) {
        nl.push_str(&format!(", tot {}", until.0));
        en.push_str(&format!(", until {}", until.1));
    }
    (nl, en)
}

/// A value as it may be written: of a long one only the first and the last key, where the others keep theirs.
fn short(row: &Declaration, numbers: &[f64]) -> String {
    match (row.kind, row.kind.keys()) {
        (Kind::ByNationality(_) | Kind::Curve(_), Some([first, .., last])) => {
            let told = |number: f64| match row.kind.inner() {
                Kind::Switch => (number != 0.0).to_string(),
                _ => show(number),
            };
            let (one, other) = (told(numbers[0]), told(numbers[numbers.len() - 1]));
            format!("{{ {first} = {one}, {last} = {other} }}")
        }
        _ => number::written(row, numbers),
    }
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
        let value = number::written(row, &least(row));
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
    let (low, high) = number::bounds(row, row.kind.inner());
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
        let page = starter("baseline", "mijn.toml", Language::Nl);
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
    fn a_starter_of_every_scenario_is_sound_unchanged_and_with_each_lever_freed() {
        for entry in library::entries() {
            let page = starter(entry.name, "my.toml", Language::En);
            let blocks = page.matches("# [levers.").count();
            assert_eq!(blocks, COMMONEST.len(), "{}", entry.name);
            let check = |text: String| {
                let files = |_: &str| Ok(text.clone().into_bytes());
                let checked = check(&Request { scenario: "mine.toml", sets: &[], files: &files });
                assert!(checked.is_ok(), "{text}\n{:#?}", checked.unwrap_err().diagnostics);
            };
            check(page.clone());
            for block in 0..blocks {
                let at = page.match_indices("# [levers.").nth(block).unwrap().0;
                let end = at + page[at..].find("\n\n").unwrap_or(page.len() - at);
                let freed = page[at..end].replace("\n# ", "\n");
                check(format!("{}{}{}", &page[..at], &freed[2..], &page[end..]));
            }
        }
    }

    #[test]
    fn a_starter_of_a_story_shows_first_what_the_story_sets() {
        let page = starter("more_officers", "mijn.toml", Language::Nl);
        let first = page.split("# [levers.").nth(1).unwrap();
        assert!(first.starts_with("decision_staff]\n# 2027-01-01 = 1750\n"), "{first}");
        assert!(page.contains("nu 1400; vanaf 2027-01-01 1750"), "{page}");
        let page = starter("emergency_places_on_demand", "mijn.toml", Language::Nl);
        assert!(page.split("# [levers.").nth(1).unwrap().starts_with("emergency_places]"), "{page}");
    }

    #[test]
    fn the_template_is_complete_and_says_nothing_strange() {
        let files = |_: &str| Ok(template().into_bytes());
        let checked = read(&Request { scenario: "template.toml", sets: &[], files: &files });
        assert!(checked.is_ok(), "{:#?}", checked.unwrap_err().diagnostics);
    }
}
