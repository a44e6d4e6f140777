//! Statistics over replications, folded in a fixed order so that sums are the same on every run.

mod band;
mod interval;
mod proportion;
mod quantile;
mod running;
pub mod score;

pub use band::Band;
pub use interval::Interval;
pub use proportion::wilson;
pub use quantile::{quantile, quantile_if_supported};
pub use running::Running;
