//! `analyse`: what drives the outcomes of a sweep, and where in its space something happens.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::super::console::Console;
use super::super::exit::{Code, Stop, at};
use super::super::language::pick;
use super::super::{help, table};
use super::store::FIRST;
use super::{Prepared, prepare};
use crate::diagnostic::{Language, Text};
use crate::scenario::plan::{Factor, Kind, Levels};
use crate::study::sweep::analysis::{Case, Estimate, Index, Peel, discover, effects, indices};

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
                    "Indices van een sobol- of morrisontwerp, van elke uitkomst",
                    "Indices of a sobol or morris design, of each outcome",
                ),
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
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    let prepared = prepare(console, &folder.join("plan.toml"))?;
    let runs = read(&folder, &prepared)?;
    let chosen = match matches.get_one::<String>("outcome") {
        Some(name) => {
            let place = runs.names.iter().position(|one| one == name).ok_or_else(|| {
                let all = runs.names.join(", ");
                Stop::BadInput(Text::new(
                    format!("er is geen uitkomst {name}; de sweep heeft {all}"),
                    format!("there is no outcome {name}; the sweep has {all}"),
                ))
            })?;
            vec![place]
        }
        None => (0..runs.names.len()).collect(),
    };
    let limit = |id: &str| matches.get_one::<f64>(id).copied();
    let wanted = limit("above").map(|x| (true, x)).or_else(|| limit("below").map(|x| (false, x)));
    let mut text = String::new();
    for outcome in chosen {
        text.push_str(&format!("{}\n", runs.names[outcome]));
        let values = &runs.values[outcome];
        text.push_str(&match (wanted, prepared.sweep.plan.kind) {
            (Some(wanted), _) => found(console.language, &prepared, values, wanted)?,
            (None, Kind::Sobol) => sobol(console.language, &prepared, values),
            (None, Kind::Morris) => morris(console.language, &prepared, values),
            (None, Kind::Grid | Kind::OneAtATime | Kind::LatinHypercube) => {
                return Err(Stop::BadInput(Text::new(
                    "indices vragen kind = \"sobol\" of \"morris\"; in elk ontwerp kan --outcome NAAM --above X",
                    "indices need kind = \"sobol\" or \"morris\"; in any design --outcome NAME --above X will do",
                )));
            }
        });
        text.push('\n');
    }
    console.print(&text)?;
    Ok(Code::Done)
}

/// Reads the table of all runs.
pub(in crate::cli) fn read(folder: &Path, prepared: &Prepared) -> Result<Runs, Stop> {
    let path = folder.join("runs.csv");
    let broken = |error: csv::Error| at(&path, &std::io::Error::other(error.to_string()));
    let mut reader = csv::Reader::from_path(&path).map_err(|_| {
        Stop::BadInput(Text::new(
            format!("{}: is er nog niet; maak de sweep eerst af", path.display()),
            format!("{}: is not there yet; finish the sweep first", path.display()),
        ))
    })?;
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

/// What a plan writes, as a sentence says it: a number as the language has it, a date or a word as it is.
fn in_words(language: Language, written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |number: f64| language.lean(number, 4))
}

fn within(language: Language, estimate: Estimate) -> String {
    let [value, low, high] = [estimate.value, estimate.low, estimate.high].map(|x| two(language, x));
    format!("{value} ({low} … {high})")
}

fn sobol(language: Language, prepared: &Prepared, values: &[Vec<f64>]) -> String {
    let factors = prepared.sweep.factor_columns();
    let Some(found) = indices(factors.len(), values, prepared.sweep.plan.seed) else {
        return pick(
            language,
            "  varieert niet, of heeft niet in elk punt een waarde: geen indices\n",
            "  does not vary, or has no value at every point: no indices\n",
        )
        .to_owned();
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
            format!("  Not settled: the widest margin is ± {widest}; four times as many points halve it.\n"),
        ));
    }
    if found.iter().any(|one| one.first.value < 0.0 || one.total.value < 0.0) {
        text.push_str(pick(
            language,
            "  Een index onder nul is steekproeffout: de factor doet (bijna) niets.\n",
            "  An index below zero is sampling error: the factor does (nearly) nothing.\n",
        ));
    }
    if prepared.sweep.plan.replications < 2 {
        text.push_str(pick(
            language,
            "  Met één replicatie per punt zit het toeval in de indices; neem er ten minste twee.\n",
            "  With one replication a point, chance is in the indices; take at least two.\n",
        ));
    }
    text
}

