//! A comparison read in a language: its names, numbers and sentences.

use super::words::{Words, words};
use crate::policy::levers;
use crate::record::{Account, Series, SeriesKind};
use crate::report::summary::capital;
use crate::report::texts::{Decimals, Language, fill};
use crate::stats::Interval;
use crate::study::compare::{Comparison, Moved, Side};
use crate::study::differences::Difference;

/// Outcomes that the summary names of a scenario.
const NAMED: usize = 4;
/// With fewer replications than this an answer is rough.
const ROUGH: u32 = 60;
/// Scenarios with measures that are not law, each of which a picture warns of with these.
const SIDES_NAMED: usize = 3;

/// A comparison, read in a language.
#[derive(Copy, Clone, Debug)]
pub(super) struct Read<'a> {
    pub(super) of: &'a Comparison,
    pub(super) language: Language,
}

impl<'a> Read<'a> {
    pub(super) fn words(&self) -> &'static Words {
        words(self.language)
    }

    pub(super) fn title(&self, side: &'a Side) -> &'a str {
        side.title.to(self.language)
    }

    /// The scenario at a place; 0 is the reference.
    pub(super) fn side(&self, place: usize) -> &'a Side {
        if place == 0 { &self.of.reference } else { &self.of.sides[place - 1] }
    }

    /// `op 31 december 2030`, `in 2030`: of the last year.
    pub(super) fn when(&self, series: Series) -> String {
        let Some(year) = self.of.reference.years.last() else { return String::new() };
        match series.kind() {
            SeriesKind::Stock | SeriesKind::Ratio => {
                fill(self.words().on_day, &[("date", &self.language.date(year.end))])
            }
            SeriesKind::Flow | SeriesKind::Wait => {
                fill(self.words().in_year, &[("year", &year.year.to_string())])
            }
        }
    }

    /// A difference with its sign, in the unit of a series.
    pub(super) fn change(&self, series: Series, value: f64) -> String {
        match series.kind() {
            SeriesKind::Stock | SeriesKind::Flow if value.abs() < 10.0 => {
                self.language.signed_number(value, Decimals(1))
            }
            SeriesKind::Stock | SeriesKind::Flow => self.language.signed(Language::rounded(value)),
            SeriesKind::Wait => self.language.signed_number(value, Decimals(1)),
            SeriesKind::Ratio => {
                let points = self.language.signed_number(value * 100.0, Decimals(1));
                format!("{points}\u{a0}{}", self.language.texts().points)
            }
        }
    }

    /// The unit behind a number in a sentence, where it is no number of persons.
    fn unit(&self, series: Series) -> String {
        match (series.kind(), series.unit()) {
            (SeriesKind::Ratio, _) | (_, "persons") => String::new(),
            (_, unit) => format!(" {}", self.language.unit_word(unit)),
        }
    }

    /// The two ends of an interval.
    pub(super) fn ends(&self, series: Series, interval: Interval) -> [String; 2] {
        [-1.0, 1.0].map(|side| self.change(series, interval.mean + side * interval.half_width))
    }

    /// `−1.230 (−1.400 tot −1.060)`.
    pub(super) fn cell(&self, series: Series, difference: &Difference) -> String {
        match difference.interval {
            _ if difference.none() => "0".to_owned(),
            Some(interval) => {
                let [low, high] = self.ends(series, interval);
                format!("{} ({low} … {high})", self.change(series, interval.mean))
            }
            None => difference.band.mean.map_or_else(|| "–".to_owned(), |mean| self.change(series, mean)),
        }
    }

    /// The warnings that belong above everything, each with so many names at most.
    pub(super) fn banners(&self, most: usize) -> Vec<String> {
        let words = self.words();
        let date = self.language.date(self.of.data_date);
        let lever = |name: &String| match levers::find(name).map(levers::declaration) {
            Some(row) => row.title(self.language),
            None => name.replace('_', " "),
        };
        let mut all = Vec::new();
        let sides = || std::iter::once(&self.of.reference).chain(&self.of.sides);
        // Where a picture would be warning for the most part, it says how many.
        let count = sides().filter(|side| !side.not_law.is_empty()).count();
        let many = most < usize::MAX && count > SIDES_NAMED;
        if many {
            let count = self.language.count(count as u64);
            all.push(fill(words.many_not_law, &[("n", &count), ("date", &date)]));
        }
        for side in sides() {
            let names = |list: Vec<String>| {
                let first = list.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
                let more = list.len().saturating_sub(most).to_string();
                if more == "0" { first } else { fill(words.more, &[("names", &first), ("n", &more)]) }
            };
            if !many && !side.not_law.is_empty() {
                let levers = names(side.not_law.iter().map(|(name, _)| lever(name)).collect());
                let values = [("side", self.title(side)), ("date", &date), ("levers", &levers)];
                all.push(fill(words.not_law, &values));
            }
            if !side.assumed_effects.is_empty() {
                let levers = names(side.assumed_effects.iter().map(lever).collect());
                all.push(fill(words.assumed, &[("side", self.title(side)), ("levers", &levers)]));
            }
        }
        let (done, asked) = self.of.replications;
        if self.of.partial() {
            let counts = [done, asked].map(|n| self.language.count(u64::from(n)));
            all.push(fill(words.partial, &[("done", &counts[0]), ("asked", &counts[1])]));
        }
        if done < ROUGH {
            all.push(words.rough.to_owned());
        }
        if self.of.fixed {
            all.push(words.chance.to_owned());
        }
        if self.of.one_in > 1 {
            all.push(fill(words.thinned, &[("n", &self.of.one_in.to_string())]));
        }
        all
    }

    /// For each scenario, its title and what it changes most, and where those went who are missing.
    pub(super) fn short(&self) -> Vec<(String, Vec<String>)> {
        let of = |side: &'a Side| {
            let sure = |series: &Series| {
                side.differences[*series as usize].years.last().is_some_and(|year| year.certain() != 0)
            };
            let moving = self.of.moved_by(side);
            let mut said: Vec<String> = moving
                .iter()
                .copied()
                .filter(sure)
                .take(NAMED)
                .filter_map(|series| {
                    Some(format!("{} {}", capital(self.language.series(series)), self.say(side, series)?))
                })
                .collect();
            if said.is_empty() {
                let words = self.words();
                said.push(if moving.is_empty() { words.nothing } else { words.unsure }.to_owned());
            }
            said.extend(self.say_fall(side));
            (self.title(side).to_owned(), said)
        };
        self.of.sides.iter().map(of).collect()
    }

    /// The difference of an outcome in the last year.
    pub(super) fn say(&self, side: &Side, series: Series) -> Option<String> {
        let one = &side.differences[series as usize];
        let last = one.years.last()?;
        let interval = last.interval?;
        let [low, high] = self.ends(series, interval);
        let nothing = |end: &String| end.chars().all(|c| !c.is_ascii_digit() || c == '0');
        if last.certain() == 0 && nothing(&low) && nothing(&high) {
            return Some(fill(self.words().say_none, &[("when", &self.when(series))]));
        }
        let difference = format!("{}{}", self.change(series, interval.mean), self.unit(series));
        let month = one.certain_from(&self.of.dates).map(|day| self.language.month(day));
        let certain = month.map(|month| fill(self.words().certain, &[("month", &month)])).unwrap_or_default();
        let when = self.when(series);
        let share = self.language.of_replications(if interval.mean < 0.0 { last.below } else { last.above });
        let template = if last.certain() == 0 { self.words().say_unsure } else { self.words().say };
        let values = [
            ("when", when.as_str()),
            ("difference", &difference),
            ("low", &low),
            ("high", &high),
            ("certain", &certain),
            ("share", &share),
        ];
        Some(fill(template, &values))
    }

    /// Where those went who are missing.
    pub(super) fn say_fall(&self, side: &Side) -> Option<String> {
        fall(side.moved.last()?, self.language)
    }

    pub(super) fn account(&self, account: Account) -> &'static str {
        account_in(self.language, account)
    }

    /// The titles of the scenarios in a row.
    pub(super) fn titles(&self) -> String {
        let titles: Vec<&str> = self.of.sides.iter().map(|side| self.title(side)).collect();
        match titles.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{} {} {last}", before.join(", "), self.words().and)
            }
            _ => titles.join(""),
        }
    }
}

