//! Departure after an application ended without a permit (*vertrek*): the departure period, and what comes after it.
//!
//! * **Law.** Aliens Act 2000 articles 61 to 63 (duty to leave, 28 days, none when manifestly unfounded, removal); Rva 2005
//!   (reception ends with the period); directive 2008/115.
//! * **In.** Rejections that are final, and closed cases; those for whom a freedom-restricting location had no place or
//!   whose weeks there are over; those whose youngest has turned eighteen.
//! * **Out.** Voluntary departure; departure without supervision; staying without right; to a location, or to detention.
//! * **Levers.** `departure_period`, `departure_period_unfounded`, `mandatory_forced_share`, `departure_intent`, `return_support`,
//!   `return_support_effect`, `return_sanctions`, `unlawful_stay_crime`, `pressure_departure`, `pressure_out_of_sight`,
//!   `voluntary_days`, `unsupervised_days`, `staying_days`, `family_staying_days`, `assisted_share`, `shelter_places`,
//!   `repeat_share`, `repeat_delay`.
//! * **Simplifications.** One intent for every nationality. What support, sanctions and punishment do to it nobody knows: their
//!   effects are assumed, and nought unless a scenario sets them. A crime presses on whoever would stay as a sanction does; the
//!   police and the courts that follow it up are not in the chain. A shelter keeps nobody from leaving and has nobody leave. A period of nought days is for the quick rejections of track 2
//!   and for those whose forced return is mandatory. Reception ends with the period, to the day. Whoever stays has a case at the Repatriation and Departure Service
//!   (*DT&V*) until it is closed, and is taken to remain in the country.

use crate::flow::Case;
use crate::flow::applicant::{Roof, Track};
use crate::flow::case::SPREAD;
use crate::flow::departure::repeat;
use crate::flow::recorder::News;
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::world::World;
use crate::policy::Moment;
use crate::policy::levers::departure::{
    ASSISTED_SHARE, DEPARTURE_INTENT, DEPARTURE_PERIOD, DEPARTURE_PERIOD_UNFOUNDED, FAMILY_STAYING_DAYS,
    PRESSURE_DEPARTURE, PRESSURE_OUT_OF_SIGHT, RETURN_SANCTIONS, RETURN_SUPPORT, RETURN_SUPPORT_EFFECT,
    SHELTER_PLACES, STAYING_DAYS, UNLAWFUL_STAY_CRIME, UNSUPERVISED_DAYS, VOLUNTARY_DAYS,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// The departure period runs.
pub(crate) mod period {
    use super::*;
    use crate::flow::departure::{detention, location};

    pub(crate) fn enter(case: &mut Case) -> Hold {
        case.note(Moment::Returned);
        hold(case)
    }

    /// Until the end of the period, or until they are gone.
    fn hold(case: &Case) -> Hold {
        let left = term(case).0 - case.days_here().0;
        Hold::For(Days(left.min(until_gone(case).0).max(0)))
    }

    pub(crate) fn leave(case: &mut Case) -> Step {
        if let Some(step) = gone(case) {
            return step;
        }
        if has_minors(case) {
            return Step::To(Stage::WithMinors);
        }
        if location::restricted::is_asked(case) {
            return Step::To(Stage::Restricted);
        }
        end_reception(case);
        Step::To(Stage::Departure)
    }

    /// A new period counts from the day the old one began; whoever has had that time is due today.
    pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
        Some(hold(case))
    }

    /// Days that they have to leave.
    pub(crate) fn term(case: &Case) -> Days {
        if detention::is_mandatory(case) {
            return Days(0);
        }
        let unfounded = case.applicant.track == Track::Safe;
        case.lever(if unfounded { DEPARTURE_PERIOD_UNFOUNDED } else { DEPARTURE_PERIOD })
    }
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    Hold::For(until_gone(case))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    gone(case).expect("nobody leaves this stage by its clock before they are gone")
}

/// Support or pressure that binds those too who are on their way moves the day on which they are gone.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(enter(case))
}

