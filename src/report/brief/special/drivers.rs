//! Which uncertainties move the need for reception: a tornado made from the replications themselves.

use super::super::sheet::{Cell, Sheet};
use super::{Scenarios, Special, card, either};
use crate::policy::levers;
use crate::report::chart::{Bar, BarRow, Bars, Body, Drawing};
use crate::report::summary::{View, borrow, capital};
use crate::report::texts::{Decimals, Language, fill};
use crate::stats::Interval;
use crate::study::briefing::{Drivers, INFLOW, Seen};

/// Rows that are drawn at most.
const ROWS: usize = 12;

fn name(uncertainty: &str, language: Language) -> String {
    if uncertainty == INFLOW.id() {
        return either(language, "Eerste aanvragen die komen", "First applications that come").to_owned();
    }
    let row = levers::find(uncertainty).map(levers::declaration);
    capital(&row.map_or_else(|| uncertainty.replace('_', " "), |row| row.title(language)))
}

fn outcome(of: &Drivers, view: &View<'_>, language: Language) -> String {
    let template = either(language, "{name} op {date}", "{name} on {date}");
    let date = language.date(view.outcome.period.1);
    fill(template, &[("name", language.series(of.series)), ("date", &date)])
}

pub(super) fn drawing<'a>(view: View<'a>, seen: &'a Seen) -> Option<Drawing<'a>> {
    let language = view.language;
    let of = seen.drivers.as_ref().filter(|of| !of.found.is_empty())?;
    let bar = |interval: Interval| Bar {
        value: interval.mean,
        range: Some((interval.mean - interval.half_width, interval.mean + interval.half_width)),
        text: language.signed(Language::rounded(interval.mean)),
    };
    let rows = of.found.iter().take(ROWS).map(|one| BarRow {
        name: name(one.name, language),
        bars: [Some(bar(one.highest)), Some(bar(one.lowest))],
    });
    let bars = Bars {
        heading: capital(&outcome(of, &view, language)),
        unit: either(
            language,
            "personen meer of minder dan gemiddeld",
            "persons more or fewer than in the mean",
        )
        .to_owned(),
        legend: [
            either(language, "waar de replicatie haar hoog trok", "where the replication drew it high")
                .to_owned(),
            either(language, "waar zij haar laag trok", "where it drew it low").to_owned(),
        ],
        signed: true,
        parts: false,
        rows: rows.collect(),
    };
    let title = either(
        language,
        "Welke onzekerheden de behoefte aan opvang bewegen",
        "Which uncertainties move the need for reception",
    );
    let about = either(
        language,
        "Van elke onzekerheid die boven het toeval uitsteekt: de behoefte in het vijfde deel van de replicaties dat haar het hoogst trok, \
         en in het vijfde deel dat haar het laagst trok, min het gemiddelde van alle; bij alles behalve de eerste aanvragen is \
         daaruit genomen wat uit hun aantal volgt.",
        "Of each uncertainty that stands out from chance: the need in the fifth of the replications that drew it highest, and in the fifth \
         that drew it lowest, less the mean of all; but for first applications themselves, less what follows from \
         their number.",
    );
    let template = either(
        language,
        "Gekozen op rangcorrelatie, streng genoeg dat van {count} bekeken onzekerheden er bij toeval hoogstens één op de twintig keer één \
         uitsteekt; streep: 95 % zekerheid. Wat niet is getekend, kan meedoen zonder uit te steken.",
        "Chosen by rank correlation, strictly enough that of {count} uncertainties looked at one stands out by chance in one case of twenty \
         at most; line: 95 % confidence. What is not drawn may take part without standing out.",
    );
    let note = fill(template, &[("count", &of.looked_at.to_string())]);
    let card = card(&view, Special::Drivers, title, &say(&view, seen), about, &note);
    Some(Drawing { card, body: Body::Bars(vec![bars]) })
}

