//! Who is with the courts on the first day.

use super::kind::{Appeal, AppealKind, Standing};
use crate::flow::applicant::{Applicant, Outcome, Track};
use crate::flow::stage::Stage;
use crate::flow::start::usual_age;
use crate::policy::levers::courts::{APPEAL_TERM, FURTHER_STAY, SHORT_APPEAL_TERM};
use crate::policy::levers::procedure::EXTENDED_SHARE;
use crate::policy::levers::transfer::TRANSFER_DECISION_DAYS;
use crate::policy::{Moment, Policy};
use crate::random::{Dice, Draw, Source};
use crate::time::{Day, Days};

/// The greatest age of pending appeals with a term of a week: eight weeks (`scenarios/reference/README.md` under g).
pub(in crate::flow) const SHORT_APPEAL_AGE: Days = Days(56);

/// What an appeal of the stock is against: those that last long are more often in it than among those decided.
pub(in crate::flow) fn appeal(policy: &Policy, start: Day, source: Source, dice: Dice) -> AppealKind {
    let (long, short) = match source {
        Source::StockDublinAppeal => return AppealKind::Dublin,
        Source::StockAppealTerm => {
            (term(policy, start, AppealKind::Extended), term(policy, start, AppealKind::General))
        }
        _ => (usual_age(Stage::Appeal), SHORT_APPEAL_AGE),
    };
    let extended = policy.today(EXTENDED_SHARE, start);
    let (long, short) = (extended * f64::from(long.0), (1.0 - extended) * f64::from(short.0));
    if dice.happens(Draw::Extended, 0, long / (long + short).max(f64::MIN_POSITIVE)) {
        AppealKind::Extended
    } else {
        AppealKind::General
    }
}

/// The term to appeal.
pub(in crate::flow) fn term(policy: &Policy, start: Day, appeal: AppealKind) -> Days {
    let short = appeal != AppealKind::Extended;
    policy.today(if short { SHORT_APPEAL_TERM } else { APPEAL_TERM }, start)
}

/// What distinguishes somebody who is with the courts at the start.
pub(in crate::flow) fn appellant(
    policy: &Policy,
    start: Day,
    (stage, appeal): (Stage, AppealKind),
    dice: Dice,
    applicant: &mut Applicant,
) {
    if !matches!(stage, Stage::AppealTerm | Stage::Appeal | Stage::FurtherAppeal) {
        return;
    }
    applicant.appeal = Appeal::new(appeal, Standing::Own);
    applicant.extended = appeal == AppealKind::Extended;
    let decided = applicant.dates.at(Moment::Decided).unwrap_or(start);
    if appeal == AppealKind::Dublin {
        applicant.track = Track::Claimed;
        applicant.outcome = Some(Outcome::Closed);
        let before = policy.today(TRANSFER_DECISION_DAYS, start);
        applicant.dates.note(Moment::Accepted, decided - before);
    }
    if stage == Stage::FurtherAppeal {
        // The day that is known is that of the ruling of the district court.
        applicant.dates.note(Moment::Returned, decided);
        let stay = policy.today(FURTHER_STAY, start);
        if !dice.happens(Draw::FurtherAppealUpheld, 0, stay) {
            applicant.stands(Standing::OnPaper);
        }
    }
}
