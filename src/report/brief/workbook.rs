//! The tables of a briefing as an Excel workbook: the same numbers as in the CSV files, notes before them, and a chart of
//! Excel's own over each table of months. The same tables give the same bytes.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color, DocProperties,
    ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::content::{all_banners, answer, left_out};
use super::sheet::{Cell, Sheet};
use super::sheets::Read;
use crate::report::analysis::Analysed;
use crate::report::texts::{Language, fill};
use crate::study::briefing::Briefing;
use crate::time::Day;

/// The row of the headings; above it stand title and explanation.
const HEAD: u32 = 3;
/// Excel knows no longer names of sheets.
const LONGEST: usize = 31;
/// From light to dark: the bands of 90, 80 and 50 %. The colours of the charts.
const BANDS: [u32; 3] = [0xDCE6F0, 0xB4CCE3, 0x84ABD0];
const NAVY: u32 = 0x0B3C6F;

/// The workbook. `data_date` is the one day that stands in its properties, for a clock would make every file another.
pub fn workbook(of: &Briefing, analysed: &[Analysed], sheets: &[Sheet], language: Language) -> Vec<u8> {
    let read = Read { of, analysed, language };
    fill_in(&read, sheets).expect("the tables of a briefing are within the bounds of Excel")
}

fn fill_in(read: &Read<'_>, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = read.of.title.to(read.language);
    let properties = DocProperties::new()
        .set_title(title)
        .set_comment(read.words().kind)
        .set_author("doorstroom")
        .set_creation_datetime(&excel_day(read.first().outcome.data_date)?);
    book.set_properties(&properties);
    notes(read, sheets, book.add_worksheet())?;
    for (sheet, name) in sheets.iter().zip(names(sheets)) {
        let page = book.add_worksheet();
        page.set_name(name)?;
        table(sheet, page)?;
        if sheet.name.starts_with("months_") {
            fan(read, sheet, page)?;
        }
    }
    book.save_to_buffer()
}

fn excel_day(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = day.ymd();
    ExcelDateTime::from_ymd(year as u16, month as u8, day as u8)
}

/// The names of the pages: no longer than Excel takes, and each another.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let cut = |room: usize| sheet.name.chars().take(room).collect::<String>();
        let taken = |name: &String| names.iter().any(|one| one.eq_ignore_ascii_case(name));
        let mut name = cut(LONGEST);
        let mut number = 1;
        while taken(&name) {
            number += 1;
            let end = format!("_{number}");
            name = cut(LONGEST - end.len()) + &end;
        }
        names.push(name);
    }
    names
}

/// What the numbers are, what is not law, the answer, and which sheet holds what.
fn notes(read: &Read<'_>, sheets: &[Sheet], page: &mut Worksheet) -> Result<(), XlsxError> {
    let (words, bold) = (read.words(), Format::new().set_bold());
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_name(words.notes)?;
    page.set_column_width(0, 28)?.set_column_width(1, 110)?;
    page.write_string_with_format(0, 0, read.of.title.to(read.language), &bold)?;
    page.write_string(1, 0, words.kind)?;
    let mut row = 3;
    let mut add = |head: &str, lines: &[String], page: &mut Worksheet| -> Result<(), XlsxError> {
        page.write_string_with_format(row, 0, head, &bold)?;
        for line in lines {
            page.write_string_with_format(row, 1, line, &text)?;
            row += 1;
        }
        row += 1;
        Ok(())
    };
    let banners = all_banners(read);
    if !banners.is_empty() {
        add(words.beware, &banners, page)?;
    }
    add(words.answer, &answer(read), page)?;
    let outcome = &read.first().outcome;
    let values = [
        ("scenario", outcome.title.clone()),
        ("start", read.language.date(outcome.period.0)),
        ("end", read.language.date(outcome.period.1)),
        ("data_date", read.language.date(outcome.data_date)),
        ("replications", read.language.count(u64::from(outcome.replications.0))),
    ];
    let about = fill(words.about, &values.each_ref().map(|(key, value)| (*key, value.as_str())));
    add(words.numbers, &[about, words.steps.to_owned()], page)?;
    add(words.left_out, &left_out(read), page)?;
    let version = format!("doorstroom {}", env!("CARGO_PKG_VERSION"));
    add(words.again, &[read.of.command.clone(), version], page)?;
    page.write_string_with_format(row, 0, words.tables, &bold)?;
    for (sheet, name) in sheets.iter().zip(names(sheets)) {
        row += 1;
        page.write_string(row, 0, name)?;
        page.write_string(row, 1, &sheet.title)?;
    }
    Ok(())
}

/// Where a table stands among the rows of its page: after the heading and the mark of what is not law.
fn first_row(sheet: &Sheet) -> u32 {
    HEAD + 1 + u32::from(sheet.mark.is_some())
}

