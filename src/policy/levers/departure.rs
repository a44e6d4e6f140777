//! Chapter departure: leaving, or not.

const KINDS: [&str; 4] = ["voluntary", "forced", "unsupervised", "stays"];

levers! {
    chapter departure, after super::reception;

    /// Time to leave after a final rejection, with reception.
    lever DEPARTURE_PERIOD: Days = "departure_period" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        dutch: "vertrektermijn", says: "Termijn om na een definitieve afwijzing te vertrekken, met opvang.",
        aliases: ["Vw 62", "28 dagen", "departure period"], letter: ["doorstroom en vertrek bevorderen"], moves: "in_departure +, reception +",
    }

    /// How those whose application ended without a permit leave, or not.
    uncertain DEPARTURE_MIX: Mix(&KINDS) = "departure_mix" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "wijze van vertrek", says: "Hoe personen van wie de aanvraag zonder vergunning eindigde vertrekken, of niet.",
        aliases: ["terugkeer", "return"], letter: ["terugkeerafspraken met landen buiten Europa"], moves: "departed_voluntary ?, departed_forced ?",
    }

    /// Mean time from the final decision to a voluntary departure.
    uncertain VOLUNTARY_DAYS: Days = "voluntary_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot zelfstandig vertrek", says: "Gemiddelde tijd van definitief besluit tot zelfstandig vertrek.",
        aliases: ["IOM"], letter: [], moves: "",
    }

    /// Mean time from the final decision to a forced departure.
    uncertain FORCED_DAYS: Days = "forced_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot gedwongen vertrek", says: "Gemiddelde tijd van definitief besluit tot gedwongen vertrek.",
        aliases: ["uitzetting"], letter: [], moves: "",
    }

    /// Mean time from the final decision to a departure without supervision.
    uncertain UNSUPERVISED_DAYS: Days = "unsupervised_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot vertrek zonder toezicht", says: "Gemiddelde tijd van definitief besluit tot vertrek zonder toezicht.",
        aliases: ["MOB"], letter: [], moves: "",
    }
}
