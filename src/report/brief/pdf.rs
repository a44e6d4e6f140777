//! The briefing as a tagged PDF: the same words and numbers as the page, with the figures of its charts and its assumptions
//! at the end.

use super::content::{Content, Shown, Table, content};
use super::sheets::Read;
use crate::report::analysis::Analysed;
use crate::report::chart::Picture;
use crate::report::data_table;
use crate::report::pdf::{Block, Body, Document, Drawing, Grid, Line, Style};
use crate::report::summary::capital;
use crate::report::texts::{Language, fill};
use crate::study::briefing::Briefing;

/// Letters in the tables of a letter, and in those at the end [points].
const TABLE: f32 = 8.0;
const SMALL: f32 = 7.0;

/// The PDF, accessible by PDF/UA-1. The one day in its properties is the data date, for a clock would make every file another.
pub fn brief_pdf(
    of: &Briefing,
    pictures: &[Vec<Picture>],
    analysed: &[Analysed],
    language: Language,
) -> Vec<u8> {
    let said = content(&Read { of, analysed, language }, pictures);
    let document = Document {
        language,
        title: said.title.clone(),
        subject: said.words.kind.to_owned(),
        day: of.scenarios[0].outcome.data_date,
        blocks: blocks(said),
    };
    document.write()
}

/// The blocks while they are gathered.
struct Blocks(Vec<Block>);

impl Blocks {
    fn heading(&mut self, level: u8, text: &str) {
        self.0.push(Block::Heading(level, text.to_owned()));
    }

    fn text(&mut self, style: Style, text: impl Into<String>) {
        self.0.push(Block::Text(style, text.into()));
    }

    fn list(&mut self, style: Style, points: Vec<String>) {
        self.0.push(Block::List(style, points));
    }

    /// Tables with their headings.
    fn tables(&mut self, tables: Vec<Table>, size: f32) {
        for table in tables {
            self.heading(3, &table.title);
            self.table(table, size);
        }
    }

    /// A table with what it counts.
    fn table(&mut self, table: Table, size: f32) {
        self.text(Style::QuietAbove, table.about.clone());
        self.0.push(Block::Table(grid(table, size)));
    }

    fn figures(&mut self, pictures: &[Shown]) {
        self.0.extend(pictures.iter().map(|picture| Block::Figure(Box::new(Drawing::read(&picture.svg)))));
    }
}

