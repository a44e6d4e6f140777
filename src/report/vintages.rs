//! The record of inflow: what would have been said, what officials said, and what came.

use super::ForecastPicture;
use super::chart::{Hedgehog, HedgehogWords, Rounds, Spine, hedgehog_svg, rounds_svg};
use super::texts::{Language, fill};
use crate::study::backtest::{Needed, Recorded, targets};
use crate::study::forecast::{Compared, Luck, Vintage};
use crate::time::{Day, Days, Month};

/// The words of one language.
#[derive(Debug)]
struct Words {
    title: &'static str,
    said: &'static str,
    about: &'static str,
    heading: &'static str,
    labels: [&'static str; 3],
    note: &'static str,
    rounds_title: &'static str,
    rounds_said: &'static str,
    rounds_about: &'static str,
    rounds_heading: &'static str,
    rounds_labels: [&'static str; 3],
    rounds_note: &'static str,
    unit: &'static str,
    stock_title: &'static str,
    stock_said: &'static str,
    stock_about: &'static str,
    stock_note: &'static str,
    stock_official: &'static str,
    stock_convention: &'static str,
}

const NL: Words = Words {
    title: "Wat elk kwartaal zou zijn gezegd, en wat kwam",
    said: "Voor de twaalf maanden erna zat de mediaan er gemiddeld {error} naast (n = {n}); de band van 80 % hield de uitkomst {held} van de {n} keer.",
    about: "Eerste asielaanvragen in twaalf maanden. Elke stekel begint bij wat aan het eind van een kwartaal bekend was en eindigt bij de raming van de twaalf maanden na de volgende maand; de staande streep daar is haar band van 80 %.",
    heading: "Eerste aanvragen in de twaalf maanden ervoor",
    labels: ["gekomen", "gezegd", "officieel"],
    note: "Geen officiële raming. De figuren zijn gemaakt met wat toen gepubliceerd was, maar met een methode die later is gekozen. Kwartalen overlappen: {n} ramingen zijn er minder dan {n} die los van elkaar staan. Bronnen: Eurostat, IND en CBS, cijfers tot en met {until}. Seed {seed}. doorstroom {version}.",
    rounds_title: "Officiële ramingen van de totale instroom, en wat kwam",
    rounds_said: "Gemiddeld ernaast over {n} jaren: officieel {official}, het jaar ervoor {before}, het laatste volle jaar dat bekend was {known}, doorstroom {ours}.",
    rounds_about: "Eerste en herhaalde aanvragen en nareis per jaar. Vierkant: officiële raming, met haar band waar die werd gepubliceerd. Rond: doorstroom voor dezelfde datum, met de band van 80 %.",
    rounds_heading: "Totale instroom",
    rounds_labels: ["gekomen", "officieel", "doorstroom"],
    rounds_note: "Voor 2019 tot en met 2021 is geen raming met een datum gevonden. Waar alleen een band werd gepubliceerd staat het midden: dat is onze afspraak. Gekomen: IND en CBS, cijfers tot en met {until}. De bronnen van de ramingen zijn deels nieuwsberichten; de MPP is een planning, met hervestiging. Onze figuur is geen officiële raming en is gemaakt met wat toen bekend was, maar met een methode die later is gekozen; het jaar ervoor was op die datum meestal nog niet bekend. {n} jaren bewijzen geen voorrang. doorstroom {version}.",
    unit: "personen",
    stock_title: "wat elk kwartaal zou zijn gezegd",
    stock_said: "Een jaar vooruit zat de mediaan er gemiddeld {error} naast, het laatste cijfer {last} (n = {n}); de band van 80 % hield de uitkomst {held} van de {n} keer.",
    stock_about: "Personen. De lijn verbindt gepubliceerde cijfers ({source}). Elke stekel begint op de eerste dag van een kwartaal bij het laatste cijfer van toen en eindigt bij wat de keten een jaar later zou hebben gezegd, met de instroom uit de raming van die dag en recht en capaciteit zoals toen bekend; de staande streep daar is de band van 80 %.",
    stock_note: "Geen officiële raming. Gemaakt met wat toen bekend was, maar met een model van later, waarvan sommige waarden uit latere jaren volgen. Kwartalen overlappen. Cijfers tot en met {until}. doorstroom {version}.",
    stock_official: " De officiële ramingen van de behoefte zaten er {error} naast (n = {n} van {all}).",
    stock_convention: " Vierkant: officiële raming van plekken, in personen met de bezettingsnorm van toen (96 % tot en met 2022, daarna 91 %), gestippeld vanaf het laatste cijfer op het midden van de maand waarin zij is gemaakt; zij houdt een reserve.",
};

const EN: Words = Words {
    title: "What would have been said each quarter, and what came",
    said: "For the twelve months after it the median was {error} off on average (n = {n}); the band of 80 % held the outcome {held} of {n} times.",
    about: "First applications for asylum in twelve months. Each spine begins at what was known at the end of a quarter and ends at the forecast of the twelve months after the next month; the upright line there is its band of 80 %.",
    heading: "First applications in the twelve months before",
    labels: ["came", "said", "official"],
    note: "Not an official forecast. The figures were made from what had been published then, but with a method chosen later. Quarters overlap: {n} forecasts are fewer than {n} independent ones. Sources: Eurostat, IND and CBS, figures up to {until}. Seed {seed}. doorstroom {version}.",
    rounds_title: "Official forecasts of the total inflow, and what came",
    rounds_said: "Off on average over {n} years: official {official}, the year before {before}, the last full year known {known}, doorstroom {ours}.",
    rounds_about: "First and repeat applications and family arrivals by year. Square: official forecast, with its band where one was published. Round: doorstroom for the same date, with the band of 80 %.",
    rounds_heading: "Total inflow",
    rounds_labels: ["came", "official", "doorstroom"],
    rounds_note: "For 2019 to 2021 no forecast with a date was found. Where only a band was published its middle stands: that is our convention. Came: IND and CBS, figures up to {until}. Some sources of the forecasts are news; the MPP is a planning figure, with resettlement. Our figure is not an official forecast and was made from what was known then, but with a method chosen later; the year before was not known on most of these dates. {n} years prove no superiority. doorstroom {version}.",
    unit: "persons",
    stock_title: "what would have been said each quarter",
    stock_said: "A year ahead the median was {error} off on average, the last figure {last} (n = {n}); the band of 80 % held the outcome {held} of {n} times.",
    stock_about: "Persons. The line joins published figures ({source}). Each spine begins on the first day of a quarter at the last figure of then and ends at what the chain would have said of a year later, with the inflow of the forecast of that day, and law and capacities as known then; the upright line there is the band of 80 %.",
    stock_note: "Not an official forecast. Made from what was known then, but with a model of later, some values of which follow from later years. Quarters overlap. Figures up to {until}. doorstroom {version}.",
    stock_official: " The official forecasts of the need were {error} off (n = {n} of {all}).",
    stock_convention: " Square: official forecast of places, in persons at the occupancy that was then the norm (96 % up to 2022, 91 % since), dotted from the last figure in the middle of the month in which it was made; it holds a reserve.",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// How far off on average, as a share of what came.
fn error<T>(all: &[T], said: impl Fn(&T) -> Option<f64>, came: impl Fn(&T) -> f64) -> f64 {
    let off: Vec<f64> = all.iter().filter_map(|one| Some((said(one)? / came(one) - 1.0).abs())).collect();
    off.iter().sum::<f64>() / off.len() as f64
}

/// The hedgehog of first applications, and the official rounds.
pub fn record_pictures(
    said: &[Vintage],
    came: &[(Month, f64)],
    rounds: &[Compared],
    luck: Luck,
    language: Language,
) -> Vec<ForecastPicture> {
    let w = words(language);
    let held =
        said.iter().filter(|one| one.said.central(80).is_some_and(|(a, b)| (a..=b).contains(&one.came)));
    let (n, held, seed) = (said.len().to_string(), held.count().to_string(), luck.seed.to_string());
    let off = language.percent(error(said, |one| one.said.centre(), |one| one.came));
    let version = env!("CARGO_PKG_VERSION");
    let until = came.last().map_or_else(String::new, |(month, _)| language.month(month.first()));
    let hedgehog = Hedgehog {
        words: HedgehogWords {
            name: "hedgehog",
            title: w.title.to_owned(),
            sentences: fill(w.said, &[("error", &off), ("n", &n), ("held", &held)]),
            about: w.about.to_owned(),
            heading: w.heading,
            unit: w.unit,
            note: fill(w.note, &[("n", &n), ("seed", &seed), ("until", &until), ("version", version)]),
        },
        came: came.iter().map(|(month, sum)| (month.last(), *sum)).collect(),
        said: said.iter().map(spine).collect(),
        official: Vec::new(),
        labels: w.labels,
    };
    let of = |said: fn(&Compared) -> Option<f64>| language.percent(error(rounds, said, |one| one.came));
    let [official, before] = [of(|one| Some(one.official)), of(|one| Some(one.year_before))];
    let [known, ours] = [of(|one| Some(one.last_known)), of(|one| one.ours.centre())];
    let n = rounds.len().to_string();
    let figures =
        [("n", n.as_str()), ("official", &official), ("before", &before), ("known", &known), ("ours", &ours)];
    let by_year = Rounds {
        words: HedgehogWords {
            name: "official",
            title: w.rounds_title.to_owned(),
            sentences: fill(w.rounds_said, &figures),
            about: w.rounds_about.to_owned(),
            heading: w.rounds_heading,
            unit: w.unit,
            note: fill(w.rounds_note, &[("n", &n), ("until", &until), ("version", version)]),
        },
        all: rounds,
        labels: w.rounds_labels,
    };
    vec![
        ForecastPicture { name: "hedgehog".to_owned(), svg: hedgehog_svg(&hedgehog, language) },
        ForecastPicture { name: "official".to_owned(), svg: rounds_svg(&by_year, language) },
    ]
}

fn spine(one: &Vintage) -> Spine {
    Spine {
        from: (one.origin.last(), one.before),
        until: one.until.last(),
        median: one.said.centre(),
        band: one.said.central(80),
    }
}

/// The hedgehogs of stocks of the chain, from the record of what the replay would have said with what was known: a picture an
/// outcome, that of reception with what officials said would be needed.
pub fn stock_pictures(recorded: &[Recorded], needed: &[Needed], language: Language) -> Vec<ForecastPicture> {
    let w = words(language);
    targets()
        .into_iter()
        .filter_map(|target| {
            let said: Vec<&Recorded> = recorded.iter().filter(|one| one.target == target.name).collect();
            let first = said.first()?.origin.plus_months(-12);
            let points = target.points().into_iter().map(|point| (point.span.to, point.value));
            let points: Vec<(Day, f64)> = points.filter(|(day, _)| *day >= first).collect();
            let until = points.last().map_or_else(String::new, |(day, _)| language.month(*day));
            let scored: Vec<(f64, bool, f64)> = said
                .iter()
                .filter_map(|one| {
                    let came = one.came?;
                    let held = (one.band.0..=one.band.1).contains(&came);
                    Some(((one.median / came - 1.0).abs(), held, (one.before / came - 1.0).abs()))
                })
                .collect();
            let n = scored.len();
            let mean = |of: &dyn Fn(&(f64, bool, f64)) -> f64| {
                language.percent(scored.iter().map(of).sum::<f64>() / n.max(1) as f64)
            };
            let held = scored.iter().filter(|one| one.1).count().to_string();
            let (n, error, last) = (n.to_string(), mean(&|one| one.0), mean(&|one| one.2));
            let values = [("n", n.as_str()), ("error", &error), ("held", &held), ("last", &last)];
            let needed = if target.name == RECEPTION { needed } else { &[] };
            let (mut sentences, mut note) = (
                fill(w.stock_said, &values),
                fill(w.stock_note, &[("until", &until), ("version", env!("CARGO_PKG_VERSION"))]),
            );
            if !needed.is_empty() {
                sentences.push_str(&official_said(w, needed, language));
                note.push_str(w.stock_convention);
            }
            let hedgehog = Hedgehog {
                words: HedgehogWords {
                    name: "hedgehog",
                    title: format!("{}: {}", target.definition.to(language), w.stock_title),
                    sentences,
                    about: fill(w.stock_about, &[("source", target.source.to(language))]),
                    heading: target.definition.to(language),
                    unit: w.unit,
                    note,
                },
                official: needed.iter().filter_map(|one| dotted(one, &points)).collect(),
                came: points,
                said: said
                    .iter()
                    .map(|one| Spine {
                        from: (one.origin, one.before),
                        until: one.until,
                        median: Some(one.median),
                        band: Some(one.band),
                    })
                    .collect(),
                labels: w.labels,
            };
            let name = format!("hedgehog_{}", target.name);
            Some(ForecastPicture { name, svg: hedgehog_svg(&hedgehog, language) })
        })
        .collect()
}

/// The outcome of which officials forecast the need.
const RECEPTION: &str = "reception";

/// How many official forecasts there are, and how far off those were of which a figure came.
fn official_said(w: &Words, needed: &[Needed], language: Language) -> String {
    let scored: Vec<(f64, f64)> = needed.iter().filter_map(|one| Some((one.persons, one.came?))).collect();
    let off = language.percent(error(&scored, |one| Some(one.0), |one| one.1));
    let (all, n) = (needed.len().to_string(), scored.len().to_string());
    fill(w.stock_official, &[("all", &all), ("error", &off), ("n", &n)])
}

/// From the last figure on the day it was made, the middle of its month, to what it says.
fn dotted(one: &Needed, points: &[(Day, f64)]) -> Option<[(Day, f64); 2]> {
    let made = one.made.first() + Days(14);
    let before = points.iter().rfind(|(day, _)| *day <= made)?.1;
    Some([(made, before), (one.day, one.persons)])
}

const NEVER: &str = "writing into memory does not fail";

fn number(value: Option<f64>) -> String {
    value.map(|value| format!("{value:.0}")).unwrap_or_default()
}

/// `origin,until,before,mean,p05,...,p95,came`: first applications [persons], a row for each quarter.
pub fn vintages_csv(said: &[Vintage]) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let head = ["origin", "until", "before", "mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "came"];
    csv.write_record(head).expect(NEVER);
    for one in said {
        let bands = std::iter::once(one.said.mean).chain(one.said.quantiles).map(number);
        let cells = [one.origin.to_string(), one.until.to_string(), number(Some(one.before))];
        csv.write_record(cells.into_iter().chain(bands).chain([number(Some(one.came))])).expect(NEVER);
    }
    String::from_utf8(csv.into_inner().expect(NEVER)).expect("a table of numbers is text")
}

/// `year,made,official,official_low,official_high,year_before,last_known,p10,p50,p90,came`: total inflow [persons], a row for
/// each round.
pub fn official_csv(rounds: &[Compared]) -> String {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let head = ["year", "made", "official", "official_low", "official_high", "year_before", "last_known"];
    csv.write_record(head.into_iter().chain(["p10", "p50", "p90", "came"])).expect(NEVER);
    for one in rounds {
        let ours = one.ours.central(80);
        let numbers = [
            Some(one.official),
            one.between.map(|(low, _)| low),
            one.between.map(|(_, high)| high),
            Some(one.year_before),
            Some(one.last_known),
            ours.map(|(low, _)| low),
            one.ours.centre(),
            ours.map(|(_, high)| high),
            Some(one.came),
        ];
        let cells = [one.year.to_string(), one.made.to_string()];
        csv.write_record(cells.into_iter().chain(numbers.map(number))).expect(NEVER);
    }
    String::from_utf8(csv.into_inner().expect(NEVER)).expect("a table of numbers is text")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::forecast::{official, twelve_months, vintages};

    #[test]
    fn the_record_says_n_and_its_conventions_inside_the_pictures() {
        let luck = Luck { seed: 1, paths: 40 };
        let (said, came, rounds) = (vintages(luck), twelve_months(), official(luck));
        for (language, words) in [(Language::Nl, "onze afspraak"), (Language::En, "our convention")] {
            let pictures = record_pictures(&said, &came, &rounds, luck, language);
            assert!(pictures[0].svg.contains(&format!("n = {}", said.len())));
            assert!(pictures[1].svg.contains(words));
        }
        assert_eq!(vintages_csv(&said).lines().count(), said.len() + 1);
        let table = official_csv(&rounds);
        assert!(table.contains("2024,2023-11,62500,49000,76000,49892,47991,"), "{table}");
    }
}
