//! The doors of every stage: which file answers for whoever stands there.

use super::stage::{Hold, Stage, Step};
use super::{Case, courts, departure, family, inflow, procedure, reception, terms, transfer};
use crate::policy::levers::{
    courts as court_levers, family as family_levers, status as status_levers, terms as term_levers,
    transfer as transfer_levers,
};

/// How long, or for whom, one waits in the stage one has come to.
pub(super) fn enter(case: &mut Case) -> Hold {
    match case.applicant.stage {
        Stage::Registration => procedure::registration::enter(case),
        Stage::Claim => transfer::claim::enter(case),
        Stage::Accepted => transfer::claim::accepted::enter(case),
        Stage::Withdrawal => procedure::withdrawal::enter(case),
        Stage::Closing => procedure::closing::enter(case),
        Stage::Transfer => transfer::transfer::enter(case),
        Stage::Border => procedure::border::enter(case),
        Stage::Interview => procedure::interview::enter(case),
        Stage::Moratorium => terms::moratorium::enter(case),
        Stage::Screening => procedure::screening::enter(case),
        Stage::Lodging => procedure::lodging::enter(case),
        Stage::BorderReturn => departure::border_return::enter(case),
        Stage::Hub => departure::hub::enter(case),
        Stage::Guardian => procedure::guardian::enter(case),
        Stage::Admissibility => procedure::admissibility::enter(case),
        Stage::FurtherInterview => procedure::interview::further::enter(case),
        Stage::Intention => procedure::interview::intention::enter(case),
        Stage::View => procedure::interview::view::enter(case),
        Stage::Decision => procedure::decision::enter(case),
        Stage::AppealTerm => courts::appeal::term::enter(case),
        Stage::Interim => courts::interim::enter(case),
        Stage::AppealPreparation => courts::appeal::preparation::enter(case),
        Stage::Referred => courts::referred::enter(case),
        Stage::Appeal => courts::appeal::enter(case),
        Stage::FurtherAppealTerm => courts::further_appeal::term::enter(case),
        Stage::FurtherAppealPreparation => courts::further_appeal::preparation::enter(case),
        Stage::FurtherAppeal => courts::further_appeal::enter(case),
        Stage::StatusAppealPreparation => courts::status::preparation::enter(case),
        Stage::StatusAppeal => courts::status::enter(case),
        Stage::Matching => reception::housing::matching::enter(case),
        Stage::Housing => reception::housing::enter(case),
        Stage::FamilyTerm => family::reunification::term::enter(case),
        Stage::FamilyWaiting => family::waiting::enter(case),
        Stage::FamilyIncome => family::waiting::income::enter(case),
        Stage::FamilyDwelling => family::waiting::dwelling::enter(case),
        Stage::FamilyPreparation => family::reunification::preparation::enter(case),
        Stage::FamilyDecision => family::reunification::enter(case),
        Stage::FamilyHeld => family::reunification::held::enter(case),
        Stage::FamilyObjection => family::objection::enter(case),
        Stage::FamilyAppeal => family::objection::appeal::enter(case),
        Stage::FamilyOutside => family::outside::scope::enter(case),
        Stage::FamilyArticle8 => family::outside::article8::enter(case),
        Stage::FamilyOnTheirOwn => family::outside::on_their_own::enter(case),
        Stage::FamilyVisaHeld => family::journey::held::enter(case),
        Stage::FamilyVisa => family::journey::visa::enter(case),
        Stage::FamilyTravel => family::journey::travel::enter(case),
        Stage::DeparturePeriod => departure::departure::period::enter(case),
        Stage::Restricted => departure::location::restricted::enter(case),
        Stage::WithMinors => departure::location::with_minors::enter(case),
        Stage::Departure => departure::departure::enter(case),
        Stage::Detention => departure::detention::enter(case),
        Stage::Removal => departure::detention::removal::enter(case),
        Stage::Invited => inflow::resettlement::enter(case),
        Stage::Away => departure::repeat::enter(case),
    }
}

