//! Who still waits after so many weeks, by the year in which they began.

use super::super::sheet::{Cell, Sheet};
use super::{Scenarios, Special, card, either};
use crate::record::Awaited;
use crate::report::chart::{Body, Drawing, LONGEST_WAIT, WaitLine, WaitPart, Waiting};
use crate::report::summary::View;
use crate::report::texts::{Language, fill};
use crate::stats::Band;
use crate::study::briefing::{self, Curve, Seen};

/// A line must be known for a year to be drawn.
const A_YEAR: usize = 52;
/// Lines that a plot bears.
const LINES: usize = 4;
/// Weeks between two rows of the table.
const QUARTER: usize = 13;

fn heading(what: Awaited, language: Language) -> &'static str {
    match what {
        Awaited::Decision => {
            either(language, "Van registratie tot eerste besluit", "From registration to the first decision")
        }
        Awaited::Family => either(
            language,
            "Nareis: van aanvraag tot eerste besluit",
            "Family reunification: from application to first decision",
        ),
        Awaited::Dwelling => {
            either(language, "Van vergunning of inreis tot woning", "From permit or arrival to dwelling")
        }
    }
}

/// The lines that are drawn: the first and the last that are known for a year, and those between as evenly as it goes.
fn drawn(one: &briefing::Waiting) -> Vec<&Curve> {
    let long: Vec<&Curve> = one.curves.iter().filter(|curve| curve.shares.len() > A_YEAR).collect();
    if long.len() <= LINES {
        return long;
    }
    (0..LINES).map(|n| long[n * (long.len() - 1) / (LINES - 1)]).collect()
}

fn shown(curve: &Curve) -> &[Band] {
    &curve.shares[..curve.shares.len().min(LONGEST_WAIT + 1)]
}

pub(super) fn drawing<'a>(view: View<'a>, seen: &'a Seen) -> Option<Drawing<'a>> {
    let language = view.language;
    let line = |curve: &'a Curve| {
        let shares = shown(curve);
        let values = [
            ("year", curve.year.to_string()),
            ("share", language.of_replications(shares.last()?.centre()?)),
            ("weeks", (shares.len() - 1).to_string()),
        ];
        let template = "{year}: {share} in week {weeks}";
        let text = fill(template, &values.each_ref().map(|(key, value)| (*key, value.as_str())));
        Some(WaitLine { text, shares })
    };
    let part = |one: &'a briefing::Waiting| {
        let lines: Vec<WaitLine<'a>> = drawn(one).into_iter().filter_map(line).collect();
        (!lines.is_empty()).then(|| WaitPart { heading: heading(one.what, language).to_owned(), lines })
    };
    let parts: Vec<WaitPart<'a>> = seen.waiting.iter().filter_map(part).collect();
    if parts.is_empty() {
        return None;
    }
    let title = either(language, "Hoeveel mensen hoelang wachten", "How many people wait how long");
    let about = either(
        language,
        "Het deel van wie in een jaar begon te wachten dat na zoveel weken nog wacht: op het eerste besluit, welk ook, of het einde \
         van de zaak; bij nareis op het eerste besluit; als vergunninghouder op een woning, of een ander einde van dat wachten.",
        "The share of those who began to wait in a year that still waits after so many weeks: for the first decision, whichever, or \
         the end of the case; of relatives for the first decision; of permit holders for a dwelling, or another end of that wait.",
    );
    let band = view.depth() == crate::report::summary::Depth::Band;
    let lines = match (view.depth() == crate::report::summary::Depth::Mean, band) {
        (true, _) => {
            either(language, "Lijn: gemiddelde van de replicaties.", "Line: mean of the replications.")
        }
        (false, false) => {
            either(language, "Lijn: mediaan van de replicaties.", "Line: median of the replications.")
        }
        (false, true) => either(
            language,
            "Lijn: mediaan van de replicaties; vlak: 80 % ervan.",
            "Line: median of the replications; shade: 80 % of them.",
        ),
    };
    let censored = either(
        language,
        "Wie op de laatste dag nog wacht, telt mee tot die dag (Kaplan-Meier); een lijn houdt op waar minder dan de helft van dat jaar \
         te volgen is. Wie op {start} al wachtte, staat er niet in.",
        "Who still waits on the last day counts up to that day (Kaplan-Meier); a line ends where fewer than half of that year can be \
         followed. Who already waited on {start} is not in it.",
    );
    let censored = fill(censored, &[("start", &language.date(view.outcome.period.0))]);
    let note = format!("{lines} {censored}");
    let card = card(&view, Special::StillWaiting, title, &say(&view, seen), about, &note);
    let unit = either(language, "deel dat nog wacht", "share that still waits").to_owned();
    Some(Drawing { card, body: Body::Waiting(Waiting { unit, parts }) })
}

