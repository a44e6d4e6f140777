//! A scenario that has been checked: the law over time, the stock, the horizon, and where every value comes from.

use super::stocks::Own;
use super::thresholds::Threshold;
use crate::diagnostic::Text;
pub use crate::flow::OpenCases;
use crate::policy::{Grade, Policy, Role, Trigger, levers};
use crate::time::Day;

/// How far a measure has come, as of the data date of a scenario.
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
    /// Nobody has proposed it as law: a what-if, a rejected bill, an assumption of the model.
    Hypothetical,
    /// It could not be found out.
    Unknown,
}

impl LegalStatus {
    /// All of them.
    pub const ALL: [LegalStatus; 6] = {
        use LegalStatus::*;
        [InForce, Adopted, Bill, Announced, Hypothetical, Unknown]
    };

    /// The words of scenario files, in the same order.
    pub const WORDS: [&'static str; 6] =
        ["in_force", "adopted", "bill", "announced", "hypothetical", "unknown"];

    /// The same in Dutch, for readers.
    pub const DUTCH: [&'static str; 6] =
        ["geldend recht", "aangenomen", "wetsvoorstel", "aangekondigd", "hypothetisch", "onbekend"];

    /// The word in a scenario file.
    pub fn word(self) -> &'static str {
        LegalStatus::WORDS[self as usize]
    }

    /// The Dutch word for readers.
    pub fn dutch(self) -> &'static str {
        LegalStatus::DUTCH[self as usize]
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
    /// Its legal status; meaningless for uncertainties.
    pub status: LegalStatus,
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
    /// The sources, without repetition.
    pub sources: String,
    /// The steps in order; one for an uncertainty.
    pub steps: Vec<Origin>,
    /// Inherited steps that `never` removed, with the status of that removal.
    pub removed: Option<LegalStatus>,
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
    /// The legal status of each trigger.
    pub trigger_statuses: Vec<LegalStatus>,
    /// Cases open when the run begins.
    pub open_cases: Vec<OpenCases>,
    /// The values of series that are watched.
    pub thresholds: Vec<Threshold>,
    /// The user's own stocks, where the run begins with those.
    pub own: Option<Own>,
    /// The texts that make it up, in order of application.
    pub layers: Vec<Layer>,
    /// Where every value comes from, a row of the catalogue each.
    pub values: Vec<Value>,
}

impl Scenario {
    /// Levers on which the run departs from the law in force, with the word for their status: a dated step that takes
    /// effect during the run, a changed beginning, a removed step or a trigger, whose status is not `in_force`.
    pub fn not_law(&self) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut add = |index: usize, status: LegalStatus| {
            let entry = (levers::declaration(index).name.to_string(), status.word().to_string());
            if status != LegalStatus::InForce && !found.contains(&entry) {
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
        for (trigger, status) in self.triggers.iter().zip(&self.trigger_statuses) {
            add(trigger.lever, *status);
        }
        found
    }

    /// The behavioural responses that this scenario assumes: those with a value, or a range, above or below zero.
    pub fn assumed_effects(&self) -> Vec<String> {
        let assumed = |value: &&Value| {
            let steps = self.policy.timeline(value.index).steps();
            let drawn = value.range.is_some_and(|(low, high)| low != 0.0 || high != 0.0);
            drawn || steps.iter().any(|s| s.values.iter().any(|n| *n != 0.0))
        };
        let behaviour = |value: &&Value| levers::declaration(value.index).role == Role::Behaviour;
        let rows = self.values.iter().filter(behaviour).filter(assumed);
        rows.map(|v| levers::declaration(v.index).name.to_string()).collect()
    }

    /// The policy in which every uncertainty keeps its most likely value.
    pub fn fixed(&self) -> Policy {
        let rows = 0..levers::count();
        let timelines = rows.clone().map(|i| self.policy.timeline(i).clone()).collect();
        let binds = rows.map(|i| self.policy.binds(crate::policy::Lever::<()>::new(i))).collect();
        Policy::new(timelines, binds, Vec::new(), self.triggers.clone())
    }
}
