//! One lever in full: what it is, its bounds, whom it binds, its value in the law in force and where that comes from.

use super::language::pick;
use super::table;
use crate::diagnostic::Language;
use crate::policy::{Binds, Kind, Moment, Role, levers, unit, word};
use crate::scenario::{LegalStatus, Scenario};

/// Everything about the lever of a row, for a terminal.
pub(super) fn entry(index: usize, law: &Scenario, language: Language) -> String {
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
            pick(language, word::chapter(declaration.chapter), declaration.chapter).to_owned(),
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
            rows.push(match (language, &step.source_nl) {
                (Language::Nl, Some(dutch)) => ("bron", dutch.clone()),
                _ => (pick(language, "bron (Engels)", "source"), source.clone()),
            });
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
        Moment::Renewed => {
            pick(language, "verlengingen op of na die dag", "renewals decided on or after that day")
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
