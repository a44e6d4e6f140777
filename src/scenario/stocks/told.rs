//! Row by row: what a file of stocks tells, and what is wrong with it.

use super::items::{COLUMNS, Item, Part, column};
use super::sheet::{self, Cell, Row, Sheet};
use crate::policy::levers::inflow::FIRST_APPLICATIONS;
use crate::policy::{Nationality, estimate, levers};
use crate::scenario::codes;
use crate::scenario::number::show;
use crate::scenario::problems::{Problems, Spot, both, none, quoted};
use crate::scenario::suggest;
use crate::time::{Day, Days, Month};

/// No stock has more persons.
const MOST: f64 = 1_000_000.0;
/// No case is older [days].
const OLDEST: i32 = 36_500;

/// One number that somebody tells.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) part: Part,
    pub(super) item: Item,
    pub(super) nationality: Option<Nationality>,
    /// Least age, included, and greatest, excluded.
    pub(super) ages: Option<(Days, Days)>,
    pub(super) month: Option<Month>,
    pub(super) value: f64,
    /// Bounds between which replications draw.
    pub(super) range: Option<(f64, f64)>,
    pub(super) source: Option<String>,
    pub(super) spot: Spot,
}

/// Everything a file tells.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// The day of the stocks, and where it stands.
    pub(super) date: Option<(Day, Spot)>,
    pub(super) told: Vec<Told>,
}

/// Reads a file. Nothing when it is no table.
pub(super) fn read(problems: &mut Problems, name: &str, bytes: &[u8]) -> Option<Telling> {
    let sheet = sheet::read(problems, name, bytes, &COLUMNS)?;
    let mut telling = Telling::default();
    for row in &sheet.rows {
        let cell = |place: usize| &row.cells[place];
        let Some(part) = Part::of(&cell(column::PART).text) else {
            unknown(problems, cell(column::PART), "onderdeel", "part", &Part::WORDS, &Part::DUTCH);
            continue;
        };
        if part == Part::Date {
            date(problems, row, &mut telling);
            continue;
        }
        if let Some(told) = one(problems, &sheet, row, part) {
            twice(problems, &telling, &told);
            telling.told.push(told);
        }
    }
    if telling.told.is_empty() && !problems.any_error() {
        problems.error(
            codes::SHEET,
            Spot { file: sheet.file, start: 0, end: 0 },
            both("er is geen enkele waarde ingevuld", "not a single value is filled in"),
            none(),
            both("vul de kolom waarde", "fill in the column value"),
        );
    }
    Some(telling)
}

fn date(problems: &mut Problems, row: &Row, telling: &mut Telling) {
    let cell = &row.cells[column::VALUE];
    if cell.text.is_empty() {
        return;
    }
    match day(&cell.text) {
        Some(_) if telling.date.is_some() => problem(
            problems,
            cell.spot,
            ("de datum staat er twee keer".into(), "the date stands here twice".into()),
            ("laat er één weg".into(), "leave one of the two out".into()),
        ),
        Some(day) => telling.date = Some((day, cell.spot)),
        None => {
            let shown = quoted(&cell.text);
            problem(
                problems,
                cell.spot,
                (format!("`{shown}` is geen dag"), format!("`{shown}` is not a day")),
                ("schrijf 2026-11-01".into(), "write 2026-11-01".into()),
            );
        }
    }
}

/// A day as 2026-11-01, or as a Dutch Excel shows it: 1-11-2026.
pub(in crate::scenario) fn day(text: &str) -> Option<Day> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split('-').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    Day::from_ymd(year, month.parse().ok()?, day.parse().ok()?)
}

const MONTHS: [[&str; 12]; 2] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
];

/// A month as 2025-11, or as Excel shows it: nov-25, a day in it.
fn month(text: &str) -> Option<Month> {
    let text = text.to_lowercase();
    if let Some(day) = day(&text).or_else(|| day(&format!("{text}-01"))) {
        return Some(Month::of(day));
    }
    let (word, year) = text.split_once(['-', ' '])?;
    let place = |words: &[&str; 12]| words.iter().position(|w| word.trim_end_matches('.') == *w);
    let month = MONTHS.iter().find_map(place)?;
    let number: i16 = year.parse().ok().filter(|n| *n >= 0)?;
    let year = if year.len() == 2 { 2_000 + number } else { number };
    Day::from_ymd(year, month as i8 + 1, 1).map(Month::of)
}

