//! A claim on another state: request, reply, and the transfer decision in preparation (*Dublinclaim*, *spoor 1*).
//!
//! * **Law.** Regulation 604/2013 (Dublin III) articles 21 to 25: request within three months of lodging; the reply to a
//!   request to take back within a month, and silence is acceptance.
//! * **In.** From registration, where fingerprints or papers point to another state; never unaccompanied minors, whose state
//!   is the one where they are (Court of Justice, C-648/11).
//! * **Out.** Accepted: the transfer decision. Refused: the Dutch procedure, whose term begins that day.
//! * **Levers.** `claim_days`, `claim_term`, `reply_term`, `dublin_destinations`, `dublin_accepted`, `transfer_decision_days`,
//!   `task_force`, `task_force_saves`.
//! * **Simplifications.** The IND meets the term for the request; replies come in the second half of theirs, evenly; one
//!   claim an application; the terms are those to take back, three quarters of the requests.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::recorder::News;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::Moment;
use crate::policy::levers::transfer::{
    CLAIM_DAYS, CLAIM_TERM, DUBLIN_ACCEPTED, DUBLIN_DESTINATIONS, REPLY_TERM, TRANSFER_DECISION_DAYS,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

pub(crate) fn enter(case: &mut Case) -> Hold {
    case.announce(News::Claimed);
    let mean = f64::from(case.lever(CLAIM_DAYS).0);
    let request = case.time(Draw::RegistrationTime, Duration::LogNormal(mean, SPREAD));
    let term = f64::from(case.lever(REPLY_TERM).0);
    let reply = case.time(Draw::ClaimReply, Duration::Uniform(term / 2.0, term));
    Hold::For(Days(request.0.min(case.lever(CLAIM_TERM).0) + reply.0))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    if case.happens(Draw::ClaimAccepted, case.lever(DUBLIN_ACCEPTED)[destination(case)]) {
        case.note(Moment::Accepted);
        case.announce(News::ClaimAccepted);
        Step::To(Stage::Accepted)
    } else {
        super::transfer::responsible(case)
    }
}

/// Which group of states the claim is on: one throw for life.
pub(crate) fn destination(case: &Case) -> usize {
    case.choose_for_life(Draw::Destination, case.lever(DUBLIN_DESTINATIONS))
}

/// Accepted; the transfer decision is prepared: interview, and the intention with its view.
pub(crate) mod accepted {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let mean = case.between_agencies(TRANSFER_DECISION_DAYS);
        Hold::For(case.time(Draw::TransferDecision, Duration::LogNormal(mean, SPREAD)))
    }

    pub(crate) fn leave(_: &mut Case) -> Step {
        Step::To(Stage::Closing)
    }
}
