//! What a briefing says, in its order. The page and the PDF are both made from it, so that words and numbers are the same.

use serde::Serialize;

use super::likelihood;
use super::pictures::chart;
use super::sheet::Sheet;
use super::sheets::{Read, grade};
use super::special::Special;
use super::words::Words;
use crate::record::Series;
use crate::report::analysis::{Analysed, Piece};
use crate::report::chart::{CHARTS, Picture, banners};
use crate::report::data_table;
use crate::report::explain;
use crate::report::summary::{Depth, View, capital};
use crate::report::texts::{Language, Texts, fill};
use crate::study::briefing::{Recorded, Standing, Told, standing};

/// All of it. The names are those of the template.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    #[serde(rename = "w")]
    pub(super) words: &'static Words,
    #[serde(rename = "t")]
    pub(super) texts: &'static Texts,
    pub(super) lang: &'static str,
    pub(super) title: String,
    /// The scenario, its period, the data date and the replications.
    pub(super) about: String,
    /// The scenarios beside it.
    pub(super) of_titles: Option<String>,
    pub(super) banners: Vec<String>,
    /// How to read a number.
    pub(super) numbers: String,
    pub(super) answer: Vec<String>,
    pub(super) beside: Vec<Beside>,
    pub(super) pictures: Vec<Shown>,
    /// What its sweeps found.
    pub(super) analysed: Vec<OfSweep>,
    /// What stands in the middle of a band: the median, or the mean where there are few replications.
    pub(super) centre: String,
    /// Whether there are enough replications for bands.
    pub(super) banded: bool,
    pub(super) letter: Vec<Table>,
    pub(super) assumptions_said: String,
    pub(super) assumptions: Vec<Table>,
    pub(super) effects: String,
    pub(super) errors_said: Vec<String>,
    pub(super) errors: Vec<Table>,
    pub(super) left_out: Vec<String>,
    pub(super) sources: Vec<Table>,
    /// Bounds, Dutch and English words for chances.
    pub(super) chances: Vec<[String; 3]>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) command: String,
}

/// A chart with the figures beneath it.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) svg: String,
    pub(super) tables: Vec<data_table::Rows>,
    /// Its figures, where they are no months.
    pub(super) grid: Option<Table>,
}

/// What was found in a sweep.
#[derive(Debug, Serialize)]
pub(super) struct OfSweep {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) pictures: Vec<Shown>,
}

/// A scenario beside the first.
#[derive(Debug, Serialize)]
pub(super) struct Beside {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) against: String,
    pub(super) stated: Option<String>,
    pub(super) sentences: Vec<String>,
    pub(super) changes: Vec<String>,
    pub(super) pictures: Vec<Shown>,
}

/// A table as readers see it.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct Table {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) about: String,
    /// Each heading, and whether its column stands right.
    pub(super) head: Vec<(String, bool)>,
    pub(super) rows: Vec<Row>,
}

/// A row of it: its first cell is its heading. With each cell whether it stands right.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct Row {
    /// A heading before the row, where a new group begins.
    pub(super) group: Option<String>,
    pub(super) cells: Vec<(String, bool)>,
}

