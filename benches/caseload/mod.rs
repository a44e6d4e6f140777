//! The reference caseload, as far as both Rust programs share it: parameters, keyed draws, and what is recorded.
//!
//! Neither events, nor queues, nor the course of a stay are here: those are what the race is about.

use std::io::{self, Write};

use serde::Deserialize;

mod luck;

pub use luck::Luck;

/// A minute: waits of a quarter of a day are 360 of them.
pub const TICKS_A_DAY: u32 = 1440;
/// The Dublin track, whose share of grants is its own.
pub const DUBLIN: usize = 0;
pub const TRACKS: usize = 4;
pub const NATIONALITIES: usize = 6;

/// The stages whose stock is recorded, in the order of the columns.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Stage {
    Registration,
    Screening,
    Interview,
    Decision,
    Notification,
    Filing,
    Court,
    Housing,
    Return,
}

pub const STAGES: usize = 9;

/// `caseload.json`, as it stands there: at scale 1, in days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    pub horizon_days: u32,
    pub month_days: u32,
    pub arrivals_a_day: f64,
    pub nationality_shares: [f64; NATIONALITIES],
    #[allow(dead_code, reason = "names the columns for a reader")]
    pub tracks: [String; TRACKS],
    pub track_shares: [[f64; TRACKS]; NATIONALITIES],
    pub priority_of_track: [u8; TRACKS],
    pub beds: f64,
    pub registration_servers: f64,
    pub registration_mean: f64,
    pub registration_cv: f64,
    pub screening_days: [f64; 2],
    pub interview_servers: f64,
    pub interview_mean_of_track: [f64; TRACKS],
    pub interview_cv: f64,
    pub decision_servers: f64,
    pub decision_mean_of_track: [f64; TRACKS],
    pub notification_mean: f64,
    pub grant_share_of_nationality: [f64; NATIONALITIES],
    pub grant_share_dublin: f64,
    pub appeal_share: f64,
    pub filing_days: [f64; 2],
    pub court_servers: f64,
    pub court_mean: f64,
    pub overturned_share: f64,
    pub absconding_mean: f64,
    pub housing_mean: f64,
    pub housing_cv: f64,
    pub return_mean: f64,
    pub reentry_share: f64,
    pub reentry_mean: f64,
}

impl Parameters {
    fn read() -> io::Result<Parameters> {
        let text = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/caseload.json"))?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// The last tick, included.
    pub fn end(&self) -> u32 {
        self.horizon_days * TICKS_A_DAY
    }

    fn scaled(mut self, scale: f64) -> Parameters {
        self.arrivals_a_day *= scale;
        for capacity in [
            &mut self.beds,
            &mut self.registration_servers,
            &mut self.interview_servers,
            &mut self.decision_servers,
            &mut self.court_servers,
        ] {
            *capacity = (*capacity * scale + 0.5).floor().max(1.0);
        }
        self
    }
}

/// What happened since the last month's end.
#[derive(Copy, Clone, Default)]
pub struct Flows {
    pub arrived: u32,
    pub reentered: u32,
    pub overflow: u32,
    pub absconded: u32,
    pub completed: u32,
    /// Sum of the times in the system of those who left it \[ticks\].
    pub ticks: u64,
}

struct Row {
    flows: Flows,
    stock: [u32; STAGES],
    beds: u32,
}

/// What is recorded, and the work that was done for it.
#[derive(Default)]
pub struct Record {
    pub flows: Flows,
    pub stock: [u32; STAGES],
    pub beds: u32,
    /// Live calendar events, service starts, timers set and cancelled, beds seized and released: the numerator of events a second.
    pub logical: u64,
    /// Applicants present, and the most there were.
    pub live: u32,
    pub peak: u32,
    rows: Vec<Row>,
    month: u32,
}

impl Record {
    pub fn new(parameters: &Parameters) -> Record {
        let months = parameters.horizon_days / parameters.month_days;
        Record {
            rows: Vec::with_capacity(months as usize),
            month: parameters.month_days * TICKS_A_DAY,
            ..Record::default()
        }
    }

    /// The next month's end \[tick\].
    #[inline]
    pub fn due(&self) -> u32 {
        (self.rows.len() as u32 + 1) * self.month
    }

    /// Closes the months that end by this tick, of which nothing has been done yet.
    #[cold]
    pub fn close(&mut self, now: u32) {
        while self.due() <= now {
            self.rows.push(Row {
                flows: std::mem::take(&mut self.flows),
                stock: self.stock,
                beds: self.beds,
            });
        }
    }

    #[inline]
    pub fn comes(&mut self) {
        self.live += 1;
        self.peak = self.peak.max(self.live);
    }
}

/// Runs `simulate` as the arguments say (`--scale`, `--seed`), and writes the months to standard output and the counts
/// to standard error.
pub fn run(simulate: impl Fn(&Parameters, &Luck) -> Record) -> io::Result<()> {
    let (mut scale, mut seed, mut quiet) = (1.0, 1, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse::<f64>().ok());
        match argument.as_str() {
            "--scale" => scale = number().ok_or(io::ErrorKind::InvalidInput)?,
            "--seed" => seed = number().ok_or(io::ErrorKind::InvalidInput)? as u64,
            "--quiet" => quiet = true,
            // Cargo adds this to whatever it runs as a benchmark.
            "--bench" => {}
            other => return Err(io::Error::other(format!("there is no option {other}"))),
        }
    }
    let parameters = Parameters::read()?.scaled(scale);
    let record = simulate(&parameters, &Luck::new(&parameters, seed));
    let (days, mut out) = (f64::from(TICKS_A_DAY), io::BufWriter::new(io::stdout().lock()));
    if !quiet {
        write!(
            out,
            "month,arrived,reentered,overflow,absconded,completed,days,registration,screening,interview,"
        )?;
        writeln!(out, "decision,notification,filing,court,housing,return,beds")?;
        for (month, row) in record.rows.iter().enumerate() {
            let Flows { arrived, reentered, overflow, absconded, completed, ticks } = row.flows;
            let time = ticks as f64 / days;
            write!(out, "{},{arrived},{reentered},{overflow},{absconded},{completed},{time:.3},", month + 1)?;
            row.stock.iter().try_for_each(|stock| write!(out, "{stock},"))?;
            writeln!(out, "{}", row.beds)?;
        }
    }
    out.flush()?;
    let applicants: u32 = record.rows.iter().map(|row| row.flows.arrived).sum();
    writeln!(io::stderr(), "applicants {applicants} events {} peak {}", record.logical, record.peak)
}