fn account_in(language: Language, account: Account) -> &'static str {
    match language {
        Language::Nl => account.dutch(),
        Language::En => account.english(),
    }
}

/// Where those went who are missing, in a sentence; `None` where nobody is for certain.
pub fn fall(moved: &Moved, language: Language) -> Option<String> {
    let fall = moved.fall()?;
    let words = words(language);
    let share = |persons: f64| language.of_replications(persons / fall.persons);
    let list = |accounts: &[(Account, f64)]| {
        let one = |(account, persons): &(Account, f64)| {
            format!("{} {}", account_in(language, *account), language.about(*persons))
        };
        accounts.iter().take(3).map(one).collect::<Vec<_>>().join(", ")
    };
    let sum = |accounts: &[(Account, f64)]| accounts.iter().map(|(_, persons)| persons).sum::<f64>();
    let part = |template: &str, persons: f64, accounts: &[(Account, f64)]| {
        (persons >= 0.005 * fall.persons)
            .then(|| fill(template, &[("share", &share(persons)), ("list", &list(accounts))]))
    };
    let parts: Vec<String> = [
        part(words.fall_elsewhere, sum(&fall.elsewhere), &fall.elsewhere),
        part(words.fall_outside, sum(&fall.outside), &fall.outside),
        part(words.fall_not_come, fall.not_come, &[]),
    ]
    .into_iter()
    .flatten()
    .collect();
    let persons = language.about(fall.persons);
    let values = [
        ("persons", persons.as_str()),
        ("account", account_in(language, fall.account)),
        ("date", &language.date(moved.date)),
    ];
    Some(format!("{} {}.", fill(words.fall, &values), parts.join(", ")))
}
