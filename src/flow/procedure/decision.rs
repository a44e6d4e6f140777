//! The decision at first instance (*beslissing in eerste aanleg*).
//!
//! * **Law.** Aliens Act 2000 articles 28, 29, 30 to 30c and 42, as they stood before 12 June 2026.
//! * **In.** From the interview, when positive; from the view, when an intention to reject was sent; and from the court when
//!   an appeal was upheld.
//! * **Out.** Permit holder; or rejected, with a term to appeal.
//! * **Levers.** `decision_staff`, `productive_minutes`, `productivity`, `decision_hours`, `safe_country_hours`, `view_work`,
//!   `companion_work`, `work_variation`, `safe_country_share`, `grant_share`, `grant_shift`, `repeat_grant_share`,
//!   `conviction_refusals`,
//!   `view_turns`, `intention_step`, `one_procedure_work`, `counselling_hours`, `remitted_grant`, `refugee_share`,
//!   `humanitarian_share`, `two_status`, `status_motivation_hours`, `mutual_recognition`, `recognition_saves`, `legal_aid`,
//!   `late_aid_upheld`.
//! * **Simplifications.** The hours of a case are those of interview, intention, view and decision together; a new decision
//!   after a remittal takes them all again. Officers close cases first, then take up remitted cases with a
//!   term of the court, then finish what they began and other remitted cases, then interview those with priority, those for whom a court set a term, and
//!   then all others in order of lodging.

use crate::engine::Workforce;
use crate::flow::Case;
use crate::flow::applicant::{Outcome, Track};
use crate::flow::courts::{remittal, status};
use crate::flow::procedure::cohorts::{self, COHORTS};
use crate::flow::procedure::interview;
use crate::flow::recorder::{News, StatusNews};
use crate::flow::stage::{Exit, Hold, Stage, Step};
use crate::flow::terms::late;
use crate::policy::levers::courts::REMITTED_GRANT;
use crate::policy::levers::departure::{MUTUAL_RECOGNITION, RECOGNITION_SAVES};
use crate::policy::levers::examination::{
    COUNSELLING_HOURS, INTENTION_STEP, LATE_AID_UPHELD, LEGAL_AID, ONE_PROCEDURE, ONE_PROCEDURE_WORK,
};
use crate::policy::levers::procedure::{
    COMPANION_WORK, CONVICTION_REFUSALS, DECISION_HOURS, GRANT_SHARE, GRANT_SHIFT, HUMANITARIAN_SHARE,
    PRODUCTIVITY, REFUGEE_SHARE, REPEAT_GRANT, SAFE_COUNTRY_HOURS, SAFE_COUNTRY_SHARE, VIEW_TURNS, VIEW_WORK,
    WORK_VARIATION,
};
use crate::policy::levers::status::RENEWAL_HOURS;
use crate::policy::{Language, Moment};
use crate::random::{Draw, distribution, math};

/// The classes of a cohort at the desk, in the order in which they are served: three kinds of work for officers alone, and interviews
/// by language, which stand in one line with the other languages.
pub(crate) const CLASSES: usize = IN_ORDER as usize + Language::COUNT;
/// The word of `legal_aid` for aid after a rejection alone.
pub(crate) const AID_ALL_AFTER: usize = 2;
pub(crate) const CLOSING: u8 = 0;
pub(crate) const REMITTED: u8 = 1;
pub(crate) const STARTED: u8 = 2;
pub(crate) const PRIORITY: u8 = 3;
pub(crate) const ORDERED: u8 = PRIORITY + Language::COUNT as u8;
pub(crate) const IN_ORDER: u8 = ORDERED + Language::COUNT as u8;

