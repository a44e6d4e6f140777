use super::*;
use crate::report::fixture::Fixture;
use crate::report::pictures;

fn written(blocks: Vec<Block>) -> Vec<u8> {
    let document = Document {
        language: Language::Nl,
        title: "Een titel die \u{634}\u{645}\u{633} heet".to_owned(),
        subject: "Een proef".to_owned(),
        day: "2026-11-23".parse().unwrap(),
        blocks,
    };
    document.write()
}

fn heading(text: &str) -> Block {
    Block::Heading(2, text.to_owned())
}

/// How often a part of a kind is in a file.
fn parts(file: &[u8], kind: &str) -> usize {
    String::from_utf8_lossy(file).matches(&format!("/S/{kind}/")).count()
}

#[test]
fn every_chart_is_accessible_and_the_same_charts_give_the_same_bytes() {
    let make = || {
        let outcome = Fixture::rich().outcome();
        let drawn = pictures(&outcome, Language::Nl);
        let figures = drawn.iter().map(|picture| Block::Figure(Box::new(Drawing::read(&picture.svg))));
        (drawn.len(), written(std::iter::once(heading("Grafieken")).chain(figures).collect()))
    };
    let (charts, file) = make();
    assert!(charts > 10);
    assert_eq!(parts(&file, "Figure"), charts);
    assert_eq!(make().1, file);
}

#[test]
fn texts_and_cells_that_no_page_holds_go_on_on_the_next() {
    let long = "Gemeentelijkeopvangvoorzieningencoördinatoren \u{1f600} wachten. ".repeat(400);
    let row =
        |first: &str, second: &str| Line { cells: vec![first.to_owned(), second.to_owned()], total: false };
    let grid = |rows: Vec<Line>| {
        Block::Table(Grid {
            title: "Een tabel".to_owned(),
            size: 8.0,
            head: vec![("Wat".to_owned(), false), ("Hoeveel".to_owned(), true)],
            bodies: vec![Body { group: Some(long.clone().chars().take(300).collect()), rows }],
            languages: vec![None, Some("en")],
        })
    };
    let file = written(vec![
        Block::Heading(1, "Kop".to_owned()),
        heading("Lang"),
        Block::Text(Style::QuietAbove, long.clone()),
        Block::Warning(long.clone()),
        Block::List(Style::Lead, vec![long.clone(), String::new()]),
        Block::Terms(vec![(long.chars().take(200).collect(), long.clone())]),
        grid(vec![row("a", &long), row("", ""), row(&long, "1")]),
        grid(Vec::new()),
    ]);
    // Two heads and three rows, and a group in each.
    assert_eq!((parts(&file, "Table"), parts(&file, "THead")), (2, 2));
    assert_eq!(parts(&file, "TR"), 2 + 2 + 3);
}
