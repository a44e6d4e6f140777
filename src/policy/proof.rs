//! How a lever is stepped to see that it is wired: in which world it binds somebody, what it is stepped to where the rule for
//! its kind gives nothing telling, why an outcome may go either way, and which levers by their nature move nothing but
//! themselves or money.

/// A scenario, changed where need be, in which a lever binds somebody, and what it is stepped to there.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Trial {
    /// The lever.
    pub lever: &'static str,
    /// The embedded scenario.
    pub world: &'static str,
    /// What is set in it from its start, or from a day of its own, as `--set` takes it.
    pub sets: &'static [&'static str],
    /// The value stepped up to; empty for that of the rule.
    pub up: &'static str,
    /// The value stepped down to; empty for that of the rule.
    pub down: &'static str,
}

/// The law in force, in which a lever is stepped unless it says otherwise.
const LAW: &str = "baseline";
/// The law of before 12 June 2026, for what binds no new case any more.
const OLD: &str = "old_law_unchanged";

impl Trial {
    const fn of(lever: &'static str) -> Trial {
        Trial { lever, world: LAW, sets: &[], up: "", down: "" }
    }

    const fn old(mut self) -> Trial {
        self.world = OLD;
        self
    }

    const fn with(mut self, sets: &'static [&'static str]) -> Trial {
        self.sets = sets;
        self
    }

    const fn up(mut self, value: &'static str) -> Trial {
        self.up = value;
        self
    }

    const fn down(mut self, value: &'static str) -> Trial {
        self.down = value;
        self
    }
}

/// How a lever is stepped.
pub fn trial(lever: &'static str) -> Trial {
    TRIALS.iter().copied().find(|trial| trial.lever == lever).unwrap_or(Trial::of(lever))
}

/// Officers enough for who comes, so that no queue hides what a term or a step does.
const NO_QUEUE: &str = "decision_staff=6000";
/// Many of those who report at the border, where a share drawn from its range leaves few.
const AT_THE_BORDER: &[&str] = &["border_share=0.8"];
/// All the time for new cases, and more than they need.
const ONE_COHORT: &[&str] = &["new_cases_share=1", "decision_staff=2500"];
/// A task of the distribution act that is enforced from the day of the step on, and later than that where it is put off.
const ENFORCED: &[&str] =
    &["distribution_task=38000@2026-06-01", "distribution_enforcement=1", "regular_lead_days=180"];
/// A unit for relatives that keeps up.
const FAMILY_KEEPS_UP: &[&str] = &["family_pending_at_start=1000", "family_capacity=100000"];
/// The same, and no visa without a dwelling.
const VISA_WITH_DWELLING: &[&str] =
    &["family_pending_at_start=1000", "family_capacity=100000", "family_visa_dwelling=true"];
/// Relatives of subsidiary protection who apply under its rules, by a unit that keeps up.
const RELATIVES_OF_B: &[&str] =
    &["family_pending_at_start=1000", "family_capacity=100000", "family_wait_b=0@2026-06-12"];
/// The same, of whom nothing but an income or a dwelling may be asked.
const INCOME_ALONE: &[&str] = &[
    "family_pending_at_start=1000",
    "family_capacity=100000",
    "family_wait_b=0@2026-06-12",
    "family_housing_req_b=false@2026-06-12",
];
const DWELLING_ALONE: &[&str] = &[
    "family_pending_at_start=1000",
    "family_capacity=100000",
    "family_wait_b=0@2026-06-12",
    "family_income_req_b=false@2026-06-12",
];
/// Time alone is asked of relatives of subsidiary protection.
const TIME_ALONE: &[&str] =
    &["family_income_req_b=false@2026-06-12", "family_housing_req_b=false@2026-06-12"];
/// An article 8 unit that is more than a year behind.
const ARTICLE_8: &[&str] = &["family_article8_share=0.3", "family_article8_capacity=3000"];
/// Places in detention enough, so that not the next in line takes the place of who is released, and nobody released sooner
/// than the term for want of prospects.
const DETENTION: &[&str] = &["detention_places=3000", "no_prospect_days=1000"];
/// Dwellings so few that all of them are taken.
const SCARCE_DWELLINGS: &str = "housing_supply=1500";
/// A moratorium for everyone, a month old.
const MORATORIUM: &str = "decision_moratorium={ syria = true, eritrea = true, turkiye = true, afghanistan = true, iraq = true, \
    algeria = true, iran = true, unknown = true, morocco = true, yemen = true, somalia = true, nigeria = true, stateless = true, \
    pakistan = true, albania = true, ukraine = true, moldova = true, sudan = true, other = true }@2026-12-01";