/// The desk: officers, with interpreters and lawyers for the interviews; each cohort has all classes, and they share nothing
/// but the day's minutes.
pub(crate) fn desk() -> Workforce {
    let mut crews = [1; COHORTS * CLASSES];
    for (class, crew) in crews.iter_mut().enumerate().filter(|(class, _)| class % CLASSES >= PRIORITY.into())
    {
        *crew = interview::crew((class % CLASSES - usize::from(PRIORITY)) % Language::COUNT);
        if (usize::from(IN_ORDER)..CLASSES).contains(&class) {
            *crew |= 1 << interview::INTAKE;
        }
    }
    let mut desk = Workforce::new(COHORTS * CLASSES, 0).with_pools(interview::POOLS, &crews);
    for cohort in 0..COHORTS {
        let at = |class: u8| cohort * CLASSES + usize::from(class);
        desk = desk
            .in_one_line(at(PRIORITY)..at(ORDERED))
            .in_one_line(at(ORDERED)..at(IN_ORDER))
            .in_one_line(at(IN_ORDER)..(cohort + 1) * CLASSES);
    }
    desk.in_sections(&[0..CLASSES, CLASSES..COHORTS * CLASSES])
}

pub(crate) fn enter(case: &mut Case) -> Hold {
    if case.applicant.round > 0 {
        let work = minutes(case, whole_hours(case));
        return cohorts::queue(case, remittal::class(case), work);
    }
    // Intention and view are a part of the work that a grant does not need; the mean over both is what it was.
    let view = case.lever(VIEW_WORK);
    let rejected = case.applicant.outcome == Some(Outcome::Rejected);
    let viewed = rejected && case.lever(INTENTION_STEP);
    let hours = hours_after_interview(case) * if viewed { view } else { without_view(case) };
    let hours = if rejected { hours * own_part(case) } else { hours + status::motivation_hours(case) };
    let work = minutes(case, hours);
    cohorts::queue(case, STARTED, work)
}

/// The part of the work on a rejection that is left where other states have taken return decisions.
fn own_part(case: &Case) -> f64 {
    if case.lever(MUTUAL_RECOGNITION) { 1.0 - case.lever(RECOGNITION_SAVES) } else { 1.0 }
}

/// Rejections among decisions on the merits, 8,022 of 15,397 in 2025 (UNHCR) and somewhat more in the stock: with it the mean
/// work of grants and rejections is what it was before the view was told apart.
const REJECTED: f64 = 0.55;

/// The part of the work after the interview that comes before a view, and all of it where there is none.
pub(crate) fn without_view(case: &Case) -> f64 {
    1.0 - REJECTED * case.lever(VIEW_WORK)
}

/// Hours of the whole case for a single applicant.
pub(crate) fn whole_hours(case: &Case) -> f64 {
    let safe = case.applicant.track == Track::Safe;
    if case.applicant.track == Track::PermitWithdrawn {
        return case.lever(RENEWAL_HOURS);
    }
    let hours = if safe { case.lever(SAFE_COUNTRY_HOURS) } else { case.lever(DECISION_HOURS) };
    if case.lever(ONE_PROCEDURE) {
        hours * case.lever(ONE_PROCEDURE_WORK) + case.lever(COUNSELLING_HOURS)
    } else {
        hours
    }
}

/// Hours of the case when the interview has been held.
pub(crate) fn hours_after_interview(case: &Case) -> f64 {
    whole_hours(case) - interview::hearings(case)
}

/// Minutes of work on a household for which a single applicant would take so many hours.
pub(crate) fn minutes(case: &Case, hours: f64) -> u32 {
    let household = 1.0 + case.lever(COMPANION_WORK) * f64::from(case.applicant.persons - 1);
    let variation = distribution::lognormal(case.uniform(Draw::WorkNeeded), 1.0, case.lever(WORK_VARIATION));
    let minutes = hours * 60.0 * household * variation / case.lever(PRODUCTIVITY);
    libm::round(minutes.clamp(1.0, 1e8)) as u32
}

/// What is left of the work on a file that lies on a desk on a day chosen by chance, times the work drawn for it. Long work
/// is more often under way than short work: weighted by its length, a lognormal amount is the same amount times one and
/// the square of its coefficient of variation; the day falls evenly within it.
pub(crate) fn work_left(case: &Case) -> f64 {
    let variation = case.lever(WORK_VARIATION);
    (1.0 + variation * variation) * case.uniform(Draw::WorkDone)
}

