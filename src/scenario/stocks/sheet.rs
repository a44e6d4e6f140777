//! A table that somebody fills in with a spreadsheet: CSV with commas, or as a Dutch Excel writes it, with semicolons,
//! decimal commas and a byte order mark. Every cell knows its place, so that a problem can point at it.

use std::ops::Range;

use crate::scenario::codes;
use crate::scenario::problems::{Problems, Source, Spot, both, none, quoted};
use crate::scenario::suggest;

/// A column: its English and its Dutch heading, and whether the table cannot do without it.
#[derive(Copy, Clone, Debug)]
pub(in crate::scenario) struct Column {
    /// English heading.
    pub(in crate::scenario) name: &'static str,
    /// Dutch heading.
    pub(in crate::scenario) dutch: &'static str,
    /// Whether it must be there.
    pub(in crate::scenario) needed: bool,
}

/// A cell as written, without quotes and blanks around it.
#[derive(Clone, Debug, Default)]
pub(in crate::scenario) struct Cell {
    /// Its text.
    pub(in crate::scenario) text: String,
    /// Where it stands.
    pub(in crate::scenario) spot: Spot,
}

/// A row that is no comment and not blank: a cell for each column asked for, empty where there is none.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Row {
    /// The cells, in the order of the columns asked for.
    pub(in crate::scenario) cells: Vec<Cell>,
}

/// A table.
#[derive(Debug)]
pub(in crate::scenario) struct Sheet {
    /// Which text it is.
    pub(in crate::scenario) file: usize,
    /// Its rows.
    pub(in crate::scenario) rows: Vec<Row>,
    /// Whether numbers are written the Dutch way: a decimal comma.
    pub(in crate::scenario) comma: bool,
}

/// No table is larger [bytes].
const LARGEST: usize = 4 << 20;

/// Reads a table. Nothing, and a complaint, when it cannot be one.
pub(in crate::scenario) fn read(
    problems: &mut Problems,
    name: &str,
    bytes: &[u8],
    columns: &[Column],
) -> Option<Sheet> {
    let file = problems.sources.len();
    let text = decoded(bytes).filter(|t| t.len() <= LARGEST);
    let readable = text.is_some();
    problems.sources.push(Source { name: name.into(), text: text.unwrap_or_default(), embedded: false });
    if !readable {
        return unreadable(
            problems,
            file,
            both("het bestand is geen tekst van hooguit 4 MB", "the file is not text of 4 MB at most"),
            both(
                "bewaar het in Excel als CSV UTF-8 (door scheidingstekens gescheiden)",
                "save it in Excel as CSV UTF-8 (comma delimited)",
            ),
        );
    }
    let text = problems.sources[file].text.clone();
    let Some((start, header)) = header(&text) else {
        return unreadable(
            problems,
            file,
            both("het bestand heeft geen regel met kolomnamen", "the file has no line of column names"),
            both(
                "begin met `doorstroom stocks template --out FILE`",
                "begin with `doorstroom stocks template --out FILE`",
            ),
        );
    };
    let delimiter = delimiter(header);
    let places = places(problems, file, start, header, delimiter, columns)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(&text.as_bytes()[start + header.len()..]);
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let first = record.get(0).unwrap_or("").trim_start();
        if first.starts_with('#') || record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let begin = start + header.len() + record.position().map_or(0, |p| p.byte() as usize);
        let end = (start + header.len() + reader.position().byte() as usize).min(text.len());
        let lead = text[begin..end].len() - text[begin..end].trim_start_matches(['\r', '\n']).len();
        let ranges = cells(&text[begin + lead..end], delimiter);
        let cell = |place: &Option<usize>| {
            let place = (*place)?;
            let text = record.get(place)?.trim().to_string();
            let range = ranges.get(place).cloned().unwrap_or(0..0);
            let spot = Spot { file, start: begin + lead + range.start, end: begin + lead + range.end };
            Some(Cell { text, spot })
        };
        let nowhere = Spot { file, start: begin + lead, end: begin + lead };
        let cells = places.iter().map(|p| cell(p).unwrap_or(Cell { text: String::new(), spot: nowhere }));
        rows.push(Row { cells: cells.collect() });
    }
    Some(Sheet { file, rows, comma: delimiter != b',' })
}

fn unreadable(
    problems: &mut Problems,
    file: usize,
    title: crate::diagnostic::Text,
    help: crate::diagnostic::Text,
) -> Option<Sheet> {
    problems.error(codes::SHEET, Spot { file, start: 0, end: 0 }, title, none(), help);
    None
}

