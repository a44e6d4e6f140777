//! Chapter participation: work and language for those in the procedure.

/// Whom the law keeps from work whatever time has passed.
const EXCLUDED: [&str; 3] = ["nobody", "by_directive", "low_chances"];

levers! {
    chapter participation, after super::examination;

    /// Days from registration after which those in the procedure may work.
    lever WORK_AFTER: Days = "work_after" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "right to work",
        dutch: "recht op werk", says: "Dagen na registratie waarna wie in de procedure zit mag werken.",
        aliases: ["work_after_months", "zes maanden", "werken", "twv", "arbeidsmarkt"], letter: [], moves: "may_work -, working -",
    }

    /// The same for nationalities with a good chance of a permit.
    lever WORK_AFTER_GOOD_CHANCE: Days = "work_after_good_chance" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "right to work with a good chance",
        dutch: "recht op werk bij goede kans", says: "Dezelfde dagen voor nationaliteiten met een goede kans op een vergunning.",
        aliases: ["work_after_months", "drie maanden", "werken", "grote kans"], letter: ["na drie maanden het recht om aan het werk te gaan"], moves: "may_work -, working -",
    }

    /// The grant share of a nationality from which its chance counts as good.
    lever GOOD_CHANCE_FROM: Share = "good_chance_from" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "good chance of a permit from",
        dutch: "goede kans vanaf", says: "Het inwilligingspercentage van een nationaliteit vanaf waar haar kans goed heet.",
        aliases: ["high_chance_definition", "kansrijk"], letter: ["na drie maanden het recht om aan het werk te gaan"], moves: "may_work -",
    }

    /// Who may not work whatever time has passed: nobody; by the directive, in the accelerated procedure on other grounds than a low Union-wide share of grants; or everyone with low chances.
    lever WORK_EXCLUDED: Choice(&EXCLUDED) = "work_excluded" {
        unit: "choice", range: (0.0, 2.0), binds: Today,
        english: "exclusion from work",
        dutch: "uitsluiting van werk", says: "Wie niet mag werken, hoeveel tijd er ook voorbij is: niemand (nobody); volgens de richtlijn, in de versnelde procedure op andere gronden dan een laag Europees inwilligingspercentage (by_directive); of iedereen met weinig kans (low_chances).",
        aliases: ["work_low_chance", "werkverbod kansarm", "artikel 17"], letter: [], moves: "may_work -, working -",
    }

    /// Days that the wait for a citizen service number (BSN) puts a job off.
    lever WORK_REGISTRATION_DAYS: Days = "work_registration_days" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "wait for a citizen service number",
        dutch: "wachttijd burgerservicenummer", says: "Dagen die het wachten op een burgerservicenummer (bsn) een baan uitstelt.",
        aliases: ["bsn_wait_weeks", "BRP", "BSN"], letter: [], moves: "working -",
    }

    /// Whether those registered have language lessons from the first day. The model does not count what they cost.
    lever LANGUAGE_LESSONS: Switch = "language_lessons" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Registered),
        english: "language lessons from the first day",
        dutch: "taalles vanaf de eerste dag", says: "Of wie wordt geregistreerd vanaf de eerste dag taalles heeft. Wat dat kost telt het model niet.",
        aliases: ["language_from_day_one", "taalles", "inburgering"], letter: ["beginnen direct met taalles"], moves: "working +",
    }

    /// How many times as many find work with language lessons.
    uncertain LANGUAGE_EFFECT: Rate = "language_effect" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        english: "effect of language lessons on finding work",
        dutch: "effect van taalles op werk", says: "Hoeveel maal zoveel mensen met taalles werk vinden.",
        aliases: ["taalles", "werk"], letter: ["beginnen direct met taalles"], moves: "",
    }

    /// Households that find work once they may, of all who stay long enough.
    uncertain EMPLOYMENT_SHARE: Share = "employment_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who find work",
        dutch: "aandeel dat werk vindt", says: "Huishoudens die werk vinden als het mag, van wie lang genoeg blijft.",
        aliases: ["arbeidsparticipatie", "werk"], letter: [], moves: "working +",
    }

    /// Mean time to find a job.
    uncertain JOB_SEARCH_DAYS: Days = "job_search_days" {
        unit: "days", range: (1.0, 2_000.0), binds: Today,
        english: "mean time to find a job",
        dutch: "tijd tot een baan", says: "Gemiddelde tijd tot er een baan is.",
        aliases: ["werk"], letter: [], moves: "working -",
    }

    /// What one who works in the procedure earns in a month.
    uncertain WORK_WAGE: Money = "work_wage" {
        unit: "EUR a month", range: (0.0, 100_000.0), binds: Today,
        english: "wage of who works in the procedure",
        dutch: "loon in de procedure", says: "Wat iemand die in de procedure werkt per maand verdient.",
        aliases: ["loon", "inkomen"], letter: [], moves: "contributions_a_year +",
    }

    /// The part of their wage that residents of reception contribute to it.
    lever OWN_CONTRIBUTION: Share = "own_contribution" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "own contribution of residents",
        dutch: "eigen bijdrage", says: "Het deel van hun loon dat bewoners van de opvang daaraan bijdragen.",
        aliases: ["Reba", "eigen bijdrage"], letter: [], moves: "contributions_a_year +",
    }

    /// How much sooner a sponsor who worked before the permit has enough income for relatives.
    uncertain WORK_HEAD_START: Days = "work_head_start" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        dutch: "voorsprong door werk", says: "Hoeveel eerder een referent die al voor de vergunning werkte genoeg inkomen heeft voor gezinsleden.",
        aliases: ["inkomenseis", "werk"], letter: [], moves: "",
    }

    /// Weeks in a year in which those in the procedure may work.
    lever WORK_WEEKS: Rate = "work_weeks" {
        unit: "weeks a year", range: (0.0, 52.0), binds: Today,
        english: "weeks of work in a year",
        dutch: "weken werk per jaar", says: "Weken per jaar waarin wie in de procedure zit mag werken.",
        aliases: ["work_weeks_cap", "24-wekeneis", "24 weken"], letter: [], moves: "working +, contributions_a_year +",
    }

    /// Those who would come to a supervised place and who have day activities, beyond today's. The model does not count what they cost.
    lever DAY_ACTIVITIES: Share = "day_activities" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "day activities",
        dutch: "dagbesteding", says: "Wie onder toezicht zou komen en dagbesteding heeft, boven wat er nu is. Wat dat kost telt het model niet.",
        aliases: ["dagbesteding", "day activities", "overlast"], letter: ["dagbesteding, trauma- en verslavingszorg"], moves: "reception_supervised -",
    }

    /// Those in the procedure who need care for trauma or addiction and get it, beyond today's. The model does not count what it costs.
    lever TRAUMA_CARE: Share = "trauma_care" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "care for trauma and addiction",
        dutch: "trauma- en verslavingszorg", says: "Wie in de procedure trauma- of verslavingszorg nodig heeft en die krijgt, boven wat er nu is. Wat dat kost telt het model niet.",
        aliases: ["trauma_addiction_care", "traumazorg", "verslavingszorg"], letter: ["dagbesteding, trauma- en verslavingszorg"], moves: "reception_supervised -, working +",
    }

    /// Of those who would come to a supervised place and have day activities, or care that they need, those who do not come there.
    uncertain PREVENTION_EFFECT: Share = "prevention_effect" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "effect of day activities and care on nuisance",
        dutch: "effect van dagbesteding en zorg op overlast", says: "Van wie onder toezicht zou komen en dagbesteding heeft, of de zorg die nodig is, het deel dat er niet komt.",
        aliases: ["overlast", "preventie"], letter: ["dagbesteding, trauma- en verslavingszorg"], moves: "reception_supervised -",
    }

    /// How many times as many find work where all get the care that they need.
    uncertain CARE_WORK_EFFECT: Rate = "care_work_effect" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        english: "effect of care on finding work",
        dutch: "effect van zorg op werk", says: "Hoeveel maal zoveel mensen werk vinden als iedereen de zorg krijgt die nodig is.",
        aliases: ["traumazorg", "werk"], letter: ["dagbesteding, trauma- en verslavingszorg"], moves: "working +",
    }
}
