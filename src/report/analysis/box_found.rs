//! The box in the space of a sweep in which an outcome happens, and the way to it.

use super::{Piece, Swept, either};
use crate::report::brief::{Cell, Sheet};
use crate::report::chart::{Body, Discovery, DiscoveryStop, Drawing, Kept};
use crate::report::summary::capital;
use crate::report::texts::{Language, fill};
use crate::scenario::plan::Levels;
use crate::study::sweep::analysis::{Limit, Peel};

/// What was looked for, and what was found.
#[derive(Clone, Debug)]
pub struct Discovered<'a> {
    /// The outcome, as its column is headed.
    pub column: &'a str,
    /// Whether it is to lie above the value, or below it.
    pub above: bool,
    /// The value.
    pub limit: f64,
    /// The boxes from all runs to few.
    pub way: &'a [Peel],
    /// Which of them was chosen.
    pub chosen: usize,
    /// What the chosen box says, in sentences.
    pub sentence: String,
}

/// The picture of the way and of the box, with its table.
pub fn discovered(of: &Swept<'_>, columns: &[String], found: &Discovered<'_>, language: Language) -> Piece {
    let names = of.factors(language);
    let e = |nl, en| either(language, nl, en);
    let bound = |peel: &Peel| peel.limits.iter().filter(|limit| limit.binds()).count();
    let stop = |peel: &Peel| {
        let count = bound(peel);
        let template =
            if count == 1 { e("{n} factor", "{n} factor") } else { e("{n} factoren", "{n} factors") };
        DiscoveryStop {
            coverage: peel.coverage,
            density: peel.density,
            bound: count,
            text: fill(template, &[("n", &count.to_string())]),
        }
    };
    let chosen = &found.way[found.chosen];
    let bounds = |peel: &Peel| -> Vec<(usize, Limit)> {
        peel.limits.iter().copied().enumerate().filter(|(_, limit)| limit.binds()).collect()
    };
    let kept = bounds(chosen).into_iter().map(|(n, limit)| {
        let between = drawn(of, n, limit);
        Kept {
            name: names[n].clone(),
            between,
            ends: [0.0, 1.0].map(|place| of.level(n, place, language)),
            text: kept_in_words(of, n, limit, language),
        }
    });
    let kept: Vec<Kept> = kept.collect();
    let outcome = of.outcome(found.column, language);
    let side = if found.above { e("boven", "above") } else { e("onder", "below") };
    let what = format!("{outcome}, {side} {}", language.lean(found.limit, 4));
    let title = fill(e("Waar het gebeurt: {what}", "Where it happens: {what}"), &[("what", &what)]);
    let about = e(
        "Elk punt is een vak in de ruimte van de sweep, van alle runs (rechts) naar steeds minder (links). Dekking: het deel van \
         alle keren dat het gebeurt dat in het vak ligt; dichtheid: het deel van de runs in het vak waarin het gebeurt.",
        "Each dot is a box in the space of the sweep, from all runs (right) to ever fewer (left). Coverage: the part of all times it happens that lies in \
         the box; density: the part of the runs in the box in which it happens.",
    );
    let note = e(
        "Gevonden met PRIM (Friedman en Fisher 1999; Bryant en Lempert 2010). Een vak beschrijft de runs van deze sweep; het is geen oorzaak en \
         geen kans buiten de bandbreedten van het plan.",
        "Found with PRIM (Friedman and Fisher 1999; Bryant and Lempert 2010). A box describes the runs of this sweep; it is no cause, and no \
         chance outside the ranges of the plan.",
    );
    let name = format!("discovery_{}", found.column.replace(['@', '-'], "_"));
    let percent = |share: f64| language.of_replications(share);
    let chosen_text = fill(
        e("gekozen: dichtheid {density}", "chosen: density {density}"),
        &[("density", &percent(chosen.density))],
    );
    let discovery = Discovery {
        headings: [
            e("De weg naar het vak", "The way to the box").to_owned(),
            if kept.is_empty() {
                e("Het vak legt geen factor vast", "The box binds no factor").to_owned()
            } else {
                e("Het vak: wat het van elke factor overhoudt", "The box: what it keeps of each factor")
                    .to_owned()
            },
        ],
        axes: [
            e("dekking: deel van alle keren dat het gebeurt", "coverage: part of all times it happens")
                .to_owned(),
            e(
                "dichtheid: deel van de runs in het vak waarin het gebeurt",
                "density: part of the runs in the box in which it happens",
            )
            .to_owned(),
        ],
        chosen_text,
        way: found.way.iter().map(stop).collect(),
        chosen: found.chosen,
        kept,
    };
    let sentence = capital(&found.sentence);
    let card = of.card(name.clone(), title.clone(), &sentence, about, note, language);
    let picture = Drawing { card, body: Body::Discovery(discovery) }.picture(language);
    let head = Sheet::head([
        ("box", e("vak", "box")),
        ("mass", e("deel van de runs", "part of the runs")),
        ("coverage", e("dekking", "coverage")),
        ("density", e("dichtheid", "density")),
        ("factors", e("factoren", "factors")),
        ("limits", e("grenzen", "limits")),
    ]);
    let rows = found.way.iter().enumerate().map(|(n, peel)| {
        let limits = bounds(peel).into_iter().map(|(n, limit)| {
            (
                format!("{} {:.3}..{:.3}", columns[n], limit.low, limit.high),
                format!("{}: {}", names[n], kept_in_words(of, n, limit, language)),
            )
        });
        let (machine, reader): (Vec<String>, Vec<String>) = limits.unzip();
        let mark = if n == found.chosen { e(" (gekozen)", " (chosen)") } else { "" };
        vec![
            Cell::Word((n + 1).to_string(), format!("{}{mark}", n + 1)),
            Cell::Share(peel.mass),
            Cell::Share(peel.coverage),
            Cell::Share(peel.density),
            Cell::Number(bound(peel) as f64, 0),
            Cell::Word(machine.join("; "), reader.join("; ")),
        ]
    });
    let sheet =
        Sheet { name, title, about: about.to_owned(), groups: 0, head, rows: rows.collect(), mark: None };
    Piece { picture, sheet, sentence }
}

