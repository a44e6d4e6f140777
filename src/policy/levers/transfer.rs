//! Chapter transfer: another state is responsible (Dublin).

/// Groups of states on which claims are made, told apart by how they answer and whether they take people back.
const DESTINATIONS: [&str; 4] = ["germany", "france", "italy", "other"];

levers! {
    chapter transfer, after super::terms;

    /// Applications for which another state is asked to take over, by nationality; unaccompanied minors excepted.
    uncertain DUBLIN_SHARE: ByNationality<Share> = "dublin_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of Dublin claims",
        dutch: "aandeel Dublinclaims", says: "Aanvragen waarvoor een ander land wordt gevraagd ze over te nemen, per nationaliteit; alleenstaande minderjarigen uitgezonderd.",
        aliases: ["Dublin", "track 1", "spoor 1", "claim", "Eurodac"], letter: [], moves: "dublin_claims +, closed +, grants -",
    }

    /// Moves the share for which another state is asked, of all nationalities together.
    uncertain DUBLIN_UNKNOWN: Rate = "dublin_share_unknown" {
        unit: "log odds", range: (-5.0, 5.0), binds: Today,
        dutch: "bandbreedte aandeel Dublinclaims", says: "Verschuift het aandeel waarvoor een ander land wordt gevraagd, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "dublin_claims +, closed +, grants -",
    }

    /// Claims by group of states.
    uncertain DUBLIN_DESTINATIONS: Mix(&DESTINATIONS) = "dublin_destinations" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "bestemming Dublinclaims", says: "Verdeling van de claims over groepen landen.",
        aliases: ["Dublin", "claim"], letter: [], moves: "",
    }

    /// Mean time from registration to the request, where the term does not cut it off.
    uncertain CLAIM_DAYS: Days = "claim_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "mean time to a Dublin claim",
        dutch: "tijd tot Dublinclaim", says: "Gemiddelde tijd van registratie tot het verzoek aan het andere land, als de termijn die niet afkapt.",
        aliases: ["Dublin", "claim"], letter: [], moves: "",
    }

    /// Time within which another state must be asked; the IND meets it.
    lever CLAIM_TERM: Days = "claim_term" {
        unit: "days", range: (0.0, 1_000.0), binds: At(Lodged),
        english: "Dublin claim term",
        dutch: "claimtermijn", says: "Termijn waarbinnen een ander land gevraagd moet worden; de IND haalt die.",
        aliases: ["Dublin", "Dublin III art. 21"], letter: ["Europese Migratiepact"], moves: "dublin_accepted -",
    }

    /// Time within which the other state must answer; silence is acceptance.
    lever REPLY_TERM: Days = "reply_term" {
        unit: "days", range: (0.0, 1_000.0), binds: At(Lodged),
        english: "Dublin reply term",
        dutch: "antwoordtermijn Dublin", says: "Termijn waarbinnen het andere land moet antwoorden; zwijgen is instemmen.",
        aliases: ["Dublin", "Dublin III art. 25"], letter: ["Europese Migratiepact"], moves: "dublin_accepted -",
    }

    /// Claims that are accepted, in words or by silence, by group of states.
    uncertain DUBLIN_ACCEPTED: Curve(&DESTINATIONS) = "dublin_accepted" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "geaccepteerde Dublinclaims", says: "Claims die, met woorden of door zwijgen, worden geaccepteerd, per groep landen.",
        aliases: ["Dublin", "claimakkoord"], letter: [], moves: "dublin_accepted +, closed +",
    }

    /// Mean time from acceptance until the officers can take the transfer decision.
    uncertain TRANSFER_DECISION_DAYS: Days = "transfer_decision_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "tijd tot overdrachtsbesluit", says: "Gemiddelde tijd van claimakkoord tot het overdrachtsbesluit genomen kan worden.",
        aliases: ["Dublin", "overdrachtsbesluit"], letter: [], moves: "",
    }

    /// Time from acceptance within which the transfer must take place, or the Netherlands is responsible.
    lever TRANSFER_TERM: Days = "transfer_term" {
        unit: "days", range: (1.0, 2_000.0), binds: Today,
        english: "term for a transfer",
        dutch: "overdrachtstermijn", says: "Termijn vanaf het claimakkoord waarbinnen de overdracht moet plaatsvinden; daarna is Nederland verantwoordelijk.",
        aliases: ["Dublin", "Dublin III art. 29", "uiterste overdrachtsdatum"], letter: ["Europese Migratiepact"], moves: "dublin_lapsed -, dublin_transferred +",
    }

    /// The same term for those who abscond.
    lever ABSCONDED_TERM: Days = "absconded_term" {
        unit: "days", range: (1.0, 3_000.0), binds: Today,
        english: "transfer term for those who abscond",
        dutch: "overdrachtstermijn bij onderduiken", says: "De overdrachtstermijn voor wie onderduikt.",
        aliases: ["Dublin", "Dublin III art. 29", "MOB", "18 maanden", "36 maanden"], letter: ["Europese Migratiepact"], moves: "dublin_lapsed -",
    }

    /// Those with a transfer decision who are out of sight before the transfer.
    uncertain DUBLIN_ABSCONDING: Share = "dublin_absconding" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who abscond before the transfer",
        dutch: "onderduiken voor overdracht", says: "Wie na een overdrachtsbesluit uit beeld raakt voordat de overdracht plaatsvindt.",
        aliases: ["Dublin", "MOB", "absconding"], letter: [], moves: "dublin_transferred -, departed_unsupervised +",
    }

    /// Mean time from the transfer decision until those who abscond are out of sight.
    uncertain ABSCONDING_DAYS: Days = "absconding_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "tijd tot onderduiken", says: "Gemiddelde tijd van overdrachtsbesluit tot wie onderduikt uit beeld is.",
        aliases: ["Dublin", "MOB"], letter: [], moves: "reception +",
    }

    /// Those who stay in sight and whom the other state takes, if the term leaves time, by group of states.
    uncertain DUBLIN_TAKES: Curve(&DESTINATIONS) = "dublin_takes" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "feitelijke overname", says: "Deel van wie in beeld blijft dat het andere land ook werkelijk overneemt als de termijn dat toelaat, per groep landen.",
        aliases: ["Dublin", "overdracht", "Italië"], letter: ["Europese Migratiepact"], moves: "dublin_transferred +, dublin_lapsed -",
    }

    /// Mean time from the end of a suspension by a court to the transfer.
    uncertain TRANSFER_DAYS_AFTER_RULING: Days = "transfer_days_after_ruling" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd van uitspraak tot overdracht", says: "Gemiddelde tijd van het einde van een schorsing door de rechter tot de overdracht.",
        aliases: ["Dublin", "overdracht"], letter: [], moves: "dublin_transferred -, dublin_lapsed +",
    }

    /// Mean time from acceptance to a transfer that no court suspends.
    uncertain TRANSFER_DAYS: Days = "transfer_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "mean time to the transfer",
        dutch: "tijd tot overdracht", says: "Gemiddelde tijd van claimakkoord tot een overdracht die geen rechter schorst.",
        aliases: ["Dublin", "overdracht"], letter: [], moves: "dublin_transferred -, dublin_lapsed +",
    }

    /// Persons whom other states transfer to the Netherlands in a year.
    uncertain INCOMING_TRANSFERS: Count = "incoming_transfers" {
        unit: "persons a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "inkomende overdrachten", says: "Personen die andere landen in een jaar aan Nederland overdragen.",
        aliases: ["Dublin", "incoming"], letter: [], moves: "inflow_dublin +, open_cases +",
    }

    /// Those transferred to the Netherlands whose application here is still open; the others were rejected before.
    uncertain INCOMING_OPEN_SHARE: Share = "incoming_open_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "inkomend met open aanvraag", says: "Deel van de inkomende overdrachten met een aanvraag die hier nog openstaat; de anderen zijn eerder afgewezen.",
        aliases: ["Dublin", "incoming"], letter: [], moves: "open_cases +",
    }

    /// Those whom another state has accepted and whose movements are restricted to an area until their transfer, by day of acceptance.
    lever AREA_RESTRICTION: Share = "area_restriction" {
        unit: "share", range: (0.0, 1.0), binds: At(Accepted),
        english: "restriction to an area",
        dutch: "gebiedsbeperking", says: "Wie door een ander land is geaccepteerd en tot de overdracht in een gebied moet blijven, naar dag van het akkoord.",
        aliases: ["reception_area_restriction", "area restriction", "Dublin"], letter: ["Europese Migratiepact"], moves: "dublin_transferred ?",
    }

    /// How many times as many go out of sight before their transfer where they are restricted to an area.
    uncertain AREA_RESTRICTION_EFFECT: Rate = "area_restriction_effect" {
        unit: "times", range: (0.0, 10.0), binds: Today,
        english: "effect of an area restriction on going out of sight",
        dutch: "effect van gebiedsbeperking", says: "Hoeveel maal zoveel mensen voor hun overdracht uit beeld raken als zij in een gebied moeten blijven.",
        aliases: ["gebiedsbeperking", "MOB"], letter: [], moves: "dublin_transferred -",
    }
}
