//! The page, the pictures and the files of a comparison of scenarios.

mod read;
mod tables;
mod words;

pub use read::fall;
pub use tables::{differences_csv, interaction_csv, moved_csv, pairing_csv, regret_csv};

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::chart::{ComparisonLines, comparison_svg};
use super::explain;
use super::summary::capital;
use super::texts::{Decimals, Language, fill};
use crate::record::{Account, Series};
use crate::study::compare::{Comparison, Side};
use crate::study::differences::Difference;
use read::Read;

const TEMPLATE: &str = include_str!("../comparison.html");
/// Measures that a warning in a picture names; the page names them all.
const NAMED: usize = 3;
/// Outcomes that are drawn at most.
const DRAWN: usize = 6;

/// A picture of a comparison.
#[derive(Clone, Debug)]
pub struct ComparisonPicture {
    /// Stem of the file name.
    pub name: String,
    /// The drawing: SVG with title and description.
    pub svg: String,
    /// What it shows.
    pub title: String,
}

/// A picture for each of the outcomes that move most for certain.
pub fn comparison_pictures(of: &Comparison, language: Language) -> Vec<ComparisonPicture> {
    let read = Read { of, language };
    let drawn = of.movers().into_iter().take(DRAWN);
    let banners = read.banners(NAMED);
    drawn.map(|series| picture(&read, series, &banners)).collect()
}

