//! What a run says at its end: where the results are, the numbers asked for first, and the hash.

use std::path::Path;

use super::language::pick;
use super::table;
use crate::diagnostic::Language;
use crate::policy::levers;
use crate::record::{Series, SeriesKind};
use crate::study::Outcome;
use crate::study::differences::Difference;
use crate::study::ranking::{Interest, interest, telling};
use crate::study::shortage::Switches;
use crate::study::years::Year;

/// The outcomes besides reception that every summary names.
const NAMED: [Series; 2] = [Series::OpenCases, Series::PermitHolders];
/// Those of which need, places and shortage speak already.
const OF_SHORTAGE: [Series; 4] =
    [Series::ReceptionNeed, Series::ReceptionPlaces, Series::WithoutPlace, Series::ReceptionOccupancy];
/// What a reader asks of an effect on inflow: who comes, who waits, who needs a place.
const EFFECTS: [Series; 4] =
    [Series::InflowFirst, Series::OpenCases, Series::ReceptionNeed, Series::WithoutPlace];
/// How many others are named because they move.
const OTHERS: usize = 4;

/// The summary of an outcome whose files stand in `folder`.
pub(super) fn text(outcome: &Outcome, folder: &Path, language: Language) -> String {
    let (done, asked) = outcome.replications;
    let replications = pick(language, "replicaties", "replications");
    let mut text =
        format!("{}: {} – {}, {done} {replications}\n", outcome.title, outcome.period.0, outcome.period.1);
    if outcome.partial {
        text.push_str(&pick(
            language,
            format!("GEDEELTELIJK: onderbroken na {done} van {asked} replicaties\n"),
            format!("PARTIAL: interrupted after {done} of {asked} replications\n"),
        ));
    }
    if outcome.quick {
        text.push_str(pick(language, "RUW: weinig replicaties\n", "ROUGH: few replications\n"));
    }
    if outcome.one_in > 1 {
        text.push_str(&pick(
            language,
            format!("UITGEDUNDE KETEN: één op {} (--thin)\n", outcome.one_in),
            format!("THINNED CHAIN: one in {} (--thin)\n", outcome.one_in),
        ));
    }
    if outcome.fixed {
        text.push_str(pick(
            language,
            "ALLEEN TOEVAL: onzekerheden vast (--fixed)\n",
            "CHANCE ONLY: uncertainties held (--fixed)\n",
        ));
    }
    text.push('\n');
    text.push_str(&table::columns(&headlines(outcome, language)));
    text.push_str(&about_difference(outcome, language));
    text.push_str(&effects(outcome, language));
    let [folder_name, report_name] = pick(language, ["Map", "Rapport"], ["Folder", "Report"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![folder_name.to_owned(), folder.display().to_string()],
        vec![report_name.to_owned(), folder.join("report.html").display().to_string()],
        vec!["SHA-256".to_owned(), format!("{}  series.csv", outcome.hash)],
    ]));
    text
}

/// The headlines: need against places first, then what else a reader asks for, then what moves most besides.
fn headlines(outcome: &Outcome, language: Language) -> Vec<Vec<String>> {
    let mut rows = vec![
        of_series(outcome, Series::ReceptionNeed, language),
        of_series(outcome, Series::ReceptionPlaces, language),
    ];
    rows.extend(shortage(outcome, language));
    rows.extend(NAMED.map(|series| of_series(outcome, series, language)));
    if let Some(reference) = &outcome.reference {
        let known = |series: Series| {
            NAMED.contains(&series) || OF_SHORTAGE.contains(&series) || interest(series) == Interest::Means
        };
        let others = reference.movers().into_iter().filter(|one| !known(one.series)).take(OTHERS);
        rows.extend(others.map(|one| of_series(outcome, one.series, language)));
    }
    rows
}