/// UTF-8 with or without a byte order mark, or what an older Excel writes: one byte a character (Windows-1252, of which
/// only the letters matter here). Nothing for UTF-16 and for what is no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) || bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    Some(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_string(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}

/// The line of column names and where it begins: the first that is no comment, not blank and not Excel's `sep=;`.
fn header(text: &str) -> Option<(usize, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let plain = line.trim().trim_start_matches('"');
        let blank = plain.trim_matches([';', ',', '\t']).is_empty();
        if !(blank || plain.starts_with('#') || plain.to_ascii_lowercase().starts_with("sep=")) {
            return Some((start, line.trim_end_matches(['\r', '\n'])));
        }
        start += line.len();
    }
    None
}

fn delimiter(header: &str) -> u8 {
    let count = |byte: u8| header.bytes().filter(|b| *b == byte).count();
    [b';', b'\t'].into_iter().find(|d| count(*d) > count(b',')).unwrap_or(b',')
}

/// The place of each column in the header. Complains about missing ones, and about a heading that is nearly one of them.
fn places(
    problems: &mut Problems,
    file: usize,
    start: usize,
    header: &str,
    delimiter: u8,
    columns: &[Column],
) -> Option<Vec<Option<usize>>> {
    let ranges = cells(header, delimiter);
    let words: Vec<String> = ranges.iter().map(|r| header[r.clone()].trim().to_lowercase()).collect();
    let place = |column: &Column| words.iter().position(|w| w == column.name || w == column.dutch);
    let places: Vec<Option<usize>> = columns.iter().map(place).collect();
    let mut sound = true;
    let missing =
        || columns.iter().zip(&places).filter(|(_, place)| place.is_none()).map(|(column, _)| column);
    for (place, word) in words.iter().enumerate().filter(|(place, _)| !places.contains(&Some(*place))) {
        let Some(meant) = suggest::nearest(word, missing().flat_map(|c| [c.name, c.dutch])) else { continue };
        sound = false;
        let spot = Spot { file, start: start + ranges[place].start, end: start + ranges[place].end };
        let shown = quoted(word);
        problems.error(
            codes::SHEET,
            spot,
            both(format!("er is geen kolom `{shown}`"), format!("there is no column `{shown}`")),
            none(),
            both(format!("bedoelde u `{meant}`?"), format!("did you mean `{meant}`?")),
        );
    }
    let lacking: Vec<&Column> = missing().filter(|c| c.needed).collect();
    if sound && !lacking.is_empty() {
        sound = false;
        let list =
            |name: fn(&&Column) -> &'static str| lacking.iter().map(name).collect::<Vec<_>>().join(", ");
        let all = |name: fn(&Column) -> &'static str| columns.iter().map(name).collect::<Vec<_>>();
        problems.error(
            codes::SHEET,
            Spot { file, start, end: start + header.len() },
            both(
                format!("de tabel mist kolommen: {}", list(|c| c.dutch)),
                format!("the table lacks columns: {}", list(|c| c.name)),
            ),
            none(),
            both(
                format!("de kolommen zijn {}", all(|c| c.dutch).join(";")),
                format!("the columns are {}", all(|c| c.name).join(",")),
            ),
        );
    }
    sound.then_some(places)
}

/// Where each cell of a line stands, without quotes and blanks around it.
fn cells(line: &str, delimiter: u8) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut begin, mut inside) = (0, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => inside = !inside,
            b'\r' | b'\n' if !inside => {
                ranges.push(trimmed(line, begin..at));
                return ranges;
            }
            byte if byte == delimiter && !inside => {
                ranges.push(trimmed(line, begin..at));
                begin = at + 1;
            }
            _ => {}
        }
    }
    ranges.push(trimmed(line, begin..line.len()));
    ranges
}

fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || c == '"';
    let cell = &line[range.clone()];
    let start = range.start + cell.len() - cell.trim_start_matches(blank).len();
    start..start + cell.trim_matches(blank).len()
}

