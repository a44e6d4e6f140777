//! A chart on a page: its own SVG, drawn with lines, areas and text, sharp at every size.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::usvg::{self, layout, tiny_skia_path};

use super::face::{self, unknown};
use crate::report::raster;

/// The embedded font, regular and bold.
pub(super) type Fonts = [Font; 2];

/// A chart with its title and what it says in words.
pub(in crate::report) struct Drawing {
    tree: usvg::Tree,
    pub(in crate::report) title: String,
    pub(super) description: String,
}

impl Drawing {
    /// Reads a chart of ours.
    pub(in crate::report) fn read(svg: &str) -> Drawing {
        let xml = usvg::roxmltree::Document::parse(svg).expect("our own charts are well-formed XML");
        let said = |name: &str| {
            let found = xml.root_element().children().find(|node| node.has_tag_name((SVG, name)));
            found.and_then(|node| node.text()).unwrap_or_default().trim().to_owned()
        };
        let tree = usvg::Tree::from_xmltree(&xml, &raster::options()).expect("our own charts are SVG");
        Drawing { tree, title: said("title"), description: said("desc") }
    }

    /// Width and height in its own units.
    pub(super) fn size(&self) -> (f32, f32) {
        (self.tree.size().width(), self.tree.size().height())
    }

    /// Draws it with its corner at a place, each of its units `scale` points.
    pub(super) fn draw(&self, surface: &mut Surface<'_>, (x, y): (f32, f32), scale: f32, fonts: &Fonts) {
        surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x, y));
        let faces: Vec<_> = self.tree.fontdb().faces().map(|face| face.id).collect();
        group(self.tree.root(), surface, &|id| faces.iter().position(|face| *face == id).unwrap_or(0), fonts);
        surface.pop();
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Which of the two faces a font of the tree is.
type Which<'a> = &'a dyn Fn(usvg::fontdb::ID) -> usize;

fn group(group: &usvg::Group, surface: &mut Surface<'_>, which: Which<'_>, fonts: &Fonts) {
    assert!(
        group.clip_path().is_none() && group.mask().is_none() && group.filters().is_empty(),
        "our charts are made of lines, areas and texts alone"
    );
    surface.push_transform(&place(group.transform()));
    // What is alone in its group takes its opacity itself.
    let share = group.opacity();
    let alone = group.children().len() == 1;
    if !alone {
        surface.push_opacity(opacity(share));
    }
    for node in group.children() {
        let own = if alone { share } else { usvg::Opacity::ONE };
        match node {
            usvg::Node::Group(inner) => {
                surface.push_opacity(opacity(own));
                self::group(inner, surface, which, fonts);
                surface.pop();
            }
            usvg::Node::Path(path) => draw_path(path, own, surface),
            usvg::Node::Text(text) => draw_text(text, own, surface, which, fonts),
            usvg::Node::Image(_) => unreachable!("our charts hold no images"),
        }
    }
    if !alone {
        surface.pop();
    }
    surface.pop();
}

fn draw_path(path: &usvg::Path, share: usvg::Opacity, surface: &mut Surface<'_>) {
    let Some(shape) = shape(path.data()).filter(|_| path.is_visible()) else { return };
    let filled = path.fill().map(|fill| Fill {
        paint: paint(fill.paint()).into(),
        opacity: opacity(fill.opacity() * share),
        rule: match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        },
    });
    let stroked = path.stroke().map(|stroke| Stroke {
        paint: paint(stroke.paint()).into(),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
        },
        opacity: opacity(stroke.opacity() * share),
        dash: stroke
            .dasharray()
            .map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
    });
    if filled.is_some() || stroked.is_some() {
        surface.set_fill(filled);
        surface.set_stroke(stroked);
        surface.draw_path(&shape);
    }
}

fn shape(data: &tiny_skia_path::Path) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for segment in data.segments() {
        match segment {
            tiny_skia_path::PathSegment::MoveTo(to) => builder.move_to(to.x, to.y),
            tiny_skia_path::PathSegment::LineTo(to) => builder.line_to(to.x, to.y),
            tiny_skia_path::PathSegment::QuadTo(a, to) => builder.quad_to(a.x, a.y, to.x, to.y),
            tiny_skia_path::PathSegment::CubicTo(a, b, to) => {
                builder.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y);
            }
            tiny_skia_path::PathSegment::Close => builder.close(),
        }
    }
    builder.finish()
}

fn draw_text(
    text: &usvg::Text,
    share: usvg::Opacity,
    surface: &mut Surface<'_>,
    which: Which<'_>,
    fonts: &Fonts,
) {
    for span in text.layouted().iter().filter(|span| span.visible) {
        let Some(fill) = &span.fill else { continue };
        let filled = Fill {
            paint: paint(fill.paint()).into(),
            opacity: opacity(fill.opacity() * share),
            ..Fill::default()
        };
        for run in span.positioned_glyphs.chunk_by(|a, b| a.font == b.font) {
            surface.set_stroke(None);
            surface.set_fill(Some(filled.clone()));
            draw_run(run, span.font_size.get(), surface, which(run[0].font) == 1, fonts);
        }
    }
}

/// Letters of one face on one line: drawn from the place of the first, so that they are one text for who copies it.
fn draw_run(
    run: &[layout::PositionedGlyph],
    size: f32,
    surface: &mut Surface<'_>,
    bold: bool,
    fonts: &Fonts,
) {
    let font = &fonts[usize::from(bold)];
    // A place of usvg holds the step from units of the font to the size, which is krilla's to make.
    let units = font.units_per_em() / size;
    let first = run[0].transform().pre_concat(usvg::Transform::from_scale(units, units));
    let Some(back) = first.invert() else { return };
    let along = |glyph: &layout::PositionedGlyph| {
        let place = glyph.transform();
        let mut point = tiny_skia_path::Point::from_xy(place.tx, place.ty);
        back.map_point(&mut point);
        point.x / size
    };
    let mut text = String::new();
    let mut glyphs = Vec::with_capacity(run.len());
    for (n, glyph) in run.iter().enumerate() {
        let from = text.len();
        text.push_str(&glyph.text);
        let own = || face::glyphs(&glyph.text, bold).iter().map(|letter| letter.x_advance).sum();
        let advance = run.get(n + 1).map_or_else(own, |next| along(next) - along(glyph));
        let id = match glyph.id.0 {
            0 => unknown(bold),
            id => id,
        };
        glyphs.push(KrillaGlyph::new(GlyphId::new(id), advance, 0.0, 0.0, 0.0, from..text.len(), None));
    }
    // A space that nobody sees keeps this text apart from the next for who hears or searches it.
    let from = text.len();
    text.push(' ');
    glyphs.extend(face::glyphs(" ", bold).into_iter().map(|mut space| {
        space.text_range = from..text.len();
        space
    }));
    surface.push_transform(&place(first));
    surface.draw_glyphs(Point::from_xy(0.0, 0.0), &glyphs, font.clone(), &text, size, false);
    surface.pop();
}

fn paint(paint: &usvg::Paint) -> rgb::Color {
    match paint {
        usvg::Paint::Color(colour) => rgb::Color::new(colour.red, colour.green, colour.blue),
        usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) | usvg::Paint::Pattern(_) => {
            unreachable!("our charts are drawn in plain colours")
        }
    }
}

fn place(of: usvg::Transform) -> Transform {
    Transform::from_row(of.sx, of.ky, of.kx, of.sy, of.tx, of.ty)
}

fn opacity(share: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(share.get()).unwrap_or(NormalizedF32::ONE)
}
