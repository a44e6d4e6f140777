//! What a file of stocks can tell: its columns, its parts, and the items of each part.

use super::sheet::Column;
use crate::flow::Stage;
use crate::policy::levers::{inflow, start, status};
use crate::policy::{Kind, Role, levers};

/// The columns, in the order of [`column`].
pub(super) const COLUMNS: [Column; 10] = [
    Column { name: "part", dutch: "onderdeel", needed: true },
    Column { name: "item", dutch: "post", needed: true },
    Column { name: "nationality", dutch: "nationaliteit", needed: false },
    Column { name: "age_from_days", dutch: "leeftijd_vanaf_dagen", needed: false },
    Column { name: "age_to_days", dutch: "leeftijd_tot_dagen", needed: false },
    Column { name: "month", dutch: "maand", needed: false },
    Column { name: "value", dutch: "waarde", needed: true },
    Column { name: "low", dutch: "laag", needed: false },
    Column { name: "high", dutch: "hoog", needed: false },
    Column { name: "source", dutch: "bron", needed: false },
];

/// The places of the columns.
pub(super) mod column {
    pub(in super::super) const PART: usize = 0;
    pub(in super::super) const ITEM: usize = 1;
    pub(in super::super) const NATIONALITY: usize = 2;
    pub(in super::super) const FROM: usize = 3;
    pub(in super::super) const TO: usize = 4;
    pub(in super::super) const MONTH: usize = 5;
    pub(in super::super) const VALUE: usize = 6;
    pub(in super::super) const LOW: usize = 7;
    pub(in super::super) const HIGH: usize = 8;
    pub(in super::super) const SOURCE: usize = 9;
}

/// What kind of thing a row tells.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    /// The day of which the stocks are.
    Date,
    /// Persons in a stage on that day.
    Stock,
    /// The same stock on an earlier day.
    Before,
    /// Persons who entered it since.
    Came,
    /// Persons who left it since.
    Left,
    /// Places by type.
    Places,
    /// What a desk can do.
    Staff,
    /// Who arrived of late.
    Inflow,
    /// Permits of those outside reception, which come up for renewal.
    Permits,
}

