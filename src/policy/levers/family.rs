//! Chapter family: family reunification.

use super::inflow::SIZES;

/// When a sponsor must be a minor for parents to follow.
const MINOR_WHEN: [&str; 2] = ["application", "grant"];
/// What the waiting period of subsidiary protection counts from.
const WAIT_FROM: [&str; 2] = ["grant", "application"];
/// What happens to applications that were made under other rules.
const PENDING_RULES: [&str; 4] = ["old", "pilot_and_freeze", "apply_new", "court_restores_old"];
/// Years since the grant at which the share of sponsors with enough income is given.
pub(crate) const SPONSOR_YEARS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

levers! {
    chapter family, after super::courts;

    /// Relatives for whom family reunification is asked, for each person granted a permit, by nationality of the sponsor.
    uncertain RELATIVES_PER_GRANT: ByNationality<Rate> = "relatives_per_grant" {
        unit: "relatives a person granted", range: (0.0, 10.0), binds: Today,
        english: "relatives for each person granted",
        dutch: "gezinsleden per vergunning", says: "Gezinsleden voor wie nareis wordt gevraagd, per persoon met een vergunning, naar nationaliteit van de referent.",
        aliases: ["nareis", "family reunification", "gezinshereniging"], letter: [], moves: "family_pending +",
    }

    /// Multiplies the relatives for each person granted a permit, of all nationalities together.
    uncertain RELATIVES_UNKNOWN: Rate = "relatives_per_grant_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte gezinsleden per vergunning", says: "Vermenigvuldigt het aantal gezinsleden per vergunning, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "family_pending +",
    }

    /// The moment at which somebody must be a minor for parents to follow: the asylum application (application) or the permit (grant).
    lever PARENTS_RIGHT: Choice(&MINOR_WHEN) = "parents_right" {
        unit: "choice", range: (0.0, 1.0), binds: At(Decided),
        english: "moment of minority for parents to follow",
        dutch: "peilmoment minderjarigheid bij nareis van ouders", says: "Het moment waarop iemand minderjarig moet zijn om ouders te laten nareizen: de asielaanvraag (application) of de vergunning (grant).",
        aliases: ["nareis", "amv", "18 worden", "C-550/16"], letter: [], moves: "family_pending -",
    }

    /// Relatives in one application for family reunification.
    uncertain FAMILY_SIZES: Mix(&SIZES) = "family_sizes" {
        unit: "share of applications", range: (0.0, 1.0), binds: Today,
        dutch: "gezinsleden per nareisaanvraag", says: "Gezinsleden per nareisaanvraag.",
        aliases: ["nareis"], letter: [], moves: "",
    }

    /// Makes larger applications for family reunification more (+) or less (-) frequent: log odds for each next person.
    uncertain FAMILY_SIZES_UNKNOWN: Rate = "family_sizes_unknown" {
        unit: "log odds", range: (-2.0, 2.0), binds: Today,
        dutch: "bandbreedte omvang nareisaanvraag", says: "Maakt grotere nareisaanvragen talrijker (+) of zeldzamer (-): logodds per volgende persoon.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "",
    }

    /// Time within which a permit holder may ask for family reunification on favourable terms.
    lever FAMILY_TERM: Days = "family_term" {
        unit: "days", range: (0.0, 3_650.0), binds: At(Granted),
        english: "term to ask for family reunification",
        dutch: "nareistermijn", says: "Termijn waarbinnen een vergunninghouder nareis mag aanvragen.",
        aliases: ["nareis", "drie maanden"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_applications -",
    }

    /// Mean time from the application for family reunification until it can be decided: documents and research.
    uncertain FAMILY_PREPARATION: Days = "family_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding nareis", says: "Gemiddelde tijd van nareisaanvraag tot er beslist kan worden: documenten en onderzoek.",
        aliases: ["DNA", "documenten"], letter: [], moves: "wait_family +",
    }

    /// Relatives on whose family reunification the IND can decide in a year.
    lever FAMILY_CAPACITY: Count = "family_capacity" {
        unit: "decisions a year", range: (0.0, 1_000_000.0), binds: Today,
        english: "capacity of the IND for family reunification",
        dutch: "nareiscapaciteit IND", says: "Gezinsleden over wier nareis de IND in een jaar kan beslissen.",
        aliases: ["nareis", "IND"], letter: ["doorstroom en vertrek bevorderen"], moves: "family_decisions +, family_pending -, inflow_family +",
    }

    /// Multiplies the relatives on whom the IND can decide at the start, until the next step of `family_capacity`: how far they may lie from the value assumed.
    uncertain FAMILY_CAPACITY_UNKNOWN: Rate = "family_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte nareiscapaciteit", says: "Vermenigvuldigt het aantal gezinsleden over wie de IND kan beslissen bij de start, tot de volgende stap van `family_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "family_decisions +, family_pending -, inflow_family +",
    }

    /// Applications for family reunification that are granted.
    uncertain FAMILY_ACCEPTED: Share = "family_accepted" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingewilligde nareis", says: "Nareisaanvragen die worden ingewilligd.",
        aliases: ["acceptance"], letter: [], moves: "inflow_family +",
    }

    /// Relatives with a granted application who do arrive.
    uncertain FAMILY_ARRIVED: Share = "family_arrived" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingereisd na inwilliging", says: "Gezinsleden met een ingewilligde aanvraag die inreizen.",
        aliases: ["mvv"], letter: [], moves: "inflow_family +",
    }

    /// Mean time from the visa (mvv) to arrival.
    uncertain FAMILY_TRAVEL: Days = "family_travel" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "reistijd nareis", says: "Gemiddelde tijd van mvv tot inreis.",
        aliases: ["mvv", "visa"], letter: [], moves: "",
    }

    /// Arriving relatives who need a place in reception, because their sponsor has no dwelling yet.
    uncertain FAMILY_TO_RECEPTION: Share = "family_to_reception" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of arriving relatives who need reception",
        dutch: "nareizigers in de opvang", says: "Ingereisde gezinsleden die een opvangplek nodig hebben omdat hun referent nog geen woning heeft.",
        aliases: ["nareis", "COA"], letter: [], moves: "reception +, permit_holders +",
    }

    /// Of the relatives who had a right to family reunification before 12 June 2026, those who have it.
    lever FAMILY_SCOPE: Share = "family_scope" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "circle of relatives with a right to follow",
        dutch: "kring van gezinsleden", says: "Van de gezinsleden die vóór 12 juni 2026 recht op nareis hadden, het deel dat dat heeft.",
        aliases: ["kerngezin", "nareis", "scope"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_applications +, inflow_family +",
    }

    /// Applications for family reunification that are prepared while the decision on them is held.
    lever FAMILY_HELD_SHARE: Share = "family_held_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "applications for family reunification on hold",
        dutch: "aangehouden nareis", says: "Nareisaanvragen die worden voorbereid en waarop het besluit wordt aangehouden.",
        aliases: ["nareisstop", "bevriezen", "noodrem", "freeze"], letter: [], moves: "family_frozen +, inflow_family -",
    }

    /// Term for the decision on family reunification, from the application.
    lever FAMILY_DECISION_TERM: Days = "family_decision_term" {
        unit: "days", range: (1.0, 2_000.0), binds: At(FamilyApplied),
        english: "decision term for family reunification",
        dutch: "beslistermijn nareis", says: "Termijn voor het besluit op nareis, vanaf de aanvraag.",
        aliases: ["Vw 2u", "90 dagen"], letter: [], moves: "family_share_in_time +",
    }

    /// By how much the IND may extend the term for the decision on family reunification.
    lever FAMILY_EXTENSION: Days = "family_extension" {
        unit: "days", range: (0.0, 2_000.0), binds: At(FamilyApplied),
        english: "extension of the decision term for family reunification",
        dutch: "verlenging beslistermijn nareis", says: "Hoeveel de IND de beslistermijn voor nareis mag verlengen.",
        aliases: ["Vw 2u", "drie maanden"], letter: [], moves: "family_share_in_time +",
    }

    /// Applications for family reunification in which the term is extended.
    uncertain FAMILY_EXTENDED_SHARE: Share = "family_extended_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of family applications that are extended",
        dutch: "aandeel verlengde nareis", says: "Nareisaanvragen waarin de termijn wordt verlengd.",
        aliases: ["verlenging"], letter: [], moves: "family_share_in_time +",
    }

    /// Refusals of family reunification against which an objection is lodged.
    uncertain FAMILY_OBJECTION_SHARE: Share = "family_objection_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel bezwaar nareis", says: "Afgewezen nareis waartegen bezwaar wordt gemaakt.",
        aliases: ["bezwaar", "objection"], letter: [], moves: "family_objections +",
    }

    /// Mean time from a refusal to the decision on the objection, for relatives.
    uncertain FAMILY_OBJECTION_DAYS: Days = "family_objection_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "duur bezwaar nareis", says: "Gemiddelde tijd van afwijzing tot besluit op bezwaar, voor gezinsleden.",
        aliases: ["bezwaar", "Awb 7:10"], letter: [], moves: "family_in_dispute +",
    }

    /// Objections on family reunification that lead to a grant.
    uncertain FAMILY_OBJECTION_UPHELD: Share = "family_objection_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde bezwaren nareis", says: "Bezwaren in nareis die tot inwilliging leiden.",
        aliases: ["bezwaar", "reversal"], letter: [], moves: "family_reversed +, inflow_family +",
    }

    /// Lost objections on family reunification against which an appeal is lodged.
    uncertain FAMILY_APPEAL_SHARE: Share = "family_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel beroep nareis", says: "Verloren bezwaren in nareis waartegen beroep wordt ingesteld.",
        aliases: ["beroep"], letter: [], moves: "family_appeals +",
    }

    /// Appeals on family reunification that the court upholds, so that the IND decides anew.
    uncertain FAMILY_APPEAL_UPHELD: Share = "family_appeal_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegronde beroepen nareis", says: "Beroepen in nareis die gegrond zijn, zodat de IND opnieuw beslist.",
        aliases: ["beroep", "reversal"], letter: [], moves: "family_reversed +",
    }

    /// Time within which the visa (mvv) must be collected at an embassy; then it lapses.
    lever FAMILY_VISA_TERM: Days = "family_visa_term" {
        unit: "days", range: (1.0, 1_000.0), binds: At(FamilyDecided),
        english: "term to collect the visa",
        dutch: "termijn om de mvv op te halen", says: "Tijd waarbinnen de mvv bij een ambassade moet worden opgehaald; daarna vervalt zij.",
        aliases: ["mvv", "visum", "embassy"], letter: [], moves: "family_travelling +",
    }

    /// Mean time from the decision until the visa (mvv) is collected at the embassy.
    uncertain FAMILY_VISA_DAYS: Days = "family_visa_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "mean time to the visa",
        dutch: "tijd bij de ambassade", says: "Gemiddelde tijd van besluit tot de mvv bij de ambassade is opgehaald.",
        aliases: ["mvv", "ambassade", "embassy"], letter: [], moves: "family_travelling +",
    }

    /// Whether relatives who may come get their visa only once their sponsor has a dwelling, or after a time.
    lever FAMILY_VISA_DWELLING: Switch = "family_visa_dwelling" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "visa only with a dwelling",
        dutch: "mvv pas bij een woning", says: "Of nareizigers die mogen komen hun mvv pas krijgen als hun referent een woning heeft, of na verloop van tijd.",
        aliases: ["nareismaatregel 2022", "geschikte woning", "mvv"], letter: [], moves: "inflow_family -, family_travelling +",
    }

    /// The longest that a visa waits for a dwelling, from the day on which relatives may come.
    lever FAMILY_VISA_DWELLING_DAYS: Days = "family_visa_dwelling_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "longest wait of a visa for a dwelling, from the decision",
        dutch: "langste wachten op een woning, vanaf besluit", says: "Hoe lang de mvv ten hoogste op een woning wacht, vanaf de dag dat gezinsleden mogen komen.",
        aliases: ["zes maanden", "geschikte woning"], letter: [], moves: "family_travelling +",
    }

    /// The longest that a visa waits for a dwelling, from the application of relatives.
    lever FAMILY_VISA_DWELLING_APPLIED: Days = "family_visa_dwelling_applied" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "longest wait of a visa for a dwelling, from the application",
        dutch: "langste wachten op een woning, vanaf aanvraag", says: "Hoe lang de mvv ten hoogste op een woning wacht, vanaf de aanvraag van nareis.",
        aliases: ["vijftien maanden", "geschikte woning"], letter: [], moves: "family_travelling +",
    }

    /// Families outside the rule of family reunification who apply on article 8 of the Convention.
    uncertain FAMILY_ARTICLE8_SHARE: Share = "family_article8_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who turn to article 8 ECHR",
        dutch: "route artikel 8 EVRM", says: "Gezinnen buiten de nareisregels die een aanvraag op artikel 8 EVRM doen.",
        aliases: ["gezinsleven", "EVRM 8", "ECHR"], letter: [], moves: "article8_applications +",
    }

    /// Hours of the IND on an application on article 8 of the Convention, for a household.
    uncertain FAMILY_ARTICLE8_HOURS: Rate = "family_article8_hours" {
        unit: "hours a case", range: (0.1, 200.0), binds: Today,
        english: "work on an application on article 8 ECHR",
        dutch: "uren per zaak artikel 8 EVRM", says: "Uren van de IND aan een aanvraag op artikel 8 EVRM, voor een huishouden.",
        aliases: ["belangenafweging"], letter: [], moves: "article8_pending +",
    }

    /// Hours a year of the IND for applications on article 8 of the Convention by relatives of asylum permit holders.
    lever FAMILY_ARTICLE8_CAPACITY: Count = "family_article8_capacity" {
        unit: "hours a year", range: (0.0, 10_000_000.0), binds: Today,
        english: "capacity for article 8 ECHR",
        dutch: "capaciteit artikel 8 EVRM", says: "Uren per jaar van de IND voor aanvragen op artikel 8 EVRM van gezinsleden van asielstatushouders.",
        aliases: ["IND", "regulier gezin"], letter: [], moves: "article8_decisions +, article8_pending -",
    }

    /// Multiplies the hours of the IND for article 8 at the start, until the next step of `family_article8_capacity`: how far they may lie from the value assumed.
    uncertain FAMILY_ARTICLE8_CAPACITY_UNKNOWN: Rate = "family_article8_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte capaciteit artikel 8 EVRM", says: "Vermenigvuldigt de uren van de IND voor artikel 8 EVRM bij de start, tot de volgende stap van `family_article8_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "article8_decisions +, article8_pending -",
    }

    /// Applications on article 8 of the Convention that are granted at first.
    uncertain FAMILY_ARTICLE8_GRANTED: Share = "family_article8_granted" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingewilligd artikel 8 EVRM", says: "Aanvragen op artikel 8 EVRM die in eerste aanleg worden ingewilligd.",
        aliases: ["inwilliging"], letter: [], moves: "article8_arrivals +",
    }

    /// Refusals on article 8 against which an objection is lodged, and lost objections against which an appeal is.
    uncertain FAMILY_ARTICLE8_APPEAL_SHARE: Share = "family_article8_appeal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "bezwaar en beroep artikel 8 EVRM", says: "Weigeringen op artikel 8 EVRM waartegen bezwaar wordt gemaakt, en verloren bezwaren waartegen beroep.",
        aliases: ["family_article8_appeal_rate", "bezwaar", "beroep"], letter: [], moves: "family_objections +, family_appeals +",
    }

    /// Objections and appeals on article 8 that succeed.
    uncertain FAMILY_ARTICLE8_UPHELD: Share = "family_article8_upheld" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "gegrond artikel 8 EVRM", says: "Bezwaren en beroepen op artikel 8 EVRM die slagen.",
        aliases: ["bezwaar", "beroep"], letter: [], moves: "family_reversed +",
    }

    /// Term for the decision on article 8, from the application.
    lever FAMILY_ARTICLE8_TERM: Days = "family_article8_term" {
        unit: "days", range: (1.0, 2_000.0), binds: At(FamilyApplied),
        english: "decision term on article 8 ECHR",
        dutch: "beslistermijn artikel 8 EVRM", says: "Termijn voor het besluit op artikel 8 EVRM, vanaf de aanvraag.",
        aliases: ["90 dagen"], letter: [], moves: "article8_decisions_in_time +",
    }

    /// By how much the term for the decision on article 8 is extended.
    lever FAMILY_ARTICLE8_EXTENSION: Days = "family_article8_extension" {
        unit: "days", range: (0.0, 2_000.0), binds: At(FamilyApplied),
        english: "extension of the term on article 8 ECHR",
        dutch: "verlenging artikel 8 EVRM", says: "Hoeveel de beslistermijn voor artikel 8 EVRM wordt verlengd.",
        aliases: ["90 dagen"], letter: [], moves: "article8_decisions_in_time +",
    }

    /// Families outside the rule who come by themselves and ask asylum, beyond those who did so in the year that the inflow is measured by.
    behaviour IRREGULAR_FAMILY_ARRIVALS: Share = "irregular_family_arrivals" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "relatives who come and ask asylum by themselves",
        dutch: "eigen asielaanvraag gezinsleden", says: "Gezinnen buiten de nareisregels die zelf komen en asiel vragen, boven wie dat al deed in het jaar waarop de instroom is gemeten.",
        aliases: ["irregular", "zelf komen", "verplaatsing"], letter: [], moves: "family_own_applications +, inflow_first +",
    }

    /// Mean time from the day the rule is closed to a family until those who come by themselves report.
    uncertain IRREGULAR_FAMILY_DAYS: Days = "irregular_family_days" {
        unit: "days", range: (0.0, 3_000.0), binds: Today,
        dutch: "reistijd zonder mvv", says: "Gemiddelde tijd van de dag dat de nareisregels voor een gezin dicht zijn tot wie zelf komt zich meldt.",
        aliases: ["reis"], letter: [], moves: "",
    }

    /// How long a sponsor with subsidiary protection waits before family reunification can be asked.
    lever FAMILY_WAIT_B: Days = "family_wait_b" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "waiting period for family reunification, status B",
        dutch: "wachttermijn nareis B", says: "Hoe lang een referent met subsidiaire bescherming wacht voordat nareis kan worden gevraagd.",
        aliases: ["family_wait_b_months", "wachttermijn", "B-status", "subsidiair", "24 months", "twee jaar"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_applications -, family_waiting +",
    }

    /// The day from which the waiting period counts: that of the permit (grant) or that of the asylum application (application).
    lever FAMILY_WAIT_FROM: Choice(&WAIT_FROM) = "family_wait_start" {
        unit: "choice", range: (0.0, 1.0), binds: Today,
        english: "start of the waiting period",
        dutch: "begin wachttermijn", says: "De dag vanaf welke de wachttermijn telt: die van de vergunning (grant) of die van de asielaanvraag (application).",
        aliases: ["start termijn", "wachttermijn"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_waiting -",
    }

    /// Whether a sponsor with subsidiary protection must have enough income.
    lever FAMILY_INCOME_B: Switch = "family_income_req_b" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "income requirement for family reunification, status B",
        dutch: "inkomenseis nareis B", says: "Of een referent met subsidiaire bescherming genoeg inkomen moet hebben.",
        aliases: ["inkomen", "income"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_conditions +, family_applications -",
    }

    /// Sponsors with enough income so many years after their permit.
    uncertain FAMILY_INCOME: Curve(&SPONSOR_YEARS) = "family_income_share" {
        unit: "share by year since the permit", range: (0.0, 1.0), binds: Today,
        english: "share of sponsors with enough income",
        dutch: "referenten met genoeg inkomen", says: "Referenten die zoveel jaar na hun vergunning genoeg inkomen hebben.",
        aliases: ["inkomenseis", "werk", "employment"], letter: [], moves: "family_conditions -",
    }

    /// Multiplies the sponsors with enough income, of all years together.
    uncertain FAMILY_INCOME_UNKNOWN: Rate = "family_income_share_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte referenten met inkomen", says: "Vermenigvuldigt de referenten met genoeg inkomen, van alle jaren samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "family_conditions -",
    }

    /// Whether a sponsor with subsidiary protection must have a dwelling; a place in reception is none.
    lever FAMILY_HOUSING_B: Switch = "family_housing_req_b" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "housing requirement for family reunification, status B",
        dutch: "huisvestingseis nareis B", says: "Of een referent met subsidiaire bescherming een woning moet hebben; een opvangplek is dat niet.",
        aliases: ["huisvesting", "woning", "housing"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_conditions +, family_applications -",
    }

    /// Whether transit housing counts as a dwelling for family reunification.
    lever FAMILY_TRANSIT_COUNTS: Switch = "family_transit_counts" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "transit housing counts as a dwelling",
        dutch: "doorstroomlocatie telt als woning", says: "Of een plek in een doorstroomlocatie voor nareis als woning telt.",
        aliases: ["doorstroomlocatie", "huisvestingseis"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_conditions -",
    }

    /// Whether only the nuclear family may follow, whatever the status: no unmarried partners, no adult children.
    lever FAMILY_NUCLEAR: Switch = "family_nuclear_only" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "nuclear family only",
        dutch: "alleen het kerngezin", says: "Of alleen het kerngezin mag nareizen, ongeacht de status: geen ongehuwde partners en geen meerderjarige kinderen.",
        aliases: ["kerngezin", "family_scope", "gezin"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_applications -",
    }

    /// Of the relatives who had a right to family reunification before 12 June 2026, those who belong to the nuclear family.
    uncertain FAMILY_NUCLEAR_SHARE: Share = "family_nuclear_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of relatives in the nuclear family",
        dutch: "aandeel kerngezin", says: "Van de gezinsleden die vóór 12 juni 2026 recht op nareis hadden, het deel dat tot het kerngezin hoort.",
        aliases: ["kerngezin"], letter: [], moves: "family_applications +",
    }

    /// What happens to applications that were made under other rules and that the present ones touch: decided under the old rules (old), a few refused and the others held (pilot_and_freeze), decided under the new rules (apply_new), or under the old ones again by order of a court (court_restores_old).
    lever FAMILY_PENDING_RULE: Choice(&PENDING_RULES) = "family_pending_rule" {
        unit: "choice", range: (0.0, 1.0), binds: Today,
        english: "rule for pending family applications",
        dutch: "lopende nareisaanvragen", says: "Wat er gebeurt met aanvragen die onder andere regels zijn gedaan en die de huidige regels raken: oude regels (old), enkele afgewezen en de andere aangehouden (pilot_and_freeze), nieuwe regels (apply_new), of weer de oude door een rechter (court_restores_old).",
        aliases: ["overgangsrecht", "bevriezen", "freeze", "pilot"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_frozen +",
    }

    /// Of the applications that would be held, those that are refused under the new rules so that a court can rule on them.
    lever FAMILY_PILOT_SHARE: Share = "family_pilot_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "pilot cases on family reunification",
        dutch: "aandeel pilotzaken nareis", says: "Van de aanvragen die zouden worden aangehouden, het deel dat onder de nieuwe regels wordt afgewezen om een rechter te laten oordelen.",
        aliases: ["pilot", "proefzaken"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "family_refused_rule +",
    }

    /// Whether decisions on relatives of those with subsidiary protection are held while the chain is jammed (emergency brake); a trigger can pull it.
    lever FAMILY_BRAKE_B: Switch = "family_brake_b" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "emergency brake on family reunification, status B",
        dutch: "noodrem nareis B", says: "Of besluiten over gezinsleden van wie subsidiaire bescherming heeft worden aangehouden zolang de keten vastloopt (noodrem); een trigger kan haar aantrekken.",
        aliases: ["noodrem", "nareisstop", "emergency brake"], letter: ["verder uit te werken"], moves: "family_frozen +, inflow_family -",
    }

    /// Relatives whom the hardship clause exempts from the emergency brake.
    lever FAMILY_BRAKE_HARDSHIP: Share = "family_brake_hardship" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "hardship clause of the emergency brake",
        dutch: "hardheidsclausule noodrem", says: "Gezinsleden die de hardheidsclausule van de noodrem uitzondert.",
        aliases: ["hardheidsclausule", "schrijnend"], letter: ["verder uit te werken"], moves: "family_frozen -",
    }
}