/// Gathers what a briefing says.
pub(super) fn content(read: &Read<'_>, pictures: &[Vec<Picture>]) -> Content {
    let (of, language, words, first) = (read.of, read.language, read.words(), read.first());
    let view = read.view(first);
    let alone = of.scenarios.len() == 1;
    let mut tables: Vec<Table> = read.sheets().iter().map(|sheet| table(language, alone, sheet)).collect();
    let mut take = |names: &[&str]| -> Vec<Table> {
        let mut taken = Vec::new();
        for name in names {
            if let Some(place) = tables.iter().position(|table| table.name == *name) {
                taken.push(tables.remove(place));
            }
        }
        taken
    };
    let shown = |n: usize| -> Vec<Shown> {
        let view = read.view(&of.scenarios[n]);
        let of_told = |picture| picture_of(read, &of.scenarios[n], &view, picture);
        pictures.get(n).into_iter().flatten().map(of_told).collect()
    };
    let outcome = &first.outcome;
    let values = [
        ("scenario", outcome.title.clone()),
        ("start", language.date(outcome.period.0)),
        ("end", language.date(outcome.period.1)),
        ("data_date", language.date(outcome.data_date)),
        ("replications", language.count(u64::from(outcome.replications.0))),
    ];
    let titles: Vec<&str> = of.scenarios[1..].iter().map(|told| told.outcome.title.as_str()).collect();
    Content {
        words,
        texts: language.texts(),
        lang: language.code(),
        title: of.title.to(language).to_owned(),
        about: fill(words.about, &values.each_ref().map(|(key, value)| (*key, value.as_str()))),
        of_titles: (!titles.is_empty()).then(|| fill(words.beside, &[("titles", &titles.join("; "))])),
        banners: all_banners(read),
        numbers: view.numbers().to_owned(),
        answer: answer(read),
        beside: (1..of.scenarios.len()).map(|n| beside(read, &of.scenarios[n], shown(n))).collect(),
        pictures: shown(0),
        analysed: read.analysed.iter().map(|one| of_sweep(read, one)).collect(),
        centre: capital(view.centre_word()),
        banded: view.depth() == Depth::Band,
        letter: take(&["inflow", "inflow_means", "reception", "busiest_month", "differences"]),
        assumptions_said: assumptions_said(read),
        assumptions: take(&["assumptions"]),
        effects: effects(read),
        errors_said: errors_said(read),
        errors: take(&["record", "official_forecasts"]),
        left_out: left_out(read),
        sources: take(&["sources"]),
        chances: chances(language),
        facts: facts(read),
        command: of.command.clone(),
    }
}

fn picture_of(read: &Read<'_>, told: &Told, view: &View<'_>, picture: &Picture) -> Shown {
    let special = Special::ALL.into_iter().find(|one| {
        let name = one.name();
        picture.name == name || picture.name == format!("{}_{name}", told.id)
    });
    let grid = special.map(|special| {
        let mut sheet = special.sheet(&read.scenarios());
        let own = read.scenario(told);
        sheet.rows.retain(|row| row[0] == own);
        table(read.language, read.of.scenarios.len() == 1, &sheet)
    });
    let of_chart = CHARTS.iter().find(|chart| {
        picture.name == chart.name
            || picture.name.ends_with(&format!("_{}", chart.name)) && picture.difference.is_none()
    });
    Shown {
        name: picture.name.clone(),
        title: picture.title.clone(),
        svg: picture.svg.clone(),
        tables: of_chart.map(|chart| data_table::rows(view, &chart.series())).unwrap_or_default(),
        grid,
    }
}

fn of_sweep(read: &Read<'_>, one: &Analysed) -> OfSweep {
    let shown = |piece: &Piece| Shown {
        name: piece.picture.name.clone(),
        title: piece.picture.title.clone(),
        svg: piece.picture.svg.clone(),
        tables: Vec::new(),
        grid: Some(table(read.language, true, &piece.sheet)),
    };
    OfSweep {
        title: fill(read.words().of_sweep, &[("title", &one.title)]),
        about: one.about.clone(),
        pictures: one.pieces.iter().map(shown).collect(),
    }
}

fn beside(read: &Read<'_>, told: &Told, pictures: Vec<Shown>) -> Beside {
    let (words, language) = (read.words(), read.language);
    let view = read.view(told);
    let outcome = &told.outcome;
    let reference = outcome.reference.as_ref().map_or("", |reference| reference.title.as_str());
    let mut changes: Vec<String> =
        outcome.changes.iter().map(|change| explain::line(change, language)).collect();
    changes.extend(explain::warnings(&outcome.clashes, language));
    if changes.is_empty() {
        changes.push(words.no_changes.to_owned());
    }
    let mut sentences = view.differences();
    sentences.extend(chance_said(read, told));
    Beside {
        id: told.id.clone(),
        title: outcome.title.clone(),
        against: fill(words.variant, &[("reference", reference)]),
        stated: told.probability.as_ref().map(|(share, source)| {
            let share = language.percent(*share);
            fill(words.stated_said, &[("share", share.as_str()), ("source", source.trim_end_matches('.'))])
        }),
        sentences,
        changes,
        pictures,
    }
}