fn one(problems: &mut Problems, sheet: &Sheet, row: &Row, part: Part) -> Option<Told> {
    let cell = |place: usize| &row.cells[place];
    let items = part.items();
    let word = cell(column::ITEM).text.to_lowercase();
    let Some(item) = items.iter().copied().find(|i| i.name == word || i.dutch.to_lowercase() == word) else {
        let names: Vec<&str> = items.iter().map(|i| i.name).collect();
        let dutch: Vec<&str> = items.iter().map(|i| i.dutch).collect();
        unknown(problems, cell(column::ITEM), "post", "item", &names, &dutch);
        return None;
    };
    let nationality = nationality(problems, cell(column::NATIONALITY));
    let ages = ages(problems, cell(column::FROM), cell(column::TO));
    let at = cell(column::MONTH);
    let months = month(&at.text);
    if !at.text.is_empty() && months.is_none() {
        let shown = quoted(&at.text);
        problem(
            problems,
            at.spot,
            (format!("`{shown}` is geen maand"), format!("`{shown}` is not a month")),
            ("schrijf jaar-maand: 2025-11".into(), "write year-month: 2025-11".into()),
        );
    }
    let written = cell(column::VALUE);
    let value = sheet::number(problems, written, sheet.comma);
    let value = value.filter(|value| within(problems, written, &item, part, *value));
    let range = range(problems, sheet, row, value);
    if written.text.is_empty() {
        return None;
    }
    let fits = belongs(problems, row, part, &item, nationality.ok()?, ages.ok()?, months.is_some(), range);
    let source = Some(cell(column::SOURCE).text.clone()).filter(|s| !s.is_empty());
    (fits && (at.text.is_empty() || months.is_some())).then_some(())?;
    Some(Told {
        part,
        item,
        nationality: nationality.ok()?,
        ages: ages.ok()?,
        month: months,
        value: value?,
        range,
        source,
        spot: written.spot,
    })
}

/// Something that is there and cannot be read.
#[derive(Copy, Clone, Debug)]
struct Unread;