/// Minors for whom guardians run short.
const FEW_GUARDIANS: &[&str] = &["guardians=60"];

/// Pressure on whoever would stay, of which some effect is assumed.
const PRESSED: &[&str] = &["pressure_departure=0.3", "pressure_out_of_sight=0.4"];
/// Supervised places that do not run out, and something that keeps people from them.
const PREVENTED: &[&str] = &["prevention_effect=0.5", "care_work_effect=1.5", "supervised_places=5000"];

/// The levers that are stepped elsewhere or otherwise than the rule for their kind says.
pub const TRIALS: &[Trial] = &[
    Trial::of("relocation").up("5000"),
    Trial::of("lawyer_hours").with(&["lawyer_hours=150"]),
    Trial::of("interpreter_hours").with(&[
        "interpreter_hours={ arabic = 60, persian = 18, tigrinya = 15, somali = 14, turkish = 12, other = 45 }",
    ]),
    Trial::of("view_work").old(),
    Trial::of("view_general").old().with(&[NO_QUEUE]).up("28"),
    Trial::of("view_extended").old().with(&[NO_QUEUE]).up("120"),
    Trial::of("safe_country_share").old(),
    Trial::of("safe_country_hours").old(),
    Trial::of("border_places").with(AT_THE_BORDER),
    Trial::of("border_longest").with(AT_THE_BORDER),
    Trial::of("border_ceiling").with(AT_THE_BORDER).down("0.2"),
    Trial::of("border_families").with(AT_THE_BORDER),
    Trial::of("cohorts_help").with(ONE_COHORT),
    Trial::of("general_extension").old().with(&["decision_staff=2500"]).up("274"),
    Trial::of("further_extension").old().with(&["decision_staff=2500"]).up("365"),
    Trial::of("longest_term").old().with(&["decision_staff=2500"]),
    Trial::of("decision_term").with(&["decision_staff=2500"]),
    Trial::of("moratorium_longest").with(&[MORATORIUM]),
    Trial::of("administrative_penalty").up("45"),
    Trial::of("administrative_penalty_days").with(&["administrative_penalty=45"]),
    Trial::of("appeal_term").old(),
    Trial::of("family_article8_capacity").with(&["family_article8_share=0.3"]),
    Trial::of("family_article8_term").with(ARTICLE_8).up("1000"),
    Trial::of("family_article8_extension").with(ARTICLE_8).up("1000"),
    Trial::of("family_capacity").old().with(&["family_capacity=8000"]),
    Trial::of("family_wait_b").with(TIME_ALONE),
    Trial::of("family_term").with(FAMILY_KEEPS_UP),
    Trial::of("family_scope").with(FAMILY_KEEPS_UP),
    Trial::of("parents_right").old().with(FAMILY_KEEPS_UP),
    Trial::of("family_nuclear_only").with(FAMILY_KEEPS_UP),
    Trial::of("family_decision_term").with(FAMILY_KEEPS_UP),
    Trial::of("family_extension").with(FAMILY_KEEPS_UP),
    Trial::of("family_held_share").old(),
    Trial::of("family_visa_dwelling").with(FAMILY_KEEPS_UP),
    Trial::of("family_visa_dwelling_days").with(VISA_WITH_DWELLING),
    Trial::of("family_visa_dwelling_applied").with(VISA_WITH_DWELLING).down("100"),
    Trial::of("family_pending_rule").with(&["family_pending_rule=old@2026-06-12"]),
    Trial::of("family_wait_start").with(TIME_ALONE),
    Trial::of("family_income_req_b").with(INCOME_ALONE),
    Trial::of("family_housing_req_b").with(DWELLING_ALONE),
    Trial::of("family_transit_counts").with(&[
        "family_wait_b=0@2026-06-12",
        "family_income_req_b=false@2026-06-12",
        "transit_places=20000",
    ]),
    Trial::of("family_brake_b").with(RELATIVES_OF_B),
    Trial::of("family_brake_hardship").with(RELATIVES_OF_B),
    Trial::of("departure_period_unfounded").up("28"),
    Trial::of("hub_places").with(&["hub_nationalities.algeria=true", "hub_nationalities.morocco=true"]).up("500"),
    Trial::of("hub_nationalities").with(&["hub_places=500"]),
    Trial::of("return_border_longest").with(AT_THE_BORDER),
    Trial::of("stay_after_18").up("730"),
    Trial::of("guardians").with(FEW_GUARDIANS),
    Trial::of("minors_per_guardian").with(FEW_GUARDIANS),
    Trial::of("minors_per_guardian_most").with(FEW_GUARDIANS),
    Trial::of("family_pilot_share")
        .with(&["family_pending_rule=old@2026-06-12", "family_pending_rule=pilot_and_freeze@2027-01-01"])
        .up("0.5"),
    Trial::of("court_growth").with(&["court_capacity=14000@2026-12-01", "judge_training=90"]),
    Trial::of("further_appeal_term").up("120"),
    Trial::of("short_further_appeal_term").up("120"),
    Trial::of("detention_term").with(DETENTION),
    Trial::of("detention_extension").with(DETENTION),
    Trial::of("regular_lead_days").with(&["distribution_task=38000@2027-01-01"]),
    Trial::of("emergency_lead_days").with(&["emergency_places=60000@2027-01-01"]),
    Trial::of("occupancy_norm").with(&["funding_rule=multi_year"]),
    Trial::of("interim_days").with(&["interim_days=60"]),
    Trial::of("dwelling_mix").with(&["dwellings_shared=false"]),
    Trial::of("work_excluded").up("low_chances"),
    Trial::of("permit_years").down("1"),
    Trial::of("naturalisation_years").old(),
    Trial::of("safe_third_country_share").up("0.1"),
    Trial::of("good_chance_from").with(&["work_after_good_chance=30"]),
    Trial::of("distribution_law").with(&["distribution_task=38000", "regular_lead_days=365"]),
    Trial::of("distribution_task").with(&["regular_lead_days=365"]).up("38000"),
    Trial::of("distribution_key").with(&["distribution_task=38000"]),
    Trial::of("distribution_sizes").with(&["distribution_task=38000"]),
    Trial::of("distribution_enforcement").with(&["distribution_task=38000", "regular_lead_days=180"]),
    Trial::of("distribution_enforced_after").with(ENFORCED).up("720"),
    Trial::of("housing_supply").with(&[SCARCE_DWELLINGS]),
    Trial::of("labour_quota").with(&[SCARCE_DWELLINGS]).up("60000"),
    Trial::of("labour_housing_requirement").with(&[SCARCE_DWELLINGS, "labour_quota=60000"]),
    Trial::of("labour_dwellings_freed").with(&[SCARCE_DWELLINGS]).up("500"),
    Trial::of("labour_by_officers").with(&["labour_quota=60000"]),
    Trial::of("ukraine_permit").with(&["temporary_protection=false@2027-01-01"]),
    Trial::of("ukraine_permit_years")
        .with(&["temporary_protection=false@2027-01-01", "ukraine_permit=true@2027-01-01"])
        .down("1"),
    Trial::of("ukraine_return_programme").with(&["ukraine_programme_effect=2"]),
    Trial::of("return_support").with(&["return_support_effect=0.1"]).up("5000"),
    Trial::of("return_sanctions").with(PRESSED),
    Trial::of("unlawful_stay_crime").with(PRESSED),
    Trial::of("undesirability").with(&["undesirable_share=0.3"]),
    Trial::of("entry_ban").with(&["entry_ban_effect=0.8"]),
    Trial::of("mutual_recognition").with(&["recognition_saves=0.3"]),
    Trial::of("shelter_places").up("1500"),
    Trial::of("ruling_term").up("1460"),
    Trial::of("legal_aid").with(&["late_aid_upheld=0.2", "lawyer_hours=150"]).up("all_after"),
    Trial::of("place_bonus")
        .with(&["place_bonus_effect=0.2", "distribution_task=38000", "regular_lead_days=180"])
        .up("2000"),
    Trial::of("cost_transit").with(&["transit_pay_effect=1"]),
    Trial::of("area_restriction").with(&["area_restriction_effect=0.5"]),
    Trial::of("day_activities").with(PREVENTED),
    Trial::of("trauma_care").with(PREVENTED),
    Trial::of("labour_inspection").with(&[SCARCE_DWELLINGS, "inspection_dwellings=1"]).up("300"),
    Trial::of("task_force").with(&["task_force_saves=0.5"]),
    Trial::of("ukraine_permit_by_officers")
        .with(&["temporary_protection=false@2027-01-01", "ukraine_permit=true@2027-01-01"]),
];

