//! The reference caseload on the engine: `cargo bench --bench throughput -- [--scale S] [--seed N] [--quiet]`.

#![allow(unreachable_pub, reason = "the modules are shared by programs, which export nothing")]

mod caseload;
mod network;

fn main() -> std::io::Result<()> {
    caseload::run(network::simulate_caseload)
}