/// Who still waits a year after they began, of the first and of the last year that is drawn.
pub(super) fn say(view: &View<'_>, seen: &Seen) -> Vec<String> {
    let language = view.language;
    let one = |one: &briefing::Waiting| {
        let curves = drawn(one);
        let (first, last) = (*curves.first()?, *curves.last()?);
        let share = |curve: &Curve| {
            let band = curve.shares.get(A_YEAR)?;
            let said = language.of_replications(band.centre()?);
            let range = band.central(80).map_or_else(String::new, |(low, high)| {
                let [low, high] = [low, high].map(|share| language.whole(share * 100.0));
                fill(language.texts().band_80, &[("low", &low), ("high", &high)])
            });
            Some(format!("{said}{range}"))
        };
        let values = [
            ("what", what_for(one.what, language).to_owned()),
            ("first", first.year.to_string()),
            ("a", share(first)?),
            ("last", last.year.to_string()),
            ("b", share(last)?),
        ];
        let template = if first.year == last.year {
            either(
                language,
                "Van wie in {first} {what}, wacht na een jaar nog {a}.",
                "Of those who {what} in {first}, {a} still wait after a year.",
            )
        } else {
            either(
                language,
                "Van wie in {first} {what}, wacht na een jaar nog {a}; van wie dat in {last} doet, {b}.",
                "Of those who {what} in {first}, {a} still wait after a year; of those who do so in {last}, {b}.",
            )
        };
        Some(fill(template, &values.each_ref().map(|(key, value)| (*key, value.as_str()))))
    };
    seen.waiting.iter().filter_map(one).collect()
}

fn what_for(what: Awaited, language: Language) -> &'static str {
    match what {
        Awaited::Decision => {
            either(language, "als asielzoeker wordt geregistreerd", "are registered for asylum")
        }
        Awaited::Family => either(language, "nareis aanvraagt", "apply for family reunification"),
        Awaited::Dwelling => {
            either(language, "op een woning begint te wachten", "begin to wait for a dwelling")
        }
    }
}

pub(super) fn sheet(all: &Scenarios<'_>) -> Sheet {
    let (w, language) = (all.words(), all.language);
    let head = Sheet::head([
        ("scenario", w.scenario),
        ("wait", either(language, "wachten", "wait")),
        ("year", either(language, "begonnen in", "began in")),
        ("began", either(language, "personen", "persons")),
        ("weeks", either(language, "na weken", "after weeks")),
        ("low_p10", w.low),
        ("middle", all.middle()),
        ("high_p90", w.high),
    ]);
    let id = |what: Awaited| match what {
        Awaited::Decision => "decision",
        Awaited::Family => "family_decision",
        Awaited::Dwelling => "dwelling",
    };
    let share = |value: Option<f64>| value.map_or(Cell::None, Cell::Share);
    let mut rows = Vec::new();
    for (scenario, _, seen) in &all.list {
        for one in &seen.waiting {
            for curve in &one.curves {
                for (week, band) in shown(curve).iter().enumerate().step_by(QUARTER) {
                    rows.push(vec![
                        scenario.clone(),
                        Cell::Word(id(one.what).to_owned(), heading(one.what, language).to_owned()),
                        Cell::word(curve.year.to_string()),
                        Cell::persons(Some(curve.persons)),
                        Cell::Number(week as f64, 0),
                        share(band.quantiles[1]),
                        share(band.centre()),
                        share(band.quantiles[5]),
                    ]);
                }
            }
        }
    }
    let about = either(
        language,
        "Het deel van wie in een jaar begon te wachten dat na zoveel weken nog wacht, over de replicaties. Wie op de laatste dag nog \
         wacht, telt mee tot die dag; daarna is van die persoon niets bekend.",
        "The share of those who began to wait in a year that still waits after so many weeks, over the replications. Who still waits \
         on the last day counts up to that day; afterwards nothing is known of that person.",
    );
    Sheet {
        name: Special::StillWaiting.name().to_owned(),
        title: either(language, "Wie nog wacht na zoveel weken", "Who still waits after so many weeks")
            .to_owned(),
        about: about.to_owned(),
        groups: 2,
        head,
        rows,
        mark: None,
    }
}
