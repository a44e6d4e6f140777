//! What levers have to do with each other: which does nothing without another, which may not exceed another, when a step is
//! felt, and on which uncertainties its effect rests.

use super::{Declaration, Kind};

/// A state of a lever.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// On, above zero, or not the first of its words.
    Some,
    /// Off or zero.
    None,
    /// This word of a choice.
    Word(&'static str),
}

impl State {
    /// Whether the numbers of a lever are in this state.
    pub fn met(self, row: &Declaration, numbers: &[f64]) -> bool {
        let word = |word: &str| match row.kind {
            Kind::Choice(words) => words.get(numbers[0] as usize) == Some(&word),
            _ => false,
        };
        match self {
            State::Some => numbers.iter().any(|n| *n > 0.0),
            State::None => numbers.iter().all(|n| *n == 0.0),
            State::Word(wanted) => word(wanted),
        }
    }
}

/// Levers that do nothing unless another is in a state: the lever, the other, its state.
pub const NEEDS: &[(&str, &str, State)] = &[
    ("family_wait_b", "two_status", State::Some),
    ("family_income_req_b", "two_status", State::Some),
    ("family_housing_req_b", "two_status", State::Some),
    ("status_appeal_by_officers", "two_status", State::Some),
    ("family_wait_start", "family_wait_b", State::Some),
    ("family_transit_counts", "family_housing_req_b", State::Some),
    ("family_visa_dwelling_days", "family_visa_dwelling", State::Some),
    ("family_visa_dwelling_applied", "family_visa_dwelling", State::Some),
    ("family_pilot_share", "family_pending_rule", State::Word("pilot_and_freeze")),
    ("family_brake_hardship", "family_brake_b", State::Some),
    ("recognition_threshold", "accelerated_procedure", State::Some),
    ("union_grant_share", "accelerated_procedure", State::Some),
    ("significant_change", "accelerated_procedure", State::Some),
    ("safe_country_of_origin", "accelerated_procedure", State::Some),
    ("accelerated_term", "accelerated_procedure", State::Some),
    ("border_procedure", "accelerated_procedure", State::Some),
    ("border_places", "border_procedure", State::Some),
    ("border_longest", "border_procedure", State::Some),
    ("border_ceiling", "border_procedure", State::Some),
    ("border_families", "border_procedure", State::Some),
    ("new_cases_share", "new_cases", State::Some),
    ("low_chance_below", "old_cases_order", State::Some),
    ("moratorium_longest", "decision_moratorium", State::Some),
    ("judicial_penalty_most", "judicial_penalty", State::Some),
    ("court_term_again", "judicial_penalty", State::Some),
    ("administrative_penalty_days", "administrative_penalty", State::Some),
    ("naturalisation_years", "indefinite_permit", State::None),
    ("occupancy_norm", "funding_rule", State::Some),
    ("hub_places", "hub_nationalities", State::Some),
    ("hub_nationalities", "hub_places", State::Some),
    ("distribution_key", "distribution_task", State::Some),
    ("distribution_sizes", "distribution_task", State::Some),
    ("distribution_enforcement", "distribution_law", State::Some),
    ("distribution_enforcement", "distribution_task", State::Some),
    ("distribution_enforced_after", "distribution_enforcement", State::Some),
    ("place_bonus", "distribution_task", State::Some),
    ("labour_housing_requirement", "labour_quota", State::Some),
    ("labour_by_officers", "labour_quota", State::Some),
    ("ukraine_permit", "temporary_protection", State::None),
    ("ukraine_permit_by_officers", "ukraine_permit", State::Some),
    ("ukraine_permit_years", "ukraine_permit", State::Some),
];

/// Levers that cannot hold together when the first exceeds the second.
pub const NOT_ABOVE: &[(&str, &str)] = &[
    ("short_appeal_term", "appeal_term"),
    ("short_ruling_term", "ruling_term"),
    ("short_further_appeal_term", "further_appeal_term"),
    ("accelerated_term", "decision_term"),
    ("inadmissible_term", "decision_term"),
    ("decision_term", "longest_term"),
    ("departure_period_unfounded", "departure_period"),
    ("view_general", "view_extended"),
];