/// What somebody will do if nobody makes them leave: thrown once an application.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Intent {
    /// Leave, and prove it.
    Voluntary,
    /// Go out of sight.
    Unsupervised,
    /// Stay.
    Stays,
}

pub(crate) fn intent(case: &Case) -> Intent {
    match case.choose(Draw::DepartureKind, case.lever(DEPARTURE_INTENT)) {
        0 => Intent::Voluntary,
        1 => moved(case, Intent::Unsupervised),
        _ => moved(case, Intent::Stays),
    }
}

/// What support and pressure make of the intent of somebody who would not leave.
fn moved(case: &Case, otherwise: Intent) -> Intent {
    let support = case.lever(RETURN_SUPPORT) / 1_000.0 * case.lever(RETURN_SUPPORT_EFFECT);
    let pressure = if otherwise == Intent::Unsupervised {
        0.0
    } else if case.lever(UNLAWFUL_STAY_CRIME) {
        1.0
    } else {
        case.lever(RETURN_SANCTIONS)
    };
    let leaves = support + pressure * case.lever(PRESSURE_DEPARTURE);
    let hides = pressure * case.lever(PRESSURE_OUT_OF_SIGHT);
    if leaves + hides <= 0.0 {
        return otherwise;
    }
    let u = case.uniform(Draw::ReturnMoved);
    if u < leaves {
        Intent::Voluntary
    } else if u < leaves + hides {
        Intent::Unsupervised
    } else {
        otherwise
    }
}

/// The time from the final decision until they are gone if nobody makes them leave.
pub(crate) fn whole(case: &Case) -> Days {
    whole_if(case, has_minors(case))
}

/// The same time if minors are among them, or if none is.
pub(crate) fn whole_if(case: &Case, minors: bool) -> Days {
    let mean = match intent(case) {
        Intent::Voluntary => case.lever(VOLUNTARY_DAYS),
        Intent::Unsupervised => case.lever(UNSUPERVISED_DAYS),
        Intent::Stays if minors => case.lever(FAMILY_STAYING_DAYS),
        Intent::Stays => case.lever(STAYING_DAYS),
    };
    case.time(Draw::DepartureTime, Duration::LogNormal(f64::from(mean.0), SPREAD))
}

/// What is left of that time.
pub(crate) fn until_gone(case: &Case) -> Days {
    Days((whole(case).0 - since_decision(case).0).max(0))
}

/// Days since the final decision.
pub(crate) fn since_decision(case: &Case) -> Days {
    case.applicant.dates.at(Moment::Returned).map_or(Days(0), |day| case.today - day)
}

/// The way out of those whose time is over.
pub(crate) fn gone(case: &mut Case) -> Option<Step> {
    if until_gone(case) > Days(0) {
        return None;
    }
    let exit = match intent(case) {
        Intent::Voluntary => {
            if case.happens(Draw::Assisted, case.lever(ASSISTED_SHARE)) {
                case.announce(News::AssistedDeparture);
            }
            let support = case.lever(RETURN_SUPPORT) * f64::from(case.applicant.persons);
            if support > 0.0 {
                case.announce(News::Paid(libm::round(support) as u32));
            }
            Exit::Voluntary
        }
        Intent::Unsupervised => Exit::Unsupervised,
        Intent::Stays => Exit::WithoutRight,
    };
    Some(repeat::out(case, exit))
}

/// The right to reception ends before they are gone.
pub(crate) fn end_reception(case: &mut Case) {
    if case.applicant.roof != Roof::Elsewhere {
        case.announce(News::ReceptionEnded);
    }
}

impl World {
    /// Persons who must leave, have no right to reception, and are in a place for those without it.
    pub fn sheltered(&self) -> u32 {
        let places = libm::round(self.policy.today(SHELTER_PLACES, self.today)) as u32;
        places.min(self.in_stage(Stage::Departure))
    }

    /// Persons who must leave, have no right to reception, and are in no such place.
    pub fn unsheltered(&self) -> u32 {
        self.in_stage(Stage::Departure) - self.sheltered()
    }
}

/// Whether minors are among them today.
pub(crate) fn has_minors(case: &Case) -> bool {
    case.applicant.has_minors(case.today)
}
