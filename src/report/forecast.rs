//! The page, the picture and the table of a forecast of monthly counts.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::chart::{ForecastFan, forecast_svg};
use super::texts::{Language, fill};
use crate::stats::Band;
use crate::study::forecast::{Forecast, Group};
use crate::time::Month;

const TEMPLATE: &str = include_str!("forecast.html");
/// Months of the past that are drawn.
const SHOWN: usize = 72;

/// The words of one language.
#[derive(Debug, Serialize)]
struct Words {
    title: &'static str,
    about: &'static str,
    year: &'static str,
    month_say: &'static str,
    all: &'static str,
    unit: &'static str,
    past: &'static str,
    future: &'static str,
    median: &'static str,
    note: &'static str,
    bridged: &'static str,
    data: &'static str,
    month: &'static str,
    mean: &'static str,
    how: &'static str,
    method: &'static str,
    not: &'static str,
    again: &'static str,
}

const NL: Words = Words {
    title: "{name}: raming tot en met {last}",
    about: "Uit {months} maanden, {first} tot en met {end}. Er is niets anders gebruikt dan deze reeks.",
    year: "De komende twaalf maanden samen: {median}, met 80 % kans tussen {low} en {high}. De laatste twaalf: {before}.",
    month_say: "In {last}: {median}, met 80 % kans tussen {low} en {high}.",
    all: "Alles samen",
    unit: "per maand",
    past: "bekend",
    future: "raming",
    median: "mediaan",
    note: "Raming uit het verleden van de reeks, geen officiële raming. Lijn: mediaan; banden: 50, 80 en 90 %. {paths} paden, seed {seed}. doorstroom {version}.",
    bridged: "Overbrugde maanden: {months}.",
    data: "Cijfers",
    month: "Maand",
    mean: "Gemiddelde",
    how: "Hoe dit gemaakt is",
    method: "Vier eenvoudige ramingen (de laatste maand; dezelfde met seizoen; het laatste kwartaal; een terugkeer naar het \
             gewone niveau) worden gewogen naar hoe ver ze er in deze reeks naast zaten. De banden zijn zo breed als de \
             eigen fouten tot nu toe, met een aanloop uit andere reeksen waar er nog weinig fouten zijn.",
    not: "Een raming uit een reeks kent geen oorlog, wet of grens die nog moet komen: schokken zoals die van 2015 vallen buiten elke band.",
    again: "Opnieuw te maken met:",
};

