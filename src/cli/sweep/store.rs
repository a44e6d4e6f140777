//! The folder of a sweep: chunks of runs that are whole or not there, and at the end one table of all of them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};

use super::super::exit::{Stop, at};
use super::super::manifest;
use super::super::output::sha256;
use super::super::results::NOT_LAW;
use super::parquet;
use crate::diagnostic::Text;
use crate::report::tables;
use crate::study::calibrate::Figure;
use crate::study::sweep::{CHUNK, Row, Sweep, WITHOUT};

/// The columns before those of the factors. A row is a run and a series a column here, so that what stands before all rows of
/// other tables stands in a column: how many measures of the run are not law.
pub(super) const FIRST: [&str; 4] = ["run", "point", "replication", tables::NOT_LAW];

/// How often the disk is made to have what was written down: a power cut loses no more than this.
pub(super) const SYNCED: Duration = Duration::from_secs(10);

/// Where the results of a sweep stand.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) folder: PathBuf,
    /// What makes the sweep what it is: the plan and the texts of its scenarios.
    pub(super) hash: String,
}

impl Store {
    /// Opens the folder of a sweep, or makes it. Refuses a folder with anything else in it.
    pub(super) fn open(folder: &Path, hash: String, plan: &[u8], about: &Value) -> Result<Store, Stop> {
        let store = Store { folder: folder.to_path_buf(), hash };
        let strange = || fs::read_dir(folder).is_ok_and(|mut list| list.next().is_some());
        if store.stands()? {
            return Ok(store);
        }
        // Another part of the same sweep may have made it a moment ago.
        if strange() && !store.stands()? {
            return Err(Stop::BadInput(Text::new(
                format!("{}: bestaat al en is geen sweep; kies met --out een andere map", folder.display()),
                format!("{}: exists and is no sweep; choose another folder with --out", folder.display()),
            )));
        }
        store.make(plan, about).or_else(|stop| if store.stands()? { Ok(()) } else { Err(stop) })?;
        Ok(store)
    }

    /// Whether the folder of this sweep is there. That of another sweep is refused.
    fn stands(&self) -> Result<bool, Stop> {
        let Some(there) = written(&self.folder) else { return Ok(false) };
        if there == self.hash {
            return Ok(true);
        }
        let folder = self.folder.display();
        Err(Stop::BadInput(Text::new(
            format!(
                "{folder}: hier staat een sweep van een ander plan of andere scenario's; kies met --out een andere map"
            ),
            format!(
                "{folder}: here stands a sweep of another plan or of other scenarios; choose another folder with --out"
            ),
        )))
    }

