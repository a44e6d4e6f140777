//! `calibrate`: the points of a plan held against published figures, the sets that fit, and what the figures cannot tell.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::sweep::{self, Prepared, Work};
use super::{help, table};
use crate::diagnostic::{Language, Text};
use crate::scenario::plan::{Fit, Levels};
use crate::study::calibrate::{self, Fitted, Judged, Told};

/// The scenario that draws from the sets.
const SETS: &str = "accepted.toml";

pub(super) fn command(language: Language) -> Command {
    help::command(
        language,
        "calibrate",
        (
            "Zoekt waarden die samen bij gepubliceerde cijfers passen, te stoppen en te hervatten",
            "Seeks values that fit published figures together, to be stopped and resumed",
        ),
        &[
            (
                "doorstroom calibrate scenarios/history/matching.toml --dry-run",
                ("Hoeveel runs, hoe lang en hoe groot", "How many runs, how long, how large"),
            ),
            (
                "doorstroom calibrate scenarios/history/matching.toml",
                (
                    "Naar out/matching; dezelfde opdracht gaat verder waar hij stopte",
                    "Into out/matching; the same command goes on where it stopped",
                ),
            ),
            (
                "doorstroom run out/matching/accepted.toml",
                ("Een run die uit de gevonden sets trekt", "A run that draws from the sets that were found"),
            ),
        ],
    )
    .arg(
        help::positional(language, "plan", "PLAN.toml", ("Het plan, met [fit]", "The plan, with [fit]"))
            .required(true)
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Map voor de resultaten [standaard: out/<plan>]",
                "Folder for the results [default: out/<plan>]",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(help::threads(language))
    .arg(
        help::option(
            language,
            "time-limit",
            "SECONDS",
            (
                "Stop na zoveel seconden (uitgangscode 75); dezelfde opdracht gaat verder",
                "Stop after so many seconds (exit code 75); the same command goes on",
            ),
        )
        .value_parser(value_parser!(u64)),
    )
    .arg(help::flag(
        language,
        "dry-run",
        ("Zeg alleen hoeveel runs, hoe lang en hoe groot", "Only say how many runs, how long and how large"),
    ))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let path = matches.get_one::<PathBuf>("plan").cloned().unwrap_or_default();
    let prepared = sweep::prepare(console, &path)?;
    let Some(fit) = prepared.sweep.plan.fit.clone() else {
        return Err(Stop::BadInput(Text::new(
            format!(
                "{}: het plan heeft geen [fit]; zet erbij: [fit] en years = [2019, 2022]",
                path.display()
            ),
            format!("{}: the plan has no [fit]; add: [fit] and years = [2019, 2022]", path.display()),
        )));
    };
    if prepared.sweep.plan.scenarios.len() > 1 {
        return Err(Stop::BadInput(Text::new(
            format!("{}: een kalibratie heeft één scenario", path.display()),
            format!("{}: a calibration has one scenario", path.display()),
        )));
    }
    let folder = sweep::folder(matches, &path);
    if let Work::Left(code) = sweep::work(console, &prepared, &folder, &sweep::how(matches)?)? {
        return Ok(code);
    }
    let language = console.language;
    let said = said(&folder, &prepared)?;
    let fitted = calibrate::judge(&fit, &prepared.sweep.figures, &said);
    let written: Vec<Vec<String>> =
        (0..prepared.sweep.points).map(|point| prepared.sweep.described(point)).collect();
    let places: Vec<Vec<f64>> = written.iter().map(|point| numbers(point)).collect();
    let told = calibrate::told(&fitted, &headings(&prepared), &places);
    let found = Found { prepared: &prepared, fit: &fit, fitted, told, written };
    sweep::put(&folder, "points.csv", &found.points())?;
    sweep::put(&folder, "accepted.csv", &found.accepted())?;
    sweep::put(&folder, "parameters.csv", &found.parameters_csv())?;
    sweep::put(&folder, "correlations.csv", &found.related_csv())?;
    sweep::put(&folder, "report.md", &found.report(language))?;
    let title = &prepared.sweep.plan.title;
    sweep::put(&folder, SETS, &found.scenario(fit.extends.as_ref(), &[], title))?;
    if let Some((scenario, without)) = &fit.also {
        let years = fit.span();
        let title = Text::new(
            format!("{scenario}, met waarden die bij {} passen", years.nl),
            format!("{scenario}, with values that fit {}", years.en),
        );
        let name = format!("accepted_{scenario}.toml");
        sweep::put(&folder, &name, &found.scenario(Some(scenario), without, &title))?;
    }
    let mut text = found.terminal(language);
    let [place, sets] = pick(language, ["Map", "Sets"], ["Folder", "Sets"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![place.to_owned(), folder.display().to_string()],
        vec![sets.to_owned(), folder.join(SETS).display().to_string()],
    ]));
    console.print(&text)?;
    Ok(Code::Done)
}

