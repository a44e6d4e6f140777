//! The page, the pictures and the tables of a briefing: fit to be published, the answer first.

mod likelihood;
mod pictures;
mod sheet;
mod sheets;
mod special;
mod words;
#[cfg(feature = "cli")]
mod workbook;

pub use pictures::{brief_pictures, chart_names};
pub use sheet::{Cell, Head, Sheet};
#[cfg(feature = "cli")]
pub use workbook::workbook;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::chart::{CHARTS, Picture, banners};
use super::data_table;
use super::explain;
use super::summary::{Depth, View, capital};
use super::texts::{Language, fill};
use crate::diagnostic::Text;
use crate::record::Series;
use crate::study::briefing::{Briefing, Recorded, Standing, Told, standing};
use pictures::chart;
use sheets::{Read, grade};
use special::Special;
use words::words;

const TEMPLATE: &str = include_str!("../brief.html");

/// A title with the probability that a plan states.
pub fn stated(title: &Text, probability: f64) -> Text {
    let of = |language: Language| {
        let share = language.percent(probability);
        fill(words(language).stated, &[("title", title.to(language)), ("share", &share)])
    };
    Text::new(of(Language::Nl), of(Language::En))
}

/// The tables of a briefing, those of a letter first.
pub fn brief_sheets(of: &Briefing, language: Language) -> Vec<Sheet> {
    Read { of, language }.sheets()
}

#[derive(Serialize)]
struct Shown {
    name: String,
    title: String,
    svg: Value,
    tables: Vec<data_table::Rows>,
    /// Its figures, where they are no months.
    grid: Option<Table>,
}

#[derive(Serialize)]
struct Beside {
    id: String,
    title: String,
    against: String,
    stated: Option<String>,
    sentences: Vec<String>,
    changes: Vec<String>,
    pictures: Vec<Shown>,
}

#[derive(Serialize)]
struct Table {
    name: String,
    title: String,
    about: String,
    head: Vec<(String, bool)>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// A heading before the row, where a new group begins.
    group: Option<String>,
    cells: Vec<(String, bool)>,
}

/// The page with everything on it, that needs no network.
pub fn brief_html(of: &Briefing, pictures: &[Vec<Picture>], language: Language) -> String {
    let read = Read { of, language };
    let (words, first) = (read.words(), read.first());
    let view = read.view(first);
    let sheets = read.sheets();
    let tables: Vec<Table> = sheets.iter().map(|sheet| table(&read, sheet)).collect();
    let shown = |n: usize| -> Vec<Shown> {
        let view = read.view(&of.scenarios[n]);
        let of_told = |picture| picture_of(&read, &of.scenarios[n], &view, picture);
        pictures.get(n).into_iter().flatten().map(of_told).collect()
    };
    let beside: Vec<Beside> =
        of.scenarios.iter().enumerate().skip(1).map(|(n, told)| beside(&read, told, shown(n))).collect();
    let outcome = &first.outcome;
    let values = [
        ("scenario", outcome.title.clone()),
        ("start", language.date(outcome.period.0)),
        ("end", language.date(outcome.period.1)),
        ("data_date", language.date(outcome.data_date)),
        ("replications", language.count(u64::from(outcome.replications.0))),
    ];
    let about = fill(words.about, &values.each_ref().map(|(key, value)| (*key, value.as_str())));
    let titles: Vec<&str> = of.scenarios[1..].iter().map(|told| told.outcome.title.as_str()).collect();
    let of_titles = (!titles.is_empty()).then(|| fill(words.beside, &[("titles", &titles.join("; "))]));
    let find = |names: &[&str]| -> Vec<&Table> {
        names.iter().filter_map(|name| tables.iter().find(|table| table.name == *name)).collect()
    };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("brief.html", TEMPLATE).expect("the template of the page is well-formed");
    environment.add_template("style.css", super::page::STYLE).expect("the style has nothing to fill in");
    let template = environment.get_template("brief.html").expect("the template was just added");
    let all = context! {
        w => Serde(words), t => Serde(language.texts()), lang => language.code(), title => of.title.to(language),
        about => about, of_titles => of_titles, banners => all_banners(&read), numbers => view.numbers(),
        answer => answer(&read), beside => Serde(beside), pictures => Serde(shown(0)),
        centre => capital(view.centre_word()), banded => view.depth() == Depth::Band,
        letter => Serde(find(&["inflow", "inflow_means", "reception", "busiest_month", "differences"])),
        assumptions_said => assumptions_said(&read), assumptions => Serde(find(&["assumptions"])),
        effects => effects(&read), errors_said => errors_said(&read),
        errors => Serde(find(&["record", "official_forecasts"])), left_out => left_out(&read),
        sources => Serde(find(&["sources"])), chances => Serde(chances(language)), facts => Serde(facts(&read)),
        command => &of.command,
    };
    template.render(all).expect("the template asks only for what it is given")
}

