//! What a run says at its end: where the results are, three numbers, and the hash.

use std::path::Path;

use super::language::pick;
use super::table;
use crate::diagnostic::Language;
use crate::record::Series;
use crate::study::Outcome;
use crate::study::outcome::SeriesBands;

/// The numbers that say most in one line each.
const HEADLINES: [Series; 4] =
    [Series::OpenCases, Series::ReceptionNeed, Series::WithoutPlace, Series::PermitHolders];

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
        text.push_str(pick(
            language,
            "RUW: weinig replicaties (--quick)\n",
            "ROUGH: few replications (--quick)\n",
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
    text.push_str(&table::columns(&HEADLINES.map(|series| headline(outcome, series, language))));
    let [folder_name, report_name] = pick(language, ["Map", "Rapport"], ["Folder", "Report"]);
    text.push('\n');
    text.push_str(&table::columns(&[
        vec![folder_name.to_owned(), folder.display().to_string()],
        vec![report_name.to_owned(), folder.join("report.html").display().to_string()],
        vec!["SHA-256".to_owned(), format!("{}  series.csv", outcome.hash)],
    ]));
    text
}

fn headline(outcome: &Outcome, series: Series, language: Language) -> Vec<String> {
    let end = outcome.period.1;
    let name = pick(language, series.dutch().to_owned(), series.id().replace('_', " "));
    let Some(band) = last(&outcome.series, series) else { return vec![name] };
    let mut cells = vec![
        pick(language, format!("{name} op {end}"), format!("{name} on {end}")),
        band.centre().map_or_else(|| "–".to_owned(), |value| whole(value, language)),
    ];
    let between = band.central(80).map(|(low, high)| (whole(low, language), whole(high, language)));
    cells.push(match between {
        Some((low, high)) => {
            pick(language, format!("80 %: {low} tot {high}"), format!("80 %: {low} to {high}"))
        }
        None => String::new(),
    });
    let difference = outcome.differences.as_ref().and_then(|bands| last(bands, series));
    if let Some((band, more)) = difference.and_then(|band| Some((band, band.centre()?))) {
        let signed = |value: f64| format!("{}{}", if value > 0.0 { "+" } else { "" }, whole(value, language));
        let more = signed(more);
        let between = band.central(80).map_or_else(String::new, |(low, high)| {
            pick(
                language,
                format!(" (80 %: {} tot {})", signed(low), signed(high)),
                format!(" (80 %: {} to {})", signed(low), signed(high)),
            )
        });
        cells.push(pick(
            language,
            format!("{more}{between} t.o.v. het basisscenario"),
            format!("{more}{between} against the baseline"),
        ));
    }
    cells
}

fn last(bands: &[SeriesBands], series: Series) -> Option<&crate::stats::Band> {
    bands.iter().find(|one| one.series == series)?.bands.last()
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
