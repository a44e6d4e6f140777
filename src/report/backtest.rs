//! What the replay of history came to: rows for terminal, page and files, pictures, and the page.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::chart::{Replayed, history_svg};
use super::texts::{Decimals, Language, fill};
use crate::study::backtest::{Backtest, Judged, Naive, Part, Score, Scored};
use crate::time::Day;

const TEMPLATE: &str = include_str!("backtest.html");
/// A picture of fewer figures than this shows nothing.
const FEWEST: usize = 2;

mod experiments;
mod words;
pub use experiments::{experiment_table, experiments_csv};
use words::{Words, words};

/// A table: its header, and its rows.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

fn whole_percent(language: Language, share: Option<f64>) -> String {
    share.map_or_else(dash, |share| format!("{}\u{a0}%", language.whole(share * 100.0)))
}

fn signed_percent(language: Language, share: Option<f64>) -> String {
    share.map_or_else(dash, |share| format!("{}\u{a0}%", language.signed(share * 100.0)))
}

fn dash() -> String {
    "–".to_owned()
}

/// A text with values that were made for it.
fn filled(text: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, &**value)).collect();
    fill(text, &values)
}

fn years(part: Part, backtest: &Backtest) -> String {
    let (start, end) = (backtest.period.0.year(), backtest.period.1.year());
    match part {
        Part::Fitted => format!("{start}–2022"),
        Part::Tested => format!("2023–{end}"),
        Part::Whole => format!("{start}–{end}"),
    }
}

