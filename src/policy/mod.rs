//! Floor 2: the law as data. A lever is declared once, in its chapter of [`levers`]; what it is worth from which day
//! stands in a scenario; a [`Policy`] answers what holds for a case.

#[macro_use]
pub mod lever;
pub mod estimate;
mod given;
pub mod indicator;
pub mod inventory;
pub mod letter;
pub mod levers;
mod nationality;
mod policy;
pub mod proof;
pub mod relations;
mod sets;
pub mod subjects;
mod timeline;
mod trigger;
mod uncertainty;
pub mod unit;
pub mod word;

pub use estimate::{ESTIMATES, Estimate, Moves};
pub use given::Given;
pub use indicator::Indicator;
pub use lever::{Binds, Declaration, Kind, Lever, Moment, Role};
pub use nationality::{Language, Nationality};
pub use policy::Policy;
pub use sets::{Part, Sets};
pub use timeline::{Step, Timeline};
pub use trigger::{Condition, Trigger};
pub use uncertainty::{Grade, Shape, Uncertainty};
