//! The stages of the chain, the legal moves between them, and the answers a stage gives.

pub use super::desk::Desk;
use crate::time::Days;

macro_rules! stages {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal,)+) => {
        /// Where somebody stands in the procedure.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Stage {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Stage {
            /// All stages.
            pub const ALL: &'static [Stage] = &[$(Stage::$name,)+];

            /// The stage's name in listings and logs.
            pub const fn id(self) -> &'static str {
                match self { $(Stage::$name => $id,)+ }
            }
        }
    };
}

stages! {
    /// Reported, waiting to be identified and registered.
    Registration = "registration",
    /// Registered; another state may be responsible: a claim on it is prepared or out.
    Claim = "claim",
    /// The other state accepted; the transfer decision is prepared.
    Accepted = "accepted",
    /// Registered; will withdraw, or not appear at the interview.
    Withdrawal = "withdrawal",
    /// With the officers, to be closed without a decision on the merits.
    Closing = "closing",
    /// To be transferred to the state that is responsible.
    Transfer = "transfer",
    /// Waiting for the interview, or being heard.
    Interview = "interview",
    /// Held by a decision moratorium.
    Moratorium = "moratorium",
    /// Heard; an intention to reject is written.
    Intention = "intention",
    /// An intention to reject was sent; the lawyer's view is awaited.
    View = "view",
    /// The decision is written, or to be written anew.
    Decision = "decision",
    /// Rejected; the term to appeal runs.
    AppealTerm = "appeal_term",
    /// Appeal lodged without a right to remain; an interim measure was asked for.
    Interim = "interim",
    /// Appeal lodged, not yet ready for a hearing.
    AppealPreparation = "appeal_preparation",
    /// In the queue of the district court.
    Appeal = "appeal",
    /// Appeal lost, or won against the IND; the term for a further appeal runs.
    FurtherAppealTerm = "further_appeal_term",
    /// Further appeal lodged, not yet ready to be decided.
    FurtherAppealPreparation = "further_appeal_preparation",
    /// In the queue of the Council of State.
    FurtherAppeal = "further_appeal",
    /// Permit holder elsewhere in the chain: an appeal for refugee status was lodged, not yet ready for a hearing.
    StatusAppealPreparation = "status_appeal_preparation",
    /// Permit holder elsewhere in the chain: an appeal for refugee status in the queue of the district court.
    StatusAppeal = "status_appeal",
    /// Permit holder, to be matched to a municipality.
    Matching = "matching",
    /// Matched permit holder, waiting for a dwelling.
    Housing = "housing",
    /// Relatives abroad; their sponsor has not applied yet.
    FamilyTerm = "family_term",
    /// Relatives abroad; the waiting period of subsidiary protection runs.
    FamilyWaiting = "family_waiting",
    /// Relatives abroad; the waiting period is over, and their sponsor lacks income.
    FamilyIncome = "family_income",
    /// Relatives abroad; their sponsor has waited and earns enough, and lacks a dwelling.
    FamilyDwelling = "family_dwelling",
    /// Relatives abroad; documents, interviews and research are gathered.
    FamilyPreparation = "family_preparation",
    /// Relatives abroad, in the queue of the family unit.
    FamilyDecision = "family_decision",
    /// Relatives abroad; prepared, and the decision is held.
    FamilyHeld = "family_held",
    /// Relatives abroad, refused: an objection is pending with the IND.
    FamilyObjection = "family_objection",
    /// Relatives abroad, in the queue of the district court.
    FamilyAppeal = "family_appeal",
    /// Relatives abroad whom the scope of the rule shuts out.
    FamilyOutside = "family_outside",
    /// Relatives abroad, in the queue of the unit for article 8.
    FamilyArticle8 = "family_article8",
    /// Relatives who travel without a visa, to ask asylum.
    FamilyOnTheirOwn = "family_on_their_own",
    /// Relatives abroad who may come, and whose visa waits for a dwelling of their sponsor.
    FamilyVisaHeld = "family_visa_held",
    /// Relatives abroad with a visa to collect.
    FamilyVisa = "family_visa",
    /// Relatives on their way.
    FamilyTravel = "family_travel",
    /// The application ended without a permit; the departure period runs.
    DeparturePeriod = "departure_period",
    /// In a freedom-restricting location, working on departure.
    Restricted = "restricted",
    /// Must leave, with minors: reception goes on.
    WithMinors = "with_minors",
    /// The departure period is over, and reception with it; still in the country.
    Departure = "departure",
    /// In detention, until there is a travel document or no prospect of one.
    Detention = "detention",
    /// Detained with a travel document, waiting for escort and flight.
    Removal = "removal",
    /// Selected for resettlement, abroad until a municipality has a dwelling.
    Invited = "invited",
    /// Out of sight, and will apply again.
    Away = "away",
    /// At the external border, held there while the application is examined.
    Border = "border",
    /// Registered, and screened: identity, security, health, vulnerability.
    Screening = "screening",
    /// Registered and screened; the application is not lodged yet.
    Lodging = "lodging",
    /// Rejected at the border without a right to remain, and held there for the return.
    BorderReturn = "border_return",
    /// In a return hub abroad.
    Hub = "hub",
    /// Unaccompanied minor, registered, for whom there is no guardian yet.
    Guardian = "guardian",
    /// Repeat application, before the officers who say whether it is admissible.
    Admissibility = "admissibility",
    /// Heard once in the extended procedure, to be heard again.
    FurtherInterview = "further_interview",
    /// Appeal on a question that a court has referred to the Court of Justice.
    Referred = "referred",
}