/// Where to next.
pub(super) fn leave(case: &mut Case) -> Step {
    match case.applicant.stage {
        Stage::Registration => procedure::registration::leave(case),
        Stage::Claim => transfer::claim::leave(case),
        Stage::Accepted => transfer::claim::accepted::leave(case),
        Stage::Withdrawal => procedure::withdrawal::leave(case),
        Stage::Closing => procedure::closing::leave(case),
        Stage::Transfer => transfer::transfer::leave(case),
        Stage::Border => procedure::border::leave(case),
        Stage::Interview => procedure::interview::leave(case),
        Stage::Moratorium => terms::moratorium::leave(case),
        Stage::Screening => procedure::screening::leave(case),
        Stage::Lodging => procedure::lodging::leave(case),
        Stage::BorderReturn => departure::border_return::leave(case),
        Stage::Hub => departure::hub::leave(case),
        Stage::Guardian => procedure::guardian::leave(case),
        Stage::Admissibility => procedure::admissibility::leave(case),
        Stage::FurtherInterview => procedure::interview::further::leave(case),
        Stage::Intention => procedure::interview::intention::leave(case),
        Stage::View => procedure::interview::view::leave(case),
        Stage::Decision => procedure::decision::leave(case),
        Stage::AppealTerm => courts::appeal::term::leave(case),
        Stage::Interim => courts::interim::leave(case),
        Stage::AppealPreparation => courts::appeal::preparation::leave(case),
        Stage::Referred => courts::referred::leave(case),
        Stage::Appeal => courts::appeal::leave(case),
        Stage::FurtherAppealTerm => courts::further_appeal::term::leave(case),
        Stage::FurtherAppealPreparation => courts::further_appeal::preparation::leave(case),
        Stage::FurtherAppeal => courts::further_appeal::leave(case),
        Stage::StatusAppealPreparation => courts::status::preparation::leave(case),
        Stage::StatusAppeal => courts::status::leave(case),
        Stage::Matching => reception::housing::matching::leave(case),
        Stage::Housing => reception::housing::leave(case),
        Stage::FamilyTerm => family::reunification::term::leave(case),
        Stage::FamilyWaiting => family::waiting::leave(case),
        Stage::FamilyIncome => family::waiting::income::leave(case),
        Stage::FamilyDwelling => family::waiting::dwelling::leave(case),
        Stage::FamilyPreparation => family::reunification::preparation::leave(case),
        Stage::FamilyDecision => family::reunification::leave(case),
        Stage::FamilyHeld => family::reunification::held::leave(case),
        Stage::FamilyObjection => family::objection::leave(case),
        Stage::FamilyAppeal => family::objection::appeal::leave(case),
        Stage::FamilyOutside => family::outside::scope::leave(case),
        Stage::FamilyArticle8 => family::outside::article8::leave(case),
        Stage::FamilyOnTheirOwn => family::outside::on_their_own::leave(case),
        Stage::FamilyVisaHeld => family::journey::held::leave(case),
        Stage::FamilyVisa => family::journey::visa::leave(case),
        Stage::FamilyTravel => family::journey::travel::leave(case),
        Stage::DeparturePeriod => departure::departure::period::leave(case),
        Stage::Restricted => departure::location::restricted::leave(case),
        Stage::WithMinors => departure::location::with_minors::leave(case),
        Stage::Departure => departure::departure::leave(case),
        Stage::Detention => departure::detention::leave(case),
        Stage::Removal => departure::detention::removal::leave(case),
        Stage::Invited => inflow::resettlement::leave(case),
        Stage::Away => departure::repeat::leave(case),
    }
}