/// The figures of each point: a list a replication.
fn said(folder: &Path, prepared: &Prepared) -> Result<Vec<Vec<Vec<f64>>>, Stop> {
    let runs = sweep::analyse::read(folder, prepared)?;
    let figures = &runs.values[runs.values.len() - prepared.sweep.figures.len()..];
    let replications = prepared.sweep.plan.replications as usize;
    let run = |point: usize, replication: usize| {
        let of = |values: &Vec<Vec<f64>>| values[point].get(replication).copied().unwrap_or(f64::NAN);
        figures.iter().map(of).collect::<Vec<f64>>()
    };
    let point = |point: usize| (0..replications).map(|replication| run(point, replication)).collect();
    Ok((0..usize::try_from(prepared.sweep.points).unwrap_or(0)).map(point).collect())
}

fn numbers(point: &[String]) -> Vec<f64> {
    point.iter().map(|cell| cell.parse().unwrap_or(f64::NAN)).collect()
}

/// The headings of the parameters, with the ranges of the plan.
fn headings(prepared: &Prepared) -> Vec<(String, (f64, f64))> {
    let range = |levels: &Levels| match levels {
        Levels::Between { low, high, .. } => (*low, *high),
        Levels::Listed(_) | Levels::Days(..) => panic!("a fit moves its parameters over ranges"),
    };
    prepared.sweep.plan.factors.iter().map(|factor| (factor.column(), range(&factor.levels))).collect()
}

/// What a calibration came to.
struct Found<'a> {
    prepared: &'a Prepared,
    fit: &'a Fit,
    fitted: Fitted,
    told: Told,
    /// The parameters of each point, as a scenario writes them.
    written: Vec<Vec<String>>,
}

type Rows = Vec<Vec<String>>;