/// The number in a cell, with a complaint when it is none or could be read in two ways. Nothing for an empty cell.
pub(in crate::scenario) fn number(problems: &mut Problems, cell: &Cell, comma: bool) -> Option<f64> {
    if cell.text.is_empty() {
        return None;
    }
    let written = cell.text.replace(['\u{a0}', '\u{202f}'], " ");
    let shown = quoted(&cell.text);
    if let Some(plain) = without_thousands(&written, comma) {
        problems.error(
            codes::CELL,
            cell.spot,
            both(
                format!("`{shown}` heeft een teken voor duizendtallen, of iets dat daarop lijkt"),
                format!("`{shown}` has a separator for thousands, or what looks like one"),
            ),
            none(),
            both(format!("schrijf {plain}"), format!("write {plain}")),
        );
        return None;
    }
    let point = if comma { written.replace(',', ".") } else { written };
    let number = point.parse::<f64>().ok().filter(|n| n.is_finite());
    if number.is_none() {
        problems.error(
            codes::CELL,
            cell.spot,
            both(format!("`{shown}` is geen getal"), format!("`{shown}` is not a number")),
            none(),
            both(
                "schrijf een getal, of laat de cel leeg als u het niet weet",
                "write a number, or leave the cell empty if you do not know it",
            ),
        );
    }
    number
}

/// The number without its thousands, if it has any: groups of three digits behind points, blanks or, where decimals have
/// a point, commas.
fn without_thousands(text: &str, comma: bool) -> Option<String> {
    let separators: &[char] = if comma { &['.', ' '] } else { &[',', ' '] };
    let decimal = if comma { ',' } else { '.' };
    let (whole, rest) = match text.split_once(decimal) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.trim_start_matches('-').split(separators).collect();
    let (first, others) = groups.split_first()?;
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let thousands = !others.is_empty()
        && digits(first)
        && first.len() <= 3
        && others.iter().all(|g| g.len() == 3 && digits(g));
    let plain: String = whole.chars().filter(|c| !separators.contains(c)).collect();
    thousands.then(|| rest.map_or(plain.clone(), |rest| format!("{plain}{decimal}{rest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 2] = [
        Column { name: "item", dutch: "post", needed: true },
        Column { name: "value", dutch: "waarde", needed: true },
    ];

    fn of(bytes: &[u8]) -> (Option<Sheet>, Problems) {
        let mut problems = Problems::default();
        let sheet = read(&mut problems, "s.csv", bytes, &COLUMNS);
        (sheet, problems)
    }

    #[test]
    fn a_dutch_and_an_english_table_read_the_same() {
        let dutch = "\u{feff}sep=;\r\n# uitleg; met een puntkomma;;\r\n\r\npost;waarde;\r\na;1,5;\r\n;;\r\n\"b;c\";\"2\";\r\n";
        let english = "item,value\na,1.5\n\"b;c\",2\n";
        for text in [dutch, english] {
            let (sheet, mut problems) = of(text.as_bytes());
            let sheet = sheet.unwrap();
            let read: Vec<_> = sheet
                .rows
                .iter()
                .map(|r| (r.cells[0].text.clone(), number(&mut problems, &r.cells[1], sheet.comma)))
                .collect();
            assert_eq!(read, [("a".into(), Some(1.5)), ("b;c".into(), Some(2.0))]);
            let written: Vec<_> = sheet.rows.iter().map(|r| problems.written(r.cells[0].spot)).collect();
            assert_eq!(written, ["a", "b;c"]);
            assert!(!problems.any_error());
        }
    }

    #[test]
    fn a_number_that_can_be_read_in_two_ways_is_refused_with_its_cure() {
        for (text, comma, plain) in [
            ("49.662", true, "49662"),
            ("1.234.567", true, "1234567"),
            ("49.662,5", true, "49662,5"),
            ("49,662", false, "49662"),
            ("49 662", false, "49662"),
        ] {
            assert_eq!(without_thousands(text, comma).as_deref(), Some(plain), "{text}");
        }
        for (text, comma) in
            [("49662", true), ("0.5", true), ("0,125", true), ("0.125", false), ("12", false)]
        {
            assert_eq!(without_thousands(text, comma), None, "{text}");
        }
    }

    #[test]
    fn an_older_encoding_is_read_and_what_is_no_text_is_refused() {
        let (sheet, _) = of(b"post;waarde\r\nSyri\xeb;3\r\n");
        assert_eq!(sheet.unwrap().rows[0].cells[0].text, "Syrië");
        for bytes in [b"p\0o\0s\0".as_slice(), b"PK\x03\x04abc", b"", b"# only a comment\n"] {
            let (sheet, problems) = of(bytes);
            assert!(sheet.is_none() && problems.any_error());
        }
    }

    #[test]
    fn a_misspelt_column_is_named_and_a_column_of_ones_own_is_let_be() {
        let (sheet, problems) = of(b"item,valeu\n");
        assert!(sheet.is_none());
        assert_eq!(problems.written(Spot { file: 0, start: 5, end: 10 }), "valeu");
        assert!(of(b"item,value,remark for a colleague\na,1,x\n").0.is_some());
    }
}
