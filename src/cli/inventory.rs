//! `levers --inventory`: every row of the inventory, and what it has become.

use super::language::pick;
use super::table;
use crate::diagnostic::Language;
use crate::policy::inventory::{BEYOND, Row, SECTIONS};
use crate::policy::levers;
use crate::record::Series;

/// Characters in a line at most.
const WIDE: usize = 100;
/// Where the second line of a row begins.
const INDENT: &str = "        ";

/// The whole inventory, a section at a time.
pub(super) fn listing(language: Language) -> String {
    let about = pick(
        language,
        "De inventaris: elke maatregel, capaciteit en reactie waar een model van de keten om is gevraagd, en of die een knop, een \
         onzekerheid of een uitkomst is geworden of deel van een ander is, en waarom.",
        "The inventory: every measure, capacity and response that a model of the chain was asked to have, and whether it has become a \
         lever, an uncertainty or an outcome, or is a part of another, and why.",
    );
    let mut text = table::wrapped(about, "", WIDE);
    for section in SECTIONS {
        let (nl, en) = section.name;
        text.push_str(&format!("\n{} {}\n", section.number, pick(language, nl, en)));
        for row in section.rows {
            text.push_str(&told(row, language));
        }
    }
    let heading = pick(
        language,
        "Knoppen waar de inventaris niet om vraagt",
        "Levers that the inventory does not ask for",
    );
    text.push_str(&format!("\n{heading}\n"));
    for (names, (nl, en)) in BEYOND {
        text.push_str(&format!("  {}\n", called(names, language)));
        text.push_str(&table::wrapped(pick(language, nl, en), INDENT, WIDE));
    }
    text
}

fn told(row: &Row, language: Language) -> String {
    let name = pick(language, row.name.0, row.name.1);
    let kind = pick(language, row.kind().0, row.kind().1);
    let mut text = format!("  {:>3}  {name}: {kind}\n", row.number);
    if let Some(subject) = row.subject() {
        text.push_str(&table::wrapped(pick(language, subject.why.0, subject.why.1), INDENT, WIDE));
    }
    if !row.names().is_empty() {
        text.push_str(&table::wrapped(&called(row.names(), language), INDENT, WIDE));
    }
    text
}

/// The names, in Dutch with what they are called before them.
fn called(names: &[&str], language: Language) -> String {
    let dutch = |name: &str| {
        let row = levers::find(name).map(|row| levers::declaration(row).dutch);
        row.or_else(|| Series::ALL.iter().find(|series| series.id() == name).map(|series| series.dutch()))
    };
    let said = |name: &&str| match dutch(name) {
        Some(dutch) => pick(language, format!("{dutch} ({name})"), (*name).to_owned()),
        None => (*name).to_owned(),
    };
    names.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_inventory_is_a_row_of_the_catalogue_or_a_series() {
        for row in SECTIONS.iter().flat_map(|section| section.rows) {
            for name in row.names() {
                let series = Series::ALL.iter().any(|series| series.id() == *name);
                assert!(series || levers::find(name).is_some(), "{} {name}", row.number);
            }
        }
    }

    #[test]
    fn a_row_says_what_it_has_become_and_a_part_of_another_says_why() {
        let dutch = listing(Language::Nl);
        assert!(dutch.contains("  3  aanzuigende werking: onzekerheid, nul tenzij gezet"), "{dutch}");
        assert!(dutch.contains("afschrikking (deterrence)"));
        let english = listing(Language::En);
        let ban = english.split("entry ban: lever").nth(1).and_then(|rest| rest.split("105").next()).unwrap();
        assert!(ban.contains("entry_ban_effect"), "{ban}");
        let crisis =
            english.split("crisis regime: part of another").nth(1).and_then(|rest| rest.split("3.2").next());
        assert!(crisis.unwrap().contains("layer of a scenario"), "{english}");
        assert!(!english.contains("left out") && !dutch.contains("weggelaten"));
    }
}
