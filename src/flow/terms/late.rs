//! The decision comes late: the term, the notice of default, the court's term, and two penalties.
//!
//! * **Law.** Aliens Act 2000 article 42 (six months, nine more, three more, at most twenty-one) and 43 (moratorium);
//!   General Administrative Law Act articles 4:17 (administrative penalty, suspended for asylum since July 2020), 6:2 and
//!   6:12 (notice of default, two weeks) and 8:55b to 8:55d (court-imposed term with a judicial penalty).
//! * **In.** Every application for which the Netherlands is responsible, until its first decision.
//! * **Out.** A penalty, owed when it is full or with the decision, and hours that the officers lose; a place ahead of others
//!   where the court's term is heeded. After a full penalty another appeal, another term and another penalty.
//! * **Levers.** `decision_term`, `general_extension`, `further_extension`, `further_extension_share`, `longest_term`, `accelerated_term`, `inadmissible_term`,
//!   `notice_share`, `notice_delay`, `notice_hours`, `late_appeal_share`, `late_appeal_days`, `late_appeal_hours`, `late_appeal_work`,
//!   `court_term`, `late_appeal_again_share`, `court_term_again`, `court_priority_share`, `judicial_penalty`,
//!   `judicial_penalty_most`, `administrative_penalty`, `administrative_penalty_days`.
//! * **Simplifications.** One notice a household; a court's term and penalty are those of the day of its ruling; whoever
//!   appeals again does so on the day the penalty is full, and each time; a term without a penalty is appealed once; every
//!   such appeal is upheld; the court's time is a clock, and what it takes comes off its capacity for other appeals; the
//!   administrative penalty is owed with the decision; new decisions after a remittal have the term of the court or none.

use crate::flow::Case;
use crate::flow::applicant::{ShortDay, Track};
use crate::flow::procedure::cohorts;
use crate::flow::recorder::News;
use crate::flow::stage::Stage;
use crate::policy::Moment;
use crate::policy::levers::courts::LATE_APPEAL_WORK;
use crate::policy::levers::examination::{ACCELERATED_TERM, INADMISSIBLE_TERM, ONE_PROCEDURE};
use crate::policy::levers::terms::{
    ADMINISTRATIVE_PENALTY, ADMINISTRATIVE_PENALTY_DAYS, COURT_PRIORITY_SHARE, COURT_TERM, COURT_TERM_AGAIN,
    DECISION_TERM, FURTHER_EXTENSION, FURTHER_EXTENSION_SHARE, GENERAL_EXTENSION, JUDICIAL_PENALTY,
    JUDICIAL_PENALTY_MOST, LATE_APPEAL_AGAIN_SHARE, LATE_APPEAL_DAYS, LATE_APPEAL_HOURS, LATE_APPEAL_SHARE,
    LONGEST_TERM, NOTICE_DELAY, NOTICE_HOURS, NOTICE_SHARE,
};
use crate::random::{Draw, Duration};
use crate::time::{Day, Days};

/// The time that a notice of default gives (General Administrative Law Act article 6:12) [days].
const NOTICE: Days = Days(14);

/// How far it has come with a decision that is late.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Late {
    /// No notice of default.
    #[default]
    No,
    /// A notice of default was given, on this day.
    Noticed(ShortDay),
    /// An appeal for failure to decide was lodged two weeks after the notice of this day.
    Appealed(ShortDay),
    /// The court set a term: the days of the notice and of its ruling.
    Ordered(ShortDay, ShortDay),
    /// The penalty was full and is owed; another appeal may be pending: the days of the notice and on which it was full.
    Owed(ShortDay, ShortDay),
    /// The court set another term: the days of the notice and of its last ruling.
    OrderedAgain(ShortDay, ShortDay),
}

