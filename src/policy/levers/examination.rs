//! Chapter examination: what Regulation (EU) 2024/1348 changes in the procedure of an application lodged since it applies.

/// From when an applicant has legal aid.
const AID: [&str; 3] = ["from_the_start", "low_chances_after", "all_after"];

levers! {
    chapter examination, after super::cohorts;

    /// Whether an application is examined in one procedure instead of a general and an extended one, by day of lodging.
    lever ONE_PROCEDURE: Switch = "one_procedure" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "one procedure",
        dutch: "één procedure", says: "Of een aanvraag in één procedure wordt behandeld in plaats van in een algemene en een verlengde, naar dag van indiening.",
        aliases: ["aa_va_split", "AA", "VA", "tracks_config"], letter: ["vereenvoudigen van de asielprocedure"], moves: "wait_decision ?",
    }

    /// Whether an intention to reject goes before a rejection, with a view in reply, by day of lodging.
    lever INTENTION_STEP: Switch = "intention_step" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "intention before a rejection",
        dutch: "voornemenprocedure", says: "Of aan een afwijzing een voornemen voorafgaat, met een zienswijze als antwoord, naar dag van indiening.",
        aliases: ["voornemen", "zienswijze", "intention"], letter: ["vereenvoudigen van de asielprocedure"], moves: "wait_decision +, decisions -, appeals_upheld -",
    }

    /// Hours of legal counselling by the IND before the interview, for a single applicant, by day of lodging.
    lever COUNSELLING_HOURS: Rate = "counselling_hours" {
        unit: "hours an application", range: (0.0, 100.0), binds: At(Lodged),
        english: "hours of legal counselling",
        dutch: "uren juridische counseling", says: "Uren juridische counseling door de IND vóór het gehoor, voor één aanvrager, naar dag van indiening.",
        aliases: ["legal_counselling_hours", "counseling"], letter: ["Europese Migratiepact"], moves: "decisions -",
    }

    /// Multiplies the hours of an application in the one procedure: registration interview, medical advice and rest period dropped, data entered by applicants, new work learnt.
    uncertain ONE_PROCEDURE_WORK: Rate = "one_procedure_work" {
        unit: "times", range: (0.1, 3.0), binds: Today,
        english: "work in the one procedure",
        dutch: "werk in de ene procedure", says: "Vermenigvuldigt de uren van een aanvraag in de ene procedure: aanmeldgehoor, medisch advies en rusttermijn vervallen, gegevens voert de aanvrager in, nieuw werk wordt geleerd.",
        aliases: ["normuren", "simplification", "vereenvoudiging"], letter: [], moves: "decisions -",
    }

    /// Screening at the external border, from reporting, by day of making the application.
    lever SCREENING_DAYS_BORDER: Days = "screening_days_border" {
        unit: "days", range: (0.0, 60.0), binds: At(Made),
        english: "screening at the external border",
        dutch: "screening aan de buitengrens", says: "Duur van de screening aan de buitengrens, vanaf de aanmelding, naar dag van het verzoek.",
        aliases: ["screening", "OVA"], letter: ["Europese Migratiepact"], moves: "in_screening +",
    }

    /// Screening in the country, from reporting, by day of making the application.
    lever SCREENING_DAYS_TERRITORY: Days = "screening_days_territory" {
        unit: "days", range: (0.0, 60.0), binds: At(Made),
        english: "screening in the country",
        dutch: "screening op het grondgebied", says: "Duur van de screening op het grondgebied, vanaf de aanmelding, naar dag van het verzoek.",
        aliases: ["screening", "OVA"], letter: ["Europese Migratiepact"], moves: "in_screening +",
    }

    /// Longest time from registration to lodging; nought where they fall together. By day of registration.
    lever LODGING_TERM: Days = "lodging_term" {
        unit: "days", range: (0.0, 365.0), binds: At(Registered),
        english: "term for lodging",
        dutch: "indieningstermijn", says: "Langste tijd van registratie tot indiening; nul waar die samenvallen. Naar dag van registratie.",
        aliases: ["indiening", "art. 28", "21 dagen"], letter: ["Europese Migratiepact"], moves: "awaiting_lodging +",
    }

    /// Mean time from screening to lodging, where the term does not cut it off.
    uncertain LODGING_DAYS: Days = "lodging_days" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "mean time to lodging",
        dutch: "tijd tot indiening", says: "Gemiddelde tijd van screening tot indiening, waar de termijn die niet afkapt.",
        aliases: ["indiening", "portaal", "OVA"], letter: [], moves: "awaiting_lodging +",
    }

    /// Whether there is an accelerated procedure, by day of lodging.
    lever ACCELERATED: Switch = "accelerated_procedure" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "accelerated procedure",
        dutch: "versnelde procedure", says: "Of er een versnelde procedure is, naar dag van indiening.",
        aliases: ["accelerated_on", "art. 42"], letter: ["Europese Migratiepact"], moves: "inflow_accelerated +, wait_decision ?",
    }

    /// Union-wide share of grants at or below which a nationality is examined in the accelerated procedure.
    lever RECOGNITION_THRESHOLD: Share = "recognition_threshold" {
        unit: "share", range: (0.0, 1.0), binds: At(Lodged),
        english: "threshold of the recognition rate",
        dutch: "erkenningspercentage", says: "Inwilligingspercentage in de Unie waarop of waaronder een nationaliteit in de versnelde procedure komt.",
        aliases: ["art. 42(1)(j)", "20 procent"], letter: ["Europese Migratiepact"], moves: "inflow_accelerated +",
    }

    /// Grants among first decisions in the whole Union in the latest year, by nationality.
    lever UNION_GRANT_SHARE: ByNationality<Share> = "union_grant_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Lodged),
        english: "recognition rate in the Union",
        dutch: "erkenning in de Unie", says: "Inwilligingen onder de eerste besluiten in de hele Unie in het laatste jaar, per nationaliteit.",
        aliases: ["Eurostat", "recognition rate", "erkenningspercentage"], letter: ["Europese Migratiepact"], moves: "inflow_accelerated -",
    }

    /// Nationalities held out of the accelerated procedure although the Union grants few of them, since that share no longer tells their chances.
    lever SIGNIFICANT_CHANGE: ByNationality<Switch> = "significant_change" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "significant change (nationalities held out)",
        dutch: "significante wijziging", says: "Nationaliteiten die buiten de versnelde procedure blijven hoewel de Unie er weinig inwilligt, omdat dat percentage hun kansen niet meer weergeeft.",
        aliases: ["Syrië", "uitzondering"], letter: ["Europese Migratiepact"], moves: "inflow_accelerated -",
    }

    /// Safe countries of origin, by nationality.
    lever SAFE_ORIGIN: ByNationality<Switch> = "safe_country_of_origin" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "safe countries of origin",
        dutch: "veilige landen van herkomst", says: "Veilige landen van herkomst, per nationaliteit.",
        aliases: ["safe_country_list", "EU-lijst"], letter: ["Europese Migratiepact"], moves: "inflow_accelerated +",
    }

    /// Other applications that go to the accelerated procedure: misled authorities, irrelevant or inconsistent statements, delay, public order; among the nationalities taken together also those of low Union-wide share, by nationality.
    uncertain ACCELERATED_OTHER: ByNationality<Share> = "accelerated_other_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share in the accelerated procedure on other grounds",
        dutch: "versneld op andere gronden", says: "Overige aanvragen die in de versnelde procedure komen: misleiding, niet ter zake of tegenstrijdig, uitstel, openbare orde; onder de overige nationaliteiten ook die met een laag erkenningspercentage, per nationaliteit.",
        aliases: ["art. 42"], letter: [], moves: "inflow_accelerated +",
    }

    /// Term for the decision in the accelerated procedure, from lodging.
    lever ACCELERATED_TERM: Days = "accelerated_term" {
        unit: "days", range: (1.0, 1_000.0), binds: At(Lodged),
        english: "term of the accelerated procedure",
        dutch: "termijn versnelde procedure", says: "Termijn voor het besluit in de versnelde procedure, vanaf indiening.",
        aliases: ["art. 35(3)", "3 maanden"], letter: ["Europese Migratiepact"], moves: "share_in_time +, default_notices -",
    }

    /// Term for a decision on an application of somebody from a safe country or with protection elsewhere in the Union, from lodging.
    lever INADMISSIBLE_TERM: Days = "inadmissible_term" {
        unit: "days", range: (1.0, 2_000.0), binds: At(Lodged),
        english: "decision term for inadmissible applications",
        dutch: "termijn niet-ontvankelijk", says: "Termijn voor een besluit op een aanvraag van iemand uit een veilig land of met bescherming elders in de Unie, vanaf indiening.",
        aliases: ["art. 35(1)", "2 maanden"], letter: ["Europese Migratiepact"], moves: "share_in_time +, default_notices -",
    }

    /// Whether a repeat application is inadmissible too where the applicant could have brought forward before what is new in it, by day of lodging.
    lever FAULT_TEST: Switch = "fault_test" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "fault test for repeat applications",
        dutch: "verwijtbaarheidstoets", says: "Of een herhaalde aanvraag ook niet-ontvankelijk is als de aanvrager het nieuwe eerder had kunnen inbrengen, naar dag van indiening.",
        aliases: ["subsequent_strictness", "opvolgende aanvraag", "HASA", "art. 55"], letter: ["asielnoodmaatregelen"], moves: "repeats_inadmissible +, grants ?",
    }

    /// Repeat applications of which the applicant could have brought forward before what is new in them.
    uncertain COULD_HAVE_SHARE: Share = "could_have_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of repeat applications that could have come before",
        dutch: "aandeel eerder in te brengen", says: "Herhaalde aanvragen waarvan de aanvrager het nieuwe eerder had kunnen inbrengen.",
        aliases: ["subsequent_strictness", "opvolgende aanvraag", "HASA"], letter: [], moves: "repeats_inadmissible +",
    }

    /// Whether whoever applies for a third time or more may stay, with reception, until the application is found admissible; by day of lodging.
    lever REPEAT_STAY: Switch = "repeat_stay" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "right to stay on a third application",
        dutch: "verblijfsrecht bij verdere herhaling", says: "Of wie voor de derde keer of vaker een aanvraag doet mag blijven, met opvang, tot de aanvraag ontvankelijk is; naar dag van indiening.",
        aliases: ["art. 56", "opvolgende aanvraag", "HASA"], letter: ["asielnoodmaatregelen"], moves: "reception_need +",
    }

    /// Whether there is a border procedure, by day of lodging.
    lever BORDER_PROCEDURE: Switch = "border_procedure" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "asylum border procedure",
        dutch: "asielgrensprocedure", says: "Of er een asielgrensprocedure is, naar dag van indiening.",
        aliases: ["grensprocedure", "border"], letter: ["Europese Migratiepact"], moves: "in_border_procedure +",
    }

    /// Those whom the border procedure can examine who came to the external border and were not let in.
    uncertain BORDER_SHARE: Share = "border_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who came to the external border",
        dutch: "aandeel aan de buitengrens", says: "Wie in de grensprocedure kan worden behandeld en zich aan de buitengrens meldde en niet is toegelaten.",
        aliases: ["Schiphol", "grensprocedure"], letter: [], moves: "in_border_procedure +",
    }

    /// Applications that are inadmissible because another country outside the Union is safe, by day of lodging; unaccompanied minors aside.
    lever SAFE_THIRD_COUNTRY_SHARE: Share = "safe_third_country_share" {
        unit: "share of applications", range: (0.0, 1.0), binds: At(Lodged),
        english: "safe third country",
        dutch: "veilig derde land", says: "Aanvragen die niet-ontvankelijk zijn omdat een ander land buiten de Unie veilig is, naar dag van indiening; alleenstaande minderjarigen uitgezonderd.",
        aliases: ["veilig derde land", "safe third country", "art. 59"], letter: ["uitvoering van het Europese Migratiepact"], moves: "grants ?, decisions +",
    }

    /// Places of the border procedure.
    lever BORDER_PLACES: Count = "border_places" {
        unit: "places", range: (0.0, 100_000.0), binds: Today,
        english: "places of the border procedure",
        dutch: "grensprocedurecapaciteit", says: "Plaatsen van de asielgrensprocedure.",
        aliases: ["JCS", "Schiphol"], letter: ["Europese Migratiepact"], moves: "in_border_procedure +",
    }

    /// The longest stay in the border procedure, from registration.
    lever BORDER_LONGEST: Days = "border_longest" {
        unit: "days", range: (1.0, 1_000.0), binds: At(Lodged),
        english: "longest border procedure",
        dutch: "maximale duur grensprocedure", says: "Het langste verblijf in de grensprocedure, vanaf registratie.",
        aliases: ["border_max_weeks", "12 weken"], letter: ["Europese Migratiepact"], moves: "in_border_procedure +",
    }

    /// Persons who are examined at the border in a year, at most, for each of its places.
    lever BORDER_CEILING: Rate = "border_ceiling" {
        unit: "times the places", range: (0.0, 100.0), binds: Today,
        english: "yearly ceiling of the border procedure",
        dutch: "jaarplafond grensprocedure", says: "Personen die in een jaar ten hoogste in de grensprocedure komen, per plaats.",
        aliases: ["border_annual_multiplier", "art. 47"], letter: ["Europese Migratiepact"], moves: "in_border_procedure +",
    }

    /// Whether families with minors are examined at the border, by day of lodging.
    lever BORDER_FAMILIES: Switch = "border_families" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "families in the border procedure",
        dutch: "gezinnen in grensprocedure", says: "Of gezinnen met minderjarigen in de grensprocedure komen, naar dag van indiening.",
        aliases: ["families_in_border"], letter: ["Europese Migratiepact"], moves: "in_border_procedure +",
    }

    /// Who has legal aid only after a rejection, by day of lodging: nobody; those of low chances, in the accelerated procedure or from a safe country; or everyone.
    lever LEGAL_AID: Choice(&AID) = "legal_aid" {
        unit: "choice", range: (0.0, 2.0), binds: At(Lodged),
        english: "start of legal aid",
        dutch: "moment van rechtsbijstand", says: "Wie pas na een afwijzing rechtsbijstand heeft, naar dag van indiening: niemand (from_the_start); wie weinig kans maakt, in de versnelde procedure of uit een veilig land (low_chances_after); of iedereen (all_after).",
        aliases: ["legal_aid_timing", "rechtsbijstand", "legal aid"], letter: ["vereenvoudigen van de asielprocedure"], moves: "appeals_upheld +, decisions +",
    }

    /// Rejections after which the court upholds the appeal because nobody had assisted the applicant before.
    uncertain LATE_AID_UPHELD: Share = "late_aid_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of appeals upheld for want of earlier legal aid",
        dutch: "gegrond door late rechtsbijstand", says: "Afwijzingen waarna de rechter het beroep gegrond verklaart omdat niemand de aanvrager eerder bijstond.",
        aliases: ["rechtsbijstand", "legal aid"], letter: [], moves: "appeals_upheld +",
    }
}
