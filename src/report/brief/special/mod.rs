//! Charts that stand on no calendar: who went where, who still waits, the task of provinces, which uncertainties do most. A
//! briefing has those that its plan asks for, and the report of a run those that have something to show.

mod drivers;
mod flows;
mod provinces;
mod waits;

use super::content::{Table, table};
use super::sheet::{Cell, Sheet};
use super::words::{Words, words};
use crate::report::chart::{Card, Picture, banners, run_note};
use crate::report::summary::{Depth, View};
use crate::report::texts::Language;
use crate::study::briefing::Seen;
use crate::study::outcome::Outcome;

/// One of them.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Special {
    /// Who went from which stage to which, in a year.
    Flows,
    /// The share that still waits after so many weeks.
    StillWaiting,
    /// The task under the distribution act by province, and what is delivered of it.
    Provinces,
    /// Which uncertainties move the need for reception.
    Drivers,
}

impl Special {
    pub(super) const ALL: [Special; 4] =
        [Special::Flows, Special::StillWaiting, Special::Provinces, Special::Drivers];

    /// The name by which a plan asks for it; that of its picture and of its table too.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Special::Flows => "flows",
            Special::StillWaiting => "still_waiting",
            Special::Provinces => "provinces",
            Special::Drivers => "drivers",
        }
    }

    pub(super) fn find(name: &str) -> Option<Special> {
        Special::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The picture for a scenario; `None` where it has nothing to show.
    pub(super) fn picture(self, view: View<'_>, seen: &Seen) -> Option<Picture> {
        let drawing = match self {
            Special::Flows => flows::drawing(view, seen),
            Special::StillWaiting => waits::drawing(view, seen),
            Special::Provinces => provinces::drawing(view),
            Special::Drivers => drivers::drawing(view, seen),
        };
        Some(drawing?.picture(view.language))
    }

    /// The figures of all scenarios.
    pub(super) fn sheet(self, all: &Scenarios<'_>) -> Sheet {
        match self {
            Special::Flows => flows::sheet(all),
            Special::StillWaiting => waits::sheet(all),
            Special::Provinces => provinces::sheet(all),
            Special::Drivers => drivers::sheet(all),
        }
    }

    /// What it says of a scenario.
    pub(super) fn say(self, view: &View<'_>, seen: &Seen) -> Vec<String> {
        match self {
            Special::Flows => flows::say(view, seen),
            Special::StillWaiting => waits::say(view, seen),
            Special::Provinces => provinces::say(view),
            Special::Drivers => drivers::say(view, seen),
        }
    }
}

/// The scenarios whose figures stand in one table.
#[derive(Debug)]
pub(super) struct Scenarios<'a> {
    pub(super) language: Language,
    /// The name of each, and what is known of it.
    pub(super) list: Vec<(Cell, View<'a>, &'a Seen)>,
}

impl Scenarios<'_> {
    fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// The heading of what stands in the middle of a band.
    fn middle(&self) -> &'static str {
        let mean = self.list.first().is_some_and(|(_, view, _)| view.depth() == Depth::Mean);
        if mean { self.words().middle_mean } else { self.words().middle }
    }
}

/// A chart on no calendar in the report of a run.
#[derive(Clone, Debug)]
pub struct Beyond {
    /// The picture.
    pub picture: Picture,
    pub(in crate::report) name: &'static str,
    pub(in crate::report) sentences: Vec<String>,
    pub(in crate::report) table: Table,
}

/// Those that have something to show of a run.
pub fn beyond(outcome: &Outcome, seen: &Seen, language: Language) -> Vec<Beyond> {
    let view = View { outcome, language };
    let list = vec![(Cell::word(outcome.title.clone()), view, seen)];
    let all = Scenarios { language, list };
    let one = |special: Special| {
        let picture = special.picture(view, seen)?;
        let table = table(language, true, &special.sheet(&all));
        Some(Beyond { picture, name: special.name(), sentences: special.say(&view, seen), table })
    };
    Special::ALL.into_iter().filter_map(one).collect()
}

/// Words in the language of the reader.
const fn either(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// The words around a drawing of a scenario, with what was run beneath it.
fn card(view: &View<'_>, of: Special, title: &str, sentences: &[String], about: &str, note: &str) -> Card {
    let texts = view.texts();
    Card {
        name: of.name().to_owned(),
        title: title.to_owned(),
        banners: banners(view),
        sentences: sentences.join(" "),
        about: about.to_owned(),
        note: format!("{} {note} {}", texts.note_projection, run_note(view)),
    }
}
