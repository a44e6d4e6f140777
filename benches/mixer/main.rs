//! Writes the numbers of the keyed mixer as raw bytes without end, for a battery of tests of randomness to read.
//!
//! `cargo bench --bench mixer -- STREAM`, where STREAM says which numbers follow each other: `person`, `purpose`, `visit` or
//! `replication` steps that part of the key by one from number to number, and `neighbours` interleaves
//! them: sixteen numbers in a row are a key and its neighbours in person, purpose, visit and replication, each 0 or 1 further. What the model uses of a number
//! are its upper 53 bits; the upper 48 are written.

use std::io::{self, BufWriter, Write};

use doorstroom::random::{Draw, Key, Source, Stream};

const SEED: u64 = 1;
/// Purposes that are stepped through: those whose numbers lie next to each other.
const PURPOSES: [Draw; 16] = [
    Draw::Tie,
    Draw::Arrivals,
    Draw::InflowCommon,
    Draw::InflowOwn,
    Draw::InflowNoise,
    Draw::Minor,
    Draw::HouseholdSize,
    Draw::OwnHousing,
    Draw::AgeOfCase,
    Draw::RegistrationTime,
    Draw::ClosedEarly,
    Draw::DecisionOutcome,
    Draw::Status,
    Draw::AppealLodged,
    Draw::AppealFiling,
    Draw::AppealUpheld,
];
/// Arrivals of one group on one day before the next day begins.
const A_DAY: u64 = 1 << 16;

/// One number, by the parts of its key.
fn number(person: u64, purpose: usize, visit: u32, replication: u32) -> f64 {
    let (day, ordinal) = ((person / A_DAY) as i32, (person % A_DAY) as u32);
    let key = Key::arrival(Source::FirstApplication, day, 0, ordinal);
    Stream::new(SEED, replication).dice(key).uniform(PURPOSES[purpose % PURPOSES.len()], visit)
}

/// The number at this place of a stream.
fn at(stream: &str, place: u64) -> Option<f64> {
    let purposes = PURPOSES.len() as u64;
    Some(match stream {
        "person" => number(place, 0, 0, 0),
        "purpose" => number(place / purposes, (place % purposes) as usize, 0, 0),
        "visit" => number(place >> 20, 0, place as u32 & 0xf_ffff, 0),
        "replication" => number(place >> 20, 0, 0, place as u32 & 0xf_ffff),
        "neighbours" => {
            let step = |bit: u64| place >> bit & 1;
            let (person, purpose) = (place >> 7 << 1 | step(0), (place >> 4 & 7) << 1 | step(1));
            number(person, purpose as usize, step(2) as u32, step(3) as u32)
        }
        _ => return None,
    })
}

fn main() -> io::Result<()> {
    // Cargo adds an argument of its own to whatever it runs as a benchmark.
    let stream = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).unwrap_or_default();
    if at(&stream, 0).is_none() {
        writeln!(io::stderr(), "say which stream: person, purpose, visit, replication or neighbours")?;
        return Ok(());
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for place in 0.. {
        let bits = at(&stream, place).map_or(0, |uniform| (uniform * (1u64 << 48) as f64) as u64);
        match out.write_all(&bits.to_le_bytes()[..6]) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written?,
        }
    }
    Ok(())
}
