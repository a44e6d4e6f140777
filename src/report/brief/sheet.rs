//! A table of a briefing, once: the page, both forms of CSV and the workbook show the same cells.

use crate::report::summary::capital;
use crate::report::tables::{NOT_LAW, plain, write};
use crate::report::texts::{Decimals, Language};

/// Numbers of persons are published in steps of this.
pub(super) const STEP: f64 = 10.0;
/// Fewer persons than this are not shown.
const FEWEST: f64 = 10.0;

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Its name in files.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it counts and how to read it.
    pub about: String,
    /// How many of its first columns are headings of groups of rows.
    pub groups: usize,
    /// Its columns.
    pub head: Vec<Head>,
    /// Its rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
    /// How many measures that are not law it rests on, with the sentence that says so: a row before all others in files.
    pub mark: Option<(usize, String)>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Its name in files that programs read.
    pub id: &'static str,
    /// Its heading for readers.
    pub label: String,
}

/// What stands in a table.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A word: as programs and as readers know it.
    Word(String, String),
    /// A number with so many decimals at most.
    Number(f64, usize),
    /// The same as a difference, with its sign.
    Signed(f64, usize),
    /// A share, 0 to 1.
    Share(f64),
    /// A deviation as a share, with its sign.
    SignedShare(f64),
    /// Fewer than ten persons, and not none.
    Few,
    /// No value.
    None,
}

impl Cell {
    /// A word that is the same for everybody.
    pub(in crate::report) fn word(text: impl Into<String>) -> Cell {
        let text = text.into();
        Cell::Word(text.clone(), text)
    }

    /// Persons, in steps of ten; fewer than ten are not shown.
    pub(super) fn persons(value: Option<f64>) -> Cell {
        match value {
            None => Cell::None,
            Some(value) if value.abs() > 0.0 && value.abs() < FEWEST => Cell::Few,
            Some(value) => Cell::Number((value / STEP).round() * STEP, 0),
        }
    }

    /// A number, if there is one.
    pub(super) fn number(value: Option<f64>, decimals: usize) -> Cell {
        value.map_or(Cell::None, |value| Cell::Number(value, decimals))
    }

    /// As programs read it: a point for decimals, and nothing where there is no value. Fewer than ten is `<10`.
    pub fn machine(&self) -> String {
        match self {
            Cell::Word(id, _) => id.clone(),
            Cell::Number(value, decimals) | Cell::Signed(value, decimals) => plain(*value, *decimals),
            Cell::Share(share) | Cell::SignedShare(share) => plain(*share, 4),
            Cell::Few => "<10".to_owned(),
            Cell::None => String::new(),
        }
    }

    /// As a page shows it.
    pub(in crate::report) fn shown(&self, language: Language) -> String {
        match self {
            Cell::Word(_, text) => text.clone(),
            Cell::Number(value, decimals) => language.lean(*value, *decimals),
            Cell::Signed(value, decimals) => language.signed_number(*value, Decimals(*decimals)),
            Cell::Share(share) => language.of_replications(*share),
            Cell::SignedShare(share) => format!("{}\u{a0}%", language.signed(share * 100.0)),
            Cell::Few => "<\u{a0}10".to_owned(),
            Cell::None => "–".to_owned(),
        }
    }

    /// As a spreadsheet shows a number, in the form of Dutch Excel: a comma for decimals.
    fn comma(&self) -> String {
        match self {
            Cell::Word(_, text) => text.clone(),
            Cell::Number(..)
            | Cell::Signed(..)
            | Cell::Share(_)
            | Cell::SignedShare(_)
            | Cell::Few
            | Cell::None => self.machine().replace('.', ","),
        }
    }

    /// Whether it stands right in its column.
    pub(in crate::report) fn is_number(&self) -> bool {
        !matches!(self, Cell::Word(..))
    }
}

