//! The cabinet's assignment letter on asylum and migration (*opdrachtbrief*), measure by measure: what it asks, how far that
//! has come on the data date, and what of it no lever covers. The phrases are those that declarations of levers quote; by
//! them each measure finds its levers.

use super::{Declaration, levers};

/// A measure of the letter.
#[derive(Copy, Clone, Debug)]
pub struct Measure {
    /// The task of the letter in which it stands: 0 for the opening, 1 to 4, and 5 for the close.
    pub task: u8,
    /// Its words in the letter; the first are the ones by which it is listed.
    pub phrases: &'static [&'static str],
    /// What it asks, in Dutch and in English.
    pub asks: (&'static str, &'static str),
    /// How far it has come on 23 November 2026, in Dutch and in English.
    pub stands: (&'static str, &'static str),
    /// What of it no lever covers, in Dutch and in English; empty where levers cover it.
    pub missing: (&'static str, &'static str),
}

impl Measure {
    /// The rows of the catalogue that quote it.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'static Declaration)> {
        let phrases = self.phrases;
        levers::all().enumerate().filter(move |(_, row)| row.letter.iter().any(|said| phrases.contains(said)))
    }

    /// The outcomes that its levers move, each once, by the name of their series.
    pub fn outcomes(&self) -> Vec<&'static str> {
        let mut found = Vec::new();
        for (_, row) in self.rows() {
            for part in row.moves.split(',').filter_map(|part| part.trim().split(' ').next()) {
                if !part.is_empty() && !found.contains(&part) {
                    found.push(part);
                }
            }
        }
        found
    }
}

/// The headings of the tasks, in Dutch and in English, from the opening to the close.
pub const TASKS: [(&str, &str); 6] = [
    ("De opening", "The opening"),
    ("1. Instroom, doorstroom en vertrek", "1. Inflow, flow and departure"),
    ("2. Opvang en overlast", "2. Reception and nuisance"),
    ("3. Sneller meedoen, en Oekraïners", "3. Taking part sooner, and displaced persons from Ukraine"),
    ("4. Arbeidsmigratie", "4. Labour migration"),
    ("Het slot", "The close"),
];

const NO_EFFECT_KNOWN: (&str, &str) = (
    "Niemand in het model reageert op een maatregel: hoeveel minder mensen komen is een aanname van het scenario, nul tenzij het \
     die zet, en dan staan de uitkomsten er met en zonder; volgens het kabinet is het niet te berekenen.",
    "Nobody in the model reacts to a measure: how many fewer come is an assumption of the scenario, nought unless it sets one, \
     and then outcomes stand there with and without; the cabinet says that it cannot be calculated.",
);
const ABUSE: (&str, &str) = (
    "Misstanden worden niet geteld; inspectie raakt de keten alleen in woningen die vrijkomen, en hoeveel dat er zijn is een aanname \
     (inspection_dwellings).",
    "Abuse is not counted; its inspection meets the chain only in dwellings that come free, and how many those are is an \
     assumption (inspection_dwellings).",
);
const ROEMER: (&str, &str) = (
    "Hoeveel woningen de adviezen vrijmaken is nergens gevonden: de brief zoals geschreven neemt een aantal aan (labour_dwellings_freed). De keten \
     raken ze verder niet.",
    "How many dwellings the advice frees was found nowhere: the letter as written assumes a number (labour_dwellings_freed). Otherwise it \
     does not meet the chain.",
);
const PILOT: (&str, &str) = (
    "Een aantal is niet gevonden; wat salariseis en sectoren doen zit in het quotum dat het scenario zet. Wie komt vraagt in het \
     model geen asiel.",
    "No number was found; what the salary and the sectors ask is in the quota that the scenario sets. Who comes asks for no asylum \
     in the model.",
);
const TAKING_PART: (&str, &str) = (
    "Wat dagbesteding en zorg met overlast of werk doen is nergens gevonden, en is een aanname (prevention_effect, \
     care_work_effect); wat zij kosten zit niet in het model.",
    "What day activities and care do to nuisance or work was found nowhere, and is an assumption (prevention_effect, \
     care_work_effect); what they cost is not in the model.",
);
const NO_DEFINITION: (&str, &str) = (
    "Wat een goede kans is, is nergens vastgesteld: het scenario zegt vanaf welk inwilligingspercentage (good_chance_from). Wat \
     lessen doen en wie werk vindt zijn onzekerheden.",
    "What a good chance is has been laid down nowhere: the scenario says from which grant share (good_chance_from). What lessons \
     do and who finds work are uncertainties.",
);
const NOWHERE: (&str, &str) = ("", "");
const NOT_FOUND: (&str, &str) = (
    "Aangekondigd in de brief; een uitwerking is niet gevonden.",
    "Announced in the letter; no elaboration was found.",
);

