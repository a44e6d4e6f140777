//! A file of monthly counts, `period,value[,group]`, into series without holes, or into everything that is wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::codes;
use super::counts::Counts;
use super::gaps;
use super::number::{self, Wrong};
use crate::diagnostic::{Diagnostic, Severity, Text, line_of};
use crate::time::{Day, Month};

/// No file larger than this is read [bytes].
const LARGEST: usize = 16 << 20;
/// No more groups than this.
const MOST_GROUPS: usize = 60;
/// Problems of single rows that are shown; the rest is counted.
const SHOWN: usize = 20;
/// Columns that hold the name of a group.
const GROUP: [&str; 3] = ["group", "nationality", "country"];
/// Columns that other tables of this program have, and that are not needed here.
const KNOWN: [&str; 4] = ["unit", "mark", "source", "note"];

/// Series that can be forecast.
#[derive(Clone, Debug)]
pub struct Read {
    /// One for each group, in order of name.
    pub series: Vec<Counts>,
    /// What was bridged.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a file. `wanted` chooses among the names in a column `series`, which the tables of this program have.
pub fn read(file: &str, bytes: &[u8], wanted: Option<&str>) -> Result<Read, Vec<Diagnostic>> {
    let mut reader = Reader { file, problems: Vec::new(), hidden: 0 };
    if bytes.len() > LARGEST {
        reader.whole(codes::LARGE, large(), None);
        return Err(reader.problems);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        let title = Text::new("het bestand is geen UTF-8-tekst", "the file is not text in UTF-8");
        let help = Text::new(
            "bewaar het als CSV UTF-8, en niet als Excel-bestand",
            "save it as CSV UTF-8, and not as a workbook",
        );
        reader.whole(codes::FILE, title, Some(help));
        return Err(reader.problems);
    };
    let months = reader.table(text, wanted);
    if let Some(months) = &months {
        gaps::check(&mut reader, months);
    }
    reader.count_hidden();
    match months {
        Some(months) if reader.problems.is_empty() => {
            let (series, warnings) = gaps::bridge(file, months);
            Ok(Read { series, warnings })
        }
        _ => Err(reader.problems),
    }
}

/// By group, by month: the count, where one could be read.
pub(super) type Months = BTreeMap<String, BTreeMap<i32, Cell>>;

/// What stands in the file for a month.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) month: Month,
    /// `None` where the field is empty or wrong.
    pub(super) value: Option<f64>,
    line: usize,
}

pub(super) struct Reader<'a> {
    file: &'a str,
    pub(super) problems: Vec<Diagnostic>,
    hidden: usize,
}

struct Columns {
    period: usize,
    value: usize,
    group: Option<usize>,
    series: Option<usize>,
}