pub(super) fn say(view: &View<'_>, seen: &Seen) -> Vec<String> {
    let language = view.language;
    let Some(of) = &seen.drivers else {
        let none = either(
            language,
            "Welke onzekerheden het meest doen is pas te zeggen met 50 replicaties of meer.",
            "Which uncertainties do most can be said with 50 replications or more.",
        );
        return vec![none.to_owned()];
    };
    let outcome = outcome(of, view, language);
    let Some(first) = of.found.first() else {
        let template = either(
            language,
            "Van {count} onzekerheden steekt er geen boven het toeval uit in {outcome}.",
            "Of {count} uncertainties none stands out from chance in {outcome}.",
        );
        let count = of.looked_at.to_string();
        return vec![fill(template, &[("count", &count), ("outcome", &outcome)])];
    };
    let about = |interval: Interval| language.signed(Language::rounded(interval.mean));
    let others: Vec<String> =
        of.found.iter().skip(1).take(2).map(|one| format!("‘{}’", name(one.name, language))).collect();
    let others = if others.is_empty() {
        String::new()
    } else {
        let and = format!(" {} ", language.texts().and);
        let template = either(language, " Daarna volgen {names}.", " Then follow {names}.");
        fill(template, &[("names", &others.join(&and))])
    };
    let values = [
        ("name", name(first.name, language)),
        ("outcome", outcome),
        ("low", about(first.lowest)),
        ("high", about(first.highest)),
        ("others", others),
    ];
    let template = either(
        language,
        "Het meest beweegt ‘{name}’ de {outcome}: {low} personen waar zij laag is getrokken, {high} waar zij hoog is.{others}",
        "‘{name}’ moves the {outcome} most: {low} persons where it was drawn low, {high} where high.{others}",
    );
    vec![fill(template, &borrow(&values))]
}

pub(super) fn sheet(all: &Scenarios<'_>) -> Sheet {
    let (w, language) = (all.words(), all.language);
    let e = |nl, en| either(language, nl, en);
    let head = Sheet::head([
        ("scenario", w.scenario),
        ("uncertainty", e("onzekerheid", "uncertainty")),
        ("rank_correlation", e("rangcorrelatie", "rank correlation")),
        ("lowest", e("bij laagste vijfde", "at the lowest fifth")),
        ("lowest_margin", e("± 95 %", "± 95 %")),
        ("highest", e("bij hoogste vijfde", "at the highest fifth")),
        ("highest_margin", e("± 95 %", "± 95 %")),
    ]);
    let mut rows = Vec::new();
    for (scenario, _, seen) in &all.list {
        for one in seen.drivers.iter().flat_map(|of| &of.found) {
            let correlation = language.number(one.correlation, Decimals(2));
            let mut row = vec![
                scenario.clone(),
                Cell::Word(one.name.to_owned(), name(one.name, language)),
                Cell::Word(format!("{:.3}", one.correlation), correlation),
            ];
            row.extend(
                [one.lowest, one.highest].into_iter().flat_map(|interval| {
                    [Cell::Signed(interval.mean, 0), Cell::Number(interval.half_width, 0)]
                }),
            );
            rows.push(row);
        }
    }
    Sheet {
        name: Special::Drivers.name().to_owned(),
        title: e("Onzekerheden die de behoefte aan opvang bewegen", "Uncertainties that move the need for reception").to_owned(),
        about: e(
            "Personen meer of minder dan het gemiddelde van alle replicaties, in het vijfde deel dat de onzekerheid het laagst of het hoogst \
             trok; bij alles behalve de eerste aanvragen is daaruit genomen wat uit hun aantal volgt. Alleen wat boven het toeval uitsteekt.",
            "Persons more or fewer than the mean of all replications, in the fifth that drew the uncertainty lowest or highest; but for \
             first applications themselves, less what follows from their number. Only what stands out from chance.",
        )
        .to_owned(),
        groups: 1,
        head,
        rows,
        mark: None,
    }
}
