//! Chapter money: what reception and decisions cost, and what the budget grants.

levers! {
    chapter money, after super::staff;

    /// Cost of a resident in regular reception, special kinds included.
    lever COST_REGULAR: Money = "cost_regular" {
        unit: "euros a place a year", range: (0.0, 10_000_000.0), binds: Today,
        english: "cost of regular reception",
        dutch: "kosten reguliere opvang", says: "Kosten per bewoner in reguliere opvang, inclusief bijzondere soorten.",
        aliases: ["cost_per_bed_regular", "kosten"], letter: ["COA krijgt de middelen"], moves: "cost_reception +",
    }

    /// Cost of a resident in emergency reception.
    lever COST_EMERGENCY: Money = "cost_emergency" {
        unit: "euros a place a year", range: (0.0, 10_000_000.0), binds: Today,
        english: "cost of emergency reception",
        dutch: "kosten noodopvang", says: "Kosten per bewoner in noodopvang.",
        aliases: ["cost_per_bed_emergency", "kosten"], letter: ["COA krijgt de middelen"], moves: "cost_reception +",
    }

    /// Cost of a resident outside the locations of COA.
    lever COST_OUTSIDE: Money = "cost_outside" {
        unit: "euros a place a year", range: (0.0, 10_000_000.0), binds: Today,
        english: "cost outside COA locations",
        dutch: "kosten buiten COA-locaties", says: "Kosten per bewoner buiten COA-locaties.",
        aliases: ["kosten", "HAR"], letter: ["COA krijgt de middelen"], moves: "cost_reception +",
    }

    /// Cost of a person in transit housing.
    lever COST_TRANSIT: Money = "cost_transit" {
        unit: "euros a day", range: (0.0, 100_000.0), binds: Today,
        english: "cost of transit housing",
        dutch: "kosten doorstroomlocatie", says: "Kosten per persoon in een doorstroomlocatie.",
        aliases: ["transit_subsidy", "doorstroomlocatie"], letter: ["alternatieve huisvesting"], moves: "cost_reception ?, in_transit +",
    }

    /// Cost of a decision on the merits on one application; closing a case costs as much less as it takes fewer hours.
    lever COST_DECISION: Money = "cost_decision" {
        unit: "euros a decision", range: (0.0, 1_000_000.0), binds: Today,
        english: "cost of a decision",
        dutch: "kosten per besluit", says: "Kosten van een inhoudelijk besluit op een aanvraag; een overige afdoening kost naar rato van de uren minder.",
        aliases: ["kosten", "IND"], letter: [], moves: "cost_decisions +",
    }

    /// Multiplies all costs; 1 is the prices of 2023.
    lever PRICE_LEVEL: Rate = "price_level" {
        unit: "times", range: (0.01, 100.0), binds: Today,
        english: "price level",
        dutch: "prijspeil", says: "Vermenigvuldigt alle kosten; 1 is het prijspeil van 2023.",
        aliases: ["price year", "inflatie"], letter: [], moves: "cost_reception +, cost_decisions +",
    }

    /// What the budget grants for reception in a year.
    lever RECEPTION_BUDGET: Money = "reception_budget" {
        unit: "euros a year", range: (0.0, 1e12), binds: Today,
        english: "budget for reception",
        dutch: "begroting opvang", says: "Wat de begroting in een jaar voor opvang toekent.",
        aliases: ["coa_budget_path", "begroting", "COA"], letter: ["COA krijgt de middelen"], moves: "budget_left +",
    }

    /// By how many percent more transit housing there is for each percent more that is paid for it than at the start.
    uncertain TRANSIT_PAY_EFFECT: Rate = "transit_pay_effect" {
        unit: "percent a percent", range: (0.0, 10.0), binds: Today,
        english: "effect of pay on transit housing",
        dutch: "effect van vergoeding doorstroomlocatie", says: "Hoeveel procent meer doorstroomlocaties er zijn voor elk procent dat er meer voor wordt betaald dan bij de start.",
        aliases: ["bekostiging doorstroomlocaties", "transit_subsidy"], letter: ["alternatieve huisvesting"], moves: "in_transit +",
    }
}
