//! The inventory: every measure, capacity and response that a model of the Dutch chain was asked to have, numbered by section,
//! and what each has become here: a lever, an uncertainty, an outcome, or a part of another, with the reason.
//!
//! Numbers 1 to 191 are those of the inventory. 170 stands among the procedures, beside 48, and the last section was added later.

mod later;
mod rows;

use super::subjects::{SUBJECTS, Subject};
use super::{Role, levers};
use Becomes::{Merged, Own};
use later::{GOVERNANCE, LATER};
use rows::{
    COURTS, INFLOW, LABOUR, PARTICIPATION, PROCEDURE, RECEPTION, RESPONSIBILITY, RETURN, STATUS, UKRAINE,
};

/// What a row of the inventory has become.
#[derive(Copy, Clone, Debug)]
pub enum Becomes {
    /// Rows of the catalogue, or series, of these names; the first is what it is above all.
    Own(&'static [&'static str]),
    /// A part of other rows: the subject with this word says of which, and why.
    Merged(&'static str),
}

/// One row of the inventory.
#[derive(Copy, Clone, Debug)]
pub struct Row {
    /// Its number.
    pub number: u16,
    /// Its name, in Dutch and in English.
    pub name: (&'static str, &'static str),
    /// What it has become.
    pub becomes: Becomes,
}

/// A section of the inventory.
#[derive(Copy, Clone, Debug)]
pub struct Section {
    /// Its number, as in `3.1`.
    pub number: &'static str,
    /// Its name, in Dutch and in English.
    pub name: (&'static str, &'static str),
    /// How many rows the inventory gives it.
    pub count: usize,
    /// The rows.
    pub rows: &'static [Row],
}

impl Row {
    /// The subject that says why it has no row of its own.
    pub fn subject(&self) -> Option<&'static Subject> {
        match self.becomes {
            Own(_) => None,
            Merged(word) => SUBJECTS.iter().find(|subject| subject.words.contains(&word)),
        }
    }

    /// The rows and series that it has become, or that come nearest.
    pub fn names(&self) -> &'static [&'static str] {
        match self.becomes {
            Own(names) => names,
            Merged(_) => self.subject().map_or(&[], |subject| subject.nearest),
        }
    }

    /// What it has become in a word or two, in Dutch and in English.
    pub fn kind(&self) -> (&'static str, &'static str) {
        let first = |names: &[&str]| levers::find(names[0]).map(|row| levers::declaration(row).role);
        match self.becomes {
            Own(names) => match first(names) {
                Some(Role::Lever) => ("knop", "lever"),
                Some(Role::Uncertainty) => ("onzekerheid", "uncertainty"),
                Some(Role::Behaviour) => ("onzekerheid, nul tenzij gezet", "uncertainty, nought unless set"),
                None => ("uitkomst", "outcome"),
            },
            Merged(_) => ("deel van een ander", "part of another"),
        }
    }
}

/// Every section in its order.
pub const SECTIONS: &[Section] = &[
    Section { number: "3.1", name: ("Instroom en buitenland", "Inflow and abroad"), count: 16, rows: INFLOW },
    Section {
        number: "3.2",
        name: ("Procedure en beslissing", "Procedure and decision"),
        count: 37,
        rows: PROCEDURE,
    },
    Section { number: "3.3", name: ("Rechtspraak", "Courts"), count: 8, rows: COURTS },
    Section {
        number: "3.4",
        name: ("Status, vergunning en gezin", "Status, permits and family"),
        count: 20,
        rows: STATUS,
    },
    Section {
        number: "3.5",
        name: ("Verantwoordelijke lidstaat", "Responsible member state"),
        count: 8,
        rows: RESPONSIBILITY,
    },
    Section { number: "3.6", name: ("Terugkeer", "Return"), count: 19, rows: RETURN },
    Section {
        number: "3.7",
        name: ("Opvang en huisvesting", "Reception and housing"),
        count: 25,
        rows: RECEPTION,
    },
    Section { number: "3.8", name: ("Meedoen", "Participation"), count: 11, rows: PARTICIPATION },
    Section { number: "3.9", name: ("Oekraïne", "Ukraine"), count: 10, rows: UKRAINE },
    Section { number: "3.10", name: ("Arbeidsmigratie", "Labour migration"), count: 11, rows: LABOUR },
    Section {
        number: "3.11",
        name: ("Bestuur en tijd", "Governance and timing"),
        count: 5,
        rows: GOVERNANCE,
    },
    Section { number: "3.14", name: ("Later toegevoegd", "Added later"), count: 21, rows: LATER },
];