/// The headlines with and without assumed effects on inflow; nothing where there are none.
fn effects(outcome: &Outcome, language: Language) -> String {
    let (Some(without), Some(year)) = (&outcome.without_effects, outcome.years.last()) else {
        return String::new();
    };
    let heads = pick(language, ["", "met", "zonder", "verschil"], ["", "with", "without", "difference"]);
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for series in EFFECTS {
        let number = |value: f64| number(series.kind(), value, language);
        let centre = |band: Option<f64>| band.map_or_else(|| "–".to_owned(), number);
        let other = without.years.last().and_then(|year| year.band(series).centre());
        let difference = without.differences.iter().find(|one| one.series == series);
        let mut cells =
            vec![named(series, year, language), centre(year.band(series).centre()), centre(other)];
        cells.extend(
            difference
                .and_then(|one| one.years.last())
                .map(|one| change(one, one.band.centre(), number, language)),
        );
        rows.push(cells);
    }
    let name = |id: &String| {
        let dutch = levers::find(id).map(|row| levers::declaration(row).dutch.to_owned());
        pick(language, dutch.unwrap_or_default(), id.replace('_', " "))
    };
    let names: Vec<String> = outcome.assumed_effects.iter().map(name).collect();
    let names = names.join(", ");
    let about = pick(
        language,
        format!("Met en zonder de aangenomen effecten op instroom ({names}), met hetzelfde toeval:"),
        format!("With and without the assumed effects on inflow ({names}), under the same luck:"),
    );
    format!("\n{about}\n{}", table::columns(&rows))
}

/// The name of an outcome with the day of a stock, or the year of a flow.
fn named(series: Series, year: &Year, language: Language) -> String {
    let name = pick(language, series.dutch().to_owned(), series.id().replace('_', " "));
    let when = match series.kind() {
        SeriesKind::Stock | SeriesKind::Ratio => {
            pick(language, format!("op {}", year.end), format!("on {}", year.end))
        }
        SeriesKind::Flow | SeriesKind::Wait => format!("in {}", year.year),
    };
    format!("{name} {when}")
}

/// A series on the last evening; a flow over the last year, a wait as its mean in that year. One that is named because it
/// moves is of the year that tells most of that.
fn of_series(outcome: &Outcome, series: Series, language: Language) -> Vec<String> {
    let differences =
        outcome.reference.as_ref().and_then(|r| r.differences.iter().find(|one| one.series == series));
    let place = match (&outcome.reference, differences) {
        (Some(reference), Some(one)) if !NAMED.contains(&series) && !OF_SHORTAGE.contains(&series) => {
            telling(one, &reference.years)
        }
        _ => outcome.years.len().saturating_sub(1),
    };
    let Some(year) = outcome.years.get(place) else { return Vec::new() };
    let number = |value: f64| number(series.kind(), value, language);
    let band = year.band(series);
    let mut cells = vec![named(series, year, language), band.centre().map_or_else(|| "–".to_owned(), number)];
    cells.push(between(band.central(80).map(|(low, high)| (number(low), number(high))), "80 %", language));
    if let Some(difference) = differences.and_then(|one| one.years.get(place)) {
        cells.push(change(difference, difference.band.centre(), number, language));
    }
    cells
}

/// How often places run short and how many persons then have none, with what a scenario changes in that.
fn shortage(outcome: &Outcome, language: Language) -> Vec<Vec<String>> {
    let percent = |share: f64| format!("{} %", whole(share * 100.0, language));
    let end = outcome.period.1;
    let share = |name: String, share: f64, switches: Option<Switches>| {
        let mut cells =
            vec![name, percent(share), pick(language, "van de replicaties", "of replications").to_owned()];
        if let Some(switches) = switches {
            let points = |share: f64| signed(share * 100.0, whole(share * 100.0, language));
            cells.push(match switches.interval() {
                None => equal(language),
                Some((low, high)) => {
                    let bounds = between(
                        Some((points(low), points(high))),
                        pick(language, "80 % zeker", "80 % sure"),
                        language,
                    );
                    format!(
                        "{} {} ({bounds})",
                        points(switches.difference()),
                        pick(language, "procentpunt", "percentage points")
                    )
                }
            });
        }
        cells
    };
    let difference = outcome.reference.as_ref().map(|reference| &reference.shortage_difference);
    let shortage = &outcome.shortage;
    let mut rows = vec![
        share(
            pick(language, format!("te weinig plekken op {end}"), format!("too few places on {end}")),
            shortage.at_end,
            difference.map(|d| d.at_end),
        ),
        share(
            pick(language, "te weinig plekken in enige maand", "too few places in any month").to_owned(),
            shortage.ever,
            difference.map(|d| d.ever),
        ),
    ];
    if let Some(mean) = shortage.persons.mean {
        let number = |value: f64| whole(value, language);
        let mut cells = vec![
            pick(language, "zonder plek, gemiddeld", "without a place, on average").to_owned(),
            number(mean),
            between(
                shortage.persons.central(80).map(|(low, high)| (number(low), number(high))),
                "80 %",
                language,
            ),
        ];
        cells.extend(difference.map(|d| change(&d.persons, d.persons.band.mean, number, language)));
        rows.push(cells);
    }
    rows
}

