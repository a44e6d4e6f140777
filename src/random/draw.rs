//! What a draw is for.

/// The purpose of a draw. Append only: a purpose keeps its number, so that a new one moves no other.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u16)]
#[allow(missing_docs, reason = "a purpose is its own description")]
pub enum Draw {
    Tie = 0,
    Arrivals = 1,
    InflowCommon = 2,
    InflowOwn = 3,
    InflowNoise = 4,
    Minor = 5,
    HouseholdSize = 6,
    OwnHousing = 7,
    AgeOfCase = 8,
    RegistrationTime = 9,
    ClosedEarly = 10,
    DecisionOutcome = 11,
    Status = 12,
    AppealLodged = 13,
    AppealFiling = 14,
    AppealUpheld = 15,
    RemittedOutcome = 16,
    RelativesCount = 17,
    FamilyApplication = 18,
    FamilyOutcome = 19,
    FamilyTravel = 20,
    FamilyReception = 21,
    DepartureKind = 22,
    DepartureTime = 23,
    RepeatApplication = 24,
    RepeatDelay = 25,
    StockStage = 26,
    FamilyAge = 27,
    HousingAge = 28,
    WorkNeeded = 29,
    FamilyArrived = 30,
    Priority = 31,
    WorkDone = 32,
    Matching = 33,
    FamilyPreparation = 34,
}