/// The last day of the decision term, if it runs.
pub fn term_end(case: &Case) -> Option<Day> {
    let since = case.applicant.dates.at(Moment::Responsible)?;
    let longest = case.lever(LONGEST_TERM);
    if case.applicant.held {
        return Some(since + longest);
    }
    if case.lever(ONE_PROCEDURE) && case.applicant.stage == Stage::Admissibility {
        return Some(since + case.lever(INADMISSIBLE_TERM));
    }
    if case.lever(ONE_PROCEDURE) && case.applicant.track == Track::Accelerated {
        return Some(since + case.lever(ACCELERATED_TERM));
    }
    if case.lever(ONE_PROCEDURE) && case.applicant.track == Track::Safe {
        return Some(since + case.lever(INADMISSIBLE_TERM));
    }
    let further = case.happens(Draw::FurtherExtension, case.lever(FURTHER_EXTENSION_SHARE));
    let more = if further { case.lever(FURTHER_EXTENSION).0 } else { 0 };
    let term = case.lever(DECISION_TERM).0 + case.lever(GENERAL_EXTENSION).0 + more;
    Some(since + Days(term.min(longest.0)))
}

/// What the clock did today.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Rung {
    /// When it rings again.
    pub(crate) next: Option<Day>,
    /// Whether the household now stands elsewhere in its queue.
    pub(crate) moved_up: bool,
}

/// Lets the clock come to today: notice, appeal, ruling. What lay before the start of the run is not announced; what a
/// change of law made due in the past happens today.
pub(crate) fn ring(case: &mut Case, at_start: bool) -> Rung {
    case.applicant.term_end = term_end(case).into();
    let mut rung = Rung::default();
    while let Some(day) = next(case) {
        if day > case.today {
            rung.next = Some(day);
            break;
        }
        let now = !at_start || day == case.today;
        let day = if now { case.today } else { day };
        case.applicant.late = match case.applicant.late {
            Late::No => {
                if now {
                    case.announce(News::NoticeOfDefault);
                    lose(case, case.lever(NOTICE_HOURS));
                }
                rung.moved_up |= cohorts::heeds_notices(case);
                Late::Noticed(Some(day).into())
            }
            Late::Noticed(notice) => {
                if now {
                    appeal(case);
                }
                Late::Appealed(notice)
            }
            Late::Appealed(notice) => {
                rung.moved_up |= goes_first(case);
                Late::Ordered(notice, Some(day).into())
            }
            Late::Ordered(notice, ruling) | Late::OrderedAgain(notice, ruling) => {
                if now {
                    let due = ruling.get().map_or(0.0, |ruling| case.on(JUDICIAL_PENALTY_MOST, ruling));
                    case.announce(News::JudicialPenalty(due as u32));
                    if appeals_again(case) {
                        appeal(case);
                    }
                }
                Late::Owed(notice, Some(day).into())
            }
            Late::Owed(notice, _) => Late::OrderedAgain(notice, Some(day).into()),
        };
    }
    rung
}

/// An appeal for failure to decide is lodged.
fn appeal(case: &mut Case) {
    case.announce(News::LateAppeal);
    lose(case, case.lever(LATE_APPEAL_HOURS));
    case.announce(News::court_work(case.lever(LATE_APPEAL_WORK)));
}

/// Officers lose some hours.
fn lose(case: &mut Case, hours: f64) {
    case.announce(News::MinutesLost(libm::round(hours * 60.0) as u32));
}

/// The day of the next step, whatever today is.
fn next(case: &Case) -> Option<Day> {
    match case.applicant.late {
        Late::No => {
            let end = term_end(case)?;
            let mean = f64::from(case.lever(NOTICE_DELAY).0);
            let gives = case.happens(Draw::Notice, case.lever(NOTICE_SHARE));
            gives.then(|| end + Days(1) + case.time(Draw::NoticeDelay, Duration::Exponential(mean)))
        }
        Late::Noticed(notice) => {
            let appeals = case.happens(Draw::LateAppeal, case.lever(LATE_APPEAL_SHARE));
            notice.get().filter(|_| appeals).map(|notice| notice + NOTICE)
        }
        Late::Appealed(notice) => notice.get().map(|notice| notice + NOTICE + case.lever(LATE_APPEAL_DAYS)),
        Late::Ordered(_, ruling) | Late::OrderedAgain(_, ruling) => full_on(case, ruling.get()?),
        Late::Owed(_, full) => {
            full.get().filter(|_| appeals_again(case)).map(|full| full + case.lever(LATE_APPEAL_DAYS))
        }
    }
}

