//! Which levers stand beneath a chart and in the table of measures, in which order, and under which names.

use crate::policy::{levers, word};
use crate::record::Series;
use crate::report::Language;
use crate::report::summary::{View, capital};
use crate::report::texts::fill;
use crate::study::outcome::{LeverPath, LeverStep};

/// Keys of a lever that its name lists at most.
const KEYS: usize = 3;

/// Which levers are meant.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Which {
    /// All that change.
    All,
    /// Those that are other than under the reference.
    Own,
}

/// A lever that changes or that the scenario sets, or those keys of it that take the same values.
pub(in crate::report) struct Changed<'a> {
    /// The lever, or its first key.
    pub(in crate::report) path: &'a LeverPath,
    keys: Vec<&'a str>,
    /// Whether it is other than under the reference.
    set: bool,
    /// What holds under the reference at the start, where that differs.
    pub(in crate::report) was: Option<&'a LeverStep>,
}

/// The levers that change, those that the scenario sets first; keys with the same values are one.
pub(in crate::report) fn changed<'a>(view: &View<'a>) -> Vec<Changed<'a>> {
    let mut all: Vec<Changed<'a>> = Vec::new();
    for path in &view.outcome.levers {
        let theirs = reference(view, path);
        let set = theirs.is_some_and(|theirs| !same(&theirs.steps, &path.steps));
        if !set && !path.changes() {
            continue;
        }
        let first = |path: &'a LeverPath| path.steps.first();
        let was = theirs.and_then(first).filter(|was| first(path).is_some_and(|now| now.text != was.text));
        add(&mut all, Changed { path, keys: path.parts().1.into_iter().collect(), set, was });
    }
    all.sort_by_key(|one| !one.set);
    all
}

/// The same beneath a chart of these series: after what the scenario sets comes what says of itself that it moves one of them.
pub(super) fn changed_near<'a>(view: &View<'a>, near: &[Series], which: Which) -> Vec<Changed<'a>> {
    let mut all = changed(view);
    all.retain(|one| one.set || which == Which::All);
    all.sort_by_key(|one| (!one.set, !one.moves(near)));
    all
}

/// Adds a lever, or its key to those that take the same values.
pub(in crate::report) fn add<'a>(all: &mut Vec<Changed<'a>>, one: Changed<'a>) {
    let alike = |other: &&mut Changed<'a>| {
        other.path.parts().0 == one.path.parts().0
            && other.set == one.set
            && same(&other.path.steps, &one.path.steps)
            && other.was.map(|was| &was.text) == one.was.map(|was| &was.text)
    };
    match all.iter_mut().find(alike) {
        Some(other) => other.keys.extend(one.keys),
        None => all.push(one),
    }
}

/// The title of a lever; of what the catalogue does not have, its name in words.
fn in_english(lever: &str) -> String {
    let row = levers::find(lever).map(levers::declaration);
    row.map_or_else(|| lever.replace('_', " "), |row| row.title(Language::En))
}

impl<'a> Changed<'a> {
    /// A lever that does not change.
    pub(in crate::report) fn still(path: &'a LeverPath) -> Changed<'a> {
        Changed { path, keys: path.parts().1.into_iter().collect(), set: false, was: None }
    }

    /// Its name with its keys and its unit, as charts and tables show it.
    pub(in crate::report) fn name(&self, view: &View<'_>) -> String {
        let (lever, _) = self.path.parts();
        let name = match view.language {
            Language::Nl if !self.path.dutch.is_empty() => self.path.dutch.clone(),
            Language::En => in_english(lever),
            Language::Nl => lever.replace('_', " "),
        };
        let keys = self.keys_in_words(view);
        let unit = match self.path.unit.as_str() {
            "" | "share" | "on/off" | "choice" => String::new(),
            unit => format!(" ({})", view.language.unit_word(unit)),
        };
        format!("{}{}{unit}", capital(&name), if keys.is_empty() { keys } else { format!(": {keys}") })
    }

    /// Whether its declaration names one of these series among those that it moves.
    fn moves(&self, near: &[Series]) -> bool {
        let row = levers::find(self.path.parts().0).map(levers::declaration);
        let named = row
            .into_iter()
            .flat_map(|row| row.moves.split(','))
            .filter_map(|one| one.split_whitespace().next());
        named.into_iter().any(|name| near.iter().any(|series| series.id() == name))
    }

    /// `Syrië, Jemen en 17 andere`.
    fn keys_in_words(&self, view: &View<'_>) -> String {
        let say = |key: &&str| word::said(key, view.language);
        if self.keys.len() <= KEYS {
            return self.keys.iter().map(say).collect::<Vec<_>>().join(", ");
        }
        let shown: Vec<String> = self.keys.iter().take(KEYS - 1).map(say).collect();
        let others = (self.keys.len() - shown.len()).to_string();
        fill(view.texts().keys_more, &[("names", &shown.join(", ")), ("n", &others)])
    }
}

/// The same lever under the reference.
fn reference<'a>(view: &View<'a>, path: &LeverPath) -> Option<&'a LeverPath> {
    view.outcome.reference.as_ref()?.levers.iter().find(|theirs| theirs.lever == path.lever)
}