    /// Makes the folder beside its place, and then moves it there: parts of a sweep that begin at once see it whole or
    /// not at all, and one of them makes it.
    fn make(&self, plan: &[u8], about: &Value) -> Result<(), Stop> {
        let folder = std::path::absolute(&self.folder).map_err(|error| at(&self.folder, &error))?;
        let clock =
            SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        let mut name = folder.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}-{clock}.partial", std::process::id()));
        let aside = Store { folder: folder.with_file_name(name), hash: self.hash.clone() };
        let text = serde_json::to_string_pretty(about).expect("a manifest is made of texts and numbers");
        let made = fs::create_dir_all(aside.chunks())
            .map_err(|error| at(&self.folder, &error))
            .and_then(|()| aside.put("plan.toml", plan))
            .and_then(|()| aside.put(manifest::NAME, (text + "\n").as_bytes()))
            .and_then(|()| {
                // Not every system moves a folder over one that is there and empty.
                let _ = fs::remove_dir(&folder);
                fs::rename(&aside.folder, &folder).map_err(|error| at(&self.folder, &error))
            });
        if made.is_err() {
            let _ = fs::remove_dir_all(&aside.folder);
        }
        made
    }

    fn chunks(&self) -> PathBuf {
        self.folder.join("chunks")
    }

    fn chunk(&self, number: u64) -> PathBuf {
        self.chunks().join(format!("{number:08}.csv"))
    }

    /// Where the runs of a chunk stand until all of it are done.
    fn part(&self, number: u64) -> PathBuf {
        self.chunks().join(format!("{number:08}.part.csv"))
    }

    /// Whether the table of all runs is there.
    pub(super) fn is_finished(&self) -> bool {
        self.folder.join("runs.csv").exists() && self.folder.join("runs.parquet").exists()
    }

    /// Whether a chunk is done.
    pub(super) fn has(&self, number: u64) -> bool {
        self.chunk(number).exists()
    }

    /// Writes a file beside its place, and then moves it there, so that it is whole or not there.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Stop> {
        self.fill(&self.folder.join(name), |file| file.write_all(bytes))
    }

    fn fill(
        &self,
        path: &Path,
        fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> Result<(), Stop> {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.partial", std::process::id()));
        let beside = path.with_file_name(name);
        let written = (|| {
            let mut file = BufWriter::new(File::create(&beside)?);
            fill(&mut file)?;
            file.flush()?;
            file.get_ref().sync_all()?;
            fs::rename(&beside, path)
        })();
        written.map_err(|error| {
            let _ = fs::remove_file(&beside);
            at(path, &error)
        })
    }

    /// Keeps the runs of a chunk.
    pub(super) fn keep(&self, number: u64, sweep: &Sweep, rows: &[Row]) -> Result<(), Stop> {
        self.table(&self.chunk(number), sweep, rows)?;
        let _ = fs::remove_file(self.part(number));
        Ok(())
    }

    /// Begins to write down runs of a chunk as they are done, after those that it has already.
    pub(super) fn journal(&self, number: u64, sweep: &Sweep, had: &[Row]) -> Result<Journal, Stop> {
        let path = self.part(number);
        self.table(&path, sweep, had)?;
        let file = File::options().append(true).open(&path).map_err(|error| at(&path, &error))?;
        Ok(Journal { path, file, synced: Instant::now(), failed: None })
    }

    /// The runs of a chunk that an interrupted sweep has kept. What cannot be read is run again.
    pub(super) fn kept(&self, number: u64, sweep: &Sweep) -> Vec<Row> {
        let Ok(text) = fs::read_to_string(self.part(number)) else { return Vec::new() };
        // A line without an end was being written.
        let text = &text[..text.rfind('\n').map_or(0, |end| end + 1)];
        let factors = sweep.factor_columns().len();
        let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let number_of = |cell: &str| if cell.is_empty() { Some(f64::NAN) } else { cell.parse().ok() };
        let row = |cells: csv::StringRecord| {
            Some(Row {
                run: cells.get(0)?.parse().ok()?,
                point: cells.get(1)?.parse().ok()?,
                replication: cells.get(2)?.parse().ok()?,
                not_law: cells.get(3)?.parse().ok()?,
                values: cells
                    .iter()
                    .skip(FIRST.len() + factors)
                    .map(number_of)
                    .collect::<Option<Vec<f64>>>()?,
            })
        };
        let rows: Option<Vec<Row>> = csv.records().map(|cells| row(cells.ok()?)).collect();
        rows.unwrap_or_default()
    }

    fn table(&self, path: &Path, sweep: &Sweep, rows: &[Row]) -> Result<(), Stop> {
        self.fill(path, |file| {
            for row in rows {
                file.write_all(&line(sweep, row)?)?;
            }
            Ok(())
        })
    }

    /// The chunks that are not there yet.
    pub(super) fn missing(&self, sweep: &Sweep) -> Vec<u64> {
        (0..sweep.chunks()).filter(|number| !self.has(*number)).collect()
    }

    /// Puts all chunks together: `runs.csv` and `runs.parquet`, run by run. Returns the hash of the table. The chunks are
    /// cleared away.
    pub(super) fn finish(
        &self,
        sweep: &Sweep,
        outcomes: &[String],
        about: Value,
        not_law: Option<&str>,
    ) -> Result<String, Stop> {
        if let Some(told) = not_law {
            self.put(NOT_LAW, told.as_bytes())?;
        }
        let columns = header(sweep, outcomes);
        let table = self.folder.join("runs.csv");
        self.fill(&table, |file| {
            let mut csv =
                csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(vec![]);
            csv.write_record(&columns)?;
            file.write_all(&csv.into_inner().map_err(|error| io::Error::other(error.to_string()))?)?;
            for number in 0..sweep.chunks() {
                io::copy(&mut File::open(self.chunk(number))?, file)?;
            }
            Ok(())
        })?;
        let picture = self.folder.join("runs.parquet");
        let kinds = parquet::kinds(sweep, &columns);
        self.fill(&picture, |file| parquet::write(file, &table, &columns, &kinds))?;
        let hash = hash_of(&table)?;
        let mut about = about;
        about["finished"] = json!(true);
        about["runs_sha256"] = json!(hash);
        let text = serde_json::to_string_pretty(&about).expect("a manifest is made of texts and numbers");
        self.put(manifest::NAME, (text + "\n").as_bytes())?;
        let chunks = self.chunks();
        fs::remove_dir_all(&chunks).map_err(|error| at(&chunks, &error))?;
        Ok(hash)
    }
}