/// Pairs of states that cannot hold together, and why, in Dutch and in English.
pub const CANNOT: &[(&str, State, &str, State, &str, &str)] = &[(
    "old_cases_open",
    State::None,
    "new_cases",
    State::None,
    "dan neemt niemand een zaak op",
    "then nobody takes up a case",
)];

/// When a step of a lever that raises its value is felt: the lever, the value in days that decides, and the sentence with
/// `{}` for those days, in Dutch and in English.
pub const FELT: &[(&str, &str, &str, &str)] = &[
    (
        "regular_places",
        "regular_lead_days",
        "wat erbij komt opent na ongeveer {} dagen",
        "what is added opens after about {} days",
    ),
    (
        "emergency_places",
        "emergency_lead_days",
        "wat erbij komt opent na ongeveer {} dagen",
        "what is added opens after about {} days",
    ),
    (
        "decision_staff",
        "training_days",
        "wie erbij komt wordt eerst geworven en {} dagen opgeleid",
        "who is added is hired first and trained for {} days",
    ),
    (
        "court_capacity",
        "judge_training",
        "wie erbij komt wordt eerst geworven en {} dagen opgeleid",
        "who is added is hired first and trained for {} days",
    ),
];

/// Levers of law that binds permits from a day on and shows only when the first of those permits end, after as many years as
/// the lever says.
pub const FELT_AT_THE_END: &str = "permit_years";

/// The uncertainties on which the effect of a lever rests most: what nobody chooses, and without which it does not follow.
pub const RESTS: &[(&str, &[&str])] = &[
    ("accelerated_procedure", &["accelerated_other_share"]),
    ("area_restriction", &["area_restriction_effect"]),
    ("cost_transit", &["transit_pay_effect"]),
    ("day_activities", &["prevention_effect"]),
    ("entry_ban", &["entry_ban_effect"]),
    ("labour_inspection", &["inspection_dwellings"]),
    ("legal_aid", &["late_aid_upheld"]),
    ("mutual_recognition", &["recognition_saves"]),
    ("place_bonus", &["place_bonus_effect"]),
    ("return_sanctions", &["pressure_departure", "pressure_out_of_sight"]),
    ("return_support", &["return_support_effect"]),
    ("task_force", &["task_force_saves"]),
    ("trauma_care", &["prevention_effect", "care_work_effect"]),
    ("ukraine_return_programme", &["ukraine_programme_effect"]),
    ("undesirability", &["undesirable_share"]),
    ("unlawful_stay_crime", &["pressure_departure", "pressure_out_of_sight"]),
    ("absconded_term", &["dublin_absconding"]),
    ("age_assessment_share", &["found_adult_share"]),
    ("appeal_term", &["appeal_share"]),
    ("border_places", &["border_share"]),
    ("border_procedure", &["border_share"]),
    ("court_capacity", &["judge_training"]),
    ("decision_staff", &["training_days", "trainee_output"]),
    ("decision_term", &["notice_share"]),
    ("departure_period", &["departure_intent"]),
    ("detention_places", &["detention_share"]),
    ("distribution_law", &["distribution_voluntary"]),
    ("distribution_task", &["distribution_compliance"]),
    ("distribution_key", &["distribution_spread"]),
    ("distribution_sizes", &["distribution_size_spread"]),
    ("distribution_enforcement", &["distribution_compliance"]),
    ("detention_extension", &["no_prospect_days"]),
    ("detention_term", &["no_prospect_days"]),
    ("escort_capacity", &["travel_document_days"]),
    ("family_housing_req_b", &["family_to_reception"]),
    ("family_income_req_b", &["family_income_share"]),
    ("family_nuclear_only", &["family_nuclear_share"]),
    ("family_pending_rule", &["family_article8_share"]),
    ("family_wait_b", &["relatives_per_grant"]),
    ("funding_rule", &["forecast_trend"]),
    ("grant_share", &["appeal_share", "relatives_per_grant"]),
    ("housing_supply", &["matching_days"]),
    ("indefinite_permit", &["temporary_renewal_hours"]),
    ("intention_step", &["view_turns"]),
    ("labour_by_officers", &["labour_permit_hours"]),
    ("labour_quota", &["labour_dwelling_share"]),
    ("language_lessons", &["language_effect"]),
    ("judicial_penalty", &["notice_share", "late_appeal_share", "late_appeal_again_share"]),
    ("one_procedure", &["one_procedure_work"]),
    ("permit_years", &["temporary_renewal_hours", "renewal_refusal_share"]),
    ("regular_places", &["regular_renewal"]),
    ("right_to_remain", &["interim_request_share", "interim_granted_share"]),
    ("short_appeal_term", &["appeal_share"]),
    ("supervised_places", &["nuisance_share"]),
    ("temporary_protection", &["ukraine_asylum_uptake"]),
    ("transfer_term", &["dublin_absconding", "transfer_days"]),
    ("travel_document_share", &["detention_share", "travel_document_days"]),
    ("two_status", &["status_appeal_share", "status_motivation_hours"]),
    ("ukraine_permit", &["ukraine_asylum_uptake", "ukraine_permit_hours"]),
    ("work_after", &["employment_share", "job_search_days"]),
    ("work_after_good_chance", &["employment_share", "job_search_days"]),
];

