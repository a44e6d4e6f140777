//! Each legal move of the chain, seen in persons who are followed one by one.

mod courts;
mod departure;
mod family;
mod pact;
mod people;
mod procedure;
mod status;
mod two_status;
