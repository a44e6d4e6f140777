//! Charts that a briefing has and a report of one run has not: who went where, who still waits, the task of provinces.

mod drivers;
mod flows;
mod provinces;
mod waits;

use super::sheet::Sheet;
use super::sheets::Read;
use crate::report::chart::{Card, Picture, banners, run_note};
use crate::report::summary::View;
use crate::report::texts::Language;
use crate::study::briefing::Told;

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
    pub(super) fn picture(self, read: &Read<'_>, told: &Told) -> Option<Picture> {
        let drawing = match self {
            Special::Flows => flows::drawing(read, told),
            Special::StillWaiting => waits::drawing(read, told),
            Special::Provinces => provinces::drawing(read, told),
            Special::Drivers => drivers::drawing(read, told),
        };
        Some(drawing?.picture(read.language))
    }

    /// The figures of all scenarios.
    pub(super) fn sheet(self, read: &Read<'_>) -> Sheet {
        match self {
            Special::Flows => flows::sheet(read),
            Special::StillWaiting => waits::sheet(read),
            Special::Provinces => provinces::sheet(read),
            Special::Drivers => drivers::sheet(read),
        }
    }

    /// What it says of a scenario.
    pub(super) fn say(self, read: &Read<'_>, told: &Told) -> Vec<String> {
        match self {
            Special::Flows => flows::say(read, told),
            Special::StillWaiting => waits::say(read, told),
            Special::Provinces => provinces::say(read, told),
            Special::Drivers => drivers::say(read, told),
        }
    }
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