impl Sheet {
    /// Columns, by name in files and heading.
    pub(in crate::report) fn head<const N: usize>(columns: [(&'static str, &str); N]) -> Vec<Head> {
        columns.into_iter().map(|(id, label)| Head { id, label: capital(label) }).collect()
    }

    /// The row that says that measures are not law.
    pub(super) fn marked(&self) -> Option<Vec<String>> {
        let (measures, sentence) = self.mark.as_ref()?;
        let mut row = vec![NOT_LAW.to_owned(), measures.to_string(), sentence.clone()];
        row.resize(self.head.len().max(3), String::new());
        Some(row)
    }

    /// For programs anywhere: commas, points for decimals, names that no language changes.
    pub fn csv(&self) -> String {
        let head = self.head.iter().map(|column| column.id.to_owned()).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::machine).collect());
        write(head, self.marked().into_iter().chain(rows))
    }

    /// For Dutch Excel: semicolons, commas for decimals, headings and words for readers, and the mark by which Excel knows
    /// UTF-8.
    pub fn csv_dutch(&self) -> String {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let head = self.head.iter().map(|column| column.label.clone()).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::comma).collect::<Vec<_>>());
        for row in std::iter::once(head).chain(self.marked()).chain(rows) {
            writer.write_record(&row).expect("a vector takes every byte and all rows are equally long");
        }
        let bytes = writer.into_inner().expect("a vector takes every byte");
        format!("\u{feff}{}", String::from_utf8(bytes).expect("strings in, strings out"))
    }
}

/// Means in steps, so that the parts still add up to their total: each part is rounded to one of the steps beside it, those
/// with the largest remainders upwards.
pub(super) fn controlled(parts: &[f64], step: f64) -> (Vec<f64>, f64) {
    let total = (parts.iter().sum::<f64>() / step).round();
    let down: Vec<f64> = parts.iter().map(|part| (part / step).floor()).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |n: &usize| parts[*n] / step - down[*n];
    order.sort_by(|a, b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(b)));
    let up = (total - down.iter().sum::<f64>()).max(0.0) as usize;
    let mut rounded = down;
    for place in order.into_iter().take(up) {
        rounded[place] += 1.0;
    }
    (rounded.into_iter().map(|part| part * step).collect(), total * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_after_rounding_and_none_is_moved_more_than_a_step() {
        for parts in [[24.0, 13.0, 8.0], [1_004.9, 1_005.1, 0.0], [15.0, 15.0, 15.0], [0.0, 0.0, 0.0]] {
            let (rounded, total) = controlled(&parts, 10.0);
            assert_eq!(rounded.iter().sum::<f64>(), total, "{parts:?}");
            assert!(
                rounded.iter().zip(parts).all(|(a, b)| (a - b).abs() < 10.0 && a % 10.0 == 0.0),
                "{rounded:?}"
            );
        }
        assert_eq!(controlled(&[24.0, 13.0, 8.0], 10.0), (vec![30.0, 10.0, 10.0], 50.0));
    }

    #[test]
    fn few_persons_are_not_shown_in_any_form() {
        assert_eq!(Cell::persons(Some(9.4)), Cell::Few);
        assert_eq!(Cell::persons(Some(-3.0)), Cell::Few);
        assert_eq!(Cell::persons(Some(0.0)), Cell::Number(0.0, 0));
        assert_eq!(Cell::persons(Some(14.0)).machine(), "10");
        assert_eq!(Cell::Few.machine(), "<10");
        assert_eq!(Cell::Signed(-1_230.0, 0).shown(Language::Nl), "−1.230");
    }

    #[test]
    fn the_dutch_form_has_semicolons_commas_and_the_mark_of_excel() {
        let sheet = Sheet {
            name: "x".into(),
            title: String::new(),
            about: String::new(),
            groups: 0,
            head: Sheet::head([("what", "wat"), ("share", "deel"), ("n", "aantal")]),
            rows: vec![
                vec![Cell::word("a;b"), Cell::Share(0.25), Cell::Few],
                vec![Cell::word("c"), Cell::None, Cell::None],
            ],
            mark: None,
        };
        assert_eq!(sheet.csv(), "what,share,n\na;b,0.25,<10\nc,,\n");
        assert_eq!(sheet.csv_dutch(), "\u{feff}Wat;Deel;Aantal\r\n\"a;b\";0,25;<10\r\nc;;\r\n");
        let marked = Sheet { mark: Some((2, "not law".into())), ..sheet };
        assert_eq!(marked.csv().lines().nth(1), Some("measures_not_law,2,not law"));
    }
}
