//! Floor 3: who watches the chain. Recorders listen to what the flow announces and read the world in the evening; they
//! change nothing.

pub mod audit;
pub mod book;
mod census;
#[macro_use]
mod declare;
mod desks;
pub mod ledger;
pub mod series;
mod statuses;
mod units;
pub mod waits;

pub use audit::{Audit, AuditLine};
pub use book::{Book, Daily};
pub use ledger::{Account, Ledger};
pub use series::{Series, SeriesKind};
pub use waits::{Awaited, Waits};

use crate::flow::{Applicant, Exit, News, Recorder, Stage, World};
use crate::time::Day;

/// Two recorders side by side.
#[derive(Debug)]
pub struct Both<A, B>(pub A, pub B);

impl<A: Recorder, B: Recorder> Recorder for Both<A, B> {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        self.0.moved(day, applicant, from, to, exit);
        self.1.moved(day, applicant, from, to, exit);
    }

    fn happened(&mut self, day: Day, applicant: &Applicant, news: News) {
        self.0.happened(day, applicant, news);
        self.1.happened(day, applicant, news);
    }

    fn evening(&mut self, day: Day, world: &World) {
        self.0.evening(day, world);
        self.1.evening(day, world);
    }
}
