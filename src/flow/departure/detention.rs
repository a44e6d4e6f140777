//! Detention (*vreemdelingenbewaring*) and the removal that may follow (*uitzetting*).
//!
//! * **Law.** Aliens Act 2000 articles 59 (six months, and twelve more) and 63; directive 2008/115 articles 15 and 16: only
//!   with a risk of absconding and a prospect of removal.
//! * **In.** From the street or a freedom-restricting location, when there is a place; families from where they live, for
//!   the last days before their flight.
//! * **Out.** Forced departure, with a travel document (*laissez-passer*) and an escort; a return hub, without a document; or
//!   release, without prospect or when the term is over.
//! * **Levers.** `detention_share`, `detention_places`, `detention_others`, `detention_term`, `detention_extension`,
//!   `mandatory_forced_share`, `undesirability`, `undesirable_share`,
//!   `travel_document_share`, `travel_document_days`, `no_prospect_days`, `escort_capacity`.
//! * **Simplifications.** Who is wanted waits in one line, first come first served, and may be gone before there is a place.
//!   Detention is for the removal alone: not for the border procedure, and those held for a transfer are among the others
//!   of `detention_others`. Nobody leaves voluntarily from detention. Released once, somebody is not detained again on
//!   the same application. Transfers to other states take their escorts first and are never held up by them.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::departure::departure::{Intent, has_minors, intent};
use crate::flow::departure::{hub, repeat};
use crate::flow::recorder::News;
use crate::flow::stage::{Desk, Exit, Hold, Stage, Step};
use crate::policy::levers::departure::{
    DETENTION_EXTENSION, DETENTION_SHARE, DETENTION_TERM, MANDATORY_FORCED_SHARE, NO_PROSPECT_DAYS,
    TRAVEL_DOCUMENT_DAYS, TRAVEL_DOCUMENT_SHARE, UNDESIRABILITY, UNDESIRABLE_SHARE,
};
use crate::random::{Draw, Duration};
use crate::time::Days;

/// Whether the police want them in detention: a risk of absconding, and a prospect of removal.
pub(crate) fn is_wanted(case: &Case) -> bool {
    !has_minors(case)
        && intent(case) != Intent::Voluntary
        && (case.lever(TRAVEL_DOCUMENT_SHARE) > 0.0 || hub::covers(case))
        && case.happens(Draw::Detention, wanted_share(case))
}

/// Those whom the police want, those declared undesirable on wider grounds included.
fn wanted_share(case: &Case) -> f64 {
    let wanted = case.lever(DETENTION_SHARE).max(case.lever(MANDATORY_FORCED_SHARE));
    if case.lever(UNDESIRABILITY) { wanted + (1.0 - wanted) * case.lever(UNDESIRABLE_SHARE) } else { wanted }
}

/// Whether the law leaves no choice: forced return, at once.
pub(crate) fn is_mandatory(case: &Case) -> bool {
    !has_minors(case)
        && intent(case) != Intent::Voluntary
        && case.happens(Draw::Detention, case.lever(MANDATORY_FORCED_SHARE))
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    Hold::For(left(case))
}

/// What is left of their detention: until the document, the end of the prospect, or the term.
fn left(case: &Case) -> Days {
    let ends = document(case).unwrap_or_else(|| without_prospect(case)).0.min(term(case).0);
    Days((ends - case.days_here().0).max(0))
}

pub(crate) fn leave(case: &mut Case) -> Step {
    let document = document(case).is_some_and(|days| days <= case.days_here());
    if document {
        Step::To(Stage::Removal)
    } else if hub::covers(case) {
        Step::To(Stage::Hub)
    } else {
        release(case)
    }
}

/// The term binds those inside too.
pub(crate) fn amend(case: &mut Case) -> Option<Hold> {
    Some(Hold::For(left(case)))
}

/// Out of detention, and still in the country.
pub(crate) fn release(case: &mut Case) -> Step {
    case.announce(News::Released);
    repeat::out(case, Exit::WithoutRight)
}

/// The longest detention that the law allows.
fn term(case: &Case) -> Days {
    Days(case.lever(DETENTION_TERM).0 + case.lever(DETENTION_EXTENSION).0)
}

/// How long it takes to get a travel document, if their state gives one.
pub(crate) fn document(case: &Case) -> Option<Days> {
    let given = case.happens(Draw::TravelDocument, case.lever(TRAVEL_DOCUMENT_SHARE));
    let mean = f64::from(case.lever(TRAVEL_DOCUMENT_DAYS).0);
    given.then(|| case.time(Draw::TravelDocumentTime, Duration::LogNormal(mean, SPREAD)))
}

/// How long a detention lasts in which no document comes.
fn without_prospect(case: &Case) -> Days {
    let mean = f64::from(case.lever(NO_PROSPECT_DAYS).0);
    case.time(Draw::TravelDocumentTime, Duration::LogNormal(mean, SPREAD))
}

/// How long a detention lasts that nobody cuts short.
pub(crate) fn whole(case: &Case) -> Days {
    Days(document(case).unwrap_or_else(|| without_prospect(case)).0.min(term(case).0))
}

/// With a travel document, in detention or a closed family location, waiting for escort and flight.
pub(crate) mod removal {
    use super::*;

    pub(crate) fn enter(case: &mut Case) -> Hold {
        let work = u32::from(case.applicant.persons) * Desk::UNIT;
        Hold::Queue { desk: Desk::Escorts, class: 0, work }
    }

    /// Days until they must be released, flight or no flight.
    pub(crate) fn left(case: &Case) -> Days {
        let before = if has_minors(case) { Days(0) } else { document(case).unwrap_or(Days(0)) };
        Days((term(case).0 - before.0 - case.days_here().0).max(0))
    }

    /// Whom the escorts have served leaves; whoever still stands in their queue has had the longest term.
    pub(crate) fn leave(case: &mut Case) -> Step {
        if case.applicant.queue.is_some() { Step::Out(Exit::Forced) } else { release(case) }
    }
}