impl Part {
    pub(super) const ALL: [Part; 9] = {
        use Part::*;
        [Date, Stock, Before, Came, Left, Places, Staff, Inflow, Permits]
    };
    pub(super) const WORDS: [&'static str; 9] =
        ["date", "stock", "before", "came", "left", "places", "staff", "inflow", "permits"];
    pub(super) const DUTCH: [&'static str; 9] =
        ["datum", "voorraad", "eerder", "erbij", "eraf", "plekken", "personeel", "instroom", "vergunningen"];

    /// The part that a word stands for, in either language.
    pub(super) fn of(word: &str) -> Option<Part> {
        let word = word.to_lowercase();
        let place = |words: &[&str; 9]| words.iter().position(|w| *w == word);
        place(&Part::WORDS).or_else(|| place(&Part::DUTCH)).map(|place| Part::ALL[place])
    }

    /// What rows of this part can be about.
    pub(super) fn items(self) -> Vec<Item> {
        match self {
            Part::Date => Vec::new(),
            Part::Stock | Part::Before | Part::Came | Part::Left => stocks(),
            Part::Places => places(),
            Part::Staff => staff(),
            Part::Inflow => arrivals(),
            Part::Permits => vec![plain(status::PERMITS_AT_START.index())],
        }
    }
}

/// Something of which a number can be told.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Item {
    /// Its English name.
    pub(super) name: &'static str,
    /// Its Dutch name.
    pub(super) dutch: &'static str,
    /// The row of the catalogue that holds it; nothing for open cases, which are a table.
    pub(super) row: Option<usize>,
    /// The stage in which its persons are, where it can be split by nationality.
    pub(super) stage: Option<Stage>,
    /// Whether it can be split by age.
    pub(super) ages: bool,
    /// The unit of its numbers.
    pub(super) unit: &'static str,
}

/// The name of the stock of open cases.
pub(super) const OPEN_CASES: &str = "open_cases";

/// The stocks: open cases, and every other starting number of persons in the catalogue.
pub(super) fn stocks() -> Vec<Item> {
    let open = Item {
        name: OPEN_CASES,
        dutch: "openstaande asielzaken",
        row: None,
        stage: Some(Stage::Decision),
        ages: true,
        unit: "persons",
    };
    let others = levers::all().enumerate().filter(|(_, d)| {
        d.chapter == "start" && d.role == Role::Uncertainty && d.kind == Kind::Count && d.unit == "persons"
    });
    let item = |(row, d): (usize, &'static crate::policy::Declaration)| {
        let stage = stage(row);
        Item {
            name: d.name.strip_suffix("_at_start").unwrap_or(d.name),
            dutch: d.dutch.strip_suffix(" bij de start").unwrap_or(d.dutch),
            row: Some(row),
            stage,
            ages: matches!(stage, Some(Stage::Appeal | Stage::Housing | Stage::FamilyDecision)),
            unit: d.unit,
        }
    };
    std::iter::once(open).chain(others.map(item)).collect()
}

/// The stage of a starting number that the chain can take by nationality.
fn stage(row: usize) -> Option<Stage> {
    let stages = [
        (start::APPEALS_AT_START.index(), Stage::Appeal),
        (start::PERMIT_HOLDERS_AT_START.index(), Stage::Housing),
        (start::FAMILY_PENDING_AT_START.index(), Stage::FamilyDecision),
        (start::FAMILY_TRAVELLING_AT_START.index(), Stage::FamilyTravel),
        (start::IN_DEPARTURE_AT_START.index(), Stage::Departure),
    ];
    stages.into_iter().find(|(of, _)| *of == row).map(|(_, stage)| stage)
}

fn plain(row: usize) -> Item {
    let d = levers::declaration(row);
    Item { name: d.name, dutch: d.dutch, row: Some(row), stage: None, ages: false, unit: d.unit }
}

/// Places by type: every number of places that somebody can set, in reception, in detention, at the border and in
/// municipalities.
pub(super) fn places() -> Vec<Item> {
    let rows = levers::all()
        .enumerate()
        .filter(|(_, d)| d.role == Role::Lever && d.kind == Kind::Count && d.unit == "places");
    rows.map(|(row, _)| plain(row)).collect()
}

/// What the desks can do.
pub(super) const DESKS: [&str; 9] = [
    "registration_capacity",
    "decision_staff",
    "court_capacity",
    "council_capacity",
    "family_capacity",
    "family_article8_capacity",
    "housing_supply",
    "escort_capacity",
    "guardians",
];

/// What no row asks for, and how it is filled in: the item and the rule, each in Dutch and in English.
pub(super) const UNASKED: [[&str; 4]; 5] = [
    [
        "openstaande zaken naar fase (claim, gehoor, zienswijze, besluit) en wie te laat is",
        "open cases by stage (claim, interview, view, decision) and who is late",
        "naar de kansen en termijnen van het scenario",
        "by the chances and terms of the scenario",
    ],
    [
        "wie moet vertrekken naar plaats (termijn, locatie, bewaring)",
        "those who must leave by place (period, location, detention)",
        "zoals een gelijkmatige stroom hen zou achterlaten",
        "as a steady flow would leave them",
    ],
    [
        "vergunningen naar het jaar waarin zij aflopen",
        "permits by the year in which they end",
        "zoals het scenario zegt",
        "as the scenario says",
    ],
    [
        "lopende herbeoordelingen, bezwaren en artikel 8-aanvragen, en beroepen die op het Hof van Justitie wachten",
        "reviews, objections and article 8 applications under way, and appeals that wait for the Court of Justice",
        "geen op de eerste dag",
        "none on the first day",
    ],
    [
        "wie op screening, op indiening of op een voogd wacht",
        "those in screening, before lodging, or waiting for a guardian",
        "geen op de eerste dag",
        "none on the first day",
    ],
];

fn staff() -> Vec<Item> {
    DESKS.iter().filter_map(|name| levers::find(name)).map(plain).collect()
}

/// Arrivals by nationality.
fn arrivals() -> Vec<Item> {
    [inflow::FIRST_APPLICATIONS.index(), inflow::EARLIER_REPEATS.index()].into_iter().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_items_with_names_of_their_own() {
        for part in Part::ALL {
            let items = part.items();
            assert_eq!(items.is_empty(), part == Part::Date, "{part:?}");
            let mut names: Vec<_> = items.iter().flat_map(|i| [i.name, i.dutch]).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 2 * items.len(), "{part:?}");
        }
        assert_eq!(staff().len(), DESKS.len());
        assert!(stocks().len() >= 6);
    }

    #[test]
    fn a_part_is_known_in_both_languages() {
        assert_eq!(Part::of("Voorraad"), Some(Part::Stock));
        assert_eq!(Part::of("came"), Some(Part::Came));
        assert_eq!(Part::of("voorraden"), None);
    }
}