fn table(sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let share = Format::new().set_num_format("0%");
    let whole = Format::new().set_num_format("#,##0");
    let tenths = Format::new().set_num_format("#,##0.0");
    let right = Format::new().set_align(FormatAlign::Right);
    page.write_string_with_format(0, 0, &sheet.title, &bold)?;
    page.write_string(1, 0, &sheet.about)?;
    page.set_freeze_panes(HEAD + 1, 0)?;
    // On paper a page wide.
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (column, one) in (0_u16..).zip(&sheet.head) {
        page.write_string_with_format(HEAD, column, &one.label, &head)?;
        page.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (column, text) in (0_u16..).zip(sheet.marked().into_iter().flatten()) {
        page.write_string(HEAD + 1, column, text)?;
    }
    for (row, cells) in (first_row(sheet)..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let format = match cell {
                Cell::Share(_) | Cell::SignedShare(_) => &share,
                Cell::Number(_, 0) | Cell::Signed(_, 0) => &whole,
                _ => &tenths,
            };
            match (cell, cell.machine().parse::<f64>()) {
                (Cell::Word(_, text), _) => page.write_string(row, column, text)?,
                (Cell::None, _) => continue,
                (_, Ok(number)) => page.write_number_with_format(row, column, number, format)?,
                (_, Err(_)) => page.write_string_with_format(row, column, cell.machine(), &right)?,
            };
        }
    }
    Ok(())
}

/// Wide enough for words, up to a bound [characters].
fn width(sheet: &Sheet, column: usize) -> f64 {
    let words = sheet.rows.iter().filter_map(|row| match &row[column] {
        Cell::Word(_, text) => Some(text.chars().count()),
        _ => None,
    });
    words.chain([10]).max().unwrap_or(10).clamp(10, 48) as f64 + 1.0
}

/// A fan over the months of the first scenario, as Excel draws it: stacked areas on an area that is not seen, and the
/// median. The widths of the areas are formulas beside the table, so that whoever changes a number sees it.
fn fan(read: &Read<'_>, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let first = sheet.rows.first().map(|row| row[0].machine()).unwrap_or_default();
    let count = sheet.rows.iter().take_while(|row| row[0].machine() == first).count() as u32;
    let column = |id: &str| sheet.head.iter().position(|head| head.id == id);
    let known = |id: &&str| {
        column(id).is_some_and(|at| {
            sheet.rows.iter().take(count as usize).all(|row| row[at].machine().parse::<f64>().is_ok())
        })
    };
    let Some(middle) = ["p50", "mean"].into_iter().find(known).and_then(column) else { return Ok(()) };
    let (top, bottom) = (first_row(sheet), first_row(sheet) + count.saturating_sub(1));
    let name = page.name();
    let range = |column: u16| (name.as_str(), top, column, bottom, column);
    let mut areas = Chart::new(ChartType::AreaStacked);
    let mut line = Chart::new(ChartType::Line);
    let edges: Vec<(usize, &str)> = ["p05", "p10", "p25", "p75", "p90", "p95"]
        .into_iter()
        .filter(known)
        .filter_map(|id| Some((column(id)?, id)))
        .collect();
    let pairs = edges.len() / 2;
    let beside = sheet.head.len() as u16 + 1;
    let bold = Format::new().set_bold();
    for (place, pair) in edges.windows(2).enumerate() {
        let at = beside + place as u16;
        let (low, high) = (pair[0], pair[1]);
        page.write_string_with_format(HEAD, at, format!("{}–{}", low.1, high.1), &bold)?;
        for row in 0..count {
            let number =
                |column: usize| sheet.rows[row as usize][column].machine().parse::<f64>().unwrap_or(0.0);
            let [a, b] =
                [low.0, high.0].map(|column| rust_xlsxwriter::utility::column_number_to_name(column as u16));
            let line = top + row + 1;
            let formula = Formula::new(format!("={b}{line}-{a}{line}"))
                .set_result((number(high.0) - number(low.0)).to_string());
            page.write_formula(top + row, at, formula)?;
        }
    }
    let on_page = |chart: &mut Chart| {
        chart.set_width(960).set_height(460);
        chart.title().set_name(&sheet.title);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        let unit = read.words().kind;
        chart.set_alt_text(format!("{}. {} {unit}.", sheet.title, sheet.about));
    };
    let series = |chart: &mut Chart, column: u16, label: &str, format: &mut ChartFormat| {
        chart
            .add_series()
            .set_categories(range(1))
            .set_values(range(column))
            .set_name(label)
            .set_format(format);
    };
    series(
        &mut line,
        middle as u16,
        &sheet.head[middle].label,
        ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(NAVY)).set_width(2.25)),
    );
    if pairs == 0 {
        on_page(&mut line);
        page.insert_chart(HEAD, beside, &line)?;
        return Ok(());
    }
    series(&mut areas, edges[0].0 as u16, edges[0].1, ChartFormat::new().set_no_fill().set_no_line());
    for place in 0..edges.len() - 1 {
        // Outer areas are lighter, and the two of a band alike.
        let depth = place.min(edges.len() - 2 - place) + BANDS.len() - pairs;
        let mut fill = ChartSolidFill::new();
        fill.set_color(Color::RGB(BANDS[depth]));
        let label = format!("{}–{}", edges[place].1, edges[place + 1].1);
        let mut format = ChartFormat::new();
        format.set_solid_fill(&fill).set_no_line();
        series(&mut areas, beside + place as u16, &label, &mut format);
    }
    areas.combine(&line);
    // The area that is not seen has no place in the legend.
    areas.legend().delete_entries(&[0]);
    on_page(&mut areas);
    page.insert_chart(HEAD, beside + edges.len() as u16, &areas)?;
    Ok(())
}
