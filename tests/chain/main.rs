//! The chain itself: who moves where, which way it goes when a measure changes, and whether it adds up.

mod arithmetic;
mod baseline;
mod binding;
mod common;
mod common_random_numbers;
mod compare;
mod conservation;
mod documents;
mod reception;
mod signs;
mod transitions;
mod verification;
