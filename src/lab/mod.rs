//! The lab: one page in which measures are tested with the simulator itself inside, as wasm.
//!
//! The page has no model of its own. It writes a scenario as TOML, the very text that the command line takes; the core
//! reads that with the very reader, runs it replication by replication beside the law in force under the same luck, and
//! answers with the tables, sentences and charts of the report.
//!
//! - `desk` answers requests; it holds what is being run.
//! - `parcel` is how several workers hand each other replications, where a computer has more cores.
//! - `door` is how a browser reaches the desk: three functions, in the core for `wasm32` only.
//! - `catalogue` tells the page what there is to choose; `texts` is every word that the page says itself.
//! - `page` puts it all into one file.

#[cfg(feature = "cli")]
mod catalogue;
mod desk;
#[cfg(target_arch = "wasm32")]
pub mod door;
#[cfg(feature = "cli")]
mod page;
mod parcel;
#[cfg(feature = "cli")]
mod texts;

pub use desk::Desk;
#[cfg(feature = "cli")]
pub use page::{Brought, is_lab, page};

/// What a core says of itself: of which version, and of which sources. A page takes no other.
pub const MARK: &str =
    concat!("doorstroom core ", env!("CARGO_PKG_VERSION"), " ", env!("DOORSTROOM_SOURCES"));

/// Whether these bytes are a core of the sources of this program.
#[cfg(feature = "cli")]
pub fn is_own(core: &[u8]) -> bool {
    core.windows(MARK.len()).any(|part| part == MARK.as_bytes())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
