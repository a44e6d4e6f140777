//! Chapter procedure: from registration to the decision.

use crate::policy::Language;

const LANGUAGES: [&str; Language::COUNT] = Language::KEYS;

levers! {
    chapter procedure, after super::inflow;

    /// Persons who can be identified and registered on a working day.
    lever REGISTRATION_CAPACITY: Count = "registration_capacity" {
        unit: "persons a working day", range: (0.0, 100_000.0), binds: Today,
        english: "capacity of registration",
        dutch: "registratiecapaciteit", says: "Personen die op een werkdag geïdentificeerd en geregistreerd kunnen worden.",
        aliases: ["aanmeldloket", "Ter Apel", "aanmeldcentrum", "registration"], letter: ["vereenvoudigen van de asielprocedure"], moves: "waiting_registration -",
    }

    /// Officers of the IND who hear and decide asylum applications.
    lever DECISION_STAFF: Count = "decision_staff" {
        unit: "full-time equivalents", range: (0.0, 100_000.0), binds: Today,
        english: "decision officers",
        dutch: "beslismedewerkers asiel", says: "Medewerkers van de IND die asielaanvragen horen en beslissen.",
        aliases: ["ind_capacity_fte", "IND-capaciteit", "officers", "fte"], letter: ["doorstroom en vertrek bevorderen"], moves: "decisions +, open_cases -, wait_decision ?",
    }

    /// Minutes that an officer works on cases on a working day; also the most that one case gets in a day.
    uncertain PRODUCTIVE_MINUTES: Minutes = "productive_minutes" {
        unit: "minutes a working day", range: (0.0, 1_440.0), binds: Today,
        dutch: "productieve minuten per dag", says: "Minuten die een medewerker op een werkdag aan zaken werkt; ook het meeste dat één zaak op een dag krijgt.",
        aliases: ["productivity", "productiviteit"], letter: [], moves: "decisions +",
    }

    /// Hours of officers' time that a decision on the merits takes for a single applicant, everything included.
    lever DECISION_HOURS: Rate = "decision_hours" {
        unit: "hours an application", range: (0.1, 10_000.0), binds: Today,
        english: "hours of officers a decision",
        dutch: "normuren per beslissing", says: "Uren van medewerkers die een inhoudelijk besluit over één aanvrager kost, alles inbegrepen.",
        aliases: ["ind_hours_per_case", "normuren", "hours per case"], letter: ["vereenvoudigen van de asielprocedure"], moves: "decisions -, open_cases +, wait_decision ?",
    }

    /// Hours of the interviews, within the hours of the decision: officer, interpreter and lawyer at once.
    uncertain HEARING_HOURS: Rate = "hearing_hours" {
        unit: "hours an application", range: (0.1, 200.0), binds: Today,
        dutch: "gehooruren", says: "Uren van de gehoren, binnen de uren van het besluit: medewerker, tolk en advocaat tegelijk.",
        aliases: ["nader gehoor", "interview", "aanmeldgehoor"], letter: [], moves: "",
    }

    /// Hours of interpreters on a working day, by group of languages.
    lever INTERPRETER_HOURS: Curve(&LANGUAGES) = "interpreter_hours" {
        unit: "hours a working day", range: (0.0, 1_000_000.0), binds: Today,
        english: "hours of interpreters",
        dutch: "tolkuren", says: "Uren van tolken op een werkdag, per taalgroep.",
        aliases: ["interpreter_capacity", "tolken", "interpreters"], letter: [], moves: "decisions +",
    }

    /// Hours of lawyers at interviews on a working day.
    lever LAWYER_HOURS: Count = "lawyer_hours" {
        unit: "hours a working day", range: (0.0, 1_000_000.0), binds: Today,
        english: "hours of lawyers",
        dutch: "advocaaturen", says: "Uren van advocaten bij gehoren op een werkdag.",
        aliases: ["lawyer_capacity", "advocaten", "rechtsbijstand"], letter: [], moves: "decisions +",
    }

    /// Applications that need the extended procedure.
    uncertain EXTENDED_SHARE: Share = "extended_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share in the extended procedure",
        dutch: "aandeel verlengde procedure", says: "Aanvragen die de verlengde asielprocedure nodig hebben.",
        aliases: ["VA", "AA", "general procedure"], letter: ["vereenvoudigen van de asielprocedure"], moves: "wait_decision +",
    }

    /// Applications in the extended procedure for which there is another interview.
    uncertain FURTHER_INTERVIEW_SHARE: Share = "further_interview_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel aanvullend gehoor", says: "Aanvragen in de verlengde procedure waarvoor nog een gehoor nodig is.",
        aliases: ["aanvullend gehoor", "VA"], letter: [], moves: "",
    }

    /// Work on the view and the decision after it as a share of the work after the interview; a grant takes none of it.
    lever VIEW_WORK: Share = "view_work" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "work on the view",
        dutch: "werk aan zienswijze", says: "Werk aan de zienswijze en het besluit daarna als deel van het werk na het gehoor; een inwilliging kost daar niets van.",
        aliases: ["voornemen", "zienswijze", "intention"], letter: ["vereenvoudigen van de asielprocedure"], moves: "decisions ?",
    }

    /// Time for the view in the general procedure.
    lever VIEW_GENERAL: Days = "view_general" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "term for the view, general procedure",
        dutch: "zienswijzetermijn algemene procedure", says: "Tijd voor de zienswijze in de algemene procedure.",
        aliases: ["zienswijze", "AA"], letter: ["vereenvoudigen van de asielprocedure"], moves: "wait_decision +",
    }

    /// Time for the view in the extended procedure.
    lever VIEW_EXTENDED: Days = "view_extended" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "term for the view, extended procedure",
        dutch: "zienswijzetermijn verlengde procedure", says: "Tijd voor de zienswijze in de verlengde procedure.",
        aliases: ["zienswijze", "VA"], letter: ["vereenvoudigen van de asielprocedure"], moves: "wait_decision +",
    }

    /// Intentions to reject that the view turns into a grant.
    uncertain VIEW_TURNS: Share = "view_turns" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of intentions turned by the view",
        dutch: "omslag na zienswijze", says: "Voornemens tot afwijzing die na de zienswijze een inwilliging worden.",
        aliases: ["zienswijze", "voornemen"], letter: [], moves: "",
    }

    /// Divides the hours that an application takes: how far production may differ from that of the year before.
    uncertain PRODUCTIVITY: Rate = "productivity" {
        unit: "times", range: (0.1, 3.0), binds: Today,
        dutch: "productiviteit", says: "Deelt de uren die een aanvraag kost: hoe ver de productie van die van het vorige jaar kan afwijken.",
        aliases: ["production"], letter: [], moves: "decisions +",
    }

    /// Work on each further member of a household as a share of that on the first.
    uncertain COMPANION_WORK: Share = "companion_work" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "werk per gezinslid", says: "Werk voor elk volgend gezinslid als deel van dat voor de eerste aanvrager.",
        aliases: ["household", "gezin"], letter: [], moves: "",
    }

    /// Applications to be decided on the merits that are taken up with priority instead of in order of lodging.
    lever PRIORITY_SHARE: Share = "priority_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Lodged),
        english: "applications with priority",
        dutch: "aandeel met voorrang", says: "Inhoudelijk te beslissen aanvragen die met voorrang worden opgepakt in plaats van op volgorde van indiening.",
        aliases: ["fast track", "voorrang", "BAA", "kansrijk", "kansarm"], letter: ["vereenvoudigen van de asielprocedure"],
        moves: "wait_decision ?",
    }

    /// Spread of the hours between cases.
    uncertain WORK_VARIATION: Share = "work_variation" {
        unit: "coefficient of variation", range: (0.0, 1.0), binds: Today,
        dutch: "spreiding in werk", says: "Spreiding van de uren tussen zaken.",
        aliases: ["cv"], letter: [], moves: "",
    }

    /// Applications that are withdrawn or set aside, among those that no other state takes, by nationality.
    uncertain WITHDRAWN_SHARE: ByNationality<Share> = "withdrawn_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of applications withdrawn",
        dutch: "aandeel ingetrokken", says: "Aanvragen die worden ingetrokken of buiten behandeling gesteld, onder die welke geen ander land overneemt, per nationaliteit.",
        aliases: ["withdrawn", "intrekking", "buiten behandeling", "no-show", "closed_share"], letter: [], moves: "closed +, grants -",
    }

    /// Moves the share that is withdrawn or set aside, of all nationalities together.
    uncertain WITHDRAWN_UNKNOWN: Rate = "withdrawn_share_unknown" {
        unit: "log odds", range: (-5.0, 5.0), binds: Today,
        dutch: "bandbreedte aandeel ingetrokken", says: "Verschuift het aandeel dat wordt ingetrokken of buiten behandeling gesteld, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "closed +, grants -",
    }

    /// Mean time from registration to a withdrawal or a missed interview.
    uncertain WITHDRAWAL_DAYS: Days = "withdrawal_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "tijd tot intrekking", says: "Gemiddelde tijd van registratie tot intrekking of een gemist gehoor.",
        aliases: ["withdrawn", "intrekking", "closed_days"], letter: [], moves: "open_cases +",
    }

    /// Applications in the safe-country track (spoor 2) among those that no other state takes and that are not withdrawn, by nationality: safe country of origin, or protection in another state of the Union.
    lever SAFE_COUNTRY_SHARE: ByNationality<Share> = "safe_country_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Lodged),
        english: "share of the safe-country track",
        dutch: "aandeel veilige landen", says: "Aanvragen in spoor 2 onder die welke geen ander land overneemt en die niet worden ingetrokken, per nationaliteit: veilig land van herkomst, of bescherming in een ander EU-land.",
        aliases: ["spoor 2", "track 2", "veilig land", "safe country"], letter: ["vereenvoudigen van de asielprocedure"], moves: "decisions +",
    }

    /// Hours of officers' time that a decision in the safe-country track takes for a single applicant.
    lever SAFE_COUNTRY_HOURS: Rate = "safe_country_hours" {
        unit: "hours an application", range: (0.1, 10_000.0), binds: Today,
        english: "hours of officers a decision, safe country",
        dutch: "uren per besluit veilig land", says: "Uren van medewerkers die een besluit in spoor 2 over één aanvrager kost.",
        aliases: ["spoor 2", "track 2"], letter: ["vereenvoudigen van de asielprocedure"], moves: "decisions -",
    }

    /// Hours of officers' time to close a case without a decision on the merits.
    lever CLOSED_HOURS: Rate = "closed_hours" {
        unit: "hours an application", range: (0.1, 10_000.0), binds: Today,
        english: "hours to close a case without a decision",
        dutch: "uren per overige afdoening", says: "Uren van medewerkers om een zaak zonder inhoudelijk besluit af te doen.",
        aliases: ["Dublin"], letter: [], moves: "decisions -",
    }

    /// Multiplies the hours to close a case without a decision on the merits at the start, until the next step of `closed_hours`: how far they may lie from the value assumed.
    uncertain CLOSED_HOURS_UNKNOWN: Rate = "closed_hours_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte uren per overige afdoening", says: "Vermenigvuldigt de uren per overige afdoening bij de start, tot de volgende stap van `closed_hours`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "",
    }

    /// Hours of officers' time to say whether a repeat application is admissible.
    lever ADMISSIBILITY_HOURS: Rate = "admissibility_hours" {
        unit: "hours an application", range: (0.1, 10_000.0), binds: Today,
        english: "hours for the test of a repeat application",
        dutch: "uren per eendagstoets", says: "Uren van medewerkers om vast te stellen of een herhaalde aanvraag ontvankelijk is.",
        aliases: ["HASA", "EDT", "eendagstoets", "opvolgende aanvraag"], letter: ["vereenvoudigen van de asielprocedure"], moves: "decisions -",
    }

    /// Grants among decisions on the merits, by nationality: country policy and evidence together.
    lever GRANT_SHARE: ByNationality<Share> = "grant_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of grants",
        dutch: "inwilligingspercentage per nationaliteit", says: "Inwilligingen als deel van de inhoudelijke besluiten, per nationaliteit: landenbeleid en bewijs samen.",
        aliases: ["country_policy", "landenbeleid", "recognition rate", "inwilliging"], letter: ["De instroom beperken en doorstroom en vertrek bevorderen"], moves: "grants +, rejections -",
    }

    /// Of those who would be granted protection, the part to whom it is refused for a conviction, by day of the decision.
    lever CONVICTION_REFUSALS: Share = "conviction_refusals" {
        unit: "share", range: (0.0, 1.0), binds: At(Decided),
        english: "protection refused for a conviction",
        dutch: "weigering om een veroordeling", says: "Deel van wie bescherming zou krijgen aan wie die om een veroordeling wordt geweigerd, naar dag van de beslissing.",
        aliases: ["conviction_weight", "glijdende schaal", "veroordelingen", "openbare orde"], letter: ["zwaarder meewegen van veroordelingen in de procedure"], moves: "grants -, rejections +",
    }

    /// Moves the grant share of every nationality up or down together.
    uncertain GRANT_SHIFT: Rate = "grant_shift" {
        unit: "log odds", range: (-5.0, 5.0), binds: Today,
        dutch: "verschuiving inwilliging", says: "Verschuift het inwilligingspercentage van alle nationaliteiten samen omhoog of omlaag.",
        aliases: ["recognition"], letter: [], moves: "grants +",
    }

    /// Grants among decisions on the merits of repeat applications.
    uncertain REPEAT_GRANT: Share = "repeat_grant_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "inwilliging herhaalde aanvragen", says: "Inwilligingen als deel van de inhoudelijke besluiten op herhaalde aanvragen.",
        aliases: ["HASA"], letter: [], moves: "grants +",
    }

    /// Refugee status (A) among grants, by nationality.
    uncertain REFUGEE_SHARE: ByNationality<Share> = "refugee_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel vluchtelingenstatus", says: "Vluchtelingenstatus (A) als deel van de inwilligingen, per nationaliteit.",
        aliases: ["A-status", "Geneva"], letter: [], moves: "grants_refugee +",
    }

    /// Moves the share of refugee status among grants, of all nationalities together.
    uncertain REFUGEE_UNKNOWN: Rate = "refugee_share_unknown" {
        unit: "log odds", range: (-5.0, 5.0), binds: Today,
        dutch: "bandbreedte aandeel vluchtelingenstatus", says: "Verschuift het aandeel vluchtelingenstatus onder de inwilligingen, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "grants_refugee +",
    }

    /// Humanitarian grounds among grants, by nationality; what is left is subsidiary protection (B).
    uncertain HUMANITARIAN_SHARE: ByNationality<Share> = "humanitarian_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel humanitair", says: "Humanitaire gronden als deel van de inwilligingen, per nationaliteit; de rest is subsidiaire bescherming (B).",
        aliases: ["humanitarian"], letter: [], moves: "grants_humanitarian +",
    }
}
