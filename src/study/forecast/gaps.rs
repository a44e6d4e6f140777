//! Months that are missing: a few are bridged and said, many are refused.

use super::codes;
use super::counts::Counts;
use super::read::{Cell, Months, Reader, problem};
use crate::diagnostic::{Diagnostic, Text};
use crate::random::math::{exp, ln};
use crate::time::Month;

/// Fewest months that can be forecast: each month of the year twice.
pub const FEWEST: usize = 24;
/// No series is longer than this: a century.
const MOST: usize = 1_200;
/// So many months in a row are bridged.
const IN_A_ROW: usize = 3;
/// And no larger part of the series than this.
const PART: f64 = 0.1;

/// Tells what is missing in each group, all at once. A month with a wrong value has been told and is not missing.
pub(super) fn check(reader: &mut Reader<'_>, months: &Months) {
    let wrong = !reader.problems.is_empty();
    let ends: Vec<(&str, Month)> =
        months.iter().filter_map(|(group, of)| Some((group.as_str(), of.values().last()?.month))).collect();
    let last = ends.iter().map(|(_, end)| *end).max();
    for (group, of) in months {
        let (Some(first), Some(end)) = (of.values().next(), of.values().last()) else { continue };
        let length = usize::try_from(end.month.number() - first.month.number()).unwrap_or(0) + 1;
        let in_group = |nl: String, en: String| match group.as_str() {
            "" => Text::new(nl, en),
            name => Text::new(format!("'{name}': {nl}"), format!("'{name}': {en}")),
        };
        if last.is_some_and(|last| end.month < last) {
            let (end, last) = (end.month, last.unwrap_or(end.month));
            let title = in_group(
                format!("eindigt in {end}, waar een andere groep tot {last} loopt"),
                format!("ends in {end}, where another group runs to {last}"),
            );
            let help = Text::new(
                "laat alle groepen in dezelfde maand eindigen",
                "let all groups end in the same month",
            );
            reader.whole(codes::END, title, Some(help));
        }
        if !(FEWEST..=MOST).contains(&length) {
            let title = in_group(
                format!("{length} maanden; nodig zijn er {FEWEST} tot {MOST}"),
                format!("{length} months; {FEWEST} to {MOST} are needed"),
            );
            let help = Text::new(
                "een seizoen is pas te zien als elke maand twee keer voorkomt",
                "a season is seen only when each month occurs twice",
            );
            reader.whole(codes::SHORT, title, Some(help));
        } else if !wrong {
            gaps(reader, of, length, &in_group);
        }
    }
}

fn gaps(
    reader: &mut Reader<'_>,
    of: &std::collections::BTreeMap<i32, Cell>,
    length: usize,
    in_group: &dyn Fn(String, String) -> Text,
) {
    let known: Vec<&Cell> = of.values().filter(|cell| cell.value.is_some()).collect();
    let missing = length - known.len();
    let jump = |pair: &[&Cell]| pair[1].month.number() - pair[0].month.number() - 1;
    let longest = known.windows(2).map(jump).max().unwrap_or(0);
    let at_end = of.values().next_back().is_some_and(|cell| cell.value.is_none())
        || of.values().next().is_some_and(|cell| cell.value.is_none());
    if at_end || longest > IN_A_ROW as i32 || missing as f64 > PART * length as f64 {
        let title = in_group(
            format!("er ontbreken {missing} van {length} maanden, {longest} achter elkaar"),
            format!("{missing} of {length} months are missing, {longest} in a row"),
        );
        let help = Text::new(
            format!(
                "hooguit {IN_A_ROW} achter elkaar en een op de tien, en niet aan het begin of einde, worden overbrugd; begin later of vul aan"
            ),
            format!(
                "at most {IN_A_ROW} in a row and one in ten, and none at either end, are bridged; begin later or fill them in"
            ),
        );
        reader.whole(codes::GAPS, title, Some(help));
    }
}

