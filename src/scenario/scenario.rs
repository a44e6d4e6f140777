//! A scenario that has been checked: the law over time, the stock, the horizon, and where every value comes from.

use std::borrow::Cow;

use super::changes::Ground;
use super::milestones::Milestone;
use super::stocks::Own;
use super::thresholds::Threshold;
use crate::diagnostic::Text;
pub use crate::flow::OpenCases;
use crate::policy::{Grade, Policy, Role, Trigger, levers};
use crate::time::Day;

/// What a value rests on, as of the data date of a scenario: how far a measure has come, or whether it is law at all.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum LegalStatus {
    /// It is law and applies.
    InForce,
    /// The final text exists but does not apply yet.
    Adopted,
    /// It is before parliament.
    Bill,
    /// A government has said that it will.
    Announced,
    /// It was law and applies no longer.
    Lapsed,
    /// It is a fact and no law: a capacity, staff, a cost, practice.
    Factual,
    /// Nobody has proposed it as law: a what-if, a rejected bill, an assumption of the model.
    Hypothetical,
    /// It could not be found out.
    Unknown,
}

impl LegalStatus {
    /// All of them.
    pub const ALL: [LegalStatus; 8] = {
        use LegalStatus::*;
        [InForce, Adopted, Bill, Announced, Lapsed, Factual, Hypothetical, Unknown]
    };

    /// The words of scenario files, in the same order.
    pub const WORDS: [&'static str; 8] =
        ["in_force", "adopted", "bill", "announced", "lapsed", "factual", "hypothetical", "unknown"];

    /// The same in Dutch, for readers.
    pub const DUTCH: [&'static str; 8] = [
        "geldend recht",
        "aangenomen",
        "wetsvoorstel",
        "aangekondigd",
        "vervallen",
        "feitelijk, geen recht",
        "hypothetisch",
        "onbekend",
    ];

    /// The same in English, for readers.
    pub const ENGLISH: [&'static str; 8] =
        ["in force", "adopted", "bill", "announced", "lapsed", "fact, no law", "hypothetical", "unknown"];

    /// The word in a scenario file.
    pub fn word(self) -> &'static str {
        LegalStatus::WORDS[self as usize]
    }

    /// The Dutch word for readers.
    pub fn dutch(self) -> &'static str {
        LegalStatus::DUTCH[self as usize]
    }

    /// The English words for readers.
    pub fn english(self) -> &'static str {
        LegalStatus::ENGLISH[self as usize]
    }

    /// Whether a value of this status departs from the law: it is neither law that applies nor a fact. Law that lapsed
    /// is told apart, by [`Scenario::lapsed`].
    pub fn departs_from_law(self) -> bool {
        use LegalStatus::*;
        match self {
            InForce | Factual | Lapsed => false,
            Adopted | Bill | Announced | Hypothetical | Unknown => true,
        }
    }
}

/// One text of those that make up a scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layer {
    /// Path, name of an embedded layer, or `--set`.
    pub name: String,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

/// One step of a lever, or the value of an uncertainty, and where it comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Origin {
    /// First day; nothing when it holds from the beginning.
    pub from: Option<Day>,
    /// The value as it is written in a scenario.
    pub value: String,
    /// Its source, or nothing when none is given.
    pub source: Option<String>,
    /// The source for a Dutch reader: a Dutch one, or that of a user, who writes for themselves.
    pub source_nl: Option<String>,
    /// Its legal status; meaningless for uncertainties.
    pub status: LegalStatus,
    /// The first day on which it is law no longer, when it lapsed.
    pub lapsed_on: Option<Day>,
    /// The layer that says so.
    pub layer: String,
    /// Whether it replaces or ends what another layer says.
    pub overrides: bool,
}

/// Where the value of one row of the catalogue comes from.
#[derive(Clone, PartialEq, Debug)]
pub struct Value {
    /// Place in the catalogue.
    pub index: usize,
    /// Status of the last step that takes effect in the run (levers only).
    pub status: Option<LegalStatus>,
    /// How sure the value is (uncertainties only).
    pub grade: Option<Grade>,
    /// Bounds between which replications draw.
    pub range: Option<(f64, f64)>,
    /// Place in the catalogue of the uncertainty that moves the value at the start, where it is an estimate.
    pub moved_by: Option<usize>,
    /// The source of each step behind its day, where it differs from that of the step before.
    pub sources: Text,
    /// The steps in order; one for an uncertainty.
    pub steps: Vec<Origin>,
    /// Inherited steps that `never` removed, with the status of that removal.
    pub removed: Option<LegalStatus>,
    /// Layers of which a later one replaced something.
    pub replaced: Vec<String>,
    /// The layer that spoke last.
    pub layer: String,
}

