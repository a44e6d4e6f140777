//! What the flow announces. It knows nobody who listens.

use super::Applicant;
use super::stage::{Desk, Exit, Stage};
use super::world::World;
use crate::time::Day;

/// Something that happened to a household.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// A first application was registered.
    FirstApplication,
    /// An application goes to the accelerated procedure.
    Accelerated,
    /// An unaccompanied minor turned eighteen.
    TurnedEighteen,
    /// An age assessment found an unaccompanied minor to be an adult.
    FoundAdult,
    /// A repeat application was found inadmissible.
    Inadmissible,
    /// Resettled persons arrived.
    Resettled,
    /// The application of persons relocated from another state was registered.
    Relocated,
    /// A repeat application was registered.
    RepeatApplication,
    /// Another state transferred them to the Netherlands.
    TakenBack,
    /// Another state was asked to take over.
    Claimed,
    /// It accepted.
    ClaimAccepted,
    /// The term to transfer them passed.
    TransferLapsed,
    /// The interview was held.
    Interviewed,
    /// A notice of default was given (*ingebrekestelling*).
    NoticeOfDefault,
    /// An appeal for failure to decide was lodged (*beroep niet tijdig beslissen*).
    LateAppeal,
    /// Officers lost this work to late decisions [minutes].
    MinutesLost(u32),
    /// The first decision on the merits came within its term.
    DecidedInTime,
    /// A judicial penalty of this amount is owed: it was full, or the decision came [EUR].
    JudicialPenalty(u32),
    /// The first decision on the merits came, and this administrative penalty was due [EUR].
    AdministrativePenalty(u32),
    /// The outcome in the record was given at first instance.
    Decided,
    /// An appeal was lodged.
    AppealLodged,
    /// The district court ruled.
    AppealRuled,
    /// It upheld the appeal.
    AppealUpheld,
    /// The appeal was withdrawn.
    AppealWithdrawn,
    /// An interim measure was asked for.
    InterimRequested,
    /// It was granted.
    InterimGranted,
    /// The district court ruled after its term.
    RuledLate,
    /// Somebody who left voluntarily was paid this [EUR].
    Paid(u32),
    /// The district court spends this beside its appeals [thousandths of an appeal].
    CourtWork(u32),
    /// A further appeal was lodged with the Council of State.
    FurtherAppealLodged,
    /// The Council of State ruled.
    FurtherAppealRuled,
    /// It ruled for the applicant who had lodged it.
    FurtherAppealUpheld,
    /// Family reunification was asked for.
    FamilyApplied,
    /// Family reunification was decided for the first time.
    FamilyDecided,
    /// That decision came within its term.
    FamilyDecidedInTime,
    /// Family reunification was refused.
    FamilyRefused,
    /// Relatives lodged an objection.
    FamilyObjected,
    /// Relatives lodged an appeal.
    FamilyAppealed,
    /// A refusal of relatives was reversed, after an objection or an appeal.
    FamilyReversed,
    /// Relatives applied on article 8 of the Convention.
    Article8Applied,
    /// Article 8 was decided for the first time.
    Article8Decided,
    /// That decision came within its term.
    Article8DecidedInTime,
    /// Relatives arrived on article 8.
    Article8Arrived,
    /// Relatives arrived.
    FamilyArrived,
    /// Something about the two statuses.
    Status(StatusNews),
    /// Decision officers do this work beside their applications [minutes].
    OfficersElsewhere(u32),
    /// Somebody left voluntarily with support (*IOM*).
    AssistedDeparture,
    /// The right to reception ended while they were still there.
    ReceptionEnded,
    /// They were released from detention.
    Released,
}

/// What happens because refugee status and subsidiary protection give different rights.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum StatusNews {
    /// An appeal for refugee status was lodged.
    Appealed,
    /// The district court ruled on it.
    Ruled,
    /// It was upheld.
    Raised,
    /// The IND does this work for it, or to give reasons for the status [minutes].
    Work(u32),
    /// Relatives were refused by a rule that came after their application.
    FamilyRefused,
}

impl News {
    /// Work of the district court that is worth so much of an appeal.
    pub(super) fn court_work(appeals: f64) -> News {
        News::CourtWork(libm::round(appeals * f64::from(Desk::UNIT)) as u32)
    }
}

/// Who watches the chain: implemented by everything that counts.
pub trait Recorder {
    /// A household moved: from nowhere when it enters the chain, to nowhere when it leaves.
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    );
    /// Something happened to a household.
    fn happened(&mut self, day: Day, applicant: &Applicant, news: News);
    /// The day is over.
    fn evening(&mut self, day: Day, world: &World);
}

/// Nobody watches.
impl Recorder for () {
    fn moved(&mut self, _: Day, _: &Applicant, _: Option<Stage>, _: Option<Stage>, _: Option<Exit>) {}
    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}
    fn evening(&mut self, _: Day, _: &World) {}
}