/// What a change of a lever does to somebody who waits in a stage that it governs; `None` leaves them alone. Stages that
/// are not named here read their levers when somebody comes or goes, and have nothing to amend.
pub(super) fn amend(case: &mut Case, lever: usize) -> Option<Hold> {
    match case.applicant.stage {
        Stage::AppealTerm if APPEAL_TERMS.contains(&lever) => courts::appeal::term::amend(case),
        Stage::DeparturePeriod if departure::CLOCKS.contains(&lever) => {
            departure::departure::period::amend(case)
        }
        Stage::Restricted if departure::CLOCKS.contains(&lever) => {
            departure::location::restricted::amend(case)
        }
        Stage::BorderReturn if departure::CLOCKS.contains(&lever) => departure::border_return::amend(case),
        Stage::WithMinors if departure::CLOCKS.contains(&lever) => {
            departure::location::with_minors::amend(case)
        }
        Stage::Departure if departure::CLOCKS.contains(&lever) => departure::departure::amend(case),
        Stage::Detention if departure::CLOCKS.contains(&lever) => departure::detention::amend(case),
        Stage::Interview if MORATORIUM.contains(&lever) => procedure::interview::amend(case),
        Stage::Moratorium if MORATORIUM.contains(&lever) => terms::moratorium::amend(case),
        Stage::Transfer if TRANSFER_TERMS.contains(&lever) => transfer::transfer::amend(case),
        Stage::FamilyDecision if FAMILY_RULES.contains(&lever) => family::reunification::amend(case),
        Stage::FamilyHeld if FAMILY_RULES.contains(&lever) => family::reunification::held::amend(case),
        Stage::FamilyVisaHeld if FAMILY_RULES.contains(&lever) => Some(family::journey::held::enter(case)),
        Stage::FamilyWaiting if FAMILY_RULES.contains(&lever) => family::waiting::amend(case),
        Stage::FamilyIncome if FAMILY_RULES.contains(&lever) => family::waiting::income::amend(case),
        Stage::FamilyDwelling if FAMILY_RULES.contains(&lever) => family::waiting::dwelling::amend(case),
        Stage::Registration
        | Stage::Claim
        | Stage::Accepted
        | Stage::Withdrawal
        | Stage::Closing
        | Stage::Transfer
        | Stage::Border
        | Stage::BorderReturn
        | Stage::Interview
        | Stage::Moratorium
        | Stage::Intention
        | Stage::View
        | Stage::Decision
        | Stage::AppealTerm
        | Stage::Interim
        | Stage::AppealPreparation
        | Stage::Appeal
        | Stage::FurtherAppealTerm
        | Stage::FurtherAppealPreparation
        | Stage::FurtherAppeal
        | Stage::StatusAppealPreparation
        | Stage::StatusAppeal
        | Stage::Matching
        | Stage::Housing
        | Stage::FamilyTerm
        | Stage::FamilyWaiting
        | Stage::FamilyIncome
        | Stage::FamilyDwelling
        | Stage::FamilyPreparation
        | Stage::FamilyDecision
        | Stage::FamilyHeld
        | Stage::FamilyObjection
        | Stage::FamilyAppeal
        | Stage::FamilyOutside
        | Stage::FamilyArticle8
        | Stage::FamilyOnTheirOwn
        | Stage::FamilyVisaHeld
        | Stage::FamilyVisa
        | Stage::FamilyTravel
        | Stage::DeparturePeriod
        | Stage::Restricted
        | Stage::WithMinors
        | Stage::Departure
        | Stage::Detention
        | Stage::Removal
        | Stage::Invited
        | Stage::Away
        | Stage::Screening
        | Stage::Lodging
        | Stage::Hub
        | Stage::Guardian
        | Stage::Admissibility
        | Stage::FurtherInterview
        | Stage::Referred => None,
    }
}

/// Levers that move the last day for an appeal.
pub(super) const APPEAL_TERMS: [usize; 2] =
    [court_levers::APPEAL_TERM.index(), court_levers::SHORT_APPEAL_TERM.index()];

/// Levers that hold decisions on relatives or let them go, or say when they may apply.
pub(super) const FAMILY_RULES: [usize; 13] = [
    family_levers::FAMILY_HELD_SHARE.index(),
    family_levers::FAMILY_PENDING_RULE.index(),
    family_levers::FAMILY_BRAKE_B.index(),
    family_levers::FAMILY_WAIT_B.index(),
    family_levers::FAMILY_WAIT_FROM.index(),
    family_levers::FAMILY_INCOME_B.index(),
    family_levers::FAMILY_HOUSING_B.index(),
    family_levers::FAMILY_TRANSIT_COUNTS.index(),
    family_levers::FAMILY_NUCLEAR.index(),
    family_levers::FAMILY_VISA_DWELLING.index(),
    family_levers::FAMILY_VISA_DWELLING_DAYS.index(),
    family_levers::FAMILY_VISA_DWELLING_APPLIED.index(),
    status_levers::TWO_STATUS.index(),
];

/// Levers that move the day on which a transfer is too late.
pub(super) const TRANSFER_TERMS: [usize; 2] =
    [transfer_levers::TRANSFER_TERM.index(), transfer_levers::ABSCONDED_TERM.index()];

/// Levers that hold those who wait for the interview, or let them go.
pub(super) const MORATORIUM: [usize; 2] =
    [term_levers::MORATORIUM.index(), term_levers::MORATORIUM_LONGEST.index()];
