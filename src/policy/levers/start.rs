//! Chapter start: who is in the chain on the first day, beside the open cases.

levers! {
    chapter start, after super::departure;

    /// Persons within the term to appeal at the start.
    uncertain APPEAL_TERM_AT_START: Count = "in_appeal_term_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "in de beroepstermijn bij de start", says: "Personen voor wie bij de start de beroepstermijn loopt.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "appeals_lodged +",
    }

    /// Persons whose appeal against a transfer decision is pending at the start and who may stay for it.
    uncertain DUBLIN_APPEALS_AT_START: Count = "dublin_appeals_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "beroepen tegen overdracht bij de start", says: "Personen van wie bij de start beroep tegen een overdrachtsbesluit loopt en die daarvoor mogen blijven.",
        aliases: ["initial stock", "beginstand", "Dublin"], letter: [], moves: "open_appeals +",
    }

    /// Persons whose further appeal is pending at the Council of State at the start.
    uncertain FURTHER_APPEALS_AT_START: Count = "further_appeals_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "hoger beroepen bij de start", says: "Personen van wie bij de start hoger beroep bij de Raad van State loopt.",
        aliases: ["initial stock", "beginstand", "Raad van State"], letter: [], moves: "open_further_appeals +",
    }

    /// Persons whose appeal against a rejection on the merits is pending at the start.
    uncertain APPEALS_AT_START: Count = "appeals_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "beroepen bij de start", says: "Personen van wie bij de start beroep tegen een inhoudelijke afwijzing loopt.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "open_appeals +",
    }

    /// Permit holders in reception at the start.
    uncertain PERMIT_HOLDERS_AT_START: Count = "permit_holders_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "vergunninghouders in de opvang bij de start", says: "Vergunninghouders in de opvang bij de start.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "permit_holders +, reception +",
    }

    /// Relatives for whom an application for family reunification is pending at the start.
    uncertain FAMILY_PENDING_AT_START: Count = "family_pending_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "nareisaanvragen bij de start", says: "Gezinsleden voor wie bij de start een nareisaanvraag loopt.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "family_pending +",
    }

    /// Relatives with a granted application who have not arrived at the start.
    uncertain FAMILY_TRAVELLING_AT_START: Count = "family_travelling_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "onderweg voor nareis bij de start", says: "Gezinsleden met een ingewilligde aanvraag die bij de start nog niet zijn ingereisd.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "inflow_family +",
    }

    /// Persons with a transfer decision who wait for their transfer to another state at the start.
    uncertain TRANSFERS_AT_START: Count = "transfers_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "wachtend op overdracht bij de start", says: "Personen met een overdrachtsbesluit die bij de start op overdracht aan een ander land wachten.",
        aliases: ["initial stock", "beginstand", "Dublin"], letter: [], moves: "in_transfer +, reception +",
    }

    /// Persons whose application ended without a permit and who have not departed at the start.
    uncertain IN_DEPARTURE_AT_START: Count = "in_departure_at_start" {
        unit: "persons", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "in vertrekprocedure bij de start", says: "Personen van wie de aanvraag zonder vergunning eindigde en die bij de start nog niet vertrokken zijn.",
        aliases: ["initial stock", "beginstand"], letter: [], moves: "in_departure +",
    }
}
