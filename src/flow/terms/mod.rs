//! Terms, and what happens when they pass.

pub mod late;
pub mod moratorium;
