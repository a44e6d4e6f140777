//! The units of the catalogue and of the series: in Dutch, and which of them grow with the size of the chain.

/// Whether a number in this unit grows with the size of the chain, as stocks, arrivals and capacities do, and unlike a
/// share, a term or the hours that a case takes.
pub(super) fn is_extensive(unit: &str) -> bool {
    matches!(
        unit,
        "appeals a year"
            | "decisions a year"
            | "full-time equivalents"
            | "euros a year"
            | "further appeals a year"
            | "hours a working day"
            | "hours a year"
            | "officers a month"
            | "persons"
            | "persons a half-year"
            | "persons a month"
            | "persons a week"
            | "persons a working day"
            | "persons a year"
            | "places"
    )
}

/// The Dutch word for a unit; the unit itself where there is none.
pub fn dutch(unit: &str) -> &str {
    match unit {
        "a month" => "per maand",
        "a year" => "per jaar",
        "appeals a year" => "beroepen per jaar",
        "coefficient of variation" => "variatiecoëfficiënt",
        "days" => "dagen",
        "decisions a year" => "besluiten per jaar",
        "EUR million" => "miljoen euro",
        "euros a day" => "euro per dag",
        "euros a decision" => "euro per besluit",
        "euros a place a year" => "euro per plek per jaar",
        "euros a year" => "euro per jaar",
        "full-time equivalents" => "fte",
        "further appeals a year" => "hoger beroepen per jaar",
        "EUR" => "euro",
        "EUR a day" => "euro per dag",
        "EUR a month" => "euro per maand",
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
        "persons a guardian" => "personen per voogd",
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
        "times an appeal" => "maal een beroep",
        "times the places" => "maal de plaatsen",
        "times the mean month" => "maal de gemiddelde maand",
        "weeks" => "weken",
        "EUR a person" => "euro per persoon",
        "EUR a place" => "euro per plek",
        "percent a percent" => "procent per procent",
        "persons a month an inspector" => "personen per maand per inspecteur",
        "share a thousand euros" => "aandeel per duizend euro",
        "weeks a year" => "weken per jaar",
        "on/off" => "aan/uit",
        "choice" => "keuze",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{dutch, is_extensive};
    use crate::policy::{Kind, levers};

    #[test]
    fn a_count_grows_with_the_chain_unless_it_is_counted_for_one_of_something() {
        for declaration in levers::all() {
            if declaration.kind.inner() == Kind::Count && !declaration.unit.ends_with("a guardian") {
                assert!(is_extensive(declaration.unit), "{} in {}", declaration.name, declaration.unit);
            }
            if matches!(declaration.kind.inner(), Kind::Share | Kind::Days | Kind::Switch) {
                assert!(!is_extensive(declaration.unit), "{} in {}", declaration.name, declaration.unit);
            }
        }
    }

    #[test]
    fn every_unit_of_the_catalogue_has_a_dutch_word() {
        for declaration in levers::all() {
            assert_ne!(dutch(declaration.unit), declaration.unit, "{}", declaration.name);
        }
    }
}
