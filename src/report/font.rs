//! Another font for the charts of a process, read from the bytes of a file.

use resvg::usvg::fontdb;

use super::chart::{Unusable, choose};

/// Takes a font for every chart that is drawn from now on, and returns the name of its family. One file stands for regular
/// and bold. Fails where it cannot be read as TrueType or OpenType, lacks signs that texts need, or where something was
/// drawn already.
pub fn choose_font(bytes: Vec<u8>) -> Result<String, Unusable> {
    let mut known = fontdb::Database::new();
    known.load_font_data(bytes.clone());
    let family = known.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
    let family = family.ok_or(Unusable::NoFont)?;
    choose(bytes, &family)?;
    Ok(family)
}
