//! The program as its users meet it, and the house it lives in.

mod architecture;
mod cli;
mod diagnostics;
mod forecast;
mod pdf;
mod stocks;
mod sweep;