/// Whether the same values hold from the same days in the same shares.
fn same(ours: &[LeverStep], theirs: &[LeverStep]) -> bool {
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(theirs)
            .all(|(a, b)| a.date == b.date && a.text == b.text && (a.share - b.share).abs() < 1e-9)
}

/// A value of a lever as people of the language write it.
pub(in crate::report) fn value(view: &View<'_>, path: &LeverPath, step: &LeverStep) -> String {
    let language = view.language;
    match (path.unit.as_str(), step.value, step.text.as_str()) {
        (_, _, word @ ("true" | "false")) => word::said(word, language),
        ("on/off", Some(value), _) => word::switch(value, language),
        ("share", Some(value), _) => language.percent(value),
        (unit, Some(value), _) if unit.starts_with("EUR") || unit.starts_with("euros") => {
            language.euros(value)
        }
        (_, Some(value), _) => language.lean(value, 2),
        (_, None, text) => word::said(text, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;

    fn path(lever: &str, values: [&str; 2]) -> LeverPath {
        let days = ["2026-01-01", "2027-01-01"].map(|day| day.parse().unwrap());
        let step = |(date, text): (crate::time::Day, &str)| LeverStep {
            date,
            text: text.to_owned(),
            value: None,
            share: 1.0,
            triggered: false,
            status: "in_force".to_owned(),
        };
        let (lever, dutch) = (lever.to_owned(), "besluitmoratorium".to_owned());
        LeverPath {
            lever,
            dutch,
            unit: "on/off".into(),
            steps: days.into_iter().zip(values).map(step).collect(),
        }
    }

    #[test]
    fn what_the_scenario_sets_stands_first_and_keys_that_go_together_are_one() {
        let mut outcome = Fixture::rich().outcome();
        let on = ["false", "true"];
        outcome.levers = vec![path("other", on), path("m.syria", on), path("m.iran", on), path("m.iraq", on)];
        outcome.levers[3].steps[1].text = "false".to_owned();
        let mut theirs = outcome.levers.clone();
        for path in &mut theirs[1..] {
            path.steps[1].text = "false".to_owned();
        }
        outcome.reference.as_mut().unwrap().levers = theirs;
        let view = View { outcome: &outcome, language: Language::Nl };
        let names: Vec<String> = changed(&view).iter().map(|one| one.name(&view)).collect();
        assert_eq!(names, ["Besluitmoratorium: Syrië, Iran", "Besluitmoratorium"]);
    }

    #[test]
    fn a_value_that_is_other_from_the_first_day_is_shown_with_what_it_was() {
        let mut outcome = Fixture::rich().outcome();
        outcome.levers = vec![path("m.syria", ["true", "true"])];
        outcome.reference.as_mut().unwrap().levers = vec![path("m.syria", ["false", "false"])];
        let view = View { outcome: &outcome, language: Language::En };
        let found = changed(&view);
        assert_eq!(found[0].name(&view), "M: Syria");
        assert_eq!(found[0].was.map(|was| value(&view, found[0].path, was)), Some("off".to_owned()));
    }
}