/// Runs of a chunk as they are done, a line each: whoever kills the program loses none of them.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// When the disk last had all of it.
    synced: Instant,
    failed: Option<io::Error>,
}

impl Journal {
    /// Writes down a run. Whether the next one can be too: after a failure there is no point in going on.
    pub(super) fn add(&mut self, sweep: &Sweep, row: &Row) -> bool {
        if self.failed.is_none() {
            self.failed = line(sweep, row).and_then(|line| self.file.write_all(&line)).err();
        }
        if self.failed.is_none() && self.synced.elapsed() >= SYNCED {
            self.synced = Instant::now();
            self.failed = self.file.sync_data().err();
        }
        self.failed.is_none()
    }

    /// The end of the writing: what failed of it.
    pub(super) fn close(self) -> Result<(), Stop> {
        let done = match self.failed {
            Some(error) => Err(error),
            None => self.file.sync_data(),
        };
        done.map_err(|error| at(&self.path, &error))
    }
}

/// A run as a line of the table.
fn line(sweep: &Sweep, row: &Row) -> io::Result<Vec<u8>> {
    let mut cells = vec![row.run.to_string(), row.point.to_string()];
    cells.extend([row.replication, row.not_law].map(|number| number.to_string()));
    cells.extend(sweep.described(row.point));
    cells.extend(row.values.iter().map(|value| number_of(*value)));
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(vec![]);
    csv.write_record(&cells)?;
    csv.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// The headings of the table of all runs.
fn header(sweep: &Sweep, outcomes: &[String]) -> Vec<String> {
    FIRST
        .map(str::to_owned)
        .into_iter()
        .chain(sweep.factor_columns())
        .chain(outcomes.iter().cloned())
        .collect()
}

/// What stands in the manifest of every folder of a sweep.
pub(super) fn about(sweep: &Sweep, hash: &str, scenarios: &[Value]) -> Value {
    json!({
        "program": "doorstroom",
        "version": env!("CARGO_PKG_VERSION"),
        "sweep": sweep.plan.title.en,
        "sweep_sha256": hash,
        "design": sweep.plan.kind.word(),
        "scenarios": scenarios,
        "factors": sweep.factor_columns(),
        "outcomes": sweep.plan.measures.iter().map(|one| one.name.clone()).chain(sweep.plan.measures.iter().filter(|_| sweep.with_effects).map(|one| format!("{}{WITHOUT}", one.name))).chain(sweep.figures.iter().map(Figure::column)).collect::<Vec<_>>(),
        "points": sweep.points,
        "replications": sweep.plan.replications,
        "runs": sweep.runs,
        "runs_a_chunk": CHUNK,
        "seed": sweep.plan.seed,
        "thin": sweep.plan.one_in,
        "finished": false,
    })
}

/// The hash of the sweep in a folder, if there is one.
pub(super) fn written(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folder.join(manifest::NAME)).ok()?;
    let value: Value = serde_json::from_str(&text).ok()?;
    value.get("sweep_sha256")?.as_str().map(str::to_owned)
}

/// A number as all platforms write it: the shortest that reads back the same.
fn number_of(value: f64) -> String {
    if value.is_nan() { String::new() } else { value.to_string() }
}

fn hash_of(path: &Path) -> Result<String, Stop> {
    use sha2::{Digest, Sha256};
    let mut file = File::open(path).map_err(|error| at(path, &error))?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 20];
    loop {
        match file.read(&mut part).map_err(|error| at(path, &error))? {
            0 => break,
            count => hash.update(&part[..count]),
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What makes a sweep what it is: the bytes of its plan and the hashes of the layers of its scenarios.
pub(super) fn identity(plan: &[u8], scenarios: &[Value]) -> String {
    let layers = serde_json::to_string(scenarios).expect("a manifest is made of texts and numbers");
    sha256(&[plan, layers.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()].concat())
}
