//! What the two-status act asks of relatives (*tweestatusstelsel*), and whom it touches.
//!
//! * **Law.** Two-status act (Kamerstuk 36 703), since 12 June 2026: with subsidiary protection two years of waiting, enough
//!   income and a dwelling; for either status the nuclear family only. Refugee status keeps three months to apply, with no
//!   conditions. Which rule binds those who applied before is before the courts.
//! * **In.** Relatives at every door of family reunification.
//! * **Out.** Answers: whether they may apply, from when, and under which rule their application is decided.
//! * **Levers.** `two_status`, `family_wait_b`, `family_wait_start`, `family_income_req_b`, `family_income_share`,
//!   `family_housing_req_b`, `family_nuclear_only`, `family_nuclear_share`, `family_pending_rule`, `family_pilot_share`,
//!   `family_brake_b`, `family_brake_hardship`, `family_to_reception`, `work_head_start`.
//! * **Simplifications.** Humanitarian grounds count as refugee status. Income once reached is kept. Who is outside the
//!   nuclear family is a household, not a single relative. Whoever has applied once has met the conditions of that day, and
//!   is not asked again; a pending application under the rule of today is not asked for a dwelling once the wait is over.
//!   Sponsors of the starting stock have a status as grants of their nationality have; whether they have
//!   a dwelling is the throw that says where arriving relatives go, and two years after the application they all have one.

use crate::flow::Case;
use crate::flow::applicant::{Applicant, Outcome};
use crate::policy::levers::family::{
    FAMILY_BRAKE_B, FAMILY_BRAKE_HARDSHIP, FAMILY_HOUSING_B, FAMILY_INCOME, FAMILY_INCOME_B, FAMILY_NUCLEAR,
    FAMILY_NUCLEAR_SHARE, FAMILY_PENDING_RULE, FAMILY_PILOT_SHARE, FAMILY_TO_RECEPTION, FAMILY_WAIT_B,
    FAMILY_WAIT_FROM,
};
use crate::policy::levers::participation::WORK_HEAD_START;
use crate::policy::levers::procedure::{HUMANITARIAN_SHARE, REFUGEE_SHARE};
use crate::policy::levers::status::TWO_STATUS;
use crate::policy::{Moment, Policy};
use crate::random::{Dice, Draw};
use crate::time::{Day, Days};

/// The words of `family_pending_rule`.
const FREEZE: usize = 1;
const APPLY: usize = 2;
/// The second word of `family_wait_start`.
const FROM_APPLICATION: usize = 1;
const DAYS_A_YEAR: f64 = 365.25;
/// By then every sponsor of the starting stock has a dwelling: the wait for one at the start is about a year.
const STOCK_IS_HOUSED: Days = Days(730);

/// The status that the sponsor of relatives in the starting stock has, or a permit holder in it.
pub(in crate::flow) fn status_of_stock(policy: &Policy, start: Day, who: &Applicant, dice: Dice) -> Outcome {
    let share = |lever| policy.on(lever, start, who.nationality);
    let shares = [share(REFUGEE_SHARE), share(HUMANITARIAN_SHARE)];
    match dice.choose(Draw::Status, 0, &[shares[0], shares[1], 1.0 - shares[0] - shares[1]]) {
        0 => Outcome::Refugee,
        1 => Outcome::Humanitarian,
        _ => Outcome::Subsidiary,
    }
}

/// The conditions of one day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct Rule {
    wait: Days,
    income: bool,
    dwelling: bool,
    nuclear: bool,
}

impl Rule {
    /// What binds those who apply today.
    fn today(case: &Case) -> Rule {
        let two = case.lever(TWO_STATUS);
        Rule {
            wait: if two { case.lever(FAMILY_WAIT_B) } else { Days(0) },
            income: two && case.lever(FAMILY_INCOME_B),
            dwelling: two && case.lever(FAMILY_HOUSING_B),
            nuclear: case.lever(FAMILY_NUCLEAR),
        }
    }

    /// What bound those who applied on a day.
    fn on(case: &Case, day: Day) -> Rule {
        let two = case.on(TWO_STATUS, day);
        Rule {
            wait: if two { case.on(FAMILY_WAIT_B, day) } else { Days(0) },
            income: two && case.on(FAMILY_INCOME_B, day),
            dwelling: two && case.on(FAMILY_HOUSING_B, day),
            nuclear: case.on(FAMILY_NUCLEAR, day),
        }
    }

    /// Whether it asks nothing of subsidiary protection that refugee status need not give.
    fn is_free(self) -> bool {
        self.wait <= Days(0) && !self.income && !self.dwelling
    }
}

/// Whether the sponsor has subsidiary protection (B).
pub(super) fn is_b(case: &Case) -> bool {
    case.applicant.outcome == Some(Outcome::Subsidiary)
}

/// Whether the scope of today lets them follow.
pub(super) fn is_within(case: &Case) -> bool {
    !Rule::today(case).nuclear || is_nuclear(case)
}

fn is_nuclear(case: &Case) -> bool {
    case.happens_for_life(Draw::NuclearFamily, case.lever(FAMILY_NUCLEAR_SHARE))
}

