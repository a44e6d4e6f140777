//! Chapter courts: appeals.

levers! {
    chapter courts, after super::procedure;

    /// Rejections on the merits against which an appeal is lodged.
    uncertain APPEAL_SHARE: Share = "appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel beroep", says: "Inhoudelijke afwijzingen waartegen beroep wordt ingesteld.",
        aliases: ["beroep"], letter: [], moves: "appeals_lodged +",
    }

    /// Time to lodge an appeal against a rejection.
    lever APPEAL_TERM: Days = "appeal_term" {
        unit: "days", range: (0.0, 365.0), binds: At(Decided),
        dutch: "beroepstermijn", says: "Termijn om beroep in te stellen tegen een afwijzing.",
        aliases: ["appeal_term_days", "Vw 69"], letter: ["vereenvoudigen van de asielprocedure"], moves: "open_appeals -",
    }

    /// Time between lodging an appeal and the case being ready for a hearing.
    uncertain APPEAL_PREPARATION: Days = "appeal_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding beroep", says: "Tijd tussen het instellen van beroep en een zaak die rijp is voor zitting.",
        aliases: ["court"], letter: [], moves: "",
    }

    /// Appeals against rejections on the merits on which the district court can rule in a year.
    lever COURT_CAPACITY: Count = "court_capacity" {
        unit: "appeals a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "rechterlijke capaciteit", says: "Beroepen tegen inhoudelijke afwijzingen waarop de rechtbank in een jaar uitspraak kan doen.",
        aliases: ["rechtbank", "judges", "rechters"], letter: [], moves: "appeal_rulings +, open_appeals -",
    }

    /// Multiplies the appeals on which the court can rule at the start, until the next step of `court_capacity`: how far they may lie from the value assumed.
    uncertain COURT_CAPACITY_UNKNOWN: Rate = "court_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte rechterlijke capaciteit", says: "Vermenigvuldigt het aantal beroepen waarop de rechtbank uitspraak kan doen bij de start, tot de volgende stap van `court_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "appeal_rulings +, open_appeals -",
    }

    /// Appeals that the court upholds, so that the IND decides anew.
    uncertain APPEAL_UPHELD: Share = "appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde beroepen", says: "Beroepen die gegrond zijn, zodat de IND opnieuw beslist.",
        aliases: ["annulment_rate", "gegrondverklaring"], letter: [], moves: "",
    }

    /// Grants among new decisions after an upheld appeal.
    uncertain REMITTED_GRANT: Share = "remitted_grant" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "inwilliging na terugwijzing", says: "Inwilligingen onder nieuwe besluiten na een gegrond beroep.",
        aliases: ["remittal"], letter: [], moves: "grants +",
    }
}
