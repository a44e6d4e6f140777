//! Labour migration (*arbeidsmigratie*) where it meets the chain: dwellings and hours of the IND.
//!
//! * **Law.** None yet: the letter announces a pilot of three years for skilled workers, with a salary and a dwelling as conditions,
//!   and the advice of the commission Roemer and of the SER; no elaboration was found.
//! * **In.** The labour migrants whom the pilot admits in a year.
//! * **Out.** Dwellings that permit holders do not get, or get beyond their own; hours that decision officers lack.
//! * **Levers.** `labour_quota`, `labour_housing_requirement`, `labour_dwelling_share`, `labour_dwellings_freed`,
//!   `labour_permit_hours`, `labour_by_officers`, `labour_inspection`, `inspection_dwellings`.
//! * **Simplifications.** Abuse itself is not counted. Nobody in the pilot is a person of the chain, asks for asylum or uses reception. They come evenly over
//!   the year, as many as the quota says: what salary and sectors ask is in that number. The permits are work of another unit of
//!   the IND, but for the part that a scenario gives to decision officers.

use crate::policy::Policy;
use crate::policy::levers::labour::{
    INSPECTION_DWELLINGS, LABOUR_BY_OFFICERS, LABOUR_DWELLING_SHARE, LABOUR_DWELLINGS_FREED,
    LABOUR_HOUSING_REQUIREMENT, LABOUR_INSPECTION, LABOUR_PERMIT_HOURS, LABOUR_QUOTA,
};
use crate::time::Day;

const MONTHS_A_YEAR: f64 = 12.0;
const DAYS_A_YEAR: f64 = 365.25;

/// Permit holders whom municipalities can house more in a month because of labour migration; below zero when fewer.
pub(super) fn housed_beside(policy: &Policy, today: Day) -> f64 {
    let without_dwelling = if policy.today(LABOUR_HOUSING_REQUIREMENT, today) {
        0.0
    } else {
        policy.today(LABOUR_DWELLING_SHARE, today)
    };
    let taken = policy.today(LABOUR_QUOTA, today) / MONTHS_A_YEAR * without_dwelling;
    let inspected = policy.today(LABOUR_INSPECTION, today) * policy.today(INSPECTION_DWELLINGS, today);
    policy.today(LABOUR_DWELLINGS_FREED, today) + inspected - taken
}

/// Work of decision officers on permits of the pilot, on a day \[minutes\].
pub(super) fn minutes_of_officers(policy: &Policy, today: Day) -> u64 {
    let permits = policy.today(LABOUR_QUOTA, today) / DAYS_A_YEAR;
    let minutes = permits * policy.today(LABOUR_PERMIT_HOURS, today) * 60.0;
    libm::round(minutes * policy.today(LABOUR_BY_OFFICERS, today)) as u64
}
