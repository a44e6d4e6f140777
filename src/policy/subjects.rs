//! Subjects that people look for and that no lever of their own governs: where they stand instead, with the rows of the catalogue that come nearest.

/// A subject without a lever of its own.
#[derive(Debug)]
pub struct Subject {
    /// The words by which people look for it; the first is its name.
    pub words: &'static [&'static str],
    /// Where it stands, or why nothing governs it, in Dutch and in English.
    pub why: (&'static str, &'static str),
    /// The names of the rows that come nearest.
    pub nearest: &'static [&'static str],
}

const fn subject(
    words: &'static [&'static str],
    why: (&'static str, &'static str),
    nearest: &'static [&'static str],
) -> Subject {
    Subject { words, why, nearest }
}

const BEHAVIOUR: (&str, &str) = (
    "wat dit met de komst van mensen doet, weet niemand; een scenario kan een andere instroom invullen",
    "nobody knows what this does to who comes; a scenario can fill in another inflow",
);
const NO_GROUND: (&str, &str) = (
    "er is geen rechtsgrond voor en geen land dat meedoet; een lagere instroom komt het dichtst erbij",
    "there is no legal base for it and no country that takes part; a lower inflow comes nearest",
);
const OUTCOME: (&str, &str) = (
    "dit is een uitkomst en geen knop (doorstroom series noemt ze); dit stuurt haar",
    "this is an outcome and no lever (doorstroom series lists them); these govern it",
);
const IN_THE_HOURS: (&str, &str) = (
    "deze stap is een deel van de uren en de tijd van een zaak, en geen stap van zichzelf",
    "this step is a part of the hours and the time of a case, and no step of its own",
);
const A_DATE: (&str, &str) = (
    "elke knop heeft zijn eigen datum; `shift` stelt een maatregel uit en `never` laat hem weg",
    "each lever has its own date; `shift` puts a measure off and `never` leaves it out",
);

