//! First applications that are given by month and nationality, for a run over the past.

use super::codes;
use super::layers::Layers;
use super::problems::{Problems, Spot, both, none};
use super::{Request, tables};
use crate::policy::{Given, Nationality};
use crate::time::{Day, Month};

const COLUMNS: [&str; 3] = ["period", "nationality", "value"];

/// No month has more persons of one nationality.
const MOST: f64 = 1_000_000.0;

/// Reads the table that the last layer names. Nothing when none does, or when it is wrong.
pub(super) fn read(problems: &mut Problems, request: &Request, layers: &Layers) -> Option<Given> {
    let (name, asked) = layers.list.iter().rev().find_map(|a| a.document.given.as_ref())?;
    let table = tables::find(problems, request, codes::GIVEN, (name, *asked))?;
    let mut reader = tables::reader(&table);
    let headers = reader.headers().cloned().unwrap_or_default();
    let places = tables::columns(problems, codes::GIVEN, &table, &headers, COLUMNS)?;
    let mut cells: Vec<(Month, Nationality, f64)> = Vec::new();
    for record in reader.records().flatten() {
        let spot = tables::spot(&table, &record);
        let field = |column: usize| record.get(places[column]).unwrap_or("");
        let month = month(problems, spot, field(0));
        let nationality = tables::nationality(problems, codes::GIVEN, spot, field(1));
        let persons = persons(problems, spot, field(2));
        cells.extend(month.zip(nationality).zip(persons).map(|((m, n), p)| (m, n, p)));
    }
    if problems.any_error_in(table.file) {
        return None;
    }
    whole(problems, *asked, &cells)
}

fn month(problems: &mut Problems, spot: Spot, cell: &str) -> Option<Month> {
    let day = format!("{cell}-01").parse::<Day>().ok();
    if day.is_none() {
        let title = both("dit is geen maand", "this is not a month");
        let help = both("schrijf jaar en maand als 2019-01", "write year and month as 2019-01");
        problems.error(codes::GIVEN, spot, title, none(), help);
    }
    day.map(Month::of)
}

fn persons(problems: &mut Problems, spot: Spot, cell: &str) -> Option<f64> {
    let persons = cell.parse::<f64>().ok().filter(|n| (0.0..=MOST).contains(n));
    if persons.is_none() {
        let title = both("het aantal personen klopt niet", "the number of persons is not right");
        let help =
            both(format!("schrijf een getal van 0 tot {MOST}"), format!("write a number from 0 to {MOST}"));
        problems.error(codes::GIVEN, spot, title, none(), help);
    }
    persons
}

/// Every month from the first to the last, with every nationality once.
fn whole(problems: &mut Problems, asked: Spot, cells: &[(Month, Nationality, f64)]) -> Option<Given> {
    let first = cells.iter().map(|(month, ..)| *month).min();
    let last = cells.iter().map(|(month, ..)| *month).max();
    let Some((first, last)) = first.zip(last) else {
        let title = both("de tabel is leeg", "the table is empty");
        problems.error(codes::GIVEN, asked, title, none(), none());
        return None;
    };
    let length = (last.number() - first.number() + 1) as usize;
    let mut months = vec![[f64::NAN; Nationality::ALL.len()]; length];
    let mut twice = None;
    for &(month, nationality, persons) in cells {
        let cell = &mut months[(month.number() - first.number()) as usize][nationality.index()];
        if !cell.is_nan() {
            twice = twice.or(Some((month, nationality)));
        }
        *cell = persons;
    }
    let mut all = months.iter().zip(first.number()..).flat_map(|(row, month)| {
        Nationality::ALL
            .iter()
            .zip(row)
            .filter(|(_, persons)| persons.is_nan())
            .map(move |(n, _)| (month, *n))
    });
    let missing =
        all.next().map(|(number, nationality)| (later(first, number - first.number()), nationality));
    let complain =
        |problems: &mut Problems, (month, nationality): (Month, Nationality), nl: &str, en: &str| {
            let key = Nationality::KEYS[nationality.index()];
            let help = both(
                "geef elke maand tussen de eerste en de laatste, met elke nationaliteit één keer; 0 mag",
                "give every month between the first and the last, with every nationality once; 0 will do",
            );
            let title = both(format!("{key} {nl} in {month}"), format!("{key} {en} in {month}"));
            problems.error(codes::GIVEN, asked, title, none(), help);
        };
    match (missing, twice) {
        (Some(missing), _) => complain(problems, missing, "ontbreekt", "is missing"),
        (None, Some(twice)) => complain(problems, twice, "staat er twee keer", "stands there twice"),
        (None, None) => return Some(Given::new(first, months)),
    }
    None
}

fn later(month: Month, months: i32) -> Month {
    Month::of(month.first().plus_months(months))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::policy::Nationality;
    use crate::scenario::{Request, library, read};

    fn table(rows: &str) -> Vec<String> {
        let text = "start = 2019-01-01\nhorizon = \"1 year\"\n[given]\nfirst_applications = \"given.csv\"\n";
        let files = |path: &str| match path {
            "given.csv" => Ok(rows.as_bytes().to_vec()),
            "test.toml" => {
                Ok(format!("format = 1\nname = \"Test\"\nextends = \"base.toml\"\n{text}").into_bytes())
            }
            "base.toml" => Ok(library::template().into_bytes()),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        };
        match read(&Request { scenario: "test.toml", sets: &[], files: &files }) {
            Ok(checked) => {
                let given = checked.scenario.policy.given().expect("first applications are given");
                vec![format!("{} {}", given.begins(), given.ends())]
            }
            Err(failed) => {
                let errors = failed.diagnostics.iter().filter(|d| d.severity == Severity::Error);
                errors.map(|d| format!("{} {}", d.code, d.title.en)).collect()
            }
        }
    }

    fn months(months: &[&str]) -> String {
        let row = |month: &&str| Nationality::KEYS.map(|key| format!("{month},{key},10\n")).concat();
        format!("period,nationality,value\n{}", months.iter().map(row).collect::<String>())
    }

    #[test]
    fn a_table_without_gaps_is_taken_and_anything_else_is_told() {
        let sound = months(&["2019-02", "2019-01"]);
        assert_eq!(table(&sound), ["2019-01-01 2019-03-01"]);
        assert_eq!(table(&months(&["2019-01", "2019-03"])), ["DS046 syria is missing in 2019-02"]);
        assert_eq!(table(&format!("{sound}2019-01,iran,4\n")), ["DS046 iran stands there twice in 2019-01"]);
        assert_eq!(
            table(&format!("{sound}januari,iran,-4\n")),
            ["DS046 this is not a month", "DS046 the number of persons is not right"]
        );
        assert_eq!(table("period,value\n"), ["DS046 the table lacks columns: nationality"]);
        assert_eq!(table("period,nationality,value\n"), ["DS046 the table is empty"]);
    }
}
