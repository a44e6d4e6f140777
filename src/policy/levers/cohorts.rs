//! Chapter cohorts: cases lodged before and since the start of the Pact, and the officers' time between them.

/// The order in which old cases are taken up.
const ORDERS: [&str; 4] = ["fifo", "low_chance_first", "high_chance_first", "penalty_first"];

levers! {
    chapter cohorts, after super::status;

    /// Whether an application counts as a new case, by day of lodging; all others are the old stock.
    lever NEW_CASES: Switch = "new_cases" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Lodged),
        english: "new cases",
        dutch: "nieuwe zaken", says: "Of een aanvraag als nieuwe zaak telt, naar dag van indiening; alle andere zijn de oude voorraad.",
        aliases: ["cohort", "oude voorraad", "legacy cases"], letter: ["Europese Migratiepact"], moves: "decisions_new ?",
    }

    /// Officers' time kept for new cases; the rest is for the old stock. At 0 nothing is parted, and cases are taken up in order of lodging.
    lever NEW_CASES_SHARE: Share = "new_cases_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "capacity for new cases",
        dutch: "capaciteit voor nieuwe zaken", says: "Tijd van beslismedewerkers die voor nieuwe zaken is; de rest is voor de oude voorraad. Bij 0 wordt niets verdeeld, en gaan zaken op volgorde van indiening.",
        aliases: ["new_vs_legacy_split", "verdeling capaciteit", "70 procent"], letter: ["uitvoering van het Europese Migratiepact"],
        moves: "open_cases_new -, open_cases_old +",
    }

    /// Whether officers take up cases of the old stock that wait for the interview in order; those begun, ordered by a court or with priority go on.
    lever OLD_CASES_OPEN: Switch = "old_cases_open" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "old stock taken up",
        dutch: "oude voorraad in behandeling", says: "Of medewerkers zaken uit de oude voorraad oppakken die op volgorde op het gehoor wachten; begonnen zaken, die met een termijn van de rechter en die met voorrang gaan door.",
        aliases: ["legacy_start", "start oude voorraad"], letter: ["uitvoering van het Europese Migratiepact"], moves: "open_cases_old -",
    }

    /// Whether time kept for one cohort that it does not need goes to the other the same day; off, it is lost.
    lever COHORTS_HELP: Switch = "cohorts_help" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "spare time passes between old and new cases",
        dutch: "overlopen tussen oud en nieuw", says: "Of tijd die een cohort niet nodig heeft dezelfde dag naar de andere gaat; uit, dan gaat die verloren.",
        aliases: ["spill", "schotten"], letter: ["uitvoering van het Europese Migratiepact"], moves: "decisions +",
    }

    /// Order in which cases of the old stock are taken up: by lodging; those with a low or a high chance of protection first; or those with a notice of default first.
    lever OLD_CASES_ORDER: Choice(&ORDERS) = "old_cases_order" {
        unit: "order", range: (0.0, 3.0), binds: Today,
        english: "order of the old stock",
        dutch: "volgorde oude voorraad", says: "Volgorde waarin zaken uit de oude voorraad worden opgepakt: op indiening, kansarm of kansrijk eerst, of met een ingebrekestelling eerst.",
        aliases: ["legacy_priority", "kansarm eerst", "kansrijk eerst", "dwangsom eerst"], letter: ["doorstroom en vertrek bevorderen"], moves: "grants ?",
    }

    /// Share of grants of a nationality below which its cases have a low chance of protection, and above which a high one.
    lever LOW_CHANCE_BELOW: Share = "low_chance_below" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "low chance of protection below",
        dutch: "grens kansarm", says: "Inwilligingspercentage van een nationaliteit waaronder haar zaken kansarm heten, en waarboven kansrijk.",
        aliases: ["kansarm", "kansrijk"], letter: ["uitvoering van het Europese Migratiepact"], moves: "grants ?",
    }
}
