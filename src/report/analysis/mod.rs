//! The pictures, tables and page of an analysis: what drives the outcomes of a sweep, and where in its space something
//! happens.

mod box_found;
mod tornado;

pub use box_found::{Discovered, discovered};
pub use tornado::{Found, tornado};

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::brief::Sheet;
use super::chart::{Card, Picture};
use super::summary::capital;
use super::tables::not_law_unit;
use super::texts::{Language, fill};
use crate::policy::levers;
use crate::scenario::plan::{Factor, Levels, Measure, Plan, Subject, Take};
use crate::study::sweep::WITHOUT;
use crate::study::sweep::analysis::Limit;
use crate::time::Day;

const TEMPLATE: &str = include_str!("../analysis.html");

/// A sweep that is analysed.
#[derive(Clone, Debug)]
pub struct Swept<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// How many points it has.
    pub points: u64,
    /// The day up to which published figures and law are taken into account.
    pub data_date: Option<Day>,
    /// How many measures that are not law take part in any of its runs.
    pub not_law: usize,
}

/// A picture with its figures.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The picture.
    pub picture: Picture,
    /// Its figures.
    pub sheet: Sheet,
    /// What it says.
    pub sentence: String,
}

/// What a briefing shows of a finished sweep.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// The title of its plan.
    pub title: String,
    /// What was run of it.
    pub about: String,
    /// What a reader must know before its numbers.
    pub banners: Vec<String>,
    /// Its pictures, each under a name that begins with that of the sweep in the briefing.
    pub pieces: Vec<Piece>,
}

/// The pieces of a sweep for a briefing in which it goes by `id`.
pub fn analysed(of: &Swept<'_>, id: &str, pieces: Vec<Piece>, language: Language) -> Analysed {
    let measures = of.data_date.filter(|_| of.not_law > 0);
    let mark = measures.map(|date| (of.not_law, not_law_unit(date)));
    let named = |piece: Piece| {
        let name = format!("{id}_{}", piece.picture.name);
        let sheet = Sheet { name: name.clone(), mark: mark.clone(), ..piece.sheet };
        Piece { picture: piece.picture.renamed(name), sheet, sentence: piece.sentence }
    };
    Analysed {
        title: of.plan.title.to(language).to_owned(),
        about: of.run_note(language),
        banners: of.banners(language),
        pieces: pieces.into_iter().map(named).collect(),
    }
}

/// Words in the language of the reader.
const fn either(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

impl Swept<'_> {
    /// The factors by name, the choice of scenario first where there is one.
    pub fn factors(&self, language: Language) -> Vec<String> {
        let several = self.plan.scenarios.len() > 1;
        // The design has the scenario as its last factor.
        let scenario = several.then(|| either(language, "scenario", "scenario").to_owned());
        self.plan.factors.iter().map(|factor| factor_name(factor, language)).chain(scenario).collect()
    }

    /// What a box keeps of a factor of this name, for a sentence: `x is at least 45,000`, `x lies between ... and ...`.
    pub fn clause(&self, factor: usize, limit: Limit, name: &str, language: Language) -> String {
        box_found::clause(self, factor, limit, name, language)
    }

    /// What a factor is at a place between 0 and 1, in words.
    pub fn level(&self, factor: usize, place: f64, language: Language) -> String {
        match self.plan.factors.get(factor) {
            Some(factor) => level(factor, place, language),
            None => {
                let count = self.plan.scenarios.len();
                let which = ((place * count as f64) as usize).min(count.saturating_sub(1));
                self.plan.scenarios.get(which).cloned().unwrap_or_default()
            }
        }
    }

    /// The same as a plan writes it; nothing where the scenario is left as it is.
    fn written(&self, factor: usize, place: f64) -> String {
        match self.plan.factors.get(factor) {
            Some(factor) => factor.written(place).unwrap_or_default(),
            None => self.level(factor, place, Language::En),
        }
    }

    fn banners(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let mut all = Vec::new();
        if let Some(date) = self.data_date.filter(|_| self.not_law > 0) {
            all.push(fill(texts.banner_not_law, &[("date", &language.date(date))]));
        }
        if self.plan.one_in > 1 {
            all.push(fill(texts.banner_thinned, &[("n", &self.plan.one_in.to_string())]));
        }
        all
    }

    /// What was run, and that it is no forecast.
    fn run_note(&self, language: Language) -> String {
        let template = either(
            language,
            "Sweep ‘{plan}’: {points} punten, {replications} replicaties per punt, seed {seed}; cijfers en recht tot en met {date}. \
             doorstroom {version}.",
            "Sweep ‘{plan}’: {points} points, {replications} replications each, seed {seed}; figures and law up to {date}. \
             doorstroom {version}.",
        );
        let values = [
            ("plan", self.plan.title.to(language).to_owned()),
            ("points", language.count(self.points)),
            ("replications", self.plan.replications.to_string()),
            ("seed", self.plan.seed.to_string()),
            ("date", self.data_date.map(|day| language.date(day)).unwrap_or_default()),
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ];
        let run = fill(template, &values.each_ref().map(|(key, value)| (*key, value.as_str())));
        format!("{} {run}", language.texts().note_projection)
    }

    fn card(
        &self,
        name: String,
        title: String,
        sentence: &str,
        about: &str,
        note: &str,
        language: Language,
    ) -> Card {
        Card {
            name,
            title,
            banners: self.banners(language),
            sentences: sentence.to_owned(),
            about: about.to_owned(),
            note: format!("{note} {}", self.run_note(language)),
        }
    }

    /// The measure under whose name a column stands: that of a month stands behind an `@`.
    fn measure(&self, column: &str) -> Option<&Measure> {
        let name = column.split('@').next().unwrap_or(column);
        let name = name.strip_suffix(WITHOUT).unwrap_or(name);
        self.plan.measures.iter().find(|measure| measure.name == name)
    }

    /// What a column counts, in words: `open cases, at the end`.
    fn outcome(&self, column: &str, language: Language) -> String {
        let Some(measure) = self.measure(column) else { return column.to_owned() };
        let series = language.series(measure.series);
        let month = column.split_once('@').and_then(|(_, day)| day.parse::<Day>().ok());
        let take = match measure.take {
            Take::Last => either(language, "in de laatste maand", "in the last month").to_owned(),
            Take::At(day) => language.month(day),
            Take::Mean => either(language, "gemiddeld", "in the mean").to_owned(),
            Take::Maximum => either(language, "hoogste maand", "highest month").to_owned(),
            Take::Minimum => either(language, "laagste maand", "lowest month").to_owned(),
            Take::Total => either(language, "over de hele periode", "over the whole period").to_owned(),
            Take::FirstAbove(level) => fill(
                either(language, "eerste maand boven {level}", "first month above {level}"),
                &[("level", &language.lean(level, 4))],
            ),
            Take::Months => month.map(|day| language.month(day)).unwrap_or_default(),
        };
        let without = column.split('@').next().is_some_and(|name| name.ends_with(WITHOUT));
        let effects = either(language, ", zonder effecten op instroom", ", without effects on inflow");
        format!("{series}, {take}{}", if without { effects } else { "" })
    }

    /// The unit of a column.
    fn unit(&self, column: &str, language: Language) -> String {
        match self.measure(column) {
            Some(Measure { take: Take::FirstAbove(_), .. }) => {
                either(language, "maanden na het begin", "months after the start").to_owned()
            }
            Some(measure) => language.unit_word(measure.series.unit()),
            None => String::new(),
        }
    }
}

