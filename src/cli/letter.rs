//! `levers --letter`: the assignment letter, measure by measure, with its levers and the outcomes they move.

use super::language::pick;
use super::table;
use crate::diagnostic::Language;
use crate::policy::Role;
use crate::policy::letter::{MEASURES, Measure, TASKS};
use crate::record::Series;

/// Characters in a line at most.
const WIDE: usize = 100;

/// Every measure of the letter in its order.
pub(super) fn listing(language: Language) -> String {
    let about = pick(
        language,
        "De opdrachtbrief van het kabinet: wat er staat, hoe ver het is op 23 november 2026, welke knoppen erbij horen en \
         welke uitkomsten die bewegen.",
        "The cabinet's assignment letter: what it says, how far that is on 23 November 2026, which levers belong to it and \
         which outcomes they move.",
    );
    let mut text = table::wrapped(about, "", WIDE);
    let mut task = None;
    for measure in MEASURES {
        if task.replace(measure.task) != Some(measure.task) {
            let (nl, en) = TASKS[usize::from(measure.task)];
            text.push_str(&format!("\n{}\n", pick(language, nl, en)));
        }
        text.push_str(&told(measure, language));
    }
    text
}

fn told(measure: &Measure, language: Language) -> String {
    let rows: Vec<_> = measure.rows().collect();
    let names = |levers: bool| {
        let of = rows.iter().filter(|(_, row)| (row.role == Role::Lever) == levers);
        let name = |row: &str, dutch: &str| pick(language, format!("{dutch} ({row})"), row.to_owned());
        of.map(|(_, row)| name(row.name, row.dutch)).collect::<Vec<_>>().join(", ")
    };
    let outcome =
        |id: &&str| Series::ALL.iter().find(|series| series.id() == *id).map(|s| language.series(*s));
    let outcomes: Vec<&str> = measure.outcomes().iter().filter_map(outcome).collect();
    let lines = [
        (pick(language, "vraagt", "asks"), pick(language, measure.asks.0, measure.asks.1).to_owned()),
        (pick(language, "stand", "stands"), pick(language, measure.stands.0, measure.stands.1).to_owned()),
        (pick(language, "knoppen", "levers"), names(true)),
        (pick(language, "onzeker", "uncertain"), names(false)),
        (pick(language, "uitkomsten", "outcomes"), outcomes.join(", ")),
        (
            pick(language, "niet gedekt", "not covered"),
            pick(language, measure.missing.0, measure.missing.1).to_owned(),
        ),
    ];
    let mut text = format!("\n  “{}”\n", measure.phrases[0]);
    for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        let lines = table::wrapped(value, "                 ", WIDE);
        text.push_str(&format!("    {name:<13}{}", lines.trim_start()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_is_listed_by_sentence_with_levers_outcomes_and_what_is_missing() {
        let dutch = listing(Language::Nl);
        let act =
            dutch.split("“asielnoodmaatregelen”").nth(1).and_then(|rest| rest.split('“').next()).unwrap();
        for part in ["permit_years", "noodrem nareis B (family_brake_b)", "verworpen", "niet gedekt"] {
            assert!(act.contains(part), "{part}: {act}");
        }
        let english = listing(Language::En);
        let of = |phrase: &str| english.split(phrase).nth(1).and_then(|rest| rest.split('“').next()).unwrap();
        let convictions = of("“zwaarder meewegen van veroordelingen in de procedure”");
        assert!(
            convictions.contains("not covered") && convictions.contains("conviction_refusals"),
            "{convictions}"
        );
        let care = of("“dagbesteding, trauma- en verslavingszorg”");
        assert!(care.contains("not covered"), "{care}");
    }
}
