//! The rows of governance, and those that were added later.

use super::Becomes::{Merged, Own};
use super::Row;
use super::rows::row;

pub(super) const GOVERNANCE: &[Row] = &[
    row(165, "invoeringsvertraging", "delay of a measure", Merged("invoeringsvertraging")),
    row(166, "inleereffect", "work lost in a transition", Own(&["transition_loss"])),
    row(167, "medewerking medeoverheden", "cooperation of municipalities", Own(&["distribution_compliance"])),
    row(168, "Taskforce", "task force", Own(&["task_force", "task_force_saves"])),
    row(169, "beleidswissel", "reversal of policy", Merged("beleidswissel")),
];

pub(super) const LATER: &[Row] = &[
    row(171, "voogden", "guardians", Own(&["guardians", "minors_per_guardian", "minors_per_guardian_most"])),
    row(
        172,
        "leeftijdsonderzoek",
        "age assessment",
        Own(&["age_assessment_share", "age_assessment_days", "found_adult_share"]),
    ),
    row(173, "opvang minderjarigen", "places for minors", Own(&["minor_places"])),
    row(174, "18 worden", "turning eighteen", Own(&["stay_after_18", "turned_18"])),
    row(
        175,
        "einde van opvangblokken",
        "end of blocks",
        Own(&["regular_block_days", "emergency_block_days", "places_lost_12_months"]),
    ),
    row(
        176,
        "verlenging van opvangblokken",
        "renewal of blocks",
        Own(&["regular_renewal", "emergency_renewal", "renewal_notice"]),
    ),
    row(177, "budget opvang", "budget of reception", Own(&["reception_budget", "budget_left"])),
    row(178, "begrotingsgat", "funding gap", Own(&["funding_gap"])),
    row(179, "logeerregeling", "hosts", Own(&["host_places"])),
    row(180, "hotelregeling", "hotels", Own(&["hotel_places"])),
    row(181, "extra uitstroom", "extra outflow", Merged("extra uitstroom")),
    row(182, "aandeel artikel 8", "share on article 8", Own(&["family_article8_share"])),
    row(
        183,
        "uren artikel 8",
        "hours on article 8",
        Own(&[
            "family_article8_hours",
            "family_article8_capacity",
            "family_article8_term",
            "family_article8_extension",
        ]),
    ),
    row(
        184,
        "bezwaar en beroep artikel 8",
        "disputes on article 8",
        Own(&["family_article8_appeal_share", "family_article8_upheld"]),
    ),
    row(
        185,
        "komst op artikel 8",
        "arrivals on article 8",
        Own(&["family_article8_granted", "article8_arrivals"]),
    ),
    row(186, "asieladvocaten", "lawyers", Own(&["lawyer_hours"])),
    row(187, "tolken", "interpreters", Own(&["interpreter_hours"])),
    row(188, "escorts", "escorts", Own(&["escort_capacity"])),
    row(189, "kalender Spreidingswet", "calendar of the act", Merged("kalender spreidingswet")),
    row(190, "begin verantwoordelijkheid", "start of responsibility", Merged("begin ammr")),
    row(191, "begin statussen", "start of the statuses", Merged("begin kwalificatieverordening")),
];
