//! Names, values and moments as sentences say them.

use super::pick;
use crate::policy::{Binds, Declaration, Kind, Moment, word};
use crate::report::texts::Language;

/// Keys of a keyed value that a sentence lists at most.
const KEYS: usize = 4;
/// Decimals of a number at most.
const DECIMALS: usize = 4;

/// `beslismedewerkers asiel (decision_staff)`: the name that readers know before the one of scenario files.
pub(super) fn name(row: &Declaration, language: Language) -> String {
    pick(language, format!("{} ({})", row.dutch, row.name), format!("{} ({})", row.name, row.dutch))
}

/// The name within a sentence.
pub(super) fn alone(row: &Declaration, language: Language) -> String {
    row.title(language)
}

/// That nobody gave a source.
pub(super) fn no_source(language: Language) -> &'static str {
    pick(language, "geen bron opgegeven", "no source given")
}

/// One number of a lever without its unit.
pub(super) fn amount(row: &Declaration, number: f64, language: Language) -> String {
    match row.kind.inner() {
        Kind::Switch => word::switch(number, language),
        Kind::Share => language.percent(number),
        Kind::Money => language.euros(number),
        Kind::Count
        | Kind::Minutes
        | Kind::Days
        | Kind::Rate
        | Kind::Choice(_)
        | Kind::Set(_)
        | Kind::ByNationality(_)
        | Kind::Mix(_)
        | Kind::Curve(_) => language.lean(number, DECIMALS),
    }
}

/// An old and a new value, the unit behind the new one; of keyed values the keys that differ, or the first ones where there
/// is no old value.
pub(super) fn values(row: &Declaration, old: &[f64], new: &[f64], language: Language) -> (String, String) {
    let unit = match row.unit {
        "share" | "on/off" | "choice" | "order" => String::new(),
        unit => format!(" {}", language.unit_word(unit)),
    };
    match row.kind {
        Kind::Choice(words) => {
            let said = |numbers: &[f64]| {
                let file = numbers.first().and_then(|n| words.get(*n as usize)).copied().unwrap_or("");
                let said = word::said(file, language);
                if said == file { said } else { format!("{said} ({file})") }
            };
            (said(old), said(new))
        }
        Kind::Set(words) => {
            let said = |numbers: &[f64]| {
                let chosen = words.iter().zip(numbers).filter(|(_, n)| **n != 0.0);
                let list: Vec<String> = chosen.map(|(file, _)| word::said(file, language)).collect();
                if list.is_empty() { pick(language, "niets", "none").to_owned() } else { list.join(", ") }
            };
            (said(old), said(new))
        }
        Kind::ByNationality(_) | Kind::Mix(_) | Kind::Curve(_) => {
            let keys = row.kind.keys().unwrap_or(&[]);
            let differs: Vec<usize> = (0..keys.len()).filter(|&i| old.get(i) != new.get(i)).collect();
            let list = |numbers: &[f64]| {
                let one = |&i: &usize| {
                    let number = numbers.get(i).copied().unwrap_or(0.0);
                    let colon = if keys[i].parse::<u32>().is_ok() { ":" } else { "" };
                    format!("{}{colon} {}", word::said(keys[i], language), amount(row, number, language))
                };
                let shown: Vec<String> = differs.iter().take(KEYS).map(one).collect();
                let more = if differs.len() > KEYS { ", …" } else { "" };
                format!("{}{more}", shown.join(", "))
            };
            (list(old), format!("{}{unit}", list(new)))
        }
        Kind::Switch | Kind::Share | Kind::Count | Kind::Minutes | Kind::Days | Kind::Money | Kind::Rate => {
            let one = |numbers: &[f64]| {
                numbers.first().map_or(String::new(), |number| amount(row, *number, language))
            };
            (one(old), format!("{}{unit}", one(new)))
        }
    }
}

/// `1 dag`, `30 dagen`.
pub(super) fn place(days: u32, language: Language) -> String {
    let word = match days {
        1 => pick(language, "dag", "day"),
        _ => pick(language, "dagen", "days"),
    };
    format!("{} {word}", language.lean(f64::from(days), 0))
}

/// Whom a lever binds, so that it goes on from `for` and from `it binds`.
pub(super) fn binds(binds: Binds, language: Language) -> &'static str {
    let (nl, en) = match binds {
        Binds::Today => ("iedereen vanaf die dag", "everyone from that day on"),
        Binds::At(moment) => match moment {
            Moment::Made => ("wie daarna de asielwens uit", "those who make their application from then on"),
            Moment::Registered => ("wie daarna wordt geregistreerd", "those registered from then on"),
            Moment::Lodged => ("aanvragen die daarna zijn ingediend", "applications lodged from then on"),
            Moment::Decided => ("besluiten vanaf die dag", "decisions from then on"),
            Moment::Granted => ("vergunningen die daarna zijn verleend", "permits granted from then on"),
            Moment::FamilyApplied => ("nareisaanvragen vanaf die dag", "family applications from then on"),
            Moment::FamilyDecided => ("nareisbesluiten vanaf die dag", "family decisions from then on"),
            Moment::Accepted => ("claims die daarna zijn geaccepteerd", "claims accepted from then on"),
            Moment::Responsible => (
                "wie Nederland daarna verantwoordelijk voor wordt",
                "those for whom the Netherlands becomes responsible from then on",
            ),
            Moment::Returned => ("terugkeerbesluiten vanaf die dag", "return decisions from then on"),
            Moment::Renewed => ("verlengingen vanaf die dag", "renewals from then on"),
        },
    };
    pick(language, nl, en)
}
