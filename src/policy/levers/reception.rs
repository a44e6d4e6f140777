//! Chapter reception: a roof, and then a dwelling.

levers! {
    chapter reception, after super::family;

    /// Places in regular reception centres that are planned: what there is more is closed that day, what lacks is ordered and opens after `regular_lead_days`.
    lever REGULAR_PLACES: Count = "regular_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in regular reception",
        dutch: "reguliere opvangplekken", says: "Geplande plekken in reguliere opvang (azc): wat er meer is sluit die dag, wat ontbreekt wordt besteld en gaat open na `regular_lead_days`.",
        aliases: ["extra opvangplekken", "opvangplekken", "azc", "COA", "structurele opvang"], letter: ["voldoende en fatsoenlijke opvangplekken", "voldoende structurele en flexibele opvang te realiseren"], moves: "reception_places +, reception_regular +",
    }

    /// Multiplies the regular places at the start, until the next step of `regular_places`: how far they may lie from the value assumed.
    uncertain REGULAR_UNKNOWN: Rate = "regular_places_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte reguliere opvangplekken", says: "Vermenigvuldigt de reguliere opvangplekken bij de start, tot de volgende stap van `regular_places`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "reception_places +, reception_emergency -",
    }

    /// Places in emergency reception that are planned: what there is more is closed that day, what lacks is ordered and opens after `emergency_lead_days`.
    lever EMERGENCY_PLACES: Count = "emergency_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places in emergency reception",
        dutch: "noodopvangplekken", says: "Geplande plekken in noodopvang: wat er meer is sluit die dag, wat ontbreekt wordt besteld en gaat open na `emergency_lead_days`.",
        aliases: ["extra opvangplekken", "noodopvang", "flexibele opvang"], letter: ["voldoende structurele en flexibele opvang te realiseren"], moves: "reception_places +, without_place -",
    }

    /// Multiplies the emergency places at the start, until the next step of `emergency_places`: how far they may lie from the value assumed.
    uncertain EMERGENCY_UNKNOWN: Rate = "emergency_places_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte noodopvangplekken", says: "Vermenigvuldigt de noodopvangplekken bij de start, tot de volgende stap van `emergency_places`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "reception_places +, without_place -",
    }

    /// Places outside the locations of COA: municipal crisis reception, hosts, hotels.
    lever OUTSIDE_PLACES: Count = "outside_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "places outside COA locations",
        dutch: "plekken buiten COA-locaties", says: "Plekken buiten de locaties van het COA: crisisnoodopvang, logeeradressen, hotels.",
        aliases: ["crisisnoodopvang", "HAR", "logeerregeling", "doorstroomlocatie"], letter: ["een bindend convenant voorbereid voor alternatieve huisvesting"], moves: "reception_places +, without_place -",
    }

    /// Multiplies the places outside the locations of COA at the start, until the next step of `outside_places`: how far they may lie from the value assumed.
    uncertain OUTSIDE_UNKNOWN: Rate = "outside_places_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte plekken buiten COA-locaties", says: "Vermenigvuldigt de plekken buiten COA-locaties bij de start, tot de volgende stap van `outside_places`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "reception_places +, without_place -",
    }

    /// Applicants who live with others and need no place in reception.
    uncertain OWN_HOUSING_SHARE: Share = "own_housing_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel eigen onderdak", says: "Aanvragers die bij anderen wonen en geen opvangplek nodig hebben.",
        aliases: ["own accommodation"], letter: [], moves: "reception -",
    }

    /// Permit holders whom municipalities can house in a month.
    lever HOUSING_SUPPLY: Count = "housing_supply" {
        unit: "persons a month", range: (0.0, 1_000_000.0), binds: Today,
        english: "housing by municipalities",
        dutch: "huisvesting door gemeenten", says: "Vergunninghouders die gemeenten in een maand kunnen huisvesten.",
        aliases: ["huisvesting statushouders", "taakstelling", "woningen", "municipal target", "huisvesting"], letter: ["een reguliere (sociale huur-) woning"], moves: "housed +, permit_holders -, reception -",
    }

    /// Multiplies the permit holders whom municipalities can house at the start, until the next step of `housing_supply`: how far they may lie from the value assumed.
    uncertain HOUSING_UNKNOWN: Rate = "housing_supply_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte huisvesting", says: "Vermenigvuldigt het aantal vergunninghouders dat gemeenten kunnen huisvesten bij de start, tot de volgende stap van `housing_supply`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "housed +, permit_holders -, reception -",
    }

    /// Mean time from the permit until a dwelling can be taken, if one is free: matching and moving.
    uncertain MATCHING_DAYS: Days = "matching_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "mean time to match and move",
        dutch: "tijd tot koppeling en verhuizing", says: "Gemiddelde tijd van vergunning tot verhuizing als er een woning vrij is: koppelen en verhuizen.",
        aliases: ["koppelen"], letter: [], moves: "wait_housing +",
    }
}