/// A lever that moves nothing but itself, or money that it sets, and why, in Dutch and in English.
pub const ALONE: &[(&str, &str, &str)] = &[
    ("cost_regular", COST.0, COST.1),
    ("cost_emergency", COST.0, COST.1),
    ("cost_outside", COST.0, COST.1),
    ("cost_decision", COST.0, COST.1),
    ("price_level", COST.0, COST.1),
    ("administrative_penalty", PENALTY.0, PENALTY.1),
    ("administrative_penalty_days", PENALTY.0, PENALTY.1),
    ("remittal_term", TERM.0, TERM.1),
    ("ruling_term", RULING.0, RULING.1),
    ("short_ruling_term", RULING.0, RULING.1),
    (
        "reception_budget",
        "een begroting wordt naast de kosten gelegd; er sluit geen plek door",
        "a budget is held beside the costs; no place closes by it",
    ),
    (
        "own_contribution",
        "zij telt wat wie werkt bijdraagt; niemand zoekt er meer of minder werk om",
        "it counts what those who work contribute; nobody looks for more or less work because of it",
    ),
    (
        "housing_target",
        "de taakstelling is een maat: hoeveel woningen er komen zegt housing_supply",
        "the target is a yardstick: how many dwellings come is in housing_supply",
    ),
];

