//! Chapter places: kinds of place in reception, the contracts they stand under, and how they are paid for.

const RULES: [&str; 3] = ["fixed", "yearly", "multi_year"];
/// The provinces, from north to south.
pub(crate) const PROVINCES: [&str; 12] = [
    "groningen",
    "friesland",
    "drenthe",
    "overijssel",
    "flevoland",
    "gelderland",
    "utrecht",
    "noord_holland",
    "zuid_holland",
    "zeeland",
    "noord_brabant",
    "limburg",
];

/// Municipalities by inhabitants, the smallest first; the last class is the four largest.
pub(crate) const SIZES: [&str; 5] =
    ["below_20000", "from_20000", "from_50000", "from_100000", "four_largest"];

levers! {
    chapter places, after super::start;

    /// Of the regular places, those for unaccompanied minors: small-scale reception and families.
    lever MINOR_PLACES: Count = "minor_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places for unaccompanied minors",
        dutch: "opvangplekken voor amv", says: "Van de reguliere plekken die voor alleenstaande minderjarigen: kleinschalige opvang en gezinnen.",
        aliases: ["amv", "Nidos", "POA", "KWG", "KWE", "minor_places_by_type"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_minors +, minors_elsewhere -",
    }

    /// Guardians of unaccompanied minors.
    lever GUARDIANS: Count = "guardians" {
        unit: "full-time equivalents", range: (0.0, 100_000.0), binds: Today,
        english: "guardians",
        dutch: "voogden", says: "Voogden van alleenstaande minderjarigen.",
        aliases: ["Nidos", "voogd", "guardian_capacity"], letter: [], moves: "minors_without_guardian -",
    }

    /// The minors that a guardian usually has in care.
    lever MINORS_PER_GUARDIAN: Count = "minors_per_guardian" {
        unit: "persons a guardian", range: (1.0, 1_000.0), binds: Today,
        english: "minors a guardian",
        dutch: "minderjarigen per voogd", says: "Het aantal minderjarigen dat een voogd gewoonlijk onder zich heeft.",
        aliases: ["Nidos", "caseload", "voogd"], letter: [], moves: "minors_without_guardian -",
    }

    /// The most minors that a guardian can be asked to take in a surge, beyond the usual number: with fewer guardians than that asks, interviews wait.
    lever MINORS_PER_GUARDIAN_MOST: Count = "minors_per_guardian_most" {
        unit: "persons a guardian", range: (1.0, 1_000.0), binds: Today,
        english: "most minors a guardian",
        dutch: "minderjarigen per voogd ten hoogste", says: "Het hoogste aantal minderjarigen dat een voogd bij een piek krijgt, boven het gewone aantal: zijn er dan nog te weinig voogden, dan wacht het gehoor.",
        aliases: ["Nidos", "caseload", "voogd", "guardian_capacity"], letter: ["Europese Migratiepact"], moves: "awaiting_guardian -",
    }

    /// How long somebody may stay in a place for minors after turning eighteen.
    lever STAY_AFTER_18: Days = "stay_after_18" {
        unit: "days", range: (0.0, 1_825.0), binds: Today,
        english: "stay in a place for minors after turning eighteen",
        dutch: "verlengd verblijf in amv-opvang", says: "Hoe lang iemand na de achttiende verjaardag op een plek voor minderjarigen mag blijven.",
        aliases: ["turning_18_rule", "18 worden", "amv", "extended_stay"], letter: [], moves: "reception_minors +",
    }

    /// Of the regular places, those of the central reception location: the most persons that may stay there.
    lever CENTRAL_PLACES: Count = "central_places" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        english: "most persons at the central reception location",
        dutch: "maximum centrale ontvangstlocatie", says: "Van de reguliere plekken die van de centrale ontvangstlocatie: het maximale aantal personen daar.",
        aliases: ["Ter Apel", "COL", "ter_apel_cap"], letter: [], moves: "reception_central +",
    }

    /// Of the regular places, those of freedom-restricting locations.
    lever RESTRICTED_PLACES: Count = "restricted_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in freedom-restricting locations",
        dutch: "plekken vrijheidsbeperkende locatie", says: "Van de reguliere plekken die van vrijheidsbeperkende locaties.",
        aliases: ["VBL"], letter: ["doorstroom en vertrek bevorderen"], moves: "reception_restricted +",
    }

    /// Of the regular places, those of family locations for families who must leave.
    lever FAMILY_PLACES: Count = "family_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in family locations",
        dutch: "plekken gezinslocaties", says: "Van de reguliere plekken die van gezinslocaties voor gezinnen die moeten vertrekken.",
        aliases: ["GL", "gezinslocatie"], letter: [], moves: "reception_family +",
    }

    /// Of the regular places, those under supervision or enforcement.
    lever SUPERVISED_PLACES: Count = "supervised_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places under supervision",
        dutch: "plekken met verscherpt toezicht", says: "Van de reguliere plekken die met verscherpt toezicht of handhaving.",
        aliases: ["VTL", "HTL", "PBL", "vtl_places", "htl_places", "pbl_places"], letter: ["extra verscherpt toezichtlocaties"], moves: "reception_supervised +",
    }

    /// Of the places outside the locations of COA, those with hosts for permit holders.
    lever HOST_PLACES: Count = "host_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places with hosts",
        dutch: "plekken logeerregeling", says: "Van de plekken buiten COA-locaties die bij gastgezinnen voor vergunninghouders.",
        aliases: ["logeerregeling", "host_scheme"], letter: ["alternatieve huisvesting"], moves: "reception_hosted +",
    }

    /// Of the places outside the locations of COA, those in hotels for permit holders.
    lever HOTEL_PLACES: Count = "hotel_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in hotels",
        dutch: "plekken hotelregeling", says: "Van de plekken buiten COA-locaties die in hotels voor vergunninghouders.",
        aliases: ["HAR", "hotel_scheme"], letter: ["alternatieve huisvesting"], moves: "reception_hosted +",
    }

    /// Places in transit housing, between reception and a dwelling; full at the start.
    lever TRANSIT_PLACES: Count = "transit_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in transit housing",
        dutch: "plekken doorstroomlocaties", says: "Plekken in doorstroomlocaties, tussen opvang en woning; vol bij de start.",
        aliases: ["doorstroomlocatie", "DSL", "alternatieve huisvesting"], letter: ["alternatieve huisvesting tussen COA-locaties en een reguliere (sociale huur-) woning"], moves: "permit_holders -, reception -, in_transit +",
    }

    /// Mean time from ordering regular places to their opening.
    lever REGULAR_LEAD_DAYS: Days = "regular_lead_days" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "lead time of regular reception",
        dutch: "realisatietijd reguliere opvang", says: "Gemiddelde tijd van opdracht tot opening van reguliere plekken.",
        aliases: ["place_lead_time_months", "bouwtijd", "lead time"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_regular -",
    }

    /// Mean time from ordering emergency places to their opening.
    lever EMERGENCY_LEAD_DAYS: Days = "emergency_lead_days" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "lead time of emergency reception",
        dutch: "realisatietijd noodopvang", says: "Gemiddelde tijd van opdracht tot opening van noodopvangplekken.",
        aliases: ["place_lead_time_months", "lead time"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_emergency -",
    }

    /// What is ordered and paid for: the places of the levers (fixed), or each 1 January what a forecast of the need asks, for a year (yearly) or with the highest need of three years kept (multi_year).
    lever FUNDING_RULE: Choice(&RULES) = "funding_rule" {
        unit: "choice", range: (0.0, 2.0), binds: Today,
        english: "funding rule for reception",
        dutch: "bekostigingsregel opvang", says: "Wat wordt besteld en betaald: de plekken van de knoppen (fixed), of elke 1 januari wat een raming van de behoefte vraagt, voor een jaar (yearly) of met behoud van de hoogste behoefte van drie jaar (multi_year).",
        aliases: ["coa_funding_rule", "bekostiging", "MPP", "meerjarig"], letter: ["COA krijgt de middelen"], moves: "reception_planned ?",
    }

    /// Persons a place, at which a funding rule aims.
    lever OCCUPANCY_NORM: Share = "occupancy_norm" {
        unit: "share", range: (0.5, 1.0), binds: Today,
        english: "occupancy norm",
        dutch: "bezettingsnorm", says: "Personen per plek waarop een bekostigingsregel mikt.",
        aliases: ["coa_buffer_pct", "buffer"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_planned -",
    }

    /// Part of the planned regular and emergency places for which there is no money.
    lever FUNDING_GAP: Share = "funding_gap" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "planned places without funding",
        dutch: "niet-gedekt deel van de plekken", says: "Deel van de geplande reguliere en noodopvangplekken waarvoor geen geld is.",
        aliases: ["begrotingsgat"], letter: ["COA krijgt de middelen"], moves: "reception_planned -",
    }

    /// Whether the distribution act (Spreidingswet) is law.
    lever DISTRIBUTION_LAW: Switch = "distribution_law" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "distribution act (Spreidingswet)",
        dutch: "Spreidingswet", says: "Of de Spreidingswet geldt.",
        aliases: ["spreidingswet", "verdeelbesluit", "spreiding over gemeenten", "dispersal"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "reception_regular +, reception_emergency ?",
    }

    /// Regular places that municipalities must still realise under the distribution act, all of them together; without the act they are asked for and nobody must.
    lever DISTRIBUTION_TASK: Count = "distribution_task" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "task under the distribution act",
        dutch: "opgave Spreidingswet", says: "Reguliere plekken die gemeenten volgens de Spreidingswet nog moeten realiseren, alle samen; zonder de wet worden ze gevraagd en moet niemand.",
        aliases: ["spreidingswet", "opgave", "verdeelbesluit"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "reception_regular +, reception_emergency -",
    }

    /// How the task of the distribution act is parted over the provinces.
    lever DISTRIBUTION_KEY: Mix(&PROVINCES) = "distribution_key" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "distribution key over provinces",
        dutch: "verdeelsleutel Spreidingswet", says: "Hoe de opgave van de Spreidingswet over de provincies is verdeeld.",
        aliases: ["verdeelsleutel", "provinciale opgave", "provincie", "distribution key"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "distribution_least ?",
    }

    /// How the task of the distribution act is parted over municipalities by inhabitants and socio-economic score, those of a size together.
    lever DISTRIBUTION_SIZES: Mix(&SIZES) = "distribution_sizes" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "distribution key over municipalities by size",
        dutch: "verdeelsleutel naar gemeentegrootte", says: "Hoe de opgave van de Spreidingswet over gemeenten is verdeeld, naar inwoners en sociaal-economische score, gemeenten van een grootte samen.",
        aliases: ["verdeelsleutel", "gemeentelijke opgave", "gemeentegrootte", "SES-WOA", "task of a municipality"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "distribution_least_size ?",
    }

    /// Of the task that municipalities do not take on, the part that the minister provides in their place.
    lever DISTRIBUTION_ENFORCEMENT: Share = "distribution_enforcement" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "coercion under the distribution act",
        dutch: "dwang Spreidingswet", says: "Van de opgave die gemeenten niet op zich nemen het deel waarin de minister in hun plaats voorziet.",
        aliases: ["interbestuurlijk toezicht", "indeplaatsstelling", "dwang", "coercion"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "reception_regular +, distribution_least +, distribution_least_size +",
    }

    /// Days from a task of the distribution act to the minister's providing in place of municipalities.
    lever DISTRIBUTION_ENFORCED_AFTER: Days = "distribution_enforced_after" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "time to coercion under the distribution act",
        dutch: "termijn tot dwang Spreidingswet", says: "Dagen van een opgave van de Spreidingswet tot de minister in de plaats van gemeenten voorziet.",
        aliases: ["interbestuurlijk toezicht", "indeplaatsstelling"], letter: [], moves: "reception_regular -, distribution_least -, distribution_least_size -",
    }

    /// The part of that task which municipalities take on; of which one nothing is said.
    uncertain DISTRIBUTION_COMPLIANCE: Share = "distribution_compliance" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "compliance with the distribution act",
        dutch: "naleving Spreidingswet", says: "Het deel van die opgave dat gemeenten op zich nemen; over een bepaalde gemeente zegt het niets.",
        aliases: ["medewerking gemeenten", "municipal_cooperation"], letter: ["rechtvaardig over gemeenten worden verdeeld", "medeoverheden, maatschappelijke organisaties en internationale partners"], moves: "reception_regular +",
    }

    /// Money for a place of the task that is taken on, once, beyond what municipalities get today.
    lever PLACE_BONUS: Money = "place_bonus" {
        unit: "EUR a place", range: (0.0, 1_000_000.0), binds: Today,
        english: "bonus a place",
        dutch: "bonus per plek", says: "Geld voor een plek van de opgave die gemeenten op zich nemen, eenmalig, boven wat zij nu krijgen.",
        aliases: ["bonus per place", "bonus", "spreidingswet"], letter: ["rechtvaardig over gemeenten worden verdeeld"], moves: "reception_regular +",
    }

    /// Of the task that municipalities would not take on, the part that they do for each thousand euros of such a bonus.
    uncertain PLACE_BONUS_EFFECT: Share = "place_bonus_effect" {
        unit: "share a thousand euros", range: (0.0, 1.0), binds: Today,
        english: "effect of a bonus a place",
        dutch: "effect van een bonus per plek", says: "Van de opgave die gemeenten niet op zich zouden nemen het deel dat zij er per duizend euro bonus wel op zich nemen.",
        aliases: ["bonus", "medewerking gemeenten"], letter: [], moves: "reception_regular +",
    }

    /// What municipalities go on with without the distribution act, as a part of what they do under it: of the task that is asked of them, and of the places whose contract ends.
    uncertain DISTRIBUTION_VOLUNTARY: Share = "distribution_voluntary" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "cooperation without the distribution act",
        dutch: "medewerking zonder Spreidingswet", says: "Waarmee gemeenten zonder de Spreidingswet doorgaan, als deel van wat zij onder de wet doen: van de opgave die hun wordt gevraagd, en van de plekken waarvan de overeenkomst afloopt.",
        aliases: ["medewerking gemeenten", "vrijwillig", "intrekking spreidingswet", "municipal_cooperation"], letter: ["rechtvaardig over gemeenten worden verdeeld", "medeoverheden, maatschappelijke organisaties en internationale partners"], moves: "reception_places +",
    }

    /// How far provinces lie apart in the part of their task that they take on: the standard deviation of its log odds.
    uncertain DISTRIBUTION_SPREAD: Rate = "distribution_spread" {
        unit: "log odds", range: (0.0, 10.0), binds: Today,
        english: "spread of compliance over provinces",
        dutch: "spreiding in naleving", says: "Hoe ver provincies uiteen liggen in het deel van hun opgave dat zij op zich nemen: de standaardafwijking van de log-odds.",
        aliases: ["provincie", "gelijkheid", "equality"], letter: [], moves: "distribution_least -",
    }

    /// How far municipalities of one size lie apart from those of another in the part of their task that they take on: the standard deviation of its log odds.
    uncertain DISTRIBUTION_SIZE_SPREAD: Rate = "distribution_size_spread" {
        unit: "log odds", range: (0.0, 10.0), binds: Today,
        english: "spread of compliance over sizes of municipality",
        dutch: "spreiding in naleving naar gemeentegrootte", says: "Hoe ver gemeenten van de ene en de andere grootte uiteen liggen in het deel van hun opgave dat zij op zich nemen: de standaardafwijking van de log-odds.",
        aliases: ["gemeentegrootte", "gelijkheid", "equality"], letter: [], moves: "distribution_least_size -",
    }

    /// Whether emergency reception stands in for regular places that close until new ones are built.
    lever BRIDGE_CLOSURES: Switch = "bridge_closures" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "emergency reception in place of closed places",
        dutch: "noodopvang vervangt gesloten plekken", says: "Of noodopvang reguliere plekken vervangt die sluiten, tot er nieuwe zijn gebouwd.",
        aliases: ["noodopvang"], letter: [], moves: "reception_places +",
    }

    /// Whether persons in emergency reception move to a regular centre when there is room.
    lever MOVE_TO_REGULAR: Switch = "move_to_regular" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "moves from emergency to regular reception",
        dutch: "doorplaatsen naar reguliere opvang", says: "Of bewoners van noodopvang naar een azc verhuizen als daar plek is.",
        aliases: ["doorplaatsen", "overplaatsen"], letter: [], moves: "reception_emergency -",
    }

    /// Days that newcomers stay in the central location, if there is room elsewhere afterwards.
    uncertain CENTRAL_DAYS: Days = "central_days" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "stay in the central location",
        dutch: "verblijf in de centrale ontvangstlocatie", says: "Dagen die nieuwkomers in de centrale ontvangstlocatie blijven, als daarna elders plek is.",
        aliases: ["Ter Apel", "COL"], letter: [], moves: "reception_central +",
    }

    /// Single applicants who are placed under supervision when there is room.
    uncertain NUISANCE_SHARE: Share = "nuisance_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share placed under supervision",
        dutch: "aandeel overlastgevers", says: "Alleenstaande aanvragers die onder toezicht worden geplaatst als daar plek is.",
        aliases: ["nuisance_offender_share", "overlast"], letter: ["aanpakken van overlast"], moves: "",
    }

    /// Places under one contract in regular reception.
    uncertain REGULAR_BLOCK_PLACES: Count = "regular_block_places" {
        unit: "places", range: (50.0, 100_000.0), binds: Today,
        dutch: "plekken per azc", says: "Plekken onder één overeenkomst in reguliere opvang.",
        aliases: ["azc", "locatie"], letter: [], moves: "",
    }

    /// Places under one contract in emergency reception.
    uncertain EMERGENCY_BLOCK_PLACES: Count = "emergency_block_places" {
        unit: "places", range: (50.0, 100_000.0), binds: Today,
        dutch: "plekken per noodopvanglocatie", says: "Plekken onder één overeenkomst in noodopvang.",
        aliases: ["noodopvang", "locatie"], letter: [], moves: "",
    }

    /// How long a contract for regular places lasts.
    uncertain REGULAR_BLOCK_DAYS: Days = "regular_block_days" {
        unit: "days", range: (1.0, 36_500.0), binds: Today,
        dutch: "looptijd overeenkomst azc", says: "Hoe lang een overeenkomst voor reguliere plekken loopt.",
        aliases: ["place_block_expiry", "einddatum"], letter: [], moves: "places_lost_12_months -",
    }

    /// How long a contract for emergency places lasts.
    uncertain EMERGENCY_BLOCK_DAYS: Days = "emergency_block_days" {
        unit: "days", range: (1.0, 36_500.0), binds: Today,
        dutch: "looptijd overeenkomst noodopvang", says: "Hoe lang een overeenkomst voor noodopvangplekken loopt.",
        aliases: ["place_block_expiry", "einddatum"], letter: [], moves: "places_lost_12_months -",
    }

    /// Chance that a contract for regular places that ends is renewed.
    uncertain REGULAR_RENEWAL: Share = "regular_renewal" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "renewal of contracts of regular reception",
        dutch: "verlenging reguliere opvang", says: "Kans dat een aflopende overeenkomst voor reguliere plekken wordt verlengd.",
        aliases: ["place_block_renewal_prob", "verlenging"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_regular +",
    }

    /// Chance that a contract for emergency places that ends is renewed.
    uncertain EMERGENCY_RENEWAL: Share = "emergency_renewal" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "renewal of contracts of emergency reception",
        dutch: "verlenging noodopvang", says: "Kans dat een aflopende overeenkomst voor noodopvangplekken wordt verlengd.",
        aliases: ["place_block_renewal_prob", "verlenging"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "",
    }

    /// How long before the end of a contract it is known whether it is renewed.
    uncertain RENEWAL_NOTICE: Days = "renewal_notice" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        dutch: "aanzegging einde locatie", says: "Hoe lang voor het einde van een overeenkomst bekend is of die wordt verlengd.",
        aliases: ["opzegtermijn"], letter: [], moves: "reception_places +",
    }

    /// Part of last year's change in the need that the forecast of a funding rule carries on.
    uncertain FORECAST_TREND: Share = "forecast_trend" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "part of last year's change that the forecast carries on",
        dutch: "doorgetrokken verandering in de raming", says: "Deel van de verandering in de behoefte van vorig jaar dat de raming van een bekostigingsregel doortrekt.",
        aliases: ["MPP", "raming"], letter: [], moves: "",
    }
}
