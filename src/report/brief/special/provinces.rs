//! The task under the distribution act by province, and what is delivered of it when each complies as far as the others: a
//! scenario of delivery, and no prediction for any of them.

use super::super::sheet::{Cell, Sheet};
use super::super::sheets::Read;
use super::{Special, card, either};
use crate::policy::word;
use crate::record::Series;
use crate::report::chart::{Bar, BarRow, Bars, Body, Drawing};
use crate::report::summary::{View, borrow};
use crate::report::texts::fill;
use crate::stats::Band;
use crate::study::briefing::Told;

/// The task of the country at the end of a run, and of each province that has one.
struct Task {
    whole: f64,
    /// The name in scenario files and the places, the largest first.
    parts: Vec<(String, f64)>,
    /// Which part of the task is taken on, 0 to 1: its 10th percentile, its median or mean, its 90th.
    delivered: [Option<f64>; 3],
}

fn task(view: &View<'_>) -> Option<Task> {
    let end = view.outcome.period.1;
    let value = |lever: &str| view.value_at(lever, end);
    if value("distribution_law") == Some(0.0) {
        return None;
    }
    let whole = value("distribution_task").filter(|places| *places > 0.0)?;
    let keys = view.outcome.levers.iter().filter(|path| path.parts().0 == "distribution_key");
    let key = |path: &crate::study::outcome::LeverPath| {
        let (_, province) = path.parts();
        Some((province?.to_owned(), value(&path.lever).filter(|share| *share > 0.0)?))
    };
    let mut parts: Vec<(String, f64)> = keys.filter_map(key).collect();
    let sum: f64 = parts.iter().map(|(_, share)| share).sum();
    parts.iter_mut().for_each(|(_, share)| *share *= whole / sum.max(f64::MIN_POSITIVE));
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let taken: &Band = view.bands(Series::DistributionTaken)?.last()?;
    let delivered = [taken.quantiles[1], taken.centre(), taken.quantiles[5]];
    let delivered = delivered.map(|places| places.map(|places| (places / whole).clamp(0.0, 1.0)));
    (!parts.is_empty()).then_some(Task { whole, parts, delivered })
}

pub(super) fn drawing<'a>(read: &Read<'a>, told: &'a Told) -> Option<Drawing<'a>> {
    let (view, language) = (read.view(told), read.language);
    let task = task(&view)?;
    let [low, middle, high] = task.delivered;
    let row = |(province, places): &(String, f64)| {
        let delivered = middle.map(|share| Bar {
            value: share * places,
            range: low.zip(high).map(|(low, high)| (low * places, high * places)),
            text: language.about(share * places),
        });
        let asked = Bar { value: *places, range: None, text: language.about(*places) };
        BarRow { name: word::said(province, language), bars: [delivered, Some(asked)] }
    };
    let title = either(
        language,
        "Opgave van de Spreidingswet per provincie, en wat daarvan wordt geleverd",
        "Task under the distribution act by province, and what is delivered of it",
    );
    let about = either(
        language,
        "Plekken die de gemeenten van een provincie volgens het scenario nog moeten realiseren, naar de sleutel van het verdeelbesluit, \
         en wat zij daarvan op zich nemen als elke provincie evenveel naleeft als het hele land.",
        "Places that the municipalities of a province still have to realise in this scenario, by the key of the decision on \
         distribution, and what they take on of it where every province complies as far as the whole country.",
    );
    let note = either(
        language,
        "Levering is een scenario en geen voorspelling voor een provincie of gemeente: het deel dat wordt nageleefd is voor het hele \
         land getrokken. Streep: 10e tot 90e percentiel van de replicaties. Plekken zijn toegezegd en nog niet alle open.",
        "Delivery is a scenario and no prediction for a province or municipality: the share that complies is drawn for the whole \
         country. Line: 10th to 90th percentile of the replications. Places are taken on and not all of them open yet.",
    );
    let mean = view.depth() == crate::report::summary::Depth::Mean;
    let delivered = if mean {
        either(language, "toegezegd: gemiddelde", "taken on: mean")
    } else {
        either(language, "toegezegd: mediaan", "taken on: median")
    };
    let heading =
        fill(either(language, "Op {date}", "On {date}"), &[("date", &language.date(told.outcome.period.1))]);
    let bars = Bars {
        heading,
        unit: either(language, "plekken", "places").to_owned(),
        legend: [delivered.to_owned(), either(language, "opgave", "task").to_owned()],
        signed: false,
        percent: false,
        rows: task.parts.iter().map(row).collect(),
    };
    let card = card(&view, Special::Provinces, title, &say(read, told), about, note);
    Some(Drawing { card, body: Body::Bars(bars) })
}

