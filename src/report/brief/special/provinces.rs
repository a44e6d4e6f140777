//! The task under the distribution act by province and by size of municipality, and what is delivered of it when each complies
//! as far as the others: a scenario of delivery, and no prediction for any of them.

use super::super::sheet::{Cell, Sheet};
use super::{Scenarios, Special, card, either};
use crate::policy::word;
use crate::record::Series;
use crate::report::chart::{Bar, BarRow, Bars, Body, Drawing};
use crate::report::summary::{View, borrow, capital};
use crate::report::texts::fill;
use crate::stats::Band;

/// How the task is parted: the lever that says so, its name in files, and the words above the bars and in the table.
struct Split {
    lever: &'static str,
    name: &'static str,
    heading: [&'static str; 2],
    said: [&'static str; 2],
}

/// The same task is parted twice, over provinces and over municipalities of a size together.
const SPLITS: [Split; 2] = [
    Split {
        lever: "distribution_key",
        name: "province",
        heading: ["Per provincie, op {date}", "By province, on {date}"],
        said: ["provincie", "province"],
    },
    Split {
        lever: "distribution_sizes",
        name: "size",
        heading: [
            "Gemeenten van een grootte samen, op {date}",
            "Municipalities of a size together, on {date}",
        ],
        said: ["gemeentegrootte", "size of municipality"],
    },
];

/// The task of the country at the end of a run, and of each province and size of municipality that has one.
struct Task {
    whole: f64,
    /// By province and by size: the name in scenario files and the places, the largest first.
    parts: [Vec<(String, f64)>; 2],
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
    let parts = SPLITS.map(|split| {
        let keys = view.outcome.levers.iter().filter(|path| path.parts().0 == split.lever);
        let key = |path: &crate::study::outcome::LeverPath| {
            let (_, part) = path.parts();
            Some((part?.to_owned(), value(&path.lever).filter(|share| *share > 0.0)?))
        };
        let mut parts: Vec<(String, f64)> = keys.filter_map(key).collect();
        let sum: f64 = parts.iter().map(|(_, share)| share).sum();
        parts.iter_mut().for_each(|(_, share)| *share *= whole / sum.max(f64::MIN_POSITIVE));
        parts.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        parts
    });
    let taken: &Band = view.bands(Series::DistributionTaken)?.last()?;
    let delivered = [taken.quantiles[1], taken.centre(), taken.quantiles[5]];
    let delivered = delivered.map(|places| places.map(|places| (places / whole).clamp(0.0, 1.0)));
    (!parts[0].is_empty()).then_some(Task { whole, parts, delivered })
}

pub(super) fn drawing(view: View<'_>) -> Option<Drawing<'_>> {
    let language = view.language;
    let task = task(&view)?;
    let [low, middle, high] = task.delivered;
    let row = |(part, places): &(String, f64)| {
        let delivered = middle.map(|share| Bar {
            value: share * places,
            range: low.zip(high).map(|(low, high)| (low * places, high * places)),
            text: language.about(share * places),
        });
        let asked = Bar { value: *places, range: None, text: language.about(*places) };
        BarRow { name: capital(&word::said(part, language)), bars: [delivered, Some(asked)] }
    };
    let title = either(
        language,
        "Opgave van de Spreidingswet per provincie en gemeentegrootte, en wat daarvan wordt geleverd",
        "Task under the distribution act by province and size of municipality, and what is delivered of it",
    );
    let about = either(
        language,
        "Plekken die de gemeenten van een provincie, of van een grootte, volgens het scenario nog moeten realiseren, naar de sleutel \
         van het verdeelbesluit, en wat zij daarvan op zich nemen als alle evenveel naleven als het hele land. Beide verdelen dezelfde opgave.",
        "Places that the municipalities of a province, or of a size, still have to realise in this scenario, by the key of the decision \
         on distribution, and what they take on of it where all comply as far as the whole country. Both part the same task.",
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
    let date = language.date(view.outcome.period.1);
    let group = |(split, parts): (&Split, &Vec<(String, f64)>)| Bars {
        heading: fill(either(language, split.heading[0], split.heading[1]), &[("date", &date)]),
        unit: either(language, "plekken", "places").to_owned(),
        legend: [delivered.to_owned(), either(language, "opgave", "task").to_owned()],
        signed: false,
        parts: false,
        rows: parts.iter().map(row).collect(),
    };
    let groups = SPLITS.iter().zip(&task.parts).filter(|(_, parts)| !parts.is_empty()).map(group);
    let bars = groups.collect();
    let card = card(&view, Special::Provinces, title, &say(&view), about, note);
    Some(Drawing { card, body: Body::Bars(bars) })
}

/// What is asked and taken on, and how far the province furthest behind comes; or that nothing is asked.
pub(super) fn say(view: &View<'_>) -> Vec<String> {
    let language = view.language;
    let date = language.date(view.outcome.period.1);
    let Some(task) = task(view) else {
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
        ("count", task.parts[0].len().to_string()),
        ("share", middle.map(percent).unwrap_or_default()),
        ("range", range),
    ];
    let template = either(
        language,
        "Op {date} moeten {count} provincies samen nog {task} plekken realiseren; daarvan is {share} toegezegd{range}.",
        "On {date}, {count} provinces together still have {task} places to realise; {share} of them is taken on{range}.",
    );
    let mut said = vec![fill(template, &borrow(&values))];
    let least = |series| view.bands(series).and_then(|bands| bands.last()?.centre());
    if let Some(share) = least(Series::DistributionLeast) {
        let sizes = match least(Series::DistributionLeastSize).filter(|_| !task.parts[1].is_empty()) {
            Some(share) => {
                let template = either(
                    language,
                    ", de gemeentegrootte die het verst achterblijft {share} van de hare",
                    ", the size of municipality furthest behind {share} of its own",
                );
                fill(template, &[("share", &percent(share))])
            }
            None => String::new(),
        };
        let template = either(
            language,
            "De provincie die het verst achterblijft neemt {share} van haar opgave op zich{sizes}; welke dat is, zegt het model niet.",
            "The province furthest behind takes on {share} of its task{sizes}; which one that is the model does not say.",
        );
        said.push(fill(template, &[("share", &percent(share)), ("sizes", &sizes)]));
    }
    said
}

pub(super) fn sheet(all: &Scenarios<'_>) -> Sheet {
    let (w, language) = (all.words(), all.language);
    let head = Sheet::head([
        ("scenario", w.scenario),
        ("parted_by", either(language, "verdeeld naar", "parted by")),
        ("part", either(language, "deel", "part")),
        ("task", either(language, "opgave", "task")),
        ("low_p10", w.low),
        ("middle", all.middle()),
        ("high_p90", w.high),
    ]);
    let mut rows = Vec::new();
    for (scenario, view, _) in &all.list {
        let Some(task) = task(view) else { continue };
        for (split, parts) in SPLITS.iter().zip(&task.parts) {
            let by = either(language, split.said[0], split.said[1]);
            for (part, places) in parts {
                let mut row = vec![
                    scenario.clone(),
                    Cell::Word(split.name.to_owned(), by.to_owned()),
                    Cell::Word(part.clone(), word::said(part, language)),
                    Cell::persons(Some(*places)),
                ];
                row.extend(task.delivered.map(|share| Cell::persons(share.map(|share| share * places))));
                rows.push(row);
            }
        }
    }
    let about = either(
        language,
        "Plekken op de laatste dag: wat de gemeenten van een provincie, of van een grootte, volgens het scenario nog moeten realiseren, \
         en wat daarvan is toegezegd als alle evenveel naleven. Beide verdelen dezelfde opgave. Een scenario van levering, geen \
         voorspelling voor een provincie of gemeente. In tientallen.",
        "Places on the last day: what the municipalities of a province, or of a size, still have to realise in this scenario, and what is \
         taken on of it where all comply equally. Both part the same task. A scenario of delivery, no prediction for a province or \
         municipality. In tens.",
    );
    Sheet {
        name: Special::Provinces.name().to_owned(),
        title: either(
            language,
            "Opgave en levering per provincie en gemeentegrootte",
            "Task and delivery by province and size of municipality",
        )
        .to_owned(),
        about: about.to_owned(),
        groups: 2,
        head,
        rows,
        mark: None,
    }
}