fn blocks(said: Content) -> Vec<Block> {
    let words = said.words;
    let mut all = Blocks(Vec::new());
    all.text(Style::Quiet, words.kind);
    all.heading(1, &said.title);
    all.text(Style::Quiet, said.about.clone());
    if let Some(titles) = &said.of_titles {
        all.text(Style::Quiet, titles.clone());
    }
    all.0.extend(said.banners.iter().cloned().map(Block::Warning));
    all.heading(2, words.answer);
    all.list(Style::Lead, said.answer.clone());
    for one in &said.beside {
        all.heading(3, &one.title);
        if let Some(stated) = &one.stated {
            all.text(Style::Body, stated.clone());
        }
        all.text(Style::QuietAbove, one.against.clone());
        all.list(Style::Body, one.sentences.clone());
    }
    all.text(Style::Quiet, said.numbers.clone());
    all.heading(2, words.charts);
    all.text(Style::QuietAbove, words.data_at_end);
    all.figures(&said.pictures);
    for one in &said.analysed {
        all.heading(2, &one.title);
        all.text(Style::QuietAbove, one.about.clone());
        all.figures(&one.pictures);
    }
    for one in &said.beside {
        all.0.push(Block::NewPage);
        all.heading(2, &one.title);
        all.heading(3, words.changes);
        all.list(Style::Body, one.changes.clone());
        all.figures(&one.pictures);
    }
    let at_end = figures_of_charts(&said);
    all.heading(2, words.tables);
    all.tables(said.letter, TABLE);
    all.heading(2, words.assumptions);
    all.text(Style::Body, said.assumptions_said);
    all.heading(2, words.effects);
    all.text(Style::Body, said.effects);
    all.heading(2, words.errors);
    for sentence in said.errors_said {
        all.text(Style::Body, sentence);
    }
    all.tables(said.errors, TABLE);
    all.heading(2, words.left_out);
    all.list(Style::Body, said.left_out);
    all.heading(2, words.words_for_chance);
    all.text(Style::QuietAbove, words.words_about);
    let columns = [capital(words.chance), words.in_dutch.to_owned(), words.in_english.to_owned()];
    all.0.push(Block::Table(Grid {
        title: words.words_for_chance.to_owned(),
        size: TABLE,
        head: columns.map(|heading| (heading, false)).to_vec(),
        bodies: vec![Body {
            group: None,
            rows: said.chances.into_iter().map(|row| line(row.to_vec())).collect(),
        }],
        languages: vec![None, Some("nl"), Some("en")],
    }));
    all.heading(2, words.sources);
    for table in said.sources {
        all.table(table, SMALL);
    }
    all.heading(2, words.again);
    all.text(Style::Quiet, words.again_about);
    let mut facts = said.facts;
    facts.push((capital(words.command), said.command));
    all.0.push(Block::Terms(facts));
    all.0.push(Block::NewPage);
    all.heading(2, words.figures_at_end);
    all.0.extend(at_end);
    all.0.push(Block::NewPage);
    all.heading(2, words.assumptions_at_end);
    for table in said.assumptions {
        all.table(table, SMALL);
    }
    all.0
}

/// The figures beneath each chart, under its title.
fn figures_of_charts(said: &Content) -> Vec<Block> {
    let beside = said.beside.iter().flat_map(|one| &one.pictures);
    let swept = said.analysed.iter().flat_map(|one| &one.pictures);
    let with_figures = said
        .pictures
        .iter()
        .chain(swept)
        .chain(beside)
        .filter(|shown| !shown.tables.is_empty() || shown.grid.is_some());
    let of = |shown: &Shown| {
        let title = Drawing::read(&shown.svg).title;
        if let Some(table) = &shown.grid {
            return [Block::Heading(3, title), Block::Table(grid(table.clone(), SMALL))];
        }
        let texts = said.texts;
        let mut head = vec![(texts.date.to_owned(), false), (said.centre.clone(), true)];
        if said.banded {
            head.extend([texts.p10, texts.p90].map(|heading| (heading.to_owned(), true)));
        }
        let body = |rows: &data_table::Rows| Body {
            group: Some(format!("{} ({})", rows.name, rows.unit)),
            rows: rows
                .rows
                .iter()
                .map(|row| {
                    let cells = std::iter::once(row.when.clone()).chain(row.cells.iter().cloned()).collect();
                    Line { cells, total: row.total }
                })
                .collect(),
        };
        let grid = Grid {
            title: fill("{data}: {title}", &[("data", said.words.data), ("title", &title)]),
            size: SMALL,
            head,
            bodies: shown.tables.iter().map(body).collect(),
            languages: Vec::new(),
        };
        [Block::Heading(3, title), Block::Table(grid)]
    };
    with_figures.flat_map(of).collect()
}

fn grid(table: Table, size: f32) -> Grid {
    let mut bodies: Vec<Body> = Vec::new();
    for row in table.rows {
        if row.group.is_some() || bodies.is_empty() {
            bodies.push(Body { group: row.group, rows: Vec::new() });
        }
        if let Some(body) = bodies.last_mut() {
            body.rows.push(line(row.cells.into_iter().map(|(cell, _)| cell).collect()));
        }
    }
    Grid { title: table.title, size, head: table.head, bodies, languages: Vec::new() }
}

fn line(cells: Vec<String>) -> Line {
    Line { cells, total: false }
}
