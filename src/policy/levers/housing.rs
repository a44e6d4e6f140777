//! Chapter housing: dwellings by size, and the task of municipalities.

const SIZES: [&str; 3] = ["single", "small", "large"];

levers! {
    chapter housing, after super::places;

    /// Dwellings that municipalities offer, by the size of household they are for, counted in persons: one, two or three, four or more.
    lever DWELLING_MIX: Mix(&SIZES) = "dwelling_mix" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "dwellings by size of household",
        dutch: "woningen naar huishoudgrootte", says: "Woningen die gemeenten aanbieden, naar de grootte van het huishouden waarvoor ze zijn, geteld in personen: één, twee of drie, vier of meer.",
        aliases: ["woningtype", "household size", "koppelen"], letter: ["een reguliere (sociale huur-) woning"], moves: "housed_single ?, housed_large ?",
    }

    /// Whether dwellings that no household of their size waits for go to others.
    lever DWELLINGS_SHARED: Switch = "dwellings_shared" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "dwellings shared among sizes of household",
        dutch: "woningen gedeeld", says: "Of woningen waarop geen huishouden van die grootte wacht naar anderen gaan.",
        aliases: ["woningdelen", "shared_housing_share"], letter: ["een reguliere (sociale huur-) woning"], moves: "housed +",
    }

    /// Whether municipalities may give permit holders priority for social housing.
    lever HOUSING_PRIORITY: Switch = "housing_priority" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "priority for permit holders in social housing",
        dutch: "voorrang voor statushouders", says: "Of gemeenten vergunninghouders voorrang mogen geven bij sociale huurwoningen.",
        aliases: ["urgentie", "voorrang", "36 831", "sociale huur"], letter: ["een reguliere (sociale huur-) woning"], moves: "housed +, permit_holders -, reception -",
    }

    /// Dwellings that municipalities still offer permit holders where they may give them no priority, as a part of what they offer with it.
    uncertain SUPPLY_WITHOUT_PRIORITY: Share = "supply_without_priority" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "part of the dwellings still offered without priority",
        dutch: "huisvesting zonder voorrang", says: "Huisvesting die gemeenten zonder voorrang nog bieden, als deel van wat zij met voorrang bieden.",
        aliases: ["urgentie", "voorrang"], letter: [], moves: "",
    }

    /// Permit holders whom municipalities are told to house in a half-year. It counts what is asked; what is done is housing_supply.
    lever HOUSING_TARGET: Count = "housing_target" {
        unit: "persons a half-year", range: (0.0, 1_000_000.0), binds: Today,
        english: "housing target a half-year",
        dutch: "taakstelling per half jaar", says: "Vergunninghouders die gemeenten in een half jaar moeten huisvesten. Dit telt wat wordt gevraagd; wat gebeurt staat in housing_supply.",
        aliases: ["taakstelling", "Huisvestingswet"], letter: ["een reguliere (sociale huur-) woning"], moves: "housing_arrears +",
    }

    /// Permit holders whom municipalities should have housed before the start and have not.
    uncertain HOUSING_ARREARS: Count = "housing_arrears_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "achterstand huisvesting bij de start", says: "Vergunninghouders die gemeenten voor de start hadden moeten huisvesten en niet hebben gehuisvest.",
        aliases: ["achterstand", "beginstand"], letter: [], moves: "housing_arrears +",
    }
}