impl Reader<'_> {
    fn table(&mut self, text: &str, wanted: Option<&str>) -> Option<Months> {
        let begin = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let header_end = text[begin..].find(['\n', '\r']).map_or(text.len(), |end| begin + end);
        let header = &text[begin..header_end];
        let separator =
            [b';', b'\t', b','].into_iter().find(|s| header.contains(char::from(*s))).unwrap_or(b',');
        let mut csv = csv::ReaderBuilder::new();
        let mut csv = csv
            .delimiter(separator)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(&text.as_bytes()[begin..]);
        let names: Vec<String> =
            csv.headers().map(|h| h.iter().map(str::to_lowercase).collect()).unwrap_or_default();
        if header.trim().is_empty() {
            let title = Text::new("het bestand heeft geen kop", "the file has no header");
            self.whole(codes::FILE, title, Some(wanted_header()));
            return None;
        }
        let columns = self.columns(&names, begin..header_end)?;
        let mut months = Months::new();
        let mut others: Vec<String> = Vec::new();
        let mut rows = csv.records();
        while let Some(Ok(row)) = rows.next() {
            let start = begin + row.position().map_or(0, |p| p.byte() as usize);
            let span = line(text, start);
            if row.len() != names.len() {
                let title = Text::new(
                    format!("deze regel heeft {} velden, de kop {}", row.len(), names.len()),
                    format!("this row has {} fields, the header {}", row.len(), names.len()),
                );
                self.at(codes::ROW, span, title, Some(wanted_header()));
                continue;
            }
            let name = columns.series.and_then(|column| row.get(column)).unwrap_or_default();
            if columns.series.is_some() && wanted.is_some_and(|wanted| wanted != name) {
                if !others.iter().any(|other| other == name) {
                    others.push(name.to_owned());
                }
                continue;
            }
            if columns.series.is_some() && wanted.is_none() && !others.iter().any(|other| other == name) {
                others.push(name.to_owned());
            }
            self.row(text, &row, &columns, span, separator == b';', &mut months);
        }
        self.chosen(&columns, wanted, &others, &months).then_some(months)
    }

    fn columns(&mut self, names: &[String], span: Range<usize>) -> Option<Columns> {
        let place = |name: &str| names.iter().position(|n| n == name);
        let group = GROUP.iter().filter_map(|name| place(name)).collect::<Vec<_>>();
        let strange: Vec<&str> = names
            .iter()
            .map(String::as_str)
            .filter(|name| {
                let known = ["period", "value", "series"].iter().chain(&GROUP).chain(&KNOWN);
                !known.clone().any(|one| one == name)
            })
            .collect();
        let twice = names.iter().enumerate().any(|(n, name)| names[..n].contains(name));
        if let (Some(period), Some(value), true, true, false) =
            (place("period"), place("value"), strange.is_empty(), group.len() <= 1, twice)
        {
            return Some(Columns { period, value, group: group.first().copied(), series: place("series") });
        }
        let title = match strange.first().filter(|_| place("period").is_some() && place("value").is_some()) {
            Some(name) => {
                Text::new(format!("de kolom '{name}' is onbekend"), format!("the column '{name}' is unknown"))
            }
            None => Text::new("de kolommen zijn niet te herkennen", "the columns are not recognised"),
        };
        self.at(codes::COLUMNS, span, title, Some(wanted_header()));
        None
    }

    fn row(
        &mut self,
        text: &str,
        row: &csv::StringRecord,
        columns: &Columns,
        span: Range<usize>,
        comma: bool,
        months: &mut Months,
    ) {
        let field = |column: usize| row.get(column).unwrap_or_default();
        let period = field(columns.period);
        let group = columns.group.map(field).unwrap_or_default();
        let Some(month) = month(period) else {
            let title = Text::new(format!("'{period}' is geen maand"), format!("'{period}' is not a month"));
            let help = Text::new(
                "schrijf jaar en maand als 2024-03; kwartalen en jaren worden niet gelezen",
                "write year and month as 2024-03; quarters and years are not read",
            );
            self.at(codes::PERIOD, within(text, &span, period), title, Some(help));
            return;
        };
        let raw = field(columns.value);
        let value = if raw.is_empty() {
            None
        } else {
            number::count(raw, comma)
                .map_err(|wrong| self.no_count(raw, within(text, &span, raw), wrong))
                .ok()
        };
        let line = line_of(text, span.start);
        let of_group = months.entry(group.to_owned()).or_default();
        if let Some(before) = of_group.get(&month.number()) {
            let (nl, en) = match group {
                "" => (String::new(), String::new()),
                _ => (format!(" voor '{group}'"), format!(" for '{group}'")),
            };
            let title = Text::new(
                format!("{month} staat er twee keer{nl}"),
                format!("{month} stands here twice{en}"),
            );
            let help = Text::new(
                format!("zie ook regel {}; laat een van de twee weg", before.line),
                format!("see line {} too; leave one of the two out", before.line),
            );
            self.at(codes::DUPLICATE, within(text, &span, period), title, Some(help));
            return;
        }
        of_group.insert(month.number(), Cell { month, value, line });
    }

    fn no_count(&mut self, raw: &str, span: Range<usize>, wrong: Wrong) {
        match wrong {
            Wrong::Number(cure) => {
                let title = Text::new(format!("'{raw}' is geen aantal"), format!("'{raw}' is not a count"));
                self.at(codes::NUMBER, span, title, Some(cure));
            }
            Wrong::Negative => {
                let title = Text::new(
                    format!("een aantal is nul of meer, en niet {raw}"),
                    format!("a count is zero or more, and not {raw}"),
                );
                let help = Text::new(
                    "reeksen van verschillen of correcties kunnen niet worden geraamd",
                    "series of differences or corrections cannot be forecast",
                );
                self.at(codes::NEGATIVE, span, title, Some(help));
            }
            Wrong::Large => self.at(codes::LARGE, span, large(), None),
        }
    }

    /// Whether one series was meant, and there is something of it.
    fn chosen(
        &mut self,
        columns: &Columns,
        wanted: Option<&str>,
        others: &[String],
        months: &Months,
    ) -> bool {
        let list = others.join(", ");
        let (title, help) = match (columns.series, wanted) {
            (None, Some(_)) => (
                Text::new(
                    "--series: het bestand heeft geen kolom `series`",
                    "--series: the file has no column `series`",
                ),
                Text::new("laat --series weg", "leave --series out"),
            ),
            (Some(_), None) if others.len() > 1 => (
                Text::new("het bestand bevat meer dan één reeks", "the file holds more than one series"),
                Text::new(
                    format!("kies met --series uit: {list}"),
                    format!("choose with --series from: {list}"),
                ),
            ),
            (Some(_), Some(wanted)) if months.is_empty() && self.problems.is_empty() => (
                Text::new(format!("er is geen reeks '{wanted}'"), format!("there is no series '{wanted}'")),
                Text::new(format!("kies uit: {list}"), format!("choose from: {list}")),
            ),
            _ if months.is_empty() && self.problems.is_empty() => {
                (Text::new("er staan geen maanden in", "there are no months in it"), wanted_header())
            }
            _ if months.len() > MOST_GROUPS => (
                Text::new(
                    format!("{} groepen is te veel; hooguit {MOST_GROUPS}", months.len()),
                    format!("{} groups are too many; at most {MOST_GROUPS}", months.len()),
                ),
                Text::new("neem kleine groepen samen", "take small groups together"),
            ),
            _ => return true,
        };
        self.whole(codes::CHOICE, title, Some(help));
        false
    }

    /// A problem at a place; after many of them they are only counted.
    fn at(&mut self, code: &'static str, span: Range<usize>, title: Text, help: Option<Text>) {
        if self.problems.len() >= SHOWN {
            self.hidden += 1;
            return;
        }
        self.problems.push(problem(code, self.file, Some(span), title, help));
    }

    /// A problem of the file as a whole.
    pub(super) fn whole(&mut self, code: &'static str, title: Text, help: Option<Text>) {
        self.problems.push(problem(code, self.file, None, title, help));
    }

    fn count_hidden(&mut self) {
        if self.hidden > 0 {
            let title = Text::new(
                format!("nog {} zulke regels", self.hidden),
                format!("{} more rows like these", self.hidden),
            );
            self.whole(codes::ROW, title, None);
        }
    }
}

