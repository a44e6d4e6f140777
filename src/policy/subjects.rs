//! Subjects that people look for and that no lever of their own governs: where they stand instead, or why they are left out,
//! with the rows of the catalogue that come nearest.

/// A subject without a lever of its own.
#[derive(Debug)]
pub struct Subject {
    /// The words by which people look for it; the first is its name.
    pub words: &'static [&'static str],
    /// Where it stands, or why it is left out, in Dutch and in English.
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
const NOWHERE: (&str, &str) = (
    "wat dit met overlast of werk doet is nergens gevonden",
    "what this does to nuisance or work was found nowhere",
);
const IN_THE_HOURS: (&str, &str) = (
    "deze stap is een deel van de uren en de tijd van een zaak, en geen stap van zichzelf",
    "this step is a part of the hours and the time of a case, and no step of its own",
);
const A_DATE: (&str, &str) = (
    "elke knop heeft zijn eigen datum; `shift` stelt een maatregel uit en `never` laat hem weg",
    "each lever has its own date; `shift` puts a measure off and `never` leaves it out",
);

/// All of them: first what is asked of inflow, and then in the order of the chain.
pub const SUBJECTS: &[Subject] = &[
    subject(
        &["asielstop", "asielquotum", "quotum", "opnamestop", "asylum stop"],
        BEHAVIOUR,
        &["inflow_scale", "first_applications", "decision_moratorium"],
    ),
    subject(
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
    subject(
        &["afschrikking", "aanzuigende werking", "waterbedeffect", "deterrence"],
        BEHAVIOUR,
        &["inflow_scale", "irregular_family_arrivals"],
    ),
    subject(
        &["turkijedeal", "migratiedeal", "derdelandsdeal", "partnerschappen met derde landen"],
        BEHAVIOUR,
        &["inflow_scale", "resettlement_quota"],
    ),
    subject(
        &["asielaanvragen buiten europa", "opvang in de regio", "external processing"],
        NO_GROUND,
        &["inflow_scale", "resettlement_quota"],
    ),
    subject(
        &["vluchtelingenverdrag", "modernisering vluchtelingenrecht", "convention reform"],
        NO_GROUND,
        &["inflow_scale"],
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
    subject(
        &["invoeringsvertraging", "uitstel van een maatregel", "beleidswissel", "implementation delay"],
        A_DATE,
        &[],
    ),
    subject(
        &["inleereffect", "productiviteitsverlies", "transition productivity loss"],
        (
            "wat een stelselwijziging tijdelijk kost is niet gevonden; zet een stap omhoog en een terug",
            "what a change of system costs for a time was not found; set a step up and one back",
        ),
        &["decision_hours", "one_procedure_work"],
    ),
    subject(
        &["taskforce", "regie"],
        ("wat samenwerken aan tijd scheelt is niet gevonden", "what cooperation saves in time was not found"),
        &["matching_days", "transfer_decision_days"],
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
        &["rechtsbijstand", "legal aid"],
        (
            "advocaten bij gehoren zijn een capaciteit; wat later beginnen met rechtsbijstand met beroepen doet is niet gevonden",
            "lawyers at interviews are a capacity; what a later start of legal aid does to appeals was not found",
        ),
        &["lawyer_hours", "appeal_share"],
    ),
    subject(
        &["vris", "criminele vreemdelingen", "veroordelingen", "glijdende schaal", "convictions"],
        (
            "wie een veroordeling heeft staat in geen gepubliceerd cijfer; intrekking is een onzekerheid",
            "who has a conviction stands in no published figure; withdrawal is an uncertainty",
        ),
        &["withdrawal_rate", "nuisance_share", "restricted_places"],
    ),
    subject(
        &["uitspraaktermijn", "term for a ruling"],
        (
            "een termijn voor de rechter heeft geen gevolg: de capaciteit bepaalt wanneer er uitspraak is",
            "a term for the court has no consequence: capacity tells when it rules",
        ),
        &["court_capacity", "court_growth"],
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
        &["terugkeerondersteuning", "remigratie", "avr", "return support"],
        (
            "wat geld aan vrijwillig vertrek doet is niet gevonden; wie vrijwillig gaat is een onzekerheid",
            "what money does to voluntary departure was not found; who goes voluntarily is an uncertainty",
        ),
        &["departure_intent"],
    ),
    subject(
        &["inreisverbod", "entry ban"],
        (
            "een inreisverbod belet geen nieuwe aanvraag, en hoeveel minder er terugkomen is niet gevonden",
            "an entry ban keeps nobody from a new application, and how many fewer come back was not found",
        ),
        &["repeat_share", "departure_intent"],
    ),
    subject(
        &["sancties bij niet meewerken", "niet meewerken", "sanctions for non-cooperation"],
        (
            "wat kortingen en straffen met vertrek en onderduiken doen is niet gevonden; gedwongen vertrek zonder termijn is een knop",
            "what cuts and punishments do to departure and to going out of sight was not found; forced return without a period is a \
             lever",
        ),
        &["mandatory_forced_share", "departure_intent"],
    ),
    subject(
        &["wederzijdse erkenning", "mutual recognition"],
        (
            "een terugkeerbesluit kost in het model geen eigen uren, zodat overnemen van een ander land niets scheelt",
            "a return decision takes no hours of its own in the model, so that taking over another state's saves nothing",
        ),
        &["closed_hours"],
    ),
    subject(
        &["ongewenstverklaring", "strafbaarstelling", "illegaliteit", "illegaal verblijf", "unlawful stay"],
        (
            "verworpen op 21 april 2026; wie niet vertrekt of uit beeld raakt is een uitkomst",
            "rejected on 21 April 2026; who does not leave or goes out of sight is an outcome",
        ),
        &["departure_intent", "detention_share"],
    ),
    subject(
        &["lvv", "bed bad brood"],
        (
            "wie zonder recht in het land blijft is een uitkomst; opvang voor hen is er niet",
            "who stays in the country without right is an outcome; there is no reception for them",
        ),
        &["departure_period", "restricted_days"],
    ),
    subject(
        &["kosten van terugkeerhubs", "cost of return hubs"],
        ("wat een plaats in een hub kost is niet gevonden", "what a place in a hub costs was not found"),
        &["hub_places"],
    ),
    subject(
        &["bonus per plek", "bonus per place"],
        (
            "wat een bonus per plek met de medewerking van gemeenten doet is niet gevonden; hoeveel zij op zich nemen is een onzekerheid",
            "what a bonus a place does to the cooperation of municipalities was not found; how much they take on is an uncertainty",
        ),
        &["distribution_compliance", "distribution_enforcement"],
    ),
    subject(
        &["bindend convenant", "binding covenant"],
        ("hoeveel plekken ervan komen zet het scenario", "how many places come of it is set by the scenario"),
        &["transit_places", "host_places", "hotel_places"],
    ),
    subject(
        &["procesbeschikbaarheidslocatie", "gebiedsbeperking", "area restriction"],
        (
            "plaatsen onder toezicht zijn een knop; wat een beperking van beweging doet is niet gevonden",
            "places under supervision are a lever; what a restriction of movement does was not found",
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
        &["tewerkstellingsvergunning", "24-wekeneis", "work permit"],
        (
            "de vergunning zit in de wachttijd tot een baan; de grens van 24 weken is sinds 29 november 2023 geen recht meer",
            "the permit is in the wait for a job; the limit of 24 weeks is no law since 29 November 2023",
        ),
        &["work_registration_days", "job_search_days"],
    ),
    subject(
        &["dagbesteding", "traumazorg", "verslavingszorg", "day activities"],
        NOWHERE,
        &["language_lessons", "supervised_places"],
    ),
    subject(
        &["terugkeerprogramma oekraïne", "reguliere vergunning oekraïne"],
        (
            "wie vertrekt of op een andere grond verder gaat is een onzekerheid; een programma heeft geen gevonden effect",
            "who leaves or goes on under another right is an uncertainty; no effect of a programme was found",
        ),
        &["ukraine_departures", "ukraine_permit"],
    ),
    subject(
        &["kennismigranten", "studiemigratie", "arbeidsinspectie", "salariseis", "skilled migrants"],
        (
            "wie voor werk of studie komt staat buiten de keten; een pilot raakt haar in woningen en IND-uren, en salaris en sectoren \
             zitten in het quotum",
            "who comes for work or study stands outside the chain; a pilot meets it in dwellings and hours of the IND, and salary and \
             sectors are in its quota",
        ),
        &["labour_quota", "labour_dwellings_freed"],
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
