//! The reference caseload on the engine: `cargo bench --bench throughput -- [--scale S] [--seed N] [--quiet]`.

mod caseload;
mod network;

fn main() -> std::io::Result<()> {
    caseload::run(network::simulate_caseload)
}
