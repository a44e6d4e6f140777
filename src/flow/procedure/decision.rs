//! The decision at first instance (*beslissing in eerste aanleg*).
//!
//! * **Law.** Aliens Act 2000 articles 28, 29, 30 to 30c and 42, as they stood before 12 June 2026.
//! * **In.** From registration, from a claim, and from the court when an appeal was upheld.
//! * **Out.** Permit holder; rejected, with a term to appeal; or closed, towards departure.
//! * **Levers.** `decision_staff`, `productive_minutes`, `productivity`, `decision_hours`, `closed_hours`, `companion_work`,
//!   `work_variation`, `grant_share`, `grant_shift`, `repeat_grant_share`, `remitted_grant`, `refugee_share`,
//!   `humanitarian_share`.
//! * **Simplifications.** Interview, intention, view and decision are one piece of work of one officer; cases to be closed
//!   come first, then remitted cases, then those with priority; all others follow in order of lodging.

use crate::flow::Case;
use crate::flow::applicant::Outcome;
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::courts::REMITTED_GRANT;
use crate::policy::levers::procedure::{
    CLOSED_HOURS, COMPANION_WORK, DECISION_HOURS, GRANT_SHARE, GRANT_SHIFT, HUMANITARIAN_SHARE, PRODUCTIVITY,
    REFUGEE_SHARE, REPEAT_GRANT, WORK_VARIATION,
};
use crate::random::{Draw, distribution, math};

/// The classes of the queue, in the order in which they are served.
pub(crate) const CLASSES: usize = 4;
const CLOSING: u8 = 0;
const REMITTED: u8 = 1;
const PRIORITY: u8 = 2;
const IN_ORDER: u8 = 3;

pub(crate) fn enter(case: &mut Case) -> Hold {
    let class = match &*case.applicant {
        a if a.to_close => CLOSING,
        a if a.round > 0 => REMITTED,
        a if a.priority => PRIORITY,
        _ => IN_ORDER,
    };
    let hours = if class == CLOSING { case.lever(CLOSED_HOURS) } else { case.lever(DECISION_HOURS) };
    let household = 1.0 + case.lever(COMPANION_WORK) * f64::from(case.applicant.persons - 1);
    let variation = distribution::lognormal(case.uniform(Draw::WorkNeeded), 1.0, case.lever(WORK_VARIATION));
    let minutes = hours * 60.0 * household * variation / case.lever(PRODUCTIVITY);
    Hold::Queue { desk: Desk::Decision, class, work: libm::round(minutes.clamp(1.0, 1e8)) as u32 }
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::Decided);
    let outcome = decide(case);
    case.applicant.outcome = Some(outcome);
    case.announce(News::Decided);
    match outcome {
        Outcome::Refugee | Outcome::Subsidiary | Outcome::Humanitarian => {
            case.note(Moment::Granted);
            Step::To(Stage::Matching)
        }
        Outcome::Rejected => Step::To(Stage::AppealTerm),
        Outcome::Closed => Step::To(Stage::DeparturePeriod),
    }
}

fn decide(case: &Case) -> Outcome {
    if case.applicant.to_close {
        return Outcome::Closed;
    }
    let granted = if case.applicant.round > 0 {
        case.happens(Draw::RemittedOutcome, case.lever(REMITTED_GRANT))
    } else {
        let share = if case.applicant.visit > 0 { case.lever(REPEAT_GRANT) } else { case.lever(GRANT_SHARE) };
        case.happens(Draw::DecisionOutcome, shifted(share, case.lever(GRANT_SHIFT)))
    };
    if !granted {
        return Outcome::Rejected;
    }
    let shares = [case.lever(REFUGEE_SHARE), case.lever(HUMANITARIAN_SHARE)];
    let u = case.uniform(Draw::Status);
    if u < shares[0] {
        Outcome::Refugee
    } else if u < shares[0] + shares[1] {
        Outcome::Humanitarian
    } else {
        Outcome::Subsidiary
    }
}

/// A share moved by a number of log odds; certainty stays certain.
fn shifted(share: f64, log_odds: f64) -> f64 {
    if share <= 0.0 || share >= 1.0 || log_odds == 0.0 {
        return share;
    }
    math::logistic(math::logit(share) + log_odds)
}

#[cfg(test)]
mod tests {
    use super::shifted;

    #[test]
    fn a_shift_of_zero_leaves_a_share_alone_and_certainty_stays_certain() {
        assert_eq!((shifted(0.3, 0.0), shifted(0.0, 2.0), shifted(1.0, -2.0)), (0.3, 0.0, 1.0));
        assert!((shifted(0.5, 1.0) - 0.731_058_578_630_004_9).abs() < 1e-15);
    }
}