const COST: (&str, &str) = (
    "een prijs: zij telt het geld, en niemand in de keten ziet haar",
    "a price: it counts the money, and nobody in the chain sees it",
);
const TERM: (&str, &str) = (
    "zij zegt vanaf wanneer de dwangsom loopt; voorrang begint met de uitspraak",
    "it says from when the penalty runs; priority begins with the ruling",
);
const RULING: (&str, &str) = (
    "een termijn voor de rechter heeft geen gevolg: zij is een maat, en de capaciteit bepaalt wanneer er uitspraak is",
    "a term for the court has no consequence: it is a yardstick, and capacity tells when it rules",
);
const PENALTY: (&str, &str) = (
    "zij telt de dwangsom; voorrang volgt uit de uitspraak en niet uit het bedrag",
    "it counts the penalty; priority follows from the ruling and not from the amount",
);

/// An outcome that may go either way when a lever rises: the lever, the series, and what works either way, in Dutch and in
/// English.
pub const EITHER: &[(&str, &str, &str, &str)] = &[
    ("decision_staff", "wait_decision", SOONER.0, SOONER.1),
    ("decision_hours", "wait_decision", SOONER.0, SOONER.1),
    (
        "fault_test",
        "grants",
        "eigen schuld maakt niet-ontvankelijk wat zou worden ingewilligd, en laat tijd over voor andere zaken",
        "own fault makes inadmissible what would be granted, and leaves time for other cases",
    ),
    (
        "safe_third_country_share",
        "grants",
        "niet-ontvankelijk wordt ook wat zou worden ingewilligd, en wie zo snel klaar is laat tijd over voor andere zaken",
        "what would be granted becomes inadmissible too, and cases that are done so soon leave time for others",
    ),
    (
        "priority_share",
        "wait_decision",
        "wie voorrang heeft wordt eerder beslist, alle anderen later; en van hen komen er dan minder aan de beurt",
        "who has priority is decided sooner and all others later; and fewer of those then have their turn",
    ),
    (
        "accelerated_procedure",
        "wait_decision",
        "versnelde zaken gaan voor en duren korter, de andere wachten langer",
        "accelerated cases go first and take a shorter time, the others wait longer",
    ),
    (
        "one_procedure",
        "wait_decision",
        "een zaak kost minder uren, maar juridische counseling en het horen in één keer komen erbij of vallen weg",
        "a case takes fewer hours, while legal counselling and one interview for all come on top or fall away",
    ),
    (
        "new_cases",
        "decisions_new",
        "wie niet als nieuw telt komt in de rij van de oude voorraad: later als daar veel liggen, eerder als daar tijd over is",
        "who does not count as new stands in the line of the old stock: later where that is long, sooner where it has time left",
    ),
    (
        "old_cases_order",
        "grants",
        "weinig kans eerst geeft eerst afwijzingen, veel kans eerst eerst inwilligingen; op volgorde geeft beide",
        "low chances first brings rejections first, high chances first grants; in order of lodging brings both",
    ),
    (
        "low_chance_below",
        "grants",
        "hoger laat meer inwilligingen mee vooraan; heel hoog of heel laag is iedereen gelijk en dus op volgorde",
        "higher lets more grants go along in front; very high or very low everybody is alike and so in order",
    ),
    (
        "view_work",
        "decisions",
        "een afwijzing met zienswijze kost meer uren, een inwilliging minder: de som bleef voor 2025 gelijk",
        "a rejection with a view takes more hours and a grant fewer: the sum was kept for 2025",
    ),
    (
        "funding_rule",
        "reception_planned",
        "een raming boven de bestelde plekken bestelt er meer, een eronder sluit er",
        "a forecast above the places ordered orders more, one below them closes some",
    ),
    (
        "distribution_key",
        "distribution_least",
        "een opgave voor meer provincies laat vaker een ver achterblijven; een voor provincies die meer doen laat er minder achter",
        "a task for more provinces leaves one far behind more often; one for provinces that do more leaves fewer behind",
    ),
    (
        "distribution_law",
        "reception_emergency",
        "plekken van een opgave komen in de plaats van noodopvang, en zonder opgave lopen er door de wet minder van af",
        "places of a task come in the place of emergency reception, and without a task the act lets fewer of those end",
    ),
    (
        "distribution_sizes",
        "distribution_least_size",
        "meer opgave voor gemeenten die meer doen laat de andere verder achter, minder opgave trekt ze bij",
        "more of the task for municipalities that do more leaves the others further behind, less of it draws them up",
    ),
    (
        "area_restriction",
        "dublin_transferred",
        "wie in een gebied moet blijven is te vinden op de dag van de overdracht, en anderen raken er juist om uit beeld",
        "who must stay in an area can be found on the day of the transfer, and others go out of sight because of it",
    ),
    (
        "cost_transit",
        "cost_reception",
        "elke plek kost meer, en meer plekken komen in de plaats van dure of goedkopere opvang",
        "each place costs more, and more of them take the place of dearer or cheaper reception",
    ),
    (
        "dwelling_mix",
        "housed_single",
        "grotere woningen zijn er minder voor alleenstaanden, tenzij wat gezinnen niet nodig hebben naar hen gaat",
        "larger dwellings leave fewer for singles, unless what families do not need goes to them",
    ),
    (
        "dwelling_mix",
        "housed_large",
        "grotere woningen zijn er meer voor grote gezinnen, zolang er zulke gezinnen wachten",
        "larger dwellings are more for large families, as long as such families wait",
    ),
];

