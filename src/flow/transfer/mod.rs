//! Another state is responsible: request, transfer, or the term passes (*Dublin*, *spoor 1*).

pub mod claim;
pub mod transfer;
