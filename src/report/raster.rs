//! PNG from the same SVG, with the font of the charts only: the same pixels on a machine without fonts.

use std::io::Write;
use std::sync::{Arc, OnceLock};

use resvg::{tiny_skia, usvg};

use super::chart::typeface;

/// Rows of pixels that are in memory at once: of a large picture all would be the most that a run needs.
const STRIP: u32 = 256;
/// Rows above and below a strip that are drawn and not used, so that no letter is cut at its edge.
const MARGIN: u32 = 48;

/// The picture as a PNG, `width` pixels wide, without transparency: a white ground leaves none.
pub fn png(svg: &str, width: u32) -> Vec<u8> {
    let tree = usvg::Tree::from_str(svg, &options()).expect("our own charts are well-formed SVG");
    let width = width.max(1);
    let scale = f64::from(width) / f64::from(tree.size().width());
    // The last row of pixels may be covered only in part.
    let height = ((f64::from(tree.size().height()) * scale).ceil() as u32).max(1);
    encoded(&tree, scale as f32, (width, height)).expect("a picture in memory can be encoded")
}

fn encoded(
    tree: &usvg::Tree,
    scale: f32,
    (width, height): (u32, u32),
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer()?;
    let mut strip =
        tiny_skia::Pixmap::new(width, STRIP + 2 * MARGIN).expect("a strip has a width and a height");
    let mut line = Vec::with_capacity(width as usize * 3);
    for top in (0..height).step_by(STRIP as usize) {
        strip.fill(tiny_skia::Color::WHITE);
        let place =
            tiny_skia::Transform::from_scale(scale, scale).post_translate(0.0, MARGIN as f32 - top as f32);
        resvg::render(tree, place, &mut strip.as_mut());
        let below = (height - top).min(STRIP) as usize;
        for pixels in strip.pixels().chunks_exact(width as usize).skip(MARGIN as usize).take(below) {
            line.clear();
            line.extend(pixels.iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]));
            rows.write_all(&line)?;
        }
    }
    rows.finish()?;
    writer.finish()?;
    Ok(bytes)
}

/// How our charts are read: with the font of the charts only.
pub(super) fn options() -> usvg::Options<'static> {
    usvg::Options { font_family: typeface().family.clone(), fontdb: fonts(), ..usvg::Options::default() }
}

/// The font of the charts, read once for all pictures.
fn fonts() -> Arc<usvg::fontdb::Database> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    let read = || {
        let mut fonts = usvg::fontdb::Database::new();
        typeface().faces.iter().for_each(|face| fonts.load_font_data(face.to_vec()));
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(read))
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
