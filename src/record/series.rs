//! The series a run publishes: one a definition, with kind, unit, Dutch name and the published figure it corresponds to.

pub use super::declare::SeriesKind;

series! {
    /// First applications for asylum, counted on registration, without resettled and relocated persons.
    InflowFirst = "inflow_first", Flow, "persons", "eerste asielaanvragen", "Eerste asielaanvragen, geteld bij de registratie, zonder hervestigden en herplaatsten.", published "IND and CBS, first applications";
    /// Repeat applications by persons whose earlier application ended without a permit.
    InflowRepeat = "inflow_repeat", Flow, "persons", "herhaalde aanvragen", "Herhaalde aanvragen (HASA) van personen van wie een eerdere aanvraag zonder vergunning eindigde.", published "IND, repeat applications";
    /// Family members of permit holders who arrive in the Netherlands.
    InflowFamily = "inflow_family", Flow, "persons", "ingereisde nareizigers", "Gezinsleden van vergunninghouders (nareis) die in Nederland aankomen.", published "IND, following family members";
    /// First, repeat and family arrivals together: the total asylum influx as the IND defines it.
    InflowTotal = "inflow_total", Flow, "persons", "totale asielinstroom", "Eerste aanvragen, herhaalde aanvragen en nareizigers samen: de totale asielinstroom zoals de IND die telt.", published "IND, total asylum influx";
    /// Persons whom other states transferred to the Netherlands; the total influx does not count them.
    InflowDublin = "inflow_dublin", Flow, "persons", "inkomende overdrachten", "Personen die andere landen aan Nederland overdroegen; de totale instroom telt hen niet mee.", published "Eurostat, incoming transfers (Dublin)";
    /// First applications of unaccompanied minors; they count among the first applications.
    InflowUnaccompanied = "inflow_unaccompanied", Flow, "persons", "eerste aanvragen van amv", "Eerste aanvragen van alleenstaande minderjarige vreemdelingen (amv); zij tellen mee als eerste aanvragen.", published "IND, applications of unaccompanied minors";
    /// First applications of minors, unaccompanied or not.
    InflowMinors = "inflow_first_minors", Flow, "persons", "eerste aanvragen van minderjarigen", "Eerste aanvragen van minderjarigen, alleenstaand of niet.", published "NJi, minors among first applications";
    /// First applications of women and girls.
    InflowWomen = "inflow_first_women", Flow, "persons", "eerste aanvragen van vrouwen", "Eerste aanvragen van vrouwen en meisjes.", published "Eurostat, female applicants";
    /// Resettled persons on arrival; neither the first applications nor the total influx counts them.
    InflowResettled = "inflow_resettled", Flow, "persons", "hervestigden", "Hervestigden bij aankomst; de eerste aanvragen en de totale instroom tellen hen niet mee.", published "UNHCR, resettlement arrivals";
    /// Registered applications of persons relocated from other member states; neither the first applications nor the total influx counts them, as the IND does (CBS counts them among first applications).
    InflowRelocated = "inflow_relocated", Flow, "persons", "herplaatsten", "Geregistreerde aanvragen van personen die uit andere lidstaten zijn herplaatst; de eerste aanvragen en de totale instroom tellen hen niet mee, zoals bij de IND (het CBS telt hen wel bij de eerste aanvragen).", published "";
    /// Registered applications that go to the accelerated procedure, first and repeat.
    InflowAccelerated = "inflow_accelerated", Flow, "persons", "versnelde procedures", "Geregistreerde aanvragen die in de versnelde procedure komen, eerste en herhaalde.", published "";
    /// Persons who are registered and screened.
    InScreening = "in_screening", Stock, "persons", "in screening", "Personen die zijn geregistreerd en worden gescreend.", published "";
    /// Persons who are registered and screened and have not lodged their application.
    AwaitingLodging = "awaiting_lodging", Stock, "persons", "voor indiening", "Personen die zijn geregistreerd en gescreend en hun aanvraag nog niet hebben ingediend.", published "";
    /// Persons held in the return border procedure; they count among those who must leave.
    InReturnBorder = "in_return_border", Stock, "persons", "in de terugkeergrensprocedure", "Personen die in de terugkeergrensprocedure worden vastgehouden; zij tellen mee bij wie moet vertrekken.", published "";
    /// Persons in return hubs abroad; they have left, and counted as forced departures.
    InHubs = "in_hubs", Stock, "persons", "in terugkeerhubs", "Personen in terugkeerhubs in het buitenland; zij zijn vertrokken en telden als gedwongen vertrek.", published "";
    /// Repeat applications found inadmissible.
    RepeatsInadmissible = "repeats_inadmissible", Flow, "persons", "niet-ontvankelijke herhaalde aanvragen", "Herhaalde aanvragen die niet-ontvankelijk zijn bevonden.", published "";
    /// Unaccompanied minors, registered, whose interview waits for a guardian.
    AwaitingGuardian = "awaiting_guardian", Stock, "persons", "amv wachtend op voogd", "Alleenstaande minderjarigen die zijn geregistreerd en van wie het gehoor op een voogd wacht.", published "";
    /// Persons whose appeal waits for an answer of the Court of Justice; they count among the pending appeals.
    AppealsReferred = "appeals_referred", Stock, "persons", "beroepen wachtend op het Hof van Justitie", "Personen van wie het beroep op een antwoord van het Hof van Justitie wacht; zij tellen mee als lopende beroepen.", published "";
    /// Persons who reported and wait to be registered.
    WaitingRegistration = "waiting_registration", Stock, "persons", "wachtend op registratie", "Personen die zich hebben gemeld en op registratie wachten.", published "";
    /// Persons with a registered application on which no first decision, or no new decision after a remittal, has been taken.
    OpenCases = "open_cases", Stock, "persons", "openstaande asielzaken", "Personen met een geregistreerde aanvraag waarop nog niet (of na terugwijzing nog niet opnieuw) is beslist.", published "UNHCR, pending asylum applications at year end";
    /// Persons held at the external border while their application is examined; they count among the open cases.
    InBorder = "in_border_procedure", Stock, "persons", "in de grensprocedure", "Personen die aan de buitengrens worden vastgehouden terwijl hun aanvraag wordt behandeld; zij tellen mee als openstaande zaken.", published "";
    /// Open cases registered more than fifteen months ago.
    OpenOver15Months = "open_over_15_months", Stock, "persons", "openstaand langer dan 15 maanden", "Openstaande asielzaken die langer dan vijftien maanden geleden zijn geregistreerd.", published "IND, first procedures older than 15 months";
    /// Open cases lodged before the start of the Pact on 12 June 2026: the old stock.
    OpenCasesOld = "open_cases_old", Stock, "persons", "openstaande zaken, oude voorraad", "Openstaande asielzaken die vóór de start van het pact op 12 juni 2026 zijn ingediend: de oude voorraad.", published "";
    /// Open cases lodged since the start of the Pact on 12 June 2026.
    OpenCasesNew = "open_cases_new", Stock, "persons", "openstaande zaken, nieuw", "Openstaande asielzaken die sinds de start van het pact op 12 juni 2026 zijn ingediend.", published "";
    /// First-instance outcomes on applications of the old stock.
    DecisionsOld = "decisions_old", Flow, "persons", "afdoeningen, oude voorraad", "Afdoeningen in eerste aanleg op aanvragen van de oude voorraad.", published "";
    /// First-instance outcomes on applications lodged since the start of the Pact.
    DecisionsNew = "decisions_new", Flow, "persons", "afdoeningen, nieuw", "Afdoeningen in eerste aanleg op aanvragen die sinds de start van het pact zijn ingediend.", published "";
    /// Mean time from registration to the outcome in the old stock, over those who got one in the month.
    WaitDecisionOld = "wait_decision_old", Wait, "weeks", "wachttijd tot besluit, oude voorraad", "Gemiddelde tijd van registratie tot afdoening in de oude voorraad, van wie in de maand een afdoening kreeg.", published "";
    /// Mean time from registration to the outcome of applications lodged since the start of the Pact, over those who got one in the month.
    WaitDecisionNew = "wait_decision_new", Wait, "weeks", "wachttijd tot besluit, nieuw", "Gemiddelde tijd van registratie tot afdoening van aanvragen die sinds de start van het pact zijn ingediend, van wie in de maand een afdoening kreeg.", published "";
    /// First-instance outcomes on first and repeat applications: grants, rejections and closed cases.
    Decisions = "decisions", Flow, "persons", "afdoeningen in eerste aanleg", "Afdoeningen in eerste aanleg op eerste en herhaalde aanvragen: inwilligingen, afwijzingen en overige sluitingen.", published "UNHCR, first-instance outcomes";
    /// Applications granted, whatever the status.
    Grants = "grants", Flow, "persons", "inwilligingen", "Ingewilligde aanvragen, ongeacht de status.", published "UNHCR, positive outcomes";
    /// Grants of refugee status.
    GrantsRefugee = "grants_refugee", Flow, "persons", "vluchtelingenstatus verleend", "Inwilligingen met de vluchtelingenstatus.", published "Eurostat, Geneva Convention status";
    /// Grants of subsidiary protection.
    GrantsSubsidiary = "grants_subsidiary", Flow, "persons", "subsidiaire bescherming verleend", "Inwilligingen met subsidiaire bescherming.", published "Eurostat, subsidiary protection";
    /// Grants on humanitarian grounds.
    GrantsHumanitarian = "grants_humanitarian", Flow, "persons", "humanitair verleend", "Inwilligingen op humanitaire gronden.", published "Eurostat, humanitarian status";
    /// Applications rejected on the merits.
    Rejections = "rejections", Flow, "persons", "afwijzingen", "Inhoudelijk afgewezen aanvragen.", published "UNHCR, rejected";
    /// Cases closed without a decision on the merits: another state responsible, withdrawn, not processed.
    Closed = "closed", Flow, "persons", "overig afgedaan", "Zaken die zonder inhoudelijk besluit eindigen: ander land verantwoordelijk, ingetrokken, buiten behandeling.", published "UNHCR, otherwise closed";
    /// Claims on other states, to take over an application.
    DublinClaims = "dublin_claims", Flow, "persons", "Dublinclaims", "Claims op andere landen om een aanvraag over te nemen.", published "Eurostat, outgoing requests (Dublin)";
    /// Claims on other states that were accepted, silence included.
    DublinAccepted = "dublin_accepted", Flow, "persons", "geaccepteerde Dublinclaims", "Claims op andere landen die zijn geaccepteerd, ook door zwijgen.", published "Eurostat, accepted outgoing requests (Dublin)";
    /// Persons transferred to another state; they count among the forced departures too.
    DublinTransferred = "dublin_transferred", Flow, "persons", "overdrachten", "Personen die aan een ander land zijn overgedragen; zij tellen ook mee als gedwongen vertrek.", published "Eurostat, outgoing transfers (Dublin)";
    /// Persons for whom the term to transfer them passed, so that the Netherlands decides.
    DublinLapsed = "dublin_lapsed", Flow, "persons", "verlopen overdrachten", "Personen voor wie de overdrachtstermijn verliep, zodat Nederland beslist.", published "";
    /// Persons with a transfer decision who have not left.
    InTransfer = "in_transfer", Stock, "persons", "wachtend op overdracht", "Personen met een overdrachtsbesluit die nog niet weg zijn.", published "";
    /// Mean time from registration to the interview, over those heard in the month.
    WaitInterview = "wait_interview", Wait, "weeks", "wachttijd tot gehoor", "Gemiddelde tijd van registratie tot het gehoor, van wie in de maand is gehoord.", published "IND, wait for the second interview";
    /// Mean time from registration to the outcome, over those who got one in the month.
    WaitDecision = "wait_decision", Wait, "weeks", "wachttijd tot besluit", "Gemiddelde tijd van registratie tot afdoening, van wie in de maand een afdoening kreeg.", published "IND, mean lead time of asylum cases";
    /// First decisions on the merits within their term.
    DecisionsInTime = "decisions_in_time", Flow, "persons", "besluiten binnen de termijn", "Eerste inhoudelijke besluiten binnen hun beslistermijn.", published "";
    /// First decisions on the merits within their term, as a share of all of them.
    ShareInTime = "share_in_time", Ratio, "share", "aandeel binnen de termijn", "Eerste inhoudelijke besluiten binnen hun beslistermijn, als deel van al die besluiten.", published "";
    /// Persons with an open case whose decision term has passed.
    OpenPastTerm = "open_past_term", Stock, "persons", "openstaand na de termijn", "Personen met een openstaande zaak van wie de beslistermijn voorbij is.", published "";
    /// Notices of default in asylum cases, counted in households.
    DefaultNotices = "default_notices", Flow, "households", "ingebrekestellingen", "Ingebrekestellingen in asielzaken, geteld in huishoudens.", published "IND, notices of default";
    /// Appeals for failure to decide in asylum cases, counted in households.
    LateAppeals = "late_appeals", Flow, "households", "beroepen niet tijdig beslissen", "Beroepen wegens niet tijdig beslissen in asielzaken, geteld in huishoudens.", published "";
    /// Judicial penalties that came to be owed: when full, or with the decision.
    PenaltiesJudicial = "penalties_judicial", Flow, "EUR million", "rechterlijke dwangsommen", "Rechterlijke dwangsommen die verschuldigd werden: zodra zij vol waren, of met het besluit.", published "IND and press, penalties paid, both kinds";
    /// Administrative penalties that became due with the decision.
    PenaltiesAdministrative = "penalties_administrative", Flow, "EUR million", "bestuurlijke dwangsommen", "Bestuurlijke dwangsommen die met het besluit verschuldigd werden.", published "";
    /// Penalties of both kinds that have run up in open cases and are not owed yet.
    PenaltiesAccrued = "penalties_accrued", Stock, "EUR million", "opgelopen dwangsommen", "Dwangsommen van beide soorten die in openstaande zaken zijn opgelopen en nog niet verschuldigd zijn.", published "";
    /// Hours of officers lost to late decisions.
    HoursLost = "hours_lost", Flow, "hours", "verloren uren", "Uren van medewerkers die verloren gaan aan te late besluiten.", published "";
    /// Share of the decision officers' hours that is used.
    DecisionUse = "decision_use", Ratio, "share", "benutting beslismedewerkers", "Deel van de uren van beslismedewerkers dat wordt gebruikt.", published "";
    /// Share of the capacity for registration that is used.
    RegistrationUse = "registration_use", Ratio, "share", "benutting registratie", "Deel van de registratiecapaciteit dat wordt gebruikt.", published "";
    /// Share of the capacity of the district court that is used.
    CourtUse = "court_use", Ratio, "share", "benutting rechtbank", "Deel van de capaciteit van de rechtbank dat wordt gebruikt.", published "";
    /// Share of the capacity of the Council of State for further appeals in asylum cases that is used.
    CouncilUse = "council_use", Ratio, "share", "benutting Raad van State", "Deel van de capaciteit van de Raad van State voor hoger beroepen in asielzaken dat wordt gebruikt.", published "";
    /// Share of the capacity for decisions on family reunification that is used.
    FamilyUse = "family_use", Ratio, "share", "benutting nareisbesluiten", "Deel van de capaciteit voor besluiten op nareis dat wordt gebruikt.", published "";
    /// Share of the dwellings that municipalities can supply that is taken.
    HousingUse = "housing_use", Ratio, "share", "benutting woningen", "Deel van de woningen die gemeenten kunnen leveren dat wordt betrokken.", published "";
    /// Appeals lodged with the district court against a rejection or a transfer decision.
    AppealsLodged = "appeals_lodged", Flow, "persons", "ingestelde beroepen", "Beroepen bij de rechtbank tegen een afwijzing of een overdrachtsbesluit.", published "";
    /// Persons whose appeal is pending at the district court, whether or not they may stay for it.
    OpenAppeals = "open_appeals", Stock, "persons", "openstaande beroepen", "Personen van wie het beroep bij de rechtbank loopt, of zij daarvoor mogen blijven of niet.", published "";
    /// Appeals on which the district court ruled.
    AppealRulings = "appeal_rulings", Flow, "persons", "uitspraken in beroep", "Beroepen waarop de rechtbank uitspraak deed.", published "";
    /// Mean time from a rejection or a transfer decision to the ruling of the district court on it, over those on whose appeal it ruled in the month.
    WaitAppeal = "wait_appeal", Wait, "weeks", "wachttijd op uitspraak", "Gemiddelde tijd van afwijzing of overdrachtsbesluit tot uitspraak van de rechtbank, van wie in de maand uitspraak kreeg.", published "";
    /// Appeals lodged against a rejection in the extended procedure.
    AppealsExtended = "appeals_extended", Flow, "persons", "beroepen verlengde procedure", "Beroepen tegen een afwijzing in de verlengde procedure.", published "";
    /// Appeals lodged against a rejection with a term of a week: in the general procedure, manifestly unfounded, or inadmissible.
    AppealsShort = "appeals_short", Flow, "persons", "korte beroepen", "Beroepen tegen een afwijzing met een termijn van een week: in de algemene procedure, kennelijk ongegrond of niet-ontvankelijk.", published "";
    /// Appeals lodged against a transfer decision.
    AppealsDublin = "appeals_dublin", Flow, "persons", "Dublinberoepen", "Beroepen tegen een overdrachtsbesluit.", published "";
    /// Persons whose appeal against a rejection in the extended procedure is pending at the district court.
    OpenAppealsExtended = "open_appeals_extended", Stock, "persons", "openstaande beroepen verlengde procedure", "Personen van wie het beroep tegen een afwijzing in de verlengde procedure bij de rechtbank loopt.", published "";
    /// Persons whose appeal with a term of a week against a rejection is pending at the district court.
    OpenAppealsShort = "open_appeals_short", Stock, "persons", "openstaande korte beroepen", "Personen van wie een beroep met een termijn van een week tegen een afwijzing bij de rechtbank loopt.", published "";
    /// Persons whose appeal against a transfer decision is pending at the district court.
    OpenAppealsDublin = "open_appeals_dublin", Stock, "persons", "openstaande Dublinberoepen", "Personen van wie het beroep tegen een overdrachtsbesluit bij de rechtbank loopt.", published "";
    /// Appeals that the district court upheld.
    AppealsUpheld = "appeals_upheld", Flow, "persons", "gegronde beroepen", "Beroepen die de rechtbank gegrond verklaarde.", published "";
    /// Share of the rulings of the district court that uphold the appeal.
    UpheldShare = "upheld_share", Ratio, "share", "aandeel gegrond", "Deel van de uitspraken van de rechtbank dat het beroep gegrond verklaart.", published "";
    /// Appeals withdrawn before a hearing.
    AppealsWithdrawn = "appeals_withdrawn", Flow, "persons", "ingetrokken beroepen", "Beroepen die voor een zitting zijn ingetrokken.", published "";
    /// Mean time from a rejection in the extended procedure to the ruling of the district court on it.
    WaitAppealExtended = "wait_appeal_extended", Wait, "weeks", "wachttijd verlengde procedure bij de rechtbank", "Gemiddelde tijd van een afwijzing in de verlengde procedure tot de uitspraak van de rechtbank.", published "";
    /// Mean time from a rejection with a term of a week to the ruling of the district court on it.
    WaitAppealShort = "wait_appeal_short", Wait, "weeks", "wachttijd korte beroepen", "Gemiddelde tijd van een afwijzing met een beroepstermijn van een week tot de uitspraak van de rechtbank.", published "";
    /// Mean time from a transfer decision to the ruling of the district court on it.
    WaitAppealDublin = "wait_appeal_dublin", Wait, "weeks", "wachttijd Dublinberoepen", "Gemiddelde tijd van een overdrachtsbesluit tot de uitspraak van de rechtbank.", published "";
    /// Interim measures asked of the district court with an appeal that gives no right to remain.
    InterimRequests = "interim_requests", Flow, "persons", "verzoeken voorlopige voorziening", "Voorlopige voorzieningen die de rechtbank is gevraagd bij een beroep zonder recht om te blijven.", published "";
    /// Interim measures that the district court granted.
    InterimGranted = "interim_granted", Flow, "persons", "toegewezen voorlopige voorzieningen", "Voorlopige voorzieningen die de rechtbank heeft toegewezen.", published "";
    /// Appeals of the extended procedure on which the trained judges of the district court can rule in a year.
    CourtSeats = "court_seats", Stock, "appeals a year", "zittingscapaciteit", "Beroepen van de verlengde procedure waarop de opgeleide rechters van de rechtbank in een jaar uitspraak kunnen doen.", published "";
    /// Further appeals lodged with the Council of State, by applicants and by the IND.
    FurtherAppeals = "further_appeals", Flow, "persons", "ingestelde hoger beroepen", "Hoger beroepen bij de Raad van State, van vreemdelingen en van de IND.", published "";
    /// Persons whose case is pending at the Council of State.
    OpenFurtherAppeals = "open_further_appeals", Stock, "persons", "openstaande hoger beroepen", "Personen van wie de zaak bij de Raad van State loopt.", published "";
    /// Further appeals that the Council of State decided.
    FurtherAppealRulings = "further_appeal_rulings", Flow, "persons", "uitspraken in hoger beroep", "Hoger beroepen waarop de Raad van State heeft beslist.", published "";
    /// Mean time from the ruling of the district court to that of the Council of State.
    WaitFurtherAppeal = "wait_further_appeal", Wait, "weeks", "wachttijd hoger beroep", "Gemiddelde tijd van de uitspraak van de rechtbank tot die van de Raad van State.", published "";
    /// Relatives abroad for whom an application for family reunification is pending.
    FamilyPending = "family_pending", Stock, "persons", "openstaande nareisaanvragen", "Gezinsleden in het buitenland voor wie een nareisaanvraag loopt.", published "IND, pending family reunification";
    /// Decisions on family reunification, counted in relatives.
    FamilyDecisions = "family_decisions", Flow, "persons", "besluiten op nareis", "Besluiten op nareisaanvragen, geteld in gezinsleden.", published "IND, family reunification decisions";
    /// Mean time from the application for family reunification to the decision on it.
    WaitFamily = "wait_family", Wait, "weeks", "wachttijd nareis", "Gemiddelde tijd van nareisaanvraag tot besluit.", published "IND, family reunification waiting time";
    /// Relatives for whom family reunification is asked.
    FamilyApplied = "family_applications", Flow, "persons", "nareisaanvragen", "Gezinsleden voor wie nareis wordt gevraagd.", published "IND, family reunification applications";
    /// Relatives to whom family reunification is refused at first.
    FamilyRefused = "family_refused", Flow, "persons", "afgewezen nareis", "Gezinsleden van wie de nareis in eerste aanleg wordt afgewezen.", published "";
    /// First decisions on family reunification within their term, its extension included.
    FamilyInTime = "family_decisions_in_time", Flow, "persons", "nareisbesluiten binnen de termijn", "Eerste besluiten op nareis binnen de termijn, verlenging inbegrepen.", published "";
    /// First decisions on family reunification within their term, as a share of all of them.
    FamilyShareInTime = "family_share_in_time", Ratio, "share", "aandeel nareis binnen de termijn", "Eerste besluiten op nareis binnen de termijn, als deel van al die besluiten.", published "";
    /// Relatives abroad whose application is prepared and the decision on it held; they are among the pending ones.
    FamilyFrozen = "family_frozen", Stock, "persons", "aangehouden nareisaanvragen", "Gezinsleden in het buitenland van wie de aanvraag is voorbereid en het besluit wordt aangehouden; zij tellen mee bij de openstaande.", published "";
    /// Relatives who lodge an objection, on family reunification or article 8.
    FamilyObjections = "family_objections", Flow, "persons", "bezwaren van gezinsleden", "Gezinsleden die bezwaar maken, in nareis of op artikel 8 EVRM.", published "";
    /// Relatives who lodge an appeal with the district court, on family reunification or article 8.
    FamilyAppeals = "family_appeals", Flow, "persons", "beroepen van gezinsleden", "Gezinsleden die beroep instellen bij de rechtbank, in nareis of op artikel 8 EVRM.", published "";
    /// Relatives whose refusal is reversed, after an objection or by a new decision after an appeal.
    FamilyReversed = "family_reversed", Flow, "persons", "herziene weigeringen van gezinsleden", "Gezinsleden van wie de weigering wordt herzien, na bezwaar of door een nieuw besluit na beroep.", published "";
    /// Relatives abroad with a pending objection or appeal.
    FamilyDisputed = "family_in_dispute", Stock, "persons", "gezinsleden in bezwaar of beroep", "Gezinsleden in het buitenland van wie bezwaar of beroep loopt.", published "";
    /// Relatives who may come and have not arrived, with a visa to collect or on the way.
    FamilyTravelling = "family_travelling", Stock, "persons", "ingewilligde gezinsleden onderweg", "Gezinsleden die mogen komen en nog niet zijn ingereisd: mvv aangehouden of op te halen, of onderweg.", published "";
    /// Relatives outside the rule of family reunification who apply on article 8 of the Convention.
    Article8Applied = "article8_applications", Flow, "persons", "aanvragen artikel 8 EVRM", "Gezinsleden buiten de nareisregels die een aanvraag op artikel 8 EVRM doen.", published "";
    /// Relatives with a pending application on article 8 of the Convention.
    Article8Pending = "article8_pending", Stock, "persons", "openstaand artikel 8 EVRM", "Gezinsleden van wie een aanvraag op artikel 8 EVRM loopt.", published "";
    /// First decisions on article 8 of the Convention.
    Article8Decisions = "article8_decisions", Flow, "persons", "besluiten artikel 8 EVRM", "Eerste besluiten op artikel 8 EVRM.", published "";
    /// First decisions on article 8 within their term, its extension included.
    Article8InTime = "article8_decisions_in_time", Flow, "persons", "besluiten artikel 8 binnen de termijn", "Eerste besluiten op artikel 8 EVRM binnen de termijn, verlenging inbegrepen.", published "";
    /// Share of the hours for decisions on article 8 that is used.
    Article8Use = "article8_use", Ratio, "share", "benutting artikel 8 EVRM", "Deel van de uren voor besluiten op artikel 8 EVRM dat wordt gebruikt.", published "";
    /// Relatives who arrive on article 8 of the Convention; the total influx does not count them.
    Article8Arrived = "article8_arrivals", Flow, "persons", "ingereisd op artikel 8 EVRM", "Gezinsleden die op artikel 8 EVRM inreizen; de totale asielinstroom telt hen niet mee.", published "";
    /// First applications by relatives outside the rule who came by themselves; they are among the first applications, and counted there once.
    FamilyOwnApplications = "family_own_applications", Flow, "persons", "eigen asielaanvragen van gezinsleden", "Eerste asielaanvragen van gezinsleden buiten de nareisregels die zelf kwamen; zij tellen één keer mee, bij de eerste aanvragen.", published "";
    /// Persons out of reception with a valid temporary asylum permit, those under review included.
    PermitsValid = "permits_valid", Stock, "persons", "geldige asielvergunningen buiten de opvang", "Personen buiten de opvang met een geldige asielvergunning voor bepaalde tijd, ook wie in herbeoordeling is.", published "";
    /// Permits that come up for review, three months before they end.
    PermitsDue = "permits_due", Flow, "persons", "vergunningen aan herbeoordeling toe", "Vergunningen die aan herbeoordeling toe zijn, drie maanden voor zij eindigen.", published "";
    /// Permits under review.
    PermitsInReview = "permits_in_review", Stock, "persons", "vergunningen in herbeoordeling", "Vergunningen in herbeoordeling.", published "";
    /// Permits renewed for another term.
    PermitsRenewed = "permits_renewed", Flow, "persons", "verlengde vergunningen", "Vergunningen die voor een nieuwe termijn zijn verlengd.", published "";
    /// Permit holders who get a permit for indefinite time or are naturalised, and are reviewed no more.
    PermitsSettled = "permits_settled", Flow, "persons", "onbepaalde tijd of genaturaliseerd", "Vergunninghouders die een vergunning voor onbepaalde tijd krijgen of zijn genaturaliseerd en niet meer worden herbeoordeeld.", published "";
    /// Permits withdrawn within their term or refused a new one.
    PermitsWithdrawn = "permits_withdrawn", Flow, "persons", "ingetrokken of niet verlengde vergunningen", "Vergunningen die binnen hun looptijd zijn ingetrokken of niet zijn verlengd.", published "";
    /// Hours of the IND on the review of permits.
    RenewalHours = "renewal_hours_spent", Flow, "hours", "uren aan herbeoordeling", "Uren van de IND aan de herbeoordeling van vergunningen.", published "";
    /// Persons with a right to a place in reception, permit holders included: those who have one and those for whom there is none.
    ReceptionNeed = "reception_need", Stock, "persons", "behoefte aan opvang", "Personen met recht op een opvangplek, inclusief vergunninghouders: wie er een heeft en voor wie er geen is.", published "COA, occupancy (while everyone counted had a place)";
    /// Persons in reception, permit holders included, wherever their place is.
    Reception = "reception", Stock, "persons", "bezetting opvang", "Personen in de opvang, inclusief vergunninghouders, ongeacht het soort plek.", published "COA, occupancy";
    /// Persons in regular reception centres.
    ReceptionRegular = "reception_regular", Stock, "persons", "reguliere opvang", "Personen in reguliere opvang (azc).", published "COA, regular locations";
    /// Persons in emergency reception.
    ReceptionEmergency = "reception_emergency", Stock, "persons", "noodopvang", "Personen in noodopvang.", published "COA, emergency reception";
    /// Persons in reception outside the locations of COA: municipal crisis reception, hosts, hotels.
    ReceptionOutside = "reception_outside", Stock, "persons", "opvang buiten COA-locaties", "Personen in opvang buiten de locaties van het COA: crisisnoodopvang, logeeradressen, hotels.", published "COA, outside COA locations";
    /// Persons entitled to a place for whom there is none.
    WithoutPlace = "without_place", Stock, "persons", "zonder opvangplek", "Personen met recht op opvang voor wie geen plek is.", published "";
    /// Places in reception of every type.
    ReceptionPlaces = "reception_places", Stock, "places", "opvangplekken", "Opvangplekken van alle soorten.", published "";
    /// Persons with a right to a place as a share of all places; above 1 there are too few.
    ReceptionOccupancy = "reception_occupancy", Ratio, "share", "behoefte als deel van de plekken", "Personen met recht op een plek als deel van alle plekken; boven 1 zijn er te weinig.", published "";
    /// Permit holders in reception who wait for a dwelling in a municipality.
    PermitHolders = "permit_holders", Stock, "persons", "vergunninghouders in de opvang", "Vergunninghouders in de opvang die op een woning in een gemeente wachten.", published "COA, permit holders in reception";
    /// Permit holders who moved into a dwelling in a municipality.
    Housed = "housed", Flow, "persons", "gehuisveste vergunninghouders", "Vergunninghouders die een woning in een gemeente betrokken.", published "Ministry, permit holders housed; COA outflow";
    /// Relatives who moved in with a sponsor who had a dwelling: no dwelling of the municipality, and part of its task.
    JoinedSponsor = "joined_sponsor", Flow, "persons", "nareizigers die bij hun referent introkken", "Nareizigers die bij aankomst introkken bij een referent met een woning. Zij tellen mee voor de taakstelling.", published "";
    /// Mean time from the permit (or arrival, for relatives) to the dwelling, over those housed in the month.
    WaitHousing = "wait_housing", Wait, "weeks", "wachttijd op woning", "Gemiddelde tijd van vergunning (of inreis, voor nareizigers) tot woning, van wie in de maand is gehuisvest.", published "";
    /// Proven voluntary departures.
    DepartedVoluntary = "departed_voluntary", Flow, "persons", "zelfstandig vertrek", "Aantoonbaar zelfstandig vertrek.", published "DT&V, independent departure";
    /// Proven forced departures, transfers to other states included.
    DepartedForced = "departed_forced", Flow, "persons", "gedwongen vertrek", "Aantoonbaar gedwongen vertrek, overdrachten aan andere landen inbegrepen.", published "";
    /// Proven forced departures from detention of those who never asked asylum in the chain; only the series of all persons counts them too.
    DepartedForcedOthers = "departed_forced_others", Flow, "persons", "gedwongen vertrek van anderen", "Aantoonbaar gedwongen vertrek uit bewaring van wie nooit asiel vroeg in de keten; alleen de reeks van alle personen telt hen mee.", published "";
    /// Proven forced departures of the chain and of others together, as the published figure counts them.
    DepartedForcedAll = "departed_forced_all", Flow, "persons", "gedwongen vertrek, alle personen", "Aantoonbaar gedwongen vertrek uit de keten en van anderen samen, zoals het gepubliceerde cijfer telt.", published "DT&V, forced departure";
    /// Proven departures, voluntary and forced together.
    DepartedProven = "departed_proven", Flow, "persons", "aantoonbaar vertrek", "Aantoonbaar vertrek, zelfstandig en gedwongen samen.", published "";
    /// Proven voluntary departures with support of the International Organization for Migration.
    DepartedAssisted = "departed_assisted", Flow, "persons", "vertrek met IOM", "Aantoonbaar zelfstandig vertrek met ondersteuning van de Internationale Organisatie voor Migratie.", published "";
    /// Departures without supervision, to an unknown destination.
    DepartedUnsupervised = "departed_unsupervised", Flow, "persons", "zelfstandig vertrek zonder toezicht", "Vertrek zonder toezicht, met onbekende bestemming.", published "DT&V, independent departure without supervision";
    /// Persons who must leave, whose case is closed or who are released, and who stay in the country without right.
    StayedWithoutRight = "stayed_without_right", Flow, "persons", "gebleven zonder recht", "Personen die moeten vertrekken, van wie de zaak is gesloten of die zijn vrijgelaten, en die zonder recht in het land blijven.", published "";
    /// Persons whose application ended without a permit and who have not departed yet.
    InDeparture = "in_departure", Stock, "persons", "in vertrekprocedure", "Personen van wie de aanvraag zonder vergunning eindigde en die nog niet vertrokken zijn.", published "";
    /// Persons whose right to reception ended before they were gone; they have no place and are not among those without one.
    ReceptionEnded = "reception_ended", Flow, "persons", "einde opvang", "Personen van wie het recht op opvang eindigde voordat zij weg waren; zij hebben geen plek en tellen niet bij wie zonder plek is.", published "";
    /// Persons with a case at the Repatriation and Departure Service: those who must leave, and those to be transferred.
    ReturnCases = "return_cases", Stock, "persons", "caseload DT&V", "Personen met een zaak bij de Dienst Terugkeer en Vertrek: wie moet vertrekken en wie wordt overgedragen.", published "";
    /// Persons whose case comes to the Repatriation and Departure Service.
    ReturnCasesIn = "return_cases_in", Flow, "persons", "instroom DT&V", "Personen van wie de zaak bij de Dienst Terugkeer en Vertrek komt.", published "";
    /// Persons whose case at the Repatriation and Departure Service is closed.
    ReturnCasesClosed = "return_cases_closed", Flow, "persons", "afgehandeld DT&V", "Personen van wie de zaak bij de Dienst Terugkeer en Vertrek wordt gesloten.", published "DT&V, cases closed";
    /// Persons in detention, those who wait there for their flight included.
    InDetention = "in_detention", Stock, "persons", "in vreemdelingenbewaring", "Personen in vreemdelingenbewaring, inclusief wie daar op de vlucht wacht.", published "";
    /// Persons whom the police want in detention and for whom there is no place.
    WaitingDetention = "waiting_detention", Stock, "persons", "wachtend op een plek in bewaring", "Personen die de politie in bewaring wil stellen en voor wie geen plek is.", published "";
    /// Persons detained.
    DetentionIn = "detention_in", Flow, "persons", "instroom bewaring", "In bewaring gestelde personen.", published "";
    /// Persons who left detention, by departure or release.
    DetentionOut = "detention_out", Flow, "persons", "uitstroom bewaring", "Personen die de bewaring verlieten, door vertrek of vrijlating.", published "";
    /// Persons released from detention.
    DetentionReleased = "detention_released", Flow, "persons", "vrijgelaten uit bewaring", "Personen die uit bewaring zijn vrijgelaten.", published "";
    /// Share of the escorts and flights for departures that is used, transfers to other states taken off.
    EscortUse = "escort_use", Ratio, "share", "benutting escorts", "Deel van de escorts en vluchten voor vertrek dat wordt gebruikt, na aftrek van overdrachten aan andere landen.", published "";
    /// Places in reception that are ordered and paid for, whether they are there yet or not; those that stand in for closed ones included.
    ReceptionPlanned = "reception_planned", Stock, "places", "geplande opvangplekken", "Opvangplekken die besteld en betaald zijn, of ze er al zijn of niet; inclusief de plekken die gesloten plekken vervangen.", published "";
    /// Places in regular and emergency reception whose contract ends within three months, if nothing is renewed.
    PlacesLost3Months = "places_lost_3_months", Stock, "places", "plekken die binnen 3 maanden vervallen", "Plekken in reguliere en noodopvang waarvan de overeenkomst binnen drie maanden afloopt, als niets wordt verlengd.", published "";
    /// Places in regular and emergency reception whose contract ends within six months, if nothing is renewed.
    PlacesLost6Months = "places_lost_6_months", Stock, "places", "plekken die binnen 6 maanden vervallen", "Plekken in reguliere en noodopvang waarvan de overeenkomst binnen zes maanden afloopt, als niets wordt verlengd.", published "";
    /// Places in regular and emergency reception whose contract ends within twelve months, if nothing is renewed.
    PlacesLost12Months = "places_lost_12_months", Stock, "places", "plekken die binnen 12 maanden vervallen", "Plekken in reguliere en noodopvang waarvan de overeenkomst binnen twaalf maanden afloopt, als niets wordt verlengd.", published "";
    /// Free places in regular reception, those of special kinds included.
    FreeRegular = "free_regular", Stock, "places", "vrije reguliere plekken", "Vrije plekken in reguliere opvang, inclusief bijzondere soorten.", published "";
    /// Free places in emergency reception.
    FreeEmergency = "free_emergency", Stock, "places", "vrije noodopvangplekken", "Vrije plekken in noodopvang.", published "";
    /// Free places outside the locations of COA, with hosts and in hotels included.
    FreeOutside = "free_outside", Stock, "places", "vrije plekken buiten COA-locaties", "Vrije plekken buiten COA-locaties, inclusief logeeradressen en hotels.", published "";
    /// Unaccompanied minors in places for minors, with those who turned eighteen there and may stay or find no other place.
    ReceptionMinors = "reception_minors", Stock, "persons", "amv in eigen opvang", "Alleenstaande minderjarigen op plekken voor minderjarigen, met wie daar achttien werd en mag blijven of elders geen plek vindt.", published "";
    /// Unaccompanied minors in reception or without a place who are not in a place for minors.
    MinorsElsewhere = "minors_elsewhere", Stock, "persons", "amv zonder amv-plek", "Alleenstaande minderjarigen met recht op opvang die niet op een plek voor minderjarigen zitten.", published "";
    /// Minors in reception or without a place, unaccompanied or not.
    ReceptionChildren = "reception_children", Stock, "persons", "minderjarigen in de opvang", "Minderjarigen in de opvang of zonder plek, alleenstaand of niet.", published "COA, children in reception";
    /// Women and girls in reception or without a place.
    ReceptionWomen = "reception_women", Stock, "persons", "vrouwen in de opvang", "Vrouwen en meisjes in de opvang of zonder plek.", published "";
    /// Unaccompanied minors with a right to reception who have a guardian.
    UnderGuardianship = "under_guardianship", Stock, "persons", "amv met voogd", "Alleenstaande minderjarigen met recht op opvang die een voogd hebben.", published "";
    /// Unaccompanied minors who turned eighteen in the chain.
    TurnedEighteen = "turned_18", Flow, "persons", "amv die 18 werden", "Alleenstaande minderjarigen die in de keten achttien werden.", published "";
    /// Those who reported as unaccompanied minors and whom an age assessment found to be adults.
    FoundAdult = "found_adult", Flow, "persons", "meerderjarig bevonden", "Wie zich als alleenstaande minderjarige meldde en bij leeftijdsonderzoek meerderjarig werd bevonden.", published "";
    /// Persons in the central reception location.
    ReceptionCentral = "reception_central", Stock, "persons", "bezetting centrale ontvangstlocatie", "Personen in de centrale ontvangstlocatie (Ter Apel).", published "";
    /// The most persons that may stay in the central reception location.
    CentralPlaces = "central_cap", Stock, "places", "maximum centrale ontvangstlocatie", "Het maximale aantal personen in de centrale ontvangstlocatie (Ter Apel).", published "";
    /// Persons in freedom-restricting locations.
    ReceptionRestricted = "reception_restricted", Stock, "persons", "in vrijheidsbeperkende locaties", "Personen in vrijheidsbeperkende locaties (VBL).", published "";
    /// Persons in family locations.
    ReceptionFamily = "reception_family", Stock, "persons", "in gezinslocaties", "Personen in gezinslocaties (GL).", published "";
    /// Persons in supervised and enforced places.
    ReceptionSupervised = "reception_supervised", Stock, "persons", "onder verscherpt toezicht", "Personen op plekken met verscherpt toezicht of handhaving (vtl, htl, pbl).", published "";
    /// Permit holders with hosts and in hotels.
    ReceptionHosted = "reception_hosted", Stock, "persons", "logeerregeling en hotels", "Vergunninghouders bij gastgezinnen (logeerregeling) en in hotels (HAR).", published "";
    /// Permit holders in transit housing, out of reception and still waiting for a dwelling.
    InTransit = "in_transit", Stock, "persons", "in doorstroomlocaties", "Vergunninghouders in doorstroomlocaties: uit de opvang, nog wachtend op een woning.", published "";
    /// Evenings that persons entitled to a place spent without one.
    WithoutPlaceDays = "without_place_days", Flow, "person-days", "persoonsdagen zonder opvangplek", "Avonden die personen met recht op opvang zonder plek doorbrachten.", published "";
    /// The most persons entitled to a place who were without one on an evening of the month.
    WithoutPlacePeak = "without_place_peak", Stock, "persons", "piek zonder opvangplek", "Het hoogste aantal personen met recht op opvang zonder plek op een avond van de maand.", published "";
    /// Permit holders housed as a household of one.
    HousedSingle = "housed_single", Flow, "persons", "gehuisveste alleenstaanden", "Gehuisveste vergunninghouders in huishoudens van één.", published "";
    /// Permit holders housed in households of two or three.
    HousedSmall = "housed_small", Flow, "persons", "gehuisvest in kleine huishoudens", "Gehuisveste vergunninghouders in huishoudens van twee of drie.", published "";
    /// Permit holders housed in households of four or more.
    HousedLarge = "housed_large", Flow, "persons", "gehuisvest in grote huishoudens", "Gehuisveste vergunninghouders in huishoudens van vier of meer.", published "";
    /// Mean time from the permit (or arrival, for relatives) to the dwelling, over households of one housed in the month.
    WaitHousingSingle = "wait_housing_single", Wait, "weeks", "wachttijd op woning, alleenstaand", "Gemiddelde tijd van vergunning (of inreis, voor nareizigers) tot woning, van wie in de maand alleen is gehuisvest.", published "";
    /// Mean time from the permit (or arrival, for relatives) to the dwelling, over persons in households of two or more housed in the month.
    WaitHousingFamily = "wait_housing_family", Wait, "weeks", "wachttijd op woning, gezinnen", "Gemiddelde tijd van vergunning (of inreis, voor nareizigers) tot woning, van wie in de maand met anderen is gehuisvest.", published "";
    /// What municipalities have to do in the half-year: its target and the arrears with which it began.
    HousingTask = "housing_task", Stock, "persons", "taakstelling met achterstand", "Wat gemeenten in het half jaar moeten doen: de taakstelling en de achterstand waarmee het begon.", published "";
    /// Arrears in the housing of permit holders with which the half-year began; below zero when municipalities were ahead.
    HousingArrears = "housing_arrears", Stock, "persons", "achterstand huisvesting", "Achterstand in de huisvesting van vergunninghouders waarmee het half jaar begon; onder nul bij een voorsprong.", published "";
    /// Places that municipalities have taken on under the distribution act, open or on order.
    DistributionTaken = "distribution_taken", Stock, "places", "toegezegde plekken Spreidingswet", "Plekken die gemeenten volgens de Spreidingswet op zich hebben genomen, open of in bestelling.", published "";
    /// Of the places taken on under the distribution act, those that are open.
    DistributionOpen = "distribution_open", Stock, "places", "geopende plekken Spreidingswet", "Van de plekken die gemeenten volgens de Spreidingswet op zich hebben genomen de plekken die open zijn.", published "";
    /// Share of its task under the distribution act that the province furthest behind takes on; 1 where nothing is asked.
    DistributionLeast = "distribution_least", Ratio, "share", "laagste naleving onder provincies", "Het deel van haar opgave volgens de Spreidingswet dat de provincie die het verst achterblijft op zich neemt; 1 waar niets is gevraagd.", published "";
    /// Share of their task under the distribution act that the municipalities of the size furthest behind take on, those of a size together; 1 where nothing is asked.
    DistributionLeastSize = "distribution_least_size", Ratio, "share", "laagste naleving naar gemeentegrootte", "Het deel van hun opgave volgens de Spreidingswet dat de gemeenten van de grootte die het verst achterblijft op zich nemen, die van een grootte samen; 1 waar niets is gevraagd.", published "";
    /// Permit holders in reception whose permit (or arrival, for relatives) is more than fourteen weeks old.
    PermitHoldersOver14Weeks = "permit_holders_over_14_weeks", Stock, "persons", "vergunninghouders langer dan 14 weken in de opvang", "Vergunninghouders in de opvang van wie de vergunning (of inreis, voor nareizigers) ouder is dan veertien weken.", published "COA, permit holders waiting over fourteen weeks";
    /// Decision officers who are wanted.
    StaffPlanned = "staff_planned", Stock, "full-time equivalents", "geplande beslismedewerkers", "Beslismedewerkers die er volgens plan zijn.", published "";
    /// Decision officers who are employed, in training or trained.
    StaffEmployed = "staff_employed", Stock, "full-time equivalents", "beslismedewerkers in dienst", "Beslismedewerkers in dienst, in opleiding of opgeleid.", published "";
    /// Decision officers who are in training.
    StaffInTraining = "staff_in_training", Stock, "full-time equivalents", "beslismedewerkers in opleiding", "Beslismedewerkers in opleiding.", published "";
    /// Cost of everyone in reception and in transit housing, in the prices of the levers.
    CostReception = "cost_reception", Flow, "EUR million", "kosten opvang", "Kosten van iedereen in de opvang en in doorstroomlocaties, in het prijspeil van de knoppen.", published "";
    /// Of the cost of reception, that of emergency reception and of places outside the locations of COA.
    CostEmergency = "cost_emergency_reception", Flow, "EUR million", "kosten noodopvang en buiten COA", "Van de kosten van opvang die van noodopvang en plekken buiten COA-locaties.", published "";
    /// Cost of decisions at first instance, new ones after a remittal included.
    CostDecisions = "cost_decisions", Flow, "EUR million", "kosten besluiten", "Kosten van besluiten in eerste aanleg, nieuwe na terugwijzing inbegrepen.", published "";
    /// Cost of return hubs, of support for return beyond today's, of places for those without a right to reception, of applications dealt with outside Europe, and of bonuses for places.
    CostProgrammes = "cost_programmes", Flow, "EUR million", "kosten programma's", "Kosten van terugkeerhubs, van terugkeerondersteuning boven die van nu, van plekken voor wie geen recht op opvang heeft, van aanvragen die buiten Europa worden afgehandeld, en van bonussen voor plekken.", published "";
    /// Persons who must leave, have no right to reception any more, and have no place for those without it.
    Unsheltered = "unsheltered", Stock, "persons", "zonder recht en zonder plek", "Personen die moeten vertrekken, geen recht op opvang meer hebben en geen plek voor wie dat recht mist.", published "";
    /// Rulings of the district court that came after the term for them.
    RulingsLate = "rulings_late", Flow, "persons", "uitspraken na de termijn", "Uitspraken van de rechtbank die na de termijn ervoor kwamen.", published "";
    /// What the budget grants for reception.
    BudgetReception = "budget_reception", Flow, "EUR million", "begroting opvang", "Wat de begroting voor opvang toekent.", published "";
    /// What the budget for reception leaves after its cost; below zero it is short.
    BudgetLeft = "budget_left", Flow, "EUR million", "begroting min kosten opvang", "Wat de begroting voor opvang na de kosten overlaat; onder nul komt zij tekort.", published "";
    /// Displaced persons from Ukraine registered under temporary protection, or with the permit that took its place.
    UkraineRegistered = "ukraine_registered", Stock, "persons", "ontheemden uit Oekraïne", "Ontheemden uit Oekraïne die onder tijdelijke bescherming zijn ingeschreven.", published "";
    /// Displaced persons who arrive from Ukraine.
    UkraineArrived = "ukraine_arrivals", Flow, "persons", "aankomsten uit Oekraïne", "Ontheemden die uit Oekraïne aankomen.", published "";
    /// Displaced persons from Ukraine in places of municipalities.
    UkraineMunicipal = "ukraine_municipal", Stock, "persons", "ontheemden in gemeentelijke plekken", "Ontheemden uit Oekraïne op plekken van gemeenten.", published "";
    /// Free places of municipalities for displaced persons from Ukraine.
    UkrainePlacesFree = "ukraine_places_free", Stock, "places", "vrije gemeentelijke plekken Oekraïne", "Vrije plekken van gemeenten voor ontheemden uit Oekraïne.", published "";
    /// Displaced persons from Ukraine in need of a municipal place for whom there is none.
    UkraineWithoutPlace = "ukraine_without_place", Stock, "persons", "ontheemden zonder plek", "Ontheemden uit Oekraïne die een gemeentelijke plek nodig hebben voor wie er geen is.", published "";
    /// Displaced persons from Ukraine who apply for asylum because temporary protection ended.
    UkraineToAsylum = "ukraine_to_asylum", Flow, "persons", "asielaanvragen na tijdelijke bescherming", "Ontheemden uit Oekraïne die asiel vragen omdat tijdelijke bescherming eindigde.", published "";
    /// Appeals of holders of subsidiary protection for refugee status, lodged with the district court.
    AppealsStatus = "appeals_status", Flow, "persons", "beroepen om de A-status", "Beroepen bij de rechtbank van wie subsidiaire bescherming heeft, om de vluchtelingenstatus (doorprocederen van B naar A).", published "";
    /// Permit holders whose appeal for refugee status is pending at the district court; the pending appeals do not count them.
    OpenAppealsStatus = "open_appeals_status", Stock, "persons", "openstaande beroepen om de A-status", "Vergunninghouders van wie het beroep om de vluchtelingenstatus bij de rechtbank loopt; zij tellen niet mee bij de openstaande beroepen.", published "";
    /// Mean time from the grant of subsidiary protection to the ruling on the appeal for refugee status, over those on whose appeal it came in the month.
    WaitAppealStatus = "wait_appeal_status", Wait, "weeks", "wachttijd beroep om de A-status", "Gemiddelde tijd van verlening van subsidiaire bescherming tot uitspraak op het beroep om de vluchtelingenstatus, van wie in de maand uitspraak kreeg.", published "";
    /// Holders of subsidiary protection to whom the court gave refugee status.
    StatusRaised = "status_raised", Flow, "persons", "van B naar A", "Wie subsidiaire bescherming had en van de rechter de vluchtelingenstatus kreeg.", published "";
    /// Hours of the IND on two statuses: reasons for the one given, and appeals for the other.
    StatusHours = "status_hours_spent", Flow, "hours", "uren IND tweestatusstelsel", "Uren van de IND aan twee statussen: motivering van de verleende, en beroepen om de andere.", published "";
    /// Permit holders in reception with refugee status, relatives as their sponsor.
    PermitHoldersRefugee = "permit_holders_refugee", Stock, "persons", "vergunninghouders in de opvang, A-status", "Vergunninghouders in de opvang met de vluchtelingenstatus (A), gezinsleden als hun referent.", published "";
    /// Permit holders in reception with subsidiary protection, relatives as their sponsor.
    PermitHoldersSubsidiary = "permit_holders_subsidiary", Stock, "persons", "vergunninghouders in de opvang, B-status", "Vergunninghouders in de opvang met subsidiaire bescherming (B), gezinsleden als hun referent.", published "";
    /// Relatives abroad for whom the waiting period of subsidiary protection runs; they have not applied.
    FamilyWaiting = "family_waiting", Stock, "persons", "nareis in de wachttermijn", "Gezinsleden in het buitenland voor wie de wachttermijn van subsidiaire bescherming loopt; zij hebben nog niet aangevraagd.", published "";
    /// Relatives abroad whose waiting period is over and whose sponsor lacks income or a dwelling; they have not applied.
    FamilyConditions = "family_conditions", Stock, "persons", "nareis zonder inkomen of woning", "Gezinsleden in het buitenland van wie de wachttermijn voorbij is en van wie de referent inkomen of een woning mist; zij hebben nog niet aangevraagd.", published "";
    /// Relatives refused by a rule that came after their application.
    FamilyRefusedRule = "family_refused_rule", Flow, "persons", "nareis afgewezen op nieuwe regels", "Gezinsleden die zijn afgewezen door een regel die na hun aanvraag kwam.", published "";
    /// Judicial penalties that pending applications for family reunification would cost, had every family given notice and appealed on the first day the decision was late: a bound, no forecast.
    FamilyPenaltiesExposed = "family_penalties_exposed", Stock, "EUR million", "dwangsomrisico nareis", "Rechterlijke dwangsommen die openstaande nareisaanvragen zouden kosten als elk gezin op de eerste dag na de termijn in gebreke had gesteld en beroep had ingesteld: een bovengrens, geen raming.", published "";
    /// Unaccompanied minors with a right to reception for whom there is no guardian.
    MinorsWithoutGuardian = "minors_without_guardian", Stock, "persons", "amv zonder voogd", "Alleenstaande minderjarigen met recht op opvang voor wie geen voogd is.", published "";
    /// Households in the procedure of which somebody may work.
    MayWork = "may_work", Stock, "persons", "met recht op werk", "Huishoudens in de procedure waarvan iemand mag werken; één persoon per huishouden.", published "";
    /// Households in the procedure of which somebody works.
    Working = "working", Stock, "persons", "werkend in de procedure", "Huishoudens in de procedure waarvan iemand werkt; één persoon per huishouden.", published "";
    /// What those who work contribute to their reception, in a year at the pace of the evening.
    Contributions = "contributions_a_year", Stock, "EUR million", "eigen bijdragen per jaar", "Wat wie werkt aan de opvang bijdraagt, per jaar naar het tempo van die avond.", published "";
    /// Hours of the IND for the permits that take the place of temporary protection.
    UkrainePermitHours = "ukraine_permit_hours_spent", Flow, "hours", "uren aan vergunningen Oekraïne", "Uren van de IND aan vergunningen die in de plaats van tijdelijke bescherming komen.", published "";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_is_found_by_its_name() {
        for series in Series::ALL {
            assert_eq!(Series::from_id(series.id()), Some(*series));
        }
    }

    #[test]
    fn no_two_series_share_a_name() {
        let mut ids: Vec<_> = Series::ALL.iter().map(|s| s.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Series::ALL.len());
    }
}
