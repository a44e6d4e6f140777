//! What drives an outcome, the strongest factor first: the swings of one at a time, indices, or elementary effects.

use super::{Piece, Swept, either};
use crate::report::brief::{Cell, Sheet};
use crate::report::chart::{Bar, BarRow, Bars, Body, Drawing};
use crate::report::summary::{borrow, capital};
use crate::report::texts::{Language, fill};
use crate::study::sweep::analysis::{Effect, Estimate, Index, Swing};

/// Factors that a picture shows at most; the table has them all.
const SHOWN: usize = 16;

/// What was found of each factor, in the order of the design.
#[derive(Copy, Clone, Debug)]
pub enum Found<'a> {
    /// One at a time: the lowest and the highest outcome.
    Swings(&'a [[Swing; 2]]),
    /// Sobol indices.
    Indices(&'a [Index]),
    /// Elementary effects.
    Effects(&'a [Effect]),
}

/// A factor with what is drawn and written of it.
struct Factor {
    name: String,
    /// Its column in `runs.csv`.
    id: String,
    /// By which factors are put in order: the largest first.
    weight: f64,
    bars: [Option<Bar>; 2],
    cells: Vec<Cell>,
}

/// The picture of what drives an outcome, with its table. `columns` name the factors in files, `column` the outcome.
pub fn tornado(
    of: &Swept<'_>,
    columns: &[String],
    column: &str,
    found: Found<'_>,
    language: Language,
) -> Piece {
    let names = of.factors(language);
    let factor = |n: usize| {
        let (weight, bars, cells) = match found {
            Found::Swings(all) => swing(of, n, &all[n], language),
            Found::Indices(all) => index(&all[n], language),
            Found::Effects(all) => effect(&all[n], language),
        };
        Factor { name: names[n].clone(), id: columns[n].clone(), weight, bars, cells }
    };
    let mut factors: Vec<Factor> = (0..names.len().min(columns.len())).map(factor).collect();
    factors.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let outcome = of.outcome(column, language);
    let sentence = sentence(&factors, found, &outcome, language);
    let words = Words::of(found, language);
    let more = factors.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        let template =
            either(language, "Nog {n} factoren staan in de tabel.", "{n} more factors stand in the table.");
        fill(template, &[("n", &more.to_string())])
    });
    let note = format!("{} {}", words.note, more.unwrap_or_default());
    let bars = Bars {
        heading: capital(&outcome),
        unit: match found {
            Found::Indices(_) => words.unit.to_owned(),
            Found::Swings(_) | Found::Effects(_) => of.unit(column, language),
        },
        legend: words.legend.map(str::to_owned),
        signed: !matches!(found, Found::Indices(_)),
        parts: matches!(found, Found::Indices(_)),
        rows: factors
            .iter()
            .take(SHOWN)
            .map(|factor| BarRow { name: factor.name.clone(), bars: factor.bars.clone() })
            .collect(),
    };
    let name = format!("tornado_{}", column.replace(['@', '-'], "_"));
    let title =
        fill(either(language, "Wat drijft: {outcome}", "What drives: {outcome}"), &[("outcome", &outcome)]);
    let card = of.card(name.clone(), title.clone(), &sentence, words.about, &note, language);
    let picture = Drawing { card, body: Body::Bars(vec![bars]) }.picture(language);
    let rows = factors.into_iter().map(|factor| {
        let mut row = vec![Cell::Word(factor.id, factor.name)];
        row.extend(factor.cells);
        row
    });
    let sheet = Sheet {
        name,
        title,
        about: words.about.to_owned(),
        groups: 0,
        head: words.head,
        rows: rows.collect(),
        mark: None,
    };
    Piece { picture, sheet, sentence }
}

