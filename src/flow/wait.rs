//! What somebody waits for in a stage, in a word.

use super::Stage;

/// What holds somebody in a stage, in a word.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Wait {
    /// Those before them in the queue of a desk of the chain.
    Queue,
    /// A term that the law gives, or the time that something takes.
    Term,
    /// A court, from lodging to ruling.
    Court,
    /// Something that must come first: a guardian, an income, a dwelling, a travel document, the end of a moratorium.
    Blocked,
}

impl Wait {
    /// All of them.
    pub const ALL: [Wait; 4] = [Wait::Queue, Wait::Term, Wait::Court, Wait::Blocked];
}

impl Stage {
    /// What holds somebody here for most of the time.
    pub const fn waits_for(self) -> Wait {
        match self {
            Stage::Registration
            | Stage::Closing
            | Stage::Border
            | Stage::Interview
            | Stage::Intention
            | Stage::Admissibility
            | Stage::FurtherInterview
            | Stage::Decision
            | Stage::Housing
            | Stage::FamilyDecision
            | Stage::FamilyArticle8
            | Stage::Removal => Wait::Queue,
            Stage::Interim
            | Stage::AppealPreparation
            | Stage::Appeal
            | Stage::Referred
            | Stage::FurtherAppealPreparation
            | Stage::FurtherAppeal
            | Stage::StatusAppealPreparation
            | Stage::StatusAppeal
            | Stage::FamilyAppeal => Wait::Court,
            Stage::Moratorium
            | Stage::Guardian
            | Stage::FamilyIncome
            | Stage::FamilyDwelling
            | Stage::FamilyHeld
            | Stage::FamilyVisaHeld
            | Stage::FamilyOutside
            | Stage::Detention => Wait::Blocked,
            Stage::Claim
            | Stage::Accepted
            | Stage::Withdrawal
            | Stage::Transfer
            | Stage::View
            | Stage::AppealTerm
            | Stage::FurtherAppealTerm
            | Stage::Matching
            | Stage::FamilyTerm
            | Stage::FamilyWaiting
            | Stage::FamilyPreparation
            | Stage::FamilyObjection
            | Stage::FamilyOnTheirOwn
            | Stage::FamilyVisa
            | Stage::FamilyTravel
            | Stage::DeparturePeriod
            | Stage::Restricted
            | Stage::WithMinors
            | Stage::Departure
            | Stage::Invited
            | Stage::Away
            | Stage::Screening
            | Stage::Lodging
            | Stage::BorderReturn
            | Stage::Hub => Wait::Term,
        }
    }
}