/// Levers that no row of the inventory asks for, and why they are there, in Dutch and in English.
pub const BEYOND: &[(&[&str], (&str, &str))] = &[
    (
        &["lodging_term"],
        (
            "de termijn van verordening 2024/1348 tussen registratie en indiening, die de inventaris als gegeven neemt",
            "the term of regulation 2024/1348 between registration and lodging, which the inventory takes as given",
        ),
    ),
    (
        &["family_visa_term"],
        (
            "een termijn van de nareisprocedure die blijft gelden: wie de mvv te laat ophaalt begint opnieuw",
            "a term of family reunification that stays in force: who collects the visa too late begins anew",
        ),
    ),
    (
        &["family_visa_dwelling", "family_visa_dwelling_days", "family_visa_dwelling_applied"],
        (
            "de nareismaatregel van oktober 2022 tot februari 2023, die voorbij is en die de naspeling van de geschiedenis nodig heeft",
            "the measure on relatives of October 2022 to February 2023, which is over and which the replay of history needs",
        ),
    ),
    (
        &["restricted_places", "restricted_days", "family_places"],
        (
            "soorten plek waarin verblijft wie weg moet; de inventaris noemt ze bij de opvang, zonder regel",
            "kinds of place in which those stay who must leave; the inventory names them among reception, without a row",
        ),
    ),
    (
        &["cost_decision"],
        (
            "wat beslissen kost, om naast de kosten van opvang te leggen",
            "what decisions cost, to lay beside the cost of reception",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all() -> impl Iterator<Item = &'static Row> {
        SECTIONS.iter().flat_map(|section| section.rows)
    }

    #[test]
    fn the_numbering_has_no_gap_and_each_section_has_all_its_rows() {
        let mut numbers: Vec<u16> = all().map(|row| row.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=191).collect::<Vec<u16>>());
        for section in SECTIONS {
            assert_eq!(section.rows.len(), section.count, "{}", section.number);
            assert!(
                section.rows.windows(2).all(|pair| pair[0].number < pair[1].number),
                "{}",
                section.number
            );
        }
        assert_eq!(SECTIONS.iter().map(|section| section.count).sum::<usize>(), 191);
    }

    #[test]
    fn each_row_has_become_something_that_exists_or_says_why_not() {
        for row in all() {
            assert!(!row.name.0.is_empty() && !row.name.1.is_empty());
            match row.becomes {
                Own(names) => assert!(!names.is_empty(), "{}", row.number),
                Merged(_) => assert!(row.subject().is_some(), "{} {}", row.number, row.name.1),
            }
            assert!(row.names().iter().all(|name| !name.is_empty()));
        }
    }

    #[test]
    fn every_lever_is_reached_by_a_row_or_says_why_it_has_none() {
        let own = |row: &Row| if let Own(names) = row.becomes { names } else { &[] };
        let reached: BTreeSet<&str> = all().flat_map(own).copied().collect();
        for declaration in levers::all().filter(|one| one.role != Role::Uncertainty) {
            let beyond = BEYOND.iter().any(|(names, _)| names.contains(&declaration.name));
            assert!(beyond != reached.contains(declaration.name), "{}", declaration.name);
        }
        for name in BEYOND.iter().flat_map(|(names, _)| *names) {
            assert!(levers::find(name).is_some(), "{name}");
        }
    }
}