/// The words that go with a kind of finding.
struct Words {
    about: &'static str,
    note: &'static str,
    unit: &'static str,
    legend: [&'static str; 2],
    head: Vec<crate::report::brief::Head>,
}

impl Words {
    fn of(found: Found<'_>, language: Language) -> Words {
        let e = |nl, en| either(language, nl, en);
        let factor = e("factor", "factor");
        match found {
            Found::Swings(_) => Words {
                about: e(
                    "Het verschil met het scenario zoals het is, als één factor naar een ander eind van zijn bandbreedte gaat en al het \
                     andere blijft. Aan het eind van elke balk staat de waarde van de factor.",
                    "The difference from the scenario as it is, when one factor goes to another end of its range and all else stays. At the \
                     end of each bar stands the value of the factor.",
                ),
                note: e(
                    "Gemiddelden van paarsgewijze verschillen onder hetzelfde toeval; streep: 95 % zekerheid van dat gemiddelde. Eén factor \
                     tegelijk zegt niets over wat factoren samen doen.",
                    "Means of paired differences under the same luck; line: 95 % confidence of that mean. One factor at a time says nothing \
                     of what factors do together.",
                ),
                unit: "",
                legend: [e("hoogste uitkomst", "highest outcome"), e("laagste uitkomst", "lowest outcome")],
                head: Sheet::head([
                    ("factor", factor),
                    ("at_lowest", e("waarde bij de laagste", "value at the lowest")),
                    ("lowest", e("laagste verschil", "lowest difference")),
                    ("lowest_from", e("van", "from")),
                    ("lowest_to", e("tot", "to")),
                    ("at_highest", e("waarde bij de hoogste", "value at the highest")),
                    ("highest", e("hoogste verschil", "highest difference")),
                    ("highest_from", e("van", "from")),
                    ("highest_to", e("tot", "to")),
                ]),
            },
            Found::Indices(_) => Words {
                about: e(
                    "Welk deel van de spreiding tussen de punten elke factor verklaart: alleen (eerste orde), en samen met andere (totaal). \
                     Het toeval van replicaties is eruit.",
                    "Which part of the spread between the points each factor explains: alone (first order), and together with others \
                     (total). The chance of replications is taken out.",
                ),
                note: e(
                    "Sobol-indices (Saltelli en anderen 2010); streep: 95 % van herhaalde trekkingen. Een index onder nul is steekproeffout: de \
                     factor doet (bijna) niets. Indices gelden binnen de bandbreedten van het plan.",
                    "Sobol indices (Saltelli and others 2010); line: 95 % of resampled draws. An index below zero is sampling error: the factor \
                     does (nearly) nothing. Indices hold within the ranges of the plan.",
                ),
                unit: e("deel van de variantie", "part of the variance"),
                legend: [
                    e("alleen (eerste orde)", "alone (first order)"),
                    e("met wisselwerking (totaal)", "with interaction (total)"),
                ],
                head: Sheet::head([
                    ("factor", factor),
                    ("first", e("alleen (eerste orde)", "alone (first order)")),
                    ("first_from", e("van", "from")),
                    ("first_to", e("tot", "to")),
                    ("total", e("met wisselwerking (totaal)", "with interaction (total)")),
                    ("total_from", e("van", "from")),
                    ("total_to", e("tot", "to")),
                ]),
            },
            Found::Effects(_) => Words {
                about: e(
                    "Hoeveel de uitkomst verandert als een factor zijn hele bandbreedte doorloopt, gemiddeld over waar de andere factoren \
                     staan: de richting (mu), en de grootte zonder teken (mu*).",
                    "By how much the outcome changes when a factor goes through its whole range, in the mean over where the other factors \
                     stand: the direction (mu), and the size without its sign (mu*).",
                ),
                note: e(
                    "Elementaire effecten (Morris 1991); streep: een standaardfout van de grootte naar beide kanten. Is de grootte veel meer \
                     dan de richting, dan hangt het teken van de andere factoren af.",
                    "Elementary effects (Morris 1991); line: one standard error of the size on either side. Where the size is much more than \
                     the direction, the sign depends on the other factors.",
                ),
                unit: "",
                legend: [e("richting (mu)", "direction (mu)"), e("grootte (mu*)", "size (mu*)")],
                head: Sheet::head([
                    ("factor", factor),
                    ("size", e("grootte (mu*)", "size (mu*)")),
                    ("error", e("standaardfout", "standard error")),
                    ("direction", e("richting (mu)", "direction (mu)")),
                    ("spread", e("spreiding (sigma)", "spread (sigma)")),
                ]),
            },
        }
    }
}

fn interval(estimate: Estimate) -> Option<(f64, f64)> {
    (estimate.half_width() > 0.0).then_some((estimate.low, estimate.high))
}

fn swing(
    of: &Swept<'_>,
    n: usize,
    pair: &[Swing; 2],
    language: Language,
) -> (f64, [Option<Bar>; 2], Vec<Cell>) {
    let bar = |one: &Swing| Bar {
        value: one.difference.value,
        range: interval(one.difference),
        text: of.level(n, one.place, language),
    };
    let [lowest, highest] = pair;
    let alone = lowest.place.total_cmp(&highest.place).is_eq();
    let weight = (highest.difference.value.max(0.0) - lowest.difference.value.min(0.0)).abs();
    let cells = [lowest, highest].into_iter().flat_map(|one| {
        let numbers = [one.difference.value, one.difference.low, one.difference.high];
        std::iter::once(Cell::Word(of.written(n, one.place), of.level(n, one.place, language)))
            .chain(numbers.map(|value| Cell::Signed(value, 1)))
    });
    let cells = cells.collect();
    // A factor of a single level has one bar.
    (weight, [Some(bar(highest)), (!alone).then(|| bar(lowest))], cells)
}

fn index(one: &Index, language: Language) -> (f64, [Option<Bar>; 2], Vec<Cell>) {
    let bar = |estimate: Estimate| Bar {
        value: estimate.value,
        range: interval(estimate),
        text: language.number(estimate.value, crate::report::texts::Decimals(2)),
    };
    let cells = [one.first, one.total].into_iter().flat_map(|e| [e.value, e.low, e.high]);
    let cells = cells.map(|value| Cell::Number(value, 3)).collect();
    (one.total.value, [Some(bar(one.first)), Some(bar(one.total))], cells)
}

fn effect(one: &Effect, language: Language) -> (f64, [Option<Bar>; 2], Vec<Cell>) {
    let size = Bar {
        value: one.size,
        range: (one.error > 0.0).then_some((one.size - one.error, one.size + one.error)),
        text: language.about(one.size),
    };
    let direction = Bar { value: one.mean, range: None, text: language.signed(Language::rounded(one.mean)) };
    let cells = [one.size, one.error, one.mean, one.spread].map(|value| Cell::Number(value, 1));
    (one.size, [Some(direction), Some(size)], cells.to_vec())
}

/// The factor that does most, and what it does.
fn sentence(factors: &[Factor], found: Found<'_>, outcome: &str, language: Language) -> String {
    let Some(first) = factors.first() else { return String::new() };
    let [dark, light] = &first.bars;
    let text = |bar: &Option<Bar>| bar.as_ref().map_or_else(String::new, |bar| bar.text.clone());
    let value = |bar: &Option<Bar>| {
        bar.as_ref().map_or_else(String::new, |bar| language.signed(Language::rounded(bar.value)))
    };
    let (template, values) = match found {
        Found::Swings(_) if light.is_none() => (
            either(
                language,
                "Het meest doet ‘{factor}’ met {outcome}: {high} bij {at_high}.",
                "‘{factor}’ does most to {outcome}: {high} at {at_high}.",
            ),
            [
                ("at_low", String::new()),
                ("low", String::new()),
                ("at_high", text(dark)),
                ("high", value(dark)),
            ],
        ),
        Found::Swings(_) => (
            either(
                language,
                "Het meest doet ‘{factor}’ met {outcome}: {low} bij {at_low}, {high} bij {at_high}.",
                "‘{factor}’ does most to {outcome}: {low} at {at_low}, {high} at {at_high}.",
            ),
            [("at_low", text(light)), ("low", value(light)), ("at_high", text(dark)), ("high", value(dark))],
        ),
        Found::Indices(_) => (
            either(
                language,
                "‘{factor}’ verklaart het meest van de spreiding in {outcome}: alleen {high}, met wisselwerking {low}.",
                "‘{factor}’ explains most of the spread in {outcome}: alone {high}, with interaction {low}.",
            ),
            [
                ("low", text(light)),
                ("high", text(dark)),
                ("at_low", String::new()),
                ("at_high", String::new()),
            ],
        ),
        Found::Effects(_) => (
            either(
                language,
                "‘{factor}’ doet het meest met {outcome}: over zijn hele bandbreedte gemiddeld {high}.",
                "‘{factor}’ does most to {outcome}: {high} in the mean over its whole range.",
            ),
            [
                ("low", text(light)),
                ("high", text(dark)),
                ("at_low", String::new()),
                ("at_high", String::new()),
            ],
        ),
    };
    let names = [("factor", first.name.clone()), ("outcome", outcome.to_owned())];
    let all = [borrow(&names).as_slice(), borrow(&values).as_slice()].concat();
    fill(template, &all)
}
