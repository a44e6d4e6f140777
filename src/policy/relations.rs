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

/// Levers that cannot hold together when the first exceeds the second, and what then happens, in Dutch and in English.
pub const NOT_ABOVE: &[(&str, &str, &str, &str)] = &[
    ("short_appeal_term", "appeal_term", LESS.0, LESS.1),
    ("short_ruling_term", "ruling_term", LESS.0, LESS.1),
    ("short_further_appeal_term", "further_appeal_term", LESS.0, LESS.1),
    ("accelerated_term", "decision_term", LESS.0, LESS.1),
    ("inadmissible_term", "decision_term", LESS.0, LESS.1),
    ("decision_term", "longest_term", LESS.0, LESS.1),
    ("departure_period_unfounded", "departure_period", LESS.0, LESS.1),
    ("view_general", "view_extended", LESS.0, LESS.1),
    ("minor_places", "regular_places", PART.0, PART.1),
    ("central_places", "regular_places", PART.0, PART.1),
    ("restricted_places", "regular_places", PART.0, PART.1),
    ("family_places", "regular_places", PART.0, PART.1),
    ("supervised_places", "regular_places", PART.0, PART.1),
    (
        "detention_others",
        "detention_places",
        "de anderen houden alle plekken bezet, en niemand uit de keten komt in bewaring",
        "the others take every place, and nobody of the chain is detained",
    ),
    (
        "work_after_good_chance",
        "work_after",
        "wie weinig kans heeft mag dan eerder werken dan wie veel kans heeft",
        "those with low chances may then work sooner than those with a good chance",
    ),
];

const LESS: (&str, &str) = ("de eerste kan niet meer zijn", "the first cannot be more");
const PART: (&str, &str) = (
    "de eerste zijn een deel van de tweede en nemen ze dan alle, zodat er voor anderen geen reguliere plek is",
    "the first are a part of the second and then take all of them, so that others have no regular place",
);

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

/// A lever of law that binds permits from a day on and shows only when the first of those permits would come up for review
/// under the shorter of its old and its new value.
pub const FELT_AT_THE_END: &str = "permit_years";
/// Where this holds permits count from the application, which may lie years before the step, and it shows at once.
pub const FELT_AT_ONCE: &str = "permit_from_application";

/// Temporary protection, and the permit that is given to those who are there on the day that it ends: whoever has neither
/// on a day is gone, and comes back with neither.
pub const PROTECTION: [&str; 2] = ["temporary_protection", "ukraine_permit"];

/// What else is to be said of whom a lever binds, in Dutch and in English.
pub const BINDS_ALSO: &[(&str, &str, &str)] = &[(
    "two_status",
    "de regels voor gezinsleden binden vanaf die dag iedereen, ook bij een eerdere vergunning",
    "its rules for relatives bind everyone from that day on, those with an earlier permit too",
)];

