//! First applications, repeat applications of persons rejected before the start, and transfers from other states.
//!
//! * **Law.** None: people come.
//! * **In.** From outside the chain.
//! * **Out.** Registration.
//! * **Levers.** `inflow_scale`, `first_applications`, `season`, the `inflow_*` uncertainties, `unaccompanied_share`,
//!   `household_sizes`, `earlier_repeat_applications`, `repeat_delay`, `incoming_transfers`, `relocation`,
//!   `resettlement_quota`, `resettled_mix`, and the assumed effects on first applications: `deterrence`, `border_controls`,
//!   `partnerships`, `external_processing`, `labour_route`, `inflow_effects_after`, and what the fourth costs:
//!   `external_processing_cost`.
//! * **Simplifications.** Arrivals of a day are Poisson given the month's intensity; weekends count like other days. Those
//!   whom other states send back have the nationalities of first applicants; those relocated here, of first applicants who
//!   are granted. No season for the resettled and the relocated.

use super::intensity::Intensity;
use crate::flow::applicant::{Applicant, Track};
use crate::flow::stage::Stage;
use crate::policy::levers::inflow::{
    BORDER_CONTROLS, DETERRENCE, EARLIER_REPEATS, EXTERNAL_PROCESSING, FIRST_APPLICATIONS, HOUSEHOLD_SIZES,
    INFLOW_EFFECTS_AFTER, INFLOW_SCALE, LABOUR_ROUTE, PARTNERSHIPS, RELOCATION, REPEAT_DELAY, RESETTLED_MIX,
    RESETTLEMENT_QUOTA, SEASON, UNACCOMPANIED_SHARE,
};
use crate::policy::levers::procedure::GRANT_SHARE;
use crate::policy::levers::transfer::INCOMING_TRANSFERS;
use crate::policy::{Nationality, Policy};
use crate::random::{Draw, Key, Source, Stream, math, poisson};
use crate::time::{Day, Month};

const DAYS_A_YEAR: f64 = 365.25;
/// Where the groups of the invited begin among those of arrivals.
const APART: u64 = 1_000;

/// The sum of the weights by which resettled refugees are parted over nationalities.
pub(crate) fn resettled_mix(policy: &Policy, today: Day) -> f64 {
    Nationality::ALL.map(|n| policy.on(RESETTLED_MIX, today, n)).iter().sum::<f64>().max(1e-9)
}

/// The part of first applications that no assumed effect on inflow keeps away.
fn still_come(policy: &Policy, today: Day, start: Day) -> f64 {
    if today - start < policy.today(INFLOW_EFFECTS_AFTER, today) {
        return 1.0;
    }
    let effects = [DETERRENCE, BORDER_CONTROLS, PARTNERSHIPS, EXTERNAL_PROCESSING, LABOUR_ROUTE];
    effects.map(|effect| 1.0 - policy.today(effect, today)).iter().product()
}

/// Persons whose applications are expected to be dealt with outside Europe today.
pub(crate) fn abroad(policy: &Policy, today: Day, start: Day, intensity: &Intensity) -> f64 {
    let share = policy.today(EXTERNAL_PROCESSING, today);
    if share == 0.0 || today - start < policy.today(INFLOW_EFFECTS_AFTER, today) {
        return 0.0;
    }
    let others = [DETERRENCE, BORDER_CONTROLS, PARTNERSHIPS, LABOUR_ROUTE];
    let come: f64 = others.map(|effect| 1.0 - policy.today(effect, today)).iter().product();
    let season = policy.today(SEASON, today)[Month::of(today).month() as usize - 1];
    let would = |n: Nationality| policy.on(FIRST_APPLICATIONS, today, n) * intensity.now()[n.index()];
    let all: f64 = Nationality::ALL.map(would).iter().sum();
    all * policy.today(INFLOW_SCALE, today) * season * come * share / DAYS_A_YEAR
}