/// Levers of whose effect nothing is known: it is wholly in those uncertainties, and none unless a scenario sets one.
pub const WHOLLY_ASSUMED: &[&str] = &[
    "area_restriction",
    "day_activities",
    "entry_ban",
    "labour_inspection",
    "legal_aid",
    "mutual_recognition",
    "place_bonus",
    "return_sanctions",
    "return_support",
    "task_force",
    "trauma_care",
    "ukraine_return_programme",
    "undesirability",
    "unlawful_stay_crime",
];

/// The uncertainties on which the effect of a lever rests.
pub fn rests_on(lever: &str) -> &'static [&'static str] {
    RESTS.iter().find(|(name, _)| *name == lever).map_or(&[], |(_, on)| on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Role, levers};

    fn row(name: &str) -> &'static Declaration {
        levers::declaration(levers::find(name).unwrap_or_else(|| panic!("no row {name}")))
    }

    #[test]
    fn every_name_is_a_row_and_every_word_one_of_its_choices() {
        for (lever, other, state) in NEEDS {
            assert_eq!(row(lever).role, Role::Lever, "{lever}");
            if let State::Word(word) = state {
                assert!(matches!(row(other).kind, Kind::Choice(words) if words.contains(word)), "{word}");
            } else {
                row(other);
            }
        }
        for (one, other) in NOT_ABOVE {
            assert_eq!(row(one).kind, row(other).kind, "{one} and {other} are of a kind");
            assert_eq!(row(one).kind.width(), 1);
        }
        for (one, _, other, ..) in CANNOT {
            row(one);
            row(other);
        }
        for (lever, days, nl, en) in FELT {
            assert!(row(lever).role == Role::Lever && row(days).kind == Kind::Days);
            assert!(nl.contains("{}") && en.contains("{}"));
        }
        assert_eq!(row(FELT_AT_THE_END).unit, "years");
    }

    #[test]
    fn what_is_wholly_assumed_says_in_which_uncertainties_it_is() {
        assert!(WHOLLY_ASSUMED.iter().all(|lever| !rests_on(lever).is_empty()));
    }

    #[test]
    fn effects_rest_on_what_nobody_chooses() {
        for (lever, on) in RESTS {
            assert_eq!(row(lever).role, Role::Lever, "{lever}");
            for name in *on {
                assert_ne!(row(name).role, Role::Lever, "{name}");
            }
        }
    }
}
