//! `forecast --official`: official forecasts of the total inflow, last year's figure, and ours for the same dates; with
//! `--out` the record of every quarter too, as tables and pictures.

use std::path::PathBuf;

use serde_json::json;

use super::console::Console;
use super::exit::{Code, Stop};
use super::forecast::text as write;
use super::language::pick;
use super::output::Folder;
use super::summary::whole;
use super::{font, manifest, table};
use crate::diagnostic::Language;
use crate::report;
use crate::study::backtest::{needed, recorded};
use crate::study::forecast::{Compared, Luck, official, twelve_months, vintages};

pub(super) fn call(console: &Console, luck: Luck, out: Option<&PathBuf>) -> Result<Code, Stop> {
    let all = official(luck);
    if let Some(out) = out {
        let mut folder = Folder::begin(out)?;
        let said = vintages(luck);
        write(&mut folder, "vintages.csv", &report::vintages_csv(&said))?;
        write(&mut folder, "official.csv", &report::official_csv(&all))?;
        let mut pictures = report::record_pictures(&said, &twelve_months(), &all, luck, console.language);
        pictures.extend(report::stock_pictures(&recorded(), &needed(), console.language));
        let drawings: Vec<_> = pictures.iter().map(|p| (p.name.as_str(), p.svg.as_str())).collect();
        folder.pictures(&drawings)?;
        let files: serde_json::Map<String, serde_json::Value> =
            folder.files.iter().map(|(name, hash)| (name.clone(), hash.as_str().into())).collect();
        let manifest = json!({
            "program": "doorstroom",
            "version": env!("CARGO_PKG_VERSION"),
            "record": "first_applications_linked",
            "seed": luck.seed,
            "paths": luck.paths,
            "command": format!("doorstroom forecast --official --seed {}", luck.seed),
            "font": font::record(),
            "files": files,
        });
        let manifest =
            serde_json::to_string_pretty(&manifest).expect("a manifest is made of texts and numbers");
        write(&mut folder, manifest::NAME, &(manifest + "\n"))?;
        folder.finish()?;
    }
    let mut text = text(&all, console.language);
    if let Some(out) = out {
        let folder = pick(console.language, "Map", "Folder");
        text.push_str(&format!("\n{folder}  {}\n", out.display()));
    }
    console.print(&text)?;
    Ok(Code::Done)
}

/// The table and what may not be read from it.
fn text(all: &[Compared], language: Language) -> String {
    let head = pick(
        language,
        [
            "jaar",
            "gemaakt",
            "officieel",
            "fout",
            "jaar ervoor",
            "fout",
            "laatst bekend",
            "fout",
            "doorstroom",
            "fout",
            "80 %",
            "gekomen",
        ],
        [
            "year",
            "made",
            "official",
            "error",
            "year before",
            "error",
            "last known",
            "error",
            "doorstroom",
            "error",
            "80 %",
            "came",
        ],
    );
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(all.iter().map(|one| row(one, language)));
    let n = all.len() as f64;
    let mean = |of: &dyn Fn(&Compared) -> f64| {
        format!("{:.1} %", all.iter().map(|one| 100.0 * error(of(one), one.came).abs()).sum::<f64>() / n)
    };
    let mut last = vec![pick(language, "gemiddeld", "mean").to_owned(), String::new()];
    for figure in [
        mean(&|one| one.official),
        mean(&|one| one.year_before),
        mean(&|one| one.last_known),
        mean(&|one| one.ours.centre().unwrap_or(one.came)),
    ] {
        last.extend([String::new(), figure]);
    }
    rows.push(last);
    let held = all
        .iter()
        .filter(|one| one.ours.central(80).is_some_and(|(a, b)| (a..=b).contains(&one.came)))
        .count();
    let banded: Vec<bool> =
        all.iter().filter_map(|one| one.between.map(|(a, b)| (a..=b).contains(&one.came))).collect();
    let (inside, bands, n) = (banded.iter().filter(|held| **held).count(), banded.len(), all.len());
    let notes = pick(
        language,
        format!(
            "n = {n} jaren. Onze band van 80 % hield de uitkomst {held} van {n} keer; de gepubliceerde banden {inside} van \
             {bands}. Waar alleen een band werd gepubliceerd staat het midden: dat is onze afspraak. De bronnen zijn deels \
             nieuwsberichten; de MPP is een planning, met hervestiging en in de laatste ronde zonder wetsvoorstellen; de \
             uitkomsten zijn hier zonder hervestiging. Onze figuur is gemaakt met de cijfers die op die datum bekend waren, \
             maar met een methode die later is gekozen. Zeven jaren bewijzen geen voorrang."
        ),
        format!(
            "n = {n} years. Our band of 80 % held the outcome {held} of {n} times; the published bands {inside} of {bands}. \
             Where only a band was published its middle stands: that is our convention. Some sources are news; the MPP is a \
             planning figure, with resettlement and in its last round without pending bills; outcomes here are without \
             resettlement. Our figure was made from what was known on that date, but with a method chosen later. Seven \
             years prove no superiority."
        ),
    );
    let title = pick(
        language,
        "Totale instroom (eerste en herhaalde aanvragen en nareis), personen per jaar",
        "Total inflow (first and repeat applications and family arrivals), persons a year",
    );
    format!("{title}\n\n{}\n{}", table::columns(&rows), table::wrapped(&notes, "", 110))
}

fn error(said: f64, came: f64) -> f64 {
    said / came - 1.0
}

fn row(one: &Compared, language: Language) -> Vec<String> {
    let mut cells = vec![one.year.to_string(), one.made.to_string()];
    for said in [one.official, one.year_before, one.last_known, one.ours.centre().unwrap_or(0.0)] {
        cells.extend([whole(said, language), format!("{:+.0} %", 100.0 * error(said, one.came))]);
    }
    let band =
        one.ours.central(80).map(|(low, high)| format!("{}–{}", whole(low, language), whole(high, language)));
    cells.extend([band.unwrap_or_default(), whole(one.came, language)]);
    cells
}
