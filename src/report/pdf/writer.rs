//! The file: pages, the tree by which it is read, bookmarks and properties, held against PDF/UA-1 by the writer itself.

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, TagGroup, TagTree};
use krilla::text::Font;

use super::Document;
use super::drawing::Fonts;
use super::face::{Ink, Pen, glyphs, printable, width, wrap};
use super::flow::{Bookmark, Child, Draw, Flow, LEFT, PAGE, Page, QUIET, WIDTH};
use crate::report::chart::typeface;

/// The feet of the line at the bottom of each page.
const FOOT: f32 = PAGE.1 - 30.0;
const FOOT_PEN: Pen = Pen { size: 8.0, bold: false, ink: QUIET };

/// The identifiers of the marks of each page, those that are read.
type Marks = Vec<Vec<Option<Identifier>>>;

/// Writes the pages. A document that is not accessible by the rules of PDF/UA-1 is none: that would be a fault of ours.
pub(super) fn write(document: &Document, flow: &Flow<'_>) -> Vec<u8> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("PDF/UA-1 alone contradicts nothing");
    let mut file =
        krilla::Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let fonts =
        typeface().faces.map(|face| Font::new(face.into(), 0).expect("the font of the charts can be read"));
    let mut marks: Marks = Vec::with_capacity(flow.pages.len());
    let foot = shortened(&document.title);
    for (number, page) in flow.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).expect("A4 has a width and a height");
        let mut sheet = file.start_page_with(settings);
        let mut surface = sheet.surface();
        marks.push(draw(&mut surface, page, flow, &fonts));
        let count = format!("{} / {}", number + 1, flow.pages.len());
        artifact(&mut surface, ArtifactType::Footer, |surface| {
            text(surface, LEFT, FOOT, FOOT_PEN, &foot, &fonts);
            text(surface, LEFT + WIDTH - width(&count, FOOT_PEN), FOOT, FOOT_PEN, &count, &fonts);
        });
        surface.finish();
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(document.language.code().to_owned()));
    for child in &flow.elements[0].children {
        tree.push(node(*child, flow, &marks));
    }
    file.set_tag_tree(tree);
    file.set_outline(outline(&flow.bookmarks));
    file.set_metadata(properties(document));
    file.finish().expect("what we write is accessible by the rules of PDF/UA-1")
}

fn properties(document: &Document) -> Metadata {
    let (year, month, day) = document.day.ymd();
    let made = DateTime::new(year as u16).month(month as u8).day(day as u8);
    let program = format!("doorstroom {}", env!("CARGO_PKG_VERSION"));
    Metadata::new()
        .title(document.title.clone())
        .description(document.subject.clone())
        .language(document.language.code().to_owned())
        .authors(vec!["doorstroom".to_owned()])
        .creator(program)
        .creation_date(made)
}

/// Draws a page; the identifiers of its marks.
fn draw(surface: &mut Surface<'_>, page: &Page, flow: &Flow<'_>, fonts: &Fonts) -> Vec<Option<Identifier>> {
    if !page.ground.is_empty() {
        artifact(surface, ArtifactType::Layout, |surface| {
            for (rect, ink) in &page.ground {
                let mut path = PathBuilder::new();
                path.push_rect(*rect);
                if let Some(path) = path.finish() {
                    surface.set_fill(Some(filled(*ink)));
                    surface.draw_path(&path);
                }
            }
        });
    }
    let all = page.marks.iter().map(|mark| {
        let paint = |surface: &mut Surface<'_>| {
            for draw in &mark.draws {
                match draw {
                    Draw::Text { x, feet, pen, text: said } => text(surface, *x, *feet, *pen, said, fonts),
                    Draw::Drawing { x, y, scale, number } => {
                        flow.drawings[*number].draw(surface, (*x, *y), *scale, fonts);
                    }
                }
            }
        };
        if !mark.read {
            artifact(surface, ArtifactType::PaginationOther, paint);
            return None;
        }
        let identifier = surface.start_tagged(ContentTag::Other);
        paint(surface);
        surface.end_tagged();
        Some(identifier)
    });
    all.collect()
}

/// What is seen and not read.
fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, paint: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    surface.set_stroke(None);
    paint(surface);
    surface.end_tagged();
}

fn text(surface: &mut Surface<'_>, x: f32, feet: f32, pen: Pen, text: &str, fonts: &Fonts) {
    surface.set_stroke(None);
    surface.set_fill(Some(filled(pen.ink)));
    let font = fonts[usize::from(pen.bold)].clone();
    surface.draw_glyphs(Point::from_xy(x, feet), &glyphs(text, pen.bold), font, text, pen.size, false);
}

fn filled([red, green, blue]: Ink) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

/// A part of the document with all that it holds.
fn node(child: Child, flow: &Flow<'_>, marks: &Marks) -> Node {
    match child {
        Child::Mark(page, mark) => {
            let identifier = marks[page][mark].expect("a mark that belongs to a part is read");
            Node::Leaf(identifier)
        }
        Child::Element(number) => {
            let element = &flow.elements[number];
            let mut group = TagGroup::new(element.tag.clone());
            for child in &element.children {
                group.push(node(*child, flow, marks));
            }
            Node::Group(group)
        }
    }
}

/// The bookmarks: sections, and in them the smaller headings and the charts.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for bookmark in bookmarks {
        let place = XyzDestination::new(bookmark.page, Point::from_xy(LEFT, (bookmark.y - 8.0).max(0.0)));
        let one = OutlineNode::new(bookmark.text.clone(), place);
        match &mut section {
            Some(section) if bookmark.level > 2 => section.push_child(one),
            _ => {
                if let Some(whole) = section.replace(one) {
                    outline.push_child(whole);
                }
            }
        }
    }
    if let Some(whole) = section {
        outline.push_child(whole);
    }
    outline
}

/// The title on one line beside the number of the page.
fn shortened(title: &str) -> String {
    let title = printable(title);
    let lines = wrap(&title, FOOT_PEN, WIDTH - 70.0);
    if lines.len() > 1 { format!("{} …", lines[0].trim_end()) } else { title }
}