/// The series without holes, and what was bridged.
pub(super) fn bridge(file: &str, months: Months) -> (Vec<Counts>, Vec<Diagnostic>) {
    let series: Vec<Counts> = months.into_iter().map(|(group, of)| without_holes(group, of)).collect();
    let warnings = series.iter().filter(|counts| !counts.bridged.is_empty());
    let warnings = warnings.map(|counts| {
        let list = counts.bridged.iter().map(Month::to_string).collect::<Vec<_>>().join(", ");
        let name = if counts.group.is_empty() { String::new() } else { format!("'{}': ", counts.group) };
        problem(
            codes::BRIDGED,
            file,
            None,
            Text::new(
                format!("{name}overbrugd tussen de maanden ernaast: {list}"),
                format!("{name}bridged between the months beside them: {list}"),
            ),
            None,
        )
    });
    let warnings = warnings.collect();
    (series, warnings)
}

/// Bridges in equal ratios, as counts grow.
fn without_holes(group: String, of: std::collections::BTreeMap<i32, Cell>) -> Counts {
    let known: Vec<(Month, f64)> = of.values().filter_map(|cell| Some((cell.month, cell.value?))).collect();
    let (first, start) = known.first().copied().expect("a checked series has months");
    let (mut values, mut bridged) = (vec![start], Vec::new());
    for pair in known.windows(2) {
        let ((from, before), (to, after)) = (pair[0], pair[1]);
        let steps = to.number() - from.number();
        let mut month = from;
        for step in 1..steps {
            month = month.next();
            let part = f64::from(step) / f64::from(steps);
            values.push(exp((1.0 - part) * ln(1.0 + before) + part * ln(1.0 + after)) - 1.0);
            bridged.push(month);
        }
        values.push(after);
    }
    Counts { group, first, values, bridged }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use crate::diagnostic::Diagnostic;

    fn file(rows: impl Iterator<Item = (i32, String)>) -> String {
        let mut text = "period,value\n".to_owned();
        for (n, value) in rows {
            text.push_str(&format!("{}-{:02},{value}\n", 2020 + n / 12, n % 12 + 1));
        }
        text
    }

    fn codes(text: &str) -> Vec<&'static str> {
        let wrong: Vec<Diagnostic> = read("a.csv", text.as_bytes(), None).unwrap_err();
        wrong.iter().map(|d| d.code).collect()
    }

    #[test]
    fn a_few_missing_months_are_bridged_in_equal_ratios_and_told() {
        let text = file((0..30).filter(|n| ![10, 11].contains(n)).map(|n| (n, "99".to_owned())));
        let read = read("a.csv", text.as_bytes(), None).unwrap();
        assert_eq!(read.series[0].values.len(), 30);
        assert!((read.series[0].values[10] - 99.0).abs() < 1e-9);
        assert_eq!(read.warnings.len(), 1);
        assert!(read.warnings[0].title.en.contains("2020-11, 2020-12"), "{}", read.warnings[0].title.en);
    }

    #[test]
    fn many_missing_months_and_short_series_are_refused() {
        assert_eq!(
            codes(&file((0..40).filter(|n| !(10..14).contains(n)).map(|n| (n, "9".to_owned())))),
            ["FC007"]
        );
        assert_eq!(codes(&file((0..40).filter(|n| n % 5 != 2).map(|n| (n, "9".to_owned())))), ["FC007"]);
        assert_eq!(codes(&file((0..23).map(|n| (n, "9".to_owned())))), ["FC008"]);
        assert_eq!(
            codes(&file((0..30).map(|n| (n, if n == 29 { String::new() } else { "9".to_owned() })))),
            ["FC007"]
        );
    }

    #[test]
    fn an_empty_field_is_a_missing_month() {
        let text = file((0..30).map(|n| (n, if n == 12 { String::new() } else { "9".to_owned() })));
        assert_eq!(read("a.csv", text.as_bytes(), None).unwrap().series[0].bridged.len(), 1);
    }
}