impl Stage {
    /// How many stages there are.
    pub const COUNT: usize = Stage::ALL.len();

    /// Whether an application in this stage is registered and nothing has been decided on it yet.
    pub const fn is_open_case(self) -> bool {
        matches!(
            self,
            Stage::Screening
                | Stage::Lodging
                | Stage::Claim
                | Stage::Accepted
                | Stage::Withdrawal
                | Stage::Closing
                | Stage::Border
                | Stage::Interview
                | Stage::Moratorium
                | Stage::Intention
                | Stage::View
                | Stage::Guardian
                | Stage::Admissibility
                | Stage::FurtherInterview
                | Stage::Decision
        )
    }

    /// Whether the clock for a late decision runs here: the Dutch examination, until the decision.
    pub const fn is_first_examination(self) -> bool {
        matches!(
            self,
            Stage::Border
                | Stage::Interview
                | Stage::Moratorium
                | Stage::Intention
                | Stage::View
                | Stage::Guardian
                | Stage::Admissibility
                | Stage::FurtherInterview
                | Stage::Decision
        )
    }

    /// Whether somebody in this stage has a right to a place in reception.
    pub const fn entitled_to_reception(self) -> bool {
        match self {
            Stage::Registration
            | Stage::Claim
            | Stage::Accepted
            | Stage::Withdrawal
            | Stage::Closing
            | Stage::Transfer
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
            | Stage::Matching
            | Stage::Housing
            | Stage::DeparturePeriod
            | Stage::Restricted
            | Stage::WithMinors
            | Stage::Screening
            | Stage::Lodging
            | Stage::Guardian
            | Stage::Admissibility
            | Stage::FurtherInterview
            | Stage::Referred => true,
            Stage::Border
            | Stage::BorderReturn
            | Stage::Hub
            | Stage::StatusAppealPreparation
            | Stage::StatusAppeal
            | Stage::FamilyTerm
            | Stage::FamilyWaiting
            | Stage::FamilyIncome
            | Stage::FamilyDwelling
            | Stage::FamilyPreparation
            | Stage::FamilyDecision
            | Stage::FamilyOutside
            | Stage::FamilyHeld
            | Stage::FamilyObjection
            | Stage::FamilyAppeal
            | Stage::FamilyArticle8
            | Stage::FamilyOnTheirOwn
            | Stage::FamilyVisaHeld
            | Stage::FamilyVisa
            | Stage::FamilyTravel
            | Stage::Departure
            | Stage::Detention
            | Stage::Removal
            | Stage::Invited
            | Stage::Away => false,
        }
    }

