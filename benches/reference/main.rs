//! The opponent: the reference caseload written by hand, with nothing of the engine in it.
//!
//! `cargo bench --bench reference -- [--scale S] [--seed N] [--quiet]`. The draws, the tick and the order among equals are
//! those of the engine's program, so both write the same bytes; calendar, queues and records are made for this caseload
//! alone, and know its scale, its horizon and its stages.

#![allow(unreachable_pub, reason = "the modules are shared by programs, which export nothing")]

#[path = "../caseload/mod.rs"]
mod caseload;

mod calendar;
mod queue;
mod stay;

fn main() -> std::io::Result<()> {
    caseload::run(stay::simulate_caseload)
}
