//! A user's own stocks: a table by stage, nationality and age, with places, staff and recent inflow, from which a run
//! begins on a day of their choice.
//!
//! `sheet` reads any such table, `items` says what can be told, `told` reads row by row, `split` and `settle` put it in the
//! place of what the scenario beneath says and estimate the rest, `observed` reads points since the start, and `template`
//! writes an empty table.

mod items;
mod observed;
mod settle;
mod sheet;
mod split;
mod template;
mod told;

pub use observed::{Observed, Point, observed};
pub use template::{Form, template};

use sha2::{Digest, Sha256};

use super::codes;
use super::layers::{Applied, Layers};
use super::merge::Merged;
use super::problems::{Problems, Source, Spot, both, none, quoted, unreadable};
use super::scenario::OpenCases;
use super::{Failed, Request};
use crate::diagnostic::Text;
use crate::time::Day;
pub(super) use settle::Settled;
use told::Telling;

/// Where a run begins instead of where its scenario says.
#[derive(Copy, Clone, Default, Debug)]
pub struct Beginning<'a> {
    /// The first day, as on the command line.
    pub start: Option<&'a str>,
    /// Path of a table of the stocks on that day.
    pub stocks: Option<&'a str>,
}

/// A figure that was read or filled in.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// Of what.
    pub what: Text,
    /// The number, with its range if it has one; empty for a division.
    pub value: String,
    /// How it came about.
    pub how: Text,
}

/// A stock held against that of an earlier day [persons].
#[derive(Clone, PartialEq, Debug)]
pub struct Balance {
    /// Of what.
    pub what: Text,
    /// The stock of the earlier day.
    pub before: f64,
    /// Who came since.
    pub came: f64,
    /// Who left since.
    pub left: f64,
    /// The stock told.
    pub stock: f64,
    /// The stock minus what the flows imply.
    pub residual: f64,
}

/// A user's own stocks, as far as readers are told of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Own {
    /// Name of the table.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The day of the stocks, on which the run begins.
    pub date: Day,
    /// What was read.
    pub told: Vec<Figure>,
    /// What was estimated.
    pub filled: Vec<Figure>,
    /// Stocks held against an earlier day.
    pub balances: Vec<Balance>,
    /// Rows of the catalogue whose value comes from the table.
    pub rows: Vec<usize>,
}

/// A table that was read and waits to be put in its place.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) file: usize,
    pub(super) name: String,
    pub(super) sha256: String,
    telling: Telling,
}

impl Sheet {
    /// The day of the stocks, and where it stands.
    pub(super) fn date(&self) -> Option<(Day, Spot)> {
        self.telling.date
    }

    /// What readers are told of it.
    pub(super) fn own(&self, settled: Settled, date: Day) -> Own {
        let Settled { told, filled, balances, rows, .. } = settled;
        Own { name: self.name.clone(), sha256: self.sha256.clone(), date, told, filled, balances, rows }
    }

    /// Puts what is told in the rows of the scenario beneath.
    pub(super) fn settle(
        &self,
        problems: &mut Problems,
        rows: &mut [Merged],
        layer: usize,
        start: Day,
        base: &[OpenCases],
    ) -> Settled {
        settle::settle(problems, &self.telling, rows, (layer, self.file, &self.name), start, base)
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the table that was asked for. Nothing when none was, or when it cannot be read.
pub(super) fn open(problems: &mut Problems, request: &Request, beginning: &Beginning) -> Option<Sheet> {
    let name = beginning.stocks?;
    let bytes = bytes(problems, request.files, name)?;
    let file = problems.sources.len();
    let telling = told::read(problems, name, &bytes)?;
    Some(Sheet { file, name: name.to_string(), sha256: sha256(&bytes), telling })
}

fn bytes(
    problems: &mut Problems,
    files: &dyn Fn(&str) -> std::io::Result<Vec<u8>>,
    name: &str,
) -> Option<Vec<u8>> {
    match files(name) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            let shown = quoted(name);
            problems.nowhere(
                codes::SHEET,
                name,
                unreadable(&shown, &error),
                both("kijk het pad na", "check the path"),
            );
            None
        }
    }
}