    /// Whether somebody in this stage must leave the country, and has not left.
    pub const fn must_leave(self) -> bool {
        matches!(
            self,
            Stage::DeparturePeriod
                | Stage::Restricted
                | Stage::WithMinors
                | Stage::Departure
                | Stage::Detention
                | Stage::Removal
                | Stage::BorderReturn
        )
    }
}

/// How somebody leaves the chain.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Exit {
    /// Into a dwelling in a municipality.
    Housed,
    /// Relatives who join a sponsor that has a dwelling.
    JoinedSponsor,
    /// A court annulled the withdrawal of their permit, and they keep it.
    PermitKept,
    /// Relatives whose application was refused.
    FamilyRefused,
    /// Relatives who were allowed to come and did not.
    FamilyStayed,
    /// Proven voluntary departure.
    Voluntary,
    /// Proven forced departure.
    Forced,
    /// Transferred to the state that is responsible for the application.
    Transferred,
    /// Departure without supervision, to an unknown destination (*met onbekende bestemming*).
    Unsupervised,
    /// In the country without right.
    WithoutRight,
    /// Nobody here any more: on from a return hub abroad, to which they left before.
    FromHub,
    /// Nobody: an appeal on paper is closed, whose persons are elsewhere.
    OnPaper,
    /// Nobody: an appeal for refugee status was upheld, and its persons, who are elsewhere, have that status now.
    StatusRaised,
}

