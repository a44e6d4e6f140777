//! What a scenario is warned of, in plain sentences.

use super::words::{alone, amount};
use super::{Language, pick};
use crate::policy::relations::{CANNOT, NOT_ABOVE, PROTECTION, State};
use crate::policy::{levers, word};
use crate::scenario::Clash;

/// The warnings of a scenario, a sentence each.
pub fn warnings(clashes: &[Clash], language: Language) -> Vec<String> {
    clashes.iter().map(|clash| warning(clash, language)).collect()
}

fn warning(clash: &Clash, language: Language) -> String {
    let name = |index: &usize| format!("“{}”", alone(levers::declaration(*index), language));
    let date = |day| language.date(day);
    match clash {
        Clash::Twice { index, layers: [first, second] } => {
            let lever = name(index);
            pick(
                language,
                format!("Twee keer gezet: {lever} staat in {first} en in {second}; {second} wint."),
                format!("Set twice: {lever} stands in {first} and in {second}; {second} wins."),
            )
        }
        Clash::Pulled { index } => {
            let lever = name(index);
            pick(
                language,
                format!(
                    "Twee keer gezet: {lever} heeft een noodrem naast een andere waarde of noodrem; wie het laatst trekt, wint."
                ),
                format!(
                    "Set twice: {lever} has a trigger beside another value or trigger; the last one to act wins."
                ),
            )
        }
        Clash::Early { index, from, needs, since } => {
            let (lever, from, needs, since) =
                (name(index), date(*from), needed(needs, language), date(*since));
            pick(
                language,
                format!(
                    "Onmogelijke volgorde: {lever} gaat in op {from}, maar doet niets tot {since}, wanneer {needs}."
                ),
                format!(
                    "Impossible order: {lever} takes effect on {from}, but does nothing until {since}, when {needs}."
                ),
            )
        }
        Clash::Without { index, from, needs } => {
            let (lever, from, needs) = (name(index), date(*from), needed(needs, language));
            pick(
                language,
                format!(
                    "Bindt niemand: {lever} gaat in op {from}, maar doet alleen iets als {needs}, en dat is niet zo."
                ),
                format!(
                    "Binds nobody: {lever} takes effect on {from}, but does something only if {needs}, which is not so."
                ),
            )
        }
        Clash::Beyond { index, from, end } => {
            let (lever, from, end) = (name(index), date(*from), date(*end));
            pick(
                language,
                format!(
                    "Bindt niemand: {lever} verandert op {from}, na het einde van de simulatie op {end}."
                ),
                format!("Binds nobody: {lever} changes on {from}, after the run ends on {end}."),
            )
        }
        Clash::Late { index, from, felt, end } => {
            let (lever, from, felt, end) = (name(index), date(*from), date(*felt), date(*end));
            pick(
                language,
                format!(
                    "Bindt niemand: {lever} verandert op {from} en werkt pas vanaf {felt}, na het einde op {end}."
                ),
                format!(
                    "Binds nobody: {lever} changes on {from} and is felt only from {felt}, after the end on {end}."
                ),
            )
        }
        Clash::Gone { index, from, ended } => {
            let (lever, from, ended) = (name(index), date(*from), date(*ended));
            let again = levers::declaration(*index).name == PROTECTION[0];
            pick(
                language,
                if again {
                    format!(
                        "Bindt niemand die er was: {lever} gaat op {from} weer aan, maar eindigde op {ended} zonder vergunning; niemand komt daarin terug, alleen wie daarna aankomt valt eronder."
                    )
                } else {
                    format!(
                        "Bindt niemand: {lever} gaat in op {from}, maar op {ended} eindigde het verblijf zonder vergunning; er is niemand meer die haar kan krijgen."
                    )
                },
                if again {
                    format!(
                        "Binds nobody who was there: {lever} is on again from {from}, but ended on {ended} without a permit; nobody comes back into it, only those who arrive later have it."
                    )
                } else {
                    format!(
                        "Binds nobody: {lever} takes effect on {from}, but on {ended} the stay ended without a permit; nobody is left who could get it."
                    )
                },
            )
        }
        Clash::Above { place, pair: [one, other], from, numbers } => {
            let (.., nl, en) = NOT_ABOVE[*place];
            let values = [(one, numbers[0]), (other, numbers[1])].map(|(index, number)| {
                let row = levers::declaration(*index);
                format!("{} {}", amount(row, number, language), language.unit_word(row.unit))
            });
            let (one, other, from) = (name(one), name(other), date(*from));
            let [high, low] = values;
            pick(
                language,
                format!("Gaat niet samen: vanaf {from} is {one} {high} en {other} {low}; {nl}."),
                format!("Cannot hold together: from {from} {one} is {high} and {other} {low}; {en}."),
            )
        }
        Clash::Cannot { place, from } => {
            let (one, first, other, second, nl, en) = CANNOT[*place];
            let state = |lever: &str, state| levers::find(lever).map(|row| needed(&(row, state), language));
            let both: Vec<String> = [state(one, first), state(other, second)].into_iter().flatten().collect();
            let (both, from) = (both.join(pick(language, " en ", " and ")), date(*from));
            pick(
                language,
                format!("Gaat niet samen: vanaf {from} geldt dat {both}: {nl}."),
                format!("Cannot hold together: from {from} {both}: {en}."),
            )
        }
    }
}

/// `“two status” is on`.
fn needed(&(index, state): &(usize, State), language: Language) -> String {
    let row = levers::declaration(index);
    let name = alone(row, language);
    let state = match state {
        State::Some => pick(language, "aan staat of boven nul is", "is on or above zero").to_owned(),
        State::None => pick(language, "uit staat of nul is", "is off or zero").to_owned(),
        State::Word(file) => format!("{} {}", pick(language, "staat op", "says"), word::said(file, language)),
    };
    format!("“{name}” {state}")
}