/// What is asked and taken on, and how far the province furthest behind comes; or that nothing is asked.
pub(super) fn say(read: &Read<'_>, told: &Told) -> Vec<String> {
    let (view, language) = (read.view(told), read.language);
    let date = language.date(told.outcome.period.1);
    let Some(task) = task(&view) else {
        let template = either(
            language,
            "Op {date} is er in dit scenario geen opgave onder de Spreidingswet: een beeld per provincie is er dan niet.",
            "On {date} there is no task under the distribution act in this scenario: so there is no picture by province.",
        );
        return vec![fill(template, &[("date", &date)])];
    };
    let percent = |share: f64| language.of_replications(share);
    let [low, middle, high] = task.delivered;
    let range = low.zip(high).map_or_else(String::new, |(low, high)| {
        let values = [low, high].map(|share| language.whole(share * 100.0));
        let values = [("low", values[0].clone()), ("high", values[1].clone())];
        fill(language.texts().band_80, &borrow(&values))
    });
    let values = [
        ("date", date),
        ("task", language.about(task.whole)),
        ("count", task.parts.len().to_string()),
        ("share", middle.map(percent).unwrap_or_default()),
        ("range", range),
    ];
    let template = either(
        language,
        "Op {date} moeten {count} provincies samen nog {task} plekken realiseren; daarvan is {share} toegezegd{range}.",
        "On {date} {count} provinces together still have {task} places to realise; {share} of them is taken on{range}.",
    );
    let mut said = vec![fill(template, &borrow(&values))];
    let least = view.bands(Series::DistributionLeast).and_then(|bands| bands.last()?.centre());
    if let Some(least) = least {
        let template = either(
            language,
            "De provincie die het verst achterblijft neemt {share} van haar opgave op zich; welke dat is, zegt het model niet.",
            "The province furthest behind takes on {share} of its task; which one that is the model does not say.",
        );
        said.push(fill(template, &[("share", &percent(least))]));
    }
    said
}

pub(super) fn sheet(read: &Read<'_>) -> Sheet {
    let (w, language) = (read.words(), read.language);
    let head = Sheet::head([
        ("scenario", w.scenario),
        ("province", either(language, "provincie", "province")),
        ("task", either(language, "opgave", "task")),
        ("low_p10", w.low),
        ("middle", read.middle()),
        ("high_p90", w.high),
    ]);
    let mut rows = Vec::new();
    for told in &read.of.scenarios {
        let Some(task) = task(&read.view(told)) else { continue };
        for (province, places) in &task.parts {
            let mut row = vec![
                read.scenario(told),
                Cell::Word(province.clone(), word::said(province, language)),
                Cell::persons(Some(*places)),
            ];
            row.extend(task.delivered.map(|share| Cell::persons(share.map(|share| share * places))));
            rows.push(row);
        }
    }
    let about = either(
        language,
        "Plekken op de laatste dag: wat een provincie volgens het scenario nog moet realiseren, en wat daarvan is toegezegd als elke \
         provincie evenveel naleeft. Een scenario van levering, geen voorspelling voor een provincie of gemeente. In tientallen.",
        "Places on the last day: what a province still has to realise in this scenario, and what is taken on of it where every province \
         complies equally. A scenario of delivery, no prediction for a province or municipality. In tens.",
    );
    Sheet {
        name: Special::Provinces.name().to_owned(),
        title: either(language, "Opgave en levering per provincie", "Task and delivery by province")
            .to_owned(),
        about: about.to_owned(),
        groups: 1,
        head,
        rows,
        mark: None,
    }
}
