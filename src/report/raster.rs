//! PNG from the same SVG, with the embedded font only: the same pixels on a machine without fonts.

use resvg::{tiny_skia, usvg};

use super::chart::FACES;

/// The picture as a PNG, `width` pixels wide.
pub fn png(svg: &str, width: u32) -> Vec<u8> {
    let mut options = usvg::Options { font_family: "DejaVu Sans".to_owned(), ..usvg::Options::default() };
    for face in FACES {
        options.fontdb_mut().load_font_data(face.to_vec());
    }
    let tree = usvg::Tree::from_str(svg, &options).expect("our own charts are well-formed SVG");
    let scale = f64::from(width.max(1)) / f64::from(tree.size().width());
    let height = (f64::from(tree.size().height()) * scale).ceil() as u32;
    let mut pixels =
        tiny_skia::Pixmap::new(width.max(1), height.max(1)).expect("a picture has a width and a height");
    // The last row of pixels may be covered only in part.
    pixels.fill(tiny_skia::Color::WHITE);
    let scale = scale as f32;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().expect("a picture in memory can be encoded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;
    use crate::report::{Language, pictures};

    #[test]
    fn a_chart_becomes_a_png_of_the_width_asked_for() {
        let picture = pictures(&Fixture::default().outcome(), Language::Nl).remove(0);
        let bytes = png(&picture.svg, 300);
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), 300);
    }
}