/// Whether a full penalty is followed by another appeal.
fn appeals_again(case: &Case) -> bool {
    case.happens(Draw::LateAppealAgain, case.lever(LATE_APPEAL_AGAIN_SHARE))
}

/// The last day of the term that the court set on a day.
fn ordered_until(case: &Case, ruling: Day) -> Day {
    let again = matches!(case.applicant.late, Late::OrderedAgain(..));
    ruling + case.on(if again { COURT_TERM_AGAIN } else { COURT_TERM }, ruling)
}

/// The day on which the penalty of a ruling is full, if it has one.
fn full_on(case: &Case, ruling: Day) -> Option<Day> {
    let (a_day, most) = (case.on(JUDICIAL_PENALTY, ruling), case.on(JUDICIAL_PENALTY_MOST, ruling));
    let days = (a_day > 0.0 && most > 0.0).then(|| libm::ceil(most / a_day) as i32)?;
    Some(ordered_until(case, ruling) + Days(days))
}

/// Whether the officers heed the court's term and take the case up before others.
pub(crate) fn goes_first(case: &Case) -> bool {
    case.happens(Draw::CourtPriority, case.lever(COURT_PRIORITY_SHARE))
}

/// Whether they have been ordered to decide, and heed it.
pub(crate) fn is_first(case: &Case) -> bool {
    matches!(case.applicant.late, Late::Ordered(..) | Late::Owed(..) | Late::OrderedAgain(..))
        && goes_first(case)
}

/// The first decision: was it in time, and what has it cost?
pub(crate) fn settle(case: &mut Case) {
    let in_time = term_end(case).is_some_and(|end| case.today <= end);
    if in_time {
        case.announce(News::DecidedInTime);
    }
    let (judicial, administrative) = penalties(case);
    if judicial > 0 {
        case.announce(News::JudicialPenalty(judicial));
    }
    if administrative > 0 {
        case.announce(News::AdministrativePenalty(administrative));
    }
}

/// The judicial penalty of somebody whose decision is so many days late, had they given notice and appealed at once, and
/// once [EUR a household].
pub(crate) fn at_most(case: &Case, days_late: i32) -> u32 {
    let before = NOTICE.0 + case.lever(LATE_APPEAL_DAYS).0 + case.lever(COURT_TERM).0;
    let beyond = f64::from((days_late - before).max(0));
    (beyond * case.lever(JUDICIAL_PENALTY)).min(case.lever(JUDICIAL_PENALTY_MOST)) as u32
}

/// The judicial and the administrative penalty up to today that is not owed yet [EUR a household].
pub(crate) fn penalties(case: &Case) -> (u32, u32) {
    let (notice, ruling) = match case.applicant.late {
        Late::No => return (0, 0),
        Late::Noticed(notice) | Late::Appealed(notice) | Late::Owed(notice, _) => (notice.get(), None),
        Late::Ordered(notice, ruling) | Late::OrderedAgain(notice, ruling) => (notice.get(), ruling.get()),
    };
    let notice = notice.expect("whoever is late with a notice has its day");
    let days = |from: Day| f64::from((case.today - from).0.max(0));
    let judicial = ruling.map_or(0.0, |ruling| {
        let beyond = days(ordered_until(case, ruling));
        (beyond * case.on(JUDICIAL_PENALTY, ruling)).min(case.on(JUDICIAL_PENALTY_MOST, ruling))
    });
    let beyond = days(notice + NOTICE).min(f64::from(case.lever(ADMINISTRATIVE_PENALTY_DAYS).0));
    (judicial as u32, (beyond * case.lever(ADMINISTRATIVE_PENALTY)) as u32)
}