pub(super) fn problem(
    code: &'static str,
    file: &str,
    span: Option<Range<usize>>,
    title: Text,
    help: Option<Text>,
) -> Diagnostic {
    let severity = if code == codes::BRIDGED { Severity::Warning } else { Severity::Error };
    Diagnostic { code, severity, file: file.to_owned(), span, title, label: Text::default(), help }
}

fn large() -> Text {
    Text::new(
        "dit is onzinnig groot: hooguit 16 MB, en een miljoen miljoen in een maand",
        "this is absurdly large: at most 16 MB, and a million million in a month",
    )
}

fn wanted_header() -> Text {
    Text::new(
        "de eerste regel is `period,value`, of `period,value,group`; daaronder een regel per maand, zoals `2024-03,1234`",
        "the first line is `period,value`, or `period,value,group`; below it a row a month, such as `2024-03,1234`",
    )
}

/// `2024-03`.
fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let (year, month) = (Some(year).filter(|y| digits(y))?, Some(month).filter(|m| digits(m))?);
    let year = year.parse::<i16>().ok().filter(|year| (1_900..=2_199).contains(year))?;
    Some(Month::of(Day::from_ymd(year, month.parse().ok()?, 1)?))
}

/// The line that begins at a byte.
fn line(text: &str, start: usize) -> Range<usize> {
    let start = start.min(text.len());
    // The reader may stand before the end of the line above.
    let skipped = text[start..].bytes().take_while(|b| matches!(b, b'\n' | b'\r')).count();
    let start = start + skipped;
    start..text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end)
}

/// Where a field stands in its line.
fn within(text: &str, line: &Range<usize>, field: &str) -> Range<usize> {
    let found = text.get(line.clone()).and_then(|of| of.rfind(field)).filter(|_| !field.is_empty());
    found.map_or(line.clone(), |at| line.start + at..line.start + at + field.len())
}