const EN: Words = Words {
    title: "{name}: forecast up to {last}",
    about: "From {months} months, {first} to {end}. Nothing but this series was used.",
    year: "The next twelve months together: {median}, with a chance of 80 % between {low} and {high}. The last twelve: {before}.",
    month_say: "In {last}: {median}, with a chance of 80 % between {low} and {high}.",
    all: "All together",
    unit: "a month",
    past: "known",
    future: "forecast",
    median: "median",
    note: "Forecast from the past of the series, not an official forecast. Line: median; bands: 50, 80 and 90 %. {paths} paths, seed {seed}. doorstroom {version}.",
    bridged: "Bridged months: {months}.",
    data: "Figures",
    month: "Month",
    mean: "Mean",
    how: "How this was made",
    method: "Four plain forecasts (the last month; the same with its season; the last quarter; a return to the usual level) \
             are weighed by how far they were off in this series. The bands are as wide as its own errors so far, with a \
             start from other series where there are few errors yet.",
    not: "A forecast from a series knows no war, law or border that is still to come: shocks such as that of 2015 lie outside any band.",
    again: "To make it again:",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// A picture of a forecast.
#[derive(Clone, Debug)]
pub struct ForecastPicture {
    /// Stem of the file name: `forecast`, and `forecast_01` onwards for groups beside their sum.
    pub name: String,
    /// The drawing: SVG with title and description.
    pub svg: String,
}

/// A picture for each group.
pub fn forecast_pictures(forecast: &Forecast, language: Language) -> Vec<ForecastPicture> {
    let pictures = forecast.groups.iter().enumerate().map(|(n, group)| {
        let name = if n == 0 { "forecast".to_owned() } else { format!("forecast_{n:02}") };
        ForecastPicture { svg: picture(forecast, group, &name, language), name }
    });
    pictures.collect()
}

fn picture(forecast: &Forecast, group: &Group, name: &str, language: Language) -> String {
    let words = words(language);
    let (paths, seed) = (language.count(forecast.luck.paths as u64), forecast.luck.seed.to_string());
    let mut note =
        fill(words.note, &[("paths", &paths), ("seed", &seed), ("version", env!("CARGO_PKG_VERSION"))]);
    if !group.counts.bridged.is_empty() {
        let months: Vec<String> = group.counts.bridged.iter().map(Month::to_string).collect();
        note = format!("{note} {}", fill(words.bridged, &[("months", &months.join(", "))]));
    }
    let known = group.counts.values.len();
    let from = known.saturating_sub(SHOWN);
    let fan = ForecastFan {
        name,
        title: title(forecast, language),
        sentences: sentences(forecast, group, language),
        about: about(group, language),
        heading: heading(forecast, group, language),
        unit: words.unit,
        note,
        sides: [words.past, words.future],
        median: words.median,
        past: (from..known).map(|place| (group.counts.month(place), group.counts.values[place])).collect(),
        future: forecast.months.iter().copied().zip(group.bands.iter().copied()).collect(),
    };
    forecast_svg(&fan, language)
}

fn month(month: Month, language: Language) -> String {
    language.month(month.first())
}

fn title(forecast: &Forecast, language: Language) -> String {
    let last = forecast.months.last().map(|last| month(*last, language)).unwrap_or_default();
    fill(words(language).title, &[("name", &forecast.name), ("last", &last)])
}

fn about(group: &Group, language: Language) -> String {
    let counts = &group.counts;
    let (first, end) = (month(counts.first, language), month(counts.last(), language));
    let months = counts.values.len().to_string();
    fill(words(language).about, &[("months", &months), ("first", &first), ("end", &end)])
}

fn heading(forecast: &Forecast, group: &Group, language: Language) -> String {
    match group.counts.group.as_str() {
        "" if forecast.groups.len() > 1 => words(language).all.to_owned(),
        "" => forecast.name.clone(),
        name => name.to_owned(),
    }
}

/// What a group is expected to do, in one sentence.
pub fn forecast_sentence(forecast: &Forecast, group: &Group, language: Language) -> String {
    sentences(forecast, group, language)
}

fn sentences(forecast: &Forecast, group: &Group, language: Language) -> String {
    let words = words(language);
    let figures = |band: &Band| -> Option<[String; 3]> {
        let (low, high) = band.central(80)?;
        Some([band.centre()?, low, high].map(|value| language.about(value)))
    };
    let (template, band) = match (&group.year, group.bands.last()) {
        (Some(year), _) => (words.year, year),
        (None, Some(last)) => (words.month_say, last),
        (None, None) => return String::new(),
    };
    let Some([median, low, high]) = figures(band) else { return String::new() };
    let last = forecast.months.last().map(|last| month(*last, language)).unwrap_or_default();
    let before = language.about(group.last_year);
    fill(
        template,
        &[("median", &median), ("low", &low), ("high", &high), ("before", &before), ("last", &last)],
    )
}

/// `period,mean,p05,...`, with `group` where there are groups; the sum of the groups has an empty name.
pub fn forecast_csv(forecast: &Forecast) -> String {
    let grouped = forecast.groups.len() > 1 || forecast.groups.iter().any(|g| !g.counts.group.is_empty());
    let mut csv = csv::Writer::from_writer(Vec::new());
    let head = ["period", "mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95"];
    let never = "writing into memory does not fail";
    csv.write_record(head.iter().chain(grouped.then_some(&"group"))).expect(never);
    for group in &forecast.groups {
        for (month, band) in forecast.months.iter().zip(&group.bands) {
            let numbers = std::iter::once(band.mean).chain(band.quantiles);
            let cells = std::iter::once(month.to_string())
                .chain(numbers.map(|number| number.map(|x| format!("{x:.2}")).unwrap_or_default()))
                .chain(grouped.then(|| group.counts.group.clone()));
            csv.write_record(cells).expect(never);
        }
    }
    String::from_utf8(csv.into_inner().expect(never)).expect("a table of numbers and texts is text")
}

#[derive(Serialize)]
struct Section {
    name: String,
    heading: String,
    sentences: String,
    svg: Value,
    rows: Vec<Vec<String>>,
}

/// The page with everything on it, that needs no network. `command` makes it again.
pub fn forecast_html(
    forecast: &Forecast,
    pictures: &[ForecastPicture],
    command: &str,
    language: Language,
) -> String {
    let sections: Vec<Section> = forecast
        .groups
        .iter()
        .zip(pictures)
        .map(|(group, picture)| Section {
            name: picture.name.clone(),
            heading: heading(forecast, group, language),
            sentences: sentences(forecast, group, language),
            svg: Value::from_safe_string(picture.svg.clone()),
            rows: rows(forecast, group, language),
        })
        .collect();
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("forecast.html", TEMPLATE).expect("the template of the page is well-formed");
    let template = environment.get_template("forecast.html").expect("the template was just added");
    let about = forecast.groups.first().map(|group| about(group, language)).unwrap_or_default();
    let percents: Vec<String> = Band::PROBABILITIES.iter().map(|p| language.percent(*p)).collect();
    let all = context! {
        t => Serde(words(language)), lang => language.code(), title => title(forecast, language), about => about,
        sections => Serde(sections), percents => percents, command => command,
    };
    template.render(all).expect("the template asks only for what it is given")
}

fn rows(forecast: &Forecast, group: &Group, language: Language) -> Vec<Vec<String>> {
    let row = |(at, band): (&Month, &Band)| {
        let numbers = std::iter::once(band.mean).chain(band.quantiles);
        let cells = numbers.map(|number| number.map_or_else(|| "–".to_owned(), |x| language.whole(x)));
        std::iter::once(month(*at, language)).chain(cells).collect()
    };
    forecast.months.iter().zip(&group.bands).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::forecast::{Counts, Luck, forecast};
    use crate::time::Day;

    fn example(groups: &[&str]) -> Forecast {
        let first = Month::of(Day::from_ymd(2020, 1, 1).unwrap());
        let values: Vec<f64> = (0..60).map(|n| f64::from(900 + 37 * (n % 12))).collect();
        let series = groups.iter().map(|group| Counts {
            group: (*group).to_owned(),
            first,
            values: values.clone(),
            bridged: Vec::new(),
        });
        forecast("<b>Proef & co</b>", series.collect(), 24, Luck { seed: 1, paths: 400 }, &mut || ())
    }

    #[test]
    fn the_page_holds_every_picture_and_escapes_names() {
        for language in [Language::Nl, Language::En] {
            let forecast = example(&["<i>a</i>", "b"]);
            let pictures = forecast_pictures(&forecast, language);
            let page = forecast_html(&forecast, &pictures, "doorstroom forecast a.csv", language);
            assert_eq!(page.matches("<svg").count(), 3);
            assert!(!page.contains("<b>Proef") && !page.contains("<i>a"), "names are escaped");
            assert!(
                !page.contains("http://")
                    || page.matches("http").count() == page.matches("http://www.w3.org").count()
            );
        }
    }

    #[test]
    fn the_table_has_a_row_a_month_and_a_group_only_where_there_are_groups() {
        let one = forecast_csv(&example(&[""]));
        assert!(one.starts_with("period,mean,p05,p10,p25,p50,p75,p90,p95\n2025-01,"), "{one}");
        assert_eq!(one.lines().count(), 25);
        let two = forecast_csv(&example(&["a", "b"]));
        assert!(two.starts_with("period,mean,p05,p10,p25,p50,p75,p90,p95,group\n"));
        assert_eq!(two.lines().count(), 73);
    }
}
