//! Subjects that people look for and that no lever governs yet: said honestly, with the levers that come nearest.

use super::search;

/// A subject without a lever.
#[derive(Debug)]
pub(super) struct Topic {
    /// The words by which people look for it.
    words: &'static [&'static str],
    /// Why there is no lever, in Dutch.
    pub(super) dutch: &'static str,
    /// Why there is no lever, in English.
    pub(super) english: &'static str,
    /// The names of the levers that come nearest.
    pub(super) nearest: &'static [&'static str],
}

const NEW_LAW: (&str, &str) = (
    "dit hoort bij het recht sinds 12 juni 2026, dat nog niet helemaal in het model zit",
    "this belongs to the law since 12 June 2026, which is not wholly in the model",
);
const BEHAVIOUR: (&str, &str) = (
    "wat dit met de komst van mensen doet, weet niemand; een scenario kan een andere instroom invullen",
    "nobody knows what this does to who comes; a scenario can fill in another inflow",
);
const NO_MAP: (&str, &str) = (
    "het model kent geen kaart: plekken zijn landelijke aantallen",
    "the model has no map: places are national numbers",
);
const OUTCOME: (&str, &str) = (
    "dit is een uitkomst en geen knop (doorstroom series noemt ze); dit stuurt haar",
    "this is an outcome and no lever (doorstroom series lists them); these govern it",
);
const ABSENT: (&str, &str) = ("dit zit niet in het model", "this is not in the model");

const TOPICS: &[Topic] = &[
    topic(
        &["crisisverordening", "screening", "screeningsverordening", "pre-entry"],
        NEW_LAW,
        &["registration_capacity"],
    ),
    topic(
        &["asielnoodmaatregelenwet", "noodmaatregelenwet", "asielnoodmaatregelen"],
        (
            "de Eerste Kamer verwierp deze wet op 21 april 2026; delen ervan zijn als wat-als in te vullen",
            "the Senate rejected this act on 21 April 2026; parts of it can be filled in as a what-if",
        ),
        &["permit_years", "indefinite_permit", "family_scope", "view_turns"],
    ),
    topic(
        &[
            "spreidingswet",
            "verdeelbesluit",
            "spreiding over gemeenten",
            "verdeling over gemeenten",
            "dispersal",
        ],
        NO_MAP,
        &["regular_places", "emergency_places", "regular_lead_days"],
    ),
    topic(
        &["asielstop", "asielquotum", "quotum", "opnamestop", "asylum stop"],
        BEHAVIOUR,
        &["inflow_scale", "first_applications", "decision_moratorium"],
    ),
    topic(
        &[
            "grenscontroles",
            "grensbewaking",
            "binnengrenscontroles",
            "binnengrens",
            "pushbacks",
            "border checks",
        ],
        BEHAVIOUR,
        &["inflow_scale", "first_applications"],
    ),
    topic(
        &["turkijedeal", "migratiedeal", "derdelandsdeal"],
        BEHAVIOUR,
        &["inflow_scale", "resettlement_quota"],
    ),
    topic(
        &["asielcrisis", "crisiswet", "noodrecht", "staatsnoodrecht", "noodwet", "emergency law"],
        (
            "een noodrem zet een knop om zodra een meter te hoog staat: [[triggers]] in een scenario",
            "a trigger moves a lever once an indicator is too high: [[triggers]] in a scenario",
        ),
        &["decision_moratorium", "family_held_share", "emergency_places"],
    ),
    topic(
        &["wachttijd", "wachttijden", "doorlooptijd", "doorlooptijden", "wachtlijst", "waiting time"],
        OUTCOME,
        &["registration_capacity", "decision_staff", "court_capacity"],
    ),
    topic(
        &["achterstanden", "werkvoorraad", "voorraad", "openstaande zaken", "backlog"],
        OUTCOME,
        &["decision_staff", "decision_hours", "priority_share"],
    ),
    topic(&["rust- en voorbereidingstijd", "rvt"], ABSENT, &["registration_capacity", "decision_staff"]),
    topic(
        &["veilig derde land", "veilige derde landen", "safe third country"],
        ABSENT,
        &["safe_country_share", "inadmissible_share"],
    ),
    topic(
        &["inreisverbod", "ongewenstverklaring", "entry ban"],
        ABSENT,
        &["departure_intent", "departure_period_unfounded"],
    ),
    topic(
        &["strafbaarstelling", "strafbaarstelling illegaliteit", "illegaliteit", "illegaal verblijf"],
        ABSENT,
        &["departure_intent", "detention_share"],
    ),
    topic(
        &["vris", "criminele vreemdelingen", "veroordelingen"],
        ABSENT,
        &["nuisance_share", "restricted_places"],
    ),
    topic(
        &[
            "inburgering",
            "taalles",
            "werken",
            "arbeidsmarkt",
            "recht op werk",
            "tewerkstellingsvergunning",
            "dagbesteding",
        ],
        ABSENT,
        &["own_housing_share", "housing_supply"],
    ),
    topic(
        &["arbeidsmigratie", "kennismigranten", "studiemigratie", "labour migration"],
        ABSENT,
        &["first_applications"],
    ),
    topic(
        &["terugkeerhub", "terugkeerhubs", "return hub", "opvang in de regio"],
        ABSENT,
        &["departure_intent", "travel_document_share"],
    ),
];

const fn topic(
    words: &'static [&'static str],
    (dutch, english): (&'static str, &'static str),
    nearest: &'static [&'static str],
) -> Topic {
    Topic { words, dutch, english, nearest }
}

/// The subject that is looked for: one of whose words is what is sought, but for a plural or a slip of the pen.
pub(super) fn find(sought: &str) -> Option<&'static Topic> {
    let names = TOPICS.iter().flat_map(|topic| topic.words.iter().map(move |word| (*word, topic)));
    let plain = search::stems(sought);
    names
        .clone()
        .find(|(word, _)| search::stems(word) == plain)
        .or_else(|| {
            let near = |word: &str| {
                strsim::normalized_damerau_levenshtein(&search::plain(word), &search::plain(sought)) >= 0.8
            };
            names.clone().find(|(word, _)| near(word))
        })
        .map(|(_, topic)| topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::levers;

    #[test]
    fn every_nearest_lever_exists() {
        for topic in TOPICS {
            assert!(!topic.nearest.is_empty() && topic.dutch != topic.english);
            for name in topic.nearest {
                assert!(levers::find(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn a_subject_is_found_by_a_plural_and_by_a_slip_of_the_pen() {
        for word in ["Spreidingswet", "spreidingwet", "screening", "Screeningsverordening"] {
            assert!(find(word).is_some(), "{word}");
        }
        assert!(find("fiets").is_none());
    }
}
