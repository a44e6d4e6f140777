//! Chapter terms: decisions that come late.

levers! {
    chapter terms, after super::procedure;

    /// Term for the first decision, from the day on which the Netherlands is responsible.
    lever DECISION_TERM: Days = "decision_term" {
        unit: "days", range: (1.0, 2_000.0), binds: At(Responsible),
        english: "decision term",
        dutch: "beslistermijn", says: "Termijn voor het eerste besluit, vanaf de dag dat Nederland verantwoordelijk is.",
        aliases: ["Vw 42", "6 maanden"], letter: ["vereenvoudigen van de asielprocedure"], moves: "share_in_time +, default_notices -",
    }

    /// General extension of the decision term for everyone, by day of lodging.
    lever GENERAL_EXTENSION: Days = "general_extension" {
        unit: "days", range: (0.0, 2_000.0), binds: At(Lodged),
        english: "general extension of the decision term",
        dutch: "algemene verlenging beslistermijn", says: "Algemene verlenging van de beslistermijn voor iedereen, naar dag van indiening.",
        aliases: ["Vw 42(4)", "WBV 2022/22", "verlenging", "15 maanden"], letter: [], moves: "default_notices -",
    }

    /// Extension of the decision term in a single case that needs careful examination.
    lever FURTHER_EXTENSION: Days = "further_extension" {
        unit: "days", range: (0.0, 2_000.0), binds: At(Responsible),
        english: "extension of the decision term in a single case",
        dutch: "verlenging in een zaak", says: "Verlenging van de beslistermijn in een enkele zaak die zorgvuldig onderzoek vraagt.",
        aliases: ["Vw 42(5)"], letter: ["Europese Migratiepact"], moves: "default_notices -",
    }

    /// Cases in which the term is extended singly.
    uncertain FURTHER_EXTENSION_SHARE: Share = "further_extension_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Responsible),
        english: "share of cases extended singly",
        dutch: "aandeel verlenging in een zaak", says: "Zaken waarin de termijn afzonderlijk wordt verlengd.",
        aliases: ["Vw 42(5)"], letter: [], moves: "share_in_time +",
    }

    /// The longest that all extensions together, or a moratorium, can make the term.
    lever LONGEST_TERM: Days = "longest_term" {
        unit: "days", range: (1.0, 3_000.0), binds: At(Responsible),
        english: "longest decision term",
        dutch: "langste beslistermijn", says: "Het langste dat alle verlengingen samen, of een moratorium, de termijn kunnen maken.",
        aliases: ["Vw 42", "21 maanden"], letter: ["Europese Migratiepact"], moves: "default_notices -",
    }

    /// Nationalities for which no decision is taken for now (decision moratorium, besluitmoratorium).
    lever MORATORIUM: ByNationality<Switch> = "decision_moratorium" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "decision moratorium",
        dutch: "besluitmoratorium", says: "Nationaliteiten waarvoor voorlopig niet wordt beslist.",
        aliases: ["Vw 43", "moratorium", "Syrië"], letter: [], moves: "decisions -, open_cases +",
    }

    /// The longest that a moratorium holds a case.
    lever MORATORIUM_LONGEST: Days = "moratorium_longest" {
        unit: "days", range: (1.0, 1_000.0), binds: Today,
        english: "longest decision moratorium",
        dutch: "langste besluitmoratorium", says: "Het langste dat een moratorium een zaak aanhoudt.",
        aliases: ["Vw 43"], letter: [], moves: "decisions -, open_cases +",
    }

    /// Late cases in which a notice of default is given.
    uncertain NOTICE_SHARE: Share = "notice_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of late cases with a notice of default",
        dutch: "aandeel ingebrekestelling", says: "Te late zaken waarin een ingebrekestelling volgt.",
        aliases: ["ingebrekestelling", "notice of default"], letter: [], moves: "default_notices +",
    }

    /// Mean time from the end of the term to the notice of default.
    uncertain NOTICE_DELAY: Days = "notice_delay" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot ingebrekestelling", says: "Gemiddelde tijd van het einde van de termijn tot de ingebrekestelling.",
        aliases: ["ingebrekestelling"], letter: [], moves: "",
    }

    /// Hours of officers lost to a notice of default.
    uncertain NOTICE_HOURS: Rate = "notice_hours" {
        unit: "hours an application", range: (0.0, 200.0), binds: Today,
        dutch: "uren per ingebrekestelling", says: "Uren van medewerkers die een ingebrekestelling kost.",
        aliases: ["ingebrekestelling"], letter: [], moves: "hours_lost +, decisions -",
    }

    /// Notices of default that are followed by an appeal for failure to decide.
    uncertain LATE_APPEAL_SHARE: Share = "late_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of notices with an appeal for failure to decide",
        dutch: "aandeel beroep niet tijdig", says: "Ingebrekestellingen waarop beroep wegens niet tijdig beslissen volgt.",
        aliases: ["BNT", "beroep niet tijdig"], letter: [], moves: "late_appeals +, penalties_judicial +",
    }

    /// Time from an appeal for failure to decide to the ruling.
    lever LATE_APPEAL_DAYS: Days = "late_appeal_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "time to a ruling on failure to decide",
        dutch: "tijd tot uitspraak niet tijdig", says: "Tijd van een beroep wegens niet tijdig beslissen tot de uitspraak.",
        aliases: ["BNT", "Awb 8:55b"], letter: [], moves: "penalties_judicial -",
    }

    /// Hours of officers lost to an appeal for failure to decide.
    uncertain LATE_APPEAL_HOURS: Rate = "late_appeal_hours" {
        unit: "hours an application", range: (0.0, 200.0), binds: Today,
        dutch: "uren per beroep niet tijdig", says: "Uren van medewerkers die een beroep wegens niet tijdig beslissen kost.",
        aliases: ["BNT"], letter: [], moves: "hours_lost +, decisions -",
    }

    /// Term that the court gives to decide after all, by the day of its ruling.
    lever COURT_TERM: Days = "court_term" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "term set by the court",
        dutch: "termijn van de rechter", says: "Termijn die de rechter geeft om alsnog te beslissen, naar de dag van de uitspraak.",
        aliases: ["Awb 8:55d", "nadere beslistermijn"], letter: [], moves: "penalties_judicial -",
    }

    /// Full penalties that are followed by another appeal for failure to decide.
    uncertain LATE_APPEAL_AGAIN_SHARE: Share = "late_appeal_again_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of full penalties with another appeal",
        dutch: "opnieuw beroep niet tijdig", says: "Deel van de zaken met een volle dwangsom waarin opnieuw beroep wegens niet tijdig beslissen volgt.",
        aliases: ["BNT", "tweede beroep"], letter: [], moves: "late_appeals +, penalties_judicial +",
    }

    /// Term that the court gives after another appeal for failure to decide.
    lever COURT_TERM_AGAIN: Days = "court_term_again" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "next term set by the court",
        dutch: "volgende termijn van de rechter", says: "Termijn die de rechter geeft na een volgend beroep wegens niet tijdig beslissen, naar de dag van de uitspraak.",
        aliases: ["Awb 8:55d", "nadere beslistermijn"], letter: [], moves: "penalties_judicial -",
    }

    /// Cases with a court's term that are taken up before those in order.
    uncertain COURT_PRIORITY_SHARE: Share = "court_priority_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "voorrang na uitspraak", says: "Zaken met een termijn van de rechter die voor de andere worden opgepakt.",
        aliases: ["dwangsom", "voorrang"], letter: [], moves: "penalties_judicial -",
    }

    /// Judicial penalty for each day beyond the court's term, by the day of its ruling.
    lever JUDICIAL_PENALTY: Money = "judicial_penalty" {
        unit: "EUR a day", range: (0.0, 10_000.0), binds: Today,
        english: "judicial penalty",
        dutch: "rechterlijke dwangsom", says: "Dwangsom voor elke dag na de termijn van de rechter, naar de dag van de uitspraak.",
        aliases: ["dwangsom", "Awb 8:55d"], letter: [], moves: "penalties_judicial +",
    }

    /// Most of the judicial penalty of one ruling, by its day: once it is full it is owed.
    lever JUDICIAL_PENALTY_MOST: Money = "judicial_penalty_most" {
        unit: "EUR", range: (0.0, 1_000_000.0), binds: Today,
        english: "most of the judicial penalty",
        dutch: "hoogste rechterlijke dwangsom", says: "Hoogste rechterlijke dwangsom van één uitspraak, naar haar dag: is zij vol, dan is zij verschuldigd.",
        aliases: ["dwangsom"], letter: [], moves: "penalties_judicial +",
    }

    /// Administrative penalty for each day from two weeks after the notice of default; no court is needed.
    lever ADMINISTRATIVE_PENALTY: Money = "administrative_penalty" {
        unit: "EUR a day", range: (0.0, 10_000.0), binds: Today,
        english: "administrative penalty",
        dutch: "bestuurlijke dwangsom", says: "Dwangsom voor elke dag vanaf twee weken na de ingebrekestelling, zonder rechter.",
        aliases: ["dwangsom", "Awb 4:17"], letter: [], moves: "penalties_administrative +",
    }

    /// Days for which the administrative penalty runs at most.
    lever ADMINISTRATIVE_PENALTY_DAYS: Days = "administrative_penalty_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "length of the administrative penalty",
        dutch: "duur bestuurlijke dwangsom", says: "Dagen waarover de bestuurlijke dwangsom ten hoogste loopt.",
        aliases: ["dwangsom", "Awb 4:17"], letter: [], moves: "penalties_administrative +",
    }
}