/// The scores: a row an outcome and period, those of before the test first.
pub fn score_table(backtest: &Backtest, language: Language) -> Table {
    let words = words(language);
    let scored = backtest.targets.iter().filter(|one| one.target.scored);
    let rows = scored.flat_map(|one| {
        let parts = [Part::Fitted, Part::Tested].into_iter().filter_map(|part| one.score(part));
        parts.map(|score| score_row(one, score, backtest, language))
    });
    Table { head: words.scores.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn score_row(one: &Scored, score: &Score, backtest: &Backtest, language: Language) -> Vec<String> {
    let words = words(language);
    let mut row = vec![
        one.target.definition.to(language).to_owned(),
        years(score.part, backtest),
        score.n.to_string(),
        whole_percent(language, score.error),
        signed_percent(language, score.bias),
        whole_percent(language, score.error_with_grants),
        whole_percent(language, score.error_calibrated),
        held(score.inside, language),
        held(score.inside_calibrated, language),
    ];
    let skill = |(skill, _): (f64, usize)| language.signed_number(skill, Decimals(2));
    row.extend(score.skill.iter().map(|one| one.map_or_else(dash, skill)));
    row.push(match (score.part, one.target.limit, one.meets()) {
        (Part::Tested, Some(limit), Some(meets)) => {
            let verdict = if meets { words.met } else { words.missed };
            format!("{verdict} ({})", whole_percent(language, Some(limit)))
        }
        _ => String::new(),
    });
    row
}

fn held((inside, n): (usize, usize), language: Language) -> String {
    let (part, of) = (inside.to_string(), n.to_string());
    if n == 0 { dash() } else { fill(words(language).of, &[("part", &part), ("n", &of)]) }
}

/// Outcomes with more than one definition: on how many days the replay lies between them.
pub fn spread_table(backtest: &Backtest, language: Language) -> Table {
    let words = words(language);
    let name = |group: &str| {
        let first = backtest.targets.iter().find(|one| one.target.group == group);
        // What follows the comma tells definitions of one outcome apart.
        let outcome = |text: &str| text.split(',').next().unwrap_or_default().to_owned();
        first.map_or_else(String::new, |one| outcome(one.target.definition.to(language)))
    };
    let row = |spread: &crate::study::backtest::Spread| {
        let (between, n) = (spread.between.to_string(), spread.n.to_string());
        vec![
            name(&spread.group),
            whole_percent(language, Some(spread.apart)),
            fill(words.of, &[("part", &between), ("n", &n)]),
        ]
    };
    Table {
        head: words.spreads.map(str::to_owned).to_vec(),
        rows: backtest.spreads.iter().map(row).collect(),
    }
}

/// The published balance: what stock, applications and decisions leave unexplained, year by year.
pub fn residual_table(backtest: &Backtest, language: Language) -> Table {
    let words = words(language);
    let rows = backtest.residuals.iter().map(|c| {
        let figures = [c.open_start, c.inflow, c.decisions, c.open_end].map(|n| language.whole(n as f64));
        let residual = c.residual as f64;
        let mut row = vec![c.year.to_string()];
        row.extend(figures);
        row.push(language.signed(residual));
        row.push(signed_percent(language, Some(residual / c.open_end as f64)));
        row
    });
    Table { head: words.residuals.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// What is not scored, and why; and what had no published figure in the period.
pub fn left_out(backtest: &Backtest, language: Language) -> Table {
    let words = words(language);
    let rows = backtest.targets.iter().filter_map(|one| {
        let why = match (one.target.scored, one.points.is_empty()) {
            (true, false) => return None,
            (true, true) => words.no_figure,
            (false, _) => one.target.why_not.to(language),
        };
        Some(vec![
            one.target.definition.to(language).to_owned(),
            one.points.len().to_string(),
            why.to_owned(),
        ])
    });
    Table { head: words.left_out.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// The answer in short: sentences.
pub fn backtest_sentences(backtest: &Backtest, language: Language) -> Vec<String> {
    let words = words(language);
    let scored = || backtest.targets.iter().filter(|one| one.target.scored);
    let verdicts: Vec<bool> = scored().filter_map(Scored::meets).collect();
    let met = verdicts.iter().filter(|met| **met).count().to_string();
    let mut sentences = vec![fill(words.verdict, &[("met", &met), ("n", &verdicts.len().to_string())])];
    let calibrated: Vec<bool> = scored().filter_map(Scored::meets_calibrated).collect();
    let met = calibrated.iter().filter(|met| **met).count().to_string();
    let held = scored().filter_map(|one| one.score(Part::Tested)).map(|score| score.inside_calibrated);
    let (inside, of) = held.fold((0, 0), |(a, b), (x, y)| (a + x, b + y));
    let values = [
        ("met", met),
        ("n", calibrated.len().to_string()),
        ("inside", inside.to_string()),
        ("of", of.to_string()),
    ];
    sentences.push(filled(words.calibrated, &values));
    for part in [Part::Fitted, Part::Tested] {
        let inside = scored().filter_map(|one| one.score(part)).map(|score| score.inside);
        let (inside, n) = inside.fold((0, 0), |(a, b), (x, y)| (a + x, b + y));
        if n > 0 {
            let share = whole_percent(language, Some(inside as f64 / n as f64));
            let values = [
                ("years", years(part, backtest)),
                ("inside", inside.to_string()),
                ("n", n.to_string()),
                ("share", share),
            ];
            sentences.push(filled(words.coverage, &values));
        } else {
            sentences.push(fill(words.no_coverage, &[("years", &years(part, backtest))]));
        }
    }
    sentences.extend(experiments::sentences(backtest, language));
    let sum: i64 = backtest.residuals.iter().map(|c| c.residual).sum();
    sentences.push(fill(words.residual_said, &[("sum", &language.signed(sum as f64))]));
    sentences
}

/// `target,group,unit,scored,period,n,…`: a row a target and period.
pub fn backtest_csv(backtest: &Backtest) -> String {
    let head = [
        "target",
        "group",
        "unit",
        "scored",
        "period",
        "n",
        "error",
        "bias",
        "error_with_grants",
        "error_calibrated",
        "inside_80",
        "inside_80_of",
        "inside_80_calibrated",
    ];
    let skills = Naive::ALL.iter().flat_map(|n| [format!("skill_{}", n.word()), format!("n_{}", n.word())]);
    let head = head.map(str::to_owned).into_iter().chain(skills).chain(["limit", "met"].map(str::to_owned));
    let number = |value: Option<f64>| value.map(|x| format!("{x:.4}")).unwrap_or_default();
    let rows = backtest.targets.iter().flat_map(|one| {
        one.scores.iter().map(move |score| {
            let target = &one.target;
            let scored = if target.scored { "yes" } else { "no" };
            let period = years(score.part, backtest).replace('–', "/");
            let mut row = vec![target.name.clone(), target.group.clone(), target.unit.clone()];
            row.extend([scored.to_owned(), period, score.n.to_string()]);
            row.extend(
                [score.error, score.bias, score.error_with_grants, score.error_calibrated].map(number),
            );
            let inside = [score.inside.0, score.inside.1, score.inside_calibrated.0];
            row.extend(inside.map(|n| n.to_string()));
            row.extend(score.skill.iter().flat_map(|one| {
                [number(one.map(|(skill, _)| skill)), one.map(|(_, n)| n.to_string()).unwrap_or_default()]
            }));
            row.push(number(target.limit));
            let met = one.meets().filter(|_| score.part == Part::Tested);
            row.push(met.map_or("", |met| if met { "yes" } else { "no" }).to_owned());
            row
        })
    });
    let n = backtest.residuals.len();
    let residual: f64 =
        backtest.residuals.iter().map(|c| (c.residual as f64 / c.open_end as f64).abs()).sum::<f64>()
            / n.max(1) as f64;
    let mut closing = ["stock_flow_residual", "open_cases", "persons", "no"].map(str::to_owned).to_vec();
    closing.extend([years(Part::Whole, backtest).replace('–', "/"), n.to_string(), format!("{residual:.4}")]);
    closing.resize(13 + 2 * Naive::ALL.len() + 2, String::new());
    csv(head, rows.chain([closing]))
}

/// `target,from,to,published,median,p10,p90,median_with_grants,…`: a row a published figure.
pub fn points_csv(backtest: &Backtest) -> String {
    let head =
        ["target", "from", "to", "published", "said", "p10", "p90", "said_with_grants", "said_calibrated"];
    let head = head.iter().map(|s| (*s).to_owned()).chain(Naive::ALL.iter().map(|n| n.word().to_owned()));
    let number = |value: Option<f64>| value.map(|x| format!("{x:.1}")).unwrap_or_default();
    let rows = backtest.targets.iter().flat_map(|one| {
        one.points.iter().map(move |judged: &Judged| {
            let band = judged.said.central(80);
            let numbers = [
                Some(judged.point.value),
                judged.said.centre(),
                band.map(|(low, _)| low),
                band.map(|(_, high)| high),
                judged.with_grants.centre(),
                judged.calibrated.centre(),
            ];
            let span = judged.point.span;
            let mut row = vec![one.target.name.clone(), span.from.to_string(), span.to.to_string()];
            row.extend(numbers.into_iter().chain(judged.guesses).map(number));
            row
        })
    });
    csv(head, rows)
}

fn csv(head: impl IntoIterator<Item = String>, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let never = "a table in memory can be written";
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(head).expect(never);
    for row in rows {
        csv.write_record(row).expect(never);
    }
    String::from_utf8(csv.into_inner().expect(never)).expect("a table of numbers and texts is text")
}

/// The picture of one outcome.
#[derive(Clone, Debug)]
pub struct BacktestPicture {
    /// Stem of the file name: that of the target.
    pub name: String,
    /// The drawing: SVG with title and description.
    pub svg: String,
}

/// A picture of each outcome that is scored and of which there are a few figures.
pub fn backtest_pictures(backtest: &Backtest, language: Language) -> Vec<BacktestPicture> {
    let shown = backtest.targets.iter().filter(|one| one.target.scored && one.points.len() >= FEWEST);
    shown.map(|one| picture(one, backtest, language)).collect()
}

fn picture(one: &Scored, backtest: &Backtest, language: Language) -> BacktestPicture {
    let words = words(language);
    let unit = match language {
        Language::Nl => words::dutch(&one.target.unit).to_owned(),
        Language::En => language.unit_word(&one.target.unit),
    };
    let replayed = Replayed {
        name: &one.target.name,
        title: one.target.definition.to(language),
        sentences: sentence(one, backtest, language),
        about: fill(words.about_picture, &[("source", one.target.source.to(language))]),
        unit: &unit,
        note: &note(backtest, language),
        days: backtest.period,
        parted: (test_begins(), [words.before_test, words.test]),
        lines: [words.replay, words.with_grants],
        path: &one.path,
        published: one.points.iter().map(|judged| judged.point).collect(),
    };
    BacktestPicture { name: one.target.name.clone(), svg: history_svg(&replayed, language) }
}

fn test_begins() -> Day {
    Day::from_ymd(2023, 1, 1).expect("every year has a first day")
}

fn sentence(one: &Scored, backtest: &Backtest, language: Language) -> String {
    let words = words(language);
    let parts = [Part::Fitted, Part::Tested].into_iter().filter_map(|part| one.score(part));
    let said = parts.map(|score| {
        let values = [
            ("years", years(score.part, backtest)),
            ("n", score.n.to_string()),
            ("error", whole_percent(language, score.error)),
            ("bias", signed_percent(language, score.bias)),
        ];
        filled(if score.n == 1 { words.error_of_one } else { words.error_said }, &values)
    });
    said.collect::<Vec<_>>().join(" ")
}

fn note(backtest: &Backtest, language: Language) -> String {
    let values = [
        ("replications", language.count(u64::from(backtest.replications))),
        ("seed", backtest.seed.to_string()),
        ("thin", backtest.one_in.to_string()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    filled(words(language).note, &values)
}

#[derive(Serialize)]
struct Section {
    name: String,
    heading: String,
    svg: Value,
}

/// The page with everything on it, that needs no network. `command` makes it again.
pub fn backtest_html(
    backtest: &Backtest,
    pictures: &[BacktestPicture],
    command: &str,
    language: Language,
) -> String {
    let words: &Words = words(language);
    let heading = |name: &str| {
        let one = backtest.targets.iter().find(|one| one.target.name == name);
        one.map_or_else(String::new, |one| one.target.definition.to(language).to_owned())
    };
    let sections: Vec<Section> = pictures
        .iter()
        .map(|picture| Section {
            name: picture.name.clone(),
            heading: heading(&picture.name),
            svg: Value::from_safe_string(picture.svg.clone()),
        })
        .collect();
    let table = |name: &str, heading: &str, says: &str, table: Table| {
        context! { name => name, heading => heading, says => says, table => Serde(table) }
    };
    let tables = [
        table("experiments", words.h_experiments, words.p_experiments, experiment_table(backtest, language)),
        table("scores", words.h_scores, words.p_scores, score_table(backtest, language)),
        table("spreads", words.h_spreads, words.p_spreads, spread_table(backtest, language)),
        table("residuals", words.h_residuals, words.p_residuals, residual_table(backtest, language)),
        table("left_out", words.h_left_out, words.p_left_out, left_out(backtest, language)),
    ];
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("backtest.html", TEMPLATE).expect("the template of the page is well-formed");
    let template = environment.get_template("backtest.html").expect("the template was just added");
    let all = context! {
        t => Serde(words), lang => language.code(), note => note(backtest, language),
        sentences => backtest_sentences(backtest, language), tables => tables.to_vec(),
        sections => Serde(sections), command => command,
    };
    template.render(all).expect("the template asks only for what it is given")
}
