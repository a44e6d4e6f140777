//! Which desk a series of use is about.

use super::series::Series;
use crate::flow::Desk;

/// The desk whose use a ratio is.
pub(super) fn desk(series: Series) -> Option<Desk> {
    match series {
        Series::RegistrationUse => Some(Desk::Registration),
        Series::DecisionUse => Some(Desk::Decision),
        Series::CourtUse => Some(Desk::Court),
        Series::CouncilUse => Some(Desk::Council),
        Series::FamilyUse => Some(Desk::Family),
        Series::Article8Use => Some(Desk::Article8),
        Series::HousingUse => Some(Desk::Municipalities),
        Series::EscortUse => Some(Desk::Escorts),
        _ => None,
    }
}