/// The measures of the letter in its order.
pub const MEASURES: &[Measure] = &[
    Measure {
        task: 0,
        phrases: &["verminderde instroom van asielmigranten"],
        asks: (
            "Minder asielmigranten die aankomen, en meer controle.",
            "Fewer asylum migrants who arrive, and more control.",
        ),
        stands: ("Een doel, geen maatregel.", "An aim and no measure."),
        missing: NO_EFFECT_KNOWN,
    },
    Measure {
        task: 0,
        phrases: &["medeoverheden, maatschappelijke organisaties en internationale partners"],
        asks: (
            "Samenwerking met gemeenten, provincies, organisaties en andere landen.",
            "Cooperation with municipalities, provinces, organisations and other states.",
        ),
        stands: ("Een doel, geen maatregel.", "An aim and no measure."),
        missing: (
            "Medewerking is een onzekerheid voor de opgave van de Spreidingswet, en zonder die wet voor plekken waarvan de \
             overeenkomst afloopt; hoeveel andere plekken en woningen gemeenten leveren, zet het scenario zelf (regular_places, \
             transit_places, housing_supply).",
            "Cooperation is an uncertainty for the task of the distribution act, and without that act for places whose contract \
             ends; how many other places and dwellings municipalities deliver is set by the scenario itself (regular_places, \
             transit_places, housing_supply).",
        ),
    },
    Measure {
        task: 1,
        phrases: &[
            "doorstroom en vertrek bevorderen",
            "De instroom beperken en doorstroom en vertrek bevorderen",
        ],
        asks: (
            "Sneller door de keten en vaker vertrek: capaciteit, termijnen, bewaring en begeleiding.",
            "Faster through the chain and more departures: capacity, terms, detention and escorts.",
        ),
        stands: (
            "Een doel; capaciteiten zijn feiten en geen recht.",
            "An aim; capacities are facts and no law.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 1,
        phrases: &["asielnoodmaatregelen", "verder uit te werken"],
        asks: (
            "De asielnoodmaatregelen onverkort uitvoeren en verder uitwerken.",
            "Carry out the asylum emergency measures in full, and elaborate them.",
        ),
        stands: (
            "De Asielnoodmaatregelenwet is op 21 april 2026 door de Eerste Kamer verworpen (31 voor, 44 tegen). De kortere \
             vergunning en het einde van die voor onbepaalde tijd kwamen op 12 juni 2026 met andere wetten. De noodrem op \
             nareis is aangekondigd (akkoord van 30 januari 2026).",
            "The emergency act was rejected by the Senate on 21 April 2026 (31 for, 44 against). The shorter permit and the \
             end of the indefinite one came on 12 June 2026 with other acts. The emergency brake on family reunification is \
             announced (accord of 30 January 2026).",
        ),
        missing: (
            "Wat ruimere ongewenstverklaring en strafbaarstelling van illegaal verblijf met vertrek doen is een aanname \
             (undesirable_share, pressure_departure, pressure_out_of_sight); politie en strafrechter zitten niet in het model.",
            "What declaring persons undesirable on wider grounds and making unlawful stay a crime do to departure is an assumption \
             (undesirable_share, pressure_departure, pressure_out_of_sight); police and criminal courts are not in the model.",
        ),
    },
    Measure {
        task: 1,
        phrases: &["het twee-statusstelsel onverkort uit te voeren"],
        asks: (
            "Twee statussen, A en B, met strengere nareis voor B.",
            "Two statuses, A and B, with stricter family reunification for B.",
        ),
        stands: (
            "Geldt sinds 12 juni 2026; ruim 19.000 lopende nareisaanvragen zijn aangehouden voor de rechter.",
            "In force since 12 June 2026; more than 19,000 pending family applications are held for the courts.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 1,
        phrases: &["uitvoering van het Europese Migratiepact", "Europese Migratiepact"],
        asks: (
            "Het Europese migratiepact met voorrang uitvoeren.",
            "Carry out the EU migration pact as a priority.",
        ),
        stands: (
            "Geldt: de procedure voor aanvragen sinds 12 juni 2026, de verantwoordelijke lidstaat sinds 1 juli 2026.",
            "In force: the procedure for applications since 12 June 2026, the responsible state since 1 July 2026.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 1,
        phrases: &["vereenvoudigen van de asielprocedure"],
        asks: ("Een eenvoudiger asielprocedure.", "A simpler asylum procedure."),
        stands: (
            "Eén procedure zonder voornemen geldt voor aanvragen sinds 12 juni 2026; rechtsbijstand pas na de afwijzing is \
             aangekondigd.",
            "One procedure without an intention holds for applications since 12 June 2026; legal aid only after the rejection \
             is announced.",
        ),
        missing: (
            "Wat late rechtsbijstand met beroepen doet is een aanname (late_aid_upheld).",
            "What late legal aid does to appeals is an assumption (late_aid_upheld).",
        ),
    },
    Measure {
        task: 1,
        phrases: &["terugkeerverordening"],
        asks: ("De terugkeerverordening tot stand brengen.", "Bring about the return regulation."),
        stands: (
            "Aangenomen door de Raad op 1 oktober 2026; het meeste geldt een jaar na inwerkingtreding, en de dag van \
             bekendmaking is niet gevonden.",
            "Adopted by the Council on 1 October 2026; most of it applies a year after its entry into force, and the day of \
             publication was not found.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 1,
        phrases: &["terugkeerafspraken met landen buiten Europa"],
        asks: (
            "Terugkeerafspraken met landen buiten Europa.",
            "Return agreements with countries outside Europe.",
        ),
        stands: (
            "Aangekondigd; met Oeganda een intentieverklaring van 26 september 2025, verder is niets gevonden.",
            "Announced; with Uganda a letter of intent of 26 September 2025, nothing else was found.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 1,
        phrases: &["eerste concrete stappen voor de zomer van 2026"],
        asks: ("Eerste stappen voor de zomer van 2026.", "First steps before the summer of 2026."),
        stands: ("Een planning.", "A planning."),
        missing: (
            "Geen eigen knop: elke knop heeft zijn datum, en `shift` stelt een maatregel uit.",
            "No lever of its own: each lever has its date, and `shift` puts a measure off.",
        ),
    },
    Measure {
        task: 1,
        phrases: &["modernisering van het internationaal vluchtelingenrecht", "asielaanvragen buiten Europa"],
        asks: (
            "Het vluchtelingenrecht moderniseren en aanvragen buiten Europa afhandelen.",
            "Modernise refugee law and deal with applications outside Europe.",
        ),
        stands: ("Aangekondigd; er is geen rechtsgrond voor.", "Announced; there is no legal base for it."),
        missing: (
            "Behandeling buiten Europa heeft geen knop, want niemand kan haar invoeren; hoeveel aanvragen zij zou schelen is een aanname \
             (external_processing).",
            "Processing outside Europe has no lever, for nobody can introduce it; how many applications it would save is an \
             assumption (external_processing).",
        ),
    },
    Measure {
        task: 2,
        phrases: &[
            "voldoende structurele en flexibele opvang te realiseren",
            "voldoende en fatsoenlijke opvangplekken",
        ],
        asks: ("Genoeg structurele en flexibele opvang.", "Enough structural and flexible reception."),
        stands: (
            "Aangekondigd; de raming van 26 september 2025 vraagt 88.000 plekken, waarvan er voor meerdere jaren ongeveer \
             50.000 zijn.",
            "Announced; the estimate of 26 September 2025 asks for 88,000 places, of which about 50,000 are there for several \
             years.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 2,
        phrases: &["COA krijgt de middelen", "op basis van de meerjarenprognose"],
        asks: (
            "Geld voor het COA naar de meerjarenprognose.",
            "Money for the COA by the multi-year forecast.",
        ),
        stands: NOT_FOUND,
        missing: NOWHERE,
    },
    Measure {
        task: 2,
        phrases: &["rechtvaardig over gemeenten worden verdeeld"],
        asks: (
            "Opvang rechtvaardig over gemeenten verdelen.",
            "Divide reception fairly over municipalities.",
        ),
        stands: (
            "De Spreidingswet geldt sinds 1 februari 2024; het akkoord van 30 januari 2026 houdt haar voorlopig.",
            "The distribution act is in force since 1 February 2024; the accord of 30 January 2026 keeps it for now.",
        ),
        missing: (
            "De opgave is verdeeld over provincies, en over gemeenten naar grootte; welke achterblijven wordt getrokken, en geen \
             gemeente staat er met naam in.",
            "The task is parted over provinces, and over municipalities by size; which stay behind is drawn, and no municipality \
             stands in it by name.",
        ),
    },
    Measure {
        task: 2,
        phrases: &[
            "een bindend convenant voorbereid voor alternatieve huisvesting",
            "alternatieve huisvesting",
            "alternatieve huisvesting tussen COA-locaties en een reguliere (sociale huur-) woning",
            "een reguliere (sociale huur-) woning",
        ],
        asks: (
            "Een bindend convenant voor huisvesting tussen opvang en woning.",
            "A binding covenant for housing between reception and a dwelling.",
        ),
        stands: NOT_FOUND,
        missing: (
            "Of het convenant bindt heeft geen eigen knop: het scenario zet de plekken die ervan komen.",
            "Whether the covenant binds has no lever of its own: the scenario sets the places that come of it.",
        ),
    },
    Measure {
        task: 2,
        phrases: &["extra verscherpt toezichtlocaties"],
        asks: ("Meer locaties met verscherpt toezicht.", "More locations with enhanced supervision."),
        stands: (
            "Aangekondigd (akkoord van 30 januari 2026): flink meer, zonder getal.",
            "Announced (accord of 30 January 2026): considerably more, without a number.",
        ),
        missing: NOWHERE,
    },
    Measure {
        task: 2,
        phrases: &["preventie van overlast", "aanpakken van overlast"],
        asks: ("Overlast aanpakken en voorkomen.", "Deal with nuisance and prevent it."),
        stands: NOT_FOUND,
        missing: (
            "Overlast zelf wordt niet gerekend; alleen wie naar een locatie met toezicht gaat (nuisance_share).",
            "Nuisance itself is not computed; only who goes to a supervised location (nuisance_share).",
        ),
    },
    Measure {
        task: 2,
        phrases: &["zwaarder meewegen van veroordelingen in de procedure", "veroordelingen"],
        asks: ("Veroordelingen zwaarder laten wegen.", "Let convictions weigh more."),
        stands: ("Aangekondigd (akkoord van 30 januari 2026).", "Announced (accord of 30 January 2026)."),
        missing: (
            "Hoeveel meer weigeringen een lagere drempel geeft is nergens gevonden: de brief zoals geschreven neemt een deel aan. Intrekking van \
             vergunningen is een onzekerheid (withdrawal_rate).",
            "How many more refusals a lower threshold gives was found nowhere: the letter as written assumes a share. Withdrawal of \
             permits is an uncertainty (withdrawal_rate).",
        ),
    },
    Measure {
        task: 3,
        phrases: &["beginnen direct met taalles"],
        asks: (
            "Taalles vanaf de eerste dag voor wie een goede kans maakt.",
            "Language lessons from the first day for those with a good chance.",
        ),
        stands: NOT_FOUND,
        missing: NO_DEFINITION,
    },
    Measure {
        task: 3,
        phrases: &["na drie maanden het recht om aan het werk te gaan"],
        asks: (
            "Werken na drie maanden voor wie een goede kans maakt.",
            "Work after three months for those with a good chance.",
        ),
        stands: (
            "Aangekondigd op 3 november 2025 voor 12 juni 2026; vaststelling is niet gevonden.",
            "Announced on 3 November 2025 for 12 June 2026; its adoption was not found.",
        ),
        missing: NO_DEFINITION,
    },
    Measure {
        task: 3,
        phrases: &["dagbesteding, trauma- en verslavingszorg"],
        asks: (
            "Dagbesteding en zorg, ook tegen overlast.",
            "Day activities and care, also against nuisance.",
        ),
        stands: NOT_FOUND,
        missing: TAKING_PART,
    },
    Measure {
        task: 3,
        phrases: &["creeren we een tijdelijke verblijfstatus"],
        asks: (
            "Een tijdelijke verblijfsstatus voor Oekraïense vluchtelingen.",
            "A temporary residence status for displaced persons from Ukraine.",
        ),
        stands: (
            "Een plan van november 2025; de tijdelijke bescherming is sindsdien verlengd tot 4 maart 2028.",
            "A plan of November 2025; temporary protection has since been extended to 4 March 2028.",
        ),
        missing: (
            "Als de vergunning eindigt vragen er zoveel asiel als bij het einde van de bescherming; wie daar niet onder viel krijgt er \
             geen.",
            "When the permit ends as many apply for asylum as at the end of protection; who was not protected gets none.",
        ),
    },
    Measure {
        task: 3,
        phrases: &["werken aan terugkeer"],
        asks: ("Werken aan hun terugkeer.", "Work on their return."),
        stands: NOT_FOUND,
        missing: (
            "Terugkeer is een onzekerheid (ukraine_departures), en wat een programma eraan doet een aanname \
             (ukraine_programme_effect).",
            "Return is an uncertainty (ukraine_departures), and what a programme does to it an assumption \
             (ukraine_programme_effect).",
        ),
    },
    Measure {
        task: 3,
        phrases: &["zodat IND en COA ontlast worden"],
        asks: (
            "Wie blijft zoveel mogelijk via de reguliere systemen onderbrengen.",
            "Let those who stay go through the regular systems as far as possible.",
        ),
        stands: NOT_FOUND,
        missing: (
            "Hoeveel asiel vragen als bescherming zonder vergunning eindigt is een onzekerheid (ukraine_asylum_uptake); andere \
             reguliere vergunningen hebben geen knop.",
            "How many apply for asylum when protection ends without a permit is an uncertainty (ukraine_asylum_uptake); other \
             regular permits have no lever.",
        ),
    },
    Measure {
        task: 4,
        phrases: &["grip te krijgen op arbeidsmigratie en misstanden tegen te gaan"],
        asks: (
            "Grip op arbeidsmigratie, en misstanden tegengaan.",
            "A grip on labour migration, and less abuse.",
        ),
        stands: NOT_FOUND,
        missing: ABUSE,
    },
    Measure {
        task: 4,
        phrases: &["de adviezen van de commissie-Roemer en de SER"],
        asks: ("De adviezen van Roemer en de SER uitvoeren.", "Carry out the advice of Roemer and the SER."),
        stands: NOT_FOUND,
        missing: ROEMER,
    },
    Measure {
        task: 4,
        phrases: &["een driejarige pilot"],
        asks: (
            "Een pilot van drie jaar voor geschoolde krachten in strategische sectoren.",
            "A pilot of three years for skilled workers in strategic sectors.",
        ),
        stands: NOT_FOUND,
        missing: PILOT,
    },
    Measure {
        task: 5,
        phrases: &["een planning met de belangrijkste mijlpalen"],
        asks: (
            "Een Taskforce, met een planning en haar mijlpalen.",
            "A task force, with a planning and its milestones.",
        ),
        stands: NOT_FOUND,
        missing: (
            "Hoeveel tijd samenwerken in een taskforce scheelt is een aanname (task_force_saves). Een planning is niet gevonden; data \
             van maatregelen en mijlpalen staan onder elke grafiek.",
            "How much time cooperation in a task force saves is an assumption (task_force_saves). No planning was found; the dates \
             of measures and milestones stand under each chart.",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_that_a_lever_quotes_belongs_to_one_measure() {
        for row in levers::all() {
            for phrase in row.letter {
                let of = MEASURES.iter().filter(|measure| measure.phrases.contains(phrase)).count();
                assert_eq!(of, 1, "“{phrase}” of {}", row.name);
            }
        }
    }

    #[test]
    fn a_measure_without_a_lever_says_so_and_the_order_is_that_of_the_letter() {
        for measure in MEASURES {
            let covered = measure.rows().next().is_some();
            assert!(covered || !measure.missing.1.is_empty(), "{}", measure.phrases[0]);
            assert_eq!(measure.missing.0.is_empty(), measure.missing.1.is_empty());
        }
        assert!(MEASURES.windows(2).all(|pair| pair[0].task <= pair[1].task));
    }
}