/// The warnings of every scenario, each once: with the names of those that it is about, where it is not about all.
pub(super) fn all_banners(read: &Read<'_>) -> Vec<String> {
    let mut all: Vec<(String, Vec<&str>)> = Vec::new();
    for told in &read.of.scenarios {
        for banner in banners(&read.view(told)) {
            let title = told.outcome.title.as_str();
            match all.iter_mut().find(|(text, _)| *text == banner) {
                Some((_, titles)) => titles.push(title),
                None => all.push((banner, vec![title])),
            }
        }
    }
    let named =
        |banner: &str, title: &str| fill(read.words().in_scenario, &[("title", title), ("banner", banner)]);
    let scenarios = all.iter().map(|(banner, titles)| match titles.len() == read.of.scenarios.len() {
        true => banner.clone(),
        false => named(banner, &titles.join("; ")),
    });
    let swept = read.analysed.iter().flat_map(|one| {
        let title = fill(read.words().of_sweep, &[("title", &one.title)]);
        one.banners.iter().map(move |banner| named(banner, &title))
    });
    scenarios.chain(swept).collect()
}

/// The sentences that a briefing leads with.
pub(super) fn answer(read: &Read<'_>) -> Vec<String> {
    let (words, language, first) = (read.words(), read.language, read.first());
    let view = read.view(first);
    let mut all: Vec<String> = Vec::new();
    for name in &read.of.charts {
        if let Some(special) = Special::find(name) {
            all.push(special.say(&view, &first.seen).join(" "));
        }
        let Some(chart) = chart(name) else { continue };
        let sentences = (chart.say)(&view);
        if !sentences.is_empty() {
            all.push(sentences.join(" "));
        }
        if chart.name == "inflow" {
            all.extend(official_said(read));
            if standing(&read.of.record, Series::InflowTotal).is_none() {
                all.push(words.untested.to_owned());
            }
        }
        if let Some(needed) = read.of.needed.as_ref().filter(|_| chart.name == "reception") {
            let made = crate::time::Day::from_ymd(needed.made.0, needed.made.1, 1);
            let values = [
                ("made", made.map(|day| language.month(day)).unwrap_or_default()),
                ("places", language.whole(needed.places)),
                ("date", language.date(needed.day)),
            ];
            all.push(fill(words.needed_said, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
        }
    }
    all.retain(|text| !text.is_empty());
    all.extend(chance_said(read, first));
    for one in read.analysed {
        let named = |piece: &Piece| {
            fill(words.sweep_said, &[("title", one.title.as_str()), ("sentence", piece.sentence.as_str())])
        };
        all.extend(one.pieces.iter().map(named));
    }
    all
}

fn official_said(read: &Read<'_>) -> Vec<String> {
    let language = read.language;
    let of = |one: &crate::study::briefing::Official| {
        let made =
            format!("{}-01", one.made).parse().map_or_else(|_| one.made.clone(), |day| language.month(day));
        let values = [
            ("made", made),
            ("year", one.year.to_string()),
            ("low", language.whole(one.between.0)),
            ("high", language.whole(one.between.1)),
        ];
        fill(read.words().official_said, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    };
    read.of.official.iter().map(of).collect()
}

/// Whether a chance of too few places earns a word: the need for reception and the inflow on which it rests must both have
/// passed a test. A replay that was given the inflow says nothing of the second.
fn earned(record: &[Recorded]) -> bool {
    let passed = |series| standing(record, series).is_some_and(|one| one.standing <= Standing::B);
    passed(Series::ReceptionNeed) && passed(Series::InflowTotal)
}

/// How often there are too few places, on the first 1 January and at the end: with a word only where its record earns one.
fn chance_said(read: &Read<'_>, told: &Told) -> Vec<String> {
    let (words, language) = (read.words(), read.language);
    let new_year = told.chances.iter().find(|chance| chance.day.ymd().1 == 1);
    let last = told.chances.last().filter(|last| new_year.is_none_or(|first| first.day != last.day));
    let earned = earned(&read.of.record);
    let mut said: Vec<String> = Vec::new();
    for chance in new_year.into_iter().chain(last) {
        let (share, date) = (language.of_replications(chance.share), language.date(chance.day));
        let word = capital(likelihood::word(chance.share, language));
        let values = [("share", share.as_str()), ("date", &date), ("word", &word)];
        let template = if earned { words.likely_said } else { words.chance_said };
        said.push(fill(template, &values));
    }
    if said.is_empty() { said } else { vec![said.join(" ")] }
}

fn assumptions_said(read: &Read<'_>) -> String {
    let values = [
        ("all", read.first().outcome.provenance.len().to_string()),
        ("assumed", read.assumed().len().to_string()),
    ];
    fill(read.words().assumptions_said, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

fn effects(read: &Read<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for told in &read.of.scenarios {
        let view = read.view(told);
        names.extend(told.outcome.assumed_effects.iter().map(|name| view.lever(name)));
    }
    names.sort();
    names.dedup();
    match names.is_empty() {
        true => read.words().effects_none.to_owned(),
        false => fill(read.words().effects_some, &[("names", &names.join(", "))]),
    }
}

fn errors_said(read: &Read<'_>) -> Vec<String> {
    let (words, record) = (read.words(), &read.of.record);
    let mut said = Vec::new();
    if let Some(one) = record.first() {
        let limits = record.iter().filter(|one| one.met.is_some()).count().to_string();
        let met = record.iter().filter(|one| one.met == Some(true)).count().to_string();
        let years = one.years.replace('/', "–");
        said.push(fill(words.errors_said, &[("years", &years), ("met", &met), ("limits", &limits)]));
    }
    if let Some(one) = standing(record, Series::ReceptionNeed).filter(|one| one.standing <= Standing::B) {
        let values = [
            ("years", one.years.replace('/', "–")),
            ("standing", grade(one.standing).to_owned()),
            ("inside", one.inside.to_string()),
            ("n", one.n.to_string()),
        ];
        let ground = if earned(record) { words.likely_ground } else { words.no_word };
        said.push(fill(ground, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
    }
    said
}

/// What the model leaves out.
pub(super) fn left_out(read: &Read<'_>) -> Vec<String> {
    let (words, language, texts) = (read.words(), read.language, read.language.texts());
    let mut all = vec![words.left_out_gaps.to_owned(), words.left_out_held.to_owned()];
    let closure = &read.first().outcome.closure;
    let lines = || closure.iter().filter(|line| line.definition == "UNHCR");
    if let (Some(first), Some(last)) = (lines().next(), lines().next_back()) {
        let sum: i64 = lines().map(|line| line.residual).sum();
        let values = [
            ("first", first.year.to_string()),
            ("last", last.year.to_string()),
            ("definition", first.definition.clone()),
            ("sum", language.signed(sum as f64)),
        ];
        all.push(fill(words.left_out_closure, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
    }
    all.extend([texts.limit_synthetic, texts.limit_individual, texts.limit_official].map(str::to_owned));
    all
}

fn chances(language: Language) -> Vec<[String; 3]> {
    likelihood::table().into_iter().map(|row| row.map(|text| text.to(language).to_owned())).collect()
}

fn facts(read: &Read<'_>) -> Vec<(String, String)> {
    let (words, outcome) = (read.words(), &read.first().outcome);
    let layers = |told: &Told| -> Vec<String> {
        told.layers
            .iter()
            .map(|layer| format!("{} ({})", layer.name, &layer.sha256[..12.min(layer.sha256.len())]))
            .collect()
    };
    let mut facts = vec![
        (capital(words.version), format!("doorstroom {}", env!("CARGO_PKG_VERSION"))),
        (capital(words.seed), outcome.seed.to_string()),
    ];
    for told in &read.of.scenarios {
        facts.push((format!("{}: {}", capital(words.layers), told.outcome.title), layers(told).join(", ")));
    }
    facts
}

/// A table as readers see it. The first column names the scenario, which need not be repeated where there is one alone.
pub(super) fn table(language: Language, alone: bool, sheet: &Sheet) -> Table {
    let alone = alone && sheet.head[0].id == "scenario";
    let from = usize::from(alone);
    let groups = sheet.groups.max(from);
    let numeric = |column: usize| sheet.rows.iter().any(|row| row[column].is_number());
    let head = (groups..sheet.head.len()).map(|column| (sheet.head[column].label.clone(), numeric(column)));
    let mut last: Option<String> = None;
    let rows = sheet.rows.iter().map(|row| {
        let names: Vec<String> = row[from..groups].iter().map(|cell| cell.shown(language)).collect();
        let name = names.join(" – ");
        let new = !name.is_empty() && last.as_ref() != Some(&name);
        if new {
            last = Some(name.clone());
        }
        Row {
            group: new.then_some(name),
            cells: row[groups..].iter().map(|cell| (cell.shown(language), cell.is_number())).collect(),
        }
    });
    let rows = rows.collect();
    Table {
        name: sheet.name.clone(),
        title: sheet.title.clone(),
        about: sheet.about.clone(),
        head: head.collect(),
        rows,
    }
}
