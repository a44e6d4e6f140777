//! The engine without a word on asylum: against theory, where it is hard, and under an overload that lasts.

mod cases;
mod memory;
mod theory;
