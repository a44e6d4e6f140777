//! Floor 3: who watches the chain.

pub mod series;

pub use series::{Series, SeriesKind};
