//! What a run leaves behind: the only thing that reports, tables and files are made from.

use super::differences::SeriesDifferences;
use super::own::{OwnPoints, OwnStocks};
use super::shortage::{Shortage, ShortageDifference};
use super::week::Week;
use super::years::Year;
use crate::diagnostic::Text;
pub use crate::record::AuditLine;
use crate::record::Series;
use crate::scenario::{Change, Clash, Milestone};
use crate::stats::Band;
use crate::time::Day;

/// The result of running one scenario.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Short name of the scenario: the file's name without its ending, or the name it is embedded under.
    pub scenario: String,
    /// The `name` in the scenario file.
    pub title: String,
    /// The `description` in the scenario file.
    pub description: String,
    /// First and last simulated day.
    pub period: (Day, Day),
    /// The day up to which published figures and law are taken into account.
    pub data_date: Day,
    /// Replications that are in the results, and replications that were asked for.
    pub replications: (u32, u32),
    /// The seed.
    pub seed: u64,
    /// Whether every uncertainty was held at its value, so that the bands show chance only.
    pub fixed: bool,
    /// The chain was run at one in so many; one for the whole chain.
    pub one_in: u32,
    /// Whether this is a rough answer: that of `--quick`, or of fewer than twenty replications.
    pub quick: bool,
    /// Whether the run was interrupted before all replications were done.
    pub partial: bool,
    /// Levers with a value that is not law on the data date, with their legal status: (lever, status word).
    pub not_law: Vec<(String, String)>,
    /// Levers that hold a value on a day on which it is law no longer, with the first such day.
    pub lapsed: Vec<(String, Day)>,
    /// Whether a behavioural effect (deterrence, displacement) above zero takes part.
    pub assumed_effects: Vec<String>,
    /// What it does otherwise than what it is compared with.
    pub changes: Vec<Change>,
    /// What it is warned of.
    pub clashes: Vec<Clash>,
    /// Month ends, one per row of the bands below.
    pub dates: Vec<Day>,
    /// Bands by series and date.
    pub series: Vec<SeriesBands>,
    /// The levers over time.
    pub levers: Vec<LeverPath>,
    /// Dated events that stand beneath every chart.
    pub milestones: Vec<Milestone>,
    /// Published points that correspond to a series, for the past beneath a projection.
    pub published: Vec<Published>,
    /// Stock, inflow and decisions in the published figures, and what they leave unexplained.
    pub closure: Vec<Closure>,
    /// The same by calendar year.
    pub years: Vec<Year>,
    /// The week in the chain.
    pub week: Week,
    /// How often places in reception run short.
    pub shortage: Shortage,
    /// The law in force under the same luck, when the scenario differs from it.
    pub reference: Option<Reference>,
    /// The scenario itself without its assumed effects on inflow, under the same luck, when it has any.
    pub without_effects: Option<Reference>,
    /// Where the values come from: (lever or uncertainty, value as text, grade or status, source).
    pub provenance: Vec<Provenance>,
    /// The user's own stocks, when the run began with those.
    pub own: Option<OwnStocks>,
    /// The user's observations, when there are any; the points stand among the published ones.
    pub observed: Option<OwnPoints>,
    /// What the audit counted.
    pub audit: Vec<AuditLine>,
    /// The command that makes the same figures again.
    pub command: String,
    /// SHA-256 of `series.csv`, in hexadecimal.
    pub hash: String,
}

impl Outcome {
    /// The same outcome held against itself without its assumed effects on inflow; `None` where it has none.
    pub fn beside_itself(&self) -> Option<Outcome> {
        let reference = self.without_effects.clone()?;
        Some(Outcome { reference: Some(reference), ..self.clone() })
    }
}

/// What a scenario is compared with.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its title.
    pub title: String,
    /// Its levers over time, in the order of ours.
    pub levers: Vec<LeverPath>,
    /// Its bands by series and date.
    pub series: Vec<SeriesBands>,
    /// The same by calendar year.
    pub years: Vec<Year>,
    /// How often places in reception run short under it.
    pub shortage: Shortage,
    /// The paired differences from it: ours minus theirs, in the order of `Series::ALL`.
    pub differences: Vec<SeriesDifferences>,
    /// The difference in shortage.
    pub shortage_difference: ShortageDifference,
}