/// The name of a factor.
fn factor_name(factor: &Factor, language: Language) -> String {
    let row = levers::find(factor.name).map(levers::declaration);
    let title = row.map_or_else(|| factor.name.replace('_', " "), |row| row.title(language));
    // Values stand at the bars, and their unit here.
    let unit = match (&factor.subject, row.map_or("", |row| row.unit)) {
        (Subject::Value(_) | Subject::Held, unit) if !matches!(unit, "" | "share" | "on/off" | "choice") => {
            format!(" ({})", language.unit_word(unit))
        }
        _ => String::new(),
    };
    match factor.subject {
        Subject::Date => format!("{}: {}", capital(&title), either(language, "datum", "date")),
        Subject::Times => format!("{}: {}", capital(&title), either(language, "keer", "times")),
        Subject::Value(_) | Subject::Held => format!("{}{unit}", capital(&title)),
    }
}

/// A level of a factor: a number as the language has it, a date, or a word as it is.
fn level(factor: &Factor, place: f64, language: Language) -> String {
    match (factor.written(place), &factor.levels) {
        (None, _) => either(language, "niet", "not").to_owned(),
        (Some(written), Levels::Days(..)) => {
            written.parse().map_or_else(|_| written.clone(), |day| language.short_date(day))
        }
        (Some(written), _) => {
            written.parse().map_or_else(|_| written.clone(), |number: f64| language.lean(number, 3))
        }
    }
}

#[derive(Serialize)]
struct Shown<'a> {
    name: &'a str,
    title: &'a str,
    svg: Value,
    about: &'a str,
    sentence: &'a str,
    head: Vec<(&'a str, bool)>,
    rows: Vec<Vec<(String, bool)>>,
}

/// The page with every picture and its figures, that needs no network.
pub fn analysis_html(of: &Swept<'_>, pieces: &[Piece], command: &str, language: Language) -> String {
    let shown: Vec<Shown<'_>> = pieces
        .iter()
        .map(|piece| Shown {
            name: &piece.picture.name,
            title: &piece.picture.title,
            svg: Value::from_safe_string(piece.picture.svg.clone()),
            about: &piece.sheet.about,
            sentence: &piece.sentence,
            head: piece
                .sheet
                .head
                .iter()
                .enumerate()
                .map(|(n, head)| (head.label.as_str(), piece.sheet.rows.iter().any(|row| row[n].is_number())))
                .collect(),
            rows: piece
                .sheet
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| (cell.shown(language), cell.is_number())).collect())
                .collect(),
        })
        .collect();
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("analysis.html", TEMPLATE).expect("the template of the page is well-formed");
    environment.add_template("style.css", super::page::STYLE).expect("the style has nothing to fill in");
    let template = environment.get_template("analysis.html").expect("the template was just added");
    let all = context! {
        lang => language.code(), title => of.plan.title.to(language), banners => of.banners(language),
        kind => either(language, "Wat de uitkomsten van een sweep drijft", "What drives the outcomes of a sweep"),
        about => of.run_note(language), pictures => Serde(shown), command => command,
        data => either(language, "De cijfers bij deze grafiek", "The figures of this chart"),
        scroll => either(language, "Schuif om alles te zien", "Scroll to see all of it"),
        again => either(language, "Opnieuw te maken met:", "To make it again:"),
    };
    template.render(all).expect("the template asks only for what it is given")
}
