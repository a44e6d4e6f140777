//! Chapter protection: displaced persons from Ukraine in municipal places.

levers! {
    chapter protection, after super::money;

    /// Places of municipalities for displaced persons from Ukraine.
    lever UKRAINE_PLACES: Count = "ukraine_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "gemeentelijke plekken Oekraïne", says: "Plekken van gemeenten voor ontheemden uit Oekraïne.",
        aliases: ["GOO", "RooO", "Oekraïne"], letter: [], moves: "ukraine_places_free +",
    }

    /// Whether displaced persons from Ukraine have temporary protection, or a national permit after it. On the day that neither holds any more a part of them applies for asylum.
    lever TEMPORARY_PROTECTION: Switch = "temporary_protection" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        dutch: "tijdelijke bescherming", says: "Of ontheemden uit Oekraïne tijdelijke bescherming hebben, of daarna een nationale vergunning. Op de dag dat geen van beide meer geldt, vraagt een deel van hen asiel.",
        aliases: ["RTB", "tp_end", "ukr_permit", "transitiedocument"], letter: ["creeren we een tijdelijke verblijfstatus"], moves: "ukraine_registered +, waiting_registration -",
    }

    /// Displaced persons from Ukraine who are registered at the start.
    uncertain UKRAINE_AT_START: Count = "ukraine_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "ontheemden uit Oekraïne bij de start", says: "Ontheemden uit Oekraïne die bij de start zijn ingeschreven.",
        aliases: ["Oekraïne", "beginstand"], letter: [], moves: "ukraine_registered +",
    }

    /// Displaced persons from Ukraine who need no municipal place.
    uncertain UKRAINE_OWN_HOUSING: Share = "ukraine_own_housing" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel eigen onderdak Oekraïne", says: "Ontheemden uit Oekraïne die geen gemeentelijke plek nodig hebben.",
        aliases: ["ukr_own_rent", "eigen onderdak"], letter: [], moves: "ukraine_municipal -",
    }

    /// Displaced persons from Ukraine who arrive in a month.
    uncertain UKRAINE_ARRIVALS: Count = "ukraine_arrivals_a_month" {
        unit: "persons a month", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "aankomsten uit Oekraïne", says: "Ontheemden uit Oekraïne die in een maand aankomen.",
        aliases: ["ukr_inflow", "instroom Oekraïne"], letter: [], moves: "ukraine_registered +",
    }

    /// Displaced persons from Ukraine who leave, or go on under another right, in a year.
    uncertain UKRAINE_DEPARTURES: Share = "ukraine_departures" {
        unit: "share a year", range: (0.0, 1.0), binds: Today,
        dutch: "vertrek uit tijdelijke bescherming", says: "Ontheemden uit Oekraïne die in een jaar vertrekken of op een andere grond verder gaan.",
        aliases: ["ukr_return_rate", "terugkeer"], letter: ["werken aan terugkeer"], moves: "ukraine_registered -",
    }

    /// Displaced persons from Ukraine who apply for asylum on the day that temporary protection ends without a permit.
    uncertain UKRAINE_UPTAKE: Share = "ukraine_asylum_uptake" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "asielaanvragen na tijdelijke bescherming", says: "Ontheemden uit Oekraïne die asiel vragen op de dag dat tijdelijke bescherming zonder vergunning eindigt.",
        aliases: ["ukr_asylum_uptake_without"], letter: ["zodat IND en COA ontlast worden"], moves: "waiting_registration +",
    }
}