/// Every legal move. Tests and debug builds refuse any other, and `docs/process.md` is drawn from it.
pub const EDGES: &[(Stage, Stage)] = {
    use Stage::*;
    &[
        (Registration, Claim),
        (Registration, Withdrawal),
        (Registration, Border),
        (Registration, Interview),
        (Registration, Guardian),
        (Registration, Screening),
        (Registration, Lodging),
        (Screening, Lodging),
        (Screening, Claim),
        (Screening, Withdrawal),
        (Screening, Border),
        (Screening, Interview),
        (Screening, Guardian),
        (Screening, Admissibility),
        (Lodging, Claim),
        (Lodging, Withdrawal),
        (Lodging, Border),
        (Lodging, Interview),
        (Lodging, Guardian),
        (Lodging, Admissibility),
        (Registration, Admissibility),
        (Registration, Transfer),
        (Registration, DeparturePeriod),
        (Claim, Accepted),
        (Claim, Interview),
        (Accepted, Closing),
        (Withdrawal, Closing),
        (Closing, AppealTerm),
        (Closing, Interview),
        (Closing, DeparturePeriod),
        (Transfer, Away),
        (Transfer, Interview),
        (Interview, Claim),
        (Interview, Moratorium),
        (Moratorium, Interview),
        (Guardian, Interview),
        (Guardian, Claim),
        (Admissibility, AppealTerm),
        (Admissibility, Interview),
        (Admissibility, Guardian),
        (Interview, FurtherInterview),
        (FurtherInterview, Intention),
        (FurtherInterview, Decision),
        (Interview, Intention),
        (Interview, Decision),
        (Intention, View),
        (View, Decision),
        (Border, Interview),
        (Border, AppealTerm),
        (Border, Matching),
        (Decision, AppealTerm),
        (Decision, Matching),
        (AppealTerm, Interim),
        (AppealTerm, AppealPreparation),
        (AppealTerm, Transfer),
        (AppealTerm, DeparturePeriod),
        (Interim, AppealPreparation),
        (Interim, Transfer),
        (Interim, DeparturePeriod),
        (AppealPreparation, Appeal),
        (AppealPreparation, Referred),
        (Referred, Appeal),
        (AppealPreparation, Transfer),
        (AppealPreparation, DeparturePeriod),
        (Appeal, Decision),
        (Appeal, Closing),
        (Appeal, FurtherAppealTerm),
        (Appeal, Transfer),
        (Appeal, DeparturePeriod),
        (FurtherAppealTerm, FurtherAppealPreparation),
        (FurtherAppealPreparation, FurtherAppeal),
        (FurtherAppeal, Decision),
        (FurtherAppeal, Closing),
        (FurtherAppeal, Transfer),
        (FurtherAppeal, DeparturePeriod),
        (StatusAppealPreparation, StatusAppeal),
        (StatusAppeal, FurtherAppealTerm),
        (Matching, Housing),
        (FamilyTerm, FamilyPreparation),
        (FamilyTerm, FamilyOutside),
        (FamilyTerm, FamilyWaiting),
        (FamilyTerm, FamilyArticle8),
        (FamilyTerm, FamilyOnTheirOwn),
        (FamilyWaiting, FamilyIncome),
        (FamilyWaiting, FamilyDwelling),
        (FamilyWaiting, FamilyPreparation),
        (FamilyIncome, FamilyDwelling),
        (FamilyIncome, FamilyPreparation),
        (FamilyDwelling, FamilyPreparation),
        (FamilyPreparation, FamilyDecision),
        (FamilyPreparation, FamilyHeld),
        (FamilyDecision, FamilyHeld),
        (FamilyHeld, FamilyDecision),
        (FamilyDecision, FamilyVisa),
        (FamilyDecision, FamilyObjection),
        (FamilyDecision, FamilyWaiting),
        (FamilyDecision, FamilyArticle8),
        (FamilyDecision, FamilyOnTheirOwn),
        (FamilyObjection, FamilyVisa),
        (FamilyObjection, FamilyAppeal),
        (FamilyObjection, FamilyDecision),
        (FamilyObjection, FamilyWaiting),
        (FamilyObjection, FamilyArticle8),
        (FamilyObjection, FamilyOnTheirOwn),
        (FamilyAppeal, FamilyDecision),
        (FamilyAppeal, FamilyWaiting),
        (FamilyAppeal, FamilyArticle8),
        (FamilyAppeal, FamilyOnTheirOwn),
        (FamilyOutside, FamilyArticle8),
        (FamilyOutside, FamilyOnTheirOwn),
        (FamilyArticle8, FamilyVisa),
        (FamilyArticle8, FamilyObjection),
        (FamilyArticle8, FamilyOnTheirOwn),
        (FamilyOnTheirOwn, Registration),
        (FamilyDecision, FamilyVisaHeld),
        (FamilyObjection, FamilyVisaHeld),
        (FamilyVisaHeld, FamilyVisa),
        (FamilyVisa, FamilyTravel),
        (FamilyTravel, Matching),
        (DeparturePeriod, Restricted),
        (DeparturePeriod, WithMinors),
        (DeparturePeriod, Departure),
        (DeparturePeriod, Away),
        (Restricted, Departure),
        (Restricted, Detention),
        (Restricted, Away),
        (WithMinors, Departure),
        (WithMinors, Removal),
        (WithMinors, Away),
        (AppealTerm, BorderReturn),
        (Interim, BorderReturn),
        (BorderReturn, Removal),
        (BorderReturn, Departure),
        (BorderReturn, Away),
        (Detention, Hub),
        (Departure, Detention),
        (Departure, Away),
        (Detention, Removal),
        (Detention, Away),
        (Removal, Away),
        (Away, Registration),
    ]
};

/// What `enter` answers: how long, or for whom, one waits.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Hold {
    /// A clock of this many days from today.
    For(Days),
    /// The queue of a desk, in one of its classes (0 is served first), with this much work [minutes or units].
    Queue {
        /// Who does the work.
        desk: Desk,
        /// Priority class.
        class: u8,
        /// Work [minutes or units of the desk].
        work: u32,
    },
}

/// What `leave` answers: where to next.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// To another stage.
    To(Stage),
    /// Out of the chain.
    Out(Exit),
    /// Out of the chain for now, back later.
    Back(Exit),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_can_be_reached_and_left() {
        for &stage in Stage::ALL {
            let starts = [
                Stage::Invited,
                Stage::Registration,
                Stage::StatusAppealPreparation,
                Stage::FamilyTerm,
                Stage::FamilyOutside,
            ];
            assert!(
                starts.contains(&stage) || EDGES.iter().any(|e| e.1 == stage),
                "{stage:?} cannot be reached"
            );
            let ends = [Stage::Invited, Stage::Housing, Stage::Departure, Stage::Hub];
            assert!(ends.contains(&stage) || EDGES.iter().any(|e| e.0 == stage), "{stage:?} cannot be left");
        }
    }
}