/// What someone proposes, checked and complete.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Name of the embedded scenario, or the file's name without its ending.
    pub id: String,
    /// Its name for readers.
    pub title: Text,
    /// What it is about.
    pub description: Text,
    /// First simulated day.
    pub start: Day,
    /// Last simulated day.
    pub end: Day,
    /// The day up to which law and figures are known.
    pub data_date: Day,
    /// The law, with its uncertainties and triggers.
    pub policy: Policy,
    /// The triggers of the policy.
    pub triggers: Vec<Trigger>,
    /// The ground of each trigger.
    pub trigger_grounds: Vec<Ground>,
    /// Cases open when the run begins.
    pub open_cases: Vec<OpenCases>,
    /// The values of series that are watched.
    pub thresholds: Vec<Threshold>,
    /// Dated events that stand beneath every chart.
    pub milestones: Vec<Milestone>,
    /// The user's own stocks, where the run begins with those.
    pub own: Option<Own>,
    /// The chain is run at one in so many: stocks, arrivals and capacities are so many times as small, and what is counted
    /// is multiplied again. One for the whole chain.
    pub one_in: u32,
    /// The texts that make it up, in order of application.
    pub layers: Vec<Layer>,
    /// Where every value comes from, a row of the catalogue each.
    pub values: Vec<Value>,
}

impl Scenario {
    /// The same scenario on a chain of one in so many, for a rough answer in a part of the time. Luck weighs more in it, and
    /// what comes in whole persons, places and officers is rounded more: `docs/performance.md` has how far off it is.
    pub fn thinned(mut self, one_in: u32) -> Scenario {
        self.one_in = one_in.max(1);
        self
    }

    /// The cases open on the first day, of a thinned chain one in so many over the whole list.
    pub fn stock(&self) -> Cow<'_, [OpenCases]> {
        if self.one_in == 1 {
            return Cow::Borrowed(&self.open_cases);
        }
        let (mut all, mut kept) = (0, 0);
        let part = |cases: &OpenCases| {
            all += cases.persons;
            let persons = all / self.one_in - kept;
            kept += persons;
            OpenCases { persons, ..*cases }
        };
        Cow::Owned(self.open_cases.iter().map(part).collect())
    }

    /// Levers on which the run departs from the law, with the word for their status: a dated step that takes effect
    /// during the run, a changed beginning, a removed step or a trigger, whose status is no law in force and no fact.
    /// Law that lapsed is not among them: see [`Scenario::lapsed`].
    pub fn not_law(&self) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut add = |index: usize, status: LegalStatus| {
            let entry = (levers::declaration(index).name.to_string(), status.word().to_string());
            if status.departs_from_law() && !found.contains(&entry) {
                found.push(entry);
            }
        };
        for value in &self.values {
            if levers::declaration(value.index).role != Role::Lever {
                continue;
            }
            for (place, step) in value.steps.iter().enumerate() {
                let changes = match place.checked_sub(1) {
                    Some(before) => value.steps[before].value != step.value,
                    None => step.overrides,
                };
                let rules = match step.from {
                    Some(day) => day >= self.start && day <= self.end,
                    None => step.overrides && value.steps.get(1).is_none_or(|s| s.from > Some(self.start)),
                };
                if changes && rules {
                    add(value.index, step.status);
                }
            }
            if let Some(status) = value.removed {
                add(value.index, status);
            }
        }
        for (trigger, ground) in self.triggers.iter().zip(&self.trigger_grounds) {
            add(trigger.lever, ground.status);
        }
        found
    }

    /// Levers that hold a value during the run on a day on which it is law no longer, with the first such day of the
    /// law: in the order of the catalogue.
    pub fn lapsed(&self) -> Vec<(String, Day)> {
        let mut found = Vec::new();
        for value in self.values.iter().filter(|v| levers::declaration(v.index).role == Role::Lever) {
            let ends = value.steps.iter().skip(1).map(|next| next.from).chain([None]);
            let still = value.steps.iter().zip(ends).find_map(|(step, end)| {
                let lapsed = step.lapsed_on?;
                let first = step.from.unwrap_or(lapsed).max(lapsed).max(self.start);
                let replaced = end.is_some_and(|end| end <= first);
                (first <= self.end && !replaced).then_some(lapsed)
            });
            found.extend(still.map(|day| (levers::declaration(value.index).name.to_string(), day)));
        }
        found
    }

    /// The behavioural responses that this scenario assumes: those with a value, or a range, above or below zero.
    pub fn assumed_effects(&self) -> Vec<String> {
        self.assumed_rows().map(|row| levers::declaration(row).name.to_string()).collect()
    }

    /// The same by their places in the catalogue.
    pub(super) fn assumed_rows(&self) -> impl Iterator<Item = usize> {
        let assumed = move |value: &&Value| {
            let steps = self.policy.timeline(value.index).steps();
            let drawn = value.range.is_some_and(|(low, high)| low != 0.0 || high != 0.0);
            drawn || steps.iter().any(|s| s.values.iter().any(|n| *n != 0.0))
        };
        let behaviour = |value: &&Value| levers::declaration(value.index).role == Role::Behaviour;
        self.values.iter().filter(behaviour).filter(assumed).map(|value| value.index)
    }
}
