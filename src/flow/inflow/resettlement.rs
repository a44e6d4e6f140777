//! Resettled refugees (*hervestiging*, *uitgenodigde vluchtelingen*): selected abroad, from there straight to a dwelling.
//!
//! * **Law.** A yearly number that the government sets, at the request of UNHCR; Aliens Act 2000 article 29; Housing Act
//!   2014 articles 28 and 29: they count in the task of municipalities.
//! * **In.** Selected by mission or on file, with the decision made.
//! * **Out.** A dwelling, on arrival.
//! * **Levers.** `resettlement_quota`, `resettled_mix`.
//! * **Simplifications.** Matched on selection, and then first come first served with all other permit holders; they arrive
//!   when there is a dwelling, never into reception. No relatives follow them. Their grant is no first-instance outcome.

use crate::flow::Case;
use crate::flow::reception::housing;
use crate::flow::recorder::News;
use crate::flow::stage::{Exit, Hold, Step};

pub(crate) fn enter(case: &mut Case) -> Hold {
    housing::enter(case)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.announce(News::Resettled);
    Step::Out(Exit::Housed)
}