impl Reference {
    /// The outcomes that differ in any replication and month, those first that a reader asks about, and among those whose
    /// difference is largest and surest; capacities and what else a scenario sets come last. Places are left out.
    pub fn movers(&self) -> Vec<&SeriesDifferences> {
        super::ranking::movers(self)
    }

    /// The outcomes that are equal in every replication and month.
    pub fn still(&self) -> Vec<Series> {
        let still = self.differences.iter().filter(|one| !one.moves()).map(|one| one.series);
        still.filter(|series| *series != Series::ReceptionPlaces).collect()
    }
}

/// One series over time.
#[derive(Clone, Debug)]
pub struct SeriesBands {
    /// Which series.
    pub series: Series,
    /// One band per date of the outcome.
    pub bands: Vec<Band>,
}

/// The path of one lever, or of one key of a keyed lever.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverPath {
    /// Name, with `.key` for a keyed lever.
    pub lever: String,
    /// Dutch name.
    pub dutch: String,
    /// Unit; `share` for shares, `on/off` for switches.
    pub unit: String,
    /// From each date on: the value as text, as a number where it is one, and the share of replications in which it holds.
    pub steps: Vec<LeverStep>,
}

impl LeverPath {
    /// The lever without its key, and the key of a keyed one.
    pub fn parts(&self) -> (&str, Option<&str>) {
        match self.lever.split_once('.') {
            Some((lever, key)) => (lever, Some(key)),
            None => (&self.lever, None),
        }
    }

    /// Whether it takes more than one value in the simulated period.
    pub fn changes(&self) -> bool {
        self.steps.windows(2).any(|pair| pair[0].text != pair[1].text)
    }
}

/// A value that a lever takes from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverStep {
    /// First day on which it holds. The first step carries the first simulated day.
    pub date: Day,
    /// As a scenario file writes it.
    pub text: String,
    /// As a number; `None` for choices and sets.
    pub value: Option<f64>,
    /// Share of the replications in which it holds, 0 to 1.
    pub share: f64,
    /// Whether a trigger set it.
    pub triggered: bool,
    /// Its legal status, as a scenario file writes it: `in_force`, `bill`.
    pub status: String,
}

/// A published figure of the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The series it corresponds to.
    pub series: Series,
    /// Last day of the month, quarter or year it covers, or the day of a stock.
    pub date: Day,
    /// Number of months it covers (a flow), 0 for a stock on a day.
    pub months: u8,
    /// The figure in the unit of the series; a flow over more than a month is the mean a month.
    pub value: f64,
    /// Whose figure it is, in brief; the address stands in the reference table.
    pub source: Text,
}

/// A year's balance in the published figures [persons].
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// Calendar year.
    pub year: i16,
    /// Whose definition.
    pub definition: String,
    /// Open cases at the start of the year.
    pub open_start: i64,
    /// Applications in the year.
    pub inflow: i64,
    /// Decisions in the year.
    pub decisions: i64,
    /// Open cases at the end as published.
    pub open_end: i64,
    /// Published end minus what the flows imply.
    pub residual: i64,
}

/// One value of the scenario and its ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Lever or uncertainty.
    pub name: String,
    /// Dutch name.
    pub dutch: String,
    /// `lever`, `uncertainty` or `behavioural`.
    pub role: String,
    /// The value, or the values with their dates.
    pub value: String,
    /// The range from which it is drawn, as text; empty for a lever.
    pub range: String,
    /// Grade (A, B, C) of an uncertainty, legal status of a lever.
    pub standing: String,
    /// The source, or `assumption`. A source stands as it was written, in whatever language.
    pub source: Text,
}

/// The words with which the source of an assumption begins.
pub const ASSUMED: [&str; 2] = ["assumption", "aanname"];

impl Provenance {
    /// Whether the value is an assumption.
    pub fn is_assumed(&self) -> bool {
        ASSUMED.iter().any(|word| self.source.en.starts_with(word))
    }
}
