//! Chapter protection: displaced persons from Ukraine in municipal places.

levers! {
    chapter protection, after super::money;

    /// Places of municipalities for displaced persons from Ukraine.
    lever UKRAINE_PLACES: Count = "ukraine_places" {
        unit: "places", range: (0.0, 1_000_000.0), binds: Today,
        english: "municipal places for Ukrainians",
        dutch: "gemeentelijke plekken Oekraïne", says: "Plekken van gemeenten voor ontheemden uit Oekraïne.",
        aliases: ["GOO", "RooO", "Oekraïne"], letter: ["zodat IND en COA ontlast worden"], moves: "ukraine_places_free +",
    }

    /// Whether displaced persons from Ukraine have temporary protection. On the day that it ends they get a national permit where there is one, and else a part of them applies for asylum.
    lever TEMPORARY_PROTECTION: Switch = "temporary_protection" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "temporary protection",
        dutch: "tijdelijke bescherming", says: "Of ontheemden uit Oekraïne tijdelijke bescherming hebben. Op de dag dat die eindigt krijgen zij een nationale vergunning als die er is, en anders vraagt een deel van hen asiel.",
        aliases: ["RTB", "tp_end"], letter: ["creeren we een tijdelijke verblijfstatus"], moves: "ukraine_registered +, waiting_registration -",
    }

    /// Whether those who have temporary protection when it ends get a national permit instead. Without it a part of them applies for asylum.
    lever UKRAINE_PERMIT: Switch = "ukraine_permit" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "national permit for Ukrainians",
        dutch: "verblijfsvergunning voor Oekraïners", says: "Of wie tijdelijke bescherming heeft als die eindigt, een nationale vergunning krijgt. Zonder vergunning vraagt een deel van hen asiel.",
        aliases: ["ukr_permit", "transitiedocument", "tijdelijke verblijfsstatus"], letter: ["creeren we een tijdelijke verblijfstatus", "zodat IND en COA ontlast worden"], moves: "ukraine_registered +, ukraine_to_asylum -",
    }

    /// The part of the work on those permits that asylum decision officers do.
    lever UKRAINE_PERMIT_BY_OFFICERS: Share = "ukraine_permit_by_officers" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "permits for Ukrainians by decision officers",
        dutch: "vergunningen Oekraïne door beslismedewerkers", says: "Het deel van het werk aan die vergunningen dat beslismedewerkers asiel doen.",
        aliases: ["ukr_permit_hours"], letter: ["zodat IND en COA ontlast worden"], moves: "decisions -",
    }

    /// Hours of the IND for such a permit.
    uncertain UKRAINE_PERMIT_HOURS: Rate = "ukraine_permit_hours" {
        unit: "hours a permit", range: (0.0, 100.0), binds: Today,
        english: "work on a permit for Ukrainians",
        dutch: "uren per vergunning Oekraïne", says: "Uren van de IND voor zo'n vergunning.",
        aliases: ["ukr_permit_hours"], letter: ["zodat IND en COA ontlast worden"], moves: "ukraine_permit_hours_spent +",
    }

    /// Days over which those permits are issued, evenly, from the end of protection.
    uncertain UKRAINE_PERMIT_DAYS: Days = "ukraine_permit_days" {
        unit: "days", range: (1.0, 3_650.0), binds: Today,
        dutch: "uitgifte vergunningen Oekraïne", says: "Dagen waarover die vergunningen gelijkmatig worden uitgegeven, vanaf het einde van de bescherming.",
        aliases: ["transitiedocument"], letter: [], moves: "",
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
        english: "share who ask asylum after temporary protection",
        dutch: "asielaanvragen na tijdelijke bescherming", says: "Ontheemden uit Oekraïne die asiel vragen op de dag dat tijdelijke bescherming zonder vergunning eindigt.",
        aliases: ["ukr_asylum_uptake_without"], letter: ["zodat IND en COA ontlast worden"], moves: "waiting_registration +",
    }

    /// Years from the end of protection after which those permits end. Then a part of those who hold one applies for asylum.
    lever UKRAINE_PERMIT_YEARS: Rate = "ukraine_permit_years" {
        unit: "years", range: (0.0, 50.0), binds: Today,
        english: "length of the permit for Ukrainians",
        dutch: "duur vergunning Oekraïne", says: "Jaren na het einde van de bescherming waarna die vergunningen eindigen. Dan vraagt een deel van wie er een heeft asiel.",
        aliases: ["ukr_permit_years", "transitiedocument", "duur van de vergunning voor oekraïners"], letter: ["creeren we een tijdelijke verblijfstatus"], moves: "ukraine_registered +, ukraine_to_asylum -",
    }

    /// Whether displaced persons from Ukraine who go back are supported.
    lever UKRAINE_RETURN_PROGRAMME: Switch = "ukraine_return_programme" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "programme of return to Ukraine",
        dutch: "terugkeerprogramma Oekraïne", says: "Of ontheemden uit Oekraïne die teruggaan worden ondersteund.",
        aliases: ["ukr_return_support", "terugkeerprogramma oekraïne"], letter: ["werken aan terugkeer"], moves: "ukraine_registered -",
    }

    /// How many times as many leave where there is such a programme.
    uncertain UKRAINE_PROGRAMME_EFFECT: Rate = "ukraine_programme_effect" {
        unit: "times", range: (0.0, 10.0), binds: Today,
        english: "effect of a programme of return to Ukraine",
        dutch: "effect van terugkeerprogramma Oekraïne", says: "Hoeveel maal zoveel ontheemden vertrekken als er zo'n programma is.",
        aliases: ["ukr_return_support", "terugkeer"], letter: ["werken aan terugkeer"], moves: "ukraine_registered -",
    }
}