fn morris(language: Language, prepared: &Prepared, values: &[Vec<f64>]) -> String {
    let factors = prepared.sweep.factor_columns();
    let places: Vec<Vec<f64>> = (0..values.len()).map(|point| places(prepared, point)).collect();
    let means: Vec<f64> = values.iter().map(|list| list.iter().sum::<f64>() / list.len() as f64).collect();
    let Some(found) = effects(&places, &means) else {
        return pick(
            language,
            "  heeft niet in elk punt een waarde: geen effecten\n",
            "  has no value at every point: no effects\n",
        )
        .to_owned();
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
    format!("{}{about}", table::columns(&rows))
}

/// The box in which the outcome lies above or below a value, in a sentence, and the way there.
fn found(
    language: Language,
    prepared: &Prepared,
    values: &[Vec<f64>],
    (above, limit): (bool, f64),
) -> Result<String, Stop> {
    let mut cases = Vec::new();
    for (point, list) in values.iter().enumerate() {
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
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let share = percent(happened as f64 / all.max(1) as f64);
    let way = discover(&cases);
    if way.is_empty() || happened == all {
        return Ok(pick(
            language,
            format!(
                "  {side} in {share} van de {all} runs: er is geen deel van de ruimte om aan te wijzen\n"
            ),
            format!("  {side} in {share} of the {all} runs: there is no part of the space to point at\n"),
        ));
    }
    // Where it happens nearly everywhere, a box must say more than that.
    let dense = way.first().map_or(DENSE, |all| DENSE.max((1.0 + all.density) / 2.0));
    let densest = |a: &&Peel, b: &&Peel| a.density.total_cmp(&b.density);
    let chosen = way.iter().find(|peel| peel.density >= dense).or_else(|| way.iter().max_by(densest));
    let Some(chosen) = chosen else { return Ok(String::new()) };
    let plan = &prepared.sweep.plan;
    let limits: Vec<String> = chosen
        .limits
        .iter()
        .enumerate()
        .filter(|(_, limit)| limit.binds())
        .filter_map(|(n, limit)| Some(bounds(language, plan.factors.get(n)?, limit.low, limit.high)))
        .collect();
    let and = pick(language, " en ", " and ");
    let place =
        if limits.is_empty() { pick(language, "overal", "everywhere").to_owned() } else { limits.join(and) };
    let (density, coverage) = (percent(chosen.density), percent(chosen.coverage));
    let mut text = pick(
        language,
        format!(
            "  {side} in {share} van alle runs, en in {density} van de runs waarin {place}.\n  Dat vak houdt {coverage} van alle keren dat het gebeurt.\n"
        ),
        format!(
            "  {side} in {share} of all runs, and in {density} of the runs where {place}.\n  That box holds {coverage} of all times that it happens.\n"
        ),
    );
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
    Ok(text)
}

/// What a box keeps of a factor, in words.
fn bounds(language: Language, factor: &Factor, low: f64, high: f64) -> String {
    let name = factor.column();
    if let Levels::Listed(list) = &factor.levels {
        let count = list.len() as f64;
        let kept = list.iter().enumerate().filter(|(n, _)| {
            let place = (*n as f64 + 0.5) / count;
            place >= low - 0.5 / count && place <= high + 0.5 / count
        });
        let never = pick(language, "nooit", "never");
        let said = |level: &str| in_words(language, level);
        let kept: Vec<String> =
            kept.map(|(_, level)| level.as_deref().map_or_else(|| never.to_owned(), said)).collect();
        return format!("{name} = {}", kept.join(pick(language, " of ", " or ")));
    }
    let at = |place: f64| in_words(language, &factor.written(place).unwrap_or_default());
    match (low > 0.0, high < 1.0) {
        (true, true) => pick(
            language,
            format!("{name} tussen {} en {} ligt", at(low), at(high)),
            format!("{name} lies between {} and {}", at(low), at(high)),
        ),
        (true, false) => pick(
            language,
            format!("{name} ten minste {} is", at(low)),
            format!("{name} is at least {}", at(low)),
        ),
        _ => pick(
            language,
            format!("{name} ten hoogste {} is", at(high)),
            format!("{name} is at most {}", at(high)),
        ),
    }
}
