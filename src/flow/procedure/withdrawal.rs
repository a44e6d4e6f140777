//! Applicants who will withdraw, or not appear at the interview (*intrekking*, *niet verschenen*).
//!
//! * **Law.** Aliens Act 2000 article 30c(1), before 12 June 2026.
//! * **In.** From registration.
//! * **Out.** The officers, to set the application aside.
//! * **Levers.** `withdrawal_days`.
//! * **Simplifications.** It is thrown at registration who will; until then they stand in no queue, so they cost no
//!   interview that nobody comes to.

use crate::flow::Case;
use crate::flow::case::SPREAD;
use crate::flow::stage::{Hold, Stage, Step};
use crate::policy::levers::procedure::WITHDRAWAL_DAYS;
use crate::random::{Draw, Duration};

pub(crate) fn enter(case: &mut Case) -> Hold {
    let mean = f64::from(case.lever(WITHDRAWAL_DAYS).0);
    Hold::For(case.time(Draw::RegistrationTime, Duration::LogNormal(mean, SPREAD)))
}

pub(crate) fn leave(_: &mut Case) -> Step {
    Step::To(Stage::Closing)
}
