//! Chapter inflow: who arrives.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Persons in a household, as keys.
pub(super) const SIZES: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// Ages of unaccompanied minors, as keys.
const MINOR_AGES: [&str; 4] = ["under_12", "12_13", "14_15", "16_17"];

levers! {
    chapter inflow, after super::first;

    /// Multiplies first applications of every nationality: the inflow scenario.
    lever INFLOW_SCALE: Rate = "inflow_scale" {
        unit: "times", range: (0.0, 10.0), binds: Today,
        english: "inflow scenario",
        dutch: "instroomscenario", says: "Vermenigvuldigt de eerste aanvragen van alle nationaliteiten.",
        aliases: ["instroom", "MPP", "arrivals", "inflow scenario"], letter: ["verminderde instroom van asielmigranten", "op basis van de meerjarenprognose"], moves: "inflow_first +, open_cases +, reception +",
    }

    /// First applications a year in the middle of the uncertainty, by nationality.
    uncertain FIRST_APPLICATIONS: ByNationality<Rate> = "first_applications" {
        unit: "persons a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "eerste aanvragen per jaar", says: "Eerste aanvragen per jaar per nationaliteit, in het midden van de onzekerheid.",
        aliases: ["inflow", "instroom", "herkomst"], letter: [], moves: "inflow_first +",
    }

    /// Arrivals in each month relative to the mean month.
    uncertain SEASON: Curve(&MONTHS) = "season" {
        unit: "times the mean month", range: (0.0, 10.0), binds: Today,
        dutch: "seizoenspatroon", says: "Aanvragen per maand ten opzichte van de gemiddelde maand.",
        aliases: ["seasonal index", "seizoen"], letter: [], moves: "",
    }

    /// How much of the common deviation of inflow from its middle is left after a month.
    uncertain COMMON_PERSISTENCE: Share = "inflow_common_persistence" {
        unit: "a month", range: (0.0, 1.0), binds: Today,
        dutch: "aanhouden van gezamenlijke schommelingen", says: "Welk deel van de gezamenlijke afwijking van de instroom na een maand nog over is.",
        aliases: ["phi", "autocorrelation"], letter: [], moves: "",
    }

    /// Monthly shock to the logarithm of inflow that all nationalities share.
    uncertain COMMON_VOLATILITY: Rate = "inflow_common_volatility" {
        unit: "log points a month", range: (0.0, 1.0), binds: Today,
        dutch: "gezamenlijke schok in de instroom", says: "Maandelijkse schok in de logaritme van de instroom die alle nationaliteiten delen.",
        aliases: ["sigma", "volatility"], letter: [], moves: "",
    }

    /// How much of a nationality's own deviation of inflow is left after a month.
    uncertain OWN_PERSISTENCE: Share = "inflow_own_persistence" {
        unit: "a month", range: (0.0, 1.0), binds: Today,
        dutch: "aanhouden van eigen schommelingen", says: "Welk deel van de eigen afwijking van een nationaliteit na een maand nog over is.",
        aliases: ["phi"], letter: [], moves: "",
    }

    /// Monthly shock to the logarithm of inflow of one nationality alone.
    uncertain OWN_VOLATILITY: Rate = "inflow_own_volatility" {
        unit: "log points a month", range: (0.0, 1.0), binds: Today,
        dutch: "eigen schok in de instroom", says: "Maandelijkse schok in de logaritme van de instroom van één nationaliteit.",
        aliases: ["sigma", "volatility"], letter: [], moves: "",
    }

    /// Month-to-month noise in the logarithm of a nationality's inflow, without memory.
    uncertain MONTH_NOISE: Rate = "inflow_month_noise" {
        unit: "log points", range: (0.0, 1.0), binds: Today,
        dutch: "maandruis in de instroom", says: "Ruis van maand tot maand in de logaritme van de instroom van een nationaliteit, zonder geheugen.",
        aliases: ["noise"], letter: [], moves: "",
    }

    /// Unaccompanied minors (alleenstaande minderjarige vreemdelingen) among first applications, by nationality.
    uncertain UNACCOMPANIED_SHARE: ByNationality<Share> = "unaccompanied_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of unaccompanied minors",
        dutch: "aandeel amv", says: "Deel van de eerste aanvragen dat van alleenstaande minderjarige vreemdelingen is, per nationaliteit.",
        aliases: ["amv", "uam", "minors", "minderjarigen"], letter: [], moves: "",
    }

    /// Multiplies the share of unaccompanied minors of every nationality together.
    uncertain UNACCOMPANIED_UNKNOWN: Rate = "unaccompanied_share_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte aandeel amv", says: "Vermenigvuldigt het aandeel alleenstaande minderjarigen van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "",
    }

    /// Persons in a household that applies together, unaccompanied minors aside.
    uncertain HOUSEHOLD_SIZES: Mix(&SIZES) = "household_sizes" {
        unit: "share of households", range: (0.0, 1.0), binds: Today,
        english: "size of households",
        dutch: "huishoudgrootte", says: "Personen per huishouden dat samen aanvraagt, zonder alleenstaande minderjarigen.",
        aliases: ["gezinsgrootte", "case size"], letter: [], moves: "",
    }

    /// Makes larger households more (+) or less (-) frequent: log odds for each next person.
    uncertain HOUSEHOLD_SIZES_UNKNOWN: Rate = "household_sizes_unknown" {
        unit: "log odds", range: (-2.0, 2.0), binds: Today,
        dutch: "bandbreedte huishoudgrootte", says: "Maakt grotere huishoudens talrijker (+) of zeldzamer (-): logodds per volgende persoon.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "",
    }

    /// Repeat applications a year at the start by persons rejected before it, by nationality; they fade with the delay of repeat applications.
    uncertain EARLIER_REPEATS: ByNationality<Rate> = "earlier_repeat_applications" {
        unit: "persons a year", range: (0.0, 100_000.0), binds: Today,
        dutch: "herhaalde aanvragen van eerder afgewezenen", says: "Herhaalde aanvragen per jaar bij de start, van personen die eerder zijn afgewezen; neemt af met de tijd tot een herhaalde aanvraag.",
        aliases: ["HASA", "repeat", "herhaald"], letter: [], moves: "inflow_repeat +",
    }

    /// Share of those who left unsupervised or stayed without right who apply again.
    uncertain REPEAT_SHARE: Share = "repeat_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who apply again",
        dutch: "aandeel herhaalde aanvragen", says: "Deel van wie zonder toezicht vertrok of zonder recht bleef dat opnieuw aanvraagt.",
        aliases: ["HASA", "subsequent application", "opvolgende aanvraag"], letter: [], moves: "inflow_repeat +",
    }

    /// Mean time until a repeat application.
    uncertain REPEAT_DELAY: Days = "repeat_delay" {
        unit: "days", range: (1.0, 20_000.0), binds: Today,
        dutch: "tijd tot herhaalde aanvraag", says: "Gemiddelde tijd tot een herhaalde aanvraag.",
        aliases: ["HASA"], letter: [], moves: "",
    }

    /// Women and girls among those who report, by nationality.
    uncertain WOMEN_SHARE: ByNationality<Share> = "women_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel vrouwen", says: "Deel van wie zich meldt dat vrouw of meisje is, per nationaliteit.",
        aliases: ["geslacht", "sex", "women", "vrouwen"], letter: [], moves: "reception_women +",
    }

    /// Chance that the first, second, third ... person of a household is a child, unaccompanied minors aside.
    uncertain CHILD_BY_PLACE: Curve(&SIZES) = "child_by_place" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "kans op kind per gezinslid", says: "Kans dat de eerste, tweede, derde ... persoon van een huishouden een kind is, zonder alleenstaande minderjarigen.",
        aliases: ["kinderen", "children", "leeftijd", "age"], letter: [], moves: "reception_children +",
    }

    /// Ages of unaccompanied minors on reporting.
    uncertain UNACCOMPANIED_AGES: Mix(&MINOR_AGES) = "unaccompanied_ages" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "ages of unaccompanied minors",
        dutch: "leeftijd van amv", says: "Leeftijd van alleenstaande minderjarigen bij aanmelding.",
        aliases: ["amv", "leeftijd", "age"], letter: [], moves: "",
    }

    /// Makes older unaccompanied minors more (+) or less (-) frequent: log odds for each next group of ages.
    uncertain UNACCOMPANIED_AGES_UNKNOWN: Rate = "unaccompanied_ages_unknown" {
        unit: "log odds", range: (-2.0, 2.0), binds: Today,
        dutch: "bandbreedte leeftijd van amv", says: "Maakt oudere alleenstaande minderjarigen talrijker (+) of zeldzamer (-): logodds per volgende leeftijdsgroep.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "turned_18 +",
    }

    /// Minors among relatives who arrive for family reunification.
    uncertain MINORS_AMONG_RELATIVES: Share = "minors_among_relatives" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel minderjarigen onder nareizigers", says: "Deel van de ingereisde nareizigers dat minderjarig is.",
        aliases: ["nareis", "kinderen", "children"], letter: [], moves: "reception_children +",
    }

    /// Women and girls among relatives who arrive for family reunification.
    uncertain WOMEN_AMONG_RELATIVES: Share = "women_among_relatives" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel vrouwen onder nareizigers", says: "Deel van de ingereisde nareizigers dat vrouw of meisje is.",
        aliases: ["nareis", "geslacht", "vrouwen"], letter: [], moves: "reception_women +",
    }

    /// Of those who report as unaccompanied minors, the part whose age is assessed.
    lever AGE_ASSESSMENT_SHARE: Share = "age_assessment_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Registered),
        english: "age assessment",
        dutch: "leeftijdsonderzoek", says: "Deel van wie zich als alleenstaande minderjarige meldt van wie de leeftijd wordt onderzocht.",
        aliases: ["leeftijdsschouw", "age assessment", "amv"], letter: [], moves: "found_adult +, reception_minors -",
    }

    /// Mean time from registration to the outcome of an age assessment.
    uncertain AGE_ASSESSMENT_DAYS: Days = "age_assessment_days" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        dutch: "duur leeftijdsonderzoek", says: "Gemiddelde tijd van registratie tot de uitkomst van een leeftijdsonderzoek.",
        aliases: ["leeftijdsschouw", "age assessment"], letter: [], moves: "",
    }

    /// Of those whose age is assessed, the part found to be adults.
    uncertain FOUND_ADULT_SHARE: Share = "found_adult_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share found to be adults",
        dutch: "aandeel meerderjarig bevonden", says: "Deel van wie een leeftijdsonderzoek krijgt dat meerderjarig wordt bevonden.",
        aliases: ["leeftijdsschouw", "age assessment"], letter: [], moves: "found_adult +",
    }

    /// Refugees whom the Netherlands selects for resettlement a year.
    lever RESETTLEMENT_QUOTA: Count = "resettlement_quota" {
        unit: "persons a year", range: (0.0, 100_000.0), binds: Today,
        english: "resettlement quota",
        dutch: "hervestigingsquotum", says: "Vluchtelingen die Nederland per jaar voor hervestiging selecteert.",
        aliases: ["hervestiging", "uitgenodigde vluchtelingen", "UNHCR", "resettlement"], letter: [], moves: "inflow_resettled +, wait_housing +",
    }

    /// Weights of nationalities among resettled refugees.
    uncertain RESETTLED_MIX: ByNationality<Share> = "resettled_mix" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "herkomst van hervestigden", says: "Gewicht van de nationaliteiten onder hervestigde vluchtelingen.",
        aliases: ["hervestiging", "UNHCR", "resettlement"], letter: [], moves: "",
    }

    /// Applicants whom other member states relocate to the Netherlands a year.
    lever RELOCATION: Count = "relocation" {
        unit: "persons a year", range: (0.0, 1_000_000.0), binds: Today,
        english: "relocation",
        dutch: "herplaatsing", says: "Aanvragers die andere lidstaten per jaar naar Nederland herplaatsen.",
        aliases: ["herplaatsing", "solidariteit", "solidarity_mode", "relocation"], letter: ["Europese Migratiepact"], moves: "inflow_relocated +, open_cases +",
    }

    /// First applications that stay away because rules and rights become stricter, all effects of deterrence together.
    behaviour DETERRENCE: Share = "deterrence" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "first applications that deterrence keeps away",
        dutch: "afschrikking", says: "Eerste aanvragen die wegblijven doordat regels en rechten strenger worden, alle afschrikking samen.",
        aliases: ["aanzuigende werking", "deterrence_elasticity", "pull factor"], letter: ["verminderde instroom van asielmigranten"], moves: "inflow_first -",
    }

    /// First applications that checks at internal borders turn away for good.
    behaviour BORDER_CONTROLS: Share = "border_controls" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "first applications that border checks turn away",
        dutch: "binnengrenscontroles", says: "Eerste aanvragen die door controles aan de binnengrenzen blijvend wegvallen.",
        aliases: ["internal_border_control", "grenscontroles", "pushbacks"], letter: [], moves: "inflow_first -",
    }

    /// First applications that agreements with countries of transit keep away.
    behaviour PARTNERSHIPS: Share = "partnerships" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "first applications that agreements with countries of transit keep away",
        dutch: "afspraken met doorreislanden", says: "Eerste aanvragen die wegblijven door afspraken met landen van doorreis.",
        aliases: ["transit_partnership_effect", "migratiedeal", "turkijedeal"], letter: ["verminderde instroom van asielmigranten"], moves: "inflow_first -",
    }

    /// First applications that are dealt with outside Europe, so that they never reach the chain.
    behaviour EXTERNAL_PROCESSING: Share = "external_processing" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "first applications dealt with outside Europe",
        dutch: "aanvragen buiten Europa afgehandeld", says: "Eerste aanvragen die buiten Europa worden afgehandeld, zodat zij de keten niet bereiken.",
        aliases: ["external_processing_share", "opvang in de regio", "convention_reform"], letter: ["asielaanvragen buiten Europa"], moves: "inflow_first -",
    }

    /// First applications by those who come for work instead, where there is a route for it.
    behaviour LABOUR_ROUTE: Share = "labour_route" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "first applications that a labour route takes the place of",
        dutch: "arbeidsroute in plaats van asiel", says: "Eerste aanvragen van wie in plaats daarvan voor werk komt, als daar een weg voor is.",
        aliases: ["labour_asylum_substitution", "vervanging"], letter: [], moves: "inflow_first -",
    }

    /// How long after the start of the run the effects on first applications begin.
    uncertain INFLOW_EFFECTS_AFTER: Days = "inflow_effects_after" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        dutch: "vertraging van effecten op instroom", says: "Hoe lang na het begin van de looptijd de effecten op eerste aanvragen ingaan.",
        aliases: ["displacement_lag_months", "waterbedeffect", "deterrence"], letter: [], moves: "",
    }

    /// Cost of an application that is dealt with outside Europe.
    uncertain EXTERNAL_PROCESSING_COST: Money = "external_processing_cost" {
        unit: "EUR a person", range: (0.0, 10_000_000.0), binds: Today,
        dutch: "kosten behandeling buiten Europa", says: "Kosten van een aanvraag die buiten Europa wordt afgehandeld.",
        aliases: ["kosten van behandeling buiten europa", "kosten"], letter: ["asielaanvragen buiten Europa"], moves: "cost_programmes +",
    }
}
