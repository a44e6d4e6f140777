//! Chapter courts: appeals, interim measures, further appeals.

/// The kinds of appeal, in the order of `AppealKind`.
const KINDS: [&str; 4] = ["extended", "general", "manifest", "dublin"];

levers! {
    chapter courts, after super::transfer;

    /// Rejections on the merits against which an appeal is lodged.
    uncertain APPEAL_SHARE: Share = "appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of rejections that are appealed",
        dutch: "aandeel beroep", says: "Inhoudelijke afwijzingen waartegen beroep wordt ingesteld.",
        aliases: ["beroep"], letter: [], moves: "appeals_lodged +",
    }

    /// Time to lodge an appeal against a rejection in the extended procedure.
    lever APPEAL_TERM: Days = "appeal_term" {
        unit: "days", range: (0.0, 365.0), binds: At(Decided),
        english: "term to appeal",
        dutch: "beroepstermijn", says: "Termijn om beroep in te stellen tegen een afwijzing in de verlengde procedure.",
        aliases: ["appeal_term_days", "Vw 69"], letter: ["vereenvoudigen van de asielprocedure"], moves: "open_appeals -",
    }

    /// Time between lodging an appeal in the extended procedure and the case being ready for a hearing.
    uncertain APPEAL_PREPARATION: Days = "appeal_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding beroep", says: "Tijd tussen het instellen van beroep in de verlengde procedure en een zaak die rijp is voor zitting.",
        aliases: ["court"], letter: [], moves: "",
    }

    /// Appeals on which the district court can rule in a year, counted in those of the extended procedure; other work of the court on asylum weighs less. More is there only when judges have been trained.
    lever COURT_CAPACITY: Count = "court_capacity" {
        unit: "appeals a year", range: (0.0, 1_000_000.0), binds: Today,
        english: "capacity of the courts",
        dutch: "rechterlijke capaciteit", says: "Beroepen waarop de rechtbank in een jaar uitspraak kan doen, geteld in die van de verlengde procedure; ander werk van de rechtbank aan asiel weegt minder. Meer is er pas als rechters zijn opgeleid.",
        aliases: ["rechtbank", "judges", "rechters", "zittingscapaciteit"], letter: ["doorstroom en vertrek bevorderen"], moves: "appeal_rulings +, open_appeals -",
    }

    /// Multiplies the appeals on which the court can rule at the start, until the next step of `court_capacity`: how far they may lie from the value assumed.
    uncertain COURT_CAPACITY_UNKNOWN: Rate = "court_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte rechterlijke capaciteit", says: "Vermenigvuldigt het aantal beroepen waarop de rechtbank uitspraak kan doen bij de start, tot de volgende stap van `court_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "appeal_rulings +, open_appeals -",
    }

    /// Appeals against rejections on the merits that the court upholds, so that the IND decides anew.
    uncertain APPEAL_UPHELD: Share = "appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde beroepen", says: "Beroepen tegen inhoudelijke afwijzingen die gegrond zijn, zodat de IND opnieuw beslist.",
        aliases: ["annulment_rate", "gegrondverklaring"], letter: [], moves: "",
    }

    /// Grants among new decisions after an upheld appeal.
    uncertain REMITTED_GRANT: Share = "remitted_grant" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "inwilliging na terugwijzing", says: "Inwilligingen onder nieuwe besluiten na een gegrond beroep.",
        aliases: ["remittal"], letter: [], moves: "grants +",
    }

    /// The same time in the general procedure, for a transfer decision, and where the application is inadmissible or manifestly unfounded.
    lever SHORT_APPEAL_TERM: Days = "short_appeal_term" {
        unit: "days", range: (0.0, 365.0), binds: At(Decided),
        english: "short term to appeal",
        dutch: "korte beroepstermijn", says: "Dezelfde termijn in de algemene asielprocedure, bij een overdrachtsbesluit en bij een niet-ontvankelijke of kennelijk ongegronde aanvraag.",
        aliases: ["appeal_term_days", "Vw 69", "Dublin", "AA"], letter: ["vereenvoudigen van de asielprocedure"], moves: "open_appeals -",
    }

    /// Transfer decisions against which an appeal is lodged.
    uncertain DUBLIN_APPEAL_SHARE: Share = "dublin_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel beroep tegen overdracht", says: "Overdrachtsbesluiten waartegen beroep wordt ingesteld.",
        aliases: ["Dublin", "beroep"], letter: [], moves: "appeals_dublin +, interim_requests +",
    }

    /// Rejections in the general procedure that are manifestly unfounded or inadmissible.
    uncertain MANIFEST_SHARE: Share = "manifest_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel kennelijk ongegrond", says: "Afwijzingen in de algemene asielprocedure die kennelijk ongegrond of niet-ontvankelijk zijn.",
        aliases: ["kennelijk ongegrond", "niet-ontvankelijk", "Vw 30b"], letter: [], moves: "interim_requests +",
    }

    /// Rejections of repeat applications that are inadmissible for lack of new elements, or manifestly unfounded.
    uncertain INADMISSIBLE_SHARE: Share = "inadmissible_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of repeat rejections that are inadmissible",
        dutch: "aandeel niet-ontvankelijk bij herhaalde aanvraag", says: "Afwijzingen van herhaalde aanvragen die niet-ontvankelijk zijn omdat nieuwe elementen ontbreken, of kennelijk ongegrond.",
        aliases: ["niet-ontvankelijk", "HASA", "Vw 30a"], letter: [], moves: "interim_requests +",
    }

    /// Appeals that by themselves give a right to remain, and so to reception, until the ruling, by kind.
    lever RIGHT_TO_REMAIN: Curve(&KINDS) = "right_to_remain" {
        unit: "share", range: (0.0, 1.0), binds: At(Decided),
        english: "right to remain during appeal",
        dutch: "schorsende werking van het beroep", says: "Beroepen die uit zichzelf recht geven om te blijven, en dus op opvang, tot de uitspraak, per soort.",
        aliases: ["auto_suspension_share", "Vw 82", "schorsende werking", "rechtmatig verblijf"], letter: ["Europese Migratiepact"], moves: "interim_requests -",
    }

    /// Appeals without a right to remain with which an interim measure is asked for.
    uncertain INTERIM_SHARE: Share = "interim_request_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of appeals with a request for an interim measure",
        dutch: "aandeel voorlopige voorziening", says: "Beroepen zonder recht om te blijven waarbij een voorlopige voorziening wordt gevraagd.",
        aliases: ["interim_request_rate", "vovo", "voorlopige voorziening"], letter: [], moves: "interim_requests +",
    }

    /// Time in which the court answers a request for an interim measure.
    lever INTERIM_DAYS: Days = "interim_days" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "time to a ruling on an interim measure",
        dutch: "tijd tot uitspraak op voorlopige voorziening", says: "Tijd waarin de rechtbank op een verzoek om een voorlopige voorziening beslist.",
        aliases: ["vovo"], letter: [], moves: "open_appeals +",
    }

    /// Interim measures that the court grants of those asked for.
    uncertain INTERIM_GRANTED: Share = "interim_granted_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of interim measures that are granted",
        dutch: "toegewezen voorlopige voorzieningen", says: "Deel van de gevraagde voorlopige voorzieningen dat de rechtbank toewijst.",
        aliases: ["vovo"], letter: [], moves: "interim_granted +, reception +",
    }

    /// Work of the court on a request for an interim measure, where an appeal in the extended procedure is 1.
    uncertain INTERIM_WORK: Rate = "interim_work" {
        unit: "times an appeal", range: (0.0, 5.0), binds: Today,
        english: "work on an interim measure",
        dutch: "werk aan een voorlopige voorziening", says: "Werk van de rechtbank aan een verzoek om een voorlopige voorziening; een beroep in de verlengde procedure is 1.",
        aliases: ["vovo"], letter: [], moves: "open_appeals +, wait_appeal +",
    }

    /// The same time for appeals with a term of a week.
    uncertain SHORT_APPEAL_PREPARATION: Days = "short_appeal_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding kort beroep", says: "Dezelfde tijd voor beroepen met een termijn van een week.",
        aliases: ["court"], letter: [], moves: "",
    }

    /// Work of the court on an appeal with a term of a week, where one in the extended procedure is 1.
    uncertain SHORT_APPEAL_WORK: Rate = "short_appeal_work" {
        unit: "times an appeal", range: (0.0, 5.0), binds: Today,
        english: "work on a short appeal",
        dutch: "werk aan een kort beroep", says: "Werk van de rechtbank aan een beroep met een termijn van een week; een in de verlengde procedure is 1.",
        aliases: ["AA", "Dublin"], letter: [], moves: "open_appeals +, wait_appeal +",
    }

    /// Work of the court on an appeal for failure to decide, where an appeal in the extended procedure is 1.
    uncertain LATE_APPEAL_WORK: Rate = "late_appeal_work" {
        unit: "times an appeal", range: (0.0, 5.0), binds: Today,
        dutch: "werk aan een beroep niet tijdig", says: "Werk van de rechtbank aan een beroep wegens niet tijdig beslissen; een beroep in de verlengde procedure is 1.",
        aliases: ["BNT"], letter: [], moves: "open_appeals +, wait_appeal +",
    }

    /// Whether the court takes up appeals with a term of a week before the others.
    lever SHORT_APPEALS_FIRST: Switch = "short_appeals_first" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "short appeals first",
        dutch: "korte beroepen eerst", says: "Of de rechtbank beroepen met een termijn van een week voor de andere behandelt.",
        aliases: ["voorrang", "priority"], letter: [], moves: "wait_appeal_extended +, wait_appeal_short -",
    }

    /// Appeals that are withdrawn before the hearing.
    uncertain APPEAL_WITHDRAWN: Share = "appeal_withdrawn_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingetrokken beroepen", says: "Beroepen die voor de zitting worden ingetrokken.",
        aliases: ["intrekking"], letter: [], moves: "appeals_withdrawn +, appeal_rulings -",
    }

    /// Appeals against rejections on the merits that turn on a question referred to the Court of Justice, and wait for its answer.
    uncertain REFERENCE_SHARE: Share = "reference_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel prejudiciële vragen", says: "Beroepen tegen inhoudelijke afwijzingen die draaien om een vraag aan het Hof van Justitie, en op het antwoord wachten.",
        aliases: ["cjeu_reference_freeze", "prejudicieel", "Hof van Justitie"], letter: [], moves: "open_appeals +",
    }

    /// The same share for applications lodged since the Pact, whose law is new.
    uncertain REFERENCE_SHARE_NEW: Share = "reference_share_new" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel prejudiciële vragen, nieuw recht", says: "Hetzelfde deel voor aanvragen sinds het pact, waarvan het recht nieuw is.",
        aliases: ["cjeu_reference_freeze", "prejudicieel", "Hof van Justitie"], letter: [], moves: "open_appeals +",
    }

    /// Time until the answer of the Court of Justice is there and the court goes on.
    uncertain REFERENCE_DAYS: Days = "reference_days" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        dutch: "duur prejudiciële vraag", says: "Tijd tot het antwoord van het Hof van Justitie er is en de rechtbank verdergaat.",
        aliases: ["cjeu_reference_freeze", "prejudicieel", "Hof van Justitie"], letter: [], moves: "open_appeals +",
    }

    /// Time from the selection of a judge until the end of the training, and so until more capacity of the court is there.
    uncertain JUDGE_TRAINING: Days = "judge_training" {
        unit: "days", range: (0.0, 5_000.0), binds: Today,
        english: "time to train a judge",
        dutch: "opleiding van rechters", says: "Tijd van de werving van een rechter tot het einde van de opleiding, en dus tot er meer zittingscapaciteit is.",
        aliases: ["rechters", "judges", "zittingscapaciteit"], letter: [], moves: "court_seats -",
    }

    /// The most by which training can begin in a year, as a share of the capacity of the court.
    lever COURT_GROWTH: Rate = "court_growth" {
        unit: "a year", range: (0.0, 100.0), binds: Today,
        english: "growth of the district court",
        dutch: "groei van de rechtbank", says: "Het meeste dat in een jaar in opleiding kan worden genomen, als deel van de capaciteit van de rechtbank.",
        aliases: ["rechters", "judges", "zittingscapaciteit"], letter: [], moves: "court_seats +, appeal_rulings +",
    }

    /// Appeals against a transfer decision that the court upholds.
    uncertain DUBLIN_APPEAL_UPHELD: Share = "dublin_appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde beroepen tegen overdracht", says: "Beroepen tegen een overdrachtsbesluit die gegrond zijn.",
        aliases: ["Dublin", "annulment_rate"], letter: [], moves: "appeals_upheld +, dublin_transferred -",
    }

    /// New decisions after an upheld appeal against a transfer by which the Netherlands takes the application itself.
    uncertain DUBLIN_TAKEN: Share = "dublin_remitted_taken" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "overgenomen na gegrond Dublinberoep", says: "Nieuwe besluiten na een gegrond beroep tegen overdracht waarbij Nederland de aanvraag zelf behandelt.",
        aliases: ["Dublin", "Dublin III art. 17"], letter: [], moves: "open_cases +",
    }

    /// Upheld appeals in which the court sets a term for the new decision; the officers take these up before all other work on the merits.
    uncertain REMITTAL_TERM_SHARE: Share = "remittal_term_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of upheld appeals with a term",
        dutch: "aandeel terugwijzing met termijn", says: "Gegronde beroepen waarin de rechtbank een termijn stelt voor het nieuwe besluit; die gaan bij de beslismedewerkers voor op al het andere inhoudelijke werk.",
        aliases: ["terugwijzing", "remittal"], letter: [], moves: "",
    }

    /// The term that the court sets for the new decision; a judicial penalty runs beyond it.
    lever REMITTAL_TERM: Days = "remittal_term" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "term after remittal",
        dutch: "termijn na terugwijzing", says: "De termijn die de rechtbank stelt voor het nieuwe besluit; daarna loopt een rechterlijke dwangsom.",
        aliases: ["terugwijzing", "remittal", "dwangsom"], letter: [], moves: "penalties_judicial -",
    }

    /// Appeals dismissed by the district court against which the applicant lodges a further appeal.
    uncertain FURTHER_SHARE: Share = "further_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of dismissed appeals that go to further appeal",
        dutch: "aandeel hoger beroep", says: "Ongegronde beroepen waartegen de vreemdeling hoger beroep instelt.",
        aliases: ["higher_appeal_on", "hoger beroep", "Raad van State"], letter: [], moves: "further_appeals +",
    }

    /// Time to lodge a further appeal after an appeal in the extended procedure.
    lever FURTHER_TERM: Days = "further_appeal_term" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "term for further appeal",
        dutch: "termijn hoger beroep", says: "Termijn om hoger beroep in te stellen na een beroep in de verlengde procedure.",
        aliases: ["Vw 69", "hoger beroep", "Raad van State"], letter: ["vereenvoudigen van de asielprocedure"], moves: "further_appeals -",
    }

    /// The same time after an appeal with a term of a week.
    lever SHORT_FURTHER_TERM: Days = "short_further_appeal_term" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "short term for further appeal",
        dutch: "korte termijn hoger beroep", says: "Dezelfde termijn na een beroep met een termijn van een week.",
        aliases: ["Vw 69", "hoger beroep", "Raad van State"], letter: ["vereenvoudigen van de asielprocedure"], moves: "further_appeals -",
    }

    /// Time between lodging a further appeal and its being ready to be decided.
    uncertain FURTHER_PREPARATION: Days = "further_appeal_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding hoger beroep", says: "Tijd tussen het instellen van hoger beroep en een zaak die rijp is voor uitspraak.",
        aliases: ["hoger beroep", "Raad van State"], letter: [], moves: "",
    }

    /// Further appeals of applicants with which the Council of State lets them stay by an interim measure.
    uncertain FURTHER_STAY: Share = "further_appeal_stay" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "voorlopige voorziening in hoger beroep", says: "Hoger beroepen van vreemdelingen waarin de Raad van State hen met een voorlopige voorziening laat blijven.",
        aliases: ["vovo", "hoger beroep", "Raad van State"], letter: [], moves: "reception +",
    }

    /// Further appeals of applicants that the Council of State upholds.
    uncertain FURTHER_UPHELD: Share = "further_appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde hoger beroepen", says: "Hoger beroepen van vreemdelingen die gegrond zijn.",
        aliases: ["hoger beroep", "Raad van State"], letter: [], moves: "",
    }

    /// Upheld appeals against which the IND lodges a further appeal.
    uncertain STATE_FURTHER_SHARE: Share = "state_further_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel hoger beroep door de IND", says: "Gegronde beroepen waartegen de IND hoger beroep instelt.",
        aliases: ["hoger beroep", "IND"], letter: [], moves: "further_appeals +",
    }

    /// Further appeals of the IND that the Council of State upholds.
    uncertain STATE_FURTHER_WON: Share = "state_further_appeal_won" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde hoger beroepen van de IND", says: "Hoger beroepen van de IND die gegrond zijn.",
        aliases: ["hoger beroep", "IND"], letter: [], moves: "",
    }

    /// Further appeals in asylum cases that the Council of State can decide in a year.
    lever COUNCIL_CAPACITY: Count = "council_capacity" {
        unit: "further appeals a year", range: (0.0, 1_000_000.0), binds: Today,
        english: "capacity of the Council of State",
        dutch: "capaciteit Raad van State", says: "Hoger beroepen in asielzaken waarop de Raad van State in een jaar kan beslissen.",
        aliases: ["Raad van State", "ABRvS", "hoger beroep"], letter: ["doorstroom en vertrek bevorderen"], moves: "open_further_appeals -, wait_further_appeal -",
    }

    /// Multiplies the further appeals that the Council of State can decide at the start, until the next step of `council_capacity`: how far they may lie from the value assumed.
    uncertain COUNCIL_CAPACITY_UNKNOWN: Rate = "council_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte capaciteit Raad van State", says: "Vermenigvuldigt het aantal hoger beroepen waarop de Raad van State kan beslissen bij de start, tot de volgende stap van `council_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "open_further_appeals -",
    }

    /// Term in which the district court should rule on an appeal in the extended procedure, from its lodging.
    lever RULING_TERM: Days = "ruling_term" {
        unit: "days", range: (1.0, 3_650.0), binds: Today,
        english: "term for a ruling",
        dutch: "uitspraaktermijn", says: "Termijn waarin de rechtbank op een beroep in de verlengde procedure moet beslissen, vanaf de indiening.",
        aliases: ["court_term_weeks", "Vw 83b", "term for a ruling"], letter: [], moves: "rulings_late -",
    }

    /// The same where the term to appeal is a week.
    lever SHORT_RULING_TERM: Days = "short_ruling_term" {
        unit: "days", range: (1.0, 3_650.0), binds: Today,
        english: "term for a ruling in short procedures",
        dutch: "uitspraaktermijn korte beroepen", says: "Dezelfde termijn waar de beroepstermijn een week is.",
        aliases: ["court_term_weeks", "Vw 83b"], letter: [], moves: "rulings_late -",
    }
}
