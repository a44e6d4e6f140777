//! `analyse`: what drives the outcomes of a sweep, and where in its space something happens.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::super::console::Console;
use super::super::exit::{Code, Stop, at};
use super::super::language::pick;
use super::super::output::Folder;
use super::super::{font, help, table};
use super::drawn::{self, swept};
use super::store::FIRST;
use super::{Prepared, prepare};
use crate::diagnostic::{Language, Text};
use crate::report::analysis::{self, Discovered, Found, Piece};
use crate::scenario::plan::Kind;
use crate::study::sweep::analysis::{Case, Estimate, Index, Swing, discover, effects, indices, swings};

/// Indices with a wider interval than this are not settled.
const SETTLED: f64 = 0.1;
/// A box is good when so much of what lies in it happened.
const DENSE: f64 = 0.8;

pub(in crate::cli) fn command(language: Language) -> Command {
    let limit = |id, name, about| {
        help::option(language, id, name, about).value_parser(value_parser!(f64)).allow_hyphen_values(true)
    };
    help::command(
        language,
        "analyse",
        (
            "Zegt wat de uitkomsten van een sweep drijft, en waar in zijn ruimte iets gebeurt",
            "Says what drives the outcomes of a sweep, and where in its space something happens",
        ),
        &[
            (
                "doorstroom analyse out/plan",
                (
                    "Wat elke uitkomst drijft: indices van een sobol- of morrisontwerp, of één factor tegelijk",
                    "What drives each outcome: indices of a sobol or morris design, or one factor at a time",
                ),
            ),
            (
                "doorstroom analyse out/plan --out out/analyse",
                ("Hetzelfde met grafieken, tabellen en een pagina", "The same with charts, tables and a page"),
            ),
            (
                "doorstroom analyse out/plan --outcome open_end --above 60000",
                ("Waar loopt de voorraad boven 60.000?", "Where does the stock rise above 60,000?"),
            ),
        ],
    )
    .arg(
        help::positional(language, "dir", "DIR", ("De map van de sweep", "The folder of the sweep"))
            .required(true)
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(help::option(language, "outcome", "NAME", ("Alleen deze uitkomst", "This outcome only")))
    .arg(font::option(language))
    .arg(
        help::option(
            language,
            "out",
            "DIR",
            (
                "Schrijf ook grafieken, tabellen en een pagina in deze map",
                "Also write charts, tables and a page into this folder",
            ),
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        limit("above", "X", ("Zoek waar de uitkomst boven X komt", "Find where the outcome rises above X"))
            .requires("outcome"),
    )
    .arg(
        limit("below", "X", ("Zoek waar de uitkomst onder X blijft", "Find where the outcome stays below X"))
            .requires("outcome")
            .conflicts_with("above"),
    )
}

/// The runs of a sweep by outcome: the values of the replications of each point.
pub(in crate::cli) struct Runs {
    names: Vec<String>,
    pub(in crate::cli) values: Vec<Vec<Vec<f64>>>,
}

pub(in crate::cli) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    font::choose(matches)?;
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    let prepared = prepare(console, &folder.join("plan.toml"))?;
    let runs = read(&folder, &prepared)?;
    let outcome = matches.get_one::<String>("outcome").map(String::as_str);
    let limit = |id: &str| matches.get_one::<f64>(id).copied();
    let wanted = limit("above").map(|x| (true, x)).or_else(|| limit("below").map(|x| (false, x)));
    let target = matches.get_one::<PathBuf>("out");
    if let Some(target) = target {
        // A place that cannot be written is told now, and not after the work.
        drop(Folder::begin(target)?);
    }
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for (column, said, piece) in answers(&prepared, &runs, (outcome, wanted), console.language)? {
        text.push_str(&format!("{column}\n{said}\n"));
        pieces.extend(piece);
    }
    if let Some(target) = target {
        if pieces.is_empty() {
            console.warn(&Text::new(
                "Er is niets te tekenen: er is niets geschreven.",
                "There is nothing to draw: nothing is written.",
            ));
        } else {
            let target = drawn::write(target, &folder, &prepared, &pieces, matches, console.language)?;
            text.push_str(&table::columns(&[vec![
                pick(console.language, "Map", "Folder").to_owned(),
                target.display().to_string(),
            ]]));
        }
    }
    console.print(&text)?;
    Ok(Code::Done)
}

/// One outcome, or each of a sweep: its column, what is said of it, and what is drawn. `wanted` is whether it is to lie above a
/// value or below it, and that value; without it, what drives it.
pub(super) fn answers(
    prepared: &Prepared,
    runs: &Runs,
    (outcome, wanted): (Option<&str>, Option<(bool, f64)>),
    language: Language,
) -> Result<Vec<(String, String, Option<Piece>)>, Stop> {
    if let Some(name) = outcome.filter(|name| runs.names.iter().all(|one| one != name)) {
        let all = runs.names.join(", ");
        return Err(Stop::BadInput(Text::new(
            format!("er is geen uitkomst {name}; de sweep heeft {all}"),
            format!("there is no outcome {name}; the sweep has {all}"),
        )));
    }
    let chosen =
        runs.names.iter().zip(&runs.values).filter(|(name, _)| outcome.is_none_or(|one| one == *name));
    let answer = |(column, values): (&String, &Vec<Vec<f64>>)| {
        let asked = Asked { language, prepared, column, values };
        let (said, piece) = match (wanted, prepared.sweep.plan.kind) {
            (Some(wanted), _) => asked.found(wanted),
            (None, Kind::Sobol) => asked.sobol(),
            (None, Kind::Morris) => asked.morris(),
            (None, Kind::OneAtATime) => asked.one_at_a_time(),
            (None, Kind::Grid | Kind::LatinHypercube) => {
                return Err(Stop::BadInput(Text::new(
                    "wat een uitkomst drijft vraagt kind = \"sobol\", \"morris\" of \"one_at_a_time\"; in elk ontwerp kan een uitkomst (outcome) met een grens (above of below)",
                    "what drives an outcome needs kind = \"sobol\", \"morris\" or \"one_at_a_time\"; in any design an outcome with a limit (above or below) will do",
                )));
            }
        };
        Ok((column.clone(), said, piece))
    };
    chosen.map(answer).collect()
}

/// Reads the table of all runs from the folder of a sweep.
pub(in crate::cli) fn read(folder: &Path, prepared: &Prepared) -> Result<Runs, Stop> {
    let path = folder.join("runs.csv");
    let file = std::fs::File::open(&path).map_err(|_| {
        Stop::BadInput(Text::new(
            format!("{}: is er nog niet; maak de sweep eerst af", path.display()),
            format!("{}: is not there yet; finish the sweep first", path.display()),
        ))
    })?;
    self::runs(std::io::BufReader::new(file), &path, prepared)
}

/// The table of all runs.
pub(super) fn runs(source: impl std::io::Read, path: &Path, prepared: &Prepared) -> Result<Runs, Stop> {
    let broken = |error: csv::Error| at(path, &std::io::Error::other(error.to_string()));
    let mut reader = csv::Reader::from_reader(source);
    let before = FIRST.len() + prepared.sweep.factor_columns().len();
    let names: Vec<String> =
        reader.headers().map_err(broken)?.iter().skip(before).map(str::to_owned).collect();
    let points = usize::try_from(prepared.sweep.points).unwrap_or(0);
    let mut values = vec![vec![Vec::new(); points]; names.len()];
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let point: usize = record.get(1).and_then(|cell| cell.parse().ok()).unwrap_or(usize::MAX);
        for (outcome, cell) in record.iter().skip(before).enumerate() {
            if let Some(list) = values.get_mut(outcome).and_then(|list| list.get_mut(point)) {
                list.push(cell.parse().unwrap_or(f64::NAN));
            }
        }
    }
    Ok(Runs { names, values })
}