/// Between which parts of its range a factor is kept, as drawn: of a list whole values.
fn drawn(of: &Swept<'_>, n: usize, limit: Limit) -> (f64, f64) {
    let list = of.plan.factors.get(n).map(|factor| &factor.levels);
    let count = match list {
        Some(Levels::Listed(list)) => list.len(),
        Some(Levels::Between { .. } | Levels::Days(..)) => return (limit.low, limit.high),
        None => of.plan.scenarios.len(),
    } as f64;
    ((limit.low * count).floor() / count, (limit.high * count).ceil() / count)
}

/// What is kept of a factor: `at least 45,000`, `between ... and ...`, or the values of a list.
fn kept_in_words(of: &Swept<'_>, n: usize, limit: Limit, language: Language) -> String {
    let e = |nl, en| either(language, nl, en);
    let count = match of.plan.factors.get(n).map(|factor| &factor.levels) {
        Some(Levels::Listed(list)) => Some(list.len()),
        Some(Levels::Between { .. } | Levels::Days(..)) => None,
        None => Some(of.plan.scenarios.len()),
    };
    if let Some(count) = count {
        let middles = (0..count).map(|n| (n as f64 + 0.5) / count as f64);
        let half = 0.5 / count as f64;
        let kept = middles.filter(|place| *place >= limit.low - half && *place <= limit.high + half);
        let kept: Vec<String> = kept.map(|place| of.level(n, place, language)).collect();
        return kept.join(e(" of ", " or "));
    }
    let at = |place: f64| of.level(n, place, language);
    let (template, low, high) = match (limit.low > 0.0, limit.high < 1.0) {
        (true, true) => {
            (e("tussen {low} en {high}", "between {low} and {high}"), at(limit.low), at(limit.high))
        }
        (true, false) => (e("ten minste {low}", "at least {low}"), at(limit.low), String::new()),
        _ => (e("ten hoogste {high}", "at most {high}"), String::new(), at(limit.high)),
    };
    fill(template, &[("low", &low), ("high", &high)])
}

/// The same of a factor by name, for a sentence.
pub(super) fn clause(of: &Swept<'_>, n: usize, limit: Limit, name: &str, language: Language) -> String {
    let kept = kept_in_words(of, n, limit, language);
    let listed = of.plan.factors.get(n).is_none_or(|factor| matches!(factor.levels, Levels::Listed(_)));
    let template = match (listed, limit.low > 0.0 && limit.high < 1.0) {
        (true, _) => "{name} = {kept}",
        (false, true) => either(language, "{name} {kept} ligt", "{name} lies {kept}"),
        (false, false) => either(language, "{name} {kept} is", "{name} is {kept}"),
    };
    fill(template, &[("name", name), ("kept", &kept)])
}
