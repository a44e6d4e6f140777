//! Chapter family: family reunification.

use super::inflow::SIZES;

/// When a sponsor must be a minor for parents to follow.
const MINOR_WHEN: [&str; 2] = ["application", "grant"];

levers! {
    chapter family, after super::courts;

    /// Relatives for whom family reunification is asked, for each person granted a permit, by nationality of the sponsor.
    uncertain RELATIVES_PER_GRANT: ByNationality<Rate> = "relatives_per_grant" {
        unit: "relatives a person granted", range: (0.0, 10.0), binds: Today,
        dutch: "gezinsleden per vergunning", says: "Gezinsleden voor wie nareis wordt gevraagd, per persoon met een vergunning, naar nationaliteit van de referent.",
        aliases: ["nareis", "family reunification", "gezinshereniging"], letter: [], moves: "family_pending +",
    }

    /// Multiplies the relatives for each person granted a permit, of all nationalities together.
    uncertain RELATIVES_UNKNOWN: Rate = "relatives_per_grant_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte gezinsleden per vergunning", says: "Vermenigvuldigt het aantal gezinsleden per vergunning, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "family_pending +",
    }

    /// The moment at which somebody must be a minor for parents to follow: the asylum application (application) or the permit (grant).
    lever PARENTS_RIGHT: Choice(&MINOR_WHEN) = "parents_right" {
        unit: "choice", range: (0.0, 1.0), binds: At(Decided),
        dutch: "peilmoment minderjarigheid bij nareis van ouders", says: "Het moment waarop iemand minderjarig moet zijn om ouders te laten nareizen: de asielaanvraag (application) of de vergunning (grant).",
        aliases: ["nareis", "amv", "18 worden", "C-550/16"], letter: [], moves: "family_pending -",
    }

    /// Relatives in one application for family reunification.
    uncertain FAMILY_SIZES: Mix(&SIZES) = "family_sizes" {
        unit: "share of applications", range: (0.0, 1.0), binds: Today,
        dutch: "gezinsleden per nareisaanvraag", says: "Gezinsleden per nareisaanvraag.",
        aliases: ["nareis"], letter: [], moves: "",
    }

    /// Makes larger applications for family reunification more (+) or less (-) frequent: log odds for each next person.
    uncertain FAMILY_SIZES_UNKNOWN: Rate = "family_sizes_unknown" {
        unit: "log odds", range: (-2.0, 2.0), binds: Today,
        dutch: "bandbreedte omvang nareisaanvraag", says: "Maakt grotere nareisaanvragen talrijker (+) of zeldzamer (-): logodds per volgende persoon.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "",
    }

    /// Time within which a permit holder may ask for family reunification on favourable terms.
    lever FAMILY_TERM: Days = "family_term" {
        unit: "days", range: (0.0, 3_650.0), binds: At(Granted),
        dutch: "nareistermijn", says: "Termijn waarbinnen een vergunninghouder nareis mag aanvragen.",
        aliases: ["nareis", "drie maanden"], letter: ["het twee-statusstelsel onverkort uit te voeren"], moves: "",
    }

    /// Mean time from the application for family reunification until it can be decided: documents and research.
    uncertain FAMILY_PREPARATION: Days = "family_preparation" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "voorbereiding nareis", says: "Gemiddelde tijd van nareisaanvraag tot er beslist kan worden: documenten en onderzoek.",
        aliases: ["DNA", "documenten"], letter: [], moves: "wait_family +",
    }

    /// Relatives on whose family reunification the IND can decide in a year.
    lever FAMILY_CAPACITY: Count = "family_capacity" {
        unit: "decisions a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "nareiscapaciteit IND", says: "Gezinsleden over wier nareis de IND in een jaar kan beslissen.",
        aliases: ["nareis", "IND"], letter: ["doorstroom en vertrek bevorderen"], moves: "family_decisions +, family_pending -, inflow_family +",
    }

    /// Multiplies the relatives on whom the IND can decide at the start, until the next step of `family_capacity`: how far they may lie from the value assumed.
    uncertain FAMILY_CAPACITY_UNKNOWN: Rate = "family_capacity_unknown" {
        unit: "times", range: (0.1, 10.0), binds: Today,
        dutch: "bandbreedte nareiscapaciteit", says: "Vermenigvuldigt het aantal gezinsleden over wie de IND kan beslissen bij de start, tot de volgende stap van `family_capacity`: hoe ver het werkelijke aantal van de aanname kan liggen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "family_decisions +, family_pending -, inflow_family +",
    }

    /// Applications for family reunification that are granted.
    uncertain FAMILY_ACCEPTED: Share = "family_accepted" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingewilligde nareis", says: "Nareisaanvragen die worden ingewilligd.",
        aliases: ["acceptance"], letter: [], moves: "inflow_family +",
    }

    /// Relatives with a granted application who do arrive.
    uncertain FAMILY_ARRIVED: Share = "family_arrived" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "ingereisd na inwilliging", says: "Gezinsleden met een ingewilligde aanvraag die inreizen.",
        aliases: ["mvv"], letter: [], moves: "inflow_family +",
    }

    /// Mean time from the decision to arrival: visa (mvv) and journey.
    uncertain FAMILY_TRAVEL: Days = "family_travel" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        dutch: "reistijd nareis", says: "Gemiddelde tijd van besluit tot inreis: mvv en reis.",
        aliases: ["mvv", "visa"], letter: [], moves: "",
    }

    /// Arriving relatives who need a place in reception, because their sponsor has no dwelling yet.
    uncertain FAMILY_TO_RECEPTION: Share = "family_to_reception" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "nareizigers in de opvang", says: "Ingereisde gezinsleden die een opvangplek nodig hebben omdat hun referent nog geen woning heeft.",
        aliases: ["nareis", "COA"], letter: [], moves: "reception +, permit_holders +",
    }
}