/// The day on which the waiting period of today's rule is over; `None` where there are no conditions for them.
pub(super) fn wait_ends(case: &Case) -> Option<Day> {
    let rule = Rule::today(case);
    (is_b(case) && !rule.is_free()).then(|| waits_from(case) + rule.wait)
}

/// The day from which the waiting period counts.
fn waits_from(case: &Case) -> Day {
    let dates = &case.applicant.dates;
    // The sponsor's own application, where it is known.
    let asylum = dates.at(Moment::Made).filter(|_| case.lever(FAMILY_WAIT_FROM) == FROM_APPLICATION);
    asylum.unwrap_or_else(|| granted(case))
}

/// The day of the sponsor's permit; for the starting stock that of the application, which came soon after it.
fn granted(case: &Case) -> Day {
    let dates = &case.applicant.dates;
    dates.at(Moment::Granted).or(dates.at(Moment::FamilyApplied)).unwrap_or(case.applicant.entered)
}

/// What a sponsor with subsidiary protection lacks besides time.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Lacks {
    /// Nothing: they may apply.
    Nothing,
    /// Income until this day, or for good.
    Income(Option<Day>),
    /// A dwelling, until this day; or until the sponsor moves into one, if the sponsor has not.
    Dwelling(Option<Day>),
}

/// What the sponsor lacks today.
pub(super) fn lacks(case: &Case) -> Lacks {
    let rule = Rule::today(case);
    if !is_b(case) || rule.is_free() {
        return Lacks::Nothing;
    }
    if rule.income {
        let day = income_day(case);
        if day.is_none_or(|day| day > case.today) {
            return Lacks::Income(day);
        }
    }
    if rule.dwelling {
        match dwelling_of_stock(case) {
            Some(day) if day <= case.today => {}
            day => return Lacks::Dwelling(day),
        }
    }
    Lacks::Nothing
}

/// The day from which the sponsor has enough income: the share by year since the permit, straight between the years, and
/// sooner for who worked before it.
fn income_day(case: &Case) -> Option<Day> {
    let u = case.uniform_for_life(Draw::SponsorIncome);
    let (mut year, mut before) = (0.0, 0.0);
    for &share in case.lever(FAMILY_INCOME) {
        if u < share {
            let part = if share > before { (u - before) / (share - before) } else { 0.0 };
            let days = libm::ceil((year + part.max(0.0)) * DAYS_A_YEAR) as i32;
            let sooner = if case.applicant.sponsor_worked() { case.lever(WORK_HEAD_START).0 } else { 0 };
            return Some(granted(case) + Days((days - sooner).max(0)));
        }
        (year, before) = (year + 1.0, share);
    }
    None
}

/// The day from which a sponsor of the starting stock has a dwelling; of all others it is known, and told when it comes.
fn dwelling_of_stock(case: &Case) -> Option<Day> {
    if case.applicant.dates.at(Moment::Granted).is_some() {
        return None;
    }
    let lacking = case.happens_for_life(Draw::SponsorHoused, case.lever(FAMILY_TO_RECEPTION));
    Some(granted(case) + if lacking { STOCK_IS_HOUSED } else { Days(0) })
}

/// Whether the application was made under a rule that asked for a dwelling: relatives then join their sponsor in it.
pub(super) fn asked_for_dwelling(case: &Case) -> bool {
    let applied = case.applicant.dates.at(Moment::FamilyApplied);
    is_b(case) && applied.is_some_and(|applied| Rule::on(case, applied).dwelling)
}

/// Whether the rule of today touches an application that was made under another one.
fn is_touched(case: &Case) -> bool {
    let Some(applied) = case.applicant.dates.at(Moment::FamilyApplied) else { return false };
    let (then, now) = (Rule::on(case, applied), Rule::today(case));
    (is_b(case) && then.is_free() && !now.is_free()) || (now.nuclear && !then.nuclear && !is_nuclear(case))
}

fn is_pilot(case: &Case) -> bool {
    case.happens_for_life(Draw::FamilyPilot, case.lever(FAMILY_PILOT_SHARE))
}

/// Whether the decision is held: by the rule for pending applications, or by the emergency brake.
pub(super) fn holds(case: &Case) -> bool {
    let frozen = case.lever(FAMILY_PENDING_RULE) == FREEZE && is_touched(case) && !is_pilot(case);
    frozen || is_braked(case)
}

fn is_braked(case: &Case) -> bool {
    case.lever(FAMILY_BRAKE_B)
        && is_b(case)
        && !case.happens_for_life(Draw::BrakeHardship, case.lever(FAMILY_BRAKE_HARDSHIP))
}

/// Whether an application made under another rule is refused by that of today.
pub(super) fn refuses(case: &Case) -> bool {
    let pending = case.lever(FAMILY_PENDING_RULE);
    let applies = pending == APPLY || pending == FREEZE && is_pilot(case);
    let lacking = !wait_is_over(case) || matches!(lacks(case), Lacks::Income(_) | Lacks::Dwelling(Some(_)));
    applies && is_touched(case) && (lacking || !is_within(case))
}

fn wait_is_over(case: &Case) -> bool {
    wait_ends(case).is_none_or(|end| end <= case.today)
}

/// Whether time, income and dwelling let them apply today.
pub(super) fn may_apply(case: &Case) -> bool {
    wait_is_over(case) && lacks(case) == Lacks::Nothing
}