impl Found<'_> {
    fn names(&self) -> Vec<String> {
        self.told.parameters.iter().map(|parameter| parameter.name.clone()).collect()
    }

    /// `point,distance,worst,accepted`, the parameters, and how many standard errors each target is off.
    fn points(&self) -> String {
        let mut head: Vec<String> = ["point", "distance", "worst", "accepted"].map(str::to_owned).into();
        head.extend(self.names());
        head.extend(self.fitted.targets.iter().map(|target| target.name.clone()));
        let mut rows = vec![head];
        let mut points: Vec<(usize, &Judged)> = self.fitted.points.iter().enumerate().collect();
        points.sort_by_key(|(_, judged)| judged.point);
        for (order, judged) in points {
            let accepted = if order < self.fitted.accepted { "yes" } else { "no" };
            let mut row = vec![judged.point.to_string(), four(judged.distance), four(judged.worst)];
            row.push(accepted.to_owned());
            row.extend(self.written[judged.point as usize].iter().cloned());
            row.extend(judged.off.iter().map(|off| off.errors.map(four).unwrap_or_default()));
            rows.push(row);
        }
        csv(&rows)
    }

    /// `set,point,distance,worst` and the parameters, the nearest first.
    fn accepted(&self) -> String {
        let mut head: Vec<String> = ["set", "point", "distance", "worst"].map(str::to_owned).into();
        head.extend(self.names());
        let mut rows = vec![head];
        for (set, judged) in self.fitted.kept().iter().enumerate() {
            let mut row = vec![set.to_string(), judged.point.to_string()];
            row.extend([judged.distance, judged.worst].map(four));
            row.extend(self.written[judged.point as usize].iter().cloned());
            rows.push(row);
        }
        csv(&rows)
    }

    /// A scenario of which each replication takes a set, without some columns.
    fn scenario(&self, extends: Option<&String>, without: &[String], title: &Text) -> String {
        let plan = &self.prepared.sweep.plan;
        let extends = extends.unwrap_or(&plan.scenarios[0]);
        let Text { nl, en } = self.fit.span();
        let text = |text: &str| text.replace(['"', '\\', '\n'], " ");
        let mut toml = format!(
            "# Written by `doorstroom calibrate`, version {}: the {} of {} points that lie nearest to what was published\n\
             # of {en}. A replication takes the set of its number, and after the last one the first again.\n\
             format = 1\nname = \"{}\"\nname_nl = \"{}\"\n\
             description = \"Sets of values that fit published figures of {en} together, one for each replication in turn.\"\n\
             description_nl = \"Sets van waarden die samen passen bij gepubliceerde cijfers van {nl}, om beurten een per replicatie.\"\n\
             extends = \"{}\"\n\n[calibrated]\n",
            env!("CARGO_PKG_VERSION"),
            self.fitted.accepted,
            self.fitted.points.len(),
            text(&title.en),
            text(&title.nl),
            text(extends),
        );
        for (place, name) in self.names().iter().enumerate().filter(|(_, name)| !without.contains(name)) {
            let list: Vec<&str> = self
                .fitted
                .kept()
                .iter()
                .map(|judged| self.written[judged.point as usize][place].as_str())
                .collect();
            toml.push_str(&format!("{name} = [{}]\n", list.join(", ")));
        }
        toml
    }

    /// `parameter,prior_low,prior_high,p10,p50,p90,narrowed,tells,goes_with,correlation`.
    fn parameters_csv(&self) -> String {
        let head = "parameter,prior_low,prior_high,p10,p50,p90,narrowed,tells,goes_with,correlation";
        let mut rows = vec![head.split(',').map(str::to_owned).collect::<Vec<_>>()];
        for one in &self.told.parameters {
            let mut row = vec![one.name.clone(), four(one.prior.0), four(one.prior.1)];
            row.extend(one.kept.map(four));
            row.push(four(one.narrowed));
            row.push(if self.told.tells(one) { "yes" } else { "no" }.to_owned());
            let (target, by) = one.told_by.clone().unwrap_or_default();
            row.extend([target, four(by)]);
            rows.push(row);
        }
        csv(&rows)
    }

    /// `parameter,other,correlation` among the sets that are kept.
    fn related_csv(&self) -> String {
        let mut rows = vec![["parameter", "other", "correlation"].map(str::to_owned).to_vec()];
        for one in &self.told.related {
            rows.push(vec![one.names.0.clone(), one.names.1.clone(), four(one.correlation)]);
        }
        csv(&rows)
    }

    fn parameters(&self, language: Language) -> Rows {
        let head = pick(
            language,
            [
                "parameter",
                "prior",
                "behouden: P10",
                "mediaan",
                "P90",
                "smaller",
                "zegt iets",
                "hangt samen met",
            ],
            ["parameter", "prior", "kept: P10", "median", "P90", "narrower", "tells", "goes with"],
        );
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for one in &self.told.parameters {
            let number = |x: f64| language.lean(x, 3);
            let tells = pick(language, ["ja", "nee"], ["yes", "no"]);
            let (low, high) = one.prior;
            let mut row = vec![one.name.clone(), format!("{} … {}", number(low), number(high))];
            row.extend(one.kept.map(number));
            row.push(percent(language, one.narrowed));
            row.push(tells[usize::from(!self.told.tells(one))].to_owned());
            row.push(
                one.told_by
                    .as_ref()
                    .map_or_else(String::new, |(target, by)| format!("{target} ({})", language.lean(*by, 2))),
            );
            rows.push(row);
        }
        rows
    }

    fn related(&self, language: Language) -> Rows {
        let head = pick(language, ["parameter", "en", "correlatie"], ["parameter", "and", "correlation"]);
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for one in &self.told.related {
            let (a, b) = &one.names;
            rows.push(vec![a.clone(), b.clone(), language.lean(one.correlation, 2)]);
        }
        rows
    }

    /// How far each target is off: at all points and at those that are kept, and at the nearest of all.
    fn targets(&self, language: Language) -> Rows {
        let head = pick(
            language,
            [
                "uitkomst",
                "cijfers",
                "afwijking, alle punten",
                "behouden",
                "standaardfouten, behouden",
                "dichtste",
                "haalbaar",
            ],
            [
                "outcome",
                "figures",
                "off, all points",
                "kept",
                "standard errors, kept",
                "nearest",
                "within reach",
            ],
        );
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for (place, target) in self.fitted.targets.iter().enumerate() {
            let middle = |points: &[Judged], of: &dyn Fn(&Judged) -> Option<f64>| {
                let mut values: Vec<f64> = points.iter().filter_map(of).collect();
                values.sort_unstable_by(f64::total_cmp);
                crate::stats::quantile(&values, 0.5).unwrap_or(f64::NAN)
            };
            let share = |judged: &Judged| judged.off[place].share;
            let errors = |judged: &Judged| judged.off[place].errors;
            let nearest = self.fitted.points.iter().filter_map(errors).fold(f64::INFINITY, f64::min);
            let reach = pick(language, ["ja", "nee"], ["yes", "no"]);
            rows.push(vec![
                target.name.clone(),
                self.fitted.figures[place].to_string(),
                percent(language, middle(&self.fitted.points, &share)),
                percent(language, middle(self.fitted.kept(), &share)),
                language.lean(middle(self.fitted.kept(), &errors), 1),
                language.lean(nearest, 1),
                reach[usize::from(nearest > self.fit.cutoff)].to_owned(),
            ]);
        }
        rows
    }

    fn sentences(&self, language: Language) -> Vec<String> {
        let (points, kept) = (self.fitted.points.len(), self.fitted.accepted);
        let (possible, cutoff) = (self.fitted.possible, language.lean(self.fit.cutoff, 1));
        let Text { nl, en } = self.fit.span();
        let figures = self.prepared.sweep.figures.len();
        let silent: Vec<&str> = self
            .told
            .parameters
            .iter()
            .filter(|one| !self.told.tells(one))
            .map(|one| one.name.as_str())
            .collect();
        let beyond: Vec<&str> = self
            .fitted
            .targets
            .iter()
            .enumerate()
            .filter(|(place, _)| {
                let errors = |judged: &Judged| judged.off[*place].errors;
                self.fitted.points.iter().filter_map(errors).all(|x| x > self.fit.cutoff)
            })
            .map(|(_, target)| target.name.as_str())
            .collect();
        let list = |names: &[&str]| {
            let none = pick(language, "geen", "none");
            if names.is_empty() { none.to_owned() } else { names.join(", ") }
        };
        let reach = match beyond.is_empty() {
            true => pick(
                language,
                "Elke uitkomst wordt door een of ander punt gehaald; wat ontbreekt, is een punt dat ze samen haalt.".to_owned(),
                "Each outcome is met by some point or other; what lacks is a point that meets them together.".to_owned(),
            ),
            false => pick(
                language,
                format!("Uitkomsten die geen enkel punt binnen {cutoff} standaardfouten haalt: {}. Dat is een fout van het model of van de cijfers, die geen waarde herstelt.", list(&beyond)),
                format!("Outcomes that no point meets within {cutoff} standard errors: {}. That is a fault of the model or of the figures, which no value mends.", list(&beyond)),
            ),
        };
        let reach = if possible > 0 && beyond.is_empty() { None } else { Some(reach) };
        let silence = pick(
            language,
            format!(
                "Waarover de cijfers niets zeggen (minder dan {} smaller): {}.",
                percent(language, self.told.least),
                list(&silent)
            ),
            format!(
                "Of which the figures tell nothing (less than {} narrower): {}.",
                percent(language, self.told.least),
                list(&silent)
            ),
        );
        let begin = pick(
            language,
            vec![
                format!(
                    "{points} punten zijn gehouden tegen {figures} cijfers van {nl}; de {kept} dichtste zijn behouden."
                ),
                format!(
                    "{possible} van {points} punten liggen bij elke uitkomst binnen {cutoff} standaardfouten; de andere zijn uitgesloten."
                ),
            ],
            vec![
                format!(
                    "{points} points were held against {figures} figures of {en}; the {kept} nearest are kept."
                ),
                format!(
                    "{possible} of {points} points lie within {cutoff} standard errors for every outcome; the others are ruled out."
                ),
            ],
        );
        begin.into_iter().chain(reach).chain([silence]).collect()
    }

    fn sections(&self, language: Language) -> [(&'static str, Rows); 3] {
        let heads = pick(
            language,
            ["Parameters", "Niet uit elkaar te houden", "Uitkomsten"],
            ["Parameters", "Cannot be told apart", "Outcomes"],
        );
        [
            (heads[0], self.parameters(language)),
            (heads[1], self.related(language)),
            (heads[2], self.targets(language)),
        ]
    }

    fn terminal(&self, language: Language) -> String {
        let mut text: String =
            self.sentences(language).iter().map(|line| table::wrapped(line, "", 110)).collect();
        for (head, rows) in self.sections(language) {
            text.push_str(&format!("\n{head}\n{}", table::columns(&rows)));
        }
        text
    }

    fn report(&self, language: Language) -> String {
        let mut text = format!("# {}\n\n", self.prepared.sweep.plan.title.to(language));
        for line in self.sentences(language) {
            text.push_str(&format!("- {line}\n"));
        }
        for (head, rows) in self.sections(language) {
            text.push_str(&format!("\n## {head}\n\n"));
            for (place, row) in rows.iter().enumerate() {
                text.push_str(&format!("| {} |\n", row.join(" | ")));
                if place == 0 {
                    text.push_str(&format!("|{}\n", "---|".repeat(row.len())));
                }
            }
        }
        text
    }
}

fn four(value: f64) -> String {
    format!("{value:.4}")
}

fn percent(language: Language, share: f64) -> String {
    if share.is_nan() { "–".to_owned() } else { format!("{}\u{a0}%", language.lean(share * 100.0, 0)) }
}

fn csv(rows: &[Vec<String>]) -> String {
    let never = "a table in memory can be written";
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).expect(never);
    }
    String::from_utf8(csv.into_inner().expect(never)).expect("a table of numbers and names is text")
}