/// Where the factors of a point lie; one that is left alone lies in the middle.
fn places(prepared: &Prepared, point: usize) -> Vec<f64> {
    prepared.sweep.design.point(point as u64).into_iter().map(|place| place.unwrap_or(0.5)).collect()
}

/// A number with two decimals.
fn two(language: Language, value: f64) -> String {
    let text = format!("{value:.2}");
    pick(language, text.replace('.', ","), text)
}

fn within(language: Language, estimate: Estimate) -> String {
    let [value, low, high] = [estimate.value, estimate.low, estimate.high].map(|x| two(language, x));
    format!("{value} ({low} … {high})")
}

/// What is asked of an outcome.
struct Asked<'a> {
    language: Language,
    prepared: &'a Prepared,
    /// The heading of its column.
    column: &'a str,
    /// The values of the replications of each point.
    values: &'a [Vec<f64>],
}

impl Asked<'_> {
    fn tornado(&self, found: Found<'_>) -> Piece {
        let factors = self.prepared.sweep.factors();
        analysis::tornado(&swept(self.prepared), &factors, self.column, found, self.language)
    }

    fn none(&self, nl: &str, en: &str) -> (String, Option<Piece>) {
        (pick(self.language, nl, en).to_owned(), None)
    }

    fn sobol(&self) -> (String, Option<Piece>) {
        let (language, factors) = (self.language, self.prepared.sweep.factors());
        let Some(found) = indices(factors.len(), self.values, self.prepared.sweep.plan.seed) else {
            return self.none(
                "  varieert niet, of heeft niet in elk punt een waarde: geen indices\n",
                "  does not vary, or has no value at every point: no indices\n",
            );
        };
        let head = pick(
            language,
            ["  factor", "alleen (eerste orde)", "met wisselwerking (totaal)"],
            ["  factor", "alone (first order)", "with interaction (total)"],
        );
        let mut ranked: Vec<(&String, &Index)> = factors.iter().zip(&found).collect();
        ranked.sort_by(|a, b| b.1.total.value.total_cmp(&a.1.total.value));
        let rows = ranked.iter().map(|(name, one)| {
            vec![format!("  {name}"), within(language, one.first), within(language, one.total)]
        });
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect();
        let mut text = table::columns(&rows);
        let widest =
            found.iter().flat_map(|one| [one.first, one.total]).map(|e| e.half_width()).fold(0.0, f64::max);
        if widest > SETTLED {
            let widest = two(language, widest);
            text.push_str(&pick(
                language,
                format!(
                    "  Nog niet vast: de breedste marge is ± {widest}; vier keer zoveel punten halveert hem.\n"
                ),
                format!(
                    "  Not settled: the widest margin is ± {widest}; four times as many points halve it.\n"
                ),
            ));
        }
        if found.iter().any(|one| one.first.value < 0.0 || one.total.value < 0.0) {
            text.push_str(pick(
                language,
                "  Een index onder nul is steekproeffout: de factor doet (bijna) niets.\n",
                "  An index below zero is sampling error: the factor does (nearly) nothing.\n",
            ));
        }
        if self.prepared.sweep.plan.replications < 2 {
            text.push_str(pick(
                language,
                "  Met één replicatie per punt zit het toeval in de indices; neem er ten minste twee.\n",
                "  With one replication a point, chance is in the indices; take at least two.\n",
            ));
        }
        (text, Some(self.tornado(Found::Indices(&found))))
    }

    fn morris(&self) -> (String, Option<Piece>) {
        let (language, factors) = (self.language, self.prepared.sweep.factors());
        let places: Vec<Vec<f64>> =
            (0..self.values.len()).map(|point| places(self.prepared, point)).collect();
        let means: Vec<f64> =
            self.values.iter().map(|list| list.iter().sum::<f64>() / list.len() as f64).collect();
        let Some(found) = effects(&places, &means) else {
            return self.none(
                "  heeft niet in elk punt een waarde: geen effecten\n",
                "  has no value at every point: no effects\n",
            );
        };
        let head = pick(
            language,
            ["  factor", "grootte (mu*)", "± standaardfout", "richting (mu)", "spreiding (sigma)"],
            ["  factor", "size (mu*)", "± standard error", "direction (mu)", "spread (sigma)"],
        );
        let mut ranked: Vec<_> = factors.iter().zip(&found).collect();
        ranked.sort_by(|a, b| b.1.size.total_cmp(&a.1.size));
        let number = |value: f64| language.lean(value, 1);
        let rows = ranked.iter().map(|(name, one)| {
            let cells = [one.size, one.error, one.mean, one.spread].map(number);
            std::iter::once(format!("  {name}")).chain(cells).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect();
        let about = pick(
            language,
            "  In de eenheid van de uitkomst, over de hele bandbreedte van de factor.\n",
            "  In the unit of the outcome, over the whole range of the factor.\n",
        );
        (format!("{}{about}", table::columns(&rows)), Some(self.tornado(Found::Effects(&found))))
    }

    fn one_at_a_time(&self) -> (String, Option<Piece>) {
        let (language, sweep) = (self.language, &self.prepared.sweep);
        let factors = sweep.factors();
        let places: Vec<Vec<Option<f64>>> =
            (0..self.values.len()).map(|point| sweep.design.point(point as u64)).collect();
        let Some(found) = swings(&places, self.values) else {
            return self.none(
                "  heeft niet in elk punt een waarde: geen verschillen\n",
                "  has no value at every point: no differences\n",
            );
        };
        let swept = swept(self.prepared);
        let head = pick(
            language,
            ["  factor", "laagste verschil", "bij", "hoogste verschil", "bij"],
            ["  factor", "lowest difference", "at", "highest difference", "at"],
        );
        let size = |pair: &[Swing; 2]| pair[1].difference.value.max(0.0) - pair[0].difference.value.min(0.0);
        let mut ranked: Vec<(usize, &String, &[Swing; 2])> =
            factors.iter().zip(&found).enumerate().map(|(n, (name, pair))| (n, name, pair)).collect();
        ranked.sort_by(|a, b| size(b.2).total_cmp(&size(a.2)));
        let rows = ranked.iter().map(|(n, name, pair)| {
            let cells = pair.iter().flat_map(|one| {
                let [value, low, high] = [one.difference.value, one.difference.low, one.difference.high]
                    .map(|x| language.lean(x, 1));
                [format!("{value} ({low} … {high})"), swept.level(*n, one.place, language)]
            });
            std::iter::once(format!("  {name}")).chain(cells).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect();
        let about = pick(
            language,
            "  Verschil met het scenario zoals het is, onder hetzelfde toeval, met 95 % zekerheid.\n",
            "  Difference from the scenario as it is, under the same luck, with 95 % confidence.\n",
        );
        (format!("{}{about}", table::columns(&rows)), Some(self.tornado(Found::Swings(&found))))
    }

    /// The box in which the outcome lies above or below a value, in a sentence, and the way there.
    fn found(&self, (above, limit): (bool, f64)) -> (String, Option<Piece>) {
        let (language, prepared) = (self.language, self.prepared);
        let mut cases = Vec::new();
        for (point, list) in self.values.iter().enumerate() {
            let places = places(prepared, point);
            cases.extend(list.iter().map(|value| Case {
                places: places.clone(),
                happened: if above { *value > limit } else { *value < limit },
            }));
        }
        let happened = cases.iter().filter(|case| case.happened).count();
        let all = cases.len();
        let shown = language.lean(limit, 4);
        let side = match (language, above) {
            (Language::Nl, true) => format!("boven {shown}"),
            (Language::Nl, false) => format!("onder {shown}"),
            (Language::En, true) => format!("above {shown}"),
            (Language::En, false) => format!("below {shown}"),
        };
        let percent = |share: f64| language.of_replications(share);
        let share = percent(happened as f64 / all.max(1) as f64);
        let way = discover(&cases);
        if way.is_empty() || happened == all {
            return self.none(
                &format!(
                    "  {side} in {share} van de {all} runs: er is geen deel van de ruimte om aan te wijzen\n"
                ),
                &format!(
                    "  {side} in {share} of the {all} runs: there is no part of the space to point at\n"
                ),
            );
        }
        // Where it happens nearly everywhere, a box must say more than that.
        let dense = way.first().map_or(DENSE, |all| DENSE.max((1.0 + all.density) / 2.0));
        let densest = || {
            let all = way.iter().enumerate();
            all.max_by(|a, b| a.1.density.total_cmp(&b.1.density)).map_or(0, |(place, _)| place)
        };
        let place = way.iter().position(|peel| peel.density >= dense).unwrap_or_else(densest);
        let chosen = &way[place];
        let swept = swept(prepared);
        let (density, coverage) = (percent(chosen.density), percent(chosen.coverage));
        // On the screen factors go by their columns, in the picture by their names.
        let sentences = |names: &[String]| {
            let bound = chosen.limits.iter().enumerate().filter(|(_, limit)| limit.binds());
            let limits: Vec<String> =
                bound.map(|(n, limit)| swept.clause(n, *limit, &names[n], language)).collect();
            let place = if limits.is_empty() {
                pick(language, "overal", "everywhere").to_owned()
            } else {
                limits.join(pick(language, " en ", " and "))
            };
            pick(
                language,
                [
                    format!("{side} in {share} van alle runs, en in {density} van de runs waarin {place}."),
                    format!("Dat vak houdt {coverage} van alle keren dat het gebeurt."),
                ],
                [
                    format!("{side} in {share} of all runs, and in {density} of the runs where {place}."),
                    format!("That box holds {coverage} of all times that it happens."),
                ],
            )
        };
        let names = prepared.sweep.factors();
        let said = sentences(&names);
        let mut text = format!("  {}\n  {}\n", said[0], said[1]);
        let head = pick(
            language,
            ["  deel van de runs", "dichtheid", "dekking", "factoren"],
            ["  part of the runs", "density", "coverage", "factors"],
        );
        let step = way.len().div_ceil(12).max(1);
        let rows = way.iter().step_by(step).map(|peel| {
            let bound = peel.limits.iter().filter(|limit| limit.binds()).count();
            vec![
                format!("  {}", percent(peel.mass)),
                percent(peel.density),
                percent(peel.coverage),
                bound.to_string(),
            ]
        });
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect();
        text.push_str(&table::columns(&rows));
        let discovered = Discovered {
            column: self.column,
            above,
            limit,
            way: &way,
            chosen: place,
            sentence: {
                let quoted =
                    swept.factors(language).iter().map(|name| format!("‘{name}’")).collect::<Vec<_>>();
                sentences(&quoted).join(" ")
            },
        };
        let piece = analysis::discovered(&swept, &names, &discovered, language);
        (text, Some(piece))
    }
}