/// Everyone who reports on a day, in a fixed order.
pub(crate) fn of_day(
    today: Day,
    start: Day,
    policy: &Policy,
    stream: Stream,
    intensity: &mut Intensity,
    arrived: &mut Vec<Applicant>,
) {
    let season = policy.today(SEASON, today)[Month::of(today).month() as usize - 1];
    let scale = policy.today(INFLOW_SCALE, today) * still_come(policy, today, start);
    let factors = intensity.on(today, policy, stream);
    let sizes = policy.today(HOUSEHOLD_SIZES, today);
    let mean_size: f64 = sizes.iter().enumerate().map(|(i, share)| (i + 1) as f64 * share).sum();
    let years = f64::from((today - start).0) / DAYS_A_YEAR;
    let fading = math::exp(-years * DAYS_A_YEAR / f64::from(policy.today(REPEAT_DELAY, today).0).max(1.0));
    let taken_back = policy.today(INCOMING_TRANSFERS, today);
    let all: f64 = Nationality::ALL.map(|n| policy.on(FIRST_APPLICATIONS, today, n)).iter().sum();
    let all = all.max(1.0);
    let granted = Nationality::ALL
        .map(|n| policy.on(FIRST_APPLICATIONS, today, n) * policy.on(GRANT_SHARE, today, n))
        .iter()
        .sum::<f64>()
        .max(1.0);
    let relocated = policy.today(RELOCATION, today) / (granted * DAYS_A_YEAR * mean_size);
    let resettled =
        policy.today(RESETTLEMENT_QUOTA, today) / (resettled_mix(policy, today) * DAYS_A_YEAR * mean_size);
    for nationality in Nationality::ALL {
        let index = nationality.index();
        let yearly = policy.on(FIRST_APPLICATIONS, today, nationality);
        let persons = yearly * scale * season * factors[index] / DAYS_A_YEAR;
        let alone = policy.on(UNACCOMPANIED_SHARE, today, nationality);
        let repeats = policy.on(EARLIER_REPEATS, today, nationality) * fading / DAYS_A_YEAR;
        let grants = yearly * policy.on(GRANT_SHARE, today, nationality);
        let invited = policy.on(RESETTLED_MIX, today, nationality);
        let groups = [
            (Source::FirstApplication, 0, persons * alone),
            (Source::FirstApplication, 1, persons * (1.0 - alone) / mean_size),
            (Source::EarlierRejection, 2, repeats / mean_size),
            (Source::IncomingTransfer, 3, taken_back * yearly / (all * DAYS_A_YEAR * mean_size)),
        ];
        // Numbers of their own, so that nobody else's luck moves.
        let invitations = [
            (Source::Relocated, APART, relocated * grants),
            (Source::Resettled, APART + 4 * Nationality::ALL.len() as u64, resettled * invited),
        ];
        for (source, kind, mean) in groups.into_iter().chain(invitations) {
            let group = nationality as u64 * 4 + kind;
            let u = stream.uniform(Draw::Arrivals, today.number() as u64, group);
            for ordinal in 0..poisson(u, mean) {
                let key = Key::arrival(source, today.number(), group, ordinal);
                let unaccompanied = kind == 0;
                let size = if unaccompanied { 1 } else { household_size(stream, key, sizes) };
                let stage = if source == Source::Resettled { Stage::Invited } else { Stage::Registration };
                let mut applicant = Applicant::new(key, nationality, size, stage, today);
                applicant.unaccompanied = unaccompanied;
                applicant.visit = u8::from(source == Source::EarlierRejection);
                match source {
                    Source::IncomingTransfer => applicant.track = Track::TakenBack,
                    Source::Relocated => applicant.track = Track::Relocated,
                    _ => {}
                }
                arrived.push(applicant);
            }
        }
    }
}

/// Persons in a household, drawn from the shares of 1, 2, 3 ... persons.
pub(crate) fn household_size(stream: Stream, key: Key, sizes: &[f64]) -> u8 {
    stream.dice(key).choose(Draw::HouseholdSize, 0, sizes) as u8 + 1
}