const SOONER: (&str, &str) = (
    "met meer werk af komen eerst de oudste zaken aan de beurt, die lang wachtten; daarna wacht iedereen korter",
    "with more work done the oldest cases come first, which waited long; after that everybody waits a shorter time",
);

/// What works either way where a lever may raise an outcome or lower it.
pub fn either(lever: &str, series: &str) -> Option<(&'static str, &'static str)> {
    EITHER.iter().find(|row| row.0 == lever && row.1 == series).map(|row| (row.2, row.3))
}

/// Why a lever moves nothing but itself or money, where it is one that does not.
pub fn alone(lever: &str) -> Option<(&'static str, &'static str)> {
    ALONE.iter().find(|row| row.0 == lever).map(|row| (row.1, row.2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Declaration, Role, levers};

    fn row(name: &str) -> &'static Declaration {
        levers::declaration(levers::find(name).unwrap_or_else(|| panic!("no row {name}")))
    }

    #[test]
    fn every_name_is_a_lever_and_stands_once() {
        let names = || TRIALS.iter().map(|trial| trial.lever).chain(ALONE.iter().map(|row| row.0));
        for name in names() {
            assert_eq!(row(name).role, Role::Lever, "{name}");
        }
        for (place, trial) in TRIALS.iter().enumerate() {
            assert!(TRIALS[..place].iter().all(|other| other.lever != trial.lever), "{}", trial.lever);
        }
        for (lever, series, ..) in EITHER {
            assert!(row(lever).moves.contains(&format!("{series} ?")), "{lever} and {series}");
        }
    }

    #[test]
    fn every_lever_says_what_it_moves_and_what_works_either_way() {
        for lever in levers::all().filter(|row| row.role == Role::Lever) {
            assert!(!lever.moves.is_empty(), "{} names no outcome", lever.name);
            for part in lever.moves.split(',').map(str::trim) {
                let (series, sign) = part.split_once(' ').expect("an outcome and a sign");
                assert!(["+", "-", "?"].contains(&sign), "{}: {part}", lever.name);
                assert!(sign != "?" || either(lever.name, series).is_some(), "{} and {series}", lever.name);
            }
        }
    }
}