fn picture_of(read: &Read<'_>, told: &Told, view: &View<'_>, picture: &Picture) -> Shown {
    let special = Special::ALL.into_iter().find(|one| {
        let name = one.name();
        picture.name == name || picture.name == format!("{}_{name}", told.id)
    });
    let grid = special.map(|special| {
        let mut sheet = special.sheet(read);
        let own = read.scenario(told);
        sheet.rows.retain(|row| row[0] == own);
        table(read, &sheet)
    });
    let of_chart = CHARTS.iter().find(|chart| {
        picture.name == chart.name
            || picture.name.ends_with(&format!("_{}", chart.name)) && picture.difference.is_none()
    });
    Shown {
        name: picture.name.clone(),
        title: picture.title.clone(),
        svg: Value::from_safe_string(picture.svg.clone()),
        tables: of_chart.map(|chart| data_table::rows(view, &chart.series())).unwrap_or_default(),
        grid,
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

/// The warnings of every scenario, each named where there are several.
fn all_banners(read: &Read<'_>) -> Vec<String> {
    let many = read.of.scenarios.len() > 1;
    let mut all: Vec<String> = Vec::new();
    for told in &read.of.scenarios {
        for banner in banners(&read.view(told)) {
            let values = [("title", told.outcome.title.as_str()), ("banner", banner.as_str())];
            all.push(if many { fill(read.words().in_scenario, &values) } else { banner });
        }
    }
    all
}

/// The sentences that the briefing leads with: those of its charts in their order, the official figures, and how often
/// places run short.
pub fn brief_answer(of: &Briefing, language: Language) -> Vec<String> {
    answer(&Read { of, language })
}

fn answer(read: &Read<'_>) -> Vec<String> {
    let (words, language, first) = (read.words(), read.language, read.first());
    let view = read.view(first);
    let mut all: Vec<String> = Vec::new();
    for name in &read.of.charts {
        if let Some(special) = Special::find(name) {
            all.push(special.say(read, first).join(" "));
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

fn left_out(read: &Read<'_>) -> Vec<String> {
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

fn table(read: &Read<'_>, sheet: &Sheet) -> Table {
    // The first column names the scenario, which a briefing on one alone need not repeat.
    let alone = read.of.scenarios.len() == 1 && sheet.head[0].id == "scenario";
    let from = usize::from(alone);
    let groups = sheet.groups.max(from);
    let numeric = |column: usize| sheet.rows.iter().any(|row| row[column].is_number());
    let head = (groups..sheet.head.len()).map(|column| (sheet.head[column].label.clone(), numeric(column)));
    let mut last: Option<String> = None;
    let rows = sheet.rows.iter().map(|row| {
        let names: Vec<String> = row[from..groups].iter().map(|cell| cell.shown(read.language)).collect();
        let name = names.join(" – ");
        let new = !name.is_empty() && last.as_ref() != Some(&name);
        if new {
            last = Some(name.clone());
        }
        Row {
            group: new.then_some(name),
            cells: row[groups..].iter().map(|cell| (cell.shown(read.language), cell.is_number())).collect(),
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

#[cfg(test)]
mod tests;
