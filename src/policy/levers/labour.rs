//! Chapter labour: labour migration where it meets the chain.

levers! {
    chapter labour, after super::participation;

    /// Labour migrants whom the three-year pilot admits in a year.
    lever LABOUR_QUOTA: Count = "labour_quota" {
        unit: "persons a year", range: (0.0, 1_000_000.0), binds: Today,
        english: "quota of the labour pilot",
        dutch: "quotum arbeidspilot", says: "Arbeidsmigranten die de driejarige pilot in een jaar toelaat.",
        aliases: ["labour_pilot", "labour_pilot_quota", "driejarige pilot", "arbeidsmigratie", "labour migration"], letter: ["een driejarige pilot"], moves: "housed -, permit_holders +",
    }

    /// Whether who comes under the pilot must have a dwelling that is none of those for permit holders.
    lever LABOUR_HOUSING_REQUIREMENT: Switch = "labour_housing_requirement" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "housing requirement of the labour pilot",
        dutch: "huisvestingseis arbeidspilot", says: "Of wie in de pilot komt een woning moet hebben die geen woning voor vergunninghouders is.",
        aliases: ["labour_housing_req", "huisvestingseis", "arbeidsmigratie"], letter: ["een driejarige pilot"], moves: "housed +, permit_holders -",
    }

    /// Of those who come under the pilot without such a requirement, the part who live in a dwelling that a permit holder would have had.
    uncertain LABOUR_DWELLING_SHARE: Share = "labour_dwelling_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of the pilot in dwellings of permit holders",
        dutch: "aandeel woningen van vergunninghouders", says: "Van wie zonder zo'n eis in de pilot komt het deel dat woont in een woning die een vergunninghouder zou hebben gehad.",
        aliases: ["arbeidsmigratie", "verdringing"], letter: ["een driejarige pilot"], moves: "housed -",
    }

    /// Permit holders a month in dwellings that come free where less low-paid labour is asked for, or is housed elsewhere: the advice of the commission Roemer and of the SER.
    lever LABOUR_DWELLINGS_FREED: Count = "labour_dwellings_freed" {
        unit: "persons a month", range: (0.0, 1_000_000.0), binds: Today,
        english: "dwellings freed by labour measures",
        dutch: "vrijgekomen woningen arbeidsmigratie", says: "Vergunninghouders per maand in woningen die vrijkomen waar minder laagbetaalde arbeid wordt gevraagd of elders wordt gehuisvest: de adviezen van de commissie-Roemer en de SER.",
        aliases: ["roemer_measures", "ser_measures", "commissie-Roemer", "SER", "arbeidsmigratie"], letter: ["de adviezen van de commissie-Roemer en de SER"], moves: "housed +, permit_holders -",
    }

    /// Hours of the IND for a permit of the pilot.
    uncertain LABOUR_PERMIT_HOURS: Rate = "labour_permit_hours" {
        unit: "hours a permit", range: (0.0, 100.0), binds: Today,
        english: "work on a permit of the labour pilot",
        dutch: "uren per vergunning arbeidspilot", says: "Uren van de IND voor een vergunning van de pilot.",
        aliases: ["arbeidsmigratie"], letter: ["een driejarige pilot"], moves: "",
    }

    /// The part of the work on those permits that asylum decision officers do.
    lever LABOUR_BY_OFFICERS: Share = "labour_by_officers" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "permits of the labour pilot by decision officers",
        dutch: "vergunningen arbeidspilot door beslismedewerkers", says: "Het deel van het werk aan die vergunningen dat beslismedewerkers asiel doen.",
        aliases: ["arbeidsmigratie", "IND"], letter: ["een driejarige pilot"], moves: "decisions -",
    }

    /// Labour inspectors, beyond today's. The model does not count what they cost.
    lever LABOUR_INSPECTION: Count = "labour_inspection" {
        unit: "full-time equivalents", range: (0.0, 100_000.0), binds: Today,
        english: "labour inspectors",
        dutch: "Arbeidsinspectie", says: "Inspecteurs van de Arbeidsinspectie, boven die van nu. Wat zij kosten telt het model niet.",
        aliases: ["arbeidsinspectie", "inspecteurs", "uitbuiting"], letter: ["grip te krijgen op arbeidsmigratie en misstanden tegen te gaan"], moves: "housed +, permit_holders -",
    }

    /// Permit holders a month in dwellings that come free for each such inspector, since who was exploited in them lives there no longer.
    uncertain INSPECTION_DWELLINGS: Rate = "inspection_dwellings" {
        unit: "persons a month an inspector", range: (0.0, 100.0), binds: Today,
        english: "dwellings freed by inspection",
        dutch: "woningen vrij door inspectie", says: "Vergunninghouders per maand in woningen die per inspecteur vrijkomen, doordat wie er werd uitgebuit er niet meer woont.",
        aliases: ["arbeidsinspectie"], letter: [], moves: "housed +",
    }
}
