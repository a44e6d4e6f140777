//! Flows that are counted in a smaller unit than they are shown in.

use super::series::Series;

/// Flows that are counted in euros and shown in millions of them.
pub(super) const MONEY: [Series; 7] = [
    Series::CostReception,
    Series::CostEmergency,
    Series::CostDecisions,
    Series::CostProgrammes,
    Series::BudgetReception,
    Series::PenaltiesJudicial,
    Series::PenaltiesAdministrative,
];

/// Flows that are counted in minutes and shown in hours.
pub(super) const MINUTES: [Series; 4] =
    [Series::HoursLost, Series::RenewalHours, Series::StatusHours, Series::UkrainePermitHours];
