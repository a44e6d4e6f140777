//! Those who must leave on the first day: each somewhere on their way, as a steady flow would leave them.

use super::departure::{has_minors, period, until_gone, whole};
use super::{detention, location};
use crate::flow::Case;
use crate::flow::stage::{Hold, Stage};
use crate::policy::Moment;
use crate::policy::levers::departure::RESTRICTED_DAYS;
use crate::random::Draw;
use crate::time::Days;

/// Places that the starting stock may fill [persons].
#[derive(Copy, Clone, Debug)]
pub(crate) struct Room {
    /// In freedom-restricting locations.
    pub(crate) restricted: u32,
    /// In detention.
    pub(crate) detention: u32,
}

/// The longest time that is told apart [days]; times beyond it are as likely to be under way as this one.
const LONGEST: f64 = 1_500.0;

/// Puts a household that might be among them where it stands on the first day; `None` if it is not there. Long times are
/// more often under way than short ones, and the day falls evenly within them (`within`, 0 to 1).
pub(crate) fn place(case: &mut Case, within: f64, room: &mut Room) -> Option<Hold> {
    let whole = whole(case);
    if case.uniform(Draw::StockPresence) >= f64::from(whole.0) / LONGEST {
        return None;
    }
    settle(case, Days((within * f64::from(whole.0)) as i32), room)
}

/// Puts a household where somebody stands whose final decision was so long ago.
pub(crate) fn settle(case: &mut Case, elapsed: Days, room: &mut Room) -> Option<Hold> {
    let persons = u32::from(case.applicant.persons);
    case.applicant.dates.note(Moment::Returned, case.today - elapsed);
    let term = period::term(case);
    let beyond = Days(elapsed.0 - term.0);
    let stand = |case: &mut Case, stage: Stage, since: Days, left: Days| {
        case.applicant.stage = stage;
        case.applicant.entered = case.today - since;
        (left > Days(0)).then_some(Hold::For(left))
    };
    let gone = until_gone(case);
    if beyond < Days(0) {
        return stand(case, Stage::DeparturePeriod, elapsed, gone.min(Days(-beyond.0)));
    }
    if has_minors(case) {
        stand(case, Stage::WithMinors, beyond, gone)?;
        let Hold::For(left) = location::with_minors::enter(case) else { return None };
        return (left > Days(0)).then_some(Hold::For(left));
    }
    if detention::is_wanted(case) && room.detention >= persons {
        room.detention -= persons;
        let whole = detention::whole(case);
        let age = Days((case.uniform(Draw::DetentionAge) * f64::from(whole.0)) as i32);
        return stand(case, Stage::Detention, age, Days(whole.0 - age.0));
    }
    let weeks = case.lever(RESTRICTED_DAYS);
    if beyond < weeks && room.restricted >= persons && location::restricted::would_come(case) {
        room.restricted -= persons;
        return stand(case, Stage::Restricted, beyond, gone.min(Days(weeks.0 - beyond.0)));
    }
    stand(case, Stage::Departure, beyond, gone)
}
