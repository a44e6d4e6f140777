//! The natural experiments: as the replay was laid down, and with values fitted to other years.

use super::words::words;
use super::{Table, dash, filled, signed_percent};
use crate::report::texts::{Language, fill};
use crate::study::backtest::{Answer, Backtest, Came};

/// The natural experiments: two rows a question, as the replay was laid down and with fitted values.
pub fn experiment_table(backtest: &Backtest, language: Language) -> Table {
    let words = words(language);
    let rows = backtest.experiments.iter().flat_map(|tried| {
        let years = tried.fitted_to.to(language);
        let fitted = match backtest.own_sets {
            true => words.own_sets.to_owned(),
            false => fill(words.fitted_to, &[("years", years)]),
        };
        let row = move |answer: &Answer, values: &str, said: &Came| {
            let mut row = vec![tried.title.to(language).to_owned(), answer.what.to(language).to_owned()];
            row.push(values.to_owned());
            row.extend(came(said, language));
            row
        };
        tried.answers.iter().flat_map(move |answer| {
            [row(answer, words.laid_down, &answer.came), row(answer, &fitted, &answer.fitted)]
        })
    });
    Table { head: words.experiments.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn came(came: &Came, language: Language) -> Vec<String> {
    let words = words(language);
    let verdict = |right: bool| if right { words.right } else { words.wrong }.to_owned();
    match came {
        Came::Change { published, with, without, effect } => {
            let band = with.central(80).map(|(low, high)| {
                let ends = [low, high].map(|end| signed_percent(language, Some(end)));
                format!(" ({} {} {})", ends[0], words.to, ends[1])
            });
            let effect = effect.map(|e| {
                let half = format!("{}\u{a0}%", language.whole(e.half_width * 100.0));
                format!("{} ± {half}", signed_percent(language, Some(e.mean)))
            });
            vec![
                signed_percent(language, Some(*published)),
                signed_percent(language, with.centre()) + &band.unwrap_or_default(),
                signed_percent(language, without.centre()),
                effect.unwrap_or_else(dash),
                came.sign().map_or_else(dash, verdict),
                verdict(came.fits()),
            ]
        }
        Came::Lowest { published, with, without } => {
            let month = |month: crate::time::Month| language.month(month.first());
            vec![month(*published), month(*with), month(*without), dash(), dash(), verdict(came.fits())]
        }
    }
}

/// What they came to, in two sentences.
pub(super) fn sentences(backtest: &Backtest, language: Language) -> [String; 2] {
    let words = words(language);
    let answers = || backtest.experiments.iter().flat_map(|tried| &tried.answers);
    let laid_down: Vec<&Came> = answers().map(|answer| &answer.came).collect();
    let fitted: Vec<&Came> = answers().map(|answer| &answer.fitted).collect();
    let passed = backtest.experiments.iter().filter(|tried| tried.passes()).count();
    let experiments = [("passed", passed), ("experiments", backtest.experiments.len())];
    let experiments = experiments.map(|(name, count)| (name, count.to_string()));
    let sentence = if backtest.own_sets { words.experiments_own_sets } else { words.experiments_fitted };
    [
        filled(words.experiments_said, &counts(&laid_down)),
        filled(sentence, &[counts(&fitted).as_slice(), &experiments].concat()),
    ]
}

/// How many signs and sizes of so many are right.
fn counts(came: &[&Came]) -> [(&'static str, String); 4] {
    let signs: Vec<bool> = came.iter().filter_map(|one| one.sign()).collect();
    let counts = [
        ("fits", came.iter().filter(|one| one.fits()).count()),
        ("n", came.len()),
        ("signs", signs.iter().filter(|sign| **sign).count()),
        ("asked", signs.len()),
    ];
    counts.map(|(name, count)| (name, count.to_string()))
}

/// `experiment,question,values,published,with,with_p10,with_p90,without,effect,effect_half_width,sign,fits`: two rows a question;
/// changes are shares, and moments are months.
pub fn experiments_csv(backtest: &Backtest) -> String {
    let head = "experiment,question,values,published,with,with_p10,with_p90,without,effect,effect_half_width,sign,fits";
    let mut text = format!("{head}\n");
    let share = |share: Option<f64>| share.map_or_else(String::new, |share| format!("{share:.4}"));
    let verdict = |right: bool| if right { "right" } else { "wrong" };
    for tried in &backtest.experiments {
        for answer in &tried.answers {
            for (values, came) in [("laid_down", &answer.came), ("fitted", &answer.fitted)] {
                let figures = match came {
                    Came::Change { published, with, without, effect } => {
                        let (low, high) = with.central(80).unzip();
                        let (mean, half) = effect.map(|e| (e.mean, e.half_width)).unzip();
                        [Some(*published), with.centre(), low, high, without.centre(), mean, half]
                            .map(share)
                            .to_vec()
                    }
                    Came::Lowest { published, with, without } => {
                        let [published, with, without] =
                            [published, with, without].map(|month| month.to_string());
                        let none = String::new;
                        vec![published, with, none(), none(), without, none(), none()]
                    }
                };
                let question = answer.what.en.replace(',', ";");
                let sign = came.sign().map_or("", verdict);
                text += &format!(
                    "{},{question},{values},{},{sign},{}\n",
                    tried.name,
                    figures.join(","),
                    verdict(came.fits())
                );
            }
        }
    }
    text
}
