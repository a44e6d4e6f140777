//! Legal status and the day on which law lapsed, held against each other.

use super::codes;
use super::problems::{Problems, Spot, both, none};
use super::scenario::LegalStatus;
use crate::time::Day;

/// Complains when law has lapsed on no day, or a day is given on which nothing lapsed. `said` is where the status and the
/// day stand.
pub(super) fn lapse(
    problems: &mut Problems,
    said: [Option<Spot>; 2],
    status: Option<LegalStatus>,
    day: Option<Day>,
) {
    let lapsed = status == Some(LegalStatus::Lapsed);
    let (spot, title, help) = match (said, lapsed, day) {
        ([Some(spot), None], true, None) => (
            spot,
            both("vervallen recht heeft een dag waarop het verviel", "law that lapsed did so on a day"),
            both(
                "zet er een regel bij: lapsed_on = 2026-06-12, de eerste dag waarop het niet meer gold",
                "add a line: lapsed_on = 2026-06-12, the first day on which it was law no longer",
            ),
        ),
        ([_, Some(spot)], false, Some(_)) => (
            spot,
            both(
                "lapsed_on hoort bij legal_status = \"lapsed\"",
                "lapsed_on belongs to legal_status = \"lapsed\"",
            ),
            both(
                "schrijf legal_status = \"lapsed\", of haal lapsed_on weg",
                "write legal_status = \"lapsed\", or remove lapsed_on",
            ),
        ),
        _ => return,
    };
    problems.error(codes::STATUS, spot, title, none(), help);
}
