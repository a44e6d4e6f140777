//! Colours and sizes. Texts have a contrast of at least 4.5:1 with white, marks of 3:1, and neighbours differ in grey too.

use super::canvas::Pen;

/// A colour: red, green, blue.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Ink(pub(super) (u8, u8, u8));

pub(super) const TEXT: Ink = Ink((0x1a, 0x1a, 0x1a));
pub(super) const QUIET: Ink = Ink((0x55, 0x55, 0x55));
pub(super) const GRID: Ink = Ink((0xdd, 0xdd, 0xdd));
pub(super) const AXIS: Ink = Ink((0x55, 0x55, 0x55));
pub(super) const WHITE: Ink = Ink((0xff, 0xff, 0xff));
/// The main line: the median of a projection.
pub(super) const NAVY: Ink = Ink((0x0b, 0x3c, 0x6f));
/// The bands of 90, 80 and 50 %, from light to dark.
pub(super) const BANDS: [Ink; 3] =
    [Ink((0xdc, 0xe8, 0xf3)), Ink((0xb5, 0xd0, 0xe7)), Ink((0x7f, 0xae, 0xd4))];
/// The outline of the widest band: the tint alone would not stand out.
pub(super) const BAND_EDGE: Ink = Ink((0x5b, 0x8d, 0xb8));
/// What leads out, beside the bands, and its outline.
pub(super) const SAND: Ink = Ink((0xf1, 0xdc, 0xa7));
pub(super) const SAND_EDGE: Ink = Ink((0x9a, 0x76, 0x1c));
/// The law in force beside a scenario.
pub(super) const RUST: Ink = Ink((0xb0, 0x48, 0x08));
/// The lines of a chart with several series.
pub(super) const SERIES: [Ink; 4] =
    [NAVY, Ink((0xb0, 0x48, 0x08)), Ink((0x00, 0x73, 0x5c)), Ink((0x7a, 0x3b, 0x78))];
/// The layers of a stack, from the bottom.
pub(super) const LAYERS: [Ink; 4] =
    [Ink((0x0b, 0x3c, 0x6f)), Ink((0x6f, 0xa3, 0xcf)), Ink((0xe9, 0xc4, 0x6a)), Ink((0x9b, 0x1d, 0x20))];
/// A step of a lever that is law.
pub(super) const LEVER: Ink = Ink((0xd5, 0xdb, 0xe1));
/// The outline of a step that is not.
pub(super) const NOT_LAW: Ink = Ink((0xb0, 0x48, 0x08));
/// Behind the banner.
pub(super) const BANNER: Ink = Ink((0xfb, 0xee, 0xdc));

/// Width of a chart, and the margin around it [chart units].
pub(super) const WIDTH: f64 = 760.0;
pub(super) const MARGIN: f64 = 20.0;

const fn pen(size: f64, bold: bool, ink: Ink) -> Pen {
    Pen { size, bold, ink }
}

pub(super) const TITLE: Pen = pen(19.0, true, TEXT);
pub(super) const SAY: Pen = pen(13.0, false, TEXT);
pub(super) const ABOUT: Pen = pen(12.0, false, QUIET);
pub(super) const HEADING: Pen = pen(12.5, true, TEXT);
pub(super) const UNIT: Pen = pen(12.0, false, QUIET);
pub(super) const TICK: Pen = pen(12.0, false, QUIET);
pub(super) const LABEL: Pen = pen(12.0, true, TEXT);
pub(super) const SMALL: Pen = pen(11.5, false, TEXT);
pub(super) const NOTE: Pen = pen(11.0, false, QUIET);

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(Ink((r, g, b)): Ink) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Ink, b: Ink) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn texts_can_be_read() {
        for ink in [TEXT, QUIET, NAVY, RUST].into_iter().chain(SERIES) {
            assert!(contrast(ink, WHITE) >= 4.5, "{ink:?}");
        }
        assert!(contrast(TEXT, BANNER) >= 4.5 && contrast(TEXT, LEVER) >= 4.5);
        assert!(contrast(TEXT, SAND) >= 4.5 && contrast(TEXT, BANDS[1]) >= 4.5);
        assert!(contrast(NAVY, BANDS[2]) >= 3.0);
    }

    #[test]
    fn marks_stand_out_and_layers_differ_in_grey() {
        for ink in [BAND_EDGE, AXIS, NOT_LAW, SAND_EDGE] {
            assert!(contrast(ink, WHITE) >= 3.0, "{ink:?}: {}", contrast(ink, WHITE));
        }
        for pair in LAYERS.windows(2) {
            assert!(contrast(pair[0], pair[1]) >= 1.6, "{pair:?}");
        }
        for pair in BANDS.windows(2) {
            assert!(contrast(pair[0], pair[1]) >= 1.2, "{pair:?}");
        }
    }
}
