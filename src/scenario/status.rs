//! What a value rests on: its source, its legal status, and the day on which law lapsed.

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

/// A line that is missing, in Dutch and in English, and how a reader is told of that in both.
pub(super) type Missing = [&'static str; 4];

/// The line that says where a value comes from.
pub(super) const SOURCE: Missing =
    ["source = \"aanname: ...\"", "source = \"assumption: ...\"", "geen bron", "no source"];

/// The line that says how far a measure has come.
pub(super) const STATUS: Missing = [
    "legal_status = \"hypothetical\"",
    "legal_status = \"hypothetical\"",
    "geen juridische status",
    "no legal status",
];

/// The line that says how sure the value of an uncertainty is.
pub(super) const GRADE: Missing = ["grade = \"C\"", "grade = \"C\"", "geen cijfer", "no grade"];

/// Warns about a table that does not say what its value rests on. The run can go on; readers of its report are told.
pub(super) fn unsourced(problems: &mut Problems, spot: Spot, name: &str, missing: [Option<Missing>; 2]) {
    let missing: Vec<Missing> = missing.into_iter().flatten().collect();
    if missing.is_empty() {
        return;
    }
    let list = |of: usize, and: &str| missing.iter().map(|m| m[of]).collect::<Vec<_>>().join(and);
    problems.warning(
        codes::UNSOURCED,
        spot,
        both(format!("{name} heeft {}", list(2, " en ")), format!("{name} has {}", list(3, " and "))),
        both("het rapport zegt dat erbij", "the report says so"),
        both(
            format!("zet onder deze kop: {}", list(0, " en ")),
            format!("add below this heading: {}", list(1, " and ")),
        ),
    );
}
