//! Which way the chain moves when a measure or a capacity changes, under the same luck: the sign tests.

mod capacities;
mod courts;
mod departure;
mod family;
mod measures;
mod pact;
mod participation;
mod prove;
mod two_status;
