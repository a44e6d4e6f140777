//! The units of the catalogue and of the series, in Dutch.

/// The Dutch word for a unit; the unit itself where there is none.
pub fn dutch(unit: &str) -> &str {
    match unit {
        "a month" => "per maand",
        "a year" => "per jaar",
        "appeals" => "beroepen",
        "appeals a year" => "beroepen per jaar",
        "coefficient of variation" => "variatiecoëfficiënt",
        "days" => "dagen",
        "decisions a year" => "besluiten per jaar",
        "EUR million" => "miljoen euro",
        "euros a day" => "euro per dag",
        "euros a decision" => "euro per besluit",
        "euros a year" => "euro per jaar",
        "full-time equivalents" => "fte",
        "further appeals a year" => "hoger beroepen per jaar",
        "EUR" => "euro",
        "EUR a day" => "euro per dag",
        "hours" => "uren",
        "households" => "huishoudens",
        "hours a working day" => "uren per werkdag",
        "hours a case" => "uren per zaak",
        "hours a permit" => "uren per vergunning",
        "hours a year" => "uren per jaar",
        "years" => "jaren",
        "hours an application" => "uren per aanvraag",
        "log odds" => "logodds",
        "log points" => "logpunten",
        "log points a month" => "logpunten per maand",
        "minutes a working day" => "minuten per werkdag",
        "officers a month" => "medewerkers per maand",
        "person-days" => "persoonsdagen",
        "persons" => "personen",
        "persons a half-year" => "personen per half jaar",
        "persons a week" => "personen per week",
        "persons a month" => "personen per maand",
        "persons a working day" => "personen per werkdag",
        "persons a year" => "personen per jaar",
        "places" => "plekken",
        "relatives a person granted" => "gezinsleden per vergunning",
        "share" => "aandeel",
        "share a year" => "aandeel per jaar",
        "hours a grant" => "uren per inwilliging",
        "hours an appeal" => "uren per beroep",
        "order" => "volgorde",
        "share by year since the permit" => "aandeel per jaar na de vergunning",
        "share of applications" => "aandeel van de aanvragen",
        "share of households" => "aandeel van de huishoudens",
        "times" => "maal",
        "times the places" => "maal de plaatsen",
        "times the mean month" => "maal de gemiddelde maand",
        "weeks" => "weken",
        "on/off" => "aan/uit",
        "choice" => "keuze",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::dutch;
    use crate::policy::levers;

    #[test]
    fn every_unit_of_the_catalogue_has_a_dutch_word() {
        for declaration in levers::all() {
            assert_ne!(dutch(declaration.unit), declaration.unit, "{}", declaration.name);
        }
    }
}