fn nationality(problems: &mut Problems, cell: &Cell) -> Result<Option<Nationality>, Unread> {
    let word = cell.text.to_lowercase();
    if word.is_empty() || ["all", "alle", "totaal", "total"].contains(&word.as_str()) {
        return Ok(None);
    }
    let dutch = Nationality::DUTCH.iter().position(|name| name.to_lowercase() == word);
    if let Some(found) = Nationality::from_key(&word).or(dutch.map(|place| Nationality::ALL[place])) {
        return Ok(Some(found));
    }
    let shown = quoted(&cell.text);
    let near = suggest::nearest(&word, Nationality::KEYS.into_iter().chain(Nationality::DUTCH));
    let help = match near {
        Some(meant) => (format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
        None => (
            "gebruik `other` voor de rest, of laat de cel leeg voor alle samen".into(),
            "use `other` for the rest, or leave the cell empty for all together".into(),
        ),
    };
    problem(
        problems,
        cell.spot,
        (format!("er is geen nationaliteit `{shown}`"), format!("there is no nationality `{shown}`")),
        help,
    );
    Err(Unread)
}

fn ages(problems: &mut Problems, from: &Cell, to: &Cell) -> Result<Option<(Days, Days)>, Unread> {
    if from.text.is_empty() && to.text.is_empty() {
        return Ok(None);
    }
    let days = |cell: &Cell| cell.text.parse::<i32>().ok().filter(|age| (0..=OLDEST).contains(age));
    match (days(from), days(to)) {
        (Some(low), Some(high)) if low < high => Ok(Some((Days(low), Days(high)))),
        (low, _) => {
            let cell = if low.is_none() && !from.text.is_empty() { from } else { to };
            problem(
                problems,
                cell.spot,
                (
                    "de leeftijd klopt niet: van en tot zijn hele dagen, en van is kleiner dan tot".into(),
                    "the age is not right: from and to are whole days, and from is less than to".into(),
                ),
                (
                    format!("schrijf bijvoorbeeld 182 en 365; het meeste is {OLDEST}"),
                    format!("write for example 182 and 365; the most is {OLDEST}"),
                ),
            );
            Err(Unread)
        }
    }
}

fn within(problems: &mut Problems, cell: &Cell, item: &Item, part: Part, value: f64) -> bool {
    let persons = matches!(part, Part::Stock | Part::Before | Part::Came | Part::Left);
    let (low, high) = match item.row {
        Some(row) if !persons => levers::declaration(row).range,
        _ => (0.0, MOST),
    };
    let whole = !persons || value.fract() == 0.0;
    if (low..=high).contains(&value) && whole {
        return true;
    }
    let (nl, en) = if whole { ("ligt", "lies") } else { ("is een geheel getal", "is a whole number") };
    let cure = show(value.clamp(low, high).round());
    problems.error(
        codes::CELL,
        cell.spot,
        both(
            format!("{} {nl} tussen {} en {}", item.dutch, show(low), show(high)),
            format!("{} {en} between {} and {}", item.name, show(low), show(high)),
        ),
        both("buiten de grenzen", "outside the bounds"),
        both(
            format!("schrijf bijvoorbeeld {cure}; de eenheid is {}", item.unit),
            format!("write for example {cure}; the unit is {}", item.unit),
        ),
    );
    false
}

fn range(problems: &mut Problems, sheet: &Sheet, row: &Row, value: Option<f64>) -> Option<(f64, f64)> {
    let (low, high) = (&row.cells[column::LOW], &row.cells[column::HIGH]);
    let (least, most) =
        (sheet::number(problems, low, sheet.comma), sheet::number(problems, high, sheet.comma));
    if low.text.is_empty() && high.text.is_empty() {
        return None;
    }
    let sound = match (least, most, value) {
        (Some(least), Some(most), Some(value)) => least <= value && value <= most && least < most,
        // A number that cannot be read has had its complaint.
        _ => {
            (least.is_none() && !low.text.is_empty())
                || (most.is_none() && !high.text.is_empty())
                || (value.is_none() && !row.cells[column::VALUE].text.is_empty())
        }
    };
    if !sound {
        let spot = if high.text.is_empty() { low.spot } else { high.spot };
        problem(
            problems,
            spot,
            (
                "laag, waarde en hoog staan niet op volgorde, of er ontbreekt er een".into(),
                "low, value and high are not in order, or one is missing".into(),
            ),
            (
                "vul alle drie, of laat laag en hoog leeg".into(),
                "fill in all three, or leave low and high empty".into(),
            ),
        );
    }
    least.zip(most)
}

/// Whether nationality, age, month and range have a meaning for this item, with a complaint for each that has none.
#[allow(clippy::too_many_arguments, reason = "a row is its cells")]
fn belongs(
    problems: &mut Problems,
    row: &Row,
    part: Part,
    item: &Item,
    nationality: Option<Nationality>,
    ages: Option<(Days, Days)>,
    month: bool,
    range: Option<(f64, f64)>,
) -> bool {
    let total = nationality.is_none() && ages.is_none();
    let first = item.row == Some(FIRST_APPLICATIONS.index());
    let split = match part {
        Part::Stock => item.stage.is_some(),
        Part::Inflow | Part::Permits => true,
        _ => false,
    };
    let ranged = match part {
        Part::Stock => item.row.is_some(),
        Part::Places | Part::Staff => item.row.is_some_and(|row| estimate::of(row).is_some()),
        _ => false,
    };
    let checks = [
        (column::NATIONALITY, nationality.is_some() && !split, ("nationaliteit", "nationality")),
        (column::FROM, ages.is_some() && !(part == Part::Stock && item.ages), ("leeftijd", "age")),
        (column::MONTH, month && !(part == Part::Inflow && first), ("maand", "month")),
        (column::HIGH, range.is_some() && !(ranged && total), ("bandbreedte", "range")),
    ];
    let mut fits = true;
    for (place, wrong, (nl, en)) in checks {
        if wrong {
            fits = false;
            problem(
                problems,
                row.cells[place].spot,
                (
                    format!("{} wordt hier niet naar {nl} gevraagd", item.dutch),
                    format!("{} is not asked by {en} here", item.name),
                ),
                ("laat de cel leeg".into(), "leave the cell empty".into()),
            );
        }
    }
    if fits && part == Part::Stock && ages.is_some() && nationality.is_none() {
        fits = false;
        problem(
            problems,
            row.cells[column::NATIONALITY].spot,
            ("een leeftijd hoort bij een nationaliteit".into(), "an age belongs to a nationality".into()),
            (
                "splits de rij naar nationaliteit, met `other` voor de rest".into(),
                "split the row by nationality, with `other` for the rest".into(),
            ),
        );
    }
    fits
}

fn twice(problems: &mut Problems, telling: &Telling, told: &Told) {
    let same = |other: &&Told| {
        (other.part, other.item.name, other.nationality, other.month)
            == (told.part, told.item.name, told.nationality, told.month)
    };
    let overlap = |other: &Told| match (other.ages, told.ages) {
        (Some(a), Some(b)) => a.0 < b.1 && b.0 < a.1,
        (None, None) => true,
        _ => false,
    };
    if telling.told.iter().filter(same).any(overlap) {
        problem(
            problems,
            told.spot,
            (
                format!("{} staat er twee keer, of de leeftijden overlappen", told.item.dutch),
                format!("{} stands here twice, or the ages overlap", told.item.name),
            ),
            ("laat er één weg".into(), "leave one of the two out".into()),
        );
    }
}

fn unknown(problems: &mut Problems, cell: &Cell, nl: &str, en: &str, words: &[&str], dutch: &[&str]) {
    let shown = quoted(&cell.text);
    let near = suggest::nearest(&cell.text, words.iter().chain(dutch).copied());
    let help = match near {
        Some(meant) => (format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
        None => (format!("kies uit {}", dutch.join(", ")), format!("choose from {}", words.join(", "))),
    };
    problem(
        problems,
        cell.spot,
        (format!("er is geen {nl} `{shown}`"), format!("there is no {en} `{shown}`")),
        help,
    );
}

fn problem(problems: &mut Problems, spot: Spot, title: (String, String), help: (String, String)) {
    problems.error(codes::ROW, spot, both(title.0, title.1), none(), both(help.0, help.1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_written_and_as_excel_shows_it() {
        let november = Month::of(Day::from_ymd(2025, 11, 1).unwrap());
        for text in ["2025-11", "nov-25", "Nov 2025", "1-11-2025", "2025-11-30", "nov.-25"] {
            assert_eq!(month(text), Some(november), "{text}");
        }
        assert_eq!(month("mrt-26"), month("mar-26"));
        for text in ["", "november", "2025", "13-25", "2025-13"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
