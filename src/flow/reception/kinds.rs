//! Kinds of place (*opvangmodaliteiten*), and which of them a household is given.
//!
//! * **Law.** Regulation on benefits for asylum seekers (*Rva 2005*), before 12 June 2026; Aliens Act 2000 articles 56 and 57
//!   (freedom-restricting measures).
//! * **In.** A household that comes to need a place, or whose stage has changed.
//! * **Out.** The kinds it may be given, the first with room being taken.
//! * **Levers.** `central_days`, `nuisance_share`, `day_activities`, `trauma_care`, `prevention_effect`.
//! * **Simplifications.** Minors go past the central location. Who is placed under supervision stays there, so that the few
//!   places are always the same persons' and nobody rotates. Hosts and hotels keep permit holders until they have a
//!   dwelling: nobody returns from them.

use crate::engine::Tier;
use crate::flow::Case;
use crate::flow::stage::Stage;
use crate::policy::Moment;
use crate::policy::levers::participation::{DAY_ACTIVITIES, PREVENTION_EFFECT, TRAUMA_CARE};
use crate::policy::levers::places::{CENTRAL_DAYS, NUISANCE_SHARE};
use crate::random::Draw;

/// A kind of place. The first three take everyone, in this order; the others only those whom they are for.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum PlaceKind {
    /// Regular reception centre (*azc*).
    Regular,
    /// Emergency reception (*noodopvang*).
    Emergency,
    /// Outside the locations of COA: municipal crisis reception (*crisisnoodopvang*).
    Outside,
    /// Small-scale reception and families for unaccompanied minors (*amv-opvang*), with a guardian of Nidos.
    Minors,
    /// The central reception location (*centraal ontvangstlocatie*, Ter Apel), where everyone reports.
    Central,
    /// Freedom-restricting location (*vrijheidsbeperkende locatie*, VBL) for those who work on their departure.
    Restricted,
    /// Family location (*gezinslocatie*, GL) for families with minors who must leave.
    Family,
    /// Supervised and enforced places (*vtl*, *htl*, *pbl*) for those who cause nuisance.
    Supervised,
    /// With a host (*logeerregeling*): permit holders.
    Host,
    /// In a hotel arranged by a municipality (*hotel- en accommodatieregeling*, HAR): permit holders.
    Hotel,
    /// Transit housing of municipalities (*doorstroomlocatie*): permit holders who are out of reception and still wait for a
    /// dwelling.
    Transit,
}

use PlaceKind::*;

impl PlaceKind {
    /// All kinds, in the order of the tiers.
    pub const ALL: [PlaceKind; 11] =
        [Regular, Emergency, Outside, Minors, Central, Restricted, Family, Supervised, Host, Hotel, Transit];
    /// How many kinds there are.
    pub const COUNT: usize = PlaceKind::ALL.len();
    /// Kinds that COA counts as its regular locations.
    pub const OF_REGULAR: [PlaceKind; 6] = [Regular, Minors, Central, Restricted, Family, Supervised];
    /// Kinds that COA counts as outside its locations.
    pub const OF_OUTSIDE: [PlaceKind; 3] = [Outside, Host, Hotel];

    /// The tier of the engine's places.
    pub(crate) const fn tier(self) -> Tier {
        Tier::new(self as u8)
    }
}

/// The kinds that take everyone, in the order in which they fill.
pub(crate) const EVERYONE: &[PlaceKind] = &[Regular, Emergency, Outside];
const MINORS: &[PlaceKind] = &[Minors, Regular, Emergency, Outside];
const CENTRAL: &[PlaceKind] = &[Central, Regular, Emergency, Outside];
/// Of those in a freedom-restricting location on the first day.
const RESTRICTED: &[PlaceKind] = &[Restricted, Regular, Emergency, Outside];

/// The kinds for somebody who has no place yet, the first with room being taken.
pub(crate) fn at_arrival(case: &Case) -> &'static [PlaceKind] {
    if case.applicant.unaccompanied {
        return MINORS;
    }
    if case.applicant.stage == Stage::Restricted {
        return RESTRICTED;
    }
    let is_new = match case.applicant.stage {
        Stage::Registration => true,
        Stage::Claim | Stage::Decision => case
            .applicant
            .dates
            .at(Moment::Made)
            .is_some_and(|made| case.today - made < case.lever(CENTRAL_DAYS)),
        _ => false,
    };
    if is_new { CENTRAL } else { EVERYONE }
}

/// The chance of coming to a supervised place, with what day activities and care prevent.
fn nuisance(case: &Case) -> f64 {
    let effect = case.lever(PREVENTION_EFFECT);
    let left = [DAY_ACTIVITIES, TRAUMA_CARE].map(|lever| 1.0 - case.lever(lever) * effect);
    case.lever(NUISANCE_SHARE) * left[0] * left[1]
}

/// A kind that fits better than the place somebody has, now that they have come to a stage.
pub(crate) fn better(case: &Case) -> Option<PlaceKind> {
    let applicant = &case.applicant;
    match applicant.stage {
        Stage::WithMinors if !applicant.unaccompanied => Some(Family),
        Stage::Restricted => Some(Restricted),
        Stage::Claim | Stage::Decision if applicant.persons == 1 && !applicant.unaccompanied => {
            case.happens(Draw::Nuisance, nuisance(case)).then_some(Supervised)
        }
        _ => None,
    }
}
