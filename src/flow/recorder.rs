//! What the flow announces. It knows nobody who listens.

use super::Applicant;
use super::stage::{Exit, Stage};
use super::world::World;
use crate::time::Day;

/// Something that happened to a household.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// A first application was registered.
    FirstApplication,
    /// A repeat application was registered.
    RepeatApplication,
    /// The outcome in the record was given at first instance.
    Decided,
    /// An appeal was lodged.
    AppealLodged,
    /// The court ruled.
    AppealRuled,
    /// Family reunification was asked for.
    FamilyApplied,
    /// Family reunification was decided.
    FamilyDecided,
    /// Relatives arrived.
    FamilyArrived,
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