pub(crate) fn leave(case: &mut Case) -> Step {
    case.note(Moment::Decided);
    let outcome = match case.applicant.outcome {
        Some(drafted) if case.applicant.round == 0 => after_view(case, drafted),
        // A remitted case.
        _ => decide(case),
    };
    let outcome = if refused_for_conviction(case, outcome) { Outcome::Rejected } else { outcome };
    case.applicant.outcome = Some(outcome);
    case.announce(News::Decided);
    if case.applicant.round == 0 {
        late::settle(case);
    } else {
        remittal::settle(case);
    }
    match outcome {
        Outcome::Refugee | Outcome::Subsidiary | Outcome::Humanitarian => {
            if case.applicant.track == Track::PermitWithdrawn {
                return Step::Out(Exit::PermitKept);
            }
            case.note(Moment::Granted);
            let minutes = status::motivation_hours(case) * 60.0;
            case.announce(News::Status(StatusNews::Work(libm::round(minutes) as u32)));
            Step::To(Stage::Matching)
        }
        Outcome::Rejected | Outcome::Closed => Step::To(Stage::AppealTerm),
    }
}

/// A view can turn a rejection into a grant.
fn after_view(case: &Case, drafted: Outcome) -> Outcome {
    let turned = drafted == Outcome::Rejected && case.lever(INTENTION_STEP) && would_turn(case);
    if turned { which_status(case) } else { drafted }
}

/// Whether a conviction keeps protection from somebody to whom it would be granted. A permit already held is withdrawn
/// elsewhere, by `withdrawal_rate`.
fn refused_for_conviction(case: &Case, outcome: Outcome) -> bool {
    let asks = case.applicant.track != Track::PermitWithdrawn;
    asks && outcome.is_grant() && case.happens(Draw::Conviction, case.lever(CONVICTION_REFUSALS))
}

/// Whether a view turns a rejection of the first round, or would have.
fn would_turn(case: &Case) -> bool {
    case.applicant.track != Track::Safe && case.happens(Draw::ViewTurns, case.lever(VIEW_TURNS))
}

/// Whether nobody assisted them before the rejection, and a court upholds the appeal for that.
fn lacked_aid(case: &Case) -> bool {
    let low_chances = matches!(case.applicant.track, Track::Accelerated | Track::Safe);
    let late = match case.lever(LEGAL_AID) {
        0 => false,
        AID_ALL_AFTER => true,
        _ => low_chances,
    };
    late && case.happens(Draw::LateAid, case.lever(LATE_AID_UPHELD))
}

/// Whether a court is the first to hear what would have turned the rejection in a view, or with legal aid.
pub(crate) fn goes_unheard(case: &Case) -> bool {
    let on_the_merits = case.applicant.outcome == Some(Outcome::Rejected) && case.applicant.round == 0;
    // Who lost a permit had the intention of another procedure.
    let asylum = case.applicant.track != Track::PermitWithdrawn;
    let no_view = !case.lever(INTENTION_STEP);
    asylum && on_the_merits && (no_view && would_turn(case) || lacked_aid(case))
}

/// The outcome on the merits as it is after the interview, or anew after a remittal.
pub(crate) fn decide(case: &Case) -> Outcome {
    let granted = if case.applicant.round > 0 {
        case.happens(Draw::RemittedOutcome, case.lever(REMITTED_GRANT))
    } else {
        let share = if case.applicant.visit > 0 { case.lever(REPEAT_GRANT) } else { case.lever(GRANT_SHARE) };
        // The published share is over all decisions on the merits; those of the safe-country track are all rejections.
        let others = 1.0 - case.lever(SAFE_COUNTRY_SHARE);
        let share = if others > 0.0 { (share / others).min(1.0) } else { 0.0 };
        // It includes those whom the view turns.
        let turns = case.lever(VIEW_TURNS);
        let share = if turns < 1.0 { ((share - turns) / (1.0 - turns)).max(0.0) } else { 0.0 };
        case.applicant.track != Track::Safe
            && case.happens(Draw::DecisionOutcome, shifted(share, case.lever(GRANT_SHIFT)))
    };
    if granted { which_status(case) } else { Outcome::Rejected }
}

/// Which permit a grant gives.
fn which_status(case: &Case) -> Outcome {
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
