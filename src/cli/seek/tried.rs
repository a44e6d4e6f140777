//! The file of the values that were tried: written after each, and read by the same search when it is begun again.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::exit::{Stop, at};
use super::super::output;
use super::row::Row;
use crate::diagnostic::Text;
use crate::scenario::Scenario;
use crate::study::Options;
use crate::study::seek::{Goal, Seen};

const HEAD: &str = "value,holds,replications,share,p025,p975,search";

/// The values that were tried, and the file in which they stand.
pub(super) struct Tried {
    file: Option<PathBuf>,
    /// Tells searches apart: of all but the chance that is asked for, which changes no value that was tried.
    search: String,
    pub(super) seen: Vec<Seen>,
}

impl Tried {
    /// Takes up what the same search left in the file. A file of another search, or of something else, is refused.
    pub(super) fn take_up(file: Option<&PathBuf>, search: String, row: &Row) -> Result<Tried, Stop> {
        let mut tried = Tried { file: file.cloned(), search, seen: Vec::new() };
        if let Some(file) = file.filter(|file| file.exists()) {
            let text = fs::read_to_string(file).map_err(|error| at(file, &error))?;
            tried.seen = tried.read(&text, row).ok_or_else(|| another(file))?;
        }
        // A place that cannot be written is told now, and not after the work.
        tried.write(row)?;
        Ok(tried)
    }

    fn read(&self, text: &str, row: &Row) -> Option<Vec<Seen>> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        lines
            .map(|line| {
                let cells: Vec<&str> = line.split(',').collect();
                let [value, holds, of, _, _, _, search] = cells[..] else { return None };
                let place = (0..=row.last()).find(|place| row.written(*place) == value)?;
                let seen = Seen { place, holds: holds.parse().ok()?, of: of.parse().ok()? };
                (search == self.search).then_some(seen)
            })
            .collect()
    }

    /// What was seen at a place, if it was tried.
    pub(super) fn at(&self, place: usize) -> Option<Seen> {
        self.seen.iter().find(|one| one.place == place).copied()
    }

    /// Writes down what was seen.
    pub(super) fn add(&mut self, seen: Seen, row: &Row) -> Result<(), Stop> {
        self.seen.push(seen);
        self.seen.sort_by_key(|one| one.place);
        self.write(row)
    }

    fn write(&self, row: &Row) -> Result<(), Stop> {
        self.file.as_ref().map_or(Ok(()), |file| output::whole(file, &self.csv(row)))
    }

    fn csv(&self, row: &Row) -> String {
        let mut text = format!("{HEAD}\n");
        for one in &self.seen {
            let (low, high) = one.interval();
            let value = row.written(one.place);
            let Seen { holds, of, .. } = one;
            text.push_str(&format!(
                "{value},{holds},{of},{:.4},{low:.4},{high:.4},{}\n",
                one.share(),
                self.search
            ));
        }
        text
    }
}

/// The mark of a search: what its values depend on, in twelve hexadecimal digits.
pub(super) fn mark(row: &Row, goal: &Goal, scenario: &Scenario, options: &Options, one_in: u32) -> String {
    let layers: Vec<&str> = scenario.layers.iter().map(|layer| layer.sha256.as_str()).collect();
    let Options { first, replications, seed, fixed, daily: _, threads: _ } = options;
    let program = env!("CARGO_PKG_VERSION");
    let about =
        format!("{program} {row:?} {goal:?} {layers:?} {first} {replications} {seed} {fixed} {one_in}");
    output::sha256(about.as_bytes())[..12].to_owned()
}

fn another(file: &Path) -> Stop {
    let file = file.display();
    Stop::BadInput(Text::new(
        format!(
            "--out {file}: hierin staan geen waarden van deze zoektocht; kies een andere naam of haal het bestand weg"
        ),
        format!("--out {file}: holds no values of this search; choose another name or remove the file"),
    ))
}