fn picture(read: &Read<'_>, series: Series, banners: &[String]) -> ComparisonPicture {
    let (of, language, words) = (read.of, read.language, read.words());
    let years = match (of.dates.first(), of.dates.last()) {
        (Some(first), Some(last)) if first.year() != last.year() => {
            format!("{}–{}", first.year(), last.year())
        }
        (Some(first), _) => first.year().to_string(),
        (None, _) => String::new(),
    };
    let reference = read.title(&of.reference);
    let name = capital(language.series(series));
    let said: Vec<String> = of
        .sides
        .iter()
        .filter_map(|side| Some(format!("{}, {}", read.title(side), read.say(side, series)?)))
        .collect();
    let values = [
        ("data_date", language.date(of.data_date)),
        ("replications", language.count(u64::from(of.replications.0))),
        ("seed", of.seed.to_string()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let stem = format!("difference_{}", series.id());
    let lines = ComparisonLines {
        name: &stem,
        title: fill(words.picture_title, &[("name", &name), ("reference", reference), ("years", &years)]),
        banners,
        sentences: said.join(" "),
        about: fill(words.picture_about, &[("reference", reference)]),
        note: fill(words.picture_note, &values),
        series,
        dates: &of.dates,
        sides: of
            .sides
            .iter()
            .map(|side| (read.title(side), side.differences[series as usize].months.as_slice()))
            .collect(),
        spans: of.sides.iter().map(|side| explain::spans(&side.changes, language)).collect(),
    };
    ComparisonPicture { svg: comparison_svg(&lines, language), title: lines.title, name: stem }
}

/// The warnings that belong above everything.
pub fn comparison_banners(of: &Comparison, language: Language) -> Vec<String> {
    Read { of, language }.banners(usize::MAX)
}

/// For each scenario its title, and what it changes most.
pub fn comparison_sentences(of: &Comparison, language: Language) -> Vec<(String, Vec<String>)> {
    Read { of, language }.short()
}

#[derive(Serialize)]
struct Table {
    heading: &'static str,
    about: String,
    head: Vec<String>,
    /// Rows; one with a single cell is the heading of a group.
    rows: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct Changes {
    title: String,
    list: Vec<String>,
}

/// The page with everything on it, that needs no network.
pub fn comparison_html(of: &Comparison, pictures: &[ComparisonPicture], language: Language) -> String {
    let read = Read { of, language };
    let words = read.words();
    let replications = language.count(u64::from(of.replications.0));
    let about = [("sides", read.titles()), ("replications", replications.clone())];
    let about: Vec<(&str, &str)> = about.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let runs = language.count(u64::from(of.replications.0) * (of.sides.len() as u64 + 1));
    let how = [("replications", replications.as_str()), ("seed", &of.seed.to_string()), ("runs", &runs)];
    let changes: Vec<Changes> = of
        .sides
        .iter()
        .map(|side| Changes { title: read.title(side).to_owned(), list: changes_of(side, language) })
        .collect();
    let tables: Vec<Table> =
        [Some(outcomes(&read)), moved(&read), interaction(&read), regret(&read), gain(&read)]
            .into_iter()
            .flatten()
            .collect();
    let shown = |picture: &ComparisonPicture| {
        let svg = Value::from_safe_string(picture.svg.clone());
        context! { title => picture.title.as_str(), svg => svg }
    };
    let pictures: Vec<Value> = pictures.iter().map(shown).collect();
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("comparison.html", TEMPLATE).expect("the template of the page is well-formed");
    let template = environment.get_template("comparison.html").expect("the template was just added");
    let all = context! {
        t => Serde(words), lang => language.code(), banners => read.banners(usize::MAX), short => read.short(),
        title => fill(words.title, &[("reference", read.title(&of.reference))]),
        about => fill(words.about, &about), changes => Serde(changes), pictures => pictures,
        tables => Serde(tables), how => fill(words.how_text, &how), command => &of.command, hash => &of.hash,
    };
    template.render(all).expect("the template asks only for what it is given")
}

/// What a scenario changes, in sentences, and what it is warned of.
fn changes_of(side: &Side, language: Language) -> Vec<String> {
    let mut list: Vec<String> = side.changes.iter().map(|change| explain::line(change, language)).collect();
    list.extend(explain::warnings(&side.clashes, language));
    list
}

/// Every outcome that moves, in each scenario, in the last year.
fn outcomes(read: &Read<'_>) -> Table {
    let (of, words, language) = (read.of, read.words(), read.language);
    let mut head = vec![words.outcome.to_owned()];
    for word in [words.mean, words.since, words.more_in, words.less_in] {
        head.push(word.to_owned());
    }
    let mut rows = Vec::new();
    for series in of.movers() {
        let unit = language.unit_word(series.unit());
        rows.push(vec![format!("{} ({unit}), {}", capital(language.series(series)), read.when(series))]);
        for side in &of.sides {
            let one = &side.differences[series as usize];
            let Some(last) = one.years.last() else { continue };
            let since = one.certain_from(&of.dates);
            rows.push(vec![
                read.title(side).to_owned(),
                read.cell(series, last),
                since.map_or_else(|| "–".to_owned(), |day| language.month(day)),
                language.of_replications(last.above),
                language.of_replications(last.below),
            ]);
        }
    }
    Table { heading: words.table, about: words.table_about.to_owned(), head, rows }
}

/// Where everybody stands otherwise at the end.
fn moved(read: &Read<'_>) -> Option<Table> {
    let (of, words) = (read.of, read.words());
    let date = of.sides.first()?.moved.last()?.date;
    let head = std::iter::once(words.account.to_owned())
        .chain(of.sides.iter().map(|side| read.title(side).to_owned()))
        .collect();
    let cell = |difference: &Difference| read.cell(Series::OpenCases, difference);
    let row = |account: Account| {
        let last = of.sides.iter().filter_map(|side| side.moved.last());
        let cells = last.map(|moved| cell(&moved.accounts[account as usize]));
        std::iter::once(capital(read.account(account))).chain(cells).collect::<Vec<String>>()
    };
    let group = |heading: &str, wanted: &dyn Fn(Account) -> bool| {
        let rows = Account::ALL.iter().copied().filter(|account| wanted(*account)).map(row);
        std::iter::once(vec![heading.to_owned()]).chain(rows).collect::<Vec<_>>()
    };
    let mut rows = group(words.in_chain, &|account| account.in_chain());
    rows.extend(group(words.outside, &|account| !account.in_chain() && !account.is_source()));
    rows.extend(group(words.came, &|account| account.is_source()));
    let about = fill(words.moved_about, &[("date", &read.language.date(date))]);
    Some(Table { heading: words.moved, about, head, rows })
}

fn interaction(read: &Read<'_>) -> Option<Table> {
    let (of, words) = (read.of, read.words());
    let interaction = of.interaction.as_ref()?;
    let whole = read.side(interaction.whole);
    let last = interaction.years.last()?;
    let rows = of.movers().into_iter().filter_map(|series| {
        let together = whole.differences[series as usize].years.last()?;
        let beyond = &last[series as usize];
        let sum = together.band.mean? - beyond.band.mean?;
        let name = capital(read.language.series(series));
        Some(vec![name, read.cell(series, together), read.change(series, sum), read.cell(series, beyond)])
    });
    let head = [words.outcome, words.together, words.sum, words.beyond].map(str::to_owned).to_vec();
    let about = fill(words.interaction_about, &[("when", &read.when(Series::Decisions))]);
    Some(Table { heading: words.interaction, about, head, rows: rows.collect() })
}

fn regret(read: &Read<'_>) -> Option<Table> {
    let (of, words) = (read.of, read.words());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for one in &of.regrets {
        if last != Some(one.series) {
            let unit = read.language.unit_word(one.series.unit());
            rows.push(vec![format!("{} ({unit})", capital(read.language.series(one.series)))]);
            last = Some(one.series);
        }
        let figure = |value: Option<f64>| {
            value.map_or_else(
                || "–".to_owned(),
                |x| read.change(one.series, x).trim_start_matches('+').to_owned(),
            )
        };
        rows.push(vec![
            read.title(read.side(one.scenario)).to_owned(),
            figure(one.band.mean),
            figure(one.band.quantiles[5]),
            figure(Some(one.most)),
            read.language.of_replications(one.best),
        ]);
    }
    let head =
        [words.scenario, words.mean, words.ninetieth, words.most, words.best].map(str::to_owned).to_vec();
    let about = fill(words.regret_about, &[("when", &read.when(Series::Decisions))]);
    (!rows.is_empty()).then_some(Table { heading: words.regret, about, head, rows })
}

fn gain(read: &Read<'_>) -> Option<Table> {
    let (of, words, language) = (read.of, read.words(), read.language);
    let movers = of.movers();
    let ratio = |x: f64| language.number(x, Decimals(1));
    let said: Vec<String> = of
        .sides
        .iter()
        .filter_map(|side| {
            let mut all: Vec<f64> =
                movers.iter().filter_map(|series| of.gain(side, *series)).map(|gain| gain.ratio).collect();
            all.sort_by(f64::total_cmp);
            let (least, most) = (all.first()?, all.last()?);
            let values = [
                ("side", read.title(side).to_owned()),
                ("median", ratio(all[all.len() / 2])),
                ("count", all.len().to_string()),
                ("least", ratio(*least)),
                ("most", ratio(*most)),
            ];
            let values: Vec<(&str, &str)> =
                values.iter().map(|(key, value)| (*key, value.as_str())).collect();
            Some(fill(words.gain_median, &values))
        })
        .collect();
    let head = std::iter::once(words.outcome.to_owned())
        .chain(of.sides.iter().map(|side| read.title(side).to_owned()))
        .collect();
    let rows: Vec<Vec<String>> = movers
        .iter()
        .take(12)
        .map(|series| {
            let cells = of.sides.iter().map(|side| {
                of.gain(side, *series)
                    .map_or_else(|| "–".to_owned(), |gain| format!("{} ×", ratio(gain.ratio)))
            });
            std::iter::once(capital(language.series(*series))).chain(cells).collect()
        })
        .collect();
    let about = fill(words.gain_about, &[("when", &read.when(Series::Decisions))]);
    let about = format!("{about} {}", said.join(" "));
    (!rows.is_empty()).then_some(Table { heading: words.gain, about, head, rows })
}