/// All of them: first what is asked of inflow, then in the order of the chain, and then what a layer, a date or a neighbour holds.
pub const SUBJECTS: &[Subject] = &[
    subject(
        &["asielstop", "asielquotum", "quotum", "opnamestop", "asylum stop"],
        BEHAVIOUR,
        &["inflow_scale", "first_applications", "decision_moratorium"],
    ),
    subject(
        &["vluchtelingenverdrag", "modernisering vluchtelingenrecht", "convention reform"],
        NO_GROUND,
        &["external_processing", "inflow_scale"],
    ),
    subject(
        &["begin van behandeling buiten europa"],
        (
            "er is geen datum voor; met de andere effecten op instroom gaat het in zo lang na het begin als een scenario zegt",
            "there is no date for it; with the other effects on inflow it begins as long after the start as a scenario says",
        ),
        &["external_processing", "inflow_effects_after"],
    ),
    subject(
        &["solidariteitsbijdrage", "solidariteit"],
        (
            "herplaatsen is een knop; betalen (21,9 miljoen euro in 2026, tweedehands) raakt de keten niet en staat in geen uitkomst",
            "relocation is a lever; paying (EUR 21.9 million in 2026, second-hand) does not touch the chain and stands in no outcome",
        ),
        &["relocation"],
    ),
    subject(
        &["herkomst van de instroom", "inflow mix"],
        (
            "de herkomst volgt uit de aanvragen per nationaliteit",
            "the mix follows from the applications by nationality",
        ),
        &["first_applications"],
    ),
    subject(
        &["asielnoodmaatregelenwet", "noodmaatregelenwet", "asielnoodmaatregelen"],
        (
            "de Eerste Kamer verwierp deze wet op 21 april 2026; delen ervan zijn als wat-als in te vullen",
            "the Senate rejected this act on 21 April 2026; parts of it can be filled in as a what-if",
        ),
        &["permit_years", "indefinite_permit", "family_scope", "view_turns"],
    ),
    subject(
        &["crisisverordening", "asielcrisisverordening", "crisis regulation"],
        (
            "dit is een laag van een scenario en geen knop: extends = [\"baseline\", \"crisis\"]",
            "this is a layer of a scenario and no lever: extends = [\"baseline\", \"crisis\"]",
        ),
        &["border_longest", "recognition_threshold"],
    ),
    subject(
        &["asielcrisis", "crisiswet", "noodrecht", "staatsnoodrecht", "noodwet", "emergency law"],
        (
            "een noodrem zet een knop om zodra een meter te hoog staat: [[triggers]] in een scenario",
            "a trigger moves a lever once an indicator is too high: [[triggers]] in a scenario",
        ),
        &["decision_moratorium", "family_held_share", "emergency_places"],
    ),
    subject(&["invoeringsvertraging", "uitstel van een maatregel", "implementation delay"], A_DATE, &[]),
    subject(
        &["beleidswissel", "terugdraaien van een maatregel", "policy reversal"],
        (
            "een stap terug met een datum draait een maatregel terug; hoe waarschijnlijk dat is weet niemand, en een plan van `sweep` zet \
             datums en `never` naast elkaar",
            "a dated step back reverses a measure; how likely that is nobody knows, and a plan of `sweep` puts dates and `never` side by \
             side",
        ),
        &[],
    ),
    subject(
        &["wachttijd", "wachttijden", "doorlooptijd", "doorlooptijden", "wachtlijst", "waiting time"],
        OUTCOME,
        &["registration_capacity", "decision_staff", "court_capacity"],
    ),
    subject(
        &["achterstanden", "werkvoorraad", "voorraad", "openstaande zaken", "backlog"],
        OUTCOME,
        &["decision_staff", "decision_hours", "priority_share"],
    ),
    subject(
        &["rust- en voorbereidingstijd", "rvt", "aanmeldgehoor", "medisch advies", "registration interview"],
        IN_THE_HOURS,
        &["decision_hours", "one_procedure"],
    ),
    subject(
        &["werkinstructie bewijs", "landenbeleid", "evidence standard", "country policy"],
        (
            "strenger bewijs en landenbeleid zijn samen het inwilligingspercentage per nationaliteit",
            "stricter evidence and country policy are together the grant share by nationality",
        ),
        &["grant_share", "grant_shift"],
    ),
    subject(
        &["vris", "criminele vreemdelingen"],
        (
            "wie een veroordeling heeft staat in geen gepubliceerd cijfer; weigeren daarom is een knop, intrekken een onzekerheid",
            "who has a conviction stands in no published figure; refusal for it is a lever, withdrawal an uncertainty",
        ),
        &["conviction_refusals", "withdrawal_rate", "nuisance_share"],
    ),
    subject(
        &["onverbindendverklaring", "oordeel van de rechter over nareis", "struck down"],
        (
            "wat de rechter oordeelt zet een scenario, zoals family_rule_struck_down en family_rule_upheld",
            "what the courts rule is set by a scenario, such as family_rule_struck_down and family_rule_upheld",
        ),
        &["family_pending_rule"],
    ),
    subject(
        &["dublinbewaring", "sobere opvang dublin", "criterium illegale inreis", "dublin detention"],
        (
            "hoeveel claims er zijn, wie wordt overgenomen en wie uit beeld raakt zijn onzekerheden",
            "how many claims there are, who is taken over and who goes out of sight are uncertainties",
        ),
        &["dublin_share", "dublin_takes", "dublin_absconding"],
    ),
    subject(
        &["capaciteit dt&v", "regievoerders", "return case workers"],
        (
            "vertrek wordt in het model begrensd door documenten, bewaringsplaatsen en escorts, niet door dossiers",
            "in the model departure is bounded by documents, places in detention and escorts, and not by case files",
        ),
        &["travel_document_share", "detention_places", "escort_capacity"],
    ),
    subject(
        &["bindend convenant", "binding covenant"],
        ("hoeveel plekken ervan komen zet het scenario", "how many places come of it is set by the scenario"),
        &["transit_places", "host_places", "hotel_places"],
    ),
    subject(
        &["procesbeschikbaarheidslocatie"],
        (
            "vijf plaatsen zijn een deel van die onder toezicht",
            "five places are a part of those under supervision",
        ),
        &["supervised_places", "nuisance_share"],
    ),
    subject(
        &["extra uitstroom", "vroege koppeling", "early matching"],
        (
            "meer of eerdere uitstroom zijn meer woningen of plekken bij gemeenten, of een kortere koppeling",
            "more or earlier outflow are more dwellings or places of municipalities, or a shorter matching",
        ),
        &["housing_supply", "hotel_places", "matching_days"],
    ),
    subject(
        &["tewerkstellingsvergunning", "work permit"],
        ("de vergunning zit in de wachttijd tot een baan", "the permit is in the wait for a job"),
        &["work_registration_days", "job_search_days"],
    ),
    subject(
        &["reguliere vergunning oekraïne"],
        (
            "wie vertrekt of op een andere grond verder gaat is samen één onzekerheid",
            "who leaves or goes on under another right is together one uncertainty",
        ),
        &["ukraine_departures", "ukraine_permit"],
    ),
    subject(
        &["kennismigranten", "studiemigratie", "salariseis", "strategische sectoren", "skilled migrants"],
        (
            "wie voor werk of studie komt staat buiten de keten; een pilot raakt haar in woningen en IND-uren, en salaris en sectoren \
             zitten in het quotum",
            "who comes for work or study stands outside the chain; a pilot meets it in dwellings and hours of the IND, and salary and \
             sectors are in its quota",
        ),
        &["labour_quota", "labour_dwellings_freed"],
    ),
    subject(
        &["sporenbeleid"],
        (
            "elk spoor is in het model een procedure met een eigen knop",
            "each track is a procedure with a lever of its own in the model",
        ),
        &["one_procedure", "accelerated_procedure", "border_procedure", "safe_country_share"],
    ),
    subject(
        &["niet verschenen", "niet meewerken aan de procedure"],
        (
            "wie niet verschijnt wordt afgesloten en komt alleen met een herhaalde aanvraag terug: heropenen kent het model niet, zodat \
             afwijzen alleen een beroep zou toevoegen",
            "who does not appear is closed and comes back only with a repeat application: the model knows no reopening, so that \
             rejecting would add an appeal alone",
        ),
        &["withdrawn_share", "repeat_share"],
    ),
    subject(
        &["geldigheidsduur per status"],
        (
            "de duur is sinds 12 juni 2026 voor beide statussen drie jaar, en één knop",
            "the length is three years for both statuses since 12 June 2026, and one lever",
        ),
        &["permit_years"],
    ),
    subject(
        &["terugkeerverordening", "return regulation"],
        (
            "dit is een laag van een scenario, `return_regulation`, met datums die een scenario verschuift; de stappen \
             staan in deze knoppen",
            "this is a layer of a scenario, `return_regulation`, with dates that a scenario shifts; its steps are in these \
             levers",
        ),
        &["departure_period", "mandatory_forced_share", "detention_term", "detention_extension"],
    ),
    subject(
        &["schorsing van terugkeer"],
        (
            "of een beroep de terugkeer opschort is het recht om te blijven van dat beroep",
            "whether an appeal suspends return is the right to remain of that appeal",
        ),
        &["right_to_remain"],
    ),
    subject(
        &["einde opvang", "einde van de opvang"],
        (
            "opvang eindigt met de vertrektermijn, of na de dagen in de vrijheidsbeperkende locatie",
            "reception ends with the period to leave, or after the days in the freedom-restricting location",
        ),
        &["departure_period", "restricted_days"],
    ),
    subject(
        &["handhaving- en toezichtlocatie"],
        (
            "verscherpt en handhavend toezicht zijn samen één soort plek",
            "enhanced and enforced supervision are together one kind of place",
        ),
        &["supervised_places"],
    ),
    subject(
        &["procesbeschikbaarheid", "procesbeschikbaarheidsaanpak"],
        (
            "snel beslissen bij lage kans is de versnelde procedure en de volgorde van de oude voorraad; een aanpak van \
             vijf plekken is te klein voor een stap van zichzelf",
            "deciding fast at a low chance is the accelerated procedure and the order of the old stock; an approach of five \
             places is too small for a step of its own",
        ),
        &["accelerated_term", "old_cases_order", "priority_share"],
    ),
    subject(
        &["driejarige pilot", "begin van de pilot", "duur van de pilot"],
        (
            "de pilot is zijn quotum: boven nul van de dag van een stap tot de stap terug",
            "the pilot is its quota: above nought from the day of a step to the step back",
        ),
        &["labour_quota"],
    ),
    subject(
        &["ser-advies", "commissie-roemer"],
        (
            "wat beide adviezen met woningen doen is samen één knop",
            "what both pieces of advice do to dwellings is together one lever",
        ),
        &["labour_dwellings_freed"],
    ),
    subject(
        &["kalender spreidingswet"],
        (
            "de opgave en de dag waarop de wet kan worden afgedwongen hebben hun datums in een scenario; een nieuwe ronde \
             is een nieuwe stap",
            "the task and the day from which the act can be enforced have their dates in a scenario; a new cycle is a new \
             step",
        ),
        &["distribution_task", "distribution_enforced_after"],
    ),
    subject(
        &["begin ammr", "ammr"],
        (
            "de laag `pact_responsibility` begint op 1 juli 2026, en een scenario verschuift haar; wie gebonden is zegt \
             elke termijn",
            "the layer `pact_responsibility` begins on 1 July 2026, and a scenario shifts it; each term says whom it binds",
        ),
        &["claim_term", "reply_term", "transfer_term", "absconded_term"],
    ),
    subject(
        &["begin kwalificatieverordening", "kwalificatieverordening"],
        (
            "de statussen binden wie op of na hun dag voor het eerst een besluit krijgt; `shift` zet 1 juli 2026 in plaats \
             van 12 juni",
            "the statuses bind whoever is first decided on or after their day; `shift` puts 1 July 2026 in place of 12 June",
        ),
        &["two_status"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::levers;

    #[test]
    fn every_nearest_row_exists_and_no_word_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for subject in SUBJECTS {
            assert!(subject.why.0 != subject.why.1 && !subject.words.is_empty());
            for name in subject.nearest {
                assert!(levers::find(name).is_some(), "{name}");
            }
            for word in subject.words {
                assert!(seen.insert(word), "{word}");
            }
        }
    }
}