/// The uncertainties on which the effect of a lever rests most: what nobody chooses, and without which it does not follow.
pub const RESTS: &[(&str, &[&str])] = &[
    ("absconded_term", &["dublin_absconding"]),
    ("accelerated_procedure", &["accelerated_other_share"]),
    ("accelerated_term", &["notice_share"]),
    ("administrative_penalty", &["notice_share"]),
    ("administrative_penalty_days", &["notice_share"]),
    ("admissibility_hours", &["repeat_share"]),
    ("age_assessment_share", &["found_adult_share"]),
    ("appeal_term", &["appeal_share"]),
    ("area_restriction", &["area_restriction_effect"]),
    ("border_ceiling", &["border_share"]),
    ("border_families", &["border_share"]),
    ("border_longest", &["border_share"]),
    ("border_places", &["border_share"]),
    ("border_procedure", &["border_share"]),
    ("bridge_closures", &["regular_renewal"]),
    ("central_places", &["central_days"]),
    ("claim_term", &["claim_days"]),
    ("closed_hours", &["withdrawn_share"]),
    ("cost_transit", &["transit_pay_effect"]),
    ("council_capacity", &["further_appeal_share"]),
    ("court_capacity", &["judge_training"]),
    ("court_growth", &["judge_training"]),
    ("court_term", &["late_appeal_share"]),
    ("court_term_again", &["late_appeal_again_share"]),
    ("day_activities", &["prevention_effect"]),
    ("decision_hiring", &["training_days", "trainee_output"]),
    ("decision_staff", &["training_days", "trainee_output"]),
    ("decision_term", &["notice_share"]),
    ("departure_period", &["departure_intent"]),
    ("departure_period_unfounded", &["departure_intent"]),
    ("detention_extension", &["no_prospect_days"]),
    ("detention_places", &["detention_share"]),
    ("detention_term", &["no_prospect_days"]),
    ("distribution_enforced_after", &["distribution_compliance"]),
    ("distribution_enforcement", &["distribution_compliance"]),
    ("distribution_key", &["distribution_spread"]),
    ("distribution_law", &["distribution_voluntary"]),
    ("distribution_sizes", &["distribution_size_spread"]),
    ("distribution_task", &["distribution_compliance"]),
    ("dwellings_shared", &["household_sizes"]),
    ("emergency_lead_days", &["emergency_renewal"]),
    ("emergency_places", &["emergency_renewal"]),
    ("entry_ban", &["entry_ban_effect"]),
    ("escort_capacity", &["travel_document_days"]),
    ("family_article8_capacity", &["family_article8_share", "family_article8_hours"]),
    ("family_article8_extension", &["family_article8_hours"]),
    ("family_article8_term", &["family_article8_hours"]),
    ("family_brake_b", &["relatives_per_grant"]),
    ("family_brake_hardship", &["relatives_per_grant"]),
    ("family_decision_term", &["family_extended_share"]),
    ("family_extension", &["family_extended_share"]),
    ("family_housing_req_b", &["family_to_reception"]),
    ("family_income_req_b", &["family_income_share"]),
    ("family_nuclear_only", &["family_nuclear_share"]),
    ("family_pending_rule", &["family_article8_share"]),
    ("family_places", &["family_removal_share"]),
    ("family_scope", &["relatives_per_grant"]),
    ("family_visa_dwelling", &["matching_days"]),
    ("family_visa_dwelling_applied", &["matching_days"]),
    ("family_visa_dwelling_days", &["matching_days"]),
    ("family_visa_term", &["family_visa_days"]),
    ("family_wait_b", &["relatives_per_grant"]),
    ("fault_test", &["could_have_share", "inadmissible_share"]),
    ("funding_rule", &["forecast_trend"]),
    ("further_appeal_term", &["further_appeal_share"]),
    ("further_extension", &["further_extension_share", "notice_share"]),
    ("general_extension", &["notice_share"]),
    ("grant_share", &["appeal_share", "relatives_per_grant"]),
    ("guardians", &["unaccompanied_share"]),
    ("housing_priority", &["supply_without_priority"]),
    ("housing_supply", &["matching_days"]),
    ("hub_nationalities", &["detention_share", "hub_days"]),
    ("hub_places", &["detention_share", "hub_days"]),
    ("inadmissible_term", &["notice_share"]),
    ("indefinite_permit", &["temporary_renewal_hours"]),
    ("intention_step", &["view_turns"]),
    ("interim_days", &["interim_request_share"]),
    ("judicial_penalty", &["notice_share", "late_appeal_share", "late_appeal_again_share"]),
    ("judicial_penalty_most", &["notice_share", "late_appeal_share"]),
    ("labour_by_officers", &["labour_permit_hours"]),
    ("labour_housing_requirement", &["labour_dwelling_share"]),
    ("labour_inspection", &["inspection_dwellings"]),
    ("labour_quota", &["labour_dwelling_share"]),
    ("language_lessons", &["language_effect"]),
    ("late_appeal_days", &["notice_share", "late_appeal_share"]),
    ("legal_aid", &["late_aid_upheld"]),
    ("lodging_term", &["lodging_days"]),
    ("longest_term", &["further_extension_share", "notice_share"]),
    ("mandatory_forced_share", &["detention_share"]),
    ("minor_places", &["unaccompanied_share"]),
    ("minors_per_guardian", &["unaccompanied_share"]),
    ("minors_per_guardian_most", &["unaccompanied_share"]),
    ("mutual_recognition", &["recognition_saves"]),
    ("naturalisation_years", &["naturalised_share"]),
    ("occupancy_norm", &["forecast_trend"]),
    ("one_procedure", &["one_procedure_work"]),
    ("own_contribution", &["employment_share", "work_wage"]),
    ("parents_right", &["relatives_per_grant", "unaccompanied_share"]),
    ("permit_years", &["temporary_renewal_hours", "renewal_refusal_share"]),
    ("place_bonus", &["place_bonus_effect"]),
    ("recognition_threshold", &["accelerated_other_share"]),
    ("regular_lead_days", &["regular_renewal"]),
    ("regular_places", &["regular_renewal"]),
    ("remittal_term", &["remittal_term_share"]),
    ("renewal_by_officers", &["temporary_renewal_hours"]),
    ("repeat_stay", &["repeat_share"]),
    ("reply_term", &["dublin_share"]),
    ("restricted_days", &["cooperation_share"]),
    ("restricted_places", &["cooperation_share"]),
    ("return_border_longest", &["border_share"]),
    ("return_sanctions", &["pressure_departure", "pressure_out_of_sight"]),
    ("return_support", &["return_support_effect"]),
    ("right_to_remain", &["interim_request_share", "interim_granted_share"]),
    ("safe_country_of_origin", &["accelerated_other_share"]),
    ("short_appeal_term", &["appeal_share"]),
    ("short_appeals_first", &["short_appeal_work"]),
    ("short_further_appeal_term", &["further_appeal_share"]),
    ("significant_change", &["accelerated_other_share"]),
    ("status_appeal_by_officers", &["status_appeal_share", "status_appeal_hours"]),
    ("stay_after_18", &["unaccompanied_ages"]),
    ("supervised_places", &["nuisance_share"]),
    ("task_force", &["task_force_saves"]),
    ("temporary_protection", &["ukraine_asylum_uptake"]),
    ("transfer_term", &["dublin_absconding", "transfer_days"]),
    ("trauma_care", &["prevention_effect", "care_work_effect"]),
    ("travel_document_share", &["detention_share", "travel_document_days"]),
    ("two_status", &["status_appeal_share", "status_motivation_hours"]),
    ("ukraine_permit", &["ukraine_asylum_uptake", "ukraine_permit_hours"]),
    ("ukraine_permit_by_officers", &["ukraine_permit_hours"]),
    ("ukraine_permit_years", &["ukraine_asylum_uptake"]),
    ("ukraine_return_programme", &["ukraine_programme_effect"]),
    ("undesirability", &["undesirable_share"]),
    ("union_grant_share", &["accelerated_other_share"]),
    ("unlawful_stay_crime", &["pressure_departure", "pressure_out_of_sight"]),
    ("view_extended", &["extended_share"]),
    ("view_general", &["extended_share"]),
    ("view_work", &["extended_share"]),
    ("work_after", &["employment_share", "job_search_days"]),
    ("work_after_good_chance", &["employment_share", "job_search_days"]),
    ("work_excluded", &["employment_share", "job_search_days"]),
    ("work_registration_days", &["employment_share", "job_search_days"]),
    ("work_weeks", &["employment_share", "job_search_days"]),
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
        for (one, other, ..) in NOT_ABOVE {
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

    /// Levers whose effect follows from rules, capacities and prices, and from numbers that were found.
    const FOLLOWS: &str = "cohorts_help conviction_refusals cost_decision cost_emergency cost_outside cost_regular \
        counselling_hours decision_hours decision_moratorium dwelling_mix family_capacity family_held_share \
        family_pilot_share family_term family_transit_counts family_wait_start funding_gap \
        good_chance_from host_places hotel_places housing_target inflow_scale interpreter_hours \
        labour_dwellings_freed lawyer_hours low_chance_below moratorium_longest move_to_regular new_cases \
        new_cases_share old_cases_open old_cases_order outside_places permit_from_application price_level \
        priority_share reception_budget registration_capacity relocation resettlement_quota \
        ruling_term safe_country_hours safe_country_share safe_third_country_share \
        screening_days_border screening_days_territory shelter_places short_ruling_term transit_places \
        transition_loss ukraine_places";

    #[test]
    fn a_lever_says_on_what_it_rests_or_that_its_effect_follows_from_the_rules() {
        let follows: Vec<&str> = FOLLOWS.split_whitespace().collect();
        for row in levers::all().filter(|row| row.role == Role::Lever) {
            let name = row.name;
            let [rests, follows] = [!rests_on(name).is_empty(), follows.contains(&name)];
            assert!(rests != follows, "{name} stands in one of RESTS and FOLLOWS");
        }
        assert!(follows.iter().all(|name| row(name).role == Role::Lever));
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
