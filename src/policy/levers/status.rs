//! Chapter status: permits, once they are given.

levers! {
    chapter status, after super::protection;

    /// For how long an asylum permit is given, at first and on renewal, which is a grant anew.
    lever PERMIT_YEARS: Rate = "permit_years" {
        unit: "years", range: (0.5, 50.0), binds: At(Granted),
        english: "length of an asylum permit",
        dutch: "geldigheidsduur vergunning", says: "Voor hoe lang een asielvergunning wordt verleend, de eerste keer en bij verlenging, die een nieuwe verlening is.",
        aliases: ["permit_years_a", "permit_years_b", "Vw 28", "vijf jaar"], letter: ["asielnoodmaatregelen"], moves: "permits_due -",
    }

    /// Whether the permit runs from the application; otherwise from the grant.
    lever PERMIT_FROM_APPLICATION: Switch = "permit_from_application" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Granted),
        english: "permit from the application",
        dutch: "vergunning vanaf de aanvraag", says: "Of de vergunning vanaf de aanvraag loopt; anders vanaf de verlening.",
        aliases: ["Vw 44", "ingangsdatum"], letter: [], moves: "permits_due +",
    }

    /// Whether whoever passes the review gets a permit for indefinite time, and is reviewed no more. A review under way follows the law of the day on which it is decided; a scenario that lets it bind by the grant spares permits first granted before.
    lever INDEFINITE_PERMIT: Switch = "indefinite_permit" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Renewed),
        english: "permit for indefinite time",
        dutch: "vergunning onbepaalde tijd", says: "Of wie de herbeoordeling doorkomt een vergunning voor onbepaalde tijd krijgt en niet meer wordt herbeoordeeld. Een lopende herbeoordeling volgt het recht van de dag waarop zij wordt beslist; een scenario dat aan de verlening bindt, spaart eerder verleende vergunningen.",
        aliases: ["Vw 34", "permanent"], letter: ["asielnoodmaatregelen"], moves: "permits_renewed -, permits_settled +",
    }

    /// Years since the first permit after which its holder can become Dutch; matters where there is no indefinite permit.
    lever NATURALISATION_YEARS: Rate = "naturalisation_years" {
        unit: "years", range: (0.0, 50.0), binds: Today,
        english: "years to naturalisation",
        dutch: "naturalisatietermijn", says: "Jaren sinds de eerste vergunning waarna de houder Nederlander kan worden; telt waar er geen vergunning voor onbepaalde tijd is.",
        aliases: ["RWN", "naturalisatie"], letter: [], moves: "permits_settled -",
    }

    /// Of those who can become Dutch at a review, those who have.
    uncertain NATURALISED_SHARE: Share = "naturalised_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share naturalised",
        dutch: "aandeel genaturaliseerd", says: "Van wie bij een herbeoordeling Nederlander kan zijn, het deel dat dat is.",
        aliases: ["naturalisatie"], letter: [], moves: "permits_settled +",
    }

    /// Time that the review of a permit takes.
    uncertain REVIEW_DAYS: Days = "review_days" {
        unit: "days", range: (1.0, 2_000.0), binds: Today,
        dutch: "duur herbeoordeling", says: "Tijd die de herbeoordeling van een vergunning duurt.",
        aliases: ["verlenging", "renewal"], letter: [], moves: "permits_in_review +",
    }

    /// Hours of the IND on the review of one permit.
    uncertain RENEWAL_HOURS: Rate = "renewal_hours" {
        unit: "hours a permit", range: (0.0, 100.0), binds: Today,
        dutch: "uren herbeoordeling", says: "Uren van de IND aan de herbeoordeling van één vergunning.",
        aliases: ["herbeoordeling"], letter: [], moves: "renewal_hours_spent +",
    }

    /// Of the hours on reviews, those that decision officers give, who then decide less on applications.
    lever RENEWAL_BY_OFFICERS: Share = "renewal_by_officers" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "reviews of permits by decision officers",
        dutch: "herbeoordeling door beslismedewerkers", says: "Van de uren herbeoordeling het deel dat beslismedewerkers doen, die dan minder op aanvragen beslissen.",
        aliases: ["herbeoordeling", "IND"], letter: [], moves: "decisions -",
    }

    /// Permits that are not renewed at the review, by nationality: it is safe again, or for another reason.
    uncertain RENEWAL_REFUSAL_SHARE: ByNationality<Share> = "renewal_refusal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of permits not renewed",
        dutch: "niet-verlenging", says: "Vergunningen die bij de herbeoordeling niet worden verlengd, naar nationaliteit: het is weer veilig, of om een andere reden.",
        aliases: ["renewal_refusal_rate", "intrekking", "veilig"], letter: [], moves: "permits_withdrawn +",
    }

    /// Multiplies the permits that are not renewed, of all nationalities together.
    uncertain RENEWAL_REFUSAL_UNKNOWN: Rate = "renewal_refusal_share_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte niet-verlenging", says: "Vermenigvuldigt de vergunningen die niet worden verlengd, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "permits_withdrawn +",
    }

    /// Valid permits that are withdrawn in a year, within their term: fraud, public order.
    uncertain WITHDRAWAL_RATE: Rate = "withdrawal_rate" {
        unit: "share a year", range: (0.0, 1.0), binds: Today,
        dutch: "intrekking van vergunningen", says: "Geldige vergunningen die in een jaar binnen hun looptijd worden ingetrokken: fraude, openbare orde.",
        aliases: ["intrekking", "veroordelingen"], letter: ["veroordelingen"], moves: "permits_withdrawn +",
    }

    /// Permit holders out of reception with a valid temporary asylum permit at the start, by nationality.
    uncertain PERMITS_AT_START: ByNationality<Count> = "permits_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "geldige vergunningen bij de start", says: "Vergunninghouders buiten de opvang met een geldige asielvergunning voor bepaalde tijd bij de start, naar nationaliteit.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "permits_valid +, permits_due +",
    }

    /// Multiplies the permits that are valid at the start, of all nationalities together.
    uncertain PERMITS_AT_START_UNKNOWN: Rate = "permits_at_start_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte geldige vergunningen", says: "Vermenigvuldigt de vergunningen die bij de start geldig zijn, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "permits_valid +, permits_due +",
    }

    /// In which year after the start the permits end that are valid at it.
    uncertain PERMITS_END_MIX: Mix(&YEARS) = "permits_end_mix" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "einde van de vergunningen bij de start", says: "In welk jaar na de start de vergunningen eindigen die dan geldig zijn.",
        aliases: ["beginstand"], letter: [], moves: "",
    }

    /// Whether refugee status (A) and subsidiary protection (B) give different rights: a grant says which it is and why, B can be appealed for A, and the rules for relatives of B hold.
    lever TWO_STATUS: Switch = "two_status" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Decided),
        english: "two-status system",
        dutch: "tweestatusstelsel", says: "Of vluchtelingenstatus (A) en subsidiaire bescherming (B) verschillende rechten geven: een inwilliging motiveert welke het is, tegen B kan voor A worden doorgeprocedeerd, en de nareisregels voor B gelden.",
        aliases: ["twee-statusstelsel", "A-status", "B-status", "36 703"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "appeals_status +, family_applications -",
    }

    /// Extra hours of an officer on a grant, to say why it is not the other status.
    uncertain STATUS_MOTIVATION_HOURS: Rate = "status_motivation_hours" {
        unit: "hours a grant", range: (0.0, 40.0), binds: Today,
        english: "work to say why it is not the other status",
        dutch: "uren motivering van de status", says: "Extra uren van een medewerker per inwilliging, om te motiveren waarom het niet de andere status is.",
        aliases: ["dubbele motivering", "twee statussen"], letter: [], moves: "status_hours_spent +, decisions -",
    }

    /// Holders of subsidiary protection who appeal for refugee status.
    uncertain STATUS_APPEAL_SHARE: Share = "status_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who appeal for status A",
        dutch: "doorprocederen", says: "Wie subsidiaire bescherming heeft en voor de vluchtelingenstatus in beroep gaat.",
        aliases: ["b_appeal_rate", "doorprocederen", "B voor A"], letter: [], moves: "appeals_status +, open_appeals +",
    }

    /// Appeals for refugee status that the court upholds.
    uncertain STATUS_APPEAL_UPHELD: Share = "status_appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde statusberoepen", says: "Beroepen om de vluchtelingenstatus die gegrond zijn.",
        aliases: ["doorprocederen", "B voor A"], letter: [], moves: "status_raised +, inflow_family +",
    }

    /// Work of the court on an appeal for refugee status, where an appeal in the extended procedure is 1.
    uncertain STATUS_APPEAL_WORK: Rate = "status_appeal_work" {
        unit: "times an appeal", range: (0.0, 5.0), binds: Today,
        dutch: "werk aan een statusberoep", says: "Werk van de rechtbank aan een beroep om de vluchtelingenstatus; een beroep in de verlengde procedure is 1.",
        aliases: ["doorprocederen"], letter: [], moves: "open_appeals +, wait_appeal +",
    }

    /// Hours of the IND on an appeal for refugee status.
    uncertain STATUS_APPEAL_HOURS: Rate = "status_appeal_hours" {
        unit: "hours an appeal", range: (0.0, 200.0), binds: Today,
        english: "work of the IND on an appeal for status A",
        dutch: "uren IND per statusberoep", says: "Uren van de IND aan een beroep om de vluchtelingenstatus.",
        aliases: ["procesvertegenwoordiging", "doorprocederen"], letter: [], moves: "status_hours_spent +",
    }

    /// Of the hours on appeals for refugee status, those that decision officers give, who then decide less on applications.
    lever STATUS_APPEAL_BY_OFFICERS: Share = "status_appeal_by_officers" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "appeals for status A by decision officers",
        dutch: "statusberoep door beslismedewerkers", says: "Van de uren aan beroepen om de vluchtelingenstatus het deel dat beslismedewerkers doen, die dan minder op aanvragen beslissen.",
        aliases: ["procesvertegenwoordiging", "IND"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "decisions -",
    }

    /// Hours of the IND on the review of one permit where nobody gets a permit for indefinite time: whether protection is still needed.
    uncertain TEMPORARY_RENEWAL_HOURS: Rate = "temporary_renewal_hours" {
        unit: "hours a permit", range: (0.0, 100.0), binds: Today,
        english: "work on the review of a temporary permit",
        dutch: "uren herbeoordeling tijdelijke vergunning", says: "Uren van de IND aan de herbeoordeling van één vergunning waar niemand een vergunning voor onbepaalde tijd krijgt: of bescherming nog nodig is.",
        aliases: ["herbeoordeling", "verlenging"], letter: [], moves: "renewal_hours_spent +",
    }
}

/// First to fifth year after the start.
pub(crate) const YEARS: [&str; 5] = ["1", "2", "3", "4", "5"];
