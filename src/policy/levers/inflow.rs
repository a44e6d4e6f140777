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

levers! {
    chapter inflow, after super::start;

    /// Multiplies first applications of every nationality: the inflow scenario.
    lever INFLOW_SCALE: Rate = "inflow_scale" {
        unit: "times", range: (0.0, 10.0), binds: Today,
        dutch: "instroomscenario", says: "Vermenigvuldigt de eerste aanvragen van alle nationaliteiten.",
        aliases: ["instroom", "MPP", "arrivals", "inflow scenario"],
        letter: ["verminderde instroom van asielmigranten", "op basis van de meerjarenprognose"],
        moves: "inflow_first +, open_cases +, reception +",
    }

    /// First applications a year in the middle of the uncertainty, by nationality.
    uncertain FIRST_APPLICATIONS: ByNationality<Rate> = "first_applications" {
        unit: "persons a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "eerste aanvragen per jaar", says: "Eerste aanvragen per jaar per nationaliteit, midden van de onzekerheid.",
        aliases: ["inflow", "instroom"], letter: [], moves: "inflow_first +",
    }

    /// Arrivals in each month relative to the mean month.
    uncertain SEASON: Curve(&MONTHS) = "season" {
        unit: "times the mean month", range: (0.0, 10.0), binds: Today,
        dutch: "seizoenspatroon", says: "Aanvragen per maand ten opzichte van de gemiddelde maand.",
        aliases: ["seasonal index", "seizoen"], letter: [], moves: "",
    }
}