/// The first day that an option names.
pub fn first_day(text: &str) -> Result<Day, Failed> {
    let mut problems = Problems::default();
    let beginning = Beginning { start: Some(text), stocks: None };
    let (day, _) = start(&mut problems, &beginning, None, None);
    let (diagnostics, texts) = problems.finish();
    day.ok_or(Failed { diagnostics, texts })
}

/// A stock may be as much older or younger than the start, with a warning [days].
const NEAR: i32 = 31;

/// The first day of the run: that of the command line, that of the table, or the scenario's own.
pub(super) fn start(
    problems: &mut Problems,
    beginning: &Beginning,
    sheet: Option<&Sheet>,
    own: Option<Day>,
) -> (Option<Day>, Option<Spot>) {
    let told = sheet.and_then(Sheet::date);
    let Some(written) = beginning.start else {
        let far = |(day, spot)| Some((within(problems, day, spot)?, spot));
        return match told.and_then(far) {
            Some((day, spot)) => (Some(day), Some(spot)),
            None => (own, None),
        };
    };
    let file = problems.sources.len();
    let text = written.replace(['\n', '\r'], " ");
    let spot = Spot { file, start: 0, end: text.len() };
    problems.sources.push(Source { name: "--start".into(), text: text.clone(), embedded: false });
    let Some(day) = told::day(text.trim()) else {
        super::dates::not_a_date(problems, spot, &text);
        return (None, Some(spot));
    };
    let day = within(problems, day, spot);
    if let (Some(day), Some((other, _))) = (day, told)
        && day != other
    {
        problems.error(
            codes::STOCK_DATE,
            spot,
            both(
                format!("--start is {day}, en de voorraden zijn van {other}"),
                format!("--start is {day}, and the stocks are of {other}"),
            ),
            none(),
            both(
                format!("schrijf --start {other}, of verbeter de datum in de tabel"),
                format!("write --start {other}, or correct the date in the table"),
            ),
        );
    }
    (day, Some(spot))
}

fn within(problems: &mut Problems, day: Day, spot: Spot) -> Option<Day> {
    let year = |year, month, day| Day::from_ymd(year, month, day).expect("every year has this day");
    super::dates::near(problems, day, spot, (year(1990, 1, 1), year(2100, 12, 31)))
}

/// Warns when a layer moves the start and leaves the stocks as they are: those of the day on which the run began before.
pub(super) fn moved(problems: &mut Problems, layers: &Layers) {
    let Some(place) = layers.list.iter().rposition(|a| a.document.open_cases.is_some()) else { return };
    let start = |part: &[Applied]| part.iter().rev().find_map(|a| a.document.start);
    let (Some((own, _)), Some((day, spot))) = (start(&layers.list[..=place]), start(&layers.list)) else {
        return;
    };
    let apart = (day - own).0.abs();
    if apart == 0 {
        return;
    }
    problems.warning(
        codes::STOCK_MOVED,
        spot,
        both(
            format!("de run begint op {day}, en de beginvoorraden blijven die van {own}"),
            format!("the run begins on {day}, and the stocks stay those of {own}"),
        ),
        both(format!("{apart} dagen verschil"), format!("{apart} days apart")),
        both(
            format!(
                "laat start weg, of vul de voorraden van {day} in: doorstroom stocks template --start {day}"
            ),
            format!(
                "leave out start, or fill in the stocks of {day}: doorstroom stocks template --start {day}"
            ),
        ),
    );
}

/// Complains when a run begins with the open cases of quite another day.
pub(super) fn dated(problems: &mut Problems, start: Day, own: Day, spot: Spot) {
    let apart = (start - own).0.abs();
    let title = both(
        format!("de run begint op {start}, en de openstaande zaken zijn van {own}"),
        format!("the run begins on {start}, and the open cases are of {own}"),
    );
    let help = both(
        format!("vul de voorraden van {start} in (doorstroom stocks template), of begin op {own}"),
        format!("fill in the stocks of {start} (doorstroom stocks template), or begin on {own}"),
    );
    let label = both(format!("{apart} dagen verschil"), format!("{apart} days apart"));
    if apart > NEAR {
        problems.error(codes::STOCK_DATE, spot, title, none(), help);
    } else if apart > 0 {
        problems.warning(codes::STOCK_NEAR, spot, title, label, help);
    }
}