/// `-6.000 (80 %: -8.000 tot -3.500)`; the extremes where replications lack for a band.
fn change(
    difference: &Difference,
    centre: Option<f64>,
    number: impl Fn(f64) -> String,
    language: Language,
) -> String {
    let Some(centre) = centre else { return "–".to_owned() };
    if difference.none() {
        return equal(language);
    }
    let with_sign = |value: f64| signed(value, number(value));
    let (bounds, which) = match (difference.band.central(80), difference.extremes) {
        (Some(bounds), _) => (Some(bounds), "80 %"),
        (None, bounds) => (bounds, pick(language, "alle", "all")),
    };
    let bounds = between(bounds.map(|(low, high)| (with_sign(low), with_sign(high))), which, language);
    format!("{} ({bounds})", with_sign(centre))
}

fn equal(language: Language) -> String {
    pick(language, "gelijk in elke replicatie", "equal in every replication").to_owned()
}

fn between(bounds: Option<(String, String)>, which: &str, language: Language) -> String {
    bounds.map_or_else(String::new, |(low, high)| {
        pick(language, format!("{which}: {low} tot {high}"), format!("{which}: {low} to {high}"))
    })
}

fn signed(value: f64, text: String) -> String {
    let zero = !text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

fn number(kind: SeriesKind, value: f64, language: Language) -> String {
    match kind {
        SeriesKind::Stock | SeriesKind::Flow => whole(value, language),
        SeriesKind::Wait => {
            let unit = pick(language, "weken", "weeks");
            let tenths = format!("{value:.1}");
            format!("{} {unit}", pick(language, tenths.replace('.', ","), tenths.clone()))
        }
        SeriesKind::Ratio => format!("{} %", whole(value * 100.0, language)),
    }
}

/// What the last column is, and what is left out.
fn about_difference(outcome: &Outcome, language: Language) -> String {
    let Some(reference) = &outcome.reference else { return String::new() };
    let (moving, still) = (reference.movers().len(), reference.still().len());
    let rest = match (moving, still) {
        (0, _) => {
            pick(language, "Geen enkele uitkomst verschilt.".to_owned(), "No outcome differs.".to_owned())
        }
        (_, 0) => pick(language, "Alle uitkomsten veranderen.".to_owned(), "Every outcome moves.".to_owned()),
        _ => pick(
            language,
            format!(
                "{moving} van de {} uitkomsten veranderen; de andere zijn in elke replicatie gelijk.",
                moving + still
            ),
            format!(
                "{moving} of the {} outcomes move; the others are equal in every replication.",
                moving + still
            ),
        ),
    };
    pick(
        language,
        format!("Laatste kolom: verschil per replicatie met ‘{}’. {rest}\n", reference.title),
        format!("Last column: difference by replication from ‘{}’. {rest}\n", reference.title),
    )
}

/// A whole number with its thousands apart: `12.345` in Dutch, `12,345` in English.
pub(super) fn whole(value: f64, language: Language) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    if value < 0.0 && digits != "0" {
        out.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(pick(language, '.', ','));
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_as_each_language_writes_them() {
        assert_eq!(whole(1_234_567.4, Language::Nl), "1.234.567");
        assert_eq!(whole(-999.6, Language::En), "-1,000");
        assert_eq!(whole(-0.2, Language::En), "0");
    }
}
